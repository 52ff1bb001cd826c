/*
 * test_bayesian.c: the sampler is right if triangles drawn from the priors are foretold as they
 * should be: what they come to has a rank among the draws that is as often low as high (Talts, S.
 * et al. 2018, Validating Bayesian inference algorithms with simulation-based calibration,
 * arXiv:1804.06788).
 */

#include "base/text.h"
#include "reserve/bayesian.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

enum { N = 5, REPLICATES = 200, BINS = 10, THINNED = 10 };

/* Priors under which triangles are of a size: wide ones bring values of 1e20. */
static const struct hz_bayesian_priors priors = {
    .level_mean = -0.4, .level_sd = 1, .origin_sd = 0.5, .development_sd = 0.7, .rate_sd = 0.1};

static struct hz_ziggurat ziggurat;

static double normal(struct hz_random *random)
{
    return hz_variate_normal(&ziggurat, random);
}

/* All cells of a triangle and of what becomes of it, drawn from the model. */
static void draw_truth(enum hz_bayesian_model model, uint64_t replicate, double value[N][N])
{
    struct hz_random random = hz_random_stream(11, replicate);
    double level = priors.level_mean + priors.level_sd * normal(&random), b[N] = {0};
    double variance[N], sum = 0, rate = 0, correlation = 0, off[N] = {0};
    for (size_t d = 0; d + 1 < N; d++)
        b[d] = priors.development_sd * normal(&random);
    for (size_t d = N; d-- > 0;)
        variance[d] = sum += hz_random_uniform(&random);
    if (model == HZ_BAYESIAN_CSR)
        rate = priors.rate_sd * normal(&random);
    if (model == HZ_BAYESIAN_CCL)
        correlation = 2 * hz_random_uniform(&random) - 1;
    for (size_t w = 0; w < N; w++) {
        const double a = w > 0 ? priors.origin_sd * normal(&random) : 0;
        for (size_t d = 0; d < N; d++) {
            const double mean =
                level + a + b[d] * pow(1 - rate, (double)w) + (w > 0 ? correlation * off[d] : 0);
            off[d] = sqrt(variance[d]) * normal(&random);
            value[w][d] = 1e9 * exp(mean + off[d]);
        }
    }
}

static void new_triangle(struct hz_triangle *triangle, double value[N][N], struct hz_arena *arena)
{
    static char label[N][4];
    struct hz_cell cell[N * (N + 1) / 2];
    struct hz_error err = {0};
    size_t cells = 0;
    for (size_t w = 0; w < N; w++) {
        snprintf(label[w], sizeof label[w], "%zu", w + 1);
        for (size_t d = 0; d + w < N; d++)
            cell[cells++] = (struct hz_cell){
                .origin = hz_text_of(label[w]), .age = (double)d + 1, .value = value[w][d]};
    }
    assert_true(hz_triangle_new(triangle, cell, cells, false, HZ_NOWHERE, arena, &err));
}

static void check_ranks(enum hz_bayesian_model model)
{
    const double exposure[N] = {1e9, 1e9, 1e9, 1e9, 1e9};
    size_t count[BINS] = {0}, ranked = 0;
    double chi_square = 0;
    for (uint64_t r = 0; r < REPLICATES; r++) {
        const struct hz_bayesian_choice choice = {.model = model,
                                                  .priors = priors,
                                                  .chains = 2,
                                                  .warm_up = 300,
                                                  .draws = 500,
                                                  .seed = r,
                                                  .threads = 1};
        struct hz_arena arena = {0};
        struct hz_error err = {0};
        struct hz_triangle triangle;
        struct hz_bayesian fit;
        double value[N][N], truth = 0;
        draw_truth(model, r, value);
        new_triangle(&triangle, value, &arena);
        for (size_t w = 0; w < N; w++)
            truth += value[w][N - 1];
        if (hz_bayesian_fit(&fit, &triangle, exposure, &choice, &arena, &err)) {
            const double *total = fit.ultimate + N * fit.draws;
            size_t below = 0, of = 0;
            for (size_t i = 0; i < fit.draws; i += THINNED, of++)
                below += total[i] < truth;
            count[below * BINS / (of + 1)]++;
            ranked++;
        }
        hz_arena_free(&arena);
    }
    /* Chains may refuse now and then; the ranks of the rest are even all the same. */
    assert_true(ranked > REPLICATES * 9 / 10);
    const double expected = (double)ranked / BINS;
    for (size_t i = 0; i < BINS; i++)
        chi_square += pow((double)count[i] - expected, 2) / expected;
    if (chi_square > 27.88) /* 99.9 % of chi-square with 9 degrees of freedom */
        fail_msg("chi-square %.1f", chi_square);
}

static void ranks_are_even_for_csr(void **state)
{
    (void)state;
    check_ranks(HZ_BAYESIAN_CSR);
}

static void ranks_are_even_for_ccl(void **state)
{
    (void)state;
    check_ranks(HZ_BAYESIAN_CCL);
}

static void any_number_of_threads_draws_the_same(void **state)
{
    (void)state;
    const double exposure[N] = {1e9, 1e9, 1e9, 1e9, 1e9};
    double value[N][N], total[2] = {0};
    draw_truth(HZ_BAYESIAN_CSR, 1, value);
    for (int threads = 1; threads <= 4; threads += 3) {
        const struct hz_bayesian_choice choice = {.model = HZ_BAYESIAN_CSR,
                                                  .priors = priors,
                                                  .chains = 4,
                                                  .warm_up = 300,
                                                  .draws = 500,
                                                  .threads = threads};
        struct hz_arena arena = {0};
        struct hz_error err = {0};
        struct hz_triangle triangle;
        struct hz_bayesian fit;
        new_triangle(&triangle, value, &arena);
        assert_true(hz_bayesian_fit(&fit, &triangle, exposure, &choice, &arena, &err));
        total[threads > 1] = fit.expected[N] + fit.ultimate[N * fit.draws + 1999];
        hz_arena_free(&arena);
    }
    assert_memory_equal(&total[0], &total[1], sizeof *total);
}

static void an_exposure_of_nothing_is_refused(void **state)
{
    (void)state;
    const double exposure[N] = {1e9, 0, 1e9, 1e9, 1e9};
    const struct hz_bayesian_choice choice = {
        .priors = priors, .chains = 2, .warm_up = 30, .draws = 10, .threads = 1};
    struct hz_arena arena = {0};
    struct hz_error err = {0};
    struct hz_triangle triangle;
    struct hz_bayesian fit;
    double value[N][N];
    draw_truth(HZ_BAYESIAN_CSR, 1, value);
    new_triangle(&triangle, value, &arena);
    assert_false(hz_bayesian_fit(&fit, &triangle, exposure, &choice, &arena, &err));
    assert_string_equal(err.text, "origin 2: its exposure is not above 0");
    hz_arena_free(&arena);
}

static int set_up(void **state)
{
    (void)state;
    hz_ziggurat_new(&ziggurat);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ranks_are_even_for_csr),
        cmocka_unit_test(ranks_are_even_for_ccl),
        cmocka_unit_test(any_number_of_threads_draws_the_same),
        cmocka_unit_test(an_exposure_of_nothing_is_refused),
    };
    return cmocka_run_group_tests(tests, set_up, NULL);
}
