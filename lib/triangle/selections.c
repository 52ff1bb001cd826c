/* selections.c: see selections.h. */

#include "triangle/selections.h"

#include "file/schema.h"
#include "triangle/development_between.h"
#include "triangle/origin_exposure.h"

#include <assert.h>
#include <math.h>

static_assert(sizeof(enum hz_average) == sizeof(int) && sizeof(enum hz_sigma_rule) == sizeof(int) &&
                  sizeof(enum hz_tail_curve) == sizeof(int) &&
                  sizeof(enum hz_tail_error_rule) == sizeof(int),
              "choices are written as an int");

#define RATIO_USE_KEYS(owner, use)                                                                 \
    HZ_KEY_WITHIN(COUNT, "last", owner, use.last, 1, 1000000),                                     \
        HZ_KEY_WITHIN(COUNT, "drop-high", owner, use.drop_high, 0, 1000000),                       \
        HZ_KEY_WITHIN(COUNT, "drop-low", owner, use.drop_low, 0, 1000000),                         \
        HZ_KEY_NUMBER("above", owner, use.above, 1e-9, 1e9),                                       \
        HZ_KEY_NUMBER("below", owner, use.below, 1e-9, 1e9)

static const struct hz_field age_fields[] = {
    HZ_KEY_NUMBER("age", hz_age_choice, age, 0, 1e9),
    HZ_KEY_CHOICE("average", hz_age_choice, average, hz_average_names),
    HZ_KEY_NUMBER("factor", hz_age_choice, factor, 1e-6, 1e6),
    HZ_KEY_NUMBER("to-ultimate", hz_age_choice, to_ultimate, 1e-6, 1e6),
    HZ_KEY(TEXT, "origin", hz_age_choice, origin),
    HZ_KEY(TEXT, "reason", hz_age_choice, reason),
    RATIO_USE_KEYS(hz_age_choice, use),
    HZ_KEY_END,
};

/* What one item of ages says that does not go together. */
static void check_age(struct hz_reading *reading, const struct hz_node *item,
                      const struct hz_age_choice *at)
{
    if (isnan(at->age))
        hz_schema_fault(reading, item, _("an item of ages wants the age at which the step starts"));
    if (at->factor > 0 && at->to_ultimate > 0)
        hz_schema_fault(reading, item, _("factor and to-ultimate say the same: choose one"));
    if (at->origin.length > 0 && !(at->factor > 0) && !(at->to_ultimate > 0))
        hz_schema_fault(reading, item, _("an item for one origin wants a factor or to-ultimate"));
}

/* An age takes the average and the use of ratios that the choice has: both are read before. */
static void read_ages(struct hz_reading *reading, const struct hz_node *list,
                      struct hz_development_choice *choice)
{
    const struct hz_age_choice fresh = {
        .age = (double)NAN, .average = choice->average, .use = choice->use};
    struct hz_age_choice *at =
        hz_schema_list(reading, list, age_fields, &fresh, sizeof fresh, &choice->ats);
    for (size_t i = 0; i < choice->ats; i++) {
        at[i].place = hz_tree_place(reading->tree, &list->item[i]);
        at[i].origin = hz_origin_named(reading->scope, at[i].origin);
        check_age(reading, &list->item[i], &at[i]);
        for (size_t j = 0; j < i; j++)
            if (fabs(at[j].age - at[i].age) <= 1e-9 && hz_text_equal(at[j].origin, at[i].origin))
                hz_schema_fault(reading, &list->item[i], _("this age stands twice"));
    }
    choice->at = at;
}

static const struct hz_field exclusion_fields[] = {
    HZ_KEY(TEXT, "origin", hz_exclusion, origin),
    HZ_KEY_NUMBER("age", hz_exclusion, age, 0, 1e9),
    HZ_KEY(TEXT, "valuation", hz_exclusion, valuation),
    HZ_KEY(TEXT, "reason", hz_exclusion, reason),
    HZ_KEY_END,
};

