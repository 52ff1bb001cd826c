/*
 * repair.h: the numbers of identity cards: what spreadsheets make of them, told from what is simply
 * wrong; and put right where that is safe.
 */

#ifndef HZ_RECORD_REPAIR_H
#define HZ_RECORD_REPAIR_H

#include "base/date.h"
#include "base/linkage.h"
#include "base/text.h"
HZ_BEGIN_C

enum { HZ_REPAIR_TEXT = 64 };

/*
 * The number without blanks and invisible signs in and around it, and without the quotes, the
 * apostrophe or ="..." around it, in full width made narrow: nothing that can be part of one is
 * lost. Gives the length; 0 if it does not fit or nothing is left.
 */
size_t hz_repair_card(struct hz_text text, char out[HZ_REPAIR_TEXT]);

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

/* A code for scripts, and what to do; the text says at which position the number is at fault. */
extern const char *const hz_card_codes[HZ_CARD_FAULTS];
enum { HZ_CARD_TEXT = 128 };
void hz_card_tell(enum hz_card_fault fault, struct hz_text number, char text[HZ_CARD_TEXT]);

/*
 * Checks a number of 18 digits, the last may be X. *birth and *sex (1 male, 2 female) are what it
 * says, set for a good one. Check digit: weights 2^(17-i) mod 11 of ISO 7064 MOD 11-2.
 */
enum hz_card_fault hz_card_check(struct hz_text text, hz_date *birth, int *sex);

HZ_END_C

#endif
