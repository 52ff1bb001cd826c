/*
 * part.c: a part's bytes become batches of slices: see part.h.
 *
 * The scan gives the positions of all delimiters and newlines of some hundred rows. If every
 * `fields`th of them is a newline, the rows are regular, and a column's slices are read off at a
 * fixed stride, without a look at the bytes: the common case costs one pass of the scan, and a load
 * and a store a cell of a column that is wanted. Otherwise the rows are split one by one.
 *
 * Invariant: every row of the part is in just one batch, also one that is refused, so that rows in
 * are rows used, left out and rejected. Slices point into the part's data, or, where quotes were
 * doubled, into its arena.
 */

#include "stream/part.h"

#include "base/memory.h"
#include "file/encoding.h"
#include "file/scan.h"

#include <stdlib.h>

void hz_part_new(struct hz_reader_part *part, const struct hz_reader *reader)
{
    size_t columns = 0;
    while (hz_reader_columns(reader)[columns].name)
        columns++;
    *part = (struct hz_reader_part){.reader = reader};
    part->data = hz_allocate(hz_reader_capacity(reader), 1);
    part->slice = hz_allocate(columns * HZ_BATCH_ROWS, sizeof *part->slice);
}

void hz_part_free(struct hz_reader_part *part)
{
    free(part->data);
    free(part->bad);
    free(part->index);
    free(part->field);
    free(part->slice);
    free(part->reject);
    hz_buffer_free(&part->text);
    hz_buffer_free(&part->out);
    hz_buffer_free(&part->kept);
    hz_buffer_free(&part->carry);
    for (size_t l = 0; part->lane && l < HZ_MAP_LANES; l++) {
        hz_buffer_free(&part->lane[l].rows);
        hz_buffer_free(&part->lane[l].out);
    }
    free(part->lane);
    hz_arena_free(&part->unescaped);
}

static void begin(struct hz_reader_part *part)
{
    size_t fields = part->file->fields;
    if (fields > part->scratch_fields) {
        part->index = hz_reallocate(part->index, HZ_BATCH_ROWS * fields + 64, sizeof *part->index);
        part->field = hz_reallocate(part->field, fields, sizeof *part->field);
        part->scratch_fields = fields;
    }
}

/* A row that the scan itself refuses: it is in the batch, empty, so that it is counted once. */
static void reject_row(struct hz_batch *batch, const char *code, const char *sentence)
{
    size_t row = batch->rows - 1;
    hz_batch_reject(batch, row, HZ_WHOLE_ROW, code, "%s", sentence);
}

static const char *row_end(const char *start, const char *newline)
{
    return newline > start && newline[-1] == '\r' ? newline - 1 : newline;
}

/*
 * The rows whose positions the scan has found, as records; false if they are not `rows` rows of
 * just as many fields as the header has.
 */
static bool take_records(struct hz_reader_part *part, const char *data, size_t found,
                         size_t newlines, size_t rows)
{
    const size_t fields = part->file->fields;
    if (rows == 0 || found < rows * fields)
        return false;
    for (size_t i = rows * fields; i < found; i++)
        newlines -= data[part->index[i]] == '\n';
    bool regular = newlines == rows;
    const uint32_t *end = part->index + fields - 1;
    const char *start = data;
    for (size_t r = 0; r < rows; r++, end += fields) {
        const char *newline = data + *end;
        regular &= *newline == '\n';
        part->record[r] = (struct hz_text){start, (size_t)(row_end(start, newline) - start)};
        start = newline + 1;
    }
    return regular;
}

