/* development_options.h: the options that say how triangles develop, for the commands that share them. */

#ifndef HZ_CMD_DEVELOPMENT_OPTIONS_H
#define HZ_CMD_DEVELOPMENT_OPTIONS_H

#include "common/command.h"
#include "reserve/development.h"

struct hz_development_options {
    const char *average, *sigma, *mse, *curve;
    double tail, tail_decay, tail_se, tail_sigma;
    int64_t last, drop_high, drop_low, decimals;
};

#define HZ_DEVELOPMENT_OPTIONS_USUAL                                                               \
    {                                                                                              \
        .average = "volume", .sigma = "mack", .mse = "mack", .curve = "constant", .tail = 1,       \
        .decimals = -1                                                                             \
    }

/* The rows of a table of options, into a struct hz_development_options. */
#define HZ_DEVELOPMENT_OPTIONS(target)                                                             \
    HZ_CHOICE('a', "average", &(target).average, hz_average_names,                                 \
              "how link ratios are averaged (default: volume)"),                                   \
        HZ_INTEGER(0, "last", &(target).last, "N", 1, 1000000,                                     \
                   "average the link ratios of the last N diagonals only"),                        \
        HZ_INTEGER(0, "drop-high", &(target).drop_high, "N", 0, 1000000,                           \
                   "without the N highest link ratios of each age"),                               \
        HZ_INTEGER(0, "drop-low", &(target).drop_low, "N", 0, 1000000,                             \
                   "without the N lowest link ratios of each age"),                                \
        HZ_CHOICE('s', "sigma", &(target).sigma, hz_sigma_rule_names,                              \
                  "rule for the last sigma (default: mack)"),                                      \
        HZ_CHOICE(0, "mse", &(target).mse, hz_mse_rule_names,                                      \
                  "mack: how the errors of factors go together (default: mack)"),                  \
        HZ_NUMBER('t', "tail", &(target).tail, "FACTOR", 1e-6, 1e6,                                \
                  "development after the last age (default: 1, none)"),                            \
        HZ_NUMBER(0, "tail-decay", &(target).tail_decay, "SHARE", 0, 0.99,                         \
                  "what of the tail is left after each further age, in --run-off (default: 0)"),   \
        HZ_CHOICE(0, "tail-curve", &(target).curve, hz_tail_curve_names,                           \
                  "extrapolate it by a curve (default: constant, as given)"),                      \
        HZ_NUMBER(0, "tail-se", &(target).tail_se, "SE", 0, 1e6,                                   \
                  "standard error of that factor (default: 0, certain)"),                          \
        HZ_NUMBER(0, "tail-sigma", &(target).tail_sigma, "SIGMA", 0, 1e100,                        \
                  "sigma of that development (default: 0)"),                                       \
        HZ_INTEGER(0, "round-factors", &(target).decimals, "N", 0, 15,                             \
                   "calculate with factors rounded to N decimals")

/* What the options say. */
struct hz_development_choice hz_development_chosen(const struct hz_development_options *options);

#endif
