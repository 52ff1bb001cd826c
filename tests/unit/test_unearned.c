/* Unearned parts of contributions: published factors, hand counts of days, and the exact sums. */

#include "fund/unearned.h"
#include "record/unearned_fold.h"

#include "fold_text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static hz_date day(const char *text)
{
    hz_date date = 0;
    assert_true(hz_date_parse(hz_text_of(text), &date));
    return date;
}

static struct hz_cover cover(const char *start, const char *end)
{
    return (struct hz_cover){.start = day(start), .end = day(end), .wait_from = day(start)};
}

static struct hz_unearned_part part(const struct hz_unearned *how, const struct hz_cover *of)
{
    struct hz_unearned_part found = {-1, -1};
    assert_int_equal(hz_unearned_part(how, of, &found), HZ_UNEARNED_GOOD);
    return found;
}

/* The part is left / whole, in whatever terms. */
static void assert_part(enum hz_unearned_method method, const char *start, const char *end,
                        const char *as_of, int64_t left, int64_t whole)
{
    struct hz_unearned how = {.method = method, .as_of = day(as_of)};
    struct hz_cover of = cover(start, end);
    struct hz_unearned_part found = part(&how, &of);
    assert_int_equal(found.left * whole, left * found.whole);
}

/* Days of the term counted by calendar: 365, 731 (with 29 February 2024), 366 and 365. */
static void daily_parts_are_days_left_over_the_actual_days_of_the_term(void **state)
{
    (void)state;
    const enum hz_unearned_method daily = HZ_UNEARNED_DAILY;
    assert_part(daily, "2022-06-10", "2023-06-09", "2022-12-31", 160, 365);
    assert_part(daily, "2023-07-01", "2025-06-30", "2023-12-31", 547, 731);
    assert_part(daily, "2024-01-01", "2024-12-31", "2024-06-30", 184, 366);
    assert_part(daily, "2024-03-01", "2025-02-28", "2024-12-31", 59, 365);
    assert_part(daily, "2022-02-04", "2022-02-20", "2022-02-04", 16, 17);
    assert_part(daily, "2022-02-04", "2022-02-04", "2022-02-04", 0, 1);
}

/* The table of the method: 23/24 at the end of the month of inception, then 21/24, ... 1/24. */
static void twenty_fourths_fall_by_two_a_month_from_23_to_1(void **state)
{
    (void)state;
    for (int month = 0; month < 12; month++) {
        hz_date as_of = hz_period_last(hz_period_of(day("2024-05-17"), HZ_MONTH) + month, HZ_MONTH);
        struct hz_unearned how = {.method = HZ_UNEARNED_24THS, .as_of = as_of};
        struct hz_cover of = cover("2024-05-17", "2025-05-16");
        struct hz_unearned_part found = part(&how, &of);
        assert_int_equal(found.left, 23 - 2 * month);
        assert_int_equal(found.whole, 24);
    }
    assert_part(HZ_UNEARNED_24THS, "2024-05-17", "2025-05-16", "2025-05-31", 0, 1);
    assert_part(HZ_UNEARNED_24THS, "2023-07-01", "2025-06-30", "2023-12-31", 37, 48);
}

/* Six of twelve months: 6 x 7 / (12 x 13) = 0.269231 and 0.730769. */
static void the_rules_of_78_weigh_months_by_their_number(void **state)
{
    (void)state;
    assert_part(HZ_UNEARNED_78, "2024-01-01", "2024-12-31", "2024-06-30", 42, 156);
    assert_part(HZ_UNEARNED_REVERSE_78, "2024-01-01", "2024-12-31", "2024-06-30", 114, 156);
    assert_part(HZ_UNEARNED_78, "2024-01-01", "2024-12-31", "2024-11-30", 1, 78);
}

