/* benefit_text.c: see benefit_text.h. */

#include "record/benefit_text.h"

void hz_benefit_put_money(struct hz_buffer *out, hz_fen fen)
{
    if (fen == 0)
        hz_buffer_append(out, "0.00", 4);
    else
        out->length += hz_money_format(fen, hz_buffer_reserve(out, HZ_SUM_TEXT));
}

static void put_benefits(struct hz_buffer *out, const struct hz_plan *plan,
                         const struct hz_claim_result *result)
{
    bool is_first = true;
    for (size_t b = 0; plan && b < plan->benefits; b++) {
        if (!result->benefit[b].asked)
            continue;
        if (!is_first)
            hz_buffer_char(out, ';');
        is_first = false;
        hz_buffer_text(out, plan->benefit[b].code);
        hz_buffer_char(out, '=');
        hz_benefit_put_money(out, result->benefit[b].payable);
    }
}

static void put_reasons(struct hz_buffer *out, uint32_t reasons)
{
    for (; reasons != 0; reasons &= reasons - 1) {
        hz_buffer_string(out, hz_reason_names[__builtin_ctz(reasons)]);
        if ((reasons & (reasons - 1)) != 0)
            hz_buffer_char(out, ';');
    }
}

void hz_benefit_put_result(struct hz_buffer *out, char delimiter, const struct hz_plan *plan,
                           const struct hz_claim_result *result)
{
    hz_buffer_char(out, delimiter);
    hz_buffer_string(out, hz_cover_standing_names[result->standing]);
    hz_buffer_char(out, delimiter);
    hz_benefit_put_money(out, result->payable);
    hz_buffer_char(out, delimiter);
    hz_benefit_put_money(out, result->aid);
    hz_buffer_char(out, delimiter);
    hz_benefit_put_money(out, result->cost);
    hz_buffer_char(out, delimiter);
    if (result->standing == HZ_COVERED)
        put_benefits(out, plan, result);
    hz_buffer_char(out, delimiter);
    put_reasons(out, result->reasons);
}

void hz_benefit_put_head(struct hz_buffer *out, struct hz_text claim, hz_date event,
                         const struct hz_plan *plan, hz_date start, hz_date end)
{
    char day[HZ_DATE_TEXT];
    hz_date_format(event, day);
    hz_buffer_format(out, _("claim %.*s, event %s"), HZ_TEXT_ARGS(claim), day);
    if (plan) {
        char first[HZ_DATE_TEXT], last[HZ_DATE_TEXT];
        hz_date_format(start, first);
        hz_date_format(end, last);
        hz_buffer_format(out, _(", plan %.*s %.*s, cover %s to %s"), HZ_TEXT_ARGS(plan->code),
                         HZ_TEXT_ARGS(plan->version), first, last);
    }
    hz_buffer_char(out, '\n');
}

void hz_benefit_put_foot(struct hz_buffer *out, const struct hz_claim_result *result)
{
    char payable[HZ_SUM_TEXT];
    hz_money_format(result->payable, payable);
    hz_buffer_format(out, _("  = %s  (%s"), payable, _(hz_cover_standing_names[result->standing]));
    const char *between = _("; ");
    for (int i = 0; i < HZ_REASONS; i++) {
        if (!(result->reasons >> i & 1))
            continue;
        hz_buffer_string(out, between);
        hz_buffer_string(out, _(hz_reason_names[i]));
        between = _(";");
    }
    hz_buffer_string(out, _(")\n"));
}