static void read_exclusions(struct hz_reading *reading, const struct hz_node *list, void *into)
{
    struct hz_own_choice *own = into;
    const struct hz_exclusion fresh = {.age = (double)NAN};
    struct hz_exclusion *exclusion = hz_schema_list(reading, list, exclusion_fields, &fresh,
                                                    sizeof fresh, &own->choice.exclusions);
    for (size_t i = 0; i < own->choice.exclusions; i++) {
        struct hz_exclusion *e = &exclusion[i];
        e->place = hz_tree_place(reading->tree, &list->item[i]);
        e->origin = hz_origin_named(reading->scope, e->origin);
        if (e->origin.length == 0 && isnan(e->age) && e->valuation.length == 0)
            hz_schema_fault(reading, &list->item[i],
                            _("an exclusion wants an origin, an age or a valuation"));
    }
    own->choice.exclusion = exclusion;
}

/* The ages at which a tail's curve is fitted. */
static void read_tail_ages(struct hz_reading *reading, const struct hz_node *list, void *into)
{
    static const struct hz_field age = HZ_KEY_NUMBER("ages", hz_age_choice, age, 0, 1e9);
    struct hz_tail_choice *curve = &((struct hz_own_choice *)into)->choice.curve;
    if (list->kind != HZ_NODE_LIST || list->items == 0) {
        hz_schema_fault(reading, list, _("expected a list of ages, such as [3, 5, 6]"));
        return;
    }
    double *at = hz_arena_allocate(reading->arena, list->items, sizeof *at);
    for (size_t i = 0; i < list->items; i++)
        hz_schema_value(reading, &list->item[i], &age, &at[i]);
    curve->at = at;
    curve->ats = list->items;
    curve->place = hz_tree_place(reading->tree, list);
}

static const struct hz_field tail_fields[] = {
    HZ_KEY_NUMBER("factor", hz_own_choice, choice.tail, 1e-6, 1e6),
    HZ_KEY_NUMBER("se", hz_own_choice, choice.tail_se, 0, 1e6),
    HZ_KEY_NUMBER("sigma", hz_own_choice, choice.tail_sigma, 0, 1e100),
    HZ_KEY_CHOICE("errors", hz_own_choice, choice.tail_errors, hz_tail_error_rule_names),
    HZ_KEY_NUMBER("decay", hz_own_choice, choice.tail_decay, 0, 0.99),
    HZ_KEY_CHOICE("curve", hz_own_choice, choice.curve.curve, hz_tail_curve_names),
    HZ_KEY_NUMBER("from", hz_own_choice, choice.curve.from, 0, 1e9),
    HZ_KEY_NUMBER("to", hz_own_choice, choice.curve.to, 0, 1e9),
    HZ_KEY_OWN("ages", read_tail_ages),
    HZ_KEY_WITHIN(COUNT, "length", hz_own_choice, choice.curve.length, 1, 1000000),
    HZ_KEY_NUMBER("smooth", hz_own_choice, choice.curve.smooth, 1e-9, 1e9),
    HZ_KEY_END,
};

static void read_tail(struct hz_reading *reading, const struct hz_node *map, void *into)
{
    const struct hz_own_choice *own = into;
    hz_schema_read(reading, map, tail_fields, into);
    if (map->kind == HZ_NODE_MAP && own->choice.curve.curve != HZ_TAIL_CONSTANT &&
        hz_node_get(map, "factor"))
        hz_schema_fault(reading, map, _("a tail has a factor or a curve, not both"));
    if (own->choice.curve.ats > 0 && !hz_tail_is_line(own->choice.curve.curve))
        hz_schema_fault(reading, map,
                        _("ages of a tail are for a curve that is a line through them: "
                          "exponential, inverse-power, weibull or log-linear"));
}

/* What is read when the rest of its map has been, or is no setting. */
static void leave(struct hz_reading *reading, const struct hz_node *value, void *into)
{
    (void)reading;
    (void)value;
    (void)into;
}

/* What may stand for all groups and for some. */
static const struct hz_field choice_fields[] = {
    HZ_KEY_CHOICE("average", hz_own_choice, choice.average, hz_average_names),
    HZ_KEY_CHOICE("sigma", hz_own_choice, choice.sigma_rule, hz_sigma_rule_names),
    HZ_KEY_NUMBER("prior", hz_own_choice, prior, 0, 1e100),
    RATIO_USE_KEYS(hz_own_choice, choice.use),
    HZ_KEY_OWN("tail", read_tail),
    HZ_KEY_OWN("ages", leave),
    HZ_KEY_OWN("exclude", read_exclusions),
};

