/* fund_books.c: see fund_books.h. */

#include "fund/fund_books.h"

#include <math.h>

static int per_year(const struct hz_fund *fund)
{
    return HZ_YEAR / (int)fund->grain;
}

int hz_fund_year_of(const struct hz_fund *fund, hz_period period)
{
    return hz_date_civil(hz_period_first(period, fund->grain)).year;
}

const struct hz_fund_terms *hz_fund_terms_at(const struct hz_fund *fund, hz_period period)
{
    return hz_fund_terms_of(&fund->terms, hz_fund_year_of(fund, period));
}

/* How many periods up to this one, and with it, are of the last twelve months and in the ledger. */
static int twelve_months(const struct hz_fund *fund, const struct hz_fund_part *part)
{
    const int periods = part->period - fund->first + 1;
    return periods < per_year(fund) ? periods : per_year(fund);
}

/* A line of a part over so many periods up to this one. */
static hz_sum sum_of(const struct hz_fund_part *part, int periods, enum hz_ledger_line line)
{
    hz_sum sum = 0;
    for (int i = 0; i < periods; i++)
        sum += part[-i].line[line];
    return sum;
}

static hz_fen ibnr_of(const struct hz_fund *fund, const struct hz_fund_part *part)
{
    hz_fen ibnr = 0;
    const hz_sum paid = sum_of(part, twelve_months(fund, part), HZ_LEDGER_PAID);
    const struct hz_decimal rate = hz_fund_terms_at(fund, part->period)->ibnr;
    return paid > 0 && hz_fen_round(hz_fen_times_exact((hz_fen)paid, rate), &ibnr) ? ibnr : 0;
}

/* What a plan has paid for a day of cover in a year, over all offices. */
static double paid_a_day(const struct hz_fund *fund, const struct hz_fund_part *of)
{
    double paid = 0, exposure = 0;
    for (size_t p = 0; p < fund->parts; p++) {
        const struct hz_fund_part *part = &fund->part[p];
        if (part->period != of->period || !hz_text_equal(part->key[2], of->key[2]))
            continue;
        paid += (double)part->line[HZ_LEDGER_PAID];
        exposure += (double)part->line[HZ_LEDGER_EXPOSURE];
    }
    return exposure > 0 && paid > 0 ? paid / exposure : 0;
}

/* More than money can be becomes the most, which hz_fund_advance refuses. */
static void set_outstanding(struct hz_fund_part *part, hz_sum ibnr, hz_sum estimates)
{
    const hz_sum sum = ibnr + estimates;
    part->outstanding = sum > INT64_MAX ? INT64_MAX : sum < INT64_MIN ? INT64_MIN : (hz_fen)sum;
}

/* By the table of reserves of a year, shared out to all parts but the common one. */
static bool take_reserves(struct hz_fund *fund, size_t year, size_t years, struct hz_arena *arena,
                          struct hz_error *err)
{
    const struct hz_fund_reserve_year *table;
    const size_t parts = fund->parts / years - 1;
    struct hz_fund_share_of *share = hz_arena_allocate(arena, parts, sizeof *share);
    if (!hz_fund_reserves_find(fund->reserves, fund->part[year].period, &table, err))
        return false;
    for (size_t i = 0; i < parts; i++) {
        const struct hz_fund_part *part = &fund->part[(i + 1) * years + year];
        memcpy(share[i].key, part->key, sizeof part->key);
        share[i].exposure = (double)part->line[HZ_LEDGER_EXPOSURE];
        share[i].has_claims =
            part->line[HZ_LEDGER_PAID] != 0 || part->line[HZ_LEDGER_OUTSTANDING] != 0;
        share[i].weight = paid_a_day(fund, part) * share[i].exposure;
    }
    if (!hz_fund_reserves_share(table, share, parts, err))
        return false;
    for (size_t i = 0; i < parts; i++) {
        struct hz_fund_part *part = &fund->part[(i + 1) * years + year];
        set_outstanding(part, share[i].fen,
                        fund->reserves->kind == HZ_RESERVE_IBNR ? part->line[HZ_LEDGER_OUTSTANDING]
                                                                : 0);
    }
    return true;
}

