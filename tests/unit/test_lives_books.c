/*
 * The lives of lives_of.h in the books: ledger, table of years, savings, illness; and random
 * claims, paid in parts, taken back and reopened. The reference counts days one by one, and looks
 * at each claim as it stood at the end of each period.
 */

#include "record/illness_fold.h"
#include "record/ledger_fold.h"
#include "record/savings_fold.h"
#include "record/years_fold.h"

#include "fold_text.h"
#include "lives_of.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

enum { FIRST_DAY = 18262, QUARTERS = 24, YEARS = 6 }; /* 2020-01-01; quarters and years told */

static int quarter_of(int day)
{
    return 4 * (year_of[day] - FIRST_YEAR) + (month_of[day] - 1) / 3;
}

static int year_index(int day)
{
    return year_of[day] - FIRST_YEAR;
}

/* The last day of a quarter. */
static int quarter_end(int quarter)
{
    int day = 0;
    while (quarter_of(day) <= quarter)
        day++;
    return day - 1;
}

/* ---- The ledger of members */

enum { COVERED, ENDED, BOOKED, EXPOSED, IN_FORCE, REMAINING, UNEARNED, MONEY_IN, MONEY_OUT, KEPT };
enum { OWED = KEPT + 1, LAPSES, LAPSED, PERSONS, ITEMS };

static const struct {
    const char *name;
    bool is_money;
} items[ITEMS] = {{"covers", false},       {"ends", false},       {"contribution_other", true},
                  {"exposure", false},     {"in_force", false},   {"remaining", false},
                  {"unearned", true},      {"deposits_in", true}, {"deposits_out", true},
                  {"deposits_kept", true}, {"deposits", true},    {"lapses", false},
                  {"lapsed", true},        {"persons", false}};

/* A multiple of the days of all terms, over which parts add up as whole numbers. */
#define OVER ((hz_sum)365 * 366 * 31 * 184)

static void add_cover(hz_sum item[QUARTERS][ITEMS], const struct lived *cover, const int last_day[])
{
    const int last = last_of(cover), term = cover->end - cover->start + 1;
    for (int d = cover->start; d <= last; d++)
        item[quarter_of(d)][EXPOSED] += cover->units;
    item[quarter_of(cover->start)][COVERED]++;
    item[quarter_of(cover->start)][BOOKED] += cover->amount;
    item[quarter_of(cover->start)][MONEY_IN] += cover->deposit;
    item[quarter_of(last)][ENDED]++;
    item[quarter_of(last)][MONEY_OUT] += cover->back;
    item[quarter_of(last)][KEPT] += cover->deposit - cover->back;
    if (cover->ended >= 0) {
        item[quarter_of(last)][BOOKED] -= cover->refund;
        item[quarter_of(last)][LAPSES] += !cover->is_swapped;
        item[quarter_of(last)][LAPSED] +=
            cover->is_swapped ? 0 : (hz_sum)cover->amount * (cover->end - last) * OVER / term;
    }
    for (int q = quarter_of(cover->start); q <= quarter_of(paid_to(cover)); q++) {
        item[q][IN_FORCE] += last_day[q] <= last;
        if (last_day[q] >= last && cover->is_swapped && last_day[q] < cover->end)
            item[q][UNEARNED] += (hz_sum)cover->amount * (cover->end - last_day[q]) * OVER / term;
        if (last_day[q] >= last)
            continue;
        item[q][REMAINING] += (cover->end - last_day[q]) * cover->units;
        item[q][UNEARNED] += (hz_sum)cover->amount * (cover->end - last_day[q]) * OVER / term;
        item[q][OWED] += cover->deposit;
    }
}

static void count_persons(hz_sum item[QUARTERS][ITEMS], const int last_day[])
{
    for (int q = 0; q < QUARTERS; q++)
        for (int h = 0; h < HISTORIES; h++) {
            bool is_in = false;
            for (int c = 0; c < history[h].covers; c++) {
                const struct lived *cover = &history[h].cover[c];
                is_in |= cover->start <= last_day[q] && last_day[q] <= last_of(cover);
            }
            item[q][PERSONS] += is_in;
        }
}

static hz_sum rounded(hz_sum numerator, hz_sum denominator)
{
    return numerator < 0 ? -((-2 * numerator + denominator) / (2 * denominator))
                         : (2 * numerator + denominator) / (2 * denominator);
}

static void put_item(struct hz_buffer *out, const char *group, int q, int i, hz_sum value)
{
    if (value == 0)
        return;
    hz_buffer_format(out, "%s,%dQ%d,%s", group, FIRST_YEAR + q / 4, q % 4 + 1, items[i].name);
    if (items[i].is_money)
        put_fen(out, (long)value);
    else
        hz_buffer_format(out, ",%ld", (long)value);
    hz_buffer_char(out, '\n');
}

