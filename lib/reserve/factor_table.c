/* factor_table.c: see factor_table.h. */

#include "reserve/factor_table.h"

#include "triangle/development_between.h"
#include "triangle/development_tail.h"
#include "triangle/selections.h"
#include "triangle/triangle_rows.h"

#include <math.h>

enum { FACTOR_DECIMALS = 6 };

/* Whose rows are written. */
struct place {
    const struct hz_triangle_table *triangles;
    const struct hz_group_triangle *item;
    bool has_own; /* some factors are of one origin */
};

/* What is written at ages between those of the triangles. */
struct between {
    const struct hz_reserve_order *order;
    const struct hz_triangle_table *triangles;
    struct hz_table *out;
};

typedef void write_age(const struct place *place, const struct hz_development *d, size_t k,
                       struct hz_table *out);

/* What is written of each age, or of the tail alone. */
struct by_age {
    const struct hz_reserve_order *order;
    const struct hz_triangle_table *triangles;
    const struct hz_development *all; /* of each triangle, where groups are blended; or NULL */
    bool of_tail;
    write_age *write;
    struct hz_table *out;
};

/* A row, or several, for each age of a triangle. Refused (data): its curve gives no tail. */
static bool write_ages(const struct hz_group_triangle *item, const void *context,
                       struct hz_arena *arena, struct hz_error *err)
{
    const struct by_age *by = context;
    const struct hz_triangle_table *triangles = by->triangles;
    const struct place place = {triangles, item,
                                hz_selections_have_own(&by->order->choice, triangles)};
    struct hz_development d;
    hz_portfolio_develop(by->order, triangles, by->all, (size_t)(item - triangles->triangle), &d,
                         arena);
    if (!hz_development_require_tail(&d, &item->triangle, err))
        return false;
    for (size_t k = by->of_tail ? d.ages - 1 : 0; k < d.ages; k++) {
        hz_triangle_table_begin(triangles, item, by->out);
        by->write(&place, &d, k, by->out);
    }
    return true;
}

static bool tabulate(const struct hz_reserve_order *order,
                     const struct hz_triangle_table *triangles, const char *const columns[],
                     bool of_tail, write_age *write, struct hz_table *out, struct hz_error *err)
{
    struct hz_arena arena = {0};
    struct hz_development *all;
    bool done = hz_portfolio_blend(order, triangles, &all, &arena, err) &&
                hz_triangle_table_declare(triangles, columns, out, err);
    const struct by_age by = {order, triangles, done ? all : NULL, of_tail, write, out};
    done = done && hz_triangle_table_each_holed(triangles, write_ages, &by, out, err);
    hz_arena_free(&arena);
    return done;
}

/* The origins whose link ratios from column k are not used, parted by spaces. */
static void write_excluded(const struct hz_development *d, const struct hz_triangle *triangle,
                           size_t k, struct hz_table *out)
{
    struct hz_buffer list = {0};
    for (size_t o = 0; o < triangle->origins && k + 1 < d->ages; o++)
        if (!d->used[k * triangle->origins + o] && hz_triangle_is_observed(triangle, o, k) &&
            hz_triangle_is_observed(triangle, o, k + 1)) {
            hz_buffer_string(&list, list.length > 0 ? " " : "");
            hz_buffer_text(&list, triangle->origin[o]);
        }
    hz_table_text(out, (struct hz_text){list.at, list.length});
    hz_buffer_free(&list);
}

/* Why: of the age itself, and of each exclusion that leaves out a link ratio from there. */
static void write_reasons(const struct hz_development_choice *choice,
                          const struct hz_triangle *triangle, size_t k, struct hz_table *out)
{
    struct hz_buffer list = {0};
    for (size_t i = 0; i < choice->ats; i++)
        if (choice->at[i].origin.length == 0 && fabs(choice->at[i].age - triangle->age[k]) <= 1e-9)
            hz_buffer_text(&list, choice->at[i].reason);
    for (size_t e = 0; e < choice->exclusions && k + 1 < triangle->ages; e++)
        if (hz_exclusion_leaves_out(&choice->exclusion[e], triangle, k) &&
            choice->exclusion[e].reason.length > 0) {
            hz_buffer_string(&list, list.length > 0 ? "; " : "");
            hz_buffer_text(&list, choice->exclusion[e].reason);
        }
    hz_table_text(out, (struct hz_text){list.at, list.length});
    hz_buffer_free(&list);
}

