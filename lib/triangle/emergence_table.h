/* emergence_table.h: the growth curves of a table of triangles, as tables. */

#ifndef HZ_TRIANGLE_EMERGENCE_TABLE_H
#define HZ_TRIANGLE_EMERGENCE_TABLE_H

#include "base/linkage.h"
#include "file/table.h"
#include "triangle/emergence.h"
#include "triangle/triangle_table.h"

HZ_BEGIN_C

enum hz_emergence_view {
    HZ_EMERGENCE_PARAMETERS = 0, /* parameter, value, se */
    HZ_EMERGENCE_PATTERN,        /* age, emerged, to_ultimate; the last row is the end */
    HZ_EMERGENCE_RESIDUALS,      /* origin, development, period, value, fitted, residual,
                                    standardized */
    HZ_EMERGENCE_TRIANGLE,       /* origin, development, value, interpolated */
};

/* Ages, ascending, in the unit of the triangles. None: those of the triangle. */
struct hz_emergence_ages {
    const double *age;
    size_t ages;
};

/*
 * The ages in a list such as 12,24,36, into the arena; none in NULL. Refused (usage): what is not
 * numbers above 0 that rise.
 */
HZ_MUST_USE bool hz_emergence_ages_parse(struct hz_emergence_ages *ages, const char *list,
                                         struct hz_arena *arena, struct hz_error *err);

/*
 * Fits each triangle as hz_emergence_fit does: with the exposures of the table one level for all
 * origins (Clark's Cape Cod), else each has its own (LDF). The parameters: omega, theta, covariance
 * (of these), ratio (with exposures: expected in the end per unit), sigma2, log_likelihood, cells,
 * parameters. A standardized residual is (value - fitted) / sqrt(sigma2 fitted). Patterns and
 * triangles are at `ages`; a triangle's values are those of hz_emergence_interpolate, up to each
 * origin's latest cell. Refused (data): what hz_emergence_fit refuses (of several triangles, those
 * are left out).
 */
HZ_MUST_USE bool hz_emergence_table(const struct hz_emergence_choice *choice,
                                    enum hz_emergence_view view,
                                    const struct hz_emergence_ages *ages,
                                    const struct hz_triangle_table *triangles, struct hz_table *out,
                                    struct hz_error *err);

HZ_END_C

#endif
