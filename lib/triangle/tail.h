/* tail.h: development after the last age, extrapolated from the factors before it. */

#ifndef HZ_TRIANGLE_TAIL_H
#define HZ_TRIANGLE_TAIL_H

#include "base/error.h"
#include "base/linkage.h"

#include <stdbool.h>
#include <stddef.h>

HZ_BEGIN_C

enum hz_tail_curve {
    HZ_TAIL_CONSTANT = 0,  /* the factor that was chosen */
    HZ_TAIL_EXPONENTIAL,   /* ln(f - 1) on a line in k */
    HZ_TAIL_INVERSE_POWER, /* ln(f - 1) on a line in ln k (Sherman 1984) */
    HZ_TAIL_WEIBULL,       /* ln(ln(f / (f - 1))) on a line in ln k */
    HZ_TAIL_BONDY,         /* the last factor again */
    /* ln f falls at a steady ratio b, fitted from `from` on (n steps): f[from]^(b^n / (1 - b)) */
    HZ_TAIL_MODIFIED_BONDY,
    /* as the exponential, but the steps after the last one that is fitted: R's MackChainLadder */
    HZ_TAIL_LOG_LINEAR,
    /* 1 / G at the last age of a growth curve fitted to all increments (emergence.h) */
    HZ_TAIL_CLARK_LOGLOGISTIC,
    HZ_TAIL_CLARK_WEIBULL
};

/* What the standard error and the sigma of a tail are if they are not given. */
enum hz_tail_error_rule {
    HZ_TAIL_CERTAIN = 0,  /* 0 */
    HZ_TAIL_EXTRAPOLATED, /* those of the factors, where these come down to the tail */
};

/* The names of both, in the order of their values, then NULL. */
extern const char *const hz_tail_curve_names[];
extern const char *const hz_tail_error_rule_names[];

/* Ages are counted by the number k of the step: 1 is the first. Zeroed: none, the chosen factor. */
struct hz_tail_choice {
    enum hz_tail_curve curve;
    double from;      /* the steps that are fitted start at these ages; 0: from the first, */
    double to;        /* to the last; */
    const double *at; /* of these, only at those ages; NULL: at all. (Not of Bondy's curves, for */
    size_t ats;       /* which steps follow each other.) */
    struct hz_place place; /* where these were read, for messages */
    size_t length;         /* steps that are extrapolated after the last age; 0: 100 */
    double smooth;         /* factors from this age on are the curve's too; 0: none */
};

/*
 * A tail, and the curve that it is of. By curve, k being the number of a step:
 *
 *     exponential, log-linear    ln(f - 1)           = level + slope k
 *     inverse-power              ln(f - 1)           = level + slope ln k
 *     weibull                    ln(ln(f / (f - 1))) = level + slope ln k
 *     bondy, modified-bondy      ln f                = level ratio^(k - first)
 *
 * Of the others only the factor and the curve's name are set.
 */
struct hz_tail {
    enum hz_tail_curve curve;
    double factor;       /* of all steps that are extrapolated */
    double level, slope; /* slope is the ratio of a Bondy curve */
    size_t first;        /* the first step that is extrapolated */
    size_t length;       /* steps that are; 0: without end */
    size_t origin;       /* the step at which a Bondy curve has its level */
};

/* Whether a curve is a line through the factors that are fitted, which may be any. */
static inline bool hz_tail_is_line(enum hz_tail_curve curve)
{
    return curve == HZ_TAIL_EXPONENTIAL || curve == HZ_TAIL_INVERSE_POWER ||
           curve == HZ_TAIL_WEIBULL || curve == HZ_TAIL_LOG_LINEAR;
}

/*
 * Extrapolates `steps` factors, that of step k in factor[k - 1], unknown ones NaN, from the ages
 * age[k - 1]. Factors up to 1.00001, whose logarithm is none to speak of, and unknown ones are not
 * fitted. The tail's factor is the product of the steps after the last; factors from the age
 * `smooth` on become the curve's. Growth curves are none of this function's: they take more than
 * the factors.
 *
 * False, with what is missing in *why, and nothing changed: fewer than two factors to be fitted
 * (one for Bondy's), a curve that does not fall, for which there is no end of development; a choice
 * that the curve has no use for (of bondy: to, length and smooth, for it repeats one factor).
 *
 * Source: Boor, J. (2006), Estimating tail development factors: what to do when the triangle runs
 * out, CAS Forum, Winter 2006, 345-390; Sherman, R. E. (1984), Extrapolating, smoothing and
 * interpolating development factors, PCAS LXXI, 122-155.
 */
HZ_MUST_USE bool hz_tail_fit(const struct hz_tail_choice *choice, const double age[], size_t steps,
                             double factor[], struct hz_tail *tail, const char **why);

/*
 * Development in the first so many steps of a tail: the product of their factors, from 1 to the
 * tail's factor. Of Bondy's it follows from what he assumes, that ln f halves from step to step.
 * NaN for curves that only have a factor.
 */
double hz_tail_upto(const struct hz_tail *tail, size_t steps);

/*
 * The standard error, or the sigma, of a tail, from those of the factors: ln(f - 1) on a line in k,
 * over the ages of the choice, gives the step (a fraction, within the triangle if the tail is
 * large) at which a factor is as large as the tail; ln(spread), on a line in k too, is taken there.
 * `spread` is by step, those that are 0 or NaN left out. A tail of 1 has none.
 *
 * False, with what is missing in *why: a tail below 1; fewer than two points for a line; factors
 * that do not fall; a spread that does not fall and would be extrapolated beyond the last step, or
 * one that would be extrapolated to more than a step before the first, for a tail that is larger.
 *
 * Source: Mack, T. (1999), ASTIN Bulletin 29(2), 361-366, who has it from judgement between the
 * ages with factors like the tail; the two lines are those of R's ChainLadder, MackChainLadder(tail
 * = ).
 */
HZ_MUST_USE bool hz_tail_spread(const struct hz_tail_choice *choice, const double age[],
                                size_t steps, const double factor[], double tail,
                                const double spread[], double *of_tail, const char **why);

HZ_END_C

#endif
