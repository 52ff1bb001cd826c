/* blocks.c: see blocks.h. A thread takes the next index, makes that block, and waits for its turn. */

#include "file/blocks.h"

#include "base/memory.h"

#include <pthread.h>
#include <stdlib.h>

struct job {
    const struct hz_blocks *blocks;
    struct hz_output *output;
    pthread_mutex_t lock;
    pthread_cond_t turn;
    uint64_t taken;
    uint64_t written;
    bool is_over;
};

static bool take(struct job *job, uint64_t *index)
{
    pthread_mutex_lock(&job->lock);
    bool is_there = !job->is_over && job->taken < job->blocks->count;
    *index = job->taken;
    job->taken += is_there;
    pthread_mutex_unlock(&job->lock);
    return is_there;
}

static bool wait_for_turn(struct job *job, uint64_t index)
{
    pthread_mutex_lock(&job->lock);
    while (job->written != index && !job->is_over)
        pthread_cond_wait(&job->turn, &job->lock);
    bool goes_on = !job->is_over;
    pthread_mutex_unlock(&job->lock);
    return goes_on;
}

/* Without the lock: the others may take blocks meanwhile, and nobody else has the turn. */
static bool write_block(const struct job *job, struct hz_buffer *block)
{
    const struct hz_blocks *blocks = job->blocks;
    bool goes_on = !blocks->pass || blocks->pass(block, blocks->passed);
    if (!job->output)
        return goes_on;
    hz_output_write(job->output, block->at, block->length);
    return hz_output_flush(job->output) && goes_on;
}

static void end_turn(struct job *job, bool goes_on)
{
    pthread_mutex_lock(&job->lock);
    job->written++;
    job->is_over |= !goes_on;
    pthread_cond_broadcast(&job->turn);
    pthread_mutex_unlock(&job->lock);
}

static void *work(void *argument)
{
    struct job *job = argument;
    struct hz_buffer block = {0};
    uint64_t index;
    while (take(job, &index)) {
        block.length = 0;
        job->blocks->produce(index, &block, job->blocks->context);
        if (!wait_for_turn(job, index))
            break;
        end_turn(job, write_block(job, &block));
    }
    hz_buffer_free(&block);
    return NULL;
}

void hz_blocks_write(const struct hz_blocks *blocks, struct hz_output *output)
{
    struct job job = {.blocks = blocks, .output = output};
    pthread_t *thread = hz_allocate((size_t)blocks->threads, sizeof *thread);
    int started = 1; /* this one */
    pthread_mutex_init(&job.lock, NULL);
    pthread_cond_init(&job.turn, NULL);
    while (started < blocks->threads && pthread_create(&thread[started], NULL, work, &job) == 0)
        started++;
    work(&job);
    for (int t = 1; t < started; t++)
        pthread_join(thread[t], NULL);
    pthread_mutex_destroy(&job.lock);
    pthread_cond_destroy(&job.turn);
    free(thread);
}
