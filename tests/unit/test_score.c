/* test_score.c: forecasts scored by outcomes, and percentiles by how evenly they lie. */

#include "variability/score.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

static void assert_near(double is, double should, double tolerance)
{
    if (!(fabs(is - should) <= tolerance))
        fail_msg("%.12g is not %.12g", is, should);
}

/* CRPS is the integral of (F - 1{x >= y})^2: here summed over a fine grid. */
static double integrated(const struct hz_foretold *forecast, double outcome, double from, double to)
{
    const size_t parts = 200000;
    const double step = (to - from) / (double)parts;
    double sum = 0;
    for (size_t i = 0; i < parts; i++) {
        const double x = from + ((double)i + 0.5) * step;
        const double off = hz_foretold_score(forecast, x).percentile - (x >= outcome);
        sum += off * off * step;
    }
    return sum;
}

static void crps_is_the_integral_that_defines_it(void **state)
{
    (void)state;
    const struct hz_foretold normal = {HZ_FORETOLD_NORMAL, 100, 15, NULL, 0};
    const struct hz_foretold log_normal = {HZ_FORETOLD_LOG_NORMAL, 100, 40, NULL, 0};
    const double outcomes[] = {60, 97.5, 150};
    for (size_t i = 0; i < 3; i++) {
        assert_near(hz_foretold_score(&normal, outcomes[i]).crps,
                    integrated(&normal, outcomes[i], 0, 250), 1e-3);
        assert_near(hz_foretold_score(&log_normal, outcomes[i]).crps,
                    integrated(&log_normal, outcomes[i], 0.01, 900), 1e-2);
    }
}

static void crps_of_draws_is_half_their_distances_less(void **state)
{
    (void)state;
    const double draw[] = {1, 2, 4, 8};
    const struct hz_foretold forecast = {HZ_FORETOLD_DRAWS, 3.75, 2.68, draw, 4};
    /* By hand: mean |x - 3| = (2 + 1 + 1 + 5) / 4; mean |x - x'| = 2 (1+3+7+2+6+4) / 16. */
    assert_near(hz_foretold_score(&forecast, 3).crps, 9.0 / 4 - 46.0 / 16 / 2, 1e-12);
    assert_near(hz_foretold_score(&forecast, 3).percentile, 2.5 / 5, 1e-12);
}

/*
 * Meyers (2019) prints 72.02 for Mack's 39177 and 1442 of commercial auto 353, and the outcome
 * 40000.
 */
static void percentile_is_the_published_one(void **state)
{
    (void)state;
    const struct hz_foretold mack = {HZ_FORETOLD_LOG_NORMAL, 39177, 1442, NULL, 0};
    assert_near(100 * hz_foretold_score(&mack, 40000).percentile, 72.02, 0.005);
}

static void log_score_falls_towards_the_mode(void **state)
{
    (void)state;
    const struct hz_foretold normal = {HZ_FORETOLD_NORMAL, 0, 1, NULL, 0};
    assert_near(hz_foretold_score(&normal, 0).log_score, 0.918938533204673, 1e-12);
    assert_near(hz_foretold_score(&normal, 2).log_score, 2.918938533204673, 1e-12);
}

static void even_percentiles_are_calibrated(void **state)
{
    (void)state;
    double percentile[100];
    struct hz_calibration calibration;
    for (size_t i = 0; i < 100; i++)
        percentile[99 - i] = ((double)i + 0.5) / 100;
    hz_calibrate(percentile, 100, &calibration);
    assert_near(calibration.ks, 0.5, 1e-9);
    assert_near(calibration.ks_both, 0.5, 1e-9);
    assert_near(calibration.ks_critical, 13.6, 1e-9);
    assert_near(calibration.within[2], 0.90, 1e-9);
    assert_true(calibration.anderson_darling < 0.1);
}

static void percentiles_at_the_ends_are_not(void **state)
{
    (void)state;
    double percentile[] = {0.001, 0.002, 0.999, 0.998};
    struct hz_calibration calibration;
    hz_calibrate(percentile, 4, &calibration);
    assert_near(calibration.ks, 49.8, 1e-9); /* 2/4 - 0.002 */
    assert_near(calibration.within[3], 0, 0);
    assert_true(calibration.anderson_darling > 2.492);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(crps_is_the_integral_that_defines_it),
        cmocka_unit_test(crps_of_draws_is_half_their_distances_less),
        cmocka_unit_test(percentile_is_the_published_one),
        cmocka_unit_test(log_score_falls_towards_the_mode),
        cmocka_unit_test(even_percentiles_are_calibrated),
        cmocka_unit_test(percentiles_at_the_ends_are_not),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
