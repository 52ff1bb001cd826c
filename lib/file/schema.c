/* schema.c: see schema.h. */

#include "file/schema.h"

#include "base/nearest.h"

#include <inttypes.h>
#include <math.h>
#include <stdarg.h>
#include <stdio.h>

enum { NAMES = 64 };

static void tell(struct hz_reading *reading, const struct hz_error *fault)
{
    reading->faults++;
    if (reading->tell)
        reading->tell(reading->context, fault->text);
}

void hz_schema_fault(struct hz_reading *reading, const struct hz_node *node, const char *sentence,
                     ...)
{
    struct hz_error fault = {0};
    va_list values;
    va_start(values, sentence);
    hz_error_vset(&fault, HZ_ERROR_DATA, hz_tree_place(reading->tree, node), sentence, values);
    va_end(values);
    tell(reading, &fault);
}

static const struct hz_field *find_field(const struct hz_field fields[], struct hz_text name)
{
    for (; fields->name; fields++)
        if (hz_text_equal(hz_text_of(fields->name), name))
            return fields;
    return NULL;
}

static void refuse_key(struct hz_reading *reading, const struct hz_node *value,
                       const struct hz_field fields[])
{
    const char *names[NAMES + 1];
    size_t count = 0;
    struct hz_buffer list = {0};
    for (; count < NAMES && fields[count].name; count++) {
        names[count] = fields[count].name;
        hz_buffer_format(&list, "%s%s", count > 0 ? ", " : "", names[count]);
    }
    names[count] = NULL;
    hz_buffer_char(&list, '\0');
    const char *nearest = hz_nearest(value->key->text, names);
    if (nearest)
        hz_schema_fault(reading, value, _("no such key here: did you mean \"%s\"?"), nearest);
    else
        hz_schema_fault(reading, value, _("no such key here: expected one of %s"), list.at);
    hz_buffer_free(&list);
}

/* A bound as people say it: 1e-9 stands for "above 0"; percentages for who has written one. */
static bool put_bound(double bound, bool is_percent, char text[32])
{
    const double whole = round(bound);
    const bool is_open = fabs(bound - whole) > 0 && fabs(bound - whole) < 1e-5;
    snprintf(text, 32, is_percent ? "%.15g%%" : "%.15g",
             (is_open ? whole : bound) * (is_percent ? 100 : 1));
    return is_open;
}

static void refuse_number(struct hz_reading *reading, const struct hz_node *value, double low,
                          double high)
{
    char least[32], most[32];
    const struct hz_text text = value->text;
    const bool is_percent = text.length > 0 && text.at[text.length - 1] == '%';
    const bool is_open = put_bound(low, is_percent, least);
    put_bound(high, is_percent, most);
    hz_schema_fault(reading, value,
                    is_open ? _("\"%.*s\" is out of bounds: expected above %s, up to %s")
                            : _("\"%.*s\" is out of bounds: expected %s to %s"),
                    HZ_TEXT_ARGS(text), least, most);
}

static void bound(struct hz_reading *reading, const struct hz_node *value,
                  const struct hz_field *field, int64_t number, int64_t *into)
{
    if (number >= field->least && number <= field->most) {
        *into = number;
        return;
    }
    if (field->kind == HZ_FIELD_RATE) {
        refuse_number(reading, value, (double)field->least / (double)HZ_DECIMAL_ONE,
                      (double)field->most / (double)HZ_DECIMAL_ONE);
        return;
    }
    char least[HZ_SUM_TEXT], most[HZ_SUM_TEXT];
    if (field->kind == HZ_FIELD_MONEY) {
        hz_money_format(field->least, least);
        hz_money_format(field->most, most);
    } else {
        hz_sum_format(field->least, least);
        hz_sum_format(field->most, most);
    }
    hz_schema_fault(reading, value, _("\"%.*s\" is out of bounds: expected %s to %s"),
                    HZ_TEXT_ARGS(value->text), least, most);
}

/* A number, or a percentage. */
static bool read_number(struct hz_reading *reading, const struct hz_node *value,
                        const struct hz_field *field, double *into, struct hz_error *fault)
{
    struct hz_decimal part;
    struct hz_error unused = {0};
    double number;
    if (!hz_tree_number(reading->tree, value, &number, fault)) {
        if (!hz_tree_decimal(reading->tree, value, &part, &unused))
            return false;
        number = (double)part.value / (double)HZ_DECIMAL_ONE;
    }
    if (number >= field->low && number <= field->high)
        *into = number;
    else
        refuse_number(reading, value, field->low, field->high);
    return true;
}

static bool read_texts(struct hz_reading *reading, const struct hz_node *value, void *into,
                       struct hz_error *fault)
{
    struct {
        const struct hz_text *at;
        size_t count;
    } texts;
    const struct hz_node *node = value->kind == HZ_NODE_LIST ? value->item : value;
    texts.count = value->kind == HZ_NODE_LIST ? value->items : 1;
    struct hz_text *text = hz_arena_allocate(reading->arena, texts.count, sizeof *text);
    for (size_t i = 0; i < texts.count; i++)
        if (!hz_tree_text(reading->tree, &node[i], &text[i], fault))
            return false;
    texts.at = text;
    memcpy(into, &texts, sizeof texts);
    return true;
}

