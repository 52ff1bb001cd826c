/* statement.c: see statement.h. */

#include "fund/statement.h"

/* Amounts above this are nobody's fund, and a few of them still add up. */
#define MOST (INT64_C(1) << 60)

static bool rate_of(hz_fen amount, struct hz_decimal rate, hz_fen *part)
{
    return hz_fen_round(hz_fen_times_exact(amount, rate), part);
}

/* What came in less what went out, before any yield. */
static hz_fen net_cash(const struct hz_fund_year *y)
{
    const struct hz_fund_flow *f = &y->flow;
    return y->contributions + f->donations + f->subsidies + f->disaster_received + f->deposits_in -
           f->paid - f->aid - f->services - f->development_spent - f->disaster_spent -
           f->deposits_out - y->fees - y->expenses;
}

/* Half of the period's net cash flow has been there for all of it. */
static bool earn_yield(const struct hz_fund_rates *rates, struct hz_fund_year *y)
{
    const int per_year = rates->per_year > 0 ? rates->per_year : 1;
    return hz_fen_round(hz_fen_times_exact(2 * y->opening.assets + net_cash(y), rates->yield) /
                            (2 * per_year),
                        &y->yield);
}

/* What lowers a surplus when it rises: deposits are not among it. */
static hz_fen reserves(const struct hz_fund_balance *b)
{
    return b->unearned + b->deficiency + b->outstanding;
}

static void close_balance(struct hz_fund_year *y)
{
    const struct hz_fund_balance *opening = &y->opening;
    const struct hz_fund_flow *f = &y->flow;
    struct hz_fund_balance *closing = &y->closing;
    y->to_retained = y->surplus + y->risk_used - y->to_aid_fund - y->to_development_fund;
    closing->assets = opening->assets + net_cash(y) + y->yield;
    closing->deposits = opening->deposits + f->deposits_in - f->deposits_out - f->deposits_kept;
    closing->risk_reserve = opening->risk_reserve + y->risk_transfer - y->risk_used;
    closing->aid_fund = opening->aid_fund + y->to_aid_fund - y->aid_of_fund;
    closing->development_fund =
        opening->development_fund + y->to_development_fund - y->development_of_fund;
    closing->disaster_fund = opening->disaster_fund + f->disaster_received - y->disaster_of_fund;
    closing->retained = opening->retained + y->to_retained - (f->aid - y->aid_of_fund) -
                        (f->development_spent - y->development_of_fund) -
                        (f->disaster_spent - y->disaster_of_fund);
}

static hz_fen least(hz_fen a, hz_fen b)
{
    const hz_fen less = a < b ? a : b;
    return less > 0 ? less : 0;
}

static bool is_small(const struct hz_fund_year *y)
{
    const hz_fen all[] = {y->contributions,
                          y->flow.paid,
                          y->flow.aid,
                          y->flow.unearned,
                          y->flow.deficiency,
                          y->flow.outstanding,
                          y->opening.assets,
                          y->opening.retained,
                          y->opening.deposits,
                          y->flow.services,
                          y->flow.donations,
                          y->flow.subsidies,
                          y->flow.development_spent,
                          y->flow.disaster_received,
                          y->flow.disaster_spent,
                          y->flow.deposits_in,
                          y->flow.deposits_out,
                          y->flow.deposits_kept};
    for (size_t i = 0; i < HZ_COUNT(all); i++)
        if (all[i] > MOST || all[i] < -MOST)
            return false;
    return true;
}

static bool refuse_size(struct hz_error *err)
{
    return hz_error_set(err, HZ_ERROR_DATA, HZ_NOWHERE,
                        _("the fund's amounts are too large for a statement to the fen"));
}

