/* Dates and periods against a calendar that is walked day by day. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/date.h"
#include "random/random.h"

#include <stdio.h>

enum { CASES = 20000, SEED = 18000101 };
enum weekday { SUNDAY, MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY };

static hz_date day(int year, int month, int day)
{
    return hz_date_of((struct hz_civil){year, month, day});
}

/* 1970-01-01 was a Thursday. */
static enum weekday weekday(hz_date date)
{
    return (enum weekday)(((date + THURSDAY) % 7 + 7) % 7);
}

static void assert_same_day(hz_date found, hz_date wanted)
{
    char a[HZ_DATE_TEXT];
    char b[HZ_DATE_TEXT];
    hz_date_format(found, a);
    hz_date_format(wanted, b);
    assert_string_equal(a, b);
    assert_int_equal(found, wanted);
}

static void known_days_have_their_numbers(void **state)
{
    (void)state;
    assert_int_equal(day(1970, 1, 1), 0);
    assert_int_equal(day(1969, 12, 31), -1);
    assert_int_equal(day(2000, 3, 1), 11017);  /* 30 years, 7 leap days, 60 days */
    assert_int_equal(day(1800, 1, 1), -62091); /* 170 years, 41 leap days */
    /* The Julian day number 2440587.5 is 1970-01-01 0h; 2400000.5 is 1858-11-17 0h (IAU). */
    assert_int_equal(day(1858, 11, 17), -40587);
    /* The last second of a signed 32-bit Unix clock, 2^31 - 1, is on 2038-01-19. */
    assert_int_equal(day(2038, 1, 19), INT32_MAX / 86400);
}

static void known_days_fall_on_their_weekdays(void **state)
{
    (void)state;
    assert_int_equal(weekday(day(1900, 1, 1)), MONDAY);
    assert_int_equal(weekday(day(1949, 10, 1)), SATURDAY);
    assert_int_equal(weekday(day(1969, 7, 20)), SUNDAY);
    assert_int_equal(weekday(day(2000, 1, 1)), SATURDAY);
    assert_int_equal(weekday(day(2008, 8, 8)), FRIDAY);
    assert_int_equal(weekday(day(2024, 2, 29)), THURSDAY);
}

/* The three rules of Pope Gregory's bull, said once more. */
static int slow_month_days(int year, int month)
{
    if (month == 4 || month == 6 || month == 9 || month == 11)
        return 30;
    if (month != 2)
        return 31;
    if (year % 400 == 0)
        return 29;
    if (year % 100 == 0)
        return 28;
    return year % 4 == 0 ? 29 : 28;
}

static void assert_is(hz_date date, int year, int month, int day_of_month)
{
    char wanted[40];
    snprintf(wanted, sizeof wanted, "%04d-%02d-%02d", year, month, day_of_month);
    char text[HZ_DATE_TEXT];
    hz_date_format(date, text);
    hz_date parsed;
    struct hz_civil civil = hz_date_civil(date);
    if (strcmp(text, wanted) != 0 || day(year, month, day_of_month) != date ||
        !hz_date_parse(hz_text_of(wanted), &parsed) || parsed != date || civil.year != year ||
        civil.month != month || civil.day != day_of_month)
        fail_msg("day %d is \"%s\", not \"%s\"", (int)date, text, wanted);
}

static void every_day_from_1800_to_9999_follows_the_one_before(void **state)
{
    (void)state;
    hz_date date = -62091; /* 1800-01-01: see above */
    for (int year = 1800; year <= 9999; year++)
        for (int month = 1; month <= 12; month++) {
            assert_int_equal(hz_date_month_days(year, month), slow_month_days(year, month));
            for (int d = 1; d <= slow_month_days(year, month); d++)
                assert_is(date++, year, month, d);
        }
    assert_same_day(date - 1, day(9999, 12, 31));
}

