/* draw_lines.c: tables of no known kind. See draw.h. */

#include "base/attr.h"
#include "report/draw.h"

#include <math.h>

/* Whether all that stands in a column is numbers. */
static bool is_of_numbers(const struct hz_panel *panel, size_t column)
{
    size_t numbers = 0;
    for (size_t r = 0; r < panel->rows; r++) {
        struct hz_error err = {0};
        double number;
        if (hz_sheet_cell(panel->sheet, panel->row[r], (int)column).length == 0)
            continue;
        if (!hz_sheet_number(panel->sheet, panel->row[r], (int)column, &number, &err))
            return false;
        numbers++;
    }
    return numbers > 0;
}

bool hz_draw_lines(struct hz_panel *panel, struct hz_error *err)
{
    enum { LINES_MOST = 8 };
    const struct hz_sheet *sheet = panel->sheet;
    const double *column[LINES_MOST];
    struct hz_text name[LINES_MOST];
    size_t columns = 0;
    double largest = 0;
    struct hz_text *label = hz_arena_allocate(panel->arena, panel->rows + 1, sizeof *label);
    for (size_t r = 0; r < panel->rows; r++)
        label[r] = hz_sheet_cell(sheet, panel->row[r], 0);
    for (size_t c = 1; c < sheet->columns && columns < LINES_MOST; c++) {
        double *number;
        if (!is_of_numbers(panel, c))
            continue;
        if (!hz_panel_numbers_at(panel, (int)c, &number, err))
            return false;
        largest = fmax(largest, hz_largest(number, panel->rows));
        name[columns] = sheet->header[c];
        column[columns++] = number;
    }
    if (columns == 0)
        return hz_error_set(err, HZ_ERROR_DATA, hz_sheet_whole(sheet),
                            _("no column of numbers behind the first: there is nothing to draw"));
    const size_t data = hz_panel_block(panel, column, columns, panel->rows);
    hz_panel_tics(panel, 'x', label, panel->rows);
    hz_panel_scale(panel, 'y', NULL, largest);
    bool is_begun = false;
    for (size_t c = 0; c < columns; c++) {
        hz_panel_plot(panel, &is_begun);
        hz_buffer_format(panel->script, "$d%zu using 1:($%zu/unit) with linespoints lt %zu", data,
                         c + 2, c + 1);
        hz_panel_key_text(panel, name[c]);
    }
    hz_buffer_string(panel->script, "\n");
    return true;
}
