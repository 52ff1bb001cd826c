/* development.c: see development.h. */

#include "triangle/development.h"

#include "triangle/development_tail.h"
#include "triangle/line.h"

#include <gsl/gsl_errno.h>
#include <gsl/gsl_roots.h>
#include <math.h>
#include <stdlib.h>

const char *const hz_average_names[] = {"simple",    "volume", "regression",
                                        "geometric", "medial", NULL};
const char *const hz_sigma_rule_names[] = {"mack", "log-linear", NULL};
const char *const hz_mse_rule_names[] = {"mack", "independent", NULL};

const struct hz_development_choice hz_development_usual = {.average = HZ_AVERAGE_VOLUME,
                                                           .sigma_rule = HZ_SIGMA_MACK,
                                                           .tail = 1,
                                                           .tail_se = (double)NAN,
                                                           .tail_sigma = (double)NAN,
                                                           .decimals = -1};

/* The range of alphas that selected factors are explained by. */
static const double least_alpha = -8;
static const double most_alpha = 10;

/* x^n, exact for small whole n, where pow() need not be. */
static double power(double x, double n)
{
    if (!(fabs(n - round(n)) <= 0 && fabs(n) <= 2))
        return pow(x, n);
    double product = 1;
    for (int i = 0; i < abs((int)n); i++)
        product *= x;
    return n < 0 ? 1 / product : product;
}

/* The pair of an origin at a column and the next; false if it is not used. */
static bool get_pair(const struct hz_development *d, const struct hz_triangle *triangle,
                     size_t origin, size_t column, double *base, double *next)
{
    if (!d->used[column * triangle->origins + origin])
        return false;
    *base = hz_triangle_value(triangle, origin, column);
    *next = hz_triangle_value(triangle, origin, column + 1);
    return true;
}

static double finite_or_unknown(double number)
{
    return isfinite(number) ? number : (double)NAN;
}

struct hz_age_choice hz_development_choice_at(const struct hz_development_choice *choice,
                                              double age)
{
    for (size_t i = 0; i < choice->ats; i++)
        if (choice->at[i].origin.length == 0 && fabs(choice->at[i].age - age) <= 1e-9)
            return choice->at[i];
    return (struct hz_age_choice){.age = age, .average = choice->average, .use = choice->use};
}

/* Alpha of the average itself: the geometric mean has none, the medial one is a simple one. */
static double alpha_of(enum hz_average average)
{
    return average == HZ_AVERAGE_VOLUME ? 1 : average == HZ_AVERAGE_REGRESSION ? 2 : 0;
}

static double geometric_mean(const struct hz_development *d, const struct hz_triangle *triangle,
                             size_t k)
{
    double base, next;
    double sum = 0;
    for (size_t o = 0; o < triangle->origins; o++)
        if (get_pair(d, triangle, o, k, &base, &next))
            sum += log(next / base);
    return exp(sum / (double)d->pairs[k]);
}

/* The weighted average of the link ratios from column k, and the sum of the weights. */
static double average_ratios(const struct hz_development *d, const struct hz_triangle *triangle,
                             size_t k, double alpha, double *weight)
{
    double base, next;
    double sum = 0;
    *weight = 0;
    for (size_t o = 0; o < triangle->origins; o++)
        if (get_pair(d, triangle, o, k, &base, &next)) {
            *weight += power(base, alpha);
            sum += power(base, alpha - 1) * next;
        }
    return sum / *weight;
}

/* An equation for alpha: the average of the link ratios from column k is a given factor. */
struct selected {
    const struct hz_development *d;
    const struct hz_triangle *triangle;
    size_t k;
    double factor;
};

static double excess(double alpha, void *context)
{
    const struct selected *s = context;
    double weight;
    return average_ratios(s->d, s->triangle, s->k, alpha, &weight) - s->factor;
}

/* The root of an equation that changes its sign between low and high. */
static double solve(gsl_function *equation, double low, double high)
{
    enum { MOST = 200 };
    gsl_root_fsolver *solver = gsl_root_fsolver_alloc(gsl_root_fsolver_brent);
    gsl_root_fsolver_set(solver, equation, low, high);
    for (int i = 0; i < MOST && high - low > 1e-14; i++) {
        if (gsl_root_fsolver_iterate(solver) != GSL_SUCCESS)
            break;
        low = gsl_root_fsolver_x_lower(solver);
        high = gsl_root_fsolver_x_upper(solver);
    }
    const double root = gsl_root_fsolver_root(solver);
    gsl_root_fsolver_free(solver);
    return root;
}

