/*
 * Densities beside those of SciPy 1: the compound Poisson's as the sum over the number of claims of
 * scipy.stats.poisson.pmf times scipy.stats.gamma.pdf, the negative binomial's as nbinom.logpmf.
 */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "reserve/glm_density.h"

#include <math.h>

static void assert_near(double found, double want, double tolerance)
{
    if (!(fabs(found - want) <= tolerance * fabs(want)))
        fail_msg("%.17g, expected %.17g", found, want);
}

static void a_compound_poisson_amount_is_as_likely_as_the_sum_over_its_claims(void **state)
{
    (void)state;
    assert_near(hz_log_compound_poisson(3, 2, 1.5, 1.5), -2.1333699048391885, 1e-12);
    assert_near(hz_log_compound_poisson(250.5, 300, 17.4, 1.107), -5.551421559437184, 1e-12);
    assert_near(hz_log_compound_poisson(12, 40, 2, 1.9), -4.112267093039702, 1e-12);
}

static void no_claim_is_as_likely_as_a_poisson_zero(void **state)
{
    (void)state;
    /* exp(-sqrt(2) / (1.5 / 2)) */
    assert_near(hz_log_compound_poisson(0, 2, 1.5, 1.5), -1.885618083164127, 1e-12);
}

static void twenty_thousand_claims_are_in_the_limit(void **state)
{
    (void)state;
    assert_near(hz_log_compound_poisson(1.01, 1, 1e-4, 1.5), 3.181244059605623, 1e-5);
}

static void a_negative_binomial_number_is_as_likely_as_elsewhere(void **state)
{
    (void)state;
    assert_near(hz_log_negative_binomial(7, 5.5, 2.25), -2.6899621249789973, 1e-12);
    /* theta ln(theta / (theta + m)) */
    assert_near(hz_log_negative_binomial(0, 6, 2), 2 * log(0.25), 1e-12);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_compound_poisson_amount_is_as_likely_as_the_sum_over_its_claims),
        cmocka_unit_test(no_claim_is_as_likely_as_a_poisson_zero),
        cmocka_unit_test(twenty_thousand_claims_are_in_the_limit),
        cmocka_unit_test(a_negative_binomial_number_is_as_likely_as_elsewhere),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
