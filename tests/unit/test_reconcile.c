/*
 * test_reconcile.c: what is called reproduced lies in the published interval, and nothing else is.
 */

#include "growth/verdict.h"
#include "random/random.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define ONE ((hz_sum)HZ_PUBLISHED_ONE)

static struct hz_range said(const char *text)
{
    struct hz_published figure;
    struct hz_error err = {0};
    assert_true(hz_published_parse(hz_text_of(text), &figure, &err));
    return hz_range_published(&figure);
}

static struct hz_range divided(const char *a, const char *b)
{
    struct hz_range quotient;
    assert_true(hz_range_divide(said(a), said(b), &quotient));
    return quotient;
}

static enum hz_verdict verdict(const char *text, hz_sum thousandths)
{
    return hz_reconcile(said(text), hz_range_of(thousandths * (ONE / 1000)));
}

/*
 * 9773万 is [97,725,000, 97,735,000), 近524万 (.., 524万], 超1.9亿 [1.9亿, ..), 63余亿 [63亿,
 * 64亿).
 */
static void the_ends_of_an_interval_are_in_it_or_not(void **state)
{
    (void)state;
    assert_int_equal(verdict("9773万", (hz_sum)97725000000), HZ_REPRODUCED);
    assert_int_equal(verdict("9773万", (hz_sum)97734999999), HZ_REPRODUCED);
    assert_int_equal(verdict("9773万", (hz_sum)97735000000), HZ_CONTRADICTED);
    assert_int_equal(verdict("9773万", (hz_sum)97724999999), HZ_CONTRADICTED);
    assert_int_equal(verdict("近524万", (hz_sum)5240000000), HZ_REPRODUCED);
    assert_int_equal(verdict("近524万", (hz_sum)5240000001), HZ_CONTRADICTED);
    assert_int_equal(verdict("超1.9亿", (hz_sum)190000000000), HZ_REPRODUCED);
    assert_int_equal(verdict("超1.9亿", (hz_sum)189999999999), HZ_CONTRADICTED);
    assert_int_equal(verdict("63余亿", (hz_sum)6300000000000), HZ_REPRODUCED);
    assert_int_equal(verdict("63余亿", (hz_sum)6400000000000), HZ_CONTRADICTED);
}

/*
 * 326.50万 of 9773万 is 3.341 %, 41.59亿 by 326.50万 is 1273.81 and by 9773万 42.56, each to the
 * digits that the rounding of both allows: 3264950/97735000 = 3.34061.., 3265050/97725000 =
 * 3.34106..
 */
static void ratios_of_published_table_are_as_wide_as_their_rounding(void **state)
{
    (void)state;
    assert_int_equal(hz_reconcile(said("3.341%"), divided("326.50万", "9773万")), HZ_REPRODUCED);
    assert_int_equal(hz_reconcile(said("1273.81"), divided("41.59亿", "326.50万")), HZ_CONSISTENT);
    assert_int_equal(hz_reconcile(said("1274"), divided("41.59亿", "326.50万")), HZ_REPRODUCED);
    assert_int_equal(hz_reconcile(said("42.56"), divided("41.59亿", "9773万")), HZ_CONSISTENT);
    assert_int_equal(hz_reconcile(said("3.342%"), divided("326.50万", "9773万")), HZ_CONTRADICTED);
    /* over 63亿 by nearly 524万 is over 1202.29, by how much is not known */
    assert_int_equal(hz_reconcile(said("超1202"), divided("超63亿", "近524万")), HZ_REPRODUCED);
    assert_int_equal(hz_reconcile(said("1202"), divided("超63亿", "近524万")), HZ_CONSISTENT);
    assert_int_equal(hz_reconcile(said("1201"), divided("超63亿", "近524万")), HZ_CONTRADICTED);
}

/* 1/3 is between 0.333333333333 and 0.333333333334, 1/8 is 0.125, -1/3 between the same below 0. */
static void quotients_are_exact_or_widened(void **state)
{
    (void)state;
    struct hz_range q;
    assert_true(hz_range_divide(hz_range_of(ONE), hz_range_of(3 * ONE), &q));
    assert_true(q.low == (hz_sum)333333333333 && q.high == (hz_sum)333333333334);
    assert_true(hz_range_divide(hz_range_of(-ONE), hz_range_of(3 * ONE), &q));
    assert_true(q.low == -(hz_sum)333333333334 && q.high == -(hz_sum)333333333333);
    assert_true(hz_range_divide(hz_range_of(ONE), hz_range_of(8 * ONE), &q));
    assert_true(q.low == ONE / 8 && q.high == ONE / 8 && q.holds_low && q.holds_high);
    assert_false(hz_range_divide(hz_range_of(ONE), hz_range_of(0), &q));
    assert_false(hz_range_divide(hz_range_of(ONE), said("超1亿"), &q));
}

