/* draw_bars.c: figures as they stand. See draw.h. */

#include "base/attr.h"
#include "file/headings.h"
#include "report/draw.h"
#include "report/script.h"
#include "triangle/triangle.h"

#include <math.h>
#include <stdio.h>

enum { SERIES_MOST = 8 };

/* The figures of a kind, as many as are drawn beside each other, and the largest of them. */
struct figures {
    size_t count;
    const double *number[SERIES_MOST];
    int column[SERIES_MOST];
    double largest;
};

static bool read_figures(struct hz_panel *panel, struct figures *figures, struct hz_error *err)
{
    int column;
    *figures = (struct figures){0};
    while (figures->count < SERIES_MOST &&
           (column = hz_panel_own(panel, true, figures->count)) >= 0) {
        double *number;
        if (!hz_panel_numbers_at(panel, column, &number, err))
            return false;
        figures->largest = fmax(figures->largest, hz_largest(number, panel->rows));
        figures->column[figures->count] = column;
        figures->number[figures->count++] = number;
    }
    return true;
}

static struct hz_text *row_labels(struct hz_panel *panel)
{
    struct hz_text *label = hz_arena_allocate(panel->arena, panel->rows + 1, sizeof *label);
    for (size_t r = 0; r < panel->rows; r++)
        label[r] = hz_panel_name(panel, r, hz_panel_own(panel, false, 0));
    return label;
}

/* The i-th of so many boxes at each place. */
static void plot_box(struct hz_panel *panel, size_t data, size_t i, size_t count)
{
    const double width = 0.8 / (double)count, from = -0.4 + width * (double)i,
                 to = from + 0.92 * width;
    hz_buffer_format(panel->script,
                     "$d%zu using 1:($%zu/unit):($1%+.3f):($1%+.3f):(0):($%zu/unit) with "
                     "boxxyerror lt %zu",
                     data, i + 2, from, to, i + 2, i % SERIES_MOST + 1);
}

/* What so many figures are, of which this is the first. Rates in per cent are not scaled. */
static void scale(struct hz_panel *panel, int column, size_t count, double largest)
{
    const struct hz_text name = panel->sheet->header[column];
    const bool is_rate = memmem(name.at, name.length, "percent", 7) != NULL;
    const char *what = is_rate      ? "%"
                       : count == 1 ? hz_panel_heading(panel, column).at
                       : hz_heading_unit_of(name) == HZ_HEADING_YUAN ? _("amount")
                                                                     : NULL;
    hz_panel_scale(panel, 'y', what, is_rate ? 0 : largest);
}

/* Beside the axis of places: what they are, unless they are groups, of several columns. */
static void name_places(struct hz_panel *panel, int column)
{
    if (column >= 0)
        hz_panel_axis(panel, 'x', hz_panel_heading(panel, column));
}

bool hz_draw_bars(struct hz_panel *panel, struct hz_error *err)
{
    struct figures figures;
    if (!read_figures(panel, &figures, err))
        return false;
    const size_t data = hz_panel_block(panel, figures.number, figures.count, panel->rows);
    hz_panel_tics(panel, 'x', row_labels(panel), panel->rows);
    name_places(panel, hz_panel_own(panel, false, 0));
    scale(panel, figures.column[0], figures.count, figures.largest);
    bool is_begun = false;
    for (size_t i = 0; i < figures.count; i++) {
        hz_panel_plot(panel, &is_begun);
        plot_box(panel, data, i, figures.count);
        hz_panel_key_column(panel, figures.column[i]);
    }
    hz_buffer_string(panel->script, "\n");
    return true;
}

