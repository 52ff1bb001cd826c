/* cells.c: see cells.h. */

#include "cells.h"

#include "libpq/pqformat.h"

PG_FUNCTION_INFO_V1(hz_cells_combine);
PG_FUNCTION_INFO_V1(hz_cells_serialize);
PG_FUNCTION_INFO_V1(hz_cells_deserialize);

static MemoryContext context_of(FunctionCallInfo fcinfo)
{
    MemoryContext context;
    if (!AggCheckCallContext(fcinfo, &context))
        elog(ERROR, "this function is a part of an aggregate, and is not called by itself");
    return context;
}

static struct cells *cells_new(MemoryContext context, hz_date as_of, int32 choice)
{
    struct cells *cells = MemoryContextAllocZero(context, sizeof *cells);
    cells->context = context;
    cells->as_of = as_of;
    cells->choice = choice;
    return cells;
}

static void require_same(const struct cells *cells, hz_date as_of, int32 choice)
{
    if (cells->as_of != as_of || cells->choice != choice)
        ereport(ERROR, errcode(ERRCODE_INVALID_PARAMETER_VALUE),
                errmsg("as_of, method and grain are to be the same for all rows of a group"),
                errhint("Group by them, or give constants."));
}

struct cells *cells_of(FunctionCallInfo fcinfo, hz_date as_of, int32 choice)
{
    const MemoryContext context = context_of(fcinfo);
    if (PG_ARGISNULL(0))
        return cells_new(context, as_of, choice);
    struct cells *cells = (struct cells *)PG_GETARG_POINTER(0);
    require_same(cells, as_of, choice);
    return cells;
}

/* Where the key is, or would be. */
static int32 find(const struct cells *cells, int64 key, int64 second)
{
    int32 from = 0, to = cells->size;
    while (from < to) {
        const int32 middle = from + (to - from) / 2;
        const struct cell *cell = &cells->cell[middle];
        if (cell->key[0] < key || (cell->key[0] == key && cell->key[1] < second))
            from = middle + 1;
        else
            to = middle;
    }
    return from;
}

static void make_room(struct cells *cells)
{
    if (cells->size < cells->room)
        return;
    cells->room = cells->room > 0 ? cells->room * 2 : 8;
    const Size bytes = (Size)cells->room * sizeof *cells->cell;
    cells->cell =
        cells->cell ? repalloc(cells->cell, bytes) : MemoryContextAlloc(cells->context, bytes);
}

void cells_add(struct cells *cells, int64 key, int64 second, int128 sum, int64 rows)
{
    const int32 at = find(cells, key, second);
    if (at == cells->size || cells->cell[at].key[0] != key || cells->cell[at].key[1] != second) {
        make_room(cells);
        memmove(&cells->cell[at + 1], &cells->cell[at],
                (Size)(cells->size++ - at) * sizeof *cells->cell);
        cells->cell[at] = (struct cell){{key, second}, 0, 0};
    }
    struct cell *cell = &cells->cell[at];
    cell->sum += sum;
    cell->rows += rows;
    if (cell->rows == 0)
        memmove(cell, cell + 1, (Size)(--cells->size - at) * sizeof *cell);
}

Datum hz_cells_combine(PG_FUNCTION_ARGS)
{
    const MemoryContext context = context_of(fcinfo);
    struct cells *into = PG_ARGISNULL(0) ? NULL : (struct cells *)PG_GETARG_POINTER(0);
    if (PG_ARGISNULL(1)) {
        if (!into)
            PG_RETURN_NULL();
        PG_RETURN_POINTER(into);
    }
    const struct cells *from = (const struct cells *)PG_GETARG_POINTER(1);
    if (!into)
        into = cells_new(context, from->as_of, from->choice);
    require_same(into, from->as_of, from->choice);
    for (int32 i = 0; i < from->size; i++) {
        const struct cell *cell = &from->cell[i];
        cells_add(into, cell->key[0], cell->key[1], cell->sum, cell->rows);
    }
    PG_RETURN_POINTER(into);
}

Datum hz_cells_serialize(PG_FUNCTION_ARGS)
{
    StringInfoData out;
    context_of(fcinfo);
    const struct cells *cells = (const struct cells *)PG_GETARG_POINTER(0);
    pq_begintypsend(&out);
    pq_sendint32(&out, (uint32)cells->as_of);
    pq_sendint32(&out, (uint32)cells->choice);
    pq_sendint32(&out, (uint32)cells->size);
    for (int32 i = 0; i < cells->size; i++) {
        const struct cell *cell = &cells->cell[i];
        pq_sendint64(&out, (uint64)cell->key[0]);
        pq_sendint64(&out, (uint64)cell->key[1]);
        pq_sendint64(&out, (uint64)cell->rows);
        pq_sendint64(&out, (uint64)(cell->sum >> 64));
        pq_sendint64(&out, (uint64)cell->sum);
    }
    PG_RETURN_BYTEA_P(pq_endtypsend(&out));
}

Datum hz_cells_deserialize(PG_FUNCTION_ARGS)
{
    const bytea *bytes = PG_GETARG_BYTEA_PP(0);
    const MemoryContext context = context_of(fcinfo);
    StringInfoData in;
    initStringInfo(&in);
    appendBinaryStringInfo(&in, VARDATA_ANY(bytes), (int)VARSIZE_ANY_EXHDR(bytes));
    const hz_date as_of = (hz_date)pq_getmsgint(&in, 4);
    const int32 choice = (int32)pq_getmsgint(&in, 4);
    const int32 size = (int32)pq_getmsgint(&in, 4);
    struct cells *cells = cells_new(context, as_of, choice);
    for (int32 i = 0; i < size; i++) {
        const int64 key = pq_getmsgint64(&in), second = pq_getmsgint64(&in);
        const int64 rows = pq_getmsgint64(&in);
        const uint64 high = (uint64)pq_getmsgint64(&in), low = (uint64)pq_getmsgint64(&in);
        cells_add(cells, key, second, (int128)((uint128)high << 64 | low), rows);
    }
    pq_getmsgend(&in);
    pfree(in.data);
    PG_RETURN_POINTER(cells);
}
