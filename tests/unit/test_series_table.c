/* Yearly figures: what is read, in which order, what is printed of it, and every refusal. */

#include "growth/growth_table.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

#include <math.h>

static char path[] = "/tmp/huzhu-test-series-XXXXXX";
static char printed_path[] = "/tmp/huzhu-test-growth-XXXXXX";

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

static void years_are_sorted_and_columns_keep_their_names_and_order(void **state)
{
    (void)state;
    struct hz_arena arena = {0};
    struct hz_error err = {0};
    struct hz_series_table table;
    struct hz_sheet sheet =
        sheet_of("参保人次,year,amount\n30,2020,1.5\n,2018,2\n20,2019,-3.25\n", &arena);
    assert_true(hz_series_table_read(&table, &sheet, &arena, &err));
    assert_int_equal(table.first_year, 2018);
    assert_int_equal(table.years, 3);
    assert_int_equal(table.count, 2);
    assert_true(hz_text_equal(table.series[0].name, hz_text_of("参保人次")));
    assert_true(hz_text_equal(table.series[1].name, hz_text_of("amount")));
    assert_true(isnan(table.series[0].level[0]));
    assert_true(table.series[0].level[1] == 20 && table.series[0].level[2] == 30);
    assert_true(table.series[1].level[0] == 2 && table.series[1].level[1] == -3.25);
    assert_int_equal(table.series[0].decimals, 0);
    assert_int_equal(table.series[1].decimals, 2);
    assert_int_equal(table.row[0], 1);
    hz_arena_free(&arena);
}

/* The refusal of a table, from behind the file's name. */
static void assert_refused(const char *data, const char *said)
{
    struct hz_arena arena = {0};
    struct hz_sheet sheet = sheet_of(data, &arena);
    struct hz_series_table table;
    struct hz_error err = {0};
    assert_false(hz_series_table_read(&table, &sheet, &arena, &err));
    assert_int_equal(err.kind, HZ_ERROR_DATA);
    assert_memory_equal(err.text, path, strlen(path));
    assert_string_equal(err.text + strlen(path), said);
    hz_arena_free(&arena);
}

static void tables_at_fault_are_refused_with_their_place(void **state)
{
    (void)state;
    assert_refused("x\n1\n", ": there is no column \"year\"; the header has: none that is known, "
                             "of 1: is it a header?");
    assert_refused("year\n2018\n", ": there is no column of figures beside \"year\"");
    assert_refused("year,x\n", ": there is no row: expected one a year");
    assert_refused("x,year\n1,2018月\n", ":2:3: year: \"2018月\" is not a whole number");
    assert_refused("x,year\n1,0\n", ":2:3: year: 0 is not a year (expected 1 to 9999)");
    assert_refused("x,year\n1,10000\n", ":2:3: year: 10000 is not a year (expected 1 to 9999)");
    assert_refused("year,x\n2019,1\n2018,1\n\n2019,2\n",
                   ":5:1: year: 2019 stands on line 2 already");
    assert_refused("year,x\n2021,1\n2018,1\n",
                   ":2:1: year: 2021 comes after 2018: there is no row for 2019");
    assert_refused("year,x\n2018,\"1,5\"\n",
                   ":2:6: x: \"1,5\" could be a decimal comma or a sign between thousands: say "
                   "--decimal-comma, or write it with a point or without a sign");
    assert_refused("year,x\n2018,nan\n",
                   ":2:6: x: \"nan\" is not a number (expected 1234.5, without separators)");
}

typedef bool tabulate(const struct hz_series_table *, const struct hz_growth_order *,
                      struct hz_table *, struct hz_error *);

/* What is printed of a table as CSV; NULL if it is refused. The caller frees it. */
static char *print(const char *data, tabulate *print_table, struct hz_growth_order order,
                   struct hz_error *err)
{
    struct hz_arena arena = {0};
    struct hz_series_table series;
    struct hz_output *output;
    struct hz_sheet sheet = sheet_of(data, &arena);
    assert_true(hz_series_table_read(&series, &sheet, &arena, err));
    assert_true(hz_output_open(&output, printed_path, err));
    struct hz_table *table = hz_table_new(output, HZ_FORMAT_CSV);
    const bool done = print_table(&series, &order, table, err);
    hz_arena_free(&arena);
    if (!done) {
        hz_table_drop(table);
        hz_output_drop(output);
        return NULL;
    }
    hz_table_end(table);
    assert_true(hz_output_close(output, err));
    char *text = calloc(1, 4096);
    FILE *file = fopen(printed_path, "rb");
    assert_non_null(file);
    assert_true(fread(text, 1, 4095, file) > 0);
    fclose(file);
    return text;
}

static void assert_printed(const char *data, tabulate *print_table, struct hz_growth_order order,
                           const char *expected)
{
    struct hz_error err = {0};
    char *text = print(data, print_table, order, &err);
    assert_string_equal(text ? text : err.text, expected);
    free(text);
}