static void days_outside_the_years_of_data_are_counted_too(void **state)
{
    (void)state;
    assert_same_day(day(9999, 12, 31) + 1, day(10000, 1, 1));
    assert_same_day(day(1, 1, 1) - 1, day(0, 12, 31));
    assert_int_equal(day(0, 3, 1) - day(0, 2, 28), 2); /* year 0 is a multiple of 400 */
    assert_int_equal(day(400, 1, 1) - day(0, 1, 1), 146097);
    assert_int_equal(day(0, 1, 1) - day(-400, 1, 1), 146097);
    const hz_date ends[] = {INT32_MIN, INT32_MIN + 1, -719529, -719528, INT32_MAX - 1, INT32_MAX};
    for (size_t i = 0; i < HZ_COUNT(ends); i++)
        assert_int_equal(hz_date_of(hz_date_civil(ends[i])), ends[i]);
    char text[HZ_DATE_TEXT];
    hz_date_format(day(10000, 1, 1), text);
    assert_string_equal(text, "10000-01-01");
    hz_date_format(day(-1, 12, 31), text);
    assert_string_equal(text, "-0001-12-31");
    hz_date_format(INT32_MIN, text);
    assert_int_equal(strlen(text), strlen("-5877641-06-23"));
}

static void what_is_no_day_is_refused(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "",           "2024",        "2024-02",       "2024-2-29",   "2024-02-9",   "24-02-29",
        "2023-02-29", "1900-02-29",  "2024-02-30",    "2024-04-31",  "2024-13-01",  "2024-00-10",
        "2024-01-00", "2024-01-32",  "1799-12-31",    "0000-00-00",  "2024/02/29",  "2024.02.29",
        "2024-02/29", "20240229",    "20240229..",    " 2024-02-29", "2024-02-29 ", "2024-02-2x",
        "202x-02-29", "2024-0x-29",  "-024-02-29",    "+024-02-29",  "2024-02--1",  "２024-02-2",
        "10000-01-1", "2024-02-291", "2024-02-29T00", "29-02-2024",  "2024-1e-01",  "2024- 2-29",
    };
    for (size_t i = 0; i < HZ_COUNT(texts); i++) {
        hz_date date = 77;
        if (hz_date_parse(hz_text_of(texts[i]), &date) || date != 77)
            fail_msg("\"%s\" is taken for a day", texts[i]);
    }
    hz_date date = 77;
    assert_false(hz_date_parse(hz_text_of(NULL), &date));
    assert_false(hz_date_parse((struct hz_text){"2024-02-29", 9}, &date));
    assert_true(hz_date_parse((struct hz_text){"2024-02-299", 10}, &date));
    assert_same_day(date, day(2024, 2, 29));
}

static void a_changed_byte_makes_another_day_or_none(void **state)
{
    (void)state;
    struct hz_random random = hz_random_stream(SEED, 1);
    for (int i = 0; i < CASES; i++) {
        hz_date before = day(1800, 1, 1) + (hz_date)(hz_random_bits(&random) % 2994988);
        char text[HZ_DATE_TEXT];
        hz_date_format(before, text);
        text[hz_random_bits(&random) % 10] = (char)(hz_random_bits(&random) % 128);
        hz_date after;
        if (!hz_date_parse((struct hz_text){text, 10}, &after))
            continue;
        char again[HZ_DATE_TEXT];
        hz_date_format(after, again);
        assert_memory_equal(again, text, 10);
    }
}

static void months_later_is_the_same_day_or_the_months_last(void **state)
{
    (void)state;
    assert_same_day(hz_date_add_months(day(2024, 1, 31), 1), day(2024, 2, 29));
    assert_same_day(hz_date_add_months(day(2023, 1, 31), 1), day(2023, 2, 28));
    assert_same_day(hz_date_add_months(day(2024, 1, 31), 3), day(2024, 4, 30));
    assert_same_day(hz_date_add_months(day(2024, 2, 29), 12), day(2025, 2, 28));
    assert_same_day(hz_date_add_months(day(2024, 2, 29), 48), day(2028, 2, 29));
    assert_same_day(hz_date_add_months(day(2024, 3, 31), -1), day(2024, 2, 29));
    assert_same_day(hz_date_add_months(day(2024, 1, 15), -1), day(2023, 12, 15));
    assert_same_day(hz_date_add_months(day(2024, 1, 15), -13), day(2022, 12, 15));
    assert_same_day(hz_date_add_months(day(2024, 12, 1), 1), day(2025, 1, 1));
    assert_same_day(hz_date_add_months(day(2024, 12, 1), 0), day(2024, 12, 1));
}

