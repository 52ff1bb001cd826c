/* plot_kinds.c: see plot_kinds.h. A kind of table is a row here and a function of draw.h. */

#include "report/plot_kinds.h"

#include "base/attr.h"
#include "report/draw.h"

const struct hz_plot_kind hz_plot_kinds[] = {
    {"reserve", "origin|latest,ultimate,ibnr", N_("Ultimate claims by origin"), hz_draw_reserve,
     false},
    {"link-ratios", "origin,development|value", N_("Link ratios by origin and age"),
     hz_draw_link_ratios, false},
    {"development", "origin,development|value", N_("Development by age"), hz_draw_development,
     false},
    {NULL, NULL, NULL, NULL, false},
};

/* A name of the list. */
struct name {
    struct hz_text text;
    bool is_figure, is_optional;
};

static bool next_name(const char **at, bool *are_figures, struct name *name)
{
    if (!**at)
        return false;
    const size_t length = strcspn(*at, ",|");
    *name = (struct name){.text = {*at, length}, .is_figure = *are_figures};
    if (length > 0 && (*at)[length - 1] == '?') {
        name->is_optional = true;
        name->text.length--;
    }
    *at += length;
    *are_figures |= **at == '|';
    *at += **at != '\0';
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

static int find(const struct hz_sheet *sheet, struct hz_text name)
{
    char text[64];
    if (name.length >= sizeof text)
        return -1;
    memcpy(text, name.at, name.length);
    text[name.length] = '\0';
    for (size_t c = 0; c < sheet->columns; c++)
        if (is_numbered(sheet->header[c], name))
            return (int)c;
    return hz_sheet_column(sheet, text);
}

bool hz_plot_kind_has(const struct hz_plot_kind *kind, const struct hz_sheet *sheet)
{
    const char *at = kind->columns;
    bool are_figures = false;
    struct name name;
    while (next_name(&at, &are_figures, &name))
        if (!name.is_optional && find(sheet, name.text) < 0)
            return false;
    return true;
}

size_t hz_plot_kind_groups(const struct hz_plot_kind *kind, const struct hz_sheet *sheet,
                           int column[])
{
    size_t groups = 0, end = sheet->columns;
    const char *at = kind->columns;
    bool are_figures = false;
    struct name name;
    while (next_name(&at, &are_figures, &name)) {
        const int c = find(sheet, name.text);
        if (name.is_figure && c >= 0 && (size_t)c < end)
            end = (size_t)c;
    }
    for (size_t c = 0; c < end; c++) {
        bool is_own = false;
        at = kind->columns;
        are_figures = false;
        while (next_name(&at, &are_figures, &name))
            is_own |= find(sheet, name.text) == (int)c;
        if (!is_own)
            column[groups++] = (int)c;
    }
    return groups;
}
