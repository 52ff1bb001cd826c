/* triangle_groups_table.c: groups, sums and what is left out: see triangle_columns_table.h. */

#include "file/row_index.h"
#include "triangle/triangle_columns_table.h"

#include <stdio.h>

static bool is_total(struct hz_text label)
{
    static const char *const words[] = {"sum", "totals",   "total:", "grandtotal",
                                        "all", "allyears", "总和",   NULL};
    return hz_form_is_total(label) || hz_triangle_form_rank(label, words) >= 0;
}

bool hz_triangle_form_totals(const struct hz_triangle_forms *f, struct hz_error *err)
{
    for (size_t r = 0; r < f->sheet->rows; r++)
        if (is_total(hz_sheet_cell(f->sheet, r, f->plain->origin)))
            return hz_error_set(err, HZ_ERROR_DATA, hz_sheet_place(f->sheet, r, f->plain->origin),
                                _("this row looks like the sum of the others: leave it out"));
    return true;
}

/* How many rows differ in some columns, of those with a value; with_cell: or are another cell. */
static size_t count_distinct(const struct hz_triangle_forms *f, const int column[], size_t columns,
                             bool with_cell)
{
    const struct hz_sheet *sheet = f->sheet;
    struct hz_arena arena = {0};
    int *key = hz_arena_allocate(&arena, columns + 2, sizeof *key);
    struct hz_text *text = hz_arena_allocate(&arena, columns + 2, sizeof *text);
    size_t keys = 0, distinct = 0;
    for (size_t i = 0; i < columns; i++)
        key[keys++] = column[i];
    if (with_cell)
        key[keys++] = f->plain->origin;
    if (with_cell && f->plain->development >= 0)
        key[keys++] = f->plain->development;
    const struct hz_row_index index = hz_row_index_new(sheet, key, keys, &arena);
    for (size_t r = 0; r < sheet->rows; r++) {
        if (f->plain->value >= 0 &&
            hz_triangle_is_missing(hz_sheet_cell(sheet, r, f->plain->value)))
            continue;
        hz_row_index_key(&index, r, text);
        size_t *slot = hz_row_index_slot(&index, text);
        distinct += *slot == 0;
        *slot = r + 1;
    }
    hz_arena_free(&arena);
    return distinct;
}

/* Which of the columns that may be groups are. */
struct candidates {
    int *needed; /* the fewest and coarsest that tell rows of the same cell apart */
    size_t needs;
};

/* Takes away the finest column without which the others tell as many cells apart. */
static bool drop_one(const struct hz_triangle_forms *f, struct candidates *c, size_t cells)
{
    int *rest = hz_arena_allocate(f->arena, c->needs, sizeof *rest);
    size_t most = 0, finest = c->needs;
    for (size_t i = c->needs; i-- > 0;) {
        size_t n = 0;
        for (size_t k = 0; k < c->needs; k++)
            if (k != i)
                rest[n++] = c->needed[k];
        const size_t values = count_distinct(f, &c->needed[i], 1, false);
        if (values > most && count_distinct(f, rest, n, true) == cells) {
            most = values;
            finest = i;
        }
    }
    if (finest == c->needs)
        return false;
    memmove(c->needed + finest, c->needed + finest + 1,
            (c->needs - finest - 1) * sizeof *c->needed);
    c->needs--;
    return true;
}

static struct candidates find_needed(const struct hz_triangle_forms *f, const int column[],
                                     size_t count)
{
    struct candidates c = {.needed = hz_arena_allocate(f->arena, count, sizeof *c.needed),
                           .needs = count};
    if (count > 0)
        memcpy(c.needed, column, count * sizeof *c.needed);
    const size_t cells = count > 0 ? count_distinct(f, column, count, true) : 0;
    while (c.needs > 0 && drop_one(f, &c, cells)) {
    }
    return c;
}

