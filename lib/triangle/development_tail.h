/* development_tail.h: the tail of a development: its curve, its errors, what is left of it. */

#ifndef HZ_TRIANGLE_DEVELOPMENT_TAIL_H
#define HZ_TRIANGLE_DEVELOPMENT_TAIL_H

#include "triangle/development.h"

HZ_BEGIN_C

/*
 * Sets what a development has after the last age, as was chosen: the factor, with its standard
 * error and sigma, the curve, and why there is none. Factors that the curve smooths become its own.
 * `alpha`, that of the average, is the tail's where the step before it has none.
 */
void hz_development_attach_tail(struct hz_development *d, const struct hz_triangle *triangle,
                                double alpha);

/* Refuses (data) a tail that its curve does not give, and says why. */
HZ_MUST_USE bool hz_development_require_tail(const struct hz_development *development,
                                             const struct hz_triangle *triangle,
                                             struct hz_error *err);

/*
 * The share of a tail's development that is left after so many steps behind the last age, from 1 to
 * 0, as its curve has it; of a tail that has none, or where it was chosen, by the decay.
 */
double hz_development_tail_left(const struct hz_development *development,
                                const struct hz_triangle *triangle, size_t steps);

HZ_END_C

#endif
