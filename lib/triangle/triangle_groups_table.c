/* triangle_groups_table.c: which columns are groups: see triangle_columns_table.h. */

#include "file/row_index.h"
#include "triangle/triangle_columns_table.h"

#include <stdio.h>

/* Whether two rows agree in all that makes a cell, but for one column. */
static bool is_needed(const struct hz_triangle_forms *f, int column, const int others[],
                      size_t count)
{
    const struct hz_sheet *sheet = f->sheet;
    struct hz_arena arena = {0};
    int *key = hz_arena_allocate(&arena, count + 2, sizeof *key);
    struct hz_text *text = hz_arena_allocate(&arena, count + 2, sizeof *text);
    size_t keys = 0;
    for (size_t i = 0; i < count; i++)
        if (others[i] != column)
            key[keys++] = others[i];
    key[keys++] = f->plain->origin;
    if (f->plain->development >= 0)
        key[keys++] = f->plain->development;
    const struct hz_row_index index = hz_row_index_new(sheet, key, keys, &arena);
    bool is_twice = false;
    for (size_t r = 0; r < sheet->rows && !is_twice; r++) {
        if (f->plain->value >= 0 &&
            hz_triangle_is_missing(hz_sheet_cell(sheet, r, f->plain->value)))
            continue;
        hz_row_index_key(&index, r, text);
        size_t *slot = hz_row_index_slot(&index, text);
        is_twice = *slot != 0;
        *slot = r + 1;
    }
    hz_arena_free(&arena);
    return is_twice;
}

/* Whether each value of a column stands with several of another, or it is the only one. */
static bool spans(const struct hz_triangle_forms *f, int column, int other)
{
    const struct hz_sheet *sheet = f->sheet;
    struct hz_arena arena = {0};
    const struct hz_row_index index = hz_row_index_new(sheet, &column, 1, &arena);
    bool *has_several = hz_arena_allocate(&arena, sheet->rows, sizeof *has_several);
    size_t values = 0, several = 0;
    for (size_t r = 0; r < sheet->rows; r++) {
        struct hz_text text;
        hz_row_index_key(&index, r, &text);
        size_t *slot = hz_row_index_slot(&index, &text);
        if (*slot == 0) {
            *slot = r + 1;
            values++;
        } else if (!has_several[*slot - 1] &&
                   !hz_text_equal(hz_sheet_cell(sheet, r, other),
                                  hz_sheet_cell(sheet, *slot - 1, other))) {
            has_several[*slot - 1] = true;
            several++;
        }
    }
    hz_arena_free(&arena);
    return values == several || values == 1;
}

static bool is_group(const struct hz_triangle_forms *f, int column, const int others[],
                     size_t count)
{
    return is_needed(f, column, others, count) ||
           (spans(f, column, f->plain->origin) &&
            (f->plain->development < 0 || spans(f, column, f->plain->development)));
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

bool hz_triangle_form_groups(struct hz_triangle_forms *f, struct hz_error *err)
{
    const struct hz_sheet *sheet = f->sheet;
    if (f->form->by)
        return take_groups_named(f, err);
    size_t count = 0;
    int *rest = hz_arena_allocate(f->arena, sheet->columns, sizeof *rest);
    for (int c = 0; c < (int)sheet->columns; c++)
        if (!f->is_used[c] && !is_row_number(sheet, c))
            rest[count++] = c;
    for (size_t i = 0; i < count; i++) {
        const struct hz_text name = sheet->header[rest[i]];
        if (sheet->rows == 0 || is_group(f, rest[i], rest, count)) {
            f->key[f->plain->keys++] = rest[i];
        } else if (f->form->value) {
            hz_triangle_form_note(
                f,
                _("the column \"%.*s\" is left out: it is no group, for its values belong to "
                  "one origin or age each"),
                HZ_TEXT_ARGS(name));
        } else {
            const struct hz_text value =
                f->plain->value >= 0 ? sheet->header[f->plain->value] : hz_text_of("NAME");
            return hz_error_set(err, HZ_ERROR_DATA, (struct hz_place){.file = sheet->file},
                                _("the column \"%.*s\" is no group, for its values belong to one "
                                  "origin or age each: name the groups (--by COLUMN,...), or leave "
                                  "it out (--value %.*s)"),
                                HZ_TEXT_ARGS(name), HZ_TEXT_ARGS(value));
        }
    }
    return true;
}
