/* The dictionary of headings, both ways, and units as text. */

#include "file/columns.h"
#include "file/header.h"
#include "file/headings.h"
#include "file/sheet.h"
#include "file/unit.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>

static void every_heading_has_one_name_and_every_name_one_heading(void **state)
{
    (void)state;
    for (const struct hz_heading *a = hz_headings; a->name; a++)
        for (const struct hz_heading *b = hz_headings; b < a; b++) {
            assert_string_not_equal(a->name, b->name);
            assert_false(hz_header_same(hz_text_of(a->chinese), hz_text_of(b->chinese)));
        }
}

/* A table whose only column is printed under that heading, and what is read of it. */
static void assert_reads_back(const char *name, int zeros)
{
    struct hz_buffer csv = {0};
    struct hz_arena arena = {0};
    struct hz_error err = {0};
    struct hz_sheet sheet;
    const char *cell = zeros == 4 ? "15000" : zeros == 8 ? "150000000" : "1.5";
    hz_heading_print(hz_text_of(name), true, zeros, &csv);
    hz_buffer_string(&csv, ",year\n1.5,合计\n");
    assert_true(hz_sheet_parse(&sheet, "x", (struct hz_text){csv.at, csv.length}, &arena, &err));
    const int column = hz_sheet_column(&sheet, name);
    if (column != 0)
        fail_msg("%s is not read back", name);
    if (zeros > 0)
        assert_string_equal(hz_arena_string(&arena, hz_sheet_cell(&sheet, 0, 0)), cell);
    hz_arena_free(&arena);
    hz_buffer_free(&csv);
}

static void every_heading_reads_back_as_its_name_with_its_unit(void **state)
{
    (void)state;
    for (const struct hz_heading *h = hz_headings; h->name; h++) {
        if (strcmp(h->name, "year") == 0)
            continue;
        assert_reads_back(h->name, 0);
        if (h->unit == HZ_HEADING_PLAIN)
            continue;
        assert_reads_back(h->name, 4);
        assert_reads_back(h->name, 8);
    }
    assert_reads_back("q99.5", 0);
    assert_reads_back("q99.5_error", 4);
    assert_reads_back("margin75", 8);
}

static void headings_of_records_go_by_the_names_of_records(void **state)
{
    (void)state;
    for (const struct hz_heading *h = hz_headings; h->name; h++) {
        const char *known = hz_column_canonical(hz_text_of(h->chinese));
        if (known)
            assert_string_equal(known, h->name);
        if (hz_column_is_canonical(hz_text_of(h->name)))
            assert_non_null(known);
    }
}

static void a_decimal_point_moves_and_no_digit_is_lost(void **state)
{
    static const struct {
        const char *number, *raised, *lowered;
    } cases[] = {{"1.5", "15000", "0.00015"},
                 {"12345.67", "123456700", "1.234567"},
                 {"-0.00", "0", "-0.000000"},
                 {"1,234.5", "12345000", "0.12345"},
                 {"0.000123", "1.23", "0.0000000123"},
                 {"7", "70000", "0.0007"},
                 {"-20000", "-200000000", "-2.0000"},
                 {"total", "total", "total"},
                 {"", "", ""},
                 {"1.2.3", "1.2.3", "1.2.3"},
                 {"11.40%", "11.40%", "11.40%"}};
    struct hz_arena arena = {0};
    (void)state;
    for (size_t c = 0; c < sizeof cases / sizeof *cases; c++) {
        const struct hz_text number = hz_text_of(cases[c].number);
        assert_string_equal(hz_arena_string(&arena, hz_unit_raise(number, 4, &arena)),
                            cases[c].raised);
        assert_string_equal(hz_arena_string(&arena, hz_unit_lower(number, 4, &arena)),
                            cases[c].lowered);
    }
    hz_arena_free(&arena);
}

static void thousands_stand_apart(void **state)
{
    static const char *const cases[][2] = {{"1", "1"},
                                           {"999", "999"},
                                           {"1000", "1,000"},
                                           {"-1234567.8901", "-1,234,567.8901"},
                                           {"0.123456", "0.123456"},
                                           {"-100.00", "-100.00"}};
    (void)state;
    for (size_t c = 0; c < sizeof cases / sizeof *cases; c++) {
        struct hz_buffer out = {0};
        hz_unit_thousands(hz_text_of(cases[c][0]), &out);
        hz_buffer_char(&out, '\0');
        assert_string_equal(out.at, cases[c][1]);
        hz_buffer_free(&out);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_heading_has_one_name_and_every_name_one_heading),
        cmocka_unit_test(every_heading_reads_back_as_its_name_with_its_unit),
        cmocka_unit_test(headings_of_records_go_by_the_names_of_records),
        cmocka_unit_test(a_decimal_point_moves_and_no_digit_is_lost),
        cmocka_unit_test(thousands_stand_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
