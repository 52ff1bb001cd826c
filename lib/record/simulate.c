/* simulate.c: see simulate.h. */

#include "record/simulate.h"

#include "file/blocks.h"
#include "random/random.h"

/*
 * Per thousand enrolments times a million: shares x (payout1 + 2 payout2) add up to 33,410,000, and
 * with mean x units / 4 to 33,410,000 x 127,381 fen.
 */
const struct hz_simulated_plan hz_simulated_plans[HZ_SIMULATED_PLANS] = {
    {"hospital", 250, 9900, 12, 4, 68000, 6000, 114489, HZ_SPREAD_SKEWED},
    {"allowance", 180, 8000, 12, 4, 31000, 3000, 45000, HZ_SPREAD_DAYS},
    {"critical", 130, 3000, 12, 5, 1800, 0, 887500, HZ_SPREAD_WAITING},
    {"critical3", 60, 8000, 36, 5, 5000, 0, 1000000, HZ_SPREAD_FIXED},
    {"women", 120, 3600, 24, 4, 2000, 0, 1065000, HZ_SPREAD_CLASSES},
    {"accident", 90, 5000, 12, 4, 9000, 0, 180000, HZ_SPREAD_SKEWED},
    {"combined", 80, 10000, 12, 4, 42000, 4000, 110002, HZ_SPREAD_SKEWED},
    {"seats", 50, 12000, 12, 4, 20760, 0, 150000, HZ_SPREAD_SKEWED},
    {"gift", 20, 5000, 12, 4, 6000, 0, 250000, HZ_SPREAD_SKEWED},
    {"event", 15, 0, 0, 4, 200, 0, 80820, HZ_SPREAD_SKEWED},
    {"savings", 5, 1000, 36, 7, 1000, 0, 500000, HZ_SPREAD_FIXED}, /* deposits apart */
};
enum { WOMEN = 4, SEATS = 7, GIFT = 8, EVENT = 9 };

/* Besides the payouts, as parts of their number: claims refused or withdrawn, and ex-gratia aid. */
enum { REFUSED_OF_PAYOUTS = 20, AID_OF_PAYOUTS = 100 };

/* 37 offices in 18 provinces: the province's code of GB/T 2260 and a number. */
enum { OFFICES = 37, OFFICE_DIGITS = 4 };
static const char offices[OFFICES][OFFICE_DIGITS + 1] = {
    "6101", "6102", "6103", "6104", "2201", "2202", "2203", "5001", "5002", "3401",
    "3402", "3403", "3701", "3702", "3703", "1101", "1102", "2301", "2302", "4101",
    "4102", "4103", "4201", "4202", "3201", "3202", "5201", "5202", "1501", "1502",
    "6201", "6202", "6501", "5401", "3501", "1301", "5301"};

/* ---- Draws: a word is 32 random bits */

/* Uniform below a number. */
static uint32_t below(uint32_t word, uint32_t number)
{
    return (uint32_t)((uint64_t)word * number >> 32);
}

enum { PIECES = 16 };

/*
 * A distribution by its quantiles, 1/16 apart. Stepped, each of the first 16 is as likely as
 * another; else the value lies evenly between two neighbours. `sum` is 16 times the mean.
 */
struct quantiles {
    bool is_stepped;
    uint16_t sum;
    uint16_t at[PIECES + 1];
};

static const struct quantiles spreads[] = {
    [HZ_SPREAD_SKEWED] = {false,
                          16000,
                          {90, 150, 200, 250, 300, 360, 420, 500, 580, 680, 800, 950, 1150, 1450,
                           1900, 2900, 6730}},
    [HZ_SPREAD_DAYS] = {true, 144, {2, 3, 3, 4, 4, 5, 5, 6, 7, 8, 9, 10, 12, 15, 20, 31, 0}},
    [HZ_SPREAD_WAITING] = {true,
                           142,
                           {1, 1, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 0}},
    [HZ_SPREAD_CLASSES] =
        {true, 1704, {30, 30, 30, 30, 60, 60, 60, 60, 168, 168, 168, 168, 168, 168, 168, 168, 0}},
    [HZ_SPREAD_FIXED] = {true, 16, {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0}},
};

/* In days. */
static const struct quantiles report_delay = {
    .at = {0, 1, 3, 5, 8, 12, 16, 21, 28, 36, 46, 60, 80, 105, 140, 210, 600}};
