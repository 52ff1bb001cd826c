/*
 * fund_terms.h: what an association has decided about its fund, out of a YAML file. No percentage
 * has a usual value: what the file does not say is refused, and each figure knows its line.
 */

#ifndef HZ_FUND_FUND_TERMS_H
#define HZ_FUND_FUND_TERMS_H

#include "base/linkage.h"
#include "file/tree.h"
#include "fund/statement.h"

HZ_BEGIN_C

enum hz_fund_key {
    HZ_FUND_OPENING, /* at the beginning, in yuan; held in common */
    HZ_FUND_YIELD,
    HZ_FUND_FEES,
    HZ_FUND_EXPENSES,
    HZ_FUND_RISK_RESERVE,
    HZ_FUND_AID_FUND,
    HZ_FUND_DEVELOPMENT_FUND,
    HZ_FUND_IBNR,           /* not yet reported, as a part of the year's payouts */
    HZ_FUND_CLAIM_EXPENSES, /* of future payouts */
    HZ_FUND_MARGIN,         /* on the best estimate of future payouts */
    HZ_FUND_LIQUID,         /* the part of the assets that can be paid out at once */
    HZ_FUND_POPULATION,     /* persons whom the cover is meant for */
    HZ_FUND_KEYS,
};

struct hz_fund_terms {
    const char *file;
    int from; /* the first year that they hold for; 0: any */
    struct hz_fund_rates rates;
    struct hz_fund_balance opening; /* its assets are what all of it adds up to */
    struct hz_decimal ibnr, claim_expenses, margin, liquid;
    int64_t population;
    uint32_t line[HZ_FUND_KEYS]; /* where each stands; 0: it is not there */
    size_t laters;
    struct hz_fund_terms *later; /* those of later years, rising */
};

/* The terms that hold for a year. */
const struct hz_fund_terms *hz_fund_terms_of(const struct hz_fund_terms *terms, int year);

const char *hz_fund_key_name(enum hz_fund_key key);

/*
 * Reads the file. `opening` is an amount, which is retained, or a map of the balance's reserves and
 * funds; `from` is a map of years, each of keys that hold from that year on in place of those
 * before. All keys but ibnr, liquid and population must be there. Refused (data), all faults
 * together, each with file and line: an unknown or missing key; a figure that is none; a part that
 * is negative or above 1; shares of a surplus that are more than all of it; a yield of -1 or less;
 * years that do not rise.
 */
HZ_MUST_USE bool hz_fund_terms_read(struct hz_fund_terms *terms, const char *path,
                                    struct hz_arena *arena, struct hz_error *err);

HZ_END_C

#endif
