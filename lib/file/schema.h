/*
 * schema.h: what keys a YAML map may have, as a table, and the map read into a struct by it: plan
 * definitions and their like. All faults of a file are told, not only the first.
 */

#ifndef HZ_FILE_SCHEMA_H
#define HZ_FILE_SCHEMA_H

#include "file/tree.h"

/* A file that is being read, and what is wrong with it so far. */
struct hz_reading {
    const struct hz_tree *tree;
    struct hz_arena *arena; /* owns what is read */
    size_t faults;
    void (*tell)(void *context, const char *fault); /* NULL: they are only counted */
    void *context;
    const void *scope; /* for the reader's own functions */
};

/* Of what type a value is, and what it is read into. */
enum hz_field_kind {
    HZ_FIELD_TEXT,    /* struct hz_text */
    HZ_FIELD_FLAG,    /* bool */
    HZ_FIELD_INTEGER, /* int64_t, from least to most */
    HZ_FIELD_MONEY,   /* hz_fen, from least to most */
    HZ_FIELD_RATE,    /* struct hz_decimal, from least to most (billionths) */
    HZ_FIELD_DATE,    /* hz_date */
    HZ_FIELD_CHOICE,  /* an enum: the index of the text among choices */
    HZ_FIELD_TEXTS, /* struct { const struct hz_text *at; size_t count; }: a list of texts, or one */
    HZ_FIELD_MAP,   /* a map that has a table of its own, read into the struct at the offset */
    HZ_FIELD_OWN,   /* whatever the function reads */
};

/* A key. The table ends with a row whose name is NULL. */
struct hz_field {
    const char *name;
    enum hz_field_kind kind;
    size_t offset; /* in the struct */
    int64_t least, most;
    const char *const *choices;
    const struct hz_field *fields;
    void (*own)(struct hz_reading *reading, const struct hz_node *value, void *into);
};

/*
 * Reads the keys that the map has into the struct, and leaves alone what it has no key for. A fault
 * is told, counted, and its value left alone: wrong type, out of bounds, and a key that is none of
 * the table's, with the nearest one that is.
 */
void hz_schema_read(struct hz_reading *reading, const struct hz_node *map,
                    const struct hz_field fields[], void *into);

/* Reads one value, as a field of its kind. */
void hz_schema_value(struct hz_reading *reading, const struct hz_node *value,
                     const struct hz_field *field, void *into);

/*
 * Reads a list of maps, each by the same table, into a new array of elements of `size` bytes, which
 * begin as copies of `fresh`. *count is 0 and the result NULL for what is no list, or an empty one.
 */
void *hz_schema_list(struct hz_reading *reading, const struct hz_node *list,
                     const struct hz_field fields[], const void *fresh, size_t size, size_t *count);

/* Tells a fault at a node. */
void hz_schema_fault(struct hz_reading *reading, const struct hz_node *node, const char *sentence,
                     ...) HZ_PRINTF(3, 4);

#endif
