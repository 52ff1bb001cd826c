/* covers.c: see covers.h. */

#include "record/covers.h"

#include "base/memory.h"
#include "stream/part.h"

#include <assert.h>
#include <stdlib.h>

static_assert(sizeof(struct hz_cover_record) <= 48, "64 bytes a cover, with its slot");

/* ---- Covers and how they are found */

struct hz_identity hz_cover_identity(const struct hz_cover_facts *facts, enum hz_cover_key key)
{
    switch (key) {
    case HZ_KEY_MEMBER_ID:
        return hz_identity_with(hz_identity_of(facts->member_id), facts->plan);
    case HZ_KEY_SEAT:
        return hz_identity_with(hz_identity_of(facts->seat), facts->plan);
    case HZ_KEY_MEMBER:
        break;
    }
    return hz_identity_of(facts->member);
}

static bool is_word(struct hz_text text, const char *word)
{
    return hz_text_equal(text, hz_text_of(word));
}

struct hz_cover_record hz_cover_record_of(const struct hz_cover_facts *facts,
                                          const struct hz_plan *plan, size_t at)
{
    const bool is_swap = is_word(facts->enter_type, "swap");
    const bool is_renewal = is_word(facts->enter_type, "renew");
    const bool has_wait = facts->wait_from != HZ_NO_DATE;
    return (struct hz_cover_record){
        .start = facts->start,
        .end = facts->end,
        .wait_from = has_wait ? facts->wait_from : facts->start,
        .person =
            facts->member_id.length > 0 ? (uint32_t)hz_identity_of(facts->member_id).low | 1 : 0,
        .plan = (uint16_t)at,
        .units = (uint16_t)facts->units,
        .is_continuous = (is_renewal && !has_wait) ||
                         (is_swap && plan->has_seats && plan->swap_waiting == HZ_SWAP_WAIVES),
        .is_swapped_out = is_word(facts->status, "swapped_out"),
    };
}

void hz_covers_add(struct hz_covers *covers, const struct hz_cover_record *cover)
{
    bool is_new;
    covers->latest.size = sizeof(struct hz_cover_record);
    struct hz_cover_record *record = hz_index_add(&covers->latest, cover->identity, &is_new);
    uint32_t older = 0;
    if (!is_new) {
        if (covers->olders == covers->older_room) {
            covers->older_room = covers->older_room ? 2 * covers->older_room : 64;
            covers->older = hz_reallocate(covers->older, covers->older_room, sizeof *covers->older);
        }
        covers->older[covers->olders++] = *record;
        older = covers->olders;
    }
    *record = *cover;
    record->older = older;
}

static bool is_better(const struct hz_cover_record *a, const struct hz_cover_record *b, hz_date day)
{
    const bool a_has = day >= a->start && day <= a->end, b_has = day >= b->start && day <= b->end;
    if (a_has != b_has)
        return a_has;
    const bool a_began = a->start <= day, b_began = b->start <= day;
    if (a_began != b_began)
        return a_began;
    return a_began && a->start > b->start;
}

struct hz_cover_record *hz_covers_find(const struct hz_covers *covers, struct hz_identity identity,
                                       hz_date day)
{
    struct hz_cover_record *best = hz_index_find(&covers->latest, identity);
    for (uint32_t next = best ? best->older : 0; next > 0;) {
        struct hz_cover_record *cover = &covers->older[next - 1];
        next = cover->older;
        if (is_better(cover, best, day))
            best = cover;
    }
    return best;
}

void hz_covers_free(struct hz_covers *covers)
{
    hz_index_free(&covers->latest);
    free(covers->older);
    *covers = (struct hz_covers){0};
}

/* ---- The file of members */

enum { MEMBER, MEMBER_ID, SEAT, PLAN, VERSION, ENTER_TYPE, STATUS, UNITS, WAIT_FROM, START, END };

static const struct hz_column columns[] = {
    [MEMBER] = {"member", true, true},
    [MEMBER_ID] = {"member_id", true, true},
    [SEAT] = {"seat_id", true, true},
    [PLAN] = {"plan", false, false},
    [VERSION] = {"plan_version", true, false},
    [ENTER_TYPE] = {"enter_type", true, false},
    [STATUS] = {"status", true, false},
    [UNITS] = {"units", true, false},
    [WAIT_FROM] = {"wait_from", true, false},
    [START] = {"start", false, false},
    [END] = {"end", false, false},
    {NULL, false, false},
};

