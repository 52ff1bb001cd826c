/* prospect_past.c: see prospect_past.h. */

#include "project/prospect_past.h"

#include <math.h>

static size_t cells(const struct hz_prospect_past *past)
{
    return past->order->exposure.plans * past->order->exposure.offices;
}

/* Events of a month are known as far as its age allows. */
static double known_of(const struct hz_prospect_past *past, size_t month)
{
    return past->known[past->months - 1 - month];
}

static void add_exposures(struct hz_prospect_past *past, struct hz_arena *arena)
{
    const struct hz_exposure_table *table = &past->order->exposure;
    past->exposure = hz_arena_allocate(arena, cells(past) * past->months, sizeof(double));
    for (size_t r = 0; r < table->rows; r++) {
        const struct hz_exposure_row *row = &table->row[r];
        if (row->month <= table->last)
            past->exposure[(row->plan * table->offices + row->office) * past->months +
                           (size_t)(row->month - table->first)] += row->exposure;
    }
}

static void estimate_lags(struct hz_prospect_past *past, struct hz_arena *arena)
{
    const size_t ages = past->months;
    double *seen = hz_arena_allocate(arena, ages * ages, sizeof *seen);
    past->known = hz_arena_allocate(arena, ages, sizeof *past->known);
    past->share = hz_arena_allocate(arena, ages, sizeof *past->share);
    for (size_t i = 0; i < past->claims; i++)
        seen[(ages - 1 - past->claim[i].month) * ages + past->claim[i].lag]++;
    hz_prospect_emergence(seen, ages, past->known);
    hz_prospect_emergence(past->payment, ages, past->share);
    for (size_t l = ages - 1; l > 0; l--)
        past->share[l] -= past->share[l - 1];
}

/* Exposure that has had its payouts, and the middle of all of it. */
static void add_plan(struct hz_prospect_past *past, size_t p)
{
    const size_t offices = past->order->exposure.offices;
    double moment = 0, sum = 0;
    for (size_t o = 0; o < offices; o++)
        for (size_t m = 0; m < past->months; m++) {
            const double exposure =
                past->exposure[(p * offices + o) * past->months + m] * known_of(past, m);
            sum += exposure;
            moment += exposure * ((double)(past->months - m) - 0.5);
        }
    past->plan[p].exposure = sum;
    past->middle[p] = sum > 0 ? moment / sum : 0;
}

/* Claims of a plan: numbers, amounts, and the dispersion sum n^2 / sum n over its members. */
static void count_claims(struct hz_prospect_past *past, double *amount)
{
    double *squares = amount + past->claims;
    for (size_t i = 0, n = 1; i < past->claims; i++, n++) {
        const struct hz_prospect_claim *claim = &past->claim[i];
        struct hz_prospect_plan *plan = &past->plan[claim->plan];
        if (plan->severity.amounts++ == 0)
            plan->severity.amount = amount + i;
        amount[i] = claim->amount;
        plan->payouts++;
        if (i + 1 == past->claims || past->claim[i + 1].member != claim->member ||
            past->claim[i + 1].plan != claim->plan) {
            squares[claim->plan] += (double)(n * n);
            n = 0;
        }
    }
    for (size_t p = 0; p < past->order->exposure.plans; p++)
        past->plan[p].dispersion =
            past->plan[p].payouts > 0 ? squares[p] / past->plan[p].payouts : 1;
}

static void relate_amounts(struct hz_prospect_past *past, struct hz_arena *arena)
{
    const size_t plans = past->order->exposure.plans;
    double all = 0;
    past->relative = hz_arena_allocate(arena, past->claims + 1, sizeof *past->relative);
    past->plan_mean = hz_arena_allocate(arena, plans, sizeof *past->plan_mean);
    for (size_t i = 0; i < past->claims; i++)
        all += past->claim[i].amount / (double)past->claims;
    for (size_t p = 0; p < plans; p++) {
        struct hz_prospect_severity *s = &past->plan[p].severity;
        past->plan_mean[p] = s->amounts > 0 ? hz_prospect_amount(s) : (double)NAN;
        s->mean = s->amounts > 0 ? past->plan_mean[p] : all;
        for (size_t i = 0; s->amounts > 1 && i < s->amounts; i++)
            past->relative[past->relatives++] = s->amount[i] / past->plan_mean[p];
    }
    for (size_t p = 0; p < plans; p++) {
        past->plan[p].severity.relative = past->relative;
        past->plan[p].severity.relatives = past->relatives;
    }
}

