/* prospect_ahead.c: a scenario on the past; see prospect_table.h. */

#include "project/prospect_ahead.h"

#include <math.h>

#define ALL SIZE_MAX

struct making {
    struct hz_prospect_projection *to;
    const struct hz_prospect_order *order;
    struct hz_arena *arena;
};

/* An office's own figure; that of the plan where the office is ALL of them. */
static double value_of(const struct making *making, size_t plan, size_t office,
                       enum hz_scenario_key key, double otherwise)
{
    const struct hz_exposure_table *table = &making->order->exposure;
    return hz_scenario_value(making->to->scenario, hz_text_of(table->plan[plan]),
                             hz_text_of(office == ALL ? NULL : table->office[office]), key,
                             otherwise);
}

/* ---- Severity */

/* A log-normal distribution of a mean and a coefficient of variation that are given. */
static const struct hz_severity_fit *given_fit(double mean, double cv, struct hz_arena *arena)
{
    struct hz_severity_fit *fit = hz_arena_allocate(arena, 1, sizeof *fit);
    const double variance = log1p(cv * cv);
    fit->severity = (struct hz_severity){HZ_LOG_NORMAL, log(mean) - variance / 2, sqrt(variance)};
    return fit;
}

static void fit_amounts(const struct making *making, size_t p, enum hz_severity_kind kind)
{
    struct hz_prospect_severity *s = &making->to->plan[p].severity;
    struct hz_severity_fit *fit = hz_arena_allocate(making->arena, 1, sizeof *fit);
    double *amount = hz_arena_allocate(making->arena, s->amounts + 1, sizeof *amount);
    struct hz_error fault = {0};
    if (s->amounts > 0)
        memcpy(amount, s->amount, s->amounts * sizeof *amount);
    const bool fitted = s->amounts >= HZ_FIT_LEAST &&
                        hz_severity_fit(kind, amount, s->amounts, fit, &fault) &&
                        isfinite(hz_severity_mean(&fit->severity));
    if (fitted)
        s->fit = fit;
    making->to->basis[p] = fitted                      ? hz_severity_names[kind]
                           : s->amounts < HZ_FIT_LEAST ? "empirical (too few to fit)"
                                                       : "empirical (no maximum of the likelihood)";
}

static void choose_severity(const struct making *making, size_t p)
{
    struct hz_prospect_severity *s = &making->to->plan[p].severity;
    const double mean = value_of(making, p, ALL, HZ_SCENARIO_MEAN, 0);
    making->to->basis[p] = "empirical";
    if (mean > 0) {
        s->fit = given_fit(mean, value_of(making, p, ALL, HZ_SCENARIO_CV, 0), making->arena);
        making->to->basis[p] = "given";
    } else if (s->amounts == 0) {
        making->to->basis[p] = "all plans (no payout of its own)";
    } else if (making->to->scenario->severity != HZ_SCENARIO_EMPIRICAL) {
        fit_amounts(making, p, (enum hz_severity_kind)(making->to->scenario->severity - 1));
    }
}

/* ---- Exposure ahead */

/* What is written in a year over the year before, without the change of price. */
static double yearly(const struct making *making, const struct hz_exposure_row *row,
                     double renewals)
{
    const double renewal = value_of(making, row->plan, row->office, HZ_SCENARIO_RENEWAL, 1);
    return (1 + value_of(making, row->plan, row->office, HZ_SCENARIO_GROWTH, 0)) *
           (1 - renewals + renewals * renewal);
}

static double demand(const struct making *making, const struct hz_exposure_row *row)
{
    const double price = 1 + value_of(making, row->plan, row->office, HZ_SCENARIO_PRICE, 0);
    const double elasticity = value_of(making, row->plan, row->office, HZ_SCENARIO_ELASTICITY, 0);
    return price > 0 ? pow(price, elasticity) : 1;
}

static double month_days(hz_period month)
{
    return hz_period_last(month, HZ_MONTH) - hz_period_first(month, HZ_MONTH) + 1;
}

/* A row of the exposures in the months ahead: as it is, and again for each year of writing. */
static void add_row(const struct making *making, const struct hz_exposure_row *row, double renewals,
                    struct hz_prospect_ahead *ahead)
{
    const struct hz_exposure_table *table = &making->order->exposure;
    const hz_period first = table->last + 1;
    const int months = (int)making->order->months;
    const double lapse = value_of(making, row->plan, row->office, HZ_SCENARIO_LAPSE, 0);
    const double price = 1 + value_of(making, row->plan, row->office, HZ_SCENARIO_PRICE, 0);
    int t = row->month - first;
    double *in_force = (double *)ahead->cell.in_force, *written = (double *)ahead->cell.written;
    if (t >= 0 && t < months)
        in_force[t] += row->exposure * pow(1 - lapse, (t + 0.5) / 12);
    if (row->years_ago > 0)
        return;
    const double growth = yearly(making, row, renewals);
    double times = demand(making, row);
    ahead->cell.covers += row->covers;
    ahead->cell.growth += row->covers * growth * times; /* as many as are expected */
    for (t += 12; t < months; t += 12) {
        times *= growth;
        if (t < 0)
            continue;
        written[t] += row->exposure * times * month_days(first + t) / month_days(row->month);
        ahead->contribution[t] += row->contribution * times * price;
    }
}

