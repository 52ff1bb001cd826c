/*
 * benefit.h: what a claim is paid under a plan, and why: pure calculation, exact to the fen.
 *
 * The order of the calculation is that of huzhu-plan(5), and is the same for every kind of benefit:
 * cover, conditions, gross amount, units, waiting band, rounding, what was paid before, minimum,
 * limits. Everything before the one rounding is computed without loss.
 */

#ifndef HZ_PLAN_BENEFIT_H
#define HZ_PLAN_BENEFIT_H

#include "base/linkage.h"
#include "plan/plan.h"

HZ_BEGIN_C

/* A cover (保障): one enrolment for one term. */
struct hz_plan_cover {
    hz_date start, end; /* both days covered */
    hz_date wait_from;  /* waiting days are counted from here, 1 on this day */
    bool is_continuous; /* renewed without a gap: no waiting */
    bool ends_paid;     /* the event that is paid is its last */
    int64_t units;      /* 1 to HZ_PLAN_UNITS */
    int64_t cut;        /* days at its end on which it no longer held, as it had ended */
};

/* An amount that a claim does not have. */
#define HZ_NO_AMOUNT INT64_MIN

/* What a claim says. */
struct hz_plan_claim {
    struct hz_text benefit;   /* a code, or a word of `on`; empty: all that it has the facts for */
    hz_date event;            /* of the loss */
    hz_date report;           /* HZ_NO_DATE: not known, as the next two */
    hz_date admit, discharge; /* of the stay */
    int64_t days;             /* of the stay; -1: from the dates */
    hz_fen expense[HZ_EXPENSES]; /* HZ_NO_AMOUNT; at most HZ_PLAN_AMOUNT */
    struct hz_text disease, diagnosis, level;
    struct hz_text grades; /* of disability, "7" or "7;9" */
};

/* What a benefit has paid in a term so far; zeroed at first. Of millions of covers: 28 bytes. */
struct hz_benefit_state {
    hz_fen paid;
    hz_fen base; /* expense beyond deductibles of the stays: tiers and deductibles of the term */
    int32_t days;
    int32_t stays;         /* claims that were for it, paid or not */
    uint32_t claims : 31;  /* paid */
    uint32_t is_ended : 1; /* by a payment */
} __attribute__((packed, aligned(4)));

/* What a cover has paid in a term (or policy year) so far; zeroed at first. */
struct hz_cover_state {
    uint32_t claim : 31;  /* the last one, by bits of its number: who reads rows asks */
    uint32_t is_over : 1; /* the whole cover */
    struct hz_benefit_state benefit[]; /* of the plan's */
};

/* The bytes of a state for a plan. */
size_t hz_cover_state_size(const struct hz_plan *plan);

/* How a claim stands to its cover. The names are what hz-benefit prints. */
enum hz_cover_standing {
    HZ_COVERED,
    HZ_NOT_COVERED,  /* there is no cover */
    HZ_BEFORE_COVER, /* the event is before its first day */
    HZ_AFTER_COVER,  /* after its last */
    HZ_COVER_ENDED,  /* after the day on which it ended, or the payment that ended it */
    HZ_NOT_HOLDER,   /* the seat was another's on the day */
};
extern const char *const hz_cover_standing_names[];

/* Why a benefit pays what it does: a set of these, bit 1 << reason. The names are printed. */
enum hz_reason {
    HZ_PAID,
    HZ_WAITING,           /* within waiting days: nothing, or less */
    HZ_NO_BENEFIT,        /* the plan has none of that name */
    HZ_NOT_LISTED,        /* the disease is not on the list */
    HZ_LEVEL_NOT_COVERED, /* the level of hospital is not */
    HZ_NOT_MATURE,        /* a refund before the last day */
    HZ_BENEFIT_ENDED,     /* an earlier payment has ended it */
    HZ_CLASS_PAID_BEFORE, /* the disease was paid in an earlier term */
    HZ_LATE_CLAIM,        /* reported after the deadline */
    HZ_BELOW_DEDUCTIBLE,  /* no expense, or no day, is left */
    HZ_BELOW_MINIMUM,     /* less than the least amount that is paid */
    HZ_RAISED_TO_MINIMUM,
    HZ_COUNT_LIMIT, /* of claims of the term */
    HZ_DAYS_LIMIT,  /* of the stay or the term */
    HZ_CLAIM_LIMIT,
    HZ_TERM_LIMIT,       /* of the benefit */
    HZ_PLAN_LIMIT,       /* of all benefits */
    HZ_LESS_PAID_BEFORE, /* an earlier payment counts against it */
    HZ_IS_SERVICE,
    HZ_IS_EX_GRATIA,
    HZ_REASONS,
};
extern const char *const hz_reason_names[];

/* Whether an earlier term has paid for a disease: for excludes_paid_class. */
struct hz_paid_before {
    bool (*asks)(void *context, struct hz_text disease);
    void *context;
};

struct hz_benefit_result {
    bool asked;
    hz_fen payable; /* cash, of the terms or as aid */
    hz_fen cost;    /* of a service */
    uint32_t reasons;
    int tier;               /* the highest one reached, from 1; 0: none */
    struct hz_text disease; /* the item of the list that it is, for excludes_paid_class */
};

struct hz_claim_result {
    enum hz_cover_standing standing;
    hz_fen payable, aid, cost; /* sums of the benefits' */
    uint32_t reasons;          /* of all, and of the claim as a whole */
    struct hz_benefit_result benefit[HZ_PLAN_BENEFITS];
};

/*
 * Pays one claim: tells what each benefit pays, and moves the state on. `cover` may be NULL: there
 * is none. `explain` is NULL or gets the derivation, a line a step, ready to be printed. `before`
 * is NULL or answers for earlier terms. Refused (data): a benefit that was asked for by name and
 * lacks a fact (the message names the column), an expense below zero, grades that are none.
 */
HZ_MUST_USE bool hz_benefit_pay(const struct hz_plan *plan, const struct hz_plan_cover *cover,
                                const struct hz_plan_claim *claim,
                                const struct hz_paid_before *before, struct hz_cover_state *state,
                                struct hz_claim_result *result, struct hz_buffer *explain,
                                struct hz_error *err);

/*
 * Whether a claim has the facts for all that it asks for: what hz_benefit_pay refuses, found
 * without moving any state.
 */
HZ_MUST_USE bool hz_benefit_can_pay(const struct hz_plan *plan, const struct hz_plan_claim *claim,
                                    struct hz_error *err);

/* The same as hz_benefit_pay, of a claim that hz_benefit_can_pay has found to have them. */
void hz_benefit_pay_checked(const struct hz_plan *plan, const struct hz_plan_cover *cover,
                            const struct hz_plan_claim *claim, const struct hz_paid_before *before,
                            struct hz_cover_state *state, struct hz_claim_result *result,
                            struct hz_buffer *explain);

/*
 * The gross amount of marginal tiers (分段累进): of each part of the expense that lies in a tier,
 * the tier's rate; in billionths of a fen. Tier bounds belong to the tier below them.
 */
hz_sum hz_tiers_amount(const struct hz_tier tier[], size_t tiers, hz_sum expense);

/*
 * The grade that several injuries count as: the most severe; where two or more are equal and the
 * most severe, one grade up (never above 1), if the plan says so. False for a text that is no list
 * of grades from 1 to 10. Source: the combination rule of JR/T 0083-2013 as clauses use it.
 */
HZ_MUST_USE bool hz_grades_combine(struct hz_text grades, enum hz_combination combination,
                                   int *grade);

HZ_END_C

#endif
