/*
 * Random claims, paid in parts, taken back, refused and reopened, their rows in any order: the
 * ledger and the table of years against each claim as it stood at the end of each period, in plain
 * code.
 */

#include "record/ledger_fold.h"
#include "record/years_fold.h"

#include "fold_text.h"
#include "lives_of.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

enum { CLAIMS = 15000, STEPS = 6, QUARTERS = 16, PROMPT = 30 };

/* What is told of a claim on a day. */
struct step {
    int day;
    long paid, cost, estimate;
    const char *status;
};

struct claim {
    int person, report, steps;
    bool is_aid;
    struct step step[STEPS];
};

static struct claim claim[CLAIMS];

static const char *const statuses[] = {"opened", "approved", "reopened",  "paid",
                                       "closed", "rejected", "withdrawn", "拒付"};
enum { OPEN_STATUSES = 3 };

static bool is_rejected(const char *status)
{
    return strcmp(status, "rejected") == 0 || strcmp(status, "拒付") == 0;
}

static bool is_open(const char *status)
{
    for (int s = 0; s < OPEN_STATUSES; s++)
        if (strcmp(status, statuses[s]) == 0)
            return true;
    return strcmp(status, "reported") == 0;
}

/* A part, nothing, a piece of what was paid back, or all of it; sometimes a service instead. */
static void make_step(const struct claim *c, struct step *step, long so_far, long cost_so_far)
{
    const int what = below(6);
    step->paid = what < 2              ? 1 + below(100000)
                 : what == 2           ? -so_far
                 : what == 3 && so_far ? -(1 + below((int)so_far))
                                       : 0;
    step->cost = c->is_aid ? 0 : below(8) == 0 ? 1 + below(500) : below(12) == 0 ? -cost_so_far : 0;
    step->estimate = below(2) ? below(50000) : 0;
    step->status = statuses[below(HZ_COUNT(statuses))];
}

static void make_claims(void)
{
    make_calendar();
    for (int i = 0; i < CLAIMS; i++) {
        struct claim *c = &claim[i];
        long so_far = 0, cost = 0;
        c->person = below(CLAIMS / 3);
        c->report = below(900);
        c->is_aid = below(10) == 0;
        c->steps = 1 + below(STEPS);
        int day = c->report;
        for (int s = 0; s < c->steps; s++) {
            struct step *step = &c->step[s];
            make_step(c, step, so_far, cost);
            step->day = day;
            step->status = s == 0 ? "reported" : step->status;
            so_far += step->paid;
            cost += step->cost;
            day += 1 + below(s % 2 ? 20 : 120);
        }
    }
}

static void put_step(struct hz_buffer *out, int i, const struct step *step)
{
    const struct claim *c = &claim[i];
    hz_buffer_format(out, "C%05d,P%05d,h,61,", i, c->person);
    put_day(out, c->report);
    hz_buffer_char(out, ',');
    put_day(out, step->day);
    hz_buffer_char(out, ',');
    put_amount(out, step->paid);
    put_amount(out, step->estimate);
    put_amount(out, step->cost);
    hz_buffer_format(out, "%s,%s\n", step->status, c->is_aid ? "是" : "");
}

static const char header[] = "claim,member_id,plan,office,report,transaction,paid,case_estimate,"
                             "service_cost,status,ex_gratia\n";

static void write_claims(struct hz_buffer *out, bool is_adjacent)
{
    struct hz_buffer lines = {0};
    hz_buffer_string(out, header);
    for (int i = 0; i < CLAIMS; i++)
        for (int s = 0; s < claim[i].steps; s++)
            put_step(is_adjacent ? out : &lines, i, &claim[i].step[s]);
    if (is_adjacent)
        hz_buffer_char(out, '\0');
    else
        put_shuffled(out, &lines);
    hz_buffer_free(&lines);
}

/* ---- A claim as it stood at the end of a period */

