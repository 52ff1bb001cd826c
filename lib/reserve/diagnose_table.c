/* diagnose_table.c: see diagnose_table.h. */

#include "reserve/diagnose_table.h"

#include "reserve/chain_ladder.h"
#include "reserve/diagnose.h"
#include "triangle/triangle_rows.h"

#include <math.h>
#include <stdlib.h>

enum { COLUMNS_MOST = 12, AMOUNT_DECIMALS = 2, RATIO_DECIMALS = 6 };

static const char *const columns[][COLUMNS_MOST] = {
    {"test", "statistic", "expected", "lower", "upper", "verdict", NULL},
    {"origin", "development", "diagonals_ago", "link_ratio", "residual", "remark", NULL},
    {"origin", "development", "link_ratio", "reserve_without", "change", NULL},
    {"diagonals_ago", "reserve_then", "emerged", "reserve_now", "run_off", "expected_next",
     "actual_next", "verdict", NULL},
    {"diagonals_ago", "small", "large", "expected", "probability", "variance", "verdict", NULL},
    {"development", "earlier", "recent", "factor_earlier", "factor_recent", "t", "probability",
     "sigma_earlier", "sigma_recent", "sigma_probability", "verdict", NULL},
    {"period", "diagonals_ago", "development", "origin", "link_ratio", "factor", "to_factor", NULL},
};

/* One triangle, and where its rows go. */
struct patient {
    const struct hz_development_choice *choice;
    const struct hz_triangle_table *triangles;
    const struct hz_group_triangle *item;
    struct hz_table *out;
    struct hz_arena *arena;
};

static void begin_row(const struct patient *patient)
{
    hz_triangle_table_begin(patient->triangles, patient->item, patient->out);
}

static bool reserve_of(const struct hz_triangle *triangle,
                       const struct hz_development_choice *choice, struct hz_development *d,
                       struct hz_reserve *reserve, struct hz_arena *arena, struct hz_error *err)
{
    hz_development_fit(d, triangle, *choice, arena);
    const struct hz_reserve_basis basis = {.triangle = triangle, .development = d};
    return hz_method_estimate(hz_method_find(hz_text_of("chain-ladder")), &basis, reserve, arena,
                              err);
}

static void write_test(const struct patient *patient, const char *name, const struct hz_test *test,
                       const char *verdict)
{
    begin_row(patient);
    hz_table_string(patient->out, name);
    hz_table_estimate(patient->out, test->statistic, RATIO_DECIMALS);
    hz_table_estimate(patient->out, test->expected, RATIO_DECIMALS);
    hz_table_estimate(patient->out, test->lower, RATIO_DECIMALS);
    hz_table_estimate(patient->out, test->upper, RATIO_DECIMALS);
    hz_table_string(patient->out, verdict);
    hz_table_end_row(patient->out);
}

static bool write_tests(const struct patient *patient, struct hz_error *err)
{
    const struct hz_triangle *triangle = &patient->item->triangle;
    struct hz_test calendar, correlation;
    if (!hz_test_calendar_effect(triangle, &calendar, patient->arena, err) ||
        !hz_test_development_correlation(triangle, &correlation, patient->arena, err))
        return false;
    write_test(patient, "calendar-year", &calendar,
               calendar.statistic < calendar.lower ? _("a calendar-year effect")
                                                   : _("no calendar-year effect"));
    const bool is_outside =
        correlation.statistic < correlation.lower || correlation.statistic > correlation.upper;
    write_test(patient, "correlation", &correlation,
               is_outside ? _("link ratios may be correlated: look at the residuals")
                          : _("no correlation of successive link ratios"));
    return true;
}

static double ratio_of(const struct hz_triangle *triangle, size_t o, size_t k)
{
    return hz_triangle_value(triangle, o, k + 1) / hz_triangle_value(triangle, o, k);
}

