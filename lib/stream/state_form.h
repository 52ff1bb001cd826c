/*
 * state_form.h: how a state is written: CSV without a header, where a record's first field says
 * what the record is, in this order:
 *
 *     huzhu-state,2                    what it is, and the version of this form
 *     command,hz-unearned              whose state it is
 *     version,1.2                      of the program that made it
 *     persons-key,0123456789abcdef     a check of the key of persons' numbers, if they have one
 *     argument,--as-of=2024-12-31      an option that shapes the result, a record each
 *     failed,REASON                    in place of all below but the end: there is no state
 *     states,3                         how many were joined in it, if more than one
 *     part,1,8                         which part of how many it is, a record each, if it was said
 *     rows,IN,USED,LEFT_OUT,REJECTED   IN is the sum of the others
 *     fault,bad_date,2                 rejected rows by code; they add up to REJECTED
 *     key,text|integer,NAME            the tally's layout: parts of the key,
 *     value,sum|max|min|of-max|distinct,NAME                  values,
 *     field,sum|max|of-max,NAME                               and fields of its book
 *     row,KEY...,VALUE...              sorted by key
 *     entry,SUBJECT,KEY...,FIELD...    of the book; a subject is 24 hexadecimal digits
 *     closed,NUMBER  open,NUMBER       the book's numbers, 16 hexadecimal digits
 *     end,ROWS,CHECKSUM                how many "row" records, and the sum of all bytes before it
 *
 * The first two records, its start, are written before the records are read. Where several
 * processes write to one pipe, the start of one may stand before the rest of another; a start
 * without a rest is one that was killed.
 *
 * Whole numbers are decimal and may be 128 bits wide. A person that a "distinct" value has counted
 * is a row of its own behind the others, with the person's number as that value and 0 as the rest.
 */

#ifndef HZ_STREAM_STATE_FORM_H
#define HZ_STREAM_STATE_FORM_H

#include "stream/state.h"

HZ_BEGIN_C

#define HZ_STATE_MAGIC "huzhu-state,2\n"

/* By enum hz_key_kind, hz_value_rule and hz_book_rule; each ends in NULL. */
extern const char *const hz_state_key_kinds[];
extern const char *const hz_state_value_rules[];
extern const char *const hz_state_field_rules[];

/*
 * FNV-1a (Fowler, Noll, Vo; 64 bits), byte by byte from HZ_STATE_CHECKSUM on. It is against
 * accidents, not against forgery, and it is the one hash here that others may have to compute: five
 * lines in any language.
 */
#define HZ_STATE_CHECKSUM UINT64_C(0xCBF29CE484222325)
uint64_t hz_state_checksum(uint64_t sum, const char *bytes, size_t length);

/* A whole number that is not negative. False: it is none, or above 64 bits. */
bool hz_state_count_parse(struct hz_text text, uint64_t *count);

/* Adds "part,NUMBER,OF". False if it is there already. */
bool hz_state_part_add(struct hz_state_parts *part, uint32_t number, uint32_t of,
                       struct hz_arena *arena);

/* A state whose head was read. */
struct hz_state_found {
    const char *file;
    struct hz_state_head head;
    struct hz_tally_layout layout;
    uint64_t carried; /* by entries: the sizes of all that is added up */
    uint64_t seal;    /* its checksum, once all of it was read */
};

/*
 * Whether it belongs to those that were joined before, and none of its parts is there: then their
 * head takes its parts. The first one, for which *tally is NULL, makes the tally and sets the head.
 * `fold` is the command's that finishes them; NULL: any. Refused (data), see hz_state_read.
 */
HZ_MUST_USE bool hz_state_join(const struct hz_state_found *found, const struct hz_fold *fold,
                               struct hz_state_head *head, struct hz_tally **tally,
                               struct hz_arena *arena, struct hz_error *err);

/* Notes that it was read to its end, as a repeat would be. */
void hz_state_join_seal(const struct hz_state_found *found, struct hz_state_head *head,
                        struct hz_arena *arena);

/* Adds up counts of rows. False: there are more than 2^63 rows. */
bool hz_state_join_counts(struct hz_counts *into, const struct hz_counts *more);

HZ_END_C

#endif
