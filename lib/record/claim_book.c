/* claim_book.c: see claim_book.h. */

#include "record/claim_book.h"

#include <assert.h>

static_assert((int)HZ_CLAIM_FIELDS <= (int)HZ_BOOK_FIELDS, "a field each");

void hz_claim_book_layout(struct hz_tally_layout *layout, size_t when, bool is_adjacent,
                          hz_tally_visit *visit, const void *settings)
{
    static const struct hz_book_layout fields = {
        .fields = HZ_CLAIM_FIELDS,
        .field = {[HZ_CLAIM_CASH] = {"paid", HZ_BOOK_SUM},
                  [HZ_CLAIM_SERVICE] = {"service_cost", HZ_BOOK_SUM},
                  [HZ_CLAIM_AID] = {"aid", HZ_BOOK_SUM},
                  [HZ_CLAIM_LATEST] = {"latest", HZ_BOOK_MAX},
                  [HZ_CLAIM_OWED] = {"estimate", HZ_BOOK_OF_MAX},
                  [HZ_CLAIM_IS_REJECTED] = {"rejected", HZ_BOOK_OF_MAX}}};
    layout->book = fields;
    layout->book.is_adjacent = is_adjacent;
    layout->when = when;
    layout->visit = visit;
    layout->settings = settings;
}

/* Within 64 bits, as the book's sums are. */
static int64_t add(int64_t a, int64_t b)
{
    int64_t sum;
    return __builtin_add_overflow(a, b, &sum) ? (a > 0 ? INT64_MAX : INT64_MIN) : sum;
}

void hz_claim_move(struct hz_claim_standing *claim, const struct hz_book_entry *entry)
{
    claim->cash = add(claim->cash, entry->field[HZ_CLAIM_CASH]);
    claim->service = add(claim->service, entry->field[HZ_CLAIM_SERVICE]);
    claim->aid = add(claim->aid, entry->field[HZ_CLAIM_AID]);
    claim->owed = entry->field[HZ_CLAIM_OWED];
    claim->is_rejected = entry->field[HZ_CLAIM_IS_REJECTED] != 0;
    claim->is_cash = claim->cash > 0;
    claim->is_service = claim->service > 0;
    claim->is_paid = claim->is_cash || claim->is_service;
    claim->is_aid = claim->aid > 0;
}