static const struct quantiles settlement_delay = {
    .at = {3, 5, 7, 10, 12, 15, 18, 22, 26, 32, 40, 50, 65, 85, 120, 190, 700}};

/* A draw, in parts of SCALE: 20 bits say where between two quantiles, as the middle of a part. */
enum { SCALE_BITS = 21 };

static uint64_t draw(const struct quantiles *quantiles, uint32_t word)
{
    const uint32_t piece = word >> 28, between = (word >> 8 & 0xFFFFF) * 2 + 1;
    const uint64_t from = quantiles->at[piece];
    if (quantiles->is_stepped)
        return from << SCALE_BITS;
    return (from << SCALE_BITS) + (quantiles->at[piece + 1] - from) * between;
}

static int draw_days(const struct quantiles *quantiles, uint32_t word)
{
    return (int)(draw(quantiles, word) >> SCALE_BITS);
}

/* An amount whose mean is just the plan's, to the nearest fen. */
static hz_fen draw_amount(const struct hz_simulated_plan *plan, uint32_t word)
{
    const struct quantiles *spread = &spreads[plan->spread];
    const uint64_t whole = (uint64_t)spread->sum << SCALE_BITS;
    return (hz_fen)(((uint64_t)plan->mean * PIECES * draw(spread, word) + whole / 2) / whole);
}

/* ---- Enrolments */

struct hz_simulation hz_simulation_of(uint64_t seed, int first_year, int years)
{
    struct hz_simulation simulation = {.seed = seed, .years = years, .as_of = INT32_MAX};
    uint64_t weight[HZ_SIMULATED_YEARS], total = 0, before = 0;
    for (int y = 0; y < years; y++) {
        weight[y] = y == 0 ? 1 << 20 : weight[y - 1] * 1114 / 1000;
        total += weight[y];
    }
    for (int y = 0; y < years; y++) {
        before += weight[y];
        simulation.until[y] = (uint32_t)((before << 32) / total - 1);
    }
    for (int y = 0; y <= years; y++)
        simulation.january[y] = hz_date_of((struct hz_civil){first_year + y, 1, 1});
    return simulation;
}

/* What is drawn for an enrolment; claims look at the first two words of most. */
struct draws {
    uint32_t plan, claims, year, day;
    uint32_t office, kinds, birth, days;
};

struct enrolment {
    uint64_t number;
    const struct hz_simulated_plan *plan;
    int plan_index;
    uint32_t units;
    hz_date start, end;
    const char *office; /* OFFICE_DIGITS of them */
};

static int draw_plan(uint32_t word)
{
    uint32_t left = below(word, 1000);
    int plan = 0;
    while (left >= hz_simulated_plans[plan].share)
        left -= hz_simulated_plans[plan++].share;
    return plan;
}

/* Three covers in eight start with the year, the others on any day. */
static hz_date draw_start(const struct hz_simulation *simulation, const struct draws *draws)
{
    int year = 0;
    while (year + 1 < simulation->years && draws->year > simulation->until[year])
        year++;
    const hz_date january = simulation->january[year];
    const hz_date days = simulation->january[year + 1] - january;
    return (draws->kinds & 7) < 3 ? january : january + (hz_date)below(draws->day, (uint32_t)days);
}

static uint32_t draw_units(const struct hz_simulated_plan *plan, uint32_t kinds)
{
    const uint32_t quarter = kinds >> 3 & 3;
    if (plan->units == 5)
        return quarter == 3 ? 2 : 1;
    if (plan->units == 7)
        return quarter == 3 ? 3 : quarter == 2 ? 2 : 1;
    return 1;
}

/* The smaller of two even draws: the first offices have the most. */
static const char *draw_office(uint32_t word)
{
    uint32_t a = (word >> 16) * OFFICES >> 16, b = (word & 0xFFFF) * OFFICES >> 16;
    return offices[a < b ? a : b];
}

static struct enrolment enrolment_of(const struct hz_simulation *simulation, uint64_t number,
                                     int plan_index, const struct draws *draws)
{
    const struct hz_simulated_plan *plan = &hz_simulated_plans[plan_index];
    const hz_date start = draw_start(simulation, draws);
    return (struct enrolment){
        .number = number,
        .plan = plan,
        .plan_index = plan_index,
        .units = draw_units(plan, draws->kinds),
        .start = start,
        .end = plan->months > 0 ? hz_date_add_months(start, plan->months) - 1
                                : start + 2 + (hz_date)below(draws->days, 28),
        .office = draw_office(draws->office),
    };
}

