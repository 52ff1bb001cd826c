/* The generator against its authors' known answers, and its streams against each other. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/attr.h"
#include "random/random.h"

#include <math.h>

enum { DRAWS = 100000, SEED = 1 };

/*
 * The file kat_vectors of Random123 1.14 (Salmon, Moraes, Dror and Shaw), philox4x32 of 10 rounds.
 * Counter words 0 and 1 are the block, 2 and 3 the stream; the key's words are the seed's.
 */
static void known_answers_of_the_authors_are_given(void **state)
{
    (void)state;
    static const struct {
        uint64_t seed, stream, block;
        uint32_t words[4];
    } known[] = {
        {0, 0, 0, {0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}},
        {UINT64_MAX, UINT64_MAX, UINT64_MAX, {0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}},
        {0x299f31d0a4093822,
         0x0370734413198a2e,
         0x85a308d3243f6a88,
         {0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}},
    };
    for (size_t i = 0; i < HZ_COUNT(known); i++) {
        struct hz_random random = hz_random_stream(known[i].seed, known[i].stream);
        random.block = known[i].block;
        for (int word = 0; word < 4; word++)
            assert_int_equal(hz_random_bits(&random), known[i].words[word]);
    }
}

static void a_stream_starts_at_its_block_0_and_goes_on_to_the_next(void **state)
{
    (void)state;
    struct hz_random random = hz_random_stream(SEED, 77);
    assert_int_equal(random.block, 0);
    for (uint64_t block = 0; block < 50; block++) {
        struct hz_random there = hz_random_stream(SEED, 77);
        there.block = block;
        for (int word = 0; word < 4; word++)
            assert_int_equal(hz_random_bits(&random), hz_random_bits(&there));
    }
}

static void sixty_four_bits_are_two_words_low_half_first(void **state)
{
    (void)state;
    struct hz_random random = hz_random_stream(0, 0);
    assert_int_equal(hz_random_bits64(&random), 0xe169c58d6627e8d5);
    assert_int_equal(hz_random_bits64(&random), 0x9b00dbd8bc57ac4c);
}

static void a_copy_keeps_the_position(void **state)
{
    (void)state;
    struct hz_random random = hz_random_stream(SEED, 3);
    for (int i = 0; i < 7; i++)
        hz_random_bits(&random);
    struct hz_random copy = random;
    for (int i = 0; i < 20; i++)
        assert_int_equal(hz_random_bits64(&random), hz_random_bits64(&copy));
}

static void streams_and_seeds_differ_in_all_64_bits(void **state)
{
    (void)state;
    struct hz_random origin = hz_random_stream(SEED, 0);
    uint64_t first = hz_random_bits64(&origin);
    for (int bit = 0; bit < 64; bit++) {
        struct hz_random stream = hz_random_stream(SEED, UINT64_C(1) << bit);
        struct hz_random seed = hz_random_stream(SEED ^ UINT64_C(1) << bit, 0);
        assert_int_not_equal(hz_random_bits64(&stream), first);
        assert_int_not_equal(hz_random_bits64(&seed), first);
    }
}

static void uniform_numbers_are_never_0_and_never_1(void **state)
{
    (void)state;
    struct hz_random ones = {.ready = {0, 0, UINT32_MAX, UINT32_MAX}, .left = 2};
    struct hz_random zeros = {.left = 2};
    assert_true(hz_random_uniform(&ones) < 1.0);
    assert_true(hz_random_uniform(&zeros) > 0.0);
    ones.left = zeros.left = 2;
    ones.ready[2] = ones.ready[3] = UINT32_MAX;
    assert_true(hz_random_uniform(&ones) + hz_random_uniform(&zeros) == 1.0); /* symmetric */
}

/* The mean is 1/2 and the variance 1/12, within 5 standard errors. */
static void uniform_numbers_have_the_mean_and_variance_they_should(void **state)
{
    (void)state;
    struct hz_random random = hz_random_stream(SEED, 5);
    double sum = 0.0;
    double squares = 0.0;
    for (int i = 0; i < DRAWS; i++) {
        double centred = hz_random_uniform(&random) - 0.5;
        sum += centred;
        squares += centred * centred;
    }
    assert_true(fabs(sum / DRAWS) < 5.0 * sqrt(1.0 / 12.0 / DRAWS));
    /* the fourth moment is 1/80, so a square's variance 1/80 - 1/144 = 1/180 */
    assert_true(fabs(squares / DRAWS - 1.0 / 12.0) < 5.0 * sqrt(1.0 / 180.0 / DRAWS));
}

static void neighbouring_streams_are_not_correlated(void **state)
{
    (void)state;
    double products = 0.0;
    for (uint64_t stream = 0; stream < DRAWS; stream++) {
        struct hz_random one = hz_random_stream(SEED, stream);
        struct hz_random next = hz_random_stream(SEED, stream + 1);
        products += (hz_random_uniform(&one) - 0.5) * (hz_random_uniform(&next) - 0.5);
    }
    assert_true(fabs(products / DRAWS) < 5.0 / 12.0 / sqrt(DRAWS));
}

static void gsl_draws_the_same_numbers(void **state)
{
    (void)state;
    gsl_rng *rng = gsl_rng_alloc(hz_random_gsl);
    assert_int_equal(gsl_rng_min(rng), 0);
    assert_int_equal(gsl_rng_max(rng), UINT32_MAX);
    struct hz_random random = hz_random_stream(SEED, UINT64_C(1) << 40);
    hz_random_gsl_set(rng, SEED, UINT64_C(1) << 40);
    for (int i = 0; i < 1000; i++) {
        assert_int_equal(gsl_rng_get(rng), hz_random_bits(&random));
        assert_true(gsl_rng_uniform(rng) == hz_random_uniform(&random));
    }
    gsl_rng_set(rng, 0);
    assert_int_equal(gsl_rng_get(rng), 0x6627e8d5);
    gsl_rng *copy = gsl_rng_clone(rng);
    assert_int_equal(gsl_rng_get(copy), 0xe169c58d);
    assert_int_equal(gsl_rng_get(rng), 0xe169c58d);
    gsl_rng_free(copy);
    gsl_rng_free(rng);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(known_answers_of_the_authors_are_given),
        cmocka_unit_test(a_stream_starts_at_its_block_0_and_goes_on_to_the_next),
        cmocka_unit_test(sixty_four_bits_are_two_words_low_half_first),
        cmocka_unit_test(a_copy_keeps_the_position),
        cmocka_unit_test(streams_and_seeds_differ_in_all_64_bits),
        cmocka_unit_test(uniform_numbers_are_never_0_and_never_1),
        cmocka_unit_test(uniform_numbers_have_the_mean_and_variance_they_should),
        cmocka_unit_test(neighbouring_streams_are_not_correlated),
        cmocka_unit_test(gsl_draws_the_same_numbers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
