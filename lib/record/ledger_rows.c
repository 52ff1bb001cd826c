/* ledger_rows.c: see ledger_rows.h. */

#include "record/ledger_rows.h"

static const char *const group_names[HZ_LEDGER_PERIOD] = {"province", "office", "plan"};

void hz_ledger_columns(struct hz_column column[])
{
    column[0] = (struct hz_column){.name = "plan"};
    column[1] = (struct hz_column){.name = "office"};
    column[2] = (struct hz_column){.name = "province", .is_optional = true};
}

void hz_ledger_texts(struct hz_batch *batch, int plan)
{
    for (int column = plan; column < plan + HZ_LEDGER_PERIOD; column++)
        hz_batch_texts(batch, column);
}

void hz_ledger_key(const struct hz_batch *batch, int plan, size_t row, struct hz_key key[])
{
    key[HZ_LEDGER_PLAN].text = batch->column[plan][row];
    key[HZ_LEDGER_OFFICE].text = batch->column[plan + 1][row];
    key[HZ_LEDGER_PROVINCE].text = hz_ledger_province(batch, plan, row);
}

void hz_ledger_gather(const struct hz_batch *batch, int plan, struct hz_text province[],
                      struct hz_gather *gather)
{
    for (size_t r = 0; r < batch->rows; r++)
        province[r] = hz_ledger_province(batch, plan, r);
    hz_gather_text(gather, HZ_LEDGER_PROVINCE, province);
    hz_gather_text(gather, HZ_LEDGER_OFFICE, batch->column[plan + 1]);
    hz_gather_text(gather, HZ_LEDGER_PLAN, batch->column[plan]);
}

void hz_ledger_layout(struct hz_tally_layout *layout)
{
    for (size_t k = 0; k < HZ_LEDGER_PERIOD; k++)
        hz_tally_key(layout, group_names[k], HZ_KEY_TEXT);
    hz_tally_key(layout, "period", HZ_KEY_INTEGER);
}

void hz_ledger_head(struct hz_table *table)
{
    for (size_t k = 0; k < HZ_LEDGER_PERIOD; k++)
        hz_table_column(table, group_names[k]);
    hz_table_column(table, "period");
    hz_table_column(table, "item");
    hz_table_column(table, "amount");
}

void hz_ledger_lines(const struct hz_ledger_fold *fold, const struct hz_key key[], int first,
                     int last, const hz_sum value[], struct hz_table *table)
{
    char label[HZ_FISCAL_TEXT];
    hz_fiscal_format((hz_period)key[HZ_LEDGER_PERIOD].integer, fold->grain, fold->shift, label);
    for (int line = first; line < last; line++) {
        if (value[line - first] == 0)
            continue;
        for (size_t k = 0; k < HZ_LEDGER_PERIOD; k++)
            hz_table_text(table, key[k].text);
        hz_table_string(table, label);
        hz_table_string(table, hz_ledger_items[line].name);
        if (hz_ledger_items[line].is_money)
            hz_table_money(table, value[line - first]);
        else
            hz_table_integer(table, value[line - first]);
        hz_table_end_row(table);
    }
}
