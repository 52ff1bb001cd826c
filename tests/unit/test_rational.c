/* Sums of fractions are exact, whatever their order. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/rational.h"
#include "random/random.h"

enum { CASES = 1000, SEED = 365 };

static const hz_sum largest = (hz_sum)(~(hz_magnitude)0 >> 1);

static void assert_sum(hz_sum found, hz_sum wanted)
{
    char a[HZ_SUM_TEXT];
    char b[HZ_SUM_TEXT];
    hz_sum_format(found, a);
    hz_sum_format(wanted, b);
    assert_string_equal(a, b);
}

static void assert_rounds(hz_sum numerator, hz_sum denominator, hz_sum wanted)
{
    struct hz_rational *rational = hz_rational_new();
    hz_rational_add(rational, numerator, denominator);
    assert_sum(hz_rational_round(rational), wanted);
    hz_rational_free(rational);
}

static void a_new_fraction_is_zero(void **state)
{
    (void)state;
    struct hz_rational *rational = hz_rational_new();
    assert_sum(hz_rational_round(rational), 0);
    hz_rational_free(rational);
    hz_rational_free(NULL);
}

static void a_half_goes_away_from_zero(void **state)
{
    (void)state;
    assert_rounds(1, 2, 1);
    assert_rounds(3, 2, 2);
    assert_rounds(5, 2, 3); /* not to the even neighbour */
    assert_rounds(-1, 2, -1);
    assert_rounds(-3, 2, -2);
    assert_rounds(-5, 2, -3);
    assert_rounds(50, 100, 1);
}

static void the_nearest_whole_number_is_taken(void **state)
{
    (void)state;
    assert_rounds(49, 100, 0);
    assert_rounds(51, 100, 1);
    assert_rounds(-49, 100, 0);
    assert_rounds(-51, 100, -1);
    assert_rounds(7, 3, 2);
    assert_rounds(8, 3, 3);
    assert_rounds(-7, 3, -2);
    assert_rounds(-8, 3, -3);
    assert_rounds(12, 4, 3);
}

static void numbers_of_128_bits_pass_whole(void **state)
{
    (void)state;
    assert_rounds(largest, 1, largest);
    assert_rounds(-largest, 1, -largest);
    assert_rounds(-largest - 1, 1, -largest - 1);
    assert_rounds(largest, largest, 1);
    assert_rounds(-largest - 1, largest, -1);
    assert_rounds((hz_sum)1 << 64, 1, (hz_sum)1 << 64);
    assert_rounds(-((hz_sum)1 << 64), 3, -((hz_sum)1 << 64) / 3); /* .33, so cut */
    assert_rounds(1, largest, 0);
    assert_rounds(largest / 2 + 1, largest, 1); /* 2^126 of 2^127 - 1: a little over a half */
    assert_rounds(largest / 2, largest, 0);     /* a little under */
}

static void parts_of_a_whole_make_the_whole(void **state)
{
    (void)state;
    for (hz_sum parts = 1; parts <= 400; parts++) {
        struct hz_rational *rational = hz_rational_new();
        for (hz_sum i = 0; i < parts; i++)
            hz_rational_add(rational, 1000001, parts);
        assert_sum(hz_rational_round(rational), 1000001);
        hz_rational_free(rational);
    }
}

static void halves_are_not_lost_among_thirds(void **state)
{
    (void)state;
    /* 1/3 + 1/6 is a half exactly, and a millionth of a millionth less is not. */
    struct hz_rational *rational = hz_rational_new();
    hz_rational_add(rational, 1, 3);
    hz_rational_add(rational, 1, 6);
    assert_sum(hz_rational_round(rational), 1);
    hz_rational_add(rational, -1, 1000000000000);
    assert_sum(hz_rational_round(rational), 0);
    hz_rational_free(rational);
}

/* Days in terms of cover whose common multiple is small enough for 128-bit arithmetic. */
static const hz_sum terms[] = {365, 366, 31, 30, 28, 12, 1};
static const hz_sum common = 365 * 366 * 31 * 28; /* a multiple of them all: 30 divides 365 x 366 */

static void sums_agree_with_a_common_denominator(void **state)
{
    (void)state;
    for (uint64_t i = 0; i < CASES; i++) {
        struct hz_random random = hz_random_stream(SEED, i);
        struct hz_rational *rational = hz_rational_new();
        hz_sum numerator = 0; /* of the whole sum, over `common` */
        for (int part = 0; part < 20; part++) {
            hz_sum term = terms[hz_random_bits(&random) % HZ_COUNT(terms)];
            hz_sum amount = (hz_sum)(hz_random_bits64(&random) % 20000000) - 10000000;
            hz_rational_add(rational, amount, term);
            numerator += amount * (common / term);
        }
        hz_sum doubled = 2 * numerator + (numerator < 0 ? -common : common);
        assert_sum(hz_rational_round(rational), doubled / (2 * common));
        hz_rational_free(rational);
    }
}

static void the_order_and_grouping_of_a_sum_do_not_matter(void **state)
{
    (void)state;
    enum { PARTS = 200 };
    struct hz_random random = hz_random_stream(SEED, CASES);
    hz_sum amount[PARTS];
    hz_sum term[PARTS];
    for (int i = 0; i < PARTS; i++) {
        amount[i] = (hz_sum)(hz_random_bits64(&random) % 1000000000) - 300000000;
        term[i] = 1 + hz_random_bits(&random) % 1500;
    }
    struct hz_rational *forward = hz_rational_new();
    struct hz_rational *odd = hz_rational_new();
    struct hz_rational *even = hz_rational_new();
    for (int i = 0; i < PARTS; i++) {
        hz_rational_add(forward, amount[i], term[i]);
        int other = PARTS - 1 - i;
        hz_rational_add(other % 2 ? odd : even, amount[other], term[other]);
    }
    hz_rational_add_rational(even, odd);
    assert_sum(hz_rational_round(even), hz_rational_round(forward));
    for (int i = 0; i < PARTS; i++)
        hz_rational_add(even, -amount[i], term[i]);
    hz_rational_add(even, 1, 2);
    assert_sum(hz_rational_round(even), 1); /* nothing is left but that half */
    hz_rational_free(even);
    hz_rational_free(odd);
    hz_rational_free(forward);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_new_fraction_is_zero),
        cmocka_unit_test(a_half_goes_away_from_zero),
        cmocka_unit_test(the_nearest_whole_number_is_taken),
        cmocka_unit_test(numbers_of_128_bits_pass_whole),
        cmocka_unit_test(parts_of_a_whole_make_the_whole),
        cmocka_unit_test(halves_are_not_lost_among_thirds),
        cmocka_unit_test(sums_agree_with_a_common_denominator),
        cmocka_unit_test(the_order_and_grouping_of_a_sum_do_not_matter),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
