/* draw_reserve.c: reserves and their distributions. See draw.h. */

#include "base/attr.h"
#include "report/draw.h"
#include "report/listed_columns.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

/*
 * The boxes of what was paid and, of one method, of what is to come; what is expected to come back
 * has a colour of its own, since it lies over what was paid.
 */
static void plot_boxes(struct hz_panel *panel, size_t data, bool is_one, bool comes_back,
                       bool *is_begun)
{
    static const char *const boxes[] = {">=", "<"};
    hz_panel_plot(panel, is_begun);
    hz_buffer_format(panel->script,
                     "$d%zu using 2:($3/unit):($2-.35):($2+.35):(0):($3/unit) with boxxyerror lt 1",
                     data);
    hz_panel_key(panel, _("to date"));
    if (!is_one)
        return;
    for (int b = 0; b < (comes_back ? 2 : 1); b++) {
        hz_panel_plot(panel, is_begun);
        hz_buffer_format(panel->script,
                         "$d%zu using 2:($4 %s $3 ? ($3+$4)/2/unit : NaN):($2-.35):($2+.35):"
                         "($3/unit):($4/unit) with boxxyerror lt %d",
                         data, boxes[b], b ? 6 : 2);
        hz_panel_key(panel, b ? _("expected back") : _("to come"));
    }
}

/* The ultimates of a method, moved aside so that several stand beside each other. */
static void plot_ultimates(struct hz_panel *panel, size_t data, size_t method, size_t methods,
                           bool has_errors, bool *is_begun)
{
    const double shift = ((double)method + 0.5) / (double)methods * 0.7 - 0.35;
    hz_panel_plot(panel, is_begun);
    hz_buffer_format(
        panel->script, "$d%zu using ($5 == %zu ? $2%+.3f : NaN):($4/unit)%s lt %zu dt 1", data,
        method, shift, has_errors ? ":(valid(6) ? $6/unit : 0) with yerrorbars" : " with points",
        methods == 1 ? (size_t)7 : method % 6 + 2);
}

bool hz_draw_reserve(struct hz_panel *panel, struct hz_error *err)
{
    struct hz_text *origin, *method;
    double *latest, *ultimate, *se;
    if (!hz_panel_numbers(panel, "latest", &latest, err) ||
        !hz_panel_numbers(panel, "ultimate", &ultimate, err) ||
        !hz_panel_numbers(panel, "se", &se, err))
        return false;
    const int by = hz_panel_column(panel, "method"), of = hz_panel_column(panel, "origin");
    const size_t origins = hz_panel_distinct(panel, of, &origin),
                 methods = hz_panel_distinct(panel, by < 0 ? of : by, &method);
    double *place = hz_arena_allocate(panel->arena, panel->rows + 1, sizeof *place);
    double *in = hz_arena_allocate(panel->arena, panel->rows + 1, sizeof *in);
    for (size_t r = 0; r < panel->rows; r++) {
        place[r] = (double)hz_label_index(origin, origins, hz_panel_name(panel, r, of));
        in[r] = by < 0 ? 0 : (double)hz_label_index(method, methods, hz_panel_name(panel, r, by));
    }
    const double *const column[] = {place, latest, ultimate, in, se};
    const size_t data = hz_panel_block(panel, column, HZ_COUNT(column), panel->rows);
    hz_panel_tics(panel, 'x', origin, origins);
    hz_panel_scale(panel, 'y', _("amount"), hz_largest(ultimate, panel->rows));
    const bool has_errors = hz_largest(se, panel->rows) > 0, is_one = by < 0 || methods == 1;
    bool is_begun = false, comes_back = false;
    for (size_t r = 0; r < panel->rows; r++)
        comes_back |= ultimate[r] < latest[r];
    plot_boxes(panel, data, is_one, comes_back, &is_begun);
    for (size_t m = 0; m < (is_one ? 1 : methods); m++) {
        plot_ultimates(panel, data, m, is_one ? 1 : methods, has_errors, &is_begun);
        if (is_one)
            hz_panel_key(panel, has_errors ? _("ultimate ± standard error") : _("ultimate"));
        else
            hz_panel_key_text(panel, method[m]);
    }
    hz_buffer_string(panel->script, "\n");
    return true;
}

/* ---- Quantiles */

enum { QUANTILES_MOST = 120 };

struct quantiles {
    size_t count;
    double percent[QUANTILES_MOST];
    double *number[QUANTILES_MOST]; /* of each row */
};

/* The columns q50, q75, ..., ascending. */
static bool read_quantiles(struct hz_panel *panel, struct quantiles *q, struct hz_error *err)
{
    const struct hz_text name = hz_text_of("q#");
    *q = (struct quantiles){0};
    for (int c = hz_listed_find(panel->sheet, name, 0); c >= 0 && q->count < QUANTILES_MOST;
         c = hz_listed_find(panel->sheet, name, (size_t)c + 1)) {
        const struct hz_text header = panel->sheet->header[c];
        char text[32];
        snprintf(text, sizeof text, "%.*s", (int)header.length - 1, header.at + 1);
        const double percent = strtod(text, NULL);
        double *number;
        if (!hz_panel_numbers_at(panel, c, &number, err))
            return false;
        size_t at = q->count++;
        for (; at > 0 && q->percent[at - 1] > percent; at--) {
            q->percent[at] = q->percent[at - 1];
            q->number[at] = q->number[at - 1];
        }
        q->percent[at] = percent;
        q->number[at] = number;
    }
    return true;
}

