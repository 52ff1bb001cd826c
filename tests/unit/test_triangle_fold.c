/* Claims triangles by hand: few enough transactions that each cell can be counted on paper. */

#include "record/triangle_fold.h"

#include "fold_text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static struct hz_fold fold;
static struct hz_triangle_fold settings;
static struct hz_arena arena;

/* By event, cumulative, no groups; the rest is changed by the tests. */
static void prepare(enum hz_claim_measure measure, const char *grain, const char *as_of)
{
    struct hz_error err = {0};
    settings = (struct hz_triangle_fold){.measure = measure, .has_as_of = as_of != NULL};
    assert_true(hz_triangle_grains_parse(&settings.grains, grain, &err));
    if (as_of)
        assert_true(hz_date_parse(hz_text_of(as_of), &settings.as_of));
}

static void split_by(const char *list)
{
    struct hz_error err = {0};
    assert_true(hz_groups_parse(&settings.by, list, hz_triangle_result, &arena, &err));
}

static void assert_format(enum hz_format format, const char *records, const char *expected)
{
    hz_triangle_fold(&settings, &fold);
    char *result = fold_text(&fold, records, format);
    assert_string_equal(result, expected);
    free(result);
}

static void assert_triangle(const char *records, const char *expected)
{
    assert_format(HZ_FORMAT_CSV, records, expected);
}

static const char payments[] = "event,transaction,paid\n"
                               "2020-12-31,2020-12-31,1\n"
                               "2020-05-06,2021-01-01,2.50\n"
                               "2020-01-01,2022-07-01,4\n"
                               "2022-02-03,2022-03-01,8\n";

static void payments_stand_at_their_age_in_the_origin_period_of_the_event(void **state)
{
    (void)state;
    prepare(HZ_MEASURE_PAID, "Y", NULL);
    assert_triangle(payments, "origin,development,value\n"
                              "2020,1,1.00\n2020,2,3.50\n2020,3,7.50\n"
                              "2021,1,0.00\n2021,2,0.00\n"
                              "2022,1,8.00\n");
}

static void an_incremental_triangle_has_what_each_age_adds(void **state)
{
    (void)state;
    prepare(HZ_MEASURE_PAID, "Y:Y", NULL);
    settings.is_incremental = true;
    assert_triangle(payments, "origin,development,value\n"
                              "2020,1,1.00\n2020,2,2.50\n2020,3,4.00\n"
                              "2021,1,0.00\n2021,2,0.00\n"
                              "2022,1,8.00\n");
}

static void what_happened_after_the_valuation_is_left_out(void **state)
{
    (void)state;
    prepare(HZ_MEASURE_PAID, "Y", "2022-03-01");
    assert_triangle(payments, "origin,development,value\n"
                              "2020,0.169354839,0.00\n2020,1.169354839,3.50\n"
                              "2020,2.16935484,3.50\n2021,0.169354839,0.00\n"
                              "2021,1.169354839,0.00\n2022,0.169354839,8.00\n");
    prepare(HZ_MEASURE_PAID, "Y", "2021-06-30");
    assert_triangle(payments, "origin,development,value\n"
                              "2020,0.5,0.00\n2020,1.5,3.50\n2021,0.5,0.00\n");
    prepare(HZ_MEASURE_PAID, "Y", "2019-12-31");
    assert_triangle(payments, "origin,development,value\n");
}

static void development_periods_count_from_the_one_in_which_the_origin_period_begins(void **state)
{
    (void)state;
    prepare(HZ_MEASURE_PAID, "Y:Q", NULL);
    assert_triangle("event,transaction,paid\n2021-11-30,2021-11-30,1\n2021-01-01,2022-01-01,2\n",
                    "origin,development,value\n"
                    "2021,1,0.00\n2021,2,0.00\n2021,3,0.00\n2021,4,1.00\n2021,5,3.00\n"
                    "2022,1,0.00\n");
    prepare(HZ_MEASURE_PAID, "Q:M", NULL);
    assert_triangle("event,transaction,paid\n2021-12-31,2022-01-31,1\n2021-10-01,2021-10-01,2\n",
                    "origin,development,value\n"
                    "2021Q4,1,2.00\n2021Q4,2,2.00\n2021Q4,3,2.00\n2021Q4,4,3.00\n"
                    "2022Q1,1,0.00\n");
    prepare(HZ_MEASURE_PAID, "M", NULL);
    assert_triangle("event,transaction,paid\n2021-12-31,2022-01-31,1\n",
                    "origin,development,value\n2021-12,1,0.00\n2021-12,2,1.00\n2022-01,1,0.00\n");
}

