/* price_index_table.c: see price_index_table.h. */

#include "triangle/price_index_table.h"

#include "file/sheet.h"
#include "triangle/origin_text.h"
#include "triangle/triangle_columns_table.h"

#include <math.h>

static bool read_row(const struct hz_sheet *sheet, size_t r, const int column[2],
                     struct hz_price_index *index, hz_period period[], double level[],
                     struct hz_error *err)
{
    enum hz_grain grain;
    const struct hz_text text = hz_sheet_cell(sheet, r, column[0]);
    const struct hz_place place = hz_sheet_place(sheet, r, column[0]);
    if (!hz_origin_period(text, &period[r], &grain) || (r > 0 && grain != index->grain))
        return hz_error_set(
            err, HZ_ERROR_DATA, place,
            _("period: \"%.*s\": expected years (2021), quarters (2021Q3) or months "
              "(2021-07), all of one kind"),
            HZ_TEXT_ARGS(text));
    index->grain = grain;
    for (size_t i = 0; i < r; i++)
        if (period[i] == period[r])
            return hz_error_set(err, HZ_ERROR_DATA, place, _("period: %.*s stands twice"),
                                HZ_TEXT_ARGS(text));
    if (!hz_sheet_number(sheet, r, column[1], &level[r], err))
        return false;
    return level[r] > 0 || hz_error_set(err, HZ_ERROR_DATA, hz_sheet_place(sheet, r, column[1]),
                                        _("index: a level is above 0"));
}

/* A column by its name, or by the first of its usual ones. */
static bool find_column(const struct hz_sheet *sheet, const char *const names[], int *column,
                        struct hz_error *err)
{
    *column = hz_sheet_column(sheet, names[0]);
    for (int c = 0; c < (int)sheet->columns && *column < 0; c++)
        if (hz_triangle_form_rank(sheet->header[c], names) >= 0)
            *column = c;
    return *column >= 0 || hz_sheet_find(sheet, names[0], column, err);
}

bool hz_price_index_read(struct hz_price_index *index, const char *path, struct hz_arena *arena,
                         struct hz_error *err)
{
    static const char *const periods[] = {"period", "year", "quarter", "month",    "date", "年份",
                                          "年度",   "年",   "季度",    "月份",     "月",   "年月",
                                          "期间",   "日期", "时间",    "会计年度", NULL};
    static const char *const levels[] = {
        "index",      "priceindex",         "level",        "cpi",
        "pricelevel", "consumerpriceindex", "指数",         "价格指数",
        "物价指数",   "居民消费价格指数",   "消费价格指数", NULL};
    struct hz_sheet sheet;
    int column[2];
    *index = (struct hz_price_index){0};
    if (!hz_sheet_read(&sheet, path, arena, err) ||
        !find_column(&sheet, periods, &column[0], err) ||
        !find_column(&sheet, levels, &column[1], err))
        return false;
    if (sheet.rows == 0)
        return hz_error_set(err, HZ_ERROR_DATA, (struct hz_place){.file = sheet.file},
                            _("no row: an index has a level for each period"));
    hz_period *period = hz_arena_allocate(arena, sheet.rows, sizeof *period);
    double *level = hz_arena_allocate(arena, sheet.rows, sizeof *level);
    for (size_t r = 0; r < sheet.rows; r++)
        if (!read_row(&sheet, r, column, index, period, level, err))
            return false;
    index->file = sheet.file;
    index->periods = sheet.rows;
    index->period = period;
    index->level = level;
    return true;
}

double hz_price_index_at(const struct hz_price_index *index, int64_t month)
{
    for (size_t i = 0; i < index->periods; i++)
        if (index->period[i] == month / (int)index->grain)
            return index->level[i];
    return (double)NAN;
}