static int quarter_of(int day)
{
    return 4 * (year_of[day] - FIRST_YEAR) + (month_of[day] - 1) / 3;
}

static int year_index(int day)
{
    return year_of[day] - FIRST_YEAR;
}

struct standing {
    long paid, cost, owed;
    bool is_rejected;
};

static struct standing stands(const struct claim *c, int period, int (*of)(int day))
{
    struct standing now = {0};
    for (int s = 0; s < c->steps && of(c->step[s].day) <= period; s++) {
        const struct step *step = &c->step[s];
        now.paid += step->paid;
        now.cost += step->cost;
        now.owed = is_open(step->status) ? step->estimate : 0;
        now.is_rejected = is_rejected(step->status);
    }
    return now;
}

enum { PAID, AID, PAYMENTS, PAYOUTS, REPORTED, REJECTED, PROMPTLY, SERVICES, COST, OWED, ITEMS };

static const struct {
    const char *name;
    bool is_money;
} items[ITEMS] = {{"paid", true},       {"aid", true},       {"payments", false},
                  {"claims", false},    {"reported", false}, {"rejected", false},
                  {"prompt", false},    {"services", false}, {"service_cost", true},
                  {"outstanding", true}};

/* What the rows of a claim add to their quarters. */
static void add_rows(long item[QUARTERS][ITEMS], const struct claim *c)
{
    for (int s = 0; s < c->steps; s++) {
        const struct step *step = &c->step[s];
        long *at = item[quarter_of(step->day)];
        at[c->is_aid ? AID : PAID] += step->paid;
        at[COST] += step->cost;
        if (c->is_aid)
            continue;
        at[PAYMENTS] += step->paid > 0;
        at[REPORTED] += step->day == c->report;
        at[PROMPTLY] += step->paid > 0 && step->day - c->report <= PROMPT;
    }
}

/* What it changes at the end of each. */
static void add_changes(long item[QUARTERS][ITEMS], const struct claim *c)
{
    struct standing before = {0};
    for (int q = 0; q < QUARTERS; q++) {
        const struct standing now = stands(c, q, quarter_of);
        item[q][SERVICES] += (now.cost > 0) - (before.cost > 0);
        if (!c->is_aid) {
            item[q][PAYOUTS] += (now.paid > 0) - (before.paid > 0);
            item[q][REJECTED] += now.is_rejected - before.is_rejected;
            item[q][OWED] += now.owed;
        }
        before = now;
    }
}

static char *ledger_of(const char *rows, bool is_adjacent)
{
    static struct hz_ledger_fold settings;
    struct hz_fold fold;
    const int parts = HZ_YEAR / HZ_QUARTER;
    settings = (struct hz_ledger_fold){.grain = HZ_QUARTER,
                                       .first = FIRST_YEAR * parts,
                                       .last = FIRST_YEAR * parts + QUARTERS - 1,
                                       .prompt_days = PROMPT,
                                       .is_adjacent = is_adjacent};
    hz_ledger_claims(&settings, &fold);
    return fold_text(&fold, rows, HZ_FORMAT_CSV);
}

struct texts {
    struct hz_buffer shuffled, adjacent;
};

static void claims_are_booked_as_they_stood(void **state)
{
    const struct texts *rows = *state;
    static long item[QUARTERS][ITEMS];
    struct hz_buffer due = {0};
    for (int i = 0; i < CLAIMS; i++) {
        add_rows(item, &claim[i]);
        add_changes(item, &claim[i]);
    }
    hz_buffer_string(&due, "province,office,plan,period,item,amount\n");
    for (int q = 0; q < QUARTERS; q++)
        for (int i = 0; i < ITEMS; i++) {
            if (item[q][i] == 0)
                continue;
            hz_buffer_format(&due, "61,61,h,%dQ%d,%s", FIRST_YEAR + q / 4, q % 4 + 1,
                             items[i].name);
            if (items[i].is_money)
                put_fen(&due, item[q][i]);
            else
                hz_buffer_format(&due, ",%ld", item[q][i]);
            hz_buffer_char(&due, '\n');
        }
    hz_buffer_char(&due, '\0');
    char *is = ledger_of(rows->shuffled.at, false), *same = ledger_of(rows->adjacent.at, true);
    assert_string_equal(is, due.at);
    assert_string_equal(same, due.at);
    hz_buffer_free(&due);
    free(is);
    free(same);
}

