/* random.c: see random.h. */

#include "base/random.h"

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
