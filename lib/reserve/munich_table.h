/* munich_table.h: the Munich chain ladder of a table of triangles, as tables. */

#ifndef HZ_RESERVE_MUNICH_TABLE_H
#define HZ_RESERVE_MUNICH_TABLE_H

#include "base/linkage.h"
#include "file/table.h"
#include "reserve/munich.h"
#include "triangle/triangle_table.h"

HZ_BEGIN_C

enum hz_munich_view {
    HZ_MUNICH_ULTIMATES = 0, /* origin, paid, incurred, paid_ultimate, incurred_ultimate, ratio,
                                separate_paid, separate_incurred, separate_ratio */
    HZ_MUNICH_PARAMETERS,    /* amounts, age, factor, sigma, ratio, rho, lambda */
    HZ_MUNICH_PROJECTED,     /* amounts, origin, development, observed, value */
    HZ_MUNICH_RESIDUALS,     /* amounts, origin, development, ratio_residual, link_residual */
};

/*
 * Projects each triangle of payments with its companion of incurred claims, which must be there
 * (hz_companion_read); "amounts" is paid or incurred. Ratios are paid to incurred, and separate is
 * the chain ladder of each by itself. A row for each origin and one of "total". Refused (data):
 * what hz_munich_fit refuses (of several triangles, those are left out).
 */
HZ_MUST_USE bool hz_munich_table(const struct hz_development_choice *choice,
                                 enum hz_munich_view view,
                                 const struct hz_triangle_table *triangles, struct hz_table *out,
                                 struct hz_error *err);

HZ_END_C

#endif
