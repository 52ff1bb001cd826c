/*
 * plan.h: what a mutual-aid plan (互助保障计划) promises: the noun that a plan file becomes.
 *
 * A plan of one version is a term and what it costs, who may join and leave, and a list of
 * benefits, each of which turns the facts of a claim into an amount. It is read once, checked whole
 * (plan_schema.h), and never changed: any number of threads may pay claims under it (benefit.h).
 * Where a key of the file is not there, the member says so by 0, HZ_UNLIMITED or -1, as told at it.
 *
 * Amounts are fen, rates exact decimals, days inclusive. Texts and arrays belong to the arena that
 * the plan was read into. huzhu-plan(5) says what each part means and how a file writes it.
 */

#ifndef HZ_PLAN_PLAN_H
#define HZ_PLAN_PLAN_H

#include "base/date.h"
#include "base/decimal.h"
#include "base/error.h"
#include "base/linkage.h"
#include "base/money.h"
#include "base/text.h"

HZ_BEGIN_C

/* No limit: of an amount, a count, or a number of days. */
#define HZ_UNLIMITED INT64_MAX

/* The most that a plan may hold of things, and the most days that a key or a stay may have. */
enum { HZ_PLAN_BENEFITS = 32, HZ_PLAN_UNITS = 1000, HZ_PLAN_DAYS = 36600 };

/*
 * The largest amount of money in a plan or a claim: 10^9 yuan. Products then stay within 128 bits.
 */
#define HZ_PLAN_AMOUNT INT64_C(100000000000)

/* Texts, in the order of the file. Zeroed: none, which for most keys means that all will do. */
struct hz_texts {
    const struct hz_text *at;
    size_t count;
};

/* ---- Lists (data/lists): diseases, operations; schedules of disability */

/*
 * An item of a list: a disease, an operation. A list may have classes (重大疾病 of three degrees),
 * and a benefit of kind "classes" pays by them.
 */
struct hz_list_item {
    struct hz_text code;
    struct hz_text name;
    struct hz_text group; /* class of payment; the code where the list has none */
    struct hz_texts icd;  /* beginnings of ICD-10 codes that mean it */
};

/* A list that benefits name by its code, from a file of data/lists; `status` as of plans. */
struct hz_list {
    struct hz_text code;
    struct hz_text name;
    struct hz_text source;
    struct hz_text status;
    size_t items;
    const struct hz_list_item *item; /* in the order of the file */
};

/* Grades of disability, 1 the most severe: ten, as JR/T 0083-2013 has them. */
enum { HZ_GRADES = 10 };

/* Parts of the sum insured by grade of disability, 1 the most severe. */
struct hz_schedule {
    struct hz_text code;
    struct hz_text name;
    struct hz_text source;
    struct hz_decimal part[HZ_GRADES];
};

/*
 * The item of the lists that a claim's disease code names, the first one, or else the one whose icd
 * is the longest that begins its diagnosis, of as long ones the first; or NULL.
 */
const struct hz_list_item *hz_lists_find(const struct hz_list *const list[], size_t lists,
                                         struct hz_text disease, struct hz_text diagnosis);

/* ---- Benefits */

/* What a kind of benefit is like. */
enum {
    HZ_PER_UNIT =
        1, /* it is multiplied by the units of the cover, unless the plan says otherwise */
    HZ_OF_EXPENSE = 2, /* it is computed from an expense of the claim, the plan's `base` */
    HZ_BY_NAME = 4,    /* it wants no fact, so that a claim must ask for it, unless it has a list */
};

/* clang-format off */
/* The kinds of benefits: a row has its constant, its name in plans, and what it is like. */
#define HZ_BENEFIT_KIND_LIST(row) \
    /* amount a unit when an event happens (定额给付) */ \
    row(HZ_LUMP_SUM,      "lump_sum",      HZ_PER_UNIT | HZ_BY_NAME) \
    /* amount a day and unit (津贴) */ \
    row(HZ_PER_DIEM,      "per_diem",      HZ_PER_UNIT) \
    /* part of an expense (费用补偿) */ \
    row(HZ_REIMBURSEMENT, "reimbursement", HZ_OF_EXPENSE) \
    /* fixed amount by how large an expense is (分档定额) */ \
    row(HZ_STEPS,         "steps",         HZ_PER_UNIT | HZ_OF_EXPENSE) \
    /* amount by class of disease or operation */ \
    row(HZ_CLASSES,       "classes",       HZ_PER_UNIT) \
    /* part of a sum insured, by grade */ \
    row(HZ_DISABILITY,    "disability",    HZ_PER_UNIT) \
    /* amount a unit at death, and funeral grants */ \
    row(HZ_DEATH,         "death",         HZ_PER_UNIT | HZ_BY_NAME) \
    /* the deposit, at maturity (储金返还) */ \
    row(HZ_REFUND,        "refund",        HZ_PER_UNIT | HZ_BY_NAME) \
    /* no cash: a screening; its cost is told (服务) */ \
    row(HZ_SERVICE,       "service",       HZ_BY_NAME)
