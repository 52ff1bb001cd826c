/* ratio.c: see ratio.h. */

#include "growth/ratio.h"

#include <assert.h>
#include <math.h>

struct hz_interval hz_ratio(struct hz_interval numerator, struct hz_interval denominator)
{
    const double low = isfinite(numerator.low) && isfinite(denominator.high)
                           ? numerator.low / denominator.high
                           : 0;
    const double high = isfinite(numerator.high) && denominator.low > 0
                            ? numerator.high / denominator.low
                            : (double)INFINITY;
    return (struct hz_interval){low, numerator.value / denominator.value, high};
}

bool hz_round_parts(const double part[], int count, double whole, int decimals, int64_t rounded[])
{
    const double scale = pow(10, decimals), most = 1e15;
    bool fits = fabs(whole * scale) < most;
    for (int i = 0; i < count; i++)
        fits = fits && fabs(part[i] * scale) < most;
    if (!fits)
        return false;
    int64_t left = llround(whole * scale);
    int largest = 0;
    for (int i = 0; i < count; i++) {
        rounded[i] = llround(part[i] * scale);
        left -= rounded[i];
        if (fabs(part[i]) > fabs(part[largest]))
            largest = i;
    }
    rounded[largest] += left;
    return true;
}

/*
 * In per cent. What figures above 0 can be is within 150,000 either way, also where a ratio is
 * none.
 */
static double log_change(double before, double after)
{
    const double ratio = after / before;
    return 100 * (isnormal(ratio) ? log(ratio) : log(after) - log(before));
}

struct hz_growth_parts hz_growth_decompose(const struct hz_payout_year *before,
                                           const struct hz_payout_year *after)
{
    enum { DECIMALS = 4, PARTS = 3 };
    const double whole = log_change(before->amount, after->amount);
    const double enrolments = log_change(before->enrolments, after->enrolments);
    const double payouts = log_change(before->payouts, after->payouts);
    const double part[PARTS] = {enrolments, payouts - enrolments, whole - payouts};
    int64_t rounded[PARTS];
    const bool fits = hz_round_parts(part, PARTS, whole, DECIMALS, rounded);
    assert(fits);
    (void)fits;
    return (struct hz_growth_parts){.amount = rounded[0] + rounded[1] + rounded[2],
                                    .enrolments = rounded[0],
                                    .frequency = rounded[1],
                                    .mean_payment = rounded[2]};
}
