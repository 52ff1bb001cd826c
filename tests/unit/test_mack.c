/* Mack's standard errors against his closed formulas, and where his model has none. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "triangle_of.h"

enum { SEED = 23, N = 9 };

static struct hz_development_choice choice_of(enum hz_average average, enum hz_sigma_rule rule)
{
    struct hz_development_choice choice = hz_development_usual;
    choice.average = average;
    choice.sigma_rule = rule;
    return choice;
}

/* The sum over the steps from column k on of sigma^2 / f^2 / what, where what is W[k]. */
static double sum_over_weights(const struct hz_development *d, size_t k)
{
    double sum = 0;
    for (; k + 1 < d->ages; k++)
        sum += d->sigma[k] * d->sigma[k] / (d->factor[k] * d->factor[k] * d->weight[k]);
    return sum;
}

/*
 * Mack (1993), theorem 3 and its corollary, with C^alpha for C (1999), for origins wherever they
 * stand:
 *
 *     process[i]^2   = U[i]^2 sum sigma^2 / f^2 / C[i,k]^alpha
 *     parameter^2    = sum over i, j of U[i] U[j]
 *                      sum from the younger's age of sigma^2 / f^2 / W[k]
 */
static void assert_closed_formula(const struct hz_triangle *t, const struct hz_development *d,
                                  const struct hz_reserve *r)
{
    const int alpha = (int)d->choice.average;
    double all_process = 0;
    double all_parameter = 0;
    for (size_t i = 0; i < t->origins; i++) {
        double value = hz_triangle_latest(t, i);
        double process = 0;
        for (size_t k = t->latest[i]; k + 1 < d->ages; k++) {
            process +=
                d->sigma[k] * d->sigma[k] / (d->factor[k] * d->factor[k] * pow(value, alpha));
            value *= d->factor[k];
        }
        process *= value * value;
        double parameter = value * value * sum_over_weights(d, t->latest[i]);
        assert_near(r->process_se[i], sqrt(process), 1e-9);
        assert_near(r->parameter_se[i], sqrt(parameter), 1e-9);
        assert_near(r->se[i], sqrt(process + parameter), 1e-9);
        all_process += process;
        for (size_t j = 0; j < t->origins; j++) {
            size_t from = t->latest[i] > t->latest[j] ? t->latest[i] : t->latest[j];
            all_parameter += r->ultimate[i] * r->ultimate[j] * sum_over_weights(d, from);
        }
    }
    assert_near(r->process_se[t->origins], sqrt(all_process), 1e-9);
    assert_near(r->parameter_se[t->origins], sqrt(all_parameter), 1e-9);
    assert_near(r->se[t->origins], sqrt(all_process + all_parameter), 1e-9);
}

static void recursion_and_closed_formula_agree_for_every_alpha_and_any_shape(void **state)
{
    (void)state;
    struct hz_random random = hz_random_stream(SEED, 1);
    for (int round = 0; round < 300; round++) {
        struct hz_arena arena = {0};
        double value[N * N];
        random_values(value, N, round % 3 > 0, &random);
        struct hz_triangle triangle = triangle_of(value, N, N, &arena);
        for (int alpha = 0; alpha <= 2; alpha++) {
            struct hz_development_choice choice =
                choice_of((enum hz_average)alpha, HZ_SIGMA_LOG_LINEAR);
            struct hz_development d;
            hz_development_fit(&d, &triangle, choice, &arena);
            struct hz_reserve r = reserve_of("mack", &triangle, choice, NULL, NO, &arena);
            assert_closed_formula(&triangle, &d, &r);
        }
        hz_arena_free(&arena);
    }
}

