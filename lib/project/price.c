/* price.c: see price.h. */

#include "project/price.h"

#include "risk/credibility.h"
#include "risk/lattice.h"

#include <math.h>

enum { STEPS = 1 << 18 };

static double yuan(hz_fen fen)
{
    return (double)fen / 100;
}

static double frequency_of(const struct hz_similar *similar)
{
    return similar->payouts / similar->exposure;
}

/* ---- Shares and the basis */

/* Each one's Z, and as its share for now what it weighs among those without a stated one. */
static bool weigh(struct hz_similar similar[], size_t count, struct hz_price_basis *basis,
                  struct hz_arena *arena)
{
    struct hz_credible *group = hz_arena_allocate(arena, count, sizeof *group);
    struct hz_credibility all = {.within = 0};
    double payouts = 0, exposure = 0;
    for (size_t j = 0; j < count; j++) {
        payouts += similar[j].payouts;
        exposure += similar[j].exposure;
        group[j] = (struct hz_credible){.mean = frequency_of(&similar[j]),
                                        .weight = similar[j].exposure,
                                        .variance = (double)NAN};
    }
    all.within = payouts / exposure;
    if (!hz_credibility_fit(group, count, &all))
        return false;
    basis->within = all.within;
    basis->between = all.between;
    for (size_t j = 0; j < count; j++) {
        similar[j].credibility = all.between > 0 ? group[j].credibility : (double)NAN;
        similar[j].share = all.between > 0 ? group[j].credibility : similar[j].exposure;
    }
    return true;
}

static bool share_out(struct hz_similar similar[], size_t count, struct hz_error *err)
{
    double stated = 0, others = 0;
    for (size_t j = 0; j < count; j++)
        *(isnan(similar[j].stated) ? &others : &stated) +=
            isnan(similar[j].stated) ? similar[j].share : similar[j].stated;
    if (stated > 1 + 1e-9 || (!(others > 0) && stated < 1 - 1e-9))
        return hz_error_set(err, HZ_ERROR_DATA, HZ_NOWHERE,
                            _("the stated credibilities add up to %.6g: expected 1, or less and "
                              "an empty cell that takes the rest"),
                            stated);
    for (size_t j = 0; j < count; j++)
        similar[j].share = isnan(similar[j].stated)
                               ? fmax(0, 1 - stated) * similar[j].share / others
                               : similar[j].stated;
    return true;
}

/* Sums of frequency, amount and their errors. */
static void blend(const struct hz_similar similar[], size_t count, struct hz_price_basis *basis)
{
    double squares = 0, known = 0;
    for (size_t j = 0; j < count; j++) {
        basis->frequency += similar[j].share * frequency_of(&similar[j]);
        squares += similar[j].share * similar[j].share;
        known += similar[j].share * similar[j].share / similar[j].exposure;
    }
    const double between = basis->between > 0 ? basis->between : 0;
    basis->frequency_error = sqrt(between * (1 + squares) + basis->within * known);
    double error = 0;
    for (size_t j = 0; j < count && basis->frequency > 0; j++) {
        const double part = similar[j].share * frequency_of(&similar[j]) / basis->frequency;
        const double mean = yuan(similar[j].mean), sd = similar[j].cv * mean;
        basis->amount += part * mean;
        basis->square += part * (mean * mean + sd * sd);
        error += part > 0 ? part * part * sd * sd / similar[j].payouts : 0;
    }
    basis->amount_error = sqrt(error);
}

bool hz_price_blend(struct hz_similar similar[], size_t count, struct hz_price_basis *basis,
                    struct hz_error *err)
{
    struct hz_arena arena = {0};
    *basis = (struct hz_price_basis){0};
    const bool done = count > 0 && weigh(similar, count, basis, &arena);
    hz_arena_free(&arena);
    if (done && !share_out(similar, count, err))
        return false;
    if (done)
        blend(similar, count, basis);
    return basis->frequency > 0 ||
           hz_error_set(err, HZ_ERROR_DATA, HZ_NOWHERE,
                        _("similar plans without a payout say nothing of a price: expected one "
                          "that has had some"));
}

/* ---- The sum */

/* The greatest common divisor of lump sums; 0 where amounts vary. */
static hz_fen divisor_of(const struct hz_similar similar[], size_t count)
{
    hz_fen divisor = 0;
    for (size_t j = 0; j < count; j++) {
        hz_fen b = similar[j].mean;
        if (similar[j].cv > 0)
            return 0;
        while (b > 0) {
            const hz_fen rest = divisor % b;
            divisor = b;
            b = rest;
        }
    }
    return divisor;
}

