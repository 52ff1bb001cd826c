/* select.h: one estimate out of those of several methods. */

#ifndef HZ_RESERVE_SELECT_H
#define HZ_RESERVE_SELECT_H

#include "base/linkage.h"
#include "reserve/method.h"

HZ_BEGIN_C

enum hz_selection_rule { HZ_SELECT_NONE, HZ_SELECT_MAX, HZ_SELECT_WEIGHTED };

/* The rule, and each method's share for HZ_SELECT_WEIGHTED (the mean, or one method alone, too). */
struct hz_selection {
    enum hz_selection_rule rule;
    double *share;
};

/*
 * Reads "max", "mean", "weighted:METHOD=SHARE,..." or a method's name; NULL selects nothing.
 * Refused (usage): another word; a method that is not among those given or stands twice; a share
 * that is no number or negative; shares that do not add up to 1; max and mean of fewer than two
 * methods.
 */
HZ_MUST_USE bool hz_selection_parse(struct hz_selection *selection, const char *words,
                                    const struct hz_method *const method[], size_t methods,
                                    struct hz_arena *arena, struct hz_error *err);

/*
 * The selected reserve. max takes one method for all origins of the triangle, that of the largest
 * total (of equal ones, the first): what is required is that the reserve as a whole is the larger,
 * and figures of one method stay together. A standard error, a factor and a payment are NaN if some
 * share's is; errors are there only if one method has the whole share.
 */
void hz_selection_apply(const struct hz_selection *selection, const struct hz_reserve reserve[],
                        size_t reserves, struct hz_reserve *selected, struct hz_arena *arena);

HZ_END_C

#endif
