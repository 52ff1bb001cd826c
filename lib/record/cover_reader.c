/* cover_reader.c: see cover_reader.h. */

#include "record/cover_reader.h"

#include "base/memory.h"
#include "record/lives.h"
#include "stream/part.h"

#include <stdlib.h>

enum {
    MEMBER = HZ_LIFE_COLUMNS,
    MEMBER_ID,
    ID_NO,
    SEAT,
    PLAN,
    VERSION,
    ENTER_TYPE,
    STATUS,
    UNITS,
    WAIT_FROM,
    COLUMNS
};

/* Behind those of lives.h. */
static const struct hz_column own_columns[] = {
    {"member", true, true},      {"member_id", true, true}, {"id_no", true, true},
    {"seat_id", true, true},     {"plan", false, false},    {"plan_version", true, false},
    {"enter_type", true, false}, {"status", true, false},   {"units", true, false},
    {"wait_from", true, false},  {NULL, false, false},
};

/* A row of the file: a cover, or one that is taken back, or neither. */
struct read_cover {
    struct hz_cover_record cover;
    enum hz_entry entry;
    struct hz_text key; /* as it stands; good until the next row */
};

struct hz_cover_reader {
    struct hz_column column[COLUMNS + 1];
    struct hz_reader *reader;
    struct hz_reader_part part;
    const struct hz_plans *plans;
    enum hz_cover_key key;
    const char *path;
    struct hz_batch batch;
    bool has_part;
    size_t row;      /* the next one of the batch */
    uint64_t before; /* records before the batch */
    struct hz_life_rows life;
    hz_date wait_from[HZ_BATCH_ROWS];
    int64_t units[HZ_BATCH_ROWS];
    struct read_cover ahead; /* where keys rise: the row that comes next, and its key */
    struct hz_buffer last;
    bool is_ahead, has_ahead;
};

bool hz_cover_reader_open(struct hz_cover_reader **made, const char *path,
                          const struct hz_plans *plans, enum hz_cover_key key, struct hz_error *err)
{
    struct hz_cover_reader *reader = hz_allocate(1, sizeof *reader);
    const char *const paths[] = {path};
    const struct hz_reader_settings settings = {
        .path = paths, .paths = 1, .columns = reader->column, .sentences = 1};
    hz_life_columns(HZ_LIFE_MAY_LACK(HZ_LIFE_CONTRIBUTION), reader->column);
    memcpy(reader->column + HZ_LIFE_COLUMNS, own_columns, sizeof own_columns);
    reader->plans = plans;
    reader->key = key;
    reader->path = path;
    if (!hz_reader_open(&reader->reader, &settings, err)) {
        free(reader);
        return false;
    }
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
    hz_lives_read_lacking(batch, HZ_LIFE_MAY_LACK(HZ_LIFE_CONTRIBUTION), &reader->life);
    hz_batch_dates_or(batch, WAIT_FROM, HZ_NO_DATE, reader->wait_from);
    hz_batch_integers_or(batch, UNITS, 1, 1, HZ_PLAN_UNITS, reader->units);
    static const int texts[] = {MEMBER, MEMBER_ID, ID_NO, SEAT, PLAN, VERSION, ENTER_TYPE, STATUS};
    for (size_t t = 0; t < HZ_COUNT(texts); t++)
        hz_batch_texts(batch, texts[t]);
    for (size_t r = 0; r < batch->rows; r++)
        if (!batch->rejected[r] && reader->wait_from[r] != HZ_NO_DATE &&
            reader->wait_from[r] > reader->life.start[r])
            hz_batch_reject(batch, r, WAIT_FROM, "wait_after_start", _("is after the start"));
    return hz_part_is_good(&reader->part, reader->before, err);
}

static struct hz_text slice(const struct hz_batch *batch, int column, size_t row)
{
    return batch->column[column] ? batch->column[column][row] : (struct hz_text){0};
}

static struct hz_cover_facts facts_of(const struct hz_cover_reader *reader)
{
    const struct hz_batch *batch = &reader->batch;
    const size_t row = reader->row;
    return (struct hz_cover_facts){
        .member = slice(batch, MEMBER, row),
        .member_id = slice(batch, MEMBER_ID, row),
        .id_no = slice(batch, ID_NO, row),
        .seat = slice(batch, SEAT, row),
        .plan = slice(batch, PLAN, row),
        .version = slice(batch, VERSION, row),
        .enter_type = slice(batch, ENTER_TYPE, row),
        .status = slice(batch, STATUS, row),
        .start = reader->life.start[row],
        .end = reader->life.end[row],
        .ended = slice(batch, HZ_LIFE_ENDED, row).length > 0 ? reader->life.last[row] : HZ_NO_DATE,
        .wait_from = reader->wait_from[row],
        .units = reader->units[row]};
}

