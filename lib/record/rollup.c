/* rollup.c: see rollup.h. */

#include "record/rollup.h"

#include "file/columns.h"
#include "file/sheet.h"

#include <stdlib.h>

static int by_from(const void *a, const void *b)
{
    const struct hz_rollup_row *x = a, *y = b;
    return hz_text_compare(x->from, y->from);
}

static const char *name_of(const struct hz_sheet *sheet, size_t column, struct hz_arena *arena)
{
    const char *known = hz_column_canonical(sheet->header[column]);
    return known ? known : hz_arena_string(arena, sheet->header[column]);
}

static bool check_once(const struct hz_rollup *rollup, const struct hz_sheet *sheet,
                       struct hz_error *err)
{
    for (size_t i = 0; i + 1 < rollup->count; i++)
        if (hz_text_equal(rollup->row[i].from, rollup->row[i + 1].from))
            return hz_error_set(err, HZ_ERROR_DATA, hz_sheet_whole(sheet),
                                _("\"%.*s\" stands twice: it can be joined into one thing only"),
                                HZ_TEXT_ARGS(rollup->row[i].from));
    return true;
}

bool hz_rollup_read(struct hz_rollup *rollup, const char *path, struct hz_arena *arena,
                    struct hz_error *err)
{
    struct hz_sheet sheet;
    if (!hz_sheet_read(&sheet, path, arena, err))
        return false;
    if (sheet.columns != 2)
        return hz_error_set(err, HZ_ERROR_DATA, (struct hz_place){.file = sheet.file, .line = 1},
                            _("has %zu columns: expected two, as in office,province"),
                            sheet.columns);
    *rollup = (struct hz_rollup){.file = sheet.file,
                                 .from = name_of(&sheet, 0, arena),
                                 .to = name_of(&sheet, 1, arena),
                                 .count = sheet.rows,
                                 .row = hz_arena_allocate(arena, sheet.rows, sizeof *rollup->row)};
    for (size_t r = 0; r < sheet.rows; r++)
        for (int c = 0; c < 2; c++) {
            const struct hz_text cell = hz_sheet_cell(&sheet, r, c);
            if (cell.length == 0)
                return hz_error_set(err, HZ_ERROR_DATA, hz_sheet_place(&sheet, r, c),
                                    _("is empty: expected a value and what it is joined into"));
            *(c == 0 ? &rollup->row[r].from : &rollup->row[r].to) = cell;
        }
    if (rollup->count > 1)
        qsort(rollup->row, rollup->count, sizeof *rollup->row, by_from);
    return check_once(rollup, &sheet, err);
}

struct hz_text hz_rollup_find(const struct hz_rollup *rollup, struct hz_text value)
{
    const struct hz_rollup_row wanted = {.from = value};
    const struct hz_rollup_row *found =
        rollup->count > 0
            ? bsearch(&wanted, rollup->row, rollup->count, sizeof *rollup->row, by_from)
            : NULL;
    return found ? found->to : (struct hz_text){0};
}