#define HZ_BENEFIT_KIND(kind, name, like) kind,
enum hz_benefit_kind { HZ_BENEFIT_KIND_LIST(HZ_BENEFIT_KIND) HZ_BENEFIT_KINDS };
/* clang-format on */
extern const unsigned hz_benefit_kind_likes[];    /* in the order of the enum */
extern const char *const hz_benefit_kind_names[]; /* in the order of the enum, then NULL */

/* What an expense benefit is computed from: columns of a claim, see huzhu-plan(5). */
enum hz_expense {
    HZ_POOLED_PAYMENT,  /* 统筹基金支付额 */
    HZ_INSCOPE_EXPENSE, /* 符合政策范围金额 */
    HZ_INSCOPE_SELFPAY, /* 范围内自付 */
    HZ_TOTAL_EXPENSE,   /* 医疗费总额 */
    HZ_TOTAL_SELFPAY,   /* 个人自付总额 */
    HZ_CLAIMED,         /* 申请金额 */
    HZ_EXPENSES,
};
extern const char *const hz_expense_names[];

/*
 * A band of waiting days, counted from 1 on the first day of continuous cover; both ends belong to
 * it.
 */
struct hz_waiting_band {
    int64_t from, through;
    bool has_amount;
    hz_fen amount;          /* in place of the benefit's, a unit; or */
    struct hz_decimal rate; /* of what would be paid */
};

/* Part of an expense: above `above`, up to and with `through`. */
struct hz_tier {
    hz_fen above, through;
    struct hz_decimal rate; /* of what lies in it (marginal tiers); or */
    hz_fen amount;          /* fixed, if the whole expense lies in it (steps) */
};

/*
 * An amount or a rate by a word: class of disease, level of hospital. Which of the two it is, the
 * benefit's member says that holds it: by_class has amounts, by_level rates.
 */
struct hz_by_word {
    struct hz_text word;
    hz_fen amount;
    struct hz_decimal rate;
};

/*
 * What of a benefit is chosen among a few words. Each enum has its names beside it, in its order
 * and then NULL: they are the words of plan files, and what --explain prints.
 *
 * How the rate of a reimbursement is found: one for all; by level of hospital; by the ordinal of
 * the stay in the term, the last one for all later; or a rate for each part of the expense.
 */
enum hz_rate_by { HZ_RATE_FLAT, HZ_RATE_BY_LEVEL, HZ_RATE_BY_STAY, HZ_RATE_BY_TIER };
/* Of several injuries: the most severe grade counts; or one grade up where two are equal. */
enum hz_combination { HZ_MOST_SEVERE, HZ_MOST_SEVERE_UP_ONE };
extern const char *const hz_combination_names[];
/* What a payment ends: nothing, this benefit, or the whole cover. */
enum hz_terminates { HZ_ENDS_NOTHING, HZ_ENDS_BENEFIT, HZ_ENDS_PLAN };
extern const char *const hz_terminates_names[];
/* Days of a stay: discharge less admission; or that and one, both days counting. */
enum hz_count_days { HZ_COUNT_NIGHTS, HZ_COUNT_DAYS };
extern const char *const hz_count_days_names[];
/* An amount above zero and below the minimum: raised to it, or not paid. */
enum hz_below { HZ_BELOW_RAISE, HZ_BELOW_NOTHING };
extern const char *const hz_below_names[];
/* Whether a deductible, or the tiers, begin anew with each claim or run over the term. */
enum hz_period_of_limit { HZ_PER_CLAIM, HZ_PER_TERM };
extern const char *const hz_deductible_per_names[]; /* stay, term */
extern const char *const hz_tiers_over_names[];     /* claim, term */

