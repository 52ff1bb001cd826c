/* claims.h: claim transactions as typed rows: a row says what happened to a claim on a day. */

#ifndef HZ_RECORD_CLAIMS_H
#define HZ_RECORD_CLAIMS_H

#include "base/linkage.h"
#include "stream/batch.h"

HZ_BEGIN_C

/* The columns, in the order of a list that hz_claim_columns has filled in. */
enum hz_claim_column {
    HZ_CLAIM_NUMBER,      /* claim */
    HZ_CLAIM_EVENT,       /* event: when the loss happened (出险) */
    HZ_CLAIM_REPORT,      /* report: when it was told (报案) */
    HZ_CLAIM_START,       /* start: of the cover */
    HZ_CLAIM_TRANSACTION, /* transaction: when this row's change happened */
    HZ_CLAIM_PAID,        /* paid on that day; below zero for what came back */
    HZ_CLAIM_ESTIMATE,    /* case_estimate: still to be paid, as it stands after that day */
    HZ_CLAIM_STATUS,      /* status after that day */
    HZ_CLAIM_EX_GRATIA,   /* ex_gratia: aid beyond the terms of the plan (互助互济) */
    HZ_CLAIM_COLUMNS,
};

/* What a fold needs is a set of columns: bit HZ_CLAIM_EVENT and so on. */
#define HZ_CLAIM_NEEDS(column) (1U << (column))

/* Lists the columns; those that are not needed are optional. ex_gratia always is. */
void hz_claim_columns(unsigned needed, struct hz_column column[HZ_CLAIM_COLUMNS]);

/*
 * Steps of a status: reported, opened, approved, closed in any way, reopened. 0 without a status.
 */
enum { HZ_CLAIM_CLOSED = 3, HZ_CLAIM_STEPS = 5 };

/* The step of a status, -1 for a text that is none; and what to say of that. */
int hz_claim_step(struct hz_text status);

/* Whether it is rejected, in capitals or not. */
bool hz_claim_is_rejected(struct hz_text status);
const char *hz_claim_status_text(void);

/* More days than can lie between an event and what is done about it; and what to say of more. */
enum { HZ_CLAIM_CENTURY = 36525 };
const char *hz_claim_century_text(void);

/*
 * Amounts of a claim's row, 0 for an empty or absent cell; rejects (claim_too_large) more than
 * 100 billion yuan, which no claim is, so that those of a claim's rows add up in 64 bits.
 */
#define HZ_CLAIM_MOST INT64_C(10000000000000) /* fen */
const char *hz_claim_too_large_text(void);
void hz_claim_amounts(struct hz_batch *batch, int column, hz_fen fen[]);

/* A date that is not there. */
#define HZ_CLAIM_NO_DATE INT32_MIN

/*
 * A batch, typed. What is not needed is not set, but for the dates of report, event and
 * transaction.
 */
struct hz_claim_rows {
    hz_date event[HZ_BATCH_ROWS], report[HZ_BATCH_ROWS], transaction[HZ_BATCH_ROWS];
    hz_date start[HZ_BATCH_ROWS];
    hz_fen paid[HZ_BATCH_ROWS];        /* an empty cell is 0 */
    hz_fen estimate[HZ_BATCH_ROWS];    /* an empty cell is 0 */
    bool is_closed[HZ_BATCH_ROWS];     /* paid, closed, rejected or withdrawn */
    unsigned char step[HZ_BATCH_ROWS]; /* how far on its way the status is: see HZ_CLAIM_STEPS */
    bool is_ex_gratia[HZ_BATCH_ROWS];
};

/*
 * Reads a batch whose list of columns begins with that of hz_claim_columns. Dates of event, report
 * and transaction are read wherever they are, needed or not: HZ_CLAIM_NO_DATE for an empty cell of
 * one that is not needed.
 * Rejects: empty_claim, bad_status, bad_flag, negative_money (an estimate), the faults of the typed
 * columns, and dates out of order: event_before_start, report_before_event,
 * transaction_before_report, transaction_before_event; century: a report or transaction a hundred
 * years after the event.
 */
void hz_claim_read(struct hz_batch *batch, unsigned needed, struct hz_claim_rows *rows);

HZ_END_C

#endif
