/* munich.c: see munich.h. */

#include "reserve/munich.h"

#include "reserve/expected.h"
#include "triangle/line.h"

#include <math.h>

/* B - ratio A of an observed cell: how far the other triangle is from where it usually is. */
static double distance(const struct hz_munich_side *a, const struct hz_munich_side *b, size_t o,
                       size_t k)
{
    const double other = hz_triangle_value(b->triangle, o, k);
    const double expected = a->ratio[k] * hz_triangle_value(a->triangle, o, k);
    return hz_is_same_ratio(other, expected) ? 0 : other - expected;
}

/* The line through the logarithms, for columns with one origin. */
static void extrapolate(const struct hz_munich_side *a, const size_t origins[])
{
    struct hz_line line = {0};
    for (size_t k = 0; k < a->triangle->ages; k++)
        if (origins[k] > 1 && a->rho[k] > 0)
            hz_line_add(&line, (double)k, log(a->rho[k]));
    for (size_t k = 0; k < a->triangle->ages && line.points > 1; k++)
        if (origins[k] == 1)
            a->rho[k] = exp(hz_line_at(&line, (double)k));
}

static void find_ratios(struct hz_munich_side *a, const struct hz_munich_side *b,
                        struct hz_arena *arena)
{
    const struct hz_triangle *triangle = a->triangle;
    size_t *origins = hz_arena_allocate(arena, triangle->ages, sizeof *origins);
    for (size_t k = 0; k < triangle->ages; k++) {
        double own = 0, other = 0, squares = 0;
        for (size_t o = 0; o < triangle->origins; o++)
            if (hz_triangle_is_observed(triangle, o, k)) {
                own += hz_triangle_value(triangle, o, k);
                other += hz_triangle_value(b->triangle, o, k);
            }
        a->ratio[k] = other / own;
        for (size_t o = 0; o < triangle->origins; o++)
            if (hz_triangle_is_observed(triangle, o, k) && hz_triangle_value(triangle, o, k) > 0) {
                squares +=
                    distance(a, b, o, k) * distance(a, b, o, k) / hz_triangle_value(triangle, o, k);
                origins[k]++;
            }
        a->rho[k] = origins[k] > 1 ? sqrt(squares / (double)(origins[k] - 1)) : 0;
    }
    extrapolate(a, origins);
}

bool hz_munich_residuals(const struct hz_munich_side *side, const struct hz_munich_side *other,
                         size_t origin, size_t column, double *ratio, double *link)
{
    const struct hz_triangle *triangle = side->triangle;
    const struct hz_development *d = &side->development;
    const size_t k = column;
    if (k + 1 >= triangle->ages || d->pairs[k] < 2 || !d->used[k * triangle->origins + origin])
        return false;
    const double value = hz_triangle_value(triangle, origin, k);
    *ratio = distance(side, other, origin, k) / (side->rho[k] * sqrt(value));
    const double next = hz_triangle_value(triangle, origin, k + 1);
    const double expected = d->factor[k] * value;
    *link = (hz_is_same_ratio(next, expected) ? 0 : next - expected) *
            pow(value, d->alpha[k] / 2 - 1) / d->sigma[k];
    return isfinite(*ratio) && isfinite(*link);
}

static void find_lambda(struct hz_munich_side *a, const struct hz_munich_side *b)
{
    double product = 0, square = 0, ratio, link;
    for (size_t o = 0; o < a->triangle->origins; o++)
        for (size_t k = 0; k + 1 < a->triangle->ages; k++)
            if (hz_munich_residuals(a, b, o, k, &ratio, &link)) {
                product += ratio * link;
                square += ratio * ratio;
            }
    a->lambda = square > 0 ? product / square : 0;
}

/* What a value grows to at the next age. False: where the correlation leads is no development. */
static bool find_next(const struct hz_munich_side *a, size_t k, const double own[],
                      const double other[], double *next)
{
    const double far = 10;
    const struct hz_development *d = &a->development;
    const double expected = d->factor[k] * own[k];
    const double shift = a->lambda * d->sigma[k] / a->rho[k] * pow(own[k], (1 - d->alpha[k]) / 2) *
                         (other[k] - a->ratio[k] * own[k]);
    *next = expected + (isfinite(shift) ? shift : 0);
    return !(expected > 0) || (*next > 0 && *next <= far * expected);
}

/*
 * Ratios of paid to incurred claims that hardly differ at an age, by rounding or because all is
 * settled, make a small difference there a large one, and a larger one at the next age.
 */
