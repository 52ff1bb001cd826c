/* exposure_table.h: the table of exposure_fold.h, read back: cells with cover behind and ahead. */

#ifndef HZ_PROJECT_EXPOSURE_TABLE_H
#define HZ_PROJECT_EXPOSURE_TABLE_H

#include "base/arena.h"
#include "base/date.h"
#include "base/error.h"
#include "base/linkage.h"

HZ_BEGIN_C

/* Its columns; then NULL. */
extern const char *const hz_exposure_columns[];

/* A row of it. */
struct hz_exposure_row {
    size_t plan, office; /* indexes of the names */
    int years_ago;       /* 0: written in the twelve months up to the valuation */
    hz_period month;
    double covers, renewals, contribution, exposure;
};

/* Owned by the arena that it was read into. */
struct hz_exposure_table {
    const char *file;
    hz_date as_of;
    hz_period first, last; /* months with exposure up to the valuation; last is the valuation's */
    const char *const *plan, *const *office; /* sorted; then NULL */
    size_t plans, offices, rows;
    struct hz_exposure_row *row;
};

/*
 * Months may have covers, renewals and contributions below zero, where more was taken back than
 * begun. Refused (data): a cell that is no number; an exposure below zero, or covers or renewals of
 * an office's plan in all of the last twelve months; a year of writing that does not end with the
 * valuation or whole years before it; no exposure up to the valuation, or more than 600 months of
 * it. (usage): a valuation that is not the last day of a month.
 */
HZ_MUST_USE bool hz_exposures_read(struct hz_exposure_table *table, const char *path, hz_date as_of,
                                   struct hz_arena *arena, struct hz_error *err);

/* The index of a name, or the number of names if it is none of them. */
size_t hz_exposure_name(const char *const names[], size_t count, struct hz_text text);

HZ_END_C

#endif
