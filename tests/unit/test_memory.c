/* Allocation succeeds or does not come back. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

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

static const volatile size_t too_many = SIZE_MAX; /* volatile: or the compiler warns of it */
static jmp_buf handled;

static void leave(void)
{
    longjmp(handled, 1);
}

static void new_memory_is_zeroed_and_never_null(void **state)
{
    (void)state;
    unsigned char *bytes = hz_allocate(1000, 3);
    for (size_t i = 0; i < 3000; i++)
        assert_int_equal(bytes[i], 0);
    free(bytes);
    void *nothing = hz_allocate(0, 8);
    assert_non_null(nothing);
    free(nothing);
    nothing = hz_allocate(8, 0);
    assert_non_null(nothing);
    free(nothing);
}

static void memory_that_grows_or_shrinks_keeps_its_bytes(void **state)
{
    (void)state;
    char *bytes = hz_reallocate(NULL, 4, 1);
    memcpy(bytes, "abc", 4);
    bytes = hz_reallocate(bytes, 100000, 4);
    assert_string_equal(bytes, "abc");
    bytes = hz_reallocate(bytes, 4, 1);
    assert_string_equal(bytes, "abc");
    bytes = hz_reallocate(bytes, 0, 4);
    assert_non_null(bytes);
    free(bytes);
}

static void more_than_there_can_be_goes_to_the_handler(void **state)
{
    (void)state;
    hz_memory_on_exhaustion(leave);
    if (setjmp(handled) == 0)
        fail_msg("gave %p", hz_allocate(too_many, 2)); /* SIZE_MAX * 2 wraps to SIZE_MAX - 1 */
    if (setjmp(handled) == 0)
        fail_msg("gave %p", hz_allocate(too_many / 2 + 2, 2)); /* wraps to 2 */
    if (setjmp(handled) == 0)
        fail_msg("gave %p", hz_reallocate(NULL, too_many / 2 + 2, 2));
    if (setjmp(handled) == 0)
        fail_msg("gave %p", hz_reallocate(NULL, too_many / 2, 1));
    hz_memory_on_exhaustion(NULL);
}

static void without_a_handler_the_process_says_so_and_ends_with_3(void **state)
{
    (void)state;
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        dup2(ends[1], STDERR_FILENO);
        hz_reallocate(NULL, too_many, 2);
        _exit(0);
    }
    close(ends[1]);
    char said[100] = "";
    assert_true(read(ends[0], said, sizeof said - 1) > 0);
    close(ends[0]);
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 3);
    assert_string_equal(said, "huzhu: out of memory\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(new_memory_is_zeroed_and_never_null),
        cmocka_unit_test(memory_that_grows_or_shrinks_keeps_its_bytes),
        cmocka_unit_test(more_than_there_can_be_goes_to_the_handler),
        cmocka_unit_test(without_a_handler_the_process_says_so_and_ends_with_3),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
