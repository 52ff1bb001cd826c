/* Average growth by six definitions: worked vectors, the equations that define them, refusals. */

#include "growth/growth.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "random/random.h"

#include <math.h>
#include <string.h>

enum { SEED = 20171, YEARS_MOST = 30 };

static double rate_by(const char *name, const double *level, size_t n)
{
    struct hz_error err = {0};
    double rate = (double)NAN;
    const struct hz_growth_method *method = hz_growth_methods;
    while (method->name && strcmp(method->name, name) != 0)
        method++;
    assert_non_null(method->name);
    if (!method->rate(level, n, &rate, &err))
        fail_msg("%s: %s", name, err.text);
    return rate;
}

/* A rate in percent as it is printed, to half a unit of its fourth decimal. */
static void assert_percent(const char *name, const double *level, size_t n, double percent)
{
    const double rate = 100 * rate_by(name, level, n);
    if (!(fabs(rate - percent) <= 0.00005))
        fail_msg("%s: %.6f, not %.4f", name, rate, percent);
}

/* ---- Worked by hand, with a calculator for the roots */

static void steady_growth_has_one_rate_under_all_definitions_but_the_simple_one(void **state)
{
    (void)state;
    const double level[] = {100, 110, 121, 133.1, 146.41, 161.051};
    assert_percent("level", level, 5, 10);
    assert_percent("arithmetic", level, 5, 10);
    assert_percent("cumulative", level, 5, 10);
    assert_percent("log-linear", level, 5, 10);
    assert_percent("base-inside", level, 5, 10);
    assert_percent("simple", level, 5, 12.2102);
}

static void growth_with_swings_has_a_rate_for_each_definition(void **state)
{
    (void)state;
    const double level[] = {100, 150, 90, 160, 120, 150};
    assert_percent("level", level, 5, 8.4472);
    assert_percent("arithmetic", level, 5, 17.5556);
    assert_percent("cumulative", level, 5, 9.9198);
    assert_percent("log-linear", level, 5, 5.6790);
    assert_percent("simple", level, 5, 10);
    assert_percent("base-inside", level, 5, 0);
}

/* The series of data/sample/years_synthetic.csv. */
static const double enrolments[] = {13800000, 15300000, 16590000, 19500000, 22660000, 23680000};
static const double payouts[] = {452000, 501000, 568000, 626000, 769900, 800100};
static const double amount[] = {49500, 58000, 67300, 79500, 101643, 109457};

static void the_synthetic_series_has_three_average_rates_of_each_kind(void **state)
{
    (void)state;
    assert_percent("level", enrolments, 5, 11.4039);
    assert_percent("arithmetic", enrolments, 5, 11.5096);
    assert_percent("cumulative", enrolments, 5, 11.8371);
    assert_percent("base-inside", enrolments, 5, 11.5379);
    assert_percent("level", payouts, 5, 12.0989);
    assert_percent("arithmetic", payouts, 5, 12.2670);
    assert_percent("cumulative", payouts, 5, 12.5249);
    assert_percent("level", amount, 5, 17.2000);
    assert_percent("arithmetic", amount, 5, 17.3749);
    assert_percent("cumulative", amount, 5, 17.8318);
}

static double total(const double *level, size_t n)
{
    double sum = 0;
    for (size_t i = 1; i <= n; i++)
        sum += level[i];
    return sum;
}

static void the_synthetic_series_adds_up_to_the_published_totals(void **state)
{
    (void)state;
    assert_true(total(enrolments, 5) == 97730000);
    assert_true(total(payouts, 5) == 3265000);
    assert_true(total(amount, 5) == 415900);
}

/*
 * The association's totals of 2018 to 2022 (ten thousands, ten thousands, hundred millions of yuan)
 * and average growth; a steady path to them starts from total / (q + ... + q^5) with q = 1 + rate,
 * and ends at q^5 times that.
 */
static void totals_and_rates_published_imply_a_base_that_gives_the_rates_back(void **state)
{
    (void)state;
    static const struct {
        double total, percent, sum, base, last, half_digit;
    } published[] = {
        {9773, 11.40, 6.993176, 1397.505, 2397.62, 0.0005},
        {326.50, 12.10, 7.135706, 45.7558, 81.00, 0.00005},
        {41.59, 17.20, 8.253409, 5.0391, 11.143, 0.00005},
    };
    for (size_t i = 0; i < HZ_COUNT(published); i++) {
        const double base = published[i].base, each = published[i].total / 5;
        const double even[] = {base, each, each, each, each, each};
        const double ends[] = {base, each, each, each, each, published[i].last};
        const double percent = 100 * rate_by("cumulative", even, 5);
        assert_true(fabs(published[i].total / published[i].sum - base) <= published[i].half_digit);
        assert_true(fabs(percent - published[i].percent) < 0.0005);
        assert_true(fabs(100 * rate_by("level", ends, 5) - published[i].percent) < 0.01);
    }
}

