/* Tables of triangles and of exposures: groups, order, and every row that is refused. */

#include "triangle/triangle_table.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

#include "random/random.h"
#include "triangle/origin_exposure.h"

static char path[] = "/tmp/huzhu-test-triangles-XXXXXX";

static struct hz_sheet sheet_of(const char *data, struct hz_arena *arena)
{
    struct hz_sheet sheet;
    struct hz_error err = {0};
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    fputs(data, file);
    fclose(file);
    if (!hz_sheet_read(&sheet, path, arena, &err))
        fail_msg("%s", err.text);
    return sheet;
}

static struct hz_triangle_table table_of(const char *data, bool is_incremental,
                                         struct hz_arena *arena)
{
    struct hz_sheet sheet = sheet_of(data, arena);
    struct hz_triangle_table table;
    struct hz_error err = {0};
    const struct hz_triangle_form form = {.is_incremental = is_incremental};
    if (!hz_triangle_table_read(&table, &sheet, &form, arena, &err))
        fail_msg("%s", err.text);
    return table;
}

/* The refusal of a table, from behind the file's name. */
static void assert_refused(const char *data, bool is_incremental, const char *said)
{
    struct hz_arena arena = {0};
    struct hz_sheet sheet = sheet_of(data, &arena);
    struct hz_triangle_table table;
    struct hz_error err = {0};
    const struct hz_triangle_form form = {.is_incremental = is_incremental};
    assert_false(hz_triangle_table_read(&table, &sheet, &form, &arena, &err));
    assert_int_equal(err.kind, HZ_ERROR_DATA);
    assert_memory_equal(err.text, path, strlen(path));
    assert_string_equal(err.text + strlen(path), said);
    hz_arena_free(&arena);
}

static void assert_key(const struct hz_triangle_table *table, size_t triangle, const char *first,
                       const char *second)
{
    assert_true(hz_text_equal(table->triangle[triangle].key[0], hz_text_of(first)));
    assert_true(hz_text_equal(table->triangle[triangle].key[1], hz_text_of(second)));
}

static void every_other_column_is_a_group_column_and_groups_keep_their_order(void **state)
{
    (void)state;
    struct hz_arena arena = {0};
    struct hz_triangle_table table = table_of("plan,origin,value,development,office\n"
                                              "b,2021,10,1,x\n"
                                              "a,2021,20,1,x\n"
                                              "b,2020,5,1,x\n"
                                              "b,2020,8,2,x\n"
                                              "a,2021,7,1,\n",
                                              false, &arena);
    assert_int_equal(table.keys, 2);
    assert_true(hz_text_equal(table.column[0], hz_text_of("plan")));
    assert_true(hz_text_equal(table.column[1], hz_text_of("office")));
    assert_int_equal(table.triangles, 3);
    assert_key(&table, 0, "b", "x");
    assert_key(&table, 1, "a", "x");
    assert_key(&table, 2, "a", "");
    const struct hz_triangle *first = &table.triangle[0].triangle;
    assert_int_equal(first->origins, 2);
    assert_true(hz_triangle_latest(first, 0) == 8 && hz_triangle_latest(first, 1) == 10);
    assert_true(hz_triangle_latest(&table.triangle[2].triangle, 0) == 7);
    assert_null(table.triangle[0].exposure);
    hz_arena_free(&arena);
}

static void without_group_columns_there_is_one_triangle(void **state)
{
    (void)state;
    struct hz_arena arena = {0};
    struct hz_triangle_table table =
        table_of("origin,development,value\n2021,1,5\n2020,1,4\n2020,2,3\n", true, &arena);
    assert_int_equal(table.keys, 0);
    assert_int_equal(table.triangles, 1);
    assert_true(hz_triangle_latest(&table.triangle[0].triangle, 0) == 7);
    hz_arena_free(&arena);
}

static void an_empty_value_is_no_cell_and_a_zero_is_one(void **state)
{
    (void)state;
    struct hz_arena arena = {0};
    struct hz_triangle_table table = table_of("origin,development,value\n"
                                              "2020,1,5\n2020,2,0\n2021,1,4\n2021,2,\n",
                                              false, &arena);
    const struct hz_triangle *triangle = &table.triangle[0].triangle;
    assert_int_equal(triangle->latest[0], 1);
    assert_int_equal(triangle->latest[1], 0);
    hz_arena_free(&arena);
}

