/* listed_columns.c: see listed_columns.h. */

#include "report/listed_columns.h"

bool hz_listed_next(const char *list, const char **at, struct hz_listed *listed)
{
    const char *bar = strchr(list, '|');
    *at += strspn(*at, ",|");
    if (!**at)
        return false;
    const size_t length = strcspn(*at, ",|");
    *listed = (struct hz_listed){.name = {*at, length}, .is_figure = bar && *at > bar};
    if ((*at)[length - 1] == '?' || (*at)[length - 1] == '~') {
        listed->is_optional = true;
        listed->is_aside = (*at)[length - 1] == '~';
        listed->name.length--;
    }
    *at += length;
    return true;
}

/* Whether a header is "q95" for "q#". */
static bool is_numbered(struct hz_text header, struct hz_text name)
{
    const size_t stem = name.length - 1;
    if (name.at[stem] != '#' || header.length <= stem || memcmp(header.at, name.at, stem) != 0)
        return false;
    for (size_t i = stem; i < header.length; i++)
        if (hz_digit(header.at[i]) > 9 && header.at[i] != '.')
            return false;
    return true;
}

int hz_listed_find(const struct hz_sheet *sheet, struct hz_text name, size_t from)
{
    char text[64];
    if (name.at[name.length - 1] == '#') {
        for (size_t c = from; c < sheet->columns; c++)
            if (is_numbered(sheet->header[c], name))
                return (int)c;
        return -1;
    }
    if (name.length >= sizeof text)
        return -1;
    memcpy(text, name.at, name.length);
    text[name.length] = '\0';
    return hz_sheet_column(sheet, text);
}

static bool is_filled(const struct hz_sheet *sheet, int column)
{
    for (size_t r = 0; r < sheet->rows; r++)
        if (hz_sheet_cell(sheet, r, column).length > 0)
            return true;
    return false;
}

int hz_listed_column(const struct hz_sheet *sheet, const char *list, bool is_figure, size_t n)
{
    struct hz_listed listed;
    for (const char *at = list; hz_listed_next(list, &at, &listed);) {
        const int column = hz_listed_find(sheet, listed.name, 0);
        if (listed.is_figure == is_figure && !listed.is_aside && column >= 0 &&
            is_filled(sheet, column) && n-- == 0)
            return column;
    }
    return -1;
}

size_t hz_listed_figures(const struct hz_sheet *sheet, const char *list)
{
    size_t figures = 0;
    while (hz_listed_column(sheet, list, true, figures) >= 0)
        figures++;
    return figures;
}

bool hz_listed_all(const struct hz_sheet *sheet, const char *list)
{
    struct hz_listed listed;
    for (const char *at = list; hz_listed_next(list, &at, &listed);)
        if (!listed.is_optional && hz_listed_find(sheet, listed.name, 0) < 0)
            return false;
    return true;
}

static bool is_listed(const struct hz_sheet *sheet, const char *list, size_t column)
{
    struct hz_listed listed;
    for (const char *at = list; hz_listed_next(list, &at, &listed);)
        if (hz_listed_find(sheet, listed.name, column) == (int)column)
            return true;
    return false;
}

size_t hz_listed_others(const struct hz_sheet *sheet, const char *list, int column[])
{
    size_t others = 0, end = sheet->columns;
    struct hz_listed listed;
    for (const char *at = list; hz_listed_next(list, &at, &listed);) {
        const int c = hz_listed_find(sheet, listed.name, 0);
        if (listed.is_figure && !listed.is_aside && c >= 0 && (size_t)c < end)
            end = (size_t)c;
    }
    for (size_t c = 0; c < end; c++)
        if (!is_listed(sheet, list, c))
            column[others++] = (int)c;
    return others;
}
