/* The price of a new plan: by hand, and what holds of any. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "project/price.h"
#include "risk/credibility.h"

#include <math.h>
#include <string.h>

static void near(double got, double want, double tolerance)
{
    if (!(fabs(got - want) <= tolerance))
        fail_msg("%.15g is not %.15g within %g", got, want, tolerance);
}

static struct hz_similar similar_of(double exposure, double payouts, hz_fen mean, double cv)
{
    return (struct hz_similar){
        .exposure = exposure, .payouts = payouts, .mean = mean, .cv = cv, .stated = (double)NAN};
}

/* Without stated shares, the new plan is a group without a mean among the others. */
static void a_new_plan_is_a_group_without_a_mean(void **state)
{
    (void)state;
    struct hz_similar similar[] = {similar_of(10000, 10, 500000, 0),
                                   similar_of(40000, 160, 300000, 1),
                                   similar_of(5000, 40, 100000, 0.5)};
    struct hz_credible group[4];
    struct hz_credibility all = {.within = 210.0 / 55000};
    struct hz_price_basis basis;
    struct hz_error err = {0};
    double shares = 0;
    for (size_t j = 0; j < 4; j++)
        group[j] = (struct hz_credible){.mean = j < 3 ? similar[j].payouts / similar[j].exposure
                                                      : (double)NAN,
                                        .weight = j < 3 ? similar[j].exposure : 1,
                                        .variance = (double)NAN};
    assert_true(hz_price_blend(similar, 3, &basis, &err));
    assert_true(hz_credibility_fit(group, 4, &all));
    assert_true(all.between > 0);
    near(basis.frequency, group[3].blended, 1e-15);
    near(basis.frequency_error, group[3].se, 1e-15);
    for (size_t j = 0; j < 3; j++)
        shares += similar[j].share;
    near(shares, 1, 1e-15);
}

/* Plans that do not differ are one: the frequency and error of all payouts on all exposure. */
static void equal_plans_are_one(void **state)
{
    (void)state;
    struct hz_similar two[] = {similar_of(1000, 5, 500000, 0), similar_of(3000, 15, 500000, 0)};
    struct hz_similar one[] = {similar_of(4000, 20, 500000, 0)};
    struct hz_price_basis of_two, of_one;
    struct hz_error err = {0};
    assert_true(hz_price_blend(two, 2, &of_two, &err) && hz_price_blend(one, 1, &of_one, &err));
    near(of_two.frequency, of_one.frequency, 1e-15);
    near(of_two.frequency_error, of_one.frequency_error, 1e-15);
    near(of_one.frequency_error, sqrt(20) / 4000, 1e-15);
    near(two[1].share, 0.75, 1e-15);
}

/*
 * Whatever the figures: the parts add up, the price is not below what is expected, payouts exceed
 * it in no more years than was said, and half the persons pay more each.
 */
static void prices_hold_what_they_say(void **state)
{
    (void)state;
    static const double levels[] = {0.5, 0.9, 0.95, 0.999}, cvs[] = {0, 0.3, 2};
    for (size_t l = 0; l < 4; l++)
        for (size_t c = 0; c < 3; c++) {
            struct hz_similar similar[] = {similar_of(20000, 40, 123456, cvs[c]),
                                           similar_of(9000, 45, 777700, cvs[c])};
            const struct hz_price_order many = {4000, levels[l], 0.1}, few = {2000, levels[l], 0.1};
            struct hz_arena arena = {0};
            struct hz_price_basis basis;
            struct hz_price price, dearer;
            struct hz_error err = {0};
            assert_true(hz_price_blend(similar, 2, &basis, &err) &&
                        hz_price_of(similar, 2, &basis, &many, &price, &arena, &err) &&
                        hz_price_of(similar, 2, &basis, &few, &dearer, &arena, &err));
            assert_int_equal(price.price, price.pure + price.chance + price.doubt + price.expenses);
            assert_true(price.falls_short <= 1 - levels[l] + 1e-9);
            assert_true((double)(price.price - price.expenses) * 40 >= price.expected);
            assert_true((double)price.expenses >= 0.1 * (double)price.price - 1);
            assert_true(levels[l] < 0.9 || dearer.price > price.price);
            hz_arena_free(&arena);
        }
}

/*
 * 10,000 persons with a payout of 1000 in 100 years, known from 10 million payouts: 95 % of a
 * Poisson number of mean 100 is 100 + 1.645 x 10 + (1.645^2 - 1) / 6 = 116.7 by its first three
 * moments (Cornish and Fisher), hence 117.
 */
static void what_is_known_well_has_no_doubt(void **state)
{
    (void)state;
    struct hz_similar similar[] = {similar_of(1e9, 1e7, 100000, 0)};
    const struct hz_price_order order = {10000, 0.95, 0};
    struct hz_arena arena = {0};
    struct hz_price_basis basis;
    struct hz_price price;
    struct hz_error err = {0};
    assert_true(hz_price_blend(similar, 1, &basis, &err) &&
                hz_price_of(similar, 1, &basis, &order, &price, &arena, &err));
    assert_int_equal(price.pure, 1000);
    assert_int_equal(price.doubt, 0);
    near(price.needed, 117000, 1e-6);
    near(price.sd, 10000, 1);
    hz_arena_free(&arena);
}

static void shares_that_do_not_add_up_are_refused(void **state)
{
    (void)state;
    struct hz_similar similar[] = {similar_of(100, 1, 100, 0), similar_of(100, 0, 100, 0)};
    struct hz_price_basis basis;
    struct hz_error over = {0}, under = {0}, nothing = {0};
    similar[0].stated = 0.6;
    similar[1].stated = 0.6;
    assert_false(hz_price_blend(similar, 2, &basis, &over));
    assert_non_null(strstr(over.text, "1.2"));
    similar[1].stated = 0.1;
    assert_false(hz_price_blend(similar, 2, &basis, &under));
    assert_non_null(strstr(under.text, "0.7"));
    assert_false(hz_price_blend(&similar[1], 1, &basis, &nothing));
    assert_int_equal(nothing.kind, HZ_ERROR_DATA);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_new_plan_is_a_group_without_a_mean),
        cmocka_unit_test(equal_plans_are_one),
        cmocka_unit_test(prices_hold_what_they_say),
        cmocka_unit_test(what_is_known_well_has_no_doubt),
        cmocka_unit_test(shares_that_do_not_add_up_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
