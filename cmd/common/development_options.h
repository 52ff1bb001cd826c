/*
 * development_options.h: the options about development that several commands have, and what they
 * choose.
 */

#ifndef HZ_DEVELOPMENT_OPTIONS_H
#define HZ_DEVELOPMENT_OPTIONS_H

#include "common/command.h"
#include "record/selections.h"

struct hz_development_options {
    const char *average, *sigma, *selections;
    double tail;
    bool is_incremental;
};

/* What holds until an option is given. */
#define HZ_DEVELOPMENT_OPTIONS_USUAL                                                               \
    {                                                                                              \
        .average = "volume", .sigma = "mack", .tail = 1                                            \
    }

/*
 * Rows of an option table: `opt` is a struct hz_development_options, `averages` hz_average_names or
 * its first few.
 */
#define HZ_OPTION_AVERAGE(opt, averages)                                                           \
    HZ_CHOICE('a', "average", &(opt).average, averages,                                            \
              "how link ratios are averaged (default: volume)")
#define HZ_OPTION_SIGMA(opt)                                                                       \
    HZ_CHOICE('s', "sigma", &(opt).sigma, hz_sigma_rule_names,                                     \
              "rule for the last sigma (default: mack)")
#define HZ_OPTION_TAIL(opt)                                                                        \
    HZ_NUMBER('t', "tail", &(opt).tail, "FACTOR", 1e-6, 1e6,                                       \
              "development after the last age (default: 1, none)")
#define HZ_OPTION_SELECTIONS(opt)                                                                  \
    HZ_TEXT(0, "selections", &(opt).selections, "FILE", "YAML file of selections, as in hz-reserve")
#define HZ_OPTION_INCREMENTAL(opt)                                                                 \
    HZ_FLAG('i', "incremental", &(opt).is_incremental, "values are amounts of one age, not sums")

/*
 * Reads the triangles and what is chosen for them, the selections file over the options. Refused:
 * what hz_selections_read, hz_triangle_table_read and hz_selections_check refuse.
 */
HZ_MUST_USE bool hz_development_options_read(const struct hz_development_options *opt,
                                             const struct hz_sheet *in,
                                             struct hz_triangle_table *triangles,
                                             struct hz_development_choice *choice,
                                             struct hz_arena *arena, struct hz_error *err);

#endif
