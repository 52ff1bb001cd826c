/* method.c: see method.h. */

#include "reserve/method.h"

#include "reserve/average_cost.h"
#include "reserve/benktander.h"
#include "reserve/bornhuetter_ferguson.h"
#include "reserve/cape_cod.h"
#include "reserve/case_development.h"
#include "reserve/chain_ladder.h"
#include "reserve/clark.h"
#include "reserve/completion.h"
#include "reserve/disposal_rate.h"
#include "reserve/expected.h"
#include "reserve/glm.h"
#include "reserve/incremental_additive.h"
#include "reserve/mack.h"
#include "reserve/munich.h"
#include "reserve/paid_incurred.h"
#include "reserve/percent_of_paid.h"

#include <math.h>

/* What a method needs, and whether it has errors. */
enum { NOTHING = 0, EXPOSURE = 1, PRIOR = 2, COUNTS = 4, INCURRED = 8, ERRORS = 16 };

/* One row a method. */
/* clang-format off */
#define METHODS(row) \
    row("chain-ladder",         NOTHING,          hz_chain_ladder) \
    row("mack",                 ERRORS,           hz_mack) \
    row("odp",                  ERRORS,           hz_glm_odp) \
    row("gamma",                ERRORS,           hz_glm_gamma) \
    row("tweedie",              ERRORS,           hz_glm_tweedie) \
    row("negative-binomial",    ERRORS,           hz_glm_negative_binomial) \
    row("clark-ldf",            ERRORS,           hz_clark_ldf) \
    row("clark-cape-cod",       EXPOSURE | ERRORS, hz_clark_cape_cod) \
    row("bornhuetter-ferguson", EXPOSURE | PRIOR, hz_bornhuetter_ferguson) \
    row("benktander",           EXPOSURE | PRIOR, hz_benktander) \
    row("cape-cod",             EXPOSURE,         hz_cape_cod) \
    row("incremental-additive", EXPOSURE,         hz_incremental_additive) \
    row("average-cost",         COUNTS,           hz_average_cost) \
    row("case-development",     INCURRED,         hz_case_development) \
    row("munich-paid",          INCURRED,         hz_munich_paid) \
    row("munich-incurred",      INCURRED,         hz_munich_incurred) \
    row("paid-incurred",        INCURRED | ERRORS, hz_paid_incurred) \
    row("disposal-rate",        COUNTS,           hz_disposal_rate) \
    row("completion",           EXPOSURE,         hz_completion) \
    row("percent-of-paid",      NOTHING,          hz_percent_of_paid) \
    row("expected",             EXPOSURE | PRIOR, hz_expected)

#define NAME(name, needs, function) name,
#define METHOD(name, needs, function) \
    {name, ((needs) & EXPOSURE) != 0, ((needs) & PRIOR) != 0, ((needs) & COUNTS) != 0, \
     ((needs) & INCURRED) != 0, ((needs) & ERRORS) != 0, function},
/* clang-format on */

const char *const hz_method_names[] = {METHODS(NAME) NULL};
const struct hz_method hz_methods[] = {METHODS(METHOD)};

const struct hz_method *hz_method_find(struct hz_text name)
{
    for (size_t m = 0; m < HZ_COUNT(hz_methods); m++)
        if (hz_text_equal(name, hz_text_of(hz_methods[m].name)))
            return &hz_methods[m];
    return NULL;
}

void hz_reserve_set_errors(struct hz_reserve *reserve, size_t o, double process, double parameter)
{
    reserve->process_se[o] = sqrt(process);
    reserve->parameter_se[o] = sqrt(parameter);
    reserve->se[o] = sqrt(process + parameter);
}

static double *unknown_figures(size_t count, struct hz_arena *arena)
{
    double *figure = hz_arena_allocate(arena, count, sizeof *figure);
    for (size_t i = 0; i < count; i++)
        figure[i] = (double)NAN;
    return figure;
}

static void new_reserve(struct hz_reserve *reserve, const struct hz_reserve_basis *basis,
                        struct hz_arena *arena)
{
    const struct hz_triangle *triangle = basis->triangle;
    const size_t origins = triangle->origins;
    *reserve = (struct hz_reserve){
        .origins = origins,
        .ages = triangle->ages,
        .latest = unknown_figures(origins + 1, arena),
        .to_ultimate = unknown_figures(origins + 1, arena),
        .ultimate = unknown_figures(origins + 1, arena),
        .ibnr = unknown_figures(origins + 1, arena),
        .process_se = unknown_figures(origins + 1, arena),
        .parameter_se = unknown_figures(origins + 1, arena),
        .se = unknown_figures(origins + 1, arena),
        .skewness = unknown_figures(origins + 1, arena),
        .phi = (double)NAN,
        .power = (double)NAN,
        .theta = (double)NAN,
        .payment = hz_arena_allocate(arena, origins * triangle->ages, sizeof *reserve->payment),
    };
    for (size_t o = 0; o < origins; o++) {
        reserve->latest[o] = hz_triangle_latest(triangle, o);
        reserve->to_ultimate[o] = basis->development->to_ultimate[triangle->latest[o]];
    }
}

static void add_up(double figure[], size_t origins)
{
    figure[origins] = 0;
    for (size_t o = 0; o < origins; o++)
        figure[origins] += figure[o];
}

/* Figures beyond a double end here rather than as "inf" in somebody's report. */
static bool check_range(const struct hz_reserve *reserve, const struct hz_method *method,
                        const struct hz_triangle *triangle, struct hz_error *err)
{
    for (size_t o = 0; o <= reserve->origins; o++)
        if (!isfinite(reserve->ultimate[o]) || !isfinite(reserve->ibnr[o]) ||
            (method->has_errors && !isfinite(reserve->se[o]))) {
            struct hz_text origin =
                o < reserve->origins ? triangle->origin[o] : hz_text_of(_("total"));
            return hz_error_set(err, HZ_ERROR_DATA, triangle->place,
                                _("origin %.*s: %s gives a figure too large to count with"),
                                HZ_TEXT_ARGS(origin), method->name);
        }
    return true;
}

bool hz_method_estimate(const struct hz_method *method, const struct hz_reserve_basis *basis,
                        struct hz_reserve *reserve, struct hz_arena *arena, struct hz_error *err)
{
    if (method->needs_prior && (!basis->exposure || isnan(basis->prior)))
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("%s needs exposures and a prior (--exposure, --prior)"),
                            method->name);
    if (method->needs_exposure && !basis->exposure)
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE, _("%s needs exposures (--exposure)"),
                            method->name);
    if (method->needs_counts && !basis->counts)
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("%s needs a triangle of counts (--counts)"), method->name);
    if (method->needs_incurred && !basis->incurred)
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("%s needs a triangle of incurred claims (--incurred)"), method->name);
    new_reserve(reserve, basis, arena);
    if (!method->estimate(basis, reserve, err))
        return false;
    add_up(reserve->latest, reserve->origins);
    add_up(reserve->ultimate, reserve->origins);
    add_up(reserve->ibnr, reserve->origins);
    return check_range(reserve, method, basis->triangle, err);
}
