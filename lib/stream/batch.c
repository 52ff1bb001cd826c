/* batch.c: columns of a batch as typed values: see batch.h. */

#include "stream/batch.h"

#include "file/columns.h"
#include "file/forms.h"
#include "file/scan.h"
#include "stream/part.h"

#include <inttypes.h>

static const struct hz_forms *forms_of(const struct hz_batch *batch)
{
    return &batch->part->file->forms;
}

/* 1900-01-01, which programs write where they have no day. */
enum { FIRST_DAY = -25567 };

static void tell(struct hz_batch *batch, size_t row, int column, const char *code,
                 const char *sentence)
{
    if (!batch->rejected[row])
        hz_batch_find(batch, row, HZ_WARNED, column, batch->column[column][row], code, "%s",
                      sentence);
}

/* A date that is not in the usual form, or not a usual date. */
static hz_date look_at_date(struct hz_batch *batch, size_t row, int column, hz_date date,
                            hz_date absent, bool may_be_empty)
{
    struct hz_form_note note;
    if (date == HZ_NO_DATE) {
        const enum hz_form form =
            hz_form_date(batch->column[column][row], forms_of(batch), &date, &note);
        if (form == HZ_FORM_EMPTY && may_be_empty)
            return absent;
        if (form == HZ_FORM_TOLD)
            tell(batch, row, column, "time_of_day", note.text);
        else if (form != HZ_FORM_GOOD)
            hz_batch_reject(batch, row, column, "bad_date", "%s",
                            form == HZ_FORM_EMPTY ? _("is not a date (expected YYYY-MM-DD)")
                                                  : note.text);
    }
    if (date == FIRST_DAY)
        tell(batch, row, column, "placeholder_date", hz_form_placeholder_text());
    return date == HZ_NO_DATE ? absent : date;
}

void hz_batch_dates(struct hz_batch *batch, int column, hz_date value[])
{
    bool is_any_odd = false;
    hz_dates_parse(batch->column[column], batch->rows, value);
    for (size_t r = 0; r < batch->rows; r++)
        is_any_odd |= value[r] <= FIRST_DAY;
    for (size_t r = 0; r < batch->rows && is_any_odd; r++)
        if (value[r] <= FIRST_DAY)
            value[r] = look_at_date(batch, r, column, value[r], HZ_NO_DATE, false);
}

void hz_batch_dates_or(struct hz_batch *batch, int column, hz_date absent, hz_date value[])
{
    const struct hz_text *text = batch->column[column];
    if (text)
        hz_dates_parse(text, batch->rows, value);
    for (size_t r = 0; r < batch->rows; r++)
        if (!text || text[r].length == 0)
            value[r] = absent;
        else if (value[r] <= FIRST_DAY)
            value[r] = look_at_date(batch, r, column, value[r], absent, true);
}

/*
 * An amount in another form than the plain one; absent for an empty cell, which may be one or not.
 */
static hz_fen look_at_money(struct hz_batch *batch, size_t row, int column, hz_fen absent,
                            bool may_be_empty)
{
    struct hz_form_note note;
    hz_fen fen = absent;
    const struct hz_text text = batch->column[column][row];
    if (hz_forms_are_usual(forms_of(batch)) && hz_money_parse(text, &fen) == HZ_MONEY_GOOD)
        return fen;
    const enum hz_form form = hz_form_money(text, forms_of(batch), &fen, &note);
    if (form == HZ_FORM_BAD || (form == HZ_FORM_EMPTY && !may_be_empty))
        hz_batch_reject(batch, row, column, "bad_money", "%s",
                        form == HZ_FORM_EMPTY ? hz_money_fault_text(HZ_MONEY_EMPTY) : note.text);
    return fen;
}

