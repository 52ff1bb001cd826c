/* hz-bridge: why a reserve moved from one valuation to the next (准备金回溯分析). */

#include "development_options.h"
#include "triangle/origin_exposure.h"
#include "variability/bridge_table.h"

static struct {
    const char *from, *method, *old_method, *old_selections, *exposure, *old_exposure, *order;
    double prior, old_prior, old_tail, rate, old_rate;
    int64_t look_back;
    struct hz_development_options development;
} opt = {.method = "chain-ladder",
         .order = "selections,prior,method",
         .prior = (double)NAN,
         .old_prior = (double)NAN,
         .rate = (double)NAN,
         .old_rate = (double)NAN,
         .development = HZ_DEVELOPMENT_OPTIONS_USUAL};

static const struct hz_option options[] = {
    HZ_TEXT(0, "from", &opt.from, "FILE", "the triangles of the valuation before"),
    HZ_INTEGER(0, "look-back", &opt.look_back, "N", 1, 1000,
               "each of the last N valuations against what came, instead"),
    HZ_CHOICE('m', "method", &opt.method, hz_method_names,
              "of this valuation (default: chain-ladder)"),
    HZ_CHOICE(0, "old-method", &opt.old_method, hz_method_names,
              "of the valuation before (default: the same)"),
    HZ_TEXT(0, "old-selections", &opt.old_selections, "FILE",
            "selections of the valuation before (default: the same)"),
    HZ_NUMBER(0, "old-tail", &opt.old_tail, "FACTOR", 1e-6, 1e6, "its tail (default: the same)"),
    HZ_NUMBER('p', "prior", &opt.prior, "RATIO", 0, 1e100,
              "expected ultimate per unit of exposure (0.83, 83%)"),
    HZ_NUMBER(0, "old-prior", &opt.old_prior, "RATIO", 0, 1e100,
              "that of the valuation before (default: the same)"),
    HZ_TEXT('e', "exposure", &opt.exposure, "FILE", "table with the exposure of each origin"),
    HZ_TEXT(0, "old-exposure", &opt.old_exposure, "FILE",
            "that of the valuation before (default: the same)"),
    HZ_RATE('r', "rate", &opt.rate, "RATE", -0.5, 10,
            "reserves are discounted at this yearly rate (0.03, 3%)"),
    HZ_RATE(0, "old-rate", &opt.old_rate, "RATE", -0.5, 10,
            "that of the valuation before (default: the same)"),
    HZ_TEXT(0, "order", &opt.order, "LIST",
            "in which changes are made (default: selections,prior,method)"),
    HZ_OPTION_AVERAGE(opt.development, hz_average_names),
    HZ_OPTION_USE(opt.development),
    HZ_OPTION_SIGMA(opt.development),
    HZ_OPTION_TAIL(opt.development),
    HZ_OPTION_SELECTIONS(opt.development),
    HZ_OPTION_FORM(opt.development),
    HZ_END,
};

static struct hz_valuation valuation(const char *method, double prior, double rate)
{
    struct hz_valuation by = {.parameters = HZ_METHOD_PARAMETERS_USUAL,
                              .method = hz_method_find(hz_text_of(method)),
                              .rate = rate};
    by.parameters.prior = prior;
    return by;
}

static bool read_before(struct hz_bridge_order *order, struct hz_triangle_table *before,
                        struct hz_arena *arena, struct hz_error *err)
{
    struct hz_development_options as_before = opt.development;
    struct hz_sheet sheet;
    if (opt.old_selections)
        as_before.selections = opt.old_selections;
    if (opt.old_tail > 0)
        as_before.tail = opt.old_tail;
    as_before.form.as_of = NULL; /* of this valuation */
    return hz_sheet_read(&sheet, opt.from, arena, err) &&
           hz_development_options_read(&as_before, &sheet, before, &order->before.choice, arena,
                                       err);
}

/* Exposures given for this valuation have origins that the one before has not. */
static bool give_exposures(struct hz_triangle_table *before, struct hz_triangle_table *after,
                           struct hz_arena *arena, struct hz_error *err)
{
    before->is_past = !opt.old_exposure;
    return hz_exposure_read_file(after, opt.exposure, arena, err) &&
           hz_exposure_read_file(before, opt.old_exposure ? opt.old_exposure : opt.exposure, arena,
                                 err);
}

static bool run(const struct hz_sheet *in, struct hz_table *out, struct hz_error *err)
{
    struct hz_arena arena = {0};
    struct hz_triangle_table before = {0}, after;
    struct hz_bridge_order order = {.before =
                                        valuation(opt.old_method ? opt.old_method : opt.method,
                                                  isnan(opt.old_prior) ? opt.prior : opt.old_prior,
                                                  isnan(opt.old_rate) ? opt.rate : opt.old_rate),
                                    .after = valuation(opt.method, opt.prior, opt.rate),
                                    .look_back = (size_t)opt.look_back};
    if ((opt.from != NULL) == (opt.look_back > 0))
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("expected --from FILE, the valuation before, or --look-back N"));
    if (!isnan(opt.old_rate) && isnan(opt.rate))
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("--old-rate goes with --rate; a rate of 0 discounts nothing"));
    if (!isnan(opt.rate) && opt.look_back > 0)
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("--look-back is of reserves as they are, not of discounted ones"));
    bool done =
        hz_bridge_order_parse(order.change, opt.order, err) &&
        hz_development_options_read(&opt.development, in, &after, &order.after.choice, &arena, err);
    if (done && opt.look_back > 0)
        done = hz_exposure_read_file(&after, opt.exposure, &arena, err) &&
               hz_look_back_table(&order, &after, out, err);
    else if (done)
        done = read_before(&order, &before, &arena, err) &&
               give_exposures(&before, &after, &arena, err) &&
               hz_bridge_table(&order, &before, &after, out, err);
    hz_arena_free(&arena);
    return done;
}

const struct hz_command hz_command = {
    .name = "hz-bridge",
    .summary = "why a reserve moved from one valuation to the next",
    .operands = "[FILE]",
    .options = options,
    .kind = HZ_COMMAND_TABLE,
    .table = run,
};