/* What one origin has of its own there: only its factor, and why. */
static void write_own(const struct place *place, const struct hz_development *d, size_t o, size_t k,
                      struct hz_table *out)
{
    const struct hz_triangle *triangle = &place->item->triangle;
    const struct hz_development_choice *choice = &d->choice;
    const double after = k + 1 < d->ages ? hz_development_to_ultimate(d, o, k + 1) : 1;
    for (size_t i = 0; i < choice->ats; i++) {
        if (!hz_text_equal(choice->at[i].origin, triangle->origin[o]) ||
            fabs(choice->at[i].age - triangle->age[k]) > 1e-9)
            continue;
        hz_triangle_table_begin(place->triangles, place->item, out);
        hz_age_write(triangle->age[k], out);
        hz_table_text(out, triangle->origin[o]);
        for (int unknown = 0; unknown < 4; unknown++)
            hz_table_unknown(out);
        hz_table_ratio(out, hz_development_to_ultimate(d, o, k) / after, FACTOR_DECIMALS);
        hz_table_unknown(out);
        hz_table_text(out, choice->at[i].reason);
        hz_table_end_row(out);
    }
}

static void write_selection(const struct place *place, const struct hz_development *d, size_t k,
                            struct hz_table *out)
{
    const struct hz_triangle *triangle = &place->item->triangle;
    const bool is_tail = k + 1 == d->ages;
    hz_age_write(triangle->age[k], out);
    if (place->has_own)
        hz_table_unknown(out);
    hz_table_string(out, is_tail ? hz_tail_curve_names[d->choice.curve.curve]
                                 : hz_average_names[d->average[k]]);
    if (is_tail)
        hz_table_unknown(out);
    else
        hz_table_integer(out, (hz_sum)d->pairs[k]);
    write_excluded(d, triangle, k, out);
    hz_table_ratio(out, is_tail ? (double)NAN : d->average_factor[k], FACTOR_DECIMALS);
    hz_table_ratio(out, d->factor[k], FACTOR_DECIMALS);
    hz_table_ratio(out, is_tail ? (double)NAN : d->alpha[k], FACTOR_DECIMALS);
    write_reasons(&d->choice, triangle, k, out);
    hz_table_end_row(out);
    for (size_t o = 0; o < triangle->origins && place->has_own; o++)
        write_own(place, d, o, k, out);
}

bool hz_selections_table(const struct hz_reserve_order *order,
                         const struct hz_triangle_table *triangles, struct hz_table *out,
                         struct hz_error *err)
{
    static const char *const columns[] = {"age",      "average",        "link_ratios",
                                          "excluded", "average_factor", "factor",
                                          "alpha",    "reason",         NULL};
    static const char *const with_own[] = {
        "age",    "origin", "average", "link_ratios", "excluded", "average_factor",
        "factor", "alpha",  "reason",  NULL};
    const bool has_own = hz_selections_have_own(&order->choice, triangles);
    return tabulate(order, triangles, has_own ? with_own : columns, false, write_selection, out,
                    err);
}

static void write_rest(const struct hz_development *d, size_t k, struct hz_table *out)
{
    hz_table_ratio(out, d->factor[k], FACTOR_DECIMALS);
    hz_table_ratio(out, d->se[k], FACTOR_DECIMALS);
    hz_table_estimate(out, d->sigma[k], FACTOR_DECIMALS);
    hz_table_ratio(out, d->to_ultimate[k], FACTOR_DECIMALS);
    hz_table_end_row(out);
}

static void write_factor(const struct place *place, const struct hz_development *d, size_t k,
                         struct hz_table *out)
{
    hz_age_write(place->item->triangle.age[k], out);
    write_rest(d, k, out);
}

static void write_blended(const struct place *place, const struct hz_development *d, size_t k,
                          struct hz_table *out)
{
    const bool is_tail = k + 1 == d->ages;
    hz_age_write(place->item->triangle.age[k], out);
    hz_table_ratio(out, is_tail ? (double)NAN : d->average_factor[k], FACTOR_DECIMALS);
    hz_table_ratio(out, is_tail ? d->beyond : d->collective[k], FACTOR_DECIMALS);
    hz_table_ratio(out, is_tail ? (double)NAN : d->credibility[k], FACTOR_DECIMALS);
    write_rest(d, k, out);
}

