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

size_t hz_sheet_known(const void *context, const struct hz_text field[], size_t fields,
                      bool *is_whole)
{
    size_t known = 0;
    bool is_key = true;
    (void)context;
    *is_whole = false;
    for (size_t k = 0; k < HZ_COUNT(known_columns); k++) {
        if (!known_columns[k]) {
            is_key = false;
            continue;
        }
        for (size_t f = 0; f < fields; f++)
            if (is_named(field[f], known_columns[k])) {
                known++;
                *is_whole |= is_key;
                break;
            }
    }
    /* Tables of records, of which hz-audit draws and compares rows. */
    for (size_t f = 0; f < fields; f++)
        known += hz_column_canonical(field[f]) || hz_column_is_canonical(field[f]);
    return known;
}
