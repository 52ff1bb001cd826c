/* test_bridge.c: steps of a bridge lead from one reserve to the other, whatever the triangles. */

#include "triangle_of.h"
#include "variability/bridge.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

enum { N = 6 };

/* The opening and the closing reserve are those of the methods, and a bridge to itself is level. */
static void a_bridge_ends_at_both_reserves(void **state)
{
    (void)state;
    static const char *const names[] = {"chain-ladder", "cape-cod", "odp", "expected"};
    static const enum hz_bridge_change order[] = {HZ_BRIDGE_METHOD, HZ_BRIDGE_PRIOR,
                                                  HZ_BRIDGE_SELECTIONS};
    struct hz_random random = hz_random_stream(5, 1);
    for (int round = 0; round < 50; round++) {
        struct hz_arena arena = {0};
        struct hz_error err = {0};
        double value[N * N], exposure[N];
        for (size_t o = 0; o < N; o++) {
            double sum = 0;
            exposure[o] = 500 + 100 * hz_random_uniform(&random);
            for (size_t k = 0; k < N; k++)
                value[o * N + k] =
                    o + k < N ? sum += 10 + 100 * hz_random_uniform(&random) / (double)(k + 1) : NO;
        }
        struct hz_triangle now = triangle_of(value, N, N, &arena), then;
        if (!hz_triangle_as_of(&then, &now, 1 + (size_t)round % 2, &arena, &err))
            fail_msg("%s", err.text);
        struct hz_valuation before = {.triangle = &then,
                                      .exposure = exposure,
                                      .choice = hz_development_usual,
                                      .parameters = HZ_METHOD_PARAMETERS_USUAL,
                                      .method = hz_method_find(hz_text_of(names[round % 4])),
                                      .rate = (double)NAN};
        struct hz_valuation after = before;
        before.parameters.prior = 0.7;
        after.triangle = &now;
        after.parameters.prior = 0.8;
        after.choice.tail = 1.02;
        after.method = hz_method_find(hz_text_of(names[round / 4 % 4]));
        struct hz_bridge bridge;
        assert_true(hz_bridge_new(&bridge, &before, &after, order, &arena, &err));
        const struct hz_reserve opening =
            reserve_of(before.method->name, &then, before.choice, exposure, 0.7, &arena);
        const struct hz_reserve closing =
            reserve_of(after.method->name, &now, after.choice, exposure, 0.8, &arena);
        for (size_t o = 0; o < N; o++) {
            const double opened = o < then.origins ? opening.ibnr[o] : 0;
            assert_true(fabs(opened - (double)bridge.level[o][HZ_BRIDGE_OPENING] / 100) < 0.00501);
            assert_true(fabs(closing.ibnr[o] - (double)bridge.level[o][HZ_BRIDGE_NEW] / 100) <
                        0.00501);
        }
        hz_arena_free(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_bridge_ends_at_both_reserves),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
