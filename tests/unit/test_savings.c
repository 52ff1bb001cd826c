/* Deposits against plain contributions: the group accident plan of Shanghai, 2006, by hand. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "fund/savings.h"
#include "life/annuity.h"

#include <math.h>

static void near(double got, double want, double tolerance)
{
    if (!(fabs(got - want) <= tolerance))
        fail_msg("%.15g is not %.15g", got, want);
}

static double yield_of(double plain, int years, enum hz_savings_interest interest)
{
    struct hz_error err = {0};
    double yield;
    assert_true(hz_savings_yield(410, plain, years, interest, &yield, &err));
    return yield;
}

/*
 * 410 refunded against 10 for a year: 400 grows to 410 at 2.5 %; of 410, 10 at the end are 10 /
 * 410. Against 30 for three years: 380 grows to 410, (410 / 380)^(1/3) - 1; simple, 10 of 410 each
 * year.
 */
static void a_deposit_of_410_against_10_and_30(void **state)
{
    (void)state;
    near(yield_of(10, 1, HZ_INTEREST_COMPOUND), 0.025, 1e-15);
    near(yield_of(10, 1, HZ_INTEREST_SIMPLE), 10.0 / 410, 1e-15);
    near(yield_of(30, 3, HZ_INTEREST_COMPOUND), cbrt(410.0 / 380) - 1, 1e-14);
    near(yield_of(30, 3, HZ_INTEREST_SIMPLE), 10.0 / 410, 1e-15);
    const double yearly = yield_of(30, 3, HZ_INTEREST_YEARLY);
    near(410 * yearly * hz_annuity_certain(&(struct hz_annuity){yearly, 3, 0, 1, false}), 30,
         1e-12);
}

static void deposits_without_a_yield_are_refused(void **state)
{
    (void)state;
    double yield;
    static const struct {
        double plain;
        int years;
    } bad[] = {{0, 1}, {410, 1}, {500, 1}, {10, 0}};
    for (int b = 0; b < 4; b++) {
        struct hz_error err = {0};
        assert_false(
            hz_savings_yield(410, bad[b].plain, bad[b].years, HZ_INTEREST_COMPOUND, &yield, &err));
        assert_int_equal(err.kind, HZ_ERROR_DATA);
    }
}

/*
 * At 2.5 % the charge of 410 for a year is 10; with half a year to go, evenly earned, 5 is
 * unearned.
 */
static void what_is_owed_by_hand(void **state)
{
    (void)state;
    static const double term = 0, rate = 0.025;
    const struct hz_curve curve = {1, &term, &rate, {.file = "flat"}};
    struct hz_savings_liability owed;
    struct hz_error err = {0};
    assert_true(hz_savings_owed(410, 410, true, 1, 1, 1, &curve, &owed, &err));
    near(owed.charge, 10, 1e-12);
    near(owed.total, 410, 1e-12);
    assert_true(hz_savings_owed(410, 410, true, 1, 0.5, 0.5, &curve, &owed, &err));
    near(owed.present, 410 / sqrt(1.025), 1e-12);
    near(owed.unearned, 5, 1e-12);
    assert_true(hz_savings_owed(410, 410, true, 1, 0, 0, &curve, &owed, &err));
    near(owed.total, 410, 1e-12);
    assert_false(hz_savings_owed(410, 410, true, 1, 2, 0, &curve, &owed, &err));
    assert_int_equal(err.kind, HZ_ERROR_DATA);
}

/*
 * Two years and a half at 2.5 %, with 1 %, 2 %, 4 % deaths and 10 % lapses a year, by hand: the
 * last half of a year has half of its rates. Nothing is lost, and without tables all mature.
 */
static void refunds_before_maturity_by_hand(void **state)
{
    (void)state;
    static const double term = 0, rate = 0.025, dead[] = {0.01, 0.02, 0.04},
                        lapsed[] = {0.1, 0.1, 0.1};
    const struct hz_curve curve = {1, &term, &rate, {.file = "flat"}};
    const struct hz_rate_table death = {"d", 40, 3, dead, {.file = "d"}};
    const struct hz_rate_table lapse = {"w", 40, 3, lapsed, {.file = "w"}};
    const struct hz_savings_exits exits = hz_savings_exit(40, 2.5, &curve, &death, &lapse);
    const double second = 0.89, third = 0.89 * 0.88, left = 0.89 * 0.88 * 0.93;
    near(exits.deaths, 0.01 + second * 0.02 + third * 0.02, 1e-15);
    near(exits.lapses, 0.1 + second * 0.1 + third * 0.05, 1e-15);
    near(exits.matured, left, 1e-15);
    near(exits.present,
         0.11 / sqrt(1.025) + second * 0.12 * pow(1.025, -1.5) + third * 0.07 * pow(1.025, -2.25) +
             left * pow(1.025, -2.5),
         1e-14);
    near(hz_savings_exit(40, 2.5, &curve, NULL, NULL).present, pow(1.025, -2.5), 1e-15);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_deposit_of_410_against_10_and_30),
        cmocka_unit_test(deposits_without_a_yield_are_refused),
        cmocka_unit_test(what_is_owed_by_hand),
        cmocka_unit_test(refunds_before_maturity_by_hand),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
