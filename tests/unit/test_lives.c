/*
 * Random lives of memberships against a slow reference in plain code: rows as an office would write
 * them, in any order, folded; and what they must come to, from the histories, day by day.
 */

#include "record/covers.h"
#include "record/exposure_fold.h"
#include "record/unearned_fold.h"

#include "fold_text.h"
#include "lives_of.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/* ---- The reference */

/*
 * What is unearned of a cover at the end of a day: days counted one by one; over its term's days.
 */
static int64_t unearned_days(const struct lived *cover, int as_of, int *term)
{
    int left = 0;
    *term = 0;
    for (int d = cover->start; d <= cover->end; d++) {
        ++*term;
        left += d > as_of;
    }
    if (as_of >= paid_to(cover))
        return 0;
    return (int64_t)cover->amount * left - (int64_t)cover->refund * *term;
}

static void put_unearned(struct hz_buffer *out, int h, int as_of)
{
    int64_t numerator = 0, denominator = 1;
    long written = 0;
    for (int c = 0; c < history[h].covers; c++) {
        const struct lived *cover = &history[h].cover[c];
        int term;
        const int64_t part = unearned_days(cover, as_of, &term);
        numerator = numerator * term + part * denominator;
        denominator *= term;
        written += cover->amount - cover->refund;
    }
    const long unearned = half_away(numerator, denominator);
    hz_buffer_format(out, "P%05d,%d", h, history[h].covers);
    put_fen(out, written);
    put_fen(out, written - unearned);
    put_fen(out, unearned);
    hz_buffer_char(out, '\n');
}

static void histories_are_unearned_to_the_fen(void **state)
{
    struct hz_buffer *rows = *state;
    static struct hz_unearned_fold settings;
    static struct hz_arena arena;
    struct hz_fold fold;
    struct hz_error err = {0};
    const int days[] = {number_of(2020, 12, 31), number_of(2021, 6, 30), number_of(2022, 3, 17)};
    for (size_t i = 0; i < HZ_COUNT(days); i++) {
        struct hz_buffer due = {0};
        settings = (struct hz_unearned_fold){
            .how = {.method = HZ_UNEARNED_DAILY, .as_of = 18262 + days[i]}}; /* 2020-01-01 */
        assert_true(hz_groups_parse(&settings.by, "member_id", hz_unearned_result, &arena, &err));
        hz_unearned_fold(&settings, &fold);
        char *is = fold_text(&fold, rows->at, HZ_FORMAT_CSV);
        hz_buffer_string(&due, "member_id,count,contribution,earned,unearned\n");
        for (int h = 0; h < HISTORIES; h++)
            put_unearned(&due, h, days[i]);
        hz_buffer_char(&due, '\0');
        char *total = strstr(is, "total,");
        assert_non_null(total);
        *total = '\0';
        assert_string_equal(is, due.at);
        hz_buffer_free(&due);
        free(is);
    }
    hz_arena_free(&arena);
}

/* Exposure by the year of writing and month: what is written in a month, and days in it. */
struct month {
    int covers;
    long written, days;
};

static void expose(struct month table[][MONTHS], const struct lived *cover, int as_of, int age)
{
    struct month *months = table[age];
    const int last = cover->ended >= 0 && cover->ended <= as_of ? cover->ended : cover->end;
    for (int d = cover->start; d <= cover->end; d++) {
        struct month *month = &months[12 * (year_of[d] - FIRST_YEAR) + month_of[d] - 1];
        month->days += d <= last ? cover->units : 0;
        month->covers += d == cover->start;
        month->written += d == cover->start ? cover->amount : 0;
        month->written -= d == cover->ended && d <= as_of ? cover->refund : 0;
    }
}

