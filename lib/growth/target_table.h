/* target_table.h: what was planned for the parts of a whole, and what became of it (计划完成率). */

#ifndef HZ_GROWTH_TARGET_TABLE_H
#define HZ_GROWTH_TARGET_TABLE_H

#include "base/linkage.h"
#include "file/sheet.h"
#include "file/table.h"

HZ_BEGIN_C

/*
 * year, PART, target, level, completion_percent, gap: of each part of a table with a row a year
 * and part, its figure beside the target that it was given, the level as per cent of the target,
 * and the level less the target; then total, of all parts. `targets` has the columns PART and
 * target, and year, without which they are of the table's last year. A part that has a target and
 * no row stands at 0; of a target of 0 no rate is known. Refused (data), with the place: a column
 * that is not there; a figure or target that is no number or below 0; a part that stands twice in
 * a year; one that has a row in a year of targets and no target.
 */
HZ_MUST_USE bool hz_target_table(const struct hz_sheet *sheet, const char *part, const char *figure,
                                 const struct hz_sheet *targets, struct hz_table *out,
                                 struct hz_error *err);

HZ_END_C

#endif
