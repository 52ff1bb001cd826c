/* The multivariate chain ladder against Mack's, against hand calculations, and what it refuses. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "reserve/multivariate.h"
#include "triangle_of.h"

enum { SEED = 41, N = 9 };

static const struct hz_multivariate_choice usual = {.average = HZ_AVERAGE_VOLUME,
                                                    .iterations = 100};

static struct hz_multivariate fit_of(const struct hz_triangle *const triangle[], size_t triangles,
                                     struct hz_multivariate_choice choice, struct hz_arena *arena)
{
    struct hz_multivariate fit;
    struct hz_error err = {0};
    if (!hz_multivariate_fit(&fit, triangle, triangles, choice, arena, &err))
        fail_msg("%s", err.text);
    return fit;
}

/* Of 100 each, four origins come to twice as much with these deviations, and a fifth is to come. */
static struct hz_triangle deviating(const double deviation[4], struct hz_arena *arena)
{
    double value[10] = {0};
    for (size_t o = 0; o < 4; o++) {
        value[2 * o] = 100;
        value[2 * o + 1] = 200 + deviation[o];
    }
    value[8] = 100;
    value[9] = NO;
    return triangle_of(value, 5, 2, arena);
}

static void one_triangle_is_macks_by_every_average_and_rule(void **state)
{
    (void)state;
    struct hz_random random = hz_random_stream(SEED, 1);
    for (int trial = 0; trial < 30; trial++) {
        struct hz_arena arena = {0};
        double value[N * N];
        random_values(value, N, trial % 2 == 0, &random);
        const struct hz_triangle triangle = triangle_of(value, N, N, &arena);
        const struct hz_triangle *const one[] = {&triangle};
        struct hz_multivariate_choice choice = usual;
        choice.average = (enum hz_average)(trial % 3);
        choice.mse_rule = trial % 2 ? HZ_MSE_MACK : HZ_MSE_INDEPENDENT;
        struct hz_development_choice own = hz_development_usual;
        own.average = choice.average;
        own.mse_rule = choice.mse_rule;
        const struct hz_multivariate fit = fit_of(one, 1, choice, &arena);
        const struct hz_reserve mack = reserve_of("mack", &triangle, own, NULL, 0, &arena);
        for (size_t o = 0; o <= N; o++)
            for (size_t m = 0; m < 2; m++) {
                assert_near(fit.ultimate[2 * o + m], mack.ultimate[o], 1e-12);
                assert_near(fit.process_se[2 * o + m], mack.process_se[o], 1e-9);
                assert_near(fit.parameter_se[2 * o + m], mack.parameter_se[o], 1e-9);
            }
        hz_arena_free(&arena);
    }
}

/*
 * Deviations 1, 1, -1, -1 and 1, -1, 1, -1 have nothing to do with each other: sigma^2 = 4 / 100 /
 * 3 of each; what is to come has the variance sigma^2 100 by chance and sigma^2 / 400 100^2 by the
 * factor, 5/3 in all, and the sum of both twice as much.
 */
static void without_correlation_variances_add_up(void **state)
{
    (void)state;
    struct hz_arena arena = {0};
    const struct hz_triangle a = deviating((const double[]){1, 1, -1, -1}, &arena);
    const struct hz_triangle b = deviating((const double[]){1, -1, 1, -1}, &arena);
    const struct hz_triangle *const both[] = {&a, &b};
    const struct hz_multivariate fit = fit_of(both, 2, usual, &arena);
    assert_true(fit.is_joint[0]);
    assert_near(fit.factor[0], 2, 1e-14);
    assert_near(fit.covariance[0], 4.0 / 300, 1e-12);
    assert_true(fabs(fit.covariance[1]) < 1e-15);
    assert_near(fit.se[5 * 3 + 0], sqrt(5.0 / 3), 1e-12);
    assert_near(fit.se[5 * 3 + 1], sqrt(5.0 / 3), 1e-12);
    assert_near(fit.se[5 * 3 + 2], sqrt(10.0 / 3), 1e-12);
    hz_arena_free(&arena);
}

