/* hz-years: member or claim records to a table of years. */

#include "common/command.h"
#include "common/records.h"
#include "file/columns.h"
#include "record/years_fold.h"

static struct {
    int of;
    enum hz_grain grain;
    bool adjacent;
    int64_t starts;
    const char *count, *by, *years, *persons, *rollup;
} opt = {.grain = HZ_YEAR};

static const struct hz_option options[] = {
    HZ_TEXT('b', "by", &opt.by, "COLUMN,...", "a row a year and group of these columns"),
    HZ_TEXT('y', "years", &opt.years, "WHEN", "calendar (default), MM-DD, or DATE,... of terms"),
    HZ_INTEGER(0, "year-starts", &opt.starts, "MONTH", 1, 12,
               "the month in which years and their quarters start (default: 1)"),
    HZ_GRAIN('g', "grain", &opt.grain, "of calendar periods (default: year)"),
    HZ_CHOICE('c', "count", &opt.count, hz_years_count_names,
              "claims, whatever their records, or records that pay (default: payments)"),
    HZ_FLAG(0, "adjacent", &opt.adjacent, "the rows of a claim stand together: less memory"),
    HZ_TEXT('p', "persons", &opt.persons, "COLUMN", "count the different persons by this column"),
    HZ_TEXT('r', "rollup", &opt.rollup, "FILE", "table of two columns: what is joined into what"),
    HZ_FORMER(0, "of", "the first operand: hz-years members|claims [FILE...]"),
    HZ_END,
};

static bool prepare(struct hz_fold *fold, struct hz_error *err)
{
    static struct hz_years_fold settings;
    static struct hz_arena arena;

    settings.of = opt.of == 0
                      ? HZ_YEARS_MEMBERS
                      : (enum hz_years_of)(HZ_YEARS_CLAIMS +
                                           hz_choice_index(hz_years_count_names,
                                                           opt.count ? opt.count : "payments"));
    settings.is_asked = opt.count != NULL;
    settings.grain = opt.grain;
    settings.is_adjacent = opt.adjacent;
    if (!hz_groups_parse(&settings.by, opt.by, hz_years_results[settings.of], &arena, err) ||
        !hz_year_start_parse(&settings.begin, opt.years, err) ||
        (opt.rollup && !hz_rollup_read(&settings.rollup, opt.rollup, &arena, err)))
        return false;
    if (opt.starts > 0 && opt.years)
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("--years and --year-starts both say when years begin: choose one"));
    if (opt.starts > 0)
        settings.begin.month = (int)opt.starts;
    if (settings.grain != HZ_YEAR && (settings.begin.terms > 0 || settings.begin.day > 1))
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("--grain: quarters and months are of years that start with a month: "
                              "--years %s does not"),
                            opt.years);
    const char *known = opt.persons ? hz_column_canonical(hz_text_of(opt.persons)) : NULL;
    settings.persons = known ? known : opt.persons;
    if (!hz_records_key(&settings.key, err))
        return false;
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
