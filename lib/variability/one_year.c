/* one_year.c: see one_year.h. */

#include "variability/one_year.h"

#include "base/memory.h"

#include <math.h>
#include <stdlib.h>

/* The weights by age before and after a diagonal, and what P adds up from there on. */
struct diagonal {
    const struct hz_reserve_basis *basis;
    const struct hz_reserve *mack;
    const double *value; /* origins x ages: observed latest, then projected */
    double *before, *after;
    double *later; /* sum over j > c of Q (1 / before - 1 / after) */
    size_t k;
};

size_t hz_one_year_periods(const struct hz_triangle *triangle)
{
    return triangle->ages - 1 - triangle->latest[triangle->origins - 1];
}

bool hz_one_year_check(const struct hz_development *development, const struct hz_triangle *triangle,
                       struct hz_error *err)
{
    const struct hz_development *d = development;
    const size_t last = d->ages - 1;
    if (d->choice.curve.curve != HZ_TAIL_CONSTANT)
        return hz_error_set(
            err, HZ_ERROR_DATA, triangle->place,
            _("the tail is by the curve %s, which moves with the factors in a year, and "
              "there is no formula for that: give its factor, %.6f"),
            hz_tail_curve_names[d->choice.curve.curve], d->factor[last]);
    if (d->se[last] > 0 || d->sigma[last] > 0)
        return hz_error_set(
            err, HZ_ERROR_DATA, triangle->place,
            _("the tail has an error, and no year tells how much of it shows by its "
              "end: leave out its se, sigma and errors"));
    return true;
}

static double square(double number)
{
    return number * number;
}

static double spread_of(const struct diagonal *diagonal, size_t j)
{
    const struct hz_development *d = diagonal->basis->development;
    return square(d->sigma[j] / d->factor[j]);
}

static double weight_of(const struct diagonal *diagonal, size_t o, size_t j)
{
    const struct hz_development *d = diagonal->basis->development;
    return pow(diagonal->value[o * d->ages + j], d->alpha[j]);
}

/* The column that an origin leaves with this diagonal; the last one, if it is there already. */
static size_t column_of(const struct diagonal *diagonal, size_t o)
{
    const struct hz_triangle *triangle = diagonal->basis->triangle;
    const size_t c = triangle->latest[o] + diagonal->k - 1;
    return c < triangle->ages - 1 ? c : triangle->ages - 1;
}

static void add_diagonal(struct diagonal *diagonal)
{
    const struct hz_triangle *triangle = diagonal->basis->triangle;
    const size_t last = triangle->ages - 1;
    for (size_t j = 0; j < last; j++)
        diagonal->before[j] = diagonal->after[j];
    for (size_t o = 0; o < triangle->origins; o++) {
        const size_t c = column_of(diagonal, o);
        if (c < last)
            diagonal->after[c] += weight_of(diagonal, o, c);
    }
    diagonal->later[last] = 0;
    for (size_t j = last; j-- > 0;) {
        const double part =
            spread_of(diagonal, j) * (1 / diagonal->before[j] - 1 / diagonal->after[j]);
        diagonal->later[j] = diagonal->later[j + 1] + part;
    }
}

/* The mean squares of all origins, and of the total, for one diagonal. */
static void find_errors(const struct diagonal *diagonal, size_t periods, double se[])
{
    const struct hz_triangle *triangle = diagonal->basis->triangle;
    const double *ultimate = diagonal->mack->ultimate;
    double younger = 0, total = 0;
    for (size_t o = triangle->origins; o-- > 0;) {
        const size_t c = column_of(diagonal, o);
        double own = 0, shared = 0;
        if (c < triangle->ages - 1 && fabs(ultimate[o]) > 0) {
            own = spread_of(diagonal, c) / weight_of(diagonal, o, c);
            shared = spread_of(diagonal, c) / diagonal->before[c] + diagonal->later[c + 1];
        }
        se[o * periods + diagonal->k - 1] = fabs(ultimate[o]) * sqrt(own + shared);
        total += square(ultimate[o]) * own + shared * ultimate[o] * (ultimate[o] + 2 * younger);
        younger += ultimate[o];
    }
    se[triangle->origins * periods + diagonal->k - 1] = sqrt(total);
}

void hz_one_year_errors(const struct hz_reserve_basis *basis, const struct hz_reserve *mack,
                        double se[])
{
    const struct hz_triangle *triangle = basis->triangle;
    const struct hz_development *d = basis->development;
    const size_t ages = triangle->ages, periods = hz_one_year_periods(triangle);
    double *value = hz_allocate((triangle->origins + 3) * ages, sizeof *value);
    struct diagonal diagonal = {.basis = basis,
                                .mack = mack,
                                .value = value,
                                .before = value + triangle->origins * ages,
                                .after = value + (triangle->origins + 1) * ages,
                                .later = value + (triangle->origins + 2) * ages};
    for (size_t o = 0; o < triangle->origins; o++) {
        double *row = value + o * ages;
        row[triangle->latest[o]] = mack->latest[o];
        for (size_t k = triangle->latest[o]; k + 1 < ages; k++)
            row[k + 1] = row[k] * d->factor[k];
    }
    for (size_t j = 0; j + 1 < ages; j++)
        diagonal.after[j] = d->weight[j];
    for (diagonal.k = 1; diagonal.k <= periods; diagonal.k++) {
        add_diagonal(&diagonal);
        find_errors(&diagonal, periods, se);
    }
    free(value);
}