static void begin_ratio(const struct patient *patient, size_t o, size_t k)
{
    begin_row(patient);
    hz_table_text(patient->out, patient->item->triangle.origin[o]);
    hz_age_write(patient->item->triangle.age[k], patient->out);
}

/* Why a residual says little or cannot be computed. */
static const char *remark_on(const struct hz_development *d, size_t k)
{
    return d->pairs[k] == 1      ? _("the only link ratio of its age")
           : isnan(d->factor[k]) ? _("the factor cannot be computed")
           : isnan(d->alpha[k])  ? _("no alpha gives the selected factor, so no sigma")
           : isnan(d->sigma[k])  ? _("no sigma: an origin grows from zero or less")
           : d->sigma[k] <= 0    ? _("all link ratios of its age agree: sigma is zero")
                                 : "";
}

static bool write_residuals(const struct patient *patient, struct hz_error *err)
{
    const struct hz_triangle *triangle = &patient->item->triangle;
    struct hz_development d;
    (void)err;
    hz_development_fit(&d, triangle, *patient->choice, patient->arena);
    for (size_t o = 0; o < triangle->origins; o++)
        for (size_t k = triangle->first[o]; k < triangle->latest[o]; k++) {
            size_t diagonal;
            if (!d.used[k * triangle->origins + o])
                continue;
            begin_ratio(patient, o, k);
            if (hz_triangle_diagonal(triangle, o, k + 1, &diagonal))
                hz_table_integer(patient->out, (hz_sum)diagonal);
            else
                hz_table_unknown(patient->out);
            hz_table_estimate(patient->out, ratio_of(triangle, o, k), RATIO_DECIMALS);
            hz_table_estimate(patient->out, hz_residual(&d, triangle, o, k), RATIO_DECIMALS);
            hz_table_string(patient->out, remark_on(&d, k));
            hz_table_end_row(patient->out);
        }
    return true;
}

/* The reserve without one link ratio; NaN where there is none then. */
static double reserve_without(const struct patient *patient, size_t o, size_t k)
{
    const struct hz_triangle *triangle = &patient->item->triangle;
    struct hz_development_choice choice = *patient->choice;
    struct hz_arena arena = {0};
    struct hz_development d;
    struct hz_reserve reserve;
    struct hz_error reason = {0};
    struct hz_exclusion *exclusion =
        hz_arena_allocate(&arena, choice.exclusions + 1, sizeof *exclusion);
    for (size_t e = 0; e < choice.exclusions; e++)
        exclusion[e] = choice.exclusion[e];
    exclusion[choice.exclusions] =
        (struct hz_exclusion){.origin = triangle->origin[o], .age = triangle->age[k]};
    choice.exclusion = exclusion;
    choice.exclusions++;
    const double without = reserve_of(triangle, &choice, &d, &reserve, &arena, &reason)
                               ? reserve.ibnr[triangle->origins]
                               : (double)NAN;
    hz_arena_free(&arena);
    return without;
}

static bool write_influence(const struct patient *patient, struct hz_error *err)
{
    const struct hz_triangle *triangle = &patient->item->triangle;
    struct hz_development d;
    struct hz_reserve reserve;
    if (!reserve_of(triangle, patient->choice, &d, &reserve, patient->arena, err))
        return false;
    for (size_t o = 0; o < triangle->origins; o++)
        for (size_t k = triangle->first[o]; k < triangle->latest[o]; k++) {
            if (!d.used[k * triangle->origins + o])
                continue;
            const double without = reserve_without(patient, o, k);
            begin_ratio(patient, o, k);
            hz_table_estimate(patient->out, ratio_of(triangle, o, k), RATIO_DECIMALS);
            hz_table_estimate(patient->out, without, AMOUNT_DECIMALS);
            hz_table_estimate(patient->out, without - reserve.ibnr[triangle->origins],
                              AMOUNT_DECIMALS);
            hz_table_end_row(patient->out);
        }
    return true;
}

