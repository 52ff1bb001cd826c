/* plans.c: see plans.h. */

#include "plan/plans.h"

#include "base/memory.h"
#include "file/file.h"
#include "plan/plan_schema.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

/* A plan's file, between being parsed and being read: a plan that it extends comes first. */
struct source {
    struct hz_tree tree;
    struct hz_text code, version;       /* as the file says */
    struct hz_text extends, of_version; /* empty: none, any */
    struct hz_plan *plan;               /* NULL: not read yet */
    bool is_open;                       /* being read: a circle, if it is met again */
};

struct loading {
    struct hz_plans *plans;
    struct hz_plans_tell tell;
    struct source *source;
    size_t sources;
    size_t faults;
};

static void tell(struct loading *loading, const char *fault)
{
    loading->faults++;
    if (loading->tell.tell)
        loading->tell.tell(loading->tell.context, fault);
}

static struct hz_reading reading_of(struct loading *loading, const struct hz_tree *tree)
{
    return (struct hz_reading){.tree = tree,
                               .arena = &loading->plans->arena,
                               .tell = loading->tell.tell,
                               .context = loading->tell.context,
                               .scope = loading->plans};
}

static struct hz_text text_of(const struct hz_node *map, const char *key)
{
    const struct hz_node *value = map->kind == HZ_NODE_MAP ? hz_node_get(map, key) : NULL;
    return value && value->kind == HZ_NODE_SCALAR ? value->text : (struct hz_text){0};
}

/* What the file says of itself before it is read: its code, and what it extends. */
static void note_source(struct loading *loading, struct hz_tree tree)
{
    struct source *source;
    loading->source = hz_reallocate(loading->source, loading->sources + 1, sizeof *loading->source);
    source = &loading->source[loading->sources++];
    *source = (struct source){.tree = tree,
                              .code = text_of(tree.root, "plan"),
                              .version = text_of(tree.root, "version"),
                              .extends = text_of(tree.root, "extends")};
    const struct hz_node *extends =
        tree.root->kind == HZ_NODE_MAP ? hz_node_get(tree.root, "extends") : NULL;
    if (extends && extends->kind == HZ_NODE_MAP) {
        source->extends = text_of(extends, "plan");
        source->of_version = text_of(extends, "version");
    }
}

static bool is_of(const struct source *source, struct hz_text code, struct hz_text version)
{
    return hz_text_equal(source->code, code) &&
           (version.length == 0 || hz_text_equal(source->version, version));
}

static struct hz_plan *read_source(struct loading *loading, struct source *source);

/* The plan to begin with: a fresh one, or a copy of the one that the file extends. */
static struct hz_plan base_of(struct loading *loading, struct hz_reading *reading,
                              const struct source *source)
{
    const struct hz_node *map = source->tree.root;
    struct source *base = NULL;
    size_t found = 0;
    if (source->extends.length == 0)
        return hz_plan_fresh();
    for (size_t s = 0; s < loading->sources; s++)
        if (is_of(&loading->source[s], source->extends, source->of_version)) {
            base = &loading->source[s];
            found++;
        }
    if (found == 1 && !base->is_open) {
        struct hz_plan plan = *read_source(loading, base);
        plan.extends = source->extends;
        plan.version = (struct hz_text){0};
        plan.code = (struct hz_text){0};
        plan.from = plan.to = HZ_NO_DATE;
        return plan;
    }
    hz_schema_fault(reading, hz_node_get(map, "extends"),
                    found == 0   ? _("no plan \"%.*s\" is here")
                    : found == 1 ? _("\"%.*s\" extends this plan in turn")
                                 : _("several versions of \"%.*s\" are here: name one, as in "
                                     "{plan: ..., version: ...}"),
                    HZ_TEXT_ARGS(source->extends));
    return hz_plan_fresh();
}