/*
 * A benefit. Which members mean something depends on its kind: the table of huzhu-plan(5), which
 * plan_check.c holds a file against. Amounts are of one unit where per_unit is set.
 */
struct hz_benefit {
    struct hz_text code;
    struct hz_text name;
    struct hz_text clause; /* of the terms, for the derivation */
    enum hz_benefit_kind kind;
    struct hz_texts ons; /* words in a claim's column `benefit` that ask for it; none: its code */
    bool per_unit;       /* amounts and limits hold for one unit and are multiplied by those held */
    bool is_ex_gratia;   /* aid beyond the terms, told apart (互助互济) */

    hz_fen amount; /* lump sum, day, sum insured, death, cost of a service */

    int64_t deductible_days, days_per_stay, days_per_term;
    enum hz_count_days count_days;

    enum hz_expense base;
    const hz_fen *deductible; /* by ordinal of the stay, the last one for all later ones */
    size_t deductibles;
    enum hz_period_of_limit deductible_per;
    enum hz_rate_by rate_by;
    struct hz_decimal rate;
    const struct hz_by_word *by_level;
    size_t levels;
    const struct hz_decimal *by_stay;
    size_t stays;
    const struct hz_tier *tier; /* also the steps */
    size_t tiers;
    enum hz_period_of_limit tiers_over;

    const struct hz_list *const *list; /* diseases that are covered; none: not asked */
    size_t lists;
    const struct hz_by_word *by_class;
    size_t classes;

    const struct hz_schedule *schedule;
    enum hz_combination combination;

    const struct hz_waiting_band *waiting;
    size_t waitings;
    struct hz_texts hospital_levels; /* accepted; none: all */
    uint32_t less_paid; /* benefits (by index) whose payments of the term count against it */
    hz_fen minimum;     /* a claim */
    enum hz_below below;
    hz_fen most_per_claim, most_per_term;
    int64_t most_claims; /* paid in a term */
    enum hz_terminates terminates;
    bool excludes_paid_class; /* a class paid in an earlier term is not covered again */
};

/* ---- Plans */

/* Whether the terms are published and complete, partly known, or made up as an example. */
enum hz_plan_status { HZ_PLAN_REAL, HZ_PLAN_PARTLY_KNOWN, HZ_PLAN_ILLUSTRATIVE };
extern const char *const hz_plan_status_names[];

/* Who pays a contribution: the member, the employer (单位), the union, the government. */
enum hz_payer { HZ_PAYER_SELF, HZ_PAYER_UNIT, HZ_PAYER_UNION, HZ_PAYER_GOVERNMENT, HZ_PAYERS };
extern const char *const hz_payer_names[];

/* Waiting days of one who takes over a seat: from anew, or none. */
enum hz_swap_waiting { HZ_SWAP_RESTARTS, HZ_SWAP_WAIVES };
extern const char *const hz_swap_waiting_names[];

/* From what day a claim's deadline runs, and whether a late claim is refused or only flagged. */
enum hz_deadline_from { HZ_FROM_EVENT, HZ_FROM_DISCHARGE, HZ_FROM_END };
extern const char *const hz_deadline_from_names[];
enum hz_late { HZ_LATE_REFUSE, HZ_LATE_FLAG };
extern const char *const hz_late_names[];

/* The one rounding of a benefit: which way, and to what. */
enum hz_rounding { HZ_HALF_UP, HZ_ROUND_DOWN, HZ_ROUND_UP };
extern const char *const hz_rounding_names[];
enum hz_round_to { HZ_TO_FEN, HZ_TO_JIAO, HZ_TO_YUAN };
extern const char *const hz_round_to_names[];
/* Whether the plan's limit holds for the whole term, or for each year of a longer one. */
enum hz_limit_period { HZ_WHOLE_TERM, HZ_POLICY_YEAR };
extern const char *const hz_limit_period_names[];

enum hz_sex { HZ_ANY_SEX, HZ_MALE, HZ_FEMALE }; /* 1 and 2 are the codes of GB/T 2261.1 */
extern const char *const hz_sex_names[];

struct hz_ages {
    int64_t least, most; /* in whole years on the first day of cover */
};

/* The contribution of a unit for a cover of so many months, for those who join in mid-term. */
struct hz_pro_rata {
    int64_t months;
    hz_fen contribution;
};

/* What one gets back who leaves before the end: see withdrawal.h. */
enum hz_refund { HZ_REFUND_UNKNOWN, HZ_REFUND_NONE, HZ_REFUND_PRO_RATA, HZ_REFUND_BY_TABLE };

