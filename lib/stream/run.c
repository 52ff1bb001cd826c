/*
 * run.c: see run.h. Workers take parts from the reader, work on them alone, and put them down;
 * whoever puts down the part whose turn it is hands in that one and those after it. Handing in
 * strictly in the parts' order is what makes messages, rejects, line numbers and a map's output the
 * same for any number of threads. There are more parts than workers, so that a worker ahead of the
 * others rarely waits: threads that wake each other a thousand times a second end up on one
 * processor.
 */

#include "stream/run.h"

#include "base/memory.h"
#include "file/safe_cells.h"
#include "stream/lanes.h"
#include "stream/notes.h"
#include "stream/part.h"

#include <pthread.h>
#include <stdlib.h>

struct job {
    const struct hz_run *run;
    const struct hz_fold *fold; /* or */
    const struct hz_map *map;
    struct hz_output *output; /* of a map */
    struct hz_reader *reader;

    pthread_mutex_t lock;
    pthread_cond_t freed;
    struct hz_reader_part *part; /* all there are */
    size_t parts;
    struct hz_reader_part **free_part; /* a stack of those that nobody works on */
    size_t free_parts;
    struct hz_reader_part **done; /* worked on, by sequence modulo parts; NULL: not yet */
    uint64_t next;                /* the sequence whose turn it is to be handed in */
    struct {
        uint64_t next; /* the sequence of the part whose turn it is to be settled */
        uint64_t rows; /* of all lanes, in the parts before it */
        bool is_taken;
    } lane[HZ_MAP_LANES];
    size_t lanes; /* of a map that settles, at least 1; or 0 */
    struct hz_notes notes;
    uint64_t bytes;
};

struct worker {
    struct job *job;
    struct hz_tally *tally;
    struct hz_error err;
    pthread_t thread;
};

/* A map's output has one header for all files. */
static void check_header(struct job *job)
{
    const struct hz_reader_file *first = hz_reader_first(job->reader);
    if (!job->map || job->map->is_text || job->map->tabulate ||
        hz_text_equal(first->header, job->notes.file->header))
        return;
    hz_error_set(
        job->notes.err, HZ_ERROR_DATA, (struct hz_place){.file = job->notes.file->name, .line = 1},
        _("the header is not that of %s: rows of both would not fit under one"), first->name);
    job->notes.is_over = true;
}

static void write_rows(const struct job *job, const struct hz_reader_part *part)
{
    const struct hz_text rows = {part->out.at, part->out.length};
    struct hz_buffer safe = {0};
    if (!job->run->has_safe_cells || job->map->is_text || job->map->tabulate) {
        hz_output_text(job->output, rows);
        return;
    }
    hz_safe_cells(rows, part->file->delimiter, &safe);
    hz_output_write(job->output, safe.at, safe.length);
    hz_buffer_free(&safe);
}

/* Under the lock, in the part's turn. */
static void hand_in(struct job *job, struct hz_reader_part *part)
{
    if (part->file != job->notes.file) {
        hz_notes_file(&job->notes, part->file);
        check_header(job);
    }
    hz_notes_guess(&job->notes, part->guess);
    const char *remark = part->remark;
    if (part->failure.kind && !job->notes.is_over) {
        *job->notes.err = part->failure;
        job->notes.is_over = true;
    }
    hz_notes_rejects(&job->notes, part);
    if (remark && !job->notes.is_over)
        hz_notes_tell(&job->notes, remark);
    job->notes.lines += part->lines;
    job->bytes += part->length;
    job->notes.counts->in += part->rows;
    job->notes.counts->left_out += part->left_out;
    if (job->output && !job->notes.err->kind) {
        write_rows(job, part);
        if (!job->notes.is_over)
            job->notes.is_over = hz_output_is_closed(job->output);
    }
    if (job->run->show)
        job->run->show(job->run->context, &(struct hz_progress){job->notes.counts->in, job->bytes,
                                                                hz_reader_size(job->reader)});
}

static void map_batch(const struct hz_map *map, struct hz_reader_part *part, struct hz_batch *batch)
{
    void *carry = hz_buffer_reserve(&part->carry, batch->rows * map->carried);
    memset(batch->lane, 0, batch->rows);
    map->each(batch, carry, &part->out, map->settings);
    if (map->settle)
        hz_lanes_keep(part, batch, map->carried);
}

