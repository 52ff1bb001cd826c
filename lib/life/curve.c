/* curve.c: see curve.h. */

#include "life/curve.h"

#include <math.h>

bool hz_curve_check(const struct hz_curve *curve, struct hz_error *err)
{
    if (curve->points == 0)
        return hz_error_set(err, HZ_ERROR_DATA, curve->place,
                            _("a curve without a point: expected a rate for one term at least"));
    for (size_t p = 0; p < curve->points; p++) {
        if (!(curve->term[p] >= 0) || (p > 0 && !(curve->term[p] > curve->term[p - 1])))
            return hz_error_set(
                err, HZ_ERROR_DATA, curve->place,
                _("point %zu of the curve has the term %g: expected terms of 0 years "
                  "or more that rise from point to point"),
                p + 1, curve->term[p]);
        if (!(curve->rate[p] > -1))
            return hz_error_set(err, HZ_ERROR_DATA, curve->place,
                                _("point %zu of the curve has the rate %g: expected more than -1 "
                                  "(0.03 is 3%%)"),
                                p + 1, curve->rate[p]);
    }
    return true;
}

bool hz_curve_need(const struct hz_curve *curve, double years, struct hz_error *err)
{
    const size_t last = curve->points - 1;
    if (last == 0 || years <= curve->term[last])
        return true;
    return hz_error_set(err, HZ_ERROR_DATA, curve->place,
                        _("the curve ends at %g years, and an amount is %g years away: add a term"),
                        curve->term[last], years);
}

double hz_curve_rate(const struct hz_curve *curve, double years)
{
    size_t p = 0;
    while (p < curve->points && curve->term[p] < years)
        p++;
    if (p == 0)
        return curve->rate[0];
    if (p == curve->points)
        return curve->rate[p - 1];
    const double share = (years - curve->term[p - 1]) / (curve->term[p] - curve->term[p - 1]);
    return curve->rate[p - 1] + share * (curve->rate[p] - curve->rate[p - 1]);
}

double hz_curve_discount(const struct hz_curve *curve, double years)
{
    return pow(1 + hz_curve_rate(curve, years), -years);
}

double hz_present_value(const struct hz_curve *curve, const double amount[], const double years[],
                        size_t n)
{
    double present = 0;
    for (size_t i = 0; i < n; i++)
        present += amount[i] * hz_curve_discount(curve, years[i]);
    return present;
}

double hz_duration(const struct hz_curve *curve, const double amount[], const double years[],
                   size_t n)
{
    double present = 0, weighted = 0;
    for (size_t i = 0; i < n; i++) {
        const double value = amount[i] * hz_curve_discount(curve, years[i]);
        present += value;
        weighted += value * years[i];
    }
    return present < 0 || present > 0 ? weighted / present : (double)NAN;
}
