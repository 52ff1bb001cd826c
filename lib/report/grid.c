/* grid.c: see grid.h. */

#include "report/grid.h"

#include "file/headings.h"
#include "report/quote.h"

#include <stdio.h>
#include <stdlib.h>

/* A part's rows being chosen. */
struct chooser {
    const struct hz_report *report;
    const struct hz_report_part *part;
    const struct hz_sheet *sheet;
    struct hz_arena *arena;
    struct hz_error *err;
    size_t *row; /* of the sheet */
    size_t rows;
};

static bool find(const struct chooser *c, struct hz_text name, int *column)
{
    struct hz_error why = {0};
    struct hz_buffer list = {0};
    const char *string = hz_arena_string(c->arena, name);
    *column = hz_sheet_column(c->sheet, string);
    if (*column >= 0)
        return true;
    hz_buffer_list(&list, c->sheet->header, c->sheet->columns, 300);
    hz_error_set(&why, HZ_ERROR_DATA, HZ_NOWHERE, _("the table has no column \"%s\", only %.*s"),
                 string, (int)list.length, list.at);
    hz_buffer_free(&list);
    return hz_error_set(c->err, HZ_ERROR_DATA, hz_tree_place(&c->report->tree, c->part->node), "%s",
                        why.text);
}

static bool is_total(const struct chooser *c, size_t row)
{
    for (size_t column = 0; column < c->sheet->columns; column++)
        if (hz_text_equal(hz_sheet_cell(c->sheet, row, (int)column), hz_text_of("total")))
            return true;
    return false;
}

/* Numbers by what they are, else texts by their bytes. */
static int compare(struct hz_text a, struct hz_text b)
{
    if (!hz_report_is_number(a) || !hz_report_is_number(b))
        return hz_text_compare(a, b);
    char digits[2][64];
    snprintf(digits[0], sizeof digits[0], "%.*s", HZ_TEXT_ARGS(a));
    snprintf(digits[1], sizeof digits[1], "%.*s", HZ_TEXT_ARGS(b));
    const double x = strtod(digits[0], NULL), y = strtod(digits[1], NULL);
    return (x > y) - (x < y);
}

/* "text", "FROM..TO", with "!" in front for the others. */
static bool is_meant(struct hz_text cell, struct hz_text want)
{
    const bool is_not = want.length > 0 && want.at[0] == '!';
    if (is_not)
        want = (struct hz_text){want.at + 1, want.length - 1};
    const char *dots = memmem(want.at, want.length, "..", 2);
    bool is = hz_text_equal(cell, want);
    if (dots) {
        const struct hz_text from = {want.at, (size_t)(dots - want.at)};
        const struct hz_text to = {dots + 2, want.length - from.length - 2};
        is = (from.length == 0 || compare(cell, from) >= 0) &&
             (to.length == 0 || compare(cell, to) <= 0);
    }
    return is != is_not;
}

/* A text of `where`, in which parameters are filled in. */
static bool fill(const struct chooser *c, const struct hz_node *node, struct hz_text *filled)
{
    const struct hz_report_book book = {.report = c->report};
    struct hz_buffer out = {0};
    const bool done = hz_report_fill(&book, node->text, node, &out, NULL, c->arena, c->err);
    *filled = hz_arena_text(c->arena, (struct hz_text){out.at, out.length});
    hz_buffer_free(&out);
    return done;
}

static bool choose(struct chooser *c)
{
    const struct hz_node *where = c->part->where;
    c->row = hz_arena_allocate(c->arena, c->sheet->rows, sizeof *c->row);
    for (size_t r = 0; r < c->sheet->rows; r++)
        c->row[c->rows++] = r;
    for (size_t w = 0; where && w < where->items; w++) {
        struct hz_text want;
        int column;
        size_t kept = 0;
        if (!find(c, where->item[w].key->text, &column) || !fill(c, &where->item[w], &want))
            return false;
        for (size_t r = 0; r < c->rows; r++)
            if (is_meant(hz_sheet_cell(c->sheet, c->row[r], column), want))
                c->row[kept++] = c->row[r];
        c->rows = kept;
    }
    return true;
}

