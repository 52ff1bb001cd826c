/* rename.c: see rename.h. */

#include "stream/rename.h"

#include "file/tree.h"

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

bool hz_rename_read(const struct hz_rename **renames, const char *path, struct hz_arena *arena,
                    struct hz_error *err)
{
    struct hz_tree tree;
    if (!hz_tree_read(&tree, path, arena, err) || !hz_tree_need_map(&tree, tree.root, err))
        return false;
    struct hz_rename *read = hz_arena_allocate(arena, tree.root->items + 1, sizeof *read);
    for (size_t i = 0; i < tree.root->items; i++)
        if (!read_pair(&tree, &tree.root->item[i], read, i, err))
            return false;
    *renames = read;
    return true;
}