struct hz_cover_reader {
    struct hz_reader *reader;
    struct hz_reader_part part;
    const struct hz_plans *plans;
    enum hz_cover_key key;
    const char *path;
    struct hz_batch batch;
    bool has_part;
    size_t row;      /* the next one of the batch */
    uint64_t before; /* records before the batch */
    hz_date start[HZ_BATCH_ROWS], end[HZ_BATCH_ROWS], wait_from[HZ_BATCH_ROWS];
    int64_t units[HZ_BATCH_ROWS];
    struct hz_text code; /* of the plan found last */
    const struct hz_plan *plan;
    size_t at;
    hz_date plan_start;
    struct hz_cover_record ahead; /* where keys rise: the cover that comes next, and its key */
    struct hz_buffer last;
    bool is_ahead, has_ahead;
};

bool hz_cover_reader_open(struct hz_cover_reader **made, const char *path,
                          const struct hz_plans *plans, enum hz_cover_key key, struct hz_error *err)
{
    struct hz_cover_reader *reader = hz_allocate(1, sizeof *reader);
    const char **paths = hz_allocate(1, sizeof *paths);
    paths[0] = path;
    const struct hz_reader_settings settings = {.path = paths, .paths = 1, .columns = columns};
    reader->plans = plans;
    reader->key = key;
    reader->path = path;
    if (!hz_reader_open(&reader->reader, &settings, err)) {
        free(paths);
        free(reader);
        return false;
    }
    free(paths);
    hz_part_new(&reader->part, reader->reader);
    *made = reader;
    return true;
}

void hz_cover_reader_close(struct hz_cover_reader *reader)
{
    if (!reader)
        return;
    hz_part_free(&reader->part);
    hz_reader_close(reader->reader);
    hz_buffer_free(&reader->last);
    free(reader);
}

static int column_of(enum hz_cover_key key)
{
    return key == HZ_KEY_SEAT ? SEAT : key == HZ_KEY_MEMBER_ID ? MEMBER_ID : MEMBER;
}

bool hz_cover_reader_has(const struct hz_cover_reader *reader, enum hz_cover_key key)
{
    return hz_reader_first(reader->reader)->field_of[column_of(key)] >= 0;
}

/* A fault of a row is the file's: the first one ends it, with its number. */
static bool refuse(const struct hz_cover_reader *reader, struct hz_error *err)
{
    const struct hz_reject *reject = &reader->part.reject[0];
    uint64_t line = reader->before + 2;
    for (const char *at = reader->part.data; at < reader->part.data + reject->record; at++)
        line += *at == '\n';
    return hz_error_set(err, HZ_ERROR_DATA, (struct hz_place){reader->path, line, 0, reject->field},
                        "%s", reader->part.text.at + reject->message);
}

static bool read_batch(struct hz_cover_reader *reader, bool *is_over, struct hz_error *err)
{
    struct hz_batch *batch = &reader->batch;
    *is_over = false;
    while (!reader->has_part || !hz_part_batch(&reader->part, batch)) {
        if (reader->has_part)
            reader->before += reader->part.lines;
        reader->has_part = true;
        if (!hz_reader_next(reader->reader, &reader->part, err)) {
            *is_over = true;
            return !err->kind;
        }
    }
    reader->row = 0;
    hz_batch_dates(batch, START, reader->start);
    hz_batch_dates(batch, END, reader->end);
    hz_batch_dates_or(batch, WAIT_FROM, HZ_NO_DATE, reader->wait_from);
    hz_batch_integers_or(batch, UNITS, 1, 1, HZ_PLAN_UNITS, reader->units);
    for (size_t r = 0; r < batch->rows; r++)
        if (!batch->rejected[r] && reader->end[r] < reader->start[r])
            hz_batch_reject(batch, r, END, "end_before_start", _("is before the start"));
        else if (!batch->rejected[r] && reader->wait_from[r] != HZ_NO_DATE &&
                 reader->wait_from[r] > reader->start[r])
            hz_batch_reject(batch, r, WAIT_FROM, "wait_after_start", _("is after the start"));
    return reader->part.rejects == 0 || refuse(reader, err);
}

