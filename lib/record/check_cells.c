/* check_cells.c: cells of records read with their repairs: see check.h. */

#include "record/check.h"

#include "file/forms.h"
#include "file/scan.h"
#include "plan/benefit.h"
#include "record/repair.h"

#include <inttypes.h>

/* Tells of a form that can be repaired: put right, or refused with what to do; `aside`: and how. */
static bool repair(const struct hz_check_cell *cell, int column, const char *code,
                   struct hz_text better, const char *aside)
{
    struct hz_batch *batch = cell->batch;
    const struct hz_text raw = hz_cell_raw(cell, column);
    const bool fixes = cell->settings->fixes;
    const enum hz_finding severity = fixes ? HZ_FIXED : HZ_REJECTED;
    if (hz_batch_is_personal(batch, column))
        hz_batch_find(batch, cell->row, severity, column, raw, code, "%s%s",
                      fixes ? _("is in the usual form now")
                            : _("is not in the usual form: --fix puts it right"),
                      aside);
    else
        hz_batch_find(batch, cell->row, severity, column, raw, code,
                      fixes ? _("is now %.*s%s") : _("should be %.*s: --fix does that%s"),
                      HZ_TEXT_ARGS(better), aside);
    if (!fixes)
        return false;
    cell->repaired->text[column] = hz_batch_keep(batch, better);
    cell->repaired->any = true;
    return true;
}

static void refuse(const struct hz_check_cell *cell, int column, const char *code,
                   const char *sentence)
{
    hz_batch_find(cell->batch, cell->row, HZ_REJECTED, column, hz_cell_raw(cell, column), code,
                  "%s", sentence);
}

static bool is_digits(struct hz_text text)
{
    text = hz_text_trim(text);
    return text.length > 0 && text.length < 8 && hz_digit(text.at[0]) <= 9 &&
           !memchr(text.at, '-', text.length) && !memchr(text.at, '/', text.length);
}

/* What a repair says beside the day: by which system a workbook's serial was read, and the time. */
static const char *aside_of(const struct hz_forms *forms, struct hz_text raw, enum hz_form form)
{
    if (form == HZ_FORM_TOLD)
        return _(", without its time of day");
    if (!is_digits(raw))
        return "";
    return forms->date_system == HZ_DATE_SYSTEM_1904 ? _(", by the 1904 date system")
                                                     : _(", by the 1900 date system");
}

/* Has a column of dates read at once, if there is room; or of amounts. */
static void read_dates(const struct hz_check_cell *cell, int column)
{
    struct hz_check_columns *columns = cell->columns;
    if (columns->place[column] > 0 || columns->dates == HZ_CHECK_DATES)
        return;
    hz_dates_parse(cell->batch->column[column], cell->batch->rows, columns->date[columns->dates]);
    columns->place[column] = (unsigned char)++columns->dates;
}

static void read_amounts(const struct hz_check_cell *cell, int column)
{
    struct hz_check_columns *columns = cell->columns;
    if (columns->place[column] > 0 || columns->amounts == HZ_CHECK_AMOUNTS ||
        !hz_forms_are_usual(hz_batch_forms(cell->batch)))
        return;
    hz_money_parse_usual(cell->batch->column[column], cell->batch->rows,
                         columns->fen[columns->amounts]);
    columns->place[column] = (unsigned char)++columns->amounts;
}

hz_date hz_cell_date_of(const struct hz_check_cell *cell, int column, struct hz_text raw)
{
    const struct hz_forms *forms = hz_batch_forms(cell->batch);
    struct hz_form_note note;
    hz_date date;
    char better[HZ_DATE_TEXT];
    read_dates(cell, column);
    if (!hz_date_parse(raw, &date)) {
        const enum hz_form form = hz_form_date(raw, forms, &date, &note);
        if (form == HZ_FORM_EMPTY)
            return HZ_NO_DATE;
        if (form == HZ_FORM_BAD) {
            refuse(cell, column, "bad_date", note.text);
            return HZ_NO_DATE;
        }
        hz_date_format(date, better);
        if (!repair(cell, column, "date_form", hz_text_of(better), aside_of(forms, raw, form)))
            return HZ_NO_DATE;
    }
    if (hz_form_is_placeholder(date))
        hz_cell_find(cell, HZ_WARNED, column, "placeholder_date", hz_form_placeholder_text());
    return date;
}

