/*
 * error.h: one failure, described once, where it happened.
 *
 * A function that can fail returns bool (true: done) and takes a struct hz_error last, which starts
 * zeroed. On failure it describes the problem there and returns false; on success it leaves it
 * alone, so calls chain with && and one test at the end is enough. Nothing here allocates.
 */

#ifndef HZ_BASE_ERROR_H
#define HZ_BASE_ERROR_H

#include "base/attr.h"
#include "base/linkage.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>

HZ_BEGIN_C

/* What is wrong, by who can put it right. The value is the exit status of a command. */
enum hz_error_kind {
    HZ_NO_ERROR = 0,
    HZ_ERROR_DATA = 1,   /* a record, a plan, a parameter: its author */
    HZ_ERROR_USAGE = 2,  /* the command line: whoever typed it */
    HZ_ERROR_SYSTEM = 3, /* a file, a pipe, memory: the machine's owner */
};

/*
 * A position in an input. Lines and columns count from 1, columns in bytes; 0 is unknown. In a
 * sheet of a workbook, they are its rows and columns, and a message says roster.xlsx:SHEET!C17.
 */
struct hz_place {
    const char *file; /* as the user knows it ("<stdin>"); borrowed */
    uint64_t line;
    uint64_t column;
    const char *field; /* the column's or key's name; borrowed; NULL when there is none */
    const char *sheet; /* of a workbook; borrowed; NULL when it is none */
};

#define HZ_NOWHERE ((struct hz_place){0})

struct hz_error {
    enum hz_error_kind kind;
    char text[1024]; /* "file:line:column: field: message", as known; no final full stop */
};

/*
 * Describes a failure: what was found, what was expected, what to do. Returns false, so that a
 * caller can write `return hz_error_set(err, ...)`. Control characters in the message (quoted data
 * may hold some) become '?', signs that are not seen are written as \u202e, and a message that is
 * too long ends with a whole letter. An error already set is kept: the first cause is the one to
 * read.
 */
bool hz_error_set(struct hz_error *err, enum hz_error_kind kind, struct hz_place place,
                  const char *format, ...) HZ_PRINTF(4, 5);

/* The same for a va_list. */
bool hz_error_vset(struct hz_error *err, enum hz_error_kind kind, struct hz_place place,
                   const char *format, va_list values) HZ_PRINTF(4, 0);

/*
 * A system failure of a named file: `what` ("cannot read") followed by the reason that `code`, an
 * errno value, stands for. HZ_ERROR_SYSTEM; returns false.
 */
bool hz_error_system(struct hz_error *err, const char *file, const char *what, int code);

HZ_END_C

#endif
