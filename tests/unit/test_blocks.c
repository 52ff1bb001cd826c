/* Blocks that several threads make come out in order, and no more of them than are wanted. */

#include "file/blocks.h"
#include "file/file.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

/* Blocks of all sizes, none included. */
static void produce(uint64_t index, struct hz_buffer *out, const void *context)
{
    const char *mark = context;
    for (uint64_t line = 0; line < index % 7; line++)
        hz_buffer_format(out, "%s%d.%d\n", mark, (int)index, (int)line);
    if (index % 100 == 3)
        hz_buffer_reserve(out, 1 << 16);
}

static void expect(struct hz_buffer *expected, uint64_t count)
{
    expected->length = 0;
    for (uint64_t index = 0; index < count; index++)
        produce(index, expected, "#");
}

static void write_blocks(struct hz_buffer *result, const struct hz_blocks *blocks)
{
    char path[] = "/tmp/huzhu-test-blocks-XXXXXX";
    struct hz_output *output = NULL;
    struct hz_error err = {0};
    int file = mkstemp(path);
    assert_true(file >= 0);
    close(file);
    assert_true(hz_output_open(&output, path, &err));
    hz_blocks_write(blocks, output);
    assert_true(hz_output_close(output, &err));
    result->length = 0;
    assert_true(hz_file_read(path, SIZE_MAX, result, &err));
    unlink(path);
}

static void blocks_come_out_in_order_for_any_number_of_threads(void **state)
{
    (void)state;
    static const uint64_t counts[] = {0, 1, 2, 500};
    struct hz_buffer result = {0}, expected = {0};
    for (size_t i = 0; i < HZ_COUNT(counts); i++)
        for (int threads = 1; threads < 9; threads += 3) {
            const struct hz_blocks blocks = {
                .threads = threads, .count = counts[i], .context = "#", .produce = produce};
            write_blocks(&result, &blocks);
            expect(&expected, counts[i]);
            assert_int_equal(result.length, expected.length);
            assert_true(result.length == 0 || memcmp(result.at, expected.at, result.length) == 0);
        }
    hz_buffer_free(&result);
    hz_buffer_free(&expected);
}

/* Takes the first line off each block, and ends with block 40. */
struct passed {
    uint64_t blocks;
    uint64_t lines;
};

static bool pass(struct hz_buffer *block, void *context)
{
    struct passed *passed = context;
    const char *end = block->length > 0 ? memchr(block->at, '\n', block->length) : NULL;
    block->length = end ? (size_t)(end + 1 - block->at) : 0;
    passed->lines += end != NULL;
    return ++passed->blocks < 41;
}

static void what_passes_may_be_shortened_and_ended(void **state)
{
    (void)state;
    struct hz_buffer result = {0};
    for (int threads = 1; threads < 9; threads += 3) {
        struct passed passed = {0};
        const struct hz_blocks blocks = {.threads = threads,
                                         .count = UINT64_MAX,
                                         .context = "",
                                         .produce = produce,
                                         .pass = pass,
                                         .passed = &passed};
        write_blocks(&result, &blocks);
        assert_int_equal(passed.blocks, 41);
        assert_int_equal(passed.lines, 35); /* every seventh of 41 is empty */
        assert_memory_equal(result.at, "1.0\n2.0\n3.0\n", 12);
        assert_memory_equal(result.at + result.length - 10, "39.0\n40.0\n", 10);
    }
    hz_buffer_free(&result);
}

static void a_full_disk_ends_the_blocks_and_is_told(void **state)
{
    (void)state;
    struct hz_output *output = NULL;
    struct hz_error err = {0};
    const struct hz_blocks blocks = {
        .threads = 3, .count = UINT64_MAX, .context = "", .produce = produce};
    if (access("/dev/full", W_OK) != 0)
        skip();
    assert_true(hz_output_open(&output, "/dev/full", &err));
    hz_blocks_write(&blocks, output);
    assert_false(hz_output_close(output, &err));
    assert_int_equal(err.kind, HZ_ERROR_SYSTEM);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(blocks_come_out_in_order_for_any_number_of_threads),
        cmocka_unit_test(what_passes_may_be_shortened_and_ended),
        cmocka_unit_test(a_full_disk_ends_the_blocks_and_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
