/*
 * Meyers' 200 triangles with their outcomes: what is printed with his monograph (meyers.csv) of
 * Mack's model, triangle by triangle and over all of them, and of his own models within the error
 * of simulation.
 */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "file/row_index.h"
#include "reserve/bayesian.h"
#include "triangle/origin_exposure.h"
#include "variability/outcome_table.h"
#include "variability/score.h"

#include "reserve/method.h"

#include <math.h>
#include <stdlib.h>

enum { MODEL, LINE, GROUP, ESTIMATE, SE, ACTUAL, PERCENTILE, TRIANGLES = 200 };

static struct hz_arena arena;
static struct hz_sheet printed;
static struct hz_row_index by_model;

static void must(bool done, const struct hz_error *err)
{
    if (!done)
        fail_msg("%s", err->text);
}

/*
 * The triangles of a basis, paid or incurred, and what they came to; values below 1 are taken as 1.
 */
static void read(const char *basis, struct hz_triangle_table *table, double outcome[])
{
    struct hz_outcome became[TRIANGLES];
    char path[96];
    struct hz_error err = {0};
    struct hz_sheet sheet;
    snprintf(path, sizeof path, "data/published/meyers_%s.csv", basis);
    must(hz_sheet_read(&sheet, path, &arena, &err), &err);
    must(hz_triangle_table_read(table, &sheet, NULL, &arena, &err), &err);
    snprintf(path, sizeof path, "data/published/meyers_%s_outcome.csv", basis);
    assert_int_equal(table->triangles, TRIANGLES);
    must(hz_outcome_read(became, path, table, &arena, &err), &err);
    for (size_t t = 0; t < TRIANGLES; t++)
        outcome[t] = became[t].all;
    must(hz_exposure_read_file(table, "data/published/meyers_exposure.csv", &arena, &err), &err);
    hz_triangle_table_floor(table, 1, &arena);
}

/* What is printed of a triangle by a model. */
static double figure_of(const char *model, const struct hz_group_triangle *item, int column)
{
    const struct hz_text key[] = {hz_text_of(model), item->key[0], item->key[1]};
    const size_t row = *hz_row_index_slot(&by_model, key);
    struct hz_error err = {0};
    double figure;
    assert_true(row > 0);
    must(hz_sheet_number(&printed, row - 1, column, &figure, &err), &err);
    return figure;
}

static int set_up(void **state)
{
    static const int column[] = {MODEL, LINE, GROUP};
    struct hz_error err = {0};
    (void)state;
    must(hz_sheet_read(&printed, "tests/published/meyers.csv", &arena, &err), &err);
    by_model = hz_row_index_new(&printed, column, HZ_COUNT(column), &arena);
    struct hz_text key[HZ_COUNT(column)];
    for (size_t r = 0; r < printed.rows; r++) {
        hz_row_index_key(&by_model, r, key);
        *hz_row_index_slot(&by_model, key) = r + 1;
    }
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    hz_arena_free(&arena);
    return 0;
}

/*
 * Mack's estimate and error of each triangle are printed as whole numbers, percentiles are
 * of those (to 0.12: they were drawn); the distances, of all and by line, are `ks`.
 */
