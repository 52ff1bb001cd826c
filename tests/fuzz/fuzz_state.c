/*
 * Any bytes as a saved state, as they are and sealed anew: refused, or read, and its counts add
 * up.
 */

#include "stream/state.h"

#include <assert.h>
#include <stdio.h>
#include <sys/mman.h>
#include <unistd.h>

#include "seal.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void read_state(struct hz_text bytes)
{
    char path[32];
    int memory = memfd_create("fuzz", 0);
    if (memory < 0 || write(memory, bytes.at, bytes.length) != (ssize_t)bytes.length)
        return;
    snprintf(path, sizeof path, "/dev/fd/%d", memory);
    struct hz_tally *tally = NULL;
    struct hz_state_head head = {0};
    struct hz_arena arena = {0};
    struct hz_error err = {0};
    if (hz_state_read(path, NULL, &arena, &head, &tally, &err)) {
        assert(tally && head.command && err.kind == HZ_NO_ERROR);
        assert(head.counts.in == head.counts.used + head.counts.left_out + head.counts.rejected);
    } else {
        assert(err.kind == HZ_ERROR_DATA);
    }
    hz_tally_free(tally);
    hz_arena_free(&arena);
    close(memory);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const struct hz_text bytes = {(const char *)data, size};
    struct hz_buffer sealed = {0};
    read_state(bytes);
    seal_state(&sealed, bytes);
    read_state((struct hz_text){sealed.at, sealed.length});
    hz_buffer_free(&sealed);
    return 0;
}
