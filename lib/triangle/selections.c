/* selections.c: see selections.h. */

#include "triangle/selections.h"

#include "file/tree.h"

#include <math.h>

enum kind { NUMBER, COUNT, TEXT, AGE, AVERAGE, SIGMA, CURVE, TAIL_ERRORS };

/* A key of a map, where its value goes, and between which bounds. */
struct field {
    const char *name;
    enum kind kind;
    void *target;
    double least, most;
};

struct reader {
    struct hz_tree tree;
    struct hz_arena *arena;
    struct hz_buffer faults;
};

/* Keeps a fault, to be told with the others. */
static void keep(struct reader *reader, const struct hz_error *fault)
{
    if (fault->kind == HZ_NO_ERROR)
        return;
    hz_buffer_string(&reader->faults, reader->faults.length > 0 ? "; " : "");
    hz_buffer_string(&reader->faults, fault->text);
}

static void complain(struct reader *reader, const struct hz_node *node, const char *sentence)
{
    struct hz_error fault = {0};
    (void)hz_error_set(&fault, HZ_ERROR_DATA, hz_tree_place(&reader->tree, node), "%s", sentence);
    keep(reader, &fault);
}

static void read_number(struct reader *reader, const struct hz_node *node,
                        const struct field *field)
{
    struct hz_error fault = {0};
    double number;
    if (!hz_tree_number(&reader->tree, node, &number, &fault)) {
        keep(reader, &fault);
        return;
    }
    const bool is_whole = field->kind != COUNT || fabs(number - round(number)) <= 0;
    if (number < field->least || number > field->most || !is_whole) {
        (void)hz_error_set(&fault, HZ_ERROR_DATA, hz_tree_place(&reader->tree, node),
                           field->kind == COUNT ? _("want a whole number from %.15g to %.15g")
                                                : _("want a number from %.15g to %.15g"),
                           field->least, field->most);
        keep(reader, &fault);
    } else if (field->kind == COUNT)
        *(size_t *)field->target = (size_t)number;
    else
        *(double *)field->target = number;
}

static void read_choice(struct reader *reader, const struct hz_node *node,
                        const struct field *field)
{
    struct hz_error fault = {0};
    int index = 0;
    const char *const *names = field->kind == AVERAGE ? hz_average_names
                               : field->kind == SIGMA ? hz_sigma_rule_names
                               : field->kind == CURVE ? hz_tail_curve_names
                                                      : hz_tail_error_rule_names;
    if (!hz_tree_choice(&reader->tree, node, names, &index, &fault))
        keep(reader, &fault);
    else if (field->kind == AVERAGE)
        *(enum hz_average *)field->target = (enum hz_average)index;
    else if (field->kind == SIGMA)
        *(enum hz_sigma_rule *)field->target = (enum hz_sigma_rule)index;
    else if (field->kind == CURVE)
        *(enum hz_tail_curve *)field->target = (enum hz_tail_curve)index;
    else
        *(enum hz_tail_error_rule *)field->target = (enum hz_tail_error_rule)index;
}

static void read_field(struct reader *reader, const struct hz_node *node, const struct field *field)
{
    struct hz_error fault = {0};
    switch (field->kind) {
    case NUMBER:
    case COUNT:
    case AGE:
        read_number(reader, node, field);
        break;
    case TEXT:
        if (!hz_tree_text(&reader->tree, node, field->target, &fault))
            keep(reader, &fault);
        break;
    case AVERAGE:
    case SIGMA:
    case CURVE:
    case TAIL_ERRORS:
        read_choice(reader, node, field);
        break;
    }
}

