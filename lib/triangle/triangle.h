/*
 * triangle.h: a run-off triangle (流量三角形): what has been observed of each origin period
 * (accident year, quarter, ...) at each age, cumulative.
 */

#ifndef HZ_TRIANGLE_TRIANGLE_H
#define HZ_TRIANGLE_TRIANGLE_H

#include "base/arena.h"
#include "base/date.h"
#include "base/error.h"
#include "base/linkage.h"
#include "base/text.h"
#include "triangle/grains.h"

#include <stdbool.h>
#include <stddef.h>

HZ_BEGIN_C

/* One observed amount. */
struct hz_cell {
    struct hz_text origin; /* the origin period's label */
    double age;            /* development: any unit, the same for all cells */
    double value;          /* any unit; 0 is a value: what is not observed is no cell */
    struct hz_place place; /* where it was read, for messages */
};

/*
 * Rows are origins, the oldest first; columns are ages, ascending. Origin o is observed from column
 * first[o] to column latest[o], and at no other; a cell between them that is not known is NaN, and
 * there are as many as `holes` says. An older origin is observed at least as far as a younger one.
 * Owned by the arena it was made in; the labels are borrowed.
 */
struct hz_triangle {
    size_t origins;
    size_t ages;
    const struct hz_text *origin;
    const double *age;
    const double *value; /* origins x ages, cumulative, row by row; 0 where not observed */
    size_t holes;        /* cells between observed ones that are not known */
    const size_t *first;
    const size_t *latest;
    double
        ages_per_origin;   /* by how much age falls from an origin period to the next; 0: unknown */
    double step;           /* the smallest from one age to the next; infinite with one age */
    struct hz_place place; /* what messages about it begin with */
};

/* The most cells, observed or not, that a triangle may have, and the largest size of a value. */
enum { HZ_TRIANGLE_MOST = 1 << 24 };
#define HZ_VALUE_MOST 1e100

/* What the values of cells are: zero is cumulative. */
enum hz_cells {
    HZ_CELLS_INCREMENTAL = 1, /* amounts of one age each, which are added up */
    HZ_CELLS_FILL_ZERO = 2,   /* of those, one that is not there is 0 */
    HZ_CELLS_CUT = 4, /* what is later than a valuation has been left out: all is observed */
};

/*
 * Makes a triangle of cells in any order, which it sorts in place; `how` is of enum hz_cells.
 * `place` is kept for messages (the file, the group).
 *
 * Origins are ordered by their labels as hz_origin_compare does. There may be fewer or more ages
 * than origins, steps of several ages from one origin to the next (yearly origins, quarterly
 * development), several origins at the same age, origins left out, and old origins whose first ages
 * are missing: methods use the link ratios that there are.
 *
 * Cumulative values may miss cells between observed ones: link ratios over these are not there.
 * Incremental ones may not, nor at the first age or on the latest diagonal, which is one for all
 * origins: a sum over what is not known is not known; with HZ_CELLS_FILL_ZERO, these are 0.
 *
 * Refused (data), naming the origin and the development of the cell: no cell; an age that is
 * negative or not finite; a value that is not finite or beyond HZ_VALUE_MOST in size; a cell that
 * stands twice; a missing increment; a cell beyond the diagonal, of an origin that would be
 * observed further than an older one; a rectangle whose lower right half is all zeros, or repeats
 * what stands left of it, as programs fill in what is not observed; more than HZ_TRIANGLE_MOST
 * origins x ages.
 */
HZ_MUST_USE bool hz_triangle_new(struct hz_triangle *triangle, struct hz_cell cell[], size_t cells,
                                 int how, struct hz_place place, struct hz_arena *arena,
                                 struct hz_error *err);

/*
 * Refused (data): a triangle with holes, for what needs every cell between an origin's first and
 * last.
 */
HZ_MUST_USE bool hz_triangle_require_whole(const struct hz_triangle *triangle,
                                           struct hz_error *err);

