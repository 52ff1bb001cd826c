/* scenario.c: see scenario.h. */

#include "project/scenario.h"

#include "base/nearest.h"
#include "file/schema.h"
#include "file/sheet.h"

#include <math.h>
#include <stdio.h>

const char *const hz_scenario_key_names[] = {"growth",    "renewal", "lapse",      "price",
                                             "inflation", "trend",   "elasticity", "benefit",
                                             "frequency", "mean",    "cv",         NULL};

static const char *const severities[] = {"empirical", "log-normal", "gamma", "pareto", NULL};

/* What is read, in billionths, besides the scenario that it becomes. */
struct draft {
    struct hz_scenario *scenario;
    struct hz_scenario_names names;
    struct hz_decimal value[HZ_SCENARIO_KEYS];
    struct hz_text name, note, benefits;
    int severity;
};

#define ONE HZ_DECIMAL_ONE

/* In the order of enum hz_scenario_key; offsets are set where they are used. */
static const struct {
    int64_t least, most;
} bounds[HZ_SCENARIO_KEYS] = {{-ONE, 10 * ONE},      {0, 2 * ONE},    {0, ONE},
                              {-ONE, 10 * ONE},      {-ONE / 2, ONE}, {-ONE / 2, ONE},
                              {-10 * ONE, 10 * ONE}, {0, 100 * ONE},  {0, 100 * ONE},
                              {1, INT64_MAX},        {0, 100 * ONE}};

static void figure_fields(struct hz_field field[HZ_SCENARIO_KEYS + 1])
{
    for (int k = 0; k < HZ_SCENARIO_KEYS; k++)
        field[k] = (struct hz_field){.name = hz_scenario_key_names[k],
                                     .kind = HZ_FIELD_RATE,
                                     .offset = (size_t)k * sizeof(struct hz_decimal),
                                     .least = bounds[k].least,
                                     .most = bounds[k].most};
    field[HZ_SCENARIO_KEYS] = (struct hz_field){0};
}

/* Figures that a map has, with their lines. */
static void take_figures(const struct hz_reading *reading, const struct hz_node *map,
                         const struct hz_decimal value[], struct hz_supposed given[])
{
    for (int k = 0; k < HZ_SCENARIO_KEYS; k++) {
        const struct hz_node *node = hz_node_get(map, hz_scenario_key_names[k]);
        if (node)
            given[k] = (struct hz_supposed){(double)value[k].value / (double)HZ_DECIMAL_ONE,
                                            reading->tree->file, node->line};
    }
}

static bool is_a_name(struct hz_text text, const char *const names[])
{
    for (; *names; names++)
        if (hz_text_equal(text, hz_text_of(*names)))
            return true;
    return false;
}

static void check_name(struct hz_reading *reading, const struct hz_node *node,
                       const char *const names[], const char *what)
{
    const char *nearest = hz_nearest(node->key->text, names);
    if (is_a_name(node->key->text, names))
        return;
    if (nearest)
        hz_schema_fault(reading, node, _("the records have no such %s: is it %s?"), what, nearest);
    else
        hz_schema_fault(reading, node, _("the records have no such %s"), what);
}

static void read_parts(struct hz_reading *reading, const struct hz_node *map,
                       const char *const names[], const char *what, struct hz_scenario_part **part,
                       size_t *parts)
{
    struct hz_field field[HZ_SCENARIO_KEYS + 1];
    struct hz_error fault = {0};
    if (!hz_tree_need_map(reading->tree, map, &fault)) {
        hz_schema_fault(reading, map, _("expected a map: a %s, and its figures"), what);
        return;
    }
    figure_fields(field);
    *part = hz_arena_allocate(reading->arena, map->items + 1, sizeof **part);
    for (size_t i = 0; i < map->items; i++) {
        const struct hz_node *node = &map->item[i];
        struct hz_decimal value[HZ_SCENARIO_KEYS] = {0};
        check_name(reading, node, names, what);
        hz_schema_read(reading, node, field, value);
        (*part)[*parts].name = node->key->text;
        if (node->kind == HZ_NODE_MAP)
            take_figures(reading, node, value, (*part)[(*parts)++].given);
    }
}

static void read_plans(struct hz_reading *reading, const struct hz_node *map, void *into)
{
    const struct draft *draft = reading->scope;
    (void)into;
    read_parts(reading, map, draft->names.plan, "plan", &draft->scenario->plan,
               &draft->scenario->plans);
}

static void read_offices(struct hz_reading *reading, const struct hz_node *map, void *into)
{
    const struct draft *draft = reading->scope;
    (void)into;
    read_parts(reading, map, draft->names.office, "office", &draft->scenario->office,
               &draft->scenario->offices);
}

