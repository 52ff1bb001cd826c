/* check_entries.c: see check_entries.h. */

#include "record/check_entries.h"

#include "plan/withdrawal.h"

/* An enrolment, and how often its first amount was booked. */
struct enrolment {
    struct hz_identity identity;
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

void hz_entries_free(struct hz_entries *entries)
{
    hz_index_free(&entries->enrolment);
    hz_index_free(&entries->amount);
}

/* How often an amount of an enrolment was booked, and taken back. */
struct times {
    uint32_t *originals, *reversals;
};

static struct times times_of(struct hz_entries *entries, struct enrolment *enrolment, hz_fen amount,
                             hz_date ended)
{
    if (amount == enrolment->first && ended == enrolment->first_ended)
        return (struct times){&enrolment->originals, &enrolment->reversals};
    const struct hz_identity identity = hz_identity_number(enrolment->identity, amount);
    struct amount *other =
        hz_index_add(&entries->amount, hz_identity_number(identity, ended), NULL);
    return (struct times){&other->originals, &other->reversals};
}

static bool book_original(struct hz_entries *entries, const struct hz_entry_facts *facts)
{
    bool is_new;
    struct enrolment *enrolment = hz_index_add(&entries->enrolment, facts->enrolment, &is_new);
    if (is_new) {
        enrolment->first = facts->contribution;
        enrolment->first_ended = facts->ended;
    }
    enrolment->ended = facts->ended;
    ++*times_of(entries, enrolment, facts->contribution, facts->ended).originals;
    enrolment->paid += facts->contribution;
    return true;
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
                             struct enrolment *enrolment)
{
    if (!enrolment || enrolment->refunded < facts->contribution)
        return reject(batch, row, facts, "reversal_of_nothing",
                      _("takes back more than the enrolment was refunded"));
    enrolment->refunded -= facts->contribution;
    return true;
}

/*
 * The amount that a reversal takes back: with its own day `ended`, or else one that has another
 * day, which is told: the days between would be counted, or not, only once.
 */
static struct times times_taken_back(struct hz_entries *entries, struct hz_batch *batch, size_t row,
                                     const struct hz_entry_facts *facts,
                                     struct enrolment *enrolment)
{
    const hz_fen amount = -facts->contribution;
    const struct times exact = times_of(entries, enrolment, amount, facts->ended);
    if (*exact.originals > 0)
        return exact;
    const hz_date other[] = {enrolment->ended, enrolment->first_ended, HZ_NO_DATE};
    for (size_t o = 0; o < HZ_COUNT(other); o++) {
        const struct times times = times_of(entries, enrolment, amount, other[o]);
        if (*times.originals <= *times.reversals)
            continue;
        tell_other_end(batch, row, facts);
        return times;
    }
    return exact;
}

static bool book_reversal(struct hz_entries *entries, struct hz_batch *batch, size_t row,
                          const struct hz_entry_facts *facts)
{
    struct enrolment *enrolment = hz_index_find(&entries->enrolment, facts->enrolment);
    const hz_fen amount = -facts->contribution;
    if (amount < 0)
        return take_refund_back(batch, row, facts, enrolment);
    if (!enrolment)
        return reject(batch, row, facts, "reversal_of_nothing",
                      _("takes back a row that is not above: expected the same enrolment, plan and "
                        "start, before it (rows are checked in the order of the file)"));
    const struct times times = times_taken_back(entries, batch, row, facts, enrolment);
    if (*times.originals == 0 && !facts->is_told && amount < enrolment->paid) {
        hz_batch_find(batch, row, HZ_WARNED, facts->amount_column, facts->amount_text,
                      "refund_without_ended",
                      _("is less than the enrolment has paid, so a refund, but no day ended tells "
                        "until when it was covered: it is counted as one taken back"));
        enrolment->paid -= amount;
        return true;
    }
    if (*times.originals == 0)
        return reject(batch, row, facts, "reversal_of_nothing",
                      _("takes back an amount that the enrolment has not paid"));
    if (*times.reversals >= *times.originals)
        return reject(batch, row, facts, "reversed_twice",
                      _("takes back once more what was taken back already"));
    ++*times.reversals;
    enrolment->paid -= amount;
    return true;
}

/* A refund against the plan's, where that is known. */
static void check_refund(struct hz_batch *batch, size_t row, const struct hz_entry_facts *facts,
                         const struct enrolment *enrolment)
{
    if (!facts->plan || facts->plan->withdrawal.refund == HZ_REFUND_UNKNOWN ||
        facts->ended == HZ_NO_DATE)
        return;
    char text[HZ_SUM_TEXT];
    const hz_fen due =
        hz_withdrawal_refund(facts->plan, enrolment->paid, facts->start, facts->end, facts->ended);
    if (enrolment->refunded == due)
        return;
    hz_money_format(due, text);
    hz_batch_find(batch, row, HZ_WARNED, facts->amount_column, facts->amount_text, "refund_differs",
                  _("is not what the plan gives back on that day: %s"), text);
}

static bool book_refund(struct hz_entries *entries, struct hz_batch *batch, size_t row,
                        const struct hz_entry_facts *facts)
{
    struct enrolment *enrolment = hz_index_find(&entries->enrolment, facts->enrolment);
    const hz_fen amount = -facts->contribution;
    if (!enrolment)
        return reject(batch, row, facts, "refund_of_nothing",
                      _("refunds a row that is not above: expected the same enrolment, plan and "
                        "start, before "
                        "it (rows are checked in the order of the file)"));
    if (enrolment->refunded + amount > enrolment->paid)
        return reject(batch, row, facts, "refund_above_contribution",
                      _("is more than is left of what the enrolment has paid"));
    if (enrolment->ended != facts->ended)
        tell_other_end(batch, row, facts);
    enrolment->refunded += amount;
    if (!facts->is_told && facts->ended != HZ_NO_DATE && enrolment->refunded == enrolment->paid)
        hz_batch_find(batch, row, HZ_WARNED, facts->amount_column, facts->amount_text,
                      "refund_of_all",
                      _("gives back all, and is taken as a refund of a cover that held until it "
                        "ended: if it never held, say so by entry, reversal"));
    check_refund(batch, row, facts, enrolment);
    return true;
}

bool hz_entries_book(struct hz_entries *entries, struct hz_batch *batch, size_t row,
                     const struct hz_entry_facts *facts)
{
    switch (facts->entry) {
    case HZ_ENTRY_ORIGINAL:
        return book_original(entries, facts);
    case HZ_ENTRY_REVERSAL:
        return book_reversal(entries, batch, row, facts);
    case HZ_ENTRY_REFUND:
        return book_refund(entries, batch, row, facts);
    }
    return true;
}
