/* diagnose_table.h: diagnostics of a table of triangles, as tables. */

#ifndef HZ_RESERVE_DIAGNOSE_TABLE_H
#define HZ_RESERVE_DIAGNOSE_TABLE_H

#include "base/linkage.h"
#include "file/table.h"
#include "triangle/development.h"
#include "triangle/triangle_table.h"

HZ_BEGIN_C

enum hz_diagnosis {
    HZ_DIAGNOSE_TESTS,     /* test, statistic, expected, lower, upper, verdict */
    HZ_DIAGNOSE_RESIDUALS, /* origin, development, diagonals_ago, link_ratio, residual, remark */
    HZ_DIAGNOSE_INFLUENCE, /* origin, development, link_ratio, reserve_without, change */
    HZ_DIAGNOSE_BACK_TEST, /* as hz-diagnose(1) says */
    /* diagonals_ago, small, large, expected, probability, variance, verdict */
    HZ_DIAGNOSE_DIAGONALS,
    /*
     * development, earlier, recent, factor_earlier, factor_recent, t, probability, sigma_earlier,
     * sigma_recent, sigma_probability, verdict
     */
    HZ_DIAGNOSE_STABILITY,
    /* period, diagonals_ago, development, origin, link_ratio, factor, to_factor */
    HZ_DIAGNOSE_LINK_RATIOS,
};

/*
 * Declares the columns of one of them, the group columns first, and fills them in. Refused (data):
 * what the tests and the chain ladder refuse (of several triangles, those that are refused are left
 * out, see hz_table_leave_out); a group column that is called like one of the result.
 */
HZ_MUST_USE bool hz_diagnose_table(enum hz_diagnosis diagnosis,
                                   const struct hz_development_choice *choice,
                                   const struct hz_triangle_table *triangles, struct hz_table *out,
                                   struct hz_error *err);

HZ_END_C

#endif
