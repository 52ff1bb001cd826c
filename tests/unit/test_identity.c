/* test_identity.c: records by the identity of texts: see base/identity.h. */

#include "base/identity.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

enum { KEYS = 700, ROUNDS = 5, LATE = 100 };

struct seen {
    struct hz_identity identity;
    uint32_t rows, last;
};

static struct hz_identity key_of(uint32_t row)
{
    return hz_identity_number(hz_identity_of(hz_text_of("key")), row * 7919 % KEYS);
}

static void add_up(void *context, void *first, void *again)
{
    const struct seen *more = again;
    struct seen *seen = first;
    ++*(uint32_t *)context;
    seen->rows += more->rows;
    assert_true(more->last > seen->last); /* in their order */
    seen->last = more->last;
}

/* Taken up at any time, many records at once, the same is found as of one after the other. */
static void records_taken_up_are_those_added(void **state)
{
    struct hz_index added = {.size = sizeof(struct seen)}, appended = {.size = sizeof(struct seen)};
    uint32_t known = 0, joined = 0;
    (void)state;
    for (uint32_t row = 0; row < KEYS * ROUNDS; row++) {
        struct seen *seen = hz_index_add(&added, key_of(row), NULL);
        seen->rows++;
        seen->last = row + 1;
        seen = hz_index_append(&appended, key_of(row));
        seen->rows++;
        seen->last = row + 1;
        if (row % (LATE + row / 3) != 0)
            continue;
        hz_index_take_up(&appended, known, add_up, &joined);
        known = appended.count;
        for (uint32_t earlier = 0; earlier <= row; earlier++) {
            const struct seen *one = hz_index_find(&added, key_of(earlier));
            const struct seen *other = hz_index_find(&appended, key_of(earlier));
            assert_memory_equal(one, other, sizeof *one);
        }
        assert_int_equal(joined, row + 1 - added.count);
    }
    assert_int_equal(added.count, KEYS);
    assert_null(hz_index_find(&appended, hz_identity_of(hz_text_of("nobody"))));
    hz_index_free(&added);
    hz_index_free(&appended);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(records_taken_up_are_those_added),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
