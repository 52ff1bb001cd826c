/* cover_reader.c: see cover_reader.h. */

#include "record/cover_reader.h"

#include "base/memory.h"
#include "file/forms.h"
#include "record/lives.h"
#include "stream/part.h"
#include "stream/run.h"

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
};

static void columns_of(struct hz_column column[COLUMNS + 1])
{
    hz_life_columns(HZ_LIFE_MAY_LACK(HZ_LIFE_CONTRIBUTION), column);
    memcpy(column + HZ_LIFE_COLUMNS, own_columns, sizeof own_columns);
}

static int column_of(enum hz_cover_key key)
{
    return key == HZ_KEY_SEAT ? SEAT : key == HZ_KEY_MEMBER_ID ? MEMBER_ID : MEMBER;
}

static bool has_key(const struct hz_cover_source *source, const struct hz_reader_file *file,
                    struct hz_error *err)
{
    static const char *const names[] = {
        [HZ_KEY_MEMBER] = "member", [HZ_KEY_MEMBER_ID] = "member_id", [HZ_KEY_SEAT] = "seat"};
    return file->field_of[column_of(source->key)] >= 0 ||
           hz_error_set(err, HZ_ERROR_DATA, (struct hz_place){.file = source->path},
                        _("has no column %s to join claims by"), names[source->key]);
}

/* ---- A batch of rows */

static struct hz_text slice(const struct hz_batch *batch, int column, size_t row)
{
    return batch->column[column] ? batch->column[column][row] : (struct hz_text){0};
}

static bool read_row(const struct hz_cover_source *source, struct hz_batch *batch, size_t row,
                     const struct hz_life_rows *life, size_t *at, struct hz_cover_facts *facts,
                     struct read_cover *read)
{
    facts->member = slice(batch, MEMBER, row);
    facts->member_id = slice(batch, MEMBER_ID, row);
    facts->id_no = slice(batch, ID_NO, row);
    facts->seat = slice(batch, SEAT, row);
    facts->plan = slice(batch, PLAN, row);
    facts->version = slice(batch, VERSION, row);
    facts->enter_type = slice(batch, ENTER_TYPE, row);
    facts->status = slice(batch, STATUS, row);
    facts->start = life->start[row];
    facts->end = life->end[row];
    facts->ended = hz_form_is_empty(slice(batch, HZ_LIFE_ENDED, row), hz_batch_forms(batch))
                       ? HZ_NO_DATE
                       : life->last[row];
    const struct hz_plan *plan =
        hz_plans_find(source->plans, facts->plan, facts->version, facts->start, at);
    if (!plan) {
        hz_batch_reject(batch, row, PLAN, "unknown_plan",
                        _("is no plan of --plans that holds on the first day of the cover"));
        return false;
    }
    read->entry = (enum hz_entry)life->entry[row];
    read->cover = hz_cover_record_of(facts, source->key, plan, *at);
    if (source->key == HZ_KEY_SEAT && read->cover.person == 0)
        read->cover.follows = false; /* whose covers of a seat follow each other is not told */
    return true;
}

/* Reads the rows that are not rejected. */
static void read_rows(const struct hz_cover_source *source, struct hz_batch *batch,
                      struct read_cover read[])
{
    static const int texts[] = {MEMBER, MEMBER_ID, ID_NO, SEAT, PLAN, VERSION, ENTER_TYPE, STATUS};
    struct hz_life_rows life;
    hz_date wait_from[HZ_BATCH_ROWS];
    int64_t units[HZ_BATCH_ROWS];
    size_t at = 0;
    hz_lives_read_lacking(batch, HZ_LIFE_MAY_LACK(HZ_LIFE_CONTRIBUTION), &life);
    hz_batch_dates_or(batch, WAIT_FROM, HZ_NO_DATE, wait_from);
    hz_batch_integers_or(batch, UNITS, 1, 1, HZ_PLAN_UNITS, units);
    for (size_t t = 0; t < HZ_COUNT(texts); t++)
        hz_batch_texts(batch, texts[t]);
    for (size_t r = 0; r < batch->rows; r++) {
        struct hz_cover_facts facts;
        if (batch->rejected[r])
            continue;
        facts.wait_from = wait_from[r];
        facts.units = units[r];
        if (wait_from[r] != HZ_NO_DATE && wait_from[r] > life.start[r])
            hz_batch_reject(batch, r, WAIT_FROM, "wait_after_start", _("is after the start"));
        else
            (void)read_row(source, batch, r, &life, &at, &facts, &read[r]);
    }
}

static void add(struct hz_covers *covers, struct read_cover *read, uint64_t row)
{
    read->cover.row = (uint32_t)row;
    if (read->entry == HZ_ENTRY_ORIGINAL)
        hz_covers_add(covers, &read->cover);
    else if (read->entry == HZ_ENTRY_REVERSAL)
        hz_covers_take_back(covers, &read->cover);
}

/* ---- All at once: a map that prints nothing, whose lanes are those of the covers */

struct loading {
    const struct hz_cover_source *source;
    struct hz_covers *covers;
};

static bool accept(const struct hz_reader_file *file, void *state, struct hz_error *err)
{
    const struct loading *loading = state;
    return has_key(loading->source, file, err);
}

