/*
 * unearned.h: what part of a contribution is not yet earned at a valuation date
 * (未到期责任准备金), for one cover.
 *
 * Parts are exact fractions left / whole, so that a contribution times its part can be added up
 * before the one rounding. A cover that has not begun is wholly unearned, one that has ended wholly
 * earned, by every method.
 *
 * Source of the choice of methods: implementation rule 1 of the CBIRC on unearned premium reserves
 * of non-life insurance (银保监规〔2022〕6号): by days (1/365), or by the distribution of risk,
 * such as the rule of 78 and the reverse rule of 78; by months (1/24) in the rules on health
 * insurance of 2006 (健康保险管理办法, art. 38).
 */

#ifndef HZ_FUND_UNEARNED_H
#define HZ_FUND_UNEARNED_H

#include "base/date.h"
#include "base/error.h"
#include "base/linkage.h"

#include <stddef.h>

HZ_BEGIN_C

enum hz_unearned_method {
    HZ_UNEARNED_DAILY,      /* days left / days of the term, whatever their number */
    HZ_UNEARNED_24THS,      /* covers begin in the middle of their month: (2k - 1) / 2n */
    HZ_UNEARNED_78,         /* falling risk: r (r + 1) / n (n + 1) */
    HZ_UNEARNED_REVERSE_78, /* rising risk: 1 - k (k + 1) / n (n + 1) */
    HZ_UNEARNED_RISK,       /* weights of the days left / weights of all days */
};

/* In the order of the enum, then NULL. */
extern const char *const hz_unearned_method_names[];

/* Days of cover are counted from the beginning of the waiting period, the first one is 1. */
enum { HZ_RISK_BANDS = 8 };

struct hz_risk_weights {
    size_t bands;
    int64_t last_day[HZ_RISK_BANDS];   /* of each band, rising */
    int64_t weight[HZ_RISK_BANDS + 1]; /* of one day in it, and of one after all bands */
};

/*
 * Reads "30:0,60:0.5": days 1 to 30 weigh nothing, 31 to 60 half, later ones 1. Weights are from 0
 * to 100 with at most four decimals. The weights are kept as the smallest whole numbers in the same
 * proportion. Refused (usage): any other text, days that do not rise, too many bands.
 */
HZ_MUST_USE bool hz_risk_weights_parse(struct hz_risk_weights *weights, const char *text,
                                       struct hz_error *err);

struct hz_unearned {
    enum hz_unearned_method method;
    hz_date as_of; /* the valuation is at the end of this day */
    struct hz_risk_weights weights;
};

/*
 * Refused (usage): HZ_UNEARNED_24THS on a day that is not the last of its month, for which the
 * method says nothing.
 */
HZ_MUST_USE bool hz_unearned_check(const struct hz_unearned *how, struct hz_error *err);

/* A cover, from the beginning of its first day to the end of its last. */
struct hz_cover {
    hz_date start;
    hz_date end;
    hz_date wait_from; /* the first day of the waiting period: start, or before it on renewal */
};

/* Why a cover has no unearned part. */
enum hz_unearned_fault {
    HZ_UNEARNED_GOOD,
    HZ_UNEARNED_END_BEFORE_START,
    HZ_UNEARNED_TERM_TOO_LONG,    /* more than HZ_TERM_DAYS */
    HZ_UNEARNED_TERM_NOT_MONTHS,  /* and the method counts months */
    HZ_UNEARNED_WAIT_AFTER_START, /* the waiting period begins after the cover */
    HZ_UNEARNED_NO_RISK,          /* no day of the cover weighs anything */
};

/* A hundred years: an end beyond them stands for something else (9999-12-31). */
enum { HZ_TERM_DAYS = 36525 };

/* A permanent code ("end_before_start"), and what is wanted, to follow the text found. */
const char *hz_unearned_fault_code(enum hz_unearned_fault fault);
const char *hz_unearned_fault_text(enum hz_unearned_fault fault);

/* A fraction: 0 <= left <= whole, whole > 0. */
struct hz_unearned_part {
    int64_t left;
    int64_t whole;
};

/*
 * The unearned part of a cover; *part is left alone if the cover is at fault. `how` has passed
 * hz_unearned_check.
 *
 * A term of n months ends on the day before its n-th monthly return (hz_date_add_months), or on
 * that day if the month has no such day: 2024-02-29 to 2025-02-27 and to 2025-02-28 are both 12
 * months. 24ths: at the end of the d-th month after the one in which the cover begins, (2(n-d) - 1)
 * / 2n. 78 and reverse: k months are completed at the end of the valuation day, r = n - k are left.
 */
HZ_MUST_USE enum hz_unearned_fault hz_unearned_part(const struct hz_unearned *how,
                                                    const struct hz_cover *cover,
                                                    struct hz_unearned_part *part);

/* The same by days, of a cover from 1 to HZ_TERM_DAYS days long. */
static inline struct hz_unearned_part hz_unearned_daily(hz_date as_of, const struct hz_cover *cover)
{
    const hz_date over = as_of < cover->start ? cover->start - 1
                         : as_of < cover->end ? as_of
                                              : cover->end;
    return (struct hz_unearned_part){(int64_t)cover->end - over,
                                     (int64_t)cover->end - cover->start + 1};
}

HZ_END_C

#endif
