/*
 * triangle_fold.h: claim transactions, many a claim, become a claims triangle: what is known of the
 * claims of an origin period as it grows older.
 */

#ifndef HZ_RECORD_TRIANGLE_FOLD_H
#define HZ_RECORD_TRIANGLE_FOLD_H

#include "base/linkage.h"
#include "record/claims.h"
#include "record/groups.h"
#include "stream/fold.h"
#include "triangle/grains.h"

HZ_BEGIN_C

/* The date that puts a claim into its origin period. */
enum hz_claim_origin {
    HZ_ORIGIN_EVENT,  /* of the event (出险): the usual one */
    HZ_ORIGIN_REPORT, /* of the report (报案) */
    HZ_ORIGIN_START,  /* of the start of the cover */
};

/* What is counted. */
enum hz_claim_measure {
    HZ_MEASURE_PAID,     /* payments less recoveries */
    HZ_MEASURE_INCURRED, /* payments, and the case estimate that stands */
    HZ_MEASURE_REPORTED, /* claims, from their report */
    HZ_MEASURE_CLOSED,   /* claims whose last status is closed, paid, rejected or withdrawn */
};

/* In the order of the enums, then NULL. */
extern const char *const hz_claim_origin_names[];
extern const char *const hz_claim_measure_names[];

/* The columns of the result that are no groups: origin, development, value; then NULL. */
extern const char *const hz_triangle_result[];

/* More development periods than that, and a date is wrong. */
enum { HZ_TRIANGLE_PERIODS = 1200 };

/* The settings of the fold, which are used as long as it is. */
struct hz_triangle_fold {
    enum hz_claim_origin origin;
    enum hz_claim_measure measure;
    struct hz_triangle_grains grains;
    bool has_as_of;
    hz_date as_of;       /* what happens after this day is left out */
    bool is_incremental; /* what is added at each age, not what there is by then */
    bool with_ex_gratia; /* rows flagged as such are counted too */
    bool is_adjacent;    /* the rows of a claim stand together */
    struct hz_groups by;
    unsigned needed; /* by hz_triangle_fold, as is the list of columns */
    struct hz_column column[HZ_CLAIM_COLUMNS + HZ_GROUPS_MOST + 1];
};

/*
 * Fills in the fold. It reads the dates event, report, start and transaction, the amounts paid and
 * case_estimate (empty: 0), claim, status and ex_gratia, as far as the measure and origin need
 * them; a report or transaction date that is not needed is checked where it stands.
 *
 * The table has a row a cell: the groups, origin ("2021", "2021Q3", "2021-07"), development (the
 * age in development periods; 1 is the one in which the origin period begins) and value (yuan or
 * claims). For people (HZ_FORMAT_TABLE) it has a row an origin period and a column an age. Each
 * group's triangle goes from its first origin period with a claim to that of the valuation date,
 * and holds every cell up to that date, without movement too; the valuation date is as_of or,
 * without it, the end of the development period of the latest date that was read.
 *
 * The state of HZ_MEASURE_PAID is as small as the triangle. The other measures remember each claim:
 * a row of a later transaction date replaces what an earlier one said of it; of one day the row
 * stands whose status is further on its way (HZ_CLAIM_STEPS), then the one with the smaller
 * estimate. So the order of the rows makes no difference. A claim whose origin date is corrected
 * moves to the origin period of its last row as a whole (a payment of HZ_MEASURE_PAID stays in the
 * period of its own row).
 *
 * Rejects: those of hz_claim_read. Left out: rows after as_of, and ex-gratia rows.
 * Refused (data) at the end: more than HZ_TRIANGLE_PERIODS development periods.
 */
void hz_triangle_fold(struct hz_triangle_fold *settings, struct hz_fold *fold);

/*
 * The cell of a payment on a day of a claim whose origin date is given: for who adds up cells
 * elsewhere, and makes a tally of them for the fold to finish.
 */
void hz_triangle_cell(const struct hz_triangle_fold *settings, hz_date origin_date, hz_date date,
                      hz_period *origin, hz_period *age);

HZ_END_C

#endif
