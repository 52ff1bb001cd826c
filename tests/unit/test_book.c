/* Subjects' entries out of rows in any order, against a slow reference. */

#include "stream/tally.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { SUBJECTS = 40, PERIODS = 5, ROWS = 400, SHARES = 40 };

struct row {
    int subject, period;
    int64_t paid, stamp, estimate;
};

struct totals {
    int64_t paid[SUBJECTS][PERIODS], stamp[SUBJECTS][PERIODS], estimate[SUBJECTS][PERIODS];
    bool has[SUBJECTS][PERIODS];
    int visits[SUBJECTS];
};

static uint64_t state = 1;

static int draw(int below)
{
    state = state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (int)(state >> 33) % below;
}

static struct hz_identity name_of(int subject)
{
    return hz_identity_number((struct hz_identity){0}, subject);
}

static void visit(struct hz_tally *tally, const struct hz_book_entry entry[], size_t count,
                  const void *settings)
{
    struct totals *seen = *(struct totals *const *)settings;
    int subject = 0;
    while (name_of(subject).low != entry[0].subject.low)
        subject++;
    seen->visits[subject]++;
    for (size_t i = 0; i < count; i++) {
        const int64_t period = hz_tally_when(tally, &entry[i]);
        assert_true(i == 0 || period > hz_tally_when(tally, &entry[i - 1]));
        seen->has[subject][period] = true;
        seen->paid[subject][period] = entry[i].field[0];
        seen->stamp[subject][period] = entry[i].field[1];
        seen->estimate[subject][period] = entry[i].field[2];
    }
}

static struct hz_tally_layout layout_of(bool is_adjacent, struct totals *const *seen)
{
    struct hz_tally_layout layout = {.book = {.fields = 3,
                                              .field = {{"paid", HZ_BOOK_SUM},
                                                        {"stamp", HZ_BOOK_MAX},
                                                        {"estimate", HZ_BOOK_OF_MAX}},
                                              .is_adjacent = is_adjacent},
                                     .when = 0,
                                     .visit = visit,
                                     .settings = seen};
    hz_tally_key(&layout, "period", HZ_KEY_INTEGER);
    hz_tally_value(&layout, "rows", HZ_VALUE_SUM);
    return layout;
}

static void add(struct hz_tally *tally, const struct row *row)
{
    const int64_t field[] = {row->paid, row->stamp, row->estimate};
    hz_tally_add_entry(tally, &(struct hz_key){.integer = row->period}, &(hz_sum){1},
                       name_of(row->subject), field);
}

static void refer(struct totals *totals, const struct row *row)
{
    const int s = row->subject, p = row->period;
    const bool is_later = !totals->has[s][p] || row->stamp > totals->stamp[s][p];
    const bool is_same = totals->has[s][p] && row->stamp == totals->stamp[s][p];
    if (is_later || (is_same && row->estimate < totals->estimate[s][p]))
        totals->estimate[s][p] = row->estimate;
    if (is_later)
        totals->stamp[s][p] = row->stamp;
    totals->paid[s][p] += row->paid;
    totals->has[s][p] = true;
}

static int by_subject(const void *a, const void *b)
{
    return ((const struct row *)a)->subject - ((const struct row *)b)->subject;
}

static void make_rows(struct row row[], struct totals *totals)
{
    memset(totals, 0, sizeof *totals);
    for (int r = 0; r < ROWS; r++)
        row[r] = (struct row){draw(SUBJECTS), draw(PERIODS), draw(2000) - 1000,
                              draw(9) + (draw(5) ? 0 : (int64_t)1 << 40), draw(3)};
    for (int r = 0; r < ROWS; r++)
        refer(totals, &row[r]);
}

static void check(const struct totals *seen, const struct totals *wanted)
{
    for (int s = 0; s < SUBJECTS; s++) {
        bool is_there = false;
        for (int p = 0; p < PERIODS; p++)
            is_there |= wanted->has[s][p];
        assert_int_equal(seen->visits[s], is_there);
    }
    assert_memory_equal(seen->has, wanted->has, sizeof seen->has);
    assert_memory_equal(seen->paid, wanted->paid, sizeof seen->paid);
    assert_memory_equal(seen->stamp, wanted->stamp, sizeof seen->stamp);
    assert_memory_equal(seen->estimate, wanted->estimate, sizeof seen->estimate);
}

/* Shares the rows out to several tallies, joins them, and compares what is handed out. */
static void run(bool is_adjacent, int shares)
{
    static struct row row[ROWS];
    static struct totals wanted, found;
    struct totals *seen = &found;
    struct hz_error err = {0};
    make_rows(row, &wanted);
    if (is_adjacent)
        qsort(row, ROWS, sizeof *row, by_subject);
    memset(&found, 0, sizeof found);
    const struct hz_tally_layout layout = layout_of(is_adjacent, &seen);
    struct hz_tally *tally[SHARES];
    for (int t = 0; t < shares; t++)
        tally[t] = hz_tally_new(&layout);
    for (int r = 0, t = 0; r < ROWS; r++) {
        if (draw(30) == 0) {
            hz_tally_cut(tally[t]);
            t = draw(shares);
        }
        add(tally[is_adjacent ? t : draw(shares)], &row[r]);
    }
    for (int t = 1; t < shares; t++) {
        hz_tally_merge(tally[0], tally[t]);
        hz_tally_free(tally[t]);
    }
    assert_true(hz_tally_settle(tally[0], 0, visit, &seen, &err));
    check(&found, &wanted);
    hz_tally_free(tally[0]);
}

