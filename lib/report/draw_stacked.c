/* draw_stacked.c: parts of a sum. See draw.h. */

#include "base/attr.h"
#include "report/draw.h"
#include "report/listed_columns.h"
#include "triangle/triangle.h"

#include <math.h>
#include <stdlib.h>

enum { SERIES_MOST = 7, AREAS_LEAST = 3 };

/* The series by size, the largest first: of all the rows. */
struct sized {
    size_t series;
    double size;
};

static int compare(const void *a, const void *b)
{
    const struct sized *x = a, *y = b;
    if (x->size != y->size)
        return x->size < y->size ? 1 : -1;
    return x->series < y->series ? -1 : 1;
}

/* Which layer each series is in: the largest are their own, the last is of all others. */
static size_t *layers(struct hz_panel *panel, const struct hz_stack *stack, struct sized *sized,
                      size_t *count)
{
    size_t *layer = hz_arena_allocate(panel->arena, stack->series + 1, sizeof *layer);
    for (size_t s = 0; s < stack->series; s++)
        sized[s].series = s;
    for (size_t r = 0; r < stack->rows; r++)
        if (isfinite(stack->number[r]))
            sized[stack->in[r]].size += fabs(stack->number[r]);
    qsort(sized, stack->series, sizeof *sized, compare);
    *count = stack->series > SERIES_MOST + 1 ? SERIES_MOST + 1 : stack->series;
    for (size_t s = 0; s < stack->series; s++)
        layer[sized[s].series] = s < *count ? s : *count - 1;
    return layer;
}

/* The i-th layer, which lies between its two columns. Those of others are grey. */
static void plot_layer(struct hz_panel *panel, size_t data, size_t i, bool are_areas)
{
    const size_t low = 2 * i + 2, high = low + 1;
    if (are_areas)
        hz_buffer_format(panel->script, "$d%zu using 1:($%zu/unit):($%zu/unit) with filledcurves",
                         data, low, high);
    else
        hz_buffer_format(panel->script,
                         "$d%zu using 1:($%zu/unit):($1-.35):($1+.35):($%zu/unit):($%zu/unit) with "
                         "boxxyerror",
                         data, high, low, high);
    hz_buffer_format(panel->script, " lt %zu%s", i + 1,
                     i == SERIES_MOST ? " lc rgb '#BBBBBB'" : "");
}

/*
 * The edges of each layer at each place, two columns a layer. What is above nothing stands on what
 * is above it before, what is below hangs from what is below; true if anything is.
 */
static bool find_edges(struct hz_panel *panel, const struct hz_stack *stack, const size_t layer[],
                       size_t layers, const double *edge[], double *largest)
{
    double *up = hz_arena_allocate(panel->arena, stack->places + 1, sizeof *up);
    double *down = hz_arena_allocate(panel->arena, stack->places + 1, sizeof *down);
    bool is_any_below = false;
    *largest = 0;
    for (size_t i = 0; i < layers; i++) {
        double *low = hz_arena_allocate(panel->arena, stack->places + 1, sizeof *low);
        double *high = hz_arena_allocate(panel->arena, stack->places + 1, sizeof *high);
        for (size_t r = 0; r < stack->rows; r++)
            if (layer[stack->in[r]] == i && isfinite(stack->number[r]))
                high[stack->x[r]] += stack->number[r];
        for (size_t p = 0; p < stack->places; p++) {
            const double size = high[p];
            double *from = size < 0 ? &down[p] : &up[p];
            low[p] = *from;
            *from += size;
            high[p] = *from;
            is_any_below |= size < 0;
            *largest = fmax(*largest, fabs(*from));
        }
        edge[2 * i] = low;
        edge[2 * i + 1] = high;
    }
    return is_any_below;
}

void hz_draw_stack(struct hz_panel *panel, const struct hz_stack *stack)
{
    size_t count;
    const double *column[2 * (SERIES_MOST + 1)];
    struct sized *sized = hz_arena_allocate(panel->arena, stack->series + 1, sizeof *sized);
    const size_t *layer = layers(panel, stack, sized, &count);
    double largest;
    const bool is_any_below = find_edges(panel, stack, layer, count, column, &largest);
    const bool are_areas = stack->are_areas && !is_any_below && stack->places >= AREAS_LEAST &&
                           !hz_panel_is_letters(panel);
    const size_t data = hz_panel_block(panel, column, 2 * count, stack->places);
    hz_panel_tics(panel, 'x', stack->label, stack->places);
    hz_panel_scale(panel, 'y', stack->what, largest);
    hz_buffer_string(panel->script, stack->are_counts && largest < 8 ? "set ytics 1\n" : "");
    if (stack->x_name.length)
        hz_panel_axis(panel, 'x', stack->x_name);
    bool is_begun = false;
    for (size_t i = 0; i < count; i++) {
        hz_panel_plot(panel, &is_begun);
        plot_layer(panel, data, i, are_areas);
        if (i == SERIES_MOST && stack->series > count)
            hz_panel_key(panel, _("others"));
        else
            hz_panel_key_text(panel, stack->name[sized[i].series]);
    }
    hz_buffer_string(panel->script, "\n");
}

