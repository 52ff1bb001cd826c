/* yaml.c: how a tree is read (tree.h): libyaml parses, and what it finds is checked and counted. */

#include "file/tree.h"

#include "base/memory.h"
#include "file/file.h"

#include <errno.h>
#include <stdlib.h>
#include <yaml.h>

/* Where a character is. */
struct cursor {
    size_t character;
    size_t byte;
    size_t line; /* from 0 */
    size_t line_start;
};

/* A list or a map whose end has not been read. */
struct level {
    enum hz_node_kind kind;
    uint32_t line;
    uint32_t column;
    size_t first; /* of its nodes, among the pending ones; a map's are key, value, key, value */
    size_t nodes_before;
    struct anchor *anchor; /* NULL: none */
};

/* What an alias may stand for. */
struct anchor {
    const char *name;
    struct hz_node node;
    size_t nodes; /* that it stands for, itself included */
    bool is_whole;
};

struct builder {
    bool marks_repeated; /* keys that stand twice are marked, not refused */
    const char *file;
    struct hz_text bytes;
    struct hz_arena *arena;
    struct hz_error *err;
    struct cursor cursor;
    struct level level[HZ_TREE_DEPTH];
    size_t depth;
    struct hz_node *pending; /* read, but not yet in their list or map */
    size_t pendings;
    size_t room;
    struct anchor *anchor;
    size_t anchors;
    size_t nodes;
    bool has_document;
};

/* The place of a character as in an editor: libyaml counts no bytes, and lines by more than LF. */
static struct hz_place place_of(struct builder *builder, size_t character)
{
    struct cursor *at = &builder->cursor;
    const struct hz_text bytes = builder->bytes;
    if (character < at->character)
        *at = (struct cursor){0};
    for (; at->character < character && at->byte < bytes.length; at->character++) {
        if (bytes.at[at->byte++] == '\n') {
            at->line++;
            at->line_start = at->byte;
        }
        while (at->byte < bytes.length && (bytes.at[at->byte] & 0xC0) == 0x80)
            at->byte++;
    }
    return (struct hz_place){
        .file = builder->file, .line = at->line + 1, .column = at->byte - at->line_start + 1};
}

static bool refuse(struct builder *builder, yaml_mark_t mark, const char *format, ...)
    HZ_PRINTF(3, 4);

static bool refuse(struct builder *builder, yaml_mark_t mark, const char *format, ...)
{
    va_list values;
    va_start(values, format);
    hz_error_vset(builder->err, HZ_ERROR_DATA, place_of(builder, mark.index), format, values);
    va_end(values);
    return false;
}

/* Bytes that are no text. The reader stops at a byte, not at a character. */
static bool refuse_bytes(struct builder *builder, const yaml_parser_t *parser)
{
    struct hz_place place = {.file = builder->file, .line = 1, .column = 1};
    size_t at = 0;
    for (; at < parser->problem_offset && at < builder->bytes.length; at++) {
        place.column++;
        if (builder->bytes.at[at] == '\n') {
            place.line++;
            place.column = 1;
        }
    }
    const char *hint = _(" (iconv -f GB18030 -t UTF-8 converts Chinese text)");
    bool is_foreign = at < builder->bytes.length && (builder->bytes.at[at] & 0x80) != 0;
    return hz_error_set(builder->err, HZ_ERROR_DATA, place, _("not UTF-8 text: %s%s"),
                        parser->problem, is_foreign ? hint : "");
}

