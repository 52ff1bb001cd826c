/*
 * tree.h: a small YAML file read whole, as a tree in which everything knows its line and column:
 * plan definitions, selections, maps of column names.
 *
 * A tree is scalars, lists and maps. Scalars are text; what one means (a rate, a date, a flag) is
 * asked for with hz_tree_*, which refuse with the place and the key. Each such question stands for
 * itself: a reader that reports all faults in one pass asks each with an error of its own.
 *
 * Most files have a table of their keys, and are read by schema.h; a tree is walked by hand only
 * where the keys are the user's (names of columns, words for values).
 */

#ifndef HZ_FILE_TREE_H
#define HZ_FILE_TREE_H

#include "base/arena.h"
#include "base/date.h"
#include "base/decimal.h"
#include "base/error.h"
#include "base/linkage.h"
#include "base/money.h"

HZ_BEGIN_C

enum hz_node_kind { HZ_NODE_SCALAR, HZ_NODE_LIST, HZ_NODE_MAP };

/* Lines and columns count from 1, columns in bytes. */
struct hz_node {
    enum hz_node_kind kind;
    uint32_t line;
    uint32_t column;
    bool is_repeated;    /* a map's value whose key stood in it before: see hz_tree_read_all */
    bool is_plain;       /* a scalar without quotes, which may mean that there is no value */
    struct hz_text text; /* of a scalar: no NUL inside, one behind */
    const struct hz_node *key;  /* of a map's value: the scalar that names it. Else NULL */
    const struct hz_node *item; /* of a list, and a map's values, in the order of the file */
    size_t items;
};

struct hz_tree {
    const char *file; /* as the user knows it; borrowed */
    const struct hz_node *root;
};

/* What a file may hold. More is refused. */
enum {
    HZ_TREE_BYTES = 16 << 20,
    HZ_TREE_NODES = 1000000, /* each alias counts as all that it stands for */
    HZ_TREE_DEPTH = 32,      /* lists and maps within each other */
    HZ_TREE_ANCHORS = 1000,
};

/*
 * Reads one YAML document from a file (NULL or "-": stdin) into the arena. An alias becomes a copy
 * of what its anchor marks, with that one's place. Refused (data), at the first fault: what is not
 * YAML or not UTF-8, no document or a second one, a key that is no scalar, is empty or stands twice
 * in its map, the merge key "<<", a tag outside YAML's core (!!str, !!int, ...), an alias inside of
 * what it stands for, a NUL, and more than the limits above; (system) a file that cannot be read or
 * has too many bytes.
 */
HZ_MUST_USE bool hz_tree_read(struct hz_tree *tree, const char *path, struct hz_arena *arena,
                              struct hz_error *err);

/* The same for bytes in memory, which may go afterwards; `file` is what messages call them. */
HZ_MUST_USE bool hz_tree_parse(struct hz_tree *tree, const char *file, struct hz_text bytes,
                               struct hz_arena *arena, struct hz_error *err);

/*
 * The same two, but keys that stand twice are not refused: their values are marked, for a reader
 * that tells all faults in one pass, as hz_schema_read does.
 */
HZ_MUST_USE bool hz_tree_read_all(struct hz_tree *tree, const char *path, struct hz_arena *arena,
                                  struct hz_error *err);
HZ_MUST_USE bool hz_tree_parse_all(struct hz_tree *tree, const char *file, struct hz_text bytes,
                                   struct hz_arena *arena, struct hz_error *err);

/* For messages about a node: its position, and its key as the field. */
struct hz_place hz_tree_place(const struct hz_tree *tree, const struct hz_node *node);

/* True for no value: nothing at all, ~ or null. */
bool hz_node_is_null(const struct hz_node *node);

/* The value of a key, NULL if the map has none. Asserts that the node is a map. */
const struct hz_node *hz_node_get(const struct hz_node *map, const char *key);

/* Refused (data) unless the node is a map, or a list. */
HZ_MUST_USE bool hz_tree_need_map(const struct hz_tree *tree, const struct hz_node *node,
                                  struct hz_error *err);
HZ_MUST_USE bool hz_tree_need_list(const struct hz_tree *tree, const struct hz_node *node,
                                   struct hz_error *err);

/*
 * What a scalar says. Refused (data), the result being left alone: a list, a map, no value, and a
 * text of another form. Quotes make no difference, except that only a plain scalar can be no value.
 */
HZ_MUST_USE bool hz_tree_text(const struct hz_tree *tree, const struct hz_node *node,
                              struct hz_text *text, struct hz_error *err);
HZ_MUST_USE bool hz_tree_flag(const struct hz_tree *tree, const struct hz_node *node, bool *flag,
                              struct hz_error *err); /* true or false, not yes, no, on, off */
HZ_MUST_USE bool hz_tree_integer(const struct hz_tree *tree, const struct hz_node *node,
                                 int64_t *number, struct hz_error *err);
HZ_MUST_USE bool hz_tree_number(const struct hz_tree *tree, const struct hz_node *node,
                                double *number, struct hz_error *err); /* finite */
HZ_MUST_USE bool hz_tree_decimal(const struct hz_tree *tree, const struct hz_node *node,
                                 struct hz_decimal *decimal, struct hz_error *err);
HZ_MUST_USE bool hz_tree_money(const struct hz_tree *tree, const struct hz_node *node, hz_fen *fen,
                               struct hz_error *err);
HZ_MUST_USE bool hz_tree_date(const struct hz_tree *tree, const struct hz_node *node, hz_date *date,
                              struct hz_error *err);

/* The index of the text among the names, which end with NULL; the message lists them. */
HZ_MUST_USE bool hz_tree_choice(const struct hz_tree *tree, const struct hz_node *node,
                                const char *const names[], int *index, struct hz_error *err);

HZ_END_C

#endif