static void added_months_are_counted_and_keep_the_day_where_it_exists(void **state)
{
    (void)state;
    struct hz_random random = hz_random_stream(SEED, 2);
    for (int i = 0; i < CASES; i++) {
        hz_date start = day(1800, 1, 1) + (hz_date)(hz_random_bits(&random) % 2000000);
        int months = (int)(hz_random_bits(&random) % 2400) - 1200;
        struct hz_civil from = hz_date_civil(start);
        struct hz_civil to = hz_date_civil(hz_date_add_months(start, months));
        assert_int_equal(to.year * 12 + to.month, from.year * 12 + from.month + months);
        int last = slow_month_days(to.year, to.month);
        assert_int_equal(to.day, from.day < last ? from.day : last);
    }
}

static void assert_period(hz_period period, enum hz_grain grain, const char *label, hz_date first,
                          hz_date last)
{
    char text[HZ_PERIOD_TEXT];
    hz_period_format(period, grain, text);
    assert_string_equal(text, label);
    assert_same_day(hz_period_first(period, grain), first);
    assert_same_day(hz_period_last(period, grain), last);
    assert_int_equal(hz_period_of(first, grain), period);
    assert_int_equal(hz_period_of(last, grain), period);
    assert_int_equal(hz_period_of(first - 1, grain), period - 1);
    assert_int_equal(hz_period_of(last + 1, grain), period + 1);
}

static void periods_have_their_labels_and_ends(void **state)
{
    (void)state;
    assert_period(2021, HZ_YEAR, "2021", day(2021, 1, 1), day(2021, 12, 31));
    assert_period(2021 * 4 + 2, HZ_QUARTER, "2021Q3", day(2021, 7, 1), day(2021, 9, 30));
    assert_period(2024 * 4, HZ_QUARTER, "2024Q1", day(2024, 1, 1), day(2024, 3, 31));
    assert_period(2024 * 12 + 1, HZ_MONTH, "2024-02", day(2024, 2, 1), day(2024, 2, 29));
    assert_period(2024 * 12 + 11, HZ_MONTH, "2024-12", day(2024, 12, 1), day(2024, 12, 31));
    assert_period(0, HZ_MONTH, "0000-01", day(0, 1, 1), day(0, 1, 31));
    assert_period(-1, HZ_MONTH, "-0001-12", day(-1, 12, 1), day(-1, 12, 31));
    assert_period(-1, HZ_QUARTER, "-0001Q4", day(-1, 10, 1), day(-1, 12, 31));
}

static void periods_follow_each_other_without_gaps(void **state)
{
    (void)state;
    static const enum hz_grain grains[] = {HZ_MONTH, HZ_QUARTER, HZ_YEAR};
    for (size_t g = 0; g < HZ_COUNT(grains); g++) {
        hz_period end = hz_period_of(day(2400, 1, 1), grains[g]);
        for (hz_period p = hz_period_of(day(1800, 1, 1), grains[g]); p < end; p++) {
            struct hz_civil first = hz_date_civil(hz_period_first(p, grains[g]));
            assert_int_equal(first.day, 1);
            assert_int_equal((first.year * 12 + first.month - 1) / (int)grains[g], p);
            assert_int_equal((first.month - 1) % (int)grains[g], 0);
            assert_int_equal(hz_period_last(p, grains[g]) + 1, hz_period_first(p + 1, grains[g]));
        }
    }
}

static void period_labels_read_back_what_is_written(void **state)
{
    (void)state;
    static const enum hz_grain grains[] = {HZ_MONTH, HZ_QUARTER, HZ_YEAR};
    for (size_t g = 0; g < HZ_COUNT(grains); g++) {
        hz_period end = hz_period_of(day(9999, 12, 31), grains[g]);
        for (hz_period p = hz_period_of(day(1800, 1, 1), grains[g]); p <= end; p++) {
            char text[HZ_PERIOD_TEXT];
            hz_period_format(p, grains[g], text);
            hz_period period = -1;
            enum hz_grain grain = HZ_MONTH;
            assert_true(hz_period_parse(hz_text_of(text), &period, &grain));
            assert_int_equal(period, p);
            assert_int_equal(grain, grains[g]);
        }
    }
}

