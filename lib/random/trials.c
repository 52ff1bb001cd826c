/*
 * trials.c: see trials.h.
 *
 * Two passes. The first counts values in cells that a pilot has laid out, and adds up powers chunk
 * by chunk; after it, it is known in which cell each wanted order statistic is. The second collects
 * the values of those few cells alone, which are sorted. Chunks are the same whatever the threads,
 * and their sums are added in their order: so are the results, bit for bit.
 */

#include "random/trials.h"

#include "base/memory.h"
#include "base/parallel.h"

#include <math.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

enum {
    CELLS = 4096,       /* between a figure's low and high; one more below, one more above */
    CHUNKS_MOST = 1024, /* so that sums do not depend on threads, and few are kept */
    PILOT = 1024,       /* trials that show where a figure lies */
    MOMENTS = 4,
    RANKS = 4, /* order statistics that a quantile and its error are made of */
    KEPT_MOST = 1 << 22
};

/* How often values fell into a cell, and the least and the largest of them. */
struct cell {
    uint64_t count;
    double least, most;
};

/* Where a figure's cells lie, and what moments are taken about and in units of. */
struct range {
    double low, scale, centre, unit;
};

/* The values of a cell that is looked into. */
struct drawer {
    double *value;
    atomic_size_t values;
};

struct job {
    const struct hz_trials *trials;
    uint64_t chunk; /* trials of one, a multiple of HZ_LANES */
    uint64_t chunks;
    struct range *range;     /* figures */
    double *kept;            /* all figures of all trials; NULL: they are drawn again */
    double *moment;          /* chunks x figures x MOMENTS: sums of powers about the centre */
    struct drawer **drawer;  /* figures x (CELLS + 2), NULL: nothing is wanted of that cell */
    _Atomic uint64_t broken; /* the first trial with a figure that is not finite */
    struct worker *worker;   /* as many as threads */
    bool is_second;
};

struct worker {
    struct cell *cell; /* figures x (CELLS + 2) */
    uint64_t *halves;  /* by figure: trials below its outcome twice, those that equal it once */
    double *figure;    /* of HZ_LANES trials, if they are not kept */
};

/* Rises with the value, so that the cells are in order whatever rounding does. */
static inline size_t cell_of(const struct range *range, double value)
{
    const double place = (value - range->low) * range->scale;
    return place < 0 ? 0 : place < CELLS ? (size_t)(int)place + 1 : CELLS + 1;
}

static void count(const struct range *range, struct cell cell[], const double value[], size_t n)
{
    for (size_t l = 0; l < n; l++) {
        struct cell *c = &cell[cell_of(range, value[l])];
        c->least = c->count == 0 || value[l] < c->least ? value[l] : c->least;
        c->most = c->count == 0 || value[l] > c->most ? value[l] : c->most;
        c->count++;
    }
}

static void add_powers(const struct range *range, const double value[], size_t n,
                       double moment[MOMENTS])
{
    const double per_unit = 1 / range->unit;
    for (size_t l = 0; l < n; l++) {
        const double d = (value[l] - range->centre) * per_unit;
        moment[0] += d;
        moment[1] += d * d;
        moment[2] += d * d * d;
        moment[3] += d * d * (d * d);
    }
}

static void note_broken(struct job *job, uint64_t trial)
{
    uint64_t first = atomic_load(&job->broken);
    while (trial < first && !atomic_compare_exchange_weak(&job->broken, &first, trial))
        ;
}

static void check_finite(struct job *job, uint64_t trial, const double value[], size_t n)
{
    double sum = 0;
    for (size_t l = 0; l < n; l++)
        sum += value[l] * 0;
    for (size_t l = 0; l < n && !isfinite(sum); l++)
        if (!isfinite(value[l]))
            note_broken(job, trial + l);
}

static void compare(uint64_t *halves, double outcome, const double value[], size_t n)
{
    for (size_t l = 0; l < n; l++)
        *halves += (uint64_t)(value[l] < outcome) + (uint64_t)(value[l] <= outcome);
}

