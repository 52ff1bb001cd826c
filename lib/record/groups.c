/* groups.c: see groups.h. */

#include "record/groups.h"

#include "file/columns.h"

static bool refuse(const char *name, const char *reason, struct hz_error *err)
{
    return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE, "--by: \"%s\" %s", name, reason);
}

/* A number may be the name of a development period in the result. */
static bool is_number(const char *name)
{
    return strspn(name, "0123456789") == strlen(name);
}

static bool add(struct hz_groups *groups, const char *name, const char *const taken[],
                struct hz_error *err)
{
    if (groups->count == HZ_GROUPS_MOST)
        return refuse(name, _("is one column too many"), err);
    if (is_number(name))
        return refuse(name, _("names no column: expected column names, a comma between two"), err);
    for (; *taken; taken++)
        if (strcmp(*taken, name) == 0)
            return refuse(name, _("is a column of the result: give the records' one another name"),
                          err);
    for (size_t g = 0; g < groups->count; g++)
        if (strcmp(groups->name[g], name) == 0)
            return refuse(name, _("stands twice"), err);
    groups->name[groups->count++] = name;
    return true;
}

bool hz_groups_parse(struct hz_groups *groups, const char *list, const char *const taken[],
                     struct hz_arena *arena, struct hz_error *err)
{
    groups->count = 0;
    for (const char *at = list; at; at = *at ? at + 1 : NULL) {
        struct hz_text name = {at, strcspn(at, ",")};
        at += name.length;
        name = hz_text_trim(name);
        const char *known = hz_column_canonical(name);
        if (!add(groups, known ? known : hz_arena_string(arena, name), taken, err))
            return false;
    }
    return true;
}

void hz_groups_columns(const struct hz_groups *groups, size_t own, struct hz_column column[])
{
    for (size_t g = 0; g < groups->count; g++)
        column[own + g] = (struct hz_column){.name = groups->name[g]};
    column[own + groups->count] = (struct hz_column){0};
}

void hz_groups_read(const struct hz_groups *groups, struct hz_batch *batch, size_t own)
{
    for (size_t g = 0; g < groups->count; g++)
        hz_batch_texts(batch, (int)(own + g));
}

void hz_groups_layout(const struct hz_groups *groups, struct hz_tally_layout *layout)
{
    for (size_t g = 0; g < groups->count; g++)
        hz_tally_key(layout, groups->name[g], HZ_KEY_TEXT);
}

void hz_groups_head(const struct hz_groups *groups, const char *const names[],
                    struct hz_table *table)
{
    for (size_t g = 0; g < groups->count; g++)
        hz_table_column(table, groups->name[g]);
    for (; names && *names; names++)
        hz_table_column(table, *names);
}

void hz_groups_cells(const struct hz_groups *groups, const struct hz_key key[],
                     struct hz_table *table)
{
    for (size_t g = 0; g < groups->count; g++)
        hz_table_text(table, key[g].text);
}

void hz_groups_total(size_t keys, struct hz_table *table)
{
    for (size_t k = 0; k < keys; k++)
        if (k == 0)
            hz_table_string(table, "total");
        else
            hz_table_unknown(table);
}
