/* description.c: see description.h. */

#include "report/description.h"

#include "base/memory.h"

static const char *const shows[] = {"result", "records", "nothing", NULL};

/* What is read into; some of it is looked at once all of it is known. */
struct reading {
    struct hz_report *report;
    const struct hz_node *inputs, *parameters;
    struct hz_report_texts optional;
    const struct hz_node *optional_node;
};

static bool is_name(struct hz_text name)
{
    for (size_t i = 0; i < name.length; i++) {
        const char c = name.at[i];
        if (hz_digit(c) > 9 && !(c >= 'a' && c <= 'z') && !(c >= 'A' && c <= 'Z') && c != '_' &&
            c != '-')
            return false;
    }
    return name.length > 0;
}

static void read_node(struct hz_reading *reading, const struct hz_node *value, void *into)
{
    if (value->kind == HZ_NODE_SCALAR && !hz_node_is_null(value))
        memcpy(into, &value, sizeof value);
    else
        hz_schema_fault(reading, value, _("expected a text"));
}

static void read_map(struct hz_reading *reading, const struct hz_node *value, void *into)
{
    if (value->kind != HZ_NODE_MAP) {
        hz_schema_fault(reading, value, _("expected a map, as in {year: 2024}"));
        return;
    }
    for (size_t i = 0; i < value->items; i++)
        if (value->item[i].kind != HZ_NODE_SCALAR)
            hz_schema_fault(reading, &value->item[i], _("expected a text or a number"));
    memcpy(into, &value, sizeof value);
}

static void read_text(struct hz_reading *reading, const struct hz_node *value, void *into)
{
    struct hz_report_part *part = into;
    if (value->kind != HZ_NODE_SCALAR || hz_node_is_null(value)) {
        hz_schema_fault(reading, value, _("expected a text"));
        return;
    }
    part->text = value->text;
    part->text_node = value;
}

/* true, false, or the name of a drawing. */
static void read_picture(struct hz_reading *reading, const struct hz_node *value, void *into)
{
    struct hz_report_part *part = into;
    struct hz_error ignored = {0};
    if (value->kind != HZ_NODE_SCALAR || hz_node_is_null(value)) {
        hz_schema_fault(reading, value, _("expected true, false or a drawing of hz-plot"));
        return;
    }
    part->has_picture = true;
    if (!hz_tree_flag(reading->tree, value, &part->has_picture, &ignored))
        part->picture = value->text;
}

static void read_part_unit(struct hz_reading *reading, const struct hz_node *value, void *into)
{
    static const struct hz_field field =
        HZ_KEY_CHOICE("unit", hz_report_part, unit, hz_report_units);
    struct hz_report_part *part = into;
    part->has_unit = true;
    hz_schema_value(reading, value, &field, &part->unit);
}

static const struct hz_field part_fields[] = {
    HZ_KEY(TEXT, "heading", hz_report_part, heading),
    HZ_KEY_OWN("text", read_text),
    HZ_KEY(TEXT, "name", hz_report_part, name),
    HZ_KEY_OWN_IN("run", hz_report_part, run, read_node),
    HZ_KEY_CHOICE("show", hz_report_part, show, shows),
    HZ_KEY(TEXTS, "columns", hz_report_part, columns),
    HZ_KEY_OWN_IN("where", hz_report_part, where, read_map),
    HZ_KEY_OWN_IN("headings", hz_report_part, headings, read_map),
    HZ_KEY(TEXT, "sort", hz_report_part, sort),
    HZ_KEY_WITHIN(INTEGER, "first", hz_report_part, first, 1, 1000000),
    HZ_KEY(FLAG, "rank", hz_report_part, is_ranked),
    HZ_KEY(TEXT, "across", hz_report_part, across),
    HZ_KEY(TEXT, "cells", hz_report_part, cells),
    HZ_KEY_OWN("unit", read_part_unit),
    HZ_KEY(TEXT, "caption", hz_report_part, caption),
    HZ_KEY_OWN("picture", read_picture),
    HZ_KEY(TEXT, "definition", hz_report_part, definition),
    HZ_KEY(TEXT, "source", hz_report_part, source),
    HZ_KEY(TEXTS, "needs", hz_report_part, needs),
    HZ_KEY(TEXT, "otherwise", hz_report_part, otherwise),
    HZ_KEY(TEXTS, "sign", hz_report_part, sign),
    HZ_KEY_END,
};

static void read_parts(struct hz_reading *reading, const struct hz_node *value, void *into)
{
    struct hz_report *report = ((struct reading *)into)->report;
    const struct hz_report_part fresh = {0};
    report->part =
        hz_schema_list(reading, value, part_fields, &fresh, sizeof fresh, &report->parts);
    if (report->parts == 0)
        hz_schema_fault(reading, value, _("a report has one part at least"));
    for (size_t p = 0; p < report->parts; p++)
        report->part[p].node = &value->item[p];
}

/* The title, language and unit go to the report. */
static void read_title(struct hz_reading *reading, const struct hz_node *value, void *into)
{
    static const struct hz_field field = HZ_KEY(TEXT, "title", hz_report, title);
    hz_schema_value(reading, value, &field, &((struct reading *)into)->report->title);
}

