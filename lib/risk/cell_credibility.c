/* cell_credibility.c: see cell_credibility.h. */

#include "risk/cell_credibility.h"

#include <math.h>

/* Weights and ratios of the cells; gives the number of those that have any. */
static size_t average(const struct hz_cell_year row[], size_t rows, size_t cells,
                      struct hz_credible_cell credible[])
{
    size_t known = 0;
    for (size_t c = 0; c < cells; c++)
        credible[c] = (struct hz_credible_cell){0};
    for (size_t r = 0; r < rows; r++) {
        credible[row[r].cell].weight += row[r].weight;
        credible[row[r].cell].ratio += row[r].weight * row[r].ratio;
    }
    for (size_t c = 0; c < cells; c++)
        if (credible[c].weight > 0) {
            credible[c].ratio /= credible[c].weight;
            known++;
        }
    return known;
}

static double variance_within(const struct hz_cell_year row[], size_t rows, size_t known,
                              const struct hz_credible_cell credible[])
{
    double squares = 0;
    size_t observed = 0;
    for (size_t r = 0; r < rows; r++) {
        squares += row[r].weight * pow(row[r].ratio - credible[row[r].cell].ratio, 2);
        observed += row[r].weight > 0;
    }
    return observed > known ? squares / (double)(observed - known) : 0;
}

static double variance_between(size_t cells, size_t known, const struct hz_credible_cell credible[],
                               double within)
{
    double weight = 0, squares = 0, mean = 0, spread = 0;
    for (size_t c = 0; c < cells; c++) {
        weight += credible[c].weight;
        squares += pow(credible[c].weight, 2);
        mean += credible[c].weight * credible[c].ratio;
    }
    mean /= weight;
    for (size_t c = 0; c < cells; c++)
        spread += credible[c].weight * pow(credible[c].ratio - mean, 2);
    if (known < 2)
        return 0;
    return fmax(0, weight / (weight * weight - squares) * (spread - (double)(known - 1) * within));
}

struct hz_cell_credibility hz_cell_credibility(const struct hz_cell_year row[], size_t rows,
                                               size_t cells, struct hz_credible_cell credible[])
{
    const size_t known = average(row, rows, cells, credible);
    struct hz_cell_credibility found = {.collective = (double)NAN};
    if (known == 0)
        return found;
    found.within = variance_within(row, rows, known, credible);
    found.between = variance_between(cells, known, credible, found.within);
    double sum = 0, weight = 0;
    for (size_t c = 0; c < cells; c++) {
        struct hz_credible_cell *of = &credible[c];
        of->z = found.between > 0 && of->weight > 0
                    ? of->weight / (of->weight + found.within / found.between)
                    : 0;
        const double share = found.between > 0 ? of->z : of->weight;
        sum += share * of->ratio;
        weight += share;
    }
    found.collective = sum / weight;
    for (size_t c = 0; c < cells; c++) {
        struct hz_credible_cell *of = &credible[c];
        if (!(of->weight > 0))
            of->ratio = found.collective;
        of->estimate = of->z * of->ratio + (1 - of->z) * found.collective;
        of->variance = (1 - of->z) * found.between;
    }
    return found;
}
