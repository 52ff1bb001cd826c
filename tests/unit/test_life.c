/* Annuities, life-contingent values, curves: against R's lifecontingencies, and by hand. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/attr.h"
#include "life/annuity.h"
#include "life/curve.h"
#include "life/rate_table.h"

#include <math.h>
#include <string.h>

static void near(double got, double want, double tolerance)
{
    if (!(fabs(got - want) <= tolerance * fmax(1, fabs(want))))
        fail_msg("%.15g is not %.15g", got, want);
}

static const double one_term[] = {0}, three_percent[] = {0.03};
static const struct hz_curve flat = {1, one_term, three_percent, {.file = "flat"}};

/* The figures here and below are of R lifecontingencies 1.3.12. */
static void present_values_and_durations_are_those_of_r(void **state)
{
    (void)state;
    static const double amount[] = {100, 200, 300}, years[] = {0.5, 1.5, 2.5};
    static const double rate[] = {0.02, 0.025, 0.03};
    const struct hz_curve curve = {3, years, rate, {.file = "curve"}};
    near(hz_present_value(&flat, amount, years, 3), 568.489205270602, 1e-9);
    near(hz_present_value(&curve, amount, years, 3), 570.372684497411, 1e-9);
    near(hz_duration(&flat, amount, years, 3), 1.81679981702037, 1e-9);
    near(hz_duration(&flat, amount, years, 3) / 1.03, 1.76388331749551, 1e-9);
    assert_true(isnan(hz_duration(&flat, amount, years, 0)));
}

static void annuities_certain_are_those_of_r(void **state)
{
    (void)state;
    near(hz_annuity_certain(&(struct hz_annuity){0.03, 10, 0, 1, false}), 8.53020283677583, 1e-9);
    near(hz_annuity_certain(&(struct hz_annuity){0.03, 10, 0, 1, true}), 8.7861089218791, 1e-9);
    near(hz_annuity_certain(&(struct hz_annuity){0.03, 10, 0, 12, false}), 8.64686715598864, 1e-9);
    near(hz_annuity_certain(&(struct hz_annuity){0.03, 10, 2, 4, true}), 8.19073728903733, 1e-9);
    near(hz_annuity_accumulated(&(struct hz_annuity){0.03, 10, 0, 1, false}), 11.4638793114707,
         1e-9);
    near(hz_annuity_increasing(0.03, 10), 44.8389924303951, 1e-9);
    near(hz_annuity_decreasing(0.03, 10), 48.993238774139, 1e-9);
    near(hz_rate_effective(0.06, 12), 0.0616778118644983, 1e-9);
    near(hz_rate_nominal(0.06, 12), 0.0584106067841166, 1e-9);
    near(hz_annuity_certain(&(struct hz_annuity){0, 10, 3, 4, true}), 10, 1e-15);
}

/*
 * The SOA's illustrative life table from 40 on (Bowers et al., "Actuarial Mathematics", appendix
 * 2A), with the digits of R lifecontingencies 1.3.12 (soa08).
 */
static const double living[] = {
    93131.64123, 92872.62267, 92595.6956,  92299.23329, 91981.47141, 91640.49839, 91274.24549,
    90880.47675, 90456.77893, 90000.55153, 89508.99719, 88979.11275, 88407.68114, 87791.26466,
    87126.20008, 86408.59602, 85634.33341, 84799.0698,  83898.24833, 82927.11257, 81880.72832,
    80754.01375, 79541.77949, 78238.78013, 76839.77911, 75339.62867, 73733.3669,  72016.33353,
    70184.30621, 68233.6586,  66161.54094, 63966.08311, 61646.61918, 59203.93076, 56640.50493,
    53960.79991, 51171.5094,  48281.81292, 45303.59656, 42251.6249,  39143.6416,  36000.37372,
    32845.41343, 29704.95099, 26607.3364,  23582.45344, 20660.90047, 17872.98756, 15247.57878,
    12810.83134, 10584.90697, 8586.753651, 6827.071819, 5309.584891, 4030.724311, 2979.81076,
    2139.765608, 1488.323429, 999.6458201, 646.171727,  400.4945718, 237.0452048, 133.3891926,
    71.01462883, 35.57879386, 16.67651827, 7.266064819, 2.922217645, 1.076439653, 0.360123404,
    0.10840848,  0.029067114, 0.006864628, 0.001410556, 0.000248823, 3.71299e-05, 0,
};

enum { AGES = HZ_COUNT(living) - 1 };
static double rates[AGES];

static struct hz_rate_table illustrative(void)
{
    for (size_t a = 0; a < AGES; a++)
        rates[a] = 1 - living[a + 1] / living[a];
    return (struct hz_rate_table){"soa", 40, AGES, rates, {.file = "soa.csv", .line = 2}};
}

static void life_contingent_values_are_those_of_r(void **state)
{
    (void)state;
    const struct hz_rate_table soa = illustrative();
    const double i = 0.06;
    near(hz_life_annuity(&soa, &(struct hz_life_term){65, -1, 0, 1, i}), 9.89692768307158, 1e-9);
    near(hz_life_annuity(&soa, &(struct hz_life_term){65, 10, 0, 1, i}), 7.01054398295447, 1e-9);
    near(hz_life_annuity(&soa, &(struct hz_life_term){65, -1, 0, 12, i}), 9.43158926378809, 1e-9);
    near(hz_life_annuity(&soa, &(struct hz_life_term){40, -1, 25, 1, i}), 1.86543441260775, 1e-9);
    near(hz_life_insurance(&soa, &(struct hz_life_term){65, -1, 0, 1, i}), 0.439796546241231, 1e-9);
    near(hz_life_insurance(&soa, &(struct hz_life_term){40, 20, 0, 1, i}), 0.0601318427345798,
         1e-9);
    near(hz_pure_endowment(&soa, &(struct hz_life_term){40, 20, 0, 1, i}), 0.274136671424053, 1e-9);
    near(hz_survival(&soa, 65, 10), 0.716233951010791, 1e-9);
    near(hz_expected_years(&soa, 65), 15.0217210297226, 1e-9);
}

