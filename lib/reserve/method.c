/* method.c: see method.h. */

#include "reserve/method.h"

#include <math.h>

/* What a row of HZ_METHODS says in words. */
enum { NOTHING = 0, EXPOSURE = 1, PRIOR = 2, COUNTS = 4, INCURRED = 8, ERRORS = 16, RATIOS = 32 };

/* clang-format off */
#define NAME(name, needs, function) name,
#define METHOD(name, needs, function) \
    {name, ((needs) & EXPOSURE) != 0, ((needs) & PRIOR) != 0, ((needs) & COUNTS) != 0, \
     ((needs) & INCURRED) != 0, ((needs) & ERRORS) != 0, ((needs) & RATIOS) != 0, function},
/* clang-format on */

const char *const hz_method_names[] = {HZ_METHODS(NAME) NULL};
const struct hz_method hz_methods[] = {HZ_METHODS(METHOD)};

const struct hz_method *hz_method_find(struct hz_text name)
{
    for (size_t m = 0; m < HZ_COUNT(hz_methods); m++)
        if (hz_text_equal(name, hz_text_of(hz_methods[m].name)))
            return &hz_methods[m];
    return NULL;
}

double hz_reserve_cv(double se, double ibnr, double ultimate)
{
    const double rounding = 1e-11; /* as of hz_is_same_ratio */
    return fabs(ibnr) <= rounding * fabs(ultimate) ? (double)NAN : se / ibnr;
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
        reserve->to_ultimate[o] =
            hz_development_to_ultimate(basis->development, o, triangle->latest[o]);
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
    if (basis->prior && !isnan(basis->parameters.prior))
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("a prior is given for all (--prior, or in selections), and one for "
                              "each origin beside the exposures: choose one"));
    const bool has_prior = basis->prior || !isnan(basis->parameters.prior);
    if (method->needs_prior && (!basis->exposure || !has_prior))
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
    if (basis->development->own_to_ultimate && (!method->takes_holes || method->has_errors))
        return hz_error_set(err, HZ_ERROR_DATA, basis->triangle->place,
                            _("origins have factors of their own, and %s knows none: take "
                              "chain-ladder, bornhuetter-ferguson, benktander, cape-cod or "
                              "expected, or select factors for all"),
                            method->name);
    if (!method->takes_holes && !hz_triangle_require_whole(basis->triangle, err))
        return false;
    new_reserve(reserve, basis, arena);
    if (!method->estimate(basis, reserve, err))
        return false;
    add_up(reserve->latest, reserve->origins);
    add_up(reserve->ultimate, reserve->origins);
    add_up(reserve->ibnr, reserve->origins);
    return check_range(reserve, method, basis->triangle, err);
}