/* Factors at the ages that are asked for, each to the next and the last to ultimate. */
static bool write_between(const struct hz_group_triangle *item, const void *context,
                          struct hz_arena *arena, struct hz_error *err)
{
    const struct between *b = context;
    const struct hz_emergence_ages *ages = &b->order->ages;
    const struct hz_development_choice choice = item->own ? item->own->choice : b->order->choice;
    struct hz_development_shares shares;
    if (!hz_development_shares_new(&shares, &item->triangle, choice, arena))
        return hz_error_set(err, HZ_ERROR_DATA, item->triangle.place,
                            _("no two ages are seen of one origin, so that there are no factors"));
    if (!hz_development_require(&shares.development, &shares.regular, err))
        return false;
    for (size_t a = 0; a < ages->ages; a++) {
        const double share = hz_development_share(&shares, ages->age[a]);
        const double next =
            a + 1 < ages->ages ? hz_development_share(&shares, ages->age[a + 1]) : 1;
        hz_triangle_table_begin(b->triangles, item, b->out);
        hz_age_write(ages->age[a], b->out);
        hz_table_ratio(b->out, next / share, FACTOR_DECIMALS);
        hz_table_unknown(b->out);
        hz_table_unknown(b->out);
        hz_table_ratio(b->out, 1 / share, FACTOR_DECIMALS);
        hz_table_end_row(b->out);
    }
    return true;
}

bool hz_factor_table(const struct hz_reserve_order *order,
                     const struct hz_triangle_table *triangles, struct hz_table *out,
                     struct hz_error *err)
{
    static const char *const alone[] = {"age", "factor", "se", "sigma", "to_ultimate", NULL};
    static const char *const blended[] = {"age", "own",   "collective",  "credibility", "factor",
                                          "se",  "sigma", "to_ultimate", NULL};
    const bool is_blended = order->has_credibility;
    const struct between between = {order, triangles, out};
    if (order->ages.ages > 0)
        return hz_triangle_table_declare(triangles, alone, out, err) &&
               hz_triangle_table_each_holed(triangles, write_between, &between, out, err);
    return tabulate(order, triangles, is_blended ? blended : alone, false,
                    is_blended ? write_blended : write_factor, out, err);
}

static void write_tail_parameter(const struct place *place, const char *name, double value,
                                 bool is_first, struct hz_table *out)
{
    if (!is_first) /* whose row has been begun */
        hz_triangle_table_begin(place->triangles, place->item, out);
    hz_table_string(out, name);
    hz_table_estimate(out, value, FACTOR_DECIMALS);
    hz_table_end_row(out);
}

static void write_tail_count(const struct place *place, const char *name, size_t count,
                             struct hz_table *out)
{
    hz_triangle_table_begin(place->triangles, place->item, out);
    hz_table_string(out, name);
    if (count > 0)
        hz_table_integer(out, (hz_sum)count);
    else
        hz_table_unknown(out);
    hz_table_end_row(out);
}

static void write_tail(const struct place *place, const struct hz_development *d, size_t k,
                       struct hz_table *out)
{
    const struct hz_tail *tail = &d->tail;
    const bool is_bondy = tail->curve == HZ_TAIL_BONDY || tail->curve == HZ_TAIL_MODIFIED_BONDY;
    (void)k;
    write_tail_parameter(place, "factor", d->factor[d->ages - 1], true, out);
    if (d->growth.omega > 0) {
        write_tail_parameter(place, "omega", d->growth.omega, false, out);
        write_tail_parameter(place, "theta", d->growth.theta, false, out);
    } else if (tail->curve != HZ_TAIL_CONSTANT) {
        write_tail_parameter(place, "level", tail->level, false, out);
        write_tail_parameter(place, is_bondy ? "ratio" : "slope", tail->slope, false, out);
        write_tail_count(place, "first", tail->first, out);
    }
    if (tail->curve != HZ_TAIL_CONSTANT)
        write_tail_count(place, "length", tail->length, out);
}

bool hz_tail_parameters_table(const struct hz_reserve_order *order,
                              const struct hz_triangle_table *triangles, struct hz_table *out,
                              struct hz_error *err)
{
    static const char *const columns[] = {"parameter", "value", NULL};
    return tabulate(order, triangles, columns, true, write_tail, out, err);
}