/* Whether a column is needed, or has one value in each group of those that are. */
static bool is_group(const struct hz_triangle_forms *f, const struct candidates *c, int column)
{
    int *with = hz_arena_allocate(f->arena, c->needs + 1, sizeof *with);
    for (size_t i = 0; i < c->needs; i++) {
        if (c->needed[i] == column)
            return true;
        with[i] = c->needed[i];
    }
    with[c->needs] = column;
    return count_distinct(f, with, c->needs + 1, false) ==
           count_distinct(f, c->needed, c->needs, false);
}

/* Whether there are many groups, each of one origin: claims, or numbers of rows. */
static bool are_single(const struct hz_triangle_forms *f, const struct candidates *c)
{
    enum { FEW = 9 }; /* which are told, one by one */
    int *with = hz_arena_allocate(f->arena, c->needs + 1, sizeof *with);
    const size_t groups = count_distinct(f, c->needed, c->needs, false);
    if (c->needs == 0 || groups <= FEW)
        return false;
    memcpy(with, c->needed, c->needs * sizeof *with);
    with[c->needs] = f->plain->origin;
    return count_distinct(f, with, c->needs + 1, false) == groups;
}

static bool refuse_single(const struct hz_triangle_forms *f, const struct candidates *c,
                          struct hz_error *err)
{
    const struct hz_text name = f->sheet->header[c->needed[c->needs - 1]];
    return hz_error_set(err, HZ_ERROR_DATA, hz_sheet_whole(f->sheet),
                        _("the column \"%.*s\" is no group, for no value of it has two origins: "
                          "rows of claims are added up by hz-triangle; if they are groups all the "
                          "same, say --by %.*s"),
                        HZ_TEXT_ARGS(name), HZ_TEXT_ARGS(name));
}

/* A first column without a name that counts the rows, as programs write them. */
static bool is_row_number(const struct hz_sheet *sheet, int column)
{
    bool is_counting = column == 0 && sheet->header[0].length == 0 && sheet->rows > 0;
    for (size_t r = 0; r < sheet->rows && is_counting; r++) {
        char number[24];
        const struct hz_text cell = hz_sheet_cell(sheet, r, column);
        const int from_0 = snprintf(number, sizeof number, "%zu", r);
        is_counting = hz_text_equal(cell, (struct hz_text){number, (size_t)from_0});
        const int from_1 = snprintf(number, sizeof number, "%zu", r + 1);
        is_counting |= hz_text_equal(cell, (struct hz_text){number, (size_t)from_1});
    }
    return is_counting;
}

static bool is_empty(const struct hz_sheet *sheet, int column)
{
    bool is = sheet->rows > 0;
    for (size_t r = 0; r < sheet->rows && is; r++)
        is = hz_sheet_cell(sheet, r, column).length == 0;
    return is;
}

/*
 * A column of which only the first row of each group is filled, as a workbook's merged cells
 * become: the others would be a group of their own.
 */
static bool check_merged(const struct hz_triangle_forms *f, int column, struct hz_error *err)
{
    const struct hz_sheet *sheet = f->sheet;
    size_t empty = sheet->rows;
    for (size_t r = 0; r < sheet->rows; r++) {
        const struct hz_text cell = hz_sheet_cell(sheet, r, column);
        if (cell.length == 0 && empty == sheet->rows)
            empty = r;
        if (cell.length > 0 && r > 0 && hz_text_equal(cell, hz_sheet_cell(sheet, r - 1, column)))
            return true;
    }
    if (empty == sheet->rows || empty == 0)
        return true;
    return hz_error_set(err, HZ_ERROR_DATA, hz_sheet_place(sheet, empty, column),
                        _("\"%.*s\" is empty, as below merged cells: fill it in for every row"),
                        HZ_TEXT_ARGS(sheet->header[column]));
}

