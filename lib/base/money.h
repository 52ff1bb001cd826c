/*
 * money.h: exact money: whole fen (分, 1/100 yuan). An amount is read once, added up in 128 bits,
 * and written once: no double is ever money, and no sum depends on the order of its rows. Rates
 * that money is multiplied by are exact decimals (decimal.h).
 */

#ifndef HZ_BASE_MONEY_H
#define HZ_BASE_MONEY_H

#include "base/linkage.h"
#include "base/text.h"

#include <stdbool.h>
#include <stdint.h>

HZ_BEGIN_C

/* An amount of money in fen. */
typedef int64_t hz_fen;

/* A sum of amounts, which 2^64 records of any amount cannot overflow. */
__extension__ typedef __int128 hz_sum;

/* A sum without its sign; |-2^127| fits. */
__extension__ typedef unsigned __int128 hz_magnitude;

static inline hz_magnitude hz_sum_magnitude(hz_sum sum)
{
    return sum < 0 ? -(hz_magnitude)sum : (hz_magnitude)sum;
}

/* The longest text of an hz_sum with decimals, its NUL included. */
enum { HZ_SUM_TEXT = 44 };

/* What is wrong with a text that should be an amount. */
enum hz_money_fault {
    HZ_MONEY_GOOD,
    HZ_MONEY_EMPTY,
    HZ_MONEY_NOT_A_NUMBER,    /* letters, separators, currency signs, spaces, "1.", ".5" */
    HZ_MONEY_TOO_LARGE,       /* 10^16 yuan or more, either side of zero */
    HZ_MONEY_TOO_MANY_DIGITS, /* a decimal after the second that is not zero: a part of a fen */
    HZ_MONEY_NEGATIVE,        /* well formed, but below zero where that has no meaning */
};

/*
 * Reads "1234", "1234.5", "1234.50" or the same with a '-' as fen, exactly. Decimals after the
 * second may only be zeros; zeros in front are fine. No sign but '-', no separators, no exponent.
 * Where a text has several faults, the first in the list above is told. *fen is left alone when
 * the text is at fault (a negative amount is none here: see hz_money_parse_positive).
 */
enum hz_money_fault hz_money_parse(struct hz_text text, hz_fen *fen);

/* The same, and HZ_MONEY_NEGATIVE for an amount below zero ("-0" is zero). */
enum hz_money_fault hz_money_parse_positive(struct hz_text text, hz_fen *fen);

/*
 * Many at once, faster, in the form that most have: at most eight bytes, digits alone or digits, a
 * point and two decimals. HZ_MONEY_OTHER is what a text of any other form gets: ask hz_money_parse.
 */
#define HZ_MONEY_OTHER INT64_MIN
void hz_money_parse_usual(const struct hz_text text[], size_t count, hz_fen fen[]);

/*
 * What the fault is and what is wanted, as the part of a sentence that follows the quoted text:
 * "is not an amount: want digits ...". Empty for HZ_MONEY_GOOD.
 */
const char *hz_money_fault_text(enum hz_money_fault fault);

/*
 * Writes an amount in yuan with two decimals ("-0.05"), terminated; returns its length.
 * text has room for HZ_SUM_TEXT bytes.
 */
size_t hz_money_format(hz_sum fen, char text[]);

/* Writes a whole number; the same room and result. */
size_t hz_sum_format(hz_sum number, char text[]);

/*
 * Reads a whole number as hz_sum_format writes it ("-12"; zeros in front are fine). False, and
 * *number left alone, for any other text and for a number beyond 128 bits.
 */
HZ_MUST_USE bool hz_sum_parse(struct hz_text text, hz_sum *number);

HZ_END_C

#endif
