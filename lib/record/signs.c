/* signs.c: see signs.h. */

#include "record/signs.h"

#include "base/memory.h"
#include "record/invoices.h"

#include <math.h>
#include <stdlib.h>

enum { DIGITS = 9, EARLY_DAYS = 10, ENOUGH_DIGITS = 300, ORDERS = 100, ENOUGH = 5 };

/* What of a group's claims is counted. */
struct group {
    struct hz_identity identity;
    const char *name[HZ_GROUPS_MOST];
    double claims, digit[DIGITS];
    double near, below; /* the threshold */
    double waited, early,
        even;           /* claims behind waiting days, of the first, expected of the first */
    hz_fen least, most; /* of the amounts whose digits are counted */
};

/* Claims of a plan, in all or of a group. */
struct of_plan {
    struct hz_identity identity;
    uint32_t group, plan; /* numbers */
    double claims, sum, squares;
};

/* How many different invoices are all kept: 64 MB of them, and as much more when they are fewer. */
enum { INVOICES = 2000000 };

struct hz_signs {
    const struct hz_groups *by;
    hz_fen threshold;
    struct hz_index group, plan, of_plan;
    struct hz_invoices invoices;
    struct hz_arena arena;
};

struct hz_signs *hz_signs_new(const struct hz_groups *by, hz_fen threshold)
{
    struct hz_signs *signs = hz_allocate(1, sizeof *signs);
    signs->by = by;
    signs->threshold = threshold;
    signs->group.size = sizeof(struct group);
    signs->plan.size = signs->of_plan.size = sizeof(struct of_plan);
    signs->invoices.most = INVOICES;
    return signs;
}

void hz_signs_free(struct hz_signs *signs)
{
    if (!signs)
        return;
    hz_index_free(&signs->group);
    hz_index_free(&signs->plan);
    hz_index_free(&signs->of_plan);
    hz_invoices_free(&signs->invoices);
    hz_arena_free(&signs->arena);
    free(signs);
}

/* ---- A claim */

static struct group *group_of(struct hz_signs *signs, const struct hz_text text[])
{
    struct hz_identity identity = {0};
    bool is_new;
    for (size_t g = 0; g < signs->by->count; g++)
        identity = hz_identity_with(identity, text[g]);
    struct group *group = hz_index_add(&signs->group, identity, &is_new);
    for (size_t g = 0; is_new && g < signs->by->count; g++)
        group->name[g] = hz_arena_string(&signs->arena, text[g]);
    return group;
}

static void add_amount(struct of_plan *of, double amount)
{
    of->claims++;
    of->sum += amount;
    of->squares += amount * amount;
}

static uint32_t number_of(const struct hz_signs *signs, const struct group *group)
{
    return (uint32_t)((const char *)group - signs->group.record) / sizeof *group;
}

static void count_amount(struct hz_signs *signs, struct group *group,
                         const struct hz_review_claim *seen)
{
    bool is_new;
    const double amount = (double)seen->result->payable;
    const struct hz_identity code = hz_identity_of(seen->plan->code);
    struct of_plan *plan = hz_index_add(&signs->plan, code, NULL);
    add_amount(plan, amount);
    const uint32_t number = (uint32_t)((char *)plan - signs->plan.record) / sizeof *plan;
    struct of_plan *own =
        hz_index_add(&signs->of_plan, hz_identity_with(group->identity, seen->plan->code), &is_new);
    own->plan = number;
    own->group = number_of(signs, group);
    add_amount(own, amount);
}

static void count_digits(struct group *group, const struct hz_plan_claim *claim)
{
    const hz_fen claimed = claim->expense[HZ_CLAIMED];
    hz_fen amount = claimed != HZ_NO_AMOUNT ? claimed : claim->expense[HZ_TOTAL_EXPENSE];
    if (amount == HZ_NO_AMOUNT || amount <= 0)
        return;
    group->least = group->least == 0 || amount < group->least ? amount : group->least;
    group->most = amount > group->most ? amount : group->most;
    while (amount >= 10)
        amount /= 10;
    group->digit[amount - 1]++;
}

