/* development.c: see development.h. */

#include "reserve/development.h"

#include <gsl/gsl_fit.h>
#include <math.h>
#include <stdlib.h>

const char *const hz_average_names[] = {"simple", "volume", "regression", NULL};
const char *const hz_sigma_rule_names[] = {"mack", "log-linear", NULL};

const struct hz_development_choice hz_development_usual = {
    .average = HZ_AVERAGE_VOLUME, .sigma_rule = HZ_SIGMA_MACK, .tail = 1, .decimals = -1};

/* x^n for n from -2 to 2, exact where pow() need not be. */
static double power(double x, int n)
{
    double product = 1;
    for (int i = 0; i < abs(n); i++)
        product *= x;
    return n < 0 ? 1 / product : product;
}

/* The pair of an origin at a column and the next; false if it is not observed or says nothing. */
static bool get_pair(const struct hz_triangle *triangle, size_t origin, size_t column, double *base,
                     double *next)
{
    if (!hz_triangle_is_observed(triangle, origin, column) ||
        !hz_triangle_is_observed(triangle, origin, column + 1))
        return false;
    *base = hz_triangle_value(triangle, origin, column);
    *next = hz_triangle_value(triangle, origin, column + 1);
    return *base != 0 || *next != 0;
}

static double finite_or_unknown(double number)
{
    return isfinite(number) ? number : (double)NAN;
}

static void average_ratios(struct hz_development *d, const struct hz_triangle *triangle, size_t k)
{
    const int alpha = (int)d->choice.average;
    double base, next;
    double sum = 0;
    for (size_t o = 0; o < triangle->origins; o++)
        if (get_pair(triangle, o, k, &base, &next)) {
            d->pairs[k]++;
            d->weight[k] += power(base, alpha);
            sum += power(base, alpha - 1) * next;
        }
    double factor = sum / d->weight[k];
    d->factor[k] = d->weight[k] > 0 && factor > 0 ? finite_or_unknown(factor) : (double)NAN;
}

static void estimate_sigma(struct hz_development *d, const struct hz_triangle *triangle, size_t k)
{
    const int alpha = (int)d->choice.average;
    double base, next;
    double sum = 0;
    d->sigma[k] = (double)NAN;
    if (d->pairs[k] < 2)
        return;
    for (size_t o = 0; o < triangle->origins; o++)
        if (get_pair(triangle, o, k, &base, &next)) {
            if (alpha == HZ_AVERAGE_VOLUME && base < 0)
                return;
            double residual = next - d->factor[k] * base;
            sum += power(base, alpha - 2) * residual * residual;
        }
    d->sigma[k] = finite_or_unknown(sqrt(sum / (double)(d->pairs[k] - 1)));
}

/* Mack (1993), p. 218, for one step after another. */
static void extrapolate_by_mack(struct hz_development *d)
{
    for (size_t k = 2; k + 1 < d->ages; k++) {
        if (d->pairs[k] != 1)
            continue;
        double before = d->sigma[k - 2] * d->sigma[k - 2];
        double last = d->sigma[k - 1] * d->sigma[k - 1];
        if (isnan(before) || isnan(last))
            continue;
        double least = fmin(before, last);
        d->sigma[k] = sqrt(before > 0 ? fmin(last * last / before, least) : least);
    }
}

static void extrapolate_log_linearly(struct hz_development *d, struct hz_arena *arena)
{
    double *step = hz_arena_allocate(arena, d->ages, sizeof *step);
    double *log_sigma = hz_arena_allocate(arena, d->ages, sizeof *log_sigma);
    double level, slope, var_level, cov, var_slope, square;
    size_t n = 0;
    for (size_t k = 0; k + 1 < d->ages; k++)
        if (d->sigma[k] > 0) {
            step[n] = (double)k;
            log_sigma[n++] = log(d->sigma[k]);
        }
    if (n < 2)
        return;
    gsl_fit_linear(step, 1, log_sigma, 1, n, &level, &slope, &var_level, &cov, &var_slope, &square);
    for (size_t k = 0; k + 1 < d->ages; k++)
        if (d->pairs[k] == 1)
            d->sigma[k] = exp(level + slope * (double)k);
}

static double round_to(double factor, int decimals)
{
    const double scale = pow(10, decimals);
    return decimals < 0 ? factor : round(factor * scale) / scale;
}

