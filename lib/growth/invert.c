/* invert.c: see invert.h. */

#include "growth/invert.h"

#include <math.h>

static struct hz_interval interval_of(const struct hz_published *figure)
{
    return (struct hz_interval){hz_published_low(figure), hz_published_value(figure),
                                hz_published_high(figure)};
}

bool hz_invert(struct hz_inversion *inversion, const struct hz_published *total,
               const struct hz_published *rate, size_t years, struct hz_error *err)
{
    *inversion = (struct hz_inversion){interval_of(total), interval_of(rate), years};
    if (years < 1 || years > HZ_INVERT_YEARS)
        return hz_error_set(err, HZ_ERROR_DATA, HZ_NOWHERE, _("%zu years: expected 1 to %d"), years,
                            HZ_INVERT_YEARS);
    if (!total->has_low || !total->has_high || total->low <= 0)
        return hz_error_set(err, HZ_ERROR_DATA, HZ_NOWHERE,
                            _("the total must be above zero, and rounded rather than only bounded "
                              "(近, 超), to find levels from it"));
    if (!rate->has_low || !rate->has_high || rate->low <= -(hz_sum)HZ_PUBLISHED_ONE)
        return hz_error_set(err, HZ_ERROR_DATA, HZ_NOWHERE,
                            _("the rate must be above -100%%, and rounded rather than only bounded "
                              "(近, 超), to find levels from it"));
    return true;
}

/* The total in units of the level of a year: sum of q^(k - year) over k = 1..n, with q = 1 + g. */
static double share_sum(double q, size_t years, size_t year)
{
    double sum = 0;
    for (size_t k = 1; k <= years; k++)
        sum += pow(q, (double)k - (double)year);
    return sum;
}

static double share_slope(double q, size_t years, size_t year)
{
    double slope = 0;
    for (size_t k = 1; k <= years; k++) {
        const double power = (double)k - (double)year;
        slope += power * pow(q, power - 1);
    }
    return slope;
}

double hz_growth_factor_sum(double rate, size_t years)
{
    return share_sum(1 + rate, years, 0);
}

/*
 * Each power of q is convex, and so is their sum: it is largest at an end of the interval, and
 * smallest at an end or where its slope, which rises, is zero. Halving finds that place to the last
 * bit.
 */
static double least_share_sum(double low, double high, size_t years, size_t year)
{
    if (share_slope(low, years, year) >= 0)
        return share_sum(low, years, year);
    if (share_slope(high, years, year) <= 0)
        return share_sum(high, years, year);
    for (double middle; (middle = low + (high - low) / 2) > low && middle < high;)
        if (share_slope(middle, years, year) < 0)
            low = middle;
        else
            high = middle;
    return share_sum(low, years, year);
}

struct hz_interval hz_invert_level(const struct hz_inversion *inversion, size_t year)
{
    const struct hz_interval *total = &inversion->total, *rate = &inversion->rate;
    const size_t n = inversion->years;
    const double low = 1 + rate->low, high = 1 + rate->high;
    return (struct hz_interval){
        .low = total->low / fmax(share_sum(low, n, year), share_sum(high, n, year)),
        .value = total->value / share_sum(1 + rate->value, n, year),
        .high = total->high / least_share_sum(low, high, n, year),
    };
}

static bool overlap(struct hz_interval a, struct hz_interval b)
{
    return a.low <= b.high && b.low <= a.high;
}

/*
 * By the level method only the first and the last level are tied: the years between share what is
 * left of the total, in any way. By the cumulative method the base is tied to the total alone. A
 * year that is known uses up its part of the total; with no other year to take the rest, all of it.
 */
struct hz_invert_verdict hz_invert_known(const struct hz_inversion *inversion, size_t year,
                                         struct hz_interval known)
{
    const struct hz_interval total = inversion->total;
    const size_t n = inversion->years;
    const double least_growth = pow(1 + inversion->rate.low, (double)n);
    struct hz_invert_verdict verdict = {
        .steady = overlap(hz_invert_level(inversion, year), known),
        .level = n == 1 ? overlap(hz_invert_level(inversion, year), known)
                 : year ? known.low < total.high
                        : known.low * least_growth < total.high,
        .cumulative = year == 0 || n == 1 ? overlap(hz_invert_level(inversion, year), known)
                                          : known.low < total.high,
    };
    return verdict;
}
