/* solvency_table.c: see solvency_table.h. */

#include "fund/solvency_table.h"

#include "base/memory.h"
#include "base/parallel.h"
#include "file/schema.h"
#include "fund/solvency.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

enum key {
    ASSETS,
    CONTRIBUTIONS,
    FEES,
    EXPENSES,
    YIELD,
    GROWTH,
    YEARS,
    LEVEL,
    CAPITAL_RATE,
    PAYOUTS,
    SIZE,
    NUMBERS,
    SEVERITY = NUMBERS,
    KEYS,
};

enum { EMPIRICAL = 3, BEST = 4 };
static const char *const severities[] = {"log-normal", "gamma", "pareto",
                                         "empirical",  "best",  NULL};

struct assumptions {
    double number[NUMBERS];
    int64_t years; /* number[YEARS], as it is read */
    int severity;
    const char *file;
    uint32_t line[KEYS];
};

#define NUMBER(name, key, low, high)                                                               \
    HZ_KEY_NUMBER(name, assumptions, number[key], low, high, .is_needed = true)
/* In the order of enum key. */
static const struct hz_field fields[] = {
    NUMBER("assets", ASSETS, 0, 1e18),
    NUMBER("contributions", CONTRIBUTIONS, 0, 1e18),
    NUMBER("fees", FEES, 0, 1),
    NUMBER("expenses", EXPENSES, 0, 1),
    NUMBER("yield", YIELD, -0.99, 1),
    NUMBER("growth", GROWTH, -0.99, 10),
    HZ_KEY_WITHIN(INTEGER, "years", assumptions, years, 1, 100, .is_needed = true),
    NUMBER("level", LEVEL, 1e-6, 0.5),
    NUMBER("cost_of_capital", CAPITAL_RATE, 0, 1),
    NUMBER("payouts", PAYOUTS, 1e-6, 1e9),
    NUMBER("size", SIZE, 0, 1e12),
    HZ_KEY_CHOICE("severity", assumptions, severity, severities, .is_needed = true),
    HZ_KEY_END,
};

static bool read_assumptions(struct assumptions *a, const char *path, struct hz_arena *arena,
                             struct hz_error *err)
{
    struct hz_reading reading = {.arena = arena};
    struct hz_tree tree;
    if (!hz_schema_file(&reading, &tree, path, fields, NULL, a, err))
        return false;
    a->number[YEARS] = (double)a->years;
    a->file = tree.file;
    for (int key = 0; key < KEYS; key++)
        a->line[key] = hz_node_get(tree.root, fields[key].name)->line;
    return true;
}

/* ---- Payouts */

struct payouts {
    const struct hz_sheet *sheet;
    int paid, aid, claim; /* columns; -1: not there */
    double *amount;       /* of each row; 0: none */
};

static bool is_aid(const struct payouts *in, size_t row, bool *is_set, struct hz_error *err)
{
    *is_set = false;
    if (in->aid < 0)
        return true;
    const struct hz_text text = hz_sheet_cell(in->sheet, row, in->aid);
    return hz_form_flag(text, &in->sheet->forms, is_set) != HZ_FORM_BAD ||
           hz_error_set(err, HZ_ERROR_DATA, hz_sheet_place(in->sheet, row, in->aid),
                        "ex_gratia: \"%.*s\" %s", HZ_TEXT_ARGS(text), hz_form_flag_text());
}

/* What is taken back lowers the last payouts of the claim before it. */
static bool take_back(const struct payouts *in, size_t row, double back, struct hz_error *err)
{
    const double half_fen = 0.005;
    for (size_t r = row; r-- > 0 && in->claim >= 0 && back > half_fen;) {
        if (in->amount[r] == 0 || !hz_text_equal(hz_sheet_cell(in->sheet, r, in->claim),
                                                 hz_sheet_cell(in->sheet, row, in->claim)))
            continue;
        const double taken = fmin(back, in->amount[r]);
        back -= taken;
        in->amount[r] = in->amount[r] - taken > half_fen ? in->amount[r] - taken : 0;
    }
    return back <= half_fen ||
           hz_error_set(err, HZ_ERROR_DATA, hz_sheet_place(in->sheet, row, in->paid),
                        _("paid: \"%.*s\" is more than the rows before it have paid of the claim: "
                          "expected the column \"claim\", and payouts in the order of their dates"),
                        HZ_TEXT_ARGS(hz_sheet_cell(in->sheet, row, in->paid)));
}

