/* prospect_assumptions.c: every figure of a projection, and where it comes from. */

#include "project/prospect_table.h"

#include <math.h>
#include <stdio.h>

struct printing {
    const struct hz_prospect_projection *of;
    struct hz_table *table;
    const char *plan, *office; /* NULL: all */
};

static void print(const struct printing *p, const char *item, double value, double error,
                  const char *origin)
{
    hz_table_text(p->table, p->of->scenario->name);
    if (p->plan)
        hz_table_string(p->table, p->plan);
    else
        hz_table_unknown(p->table);
    if (p->office)
        hz_table_string(p->table, p->office);
    else
        hz_table_unknown(p->table);
    hz_table_string(p->table, item);
    hz_table_estimate(p->table, value, 6);
    hz_table_estimate(p->table, error, 6);
    hz_table_string(p->table, origin);
    hz_table_end_row(p->table);
}

static void print_given(const struct printing *p, const char *item, const struct hz_supposed *given)
{
    char origin[512];
    snprintf(origin, sizeof origin, "given: %s:%llu", given->file, (unsigned long long)given->line);
    print(p, item, given->value, (double)NAN, origin);
}

static void print_part(struct printing p, const struct hz_scenario_part *part)
{
    for (int k = 0; k < HZ_SCENARIO_KEYS; k++)
        if (part->given[k].file)
            print_given(&p, hz_scenario_key_names[k], &part->given[k]);
}

/* Scenario first: for all, by plan, by office, and the shock. */
static void print_scenario(struct printing p)
{
    const struct hz_scenario *s = p.of->scenario;
    struct printing part = p;
    print_part(p, &s->all);
    for (size_t i = 0; i < s->plans; i++) {
        char name[256];
        snprintf(name, sizeof name, "%.*s", HZ_TEXT_ARGS(s->plan[i].name));
        part.plan = name;
        print_part(part, &s->plan[i]);
    }
    part = p;
    for (size_t i = 0; i < s->offices; i++) {
        char name[256];
        snprintf(name, sizeof name, "%.*s", HZ_TEXT_ARGS(s->office[i].name));
        part.office = name;
        print_part(part, &s->office[i]);
    }
    if (s->shock.months > 0)
        print_given(&p, "pandemic", &s->shock.factor);
}

static void print_plan(struct printing p, size_t index)
{
    const struct hz_prospect_plan *plan = &p.of->plan[index];
    const struct hz_prospect_severity *s = &plan->severity;
    const struct hz_exposure_table *table = &p.of->past->order->exposure;
    const double shape = plan->payouts / plan->dispersion + 0.5;
    char origin[512];
    p.plan = table->plan[index];
    snprintf(
        origin, sizeof origin,
        "estimated: %s, weighted days of cover up to the valuation, less what is not yet known",
        table->file);
    print(&p, "exposure", plan->exposure, (double)NAN, origin);
    snprintf(origin, sizeof origin, "estimated: %.0f claims paid and closed%s", plan->payouts,
             plan->payouts > 0 ? "" : ", taken as half a one");
    print(&p, "frequency", hz_prospect_rate(plan), sqrt(shape) * plan->dispersion / plan->exposure,
          origin);
    print(&p, "dispersion", plan->dispersion, (double)NAN,
          "estimated: claims of the same member, sum n^2 / sum n");
    double squares = 0;
    const double mean = hz_prospect_amount(s);
    for (size_t i = 0; i < s->amounts; i++)
        squares += pow(s->amount[i] - mean, 2);
    snprintf(origin, sizeof origin, "%s: %zu claims", p.of->basis[index], s->amounts);
    print(&p, "severity", mean,
          s->fit || s->amounts < 2 ? (double)NAN
                                   : sqrt(squares / (double)(s->amounts - 1) / (double)s->amounts),
          origin);
    if (s->fit && s->fit->cells > 0)
        print(&p, "severity_fit_p_value", s->fit->p_value, (double)NAN,
              "chi-square over cells of equal probability");
}

static void print_offices(struct printing p, size_t plan)
{
    const struct hz_exposure_table *table = &p.of->past->order->exposure;
    for (size_t o = 0; o < table->offices; o++) {
        const struct hz_credible *credible = &p.of->past->office[plan * table->offices + o];
        char origin[128];
        if (!(credible->weight > 0))
            continue;
        p.plan = table->plan[plan];
        p.office = table->office[o];
        snprintf(origin, sizeof origin, "credibility %.4f of its own %.4f", credible->credibility,
                 credible->mean);
        print(&p, "relativity", credible->blended, credible->se, origin);
    }
}

static void print_months(struct printing p)
{
    const struct hz_prospect_past *past = p.of->past;
    char item[64], origin[128];
    if (past->seasons.between > 0)
        snprintf(origin, sizeof origin, "estimated: credibility, variance between months %.6f",
                 past->seasons.between);
    else
        snprintf(origin, sizeof origin, "none: %zu months do not show that calendar months differ",
                 past->months);
    for (int m = 0; m < 12; m++) {
        snprintf(item, sizeof item, "season_%02d", m + 1);
        print(&p, item, past->season[m], (double)NAN, origin);
    }
    snprintf(origin, sizeof origin, "estimated: chain ladder of %zu claims, %zu more are open",
             past->claims, past->open);
    for (size_t l = 0; l < past->months && (l == 0 || past->known[l - 1] < 0.9995); l++) {
        snprintf(item, sizeof item, "known_after_%zu", l);
        print(&p, item, past->known[l], (double)NAN, origin);
    }
    for (size_t l = 0; l < past->months; l++) {
        snprintf(item, sizeof item, "paid_at_%zu", l);
        if (past->share[l] > 0 || past->share[l] < 0)
            print(&p, item, past->share[l], (double)NAN,
                  "estimated: chain ladder of payments by month after the event");
    }
}

void hz_prospect_assumptions(const struct hz_prospect_projection *projection,
                             struct hz_table *table)
{
    const struct printing p = {projection, table, NULL, NULL};
    print_scenario(p);
    for (size_t i = 0; i < projection->past->order->exposure.plans; i++)
        print_plan(p, i);
    for (size_t i = 0;
         projection->past->order->by_office && i < projection->past->order->exposure.plans; i++)
        print_offices(p, i);
    print_months(p);
}
