/* fund_table.h: the statement of a fund and its ratios, out of a ledger (ledger.h). */

#ifndef HZ_FUND_FUND_TABLE_H
#define HZ_FUND_FUND_TABLE_H

#include "base/date.h"
#include "base/linkage.h"
#include "file/sheet.h"
#include "file/table.h"
#include "fund/fund_reserves.h"
#include "fund/fund_terms.h"
#include "fund/ledger.h"
#include "fund/opening_table.h"

HZ_BEGIN_C

/* A part of the fund in a period: province, office and plan; the common part has none. */
struct hz_fund_part {
    struct hz_text key[3];
    hz_period period;
    hz_sum line[HZ_LEDGER_LINES]; /* money in fen */
    hz_fen outstanding;           /* case estimates and what is not yet reported */
    double before;   /* what was outstanding when the periods began that the best estimate is of */
    hz_fen of_gifts; /* of the deficiency, where nothing was paid for any cover */
    double best_estimate; /* of future payouts of the cover in force, with expenses and margin */
    struct hz_fund_balance opening; /* in the first period that has books */
    struct hz_fund_year books;
};

/*
 * Persons in force at the end of a period within a province, an office, a plan; empty: within all.
 */
struct hz_fund_persons {
    struct hz_text key[3];
    hz_period period;
    hz_sum persons;
    size_t row; /* of the ledger */
};

/*
 * All parts, those of one key together, periods rising without a gap, the common ones first. Owned
 * by the arena.
 */
struct hz_fund {
    struct hz_fund_terms terms;
    const struct hz_fund_reserves *reserves; /* NULL: by the terms' ibnr */
    const char *file;
    const struct hz_fund_openings *openings; /* NULL: of the terms */
    enum hz_grain grain;
    bool is_fiscal;        /* years start with another month than January */
    hz_period first, last; /* of the ledger */
    hz_period begin;       /* the first that has books; those before are only compared with */
    size_t periods, parts;
    struct hz_fund_part *part;
    size_t counts;
    struct hz_fund_persons *count; /* as far as the ledger has counted them */
    bool has_provinces; /* that are not the ledger's: its counts of provinces do not hold */
};

/* What the books are made from. */
struct hz_fund_sources {
    const struct hz_sheet *ledger;
    const char *terms;
    const char *provinces; /* CSV: office, province, in place of the ledger's; or NULL */
    const struct hz_fund_reserves *reserves; /* or NULL */
    const struct hz_fund_openings *openings; /* or NULL */
};

/*
 * Reads a ledger, members' and claims' lines in any order and with the header repeated where files
 * were joined, and makes the books of each part:
 *
 *   outstanding = case estimates + ibnr x payouts of the year of the part, if above 0, or of
 *                 reserves (NULL: none), a group's share by the plan's payouts in the year over its
 *                 exposure x the part's exposure
 *   best estimate = (payouts + change of outstanding) of the plan / its exposure in the year
 *                   x exposure still to come of the part x (1 + claim_expenses) x (1 + margin)
 *   deficiency (保费不足准备金) = what the best estimate is above the unearned contributions
 *
 * without offset between parts. What the terms say of the opening is a common part's; it also has
 * what the fund as a whole shares (hz_fund_share). What was outstanding at the opening of parts
 * that tell no plan is shared out among those that agree with their keys, for the best estimate.
 *
 * Refused (data), with line: an unknown item; a period of another length; a figure at fault; one
 * that stands twice, persons too; no row of a period that cover goes on in; an opening that does
 * not end with a year; no ibnr in the terms where there are no reserves; a year without reserves;
 * an office that the provinces lack or have twice; parts that together are beyond 64 bits.
 */
HZ_MUST_USE bool hz_fund_read(struct hz_fund *fund, const struct hz_fund_sources *sources,
                              struct hz_arena *arena, struct hz_error *err);

/* Which of the keys the result is split by: "plan,office,province" in any order. */
enum { HZ_FUND_BY_PROVINCE = 1, HZ_FUND_BY_OFFICE = 2, HZ_FUND_BY_PLAN = 4 };
HZ_MUST_USE bool hz_fund_by_parse(const char *list, unsigned *by, struct hz_error *err);

/* The keys, year, line, amount, origin: a row a line of the statement, group by group, then all. */
void hz_fund_statement(const struct hz_fund *fund, unsigned by, struct hz_table *out);

/* The keys, year, ratio, value, numerator, denominator, definition. */
void hz_fund_ratios(const struct hz_fund *fund, unsigned by, struct hz_table *out);

HZ_END_C

#endif