static void read_shock(struct hz_reading *reading, const struct hz_node *map, void *into)
{
    struct draft *draft = into;
    struct hz_scenario *s = draft->scenario;
    enum hz_grain grain = HZ_YEAR;
    struct shock {
        struct hz_text from;
        int64_t months;
        struct hz_decimal factor;
    } shock = {{0}, 0, {-1}};
    const struct hz_field fields[] = {
        HZ_KEY(TEXT, "from", shock, from),
        HZ_KEY_WITHIN(INTEGER, "months", shock, months, 1, 120),
        HZ_KEY_WITHIN(RATE, "factor", shock, factor, 0, 100 * ONE),
        HZ_KEY_END,
    };
    hz_schema_read(reading, map, fields, &shock);
    if (map->kind != HZ_NODE_MAP)
        return;
    if (shock.months == 0 || shock.factor.value < 0 ||
        !hz_period_parse(shock.from, &s->shock.from, &grain) || grain != HZ_MONTH)
        hz_schema_fault(reading, map, _("expected from (a month, 2024-03), months and factor"));
    s->shock.months = shock.months;
    s->shock.factor = (struct hz_supposed){(double)shock.factor.value / (double)HZ_DECIMAL_ONE,
                                           reading->tree->file, map->line};
}

/* ---- The table of benefits: hz-benefit --plans NOW --against THEN --by plan */

static const char *beside(const char *file, struct hz_text name, struct hz_arena *arena)
{
    const char *slash = strrchr(file, '/');
    const size_t length = slash && name.at[0] != '/' ? (size_t)(slash - file) + 1 : 0;
    char *path = hz_arena_allocate(arena, length + name.length + 1, 1);
    memcpy(path, file, length);
    memcpy(path + length, name.at, name.length);
    return path;
}

static struct hz_scenario_part *part_of(struct hz_scenario *s, struct hz_text plan)
{
    for (size_t p = 0; p < s->plans; p++)
        if (hz_text_equal(s->plan[p].name, plan))
            return &s->plan[p];
    s->plan[s->plans].name = plan;
    return &s->plan[s->plans++];
}

static bool read_factors(struct hz_scenario *s, const struct hz_sheet *sheet,
                         const char *const plans[], struct hz_error *err)
{
    int plan, payable, against;
    if (!hz_sheet_find(sheet, "plan", &plan, err) ||
        !hz_sheet_find(sheet, "payable", &payable, err) ||
        !hz_sheet_find(sheet, "payable_against", &against, err))
        return false;
    for (size_t r = 0; r < sheet->rows; r++) {
        const struct hz_text name = hz_sheet_cell(sheet, r, plan);
        double now, then;
        if (!is_a_name(name, plans))
            continue; /* totals, and plans that have no cover any more */
        if (!hz_sheet_number(sheet, r, payable, &now, err) ||
            !hz_sheet_number(sheet, r, against, &then, err))
            return false;
        if (!(now > 0) || then < 0)
            return hz_error_set(err, HZ_ERROR_DATA, hz_sheet_place(sheet, r, payable),
                                _("plan %.*s: %g against %g says nothing of what a change costs: "
                                  "expected claims that are paid for"),
                                HZ_TEXT_ARGS(name), now, then);
        part_of(s, name)->given[HZ_SCENARIO_BENEFIT] =
            (struct hz_supposed){then / now, sheet->file, sheet->line[r]};
    }
    return true;
}

static bool read_benefits(struct draft *draft, struct hz_arena *arena, struct hz_error *err)
{
    struct hz_scenario *s = draft->scenario;
    struct hz_sheet sheet;
    size_t names = 0;
    if (draft->benefits.length == 0)
        return true;
    while (draft->names.plan[names])
        names++;
    struct hz_scenario_part *more = hz_arena_allocate(arena, s->plans + names, sizeof *more);
    if (s->plans > 0)
        memcpy(more, s->plan, s->plans * sizeof *more);
    s->plan = more;
    return hz_sheet_read(&sheet, beside(s->file, draft->benefits, arena), arena, err) &&
           read_factors(s, &sheet, draft->names.plan, err);
}

/* ---- All of it */

