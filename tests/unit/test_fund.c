/* Years of a fund: by hand, and adding up whatever happens. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "fund/solvency.h"
#include "fund/statement.h"
#include "random/random.h"

#include <math.h>
#include <stdlib.h>

/* Billionths. */
#define RATE(percent)                                                                              \
    {                                                                                              \
        INT64_C(10000000) * (percent)                                                              \
    }

static const struct hz_fund_rates rates = {.yield = RATE(2),
                                           .fees = RATE(3),
                                           .expenses = RATE(2),
                                           .risk_reserve = RATE(5),
                                           .aid_fund = RATE(40),
                                           .development_fund = RATE(20)};

/*
 * 1,000 yuan from members, 500 from units; 600 paid, 10 of aid; opening assets 1,000 (retained).
 * Fees 45, expenses 30, yield 2 % of 1,000 + (1,500 - 600 - 10 - 75) / 2 = 28.15, risk reserve 75;
 * unearned 400, outstanding 100: surplus 1,500 + 28.15 - 600 - 45 - 30 - 500 - 75 = 278.15.
 */
static void a_year_by_hand(void **state)
{
    (void)state;
    const struct hz_fund_balance opening = {.assets = 100000, .retained = 100000};
    const struct hz_fund_flow flow = {.payer = {100000, 50000},
                                      .paid = 60000,
                                      .aid = 1000,
                                      .unearned = 40000,
                                      .outstanding = 10000};
    struct hz_fund_year year;
    struct hz_error err = {0};
    assert_true(hz_fund_advance(&rates, &opening, &flow, &year, &err));
    assert_int_equal(year.contributions, 150000);
    assert_int_equal(year.earned, 110000);
    assert_int_equal(year.fees, 4500);
    assert_int_equal(year.expenses, 3000);
    assert_int_equal(year.yield, 2815);
    assert_int_equal(year.risk_transfer, 7500);
    assert_int_equal(year.surplus, 27815);
    assert_int_equal(year.closing.assets, 100000 + 150000 + 2815 - 60000 - 4500 - 3000 - 1000);
    assert_int_equal(hz_fund_gap(&year.closing), 0);

    const struct hz_fund_year whole = year;
    assert_true(hz_fund_share(&rates, &whole, &year, &err));
    assert_int_equal(year.to_aid_fund, 11126);
    assert_int_equal(year.to_development_fund, 5563);
    assert_int_equal(year.to_retained, 11126);
    assert_int_equal(year.closing.aid_fund, 10126);
    assert_int_equal(year.closing.retained, 111126);
    assert_int_equal(hz_fund_gap(&year.closing), 0);
}

/* A loss of 1,000 less yield; the risk reserve of 300 reaches for a part of it. */
static void a_deficit_takes_the_risk_reserve_first(void **state)
{
    (void)state;
    const struct hz_fund_rates none = {0};
    const struct hz_fund_balance opening = {
        .assets = 130000, .risk_reserve = 30000, .retained = 100000};
    const struct hz_fund_flow flow = {.paid = 100000, .aid = 700};
    struct hz_fund_year year;
    struct hz_error err = {0};
    assert_true(hz_fund_advance(&none, &opening, &flow, &year, &err));
    const struct hz_fund_year whole = year;
    assert_true(hz_fund_share(&none, &whole, &year, &err));
    assert_int_equal(year.surplus, -100000);
    assert_int_equal(year.risk_used, 30000);
    assert_int_equal(year.closing.risk_reserve, 0);
    assert_int_equal(year.closing.retained, 100000 - 70000 - 700);
    assert_int_equal(hz_fund_gap(&year.closing), 0);
}

/* Ten years of forty parts, drawn at random: no fen is ever lost, in any part or in all. */
static void parts_and_whole_add_up_to_the_fen(void **state)
{
    (void)state;
    enum { PARTS = 40 };
    struct hz_fund_year part[PARTS] = {{.closing = {.assets = 777777777, .retained = 777777777}}};
    struct hz_random random = hz_random_stream(3, 0);
    struct hz_error err = {0};
    for (int y = 0; y < 10; y++) {
        struct hz_fund_year whole = {0}, after = {0};
        for (int p = 0; p < PARTS; p++) {
            const struct hz_fund_balance opening = part[p].closing;
            const struct hz_fund_flow flow = {
                .payer = {hz_random_bits(&random) >> 8, hz_random_bits(&random) >> 9},
                .paid = hz_random_bits(&random) >> 8,
                .aid = hz_random_bits(&random) >> 16,
                .unearned = hz_random_bits(&random) >> 9,
                .deficiency = hz_random_bits(&random) >> 14,
                .outstanding = hz_random_bits(&random) >> 10};
            assert_true(hz_fund_advance(&rates, &opening, &flow, &part[p], &err));
            assert_int_equal(hz_fund_gap(&part[p].closing), 0);
            hz_fund_add(&whole, &part[p]);
        }
        assert_true(hz_fund_share(&rates, &whole, &part[0], &err));
        for (int p = 0; p < PARTS; p++)
            hz_fund_add(&after, &part[p]);
        assert_int_equal(hz_fund_gap(&after.closing), 0);
        assert_int_equal(after.closing.assets, whole.closing.assets);
        assert_true(after.closing.risk_reserve >= 0 && after.closing.aid_fund >= 0);
    }
}