/* Two years, so that each month has been seen twice: fewer show no season. */
enum { SEASON_MONTHS = 24 };

/* Payouts that all plans together expect in a month, and had. */
static void estimate_seasons(struct hz_prospect_past *past, struct hz_arena *arena)
{
    const struct hz_exposure_table *table = &past->order->exposure;
    struct hz_group_year *row = hz_arena_allocate(arena, past->months, sizeof *row);
    struct hz_credible credible[12];
    for (size_t m = 0; m < past->months; m++)
        row[m].group = (size_t)(table->first + (hz_period)m) % 12;
    for (size_t c = 0; c < cells(past); c++) {
        const struct hz_prospect_plan *plan = &past->plan[c / table->offices];
        for (size_t m = 0; m < past->months && plan->exposure > 0; m++)
            row[m].weight += past->exposure[c * past->months + m] * known_of(past, m) *
                             plan->payouts / plan->exposure;
    }
    for (size_t i = 0; i < past->claims; i++)
        row[past->claim[i].month].ratio++;
    for (size_t m = 0; m < past->months; m++)
        row[m].ratio = row[m].weight > 0 ? row[m].ratio / row[m].weight : 0;
    double mean = 0;
    if (past->months >= SEASON_MONTHS)
        (void)!hz_credibility_of_years(row, past->months, credible, 12, &past->seasons);
    else
        memset(credible, 0, sizeof credible);
    for (size_t s = 0; s < 12; s++)
        mean += credible[s].blended / 12;
    for (size_t s = 0; s < 12; s++)
        past->season[s] = mean > 0 ? credible[s].blended / mean : 1;
}

/* The rates of a plan's offices over the plan's, by year. */
static void estimate_offices(struct hz_prospect_past *past, size_t p, struct hz_arena *arena)
{
    const size_t offices = past->order->exposure.offices, years = (past->months + 11) / 12;
    struct hz_group_year *row = hz_arena_allocate(arena, offices * years, sizeof *row);
    struct hz_credible *credible = past->office + p * offices;
    const double rate = past->plan[p].exposure > 0 ? hz_prospect_rate(&past->plan[p]) : 0;
    for (size_t o = 0; o < offices; o++)
        for (size_t m = 0; m < past->months; m++) {
            row[o * years + m / 12].group = o;
            row[o * years + m / 12].weight +=
                past->exposure[(p * offices + o) * past->months + m] * known_of(past, m) * rate;
        }
    for (size_t i = 0; i < past->claims; i++)
        if (past->claim[i].plan == p)
            row[past->claim[i].office * years + past->claim[i].month / 12].ratio++;
    for (size_t r = 0; r < offices * years; r++)
        row[r].ratio = row[r].weight > 0 ? row[r].ratio / row[r].weight : 0;
    struct hz_credibility all;
    const bool is_known = past->plan[p].payouts > 0 &&
                          hz_credibility_of_years(row, offices * years, credible, offices, &all) &&
                          all.mean > 0;
    for (size_t o = 0; o < offices; o++) {
        if (!is_known)
            credible[o] = (struct hz_credible){.mean = (double)NAN, .blended = 1};
        /* The error of the plan's own rate is counted with that. */
        credible[o].se =
            is_known && all.between > 0 ? sqrt(all.between * (1 - credible[o].credibility)) : 0;
    }
}

void hz_prospect_estimate(struct hz_prospect_past *past, struct hz_arena *arena)
{
    const size_t plans = past->order->exposure.plans;
    past->plan = hz_arena_allocate(arena, plans, sizeof *past->plan);
    past->middle = hz_arena_allocate(arena, plans, sizeof *past->middle);
    past->office = hz_arena_allocate(arena, cells(past), sizeof *past->office);
    add_exposures(past, arena);
    estimate_lags(past, arena);
    count_claims(past, hz_arena_allocate(arena, past->claims + plans, sizeof(double)));
    for (size_t p = 0; p < plans; p++)
        add_plan(past, p);
    relate_amounts(past, arena);
    estimate_seasons(past, arena);
    for (size_t p = 0; p < plans; p++)
        estimate_offices(past, p, arena);
}
