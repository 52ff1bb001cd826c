/* draw_triangle.c: triangles. See draw.h. */

#include "base/attr.h"
#include "report/draw.h"
#include "triangle/triangle.h"

#include <math.h>
#include <stdio.h>

/* The triangle of a panel's cells. */
static bool make_triangle(struct hz_panel *panel, struct hz_triangle *triangle,
                          struct hz_error *err)
{
    double *age, *value;
    if (!hz_panel_numbers(panel, "development", &age, err) ||
        !hz_panel_numbers(panel, "value", &value, err))
        return false;
    struct hz_cell *cell = hz_arena_allocate(panel->arena, panel->rows + 1, sizeof *cell);
    size_t cells = 0;
    for (size_t r = 0; r < panel->rows; r++)
        if (!isnan(value[r]))
            cell[cells++] =
                (struct hz_cell){.origin = hz_panel_label(panel, r, "origin"),
                                 .age = age[r],
                                 .value = value[r],
                                 .place = hz_sheet_place(panel->sheet, panel->row[r], 0)};
    return hz_triangle_new(triangle, cell, cells, 0, hz_sheet_whole(panel->sheet), panel->arena,
                           err);
}

static struct hz_text *age_labels(struct hz_panel *panel, const struct hz_triangle *triangle)
{
    struct hz_text *label = hz_arena_allocate(panel->arena, triangle->ages, sizeof *label);
    for (size_t a = 0; a < triangle->ages; a++) {
        char text[32];
        snprintf(text, sizeof text, "%g", triangle->age[a]);
        label[a] = hz_arena_text(panel->arena, hz_text_of(text));
    }
    return label;
}

/* From this age to the next; NaN where either is not known or the first is not positive. */
static double link_ratio(const struct hz_triangle *triangle, size_t origin, size_t age)
{
    if (!hz_triangle_is_observed(triangle, origin, age) ||
        !hz_triangle_is_observed(triangle, origin, age + 1))
        return (double)NAN;
    const double from = hz_triangle_value(triangle, origin, age);
    return from > 0 ? hz_triangle_value(triangle, origin, age + 1) / from : (double)NAN;
}

/* How a ratio stands among those of its age: the share of them below it, and half of its equals. */
static double rank_of(const struct hz_triangle *triangle, size_t origin, size_t age)
{
    const double ratio = link_ratio(triangle, origin, age);
    double below = 0, others = 0;
    for (size_t o = 0; o < triangle->origins; o++) {
        const double other = link_ratio(triangle, o, age);
        if (o == origin || isnan(other))
            continue;
        others++;
        below += other < ratio ? 1 : other > ratio ? 0 : 0.5;
    }
    return others > 0 ? below / others : 0.5;
}

/* Age, origin, ratio and rank of each, in lines of their own. */
static size_t write_ratios(struct hz_panel *panel, const struct hz_triangle *triangle)
{
    const size_t cells = triangle->origins * triangle->ages;
    double *column[4];
    size_t rows = 0;
    for (size_t c = 0; c < HZ_COUNT(column); c++)
        column[c] = hz_arena_allocate(panel->arena, cells + 1, sizeof **column);
    for (size_t o = 0; o < triangle->origins; o++)
        for (size_t a = 0; a + 1 < triangle->ages; a++) {
            if (isnan(link_ratio(triangle, o, a)))
                continue;
            column[0][rows] = (double)a;
            column[1][rows] = (double)o;
            column[2][rows] = link_ratio(triangle, o, a);
            column[3][rows++] = rank_of(triangle, o, a);
        }
    return hz_panel_block(panel, (const double *const *)column, HZ_COUNT(column), rows);
}

/* One colour that gets darker: the same in grey. */
static const char palette[] =
    "set palette defined (0 '#DEEBF7', 0.25 '#BDD7EE', 0.5 '#6BAED6', 0.75 '#2171B5', 1 "
    "'#08306B')\n"
    "set cbrange [0:1]\nunset colorbox\nunset grid\nunset xzeroaxis\n";

