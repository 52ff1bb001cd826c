/* UTF-8 and what is not: the limits of RFC 3629, guesses, and conversion in pieces of any size. */

#include "file/decoder.h"
#include "file/encoding.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include <stdlib.h>

static void utf8_is_what_rfc_3629_says(void **state)
{
    (void)state;
    const struct {
        const char *text;
        bool is_utf8;
    } vectors[] = {
        {"", true},
        {"plain ASCII, long enough for whole words", true},
        {"\xC2\x80", true},         /* U+0080, the first of two bytes */
        {"\xDF\xBF", true},         /* U+07FF, the last */
        {"\xE0\xA0\x80", true},     /* U+0800 */
        {"\xED\x9F\xBF", true},     /* U+D7FF, before the surrogates */
        {"\xEE\x80\x80", true},     /* U+E000, behind them */
        {"\xF0\x90\x80\x80", true}, /* U+10000 */
        {"\xF4\x8F\xBF\xBF", true}, /* U+10FFFF, the last of all */
        {"12345678互助", true},
        {"\xC0\x80", false},         /* overlong */
        {"\xC1\xBF", false},         /* overlong */
        {"\xE0\x9F\xBF", false},     /* overlong */
        {"\xF0\x8F\xBF\xBF", false}, /* overlong */
        {"\xED\xA0\x80", false},     /* a surrogate */
        {"\xF4\x90\x80\x80", false}, /* beyond U+10FFFF */
        {"\xF5\x80\x80\x80", false},
        {"\x80", false},
        {"\xE4\xBA", false}, /* cut */
        {"\xE4\xBAx", false},
        {"12345678\xB5\xC4", false}, /* 的 in GBK */
    };
    for (size_t i = 0; i < HZ_COUNT(vectors); i++)
        assert_int_equal(hz_text_is_utf8(hz_text_of(vectors[i].text)), vectors[i].is_utf8);
}

static const char gbk[] = "\xBC\xC6\xBB\xAE,\xBB\xE1\xB7\xD1\n"; /* 计划,会费 */
static const char utf8[] = "计划,会费\n";

static void an_encoding_is_guessed_from_all_lines(void **state)
{
    (void)state;
    assert_null(hz_encoding_guess(hz_text_of("plan,contribution\n")));
    assert_null(hz_encoding_guess(hz_text_of(utf8)));
    assert_null(hz_encoding_guess((struct hz_text){utf8, 5})); /* cut within a letter */
    assert_string_equal(hz_encoding_guess(hz_text_of(gbk)), "GB18030");
    assert_null(hz_encoding_guess((struct hz_text){"\x81\xFF\xFF\xFF\xFF\xFF", 6})); /* neither */
    /* A row of GBK, or ten, do not make another encoding of a file of UTF-8. */
    struct hz_buffer mixed = {0};
    for (int i = 0; i < 10; i++)
        hz_buffer_string(&mixed, gbk);
    hz_buffer_string(&mixed, utf8);
    assert_null(hz_encoding_guess((struct hz_text){mixed.at, mixed.length}));
    hz_buffer_free(&mixed);
    /* A few broken rows do not make UTF-8 of a file of GBK: ten of its rows for one. */
    for (int i = 0; i < 20; i++)
        hz_buffer_string(&mixed, gbk);
    hz_buffer_string(&mixed, "\xBC,\xFF\n");
    assert_string_equal(hz_encoding_guess((struct hz_text){mixed.at, mixed.length}), "GB18030");
    hz_buffer_free(&mixed);
    /* 計劃,會費 in Big5 */
    assert_string_equal(hz_encoding_guess(hz_text_of("\xAD\x70\xB9\xBA,\xB7\x7C\xB6\x4F\n")),
                        "BIG5");
}

static void marks_and_nuls_show_utf_16(void **state)
{
    (void)state;
    static const struct {
        struct hz_text bytes;
        const char *encoding;
    } files[] = {{{"\xFF\xFE"
                   "a\0",
                   4},
                  "UTF-16"},
                 {{"\xFE\xFF\0a", 4}, "UTF-16"},
                 {{"a\0,\0b\0\n\0", 8}, "UTF-16LE"},
                 {{"\0a\0,\0b\0\n", 8}, "UTF-16BE"},
                 {{"\xFF\xFE\0\0", 4}, "UTF-32"},
                 {{"a\0\0\0,\0\0\0\n\0\0\0", 12}, "UTF-32LE"},
                 {{"\0\0\0a\0\0\x4E\0\0\0\0\n", 12}, "UTF-32BE"}};
    for (size_t f = 0; f < HZ_COUNT(files); f++)
        assert_string_equal(hz_encoding_mark(files[f].bytes), files[f].encoding);
    assert_null(hz_encoding_mark(hz_text_of("a,b\n")));
    assert_null(hz_encoding_mark((struct hz_text){"a\0\0b", 4}));
}

