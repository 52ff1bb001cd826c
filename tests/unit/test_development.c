/* Link ratios, their averages and spread, and factors that cannot be computed. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "triangle_of.h"

enum { SEED = 1999, N = 8 };

static const enum hz_average averages[] = {HZ_AVERAGE_SIMPLE, HZ_AVERAGE_VOLUME,
                                           HZ_AVERAGE_REGRESSION};

static struct hz_development fit(const struct hz_triangle *triangle,
                                 struct hz_development_choice choice, struct hz_arena *arena)
{
    struct hz_development development;
    hz_development_fit(&development, triangle, choice, arena);
    return development;
}

static struct hz_development_choice with_average(enum hz_average average)
{
    struct hz_development_choice choice = hz_development_usual;
    choice.average = average;
    return choice;
}

/* Three origins, 100 200 300 at age 1 and 200 300 600 at age 2: ratios 2, 1.5 and 2. */
static void averages_and_sigmas_are_as_by_hand(void **state)
{
    (void)state;
    struct hz_arena arena = {0};
    const double value[] = {100, 200, 200, 300, 300, 600};
    struct hz_triangle triangle = triangle_of(value, 3, 2, &arena);

    struct hz_development d = fit(&triangle, with_average(HZ_AVERAGE_SIMPLE), &arena);
    const double simple = 5.5 / 3;
    assert_near(d.factor[0], simple, 1e-15);
    assert_near(d.sigma[0],
                sqrt((2 * (2 - simple) * (2 - simple) + (1.5 - simple) * (1.5 - simple)) / 2),
                1e-14);
    assert_near(d.se[0], d.sigma[0] / sqrt(3), 1e-15);

    d = fit(&triangle, with_average(HZ_AVERAGE_VOLUME), &arena);
    const double volume = 1100.0 / 600;
    assert_near(d.factor[0], volume, 1e-15);
    assert_near(
        d.sigma[0],
        sqrt((400 * (2 - volume) * (2 - volume) + 200 * (1.5 - volume) * (1.5 - volume)) / 2),
        1e-14);
    assert_near(d.se[0], d.sigma[0] / sqrt(600), 1e-15);

    d = fit(&triangle, with_average(HZ_AVERAGE_REGRESSION), &arena);
    const double regression = 260000.0 / 140000;
    assert_near(d.factor[0], regression, 1e-15);
    assert_near(d.sigma[0],
                sqrt((1e5 * (2 - regression) * (2 - regression) +
                      4e4 * (1.5 - regression) * (1.5 - regression)) /
                     2),
                1e-14);
    assert_near(d.se[0], d.sigma[0] / sqrt(140000), 1e-15);
    assert_int_equal(d.pairs[0], 3);
    hz_arena_free(&arena);
}

static void a_triangle_built_from_factors_gives_them_back_without_spread(void **state)
{
    (void)state;
    struct hz_arena arena = {0};
    static const double factor[] = {3, 1.5, 1.25, 1.5, 1.125, 1, 0.5};
    double value[N * N];
    for (size_t o = 0; o < N; o++) {
        double here = (double)(o + 1) * 64;
        for (size_t a = 0; a < N; a++) {
            value[o * N + a] = a < N - o ? here : NO;
            here *= a < N - 1 ? factor[a] : 1;
        }
    }
    struct hz_triangle triangle = triangle_of(value, N, N, &arena);
    for (size_t i = 0; i < HZ_COUNT(averages); i++) {
        struct hz_development d = fit(&triangle, with_average(averages[i]), &arena);
        double product = 1;
        for (size_t k = N - 1; k-- > 0;) {
            product *= factor[k];
            assert_near(d.factor[k], factor[k], 1e-14);
            assert_near(d.to_ultimate[k], product, 1e-14);
            assert_true(d.sigma[k] < 1e-10);
        }
    }
    hz_arena_free(&arena);
}