static bool refuse_syntax(struct builder *builder, const yaml_parser_t *parser)
{
    if (parser->error == YAML_MEMORY_ERROR)
        return hz_error_system(builder->err, builder->file, _("cannot read"), ENOMEM);
    if (parser->error == YAML_READER_ERROR)
        return refuse_bytes(builder, parser);
    uint64_t begun = place_of(builder, parser->context_mark.index).line;
    place_of(builder, parser->problem_mark.index);
    size_t byte = builder->cursor.byte;
    if (parser->error == YAML_SCANNER_ERROR && byte < builder->bytes.length &&
        builder->bytes.at[byte] == '\t')
        return refuse(builder, parser->problem_mark, _("not YAML: a tab: indent with spaces"));
    if (!parser->context)
        return refuse(builder, parser->problem_mark, _("not YAML: %s"), parser->problem);
    return refuse(builder, parser->problem_mark, _("not YAML: %s, %s that begins in line %zu"),
                  parser->problem, parser->context, (size_t)begun);
}

/* Adds to the nodes that whoever walks the tree will meet. */
static bool count_nodes(struct builder *builder, size_t more, yaml_mark_t mark)
{
    builder->nodes += more;
    if (builder->nodes > HZ_TREE_NODES)
        return refuse(builder, mark,
                      _("more than %d values (an alias counts as all it stands for)"),
                      HZ_TREE_NODES);
    return true;
}

static bool is_key_next(const struct builder *builder)
{
    if (builder->depth == 0)
        return false;
    const struct level *level = &builder->level[builder->depth - 1];
    return level->kind == HZ_NODE_MAP && (builder->pendings - level->first) % 2 == 0;
}

static bool check_key(struct builder *builder, const struct hz_node *node, yaml_mark_t mark)
{
    if (node->kind != HZ_NODE_SCALAR)
        return refuse(builder, mark, _("a key must be a text, not a list or a map"));
    if (node->text.length == 0)
        return refuse(builder, mark, _("an empty key: write its name before the colon"));
    if (node->is_plain && hz_text_equal(node->text, hz_text_of("<<")))
        return refuse(builder, mark,
                      _("\"<<\" (merging of maps) is not supported: write out the "
                        "keys"));
    return true;
}

static void push(struct builder *builder, struct hz_node node)
{
    if (builder->pendings == builder->room) {
        builder->room *= 2;
        builder->pending = hz_reallocate(builder->pending, builder->room, sizeof node);
    }
    builder->pending[builder->pendings++] = node;
}

/* A tag may only say what is plain anyway; !!str is the one that changes something. */
static bool check_tag(struct builder *builder, const yaml_char_t *tag, struct hz_node *node,
                      yaml_mark_t mark)
{
    static const struct {
        const char *tag;
        enum hz_node_kind kind;
    } core[] = {
        {YAML_STR_TAG, HZ_NODE_SCALAR},   {YAML_INT_TAG, HZ_NODE_SCALAR},
        {YAML_FLOAT_TAG, HZ_NODE_SCALAR}, {YAML_BOOL_TAG, HZ_NODE_SCALAR},
        {YAML_NULL_TAG, HZ_NODE_SCALAR},  {YAML_SEQ_TAG, HZ_NODE_LIST},
        {YAML_MAP_TAG, HZ_NODE_MAP},
    };
    if (!tag)
        return true;
    const char *name = (const char *)tag;
    for (size_t i = 0; i < HZ_COUNT(core); i++)
        if (strcmp(name, core[i].tag) == 0 && core[i].kind == node->kind) {
            node->is_plain &= strcmp(name, YAML_STR_TAG) != 0;
            return true;
        }
    return refuse(builder, mark, _("the tag \"%.80s\" has no meaning here: leave it out"), name);
}

/* What is common to a scalar and to the start of a list or a map. */
static bool begin_node(struct builder *builder, struct hz_node *node, const yaml_char_t *tag,
                       yaml_mark_t mark)
{
    struct hz_place place = place_of(builder, mark.index);
    node->line = (uint32_t)place.line;
    node->column = (uint32_t)place.column;
    return check_tag(builder, tag, node, mark) && count_nodes(builder, 1, mark) &&
           (!is_key_next(builder) || check_key(builder, node, mark));
}

