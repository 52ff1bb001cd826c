/*
 * codes.h: what the codes in the cells of our tables are called for people who read Chinese. Only
 * reports and pictures ask: a table for programs keeps its codes.
 */

#ifndef HZ_REPORT_CODES_H
#define HZ_REPORT_CODES_H

#include "base/linkage.h"
#include "base/text.h"

HZ_BEGIN_C

/*
 * A cell of a column in Chinese: 水平法 for the method level, 参保人次 for the series enrolments,
 * 合计 for total in any column. What has no name here (a plan, an office) stays as it is.
 */
struct hz_text hz_code_in_chinese(struct hz_text column, struct hz_text code);

HZ_END_C

#endif
