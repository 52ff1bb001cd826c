/* emergence.c: see emergence.h. */

#include "triangle/emergence.h"

#include <math.h>

const char *const hz_emergence_curve_names[] = {"loglogistic", "weibull", NULL};

struct hz_share hz_emergence_at(enum hz_emergence_curve curve, double omega, double theta,
                                double age)
{
    if (!(age > 0))
        return (struct hz_share){0};
    if (isinf(age))
        return (struct hz_share){.share = 1};
    /* G is a function of z = omega ln(x / theta) alone: g and g2 are its derivatives by z. */
    const double z = omega * log(age / theta), power = exp(z);
    double share, g, g2;
    if (curve == HZ_CURVE_WEIBULL) {
        share = -expm1(-power);
        g = exp(z - power);
        g2 = g * (1 - power);
    } else {
        share = 1 / (1 + exp(-z));
        g = share / (1 + power);
        g2 = g * (1 - 2 * share);
    }
    const double z_omega = z / omega, z_theta = -omega / theta;
    return (struct hz_share){
        .share = share,
        .by_omega = g * z_omega,
        .by_theta = g * z_theta,
        .by_omega_omega = g2 * z_omega * z_omega,
        .by_omega_theta = g2 * z_omega * z_theta - g / theta,
        .by_theta_theta = g2 * z_theta * z_theta + g * omega / (theta * theta),
    };
}

void hz_share_add(struct hz_share *sum, double times, struct hz_share part)
{
    sum->share += times * part.share;
    sum->by_omega += times * part.by_omega;
    sum->by_theta += times * part.by_theta;
    sum->by_omega_omega += times * part.by_omega_omega;
    sum->by_omega_theta += times * part.by_omega_theta;
    sum->by_theta_theta += times * part.by_theta_theta;
}

double hz_emergence_exposure(const struct hz_emergence *fit, size_t origin)
{
    return fit->exposure ? fit->exposure[origin] : 1;
}

size_t hz_emergence_group(const struct hz_emergence *fit, size_t origin)
{
    return fit->exposure ? 0 : origin;
}

/* The observed cell before one that is not an origin's first. */
static size_t before(const struct hz_triangle *triangle, size_t origin, size_t column)
{
    do
        column--;
    while (!hz_triangle_is_observed(triangle, origin, column));
    return column;
}

double hz_emergence_observed(const struct hz_emergence *fit, size_t origin, size_t column)
{
    const double value = hz_triangle_value(fit->triangle, origin, column);
    return column == fit->triangle->first[origin]
               ? value
               : value - hz_triangle_value(fit->triangle, origin,
                                           before(fit->triangle, origin, column));
}

/* The end of an age, counted from the start of an origin period. */
static double from_start(const struct hz_triangle *triangle, double age)
{
    const bool starts_at_0 = !(triangle->age[0] > 0);
    return starts_at_0 ? age + hz_triangle_age(triangle, 1) - triangle->age[0] : age;
}

/* The share that is expected by an age of an origin of which `passed` has passed. */
static struct hz_share emerged_by(const struct hz_triangle *triangle,
                                  const struct hz_emergence_choice *choice, double passed,
                                  double age)
{
    const double t = from_start(triangle, age);
    if (choice->is_from_start || isinf(t))
        return hz_emergence_at(choice->curve, choice->omega, choice->theta, t);
    struct hz_share share = {0};
    hz_share_add(
        &share, t < passed ? t / passed : 1,
        hz_emergence_at(choice->curve, choice->omega, choice->theta, fmax(t - passed / 2, t / 2)));
    return share;
}

static double end_of(const struct hz_emergence_choice *choice)
{
    return choice->until > 0 ? choice->until : (double)INFINITY;
}

double hz_emergence_by(const struct hz_triangle *triangle, const struct hz_emergence_choice *choice,
                       double age)
{
    return emerged_by(triangle, choice, triangle->ages_per_origin, fmin(age, end_of(choice))).share;
}

/* Of an origin's share, at an age. */
static struct hz_share share_at(const struct hz_emergence *fit, size_t origin, double age)
{
    const struct hz_triangle *triangle = fit->triangle;
    const double passed = from_start(triangle, triangle->age[triangle->latest[origin]]);
    struct hz_emergence_choice choice = fit->choice;
    choice.omega = fit->omega;
    choice.theta = fit->theta;
    return emerged_by(triangle, &choice, fmin(passed, triangle->ages_per_origin), age);
}

struct hz_share hz_emergence_share(const struct hz_emergence *fit, size_t origin, size_t column)
{
    const struct hz_triangle *triangle = fit->triangle;
    const double passed = from_start(triangle, triangle->age[triangle->latest[origin]]);
    if (fit->choice.is_from_start || !(passed < triangle->ages_per_origin))
        return fit->at[column];
    return share_at(fit, origin,
                    column < triangle->ages ? triangle->age[column] : end_of(&fit->choice));
}

