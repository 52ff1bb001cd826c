/* Payouts to come: by hand, against Panjer and Fourier. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/memory.h"
#include "project/prospect.h"
#include "risk/lattice.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static void near(double got, double want, double tolerance)
{
    if (!(fabs(got - want) <= tolerance))
        fail_msg("%.15g is not %.15g within %g", got, want, tolerance);
}

static const double ten_and_thirty[] = {10, 30}, none[] = {0, 0}, one[] = {1, 1};

/* 9 payouts on 100, of 10 and 30: on 50, twice as dear, 4.5 of 40. */
static void means_by_hand(void **state)
{
    (void)state;
    static const double ahead[] = {50, 0}, written[] = {0, 25}, size[] = {2, 1};
    struct hz_prospect_plan plan = {9, 100, 1, {.amount = ten_and_thirty, .amounts = 2}};
    const struct hz_prospect_cell cell = {
        .relativity = 1, .in_force = ahead, .written = written, .size = size};
    near(hz_prospect_mean(&plan, &cell, 0), 180, 1e-12);
    near(hz_prospect_mean(&plan, &cell, 1), 45, 1e-12);
    plan.payouts = 0; /* none yet: half a one */
    near(hz_prospect_rate(&plan), 0.005, 1e-15);
}

/*
 * The mean rate of Jeffreys' posterior is (9 + 1/2) / 100. The two amounts weigh 1 each, and one of
 * all plans, half or one and a half of the mean 20, weighs 1.
 */
static void paths_have_the_means_of_what_is_drawn(void **state)
{
    (void)state;
    enum { PATHS = 40000 };
    static const double ahead[] = {50, 0}, relative[] = {0.5, 1.5};
    const struct hz_prospect_plan plan = {
        9,
        100,
        1,
        {.amount = ten_and_thirty, .amounts = 2, .relative = relative, .relatives = 2, .mean = 20}};
    const struct hz_prospect_cell cell = {
        .relativity = 1, .in_force = ahead, .written = none, .size = one};
    double total[2], again[2], sum = 0, squares = 0;
    for (uint64_t path = 0; path < PATHS; path++) {
        hz_prospect_path(&plan, &cell, 1, 2, 4, path, total);
        assert_true(total[1] <= 0);
        sum += total[0];
        squares += total[0] * total[0];
    }
    hz_prospect_path(&plan, &cell, 1, 2, 4, PATHS - 1, again);
    assert_memory_equal(total, again, sizeof total);
    const double mean = sum / PATHS, sd = sqrt(squares / PATHS - mean * mean);
    near(mean, 50 * 0.095 * 20, 4 * sd / sqrt(PATHS));
}

/* A rate known from 10^12 payouts: what is left is chance, and has a distribution that is known. */
static void check_exact(double dispersion)
{
    enum { PATHS = 20000, POINTS = 64 };
    static const double ahead[] = {5}, zero[] = {0}, size[] = {1}, ten[] = {10};
    const struct hz_prospect_plan plan = {1e12, 1e12, dispersion, {.amount = ten, .amounts = 1}};
    const struct hz_prospect_cell cell = {
        .relativity = 1, .in_force = ahead, .written = zero, .size = size};
    const struct hz_frequency count = {5, dispersion > 1 ? 5 / (dispersion - 1) : 0};
    struct hz_arena arena = {0};
    struct hz_error err = {0};
    struct hz_lattice amount, panjer, fourier;
    double seen[POINTS] = {0}, total, cumulated = 0;
    hz_lattice_of_amounts(&amount, ten, 1, 10, 2, &arena);
    assert_true(hz_panjer(&count, &amount, POINTS, &panjer, &arena, &err));
    assert_true(hz_fourier(&count, &amount, POINTS, &fourier, &arena, &err));
    for (uint64_t path = 0; path < PATHS; path++) {
        hz_prospect_path(&plan, &cell, 1, 1, 7, path, &total);
        seen[(size_t)fmin(POINTS - 1, total / 10 + 0.5)]++;
    }
    for (int k = 0; k < 20; k++) {
        const double exact = hz_lattice_cdf(&panjer, 10 * k);
        cumulated += seen[k] / PATHS;
        near(hz_lattice_cdf(&fourier, 10 * k), exact, 1e-9);
        near(cumulated, exact, 4 * sqrt(exact * (1 - exact) / PATHS) + 1e-4);
    }
    hz_arena_free(&arena);
}