/* ---- Properties */

/* Levels between a hundredth and a million; growth of -60 % to +150 % a year. */
static size_t random_levels(double level[], struct hz_random *random)
{
    const size_t n = 1 + hz_random_bits(random) % YEARS_MOST;
    level[0] = exp(log(0.01) + 18.4 * hz_random_uniform(random));
    for (size_t i = 1; i <= n; i++)
        level[i] = level[i - 1] * (0.4 + 2.1 * hz_random_uniform(random));
    return n;
}

static void assert_equation(double left, double right)
{
    if (!(fabs(left - right) <= 1e-12 * fabs(right)))
        fail_msg("%.17g is not %.17g", left, right);
}

static void each_rate_satisfies_the_equation_that_defines_it(void **state)
{
    (void)state;
    struct hz_random random = hz_random_stream(SEED, 1);
    for (int round = 0; round < 2000; round++) {
        double level[YEARS_MOST + 1];
        const size_t n = random_levels(level, &random);
        double powers = 0, growth = 0, residuals = 0, size = 0;
        const double cumulative = rate_by("cumulative", level, n);
        const double slope = log1p(rate_by("log-linear", level, n));
        for (size_t i = 1; i <= n; i++) {
            const double distance = (double)i - (double)n / 2;
            powers += pow(1 + cumulative, (double)i);
            growth += level[i] / level[i - 1];
            residuals += distance * (log(level[i] / level[0]) - slope * (double)i);
            size += fabs(distance * slope * (double)i);
        }
        assert_equation(pow(1 + rate_by("level", level, n), (double)n), level[n] / level[0]);
        assert_equation(powers, total(level, n) / level[0]);
        assert_equation((double)n * (1 + rate_by("arithmetic", level, n)), growth);
        assert_equation(1 + (double)n * rate_by("simple", level, n), level[n] / level[0]);
        assert_true(fabs(residuals) <= 1e-11 * (1 + size)); /* the normal equation of the slope */
        if (n > 1)
            assert_equation(rate_by("base-inside", level, n), rate_by("level", level + 1, n - 1));
    }
}

static void a_geometric_series_has_its_own_rate(void **state)
{
    (void)state;
    static const char *const names[] = {"level", "cumulative", "arithmetic", "log-linear",
                                        "base-inside"};
    struct hz_random random = hz_random_stream(SEED, 2);
    for (int round = 0; round < 500; round++) {
        double level[YEARS_MOST + 1];
        const double rate = -0.7 + 2.7 * hz_random_uniform(&random);
        const size_t n = 2 + hz_random_bits(&random) % (YEARS_MOST - 1);
        level[0] = 1000 * hz_random_uniform(&random);
        for (size_t i = 1; i <= n; i++)
            level[i] = level[i - 1] * (1 + rate);
        for (size_t m = 0; m < HZ_COUNT(names); m++)
            assert_true(fabs(rate_by(names[m], level, n) - rate) < 1e-12);
    }
}

static void the_mean_of_yearly_growth_is_never_below_the_level_method(void **state)
{
    (void)state;
    struct hz_random random = hz_random_stream(SEED, 3);
    for (int round = 0; round < 500; round++) {
        double level[YEARS_MOST + 1];
        const size_t n = random_levels(level, &random);
        assert_true(rate_by("arithmetic", level, n) >= rate_by("level", level, n) - 1e-14);
    }
}

static void no_rate_depends_on_the_unit(void **state)
{
    (void)state;
    double level[6];
    for (size_t i = 0; i < 6; i++)
        level[i] = enrolments[i] / 10000;
    for (const struct hz_growth_method *m = hz_growth_methods; m->name; m++)
        assert_true(fabs(rate_by(m->name, level, 5) - rate_by(m->name, enrolments, 5)) < 1e-14);
}