/* 78 with k months over is what the reverse rule has earned with k months left. */
static void the_reverse_rule_mirrors_the_rule_of_78(void **state)
{
    (void)state;
    struct hz_cover of = cover("2023-07-01", "2025-06-30");
    for (int k = 1; k < 24; k++) {
        struct hz_unearned falling = {.method = HZ_UNEARNED_78,
                                      .as_of = hz_date_add_months(of.start, k) - 1};
        struct hz_unearned rising = {.method = HZ_UNEARNED_REVERSE_78,
                                     .as_of = hz_date_add_months(of.start, 24 - k) - 1};
        struct hz_unearned_part a = part(&falling, &of), b = part(&rising, &of);
        assert_int_equal(a.whole, 24 * 25);
        assert_int_equal(a.left + b.left, a.whole);
    }
}

static void a_month_is_completed_on_the_day_before_it_returns(void **state)
{
    (void)state;
    const char *start = "2024-01-15", *end = "2025-01-14";
    assert_part(HZ_UNEARNED_REVERSE_78, start, end, "2024-02-13", 1, 1);
    assert_part(HZ_UNEARNED_REVERSE_78, start, end, "2024-02-14", 154, 156);
    assert_part(HZ_UNEARNED_REVERSE_78, start, end, "2024-03-13", 154, 156);
    assert_part(HZ_UNEARNED_REVERSE_78, start, end, "2024-03-14", 150, 156);
    /* From 31 January one month is over when 28 February is. */
    assert_part(HZ_UNEARNED_REVERSE_78, "2024-01-31", "2025-01-30", "2024-02-27", 1, 1);
    assert_part(HZ_UNEARNED_REVERSE_78, "2024-01-31", "2025-01-30", "2024-02-28", 154, 156);
}

static void a_term_from_a_leap_day_may_end_before_or_with_the_last_of_february(void **state)
{
    (void)state;
    assert_part(HZ_UNEARNED_24THS, "2024-02-29", "2025-02-27", "2024-02-29", 23, 24);
    assert_part(HZ_UNEARNED_24THS, "2024-02-29", "2025-02-28", "2024-02-29", 23, 24);
    assert_part(HZ_UNEARNED_24THS, "2024-01-31", "2024-02-29", "2024-01-31", 1, 2);
}

static struct hz_unearned by_risk(const char *weights, const char *as_of)
{
    struct hz_unearned how = {.method = HZ_UNEARNED_RISK, .as_of = day(as_of)};
    struct hz_error err = {0};
    assert_true(hz_risk_weights_parse(&how.weights, weights, &err));
    assert_int_equal(err.kind, HZ_NO_ERROR);
    return how;
}

/* 365 days: 30 of nothing, 30 of a half, 305 of one weigh 320. */
static void waiting_days_earn_by_their_weights(void **state)
{
    (void)state;
    static const struct {
        const char *as_of;
        int64_t left; /* of 640 halves */
    } expected[] = {{"2022-12-31", 640}, {"2023-01-01", 640}, {"2023-01-30", 640},
                    {"2023-01-31", 639}, {"2023-03-01", 610}, {"2023-03-02", 608},
                    {"2023-12-30", 2},   {"2023-12-31", 0},   {"2024-05-01", 0}};
    struct hz_cover of = cover("2023-01-01", "2023-12-31");
    for (size_t i = 0; i < HZ_COUNT(expected); i++) {
        struct hz_unearned how = by_risk("30:0,60:0.5", expected[i].as_of);
        struct hz_unearned_part found = part(&how, &of);
        assert_int_equal(found.whole, 640);
        assert_int_equal(found.left, expected[i].left);
    }
}

static void after_a_renewal_the_waiting_days_are_over_and_the_parts_daily(void **state)
{
    (void)state;
    struct hz_cover of = cover("2023-01-01", "2023-12-31");
    of.wait_from = day("2022-01-01");
    struct hz_unearned how = by_risk("30:0,60:0.5", "2023-01-10");
    struct hz_unearned_part found = part(&how, &of);
    assert_int_equal(found.left * 365, found.whole * 355);
    of.wait_from = day("2022-12-22"); /* ten waiting days are over when the cover begins */
    found = part(&how, &of);
    assert_int_equal(found.whole, 30 + 2 * 315);
    assert_int_equal(found.left, found.whole);
}

