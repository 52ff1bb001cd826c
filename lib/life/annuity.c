/* annuity.c: see annuity.h. */

#include "life/annuity.h"

#include <math.h>

/* 1 - (1 + rate)^-years, without loss of digits where the rate is small. */
static double discount(double rate, double years)
{
    return -expm1(-years * log1p(rate));
}

double hz_rate_effective(double nominal, int times)
{
    return expm1(times * log1p(nominal / times));
}

double hz_rate_nominal(double effective, int times)
{
    return times * expm1(log1p(effective) / times);
}

double hz_annuity_certain(const struct hz_annuity *annuity)
{
    const double nominal = hz_rate_nominal(annuity->rate, annuity->times);
    if (!(nominal < 0 || nominal > 0))
        return annuity->years;
    const double step = pow(1 + annuity->rate, 1.0 / annuity->times);
    const double immediate = discount(annuity->rate, annuity->years) / nominal;
    return immediate * (annuity->is_due ? step : 1) * pow(1 + annuity->rate, -annuity->deferred);
}

double hz_annuity_accumulated(const struct hz_annuity *annuity)
{
    return hz_annuity_certain(annuity) * pow(1 + annuity->rate, annuity->years + annuity->deferred);
}

/* Payments of a, a + step, a + 2 step, ... at the ends of the years. */
static double sum_payments(double rate, int years, double first, double step)
{
    double sum = 0;
    for (int t = 1; t <= years; t++)
        sum += (first + (t - 1) * step) * pow(1 + rate, -t);
    return sum;
}

double hz_annuity_increasing(double rate, int years)
{
    return sum_payments(rate, years, 1, 1);
}

double hz_annuity_decreasing(double rate, int years)
{
    return sum_payments(rate, years, years, -1);
}
