/* audit_table.h: an auditor's samples, what they showed, and two extracts held side by side. */

#ifndef HZ_RISK_AUDIT_TABLE_H
#define HZ_RISK_AUDIT_TABLE_H

#include "base/linkage.h"
#include "file/sheet.h"
#include "file/table.h"
#include "risk/audit_sample.h"

HZ_BEGIN_C

struct hz_audit_order {
    struct hz_arena *arena;
    const char *amount; /* column; NULL: rows, not monetary units, are drawn */
    const char *by;     /* columns of the strata, commas between them; NULL: one */
    const struct hz_sheet
        *meant;          /* the table with words for codes put right, for strata, or NULL */
    const char *audited; /* column of what each item should have been */
    const char *key;     /* columns that tell rows apart, commas between them */
    int64_t size;        /* 0: not given */
    hz_fen interval;     /* 0: not given */
    uint64_t seed;
    double confidence;
};

/*
 * Draws a sample: by --amount of monetary units, with the interval, or the one that gives `size`
 * items; or of `size` rows, shared out to strata in proportion to their rows, two of each at least.
 * The table has, of each row drawn, sample_row (its line), sample_selection (drawn, certain),
 * sample_stratum, sample_population and sample_size (rows of the stratum, and drawn of it) or
 * sample_interval, and then its own columns.
 * Refused: (usage) neither size nor interval, an interval without amount; (data) a column that is
 * not there, an amount that is none, a sample of more rows than there are.
 */
HZ_MUST_USE bool hz_audit_sample_table(const struct hz_sheet *in,
                                       const struct hz_audit_order *order, struct hz_table *out,
                                       struct hz_error *err);

/*
 * What the errors of a sample say of all: a row an item, with its definition. Refused (data): a
 * table that is no sample with the column of audited amounts; an empty one.
 */
HZ_MUST_USE bool hz_audit_evaluate_table(const struct hz_sheet *in,
                                         const struct hz_audit_order *order, struct hz_table *out,
                                         struct hz_error *err);

/*
 * Two tables row by row: a row for each that only one has, and for each cell that differs, in the
 * order of the first's rows and then of the second's; then the sums of each column of numbers in
 * both. Both are in memory, and some 60 bytes a row. Columns that only one has are told.
 * Refused (data): a key that is not there, or stands twice in a file.
 */
HZ_MUST_USE bool hz_audit_compare_table(const struct hz_sheet *a, const struct hz_sheet *b,
                                        const struct hz_audit_order *order, struct hz_table *out,
                                        struct hz_error *err);

HZ_END_C

#endif
