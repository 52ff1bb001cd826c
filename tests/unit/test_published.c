/* Published figures are read as the interval of all that they may stand for, and written back. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "growth/invert.h"
#include "growth/published.h"
#include "random/random.h"

#include <math.h>
#include <stdio.h>

static struct hz_published figure_of(const char *text)
{
    struct hz_published figure;
    struct hz_error err = {0};
    if (!hz_published_parse(hz_text_of(text), &figure, &err))
        fail_msg("%s", err.text);
    return figure;
}

/* The ends in thousandths of a per cent, exactly: 1 is 10^5 of them. */
static void assert_between(const char *text, int64_t low, int64_t high)
{
    const struct hz_published figure = figure_of(text);
    const hz_sum unit = HZ_PUBLISHED_ONE / 100000;
    assert_true(figure.has_low && figure.has_high);
    if (figure.low != low * unit || figure.high != high * unit)
        fail_msg("%s: %.10g to %.10g", text, hz_published_low(&figure), hz_published_high(&figure));
    assert_true(hz_published_holds(&figure, low * unit));
    assert_false(hz_published_holds(&figure, low * unit - 1));
    assert_false(hz_published_holds(&figure, high * unit));
    assert_true(hz_published_holds(&figure, high * unit - 1));
}

/* By hand, from what rounding to the last printed digit means. */
static void rounded_figures_stand_for_all_that_rounds_to_them(void **state)
{
    (void)state;
    const int64_t one = 100000;
    assert_between("9773万", 97725000 * one, 97735000 * one);
    assert_between("约9773万", 97725000 * one, 97735000 * one);
    assert_between("326.50万", 3264950 * one, 3265050 * one);
    assert_between("41.59亿", 4158500000 * one, 4159500000 * one);
    assert_between("11.40%", 11395, 11405);
    assert_between("11.40％", 11395, 11405);
    assert_between(" -3.5 % ", -3550, -3450);
    assert_between("97,730,000", 97729999 * one + one / 2, 97730000 * one + one / 2);
    assert_between("1,273.81", 127380500, 127381500);
    assert_between("12", 1150000, 1250000);
}

static void a_qualifier_turns_the_interval_to_one_side(void **state)
{
    (void)state;
    const hz_sum one = HZ_PUBLISHED_ONE;
    const struct hz_published over = figure_of("超1.9亿"), nearly = figure_of("近524万");
    assert_true(over.has_low && !over.has_high);
    assert_true(hz_published_holds(&over, 190000000 * one));
    assert_true(hz_published_holds(&over, 900000000 * one));
    assert_false(hz_published_holds(&over, 190000000 * one - 1));
    assert_true(nearly.has_high && !nearly.has_low);
    assert_true(hz_published_holds(&nearly, 5240000 * one));
    assert_false(hz_published_holds(&nearly, 5240000 * one + 1));
    assert_between("63亿余", INT64_C(6300000000) * 100000, INT64_C(6400000000) * 100000);
    assert_between("63余亿", INT64_C(6300000000) * 100000, INT64_C(6400000000) * 100000);
    assert_between("500多万", INT64_C(5000000) * 100000, INT64_C(6000000) * 100000);
}

static void figures_are_written_back_in_one_spelling(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"9773万", "9773万"},        {"约 63亿", "约63亿"}, {"超过1.9亿", "超1.9亿"},
        {"nearly 524万", "近524万"}, {"11.40％", "11.40%"}, {"97,730,000", "97,730,000"},
        {"63亿余", "63亿余"},        {"0.05", "0.05"},      {"-0.5%", "-0.5%"},
        {"500余万", "500万余"},
    };
    for (size_t c = 0; c < sizeof cases / sizeof *cases; c++) {
        struct hz_buffer text = {0};
        const struct hz_published figure = figure_of(cases[c][0]);
        hz_published_format(&figure, &text);
        hz_buffer_char(&text, 0);
        assert_string_equal(text.at, cases[c][1]);
        hz_buffer_free(&text);
    }
}

static void other_texts_are_refused(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "",
        "万",
        "1.",
        ".5",
        "1,00",
        "12,3456",
        "1000,000",
        "1.2.3",
        "1e6",
        "约超5万",
        "超5万余",
        "5万亿",
        "--5",
        "五",
        "1,000.",
        "12345678901234567890",
        "0.12345678901",
        "0.123456789%",
        "5万 人",
        "nan",
    };
    for (size_t t = 0; t < sizeof texts / sizeof *texts; t++) {
        struct hz_published figure;
        struct hz_error err = {0};
        if (hz_published_parse(hz_text_of(texts[t]), &figure, &err))
            fail_msg("\"%s\" is read", texts[t]);
        assert_int_equal(err.kind, HZ_ERROR_DATA);
    }
}

static struct hz_inversion inversion_of(const char *total, const char *rate, size_t years)
{
    struct hz_inversion inversion;
    struct hz_error err = {0};
    const struct hz_published t = figure_of(total), r = figure_of(rate);
    if (!hz_invert(&inversion, &t, &r, years, &err))
        fail_msg("%s", err.text);
    return inversion;
}

/*
 * The published totals and rates of the association's fifth congress period (People's Daily,
 * December 2023) on a steady path of five years; figures computed apart, with the digits shown.
 */
