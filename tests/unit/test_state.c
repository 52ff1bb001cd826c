/* Saved states: they come back as they were, and no altered byte passes. */

#include "stream/state.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

static const struct hz_tally_layout layout = {
    .keys = 2,
    .key = {{"plan", HZ_KEY_TEXT}, {"age", HZ_KEY_INTEGER}},
    .values = 3,
    .value = {{"paid", HZ_VALUE_SUM}, {"stamp", HZ_VALUE_MAX}, {"estimate", HZ_VALUE_OF_MAX}},
};

static char path[] = "/tmp/huzhu-test-state-XXXXXX";

static struct hz_state_head head_of(const char *command, const char *argument)
{
    return (struct hz_state_head){.command = command,
                                  .argument = {"--by", argument},
                                  .arguments = 2,
                                  .counts = {.in = 10,
                                             .used = 7,
                                             .left_out = 1,
                                             .rejected = 2,
                                             .fault = {{.code = "bad_date", .rows = 2}},
                                             .faults = 1}};
}

static void write_bytes(const char *data, size_t length, const char *mode)
{
    FILE *file = fopen(path, mode);
    assert_non_null(file);
    assert_int_equal(fwrite(data, 1, length, file), length);
    fclose(file);
}

/* The bytes of a state of some rows, read back from a file it was written to. */
static struct hz_buffer state_of(const struct hz_state_head *head, int from, int to)
{
    struct hz_tally *tally = hz_tally_new(&layout);
    struct hz_output *output = NULL;
    struct hz_error err = {0};
    struct hz_buffer bytes = {0};
    for (int i = from; i < to; i++) {
        char plan[32];
        snprintf(plan, sizeof plan, i % 3 ? "P%d" : "a \"b\",\nc%d", i % 50);
        const struct hz_key key[] = {{.text = hz_text_of(plan)}, {.integer = i % 7 - 3}};
        hz_tally_add(tally, key, (const hz_sum[]){(hz_sum)INT64_MAX * i, i, -i});
    }
    hz_tally_sort(tally);
    assert_true(hz_output_open(&output, path, &err));
    hz_state_write(output, head, tally);
    assert_true(hz_output_close(output, &err));
    hz_tally_free(tally);
    FILE *file = fopen(path, "rb");
    int c;
    while ((c = getc(file)) != EOF)
        hz_buffer_char(&bytes, (char)c);
    fclose(file);
    return bytes;
}

static bool read_back(struct hz_state_head *head, struct hz_tally **tally, struct hz_arena *arena,
                      struct hz_error *err)
{
    *tally = NULL;
    *head = (struct hz_state_head){0};
    return hz_state_read(path, NULL, arena, head, tally, err);
}

static void a_state_comes_back_as_it_was(void **state)
{
    (void)state;
    struct hz_state_head head = head_of("hz-test", "plan,\"x\""), back;
    struct hz_buffer bytes = state_of(&head, 0, 1000);
    struct hz_tally *tally;
    struct hz_arena arena = {0};
    struct hz_error err = {0};
    assert_true(read_back(&back, &tally, &arena, &err));
    assert_string_equal(back.command, "hz-test");
    assert_string_equal(back.argument[1], "plan,\"x\"");
    assert_int_equal(back.counts.rejected, 2);
    assert_string_equal(back.counts.fault[0].code, "bad_date");
    struct hz_output *output = NULL;
    hz_tally_sort(tally);
    assert_true(hz_output_open(&output, path, &err));
    hz_state_write(output, &back, tally);
    assert_true(hz_output_close(output, &err));
    char *again = malloc(bytes.length + 1);
    FILE *file = fopen(path, "rb");
    assert_int_equal(fread(again, 1, bytes.length + 1, file), bytes.length);
    assert_memory_equal(again, bytes.at, bytes.length);
    fclose(file);
    free(again);
    hz_tally_free(tally);
    hz_arena_free(&arena);
    hz_buffer_free(&bytes);
}

static void states_one_after_another_add_up(void **state)
{
    (void)state;
    struct hz_state_head head = head_of("hz-test", "plan"), back;
    struct hz_buffer a = state_of(&head, 0, 400), b = state_of(&head, 400, 1000),
                     whole = state_of(&head, 0, 1000);
    struct hz_tally *joined, *once;
    struct hz_arena arena = {0};
    struct hz_error err = {0};
    assert_true(read_back(&back, &once, &arena, &err));
    write_bytes(a.at, a.length, "wb");
    write_bytes(b.at, b.length, "ab");
    assert_true(read_back(&back, &joined, &arena, &err));
    assert_int_equal(back.counts.in, 20);
    assert_int_equal(back.counts.fault[0].rows, 4);
    hz_tally_sort(joined);
    hz_tally_sort(once);
    assert_int_equal(hz_tally_size(joined), hz_tally_size(once));
    for (size_t i = 0; i < hz_tally_size(once); i++) {
        struct hz_tally_row x = hz_tally_row(joined, i), y = hz_tally_row(once, i);
        assert_true(hz_tally_same_key(once, &x, &y, 2));
        assert_memory_equal(x.value, y.value, 3 * sizeof(hz_sum));
    }
    hz_tally_free(joined);
    hz_tally_free(once);
    hz_arena_free(&arena);
    hz_buffer_free(&a);
    hz_buffer_free(&b);
    hz_buffer_free(&whole);
}