static void weights_may_be_any_proportion(void **state)
{
    (void)state;
    struct hz_unearned how = by_risk("1:2.5,2:0.0001", "2023-01-01");
    struct hz_cover of = cover("2023-01-01", "2023-01-03");
    struct hz_unearned_part found = part(&how, &of);
    assert_int_equal(found.whole, 25000 + 1 + 10000);
    assert_int_equal(found.left, 1 + 10000);
}

static void a_cover_is_unearned_before_it_begins_and_earned_when_it_has_ended(void **state)
{
    (void)state;
    struct hz_cover of = cover("2024-03-10", "2027-03-09");
    for (int method = 0; hz_unearned_method_names[method]; method++) {
        struct hz_unearned how = by_risk("90:0", "2024-03-09");
        how.method = (enum hz_unearned_method)method;
        struct hz_unearned_part found = part(&how, &of);
        assert_int_equal(found.left, found.whole);
        how.as_of = day("2027-03-09");
        assert_int_equal(part(&how, &of).left, 0);
        how.as_of = day("2031-01-01");
        assert_int_equal(part(&how, &of).left, 0);
    }
}

static void parts_lie_from_none_to_all_and_never_rise_as_time_passes(void **state)
{
    (void)state;
    static const char *const ends[] = {"2025-01-30", "2024-02-28", "2027-01-30", "2024-07-30"};
    for (int method = 0; hz_unearned_method_names[method]; method++) {
        for (size_t e = 0; e < HZ_COUNT(ends); e++) {
            struct hz_cover of = cover("2024-01-31", ends[e]);
            struct hz_unearned how = by_risk("10:0.25,20:3", "2024-01-31");
            how.method = (enum hz_unearned_method)method;
            struct hz_unearned_part before = {1, 1};
            for (how.as_of = of.start - 40; how.as_of < of.end + 40; how.as_of++) {
                struct hz_error err = {0};
                if (!hz_unearned_check(&how, &err))
                    continue;
                struct hz_unearned_part now = part(&how, &of);
                assert_true(0 <= now.left && now.left <= now.whole && now.whole > 0);
                assert_true(now.left * before.whole <= before.left * now.whole);
                before = now;
            }
        }
    }
}

static void assert_fault(enum hz_unearned_method method, struct hz_cover of, const char *code)
{
    struct hz_unearned how = by_risk("30:0", "2024-06-30");
    struct hz_unearned_part untouched = {7, 9};
    how.method = method;
    enum hz_unearned_fault fault = hz_unearned_part(&how, &of, &untouched);
    assert_string_equal(hz_unearned_fault_code(fault), code);
    assert_true(strlen(hz_unearned_fault_text(fault)) > 10);
    assert_int_equal(untouched.left, 7);
}

static void covers_at_fault_have_no_part(void **state)
{
    (void)state;
    for (int method = 0; hz_unearned_method_names[method]; method++) {
        enum hz_unearned_method how = (enum hz_unearned_method)method;
        assert_fault(how, cover("2024-01-02", "2024-01-01"), "end_before_start");
        assert_fault(how, cover("2024-01-01", "9999-12-31"), "term_too_long");
    }
    assert_fault(HZ_UNEARNED_24THS, cover("2024-01-01", "2024-12-30"), "term_not_months");
    assert_fault(HZ_UNEARNED_78, cover("2022-02-04", "2022-02-20"), "term_not_months");
    assert_fault(HZ_UNEARNED_REVERSE_78, cover("2024-02-28", "2025-02-28"), "term_not_months");
    assert_fault(HZ_UNEARNED_RISK, cover("2024-01-01", "2024-01-30"), "no_risk_day");
    struct hz_cover late = cover("2024-01-01", "2024-12-31");
    late.wait_from = day("2024-01-02");
    assert_fault(HZ_UNEARNED_RISK, late, "wait_after_start");
}