/* The same, and keys that say for whom; ended. */
static const struct hz_field *choice_fields_and(const char *const keys[], size_t count,
                                                struct hz_arena *arena)
{
    struct hz_field *field =
        hz_arena_allocate(arena, HZ_COUNT(choice_fields) + count + 1, sizeof *field);
    memcpy(field, choice_fields, sizeof choice_fields);
    for (size_t k = 0; k < count; k++)
        field[HZ_COUNT(choice_fields) + k] = (struct hz_field)HZ_KEY_OWN(keys[k], leave);
    return field;
}

/* What has to wait until the rest of a choice has been read. */
static void finish_choice(struct hz_reading *reading, const struct hz_node *map,
                          struct hz_own_choice *own)
{
    const struct hz_node *ages = hz_node_get(map, "ages");
    if (ages)
        read_ages(reading, ages, &own->choice);
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
static void give_own(struct hz_reading *reading, const struct hz_node *item,
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
        hz_schema_fault(reading, item, _("an item before this one names some of these groups too"));
    if (named == 0)
        hz_schema_fault(reading, item, _("an item of groups wants a group column and its value"));
    else if (found == 0)
        hz_schema_fault(reading, item, _("no triangle is of this group"));
}

/* The whole file: what is for all triangles, and then for some. */
struct selections {
    struct hz_own_choice all;
    struct hz_triangle_table *triangles;
};

static void read_groups(struct hz_reading *reading, const struct hz_node *list,
                        const struct selections *selections)
{
    struct hz_triangle_table *triangles = selections->triangles;
    const char **column = hz_arena_allocate(reading->arena, triangles->keys, sizeof *column);
    for (size_t k = 0; k < triangles->keys; k++)
        column[k] = hz_arena_string(reading->arena, triangles->column[k]);
    size_t count;
    struct hz_own_choice *own =
        hz_schema_list(reading, list, choice_fields_and(column, triangles->keys, reading->arena),
                       &selections->all, sizeof *own, &count);
    for (size_t i = 0; i < count; i++)
        if (list->item[i].kind == HZ_NODE_MAP) {
            finish_choice(reading, &list->item[i], &own[i]);
            give_own(reading, &list->item[i], triangles, column, &own[i]);
        }
}

static void read_rest(struct hz_reading *reading, void *into)
{
    struct selections *selections = into;
    const struct hz_node *root = reading->tree->root;
    const struct hz_node *groups = hz_node_get(root, "groups");
    finish_choice(reading, root, &selections->all);
    if (groups)
        read_groups(reading, groups, selections);
}

bool hz_selections_read(struct hz_development_choice *choice, double *prior, const char *path,
                        struct hz_triangle_table *triangles, struct hz_arena *arena,
                        struct hz_error *err)
{
    static const char *const groups[] = {"groups"};
    struct selections selections = {.all = {.choice = *choice, .prior = *prior},
                                    .triangles = triangles};
    const struct hz_origin_names names = hz_origin_names_list(triangles, arena);
    struct hz_reading reading = {.arena = arena, .scope = &names};
    struct hz_tree tree;
    if (!hz_schema_file(&reading, &tree, path, choice_fields_and(groups, 1, arena), read_rest,
                        &selections, err))
        return false;
    *choice = selections.all.choice;
    *prior = selections.all.prior;
    return true;
}

/* Whether a choice is that of a triangle; NULL is the one for all. */
static bool is_for(const struct hz_own_choice *own, const struct hz_triangle_table *triangles,
                   size_t t)
{
    return !own || triangles->triangle[t].own == own;
}

/* Whether a triangle has the step of an item; the tail's is one too, for factors to ultimate. */
static bool takes_step(const struct hz_triangle *triangle, const struct hz_age_choice *at)
{
    bool takes = false;
    const size_t steps = triangle->ages - !(at->to_ultimate > 0);
    for (size_t k = 0; k < steps; k++) {
        if (fabs(triangle->age[k] - at->age) > 1e-9)
            continue;
        for (size_t o = 0; o < triangle->origins && !takes; o++)
            takes = at->origin.length == 0 ||
                    (hz_text_equal(at->origin, triangle->origin[o]) && triangle->latest[o] <= k);
    }
    return takes;
}

static bool has_step(const struct hz_triangle_table *triangles, const struct hz_own_choice *own,
                     const struct hz_age_choice *at)
{
    bool has = false;
    for (size_t t = 0; t < triangles->triangles && !has; t++)
        has = is_for(own, triangles, t) && takes_step(&triangles->triangle[t].triangle, at);
    return has;
}

static bool refuse_step(const struct hz_age_choice *at, struct hz_error *err)
{
    if (at->origin.length > 0)
        return hz_error_set(err, HZ_ERROR_DATA, at->place,
                            _("no triangle has an origin %.*s that is still to develop from the "
                              "age %.15g"),
                            HZ_TEXT_ARGS(at->origin), at->age);
    return hz_error_set(err, HZ_ERROR_DATA, at->place,
                        _("no triangle has a step from the age %.15g"), at->age);
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

/*
 * The choices of ages and exclusions of one choice, but for those that it has from the one for all.
 */
static bool check_choice(const struct hz_development_choice *choice,
                         const struct hz_development_choice *all, const struct hz_own_choice *own,
                         const struct hz_triangle_table *triangles, struct hz_error *err)
{
    for (size_t i = 0; i < choice->ats && choice->at != all->at; i++)
        if (!has_step(triangles, own, &choice->at[i]))
            return refuse_step(&choice->at[i], err);
    for (size_t i = 0; i < choice->curve.ats && choice->curve.at != all->curve.at; i++) {
        const struct hz_age_choice at = {.age = choice->curve.at[i], .place = choice->curve.place};
        if (!has_step(triangles, own, &at))
            return refuse_step(&at, err);
    }
    for (size_t e = 0; e < choice->exclusions && choice->exclusion != all->exclusion; e++)
        if (!has_match(triangles, own, &choice->exclusion[e]))
            return hz_error_set(err, HZ_ERROR_DATA, choice->exclusion[e].place,
                                _("this exclusion matches no link ratio: correct it or remove it"));
    return true;
}

static bool check_choices(const struct hz_development_choice *choice,
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

/* With --between, only regular ages have link ratios, and factors that can be selected. */
bool hz_selections_check(const struct hz_development_choice *choice,
                         const struct hz_triangle_table *triangles, struct hz_error *err)
{
    struct hz_arena arena = {0};
    struct hz_triangle_table regular = *triangles;
    if (choice->between == HZ_BETWEEN_NONE)
        return check_choices(choice, triangles, err);
    regular.triangle = hz_arena_allocate(&arena, triangles->triangles, sizeof *regular.triangle);
    for (size_t t = 0; t < triangles->triangles; t++) {
        regular.triangle[t] = triangles->triangle[t];
        if (!hz_development_regular(&regular.triangle[t].triangle, &triangles->triangle[t].triangle,
                                    &arena))
            regular.triangle[t].triangle = triangles->triangle[t].triangle;
    }
    const bool is_right = check_choices(choice, &regular, err);
    hz_arena_free(&arena);
    return is_right;
}

/* The first item of a choice that is for one origin; NULL: none is. */
static const struct hz_age_choice *find_own(const struct hz_development_choice *choice)
{
    for (size_t i = 0; i < choice->ats; i++)
        if (choice->at[i].origin.length > 0)
            return &choice->at[i];
    return NULL;
}

bool hz_selections_have_own(const struct hz_development_choice *choice,
                            const struct hz_triangle_table *triangles)
{
    bool have = find_own(choice) != NULL;
    for (size_t t = 0; t < triangles->triangles && !have; t++)
        have = triangles->triangle[t].own && find_own(&triangles->triangle[t].own->choice);
    return have;
}

bool hz_selections_refuse_own(const struct hz_development_choice *choice,
                              const struct hz_triangle_table *triangles, struct hz_error *err)
{
    const struct hz_age_choice *own = find_own(choice);
    for (size_t t = 0; t < triangles->triangles && !own; t++)
        if (triangles->triangle[t].own)
            own = find_own(&triangles->triangle[t].own->choice);
    return !own || hz_error_set(err, HZ_ERROR_DATA, own->place,
                                _("factors of one origin are for hz-reserve alone: select one for "
                                  "all origins here"));
}