/* Reads a map by its fields; `others` are keys that are read elsewhere. NULL-named ends both. */
static bool read_map(struct reader *reader, const struct hz_node *map, const struct field field[],
                     const char *const others[])
{
    struct hz_error fault = {0};
    size_t n = 0, most = 1;
    for (size_t f = 0; field[f].name; f++)
        most++;
    for (size_t i = 0; others && others[i]; i++)
        most++;
    const char **known = hz_arena_allocate(reader->arena, most, sizeof *known);
    if (!hz_tree_need_map(&reader->tree, map, &fault)) {
        keep(reader, &fault);
        return false;
    }
    for (size_t f = 0; field[f].name; f++)
        known[n++] = field[f].name;
    for (size_t i = 0; others && others[i]; i++)
        known[n++] = others[i];
    if (!hz_tree_check_keys(&reader->tree, map, known, &fault))
        keep(reader, &fault);
    for (size_t f = 0; field[f].name; f++) {
        const struct hz_node *value = hz_node_get(map, field[f].name);
        if (value)
            read_field(reader, value, &field[f]);
    }
    return true;
}

/* The list of a key, NULL if there is none. */
static const struct hz_node *get_list(struct reader *reader, const struct hz_node *map,
                                      const char *key)
{
    struct hz_error fault = {0};
    const struct hz_node *list = hz_node_get(map, key);
    if (list && !hz_tree_need_list(&reader->tree, list, &fault)) {
        keep(reader, &fault);
        return NULL;
    }
    return list;
}

#define USE_FIELDS(use)                                                                            \
    {"last", COUNT, &(use)->last, 1, 1e6}, {"drop-high", COUNT, &(use)->drop_high, 0, 1e6},        \
        {"drop-low", COUNT, &(use)->drop_low, 0, 1e6},                                             \
        {"above", NUMBER, &(use)->above, 1e-9, 1e9},                                               \
    {                                                                                              \
        "below", NUMBER, &(use)->below, 1e-9, 1e9                                                  \
    }

static void read_ages(struct reader *reader, const struct hz_node *list,
                      struct hz_development_choice *choice)
{
    struct hz_age_choice *at = hz_arena_allocate(reader->arena, list->items, sizeof *at);
    for (size_t i = 0; i < list->items; i++) {
        const struct hz_node *item = &list->item[i];
        at[i] = (struct hz_age_choice){.age = (double)NAN,
                                       .average = choice->average,
                                       .use = choice->use,
                                       .place = hz_tree_place(&reader->tree, item)};
        const struct field field[] = {{"age", AGE, &at[i].age, 0, 1e9},
                                      {"average", AVERAGE, &at[i].average, 0, 0},
                                      {"factor", NUMBER, &at[i].factor, 1e-6, 1e6},
                                      {"reason", TEXT, &at[i].reason, 0, 0},
                                      USE_FIELDS(&at[i].use),
                                      {0}};
        if (!read_map(reader, item, field, NULL))
            continue;
        if (isnan(at[i].age))
            complain(reader, item, _("an item of ages wants the age at which the step starts"));
        for (size_t j = 0; j < i; j++)
            if (fabs(at[j].age - at[i].age) <= 1e-9)
                complain(reader, item, _("this age stands twice"));
    }
    choice->at = at;
    choice->ats = list->items;
}

static void read_exclusions(struct reader *reader, const struct hz_node *list,
                            struct hz_development_choice *choice)
{
    struct hz_exclusion *exclusion =
        hz_arena_allocate(reader->arena, list->items, sizeof *exclusion);
    for (size_t i = 0; i < list->items; i++) {
        const struct hz_node *item = &list->item[i];
        struct hz_exclusion *e = &exclusion[i];
        *e = (struct hz_exclusion){.age = (double)NAN, .place = hz_tree_place(&reader->tree, item)};
        const struct field field[] = {{"origin", TEXT, &e->origin, 0, 0},
                                      {"age", AGE, &e->age, 0, 1e9},
                                      {"valuation", TEXT, &e->valuation, 0, 0},
                                      {"reason", TEXT, &e->reason, 0, 0},
                                      {0}};
        if (read_map(reader, item, field, NULL) && e->origin.length == 0 && isnan(e->age) &&
            e->valuation.length == 0)
            complain(reader, item, _("an exclusion wants an origin, an age or a valuation"));
    }
    choice->exclusion = exclusion;
    choice->exclusions = list->items;
}

