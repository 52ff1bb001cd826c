/*
 * What hz-reserve prints, read back as payouts: both kinds of table, groups, totals, and every
 * refusal.
 */

#include "project/project_table.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

#include <math.h>

static char path[] = "/tmp/huzhu-test-runoff-XXXXXX";
static char printed_path[] = "/tmp/huzhu-test-project-XXXXXX";

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

/* What is printed of a table as CSV, or why not. The caller frees it. */
static char *print(const char *data, double rate, int decimals, bool terms)
{
    struct hz_arena arena = {0};
    struct hz_error err = {0};
    struct hz_runoff_table runoffs;
    struct hz_output *output;
    struct hz_sheet sheet = sheet_of(data, &arena);
    char *text = calloc(1, 4096);
    assert_true(hz_output_open(&output, printed_path, &err));
    struct hz_table *table = hz_table_new(output, HZ_FORMAT_CSV);
    if (decimals >= 0)
        hz_table_set_decimals(table, decimals);
    static const double term = 0;
    const struct hz_curve curve = {.points = 1, .term = &term, .rate = &rate};
    if (hz_runoff_table_read(&runoffs, &sheet, &arena, &err) &&
        (terms ? hz_project_terms_table : hz_project_table)(&runoffs, isnan(rate) ? NULL : &curve,
                                                            table, &err)) {
        hz_table_end(table);
        assert_true(hz_output_close(output, &err));
        FILE *file = fopen(printed_path, "rb");
        assert_non_null(file);
        assert_true(fread(text, 1, 4095, file) > 0);
        fclose(file);
    } else {
        hz_table_drop(table);
        hz_output_drop(output);
        assert_int_equal(err.kind, HZ_ERROR_DATA);
        assert_memory_equal(err.text, path, strlen(path));
        strcpy(text, err.text + strlen(path));
    }
    hz_arena_free(&arena);
    return text;
}

static void assert_printed(const char *data, double rate, const char *expected)
{
    char *text = print(data, rate, -1, false);
    assert_string_equal(text, expected);
    free(text);
}

static void assert_refused(const char *data, const char *said)
{
    assert_printed(data, (double)NAN, said);
}

static void payments_are_added_up_by_period_and_projections_keep_their_order(void **state)
{
    (void)state;
    assert_printed("plan,method,origin,development,period,value\n"
                   "b,x,2020,2,2022,5\n"
                   "a,x,2021,2,2022,7\n"
                   "b,x,2021,3,2023,1.25\n"
                   "b,x,2021,2,2022,2\n"
                   "b,y,2021,2,2022,9\n",
                   (double)NAN,
                   "plan,method,period,payout\n"
                   "b,x,2022,7.00\n"
                   "b,x,2023,1.25\n"
                   "b,x,total,8.25\n"
                   "a,x,2022,7.00\n"
                   "a,x,total,7.00\n"
                   "b,y,2022,9.00\n"
                   "b,y,total,9.00\n");
}

/* The origin 2010 is older than the triangle is wide: its tail should have been paid in 2015. */
static void an_overdue_tail_is_paid_in_the_first_period_after_the_valuation(void **state)
{
    (void)state;
    assert_printed(
        "origin,development,period,value\n"
        "2010,6,2015,3\n"
        "2020,2,2021Q4,1\n",
        (double)NAN,
        ":3:8: period: 2021Q4 is not as long as the periods above: expected all years, all "
        "quarters or all months");
    assert_printed("origin,development,period,value\n"
                   "2010,6,2015,3\n"
                   "2020,3,2022,1\n"
                   "2019,4,2022,4\n"
                   "2020,5,2024,8\n",
                   0.21, /* 1.21^(1/2) = 1.1, 1.21^(5/2) = 1.61051 */
                   "period,payout,discounted\n"
                   "2022,8.00,7.27\n"
                   "2023,0.00,0.00\n"
                   "2024,8.00,4.97\n"
                   "total,16.00,12.24\n");
}

