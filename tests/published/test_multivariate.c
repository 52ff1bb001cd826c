/* Figures of the multivariate chain ladder by other programs, one row each in multivariate.csv. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "reserve/multivariate.h"
#include "triangle/triangle_table.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { OPTIONS, LINE, ORIGIN, QUANTITY, FIGURE };

static bool has(struct hz_text options, const char *word)
{
    char text[128];
    snprintf(text, sizeof text, "%.*s", HZ_TEXT_ARGS(options));
    return strstr(text, word) != NULL;
}

/* Fits the lines that the options say; the index of one of them, or of the total. */
static size_t fit_lines(struct hz_multivariate *fit, const struct hz_triangle_table *table,
                        struct hz_text options, struct hz_text line, struct hz_arena *arena)
{
    const struct hz_triangle **triangle =
        hz_arena_allocate(arena, table->triangles, sizeof *triangle);
    const struct hz_multivariate_choice choice = {.average = HZ_AVERAGE_VOLUME,
                                                  .iterations = 1,
                                                  .uncorrelated = 3,
                                                  .has_intercept = has(options, "intercept"),
                                                  .is_general = has(options, "general")};
    struct hz_error err = {0};
    size_t lines = 0, found = SIZE_MAX;
    for (size_t t = 0; t < table->triangles; t++) {
        const struct hz_text key = table->triangle[t].key[0];
        if (has(options, "but=") && hz_text_equal(key, hz_text_of("commercial_paid")))
            continue;
        if (hz_text_equal(key, line))
            found = lines;
        triangle[lines++] = &table->triangle[t].triangle;
    }
    if (!hz_multivariate_fit(fit, triangle, lines, choice, arena, &err))
        fail_msg("%s", err.text);
    return found == SIZE_MAX ? lines : found;
}

static void agrees_with_other_programs(void **state)
{
    struct hz_arena arena = {0};
    struct hz_error err = {0};
    struct hz_sheet figures, data;
    struct hz_triangle_table table;
    (void)state;
    if (!hz_sheet_read(&figures, "tests/published/multivariate.csv", &arena, &err) ||
        !hz_sheet_read(&data, "data/published/auto_lines.csv", &arena, &err) ||
        !hz_triangle_table_read(&table, &data, NULL, &arena, &err))
        fail_msg("%s", err.text);
    assert_true(figures.rows > 100);
    for (size_t r = 0; r < figures.rows; r++) {
        struct hz_multivariate fit;
        double expected;
        const struct hz_text origin = hz_sheet_cell(&figures, r, ORIGIN);
        const size_t m = fit_lines(&fit, &table, hz_sheet_cell(&figures, r, OPTIONS),
                                   hz_sheet_cell(&figures, r, LINE), &arena);
        size_t o = 0;
        while (o < fit.origins && !hz_text_equal(origin, fit.triangle[0]->origin[o]))
            o++;
        const bool is_se = hz_text_equal(hz_sheet_cell(&figures, r, QUANTITY), hz_text_of("se"));
        const double found = (is_se ? fit.se : fit.ibnr)[o * (fit.triangles + 1) + m];
        assert_true(hz_sheet_number(&figures, r, FIGURE, &expected, &err));
        if (!(fabs(found - expected) <= (is_se ? 0.00501 : 1e-7 * fabs(expected) + 1e-6)))
            fail_msg("row %zu: %.17g, expected %.17g", r + 1, found, expected);
    }
    hz_arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(agrees_with_other_programs)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