static void check_mack(const char *basis, const char *model, const double ks[5])
{
    static const char *const lines[] = {"CA", "PA", "WC", "OL"};
    struct hz_triangle_table table;
    double outcome[TRIANGLES], all[TRIANGLES], of_line[TRIANGLES];
    struct hz_calibration calibration;
    read(basis, &table, outcome);
    for (size_t t = 0; t < TRIANGLES; t++) {
        const struct hz_group_triangle *item = &table.triangle[t];
        struct hz_development development;
        struct hz_reserve reserve;
        struct hz_error err = {0};
        hz_development_fit(&development, &item->triangle, hz_development_usual, &arena);
        const struct hz_reserve_basis of = {.triangle = &item->triangle,
                                            .development = &development,
                                            .parameters = HZ_METHOD_PARAMETERS_USUAL};
        must(hz_method_estimate(hz_method_find(hz_text_of("mack")), &of, &reserve, &arena, &err),
             &err);
        const double mean = reserve.ultimate[10], se = reserve.se[10];
        if (fabs(mean - figure_of(model, item, ESTIMATE)) > 0.5001 ||
            fabs(se - figure_of(model, item, SE)) > 0.5001)
            fail_msg("%s %.*s %.*s: %.2f, %.2f", model, HZ_TEXT_ARGS(item->key[0]),
                     HZ_TEXT_ARGS(item->key[1]), mean, se);
        const struct hz_foretold foretold = {HZ_FORETOLD_LOG_NORMAL, round(mean), round(se), NULL,
                                             0};
        /* The outcome as printed: of commercial auto 13420 too, one value was taken as 1. */
        all[t] = hz_foretold_score(&foretold, figure_of(model, item, ACTUAL)).percentile;
        if (fabs(100 * all[t] - figure_of(model, item, PERCENTILE)) > 0.12)
            fail_msg("%s %.*s %.*s: percentile %.4f", model, HZ_TEXT_ARGS(item->key[0]),
                     HZ_TEXT_ARGS(item->key[1]), 100 * all[t]);
    }
    for (size_t l = 0; l < HZ_COUNT(lines); l++) {
        size_t n = 0;
        for (size_t t = 0; t < TRIANGLES; t++)
            if (hz_text_equal(table.triangle[t].key[0], hz_text_of(lines[l])))
                of_line[n++] = all[t];
        hz_calibrate(of_line, n, &calibration);
        if (fabs(calibration.ks - ks[l + 1]) > 0.1)
            fail_msg("%s %s: %.3f", model, lines[l], calibration.ks);
    }
    hz_calibrate(all, TRIANGLES, &calibration);
    if (fabs(calibration.ks - ks[0]) > 0.05)
        fail_msg("%s: %.3f", model, calibration.ks);
}

static void mack_is_as_printed(void **state)
{
    (void)state;
    check_mack("paid", "Mack Paid", (const double[]){23.1, 24.6, 44.6, 30.4, 8.5});
    check_mack("incurred", "Mack Incurred", (const double[]){15.4, 16.4, 16.6, 27.0, 14.2});
}

/*
 * Meyers' models on every 25th triangle: the mean is to lie within a tenth of the printed standard
 * error, and the error within a fifth of it, which both runs of simulations keep with room to
 * spare.
 */
static void check_bayesian(const char *basis, const char *name, enum hz_bayesian_model model)
{
    struct hz_triangle_table table;
    double outcome[TRIANGLES];
    read(basis, &table, outcome);
    for (size_t t = 3; t < TRIANGLES; t += 25) {
        const struct hz_group_triangle *item = &table.triangle[t];
        const struct hz_bayesian_choice choice = {.model = model,
                                                  .priors = hz_bayesian_published,
                                                  .chains = HZ_BAYESIAN_CHAINS,
                                                  .warm_up = HZ_BAYESIAN_WARM_UP,
                                                  .draws = 1000,
                                                  .seed = 7,
                                                  .threads = 2};
        struct hz_bayesian fit;
        struct hz_error err = {0};
        must(hz_bayesian_fit(&fit, &item->triangle, item->exposure, &choice, &arena, &err), &err);
        const double estimate = figure_of(name, item, ESTIMATE), se = figure_of(name, item, SE);
        const double spread = sqrt(fit.process[10] + fit.parameter[10]);
        if (fabs(fit.expected[10] - estimate) > se / 10 || fabs(spread / se - 1) > 0.2)
            fail_msg("%s %.*s %.*s: %.0f, %.0f; printed %.0f, %.0f", name,
                     HZ_TEXT_ARGS(item->key[0]), HZ_TEXT_ARGS(item->key[1]), fit.expected[10],
                     spread, estimate, se);
    }
}

static void changing_settlement_rate_is_as_printed(void **state)
{
    (void)state;
    check_bayesian("paid", "CSR", HZ_BAYESIAN_CSR);
}

static void correlated_accident_years_are_as_printed(void **state)
{
    (void)state;
    check_bayesian("incurred", "CAY", HZ_BAYESIAN_CAY);
}

static void cross_classified_is_as_printed(void **state)
{
    (void)state;
    check_bayesian("paid", "CRC Paid", HZ_BAYESIAN_CRC);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(mack_is_as_printed),
        cmocka_unit_test(changing_settlement_rate_is_as_printed),
        cmocka_unit_test(correlated_accident_years_are_as_printed),
        cmocka_unit_test(cross_classified_is_as_printed),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
