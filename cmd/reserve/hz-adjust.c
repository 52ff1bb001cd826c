/*
 * hz-adjust: triangles as if claims had always been reserved, settled and priced as they are now.
 */

#include "development_options.h"
#include "triangle/adjust_table.h"
#include "triangle/companion.h"

static struct {
    const char *method, *by, *index, *incurred, *open, *closed, *reported;
    struct hz_development_options development;
    double trend;
    bool is_linear, with_detail, with_inflation;
} opt = {.by = "origin", .development = HZ_DEVELOPMENT_OPTIONS_USUAL};

static const struct hz_option options[] = {
    HZ_CHOICE('m', "method", &opt.method, hz_adjustment_names, "what to adjust (required)"),
    HZ_TEXT(0, "incurred", &opt.incurred, "FILE", "triangles with case reserves, to paid ones",
            .under = HZ_UNDER_EXPOSURE),
    HZ_TEXT(0, "open", &opt.open, "FILE", "triangles of the numbers of open claims",
            .under = HZ_UNDER_EXPOSURE),
    HZ_TEXT(0, "closed", &opt.closed, "FILE", "triangles of the numbers of claims closed",
            .under = HZ_UNDER_EXPOSURE),
    HZ_TEXT(0, "reported", &opt.reported, "FILE", "triangles of the numbers of claims reported",
            .under = HZ_UNDER_EXPOSURE),
    HZ_RATE(0, "trend", &opt.trend, "RATE", -0.99, 10,
            "growth of amounts from one origin period to the next (default: 0)"),
    HZ_CHOICE(0, "by", &opt.by, hz_trend_by_names,
              "trend: to the youngest origin, or the latest diagonal (default: origin)"),
    HZ_TEXT(0, "index", &opt.index, "FILE",
            "trend by valuation: prices by period (period, index) in place of a rate"),
    HZ_FLAG(0, "linear", &opt.is_linear, "settlement-rate: read payments on straight lines"),
    HZ_OPTION_AVERAGE(opt.development, hz_average_names),
    HZ_FLAG('d', "detail", &opt.with_detail, "print what was given and what it was adjusted with",
            .under = HZ_UNDER_OUTPUT),
    HZ_FLAG(0, "inflation", &opt.with_inflation,
            "print how average case outstanding grew at each age instead",
            .under = HZ_UNDER_OUTPUT),
    HZ_FORM_OPTIONS(opt.development.form),
    HZ_END,
};

static bool read_companions(struct hz_triangle_table *triangles, struct hz_arena *arena,
                            struct hz_error *err)
{
    const struct hz_triangle_form *form = &opt.development.form;
    struct hz_triangle_form standing = *form; /* open claims do not add up */
    standing.is_incremental = false;
    return hz_companion_read(triangles, opt.incurred, form, HZ_COMPANION_INCURRED, arena, err) &&
           hz_companion_read(triangles, opt.open, &standing, HZ_COMPANION_OPEN, arena, err) &&
           hz_companion_read(triangles, opt.closed, form, HZ_COMPANION_COUNTS, arena, err) &&
           hz_companion_read(triangles, opt.reported, form, HZ_COMPANION_REPORTED, arena, err);
}

static bool run(const struct hz_sheet *in, struct hz_table *out, struct hz_error *err)
{
    struct hz_arena arena = {0};
    struct hz_triangle_table triangles;
    struct hz_price_index index;
    if (!opt.method)
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("say what to adjust (--method case-adequacy, settlement-rate or "
                              "trend)"));
    if (opt.with_inflation && opt.with_detail)
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("--detail and --inflation are tables of their own: choose one"));
    const struct hz_adjust_order order = {
        .adjustment = (enum hz_adjustment)hz_choice_index(hz_adjustment_names, opt.method),
        .trend = opt.trend,
        .by = (enum hz_trend_by)hz_choice_index(hz_trend_by_names, opt.by),
        .index = opt.index ? &index : NULL,
        .is_linear = opt.is_linear,
        .with_detail = opt.with_detail,
        .with_inflation = opt.with_inflation,
        .choice = hz_development_chosen(&opt.development)};
    const bool done = (!opt.index || hz_price_index_read(&index, opt.index, &arena, err)) &&
                      hz_triangle_table_read(&triangles, in, &opt.development.form, &arena, err) &&
                      read_companions(&triangles, &arena, err) &&
                      hz_adjust_table(&order, &triangles, out, err);
    hz_arena_free(&arena);
    return done;
}

const struct hz_command hz_command = {
    .name = "hz-adjust",
    .summary = "triangles adjusted to how claims are handled now",
    .operands = "[FILE]",
    .options = options,
    .kind = HZ_COMMAND_TABLE,
    .table = run,
};
