/* root.c: see root.h. */

#include "risk/root.h"

#include <gsl/gsl_errno.h>
#include <gsl/gsl_math.h>
#include <gsl/gsl_roots.h>

bool hz_root_find(double (*function)(double x, void *context), void *context, double low,
                  double high, double *root)
{
    gsl_function f = {.function = function, .params = context};
    const double at_low = function(low, context), at_high = function(high, context);
    if (!(at_low * at_high < 0))
        return false;
    gsl_root_fsolver *solver = gsl_root_fsolver_alloc(gsl_root_fsolver_brent);
    int status = solver ? gsl_root_fsolver_set(solver, &f, low, high) : GSL_ENOMEM;
    for (int i = 0; i < 200 && status == GSL_SUCCESS; i++) {
        status = gsl_root_fsolver_iterate(solver);
        if (gsl_root_test_interval(gsl_root_fsolver_x_lower(solver),
                                   gsl_root_fsolver_x_upper(solver), 1e-15, 4e-16) == GSL_SUCCESS)
            break;
    }
    if (solver)
        *root = gsl_root_fsolver_root(solver);
    gsl_root_fsolver_free(solver);
    return status == GSL_SUCCESS;
}
