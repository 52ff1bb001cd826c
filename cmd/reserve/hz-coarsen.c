/* hz-coarsen: triangles of months or quarters as triangles of quarters or years. */

#include "form_options.h"
#include "triangle/coarsen_table.h"

static struct {
    struct hz_triangle_grains grains;
    struct hz_triangle_form form;
    int64_t year_starts;
} opt = {.grains = {.origin = HZ_YEAR, .development = HZ_YEAR}, .year_starts = 1};

static const struct hz_option options[] = {
    HZ_GRAINS(
        'g', "grain", &opt.grains,
        "length of the periods wanted: year, half-year, quarter (Y, H, Q) or two: Y:Q (default: "
        "year)"),
    HZ_INTEGER(0, "year-starts", &opt.year_starts, "MONTH", 1, 12,
               "the month in which years, and their quarters, start (default: 1)"),
    HZ_FORM_OPTIONS(opt.form),
    HZ_OPTION_GROUPS(opt.form),
    HZ_END,
};

static bool run(const struct hz_sheet *in, struct hz_table *out, struct hz_error *err)
{
    struct hz_arena arena = {0};
    struct hz_triangle_table triangles;
    opt.grains.shift = (int)opt.year_starts - 1;
    const bool done = hz_triangle_table_read(&triangles, in, &opt.form, &arena, err) &&
                      hz_coarsen_table(&opt.grains, &triangles, out, err);
    hz_arena_free(&arena);
    return done;
}

const struct hz_command hz_command = {
    .name = "hz-coarsen",
    .summary = "triangles of months or quarters to quarters or years",
    .operands = "[FILE]",
    .options = options,
    .kind = HZ_COMMAND_TABLE,
    .table = run,
};
