/* words.h: the languages and units of reports, and the words that a report has of its own. */

#ifndef HZ_REPORT_WORDS_H
#define HZ_REPORT_WORDS_H

#include "base/linkage.h"
#include "base/text.h"

HZ_BEGIN_C

enum hz_report_language { HZ_REPORT_EN, HZ_REPORT_ZH };
extern const char *const hz_report_languages[]; /* en, zh, NULL */

/* None: what looks like amounts is something else, numbers of claims in a triangle. */
enum hz_report_unit { HZ_REPORT_YUAN, HZ_REPORT_WAN, HZ_REPORT_YI, HZ_REPORT_NONE };
extern const char *const hz_report_units[]; /* yuan, wan, yi, none, NULL */

/* What a report says of its own, beside what its description says. */
enum hz_report_word {
    HZ_WORD_CONTENTS,
    HZ_WORD_PROOF_OF, /* "What these figures are, and where they come from" */
    HZ_WORD_PROOF_OF_QUOTED,
    HZ_WORD_DEFINITION,
    HZ_WORD_SOURCE,
    HZ_WORD_COMMANDS,
    HZ_WORD_INPUTS,
    HZ_WORD_FILE,
    HZ_WORD_TAKEN_AS,
    HZ_WORD_BYTES,
    HZ_WORD_RANK,
    HZ_WORD_NO_PICTURE,
    HZ_WORD_PROOFS,
    HZ_WORD_PROOFS_NOTE,
    HZ_WORD_DESCRIPTION,
    HZ_WORD_SIGNATURE,
    HZ_WORD_DATE,
    HZ_WORD_UNIT,
    HZ_WORD_READ,
    HZ_WORD_REJECTED,
    HZ_WORD_LEFT_OUT,
    HZ_WORD_NO_ROWS,
    HZ_WORD_FOOTNOTE,
    HZ_WORD_RECORDS,
    HZ_WORD_ROWS,
    HZ_WORD_SHEET_PROOF,
    HZ_WORD_SHEET_DEFINITIONS,
    HZ_WORD_TABLE,
    HZ_WORD_PICTURE,
    HZ_WORD_PICTURE_OF,
    HZ_WORD_ROLE,
    HZ_WORD_MANIFEST,
    HZ_WORDS
};
const char *hz_report_word(enum hz_report_language language, enum hz_report_word word);

/* "ten thousand yuan", "万元". */
const char *hz_report_unit_name(enum hz_report_language language, enum hz_report_unit unit);

HZ_END_C

#endif