static void read_language(struct hz_reading *reading, const struct hz_node *value, void *into)
{
    static const struct hz_field field =
        HZ_KEY_CHOICE("language", hz_report, language, hz_report_languages);
    hz_schema_value(reading, value, &field, &((struct reading *)into)->report->language);
}

static void read_unit(struct hz_reading *reading, const struct hz_node *value, void *into)
{
    static const struct hz_field field = HZ_KEY_CHOICE("unit", hz_report, unit, hz_report_units);
    hz_schema_value(reading, value, &field, &((struct reading *)into)->report->unit);
}

static void read_optional(struct hz_reading *reading, const struct hz_node *value, void *into)
{
    static const struct hz_field field = HZ_KEY(TEXTS, "optional", reading, optional);
    struct reading *all = into;
    all->optional_node = value;
    hz_schema_value(reading, value, &field, &all->optional);
}

static const struct hz_field report_fields[] = {
    {.name = "title", .kind = HZ_FIELD_OWN, .own = read_title, .is_needed = true},
    HZ_KEY_OWN("language", read_language),
    HZ_KEY_OWN("unit", read_unit),
    HZ_KEY_OWN_IN("inputs", reading, inputs, read_map),
    HZ_KEY_OWN("optional", read_optional),
    HZ_KEY_OWN_IN("parameters", reading, parameters, read_map),
    {.name = "parts", .kind = HZ_FIELD_OWN, .own = read_parts, .is_needed = true},
    HZ_KEY_END,
};

static void add_value(struct hz_reading *reading, struct hz_report *report,
                      struct hz_report_value value)
{
    if (!is_name(value.name))
        hz_schema_fault(reading, value.node,
                        _("\"%.*s\": expected a name of letters, digits, hyphens and underscores"),
                        HZ_TEXT_ARGS(value.name));
    if (hz_report_value_of(report, value.name))
        hz_schema_fault(reading, value.node, _("the name \"%.*s\" stands twice"),
                        HZ_TEXT_ARGS(value.name));
    report->value[report->values++] = value;
}

static void add_map(struct hz_reading *reading, struct hz_report *report, const struct hz_node *map,
                    bool are_inputs)
{
    for (size_t i = 0; map && i < map->items; i++) {
        const struct hz_node *node = &map->item[i];
        const struct hz_text value = hz_node_is_null(node) ? (struct hz_text){0} : node->text;
        add_value(reading, report,
                  (struct hz_report_value){node->key->text, value, are_inputs, false, false, node});
    }
}

static void read_values(struct hz_reading *reading, struct reading *all)
{
    struct hz_report *report = all->report;
    const size_t most = (all->inputs ? all->inputs->items : 0) +
                        (all->parameters ? all->parameters->items : 0) + all->optional.count;
    report->value = hz_arena_allocate(reading->arena, most, sizeof *report->value);
    add_map(reading, report, all->inputs, true);
    add_map(reading, report, all->parameters, false);
    for (size_t o = 0; o < all->optional.count; o++)
        add_value(reading, report,
                  (struct hz_report_value){
                      all->optional.at[o], {0}, true, true, false, all->optional_node});
}

static void check_name(struct hz_reading *reading, const struct hz_report *report, size_t p)
{
    const struct hz_report_part *part = &report->part[p];
    if (part->name.length == 0)
        return;
    if (!is_name(part->name))
        hz_schema_fault(reading, part->node,
                        _("\"%.*s\": expected a name of letters, digits, hyphens and underscores"),
                        HZ_TEXT_ARGS(part->name));
    bool is_twice = hz_report_value_of(report, part->name) != NULL;
    for (size_t q = 0; q < p; q++)
        is_twice |= hz_text_equal(report->part[q].name, part->name);
    if (is_twice)
        hz_schema_fault(reading, part->node, _("the name \"%.*s\" stands twice"),
                        HZ_TEXT_ARGS(part->name));
}

static void check_part(struct hz_reading *reading, const struct hz_report *report, size_t p)
{
    const struct hz_report_part *part = &report->part[p];
    check_name(reading, report, p);
    if (part->node->kind != HZ_NODE_MAP)
        return;
    if (!part->run && part->text.length == 0 && part->sign.count == 0)
        hz_schema_fault(reading, part->node,
                        _("a part has a \"text\", a pipeline (\"run\") or a box (\"sign\")"));
    if (!part->run &&
        (part->columns.count > 0 || part->where || part->headings || part->sort.length > 0 ||
         part->first > 0 || part->has_picture || part->caption.length > 0 || part->is_ranked))
        hz_schema_fault(reading, part->node,
                        _("columns, where, headings, sort, first, rank, caption and picture are of "
                          "a table: they want \"run\""));
    if ((part->across.length > 0) != (part->cells.length > 0))
        hz_schema_fault(reading, part->node, _("\"across\" and \"cells\" go together"));
    if (part->otherwise.length > 0 && part->needs.count == 0)
        hz_schema_fault(reading, part->node, _("\"otherwise\" goes with \"needs\""));
    for (size_t n = 0; n < part->needs.count; n++) {
        const struct hz_report_value *value = hz_report_value_of(report, part->needs.at[n]);
        if (!value || !value->is_optional)
            hz_schema_fault(reading, part->node, _("needs: \"%.*s\" is not among \"optional\""),
                            HZ_TEXT_ARGS(part->needs.at[n]));
    }
}