static void read_tail(struct reader *reader, const struct hz_node *map,
                      struct hz_development_choice *choice)
{
    const struct field field[] = {{"factor", NUMBER, &choice->tail, 1e-6, 1e6},
                                  {"se", NUMBER, &choice->tail_se, 0, 1e6},
                                  {"sigma", NUMBER, &choice->tail_sigma, 0, 1e100},
                                  {"errors", TAIL_ERRORS, &choice->tail_errors, 0, 0},
                                  {"decay", NUMBER, &choice->tail_decay, 0, 0.99},
                                  {"curve", CURVE, &choice->curve.curve, 0, 0},
                                  {"from", AGE, &choice->curve.from, 0, 1e9},
                                  {"to", AGE, &choice->curve.to, 0, 1e9},
                                  {"length", COUNT, &choice->curve.length, 1, 1e6},
                                  {"smooth", AGE, &choice->curve.smooth, 1e-9, 1e9},
                                  {0}};
    (void)read_map(reader, map, field, NULL);
    if (map->kind == HZ_NODE_MAP && choice->curve.curve != HZ_TAIL_CONSTANT &&
        hz_node_get(map, "factor"))
        complain(reader, map, _("a tail has a factor or a curve, not both"));
}

/* What may stand for all groups and for some; `others` are the keys beside it. */
static void read_choice_map(struct reader *reader, const struct hz_node *map,
                            const char *const others[], struct hz_development_choice *choice,
                            double *prior)
{
    const struct field field[] = {{"average", AVERAGE, &choice->average, 0, 0},
                                  {"sigma", SIGMA, &choice->sigma_rule, 0, 0},
                                  {"prior", NUMBER, prior, 0, 1e100},
                                  USE_FIELDS(&choice->use),
                                  {0}};
    if (!read_map(reader, map, field, others))
        return;
    const struct hz_node *ages = get_list(reader, map, "ages");
    const struct hz_node *exclude = get_list(reader, map, "exclude");
    if (hz_node_get(map, "tail"))
        read_tail(reader, hz_node_get(map, "tail"), choice);
    if (ages)
        read_ages(reader, ages, choice);
    if (exclude)
        read_exclusions(reader, exclude, choice);
}

/* Whether each group column that the item names has the value it says; `named` counts them. */
static bool is_named(const struct hz_node *item, const struct hz_triangle_table *triangles,
                     const char *const column[], size_t t, size_t *named)
{
    bool is_same = true;
    *named = 0;
    for (size_t k = 0; k < triangles->keys; k++) {
        const struct hz_node *value = hz_node_get(item, column[k]);
        *named += value != NULL;
        is_same &= !value || (value->kind == HZ_NODE_SCALAR &&
                              hz_text_equal(value->text, triangles->triangle[t].key[k]));
    }
    return is_same && *named > 0;
}

/* Gives the triangles that an item names what it says. */
static void give_own(struct reader *reader, const struct hz_node *item,
                     struct hz_triangle_table *triangles, const char *const column[],
                     const struct hz_own_choice *own)
{
    size_t named = 0, found = 0, before = 0;
    for (size_t t = 0; t < triangles->triangles; t++) {
        if (!is_named(item, triangles, column, t, &named))
            continue;
        before += triangles->triangle[t].own != NULL;
        triangles->triangle[t].own = own;
        found++;
    }
    if (before > 0)
        complain(reader, item, _("an item before this one names some of these groups too"));
    if (named == 0)
        complain(reader, item, _("an item of groups wants a group column and its value"));
    else if (found == 0)
        complain(reader, item, _("no triangle is of this group"));
}

static void read_groups(struct reader *reader, const struct hz_node *list,
                        struct hz_triangle_table *triangles,
                        const struct hz_development_choice *choice, double prior)
{
    struct hz_own_choice *own = hz_arena_allocate(reader->arena, list->items, sizeof *own);
    const char **others = hz_arena_allocate(reader->arena, triangles->keys + 4, sizeof *others);
    for (size_t k = 0; k < triangles->keys; k++)
        others[k] = hz_arena_string(reader->arena, triangles->column[k]);
    others[triangles->keys] = "tail";
    others[triangles->keys + 1] = "ages";
    others[triangles->keys + 2] = "exclude";
    for (size_t i = 0; i < list->items; i++) {
        own[i] = (struct hz_own_choice){.choice = *choice, .prior = prior};
        read_choice_map(reader, &list->item[i], others, &own[i].choice, &own[i].prior);
        if (list->item[i].kind == HZ_NODE_MAP)
            give_own(reader, &list->item[i], triangles, others, &own[i]);
    }
}

