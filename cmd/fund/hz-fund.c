/* hz-fund: the statement of a mutual-aid fund, its ratios, and whether it lasts. */

#include "common/command.h"
#include "fund/fund_table.h"
#include "fund/ruin_table.h"
#include "fund/solvency_table.h"

static struct {
    const char *terms, *opening, *by, *solvency, *ibnr, *outstanding, *classical, *provinces;
    int64_t paths, seed, threads;
    bool ratios;
} opt = {.seed = 1, .threads = 1};

static const struct hz_option options[] = {
    HZ_TEXT('t', "terms", &opt.terms, "FILE", "what the association has decided (YAML)"),
    HZ_TEXT(0, "opening", &opt.opening, "FILE", "the statement before, for the opening balances"),
    HZ_TEXT('b', "by", &opt.by, "COLUMN,...",
            "a statement for each province, office or plan, or several of them"),
    HZ_TEXT(0, "provinces", &opt.provinces, "FILE",
            "of which province each office is: columns office and province"),
    HZ_TEXT('i', "ibnr", &opt.ibnr, "YEAR:FILE,...",
            "what hz-reserve says of incurred claims, in place of the terms' ibnr"),
    HZ_TEXT(0, "outstanding", &opt.outstanding, "YEAR:FILE,...",
            "what it says of payments, in place of case estimates and ibnr"),
    HZ_FLAG('r', "ratios", &opt.ratios, "print ratios with their definitions instead",
            .under = HZ_UNDER_OUTPUT),
    HZ_TEXT('s', "solvency", &opt.solvency, "FILE",
            "read claims, and say whether a fund of these assumptions (YAML) lasts"),
    HZ_TEXT('c', "classical", &opt.classical, "FILE",
            "read nothing: exponential claims of a Poisson process, also in closed form",
            .is_alone = true),
    HZ_INTEGER('p', "paths", &opt.paths, "N", 100, 100000000,
               "how many are simulated (default: 200000)"),
    HZ_INTEGER(0, "seed", &opt.seed, "N", 0, 1e15, "of the simulation (default: 1)"),
    HZ_INTEGER('j', "threads", &opt.threads, "N", 1, 1024,
               "workers (default: 1); the result is the same", .under = HZ_UNDER_SHARED),
    HZ_END,
};

/* NULL, where the terms' ibnr holds. */
static bool read_reserves(const struct hz_fund_reserves **found, struct hz_arena *arena,
                          struct hz_error *err)
{
    static struct hz_fund_reserves reserves;
    *found = opt.ibnr || opt.outstanding ? &reserves : NULL;
    if (opt.ibnr && opt.outstanding)
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("--ibnr goes without --outstanding, which has it"));
    return !*found ||
           hz_fund_reserves_read(&reserves, opt.ibnr ? HZ_RESERVE_IBNR : HZ_RESERVE_OUTSTANDING,
                                 opt.ibnr ? opt.ibnr : opt.outstanding, arena, err);
}

/* NULL, where the terms say what the fund begins with. */
static bool read_opening(const struct hz_fund_openings **found, struct hz_arena *arena,
                         struct hz_error *err)
{
    static struct hz_fund_openings openings;
    *found = opt.opening ? &openings : NULL;
    return !*found || hz_fund_openings_read(&openings, opt.opening, arena, err);
}

static bool run(const struct hz_sheet *in, struct hz_table *out, struct hz_error *err)
{
    struct hz_arena arena = {0};
    struct hz_fund fund;
    struct hz_fund_sources sources = {.ledger = in, .terms = opt.terms, .provinces = opt.provinces};
    unsigned by;
    const struct hz_solvency_order order = {.assumptions = in ? opt.solvency : opt.classical,
                                            .paths =
                                                opt.paths == 0 && in ? 200000 : (uint64_t)opt.paths,
                                            .seed = (uint64_t)opt.seed,
                                            .threads = (int)opt.threads};
    if (!in)
        return hz_ruin_table(&order, out, err);
    if (opt.solvency)
        return hz_solvency_table(&order, in, out, err);
    if (!opt.terms)
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("expected --terms FILE: no percentage of a fund has a usual value"));
    const bool done =
        hz_fund_by_parse(opt.by, &by, err) && read_reserves(&sources.reserves, &arena, err) &&
        read_opening(&sources.openings, &arena, err) && hz_fund_read(&fund, &sources, &arena, err);
    if (done && opt.ratios)
        hz_fund_ratios(&fund, by, out);
    else if (done)
        hz_fund_statement(&fund, by, out);
    hz_arena_free(&arena);
    return done;
}

const struct hz_command hz_command = {
    .name = "hz-fund",
    .summary = "statement, ratios and solvency of a mutual-aid fund",
    .operands = "[FILE]",
    .options = options,
    .kind = HZ_COMMAND_TABLE,
    .table = run,
};
