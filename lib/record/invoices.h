/*
 * invoices.h: which invoices that stream by have been claimed by another person before, in memory
 * that is bounded.
 *
 * Up to a number of different ones all are kept. Beyond it those are whose hash ends in a zero bit,
 * then in two, and so on, each standing for 2, 4 and more: a sample of invoices, not of claims, so
 * that one that is kept has been since its first claim, and each group's count is an estimate
 * without bias. P. B. Gibbons, "Distinct sampling for highly-accurate answers to distinct values
 * queries and event reports", VLDB 2001.
 */

#ifndef HZ_RECORD_INVOICES_H
#define HZ_RECORD_INVOICES_H

#include "base/identity.h"
#include "base/linkage.h"

HZ_BEGIN_C

/* Zeroed but for `most`: how many different invoices are kept; 32 bytes each, and twice while
 * fewer are taken on. */
struct hz_invoices {
    uint32_t most;
    unsigned halvings;             /* one invoice of 2^halvings is kept */
    struct hz_index first, shared; /* by whom first; by invoice and group: how often by another */
};

/* `group` is a number of the caller's, from 0. */
void hz_invoices_add(struct hz_invoices *invoices, struct hz_identity invoice, uint64_t person,
                     uint32_t group);

/* Adds to each group's number how many of its claims' invoices somebody else had claimed before. */
void hz_invoices_count(const struct hz_invoices *invoices, double shared[]);

/* One invoice of so many was looked at; 1: all. */
double hz_invoices_each(const struct hz_invoices *invoices);

void hz_invoices_free(struct hz_invoices *invoices);

HZ_END_C

#endif