static void work_on(const struct worker *worker, struct hz_reader_part *part)
{
    const struct job *job = worker->job;
    struct hz_batch batch = {0};
    while (hz_part_batch(part, &batch)) {
        if (job->fold)
            job->fold->absorb(worker->tally, &batch, job->fold->settings);
        else
            map_batch(job->map, part, &batch);
    }
    if (job->fold && job->fold->layout.book.is_adjacent)
        hz_tally_cut(worker->tally);
}

static struct hz_reader_part *take_free_part(struct job *job)
{
    struct hz_reader_part *part = NULL;
    pthread_mutex_lock(&job->lock);
    while (job->free_parts == 0 && !job->notes.is_over)
        pthread_cond_wait(&job->freed, &job->lock);
    if (!job->notes.is_over)
        part = job->free_part[--job->free_parts];
    pthread_mutex_unlock(&job->lock);
    return part;
}

/* Under the lock: hands in all parts whose turn it is. */
static void hand_in_due(struct job *job)
{
    while (!job->notes.is_over) {
        struct hz_reader_part **due = &job->done[job->next % job->parts];
        if (!*due || !(*due)->is_whole)
            break;
        hand_in(job, *due);
        job->free_part[job->free_parts++] = *due;
        *due = NULL;
        job->next++;
    }
    pthread_cond_broadcast(&job->freed);
}

/* The part whose rows of a lane are to be settled next, if it is there and nobody does it yet. */
static struct hz_reader_part *take_lane(struct job *job, size_t *lane)
{
    for (size_t l = 0; l < job->lanes && !job->notes.is_over; l++) {
        struct hz_reader_part *part = job->done[job->lane[l].next % job->parts];
        if (job->lane[l].is_taken || !part || part->sequence != job->lane[l].next)
            continue;
        job->lane[l].is_taken = true;
        *lane = l;
        return part;
    }
    return NULL;
}

/* Under the lock, which it leaves meanwhile: settles what can be. */
static void settle(struct job *job)
{
    struct hz_reader_part *part;
    size_t lane;
    while ((part = take_lane(job, &lane)) != NULL) {
        pthread_mutex_unlock(&job->lock);
        const struct hz_error *failed =
            hz_lanes_settle(part, job->map, lane, &job->lane[lane].rows);
        pthread_mutex_lock(&job->lock);
        if (failed)
            part->failure = *failed;
        job->lane[lane].next++;
        job->lane[lane].is_taken = false;
        if (++part->settled < job->lanes)
            continue;
        pthread_mutex_unlock(&job->lock);
        hz_lanes_join(part, job->lanes);
        pthread_mutex_lock(&job->lock);
        part->is_whole = true;
        hand_in_due(job);
    }
}

/* Puts down a part that has been worked on, and hands in all whose turn it is. */
static void put_down(struct job *job, struct hz_reader_part *part)
{
    pthread_mutex_lock(&job->lock);
    part->settled = 0;
    part->is_whole = job->lanes == 0;
    part->failure.kind = HZ_NO_ERROR;
    job->done[part->sequence % job->parts] = part;
    settle(job);
    hand_in_due(job);
    pthread_mutex_unlock(&job->lock);
}

/* Memory is the number of keys: who groups by a number of its own for each row is told in time. */
static bool check_groups(const struct hz_run *run, const struct hz_tally *tally,
                         struct hz_error *err)
{
    if (!tally || run->group_limit == 0 || hz_tally_size(tally) <= run->group_limit)
        return true;
    return hz_error_set(err, HZ_ERROR_DATA, HZ_NOWHERE,
                        _("more than %zu groups: name fewer columns in --by, or raise "
                          "--group-limit"),
                        run->group_limit);
}

static void call_off(struct job *job)
{
    pthread_mutex_lock(&job->lock);
    job->notes.is_over = true;
    pthread_cond_broadcast(&job->freed);
    pthread_mutex_unlock(&job->lock);
}

static void *work(void *argument)
{
    struct worker *worker = argument;
    struct job *job = worker->job;
    struct hz_reader_part *part;
    while ((part = take_free_part(job)) != NULL) {
        if (!hz_reader_next(job->reader, part, &worker->err))
            break;
        work_on(worker, part);
        if (!check_groups(job->run, worker->tally, &worker->err))
            call_off(job);
        put_down(job, part);
    }
    return NULL;
}

/* Starts the workers but one, which is this thread, and waits for all. */
static void work_together(struct worker *worker, int threads)
{
    int started = 1;
    while (started < threads &&
           pthread_create(&worker[started].thread, NULL, work, &worker[started]) == 0)
        started++;
    work(&worker[0]);
    for (int t = 1; t < started; t++)
        pthread_join(worker[t].thread, NULL);
}

