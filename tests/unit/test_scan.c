/* The scans that find field ends, against the one that goes byte by byte, and RFC 4180 by hand. */

#include "stream/scan.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

enum { MOST = 1000 };

static unsigned next_random(unsigned *seed)
{
    *seed = *seed * 1103515245U + 12345U;
    return *seed >> 16;
}

static void fill(char data[], size_t length, unsigned seed)
{
    static const char alphabet[] = "ab1,\n,;\r";
    for (size_t i = 0; i < length; i++)
        data[i] = alphabet[next_random(&seed) % (sizeof alphabet - 1)];
}

static void every_variant_finds_what_the_plain_scan_finds(void **state)
{
    (void)state;
    static char data[MOST + 2 * HZ_SCAN_SLACK];
    uint32_t fast[MOST + 64], plain[MOST + 64];
    for (unsigned seed = 1; seed <= 300; seed++) {
        size_t length = seed * 3;
        size_t offset = seed % HZ_SCAN_SLACK; /* unaligned starts */
        size_t wanted = seed % 7 ? 1 + seed % 40 : SIZE_MAX;
        size_t capacity = seed % 3 ? MOST + 64 : 64 + seed % 100;
        size_t fast_lines, plain_lines;
        fill(data + offset, length + HZ_SCAN_SLACK, seed);
        size_t found =
            hz_scan_index(data + offset, length, ',', wanted, fast, capacity, &fast_lines);
        size_t expected =
            hz_scan_index_plain(data + offset, length, ',', wanted, plain, capacity, &plain_lines);
        assert_int_equal(found, expected);
        assert_int_equal(fast_lines, plain_lines);
        assert_memory_equal(fast, plain, found * sizeof *fast);
    }
}

static void positions_by_hand(void **state)
{
    (void)state;
    char data[16 + HZ_SCAN_SLACK] = "a,bc\n,\r\nx";
    uint32_t at[80];
    size_t lines;
    assert_int_equal(hz_scan_index(data, 9, ',', SIZE_MAX, at, 80, &lines), 4);
    assert_int_equal(lines, 2);
    const uint32_t expected[] = {1, 4, 5, 7};
    assert_memory_equal(at, expected, sizeof expected);
}

/* One field from the start of `data`; the data ends with a newline. */
static const char *field_of(const char *data, struct hz_scan_field *field)
{
    return hz_scan_field(data, data + strlen(data), ',', field);
}

static void assert_field(const char *data, const char *text, size_t ends_at, bool is_escaped,
                         bool has_tail)
{
    struct hz_scan_field field;
    const char *stop = field_of(data, &field);
    assert_non_null(stop);
    assert_int_equal(stop - data, ends_at);
    assert_int_equal(field.text.length, strlen(text));
    assert_memory_equal(field.text.at, text, field.text.length);
    assert_int_equal(field.is_escaped, is_escaped);
    assert_int_equal(field.has_tail, has_tail);
}

static void fields_are_read_as_rfc_4180_writes_them(void **state)
{
    (void)state;
    assert_field("abc,d\n", "abc", 3, false, false);
    assert_field(",d\n", "", 0, false, false);
    assert_field("last\r\n", "last", 5, false, false);
    assert_field("\"a,b\",c\n", "a,b", 5, false, false);
    assert_field("\"two\nlines\"\r\n", "two\nlines", 12, false, false);
    assert_field("\"say \"\"hi\"\"\",x\n", "say \"\"hi\"\"", 12, true, false);
    assert_field("\"\",x\n", "", 2, false, false);
}

static void a_quote_inside_an_unquoted_field_is_only_a_character(void **state)
{
    (void)state;
    assert_field("5\" pipe,x\n", "5\" pipe", 7, false, false);
}

static void text_after_a_closing_quote_is_seen(void **state)
{
    (void)state;
    assert_field("\"a\"b,c\n", "a", 4, false, true);
}

static void a_quote_that_is_never_closed_has_no_end(void **state)
{
    (void)state;
    struct hz_scan_field field;
    assert_null(field_of("\"abc,d\n", &field));
    assert_null(field_of("\"abc\"\"\n", &field));
    assert_null(hz_scan_record("a,\"b\n", "a,\"b\n" + 5, ','));
}

static void a_record_ends_behind_its_newline(void **state)
{
    (void)state;
    const char *data = "a,\"b\nc\",d\nnext\n";
    assert_ptr_equal(hz_scan_record(data, data + strlen(data), ','), data + 10);
}

static void doubled_quotes_become_single(void **state)
{
    (void)state;
    char out[16];
    size_t length = hz_scan_unescape(hz_text_of("\"\"a\"\"\"\"b"), out);
    assert_int_equal(length, 5);
    assert_memory_equal(out, "\"a\"\"b", 5);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_variant_finds_what_the_plain_scan_finds),
        cmocka_unit_test(positions_by_hand),
        cmocka_unit_test(fields_are_read_as_rfc_4180_writes_them),
        cmocka_unit_test(a_quote_inside_an_unquoted_field_is_only_a_character),
        cmocka_unit_test(text_after_a_closing_quote_is_seen),
        cmocka_unit_test(a_quote_that_is_never_closed_has_no_end),
        cmocka_unit_test(a_record_ends_behind_its_newline),
        cmocka_unit_test(doubled_quotes_become_single),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
