/* Payouts' number, size and sum: against R's MASS and actuar, each other, and simulation. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "random/random.h"
#include "risk/lattice.h"
#include "risk/ruin.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static void near(double got, double want, double tolerance)
{
    if (!(fabs(got - want) <= tolerance * fmax(1e-3, fabs(want))))
        fail_msg("%.15g is not %.15g", got, want);
}

enum { N = 30 };

static void take_sample(double x[N], double unit)
{
    static const double amount[N] = {312,  1840, 95,   560,  2210,  730, 118,  4025, 890, 1330,
                                     260,  675,  1480, 9120, 415,   205, 3300, 1020, 150, 580,
                                     1905, 2740, 345,  785,  12650, 470, 1160, 88,   640, 1575};
    for (size_t i = 0; i < N; i++)
        x[i] = amount[i] / unit;
}

/* R 4.2.2, MASS 7.3-58.2 fitdistr(), actuar 3.3-2; errors there are from numerical derivatives. */
static void fits_are_those_of_r(void **state)
{
    (void)state;
    double x[N];
    struct hz_severity_fit fit;
    struct hz_error err = {0};
    take_sample(x, 1);
    assert_true(hz_severity_fit(HZ_LOG_NORMAL, x, N, &fit, &err));
    near(fit.severity.a, 6.68903898333062, 1e-12);
    near(fit.severity.b, 1.22585337046726, 1e-12);
    near(fit.se_a, 0.223809181066219, 1e-12);
    near(fit.se_b, 0.158256989623731, 1e-12);
    near(fit.log_likelihood, -249.348442408546, 1e-12);
    near(fit.distance, 0.050827056244164, 1e-10);
    take_sample(x, 1000);
    assert_true(hz_severity_fit(HZ_GAMMA, x, N, &fit, &err));
    near(fit.severity.a, 0.780893111962248, 1e-9);
    near(fit.severity.b, 0.453366233020483, 1e-9);
    near(fit.se_a, 0.173561927, 1e-3);
    near(fit.se_b, 0.137577955, 1e-3);
    near(fit.log_likelihood, -45.6486973452533, 1e-11);
    assert_true(hz_severity_fit(HZ_PARETO, x, N, &fit, &err));
    near(fit.severity.a, 2.41457653320664, 1e-6);
    near(fit.severity.b, 2.48515239890211, 1e-6);
    near(fit.se_a, 1.41249628, 1e-2);
    near(fit.se_b, 1.95317671, 1e-2);
    near(fit.log_likelihood, -43.2888405958528, 1e-11);
}

static void negative_binomial_fit_is_that_of_r(void **state)
{
    (void)state;
    static const double count[] = {12, 7, 15, 22, 9, 4, 18, 30, 11, 6, 14, 25};
    static const double one[] = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
    const struct hz_counts_sample sample = {count, one, 12};
    struct hz_frequency_fit fit;
    struct hz_error err = {0};
    assert_true(hz_fit_negative_binomial(&sample, &fit, &err));
    near(fit.size, 4.5438585591937, 1e-6);
    near(fit.rate, 173.0 / 12, 1e-9);
    near(fit.size_se, 2.42783013, 1e-4);
    near(fit.rate_se, 2.23900252, 1e-4);
    near(fit.log_likelihood, -40.5846034065086, 1e-9);
}

/* 10, 20, 30 payouts on 1, 2, 3: exactly 10 each, and no spread for a negative binomial to fit. */
static void poisson_rate_is_counts_by_exposure(void **state)
{
    (void)state;
    static const double count[] = {10, 20, 30}, exposure[] = {1, 2, 3};
    struct hz_frequency_fit fit;
    struct hz_error err = {0};
    assert_true(hz_fit_poisson(&(struct hz_counts_sample){count, exposure, 3}, &fit, &err));
    near(fit.rate, 10, 1e-15);
    near(fit.rate_se, sqrt(60) / 6, 1e-15);
    assert_false(
        hz_fit_negative_binomial(&(struct hz_counts_sample){count, exposure, 3}, &fit, &err));
    assert_non_null(strstr(err.text, "use poisson"));
    err = (struct hz_error){0};
    assert_false(hz_fit_poisson(&(struct hz_counts_sample){count, count, 0}, &fit, &err));
    assert_non_null(strstr(err.text, "no cell"));
    static const double none[] = {1, 0, 1};
    err = (struct hz_error){0};
    assert_false(hz_fit_poisson(&(struct hz_counts_sample){count, none, 3}, &fit, &err));
    assert_non_null(strstr(err.text, "cell 2"));
}

