/* triangle_of.h: for tests: triangles that stand in the test. */

#ifndef HZ_TESTS_TRIANGLE_OF_H
#define HZ_TESTS_TRIANGLE_OF_H

#include "random/random.h"
#include "reserve/method.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

/* What is not observed. */
#define NO ((double)NAN)

/*
 * Cells of rows of values, not observed where NaN, origins and ages called 1, 2, ...; in the order
 * of the rows. Returns how many.
 */
static inline size_t cells_of(struct hz_cell cell[], const double value[], size_t origins,
                              size_t ages, struct hz_arena *arena)
{
    size_t n = 0;
    for (size_t o = 0; o < origins; o++) {
        char label[32];
        snprintf(label, sizeof label, "%zu", o + 1);
        struct hz_text origin = hz_arena_text(arena, hz_text_of(label));
        for (size_t a = 0; a < ages; a++) {
            if (isnan(value[o * ages + a]))
                continue;
            cell[n] = (struct hz_cell){.origin = origin,
                                       .age = (double)(a + 1),
                                       .value = value[o * ages + a],
                                       .place = {.file = "t.csv", .line = n + 2}};
            n++;
        }
    }
    return n;
}

/* False, and err set, if it is refused. */
static inline bool make_triangle(struct hz_triangle *triangle, const double value[], size_t origins,
                                 size_t ages, bool is_incremental, struct hz_arena *arena,
                                 struct hz_error *err)
{
    struct hz_cell *cell = hz_arena_allocate(arena, origins * ages, sizeof *cell);
    size_t cells = cells_of(cell, value, origins, ages, arena);
    return hz_triangle_new(triangle, cell, cells, is_incremental,
                           (struct hz_place){.file = "t.csv"}, arena, err);
}

static inline struct hz_triangle triangle_of(const double value[], size_t origins, size_t ages,
                                             struct hz_arena *arena)
{
    struct hz_triangle triangle;
    struct hz_error err = {0};
    if (!make_triangle(&triangle, value, origins, ages, false, arena, &err))
        fail_msg("%s", err.text);
    return triangle;
}

/*
 * A random square of positive values whose lower right is not observed: factors between 1 and 3. If
 * is_ragged, some origins stop one age early, together with the next younger one.
 */
static inline void random_values(double value[], size_t n, bool is_ragged, struct hz_random *random)
{
    size_t latest = n;
    for (size_t o = 0; o < n; o++) {
        double here = 100 + 900 * hz_random_uniform(random);
        if (o > 0 && !(is_ragged && latest > 2 && hz_random_bits(random) % 3 == 0))
            latest--;
        for (size_t a = 0; a < n; a++) {
            value[o * n + a] = a < latest ? here : NO;
            here *= 1 + 2 * hz_random_uniform(random) / (double)((a + 1) * (a + 1));
        }
    }
}

/* The answer of a method with the usual development, or a choice of one. */
static inline struct hz_reserve reserve_of(const char *name, const struct hz_triangle *triangle,
                                           struct hz_development_choice choice,
                                           const double exposure[], double prior,
                                           struct hz_arena *arena)
{
    struct hz_development *development = hz_arena_allocate(arena, 1, sizeof *development);
    struct hz_reserve reserve;
    struct hz_error err = {0};
    hz_development_fit(development, triangle, choice, arena);
    /*
     * Companions for the methods that need one: a count for each unit, and twice as much incurred.
     */
    struct hz_triangle twice = *triangle;
    double *value = hz_arena_allocate(arena, triangle->origins * triangle->ages, sizeof *value);
    for (size_t c = 0; c < triangle->origins * triangle->ages; c++)
        value[c] = 2 * triangle->value[c];
    twice.value = value;
    const struct hz_reserve_basis basis = {.triangle = triangle,
                                           .counts = triangle,
                                           .incurred = &twice,
                                           .development = development,
                                           .exposure = exposure,
                                           .parameters = {.prior = prior,
                                                          .iterations = 2,
                                                          .completion = 0.5,
                                                          .percent = 0.04,
                                                          .percent_of = 2,
                                                          .draws = 4000,
                                                          .decay = 1,
                                                          .growth = {.is_from_start = true}}};
    if (!hz_method_estimate(hz_method_find(hz_text_of(name)), &basis, &reserve, arena, &err))
        fail_msg("%s", err.text);
    return reserve;
}

static inline void assert_near(double found, double want, double relative)
{
    if (!(fabs(found - want) <= relative * fmax(1e-9, fabs(want))))
        fail_msg("%.17g is not %.17g", found, want);
}

/* A refusal by the data, at the file, that says so. */
static inline void assert_says(const struct hz_error *err, const char *said)
{
    assert_int_equal(err->kind, HZ_ERROR_DATA);
    if (strncmp(err->text, "t.csv:", 6) != 0 || !strstr(err->text, said))
        fail_msg("\"%s\" does not say \"%s\"", err->text, said);
}

#endif
