/* completion.h: what a shell offers while a command line is being typed, from the option tables. */

#ifndef HZ_COMMON_COMPLETION_H
#define HZ_COMMON_COMPLETION_H

#include "common/command.h"

#include <stdio.h>

/*
 * Prints, a line each, what the last of the words may be: an option's name; of an option's value
 * its choices, or the columns of the first file that is named; the subjects of the command. A last
 * line ":files" says that names of files fit too. `words` are those behind the command's name,
 * NULL at the end.
 */
void hz_completion_print(const struct hz_option *const *tables, char *const words[], FILE *stream);

#endif
