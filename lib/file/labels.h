/* labels.h: the names of codes, to be printed beside them: of offices, plans, diseases. */

#ifndef HZ_FILE_LABELS_H
#define HZ_FILE_LABELS_H

#include "base/arena.h"
#include "base/error.h"
#include "base/linkage.h"
#include "base/text.h"

#include <stddef.h>

HZ_BEGIN_C

/* The names of a column's codes. Owned by the arena they were read into. */
struct hz_labels {
    const char *column; /* "office" */
    size_t count;
    struct hz_label {
        struct hz_text code, name;
    } * label; /* by the order of their codes' bytes */
};

/*
 * Reads a table with codes in its first column, which names the column that they stand in, and
 * their names in the second (or in one called name); or a list of diseases in YAML (.yaml, .yml:
 * items with code and name), whose column is ci_code. Refused (data): one column, an empty code, a
 * code of two names, a list without items.
 */
HZ_MUST_USE bool hz_labels_read(struct hz_labels *labels, const char *path, struct hz_arena *arena,
                                struct hz_error *err);

/* A code's name; empty if there is none. */
struct hz_text hz_labels_find(const struct hz_labels *labels, struct hz_text code);

HZ_END_C

#endif