/* What a reserve set some diagonals ago has become, up to the last age that there was then. */
struct run_off {
    double then, emerged, now;         /* of the origins that there were */
    double expected_next, actual_next; /* on the diagonal that followed */
};

/* Adds an origin: what it has come to at the age, or is now expected to. */
static void add_origin(struct run_off *r, const struct hz_triangle *triangle,
                       const struct hz_development *now, size_t o, double latest_then, size_t end)
{
    const size_t latest = triangle->latest[o];
    const double value = hz_triangle_value(triangle, o, latest < end ? latest : end);
    r->emerged += value - latest_then;
    if (latest < end)
        r->now += value * (now->to_ultimate[latest] / now->to_ultimate[end] - 1);
}

static bool look_back(const struct patient *patient, const struct hz_development_choice *choice,
                      const struct hz_development *now, size_t diagonals, struct run_off *r,
                      struct hz_error *err)
{
    const struct hz_triangle *triangle = &patient->item->triangle;
    struct hz_triangle then;
    struct hz_development d;
    struct hz_reserve reserve;
    *r = (struct run_off){0};
    if (!hz_triangle_as_of(&then, triangle, diagonals, patient->arena, err) ||
        !reserve_of(&then, choice, &d, &reserve, patient->arena, err))
        return false;
    r->then = reserve.ibnr[then.origins];
    for (size_t o = 0; o < then.origins; o++) {
        const size_t k = then.latest[o];
        size_t next;
        add_origin(r, triangle, now, o, reserve.latest[o], then.ages - 1);
        if (k + 1 < then.ages && hz_triangle_diagonal(triangle, o, k + 1, &next) &&
            next + 1 == diagonals) {
            r->expected_next += reserve.payment[o * reserve.ages + k];
            r->actual_next += hz_triangle_value(triangle, o, k + 1) - reserve.latest[o];
        }
    }
    return true;
}

static void write_run_off(const struct patient *patient, size_t back, const struct run_off *r)
{
    const double result = r->then - r->emerged - r->now;
    const double figure[] = {r->then, r->emerged, r->now, result, r->expected_next, r->actual_next};
    begin_row(patient);
    hz_table_integer(patient->out, (hz_sum)back);
    for (size_t i = 0; i < HZ_COUNT(figure); i++)
        hz_table_estimate(patient->out, figure[i], AMOUNT_DECIMALS);
    hz_table_string(patient->out, result < 0   ? _("was too low")
                                  : result > 0 ? _("was enough")
                                               : _("was exact"));
    hz_table_end_row(patient->out);
}

static bool write_back_test(const struct patient *patient, struct hz_error *err)
{
    const struct hz_triangle *triangle = &patient->item->triangle;
    struct hz_development_choice choice = *patient->choice;
    struct hz_development now;
    struct hz_reserve reserve;
    choice.tail = 1; /* there is nothing yet to hold it against */
    choice.curve = (struct hz_tail_choice){0};
    if (!reserve_of(triangle, &choice, &now, &reserve, patient->arena, err))
        return false;
    for (size_t back = 1; back + 2 <= triangle->ages; back++) {
        struct run_off r;
        struct hz_error earlier = {0};
        if (look_back(patient, &choice, &now, back, &r, &earlier))
            write_run_off(patient, back, &r);
        else
            return back > 1 || hz_error_set(err, earlier.kind, HZ_NOWHERE, "%s", earlier.text);
    }
    return true;
}

/* Below, a difference is not taken for chance. */
static const double level = 0.05;