/* Converts `bytes` given in pieces of `piece`, with room for `room` at a time. */
static size_t convert(const char *encoding, struct hz_text bytes, size_t piece, size_t room,
                      char out[])
{
    struct hz_decoder *decoder;
    struct hz_error err = {0};
    size_t length = 0, given = 0;
    struct hz_text left = {bytes.at, 0};
    assert_true(hz_decoder_new(&decoder, encoding, &err));
    for (int steps = 0; given < bytes.length || left.length > 0; steps++) {
        assert_true(steps < 10000);
        size_t more = bytes.length - given < piece ? bytes.length - given : piece;
        left = (struct hz_text){bytes.at + given - left.length, left.length + more};
        given += more;
        length += hz_decoder_convert(decoder, &left, given == bytes.length, out + length, room);
    }
    hz_decoder_free(decoder);
    return length;
}

static void conversion_does_not_depend_on_how_it_is_cut(void **state)
{
    (void)state;
    char out[100];
    for (size_t piece = 1; piece < sizeof gbk; piece++)
        for (size_t room = 4; room < 20; room++) {
            size_t length =
                convert("GB18030", (struct hz_text){gbk, sizeof gbk - 1}, piece, room, out);
            assert_int_equal(length, sizeof utf8 - 1);
            assert_memory_equal(out, utf8, length);
        }
}

static void what_is_no_character_becomes_a_byte_that_is_no_utf8(void **state)
{
    (void)state;
    char out[100];
    const struct hz_text bad = {"a\xFF"
                                "b\xBC",
                                4};
    for (size_t piece = 1; piece <= 4; piece++) {
        size_t length = convert("GB18030", bad, piece, 10, out);
        assert_int_equal(length, 4);
        assert_memory_equal(out,
                            "a\xFF"
                            "b\xFF",
                            4);
        assert_false(hz_text_is_utf8((struct hz_text){out, length}));
    }
}

/* 张三 in UTF-8 is 寮犱笁 to GB18030: the line is kept, behind a byte that rejects it. */
static void a_line_of_utf8_is_not_read_as_other_signs(void **state)
{
    (void)state;
    static const char mixed[] = "\xC0\xEE\xCB\xC4,1\n\xE5\xBC\xA0\xE4\xB8\x89,2\n\xCD\xF5\xCE\xE5";
    static const char expected[] = "李四,1\n\xFF张三,2\n王五";
    char out[100];
    for (size_t piece = 1; piece < sizeof mixed; piece++)
        for (size_t room = 4; room < 40; room++) {
            size_t length =
                convert("GB18030", (struct hz_text){mixed, sizeof mixed - 1}, piece, room, out);
            assert_int_equal(length, sizeof expected - 1);
            assert_memory_equal(out, expected, length);
        }
}

/* A line of more than 32 KiB is no such line, however it is cut. */
static void a_long_line_is_converted_whole(void **state)
{
    (void)state;
    enum { PAIRS = 20000 };
    char *gb = malloc(2 * PAIRS), *out = malloc(4 * PAIRS);
    assert_non_null(gb);
    assert_non_null(out);
    for (size_t i = 0; i < PAIRS; i++)
        memcpy(gb + 2 * i, "\xD5\xC5", 2); /* 张 */
    for (size_t piece = 999; piece < 2 * PAIRS; piece += 7777) {
        const size_t length = convert("GB18030", (struct hz_text){gb, 2 * PAIRS}, piece, 5000, out);
        assert_int_equal(length, 3 * PAIRS);
        assert_true(hz_text_is_utf8((struct hz_text){out, length}));
    }
    free(gb);
    free(out);
}

static void an_unknown_encoding_is_refused(void **state)
{
    (void)state;
    struct hz_decoder *decoder = NULL;
    struct hz_error err = {0};
    assert_false(hz_decoder_new(&decoder, "KLINGON", &err));
    assert_int_equal(err.kind, HZ_ERROR_USAGE);
    hz_decoder_free(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(utf8_is_what_rfc_3629_says),
        cmocka_unit_test(an_encoding_is_guessed_from_all_lines),
        cmocka_unit_test(marks_and_nuls_show_utf_16),
        cmocka_unit_test(conversion_does_not_depend_on_how_it_is_cut),
        cmocka_unit_test(what_is_no_character_becomes_a_byte_that_is_no_utf8),
        cmocka_unit_test(a_line_of_utf8_is_not_read_as_other_signs),
        cmocka_unit_test(a_long_line_is_converted_whole),
        cmocka_unit_test(an_unknown_encoding_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
