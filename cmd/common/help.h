/* help.h: --help, for reading: options under headings, within 80 columns, and two examples. */

#ifndef HZ_COMMON_HELP_H
#define HZ_COMMON_HELP_H

#include "common/command.h"

#include <stdio.h>

/*
 * Prints usage, summary, options and examples. The examples are the first two of the manual page's
 * that name the command; the tests run them there.
 */
void hz_help_print(const struct hz_option *const *tables, FILE *stream);

#endif
