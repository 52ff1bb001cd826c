/* variate.c: see variate.h. */

#include "random/variate.h"

#include <math.h>
#include <stdbool.h>

/* Where the tail begins for 256 layers: Marsaglia & Tsang (2000), section 2. */
static const double tail_start = 3.6541528853610088;

static double density(double x)
{
    return exp(-0.5 * x * x);
}

void hz_ziggurat_new(struct hz_ziggurat *ziggurat)
{
    double *x = ziggurat->x;
    const double root_half_pi = 1.2533141373155003;
    const double area =
        tail_start * density(tail_start) + root_half_pi * erfc(tail_start * sqrt(0.5));
    x[0] = area / density(tail_start);
    x[1] = tail_start;
    for (int i = 2; i < 256; i++)
        x[i] = sqrt(-2 * log(area / x[i - 1] + density(x[i - 1])));
    x[256] = 0;
    for (int i = 0; i <= 256; i++)
        ziggurat->f[i] = density(x[i]);
}

/* Beyond tail_start, by rejection from an exponential: Marsaglia (1964). */
static double draw_tail(struct hz_random *random)
{
    for (;;) {
        const double beyond = -log(hz_random_uniform(random)) / tail_start;
        const double other = -log(hz_random_uniform(random));
        if (2 * other > beyond * beyond)
            return tail_start + beyond;
    }
}

/* A place in the layer that the low 8 bits name: the high 53 bits say how far, to both sides. */
static inline double place_in_layer(const struct hz_ziggurat *ziggurat, uint64_t bits)
{
    const double share = ((double)((int64_t)bits >> 11) + 0.5) * 0x1p-52;
    return share * ziggurat->x[bits & 255];
}

/* Almost always, a layer's place lies under the density at both of its ends. */
static inline bool is_inside(const struct hz_ziggurat *ziggurat, uint64_t bits, double x)
{
    return fabs(x) < ziggurat->x[(bits & 255) + 1];
}

static double normal_of(const struct hz_ziggurat *ziggurat, uint64_t bits, struct hz_random *random)
{
    for (;; bits = hz_random_bits64(random)) {
        const double x = place_in_layer(ziggurat, bits);
        const uint64_t layer = bits & 255;
        if (is_inside(ziggurat, bits, x))
            return x;
        if (layer == 0)
            return copysign(draw_tail(random), x);
        const double low = ziggurat->f[layer];
        const double height = ziggurat->f[layer + 1] - low;
        if (low + hz_random_uniform(random) * height < density(x))
            return x;
    }
}

double hz_variate_normal(const struct hz_ziggurat *ziggurat, struct hz_random *random)
{
    return normal_of(ziggurat, hz_random_bits64(random), random);
}

static inline double uniform_of(uint64_t bits)
{
    return ((double)(int64_t)(bits >> 12) + 0.5) * 0x1p-52;
}

/* The squeeze: true for most of what is to be accepted, and for nothing else. */
static inline bool is_surely_gamma(double x, double t, double uniform)
{
    return t > 0 && uniform < 1 - 0.0331 * (x * x) * (x * x);
}

/* Gamma of a shape of 1 and more, d + 1/3, out of one normal x; c = 1 / sqrt(9 d). */
static double gamma_of(const struct hz_ziggurat *ziggurat, double d, double c, uint64_t normal_bits,
                       uint64_t uniform_bits, struct hz_random *random)
{
    for (;;) {
        const double x = normal_of(ziggurat, normal_bits, random);
        const double t = 1 + c * x;
        const double v = t * t * t;
        const double uniform = uniform_of(uniform_bits);
        if (is_surely_gamma(x, t, uniform) ||
            (t > 0 && log(uniform) < 0.5 * x * x + d * (1 - v + log(v))))
            return d * v;
        normal_bits = hz_random_bits64(random);
        uniform_bits = hz_random_bits64(random);
    }
}

/* A shape below 1 is raised by 1, and the number lowered by a power of a uniform one. */
static double lowered(double value, double shape, struct hz_random *random)
{
    return shape >= 1 ? value : value * pow(hz_random_uniform(random), 1 / shape);
}

/* Gamma of any shape, out of bits that were drawn. */
static double gamma_with(const struct hz_ziggurat *ziggurat, double shape, uint64_t normal_bits,
                         uint64_t uniform_bits, struct hz_random *random)
{
    if (!(shape > 0))
        return shape;
    const double d = (shape < 1 ? shape + 1 : shape) - 1.0 / 3;
    const double c = 1 / sqrt(9 * d);
    return lowered(gamma_of(ziggurat, d, c, normal_bits, uniform_bits, random), shape, random);
}

double hz_variate_gamma(const struct hz_ziggurat *ziggurat, double shape, struct hz_random *random)
{
    const uint64_t normal_bits = hz_random_bits64(random);
    const uint64_t uniform_bits = hz_random_bits64(random);
    return gamma_with(ziggurat, shape, normal_bits, uniform_bits, random);
}

static inline uint64_t joined(uint32_t low, uint32_t high)
{
    return low | (uint64_t)high << 32;
}

void hz_variate_normal_lanes(const struct hz_ziggurat *ziggurat, uint64_t seed, uint64_t first,
                             uint64_t block, double value[HZ_LANES])
{
    uint32_t words[4][HZ_LANES];
    hz_random_lanes(seed, first, block, words);
    for (unsigned l = 0; l < HZ_LANES; l++) {
        const uint64_t bits = joined(words[0][l], words[1][l]);
        value[l] = place_in_layer(ziggurat, bits);
        if (is_inside(ziggurat, bits, value[l]))
            continue;
        struct hz_random random = {.seed = seed, .stream = first + l, .block = block};
        value[l] = hz_variate_normal(ziggurat, &random);
    }
}

void hz_variate_gamma_lanes(const struct hz_ziggurat *ziggurat, uint64_t seed, uint64_t first,
                            uint64_t block, const double shape[HZ_LANES], double value[HZ_LANES])
{
    uint32_t words[4][HZ_LANES];
    double d[HZ_LANES], c[HZ_LANES];
    hz_random_lanes(seed, first, block, words);
    for (unsigned l = 0; l < HZ_LANES; l++) {
        d[l] = shape[l] - 1.0 / 3;
        c[l] = 1 / sqrt(9 * d[l]);
    }
    for (unsigned l = 0; l < HZ_LANES; l++) {
        const uint64_t bits = joined(words[0][l], words[1][l]);
        const double x = place_in_layer(ziggurat, bits);
        const double t = 1 + c[l] * x;
        value[l] = d[l] * (t * t * t);
        if (shape[l] >= 1 && is_inside(ziggurat, bits, x) &&
            is_surely_gamma(x, t, uniform_of(joined(words[2][l], words[3][l]))))
            continue;
        struct hz_random random = {.seed = seed, .stream = first + l, .block = block + 1};
        value[l] = gamma_with(ziggurat, shape[l], bits, joined(words[2][l], words[3][l]), &random);
    }
}