bool hz_draw_grouped(struct hz_panel *panel, struct hz_error *err)
{
    struct hz_text *place, *series;
    double *number;
    const int figure = hz_panel_own(panel, true, 0);
    const int x = hz_panel_own(panel, false, 0), by = hz_panel_own(panel, false, 1);
    if (!hz_panel_numbers_at(panel, figure, &number, err))
        return false;
    const size_t places = hz_panel_distinct(panel, x, &place);
    const size_t count = hz_panel_distinct(panel, by, &series);
    if (count > SERIES_MOST)
        return hz_error_set(err, HZ_ERROR_DATA, hz_sheet_place(panel->sheet, panel->row[0], by),
                            _("%zu of them beside each other, and no more than %d can be told "
                              "apart: choose some, as in --only %.*s=%.*s"),
                            count, SERIES_MOST, HZ_TEXT_ARGS(panel->sheet->header[by]),
                            HZ_TEXT_ARGS(hz_sheet_cell(panel->sheet, panel->row[0], by)));
    const double *column[SERIES_MOST];
    for (size_t s = 0; s < count; s++) {
        double *one = hz_arena_allocate(panel->arena, places + 1, sizeof *one);
        for (size_t p = 0; p < places; p++)
            one[p] = (double)NAN;
        for (size_t r = 0; r < panel->rows; r++)
            if (hz_text_equal(hz_panel_name(panel, r, by), series[s]))
                one[hz_label_index(place, places, hz_panel_name(panel, r, x))] = number[r];
        column[s] = one;
    }
    const size_t data = hz_panel_block(panel, column, count, places);
    hz_panel_tics(panel, 'x', place, places);
    scale(panel, figure, 1, hz_largest(number, panel->rows));
    bool is_begun = false;
    for (size_t s = 0; s < count; s++) {
        hz_panel_plot(panel, &is_begun);
        plot_box(panel, data, s, count);
        hz_panel_key_text(panel, series[s]);
    }
    hz_buffer_string(panel->script, "\n");
    return true;
}

/* Ages are whole numbers; a little room beside the first and the last. */
static void range_of_ages(struct hz_panel *panel, const double age[])
{
    enum { TICS_MOST = 20 };
    double first = (double)INFINITY, last = (double)-INFINITY;
    for (size_t r = 0; r < panel->rows; r++) {
        first = fmin(first, age[r]);
        last = fmax(last, age[r]);
    }
    const double room = fmax((last - first) / 40, 0.5);
    if (!isfinite(first) || !isfinite(last))
        return;
    hz_buffer_format(panel->script, "set xrange [%g:%g]\n", first - room, last + room);
    if (last - first <= TICS_MOST)
        hz_buffer_string(panel->script, "set xtics 1\n");
}

bool hz_draw_curves(struct hz_panel *panel, struct hz_error *err)
{
    struct figures figures;
    double *x;
    if (!read_figures(panel, &figures, err) ||
        !hz_panel_numbers_at(panel, hz_panel_own(panel, false, 0), &x, err))
        return false;
    const double *column[SERIES_MOST + 1] = {x};
    memcpy(column + 1, figures.number, sizeof figures.number);
    const size_t data = hz_panel_block(panel, column, figures.count + 1, panel->rows);
    hz_panel_scale(panel, 'y', NULL, figures.largest);
    hz_panel_axis(panel, 'x', hz_panel_heading(panel, hz_panel_own(panel, false, 0)));
    range_of_ages(panel, x);
    bool is_begun = false;
    for (size_t i = 0; i < figures.count; i++) {
        hz_panel_plot(panel, &is_begun);
        hz_buffer_format(panel->script, "$d%zu using 2:($%zu/unit) with linespoints lt %zu", data,
                         i + 3, i + 1);
        hz_panel_key_column(panel, figures.column[i]);
    }
    hz_buffer_string(panel->script, "\n");
    return true;
}

/* A bar for each group, and what else is drawn with them. */
static bool draw_groups(struct hz_panel *panel, int figure, const char *more, struct hz_error *err)
{
    double *number;
    bool is_begun = false;
    struct hz_text *label = hz_arena_allocate(panel->arena, panel->rows + 1, sizeof *label);
    if (!hz_panel_numbers_at(panel, figure, &number, err))
        return false;
    for (size_t r = 0; r < panel->rows; r++)
        label[r] = hz_panel_name(panel, r, -1);
    const double *const column[] = {number};
    const size_t data = hz_panel_block(panel, column, HZ_COUNT(column), panel->rows);
    hz_panel_tics(panel, 'x', label, panel->rows);
    scale(panel, figure, 1, hz_largest(number, panel->rows));
    hz_buffer_string(panel->script, "set key off\n");
    hz_panel_plot(panel, &is_begun);
    plot_box(panel, data, 0, 1);
    if (more)
        hz_buffer_format(panel->script, ", \\\n    %s", more);
    hz_buffer_string(panel->script, "\n");
    return true;
}

