/* ruin.c: see ruin.h. */

#include "risk/ruin.h"

#include "risk/root.h"

#include <gsl/gsl_integration.h>
#include <gsl/gsl_randist.h>
#include <math.h>

double hz_ruin_ever(const struct hz_classical *model, double fund)
{
    const double whole = 1 + model->loading;
    return exp(-model->loading * fund / (whole * model->mean)) / whole;
}

/* The model in units where claims have mean 1 and contributions are 1 a unit of time. */
struct unit {
    double lambda, u, t;
};

static double integrand(double angle, void *context)
{
    const struct unit *x = context;
    const double root = sqrt(x->lambda);
    const double turn = x->u * root * sin(angle);
    const double size =
        exp(2 * root * x->t * cos(angle) - (1 + x->lambda) * x->t + x->u * (root * cos(angle) - 1));
    return x->lambda * size * (cos(turn) - cos(turn + 2 * angle)) /
           (1 + x->lambda - 2 * root * cos(angle));
}

double hz_ruin_within(const struct hz_classical *model, double fund, double years)
{
    const double lambda = 1 / (1 + model->loading);
    struct unit x = {.lambda = lambda,
                     .u = fund / model->mean,
                     .t = years * model->claims * (1 + model->loading)};
    gsl_function f = {.function = integrand, .params = &x};
    gsl_integration_workspace *space = gsl_integration_workspace_alloc(1000);
    double integral = 0, error;
    gsl_integration_qag(&f, 0, M_PI, 1e-12, 1e-10, 1000, GSL_INTEG_GAUSS61, space, &integral,
                        &error);
    gsl_integration_workspace_free(space);
    const double within = lambda * exp(-(1 - lambda) * x.u) - integral / M_PI;
    return within > 0 ? within : 0;
}

double hz_ruin_assets_ever(const struct hz_classical *model, double level)
{
    const double whole = 1 + model->loading;
    const double u = -log(level * whole) * whole * model->mean / model->loading;
    return u > 0 ? u : 0;
}

struct held {
    const struct hz_classical *model;
    double years, level;
};

static double above_level(double fund, void *context)
{
    const struct held *held = context;
    return hz_ruin_within(held->model, fund, held->years) - held->level;
}

double hz_ruin_assets_within(const struct hz_classical *model, double years, double level)
{
    struct held held = {model, years, level};
    const double most = hz_ruin_assets_ever(model, level); /* holds it within any years */
    double fund = 0;
    if (above_level(0, &held) <= 0)
        return 0;
    return hz_root_find(above_level, &held, 0, most, &fund) ? fund : most; /* years without end */
}

bool hz_ruin_path(const struct hz_classical *model, double fund, double years, gsl_rng *rng)
{
    const double income = (1 + model->loading) * model->claims * model->mean;
    for (double now = 0;;) {
        const double wait = gsl_ran_exponential(rng, 1 / model->claims);
        now += wait;
        if (now > years)
            return false;
        fund += income * wait - gsl_ran_exponential(rng, model->mean);
        if (fund < 0)
            return true;
    }
}
