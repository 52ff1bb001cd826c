/* rational.c: see rational.h. */

#include "base/rational.h"

#include "base/memory.h"

#include <assert.h>
#include <gmp.h>
#include <stdlib.h>

struct hz_rational {
    mpq_t value; /* in lowest terms */
};

struct hz_rational *hz_rational_new(void)
{
    struct hz_rational *rational = hz_allocate(1, sizeof *rational);
    mpq_init(rational->value);
    return rational;
}

void hz_rational_free(struct hz_rational *rational)
{
    if (!rational)
        return;
    mpq_clear(rational->value);
    free(rational);
}

/* GMP's integers have no 128-bit conversions: two words, the low one first. */
static void set_sum(mpz_t integer, hz_sum sum)
{
    hz_magnitude magnitude = hz_sum_magnitude(sum);
    uint64_t words[2] = {(uint64_t)magnitude, (uint64_t)(magnitude >> 64)};
    mpz_import(integer, HZ_COUNT(words), -1, sizeof words[0], 0, 0, words);
    if (sum < 0)
        mpz_neg(integer, integer);
}

static hz_sum get_sum(const mpz_t integer)
{
    assert(mpz_sizeinbase(integer, 2) <= 128);
    uint64_t words[2] = {0, 0};
    mpz_export(words, NULL, -1, sizeof words[0], 0, 0, integer);
    hz_magnitude magnitude = (hz_magnitude)words[1] << 64 | words[0];
    bool is_negative = mpz_sgn(integer) < 0;
    hz_sum sum = (hz_sum)(is_negative ? -magnitude : magnitude);
    assert(sum == 0 || (sum < 0) == is_negative);
    return sum;
}

void hz_rational_add(struct hz_rational *rational, hz_sum numerator, hz_sum denominator)
{
    assert(denominator > 0);
    mpq_t more;
    mpq_init(more);
    set_sum(mpq_numref(more), numerator);
    set_sum(mpq_denref(more), denominator);
    mpq_canonicalize(more);
    mpq_add(rational->value, rational->value, more);
    mpq_clear(more);
}

void hz_rational_add_rational(struct hz_rational *rational, const struct hz_rational *more)
{
    mpq_add(rational->value, rational->value, more->value);
}

/* |n / d| and a half, cut to a whole number, is (2 |n| + d) / (2 d); then the sign. */
hz_sum hz_rational_round(const struct hz_rational *rational)
{
    mpz_t nearest;
    mpz_t divisor;
    mpz_init(nearest);
    mpz_init(divisor);
    mpz_abs(nearest, mpq_numref(rational->value));
    mpz_mul_2exp(nearest, nearest, 1);
    mpz_add(nearest, nearest, mpq_denref(rational->value));
    mpz_mul_2exp(divisor, mpq_denref(rational->value), 1);
    mpz_fdiv_q(nearest, nearest, divisor);
    if (mpq_sgn(rational->value) < 0)
        mpz_neg(nearest, nearest);
    hz_sum rounded = get_sum(nearest);
    mpz_clear(divisor);
    mpz_clear(nearest);
    return rounded;
}