static void scaling_the_triangle_leaves_factors_alone_and_scales_sigma(void **state)
{
    (void)state;
    struct hz_arena arena = {0};
    struct hz_random random = hz_random_stream(SEED, 1);
    const double scale = 730;
    for (int round = 0; round < 100; round++) {
        double value[N * N];
        random_values(value, N, round % 2, &random);
        struct hz_triangle small = triangle_of(value, N, N, &arena);
        for (size_t i = 0; i < N * N; i++)
            value[i] *= scale;
        struct hz_triangle large = triangle_of(value, N, N, &arena);
        for (size_t i = 0; i < HZ_COUNT(averages); i++) {
            struct hz_development a = fit(&small, with_average(averages[i]), &arena);
            struct hz_development b = fit(&large, with_average(averages[i]), &arena);
            for (size_t k = 0; k < N - 1; k++) {
                if (isnan(a.factor[k]) || isnan(a.sigma[k]))
                    continue;
                assert_near(b.factor[k], a.factor[k], 1e-12);
                assert_near(b.sigma[k], a.sigma[k] * pow(scale, (int)averages[i] / 2.0), 1e-9);
                assert_near(b.se[k], a.se[k], 1e-9);
            }
        }
        hz_arena_free(&arena);
    }
}

static void the_rules_for_the_last_sigma_are_as_by_hand(void **state)
{
    (void)state;
    struct hz_arena arena = {0};
    /* Ratios 1, 3, 2; then 2.5 and 1.5; then 1 twice; then a single 1. */
    const double value[] = {100, 100, 250, 250, 250, 100, 300, 450, 450, NO, 100, 200, NO, NO, NO};
    struct hz_triangle triangle = triangle_of(value, 3, 5, &arena);
    struct hz_development d = fit(&triangle, hz_development_usual, &arena);
    const double first = d.sigma[0] * d.sigma[0];
    const double second = d.sigma[1] * d.sigma[1];
    assert_near(first, 100, 1e-14); /* (1-2)^2 + (3-2)^2 + 0, times 100, over 2 */
    assert_int_equal(d.pairs[2], 2);
    assert_near(d.sigma[2], 0, 1e-15); /* both ratios are 1 */
    assert_int_equal(d.pairs[3], 1);
    assert_near(d.sigma[3], 0, 1e-15); /* the least of sigma[1], sigma[2] and 0 */

    struct hz_development_choice line = hz_development_usual;
    line.sigma_rule = HZ_SIGMA_LOG_LINEAR;
    d = fit(&triangle, line, &arena);
    /* A line through (0, log first) and (1, log second), at 3; zeros have no logarithm. */
    assert_near(d.sigma[3] * d.sigma[3], first * pow(second / first, 3), 1e-12);
    hz_arena_free(&arena);
}

static void one_rule_never_takes_the_place_of_the_other(void **state)
{
    (void)state;
    struct hz_arena arena = {0};
    const double value[] = {100, 200, 250, 100, 250, NO, 100, NO, NO}; /* one sigma, one needed */
    struct hz_triangle triangle = triangle_of(value, 3, 3, &arena);
    struct hz_development_choice choice = hz_development_usual;
    assert_true(isnan(fit(&triangle, choice, &arena).sigma[1]));
    choice.sigma_rule = HZ_SIGMA_LOG_LINEAR;
    assert_true(isnan(fit(&triangle, choice, &arena).sigma[1]));
    hz_arena_free(&arena);
}

/* The textbook's example, chapter 4, example 4.4: see data/published/bf_textbook_4.csv. */
static void factors_and_their_products_are_rounded_as_on_paper(void **state)
{
    (void)state;
    struct hz_arena arena = {0};
    const double value[] = {473, 620, 690, 715, 512, 660, 750, NO,
                            611, 700, NO,  NO,  647, NO,  NO,  NO};
    struct hz_triangle triangle = triangle_of(value, 4, 4, &arena);
    struct hz_development_choice choice = hz_development_usual;
    choice.decimals = 4;
    struct hz_development d = fit(&triangle, choice, &arena);
    assert_true(d.factor[0] == 1.2406 && d.factor[1] == 1.125 && d.factor[2] == 1.0362);
    assert_true(d.to_ultimate[0] == 1.4462 && d.to_ultimate[1] == 1.1657);
    assert_true(fit(&triangle, hz_development_usual, &arena).factor[0] == 1980.0 / 1596);
    hz_arena_free(&arena);
}

