/* bayesian_method.c: the models of bayesian.h as methods: means and errors of their draws. */

#include "reserve/bayesian.h"
#include "reserve/method.h"

/*
 * What is added at an age on average. A tail factor comes on top of the last age and is taken as
 * certain, as it is elsewhere. The model smooths the latest value too, but what was observed
 * stands: the first step is from it.
 */
static void set_payments(struct hz_reserve *reserve, size_t o, const double mean[], size_t latest,
                         double tail)
{
    double *payment = reserve->payment + o * reserve->ages;
    for (size_t k = latest; k + 1 < reserve->ages; k++)
        payment[k] = mean[k + 1] - mean[k];
    payment[reserve->ages - 1] = mean[reserve->ages - 1] * (tail - 1);
}

_Static_assert((int)HZ_BAYESIAN_NOTE <= (int)HZ_RESERVE_NOTE, "a note fits");

static bool estimate(enum hz_bayesian_model model, const struct hz_reserve_basis *basis,
                     struct hz_reserve *reserve, struct hz_error *err)
{
    const struct hz_triangle *triangle = basis->triangle;
    const double tail = basis->development->factor[triangle->ages - 1];
    const struct hz_method_parameters *parameters = &basis->parameters;
    const struct hz_bayesian_choice choice = {
        .model = model,
        .priors = parameters->priors ? *parameters->priors : hz_bayesian_published,
        .chains = HZ_BAYESIAN_CHAINS,
        .warm_up = HZ_BAYESIAN_WARM_UP,
        .draws = hz_bayesian_draws((uint64_t)parameters->draws),
        .seed = (uint64_t)parameters->seed,
        .threads = parameters->threads > 0 ? (int)parameters->threads : 1};
    struct hz_arena arena = {0};
    struct hz_bayesian fit;
    const bool done = hz_bayesian_fit(&fit, triangle, basis->exposure, &choice, &arena, err);
    for (size_t o = 0; done && o < triangle->origins; o++) {
        reserve->ultimate[o] = fit.expected[o] * tail;
        reserve->ibnr[o] = reserve->ultimate[o] - reserve->latest[o];
        set_payments(reserve, o, fit.mean + o * triangle->ages, triangle->latest[o], tail);
        hz_reserve_set_errors(reserve, o, tail * tail * fit.process[o],
                              tail * tail * fit.parameter[o]);
    }
    if (done)
        hz_bayesian_note(&fit, reserve->note);
    if (done)
        hz_reserve_set_errors(reserve, triangle->origins,
                              tail * tail * fit.process[triangle->origins],
                              tail * tail * fit.parameter[triangle->origins]);
    hz_arena_free(&arena);
    return done;
}

bool hz_bayesian_crc(const struct hz_reserve_basis *basis, struct hz_reserve *reserve,
                     struct hz_error *err)
{
    return estimate(HZ_BAYESIAN_CRC, basis, reserve, err);
}

bool hz_bayesian_csr(const struct hz_reserve_basis *basis, struct hz_reserve *reserve,
                     struct hz_error *err)
{
    return estimate(HZ_BAYESIAN_CSR, basis, reserve, err);
}

bool hz_bayesian_ccl(const struct hz_reserve_basis *basis, struct hz_reserve *reserve,
                     struct hz_error *err)
{
    return estimate(HZ_BAYESIAN_CCL, basis, reserve, err);
}

bool hz_bayesian_cay(const struct hz_reserve_basis *basis, struct hz_reserve *reserve,
                     struct hz_error *err)
{
    return estimate(HZ_BAYESIAN_CAY, basis, reserve, err);
}
