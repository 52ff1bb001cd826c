/* plot.c: see plot.h. */

#include "report/plot.h"

#include "base/attr.h"
#include "report/draw.h"
#include "report/listed_columns.h"
#include "report/plot_kinds.h"
#include "report/script.h"
#include "triangle/triangle_form_table.h"

#include <stdio.h>
#include <stdlib.h>

const char *const hz_plot_terminal_names[] = {"svg", "png", "pdf", "terminal", "block", NULL};

enum { PANELS_MOST = 12 };

/* A picture: the rows of each of its panels. */
struct picture {
    const struct hz_sheet *sheet;
    const struct hz_plot_order *order;
    const struct hz_plot_kind *kind;
    struct hz_arena *arena;
    struct hz_buffer *script;
    int *group; /* the columns that tell panels apart */
    size_t groups;
    bool *is_wanted; /* of each row */
    size_t *first;   /* a row of each group */
    size_t found;    /* groups */
    size_t parts;    /* plots of each */
    size_t panels;   /* plots */
    size_t width;    /* of each of these */
};

/* What is drawn of a table of no known kind. */
static const struct hz_plot_kind any_kind = {
    .drawing = "lines", .columns = "", .title = "", .draw = hz_draw_lines};

static bool choose_kind(struct picture *p, struct hz_plot_told *told, struct hz_error *err)
{
    struct hz_buffer names = {0};
    for (const struct hz_plot_kind *kind = hz_plot_kinds; kind->drawing; kind++) {
        if (!hz_listed_all(p->sheet, kind->columns))
            continue;
        if (!p->order->drawing || strcmp(p->order->drawing, kind->drawing) == 0) {
            p->kind = kind;
            hz_buffer_free(&names);
            return true;
        }
        hz_buffer_format(&names, "%s%s", names.length ? ", " : "", kind->drawing);
    }
    told->is_unknown = names.length == 0;
    p->kind = &any_kind;
    const bool done = !p->order->drawing || strcmp(p->order->drawing, any_kind.drawing) == 0 ||
                      hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                                   _("--draw \"%s\": this table is drawn as one of: %.*s%slines"),
                                   p->order->drawing, (int)names.length, names.at ? names.at : "",
                                   names.length ? ", " : "");
    told->is_unknown &= !p->order->drawing;
    hz_buffer_free(&names);
    return done;
}

static bool is_one_of(const char *list, struct hz_text text)
{
    for (;; list++) {
        const size_t length = strcspn(list, ",");
        if (hz_text_equal((struct hz_text){list, length}, text))
            return true;
        list += length;
        if (!*list)
            return false;
    }
}

/* Which rows --only leaves. */
static bool choose_rows(struct picture *p, struct hz_error *err)
{
    const char *only = p->order->only, *values = only ? strchr(only, '=') : NULL;
    int column = -1;
    size_t wanted = 0;
    p->is_wanted = hz_arena_allocate(p->arena, p->sheet->rows + 1, sizeof *p->is_wanted);
    if (only && !values)
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("--only \"%s\": expected COLUMN=VALUE,..., as in plan=hospital"),
                            only);
    if (only &&
        !hz_sheet_find(p->sheet,
                       hz_arena_string(p->arena, (struct hz_text){only, (size_t)(values - only)}),
                       &column, err))
        return false;
    for (size_t r = 0; r < p->sheet->rows; r++) {
        p->is_wanted[r] = !only || is_one_of(values + 1, hz_sheet_cell(p->sheet, r, column));
        wanted += p->is_wanted[r];
    }
    if (wanted > 0)
        return true;
    if (only && p->sheet->rows > 0)
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE, _("--only \"%s\": no row is left"),
                            only);
    return hz_error_set(err, HZ_ERROR_DATA, hz_sheet_whole(p->sheet),
                        _("no rows: there is nothing to draw"));
}

static bool is_total_in(const struct picture *p, size_t row, int column)
{
    return column >= 0 && hz_label_is_total(hz_sheet_cell(p->sheet, row, column));
}

/* Whether it is the row of a total that is not drawn. */
static bool is_total(const struct picture *p, size_t row)
{
    for (size_t g = 0; g < p->groups; g++)
        if (is_total_in(p, row, p->group[g]))
            return true;
    if (p->kind == &any_kind)
        return is_total_in(p, row, 0);
    int column;
    for (size_t k = 0; (column = hz_listed_column(p->sheet, p->kind->columns, false, k)) >= 0; k++)
        if (!p->kind->with_totals && is_total_in(p, row, column))
            return true;
    return false;
}