static void a_tail_multiplies_every_way_to_ultimate(void **state)
{
    (void)state;
    struct hz_arena arena = {0};
    const double value[] = {100, 150, 100, NO};
    struct hz_triangle triangle = triangle_of(value, 2, 2, &arena);
    struct hz_development_choice choice = hz_development_usual;
    choice.tail = 1.1;
    choice.tail_se = 0.02;
    choice.tail_sigma = 3;
    struct hz_development d = fit(&triangle, choice, &arena);
    assert_near(d.to_ultimate[0], 1.65, 1e-15);
    assert_near(d.to_ultimate[1], 1.1, 1e-15);
    assert_true(d.factor[1] == 1.1 && d.se[1] == 0.02 && d.sigma[1] == 3);
    hz_arena_free(&arena);
}

/*
 * Development 1, 1/2, 1/4 and errors 0.8, 0.4, 0.2 both halve: a tail of 1.125 stands at the
 * fourth.
 */
static void the_error_of_a_tail_is_that_of_the_age_with_such_a_factor(void **state)
{
    (void)state;
    const struct hz_tail_choice all = {0};
    const double age[] = {1, 2, 3};
    const double factor[] = {2, 1.5, 1.25};
    const double spread[] = {0.8, 0.4, 0.2};
    const char *why = NULL;
    double error;
    assert_true(hz_tail_spread(&all, age, 3, factor, 1.125, spread, &error, &why));
    assert_near(error, 0.1, 1e-12);
    assert_true(hz_tail_spread(&all, age, 3, factor, 1.5, spread, &error, &why));
    assert_near(error, 0.4, 1e-12);
    assert_true(hz_tail_spread(&all, age, 3, factor, 1, spread, &error, &why));
    assert_true(error <= 0);
}

static void an_error_that_lines_do_not_show_is_not_made_up(void **state)
{
    (void)state;
    const struct hz_tail_choice all = {0};
    const struct hz_tail_choice oldest = {.from = 3};
    const double age[] = {1, 2, 3};
    const double factor[] = {2, 1.5, 1.25};
    const double rising[] = {1.25, 1.5, 2};
    const double spread[] = {0.8, 0.4, 0.2};
    const double growing[] = {0.2, 0.4, 0.8};
    const double none[] = {0, 0, NO};
    const char *why = NULL;
    double error;
    assert_false(hz_tail_spread(&all, age, 3, factor, 0.9, spread, &error, &why));
    assert_non_null(strstr(why, "below 1"));
    assert_false(hz_tail_spread(&oldest, age, 3, factor, 1.1, spread, &error, &why));
    assert_non_null(strstr(why, "two factors above 1"));
    assert_false(hz_tail_spread(&all, age, 3, rising, 1.1, spread, &error, &why));
    assert_non_null(strstr(why, "do not fall"));
    assert_false(hz_tail_spread(&all, age, 3, factor, 1.1, none, &error, &why));
    assert_non_null(strstr(why, "errors above 0"));
    assert_false(hz_tail_spread(&all, age, 3, factor, 1.1, growing, &error, &why));
    assert_non_null(strstr(why, "grow with age"));
    /* Between the ages there is nothing to explode. */
    assert_true(hz_tail_spread(&all, age, 3, factor, 1.5, growing, &error, &why));
    assert_near(error, 0.4, 1e-12);
}

static void more_development_than_origin_periods_uses_the_ratios_that_there_are(void **state)
{
    (void)state;
    struct hz_arena arena = {0};
    const double value[] = {10, 20, 25, 28, 30, 30, 12, 20, 30, 33, NO, NO, 8, 20, NO, NO, NO, NO};
    struct hz_triangle triangle = triangle_of(value, 3, 6, &arena);
    struct hz_development d = fit(&triangle, hz_development_usual, &arena);
    static const size_t pairs[] = {3, 2, 2, 1, 1};
    static const double factor[] = {60.0 / 30, 55.0 / 40, 61.0 / 55, 30.0 / 28, 1};
    for (size_t k = 0; k < 5; k++) {
        assert_int_equal(d.pairs[k], pairs[k]);
        assert_near(d.factor[k], factor[k], 1e-15);
    }
    hz_arena_free(&arena);
}

