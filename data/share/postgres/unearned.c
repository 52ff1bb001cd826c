/* unearned.c: hz_unearned(start, end, contribution, as_of [, method]), as hz-unearned(1) has it. */

#include "cells.h"

#include "utils/builtins.h"
#include "utils/numeric.h"

PG_FUNCTION_INFO_V1(hz_unearned_add);
PG_FUNCTION_INFO_V1(hz_unearned_take);
PG_FUNCTION_INFO_V1(hz_unearned_finish);

enum { STATE, START, END, CONTRIBUTION, AS_OF, METHOD };

/* The first row of a group is the one that the method is checked with. */
static enum hz_unearned_method method_of(FunctionCallInfo fcinfo)
{
    if (PG_NARGS() <= METHOD)
        return HZ_UNEARNED_DAILY;
    const char *name = PG_ARGISNULL(METHOD) ? "" : text_to_cstring(PG_GETARG_TEXT_PP(METHOD));
    for (int m = 0; hz_unearned_method_names[m]; m++)
        if (m != HZ_UNEARNED_RISK && strcmp(hz_unearned_method_names[m], name) == 0)
            return (enum hz_unearned_method)m;
    ereport(ERROR, errcode(ERRCODE_INVALID_PARAMETER_VALUE),
            errmsg("method \"%s\" is none of daily, 24ths, 78, reverse-78", name));
    pg_unreachable();
}

static struct hz_unearned how_of(FunctionCallInfo fcinfo)
{
    struct hz_error err = {HZ_NO_ERROR};
    const struct hz_unearned how = {.method = method_of(fcinfo),
                                    .as_of = argument_date(fcinfo, AS_OF, "as_of")};
    if (PG_ARGISNULL(STATE) && !hz_unearned_check(&how, &err))
        throw_error(&err);
    return how;
}

static struct hz_unearned_part part_of(const struct hz_unearned *how, const struct hz_cover *cover)
{
    struct hz_unearned_part part = {0, 1};
    const enum hz_unearned_fault fault = hz_unearned_part(how, cover, &part);
    if (fault == HZ_UNEARNED_GOOD)
        return part;
    char start[HZ_DATE_TEXT], end[HZ_DATE_TEXT];
    hz_date_format(cover->start, start);
    hz_date_format(cover->end, end);
    ereport(ERROR, errcode(ERRCODE_DATA_EXCEPTION),
            errmsg("end \"%s\" %s", end,
                   fault == HZ_UNEARNED_TERM_NOT_MONTHS
                       ? "does not end a term of whole months: only daily does for such covers"
                       : hz_unearned_fault_text(fault)),
            errdetail("The cover starts on %s.", start));
    pg_unreachable();
}

/* A row comes, or goes again. One that is null in all of its columns is none. */
static Datum row(FunctionCallInfo fcinfo, int sign)
{
    if (PG_ARGISNULL(START) && PG_ARGISNULL(END) && PG_ARGISNULL(CONTRIBUTION)) {
        if (PG_ARGISNULL(STATE))
            PG_RETURN_NULL();
        PG_RETURN_DATUM(PG_GETARG_DATUM(STATE));
    }
    const struct hz_unearned how = how_of(fcinfo);
    const hz_date start = argument_date(fcinfo, START, "start");
    const struct hz_cover cover = {start, argument_date(fcinfo, END, "end"), start};
    const hz_fen contribution = argument_fen(fcinfo, CONTRIBUTION, "contribution");
    const struct hz_unearned_part part = part_of(&how, &cover);
    struct cells *cells = cells_of(fcinfo, how.as_of, (int32)how.method);
    cells_add(cells, part.whole, 0, (int128)contribution * part.left * sign, sign);
    PG_RETURN_POINTER(cells);
}

Datum hz_unearned_add(PG_FUNCTION_ARGS)
{
    return row(fcinfo, 1);
}

Datum hz_unearned_take(PG_FUNCTION_ARGS)
{
    return row(fcinfo, -1);
}

Datum hz_unearned_finish(PG_FUNCTION_ARGS)
{
    char text[HZ_SUM_TEXT] = "0.00";
    if (!PG_ARGISNULL(STATE)) {
        const struct cells *cells = (const struct cells *)PG_GETARG_POINTER(STATE);
        struct hz_rational *sum = hz_rational_new();
        for (int32 i = 0; i < cells->size; i++)
            hz_rational_add(sum, cells->cell[i].sum, cells->cell[i].key[0]);
        hz_money_format(hz_rational_round(sum), text);
        hz_rational_free(sum);
    }
    PG_RETURN_DATUM(DirectFunctionCall3(numeric_in, CStringGetDatum(text),
                                        ObjectIdGetDatum(InvalidOid), Int32GetDatum(-1)));
}
