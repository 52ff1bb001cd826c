/*
 * blocks.h: output that is made block by block by several threads and comes out in order: the bytes
 * are the same for any number of threads.
 */

#ifndef HZ_FILE_BLOCKS_H
#define HZ_FILE_BLOCKS_H

#include "base/linkage.h"
#include "file/output.h"

HZ_BEGIN_C

/*
 * produce: appends block `index` to the empty buffer; it must depend on nothing but the index and
 * the context, since any thread may be asked for it, also for blocks that are then not wanted.
 * pass: called with the blocks in order, never by two threads at once, before each is written; it
 * may shorten the block, and ends the output after it by answering false. NULL: every block passes.
 */
struct hz_blocks {
    int threads;    /* at least 1 */
    uint64_t count; /* of blocks; UINT64_MAX: until pass ends it */
    const void *context;
    void (*produce)(uint64_t index, struct hz_buffer *out, const void *context);
    bool (*pass)(struct hz_buffer *block, void *passed);
    void *passed; /* for pass */
};

/*
 * Writes the blocks, or as many as the output takes: a failure is told by hz_output_close, as ever.
 * No more is in memory than a block a thread.
 */
void hz_blocks_write(const struct hz_blocks *blocks, struct hz_output *output);

HZ_END_C

#endif