/* Keeps an anchor's name, for a node that is read or will be; *anchor is NULL if it has none. */
static bool add_anchor(struct builder *builder, const yaml_char_t *name, yaml_mark_t mark,
                       struct anchor **anchor)
{
    *anchor = NULL;
    if (!name)
        return true;
    if (builder->anchors == HZ_TREE_ANCHORS)
        return refuse(builder, mark, _("more than %d anchors"), HZ_TREE_ANCHORS);
    if (!builder->anchor)
        builder->anchor = hz_allocate(HZ_TREE_ANCHORS, sizeof *builder->anchor);
    *anchor = &builder->anchor[builder->anchors++];
    (*anchor)->name = hz_arena_string(builder->arena, hz_text_of((const char *)name));
    return true;
}

static void set_anchor(struct anchor *anchor, const struct hz_node *node, size_t nodes)
{
    if (!anchor)
        return;
    anchor->node = *node;
    anchor->nodes = nodes;
    anchor->is_whole = true;
}

static bool add_scalar(struct builder *builder, const yaml_event_t *event)
{
    const yaml_mark_t mark = event->start_mark;
    struct hz_text text = {(const char *)event->data.scalar.value, event->data.scalar.length};
    if (memchr(text.at, '\0', text.length))
        return refuse(builder, mark, _("a text with a NUL character (\\0)"));
    struct hz_node node = {.kind = HZ_NODE_SCALAR,
                           .is_plain = event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE,
                           .text = hz_arena_text(builder->arena, text)};
    struct anchor *anchor;
    if (!begin_node(builder, &node, event->data.scalar.tag, mark) ||
        !add_anchor(builder, event->data.scalar.anchor, mark, &anchor))
        return false;
    set_anchor(anchor, &node, 1);
    push(builder, node);
    return true;
}

static bool add_alias(struct builder *builder, const yaml_event_t *event)
{
    const yaml_mark_t mark = event->start_mark;
    const char *name = (const char *)event->data.alias.anchor;
    size_t a = builder->anchors;
    while (a > 0 && strcmp(builder->anchor[a - 1].name, name) != 0)
        a--;
    if (a == 0)
        return refuse(builder, mark, _("no anchor \"&%.80s\" stands before this alias"), name);
    const struct anchor *anchor = &builder->anchor[a - 1];
    if (!anchor->is_whole)
        return refuse(builder, mark, _("the alias \"*%.80s\" stands inside of what it means"),
                      name);
    if (!count_nodes(builder, anchor->nodes, mark) ||
        (is_key_next(builder) && !check_key(builder, &anchor->node, mark)))
        return false;
    push(builder, anchor->node);
    return true;
}

static bool open_level(struct builder *builder, enum hz_node_kind kind, const yaml_char_t *tag,
                       const yaml_char_t *name, yaml_mark_t mark)
{
    struct hz_node node = {.kind = kind};
    struct anchor *anchor;
    if (builder->depth == HZ_TREE_DEPTH)
        return refuse(builder, mark, _("lists and maps more than %d deep"), HZ_TREE_DEPTH);
    if (!begin_node(builder, &node, tag, mark) || !add_anchor(builder, name, mark, &anchor))
        return false;
    builder->level[builder->depth++] = (struct level){.kind = kind,
                                                      .line = node.line,
                                                      .column = node.column,
                                                      .first = builder->pendings,
                                                      .nodes_before = builder->nodes - 1,
                                                      .anchor = anchor};
    return true;
}

/* By text, and the same text in the order of the file. */
static int compare_keys(const void *left, const void *right)
{
    const struct hz_node *const *a = left;
    const struct hz_node *const *b = right;
    int order = hz_text_compare((*a)->text, (*b)->text);
    return order != 0 ? order : (*a > *b) - (*a < *b);
}

