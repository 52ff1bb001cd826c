/*
 * header.h: where the header of a CSV file is and what splits it, and which names in it are the
 * same: for records and for small tables.
 */

#ifndef HZ_FILE_HEADER_H
#define HZ_FILE_HEADER_H

#include "base/error.h"
#include "base/linkage.h"
#include "base/text.h"

HZ_BEGIN_C

/* ---- Names */

/*
 * A column's name as it is compared: without signs that one does not see, small letters, full-width
 * signs narrow, a blank or line end between two words '_', no asterisk at its ends, and no "(元)",
 * which is the unit of every amount. Gives the length, at most `room`.
 */
size_t hz_header_fold(struct hz_text name, char out[], size_t room);

/* Room for any name that is compared; longer ones are compared by their beginning. */
enum { HZ_HEADER_NAME = 128 };

bool hz_header_same(struct hz_text a, struct hz_text b);

/* Appends a name for a message: signs that one does not see, and other line ends, as <U+200B>. */
void hz_header_show(struct hz_text name, struct hz_buffer *out);

/*
 * Appends a header's names for a message, how many others there are that are not known, and the
 * name that is most like `missing`, if any is. Which may be shown, see file/columns.h.
 */
void hz_header_list(const struct hz_text name[], size_t names, size_t unknown, const char *missing,
                    struct hz_buffer *out);

/* ---- Lines */

/* What was said on the command line; zeroed, nothing. */
struct hz_header_order {
    char delimiter;  /* 0: comma, semicolon, tab or bar, whichever gives known columns */
    int64_t row;     /* the line of the header, from 1; 0: the first of 20 that has the columns */
    bool is_in_yuan; /* amounts are: a unit such as 万元 beside the header is refused */
    struct hz_text given; /* the header of files that have none, closed by a newline; or empty */
};

/* Which columns are wanted: how many of the fields are known ones, and whether none is lacking. */
struct hz_header_wanted {
    size_t (*known)(const void *context, const struct hz_text field[], size_t fields,
                    bool *is_whole);
    const void *context;
};

enum { HZ_HEADER_LINES = 20, HZ_HEADER_FIELDS = 4096 };

/* Where the header is, in bytes from the front of the data. */
struct hz_header {
    char delimiter;
    size_t from, length; /* without its line end */
    size_t next;         /* of what is behind it, and behind a row of units */
    uint64_t line;       /* of the header, from 1 */
    uint64_t lines;      /* before `next` */
    uint64_t skipped;    /* lines before the header that say something, comments apart */
    uint64_t units_line; /* a row of units; 0: there is none */
};

/*
 * True if the data, closed by a newline, surely hold the whole beginning: lines enough, or all.
 */
bool hz_header_has_lines(struct hz_text data);

/*
 * Finds it in data that are closed by a newline and begin with the file, without its byte order
 * mark: the first line that has all columns wanted, else the one that has most. A line "sep=;"
 * names the delimiter. Refused (data): data of blank lines, and amounts in another unit than yuan,
 * where that is asked for.
 */
HZ_MUST_USE bool hz_header_find(const char *file, struct hz_text data,
                                const struct hz_header_order *order,
                                const struct hz_header_wanted *wanted, struct hz_header *found,
                                struct hz_error *err);

/* Appends what a person should know of it: lines skipped, a row of units; nothing, as a rule. */
void hz_header_remark(const struct hz_header *header, struct hz_buffer *out);

/*
 * The fields of a line, trimmed, at most `most` of which are kept: their number, 0 for a quote that
 * is not closed. `line` is closed by a newline, which its length does not count.
 */
size_t hz_header_split(struct hz_text line, char delimiter, struct hz_text field[], size_t most);

HZ_END_C

#endif
