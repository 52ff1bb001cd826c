/*
 * backtest_table.h: back-tests of many triangles by several methods, as tables: see hz-backtest(1).
 */

#ifndef HZ_VARIABILITY_BACKTEST_TABLE_H
#define HZ_VARIABILITY_BACKTEST_TABLE_H

#include "file/table.h"
#include "triangle/triangle_table.h"
#include "variability/backtest.h"

HZ_BEGIN_C

/* What is printed. */
enum hz_backtest_print {
    HZ_BACKTEST_BOARD,    /* the methods side by side, for each group of --each and for all */
    HZ_BACKTEST_SCORES,   /* a row a forecast, those refused with the reason */
    HZ_BACKTEST_POINTS,   /* percentiles in order beside where they should be: a p-p plot */
    HZ_BACKTEST_REFUSALS, /* reasons, and how often */
};
extern const char *const hz_backtest_print_names[];

struct hz_backtest_order {
    const char *methods; /* names, separated by commas */
    const char *outcome; /* a file of what became of the groups, or NULL */
    const char *by;      /* a group column, or NULL */
    size_t cuts;         /* without outcomes: each of the last so many diagonals is cut off */
    size_t horizon; /* and what came so many diagonals on is foretold; 0: as many as were cut */
    enum hz_backtest_print print;
    struct hz_backtest_choice choice;
    int threads;
};

/*
 * An outcome file has the group columns, a column `outcome` (or, if there is no other left, any
 * name), and may have `origin`: then the outcomes of a group's origins are added up. Refused
 * (data): an outcome that is not a number; a group twice; one that there is no triangle of; a
 * triangle without one, or with an origin without one. (usage): what hz_backtest_method_find
 * refuses; a method named twice; `by` that is no group column; neither cuts nor outcomes, or both.
 *
 * A forecast that a method refuses is counted, never left out in silence: the scores of a board
 * that compare methods are of the forecasts that all of them made.
 */
HZ_MUST_USE bool hz_backtest_table(const struct hz_backtest_order *order,
                                   const struct hz_triangle_table *triangles, struct hz_table *out,
                                   struct hz_error *err);

HZ_END_C

#endif
