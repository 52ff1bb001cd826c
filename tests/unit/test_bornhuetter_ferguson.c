/* Bornhuetter-Ferguson beside the two methods it lies between, and what all methods share. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "triangle_of.h"

enum { SEED = 1972, N = 7 };

/* The textbook's example 4.4: see data/published/bf_textbook_4.csv. */
static const double textbook[] = {473, 620, 690, 715, 512, 660, 750, NO,
                                  611, 700, NO,  NO,  647, NO,  NO,  NO};
static const double premium[] = {860, 940, 980, 1020};

static void an_ibnr_is_the_expected_part_not_yet_developed(void **state)
{
    (void)state;
    struct hz_arena arena = {0};
    struct hz_triangle triangle = triangle_of(textbook, 4, 4, &arena);
    struct hz_reserve r =
        reserve_of("bornhuetter-ferguson", &triangle, hz_development_usual, premium, 0.85, &arena);
    const double f3 = 715.0 / 690;
    const double f2 = 1440.0 / 1280;
    const double f1 = 1980.0 / 1596;
    assert_true(r.ibnr[0] == 0);
    assert_near(r.ibnr[1], 940 * 0.85 * (1 - 1 / f3), 1e-13);
    assert_near(r.ibnr[2], 980 * 0.85 * (1 - 1 / (f2 * f3)), 1e-13);
    assert_near(r.ibnr[3], 1020 * 0.85 * (1 - 1 / (f1 * f2 * f3)), 1e-13);
    assert_near(r.ultimate[3], 647 + r.ibnr[3], 1e-15);
    assert_near(r.ibnr[4], r.ibnr[1] + r.ibnr[2] + r.ibnr[3], 1e-15);
    assert_near(r.latest[4], 715 + 750 + 700 + 647, 1e-15);
    assert_true(isnan(r.se[3]) && isnan(r.to_ultimate[4]));
    hz_arena_free(&arena);
}

static void an_ultimate_lies_between_prior_and_chain_ladder(void **state)
{
    (void)state;
    struct hz_random random = hz_random_stream(SEED, 1);
    for (int round = 0; round < 200; round++) {
        struct hz_arena arena = {0};
        double value[N * N];
        double exposure[N];
        random_values(value, N, round % 2, &random);
        for (size_t o = 0; o < N; o++)
            exposure[o] = 4000 * hz_random_uniform(&random);
        struct hz_triangle triangle = triangle_of(value, N, N, &arena);
        struct hz_development_choice usual = hz_development_usual;
        struct hz_reserve cl = reserve_of("chain-ladder", &triangle, usual, NULL, NO, &arena);
        struct hz_reserve bf =
            reserve_of("bornhuetter-ferguson", &triangle, usual, exposure, 0.7, &arena);
        struct hz_reserve prior = reserve_of("expected", &triangle, usual, exposure, 0.7, &arena);
        for (size_t o = 0; o < N; o++) {
            const double share = 1 / cl.to_ultimate[o];
            assert_near(bf.ultimate[o], share * cl.ultimate[o] + (1 - share) * prior.ultimate[o],
                        1e-12);
            assert_true(bf.ultimate[o] >= fmin(cl.ultimate[o], prior.ultimate[o]) * (1 - 1e-12));
            assert_true(bf.ultimate[o] <= fmax(cl.ultimate[o], prior.ultimate[o]) * (1 + 1e-12));
        }
        hz_arena_free(&arena);
    }
}

static void all_three_agree_where_the_prior_is_the_chain_ladder(void **state)
{
    (void)state;
    struct hz_arena arena = {0};
    struct hz_triangle triangle = triangle_of(textbook, 4, 4, &arena);
    struct hz_development_choice usual = hz_development_usual;
    struct hz_reserve cl = reserve_of("chain-ladder", &triangle, usual, NULL, NO, &arena);
    struct hz_reserve bf =
        reserve_of("bornhuetter-ferguson", &triangle, usual, cl.ultimate, 1, &arena);
    struct hz_reserve prior = reserve_of("expected", &triangle, usual, cl.ultimate, 1, &arena);
    for (size_t o = 0; o <= 4; o++) {
        assert_near(bf.ultimate[o], cl.ultimate[o], 1e-14);
        assert_near(prior.ultimate[o], cl.ultimate[o], 1e-14);
    }
    for (size_t i = 0; i < 16; i++) {
        assert_near(bf.payment[i], cl.payment[i], 1e-12);
        assert_near(prior.payment[i], cl.payment[i], 1e-12);
    }
    hz_arena_free(&arena);
}