double hz_emergence_interpolate(const struct hz_emergence *fit, size_t origin, double age)
{
    const struct hz_triangle *triangle = fit->triangle;
    size_t to = triangle->first[origin];
    double value = 0, share = 0;
    while (to < triangle->latest[origin] &&
           (triangle->age[to] < age || !hz_triangle_is_observed(triangle, origin, to))) {
        if (hz_triangle_is_observed(triangle, origin, to)) {
            value = hz_triangle_value(triangle, origin, to);
            share = share_at(fit, origin, triangle->age[to]).share;
        }
        to++;
    }
    if (triangle->age[to] < age)
        return (double)NAN;
    const double end = share_at(fit, origin, triangle->age[to]).share;
    const double part = (share_at(fit, origin, age).share - share) / (end - share);
    return value + part * (hz_triangle_value(triangle, origin, to) - value);
}

/* What is expected to emerge between a cell and the one before it. */
static struct hz_share step_of(const struct hz_emergence *fit, size_t o, size_t k)
{
    struct hz_share step = hz_emergence_share(fit, o, k);
    if (k > fit->triangle->first[o])
        hz_share_add(&step, -1, hz_emergence_share(fit, o, before(fit->triangle, o, k)));
    return step;
}

double hz_emergence_fitted(const struct hz_emergence *fit, size_t origin, size_t column)
{
    return fit->level[hz_emergence_group(fit, origin)] * hz_emergence_exposure(fit, origin) *
           step_of(fit, origin, column).share;
}

/* Of a group without claims, and an origin without exposure, there is nothing to fit. */
static bool is_used(const struct hz_emergence *fit, size_t o)
{
    return fit->claims[hz_emergence_group(fit, o)] > 0 && hz_emergence_exposure(fit, o) > 0;
}

/* All that follows from omega and theta: the curve, the levels and the likelihood. */
static double evaluate(struct hz_emergence *fit, double omega, double theta)
{
    const struct hz_triangle *triangle = fit->triangle;
    struct hz_emergence_choice choice = fit->choice;
    fit->omega = choice.omega = omega;
    fit->theta = choice.theta = theta;
    const double width = triangle->ages_per_origin;
    for (size_t k = 0; k < triangle->ages; k++)
        fit->at[k] = emerged_by(triangle, &choice, width, triangle->age[k]);
    fit->at[triangle->ages] = emerged_by(triangle, &choice, width, end_of(&choice));
    for (size_t g = 0; g < fit->groups; g++)
        fit->used[g] = (struct hz_share){0};
    for (size_t o = 0; o < triangle->origins; o++)
        hz_share_add(&fit->used[hz_emergence_group(fit, o)], hz_emergence_exposure(fit, o),
                     hz_emergence_share(fit, o, triangle->latest[o]));
    for (size_t g = 0; g < fit->groups; g++)
        fit->level[g] = fit->claims[g] > 0 ? fit->claims[g] / fit->used[g].share : 0;
    fit->log_likelihood = 0;
    for (size_t o = 0; o < triangle->origins; o++)
        for (size_t k = triangle->first[o]; k <= triangle->latest[o] && is_used(fit, o); k++) {
            if (!hz_triangle_is_observed(triangle, o, k))
                continue;
            const double m = hz_emergence_fitted(fit, o, k);
            fit->log_likelihood += hz_emergence_observed(fit, o, k) * log(m) - m;
        }
    if (!isfinite(fit->log_likelihood))
        fit->log_likelihood = -(double)INFINITY;
    return fit->log_likelihood;
}

/* First and second derivatives of the likelihood by omega and theta, each level following them. */
struct slopes {
    double omega, theta, omega_omega, omega_theta, theta_theta;
};

static struct slopes slopes_of(const struct hz_emergence *fit)
{
    const struct hz_triangle *triangle = fit->triangle;
    struct slopes s = {0};
    for (size_t o = 0; o < triangle->origins; o++)
        for (size_t k = triangle->first[o]; k <= triangle->latest[o] && is_used(fit, o); k++) {
            if (!hz_triangle_is_observed(triangle, o, k))
                continue;
            const double c = hz_emergence_observed(fit, o, k);
            const struct hz_share g = step_of(fit, o, k);
            const double omega = g.by_omega / g.share, theta = g.by_theta / g.share;
            s.omega += c * omega;
            s.theta += c * theta;
            s.omega_omega += c * (g.by_omega_omega / g.share - omega * omega);
            s.omega_theta += c * (g.by_omega_theta / g.share - omega * theta);
            s.theta_theta += c * (g.by_theta_theta / g.share - theta * theta);
        }
    for (size_t i = 0; i < fit->groups; i++) {
        const struct hz_share u = fit->used[i];
        const double level = fit->level[i];
        if (!(level > 0))
            continue;
        const double follows = level / u.share; /* level^2 / claims */
        s.omega -= level * u.by_omega;
        s.theta -= level * u.by_theta;
        s.omega_omega -= level * u.by_omega_omega - follows * u.by_omega * u.by_omega;
        s.omega_theta -= level * u.by_omega_theta - follows * u.by_omega * u.by_theta;
        s.theta_theta -= level * u.by_theta_theta - follows * u.by_theta * u.by_theta;
    }
    return s;
}

