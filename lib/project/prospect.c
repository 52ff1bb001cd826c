/* prospect.c: see prospect.h. */

#include "project/prospect.h"

#include "base/memory.h"
#include "base/random.h"

#include <gsl/gsl_randist.h>
#include <math.h>
#include <stdlib.h>

double hz_prospect_credibility(double payouts, double full)
{
    return full > 0 && payouts < full ? sqrt(payouts / full) : 1;
}

double hz_prospect_mean(const struct hz_prospect_cell *cell, size_t period, double rate)
{
    double sum = 0;
    for (size_t i = 0; i < cell->amounts; i++)
        sum += cell->amount[i];
    return cell->ahead[period] * rate * cell->frequency * cell->severity * sum /
           (double)cell->amounts;
}

bool hz_prospect_check(const struct hz_prospect_cell cell[], size_t cells, struct hz_error *err)
{
    for (size_t c = 0; c < cells; c++)
        if (!(cell[c].exposure > 0) || cell[c].amounts == 0)
            return hz_error_set(
                err, HZ_ERROR_DATA, HZ_NOWHERE,
                _("cell %zu has an exposure of %g and %zu payouts in the past: want "
                  "some of both, of a wider cell if need be"),
                c + 1, cell[c].exposure, cell[c].amounts);
    return true;
}

/* What a cell pays in all periods, its rate and its sample of amounts being drawn first. */
static void add_cell(const struct hz_prospect_cell *cell, size_t periods, gsl_rng *rng,
                     double total[])
{
    const double rate = gsl_ran_gamma(rng, cell->payouts + 0.5, 1 / cell->exposure);
    double *again = hz_allocate(cell->amounts, sizeof *again);
    for (size_t i = 0; i < cell->amounts; i++)
        again[i] = cell->amount[gsl_rng_uniform_int(rng, cell->amounts)];
    for (size_t t = 0; t < periods; t++) {
        const double mean = rate * cell->frequency * cell->ahead[t];
        const unsigned n = mean > 0 ? gsl_ran_poisson(rng, mean) : 0;
        for (unsigned i = 0; i < n; i++)
            total[t] += again[gsl_rng_uniform_int(rng, cell->amounts)] * cell->severity;
    }
    free(again);
}

void hz_prospect_path(const struct hz_prospect_cell cell[], size_t cells, size_t periods,
                      uint64_t seed, uint64_t path, double total[])
{
    gsl_rng *rng = gsl_rng_alloc(hz_random_gsl);
    hz_random_gsl_set(rng, seed, path);
    for (size_t t = 0; t < periods; t++)
        total[t] = 0;
    for (size_t c = 0; c < cells; c++)
        add_cell(&cell[c], periods, rng, total);
    gsl_rng_free(rng);
}