static void periods_that_start_within_the_calendars_are_called_by_their_months(void **state)
{
    (void)state;
    char label[HZ_PERIOD_TEXT];
    hz_period period;
    enum hz_grain grain;
    int shift;
    hz_span_format(2023, HZ_YEAR, 8, label);
    assert_string_equal(label, "2023-09/2024-08");
    hz_span_format(2023 * 4 + 3, HZ_QUARTER, 2, label);
    assert_string_equal(label, "2023-12/2024-02");
    hz_span_format(2023, HZ_YEAR, 0, label);
    assert_string_equal(label, "2023");
    assert_true(hz_span_parse(hz_text_of("2023-09/2024-08"), &period, &grain, &shift));
    assert_true(period == 2023 && grain == HZ_YEAR && shift == 8);
    assert_true(hz_span_parse(hz_text_of("2023-12/2024-02"), &period, &grain, &shift));
    assert_true(period == 2023 * 4 + 3 && grain == HZ_QUARTER && shift == 2);
    assert_true(hz_span_parse(hz_text_of("2023Q4"), &period, &grain, &shift));
    assert_true(period == 2023 * 4 + 3 && grain == HZ_QUARTER && shift == 0);
    assert_false(hz_span_parse(hz_text_of("2023-09/2024-07"), &period, &grain, &shift));
    assert_false(hz_span_parse(hz_text_of("2023-09/2023-08"), &period, &grain, &shift));
    assert_false(hz_span_parse(hz_text_of("2023-09-2024-08"), &period, &grain, &shift));
}

static void what_is_no_period_label_is_refused(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "",        "2",        "202",     "20211",   "202a",     "1799",       "0000",   "2021Q",
        "2021Q0",  "2021Q5",   "2021q1",  "2021Q11", "2021-Q1",  "2021-",      "2021-1", "2021-00",
        "2021-13", "2021-1x",  "2021/01", "202101",  " 2021",    "2021 ",      "1799Q4", "1799-12",
        "-021",    "２０２１", "2021M01", "Q1 2021", "2021-012", "2021-01-01",
    };
    for (size_t i = 0; i < HZ_COUNT(texts); i++) {
        hz_period period = 77;
        enum hz_grain grain = HZ_QUARTER;
        if (hz_period_parse(hz_text_of(texts[i]), &period, &grain) || period != 77 ||
            grain != HZ_QUARTER)
            fail_msg("\"%s\" is taken for a period", texts[i]);
    }
    hz_period period;
    enum hz_grain grain;
    assert_false(hz_period_parse(hz_text_of(NULL), &period, &grain));
}

/* Days and spoiled ones, in numbers that no loop is made for. */
static void dates_read_together_are_as_read_one_by_one(void **state)
{
    (void)state;
    enum { TOGETHER = 1000 };
    static const char spoiled[] = "0123456789-/ :;\x80\xff";
    static char written[TOGETHER][HZ_DATE_TEXT];
    static struct hz_text text[TOGETHER];
    static hz_date read[TOGETHER];
    struct hz_random random = hz_random_stream(SEED, 9);
    for (size_t count = 1; count <= TOGETHER; count += 37) {
        for (size_t i = 0; i < count; i++) {
            hz_date_format(day(1795, 1, 1) + (hz_date)(hz_random_bits(&random) % 3000000),
                           written[i]);
            if (hz_random_bits(&random) % 2 == 0)
                written[i][hz_random_bits(&random) % 10] =
                    spoiled[hz_random_bits(&random) % (sizeof spoiled - 1)];
            text[i] = (struct hz_text){written[i], hz_random_bits(&random) % 20 ? 10 : 9};
        }
        hz_dates_parse(text, count, read);
        for (size_t i = 0; i < count; i++) {
            hz_date one = HZ_NO_DATE;
            (void)!hz_date_parse(text[i], &one);
            assert_int_equal(read[i], one);
        }
    }
}