static void weights_that_are_no_bands_of_days_are_refused(void **state)
{
    (void)state;
    static const char *const bad[] = {
        "",          "30",         "30:",        ":1",
        "0:1",       "-1:1",       "30:x",       "30:-1",
        "30:101",    "30:0.12345", "30:0,",      "30:0,30:1",
        "30:0,20:1", "40000:1",    "30:0 ,60:1", "1:1,2:1,3:1,4:1,5:1,6:1,7:1,8:1,9:1"};
    for (size_t i = 0; i < HZ_COUNT(bad); i++) {
        struct hz_risk_weights weights;
        struct hz_error err = {0};
        assert_false(hz_risk_weights_parse(&weights, bad[i], &err));
        assert_int_equal(err.kind, HZ_ERROR_USAGE);
    }
}

static void the_method_of_24ths_is_refused_within_a_month(void **state)
{
    (void)state;
    struct hz_error err = {0};
    struct hz_unearned how = {.method = HZ_UNEARNED_24THS, .as_of = day("2024-02-29")};
    assert_true(hz_unearned_check(&how, &err));
    how.as_of = day("2024-02-28");
    assert_false(hz_unearned_check(&how, &err));
    assert_int_equal(err.kind, HZ_ERROR_USAGE);
    assert_non_null(strstr(err.text, "2024-02-29"));
    how.method = HZ_UNEARNED_DAILY;
    assert_true(hz_unearned_check(&how, &err));
}

/* ---- The fold */

static struct hz_fold fold;
static struct hz_unearned_fold settings;
static struct hz_arena arena;

static void prepare(struct hz_unearned how, const char *by)
{
    struct hz_error err = {0};
    settings = (struct hz_unearned_fold){.how = how};
    assert_true(hz_groups_parse(&settings.by, by, hz_unearned_result, &arena, &err));
    hz_unearned_fold(&settings, &fold);
}

static void prepare_daily(const char *as_of, const char *by)
{
    prepare((struct hz_unearned){.method = HZ_UNEARNED_DAILY, .as_of = day(as_of)}, by);
}

static void assert_result(const char *records, const char *expected)
{
    char *result = fold_text(&fold, records, HZ_FORMAT_CSV);
    assert_string_equal(result, expected);
    free(result);
}

/* 99 x 160 / 365 = 43.3972..., 36 x 547 / 731 = 26.9384..., computed by hand. */
static void a_portfolio_has_its_exact_parts_rounded_once(void **state)
{
    (void)state;
    prepare_daily("2022-12-31", NULL);
    assert_result("start,end,contribution\n2022-06-10,2023-06-09,99\n",
                  "count,contribution,earned,unearned\n1,99.00,55.60,43.40\n");
    prepare_daily("2023-12-31", NULL);
    assert_result("start,end,contribution\n2023-07-01,2025-06-30,36.00\n",
                  "count,contribution,earned,unearned\n1,36.00,9.06,26.94\n");
}

/* Three thirds of a fen are a fen, though each of them rounds to none. */
static void a_total_is_the_exact_sum_and_not_the_sum_of_rounded_groups(void **state)
{
    (void)state;
    prepare_daily("2024-01-02", "plan");
    assert_result("plan,start,end,contribution\n"
                  "C,2024-01-01,2024-01-03,0.01\n"
                  "A,2024-01-01,2024-01-03,0.01\n"
                  "B,2024-01-01,2024-01-03,0.01\n",
                  "plan,count,contribution,earned,unearned\n"
                  "A,1,0.01,0.01,0.00\n"
                  "B,1,0.01,0.01,0.00\n"
                  "C,1,0.01,0.01,0.00\n"
                  "total,3,0.03,0.02,0.01\n");
}