static void read_root(struct reader *reader, struct hz_triangle_table *triangles,
                      struct hz_development_choice *choice, double *prior)
{
    static const char *const others[] = {"tail", "ages", "exclude", "groups", NULL};
    const struct hz_node *root = reader->tree.root;
    read_choice_map(reader, root, others, choice, prior);
    const struct hz_node *groups =
        root->kind == HZ_NODE_MAP ? get_list(reader, root, "groups") : NULL;
    if (groups)
        read_groups(reader, groups, triangles, choice, *prior);
}

bool hz_selections_read(struct hz_development_choice *choice, double *prior, const char *path,
                        struct hz_triangle_table *triangles, struct hz_arena *arena,
                        struct hz_error *err)
{
    struct reader reader = {.arena = arena};
    if (!hz_tree_read(&reader.tree, path, arena, err))
        return false;
    read_root(&reader, triangles, choice, prior);
    bool done = reader.faults.length == 0;
    if (!done)
        (void)hz_error_set(err, HZ_ERROR_DATA, HZ_NOWHERE, "%.*s", (int)reader.faults.length,
                           reader.faults.at);
    hz_buffer_free(&reader.faults);
    return done;
}

/* Whether a choice is that of a triangle; NULL is the one for all. */
static bool is_for(const struct hz_own_choice *own, const struct hz_triangle_table *triangles,
                   size_t t)
{
    return !own || triangles->triangle[t].own == own;
}

static bool has_step(const struct hz_triangle_table *triangles, const struct hz_own_choice *own,
                     double age)
{
    for (size_t t = 0; t < triangles->triangles; t++) {
        const struct hz_triangle *triangle = &triangles->triangle[t].triangle;
        for (size_t k = 0; k + 1 < triangle->ages && is_for(own, triangles, t); k++)
            if (fabs(triangle->age[k] - age) <= 1e-9)
                return true;
    }
    return false;
}

static bool has_match(const struct hz_triangle_table *triangles, const struct hz_own_choice *own,
                      const struct hz_exclusion *exclusion)
{
    for (size_t t = 0; t < triangles->triangles; t++)
        if (is_for(own, triangles, t) &&
            hz_exclusion_matches(exclusion, &triangles->triangle[t].triangle))
            return true;
    return false;
}

/* The choices of ages and exclusions of one choice, but for those that it has from the one for all. */
static bool check_choice(const struct hz_development_choice *choice,
                         const struct hz_development_choice *all, const struct hz_own_choice *own,
                         const struct hz_triangle_table *triangles, struct hz_error *err)
{
    for (size_t i = 0; i < choice->ats && choice->at != all->at; i++)
        if (!has_step(triangles, own, choice->at[i].age))
            return hz_error_set(err, HZ_ERROR_DATA, choice->at[i].place,
                                _("no triangle has a step from the age %.15g"), choice->at[i].age);
    for (size_t e = 0; e < choice->exclusions && choice->exclusion != all->exclusion; e++)
        if (!has_match(triangles, own, &choice->exclusion[e]))
            return hz_error_set(err, HZ_ERROR_DATA, choice->exclusion[e].place,
                                _("this exclusion matches no link ratio: correct it or remove it"));
    return true;
}

bool hz_selections_check(const struct hz_development_choice *choice,
                         const struct hz_triangle_table *triangles, struct hz_error *err)
{
    static const struct hz_development_choice none;
    const struct hz_own_choice *before = NULL;
    if (!check_choice(choice, &none, NULL, triangles, err))
        return false;
    for (size_t t = 0; t < triangles->triangles; t++) {
        const struct hz_own_choice *own = triangles->triangle[t].own;
        if (own && own != before && !check_choice(&own->choice, choice, own, triangles, err))
            return false;
        before = own;
    }
    return true;
}