/* Labels of periods in their order. */
static int compare_labels(const void *a, const void *b)
{
    return hz_origin_compare(*(const struct hz_text *)a, *(const struct hz_text *)b);
}

/* The places and series of the panel's rows, by two columns (-1: by groups). */
static void place_rows(struct hz_panel *panel, int x_column, int series_column,
                       struct hz_stack *stack)
{
    struct hz_text *label, *name;
    stack->places = hz_panel_distinct(panel, x_column, &label);
    stack->series = hz_panel_distinct(panel, series_column, &name);
    qsort(label, stack->places, sizeof *label, compare_labels);
    size_t *x = hz_arena_allocate(panel->arena, panel->rows + 1, sizeof *x);
    size_t *in = hz_arena_allocate(panel->arena, panel->rows + 1, sizeof *in);
    for (size_t r = 0; r < panel->rows; r++) {
        x[r] = hz_label_index(label, stack->places, hz_panel_name(panel, r, x_column));
        in[r] = hz_label_index(name, stack->series, hz_panel_name(panel, r, series_column));
    }
    stack->rows = panel->rows;
    stack->label = label;
    stack->name = name;
    stack->x = x;
    stack->in = in;
}

bool hz_draw_stacked(struct hz_panel *panel, struct hz_error *err)
{
    double *number;
    struct hz_stack stack = {.what = _("amount")};
    int x = -1;
    for (size_t k = 0; hz_panel_own(panel, false, k) >= 0; k++)
        x = hz_panel_own(panel, false, k);
    if (!hz_panel_numbers_at(panel, hz_panel_own(panel, true, 0), &number, err))
        return false;
    place_rows(panel, x, hz_panel_own(panel, false, 0), &stack);
    stack.x_name = hz_panel_heading(panel, x);
    stack.number = number;
    hz_draw_stack(panel, &stack);
    return true;
}

static bool begins(struct hz_text text, const char *with)
{
    return text.length >= strlen(with) && memcmp(text.at, with, strlen(with)) == 0;
}

/* The rows of one item of a ledger, payouts or contributions; of one that has neither, all. */
static size_t choose_rows(struct hz_panel *panel, size_t row[], const char **what)
{
    static const struct {
        const char *item, *what;
    } items[] = {
        {"paid", N_("payouts")}, {"contribution", N_("contributions")}, {"", N_("amount")}};
    size_t rows = 0;
    for (size_t i = 0; i < HZ_COUNT(items) && rows == 0; i++) {
        *what = _(items[i].what);
        for (size_t r = 0; r < panel->rows; r++)
            if (begins(hz_panel_label(panel, r, "item"), items[i].item))
                row[rows++] = panel->row[r];
    }
    return rows;
}

bool hz_draw_ledger(struct hz_panel *panel, struct hz_error *err)
{
    static const char *const by[] = {"plan", "office", "province", "item"};
    double *number;
    struct hz_stack stack = {.are_areas = true};
    struct hz_panel part = *panel;
    size_t *row = hz_arena_allocate(panel->arena, panel->rows + 1, sizeof *row);
    part.rows = choose_rows(panel, row, &stack.what);
    part.row = row;
    int series = -1;
    for (size_t b = 0; b < HZ_COUNT(by) && series < 0; b++)
        series = hz_panel_column(panel, by[b]);
    if (!hz_panel_numbers(&part, "amount", &number, err))
        return false;
    place_rows(&part, hz_panel_column(panel, "period"), series, &stack);
    stack.number = number;
    hz_draw_stack(&part, &stack);
    return true;
}

/* How many rows there are of each label in one column, by those in another. */
static void count_rows(struct hz_panel *panel, const char *place, const char *series,
                       const char *what)
{
    struct hz_stack stack = {.what = what, .are_counts = true};
    double *one = hz_arena_allocate(panel->arena, panel->rows + 1, sizeof *one);
    for (size_t r = 0; r < panel->rows; r++)
        one[r] = 1;
    place_rows(panel, hz_panel_column(panel, place), hz_panel_column(panel, series), &stack);
    stack.number = one;
    hz_draw_stack(panel, &stack);
}

bool hz_draw_findings(struct hz_panel *panel, struct hz_error *err)
{
    (void)err;
    count_rows(panel, "code", "severity", _("findings"));
    return true;
}

bool hz_draw_flags(struct hz_panel *panel, struct hz_error *err)
{
    (void)err;
    count_rows(panel, "origin", "flag", _("cells"));
    return true;
}
