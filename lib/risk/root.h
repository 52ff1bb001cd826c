/* root.h: a zero of a function of one variable, by GSL's Brent-Dekker method. */

#ifndef HZ_RISK_ROOT_H
#define HZ_RISK_ROOT_H

#include "base/attr.h"
#include "base/linkage.h"

#include <stdbool.h>

HZ_BEGIN_C

/* To the last digits. False if the function has the same sign at both ends, or none. */
HZ_MUST_USE bool hz_root_find(double (*function)(double x, void *context), void *context,
                              double low, double high, double *root);

HZ_END_C

#endif