static bool is_same_group(const struct picture *p, size_t a, size_t b)
{
    for (size_t g = 0; g < p->groups && p->kind->groups == HZ_GROUPS_ARE_PANELS; g++)
        if (!hz_text_equal(hz_sheet_cell(p->sheet, a, p->group[g]),
                           hz_sheet_cell(p->sheet, b, p->group[g])))
            return false;
    return true;
}

static bool refuse_many(const struct picture *p, size_t row, struct hz_error *err)
{
    const struct hz_text name = p->sheet->header[p->group[0]];
    return hz_error_set(err, HZ_ERROR_DATA, hz_sheet_place(p->sheet, row, p->group[0]),
                        _("more than %zu groups, by %.*s: choose some, as in --only %.*s=%.*s, or "
                          "take totals"),
                        PANELS_MOST / p->parts, HZ_TEXT_ARGS(name), HZ_TEXT_ARGS(name),
                        HZ_TEXT_ARGS(hz_sheet_cell(p->sheet, p->first[0], p->group[0])));
}

static bool find_panels(struct picture *p, struct hz_error *err)
{
    const int parts = p->kind->parts;
    p->group = hz_arena_allocate(p->arena, p->sheet->columns + 1, sizeof *p->group);
    if (p->kind != &any_kind)
        p->groups = hz_listed_others(p->sheet, p->kind->columns, p->group);
    p->parts = parts > 0 ? (size_t)parts : 1;
    /* Groups as series are of one figure. */
    if (parts == HZ_PART_FIGURES && !(p->groups && p->kind->groups == HZ_GROUPS_ARE_SERIES))
        p->parts = hz_listed_figures(p->sheet, p->kind->columns);
    p->first = hz_arena_allocate(p->arena, p->sheet->rows + 1, sizeof *p->first);
    for (size_t r = 0; r < p->sheet->rows; r++) {
        p->is_wanted[r] = p->is_wanted[r] && !is_total(p, r);
        bool is_new = p->is_wanted[r];
        for (size_t i = 0; i < p->found && is_new; i++)
            is_new = !is_same_group(p, p->first[i], r);
        if (is_new && p->found * p->parts >= PANELS_MOST && p->found)
            return refuse_many(p, r, err);
        if (is_new)
            p->first[p->found++] = r;
    }
    p->panels = p->found * p->parts;
    return p->panels > 0 || hz_error_set(err, HZ_ERROR_DATA, hz_sheet_whole(p->sheet),
                                         _("only rows of totals: there is nothing to draw"));
}

/* How panels stand: columns and rows of them. */
static void arrange(const struct picture *p, size_t *across, size_t *down)
{
    *across = 1;
    if (p->order->terminal < HZ_PLOT_TERMINAL)
        *across = p->panels == 1 ? 1 : p->parts == 3 ? 3 : p->panels <= 4 && p->panels != 3 ? 2 : 3;
    *down = (p->panels + *across - 1) / *across;
}

/* Blue, orange, green, ...: told apart by colour-blind eyes, and in grey by their lightness. */
static const char style[] = "set encoding utf8\n"
                            "set style fill solid 0.85 noborder\n"
                            "set grid ytics lt -1 lw 0.3 dt 3\n"
                            "set xzeroaxis lt -1 lw 0.7\n"
                            "set tics nomirror out\n"
                            "set border 3\n"
                            "set key bmargin center horizontal Left reverse noenhanced\n"
                            "set boxwidth 0.7\n";
static const char *const colours[] = {"#0072B2", "#E69F00", "#009E73", "#56B4E9",
                                      "#D55E00", "#CC79A7", "#000000", "#F0E442"};

static void set_terminal(struct picture *p, size_t across, size_t down)
{
    enum { WIDTH = 820, HEIGHT = 500, PART = 430, PART_OF_THREE = 340, PART_HIGH = 300 };
    enum { LETTERS = 80, LINES = 24 };
    const struct hz_plot_order *order = p->order;
    const bool is_letters = order->terminal >= HZ_PLOT_TERMINAL, is_one = p->panels == 1;
    const int part = across == 3 ? PART_OF_THREE : PART;
    const int usual_width = is_letters ? LETTERS : is_one ? WIDTH : part * (int)across;
    const int usual_height = is_letters ? LINES * (int)down
                             : is_one   ? HEIGHT
                                        : PART_HIGH * (int)down + 40;
    const int width = order->width ? order->width : usual_width;
    const int height = order->height ? order->height : usual_height;
    struct hz_buffer *script = p->script;
    p->width = (size_t)width / across;
    static const char *const names[] = {"svg", "pngcairo", "pdfcairo", "dumb", "block"};
    if (order->terminal == HZ_PLOT_BLOCK)
        hz_buffer_string(script, "if (GPVAL_VERSION < 6) exit error 'gnuplot 6 or later draws "
                                 "with blocks: take -T terminal'\n");
    hz_buffer_format(script, "set terminal %s noenhanced", names[order->terminal]);
    if (is_letters) {
        hz_buffer_format(script, " mono size %d,%d\n", width, height);
        return;
    }
    if (order->terminal == HZ_PLOT_PDF) /* 96 pixels an inch */
        hz_buffer_format(script, " size %.2fin,%.2fin", width / 96.0, height / 96.0);
    else
        hz_buffer_format(script, " size %d,%d", width, height);
    hz_buffer_string(script, " background '#FFFFFF' font ");
    struct hz_buffer font = {0};
    hz_buffer_format(&font, "%s,%d", order->font ? order->font : "sans-serif", is_one ? 12 : 10);
    hz_script_label(script, (struct hz_text){font.at, font.length}, 0);
    hz_buffer_string(script, "\n");
    hz_buffer_free(&font);
}

