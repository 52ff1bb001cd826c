/*
 * Any bytes as records: every row is accounted for, and small blocks and two threads give what one
 * large block gives.
 */

#include "stream/run.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "csv_mutator.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { TEXT, START, PAID };
static const struct hz_column columns[] = {
    {"plan", true, true}, {"start", true, false}, {"paid", true, false}, {NULL, false, false}};

static void absorb(struct hz_tally *tally, struct hz_batch *batch, const void *settings)
{
    (void)settings;
    hz_date start[HZ_BATCH_ROWS];
    hz_fen paid[HZ_BATCH_ROWS];
    hz_batch_dates_or(batch, START, 0, start);
    hz_batch_fen_or(batch, PAID, 0, paid);
    for (size_t r = 0; r < batch->rows; r++) {
        if (batch->rejected[r])
            continue;
        const struct hz_key key[] = {
            {.text = batch->column[TEXT] ? batch->column[TEXT][r] : hz_text_of("")},
            {.integer = start[r]}};
        hz_tally_add(tally, key, (const hz_sum[]){paid[r]});
    }
}

static const struct hz_fold fold = {
    .columns = columns,
    .layout = {.keys = 2,
               .key = {{"plan", HZ_KEY_TEXT}, {"start", HZ_KEY_INTEGER}},
               .values = 1,
               .value = {{"paid", HZ_VALUE_SUM}}},
    .absorb = absorb,
};

static bool run_fold(const char *path, int threads, size_t block, struct hz_tally **tally,
                     struct hz_counts *counts)
{
    const char *paths[] = {path};
    struct hz_run run = {.input = {.path = paths, .paths = 1, .block = block}, .threads = threads};
    struct hz_error err = {0};
    *counts = (struct hz_counts){0};
    *tally = NULL;
    if (!hz_run_fold(&run, &fold, tally, counts, &err)) {
        assert(err.kind == HZ_ERROR_DATA);
        return false;
    }
    assert(counts->in == counts->used + counts->left_out + counts->rejected);
    hz_tally_sort(*tally);
    return true;
}

static void assert_same(const struct hz_tally *a, const struct hz_tally *b)
{
    assert(hz_tally_size(a) == hz_tally_size(b));
    for (size_t i = 0; i < hz_tally_size(a); i++) {
        struct hz_tally_row x = hz_tally_row(a, i), y = hz_tally_row(b, i);
        assert(hz_tally_same_key(a, &x, &y, 2) && x.value[0] == y.value[0]);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char path[32];
    int memory = memfd_create("fuzz", 0);
    if (memory < 0 || write(memory, data, size) != (ssize_t)size)
        return 0;
    snprintf(path, sizeof path, "/dev/fd/%d", memory);
    struct hz_tally *one, *other;
    struct hz_counts counts, again;
    bool done = run_fold(path, 1, 0, &one, &counts);
    assert(done == run_fold(path, 2, 7, &other, &again));
    if (done) {
        assert(counts.in == again.in && counts.rejected == again.rejected);
        assert(counts.left_out == again.left_out && counts.faults == again.faults);
        for (size_t f = 0; f < counts.faults; f++)
            assert(strcmp(counts.fault[f].code, again.fault[f].code) == 0 &&
                   counts.fault[f].rows == again.fault[f].rows);
        assert_same(one, other);
    }
    hz_tally_free(one);
    hz_tally_free(other);
    close(memory);
    return 0;
}
