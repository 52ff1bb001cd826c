/* finding.c: what is found in the rows of a batch, kept in their part until it is handed in. */

#include "base/memory.h"
#include "base/visible.h"
#include "file/header.h"
#include "stream/part.h"

#include <stdarg.h>
#include <stdio.h>

void hz_batch_leave_out(struct hz_batch *batch, size_t row)
{
    batch->rejected[row] = true;
    batch->part->left_out++;
}

void hz_mask(struct hz_buffer *out, struct hz_text text)
{
    size_t head = text.length >= 15 ? 6 : text.length >= 6 ? 2 : 0;
    size_t tail = text.length >= 15 ? 4 : 0;
    for (size_t i = 0; i < text.length; i++) {
        bool is_shown = (i < head || i >= text.length - tail) && (unsigned char)text.at[i] < 0x80;
        bool is_continuation = ((unsigned char)text.at[i] & 0xC0) == 0x80;
        if (!is_continuation)
            hz_buffer_char(out, is_shown ? text.at[i] : '*');
    }
}

bool hz_batch_is_personal(const struct hz_batch *batch, int column)
{
    return hz_reader_is_personal(batch->part->reader, (size_t)column);
}

static void show(struct hz_buffer *out, struct hz_text text)
{
    enum { ROOM = 800 }; /* 60 bytes, each at most an escape of ten */
    char visible[ROOM];
    snprintf(visible, sizeof visible, "%.*s", HZ_TEXT_ARGS(text));
    hz_text_hide_numbers(visible);
    hz_text_make_visible(visible, sizeof visible);
    hz_buffer_string(out, visible);
}

/* As a message may show it: masked if personal, cut to a length that one can take in. */
static void quote(struct hz_buffer *out, struct hz_text text, bool is_personal)
{
    enum { MOST = 60 };
    struct hz_text shown = text;
    if (shown.length > MOST)
        for (shown.length = MOST; ((unsigned char)shown.at[shown.length] & 0xC0) == 0x80;)
            shown.length--;
    hz_buffer_char(out, '"');
    if (is_personal)
        hz_mask(out, shown);
    else
        show(out, shown);
    hz_buffer_string(out, shown.length < text.length ? "...\" " : "\" ");
}

static struct hz_reject *new_reject(struct hz_reader_part *part)
{
    if (part->rejects == part->reject_capacity) {
        part->reject_capacity = part->reject_capacity ? part->reject_capacity * 2 : 16;
        part->reject = hz_reallocate(part->reject, part->reject_capacity, sizeof *part->reject);
    }
    return &part->reject[part->rejects++];
}

void hz_part_begin_findings(struct hz_reader_part *part)
{
    for (size_t c = 0; c < part->codes; c++)
        part->code[c].before = part->code[c].found;
}

/* Whether the sentence of one more finding of a code may be shown; else it is but counted. */
static bool is_shown(struct hz_reader_part *part, const char *code)
{
    struct hz_code_count *count = part->code, *const end = count + part->codes;
    while (count < end && count->code != code)
        count++;
    if (count == part->code + HZ_PART_CODES)
        return true;
    if (count == end) {
        *count = (struct hz_code_count){.code = code};
        part->codes++;
    }
    count->found++;
    const uint64_t most = hz_reader_sentences(part->reader);
    return most == 0 || count->before < most;
}

static bool set_aside(struct hz_batch *batch, size_t row, const char *code);

/* Rejected, and not left out: the last findings are of the rows of this batch. */
static bool was_rejected(const struct hz_batch *batch, size_t row)
{
    const struct hz_reader_part *part = batch->part;
    const size_t record = (size_t)(batch->record[row].at - part->data);
    for (size_t r = part->rejects; r > 0; r--)
        if (part->reject[r - 1].record == record && part->reject[r - 1].severity == HZ_REJECTED)
            return true;
    return false;
}

/* A name where a date or a number should stand: of a row that is shifted. */
static bool is_shifted(const char *code, struct hz_text text)
{
    static const char *const typed[] = {"bad_date", "bad_money", "bad_integer", "bad_units"};
    for (size_t t = 0; t < HZ_COUNT(typed); t++)
        if (strcmp(code, typed[t]) == 0)
            return hz_text_may_be_name(text);
    return false;
}

