/* width.h: how wide signs are on a terminal. */

#ifndef HZ_BASE_WIDTH_H
#define HZ_BASE_WIDTH_H

#include "base/linkage.h"

#include <stddef.h>
#include <stdint.h>

HZ_BEGIN_C

/*
 * The columns that a code point takes: 2 for East Asian wide and full-width ones, 0 for NUL, marks
 * that stand on the sign before and signs of no width, 1 for all others.
 */
size_t hz_code_point_width(uint32_t point);

HZ_END_C

#endif
