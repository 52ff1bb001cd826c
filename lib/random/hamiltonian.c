/* hamiltonian.c: see hamiltonian.h. */

#include "random/hamiltonian.h"

#include <assert.h>
#include <math.h>
#include <string.h>

/* A place, its density, and the way up from there. */
struct place {
    double at[HZ_HAMILTONIAN_MOST];
    double gradient[HZ_HAMILTONIAN_MOST];
    double log_density;
};

/*
 * A chain on its way. Momenta are standard normal, and coordinates move in units of their scales.
 */
struct walk {
    const struct hz_density *density;
    struct hz_ziggurat ziggurat;
    struct hz_random random;
    struct place here;
    double scale[HZ_HAMILTONIAN_MOST];
    double step;
    bool diverged;
};

/*
 * How far a trajectory goes on average, in units of the scales: about a quarter of a normal's
 * orbit.
 */
static const double LENGTH = 1.6;
static const double ACCEPTANCE = 0.8;
static const double DIVERGENCE = 1000;
enum { STEPS_MOST = 64 };

static void look(const struct walk *walk, struct place *place)
{
    place->log_density =
        walk->density->log_density(walk->density->model, place->at, place->gradient);
}

static double kinetic(const double momentum[], size_t size)
{
    double sum = 0;
    for (size_t i = 0; i < size; i++)
        sum += momentum[i] * momentum[i];
    return sum / 2;
}

static void push(const struct walk *walk, const struct place *place, double step, double momentum[])
{
    for (size_t i = 0; i < walk->density->size; i++)
        momentum[i] += step * walk->scale[i] * place->gradient[i];
}

/* One trajectory, by leapfrog steps; gives the probability with which its end is taken. */
static double move(struct walk *walk)
{
    const size_t size = walk->density->size;
    const double mean_steps = LENGTH / walk->step;
    const double most = 2 * mean_steps < STEPS_MOST ? 2 * mean_steps : STEPS_MOST;
    /* Steps of a random number, lest an orbit come round to where it began. */
    const size_t steps = 1 + (size_t)(hz_random_uniform(&walk->random) * most);
    double momentum[HZ_HAMILTONIAN_MOST];
    struct place there = walk->here;
    for (size_t i = 0; i < size; i++)
        momentum[i] = hz_variate_normal(&walk->ziggurat, &walk->random);
    const double before = walk->here.log_density - kinetic(momentum, size);
    push(walk, &there, walk->step / 2, momentum);
    for (size_t s = 1; s <= steps; s++) {
        for (size_t i = 0; i < size; i++)
            there.at[i] += walk->step * walk->scale[i] * momentum[i];
        look(walk, &there);
        if (!isfinite(there.log_density))
            break;
        push(walk, &there, s < steps ? walk->step : walk->step / 2, momentum);
    }
    const double gain = there.log_density - kinetic(momentum, size) - before;
    walk->diverged = !(gain > -DIVERGENCE);
    const double accepted = isfinite(gain) ? fmin(1, exp(gain)) : 0;
    if (hz_random_uniform(&walk->random) < accepted)
        walk->here = there;
    return accepted;
}

/* Dual averaging of the step's logarithm (Hoffman & Gelman 2014, algorithm 5). */
struct stepping {
    double target, error, smooth;
    size_t turn;
};

static void begin_stepping(struct stepping *stepping, double step)
{
    *stepping = (struct stepping){.target = log(10 * step), .smooth = log(step)};
}

static double next_step(struct stepping *stepping, double accepted)
{
    const double turn = (double)++stepping->turn, shrinkage = 0.05, early = 10;
    stepping->error += (ACCEPTANCE - accepted - stepping->error) / (turn + early);
    const double step = stepping->target - sqrt(turn) / shrinkage * stepping->error;
    const double weight = pow(turn, -0.75);
    stepping->smooth = weight * step + (1 - weight) * stepping->smooth;
    return exp(step);
}

/*
 * The warm-up: a third to come to where the density is, a third to measure how wide it is along
 * each coordinate, and a third to set the step for these scales.
 */