/*
 * The next step in ln omega and ln theta, at most 1 long: Newton's, or uphill where it is no peak.
 */
static void find_step(const struct hz_emergence *fit, double *by_omega, double *by_theta)
{
    const struct slopes s = slopes_of(fit);
    const double a = fit->omega * s.omega, b = fit->theta * s.theta;
    const double aa = fit->omega * fit->omega * s.omega_omega + a;
    const double ab = fit->omega * fit->theta * s.omega_theta;
    const double bb = fit->theta * fit->theta * s.theta_theta + b;
    const double determinant = aa * bb - ab * ab;
    const bool is_peak = aa < 0 && determinant > 0;
    *by_omega = is_peak ? -(bb * a - ab * b) / determinant : a;
    *by_theta = is_peak ? -(aa * b - ab * a) / determinant : b;
    const double length = hypot(*by_omega, *by_theta);
    if (length > 1 || !is_peak) {
        *by_omega /= fmax(length, 1e-300);
        *by_theta /= fmax(length, 1e-300);
    }
}

/* The best of a grid: shapes, and scales around the last age. */
static void find_start(struct hz_emergence *fit)
{
    static const double shape[] = {0.25, 0.5, 0.75, 1, 1.5, 2, 3, 5};
    enum { SHAPES = sizeof shape / sizeof *shape, HALVINGS = 6 };
    const double last = hz_triangle_age(fit->triangle, fit->triangle->ages);
    double best = -(double)INFINITY, omega = 1, theta = last;
    for (int i = 0; i < SHAPES; i++)
        for (int j = -HALVINGS; j <= HALVINGS; j++)
            if (evaluate(fit, shape[i], ldexp(last, j)) > best) {
                best = fit->log_likelihood;
                omega = shape[i];
                theta = ldexp(last, j);
            }
    evaluate(fit, omega, theta);
}

/* Uphill until it goes no higher. False: no end of it, or nowhere to begin. */
static bool climb(struct hz_emergence *fit)
{
    enum { ROUNDS = 200, HALVINGS = 60 };
    const double still = 1e-12, near = 1e-6, far = 1e6;
    find_start(fit);
    const double start = fit->theta;
    for (int round = 0; round < ROUNDS && isfinite(fit->log_likelihood); round++) {
        const double omega = fit->omega, theta = fit->theta, before = fit->log_likelihood;
        double a, b, length = 1;
        find_step(fit, &a, &b);
        const double whole = hypot(a, b);
        int halvings = 0;
        while (!(evaluate(fit, omega * exp(length * a), theta * exp(length * b)) > before) &&
               halvings++ < HALVINGS && length * whole > still)
            length /= 2;
        if (!(fit->log_likelihood > before))
            evaluate(fit, omega, theta);
        if (length * whole <= still || !(fit->log_likelihood > before))
            return whole < near;
        if (fit->omega > 100 || fit->omega < 0.01 || fit->theta > start * far ||
            fit->theta < start / far)
            return false;
    }
    return false;
}

/* Claims by group, which must be there, and the cells that are fitted. */
static bool add_up_claims(struct hz_emergence *fit, struct hz_error *err)
{
    const struct hz_triangle *triangle = fit->triangle;
    for (size_t o = 0; o < triangle->origins; o++) {
        bool is_zero = true;
        for (size_t k = triangle->first[o]; k <= triangle->latest[o]; k++)
            is_zero = is_zero && !(hz_triangle_is_observed(triangle, o, k) &&
                                   fabs(hz_triangle_value(triangle, o, k)) > 0);
        const double exposure = hz_emergence_exposure(fit, o),
                     latest = hz_triangle_latest(triangle, o);
        if (exposure < 0 || (!(exposure > 0) && !is_zero))
            return hz_error_set(err, HZ_ERROR_DATA, triangle->place,
                                _("origin %.*s: claims want an exposure above 0, found %.15g"),
                                HZ_TEXT_ARGS(triangle->origin[o]), exposure);
        if (!fit->exposure && !is_zero && !(latest > 0))
            return hz_error_set(err, HZ_ERROR_DATA, triangle->place,
                                _("origin %.*s: a growth curve wants claims above 0, found %.15g"),
                                HZ_TEXT_ARGS(triangle->origin[o]), latest);
        fit->claims[hz_emergence_group(fit, o)] += latest;
        if (fit->exposure ? exposure > 0 : !is_zero)
            for (size_t k = triangle->first[o]; k <= triangle->latest[o]; k++)
                fit->cells += hz_triangle_is_observed(triangle, o, k);
    }
    fit->parameters = 2;
    for (size_t g = 0; g < fit->groups; g++)
        fit->parameters += fit->claims[g] > 0;
    if (fit->parameters == 2)
        return hz_error_set(err, HZ_ERROR_DATA, triangle->place,
                            _("a growth curve wants claims above 0 in sum"));
    return true;
}

