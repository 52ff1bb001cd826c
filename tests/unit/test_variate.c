/*
 * Normal and gamma numbers against GSL's distribution functions, and lanes against single streams.
 */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/attr.h"
#include "random/variate.h"

#include <gsl/gsl_cdf.h>
#include <math.h>
#include <stdlib.h>

enum { DRAWS = 200000, SEED = 1 };

static double sample[DRAWS];

static int ascending(const void *a, const void *b)
{
    const double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/*
 * Kolmogorov and Smirnov's test: the largest distance between the share of a sample and its
 * probability. It is above 1.95 / sqrt(n) once in a thousand samples.
 */
static void assert_follows(double (*probability)(double value, double parameter), double parameter)
{
    double furthest = 0;
    qsort(sample, DRAWS, sizeof *sample, ascending);
    for (int i = 0; i < DRAWS; i++) {
        const double p = probability(sample[i], parameter);
        furthest = fmax(furthest, fmax(fabs(p - (double)i / DRAWS), fabs(p - (i + 1.0) / DRAWS)));
    }
    assert_true(furthest * sqrt(DRAWS) < 1.95);
}

static double normal_probability(double x, double unused)
{
    (void)unused;
    return gsl_cdf_ugaussian_P(x);
}

static double gamma_probability(double x, double shape)
{
    return gsl_cdf_gamma_P(x, shape, 1);
}

static void normal_numbers_follow_the_normal_distribution(void **state)
{
    (void)state;
    struct hz_ziggurat ziggurat;
    struct hz_random random = hz_random_stream(SEED, 0);
    int beyond = 0;
    hz_ziggurat_new(&ziggurat);
    for (int i = 0; i < DRAWS; i++) {
        sample[i] = hz_variate_normal(&ziggurat, &random);
        beyond += fabs(sample[i]) > 3.6541528853610088;
    }
    assert_follows(normal_probability, 0);
    /* 2.58e-4 of them lie in the tail of layer 0: 52, give or take 7. */
    assert_in_range(beyond, 52 - 25, 52 + 25);
}

static void the_layers_end_at_the_top_of_the_density(void **state)
{
    (void)state;
    struct hz_ziggurat z;
    hz_ziggurat_new(&z);
    /* The last layer is as large as the others: x[255] (1 - f(x[255])) is the area. */
    const double area = z.x[1] * (z.f[2] - z.f[1]);
    assert_true(fabs(z.x[255] * (1 - z.f[255]) / area - 1) < 1e-6);
    /* Marsaglia and Tsang (2000): 0.00492867323399. */
    assert_true(fabs(z.x[0] * z.f[1] - 0.00492867323399) < 1e-13);
}

static void gamma_numbers_follow_the_gamma_distribution(void **state)
{
    (void)state;
    static const double shapes[] = {0.02, 0.5, 0.999, 1, 1.7, 12, 5000};
    struct hz_ziggurat ziggurat;
    hz_ziggurat_new(&ziggurat);
    for (size_t s = 0; s < HZ_COUNT(shapes); s++) {
        struct hz_random random = hz_random_stream(SEED, s);
        for (int i = 0; i < DRAWS; i++)
            sample[i] = hz_variate_gamma(&ziggurat, shapes[s], &random);
        assert_follows(gamma_probability, shapes[s]);
    }
}

static void lanes_are_the_first_numbers_of_their_streams(void **state)
{
    (void)state;
    struct hz_ziggurat ziggurat;
    double shape[HZ_LANES], gamma[HZ_LANES], normal[HZ_LANES];
    uint32_t words[4][HZ_LANES];
    hz_ziggurat_new(&ziggurat);
    for (uint64_t first = 0; first < UINT64_C(6400) << 32; first += UINT64_C(32) << 32) {
        const uint64_t block = first >> 3;
        for (size_t l = 0; l < HZ_LANES; l++)
            shape[l] = 0.1 * (double)l;
        hz_random_lanes(SEED, first, block, words);
        hz_variate_gamma_lanes(&ziggurat, SEED, first, block, shape, gamma);
        hz_variate_normal_lanes(&ziggurat, SEED, first, block, normal);
        for (size_t l = 0; l < HZ_LANES; l++) {
            struct hz_random random = {.seed = SEED, .stream = first + l, .block = block};
            struct hz_random again = random, bits = random;
            for (size_t w = 0; w < 4; w++)
                assert_int_equal(hz_random_bits(&bits), words[w][l]);
            const double alone = hz_variate_gamma(&ziggurat, shape[l], &random);
            assert_memory_equal(&gamma[l], &alone, sizeof alone);
            const double normal_alone = hz_variate_normal(&ziggurat, &again);
            assert_memory_equal(&normal[l], &normal_alone, sizeof normal_alone);
        }
    }
}

static void a_shape_that_is_not_positive_comes_back(void **state)
{
    (void)state;
    struct hz_ziggurat ziggurat;
    struct hz_random random = hz_random_stream(SEED, 0);
    hz_ziggurat_new(&ziggurat);
    assert_true(fabs(hz_variate_gamma(&ziggurat, 0, &random)) <= 0);
    assert_true(isnan(hz_variate_gamma(&ziggurat, (double)NAN, &random)));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(normal_numbers_follow_the_normal_distribution),
        cmocka_unit_test(the_layers_end_at_the_top_of_the_density),
        cmocka_unit_test(gamma_numbers_follow_the_gamma_distribution),
        cmocka_unit_test(lanes_are_the_first_numbers_of_their_streams),
        cmocka_unit_test(a_shape_that_is_not_positive_comes_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
