/* Slices of text, their width on a terminal, and the buffer that grows. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/text.h"
#include "base/visible.h"
#include "random/random.h"

#include <stdlib.h>

enum { CASES = 2000, SEED = 20000 };

static struct hz_text slice(const char *bytes, size_t length)
{
    return (struct hz_text){bytes, length};
}

static void assert_text(struct hz_text found, const char *wanted)
{
    if (!hz_text_equal(found, hz_text_of(wanted)))
        fail_msg("\"%.*s\" is not \"%s\"", HZ_TEXT_ARGS(found), wanted);
}

static int sign(int number)
{
    return (number > 0) - (number < 0);
}

static void a_missing_string_is_an_empty_text(void **state)
{
    (void)state;
    assert_int_equal(hz_text_of(NULL).length, 0);
    assert_true(hz_text_equal(hz_text_of(NULL), hz_text_of("")));
    assert_int_equal(hz_text_compare(hz_text_of(NULL), hz_text_of("")), 0);
    assert_int_equal(hz_text_width(hz_text_of(NULL)), 0);
    assert_int_equal(hz_text_trim(hz_text_of(NULL)).length, 0);
}

static void texts_are_equal_byte_for_byte(void **state)
{
    (void)state;
    assert_true(hz_text_equal(slice("abc", 2), slice("abd", 2)));
    assert_false(hz_text_equal(slice("abc", 3), slice("abd", 3)));
    assert_false(hz_text_equal(slice("abc", 3), slice("abc", 2)));
    assert_true(hz_text_equal(slice("a\0b", 3), slice("a\0b", 3)));
    assert_false(hz_text_equal(slice("a\0b", 3), slice("a\0c", 3)));
}

static void texts_are_in_the_order_of_their_code_points(void **state)
{
    (void)state;
    /* U+0041, U+0061, U+00E9, U+4E2D, U+FF21, U+20000, each behind the one before */
    static const char *const texts[] = {"", "A", "AA", "a", "é", "中", "中A", "Ａ", "𠀀"};
    for (size_t a = 0; a < HZ_COUNT(texts); a++)
        for (size_t b = 0; b < HZ_COUNT(texts); b++) {
            int order = hz_text_compare(hz_text_of(texts[a]), hz_text_of(texts[b]));
            assert_int_equal(sign(order), (a > b) - (a < b));
        }
}

static void digits_are_the_ascii_ones_alone(void **state)
{
    (void)state;
    for (int c = -128; c < 128; c++) {
        const char *found = c != 0 ? strchr("0123456789", c) : NULL;
        if (found)
            assert_int_equal(hz_digit((char)c), c - '0');
        else
            assert_true(hz_digit((char)c) > 9);
    }
}

static void spaces_of_every_kind_are_trimmed_from_both_ends(void **state)
{
    (void)state;
    assert_text(hz_text_trim(hz_text_of("abc")), "abc");
    assert_text(hz_text_trim(hz_text_of("  \tabc\t ")), "abc");
    assert_text(hz_text_trim(hz_text_of("　张三　")), "张三");
    assert_text(hz_text_trim(hz_text_of("\xC2\xA0"
                                        "1\xC2\xA0")),
                "1");
    assert_text(hz_text_trim(hz_text_of("\xEF\xBB\xBF"
                                        "id")),
                "id");
    assert_text(hz_text_trim(hz_text_of(" 　\xC2\xA0\t张 三\t\xC2\xA0　 ")), "张 三");
    assert_text(hz_text_trim(hz_text_of(" 　\xC2\xA0 ")), "");
    assert_text(hz_text_trim(hz_text_of("")), "");
}

