/* multivariate_table.h: the multivariate chain ladder of portfolios of triangles, as tables. */

#ifndef HZ_RESERVE_MULTIVARIATE_TABLE_H
#define HZ_RESERVE_MULTIVARIATE_TABLE_H

#include "base/linkage.h"
#include "file/table.h"
#include "reserve/multivariate.h"
#include "triangle/triangle_table.h"

HZ_BEGIN_C

struct hz_multivariate_order {
    const char *across; /* the group column whose triangles make a portfolio; NULL: the only one */
    struct hz_multivariate_choice choice;
    bool with_detail; /* process_se and parameter_se */
    /*
     * Instead: age, with (another triangle, or itself), joint, intercept (if there is one), factor,
     * covariance, correlation, factor_covariance.
     */
    bool with_parameters;
};

/*
 * Triangles that agree in all other group columns make a portfolio. The group columns, origin,
 * latest, ultimate, ibnr, se, cv: a row for each triangle and origin, for "total" origins, and for
 * the portfolio, whose name in that column is "total". Refused (usage): no such column, or several
 * and none is named. Refused (data): no group column; a triangle called "total"; what
 * hz_multivariate_fit refuses (of several portfolios, those are left out).
 */
HZ_MUST_USE bool hz_multivariate_table(const struct hz_multivariate_order *order,
                                       const struct hz_triangle_table *triangles,
                                       struct hz_table *out, struct hz_error *err);

HZ_END_C

#endif