/* Passes rows that are left out; false at the end of the batch. */
static bool has_row(struct hz_cover_reader *reader)
{
    while (reader->row < reader->batch.rows && reader->batch.rejected[reader->row])
        reader->row++;
    return reader->row < reader->batch.rows;
}

/* The next row; *is_over at the end of the file. */
static bool next_cover(struct hz_cover_reader *reader, struct read_cover *read, bool *is_over,
                       struct hz_error *err)
{
    *is_over = false;
    while (!has_row(reader)) {
        if (!read_batch(reader, is_over, err))
            return false;
        if (*is_over)
            return true;
    }
    struct hz_cover_facts facts = facts_of(reader);
    size_t at;
    const struct hz_plan *plan =
        hz_plans_find(reader->plans, facts.plan, facts.version, facts.start, &at);
    if (!plan) {
        hz_batch_reject(&reader->batch, reader->row, PLAN, "unknown_plan",
                        _("is no plan of --plans that holds on the first day of the cover"));
        return hz_part_is_good(&reader->part, reader->before, err);
    }
    read->entry = (enum hz_entry)reader->life.entry[reader->row];
    read->cover = hz_cover_record_of(&facts, reader->key, plan, at);
    if (reader->key == HZ_KEY_SEAT && read->cover.person == 0)
        read->cover.follows = false; /* whose covers of a seat follow each other is not told */
    read->key = slice(&reader->batch, column_of(reader->key), reader->row);
    reader->row++;
    return true;
}

static void add(struct hz_covers *covers, const struct read_cover *read)
{
    if (read->entry == HZ_ENTRY_ORIGINAL)
        hz_covers_add(covers, &read->cover);
    else if (read->entry == HZ_ENTRY_REVERSAL)
        hz_covers_take_back(covers, &read->cover);
}

bool hz_covers_read(struct hz_covers *covers, struct hz_cover_reader *reader, struct hz_error *err)
{
    enum { TOGETHER = 64 };
    struct read_cover read[TOGETHER];
    for (bool is_over = false; !is_over;) {
        size_t count = 0;
        for (; count < TOGETHER; count++) {
            if (!next_cover(reader, &read[count], &is_over, err))
                return false;
            if (is_over)
                break;
            hz_index_expect(&covers->latest, read[count].cover.identity);
        }
        /*
         * Memory is asked for some time before it is needed: waiting for it takes most of the time.
         */
        for (size_t i = 0; i < count; i++)
            hz_index_expect_record(&covers->latest, read[i].cover.identity);
        for (size_t i = 0; i < count; i++)
            add(covers, &read[i]);
    }
    hz_covers_settle(covers, reader->plans);
    return true;
}

/* Reads the row that comes next into `ahead`; keys must rise. */
static bool look_ahead(struct hz_cover_reader *reader, struct hz_error *err)
{
    bool is_over;
    if (!next_cover(reader, &reader->ahead, &is_over, err))
        return false;
    reader->has_ahead = !is_over;
    if (is_over)
        return true;
    const struct hz_text key = reader->ahead.key;
    if (hz_text_compare(key, (struct hz_text){reader->last.at, reader->last.length}) < 0) {
        reader->row--;
        hz_batch_reject(&reader->batch, reader->row, column_of(reader->key), "not_sorted",
                        _("is smaller than the one before it: sort both files by this column, as "
                          "with LC_ALL=C sort, or leave --sorted out"));
        return hz_part_is_good(&reader->part, reader->before, err);
    }
    reader->last.length = 0;
    hz_buffer_text(&reader->last, key);
    return true;
}

bool hz_covers_advance(struct hz_covers *covers, struct hz_cover_reader *reader,
                       struct hz_text text, struct hz_error *err)
{
    hz_index_clear(&covers->latest);
    covers->olders = 0;
    covers->backs = 0;
    if (!reader->is_ahead) {
        reader->is_ahead = true;
        if (!look_ahead(reader, err))
            return false;
    }
    while (reader->has_ahead) {
        int order = hz_text_compare((struct hz_text){reader->last.at, reader->last.length}, text);
        if (order > 0)
            break;
        if (order == 0)
            add(covers, &reader->ahead);
        if (!look_ahead(reader, err))
            return false;
    }
    hz_covers_settle(covers, reader->plans);
    return true;
}