static void each_group_has_a_triangle_from_its_first_origin_to_the_common_valuation(void **state)
{
    (void)state;
    prepare(HZ_MEASURE_PAID, "Y", NULL);
    split_by("office,plan");
    assert_triangle("plan,office,event,transaction,paid\n"
                    "P,6101,2021-05-01,2021-06-01,1\n"
                    "P,2201,2022-05-01,2022-06-01,2\n"
                    "P,6101,2021-05-01,2021-06-01,-0.25\n",
                    "office,plan,origin,development,value\n"
                    "2201,P,2022,1,2.00\n"
                    "6101,P,2021,1,0.75\n"
                    "6101,P,2021,2,0.75\n"
                    "6101,P,2022,1,0.00\n");
}

/* C1: 100 at report, 40 + 50 at the first payment, 45 at the end. C2 stays at its estimate. */
static const char claims[] = "claim,event,report,transaction,paid,case_estimate,status\n"
                             "C1,2020-03-01,2020-04-01,2020-04-01,,100,reported\n"
                             "C1,2020-03-01,2020-04-01,2022-01-05,5,0,paid\n"
                             "C1,2020-03-01,2020-04-01,2021-02-01,40.00,50.00,approved\n"
                             "C2,2020-08-01,2021-08-09,2021-08-09,0,7,reported\n";

static void incurred_claims_are_payments_and_the_estimate_that_stands(void **state)
{
    (void)state;
    prepare(HZ_MEASURE_INCURRED, "Y", NULL);
    assert_triangle(claims, "origin,development,value\n"
                            "2020,1,100.00\n2020,2,97.00\n2020,3,52.00\n"
                            "2021,1,0.00\n2021,2,0.00\n2022,1,0.00\n");
    settings.is_incremental = true;
    assert_triangle(claims, "origin,development,value\n"
                            "2020,1,100.00\n2020,2,-3.00\n2020,3,-45.00\n"
                            "2021,1,0.00\n2021,2,0.00\n2022,1,0.00\n");
    prepare(HZ_MEASURE_INCURRED, "Y", "2021-12-31");
    assert_triangle(claims, "origin,development,value\n"
                            "2020,1,100.00\n2020,2,97.00\n2021,1,0.00\n");
}

static void reported_claims_are_counted_once_from_their_report(void **state)
{
    (void)state;
    prepare(HZ_MEASURE_REPORTED, "Y", NULL);
    assert_triangle(claims, "origin,development,value\n"
                            "2020,1,1\n2020,2,2\n2020,3,2\n2021,1,0\n2021,2,0\n2022,1,0\n");
    prepare(HZ_MEASURE_REPORTED, "Y", NULL);
    assert_triangle("claim,event,report\nC1,2020-01-01,2020-01-01\nC1,2020-01-01,2020-01-01\n",
                    "origin,development,value\n2020,1,1\n");
}

static void a_reopened_claim_is_no_longer_closed(void **state)
{
    (void)state;
    prepare(HZ_MEASURE_CLOSED, "Y", NULL);
    assert_triangle("claim,event,transaction,status\n"
                    "C1,2020-01-01,2020-02-01,opened\n"
                    "C1,2020-01-01,2020-03-01,rejected\n"
                    "C1,2020-01-01,2021-01-01,reopened\n"
                    "C1,2020-01-01,2022-12-31,paid\n"
                    "C2,2020-01-01,2020-02-01,withdrawn\n",
                    "origin,development,value\n"
                    "2020,1,2\n2020,2,1\n2020,3,2\n2021,1,0\n2021,2,0\n2022,1,0\n");
}

/* Of one day: the further status, then the smaller estimate; the order of the rows is nothing. */
static void of_one_day_what_the_rows_say_decides_not_where_they_stand(void **state)
{
    (void)state;
    static const char header[] = "claim,event,transaction,paid,case_estimate,status\n";
    static const char *const row[] = {
        "C1,2020-01-01,2020-02-01,0,30,reported\n", "C1,2020-01-01,2020-02-01,0,20,approved\n",
        "C1,2020-01-01,2020-02-01,0,25,approved\n", "C1,2020-01-01,2020-01-31,0,90,reopened\n"};
    static const int orders[][4] = {{0, 1, 2, 3}, {3, 2, 1, 0}, {2, 0, 3, 1}, {1, 3, 0, 2}};
    for (size_t i = 0; i < HZ_COUNT(orders); i++) {
        char records[400];
        snprintf(records, sizeof records, "%s%s%s%s%s", header, row[orders[i][0]],
                 row[orders[i][1]], row[orders[i][2]], row[orders[i][3]]);
        prepare(HZ_MEASURE_INCURRED, "Y", NULL);
        assert_triangle(records, "origin,development,value\n2020,1,20.00\n");
    }
}

