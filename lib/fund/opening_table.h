/* opening_table.h: what a fund begins with: the closing balances of the statement before. */

#ifndef HZ_FUND_OPENING_TABLE_H
#define HZ_FUND_OPENING_TABLE_H

#include "base/arena.h"
#include "base/date.h"
#include "base/linkage.h"
#include "base/text.h"
#include "fund/statement.h"

HZ_BEGIN_C

/* The balance of a part: of a province, an office, a plan; all empty: of what is held in common. */
struct hz_fund_opening {
    struct hz_text key[3];
    struct hz_fund_balance balance;
};

/* Owned by the arena. */
struct hz_fund_openings {
    const char *file;
    hz_date until;  /* the last day of the statement, as if years started with January */
    bool is_fiscal; /* they do not */
    bool has_plan;  /* the statement tells plans apart */
    size_t parts;
    struct hz_fund_opening *part;
};

/*
 * Reads the statement that hz-fund has printed, as CSV, by any of its keys: the closing lines of
 * its last period. Best by province, office and plan: a key that the statement has not is empty
 * here. Refused (data): a table without year (or period), line and amount; one without closing
 * lines; a figure that is none; a balance that does not balance, as lines are missing or stand
 * twice.
 */
HZ_MUST_USE bool hz_fund_openings_read(struct hz_fund_openings *openings, const char *path,
                                       struct hz_arena *arena, struct hz_error *err);

HZ_END_C

#endif