static void sums_beyond_64_bits_are_refused(void **state)
{
    (void)state;
    const struct hz_fund_balance opening = {.assets = INT64_MAX / 2};
    struct hz_fund_year year;
    struct hz_error err = {0};
    assert_false(hz_fund_advance(&rates, &opening, &(struct hz_fund_flow){.paid = 1}, &year, &err));
    assert_int_equal(err.kind, HZ_ERROR_DATA);
}

static void near(double got, double want, double tolerance)
{
    if (!(fabs(got - want) <= tolerance))
        fail_msg("%.15g is not %.15g", got, want);
}

/* Payouts are 100 in each year, 90 come in, no interest: after 3 years 30 were needed. */
static void certain_losses_need_their_sum(void **state)
{
    (void)state;
    static double p[] = {0, 1};
    struct hz_arena arena = {0};
    struct hz_solvency fund = {.net = 90, .years = 3};
    hz_cumulate(&fund.payouts, &(struct hz_lattice){100, 2, p}, &arena);
    near(hz_solvency_path(&fund, 1, 0), 30, 1e-12);
    fund.yield = 0.21; /* v^(1/2) = 1 / 1.1 */
    near(hz_solvency_path(&fund, 1, 0), 10 / 1.1 * (1 + 1 / 1.21 + 1 / 1.4641), 1e-12);
    fund.growth = 0.21;
    near(hz_solvency_path(&fund, 1, 0), 30 / 1.1, 1e-12);
    fund.net = 100;
    near(hz_solvency_path(&fund, 1, 0), 0, 0);
    hz_arena_free(&arena);
}

/*
 * Of one year, the probability is that of the compound distribution, within four standard errors;
 * the reserve is its quantile, within a few steps.
 */
static void one_year_is_the_compound_distribution(void **state)
{
    (void)state;
    enum { PATHS = 100000 };
    static const struct hz_severity exponential = {HZ_GAMMA, 1, 0.01};
    struct hz_arena arena = {0};
    struct hz_error err = {0};
    struct hz_lattice severity, year;
    hz_lattice_of_severity(&severity, &exponential, HZ_MEAN, 5, 4096, &arena);
    assert_true(hz_fourier(&(struct hz_frequency){10, 0}, &severity, 4096, &year, &arena, &err));
    struct hz_solvency fund = {.net = 1100, .years = 1};
    hz_cumulate(&fund.payouts, &year, &arena);
    double *need = calloc(PATHS, sizeof *need);
    for (size_t p = 0; p < PATHS; p++)
        need[p] = hz_solvency_path(&fund, 5, p);
    struct hz_solvency_result result;
    hz_solvency_read(need, PATHS, 300, 0.01, &result);
    const double exact = 1 - hz_lattice_cdf(&year, 1400);
    near(result.probability, exact, 4 * sqrt(exact * (1 - exact) / PATHS));
    near(result.needed, hz_lattice_quantile(&year, 0.99) - 1100, 40);
    free(need);
    hz_arena_free(&arena);
}

/* 100 at 6 % over 2 years without yield: 6 x (1 + 1/2). */
static void cost_of_capital_by_hand(void **state)
{
    (void)state;
    near(hz_cost_of_capital(100, 0.06, 0, 2), 9, 1e-12);
    near(hz_cost_of_capital(100, 0.06, 0.25, 2), 6 * (0.8 + 0.32), 1e-12);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_year_by_hand),
        cmocka_unit_test(a_deficit_takes_the_risk_reserve_first),
        cmocka_unit_test(parts_and_whole_add_up_to_the_fen),
        cmocka_unit_test(certain_losses_need_their_sum),
        cmocka_unit_test(one_year_is_the_compound_distribution),
        cmocka_unit_test(cost_of_capital_by_hand),
        cmocka_unit_test(sums_beyond_64_bits_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
