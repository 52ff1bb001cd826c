/*
 * tally_book.c: what a tally's rows have said of subjects, settled at last: see tally.h and book.h.
 * Several threads settle pieces of the book, each into a tally of its own.
 */

#include "base/parallel.h"
#include "stream/tally_table.h"

#include <inttypes.h>
#include <stdlib.h>

/* Pieces of a book are settled so many at a time. */
enum { STRETCH = 8, STRETCHES = HZ_BOOK_PIECES / STRETCH };

static void settle_pieces(uint64_t index, int worker, void *context)
{
    struct hz_tally **tally = context;
    const struct hz_book_keeper keeper = hz_tally_keeper(tally[worker]);
    const int first = (int)index * STRETCH;
    hz_book_walk(tally[worker]->whole->book, first, first + STRETCH - 1, &keeper);
}

/* What subjects add is summed up by each thread for itself, and joined in the end. */
static void settle_together(struct hz_tally *whole)
{
    struct hz_tally_layout layout = whole->layout;
    struct hz_tally **tally = hz_allocate((size_t)whole->threads, sizeof *tally);
    layout.book.fields = 0;
    for (int t = 0; t < whole->threads; t++) {
        tally[t] = hz_tally_new(&layout);
        tally[t]->whole = whole;
        tally[t]->joined = hz_allocate(whole->size, sizeof *tally[t]->joined);
    }
    hz_parallel_do(&(struct hz_parallel){
        .count = STRETCHES, .threads = whole->threads, .context = tally, .make = settle_pieces});
    for (int t = 0; t < whole->threads; t++) {
        hz_tally_merge(whole, tally[t]);
        hz_tally_free(tally[t]);
    }
    free(tally);
}

bool hz_tally_is_together(struct hz_tally *tally, struct hz_error *err)
{
    hz_tally_cut(tally);
    const uint64_t returned = tally->book ? hz_book_returned(tally->book) : 0;
    return returned == 0 ||
           hz_error_set(err, HZ_ERROR_DATA, HZ_NOWHERE,
                        _("rows of a claim do not stand together, of %" PRIu64 " in all: sort "
                          "the records by claim, or leave --adjacent out"),
                        returned);
}

bool hz_tally_settle(struct hz_tally *tally, size_t when, hz_tally_visit *visit,
                     const void *settings, struct hz_error *err)
{
    if (!hz_tally_is_together(tally, err))
        return false;
    tally->layout.when = when;
    tally->layout.visit = visit;
    tally->layout.settings = settings;
    if (tally->threads > 1) {
        settle_together(tally);
    } else {
        const struct hz_book_keeper keeper = hz_tally_keeper(tally);
        hz_book_walk(tally->book, 0, HZ_BOOK_PIECES - 1, &keeper);
    }
    hz_tally_flush(tally);
    return true;
}