/* One field of the rows whose ends the scan has found. */
static void slice_field(const struct hz_reader_part *part, const char *data, size_t rows,
                        size_t field, struct hz_text slice[])
{
    const size_t fields = part->file->fields;
    const uint32_t *end = part->index + field;
    if (field + 1 == fields) {
        for (size_t r = 0; r < rows; r++, end += fields) {
            const char *start = fields == 1 ? part->record[r].at : data + end[-1] + 1;
            slice[r] = (struct hz_text){start, (size_t)(row_end(start, data + *end) - start)};
        }
    } else if (field == 0) {
        for (size_t r = 0; r < rows; r++, end += fields)
            slice[r] =
                (struct hz_text){part->record[r].at, (size_t)(data + *end - part->record[r].at)};
    } else {
        for (size_t r = 0; r < rows; r++, end += fields)
            slice[r] = (struct hz_text){data + end[-1] + 1, end[0] - end[-1] - 1};
    }
}

bool hz_part_cells(const struct hz_reader_part *part, size_t rows, size_t field,
                   struct hz_text cell[])
{
    if (part->ends)
        slice_field(part, part->ends_from, rows, field, cell);
    return part->ends;
}

/* Rejects the rows that are no UTF-8. */
static void check_encoding(struct hz_batch *batch)
{
    for (size_t r = 0; r < batch->rows; r++)
        if (!hz_text_is_utf8(batch->record[r]))
            hz_batch_reject(batch, r, HZ_WHOLE_ROW, "bad_encoding",
                            _("the row is in another encoding than the file is read in: if all of "
                              "the file is, name it, as in "
                              "--encoding GB18030; if some rows are, convert these"));
}

static struct hz_text unescape(struct hz_reader_part *part, struct hz_text text)
{
    char *copy = hz_arena_allocate(&part->unescaped, text.length + HZ_SCAN_SLACK, 1);
    return (struct hz_text){copy, hz_scan_unescape(text, copy)};
}

/* Takes the quotes off the fields that have some. */
static void unquote_column(struct hz_reader_part *part, size_t rows, size_t column,
                           bool has_escapes)
{
    struct hz_text *slice = part->slice + column * HZ_BATCH_ROWS;
    for (size_t r = 0; r < rows; r++) {
        if (slice[r].length < 2 || slice[r].at[0] != '"')
            continue;
        slice[r] = (struct hz_text){slice[r].at + 1, slice[r].length - 2};
        if (has_escapes && memchr(slice[r].at, '"', slice[r].length))
            slice[r] = unescape(part, slice[r]);
    }
}

/* Words that stand for codes become these; a block of plain ASCII has few such columns, or none. */
static void recode(struct hz_reader_part *part, size_t rows, bool has_high)
{
    for (size_t c = 0; hz_reader_columns(part->reader)[c].name; c++) {
        const struct hz_recodings *recodings = hz_reader_recodings(part->reader, c);
        if (recodings->count > 0 && part->file->field_of[c] >= 0 && (has_high || recodings->is_any))
            hz_recode(recodings, part->slice + c * HZ_BATCH_ROWS, rows);
    }
}

/* The common case: every row has the header's fields, well quoted. False if it is not that. */
static bool regular_rows(struct hz_reader_part *part, struct hz_batch *batch, size_t limit)
{
    const size_t fields = part->file->fields;
    const char *data = part->data + part->cursor;
    const struct hz_scan_found found =
        hz_scan_index(data, limit - part->cursor, part->file->delimiter, HZ_BATCH_ROWS, part->index,
                      HZ_BATCH_ROWS * fields + 64);
    size_t rows = found.newlines < HZ_BATCH_ROWS ? found.newlines : HZ_BATCH_ROWS;
    if (found.is_odd || found.is_open || found.has_nul ||
        !take_records(part, data, found.positions, found.newlines, rows))
        return false;
    const char *const last = data + part->index[rows * fields - 1] + 1;
    const uint64_t lines = found.has_quotes ? hz_scan_newlines(data, last) : rows;
    if (lines != rows)
        return false; /* cells of several lines are looked into */
    for (size_t c = 0; hz_reader_columns(part->reader)[c].name; c++) {
        if (part->file->field_of[c] < 0)
            continue;
        slice_field(part, data, rows, (size_t)part->file->field_of[c],
                    part->slice + c * HZ_BATCH_ROWS);
        if (found.has_quotes)
            unquote_column(part, rows, c, found.has_escapes);
    }
    recode(part, rows, found.has_high);
    part->has_high = found.has_high;
    part->ends = found.has_quotes ? NULL : part->index;
    part->ends_from = data;
    batch->rows = rows;
    memset(batch->rejected, 0, rows);
    if (found.has_high)
        check_encoding(batch);
    part->rows += rows;
    part->lines += lines;
    part->cursor += (size_t)(last - data);
    return true;
}

