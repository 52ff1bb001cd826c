/* The scans that find field ends, against the one that goes byte by byte, and RFC 4180 by hand. */

#include "file/scan.h"

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

/* Letters of which quotes are many, few or none, and well placed or anywhere. */
static void fill(char data[], size_t length, unsigned seed)
{
    static const char *const alphabet[] = {"ab1,\n,;\r", "ab1,\n,;\"\r\n", "ab\",\"\n\r",
                                           "a,\n\xe4\x01"};
    static const char *const field[] = {"ab,", "\"a,\n\",", "\"\"\"x\"\"\"\r\n", "\"\"\n", "1,"};
    const char *letters = alphabet[seed % 4];
    for (size_t i = 0; i < length; i++)
        data[i] = letters[next_random(&seed) % strlen(letters)];
    if (seed % 3 == 0)
        return;
    for (size_t i = 0, more; i < length; i += more) {
        const char *next = field[next_random(&seed) % HZ_COUNT(field)];
        more = strlen(next) < length - i ? strlen(next) : length - i;
        memcpy(data + i, next, more);
    }
    if (seed % 7 == 0)
        data[length / 2] = '\0';
}

static void assert_same(struct hz_scan_found a, struct hz_scan_found b)
{
    assert_int_equal(a.is_odd, b.is_odd);
    assert_int_equal(a.has_nul, b.has_nul);
    assert_int_equal(a.has_high, b.has_high);
    assert_int_equal(a.has_quotes, b.has_quotes);
    if (a.is_odd)
        return;
    assert_int_equal(a.positions, b.positions);
    assert_int_equal(a.newlines, b.newlines);
    assert_int_equal(a.records, b.records);
    assert_int_equal(a.is_open, b.is_open);
    assert_int_equal(a.has_escapes, b.has_escapes);
}

static void every_variant_finds_what_the_plain_scan_finds(void **state)
{
    (void)state;
    static char data[MOST + 2 * HZ_SCAN_SLACK];
    uint32_t fast[MOST + 64], plain[MOST + 64];
    size_t even = 0, quoted = 0;
    for (unsigned seed = 1; seed <= 3000; seed++) {
        size_t length = 1 + seed * 3 % MOST;
        size_t offset = seed % HZ_SCAN_SLACK; /* unaligned starts */
        size_t wanted = seed % 7 ? 1 + seed % 40 : SIZE_MAX;
        size_t capacity = seed % 3 ? MOST + 64 : 64 + seed % 100;
        fill(data + offset, length, seed);
        const struct hz_scan_found expected =
            hz_scan_index_plain(data + offset, length, ',', wanted, plain, capacity);
        for (size_t v = 0; hz_scan_variant(v); v++) {
            hz_scan *scan = hz_scan_variant(v);
            assert_same(scan(data + offset, length, ',', wanted, fast, capacity), expected);
            assert_same(scan(data + offset, length, ',', wanted, NULL, capacity), expected);
            if (!expected.is_odd)
                assert_memory_equal(fast, plain, expected.positions * sizeof *fast);
        }
        even += !expected.is_odd;
        quoted += !expected.is_odd && expected.has_escapes;
    }
    assert_true(even > 500 && quoted > 200);
}

/* What the scans find is where hz_scan_field says that fields end, unless the quotes are odd. */
static void positions_are_the_ends_of_fields(void **state)
{
    (void)state;
    static char data[MOST + HZ_SCAN_SLACK];
    uint32_t end[MOST + 64];
    size_t even = 0;
    for (unsigned seed = 1; seed <= 3000; seed++) {
        size_t length = 2 + seed * 7 % (MOST - 2), fields = 0;
        fill(data, length, seed);
        data[length - 1] = '\n';
        const struct hz_scan_found found =
            hz_scan_index(data, length, ',', SIZE_MAX, end, MOST + 64);
        bool has_tail = false;
        const char *at = data;
        for (; at && at < data + length; fields++) {
            struct hz_scan_field field;
            at = hz_scan_field(at, data + length, ',', &field);
            if (!at)
                break;
            has_tail |= field.has_tail;
            if (!found.is_odd)
                assert_int_equal(at - data, end[fields]);
            at++;
        }
        if (has_tail)
            assert_true(found.is_odd);
        if (!found.is_odd) {
            assert_int_equal(found.is_open, at == NULL);
            assert_int_equal(found.positions, fields);
        }
        even += !found.is_odd;
    }
    assert_true(even > 500);
}