/* Whether each cell lies on a diagonal; percent-of-paid refuses triangles that do not show it. */
static bool has_diagonals(const struct hz_triangle *triangle)
{
    size_t back;
    for (size_t o = 0; o < triangle->origins; o++)
        for (size_t k = 0; k <= triangle->latest[o]; k++)
            if (!hz_triangle_diagonal(triangle, o, k, &back))
                return false;
    return true;
}

static void payments_of_every_method_add_up_to_the_ibnr_in_order(void **state)
{
    (void)state;
    struct hz_random random = hz_random_stream(SEED, 2);
    for (int round = 0; round < 100; round++) {
        struct hz_arena arena = {0};
        double value[N * N];
        double exposure[N];
        random_values(value, N, true, &random);
        for (size_t o = 0; o < N; o++)
            exposure[o] = 4000 * hz_random_uniform(&random);
        struct hz_triangle triangle = triangle_of(value, N, N, &arena);
        struct hz_development_choice choice = hz_development_usual;
        choice.tail = round % 2 ? 1.03 : 1;
        choice.decimals = round % 4 == 3 ? 3 : -1;
        for (size_t m = 0; hz_method_names[m]; m++) {
            if (strcmp(hz_method_names[m], "percent-of-paid") == 0 && !has_diagonals(&triangle))
                continue;
            if (round > 1 && strlen(hz_method_names[m]) == 3 &&
                strcmp(hz_method_names[m], "odp") != 0)
                continue; /* crc, csr, ccl, cay take their time */
            struct hz_reserve r =
                reserve_of(hz_method_names[m], &triangle, choice, exposure, 0.7, &arena);
            for (size_t o = 0; o < N; o++) {
                double sum = 0;
                for (size_t k = 0; k < N; k++) {
                    sum += r.payment[o * N + k];
                    assert_true(k >= triangle.latest[o] || r.payment[o * N + k] == 0);
                }
                assert_true(fabs(sum - r.ibnr[o]) < 1e-10 * (r.latest[o] + r.ultimate[o]));
            }
        }
        hz_arena_free(&arena);
    }
}

static void chain_ladder_payments_are_the_steps_of_the_projection(void **state)
{
    (void)state;
    struct hz_arena arena = {0};
    struct hz_triangle triangle = triangle_of(textbook, 4, 4, &arena);
    struct hz_reserve r =
        reserve_of("chain-ladder", &triangle, hz_development_usual, NULL, NO, &arena);
    const double second = 700 * 1440.0 / 1280;
    assert_near(r.payment[2 * 4 + 1], second - 700, 1e-12);
    assert_near(r.payment[2 * 4 + 2], second * 715 / 690 - second, 1e-12);
    assert_true(r.payment[2 * 4 + 3] == 0); /* no tail */
    hz_arena_free(&arena);
}

static void the_expected_method_needs_no_factors_and_pays_at_the_next_age_at_last(void **state)
{
    (void)state;
    struct hz_arena arena = {0};
    const double value[] = {0, 5, 6, 0, 7, NO, 0, NO, NO}; /* nothing is paid at age 1 */
    const double exposure[] = {10, 10, 10};
    struct hz_triangle triangle = triangle_of(value, 3, 3, &arena);
    struct hz_reserve r =
        reserve_of("expected", &triangle, hz_development_usual, exposure, 0.8, &arena);
    assert_near(r.ibnr[0], 2, 1e-15);
    assert_near(r.ibnr[2], 8, 1e-15);
    assert_near(r.payment[0 * 3 + 2], 2, 1e-15); /* fully developed: after the last age */
    assert_true(isnan(r.to_ultimate[2]) && isnan(r.payment[2 * 3]));
    hz_arena_free(&arena);
}

