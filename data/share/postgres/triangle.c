/* triangle.c: hz_triangle(event, transaction, paid, as_of [, grain]), as hz-triangle(1) has it. */

#include "cells.h"

#include "utils/builtins.h"

PG_FUNCTION_INFO_V1(hz_triangle_add);
PG_FUNCTION_INFO_V1(hz_triangle_take);
PG_FUNCTION_INFO_V1(hz_triangle_finish);

enum { STATE, EVENT, TRANSACTION, PAID, AS_OF, GRAIN };
enum { GRAIN_RADIX = 16 };

/* The grains as one number, months of an origin period and of a development period; and back. */
static int32 choice_of(FunctionCallInfo fcinfo)
{
    struct hz_triangle_grains grains = {.origin = HZ_YEAR, .development = HZ_YEAR};
    struct hz_error err = {HZ_NO_ERROR};
    if (PG_NARGS() > GRAIN) {
        const char *name = PG_ARGISNULL(GRAIN) ? "" : text_to_cstring(PG_GETARG_TEXT_PP(GRAIN));
        if (!hz_triangle_grains_parse(&grains, name, &err))
            throw_error(&err);
    }
    return (int32)grains.origin * GRAIN_RADIX + (int32)grains.development;
}

static struct hz_triangle_fold settings_of(hz_date as_of, int32 choice)
{
    return (struct hz_triangle_fold){
        .origin = HZ_ORIGIN_EVENT,
        .measure = HZ_MEASURE_PAID,
        .grains = {.origin = (enum hz_grain)(choice / GRAIN_RADIX),
                   .development = (enum hz_grain)(choice % GRAIN_RADIX)},
        .has_as_of = true,
        .as_of = as_of,
    };
}

static void refuse(const char *name, hz_date date, const char *sentence)
{
    char text[HZ_DATE_TEXT];
    hz_date_format(date, text);
    ereport(ERROR, errcode(ERRCODE_DATA_EXCEPTION), errmsg("%s \"%s\" %s", name, text, sentence));
}

/* What hz_claim_read rejects of these columns. */
static void check(hz_date event, hz_date transaction, hz_fen paid)
{
    if (transaction < event)
        refuse("transaction", transaction, "is before the event");
    if ((int64)transaction - event > HZ_CLAIM_CENTURY)
        refuse("event", event, hz_claim_century_text());
    if (paid > HZ_CLAIM_MOST || paid < -HZ_CLAIM_MOST) {
        char text[HZ_SUM_TEXT];
        hz_money_format(paid, text);
        ereport(ERROR, errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
                errmsg("paid \"%s\" %s", text, hz_claim_too_large_text()));
    }
}

/*
 * A row comes, or goes again. One that is null in all of its columns is none, and a payment that is
 * null is 0, as an empty cell is; what is paid after the day is left out.
 */
static Datum row(FunctionCallInfo fcinfo, int sign)
{
    const bool is_none = PG_ARGISNULL(EVENT) && PG_ARGISNULL(TRANSACTION) && PG_ARGISNULL(PAID);
    if (!is_none) {
        const hz_date as_of = argument_date(fcinfo, AS_OF, "as_of");
        const hz_date event = argument_date(fcinfo, EVENT, "event");
        const hz_date transaction = argument_date(fcinfo, TRANSACTION, "transaction");
        const hz_fen paid = PG_ARGISNULL(PAID) ? 0 : argument_fen(fcinfo, PAID, "paid");
        struct cells *cells = cells_of(fcinfo, as_of, choice_of(fcinfo));
        const struct hz_triangle_fold settings = settings_of(as_of, cells->choice);
        hz_period origin, age;
        check(event, transaction, paid);
        hz_triangle_cell(&settings, event, transaction, &origin, &age);
        if (transaction <= as_of)
            cells_add(cells, origin, age, (int128)paid * sign, sign);
        PG_RETURN_POINTER(cells);
    }
    if (PG_ARGISNULL(STATE))
        PG_RETURN_NULL();
    PG_RETURN_DATUM(PG_GETARG_DATUM(STATE));
}

Datum hz_triangle_add(PG_FUNCTION_ARGS)
{
    return row(fcinfo, 1);
}

Datum hz_triangle_take(PG_FUNCTION_ARGS)
{
    return row(fcinfo, -1);
}

static void note(void *context, const char *sentence)
{
    hz_buffer_format(context, "%s", sentence);
}

/* The cells go the way of the command from here on: hz_triangle_fold prints them. */
static bool print(const struct cells *cells, struct hz_buffer *csv, struct hz_buffer *told,
                  struct hz_error *err)
{
    struct hz_triangle_fold settings = settings_of(cells->as_of, cells->choice);
    struct hz_fold fold;
    hz_triangle_fold(&settings, &fold);
    struct hz_tally *tally = hz_tally_new(&fold.layout);
    for (int32 i = 0; i < cells->size; i++) {
        const struct cell *cell = &cells->cell[i];
        const struct hz_key key[HZ_TALLY_KEYS] = {{.integer = cell->key[0]},
                                                  {.integer = cell->key[1]}};
        hz_tally_add(tally, key, (const hz_sum[]){cell->sum, cells->as_of});
    }
    struct hz_output *output = hz_output_to(csv);
    struct hz_table *table = hz_table_new(output, HZ_FORMAT_CSV);
    hz_table_on_tell(table, note, told);
    const bool done = fold.finish(tally, &settings, table, err);
    (done ? hz_table_end : hz_table_drop)(table);
    hz_tally_free(tally);
    return hz_output_close(output, err) && done;
}

Datum hz_triangle_finish(PG_FUNCTION_ARGS)
{
    const struct cells none = {.choice = HZ_YEAR * GRAIN_RADIX + HZ_YEAR};
    const struct cells *cells =
        PG_ARGISNULL(STATE) ? &none : (const struct cells *)PG_GETARG_POINTER(STATE);
    struct hz_buffer csv = {0}, told = {0};
    struct hz_error err = {HZ_NO_ERROR};
    const bool done = print(cells, &csv, &told, &err);
    /* Into the server's memory, before anything is thrown. psql ends the last line itself. */
    text *result =
        cstring_to_text_with_len(csv.at ? csv.at : "", csv.length > 0 ? (int)csv.length - 1 : 0);
    char *notice = told.length > 0 ? pnstrdup(told.at, told.length) : NULL;
    hz_buffer_free(&csv);
    hz_buffer_free(&told);
    if (!done)
        throw_error(&err);
    if (notice)
        ereport(NOTICE, errmsg("%s", notice));
    PG_RETURN_TEXT_P(result);
}