/* Steps up to an amount. */
static void choose_steps(const struct hz_similar similar[], size_t count, double end,
                         struct hz_lattice *severity)
{
    const double divisor = yuan(divisor_of(similar, count));
    severity->step = divisor > 0 && end / divisor < STEPS ? divisor : end / (STEPS - 1);
    severity->points = (size_t)ceil(end / severity->step) + 1;
}

/* One payout: of a similar plan as often as one is expected from there. */
static void put_on_steps(const struct hz_similar similar[], size_t count,
                         const struct hz_price_basis *basis, struct hz_lattice *severity,
                         struct hz_arena *arena)
{
    severity->p = hz_arena_allocate(arena, severity->points, sizeof *severity->p);
    for (size_t j = 0; j < count; j++) {
        const double part = similar[j].share * frequency_of(&similar[j]) / basis->frequency;
        const double mean = yuan(similar[j].mean), variance = log1p(similar[j].cv * similar[j].cv);
        const struct hz_severity log_normal = {HZ_LOG_NORMAL, log(mean) - variance / 2,
                                               sqrt(variance)};
        struct hz_lattice own;
        if (!(part > 0))
            continue;
        if (similar[j].cv > 0)
            hz_lattice_of_severity(&own, &log_normal, HZ_MEAN, severity->step, severity->points,
                                   arena);
        else
            hz_lattice_of_amounts(&own, &mean, 1, severity->step, severity->points, arena);
        for (size_t k = 0; k < own.points; k++)
            severity->p[k] += part * own.p[k];
    }
}

/* The largest amount that is looked at of one payout. */
static double largest_of(const struct hz_similar similar[], size_t count)
{
    double largest = 0;
    for (size_t j = 0; j < count; j++) {
        const double sd = sqrt(log1p(similar[j].cv * similar[j].cv));
        largest = fmax(largest, yuan(similar[j].mean) * exp(6 * sd - sd * sd / 2));
    }
    return largest;
}

/* A contribution in fen; rounded up, but for what double precision leaves of a whole one. */
static hz_fen fen_up(double each)
{
    return (hz_fen)ceil(each * 100 * (1 - 1e-12) - 1e-9);
}

static hz_fen above(hz_fen price, hz_fen least)
{
    return price > least ? price : least;
}

/* The parts are differences of rounded sums, so that they add up. */
static void set_parts(double known, const struct hz_price_order *order, struct hz_price *price)
{
    price->pure = fen_up(price->expected / order->persons);
    const hz_fen sure = above(fen_up(known / order->persons), price->pure);
    const hz_fen net = above(fen_up(price->needed / order->persons), price->pure);
    price->price = fen_up((double)net / 100 / (1 - order->expenses));
    price->chance = sure - price->pure;
    price->doubt = net - sure;
    price->expenses = price->price - net;
}

bool hz_price_of(const struct hz_similar similar[], size_t count,
                 const struct hz_price_basis *basis, const struct hz_price_order *order,
                 struct hz_price *price, struct hz_arena *arena, struct hz_error *err)
{
    const double number = order->persons * basis->frequency;
    const double doubt = pow(basis->frequency_error / basis->frequency, 2) +
                         pow(basis->amount_error / basis->amount, 2);
    *price = (struct hz_price){.payouts = number, .expected = number * basis->amount};
    price->sd = sqrt(number * basis->square + price->expected * price->expected * doubt);
    struct hz_lattice severity, known, sum;
    choose_steps(similar, count, price->expected + 30 * price->sd + largest_of(similar, count),
                 &severity);
    put_on_steps(similar, count, basis, &severity, arena);
    const struct hz_frequency poisson = {.mean = number},
                              mixed = {.mean = number, .size = 1 / doubt};
    if (!hz_fourier(&poisson, &severity, severity.points, &known, arena, err) ||
        !hz_fourier(&mixed, &severity, severity.points, &sum, arena, err))
        return false;
    price->needed = hz_lattice_quantile(&sum, order->level);
    if (!isfinite(price->needed))
        return hz_error_set(err, HZ_ERROR_DATA, HZ_NOWHERE,
                            _("payouts are too spread for the level: it lies beyond 30 standard "
                              "deviations, take a lower one"));
    set_parts(hz_lattice_quantile(&known, order->level), order, price);
    const double net = yuan(price->price - price->expenses) * order->persons;
    price->falls_short = fmax(0, 1 - hz_lattice_cdf(&sum, net * (1 + 1e-12)));
    return true;
}
