/*
 * repair.h: what spreadsheets do to dates, amounts and numbers of identity cards, told from what is
 * simply wrong; and put right where that is safe.
 */

#ifndef HZ_RECORD_REPAIR_H
#define HZ_RECORD_REPAIR_H

#include "base/date.h"
#include "base/linkage.h"
#include "base/money.h"
#include "base/text.h"

HZ_BEGIN_C

/* Room for what the next three write. */
enum { HZ_REPAIR_TEXT = 64 };

/*
 * Reads 2024/1/2, 2024.1.2, 20240102, 2024年1月2日, any of them in full-width digits or with spaces
 * around, and the day number of a workbook (45292; 1900 system, from 1954 to 2119). False for any
 * other text.
 */
HZ_MUST_USE bool hz_repair_date(struct hz_text text, hz_date *date);

/*
 * Reads an amount written with ¥ or ￥, thousands separators, 元, full-width digits or spaces
 * around, exactly. 万元, parentheses and more than two decimals are no safe repair: false.
 */
HZ_MUST_USE bool hz_repair_money(struct hz_text text, hz_fen *fen);

/*
 * The text without spaces of any width and zero-width signs around and within, full-width letters
 * and digits narrow: for numbers and codes. Gives the length; 0 if it does not fit or nothing is
 * left.
 */
size_t hz_repair_code(struct hz_text text, char out[HZ_REPAIR_TEXT]);

/* What is wrong with the number of an identity card (GB 11643-1999). */
enum hz_card_fault {
    HZ_CARD_GOOD,
    HZ_CARD_SCIENTIFIC, /* 5.10322E+17: a workbook has kept 15 digits */
    HZ_CARD_LENGTH,
    HZ_CARD_ROUNDED, /* ends in 000 with a wrong check digit: the same, written out */
    HZ_CARD_NOT_A_NUMBER,
    HZ_CARD_DATE, /* digits 7 to 14 are no date */
    HZ_CARD_CHECK_DIGIT,
    HZ_CARD_FAULTS,
};

/* A code for scripts, and what to do. */
extern const char *const hz_card_codes[HZ_CARD_FAULTS];
const char *hz_card_text(enum hz_card_fault fault);

/*
 * Checks a number of 18 digits, the last may be X. *birth and *sex (1 male, 2 female) are what it
 * says, set for a good one. Check digit: weights 2^(17-i) mod 11 of ISO 7064 MOD 11-2.
 */
enum hz_card_fault hz_card_check(struct hz_text text, hz_date *birth, int *sex);

HZ_END_C

#endif