/* Two origins at one age are not certain: R's ChainLadder, issue 52, gives the second one none. */
static void every_origin_at_one_age_has_its_error(void **state)
{
    (void)state;
    struct hz_arena arena = {0};
    const double value[] = {100, 180, 200, 220, 110, 190, 230, NO,
                            90,  150, NO,  NO,  95,  160, NO,  NO};
    struct hz_triangle triangle = triangle_of(value, 4, 4, &arena);
    struct hz_reserve r = reserve_of("mack", &triangle, hz_development_usual, NULL, NO, &arena);
    assert_true(r.se[2] > 0 && r.se[3] > r.se[2]);
    assert_near(r.process_se[3] / r.process_se[2], sqrt(160.0 / 150), 1e-12);
    assert_near(r.parameter_se[3] / r.parameter_se[2], 160.0 / 150, 1e-12);
    hz_arena_free(&arena);
}

static void errors_scale_with_the_triangle_and_cvs_do_not(void **state)
{
    (void)state;
    struct hz_random random = hz_random_stream(SEED, 2);
    for (int round = 0; round < 100; round++) {
        struct hz_arena arena = {0};
        double value[N * N];
        random_values(value, N, false, &random);
        struct hz_triangle small = triangle_of(value, N, N, &arena);
        for (size_t i = 0; i < N * N; i++)
            value[i] *= 0.01;
        struct hz_triangle large = triangle_of(value, N, N, &arena);
        for (int alpha = 0; alpha <= 2; alpha++) {
            struct hz_development_choice choice = choice_of((enum hz_average)alpha, HZ_SIGMA_MACK);
            struct hz_reserve a = reserve_of("mack", &small, choice, NULL, NO, &arena);
            struct hz_reserve b = reserve_of("mack", &large, choice, NULL, NO, &arena);
            for (size_t o = 0; o <= N; o++)
                assert_near(b.se[o], 0.01 * a.se[o], 1e-8);
        }
        hz_arena_free(&arena);
    }
}

static void a_triangle_built_from_factors_has_no_error(void **state)
{
    (void)state;
    struct hz_arena arena = {0};
    const double value[] = {64, 128, 192, 240, 32, 64, 96, NO, 80, 160, NO, NO, 16, NO, NO, NO};
    struct hz_triangle triangle = triangle_of(value, 4, 4, &arena);
    struct hz_reserve r = reserve_of("mack", &triangle, hz_development_usual, NULL, NO, &arena);
    for (size_t o = 0; o <= 4; o++)
        assert_true(r.se[o] == 0);
    assert_true(r.ultimate[3] == 60 && r.ibnr[3] == 44);
    hz_arena_free(&arena);
}

static void an_exact_tail_stretches_the_errors_and_its_own_adds_to_them(void **state)
{
    (void)state;
    struct hz_arena arena = {0};
    struct hz_random random = hz_random_stream(SEED, 3);
    double value[N * N];
    random_values(value, N, false, &random);
    struct hz_triangle triangle = triangle_of(value, N, N, &arena);
    struct hz_development_choice choice = hz_development_usual;
    struct hz_reserve without = reserve_of("mack", &triangle, choice, NULL, NO, &arena);
    choice.tail = 1.05;
    struct hz_reserve with = reserve_of("mack", &triangle, choice, NULL, NO, &arena);
    for (size_t o = 0; o <= N; o++)
        assert_near(with.se[o], 1.05 * without.se[o], 1e-12);

    choice.tail_se = 0.02;
    choice.tail_sigma = 3;
    struct hz_reserve own = reserve_of("mack", &triangle, choice, NULL, NO, &arena);
    double sum = 0;
    for (size_t o = 0; o < N; o++) {
        const double last = without.ultimate[o];
        sum += last;
        assert_near(own.process_se[o], sqrt(pow(with.process_se[o], 2) + 9 * last), 1e-12);
        assert_near(own.parameter_se[o], hypot(with.parameter_se[o], 0.02 * last), 1e-12);
    }
    assert_near(own.parameter_se[N], hypot(with.parameter_se[N], 0.02 * sum), 1e-12);
    hz_arena_free(&arena);
}