static const char doubling[] = "year,a,b\n2017,1,90\n2018,2,60\n2019,4,81\n2020,8,\n";

static void each_rate_has_its_series_method_base_year_and_number_of_years(void **state)
{
    (void)state;
    assert_printed(doubling, hz_growth_table,
                   (struct hz_growth_order){.methods = "base-inside,level", .last_year = 2019},
                   "series,method,base_year,last_year,years,rate_percent\n"
                   "a,level,2017,2019,2,100.0000\n"
                   "a,base-inside,2018,2019,1,100.0000\n"
                   "b,level,2017,2019,2,-5.1317\n" /* sqrt(0.9) - 1 */
                   "b,base-inside,2018,2019,1,35.0000\n");
    assert_printed(
        doubling, hz_growth_table,
        (struct hz_growth_order){
            .methods = "simple", .base_year = 2018, .last_year = 2019, .with_definitions = true},
        "series,method,base_year,last_year,years,rate_percent,definition\n"
        "a,simple,2018,2019,1,100.0000,(a[n]/a[0] - 1)/n\n"
        "b,simple,2018,2019,1,35.0000,(a[n]/a[0] - 1)/n\n");
}

static void year_on_year_growth_is_empty_where_it_is_not_known(void **state)
{
    (void)state;
    assert_printed("year,a\n2017,1.50\n2018,3\n2019,\n2020,0\n2021,5\n2022,-1\n2023,2\n",
                   hz_year_on_year_table, (struct hz_growth_order){0},
                   "series,year,level,growth_percent\n"
                   "a,2017,1.50,\n"
                   "a,2018,3.00,100.0000\n"
                   "a,2019,,\n"
                   "a,2020,0.00,\n"
                   "a,2021,5.00,\n"
                   "a,2022,-1.00,-120.0000\n"
                   "a,2023,2.00,\n");
    assert_printed(doubling, hz_year_on_year_table, (struct hz_growth_order){.base_year = 2019},
                   "series,year,level,growth_percent\n"
                   "a,2019,4,\na,2020,8,100.0000\nb,2019,81,\nb,2020,,\n");
}

static void assert_order_refused(const char *data, struct hz_growth_order order,
                                 enum hz_error_kind kind, const char *said)
{
    struct hz_error err = {0};
    assert_null(print(data, hz_growth_table, order, &err));
    assert_int_equal(err.kind, kind);
    if (!strstr(err.text, said))
        fail_msg("\"%s\" does not say \"%s\"", err.text, said);
}

static void years_that_are_not_there_and_levels_without_growth_are_refused(void **state)
{
    (void)state;
    const struct hz_growth_order all = {.methods = "all"};
    struct hz_growth_order order = all;
    assert_order_refused(doubling, all, HZ_ERROR_DATA, ":5:8: b: the level of 2020 is missing");
    assert_order_refused("year,x\n2018,5\n2017,0.0\n2019,4\n", all, HZ_ERROR_DATA,
                         ":3:6: x: the level of 2017 is 0.0: growth is defined for positive");
    assert_order_refused("year,x\n2018,5\n", all, HZ_ERROR_DATA,
                         ": too few years after 2018 for the method level: 0, expected 1 or more");
    assert_order_refused(
        "year,x\n2018,5\n2019,6\n", all, HZ_ERROR_DATA,
        ": too few years after 2018 for the method base-inside: 1, expected 2 or more");
    order.base_year = 2016;
    assert_order_refused(doubling, order, HZ_ERROR_USAGE,
                         "--base-year 2016: the table has the years 2017 to 2020");
    order = (struct hz_growth_order){.methods = "all", .last_year = 2021};
    assert_order_refused(doubling, order, HZ_ERROR_USAGE,
                         "--to 2021: the table has the years 2017 to 2020");
    order = (struct hz_growth_order){.methods = "all", .base_year = 2019, .last_year = 2018};
    assert_order_refused(doubling, order, HZ_ERROR_USAGE,
                         "the last year, 2018, is before the base year, 2019");
}

static int make_paths(void **state)
{
    (void)state;
    close(mkstemp(path));
    close(mkstemp(printed_path));
    return 0;
}

static int remove_paths(void **state)
{
    (void)state;
    return unlink(path) + unlink(printed_path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(years_are_sorted_and_columns_keep_their_names_and_order),
        cmocka_unit_test(tables_at_fault_are_refused_with_their_place),
        cmocka_unit_test(each_rate_has_its_series_method_base_year_and_number_of_years),
        cmocka_unit_test(year_on_year_growth_is_empty_where_it_is_not_known),
        cmocka_unit_test(years_that_are_not_there_and_levels_without_growth_are_refused),
    };
    return cmocka_run_group_tests(tests, make_paths, remove_paths);
}