static void fixed_sums_are_those_of_panjer_and_fourier(void **state)
{
    (void)state;
    check_exact(1);
    check_exact(1.5);
}

/* 400 covers of last year say that 400 x 1.1 come, with an error of 1.1 x 20 and a chance of 21. */
static void covers_to_be_written_are_as_uncertain_as_their_number(void **state)
{
    (void)state;
    enum { PATHS = 20000 };
    static const double ahead[] = {2000}, zero[] = {0}, size[] = {1}, unit[] = {1};
    const struct hz_prospect_plan plan = {1e12, 1e12, 1, {.amount = unit, .amounts = 1}};
    const struct hz_prospect_cell cell = {.relativity = 1,
                                          .in_force = zero,
                                          .written = ahead,
                                          .size = size,
                                          .covers = 400,
                                          .growth = 1.1};
    double total, sum = 0, squares = 0;
    for (uint64_t path = 0; path < PATHS; path++) {
        hz_prospect_path(&plan, &cell, 1, 1, 7, path, &total);
        sum += total / 2000;
        squares += total / 2000 * total / 2000;
    }
    const double mean = sum / PATHS, sd = sqrt(squares / PATHS - mean * mean);
    near(mean, 400.5 / 400, 0.002);
    near(sd, sqrt((1.1 * 1.1 * 400.5 + 1.1 * 400.5) / (440.0 * 440) + 1 / 2000.0), 0.002);
}

/*
 * Of 10 known at lag 1, 4 came in it: 60 % were known at lag 0; lag 2 added none to the one origin.
 */
static void emergence_and_payment_by_hand(void **state)
{
    (void)state;
    static const double seen[] = {5, 0, 0, 3, 1, 0, 3, 3, 0};
    static const double nothing[9] = {0}, incurred[] = {100, 200, 0}, share[] = {0.5, 0.25, 0.25};
    double known[3], paid[3];
    hz_prospect_emergence(seen, 3, known);
    near(known[0], 0.6, 1e-15);
    near(known[1], 1, 0);
    near(known[2], 1, 0);
    hz_prospect_emergence(nothing, 3, known);
    near(known[0], 1, 0);
    hz_prospect_pay(incurred, 3, share, 3, paid);
    near(paid[0], 50, 0);
    near(paid[1], 125, 0);
    near(paid[2], 75, 0);
}

/* 1 to 5: variance 10 / 4; half of them from the second to the fourth. */
static void courses_are_described_by_hand(void **state)
{
    (void)state;
    double total[] = {3, 1, 5, 2, 4};
    struct hz_prospect_spread spread;
    hz_prospect_describe(total, 5, 0.5, &spread);
    near(spread.sd, sqrt(2.5), 1e-15);
    near(spread.low, 2, 1e-12);
    near(spread.median, 3, 1e-12);
    near(spread.high, 4, 1e-12);
}

static void plans_without_a_past_are_refused(void **state)
{
    (void)state;
    const struct hz_prospect_plan plan[] = {{9, 100, 1, {.amount = ten_and_thirty, .amounts = 2}},
                                            {0, 100, 1, {.mean = 5}}};
    struct hz_error err = {0};
    assert_true(hz_prospect_check(plan, 1, &err));
    assert_false(hz_prospect_check(plan, 2, &err));
    assert_int_equal(err.kind, HZ_ERROR_DATA);
    assert_non_null(strstr(err.text, "plan 2"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(means_by_hand),
        cmocka_unit_test(paths_have_the_means_of_what_is_drawn),
        cmocka_unit_test(fixed_sums_are_those_of_panjer_and_fourier),
        cmocka_unit_test(covers_to_be_written_are_as_uncertain_as_their_number),
        cmocka_unit_test(emergence_and_payment_by_hand),
        cmocka_unit_test(courses_are_described_by_hand),
        cmocka_unit_test(plans_without_a_past_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