static void begin(struct picture *p)
{
    size_t across, down;
    arrange(p, &across, &down);
    set_terminal(p, across, down);
    hz_buffer_string(p->script, style);
    if (p->order->terminal >= HZ_PLOT_TERMINAL)
        hz_buffer_string(p->script, "unset grid\n");
    else /* turned labels want room above the key */
        hz_buffer_string(p->script, "set xlabel ' '\n");
    for (size_t c = 0; c < HZ_COUNT(colours); c++)
        hz_buffer_format(p->script, "set linetype %zu lc rgb '%s' lw 1.8 dt %zu pt %zu ps 0.8\n",
                         c + 1, colours[c], c % 5 + 1, (size_t[]){7, 5, 9, 13, 11, 4, 6, 8}[c]);
    const char *title = p->order->title ? p->order->title : _(p->kind->title);
    if (p->panels > 1)
        hz_buffer_format(p->script, "set multiplot layout %zu,%zu", down, across);
    if (*title) {
        hz_buffer_string(p->script, p->panels > 1 ? " title " : "set title ");
        hz_script_label(p->script, hz_text_of(title), 0);
    }
    hz_buffer_string(p->script, "\n");
}

static bool draw_panel(const struct picture *p, size_t number, struct hz_error *err)
{
    const size_t first = p->first[number / p->parts];
    struct hz_panel panel = {.sheet = p->sheet,
                             .script = p->script,
                             .arena = p->arena,
                             .order = p->order,
                             .columns = p->kind->columns,
                             .group = p->group,
                             .groups = p->groups,
                             .part = number % p->parts,
                             .number = number,
                             .panels = p->panels,
                             .width = p->width};
    size_t *row = hz_arena_allocate(p->arena, p->sheet->rows + 1, sizeof *row);
    for (size_t r = first; r < p->sheet->rows; r++)
        if (p->is_wanted[r] && is_same_group(p, first, r))
            row[panel.rows++] = r;
    panel.row = row;
    if (p->found > 1)
        hz_panel_title(&panel, "");
    return p->kind->draw(&panel, err);
}

/* A triangle of which a row is an origin and a column an age is made one of a row a cell. */
static bool unfold(struct picture *p, struct hz_triangle_plain *plain, struct hz_error *err)
{
    size_t ages = 0;
    for (size_t c = 0; c < p->sheet->columns; c++)
        ages += p->sheet->header[c].length > 0 && hz_digit(p->sheet->header[c].at[0]) <= 9;
    if (ages < 2 || hz_sheet_column(p->sheet, "origin") < 0)
        return true;
    const struct hz_triangle_form form = {0};
    if (!hz_triangle_forms_read(plain, p->sheet, &form, p->arena, err))
        return false;
    p->sheet = plain->sheet;
    return true;
}

bool hz_plot_script(const struct hz_sheet *sheet, const struct hz_plot_order *order,
                    struct hz_buffer *script, struct hz_plot_told *told, struct hz_error *err)
{
    struct hz_arena arena = {0};
    struct hz_triangle_plain plain = {0};
    struct picture p = {.sheet = sheet, .order = order, .arena = &arena, .script = script};
    *told = (struct hz_plot_told){0};
    bool done = unfold(&p, &plain, err) && choose_rows(&p, err) && choose_kind(&p, told, err) &&
                find_panels(&p, err);
    if (done)
        begin(&p);
    told->panels = p.panels;
    for (size_t i = 0; i < p.panels && done; i++)
        done = draw_panel(&p, i, err);
    if (done && p.panels > 1)
        hz_buffer_string(script, "unset multiplot\n");
    hz_arena_free(&arena);
    return done;
}