static void parts_of_a_character_are_not_taken_for_spaces(void **state)
{
    (void)state;
    /* U+4E00 is E4 B8 80, U+3080 (む) E3 82 80, U+00E0 (à) C3 A0: their tails stay */
    assert_text(hz_text_trim(hz_text_of("一")), "一");
    assert_text(hz_text_trim(hz_text_of("む")), "む");
    assert_text(hz_text_trim(hz_text_of("à")), "à");
    /* cut short by the slice's own end */
    assert_int_equal(hz_text_trim(slice("\xE3\x80\x80", 2)).length, 2);
    assert_int_equal(hz_text_trim(slice("\xC2\xA0", 1)).length, 1);
    /* a sign cut by the line's end takes nothing of what follows */
    assert_int_equal(hz_text_blank(hz_text_of("\xE2\x80\n")), 0);
    assert_int_equal(hz_text_blank(hz_text_of("\xE2\x80,")), 0);
    assert_int_equal(hz_text_blank(hz_text_of("\xE2\x81\"")), 0);
}

static void chinese_takes_two_columns_a_character(void **state)
{
    (void)state;
    assert_int_equal(hz_text_width(hz_text_of("abc")), 3);
    assert_int_equal(hz_text_width(hz_text_of("互助")), 4);
    assert_int_equal(hz_text_width(hz_text_of("住院(一)")), 8);
    assert_int_equal(hz_text_width(hz_text_of("，。《》")), 8);
    assert_int_equal(hz_text_width(hz_text_of("１２")), 4);
    assert_int_equal(hz_text_width(hz_text_of("한글")), 4);
    assert_int_equal(hz_text_width(hz_text_of("𠮷")), 2);
    assert_int_equal(hz_text_width(hz_text_of("〈〉「」（）！？：；、…")), 2 * 11 + 1);
    assert_int_equal(hz_text_width(hz_text_of("±×÷·“”①—")), 8);              /* ambiguous: one */
    assert_int_equal(hz_text_width(hz_text_of("e\xCC\x81\xE0\xB8\xB4")), 1); /* marks */
    assert_int_equal(hz_text_width(hz_text_of("⚡✅🀄")), 6);
    assert_int_equal(hz_text_width(hz_text_of("☎✈")), 2); /* neutral */
    assert_int_equal(hz_text_width(hz_text_of("é")), 1);
    assert_int_equal(hz_text_width(hz_text_of("")), 0);
}

static void marks_without_a_place_of_their_own_take_no_column(void **state)
{
    (void)state;
    assert_int_equal(hz_text_width(hz_text_of("e\xCC\x81")), 1); /* U+0301 */
    assert_int_equal(hz_text_width(hz_text_of("a\xE2\x80\x8B"
                                              "b")),
                     2); /* U+200B */
    assert_int_equal(hz_text_width(hz_text_of("\xEF\xBB\xBF"
                                              "a")),
                     1); /* U+FEFF */
}

static void bytes_that_are_no_utf8_take_a_column_each(void **state)
{
    (void)state;
    assert_int_equal(hz_text_width(hz_text_of("\xFF\xFE")), 2);
    assert_int_equal(hz_text_width(hz_text_of("\x80\x80\x80")), 3);
    assert_int_equal(hz_text_width(hz_text_of("\xC0\x80")), 2);         /* NUL, overlong */
    assert_int_equal(hz_text_width(hz_text_of("\xF8\x88\x80\x80")), 4); /* no lead byte today */
    assert_int_equal(hz_text_width(hz_text_of("\xE4\xB8")), 2);         /* cut short */
    assert_int_equal(hz_text_width(slice("中", 2)), 2);                 /* by the slice */
    assert_int_equal(hz_text_width(hz_text_of("\xE4\xB8"
                                              "a")),
                     3);
    assert_int_equal(hz_text_width(hz_text_of("\xB8\xAD中")), 4);
}

