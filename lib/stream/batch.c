/* batch.c: columns of a batch as typed values: see batch.h. */

#include "stream/batch.h"

void hz_batch_dates(struct hz_batch *batch, int column, hz_date value[])
{
    const struct hz_text *text = batch->column[column];
    for (size_t r = 0; r < batch->rows; r++)
        if (!hz_date_parse(text[r], &value[r]))
            hz_batch_reject(batch, r, column, "bad_date", _("is not a date (want YYYY-MM-DD)"));
}

void hz_batch_dates_or(struct hz_batch *batch, int column, hz_date absent, hz_date value[])
{
    const struct hz_text *text = batch->column[column];
    for (size_t r = 0; r < batch->rows; r++) {
        value[r] = absent;
        if (text && text[r].length > 0 && !hz_date_parse(text[r], &value[r]))
            hz_batch_reject(batch, r, column, "bad_date", _("is not a date (want YYYY-MM-DD)"));
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
    for (size_t r = 0; r < batch->rows; r++) {
        enum hz_money_fault fault = hz_money_parse_positive(text[r], &value[r]);
        if (fault != HZ_MONEY_GOOD)
            reject_money(batch, r, column, fault);
    }
}

void hz_batch_fen_or(struct hz_batch *batch, int column, hz_fen absent, hz_fen value[])
{
    const struct hz_text *text = batch->column[column];
    for (size_t r = 0; r < batch->rows; r++) {
        value[r] = absent;
        if (!text || text[r].length == 0)
            continue;
        enum hz_money_fault fault = hz_money_parse(text[r], &value[r]);
        if (fault != HZ_MONEY_GOOD)
            reject_money(batch, r, column, fault);
    }
}