/* A record as it is split. */
struct row {
    size_t fields;
    const char *end; /* behind the last field that counts: those too many are empty */
    bool has_tail, is_suspicious;
};

/* Splits one record into the part's fields. */
static struct row split_row(struct hz_reader_part *part, const char **at)
{
    const char *end = part->data + part->length, *stop;
    size_t fields = 0;
    struct row row = {0};
    do {
        struct hz_scan_field field;
        stop = hz_scan_field(*at, end, part->file->delimiter, &field);
        if (fields < part->file->fields)
            part->field[fields] = field.is_escaped ? unescape(part, field.text) : field.text;
        row.has_tail |= field.has_tail;
        row.is_suspicious |=
            field.is_quoted &&
            hz_scan_hides_rows(field.text, part->file->delimiter, part->file->fields, fields);
        fields++;
        if (fields <= part->file->fields || hz_text_trim(field.text).length > 0) {
            row.end = stop;
            row.fields = fields;
        }
        *at = stop + 1;
    } while (*stop != '\n');
    return row;
}

static void check_row(struct hz_reader_part *part, struct hz_batch *batch, const struct row *split)
{
    size_t row = batch->rows - 1;
    if (memchr(part->record[row].at, '\0', part->record[row].length))
        reject_row(batch, "nul_byte", _("the row holds a NUL byte: this is no text"));
    else if (split->has_tail)
        reject_row(batch, "text_after_quote",
                   _("text stands after a closing quote: double a quote that is meant"));
    else if (split->fields != part->file->fields)
        hz_batch_reject(batch, row, HZ_WHOLE_ROW, "field_count",
                        _("the row has %zu fields, the header %zu"), split->fields,
                        part->file->fields);
}

static void add_row(struct hz_reader_part *part, struct hz_batch *batch, const char *from,
                    const char *next)
{
    size_t row = batch->rows++;
    part->record[row] = (struct hz_text){from, (size_t)(row_end(from, next - 1) - from)};
    batch->rejected[row] = false;
    part->rows++;
    part->lines += hz_scan_newlines(from, next);
    part->cursor = (size_t)(next - part->data);
    for (size_t c = 0; hz_reader_columns(part->reader)[c].name; c++)
        part->slice[c * HZ_BATCH_ROWS + row] = (struct hz_text){from, 0};
}

/* The next line of a record that hides others: a rejected row. */
static void reject_line(struct hz_reader_part *part, struct hz_batch *batch, const char *sentence)
{
    const char *at = part->data + part->cursor;
    const char *newline = memchr(at, '\n', part->length - part->cursor);
    add_row(part, batch, at, newline + 1);
    reject_row(batch, "unclosed_quote", sentence);
}

/* Any rows, one after the other: wrong numbers of fields, empty lines, stray quotes, NULs. */
static void plain_rows(struct hz_reader_part *part, struct hz_batch *batch, size_t limit)
{
    while (batch->rows < HZ_BATCH_ROWS && part->cursor < limit) {
        const char *from = part->data + part->cursor, *next = from;
        if (part->hidden_to > part->cursor) {
            reject_line(part, batch, _("given up with the line before it"));
            continue;
        }
        const struct row split = split_row(part, &next);
        if (row_end(from, next - 1) == from && part->file->fields > 1) {
            part->lines++;
            part->cursor = (size_t)(next - part->data);
            continue;
        }
        if (split.is_suspicious && !split.has_tail) {
            part->hidden_to = (size_t)(next - part->data);
            reject_line(part, batch,
                        _("a quote is opened in this line, and what it holds looks like rows: "
                          "double a quote that is meant"));
            continue;
        }
        add_row(part, batch, from, next);
        if (split.end < row_end(from, next - 1))
            part->record[batch->rows - 1].length = (size_t)(split.end - from);
        check_row(part, batch, &split);
        if (batch->rejected[batch->rows - 1])
            continue;
        for (size_t c = 0; hz_reader_columns(part->reader)[c].name; c++)
            if (part->file->field_of[c] >= 0)
                part->slice[c * HZ_BATCH_ROWS + batch->rows - 1] =
                    part->field[part->file->field_of[c]];
    }
    recode(part, batch->rows, true);
    part->has_high = true;
    check_encoding(batch);
}