static void a_subject_is_handed_out_once_with_all_that_its_rows_say(void **unused)
{
    (void)unused;
    for (int i = 0; i < 300; i++)
        run(false, 1 + i % SHARES);
}

static void adjacent_subjects_are_the_same_across_any_cuts(void **unused)
{
    (void)unused;
    for (int i = 0; i < 300; i++)
        run(true, 1 + i % SHARES);
}

/* Adds to a row what the subject has been paid there, which no row was told. */
static void visit_and_add(struct hz_tally *tally, const struct hz_book_entry entry[], size_t count,
                          const void *settings)
{
    (void)settings;
    for (size_t i = 0; i < count; i++)
        hz_tally_join(tally, &entry[i], &(hz_sum){(hz_sum)entry[i].field[0] * ROWS * 2});
}

static void what_subjects_add_is_the_same_for_any_number_of_threads(void **unused)
{
    (void)unused;
    static struct row row[ROWS];
    static struct totals wanted;
    struct totals *seen = &wanted;
    struct hz_error err = {0};
    const struct hz_tally_layout layout = layout_of(false, &seen);
    for (int threads = 1; threads <= 5; threads++) {
        struct hz_tally *tally = hz_tally_new(&layout);
        hz_sum sum[PERIODS] = {0};
        make_rows(row, &wanted);
        for (int r = 0; r < ROWS; r++) {
            sum[row[r].period] += 1 + (hz_sum)row[r].paid * ROWS * 2;
            add(tally, &row[r]);
        }
        hz_tally_threads(tally, threads);
        assert_true(hz_tally_settle(tally, 0, visit_and_add, NULL, &err));
        hz_tally_sort(tally);
        assert_int_equal(hz_tally_size(tally), PERIODS);
        for (size_t p = 0; p < PERIODS; p++)
            assert_true(hz_tally_row(tally, p).value[0] == sum[p]);
        hz_tally_free(tally);
    }
}

static void a_subject_that_comes_back_is_told(void **unused)
{
    (void)unused;
    struct totals found = {0}, *seen = &found;
    struct hz_error err = {0};
    const struct hz_tally_layout layout = layout_of(true, &seen);
    struct hz_tally *tally = hz_tally_new(&layout);
    for (int s = 0; s < 4; s++)
        add(tally, &(struct row){.subject = s});
    add(tally, &(struct row){.subject = 1});
    assert_false(hz_tally_settle(tally, 0, visit, &seen, &err));
    assert_int_equal(err.kind, HZ_ERROR_DATA);
    hz_tally_free(tally);
}

/* ---- Many subjects of one piece */

enum { MANY = 60000, PIECE = 0x5A };

static int by_row(void *context, uint32_t a, uint32_t b)
{
    (void)context;
    return (a > b) - (a < b);
}

/* What was said of subject n: n + 1 in row 0, and in every other one as much as that in row 1. */
static void visit_one_of_many(void *context, const struct hz_book_entry entry[], size_t count)
{
    unsigned char *visits = context;
    const uint32_t n = entry[0].subject.high;
    assert_int_equal(count, n % 2 == 0 ? 2 : 1);
    for (size_t i = 0; i < count; i++) {
        assert_int_equal(entry[i].row, i);
        assert_int_equal(entry[i].field[0], n + 1);
    }
    visits[n]++;
}

static void many_subjects_of_a_piece_are_handed_out_once(void **unused)
{
    (void)unused;
    const struct hz_book_layout layout = {.fields = 1, .field = {{"said", HZ_BOOK_SUM}}};
    struct hz_book *book = hz_book_new(&layout);
    unsigned char *visits = calloc(MANY, 1);
    const struct hz_book_keeper keeper = {by_row, visit_one_of_many, visits};
    for (uint32_t i = 0; i < 4 * MANY; i++) {
        const uint32_t n = i * UINT32_C(7919) % MANY, turn = i / MANY; /* any order */
        const uint64_t low = (uint64_t)PIECE << 56 | n * UINT64_C(0x9E3779B97F4A7C15) >> 8;
        const struct hz_book_entry entry = {{low, n}, turn % 2, {turn < 2 ? n : 1}};
        if (turn % 2 == 0 || n % 2 == 0)
            hz_book_add(book, &entry, &keeper);
    }
    hz_book_walk(book, 0, HZ_BOOK_PIECES - 1, &keeper);
    for (uint32_t n = 0; n < MANY; n++)
        assert_int_equal(visits[n], 1);
    free(visits);
    hz_book_free(book);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_subject_is_handed_out_once_with_all_that_its_rows_say),
        cmocka_unit_test(adjacent_subjects_are_the_same_across_any_cuts),
        cmocka_unit_test(what_subjects_add_is_the_same_for_any_number_of_threads),
        cmocka_unit_test(a_subject_that_comes_back_is_told),
        cmocka_unit_test(many_subjects_of_a_piece_are_handed_out_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
