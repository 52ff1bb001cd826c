/* compound_table.c: see compound_table.h. */

#include "risk/compound_table.h"

#include "base/money.h"
#include "random/random.h"
#include "random/trials.h"
#include "random/variate.h"
#include "risk/lattice.h"

#include <math.h>
#include <stdio.h>

enum { AMOUNT_DECIMALS = 2, PROBABILITY_DECIMALS = 6, STEPS_MOST = 1 << 23 };

/* Lump sums as the table has them. */
struct sums {
    size_t count;
    hz_fen *amount;
    double *payouts;
    hz_fen divisor, largest;
    double all; /* of the column payouts */
};

static hz_fen divisor_of(hz_fen a, hz_fen b)
{
    while (b > 0) {
        const hz_fen rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

static bool read_sum(const struct hz_sheet *sheet, size_t r, const int column[2], struct sums *sums,
                     struct hz_error *err)
{
    const struct hz_text text = hz_sheet_cell(sheet, r, column[0]);
    const enum hz_money_fault fault = hz_money_parse_positive(text, &sums->amount[r]);
    if (fault != HZ_MONEY_GOOD)
        return hz_error_set(err, HZ_ERROR_DATA, hz_sheet_place(sheet, r, column[0]), "\"%.*s\" %s",
                            HZ_TEXT_ARGS(text), hz_money_fault_text(fault));
    if (!hz_sheet_number(sheet, r, column[1], &sums->payouts[r], err))
        return false;
    if (sums->amount[r] == 0 || sums->payouts[r] < 0)
        return hz_error_set(err, HZ_ERROR_DATA,
                            hz_sheet_place(sheet, r, column[sums->amount[r] == 0 ? 0 : 1]),
                            _("expected an amount above 0, and of payouts 0 or more"));
    sums->divisor = divisor_of(sums->divisor, sums->amount[r]);
    sums->largest = sums->amount[r] > sums->largest ? sums->amount[r] : sums->largest;
    sums->all += sums->payouts[r];
    return true;
}

static bool read_sums(const struct hz_sheet *sheet, struct sums *sums, struct hz_arena *arena,
                      struct hz_error *err)
{
    int column[2];
    if (!hz_sheet_find(sheet, "amount", &column[0], err) ||
        !hz_sheet_find(sheet, "payouts", &column[1], err))
        return false;
    *sums = (struct sums){.count = sheet->rows,
                          .amount = hz_arena_allocate(arena, sheet->rows, sizeof *sums->amount),
                          .payouts = hz_arena_allocate(arena, sheet->rows, sizeof *sums->payouts)};
    for (size_t r = 0; r < sheet->rows; r++)
        if (!read_sum(sheet, r, column, sums, err))
            return false;
    return sums->all > 0 || hz_error_set(err, HZ_ERROR_DATA, hz_sheet_whole(sheet),
                                         _("no payouts are expected: there is nothing to add up"));
}

/* One payout on steps of the divisor. */
static bool put_on_steps(const struct sums *sums, struct hz_lattice *severity,
                         struct hz_arena *arena, struct hz_error *err)
{
    const hz_fen points = sums->largest / sums->divisor + 1;
    if (points > STEPS_MOST)
        return hz_error_set(err, HZ_ERROR_DATA, HZ_NOWHERE,
                            _("amounts of up to %.2f yuan in steps of %.2f are more than %d steps: "
                              "round them to yuan"),
                            (double)sums->largest / 100, (double)sums->divisor / 100, STEPS_MOST);
    *severity = (struct hz_lattice){.step = (double)sums->divisor / 100,
                                    .points = (size_t)points,
                                    .p = hz_arena_allocate(arena, (size_t)points, sizeof(double))};
    for (size_t i = 0; i < sums->count; i++)
        severity->p[sums->amount[i] / sums->divisor] += sums->payouts[i] / sums->all;
    return true;
}

/* Mean and variance of the sum: m E(X), m Var(X) + Var(N) E(X)^2. */
static void moments_of(const struct hz_frequency *frequency, const struct hz_lattice *severity,
                       double *mean, double *variance)
{
    const double one = hz_lattice_mean(severity);
    *mean = frequency->mean * one;
    *variance = frequency->mean * hz_lattice_variance(severity) +
                hz_frequency_variance(frequency) * one * one;
}

/*
 * Steps up to where practically nothing is left: a dozen and some standard deviations and payouts
 * above.
 */
static bool choose_points(const struct hz_frequency *frequency, const struct hz_lattice *severity,
                          size_t *points, struct hz_error *err)
{
    double mean, variance;
    moments_of(frequency, severity, &mean, &variance);
    const double largest = (double)(severity->points - 1) * severity->step;
    const double end = (mean + 20 * sqrt(variance) + 40 * largest) / severity->step;
    if (!(end < STEPS_MOST))
        return hz_error_set(err, HZ_ERROR_DATA, HZ_NOWHERE,
                            _("the sums need %.0f steps of %.2f yuan, more than %d: round the "
                              "amounts"),
                            end, severity->step, STEPS_MOST);
    *points = (size_t)end + 1;
    return true;
}

struct model {
    const struct hz_compound_order *order;
    struct hz_frequency frequency;
    struct hz_cumulated severity;
};

static void draw(const void *model, uint64_t first, double figure[])
{
    const struct model *m = model;
    gsl_rng *rng = gsl_rng_alloc(hz_random_gsl);
    for (uint64_t lane = 0; lane < HZ_LANES; lane++) {
        hz_random_gsl_set(rng, m->order->seed, first + lane);
        double sum = 0;
        for (uint64_t n = hz_frequency_draw(&m->frequency, rng); n > 0; n--)
            sum += hz_cumulated_draw(&m->severity, gsl_rng_uniform_pos(rng));
        figure[lane] = sum;
    }
    gsl_rng_free(rng);
}

static void write_exact(const char *method, const struct hz_lattice *sum,
                        const struct hz_levels *levels, struct hz_table *out)
{
    double all = 0;
    for (size_t k = 0; k < sum->points; k++)
        all += sum->p[k];
    const double error = fabs(1 - all) * (double)(sum->points - 1) * sum->step;
    hz_table_string(out, method);
    hz_table_estimate(out, hz_lattice_mean(sum), AMOUNT_DECIMALS);
    hz_table_estimate(out, error, AMOUNT_DECIMALS);
    hz_table_estimate(out, sqrt(hz_lattice_variance(sum)), AMOUNT_DECIMALS);
    hz_table_ratio(out, sum->p[0], PROBABILITY_DECIMALS);
    for (size_t q = 0; q < levels->levels; q++) {
        hz_table_estimate(out, hz_lattice_quantile(sum, levels->level[q]), AMOUNT_DECIMALS);
        hz_table_estimate(out, 0, AMOUNT_DECIMALS);
    }
    hz_table_end_row(out);
}

static bool simulate(const struct model *model, struct hz_trial_figure *sum, struct hz_arena *arena,
                     struct hz_error *err)
{
    const struct hz_levels *levels = &model->order->levels;
    const struct hz_trials trials = {.trials = model->order->simulations,
                                     .figures = 1,
                                     .threads = model->order->threads,
                                     .draw = draw,
                                     .model = model,
                                     .level = levels->level,
                                     .levels = levels->levels};
    return model->order->simulations == 0 || hz_trials_run(&trials, sum, arena, err);
}

static void write_simulation(const struct hz_trial_figure *sum, const struct hz_levels *levels,
                             struct hz_table *out)
{
    hz_table_string(out, "simulation");
    hz_table_estimate(out, sum->mean, AMOUNT_DECIMALS);
    hz_table_estimate(out, sum->mean_error, AMOUNT_DECIMALS);
    hz_table_estimate(out, sum->sd, AMOUNT_DECIMALS);
    hz_table_unknown(out);
    for (size_t q = 0; q < levels->levels; q++) {
        hz_table_estimate(out, sum->quantile[q], AMOUNT_DECIMALS);
        hz_table_estimate(out, sum->quantile_error[q], AMOUNT_DECIMALS);
    }
    hz_table_end_row(out);
}

static void declare(const struct hz_levels *levels, struct hz_table *out)
{
    static const char *const columns[] = {"method", "mean", "mean_error", "sd", "none"};
    char name[32];
    for (size_t c = 0; c < HZ_COUNT(columns); c++)
        hz_table_column(out, columns[c]);
    for (size_t q = 0; q < levels->levels; q++) {
        snprintf(name, sizeof name, "q%s", levels->name[q]);
        hz_table_column(out, name);
        snprintf(name, sizeof name, "q%s_error", levels->name[q]);
        hz_table_column(out, name);
    }
}

static bool compound(const struct sums *sums, const struct hz_compound_order *order,
                     struct hz_table *out, struct hz_arena *arena, struct hz_error *err)
{
    struct model model = {.order = order, .frequency = order->frequency};
    struct hz_lattice severity, fourier, panjer;
    struct hz_trial_figure simulated;
    struct hz_error cannot = {0};
    size_t points = 0;
    if (isnan(model.frequency.mean))
        model.frequency.mean = sums->all;
    if (!put_on_steps(sums, &severity, arena, err) ||
        !choose_points(&model.frequency, &severity, &points, err) ||
        !hz_fourier(&model.frequency, &severity, points, &fourier, arena, err))
        return false;
    hz_cumulate(&model.severity, &severity, arena);
    if (!simulate(&model, &simulated, arena, err))
        return false;
    declare(&order->levels, out);
    if (hz_panjer(&model.frequency, &severity, points, &panjer, arena, &cannot))
        write_exact("panjer", &panjer, &order->levels, out);
    write_exact("fourier", &fourier, &order->levels, out);
    if (order->simulations > 0)
        write_simulation(&simulated, &order->levels, out);
    return true;
}

bool hz_compound_table(const struct hz_sheet *sheet, const struct hz_compound_order *order,
                       struct hz_table *out, struct hz_error *err)
{
    struct hz_arena arena = {0};
    struct sums sums;
    bool done = read_sums(sheet, &sums, &arena, err) && compound(&sums, order, out, &arena, err);
    hz_arena_free(&arena);
    return done;
}
