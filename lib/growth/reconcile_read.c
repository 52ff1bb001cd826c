/* reconcile_read.c: the file of published figures: see reconcile.h. */

#include "growth/reconcile.h"

static void read_where(struct hz_reading *reading, const struct hz_node *value, void *into)
{
    struct hz_error fault = {0};
    struct hz_text text;
    if (!hz_tree_need_map(reading->tree, value, &fault)) {
        hz_schema_fault(reading, value, _("expected a map of columns, as in {year: 2018..2022}"));
        return;
    }
    for (size_t i = 0; i < value->items; i++)
        if (!hz_tree_text(reading->tree, &value->item[i], &text, &fault))
            hz_schema_fault(reading, &value->item[i], _("expected a text, a number or FROM..TO"));
    memcpy(into, &value, sizeof value);
}

static const struct hz_field term_fields[] = {
    HZ_KEY(TEXT, "table", hz_reconcile_term, table),
    HZ_KEY(TEXT, "column", hz_reconcile_term, column),
    HZ_KEY(TEXT, "figure", hz_reconcile_term, figure),
    HZ_KEY(TEXT, "in", hz_reconcile_term, in),
    HZ_KEY_OWN_IN("where", hz_reconcile_term, where, read_where),
    HZ_KEY(FLAG, "rounded", hz_reconcile_term, is_rounded),
    HZ_KEY(FLAG, "minus", hz_reconcile_term, is_minus),
    HZ_KEY_END,
};

static void read_term(struct hz_reading *reading, const struct hz_node *node,
                      struct hz_reconcile_term *term)
{
    static const char *const units[] = {"万", "亿", "%", NULL};
    *term = (struct hz_reconcile_term){.node = node};
    if (node->kind != HZ_NODE_MAP) {
        hz_schema_fault(reading, node, _("expected {table: ..., column: ...} or {figure: ...}"));
        return;
    }
    hz_schema_read(reading, node, term_fields, term);
    const bool is_figure = term->figure.length > 0;
    bool is_unit = term->in.length == 0;
    for (size_t u = 0; units[u]; u++)
        is_unit |= hz_text_equal(term->in, hz_text_of(units[u]));
    if (!is_unit)
        hz_schema_fault(reading, node, _("in: expected 万, 亿 or %%, the unit of the cells"));
    if (is_figure == (term->table.length > 0 && term->column.length > 0) ||
        (is_figure && (term->where || term->in.length > 0)))
        hz_schema_fault(reading, node,
                        _("expected either table and column, or the name of a figure"));
}

/* One term, or a list of them. */
static void read_terms(struct hz_reading *reading, const struct hz_node *value, void *into)
{
    const bool is_list = value->kind == HZ_NODE_LIST;
    const struct hz_node *node = is_list ? value->item : value;
    struct hz_reconcile_terms terms = {.count = is_list ? value->items : 1};
    struct hz_reconcile_term *term = hz_arena_allocate(reading->arena, terms.count, sizeof *term);
    for (size_t t = 0; t < terms.count; t++)
        read_term(reading, &node[t], &term[t]);
    terms.at = term;
    memcpy(into, &terms, sizeof terms);
}

static void read_published(struct hz_reading *reading, const struct hz_node *value, void *into)
{
    struct hz_error fault = {0};
    struct hz_published figure;
    struct hz_text *text = into;
    if (!hz_tree_text(reading->tree, value, text, &fault) ||
        !hz_published_parse(*text, &figure, &fault))
        hz_schema_fault(reading, value, "%s", fault.text);
}

static const struct hz_field table_fields[] = {
    HZ_KEY(TEXT, "table", hz_reconcile_source, name),
    HZ_KEY(TEXT, "file", hz_reconcile_source, file),
    HZ_KEY(TEXTS, "command", hz_reconcile_source, command),
    HZ_KEY_END,
};

static const struct hz_field figure_fields[] = {
    HZ_KEY(TEXT, "figure", hz_reconcile_item, name),
    HZ_KEY_OWN_IN("published", hz_reconcile_item, published, read_published),
    HZ_KEY(TEXT, "source", hz_reconcile_item, source),
    HZ_KEY_OWN_IN("is", hz_reconcile_item, sum, read_terms),
    HZ_KEY_OWN_IN("over", hz_reconcile_item, over, read_terms),
    HZ_KEY_END,
};

static const struct hz_field check_fields[] = {
    HZ_KEY(TEXT, "check", hz_reconcile_item, name),
    HZ_KEY(TEXT, "source", hz_reconcile_item, source),
    HZ_KEY_OWN_IN("is", hz_reconcile_item, sum, read_terms),
    HZ_KEY_OWN_IN("equals", hz_reconcile_item, equals, read_terms),
    HZ_KEY(TEXT, "by", hz_reconcile_item, by),
    HZ_KEY_END,
};

