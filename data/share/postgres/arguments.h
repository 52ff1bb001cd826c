/* arguments.h: values of SQL as the library has them; an error of SQL for what they are not. */

#ifndef HUZHU_POSTGRES_ARGUMENTS_H
#define HUZHU_POSTGRES_ARGUMENTS_H

#include "postgres.h"

#include "fmgr.h"

#include <huzhu.h>

/* A day within the years that the commands read; `name` is the argument's, for messages. */
hz_date argument_date(FunctionCallInfo fcinfo, int argument, const char *name);

/* An amount in fen, to the fen. */
hz_fen argument_fen(FunctionCallInfo fcinfo, int argument, const char *name);

/* What an error of the library's becomes. */
void throw_error(const struct hz_error *err) pg_attribute_noreturn();

#endif
