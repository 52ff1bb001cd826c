/* draw_checks.c: what methods are checked by. See draw.h. */

#include "base/attr.h"
#include "report/draw.h"

#include <math.h>
#include <stdlib.h>

/* The mean at each place; NaN where there is nothing. */
static double *means_of(struct hz_panel *panel, const double place[], const double number[],
                        size_t places)
{
    double *mean = hz_arena_allocate(panel->arena, places + 1, sizeof *mean);
    for (size_t p = 0; p < places; p++) {
        double sum = 0, count = 0;
        for (size_t r = 0; r < panel->rows; r++) {
            if ((size_t)place[r] != p || !isfinite(number[r]))
                continue;
            sum += number[r];
            count++;
        }
        mean[p] = count > 0 ? sum / count : (double)NAN;
    }
    return mean;
}

bool hz_draw_residuals(struct hz_panel *panel, struct hz_error *err)
{
    static const struct {
        const char *column, *title;
    } parts[] = {{"origin", N_("by origin")},
                 {"development", N_("by age")},
                 {"diagonals_ago", N_("by calendar period, diagonals ago")}};
    const int by = hz_panel_column(panel, parts[panel->part].column);
    struct hz_text *label;
    double *residual;
    if (!hz_panel_numbers(panel, "residual", &residual, err))
        return false;
    const size_t labels = hz_panel_distinct(panel, by, &label);
    double *place = hz_arena_allocate(panel->arena, panel->rows + 1, sizeof *place);
    for (size_t r = 0; r < panel->rows; r++)
        place[r] = (double)hz_label_index(label, labels, hz_panel_name(panel, r, by));
    const double *const column[] = {place, residual};
    const double *const mean[] = {means_of(panel, place, residual, labels)};
    hz_panel_title(panel, _(parts[panel->part].title));
    const size_t data = hz_panel_block(panel, column, HZ_COUNT(column), panel->rows);
    const size_t means = hz_panel_block(panel, mean, HZ_COUNT(mean), labels);
    hz_panel_tics(panel, 'x', label, labels);
    hz_buffer_string(panel->script, "set yrange [*<-3:3<*]\n");
    bool is_begun = false;
    hz_panel_plot(panel, &is_begun);
    hz_buffer_format(panel->script, "$d%zu using 2:3 with points lt 1", data);
    hz_panel_key(panel, _("residual"));
    hz_panel_plot(panel, &is_begun);
    hz_buffer_format(panel->script, "$d%zu using 1:2 with lines lt 5 dt 1", means);
    hz_panel_key(panel, _("mean"));
    hz_panel_plot(panel, &is_begun);
    hz_buffer_string(panel->script, "2 with lines lt 7 lw 0.7 notitle, -2 with lines lt 7 lw 0.7");
    hz_panel_key(panel, "± 2");
    hz_buffer_string(panel->script, "\n");
    return true;
}

bool hz_draw_tests(struct hz_panel *panel, struct hz_error *err)
{
    double *statistic, *expected, *lower, *upper;
    struct hz_text *label;
    if (!hz_panel_numbers(panel, "statistic", &statistic, err) ||
        !hz_panel_numbers(panel, "expected", &expected, err) ||
        !hz_panel_numbers(panel, "lower", &lower, err) ||
        !hz_panel_numbers(panel, "upper", &upper, err))
        return false;
    const size_t labels = hz_panel_distinct(panel, hz_panel_column(panel, "test"), &label);
    double *place = hz_arena_allocate(panel->arena, panel->rows + 1, sizeof *place);
    for (size_t r = 0; r < panel->rows; r++)
        place[r] = (statistic[r] - expected[r]) / ((upper[r] - lower[r]) / 2);
    const double *const column[] = {place};
    const size_t data = hz_panel_block(panel, column, HZ_COUNT(column), panel->rows);
    hz_panel_tics(panel, 'x', label, labels);
    hz_buffer_string(panel->script, "set yrange [*<-1.5:1.5<*]\n");
    hz_panel_axis(panel, 'y', hz_text_of(_("place in the interval, of half widths")));
    bool is_begun = false;
    hz_panel_plot(panel, &is_begun);
    hz_buffer_format(panel->script,
                     "$d%zu using 1:(0):($1-.3):($1+.3):(-1):(1) with boxxyerror lt 4", data);
    hz_panel_key(panel, _("interval where the test finds nothing"));
    hz_panel_plot(panel, &is_begun);
    hz_buffer_format(panel->script, "$d%zu using 1:2 with points lt 5 ps 1.6", data);
    hz_panel_key(panel, _("statistic"));
    hz_buffer_string(panel->script, "\n");
    return true;
}

static int compare(const void *a, const void *b)
{
    const double x = *(const double *)a, y = *(const double *)b;
    return x < y ? -1 : x > y;
}

/* The percentiles of a method in order: what came; what was foretold; and the number. */
static size_t order_percentiles(struct hz_panel *panel, struct hz_text method,
                                const double percentile[], double came[], double foretold[])
{
    size_t count = 0;
    for (size_t r = 0; r < panel->rows; r++)
        if (isfinite(percentile[r]) && hz_text_equal(hz_panel_label(panel, r, "method"), method))
            came[count++] = percentile[r];
    qsort(came, count, sizeof *came, compare);
    for (size_t i = 0; i < count; i++)
        foretold[i] = 100 * ((double)i + 0.5) / (double)count;
    return count;
}

bool hz_draw_percentiles(struct hz_panel *panel, struct hz_error *err)
{
    enum { METHODS_MOST = 7 };
    const double critical = 135.81; /* per cent, of n^-1/2: Kolmogorov's distribution at 95 % */
    size_t data[METHODS_MOST], most = 0;
    struct hz_text *method;
    double *percentile;
    if (!hz_panel_numbers(panel, "percentile", &percentile, err))
        return false;
    size_t methods = hz_panel_distinct(panel, hz_panel_column(panel, "method"), &method);
    methods = methods > METHODS_MOST ? METHODS_MOST : methods;
    for (size_t m = 0; m < methods; m++) {
        double *came = hz_arena_allocate(panel->arena, panel->rows + 1, sizeof *came);
        double *foretold = hz_arena_allocate(panel->arena, panel->rows + 1, sizeof *foretold);
        const size_t count = order_percentiles(panel, method[m], percentile, came, foretold);
        const double *const column[] = {foretold, came};
        data[m] = hz_panel_block(panel, column, HZ_COUNT(column), count);
        most = count > most ? count : most;
    }
    struct hz_buffer *script = panel->script;
    const double bound = critical / sqrt((double)(most ? most : 1));
    hz_buffer_string(script, "set xrange [0:100]\nset yrange [0:100]\n");
    hz_panel_axis(panel, 'x', hz_text_of(_("foretold, %")));
    hz_panel_axis(panel, 'y', hz_text_of(_("came, %")));
    bool is_begun = false;
    for (size_t m = 0; m < methods; m++) {
        hz_panel_plot(panel, &is_begun);
        hz_buffer_format(script, "$d%zu using 2:3 with points lt %zu", data[m], m + 1);
        hz_panel_key_text(panel, method[m]);
    }
    hz_buffer_format(script,
                     ", \\\n    x with lines lt 7 dt 1 lw 0.8 notitle, x - %.4g with lines lt 7 "
                     "lw 0.7 notitle, x + %.4g with lines lt 7 lw 0.7",
                     bound, bound);
    hz_panel_key(panel, _("Kolmogorov and Smirnov's bounds, 95 %"));
    hz_buffer_string(script, "\n");
    return true;
}
