/*
 * forms.h: cells as spreadsheets and databases write them, for every reader of files.
 *
 * A form is taken only where it can mean nothing else; any other is refused with a sentence that
 * says what is in the way and what to write or type. huzhu-files(7) lists both.
 */

#ifndef HZ_FILE_FORMS_H
#define HZ_FILE_FORMS_H

#include "base/arena.h"
#include "base/date.h"
#include "base/linkage.h"
#include "base/money.h"
#include "base/text.h"

HZ_BEGIN_C

/*
 * From which day a workbook counts the days: its serial 1 is 1900-01-01, or its serial 0
 * 1904-01-01.
 */
enum hz_date_system { HZ_DATE_SYSTEM_UNKNOWN, HZ_DATE_SYSTEM_1900, HZ_DATE_SYSTEM_1904 };

/* How the cells of a file are meant. Zeroed: as a file split by something else than commas. */
struct hz_forms {
    bool is_split_by_commas; /* then a comma in a number is no decimal comma, unless it is said */
    bool is_split_by_semicolons; /* then 1.234 may be 1234 where decimals have a comma */
    bool shows_decimal_commas;   /* other cells have one, so that 1.234 is doubtful everywhere */
    bool has_decimal_comma;      /* said: 1.234,50 is 1234.50 */
    enum hz_date_system date_system; /* said: unknown, serials are refused */
    const char *null;                /* said: one more text for an empty cell; NULL: none */
};

/* Whether plain digits with a point are to be read by it, whatever is behind it. */
static inline bool hz_forms_are_usual(const struct hz_forms *forms)
{
    return !forms->has_decimal_comma && !forms->is_split_by_semicolons;
}

/* What became of a cell. */
enum hz_form {
    HZ_FORM_GOOD,
    HZ_FORM_TOLD,  /* taken, but a person should know: the note says what was left aside */
    HZ_FORM_EMPTY, /* blank, or a word for nothing; the value is left alone */
    HZ_FORM_BAD,   /* the note says why; the value is left alone */
};

/* The part of a sentence that follows the quoted cell: "has a year of two digits: ...". */
struct hz_form_note {
    char text[192];
};

/*
 * A date of a year, a month and a day in this order, split by -, / or . or followed by 年, 月 and
 * 日, in full width, with blanks around the signs, in Chinese numerals, or in eight digits; behind
 * it a time of day, of which midnight says nothing and any other is told. Serials as the forms say.
 */
enum hz_form hz_form_date(struct hz_text text, const struct hz_forms *forms, hz_date *date,
                          struct hz_form_note *note);

/*
 * A number in plain digits ("-1234.50", terminated), from one with digits in groups of three, a
 * currency's sign, full-width digits, a minus sign of typography, a plus, a decimal comma.
 */
enum { HZ_FORM_NUMBER = 48 };
enum hz_form hz_form_number(struct hz_text text, const struct hz_forms *forms,
                            char plain[HZ_FORM_NUMBER], struct hz_form_note *note);

/*
 * True for a number with a decimal comma that can be nothing else; for one whose point may stand
 * between thousands, where that sign is a comma: one to three digits, a point, three digits.
 */
bool hz_form_shows_comma(struct hz_text text, const struct hz_forms *forms);
bool hz_form_is_doubtful(struct hz_text text);

/* Such a number as an amount of whole fen (hz_money_parse), or as a whole number ("3", "3.0"). */
enum hz_form hz_form_money(struct hz_text text, const struct hz_forms *forms, hz_fen *fen,
                           struct hz_form_note *note);
enum hz_form hz_form_integer(struct hz_text text, const struct hz_forms *forms, int64_t *number,
                             struct hz_form_note *note);

/*
 * Yes or no: TRUE, Yes, 1, 1.0, 是, √ and FALSE, No, 0, 0.0, 否, ×, in any case. Empty is neither.
 */
enum hz_form hz_form_flag(struct hz_text text, const struct hz_forms *forms, bool *is_set);

/*
 * A text as it is compared: without invisible signs around it, without the ="..." and the
 * apostrophe in front of a number or sign by which workbooks keep a text a text, full-width letters
 * and digits narrow, empty for a word for nothing. The slice itself if nothing changes but its
 * ends; else a copy in the arena.
 */
struct hz_text hz_form_text(struct hz_text text, const struct hz_forms *forms,
                            struct hz_arena *arena);

/*
 * True if hz_form_text leaves all of them as they are, by a look at their first and last signs;
 * false tells nothing. `has_high`: some may hold bytes beyond ASCII.
 */
bool hz_form_are_plain(const struct hz_text text[], size_t count, const struct hz_forms *forms,
                       bool has_high);

/*
 * True for a number in the short form of a workbook ("1.10101E+17") as a code or an identity
 * number: its digits are lost. What to say then.
 */
bool hz_form_is_short(struct hz_text text);
const char *hz_form_short_text(void);

/* True for a word for a sum, alone in its cell: 合计, Total and their like, a colon behind. */
bool hz_form_is_total(struct hz_text text);

/* True for blanks only, and for a word for nothing: NULL, N/A, \N, a lone dash. */
bool hz_form_is_empty(struct hz_text text, const struct hz_forms *forms);

/*
 * What is wanted of a flag and of a number, as the part of a sentence that follows the quoted cell.
 */
const char *hz_form_flag_text(void);
const char *hz_form_number_text(void);

/*
 * True for 1900-01-01 and 9999-12-31, which programs write where they have no day; what to say
 * then.
 */
static inline bool hz_form_is_placeholder(hz_date date)
{
    enum { FIRST = -25567 /* 1900-01-01 */, LAST = 2932896 /* 9999-12-31 */ };
    return date == FIRST || date == LAST;
}
const char *hz_form_placeholder_text(void);

/* ---- For the files forms*.c alone */

/*
 * The text in ASCII: wrapping and invisible ends off, each blank within a space, full-width signs
 * narrow, a minus of typography '-'; other signs are kept. False if it does not fit.
 */
enum { HZ_FORM_ASCII = 128 };
bool hz_form_ascii(struct hz_text text, char out[HZ_FORM_ASCII]);

/* Sets the note; gives HZ_FORM_BAD, or what else is given. */
enum hz_form hz_form_tell(struct hz_form_note *note, enum hz_form form, const char *sentence, ...)
    HZ_PRINTF(3, 4);

HZ_END_C

#endif
