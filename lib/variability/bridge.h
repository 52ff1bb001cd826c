/*
 * bridge.h: why a reserve moved from one valuation to the next (准备金回溯分析): one thing is
 * changed at a time, and the reserve is estimated again.
 */

#ifndef HZ_VARIABILITY_BRIDGE_H
#define HZ_VARIABILITY_BRIDGE_H

#include "base/linkage.h"
#include "reserve/method.h"

HZ_BEGIN_C

/* What changes, in the order in which it is looked at unless another one is asked for. */
enum hz_bridge_change {
    HZ_BRIDGE_SELECTIONS, /* selected factors, averages, the tail */
    HZ_BRIDGE_PRIOR,      /* what is expected of a unit of exposure, and the exposures */
    HZ_BRIDGE_METHOD,
    HZ_BRIDGE_CHANGES,
};
extern const char *const hz_bridge_change_names[]; /* then NULL */

/* A valuation: all that its reserve is made of. Borrowed. */
struct hz_valuation {
    const struct hz_triangle *triangle;
    const double *exposure; /* or NULL */
    struct hz_development_choice choice;
    struct hz_method_parameters parameters;
    const struct hz_method *method;
    double rate; /* yearly, at which what it expects to be paid is discounted; NaN: it is not */
};

/*
 * What the reserve of each origin was after each step, in cents of its unit, so that steps, which
 * are differences of these, add up. Origins are those of the new triangle, and then the sum of all.
 */
enum hz_bridge_level {
    HZ_BRIDGE_OPENING,
    HZ_BRIDGE_EXPECTED,   /* less what was expected to be paid since */
    HZ_BRIDGE_UNWIND,     /* and the rest nearer by the time that has passed */
    HZ_BRIDGE_PAID,       /* less what was paid */
    HZ_BRIDGE_EXPERIENCE, /* ultimates moved by the new diagonals, factors as they were */
    HZ_BRIDGE_FACTORS,    /* and by factors averaged anew, chosen as they were */
    HZ_BRIDGE_CHANGED,    /* the first of HZ_BRIDGE_CHANGES changes, in their order */
    HZ_BRIDGE_RATE = HZ_BRIDGE_CHANGED + HZ_BRIDGE_CHANGES, /* discounted at the new rate */
    HZ_BRIDGE_NEW, /* with the origins that are new: closing */
    HZ_BRIDGE_LEVELS,
};
struct hz_bridge {
    size_t origins;
    int64_t (*level)[HZ_BRIDGE_LEVELS]; /* owned by the arena */
};

/*
 * Makes the bridge. order[HZ_BRIDGE_CHANGES] is the changes as they are to be made. A method that
 * does not take factors as they are (generalised linear models, curves, Meyers' models) is
 * estimated anew with the new diagonals, and that is all experience.
 *
 * The factors as they were are those of the old triangle; an age that it did not have takes the old
 * tail, and later ones nothing.
 *
 * Of discounted reserves, payments fall in the middle of their development period, those of a tail
 * in the one after the last age, and what was or was to be paid since counts as it is. Both
 * valuations have a rate, or neither.
 *
 * Refused (data): what the methods refuse; discounted ones of origins that are no calendar periods,
 * or by a method that does not say when it expects payments; an origin of the old triangle that the
 * new one does not have, or is observed less far in it; ages that are not those of the old
 * triangle, but for later ones; amounts that hz_bridge_cents refuses.
 */
HZ_MUST_USE bool hz_bridge_new(struct hz_bridge *bridge, const struct hz_valuation *before,
                               const struct hz_valuation *after,
                               const enum hz_bridge_change order[], struct hz_arena *arena,
                               struct hz_error *err);

/*
 * What a reserve's payments from a column on are worth `passed` years after its valuation, at a
 * yearly rate; NaN: their sum. Refused as above.
 */
HZ_MUST_USE bool hz_bridge_worth(double *worth, const struct hz_triangle *triangle,
                                 const struct hz_reserve *reserve, size_t origin, size_t from,
                                 double rate, double passed, struct hz_error *err);

/*
 * An amount to the nearest cent, added to *sum. Refused (data), at the place: 10^14 or more, of
 * which a double does not know the cents, and sums beyond 64 bits.
 */
HZ_MUST_USE bool hz_bridge_cents(double amount, struct hz_place place, int64_t *cents, int64_t *sum,
                                 struct hz_error *err);

HZ_END_C

#endif
