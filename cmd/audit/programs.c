/* programs.c: see programs.h. */

#include "programs.h"

#include "common/command.h"

static const struct {
    const char *name;
    enum hz_command_kind kind;
} programs[] = {
#include "programs.inc" /* the build makes it of cmd/GROUP/hz-x.c */
};

bool hz_program_is_fold(const char *name)
{
    for (size_t p = 0; p < HZ_COUNT(programs); p++)
        if (strcmp(programs[p].name, name) == 0)
            return programs[p].kind == HZ_COMMAND_FOLD;
    return false;
}

bool hz_program_is_replayed(const char *name)
{
    for (size_t p = 0; p < HZ_COUNT(programs); p++)
        if (strcmp(programs[p].name, name) == 0)
            return programs[p].kind != HZ_COMMAND_HAND_OVER &&
                   programs[p].kind != HZ_COMMAND_DOCUMENT;
    return false;
}
