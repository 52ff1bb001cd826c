/*
 * fund_reserves.h: what claims reserves (hz-reserve) say that a fund still owes at the end of
 * each year, and how that is told apart by province, office and plan.
 */

#ifndef HZ_FUND_FUND_RESERVES_H
#define HZ_FUND_FUND_RESERVES_H

#include "base/arena.h"
#include "base/linkage.h"
#include "base/money.h"
#include "base/text.h"
#include "file/sheet.h"

HZ_BEGIN_C

/* What the tables' column `ibnr` is. */
enum hz_fund_reserve_kind {
    HZ_RESERVE_NONE,        /* there are no tables */
    HZ_RESERVE_IBNR,        /* of triangles of incurred claims: on top of case estimates */
    HZ_RESERVE_OUTSTANDING, /* of triangles of payments: in place of them */
};

/* A group of a table. A key that the table has not is empty. */
struct hz_fund_reserve {
    struct hz_text key[3]; /* province, office, plan */
    hz_sum fen;            /* of its total, or of its origins where it has none */
    bool is_total;
    uint64_t line;
};

struct hz_fund_reserve_year {
    int year;
    const char *file;
    bool has[3];
    size_t groups;
    struct hz_fund_reserve *group;
};

struct hz_fund_reserves {
    enum hz_fund_reserve_kind kind;
    size_t years;
    struct hz_fund_reserve_year *year;
};

/*
 * Reads "2020:FILE,2021:FILE": for each year the table that hz-reserve has printed of the claims
 * as they stood at its end, of one method. Owned by the arena. Refused (usage): another text, a
 * year twice; (data) a table without origin and ibnr, an ibnr that is not known or no amount, a
 * second method, a second total of a province, office and plan.
 */
HZ_MUST_USE bool hz_fund_reserves_read(struct hz_fund_reserves *reserves,
                                       enum hz_fund_reserve_kind kind, const char *list,
                                       struct hz_arena *arena, struct hz_error *err);

/* Refused (data): no table of that year. */
HZ_MUST_USE bool hz_fund_reserves_find(const struct hz_fund_reserves *reserves, int year,
                                       const struct hz_fund_reserve_year **table,
                                       struct hz_error *err);

/* A part of the fund that a reserve is shared out to: its keys, and how much it weighs. */
struct hz_fund_share_of {
    struct hz_text key[3];
    double weight, exposure; /* not negative */
    bool has_claims;         /* a group must have it */
    hz_fen fen;              /* the result */
};

/*
 * Shares out each group's reserve among the parts that agree with its keys, by their weights;
 * where all are 0, by exposure; where that is 0, evenly. Shares are whole fen and add up to the
 * group's amount rounded to the fen. Refused (data): a group of which there is no part; a part
 * with claims that is in no group.
 */
HZ_MUST_USE bool hz_fund_reserves_share(const struct hz_fund_reserve_year *table,
                                        struct hz_fund_share_of part[], size_t parts,
                                        struct hz_error *err);

HZ_END_C

#endif
