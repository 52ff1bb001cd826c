/*
 * tally.h: the state of every fold: exact sums keyed by small groups.
 *
 * A tally is a table: each key is a tuple of texts and whole numbers, each value a 128-bit whole
 * number with a rule for joining two of them. The rules are associative and commutative, so the
 * same rows give the same tally in any order, by any number of threads, shards and machines. A
 * tally with a value of HZ_VALUE_DISTINCT has one such value, and its others are sums.
 */

#ifndef HZ_STREAM_TALLY_H
#define HZ_STREAM_TALLY_H

#include "base/error.h"
#include "base/identity.h"
#include "base/linkage.h"
#include "base/money.h"
#include "base/text.h"

HZ_BEGIN_C

enum hz_key_kind { HZ_KEY_TEXT, HZ_KEY_INTEGER };

enum hz_value_rule {
    HZ_VALUE_SUM,    /* the values are added */
    HZ_VALUE_MAX,    /* the larger stands; one that was never set is smaller than any */
    HZ_VALUE_MIN,    /* the smaller stands */
    HZ_VALUE_OF_MAX, /* goes with the nearest HZ_VALUE_MAX before it: taken over when that is */
    /* a row names somebody (hz_tally_person; 0: nobody); they are counted once */
    HZ_VALUE_DISTINCT,
};

enum { HZ_TALLY_KEYS = 16, HZ_TALLY_VALUES = 24 };

/* The columns of a tally, as its saved form names them. */
struct hz_tally_layout {
    size_t keys;
    struct {
        const char *name; /* borrowed */
        enum hz_key_kind kind;
    } key[HZ_TALLY_KEYS];
    size_t values;
    struct {
        const char *name; /* borrowed */
        enum hz_value_rule rule;
    } value[HZ_TALLY_VALUES];
};

/* Layouts are made with these: the next part of the key, the next value. */
void hz_tally_key(struct hz_tally_layout *layout, const char *name, enum hz_key_kind kind);
void hz_tally_value(struct hz_tally_layout *layout, const char *name, enum hz_value_rule rule);

/* Who is who for HZ_VALUE_DISTINCT: 96 bits of the identity. */
static inline hz_sum hz_tally_person(struct hz_identity identity)
{
    return (hz_sum)(uint32_t)identity.high << 64 | (hz_sum)identity.low;
}

struct hz_tally;

/* One part of a key. */
struct hz_key {
    struct hz_text text; /* HZ_KEY_TEXT: bytes without NUL */
    int64_t integer;     /* HZ_KEY_INTEGER */
};

struct hz_tally *hz_tally_new(const struct hz_tally_layout *layout);
void hz_tally_free(struct hz_tally *tally); /* NULL is fine */
const struct hz_tally_layout *hz_tally_layout(const struct hz_tally *tally);

/* Joins one row of values into its key's. */
void hz_tally_add(struct hz_tally *tally, const struct hz_key key[], const hz_sum value[]);

/* Joins all of `from` into `into`; the layouts are the same. */
void hz_tally_merge(struct hz_tally *into, struct hz_tally *from);

/* A row of a sorted tally; borrowed until the tally changes. */
struct hz_tally_row {
    struct hz_key key[HZ_TALLY_KEYS];
    const hz_sum *value;
};

/*
 * Rows in the order of their keys, part by part: texts by bytes, numbers by size.
 * hz_tally_sort once, then hz_tally_row(tally, 0 .. size - 1).
 */
void hz_tally_sort(struct hz_tally *tally);
size_t hz_tally_size(const struct hz_tally *tally); /* distinct keys; a few less, unless sorted */
struct hz_tally_row hz_tally_row(const struct hz_tally *tally, size_t index);

/*
 * Somebody that a row has counted, for HZ_VALUE_DISTINCT: 16 bytes each and 8 to 16 for finding
 * them. All of a sorted tally, in the order of its rows and then of the numbers; free() them.
 */
struct hz_tally_counted {
    size_t row;
    hz_sum person;
};
struct hz_tally_counted *hz_tally_counted(const struct hz_tally *tally, size_t *count);

/* True if both rows agree in the first `parts` parts of the key. */
bool hz_tally_same_key(const struct hz_tally *tally, const struct hz_tally_row *a,
                       const struct hz_tally_row *b, size_t parts);

/* Sorted: the index after the rows that agree with row `from` in the first `parts` of the key. */
size_t hz_tally_group_end(const struct hz_tally *tally, size_t from, size_t parts);

HZ_END_C

#endif
