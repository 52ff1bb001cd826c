/* percent_of_paid.c: see percent_of_paid.h. */

#include "reserve/percent_of_paid.h"

#include "reserve/expected.h"

/* What an origin was paid on the last so many diagonals. */
static bool find_base(const struct hz_reserve_basis *basis, size_t o, double *base,
                      struct hz_error *err)
{
    const struct hz_triangle *triangle = basis->triangle;
    const size_t first = triangle->first[o];
    size_t k = triangle->latest[o];
    *base = 0;
    for (size_t back; k + 1 > first; k--) {
        if (!hz_triangle_diagonal(triangle, o, k, &back))
            return hz_error_set(err, HZ_ERROR_DATA, triangle->place,
                                _("the diagonals cannot be told: origins are to follow each other "
                                  "by whole steps of age"));
        if (back >= (size_t)basis->parameters.percent_of)
            break;
        if (k == first && first > 0)
            return hz_error_set(err, HZ_ERROR_DATA, triangle->place,
                                _("origin %.*s, development %.15g: the age before is missing, so "
                                  "that it is not known what was paid"),
                                HZ_TEXT_ARGS(triangle->origin[o]), triangle->age[k]);
        *base += hz_triangle_value(triangle, o, k);
        if (k > first)
            *base -= hz_triangle_value(triangle, o, k - 1);
        if (k == 0)
            break;
    }
    return true;
}

bool hz_percent_of_paid(const struct hz_reserve_basis *basis, struct hz_reserve *reserve,
                        struct hz_error *err)
{
    if (basis->parameters.percent_of == 0)
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("percent-of-paid needs a percentage and how many diagonals it is of "
                              "(--percent, --percent-of)"));
    for (size_t o = 0; o < reserve->origins; o++) {
        double base;
        if (!find_base(basis, o, &base, err))
            return false;
        reserve->ibnr[o] = basis->parameters.percent * base;
        reserve->ultimate[o] = reserve->latest[o] + reserve->ibnr[o];
        hz_expected_emerge(basis, reserve, o);
    }
    return true;
}
