/* batch.c: columns of a batch as typed values: see batch.h. */

#include "stream/batch.h"

#include <inttypes.h>

static void reject_date(struct hz_batch *batch, size_t row, int column)
{
    hz_batch_reject(batch, row, column, "bad_date", _("is not a date (want YYYY-MM-DD)"));
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

void hz_batch_fen_positive(struct hz_batch *batch, int column, hz_fen value[])
{
    const struct hz_text *text = batch->column[column];
    hz_money_parse_usual(text, batch->rows, value);
    for (size_t r = 0; r < batch->rows; r++) {
        if (value[r] != HZ_MONEY_OTHER)
            continue;
        enum hz_money_fault fault = hz_money_parse_positive(text[r], &value[r]);
        if (fault != HZ_MONEY_GOOD)
            reject_money(batch, r, column, fault);
    }
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