/* By hand as in test_runoff.c: 1/3, 2/5, 4/15 of 1500, 3/5 and 2/5 of 100, and 7. */
static void reserves_are_paid_by_the_pattern_of_their_factors(void **state)
{
    (void)state;
    assert_printed("origin,latest,development_to_ultimate,ultimate,ibnr,se,cv\n"
                   "2021Q4,,2,,100,,\n"
                   "2021Q3,,1.25,,7,,\n"
                   "2022Q1,,4,,1500,,\n"
                   "total,,,,1607,,\n",
                   (double)NAN,
                   "period,payout\n2022Q2,567.00\n2022Q3,640.00\n2022Q4,400.00\ntotal,1607.00\n");
}

static void payouts_add_up_to_the_total_that_was_printed(void **state)
{
    (void)state;
    const char *data = "origin,development_to_ultimate,ibnr\n"
                       "2019,1,0.00\n2020,1.5,0.33\n2021,3,0.33\ntotal,,0.67\n";
    char *text = print(data, (double)NAN, -1, false);
    /* 2021 pays half of its third in each year; the missing cent goes where most is paid. */
    assert_string_equal(text, "period,payout\n2022,0.50\n2023,0.17\ntotal,0.67\n");
    free(text);
    text = print(data, (double)NAN, 0, false);
    assert_string_equal(text, "period,payout\n2022,1\n2023,0\ntotal,1\n");
    free(text);
    assert_printed("origin,development_to_ultimate,ibnr\n2020,1,0.0\n2021,1,0.0\ntotal,,0.1\n",
                   (double)NAN, "period,payout\n2022,0.10\ntotal,0.10\n");
    assert_printed("origin,period,value\n2020,2021,1\ntotal,,1\n", (double)NAN,
                   "period,payout\n2021,1.00\ntotal,1.00\n");
}

static void nothing_to_pay_is_a_total_of_nothing(void **state)
{
    (void)state;
    assert_printed("plan,origin,development_to_ultimate,ibnr\na,2021,1,0\n", 0.03,
                   "plan,period,payout,discounted\na,total,0.00,0.00\n");
    assert_printed("origin,period,value\ntotal,,0.00\n", (double)NAN,
                   "period,payout\ntotal,0.00\n");
}

static void terms_are_those_of_all_payouts(void **state)
{
    (void)state;
    const char *data = "plan,origin,period,value\na,2020,2021,1\na,2020,2023,1\nb,2020,2021,0\n";
    char *text = print(data, (double)NAN, -1, true);
    assert_string_equal(text, "plan,payout,mean_term_years\na,2.00,1.5000\nb,0.00,\n");
    free(text);
    text = print(data, 0.21, -1, true);
    /* 1/1.1 + 1/1.61051, and their times weighted by that. */
    assert_string_equal(text, "plan,payout,discounted,mean_term_years,duration_years\n"
                              "a,2.00,1.53,1.5000,1.3117\nb,0.00,0.00,,\n");
    free(text);
}

static void tables_of_neither_kind_are_refused(void **state)
{
    (void)state;
    assert_refused("a,b\n1,2\n", ": there is no column \"origin\"; the header has: none that is "
                                 "known, of 2: is it a header?");
    assert_refused("origin,period\n1,2\n",
                   ": there is no column \"value\"; the header has: origin,period");
    assert_refused("origin,value\n1,2\n", ": there is no column \"development_to_ultimate\"; the "
                                          "header has: origin,value");
    assert_refused(
        "origin,development_to_ultimate\n1,2\n",
        ": there is no column \"ibnr\"; the header has: origin and 1 more that are not known");
    assert_refused("origin,period,value\n",
                   ": there is no row: expected the reserve of an origin in each");
    assert_refused("payout,origin,period,value\nx,2020,2021,1\n",
                   ": the column \"payout\" is called like one of the result: rename it");
}