static void a_text_is_never_read_behind_its_end(void **state)
{
    (void)state;
    struct hz_random random = hz_random_stream(SEED, 1);
    for (int i = 0; i < CASES; i++) {
        size_t length = hz_random_bits(&random) % 12;
        char *bytes = malloc(length > 0 ? length : 1); /* exactly so many, for the sanitizer */
        assert_non_null(bytes);
        for (size_t b = 0; b < length; b++)
            bytes[b] = (char)hz_random_bits(&random);
        struct hz_text text = slice(bytes, length);
        assert_in_range(hz_text_width(text), 0, 2 * length);
        struct hz_text trimmed = hz_text_trim(text);
        assert_in_range(trimmed.length, 0, length);
        assert_true(hz_text_equal(hz_text_trim(trimmed), trimmed));
        free(bytes);
    }
}

static void a_buffer_holds_what_was_appended(void **state)
{
    (void)state;
    struct hz_buffer buffer = {0};
    hz_buffer_append(&buffer, "ab\0c", 4);
    hz_buffer_text(&buffer, slice("defg", 3));
    hz_buffer_string(&buffer, "互助");
    hz_buffer_char(&buffer, '\n');
    hz_buffer_format(&buffer, "%d|%s|%c", -7, "x", '!');
    static const char wanted[] = "ab\0cdef互助\n-7|x|!";
    assert_int_equal(buffer.length, sizeof wanted - 1);
    assert_memory_equal(buffer.at, wanted, sizeof wanted - 1);
    hz_buffer_free(&buffer);
    assert_null(buffer.at);
    assert_int_equal(buffer.length, 0);
    assert_int_equal(buffer.capacity, 0);
    hz_buffer_free(&buffer);
}

static void nothing_can_be_appended_to_nothing(void **state)
{
    (void)state;
    struct hz_buffer buffer = {0};
    assert_non_null(hz_buffer_reserve(&buffer, 0));
    hz_buffer_free(&buffer);
    hz_buffer_append(&buffer, NULL, 0);
    hz_buffer_text(&buffer, hz_text_of(NULL));
    hz_buffer_string(&buffer, "");
    hz_buffer_format(&buffer, "%s", "");
    assert_int_equal(buffer.length, 0);
    hz_buffer_free(&buffer);
}

static void reserved_room_is_behind_the_bytes_and_adds_none(void **state)
{
    (void)state;
    struct hz_buffer buffer = {0};
    hz_buffer_string(&buffer, "abc");
    char *room = hz_buffer_reserve(&buffer, 10000);
    assert_ptr_equal(room, buffer.at + 3);
    assert_int_equal(buffer.length, 3);
    assert_in_range(buffer.capacity, 10003, 1000000);
    memset(room, 'x', 10000);
    assert_memory_equal(buffer.at, "abc", 3);
    hz_buffer_free(&buffer);
}

static void a_buffer_grows_by_doubling_and_keeps_its_bytes(void **state)
{
    (void)state;
    enum { BYTES = 1000000 };
    struct hz_buffer buffer = {0};
    int growths = 0;
    for (size_t i = 0; i < BYTES; i++) {
        size_t capacity = buffer.capacity;
        hz_buffer_char(&buffer, (char)('a' + i % 26));
        growths += buffer.capacity != capacity;
    }
    assert_int_equal(buffer.length, BYTES);
    assert_in_range(growths, 1, 20); /* 2^20 bytes */
    for (size_t i = 0; i < BYTES; i++)
        if (buffer.at[i] != (char)('a' + i % 26))
            fail_msg("byte %zu", i);
    hz_buffer_free(&buffer);
}

static void a_format_may_be_longer_than_the_room(void **state)
{
    (void)state;
    struct hz_buffer buffer = {0};
    hz_buffer_string(&buffer, "<");
    hz_buffer_format(&buffer, "%5000d", 7);
    hz_buffer_string(&buffer, ">");
    assert_int_equal(buffer.length, 5002);
    assert_memory_equal(buffer.at + 4998, "  7>", 4);
    hz_buffer_free(&buffer);
}