static void rows_in_any_order_give_the_same_triangles(void **state)
{
    (void)state;
    enum { ROWS = 300 };
    struct hz_arena arena = {0};
    struct hz_random random = hz_random_stream(77, 1);
    char row[ROWS][64];
    size_t n = 0;
    for (int group = 0; group < 20; group++) /* 20 groups of 5 + 4 + 3 + 2 + 1 cells */
        for (int o = 0; o < 5; o++)
            for (int a = 1; a <= 5 - o; a++)
                snprintf(row[n++], sizeof *row, "g%d,%d,%d,%d\n", group, 2018 + o, a,
                         1000 * group + 100 * o + a * a);
    assert_int_equal(n, ROWS);
    for (int round = 0; round < 10; round++) {
        struct hz_buffer data = {0};
        hz_buffer_string(&data, "office,origin,development,value\n");
        for (size_t r = 0; r < ROWS; r++)
            hz_buffer_string(&data, row[r]);
        hz_buffer_char(&data, '\0');
        struct hz_triangle_table table = table_of(data.at, false, &arena);
        assert_int_equal(table.triangles, 20);
        for (size_t t = 0; t < 20; t++) {
            const struct hz_triangle *triangle = &table.triangle[t].triangle;
            int group = atoi(table.triangle[t].key[0].at + 1);
            for (size_t o = 0; o < 5; o++)
                for (size_t a = 0; a < 5 - o; a++)
                    assert_true(hz_triangle_value(triangle, o, a) ==
                                (double)(1000 * group + 100 * (int)o + (int)((a + 1) * (a + 1))));
        }
        hz_buffer_free(&data);
        for (size_t r = ROWS; r > 1; r--) {
            char kept[64];
            size_t other = hz_random_bits(&random) % r;
            memcpy(kept, row[other], sizeof kept);
            memcpy(row[other], row[r - 1], sizeof kept);
            memcpy(row[r - 1], kept, sizeof kept);
        }
    }
    hz_arena_free(&arena);
}

static void a_table_that_is_no_triangle_is_refused(void **state)
{
    (void)state;
    assert_refused("origin,time,value\n", false,
                   ": there is no column \"development\", nor one called like an age (12, 12 "
                   "months, 0-12); the header has: origin,time,value");
    assert_refused("origin,development,value\n", false, ": no row: a triangle needs one at least");
    assert_refused("origin,development,value\n2020,1,\n", false,
                   ": no cell: a triangle needs one at least");
    assert_refused("origin,development,value\n,1,5\n", false, ":2:1: the origin is empty");
    assert_refused(
        "origin,development,value\n2020,one,5\n", false,
        ":2:6: development: \"one\" is not a number (expected 1234.5, without separators)");
    assert_refused("origin,development,value\n2020,1,5\n2020,2,inf\n", false,
                   ":3:8: value: \"inf\" is not a number (expected 1234.5, without separators)");
}

static void a_bad_cell_is_refused_with_its_line_and_group(void **state)
{
    (void)state;
    struct hz_arena arena = {0};
    struct hz_triangle_table table =
        table_of("plan,office,origin,development,value\n"
                 "A,x,2020,1,5\nB,x,2020,1,5\nA,x,2020,2,6\nA,x,2020,1,7\nC,x,2020,1,\n",
                 false, &arena);
    assert_int_equal(table.triangles, 1);
    assert_key(&table, 0, "B", "x");
    assert_int_equal(table.faults, 2);
    assert_string_equal(
        table.fault[0].text + strlen(path),
        ":5:12: plan A, office x: origin 2020, development 1: this cell stands twice");
    assert_string_equal(table.fault[1].text + strlen(path),
                        ": plan C, office x: no cell: a triangle needs one at least");
    hz_arena_free(&arena);
}

static bool read_exposures(const char *triangles, const char *exposures,
                           struct hz_triangle_table *table, struct hz_arena *arena,
                           struct hz_error *err)
{
    *table = table_of(triangles, false, arena);
    struct hz_sheet sheet = sheet_of(exposures, arena);
    return hz_exposure_read(table, &sheet, arena, err);
}

static const char two_offices[] = "office,plan,origin,development,value\n"
                                  "x,A,2020,1,5\nx,A,2020,2,6\nx,A,2021,1,5\n"
                                  "y,A,2020,1,5\ny,A,2020,2,6\ny,A,2021,1,5\n";

