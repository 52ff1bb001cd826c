/*
 * json_rows.h: JSON (RFC 8259) as the bytes of a CSV file, so that whatever is done with CSV
 * files is done with JSON too: an array of objects, or objects one after the other, as in JSON
 * lines.
 *
 * An object is a row. The header is all names of the objects in the first HZ_JSON_AHEAD bytes, in
 * the order in which they first appear. Null, and what an object lacks, is an empty cell; what is
 * nested, its JSON. Numbers are as they stand, to the last digit.
 *
 * The text comes in pieces. What is kept are the piece that is not yet a whole object, and where
 * objects lie: constant memory, as long as they have the same number of lines each.
 */

#ifndef HZ_FILE_JSON_ROWS_H
#define HZ_FILE_JSON_ROWS_H

#include "base/error.h"
#include "base/linkage.h"
#include "base/text.h"

HZ_BEGIN_C

enum {
    HZ_JSON_AHEAD = 1 << 20, /* what is read before the header is written */
    HZ_JSON_MOST = 1 << 20,  /* the longest object, in bytes */
};

/* True if a file's first bytes begin an object, or an array of something else than numbers. */
bool hz_json_is_one(struct hz_text beginning);

/* Refused (usage): another encoding than UTF-8; NULL is none that was said. */
HZ_MUST_USE bool hz_json_may_be_in(const char *encoding, const char *name, struct hz_error *err);

struct hz_json;

/* `name` is what messages call the file; borrowed. */
struct hz_json *hz_json_new(const char *name);
void hz_json_free(struct hz_json *json); /* NULL is fine */

/*
 * Takes the next piece of the text, and appends to `csv` what is known by now: nothing before the
 * header is; all of it with the last piece. Refused (data): what is no JSON, a name that stands
 * twice in an object or in none of the first ones, elements that are no objects, an object that is
 * too long.
 */
HZ_MUST_USE bool hz_json_add(struct hz_json *json, struct hz_text piece, bool is_last,
                             struct hz_buffer *csv, struct hz_error *err);

/*
 * The line of the JSON, from 1, in which the row at a line of the CSV begins. Safe while others
 * add.
 */
uint64_t hz_json_line(struct hz_json *json, uint64_t line);

HZ_END_C

#endif
