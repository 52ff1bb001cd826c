/*
 * tally_entry.c: the entries of a tally's book, which know their rows by numbers: what a row's key
 * says of them, their order, and those of a subject within the same groups. See tally.h and book.h.
 */

#include "stream/tally_table.h"

static size_t when_at(const struct hz_tally *tally, const struct hz_tally_record *record)
{
    return tally->layout.when == 0 ? 0 : record->length - HZ_TALLY_WORD;
}

/* By the groups, and then by the time, which is the first or the last word. */
static int order_rows(void *context, uint32_t left, uint32_t right)
{
    const struct hz_tally *tally = context;
    const struct hz_tally_record *a = hz_tally_numbered(tally, left),
                                 *b = hz_tally_numbered(tally, right);
    const size_t groups = tally->layout.when == 0 ? HZ_TALLY_WORD : 0;
    const size_t la = a->length - HZ_TALLY_WORD, lb = b->length - HZ_TALLY_WORD;
    const int order = hz_text_compare((struct hz_text){hz_tally_record_key(tally, a) + groups, la},
                                      (struct hz_text){hz_tally_record_key(tally, b) + groups, lb});
    return order != 0 ? order
                      : memcmp(hz_tally_record_key(tally, a) + when_at(tally, a),
                               hz_tally_record_key(tally, b) + when_at(tally, b), HZ_TALLY_WORD);
}

static bool same_groups(const struct hz_tally *tally, uint32_t left, uint32_t right)
{
    const struct hz_tally_record *a = hz_tally_numbered(tally, left),
                                 *b = hz_tally_numbered(tally, right);
    const size_t groups = tally->layout.when == 0 ? HZ_TALLY_WORD : 0;
    return a->length == b->length &&
           memcmp(hz_tally_record_key(tally, a) + groups, hz_tally_record_key(tally, b) + groups,
                  a->length - HZ_TALLY_WORD) == 0;
}

/* A subject's entries, sorted: those of the same groups together. */
static void visit_groups(void *context, const struct hz_book_entry entry[], size_t count)
{
    struct hz_tally *tally = context;
    for (size_t from = 0, to; from < count; from = to) {
        for (to = from + 1; to < count; to++)
            if (!same_groups(tally, entry[from].row, entry[to].row))
                break;
        tally->layout.visit(tally, entry + from, to - from, tally->layout.settings);
    }
}

struct hz_book_keeper hz_tally_keeper(struct hz_tally *tally)
{
    return (struct hz_book_keeper){order_rows, visit_groups, tally};
}

int64_t hz_tally_when(const struct hz_tally *tally, const struct hz_book_entry *entry)
{
    const struct hz_tally_record *record = hz_tally_numbered(tally, entry->row);
    return hz_tally_key_integer(hz_tally_record_key(tally, record) + when_at(tally, record));
}

struct hz_book *hz_tally_book(struct hz_tally *tally)
{
    return tally->book;
}

void hz_tally_write_notes(struct hz_tally *tally, const struct hz_book_entry note[], size_t notes)
{
    const struct hz_book_keeper keeper = hz_tally_keeper(tally);
    for (size_t i = 0; i < notes; i++)
        hz_book_add(tally->book, &note[i], &keeper);
}

void hz_tally_key_of(const struct hz_tally *tally, const struct hz_book_entry *entry,
                     struct hz_key key[])
{
    hz_tally_key_read(&tally->layout,
                      hz_tally_record_key(tally, hz_tally_numbered(tally, entry->row)), key);
}