static void check(struct hz_reading *reading, void *into)
{
    struct reading *all = into;
    read_values(reading, all);
    for (size_t p = 0; p < all->report->parts; p++)
        check_part(reading, all->report, p);
}

struct faults {
    struct hz_buffer told;
};

static void keep(void *context, const char *fault)
{
    struct faults *faults = context;
    hz_buffer_format(&faults->told, "%s%s", faults->told.length > 0 ? "; " : "", fault);
}

bool hz_report_parse(struct hz_report *report, const char *file, struct hz_text bytes,
                     struct hz_arena *arena, struct hz_error *err)
{
    struct faults faults = {0};
    struct reading all = {.report = report};
    struct hz_reading reading = {.arena = arena, .tell = keep, .context = &faults};
    *report = (struct hz_report){0};
    if (!hz_tree_parse_all(&report->tree, file, bytes, arena, err) ||
        !hz_tree_need_map(&report->tree, report->tree.root, err))
        return false;
    reading.tree = &report->tree;
    hz_schema_read(&reading, report->tree.root, report_fields, &all);
    check(&reading, &all);
    bool done = reading.faults == 0;
    if (!done) {
        hz_buffer_char(&faults.told, '\0');
        hz_error_set(err, HZ_ERROR_DATA, HZ_NOWHERE, "%s", faults.told.at);
    }
    hz_buffer_free(&faults.told);
    return done;
}

const struct hz_report_value *hz_report_value_of(const struct hz_report *report,
                                                 struct hz_text name)
{
    for (size_t v = 0; v < report->values; v++)
        if (hz_text_equal(report->value[v].name, name))
            return &report->value[v];
    return NULL;
}

const char *hz_report_next_given(const char *list)
{
    for (const char *comma = strchr(list, ','); comma; comma = strchr(comma + 1, ',')) {
        const struct hz_text name = {comma + 1, strcspn(comma + 1, "=,")};
        if (is_name(name) && comma[1 + name.length] == '=')
            return comma;
    }
    return list + strlen(list);
}

static bool give(struct hz_report *report, struct hz_text name, struct hz_text value,
                 bool are_inputs, struct hz_error *err)
{
    const char *option = are_inputs ? "--input" : "--set";
    struct hz_buffer names = {0};
    for (size_t v = 0; v < report->values; v++) {
        struct hz_report_value *one = &report->value[v];
        if (one->is_input != are_inputs)
            continue;
        hz_buffer_format(&names, "%s%.*s", names.length > 0 ? ", " : "", HZ_TEXT_ARGS(one->name));
        if (!hz_text_equal(one->name, name))
            continue;
        hz_buffer_free(&names);
        if (one->is_given)
            return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE, _("%s: \"%.*s\" is given twice"),
                                option, HZ_TEXT_ARGS(name));
        one->value = value;
        one->is_given = true;
        return true;
    }
    hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                 _("%s: the description has no \"%.*s\", only: %.*s"), option, HZ_TEXT_ARGS(name),
                 names.length > 0 ? (int)names.length : 4, names.length > 0 ? names.at : "none");
    hz_buffer_free(&names);
    return false;
}

bool hz_report_give(struct hz_report *report, const char *list, bool are_inputs,
                    struct hz_arena *arena, struct hz_error *err)
{
    while (list && *list) {
        const char *end = hz_report_next_given(list);
        const struct hz_text name = {list, strcspn(list, "=,")};
        const char *value = list + name.length + 1;
        if (!is_name(name) || list[name.length] != '=' || value == end)
            return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                                _("%s: \"%s\": expected NAME=VALUE, with commas between them"),
                                are_inputs ? "--input" : "--set", list);
        if (!give(report, name,
                  hz_arena_text(arena, (struct hz_text){value, (size_t)(end - value)}), are_inputs,
                  err))
            return false;
        list = end + (*end == ',');
    }
    return true;
}

bool hz_report_is_complete(const struct hz_report *report, struct hz_error *err)
{
    for (size_t v = 0; v < report->values; v++) {
        const struct hz_report_value *value = &report->value[v];
        if (value->value.length > 0 || value->is_optional)
            continue;
        return hz_error_set(err, HZ_ERROR_USAGE, hz_tree_place(&report->tree, value->node),
                            value->is_input ? _("this report wants a file: --input %.*s=FILE")
                                            : _("this report wants a value: --set %.*s=VALUE"),
                            HZ_TEXT_ARGS(value->name));
    }
    return true;
}

bool hz_report_has_needs(const struct hz_report *report, const struct hz_report_part *part)
{
    for (size_t n = 0; n < part->needs.count; n++)
        if (hz_report_value_of(report, part->needs.at[n])->value.length == 0)
            return false;
    return true;
}
