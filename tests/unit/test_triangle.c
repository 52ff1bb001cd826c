/* Triangles: what they hold, in which order, and every cell that they refuse. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "triangle_of.h"

enum { SEED = 1993 };

static struct hz_cell cell_of(const char *origin, double age, double value)
{
    return (struct hz_cell){.origin = hz_text_of(origin),
                            .age = age,
                            .value = value,
                            .place = {.file = "t.csv", .line = 7, .column = 3}};
}

static void assert_refused(struct hz_cell cell[], size_t cells, bool is_incremental,
                           const char *said)
{
    struct hz_arena arena = {0};
    struct hz_triangle triangle;
    struct hz_error err = {0};
    assert_false(hz_triangle_new(&triangle, cell, cells, is_incremental,
                                 (struct hz_place){.file = "t.csv"}, &arena, &err));
    assert_says(&err, said);
    hz_arena_free(&arena);
}

static void assert_rows_refused(const double value[], size_t origins, size_t ages,
                                bool is_incremental, const char *said)
{
    struct hz_arena arena = {0};
    struct hz_triangle triangle;
    struct hz_error err = {0};
    assert_false(make_triangle(&triangle, value, origins, ages, is_incremental, &arena, &err));
    assert_says(&err, said);
    hz_arena_free(&arena);
}

static void cells_in_any_order_make_the_same_triangle(void **state)
{
    (void)state;
    enum { N = 12 };
    struct hz_arena arena = {0};
    struct hz_random random = hz_random_stream(SEED, 1);
    double value[N * N];
    struct hz_cell cell[N * N];
    random_values(value, N, true, &random);
    struct hz_triangle want = triangle_of(value, N, N, &arena);
    for (int round = 0; round < 50; round++) {
        size_t cells = cells_of(cell, value, N, N, &arena);
        for (size_t c = cells; c > 1; c--) {
            size_t other = hz_random_bits(&random) % c;
            struct hz_cell kept = cell[other];
            cell[other] = cell[c - 1];
            cell[c - 1] = kept;
        }
        struct hz_triangle triangle;
        struct hz_error err = {0};
        assert_true(hz_triangle_new(&triangle, cell, cells, false, HZ_NOWHERE, &arena, &err));
        assert_int_equal(triangle.origins, N);
        assert_memory_equal(triangle.age, want.age, N * sizeof(double));
        assert_memory_equal(triangle.value, want.value, N * N * sizeof(double));
        assert_memory_equal(triangle.latest, want.latest, N * sizeof(size_t));
        for (size_t o = 0; o < N; o++)
            assert_true(hz_text_equal(triangle.origin[o], want.origin[o]));
    }
    hz_arena_free(&arena);
}

static void origins_are_ordered_by_the_numbers_in_their_labels(void **state)
{
    (void)state;
    static const char *const ascending[] = {
        "",       "-",      "01",      "1",       "2",       "10",
        "1999",   "2021",   "2021-02", "2021-09", "2021-10", "2021Q3",
        "2021Q4", "2022Q1", "AY9",     "AY10",    "AY10b",   "18446744073709551616x"};
    size_t n = HZ_COUNT(ascending) - 1; /* the last one is larger than the numbers only */
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < n; j++) {
            int order = hz_origin_compare(hz_text_of(ascending[i]), hz_text_of(ascending[j]));
            assert_int_equal((order > 0) - (order < 0), (i > j) - (i < j));
        }
    assert_true(hz_origin_compare(hz_text_of(ascending[n]), hz_text_of("18446744073709551615")) >
                0);
    assert_true(hz_origin_compare(hz_text_of(ascending[n]), hz_text_of("AY9")) < 0);
}

static void ages_are_ordered_as_numbers(void **state)
{
    (void)state;
    struct hz_arena arena = {0};
    struct hz_triangle triangle;
    struct hz_error err = {0};
    struct hz_cell cell[] = {cell_of("1", 10, 3), cell_of("1", 2, 2), cell_of("1", 1.5, 1)};
    assert_true(hz_triangle_new(&triangle, cell, 3, false, HZ_NOWHERE, &arena, &err));
    assert_int_equal(triangle.ages, 3);
    assert_true(triangle.age[0] == 1.5 && triangle.age[1] == 2 && triangle.age[2] == 10);
    assert_true(hz_triangle_age(&triangle, 1) == 2);
    assert_true(hz_triangle_age(&triangle, 3) == 18); /* one further age: the last step again */
    hz_arena_free(&arena);
}

