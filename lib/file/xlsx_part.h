/*
 * xlsx_part.h: the parts of a workbook, XML files in a zip file (ECMA-376), parsed step by step.
 *
 * Memory is bounded whatever the file holds: a step is a block; a part that unpacks to hundreds of
 * times its size, that declares entities, nests without end, or has a name or value of megabytes is
 * refused. For lib/file/xlsx_*.c alone.
 */

#ifndef HZ_FILE_XLSX_PART_H
#define HZ_FILE_XLSX_PART_H

#include "base/error.h"
#include "base/linkage.h"

#include <stddef.h>

HZ_BEGIN_C

struct zip; /* of libzip */

/*
 * What is done with a part's elements. Names are without their prefix. A function that refuses
 * something sets `err` of its own context, and hz_xlsx_part_stop says so.
 */
struct hz_xlsx_handlers {
    void (*start)(void *context, const char *name, const char **attribute);
    void (*end)(void *context, const char *name);
    void (*text)(void *context, const char *at, size_t length);
};

struct hz_xlsx_part;

/* Opens a part by its path in the zip file. Refused (data): one that is not there, a bomb. */
HZ_MUST_USE bool hz_xlsx_part_open(struct hz_xlsx_part **part, struct zip *zip, const char *file,
                                   const char *path, const struct hz_xlsx_handlers *handlers,
                                   void *context, struct hz_error *err);

/* Parses the next block; *is_over once it was the last. Refused (data): what is not well-formed. */
HZ_MUST_USE bool hz_xlsx_part_step(struct hz_xlsx_part *part, bool *is_over, struct hz_error *err);

/* Parses all of a part; one that is not there has nothing in it. */
HZ_MUST_USE bool hz_xlsx_part_all(struct zip *zip, const char *file, const char *path,
                                  const struct hz_xlsx_handlers *handlers, void *context,
                                  struct hz_error *err);

/* Ends the parsing, from within a handler that has set an error. */
void hz_xlsx_part_stop(struct hz_xlsx_part *part);
void hz_xlsx_part_close(struct hz_xlsx_part *part); /* NULL is fine */

/* The value of an attribute by its name without a prefix, or NULL. */
const char *hz_xlsx_attribute(const char **attribute, const char *name);

/* True for "1" and "true". */
bool hz_xlsx_is_true(const char *value);

HZ_END_C

#endif
