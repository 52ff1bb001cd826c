/* hz-munich: paid and incurred triangles projected together (慕尼黑链梯法). */

#include "development_options.h"
#include "reserve/munich_table.h"
#include "triangle/companion.h"

static struct hz_development_options opt = HZ_DEVELOPMENT_OPTIONS_USUAL;
static const char *incurred;
static bool parameters, projected, residuals;

/* The averages of Mack's model: the first of hz_average_names. */
static const char *const averages[] = {"simple", "volume", "regression", NULL};

static const struct hz_option options[] = {
    HZ_TEXT(0, "incurred", &incurred, "FILE", "triangles with case reserves, to the paid ones",
            .under = HZ_UNDER_EXPOSURE),
    HZ_FLAG(0, "parameters", &parameters, "print what was estimated by age instead",
            .under = HZ_UNDER_OUTPUT),
    HZ_FLAG(0, "projected", &projected, "print the completed triangles instead",
            .under = HZ_UNDER_OUTPUT),
    HZ_FLAG(0, "residuals", &residuals, "print the residuals that lambda is the slope of instead",
            .under = HZ_UNDER_OUTPUT),
    HZ_OPTION_AVERAGE(opt, averages),
    HZ_OPTION_SIGMA(opt),
    HZ_OPTION_LAST_SIGMA(opt),
    HZ_OPTION_SELECTIONS(opt),
    HZ_OPTION_FORM(opt),
    HZ_END,
};

static bool run(const struct hz_sheet *in, struct hz_table *out, struct hz_error *err)
{
    struct hz_arena arena = {0};
    struct hz_triangle_table triangles;
    struct hz_development_choice choice;
    const enum hz_munich_view view = parameters  ? HZ_MUNICH_PARAMETERS
                                     : projected ? HZ_MUNICH_PROJECTED
                                     : residuals ? HZ_MUNICH_RESIDUALS
                                                 : HZ_MUNICH_ULTIMATES;
    if (!incurred)
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("incurred claims are wanted too (--incurred FILE)"));
    if (parameters + projected + residuals > 1)
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("--parameters, --projected and --residuals are tables of their own: "
                              "choose one"));
    const bool done =
        hz_development_options_read(&opt, in, &triangles, &choice, &arena, err) &&
        hz_companion_read(&triangles, incurred, &opt.form, HZ_COMPANION_INCURRED, &arena, err) &&
        hz_munich_table(&choice, view, &triangles, out, err);
    hz_arena_free(&arena);
    return done;
}

const struct hz_command hz_command = {
    .name = "hz-munich",
    .summary = "paid and incurred claims triangles projected together",
    .operands = "[FILE]",
    .options = options,
    .kind = HZ_COMMAND_TABLE,
    .table = run,
};