static void draw_first(struct hz_random *random, struct draws *draws)
{
    draws->plan = hz_random_bits(random);
    draws->claims = hz_random_bits(random);
    draws->year = hz_random_bits(random);
    draws->day = hz_random_bits(random);
}

static void draw_rest(struct hz_random *random, struct draws *draws)
{
    draws->office = hz_random_bits(random);
    draws->kinds = hz_random_bits(random);
    draws->birth = hz_random_bits(random);
    draws->days = hz_random_bits(random);
}

/* ---- Writing: each gives the place behind what it wrote */

static char *put_pair(char *at, uint32_t number)
{
    static const char pairs[] = "00010203040506070809101112131415161718192021222324"
                                "25262728293031323334353637383940414243444546474849"
                                "50515253545556575859606162636465666768697071727374"
                                "75767778798081828384858687888990919293949596979899";
    memcpy(at, pairs + 2 * number, 2);
    return at + 2;
}

static char *put_four(char *at, uint32_t number)
{
    return put_pair(put_pair(at, number / 100), number % 100);
}

/* Ten digits. */
static char *put_number(char *at, uint64_t number)
{
    const uint32_t low = (uint32_t)(number % 100000000);
    at = put_pair(at, (uint32_t)(number / 100000000));
    return put_four(put_four(at, low / 10000), low % 10000);
}

static char *put_date(char *at, hz_date date)
{
    const struct hz_civil civil = hz_date_civil(date);
    at = put_four(at, (uint32_t)civil.year);
    *at++ = '-';
    at = put_pair(at, (uint32_t)civil.month);
    *at++ = '-';
    return put_pair(at, (uint32_t)civil.day);
}

static char *put_money(char *at, hz_fen fen)
{
    uint32_t yuan = (uint32_t)(fen / 100), power = 1;
    while (yuan / power >= 10)
        power *= 10;
    for (; power > 0; power /= 10)
        *at++ = (char)('0' + yuan / power % 10);
    *at++ = '.';
    return put_pair(at, (uint32_t)(fen % 100));
}

static char *put_text(char *at, const char *text)
{
    while (*text)
        *at++ = *text++;
    return at;
}

static char *put_comma(char *at)
{
    *at = ',';
    return at + 1;
}

static char *put_member(char *at, uint64_t number)
{
    *at = 'M';
    return put_number(at + 1, number);
}

static char *put_office(char *at, const char *office)
{
    memcpy(at, office, OFFICE_DIGITS);
    return at + OFFICE_DIGITS;
}

/* Longer than any row. */
enum { ROW_MOST = 192 };

/* ---- Members */

static const char *enter_type(const struct enrolment *enrolment, uint32_t kinds)
{
    const uint32_t eighth = kinds >> 5 & 7;
    if (enrolment->plan_index == GIFT || enrolment->plan_index == EVENT)
        return "gift";
    if (enrolment->plan_index == SEATS)
        return eighth < 2 ? "swap" : "new";
    return eighth < 5 ? "renew" : "new";
}

/* From 18 to just under 60 when the cover starts. */
static hz_date birth_of(const struct enrolment *enrolment, uint32_t word)
{
    enum { YEARS_18 = 6575, YEARS_42 = 15339 };
    return enrolment->start - YEARS_18 - (hz_date)below(word, YEARS_42);
}

static char *put_member_row(char *at, const struct enrolment *enrolment, const struct draws *draws)
{
    const bool is_woman = enrolment->plan_index == WOMEN || (draws->kinds >> 8 & 0xFF) < 115;
    at = put_comma(put_member(at, enrolment->number));
    at = put_comma(put_text(at, enrolment->plan->code));
    at = put_comma(put_office(at, enrolment->office));
    at = put_comma(put_date(at, enrolment->start));
    at = put_comma(put_date(at, enrolment->end));
    at = put_comma(put_money(at, enrolment->plan->price * enrolment->units));
    *at++ = is_woman ? '2' : '1';
    at = put_comma(at);
    at = put_comma(put_date(at, birth_of(enrolment, draws->birth)));
    *at++ = (char)('0' + enrolment->units);
    at = put_comma(at);
    at = put_text(at, enter_type(enrolment, draws->kinds));
    *at++ = '\n';
    return at;
}