/* Insertion, which is stable; totals stay behind. */
static bool sort(struct chooser *c)
{
    struct hz_text name = c->part->sort;
    const bool is_falling = name.length > 0 && name.at[0] == '-';
    int column;
    if (name.length == 0)
        return true;
    if (is_falling)
        name = (struct hz_text){name.at + 1, name.length - 1};
    if (!find(c, name, &column))
        return false;
    for (size_t r = 1; r < c->rows; r++) {
        const size_t row = c->row[r];
        const struct hz_text cell = hz_sheet_cell(c->sheet, row, column);
        size_t at = r;
        for (; at > 0; at--) {
            const size_t before = c->row[at - 1];
            const int order = compare(hz_sheet_cell(c->sheet, before, column), cell);
            const int totals = is_total(c, before) - is_total(c, row);
            if (totals != 0 ? totals < 0 : is_falling ? order >= 0 : order <= 0)
                break;
            c->row[at] = before;
        }
        c->row[at] = row;
    }
    return true;
}

static void keep_first(struct chooser *c)
{
    size_t kept = 0, plain = 0;
    const size_t most = c->part->first > 0 ? (size_t)c->part->first : c->rows;
    for (size_t r = 0; r < c->rows; r++)
        if (is_total(c, c->row[r]) || plain++ < most)
            c->row[kept++] = c->row[r];
    c->rows = kept;
}

/* What the cells of a column are, by its name, and, of a name that says nothing, by the cells. */
static enum hz_report_kind kind_of(const struct chooser *c, int column)
{
    const enum hz_report_kind kind = hz_report_kind_of(c->sheet, column);
    bool are_numbers = c->rows > 0 && column > 0;
    for (size_t r = 0; r < c->rows && are_numbers; r++) {
        const struct hz_text cell = hz_sheet_cell(c->sheet, c->row[r], column);
        are_numbers = cell.length == 0 || hz_report_is_number(cell);
    }
    if (kind == HZ_KIND_LABEL || (!are_numbers && c->rows > 0))
        return HZ_KIND_LABEL;
    return kind == HZ_KIND_OTHER ? HZ_KIND_NUMBER : kind;
}

static struct hz_text show(const struct chooser *c, enum hz_report_kind kind, int column,
                           struct hz_text cell)
{
    struct hz_buffer out = {0};
    const int shift = kind == HZ_KIND_AMOUNT ? hz_report_shift(c->report->unit) : 0;
    if (kind == HZ_KIND_LABEL)
        return hz_report_label(c->report->language, c->sheet->header[column], cell);
    if (shift == 0 || !hz_report_is_number(cell))
        return cell;
    hz_report_scale(&out, cell, shift, -1);
    const struct hz_text scaled = hz_arena_text(c->arena, (struct hz_text){out.at, out.length});
    hz_buffer_free(&out);
    return scaled;
}

static struct hz_text number_text(const struct chooser *c, size_t number)
{
    char digits[24];
    const int length = snprintf(digits, sizeof digits, "%zu", number);
    return hz_arena_text(c->arena, (struct hz_text){digits, (size_t)length});
}

/* The columns as they are named, or all; "name?" only if it is there. */
static bool choose_columns(const struct chooser *c, int **column, size_t *columns)
{
    const struct hz_report_texts *named = &c->part->columns;
    const size_t most = named->count > 0 ? named->count : c->sheet->columns;
    *columns = 0;
    *column = hz_arena_allocate(c->arena, most, sizeof **column);
    for (size_t i = 0; i < most; i++) {
        int at = (int)i;
        const struct hz_text name = named->count > 0 ? named->at[i] : hz_text_of("");
        const bool is_optional = name.length > 0 && name.at[name.length - 1] == '?';
        if (is_optional)
            at = hz_sheet_column(
                c->sheet, hz_arena_string(c->arena, (struct hz_text){name.at, name.length - 1}));
        else if (named->count > 0 && !find(c, name, &at))
            return false;
        if (at >= 0)
            (*column)[(*columns)++] = at;
    }
    return true;
}

/* What a column is called: as the part says, or by its name. */
static struct hz_text heading_of(const struct chooser *c, int column)
{
    const struct hz_node *own = c->part->headings;
    const struct hz_text name = c->sheet->header[column];
    for (size_t h = 0; own && h < own->items; h++)
        if (hz_text_equal(own->item[h].key->text, name))
            return own->item[h].text;
    const struct hz_text before = column > 0 ? c->sheet->header[column - 1] : (struct hz_text){0};
    return hz_report_heading(c->report->language, hz_heading_sense(name, before), c->arena);
}

