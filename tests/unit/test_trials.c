/* Trials whose figures are known: their order statistics by hand, their moments, their refusals. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/attr.h"
#include "random/trials.h"

#include <math.h>

static const double levels[] = {0.005, 0.25, 0.5, 0.9};

/* 0 ... n - 1 in an order that jumps about: n is no multiple of the prime. */
static void draw_permutation(const void *model, uint64_t first, double figure[])
{
    const uint64_t n = *(const uint64_t *)model;
    for (size_t l = 0; l < HZ_LANES; l++) {
        const double place = (double)((first + l) * 7919 % n);
        figure[l] = place;
        figure[HZ_LANES + l] = floor(place / 1000); /* many alike */
        figure[2 * HZ_LANES + l] = 7;
        figure[3 * HZ_LANES + l] = 1e100 * place; /* whose powers are beyond a double */
    }
}

static void run(uint64_t n, int threads, struct hz_trial_figure figure[4], struct hz_arena *arena)
{
    struct hz_error err = {0};
    const struct hz_trials trials = {.trials = n,
                                     .figures = 4,
                                     .threads = threads,
                                     .draw = draw_permutation,
                                     .model = &n,
                                     .level = levels,
                                     .levels = HZ_COUNT(levels)};
    if (!hz_trials_run(&trials, figure, arena, &err))
        fail_msg("%s", err.text);
}

static void assert_close(double found, double want)
{
    if (!(fabs(found - want) <= 1e-9 * fabs(want)))
        fail_msg("%.17g, expected %.17g", found, want);
}

/*
 * Of 0 ... n - 1, definition 7 of a quantile is (n - 1) level, whether trials are kept or drawn
 * again.
 */
static void quantiles_are_exact(void **state)
{
    (void)state;
    static const uint64_t counts[] = {2, 33, 1000, 100001, 1500000};
    struct hz_arena arena = {0};
    for (size_t i = 0; i < HZ_COUNT(counts); i++) {
        const double n = (double)counts[i];
        struct hz_trial_figure figure[4];
        run(counts[i], 3, figure, &arena);
        for (size_t q = 0; q < HZ_COUNT(levels); q++) {
            assert_close(figure[0].quantile[q], (n - 1) * levels[q]);
            assert_close(figure[2].quantile[q], 7);
            assert_close(figure[2].quantile_error[q], 0);
        }
        /* A standard deviation of the rank to each side. */
        if (counts[i] > 1000)
            assert_true(fabs(figure[0].quantile_error[2] - sqrt(n) / 2) <= 1);
        assert_close(figure[0].mean, (n - 1) / 2);
        assert_close(figure[0].sd, sqrt(n * (n + 1) / 12));
        assert_close(figure[0].mean_error, figure[0].sd / sqrt(n));
        assert_close(figure[3].sd, 1e100 * figure[0].sd);
        assert_close(figure[3].sd_error, 1e100 * figure[0].sd_error);
        assert_close(figure[2].mean, 7);
        assert_close(figure[2].sd, 0);
        assert_close(figure[2].sd_error, 0);
    }
    hz_arena_free(&arena);
}

/*
 * A uniform's fourth moment is 9/5 of its squared variance: the sd's error is sd sqrt(0.8 / n) / 2.
 */
static void the_error_of_the_sd_follows_the_fourth_moment(void **state)
{
    (void)state;
    struct hz_arena arena = {0};
    struct hz_trial_figure figure[4];
    run(100001, 1, figure, &arena);
    assert_true(fabs(figure[0].sd_error / (figure[0].sd * sqrt(0.8 / 100001) / 2) - 1) < 1e-4);
    hz_arena_free(&arena);
}

static void threads_make_no_difference(void **state)
{
    (void)state;
    struct hz_arena arena = {0};
    struct hz_trial_figure one[4], many[4];
    run(54321, 1, one, &arena);
    run(54321, 7, many, &arena);
    for (size_t f = 0; f < 4; f++) {
        assert_memory_equal(&one[f].mean, &many[f].mean, sizeof one[f].mean);
        assert_memory_equal(&one[f].sd, &many[f].sd, sizeof one[f].sd);
        assert_memory_equal(one[f].quantile, many[f].quantile, sizeof levels);
        assert_memory_equal(one[f].quantile_error, many[f].quantile_error, sizeof levels);
    }
    hz_arena_free(&arena);
}

static void draw_hole(const void *model, uint64_t first, double figure[])
{
    (void)model;
    for (size_t l = 0; l < HZ_LANES; l++)
        figure[l] = first + l == 4321 || first + l == 7777 ? (double)INFINITY : 1;
}

static void a_figure_that_is_not_finite_is_refused_by_its_number(void **state)
{
    (void)state;
    struct hz_arena arena = {0};
    struct hz_error err = {0};
    struct hz_trial_figure figure;
    const struct hz_trials trials = {.trials = 10000,
                                     .figures = 1,
                                     .threads = 2,
                                     .draw = draw_hole,
                                     .level = levels,
                                     .levels = 1};
    assert_false(hz_trials_run(&trials, &figure, &arena, &err));
    assert_int_equal(err.kind, HZ_ERROR_DATA);
    assert_non_null(strstr(err.text, "simulation 4321"));
    hz_arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(quantiles_are_exact),
        cmocka_unit_test(the_error_of_the_sd_follows_the_fourth_moment),
        cmocka_unit_test(threads_make_no_difference),
        cmocka_unit_test(a_figure_that_is_not_finite_is_refused_by_its_number),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