static char *put_member_of(char *at, const struct hz_simulation *simulation, uint64_t number)
{
    struct hz_random random = hz_random_stream(simulation->seed, number);
    struct draws draws;
    draw_first(&random, &draws);
    draw_rest(&random, &draws);
    struct enrolment enrolment = enrolment_of(simulation, number, draw_plan(draws.plan), &draws);
    return enrolment.start > simulation->as_of ? at : put_member_row(at, &enrolment, &draws);
}

/* ---- Claims */

enum outcome { PAID, REFUSED, AID };

struct claim {
    const struct enrolment *enrolment;
    hz_date as_of;
    int ordinal; /* of the enrolment's claims, from 1 */
    enum outcome outcome;
    hz_date event, report, settled;
    hz_fen amount;
    uint32_t kinds;
};

/* The number of claims of an enrolment, and what becomes of them. */
static int draw_claims(const struct hz_simulated_plan *plan, uint32_t word, enum outcome *outcome)
{
    const uint32_t payouts = plan->payout1 + 2 * plan->payout2;
    uint32_t left = below(word, 1000000);
    *outcome = PAID;
    if (left < plan->payout2)
        return 2;
    left -= plan->payout2;
    if (left < plan->payout1)
        return 1;
    left -= plan->payout1;
    *outcome = REFUSED;
    if (left < payouts / REFUSED_OF_PAYOUTS)
        return 1;
    left -= payouts / REFUSED_OF_PAYOUTS;
    *outcome = AID;
    return left < payouts / AID_OF_PAYOUTS ? 1 : 0;
}

static struct claim claim_of(const struct enrolment *enrolment, int ordinal, enum outcome outcome,
                             struct hz_random *random)
{
    const uint32_t days = (uint32_t)(enrolment->end - enrolment->start + 1);
    struct claim claim = {.enrolment = enrolment, .ordinal = ordinal, .outcome = outcome};
    claim.event = enrolment->start + (hz_date)below(hz_random_bits(random), days);
    claim.report = claim.event + draw_days(&report_delay, hz_random_bits(random));
    claim.settled = claim.report + draw_days(&settlement_delay, hz_random_bits(random));
    claim.amount = draw_amount(enrolment->plan, hz_random_bits(random)) * enrolment->units;
    claim.kinds = hz_random_bits(random);
    return claim;
}

static char *put_transaction(char *at, const struct claim *claim, hz_date date, hz_fen paid,
                             hz_fen estimate, const char *status)
{
    const struct enrolment *enrolment = claim->enrolment;
    if (date > claim->as_of)
        return at;
    *at++ = 'C';
    at = put_number(at, enrolment->number);
    *at++ = (char)('0' + claim->ordinal);
    at = put_comma(at);
    at = put_comma(put_member(at, enrolment->number));
    at = put_comma(put_text(at, enrolment->plan->code));
    at = put_comma(put_office(at, enrolment->office));
    at = put_comma(put_date(at, enrolment->start));
    at = put_comma(put_date(at, claim->event));
    at = put_comma(put_date(at, claim->report));
    at = put_comma(put_date(at, date));
    at = put_comma(put_money(at, paid));
    at = put_comma(put_money(at, estimate));
    at = put_comma(put_text(at, status));
    *at++ = claim->outcome == AID ? '1' : '0';
    *at++ = '\n';
    return at;
}

/* From 70 % to half more than the amount, in hundreds of yuan, at least one. */
static hz_fen first_estimate(const struct claim *claim)
{
    const hz_fen hundred = 10000;
    hz_fen guess = claim->amount * (70 + (claim->kinds >> 8) % 81) / 100;
    hz_fen estimate = (guess + hundred / 2) / hundred * hundred;
    return estimate > 0 ? estimate : hundred;
}

