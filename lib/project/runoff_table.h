/* runoff_table.h: what hz-reserve prints, as expected payouts by calendar period. */

#ifndef HZ_PROJECT_RUNOFF_TABLE_H
#define HZ_PROJECT_RUNOFF_TABLE_H

#include "base/linkage.h"
#include "file/sheet.h"
#include "project/runoff.h"

HZ_BEGIN_C

/* The projection of one group, or of one method. */
struct hz_group_runoff {
    const struct hz_text *key; /* its value in each of the key columns */
    const char *level;         /* of a total over groups: "subtotal" or "all"; or NULL */
    struct hz_runoff runoff;
};

/* All that a table holds, in the order in which they first appear. */
struct hz_runoff_table {
    const struct hz_sheet *sheet;
    size_t keys;           /* the columns left of `origin`: groups and method */
    bool has_errors;       /* its run-offs have standard errors */
    bool has_level;        /* a last column says of each row what it is: hz-project(1) */
    bool leaves_out_total; /* rows of periods only */
    size_t runoffs;
    struct hz_group_runoff *runoff;
    size_t notes; /* what the user is to know of how it was read */
    const char *const *note;
    size_t faults;          /* groups that were refused, and are not in the list any more, */
    struct hz_error *fault; /* and why */
};

/*
 * Reads one of three tables, which the header tells apart. The columns left of `origin` are
 * keys: rows that agree in all of them make a projection. Columns that are not named here are not
 * used. A row of the origin `total` says what the others add up to, but for rounding; the payouts
 * are made to add up to it.
 *
 * With the columns origin, period, value, as hz-reserve --run-off prints: what is paid of each
 * origin in each period. The first period after the valuation is that in which the next payment of
 * an origin is latest: all are observed up to the same day. One that should have been paid before
 * is a tail.
 *
 * With origin, development_to_ultimate, ibnr, as hz-reserve prints: what is left of each origin,
 * paid as hz_runoff_of_reserves says. Origins are calendar periods; a development period is as long
 * as they are.
 *
 * With period and mean, and no origin, as hz-bootstrap --by-period prints: what is paid of all
 * origins in each period; the columns left of `period` are the keys.
 *
 * Refused (data), with the place: columns of none of these kinds; no row; a cell that is not a
 * number, or, of a period or origin, not one of the calendar (2021, 2021Q3, 2021-07), or not as
 * long as the others; one that stands twice; origins with one left out; a factor that is not
 * positive, or a tail that is spread over several ages, which the factors do not tell; rows that do
 * not add up to their total. Of several projections, one that is refused leaves the list for that
 * of faults; when the last one is refused, all is. All is owned by the arena, texts by the sheet.
 */
HZ_MUST_USE bool hz_runoff_table_read(struct hz_runoff_table *table, const struct hz_sheet *sheet,
                                      struct hz_arena *arena, struct hz_error *err);

/*
 * The same from triangles (huzhu-triangle(5)), estimated by Mack's chain ladder with this tail
 * factor, taken as certain: payouts by `grain` (0: the triangle's own periods), each with its
 * standard error (project/errors.h). Refused (data) besides: what hz_mack refuses; origins that are
 * no periods of the calendar.
 */
HZ_MUST_USE bool hz_runoff_table_estimate(struct hz_runoff_table *table,
                                          const struct hz_sheet *sheet, double tail, int grain,
                                          struct hz_arena *arena, struct hz_error *err);

/*
 * Takes a projection that was refused off the list, if it is one of `all`; false: it is the only.
 */
HZ_MUST_USE bool hz_runoff_table_leave_out(struct hz_runoff_table *table, size_t all,
                                           struct hz_error *err, struct hz_arena *arena);

/* Refused (data): a table of which all were left out, as the first of them. */
HZ_MUST_USE bool hz_runoff_table_check(const struct hz_runoff_table *table, struct hz_error *err);

/* Adds up all periods to longer ones: see hz_runoff_regroup. */
HZ_MUST_USE bool hz_runoff_table_regroup(struct hz_runoff_table *table, enum hz_grain grain,
                                         struct hz_arena *arena, struct hz_error *err);

HZ_END_C

#endif