/* Each within two standard errors in 95 % of samples: of 200, 190 give or take 3 x 3.1. */
static void fits_recover_what_was_simulated(void **state)
{
    (void)state;
    static const struct hz_severity known[] = {
        {HZ_LOG_NORMAL, 7, 1.1}, {HZ_GAMMA, 2, 0.001}, {HZ_PARETO, 3, 2000}};
    gsl_rng *rng = gsl_rng_alloc(hz_random_gsl);
    double x[1000];
    for (size_t k = 0; k < 3; k++) {
        int near_a = 0, near_b = 0;
        for (uint64_t sample = 0; sample < 200; sample++) {
            struct hz_severity_fit fit;
            struct hz_error err = {0};
            hz_random_gsl_set(rng, 1, 1000 * k + sample);
            for (size_t i = 0; i < 1000; i++)
                x[i] = hz_severity_draw(&known[k], rng);
            assert_true(hz_severity_fit(known[k].kind, x, 1000, &fit, &err));
            near_a += fabs(fit.severity.a - known[k].a) <= 2 * fit.se_a;
            near_b += fabs(fit.severity.b - known[k].b) <= 2 * fit.se_b;
        }
        assert_in_range(near_a, 180, 200);
        assert_in_range(near_b, 180, 200);
    }
    gsl_rng_free(rng);
}

static void samples_that_cannot_be_fitted_are_refused(void **state)
{
    (void)state;
    struct hz_severity_fit fit;
    double same[N], even[N], zero[N] = {0};
    for (int i = 0; i < N; i++) {
        same[i] = 500;
        even[i] = 1000 + i;
    }
    struct hz_error err = {0};
    assert_false(hz_severity_fit(HZ_GAMMA, even, 9, &fit, &err));
    assert_non_null(strstr(err.text, "9 payouts are too few"));
    err = (struct hz_error){0};
    assert_false(hz_severity_fit(HZ_GAMMA, same, N, &fit, &err));
    assert_non_null(strstr(err.text, "fixed sum"));
    err = (struct hz_error){0};
    assert_false(hz_severity_fit(HZ_GAMMA, zero, N, &fit, &err));
    assert_non_null(strstr(err.text, "above 0"));
    err = (struct hz_error){0};
    assert_false(hz_severity_fit(HZ_PARETO, even, N, &fit, &err));
    assert_non_null(strstr(err.text, "no maximum"));
}

/* R actuar 3.3-2: discretize(), levlnorm(), levpareto(). */
static void discretisations_are_those_of_r(void **state)
{
    (void)state;
    static const double rounding[] = {0.2376158659677777, 0.3744646869327490, 0.1610308444897902,
                                      0.0811797336148166, 0.0460476320994593};
    static const double gamma[] = {0.1036383235143269, 0.3340644859177969, 0.2698913994607451,
                                   0.1533642826002165, 0.0763133041681081};
    static const double pareto[] = {0.44444444444444420, 0.36111111111111155, 0.10444444444444434,
                                    0.04111111111111086, 0.01941043083900240};
    static const struct hz_severity l = {HZ_LOG_NORMAL, 7, 1.1}, g = {HZ_GAMMA, 2, 0.001},
                                    p = {HZ_PARETO, 3, 2000};
    struct hz_arena arena = {0};
    struct hz_lattice lattice;
    hz_lattice_of_severity(&lattice, &l, HZ_ROUNDING, 1000, 5, &arena);
    for (int k = 0; k < 5; k++)
        near(lattice.p[k], rounding[k], 1e-10);
    hz_lattice_of_severity(&lattice, &g, HZ_MEAN, 1000, 5, &arena);
    for (int k = 0; k < 5; k++)
        near(lattice.p[k], gamma[k], 1e-10);
    hz_lattice_of_severity(&lattice, &p, HZ_MEAN, 1000, 5, &arena);
    for (int k = 0; k < 4; k++)
        near(lattice.p[k], pareto[k], 1e-10);
    near(hz_severity_limited_mean(&l, 500), 451.157023936043, 1e-12);
    near(hz_severity_limited_mean(&l, 5000), 1644.500279795963, 1e-12);
    near(hz_severity_limited_mean(&p, 500), 360, 1e-12);
    hz_arena_free(&arena);
}

/*
 * R actuar 3.3-2, aggregateDist("recursive"). The first is the compound Poisson example of Bowers
 * et al., "Actuarial Mathematics", chapter 12 (lambda 0.8, amounts 1, 2, 3), to more digits.
 */