static bool read_payouts(const struct hz_sheet *claims, double **amount, size_t *n,
                         struct hz_arena *arena, struct hz_error *err)
{
    struct payouts in = {.sheet = claims, .aid = hz_sheet_column(claims, "ex_gratia")};
    in.claim = hz_sheet_column(claims, "claim");
    in.amount = hz_arena_allocate(arena, claims->rows, sizeof *in.amount);
    *amount = in.amount;
    *n = 0;
    if (!hz_sheet_find(claims, "paid", &in.paid, err))
        return false;
    for (size_t r = 0; r < claims->rows; r++) {
        double value;
        bool is_left_out;
        if (!is_aid(&in, r, &is_left_out, err))
            return false;
        if (is_left_out)
            continue;
        if (!hz_sheet_number(claims, r, in.paid, &value, err) ||
            (value < 0 && !take_back(&in, r, -value, err)))
            return false;
        in.amount[r] = fmax(value, 0);
    }
    for (size_t r = 0; r < claims->rows; r++)
        if (in.amount[r] > 0)
            in.amount[(*n)++] = in.amount[r];
    return *n > 0 ||
           hz_error_set(err, HZ_ERROR_DATA, (struct hz_place){.file = claims->file},
                        _("there is no payout above 0 that a severity can be found from"));
}

/* A severity that was chosen, and how. */
struct chosen {
    int kind; /* or EMPIRICAL */
    struct hz_severity_fit fit;
    char how[512];
};

static void fit_severity(const struct assumptions *a, double amount[], size_t n,
                         struct chosen *chosen)
{
    chosen->kind = EMPIRICAL;
    snprintf(chosen->how, sizeof chosen->how, "the %zu payouts as they are", n);
    struct hz_error err = {0};
    for (int kind = 0; kind < EMPIRICAL; kind++) {
        struct hz_severity_fit fit;
        if (a->severity != BEST && a->severity != kind)
            continue;
        if (!hz_severity_fit((enum hz_severity_kind)kind, amount, n, &fit, &err)) {
            snprintf(chosen->how, sizeof chosen->how, "the %zu payouts as they are: %.400s", n,
                     err.text);
            continue;
        }
        if (isinf(hz_severity_mean(&fit.severity)) ||
            (chosen->kind != EMPIRICAL && fit.aic >= chosen->fit.aic))
            continue;
        chosen->kind = kind;
        chosen->fit = fit;
    }
    if (chosen->kind != EMPIRICAL)
        snprintf(chosen->how, sizeof chosen->how, "maximum likelihood, %zu payouts", n);
}

enum { STEPS = 1 << 16 };

/* The distribution of a year's payouts, on steps wide enough for ten standard deviations. */
static bool compound(const struct assumptions *a, const struct chosen *chosen,
                     const double amount[], size_t n, double *payouts_mean,
                     struct hz_cumulated *payouts, struct hz_arena *arena, struct hz_error *err)
{
    const struct hz_frequency frequency = {a->number[PAYOUTS], a->number[SIZE]};
    double mean = 0, square = 0, most = 0;
    for (size_t i = 0; i < n; i++) {
        mean += amount[i] / (double)n;
        square += amount[i] * amount[i] / (double)n;
        most = fmax(most, amount[i]);
    }
    if (chosen->kind != EMPIRICAL) {
        const struct hz_severity *s = &chosen->fit.severity;
        mean = hz_severity_mean(s);
        square = fmin(hz_severity_variance(s), 1e4 * mean * mean) + mean * mean;
        most = hz_severity_quantile(s, 1 - 1e-7 / fmax(frequency.mean, 1));
    }
    const double spread = sqrt(frequency.mean * (square - mean * mean) +
                               hz_frequency_variance(&frequency) * mean * mean);
    const double step = (frequency.mean * mean + 12 * spread + most) / STEPS;
    struct hz_lattice severity, sum;
    if (chosen->kind == EMPIRICAL)
        hz_lattice_of_amounts(&severity, amount, n, step, STEPS, arena);
    else
        hz_lattice_of_severity(&severity, &chosen->fit.severity, HZ_MEAN, step, STEPS, arena);
    if (!hz_fourier(&frequency, &severity, STEPS, &sum, arena, err))
        return false;
    *payouts_mean = frequency.mean * mean;
    hz_cumulate(payouts, &sum, arena);
    return true;
}

/* ---- Paths */

enum { BLOCK = 4096 };

struct paths {
    const struct hz_solvency *fund;
    uint64_t seed, count;
    double *need;
};

static void need_of_block(uint64_t index, int worker, void *context)
{
    const struct paths *paths = context;
    (void)worker;
    for (uint64_t p = index * BLOCK; p < (index + 1) * BLOCK && p < paths->count; p++)
        paths->need[p] = hz_solvency_path(paths->fund, paths->seed, p);
}

