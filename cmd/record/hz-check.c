/* hz-check: plans checked, and records against them. */

#include "common/command.h"
#include "record/check.h"

#include <stdio.h>

static struct {
    const char *plans, *lists, *members;
    bool fix;
} opt;

static const struct hz_option options[] = {
    HZ_TEXT('p', "plans", &opt.plans, "DIR", "check these plans, and records against them"),
    HZ_TEXT(0, "lists", &opt.lists, "DIR", "the lists that plans name (default: beside them)"),
    HZ_TEXT('m', "members", &opt.members, "FILE", "hold claims against the covers in FILE"),
    HZ_FLAG(0, "fix", &opt.fix, "put right what is safe, and tell each repair"),
    HZ_END,
};

static struct hz_plans plans;
static struct hz_check_settings settings;
static struct hz_covers covers;

static void tell(void *context, const char *fault)
{
    (void)context;
    fprintf(stderr, "hz-check: %s\n", fault);
}

static bool read_members(int what, struct hz_error *err)
{
    struct hz_cover_reader *reader;
    if (!opt.plans || what != HZ_CHECK_CLAIMS)
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("--members FILE goes with --plans DIR and claims"));
    if (!hz_cover_reader_open(&reader, opt.members, &plans, HZ_KEY_MEMBER, err))
        return false;
    bool done = hz_cover_reader_has(reader, HZ_KEY_MEMBER)
                    ? hz_covers_read(&covers, reader, err)
                    : hz_error_set(err, HZ_ERROR_DATA, (struct hz_place){.file = opt.members},
                                   _("has no column member to find claims' covers by"));
    hz_cover_reader_close(reader);
    settings.covers = &covers;
    return done;
}

/* The first operand says what is checked; without it, only the plans are. */
static bool prepare_map(struct hz_map *map, struct hz_call *call, struct hz_error *err)
{
    const struct hz_plans_tell whom = {tell, NULL};
    if (call->operands == 0 && !opt.plans)
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("what is to be checked? members, claims, or --plans DIR"));
    if (opt.plans && !hz_plans_read(&plans, opt.plans, opt.lists, whom, err))
        return false;
    if (call->operands == 0)
        return true;
    int what = 0;
    while (hz_checked_names[what] && strcmp(hz_checked_names[what], call->operand[0]) != 0)
        what++;
    if (!hz_checked_names[what])
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("\"%s\" cannot be checked: want members or claims, then files"),
                            call->operand[0]);
    call->operands--;
    call->operand++;
    settings.plans = opt.plans ? &plans : NULL;
    settings.fixes = opt.fix;
    if (opt.members && !read_members(what, err))
        return false;
    *map = what == HZ_CHECK_MEMBERS ? hz_check_members(&settings) : hz_check_claims(&settings);
    return true;
}

/* The plans that are good, as a list. */
static bool write(const struct hz_call *call, struct hz_output *out, struct hz_error *err)
{
    (void)call;
    (void)err;
    struct hz_buffer line = {0};
    hz_buffer_string(&line, "plan,version,status,benefits,file\n");
    for (size_t p = 0; p < plans.count; p++) {
        const struct hz_plan *plan = plans.plan[p];
        hz_buffer_format(&line, "%.*s,%.*s,%s,%zu,%s\n", HZ_TEXT_ARGS(plan->code),
                         HZ_TEXT_ARGS(plan->version), hz_plan_status_names[plan->status],
                         plan->benefits, plan->file);
    }
    hz_output_text(out, (struct hz_text){line.at, line.length});
    hz_buffer_free(&line);
    return true;
}

const struct hz_command hz_command = {
    .name = "hz-check",
    .summary = "plans checked, and records against them",
    .operands = "[members|claims [FILE...]]",
    .options = options,
    .prepare_map = prepare_map,
    .write = write,
};