/* Products from the last age back, of the factors as they were selected. */
static void multiply_to_ultimate(struct hz_development *d)
{
    double product = 1;
    for (size_t k = d->ages; k-- > 0;) {
        d->factor[k] = round_to(d->factor[k], d->choice.decimals);
        product *= d->factor[k];
        d->to_ultimate[k] = round_to(product, d->choice.decimals);
    }
}

void hz_development_fit(struct hz_development *development, const struct hz_triangle *triangle,
                        struct hz_development_choice choice, struct hz_arena *arena)
{
    const size_t ages = triangle->ages;
    struct hz_development *d = development;
    *d = (struct hz_development){
        .choice = choice,
        .ages = ages,
        .pairs = hz_arena_allocate(arena, ages, sizeof *d->pairs),
        .weight = hz_arena_allocate(arena, ages, sizeof *d->weight),
        .factor = hz_arena_allocate(arena, ages, sizeof *d->factor),
        .sigma = hz_arena_allocate(arena, ages, sizeof *d->sigma),
        .se = hz_arena_allocate(arena, ages, sizeof *d->se),
        .to_ultimate = hz_arena_allocate(arena, ages, sizeof *d->to_ultimate),
    };
    for (size_t k = 0; k + 1 < ages; k++) {
        average_ratios(d, triangle, k);
        estimate_sigma(d, triangle, k);
    }
    switch (choice.sigma_rule) {
    case HZ_SIGMA_MACK:
        extrapolate_by_mack(d);
        break;
    case HZ_SIGMA_LOG_LINEAR:
        extrapolate_log_linearly(d, arena);
        break;
    }
    for (size_t k = 0; k + 1 < ages; k++)
        d->se[k] = d->sigma[k] / sqrt(d->weight[k]);
    d->factor[ages - 1] = choice.tail;
    d->sigma[ages - 1] = choice.tail_sigma;
    d->se[ages - 1] = choice.tail_se;
    multiply_to_ultimate(d);
}

/* Why the factor from column k cannot be computed. */
static bool refuse_factor(const struct hz_development *d, const struct hz_triangle *triangle,
                          size_t k, struct hz_error *err)
{
    const double from = triangle->age[k];
    const double to = triangle->age[k + 1];
    bool is_observed = false;
    for (size_t o = 0; o < triangle->origins; o++)
        is_observed |=
            hz_triangle_is_observed(triangle, o, k) && hz_triangle_is_observed(triangle, o, k + 1);
    const char *why =
        !is_observed        ? _("no origin is observed at both")
        : d->pairs[k] == 0  ? _("all values at both are zero")
        : d->weight[k] == 0 ? _("the values at the first add up to zero")
        : d->weight[k] < 0  ? _("the values at the first add up to less than zero")
        : d->choice.average == HZ_AVERAGE_SIMPLE
            ? _("an origin grows from zero, or the mean is not positive: the volume average may do")
            : _("it would not be positive, the values at the second add up to zero or less");
    return hz_error_set(err, HZ_ERROR_DATA, triangle->place,
                        _("the factor from development %.15g to %.15g cannot be computed: %s"),
                        from, to, why);
}

bool hz_development_require(const struct hz_development *development,
                            const struct hz_triangle *triangle, struct hz_error *err)
{
    size_t youngest = triangle->latest[triangle->origins - 1];
    for (size_t k = youngest; k < development->ages; k++) {
        if (k + 1 < development->ages && isnan(development->factor[k]))
            return refuse_factor(development, triangle, k, err);
        double to_ultimate = development->to_ultimate[k];
        if (isinf(to_ultimate) || to_ultimate == 0)
            return hz_error_set(err, HZ_ERROR_DATA, triangle->place,
                                _("the factor from development %.15g to ultimate is %s"),
                                triangle->age[k], to_ultimate == 0 ? _("zero") : _("too large"));
    }
    return true;
}

void hz_development_emerge(const struct hz_development *development, size_t from, double ultimate,
                           double payment[])
{
    const size_t ages = development->ages;
    double share = 1 / development->to_ultimate[from];
    for (size_t k = from; k < ages; k++) {
        double next = k + 1 < ages ? 1 / development->to_ultimate[k + 1] : 1;
        payment[k] = ultimate * (next - share);
        share = next;
    }
}