static void begin(struct job *job)
{
    pthread_mutex_init(&job->lock, NULL);
    pthread_cond_init(&job->freed, NULL);
    if (job->map && job->map->settle)
        job->lanes = job->map->lanes > 1 ? job->map->lanes : 1;
    job->parts = job->run->threads > 1 ? 3 * (size_t)job->run->threads : 1;
    job->part = hz_allocate(job->parts, sizeof *job->part);
    job->free_part = hz_allocate(job->parts, sizeof *job->free_part);
    job->done = hz_allocate(job->parts, sizeof *job->done);
    for (size_t p = 0; p < job->parts; p++) {
        hz_part_new(&job->part[p], job->reader);
        job->free_part[job->free_parts++] = &job->part[p];
    }
}

static void end(struct job *job)
{
    for (size_t p = 0; p < job->parts; p++)
        hz_part_free(&job->part[p]);
    free(job->part);
    free(job->free_part);
    free(job->done);
    hz_reader_close(job->reader);
    pthread_mutex_destroy(&job->lock);
    pthread_cond_destroy(&job->freed);
}

static void write_map_header(const struct job *job)
{
    const struct hz_reader_file *first = hz_reader_first(job->reader);
    hz_output_text(job->output, first->header);
    for (const char *const *name = job->map->added; name && *name; name++) {
        hz_output_write(job->output, &first->delimiter, 1);
        hz_output_text(job->output, hz_text_of(*name));
    }
    hz_output_write(job->output, "\n", 1);
}

static bool run_job(struct job *job, struct hz_tally **tally, struct hz_error *err)
{
    const struct hz_run *run = job->run;
    struct hz_reader_settings input = run->input;
    input.columns = job->fold ? job->fold->columns : job->map->columns;
    input.sentences = run->findings || run->rejects             ? 0
                      : run->tell && run->messages_per_code > 0 ? run->messages_per_code
                                                                : 1;
    if (!hz_reader_open(&job->reader, &input, err))
        return false;
    const struct hz_map *map = job->map;
    if (map && ((map->accept && !map->accept(hz_reader_first(job->reader), map->state, err)) ||
                (map->load && !map->load(map->state, run->threads, err)))) {
        hz_reader_close(job->reader);
        return false;
    }
    if (run->rejects)
        hz_notes_header(run->rejects, hz_reader_first(job->reader));
    if (run->findings)
        hz_output_text(run->findings,
                       hz_text_of("line,column,field,code,severity,value,message\n"));
    if (job->map && !job->map->is_text && !job->map->tabulate)
        write_map_header(job);
    begin(job);
    struct worker *worker = hz_allocate((size_t)run->threads, sizeof *worker);
    for (int t = 0; t < run->threads; t++)
        worker[t] = (struct worker){.job = job,
                                    .tally = job->fold ? hz_tally_new(&job->fold->layout) : NULL};
    work_together(worker, run->threads);
    for (int t = 0; t < run->threads; t++) {
        if (worker[t].err.kind && !err->kind)
            *err = worker[t].err;
        if (t > 0 && job->fold)
            hz_tally_merge(worker[0].tally, worker[t].tally);
        if (t > 0)
            hz_tally_free(worker[t].tally);
    }
    if (!err->kind)
        (void)!check_groups(run, worker[0].tally, err);
    if (job->fold)
        hz_tally_threads(worker[0].tally, run->threads);
    if (tally && !err->kind)
        *tally = worker[0].tally;
    else
        hz_tally_free(worker[0].tally);
    free(worker);
    if (job->map && job->map->finish && !err->kind && !job->notes.is_over)
        job->map->finish(job->map->state, &job->notes);
    end(job);
    job->notes.counts->used =
        job->notes.counts->in - job->notes.counts->left_out - job->notes.counts->rejected;
    return !err->kind;
}

bool hz_run_fold(const struct hz_run *run, const struct hz_fold *fold, struct hz_tally **tally,
                 struct hz_counts *counts, struct hz_error *err)
{
    struct job job = {.run = run, .fold = fold, .notes = {run, counts, err, NULL, 0, false}};
    return run_job(&job, tally, err);
}

bool hz_run_map(const struct hz_run *run, const struct hz_map *map, struct hz_output *output,
                struct hz_counts *counts, struct hz_error *err)
{
    struct job job = {
        .run = run, .map = map, .output = output, .notes = {run, counts, err, NULL, 0, false}};
    return run_job(&job, NULL, err);
}
