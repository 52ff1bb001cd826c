/* Tests of reserve/credibility.h and reserve/apportion.h. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "reserve/apportion.h"
#include "triangle/development_credibility.h"
#include "triangle_of.h"

/*
 * Hachemeister (1975): mean, weight of five states; the variances within that average to
 * 139120025.9, and what R's actuar makes of them: cm(~ state, hachemeister).
 */
static void states_have_the_credibilities_that_actuar_gives_them(void **state)
{
    (void)state;
    const double mean[] = {2060.921391842644, 1511.2241266649912, 1805.842737531853,
                           1352.97591522158, 1599.8286070340625};
    const double weight[] = {100155, 19895, 13735, 4152, 36110};
    const double credibility[] = {0.9847404, 0.9276352, 0.8984754, 0.7279092, 0.9587911};
    const double blended[] = {2055.165, 1523.706, 1793.444, 1442.967, 1603.285};
    struct hz_credible group[5];
    struct hz_credibility all = {.within = NO};
    for (size_t g = 0; g < 5; g++)
        group[g] = (struct hz_credible){mean[g], weight[g], 139120025.92528555, 11, 0, 0, 0};
    assert_true(hz_credibility_fit(group, 5, &all));
    assert_near(all.mean, 1683.713, 1e-6);
    assert_near(all.between, 89638.73, 1e-7);
    for (size_t g = 0; g < 5; g++) {
        assert_near(group[g].credibility, credibility[g], 1e-6);
        assert_near(group[g].blended, blended[g], 1e-6);
    }
}

static void variances_are_averaged_by_their_degrees_and_unknown_ones_left_out(void **state)
{
    (void)state;
    struct hz_credible group[] = {
        {1, 10, 4, 1, 0, 0, 0}, {3, 10, 8, 3, 0, 0, 0}, {2, 10, NO, 0, 0, 0, 0}};
    struct hz_credibility all = {.within = NO};
    assert_true(hz_credibility_fit(group, 3, &all));
    assert_near(all.within, 7, 1e-15);
    /* Equal weights: between = the variance of 1, 3, 2, which is 1, less 7 / 10. */
    assert_near(all.between, 0.3, 1e-13);
    assert_near(group[2].credibility, 10 / (10 + 7 / 0.3), 1e-13);
}

static void groups_alike_get_the_mean_by_weight_and_one_alone_its_own(void **state)
{
    (void)state;
    struct hz_credible alike[] = {{1.5, 30, 9, 2, 0, 0, 0}, {1.5, 10, 9, 2, 0, 0, 0}, {.mean = NO}};
    struct hz_credibility all = {.within = NO};
    assert_true(hz_credibility_fit(alike, 3, &all));
    assert_true(all.between == 0 && alike[0].credibility == 0 && alike[2].credibility == 0);
    assert_near(alike[2].blended, 1.5, 1e-15);
    assert_near(alike[0].se, sqrt(9.0 / 40), 1e-15);
    struct hz_credible one[] = {{1.5, 30, 9, 2, 0, 0, 0}, {.mean = NO}};
    all = (struct hz_credibility){.within = NO};
    assert_true(hz_credibility_fit(one, 2, &all));
    assert_true(one[0].credibility == 1 && one[1].credibility == 0);
    assert_near(one[1].blended, 1.5, 1e-15);
}

static void nothing_is_blended_without_a_variance_or_a_mean(void **state)
{
    (void)state;
    struct hz_credible single[] = {{1.5, 30, NO, 0, 0, 0, 0}, {1.7, 10, NO, 0, 0, 0, 0}};
    struct hz_credible none[] = {{.mean = NO}};
    struct hz_credibility all = {.within = NO};
    assert_false(hz_credibility_fit(single, 2, &all));
    all.within = 1;
    assert_false(hz_credibility_fit(none, 1, &all));
    assert_true(hz_credibility_fit(single, 2, &all)); /* by the variance that was given */
    assert_near(all.within, 1, 1e-15);
}

static void parts_add_up_and_lie_within_a_fen_of_what_is_exact(void **state)
{
    (void)state;
    struct hz_random random = hz_random_stream(5, 1);
    for (int round = 0; round < 1000; round++) {
        enum { N = 7 };
        hz_sum key[N];
        hz_fen share[N];
        hz_sum keys = 0, sum = 0;
        struct hz_error err = {0};
        const hz_fen total = ((hz_fen)hz_random_bits(&random) << 16) - (INT64_C(1) << 47);
        for (size_t i = 0; i < N; i++)
            keys += key[i] = (hz_sum)(hz_random_bits(&random) >> (4 * i));
        assert_true(hz_apportion(total, key, N, share, &err));
        for (size_t i = 0; i < N; i++) {
            const hz_sum off = share[i] * keys - total * key[i];
            assert_true(hz_sum_magnitude(off) < (hz_magnitude)keys);
            sum += share[i];
        }
        assert_true(sum == total);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(states_have_the_credibilities_that_actuar_gives_them),
        cmocka_unit_test(variances_are_averaged_by_their_degrees_and_unknown_ones_left_out),
        cmocka_unit_test(groups_alike_get_the_mean_by_weight_and_one_alone_its_own),
        cmocka_unit_test(nothing_is_blended_without_a_variance_or_a_mean),
        cmocka_unit_test(parts_add_up_and_lie_within_a_fen_of_what_is_exact),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