static void a_claim_whose_event_is_corrected_moves_as_a_whole(void **state)
{
    (void)state;
    prepare(HZ_MEASURE_INCURRED, "Y", NULL);
    assert_triangle("claim,event,transaction,paid,case_estimate\n"
                    "C1,2020-01-01,2020-02-01,0,10\n"
                    "C1,2021-01-01,2021-02-01,4,5\n"
                    "C1,2021-01-01,2022-02-01,1,0\n",
                    "origin,development,value\n2021,1,9.00\n2021,2,5.00\n2022,1,0.00\n");
}

static void an_origin_period_may_be_that_of_the_report_or_of_the_cover(void **state)
{
    (void)state;
    const char records[] = "start,event,report,transaction,paid\n"
                           "2019-07-01,2020-01-01,2021-01-01,2021-01-02,3\n";
    prepare(HZ_MEASURE_PAID, "Y", NULL);
    settings.origin = HZ_ORIGIN_REPORT;
    assert_triangle(records, "origin,development,value\n2021,1,3.00\n");
    settings.origin = HZ_ORIGIN_START;
    assert_triangle(records, "origin,development,value\n"
                             "2019,1,0.00\n2019,2,0.00\n2019,3,3.00\n"
                             "2020,1,0.00\n2020,2,0.00\n2021,1,0.00\n");
}

static void ex_gratia_aid_is_no_claim_unless_asked_for(void **state)
{
    (void)state;
    const char records[] = "event,transaction,paid,互助互济\n"
                           "2020-01-01,2020-01-02,1,\n2020-01-01,2020-01-02,2,1\n"
                           "2020-01-01,2020-01-02,4,是\n2020-01-01,2020-01-02,8,否\n"
                           "2020-01-01,2020-01-02,16,maybe\n";
    const char told[] =
        "6:26: ex_gratia: \"maybe\" is neither yes nor no: expected 1, true, yes or "
        "是, or 0, false, no, 否 or nothing\norigin,development,value\n";
    char expected[400];
    prepare(HZ_MEASURE_PAID, "Y", NULL);
    snprintf(expected, sizeof expected, "%s2020,1,9.00\n", told);
    assert_triangle(records, expected);
    settings.with_ex_gratia = true;
    snprintf(expected, sizeof expected, "%s2020,1,15.00\n", told);
    assert_triangle(records, expected);
}

static void rows_at_fault_are_rejected_where_they_are_at_fault(void **state)
{
    (void)state;
    prepare(HZ_MEASURE_INCURRED, "Y", NULL);
    settings.origin = HZ_ORIGIN_START;
    assert_triangle("claim,start,event,report,transaction,paid,case_estimate\n"
                    "1,2020-02-01,2020-01-31,2020-02-01,2020-02-01,1,1\n"
                    "2,2020-01-01,2020-02-01,2020-01-31,2020-02-01,1,1\n"
                    "3,2020-01-01,2020-01-01,2020-02-01,2020-01-31,1,1\n"
                    "4,2020-01-01,2020-02-01,,2020-01-31,1,1\n"
                    "5,2020-01-01,2020-01-01,,2020-01-31,1,-1\n"
                    ",2020-01-01,2020-01-01,,2020-01-31,1,1\n"
                    "7,2020-01-01,2020-01-01,1+1-1,2020-01-31,1,1\n",
                    "2:14: event: \"2020-01-31\" is before the start of the cover\n"
                    "3:25: report: \"2020-01-31\" is before the event\n"
                    "4:36: transaction: \"2020-01-31\" is before the report\n"
                    "5:26: transaction: \"2020-01-31\" is before the event\n"
                    "6:39: case_estimate: \"-1\" is below zero: expected an amount of 0 or more\n"
                    "7:1: claim: \"\" is empty: expected the number of the claim\n"
                    "8:25: report: \"1+1-1\" is not a date (expected YYYY-MM-DD)\n"
                    "origin,development,value\n");
    prepare(HZ_MEASURE_CLOSED, "Y", NULL);
    assert_triangle("claim,event,transaction,status\nC1,2020-01-01,2020-02-01,settled\n",
                    "2:26: status: \"settled\" is no status: expected reported, opened, approved, "
                    "reopened, paid, closed, rejected or withdrawn\n"
                    "origin,development,value\n");
}

static void people_see_a_triangle(void **state)
{
    (void)state;
    prepare(HZ_MEASURE_PAID, "Y", NULL);
    assert_format(HZ_FORMAT_TABLE, payments,
                  "origin     1     2     3\n"
                  "2020    1.00  3.50  7.50\n"
                  "2021    0.00  0.00\n"
                  "2022    8.00\n");
    assert_format(HZ_FORMAT_TABLE, "event,transaction,paid\n", "origin  development  value\n");
}

