/* group_totals_rows.h: totals of results about triangles over their groups. */

#ifndef HZ_TRIANGLE_GROUP_TOTALS_ROWS_H
#define HZ_TRIANGLE_GROUP_TOTALS_ROWS_H

#include "base/linkage.h"
#include "file/table.h"
#include "triangle/triangle_table.h"

HZ_BEGIN_C

/* How the errors of groups go together: without a word on it, those of a total are not known. */
enum hz_dependence {
    HZ_DEPENDENCE_UNSTATED,
    HZ_DEPENDENCE_INDEPENDENT, /* their squares add up */
    HZ_DEPENDENCE_FULL,        /* they add up themselves: all are off together */
};

/* In the order of the enum, then NULL. */
extern const char *const hz_dependence_names[];

/* What totals a result has. */
struct hz_total_choice {
    bool leaves_out;  /* the totals of single triangles */
    bool over_groups; /* totals over groups, */
    bool has_level;   /* and a column that says of a row what it is; implied by over_groups */
    enum hz_dependence dependence;
};

/*
 * Refused, if totals over groups are wanted (data): a table of one triangle without groups; a group
 * that is called "total", as they are.
 */
HZ_MUST_USE bool hz_total_check(const struct hz_total_choice *choice,
                                const struct hz_triangle_table *triangles, struct hz_error *err);

/* Whether there is a column `level`: a result declares it as its last one. */
static inline bool hz_total_has_level(const struct hz_total_choice *choice)
{
    return choice->has_level || choice->over_groups;
}

/* One total: over the groups that agree in the first `depth` key columns. */
struct hz_group_total {
    size_t depth;
    const struct hz_text *key;
    double *figure; /* variants x figures */
};

/* All of them, of a table whose groups are added one after the other. */
struct hz_group_totals {
    struct hz_total_choice choice;
    size_t keys, variants, points, errors; /* figures: points, which add up, then errors */
    size_t totals, room;
    struct hz_group_total *total;
    struct hz_arena arena;
};

/* Adds the figures of a group, of one variant (a method, say), to the totals it is in. */
void hz_group_totals_add(struct hz_group_totals *totals, const struct hz_text key[], size_t variant,
                         const double figure[]);

/*
 * Puts the subtotals of more key columns first, and the total over all last; errors are as they
 * are printed then: NaN if the dependence is not stated.
 */
void hz_group_totals_finish(struct hz_group_totals *totals);

/* Writes the key columns of a total: "total" where it is over all. */
void hz_group_totals_begin(const struct hz_group_totals *totals, size_t t, struct hz_table *out);

/* What the column `level` says of it: "subtotal" or "all". */
const char *hz_group_totals_level(const struct hz_group_totals *totals, size_t t);

/* Tells that groups which were refused are in no total. */
void hz_group_totals_tell(const struct hz_group_totals *totals, struct hz_table *out);

void hz_group_totals_free(struct hz_group_totals *totals);

HZ_END_C

#endif
