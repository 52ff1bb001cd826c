/* random.c: see random.h. */

#include "random/random.h"

#include <Random123/philox.h>
#include <assert.h>

struct hz_random hz_random_stream(uint64_t seed, uint64_t stream)
{
    return (struct hz_random){.seed = seed, .stream = stream};
}

static uint32_t low(uint64_t bits)
{
    return (uint32_t)bits;
}

static uint32_t high(uint64_t bits)
{
    return (uint32_t)(bits >> 32);
}

static void draw_block(struct hz_random *random)
{
    philox4x32_key_t key = {{low(random->seed), high(random->seed)}};
    philox4x32_ctr_t counter = {
        {low(random->block), high(random->block), low(random->stream), high(random->stream)}};
    philox4x32_ctr_t words = philox4x32(counter, key); /* 10 rounds */
    for (unsigned i = 0; i < 4; i++)
        random->ready[i] = words.v[i];
    random->left = 4;
    random->block++;
}

/* The ten rounds of philox4x32, each for all lanes: the compiler makes vectors of that. */
void hz_random_lanes(uint64_t seed, uint64_t first, uint64_t block, uint32_t words[4][HZ_LANES])
{
    uint32_t key[2] = {low(seed), high(seed)};
    for (unsigned l = 0; l < HZ_LANES; l++) {
        words[0][l] = low(block);
        words[1][l] = high(block);
        words[2][l] = low(first + l);
        words[3][l] = high(first + l);
    }
    for (unsigned round = 0; round < 10; round++) {
        for (unsigned l = 0; l < HZ_LANES; l++) {
            const uint64_t a = (uint64_t)PHILOX_M4x32_0 * words[0][l];
            const uint64_t b = (uint64_t)PHILOX_M4x32_1 * words[2][l];
            words[0][l] = high(b) ^ words[1][l] ^ key[0];
            words[2][l] = high(a) ^ words[3][l] ^ key[1];
            words[1][l] = low(b);
            words[3][l] = low(a);
        }
        key[0] += PHILOX_W32_0;
        key[1] += PHILOX_W32_1;
    }
}

uint32_t hz_random_bits(struct hz_random *random)
{
    if (random->left == 0)
        draw_block(random);
    return random->ready[4 - random->left--];
}

uint64_t hz_random_bits64(struct hz_random *random)
{
    uint64_t first = hz_random_bits(random);
    return first | (uint64_t)hz_random_bits(random) << 32;
}

/* With a 53rd bit, the middle of the last part would be rounded to 1. */
double hz_random_uniform(struct hz_random *random)
{
    return ((double)(hz_random_bits64(random) >> 12) + 0.5) * 0x1p-52;
}

static void set_seed(void *state, unsigned long seed)
{
    *(struct hz_random *)state = hz_random_stream(seed, 0);
}

static unsigned long get_bits(void *state)
{
    return hz_random_bits(state);
}

static double get_uniform(void *state)
{
    return hz_random_uniform(state);
}

static const gsl_rng_type philox = {
    .name = "philox4x32-10",
    .max = UINT32_MAX,
    .min = 0,
    .size = sizeof(struct hz_random),
    .set = set_seed,
    .get = get_bits,
    .get_double = get_uniform,
};

const gsl_rng_type *const hz_random_gsl = &philox;

void hz_random_gsl_set(gsl_rng *rng, uint64_t seed, uint64_t stream)
{
    assert(rng->type == hz_random_gsl);
    *(struct hz_random *)rng->state = hz_random_stream(seed, stream);
}
