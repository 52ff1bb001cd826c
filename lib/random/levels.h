/* levels.h: which quantiles are asked for. */

#ifndef HZ_RANDOM_LEVELS_H
#define HZ_RANDOM_LEVELS_H

#include "base/error.h"
#include "base/linkage.h"

#include <stddef.h>

HZ_BEGIN_C

enum { HZ_LEVELS_MOST = 32 };

struct hz_levels {
    size_t levels;
    double level[HZ_LEVELS_MOST];  /* as shares, ascending */
    char name[HZ_LEVELS_MOST][16]; /* as they were written: "99.5" */
};

/*
 * Reads per cents above 0 and below 100, separated by commas, ascending. Refused (usage): anything
 * else; more than HZ_LEVELS_MOST.
 */
HZ_MUST_USE bool hz_levels_read(struct hz_levels *levels, const char *list, struct hz_error *err);

HZ_END_C

#endif