static void sums_beyond_128_bits_are_refused(void **state)
{
    (void)state;
    const hz_sum most = (hz_sum)(~(hz_magnitude)0 >> 1);
    struct hz_range sum;
    assert_false(hz_range_add(hz_range_of(most), hz_range_of(1), &sum));
    assert_false(hz_range_add(hz_range_of(-most), hz_range_of(-2), &sum));
    assert_true(hz_range_add(hz_range_of(most), hz_range_negative(hz_range_of(most)), &sum));
    assert_true(sum.low == 0 && sum.high == 0);
}

/* A random quantity, and how somebody prints it: the unit, so many decimals. */
struct printed {
    hz_sum value;
    struct hz_range range;
};

static struct printed print_randomly(struct hz_random *random)
{
    static const char *const units[] = {"", "万", "亿", "%"};
    const int unit = (int)(hz_random_uniform(random) * 4);
    const int decimals = (int)(hz_random_uniform(random) * 5);
    struct hz_published like;
    struct hz_error err = {0};
    struct hz_buffer text = {0};
    struct printed printed = {.value = (hz_sum)(hz_random_uniform(random) * 1e18) *
                                       (hz_sum)(unit == 2 ? 1000 : 1)};
    hz_buffer_format(&text, "1%s%.*s%s", decimals > 0 ? "." : "", decimals, "00000", units[unit]);
    assert_true(hz_published_parse((struct hz_text){text.at, text.length}, &like, &err));
    text.length = 0;
    hz_published_format_like(&like, printed.value, &text);
    assert_true(hz_published_parse((struct hz_text){text.at, text.length}, &like, &err));
    printed.range = hz_range_published(&like);
    hz_buffer_free(&text);
    return printed;
}

static void no_random_figure_is_reproduced_outside_its_interval(void **state)
{
    (void)state;
    struct hz_random random = hz_random_stream(20221231, 0);
    for (int i = 0; i < 10000; i++) {
        const struct printed p = print_randomly(&random);
        assert_int_equal(hz_reconcile(p.range, hz_range_of(p.value)), HZ_REPRODUCED);
        const hz_sum width = p.range.high - p.range.low;
        const hz_sum other =
            p.range.low + (hz_sum)((hz_random_uniform(&random) * 3 - 1) * (double)width);
        const bool is_in = other >= p.range.low && other < p.range.high;
        assert_int_equal(hz_reconcile(p.range, hz_range_of(other)),
                         is_in ? HZ_REPRODUCED : HZ_CONTRADICTED);
        const hz_sum off = hz_reconcile_off(p.range, hz_range_of(other));
        assert_true(is_in ? off == 0
                          : off == other - (other < p.range.low ? p.range.low : p.range.high));
    }
}

/* The quotient of what two figures stand for lies in the quotient of the figures. */
static void quotients_of_random_figures_hold_that_of_the_quantities(void **state)
{
    (void)state;
    struct hz_random random = hz_random_stream(20221231, 1);
    int divided_ones = 0;
    for (int i = 0; i < 10000; i++) {
        const struct printed a = print_randomly(&random), b = print_randomly(&random);
        struct hz_range of_figures, of_quantities;
        if (b.value <= 0 || !hz_range_divide(a.range, b.range, &of_figures) ||
            !hz_range_divide(hz_range_of(a.value), hz_range_of(b.value), &of_quantities))
            continue;
        divided_ones++;
        assert_int_not_equal(hz_reconcile(of_figures, of_quantities), HZ_CONTRADICTED);
        assert_true(of_quantities.low >= of_figures.low && of_quantities.high <= of_figures.high);
    }
    assert_true(divided_ones > 5000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_ends_of_an_interval_are_in_it_or_not),
        cmocka_unit_test(ratios_of_published_table_are_as_wide_as_their_rounding),
        cmocka_unit_test(quotients_are_exact_or_widened),
        cmocka_unit_test(sums_beyond_128_bits_are_refused),
        cmocka_unit_test(no_random_figure_is_reproduced_outside_its_interval),
        cmocka_unit_test(quotients_of_random_figures_hold_that_of_the_quantities),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
