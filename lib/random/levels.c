/* levels.c: see levels.h. */

#include "random/levels.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

bool hz_levels_read(struct hz_levels *levels, const char *list, struct hz_error *err)
{
    levels->levels = 0;
    for (const char *at = list; at; at = strchr(at, ',')) {
        at += at != list;
        const size_t length = strcspn(at, ",");
        char *end;
        const double level = strtod(at, &end) / 100;
        const double before = levels->levels > 0 ? levels->level[levels->levels - 1] : 0;
        if (levels->levels == HZ_LEVELS_MOST || strspn(at, "0123456789.") != length ||
            end != at + length || length > 8 || !(level > before && level < 1))
            return hz_error_set(
                err, HZ_ERROR_USAGE, HZ_NOWHERE,
                _("quantile \"%.*s\": expected at most %d per cents above 0 and below "
                  "100, ascending, like 75,99.5"),
                (int)length, at, HZ_LEVELS_MOST);
        snprintf(levels->name[levels->levels], sizeof *levels->name, "%.*s", (int)length, at);
        levels->level[levels->levels++] = level;
    }
    return true;
}
