/* ruin_table.c: see ruin_table.h. */

#include "fund/ruin_table.h"

#include "file/schema.h"
#include "random/trials.h"
#include "risk/ruin.h"

#include <math.h>
#include <stdio.h>

enum key { ASSETS, CLAIMS, MEAN, LOADING, YEARS, LEVEL, KEYS };

struct assumptions {
    double number[KEYS];
    const char *file;
    uint32_t line[KEYS];
};

#define NUMBER(name, key, low, high)                                                               \
    HZ_KEY_NUMBER(name, assumptions, number[key], low, high, .is_needed = true)
/* In the order of enum key. */
static const struct hz_field fields[] = {
    NUMBER("assets", ASSETS, 0, 1e18),
    NUMBER("claims", CLAIMS, 1e-6, 1e7),
    NUMBER("mean", MEAN, 1e-6, 1e15),
    NUMBER("loading", LOADING, 1e-6, 100),
    NUMBER("years", YEARS, 1e-3, 1000),
    NUMBER("level", LEVEL, 1e-9, 0.5),
    HZ_KEY_END,
};

static bool read_assumptions(struct assumptions *a, const char *path, struct hz_arena *arena,
                             struct hz_error *err)
{
    struct hz_reading reading = {.arena = arena};
    struct hz_tree tree;
    if (!hz_schema_file(&reading, &tree, path, fields, NULL, a, err))
        return false;
    a->file = tree.file;
    for (int key = 0; key < KEYS; key++)
        a->line[key] = hz_node_get(tree.root, fields[key].name)->line;
    return true;
}

/* ---- Paths: what part of them is exhausted */

struct paths {
    struct hz_classical model;
    double assets, years;
    uint64_t seed, count;
};

static void draw(const void *model, uint64_t first, double figure[])
{
    const struct paths *paths = model;
    gsl_rng *rng = gsl_rng_alloc(hz_random_gsl);
    for (uint64_t lane = 0; lane < HZ_LANES; lane++) {
        hz_random_gsl_set(rng, paths->seed, first + lane);
        figure[lane] = hz_ruin_path(&paths->model, paths->assets, paths->years, rng);
    }
    gsl_rng_free(rng);
}

/* All paths together have so many claims, on average, unless their number is told: some seconds. */
enum { CLAIMS_MOST = 50000000, PATHS_USUAL = 200000, PATHS_LEAST = 100 };

static uint64_t usual_paths(const struct assumptions *a)
{
    const double fit = CLAIMS_MOST / (a->number[CLAIMS] * a->number[YEARS]);
    return fit > PATHS_USUAL ? PATHS_USUAL : fit >= PATHS_LEAST ? (uint64_t)fit : 0;
}

static bool simulate(const struct paths *paths, int threads, double *ruined, struct hz_arena *arena,
                     struct hz_error *err)
{
    struct hz_trial_figure figure;
    *ruined = (double)NAN;
    if (paths->count == 0)
        return true;
    const struct hz_trials trials = {
        .trials = paths->count, .figures = 1, .threads = threads, .draw = draw, .model = paths};
    if (!hz_trials_run(&trials, &figure, arena, err))
        return false;
    *ruined = figure.mean;
    return true;
}

/* ---- Printing */

static void print_result(const struct assumptions *a, const struct paths *paths, double simulated,
                         struct hz_table *out)
{
    char origin[128];
    const double level = a->number[LEVEL];
    const double within = hz_ruin_within(&paths->model, paths->assets, paths->years);
    const double error =
        paths->count > 0 ? sqrt(within * (1 - within) / (double)paths->count) : (double)NAN;
    snprintf(origin, sizeof origin,
             paths->count > 0 ? "%llu paths of seed %llu, claim by claim"
                              : "none, as a path has too many claims: --paths N draws them",
             (unsigned long long)paths->count, (unsigned long long)paths->seed);
    hz_table_item(out, "probability_ever", hz_ruin_ever(&paths->model, paths->assets), 6,
                  "exp(-loading u / ((1 + loading) mean)) / (1 + loading)");
    hz_table_item(out, "probability_within", within, 6, "Asmussen's formula, by integration");
    hz_table_item(out, "probability_simulated", simulated, 6, origin);
    hz_table_item(out, "probability_error", error, 6, "standard error of the simulation");
    hz_table_item(out, "errors_away", error > 0 ? (simulated - within) / error : (double)NAN, 2,
                  "(probability_simulated - probability_within) / probability_error");
    hz_table_item(out, "assets_needed_ever", hz_ruin_assets_ever(&paths->model, level), 2,
                  "holds the level for ever");
    hz_table_item(out, "assets_needed_within",
                  hz_ruin_assets_within(&paths->model, paths->years, level), 2,
                  "holds the level within the years");
}

bool hz_ruin_table(const struct hz_solvency_order *order, struct hz_table *out,
                   struct hz_error *err)
{
    struct hz_arena arena = {0};
    struct assumptions a = {0};
    double simulated = 0;
    bool done = read_assumptions(&a, order->assumptions, &arena, err);
    const struct paths paths = {.model = {a.number[CLAIMS], a.number[MEAN], a.number[LOADING]},
                                .assets = a.number[ASSETS],
                                .years = a.number[YEARS],
                                .seed = order->seed,
                                .count = order->paths ? order->paths : usual_paths(&a)};
    done = done && simulate(&paths, order->threads, &simulated, &arena, err);
    if (done) {
        hz_table_column(out, "quantity");
        hz_table_column(out, "value");
        hz_table_column(out, "origin");
        for (int key = 0; key < KEYS; key++) {
            char origin[512];
            snprintf(origin, sizeof origin, "%s:%u", a.file, a.line[key]);
            hz_table_item(out, fields[key].name, a.number[key], 6, origin);
        }
        print_result(&a, &paths, simulated, out);
    }
    hz_arena_free(&arena);
    return done;
}