static bool check(const struct hz_emergence *fit, struct hz_error *err)
{
    const struct hz_triangle *triangle = fit->triangle;
    if (!(triangle->ages_per_origin > 0) && !fit->choice.is_from_start)
        return hz_error_set(err, HZ_ERROR_DATA, triangle->place,
                            _("the ages do not show how long an origin period is, whose middle a "
                              "growth curve starts from: count from the start (--from-start)"));
    if (fit->choice.until > 0 && fit->choice.until < triangle->age[triangle->ages - 1])
        return hz_error_set(err, HZ_ERROR_DATA, triangle->place,
                            _("development goes on to %.15g, beyond the age %.15g at which all "
                              "is to have emerged (--until)"),
                            triangle->age[triangle->ages - 1], fit->choice.until);
    if (fit->cells <= fit->parameters)
        return hz_error_set(err, HZ_ERROR_DATA, triangle->place,
                            _("a growth curve with %zu parameters wants more increments than %zu"),
                            fit->parameters, fit->cells);
    return true;
}

static bool refuse_fit(const struct hz_emergence *fit, struct hz_error *err)
{
    return hz_error_set(err, HZ_ERROR_DATA, fit->triangle->place,
                        _("no %s curve fits how these claims emerge: look at the first ages, leave "
                          "some out, or give omega and theta (--omega, --theta)"),
                        hz_emergence_curve_names[fit->choice.curve]);
}

/* The scale and the covariances. False if the likelihood has no peak there. */
static bool disperse(struct hz_emergence *fit)
{
    const struct hz_triangle *triangle = fit->triangle;
    double chi_square = 0;
    for (size_t o = 0; o < triangle->origins; o++)
        for (size_t k = triangle->first[o]; k <= triangle->latest[o] && is_used(fit, o); k++) {
            if (!hz_triangle_is_observed(triangle, o, k))
                continue;
            const double m = hz_emergence_fitted(fit, o, k);
            const double residual = hz_emergence_observed(fit, o, k) - m;
            chi_square += residual * residual / m;
        }
    fit->sigma2 = chi_square / (double)(fit->cells - fit->parameters);
    const struct slopes s = slopes_of(fit);
    const double determinant = s.omega_omega * s.theta_theta - s.omega_theta * s.omega_theta;
    if (!(s.omega_omega < 0 && determinant > 0 && isfinite(fit->log_likelihood))) {
        fit->omega_variance = fit->theta_variance = fit->omega_theta_covariance = (double)NAN;
        return false;
    }
    fit->omega_variance = -fit->sigma2 * s.theta_theta / determinant;
    fit->theta_variance = -fit->sigma2 * s.omega_omega / determinant;
    fit->omega_theta_covariance = fit->sigma2 * s.omega_theta / determinant;
    return true;
}

bool hz_emergence_fit(struct hz_emergence *fit, const struct hz_triangle *triangle,
                      const double exposure[], struct hz_emergence_choice choice,
                      struct hz_arena *arena, struct hz_error *err)
{
    const size_t groups = exposure ? 1 : triangle->origins;
    *fit = (struct hz_emergence){
        .triangle = triangle,
        .exposure = exposure,
        .choice = choice,
        .groups = groups,
        .at = hz_arena_allocate(arena, triangle->ages + 1, sizeof *fit->at),
        .level = hz_arena_allocate(arena, groups, sizeof *fit->level),
        .claims = hz_arena_allocate(arena, groups, sizeof *fit->claims),
        .used = hz_arena_allocate(arena, groups, sizeof *fit->used),
    };
    if (!add_up_claims(fit, err) || !check(fit, err))
        return false;
    const bool is_given = choice.omega > 0;
    if (is_given && !isfinite(evaluate(fit, choice.omega, choice.theta)))
        return hz_error_set(err, HZ_ERROR_DATA, triangle->place,
                            _("the curve with omega %.15g and theta %.15g expects nothing where "
                              "claims were: is theta in the unit of ages?"),
                            choice.omega, choice.theta);
    if (!is_given && !climb(fit))
        return refuse_fit(fit, err);
    return disperse(fit) || is_given || refuse_fit(fit, err);
}