hz_fen hz_cell_money_of(const struct hz_check_cell *cell, int column, struct hz_text raw,
                        bool may_be_negative)
{
    struct hz_form_note note;
    hz_fen fen = HZ_NO_AMOUNT;
    char better[HZ_SUM_TEXT];
    read_amounts(cell, column);
    const bool is_plain = hz_forms_are_usual(hz_batch_forms(cell->batch)) &&
                          hz_money_parse(raw, &fen) == HZ_MONEY_GOOD;
    const enum hz_form form =
        is_plain ? HZ_FORM_GOOD : hz_form_money(raw, hz_batch_forms(cell->batch), &fen, &note);
    if (form == HZ_FORM_EMPTY)
        return HZ_NO_AMOUNT;
    if (form == HZ_FORM_BAD || (fen < 0 && !may_be_negative)) {
        refuse(cell, column, form == HZ_FORM_BAD ? "bad_money" : "negative_money",
               form == HZ_FORM_BAD ? note.text : hz_money_fault_text(HZ_MONEY_NEGATIVE));
        return HZ_NO_AMOUNT;
    }
    if (is_plain)
        return fen;
    hz_money_format(fen, better);
    if (!repair(cell, column, "money_form", hz_text_of(better), ""))
        return HZ_NO_AMOUNT;
    return fen;
}

/* At most nine digits, as nearly all are. */
static bool plain_integer(struct hz_text text, int64_t *number)
{
    int64_t value = 0;
    if (text.length > 9)
        return false;
    for (size_t i = 0; i < text.length; i++) {
        if (hz_digit(text.at[i]) > 9)
            return false;
        value = 10 * value + (int64_t)hz_digit(text.at[i]);
    }
    *number = value;
    return true;
}

int64_t hz_cell_integer_of(const struct hz_check_cell *cell, int column, struct hz_text raw,
                           int64_t absent, int64_t least, int64_t most)
{
    struct hz_form_note note;
    int64_t number = absent;
    char better[HZ_SUM_TEXT];
    const bool is_plain = plain_integer(raw, &number);
    const enum hz_form form =
        is_plain ? HZ_FORM_GOOD : hz_form_integer(raw, hz_batch_forms(cell->batch), &number, &note);
    if (form == HZ_FORM_EMPTY)
        return absent;
    if (form == HZ_FORM_BAD || number < least || number > most) {
        hz_batch_find(cell->batch, cell->row, HZ_REJECTED, column, raw, "bad_integer",
                      _("is no whole number from %" PRId64 " to %" PRId64), least, most);
        return absent;
    }
    if (is_plain)
        return number;
    const struct hz_text written = {better, hz_sum_format(number, better)};
    return repair(cell, column, "number_form", written, "") ? number : absent;
}

bool hz_cell_flag(const struct hz_check_cell *cell, int column)
{
    const struct hz_text raw = hz_cell_raw(cell, column);
    bool is_set = false;
    if (raw.length == 0 || (raw.length == 1 && (raw.at[0] == '0' || raw.at[0] == '1')))
        return raw.length > 0 && raw.at[0] == '1'; /* as nearly all are */
    const enum hz_form form = hz_form_flag(raw, hz_batch_forms(cell->batch), &is_set);
    if (form == HZ_FORM_BAD)
        refuse(cell, column, "bad_flag", hz_form_flag_text());
    else if (form == HZ_FORM_GOOD && cell->settings->fixes) /* all commands read it as it is */
        repair(cell, column, "flag_form", hz_text_of(is_set ? "1" : "0"), "");
    return is_set;
}

/* The text, or its better form, put right or refused. */
static struct hz_text better_text(const struct hz_check_cell *cell, int column, const char *code,
                                  struct hz_text better)
{
    const struct hz_text raw = hz_cell_raw(cell, column);
    if (hz_text_equal(raw, better) || better.length == 0)
        return better;
    if (cell->repaired->text[column].at)
        return cell->repaired->text[column];
    return repair(cell, column, code, better, "") ? cell->repaired->text[column] : raw;
}

static bool is_plain(const struct hz_check_cell *cell, int column)
{
    struct hz_check_columns *columns = cell->columns;
    const uint64_t own = HZ_BATCH_COLUMN(column);
    if (!(columns->looked & own)) {
        columns->looked |= own;
        columns->plain |= hz_batch_is_plain(cell->batch, column) ? own : 0;
    }
    return columns->plain & own;
}

struct hz_text hz_cell_code_of(const struct hz_check_cell *cell, int column, struct hz_text raw)
{
    struct hz_arena room = {0};
    if (is_plain(cell, column))
        return raw;
    if (hz_form_is_short(raw)) {
        refuse(cell, column, "code_short", hz_form_short_text());
        return raw;
    }
    struct hz_text better = hz_form_text(raw, hz_batch_forms(cell->batch), &room);
    if (better.at == raw.at && better.length == raw.length)
        return raw;
    better = better_text(cell, column, "code_form", better);
    hz_arena_free(&room);
    return better;
}

struct hz_text hz_cell_card(const struct hz_check_cell *cell, int column)
{
    const struct hz_text raw = hz_cell_raw(cell, column);
    char better[HZ_REPAIR_TEXT];
    if (hz_form_is_empty(raw, hz_batch_forms(cell->batch)))
        return (struct hz_text){raw.at, 0};
    const size_t length = hz_repair_card(raw, better);
    if (length == 0)
        return raw;
    const struct hz_text taken =
        better_text(cell, column, "code_form", (struct hz_text){better, length});
    return taken.at == better ? raw : taken;
}

