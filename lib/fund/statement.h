/*
 * statement.h: a year of a mutual-aid fund: what comes in, what goes out, what is set aside, and
 * what is left (结余) for mutual-aid grants (互助互济金) and the development fund (事业发展基金).
 * All in whole fen, so that opening + movement = closing, exactly.
 *
 *     surplus = contributions + yield - payouts - fees - expenses
 *               - change of (unearned + deficiency + outstanding) - transfer to the risk reserve
 *     assets  = unearned + deficiency + outstanding + risk reserve + aid fund
 *               + development fund + retained
 */

#ifndef HZ_FUND_STATEMENT_H
#define HZ_FUND_STATEMENT_H

#include "base/decimal.h"
#include "base/error.h"
#include "base/linkage.h"

HZ_BEGIN_C

/* What the association has decided: nothing here has a usual value. */
struct hz_fund_rates {
    int per_year;               /* how many periods a year has; 0 is 1 */
    struct hz_decimal yield;    /* yearly, on opening assets and half of the year's net cash flow */
    struct hz_decimal fees;     /* 手续费, of contributions */
    struct hz_decimal expenses; /* 管理费, of contributions */
    struct hz_decimal risk_reserve;     /* 风险准备金, set aside of contributions */
    struct hz_decimal aid_fund;         /* of a surplus */
    struct hz_decimal development_fund; /* of a surplus */
};

/* What stands on the balance. */
struct hz_fund_balance {
    hz_fen assets;
    hz_fen unearned, deficiency, outstanding;
    hz_fen deposits; /* 储金: what is owed of them */
    hz_fen risk_reserve, aid_fund, development_fund;
    hz_fen disaster_fund; /* 专项资金: earmarked */
    hz_fen retained;
};

enum { HZ_FUND_PAYERS = 5 };

/* What a year brought: flows, and the liabilities at its end. */
struct hz_fund_flow {
    hz_fen payer[HZ_FUND_PAYERS]; /* members, units, unions, government, others */
    hz_fen paid, aid;
    hz_fen unearned, deficiency, outstanding;
    hz_fen services;                                 /* cost of benefits that pay no cash */
    hz_fen donations, subsidies;                     /* 捐赠, 补助 */
    hz_fen development_spent;                        /* 事业发展支出 */
    hz_fen disaster_received, disaster_spent;        /* of the earmarked fund */
    hz_fen deposits_in, deposits_out, deposits_kept; /* kept: what was not given back */
};

struct hz_fund_year {
    struct hz_fund_balance opening, closing;
    struct hz_fund_flow flow;
    hz_fen contributions, earned, yield, fees, expenses;
    hz_fen risk_transfer; /* to the risk reserve */
    hz_fen surplus;
    hz_fen risk_used; /* of the risk reserve, for a deficit */
    hz_fen to_aid_fund, to_development_fund, to_retained;
    /* Spending as far as its own fund reaches; the rest is out of what is retained. */
    hz_fen aid_of_fund, development_of_fund, disaster_of_fund;
};

/*
 * Makes a year of one part of the fund (an office's plan) out of its opening balance. What is left
 * is
 * retained: a surplus is shared by the fund as a whole, see hz_fund_share. Refused (data): amounts
 * beyond 64 bits.
 */
HZ_MUST_USE bool hz_fund_advance(const struct hz_fund_rates *rates,
                                 const struct hz_fund_balance *opening,
                                 const struct hz_fund_flow *flow, struct hz_fund_year *year,
                                 struct hz_error *err);

/*
 * Books, in the part that all have in common, what follows from the year of the whole fund (the sum
 * of all parts, this one among them, before sharing): a surplus is shared by the rates, the rest is
 * retained; a deficit is taken from the risk reserve as far as that reaches, then from what is
 * retained. Grants are paid out of the aid fund as far as it reaches, as it stands after the year's
 * share. The common part may stand below zero where others are above: only the whole is a fund.
 */
HZ_MUST_USE bool hz_fund_share(const struct hz_fund_rates *rates, const struct hz_fund_year *whole,
                               struct hz_fund_year *common, struct hz_error *err);

/* Adds a year of one part of the fund to that of another, figure by figure. */
void hz_fund_add(struct hz_fund_year *into, const struct hz_fund_year *year);

/* What assets are above the balance's other side: 0, or the statement is wrong. */
hz_fen hz_fund_gap(const struct hz_fund_balance *balance);

HZ_END_C

#endif
