/* arguments.c: see arguments.h. */

#include "arguments.h"

#include "utils/builtins.h"
#include "utils/date.h"
#include "utils/numeric.h"

PG_MODULE_MAGIC;

void _PG_init(void);

/* The library would end the process, and with it every session of the server. */
static void throw_no_memory(void)
{
    ereport(ERROR, errcode(ERRCODE_OUT_OF_MEMORY), errmsg("out of memory"));
    pg_unreachable();
}

void _PG_init(void)
{
    hz_memory_on_exhaustion(throw_no_memory);
}

static void refuse_null(const char *name)
{
    ereport(ERROR, errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED), errmsg("%s is null", name),
            errhint("Leave such rows out: FILTER (WHERE ... IS NOT NULL), or say what is meant."));
}

hz_date argument_date(FunctionCallInfo fcinfo, int argument, const char *name)
{
    if (PG_ARGISNULL(argument))
        refuse_null(name);
    const DateADT date = PG_GETARG_DATEADT(argument);
    const hz_date least = hz_date_of((struct hz_civil){1800, 1, 1});
    const hz_date most = hz_date_of((struct hz_civil){9999, 12, 31});
    const int64 day = (int64)date + POSTGRES_EPOCH_JDATE - UNIX_EPOCH_JDATE;
    if (DATE_NOT_FINITE(date) || day < least || day > most)
        ereport(ERROR, errcode(ERRCODE_DATETIME_VALUE_OUT_OF_RANGE),
                errmsg("%s \"%s\" is not a day of the years 1800 to 9999", name,
                       DatumGetCString(DirectFunctionCall1(date_out, DateADTGetDatum(date)))));
    return (hz_date)day;
}

hz_fen argument_fen(FunctionCallInfo fcinfo, int argument, const char *name)
{
    if (PG_ARGISNULL(argument))
        refuse_null(name);
    const char *text = DatumGetCString(DirectFunctionCall1(numeric_out, PG_GETARG_DATUM(argument)));
    hz_fen fen;
    const enum hz_money_fault fault = hz_money_parse(hz_text_of(text), &fen);
    if (fault != HZ_MONEY_GOOD)
        ereport(ERROR, errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
                errmsg("%s \"%s\" %s", name, text, hz_money_fault_text(fault)));
    return fen;
}

void throw_error(const struct hz_error *err)
{
    ereport(ERROR,
            errcode(err->kind == HZ_ERROR_USAGE ? ERRCODE_INVALID_PARAMETER_VALUE
                                                : ERRCODE_DATA_EXCEPTION),
            errmsg("%s", err->text));
    pg_unreachable();
}
