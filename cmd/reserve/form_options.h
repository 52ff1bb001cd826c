/*
 * form_options.h: the options about the form of a table of triangles, which all who read one have.
 */

#ifndef HZ_CMD_FORM_OPTIONS_H
#define HZ_CMD_FORM_OPTIONS_H

#include "common/command.h"
#include "triangle/triangle_table.h"

/* Rows of an option table: `form` is a struct hz_triangle_form. */
#define HZ_OPTION_GROUPS(form)                                                                     \
    HZ_TEXT(0, "by", &(form).by, "COLUMN,...", "the group columns (default: those that can be)",   \
            .under = HZ_UNDER_TRIANGLES)
#define HZ_FORM_OPTIONS(form)                                                                      \
    HZ_FLAG('i', "incremental", &(form).is_incremental, "values are amounts of one age, not sums", \
            .under = HZ_UNDER_TRIANGLES),                                                          \
        HZ_FLAG(0, "fill-zero", &(form).fill_zero, "an amount of one age that is missing is 0",    \
                .under = HZ_UNDER_TRIANGLES),                                                      \
        HZ_TEXT(0, "value", &(form).value, "COLUMN",                                               \
                "the column of amounts (default: value, or another usual name)",                   \
                .under = HZ_UNDER_TRIANGLES),                                                      \
        HZ_TEXT(0, "as-of", &(form).as_of, "WHEN",                                                 \
                "as it was N diagonals ago, or at the end of a period or day",                     \
                .under = HZ_UNDER_TRIANGLES),                                                      \
        HZ_CHOICE(0, "age-unit", &(form).age_unit, hz_age_unit_names,                              \
                  "how long an age of 1 lasts (default: as the ages show)",                        \
                  .under = HZ_UNDER_TRIANGLES)

#endif