/* ---- Years */

struct year {
    long claims, cash, amount, cost, aid_claims, aid, persons;
    bool is_in[CLAIMS / 3];
};

static void add_to_years(struct year year[], const struct claim *c)
{
    struct standing before = {0};
    for (int y = 0; y < QUARTERS / 4; y++) {
        const struct standing now = stands(c, y, year_index);
        const bool is_cash = !c->is_aid && now.paid > 0, was_cash = !c->is_aid && before.paid > 0;
        const bool is_paid = is_cash || now.cost > 0, was_paid = was_cash || before.cost > 0;
        *(c->is_aid ? &year[y].aid : &year[y].amount) += now.paid - before.paid;
        year[y].cost += now.cost - before.cost;
        year[y].claims += is_paid - was_paid;
        year[y].cash += is_cash - was_cash;
        if (c->is_aid)
            year[y].aid_claims += (now.paid > 0) - (before.paid > 0);
        if (is_paid && !was_paid)
            year[y].is_in[c->person] = true;
        before = now;
    }
}

static void claims_are_counted_by_the_year(void **state)
{
    const struct texts *rows = *state;
    static struct year year[QUARTERS / 4];
    static struct hz_years_fold settings;
    struct hz_fold fold;
    struct hz_error err = {0};
    struct hz_buffer due = {0};
    settings =
        (struct hz_years_fold){.of = HZ_YEARS_CLAIMS, .grain = HZ_YEAR, .persons = "member_id"};
    assert_true(hz_year_start_parse(&settings.begin, NULL, &err));
    hz_years_fold(&settings, &fold);
    char *is = fold_text(&fold, rows->shuffled.at, HZ_FORMAT_CSV);
    for (int i = 0; i < CLAIMS; i++)
        add_to_years(year, &claim[i]);
    hz_buffer_string(&due, "year,claims,beneficiaries,amount,mean_claim,service_cost,"
                           "ex_gratia_claims,ex_gratia_amount\n");
    for (int y = 0; y < QUARTERS / 4; y++) {
        const struct year *of = &year[y];
        long persons = 0;
        for (int p = 0; p < CLAIMS / 3; p++)
            persons += of->is_in[p];
        hz_buffer_format(&due, "%d,%ld,%ld", FIRST_YEAR + y, of->claims, persons);
        put_fen(&due, of->amount);
        hz_buffer_char(&due, ',');
        if (of->cash > 0)
            hz_buffer_format(&due, "%.2f", (double)of->amount / 100 / (double)of->cash);
        put_fen(&due, of->cost);
        hz_buffer_format(&due, ",%ld", of->aid_claims);
        put_fen(&due, of->aid);
        hz_buffer_char(&due, '\n');
    }
    hz_buffer_char(&due, '\0');
    assert_string_equal(is, due.at);
    hz_buffer_free(&due);
    free(is);
}

static int write_all(void **state)
{
    static struct texts texts;
    make_claims();
    write_claims(&texts.shuffled, false);
    write_claims(&texts.adjacent, true);
    *state = &texts;
    return 0;
}

static int forget_all(void **state)
{
    struct texts *texts = *state;
    hz_buffer_free(&texts->shuffled);
    hz_buffer_free(&texts->adjacent);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(claims_are_booked_as_they_stood),
        cmocka_unit_test(claims_are_counted_by_the_year),
    };
    return cmocka_run_group_tests(tests, write_all, forget_all);
}