static void every_day_of_the_calendar_is_read_together_with_others(void **state)
{
    (void)state;
    enum { TOGETHER = 512 };
    static char written[TOGETHER][HZ_DATE_TEXT];
    static struct hz_text text[TOGETHER];
    static hz_date read[TOGETHER];
    for (hz_date first = day(1800, 1, 1); first <= day(9999, 12, 31); first += TOGETHER) {
        for (hz_date i = 0; i < TOGETHER; i++) {
            hz_date_format(first + i, written[i]);
            text[i] = hz_text_of(written[i]);
        }
        hz_dates_parse(text, TOGETHER, read);
        for (hz_date i = 0; i < TOGETHER; i++)
            assert_int_equal(read[i], first + i <= day(9999, 12, 31) ? first + i : HZ_NO_DATE);
    }
}

static void periods_of_many_days_are_those_of_each(void **state)
{
    (void)state;
    enum { TOGETHER = 500 };
    static const enum hz_grain grain[] = {HZ_MONTH, HZ_QUARTER, HZ_YEAR};
    hz_date date[TOGETHER];
    hz_period period[TOGETHER];
    for (hz_date first = day(0, 3, 1); first <= day(9999, 12, 31); first += TOGETHER)
        for (size_t g = 0; g < HZ_COUNT(grain); g++) {
            for (hz_date i = 0; i < TOGETHER; i++)
                date[i] = first + i;
            hz_periods_of(date, TOGETHER - (size_t)first % 64, grain[g], period);
            for (size_t i = 0; i < TOGETHER - (size_t)first % 64; i++)
                assert_int_equal(period[i], hz_period_of(date[i], grain[g]));
        }
}

static void same(double got, double want)
{
    assert_true(got >= want && got <= want);
}

static void years_are_counted_by_anniversaries(void **state)
{
    (void)state;
    same(hz_date_years(day(2024, 7, 1), day(2026, 7, 1)), 2);
    same(hz_date_years(day(2024, 7, 1), day(2026, 12, 31)), 2 + 183.0 / 365);
    same(hz_date_years(day(2023, 7, 1), day(2024, 6, 30)), 365.0 / 366);
    same(hz_date_years(day(2024, 2, 29), day(2025, 2, 28)), 1);
    same(hz_date_years(day(2024, 7, 1), day(2024, 7, 1)), 0);
    const struct hz_years_days whole = hz_date_years_days(day(2023, 2, 28), day(2026, 2, 27));
    assert_true(whole.years == 2 && whole.days == 364 && whole.of == 365);
    const struct hz_years_days leap = hz_date_years_days(day(2020, 2, 29), day(2024, 2, 28));
    assert_true(leap.years == 3 && leap.days == 365 && leap.of == 366);
}

static void an_age_is_the_anniversaries_that_have_passed(void **state)
{
    (void)state;
    for (hz_date from = day(2023, 12, 25); from < day(2024, 3, 5); from++)
        for (hz_date to = from; to < day(2033, 3, 5); to += 1 + (to - from) % 5) {
            const int years = hz_date_whole_years(from, to);
            assert_true(hz_date_add_months(from, 12 * years) <= to);
            assert_true(hz_date_add_months(from, 12 * years + 12) > to);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(known_days_have_their_numbers),
        cmocka_unit_test(known_days_fall_on_their_weekdays),
        cmocka_unit_test(every_day_from_1800_to_9999_follows_the_one_before),
        cmocka_unit_test(days_outside_the_years_of_data_are_counted_too),
        cmocka_unit_test(what_is_no_day_is_refused),
        cmocka_unit_test(a_changed_byte_makes_another_day_or_none),
        cmocka_unit_test(months_later_is_the_same_day_or_the_months_last),
        cmocka_unit_test(added_months_are_counted_and_keep_the_day_where_it_exists),
        cmocka_unit_test(periods_have_their_labels_and_ends),
        cmocka_unit_test(periods_follow_each_other_without_gaps),
        cmocka_unit_test(period_labels_read_back_what_is_written),
        cmocka_unit_test(periods_that_start_within_the_calendars_are_called_by_their_months),
        cmocka_unit_test(what_is_no_period_label_is_refused),
        cmocka_unit_test(dates_read_together_are_as_read_one_by_one),
        cmocka_unit_test(every_day_of_the_calendar_is_read_together_with_others),
        cmocka_unit_test(periods_of_many_days_are_those_of_each),
        cmocka_unit_test(years_are_counted_by_anniversaries),
        cmocka_unit_test(an_age_is_the_anniversaries_that_have_passed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
