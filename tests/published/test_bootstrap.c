/*
 * Simulated figures beside those of other programs, one row each in bootstrap.csv: they are to
 * agree within three Monte Carlo standard errors of both. Rows of the same data and options stand
 * together and are simulated once. Seeds are fixed: of 600 figures, one or two are further off by
 * chance with most others.
 */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/memory.h"
#include "variability/bootstrap_table.h"
#include "variability/mack_bootstrap.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

enum { DATA, OPTIONS, QUANTITY, AT, FIGURE, ERROR, SOURCE, SIMULATIONS = 100000 };

static const double levels[] = {0.005, 0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 0.995};

static struct hz_sheet sheet;

/* What was simulated last. */
static struct {
    struct hz_arena arena;
    struct hz_text data, options;
    struct hz_triangle_table table;
    struct hz_trial_figure *figure;
} last;

static double number_of(struct hz_text text)
{
    char digits[64] = "";
    char *end;
    assert_in_range(text.length, 1, sizeof digits - 1);
    memcpy(digits, text.at, text.length);
    const double number = strtod(digits, &end);
    if (*end)
        fail_msg("\"%s\" is not a number", digits);
    return number;
}

static bool has(struct hz_text options, const char *word)
{
    return options.length > 0 && memmem(options.at, options.length, word, strlen(word));
}

static void must(bool done, const struct hz_error *err)
{
    if (!done)
        fail_msg("%s", err->text);
}

static void simulate(struct hz_text data, struct hz_text options)
{
    struct hz_error err = {0};
    struct hz_sheet triangle_sheet;
    char path[64];
    const struct hz_bootstrap_choice choice = {
        .process =
            has(options, "negative-binomial") ? HZ_PROCESS_NEGATIVE_BINOMIAL : HZ_PROCESS_GAMMA,
        .residuals = has(options, "hat") ? HZ_RESIDUALS_HAT : HZ_RESIDUALS_SCALED,
        .tail = 1,
        .is_one_year = has(options, "one-year"),
        .seed = 1,
        .process_seed = 1};
    hz_arena_free(&last.arena);
    last.data = data;
    last.options = options;
    snprintf(path, sizeof path, "data/published/%.*s.csv", HZ_TEXT_ARGS(data));
    must(hz_sheet_read(&triangle_sheet, hz_arena_string(&last.arena, hz_text_of(path)), &last.arena,
                       &err),
         &err);
    must(hz_triangle_table_read(&last.table, &triangle_sheet, NULL, &last.arena, &err), &err);
    const struct hz_triangle *triangle = &last.table.triangle[0].triangle;
    const bool is_mack = has(options, "model=mack");
    const struct hz_bootstrap_choice of_mack = {
        .process = has(options, "process=none") ? HZ_PROCESS_NONE : HZ_PROCESS_GAMMA,
        .is_one_year = choice.is_one_year,
        .seed = 2,
        .process_seed = 2};
    struct hz_bootstrap bootstrap;
    struct hz_mack_bootstrap mack;
    must(is_mack ? hz_mack_bootstrap_new(&mack, triangle, &hz_development_usual, &of_mack,
                                         &last.arena, &err)
                 : hz_bootstrap_new(&bootstrap, triangle, choice, &last.arena, &err),
         &err);
    last.figure = hz_arena_allocate(&last.arena, triangle->origins + 1, sizeof *last.figure);
    const struct hz_trials trials = {.trials = SIMULATIONS,
                                     .figures = triangle->origins + 1,
                                     .threads = 2,
                                     .draw = is_mack ? hz_mack_bootstrap_draw : hz_bootstrap_draw,
                                     .model = is_mack ? (void *)&mack : (void *)&bootstrap,
                                     .level = levels,
                                     .levels = HZ_COUNT(levels)};
    must(hz_trials_run(&trials, last.figure, &last.arena, &err), &err);
}

static size_t origin_of(const struct hz_triangle *triangle, struct hz_text label)
{
    for (size_t o = 0; o < triangle->origins; o++)
        if (hz_text_equal(triangle->origin[o], label))
            return o;
    if (!hz_text_equal(label, hz_text_of("total")))
        fail_msg("no origin %.*s", HZ_TEXT_ARGS(label));
    return triangle->origins;
}

static double find(struct hz_text quantity, const struct hz_trial_figure *figure, double *error)
{
    if (hz_text_equal(quantity, hz_text_of("mean"))) {
        *error = figure->mean_error;
        return figure->mean;
    }
    if (hz_text_equal(quantity, hz_text_of("se"))) {
        *error = figure->sd_error;
        return figure->sd;
    }
    const double level = number_of((struct hz_text){quantity.at + 1, quantity.length - 1}) / 100;
    for (size_t q = 0; q < HZ_COUNT(levels); q++)
        if (fabs(levels[q] - level) < 1e-9) {
            *error = figure->quantile_error[q];
            return figure->quantile[q];
        }
    fail_msg("no quantity %.*s", HZ_TEXT_ARGS(quantity));
    return 0;
}

static void agrees(void **state)
{
    const size_t row = *(const size_t *)*state;
    const struct hz_text data = hz_sheet_cell(&sheet, row, DATA);
    const struct hz_text options = hz_sheet_cell(&sheet, row, OPTIONS);
    if (!hz_text_equal(data, last.data) || !hz_text_equal(options, last.options))
        simulate(data, options);
    const size_t o = origin_of(&last.table.triangle[0].triangle, hz_sheet_cell(&sheet, row, AT));
    double error = 0;
    const double found = find(hz_sheet_cell(&sheet, row, QUANTITY), &last.figure[o], &error);
    const double want = number_of(hz_sheet_cell(&sheet, row, FIGURE));
    const double most = 3 * hypot(error, number_of(hz_sheet_cell(&sheet, row, ERROR)));
    /* Written so that NaN fails. */
    if (!(fabs(found - want) <= most))
        fail_msg("%.10g is not within %g of %.10g", found, most, want);
}

int main(void)
{
    struct hz_arena arena = {0};
    struct hz_error err = {0};
    if (!hz_sheet_read(&sheet, "tests/published/bootstrap.csv", &arena, &err)) {
        fprintf(stderr, "%s\n", err.text);
        return 1;
    }
    struct CMUnitTest *test = hz_allocate(sheet.rows, sizeof *test);
    size_t *row = hz_arena_allocate(&arena, sheet.rows, sizeof *row);
    struct hz_buffer name = {0};
    for (size_t r = 0; r < sheet.rows; r++) {
        row[r] = r;
        name.length = 0;
        for (int c = DATA; c <= AT; c++)
            hz_buffer_format(&name, "%.*s ", HZ_TEXT_ARGS(hz_sheet_cell(&sheet, r, c)));
        hz_buffer_format(&name, "(%.*s)", HZ_TEXT_ARGS(hz_sheet_cell(&sheet, r, SOURCE)));
        test[r] = (struct CMUnitTest){
            .name = hz_arena_string(&arena, (struct hz_text){name.at, name.length}),
            .test_func = agrees,
            .initial_state = &row[r]};
    }
    const int failed = _cmocka_run_group_tests("simulated figures", test, sheet.rows, NULL, NULL);
    hz_buffer_free(&name);
    free(test);
    hz_arena_free(&last.arena);
    hz_arena_free(&arena);
    return failed;
}
