/* hz-triangle: the claims triangle of claim transactions. */

#include "common/command.h"
#include "record/triangle_fold.h"

static struct {
    struct hz_option_date as_of;
    struct hz_triangle_grains grains;
    const char *origin, *measure, *by;
    bool is_incremental, with_ex_gratia, adjacent;
    int64_t year_starts;
} opt = {.origin = "event",
         .grains = {.origin = HZ_YEAR, .development = HZ_YEAR},
         .measure = "paid",
         .year_starts = 1};

static const struct hz_option options[] = {
    HZ_CHOICE('m', "measure", &opt.measure, hz_claim_measure_names,
              "what is counted (default: paid)"),
    HZ_CHOICE(0, "origin", &opt.origin, hz_claim_origin_names,
              "the date that gives the origin period (default: event)"),
    HZ_GRAINS('g', "grain", &opt.grains,
              "length of the periods: year, half-year, quarter, month (Y, H, Q, M) or two: Q:M "
              "(default: year)"),
    HZ_INTEGER(0, "year-starts", &opt.year_starts, "MONTH", 1, 12,
               "the month in which years, and their quarters, start (default: 1)"),
    HZ_TEXT('b', "by", &opt.by, "COLUMN,...", "a triangle for each group of these columns"),
    HZ_DATE('d', "as-of", &opt.as_of,
            "leave out what happened after this day (default: the end of the latest period)"),
    HZ_FLAG('i', "incremental", &opt.is_incremental,
            "what each age adds, not what there is by then"),
    HZ_FLAG(0, "ex-gratia", &opt.with_ex_gratia, "count rows flagged as ex-gratia aid too"),
    HZ_FLAG(0, "adjacent", &opt.adjacent, "the rows of a claim stand together: less memory"),
    HZ_END,
};

static bool prepare(struct hz_fold *fold, struct hz_error *err)
{
    static struct hz_triangle_fold settings;
    static struct hz_arena arena;

    settings.origin = (enum hz_claim_origin)hz_choice_index(hz_claim_origin_names, opt.origin);
    settings.measure = (enum hz_claim_measure)hz_choice_index(hz_claim_measure_names, opt.measure);
    settings.has_as_of = opt.as_of.given;
    settings.as_of = opt.as_of.date;
    settings.is_incremental = opt.is_incremental;
    settings.with_ex_gratia = opt.with_ex_gratia;
    settings.is_adjacent = opt.adjacent;
    settings.grains = opt.grains;
    settings.grains.shift = (int)opt.year_starts - 1;
    if (!hz_groups_parse(&settings.by, opt.by, hz_triangle_result, &arena, err))
        return false;
    hz_triangle_fold(&settings, fold);
    return true;
}

const struct hz_command hz_command = {
    .name = "hz-triangle",
    .summary = "claims triangle of claim transactions",
    .operands = "[FILE...]",
    .options = options,
    .kind = HZ_COMMAND_FOLD,
    .fold = prepare,
};
