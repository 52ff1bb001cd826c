/* hz-fund: the statement of a mutual-aid fund, its ratios, and whether it lasts. */

#include "common/command.h"
#include "record/fund_table.h"
#include "record/solvency_table.h"

static struct {
    const char *terms, *by, *solvency;
    int64_t paths, seed, threads;
    bool ratios;
} opt = {.paths = 200000, .seed = 1, .threads = 1};

static const struct hz_option options[] = {
    HZ_TEXT('t', "terms", &opt.terms, "FILE", "what the association has decided (YAML)"),
    HZ_TEXT('b', "by", &opt.by, "COLUMN,...",
            "a statement for each province, office or plan, or several of them"),
    HZ_FLAG('r', "ratios", &opt.ratios, "print ratios with their definitions instead"),
    HZ_TEXT('s', "solvency", &opt.solvency, "FILE",
            "read claims, and say whether a fund of these assumptions (YAML) lasts"),
    HZ_INTEGER('p', "paths", &opt.paths, "N", 100, 100000000, "how many are simulated"),
    HZ_INTEGER(0, "seed", &opt.seed, "N", 0, 1e15, "of the simulation (default: 1)"),
    HZ_INTEGER('j', "threads", &opt.threads, "N", 1, 1024,
               "workers (default: 1); the result is the same"),
    HZ_END,
};

static bool run(const struct hz_sheet *in, struct hz_table *out, struct hz_error *err)
{
    struct hz_arena arena = {0};
    struct hz_fund fund;
    unsigned by;
    const struct hz_solvency_order order = {.assumptions = opt.solvency,
                                            .paths = (uint64_t)opt.paths,
                                            .seed = (uint64_t)opt.seed,
                                            .threads = (int)opt.threads};
    if (opt.solvency)
        return hz_solvency_table(&order, in, out, err);
    if (!opt.terms)
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("want --terms FILE: no percentage of a fund has a usual value"));
    const bool done =
        hz_fund_by_parse(opt.by, &by, err) && hz_fund_read(&fund, in, opt.terms, &arena, err);
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
    .run = run,
};
