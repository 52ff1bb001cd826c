/*
 * lattice.h: the distribution of a sum of payouts, exactly, on whole multiples of a step: a
 * severity made discrete, then compounded by Panjer's recursion or by the Fourier transform.
 */

#ifndef HZ_RISK_LATTICE_H
#define HZ_RISK_LATTICE_H

#include "base/arena.h"
#include "base/error.h"
#include "base/linkage.h"
#include "risk/frequency.h"
#include "risk/severity.h"

HZ_BEGIN_C

/* p[k] is the probability of k x step, k = 0 ... points - 1; beyond it is what they leave of 1. */
struct hz_lattice {
    double step;
    size_t points;
    double *p;
};

/*
 * How a continuous severity is put on the steps. Rounding moves each amount to the nearest step.
 * Lower and upper move it down and up to one: the sums that follow are never above, and never
 * below, the true ones, so that the two enclose the error. Mean keeps the mean of every interval
 * between steps (local moment matching of the first order).
 */
enum hz_discretisation { HZ_ROUNDING, HZ_LOWER, HZ_UPPER, HZ_MEAN };

/* The most points of a lattice. */
enum { HZ_LATTICE_MOST = 1 << 24 };

/* Source: Klugman, Panjer, Willmot, "Loss Models", section 9.6.5 on discretisation. */
void hz_lattice_of_severity(struct hz_lattice *lattice, const struct hz_severity *severity,
                            enum hz_discretisation how, double step, size_t points,
                            struct hz_arena *arena);

/*
 * The amounts as they are (n of them, each as likely as the others), shared between the two steps
 * next to each, so that the mean is kept. An amount beyond the lattice is at its end.
 */
void hz_lattice_of_amounts(struct hz_lattice *lattice, const double amount[], size_t n, double step,
                           size_t points, struct hz_arena *arena);

/*
 * The sum of a random number of payouts, on the severity's step and on `points` of them:
 *
 *     g[k] = 1 / (1 - a f[0]) sum_{j = 1 .. k} (a + b j / k) f[j] g[k - j]
 *
 * with a = 0, b = mean for Poisson, and a = m / (r + m), b = (r - 1) a for the negative binomial.
 * Refused (data): a probability of no payout below 1e-300, where the recursion cannot start: use
 * the Fourier transform.
 * Source: Panjer, H. H. (1981), ASTIN Bulletin 12(1), 22-26.
 */
HZ_MUST_USE bool hz_panjer(const struct hz_frequency *frequency, const struct hz_lattice *severity,
                           size_t points, struct hz_lattice *sum, struct hz_arena *arena,
                           struct hz_error *err);

/*
 * The same by the fast Fourier transform of GSL, over a power of two of at least twice the points:
 * what lies beyond would wrap around to the beginning, and is damped by exp(-20) for that
 * (exponential tilting), while what is given back loses no more than exp(10) of its digits' error.
 * Source: Grübel, R., Hermesmeier, R. (1999), ASTIN Bulletin 29(2), 197-214.
 */
HZ_MUST_USE bool hz_fourier(const struct hz_frequency *frequency, const struct hz_lattice *severity,
                            size_t points, struct hz_lattice *sum, struct hz_arena *arena,
                            struct hz_error *err);

double hz_lattice_mean(const struct hz_lattice *lattice);
double hz_lattice_variance(const struct hz_lattice *lattice);

/* P(sum <= x). */
double hz_lattice_cdf(const struct hz_lattice *lattice, double x);

/* The least step whose cumulated probability reaches p; infinite if none does. */
double hz_lattice_quantile(const struct hz_lattice *lattice, double p);

/* One draw, and a faster way to many: cumulated probabilities, for hz_cumulated_draw. */
struct hz_cumulated {
    double step;
    size_t points;
    double *p;
    size_t guides;
    uint32_t *guide; /* where to begin to look, by part of (0, 1) */
};

void hz_cumulate(struct hz_cumulated *cumulated, const struct hz_lattice *lattice,
                 struct hz_arena *arena);

/*
 * The amount whose cumulated probability a uniform number reaches; the end of the lattice beyond.
 */
double hz_cumulated_draw(const struct hz_cumulated *cumulated, double uniform);

HZ_END_C

#endif