static void histories_are_booked_by_the_quarter(void **state)
{
    struct hz_buffer *rows = *state;
    static const char *const above[] = {",,", ",,h", "61,,", "61,,h", "61,61,"};
    static hz_sum item[QUARTERS][ITEMS];
    int last_day[QUARTERS];
    static struct hz_ledger_fold settings;
    struct hz_fold fold;
    struct hz_buffer due = {0};
    const int parts = HZ_YEAR / HZ_QUARTER;
    settings = (struct hz_ledger_fold){.grain = HZ_QUARTER,
                                       .first = FIRST_YEAR * parts,
                                       .last = FIRST_YEAR * parts + QUARTERS - 1,
                                       .persons = "member_id",
                                       .how = {.method = HZ_UNEARNED_DAILY}};
    hz_ledger_members(&settings, &fold);
    char *is = fold_text(&fold, rows->at, HZ_FORMAT_CSV);
    for (int q = 0; q < QUARTERS; q++)
        last_day[q] = quarter_end(q);
    for (int h = 0; h < HISTORIES; h++)
        for (int c = 0; c < history[h].covers; c++)
            add_cover(item, &history[h].cover[c], last_day);
    count_persons(item, last_day);
    hz_buffer_string(&due, "province,office,plan,period,item,amount\n");
    for (size_t g = 0; g < HZ_COUNT(above); g++)
        for (int q = 0; q < QUARTERS; q++)
            put_item(&due, above[g], q, PERSONS, item[q][PERSONS]);
    for (int q = 0; q < QUARTERS; q++) {
        item[q][UNEARNED] = rounded(item[q][UNEARNED], OVER);
        item[q][LAPSED] = rounded(item[q][LAPSED], OVER);
        for (int i = 0; i < ITEMS; i++)
            put_item(&due, "61,61,h", q, i, item[q][i]);
    }
    hz_buffer_char(&due, '\0');
    assert_string_equal(is, due.at);
    hz_buffer_free(&due);
    free(is);
}

/* ---- Years, savings, illness */

static void histories_are_told_by_the_year(void **state)
{
    struct hz_buffer *rows = *state;
    static struct hz_years_fold settings;
    struct hz_fold fold;
    struct hz_error err = {0};
    struct hz_buffer due = {0};
    long enrolments[YEARS] = {0}, persons[YEARS] = {0}, units[YEARS] = {0}, written[YEARS] = {0};
    settings =
        (struct hz_years_fold){.of = HZ_YEARS_MEMBERS, .grain = HZ_YEAR, .persons = "member_id"};
    assert_true(hz_year_start_parse(&settings.begin, NULL, &err));
    hz_years_fold(&settings, &fold);
    char *is = fold_text(&fold, rows->at, HZ_FORMAT_CSV);
    for (int h = 0; h < HISTORIES; h++) {
        bool is_in[YEARS] = {false};
        for (int c = 0; c < history[h].covers; c++) {
            const struct lived *cover = &history[h].cover[c];
            const int y = year_index(cover->start);
            enrolments[y]++;
            units[y] += cover->units;
            written[y] += cover->amount;
            if (cover->ended >= 0)
                written[year_index(cover->ended)] -= cover->refund;
            is_in[y] = true;
        }
        for (int y = 0; y < YEARS; y++)
            persons[y] += is_in[y];
    }
    hz_buffer_string(&due, "year,enrolments,persons,units,seats,contribution,contribution_self,"
                           "contribution_unit,contribution_union,contribution_government,"
                           "contribution_unstated\n");
    for (int y = 0; y < YEARS; y++) {
        if (enrolments[y] == 0 && written[y] == 0)
            continue;
        hz_buffer_format(&due, "%d,%ld,%ld,%ld,0", FIRST_YEAR + y, enrolments[y], persons[y],
                         units[y]);
        put_fen(&due, written[y]);
        hz_buffer_string(&due, ",0.00,0.00,0.00,0.00");
        put_fen(&due, written[y]);
        hz_buffer_char(&due, '\n');
    }
    hz_buffer_char(&due, '\0');
    assert_string_equal(is, due.at);
    hz_buffer_free(&due);
    free(is);
}

/* Cuts each line before its n-th comma. */
static void cut_lines(char *text, int fields)
{
    char *to = text;
    for (int commas = 0; *text; text++) {
        commas = *text == '\n' ? 0 : commas + (*text == ',');
        if (commas < fields)
            *to++ = *text;
    }
    *to = '\0';
}

