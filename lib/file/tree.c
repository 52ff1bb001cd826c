/* tree.c: what is asked of a tree, see tree.h. */

#include "file/tree.h"

#include "base/visible.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

struct hz_place hz_tree_place(const struct hz_tree *tree, const struct hz_node *node)
{
    return (struct hz_place){.file = tree->file,
                             .line = node->line,
                             .column = node->column,
                             .field = node->key ? node->key->text.at : NULL};
}

bool hz_node_is_null(const struct hz_node *node)
{
    static const char *const nulls[] = {"", "~", "null", "Null", "NULL"};
    if (node->kind != HZ_NODE_SCALAR || !node->is_plain)
        return false;
    for (size_t i = 0; i < HZ_COUNT(nulls); i++)
        if (strcmp(node->text.at, nulls[i]) == 0)
            return true;
    return false;
}

const struct hz_node *hz_node_get(const struct hz_node *map, const char *key)
{
    assert(map->kind == HZ_NODE_MAP);
    for (size_t i = 0; i < map->items; i++)
        if (strcmp(map->item[i].key->text.at, key) == 0)
            return &map->item[i];
    return NULL;
}

/* How much of a text a message shows: whole letters. */
static int quoted_length(struct hz_text text)
{
    enum { MOST = 200 };
    if (text.length <= MOST)
        return (int)text.length;
    int length = MOST;
    while (length > 0 && (text.at[length] & 0xC0) == 0x80)
        length--;
    return length;
}

/* Says what is there and what is wanted. */
static bool refuse_value(const struct hz_tree *tree, const struct hz_node *node, const char *want,
                         struct hz_error *err)
{
    const struct hz_place place = hz_tree_place(tree, node);
    if (node->kind == HZ_NODE_LIST)
        return hz_error_set(err, HZ_ERROR_DATA, place, _("a list, where %s is wanted"), want);
    if (node->kind == HZ_NODE_MAP)
        return hz_error_set(err, HZ_ERROR_DATA, place, _("a map, where %s is wanted"), want);
    if (hz_node_is_null(node))
        return hz_error_set(err, HZ_ERROR_DATA, place, _("no value, where %s is wanted"), want);
    if (hz_text_may_be_name(node->text)) /* of a file that is no YAML */
        return hz_error_set(err, HZ_ERROR_DATA, place, _("a text, where %s is wanted"), want);
    return hz_error_set(err, HZ_ERROR_DATA, place, _("\"%.*s\", where %s is wanted"),
                        quoted_length(node->text), node->text.at, want);
}

bool hz_tree_need_map(const struct hz_tree *tree, const struct hz_node *node, struct hz_error *err)
{
    return node->kind == HZ_NODE_MAP || refuse_value(tree, node, _("a map (\"key: value\")"), err);
}

bool hz_tree_need_list(const struct hz_tree *tree, const struct hz_node *node, struct hz_error *err)
{
    return node->kind == HZ_NODE_LIST || refuse_value(tree, node, _("a list (\"- value\")"), err);
}

static void append_names(struct hz_buffer *list, const char *const names[])
{
    for (const char *const *name = names; *name; name++) {
        hz_buffer_string(list, name > names ? ", " : "");
        hz_buffer_string(list, *name);
    }
    hz_buffer_char(list, '\0');
}

static bool has_text(const struct hz_node *node)
{
    return node->kind == HZ_NODE_SCALAR && !hz_node_is_null(node);
}

bool hz_tree_text(const struct hz_tree *tree, const struct hz_node *node, struct hz_text *text,
                  struct hz_error *err)
{
    if (!has_text(node))
        return refuse_value(tree, node, _("a text"), err);
    *text = node->text;
    return true;
}

bool hz_tree_flag(const struct hz_tree *tree, const struct hz_node *node, bool *flag,
                  struct hz_error *err)
{
    bool is_true = has_text(node) && strcmp(node->text.at, "true") == 0;
    bool is_false = has_text(node) && strcmp(node->text.at, "false") == 0;
    if (!is_true && !is_false)
        return refuse_value(tree, node, _("true or false"), err);
    *flag = is_true;
    return true;
}

bool hz_tree_integer(const struct hz_tree *tree, const struct hz_node *node, int64_t *number,
                     struct hz_error *err)
{
    hz_sum sum;
    if (!has_text(node) || !hz_sum_parse(node->text, &sum) || sum < INT64_MIN || sum > INT64_MAX)
        return refuse_value(tree, node, _("a whole number"), err);
    *number = (int64_t)sum;
    return true;
}

/* strtod also reads spaces, hexadecimal, "inf" and "nan": none of them is a number in a plan. */
static bool parse_number(struct hz_text text, double *number)
{
    char *end;
    if (text.length == 0 || strspn(text.at, "+-.0123456789eE") != text.length)
        return false;
    double value = strtod(text.at, &end);
    if (*end != '\0' || !isfinite(value))
        return false;
    *number = value;
    return true;
}

bool hz_tree_number(const struct hz_tree *tree, const struct hz_node *node, double *number,
                    struct hz_error *err)
{
    return (has_text(node) && parse_number(node->text, number)) ||
           refuse_value(tree, node, _("a number like 1234.5"), err);
}

bool hz_tree_decimal(const struct hz_tree *tree, const struct hz_node *node,
                     struct hz_decimal *decimal, struct hz_error *err)
{
    return (has_text(node) && hz_decimal_parse(node->text, decimal)) ||
           refuse_value(tree, node, _("a number or a percentage like 0.8 or 80%"), err);
}

bool hz_tree_money(const struct hz_tree *tree, const struct hz_node *node, hz_fen *fen,
                   struct hz_error *err)
{
    if (!has_text(node))
        return refuse_value(tree, node, _("an amount in yuan"), err);
    enum hz_money_fault fault = hz_money_parse(node->text, fen);
    if (fault == HZ_MONEY_GOOD)
        return true;
    return hz_error_set(err, HZ_ERROR_DATA, hz_tree_place(tree, node), "\"%.*s\" %s",
                        quoted_length(node->text), node->text.at, hz_money_fault_text(fault));
}

bool hz_tree_date(const struct hz_tree *tree, const struct hz_node *node, hz_date *date,
                  struct hz_error *err)
{
    return (has_text(node) && hz_date_parse(node->text, date)) ||
           refuse_value(tree, node, _("a day as YYYY-MM-DD"), err);
}

bool hz_tree_choice(const struct hz_tree *tree, const struct hz_node *node,
                    const char *const names[], int *index, struct hz_error *err)
{
    if (has_text(node))
        for (int i = 0; names[i]; i++)
            if (strcmp(node->text.at, names[i]) == 0) {
                *index = i;
                return true;
            }
    struct hz_buffer list = {0};
    append_names(&list, names);
    struct hz_buffer want = {0};
    hz_buffer_format(&want, _("one of %s"), list.at);
    hz_buffer_char(&want, '\0');
    refuse_value(tree, node, want.at, err);
    hz_buffer_free(&want);
    hz_buffer_free(&list);
    return false;
}
