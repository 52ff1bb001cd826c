/* Ratios of intervals hold the truth, and parts of a growth add up to it. */

#include "growth/ratio.h"

#include "random/random.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

enum { CASES = 10000 };

static double some(struct hz_random *random)
{
    return exp(20 * hz_random_uniform(random) - 5);
}

static void a_ratio_holds_what_any_two_figures_of_the_spans_give(void **state)
{
    (void)state;
    struct hz_random random = hz_random_stream(7, 1);
    for (int i = 0; i < CASES; i++) {
        const double a = some(&random), b = some(&random);
        const double wide = hz_random_uniform(&random) / 2;
        const struct hz_interval top = {a * (1 - wide), a, a * (1 + wide)};
        const struct hz_interval bottom = {b * (1 - wide), b, b * (1 + wide)};
        const struct hz_interval found = hz_ratio(top, bottom);
        const double inside =
            (top.low + hz_random_uniform(&random) * (top.high - top.low)) /
            (bottom.low + hz_random_uniform(&random) * (bottom.high - bottom.low));
        assert_true(found.low <= inside && inside <= found.high);
        assert_true(found.low <= found.value && found.value <= found.high);
    }
    const struct hz_interval over = {5, 5, (double)INFINITY}, one = {1, 1, 1};
    assert_true(isinf(hz_ratio(over, one).high));
    assert_true(hz_ratio(one, over).low <= 0);
    assert_true(fabs(hz_ratio(one, over).high - 0.2) <= 1e-15);
}

static void parts_of_a_growth_add_up_and_are_the_logarithms(void **state)
{
    (void)state;
    struct hz_random random = hz_random_stream(7, 2);
    for (int i = 0; i < CASES; i++) {
        const struct hz_payout_year a = {some(&random), some(&random), some(&random)};
        const struct hz_payout_year b = {some(&random), some(&random), some(&random)};
        const struct hz_growth_parts parts = hz_growth_decompose(&a, &b);
        assert_int_equal(parts.amount, parts.enrolments + parts.frequency + parts.mean_payment);
        assert_true(fabs((double)parts.amount / 1e4 - 100 * log(b.amount / a.amount)) <= 0.51e-4);
        const double frequency = b.payouts / b.enrolments / (a.payouts / a.enrolments);
        assert_true(fabs((double)parts.frequency / 1e4 - 100 * log(frequency)) <= 2.1e-4);
    }
}

static void rounded_parts_add_up_to_the_rounded_whole(void **state)
{
    (void)state;
    struct hz_random random = hz_random_stream(7, 3);
    for (int i = 0; i < CASES; i++) {
        double part[9], whole = 0;
        int64_t rounded[9], sum = 0;
        for (int p = 0; p < 9; p++)
            whole += part[p] = 200 * hz_random_uniform(&random) - 100;
        assert_true(hz_round_parts(part, 9, whole, 3, rounded));
        for (int p = 0; p < 9; p++) {
            sum += rounded[p];
            assert_true(fabs((double)rounded[p] - 1000 * part[p]) <= 5);
        }
        assert_int_equal(sum, llround(1000 * whole));
    }
}

static void parts_that_are_beyond_a_double_are_not_rounded(void **state)
{
    (void)state;
    int64_t rounded[2];
    assert_false(hz_round_parts((double[]){1e15, 1}, 2, 1, 0, rounded));
    assert_false(hz_round_parts((double[]){1, 1}, 2, (double)INFINITY, 0, rounded));
    assert_false(hz_round_parts((double[]){(double)NAN, 1}, 2, 1, 0, rounded));
    /* 100 ln (10^300 / 10^-300) = 60,000 ln 10 */
    const struct hz_payout_year before = {1, 1, 1e-300}, after = {1, 1, 1e300};
    assert_int_equal(hz_growth_decompose(&before, &after).amount, llround(6e8 * log(10)));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_ratio_holds_what_any_two_figures_of_the_spans_give),
        cmocka_unit_test(parts_of_a_growth_add_up_and_are_the_logarithms),
        cmocka_unit_test(rounded_parts_add_up_to_the_rounded_whole),
        cmocka_unit_test(parts_that_are_beyond_a_double_are_not_rounded),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
