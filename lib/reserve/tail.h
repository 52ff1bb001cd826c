/* tail.h: development after the last age, extrapolated from the factors before it. */

#ifndef HZ_RESERVE_TAIL_H
#define HZ_RESERVE_TAIL_H

#include "base/error.h"

#include <stdbool.h>
#include <stddef.h>

enum hz_tail_curve {
    HZ_TAIL_CONSTANT = 0,  /* the factor that was chosen */
    HZ_TAIL_EXPONENTIAL,   /* ln(f - 1) on a line in k */
    HZ_TAIL_INVERSE_POWER, /* ln(f - 1) on a line in ln k (Sherman 1984) */
    HZ_TAIL_WEIBULL,       /* ln(ln(f / (f - 1))) on a line in ln k */
    HZ_TAIL_BONDY,         /* the last factor again */
    /* ln f falls at a steady ratio b, fitted from `from` on (n steps): f[from]^(b^n / (1 - b)) */
    HZ_TAIL_MODIFIED_BONDY,
    /* 1 / G at the last age of a growth curve fitted to all increments (emergence.h) */
    HZ_TAIL_CLARK_LOGLOGISTIC,
    HZ_TAIL_CLARK_WEIBULL
};

/* Their names, in the order of their values, then NULL. */
extern const char *const hz_tail_curve_names[];

/* Ages are counted by the number k of the step: 1 is the first. Zeroed: none, the chosen factor. */
struct hz_tail_choice {
    enum hz_tail_curve curve;
    double from;   /* the steps that are fitted start at these ages; 0: from the first, */
    double to;     /* to the last */
    size_t length; /* steps that are extrapolated after the last age; 0: 100 */
    double smooth; /* factors from this age on are the curve's too; 0: none */
};

/*
 * Extrapolates `steps` factors, that of step k in factor[k - 1], unknown ones NaN, from the ages
 * age[k - 1]. Factors up to 1.00001, whose logarithm is none to speak of, and unknown ones are not
 * fitted. `tail` becomes the product of the steps after the last; factors from the age `smooth` on
 * become the curve's. Growth curves are none of this function's: they take more than the factors.
 *
 * False, with what is missing in *why, and nothing changed: fewer than two factors to be fitted (one for
 * Bondy's), a curve that does not fall, for which there is no end of development.
 *
 * Source: Boor, J. (2006), Estimating tail development factors: what to do when the triangle runs out,
 * CAS Forum, Winter 2006, 345-390; Sherman, R. E. (1984), Extrapolating, smoothing and interpolating
 * development factors, PCAS LXXI, 122-155.
 */
HZ_MUST_USE bool hz_tail_fit(const struct hz_tail_choice *choice, const double age[], size_t steps,
                             double factor[], double *tail, const char **why);

#endif
