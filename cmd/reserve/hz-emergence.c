/* hz-emergence: smooth curves of how claims emerge with age (赔付进展曲线). */

#include "emergence_options.h"
#include "form_options.h"
#include "triangle/emergence_table.h"
#include "triangle/origin_exposure.h"

static struct {
    struct hz_emergence_options growth;
    const char *exposure;
    bool pattern, residuals, interpolate;
    const char *ages;
    struct hz_triangle_form form;
} opt = {.growth = HZ_EMERGENCE_OPTIONS_USUAL};

static const struct hz_option options[] = {
    HZ_EMERGENCE_OPTIONS(opt.growth),
    HZ_TEXT('e', "exposure", &opt.exposure, "FILE",
            "table with the exposure of each origin: one level for all (Cape Cod)",
            .under = HZ_UNDER_EXPOSURE),
    HZ_FORM_OPTIONS(opt.form),
    HZ_OPTION_GROUPS(opt.form),
    HZ_FLAG(0, "pattern", &opt.pattern, "print what has emerged by each age instead",
            .under = HZ_UNDER_OUTPUT),
    HZ_FLAG(0, "residuals", &opt.residuals, "print each increment and its residual instead",
            .under = HZ_UNDER_OUTPUT),
    HZ_FLAG(0, "interpolate", &opt.interpolate,
            "print the triangle at --ages instead, interpolated", .under = HZ_UNDER_OUTPUT),
    HZ_TEXT(0, "ages", &opt.ages, "LIST",
            "the ages of --pattern or --interpolate: 12,24,36 (default: the triangle's)",
            .under = HZ_UNDER_OUTPUT),
    HZ_END,
};

static bool check(struct hz_error *err)
{
    if (opt.pattern + opt.residuals + opt.interpolate > 1)
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("--pattern, --residuals and --interpolate are tables of their own: "
                              "choose one"));
    if (opt.interpolate && !opt.ages)
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("--interpolate expects --ages, such as 12,24,36"));
    return !opt.ages || opt.pattern || opt.interpolate ||
           hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                        _("--ages goes with --pattern or --interpolate"));
}

static bool run(const struct hz_sheet *in, struct hz_table *out, struct hz_error *err)
{
    struct hz_arena arena = {0};
    struct hz_triangle_table triangles;
    const struct hz_emergence_choice choice = hz_emergence_chosen(&opt.growth);
    const enum hz_emergence_view view = opt.pattern       ? HZ_EMERGENCE_PATTERN
                                        : opt.residuals   ? HZ_EMERGENCE_RESIDUALS
                                        : opt.interpolate ? HZ_EMERGENCE_TRIANGLE
                                                          : HZ_EMERGENCE_PARAMETERS;
    struct hz_emergence_ages ages;
    const bool done = check(err) && hz_emergence_ages_parse(&ages, opt.ages, &arena, err) &&
                      hz_emergence_options_check(&opt.growth, err) &&
                      hz_triangle_table_read(&triangles, in, &opt.form, &arena, err) &&
                      hz_exposure_read_file(&triangles, opt.exposure, &arena, err) &&
                      hz_emergence_table(&choice, view, &ages, &triangles, out, err);
    hz_arena_free(&arena);
    return done;
}

const struct hz_command hz_command = {
    .name = "hz-emergence",
    .summary = "growth curves of claims triangles",
    .operands = "[FILE]",
    .options = options,
    .kind = HZ_COMMAND_TABLE,
    .table = run,
};