static bool write_diagonals(const struct patient *patient, struct hz_error *err)
{
    struct hz_diagonal *diagonal;
    size_t diagonals;
    if (!hz_test_diagonals(&patient->item->triangle, &diagonal, &diagonals, patient->arena, err))
        return false;
    for (size_t d = 0; d < diagonals; d++) {
        const struct hz_diagonal *at = &diagonal[d];
        begin_row(patient);
        hz_table_integer(patient->out, (hz_sum)at->diagonal);
        hz_table_integer(patient->out, (hz_sum)at->small);
        hz_table_integer(patient->out, (hz_sum)at->large);
        hz_table_estimate(patient->out, at->expected, RATIO_DECIMALS);
        hz_table_ratio(patient->out, at->probability, RATIO_DECIMALS);
        hz_table_estimate(patient->out, at->variance, RATIO_DECIMALS);
        hz_table_string(patient->out, at->probability >= level ? _("as by chance")
                                      : at->small > at->large  ? _("more small link ratios")
                                                               : _("more large link ratios"));
        hz_table_end_row(patient->out);
    }
    return true;
}

static const char *judge(const struct hz_stability *s)
{
    return isnan(s->t) ? _("too few link ratios that differ, or one from zero")
           : s->factor_probability < level
               ? s->t > 0 ? _("the factor has risen") : _("the factor has fallen")
           : s->sigma_probability < level ? s->sigma_recent > s->sigma_earlier
                                                ? _("the spread has grown")
                                                : _("the spread has shrunk")
                                          : _("no change beyond chance");
}

static bool write_stability(const struct patient *patient, struct hz_error *err)
{
    const struct hz_triangle *triangle = &patient->item->triangle;
    struct hz_development d;
    (void)err;
    hz_development_fit(&d, triangle, *patient->choice, patient->arena);
    for (size_t k = 0; k + 1 < triangle->ages; k++) {
        const struct hz_stability s = hz_test_stability(&d, triangle, k);
        begin_row(patient);
        hz_age_write(triangle->age[k], patient->out);
        hz_table_integer(patient->out, (hz_sum)s.earlier);
        hz_table_integer(patient->out, (hz_sum)s.recent);
        hz_table_estimate(patient->out, s.factor_earlier, RATIO_DECIMALS);
        hz_table_estimate(patient->out, s.factor_recent, RATIO_DECIMALS);
        hz_table_estimate(patient->out, s.t, RATIO_DECIMALS);
        hz_table_ratio(patient->out, s.factor_probability, RATIO_DECIMALS);
        hz_table_estimate(patient->out, s.sigma_earlier, RATIO_DECIMALS);
        hz_table_estimate(patient->out, s.sigma_recent, RATIO_DECIMALS);
        hz_table_ratio(patient->out, s.sigma_probability, RATIO_DECIMALS);
        hz_table_string(patient->out, judge(&s));
        hz_table_end_row(patient->out);
    }
    return true;
}

/* Where a link ratio stands: the diagonal it ends at, its age and its origin. */
struct ratio_place {
    size_t diagonal, age, origin;
};

static int by_diagonal(const void *a, const void *b)
{
    const struct ratio_place *x = a, *y = b;
    return x->diagonal != y->diagonal ? (x->diagonal < y->diagonal ? 1 : -1)
           : x->age != y->age         ? (x->age < y->age ? -1 : 1)
                                      : (x->origin > y->origin) - (x->origin < y->origin);
}

static bool list_ratios(const struct hz_triangle *triangle, const struct hz_development *d,
                        struct ratio_place place[], size_t *count, struct hz_error *err)
{
    *count = 0;
    for (size_t o = 0; o < triangle->origins; o++)
        for (size_t k = triangle->first[o]; k < triangle->latest[o]; k++) {
            struct ratio_place *at = &place[*count];
            if (!d->used[k * triangle->origins + o])
                continue;
            *at = (struct ratio_place){.age = k, .origin = o};
            if (!hz_triangle_diagonal(triangle, o, k + 1, &at->diagonal))
                return hz_error_set(err, HZ_ERROR_DATA, triangle->place,
                                    _("the diagonals cannot be told: origins are to follow each "
                                      "other by whole steps of age"));
            ++*count;
        }
    return true;
}