static void an_origin_that_stays_at_zero_says_nothing(void **state)
{
    (void)state;
    struct hz_arena arena = {0};
    const double with[] = {100, 150, 0, 0, 300, 500};
    const double without[] = {100, 150, 300, 500};
    struct hz_triangle a = triangle_of(with, 3, 2, &arena);
    struct hz_triangle b = triangle_of(without, 2, 2, &arena);
    for (size_t i = 0; i < HZ_COUNT(averages); i++) {
        struct hz_development da = fit(&a, with_average(averages[i]), &arena);
        struct hz_development db = fit(&b, with_average(averages[i]), &arena);
        assert_int_equal(da.pairs[0], 2);
        assert_true(da.factor[0] == db.factor[0] && da.sigma[0] == db.sigma[0]);
    }
    hz_arena_free(&arena);
}

static void growth_from_zero_counts_in_the_volume_average_and_has_no_sigma_there(void **state)
{
    (void)state;
    struct hz_arena arena = {0};
    const double value[] = {100, 150, 0, 60, 300, 500};
    struct hz_triangle triangle = triangle_of(value, 3, 2, &arena);
    struct hz_development d = fit(&triangle, with_average(HZ_AVERAGE_VOLUME), &arena);
    assert_near(d.factor[0], 710.0 / 400, 1e-15);
    assert_true(isnan(d.sigma[0]));
    d = fit(&triangle, with_average(HZ_AVERAGE_REGRESSION), &arena);
    const double f = (100.0 * 150 + 300.0 * 500) / (1e4 + 9e4);
    assert_near(d.factor[0], f, 1e-15);
    assert_near(d.sigma[0] * d.sigma[0],
                ((150 - 100 * f) * (150 - 100 * f) + 60 * 60 + (500 - 300 * f) * (500 - 300 * f)) /
                    2,
                1e-13);
    assert_true(isnan(fit(&triangle, with_average(HZ_AVERAGE_SIMPLE), &arena).factor[0]));
    hz_arena_free(&arena);
}

static void assert_refused(const double value[], size_t origins, size_t ages,
                           struct hz_development_choice choice, const char *said)
{
    struct hz_arena arena = {0};
    struct hz_error err = {0};
    struct hz_triangle triangle = triangle_of(value, origins, ages, &arena);
    struct hz_development d = fit(&triangle, choice, &arena);
    assert_false(hz_development_require(&d, &triangle, &err));
    assert_says(&err, said);
    hz_arena_free(&arena);
}

static void a_factor_that_cannot_be_computed_is_refused_by_name(void **state)
{
    (void)state;
    struct hz_development_choice usual = hz_development_usual;
    const double no_pair[] = {NO, 5, 6, 4, NO, NO};
    assert_refused(no_pair, 2, 3, usual,
                   "t.csv: the factor from development 1 to 2 cannot be computed: no origin");
    const double zeros[] = {0, 0, 9, 0, 0, NO, 0, NO, NO};
    assert_refused(zeros, 3, 3, usual, "from development 1 to 2 cannot be computed: all values");
    const double zero_column[] = {0, 5, 6, 0, 7, NO, 0, NO, NO};
    assert_refused(zero_column, 3, 3, usual,
                   "from development 1 to 2 cannot be computed: the values at the first add up to "
                   "zero");
    const double cancelling[] = {-3, 5, 3, 7, 2, NO};
    assert_refused(cancelling, 3, 2, usual, "the values at the first add up to zero");
    const double negative[] = {-9, 5, 3, 7, 2, NO};
    assert_refused(negative, 3, 2, usual, "add up to less than zero");
    const double to_zero[] = {9, 0, 3, 0, 2, NO};
    assert_refused(to_zero, 3, 2, usual, "it would not be positive");
    const double from_zero[] = {9, 10, 0, 5, 2, NO};
    assert_refused(from_zero, 3, 2, with_average(HZ_AVERAGE_SIMPLE), "an origin grows from zero");
}