static bool refuse_far(const struct hz_triangle *triangle, size_t o, size_t k, struct hz_error *err)
{
    return hz_error_set(
        err, HZ_ERROR_DATA, triangle->place,
        _("origin %.*s: from development %.15g on, the ratios of paid to incurred claims differ so "
          "little there that this origin's leads beyond ten times the development, or below zero: "
          "take the chain ladder for each, or leave these ages out"),
        HZ_TEXT_ARGS(triangle->origin[o]), triangle->age[k]);
}

static bool project(struct hz_munich *fit, struct hz_error *err)
{
    const struct hz_triangle *triangle = fit->paid.triangle;
    for (size_t o = 0; o < triangle->origins; o++) {
        double *paid = fit->paid.projected + o * triangle->ages;
        double *incurred = fit->incurred.projected + o * triangle->ages;
        for (size_t k = triangle->first[o]; k <= triangle->latest[o]; k++) {
            paid[k] = hz_triangle_value(triangle, o, k);
            incurred[k] = hz_triangle_value(fit->incurred.triangle, o, k);
        }
        for (size_t k = triangle->latest[o]; k + 1 < triangle->ages; k++)
            if (!find_next(&fit->paid, k, paid, incurred, &paid[k + 1]) ||
                !find_next(&fit->incurred, k, incurred, paid, &incurred[k + 1]))
                return refuse_far(triangle, o, k, err);
    }
    return true;
}

static bool open_side(struct hz_munich_side *side, const struct hz_triangle *triangle,
                      struct hz_development_choice choice, struct hz_arena *arena,
                      struct hz_error *err)
{
    *side = (struct hz_munich_side){
        .triangle = triangle,
        .ratio = hz_arena_allocate(arena, triangle->ages, sizeof *side->ratio),
        .rho = hz_arena_allocate(arena, triangle->ages, sizeof *side->rho),
        .projected =
            hz_arena_allocate(arena, triangle->origins * triangle->ages, sizeof *side->projected),
    };
    hz_development_fit(&side->development, triangle, choice, arena);
    return hz_development_require(&side->development, triangle, err);
}

bool hz_munich_fit(struct hz_munich *fit, const struct hz_triangle *paid,
                   const struct hz_triangle *incurred, struct hz_development_choice choice,
                   struct hz_arena *arena, struct hz_error *err)
{
    choice.tail = 1;
    choice.curve = (struct hz_tail_choice){0};
    if (!open_side(&fit->paid, paid, choice, arena, err) ||
        !open_side(&fit->incurred, incurred, choice, arena, err))
        return false;
    find_ratios(&fit->paid, &fit->incurred, arena);
    find_ratios(&fit->incurred, &fit->paid, arena);
    find_lambda(&fit->paid, &fit->incurred);
    find_lambda(&fit->incurred, &fit->paid);
    return project(fit, err);
}

static bool fit_basis(struct hz_munich *fit, const struct hz_reserve_basis *basis,
                      struct hz_arena *arena, struct hz_error *err)
{
    return hz_development_require(basis->development, basis->triangle, err) &&
           hz_munich_fit(fit, basis->triangle, basis->incurred, basis->development->choice, arena,
                         err);
}

bool hz_munich_paid(const struct hz_reserve_basis *basis, struct hz_reserve *reserve,
                    struct hz_error *err)
{
    const size_t ages = reserve->ages;
    const double tail = basis->development->factor[ages - 1];
    struct hz_arena arena = {0};
    struct hz_munich fit;
    const bool done = fit_basis(&fit, basis, &arena, err);
    for (size_t o = 0; o < reserve->origins && done; o++) {
        const double *paid = fit.paid.projected + o * ages;
        double *payment = reserve->payment + o * ages;
        for (size_t k = basis->triangle->latest[o]; k + 1 < ages; k++)
            payment[k] = paid[k + 1] - paid[k];
        payment[ages - 1] = paid[ages - 1] * (tail - 1);
        reserve->ultimate[o] = paid[ages - 1] * tail;
        reserve->ibnr[o] = reserve->ultimate[o] - reserve->latest[o];
        reserve->to_ultimate[o] = (double)NAN;
    }
    hz_arena_free(&arena);
    return done;
}

bool hz_munich_incurred(const struct hz_reserve_basis *basis, struct hz_reserve *reserve,
                        struct hz_error *err)
{
    const size_t ages = reserve->ages;
    struct hz_arena arena = {0};
    struct hz_munich fit;
    const bool done = fit_basis(&fit, basis, &arena, err);
    for (size_t o = 0; o < reserve->origins && done; o++) {
        reserve->ultimate[o] = fit.incurred.projected[o * ages + ages - 1];
        reserve->ibnr[o] = reserve->ultimate[o] - reserve->latest[o];
        hz_expected_emerge(basis, reserve, o);
        reserve->to_ultimate[o] = (double)NAN;
    }
    hz_arena_free(&arena);
    return done;
}
