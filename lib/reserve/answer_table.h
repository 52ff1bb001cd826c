/*
 * answer_table.h: reserves for programs in languages that call C but do not share its structs: text
 * and numbers go in and out, an answer is a handle. huzhu.py is made of this.
 */

#ifndef HZ_RESERVE_ANSWER_TABLE_H
#define HZ_RESERVE_ANSWER_TABLE_H

#include "base/linkage.h"

#include <stddef.h>

HZ_BEGIN_C

/* What came of a question: a result or a refusal. Made by hz_reserve_answer. */
struct hz_answer;

/*
 * The reserves of the triangles in a table of so many bytes, in any of the forms that hz-reserve(1)
 * reads, as that prints them. Settings are texts, the last one NULL:
 *
 *     method=NAMES select=RULE average=NAME last=N sigma=RULE mse=RULE tail=FACTOR prior=RATIO
 *     exposure=TABLE incremental detail skewness no-total
 *
 * and mean what the options of hz-reserve(1) of these names do, but that exposure is the table
 * itself. Never NULL: a refusal is an answer too. Refused (usage): a setting that is none of these
 * or has no such value, and what hz_reserve_table refuses; (data) what it refuses, and
 * hz_triangle_table_read and hz_exposure_read.
 */
struct hz_answer *hz_reserve_answer(const char *table, size_t length, const char *const setting[]);

/* 0: a result; 1: a result or refusal on account of the data; 2, 3: a refusal, as of hz_error. */
int hz_answer_status(const struct hz_answer *answer);

/* The result as JSON, an array of objects, a row each; NULL: there is none. */
const char *hz_answer_json(const struct hz_answer *answer);

/*
 * What there is to tell, a line each: why there is no result, or what was taken for what, and which
 * groups are missing from it. Empty: nothing.
 */
const char *hz_answer_told(const struct hz_answer *answer);

void hz_answer_free(struct hz_answer *answer); /* NULL is fine */

HZ_END_C

#endif
