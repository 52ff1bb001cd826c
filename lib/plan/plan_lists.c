/* plan_lists.c: lists of diseases and schedules of disability: see plan_schema.h. */

#include "plan/plan_schema.h"

#include "base/memory.h"

static const struct hz_field item_fields[] = {
    HZ_KEY(TEXT, "code", hz_list_item, code),
    HZ_KEY(TEXT, "name", hz_list_item, name),
    HZ_KEY(TEXT, "class", hz_list_item, group),
    HZ_KEY(TEXTS, "icd", hz_list_item, icd),
    HZ_KEY_END,
};

static void read_items(struct hz_reading *reading, const struct hz_node *value, void *into)
{
    struct hz_list *list = into;
    const struct hz_list_item fresh = {0};
    struct hz_list_item *item =
        hz_schema_list(reading, value, item_fields, &fresh, sizeof fresh, &list->items);
    for (size_t i = 0; i < list->items; i++) {
        if (item[i].code.length == 0)
            hz_schema_fault(reading, &value->item[i], _("an item needs a code"));
        if (item[i].group.length == 0)
            item[i].group = item[i].code;
        for (size_t k = 0; k < i; k++)
            if (hz_text_equal(item[k].code, item[i].code))
                hz_schema_fault(reading, &value->item[i], _("this code stands here already"));
    }
    list->item = item;
}

static void read_grades(struct hz_reading *reading, const struct hz_node *value, void *into)
{
    struct hz_schedule *schedule = into;
    const struct hz_field part = {.kind = HZ_FIELD_RATE, .most = HZ_DECIMAL_ONE};
    if (value->kind != HZ_NODE_LIST || value->items != HZ_GRADES) {
        hz_schema_fault(reading, value, _("expected a list of %d parts, of grade 1, 2, ..."),
                        HZ_GRADES);
        return;
    }
    for (size_t g = 0; g < HZ_GRADES; g++) {
        hz_schema_value(reading, &value->item[g], &part, &schedule->part[g]);
        if (g > 0 && schedule->part[g].value > schedule->part[g - 1].value)
            hz_schema_fault(reading, &value->item[g],
                            _("a grade is paid more than the more severe one before it"));
    }
}

static const struct hz_field list_fields[] = {
    HZ_KEY(TEXT, "list", hz_list, code),     HZ_KEY(TEXT, "name", hz_list, name),
    HZ_KEY(TEXT, "source", hz_list, source), HZ_KEY(TEXT, "status", hz_list, status),
    HZ_KEY_OWN("items", read_items),         HZ_KEY_END,
};

static const struct hz_field schedule_fields[] = {
    HZ_KEY(TEXT, "schedule", hz_schedule, code),
    HZ_KEY(TEXT, "name", hz_schedule, name),
    HZ_KEY(TEXT, "source", hz_schedule, source),
    HZ_KEY_OWN("grades", read_grades),
    HZ_KEY_END,
};

static void check_texts(struct hz_reading *reading, const struct hz_node *map, struct hz_text code,
                        struct hz_text source, bool is_known)
{
    if (code.length == 0 || source.length == 0)
        hz_schema_fault(reading, map, _("a list needs its code and its source"));
    if (is_known)
        hz_schema_fault(reading, map, _("another file has a list of this code"));
}

void hz_list_schema_read(struct hz_reading *reading, const struct hz_node *map,
                         struct hz_plans *plans)
{
    if (map->kind == HZ_NODE_MAP && hz_node_get(map, "schedule")) {
        struct hz_schedule schedule = {0};
        hz_schema_read(reading, map, schedule_fields, &schedule);
        if (!hz_node_get(map, "grades"))
            hz_schema_fault(reading, map, _("a schedule needs the key \"grades\""));
        check_texts(reading, map, schedule.code, schedule.source,
                    hz_plans_schedule(plans, schedule.code) != NULL);
        plans->schedule =
            hz_reallocate(plans->schedule, plans->schedules + 1, sizeof *plans->schedule);
        plans->schedule[plans->schedules++] = schedule;
        return;
    }
    struct hz_list list = {0};
    hz_schema_read(reading, map, list_fields, &list);
    if (list.items == 0)
        hz_schema_fault(reading, map, _("a list needs items"));
    check_texts(reading, map, list.code, list.source, hz_plans_list(plans, list.code) != NULL);
    plans->list = hz_reallocate(plans->list, plans->lists + 1, sizeof *plans->list);
    plans->list[plans->lists++] = list;
}
