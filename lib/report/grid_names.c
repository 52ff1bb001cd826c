/* grid_names.c: what columns are, by their names: see grid.h. */

#include "report/grid.h"

/* A list of names, each with a blank before and behind it. */
static bool is_in(const char *list, struct hz_text name)
{
    for (const char *at = list; (at = memmem(at, strlen(at), name.at, name.length)); at++)
        if (at[-1] == ' ' && at[name.length] == ' ')
            return true;
    return false;
}

static bool ends_in(struct hz_text name, const char *end)
{
    const size_t length = strlen(end);
    return name.length > length && memcmp(name.at + name.length - length, end, length) == 0;
}

/* Yuan. A column that is not here is never put into another unit. */
static const char amounts[] =
    " amount contribution contribution_self contribution_unit contribution_union "
    "contribution_government contribution_unstated service_cost ex_gratia_amount "
    "latest ultimate ibnr se process_se "
    "parameter_se unearned earned written paid outstanding case_estimate incurred payout payouts_amount "
    "discounted opening closing experience factors selections prior method_change new run_off "
    "mean margin cost_of_capital capital reserve reserve_then reserve_now "
    "risk_margin best_estimate deficiency_reserve ";

static const char means[] = " mean_payment mean_claim cost_per_enrolment contribution_per_enrolment ";

/* What is written in digits and is no number. */
static const char labels[] =
    " year period month quarter origin development age office plan plan_version province series method "
    "base_year last_year years test verdict definition level_of code ";

static const char counts[] =
    " enrolments persons units seats payments claims beneficiaries ex_gratia_payments ex_gratia_claims "
    "rows records read used left_out rejected forecasts refused members covers entries count cells "
    "origins target completed gap ";

enum hz_report_kind hz_report_kind_of(struct hz_text column)
{
    if (is_in(amounts, column))
        return HZ_KIND_AMOUNT;
    if (is_in(means, column))
        return HZ_KIND_MEAN;
    if (is_in(counts, column))
        return HZ_KIND_COUNT;
    if (ends_in(column, "_percent") || ends_in(column, "_growth"))
        return HZ_KIND_PERCENT;
    if (is_in(labels, column))
        return HZ_KIND_LABEL;
    return ends_in(column, "_points") ? HZ_KIND_POINTS : HZ_KIND_OTHER;
}

struct hz_text hz_report_heading(enum hz_report_language language, struct hz_text column)
{
    (void)language;
    return column;
}

struct hz_text hz_report_label(enum hz_report_language language, struct hz_text text)
{
    if (language == HZ_REPORT_ZH && hz_text_equal(text, hz_text_of("total")))
        return hz_text_of("合计");
    return text;
}