static void an_origin_at_zero_has_no_error_under_alpha_1(void **state)
{
    (void)state;
    struct hz_arena arena = {0};
    const double value[] = {100, 180, 200, 220, 110, 190, 230, NO, 90, 150, NO, NO, 0, NO, NO, NO};
    struct hz_triangle triangle = triangle_of(value, 4, 4, &arena);
    struct hz_reserve r = reserve_of("mack", &triangle, hz_development_usual, NULL, NO, &arena);
    assert_true(r.ultimate[3] == 0 && r.se[3] == 0);
    struct hz_development_choice regression = choice_of(HZ_AVERAGE_REGRESSION, HZ_SIGMA_LOG_LINEAR);
    r = reserve_of("mack", &triangle, regression, NULL, NO, &arena);
    assert_true(r.ultimate[3] == 0 && r.process_se[3] > 0 && r.parameter_se[3] == 0);
    hz_arena_free(&arena);
}

static void assert_refused(const double value[], size_t origins, size_t ages,
                           struct hz_development_choice choice, const char *said)
{
    struct hz_arena arena = {0};
    struct hz_error err = {0};
    struct hz_triangle triangle = triangle_of(value, origins, ages, &arena);
    struct hz_development d;
    struct hz_reserve r;
    hz_development_fit(&d, &triangle, choice, &arena);
    const struct hz_reserve_basis basis = {
        .triangle = &triangle, .development = &d, .parameters.prior = NO};
    assert_false(hz_method_estimate(hz_method_find(hz_text_of("mack")), &basis, &r, &arena, &err));
    assert_says(&err, said);
    hz_arena_free(&arena);
}

static void a_sigma_that_the_rule_does_not_give_is_refused_by_name(void **state)
{
    (void)state;
    const double three[] = {100, 180, 200, 110, 190, NO, 90, NO, NO};
    assert_refused(three, 3, 3, hz_development_usual,
                   "t.csv: no sigma from development 2 to 3: there is one link ratio, and the rule "
                   "mack needs sigmas at both ages before it");
    assert_refused(three, 3, 3, choice_of(HZ_AVERAGE_VOLUME, HZ_SIGMA_LOG_LINEAR),
                   "the rule log-linear needs two sigmas that are not zero");
}

static void growth_from_zero_and_negative_values_are_refused_by_name(void **state)
{
    (void)state;
    const double from_zero[] = {100, 180, 200, 220, 0,  190, 230, NO,
                                90,  150, NO,  NO,  80, NO,  NO,  NO};
    assert_refused(from_zero, 4, 4, hz_development_usual,
                   "no sigma from development 1 to 2: an origin grows from zero or less");
    const double negative[] = {100, 180, 200, 220, 110, 190, 230, NO,
                               90,  150, NO,  NO,  -5,  NO,  NO,  NO};
    assert_refused(
        negative, 4, 4, hz_development_usual,
        "t.csv: origin 4, development 1: negative, so that Mack's model has no variance");
    const double no_factor[] = {0, 180, 200, 220, 0, 190, 230, NO, 0, 150, NO, NO, 7, NO, NO, NO};
    assert_refused(no_factor, 4, 4, hz_development_usual, "the factor from development 1 to 2");
}

static void errors_too_large_to_count_with_are_refused(void **state)
{
    (void)state;
    const double value[] = {1e-60, 1e70, 2e70, 4e70, 1e-60, 2e70, 5e70, NO,
                            1e-60, 3e70, NO,   NO,   1e60,  NO,   NO,   NO};
    assert_refused(value, 4, 4, hz_development_usual,
                   "origin 4: mack gives a figure too large to count with");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(recursion_and_closed_formula_agree_for_every_alpha_and_any_shape),
        cmocka_unit_test(every_origin_at_one_age_has_its_error),
        cmocka_unit_test(errors_scale_with_the_triangle_and_cvs_do_not),
        cmocka_unit_test(a_triangle_built_from_factors_has_no_error),
        cmocka_unit_test(an_exact_tail_stretches_the_errors_and_its_own_adds_to_them),
        cmocka_unit_test(an_origin_at_zero_has_no_error_under_alpha_1),
        cmocka_unit_test(a_sigma_that_the_rule_does_not_give_is_refused_by_name),
        cmocka_unit_test(growth_from_zero_and_negative_values_are_refused_by_name),
        cmocka_unit_test(errors_too_large_to_count_with_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