static void each(struct hz_batch *batch, void *carry, struct hz_buffer *out, const void *settings)
{
    const struct loading *loading = settings;
    struct read_cover *read = carry;
    (void)out;
    read_rows(loading->source, batch, read);
    /* Rows that take back are of one lane, as they are kept in one list. */
    for (size_t r = 0; r < batch->rows; r++)
        batch->lane[r] = !batch->rejected[r] && read[r].entry == HZ_ENTRY_ORIGINAL
                             ? (uint8_t)hz_cover_lane(&read[r].cover)
                             : 0;
}

static void settle(struct hz_batch *batch, void *const carry[], size_t lane, struct hz_buffer *out,
                   void *state)
{
    const struct loading *loading = state;
    (void)lane;
    (void)out;
    for (size_t r = 0; r < batch->rows; r++)
        if (!batch->rejected[r])
            add(loading->covers, carry[r], batch->number[r]);
}

bool hz_covers_read(struct hz_covers *covers, const struct hz_cover_source *source, int threads,
                    struct hz_error *err)
{
    struct loading loading = {source, covers};
    struct hz_column column[COLUMNS + 1];
    const struct hz_map map = {.columns = column,
                               .is_text = true,
                               .carried = sizeof(struct read_cover),
                               .lanes = HZ_MAP_LANES,
                               .settings = &loading,
                               .state = &loading,
                               .accept = accept,
                               .each = each,
                               .settle = settle};
    const struct hz_run run = {
        .input = {.path = &source->path, .paths = 1}, .threads = threads, .is_strict = true};
    struct hz_counts counts = {0};
    columns_of(column);
    if (!hz_run_map(&run, &map, NULL, &counts, err))
        return false;
    hz_covers_settle(covers, source->plans, threads);
    return true;
}

/* ---- One key at a time */

struct hz_cover_reader {
    const struct hz_cover_source *source;
    struct hz_column column[COLUMNS + 1];
    struct hz_reader *reader;
    struct hz_reader_part part;
    struct hz_batch batch;
    struct read_cover read[HZ_BATCH_ROWS];
    bool has_part;
    size_t row;      /* the next one of the batch */
    uint64_t before; /* records before the batch */
    struct hz_buffer last;
    bool is_ahead, has_ahead; /* the row comes next, and `last` is its key; there is one */
};

bool hz_cover_reader_open(struct hz_cover_reader **made, const struct hz_cover_source *source,
                          struct hz_error *err)
{
    struct hz_cover_reader *reader = hz_allocate(1, sizeof *reader);
    const struct hz_reader_settings settings = {
        .path = &source->path, .paths = 1, .columns = reader->column, .sentences = 1};
    columns_of(reader->column);
    reader->source = source;
    if (!hz_reader_open(&reader->reader, &settings, err)) {
        free(reader);
        return false;
    }
    hz_part_new(&reader->part, reader->reader);
    *made = reader;
    return has_key(source, hz_reader_first(reader->reader), err);
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

static bool read_batch(struct hz_cover_reader *reader, bool *is_over, struct hz_error *err)
{
    *is_over = false;
    while (!reader->has_part || !hz_part_batch(&reader->part, &reader->batch)) {
        if (reader->has_part)
            reader->before += reader->part.lines;
        reader->has_part = true;
        if (!hz_reader_next(reader->reader, &reader->part, err)) {
            *is_over = true;
            return !err->kind;
        }
    }
    reader->row = 0;
    read_rows(reader->source, &reader->batch, reader->read);
    return hz_part_is_good(&reader->part, reader->before, err);
}

/* Passes rows that are left out; false at the end of the batch. */
static bool has_row(struct hz_cover_reader *reader)
{
    while (reader->row < reader->batch.rows && reader->batch.rejected[reader->row])
        reader->row++;
    return reader->row < reader->batch.rows;
}

/* Moves to the row that comes next, whose key is `last` then; keys must rise. */
static bool look_ahead(struct hz_cover_reader *reader, struct hz_error *err)
{
    const int column = column_of(reader->source->key);
    bool is_over = false;
    while (!has_row(reader)) {
        if (!read_batch(reader, &is_over, err))
            return false;
        if (is_over)
            break;
    }
    reader->has_ahead = !is_over;
    if (is_over)
        return true;
    const struct hz_text key = slice(&reader->batch, column, reader->row);
    const struct hz_text last = {reader->last.at, reader->last.length};
    if (hz_cover_key_compare(reader->source->key, key, last) < 0) {
        hz_batch_reject(&reader->batch, reader->row, column, "not_sorted",
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
    const uint64_t believed = covers->believed;
    uint64_t rows = 0;
    hz_covers_free(covers);
    covers->believed = believed;
    if (!reader->is_ahead) {
        reader->is_ahead = true;
        if (!look_ahead(reader, err))
            return false;
    }
    while (reader->has_ahead) {
        const struct hz_text last = {reader->last.at, reader->last.length};
        const int order = hz_cover_key_compare(reader->source->key, last, text);
        if (order > 0)
            break;
        if (order == 0)
            add(covers, &reader->read[reader->row], rows++);
        reader->row++;
        if (!look_ahead(reader, err))
            return false;
    }
    hz_covers_settle(covers, reader->source->plans, 1);
    return true;
}
