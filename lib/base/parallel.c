/*
 * parallel.c: see parallel.h. A thread takes the next index, makes that piece, and waits for its
 * turn. Whoever waits holds one piece, so no more than a piece a thread exists at a time; and the
 * piece whose turn it is has always been given to somebody who waits for nobody, so the wait ends.
 */

#include "base/parallel.h"

#include "base/memory.h"

#include <pthread.h>
#include <stdlib.h>

struct job {
    const struct hz_parallel *work;
    pthread_mutex_t lock;
    pthread_cond_t turn;
    uint64_t given;
    uint64_t taken;
    bool is_over;
};

struct worker {
    struct job *job;
    int number;
    pthread_t thread;
};

static bool next_index(struct job *job, uint64_t *index)
{
    pthread_mutex_lock(&job->lock);
    const bool is_there = !job->is_over && job->given < job->work->count;
    *index = job->given;
    job->given += is_there;
    pthread_mutex_unlock(&job->lock);
    return is_there;
}

static bool wait_for_turn(struct job *job, uint64_t index)
{
    pthread_mutex_lock(&job->lock);
    while (job->taken != index && !job->is_over)
        pthread_cond_wait(&job->turn, &job->lock);
    const bool goes_on = !job->is_over;
    pthread_mutex_unlock(&job->lock);
    return goes_on;
}

static void end_turn(struct job *job, bool goes_on)
{
    pthread_mutex_lock(&job->lock);
    job->taken++;
    job->is_over |= !goes_on;
    pthread_cond_broadcast(&job->turn);
    pthread_mutex_unlock(&job->lock);
}

static void *do_pieces(void *argument)
{
    const struct worker *worker = argument;
    const struct hz_parallel *work = worker->job->work;
    for (uint64_t index; next_index(worker->job, &index);) {
        work->make(index, worker->number, work->context);
        if (!work->take)
            continue;
        if (!wait_for_turn(worker->job, index))
            break;
        /* Without the lock: others may make pieces meanwhile, and nobody else has the turn. */
        end_turn(worker->job, work->take(index, worker->number, work->context));
    }
    return NULL;
}

void hz_parallel_do(const struct hz_parallel *work)
{
    struct job job = {.work = work};
    struct worker *worker = hz_allocate((size_t)work->threads, sizeof *worker);
    int started = 1; /* this one */
    pthread_mutex_init(&job.lock, NULL);
    pthread_cond_init(&job.turn, NULL);
    for (int t = 0; t < work->threads; t++)
        worker[t] = (struct worker){.job = &job, .number = t};
    while (started < work->threads && (uint64_t)started < work->count &&
           pthread_create(&worker[started].thread, NULL, do_pieces, &worker[started]) == 0)
        started++;
    do_pieces(&worker[0]);
    for (int t = 1; t < started; t++)
        pthread_join(worker[t].thread, NULL);
    pthread_mutex_destroy(&job.lock);
    pthread_cond_destroy(&job.turn);
    free(worker);
}
