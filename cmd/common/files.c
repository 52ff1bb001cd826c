/* files.c: see files.h. */

#include "common/files.h"

#include "common/shared_options.h"

#include <string.h>

static bool read_delimiter(const char *said, char *delimiter, struct hz_error *err)
{
    static const struct {
        const char *name;
        char sign;
    } names[] = {{"comma", ','}, {"semicolon", ';'}, {"tab", '\t'}, {"\\t", '\t'}, {"pipe", '|'}};
    for (size_t n = 0; n < HZ_COUNT(names); n++)
        if (strcmp(said, names[n].name) == 0) {
            *delimiter = names[n].sign;
            return true;
        }
    *delimiter = said[0];
    if (said[0] > ' ' && said[0] != '"' && hz_digit(said[0]) > 9 && said[1] == '\0')
        return true;
    if (strcmp(said, "\t") == 0)
        return true;
    return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                        _("--delimiter: \"%s\" splits no file: expected one sign, such as ';', or "
                          "comma, semicolon, tab or pipe"),
                        said);
}

bool hz_files_said(struct hz_sheet_order *order, struct hz_error *err)
{
    *order = (struct hz_sheet_order){
        .encoding = hz_shared.encoding,
        .sheet = hz_shared.sheet,
        .header = {.row = hz_shared.header_row},
        .forms = {.has_decimal_comma = hz_shared.has_decimal_comma, .null = hz_shared.null}};
    if (hz_shared.date_system)
        order->forms.date_system =
            strcmp(hz_shared.date_system, "1904") == 0 ? HZ_DATE_SYSTEM_1904 : HZ_DATE_SYSTEM_1900;
    return !hz_shared.delimiter ||
           read_delimiter(hz_shared.delimiter, &order->header.delimiter, err);
}

void hz_files_begin(struct hz_output *output, bool is_csv)
{
    if (hz_shared.has_mark && is_csv)
        hz_output_write(output, "\xEF\xBB\xBF", 3);
}