static void panjer_and_fourier_are_those_of_r(void **state)
{
    (void)state;
    static double three[] = {0, 0.25, 0.375, 0.375};
    static double eleven[] = {0, 0.15, 0.2, 0.25, 0.125, 0.075, 0.05, 0.05, 0.05, 0.025, 0.025};
    static const double poisson[] = {0.44932896411722156, 0.08986579282344431, 0.14378526851751094,
                                     0.16235753236768935, 0.04990547028128611, 0.04736047102852614,
                                     0.03092285925089955, 0.01135939681720766, 0.00793125235495684};
    static const double at[] = {0, 5, 10, 25, 40};
    static const double binomial[] = {0.0625, 0.178613820915222, 0.316332785643883,
                                      0.658874742123215, 0.848992576896163};
    struct hz_arena arena = {0};
    struct hz_error err = {0};
    const struct hz_lattice a = {1, 4, three}, b = {1, 11, eleven};
    const struct hz_frequency few = {0.8, 0}, many = {6, 2};
    struct hz_lattice panjer, fourier;
    assert_true(hz_panjer(&few, &a, 64, &panjer, &arena, &err));
    assert_true(hz_fourier(&few, &a, 64, &fourier, &arena, &err));
    for (int k = 0; k < 9; k++) {
        near(panjer.p[k], poisson[k], 1e-13);
        near(fourier.p[k], poisson[k], 1e-9);
    }
    assert_true(hz_panjer(&many, &b, 256, &panjer, &arena, &err));
    assert_true(hz_fourier(&many, &b, 256, &fourier, &arena, &err));
    for (int k = 0; k < 5; k++) {
        near(hz_lattice_cdf(&panjer, at[k]), binomial[k], 1e-12);
        near(hz_lattice_cdf(&fourier, at[k]), binomial[k], 1e-9);
    }
    hz_arena_free(&arena);
}

enum { SUMS = 200000 };

