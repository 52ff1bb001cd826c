/* words.h: the languages and units of reports, and the words that a report has of its own. */

#ifndef HZ_REPORT_WORDS_H
#define HZ_REPORT_WORDS_H

#include "base/linkage.h"
#include "base/text.h"

HZ_BEGIN_C

/* In which a report is written, whatever the reader of messages reads. */
enum hz_report_language { HZ_REPORT_EN, HZ_REPORT_ZH };
extern const char *const hz_report_languages[]; /* en, zh, NULL */

/* None: what looks like amounts is something else, numbers of claims in a triangle. */
enum hz_report_unit { HZ_REPORT_YUAN, HZ_REPORT_WAN, HZ_REPORT_YI, HZ_REPORT_NONE };
extern const char *const hz_report_units[]; /* yuan, wan, yi, none, NULL */

/* What a report says of its own, beside what its description says. */
enum hz_report_word {
    HZ_WORD_CONTENTS,          /* the heading of the list of parts */
    HZ_WORD_PROOF_OF,          /* the fold under a table: what its figures are */
    HZ_WORD_PROOF_OF_QUOTED,   /* the same, of figures in sentences */
    HZ_WORD_DEFINITION,        /* before what a figure is */
    HZ_WORD_SOURCE,            /* before the paper of its method */
    HZ_WORD_COMMANDS,          /* before the command lines of a part */
    HZ_WORD_INPUTS,            /* before the files and digests of a part */
    HZ_WORD_FILE,              /* a heading of that table */
    HZ_WORD_TAKEN_AS,          /* another: operand, option */
    HZ_WORD_BYTES,             /* another */
    HZ_WORD_RANK,              /* the heading of a column of ranks */
    HZ_WORD_NO_PICTURE,        /* in the place of one, before why */
    HZ_WORD_PROOFS,            /* the heading of the manifests */
    HZ_WORD_PROOFS_NOTE,       /* how they are proved; before the command */
    HZ_WORD_DESCRIPTION,       /* before the bytes of the description */
    HZ_WORD_SIGNATURE,         /* in a box to sign */
    HZ_WORD_DATE,              /* the same */
    HZ_WORD_UNIT,              /* before the unit of amounts */
    HZ_WORD_READ,              /* before how many records were read */
    HZ_WORD_REJECTED,          /* before how many of them were rejected */
    HZ_WORD_LEFT_OUT,          /* in the place of a part without its input */
    HZ_WORD_NO_ROWS,           /* under a table without any */
    HZ_WORD_FOOTNOTE,          /* under totals that parts may miss by rounding */
    HZ_WORD_RECORDS,           /* beside files of records, before their number */
    HZ_WORD_ROWS,              /* beside tables, the same */
    HZ_WORD_SHEET_PROOF,       /* a workbook's sheet of commands and inputs */
    HZ_WORD_SHEET_DEFINITIONS, /* its sheet of definitions */
    HZ_WORD_TABLE,             /* before a number: Table 3 */
    HZ_WORD_PICTURE,           /* before a number: Figure 3 */
    HZ_WORD_PICTURE_OF,        /* before the table that it draws */
    HZ_WORD_ROLE,              /* of who signs */
    HZ_WORD_MANIFEST,          /* before a command's manifest */
    HZ_WORDS
};

/* A word in a language; there is one of each. */
const char *hz_report_word(enum hz_report_language language, enum hz_report_word word);

/* "ten thousand yuan", "万元". */
const char *hz_report_unit_name(enum hz_report_language language, enum hz_report_unit unit);

HZ_END_C

#endif
