/*
 * multivariate_predict.h: the second half of the multivariate chain ladder: ultimates and their
 * mean squared errors, once the coefficients of all ages are there (multivariate.h has the model
 * and the recursions).
 */

#ifndef HZ_RESERVE_MULTIVARIATE_PREDICT_H
#define HZ_RESERVE_MULTIVARIATE_PREDICT_H

#include "reserve/multivariate.h"

HZ_BEGIN_C

/*
 * Fills latest, ultimate, ibnr and the standard errors, which are there and 0, by origin and
 * triangle; the last row is of all origins, the last column of the portfolio. Origins are carried
 * to the last age one by one, which gives their values and errors; the parameters' part of the sum
 * is carried by itself, since all origins share the coefficients: at each age with the sum of the
 * origins that have reached it. O(A O N^3 R^2) with R coefficients a triangle. A figure may come
 * out infinite: who calls looks.
 */
void hz_multivariate_predict(struct hz_multivariate *fit, struct hz_arena *arena);

HZ_END_C

#endif
