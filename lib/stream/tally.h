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
#include "stream/book.h"

HZ_BEGIN_C

enum hz_key_kind { HZ_KEY_TEXT, HZ_KEY_INTEGER };

enum hz_value_rule {
    HZ_VALUE_SUM, /* the values are added */
    HZ_VALUE_MAX, /* the larger stands; one that was never set is smaller than any */
    HZ_VALUE_MIN, /* the smaller stands */
    /* goes with the nearest HZ_VALUE_MAX before it; of equals the smaller */
    HZ_VALUE_OF_MAX,
    /* a row names somebody (hz_tally_person; 0: nobody); they are counted once */
    HZ_VALUE_DISTINCT,
};

enum { HZ_TALLY_KEYS = 17, HZ_TALLY_VALUES = 24 };

struct hz_tally;

/*
 * Takes all that a tally's book knows of one subject within the same groups: entries in the order
 * of the key's part `when`, one a row. It may add to the tally, and changes nothing else.
 */
typedef void hz_tally_visit(struct hz_tally *tally, const struct hz_book_entry entry[],
                            size_t count, const void *settings);

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

    /* What rows say of subjects (book.h), apart from values; no fields: nothing. */
    struct hz_book_layout book;
    size_t when; /* the part of the key that is a time, not a group: the first or the last */
    hz_tally_visit *visit; /* of adjacent subjects, while rows come */
    const void *settings;  /* of the visit */
};

/* Layouts are made with these: the next part of the key, the next value. */
void hz_tally_key(struct hz_tally_layout *layout, const char *name, enum hz_key_kind kind);
void hz_tally_value(struct hz_tally_layout *layout, const char *name, enum hz_value_rule rule);

/* Who is who for HZ_VALUE_DISTINCT: 96 bits of the identity. */
static inline hz_sum hz_tally_person(struct hz_identity identity)
{
    return (hz_sum)(uint32_t)identity.high << 64 | (hz_sum)identity.low;
}

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

/*
 * The same of many rows at once, for less: row[0 .. count - 1] of columns, one a part of the key,
 * texts or whole numbers, and one a value: sums and maxima, each within 64 bits in a row. NULL: no
 * row has that value.
 */
struct hz_tally_columns {
    const struct hz_text *text[HZ_TALLY_KEYS];
    const int64_t *integer[HZ_TALLY_KEYS];
    const int64_t *value[HZ_TALLY_VALUES];
    const struct hz_identity *subject; /* NULL: the rows say nothing of subjects; or else: */
    const int64_t *field[HZ_BOOK_FIELDS];
};
void hz_tally_add_rows(struct hz_tally *tally, const struct hz_tally_columns *columns,
                       const uint16_t row[], size_t count);

/* The same, of a row that says something of a subject. */
void hz_tally_add_entry(struct hz_tally *tally, const struct hz_key key[], const hz_sum value[],
                        struct hz_identity subject, const int64_t field[]);

/* A stretch of rows ends here: see book.h. */
void hz_tally_cut(struct hz_tally *tally);

/* How many threads hz_tally_settle may take; one, unless told. */
void hz_tally_threads(struct hz_tally *tally, int threads);

/* Refused (data): subjects were to be adjacent, and are not. */
HZ_MUST_USE bool hz_tally_is_together(struct hz_tally *tally, struct hz_error *err);

/*
 * After the last row, and before the tally is sorted: all subjects that are still in the book.
 * `visit` is called by several threads, each with a tally of its own. Refused (data): subjects were
 * to be adjacent, and are not.
 */
HZ_MUST_USE bool hz_tally_settle(struct hz_tally *tally, size_t when, hz_tally_visit *visit,
                                 const void *settings, struct hz_error *err);

/* Of an entry's row: the part `when` of its key, all of it, and joining values to it. */
int64_t hz_tally_when(const struct hz_tally *tally, const struct hz_book_entry *entry);
void hz_tally_key_of(const struct hz_tally *tally, const struct hz_book_entry *entry,
                     struct hz_key key[]);
void hz_tally_join(struct hz_tally *tally, const struct hz_book_entry *entry, const hz_sum value[]);
void hz_tally_join_sum(struct hz_tally *tally, const struct hz_book_entry *entry, size_t v,
                       int64_t more); /* the same of one value, for less */

/* The book, NULL without one. Its rows' numbers are those of hz_tally_key_of. */
struct hz_book *hz_tally_book(struct hz_tally *tally);

/* Joins all of `from` into `into`; the layouts are the same. */
void hz_tally_merge(struct hz_tally *into, struct hz_tally *from);

/* A row of a sorted tally; its texts are borrowed until the tally changes. */
struct hz_tally_row {
    struct hz_key key[HZ_TALLY_KEYS];
    hz_sum value[HZ_TALLY_VALUES];
};

/*
 * Rows in the order of their keys, part by part: texts by bytes, numbers by size.
 * hz_tally_sort once, then hz_tally_row(tally, 0 .. size - 1).
 */
void hz_tally_sort(struct hz_tally *tally);
size_t hz_tally_size(const struct hz_tally *tally); /* distinct keys; a few less, unless sorted */
struct hz_tally_row hz_tally_row(const struct hz_tally *tally, size_t index);

/*
 * Somebody that a row has counted, for HZ_VALUE_DISTINCT: 16 bytes each and 6 to 12 for finding
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