static void count_threshold(struct group *group, const struct hz_review_claim *seen,
                            hz_fen threshold)
{
    const hz_fen amount = seen->decided != HZ_NO_AMOUNT ? seen->decided : seen->result->payable;
    if (threshold == 0 || llabs(amount - threshold) > threshold / 10)
        return;
    group->near++;
    group->below += amount < threshold;
}

static void count_waiting(struct group *group, const struct hz_review_claim *seen)
{
    for (size_t b = 0; b < seen->plan->benefits; b++) {
        const struct hz_benefit *benefit = &seen->plan->benefit[b];
        if (benefit->waitings == 0 || !seen->result->benefit[b].asked || seen->cover->is_continuous)
            continue;
        const int64_t waits = benefit->waiting[benefit->waitings - 1].through;
        const int64_t after = (int64_t)seen->claim->event - seen->cover->wait_from + 1 - waits;
        const int64_t days =
            (int64_t)seen->cover->end - seen->cover->cut - seen->cover->wait_from + 1 - waits;
        if (after < 1 || days < 1)
            continue;
        group->waited++;
        group->early += after <= EARLY_DAYS;
        group->even += days > EARLY_DAYS ? (double)EARLY_DAYS / (double)days : 1;
        return;
    }
}

static void count_invoice(struct hz_signs *signs, const struct group *group,
                          const struct hz_review_claim *seen)
{
    const struct hz_plan_claim *claim = seen->claim;
    if (claim->admit == HZ_NO_DATE || claim->expense[HZ_TOTAL_EXPENSE] == HZ_NO_AMOUNT)
        return;
    struct hz_identity bill = hz_identity_number(hz_identity_of(claim->level), claim->admit);
    bill = hz_identity_number(bill, claim->discharge);
    bill = hz_identity_number(bill, claim->expense[HZ_TOTAL_EXPENSE]);
    hz_invoices_add(&signs->invoices, bill, seen->member.low, number_of(signs, group));
}

void hz_signs_add(struct hz_signs *signs, const struct hz_text text[],
                  const struct hz_review_claim *seen)
{
    struct group *group = group_of(signs, text);
    group->claims++;
    count_digits(group, seen->claim);
    count_invoice(signs, group, seen);
    if (!seen->plan || !seen->cover || seen->result->standing != HZ_COVERED)
        return;
    count_amount(signs, group, seen);
    count_threshold(group, seen, signs->threshold);
    count_waiting(group, seen);
}

/* ---- The table */

/* Observed and expected, and how many standard deviations lie between. */
struct sign {
    const char *name;
    double claims, observed, expected, apart;
    int decimals;
};

static void print_sign(struct hz_table *table, const struct hz_signs *signs,
                       const struct group *group, const struct sign *sign)
{
    for (size_t g = 0; g < signs->by->count; g++)
        hz_table_string(table, group->name[g]);
    hz_table_string(table, sign->name);
    hz_table_integer(table, (hz_sum)sign->claims);
    hz_table_estimate(table, sign->observed, sign->decimals);
    hz_table_estimate(table, sign->expected, 2);
    hz_table_estimate(table, sign->apart, 2);
    hz_table_end_row(table);
}

static void print_if_borne(struct hz_table *table, const struct hz_signs *signs,
                           const struct group *group, const struct sign *sign)
{
    if (sign->expected >= ENOUGH && isfinite(sign->apart))
        print_sign(table, signs, group, sign);
}

/* Claims of all groups that agree in the columns from `from` to before `to`. */
static double agreeing(const struct hz_signs *signs, const struct group *with, size_t from,
                       size_t to)
{
    double claims = 0;
    for (uint32_t n = 0; n < signs->group.count; n++) {
        const struct group *group = hz_index_at(&signs->group, n);
        bool agrees = true;
        for (size_t g = from; g < to && agrees; g++)
            agrees = strcmp(group->name[g], with->name[g]) == 0;
        claims += agrees ? group->claims : 0;
    }
    return claims;
}