static void the_longest_ranges_of_levels_still_have_finite_rates(void **state)
{
    (void)state;
    static const double up[] = {HZ_GROWTH_LEAST, HZ_GROWTH_MOST, HZ_GROWTH_MOST};
    static const double down[] = {HZ_GROWTH_MOST, HZ_GROWTH_LEAST, HZ_GROWTH_LEAST};
    for (const struct hz_growth_method *m = hz_growth_methods; m->name; m++) {
        assert_true(isfinite(rate_by(m->name, up, 2)));
        assert_true(rate_by(m->name, down, 2) >= -1);
    }
    assert_equation(1 + rate_by("cumulative", up, 2), sqrt(2) * 1e100);
}

static void year_on_year_growth_is_known_over_a_positive_level_only(void **state)
{
    (void)state;
    assert_true(fabs(hz_growth_yearly(80, 100) - 0.25) < 1e-15);
    assert_true(hz_growth_yearly(80, 0) == -1);
    assert_true(isnan(hz_growth_yearly(0, 100)));
    assert_true(isnan(hz_growth_yearly(-80, 100)));
    assert_true(isnan(hz_growth_yearly((double)NAN, 100)));
    assert_true(isnan(hz_growth_yearly(80, (double)NAN)));
}

/* ---- Refusals */

static void assert_all_refuse(const double *level, size_t n, const char *said)
{
    for (const struct hz_growth_method *m = hz_growth_methods; m->name; m++) {
        struct hz_error err = {0};
        double rate = 77;
        assert_false(m->rate(level, n, &rate, &err));
        assert_int_equal(err.kind, HZ_ERROR_DATA);
        assert_non_null(strstr(err.text, said));
        assert_true(rate == 77);
    }
}

static void levels_that_are_not_positive_and_finite_are_refused_by_their_place(void **state)
{
    (void)state;
    const double bad[] = {0, -3, (double)NAN, (double)INFINITY, 1e101, 1e-101};
    for (size_t i = 0; i < HZ_COUNT(bad); i++) {
        const double middle[] = {2, 3, bad[i], 4};
        const double base[] = {bad[i], 3, 5, 4};
        const double last[] = {2, 3, 5, bad[i]};
        assert_all_refuse(middle, 3, "the level 2 years after the base is ");
        assert_all_refuse(base, 3, "the level 0 years after the base is ");
        assert_all_refuse(last, 3, "the level 3 years after the base is ");
        assert_int_equal(hz_growth_out_of_range(middle, 3), 2);
    }
    assert_int_equal(hz_growth_out_of_range(payouts, 5), 6);
}

static void a_base_year_alone_is_refused(void **state)
{
    (void)state;
    assert_all_refuse(payouts, 0, "needs");
}

static void the_base_inside_needs_two_years(void **state)
{
    (void)state;
    struct hz_error err = {0};
    double rate = 77;
    assert_false(hz_growth_base_inside(payouts, 1, &rate, &err));
    assert_int_equal(err.kind, HZ_ERROR_DATA);
    assert_string_equal(err.text, "base-inside needs at least two years after the base year: name "
                                  "the other methods, without it");
    assert_true(rate == 77);
}

static void names_are_those_of_the_methods_and_all(void **state)
{
    (void)state;
    size_t m = 0;
    for (; hz_growth_methods[m].name; m++)
        assert_string_equal(hz_growth_method_names[m], hz_growth_methods[m].name);
    assert_int_equal(m, 6);
    assert_string_equal(hz_growth_method_names[m], "all");
    assert_null(hz_growth_method_names[m + 1]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(steady_growth_has_one_rate_under_all_definitions_but_the_simple_one),
        cmocka_unit_test(growth_with_swings_has_a_rate_for_each_definition),
        cmocka_unit_test(the_synthetic_series_has_three_average_rates_of_each_kind),
        cmocka_unit_test(the_synthetic_series_adds_up_to_the_published_totals),
        cmocka_unit_test(totals_and_rates_published_imply_a_base_that_gives_the_rates_back),
        cmocka_unit_test(each_rate_satisfies_the_equation_that_defines_it),
        cmocka_unit_test(a_geometric_series_has_its_own_rate),
        cmocka_unit_test(the_mean_of_yearly_growth_is_never_below_the_level_method),
        cmocka_unit_test(no_rate_depends_on_the_unit),
        cmocka_unit_test(the_longest_ranges_of_levels_still_have_finite_rates),
        cmocka_unit_test(year_on_year_growth_is_known_over_a_positive_level_only),
        cmocka_unit_test(levels_that_are_not_positive_and_finite_are_refused_by_their_place),
        cmocka_unit_test(a_base_year_alone_is_refused),
        cmocka_unit_test(the_base_inside_needs_two_years),
        cmocka_unit_test(names_are_those_of_the_methods_and_all),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