static bool find_outstanding(struct hz_fund *fund, size_t years, struct hz_arena *arena,
                             struct hz_error *err)
{
    if (fund->reserves && fund->grain != HZ_YEAR)
        return hz_error_set(
            err, HZ_ERROR_DATA, (struct hz_place){.file = fund->file},
            _("tables of reserves are of the ends of years: expected hz-ledger --grain "
              "year, or the ibnr of the terms"));
    if (!fund->reserves && fund->terms.line[HZ_FUND_IBNR] == 0)
        return hz_error_set(err, HZ_ERROR_DATA, (struct hz_place){.file = fund->terms.file},
                            _("the key \"ibnr\" is missing: expected it, or tables of reserves"));
    for (size_t p = 0; p < fund->parts && !fund->reserves; p++)
        set_outstanding(&fund->part[p], ibnr_of(fund, &fund->part[p]),
                        fund->part[p].line[HZ_LEDGER_OUTSTANDING]);
    for (size_t y = (size_t)(fund->begin - fund->first); y < years && fund->reserves; y++)
        if (!take_reserves(fund, y, years, arena, err))
            return false;
    return true;
}

/*
 * How many periods a cost is of: twelve months, but none before the books if the ledger does not
 * say what was outstanding when those months began.
 */
static int cost_periods(const struct hz_fund *fund, const struct hz_fund_part *part)
{
    const int since = part->period - fund->begin + 1;
    const int n = twelve_months(fund, part);
    return n > since && part->period - n < fund->first ? since : n;
}

/* Whether what a part opens with is of others, too: it does not say of which plan it is. */
static bool is_shared(const struct hz_fund *fund, const struct hz_fund_part *part)
{
    const bool is_common = part->key[0].length + part->key[1].length + part->key[2].length == 0;
    return is_common || (fund->openings && !fund->openings->has_plan && part->key[2].length == 0);
}

/* Whether a part has the keys that another has. */
static bool has_keys(const struct hz_fund_part *part, const struct hz_fund_part *other)
{
    for (int k = 0; k < 3; k++)
        if (other->key[k].length > 0 && !hz_text_equal(part->key[k], other->key[k]))
            return false;
    return true;
}

/* What parts weigh: claims outstanding and paid, or else their exposure, or else all the same. */
enum weighing { BY_CLAIMS, BY_EXPOSURE, EVENLY };

static double weight_of(const struct hz_fund *fund, const struct hz_fund_part *part,
                        enum weighing how)
{
    if (how == EVENLY)
        return 1;
    const int n = cost_periods(fund, part);
    return fmax(0, how == BY_EXPOSURE
                       ? (double)sum_of(part, n, HZ_LEDGER_EXPOSURE)
                       : (double)(part->outstanding + sum_of(part, n, HZ_LEDGER_PAID)));
}

/* Shares out what a part opened with among those of a period that have its keys. */
static void share_before(struct hz_fund *fund, size_t period, const struct hz_fund_part *from)
{
    const double fen = (double)from->opening.outstanding;
    double all[] = {0, 0, 0};
    for (size_t p = period; p < fund->parts; p += fund->periods)
        for (int how = 0; how <= EVENLY && has_keys(&fund->part[p], from); how++)
            all[how] += weight_of(fund, &fund->part[p], (enum weighing)how);
    const enum weighing how = all[BY_CLAIMS] > 0     ? BY_CLAIMS
                              : all[BY_EXPOSURE] > 0 ? BY_EXPOSURE
                                                     : EVENLY;
    for (size_t p = period; p < fund->parts; p += fund->periods)
        if (has_keys(&fund->part[p], from))
            fund->part[p].before += fen * weight_of(fund, &fund->part[p], how) / all[how];
}

/* What each part had outstanding when the periods of its cost began. */
static void find_before(struct hz_fund *fund, size_t period)
{
    const size_t begin = (size_t)(fund->begin - fund->first);
    const int n = cost_periods(fund, &fund->part[period]);
    const bool is_opening = n == fund->part[period].period - fund->begin + 1;
    for (size_t p = period; p < fund->parts; p += fund->periods) {
        struct hz_fund_part *part = &fund->part[p];
        if (!is_opening)
            part->before = (double)part[-n].outstanding;
        else if (!is_shared(fund, part))
            part->before = (double)part[1 - n].opening.outstanding;
    }
    for (size_t p = begin; p < fund->parts && is_opening; p += fund->periods)
        if (is_shared(fund, &fund->part[p]) && fund->part[p].opening.outstanding != 0)
            share_before(fund, period, &fund->part[p]);
}

