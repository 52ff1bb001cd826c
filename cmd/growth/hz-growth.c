/* hz-growth: average annual growth of yearly figures (年均增幅), under every definition in use. */

#include "common/command.h"
#include "growth/growth.h"
#include "growth/growth_table.h"
#include "growth/invert_table.h"

static struct {
    const char *methods;
    int64_t base_year, last_year, years, most_years;
    bool year_on_year, with_definitions, invert, as_published;
    const char *series, *claimed, *total, *rate, *known;
} opt = {.methods = "level,cumulative,arithmetic"};

static const struct hz_option options[] = {
    HZ_CHOICES('m', "method", &opt.methods, hz_growth_method_names,
               "definitions of average growth (default: level,cumulative,arithmetic)"),
    HZ_INTEGER('b', "base-year", &opt.base_year, "YEAR", 1, 9999,
               "the year that growth is measured from (default: the first)"),
    HZ_INTEGER('t', "to", &opt.last_year, "YEAR", 1, 9999, "the last year (default: the last one)"),
    HZ_INTEGER('n', "last", &opt.most_years, "N", 1, 9999,
               "of the last N years, or as many as there are"),
    HZ_TEXT('s', "series", &opt.series, "COLUMN,...", "only these figures (default: all)"),
    HZ_FLAG('d', "definitions", &opt.with_definitions, "print each definition beside its rates",
            .under = HZ_UNDER_OUTPUT),
    HZ_FLAG('y', "year-on-year", &opt.year_on_year, "print the growth of each year instead",
            .under = HZ_UNDER_OUTPUT),
    HZ_TEXT('c', "claimed", &opt.claimed, "RATE", "a published rate: which definitions give it"),
    HZ_FLAG('i', "invert", &opt.invert, "levels that a published total and rate imply; no FILE",
            .is_alone = true),
    HZ_TEXT(0, "total", &opt.total, "FIGURE", "for --invert: the total of all years, as in 9773万",
            .is_alone = true),
    HZ_TEXT(0, "rate", &opt.rate, "RATE", "for --invert: the average growth, as in 11.40%",
            .is_alone = true),
    HZ_INTEGER(0, "years", &opt.years, "N", 1, 100, "for --invert: how many years the total is of",
               .is_alone = true),
    HZ_TEXT(0, "known", &opt.known, "YEAR=FIGURE", "for --invert: a year's level that is known",
            .is_alone = true),
    HZ_FLAG(0, "as-published", &opt.as_published, "for --invert: levels as the total is printed",
            .is_alone = true),
    HZ_END,
};

static bool has_inverse_options(void)
{
    return opt.total || opt.rate || opt.years || opt.known || opt.as_published;
}

static bool check_options(struct hz_error *err)
{
    if (!opt.invert && has_inverse_options())
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("--total, --rate, --years, --known and --as-published go with "
                              "--invert"));
    if (opt.invert && !(opt.total && opt.rate && opt.years))
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("--invert wants --total, --rate and --years"));
    if (opt.invert && (opt.claimed || opt.year_on_year || opt.with_definitions || opt.last_year ||
                       opt.most_years || opt.series))
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("--invert goes with --base-year and --known only"));
    if (opt.base_year && opt.most_years)
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("--base-year and --last both say where growth begins: choose one"));
    if (opt.claimed && opt.year_on_year)
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("--claimed is an average: it does not go with --year-on-year"));
    return true;
}

static bool run_inverse(struct hz_table *out, struct hz_error *err)
{
    const struct hz_invert_order order = {
        .total = opt.total,
        .rate = opt.rate,
        .years = (int)opt.years,
        .base_year = (int)opt.base_year,
        .known = opt.known,
        .as_published = opt.as_published,
    };
    return hz_invert_table(&order, out, err);
}

static bool run(const struct hz_sheet *in, struct hz_table *out, struct hz_error *err)
{
    const struct hz_growth_order order = {
        .methods = opt.methods,
        .base_year = (int)opt.base_year,
        .last_year = (int)opt.last_year,
        .most_years = (int)opt.most_years,
        .with_definitions = opt.with_definitions,
        .claimed = opt.claimed,
    };
    if (!check_options(err))
        return false;
    if (opt.invert)
        return run_inverse(out, err);
    struct hz_arena arena = {0};
    struct hz_series_table series;
    bool done = hz_series_table_read(&series, in, &arena, err) &&
                (!opt.series || hz_series_table_keep(&series, opt.series, &arena, err));
    if (done && opt.year_on_year)
        done = hz_year_on_year_table(&series, &order, out, err);
    else if (done)
        done = hz_growth_table(&series, &order, out, err);
    hz_arena_free(&arena);
    return done;
}

const struct hz_command hz_command = {
    .name = "hz-growth",
    .summary = "average annual growth of yearly figures",
    .operands = "[FILE]",
    .options = options,
    .kind = HZ_COMMAND_TABLE,
    .table = run,
};
