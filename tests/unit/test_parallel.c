/* Pieces of work by several threads: each is done once, and taken in order if that is asked for. */

#include "base/memory.h"
#include "base/parallel.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

enum { PIECES = 1000, THREADS_MOST = 9 };

struct seen {
    atomic_int made[PIECES];
    uint64_t slot[THREADS_MOST]; /* the piece that a worker holds */
    uint64_t taken;              /* so far */
    uint64_t last;               /* the one that ends the work */
    int threads;
    atomic_bool is_taking;
};

static void make(uint64_t index, int worker, void *context)
{
    struct seen *seen = context;
    assert_in_range(worker, 0, seen->threads - 1);
    atomic_fetch_add(&seen->made[index], 1);
    seen->slot[worker] = index;
}

static bool take(uint64_t index, int worker, void *context)
{
    struct seen *seen = context;
    assert_false(atomic_exchange(&seen->is_taking, true));
    assert_int_equal(index, seen->taken);
    assert_int_equal(seen->slot[worker], index);
    seen->taken++;
    atomic_store(&seen->is_taking, false);
    return index != seen->last;
}

static struct seen *do_pieces(uint64_t count, int threads, uint64_t last, bool takes)
{
    struct seen *seen = hz_allocate(1, sizeof *seen);
    seen->threads = threads;
    seen->last = last;
    hz_parallel_do(&(struct hz_parallel){.count = count,
                                         .threads = threads,
                                         .context = seen,
                                         .make = make,
                                         .take = takes ? take : NULL});
    return seen;
}

static void each_piece_is_made_once_whatever_the_threads(void **state)
{
    (void)state;
    static const uint64_t counts[] = {0, 1, 3, PIECES};
    for (size_t c = 0; c < sizeof counts / sizeof *counts; c++)
        for (int threads = 1; threads <= THREADS_MOST; threads += 2)
            for (int takes = 0; takes < 2; takes++) {
                struct seen *seen = do_pieces(counts[c], threads, UINT64_MAX, takes);
                for (uint64_t p = 0; p < PIECES; p++)
                    assert_int_equal(atomic_load(&seen->made[p]), p < counts[c]);
                assert_int_equal(seen->taken, takes ? counts[c] : 0);
                free(seen);
            }
}

static void nothing_is_taken_after_the_piece_that_ends_the_work(void **state)
{
    (void)state;
    for (int threads = 1; threads <= THREADS_MOST; threads += 2) {
        struct seen *seen = do_pieces(PIECES, threads, 123, true);
        assert_int_equal(seen->taken, 124);
        free(seen);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_piece_is_made_once_whatever_the_threads),
        cmocka_unit_test(nothing_is_taken_after_the_piece_that_ends_the_work),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