static void simulate(const struct hz_solvency_order *order, const struct hz_solvency *fund,
                     const struct assumptions *a, struct hz_solvency_result *result)
{
    struct paths paths = {.fund = fund, .seed = order->seed, .count = order->paths};
    paths.need = hz_allocate(order->paths, sizeof *paths.need);
    hz_parallel_do(&(struct hz_parallel){.threads = order->threads,
                                         .count = (order->paths + BLOCK - 1) / BLOCK,
                                         .context = &paths,
                                         .make = need_of_block});
    hz_solvency_read(paths.need, order->paths, a->number[ASSETS], a->number[LEVEL], result);
    free(paths.need);
}

/* ---- Printing */

static void print_fit(const struct chosen *chosen, struct hz_table *out)
{
    const struct hz_severity_fit *f = &chosen->fit;
    char name[64];
    const double known = chosen->kind == EMPIRICAL ? (double)NAN : (double)chosen->kind;
    hz_table_string(out, "severity_fitted");
    hz_table_string(out, severities[chosen->kind]);
    hz_table_string(out, chosen->how);
    hz_table_end_row(out);
    if (isnan(known))
        return;
    const char *const *parameter = hz_severity_parameters[chosen->kind];
    snprintf(name, sizeof name, "severity_%s", parameter[0]);
    hz_table_item(out, name, f->severity.a, 6, chosen->how);
    snprintf(name, sizeof name, "severity_%s_se", parameter[0]);
    hz_table_item(out, name, f->se_a, 6, "observed information");
    snprintf(name, sizeof name, "severity_%s", parameter[1]);
    hz_table_item(out, name, f->severity.b, 6, chosen->how);
    snprintf(name, sizeof name, "severity_%s_se", parameter[1]);
    hz_table_item(out, name, f->se_b, 6, "observed information");
    hz_table_item(out, "severity_aic", f->aic, 2, "4 - 2 log-likelihood");
    hz_table_item(out, "severity_distance", f->distance, 4, "Kolmogorov-Smirnov");
    hz_table_item(out, "severity_fit_p", f->p_value, 4, "chi-square, cells of equal probability");
}

static void print_result(const struct assumptions *a, const struct hz_solvency_order *order,
                         const struct hz_solvency_result *r, double mean, double upper,
                         struct hz_table *out)
{
    char origin[128];
    snprintf(origin, sizeof origin, "%llu paths of seed %llu", (unsigned long long)order->paths,
             (unsigned long long)order->seed);
    hz_table_item(out, "probability_exhausted", r->probability, 6, origin);
    hz_table_item(out, "probability_error", r->error, 6, "standard error of the simulation");
    hz_table_item(out, "assets_needed", r->needed, 2, "holds the level");
    hz_table_item(out, "risk_reserve_to_add", fmax(r->needed - a->number[ASSETS], 0), 2,
                  "assets_needed - assets");
    hz_table_item(out, "margin_75", upper - mean, 2,
                  "75th percentile of a year's payouts less their mean");
    hz_table_item(out, "margin_cost_of_capital",
                  hz_cost_of_capital(r->needed, a->number[CAPITAL_RATE], a->number[YIELD],
                                     (int)a->number[YEARS]),
                  2, "assets_needed, released evenly");
}

bool hz_solvency_table(const struct hz_solvency_order *order, const struct hz_sheet *claims,
                       struct hz_table *out, struct hz_error *err)
{
    struct hz_arena arena = {0};
    struct assumptions a = {0};
    struct chosen chosen = {0};
    struct hz_solvency fund;
    struct hz_solvency_result result;
    double *amount, mean = 0;
    size_t n;
    bool done = read_assumptions(&a, order->assumptions, &arena, err) &&
                read_payouts(claims, &amount, &n, &arena, err);
    if (done) {
        fit_severity(&a, amount, n, &chosen);
        fund = (struct hz_solvency){.net = a.number[CONTRIBUTIONS] *
                                           (1 - a.number[FEES] - a.number[EXPENSES]),
                                    .growth = a.number[GROWTH],
                                    .yield = a.number[YIELD],
                                    .years = (int)a.number[YEARS]};
        done = compound(&a, &chosen, amount, n, &mean, &fund.payouts, &arena, err);
    }
    if (done) {
        simulate(order, &fund, &a, &result);
        hz_table_column(out, "quantity");
        hz_table_column(out, "value");
        hz_table_column(out, "origin");
        for (int key = 0; key < NUMBERS; key++) {
            char origin[512];
            snprintf(origin, sizeof origin, "%s:%u", a.file, a.line[key]);
            hz_table_item(out, fields[key].name, a.number[key], 6, origin);
        }
        print_fit(&chosen, out);
        print_result(&a, order, &result, mean, hz_cumulated_draw(&fund.payouts, 0.75), out);
    }
    hz_arena_free(&arena);
    return done;
}
