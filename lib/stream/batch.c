/* batch.c: columns of a batch as typed values: see batch.h. */

#include "stream/batch.h"

#include "file/scan.h"
#include "stream/columns.h"
#include "stream/part.h"

#include <inttypes.h>

static void reject_date(struct hz_batch *batch, size_t row, int column)
{
    hz_batch_reject(batch, row, column, "bad_date", _("is not a date (expected YYYY-MM-DD)"));
}

void hz_batch_dates(struct hz_batch *batch, int column, hz_date value[])
{
    hz_dates_parse(batch->column[column], batch->rows, value);
    for (size_t r = 0; r < batch->rows; r++)
        if (value[r] == HZ_NO_DATE)
            reject_date(batch, r, column);
}

void hz_batch_dates_or(struct hz_batch *batch, int column, hz_date absent, hz_date value[])
{
    const struct hz_text *text = batch->column[column];
    if (text)
        hz_dates_parse(text, batch->rows, value);
    for (size_t r = 0; r < batch->rows; r++) {
        if (text && value[r] != HZ_NO_DATE)
            continue;
        value[r] = absent;
        if (text && text[r].length > 0)
            reject_date(batch, r, column);
    }
}

static void reject_money(struct hz_batch *batch, size_t row, int column, enum hz_money_fault fault)
{
    hz_batch_reject(batch, row, column, fault == HZ_MONEY_NEGATIVE ? "negative_money" : "bad_money",
                    "%s", hz_money_fault_text(fault));
}

typedef enum hz_money_fault parse_money(struct hz_text text, hz_fen *fen);

static void read_fen(struct hz_batch *batch, int column, parse_money *parse, hz_fen value[])
{
    const struct hz_text *text = batch->column[column];
    hz_money_parse_usual(text, batch->rows, value);
    for (size_t r = 0; r < batch->rows; r++) {
        if (value[r] != HZ_MONEY_OTHER)
            continue;
        enum hz_money_fault fault = parse(text[r], &value[r]);
        if (fault != HZ_MONEY_GOOD)
            reject_money(batch, r, column, fault);
    }
}

void hz_batch_fen(struct hz_batch *batch, int column, hz_fen value[])
{
    read_fen(batch, column, hz_money_parse, value);
}

void hz_batch_fen_positive(struct hz_batch *batch, int column, hz_fen value[])
{
    read_fen(batch, column, hz_money_parse_positive, value);
}

void hz_batch_fen_or(struct hz_batch *batch, int column, hz_fen absent, hz_fen value[])
{
    const struct hz_text *text = batch->column[column];
    if (text)
        hz_money_parse_usual(text, batch->rows, value);
    for (size_t r = 0; r < batch->rows; r++) {
        if (text && value[r] != HZ_MONEY_OTHER)
            continue;
        value[r] = absent;
        if (!text || text[r].length == 0)
            continue;
        enum hz_money_fault fault = hz_money_parse(text[r], &value[r]);
        if (fault != HZ_MONEY_GOOD)
            reject_money(batch, r, column, fault);
    }
}

/* At most 18 digits and a '-'. */
static bool parse_integer(struct hz_text text, int64_t *value)
{
    const bool is_negative = text.length > 0 && text.at[0] == '-';
    int64_t number = 0;
    if (text.length == (size_t)is_negative || text.length > 18)
        return false;
    for (size_t i = is_negative; i < text.length; i++) {
        if (hz_digit(text.at[i]) > 9)
            return false;
        number = 10 * number + (int64_t)hz_digit(text.at[i]);
    }
    *value = is_negative ? -number : number;
    return true;
}

void hz_batch_integers_or(struct hz_batch *batch, int column, int64_t absent, int64_t least,
                          int64_t most, int64_t value[])
{
    const struct hz_text *text = batch->column[column];
    for (size_t r = 0; r < batch->rows; r++) {
        value[r] = absent;
        if (text && text[r].length > 0 &&
            (!parse_integer(text[r], &value[r]) || value[r] < least || value[r] > most))
            hz_batch_reject(batch, r, column, "bad_integer",
                            _("is no whole number from %" PRId64 " to %" PRId64), least, most);
    }
}

char hz_batch_delimiter(const struct hz_batch *batch)
{
    return batch->part->file->delimiter;
}

struct hz_text hz_batch_header(const struct hz_batch *batch)
{
    return batch->part->file->header;
}

struct hz_text hz_batch_keep(struct hz_batch *batch, struct hz_text text)
{
    return hz_arena_text(&batch->part->unescaped, text);
}

void hz_batch_pass(const struct hz_batch *batch, size_t row, struct hz_text more,
                   struct hz_buffer *out)
{
    const struct hz_text record = batch->record[row];
    hz_buffer_text(out, record);
    hz_buffer_text(out, more);
    hz_buffer_string(out, record.at[record.length] == '\r' ? "\r\n" : "\n");
}

/* The new text of a field of the file, or NULL: it stays. */
static const struct hz_text *better_of(const struct hz_reader_part *part, size_t field,
                                       const struct hz_text better[])
{
    for (size_t c = 0; hz_reader_columns(part->reader)[c].name; c++)
        if (better[c].at && part->file->field_of[c] == (int)field)
            return &better[c];
    return NULL;
}

void hz_batch_rewrite(const struct hz_batch *batch, size_t row, const struct hz_text better[],
                      struct hz_buffer *out)
{
    const struct hz_reader_file *file = batch->part->file;
    const struct hz_text record = batch->record[row];
    const char *at = record.at, *const end = at + record.length;
    const char *const newline = end + (*end == '\r');
    for (size_t field = 0; field < file->fields; field++) {
        struct hz_scan_field found;
        const char *stop = hz_scan_field(at, newline + 1, file->delimiter, &found);
        const struct hz_text *text = better_of(batch->part, field, better);
        if (field > 0)
            hz_buffer_char(out, file->delimiter);
        if (text)
            hz_scan_quote(*text, file->delimiter, out);
        else
            hz_buffer_append(out, at, (size_t)((stop < end ? stop : end) - at));
        at = stop + 1;
    }
    hz_buffer_append(out, end, (size_t)(newline + 1 - end));
}
