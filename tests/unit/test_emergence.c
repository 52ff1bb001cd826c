/*
 * The derivatives of growth curves are those of the curves, and a fit is where the likelihood
 * peaks.
 */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "random/random.h"
#include "triangle/emergence.h"
#include "triangle/triangle_table.h"

#include <math.h>

static const enum hz_emergence_curve curves[] = {HZ_CURVE_LOG_LOGISTIC, HZ_CURVE_WEIBULL};

static void assert_close(double found, double want, double tolerance)
{
    if (!(fabs(found - want) <= tolerance))
        fail_msg("%.17g is not within %g of %.17g", found, tolerance, want);
}

/* By hand: half at theta, 1 - 1/e at theta. */
static void curves_have_their_scale_at_theta(void **state)
{
    (void)state;
    for (double omega = 0.5; omega < 4; omega += 0.5) {
        assert_close(hz_emergence_at(HZ_CURVE_LOG_LOGISTIC, omega, 7, 7).share, 0.5, 1e-15);
        assert_close(hz_emergence_at(HZ_CURVE_WEIBULL, omega, 7, 7).share, 1 - exp(-1), 1e-15);
    }
    for (size_t c = 0; c < 2; c++) {
        const struct hz_share none = hz_emergence_at(curves[c], 2, 7, 0);
        const struct hz_share all = hz_emergence_at(curves[c], 2, 7, (double)INFINITY);
        assert_close(none.share, 0, 0);
        assert_close(all.share, 1, 0);
        assert_close(all.by_omega, 0, 0);
        assert_close(none.by_theta, 0, 0);
    }
}

static double share_at(enum hz_emergence_curve curve, double omega, double theta, double age)
{
    return hz_emergence_at(curve, omega, theta, age).share;
}

/* Central differences of random curves: of G for the first derivatives, of those for the second. */
static void derivatives_are_those_of_the_curve(void **state)
{
    (void)state;
    enum { CASES = 2000, SEED = 5 };
    const double h = 1e-5;
    for (uint64_t i = 0; i < CASES; i++) {
        struct hz_random random = hz_random_stream(SEED, i);
        const enum hz_emergence_curve curve = curves[i % 2];
        const double omega = 0.3 + 3 * hz_random_uniform(&random);
        const double theta = 1 + 9 * hz_random_uniform(&random);
        const double age = 0.1 + 20 * hz_random_uniform(&random);
        const struct hz_share g = hz_emergence_at(curve, omega, theta, age);
        const struct hz_share more = hz_emergence_at(curve, omega + h, theta, age);
        const struct hz_share less = hz_emergence_at(curve, omega - h, theta, age);
        const struct hz_share later = hz_emergence_at(curve, omega, theta + h, age);
        const struct hz_share sooner = hz_emergence_at(curve, omega, theta - h, age);
        assert_close(g.by_omega, (more.share - less.share) / (2 * h), 1e-8);
        assert_close(g.by_theta, (later.share - sooner.share) / (2 * h), 1e-8);
        assert_close(g.by_omega_omega, (more.by_omega - less.by_omega) / (2 * h), 1e-8);
        assert_close(g.by_omega_theta, (more.by_theta - less.by_theta) / (2 * h), 1e-8);
        assert_close(g.by_omega_theta, (later.by_omega - sooner.by_omega) / (2 * h), 1e-8);
        assert_close(g.by_theta_theta, (later.by_theta - sooner.by_theta) / (2 * h), 1e-8);
        assert_true(share_at(curve, omega, theta, age * 1.01) >= g.share);
    }
}

static const char *const published[] = {
    "abc", "clark",       "med_mal_paid", "merz_wuthrich", "mortgage", "quarg_mack_paid",
    "raa", "taylor_ashe", "uk_motor",     "us_auto_paid"};

static void read_published(struct hz_triangle_table *table, const char *name,
                           struct hz_arena *arena)
{
    struct hz_error err = {0};
    struct hz_sheet sheet;
    struct hz_buffer path = {0};
    hz_buffer_format(&path, "data/published/%s.csv", name);
    const char *kept = hz_arena_string(arena, (struct hz_text){path.at, path.length});
    hz_buffer_free(&path);
    if (!hz_sheet_read(&sheet, kept, arena, &err) ||
        !hz_triangle_table_read(table, &sheet, NULL, arena, &err))
        fail_msg("%s", err.text);
}

/* Curves beside the fitted one are less likely, for whatever triangle has a fit. */
static void a_fit_is_a_peak_of_the_likelihood(void **state)
{
    (void)state;
    const double h = 1e-3;
    for (size_t p = 0; p < sizeof published / sizeof *published; p++)
        for (size_t c = 0; c < 2; c++) {
            struct hz_arena arena = {0};
            struct hz_error err = {0};
            struct hz_triangle_table table;
            struct hz_emergence fit, near;
            struct hz_emergence_choice choice = {.curve = curves[c]};
            read_published(&table, published[p], &arena);
            const struct hz_triangle *triangle = &table.triangle[0].triangle;
            if (hz_emergence_fit(&fit, triangle, NULL, choice, &arena, &err)) {
                for (int way = 0; way < 4; way++) {
                    choice.omega = fit.omega * (1 + (way < 2 ? way == 0 ? h : -h : 0));
                    choice.theta = fit.theta * (1 + (way >= 2 ? way == 2 ? h : -h : 0));
                    assert_true(hz_emergence_fit(&near, triangle, NULL, choice, &arena, &err));
                    assert_true(near.log_likelihood < fit.log_likelihood);
                }
                assert_true(fit.omega_variance > 0 && fit.theta_variance > 0);
                assert_true(fit.omega_theta_covariance * fit.omega_theta_covariance <
                            fit.omega_variance * fit.theta_variance);
            } else {
                assert_int_equal(err.kind, HZ_ERROR_DATA);
                print_message("%s, %s: %s\n", published[p], hz_emergence_curve_names[c], err.text);
            }
            hz_arena_free(&arena);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(curves_have_their_scale_at_theta),
        cmocka_unit_test(derivatives_are_those_of_the_curve),
        cmocka_unit_test(a_fit_is_a_peak_of_the_likelihood),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
