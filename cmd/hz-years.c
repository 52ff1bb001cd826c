/* hz-years: member or claim records to a table of calendar years. */

#include "common/command.h"
#include "record/years_fold.h"

static struct {
    const char *of, *by;
} opt = {.of = "members"};

static const struct hz_option options[] = {
    HZ_CHOICE(0, "of", &opt.of, hz_years_of_names, "what the records are (default: members)"),
    HZ_TEXT('b', "by", &opt.by, "COLUMN,...", "a row a year and group of these columns"),
    HZ_END,
};

static bool prepare(struct hz_fold *fold, struct hz_error *err)
{
    static struct hz_years_fold settings;
    static struct hz_arena arena;

    settings.of = (enum hz_years_of)hz_choice_index(hz_years_of_names, opt.of);
    if (!hz_groups_parse(&settings.by, opt.by, hz_years_results[settings.of], &arena, err))
        return false;
    hz_years_fold(&settings, fold);
    return true;
}

const struct hz_command hz_command = {
    .name = "hz-years",
    .summary = "member or claim records to a table of calendar years",
    .operands = "[FILE...]",
    .options = options,
    .prepare = prepare,
};