static void terms_of_any_length_add_up_in_a_group_of_several_columns(void **state)
{
    (void)state;
    prepare_daily("2024-01-01", "plan,office");
    assert_result("office,plan,start,end,contribution,x\n"
                  "6101,A,2024-01-01,2024-01-02,10,\n"
                  "6101,A,2024-01-01,2024-01-04,10,\n"
                  "2201,A,2024-01-01,2024-01-04,0,\n"
                  "6101,,2024-01-02,2024-01-04,1.23,\n",
                  "plan,office,count,contribution,earned,unearned\n"
                  ",6101,1,1.23,0.00,1.23\n"
                  "A,2201,1,0.00,0.00,0.00\n"
                  "A,6101,2,20.00,7.50,12.50\n"
                  "total,,4,21.23,7.50,13.73\n");
}

static void no_records_have_a_total_of_nothing(void **state)
{
    (void)state;
    prepare_daily("2024-01-01", "plan");
    assert_result("plan,start,end,contribution\n",
                  "plan,count,contribution,earned,unearned\ntotal,0,0.00,0.00,0.00\n");
}

static void rows_at_fault_are_rejected_where_they_are_at_fault(void **state)
{
    (void)state;
    prepare_daily("2024-01-01", NULL);
    assert_result(
        "start,end,contribution\n"
        "2024-01-01,2023-12-31,1\n"
        "2024-01-01,9999-12-31,1\n"
        "2024-13-01,2024-12-31,1\n"
        "2024-01-01,2024-12-31,1.001\n",
        "2:12: end: \"2023-12-31\" is before the start: expected the last day of the cover\n"
        "3:12: end: \"9999-12-31\" is more than a hundred years after the start: expected "
        "the last day of the cover\n"
        "4:1: start: \"2024-13-01\" is not a date (expected YYYY-MM-DD)\n"
        "5:23: contribution: \"1.001\" is not whole fen: expected at most two decimals\n"
        "count,contribution,earned,unearned\n0,0.00,0.00,0.00\n");
}

/*
 * 99 yuan over the 366 days of 2024: left until the end on 30 May are 215, 99 x 215 / 366 =
 * 58.155...; the refund of 49.77 is booked on 30 June. After it the second cover has nothing left;
 * the third was written down wrong and taken back.
 */
static const char corrected[] = "entry,start,end,contribution,ended\n"
                                ",2024-01-01,2024-12-31,99,\n"
                                "original,2024-01-01,2024-12-31,99,2024-06-30\n"
                                ",2024-01-01,2024-12-31,-49.77,2024-06-30\n"
                                ",2024-01-01,2024-12-31,999,\n"
                                "reversal,2024-01-01,2024-12-31,-999,\n"
                                ",2024-01-01,2024-12-31,99,\n";

static void rows_below_zero_take_back_and_refund(void **state)
{
    (void)state;
    prepare_daily("2024-05-30", NULL); /* 3 x 58.1557 - 49.77 */
    assert_result(corrected, "count,contribution,earned,unearned\n3,247.23,122.53,124.70\n");
    prepare_daily("2024-06-30", NULL); /* 2 x 99 x 184 / 366 = 99.5409 */
    assert_result(corrected, "count,contribution,earned,unearned\n3,247.23,147.69,99.54\n");
    prepare_daily("2023-12-31", NULL);
    assert_result(corrected, "count,contribution,earned,unearned\n3,247.23,0.00,247.23\n");
}

static void a_correction_that_contradicts_itself_is_rejected(void **state)
{
    (void)state;
    prepare_daily("2024-05-30", NULL);
    assert_result(
        "entry,start,end,contribution,ended\n"
        "original,2024-01-01,2024-12-31,-99,\n"
        "refund,2024-01-01,2024-12-31,99,2024-06-30\n"
        "undo,2024-01-01,2024-12-31,-99,\n"
        ",2024-01-01,2024-12-31,99,2023-12-30\n",
        "2:1: entry: \"original\" is of an amount below zero: expected a reversal or a refund\n"
        "3:1: entry: \"refund\" is of an amount above zero: what is taken back is below it\n"
        "4:1: entry: \"undo\" is no entry: expected original, reversal or refund, or nothing\n"
        "5:27: ended: \"2023-12-30\" is before the start: a cover that never held is taken "
        "back by a row with its contribution below zero\n"
        "count,contribution,earned,unearned\n0,0.00,0.00,0.00\n");
}

