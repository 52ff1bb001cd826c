/*
 * mask.h: records that may leave the office: what identifies persons is replaced by keyed numbers,
 * so that records of one person still join, and nobody without the key finds out who it is.
 *
 * A cell becomes the first 128 bits of HMAC-SHA-256 (RFC 2104, RFC 4231; truncated as RFC 2104,
 * section 5, allows) of its kind, a NUL, and its text without blanks around it. Of 100 million
 * cells of a kind two different ones become the same with a probability of 1.5e-23. Kinds keep
 * apart what is not the same thing: the number 1 of a member and of a claim do not become the same.
 */

#ifndef HZ_RECORD_MASK_H
#define HZ_RECORD_MASK_H

#include "base/arena.h"
#include "base/linkage.h"
#include "file/secret.h"
#include "stream/fold.h"

HZ_BEGIN_C

enum hz_mask_form { HZ_MASK_HEX, HZ_MASK_BASE32 };
extern const char *const hz_mask_form_names[]; /* hex, base32, NULL */

/* How they are masked. */
struct hz_mask_order {
    const char *mask; /* "COLUMN,COLUMN=KIND,...", beside those that are known; NULL */
    const char *keep; /* "COLUMN,...": they stay as they are; NULL */
    const struct hz_mac *key;
    enum hz_mask_form form;
    bool birth_to_year; /* a date of birth becomes the first day of its year */
};

enum { HZ_MASK_COLUMNS = HZ_BATCH_COLUMNS - 1 };

/* A column that is masked. */
struct hz_mask_column {
    const char *name;
    const char *kind;
};

struct hz_mask {
    struct hz_mask_order order;
    struct hz_column column[HZ_BATCH_COLUMNS]; /* as the reader wants them, birth the last */
    const char *kind[HZ_BATCH_COLUMNS];
    size_t columns;
    const char *kept[HZ_BATCH_COLUMNS];
    size_t keeps;
    const struct hz_reader_file *first;
    struct hz_mask_look *look; /* at its fields */
    struct hz_arena *arena;
};

/* What is masked without being named: those of huzhu-records(5) that name a person or a case. */
extern const struct hz_mask_column hz_mask_known[];

/* Refused (usage): a column that is named twice, or to be masked and kept; too many. */
HZ_MUST_USE bool hz_mask_prepare(struct hz_mask *mask, const struct hz_mask_order *order,
                                 struct hz_arena *arena, struct hz_error *err);

/*
 * The map, which uses `mask` and its arena as long as it lives. Refused (data): a file with a
 * column that is not one of huzhu-records(5) and neither masked nor kept by name, since nobody
 * knows what stands in it.
 */
struct hz_map hz_mask_map(struct hz_mask *mask);

HZ_END_C

#endif
