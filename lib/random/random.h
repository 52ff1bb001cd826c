/*
 * random.h: counter-based random numbers: draw n of stream s is a pure function of (seed, s, n), so
 * simulation 77 is the same whoever draws it, in whatever order.
 *
 * Philox4x32-10: Salmon, Moraes, Dror, Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC
 * 2011; from the authors' Random123 headers.
 */

#ifndef HZ_RANDOM_RANDOM_H
#define HZ_RANDOM_RANDOM_H

#include "base/linkage.h"

#include <gsl/gsl_rng.h>
#include <stdint.h>

HZ_BEGIN_C

/*
 * A position in one stream. By value: copying it copies the position, and setting `block` with
 * `left` 0 goes to that block. Block b of stream s is Philox of the counter {b, b / 2^32, s,
 * s / 2^32} under the key {seed, seed / 2^32}, each word taken modulo 2^32; its four words are used
 * first to last.
 */
struct hz_random {
    uint64_t seed;
    uint64_t stream;
    uint64_t block;    /* the next block of four words to draw */
    uint32_t ready[4]; /* the block drawn last */
    unsigned left;     /* how many of its words, the last ones, are not yet used */
};

/* The start of a stream. */
struct hz_random hz_random_stream(uint64_t seed, uint64_t stream);

/* The next 32 and 64 random bits; of 64, the low half is drawn first. */
uint32_t hz_random_bits(struct hz_random *random);
uint64_t hz_random_bits64(struct hz_random *random);

/*
 * Draws of many streams at once: block `block` of the HZ_LANES streams from `first` on. words[w][l]
 * is the word w of stream first + l: what hz_random_bits gives, faster.
 */
enum { HZ_LANES = 32 };
void hz_random_lanes(uint64_t seed, uint64_t first, uint64_t block, uint32_t words[4][HZ_LANES]);

/*
 * Uniform in the open interval (0, 1), never 0, never 1: the middles of 2^52 equal parts, from the
 * high bits of 64.
 */
double hz_random_uniform(struct hz_random *random);

/*
 * The generator under GSL's interface, for gsl_ran_*: gsl_rng_alloc(hz_random_gsl), then
 * hz_random_gsl_set(rng, seed, stream). gsl_rng_set(rng, seed) is stream 0. The words are those of
 * hz_random_bits, the doubles those of hz_random_uniform.
 */
extern const gsl_rng_type *const hz_random_gsl;
void hz_random_gsl_set(gsl_rng *rng, uint64_t seed, uint64_t stream);

HZ_END_C

#endif