/*
 * Deviations 1, 1, -1, -1 and 3, 1, -1, -3: squares 4 and 20, products 8. From equal values the
 * factors are those of each triangle whatever Sigma is (Zellner 1962). The sum has 100 (1 + 1/4) /
 * 300 (4 + 20 + 16). Without bias the product is divided by 3 too, since the values are alike.
 */
static void equal_values_have_their_own_factors_and_covariances_by_hand(void **state)
{
    (void)state;
    struct hz_arena arena = {0};
    const struct hz_triangle a = deviating((const double[]){1, 1, -1, -1}, &arena);
    const struct hz_triangle b = deviating((const double[]){3, 1, -1, -3}, &arena);
    const struct hz_triangle *const both[] = {&a, &b};
    for (int way = 0; way < 3; way++) {
        struct hz_multivariate_choice choice = usual;
        choice.is_separate = way == 1;
        choice.is_unbiased = way == 2;
        const struct hz_multivariate fit = fit_of(both, 2, choice, &arena);
        assert_int_equal(fit.is_joint[0], way != 1);
        assert_near(fit.factor[1], 2, 1e-14);
        assert_near(fit.covariance[1], 8.0 / 300, 1e-12);
        assert_near(fit.factor_covariance[1], 8.0 / 300 / 400, 1e-12);
        assert_near(fit.se[5 * 3 + 2], sqrt(50.0 / 3), 1e-12);
    }
    hz_arena_free(&arena);
}

/* As above, the covariance being left out: 100 (1 + 1/4) / 300 (4 + 20). */
static void uncorrelated_ages_have_no_covariance(void **state)
{
    (void)state;
    struct hz_arena arena = {0};
    const struct hz_triangle a = deviating((const double[]){1, 1, -1, -1}, &arena);
    const struct hz_triangle b = deviating((const double[]){3, 1, -1, -3}, &arena);
    const struct hz_triangle *const both[] = {&a, &b};
    struct hz_multivariate_choice choice = usual;
    choice.uncorrelated = 1;
    const struct hz_multivariate fit = fit_of(both, 2, choice, &arena);
    assert_false(fit.is_joint[0]);
    assert_near(fit.se[5 * 3 + 2], sqrt(10), 1e-12);
    hz_arena_free(&arena);
}

/*
 * The variances of totals, and of their sum, as Mack's of each triangle where all is uncorrelated.
 */
static void with_all_ages_uncorrelated_it_is_macks_and_variances_add_up(void **state)
{
    (void)state;
    struct hz_random random = hz_random_stream(SEED, 2);
    for (int trial = 0; trial < 20; trial++) {
        struct hz_arena arena = {0};
        struct hz_triangle triangle[3];
        const struct hz_triangle *three[3];
        double value[N * N], squares = 0;
        for (size_t m = 0; m < 3; m++) {
            random_values(value, N, false, &random);
            triangle[m] = triangle_of(value, N, N, &arena);
            three[m] = &triangle[m];
        }
        struct hz_multivariate_choice choice = usual;
        choice.uncorrelated = N + 5;
        const struct hz_multivariate fit = fit_of(three, 3, choice, &arena);
        for (size_t m = 0; m < 3; m++) {
            const struct hz_reserve mack =
                reserve_of("mack", three[m], hz_development_usual, NULL, 0, &arena);
            assert_near(fit.se[N * 4 + m], mack.se[N], 1e-9);
            squares += mack.se[N] * mack.se[N];
        }
        assert_near(fit.se[N * 4 + 3], sqrt(squares), 1e-9);
        hz_arena_free(&arena);
    }
}