/* What a plan's day of cover for one unit has cost in a year, in fen, over all offices. */
static double cost_of_day(const struct hz_fund *fund, const struct hz_fund_part *of)
{
    const int n = cost_periods(fund, of);
    double incurred = 0, exposure = 0;
    for (size_t p = 0; p < fund->parts; p++) {
        const struct hz_fund_part *part = &fund->part[p];
        if (part->period != of->period || !hz_text_equal(part->key[2], of->key[2]))
            continue;
        incurred += (double)(sum_of(part, n, HZ_LEDGER_PAID) + part->outstanding) - part->before;
        exposure += (double)sum_of(part, n, HZ_LEDGER_EXPOSURE);
    }
    return exposure > 0 && incurred > 0 ? incurred / exposure : 0;
}

static double as_double(struct hz_decimal rate)
{
    return (double)rate.value / (double)HZ_DECIMAL_ONE;
}

/* What a period brought, as the ledger and the reserves have it. */
static struct hz_fund_flow flow_of(const struct hz_fund_part *part)
{
    static const int payers[HZ_FUND_PAYERS] = {HZ_LEDGER_SELF, HZ_LEDGER_UNIT, HZ_LEDGER_UNION,
                                               HZ_LEDGER_GOVERNMENT, HZ_LEDGER_OTHER};
    const hz_sum *line = part->line;
    struct hz_fund_flow flow = {.paid = (hz_fen)line[HZ_LEDGER_PAID],
                                .aid = (hz_fen)line[HZ_LEDGER_AID],
                                .services = (hz_fen)line[HZ_LEDGER_SERVICE_COST],
                                .unearned = (hz_fen)line[HZ_LEDGER_UNEARNED],
                                .outstanding = part->outstanding,
                                .donations = (hz_fen)line[HZ_LEDGER_DONATIONS],
                                .subsidies = (hz_fen)line[HZ_LEDGER_SUBSIDIES],
                                .development_spent = (hz_fen)line[HZ_LEDGER_DEVELOPMENT_SPENT],
                                .disaster_received = (hz_fen)line[HZ_LEDGER_DISASTER_RECEIVED],
                                .disaster_spent = (hz_fen)line[HZ_LEDGER_DISASTER_SPENT],
                                .deposits_in = (hz_fen)line[HZ_LEDGER_DEPOSITS_IN],
                                .deposits_out = (hz_fen)line[HZ_LEDGER_DEPOSITS_OUT],
                                .deposits_kept = (hz_fen)line[HZ_LEDGER_DEPOSITS_KEPT]};
    for (int p = 0; p < HZ_FUND_PAYERS; p++)
        flow.payer[p] = (hz_fen)line[payers[p]];
    return flow;
}

/* Deposits that are owed are those that records hold, or some were there before them. */
static bool check_deposits(const struct hz_fund *fund, const struct hz_fund_part *part,
                           hz_sum booked_fen, hz_sum held_fen, struct hz_error *err)
{
    char label[HZ_FISCAL_TEXT], booked[HZ_SUM_TEXT], held[HZ_SUM_TEXT];
    if (booked_fen == held_fen)
        return true;
    hz_fiscal_format(part->period, fund->grain, fund->is_fiscal, label);
    hz_money_format(booked_fen, booked);
    hz_money_format(held_fen, held);
    return hz_error_set(
        err, HZ_ERROR_DATA, (struct hz_place){.file = fund->file},
        _("office \"%.*s\", plan \"%.*s\", %s: deposits are %s by their opening and "
          "movement, but members hold %s: expected their balance before the ledger in "
          "--opening, or a ledger from the first deposit on"),
        HZ_TEXT_ARGS(part->key[1]), HZ_TEXT_ARGS(part->key[2]), label, booked, held);
}

/* Of an opening that does not say whose deposits they are: then only the whole can be checked. */
static bool has_common_deposits(const struct hz_fund *fund)
{
    return fund->part[fund->begin - fund->first].opening.deposits != 0;
}

