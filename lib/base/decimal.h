/* decimal.h: exact decimal fractions: the rates and shares of a plan (10.5%, 0.8). */

#ifndef HZ_BASE_DECIMAL_H
#define HZ_BASE_DECIMAL_H

#include "base/linkage.h"
#include "base/money.h"
#include "base/text.h"

HZ_BEGIN_C

/* A number in billionths: nine decimals, exactly. A struct, so that it is not mistaken for fen. */
struct hz_decimal {
    int64_t value;
};

/* The value that stands for 1. */
#define HZ_DECIMAL_ONE INT64_C(1000000000)

/*
 * Reads "0.105", "10.5%", "80%", "-1", exactly: a number between -10^9 and 10^9 (both out) of nine
 * decimals at most, or seven before a '%'; zeros after them and in front are fine. No sign but '-',
 * no separators, no spaces, no exponent, no "1." or ".5". False, and *decimal left alone, for any
 * other text.
 */
HZ_MUST_USE bool hz_decimal_parse(struct hz_text text, struct hz_decimal *decimal);

/* Room for the longest decimal and its NUL. */
enum { HZ_DECIMAL_TEXT = 24 };

/* Writes the shortest text ("0.105", "1", "-0.5"), terminated; returns its length. */
size_t hz_decimal_format(struct hz_decimal decimal, char text[]);

/* Less than, equal to, above 0 as a is to b. */
static inline int hz_decimal_compare(struct hz_decimal a, struct hz_decimal b)
{
    return (a.value > b.value) - (a.value < b.value);
}

/*
 * Money times a rate, exactly, in billionths of a fen. Such products may be added up before the one
 * rounding: 10^11 of them do not overflow, for any amounts that parse and rates from -1 to 1.
 */
static inline hz_sum hz_fen_times_exact(hz_fen amount, struct hz_decimal rate)
{
    return (hz_sum)amount * rate.value;
}

/*
 * Billionths of a fen to the nearest fen; a half goes away from zero (四舍五入). False, and *fen
 * left alone, if it does not fit.
 */
HZ_MUST_USE bool hz_fen_round(hz_sum billionths, hz_fen *fen);

/*
 * An amount times a rate to the nearest fen, a half away from zero. The product must fit
 * (asserted), as it does for amounts that parse and rates from -1 to 1; for larger rates use the
 * two above.
 */
hz_fen hz_fen_times(hz_fen amount, struct hz_decimal rate);

HZ_END_C

#endif