static void a_way_to_ultimate_too_large_or_rounded_to_zero_is_refused(void **state)
{
    (void)state;
    const double steep[] = {NO, 1e-99, 1e99, 1e-99, 1e99, NO, 5, NO, NO};
    assert_refused(steep, 3, 3, hz_development_usual,
                   "the factor from development 1 to ultimate is too large");
    struct hz_development_choice coarse = hz_development_usual;
    coarse.decimals = 1;
    const double falling[] = {100, 1, 100, NO};
    assert_refused(falling, 2, 2, coarse, "the factor from development 1 to ultimate is zero");
}

static void only_the_factors_that_an_origin_has_before_it_are_needed(void **state)
{
    (void)state;
    struct hz_arena arena = {0};
    struct hz_error err = {0};
    const double value[] = {0, 5, 6, 0, 7, NO}; /* none stands at the age of the zeros */
    struct hz_triangle triangle = triangle_of(value, 2, 3, &arena);
    struct hz_development d = fit(&triangle, hz_development_usual, &arena);
    assert_true(isnan(d.factor[0]) && isnan(d.to_ultimate[0]));
    assert_true(hz_development_require(&d, &triangle, &err));
    assert_int_equal(err.kind, HZ_NO_ERROR);
    hz_arena_free(&arena);
}

static void what_emerges_adds_up_to_what_is_left(void **state)
{
    (void)state;
    struct hz_arena arena = {0};
    struct hz_random random = hz_random_stream(SEED, 2);
    double value[N * N];
    random_values(value, N, false, &random);
    struct hz_triangle triangle = triangle_of(value, N, N, &arena);
    struct hz_development_choice choice = hz_development_usual;
    choice.tail = 1.25;
    struct hz_development d = fit(&triangle, choice, &arena);
    for (size_t from = 0; from < N; from++) {
        double payment[N] = {0};
        double sum = 0;
        hz_development_emerge(&d, 0, from, 1000, payment);
        for (size_t k = 0; k < N; k++)
            sum += payment[k];
        assert_near(sum, 1000 * (1 - 1 / d.to_ultimate[from]), 1e-12);
        assert_near(payment[N - 1], 200, 1e-12); /* 1 - 1 / 1.25 */
        for (size_t k = 0; k < from; k++)
            assert_true(payment[k] == 0);
    }
    hz_arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(averages_and_sigmas_are_as_by_hand),
        cmocka_unit_test(a_triangle_built_from_factors_gives_them_back_without_spread),
        cmocka_unit_test(scaling_the_triangle_leaves_factors_alone_and_scales_sigma),
        cmocka_unit_test(the_rules_for_the_last_sigma_are_as_by_hand),
        cmocka_unit_test(one_rule_never_takes_the_place_of_the_other),
        cmocka_unit_test(factors_and_their_products_are_rounded_as_on_paper),
        cmocka_unit_test(a_tail_multiplies_every_way_to_ultimate),
        cmocka_unit_test(the_error_of_a_tail_is_that_of_the_age_with_such_a_factor),
        cmocka_unit_test(an_error_that_lines_do_not_show_is_not_made_up),
        cmocka_unit_test(more_development_than_origin_periods_uses_the_ratios_that_there_are),
        cmocka_unit_test(an_origin_that_stays_at_zero_says_nothing),
        cmocka_unit_test(growth_from_zero_counts_in_the_volume_average_and_has_no_sigma_there),
        cmocka_unit_test(a_factor_that_cannot_be_computed_is_refused_by_name),
        cmocka_unit_test(a_way_to_ultimate_too_large_or_rounded_to_zero_is_refused),
        cmocka_unit_test(only_the_factors_that_an_origin_has_before_it_are_needed),
        cmocka_unit_test(what_emerges_adds_up_to_what_is_left),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