static void assert_list(size_t count, size_t most, const char *wanted)
{
    const struct hz_text texts[] = {hz_text_of("year"), hz_text_of("paid"), hz_text_of("incurred")};
    struct hz_buffer buffer = {0};
    hz_buffer_string(&buffer, "have: "); /* does not count */
    hz_buffer_list(&buffer, texts, count, most);
    assert_text((struct hz_text){buffer.at, buffer.length}, wanted);
    hz_buffer_free(&buffer);
}

static void a_list_is_cut_between_its_texts(void **state)
{
    (void)state;
    assert_list(0, 100, "have: ");
    assert_list(1, 100, "have: year");
    assert_list(3, 100, "have: year,paid,incurred");
    assert_list(3, 18, "have: year,paid,incurred");
    assert_list(3, 17, "have: year,paid,...");
    assert_list(3, 3, "have: ...");
}

static void numbers_of_persons_are_hidden_and_others_are_not(void **state)
{
    (void)state;
    static const char *const hidden[][2] = {
        {"\"110105199003074477\" is no date", "\"110105********4477\" is no date"},
        {"11010519900307447x", "110105********447x"},
        {"No110105199003074477", "No110105********4477"},
        {"110105199003074477x", "110105********4477x"},
        {"110105900307447", "110105*****7447"},
        {"13912345678", "13*********"},
        {"13912345678x", "13*********x"},
        {"Tel13912345678", "Tel13*********"},
        {"8613912345678", "8613*********"},
        {"+86 139-1234-5678.", "+86 13*-****-****."},
        {"139 1234 5678", "13* **** ****"},
        {"139-1234-5678 and 13812345678", "13*-****-**** and 13*********"},
    };
    static const char *const kept[] = {
        "13912345678.50", /* an amount */
        "12912345678",
        "139123456789",
        "110105901307447",
        "1101051990030744771",
        "139-1234-56789",
        "139-1234 5678",
        "a139b12345678c90d",
        "2024-01-15 12:30:00",
        "1",
        "139-",
        "139-1234",
        "",
        "4a9d3b734d5a4bbb5a0e74ba8df81509869d41be2d3b39fa6c08bb7115b6f62a",
    };
    for (size_t i = 0; i < HZ_COUNT(hidden); i++) {
        char text[64];
        snprintf(text, sizeof text, "%s", hidden[i][0]);
        hz_text_hide_numbers(text);
        assert_string_equal(text, hidden[i][1]);
    }
    for (size_t i = 0; i < HZ_COUNT(kept); i++) {
        char text[80];
        snprintf(text, sizeof text, "%s", kept[i]);
        hz_text_hide_numbers(text);
        assert_string_equal(text, kept[i]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_missing_string_is_an_empty_text),
        cmocka_unit_test(texts_are_equal_byte_for_byte),
        cmocka_unit_test(texts_are_in_the_order_of_their_code_points),
        cmocka_unit_test(digits_are_the_ascii_ones_alone),
        cmocka_unit_test(spaces_of_every_kind_are_trimmed_from_both_ends),
        cmocka_unit_test(parts_of_a_character_are_not_taken_for_spaces),
        cmocka_unit_test(chinese_takes_two_columns_a_character),
        cmocka_unit_test(marks_without_a_place_of_their_own_take_no_column),
        cmocka_unit_test(bytes_that_are_no_utf8_take_a_column_each),
        cmocka_unit_test(a_text_is_never_read_behind_its_end),
        cmocka_unit_test(a_buffer_holds_what_was_appended),
        cmocka_unit_test(nothing_can_be_appended_to_nothing),
        cmocka_unit_test(reserved_room_is_behind_the_bytes_and_adds_none),
        cmocka_unit_test(a_buffer_grows_by_doubling_and_keeps_its_bytes),
        cmocka_unit_test(a_format_may_be_longer_than_the_room),
        cmocka_unit_test(a_list_is_cut_between_its_texts),
        cmocka_unit_test(numbers_of_persons_are_hidden_and_others_are_not),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
