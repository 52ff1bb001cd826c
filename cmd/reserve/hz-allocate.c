/* hz-allocate: a total shared out to offices by a key (准备金分摊). */

#include "common/command.h"
#include "reserve/allocate_table.h"

static struct hz_allocate_order order;

static const struct hz_option options[] = {
    HZ_TEXT('t', "total", &order.total, "AMOUNT", "what is shared out, in yuan",
            .is_required = true),
    HZ_TEXT('k', "key", &order.key, "COLUMN", "the column that it goes by: ibnr, latest, exposure",
            .is_required = true),
    HZ_TEXT('m', "method", &order.method, "METHOD", "only the rows of this method"),
    HZ_END,
};

static bool run(const struct hz_sheet *in, struct hz_table *out, struct hz_error *err)
{
    return hz_allocate_table(&order, in, out, err);
}

const struct hz_command hz_command = {
    .name = "hz-allocate",
    .summary = "share a total out to the rows of a table, to the fen",
    .operands = "[FILE]",
    .options = options,
    .kind = HZ_COMMAND_TABLE,
    .table = run,
};