static void payments_at_fault_are_refused_with_their_place(void **state)
{
    (void)state;
    assert_refused(
        "origin,period,value\n1,,5\n",
        ":2:3: period: empty, for the origins are no calendar periods (2021, 2021Q3, 2021-07), or "
        "a "
        "step from age to age is none: then take ages by month (hz-triangle --grain year:month)");
    assert_refused("origin,period,value\n2020,2021,\n",
                   ":2:11: value: \"\" is not a number (expected 1234.5, without separators)");
    assert_refused("origin,period,value\n2020,2021,1\n2019,2021,1\n2020,2021,3\n",
                   ":4:6: period: 2021 stands on line 2 already, with the same origin and the same "
                   "columns left of it");
    assert_refused(
        "origin,period,value\ntotal,,0.1\n",
        ":2:8: total: 0.1 is not what the rows add up to, 0.0: one is missing or has been "
        "changed");
    assert_refused("origin,period,value\n2020,2021,1e21\n",
                   ": payouts add up to 1e+21: expected less than 1e+20, in a larger unit");
}

#define HEAD "origin,development_to_ultimate,ibnr\n"

static void reserves_at_fault_are_refused_with_their_place(void **state)
{
    (void)state;
    assert_refused(HEAD "1,2,3\n", ":2:1: origin: \"1\" is not a period of the calendar: name the "
                                   "origins of the triangle 2021, 2021Q3 or 2021-07");
    assert_refused(
        HEAD "2020,1,0\n2021-01,2,3\n",
        ":3:1: origin: 2021-01 is not as long as the periods above: expected all years, all "
        "quarters or all months");
    assert_refused(HEAD "2020,,3\n",
                   ":2:6: development_to_ultimate: empty, for this method has no factors that "
                   "payouts could follow: read hz-reserve --run-off");
    assert_refused(HEAD "2020,0,3\n", ":2:6: development_to_ultimate: 0 is not a factor that "
                                      "payouts can follow: expected one above 0");
    assert_refused(HEAD "2020,1,\n",
                   ":2:8: ibnr: \"\" is not a number (expected 1234.5, without separators)");
    assert_refused(HEAD "2020,1,0\n2021,2,3\n2020,1,0\n",
                   ":4:1: origin: 2020 stands on line 2 already, with the same origin and the same "
                   "columns left of it");
    assert_refused(HEAD "2018,1,0\n2021,2,3\n",
                   ":2:1: origin: 2020 is missing between 2018 and 2021, and with it the factor of "
                   "its age: read hz-reserve --run-off instead");
}

static void totals_that_rounding_does_not_explain_are_refused(void **state)
{
    (void)state;
    assert_refused(HEAD "2020,1,0.25\n2021,2,3.50\ntotal,,3.77\n",
                   ":4:8: total: 3.77 is not what the rows add up to, 3.75: one is missing or has "
                   "been changed");
    assert_refused(HEAD "total,,0\n", ":2:1: total: there is no origin that it is the total of");
    assert_refused(HEAD "2020,1,1\ntotal,,1\ntotal,,1\n", ":4:1: total: stands on line 3 already");
    assert_refused(HEAD "2020,1,1\ntotal,,\n",
                   ":3:8: ibnr: \"\" is not a number (expected 1234.5, without separators)");
    assert_printed(HEAD "2020,1,0.25\n2021,2,3.50\ntotal,,3.76\n", (double)NAN,
                   "period,payout\n2022,3.76\ntotal,3.76\n");
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
        cmocka_unit_test(payments_are_added_up_by_period_and_projections_keep_their_order),
        cmocka_unit_test(an_overdue_tail_is_paid_in_the_first_period_after_the_valuation),
        cmocka_unit_test(reserves_are_paid_by_the_pattern_of_their_factors),
        cmocka_unit_test(payouts_add_up_to_the_total_that_was_printed),
        cmocka_unit_test(nothing_to_pay_is_a_total_of_nothing),
        cmocka_unit_test(terms_are_those_of_all_payouts),
        cmocka_unit_test(tables_of_neither_kind_are_refused),
        cmocka_unit_test(payments_at_fault_are_refused_with_their_place),
        cmocka_unit_test(reserves_at_fault_are_refused_with_their_place),
        cmocka_unit_test(totals_that_rounding_does_not_explain_are_refused),
    };
    return cmocka_run_group_tests(tests, make_paths, remove_paths);
}
