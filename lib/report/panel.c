/* panel.c: see panel.h. */

#include "report/panel.h"

#include "base/attr.h"
#include "report/codes.h"
#include "report/grid.h"
#include "report/listed_columns.h"
#include "report/script.h"

#include <math.h>

bool hz_panel_is_letters(const struct hz_panel *panel)
{
    return panel->order->terminal >= HZ_PLOT_TERMINAL;
}

int hz_panel_column(const struct hz_panel *panel, const char *name)
{
    return hz_sheet_column(panel->sheet, name);
}

struct hz_text hz_panel_label(const struct hz_panel *panel, size_t row, const char *column)
{
    const int at = hz_panel_column(panel, column);
    return at < 0 ? hz_text_of(NULL) : hz_sheet_cell(panel->sheet, panel->row[row], at);
}

bool hz_panel_numbers_at(struct hz_panel *panel, int column, double **number, struct hz_error *err)
{
    *number = hz_arena_allocate(panel->arena, panel->rows + 1, sizeof **number);
    for (size_t r = 0; r < panel->rows; r++) {
        (*number)[r] = (double)NAN;
        if (column >= 0 && hz_sheet_cell(panel->sheet, panel->row[r], column).length > 0 &&
            !hz_sheet_number(panel->sheet, panel->row[r], column, &(*number)[r], err))
            return false;
    }
    return true;
}

bool hz_panel_numbers(struct hz_panel *panel, const char *column, double **number,
                      struct hz_error *err)
{
    return hz_panel_numbers_at(panel, hz_panel_column(panel, column), number, err);
}

size_t hz_label_index(const struct hz_text label[], size_t count, struct hz_text wanted)
{
    size_t at = 0;
    while (at < count && !hz_text_equal(label[at], wanted))
        at++;
    return at;
}

bool hz_label_is_total(struct hz_text label)
{
    static const char *const words[] = {"total", "合计", "总计"};
    for (size_t w = 0; w < HZ_COUNT(words); w++)
        if (hz_text_equal(label, hz_text_of(words[w])))
            return true;
    return false;
}

int hz_panel_own(const struct hz_panel *panel, bool is_figure, size_t n)
{
    return hz_listed_column(panel->sheet, panel->columns, is_figure, n);
}

/* A cell, and what its code is called in a picture that is in Chinese. */
static struct hz_text called(const struct hz_panel *panel, size_t row, int column)
{
    const struct hz_text cell = hz_sheet_cell(panel->sheet, panel->row[row], column);
    return panel->order->is_chinese ? hz_code_in_chinese(panel->sheet->header[column], cell) : cell;
}

struct hz_text hz_panel_name(const struct hz_panel *panel, size_t row, int column)
{
    if (column >= 0)
        return called(panel, row, column);
    struct hz_buffer name = {0};
    for (size_t g = 0; g < panel->groups; g++) {
        hz_buffer_string(&name, g ? ", " : "");
        hz_buffer_text(&name, called(panel, row, panel->group[g]));
    }
    const struct hz_text kept = hz_arena_text(panel->arena, (struct hz_text){name.at, name.length});
    hz_buffer_free(&name);
    return kept;
}

size_t hz_panel_distinct(struct hz_panel *panel, int column, struct hz_text **label)
{
    size_t labels = 0;
    *label = hz_arena_allocate(panel->arena, panel->rows + 1, sizeof **label);
    for (size_t r = 0; r < panel->rows; r++) {
        const struct hz_text text = hz_panel_name(panel, r, column);
        if (hz_label_index(*label, labels, text) == labels)
            (*label)[labels++] = text;
    }
    return labels;
}

size_t hz_panel_block(struct hz_panel *panel, const double *const column[], size_t columns,
                      size_t rows)
{
    const size_t number = panel->number * 100 + panel->blocks++;
    hz_buffer_format(panel->script, "$d%zu << END\n", number);
    for (size_t r = 0; r < rows; r++) {
        hz_buffer_format(panel->script, "%zu", r);
        for (size_t c = 0; c < columns; c++) {
            if (!column[c])
                continue;
            hz_buffer_char(panel->script, ' ');
            hz_script_number(panel->script, column[c][r]);
        }
        hz_buffer_char(panel->script, '\n');
    }
    hz_buffer_string(panel->script, "END\n");
    return number;
}

size_t hz_panel_letters(const struct hz_panel *panel)
{
    enum { LETTER_PIXELS = 9, SMALL_PIXELS = 8 };
    if (hz_panel_is_letters(panel))
        return panel->width;
    return panel->width / (panel->panels == 1 ? LETTER_PIXELS : SMALL_PIXELS);
}

