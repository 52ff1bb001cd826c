/*
 * claim_book.h: a claim is one payout, whatever its rows: parts add up, a payment that is taken
 * back is none, a rejection that is reopened is none. What a fold over claims leaves to
 * stream/book.h, and how its numbers become counts by period.
 */

#ifndef HZ_RECORD_CLAIM_BOOK_H
#define HZ_RECORD_CLAIM_BOOK_H

#include "base/linkage.h"
#include "record/claims.h"
#include "stream/tally.h"

HZ_BEGIN_C

/* What the rows of a claim say in a period, in this order in an entry of the book. */
enum hz_claim_field {
    HZ_CLAIM_CASH,        /* fen, less what came back */
    HZ_CLAIM_SERVICE,     /* fen that a benefit costs which pays no cash */
    HZ_CLAIM_AID,         /* fen, ex gratia */
    HZ_CLAIM_LATEST,      /* which row stands: see hz_claim_latest */
    HZ_CLAIM_OWED,        /* its case estimate, 0 if the claim is closed */
    HZ_CLAIM_IS_REJECTED, /* by its status */
    HZ_CLAIM_FIELDS
};

/* Writes the fields into a layout whose part `when` of the key is the period. */
void hz_claim_book_layout(struct hz_tally_layout *layout, size_t when, bool is_adjacent,
                          hz_tally_visit *visit, const void *settings);

/* The later date stands, and of one day the status that is further on. */
static inline int64_t hz_claim_latest(const struct hz_claim_rows *rows, size_t row)
{
    return (int64_t)rows->transaction[row] * HZ_CLAIM_STEPS + rows->step[row];
}

/* A claim as it stands at the end of a period, all of its rows up to then taken together. */
struct hz_claim_standing {
    int64_t cash, service, aid; /* fen */
    int64_t owed;
    bool is_paid; /* cash or a service: one payout */
    bool is_cash;
    bool is_service;
    bool is_aid;
    bool is_rejected;
};

/* Takes over the next entry of a claim. */
void hz_claim_move(struct hz_claim_standing *claim, const struct hz_book_entry *entry);

HZ_END_C

#endif
