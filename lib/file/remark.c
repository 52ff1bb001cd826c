/* remark.c: see remark.h. What is global here is set once, before the first file is read. */

#include "file/remark.h"

#include <stddef.h>

static void (*listener)(void *context, const char *remark);
static void *of_listener;

void hz_remark_to(void (*tell)(void *context, const char *remark), void *context)
{
    listener = tell;
    of_listener = context;
}

void hz_remark(struct hz_place place, const char *sentence, ...)
{
    struct hz_error told = {0};
    va_list values;
    if (!listener)
        return;
    va_start(values, sentence);
    hz_error_vset(&told, HZ_ERROR_DATA, place, sentence, values);
    va_end(values);
    listener(of_listener, told.text);
}
