/* check_entries.c: see check_entries.h. */

#include "record/check_entries.h"

#include "plan/withdrawal.h"

/*
 * The original amount of an enrolment, of millions: nearly all have one, which fits, and is never
 * corrected. They are only put down, and taken up when a row comes that corrects one. What else has
 * been booked of an enrolment is in `more`.
 */
struct enrolment {
    struct hz_identity identity;
    int32_t first; /* the amount in fen; IN_MORE: it is there */
    union {
        hz_date ended;
        uint32_t more; /* its number among them */
    } as;
};
enum { IN_MORE = INT32_MIN };

/* What has been booked of one, and how often its first amount was. */
struct booked {
    struct hz_identity identity;  /* the enrolment's */
    hz_fen first, paid, refunded; /* paid: of what was not taken back */
    hz_date first_ended, ended;   /* of the first amount, and of the last original one */
    uint32_t originals, reversals;
};

/* One of its amounts, with the day on which it ended, beyond the first. */
struct amount {
    struct hz_identity identity;
    uint32_t originals, reversals;
};

struct hz_entries hz_entries_new(void)
{
    return (struct hz_entries){.enrolment = {.size = sizeof(struct enrolment)},
                               .amount = {.size = sizeof(struct amount)}};
}

void hz_entries_clear(struct hz_entries *entries)
{
    hz_index_clear(&entries->enrolment);
    hz_index_clear(&entries->amount);
    entries->more.length = 0;
    entries->known = 0;
}

void hz_entries_free(struct hz_entries *entries)
{
    hz_index_free(&entries->enrolment);
    hz_index_free(&entries->amount);
    hz_buffer_free(&entries->more);
}

/* All that has been booked of an enrolment, in the long form from now on. Good until the next. */
static struct booked *booked_of(struct hz_entries *entries, struct enrolment *enrolment)
{
    if (enrolment->first != IN_MORE) {
        const struct booked once = {.identity = enrolment->identity,
                                    .first = enrolment->first,
                                    .paid = enrolment->first,
                                    .first_ended = enrolment->as.ended,
                                    .ended = enrolment->as.ended,
                                    .originals = 1};
        enrolment->first = IN_MORE;
        enrolment->as.more = (uint32_t)(entries->more.length / sizeof once);
        hz_buffer_append(&entries->more, &once, sizeof once);
    }
    return (struct booked *)(void *)entries->more.at + enrolment->as.more;
}

/* How often an amount of an enrolment was booked, and taken back. */
struct times {
    uint32_t *originals, *reversals;
};

static struct times times_of(struct hz_entries *entries, struct booked *booked, hz_fen amount,
                             hz_date ended)
{
    if (amount == booked->first && ended == booked->first_ended)
        return (struct times){&booked->originals, &booked->reversals};
    const struct hz_identity identity = hz_identity_number(booked->identity, amount);
    struct amount *other =
        hz_index_add(&entries->amount, hz_identity_number(identity, ended), NULL);
    return (struct times){&other->originals, &other->reversals};
}

static void book_again(struct hz_entries *entries, struct booked *booked, hz_fen amount,
                       hz_date ended)
{
    booked->ended = ended;
    ++*times_of(entries, booked, amount, ended).originals;
    booked->paid += amount;
}

/* An original amount of an enrolment that has one. */
static void join(void *context, void *first, void *again)
{
    struct hz_entries *entries = context;
    const struct booked own = *booked_of(entries, again);
    book_again(entries, booked_of(entries, first), own.first, own.ended);
}

/* NULL: nothing has been booked. */
static struct booked *find_booked(struct hz_entries *entries, struct hz_identity identity)
{
    hz_index_take_up(&entries->enrolment, entries->known, join, entries);
    entries->known = entries->enrolment.count;
    struct enrolment *enrolment = hz_index_find(&entries->enrolment, identity);
    return enrolment ? booked_of(entries, enrolment) : NULL;
}

static void book_original(struct hz_entries *entries, const struct hz_entry_facts *facts)
{
    struct enrolment *enrolment = hz_index_append(&entries->enrolment, facts->enrolment);
    const bool fits = facts->contribution > IN_MORE && facts->contribution <= INT32_MAX;
    enrolment->as.ended = facts->ended;
    enrolment->first = fits ? (int32_t)facts->contribution : 0;
    if (fits)
        return;
    struct booked *booked = booked_of(entries, enrolment);
    booked->first = booked->paid = facts->contribution;
}

/* A row that corrects another one has its days, or days are counted that were not covered. */
static void tell_other_end(struct hz_batch *batch, size_t row, const struct hz_entry_facts *facts)
{
    hz_batch_find(batch, row, HZ_WARNED, facts->amount_column, facts->amount_text, "ended_differs",
                  _("corrects a row with another day ended, or none: both rows are to have the "
                    "day, or what is unearned and in force is wrong"));
}

static bool reject(struct hz_batch *batch, size_t row, const struct hz_entry_facts *facts,
                   const char *code, const char *sentence)
{
    hz_batch_find(batch, row, HZ_REJECTED, facts->amount_column, facts->amount_text, code, "%s",
                  sentence);
    return false;
}