static void published_totals_and_rates_give_base_and_path(void **state)
{
    (void)state;
    static const struct {
        const char *total, *rate;
        double unit, sum, level[6], digits, low, high, end_digits;
    } cases[] = {
        {"9773万",
         "11.40%",
         1e4,
         6.993176,
         {1397.505, 1556.82, 1734.30, 1932.01, 2152.26, 2397.61},
         0.005,
         1397.23,
         1397.78,
         0.005},
        {"326.50万",
         "12.10%",
         1e4,
         7.135706,
         {45.7558, 51.29, 57.50, 64.46, 72.26, 81.00},
         0.005,
         45.749,
         45.763,
         0.0005},
        {"41.59亿",
         "17.20%",
         1e8,
         8.253409,
         {5.0391, 5.906, 6.922, 8.112, 9.507, 11.143},
         0.0005,
         5.0378,
         5.0404,
         0.00005},
    };
    for (size_t c = 0; c < sizeof cases / sizeof *cases; c++) {
        const struct hz_inversion inversion = inversion_of(cases[c].total, cases[c].rate, 5);
        assert_true(fabs(hz_growth_factor_sum(inversion.rate.value, 5) - cases[c].sum) < 5.1e-7);
        for (size_t y = 0; y <= 5; y++) {
            const double level = hz_invert_level(&inversion, y).value / cases[c].unit;
            assert_true(fabs(level - cases[c].level[y]) <= cases[c].digits * 1.01);
        }
        const struct hz_interval base = hz_invert_level(&inversion, 0);
        assert_true(fabs(base.low / cases[c].unit - cases[c].low) <= cases[c].end_digits * 1.01);
        assert_true(fabs(base.high / cases[c].unit - cases[c].high) <= cases[c].end_digits * 1.01);
    }
}

/* 1659万 of 2019 is the one year known: it is off the steady path, for 4, 5 and 6 years. */
static void a_known_year_speaks_against_the_steady_path_only(void **state)
{
    (void)state;
    static const struct {
        size_t years, year;
        double level;
    } cases[] = {{4, 1, 2063}, {5, 2, 1734}, {6, 3, 1517}};
    const struct hz_interval known = {16585000, 16590000, 16595000};
    for (size_t c = 0; c < sizeof cases / sizeof *cases; c++) {
        const struct hz_inversion inversion = inversion_of("9773万", "11.40%", cases[c].years);
        const struct hz_interval level = hz_invert_level(&inversion, cases[c].year);
        assert_true(fabs(level.value / 1e4 - cases[c].level) <= 0.5);
        const struct hz_invert_verdict verdict = hz_invert_known(&inversion, cases[c].year, known);
        assert_false(verdict.steady);
        assert_true(verdict.level && verdict.cumulative);
    }
    const struct hz_inversion five = inversion_of("9773万", "11.40%", 5);
    const struct hz_interval base = {13795000, 13800000, 13805000}, huge = {6e7, 6e7, 6e7};
    assert_false(hz_invert_known(&five, 0, base).cumulative);
    assert_true(hz_invert_known(&five, 0, base).level);
    assert_false(hz_invert_known(&five, 0, huge).level); /* 6000万 x 1.114^5 is above the total */
}

enum { CASES = 10000, SEED = 33 };

/*
 * A random steady path, its total and its rate rounded and printed: the truth is in the intervals.
 */
static void the_intervals_hold_the_truth_of_random_rounded_cases(void **state)
{
    (void)state;
    for (int c = 0; c < CASES; c++) {
        struct hz_random random = hz_random_stream(SEED, (uint64_t)c);
        const size_t years = 1 + (size_t)(hz_random_uniform(&random) * 12);
        const double rate = -0.3 + 0.8 * hz_random_uniform(&random);
        const double base = exp(10 + 8 * hz_random_uniform(&random));
        char total_text[64], rate_text[64];
        snprintf(total_text, sizeof total_text, "%.2f万",
                 base * hz_growth_factor_sum(rate, years) / 1e4);
        snprintf(rate_text, sizeof rate_text, "%.1f%%", 100 * rate);
        const struct hz_inversion inversion = inversion_of(total_text, rate_text, years);
        for (size_t y = 0; y <= years; y++) {
            const struct hz_interval level = hz_invert_level(&inversion, y);
            const double truth = base * pow(1 + rate, (double)y);
            if (truth < level.low * (1 - 1e-12) || truth > level.high * (1 + 1e-12))
                fail_msg("%s at %s: year %zu", total_text, rate_text, y);
        }
    }
}

static void what_leads_to_no_levels_is_refused(void **state)
{
    (void)state;
    static const struct {
        const char *total, *rate;
        size_t years;
    } cases[] = {{"超9773万", "11.40%", 5}, {"9773万", "近11.40%", 5}, {"0", "11.40%", 5},
                 {"-5万", "1%", 5},         {"5万", "-100%", 5},       {"5万", "1%", 0},
                 {"5万", "1%", 101}};
    for (size_t c = 0; c < sizeof cases / sizeof *cases; c++) {
        struct hz_inversion inversion;
        struct hz_error err = {0};
        const struct hz_published t = figure_of(cases[c].total), r = figure_of(cases[c].rate);
        assert_false(hz_invert(&inversion, &t, &r, cases[c].years, &err));
        assert_int_equal(err.kind, HZ_ERROR_DATA);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rounded_figures_stand_for_all_that_rounds_to_them),
        cmocka_unit_test(a_qualifier_turns_the_interval_to_one_side),
        cmocka_unit_test(figures_are_written_back_in_one_spelling),
        cmocka_unit_test(other_texts_are_refused),
        cmocka_unit_test(published_totals_and_rates_give_base_and_path),
        cmocka_unit_test(a_known_year_speaks_against_the_steady_path_only),
        cmocka_unit_test(the_intervals_hold_the_truth_of_random_rounded_cases),
        cmocka_unit_test(what_leads_to_no_levels_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
