/* case_development.c: see case_development.h. */

#include "reserve/case_development.h"

#include <math.h>

static double outstanding(const struct hz_reserve_basis *basis, size_t o, size_t k)
{
    return hz_triangle_value(basis->incurred, o, k) - hz_triangle_value(basis->triangle, o, k);
}

/* What of a unit of case outstanding at column k is paid by the next, and what is left then. */
static bool average(const struct hz_reserve_basis *basis, size_t k, double *paid, double *left)
{
    const struct hz_triangle *triangle = basis->triangle;
    size_t n = 0;
    *paid = 0;
    *left = 0;
    for (size_t o = 0; o < triangle->origins; o++) {
        if (!hz_triangle_is_observed(triangle, o, k) ||
            !hz_triangle_is_observed(triangle, o, k + 1) || outstanding(basis, o, k) == 0)
            continue;
        const double added =
            hz_triangle_value(triangle, o, k + 1) - hz_triangle_value(triangle, o, k);
        *paid += added / outstanding(basis, o, k);
        *left += outstanding(basis, o, k + 1) / outstanding(basis, o, k);
        n++;
    }
    *paid /= (double)n;
    *left /= (double)n;
    return n > 0;
}

bool hz_case_development(const struct hz_reserve_basis *basis, struct hz_reserve *reserve,
                         struct hz_error *err)
{
    const struct hz_triangle *triangle = basis->triangle;
    const size_t last = reserve->ages - 1;
    for (size_t o = 0; o < reserve->origins; o++) {
        double *payment = reserve->payment + o * reserve->ages;
        double open = outstanding(basis, o, triangle->latest[o]);
        double paid, left;
        reserve->ibnr[o] = 0;
        for (size_t k = triangle->latest[o]; k < last; k++) {
            if (!average(basis, k, &paid, &left))
                return hz_error_set(err, HZ_ERROR_DATA, triangle->place,
                                    _("case-development: no origin with case outstanding at "
                                      "development %.15g is observed at %.15g too"),
                                    triangle->age[k], triangle->age[k + 1]);
            payment[k] = open * paid;
            open *= left;
            reserve->ibnr[o] += payment[k];
        }
        payment[last] = open * basis->development->factor[last];
        reserve->ibnr[o] += payment[last];
        reserve->ultimate[o] = reserve->latest[o] + reserve->ibnr[o];
        reserve->to_ultimate[o] = (double)NAN;
    }
    return basis->development->tail_fault == NULL ||
           hz_development_require(basis->development, triangle, err);
}