/* A group that is called a sum, beside others. */
static void note_total(struct hz_triangle_forms *f, int column)
{
    const struct hz_text first = hz_sheet_cell(f->sheet, 0, column);
    struct hz_text total = {0};
    bool are_several = false;
    for (size_t r = 0; r < f->sheet->rows; r++) {
        const struct hz_text cell = hz_sheet_cell(f->sheet, r, column);
        are_several |= !hz_text_equal(cell, first);
        if (is_total(cell))
            total = cell;
    }
    if (are_several && total.length > 0)
        hz_triangle_form_note(f,
                              _("the group \"%.*s\" looks like the sum of the others: it is taken "
                                "as one more, also in totals over groups"),
                              HZ_TEXT_ARGS(total));
}

/* What the columns of groups hold. */
static bool check_groups(struct hz_triangle_forms *f, struct hz_error *err)
{
    for (size_t k = 0; k < f->plain->keys; k++) {
        if (!check_merged(f, f->key[k], err))
            return false;
        if (f->sheet->rows > 0)
            note_total(f, f->key[k]);
    }
    return true;
}

static bool take_groups_named(struct hz_triangle_forms *f, struct hz_error *err)
{
    for (const char *at = f->form->by; *at;) {
        const struct hz_text name = hz_text_trim((struct hz_text){at, strcspn(at, ",")});
        const int column = hz_triangle_form_named(f, name);
        if (column < 0)
            return hz_triangle_form_refuse(f, name, _(" (--by)"), err);
        if (f->is_used[column])
            return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                                _("--by: the column \"%.*s\" is the origin, the development or the "
                                  "value, or stands twice"),
                                HZ_TEXT_ARGS(name));
        f->key[f->plain->keys++] = column;
        f->is_used[column] = true;
        at += strcspn(at, ",");
        at += *at == ',';
    }
    return true;
}

/* Beside groups that were named, dates of valuation are one a group. */
static bool check_valuation(struct hz_triangle_forms *f, struct hz_error *err)
{
    const size_t keys = f->plain->keys;
    int *with = hz_arena_allocate(f->arena, keys + 1, sizeof *with);
    memcpy(with, f->key, keys * sizeof *with);
    with[keys] = f->valued;
    f->plain->valued = f->valued;
    return f->valued < 0 ||
           count_distinct(f, with, keys + 1, false) == count_distinct(f, with, keys, false) ||
           hz_triangle_form_refuse_valuation(f, err);
}

/* Whether a row has neither a value nor a date of valuation. */
static bool is_undated(const struct hz_triangle_forms *f, size_t row)
{
    double end;
    return hz_triangle_is_missing(hz_sheet_cell(f->sheet, row, f->plain->value)) &&
           !hz_triangle_end_parse(hz_sheet_cell(f->sheet, row, f->valued), &end);
}

/* Puts a row without a value and a date into a triangle of the same groups, and in none apart. */
static void date_rows(struct hz_triangle_forms *f)
{
    size_t keys = 0, undated = 0;
    for (size_t r = 0; r < f->sheet->rows; r++)
        undated += is_undated(f, r);
    if (undated == 0)
        return;
    int *key = hz_arena_allocate(f->arena, f->plain->keys, sizeof *key);
    for (size_t k = 0; k < f->plain->keys; k++)
        if (f->key[k] != f->valued)
            key[keys++] = f->key[k];
    struct hz_sheet *sheet = hz_triangle_form_copy(f);
    const struct hz_row_index index = hz_row_index_new(sheet, key, keys, f->arena);
    struct hz_text *text = hz_arena_allocate(f->arena, keys, sizeof *text);
    for (int is_missing = 0; is_missing < 2; is_missing++)
        for (size_t r = 0; r < sheet->rows; r++) {
            if (hz_triangle_is_missing(hz_sheet_cell(sheet, r, f->plain->value)) != is_missing)
                continue;
            hz_row_index_key(&index, r, text);
            size_t *slot = hz_row_index_slot(&index, text);
            if (*slot == 0 && !is_missing)
                *slot = r + 1;
            else if (*slot > 0 && is_missing && is_undated(f, r))
                hz_triangle_form_put(sheet, r, f->valued,
                                     hz_sheet_cell(sheet, *slot - 1, f->valued));
        }
}