static void a_zero_is_observed_and_a_missing_cell_is_not(void **state)
{
    (void)state;
    struct hz_arena arena = {0};
    const double value[] = {5, 7, 0, 0, NO, NO}; /* 1: 5 7 0; 2: 0 */
    struct hz_triangle triangle = triangle_of(value, 2, 3, &arena);
    assert_true(hz_triangle_is_observed(&triangle, 0, 2));
    assert_true(hz_triangle_is_observed(&triangle, 1, 0));
    assert_false(hz_triangle_is_observed(&triangle, 1, 1));
    assert_true(hz_triangle_latest(&triangle, 0) == 0);
    assert_int_equal(triangle.latest[1], 0);
    hz_arena_free(&arena);
}

static void incremental_values_add_up_and_increments_undo_it(void **state)
{
    (void)state;
    struct hz_arena arena = {0};
    struct hz_triangle triangle;
    struct hz_error err = {0};
    const double value[] = {5, -2, 4, 3, 0, NO, 1, NO, NO};
    double increment[9];
    assert_true(make_triangle(&triangle, value, 3, 3, true, &arena, &err));
    assert_true(hz_triangle_value(&triangle, 0, 1) == 3);
    assert_true(hz_triangle_latest(&triangle, 0) == 7);
    assert_true(hz_triangle_latest(&triangle, 1) == 3);
    hz_triangle_increments(&triangle, increment);
    for (size_t i = 0; i < 9; i++)
        assert_true(isnan(value[i]) ? isnan(increment[i]) : increment[i] == value[i]);
    hz_arena_free(&arena);
}

static void old_origins_may_lack_their_first_ages(void **state)
{
    (void)state;
    struct hz_arena arena = {0};
    const double value[] = {NO, 20, 30, 10, 25, NO, 12, NO, NO};
    double increment[9];
    struct hz_triangle triangle = triangle_of(value, 3, 3, &arena);
    assert_int_equal(triangle.first[0], 1);
    assert_false(hz_triangle_is_observed(&triangle, 0, 0));
    hz_triangle_increments(&triangle, increment);
    assert_true(isnan(increment[0]) && isnan(increment[1]) && increment[2] == 10);
    hz_arena_free(&arena);
}

static void origins_may_stand_at_the_same_age_or_be_left_out(void **state)
{
    (void)state;
    struct hz_arena arena = {0};
    const double value[] = {1, 2, 3, 4, 1, 2, NO, NO, 1, 2, NO, NO, 1, NO, NO, NO};
    struct hz_triangle triangle = triangle_of(value, 4, 4, &arena);
    assert_int_equal(triangle.latest[1], 1);
    assert_int_equal(triangle.latest[2], 1);
    assert_int_equal(triangle.latest[3], 0);
    hz_arena_free(&arena);
}

/* Origins of a label each, observed to an age each, from age `first` in steps of `step`. */
static struct hz_triangle stairs(const char *const label[], const double latest[], size_t origins,
                                 double first, double step, struct hz_arena *arena)
{
    struct hz_cell *cell = hz_arena_allocate(arena, 1000, sizeof *cell);
    struct hz_triangle triangle;
    struct hz_error err = {0};
    size_t n = 0;
    for (size_t o = 0; o < origins; o++)
        for (double age = first; age <= latest[o]; age += step)
            cell[n++] = cell_of(label[o], age, 100 + age);
    if (!hz_triangle_new(&triangle, cell, n, false, HZ_NOWHERE, arena, &err))
        fail_msg("%s", err.text);
    return triangle;
}

static void assert_period(const struct hz_triangle *triangle, size_t origin, size_t column,
                          const char *want)
{
    char label[HZ_PERIOD_TEXT];
    hz_triangle_period(triangle, origin, column, label);
    assert_string_equal(label, want);
}