/* The part of the covers written in the last year that were renewals, by plan and office. */
static double *renewal_parts(const struct making *making)
{
    const struct hz_exposure_table *table = &making->order->exposure;
    const size_t n = table->plans * table->offices;
    double *part = hz_arena_allocate(making->arena, 2 * n, sizeof *part), *covers = part + n;
    for (size_t r = 0; r < table->rows; r++)
        if (table->row[r].years_ago == 0) {
            const size_t c = table->row[r].plan * table->offices + table->row[r].office;
            part[c] += table->row[r].renewals;
            covers[c] += table->row[r].covers;
        }
    for (size_t c = 0; c < n; c++)
        part[c] = covers[c] > 0 ? part[c] / covers[c] : 0;
    return part;
}

static double shock_of(const struct hz_scenario *s, hz_period month)
{
    const bool is_in = s->shock.months > 0 && month >= s->shock.from &&
                       month < s->shock.from + (hz_period)s->shock.months;
    return is_in ? s->shock.factor.value : 1;
}

/* Factors on frequency, multiplied into the exposures, and those on amounts. */
static void add_factors(const struct making *making, struct hz_prospect_ahead *ahead)
{
    const struct hz_exposure_table *table = &making->order->exposure;
    const struct hz_prospect_past *past = making->to->past;
    double *in_force = (double *)ahead->cell.in_force, *written = (double *)ahead->cell.written;
    double *size = (double *)ahead->cell.size;
    const size_t p = ahead->plan, o = making->order->by_office ? ahead->office : ALL;
    for (size_t t = 0; t < making->order->months; t++) {
        const hz_period month = table->last + 1 + (hz_period)t;
        const double years = ((double)t + 0.5 + past->middle[p]) / 12;
        const double factor = past->season[month % 12] * shock_of(making->to->scenario, month) *
                              value_of(making, p, o, HZ_SCENARIO_FREQUENCY, 1) *
                              pow(1 + value_of(making, p, o, HZ_SCENARIO_TREND, 0), years);
        ahead->exposure[t] = in_force[t] + written[t];
        in_force[t] *= factor;
        written[t] *= factor;
        size[t] = value_of(making, p, o, HZ_SCENARIO_BENEFIT, 1) *
                  pow(1 + value_of(making, p, o, HZ_SCENARIO_INFLATION, 0), years);
    }
}

static void add_ahead(const struct making *making, size_t plan, size_t office,
                      const double renewals[])
{
    const struct hz_exposure_table *table = &making->order->exposure;
    const size_t months = making->order->months, offices = table->offices;
    struct hz_prospect_ahead *ahead = &making->to->ahead[making->to->aheads++];
    double *space = hz_arena_allocate(making->arena, 5 * months, sizeof *space);
    *ahead = (struct hz_prospect_ahead){.plan = plan,
                                        .office = office,
                                        .exposure = space,
                                        .contribution = space + months,
                                        .cell = {.plan = plan,
                                                 .relativity = 1,
                                                 .in_force = space + 2 * months,
                                                 .written = space + 3 * months,
                                                 .size = space + 4 * months}};
    if (making->order->by_office) {
        const struct hz_credible *credible = &making->to->past->office[plan * offices + office];
        ahead->cell.relativity = credible->blended;
        ahead->cell.relativity_variance = credible->se * credible->se;
    }
    for (size_t r = 0; r < table->rows; r++) {
        const struct hz_exposure_row *row = &table->row[r];
        if (row->plan == plan && (!making->order->by_office || row->office == office))
            add_row(making, row, renewals[row->plan * offices + row->office], ahead);
    }
    ahead->cell.growth = ahead->cell.covers > 0 ? ahead->cell.growth / ahead->cell.covers : 0;
    add_factors(making, ahead);
}

/* A plan has had cover, or has none ahead either. */
static bool check_plans(const struct hz_prospect_projection *projection, struct hz_error *err)
{
    const struct hz_exposure_table *table = &projection->past->order->exposure;
    for (size_t p = 0; p < table->plans; p++)
        if (!(projection->plan[p].exposure > 0))
            return hz_error_set(err, HZ_ERROR_DATA, (struct hz_place){.file = table->file},
                                _("plan %s has no cover up to the valuation that weighs anything: "
                                  "nothing says what it will pay, leave it out"),
                                table->plan[p]);
    return true;
}

bool hz_prospect_project(const struct hz_prospect_past *past, const struct hz_scenario *scenario,
                         struct hz_prospect_projection *projection, struct hz_arena *arena,
                         struct hz_error *err)
{
    const struct hz_exposure_table *table = &past->order->exposure;
    const struct making making = {projection, past->order, arena};
    const size_t offices = past->order->by_office ? table->offices : 1;
    *projection = (struct hz_prospect_projection){.past = past, .scenario = scenario};
    projection->plan = hz_arena_allocate(arena, table->plans, sizeof *projection->plan);
    projection->basis = hz_arena_allocate(arena, table->plans, sizeof *projection->basis);
    projection->ahead = hz_arena_allocate(arena, table->plans * offices, sizeof *projection->ahead);
    memcpy(projection->plan, past->plan, table->plans * sizeof *projection->plan);
    const double *renewals = renewal_parts(&making);
    for (size_t p = 0; p < table->plans; p++) {
        choose_severity(&making, p);
        for (size_t o = 0; o < offices; o++)
            add_ahead(&making, p, o, renewals);
    }
    return check_plans(projection, err) && hz_prospect_check(projection->plan, table->plans, err);
}