static bool keep_books(struct hz_fund *fund, struct hz_fund_part *part, struct hz_error *err)
{
    const struct hz_fund_terms *terms = hz_fund_terms_at(fund, part->period);
    struct hz_fund_rates rates = terms->rates;
    struct hz_fund_flow flow = flow_of(part);
    rates.per_year = per_year(fund);
    if (part->line[HZ_LEDGER_REMAINING] > 0)
        part->best_estimate = cost_of_day(fund, part) * (double)part->line[HZ_LEDGER_REMAINING] *
                              (1 + as_double(terms->claim_expenses)) *
                              (1 + as_double(terms->margin));
    if (!(part->best_estimate < 1e18))
        return hz_error_set(err, HZ_ERROR_DATA, (struct hz_place){.file = fund->file},
                            _("the cover to come of province \"%.*s\", office \"%.*s\", plan "
                              "\"%.*s\" would cost more than a fund could owe: are its days of "
                              "cover right?"),
                            HZ_TEXT_ARGS(part->key[0]), HZ_TEXT_ARGS(part->key[1]),
                            HZ_TEXT_ARGS(part->key[2]));
    if (part->best_estimate > (double)flow.unearned)
        flow.deficiency = (hz_fen)llround(part->best_estimate) - flow.unearned;
    if (flow.unearned == 0)
        part->of_gifts = flow.deficiency;
    const struct hz_fund_balance *opening =
        part->period > fund->begin ? &part[-1].books.closing : &part->opening;
    return hz_fund_advance(&rates, opening, &flow, &part->books, err) &&
           (has_common_deposits(fund) || check_deposits(fund, part, part->books.closing.deposits,
                                                        part->line[HZ_LEDGER_DEPOSITS], err));
}

/* Amounts above this are nobody's fund, and a few of them still add up. */
#define MOST (INT64_C(1) << 61)

enum { FIGURES = sizeof(struct hz_fund_year) / sizeof(hz_fen) };
_Static_assert(sizeof(struct hz_fund_year) == FIGURES * sizeof(hz_fen), "all of it is money");

static bool refuse_sums(const struct hz_fund *fund, struct hz_error *err)
{
    return hz_error_set(err, HZ_ERROR_DATA, (struct hz_place){.file = fund->file},
                        _("the amounts of all parts add up to more than a fund could have: are "
                          "they in yuan?"));
}

/* Whatever parts of a period are added up, the sum of a figure must be one, too. */
static bool check_sums(const struct hz_fund *fund, size_t period, struct hz_error *err)
{
    hz_sum sum[FIGURES + 1] = {0};
    for (size_t p = period; p < fund->parts; p += fund->periods) {
        hz_fen figure[FIGURES + 1];
        memcpy(figure, &fund->part[p].books, sizeof fund->part[p].books);
        figure[FIGURES] = (hz_fen)fund->part[p].line[HZ_LEDGER_LAPSED];
        for (int f = 0; f <= FIGURES; f++)
            sum[f] += figure[f] < 0 ? -(hz_sum)figure[f] : figure[f];
    }
    for (int f = 0; f <= FIGURES; f++)
        if (sum[f] > MOST)
            return refuse_sums(fund, err);
    return true;
}

/*
 * All parts of a period, and then what the fund as a whole shares, which it does at the end of a
 * year; the common part is the first. *surplus: of the year so far.
 */
static bool keep_period(struct hz_fund *fund, size_t period, hz_fen *surplus, struct hz_error *err)
{
    struct hz_fund_year whole = {0};
    struct hz_fund_part *common = &fund->part[period];
    hz_sum held = 0;
    find_before(fund, period);
    for (size_t p = period; p < fund->parts; p += fund->periods) {
        if (!keep_books(fund, &fund->part[p], err))
            return false;
        held += fund->part[p].line[HZ_LEDGER_DEPOSITS];
    }
    if (!check_sums(fund, period, err))
        return false;
    for (size_t p = period; p < fund->parts; p += fund->periods)
        hz_fund_add(&whole, &fund->part[p].books);
    if (!check_deposits(fund, common, whole.closing.deposits, held, err))
        return false;
    const bool is_last =
        hz_fund_year_of(fund, common->period) != hz_fund_year_of(fund, common->period + 1);
    if (__builtin_add_overflow(*surplus, whole.surplus, surplus))
        return refuse_sums(fund, err);
    whole.surplus = is_last ? *surplus : 0;
    if (is_last)
        *surplus = 0;
    return hz_fund_share(&hz_fund_terms_at(fund, common->period)->rates, &whole, &common->books,
                         err) &&
           check_sums(fund, period, err);
}

bool hz_fund_keep(struct hz_fund *fund, struct hz_arena *arena, struct hz_error *err)
{
    hz_fen surplus = 0;
    if (!find_outstanding(fund, fund->periods, arena, err))
        return false;
    for (size_t p = (size_t)(fund->begin - fund->first); p < fund->periods; p++)
        if (!keep_period(fund, p, &surplus, err))
            return false;
    return true;
}
