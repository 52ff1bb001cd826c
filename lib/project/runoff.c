/* runoff.c: see runoff.h. */

#include "project/runoff.h"

#include <assert.h>
#include <math.h>
#include <stdio.h>

/* Ends the run-off with its last payout, and adds it up. */
static void close_runoff(struct hz_runoff *runoff)
{
    while (runoff->periods > 0 && runoff->payout[runoff->periods - 1] == 0)
        runoff->periods--;
    runoff->total = 0;
    for (size_t t = 0; t < runoff->periods; t++)
        runoff->total += runoff->payout[t];
}

void hz_runoff_of_payments(struct hz_runoff *runoff, const struct hz_payment payment[],
                           size_t payments, hz_period first, enum hz_grain grain,
                           struct hz_arena *arena)
{
    hz_period last = first;
    for (size_t i = 0; i < payments; i++)
        last = payment[i].period > last ? payment[i].period : last;
    *runoff =
        (struct hz_runoff){.grain = grain, .first = first, .periods = (size_t)(last - first) + 1};
    runoff->payout = hz_arena_allocate(arena, runoff->periods, sizeof *runoff->payout);
    for (size_t i = 0; i < payments; i++) {
        const hz_period due = payment[i].period > first ? payment[i].period : first;
        runoff->payout[due - first] += payment[i].amount;
    }
    close_runoff(runoff);
}

/* The part of an ultimate that has emerged by an age, from 1 on. */
static double emerged(const struct hz_origin_reserve reserve[], size_t origins, size_t age)
{
    return age <= origins ? 1 / reserve[age - 1].to_ultimate : 1;
}

void hz_runoff_of_reserves(struct hz_runoff *runoff, const struct hz_origin_reserve reserve[],
                           size_t origins, hz_period newest, enum hz_grain grain,
                           struct hz_arena *arena)
{
    *runoff = (struct hz_runoff){.grain = grain, .first = newest + 1, .periods = origins};
    runoff->payout = hz_arena_allocate(arena, origins, sizeof *runoff->payout);
    for (size_t age = 1; age <= origins; age++) {
        const double open = 1 - emerged(reserve, origins, age);
        if (open == 0)
            runoff->payout[0] += reserve[age - 1].ibnr;
        for (size_t to = age + 1; to <= origins + 1 && open != 0; to++)
            runoff->payout[to - age - 1] +=
                reserve[age - 1].ibnr *
                (emerged(reserve, origins, to) - emerged(reserve, origins, to - 1)) / open;
    }
    close_runoff(runoff);
}

void hz_runoff_settle(struct hz_runoff *runoff, double total, struct hz_arena *arena)
{
    const double difference = total - runoff->total;
    double size = 0;
    for (size_t t = 0; t < runoff->periods; t++)
        size += fabs(runoff->payout[t]);
    if (size == 0 && difference != 0) {
        runoff->periods = 1;
        runoff->payout = hz_arena_allocate(arena, 1, sizeof *runoff->payout);
        runoff->payout[0] = total;
    }
    for (size_t t = 0; t < runoff->periods && size > 0; t++)
        runoff->payout[t] += difference * fabs(runoff->payout[t]) / size;
    runoff->total = total;
}

/* Years from the valuation to the middle of a period, counted from 0. */
static double years_to(const struct hz_runoff *runoff, size_t period)
{
    return ((double)period + 0.5) * (int)runoff->grain / HZ_YEAR;
}

void hz_runoff_inflate(struct hz_runoff *runoff, double rate)
{
    runoff->total = 0;
    runoff->se = NULL;
    for (size_t t = 0; t < runoff->periods; t++) {
        runoff->payout[t] *= pow(1 + rate, (double)(t + 1) * (int)runoff->grain / HZ_YEAR);
        runoff->total += runoff->payout[t];
    }
}

void hz_runoff_discount(const struct hz_runoff *runoff, const struct hz_curve *curve,
                        double present[])
{
    for (size_t t = 0; t < runoff->periods; t++)
        present[t] = runoff->payout[t] * hz_curve_discount(curve, years_to(runoff, t));
}