/* The first key in the file that had been there before, which *first tells; or NULL. */
static const struct hz_node *repeated_key(const struct hz_node *keys, size_t count,
                                          const struct hz_node **first)
{
    const struct hz_node *repeated = NULL;
    const struct hz_node **sorted = hz_allocate(count, sizeof(const struct hz_node *));
    for (size_t i = 0; i < count; i++)
        sorted[i] = &keys[i];
    qsort(sorted, count, sizeof(const struct hz_node *), compare_keys);
    for (size_t i = 1; i < count; i++)
        if (hz_text_equal(sorted[i - 1]->text, sorted[i]->text) &&
            (!repeated || sorted[i] < repeated)) {
            repeated = sorted[i];
            *first = sorted[i - 1];
        }
    free(sorted);
    return repeated;
}

/* Marks the values whose keys had been there before. */
static void mark_repeated(struct hz_node *value, size_t count)
{
    const struct hz_node **sorted = hz_allocate(count, sizeof(const struct hz_node *));
    for (size_t i = 0; i < count; i++)
        sorted[i] = value[i].key;
    qsort(sorted, count, sizeof(const struct hz_node *), compare_keys);
    for (size_t i = 1; i < count; i++)
        if (hz_text_equal(sorted[i - 1]->text, sorted[i]->text))
            value[sorted[i] - value[0].key].is_repeated = true;
    free(sorted);
}

static bool check_keys_once(struct builder *builder, const struct hz_node *keys, size_t count)
{
    const struct hz_node *first = NULL;
    const struct hz_node *repeated = repeated_key(keys, count, &first);
    if (!repeated)
        return true;
    struct hz_place place = {.file = builder->file,
                             .line = repeated->line,
                             .column = repeated->column,
                             .field = repeated->text.at};
    return hz_error_set(builder->err, HZ_ERROR_DATA, place,
                        _("this key stands twice in its map, first in line %zu"),
                        (size_t)first->line);
}

static bool fill_map(struct builder *builder, struct hz_node *map, const struct hz_node *pairs,
                     size_t count)
{
    struct hz_node *key = hz_arena_allocate(builder->arena, count, sizeof *key);
    struct hz_node *value = hz_arena_allocate(builder->arena, count, sizeof *value);
    for (size_t i = 0; i < count; i++) {
        key[i] = pairs[2 * i];
        value[i] = pairs[2 * i + 1];
        value[i].key = &key[i];
    }
    map->item = value;
    map->items = count;
    if (builder->marks_repeated) {
        mark_repeated(value, count);
        return true;
    }
    return check_keys_once(builder, key, count);
}

static void fill_list(struct builder *builder, struct hz_node *list, const struct hz_node *nodes,
                      size_t count)
{
    struct hz_node *item = hz_arena_allocate(builder->arena, count, sizeof *item);
    for (size_t i = 0; i < count; i++)
        item[i] = nodes[i];
    list->item = item;
    list->items = count;
}

static bool close_level(struct builder *builder)
{
    const struct level level = builder->level[--builder->depth];
    size_t count = builder->pendings - level.first;
    struct hz_node node = {.kind = level.kind, .line = level.line, .column = level.column};
    if (level.kind == HZ_NODE_LIST)
        fill_list(builder, &node, builder->pending + level.first, count);
    else if (!fill_map(builder, &node, builder->pending + level.first, count / 2))
        return false;
    builder->pendings = level.first;
    set_anchor(level.anchor, &node, builder->nodes - level.nodes_before);
    push(builder, node);
    return true;
}

static bool begin_document(struct builder *builder, yaml_mark_t mark)
{
    if (builder->has_document)
        return refuse(builder, mark, _("a second document: one file holds one"));
    builder->has_document = true;
    return true;
}

