/* programs.h: the commands that a state or a manifest may name: those of this build. */

#ifndef HZ_CMD_PROGRAMS_H
#define HZ_CMD_PROGRAMS_H

#include <stdbool.h>

/* True of a command that reads records and can print a state. */
bool hz_program_is_fold(const char *name);

/* True of a command that is run again: all but those that become others or run others. */
bool hz_program_is_replayed(const char *name);

#endif
