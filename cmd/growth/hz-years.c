/* hz-years: member or claim records to a table of years. */

#include "common/command.h"
#include "record/years_fold.h"
#include "stream/columns.h"

static struct {
    int of;
    const char *by, *years, *persons, *rollup;
} opt;

static const struct hz_option options[] = {
    HZ_TEXT('b', "by", &opt.by, "COLUMN,...", "a row a year and group of these columns"),
    HZ_TEXT('y', "years", &opt.years, "WHEN", "calendar (default), MM-DD, or DATE,... of terms"),
    HZ_TEXT('p', "persons", &opt.persons, "COLUMN", "count the different persons by this column"),
    HZ_TEXT('r', "rollup", &opt.rollup, "FILE", "table of two columns: what is joined into what"),
    HZ_FORMER(0, "of", "the first operand: hz-years members|claims [FILE...]"),
    HZ_END,
};

static bool prepare(struct hz_fold *fold, struct hz_error *err)
{
    static struct hz_years_fold settings;
    static struct hz_arena arena;

    settings.of = (enum hz_years_of)opt.of;
    if (!hz_groups_parse(&settings.by, opt.by, hz_years_results[settings.of], &arena, err) ||
        !hz_year_start_parse(&settings.begin, opt.years, err) ||
        (opt.rollup && !hz_rollup_read(&settings.rollup, opt.rollup, &arena, err)))
        return false;
    const char *known = opt.persons ? hz_column_canonical(hz_text_of(opt.persons)) : NULL;
    settings.persons = known ? known : opt.persons;
    hz_years_fold(&settings, fold);
    if (settings.rollup.to && settings.rolled == settings.by.count)
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("--rollup: %s makes groups of %s: name it in --by"),
                            settings.rollup.file, settings.rollup.to);
    return true;
}

const struct hz_command hz_command = {
    .name = "hz-years",
    .summary = "member or claim records to a table of years",
    .operands = "members|claims [FILE...]",
    .subjects = hz_years_of_names,
    .subject = &opt.of,
    .options = options,
    .kind = HZ_COMMAND_FOLD,
    .fold = prepare,
};
