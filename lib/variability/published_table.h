/*
 * published_table.h: figures that papers, manuals and other programs give for published
 * triangles, calculated again: a row of a table each (data/figures/, whose heads say what the
 * columns are).
 */

#ifndef HZ_VARIABILITY_PUBLISHED_TABLE_H
#define HZ_VARIABILITY_PUBLISHED_TABLE_H

#include "base/linkage.h"
#include "file/sheet.h"

HZ_BEGIN_C

/* A figure and what is found here, in the same unit. */
struct hz_published_figure {
    struct hz_text source; /* who gives it; borrowed from the sheet */
    double want, found;
    double tolerance; /* half of the last printed digit, or as the table says */
};

/* Refused (data): a table that has not the columns of figures. */
HZ_MUST_USE bool hz_published_check(const struct hz_sheet *sheet, struct hz_error *err);

/*
 * Calculates the figure of a row from the triangles in `folder`. Refused (data): a row that names
 * what is not known, and what the method refuses; (system) a triangle that cannot be read.
 */
HZ_MUST_USE bool hz_published_compute(struct hz_published_figure *published,
                                      const struct hz_sheet *sheet, size_t row, const char *folder,
                                      struct hz_error *err);

/* Whether what was found is within the tolerance. */
bool hz_published_agrees(const struct hz_published_figure *published);

/*
 * The digits of agreement, 0 to 15: -log10(|found - want| / |want|), of the difference itself where
 * 0 is wanted: the log relative error of McCullough (1998), Assessing the reliability of
 * statistical software, The American Statistician 52, 358-366, as agreement with NIST's reference
 * data sets is reported.
 */
double hz_published_digits(const struct hz_published_figure *published);

HZ_END_C

#endif
