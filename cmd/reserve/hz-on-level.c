/* hz-on-level: exposures at today's price and level (费率还原). */

#include "common/command.h"
#include "triangle/on_level_table.h"

static struct hz_on_level_order opt = {.term = 12};

static const struct hz_option options[] = {
    HZ_TEXT(0, "rates", &opt.rates, "FILE", "table with the date and change of each price"),
    HZ_NUMBER(0, "term", &opt.term, "MONTHS", 0, 1200,
              "how long cover lasts; 0: changes hold for all at once (default: 12)"),
    HZ_RATE(0, "trend", &opt.trend, "RATE", -0.99, 10,
            "yearly growth besides, up to the youngest origin (default: 0)"),
    HZ_FLAG('d', "detail", &opt.with_detail, "print what was given and its factor too",
            .under = HZ_UNDER_OUTPUT),
    HZ_END,
};

static bool run(const struct hz_sheet *in, struct hz_table *out, struct hz_error *err)
{
    return hz_on_level_table(&opt, in, out, err);
}

const struct hz_command hz_command = {
    .name = "hz-on-level",
    .summary = "exposures at the present price",
    .operands = "[FILE]",
    .options = options,
    .kind = HZ_COMMAND_TABLE,
    .table = run,
};