static struct hz_text slice(const struct hz_batch *batch, int column, size_t row)
{
    return batch->column[column] ? batch->column[column][row] : (struct hz_text){0};
}

static struct hz_cover_facts facts_of(const struct hz_cover_reader *reader)
{
    const struct hz_batch *batch = &reader->batch;
    const size_t row = reader->row;
    return (struct hz_cover_facts){.member = slice(batch, MEMBER, row),
                                   .member_id = slice(batch, MEMBER_ID, row),
                                   .seat = slice(batch, SEAT, row),
                                   .plan = slice(batch, PLAN, row),
                                   .version = slice(batch, VERSION, row),
                                   .enter_type = slice(batch, ENTER_TYPE, row),
                                   .status = slice(batch, STATUS, row),
                                   .start = reader->start[row],
                                   .end = reader->end[row],
                                   .wait_from = reader->wait_from[row],
                                   .units = reader->units[row]};
}

/* The next cover and its key's text; *is_over at the end of the file. */
static bool next_cover(struct hz_cover_reader *reader, struct hz_cover_record *cover,
                       struct hz_text *text, bool *is_over, struct hz_error *err)
{
    *is_over = false;
    if (reader->row >= reader->batch.rows && !read_batch(reader, is_over, err))
        return false;
    if (*is_over)
        return true;
    struct hz_cover_facts facts = facts_of(reader);
    size_t at;
    const struct hz_plan *plan =
        hz_plans_find(reader->plans, facts.plan, facts.version, facts.start, &at);
    if (!plan) {
        hz_batch_reject(&reader->batch, reader->row, PLAN, "unknown_plan",
                        _("is no plan of --plans that holds on the first day of the cover"));
        return refuse(reader, err);
    }
    *cover = hz_cover_record_of(&facts, plan, at);
    cover->identity = hz_cover_identity(&facts, reader->key);
    *text = slice(&reader->batch, column_of(reader->key), reader->row);
    reader->row++;
    return true;
}

bool hz_covers_read(struct hz_covers *covers, struct hz_cover_reader *reader, struct hz_error *err)
{
    enum { TOGETHER = 64 };
    struct hz_cover_record cover[TOGETHER];
    struct hz_text text;
    for (bool is_over = false; !is_over;) {
        size_t count = 0;
        for (; count < TOGETHER; count++) {
            if (!next_cover(reader, &cover[count], &text, &is_over, err))
                return false;
            if (is_over)
                break;
            hz_index_expect(&covers->latest, cover[count].identity);
        }
        /* Memory is asked for some time before it is needed: waiting for it takes most of the time. */
        for (size_t i = 0; i < count; i++)
            hz_index_expect_record(&covers->latest, cover[i].identity);
        for (size_t i = 0; i < count; i++)
            hz_covers_add(covers, &cover[i]);
    }
    return true;
}

/* Reads the cover that comes next into `ahead`; keys must rise. */
static bool look_ahead(struct hz_cover_reader *reader, struct hz_error *err)
{
    struct hz_text text = {0};
    bool is_over;
    if (!next_cover(reader, &reader->ahead, &text, &is_over, err))
        return false;
    reader->has_ahead = !is_over;
    if (is_over)
        return true;
    if (hz_text_compare(text, (struct hz_text){reader->last.at, reader->last.length}) < 0) {
        reader->row--;
        hz_batch_reject(&reader->batch, reader->row, column_of(reader->key), "not_sorted",
                        _("is smaller than the one before it: sort both files by this column, as "
                          "with LC_ALL=C sort, or leave --sorted out"));
        return refuse(reader, err);
    }
    reader->last.length = 0;
    hz_buffer_text(&reader->last, text);
    return true;
}

bool hz_covers_advance(struct hz_covers *covers, struct hz_cover_reader *reader,
                       struct hz_text text, struct hz_error *err)
{
    hz_index_clear(&covers->latest);
    covers->olders = 0;
    if (!reader->is_ahead) {
        reader->is_ahead = true;
        if (!look_ahead(reader, err))
            return false;
    }
    while (reader->has_ahead) {
        int order = hz_text_compare((struct hz_text){reader->last.at, reader->last.length}, text);
        if (order > 0)
            return true;
        if (order == 0)
            hz_covers_add(covers, &reader->ahead);
        if (!look_ahead(reader, err))
            return false;
    }
    return true;
}