/* The rate of those who leave up to and on a day of cover, from 1. */
struct hz_refund_band {
    int64_t through;
    struct hz_decimal rate;
};

/* The terms of leaving (退会): HZ_REFUND_UNKNOWN where a plan does not say. */
struct hz_withdrawal {
    enum hz_refund refund;
    const struct hz_refund_band *band; /* days rise */
    size_t bands;
    hz_fen fee;
    int64_t until; /* the last day of cover with a refund; HZ_UNLIMITED: any */
};

/*
 * A plan. What one key of a plan file holds stands together, in the order of huzhu-plan(5): where a
 * plan that extends another has a key, plan_schema.c forgets from its first member to the next
 * key's what the other said. A new member goes to its key's.
 *
 * A term is a number of months or days from the first day of cover, or fixed dates that are the
 * same for all members; hz_plan_term_end knows which.
 */
struct hz_plan {
    const char *file; /* as the user knows it */
    struct hz_text code, version, name, source, note, extends;
    enum hz_plan_status status;
    struct hz_text currency;
    hz_date from, to; /* covers that start on these days, or between, are of this version */

    int64_t term_months, term_days; /* one is 0; both are for fixed dates */
    hz_date term_from, term_to;     /* or HZ_NO_DATE */

    hz_fen contribution; /* of a unit and term, all payers together; -1: not known */
    hz_fen paid_by[HZ_PAYERS];
    bool has_payers;
    bool is_gift;
    hz_fen deposit;
    const struct hz_pro_rata *pro_rata;
    size_t pro_ratas;

    int64_t most_units;
    bool equal_units; /* within an employer */
    enum hz_sex sex;  /* of members */
    struct hz_ages ages, male, female;
    struct hz_texts insurance;    /* schemes of medical insurance: employee, resident */
    struct hz_texts worker_types; /* of members; none: all */
    struct hz_decimal participation;
    int64_t all_below, least_members; /* of an employer */
    struct hz_texts exclusive;        /* codes of plans that one may not hold as well */
    bool stacks;                      /* one may hold it twice at a time */
    int64_t grace;                    /* days between covers that leave them continuous */
    struct hz_withdrawal withdrawal;
    bool has_seats;
    enum hz_swap_waiting swap_waiting;

    int64_t deadline_days; /* HZ_UNLIMITED: none */
    bool deadline_is_working;
    enum hz_deadline_from deadline_from;
    enum hz_late late;

    hz_fen most_per_term; /* of all benefits together, ex-gratia aid apart */
    bool limit_per_unit;
    enum hz_limit_period limit_period;
    enum hz_rounding rounding;
    enum hz_round_to round_to;

    struct hz_benefit benefit[HZ_PLAN_BENEFITS];
    size_t benefits;
};

/* The benefit of that code, or NULL. Its index is its address less plan->benefit. */
const struct hz_benefit *hz_plan_benefit(const struct hz_plan *plan, struct hz_text code);

/*
 * A level of hospital as plans write it: "1", "2", "3" for 二级, 三级甲等, 3A; else the text
 * itself.
 */
struct hz_text hz_hospital_level(struct hz_text text);

/*
 * The last day of n months: the one before their return, or that day itself in a month that has no
 * such day: a year from 29 February ends on 28 February (Civil Code of China, art. 202).
 */
hz_date hz_plan_months_end(hz_date start, int months);

/* The last day of a cover that starts on a day, by the plan's term. */
hz_date hz_plan_term_end(const struct hz_plan *plan, hz_date start);

/*
 * Whether a cover of these days is of the plan's term, or ends that of who joined within it: a plan
 * of fixed dates, a part of whose term was missed, or one with a table for those who join in
 * mid-term.
 */
bool hz_plan_is_term_end(const struct hz_plan *plan, hz_date start, hz_date end);
bool hz_plan_is_mid_term(const struct hz_plan *plan, hz_date start, hz_date end);

/*
 * What a cover of these dates costs a unit: in full, or by the table for mid-term joiners; -1: not
 * known.
 */
hz_fen hz_plan_contribution(const struct hz_plan *plan, hz_date start, hz_date end);

/*
 * Whether a list of words has one; an empty list has none: who takes it for "all" asks its count.
 */
bool hz_texts_have(struct hz_texts texts, struct hz_text text);

HZ_END_C

#endif
