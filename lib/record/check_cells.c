/* check_cells.c: cells of records read with their repairs: see check.h. */

#include "record/check.h"

#include "plan/benefit.h"
#include "record/repair.h"

struct hz_text hz_cell_raw(const struct hz_check_cell *cell, int column)
{
    const struct hz_text *text = cell->batch->column[column];
    return text ? text[cell->row] : (struct hz_text){0};
}

/* Tells of a form that can be repaired: put right, or refused with what to do. */
static bool repair(const struct hz_check_cell *cell, int column, const char *code,
                   const char *better)
{
    struct hz_batch *batch = cell->batch;
    const struct hz_text raw = hz_cell_raw(cell, column);
    const bool fixes = cell->settings->fixes;
    const enum hz_finding severity = fixes ? HZ_FIXED : HZ_REJECTED;
    if (hz_batch_is_personal(batch, column))
        hz_batch_find(batch, cell->row, severity, column, raw, code, "%s",
                      fixes ? _("is in the usual form now")
                            : _("is not in the usual form: --fix puts it right"));
    else
        hz_batch_find(batch, cell->row, severity, column, raw, code,
                      fixes ? _("is now %s") : _("should be %s: --fix does that"), better);
    if (!fixes)
        return false;
    cell->repaired->text[column] = hz_batch_keep(batch, hz_text_of(better));
    cell->repaired->any = true;
    return true;
}

hz_date hz_cell_date(const struct hz_check_cell *cell, int column)
{
    const struct hz_text raw = hz_cell_raw(cell, column);
    hz_date date;
    char better[HZ_DATE_TEXT];
    if (hz_date_parse(raw, &date))
        return date;
    if (raw.length == 0)
        return HZ_NO_DATE;
    if (hz_repair_date(raw, &date)) {
        hz_date_format(date, better);
        return repair(cell, column, "date_form", better) ? date : HZ_NO_DATE;
    }
    hz_batch_find(cell->batch, cell->row, HZ_REJECTED, column, raw, "bad_date",
                  _("is not a date (expected YYYY-MM-DD)"));
    return HZ_NO_DATE;
}

hz_fen hz_cell_money(const struct hz_check_cell *cell, int column, bool may_be_negative)
{
    const struct hz_text raw = hz_cell_raw(cell, column);
    hz_fen fen;
    char better[HZ_SUM_TEXT];
    if (raw.length == 0)
        return HZ_NO_AMOUNT;
    enum hz_money_fault fault =
        may_be_negative ? hz_money_parse(raw, &fen) : hz_money_parse_positive(raw, &fen);
    if (fault == HZ_MONEY_GOOD)
        return fen;
    if (fault == HZ_MONEY_NOT_A_NUMBER && hz_repair_money(raw, &fen) &&
        (fen >= 0 || may_be_negative)) {
        hz_money_format(fen, better);
        return repair(cell, column, "money_form", better) ? fen : HZ_NO_AMOUNT;
    }
    hz_batch_find(cell->batch, cell->row, HZ_REJECTED, column, raw,
                  fault == HZ_MONEY_NEGATIVE ? "negative_money" : "bad_money", "%s",
                  hz_money_fault_text(fault));
    return HZ_NO_AMOUNT;
}

int64_t hz_cell_integer(const struct hz_check_cell *cell, int column, int64_t absent)
{
    struct hz_text text = hz_cell_code(cell, column);
    int64_t number = 0;
    if (text.length == 0)
        return absent;
    for (size_t i = 0; i < text.length; i++) {
        if (hz_digit(text.at[i]) > 9 || text.length > 9) {
            hz_batch_find(cell->batch, cell->row, HZ_REJECTED, column, hz_cell_raw(cell, column),
                          "bad_integer", _("is no whole number of 0 or more"));
            return absent;
        }
        number = 10 * number + (int64_t)hz_digit(text.at[i]);
    }
    return number;
}

static bool is_plain(struct hz_text text)
{
    bool plain = true;
    for (size_t i = 0; i < text.length; i++)
        plain &= (unsigned char)text.at[i] > ' ' && (unsigned char)text.at[i] < 0x80;
    return plain;
}

