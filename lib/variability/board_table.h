/*
 * board_table.h: many forecasts by several forecasters, held against what came, as tables: the
 * forecasters side by side, and their percentiles in order. See hz-backtest(1).
 */

#ifndef HZ_VARIABILITY_BOARD_TABLE_H
#define HZ_VARIABILITY_BOARD_TABLE_H

#include "file/table.h"
#include "variability/score.h"

HZ_BEGIN_C

/* What one forecaster said of one item, and its score. */
struct hz_board_entry {
    bool is_there; /* false: it refused, or said nothing */
    double estimate, outcome;
    struct hz_score score;
};

/*
 * Forecasters stand in the columns of `entry`, items in its rows. Items may be in groups: the board
 * then has lines for each group before those for all. Everything is borrowed.
 */
struct hz_board {
    const char *heading;        /* of the column of forecasters: "method" */
    const struct hz_text *name; /* their names */
    size_t names;
    const char *by;              /* the column of groups; NULL: there are none */
    const struct hz_text *group; /* their names */
    size_t groups;
    size_t items;
    const size_t *group_of;             /* of each item; NULL if there are no groups */
    const struct hz_board_entry *entry; /* items x names */
};

/*
 * Prints a row a forecaster: how many forecasts it made and how many it did not, the distances of
 * their percentiles from an even spread, the shares inside central intervals, its bias; and, of the
 * items that all of them have, mean scores and its rank by CRPS, which is taken by the size of the
 * outcome, or of the estimate where the outcome is 0.
 */
void hz_board_print(const struct hz_board *board, struct hz_table *out, struct hz_arena *arena);

/* Prints the percentiles of each forecaster in order, beside where they should be: a p-p plot. */
void hz_board_points(const struct hz_board *board, struct hz_table *out, struct hz_arena *arena);

HZ_END_C

#endif