/* The plain amounts; where a comma is the decimal sign, none is: 60.00 might be meant as 6000. */
static void parse_usual(const struct hz_batch *batch, int column, hz_fen value[])
{
    if (!forms_of(batch)->has_decimal_comma) {
        hz_money_parse_usual(batch->column[column], batch->rows, value);
        return;
    }
    for (size_t r = 0; r < batch->rows; r++)
        value[r] = HZ_MONEY_OTHER;
}

void hz_batch_fen(struct hz_batch *batch, int column, hz_fen value[])
{
    bool is_any_odd = false;
    parse_usual(batch, column, value);
    for (size_t r = 0; r < batch->rows; r++)
        is_any_odd |= value[r] == HZ_MONEY_OTHER;
    for (size_t r = 0; r < batch->rows && is_any_odd; r++)
        if (value[r] == HZ_MONEY_OTHER)
            value[r] = look_at_money(batch, r, column, 0, false);
}

void hz_batch_fen_positive(struct hz_batch *batch, int column, hz_fen value[])
{
    parse_usual(batch, column, value);
    for (size_t r = 0; r < batch->rows; r++) {
        if (value[r] != HZ_MONEY_OTHER)
            continue;
        value[r] = look_at_money(batch, r, column, 0, false);
        if (value[r] < 0)
            hz_batch_reject(batch, r, column, "negative_money", "%s",
                            hz_money_fault_text(HZ_MONEY_NEGATIVE));
    }
}

void hz_batch_fen_or(struct hz_batch *batch, int column, hz_fen absent, hz_fen value[])
{
    const struct hz_text *text = batch->column[column];
    if (text)
        parse_usual(batch, column, value);
    for (size_t r = 0; r < batch->rows; r++)
        if (!text || text[r].length == 0)
            value[r] = absent;
        else if (value[r] == HZ_MONEY_OTHER)
            value[r] = look_at_money(batch, r, column, absent, true);
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
    struct hz_form_note note;
    for (size_t r = 0; r < batch->rows; r++) {
        value[r] = absent;
        if (!text || text[r].length == 0)
            continue;
        const enum hz_form form = parse_integer(text[r], &value[r])
                                      ? HZ_FORM_GOOD
                                      : hz_form_integer(text[r], forms_of(batch), &value[r], &note);
        if (form == HZ_FORM_BAD || (form != HZ_FORM_EMPTY && (value[r] < least || value[r] > most)))
            hz_batch_reject(batch, r, column, "bad_integer",
                            _("is no whole number from %" PRId64 " to %" PRId64), least, most);
    }
}

void hz_batch_flags(struct hz_batch *batch, int column, bool value[])
{
    const struct hz_text *text = batch->column[column];
    for (size_t r = 0; r < batch->rows; r++) {
        value[r] = false;
        if (!text || text[r].length == 0 || (text[r].length == 1 && text[r].at[0] == '0'))
            continue; /* as nearly all are */
        if (hz_form_flag(text[r], forms_of(batch), &value[r]) == HZ_FORM_BAD)
            hz_batch_reject(batch, r, column, "bad_flag", "%s", hz_form_flag_text());
    }
}

bool hz_batch_is_plain(const struct hz_batch *batch, int column)
{
    return hz_form_are_plain(batch->column[column], batch->rows, forms_of(batch),
                             batch->part->has_high);
}

const struct hz_text *hz_batch_texts(struct hz_batch *batch, int column)
{
    if (!batch->column[column])
        return NULL;
    struct hz_text *text = batch->part->slice + (size_t)column * HZ_BATCH_ROWS;
    if (hz_batch_is_plain(batch, column))
        return text;
    for (size_t r = 0; r < batch->rows; r++) {
        text[r] = hz_form_text(text[r], forms_of(batch), &batch->part->unescaped);
        if (hz_form_is_short(text[r]))
            hz_batch_reject(batch, r, column, "code_short", "%s", hz_form_short_text());
    }
    return text;
}

const struct hz_forms *hz_batch_forms(const struct hz_batch *batch)
{
    return forms_of(batch);
}

