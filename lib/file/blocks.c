/* blocks.c: see blocks.h. */

#include "file/blocks.h"

#include "base/memory.h"
#include "base/parallel.h"

#include <stdlib.h>

struct job {
    const struct hz_blocks *blocks;
    struct hz_output *output;
    struct hz_buffer *block; /* of each worker */
};

static void make(uint64_t index, int worker, void *context)
{
    const struct job *job = context;
    job->block[worker].length = 0;
    job->blocks->produce(index, &job->block[worker], job->blocks->context);
}

static bool take(uint64_t index, int worker, void *context)
{
    const struct job *job = context;
    struct hz_buffer *block = &job->block[worker];
    (void)index;
    const bool goes_on = !job->blocks->pass || job->blocks->pass(block, job->blocks->passed);
    hz_output_write(job->output, block->at, block->length);
    return hz_output_flush(job->output) && goes_on;
}

void hz_blocks_write(const struct hz_blocks *blocks, struct hz_output *output)
{
    struct job job = {.blocks = blocks, .output = output};
    job.block = hz_allocate((size_t)blocks->threads, sizeof *job.block);
    hz_parallel_do(&(struct hz_parallel){.count = blocks->count,
                                         .threads = blocks->threads,
                                         .context = &job,
                                         .make = make,
                                         .take = take});
    for (int t = 0; t < blocks->threads; t++)
        hz_buffer_free(&job.block[t]);
    free(job.block);
}
