/*
 * kept.h: a command line that a file has kept: a manifest's, which hz-audit runs again, and a
 * state's, which hz-merge finishes. The file may be a stranger's: what it says is never put on a
 * command line that is parsed as if somebody had typed it.
 */

#ifndef HZ_COMMON_KEPT_H
#define HZ_COMMON_KEPT_H

#include "common/options.h"

/*
 * With --replay or --replay-command, takes the arguments of that manifest, and from now on reads
 * files only through a gate (file/gate.h): under the folder --under, and with --replay only the
 * inputs that the manifest lists. With --merge, takes those of the first operand, a state. Else
 * does nothing. Refused (data): a manifest or a state of another command, and arguments that no
 * file may hold.
 */
HZ_MUST_USE bool hz_kept_take(struct hz_command_line *line, struct hz_error *err);

#endif
