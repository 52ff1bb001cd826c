/* hz-check: plans checked, and records against them. */

#include "common/command.h"
#include "record/check.h"
#include "record/cover_reader.h"

static struct {
    int what;
    const char *plans, *lists, *members, *join;
    bool fix, is_sorted;
} opt = {.what = -1, .join = "member"};

static const char *const keys[] = {"member", "member_id", "seat", NULL};

static const struct hz_option options[] = {
    HZ_TEXT('p', "plans", &opt.plans, "DIR", "check these plans, and records against them"),
    HZ_TEXT(0, "lists", &opt.lists, "DIR", "the lists that plans name (default: beside them)"),
    HZ_TEXT('m', "members", &opt.members, "FILE", "hold claims against the covers in FILE"),
    HZ_CHOICE(0, "join", &opt.join, keys, "what claims name their cover by (default: member)"),
    HZ_FLAG(0, "sorted", &opt.is_sorted, "members are sorted by the person: constant memory"),
    HZ_FLAG(0, "fix", &opt.fix, "put right what is safe, and tell each repair"),
    HZ_END,
};

static struct hz_plans plans;
static struct hz_check_settings settings;

static bool name_members(int what, struct hz_error *err)
{
    settings.members = opt.members;
    settings.key = (enum hz_cover_key)hz_choice_index(keys, opt.join);
    return !opt.members || (opt.plans && what == HZ_CHECK_CLAIMS) ||
           hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                        _("--members FILE goes with --plans DIR and claims"));
}

/* The plans that are good, as a list. */
static bool tabulate_plans(void *state, struct hz_table *table, struct hz_error *err)
{
    static const char *const names[] = {"plan", "version", "status", "benefits", "file"};
    (void)state;
    (void)err;
    for (size_t n = 0; n < HZ_COUNT(names); n++)
        hz_table_column(table, names[n]);
    for (size_t p = 0; p < plans.count; p++) {
        const struct hz_plan *plan = plans.plan[p];
        hz_table_text(table, plan->code);
        hz_table_text(table, plan->version);
        hz_table_string(table, hz_plan_status_names[plan->status]);
        hz_table_integer(table, (int64_t)plan->benefits);
        hz_table_string(table, plan->file);
        hz_table_end_row(table);
    }
    return true;
}

/* The first operand says what is checked; without it, only the plans are. */
static bool prepare(struct hz_map *map, struct hz_error *err)
{
    const struct hz_plans_tell whom = {hz_command_tell, NULL};
    if (opt.what < 0 && !opt.plans)
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("what is to be checked? members, claims, or --plans DIR"));
    if (opt.plans && !hz_plans_read(&plans, opt.plans, opt.lists, whom, err))
        return false;
    if (opt.is_sorted && opt.what != HZ_CHECK_MEMBERS)
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE, _("--sorted goes with members"));
    map->tabulate = tabulate_plans;
    if (opt.what < 0)
        return true;
    settings.plans = opt.plans ? &plans : NULL;
    settings.fixes = opt.fix;
    settings.is_sorted = opt.is_sorted;
    if (!name_members(opt.what, err))
        return false;
    *map = opt.what == HZ_CHECK_MEMBERS ? hz_check_members(&settings) : hz_check_claims(&settings);
    return true;
}

const struct hz_command hz_command = {
    .name = "hz-check",
    .summary = "plans checked, and records against them",
    .operands = "[members|claims [FILE...]]",
    .subjects = hz_checked_names,
    .subject = &opt.what,
    .options = options,
    .kind = HZ_COMMAND_MAP,
    .map = prepare,
};