/* Of paid claims, a fifth have one row, a half two, the others a first payment too. */
static char *put_claim(char *at, const struct claim *claim)
{
    const uint32_t kind = claim->kinds % 10;
    hz_fen left = claim->amount;
    if (claim->outcome == AID || (claim->outcome == PAID && kind < 2))
        return put_transaction(at, claim, claim->settled, left, 0, "paid");
    at = put_transaction(at, claim, claim->report, 0, first_estimate(claim), "reported");
    if (claim->outcome == REFUSED)
        return put_transaction(at, claim, claim->settled, 0, 0,
                               kind < 7 ? "rejected" : "withdrawn");
    if (kind >= 7) {
        hz_date halfway = claim->report + (claim->settled - claim->report) / 2;
        hz_fen first = claim->amount / 2;
        left -= first;
        at = put_transaction(at, claim, halfway, first, left, "approved");
    }
    return put_transaction(at, claim, claim->settled, left, 0, "paid");
}

/* Most enrolments have none: they end after the first draws. */
static char *put_claims_of(char *at, const struct hz_simulation *simulation, uint64_t number)
{
    struct hz_random random = hz_random_stream(simulation->seed, number);
    struct draws draws;
    enum outcome outcome;
    draw_first(&random, &draws);
    int plan_index = draw_plan(draws.plan);
    int claims = draw_claims(&hz_simulated_plans[plan_index], draws.claims, &outcome);
    if (claims == 0)
        return at;
    draw_rest(&random, &draws);
    struct enrolment enrolment = enrolment_of(simulation, number, plan_index, &draws);
    for (int ordinal = 1; ordinal <= claims; ordinal++) {
        struct claim claim = claim_of(&enrolment, ordinal, outcome, &random);
        claim.as_of = simulation->as_of;
        at = put_claim(at, &claim);
    }
    return at;
}

/* ---- All of it */

const char *const hz_simulated_names[] = {"members", "claims", NULL};

const char *hz_simulated_header(enum hz_simulated what)
{
    return what == HZ_SIMULATED_MEMBERS
               ? "member,plan,office,start,end,contribution,sex,birth,units,enter_type\n"
               : "claim,member,plan,office,start,event,report,transaction,paid,case_estimate,"
                 "status,ex_gratia\n";
}

void hz_simulate(const struct hz_simulation *simulation, enum hz_simulated what, uint64_t first,
                 uint64_t count, struct hz_buffer *out)
{
    enum { CLAIM_ROWS = 6, AT_ONCE = 64 };
    const bool is_members = what == HZ_SIMULATED_MEMBERS;
    const size_t most = is_members ? ROW_MOST : CLAIM_ROWS * ROW_MOST;
    for (uint64_t done = 0; done < count; done++) {
        if (done % AT_ONCE == 0)
            hz_buffer_reserve(out, AT_ONCE * most);
        char *at = out->at + out->length;
        char *next = is_members ? put_member_of(at, simulation, first + done)
                                : put_claims_of(at, simulation, first + done);
        out->length += (size_t)(next - at);
    }
}

/* Enrolments a block: some hundred kilobytes of members, or some dozen of claims. */
enum { BLOCK = 4096 };

struct portfolio {
    const struct hz_simulation *simulation;
    enum hz_simulated what;
    uint64_t enrolments;
};

static void produce(uint64_t index, struct hz_buffer *out, const void *context)
{
    const struct portfolio *portfolio = context;
    const uint64_t done = index * BLOCK, left = portfolio->enrolments - done;
    hz_simulate(portfolio->simulation, portfolio->what, done + 1, left < BLOCK ? left : BLOCK, out);
}

/* Lets as many rows pass as are still wanted. */
static bool pass(struct hz_buffer *block, void *passed)
{
    uint64_t *wanted = passed;
    const char *at = block->at, *end = at + block->length;
    for (; *wanted > 0 && at < end; (*wanted)--)
        at = (const char *)memchr(at, '\n', (size_t)(end - at)) + 1;
    block->length = (size_t)(at - block->at);
    return *wanted > 0;
}

void hz_simulate_write(const struct hz_simulation *simulation, enum hz_simulated what,
                       uint64_t enrolments, uint64_t rows, int threads, struct hz_output *output)
{
    const struct portfolio portfolio = {simulation, what, enrolments};
    const struct hz_blocks blocks = {.threads = threads,
                                     .count = enrolments / BLOCK + (enrolments % BLOCK > 0),
                                     .context = &portfolio,
                                     .produce = produce,
                                     .pass = pass,
                                     .passed = &rows};
    hz_output_text(output, hz_text_of(hz_simulated_header(what)));
    hz_blocks_write(&blocks, output);
}
