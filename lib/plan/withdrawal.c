/* withdrawal.c: see withdrawal.h. */

#include "plan/withdrawal.h"

static hz_fen half_up(hz_sum numerator, hz_sum denominator)
{
    return (hz_fen)((2 * numerator + denominator) / (2 * denominator));
}

/* Of the band that the day is in; nothing after the last. */
static hz_fen by_table(const struct hz_withdrawal *withdrawal, hz_fen contribution, int64_t day)
{
    for (size_t b = 0; b < withdrawal->bands; b++)
        if (day <= withdrawal->band[b].through)
            return half_up((hz_sum)contribution * withdrawal->band[b].rate.value, HZ_DECIMAL_ONE);
    return 0;
}

hz_fen hz_withdrawal_refund(const struct hz_plan *plan, hz_fen contribution, hz_date start,
                            hz_date end, hz_date ended)
{
    const struct hz_withdrawal *withdrawal = &plan->withdrawal;
    const int64_t day = (int64_t)ended - start + 1, days = (int64_t)end - start + 1;
    hz_fen refund = 0;
    if (withdrawal->refund == HZ_REFUND_NONE || day > withdrawal->until || day > days || day < 1)
        return 0;
    if (withdrawal->refund == HZ_REFUND_PRO_RATA)
        refund = half_up((hz_sum)contribution * (days - day), days);
    else
        refund = by_table(withdrawal, contribution, day);
    return refund > withdrawal->fee ? refund - withdrawal->fee : 0;
}