static struct hz_plan *read_source(struct loading *loading, struct source *source)
{
    struct hz_reading reading = reading_of(loading, &source->tree);
    if (source->plan)
        return source->plan;
    source->is_open = true;
    source->plan = hz_arena_allocate(&loading->plans->arena, 1, sizeof *source->plan);
    *source->plan = base_of(loading, &reading, source);
    source->plan->file = source->tree.file;
    hz_plan_schema_read(&reading, source->tree.root, source->plan);
    if (source->tree.root->kind == HZ_NODE_MAP)
        hz_plan_check(&reading, source->tree.root, source->plan);
    source->is_open = false;
    loading->faults += reading.faults;
    return source->plan;
}

static int by_code_and_day(const void *a, const void *b)
{
    const struct hz_plan *x = *(struct hz_plan *const *)a, *y = *(struct hz_plan *const *)b;
    int order = hz_text_compare(x->code, y->code);
    if (order == 0)
        order = (hz_plan_first_day(x) > hz_plan_first_day(y)) -
                (hz_plan_first_day(x) < hz_plan_first_day(y));
    return order != 0 ? order : hz_text_compare(x->version, y->version);
}

/* What holds between plans: one version on a day, and plans that exclude each other exist. */
static void check_together(struct loading *loading)
{
    const struct hz_plans *plans = loading->plans;
    struct hz_error fault;
    for (size_t p = 0; p < plans->count; p++) {
        const struct hz_plan *plan = plans->plan[p], *before = p > 0 ? plans->plan[p - 1] : NULL;
        const struct hz_place place = {.file = plan->file};
        if (before && hz_text_equal(before->code, plan->code) &&
            (hz_plan_last_day(before) >= hz_plan_first_day(plan) ||
             hz_text_equal(before->version, plan->version))) {
            fault = (struct hz_error){0};
            hz_error_set(&fault, HZ_ERROR_DATA, place,
                         _("versions %.*s and %.*s of plan %.*s are effective on the same days, or "
                           "are the same"),
                         HZ_TEXT_ARGS(before->version), HZ_TEXT_ARGS(plan->version),
                         HZ_TEXT_ARGS(plan->code));
            tell(loading, fault.text);
        }
        for (size_t e = 0; e < plan->exclusive.count; e++) {
            size_t other = 0;
            while (other < plans->count &&
                   !hz_text_equal(plans->plan[other]->code, plan->exclusive.at[e]))
                other++;
            if (other < plans->count)
                continue;
            fault = (struct hz_error){0};
            hz_error_set(&fault, HZ_ERROR_DATA, place,
                         _("exclusive_with: no plan \"%.*s\" is here"),
                         HZ_TEXT_ARGS(plan->exclusive.at[e]));
            tell(loading, fault.text);
        }
    }
}

static bool finish(struct loading *loading, const char *where, struct hz_error *err)
{
    struct hz_plans *plans = loading->plans;
    plans->plan = hz_arena_allocate(&plans->arena, loading->sources, sizeof(struct hz_plan *));
    for (size_t s = 0; s < loading->sources; s++)
        plans->plan[plans->count++] = read_source(loading, &loading->source[s]);
    qsort(plans->plan, plans->count, sizeof(struct hz_plan *), by_code_and_day);
    check_together(loading);
    free(loading->source);
    if (loading->faults == 0)
        return true;
    return hz_error_set(err, HZ_ERROR_DATA, (struct hz_place){.file = where},
                        _("%zu faults in the plans: nothing was done"), loading->faults);
}

/* Reads a file as a tree; a fault of its YAML is told as one. */
static bool parse(struct loading *loading, const char *path, struct hz_tree *tree,
                  struct hz_error *err)
{
    struct hz_error fault = {0};
    if (hz_tree_read_all(tree, path, &loading->plans->arena, &fault))
        return true;
    if (fault.kind == HZ_ERROR_DATA)
        tell(loading, fault.text);
    else if (!err->kind)
        *err = fault;
    return false;
}