struct hz_text hz_cell_code(const struct hz_check_cell *cell, int column)
{
    const struct hz_text raw = hz_cell_raw(cell, column);
    char better[HZ_REPAIR_TEXT];
    if (is_plain(raw))
        return raw;
    if (cell->repaired->text[column].at)
        return cell->repaired->text[column];
    size_t length = hz_repair_code(raw, better);
    if (length == 0 || hz_text_equal(raw, (struct hz_text){better, length}))
        return raw;
    if (strpbrk(better, ",\"\t\r\n") || !repair(cell, column, "code_form", better))
        return raw;
    return cell->repaired->text[column];
}

struct hz_text hz_cell_text(const struct hz_check_cell *cell, int column)
{
    const struct hz_text raw = hz_cell_raw(cell, column), trimmed = hz_text_trim(raw);
    if (raw.length == trimmed.length)
        return raw;
    char better[256];
    if (trimmed.length >= sizeof better)
        return raw;
    memcpy(better, trimmed.at, trimmed.length);
    better[trimmed.length] = '\0';
    if (strpbrk(better, ",\"\t\r\n") || !repair(cell, column, "blanks", better))
        return raw;
    return trimmed;
}

static bool is_total(struct hz_text text)
{
    static const char *const totals[] = {"合计", "总计", "小计", "共计", "total", "Total", "TOTAL"};
    text = hz_text_trim(text);
    for (size_t t = 0; t < HZ_COUNT(totals); t++) {
        size_t length = strlen(totals[t]);
        if (text.length >= length && memcmp(text.at, totals[t], length) == 0)
            return true;
    }
    return false;
}

/* The first field of a row that is not empty. */
static struct hz_text first_text(struct hz_text record, char delimiter)
{
    while (record.length > 0 && (record.at[0] == delimiter || record.at[0] == ' ')) {
        record.at++;
        record.length--;
    }
    const char *end = memchr(record.at, delimiter, record.length);
    return (struct hz_text){record.at, end ? (size_t)(end - record.at) : record.length};
}

static bool drop(const struct hz_check_cell *cell, const char *code, const char *what)
{
    const struct hz_text none = {0};
    struct hz_batch *batch = cell->batch;
    if (!cell->settings->fixes) {
        hz_batch_find(batch, cell->row, HZ_REJECTED, HZ_WHOLE_ROW, none, code,
                      _("%s: --fix leaves it out"), what);
        return true;
    }
    hz_batch_find(batch, cell->row, HZ_FIXED, HZ_WHOLE_ROW, none, code, _("%s: left out"), what);
    hz_batch_leave_out(batch, cell->row);
    return true;
}

/* True, and told, if the row is no record: a header again, a total, blank cells only. */
static bool is_no_record(const struct hz_check_cell *cell)
{
    const struct hz_text record = cell->batch->record[cell->row];
    const struct hz_text first = first_text(record, hz_batch_delimiter(cell->batch));
    if (first.length == 0)
        return drop(cell, "blank_row", _("a row of empty cells"));
    if (hz_text_equal(record, hz_batch_header(cell->batch)))
        return drop(cell, "repeated_header", _("the header once more"));
    if (is_total(first))
        return drop(cell, "total_row", _("a row of totals, not a record"));
    return false;
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

void hz_check_rows(struct hz_batch *batch, const struct hz_check_settings *settings, void *rows,
                   size_t size, void (*check)(const struct hz_check_cell *cell, void *row))
{
    struct hz_repaired repaired = {0};
    memset(rows, 0, batch->rows * size);
    for (size_t r = 0; r < batch->rows; r++) {
        const struct hz_check_cell cell = {batch, r, settings, &repaired};
        void *row = (char *)rows + r * size;
        if (batch->rejected[r] || is_no_record(&cell))
            continue;
        check(&cell, row);
        if (!repaired.any)
            continue;
        const struct hz_text edited = edited_row(batch, r, &repaired);
        memcpy(row, &edited, sizeof edited);
        repaired = (struct hz_repaired){0};
    }
}

void hz_check_pass(const struct hz_batch *batch, size_t row, struct hz_text edited,
                   struct hz_buffer *out)
{
    if (edited.length > 0)
        hz_buffer_text(out, edited);
    else
        hz_batch_pass(batch, row, (struct hz_text){0}, out);
}
