/* emergence_options.h: the options about a growth curve, and what they choose. */

#ifndef HZ_CMD_EMERGENCE_OPTIONS_H
#define HZ_CMD_EMERGENCE_OPTIONS_H

#include "common/command.h"
#include "triangle/emergence.h"

struct hz_emergence_options {
    const char *growth;
    double omega, theta, until;
    bool is_from_start;
};

/* What holds until an option is given. */
#define HZ_EMERGENCE_OPTIONS_USUAL                                                                 \
    {                                                                                              \
        .growth = "loglogistic"                                                                    \
    }

/* Rows of an option table. */
#define HZ_EMERGENCE_OPTIONS(opt)                                                                  \
    HZ_CHOICE(0, "growth", &(opt).growth, hz_emergence_curve_names,                                \
              "Clark's growth curve (default: loglogistic)"),                                      \
        HZ_NUMBER(0, "omega", &(opt).omega, "SHAPE", 1e-3, 1e3,                                    \
                  "shape of that curve (default: fitted)"),                                        \
        HZ_NUMBER(0, "theta", &(opt).theta, "AGE", 1e-9, 1e9,                                      \
                  "scale of that curve (default: fitted)"),                                        \
        HZ_NUMBER(0, "until", &(opt).until, "AGE", 1e-9, 1e9,                                      \
                  "the age at which all has emerged (default: never)"),                            \
        HZ_FLAG(0, "from-start", &(opt).is_from_start,                                             \
                "that curve starts with the origin period, not in its middle")

struct hz_emergence_choice hz_emergence_chosen(const struct hz_emergence_options *opt);

/* Refuses (usage) one of omega and theta without the other. */
HZ_MUST_USE bool hz_emergence_options_check(const struct hz_emergence_options *opt,
                                            struct hz_error *err);

#endif
