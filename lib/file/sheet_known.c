/* sheet_known.c: see sheet_known.h. */

#include "file/sheet_known.h"

#include "file/columns.h"
#include "file/header.h"
#include "file/headings.h"
#include "file/sheet_names.h"

#include <string.h>

/* Columns that some command looks for; a table has one of the first as its key. */
static const char *const known_columns[] = {"origin",
                                            "year",
                                            "term",
                                            "table",
                                            "date",
                                            "period",
                                            NULL,
                                            "development",
                                            "value",
                                            "amount",
                                            "plan",
                                            "office",
                                            "province",
                                            "key",
                                            "payouts",
                                            "exposure",
                                            "ibnr",
                                            "item",
                                            "rate",
                                            "sex",
                                            "age",
                                            "method",
                                            "payable",
                                            "claims",
                                            "change",
                                            "paid",
                                            "se",
                                            "ultimate",
                                            "payable_against",
                                            "benefit",
                                            "development_to_ultimate"};

static bool is_named(struct hz_text field, const char *name)
{
    const struct hz_sheet_name *other = hz_sheet_name(field);
    const struct hz_heading *heading = hz_heading_in_chinese(field);
    return hz_header_same(field, hz_text_of(name)) || (other && strcmp(other->ours, name) == 0) ||
           (heading && strcmp(heading->name, name) == 0);
}

/*
 * Names of our tables and of records, too: a row of codes that are names of columns, as hz-growth's
 * of the series "amount" by the method "level", is no better a header than its own.
 */
static bool is_known(struct hz_text field, bool *is_key)
{
    bool is_any = hz_column_canonical(field) || hz_column_is_canonical(field) ||
                  hz_heading_of(field) || hz_heading_in_chinese(field);
    bool are_keys = true;
    for (size_t k = 0; k < HZ_COUNT(known_columns); k++) {
        are_keys &= known_columns[k] != NULL;
        if (known_columns[k] && is_named(field, known_columns[k])) {
            *is_key |= are_keys;
            is_any = true;
        }
    }
    return is_any;
}

size_t hz_sheet_known(const void *context, const struct hz_text field[], size_t fields,
                      bool *is_whole)
{
    size_t known = 0;
    (void)context;
    *is_whole = false;
    for (size_t f = 0; f < fields; f++)
        known += is_known(field[f], is_whole);
    return known;
}