void hz_panel_tics(struct hz_panel *panel, char axis, const struct hz_text label[], size_t labels)
{
    enum { LABEL_MOST = 24, MARGIN = 12, LEAST = 24, TURNED = 3, LINES = 28, LINES_OF_PART = 14 };
    const size_t most = panel->panels > 1 ? LABEL_MOST / 2 : LABEL_MOST;
    size_t widest = 1, step = 1;
    for (size_t i = 0; i < labels; i++)
        widest = hz_text_width(label[i]) > widest ? hz_text_width(label[i]) : widest;
    if (widest > most)
        widest = most;
    const size_t wide = hz_panel_letters(panel), room = (wide > LEAST ? wide : LEAST) - MARGIN;
    const bool is_turned =
        axis == 'x' && labels * (widest + 2) > room && !hz_panel_is_letters(panel);
    const size_t fits = axis == 'y' ? (panel->panels > 1 ? LINES_OF_PART : LINES)
                        : is_turned ? room / TURNED
                                    : room / (widest + 2);
    while (labels / step > (fits ? fits : 1))
        step++;
    /* Turned labels lead out of the picture at its left, before the first place. */
    const size_t leads = widest * 7 / 10, to_first = room / (2 * (labels ? labels : 1));
    if (is_turned && leads > to_first + MARGIN / 2)
        hz_buffer_format(panel->script, "set lmargin %zu\n", leads - to_first + 2);
    hz_buffer_format(panel->script, "set %ctics %s (", axis,
                     is_turned ? "rotate by 45 right" : "norotate");
    for (size_t i = 0; i < labels; i += step) {
        hz_buffer_string(panel->script, i ? ", " : "");
        hz_script_tic(panel->script, label[i], most);
        hz_buffer_format(panel->script, " %zu", i);
    }
    hz_buffer_string(panel->script, ")\n");
    if (axis == 'x' && labels == 1) /* not as wide as the picture */
        hz_buffer_string(panel->script, "set xrange [-1.5:1.5]\n");
    else if (axis == 'x')
        hz_buffer_format(panel->script, "set xrange [-0.6:%zu.6]\n", labels ? labels - 1 : 0);
}

double hz_largest(const double number[], size_t count)
{
    double largest = 0;
    for (size_t i = 0; i < count; i++)
        if (isfinite(number[i]))
            largest = fmax(largest, fabs(number[i]));
    return largest;
}

void hz_panel_scale(struct hz_panel *panel, char axis, const char *what, double largest)
{
    static const struct {
        double unit;
        const char *name;
    } english[] = {{1e9, N_("billions")}, {1e6, N_("millions")}, {1e3, N_("thousands")}},
      chinese[] = {{1e12, "万亿"}, {1e8, "亿"}, {1e4, "万"}};
    struct hz_buffer label = {0};
    double unit = 1;
    const char *name = NULL;
    for (size_t u = 0; u < HZ_COUNT(english) && !name; u++) {
        const double least = panel->order->is_chinese ? chinese[u].unit : english[u].unit;
        if (largest < 2 * least)
            continue;
        unit = least;
        name = panel->order->is_chinese ? chinese[u].name : _(english[u].name);
    }
    if (what && name)
        hz_buffer_format(&label, panel->order->is_chinese ? "%s（%s）" : "%s (%s)", what, name);
    else
        hz_buffer_string(&label, what ? what : name ? name : "");
    hz_buffer_format(panel->script, "unit = %g\n", unit);
    hz_panel_axis(panel, axis, (struct hz_text){label.at, label.length});
    hz_buffer_free(&label);
}

void hz_panel_axis(struct hz_panel *panel, char axis, struct hz_text what)
{
    hz_buffer_format(panel->script, "set %clabel ", axis);
    hz_script_label(panel->script, what, 0);
    /* A line more, or gnuplot writes the key over it. */
    hz_buffer_string(panel->script,
                     axis == 'x' && !hz_panel_is_letters(panel) ? ".\"\\n\"\n" : "\n");
}

void hz_panel_plot(struct hz_panel *panel, bool *is_begun)
{
    hz_buffer_string(panel->script, *is_begun ? ", \\\n    " : "plot ");
    *is_begun = true;
}

void hz_panel_title(struct hz_panel *panel, const char *text)
{
    if (panel->panels == 1)
        return;
    struct hz_buffer title = {0};
    const struct hz_text group = hz_panel_name(panel, 0, -1);
    hz_buffer_text(&title, group);
    hz_buffer_string(&title, group.length && *text ? ": " : "");
    hz_buffer_string(&title, text);
    hz_buffer_string(panel->script, "set title ");
    hz_script_label(panel->script, (struct hz_text){title.at, title.length}, 0);
    hz_buffer_string(panel->script, "\n");
    hz_buffer_free(&title);
}

struct hz_text hz_panel_heading(struct hz_panel *panel, int column)
{
    const struct hz_text header = panel->sheet->header[column];
    const struct hz_node *own = panel->order->headings;
    for (size_t h = 0; own && h < own->items; h++)
        if (hz_text_equal(own->item[h].key->text, header))
            return hz_arena_text(panel->arena, own->item[h].text);
    return hz_report_heading(panel->order->is_chinese ? HZ_REPORT_ZH : HZ_REPORT_EN, header,
                             panel->arena);
}

void hz_panel_key_column(struct hz_panel *panel, int column)
{
    hz_panel_key_text(panel, hz_panel_heading(panel, column));
}

void hz_panel_key_text(struct hz_panel *panel, struct hz_text text)
{
    enum { KEY_MOST = 40 };
    if (text.length == 0) {
        hz_buffer_string(panel->script, " notitle");
        return;
    }
    hz_buffer_string(panel->script, " title ");
    hz_script_label(panel->script, text, KEY_MOST);
}

void hz_panel_key(struct hz_panel *panel, const char *text)
{
    hz_panel_key_text(panel, hz_text_of(text));
}