static void ages_of_an_origin_period_are_inferred_and_name_the_periods_of_payments(void **state)
{
    (void)state;
    struct hz_arena arena = {0};
    const char *years[] = {"2019", "2020", "2022"};

    /* Yearly origins, quarterly development, 2021 left out, and the oldest two as old as can be. */
    struct hz_triangle t = stairs(years, (const double[]){12, 12, 4}, 3, 1, 1, &arena);
    assert_true(t.ages_per_origin == 4);
    assert_period(&t, 2, 4, "2023Q1"); /* from age 4, the end of 2022, to age 5 */
    assert_period(&t, 0, 12, "2022Q1");

    /* Ages in months of a yearly triangle; the further age of the tail is a year as well. */
    t = stairs(years, (const double[]){48, 36, 12}, 3, 12, 12, &arena);
    assert_true(t.ages_per_origin == 12);
    assert_period(&t, 2, 1, "2023");
    assert_period(&t, 0, 4, "2023");

    /* Age 0 is the end of the first development period. */
    t = stairs(years, (const double[]){3, 2, 0}, 3, 0, 1, &arena);
    assert_true(t.ages_per_origin == 1);
    assert_period(&t, 2, 1, "2023");

    const char *quarters[] = {"2020Q3", "2020Q4", "2021Q1"};
    t = stairs(quarters, (const double[]){9, 6, 3}, 3, 1, 1, &arena);
    assert_period(&t, 0, 9, "2021-04");
    assert_period(&t, 2, 3, "2021-04");
    t = stairs(quarters, (const double[]){3, 2, 1}, 3, 1, 1, &arena);
    assert_period(&t, 2, 1, "2021Q2");

    /* Half-years, and quarters that begin in a month of their own. */
    t = stairs(years, (const double[]){42, 30, 6}, 3, 6, 6, &arena);
    assert_true(t.ages_per_origin == 12);
    assert_period(&t, 2, 1, "2022H2");
    const char *months[] = {"2021-02", "2021-05"};
    t = stairs(months, (const double[]){7, 4}, 2, 1, 3, &arena);
    assert_true(t.ages_per_origin == 1);
    assert_period(&t, 0, 2, "2021-06/2021-08");
    hz_arena_free(&arena);
}

static void periods_are_unknown_where_labels_are_none_or_ages_do_not_fall(void **state)
{
    (void)state;
    struct hz_arena arena = {0};
    const char *plain[] = {"1", "2", "3"};
    struct hz_triangle t = stairs(plain, (const double[]){3, 2, 1}, 3, 1, 1, &arena);
    assert_true(t.ages_per_origin == 1);
    assert_period(&t, 2, 1, "");
    const char *years[] = {"2019", "2020"};
    t = stairs(years, (const double[]){3, 3}, 2, 1, 1, &arena);
    assert_true(t.ages_per_origin == 0);
    assert_period(&t, 1, 3, "");
    hz_arena_free(&arena);
}

static void a_cell_that_is_no_number_is_refused_by_name(void **state)
{
    (void)state;
    assert_refused(NULL, 0, false, "t.csv: no cell");
    struct hz_cell cell[] = {cell_of("2020", 1, NO), cell_of("2020", 2, 1)};
    assert_refused(cell, 2, false,
                   "t.csv:7:3: origin 2020, development 1: the value is not finite");
    cell[0] = cell_of("2020", 1, (double)INFINITY);
    assert_refused(cell, 2, false, "origin 2020, development 1: the value is not finite");
    cell[0] = cell_of("2020", 1, -1e300);
    assert_refused(cell, 2, false, "origin 2020, development 1: the value is too large");
    cell[0] = cell_of("2020", -1, 1);
    assert_refused(cell, 2, false, "origin 2020, development -1: an age is");
    cell[0] = cell_of("2020", NO, 1);
    assert_refused(cell, 2, false, "origin 2020, development nan: an age is");
}

static void a_cell_that_stands_twice_is_refused(void **state)
{
    (void)state;
    struct hz_cell cell[] = {cell_of("2020", 1, 5), cell_of("2021", 1, 4), cell_of("2020", 2, 6),
                             cell_of("2020", 1, 5)};
    assert_refused(cell, 4, false, "t.csv:7:3: origin 2020, development 1: this cell stands twice");
}

static void a_hole_in_sums_is_left_open_and_in_amounts_it_is_refused_or_zero(void **state)
{
    (void)state;
    struct hz_arena arena = {0};
    struct hz_triangle triangle;
    struct hz_error err = {0};
    const double value[] = {1, 2, 3, 4, 1, NO, NO, 4, 1, 2, NO, NO};
    triangle = triangle_of(value, 3, 4, &arena);
    assert_int_equal(triangle.holes, 2);
    assert_false(hz_triangle_is_observed(&triangle, 1, 1));
    assert_true(hz_triangle_is_observed(&triangle, 1, 3));
    assert_false(hz_triangle_require_whole(&triangle, &err));
    assert_rows_refused(value, 3, 4, true, "origin 2, development 2: missing, but amounts");

    struct hz_cell cell[] = {cell_of("1", 1, 1), cell_of("1", 2, 2), cell_of("1", 3, 4),
                             cell_of("2", 1, 1), cell_of("3", 1, 5)};
    struct hz_error zeros = {0};
    assert_true(hz_triangle_new(&triangle, cell, 5, HZ_CELLS_INCREMENTAL | HZ_CELLS_FILL_ZERO,
                                HZ_NOWHERE, &arena, &zeros));
    assert_int_equal(triangle.latest[1], 1); /* on the diagonal that 1 and 3 make */
    assert_float_equal(hz_triangle_latest(&triangle, 1), 1, 0);
    hz_arena_free(&arena);
}

