/* rename.c: see rename.h. */

#include "stream/rename.h"

#include "file/columns.h"
#include "file/tree.h"

#include <stdlib.h>

static bool read_pair(const struct hz_tree *tree, const struct hz_node *value,
                      struct hz_rename *renames, size_t index, struct hz_error *err)
{
    struct hz_text ours;
    if (!hz_tree_text(tree, value, &ours, err))
        return false;
    renames[index] = (struct hz_rename){.theirs = value->key->text.at, .ours = ours.at};
    for (size_t i = 0; i < index; i++)
        if (strcmp(renames[i].ours, ours.at) == 0)
            return hz_error_set(err, HZ_ERROR_DATA, hz_tree_place(tree, value),
                                _("\"%s\" is given to \"%s\" already: a column has one name"),
                                ours.at, renames[i].theirs);
    return true;
}

static const char *const values_key = "values";

/* The column that a key of `values` means: ours, by whatever name. */
static const char *column_of(struct hz_text name, const struct hz_rename *renames)
{
    const char *known = hz_column_canonical(name);
    for (; renames->theirs; renames++)
        if (hz_text_equal(hz_text_of(renames->theirs), name))
            return renames->ours;
    return known ? known : name.at;
}

static bool read_words(const struct hz_tree *tree, const struct hz_node *words, const char *column,
                       struct hz_value *values, size_t *count, struct hz_error *err)
{
    if (!hz_tree_need_map(tree, words, err))
        return false;
    for (size_t i = 0; i < words->items; i++) {
        struct hz_text ours;
        if (!hz_tree_text(tree, &words->item[i], &ours, err))
            return false;
        values[(*count)++] = (struct hz_value){column, words->item[i].key->text.at, ours.at};
    }
    return true;
}

static bool read_values(const struct hz_tree *tree, const struct hz_node *map,
                        const struct hz_rename *renames, const struct hz_value **values,
                        struct hz_arena *arena, struct hz_error *err)
{
    size_t words = 0, count = 0;
    for (size_t i = 0; i < map->items; i++)
        words += map->item[i].items;
    struct hz_value *read = hz_arena_allocate(arena, words + 1, sizeof *read);
    for (size_t i = 0; i < map->items; i++)
        if (!read_words(tree, &map->item[i], column_of(map->item[i].key->text, renames), read,
                        &count, err))
            return false;
    *values = read;
    return true;
}

bool hz_rename_read(const struct hz_rename **renames, const struct hz_value **values,
                    const char *path, struct hz_arena *arena, struct hz_error *err)
{
    struct hz_tree tree;
    if (!hz_tree_read(&tree, path, arena, err) || !hz_tree_need_map(&tree, tree.root, err))
        return false;
    struct hz_rename *read = hz_arena_allocate(arena, tree.root->items + 1, sizeof *read);
    const struct hz_node *words = hz_node_get(tree.root, values_key);
    if (words && words->kind != HZ_NODE_MAP)
        words = NULL; /* a column of that name */
    size_t count = 0;
    for (size_t i = 0; i < tree.root->items; i++) {
        const struct hz_node *value = &tree.root->item[i];
        if (value != words && !read_pair(&tree, value, read, count++, err))
            return false;
    }
    *renames = read;
    *values = NULL;
    return !words || read_values(&tree, words, read, values, arena, err);
}

static void rename_headers(const struct hz_rename *renames, const struct hz_sheet *sheet,
                           struct hz_text header[])
{
    for (size_t c = 0; c < sheet->columns; c++)
        for (const struct hz_rename *r = renames; r->theirs; r++)
            if (hz_text_equal(sheet->header[c], hz_text_of(r->theirs)))
                header[c] = hz_text_of(r->ours);
}

void hz_rename_sheet(const struct hz_rename *renames, const struct hz_value *values,
                     struct hz_sheet *sheet, struct hz_arena *arena)
{
    const size_t cells = sheet->rows * sheet->columns;
    struct hz_text *header = hz_arena_allocate(arena, sheet->columns, sizeof *header);
    struct hz_text *cell = hz_arena_allocate(arena, cells, sizeof *cell);
    memcpy(header, sheet->header, sheet->columns * sizeof *header);
    memcpy(cell, sheet->cell, cells * sizeof *cell);
    rename_headers(renames, sheet, header);
    for (; values && values->column; values++)
        for (size_t i = 0; i < cells; i++)
            if (hz_text_equal(header[i % sheet->columns], hz_text_of(values->column)) &&
                hz_text_equal(cell[i], hz_text_of(values->theirs)))
                cell[i] = hz_text_of(values->ours);
    sheet->header = header;
    sheet->cell = cell;
}

void hz_recode_sheet(struct hz_sheet *sheet, struct hz_arena *arena)
{
    const size_t cells = sheet->rows * sheet->columns;
    struct hz_text *cell = hz_arena_allocate(arena, cells, sizeof *cell);
    for (size_t i = 0; i < cells; i++)
        cell[i] = sheet->cell[i];
    for (size_t c = 0; c < sheet->columns; c++) {
        const char *known = hz_column_canonical(sheet->header[c]);
        const struct hz_recodings words =
            hz_recodings_of(known ? known : hz_arena_string(arena, sheet->header[c]), NULL);
        for (size_t r = 0; words.word && r < sheet->rows; r++)
            hz_recode(&words, &cell[r * sheet->columns + c], 1);
        free(words.word);
    }
    sheet->cell = cell;
}