void hz_schema_value(struct hz_reading *reading, const struct hz_node *value,
                     const struct hz_field *field, void *into)
{
    const struct hz_tree *tree = reading->tree;
    struct hz_error fault = {0};
    struct hz_decimal rate;
    int64_t number;
    int index;
    bool good = true;
    switch (field->kind) {
    case HZ_FIELD_TEXT:
        good = hz_tree_text(tree, value, into, &fault);
        break;
    case HZ_FIELD_FLAG:
        good = hz_tree_flag(tree, value, into, &fault);
        break;
    case HZ_FIELD_INTEGER:
        good = hz_tree_integer(tree, value, &number, &fault);
        if (good)
            bound(reading, value, field, number, into);
        break;
    case HZ_FIELD_COUNT:
        number = (int64_t) * (size_t *)into;
        good = hz_tree_integer(tree, value, &number, &fault);
        if (good)
            bound(reading, value, field, number, &number);
        if (good && number >= field->least && number <= field->most)
            *(size_t *)into = (size_t)number;
        break;
    case HZ_FIELD_NUMBER:
        good = read_number(reading, value, field, into, &fault);
        break;
    case HZ_FIELD_MONEY:
        good = hz_tree_money(tree, value, &number, &fault);
        if (good)
            bound(reading, value, field, number, into);
        break;
    case HZ_FIELD_RATE:
        good = hz_tree_decimal(tree, value, &rate, &fault);
        if (good)
            bound(reading, value, field, rate.value, &((struct hz_decimal *)into)->value);
        break;
    case HZ_FIELD_DATE:
        good = hz_tree_date(tree, value, into, &fault);
        break;
    case HZ_FIELD_CHOICE:
        good = hz_tree_choice(tree, value, field->choices, &index, &fault);
        if (good)
            memcpy(into, &index, sizeof index);
        break;
    case HZ_FIELD_TEXTS:
        good = read_texts(reading, value, into, &fault);
        break;
    case HZ_FIELD_MAP:
        hz_schema_read(reading, value, field->fields, into);
        break;
    case HZ_FIELD_OWN:
        field->own(reading, value, into);
        break;
    }
    if (!good)
        tell(reading, &fault);
}

void hz_schema_read(struct hz_reading *reading, const struct hz_node *map,
                    const struct hz_field fields[], void *into)
{
    struct hz_error fault = {0};
    if (!hz_tree_need_map(reading->tree, map, &fault)) {
        tell(reading, &fault);
        return;
    }
    for (size_t i = 0; i < map->items; i++) {
        const struct hz_node *value = &map->item[i];
        const struct hz_field *field = find_field(fields, value->key->text);
        if (value->is_repeated)
            hz_schema_fault(reading, value, _("this key stands twice in its map"));
        else if (field)
            hz_schema_value(reading, value, field, (char *)into + field->offset);
        else
            refuse_key(reading, value, fields);
    }
    for (; fields->name; fields++)
        if (fields->is_needed && !hz_node_get(map, fields->name))
            hz_schema_fault(reading, map, _("the key \"%s\" is missing"), fields->name);
}

void *hz_schema_list(struct hz_reading *reading, const struct hz_node *list,
                     const struct hz_field fields[], const void *fresh, size_t size, size_t *count)
{
    struct hz_error fault = {0};
    *count = 0;
    if (!hz_tree_need_list(reading->tree, list, &fault)) {
        tell(reading, &fault);
        return NULL;
    }
    if (list->items == 0)
        return NULL;
    char *array = hz_arena_allocate(reading->arena, list->items, size);
    for (size_t i = 0; i < list->items; i++) {
        memcpy(array + i * size, fresh, size);
        hz_schema_read(reading, &list->item[i], fields, array + i * size);
    }
    *count = list->items;
    return array;
}

static void gather(void *context, const char *fault)
{
    struct hz_buffer *faults = context;
    hz_buffer_string(faults, faults->length > 0 ? "; " : "");
    hz_buffer_string(faults, fault);
}

bool hz_schema_file(struct hz_reading *reading, struct hz_tree *tree, const char *path,
                    const struct hz_field fields[],
                    void (*more)(struct hz_reading *reading, void *into), void *into,
                    struct hz_error *err)
{
    struct hz_buffer faults = {0};
    if (!hz_tree_read_all(tree, path, reading->arena, err))
        return false;
    reading->tree = tree;
    reading->tell = gather;
    reading->context = &faults;
    hz_schema_read(reading, tree->root, fields, into);
    if (more && tree->root->kind == HZ_NODE_MAP)
        more(reading, into);
    if (reading->faults > 0)
        (void)hz_error_set(err, HZ_ERROR_DATA, HZ_NOWHERE, "%.*s", (int)faults.length, faults.at);
    hz_buffer_free(&faults);
    return reading->faults == 0;
}