bool hz_draw_link_ratios(struct hz_panel *panel, struct hz_error *err)
{
    enum { NUMBERS_MOST = 16 };
    struct hz_triangle triangle;
    if (!make_triangle(panel, &triangle, err))
        return false;
    if (triangle.ages < 2)
        return hz_error_set(err, HZ_ERROR_DATA, triangle.place,
                            _("one age: there are no link ratios (--draw development)"));
    const size_t data = write_ratios(panel, &triangle);
    const bool has_numbers = triangle.ages - 1 <= NUMBERS_MOST || hz_panel_is_letters(panel);
    struct hz_buffer *script = panel->script;
    hz_panel_tics(panel, 'x', age_labels(panel, &triangle), triangle.ages - 1);
    hz_panel_tics(panel, 'y', triangle.origin, triangle.origins);
    hz_buffer_string(script, palette);
    hz_buffer_format(script, "set yrange [%zu.5:-0.5]\nset key off\n", triangle.origins - 1);
    hz_panel_axis(panel, 'x', hz_text_of(_("age, from which to the next")));
    hz_panel_axis(panel, 'y', hz_text_of(_("origin")));
    bool is_begun = false;
    if (!hz_panel_is_letters(panel)) {
        hz_panel_plot(panel, &is_begun);
        hz_buffer_format(script,
                         "$d%zu using 2:3:($2-.5):($2+.5):($3-.5):($3+.5):5 with boxxyerror fs "
                         "solid 1 border lc rgb '#FFFFFF' lc palette z",
                         data);
    }
    if (has_numbers) {
        hz_panel_plot(panel, &is_begun);
        hz_buffer_format(script,
                         "$d%zu using 2:3:(sprintf('%%.3f', $4)):($5 > 0.6 ? 0xFFFFFF : 0) with "
                         "labels tc rgb variable",
                         data);
    }
    hz_buffer_string(script, "\n");
    return true;
}

/* A colour for one of several that have an order: the later, the darker. */
static unsigned shade(size_t place, size_t count)
{
    static const double light[] = {0xA9, 0xCF, 0xE8}, dark[] = {0x08, 0x1D, 0x58};
    const double share = count > 1 ? (double)place / (double)(count - 1) : 1;
    unsigned colour = 0;
    for (size_t c = 0; c < HZ_COUNT(light); c++)
        colour = colour << 8 | (unsigned)lround(light[c] + share * (dark[c] - light[c]));
    return colour;
}

bool hz_draw_development(struct hz_panel *panel, struct hz_error *err)
{
    enum { KEYS_MOST = 14 };
    struct hz_triangle triangle;
    if (!make_triangle(panel, &triangle, err))
        return false;
    double **column = hz_arena_allocate(panel->arena, triangle.origins, sizeof *column);
    for (size_t o = 0; o < triangle.origins; o++) {
        column[o] = hz_arena_allocate(panel->arena, triangle.ages, sizeof **column);
        for (size_t a = 0; a < triangle.ages; a++)
            column[o][a] = hz_triangle_is_observed(&triangle, o, a)
                               ? hz_triangle_value(&triangle, o, a)
                               : (double)NAN;
    }
    const size_t data =
        hz_panel_block(panel, (const double *const *)column, triangle.origins, triangle.ages);
    hz_panel_tics(panel, 'x', age_labels(panel, &triangle), triangle.ages);
    hz_panel_scale(panel, 'y', _("amount"),
                   hz_largest(triangle.value, triangle.origins * triangle.ages));
    hz_buffer_string(panel->script, "set key right outside vertical\n");
    hz_panel_axis(panel, 'x', hz_text_of(_("age")));
    bool is_begun = false;
    const size_t step = (triangle.origins + KEYS_MOST - 1) / KEYS_MOST;
    for (size_t o = 0; o < triangle.origins; o++) {
        hz_panel_plot(panel, &is_begun);
        hz_buffer_format(panel->script,
                         "$d%zu using 1:($%zu/unit) with linespoints lt %zu dt 1 lc rgb '#%06x'",
                         data, o + 2, o % 8 + 1, shade(o, triangle.origins));
        hz_panel_key_text(panel, (triangle.origins - 1 - o) % step == 0 ? triangle.origin[o]
                                                                        : hz_text_of(NULL));
    }
    hz_buffer_string(panel->script, "\n");
    return true;
}
