/* hz-ledger: contributions, cover and payouts by period, out of member and claim records. */

#include "common/command.h"
#include "record/ledger_fold.h"
#include "stream/columns.h"

static const char *const grains[] = {"month", "quarter", "year", NULL};
static const char *const kinds[] = {"members", "claims", NULL};

static struct {
    const char *of, *grain, *risk_weights, *persons;
    int64_t from, to, prompt;
} opt = {.grain = "year", .prompt = 30};

static const struct hz_option options[] = {
    HZ_CHOICE('k', "of", &opt.of, kinds, "what the records are"),
    HZ_INTEGER('y', "from", &opt.from, "YEAR", 1800, 9998, "the first year that is told"),
    HZ_INTEGER('z', "to", &opt.to, "YEAR", 1800, 9998, "the last year"),
    HZ_CHOICE('g', "grain", &opt.grain, grains, "how long periods are (default: year)"),
    HZ_INTEGER('p', "prompt", &opt.prompt, "DAYS", 0, 3650,
               "payouts up to so many days after the report are prompt (default: 30)"),
    HZ_TEXT('w', "risk-weights", &opt.risk_weights, "DAY:WEIGHT,...",
            "earn contributions by these weights of the days of cover, not evenly"),
    HZ_TEXT(0, "persons", &opt.persons, "COLUMN", "count persons in force, told by this column"),
    HZ_END,
};

static bool prepare(struct hz_fold *fold, struct hz_error *err)
{
    static const enum hz_grain lengths[] = {HZ_MONTH, HZ_QUARTER, HZ_YEAR};
    static struct hz_ledger_fold settings;
    if (!opt.of || opt.from == 0 || opt.to < opt.from)
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("want --of members or --of claims, --from YEAR and --to YEAR, which "
                              "is not before it"));
    const char *known = opt.persons ? hz_column_canonical(hz_text_of(opt.persons)) : NULL;
    const enum hz_grain grain = lengths[hz_choice_index(grains, opt.grain)];
    const int parts = HZ_YEAR / (int)grain;
    settings = (struct hz_ledger_fold){.grain = grain,
                                       .first = (hz_period)opt.from * parts,
                                       .last = (hz_period)(opt.to + 1) * parts - 1,
                                       .prompt_days = (int)opt.prompt,
                                       .persons = known ? known : opt.persons,
                                       .how = {.method = HZ_UNEARNED_DAILY}};
    if (opt.risk_weights) {
        settings.how.method = HZ_UNEARNED_RISK;
        if (!hz_risk_weights_parse(&settings.how.weights, opt.risk_weights, err))
            return false;
    }
    if (hz_choice_index(kinds, opt.of) == 0)
        hz_ledger_members(&settings, fold);
    else
        hz_ledger_claims(&settings, fold);
    return true;
}

const struct hz_command hz_command = {
    .name = "hz-ledger",
    .summary = "contributions, cover and payouts by period",
    .operands = "[FILE...]",
    .options = options,
    .kind = HZ_COMMAND_FOLD,
    .fold = prepare,
};
