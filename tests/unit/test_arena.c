/* An arena gives zeroed, aligned memory that does not overlap, and takes all of it back. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/memory.h"
#include "random/random.h"

#include <stdalign.h>

enum { CASES = 3000, SEED = 64 };

/* The sanitizers end the program where calloc would give NULL, unless they are told not to. */
const char *__asan_default_options(void);
const char *__asan_default_options(void)
{
    return "allocator_may_return_null=1";
}

const char *__tsan_default_options(void);
const char *__tsan_default_options(void)
{
    return "allocator_may_return_null=1";
}

static jmp_buf handled;

static void leave(void)
{
    longjmp(handled, 1);
}

static void assert_all(const unsigned char *bytes, size_t length, unsigned char wanted)
{
    for (size_t i = 0; i < length; i++)
        if (bytes[i] != wanted)
            fail_msg("byte %zu of %zu is %d, not %d", i, length, bytes[i], wanted);
}

static void pieces_are_zeroed_aligned_and_apart(void **state)
{
    (void)state;
    struct hz_random random = hz_random_stream(SEED, 1);
    struct hz_arena arena = {0};
    static unsigned char *piece[CASES];
    static size_t length[CASES];
    for (size_t i = 0; i < CASES; i++) {
        /* mostly small; now and then more than a block */
        length[i] = hz_random_bits(&random) % (i % 500 == 499 ? 200000 : 200);
        piece[i] = hz_arena_allocate(&arena, length[i], 1);
        assert_int_equal((uintptr_t)piece[i] % alignof(max_align_t), 0);
        assert_all(piece[i], length[i], 0);
        memset(piece[i], (int)(i % 255) + 1, length[i]);
    }
    for (size_t i = 0; i < CASES; i++)
        assert_all(piece[i], length[i], (unsigned char)(i % 255 + 1));
    hz_arena_free(&arena);
}

static void a_text_is_copied_with_a_nul_behind_it(void **state)
{
    (void)state;
    struct hz_arena arena = {0};
    char source[] = "互助a\0b";
    struct hz_text copy = hz_arena_text(&arena, (struct hz_text){source, sizeof source - 1});
    memset(source, 'x', sizeof source - 1);
    assert_int_equal(copy.length, 9);
    assert_memory_equal(copy.at, "互助a\0b", 10);
    char *string = hz_arena_string(&arena, (struct hz_text){"2021-07", 4});
    assert_string_equal(string, "2021");
    hz_arena_free(&arena);
}

static void an_empty_text_is_copied_as_one(void **state)
{
    (void)state;
    struct hz_arena arena = {0};
    struct hz_text copy = hz_arena_text(&arena, hz_text_of(NULL));
    assert_int_equal(copy.length, 0);
    assert_string_equal(copy.at, "");
    assert_string_equal(hz_arena_string(&arena, hz_text_of("")), "");
    hz_arena_free(&arena);
}

static void no_elements_have_a_place_too(void **state)
{
    (void)state;
    struct hz_arena arena = {0};
    assert_non_null(hz_arena_allocate(&arena, 0, 8));
    assert_non_null(hz_arena_allocate(&arena, 8, 0));
    hz_arena_free(&arena);
}

static void an_arena_tells_what_it_took_and_is_empty_once_freed(void **state)
{
    (void)state;
    struct hz_arena arena = {0};
    hz_arena_free(&arena); /* nothing was taken yet */
    for (int i = 0; i < 100; i++)
        hz_arena_allocate(&arena, 1000, 10);
    assert_in_range(arena.total, 1000000, 1500000);
    hz_arena_free(&arena);
    assert_int_equal(arena.total, 0);
    assert_null(arena.blocks);
    assert_string_equal(hz_arena_string(&arena, hz_text_of("again")), "again");
    hz_arena_free(&arena);
}

static void more_than_there_can_be_is_not_given(void **state)
{
    (void)state;
    static const volatile size_t too_many = SIZE_MAX; /* volatile: or the compiler warns of it */
    struct hz_arena arena = {0};
    hz_memory_on_exhaustion(leave);
    if (setjmp(handled) == 0)
        fail_msg("gave %p", hz_arena_allocate(&arena, too_many / 2 + 2, 2)); /* wraps to 2 */
    if (setjmp(handled) == 0)
        fail_msg("gave %p", hz_arena_allocate(&arena, too_many, 1));
    hz_memory_on_exhaustion(NULL);
    assert_null(arena.blocks);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pieces_are_zeroed_aligned_and_apart),
        cmocka_unit_test(a_text_is_copied_with_a_nul_behind_it),
        cmocka_unit_test(an_empty_text_is_copied_as_one),
        cmocka_unit_test(no_elements_have_a_place_too),
        cmocka_unit_test(an_arena_tells_what_it_took_and_is_empty_once_freed),
        cmocka_unit_test(more_than_there_can_be_is_not_given),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