static bool lay_out(const struct chooser *c, struct hz_report_grid *grid)
{
    const bool is_ranked = c->part->is_ranked;
    int *column;
    size_t columns;
    if (!choose_columns(c, &column, &columns))
        return false;
    grid->rows = c->rows;
    grid->columns = columns + is_ranked;
    struct hz_report_column *heading = hz_arena_allocate(c->arena, grid->columns, sizeof *heading);
    struct hz_text *cell = hz_arena_allocate(c->arena, grid->columns * grid->rows, sizeof *cell);
    if (is_ranked)
        heading[0].heading = hz_text_of(hz_report_word(c->report->language, HZ_WORD_RANK));
    for (size_t i = 0; i < columns; i++) {
        struct hz_report_column *one = &heading[i + is_ranked];
        one->kind = kind_of(c, column[i]);
        one->heading = heading_of(c, column[i]);
        grid->has_amounts |= one->kind == HZ_KIND_AMOUNT;
        for (size_t r = 0; r < c->rows; r++)
            cell[r * grid->columns + i + is_ranked] =
                show(c, one->kind, column[i], hz_sheet_cell(c->sheet, c->row[r], column[i]));
    }
    for (size_t r = 0, rank = 0; r < c->rows && is_ranked; r++)
        if (!grid->is_total[r])
            cell[r * grid->columns] = number_text(c, ++rank);
    grid->column = heading;
    grid->cell = cell;
    while (grid->labels < grid->columns && heading[grid->labels].kind == HZ_KIND_LABEL)
        grid->labels++;
    return true;
}

/* ---- Spread out: a column's texts become columns */

struct spread {
    int across, cells;
    struct hz_text *name; /* of the new columns */
    size_t names;
    int *label;
    size_t labels;
};

static int by_value(const void *a, const void *b)
{
    return compare(*(const struct hz_text *)a, *(const struct hz_text *)b);
}

static void name_columns(const struct chooser *c, struct spread *s)
{
    s->name = hz_arena_allocate(c->arena, c->rows, sizeof *s->name);
    for (size_t r = 0; r < c->rows; r++) {
        const struct hz_text name = hz_sheet_cell(c->sheet, c->row[r], s->across);
        size_t n = 0;
        while (n < s->names && !hz_text_equal(s->name[n], name))
            n++;
        if (n == s->names)
            s->name[s->names++] = name;
    }
    qsort(s->name, s->names, sizeof *s->name, by_value);
}

static bool is_same_row(const struct chooser *c, const struct spread *s, size_t a, size_t b)
{
    for (size_t l = 0; l < s->labels; l++)
        if (!hz_text_equal(hz_sheet_cell(c->sheet, a, s->label[l]),
                           hz_sheet_cell(c->sheet, b, s->label[l])))
            return false;
    return true;
}

/* The rows of the sheet that begin a row of the grid, each the first with its labels. */
static size_t first_rows(const struct chooser *c, const struct spread *s, size_t first[])
{
    size_t rows = 0;
    for (size_t r = 0; r < c->rows; r++) {
        size_t f = 0;
        while (f < rows && !is_same_row(c, s, first[f], c->row[r]))
            f++;
        if (f == rows)
            first[rows++] = c->row[r];
    }
    return rows;
}

static bool fill_cells(const struct chooser *c, const struct spread *s, const size_t first[],
                       enum hz_report_kind kind, struct hz_report_grid *grid, struct hz_text cell[])
{
    for (size_t r = 0; r < c->rows; r++) {
        const struct hz_text name = hz_sheet_cell(c->sheet, c->row[r], s->across);
        size_t f = 0, n = 0;
        while (!is_same_row(c, s, first[f], c->row[r]))
            f++;
        while (!hz_text_equal(s->name[n], name))
            n++;
        struct hz_text *into = &cell[f * grid->columns + s->labels + n];
        if (into->at)
            return hz_error_set(c->err, HZ_ERROR_DATA,
                                hz_tree_place(&c->report->tree, c->part->node),
                                _("across: two rows of the table have \"%.*s\" for one cell: name "
                                  "in \"columns\" what tells them apart"),
                                HZ_TEXT_ARGS(name));
        *into = show(c, kind, s->cells, hz_sheet_cell(c->sheet, c->row[r], s->cells));
        if (!into->at)
            *into = hz_text_of("");
    }
    return true;
}

