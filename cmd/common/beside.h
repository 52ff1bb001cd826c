/* beside.h: commands start each other: the one in the same folder, which is of the same build. */

#ifndef HZ_COMMON_BESIDE_H
#define HZ_COMMON_BESIDE_H

#include "base/error.h"
#include "base/text.h"

#include <stdio.h>

/* The path of a file beside the program that runs; false if it cannot be told. */
HZ_MUST_USE bool hz_beside(const char *name, char path[], size_t size);

/* Appends what a program that was started has written to a temporary file, from its beginning. */
HZ_MUST_USE bool hz_read_whole(FILE *file, struct hz_buffer *bytes, struct hz_error *err);

/* Becomes the command of that name beside this program. Returns only if there is none. */
void hz_become(char *const argument[]);

#endif
