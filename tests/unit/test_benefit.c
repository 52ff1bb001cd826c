/*
 * What a claim is paid, against a slow reference in fractions of unbounded whole numbers (GMP) that
 * is written from huzhu-plan(5), not from the code: 100,000 random claims under random plans.
 */

#include "plan/benefit.h"

#include <gmp.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

static uint64_t seed = 20261123;

/* xorshift64* (Vigna 2016): the same numbers everywhere. */
static int64_t up_to(int64_t most)
{
    seed ^= seed >> 12;
    seed ^= seed << 25;
    seed ^= seed >> 27;
    return (int64_t)((seed * UINT64_C(2685821657736338717)) >> 1) % (most + 1);
}

static bool one_in(int64_t number)
{
    return up_to(number - 1) == 0;
}

/* A random reimbursement plan; tiers, waiting and rounding in every combination. */
struct random_plan {
    struct hz_plan plan;
    struct hz_tier tier[4];
    struct hz_waiting_band band;
    hz_fen deductible[3];
    struct hz_decimal stay[3];
};

static void draw_tiers(struct random_plan *made, struct hz_benefit *benefit)
{
    hz_fen at = one_in(2) ? 0 : up_to(500000);
    benefit->tiers = (size_t)up_to(3) + 1;
    for (size_t t = 0; t < benefit->tiers; t++) {
        made->tier[t].above = at;
        at += 1 + up_to(3000000);
        made->tier[t].through = t + 1 == benefit->tiers && one_in(2) ? HZ_UNLIMITED : at;
        made->tier[t].rate.value = up_to(HZ_DECIMAL_ONE);
    }
    benefit->tier = made->tier;
    benefit->tiers_over = one_in(2) ? HZ_PER_TERM : HZ_PER_CLAIM;
}

static void draw_plan(struct random_plan *made)
{
    struct hz_plan *plan = &made->plan;
    struct hz_benefit *benefit = &plan->benefit[0];
    memset(made, 0, sizeof *made);
    plan->benefits = 1;
    plan->deadline_days = HZ_UNLIMITED;
    plan->most_per_term = one_in(3) ? up_to(5000000) : HZ_UNLIMITED;
    plan->rounding = (enum hz_rounding)up_to(2);
    plan->round_to = (enum hz_round_to)up_to(2);
    benefit->code = hz_text_of("HOSP");
    benefit->kind = HZ_REIMBURSEMENT;
    benefit->base = HZ_CLAIMED;
    benefit->per_unit = one_in(2);
    benefit->rate_by =
        (enum hz_rate_by[]){HZ_RATE_FLAT, HZ_RATE_BY_STAY, HZ_RATE_BY_TIER}[up_to(2)];
    benefit->rate.value = up_to(HZ_DECIMAL_ONE);
    for (int i = 0; i < 3; i++) {
        made->stay[i].value = up_to(HZ_DECIMAL_ONE);
        made->deductible[i] = up_to(200000);
    }
    benefit->by_stay = made->stay;
    benefit->stays = 3;
    draw_tiers(made, benefit);
    benefit->deductible = made->deductible;
    benefit->deductibles = (size_t)up_to(3);
    benefit->deductible_per = one_in(2) ? HZ_PER_TERM : HZ_PER_CLAIM;
    benefit->minimum = one_in(3) ? up_to(20000) : 0;
    benefit->below = one_in(2) ? HZ_BELOW_NOTHING : HZ_BELOW_RAISE;
    benefit->most_per_claim = one_in(3) ? up_to(1000000) : HZ_UNLIMITED;
    benefit->most_per_term = one_in(3) ? up_to(3000000) : HZ_UNLIMITED;
    benefit->most_claims = one_in(3) ? 1 + up_to(2) : HZ_UNLIMITED;
    made->band = (struct hz_waiting_band){.from = 1, .through = 30, .rate = {1 + up_to(999999999)}};
    benefit->waiting = &made->band;
    benefit->waitings = (size_t)up_to(1);
    benefit->days_per_stay = benefit->days_per_term = HZ_UNLIMITED;
}

/* What the reference remembers of a cover. */
struct reference {
    int64_t base, paid, stays, claims;
};