static void histories_are_exposed_by_the_day(void **state)
{
    struct hz_buffer *rows = *state;
    struct hz_exposure_fold settings = {0};
    struct hz_fold fold;
    static struct month table[8][MONTHS];
    struct hz_buffer due = {0}, got = {0};
    const int as_of = number_of(2021, 6, 30);
    settings.how = (struct hz_unearned){.method = HZ_UNEARNED_DAILY, .as_of = 18262 + as_of};
    hz_exposure_fold(&settings, &fold);
    char *is = fold_text(&fold, rows->at, HZ_FORMAT_CSV);
    for (int h = 0; h < HISTORIES; h++)
        for (int c = 0; c < history[h].covers; c++) {
            const struct lived *cover = &history[h].cover[c];
            const int d = cover->start;
            const int half = 2 * year_of[d] + (month_of[d] > 6);
            if (d <= as_of)
                expose(table, cover, as_of, (2 * 2021 - half) / 2);
        }
    for (int age = 0; age < 8; age++)
        for (int m = 0; m < MONTHS; m++) {
            const struct month *month = &table[age][m];
            if (month->days == 0 && month->written == 0)
                continue;
            hz_buffer_format(&due, "h,61,%d-06-30,%d-%02d,%d,0", 2021 - age, FIRST_YEAR + m / 12,
                             m % 12 + 1, month->covers);
            put_fen(&due, month->written);
            hz_buffer_format(&due, ",%ld\n", month->days);
        }
    hz_buffer_char(&due, '\0');
    /* Rows of nothing are those of covers that were taken back. */
    for (char *at = strchr(is, '\n') + 1, *end; *at; at = end) {
        end = strchr(at, '\n') + 1;
        if (strncmp(end - 12, ",0,0,0.00,0\n", 12) != 0)
            hz_buffer_append(&got, at, (size_t)(end - at));
    }
    hz_buffer_char(&got, '\0');
    assert_string_equal(got.at, due.at);
    hz_buffer_free(&due);
    hz_buffer_free(&got);
    free(is);
}

/* ---- Who is covered on a day, and since when */

enum { GRACE = 30 };

static struct hz_cover_record record_of(int h, const struct lived *cover, bool is_first,
                                        const struct hz_plan *plan)
{
    char name[16];
    snprintf(name, sizeof name, "P%05d", h);
    const struct hz_cover_facts facts = {.member_id = hz_text_of(name),
                                         .plan = plan->code,
                                         .enter_type = hz_text_of(is_first ? "new" : "renew"),
                                         .start = cover->start,
                                         .end = cover->end,
                                         .ended = cover->ended >= 0 ? cover->ended : HZ_NO_DATE,
                                         .wait_from = HZ_NO_DATE,
                                         .units = cover->units};
    return hz_cover_record_of(&facts, HZ_KEY_MEMBER_ID, plan, 0);
}

static void check_covered(const struct hz_covers *covers, const struct hz_plan *plan, int h)
{
    int since = 0, last = -1000;
    for (int c = 0; c < history[h].covers; c++) {
        const struct lived *cover = &history[h].cover[c];
        const struct hz_cover_record own = record_of(h, cover, c == 0, plan);
        /* Days without cover between the last day of the one before and this one's first. */
        int gap = 0;
        for (int d = last + 1; d < cover->start; d++)
            gap++;
        since = gap <= GRACE ? since : cover->start;
        last = last_of(cover);
        const int days[] = {cover->start, last, (cover->start + last) / 2};
        for (size_t i = 0; i < HZ_COUNT(days); i++) {
            struct hz_cover_record found;
            assert_true(hz_covers_find(covers, own.identity, days[i], &found));
            assert_int_equal(found.start, cover->start);
            assert_int_equal(hz_cover_last(&found), last);
            assert_int_equal(found.wait_from, since);
            assert_false(found.is_continuous);
        }
        const bool is_next = c + 1 < history[h].covers && history[h].cover[c + 1].start == last + 1;
        struct hz_cover_record after;
        assert_true(hz_covers_find(covers, own.identity, last + 1, &after));
        assert_true(is_next == (hz_cover_last(&after) >= last + 1));
    }
}

static void histories_cover_and_wait_as_they_were_lived(void **state)
{
    (void)state;
    struct hz_plan plan = {.code = hz_text_of("h"), .grace = GRACE};
    struct hz_plan *const list[] = {&plan};
    const struct hz_plans plans = {.count = 1, .plan = (struct hz_plan **)(uintptr_t)list};
    struct hz_covers covers = {0};
    for (int h = HISTORIES - 1; h >= 0; h--)
        for (int c = history[h].covers - 1; c >= 0; c--) {
            const struct lived *cover = &history[h].cover[c];
            struct hz_cover_record record = record_of(h, cover, c == 0, &plan);
            if (cover
                    ->mistaken) { /* of one unit more; it is taken back before it is booked right */
                record.units++;
                hz_covers_add(&covers, &record);
                hz_covers_take_back(&covers, &record);
                record.units--;
            }
            hz_covers_add(&covers, &record);
        }
    hz_covers_settle(&covers, &plans, 2);
    assert_int_equal(covers.believed, 0);
    for (int h = 0; h < HISTORIES; h++)
        check_covered(&covers, &plan, h);
    hz_covers_free(&covers);
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
        cmocka_unit_test(histories_are_unearned_to_the_fen),
        cmocka_unit_test(histories_are_exposed_by_the_day),
        cmocka_unit_test(histories_cover_and_wait_as_they_were_lived),
    };
    return cmocka_run_group_tests(tests, write_histories, forget_histories);
}