bool hz_runoff_check_curve(const struct hz_runoff *runoff, const struct hz_curve *curve,
                           struct hz_error *err)
{
    return runoff->periods == 0 || hz_curve_need(curve, years_to(runoff, runoff->periods - 1), err);
}

bool hz_runoff_regroup(struct hz_runoff *runoff, enum hz_grain grain, struct hz_place place,
                       struct hz_arena *arena, struct hz_error *err)
{
    if (runoff->grain > grain)
        return hz_error_set(
            err, HZ_ERROR_DATA, place,
            _("payouts by %s cannot be told by %s: expected a triangle with shorter "
              "development periods"),
            hz_grain_name(runoff->grain), hz_grain_name(grain));
    if (runoff->shift > 0)
        return hz_error_set(err, HZ_ERROR_DATA, place,
                            _("payouts by periods that start within those of the calendar cannot "
                              "be told by %s: expected a triangle with shorter development "
                              "periods"),
                            hz_grain_name(grain));
    const int parts = (int)grain / (int)runoff->grain;
    const hz_period first = runoff->first / parts;
    struct hz_runoff longer = {.grain = grain, .first = first};
    if (runoff->periods > 0)
        longer.periods =
            (size_t)((runoff->first + (hz_period)runoff->periods - 1) / parts - first) + 1;
    longer.payout = hz_arena_allocate(arena, longer.periods, sizeof *longer.payout);
    for (size_t t = 0; t < runoff->periods; t++)
        longer.payout[(runoff->first + (hz_period)t) / parts - first] += runoff->payout[t];
    longer.total = runoff->total;
    *runoff = longer;
    return true;
}

struct hz_runoff_terms hz_runoff_terms(const struct hz_runoff *runoff, const struct hz_curve *curve)
{
    struct hz_runoff_terms terms = {.payout = runoff->total};
    double weighted = 0, present_weighted = 0;
    for (size_t t = 0; t < runoff->periods; t++) {
        const double years = years_to(runoff, t);
        const double present = runoff->payout[t] * (curve ? hz_curve_discount(curve, years) : 1);
        weighted += runoff->payout[t] * years;
        terms.present += present;
        present_weighted += present * years;
    }
    terms.mean_term_years = terms.payout != 0 ? weighted / terms.payout : (double)NAN;
    terms.duration_years = terms.present != 0 ? present_weighted / terms.present : (double)NAN;
    return terms;
}

double hz_runoff_years_held(const struct hz_runoff *runoff, const struct hz_curve *curve)
{
    double rest = runoff->total, held = 0;
    for (size_t t = 0; t < runoff->periods; t++) {
        const double middle = years_to(runoff, t);
        const double length = 2 * years_to(runoff, 0);
        held += (rest - runoff->payout[t] / 2) * length *
                (curve ? hz_curve_discount(curve, middle) : 1);
        rest -= runoff->payout[t];
    }
    return runoff->total != 0 ? held / runoff->total : (double)NAN;
}

/* The digits that printf gives a number, as a whole number of units of the last of them. */
static hz_sum printed_units(double number, int decimals)
{
    char text[64];
    hz_sum units = 0;
    snprintf(text, sizeof text, "%.*f", decimals, fabs(number));
    for (const char *c = text; *c; c++)
        if (hz_digit(*c) <= 9)
            units = units * 10 + hz_digit(*c);
    return number < 0 ? -units : units;
}

bool hz_round_in_sum(const double amount[], size_t n, double total, int decimals, hz_sum rounded[],
                     struct hz_place place, struct hz_error *err)
{
    assert(decimals >= 0 && decimals <= 15);
    double sum = 0;
    hz_sum before = 0;
    for (size_t i = 0; i < n; i++) {
        sum = i + 1 < n ? sum + amount[i] : total;
        if (!(fabs(sum) < HZ_ROUND_MOST))
            return hz_error_set(err, HZ_ERROR_DATA, place,
                                _("payouts add up to %g: expected less than %g, in a larger unit"),
                                sum, HZ_ROUND_MOST);
        const hz_sum upto = printed_units(sum, decimals);
        rounded[i] = upto - before;
        before = upto;
    }
    rounded[n] = before;
    return true;
}
