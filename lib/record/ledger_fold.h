/*
 * ledger_fold.h: what records say of a fund, period by period: contributions, cover, unearned parts
 * out of member records; payouts and case estimates out of claim records. Both fill the ledger,
 * whose columns are province, office, plan, period, item, amount; projections and fund statements
 * are made from it.
 */

#ifndef HZ_RECORD_LEDGER_FOLD_H
#define HZ_RECORD_LEDGER_FOLD_H

#include "base/linkage.h"
#include "fund/ledger.h"
#include "fund/unearned.h"
#include "plan/plans.h"
#include "record/claims.h"
#include "record/lives.h"
#include "record/persons.h"
#include "stream/fold.h"

HZ_BEGIN_C

enum { HZ_LEDGER_OWN_COLUMNS = 20 };

/* The settings of the folds, which are used as long as they are. */
struct hz_ledger_fold {
    enum hz_grain grain;
    int shift;                    /* months after January at which years start */
    hz_period first, last;        /* the periods that are told */
    int prompt_days;              /* what is prompt */
    struct hz_unearned how;       /* how contributions are earned */
    const struct hz_plans *plans; /* which of them are gifts; NULL: by the records alone */
    bool is_adjacent;             /* the rows of a claim stand together */
    const char *persons; /* the column that tells persons apart; NULL: they are not counted */
    struct hz_persons_key key;
    struct hz_column column[HZ_LEDGER_OWN_COLUMNS]; /* by the functions below */
};

/*
 * The ledger of member records. It reads plan, office, start, end, contribution and, as far as they
 * are there, province (else the first two characters of office, GB/T 2260), units (else 1),
 * enter_type, the contributions by payer, of the savings type deposit, refund (else the deposit)
 * and ended (else the end), wait_from if contributions are earned by weights, and the column of
 * persons. A contribution is booked on the first day of its cover. The unearned part of a
 * province's, office's plan at the end of a period is the exact sum of its covers', rounded once to
 * the fen, as hz_unearned_fold has it. A cover is in force on its last day. Persons in force are
 * counted once in each of: all, a province, an office of it, a plan, a province's plan, an office's
 * plan; columns that do not say which are empty. Rejects: the faults of hz_unearned_part and of the
 * typed columns; payers that together are not the contribution (payers_not_total); units that are
 * not a whole number above 0 (bad_units); the faults of lives.h.
 */
void hz_ledger_members(struct hz_ledger_fold *settings, struct hz_fold *fold);

/*
 * The ledger of claim records: plan, office, province as above, the columns of claims.h and
 * service_cost. A claim is one payout, whatever its rows: it counts in the period in which what its
 * rows have paid in all rises above nothing, and is taken off where all of it came back; so with
 * rejections. The case estimate of a claim stands as its last transaction of the period left it,
 * and on in later periods. A claim is told by its number within the office's plan. Refused (data)
 * at the end: rows of a claim that do not stand together, if that was said.
 */
void hz_ledger_claims(struct hz_ledger_fold *settings, struct hz_fold *fold);

/*
 * The ledger of entries of the books: date, item, amount and, as far as they are there, office,
 * plan and province; without them an entry is of the fund as a whole. Items are donations,
 * subsidies, development_spent, disaster_received and disaster_spent, or 捐赠, 补助, 事业发展支出,
 * 专项资金收入, 专项资金支出; an amount below zero takes one back. Rejects: bad_item, and the
 * faults of the typed columns. Left out: entries of other years.
 */
void hz_ledger_entries(struct hz_ledger_fold *settings, struct hz_fold *fold);

HZ_END_C

#endif
