/*
 * portfolio.h: all triangles of a table, each estimated by all the methods that are asked for: what
 * reserve_table.h, factor_table.h and run_off_table.h print of it.
 */

#ifndef HZ_RESERVE_PORTFOLIO_H
#define HZ_RESERVE_PORTFOLIO_H

#include "base/linkage.h"
#include "file/table.h"
#include "reserve/method.h"
#include "reserve/select.h"
#include "triangle/emergence_table.h"
#include "triangle/group_totals_rows.h"
#include "triangle/triangle_table.h"

HZ_BEGIN_C

/* The methods and what they are to use. */
struct hz_reserve_order {
    const char *methods; /* names, separated by commas */
    const char *select;  /* "max", "mean", "weighted:METHOD=SHARE,...", a method; NULL: none */
    struct hz_development_choice choice;
    struct hz_method_parameters parameters;
    bool
        has_credibility; /* factors blended with all groups' (triangle/development_credibility.h) */
    int threads;         /* that estimate triangles; 0: one */
    bool with_detail;    /* two more columns of hz_reserve_table, */
    bool with_skewness;  /* one more */
    bool with_spread;    /* and three more */
    struct hz_emergence_ages ages; /* of hz_factor_table, between those with factors */
    struct hz_total_choice totals; /* of hz_reserve_table; leaves_out of hz_run_off_table too */
};

/* The developments of triangles that lend each other credibility; NULL: each stands alone. */
HZ_MUST_USE bool hz_portfolio_blend(const struct hz_reserve_order *order,
                                    const struct hz_triangle_table *triangles,
                                    struct hz_development **all, struct hz_arena *arena,
                                    struct hz_error *err);

/* The development of triangle t: as all of them were blended, or, with NULL, of its own. */
void hz_portfolio_develop(const struct hz_reserve_order *order,
                          const struct hz_triangle_table *triangles,
                          const struct hz_development all[], size_t t, struct hz_development *d,
                          struct hz_arena *arena);

/* One triangle estimated. */
struct hz_estimated {
    const struct hz_group_triangle *item;
    struct hz_development development;
    struct hz_reserve *reserve; /* by each method, then what was selected of them */
};

enum { HZ_METHODS_MOST = 64 };

/*
 * The table of all triangles. `order`, `triangles`, `write` and `needs_payments` are the caller's.
 */
struct hz_portfolio {
    const struct hz_reserve_order *order;
    const struct hz_triangle_table *triangles;
    bool has_own;        /* and one which ages an origin has factors of its own at */
    bool has_long_tail;  /* and one in how many ages its tail comes */
    bool is_under_way;   /* one more column of hz_reserve_table says where a period ends so far */
    bool needs_payments; /* a triangle for which some payment is unknown is refused */
    /* Writes the rows of one triangle. */
    void (*write)(const struct hz_portfolio *portfolio, const struct hz_estimated *estimated,
                  struct hz_table *out);
    struct hz_group_totals *over_groups; /* filled by `write`; NULL: none */
    size_t methods;
    const struct hz_method *method[HZ_METHODS_MOST];
    struct hz_selection selection; /* one more estimate, of all of them */
    size_t estimates;              /* with that one */
};

/*
 * Declares the columns of `out`, the group columns first, then `column`, which begins with "method"
 * (left out if there is one only) and ends with NULL; estimates all triangles, by as many threads
 * as the order says, and writes them in the order in which they stand in the table. Amounts have
 * two decimals, factors six.
 *
 * Refused (usage): a method named twice or unknown; a method that needs exposures and a prior
 * without them. Refused (data): what the methods refuse, with file and group (of several triangles,
 * those that are refused are left out, see hz_table_leave_out); a group column that is called like
 * one of the result.
 */
HZ_MUST_USE bool hz_portfolio_tabulate(struct hz_portfolio *portfolio, const char *const column[],
                                       struct hz_table *out, struct hz_error *err);

/* Which method a row is by, if there are several. */
void hz_portfolio_write_method(const struct hz_portfolio *portfolio, size_t m,
                               struct hz_table *out);

HZ_END_C

#endif
