/* grains.c: see grains.h. */

#include "triangle/grains.h"

#include "base/text.h"

#include <stdio.h>
#include <string.h>

void hz_triangle_grains_format(const struct hz_triangle_grains *grains, char text[])
{
    const bool is_one = grains->origin == grains->development;
    snprintf(text, HZ_TRIANGLE_GRAINS_TEXT, "%s%s%s", hz_grain_name(grains->origin),
             is_one ? "" : ":", is_one ? "" : hz_grain_name(grains->development));
}

bool hz_triangle_grains_parse(struct hz_triangle_grains *grains, const char *text,
                              struct hz_error *err)
{
    const size_t length = strcspn(text, ":");
    const char *development = text[length] ? text + length + 1 : text;
    struct hz_triangle_grains read = {.shift = 0};
    if (hz_grain_parse((struct hz_text){text, length}, &read.origin) &&
        hz_grain_parse(hz_text_of(development), &read.development) &&
        read.development <= read.origin) {
        *grains = read;
        return true;
    }
    return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                        _("--grain: \"%s\": expected year, half-year, quarter or month (Y, H, Q, "
                          "M), or ORIGIN:DEVELOPMENT, development not the longer: year:quarter, "
                          "year:month, quarter:month"),
                        text);
}
