/* variate.h: normal and gamma random numbers, one at a time and for many streams at once. */

#ifndef HZ_RANDOM_VARIATE_H
#define HZ_RANDOM_VARIATE_H

#include "base/linkage.h"
#include "random/random.h"

HZ_BEGIN_C

/*
 * The normal density cut into 256 layers of the same area: layer i reaches to x[i], where the
 * density (without its constant) is f[i]. Layer 0 holds the tail. Marsaglia, G. & Tsang, W. W.
 * (2000), The ziggurat method for generating random variables, Journal of Statistical Software
 * 5(8); one 64-bit draw gives the layer and, of other bits, the place in it.
 */
struct hz_ziggurat {
    double x[257];
    double f[257];
};

void hz_ziggurat_new(struct hz_ziggurat *ziggurat);

/* Standard normal. */
double hz_variate_normal(const struct hz_ziggurat *ziggurat, struct hz_random *random);

/*
 * Gamma with that shape and scale 1. A shape of 0 gives 0, one that is negative or NaN itself.
 * Marsaglia, G. & Tsang, W. W. (2000), A simple method for generating gamma variables, ACM
 * Transactions on Mathematical Software 26(3), 363-372.
 */
double hz_variate_gamma(const struct hz_ziggurat *ziggurat, double shape, struct hz_random *random);

/*
 * The first of these numbers of HZ_LANES streams, from `first` on, each read from its block `block`
 * on: the same as one at a time, faster.
 */
void hz_variate_normal_lanes(const struct hz_ziggurat *ziggurat, uint64_t seed, uint64_t first,
                             uint64_t block, double value[HZ_LANES]);
void hz_variate_gamma_lanes(const struct hz_ziggurat *ziggurat, uint64_t seed, uint64_t first,
                            uint64_t block, const double shape[HZ_LANES], double value[HZ_LANES]);

HZ_END_C

#endif