static void the_waiting_period_is_read_where_it_is_given(void **state)
{
    (void)state;
    prepare(by_risk("30:0", "2023-01-10"), "观察期起算日");
    assert_result("参保编号,生效日期,到期日,会费,观察期起算日\n"
                  "1,2023-01-01,2023-12-31,36.5,\n"
                  "2,2023-01-01,2023-12-31,36.5,2022-01-01\n"
                  "3,2023-01-01,2023-12-31,36.5,2023-01-02\n",
                  "4:30: wait_from: \"2023-01-02\" is after the start: expected the first day of "
                  "continuous cover\n"
                  "wait_from,count,contribution,earned,unearned\n"
                  ",1,36.50,0.00,36.50\n"
                  "2022-01-01,1,36.50,1.00,35.50\n"
                  "total,2,73.00,1.00,72.00\n");
    prepare(by_risk("30:0", "2023-01-10"), NULL);
    assert_result("start,end,contribution\n2023-01-01,2023-12-31,36.5\n",
                  "count,contribution,earned,unearned\n1,36.50,0.00,36.50\n");
}

static void assert_no_groups(const char *list)
{
    struct hz_groups groups;
    struct hz_error err = {0};
    assert_false(hz_groups_parse(&groups, list, hz_unearned_result, &arena, &err));
    assert_int_equal(err.kind, HZ_ERROR_USAGE);
}

static void groups_that_cannot_be_columns_of_the_result_are_refused(void **state)
{
    (void)state;
    assert_no_groups("");
    assert_no_groups("plan,");
    assert_no_groups("plan,,office");
    assert_no_groups("plan,office,plan");
    assert_no_groups("plan,计划代码");
    assert_no_groups("12");
    assert_no_groups("contribution");
    assert_no_groups("会费");
    assert_no_groups("a,b,c,d,e,f,g,h,i,j,k,l,m");
}

static int free_arena(void **state)
{
    (void)state;
    hz_arena_free(&arena);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(daily_parts_are_days_left_over_the_actual_days_of_the_term),
        cmocka_unit_test(twenty_fourths_fall_by_two_a_month_from_23_to_1),
        cmocka_unit_test(the_rules_of_78_weigh_months_by_their_number),
        cmocka_unit_test(the_reverse_rule_mirrors_the_rule_of_78),
        cmocka_unit_test(a_month_is_completed_on_the_day_before_it_returns),
        cmocka_unit_test(a_term_from_a_leap_day_may_end_before_or_with_the_last_of_february),
        cmocka_unit_test(waiting_days_earn_by_their_weights),
        cmocka_unit_test(after_a_renewal_the_waiting_days_are_over_and_the_parts_daily),
        cmocka_unit_test(weights_may_be_any_proportion),
        cmocka_unit_test(a_cover_is_unearned_before_it_begins_and_earned_when_it_has_ended),
        cmocka_unit_test(parts_lie_from_none_to_all_and_never_rise_as_time_passes),
        cmocka_unit_test(covers_at_fault_have_no_part),
        cmocka_unit_test(weights_that_are_no_bands_of_days_are_refused),
        cmocka_unit_test(the_method_of_24ths_is_refused_within_a_month),
        cmocka_unit_test(a_portfolio_has_its_exact_parts_rounded_once),
        cmocka_unit_test(a_total_is_the_exact_sum_and_not_the_sum_of_rounded_groups),
        cmocka_unit_test(terms_of_any_length_add_up_in_a_group_of_several_columns),
        cmocka_unit_test(no_records_have_a_total_of_nothing),
        cmocka_unit_test(rows_at_fault_are_rejected_where_they_are_at_fault),
        cmocka_unit_test(rows_below_zero_take_back_and_refund),
        cmocka_unit_test(a_correction_that_contradicts_itself_is_rejected),
        cmocka_unit_test(the_waiting_period_is_read_where_it_is_given),
        cmocka_unit_test(groups_that_cannot_be_columns_of_the_result_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, free_arena);
}