static bool prepare_spread(const struct chooser *c, struct spread *s)
{
    if (!find(c, c->part->across, &s->across) || !find(c, c->part->cells, &s->cells))
        return false;
    if (c->part->columns.count > 0)
        return choose_columns(c, &s->label, &s->labels);
    s->label = hz_arena_allocate(c->arena, 1, sizeof *s->label);
    s->labels = 1;
    s->label[0] = s->across == 0; /* the first that is not spread out */
    return true;
}

static bool spread(const struct chooser *c, struct hz_report_grid *grid)
{
    struct spread s = {0};
    if (!prepare_spread(c, &s))
        return false;
    const enum hz_report_kind kind = kind_of(c, s.cells);
    name_columns(c, &s);
    size_t *first = hz_arena_allocate(c->arena, c->rows, sizeof *first);
    grid->rows = first_rows(c, &s, first);
    grid->labels = s.labels;
    grid->columns = s.labels + s.names;
    grid->is_spread = true;
    grid->has_amounts = kind == HZ_KIND_AMOUNT;
    struct hz_report_column *heading = hz_arena_allocate(c->arena, grid->columns, sizeof *heading);
    struct hz_text *cell = hz_arena_allocate(c->arena, grid->columns * grid->rows, sizeof *cell);
    bool *totals = hz_arena_allocate(c->arena, grid->rows, sizeof *totals);
    for (size_t l = 0; l < s.labels; l++) {
        heading[l].heading = heading_of(c, s.label[l]);
        for (size_t r = 0; r < grid->rows; r++)
            cell[r * grid->columns + l] =
                hz_report_label(c->report->language, c->sheet->header[s.label[l]],
                                hz_sheet_cell(c->sheet, first[r], s.label[l]));
    }
    for (size_t n = 0; n < s.names; n++)
        heading[s.labels + n] = (struct hz_report_column){
            hz_report_label(c->report->language, c->sheet->header[s.across], s.name[n]), kind};
    for (size_t r = 0; r < grid->rows; r++)
        totals[r] = is_total(c, first[r]);
    grid->column = heading;
    grid->cell = cell;
    grid->is_total = totals;
    return fill_cells(c, &s, first, kind, grid, cell);
}

bool hz_report_grid(struct hz_report_grid *grid, const struct hz_report *report,
                    const struct hz_report_part *part, const struct hz_sheet *sheet,
                    struct hz_arena *arena, struct hz_error *err)
{
    struct hz_report shown = *report;
    if (part->has_unit)
        shown.unit = part->unit;
    struct chooser c = {.report = &shown, .part = part, .sheet = sheet, .arena = arena, .err = err};
    *grid = (struct hz_report_grid){.unit = shown.unit};
    for (size_t h = 0; part->headings && h < part->headings->items; h++) {
        int column;
        if (!find(&c, part->headings->item[h].key->text, &column))
            return false;
    }
    if (!choose(&c) || !sort(&c))
        return false;
    keep_first(&c);
    if (part->across.length > 0)
        return spread(&c, grid);
    bool *totals = hz_arena_allocate(arena, c.rows, sizeof *totals);
    for (size_t r = 0; r < c.rows; r++)
        totals[r] = is_total(&c, c.row[r]);
    grid->is_total = totals;
    return lay_out(&c, grid);
}

bool hz_report_chosen(struct hz_sheet *chosen, const struct hz_report *report,
                      const struct hz_report_part *part, const struct hz_sheet *sheet,
                      struct hz_arena *arena, struct hz_error *err)
{
    struct chooser c = {.report = report, .part = part, .sheet = sheet, .arena = arena, .err = err};
    if (!choose(&c) || !sort(&c))
        return false;
    keep_first(&c);
    struct hz_text *cell = hz_arena_allocate(arena, c.rows * sheet->columns, sizeof *cell);
    uint64_t *line = hz_arena_allocate(arena, c.rows, sizeof *line);
    uint32_t *offset = hz_arena_allocate(arena, c.rows * sheet->columns, sizeof *offset);
    for (size_t r = 0; r < c.rows; r++) {
        const size_t from = c.row[r] * sheet->columns, to = r * sheet->columns;
        memcpy(&cell[to], &sheet->cell[from], sheet->columns * sizeof *cell);
        memcpy(&offset[to], &sheet->offset[from], sheet->columns * sizeof *offset);
        line[r] = sheet->line[c.row[r]];
    }
    *chosen = *sheet;
    chosen->rows = c.rows;
    chosen->cell = cell;
    chosen->line = line;
    chosen->offset = offset;
    return true;
}