/* Sets err if it cannot be told, which is not the same as that nothing is there. */
static bool is_directory(const char *path, struct hz_error *err)
{
    struct stat status;
    if (stat(path, &status) == 0)
        return S_ISDIR(status.st_mode);
    if (errno != ENOENT && errno != ENOTDIR)
        hz_error_system(err, path, _("cannot open the directory"), errno);
    return false;
}

/* Where lists are, if nobody says: beside the plans, or where the house keeps them. */
static const char *lists_of(const char *directory, struct hz_arena *arena, struct hz_error *err)
{
    static const char *const places[] = {"%s/lists", "%s/../data/lists"};
    struct hz_buffer path = {0};
    const char *found = NULL;
    for (size_t p = 0; p < HZ_COUNT(places) && !found; p++) {
        path.length = 0;
        hz_buffer_string(&path, directory);
        hz_buffer_string(&path, places[p] + 2);
        const char *copy = hz_arena_string(arena, (struct hz_text){path.at, path.length});
        found = is_directory(copy, err) ? copy : NULL;
    }
    hz_buffer_free(&path);
    return found;
}

static bool read_lists(struct loading *loading, const char *directory, struct hz_error *err)
{
    const char *const *path;
    size_t paths;
    if (!hz_file_list(directory, ".yaml", &loading->plans->arena, &path, &paths, err))
        return false;
    for (size_t i = 0; i < paths; i++) {
        struct hz_tree tree;
        if (!parse(loading, path[i], &tree, err))
            continue;
        struct hz_reading reading = reading_of(loading, &tree);
        hz_list_schema_read(&reading, tree.root, loading->plans);
        loading->faults += reading.faults;
    }
    return !err->kind;
}

/* The files of a directory; or one file, whose lists are sought from where it lies. */
static bool list_plans(const char **directory, struct hz_arena *arena, const char *const **path,
                       size_t *paths, struct hz_error *err)
{
    struct stat status;
    if (stat(*directory, &status) != 0 || S_ISDIR(status.st_mode))
        return hz_file_list(*directory, ".yaml", arena, path, paths, err);
    const char **one = hz_arena_allocate(arena, 1, sizeof *one);
    one[0] = *directory;
    *path = one;
    *paths = 1;
    const char *slash = strrchr(*directory, '/');
    *directory =
        slash ? hz_arena_string(arena, (struct hz_text){*directory, (size_t)(slash - *directory)})
              : ".";
    return true;
}

bool hz_plans_read(struct hz_plans *plans, const char *directory, const char *lists,
                   struct hz_plans_tell tell_whom, struct hz_error *err)
{
    struct loading loading = {.plans = plans, .tell = tell_whom};
    const char *const *path;
    size_t paths;
    *plans = (struct hz_plans){0};
    if (!list_plans(&directory, &plans->arena, &path, &paths, err))
        return false;
    if (paths == 0)
        return hz_error_set(err, HZ_ERROR_DATA, (struct hz_place){.file = directory},
                            _("no plans are here: expected files named *.yaml"));
    lists = lists ? lists : lists_of(directory, &plans->arena, err);
    if (err->kind || (lists && !read_lists(&loading, lists, err)))
        return false;
    for (size_t i = 0; i < paths; i++) {
        struct hz_tree tree;
        if (parse(&loading, path[i], &tree, err))
            note_source(&loading, tree);
    }
    return finish(&loading, directory, err) && !err->kind;
}

bool hz_plans_parse(struct hz_plans *plans, const char *file, struct hz_text bytes,
                    struct hz_plans_tell tell_whom, struct hz_error *err)
{
    struct loading loading = {.plans = plans, .tell = tell_whom};
    struct hz_tree tree;
    plans->count = 0;
    if (!hz_tree_parse_all(&tree, file, bytes, &plans->arena, err))
        return false;
    note_source(&loading, tree);
    return finish(&loading, file, err);
}

void hz_plans_free(struct hz_plans *plans)
{
    free(plans->list);
    free(plans->schedule);
    hz_arena_free(&plans->arena);
    *plans = (struct hz_plans){0};
}
