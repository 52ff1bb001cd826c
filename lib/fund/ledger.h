/*
 * ledger.h: the lines of a ledger, what records say of a fund period by period
 * (record/ledger_fold.h).
 */

#ifndef HZ_FUND_LEDGER_H
#define HZ_FUND_LEDGER_H

#include "base/linkage.h"

#include <stdbool.h>

HZ_BEGIN_C

/* A line of the ledger: whether its figures are money or numbers, and what it is. */
struct hz_ledger_item {
    const char *name;
    bool is_money;
    bool is_standing; /* as it stands at the end of a period, not what happened in it */
};

enum hz_ledger_line {
    HZ_LEDGER_COVERS,   /* covers that started */
    HZ_LEDGER_RENEWALS, /* of them with the enter_type renew */
    HZ_LEDGER_GIFTS,    /* of them that somebody has given */
    HZ_LEDGER_ENDS,     /* covers whose last day was in the period */
    HZ_LEDGER_SELF,     /* contributions by payer; what no column names is OTHER */
    HZ_LEDGER_UNIT,
    HZ_LEDGER_UNION,
    HZ_LEDGER_GOVERNMENT,
    HZ_LEDGER_OTHER,
    HZ_LEDGER_EXPOSURE,  /* days of cover times units */
    HZ_LEDGER_IN_FORCE,  /* covers at the end, those whose last day it is among them */
    HZ_LEDGER_REMAINING, /* days of cover still to come, times units */
    HZ_LEDGER_UNEARNED,
    HZ_LEDGER_DEPOSITS_IN,
    HZ_LEDGER_DEPOSITS_OUT,  /* what was given back */
    HZ_LEDGER_DEPOSITS_KEPT, /* what was not; below zero: what was given on top */
    HZ_LEDGER_DEPOSITS,      /* owed at the end */
    HZ_LEDGER_LAPSES,        /* covers that ended before their time */
    HZ_LEDGER_LAPSED,        /* the part of their contributions that was then not yet earned */
    HZ_LEDGER_PERSONS,       /* in force at the end */
    HZ_LEDGER_MEMBER_LINES,

    HZ_LEDGER_PAID = HZ_LEDGER_MEMBER_LINES, /* payouts less what came back */
    HZ_LEDGER_AID,                           /* ex-gratia aid (互助互济) */
    HZ_LEDGER_PAYMENTS,                      /* rows that pay */
    HZ_LEDGER_CLAIMS, /* paid in all, whatever their rows, net: one taken back counts -1 */
    HZ_LEDGER_REPORTED,
    HZ_LEDGER_REJECTED, /* net likewise: one reopened counts -1 */
    HZ_LEDGER_PROMPT,   /* payments made within so many days of the report */
    HZ_LEDGER_SERVICES, /* claims of a service that costs the fund and pays no cash, net */
    HZ_LEDGER_SERVICE_COST,
    HZ_LEDGER_OUTSTANDING, /* case estimates */

    HZ_LEDGER_CLAIM_LINES, /* what neither members nor claims tell: entries of the books */
    HZ_LEDGER_DONATIONS = HZ_LEDGER_CLAIM_LINES, /* 捐赠 */
    HZ_LEDGER_SUBSIDIES,                         /* 补助 */
    HZ_LEDGER_DEVELOPMENT_SPENT,                 /* out of the development fund */
    HZ_LEDGER_DISASTER_RECEIVED,                 /* 专项资金, earmarked for disaster relief */
    HZ_LEDGER_DISASTER_SPENT,
    HZ_LEDGER_LINES,
};

extern const struct hz_ledger_item hz_ledger_items[HZ_LEDGER_LINES];

HZ_END_C

#endif
