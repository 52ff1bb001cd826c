/* hz-benefit: what claims are paid under their plans, and why. */

#include "common/command.h"
#include "record/benefit_map.h"

#include <stdio.h>

static const char *const keys[] = {"member", "member_id", "seat", NULL};

static struct {
    const char *plans, *lists, *members, *join, *against, *by;
    bool is_sorted, explain, review, totals, signs;
    int64_t threshold;
} opt = {.join = "member"};

static const struct hz_option options[] = {
    HZ_TEXT('p', "plans", &opt.plans, "DIR", "the plans: a directory, or one file"),
    HZ_TEXT(0, "lists", &opt.lists, "DIR", "the lists that plans name (default: beside them)"),
    HZ_TEXT('m', "members", &opt.members, "FILE", "join each claim to its cover in FILE"),
    HZ_CHOICE(0, "join", &opt.join, keys, "what claims name their cover by (default: member)"),
    HZ_FLAG(0, "sorted", &opt.is_sorted, "both inputs are sorted by it: constant memory"),
    HZ_TEXT(0, "against", &opt.against, "DIR",
            "pay under these plans too, and tell the difference"),
    HZ_FLAG(0, "explain", &opt.explain, "print how each payment is derived, not rows",
            .under = HZ_UNDER_OUTPUT),
    HZ_FLAG(0, "review", &opt.review, "flag what a person should look at"),
    HZ_FLAG(0, "totals", &opt.totals, "print totals, not rows", .under = HZ_UNDER_OUTPUT),
    HZ_TEXT('b', "by", &opt.by, "COLUMN,...", "totals by these columns, or by cover or tier"),
    HZ_FLAG(0, "signs", &opt.signs, "signs of fraud by those columns: a question, not a refusal",
            .under = HZ_UNDER_OUTPUT),
    HZ_INTEGER(0, "threshold", &opt.threshold, "YUAN", 1, 1000000000,
               "for --signs: an amount that asks for a second signature", .under = HZ_UNDER_OUTPUT),
    HZ_END,
};

static struct hz_plans plans, others;
static struct hz_benefit_settings settings;
static struct hz_arena arena;

static bool check_options(struct hz_error *err)
{
    const char *wrong = NULL;
    if (!opt.plans)
        wrong = _("--plans DIR is needed: the plans that pay");
    else if (opt.is_sorted && !opt.members)
        wrong = _("--sorted goes with --members FILE");
    else if (opt.explain && (opt.totals || opt.by || opt.review))
        wrong = _("--explain prints neither totals nor reviews");
    else if (opt.signs && (!opt.by || opt.totals || opt.explain || opt.review))
        wrong = _("--signs goes with --by COLUMN,... alone");
    else if (opt.threshold && !opt.signs)
        wrong = _("--threshold goes with --signs");
    else if (opt.review && (opt.totals || opt.by))
        wrong = _("--review goes with rows, not with totals");
    return !wrong || hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE, "%s", wrong);
}

static bool prepare(struct hz_map *map, struct hz_error *err)
{
    const struct hz_plans_tell whom = {hz_command_tell, NULL};
    if (!check_options(err))
        return false;
    settings.key = (enum hz_cover_key)hz_choice_index(keys, opt.join);
    settings.is_sorted = opt.is_sorted;
    settings.explains = opt.explain;
    settings.reviews = opt.review;
    settings.totals = !opt.signs && (opt.totals || opt.by);
    settings.signs = opt.signs;
    settings.threshold = 100 * opt.threshold;
    settings.plans = &plans;
    settings.members = opt.members;
    settings.against = opt.against ? &others : NULL;
    if (!hz_groups_parse(&settings.by, opt.by, hz_benefit_result, &arena, err) ||
        !hz_plans_read(&plans, opt.plans, opt.lists, whom, err) ||
        (opt.against && !hz_plans_read(&others, opt.against, opt.lists, whom, err)))
        return false;
    *map = hz_benefit_map(&settings);
    return true;
}

const struct hz_command hz_command = {
    .name = "hz-benefit",
    .summary = "what claims are paid under their plans, and why",
    .operands = "[FILE...]",
    .options = options,
    .kind = HZ_COMMAND_MAP,
    .map = prepare,
};