/* The lists, before their items are looked at as a whole. */
struct lists {
    const struct hz_node *tables, *figures, *checks;
};

static void read_list(struct hz_reading *reading, const struct hz_node *value, void *into)
{
    (void)reading;
    memcpy(into, &value, sizeof value);
}

static const struct hz_field file_fields[] = {
    HZ_KEY_OWN_IN("tables", lists, tables, read_list),
    HZ_KEY_OWN_IN("figures", lists, figures, read_list),
    HZ_KEY_OWN_IN("checks", lists, checks, read_list),
    HZ_KEY_END,
};

static void check_tables(struct hz_reading *reading, const struct hz_reconcile_file *file,
                         const struct hz_node *list)
{
    for (size_t t = 0; t < file->tables; t++) {
        const struct hz_reconcile_source *table = &file->table[t];
        if (table->name.length == 0 || (table->file.length > 0) == (table->command.count > 0))
            hz_schema_fault(reading, &list->item[t],
                            _("a table wants a name, and either a file or a command"));
        for (size_t s = 0; s < t; s++)
            if (hz_text_equal(table->name, file->table[s].name))
                hz_schema_fault(reading, &list->item[t], _("the table \"%.*s\" stands twice"),
                                HZ_TEXT_ARGS(table->name));
    }
}

static void check_items(struct hz_reading *reading, struct hz_reconcile_item item[], size_t items,
                        bool are_figures, const struct hz_node *list)
{
    struct hz_error ignored = {0};
    for (size_t i = 0; i < items; i++) {
        item[i].node = &list->item[i];
        if (item[i].name.length == 0)
            hz_schema_fault(reading, item[i].node, _("this wants a name"));
        if (are_figures && item[i].published.length == 0 && item[i].sum.count == 0)
            hz_schema_fault(reading, item[i].node,
                            _("a figure wants the key \"published\" or \"is\""));
        if (are_figures && item[i].published.length > 0 &&
            !hz_published_parse(item[i].published, &item[i].figure, &ignored))
            continue; /* told before */
        if (!are_figures && (item[i].sum.count == 0 || item[i].equals.count == 0))
            hz_schema_fault(reading, item[i].node,
                            _("a check wants the keys \"is\" and \"equals\""));
        if (item[i].over.count > 0 && item[i].sum.count == 0)
            hz_schema_fault(reading, item[i].node, _("\"over\" goes with \"is\""));
        for (size_t j = 0; j < i; j++)
            if (hz_text_equal(item[i].name, item[j].name))
                hz_schema_fault(reading, item[i].node, _("\"%.*s\" stands twice"),
                                HZ_TEXT_ARGS(item[i].name));
    }
}

static struct hz_reconcile_item *read_items(struct hz_reading *reading, const struct hz_node *list,
                                            bool are_figures, size_t *items)
{
    const struct hz_reconcile_item fresh = {0};
    *items = 0;
    if (!list)
        return NULL;
    struct hz_reconcile_item *item = hz_schema_list(
        reading, list, are_figures ? figure_fields : check_fields, &fresh, sizeof fresh, items);
    check_items(reading, item, *items, are_figures, list);
    return item;
}

static void keep_fault(void *context, const char *fault)
{
    struct hz_buffer *faults = context;
    hz_buffer_format(faults, "%s%s", faults->length > 0 ? "; " : "", fault);
}

bool hz_reconcile_read(struct hz_reconcile_file *file, const char *path, struct hz_arena *arena,
                       struct hz_error *err)
{
    const struct hz_reconcile_source fresh = {0};
    struct hz_buffer faults = {0};
    struct lists lists = {0};
    *file = (struct hz_reconcile_file){0};
    if (!hz_tree_read_all(&file->tree, path, arena, err))
        return false;
    struct hz_reading reading = {
        .tree = &file->tree, .arena = arena, .tell = keep_fault, .context = &faults};
    hz_schema_read(&reading, file->tree.root, file_fields, &lists);
    if (lists.tables) {
        file->table = hz_schema_list(&reading, lists.tables, table_fields, &fresh, sizeof fresh,
                                     &file->tables);
        check_tables(&reading, file, lists.tables);
    }
    file->figure = read_items(&reading, lists.figures, true, &file->figures);
    file->check = read_items(&reading, lists.checks, false, &file->checks);
    if (reading.faults > 0)
        hz_error_set(err, HZ_ERROR_DATA, HZ_NOWHERE, "%.*s", (int)faults.length, faults.at);
    hz_buffer_free(&faults);
    return reading.faults == 0;
}