/* sum += rate x what of the expense lies in each tier */
static void tiers(mpq_t sum, const struct hz_benefit *benefit, int64_t expense, int sign)
{
    mpq_t part;
    mpq_init(part);
    for (size_t t = 0; t < benefit->tiers; t++) {
        int64_t top = expense < benefit->tier[t].through ? expense : benefit->tier[t].through;
        if (top <= benefit->tier[t].above)
            continue;
        mpq_set_si(part, top - benefit->tier[t].above, 1000000000);
        mpz_mul_si(mpq_numref(part), mpq_numref(part), sign * benefit->tier[t].rate.value);
        mpq_canonicalize(part);
        mpq_add(sum, sum, part);
    }
    mpq_clear(part);
}

static int64_t rounded(const struct hz_plan *plan, mpq_t amount)
{
    static const long units[] = {1, 10, 100};
    const long unit = units[plan->round_to];
    mpq_t scaled, half;
    mpz_t whole;
    mpq_init(scaled);
    mpq_init(half);
    mpz_init(whole);
    mpq_set_si(half, 1, (unsigned long)unit);
    mpq_mul(scaled, amount, half);
    if (plan->rounding == HZ_ROUND_UP) {
        mpz_cdiv_q(whole, mpq_numref(scaled), mpq_denref(scaled));
    } else {
        mpq_set_si(half, 1, 2);
        if (plan->rounding == HZ_HALF_UP)
            mpq_add(scaled, scaled, half);
        mpz_fdiv_q(whole, mpq_numref(scaled), mpq_denref(scaled));
    }
    int64_t fen = mpz_get_si(whole) * unit;
    mpq_clear(scaled);
    mpq_clear(half);
    mpz_clear(whole);
    return fen;
}

static int64_t least(int64_t a, int64_t b)
{
    return a < b ? a : b;
}

static int64_t capped(int64_t amount, int64_t most, int64_t times, int64_t used)
{
    if (most == HZ_UNLIMITED)
        return amount;
    int64_t left = most * times - used;
    return least(amount, left > 0 ? left : 0);
}

static int64_t reference_pay(const struct hz_plan *plan, struct reference *state, int64_t expense,
                             int64_t units, bool is_waiting)
{
    const struct hz_benefit *b = &plan->benefit[0];
    const bool of_term = b->deductible_per == HZ_PER_TERM;
    const int64_t times = b->per_unit ? units : 1;
    int64_t own = 0, term = 0;
    if (b->deductibles > 0 && of_term)
        term = b->deductible[0];
    else if (b->deductibles > 0)
        own = b->deductible[least(state->stays, (int64_t)b->deductibles - 1)];
    int64_t net = expense > own ? expense - own : 0;
    int64_t before = state->base > term ? state->base - term : 0;
    state->base += net;
    int64_t after = state->base > term ? state->base - term : 0;
    mpq_t amount, rate;
    mpq_init(amount);
    mpq_init(rate);
    if (b->rate_by == HZ_RATE_BY_TIER) {
        tiers(amount, b, b->tiers_over == HZ_PER_TERM ? after : after - before, 1);
        if (b->tiers_over == HZ_PER_TERM)
            tiers(amount, b, before, -1);
    } else {
        int64_t value =
            b->rate_by == HZ_RATE_FLAT ? b->rate.value : b->by_stay[least(state->stays, 2)].value;
        mpq_set_si(amount, after - before, 1);
        mpq_set_si(rate, value, 1000000000);
        mpq_canonicalize(rate);
        mpq_mul(amount, amount, rate);
    }
    state->stays++;
    mpq_set_si(rate, times, 1);
    mpq_mul(amount, amount, rate);
    if (is_waiting && b->waitings > 0) {
        mpq_set_si(rate, b->waiting[0].rate.value, 1000000000);
        mpq_canonicalize(rate);
        mpq_mul(amount, amount, rate);
    }
    int64_t fen = rounded(plan, amount);
    mpq_clear(amount);
    mpq_clear(rate);
    if (fen > 0 && fen < b->minimum * times)
        fen = b->below == HZ_BELOW_RAISE ? b->minimum * times : 0;
    fen = capped(fen, b->most_per_claim, times, 0);
    fen = capped(fen, b->most_per_term, times, state->paid);
    fen = capped(fen, plan->most_per_term, 1, state->paid);
    if (fen > 0 && state->claims >= b->most_claims)
        fen = 0;
    state->claims += fen > 0;
    state->paid += fen;
    return fen;
}

