/*
 * berquist_sherman.h: triangles as they would be if claims had always been reserved, and settled,
 * as they are now, and triangles at the level of today.
 */

#ifndef HZ_TRIANGLE_BERQUIST_SHERMAN_H
#define HZ_TRIANGLE_BERQUIST_SHERMAN_H

#include "base/linkage.h"
#include "triangle/development.h"
#include "triangle/price_index_table.h"

HZ_BEGIN_C

/* Arrays of origins x ages; NaN where nothing is observed. Owned by the arena they were made in. */
struct hz_case_adequacy {
    double *average;          /* case outstanding per open claim; NaN where none is open */
    double *adjusted_average; /* that of the latest diagonal at the age, at the origin's level */
    double *adjusted;         /* incurred claims: payments and the adjusted case outstanding */
};

/*
 * Case adequacy. Open claims of the past are reserved as those of the same age are on the latest
 * diagonal, with severity growing by `trend` from one origin period to the next, so that `periods`
 * ago
 *
 *     adjusted = paid + open average[latest diagonal] / (1 + trend)^periods
 *
 * At an age the youngest origin that has it counts. The latest cell of an origin stays as it is.
 * paid, incurred and open have the same cells.
 *
 * Refused (data): with a trend, diagonals that the triangle does not show; no open claim in the
 * cell at which an age is reserved latest, while others have some; a negative number of open
 * claims; an adjusted figure too large to count with.
 *
 * Source: Berquist, J. R. & Sherman, R. E. (1977), Loss reserve adequacy testing: a comprehensive,
 * systematic approach, PCAS LXIV, 123-184.
 */
HZ_MUST_USE bool hz_case_adequacy(struct hz_case_adequacy *result, const struct hz_triangle *paid,
                                  const struct hz_triangle *incurred,
                                  const struct hz_triangle *open, double trend,
                                  struct hz_arena *arena, struct hz_error *err);

/* How average case outstanding grows from one origin period to the next, at one age. */
struct hz_severity_trend {
    size_t origins; /* with an average above 0 there */
    double rate;    /* of the line through the logarithms; NaN with fewer than two */
    double r2;      /* the share of their variance that it explains; NaN likewise */
};

struct hz_severity_trend hz_severity_trend(const struct hz_triangle *triangle,
                                           const double average[], size_t column);

/* Arrays of origins x ages; NaN where nothing is observed. */
struct hz_settlement_rate {
    double *rate;            /* closed / ultimate count */
    double *adjusted_closed; /* the rate of the latest diagonal times the ultimate count */
    double *adjusted;        /* what had been paid when so many were closed */
};

/*
 * Settlement rate. Claims of the past are closed as fast as those of the same age are on the latest
 * diagonal; what would have been paid then lies on the origin's curve of payments against claims
 * closed: between two observed points ln(paid) is linear in closed, or, with is_linear, paid is.
 * Beyond the observed points the nearest two between which it grows count. The latest cell of an
 * origin, and one whose count does not change, stay as they are. Ultimate counts are the chain
 * ladder's, as `choice` averages, of `reported`, or of `closed` if that is NULL. All have the same
 * cells.
 *
 * Refused (data): counts whose ultimate cannot be computed or is not above 0; closed counts that
 * never grow; payments of 0 or less where they are to be read, unless is_linear; an adjusted figure
 * below 0, or too large to count with.
 *
 * Source: Berquist & Sherman (1977); Friedland, J. (2010), Estimating unpaid claims using basic
 * techniques, Casualty Actuarial Society, chapter 13.
 */
HZ_MUST_USE bool hz_settlement_rate(struct hz_settlement_rate *result,
                                    const struct hz_triangle *paid,
                                    const struct hz_triangle *closed,
                                    const struct hz_triangle *reported,
                                    struct hz_development_choice choice, bool is_linear,
                                    struct hz_arena *arena, struct hz_error *err);

/* What brings a cell to the level of the latest. */
enum hz_trend_by {
    HZ_TREND_BY_ORIGIN = 0, /* of the youngest origin */
    HZ_TREND_BY_VALUATION,  /* of the latest diagonal: what was added at each age, by when */
    HZ_TREND_BY_CUMULATIVE, /* of the latest diagonal: sums, by when they stood so */
};

/* Their names, in the order of their values, then NULL. */
extern const char *const hz_trend_by_names[];

/*
 * trended = value (1 + rate)^n, n origin periods before; origins x ages, NaN where nothing is
 * observed. By valuation, what each age added is trended, for that was paid in the prices of then,
 * and added up again; n counts back from the latest diagonal. With an index (NULL: the rate), its
 * level on the latest diagonal over its level then stands in place of (1 + rate)^n.
 *
 * Refused (data): but by origin, diagonals that the triangle does not show; with an index, origins
 * that are no calendar periods, a step longer than its periods, a period that it lacks; by
 * valuation, an origin whose first ages are missing. Refused (usage): an index by origin.
 */
HZ_MUST_USE bool hz_trend(const struct hz_triangle *triangle, double rate,
                          const struct hz_price_index *index, enum hz_trend_by by, double trended[],
                          struct hz_error *err);

HZ_END_C

#endif