static void print_concentration(struct hz_table *table, const struct hz_signs *signs,
                                const struct group *group)
{
    const double all = agreeing(signs, group, 0, 0);
    const double expected =
        signs->by->count > 1
            ? agreeing(signs, group, 0, 1) * agreeing(signs, group, 1, signs->by->count) / all
            : all / signs->group.count;
    print_if_borne(table, signs, group,
                   &(struct sign){"concentration", group->claims, group->claims, expected,
                                  (group->claims - expected) / sqrt(expected), 0});
}

static void print_amount(struct hz_table *table, const struct hz_signs *signs, uint32_t number)
{
    double claims = 0, sum = 0, expected = 0, variance = 0;
    for (uint32_t n = 0; n < signs->of_plan.count; n++) {
        const struct of_plan *own = hz_index_at(&signs->of_plan, n);
        if (own->group != number)
            continue;
        const struct of_plan *plan = hz_index_at(&signs->plan, own->plan);
        const double mean = plan->sum / plan->claims;
        claims += own->claims;
        sum += own->sum / 100;
        expected += own->claims * mean / 100;
        variance += own->claims * fmax(0, plan->squares / plan->claims - mean * mean) / 10000;
    }
    if (claims >= ENOUGH && variance > 0)
        print_if_borne(
            table, signs, hz_index_at(&signs->group, number),
            &(struct sign){"amount", claims, sum, expected, (sum - expected) / sqrt(variance), 2});
}

static void print_digits(struct hz_table *table, const struct hz_signs *signs,
                         const struct group *group)
{
    double claims = 0, square = 0;
    for (int d = 0; d < DIGITS; d++)
        claims += group->digit[d];
    if (claims < ENOUGH_DIGITS || group->most / ORDERS < group->least)
        return;
    for (int d = 0; d < DIGITS; d++) {
        const double expected = claims * log10(1 + 1.0 / (d + 1));
        square += (group->digit[d] - expected) * (group->digit[d] - expected) / expected;
    }
    print_sign(table, signs, group,
               &(struct sign){"first_digits", claims, square, DIGITS - 1,
                              (square - (DIGITS - 1)) / sqrt(2.0 * (DIGITS - 1)), 2});
}

static void print_group(struct hz_table *table, const struct hz_signs *signs, uint32_t number,
                        double shared)
{
    const struct group *group = hz_index_at(&signs->group, number);
    print_concentration(table, signs, group);
    print_amount(table, signs, number);
    print_if_borne(table, signs, group,
                   &(struct sign){"near_threshold", group->near, group->below, group->near / 2,
                                  (group->below - group->near / 2) / sqrt(group->near / 4), 0});
    print_digits(table, signs, group);
    print_if_borne(table, signs, group,
                   &(struct sign){"after_waiting", group->waited, group->early, group->even,
                                  (group->early - group->even) / sqrt(group->even), 0});
    if (shared > 0)
        print_sign(table, signs, group,
                   &(struct sign){"shared_invoice", group->claims, shared, 0, (double)NAN, 0});
}

void hz_signs_tabulate(struct hz_signs *signs, struct hz_table *table)
{
    static const char *const columns[] = {"sign", "claims", "observed", "expected", "apart"};
    for (size_t g = 0; g < signs->by->count; g++)
        hz_table_column(table, signs->by->name[g]);
    for (size_t c = 0; c < HZ_COUNT(columns); c++)
        hz_table_column(table, columns[c]);
    double *shared = hz_allocate(signs->group.count + 1, sizeof *shared);
    hz_invoices_count(&signs->invoices, shared);
    for (uint32_t n = 0; n < signs->group.count; n++)
        print_group(table, signs, n, shared[n]);
    free(shared);
}

double hz_signs_invoices_each(const struct hz_signs *signs)
{
    return hz_invoices_each(&signs->invoices);
}