/*
 * A word for a sum, and beside it nothing but numbers: what has a key or a day of its own is a
 * record.
 */
static bool is_total_row(const struct hz_check_cell *cell)
{
    if (hz_batch_has_required(cell->batch, cell->row))
        return false;
    const struct hz_forms *forms = hz_batch_forms(cell->batch);
    const struct hz_text record = cell->batch->record[cell->row];
    const char *at = record.at, *const end = at + record.length;
    const char *const newline = end + (*end == '\r');
    bool has_word = false;
    while (at <= newline) {
        struct hz_scan_field field;
        char plain[HZ_FORM_NUMBER];
        struct hz_form_note note;
        const char *stop = hz_scan_field(at, newline + 1, hz_batch_delimiter(cell->batch), &field);
        if (!stop)
            return false;
        const bool is_word = hz_form_is_total(field.text);
        has_word |= is_word;
        if (!is_word && hz_form_number(field.text, forms, plain, &note) == HZ_FORM_BAD)
            return false;
        at = stop + 1;
    }
    return has_word;
}

/* True, and told, if the row is no record: a total, a header again, blank cells only. */
static bool is_no_record(const struct hz_check_cell *cell)
{
    const struct hz_text none = {0};
    struct hz_batch *batch = cell->batch;
    if (hz_batch_set_aside(batch, cell->row))
        return true;
    if (!is_total_row(cell))
        return false;
    if (!cell->settings->fixes) {
        hz_batch_find(batch, cell->row, HZ_REJECTED, HZ_WHOLE_ROW, none, "total_row",
                      _("a row of totals, not a record: --fix leaves it out"));
        return true;
    }
    hz_batch_find(batch, cell->row, HZ_FIXED, HZ_WHOLE_ROW, none, "total_row",
                  _("a row of totals, not a record: left out"));
    hz_batch_leave_out(batch, cell->row);
    return true;
}

/* The row with its repairs; empty if there are none. Lives as long as the part. */
static struct hz_text edited_row(struct hz_batch *batch, size_t row,
                                 const struct hz_repaired *repaired)
{
    struct hz_buffer line = {0};
    if (!repaired->any || batch->rejected[row])
        return (struct hz_text){0};
    hz_batch_rewrite(batch, row, repaired->text, &line);
    const struct hz_text edited = hz_batch_keep(batch, (struct hz_text){line.at, line.length});
    hz_buffer_free(&line);
    return edited;
}

void hz_cell_find(const struct hz_check_cell *cell, enum hz_finding severity, int column,
                  const char *code, const char *sentence)
{
    hz_batch_find(cell->batch, cell->row, severity, column, hz_cell_raw(cell, column), code, "%s",
                  sentence);
}

/* A day stands where one must be: no header, no total and no blank row has that. */
static bool is_record(const struct hz_batch *batch, size_t row, int required)
{
    const struct hz_text *text = required < 0 ? NULL : &batch->column[required][row];
    return text && text->length > 0 && hz_digit(text->at[0]) <= 9;
}

static void begin(struct hz_check_columns *columns, const struct hz_batch *batch)
{
    columns->has = hz_batch_has(batch);
    columns->plain = columns->looked = 0;
    columns->dates = columns->amounts = 0;
    memset(columns->place, 0, sizeof columns->place);
}

void hz_check_rows(struct hz_batch *batch, const struct hz_check_settings *settings, void *rows,
                   size_t size, void (*check)(const struct hz_check_cell *cell, void *row))
{
    struct hz_repaired repaired = {0};
    const int required = hz_batch_required(batch);
    struct hz_check_columns columns;
    begin(&columns, batch);
    memset(rows, 0, batch->rows * size);
    for (size_t r = 0; r < batch->rows; r++) {
        const struct hz_check_cell cell = {batch, r, settings, &repaired, &columns};
        void *row = (char *)rows + r * size;
        if (batch->rejected[r] || (!is_record(batch, r, required) && is_no_record(&cell)))
            continue;
        check(&cell, row);
        if (!repaired.any)
            continue;
        const struct hz_text edited = edited_row(batch, r, &repaired);
        memcpy(row, &edited, sizeof edited);
        repaired = (struct hz_repaired){0};
    }
}

void hz_check_pass(struct hz_check_passed *passed, size_t row, struct hz_text edited)
{
    const struct hz_batch *batch = passed->batch;
    hz_batch_pass_all(batch, passed->next, row, passed->out);
    if (row < batch->rows && !batch->rejected[row])
        hz_buffer_text(passed->out, edited);
    passed->next = row + 1;
}