bool hz_fund_advance(const struct hz_fund_rates *rates, const struct hz_fund_balance *opening,
                     const struct hz_fund_flow *flow, struct hz_fund_year *year,
                     struct hz_error *err)
{
    *year = (struct hz_fund_year){.opening = *opening, .flow = *flow};
    struct hz_fund_year *y = year;
    hz_sum contributions = 0;
    for (int p = 0; p < HZ_FUND_PAYERS; p++)
        contributions += flow->payer[p];
    if (contributions > MOST || contributions < -MOST)
        return refuse_size(err);
    y->contributions = (hz_fen)contributions;
    y->closing.unearned = flow->unearned;
    y->closing.deficiency = flow->deficiency;
    y->closing.outstanding = flow->outstanding;
    bool done = is_small(y) && rate_of(y->contributions, rates->fees, &y->fees) &&
                rate_of(y->contributions, rates->expenses, &y->expenses) &&
                rate_of(y->contributions, rates->risk_reserve, &y->risk_transfer) &&
                earn_yield(rates, y);
    if (done) {
        y->earned = y->contributions + opening->unearned - flow->unearned;
        y->surplus = y->contributions + y->yield + flow->donations + flow->subsidies +
                     flow->deposits_kept - flow->paid - flow->services - y->fees - y->expenses -
                     (reserves(&y->closing) - reserves(opening)) - y->risk_transfer;
        close_balance(y);
    }
    return done || refuse_size(err);
}

bool hz_fund_share(const struct hz_fund_rates *rates, const struct hz_fund_year *whole,
                   struct hz_fund_year *common, struct hz_error *err)
{
    if (whole->surplus < 0)
        common->risk_used = least(-whole->surplus, whole->closing.risk_reserve);
    else if (!rate_of(whole->surplus, rates->aid_fund, &common->to_aid_fund) ||
             !rate_of(whole->surplus, rates->development_fund, &common->to_development_fund))
        return refuse_size(err);
    common->aid_of_fund = least(whole->flow.aid, whole->opening.aid_fund + common->to_aid_fund);
    common->development_of_fund =
        least(whole->flow.development_spent,
              whole->opening.development_fund + common->to_development_fund);
    common->disaster_of_fund = least(whole->flow.disaster_spent,
                                     whole->opening.disaster_fund + whole->flow.disaster_received);
    close_balance(common);
    return true;
}

static void add_balance(struct hz_fund_balance *into, const struct hz_fund_balance *b)
{
    into->assets += b->assets;
    into->unearned += b->unearned;
    into->deficiency += b->deficiency;
    into->outstanding += b->outstanding;
    into->deposits += b->deposits;
    into->disaster_fund += b->disaster_fund;
    into->risk_reserve += b->risk_reserve;
    into->aid_fund += b->aid_fund;
    into->development_fund += b->development_fund;
    into->retained += b->retained;
}

void hz_fund_add(struct hz_fund_year *into, const struct hz_fund_year *y)
{
    add_balance(&into->opening, &y->opening);
    add_balance(&into->closing, &y->closing);
    for (int p = 0; p < HZ_FUND_PAYERS; p++)
        into->flow.payer[p] += y->flow.payer[p];
    into->flow.paid += y->flow.paid;
    into->flow.aid += y->flow.aid;
    into->flow.unearned += y->flow.unearned;
    into->flow.deficiency += y->flow.deficiency;
    into->flow.outstanding += y->flow.outstanding;
    into->flow.services += y->flow.services;
    into->flow.donations += y->flow.donations;
    into->flow.subsidies += y->flow.subsidies;
    into->flow.development_spent += y->flow.development_spent;
    into->flow.disaster_received += y->flow.disaster_received;
    into->flow.disaster_spent += y->flow.disaster_spent;
    into->flow.deposits_in += y->flow.deposits_in;
    into->flow.deposits_out += y->flow.deposits_out;
    into->flow.deposits_kept += y->flow.deposits_kept;
    into->contributions += y->contributions;
    into->earned += y->earned;
    into->yield += y->yield;
    into->fees += y->fees;
    into->expenses += y->expenses;
    into->risk_transfer += y->risk_transfer;
    into->surplus += y->surplus;
    into->risk_used += y->risk_used;
    into->to_aid_fund += y->to_aid_fund;
    into->to_development_fund += y->to_development_fund;
    into->to_retained += y->to_retained;
    into->aid_of_fund += y->aid_of_fund;
    into->development_of_fund += y->development_of_fund;
    into->disaster_of_fund += y->disaster_of_fund;
}

hz_fen hz_fund_gap(const struct hz_fund_balance *b)
{
    return b->assets - reserves(b) - b->deposits - b->risk_reserve - b->aid_fund -
           b->development_fund - b->disaster_fund - b->retained;
}
