/* hz-unearned: the unearned contribution reserve (未到期责任准备金) of member records. */

#include "common/command.h"
#include "record/unearned_fold.h"

static struct {
    struct hz_option_date as_of;
    const char *by, *method, *risk_weights;
} opt = {.method = "daily"};

static const struct hz_option options[] = {
    HZ_DATE('d', "as-of", &opt.as_of, "value at the end of this day", .is_required = true),
    HZ_TEXT('b', "by", &opt.by, "COLUMN,...", "a row a group of these columns, and the total"),
    HZ_CHOICE('m', "method", &opt.method, hz_unearned_method_names,
              "how contributions are earned (default: daily)"),
    HZ_TEXT(0, "risk-weights", &opt.risk_weights, "DAY:WEIGHT,...",
            "weights of the days of cover up to each DAY, for --method risk"),
    HZ_END,
};

static bool prepare_method(struct hz_unearned *how, struct hz_error *err)
{
    how->method = (enum hz_unearned_method)hz_choice_index(hz_unearned_method_names, opt.method);
    how->as_of = opt.as_of.date;
    const bool is_risk = how->method == HZ_UNEARNED_RISK;
    if (is_risk != (opt.risk_weights != NULL))
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            is_risk ? _("--method risk wants --risk-weights, as in 30:0,60:0.5")
                                    : _("--risk-weights goes with --method risk"));
    return hz_unearned_check(how, err) &&
           (!is_risk || hz_risk_weights_parse(&how->weights, opt.risk_weights, err));
}

static bool prepare(struct hz_fold *fold, struct hz_error *err)
{
    static struct hz_unearned_fold settings;
    static struct hz_arena arena;

    if (!prepare_method(&settings.how, err) ||
        !hz_groups_parse(&settings.by, opt.by, hz_unearned_result, &arena, err))
        return false;
    hz_unearned_fold(&settings, fold);
    return true;
}

const struct hz_command hz_command = {
    .name = "hz-unearned",
    .summary = "unearned contribution reserve of member records",
    .operands = "[FILE...]",
    .options = options,
    .kind = HZ_COMMAND_FOLD,
    .fold = prepare,
};
