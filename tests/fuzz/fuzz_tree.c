/* Any bytes as a YAML tree: refused with a reason, or read into nodes that are what tree.h says. */

#include "file/tree.h"

#include <assert.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Each question is answered or refused, never both. */
static void ask(const struct hz_tree *tree, const struct hz_node *node)
{
    static const char *const names[] = {"a", "rate", NULL};
    struct hz_text text;
    bool flag;
    int64_t integer;
    double number;
    struct hz_decimal decimal;
    hz_fen fen;
    hz_date date;
    int index;
    struct hz_error err[8] = {0};
    assert(hz_tree_text(tree, node, &text, &err[0]) == !err[0].kind);
    assert(hz_tree_flag(tree, node, &flag, &err[1]) == !err[1].kind);
    assert(hz_tree_integer(tree, node, &integer, &err[2]) == !err[2].kind);
    assert(hz_tree_number(tree, node, &number, &err[3]) == !err[3].kind);
    assert(hz_tree_decimal(tree, node, &decimal, &err[4]) == !err[4].kind);
    assert(hz_tree_money(tree, node, &fen, &err[5]) == !err[5].kind);
    assert(hz_tree_date(tree, node, &date, &err[6]) == !err[6].kind);
    assert(hz_tree_choice(tree, node, names, &index, &err[7]) == !err[7].kind);
}

/* Counts the nodes from here on. */
static size_t walk(const struct hz_tree *tree, const struct hz_node *node, size_t size, int depth)
{
    assert(node->line >= 1 && node->line <= size + 1);
    assert(node->column >= 1 && node->column <= size + 1);
    assert(depth <= HZ_TREE_DEPTH + 1);
    if (node->kind == HZ_NODE_SCALAR) {
        assert(strlen(node->text.at) == node->text.length && node->items == 0);
        ask(tree, node);
        return 1;
    }
    size_t nodes = 1;
    for (size_t i = 0; i < node->items; i++) {
        const struct hz_node *item = &node->item[i];
        assert((item->key != NULL) == (node->kind == HZ_NODE_MAP));
        if (item->key) {
            nodes += walk(tree, item->key, size, depth + 1);
            assert(i >= 100 || hz_node_get(node, item->key->text.at) == item);
        }
        nodes += walk(tree, item, size, depth + 1);
    }
    return nodes;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct hz_tree tree = {0};
    struct hz_arena arena = {0};
    struct hz_error err = {0};
    if (hz_tree_parse(&tree, "fuzz", (struct hz_text){(const char *)data, size}, &arena, &err)) {
        assert(err.kind == HZ_NO_ERROR && !tree.root->key);
        assert(walk(&tree, tree.root, size, 1) <= HZ_TREE_NODES);
    } else {
        assert(err.kind == HZ_ERROR_DATA && err.text[0] && !tree.root);
    }
    hz_arena_free(&arena);
    return 0;
}