static void order_makes_no_difference_and_a_unit_scales_its_own_triangle(void **state)
{
    (void)state;
    struct hz_random random = hz_random_stream(SEED, 3);
    for (int trial = 0; trial < 20; trial++) {
        struct hz_arena arena = {0};
        double one[N * N], two[N * N], scaled[N * N];
        random_values(one, N, false, &random);
        random_values(two, N, false, &random);
        for (size_t c = 0; c < N * N; c++)
            scaled[c] = 1000 * two[c];
        const struct hz_triangle a = triangle_of(one, N, N, &arena);
        const struct hz_triangle b = triangle_of(two, N, N, &arena);
        const struct hz_triangle c = triangle_of(scaled, N, N, &arena);
        struct hz_multivariate_choice choice = usual;
        choice.is_unbiased = trial % 2;
        choice.iterations = 3;
        const struct hz_multivariate f =
            fit_of((const struct hz_triangle *const[]){&a, &b}, 2, choice, &arena);
        const struct hz_multivariate turned =
            fit_of((const struct hz_triangle *const[]){&b, &a}, 2, choice, &arena);
        const struct hz_multivariate large =
            fit_of((const struct hz_triangle *const[]){&a, &c}, 2, choice, &arena);
        for (size_t o = 0; o <= N; o++) {
            assert_near(turned.se[3 * o], f.se[3 * o + 1], 1e-7);
            assert_near(turned.se[3 * o + 2], f.se[3 * o + 2], 1e-7);
            assert_near(large.se[3 * o], f.se[3 * o], 1e-7);
            assert_near(large.se[3 * o + 1], 1000 * f.se[3 * o + 1], 1e-7);
        }
        hz_arena_free(&arena);
    }
}

/* With fewer link ratios than triangles, or as many, an age is developed separately. */
static void ages_with_too_few_origins_are_separate(void **state)
{
    (void)state;
    struct hz_random random = hz_random_stream(SEED, 4);
    struct hz_arena arena = {0};
    struct hz_triangle triangle[3];
    double value[N * N];
    for (size_t m = 0; m < 3; m++) {
        random_values(value, N, false, &random);
        triangle[m] = triangle_of(value, N, N, &arena);
    }
    const struct hz_triangle *const three[] = {&triangle[0], &triangle[1], &triangle[2]};
    const struct hz_multivariate fit = fit_of(three, 3, usual, &arena);
    for (size_t k = 0; k + 1 < N; k++)
        assert_int_equal(fit.is_joint[k], N - 1 - k > 3);
    hz_arena_free(&arena);
}

static void refuses(const double one[], const double two[], size_t ages, const char *said)
{
    struct hz_arena arena = {0};
    struct hz_multivariate fit;
    struct hz_error err = {0};
    const struct hz_triangle a = triangle_of(one, 3, ages, &arena);
    const struct hz_triangle b = triangle_of(two, 3, ages, &arena);
    const struct hz_triangle *const both[] = {&a, &b};
    assert_false(hz_multivariate_fit(&fit, both, 2, usual, &arena, &err));
    assert_says(&err, said);
    hz_arena_free(&arena);
}

static void what_has_no_answer_is_refused(void **state)
{
    (void)state;
    const double usual_one[] = {4, 5, 6, 4, 6, NO, 5, NO, NO};
    const double lower[] = {4, 5, 6, 4, -6, NO, 5, NO, NO};
    const double longer[] = {4, 5, 6, 4, 6, 7, 5, NO, NO};
    const double none[] = {0, 5, 0, 5, 5, NO};
    const double single[] = {4, 5, 5, NO, 5, NO};
    refuses(usual_one, longer, 3, "same origins, ages and cells");
    refuses(usual_one, lower, 3, "origin 2, development 2: values must not be negative, found -6");
    refuses(none, none, 2, "no origin is above 0 in all triangles at development 1");
    refuses(single, single, 2, "Mack's rule needs two ages before them");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_triangle_is_macks_by_every_average_and_rule),
        cmocka_unit_test(without_correlation_variances_add_up),
        cmocka_unit_test(equal_values_have_their_own_factors_and_covariances_by_hand),
        cmocka_unit_test(uncorrelated_ages_have_no_covariance),
        cmocka_unit_test(with_all_ages_uncorrelated_it_is_macks_and_variances_add_up),
        cmocka_unit_test(order_makes_no_difference_and_a_unit_scales_its_own_triangle),
        cmocka_unit_test(ages_with_too_few_origins_are_separate),
        cmocka_unit_test(what_has_no_answer_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