static void collect(struct drawer *const drawer[], const struct range *range, const double value[],
                    size_t n)
{
    for (size_t l = 0; l < n; l++) {
        struct drawer *wanted = drawer[cell_of(range, value[l])];
        if (wanted)
            wanted->value[atomic_fetch_add(&wanted->values, 1)] = value[l];
    }
}

/* HZ_LANES trials, or the last few. */
static void do_batch(struct job *job, const struct worker *worker, uint64_t chunk, uint64_t first,
                     size_t n)
{
    const struct hz_trials *trials = job->trials;
    double *figure = job->kept ? job->kept + first * trials->figures : worker->figure;
    if (!job->kept || !job->is_second)
        trials->draw(trials->model, first, figure);
    for (size_t f = 0; f < trials->figures; f++) {
        const double *value = figure + f * HZ_LANES;
        if (job->is_second) {
            collect(job->drawer + f * (CELLS + 2), &job->range[f], value, n);
            continue;
        }
        check_finite(job, first, value, n);
        add_powers(&job->range[f], value, n, job->moment + (chunk * trials->figures + f) * MOMENTS);
        count(&job->range[f], worker->cell + f * (CELLS + 2), value, n);
        if (trials->outcome)
            compare(&worker->halves[f], trials->outcome[f], value, n);
    }
}

static void do_chunk(uint64_t c, int worker, void *context)
{
    struct job *job = context;
    const uint64_t begin = c * job->chunk;
    const uint64_t left = job->trials->trials - begin;
    const uint64_t end = begin + (left < job->chunk ? left : job->chunk);
    for (uint64_t first = begin; first < end; first += HZ_LANES)
        do_batch(job, &job->worker[worker], c, first,
                 end - first < HZ_LANES ? (size_t)(end - first) : HZ_LANES);
}

static void run_pass(struct job *job, bool is_second)
{
    job->is_second = is_second;
    hz_parallel_do(&(struct hz_parallel){
        .count = job->chunks, .threads = job->trials->threads, .context = job, .make = do_chunk});
}

