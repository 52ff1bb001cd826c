/* total_options.h: the options about totals, which results by group and origin have. */

#ifndef HZ_COMMON_TOTAL_OPTIONS_H
#define HZ_COMMON_TOTAL_OPTIONS_H

#include "common/command.h"
#include "triangle/group_totals_rows.h"

struct hz_total_options {
    bool no_total, totals, level;
    const char *dependence;
};

/* Rows of an option table: `opt` is a struct hz_total_options. */
#define HZ_TOTAL_OPTIONS(opt)                                                                      \
    HZ_FLAG(0, "no-total", &(opt).no_total, "leave out the total of each group",                   \
            .under = HZ_UNDER_OUTPUT),                                                             \
        HZ_FLAG(0, "totals", &(opt).totals, "add totals over groups, and subtotals",               \
                .under = HZ_UNDER_OUTPUT),                                                         \
        HZ_CHOICE(0, "dependence", &(opt).dependence, hz_dependence_names,                         \
                  "how groups are off together, for the errors of --totals (default: unstated)",   \
                  .under = HZ_UNDER_OUTPUT),                                                       \
        HZ_FLAG(0, "level", &(opt).level, "add a column that says of a row what it is a total of", \
                .under = HZ_UNDER_OUTPUT)

/* What they choose. Refused (usage): a dependence that no total needs. */
static inline bool hz_total_options_read(const struct hz_total_options *opt,
                                         struct hz_total_choice *choice, struct hz_error *err)
{
    *choice = (struct hz_total_choice){
        .leaves_out = opt->no_total, .over_groups = opt->totals, .has_level = opt->level};
    if (opt->dependence)
        choice->dependence =
            (enum hz_dependence)hz_choice_index(hz_dependence_names, opt->dependence);
    return opt->totals || !opt->dependence ||
           hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                        _("--dependence is of totals over groups: it goes with --totals"));
}

#endif
