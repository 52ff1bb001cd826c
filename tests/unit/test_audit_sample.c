/* What an auditor draws, and the limits of what errors say. */

#include "risk/audit_sample.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/*
 * The factor for so many errors is the mean of a Poisson number that is as small as that, or
 * smaller, with the risk that is left: e^-x (1 + x + ... + x^errors / errors!) = 1 - confidence,
 * solved by halving.
 */
static double poisson_mean(size_t errors, double confidence)
{
    double low = 0, high = 200;
    for (int step = 0; step < 100; step++) {
        const double x = (low + high) / 2;
        double term = 1, sum = 1;
        for (size_t i = 1; i <= errors; i++)
            sum += term *= x / (double)i;
        *(exp(-x) * sum > 1 - confidence ? &low : &high) = x;
    }
    return low;
}

static void confidence_factors_are_poisson_means(void **unused)
{
    static const double confidence[] = {0.5, 0.8, 0.9, 0.95, 0.975, 0.99};
    (void)unused;
    for (size_t c = 0; c < sizeof confidence / sizeof *confidence; c++)
        for (size_t i = 0; i <= 30; i++)
            assert_float_equal(hz_audit_factor(i, confidence[c]), poisson_mean(i, confidence[c]),
                               1e-9);
    assert_float_equal(hz_audit_factor(0, 0.95), log(20), 1e-12);
}

/* Over many seeds an item of a tenth of the interval is drawn a tenth of the times. */
static void an_item_is_drawn_in_proportion_to_its_amount(void **unused)
{
    enum { ROWS = 60, SEEDS = 4000 };
    hz_fen amount[ROWS];
    enum hz_audit_pick pick[ROWS];
    size_t drawn[ROWS] = {0};
    struct hz_audit_units units;
    (void)unused;
    for (size_t r = 0; r < ROWS; r++)
        amount[r] = r % 20 == 0 ? 100000 : (hz_fen)(r % 7) * 1000;
    for (uint64_t seed = 0; seed < SEEDS; seed++) {
        hz_audit_units(seed, 10000, amount, ROWS, &units, pick);
        for (size_t r = 0; r < ROWS; r++)
            drawn[r] += pick[r] != HZ_AUDIT_NOT;
    }
    for (size_t r = 0; r < ROWS; r++) {
        const double likely = amount[r] >= 10000 ? 1 : (double)amount[r] / 10000;
        assert_float_equal((double)drawn[r] / SEEDS, likely, 0.04);
    }
    assert_int_equal(units.certain, 3);
    assert_int_equal(units.certain_amount, 300000);
}

/* The limit of Stringer holds: errors are above it in at most 5 of 100 samples. */
static void the_upper_limit_is_above_the_errors_as_often_as_it_says(void **unused)
{
    enum { ROWS = 2000, SEEDS = 400 };
    static hz_fen amount[ROWS], audited[ROWS];
    static enum hz_audit_pick pick[ROWS];
    static struct hz_audit_item item[ROWS];
    hz_fen all = 0;
    size_t above = 0;
    (void)unused;
    for (size_t r = 0; r < ROWS; r++) {
        amount[r] = (hz_fen)(1000 + r * 7919 % 9000);
        audited[r] = r % 17 == 0 ? amount[r] / 2 : amount[r];
        all += amount[r] - audited[r];
    }
    for (uint64_t seed = 0; seed < SEEDS; seed++) {
        struct hz_audit_units units;
        struct hz_audit_errors errors;
        struct hz_error err = {0};
        size_t items = 0;
        hz_audit_units(seed, 150000, amount, ROWS, &units, pick);
        for (size_t r = 0; r < ROWS; r++)
            if (pick[r] != HZ_AUDIT_NOT)
                item[items++] = (struct hz_audit_item){amount[r], audited[r],
                                                       pick[r] == HZ_AUDIT_CERTAIN, 0, 0};
        assert_true(hz_audit_evaluate_units(item, items, 150000, 0.95, &errors, &err));
        above += errors.upper < (double)all;
    }
    assert_true(above <= SEEDS / 20);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(confidence_factors_are_poisson_means),
        cmocka_unit_test(an_item_is_drawn_in_proportion_to_its_amount),
        cmocka_unit_test(the_upper_limit_is_above_the_errors_as_often_as_it_says),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
