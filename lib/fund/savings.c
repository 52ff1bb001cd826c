/* savings.c: see savings.h. */

#include "fund/savings.h"

#include <math.h>

const char *const hz_savings_interest_names[] = {"compound", "yearly", "simple", NULL};

const char *hz_savings_assumption(enum hz_savings_interest interest)
{
    switch (interest) {
    case HZ_INTEREST_COMPOUND:
        return _("interest stays and earns until the refund; the contribution is due at the start");
    case HZ_INTEREST_YEARLY:
        return _(
            "interest on the deposit is taken out at the end of each year; the contribution is "
            "due at the start");
    default:
        return _(
            "interest on the deposit alone, without interest on it; the contribution is due at "
            "the end");
    }
}

bool hz_savings_yield(double deposit, double plain, int years, enum hz_savings_interest interest,
                      double *yield, struct hz_error *err)
{
    if (!(plain > 0 && plain < deposit && years > 0))
        return hz_error_set(err, HZ_ERROR_DATA, HZ_NOWHERE,
                            _("a deposit of %g against a contribution of %g for %d years has no "
                              "yield: expected a contribution above 0 and below the deposit, and a "
                              "year or more"),
                            deposit, plain, years);
    *yield = interest == HZ_INTEREST_SIMPLE
                 ? plain / deposit / years
                 : expm1(-log1p(-plain / deposit) / years); /* d i a = d (1 - v^n) */
    return true;
}

bool hz_savings_is_charged(double deposit, double refund, double term_years,
                           const struct hz_curve *curve)
{
    return deposit > refund * hz_curve_discount(curve, term_years);
}

bool hz_savings_owed(double deposit, double refund, bool is_charged, double term_years,
                     double left_years, double unearned_part, const struct hz_curve *curve,
                     struct hz_savings_liability *owed, struct hz_error *err)
{
    if (!(left_years >= 0 && left_years <= term_years && unearned_part >= 0 && unearned_part <= 1))
        return hz_error_set(err, HZ_ERROR_DATA, HZ_NOWHERE,
                            _("%g of %g years to go: expected no more than the term has"),
                            left_years, term_years);
    if (!hz_curve_need(curve, term_years, err))
        return false;
    owed->refund = refund;
    owed->present = refund * hz_curve_discount(curve, left_years);
    owed->charge = is_charged ? deposit - refund * hz_curve_discount(curve, term_years) : 0;
    owed->unearned = owed->charge * unearned_part;
    owed->total = owed->present + owed->unearned;
    return true;
}

struct hz_savings_exits hz_savings_exit(int age, double left_years, const struct hz_curve *curve,
                                        const struct hz_rate_table *death,
                                        const struct hz_rate_table *lapse)
{
    struct hz_savings_exits exits = {.matured = 1};
    for (int year = 0; year < left_years; year++) {
        const double step = fmin(1, left_years - year);
        const double dead = death ? hz_rate_table_at(death, age + year) * step : 0;
        const double lapsed =
            lapse ? fmin(hz_rate_table_at(lapse, age + year) * step, 1 - dead) : 0;
        exits.deaths += exits.matured * dead;
        exits.lapses += exits.matured * lapsed;
        exits.present +=
            exits.matured * (dead + lapsed) * hz_curve_discount(curve, year + step / 2);
        exits.matured *= 1 - dead - lapsed;
    }
    exits.present += exits.matured * hz_curve_discount(curve, left_years);
    return exits;
}