/*
 * The order of origins' labels: runs of digits by their number, all else by bytes, so that 2 comes
 * before 10, 2021Q4 before 2022Q1 and 2021-09 before 2021-10. Below, equal to, above 0.
 */
int hz_origin_compare(struct hz_text a, struct hz_text b);

static inline bool hz_triangle_is_observed(const struct hz_triangle *triangle, size_t origin,
                                           size_t age)
{
    const double value = triangle->value[origin * triangle->ages + age];
    return triangle->first[origin] <= age && age <= triangle->latest[origin] && value == value;
}

/* The cumulative value of an observed cell. */
static inline double hz_triangle_value(const struct hz_triangle *triangle, size_t origin,
                                       size_t age)
{
    return triangle->value[origin * triangle->ages + age];
}

/* The latest observed cumulative value of an origin. */
static inline double hz_triangle_latest(const struct hz_triangle *triangle, size_t origin)
{
    return hz_triangle_value(triangle, origin, triangle->latest[origin]);
}

/*
 * What was added at each age: increment, origins x ages, is filled; NaN where nothing is observed
 * and at the first cell of an origin whose earlier ages are missing.
 */
void hz_triangle_increments(const struct hz_triangle *triangle, double increment[]);

/*
 * The age at a column, and, for columns after the last, further ages, as far apart as the last two:
 * the first of them (triangle->ages) stands for all of a tail that is not spread over more.
 */
double hz_triangle_age(const struct hz_triangle *triangle, size_t column);

/*
 * Months from the start of an origin, a period of the grain, to the end of the age at a column.
 * False if they are not whole; ages_per_origin must be known.
 */
bool hz_triangle_months(const struct hz_triangle *triangle, enum hz_grain grain, size_t column,
                        int64_t *months);

/*
 * The label of the calendar period in which an origin grows from column - 1 to column, column > 0,
 * further ages too; FY2021 or FY2021Q3 if origins are fiscal (FY2020, 2020/21), and where a step of
 * a quarter or year does not start as the calendar's do, its first and last month
 * (2021-09/2022-08). It is empty unless the origin's label is a period (2021, 2021Q3, 2021-07), the
 * ages per origin period are known, and the step is a month, 3, 6 or 12. Age 1 is the end of
 * the first development period; if there is an age 0, that is.
 */
void hz_triangle_period(const struct hz_triangle *triangle, size_t origin, size_t column,
                        char label[HZ_FISCAL_TEXT]);

/*
 * Whether the youngest origin period is under way: the latest diagonal ends within it. The month in
 * which it ends becomes the label. False also if the triangle does not show its calendar.
 */
bool hz_triangle_is_under_way(const struct hz_triangle *triangle, char label[HZ_PERIOD_TEXT]);

/*
 * From one origin to another, counted in origin periods: those left out count too if both are named
 * like calendar periods. Below 0 if `to` is the older.
 */
double hz_triangle_origins_between(const struct hz_triangle *triangle, size_t from, size_t to);

/*
 * How many diagonals a cell lies before the latest one, counted in the smallest step between ages.
 * False if the triangle does not show it: ages that do not fall steadily from origin to origin.
 */
bool hz_triangle_diagonal(const struct hz_triangle *triangle, size_t origin, size_t column,
                          size_t *diagonal);

/*
 * The triangle as it was so many diagonals ago: labels are borrowed. Refused (data): diagonals that
 * cannot be told; a time before the first two cells of the oldest origin.
 */
HZ_MUST_USE bool hz_triangle_as_of(struct hz_triangle *earlier, const struct hz_triangle *triangle,
                                   size_t diagonals, struct hz_arena *arena, struct hz_error *err);

/* Whether two triangles have the same origins, ages (to 1e-9) and observed cells. */
bool hz_triangle_same_cells(const struct hz_triangle *a, const struct hz_triangle *b);

HZ_END_C

#endif