static void check(struct hz_reading *reading, const struct hz_node *root,
                  const struct hz_scenario *s)
{
    for (int k = 0; k < HZ_SCENARIO_NEEDED; k++)
        if (!hz_node_get(root, hz_scenario_key_names[k]))
            hz_schema_fault(
                reading, root,
                _("there is no %s: no rate has a usual value, expected it (0 for none)"),
                hz_scenario_key_names[k]);
    for (size_t p = 0; p <= s->plans; p++) {
        const struct hz_scenario_part *part = p < s->plans ? &s->plan[p] : &s->all;
        if (fabs(part->given[HZ_SCENARIO_PRICE].value) > 0 &&
            !part->given[HZ_SCENARIO_ELASTICITY].file && !s->all.given[HZ_SCENARIO_ELASTICITY].file)
            hz_schema_fault(
                reading, root,
                _("line %u changes a price: expected elasticity too (0: as many enrol)"),
                (unsigned)part->given[HZ_SCENARIO_PRICE].line);
        if (part->given[HZ_SCENARIO_MEAN].file && !part->given[HZ_SCENARIO_CV].file)
            hz_schema_fault(reading, root, _("line %u gives a mean: expected its cv beside it"),
                            (unsigned)part->given[HZ_SCENARIO_MEAN].line);
    }
}

static void check_offices(struct hz_reading *reading, const struct hz_node *root,
                          const struct hz_scenario *s)
{
    for (size_t o = 0; o < s->offices; o++)
        for (int k = HZ_SCENARIO_MEAN; k <= HZ_SCENARIO_CV; k++)
            if (s->office[o].given[k].file)
                hz_schema_fault(
                    reading, root,
                    _("line %u: an office has no %s of its own: expected it for a plan"),
                    (unsigned)s->office[o].given[k].line, hz_scenario_key_names[k]);
}

static void read_root(struct hz_reading *reading, struct draft *draft)
{
    const struct hz_node *root = reading->tree->root;
    static const struct hz_field others[] = {
        HZ_KEY(TEXT, "scenario", draft, name),
        HZ_KEY(TEXT, "note", draft, note),
        HZ_KEY(TEXT, "benefits", draft, benefits),
        HZ_KEY_CHOICE("severity", draft, severity, severities),
        HZ_KEY_OWN("plans", read_plans),
        HZ_KEY_OWN("offices", read_offices),
        HZ_KEY_OWN("pandemic", read_shock),
        HZ_KEY_END,
    };
    struct hz_field field[HZ_SCENARIO_KEYS + HZ_COUNT(others)];
    figure_fields(field);
    for (int k = 0; k < HZ_SCENARIO_KEYS; k++)
        field[k].offset += offsetof(struct draft, value);
    for (size_t o = 0; o < HZ_COUNT(others); o++)
        field[HZ_SCENARIO_KEYS + o] = others[o];
    hz_schema_read(reading, root, field, draft);
}

bool hz_scenario_read(struct hz_scenario *scenario, const char *path,
                      struct hz_scenario_names names, struct hz_scenario_tell whom,
                      struct hz_arena *arena, struct hz_error *err)
{
    struct hz_tree tree;
    struct draft draft = {.scenario = scenario, .names = names};
    struct hz_reading reading = {
        .tree = &tree, .arena = arena, .tell = whom.tell, .context = whom.context, .scope = &draft};
    *scenario = (struct hz_scenario){.file = path};
    if (!hz_tree_read_all(&tree, path, arena, err) || !hz_tree_need_map(&tree, tree.root, err))
        return false;
    read_root(&reading, &draft);
    take_figures(&reading, tree.root, draft.value, scenario->all.given);
    scenario->name = draft.name.length > 0 ? draft.name : hz_text_of(path);
    scenario->severity = draft.severity;
    check(&reading, tree.root, scenario);
    check_offices(&reading, tree.root, scenario);
    if (reading.faults > 0)
        return hz_error_set(err, HZ_ERROR_DATA, (struct hz_place){.file = tree.file},
                            _("%zu faults: the scenario is not used"), reading.faults);
    return read_benefits(&draft, arena, err);
}

static const struct hz_supposed *find(const struct hz_scenario_part part[], size_t parts,
                                      struct hz_text name, enum hz_scenario_key key)
{
    for (size_t p = 0; p < parts; p++)
        if (hz_text_equal(part[p].name, name) && part[p].given[key].file)
            return &part[p].given[key];
    return NULL;
}

const struct hz_supposed *hz_scenario_given(const struct hz_scenario *s, struct hz_text plan,
                                            struct hz_text office, enum hz_scenario_key key)
{
    const struct hz_supposed *given = find(s->office, s->offices, office, key);
    if (!given)
        given = find(s->plan, s->plans, plan, key);
    return given ? given : &s->all.given[key];
}

double hz_scenario_value(const struct hz_scenario *s, struct hz_text plan, struct hz_text office,
                         enum hz_scenario_key key, double otherwise)
{
    const struct hz_supposed *given = hz_scenario_given(s, plan, office, key);
    return given->file ? given->value : otherwise;
}