static void begin_diagonal(const struct patient *patient, const struct ratio_place *at)
{
    char period[HZ_FISCAL_TEXT];
    hz_triangle_period(&patient->item->triangle, at->origin, at->age + 1, period);
    begin_row(patient);
    hz_table_string(patient->out, period);
    hz_table_integer(patient->out, (hz_sum)at->diagonal);
}

/* All of a diagonal together: what its link ratios end at, by what their factors would end at. */
static void write_diagonal_total(const struct patient *patient, const struct ratio_place *at,
                                 double to_factor)
{
    begin_diagonal(patient, at);
    hz_table_string(patient->out, "total");
    hz_table_unknown(patient->out);
    hz_table_unknown(patient->out);
    hz_table_unknown(patient->out);
    hz_table_estimate(patient->out, to_factor, RATIO_DECIMALS);
    hz_table_end_row(patient->out);
}

static void write_ratio(const struct patient *patient, const struct ratio_place *at, double factor)
{
    const struct hz_triangle *triangle = &patient->item->triangle;
    const double ratio = ratio_of(triangle, at->origin, at->age);
    begin_diagonal(patient, at);
    hz_age_write(triangle->age[at->age], patient->out);
    hz_table_text(patient->out, triangle->origin[at->origin]);
    hz_table_estimate(patient->out, ratio, RATIO_DECIMALS);
    hz_table_estimate(patient->out, factor, RATIO_DECIMALS);
    hz_table_estimate(patient->out, ratio / factor, RATIO_DECIMALS);
    hz_table_end_row(patient->out);
}

static bool write_link_ratios(const struct patient *patient, struct hz_error *err)
{
    const struct hz_triangle *triangle = &patient->item->triangle;
    struct ratio_place *place =
        hz_arena_allocate(patient->arena, triangle->origins * triangle->ages, sizeof *place);
    struct hz_development d;
    size_t count;
    hz_development_fit(&d, triangle, *patient->choice, patient->arena);
    if (!list_ratios(triangle, &d, place, &count, err))
        return false;
    qsort(place, count, sizeof *place, by_diagonal);
    double is = 0, expected = 0;
    for (size_t i = 0; i < count; i++) {
        const struct ratio_place *at = &place[i];
        is += hz_triangle_value(triangle, at->origin, at->age + 1);
        expected += hz_triangle_value(triangle, at->origin, at->age) * d.factor[at->age];
        write_ratio(patient, at, d.factor[at->age]);
        if (i + 1 < count && place[i + 1].diagonal == at->diagonal)
            continue;
        write_diagonal_total(patient, at, is / expected);
        is = expected = 0;
    }
    return true;
}

static bool (*const writers[])(const struct patient *, struct hz_error *) = {
    write_tests,     write_residuals, write_influence,  write_back_test,
    write_diagonals, write_stability, write_link_ratios};

struct job {
    enum hz_diagnosis diagnosis;
    const struct hz_development_choice *choice;
    const struct hz_triangle_table *triangles;
    struct hz_table *out;
};

static bool write_group(const struct hz_group_triangle *item, const void *context,
                        struct hz_arena *arena, struct hz_error *err)
{
    const struct job *job = context;
    const struct patient patient = {.choice = item->own ? &item->own->choice : job->choice,
                                    .triangles = job->triangles,
                                    .item = item,
                                    .out = job->out,
                                    .arena = arena};
    return writers[job->diagnosis](&patient, err);
}

bool hz_diagnose_table(enum hz_diagnosis diagnosis, const struct hz_development_choice *choice,
                       const struct hz_triangle_table *triangles, struct hz_table *out,
                       struct hz_error *err)
{
    const struct job job = {diagnosis, choice, triangles, out};
    return hz_triangle_table_declare(triangles, columns[diagnosis], out, err) &&
           hz_triangle_table_each(triangles, write_group, &job, out, err);
}