bool hz_batch_has_required(const struct hz_batch *batch, size_t row)
{
    const struct hz_column *column = hz_reader_columns(batch->part->reader);
    for (size_t c = 0; column[c].name; c++) {
        const struct hz_text text = batch->column[c] ? batch->column[c][row] : hz_text_of(NULL);
        if ((!column[c].is_optional || column[c].is_personal) && text.length > 0 &&
            !hz_form_is_total(text))
            return true;
    }
    return false;
}

int hz_batch_required(const struct hz_batch *batch)
{
    const struct hz_column *column = hz_reader_columns(batch->part->reader);
    for (int c = 0; column[c].name; c++)
        if (!column[c].is_optional)
            return c;
    return -1;
}

uint64_t hz_batch_has(const struct hz_batch *batch)
{
    const struct hz_column *column = hz_reader_columns(batch->part->reader);
    uint64_t has = 0;
    for (int c = 0; column[c].name; c++)
        has |= batch->column[c] ? HZ_BATCH_COLUMN(c) : 0;
    return has;
}

char hz_batch_delimiter(const struct hz_batch *batch)
{
    return batch->part->file->delimiter;
}

const struct hz_reader_file *hz_batch_file(const struct hz_batch *batch)
{
    return batch->part->file;
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
    hz_buffer_char(out, '\n');
    if (batch->end)
        batch->end[row] = out->length;
}

void hz_batch_pass_all(const struct hz_batch *batch, size_t from, size_t to, struct hz_buffer *out)
{
    for (size_t next; from < to; from = next) {
        const char *end = batch->record[from].at + batch->record[from].length;
        for (next = from + 1; next < to && batch->record[next].at == end + 1; next++)
            end += 1 + batch->record[next].length;
        hz_buffer_append(out, batch->record[from].at, (size_t)(end - batch->record[from].at));
        hz_buffer_char(out, '\n');
    }
}

const char *hz_batch_field(const struct hz_batch *batch, size_t row, size_t field, const char *at,
                           struct hz_scan_field *found)
{
    const struct hz_reader_part *part = batch->part;
    const struct hz_text record = batch->record[row];
    const char *const end = record.at + record.length;
    if (!part->ends)
        return hz_scan_field(at, end + (*end == '\r') + 1, part->file->delimiter, found);
    const char *stop = part->ends_from + part->ends[row * part->file->fields + field];
    *found = (struct hz_scan_field){.text = {at, (size_t)((stop < end ? stop : end) - at)}};
    return stop;
}

bool hz_batch_cells(const struct hz_batch *batch, size_t field, struct hz_text cell[])
{
    return hz_part_cells(batch->part, batch->rows, field, cell);
}

void hz_batch_rewrite(const struct hz_batch *batch, size_t row, const struct hz_text better[],
                      struct hz_buffer *out)
{
    const struct hz_reader_part *part = batch->part;
    const struct hz_reader_file *file = part->file;
    const struct hz_text record = batch->record[row];
    const char *at = record.at, *kept = at, *const end = at + record.length;
    const uint32_t *ends = part->ends ? part->ends + row * file->fields : NULL;
    for (size_t field = 0; field < file->fields; field++) {
        const int column = file->column_of[field];
        const bool is_changed = column >= 0 && better[column].at;
        struct hz_scan_field found;
        if (ends && !is_changed)
            continue;
        if (ends && field > 0)
            at = part->ends_from + ends[field - 1] + 1;
        const char *stop = hz_batch_field(batch, row, field, at, &found);
        if (is_changed) {
            hz_buffer_append(out, kept, (size_t)(at - kept));
            hz_scan_quote(better[column], file->delimiter, out);
            kept = stop < end ? stop : end;
        }
        at = stop + 1;
    }
    hz_buffer_append(out, kept, (size_t)(end - kept));
    hz_buffer_char(out, '\n');
}