/* The nearer to the middle, the darker. */
static unsigned shade(double percent)
{
    const double share = fmin(1, fabs(percent - 50) / 50);
    const unsigned light[] = {0xD6, 0xE6, 0xF4}, dark[] = {0x0B, 0x4F, 0x8A};
    unsigned colour = 0;
    for (size_t c = 0; c < HZ_COUNT(light); c++)
        colour =
            colour << 8 | (unsigned)lround(dark[c] + share * ((double)light[c] - (double)dark[c]));
    return colour;
}

bool hz_draw_fan(struct hz_panel *panel, struct hz_error *err)
{
    struct quantiles q;
    double *ibnr, *mean;
    struct hz_text *origin;
    if (!read_quantiles(panel, &q, err) || !hz_panel_numbers(panel, "ibnr", &ibnr, err) ||
        !hz_panel_numbers(panel, "mean", &mean, err))
        return false;
    const size_t origins = hz_panel_distinct(panel, hz_panel_column(panel, "origin"), &origin);
    const double *column[QUANTILES_MOST + 1] = {ibnr};
    double largest = hz_largest(ibnr, panel->rows);
    for (size_t i = 0; i < q.count; i++) {
        column[i + 1] = q.number[i];
        largest = fmax(largest, hz_largest(q.number[i], panel->rows));
    }
    const size_t data = hz_panel_block(panel, column, q.count + 1, panel->rows);
    hz_panel_tics(panel, 'x', origin, origins);
    hz_panel_scale(panel, 'y', _("reserve"), largest);
    bool is_begun = false;
    for (size_t i = 0; i + 1 < q.count; i++) {
        char name[64];
        hz_panel_plot(panel, &is_begun);
        hz_buffer_format(panel->script,
                         "$d%zu using 1:($%zu/unit):($1-.35):($1+.35):($%zu/unit):($%zu/unit) with "
                         "boxxyerror lt 1 lc rgb '#%06x'",
                         data, i + 3, i + 3, i + 4, shade((q.percent[i] + q.percent[i + 1]) / 2));
        snprintf(name, sizeof name, "%g–%g %%", q.percent[i], q.percent[i + 1]);
        hz_panel_key(panel, q.count <= 10 ? name : NULL);
    }
    if (q.count == 1) {
        char name[64];
        hz_panel_plot(panel, &is_begun);
        hz_buffer_format(panel->script, "$d%zu using 1:($3/unit) with points lt 5", data);
        snprintf(name, sizeof name, "%g %%", q.percent[0]);
        hz_panel_key(panel, name);
    }
    hz_panel_plot(panel, &is_begun);
    hz_buffer_format(panel->script, "$d%zu using 1:($2/unit) with points lt 7", data);
    hz_panel_key(panel, _("best estimate"));
    hz_buffer_string(panel->script, "\n");
    return true;
}

bool hz_draw_density(struct hz_panel *panel, struct hz_error *err)
{
    struct quantiles q;
    double *ibnr, low[QUANTILES_MOST], high[QUANTILES_MOST], density[QUANTILES_MOST];
    if (!read_quantiles(panel, &q, err) || !hz_panel_numbers(panel, "ibnr", &ibnr, err))
        return false;
    size_t row = 0, pieces = 0;
    double height = 0;
    while (row < panel->rows && !hz_label_is_total(hz_panel_label(panel, row, "origin")))
        row++;
    if (row == panel->rows || q.count < 2)
        return hz_error_set(err, HZ_ERROR_DATA, hz_sheet_whole(panel->sheet),
                            _("a density wants a row of totals and two quantiles or more"));
    for (size_t i = 0; i + 1 < q.count; i++) {
        const double width = q.number[i + 1][row] - q.number[i][row];
        if (!(width > 0))
            continue;
        low[pieces] = q.number[i][row];
        high[pieces] = q.number[i + 1][row];
        height = fmax(height, (q.percent[i + 1] - q.percent[i]) / width);
        density[pieces++] = (q.percent[i + 1] - q.percent[i]) / width;
    }
    if (pieces == 0)
        return hz_error_set(err, HZ_ERROR_DATA, hz_sheet_place(panel->sheet, panel->row[row], 0),
                            _("the quantiles of the total are not there or all alike: there is no "
                              "density (--draw fan)"));
    const double *const column[] = {low, high, density};
    const size_t data = hz_panel_block(panel, column, HZ_COUNT(column), pieces);
    const double *const estimate[] = {&ibnr[row], &height};
    const size_t best = hz_panel_block(panel, estimate, HZ_COUNT(estimate), 1);
    hz_panel_scale(panel, 'x', _("reserve"), hz_largest(high, pieces));
    hz_panel_axis(panel, 'y', hz_text_of(_("density, % of chance a unit")));
    hz_buffer_string(panel->script, "set yrange [0:*]\n");
    bool is_begun = false;
    hz_panel_plot(panel, &is_begun);
    hz_buffer_format(panel->script,
                     "$d%zu using ($2/unit):($4*unit):($2/unit):($3/unit):(0):($4*unit) with "
                     "boxxyerror lt 1",
                     data);
    char name[80];
    snprintf(name, sizeof name, "%g–%g %%", q.percent[0], q.percent[q.count - 1]);
    hz_panel_key(panel, name);
    hz_panel_plot(panel, &is_begun);
    hz_buffer_format(panel->script, "$d%zu using ($2/unit):($3*unit) with impulses lt 5 lw 2 dt 1",
                     best);
    hz_panel_key(panel, _("best estimate"));
    hz_buffer_string(panel->script, "\n");
    return true;
}