static void payments_equal_a_reference_in_fractions(void **unused)
{
    (void)unused;
    int64_t paid = 0;
    for (int p = 0; p < 20000; p++) {
        struct random_plan made;
        draw_plan(&made);
        const struct hz_plan_cover cover = {
            .start = 0, .end = 365, .wait_from = 0, .units = 1 + up_to(3)};
        struct hz_cover_state *state = calloc(1, hz_cover_state_size(&made.plan));
        struct reference reference = {0};
        for (int c = 0; c < 5; c++) {
            struct hz_plan_claim claim = {.event = (hz_date)up_to(60),
                                          .report = HZ_NO_DATE,
                                          .admit = HZ_NO_DATE,
                                          .discharge = HZ_NO_DATE,
                                          .days = -1};
            struct hz_claim_result result;
            struct hz_error err = {0};
            for (int e = 0; e < HZ_EXPENSES; e++)
                claim.expense[e] = HZ_NO_AMOUNT;
            claim.expense[HZ_CLAIMED] = one_in(20) ? up_to(HZ_PLAN_AMOUNT) : up_to(4000000);
            assert_true(
                hz_benefit_pay(&made.plan, &cover, &claim, NULL, state, &result, NULL, &err));
            int64_t expected = reference_pay(&made.plan, &reference, claim.expense[HZ_CLAIMED],
                                             cover.units, claim.event < 30);
            assert_int_equal(result.payable, expected);
            paid += expected > 0;
        }
        free(state);
    }
    assert_true(paid > 50000); /* else the plans would be too mean to show anything */
}

static void grades_combine_as_the_clauses_say(void **unused)
{
    (void)unused;
    static const struct {
        const char *grades;
        int up, most;
    } cases[] = {{"7", 7, 7},   {"7;9", 7, 7},   {"9,9", 8, 9}, {"10/10/10", 9, 10},
                 {"1;1", 1, 1}, {"3;3;2", 2, 2}, {"2;2", 1, 2}};
    for (size_t i = 0; i < HZ_COUNT(cases); i++) {
        int grade = 0;
        assert_true(hz_grades_combine(hz_text_of(cases[i].grades), HZ_MOST_SEVERE_UP_ONE, &grade));
        assert_int_equal(grade, cases[i].up);
        assert_true(hz_grades_combine(hz_text_of(cases[i].grades), HZ_MOST_SEVERE, &grade));
        assert_int_equal(grade, cases[i].most);
    }
    static const char *const bad[] = {"", "0", "11", "7;", ";7", "seven", "7..9", "1000"};
    for (size_t i = 0; i < HZ_COUNT(bad); i++) {
        int grade = 0;
        assert_false(hz_grades_combine(hz_text_of(bad[i]), HZ_MOST_SEVERE, &grade));
    }
}

/*
 * Tiers of domain practice: 50 % above 20,000, 60 % above 100,000, 70 % above 200,000 to 300,000.
 */
static void marginal_tiers_of_the_residents_scheme(void **unused)
{
    (void)unused;
    static const struct hz_tier tier[] = {
        {.above = 2000000, .through = 10000000, .rate = {500000000}},
        {.above = 10000000, .through = 20000000, .rate = {600000000}},
        {.above = 20000000, .through = 30000000, .rate = {700000000}}};
    static const struct {
        int64_t expense, half_fens;
    } cases[] = {{2000000, 0},         {2000001, 1},         {10000000, 8000000},
                 {15000000, 14000000}, {30000000, 34000000}, {35000000, 34000000}};
    for (size_t i = 0; i < HZ_COUNT(cases); i++)
        assert_true(hz_tiers_amount(tier, 3, cases[i].expense) ==
                    (hz_sum)cases[i].half_fens * (HZ_DECIMAL_ONE / 2));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(payments_equal_a_reference_in_fractions),
        cmocka_unit_test(grades_combine_as_the_clauses_say),
        cmocka_unit_test(marginal_tiers_of_the_residents_scheme),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
