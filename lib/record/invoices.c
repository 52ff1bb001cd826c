/* invoices.c: see invoices.h. */

#include "record/invoices.h"

/* Who claimed an invoice first. */
struct first {
    struct hz_identity identity;
    uint64_t person;
};

/* How often others of a group did. */
struct shared {
    struct hz_identity identity;
    uint64_t hash; /* of the invoice */
    uint32_t group, times;
};

static bool is_kept(const struct hz_invoices *invoices, uint64_t hash)
{
    return (hash & ((UINT64_C(1) << invoices->halvings) - 1)) == 0;
}

/* Leaves one invoice of two. */
static void halve(struct hz_invoices *invoices)
{
    struct hz_index first = {.size = sizeof(struct first)};
    struct hz_index shared = {.size = sizeof(struct shared)};
    invoices->halvings++;
    for (uint32_t i = 0; i < invoices->first.count; i++) {
        const struct first *old = hz_index_at(&invoices->first, i);
        if (is_kept(invoices, old->identity.high))
            *(struct first *)hz_index_add(&first, old->identity, NULL) = *old;
    }
    for (uint32_t i = 0; i < invoices->shared.count; i++) {
        const struct shared *old = hz_index_at(&invoices->shared, i);
        if (is_kept(invoices, old->hash))
            *(struct shared *)hz_index_add(&shared, old->identity, NULL) = *old;
    }
    hz_invoices_free(invoices);
    invoices->first = first;
    invoices->shared = shared;
}

void hz_invoices_add(struct hz_invoices *invoices, struct hz_identity invoice, uint64_t person,
                     uint32_t group)
{
    bool is_new;
    if (!is_kept(invoices, invoice.high))
        return;
    invoices->first.size = sizeof(struct first);
    invoices->shared.size = sizeof(struct shared);
    struct first *first = hz_index_add(&invoices->first, invoice, &is_new);
    if (is_new) {
        first->person = person;
    } else if (first->person != person) {
        struct shared *shared =
            hz_index_add(&invoices->shared, hz_identity_number(invoice, group), NULL);
        shared->hash = invoice.high;
        shared->group = group;
        shared->times++;
    }
    while (invoices->first.count > invoices->most || invoices->shared.count > invoices->most)
        halve(invoices);
}

void hz_invoices_count(const struct hz_invoices *invoices, double shared[])
{
    for (uint32_t i = 0; i < invoices->shared.count; i++) {
        const struct shared *of = hz_index_at(&invoices->shared, i);
        shared[of->group] += of->times * hz_invoices_each(invoices);
    }
}

double hz_invoices_each(const struct hz_invoices *invoices)
{
    return (double)(UINT64_C(1) << invoices->halvings);
}

void hz_invoices_free(struct hz_invoices *invoices)
{
    hz_index_free(&invoices->first);
    hz_index_free(&invoices->shared);
}
