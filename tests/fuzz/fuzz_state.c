/* Any bytes as a saved state: refused, or read as it was written. */

#include "stream/state.h"

#include <assert.h>
#include <stdio.h>
#include <sys/mman.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char path[32];
    int memory = memfd_create("fuzz", 0);
    if (memory < 0 || write(memory, data, size) != (ssize_t)size)
        return 0;
    snprintf(path, sizeof path, "/dev/fd/%d", memory);
    struct hz_tally *tally = NULL;
    struct hz_state_head head = {0};
    struct hz_arena arena = {0};
    struct hz_error err = {0};
    if (hz_state_read(path, NULL, &arena, &head, &tally, &err))
        assert(tally && head.command && err.kind == HZ_NO_ERROR);
    else
        assert(err.kind == HZ_ERROR_DATA);
    hz_tally_free(tally);
    hz_arena_free(&arena);
    close(memory);
    return 0;
}