static int by_size(const void *a, const void *b)
{
    const double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/*
 * A critical illness plan: 3.5 payouts a year, log-normal. The two ways to discretise that enclose
 * the distribution, and simulated sums with 4 standard errors of their share below the quantile.
 */
static void three_ways_to_a_sum_agree(void **state)
{
    (void)state;
    static const struct hz_severity severity = {HZ_LOG_NORMAL, 7, 1.1};
    static const struct hz_frequency frequency = {3.5, 2};
    enum { POINTS = 4096 };
    const double step = 50;
    struct hz_arena arena = {0};
    struct hz_error err = {0};
    struct hz_lattice f, panjer, fourier, low, high;
    hz_lattice_of_severity(&f, &severity, HZ_MEAN, step, POINTS, &arena);
    assert_true(hz_panjer(&frequency, &f, POINTS, &panjer, &arena, &err));
    assert_true(hz_fourier(&frequency, &f, POINTS, &fourier, &arena, &err));
    for (size_t k = 0; k < POINTS; k++)
        assert_true(fabs(panjer.p[k] - fourier.p[k]) < 1e-9);
    hz_lattice_of_severity(&f, &severity, HZ_LOWER, step, POINTS, &arena);
    assert_true(hz_panjer(&frequency, &f, POINTS, &low, &arena, &err));
    hz_lattice_of_severity(&f, &severity, HZ_UPPER, step, POINTS, &arena);
    assert_true(hz_panjer(&frequency, &f, POINTS, &high, &arena, &err));

    double *sum = calloc(SUMS, sizeof *sum);
    gsl_rng *rng = gsl_rng_alloc(hz_random_gsl);
    for (size_t s = 0; s < SUMS; s++) {
        hz_random_gsl_set(rng, 7, s);
        for (uint64_t n = hz_frequency_draw(&frequency, rng); n > 0; n--)
            sum[s] += hz_severity_draw(&severity, rng);
    }
    gsl_rng_free(rng);
    qsort(sum, SUMS, sizeof *sum, by_size);
    static const double levels[] = {0.25, 0.5, 0.75, 0.9, 0.99, 0.995};
    for (size_t l = 0; l < 6; l++) {
        const double p = levels[l], x = sum[(size_t)(p * SUMS)];
        const double error = 4 * sqrt(p * (1 - p) / SUMS);
        assert_true(hz_lattice_cdf(&low, x) >= p - error);
        assert_true(hz_lattice_cdf(&high, x - step) <= p + error);
        assert_true(fabs(hz_lattice_cdf(&panjer, x) - p) < error + 0.006); /* half a step */
    }
    free(sum);
    hz_arena_free(&arena);
}

/* The mean and the variance of a sum: m E(X), m Var(X) + Var(N) E(X)^2. */
static void moments_of_a_large_sum(void **state)
{
    (void)state;
    static const struct hz_severity severity = {HZ_GAMMA, 2, 0.002};
    const struct hz_frequency frequency = {2000, 50};
    struct hz_arena arena = {0};
    struct hz_error err = {0};
    struct hz_lattice f, sum;
    hz_lattice_of_severity(&f, &severity, HZ_MEAN, 100, 32768, &arena);
    assert_true(hz_fourier(&frequency, &f, 65536, &sum, &arena, &err));
    near(hz_lattice_mean(&sum), 2e6, 1e-6);
    near(hz_lattice_variance(&sum), 2000 * 500000 + hz_frequency_variance(&frequency) * 1e6, 1e-3);
    assert_false(hz_panjer(&(struct hz_frequency){2000, 0}, &f, 64, &sum, &arena, &err));
    assert_non_null(strstr(err.text, "use the Fourier transform"));
    hz_arena_free(&arena);
}

/* Draws by inversion have the lattice's quantiles. */
static void draws_follow_the_lattice(void **state)
{
    (void)state;
    static double p[] = {0.1, 0, 0.6, 0.3};
    struct hz_arena arena = {0};
    struct hz_cumulated cumulated;
    hz_cumulate(&cumulated, &(struct hz_lattice){10, 4, p}, &arena);
    near(hz_cumulated_draw(&cumulated, 0.05), 0, 0);
    near(hz_cumulated_draw(&cumulated, 0.11), 20, 0);
    near(hz_cumulated_draw(&cumulated, 0.69), 20, 0);
    near(hz_cumulated_draw(&cumulated, 0.71), 30, 0);
    near(hz_cumulated_draw(&cumulated, 0.99999), 30, 0);
    hz_arena_free(&arena);
}

/* 20,000 paths each; 4 standard errors. Within 60 years is all but ever here. */
static void simulated_ruin_is_that_of_the_closed_form(void **state)
{
    (void)state;
    static const struct hz_classical model = {20, 1, 0.25};
    static const double funds[] = {0, 3, 8}, years[] = {0.5, 2, 60};
    enum { PATHS = 20000 };
    gsl_rng *rng = gsl_rng_alloc(hz_random_gsl);
    for (size_t f = 0; f < 3; f++)
        for (size_t y = 0; y < 3; y++) {
            int ruined = 0;
            for (uint64_t path = 0; path < PATHS; path++) {
                hz_random_gsl_set(rng, 11, path + (f * 3 + y) * PATHS);
                ruined += hz_ruin_path(&model, funds[f], years[y], rng);
            }
            const double p = hz_ruin_within(&model, funds[f], years[y]);
            assert_true(fabs((double)ruined / PATHS - p) < 4 * sqrt(p * (1 - p) / PATHS));
        }
    near(hz_ruin_within(&model, 3, 2000), hz_ruin_ever(&model, 3), 1e-9);
    near(hz_ruin_ever(&model, hz_ruin_assets_ever(&model, 0.05)), 0.05, 1e-12);
    near(hz_ruin_assets_ever(&model, 0.05), 5 * log(16), 1e-12); /* 0.8 exp(-u / 5) = 0.05 */
    near(hz_ruin_within(&model, hz_ruin_assets_within(&model, 2, 0.05), 2), 0.05, 1e-9);
    near(hz_ruin_assets_ever(&model, 0.8), 0, 1e-12);
    near(hz_ruin_assets_within(&model, 0.001, 0.5), 0, 0);
    near(hz_ruin_ever(&model, 0), 0.8, 1e-15);
    near(hz_ruin_ever(&model, 3), 0.8 * exp(-0.6), 1e-15);
    gsl_rng_free(rng);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fits_are_those_of_r),
        cmocka_unit_test(negative_binomial_fit_is_that_of_r),
        cmocka_unit_test(poisson_rate_is_counts_by_exposure),
        cmocka_unit_test(fits_recover_what_was_simulated),
        cmocka_unit_test(samples_that_cannot_be_fitted_are_refused),
        cmocka_unit_test(discretisations_are_those_of_r),
        cmocka_unit_test(panjer_and_fourier_are_those_of_r),
        cmocka_unit_test(three_ways_to_a_sum_agree),
        cmocka_unit_test(moments_of_a_large_sum),
        cmocka_unit_test(draws_follow_the_lattice),
        cmocka_unit_test(simulated_ruin_is_that_of_the_closed_form),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
