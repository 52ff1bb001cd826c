/*
 * scenario.h: what a projection of payouts to come supposes, out of a YAML file: see
 * huzhu-scenario(5). Each figure knows its line.
 */

#ifndef HZ_PROJECT_SCENARIO_H
#define HZ_PROJECT_SCENARIO_H

#include "base/arena.h"
#include "base/date.h"
#include "base/decimal.h"
#include "base/error.h"
#include "base/linkage.h"

HZ_BEGIN_C

/* Rates and factors; those up to TREND must be there. */
enum hz_scenario_key {
    HZ_SCENARIO_GROWTH,    /* of covers to be written, a year */
    HZ_SCENARIO_RENEWAL,   /* of those who renewed in the last year, the part that renews again */
    HZ_SCENARIO_LAPSE,     /* of cover in force, the part that ends early, a year */
    HZ_SCENARIO_PRICE,     /* change of the contribution for cover to be written */
    HZ_SCENARIO_INFLATION, /* of amounts, a year */
    HZ_SCENARIO_TREND,     /* of frequency, a year */
    HZ_SCENARIO_NEEDED,
    HZ_SCENARIO_ELASTICITY = HZ_SCENARIO_NEEDED, /* covers to be written go with price^elasticity */
    HZ_SCENARIO_BENEFIT,                         /* factor on amounts */
    HZ_SCENARIO_FREQUENCY,                       /* factor on the number of payouts */
    HZ_SCENARIO_MEAN, /* yuan: of a payout, where the past says too little */
    HZ_SCENARIO_CV,   /* its coefficient of variation */
    HZ_SCENARIO_KEYS,
};

extern const char *const hz_scenario_key_names[]; /* then NULL */

/* A figure as given: file NULL where it is not. */
struct hz_supposed {
    double value;
    const char *file;
    uint64_t line;
};

/* What holds for one plan or office: given here, or else for all. */
struct hz_scenario_part {
    struct hz_text name;
    struct hz_supposed given[HZ_SCENARIO_KEYS];
};

enum hz_scenario_severity {
    HZ_SCENARIO_EMPIRICAL,
    HZ_SCENARIO_LOG_NORMAL,
    HZ_SCENARIO_GAMMA,
    HZ_SCENARIO_PARETO,
};

/* Owned by the arena that it was read into. */
struct hz_scenario {
    const char *file;
    struct hz_text name;
    struct hz_scenario_part all;
    struct hz_scenario_part *plan, *office;
    size_t plans, offices;
    int severity; /* enum hz_scenario_severity */
    struct {
        hz_period from; /* a month */
        int64_t months; /* 0: none */
        struct hz_supposed factor;
    } shock;
};

/* The names that may stand in a scenario: each list ends with NULL. */
struct hz_scenario_names {
    const char *const *plan, *const *office;
};

/* Whom to tell of each fault. */
struct hz_scenario_tell {
    void (*tell)(void *context, const char *fault);
    void *context;
};

/*
 * Reads a file, and the table of benefits that it may name, relative to it. Refused (data) after
 * all faults have been told: an unknown key, plan or office (with the nearest that there is); a
 * rate that is missing, no rate, or out of bounds; a change of price without an elasticity; a table
 * of benefits that has not the plan, payable and payable_against of hz-benefit, or a plan that has
 * paid nothing.
 */
HZ_MUST_USE bool hz_scenario_read(struct hz_scenario *scenario, const char *path,
                                  struct hz_scenario_names names, struct hz_scenario_tell whom,
                                  struct hz_arena *arena, struct hz_error *err);

/* The figure for a plan in an office: the office's, else the plan's, else that for all. */
const struct hz_supposed *hz_scenario_given(const struct hz_scenario *scenario, struct hz_text plan,
                                            struct hz_text office, enum hz_scenario_key key);

/* Its value; `otherwise` if none is given. */
double hz_scenario_value(const struct hz_scenario *scenario, struct hz_text plan,
                         struct hz_text office, enum hz_scenario_key key, double otherwise);

HZ_END_C

#endif
