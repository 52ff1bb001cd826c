/* hz-trends: trends of what is paid, by age, origin and calendar period (赔付趋势). */

#include "form_options.h"
#include "reserve/trends_table.h"
#include "triangle/origin_exposure.h"

#include <math.h>

static struct {
    struct hz_trends_order order;
    const char *exposure, *forecast;
    bool detail, parameters, residuals, run_off;
    struct hz_triangle_form form;
} opt = {.order = {.along = {"factor", "factor", "none"}, .future = (double)NAN},
         .forecast = "mean"};

static const struct hz_option options[] = {
    HZ_TEXT(0, "origin", &opt.order.along[HZ_ALONG_ORIGIN], "TREND",
            "none, slope, factor, or the origins where a slope changes (default: factor)"),
    HZ_TEXT(0, "development", &opt.order.along[HZ_ALONG_DEVELOPMENT], "TREND",
            "the same of ages (default: factor)"),
    HZ_TEXT(0, "calendar", &opt.order.along[HZ_ALONG_CALENDAR], "TREND",
            "the same of diagonals, the oldest being 1 (default: none)"),
    HZ_RATE(0, "future", &opt.order.future, "RATE", -0.99, 10,
            "growth from diagonal to diagonal after the latest (default: it goes on)"),
    HZ_CHOICE(0, "forecast", &opt.forecast, hz_forecast_names,
              "what is forecast of each cell (default: mean)"),
    HZ_TEXT('e', "exposure", &opt.exposure, "FILE", "table with the exposure of each origin",
            .under = HZ_UNDER_EXPOSURE),
    HZ_FLAG(0, "leave-out", &opt.order.leaves_out, "fit without increments of 0 or less"),
    HZ_FLAG('d', "detail", &opt.detail, "process and parameter parts of the standard error",
            .under = HZ_UNDER_OUTPUT),
    HZ_FLAG(0, "parameters", &opt.parameters, "print the parameters and the fit instead",
            .under = HZ_UNDER_OUTPUT),
    HZ_FLAG(0, "residuals", &opt.residuals, "print each logarithm and its residual instead",
            .under = HZ_UNDER_OUTPUT),
    HZ_FLAG(0, "run-off", &opt.run_off, "print the expected payments by age and period instead",
            .under = HZ_UNDER_OUTPUT),
    HZ_FORM_OPTIONS(opt.form),
    HZ_OPTION_GROUPS(opt.form),
    HZ_END,
};

static bool run(const struct hz_sheet *in, struct hz_table *out, struct hz_error *err)
{
    struct hz_arena arena = {0};
    struct hz_triangle_table triangles;
    if (opt.detail + opt.parameters + opt.residuals + opt.run_off > 1)
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("--detail, --parameters, --residuals and --run-off are tables of "
                              "their own: choose one"));
    opt.order.forecast = (enum hz_forecast)hz_choice_index(hz_forecast_names, opt.forecast);
    opt.order.view = opt.detail       ? HZ_TRENDS_DETAILS
                     : opt.parameters ? HZ_TRENDS_PARAMETERS
                     : opt.residuals  ? HZ_TRENDS_RESIDUALS
                     : opt.run_off    ? HZ_TRENDS_RUN_OFF
                                      : HZ_TRENDS_RESERVES;
    const bool done = hz_triangle_table_read(&triangles, in, &opt.form, &arena, err) &&
                      hz_exposure_read_file(&triangles, opt.exposure, &arena, err) &&
                      hz_trends_table(&opt.order, &triangles, out, err);
    hz_arena_free(&arena);
    return done;
}

const struct hz_command hz_command = {
    .name = "hz-trends",
    .summary = "trends of claims payments by age, origin and calendar period",
    .operands = "[FILE]",
    .options = options,
    .kind = HZ_COMMAND_TABLE,
    .table = run,
};