static bool take(struct builder *builder, const yaml_event_t *event)
{
    const yaml_mark_t mark = event->start_mark;
    switch (event->type) {
    case YAML_NO_EVENT:
    case YAML_STREAM_START_EVENT:
    case YAML_DOCUMENT_END_EVENT:
        return true;
    case YAML_STREAM_END_EVENT:
        return builder->has_document ||
               refuse(builder, mark, _("nothing is in it: expected a YAML document"));
    case YAML_DOCUMENT_START_EVENT:
        return begin_document(builder, mark);
    case YAML_ALIAS_EVENT:
        return add_alias(builder, event);
    case YAML_SCALAR_EVENT:
        return add_scalar(builder, event);
    case YAML_SEQUENCE_START_EVENT:
        return open_level(builder, HZ_NODE_LIST, event->data.sequence_start.tag,
                          event->data.sequence_start.anchor, mark);
    case YAML_MAPPING_START_EVENT:
        return open_level(builder, HZ_NODE_MAP, event->data.mapping_start.tag,
                          event->data.mapping_start.anchor, mark);
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT:
        return close_level(builder);
    }
    abort();
}

static bool build(struct builder *builder, yaml_parser_t *parser)
{
    for (;;) {
        yaml_event_t event;
        if (!yaml_parser_parse(parser, &event))
            return refuse_syntax(builder, parser);
        bool is_taken = take(builder, &event);
        bool is_end = event.type == YAML_STREAM_END_EVENT;
        yaml_event_delete(&event);
        if (!is_taken || is_end)
            return is_taken;
    }
}

static struct hz_text without_mark(struct hz_text bytes)
{
    if (bytes.length < 3 || memcmp(bytes.at, "\xEF\xBB\xBF", 3) != 0)
        return bytes;
    return (struct hz_text){bytes.at + 3, bytes.length - 3};
}

static bool parse(struct hz_tree *tree, const char *file, struct hz_text bytes, bool marks_repeated,
                  struct hz_arena *arena, struct hz_error *err)
{
    struct builder builder = {.marks_repeated = marks_repeated,
                              .file = file,
                              .bytes = without_mark(bytes),
                              .arena = arena,
                              .err = err};
    if (bytes.length > HZ_TREE_BYTES)
        return hz_error_set(err, HZ_ERROR_DATA, (struct hz_place){.file = file},
                            _("larger than %d bytes"), HZ_TREE_BYTES);
    yaml_parser_t parser;
    if (!yaml_parser_initialize(&parser))
        return hz_error_system(err, file, _("cannot read"), ENOMEM);
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(
        &parser, (const unsigned char *)(builder.bytes.length > 0 ? builder.bytes.at : ""),
        builder.bytes.length);
    builder.room = 64;
    builder.pending = hz_allocate(builder.room, sizeof *builder.pending);
    bool done = build(&builder, &parser);
    yaml_parser_delete(&parser);
    if (done) {
        struct hz_node *root = hz_arena_allocate(arena, 1, sizeof *root);
        *root = builder.pending[0];
        *tree = (struct hz_tree){.file = file, .root = root};
    }
    free(builder.pending);
    free(builder.anchor);
    return done;
}

bool hz_tree_parse(struct hz_tree *tree, const char *file, struct hz_text bytes,
                   struct hz_arena *arena, struct hz_error *err)
{
    return parse(tree, file, bytes, false, arena, err);
}

bool hz_tree_parse_all(struct hz_tree *tree, const char *file, struct hz_text bytes,
                       struct hz_arena *arena, struct hz_error *err)
{
    return parse(tree, file, bytes, true, arena, err);
}

static bool read_file(struct hz_tree *tree, const char *path, bool marks_repeated,
                      struct hz_arena *arena, struct hz_error *err)
{
    struct hz_buffer bytes = {0};
    bool done = hz_file_read(path, HZ_TREE_BYTES, &bytes, err) &&
                parse(tree, hz_file_name(path), (struct hz_text){bytes.at, bytes.length},
                      marks_repeated, arena, err);
    hz_buffer_free(&bytes);
    return done;
}

bool hz_tree_read(struct hz_tree *tree, const char *path, struct hz_arena *arena,
                  struct hz_error *err)
{
    return read_file(tree, path, false, arena, err);
}

bool hz_tree_read_all(struct hz_tree *tree, const char *path, struct hz_arena *arena,
                      struct hz_error *err)
{
    return read_file(tree, path, true, arena, err);
}