/* The alpha nearest to 1 that gives the factor (CLFM); NaN if there is none. */
static double find_alpha(const struct hz_development *d, const struct hz_triangle *triangle,
                         size_t k, double factor)
{
    struct selected selected = {d, triangle, k, factor};
    gsl_function equation = {.function = excess, .params = &selected};
    const double grain = 0.125;
    const double whole[] = {1, 0, 2};
    for (size_t i = 0; i < HZ_COUNT(whole); i++)
        if (fabs(excess(whole[i], &selected)) <= 1e-14 * factor)
            return whole[i];
    double up = excess(1, &selected);
    double down = up;
    for (double step = 0; 1 - step > least_alpha || 1 + step < most_alpha; step += grain) {
        const double higher = excess(1 + step + grain, &selected);
        const double lower = excess(1 - step - grain, &selected);
        if (1 + step < most_alpha && up * higher <= 0)
            return solve(&equation, 1 + step, 1 + step + grain);
        if (1 - step > least_alpha && down * lower <= 0)
            return solve(&equation, 1 - step - grain, 1 - step);
        up = higher;
        down = lower;
    }
    return (double)NAN;
}

/* The factor from column k, and the alpha of the model that it is the estimate of. */
static void select_factor(struct hz_development *d, const struct hz_triangle *triangle, size_t k,
                          struct hz_arena *arena)
{
    struct hz_age_choice choice = hz_development_choice_at(&d->choice, triangle->age[k]);
    bool *used = d->used + k * triangle->origins;
    if (choice.average == HZ_AVERAGE_MEDIAL) {
        choice.use.drop_high++;
        choice.use.drop_low++;
    }
    hz_exclusion_mark(triangle, k, &choice.use, d->choice.exclusion, d->choice.exclusions, used,
                      arena);
    for (size_t o = 0; o < triangle->origins; o++)
        d->pairs[k] += used[o];
    d->average[k] = choice.average;
    d->alpha[k] = alpha_of(choice.average);
    double factor = average_ratios(d, triangle, k, d->alpha[k], &d->weight[k]);
    if (choice.average == HZ_AVERAGE_GEOMETRIC)
        factor = geometric_mean(d, triangle, k);
    d->average_factor[k] = d->weight[k] > 0 && factor > 0 ? finite_or_unknown(factor) : (double)NAN;
    if (d->choice.no_negative && (choice.factor > 0 ? choice.factor : d->average_factor[k]) < 1)
        choice.factor = 1;
    d->factor[k] = choice.factor > 0 ? choice.factor : d->average_factor[k];
    if (isnan(d->factor[k]) || (choice.factor <= 0 && choice.average != HZ_AVERAGE_GEOMETRIC))
        return;
    d->alpha[k] = d->pairs[k] > 1 ? find_alpha(d, triangle, k, d->factor[k]) : 1;
    (void)average_ratios(d, triangle, k, d->alpha[k], &d->weight[k]);
}

