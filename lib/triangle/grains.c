/* grains.c: see grains.h. */

#include "triangle/grains.h"

#include "base/text.h"

#include <string.h>

bool hz_triangle_grains_parse(struct hz_triangle_grains *grains, const char *text,
                              struct hz_error *err)
{
    static const struct {
        const char *text;
        struct hz_triangle_grains grains;
    } known[] = {{"Y", {HZ_YEAR, HZ_YEAR}},       {"Q", {HZ_QUARTER, HZ_QUARTER}},
                 {"M", {HZ_MONTH, HZ_MONTH}},     {"Y:Y", {HZ_YEAR, HZ_YEAR}},
                 {"Y:Q", {HZ_YEAR, HZ_QUARTER}},  {"Y:M", {HZ_YEAR, HZ_MONTH}},
                 {"Q:M", {HZ_QUARTER, HZ_MONTH}}, {"Q:Q", {HZ_QUARTER, HZ_QUARTER}},
                 {"M:M", {HZ_MONTH, HZ_MONTH}}};
    for (size_t i = 0; i < HZ_COUNT(known); i++)
        if (strcmp(known[i].text, text) == 0) {
            *grains = known[i].grains;
            return true;
        }
    return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                        _("--grain: \"%s\" is none of Y, Q, M, Y:Q, Y:M, Q:M (origin:development, "
                          "development not the longer)"),
                        text);
}