static void deposits_move_to_the_fen(void **state)
{
    struct hz_buffer *rows = *state;
    static const double terms[] = {1, 100}, rates[] = {0.02, 0.02};
    static struct hz_savings_fold settings;
    struct hz_fold fold;
    struct hz_buffer due = {0};
    const int from = number_of(2020, 10, 1), as_of = number_of(2021, 9, 30);
    long opening = 0, new = 0, matured = 0, withdrawn = 0, kept = 0, closing = 0, count = 0,
         owed = 0;
    settings = (struct hz_savings_fold){.from = FIRST_DAY + from,
                                        .as_of = FIRST_DAY + as_of,
                                        .curve = {.points = 2, .term = terms, .rate = rates}};
    hz_savings_fold(&settings, &fold);
    char *is = fold_text(&fold, rows->at, HZ_FORMAT_CSV);
    for (int h = 0; h < HISTORIES; h++)
        for (int c = 0; c < history[h].covers; c++) {
            const struct lived *cover = &history[h].cover[c];
            const int last = last_of(cover);
            if (cover->start > as_of || last < from)
                continue;
            *(cover->start < from ? &opening : &new) += cover->deposit;
            if (last > as_of) {
                closing += cover->deposit;
                count += cover->deposit > 0;
                owed += cover->ended >= 0 ? cover->deposit : cover->back;
            } else {
                *(cover->ended >= 0 ? &withdrawn : &matured) += cover->back;
                kept += cover->deposit - cover->back;
            }
        }
    assert_int_equal(opening + new - matured - withdrawn - kept, closing);
    hz_buffer_string(&due, "opening,new,matured,died,withdrawn,kept,closing,count,refund\n");
    const long fen[] = {opening, new, matured, 0, withdrawn, kept, closing};
    struct hz_buffer line = {0};
    for (size_t f = 0; f < HZ_COUNT(fen); f++)
        put_fen(&line, fen[f]);
    hz_buffer_format(&line, ",%ld", count);
    put_fen(&line, owed);
    hz_buffer_append(&due, line.at + 1, line.length - 1);
    hz_buffer_string(&due, "\n");
    hz_buffer_char(&due, '\0');
    cut_lines(is, 9);
    assert_string_equal(is, due.at);
    hz_buffer_free(&due);
    hz_buffer_free(&line);
    free(is);
}

/* From a day to the day before it a year later, or to 28 February from the 29th. */
static bool is_whole_year(const struct lived *cover)
{
    const int next = cover->end + 1, start = cover->start;
    const bool is_same = month_of[next] == month_of[start] && day_of[next] == day_of[start];
    const bool is_leap = month_of[start] == 2 && day_of[start] == 29 && month_of[cover->end] == 2 &&
                         (day_of[cover->end] == 27 || day_of[cover->end] == 28);
    return cover->end - start > 300 && year_of[next] == year_of[start] + 1 && (is_same || is_leap);
}

static void covers_of_illness_are_those_in_force(void **state)
{
    (void)state;
    enum { AGES = 10, BENEFIT = 1000000 };
    static const double rate[AGES] = {0.01, 0.01, 0.01, 0.01, 0.01, 0.01, 0.01, 0.01, 0.01, 0.01};
    struct hz_named_rates table = {
        .name = hz_text_of("ci"), .rates = {.name = "ci", .first = 38, .ages = AGES, .rate = rate}};
    const struct hz_rate_tables tables = {.count = 1, .table = &table};
    static struct hz_illness_fold settings;
    struct hz_fold fold;
    struct hz_buffer rows = {0}, due = {0};
    const int as_of = number_of(2021, 3, 31);
    long count = 0, written = 0, benefit = 0;
    write_rows(&rows, is_whole_year);
    settings = (struct hz_illness_fold){
        .as_of = FIRST_DAY + as_of,
        .basis = {.tables = &tables, .incidence = "ci", .rate = 0.02, .benefit = BENEFIT}};
    hz_illness_fold(&settings, &fold);
    char *is = fold_text(&fold, rows.at, HZ_FORMAT_CSV);
    for (int h = 0; h < HISTORIES; h++)
        for (int c = 0; c < history[h].covers; c++) {
            const struct lived *cover = &history[h].cover[c];
            if (!is_whole_year(cover) || cover->start > as_of || last_of(cover) <= as_of)
                continue;
            count++;
            written += cover->amount;
            benefit += (long)BENEFIT * cover->units;
        }
    assert_true(count > 1000);
    hz_buffer_format(&due, "count,contribution,benefit\n%ld", count);
    put_fen(&due, written);
    put_fen(&due, benefit);
    hz_buffer_string(&due, "\n");
    hz_buffer_char(&due, '\0');
    /* Pairs that take a seat that was swapped back do not say when: both are rejected. */
    char *table_of = is;
    for (char *next; strncmp(table_of, "count,", 6) != 0; table_of = next + 1) {
        next = strchr(table_of, '\n');
        assert_non_null(next);
        *next = '\0';
        assert_non_null(strstr(table_of, "\"swapped_out\" says that the cover is over"));
    }
    cut_lines(table_of, 3);
    assert_string_equal(table_of, due.at);
    hz_buffer_free(&rows);
    hz_buffer_free(&due);
    free(is);
}

static int write_histories(void **state)
{
    static struct hz_buffer rows;
    make_histories();
    write_rows(&rows, NULL);
    *state = &rows;
    return 0;
}

static int forget_histories(void **state)
{
    hz_buffer_free(*state);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(histories_are_booked_by_the_quarter),
        cmocka_unit_test(histories_are_told_by_the_year),
        cmocka_unit_test(deposits_move_to_the_fen),
        cmocka_unit_test(covers_of_illness_are_those_in_force),
    };
    return cmocka_run_group_tests(tests, write_histories, forget_histories);
}