/* 1 a year while alive, and 1 - v at each of its ends, is 1 in the end: A = 1 - d a. */
static void insurance_and_annuity_agree(void **state)
{
    (void)state;
    const struct hz_rate_table soa = illustrative();
    for (int age = 40; age < 105; age++) {
        const struct hz_life_term term = {age, -1, 0, 1, 0.035};
        near(hz_life_insurance(&soa, &term), 1 - 0.035 / 1.035 * hz_life_annuity(&soa, &term),
             1e-12);
    }
}

/*
 * Two years at 1 % and 2 % incidence, 1000 at the end of the year of diagnosis, at 25 %: by hand
 * 0.8 (10 + 0.99 x 16) and 16; with 10 % deaths 0.8 (10 + 0.89 x 16).
 */
static void cover_of_two_years_by_hand(void **state)
{
    (void)state;
    static const double ill[] = {0.01, 0.02}, dead[] = {0.1, 0.1};
    const struct hz_rate_table incidence = {"ci", 30, 2, ill, {.file = "ci.csv"}};
    const struct hz_rate_table death = {"death", 30, 2, dead, {.file = "ci.csv"}};
    const struct hz_life_term term = {30, 2, 0, 1, 0.25};
    double reserve[3];
    hz_cover_reserve(&incidence, NULL, &term, 1000, reserve);
    near(reserve[0], 20.672, 1e-12);
    near(reserve[1], 16, 1e-12);
    near(reserve[2], 0, 1e-12);
    hz_cover_reserve(&incidence, &death, &term, 1000, reserve);
    near(reserve[0], 19.392, 1e-12);
}

/* The reserve of one year and the next meet: V[t] (1 + i) = q B + (1 - q) V[t + 1] (Fackler). */
static void single_contribution_is_the_insurance_value(void **state)
{
    (void)state;
    const struct hz_rate_table soa = illustrative();
    const struct hz_life_term term = {45, 15, 0, 1, 0.04};
    double reserve[16];
    hz_cover_reserve(&soa, NULL, &term, 1, reserve);
    near(reserve[0], hz_life_insurance(&soa, &term), 1e-13);
}

static void ages_that_a_table_lacks_are_named(void **state)
{
    (void)state;
    const struct hz_rate_table soa = illustrative();
    struct hz_error err = {0};
    assert_true(hz_rate_table_need(&soa, 40, 116, &err));
    assert_false(hz_rate_table_need(&soa, 39, 45, &err));
    assert_int_equal(err.kind, HZ_ERROR_DATA);
    assert_non_null(strstr(err.text, "soa.csv:2"));
    assert_non_null(strstr(err.text, "no rate for age 39"));
    err = (struct hz_error){0};
    assert_false(hz_rate_table_need(&soa, 109, 118, &err));
    assert_non_null(strstr(err.text, "no rate for age 116"));
}

static void curves_at_fault_are_refused(void **state)
{
    (void)state;
    static const double falling[] = {1, 1}, rate[] = {0.02, 0.03}, rising[] = {1, 2},
                        lost[] = {0.02, -1};
    struct hz_error err = {0};
    assert_false(hz_curve_check(&(struct hz_curve){.points = 0}, &err));
    err = (struct hz_error){0};
    assert_false(hz_curve_check(&(struct hz_curve){2, falling, rate, {.file = "c"}}, &err));
    assert_non_null(strstr(err.text, "point 2"));
    err = (struct hz_error){0};
    assert_false(hz_curve_check(&(struct hz_curve){2, rising, lost, {.file = "c"}}, &err));
    assert_non_null(strstr(err.text, "rate -1"));
    err = (struct hz_error){0};
    const struct hz_curve curve = {2, rising, rate, {.file = "c.csv", .line = 3}};
    assert_true(hz_curve_check(&curve, &err));
    assert_true(hz_curve_need(&curve, 2, &err));
    assert_true(hz_curve_need(&flat, 200, &err));
    assert_false(hz_curve_need(&curve, 2.5, &err));
    assert_non_null(strstr(err.text, "c.csv:3"));
    near(hz_curve_rate(&curve, 0.25), 0.02, 1e-15);
    near(hz_curve_rate(&curve, 1.25), 0.0225, 1e-15);
    near(hz_curve_rate(&curve, 2), 0.03, 1e-15);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(present_values_and_durations_are_those_of_r),
        cmocka_unit_test(annuities_certain_are_those_of_r),
        cmocka_unit_test(life_contingent_values_are_those_of_r),
        cmocka_unit_test(insurance_and_annuity_agree),
        cmocka_unit_test(cover_of_two_years_by_hand),
        cmocka_unit_test(single_contribution_is_the_insurance_value),
        cmocka_unit_test(ages_that_a_table_lacks_are_named),
        cmocka_unit_test(curves_at_fault_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
