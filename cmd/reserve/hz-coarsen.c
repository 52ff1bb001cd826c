/* hz-coarsen: triangles of months or quarters as triangles of quarters or years. */

#include "common/command.h"
#include "triangle/coarsen_table.h"

static struct {
    const char *grain;
    bool is_incremental;
} opt = {.grain = "Y"};

static const struct hz_option options[] = {
    HZ_TEXT('g', "grain", &opt.grain, "ORIGIN[:DEVELOPMENT]",
            "length of the periods wanted: Y, Q, M, Y:Q, Y:M or Q:M (default: Y)"),
    HZ_FLAG('i', "incremental", &opt.is_incremental, "values are amounts of one age, not sums"),
    HZ_END,
};

static bool run(const struct hz_sheet *in, struct hz_table *out, struct hz_error *err)
{
    struct hz_arena arena = {0};
    struct hz_triangle_table triangles;
    struct hz_triangle_grains grains;
    const bool done = hz_triangle_grains_parse(&grains, opt.grain, err) &&
                      hz_triangle_table_read(&triangles, in, opt.is_incremental, &arena, err) &&
                      hz_coarsen_table(&grains, &triangles, out, err);
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
