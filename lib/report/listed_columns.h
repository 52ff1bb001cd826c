/*
 * listed_columns.h: the columns by which a kind of table is known, "origin|latest,se?,q#?". The
 * first kind whose columns a table has is what it is.
 */

#ifndef HZ_REPORT_LISTED_COLUMNS_H
#define HZ_REPORT_LISTED_COLUMNS_H

#include "base/linkage.h"
#include "file/sheet.h"

HZ_BEGIN_C

/*
 * A name of the list. Those before the bar say what a row is, those behind it are figures; one with
 * a question mark need not be there; one with a tilde neither, and is left aside: it says of a row
 * what is not drawn. "q#" is any name of q and a number.
 */
struct hz_listed {
    struct hz_text name;
    bool is_figure, is_optional, is_aside;
};

/* The next name of a list, from *at on, which begins as the list and ends at its end. */
bool hz_listed_next(const char *list, const char **at, struct hz_listed *listed);

/* Its column in a table, or -1; of several "q#", the first from column `from` on. */
int hz_listed_find(const struct hz_sheet *sheet, struct hz_text name, size_t from);

/* The column of the n-th key or figure, from 0, in which the table has anything; or -1. */
int hz_listed_column(const struct hz_sheet *sheet, const char *list, bool is_figure, size_t n);

/* How many figures of the list the table has. */
size_t hz_listed_figures(const struct hz_sheet *sheet, const char *list);

/* Whether the table has all that must be there. */
bool hz_listed_all(const struct hz_sheet *sheet, const char *list);

/* The columns before the first figure that are not in the list; their number. */
size_t hz_listed_others(const struct hz_sheet *sheet, const char *list, int column[]);

HZ_END_C

#endif