/* What a picture of groups is of, since its kind's title says more than it shows. */
static void title_of_figure(struct hz_panel *panel, int figure)
{
    if (panel->order->title || panel->panels > 1)
        return;
    hz_buffer_string(panel->script, "set title ");
    hz_script_label(panel->script, hz_panel_heading(panel, figure), 0);
    hz_buffer_string(panel->script, "\n");
}

/* The figure that was asked for, if it is one of the kind's; else the first of these. */
static int figure_of_groups(const struct hz_panel *panel)
{
    for (size_t n = 0; hz_panel_own(panel, true, n) >= 0; n++)
        if (hz_text_equal(panel->sheet->header[hz_panel_own(panel, true, n)], panel->order->figure))
            return hz_panel_own(panel, true, n);
    return hz_panel_own(panel, true, 0);
}

/* Years of groups: a stack of the first figure; of one year, bars. */
static bool stack_groups(struct hz_panel *panel, struct hz_error *err)
{
    struct hz_text *place, *series;
    double *number;
    const int figure = figure_of_groups(panel), key = hz_panel_own(panel, false, 0);
    if (!hz_panel_numbers_at(panel, figure, &number, err))
        return false;
    title_of_figure(panel, figure);
    if (hz_panel_distinct(panel, key, &place) == 1)
        return draw_groups(panel, figure, NULL, err);
    const size_t places = hz_panel_distinct(panel, key, &place),
                 count = hz_panel_distinct(panel, -1, &series);
    size_t *x = hz_arena_allocate(panel->arena, panel->rows + 1, sizeof *x);
    size_t *in = hz_arena_allocate(panel->arena, panel->rows + 1, sizeof *in);
    for (size_t r = 0; r < panel->rows; r++) {
        x[r] = hz_label_index(place, places, hz_panel_name(panel, r, key));
        in[r] = hz_label_index(series, count, hz_panel_name(panel, r, -1));
    }
    const struct hz_text name = panel->sheet->header[figure];
    const struct hz_stack stack = {.places = places,
                                   .series = count,
                                   .rows = panel->rows,
                                   .label = place,
                                   .name = series,
                                   .x = x,
                                   .in = in,
                                   .number = number,
                                   .what = hz_panel_heading(panel, figure).at,
                                   .are_counts = hz_heading_unit_of(name) == HZ_HEADING_PERSONS};
    hz_draw_stack(panel, &stack);
    return true;
}

/* One figure a part, with or without its growth above it where that has room. */
static bool draw_figure(struct hz_panel *panel, bool has_growth, struct hz_error *err)
{
    enum { LETTERS = 6 };
    const int figure = hz_panel_own(panel, true, panel->part);
    double *number;
    if (!hz_panel_numbers_at(panel, figure, &number, err))
        return false;
    double *growth = hz_arena_allocate(panel->arena, panel->rows + 1, sizeof *growth);
    for (size_t r = 0; r < panel->rows; r++)
        growth[r] =
            r > 0 && number[r - 1] > 0 ? 100 * (number[r] / number[r - 1] - 1) : (double)NAN;
    const double *const column[] = {number, growth};
    hz_panel_title(panel, hz_panel_heading(panel, figure).at);
    const size_t data = hz_panel_block(panel, column, HZ_COUNT(column), panel->rows);
    hz_panel_tics(panel, 'x', row_labels(panel), panel->rows);
    scale(panel, figure, panel->panels == 1 ? 1 : 2, hz_largest(number, panel->rows));
    hz_buffer_string(panel->script, "set key off\nset offsets 0, 0, graph 0.12, 0\n");
    bool is_begun = false;
    hz_panel_plot(panel, &is_begun);
    plot_box(panel, data, 0, 1);
    if (has_growth && panel->rows * LETTERS <= hz_panel_letters(panel)) {
        hz_panel_plot(panel, &is_begun);
        hz_buffer_format(panel->script,
                         "$d%zu using 1:($2/unit):(valid(3) ? sprintf('%%+.1f%%%%', $3) : '') with "
                         "labels offset 0,0.7 font ',8'",
                         data);
    }
    hz_buffer_string(panel->script, "\n");
    return true;
}

bool hz_draw_rates(struct hz_panel *panel, struct hz_error *err)
{
    return panel->groups > 0 ? stack_groups(panel, err) : draw_figure(panel, true, err);
}