static void a_cell_beyond_the_diagonal_is_refused(void **state)
{
    (void)state;
    const double value[] = {1, 2, 3, 1, NO, NO, 1, 2, NO};
    assert_rows_refused(value, 3, 3, false,
                        "origin 3, development 2: beyond the diagonal, for the older origin 2 ends "
                        "at development 1");
}

static void incremental_values_begin_at_the_first_age(void **state)
{
    (void)state;
    const double value[] = {NO, 2, 3, 1, 2, NO, 1, NO, NO};
    assert_rows_refused(value, 3, 3, true, "origin 1, development 1: missing, but amounts");
}

static void zeros_that_fill_the_future_are_refused(void **state)
{
    (void)state;
    const double cumulative[] = {5, 8, 9, 4, 7, 0, 6, 0, 0};
    const double incremental[] = {5, 3, 1, 4, 3, 0, 6, 0, 0};
    const double trapezoid[] = {5, 8, 4, 7, 3, 5, 6, 0}; /* more origins than ages */
    assert_rows_refused(cumulative, 3, 3, false, "every origin is observed to development 3");
    assert_rows_refused(incremental, 3, 3, true, "every origin is observed to development 3");
    assert_rows_refused(trapezoid, 4, 2, false, "every origin is observed to development 2");

    struct hz_arena arena = {0};
    const double real[] = {5, 8, 9, 4, 7, 7, 0, 0, 0};
    const double fallen[] = {5, 8, 0, 4, 0, NO, 6, NO, NO};
    const double carried[] = {5, 8, 9, 4, 7, 7, 6, 6, 6};
    assert_rows_refused(carried, 3, 3, false,
                        "origin 2, development 3: the younger origins stand still");
    triangle_of(real, 3, 3, &arena);
    triangle_of(fallen, 3, 3, &arena);
    triangle_of((const double[]){0}, 1, 1, &arena);
    hz_arena_free(&arena);
}

static void a_triangle_of_too_many_cells_is_refused_before_it_takes_the_memory(void **state)
{
    (void)state;
    enum { N = 5000 };
    struct hz_arena arena = {0};
    struct hz_cell *cell = hz_arena_allocate(&arena, N, sizeof *cell);
    for (size_t i = 0; i < N; i++) {
        char label[16];
        snprintf(label, sizeof label, "%zu", i);
        cell[i] = cell_of(hz_arena_string(&arena, hz_text_of(label)), (double)(N - i), 1);
    }
    assert_refused(cell, N, false, "t.csv: 5000 origins of 5000 ages are too many");
    hz_arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cells_in_any_order_make_the_same_triangle),
        cmocka_unit_test(origins_are_ordered_by_the_numbers_in_their_labels),
        cmocka_unit_test(ages_are_ordered_as_numbers),
        cmocka_unit_test(a_zero_is_observed_and_a_missing_cell_is_not),
        cmocka_unit_test(incremental_values_add_up_and_increments_undo_it),
        cmocka_unit_test(old_origins_may_lack_their_first_ages),
        cmocka_unit_test(origins_may_stand_at_the_same_age_or_be_left_out),
        cmocka_unit_test(ages_of_an_origin_period_are_inferred_and_name_the_periods_of_payments),
        cmocka_unit_test(periods_are_unknown_where_labels_are_none_or_ages_do_not_fall),
        cmocka_unit_test(a_cell_that_is_no_number_is_refused_by_name),
        cmocka_unit_test(a_cell_that_stands_twice_is_refused),
        cmocka_unit_test(a_hole_in_sums_is_left_open_and_in_amounts_it_is_refused_or_zero),
        cmocka_unit_test(a_cell_beyond_the_diagonal_is_refused),
        cmocka_unit_test(incremental_values_begin_at_the_first_age),
        cmocka_unit_test(zeros_that_fill_the_future_are_refused),
        cmocka_unit_test(a_triangle_of_too_many_cells_is_refused_before_it_takes_the_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
