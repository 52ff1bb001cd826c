/* review.c: see review.h. */

#include "record/review.h"

#include "base/memory.h"

#include <math.h>
#include <stdlib.h>

enum { REPEATED_DAYS = 15, EDGE_DAYS = 10, LATE_DAYS = 180, ENOUGH = 100 };

/* Running mean and sum of squared deviations of log amounts (Welford 1962). */
struct spread {
    double count, mean, squares;
};

/* An invoice, and the claim that it came with first. */
struct invoice {
    struct hz_identity identity;
    uint64_t number;
};

struct stay {
    struct hz_identity identity;
    hz_date discharge;
};

struct hz_review {
    const struct hz_plans *plans;
    struct hz_index invoice;
    struct hz_index stay;
    struct spread (*spread)[HZ_PLAN_BENEFITS]; /* by plan and benefit */
};

struct hz_review *hz_review_new(const struct hz_plans *plans)
{
    struct hz_review *review = hz_allocate(1, sizeof *review);
    review->plans = plans;
    review->invoice.size = sizeof(struct invoice);
    review->stay.size = sizeof(struct stay);
    review->spread = hz_allocate(plans->count, sizeof *review->spread);
    return review;
}

void hz_review_free(struct hz_review *review)
{
    if (!review)
        return;
    hz_index_free(&review->invoice);
    hz_index_free(&review->stay);
    free(review->spread);
    free(review);
}

static bool is_unusual(struct spread *spread, hz_fen amount)
{
    const double log_amount = log((double)amount);
    const bool is_enough = spread->count >= ENOUGH;
    const double deviation = is_enough ? sqrt(spread->squares / (spread->count - 1)) : 0;
    const bool is_far = is_enough && log_amount > spread->mean + 3 * deviation;
    const double away = log_amount - spread->mean;
    spread->count++;
    spread->mean += away / spread->count;
    spread->squares += away * (log_amount - spread->mean);
    return is_far;
}

static bool has_unusual_amount(struct hz_review *review, const struct hz_review_claim *seen)
{
    bool found = false;
    size_t p = 0;
    while (p < review->plans->count && review->plans->plan[p] != seen->plan)
        p++;
    for (size_t b = 0; p < review->plans->count && b < seen->plan->benefits; b++)
        if (seen->result->benefit[b].payable > 0)
            found |= is_unusual(&review->spread[p][b], seen->result->benefit[b].payable);
    return found;
}

static bool is_duplicate(struct hz_review *review, const struct hz_review_claim *seen)
{
    const struct hz_plan_claim *claim = seen->claim;
    bool is_new;
    if (claim->admit == HZ_NO_DATE || claim->expense[HZ_TOTAL_EXPENSE] == HZ_NO_AMOUNT)
        return false;
    struct hz_identity invoice = hz_identity_number(seen->member, claim->admit);
    invoice = hz_identity_number(invoice, claim->discharge);
    invoice = hz_identity_number(invoice, claim->expense[HZ_TOTAL_EXPENSE]);
    struct invoice *first = hz_index_add(&review->invoice, invoice, &is_new);
    if (is_new)
        first->number = seen->number;
    return !is_new && (seen->number == 0 || first->number != seen->number);
}

static bool is_repeated(struct hz_review *review, const struct hz_review_claim *seen)
{
    const struct hz_plan_claim *claim = seen->claim;
    bool is_new;
    if (claim->admit == HZ_NO_DATE || claim->discharge == HZ_NO_DATE)
        return false;
    struct stay *stay = hz_index_add(&review->stay, seen->member, &is_new);
    const bool repeated = !is_new && claim->admit >= stay->discharge &&
                          claim->admit - stay->discharge <= REPEATED_DAYS;
    stay->discharge = claim->discharge;
    return repeated;
}

static bool is_at_edge(const struct hz_review_claim *seen)
{
    for (size_t b = 0; b < seen->plan->benefits; b++) {
        const struct hz_benefit *benefit = &seen->plan->benefit[b];
        if (benefit->waitings == 0 || seen->result->benefit[b].payable == 0)
            continue;
        int64_t after = (int64_t)seen->claim->event - seen->cover->wait_from + 1 -
                        benefit->waiting[benefit->waitings - 1].through;
        if (!seen->cover->is_continuous && after > 0 && after <= EDGE_DAYS)
            return true;
    }
    return false;
}

static bool is_late(const struct hz_review_claim *seen)
{
    if (seen->plan->deadline_days != HZ_UNLIMITED)
        return seen->result->reasons >> HZ_LATE_CLAIM & 1;
    return seen->claim->report != HZ_NO_DATE &&
           seen->claim->report - seen->claim->event > LATE_DAYS;
}

static void flag(struct hz_buffer *out, size_t from, bool is_raised, const char *name)
{
    if (!is_raised)
        return;
    if (out->length > from)
        hz_buffer_char(out, ';');
    hz_buffer_string(out, name);
}

void hz_review_claim(struct hz_review *review, const struct hz_review_claim *seen,
                     struct hz_buffer *out)
{
    const uint32_t limits = UINT32_C(1) << HZ_CLAIM_LIMIT | UINT32_C(1) << HZ_TERM_LIMIT |
                            UINT32_C(1) << HZ_PLAN_LIMIT | UINT32_C(1) << HZ_DAYS_LIMIT |
                            UINT32_C(1) << HZ_COUNT_LIMIT;
    const size_t from = out->length;
    flag(out, from, is_duplicate(review, seen), "duplicate_invoice");
    flag(out, from, is_repeated(review, seen), "repeated_stay");
    flag(out, from,
         seen->decided != HZ_NO_AMOUNT &&
             seen->decided != seen->result->payable + seen->result->aid,
         "paid_differs");
    if (!seen->plan || !seen->cover || seen->result->standing != HZ_COVERED)
        return;
    flag(out, from, is_at_edge(seen), "waiting_edge");
    flag(out, from, (seen->result->reasons & limits) != 0, "at_limit");
    flag(out, from, is_late(seen), "late_report");
    flag(out, from, has_unusual_amount(review, seen), "unusual_amount");
}
