/*
 * development_options.h: the options about development that several commands have, and what they
 * choose.
 */

#ifndef HZ_CMD_DEVELOPMENT_OPTIONS_H
#define HZ_CMD_DEVELOPMENT_OPTIONS_H

#include "form_options.h"
#include "triangle/selections.h"

#include <math.h>

struct hz_development_options {
    const char *average, *sigma, *mse, *curve, *tail_errors, *selections;
    double last_sigma, tail, tail_decay, tail_se, tail_sigma;
    int64_t last, drop_high, drop_low, decimals;
    bool no_negative;
    struct hz_triangle_form form;
};

/* What holds until an option is given. */
#define HZ_DEVELOPMENT_OPTIONS_USUAL                                                               \
    {                                                                                              \
        .average = "volume", .sigma = "mack", .mse = "mack", .curve = "constant",                  \
        .tail_errors = "certain", .tail = 1, .tail_se = (double)NAN, .tail_sigma = (double)NAN,    \
        .decimals = -1                                                                             \
    }

/*
 * Rows of an option table: `opt` is a struct hz_development_options, `averages` hz_average_names or
 * its first few.
 */
#define HZ_OPTION_AVERAGE(opt, averages)                                                           \
    HZ_CHOICE('a', "average", &(opt).average, averages,                                            \
              "how link ratios are averaged (default: volume)", .under = HZ_UNDER_DEVELOPMENT)
#define HZ_OPTION_USE(opt)                                                                         \
    HZ_INTEGER(0, "last", &(opt).last, "N", 1, 1000000,                                            \
               "average the link ratios of the last N diagonals only",                             \
               .under = HZ_UNDER_DEVELOPMENT),                                                     \
        HZ_INTEGER(0, "drop-high", &(opt).drop_high, "N", 0, 1000000,                              \
                   "without the N highest link ratios of each age",                                \
                   .under = HZ_UNDER_DEVELOPMENT),                                                 \
        HZ_INTEGER(0, "drop-low", &(opt).drop_low, "N", 0, 1000000,                                \
                   "without the N lowest link ratios of each age", .under = HZ_UNDER_DEVELOPMENT)
#define HZ_OPTION_SIGMA(opt)                                                                       \
    HZ_CHOICE('s', "sigma", &(opt).sigma, hz_sigma_rule_names,                                     \
              "rule for the last sigma (default: mack)", .under = HZ_UNDER_DEVELOPMENT)
#define HZ_OPTION_LAST_SIGMA(opt)                                                                  \
    HZ_NUMBER(0, "last-sigma", &(opt).last_sigma, "SIGMA", 1e-9, 1e100,                            \
              "that sigma itself (default: by the rule)", .under = HZ_UNDER_DEVELOPMENT)
#define HZ_OPTION_TAIL(opt)                                                                        \
    HZ_NUMBER('t', "tail", &(opt).tail, "FACTOR", 1e-6, 1e6,                                       \
              "development after the last age (default: 1, none)", .under = HZ_UNDER_TAIL)
#define HZ_OPTION_SELECTIONS(opt)                                                                  \
    HZ_TEXT(0, "selections", &(opt).selections, "FILE",                                            \
            "what is selected at each age: a YAML file", .under = HZ_UNDER_DEVELOPMENT)
#define HZ_OPTION_FORM(opt) HZ_FORM_OPTIONS((opt).form), HZ_OPTION_GROUPS((opt).form)

/* All of them. */
#define HZ_DEVELOPMENT_OPTIONS(opt)                                                                \
    HZ_OPTION_AVERAGE(opt, hz_average_names), HZ_OPTION_USE(opt), HZ_OPTION_SIGMA(opt),            \
        HZ_OPTION_LAST_SIGMA(opt),                                                                 \
        HZ_CHOICE(0, "mse", &(opt).mse, hz_mse_rule_names,                                         \
                  "mack: how the errors of factors go together (default: mack)",                   \
                  .under = HZ_UNDER_DEVELOPMENT),                                                  \
        HZ_OPTION_TAIL(opt),                                                                       \
        HZ_RATE(0, "tail-decay", &(opt).tail_decay, "SHARE", 0, 0.99,                              \
                "what of the tail is left after each further age, in --run-off (default: 0)",      \
                .under = HZ_UNDER_TAIL),                                                           \
        HZ_CHOICE(0, "tail-curve", &(opt).curve, hz_tail_curve_names,                              \
                  "extrapolate it by a curve (default: constant, as given)",                       \
                  .under = HZ_UNDER_TAIL),                                                         \
        HZ_NUMBER(0, "tail-se", &(opt).tail_se, "SE", 0, 1e6,                                      \
                  "standard error of that factor (default: as --tail-errors says)",                \
                  .under = HZ_UNDER_TAIL),                                                         \
        HZ_NUMBER(0, "tail-sigma", &(opt).tail_sigma, "SIGMA", 0, 1e100,                           \
                  "sigma of that development (default: as --tail-errors says)",                    \
                  .under = HZ_UNDER_TAIL),                                                         \
        HZ_CHOICE(0, "tail-errors", &(opt).tail_errors, hz_tail_error_rule_names,                  \
                  "what is not given of the two (default: certain, 0)", .under = HZ_UNDER_TAIL),   \
        HZ_FLAG(0, "no-negative", &(opt).no_negative,                                              \
                "no factor below 1, so that claims do not fall", .under = HZ_UNDER_DEVELOPMENT),   \
        HZ_INTEGER(0, "round-factors", &(opt).decimals, "N", 0, 15,                                \
                   "calculate with factors rounded to N decimals", .under = HZ_UNDER_DEVELOPMENT), \
        HZ_OPTION_SELECTIONS(opt), HZ_OPTION_FORM(opt)

/* What the options choose, without the file of selections. */
struct hz_development_choice hz_development_chosen(const struct hz_development_options *opt);

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
