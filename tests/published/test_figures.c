/*
 * Figures of papers, textbooks and other programs, one row each in data/figures/, whose heads say
 * what their columns are: a figure is added without writing C.
 */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/memory.h"
#include "variability/published_table.h"

#include <stdio.h>
#include <stdlib.h>

struct figure {
    const struct hz_sheet *sheet;
    size_t row;
};

static void agrees(void **state)
{
    const struct figure *figure = *state;
    struct hz_error err = {0};
    struct hz_published_figure published;
    if (!hz_published_compute(&published, figure->sheet, figure->row, "data/published", &err))
        fail_msg("%s", err.text);
    if (!hz_published_agrees(&published))
        fail_msg("%.17g is not within %g of %.17g", published.found, published.tolerance,
                 published.want);
}

/* Adds a test for each row of a table. */
static size_t add_figures(const char *path, struct CMUnitTest **test, size_t tests,
                          struct hz_arena *arena)
{
    struct hz_error err = {0};
    struct hz_sheet *sheet = hz_arena_allocate(arena, 1, sizeof *sheet);
    if (!hz_sheet_read(sheet, path, arena, &err) || !hz_published_check(sheet, &err)) {
        fprintf(stderr, "%s\n", err.text);
        exit(1);
    }
    *test = hz_reallocate(*test, tests + sheet->rows, sizeof **test);
    struct figure *figure = hz_arena_allocate(arena, sheet->rows, sizeof *figure);
    struct hz_buffer name = {0};
    for (size_t r = 0; r < sheet->rows; r++) {
        figure[r] = (struct figure){sheet, r};
        name.length = 0;
        for (int c = 0; c < (int)sheet->columns; c++)
            hz_buffer_format(&name, "%.*s ", HZ_TEXT_ARGS(hz_sheet_cell(sheet, r, c)));
        (*test)[tests + r] = (struct CMUnitTest){
            .name = hz_arena_string(arena, (struct hz_text){name.at, name.length - 1}),
            .test_func = agrees,
            .initial_state = &figure[r],
        };
    }
    hz_buffer_free(&name);
    return tests + sheet->rows;
}

int main(void)
{
    struct hz_arena arena = {0};
    struct CMUnitTest *test = NULL;
    size_t tests = add_figures("data/figures/published.csv", &test, 0, &arena);
    tests = add_figures("data/figures/reference.csv", &test, tests, &arena);
    int failed = _cmocka_run_group_tests("published figures", test, tests, NULL, NULL);
    free(test);
    hz_arena_free(&arena);
    return failed;
}
