/*
 * Any bytes as a table of triangles: it is refused, or every method gives finite figures or
 * refuses, and payments add up to the reserve.
 */

#include "reserve/method.h"
#include "reserve/multivariate.h"
#include "reserve/trends.h"
#include "triangle/berquist_sherman.h"
#include "triangle/triangle_table.h"

#include <assert.h>
#include <fcntl.h>
#include <math.h>
#include <stdio.h>
#include <sys/mman.h>
#include <unistd.h>

#include "csv_mutator.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(const struct hz_triangle *triangle, const struct hz_reserve *reserve,
                  bool has_factors)
{
    for (size_t o = 0; o <= triangle->origins; o++)
        assert(isfinite(reserve->latest[o]) && isfinite(reserve->ultimate[o]) &&
               isfinite(reserve->ibnr[o]));
    for (size_t o = 0; o < triangle->origins && has_factors; o++) {
        double sum = 0;
        double size = fabs(reserve->ultimate[o]) + fabs(reserve->latest[o]);
        for (size_t k = 0; k < triangle->ages; k++) {
            const double payment = reserve->payment[o * triangle->ages + k];
            sum += payment;
            size += fabs(payment);
        }
        assert(fabs(sum - reserve->ibnr[o]) <= 1e-9 * size);
    }
}

static struct hz_triangle twice_as_much(const struct hz_triangle *triangle, struct hz_arena *arena)
{
    struct hz_triangle twice = *triangle;
    double *value = hz_arena_allocate(arena, triangle->origins * triangle->ages, sizeof *value);
    for (size_t c = 0; c < triangle->origins * triangle->ages; c++)
        value[c] = 2 * triangle->value[c];
    twice.value = value;
    return twice;
}

/* Models that are no methods: what they find is finite, or they refuse. */
static void model(const struct hz_triangle *triangle, struct hz_arena *arena)
{
    const struct hz_triangle twice = twice_as_much(triangle, arena);
    const struct hz_triangle *const both[] = {triangle, &twice};
    const size_t cells = triangle->origins * triangle->ages;
    struct hz_error err = {0};
    struct hz_trends trends;
    struct hz_multivariate multivariate;
    struct hz_settlement_rate rate;
    struct hz_case_adequacy adequacy;
    for (int i = 0; i < 3; i++) {
        const struct hz_trends_choice choice = {
            .along = {{.kind = i == 0 ? HZ_TREND_FACTOR : HZ_TREND_SLOPE},
                      {.kind = i == 2 ? HZ_TREND_FACTOR : HZ_TREND_SLOPE},
                      {.kind = HZ_TREND_NONE}},
            .forecast = (enum hz_forecast)i,
            .leaves_out = i > 0,
            .future = i == 1 ? 0.1 : (double)NAN};
        if (hz_trends_fit(&trends, triangle, NULL, &choice, arena, &err))
            assert(isfinite(trends.ibnr[triangle->origins]) &&
                   (i > 0 || isfinite(trends.se[triangle->origins])));
    }
    const struct hz_multivariate_choice separate = {
        .average = HZ_AVERAGE_VOLUME, .is_separate = cells % 2 == 0, .iterations = 3};
    if (hz_multivariate_fit(&multivariate, both, 2, separate, arena, &err))
        assert(isfinite(multivariate.se[(triangle->origins + 1) * 3 - 1]));
    if (hz_settlement_rate(&rate, triangle, triangle, NULL, hz_development_usual, cells % 2 == 0,
                           arena, &err))
        assert(isfinite(rate.adjusted[triangle->first[0]]));
    if (hz_case_adequacy(&adequacy, triangle, &twice, triangle, 0.1, arena, &err))
        assert(isfinite(adequacy.adjusted[triangle->first[0]]));
}

static void estimate(const struct hz_triangle *triangle, struct hz_arena *arena)
{
    double *exposure = hz_arena_allocate(arena, triangle->origins, sizeof *exposure);
    for (size_t o = 0; o < triangle->origins; o++)
        exposure[o] = 1000;
    const struct hz_triangle twice = twice_as_much(triangle, arena);
    for (int alpha = 0; alpha <= 4; alpha++) {
        struct hz_development_choice choice = hz_development_usual;
        choice.average = (enum hz_average)alpha;
        choice.sigma_rule = alpha == 1 ? HZ_SIGMA_MACK : HZ_SIGMA_LOG_LINEAR;
        choice.tail = 1 + 0.1 * alpha;
        choice.curve.curve = (enum hz_tail_curve)alpha;
        choice.use = (struct hz_ratio_use){.last = (size_t)alpha, .drop_high = alpha == 3};
        struct hz_development development;
        hz_development_fit(&development, triangle, choice, arena);
        const struct hz_reserve_basis basis = {
            .triangle = triangle,
            .development = &development,
            .counts = triangle,
            .incurred = &twice,
            .exposure = exposure,
            .parameters = {.prior = 0.8,
                           .iterations = 2,
                           .completion = 0.5,
                           .percent = 0.04,
                           .percent_of = 2,
                           .power = 1.5,
                           .growth = {.is_from_start = alpha % 2 == 1},
                           .decay = 0.75}};
        struct hz_error no_factors = {0};
        bool has_factors = hz_development_require(&development, triangle, &no_factors);
        for (size_t m = 0; hz_method_names[m]; m++) {
            if (strlen(hz_method_names[m]) == 3 && strcmp(hz_method_names[m], "odp") != 0)
                continue; /* crc, csr, ccl, cay draw for a quarter of a second each */
            struct hz_reserve reserve;
            struct hz_error err = {0};
            if (hz_method_estimate(&hz_methods[m], &basis, &reserve, arena, &err))
                check(triangle, &reserve, has_factors);
            else
                assert(err.kind == HZ_ERROR_DATA);
        }
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char path[32];
    int memory = memfd_create("fuzz", 0);
    if (memory < 0 || write(memory, data, size) != (ssize_t)size)
        return 0;
    snprintf(path, sizeof path, "/dev/fd/%d", memory);
    struct hz_arena arena = {0};
    struct hz_sheet sheet;
    struct hz_triangle_table table;
    struct hz_error err = {0};
    const struct hz_triangle_form form = {.is_incremental = size % 2,
                                          .fill_zero = size % 4 == 3,
                                          .as_of = size % 8 == 4 ? "2021" : NULL,
                                          .age_unit = size % 16 == 4 ? "month" : NULL};
    if (hz_sheet_read(&sheet, path, &arena, &err) &&
        hz_triangle_table_read(&table, &sheet, &form, &arena, &err)) {
        for (size_t t = 0; t < table.triangles; t++) {
            estimate(&table.triangle[t].triangle, &arena);
            model(&table.triangle[t].triangle, &arena);
        }
    } else {
        assert(err.kind == HZ_ERROR_DATA);
    }
    hz_arena_free(&arena);
    close(memory);
    return 0;
}