bool hz_draw_figures(struct hz_panel *panel, struct hz_error *err)
{
    return panel->groups > 0 ? stack_groups(panel, err) : draw_figure(panel, false, err);
}

/* The panel's rows of the last year. */
static struct hz_panel last_year_of(struct hz_panel *panel)
{
    struct hz_panel last = *panel;
    size_t *row = hz_arena_allocate(panel->arena, panel->rows + 1, sizeof *row);
    struct hz_text year = hz_panel_label(panel, 0, "year");
    for (size_t r = 1; r < panel->rows; r++)
        if (hz_origin_compare(hz_panel_label(panel, r, "year"), year) > 0)
            year = hz_panel_label(panel, r, "year");
    last.rows = 0;
    for (size_t r = 0; r < panel->rows; r++)
        if (hz_text_equal(hz_panel_label(panel, r, "year"), year))
            row[last.rows++] = panel->row[r];
    last.row = row;
    return last;
}

bool hz_draw_parts(struct hz_panel *panel, struct hz_error *err)
{
    struct hz_panel last = last_year_of(panel);
    const int figure = hz_panel_own(panel, true, 0);
    const struct hz_text name = panel->sheet->header[figure];
    if (!hz_text_equal(name, hz_text_of("completion_percent")))
        return draw_groups(&last, figure, NULL, err);
    return draw_groups(&last, figure, "100 with lines lt 7 lw 0.7", err);
}

/* The rows of totals, a place each; all rows where there are none. */
bool hz_draw_look_back(struct hz_panel *panel, struct hz_error *err)
{
    struct hz_panel totals = *panel;
    size_t *row = hz_arena_allocate(panel->arena, panel->rows + 1, sizeof *row);
    totals.rows = 0;
    for (size_t r = 0; r < panel->rows; r++)
        if (hz_label_is_total(hz_panel_label(panel, r, "origin")))
            row[totals.rows++] = panel->row[r];
    totals.row = row;
    const bool done = hz_draw_bars(totals.rows > 0 ? &totals : panel, err);
    panel->blocks = totals.rows > 0 ? totals.blocks : panel->blocks;
    return done;
}

bool hz_draw_payouts(struct hz_panel *panel, struct hz_error *err)
{
    double *mean, *low, *high, *se, *discounted;
    if (!hz_panel_numbers_at(panel, hz_panel_own(panel, true, 0), &mean, err) ||
        !hz_panel_numbers(panel, "low", &low, err) ||
        !hz_panel_numbers(panel, "high", &high, err) || !hz_panel_numbers(panel, "se", &se, err) ||
        !hz_panel_numbers(panel, "discounted", &discounted, err))
        return false;
    const bool has_range = hz_panel_column(panel, "low") >= 0,
               has_se = hz_panel_column(panel, "se") >= 0,
               is_discounted = hz_panel_column(panel, "discounted") >= 0;
    for (size_t r = 0; r < panel->rows && has_se && !has_range; r++) {
        low[r] = mean[r] - se[r];
        high[r] = mean[r] + se[r];
    }
    const double *const column[] = {mean, low, high, discounted};
    const size_t data = hz_panel_block(panel, column, HZ_COUNT(column), panel->rows);
    hz_panel_tics(panel, 'x', row_labels(panel), panel->rows);
    hz_panel_scale(panel, 'y', _("amount"),
                   fmax(hz_largest(mean, panel->rows), hz_largest(high, panel->rows)));
    bool is_begun = false;
    hz_panel_plot(panel, &is_begun);
    plot_box(panel, data, 0, is_discounted ? 2 : 1);
    hz_panel_key_column(panel, hz_panel_own(panel, true, 0));
    if (is_discounted) {
        hz_panel_plot(panel, &is_begun);
        hz_buffer_format(panel->script,
                         "$d%zu using 1:($5/unit):($1):($1+.37):(0):($5/unit) with boxxyerror lt 2",
                         data);
        hz_panel_key_column(panel, hz_panel_column(panel, "discounted"));
    }
    if (has_range || has_se) {
        hz_panel_plot(panel, &is_begun);
        hz_buffer_format(panel->script,
                         "$d%zu using 1:($2/unit):($3/unit):($4/unit) with yerrorbars lt 7 dt 1",
                         data);
        hz_panel_key(panel, has_range ? _("low to high") : _("± standard error"));
    }
    hz_buffer_string(panel->script, "\n");
    return true;
}
