/*
 * json_text.h: the values of JSON (RFC 8259) where they lie in a text, for json_rows.h alone: a
 * number keeps its digits, and nothing is copied but a text with escapes.
 */

#ifndef HZ_FILE_JSON_TEXT_H
#define HZ_FILE_JSON_TEXT_H

#include "base/linkage.h"
#include "base/text.h"

HZ_BEGIN_C

enum { HZ_JSON_DEPTH = 64 };

enum hz_json_kind {
    HZ_JSON_TEXT,    /* without its quotes, escapes as they stand */
    HZ_JSON_PLAIN,   /* a number, true or false, as it stands */
    HZ_JSON_NOTHING, /* null */
    HZ_JSON_NESTED,  /* an array or an object, as it stands */
};

struct hz_json_value {
    enum hz_json_kind kind;
    struct hz_text text;
    bool has_escapes;
};

/*
 * Takes the value at the front of the text, blanks before and behind it too. False, and the text
 * begins where it is at fault, if there is none, it goes on behind the text's end, has a NUL
 * (\u0000) or is nested deeper than HZ_JSON_DEPTH. UTF-8 is for the caller to check.
 */
HZ_MUST_USE bool hz_json_take(struct hz_text *text, struct hz_json_value *value);

/* Takes this sign and the blanks around it; false if the text begins with another one. */
HZ_MUST_USE bool hz_json_take_sign(struct hz_text *text, char sign);

/* Appends what a text with escapes says, in UTF-8. */
void hz_json_unescape(struct hz_text escaped, struct hz_buffer *out);

/* The length of the object or array that the text begins with; 0 if its end is not there. */
size_t hz_json_length(struct hz_text text);

HZ_END_C

#endif
