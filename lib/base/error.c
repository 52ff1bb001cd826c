/* error.c: see error.h. */

#include "base/error.h"

#include "base/text.h"
#include "base/visible.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

/* Appends to a full-size buffer; what does not fit is cut. */
static size_t append(char *text, size_t size, size_t at, const char *format, va_list values)
    HZ_PRINTF(4, 0);

static size_t append(char *text, size_t size, size_t at, const char *format, va_list values)
{
    if (at + 1 >= size)
        return at;
    int n = vsnprintf(text + at, size - at, format, values);
    if (n < 0)
        return at;
    return (size_t)n < size - at ? at + (size_t)n : size - 1;
}

static size_t append_part(char *text, size_t size, size_t at, const char *format, ...)
    HZ_PRINTF(4, 5);

static size_t append_part(char *text, size_t size, size_t at, const char *format, ...)
{
    va_list values;
    va_start(values, format);
    at = append(text, size, at, format, values);
    va_end(values);
    return at;
}

static size_t append_line(char *text, size_t size, size_t at, struct hz_place place)
{
    if (place.line > 0)
        at = append_part(text, size, at, "%" PRIu64 ":", place.line);
    if (place.line > 0 && place.column > 0)
        at = append_part(text, size, at, "%" PRIu64 ":", place.column);
    return at;
}

static size_t append_cell(char *text, size_t size, size_t at, struct hz_place place)
{
    char letters[HZ_LETTERS_TEXT] = "";
    if (place.line == 0)
        return append_part(text, size, at, "%s:", place.sheet);
    hz_letters(place.column, letters);
    return append_part(text, size, at, "%s!%s%" PRIu64 ":", place.sheet, letters, place.line);
}

bool hz_error_vset(struct hz_error *err, enum hz_error_kind kind, struct hz_place place,
                   const char *format, va_list values)
{
    if (err->kind != HZ_NO_ERROR)
        return false;
    err->kind = kind;
    size_t size = sizeof err->text;
    size_t at = 0;
    err->text[0] = '\0';
    if (place.file)
        at = append_part(err->text, size, at, "%s:", place.file);
    at = place.sheet ? append_cell(err->text, size, at, place)
                     : append_line(err->text, size, at, place);
    if (at > 0)
        at = append_part(err->text, size, at, " ");
    if (place.field)
        at = append_part(err->text, size, at, "%s: ", place.field);
    append(err->text, size, at, format, values);
    hz_text_hide_numbers(err->text + at);
    for (char *c = err->text; *c; c++)
        if ((unsigned char)*c < 0x20 || *c == 0x7f)
            *c = '?';
    hz_text_make_visible(err->text, size);
    return false;
}

bool hz_error_set(struct hz_error *err, enum hz_error_kind kind, struct hz_place place,
                  const char *format, ...)
{
    va_list values;
    va_start(values, format);
    hz_error_vset(err, kind, place, format, values);
    va_end(values);
    return false;
}

bool hz_error_system(struct hz_error *err, const char *file, const char *what, int code)
{
    return hz_error_set(err, HZ_ERROR_SYSTEM, (struct hz_place){.file = file}, "%s: %s", what,
                        _(strerror(code)));
}
