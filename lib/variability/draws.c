/* draws.c: see draws.h. */

#include "variability/draws.h"

#include "variability/mack_bootstrap.h"

#include <math.h>

const char *const hz_draws_names[] = {
    "odp", "mack", "bornhuetter-ferguson", "cape-cod", "crc", "csr", "ccl", "cay", NULL};

bool hz_draws_needs_exposure(enum hz_draws_model model)
{
    return model >= HZ_DRAWS_BORNHUETTER_FERGUSON;
}

static bool lacks(const char *what, const struct hz_draws_choice *choice, struct hz_error *err)
{
    return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE, _("%s needs %s"),
                        hz_draws_names[choice->model], what);
}

/* Each origin's prior: its own, or the one for all. */
static const double *priors_of(const struct hz_triangle *triangle, const double prior[],
                               double for_all, struct hz_arena *arena)
{
    if (prior || isnan(for_all))
        return prior;
    double *same = hz_arena_allocate(arena, triangle->origins, sizeof *same);
    for (size_t o = 0; o < triangle->origins; o++)
        same[o] = for_all;
    return same;
}

static bool fit_resampled(struct hz_draws *draws, const struct hz_triangle *triangle,
                          const double exposure[], const double prior[],
                          const struct hz_draws_choice *choice, struct hz_arena *arena,
                          struct hz_error *err)
{
    struct hz_bootstrap_choice how = choice->bootstrap;
    struct hz_bootstrap *model = hz_arena_allocate(arena, 1, sizeof *model);
    how.exposure = exposure;
    how.future = choice->model == HZ_DRAWS_ODP        ? HZ_FUTURE_CHAIN_LADDER
                 : choice->model == HZ_DRAWS_CAPE_COD ? HZ_FUTURE_CAPE_COD
                                                      : HZ_FUTURE_BORNHUETTER_FERGUSON;
    if (how.future == HZ_FUTURE_BORNHUETTER_FERGUSON) {
        how.prior = priors_of(triangle, prior, choice->prior, arena);
        if (!how.prior)
            return lacks(_("what was expected: --prior, or a column prior beside the exposures"),
                         choice, err);
    }
    const bool done = hz_bootstrap_new(model, triangle, how, arena, err);
    draws->model = model;
    draws->draw = hz_bootstrap_draw;
    draws->periods = model->periods;
    draws->figures = model->figures;
    draws->ibnr = model->ibnr;
    return done;
}

static bool fit_mack(struct hz_draws *draws, const struct hz_triangle *triangle,
                     const struct hz_draws_choice *choice, struct hz_arena *arena,
                     struct hz_error *err)
{
    const struct hz_bootstrap_choice *how = &choice->bootstrap;
    struct hz_mack_bootstrap *model = hz_arena_allocate(arena, 1, sizeof *model);
    const bool done = hz_mack_bootstrap_new(model, triangle, &choice->development, how, arena, err);
    draws->model = model;
    draws->draw = hz_mack_bootstrap_draw;
    draws->periods = model->periods;
    draws->figures = model->figures;
    draws->ibnr = model->ibnr;
    return done;
}

/* ---- Bayesian models are drawn from once, and their draws handed out. */

struct drawn {
    const struct hz_triangle *triangle;
    struct hz_bayesian fit;
};

static void hand_out(const void *model, uint64_t first, double figure[])
{
    const struct drawn *drawn = model;
    const size_t origins = drawn->fit.origins, draws = drawn->fit.draws;
    for (size_t l = 0; l < HZ_LANES; l++) {
        const size_t draw = (size_t)((first + l) % draws);
        figure[origins * HZ_LANES + l] = 0;
        for (size_t o = 0; o < origins; o++) {
            const double ibnr =
                drawn->fit.ultimate[o * draws + draw] - hz_triangle_latest(drawn->triangle, o);
            figure[o * HZ_LANES + l] = ibnr;
            figure[origins * HZ_LANES + l] += ibnr;
        }
    }
}

static bool fit_bayesian(struct hz_draws *draws, const struct hz_triangle *triangle,
                         const double exposure[], const struct hz_draws_choice *choice,
                         struct hz_arena *arena, struct hz_error *err)
{
    const struct hz_bayesian_choice how = {
        .model = (enum hz_bayesian_model)(choice->model - HZ_DRAWS_CRC),
        .priors = choice->priors,
        .chains = HZ_BAYESIAN_CHAINS,
        .warm_up = HZ_BAYESIAN_WARM_UP,
        .draws = hz_bayesian_draws(choice->trials),
        .ahead = choice->bootstrap.ahead,
        .seed = choice->bootstrap.process_seed,
        .threads = choice->threads};
    struct drawn *drawn = hz_arena_allocate(arena, 1, sizeof *drawn);
    if (choice->bootstrap.is_one_year || choice->bootstrap.is_by_period)
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("%s draws what is paid in the end, not when: take odp or mack"),
                            hz_draws_names[choice->model]);
    drawn->triangle = triangle;
    if (!hz_bayesian_fit(&drawn->fit, triangle, exposure, &how, arena, err))
        return false;
    double *ibnr = hz_arena_allocate(arena, triangle->origins + 1, sizeof *ibnr);
    char *note = hz_arena_allocate(arena, HZ_BAYESIAN_NOTE, sizeof *note);
    hz_bayesian_note(&drawn->fit, note);
    for (size_t o = 0; o < triangle->origins; o++) {
        ibnr[o] = drawn->fit.expected[o] - hz_triangle_latest(triangle, o);
        ibnr[triangle->origins] += ibnr[o];
    }
    *draws = (struct hz_draws){.model = drawn,
                               .draw = hand_out,
                               .trials = drawn->fit.draws,
                               .independent = drawn->fit.effective,
                               .figures = triangle->origins,
                               .ibnr = ibnr,
                               .note = note[0] ? note : NULL,
                               .floored = drawn->fit.floored};
    return true;
}

bool hz_draws_new(struct hz_draws *draws, const struct hz_triangle *triangle,
                  const double exposure[], const double prior[],
                  const struct hz_draws_choice *choice, struct hz_arena *arena,
                  struct hz_error *err)
{
    *draws = (struct hz_draws){.trials = choice->trials,
                               .independent = (double)choice->trials,
                               .counts_tails = choice->bootstrap.curve.curve != HZ_TAIL_CONSTANT};
    if (hz_draws_needs_exposure(choice->model) && !exposure)
        return lacks(_("exposures (--exposure)"), choice, err);
    switch (choice->model) {
    case HZ_DRAWS_ODP:
    case HZ_DRAWS_BORNHUETTER_FERGUSON:
    case HZ_DRAWS_CAPE_COD:
        return fit_resampled(draws, triangle, exposure, prior, choice, arena, err);
    case HZ_DRAWS_MACK:
        return fit_mack(draws, triangle, choice, arena, err);
    case HZ_DRAWS_CRC:
    case HZ_DRAWS_CSR:
    case HZ_DRAWS_CCL:
    case HZ_DRAWS_CAY:
        break;
    }
    return fit_bayesian(draws, triangle, exposure, choice, arena, err);
}
