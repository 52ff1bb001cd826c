/*
 * curve_table.h: curves and tables of rates, out of small CSV files:
 *
 *     term,rate            table,sex,age,rate
 *     1,0.0150             death,1,60,0.008
 *     5,0.0210             death,1,61,0.009
 *
 * The first is a curve (curve.h), the second some tables by age (rate_table.h). Rates may be
 * written as fractions; what is read stays as long as the arena.
 */

#ifndef HZ_LIFE_CURVE_TABLE_H
#define HZ_LIFE_CURVE_TABLE_H

#include "base/arena.h"
#include "base/linkage.h"
#include "file/sheet.h"
#include "life/curve.h"
#include "life/rate_table.h"

HZ_BEGIN_C

/*
 * A curve: the columns term (years, rising) and rate (yearly, 0.03 is 3 %). Refused (data), with
 * line and column: another header, no row, a cell that is no number (a gap), terms that do not
 * rise, a rate of -1 or less. Owned by the arena.
 */
HZ_MUST_USE bool hz_curve_read(struct hz_curve *curve, const char *path, struct hz_arena *arena,
                               struct hz_error *err);

/* The flat curve of a rate above -1. Owned by the arena. */
struct hz_curve hz_curve_flat(double rate, struct hz_arena *arena);

/*
 * Tables out of a file with the columns table, sex, age and rate, in the order of the file. Owned
 * by the arena.
 */
struct hz_rate_tables {
    const char *file;
    size_t count;
    struct hz_named_rates {
        struct hz_text name;
        struct hz_text sex; /* as the file has it: 1 and 2, m and f, or empty for both */
        struct hz_rate_table rates;
    } * table;
};

/*
 * Reads all tables of a file. Rows of one table and sex stand together, ages rise by one. Refused
 * (data), with line and column: another header; no row; an age that is not a whole number, is left
 * out or stands twice; a rate that is negative, above 1 or missing.
 */
HZ_MUST_USE bool hz_rate_tables_read(struct hz_rate_tables *tables, const char *path,
                                     struct hz_arena *arena, struct hz_error *err);

/* Refused (data): no table of that name, of any sex. */
HZ_MUST_USE bool hz_rate_tables_need(const struct hz_rate_tables *tables, const char *name,
                                     struct hz_error *err);

/* The table of that name and sex, or of that name without a sex. Refused (data): there is none. */
HZ_MUST_USE bool hz_rate_tables_find(const struct hz_rate_tables *tables, struct hz_text name,
                                     struct hz_text sex, const struct hz_rate_table **table,
                                     struct hz_error *err);

HZ_END_C

#endif