static void warm_up(struct walk *walk, size_t turns)
{
    const size_t size = walk->density->size;
    double mean[HZ_HAMILTONIAN_MOST] = {0}, square[HZ_HAMILTONIAN_MOST] = {0};
    struct stepping stepping;
    begin_stepping(&stepping, walk->step);
    for (size_t turn = 0; turn < turns; turn++) {
        if (turn == 2 * (turns / 3)) {
            const double seen = (double)(turns / 3);
            for (size_t i = 0; i < size; i++) {
                /* Drawn a little towards 1e-3, for a scale seen too narrow holds a chain fast. */
                const double variance = square[i] / (seen - 1);
                walk->scale[i] = sqrt(seen / (seen + 5) * variance + 5e-3 / (seen + 5));
            }
            walk->step = 0.5;
            begin_stepping(&stepping, walk->step);
        }
        walk->step = next_step(&stepping, move(walk));
        if (turn >= turns / 3 && turn < 2 * (turns / 3)) {
            const double count = (double)(turn - turns / 3 + 1);
            for (size_t i = 0; i < size; i++) {
                const double off = walk->here.at[i] - mean[i];
                mean[i] += off / count;
                square[i] += off * (walk->here.at[i] - mean[i]);
            }
        }
    }
    walk->step = exp(stepping.smooth);
}

void hz_chain_run(const struct hz_density *density, const struct hz_chain *chain,
                  struct hz_chain_course *course)
{
    assert(density->size > 0 && density->size <= HZ_HAMILTONIAN_MOST);
    struct walk walk = {
        .density = density, .random = hz_random_stream(chain->seed, chain->stream), .step = 0.1};
    hz_ziggurat_new(&walk.ziggurat);
    memcpy(walk.here.at, chain->from, density->size * sizeof *chain->from);
    for (size_t i = 0; i < density->size; i++)
        walk.scale[i] = 1;
    look(&walk, &walk.here);
    warm_up(&walk, chain->warm_up);
    *course = (struct hz_chain_course){.step = walk.step};
    for (size_t draw = 0; draw < chain->draws; draw++) {
        course->acceptance += move(&walk) / (double)chain->draws;
        course->divergences += walk.diverged;
        chain->keep(chain->context, draw, walk.here.at, &walk.random);
    }
}

/* ---- Whether chains agree */

static double mean_of(const double value[], size_t count)
{
    double sum = 0;
    for (size_t i = 0; i < count; i++)
        sum += value[i];
    return sum / (double)count;
}

/* The covariance of a series with itself, `lag` draws on, by its length. */
static double covariance(const double value[], size_t count, double mean, size_t lag)
{
    double sum = 0;
    for (size_t i = 0; i + lag < count; i++)
        sum += (value[i] - mean) * (value[i + lag] - mean);
    return sum / (double)count;
}

struct hz_chain_check hz_chains_check(const double value[], size_t chains, size_t draws)
{
    const size_t halves = 2 * chains, length = draws / 2;
    const double n = (double)length, m = (double)halves;
    double within = 0, between = 0, all = 0;
    for (size_t h = 0; h < halves; h++)
        all += mean_of(value + h * length, length) / m;
    for (size_t h = 0; h < halves; h++) {
        const double mean = mean_of(value + h * length, length);
        within += covariance(value + h * length, length, mean, 0) * n / (n - 1) / m;
        between += (mean - all) * (mean - all) / (m - 1);
    }
    /* A mean is rounded, so that draws that are all the same seem to scatter about it. */
    const double rounding = 1e-24 * all * all;
    if (!(within > rounding))
        return (struct hz_chain_check){between > rounding ? (double)INFINITY : 1, m * n};
    const double variance = (n - 1) / n * within + between;
    struct hz_chain_check check = {.r_hat = sqrt(variance / within)};
    /* Pairs of autocorrelations are summed as long as they are positive and falling. */
    double sum = 0, last = (double)INFINITY;
    for (size_t lag = 0; lag + 1 < length; lag += 2) {
        double pair = 0;
        for (size_t at = lag; at <= lag + 1; at++) {
            double together = 0;
            for (size_t h = 0; h < halves; h++)
                together += covariance(value + h * length, length,
                                       mean_of(value + h * length, length), at) /
                            m;
            pair += 1 - (within - together) / variance;
        }
        if (!(pair > 0))
            break;
        last = fmin(last, pair);
        sum += last;
    }
    check.effective = m * n / fmax(2 * sum - 1, 1 / log10(m * n));
    return check;
}
