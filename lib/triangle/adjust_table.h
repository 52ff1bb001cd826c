/* adjust_table.h: triangles adjusted before they are developed, as tables. */

#ifndef HZ_TRIANGLE_ADJUST_TABLE_H
#define HZ_TRIANGLE_ADJUST_TABLE_H

#include "base/linkage.h"
#include "file/table.h"
#include "triangle/berquist_sherman.h"
#include "triangle/triangle_table.h"

HZ_BEGIN_C

enum hz_adjustment {
    HZ_ADJUST_CASE_ADEQUACY = 0,
    HZ_ADJUST_SETTLEMENT_RATE,
    HZ_ADJUST_TREND,
};

/* Their names, in the order of their values, then NULL. */
extern const char *const hz_adjustment_names[];

struct hz_adjust_order {
    enum hz_adjustment adjustment;
    double trend;
    enum hz_trend_by by;
    const struct hz_price_index *index; /* in place of the trend; NULL: none */
    bool is_linear;
    bool with_detail;                    /* each cell, and what it was adjusted with */
    bool with_inflation;                 /* of average case outstanding, by age, instead */
    struct hz_development_choice choice; /* of counts */
};

/*
 * The group columns, then origin, development, value: the adjusted triangle, in the form of
 * huzhu-triangle(5). With detail, before the value: average and adjusted_average (case adequacy),
 * or settlement_rate, closed and adjusted_closed; and after the origin and development what was
 * given. Values have the decimals that they need, nine at most, for they are read again. With
 * inflation: development, origins, rate, r2 (hz_severity_trend).
 *
 * Companions (hz_companion_read): incurred, and open or counts (closed) and reported, for the case
 * adequacy; counts (closed) and perhaps reported for the settlement rate. Refused (usage): one that
 * is missing; inflation of another adjustment. Refused (data): what the adjustment refuses (of
 * several triangles, those are left out).
 */
HZ_MUST_USE bool hz_adjust_table(const struct hz_adjust_order *order,
                                 const struct hz_triangle_table *triangles, struct hz_table *out,
                                 struct hz_error *err);

HZ_END_C

#endif
