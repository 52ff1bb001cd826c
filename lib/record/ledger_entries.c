/*
 * ledger_entries.c: the ledger of what neither members' nor claims' records tell: entries of the
 * books, with their dates; see ledger_fold.h.
 */

#include "record/ledger_rows.h"

enum { DATE, ITEM, AMOUNT, PLAN, OFFICE, PROVINCE, END_OF_LIST };
enum { FIRST = HZ_LEDGER_CLAIM_LINES, LINES = HZ_LEDGER_LINES - FIRST };

/* The line of an item, by its name or in Chinese; LINES: none. */
static int line_of(struct hz_text item)
{
    static const char *const chinese[LINES] = {"捐赠", "补助", "事业发展支出", "专项资金收入",
                                               "专项资金支出"};
    int line = 0;
    while (line < LINES && !hz_text_equal(item, hz_text_of(hz_ledger_items[FIRST + line].name)) &&
           !hz_text_equal(item, hz_text_of(chinese[line])))
        line++;
    return line;
}

/* Without an office an entry is of the fund as a whole. */
static void key_of(const struct hz_batch *batch, size_t r, struct hz_key key[])
{
    const struct hz_text none = {"", 0};
    const struct hz_text *plan = batch->column[PLAN], *office = batch->column[OFFICE];
    const struct hz_text *province = batch->column[PROVINCE];
    key[HZ_LEDGER_PLAN].text = plan ? plan[r] : none;
    key[HZ_LEDGER_OFFICE].text = office ? office[r] : none;
    key[HZ_LEDGER_PROVINCE].text =
        province ? province[r] : hz_ledger_province_of(key[HZ_LEDGER_OFFICE].text);
}

static void absorb(struct hz_tally *tally, struct hz_batch *batch, const void *settings)
{
    const struct hz_ledger_fold *fold = settings;
    hz_date date[HZ_BATCH_ROWS];
    hz_fen amount[HZ_BATCH_ROWS];
    struct hz_key key[HZ_TALLY_KEYS];
    hz_batch_dates(batch, DATE, date);
    hz_batch_fen(batch, AMOUNT, amount);
    hz_ledger_texts(batch, PLAN);
    for (size_t r = 0; r < batch->rows; r++) {
        if (batch->rejected[r])
            continue;
        const int line = line_of(hz_text_trim(batch->column[ITEM][r]));
        hz_sum value[LINES] = {0};
        if (line == LINES) {
            hz_batch_reject(batch, r, ITEM, "bad_item",
                            _("is no item of the books: expected donations, subsidies, "
                              "development_spent, disaster_received or disaster_spent"));
            continue;
        }
        key[HZ_LEDGER_PERIOD].integer = hz_fiscal_of(date[r], fold->grain, fold->shift);
        if (key[HZ_LEDGER_PERIOD].integer < fold->first ||
            key[HZ_LEDGER_PERIOD].integer > fold->last) {
            hz_batch_leave_out(batch, r);
            continue;
        }
        key_of(batch, r, key);
        value[line] = amount[r];
        hz_tally_add(tally, key, value);
    }
}

static bool finish(struct hz_tally *tally, const void *settings, struct hz_table *table,
                   struct hz_error *err)
{
    (void)err;
    hz_ledger_head(table);
    hz_tally_sort(tally);
    for (size_t i = 0; i < hz_tally_size(tally); i++) {
        const struct hz_tally_row row = hz_tally_row(tally, i);
        hz_ledger_lines(settings, row.key, FIRST, HZ_LEDGER_LINES, row.value, table);
    }
    return true;
}

void hz_ledger_entries(struct hz_ledger_fold *settings, struct hz_fold *fold)
{
    static const char *const names[] = {"date", "item", "amount", "plan", "office", "province"};
    for (int c = DATE; c < END_OF_LIST; c++)
        settings->column[c] = (struct hz_column){.name = names[c], .is_optional = c >= PLAN};
    settings->column[END_OF_LIST] = (struct hz_column){0};
    *fold = (struct hz_fold){
        .columns = settings->column, .settings = settings, .absorb = absorb, .finish = finish};
    hz_ledger_layout(&fold->layout);
    for (int line = FIRST; line < HZ_LEDGER_LINES; line++)
        hz_tally_value(&fold->layout, hz_ledger_items[line].name, HZ_VALUE_SUM);
}
