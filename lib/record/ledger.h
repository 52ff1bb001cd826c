/*
 * ledger.h: what records say of a fund, period by period: contributions, cover, unearned parts out of
 * member records; payouts and case estimates out of claim records. Projections and fund statements
 * are made from it.
 */

#ifndef HZ_RECORD_LEDGER_H
#define HZ_RECORD_LEDGER_H

#include "record/claims.h"
#include "record/unearned.h"
#include "stream/fold.h"

/* A line of the ledger: whether its figures are money or numbers, and what it is. */
struct hz_ledger_item {
    const char *name;
    bool is_money;
    bool is_standing; /* as it stands at the end of a period, not what happened in it */
};

enum hz_ledger_line {
    HZ_LEDGER_COVERS,   /* covers that started */
    HZ_LEDGER_RENEWALS, /* of them with the enter_type renew */
    HZ_LEDGER_GIFTS,    /* of them at no price */
    HZ_LEDGER_ENDS,     /* covers whose last day was in the period */
    HZ_LEDGER_SELF,     /* contributions by payer; what no column names is OTHER */
    HZ_LEDGER_UNIT,
    HZ_LEDGER_UNION,
    HZ_LEDGER_GOVERNMENT,
    HZ_LEDGER_OTHER,
    HZ_LEDGER_EXPOSURE,  /* days of cover times units */
    HZ_LEDGER_IN_FORCE,  /* covers at the end */
    HZ_LEDGER_REMAINING, /* days of cover still to come, times units */
    HZ_LEDGER_UNEARNED,
    HZ_LEDGER_MEMBER_LINES,

    HZ_LEDGER_PAID = HZ_LEDGER_MEMBER_LINES, /* payouts less what came back */
    HZ_LEDGER_AID,                           /* ex-gratia aid (互助互济) */
    HZ_LEDGER_PAYOUTS,                       /* how many */
    HZ_LEDGER_REPORTED,                      /* claims' first reports */
    HZ_LEDGER_REJECTED,
    HZ_LEDGER_PROMPT,      /* payouts made within so many days of the report */
    HZ_LEDGER_OUTSTANDING, /* case estimates */
    HZ_LEDGER_LINES,
};

extern const struct hz_ledger_item hz_ledger_items[HZ_LEDGER_LINES];

/* Columns of the printed ledger: province, office, plan, period, item, amount. */

enum { HZ_LEDGER_OWN_COLUMNS = 16 };

/* The settings of the folds, which are used as long as they are. */
struct hz_ledger_fold {
    enum hz_grain grain;
    hz_period first, last;                          /* the periods that are told */
    int prompt_days;                                /* what is prompt */
    struct hz_unearned how;                         /* how contributions are earned */
    struct hz_column column[HZ_LEDGER_OWN_COLUMNS]; /* by the functions below */
};

/*
 * The ledger of member records. It reads plan, office, start, end, contribution and, as far as they
 * are there, province (else the first two characters of office, GB/T 2260), units (else 1),
 * enter_type, and the contributions by payer. A contribution is booked on the first day of its cover;
 * the unearned part of a cover at the end of a period is rounded to the fen, so that groups add up.
 * Rejects: the faults of hz_unearned_part and of the typed columns; payers that together are not the
 * contribution (payers_not_total); units that are not a whole number above 0 (bad_units).
 */
void hz_ledger_members(struct hz_ledger_fold *settings, struct hz_fold *fold);

/*
 * The ledger of claim records: plan, office, province as above, and the columns of claims.h. The case
 * estimate of a claim stands as its last transaction of the period left it, and on in later periods.
 */
void hz_ledger_claims(struct hz_ledger_fold *settings, struct hz_fold *fold);

#endif
