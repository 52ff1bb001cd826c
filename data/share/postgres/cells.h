/*
 * cells.h: the state of both aggregates: exact sums under small keys. Whatever plan the server
 * chooses, states join to the same one, and a row that leaves a window is taken out again exactly.
 */

#ifndef HUZHU_POSTGRES_CELLS_H
#define HUZHU_POSTGRES_CELLS_H

#include "arguments.h"

struct cell {
    int64 key[2];
    int64 rows; /* that have come and not gone */
    int128 sum;
};

/* What is the same for all rows, and the cells in the order of their keys. */
struct cells {
    MemoryContext context;
    hz_date as_of;
    int32 choice; /* of a method, or of grains */
    int32 size, room;
    struct cell *cell;
};

/*
 * The state of a transition function, made where it is NULL; the day and the choice must be those
 * that it was made with.
 */
struct cells *cells_of(FunctionCallInfo fcinfo, hz_date as_of, int32 choice);

/* Adds to a cell, or takes away: rows are 1 or -1. */
void cells_add(struct cells *cells, int64 key, int64 second, int128 sum, int64 rows);

#endif
