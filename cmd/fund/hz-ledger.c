/* hz-ledger: contributions, cover and payouts by period, out of member, claim and other records. */

#include "common/command.h"
#include "common/records.h"
#include "file/columns.h"
#include "record/ledger_fold.h"

static const char *const kinds[] = {"members", "claims", "entries", NULL};

static struct {
    int of;
    enum hz_grain grain;
    const char *risk_weights, *persons, *plans;
    int64_t from, to, prompt, year_starts;
    bool adjacent;
} opt = {.grain = HZ_YEAR, .prompt = 30, .year_starts = 1};

static const struct hz_option options[] = {
    HZ_INTEGER('y', "from", &opt.from, "YEAR", 1800, 9998, "the first year that is told"),
    HZ_INTEGER('z', "to", &opt.to, "YEAR", 1800, 9998, "the last year"),
    HZ_GRAIN('g', "grain", &opt.grain, "how long periods are (default: year)"),
    HZ_INTEGER(0, "year-starts", &opt.year_starts, "MONTH", 1, 12,
               "the month in which years and their quarters start (default: 1)"),
    HZ_INTEGER('p', "prompt", &opt.prompt, "DAYS", 0, 3650,
               "payouts up to so many days after the report are prompt (default: 30)"),
    HZ_TEXT('w', "risk-weights", &opt.risk_weights, "DAY:WEIGHT,...",
            "earn contributions by these weights of the days of cover, not evenly"),
    HZ_TEXT(0, "plans", &opt.plans, "DIR", "the plans that say which covers are gifts"),
    HZ_FLAG(0, "adjacent", &opt.adjacent, "the rows of a claim stand together: less memory"),
    HZ_TEXT(0, "persons", &opt.persons, "COLUMN", "count persons in force, told by this column"),
    HZ_FORMER('k', "of", "the first operand: hz-ledger members|claims|entries [FILE...]"),
    HZ_END,
};

static bool prepare(struct hz_fold *fold, struct hz_error *err)
{
    static struct hz_ledger_fold settings;
    static struct hz_plans plans;
    if (opt.from == 0 || opt.to < opt.from)
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("expected --from YEAR and --to YEAR, which is not before it"));
    if (opt.year_starts > 1 && opt.grain == HZ_MONTH)
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("--year-starts: months are the same in any year: leave it out, or "
                              "take --grain quarter, half-year or year"));
    const char *known = opt.persons ? hz_column_canonical(hz_text_of(opt.persons)) : NULL;
    const int parts = HZ_YEAR / (int)opt.grain;
    settings = (struct hz_ledger_fold){.grain = opt.grain,
                                       .shift = (int)opt.year_starts - 1,
                                       .first = (hz_period)opt.from * parts,
                                       .last = (hz_period)(opt.to + 1) * parts - 1,
                                       .prompt_days = (int)opt.prompt,
                                       .plans = opt.plans ? &plans : NULL,
                                       .is_adjacent = opt.adjacent,
                                       .persons = known ? known : opt.persons,
                                       .how = {.method = HZ_UNEARNED_DAILY}};
    if (!hz_records_key(&settings.key, err))
        return false;
    if (opt.plans && !hz_plans_read(&plans, opt.plans, NULL,
                                    (struct hz_plans_tell){.tell = hz_command_tell}, err))
        return false;
    if (opt.risk_weights) {
        settings.how.method = HZ_UNEARNED_RISK;
        if (!hz_risk_weights_parse(&settings.how.weights, opt.risk_weights, err))
            return false;
    }
    void (*const ledger[])(struct hz_ledger_fold *, struct hz_fold *) = {
        hz_ledger_members, hz_ledger_claims, hz_ledger_entries};
    ledger[opt.of](&settings, fold);
    return true;
}

const struct hz_command hz_command = {
    .name = "hz-ledger",
    .summary = "contributions, cover and payouts by period",
    .operands = "members|claims|entries [FILE...]",
    .subjects = kinds,
    .subject = &opt.of,
    .options = options,
    .kind = HZ_COMMAND_FOLD,
    .fold = prepare,
};
