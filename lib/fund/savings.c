/* savings.c: see savings.h. */

#include "fund/savings.h"

#include <math.h>

bool hz_savings_yield(double deposit, double plain, int years, enum hz_savings_interest interest,
                      double *yield, struct hz_error *err)
{
    if (!(plain > 0 && plain < deposit && years > 0))
        return hz_error_set(err, HZ_ERROR_DATA, HZ_NOWHERE,
                            _("a deposit of %g against a contribution of %g for %d years has no "
                              "yield: want a contribution above 0 and below the deposit, and a "
                              "year or more"),
                            deposit, plain, years);
    *yield = interest == HZ_INTEREST_SIMPLE
                 ? plain / deposit / years
                 : expm1(-log1p(-plain / deposit) / years); /* d i a = d (1 - v^n) */
    return true;
}

bool hz_savings_owed(double deposit, double refund, double term_years, double left_years,
                     double unearned_part, const struct hz_curve *curve,
                     struct hz_savings_liability *owed, struct hz_error *err)
{
    if (!(deposit >= 0 && refund >= 0 && left_years >= 0 && left_years <= term_years &&
          unearned_part >= 0 && unearned_part <= 1))
        return hz_error_set(err, HZ_ERROR_DATA, HZ_NOWHERE,
                            _("a deposit of %g with a refund of %g and %g of %g years to go: want "
                              "no negative amount, and no more years to go than the term has"),
                            deposit, refund, left_years, term_years);
    if (!hz_curve_need(curve, term_years, err))
        return false;
    const double charge = deposit - refund * hz_curve_discount(curve, term_years);
    owed->refund = refund;
    owed->present = refund * hz_curve_discount(curve, left_years);
    owed->charge = charge > 0 ? charge : 0;
    owed->unearned = owed->charge * unearned_part;
    owed->total = owed->present + owed->unearned;
    return true;
}