HZ_PRINTF(7, 0)
static void find(struct hz_batch *batch, size_t row, enum hz_finding severity, int column,
                 struct hz_text text, const char *code, const char *sentence, va_list values)
{
    struct hz_reader_part *part = batch->part;
    const bool is_more = severity == HZ_REJECTED && batch->rejected[row];
    if (is_more && !(hz_reader_tells_all(part->reader) && was_rejected(batch, row)))
        return;
    if (severity == HZ_REJECTED && !is_more && set_aside(batch, row, code))
        return;
    batch->rejected[row] |= severity == HZ_REJECTED;
    struct hz_reject *reject = new_reject(part);
    size_t record = (size_t)(batch->record[row].at - part->data);
    *reject = (struct hz_reject){.severity = severity,
                                 .is_more = is_more,
                                 .record = record,
                                 .length = batch->record[row].length,
                                 .field_at = record,
                                 .code = code,
                                 .message = part->text.length};
    if (column != HZ_WHOLE_ROW) {
        reject->field = hz_reader_columns(part->reader)[column].name;
        reject->has_column = text.at >= part->data && text.at < part->data + part->length;
        if (reject->has_column)
            reject->field_at = (size_t)(text.at - part->data);
    }
    const bool is_wanted = severity == HZ_ENDED || is_shown(part, code);
    if (is_wanted && column != HZ_WHOLE_ROW)
        quote(&part->text, text, hz_batch_is_personal(batch, column) || is_shifted(code, text));
    reject->sentence = part->text.length;
    char message[512] = "";
    if (is_wanted)
        vsnprintf(message, sizeof message, sentence, values);
    hz_buffer_append(&part->text, message, strlen(message) + 1);
}

/* ---- Rows that are no records */

enum row_kind { RECORD, BLANK, SAME_HEADER, OTHER_HEADER, STUCK_HEADER };

/* A figure stands under a name, as in nearly all records. A look at the bytes alone. */
static bool has_figure(const struct hz_reader_file *file, struct hz_text record)
{
    if (file->has_digits)
        return false;
    char before = file->delimiter;
    for (size_t i = 0; i < record.length; before = record.at[i++])
        if (before == file->delimiter && hz_digit(record.at[i]) <= 9)
            return true;
    return false;
}

/* Compares the fields of a row with those of the header, and with names of columns. */
static enum row_kind kind_of(const struct hz_reader_part *part, struct hz_text record)
{
    enum { MOST = 512, LONGEST = 1 << 14 };
    const struct hz_reader_file *file = part->file;
    struct hz_text field[MOST];
    const struct hz_text *const header = file->name_of;
    if (record.length > LONGEST || file->fields > MOST || has_figure(file, record))
        return RECORD;
    const size_t fields = hz_header_split(record, file->delimiter, field, MOST);
    size_t filled = 0, known = 0, same = 0;
    if (fields == 0 || fields > MOST)
        return RECORD;
    for (size_t f = 0; f < fields; f++) {
        const bool is_same = f < file->fields && hz_reader_same(part->reader, field[f], header[f]);
        same += is_same && field[f].length > 0;
        filled += field[f].length > 0;
        if (field[f].length > 0 && hz_digit(field[f].at[0]) <= 9 && !is_same)
            return RECORD;
        known += field[f].length > 0 && (is_same || hz_reader_knows(part->reader, field[f]));
    }
    if (filled == 0)
        return BLANK;
    size_t wanted = 0;
    for (size_t f = 0; f < file->fields; f++)
        wanted += header[f].length > 0;
    if (same == filled && same == wanted)
        return SAME_HEADER;
    return 2 * known > filled && known >= (wanted > 1 ? 2 : 1) ? OTHER_HEADER : RECORD;
}

/*
 * A row too long, whose end is a header of another order: its file was put behind one without a
 * newline at its end. The first name is stuck to the row's last cell.
 */