static bool find_groups(struct hz_triangle_forms *f, struct hz_error *err)
{
    const struct hz_sheet *sheet = f->sheet;
    size_t count = 0;
    int *rest = hz_arena_allocate(f->arena, sheet->columns, sizeof *rest);
    for (int c = 0; c < (int)sheet->columns; c++)
        if (!f->is_used[c] && !is_row_number(sheet, c) && !is_empty(sheet, c))
            rest[count++] = c;
    const struct candidates candidates = find_needed(f, rest, count);
    if (are_single(f, &candidates))
        return refuse_single(f, &candidates, err);
    for (size_t i = 0; i < count; i++) {
        const struct hz_text name = sheet->header[rest[i]];
        if (sheet->rows == 0 || is_group(f, &candidates, rest[i])) {
            const bool are_several = sheet->rows > 0 && count_distinct(f, &rest[i], 1, false) > 1;
            if (!(are_several && hz_triangle_form_note_parts(f, rest[i])) && sheet->rows > 0 &&
                hz_triangle_form_is_origin(name))
                hz_triangle_form_note(f,
                                      _("the column \"%.*s\" is called like an origin, beside "
                                        "\"%.*s\": it is taken as a group, so that each of its "
                                        "values is a triangle (--by says so, or not)"),
                                      HZ_TEXT_ARGS(name),
                                      HZ_TEXT_ARGS(sheet->header[f->plain->origin]));
            f->key[f->plain->keys++] = rest[i];
        } else if (f->form->value) {
            f->valued = f->valued == rest[i] ? -1 : f->valued;
            hz_triangle_form_note(
                f,
                _("the column \"%.*s\" is left out: it is no group, for its values change "
                  "within a triangle"),
                HZ_TEXT_ARGS(name));
        } else if (f->valued == rest[i]) {
            return hz_triangle_form_refuse_valuation(f, err);
        } else {
            const struct hz_text value =
                f->plain->value >= 0 ? sheet->header[f->plain->value] : hz_text_of("NAME");
            return hz_error_set(err, HZ_ERROR_DATA, hz_sheet_whole(sheet),
                                _("the column \"%.*s\" is no group, for its values change within "
                                  "a triangle: name the groups (--by COLUMN,...), or leave it out "
                                  "(--value %.*s)"),
                                HZ_TEXT_ARGS(name), HZ_TEXT_ARGS(value));
        }
    }
    f->plain->valued = f->valued;
    if (f->valued >= 0 && f->plain->value >= 0)
        date_rows(f);
    return true;
}

bool hz_triangle_form_groups(struct hz_triangle_forms *f, struct hz_error *err)
{
    return (f->form->by ? take_groups_named(f, err) && check_valuation(f, err)
                        : find_groups(f, err)) &&
           check_groups(f, err);
}

void hz_triangle_form_unseen(struct hz_triangle_forms *f)
{
    const struct hz_sheet *sheet = f->sheet;
    size_t unseen = 0, first = 0;
    f->key[f->plain->keys] = f->plain->origin;
    const struct hz_row_index index = hz_row_index_new(sheet, f->key, f->plain->keys + 1, f->arena);
    struct hz_text *text = hz_arena_allocate(f->arena, f->plain->keys + 1, sizeof *text);
    for (int is_missing = 0; is_missing < 2; is_missing++)
        for (size_t r = 0; r < sheet->rows; r++) {
            if (hz_triangle_is_missing(hz_sheet_cell(sheet, r, f->plain->value)) != is_missing)
                continue;
            hz_row_index_key(&index, r, text);
            size_t *slot = hz_row_index_slot(&index, text);
            if (*slot == 0 && is_missing && unseen++ == 0)
                first = r;
            *slot = r + 1;
        }
    if (unseen > 0)
        hz_triangle_form_note(
            f, _("origin %.*s has no observed cell, and is left out%s (0 is a value, - is none)"),
            HZ_TEXT_ARGS(hz_sheet_cell(sheet, first, f->plain->origin)),
            unseen > 1 ? _(", as others are") : "");
}
