/* labels.c: see labels.h. */

#include "file/labels.h"

#include "file/sheet.h"
#include "file/sheet_names.h"
#include "file/tree.h"

#include <stdlib.h>

static int by_code(const void *a, const void *b)
{
    const struct hz_label *x = a, *y = b;
    return hz_text_compare(x->code, y->code);
}

static bool check(struct hz_labels *labels, const char *file, struct hz_error *err)
{
    if (labels->count > 1)
        qsort(labels->label, labels->count, sizeof *labels->label, by_code);
    for (size_t i = 0; i < labels->count; i++) {
        const struct hz_label *label = &labels->label[i];
        if (label->code.length == 0)
            return hz_error_set(err, HZ_ERROR_DATA, (struct hz_place){.file = file},
                                _("a code is empty"));
        if (i > 0 && hz_text_equal(label[-1].code, label->code) &&
            !hz_text_equal(label[-1].name, label->name))
            return hz_error_set(err, HZ_ERROR_DATA, (struct hz_place){.file = file},
                                _("\"%.*s\" has two names: %.*s and %.*s"),
                                HZ_TEXT_ARGS(label->code), HZ_TEXT_ARGS(label[-1].name),
                                HZ_TEXT_ARGS(label->name));
    }
    return true;
}

static bool read_list(struct hz_labels *labels, const char *path, struct hz_arena *arena,
                      struct hz_error *err)
{
    struct hz_tree tree;
    if (!hz_tree_read(&tree, path, arena, err))
        return false;
    const struct hz_node *items =
        tree.root->kind == HZ_NODE_MAP ? hz_node_get(tree.root, "items") : NULL;
    if (!items || items->kind != HZ_NODE_LIST)
        return hz_error_set(err, HZ_ERROR_DATA, (struct hz_place){.file = path},
                            _("is no list of diseases: it has no items"));
    labels->column = "ci_code";
    labels->label = hz_arena_allocate(arena, items->items + 1, sizeof *labels->label);
    for (size_t i = 0; i < items->items; i++) {
        if (items->item[i].kind != HZ_NODE_MAP)
            continue;
        const struct hz_node *code = hz_node_get(&items->item[i], "code"),
                             *name = hz_node_get(&items->item[i], "name");
        if (code && name)
            labels->label[labels->count++] = (struct hz_label){code->text, name->text};
    }
    return check(labels, path, err);
}

static bool is_yaml(const char *path)
{
    const char *end = strrchr(path, '.');
    return end && (strcmp(end, ".yaml") == 0 || strcmp(end, ".yml") == 0);
}

bool hz_labels_read(struct hz_labels *labels, const char *path, struct hz_arena *arena,
                    struct hz_error *err)
{
    struct hz_sheet sheet;
    *labels = (struct hz_labels){0};
    if (is_yaml(path))
        return read_list(labels, path, arena, err);
    if (!hz_sheet_read(&sheet, path, arena, err))
        return false;
    const int named = hz_sheet_column(&sheet, "name"), name = named > 0 ? named : 1;
    if (sheet.columns < 2)
        return hz_error_set(err, HZ_ERROR_DATA, (struct hz_place){.file = sheet.file},
                            _("has one column: expected codes and their names, as in office,name"));
    const struct hz_sheet_name *ours = hz_sheet_name(sheet.header[0]);
    labels->column = ours ? ours->ours : hz_arena_string(arena, sheet.header[0]);
    labels->label = hz_arena_allocate(arena, sheet.rows + 1, sizeof *labels->label);
    for (size_t r = 0; r < sheet.rows; r++)
        labels->label[labels->count++] =
            (struct hz_label){hz_sheet_cell(&sheet, r, 0), hz_sheet_cell(&sheet, r, name)};
    return check(labels, sheet.file, err);
}

struct hz_text hz_labels_find(const struct hz_labels *labels, struct hz_text code)
{
    const struct hz_label wanted = {.code = code};
    const struct hz_label *found =
        labels->count == 0
            ? NULL
            : bsearch(&wanted, labels->label, labels->count, sizeof *labels->label, by_code);
    return found ? found->name : hz_text_of(NULL);
}