static void a_wrong_date_does_not_make_a_triangle_of_millions(void **state)
{
    (void)state;
    prepare(HZ_MEASURE_PAID, "M", NULL);
    assert_triangle(
        "event,transaction,paid\n2020-01-01,2020-01-01,1\n2220-01-01,2220-01-01,1\n",
        "the claims reach from 2020-01 to 2220-01-01, 2401 development periods: correct "
        "the date that is wrong, or give --as-of or a longer --grain");
}

static void grains_whose_development_is_the_longer_are_refused(void **state)
{
    (void)state;
    static const char *const bad[] = {"", "y", "M:Q", "Q:Y", "Y:", "Y:Q:M", "YQ"};
    for (size_t i = 0; i < HZ_COUNT(bad); i++) {
        struct hz_triangle_grains grains;
        struct hz_error err = {0};
        assert_false(hz_triangle_grains_parse(&grains, bad[i], &err));
        assert_int_equal(err.kind, HZ_ERROR_USAGE);
    }
}

/* Many claims of many rows, in no order. */
static char *many_rows(void)
{
    struct hz_buffer rows = {0};
    hz_buffer_string(&rows, "claim,plan,event,report,transaction,paid,case_estimate,status\n");
    for (unsigned i = 0; i < 3000; i++) {
        unsigned claim = i * 7919 % 500, age = i * 31 % 29;
        static const char *const status[] = {"reported", "paid", "reopened", "closed"};
        hz_buffer_format(&rows, "%u,P%u,20%02u-0%u-1%u,2022-12-%02u,202%u-0%u-%02u,%u.%02u,%u,%s\n",
                         claim, claim % 3, 10 + claim % 12, 1 + claim % 9, claim % 7,
                         1 + claim % 28, 3 + age % 4, 1 + age % 9, 1 + i % 28, i % 100, i % 77,
                         i % 1000, status[i % 4]);
    }
    hz_buffer_char(&rows, '\0');
    return rows.at;
}

static void the_result_does_not_depend_on_threads_blocks_and_the_order_of_merging(void **state)
{
    (void)state;
    char *records = many_rows();
    for (int measure = 0; hz_claim_measure_names[measure]; measure++) {
        struct hz_buffer one = {0}, merged = {0};
        prepare((enum hz_claim_measure)measure, "Y:Q", NULL);
        split_by("plan");
        hz_triangle_fold(&settings, &fold);
        struct hz_tally *whole = tally_text(&one, &fold, records, 1, 0);
        struct hz_tally *parts = tally_text(&merged, &fold, records, 4, 300);
        finish_text(&one, &fold, whole, HZ_FORMAT_CSV);
        finish_text(&merged, &fold, parts, HZ_FORMAT_CSV);
        assert_true(one.length > 5000);
        assert_int_equal(one.length, merged.length);
        assert_memory_equal(one.at, merged.at, one.length);
        hz_tally_free(whole);
        hz_tally_free(parts);
        hz_buffer_free(&one);
        hz_buffer_free(&merged);
    }
    free(records);
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
        cmocka_unit_test(payments_stand_at_their_age_in_the_origin_period_of_the_event),
        cmocka_unit_test(an_incremental_triangle_has_what_each_age_adds),
        cmocka_unit_test(what_happened_after_the_valuation_is_left_out),
        cmocka_unit_test(development_periods_count_from_the_one_in_which_the_origin_period_begins),
        cmocka_unit_test(each_group_has_a_triangle_from_its_first_origin_to_the_common_valuation),
        cmocka_unit_test(incurred_claims_are_payments_and_the_estimate_that_stands),
        cmocka_unit_test(reported_claims_are_counted_once_from_their_report),
        cmocka_unit_test(a_reopened_claim_is_no_longer_closed),
        cmocka_unit_test(of_one_day_what_the_rows_say_decides_not_where_they_stand),
        cmocka_unit_test(a_claim_whose_event_is_corrected_moves_as_a_whole),
        cmocka_unit_test(an_origin_period_may_be_that_of_the_report_or_of_the_cover),
        cmocka_unit_test(ex_gratia_aid_is_no_claim_unless_asked_for),
        cmocka_unit_test(rows_at_fault_are_rejected_where_they_are_at_fault),
        cmocka_unit_test(people_see_a_triangle),
        cmocka_unit_test(a_wrong_date_does_not_make_a_triangle_of_millions),
        cmocka_unit_test(grains_whose_development_is_the_longer_are_refused),
        cmocka_unit_test(the_result_does_not_depend_on_threads_blocks_and_the_order_of_merging),
    };
    return cmocka_run_group_tests(tests, NULL, free_arena);
}
