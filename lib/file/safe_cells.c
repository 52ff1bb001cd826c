/* safe_cells.c: see safe_cells.h. */

#include "file/safe_cells.h"

#include "file/forms.h"
#include "file/scan.h"

bool hz_cell_is_formula(struct hz_text text)
{
    const struct hz_forms any = {0};
    struct hz_form_note note;
    char plain[HZ_FORM_NUMBER];
    if (text.length == 0 || !memchr("=+-@\t\r", text.at[0], 6))
        return false;
    return text.at[0] == '=' || text.at[0] == '@' ||
           hz_form_number(text, &any, plain, &note) == HZ_FORM_BAD;
}

void hz_safe_cells(struct hz_text rows, char delimiter, struct hz_buffer *out)
{
    const char *at = rows.at, *const end = rows.at + rows.length;
    while (at < end) {
        struct hz_scan_field field;
        const char *stop = hz_scan_field(at, end, delimiter, &field);
        if (!stop)
            stop = end - 1; /* no more than the rest as it is */
        const char *text = hz_cell_is_formula(field.text) ? field.text.at : at;
        hz_buffer_append(out, at, (size_t)(text - at));
        if (hz_cell_is_formula(field.text))
            hz_buffer_char(out, '\'');
        hz_buffer_append(out, text, (size_t)(stop + 1 - text));
        at = stop + 1;
    }
}
