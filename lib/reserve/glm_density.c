/* glm_density.c: see glm_density.h. */

#include "reserve/glm_density.h"

#include <gsl/gsl_sf_gamma.h>
#include <math.h>

/* Terms below this, relatively and in logarithms, add nothing. */
static const double negligible = -40;

/* From so many claims on, the series is long and its limit is good to a millionth. */
static const double many = 1e4;

/* The logarithm of term j of the series. */
struct series {
    double of_j; /* what is in proportion to j */
    double shape;
};

static double term(const struct series *series, double j)
{
    return j * series->of_j - gsl_sf_lngamma(j + 1) - gsl_sf_lngamma(j * series->shape);
}

/* The terms from j on, in the direction of `step`, relative to the largest. */
static double add_terms(const struct series *series, double largest, double j, int step)
{
    double sum = 0;
    for (; j >= 1; j += step) {
        const double next = term(series, j) - largest;
        if (next < negligible)
            break;
        sum += exp(next);
    }
    return sum;
}

/* The saddlepoint approximation, whose error falls with the number of claims behind the amount. */
static double approximate(double amount, double mean, double phi, double power)
{
    const double deviance =
        2 * (pow(amount, 2 - power) / ((1 - power) * (2 - power)) -
             amount * pow(mean, 1 - power) / (1 - power) + pow(mean, 2 - power) / (2 - power));
    return -0.5 * log(2 * M_PI * phi * pow(amount, power)) - deviance / (2 * phi);
}

double hz_log_compound_poisson(double amount, double mean, double phi, double power)
{
    const double claims = pow(mean, 2 - power) / (phi * (2 - power));
    if (!(amount > 0))
        return -claims;
    const double shape = (2 - power) / (power - 1);
    const struct series series = {.of_j = shape * log(amount / (power - 1)) -
                                          (1 + shape) * log(phi) - log(2 - power),
                                  .shape = shape};
    const double largest_at = fmax(1, round(pow(amount, 2 - power) / (phi * (2 - power))));
    if (largest_at > many)
        return approximate(amount, mean, phi, power);
    const double largest = term(&series, largest_at);
    const double sum = add_terms(&series, largest, largest_at, 1) +
                       add_terms(&series, largest, largest_at - 1, -1);
    return largest + log(sum) - log(amount) - amount * pow(mean, 1 - power) / (phi * (power - 1)) -
           claims;
}

double hz_log_negative_binomial(double number, double mean, double theta)
{
    return gsl_sf_lngamma(number + theta) - gsl_sf_lngamma(theta) - gsl_sf_lngamma(number + 1) +
           number * log(mean / (mean + theta)) - theta * log1p(mean / theta);
}