static void estimate_sigma(struct hz_development *d, const struct hz_triangle *triangle, size_t k)
{
    const double alpha = d->alpha[k];
    double base, next;
    double sum = 0;
    d->sigma[k] = (double)NAN;
    if (d->pairs[k] < 2)
        return;
    for (size_t o = 0; o < triangle->origins; o++)
        if (get_pair(d, triangle, o, k, &base, &next)) {
            if (alpha > 0 && alpha < 2 && base < 0)
                return;
            const double expected = d->factor[k] * base;
            const double residual = hz_is_same_ratio(next, expected) ? 0 : next - expected;
            sum += power(base, alpha - 2) * residual * residual;
        }
    d->sigma[k] = isfinite(d->weight[k]) ? finite_or_unknown(sqrt(sum / (double)(d->pairs[k] - 1)))
                                         : (double)NAN;
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

/*
 * A line that leads to ten times the largest sigma and more says nothing: one of the others is
 * next to nothing, by chance or by rounding, and tilts it.
 */
static void extrapolate_log_linearly(struct hz_development *d)
{
    const double far = 10;
    struct hz_line line = {0};
    double most = 0;
    for (size_t k = 0; k + 1 < d->ages; k++)
        if (d->sigma[k] > 0) {
            hz_line_add(&line, (double)k, log(d->sigma[k]));
            most = fmax(most, d->sigma[k]);
        }
    for (size_t k = 0; k + 1 < d->ages && line.points > 1; k++)
        if (d->pairs[k] == 1 && hz_line_at(&line, (double)k) <= log(far * most))
            d->sigma[k] = exp(hz_line_at(&line, (double)k));
}

static void set_last_sigma(struct hz_development *d)
{
    for (size_t k = 0; k + 1 < d->ages; k++)
        if (d->pairs[k] == 1)
            d->sigma[k] = d->choice.last_sigma;
}

static double round_to(double factor, int decimals)
{
    const double scale = pow(10, decimals);
    return decimals < 0 ? factor : round(factor * scale) / scale;
}

/* A factor that a factor to ultimate makes, and the model that it is the estimate of. */
static void lead_to(struct hz_development *d, const struct hz_triangle *triangle, size_t k,
                    double to_ultimate, double after)
{
    d->factor[k] = to_ultimate / after;
    if (d->choice.no_negative)
        d->factor[k] = fmax(d->factor[k], 1);
    if (k + 1 == d->ages || !isfinite(d->factor[k]))
        return;
    d->alpha[k] = d->pairs[k] > 1 ? find_alpha(d, triangle, k, d->factor[k]) : 1;
    (void)average_ratios(d, triangle, k, d->alpha[k], &d->weight[k]);
    if (d->pairs[k] > 1)
        estimate_sigma(d, triangle, k);
    d->se[k] = d->sigma[k] / sqrt(d->weight[k]);
}

/* Products from the last age back, of the factors as they were selected. */
static void multiply_to_ultimate(struct hz_development *d, const struct hz_triangle *triangle)
{
    double product = 1;
    for (size_t k = d->ages; k-- > 0;) {
        const double chosen = hz_development_choice_at(&d->choice, triangle->age[k]).to_ultimate;
        if (chosen > 0)
            lead_to(d, triangle, k, chosen, product);
        d->factor[k] = round_to(d->factor[k], d->choice.decimals);
        product *= d->factor[k];
        d->to_ultimate[k] = round_to(product, d->choice.decimals);
    }
}

/* What is chosen for one origin at an age; NULL: nothing but what goes for all. */
static const struct hz_age_choice *own_at(const struct hz_development_choice *choice,
                                          struct hz_text origin, double age)
{
    for (size_t i = 0; i < choice->ats; i++)
        if (fabs(choice->at[i].age - age) <= 1e-9 && hz_text_equal(choice->at[i].origin, origin))
            return &choice->at[i];
    return NULL;
}

/* The products of each origin, where some have factors of their own. */
static void multiply_own(struct hz_development *d, const struct hz_triangle *triangle,
                         struct hz_arena *arena)
{
    bool are_own = false;
    for (size_t i = 0; i < d->choice.ats; i++)
        are_own |= d->choice.at[i].origin.length > 0;
    if (!are_own)
        return;
    d->own_to_ultimate =
        hz_arena_allocate(arena, triangle->origins * d->ages, sizeof *d->own_to_ultimate);
    for (size_t o = 0; o < triangle->origins; o++) {
        double product = 1;
        for (size_t k = d->ages; k-- > 0;) {
            const struct hz_age_choice *own =
                own_at(&d->choice, triangle->origin[o], triangle->age[k]);
            double factor = !own                   ? d->factor[k]
                            : own->to_ultimate > 0 ? own->to_ultimate / product
                                                   : own->factor;
            if (own && d->choice.no_negative)
                factor = fmax(factor, 1);
            product *= round_to(factor, d->choice.decimals);
            d->own_to_ultimate[o * d->ages + k] = round_to(product, d->choice.decimals);
        }
    }
}

double hz_development_to_ultimate(const struct hz_development *development, size_t origin,
                                  size_t column)
{
    const double *own = development->own_to_ultimate;
    return own ? own[origin * development->ages + column] : development->to_ultimate[column];
}

static void new_development(struct hz_development *d, const struct hz_triangle *triangle,
                            struct hz_development_choice choice, struct hz_arena *arena)
{
    const size_t ages = triangle->ages;
    *d = (struct hz_development){
        .choice = choice,
        .ages = ages,
        .used = hz_arena_allocate(arena, ages * triangle->origins, sizeof *d->used),
        .pairs = hz_arena_allocate(arena, ages, sizeof *d->pairs),
        .average = hz_arena_allocate(arena, ages, sizeof *d->average),
        .average_factor = hz_arena_allocate(arena, ages, sizeof *d->average_factor),
        .alpha = hz_arena_allocate(arena, ages, sizeof *d->alpha),
        .weight = hz_arena_allocate(arena, ages, sizeof *d->weight),
        .factor = hz_arena_allocate(arena, ages, sizeof *d->factor),
        .sigma = hz_arena_allocate(arena, ages, sizeof *d->sigma),
        .se = hz_arena_allocate(arena, ages, sizeof *d->se),
        .to_ultimate = hz_arena_allocate(arena, ages, sizeof *d->to_ultimate),
        .credibility = hz_arena_allocate(arena, ages, sizeof *d->credibility),
        .collective = hz_arena_allocate(arena, ages, sizeof *d->collective),
        .beyond = 1,
    };
    for (size_t k = 0; k < ages; k++)
        d->credibility[k] = d->collective[k] = (double)NAN;
}

void hz_development_average(struct hz_development *development, const struct hz_triangle *triangle,
                            struct hz_development_choice choice, struct hz_arena *arena)
{
    struct hz_development *d = development;
    new_development(d, triangle, choice, arena);
    for (size_t k = 0; k + 1 < d->ages; k++) {
        select_factor(d, triangle, k, arena);
        estimate_sigma(d, triangle, k);
    }
    if (choice.last_sigma > 0)
        set_last_sigma(d);
    else if (choice.sigma_rule == HZ_SIGMA_LOG_LINEAR)
        extrapolate_log_linearly(d);
    else
        extrapolate_by_mack(d);
    for (size_t k = 0; k + 1 < d->ages; k++)
        d->se[k] = d->sigma[k] / sqrt(d->weight[k]);
}

void hz_development_finish(struct hz_development *development, const struct hz_triangle *triangle,
                           struct hz_arena *arena)
{
    hz_development_attach_tail(development, triangle, alpha_of(development->choice.average));
    multiply_to_ultimate(development, triangle);
    multiply_own(development, triangle, arena);
}

void hz_development_fit(struct hz_development *development, const struct hz_triangle *triangle,
                        struct hz_development_choice choice, struct hz_arena *arena)
{
    hz_development_average(development, triangle, choice, arena);
    hz_development_finish(development, triangle, arena);
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
        !is_observed && triangle->holes > 0 ? _("origins are seen at ages of their own, and none "
                                                "at both: hz-reserve --between linear develops "
                                                "from such ages if others are regular, and "
                                                "hz-emergence --interpolate gives values "
                                                "at the same ages for all")
        : !is_observed                      ? _("no origin is observed at both")
        : d->pairs[k] == 0  ? _("all values at both are zero, or every link ratio is excluded")
        : d->weight[k] == 0 ? _("the values at the first add up to zero")
        : d->weight[k] < 0  ? _("the values at the first add up to less than zero")
        : d->average[k] != HZ_AVERAGE_VOLUME && d->average[k] != HZ_AVERAGE_REGRESSION
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
    if (!hz_development_require_tail(development, triangle, err))
        return false;
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

void hz_development_emerge(const struct hz_development *development, size_t origin, size_t from,
                           double ultimate, double payment[])
{
    const size_t ages = development->ages;
    double share = 1 / hz_development_to_ultimate(development, origin, from);
    for (size_t k = from; k < ages; k++) {
        double next = k + 1 < ages ? 1 / hz_development_to_ultimate(development, origin, k + 1) : 1;
        payment[k] = ultimate * (next - share);
        share = next;
    }
}