static bool ends_in_header(const struct hz_reader_part *part, struct hz_text record)
{
    enum { MOST = 512, FEWEST = 2 };
    const struct hz_reader_file *file = part->file;
    struct hz_text field[MOST];
    const size_t fields = hz_header_split(record, file->delimiter, field, MOST);
    if (fields < file->fields + FEWEST || fields > MOST)
        return false;
    bool is_same = fields == 2 * file->fields - 1;
    for (size_t f = file->fields; f < fields; f++) {
        if (!hz_reader_knows(part->reader, field[f]))
            return false;
        is_same =
            is_same && hz_reader_same(part->reader, field[f], file->name_of[f - file->fields + 1]);
    }
    return !is_same;
}

static void tell_row(struct hz_batch *batch, size_t row, enum hz_finding severity, const char *code,
                     const char *sentence)
{
    hz_batch_find(batch, row, severity, HZ_WHOLE_ROW, (struct hz_text){0}, code, "%s", sentence);
}

/* `code` is that of the row's fault, "" if it has none. */
static bool set_aside(struct hz_batch *batch, size_t row, const char *code)
{
    const struct hz_text record = batch->record[row];
    const bool is_stuck = strcmp(code, "field_count") == 0 && ends_in_header(batch->part, record);
    switch (is_stuck ? STUCK_HEADER : kind_of(batch->part, record)) {
    case RECORD:
        return false;
    case BLANK:
        tell_row(batch, row, HZ_FIXED, "blank_row", _("a row of empty cells: left out"));
        break;
    case SAME_HEADER:
        tell_row(batch, row, HZ_FIXED, "repeated_header", _("the header once more: left out"));
        break;
    case OTHER_HEADER:
        tell_row(batch, row, HZ_ENDED, "other_header",
                 _("another header: the rows behind it would be read by the wrong columns. Split "
                   "the file here"));
        break;
    case STUCK_HEADER:
        tell_row(batch, row, HZ_ENDED, "other_header",
                 _("another header stands at the end of the row, of a file put behind one without "
                   "a newline at its end. Split the file here"));
        break;
    }
    hz_batch_leave_out(batch, row);
    return true;
}

/*
 * A look that is cheap: a header or a blank row has no digit, or begins as the header of the file.
 */
static bool may_be_none(const struct hz_reader_file *file, struct hz_text record)
{
    const char *stop = memchr(record.at, file->delimiter, record.length);
    const struct hz_text first = {record.at, stop ? (size_t)(stop - record.at) : record.length};
    bool has_digit = false;
    for (size_t i = 0; i < record.length && !has_digit; i++)
        has_digit = hz_digit(record.at[i]) <= 9;
    if (!has_digit)
        return true;
    for (size_t f = 0; f < file->fields; f++)
        if (hz_text_equal(first, file->name_of[f]))
            return true;
    return false;
}

/* The same look as has_figure's, at the cells alone. */
static bool has_figure_at_once(const struct hz_reader_part *part, struct hz_text record, size_t row)
{
    const size_t fields = part->file->fields;
    if (!part->ends || part->file->has_digits)
        return false;
    const uint32_t *ends = part->ends + row * fields;
    if (record.length > 0 && hz_digit(record.at[0]) <= 9)
        return true;
    for (size_t field = 1; field < fields; field++)
        if (hz_digit(part->ends_from[ends[field - 1] + 1]) <= 9)
            return true;
    return false;
}

bool hz_batch_set_aside(struct hz_batch *batch, size_t row)
{
    if (batch->rejected[row])
        return true;
    if (has_figure_at_once(batch->part, batch->record[row], row))
        return false;
    return may_be_none(batch->part->file, batch->record[row]) && set_aside(batch, row, "");
}

void hz_batch_reject(struct hz_batch *batch, size_t row, int column, const char *code,
                     const char *sentence, ...)
{
    va_list values;
    va_start(values, sentence);
    struct hz_text text = {0};
    if (column != HZ_WHOLE_ROW && batch->column[column])
        text = batch->column[column][row];
    find(batch, row, HZ_REJECTED, column, text, code, sentence, values);
    va_end(values);
}

void hz_batch_find(struct hz_batch *batch, size_t row, enum hz_finding severity, int column,
                   struct hz_text text, const char *code, const char *sentence, ...)
{
    va_list values;
    va_start(values, sentence);
    find(batch, row, severity, column, text, code, sentence, values);
    va_end(values);
}