static void exposures_find_their_origins_by_group(void **state)
{
    (void)state;
    struct hz_arena arena = {0};
    struct hz_error err = {0};
    struct hz_triangle_table table;
    assert_true(read_exposures(two_offices,
                               "origin,exposure,plan,office\n2021,21,A,y\n2020,20,A,y\n"
                               "2020,10,A,x\n2021,11.5,A,x\n2019,1,A,x\n2030,1,B,x\n",
                               &table, &arena, &err));
    const double *x = table.triangle[0].exposure;
    const double *y = table.triangle[1].exposure;
    assert_true(x[0] == 10 && x[1] == 11.5 && y[0] == 20 && y[1] == 21);
    hz_arena_free(&arena);
}

static void a_group_column_that_exposures_lack_makes_no_difference(void **state)
{
    (void)state;
    struct hz_arena arena = {0};
    struct hz_error err = {0};
    struct hz_triangle_table table;
    assert_true(read_exposures(two_offices,
                               "office,origin,exposure\nx,2020,1\nx,2021,2\n"
                               "y,2020,3\ny,2021,0\n",
                               &table, &arena, &err));
    assert_true(table.triangle[1].exposure[0] == 3 && table.triangle[1].exposure[1] == 0);
    assert_true(
        read_exposures(two_offices, "origin,exposure\n2020,8\n2021,9\n", &table, &arena, &err));
    assert_true(table.triangle[0].exposure[0] == 8 && table.triangle[1].exposure[1] == 9);
    hz_arena_free(&arena);
}

static void assert_exposures_refused(const char *exposures, const char *said)
{
    struct hz_arena arena = {0};
    struct hz_error err = {0};
    struct hz_triangle_table table;
    if (read_exposures(two_offices, exposures, &table, &arena, &err)) {
        assert_int_equal(table.triangles, 1); /* one group is refused, and the other goes on */
        err = table.fault[0];
    }
    assert_int_equal(err.kind, HZ_ERROR_DATA);
    assert_memory_equal(err.text, path, strlen(path));
    if (!strstr(err.text + strlen(path), said))
        fail_msg("\"%s\" does not say \"%s\"", err.text, said);
    hz_arena_free(&arena);
}

static void exposures_at_fault_are_refused_with_their_line(void **state)
{
    (void)state;
    assert_exposures_refused("origin,rate\n2020,1\n", ": there is no column \"exposure\"");
    assert_exposures_refused("origin,exposure,year\n2020,1,2\n",
                             ": the column \"year\" is none of the triangles'");
    assert_exposures_refused("origin,exposure\n2020,1\n2021,2\n2020,1\n",
                             ":4:1: the exposure of origin 2020 stands twice (first in line 2)");
    assert_exposures_refused("origin,exposure\n2020,-1\n",
                             ":2:6: the exposure of origin 2020 is negative");
    assert_exposures_refused("origin,exposure\n2020,\n", ":2:6: exposure: \"\" is not a number");
    assert_exposures_refused("office,origin,exposure\nx,2020,1\nx,2021,1\ny,2021,1\n",
                             ": office y, plan A: origin 2020: ");
    assert_exposures_refused("origin,exposure\n", ": office x, plan A: origin 2020: ");
    assert_exposures_refused("origin,exposure\n2020,1\n2022,1\n2021,1\n",
                             ":3:1: office x, plan A: origin 2022 has an exposure and no cell in "
                             "the triangle");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_other_column_is_a_group_column_and_groups_keep_their_order),
        cmocka_unit_test(without_group_columns_there_is_one_triangle),
        cmocka_unit_test(an_empty_value_is_no_cell_and_a_zero_is_one),
        cmocka_unit_test(rows_in_any_order_give_the_same_triangles),
        cmocka_unit_test(a_table_that_is_no_triangle_is_refused),
        cmocka_unit_test(a_bad_cell_is_refused_with_its_line_and_group),
        cmocka_unit_test(exposures_find_their_origins_by_group),
        cmocka_unit_test(a_group_column_that_exposures_lack_makes_no_difference),
        cmocka_unit_test(exposures_at_fault_are_refused_with_their_line),
    };
    int file = mkstemp(path);
    if (file < 0)
        return 1;
    close(file);
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    unlink(path);
    return failed;
}