static void positions_by_hand(void **state)
{
    (void)state;
    char data[32] = "a,bc\n,\"x,\"\"\n\"\r\nx";
    uint32_t at[80];
    const struct hz_scan_found found = hz_scan_index(data, 16, ',', SIZE_MAX, at, 80);
    const uint32_t expected[] = {1, 4, 5, 14};
    assert_int_equal(found.positions, 4);
    assert_int_equal(found.newlines, 2);
    assert_int_equal(found.records, 15);
    assert_true(found.has_escapes && !found.is_odd && !found.is_open);
    assert_memory_equal(at, expected, sizeof expected);
}

static void quotes_in_strange_places_are_odd(void **state)
{
    (void)state;
    static const char *const odd[] = {"5\" pipe\n", "\"a\"b\n", "\"a\"\rb\n", " \"a\"\n"};
    static const char *const even[] = {"\"\"\n", "\"a\"\r\n", "\"\"\"\"\n", "a,\"b\"\n", "\"a\n"};
    uint32_t at[80];
    for (size_t i = 0; i < HZ_COUNT(odd); i++)
        assert_true(hz_scan_index(odd[i], strlen(odd[i]), ',', SIZE_MAX, at, 80).is_odd);
    for (size_t i = 0; i < HZ_COUNT(even); i++)
        assert_false(hz_scan_index(even[i], strlen(even[i]), ',', SIZE_MAX, at, 80).is_odd);
    assert_true(hz_scan_index("\"a\n", 3, ',', SIZE_MAX, at, 80).is_open);
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
    assert_null(hz_scan_record("a,\"b\n", &"a,\"b\n"[5], ','));
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

/* What is quoted reads back as itself, whatever is in it, and stays in one field of one record. */
static void a_quoted_field_reads_back_as_itself(void **state)
{
    (void)state;
    static char data[MOST], back[MOST];
    for (unsigned seed = 0; seed < 400; seed++) {
        const struct hz_text text = {data, seed % 40};
        struct hz_buffer line = {0};
        struct hz_scan_field field;
        fill(data, text.length, seed);
        hz_scan_quote(text, ',', &line);
        hz_buffer_string(&line, ",next\n");
        const char *end = line.at + line.length;
        const char *stop = hz_scan_field(line.at, end, ',', &field);
        assert_ptr_equal(stop, end - 6);
        assert_false(field.has_tail);
        const size_t length = hz_scan_unescape(field.text, back);
        assert_true(hz_text_equal(text, (struct hz_text){back, length}));
        hz_buffer_free(&line);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_variant_finds_what_the_plain_scan_finds),
        cmocka_unit_test(positions_are_the_ends_of_fields),
        cmocka_unit_test(positions_by_hand),
        cmocka_unit_test(quotes_in_strange_places_are_odd),
        cmocka_unit_test(fields_are_read_as_rfc_4180_writes_them),
        cmocka_unit_test(a_quote_inside_an_unquoted_field_is_only_a_character),
        cmocka_unit_test(text_after_a_closing_quote_is_seen),
        cmocka_unit_test(a_quote_that_is_never_closed_has_no_end),
        cmocka_unit_test(a_record_ends_behind_its_newline),
        cmocka_unit_test(doubled_quotes_become_single),
        cmocka_unit_test(a_quoted_field_reads_back_as_itself),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