/* A refund that was booked wrongly is taken back. */
static bool take_refund_back(struct hz_batch *batch, size_t row, const struct hz_entry_facts *facts,
                             struct booked *booked)
{
    if (!booked || booked->refunded < facts->contribution)
        return reject(batch, row, facts, "reversal_of_nothing",
                      _("takes back more than the enrolment was refunded"));
    booked->refunded -= facts->contribution;
    return true;
}

/*
 * The amount that a reversal takes back: with its own day `ended`, or else one that has another
 * day, which is told: the days between would be counted, or not, only once.
 */
static struct times times_taken_back(struct hz_entries *entries, struct hz_batch *batch, size_t row,
                                     const struct hz_entry_facts *facts, struct booked *booked)
{
    const hz_fen amount = -facts->contribution;
    const struct times exact = times_of(entries, booked, amount, facts->ended);
    if (*exact.originals > 0)
        return exact;
    const hz_date other[] = {booked->ended, booked->first_ended, HZ_NO_DATE};
    for (size_t o = 0; o < HZ_COUNT(other); o++) {
        const struct times times = times_of(entries, booked, amount, other[o]);
        if (*times.originals <= *times.reversals)
            continue;
        tell_other_end(batch, row, facts);
        return times;
    }
    return times_of(entries, booked, amount, facts->ended); /* looking has moved them */
}

static bool book_reversal(struct hz_entries *entries, struct hz_batch *batch, size_t row,
                          const struct hz_entry_facts *facts)
{
    struct booked *booked = find_booked(entries, facts->enrolment);
    const hz_fen amount = -facts->contribution;
    if (amount < 0)
        return take_refund_back(batch, row, facts, booked);
    if (!booked)
        return reject(batch, row, facts, "reversal_of_nothing",
                      _("takes back a row that is not above: expected the same enrolment, plan and "
                        "start, before it (rows are checked in the order of the file)"));
    const struct times times = times_taken_back(entries, batch, row, facts, booked);
    if (*times.originals == 0 && !facts->is_told && amount < booked->paid) {
        hz_batch_find(batch, row, HZ_WARNED, facts->amount_column, facts->amount_text,
                      "refund_without_ended",
                      _("is less than the enrolment has paid, so a refund, but no day ended tells "
                        "until when it was covered: it is counted as one taken back"));
        booked->paid -= amount;
        return true;
    }
    if (*times.originals == 0)
        return reject(batch, row, facts, "reversal_of_nothing",
                      _("takes back an amount that the enrolment has not paid"));
    if (*times.reversals >= *times.originals)
        return reject(batch, row, facts, "reversed_twice",
                      _("takes back once more what was taken back already"));
    ++*times.reversals;
    booked->paid -= amount;
    return true;
}

/* A refund against the plan's, where that is known. */
static void check_refund(struct hz_batch *batch, size_t row, const struct hz_entry_facts *facts,
                         const struct booked *booked)
{
    if (!facts->plan || facts->plan->withdrawal.refund == HZ_REFUND_UNKNOWN ||
        facts->ended == HZ_NO_DATE)
        return;
    char text[HZ_SUM_TEXT];
    const hz_fen due =
        hz_withdrawal_refund(facts->plan, booked->paid, facts->start, facts->end, facts->ended);
    if (booked->refunded == due)
        return;
    hz_money_format(due, text);
    hz_batch_find(batch, row, HZ_WARNED, facts->amount_column, facts->amount_text, "refund_differs",
                  _("is not what the plan gives back on that day: %s"), text);
}

static bool book_refund(struct hz_entries *entries, struct hz_batch *batch, size_t row,
                        const struct hz_entry_facts *facts)
{
    struct booked *booked = find_booked(entries, facts->enrolment);
    const hz_fen amount = -facts->contribution;
    if (!booked)
        return reject(batch, row, facts, "refund_of_nothing",
                      _("refunds a row that is not above: expected the same enrolment, plan and "
                        "start, before "
                        "it (rows are checked in the order of the file)"));
    if (booked->refunded + amount > booked->paid)
        return reject(batch, row, facts, "refund_above_contribution",
                      _("is more than is left of what the enrolment has paid"));
    if (booked->ended != facts->ended)
        tell_other_end(batch, row, facts);
    booked->refunded += amount;
    if (!facts->is_told && facts->ended != HZ_NO_DATE && booked->refunded == booked->paid)
        hz_batch_find(batch, row, HZ_WARNED, facts->amount_column, facts->amount_text,
                      "refund_of_all",
                      _("gives back all, and is taken as a refund of a cover that held until it "
                        "ended: if it never held, say so by entry, reversal"));
    check_refund(batch, row, facts, booked);
    return true;
}

bool hz_entries_book(struct hz_entries *entries, struct hz_batch *batch, size_t row,
                     const struct hz_entry_facts *facts)
{
    switch (facts->entry) {
    case HZ_ENTRY_ORIGINAL:
        book_original(entries, facts);
        return true;
    case HZ_ENTRY_REVERSAL:
        return book_reversal(entries, batch, row, facts);
    case HZ_ENTRY_REFUND:
        return book_refund(entries, batch, row, facts);
    }
    return true;
}
