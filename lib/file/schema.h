/*
 * schema.h: what keys a YAML map may have, as a table, and the map read into a struct by it: plan
 * definitions and their like. All faults of a file are told, not only the first.
 *
 *     struct terms { double level; int64_t years; int method; };
 *
 *     static const struct hz_field fields[] = {
 *         HZ_KEY_NUMBER("level", terms, level, 0, 1, .is_needed = true),
 *         HZ_KEY_WITHIN(INTEGER, "years", terms, years, 1, 100),
 *         HZ_KEY_CHOICE("method", terms, method, method_names),
 *         HZ_KEY_END,
 *     };
 *
 *     struct terms terms = {.years = 1};
 *     struct hz_reading reading = {.arena = &arena};
 *     if (!hz_schema_file(&reading, &tree, path, fields, NULL, &terms, err))
 *         return false;
 *
 * A key that is not there leaves its member as it was: defaults are what the struct holds before. A
 * bound that is a hair's breadth beside a whole number (1e-9, -0.999999999) is told as "above 0",
 * "above -100%".
 */

#ifndef HZ_FILE_SCHEMA_H
#define HZ_FILE_SCHEMA_H

#include "base/linkage.h"
#include "file/tree.h"

#include <stddef.h>

HZ_BEGIN_C

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
    HZ_FIELD_COUNT,   /* size_t, from least to most */
    HZ_FIELD_NUMBER,  /* double, from low to high; 5% is 0.05 */
    HZ_FIELD_MONEY,   /* hz_fen, from least to most */
    HZ_FIELD_RATE,    /* struct hz_decimal, from least to most (billionths) */
    HZ_FIELD_DATE,    /* hz_date */
    HZ_FIELD_CHOICE,  /* an enum: the index of the text among choices */
    /* struct { const struct hz_text *at; size_t count; }: a list of texts, or one */
    HZ_FIELD_TEXTS,
    HZ_FIELD_MAP, /* a map that has a table of its own, read into the struct at the offset */
    HZ_FIELD_OWN, /* whatever the function reads */
};

/* A key: a row of a table, which is written by the macros below and ends with HZ_KEY_END. */
struct hz_field {
    const char *name;
    enum hz_field_kind kind;
    size_t offset; /* in the struct */
    int64_t least, most;
    double low, high;
    bool is_needed; /* a map without it is a fault */
    const char *const *choices;
    const struct hz_field *fields;
    void (*own)(struct hz_reading *reading, const struct hz_node *value, void *into);
};

/*
 * The rows: the key's name, then the struct and its member that the value goes into. What else
 * there is to say of a row follows: HZ_KEY_NUMBER("level", terms, level, 0, 1, .is_needed = true).
 */
#define HZ_KEY(kind_, name_, owner_, member_)                                                      \
    {                                                                                              \
        .name = name_, .kind = HZ_FIELD_##kind_, .offset = offsetof(struct owner_, member_)        \
    }
#define HZ_KEY_WITHIN(kind_, name_, owner_, member_, least_, ...)                                  \
    {                                                                                              \
        .name = name_, .kind = HZ_FIELD_##kind_, .offset = offsetof(struct owner_, member_),       \
        .least = least_, .most = __VA_ARGS__                                                       \
    }
#define HZ_KEY_NUMBER(name_, owner_, member_, low_, ...)                                           \
    {                                                                                              \
        .name = name_, .kind = HZ_FIELD_NUMBER, .offset = offsetof(struct owner_, member_),        \
        .low = low_, .high = __VA_ARGS__                                                           \
    }
#define HZ_KEY_CHOICE(name_, owner_, member_, ...)                                                 \
    {                                                                                              \
        .name = name_, .kind = HZ_FIELD_CHOICE, .offset = offsetof(struct owner_, member_),        \
        .choices = __VA_ARGS__                                                                     \
    }
/* A map whose values go into the same struct; and what a function reads, into a member of it. */
#define HZ_KEY_MAP(name_, fields_)                                                                 \
    {                                                                                              \
        .name = name_, .kind = HZ_FIELD_MAP, .fields = fields_                                     \
    }
#define HZ_KEY_OWN(name_, function_)                                                               \
    {                                                                                              \
        .name = name_, .kind = HZ_FIELD_OWN, .own = function_                                      \
    }
#define HZ_KEY_OWN_IN(name_, owner_, member_, function_)                                           \
    {                                                                                              \
        .name = name_, .kind = HZ_FIELD_OWN, .offset = offsetof(struct owner_, member_),           \
        .own = function_                                                                           \
    }
#define HZ_KEY_END                                                                                 \
    {                                                                                              \
        .name = NULL                                                                               \
    }

/*
 * Reads the keys that the map has into the struct, and leaves alone what it has no key for. A fault
 * is told, counted, and its value left alone: wrong type, out of bounds, a key that is none of the
 * table's, with the nearest one that is, and one that is needed and not there.
 */
void hz_schema_read(struct hz_reading *reading, const struct hz_node *map,
                    const struct hz_field fields[], void *into);

/*
 * Reads one value, as a field of its kind, into the variable that `into` points at: for a reader of
 * its own (HZ_FIELD_OWN). A fault is told as above.
 */
void hz_schema_value(struct hz_reading *reading, const struct hz_node *value,
                     const struct hz_field *field, void *into);

/*
 * Reads a list of maps, each by the same table, into a new array of elements of `size` bytes, which
 * begin as copies of `fresh`. *count is 0 and the result NULL for what is no list, or an empty one.
 */
void *hz_schema_list(struct hz_reading *reading, const struct hz_node *list,
                     const struct hz_field fields[], const void *fresh, size_t size, size_t *count);

/*
 * Reads a file whose root is a map: the reading brings its arena and scope, gets the tree, and may
 * go on with it. `more`, or NULL, reads what the table cannot say. Refused (data): all faults of
 * the file together, parted by "; "; what hz_tree_read_all refuses.
 */
HZ_MUST_USE bool hz_schema_file(struct hz_reading *reading, struct hz_tree *tree, const char *path,
                                const struct hz_field fields[],
                                void (*more)(struct hz_reading *reading, void *into), void *into,
                                struct hz_error *err);

/* Tells a fault at a node. */
void hz_schema_fault(struct hz_reading *reading, const struct hz_node *node, const char *sentence,
                     ...) HZ_PRINTF(3, 4);

HZ_END_C

#endif
