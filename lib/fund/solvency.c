/* solvency.c: see solvency.h. */

#include "fund/solvency.h"

#include "random/random.h"

#include <gsl/gsl_sort.h>
#include <math.h>

double hz_solvency_path(const struct hz_solvency *fund, uint64_t seed, uint64_t path)
{
    struct hz_random random = hz_random_stream(seed, path);
    const double v = 1 / (1 + fund->yield), grow = (1 + fund->growth) * v;
    double weight = sqrt(v); /* of a year's flow, in money of the beginning */
    double lost = 0, most = 0;
    for (int t = 0; t < fund->years; t++) {
        const double payouts = hz_cumulated_draw(&fund->payouts, hz_random_uniform(&random));
        lost += (payouts - fund->net) * weight;
        most = lost > most ? lost : most;
        weight *= grow;
    }
    return most;
}

/* The least of n sorted needs that at least a share p of them does not exceed. */
static double at_share(const double need[], size_t n, double p)
{
    const double place = ceil(p * (double)n);
    return need[place < 1 ? 0 : (size_t)place - 1];
}

void hz_solvency_read(double need[], size_t n, double assets, double level,
                      struct hz_solvency_result *result)
{
    size_t exhausted = 0;
    double sum = 0;
    gsl_sort(need, 1, n);
    for (size_t i = 0; i < n; i++) {
        exhausted += need[i] > assets;
        sum += need[i];
    }
    const double p = (double)exhausted / (double)n;
    *result = (struct hz_solvency_result){.probability = p,
                                          .error = sqrt(p * (1 - p) / (double)n),
                                          .needed = at_share(need, n, 1 - level),
                                          .mean = sum / (double)n};
}

double hz_cost_of_capital(double capital, double rate, double yield, int years)
{
    double cost = 0;
    for (int t = 0; t < years; t++)
        cost += capital * (years - t) / years * pow(1 + yield, -(t + 1));
    return rate * cost;
}