static int ascending(const void *a, const void *b)
{
    const double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* Cells reach from the least to the largest value of a few trials, or less if these lie far out. */
static void set_range(struct range *range, double value[], size_t n)
{
    double sum = 0;
    for (size_t i = 0; i < n; i++)
        sum += value[i];
    qsort(value, n, sizeof *value, ascending);
    const double first = value[n / 100], last = value[n - 1 - n / 100];
    const double low = fmax(value[0], first - 2 * (last - first));
    const double high = fmin(value[n - 1], last + 2 * (last - first));
    *range = (struct range){.low = low, .centre = sum / (double)n, .unit = 1};
    if (high > low) {
        range->unit = high - low;
        range->scale = CELLS / (high - low);
    }
}

static void look_first(struct job *job)
{
    const struct hz_trials *trials = job->trials;
    const size_t n = trials->trials < PILOT ? (size_t)trials->trials : PILOT;
    double *value = hz_allocate(PILOT * trials->figures, sizeof *value);
    double *figure = hz_allocate(HZ_LANES * trials->figures, sizeof *figure);
    for (size_t first = 0; first < n; first += HZ_LANES) {
        trials->draw(trials->model, first, figure);
        for (size_t f = 0; f < trials->figures; f++)
            memcpy(value + f * PILOT + first, figure + f * HZ_LANES, HZ_LANES * sizeof *value);
    }
    for (size_t f = 0; f < trials->figures; f++)
        set_range(&job->range[f], value + f * PILOT, n);
    free(figure);
    free(value);
}

static void join_cells(struct worker worker[], int threads, size_t cells)
{
    struct cell *all = worker[0].cell;
    for (int t = 1; t < threads; t++)
        for (size_t c = 0; c < cells; c++) {
            const struct cell *part = &worker[t].cell[c];
            if (part->count == 0)
                continue;
            all[c].least = all[c].count == 0 ? part->least : fmin(all[c].least, part->least);
            all[c].most = all[c].count == 0 ? part->most : fmax(all[c].most, part->most);
            all[c].count += part->count;
        }
}

/*
 * The order statistics of a level: about it, and a standard deviation of the rank to either side.
 */
static void ranks_of(uint64_t trials, double level, uint64_t rank[RANKS])
{
    const double last = (double)(trials - 1);
    const double place = last * level;
    const double spread = sqrt((double)trials * level * (1 - level));
    rank[0] = (uint64_t)place;
    rank[1] = (uint64_t)fmin(last, floor(place) + 1);
    rank[2] = (uint64_t)fmax(0, floor(place - spread));
    rank[3] = (uint64_t)fmin(last, ceil(place + spread));
}

/* The cell that an order statistic lies in; *rank becomes its rank there. */
static size_t find_cell(const struct cell cell[], uint64_t *rank)
{
    size_t c = 0;
    for (; cell[c].count <= *rank; c++)
        *rank -= cell[c].count;
    return c;
}

static void open_drawers(struct job *job, const struct cell cell[])
{
    const struct hz_trials *trials = job->trials;
    for (size_t f = 0; f < trials->figures; f++)
        for (size_t q = 0; q < trials->levels; q++) {
            uint64_t rank[RANKS];
            ranks_of(trials->trials, trials->level[q], rank);
            for (size_t r = 0; r < RANKS; r++) {
                const size_t c = f * (CELLS + 2) + find_cell(cell + f * (CELLS + 2), &rank[r]);
                if (job->drawer[c] || cell[c].least >= cell[c].most)
                    continue;
                job->drawer[c] = hz_allocate(1, sizeof **job->drawer);
                job->drawer[c]->value = hz_allocate(cell[c].count, sizeof(double));
            }
        }
}

static void sort_drawers(struct job *job)
{
    for (size_t c = 0; c < job->trials->figures * (CELLS + 2); c++)
        if (job->drawer[c])
            qsort(job->drawer[c]->value, atomic_load(&job->drawer[c]->values), sizeof(double),
                  ascending);
}

static void free_drawers(struct job *job)
{
    for (size_t c = 0; c < job->trials->figures * (CELLS + 2); c++)
        if (job->drawer[c]) {
            free(job->drawer[c]->value);
            free(job->drawer[c]);
        }
    free(job->drawer);
}

static void find_quantiles(const struct job *job, size_t f, const struct cell cell[],
                           struct hz_trial_figure *figure)
{
    const struct hz_trials *trials = job->trials;
    for (size_t q = 0; q < trials->levels; q++) {
        uint64_t rank[RANKS];
        double value[RANKS];
        ranks_of(trials->trials, trials->level[q], rank);
        const double place = (double)(trials->trials - 1) * trials->level[q];
        const double beyond = place - floor(place);
        for (size_t r = 0; r < RANKS; r++) {
            const size_t c = find_cell(cell, &rank[r]);
            const struct drawer *drawer = job->drawer[f * (CELLS + 2) + c];
            value[r] = drawer ? drawer->value[rank[r]] : cell[c].least;
        }
        figure->quantile[q] = value[0] + beyond * (value[1] - value[0]);
        figure->quantile_error[q] = (value[3] - value[2]) / 2;
    }
}

static void find_moments(const struct job *job, size_t f, struct hz_trial_figure *figure)
{
    const size_t figures = job->trials->figures;
    const double n = (double)job->trials->trials;
    const double unit = job->range[f].unit;
    double sum[MOMENTS] = {0};
    for (uint64_t c = 0; c < job->chunks; c++)
        for (size_t m = 0; m < MOMENTS; m++)
            sum[m] += job->moment[(c * figures + f) * MOMENTS + m] / n;
    const double a = sum[0], variance = fmax(0, sum[1] - a * a);
    const double fourth = sum[3] - 4 * a * sum[2] + 6 * a * a * sum[1] - 3 * a * a * a * a;
    figure->mean = job->range[f].centre + unit * a;
    figure->sd = unit * sqrt(variance * n / (n - 1));
    figure->mean_error = figure->sd / sqrt(n);
    figure->sd_error =
        variance > 0 ? unit * sqrt(fmax(0, fourth - variance * variance) / n / variance) / 2 : 0;
}

static double share_below(const struct job *job, size_t f)
{
    uint64_t halves = 0;
    if (!job->trials->outcome || isnan(job->trials->outcome[f]))
        return (double)NAN;
    for (int t = 0; t < job->trials->threads; t++)
        halves += job->worker[t].halves[f];
    return (double)halves / 2 / (double)job->trials->trials;
}

static void sum_up(const struct job *job, const struct cell cell[], struct hz_trial_figure figure[],
                   struct hz_arena *arena)
{
    const size_t levels = job->trials->levels;
    for (size_t f = 0; f < job->trials->figures; f++) {
        figure[f].quantile = hz_arena_allocate(arena, levels, sizeof(double));
        figure[f].quantile_error = hz_arena_allocate(arena, levels, sizeof(double));
        find_moments(job, f, &figure[f]);
        find_quantiles(job, f, cell + f * (CELLS + 2), &figure[f]);
        figure[f].below = share_below(job, f);
    }
}

/* Both passes, and what they come to. */
static bool run(struct job *job, struct hz_trial_figure figure[], struct hz_arena *arena,
                struct hz_error *err)
{
    struct worker *worker = job->worker;
    const struct hz_trials *trials = job->trials;
    look_first(job);
    run_pass(job, false);
    if (atomic_load(&job->broken) < trials->trials)
        return hz_error_set(err, HZ_ERROR_DATA, HZ_NOWHERE,
                            _("simulation %llu gives no finite figure: the triangle is too thin "
                              "or too uneven for this model"),
                            (unsigned long long)atomic_load(&job->broken));
    join_cells(worker, trials->threads, trials->figures * (CELLS + 2));
    open_drawers(job, worker[0].cell);
    run_pass(job, true);
    sort_drawers(job);
    sum_up(job, worker[0].cell, figure, arena);
    return true;
}

bool hz_trials_run(const struct hz_trials *trials, struct hz_trial_figure figure[],
                   struct hz_arena *arena, struct hz_error *err)
{
    const size_t figures = trials->figures;
    const uint64_t lanes = (trials->trials + CHUNKS_MOST - 1) / CHUNKS_MOST + HZ_LANES - 1;
    const uint64_t chunk = lanes / HZ_LANES * HZ_LANES;
    const uint64_t rounded = (trials->trials + HZ_LANES - 1) / HZ_LANES * HZ_LANES;
    struct job job = {.trials = trials,
                      .chunk = chunk,
                      .chunks = (trials->trials + chunk - 1) / chunk,
                      .broken = UINT64_MAX};
    job.range = hz_allocate(figures, sizeof *job.range);
    job.kept =
        rounded * figures <= KEPT_MOST ? hz_allocate(rounded * figures, sizeof(double)) : NULL;
    job.moment = hz_allocate(job.chunks * figures * MOMENTS, sizeof(double));
    job.drawer = hz_allocate(figures * (CELLS + 2), sizeof(struct drawer *));
    struct worker *worker = hz_allocate((size_t)trials->threads, sizeof *worker);
    job.worker = worker;
    for (int t = 0; t < trials->threads; t++) {
        worker[t].cell = hz_allocate(figures * (CELLS + 2), sizeof(struct cell));
        worker[t].halves = hz_allocate(figures, sizeof(uint64_t));
        worker[t].figure = hz_allocate(figures * HZ_LANES, sizeof(double));
    }
    const bool done = run(&job, figure, arena, err);
    for (int t = 0; t < trials->threads; t++) {
        free(worker[t].cell);
        free(worker[t].halves);
        free(worker[t].figure);
    }
    free(worker);
    free_drawers(&job);
    free(job.moment);
    free(job.kept);
    free(job.range);
    return done;
}