/* The next bytes that are no record: a rejected row, or the rest of one. */
static void bad_row(struct hz_reader_part *part, struct hz_batch *batch)
{
    const struct hz_bad_range *bad = &part->bad[part->bad_next++];
    const uint64_t lines = part->lines;
    if (bad->is_row) {
        add_row(part, batch, part->data + bad->from, part->data + bad->to);
        reject_row(batch, bad->code, bad->sentence);
    }
    part->lines = lines + bad->lines;
    part->cursor = bad->to;
}

bool hz_part_batch(struct hz_reader_part *part, struct hz_batch *batch)
{
    if (part->cursor == 0)
        begin(part);
    batch->rows = 0;
    batch->part = part;
    hz_part_begin_findings(part);
    batch->record = part->record;
    part->ends = NULL;
    for (size_t c = 0; hz_reader_columns(part->reader)[c].name; c++)
        batch->column[c] = part->file->field_of[c] >= 0 ? part->slice + c * HZ_BATCH_ROWS : NULL;
    while (batch->rows == 0 && part->cursor < part->length) {
        const bool has_bad = part->bad_next < part->bads;
        const size_t limit = has_bad ? part->bad[part->bad_next].from : part->length;
        if (part->cursor == limit)
            bad_row(part, batch);
        else if (part->hidden_to > part->cursor || !regular_rows(part, batch, limit))
            plain_rows(part, batch, limit);
    }
    return batch->rows > 0;
}

/* The number of the field, from 1, that a place in a record lies in. */
static uint64_t field_number(const struct hz_reader_part *part, const char *record,
                             const char *place)
{
    const char *const end = part->data + part->length;
    uint64_t number = 1;
    struct hz_scan_field field;
    for (const char *at = record;; number++) {
        const char *stop = hz_scan_field(at, end, part->file->delimiter, &field);
        if (!stop || stop >= place || *stop == '\n')
            return number;
        at = stop + 1;
    }
}

struct hz_place hz_part_place(const struct hz_reader_part *part, const struct hz_reject *reject,
                              uint64_t line)
{
    const char *record = part->data + reject->record, *field = part->data + reject->field_at;
    struct hz_place place = hz_reader_place(part->file, line);
    place.field = reject->field;
    if (part->file->json)
        return place;
    if (part->file->book) {
        place.column = reject->has_column ? field_number(part, record, field) : 0;
        return place;
    }
    const char *start = field;
    while (start > part->data && start[-1] != '\n')
        start--;
    place.line += hz_scan_newlines(record, field);
    place.column = reject->has_column ? (uint64_t)(field - start) + 1 : 0;
    return place;
}

bool hz_part_is_good(const struct hz_reader_part *part, uint64_t before, struct hz_error *err)
{
    const struct hz_reject *reject = part->reject, *end = part->reject + part->rejects;
    while (reject < end && reject->severity != HZ_REJECTED && reject->severity != HZ_ENDED)
        reject++;
    if (reject == end)
        return true;
    const uint64_t line = before + part->file->header_lines + 1 +
                          hz_scan_newlines(part->data, part->data + reject->record);
    return hz_error_set(err, HZ_ERROR_DATA, hz_part_place(part, reject, line), "%s",
                        part->text.at + reject->message);
}