static void a_method_without_its_prior_is_a_wrong_command_line(void **state)
{
    (void)state;
    struct hz_arena arena = {0};
    struct hz_triangle triangle = triangle_of(textbook, 4, 4, &arena);
    struct hz_development d;
    hz_development_fit(&d, &triangle, hz_development_usual, &arena);
    const struct hz_reserve_basis no_exposure = {
        .triangle = &triangle, .development = &d, .parameters.prior = 0.85};
    const struct hz_reserve_basis no_prior = {
        .triangle = &triangle, .development = &d, .exposure = premium, .parameters.prior = NO};
    const char *const needy[] = {"bornhuetter-ferguson", "expected"};
    for (size_t m = 0; m < 2; m++) {
        const struct hz_method *method = hz_method_find(hz_text_of(needy[m]));
        struct hz_reserve r;
        struct hz_error err = {0};
        assert_true(method->needs_prior);
        assert_false(hz_method_estimate(method, &no_exposure, &r, &arena, &err));
        assert_int_equal(err.kind, HZ_ERROR_USAGE);
        err = (struct hz_error){0};
        assert_false(hz_method_estimate(method, &no_prior, &r, &arena, &err));
        assert_int_equal(err.kind, HZ_ERROR_USAGE);
    }
    hz_arena_free(&arena);
}

static void methods_refuse_what_they_cannot_compute(void **state)
{
    (void)state;
    struct hz_arena arena = {0};
    const double zeros[] = {0, 5, 6, 0, 7, NO, 0, NO, NO};
    const double exposure[] = {1e300, 1e300, 1e300};
    struct hz_triangle none = triangle_of(zeros, 3, 3, &arena);
    struct hz_development d;
    struct hz_reserve r;
    hz_development_fit(&d, &none, hz_development_usual, &arena);
    const struct hz_reserve_basis no_factor = {
        .triangle = &none, .development = &d, .exposure = exposure, .parameters.prior = 1};
    const struct hz_reserve_basis too_much = {
        .triangle = &none, .development = &d, .exposure = exposure, .parameters.prior = 1e300};
    const char *const needy[] = {"chain-ladder", "mack", "bornhuetter-ferguson"};
    for (size_t m = 0; m < 3; m++) {
        struct hz_error err = {0};
        const struct hz_method *method = hz_method_find(hz_text_of(needy[m]));
        assert_false(hz_method_estimate(method, &no_factor, &r, &arena, &err));
        assert_says(&err, "the factor from development 1 to 2 cannot be computed");
    }
    struct hz_error err = {0};
    const struct hz_method *expected = hz_method_find(hz_text_of("expected"));
    assert_false(hz_method_estimate(expected, &too_much, &r, &arena, &err));
    assert_says(&err, "origin 1: expected gives a figure too large to count with");
    hz_arena_free(&arena);
}

static void a_square_of_observed_cells_has_nothing_left_to_come(void **state)
{
    (void)state;
    struct hz_arena arena = {0};
    const double value[] = {5, 8, 4, 7, 6, 9};
    struct hz_triangle triangle = triangle_of(value, 3, 2, &arena);
    struct hz_reserve r =
        reserve_of("chain-ladder", &triangle, hz_development_usual, NULL, NO, &arena);
    assert_true(r.ibnr[3] == 0 && r.ultimate[3] == 24);
    const double one[] = {5};
    triangle = triangle_of(one, 1, 1, &arena);
    struct hz_development_choice tail = hz_development_usual;
    tail.tail = 1.2;
    r = reserve_of("mack", &triangle, tail, NULL, NO, &arena);
    assert_near(r.ultimate[0], 6, 1e-15);
    assert_true(r.se[1] == 0);
    hz_arena_free(&arena);
}

static void names_find_their_methods_and_nothing_else(void **state)
{
    (void)state;
    for (size_t m = 0; hz_method_names[m]; m++) {
        assert_string_equal(hz_methods[m].name, hz_method_names[m]);
        assert_ptr_equal(hz_method_find(hz_text_of(hz_method_names[m])), &hz_methods[m]);
    }
    assert_null(hz_method_find(hz_text_of("chain")));
    assert_null(hz_method_find(hz_text_of("")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_ibnr_is_the_expected_part_not_yet_developed),
        cmocka_unit_test(an_ultimate_lies_between_prior_and_chain_ladder),
        cmocka_unit_test(all_three_agree_where_the_prior_is_the_chain_ladder),
        cmocka_unit_test(payments_of_every_method_add_up_to_the_ibnr_in_order),
        cmocka_unit_test(chain_ladder_payments_are_the_steps_of_the_projection),
        cmocka_unit_test(the_expected_method_needs_no_factors_and_pays_at_the_next_age_at_last),
        cmocka_unit_test(a_method_without_its_prior_is_a_wrong_command_line),
        cmocka_unit_test(methods_refuse_what_they_cannot_compute),
        cmocka_unit_test(a_square_of_observed_cells_has_nothing_left_to_come),
        cmocka_unit_test(names_find_their_methods_and_nothing_else),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