static void no_altered_and_no_cut_byte_passes(void **state)
{
    (void)state;
    struct hz_state_head head = head_of("hz-test", "plan"), back;
    struct hz_buffer bytes = state_of(&head, 0, 12);
    struct hz_arena arena = {0};
    struct hz_tally *tally;
    for (size_t i = 0; i < bytes.length; i++) {
        struct hz_error altered = {0}, cut = {0};
        bytes.at[i] ^= 1;
        write_bytes(bytes.at, bytes.length, "wb");
        assert_false(read_back(&back, &tally, &arena, &altered));
        assert_int_equal(altered.kind, HZ_ERROR_DATA);
        hz_tally_free(tally);
        bytes.at[i] ^= 1;
        write_bytes(bytes.at, i, "wb");
        assert_false(read_back(&back, &tally, &arena, &cut));
        hz_tally_free(tally);
    }
    hz_buffer_free(&bytes);
    hz_arena_free(&arena);
}

/*
 * What several processes write to one pipe: each a start when it begins, and the rest in one piece.
 */
static void starts_may_stand_before_the_rests_of_others(void **state)
{
    (void)state;
    struct hz_state_head head = head_of("hz-test", "plan"), back;
    struct hz_buffer a = state_of(&head, 0, 5), b = state_of(&head, 5, 9), all = {0};
    struct hz_arena arena = {0};
    struct hz_tally *tally;
    struct hz_error err = {0}, lone = {0}, within = {0};
    const char *first = memchr(a.at, '\n', a.length);
    const char *second = memchr(first + 1, '\n', a.length - (size_t)(first + 1 - a.at));
    const size_t start = (size_t)(second + 1 - a.at);
    hz_buffer_append(&all, a.at, start);
    hz_buffer_append(&all, b.at, start);
    hz_buffer_append(&all, b.at + start, b.length - start);
    const size_t one = all.length;
    hz_buffer_append(&all, a.at + start, a.length - start);
    write_bytes(all.at, all.length, "wb");
    assert_true(read_back(&back, &tally, &arena, &err));
    assert_int_equal(back.states, 2);
    hz_tally_free(tally);
    write_bytes(all.at, one, "wb"); /* the other was killed */
    assert_false(read_back(&back, &tally, &arena, &lone));
    assert_non_null(strstr(lone.text, "1 of these states were begun and never ended"));
    hz_tally_free(tally);
    write_bytes(a.at, start + 10, "wb");
    write_bytes("\n", 1, "ab");
    write_bytes(b.at, b.length, "ab"); /* one broken off by another */
    assert_false(read_back(&back, &tally, &arena, &within));
    hz_tally_free(tally);
    hz_arena_free(&arena);
    hz_buffer_free(&a);
    hz_buffer_free(&b);
    hz_buffer_free(&all);
}

static void assert_not_joined(struct hz_state_head other, const char *said)
{
    struct hz_state_head head = head_of("hz-test", "plan"), back;
    struct hz_buffer a = state_of(&head, 0, 5), b = state_of(&other, 5, 9);
    struct hz_arena arena = {0};
    struct hz_tally *tally;
    struct hz_error err = {0};
    write_bytes(a.at, a.length, "wb");
    write_bytes(b.at, b.length, "ab");
    assert_false(read_back(&back, &tally, &arena, &err));
    assert_int_equal(err.kind, HZ_ERROR_DATA);
    assert_non_null(strstr(err.text, said));
    hz_tally_free(tally);
    hz_arena_free(&arena);
    hz_buffer_free(&a);
    hz_buffer_free(&b);
}

static void states_that_do_not_belong_together_are_refused_with_the_reason(void **state)
{
    (void)state;
    assert_not_joined(head_of("hz-other", "plan"), "of hz-other, the ones before are of hz-test");
    assert_not_joined(head_of("hz-test", "office"), "with other options");
}

static void what_is_no_state_is_refused(void **state)
{
    (void)state;
    const char *data[] = {"", "plan,paid\nA,1\n", "huzhu-state,1\n"};
    const char *said[] = {"no state", "no state", "another version"};
    for (size_t i = 0; i < 3; i++) {
        struct hz_state_head back;
        struct hz_arena arena = {0};
        struct hz_tally *tally;
        struct hz_error err = {0};
        write_bytes(data[i], strlen(data[i]), "wb");
        assert_false(read_back(&back, &tally, &arena, &err));
        assert_non_null(strstr(err.text, said[i]));
        hz_arena_free(&arena);
    }
}

static int make_path(void **state)
{
    (void)state;
    close(mkstemp(path));
    return 0;
}

static int remove_path(void **state)
{
    (void)state;
    return unlink(path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_state_comes_back_as_it_was),
        cmocka_unit_test(states_one_after_another_add_up),
        cmocka_unit_test(no_altered_and_no_cut_byte_passes),
        cmocka_unit_test(starts_may_stand_before_the_rests_of_others),
        cmocka_unit_test(states_that_do_not_belong_together_are_refused_with_the_reason),
        cmocka_unit_test(what_is_no_state_is_refused),
    };
    return cmocka_run_group_tests(tests, make_path, remove_path);
}
