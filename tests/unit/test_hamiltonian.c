/*
 * test_hamiltonian.c: draws from densities whose moments are known, and chains that agree or not.
 */

#include "random/hamiltonian.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

enum { DRAWS = 20000, CHAINS = 4 };

static void assert_near(double is, double should, double tolerance)
{
    if (!(fabs(is - should) <= tolerance))
        fail_msg("%.6g is not %.6g", is, should);
}

/* Normal, means 1 and -2, standard deviations 3 and 0.1, correlation 0.6. */
static double normal(void *model, const double at[], double gradient[])
{
    const double r = 0.6, x = (at[0] - 1) / 3, y = (at[1] + 2) / 0.1, scale = 1 / (1 - r * r);
    (void)model;
    gradient[0] = -scale * (x - r * y) / 3;
    gradient[1] = -scale * (y - r * x) / 0.1;
    return -scale / 2 * (x * x - 2 * r * x * y + y * y);
}

/* The logarithm of an exponential variable. */
static double gumbel(void *model, const double at[], double gradient[])
{
    (void)model;
    gradient[0] = 1 - exp(at[0]);
    return at[0] - exp(at[0]);
}

static double drawn[2][CHAINS * DRAWS];
static size_t offset;

static void keep(void *context, size_t draw, const double at[], struct hz_random *random)
{
    const size_t *size = context;
    (void)random;
    for (size_t i = 0; i < *size; i++)
        drawn[i][offset + draw] = at[i];
}

static void run(double (*density)(void *, const double[], double[]), size_t size, size_t draws)
{
    const struct hz_density of = {size, density, NULL};
    const double from[2] = {5, 5};
    for (size_t c = 0; c < CHAINS; c++) {
        struct hz_chain_course course;
        offset = c * draws;
        hz_chain_run(&of,
                     &(struct hz_chain){.warm_up = 600,
                                        .draws = draws,
                                        .seed = 3,
                                        .stream = c,
                                        .from = from,
                                        .keep = keep,
                                        .context = &size},
                     &course);
        assert_in_range((int)(100 * course.acceptance), 60, 98);
        assert_in_range(course.divergences, 0, 3); /* exp() is steep far up */
    }
}

static void moments(const double value[], size_t count, double *mean, double *sd)
{
    double sum = 0, square = 0;
    for (size_t i = 0; i < count; i++)
        sum += value[i];
    *mean = sum / (double)count;
    for (size_t i = 0; i < count; i++)
        square += (value[i] - *mean) * (value[i] - *mean);
    *sd = sqrt(square / (double)count);
}

static void a_normal_density_has_its_moments(void **state)
{
    (void)state;
    double mean, sd;
    run(normal, 2, DRAWS);
    moments(drawn[0], CHAINS * DRAWS, &mean, &sd);
    assert_near(mean, 1, 0.1);
    assert_near(sd, 3, 0.1);
    moments(drawn[1], CHAINS * DRAWS, &mean, &sd);
    assert_near(mean, -2, 0.003);
    assert_near(sd, 0.1, 0.003);
    const struct hz_chain_check check = hz_chains_check(drawn[0], CHAINS, DRAWS);
    assert_true(check.r_hat < 1.01 && check.effective > CHAINS * DRAWS / 20);
}

/* Euler's constant below 0, and pi / sqrt(6). */
static void a_skewed_density_has_its_moments(void **state)
{
    (void)state;
    double mean, sd;
    run(gumbel, 1, DRAWS);
    moments(drawn[0], CHAINS * DRAWS, &mean, &sd);
    assert_near(mean, -0.5772156649, 0.03);
    assert_near(sd, 1.2825498302, 0.03);
}

static void a_chain_is_the_same_each_time(void **state)
{
    (void)state;
    static double first[100];
    run(gumbel, 1, 25);
    memcpy(first, drawn[0], sizeof first);
    run(gumbel, 1, 25);
    assert_memory_equal(first, drawn[0], sizeof first);
}

/* x[i] = 0.9 x[i-1] + noise: of n draws n (1 - 0.9) / (1 + 0.9) are independent. */
static void draws_that_hang_together_are_fewer(void **state)
{
    (void)state;
    struct hz_ziggurat ziggurat;
    struct hz_random random = hz_random_stream(1, 1);
    double x = 0;
    hz_ziggurat_new(&ziggurat);
    for (size_t i = 0; i < CHAINS * DRAWS; i++)
        drawn[0][i] = x = 0.9 * x + hz_variate_normal(&ziggurat, &random);
    const struct hz_chain_check check = hz_chains_check(drawn[0], CHAINS, DRAWS);
    assert_near(check.effective, CHAINS * DRAWS * 0.1 / 1.9, 800);
    assert_near(check.r_hat, 1, 0.01);
}

static void chains_in_two_places_do_not_agree(void **state)
{
    (void)state;
    struct hz_ziggurat ziggurat;
    struct hz_random random = hz_random_stream(1, 2);
    hz_ziggurat_new(&ziggurat);
    for (size_t i = 0; i < 4 * 100; i++)
        drawn[0][i] = hz_variate_normal(&ziggurat, &random) + (i < 200 ? 0 : 2);
    assert_true(hz_chains_check(drawn[0], 4, 100).r_hat > 1.3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_normal_density_has_its_moments),
        cmocka_unit_test(a_skewed_density_has_its_moments),
        cmocka_unit_test(a_chain_is_the_same_each_time),
        cmocka_unit_test(draws_that_hang_together_are_fewer),
        cmocka_unit_test(chains_in_two_places_do_not_agree),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
