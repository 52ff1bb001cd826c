/* Small tables read whole, and every way they can be at fault. */

#include "file/header.h"
#include "file/sheet.h"
#include "file/sheet_names.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

static char path[] = "/tmp/huzhu-test-sheet-XXXXXX";

static bool read_sheet(const char *data, struct hz_sheet *sheet, struct hz_arena *arena,
                       struct hz_error *err)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    fputs(data, file);
    fclose(file);
    return hz_sheet_read(sheet, path, arena, err);
}

static void assert_cell(const struct hz_sheet *sheet, size_t row, int column, const char *text)
{
    assert_true(hz_text_equal(hz_sheet_cell(sheet, row, column), hz_text_of(text)));
}

static void a_table_is_read_with_comments_quotes_spaces_and_any_line_ends(void **state)
{
    (void)state;
    struct hz_sheet sheet;
    struct hz_arena arena = {0};
    struct hz_error err = {0};
    assert_true(read_sheet("\xEF\xBB\xBF# Source: a book\n\n year ,\"level, in \"\"fen\"\"\"\r\n"
                           "2017,1\n\n2018,\"two\nlines\"\n2019,3",
                           &sheet, &arena, &err));
    assert_int_equal(sheet.columns, 2);
    assert_int_equal(sheet.rows, 3);
    assert_int_equal(hz_sheet_column(&sheet, "year"), 0);
    assert_int_equal(hz_sheet_column(&sheet, "level, in \"fen\""), 1);
    assert_int_equal(hz_sheet_column(&sheet, "other"), -1);
    assert_cell(&sheet, 0, 1, "1");
    assert_cell(&sheet, 1, 1, "two\nlines");
    assert_cell(&sheet, 2, 0, "2019");
    struct hz_place place = hz_sheet_place(&sheet, 2, 1);
    assert_int_equal(place.line, 8);
    assert_int_equal(place.column, 6);
    hz_arena_free(&arena);
}

static void tabs_separate_where_the_header_has_no_comma(void **state)
{
    (void)state;
    struct hz_sheet sheet;
    struct hz_arena arena = {0};
    struct hz_error err = {0};
    assert_true(read_sheet("a\tb\n1,5\t2\n", &sheet, &arena, &err));
    assert_cell(&sheet, 0, 0, "1,5");
    hz_arena_free(&arena);
}

static void assert_refused(const char *data, const char *said)
{
    struct hz_sheet sheet;
    struct hz_arena arena = {0};
    struct hz_error err = {0};
    assert_false(read_sheet(data, &sheet, &arena, &err));
    assert_int_equal(err.kind, HZ_ERROR_DATA);
    if (!strstr(err.text, said))
        fail_msg("\"%s\" does not say \"%s\"", err.text, said);
    hz_arena_free(&arena);
}

static void faults_are_refused_with_their_place(void **state)
{
    (void)state;
    assert_refused("", ": empty");
    assert_refused("# only a comment\n", ": empty");
    assert_refused("a,b,a\n1,2,3\n", ":1: the column \"a\" stands twice");
    assert_refused("a,b\n1,2\n3\n", ":3: the row has 1 fields, the header 2");
    assert_refused("a,b\n1,2,3\n", ":2: the row has 3 fields, the header 2");
    assert_refused("a,b\n1,\"2\n", ":2:3: a quote is opened and never closed");
    assert_refused("a,b\n\"1\"2,3\n", ":2:1: text stands after a closing quote");
    assert_refused("\x1f\x8b\x08", "gzip");
}

static void numbers_are_plain_and_finite_or_refused(void **state)
{
    (void)state;
    struct hz_sheet sheet;
    struct hz_arena arena = {0};
    struct hz_error err = {0};
    double number = 0;
    int64_t whole = 0;
    const char *refused[] = {"\"1,23\"", "\"\"", "nan", "inf", "1e999", "0x10", "12%", "1.2.3"};
    assert_true(read_sheet("n\n-1.5e3\n", &sheet, &arena, &err));
    assert_true(hz_sheet_number(&sheet, 0, 0, &number, &err));
    assert_true(number == -1500);
    assert_false(hz_sheet_integer(&sheet, 0, 0, &whole, &err));
    for (size_t i = 0; i < HZ_COUNT(refused); i++) {
        char data[64];
        struct hz_error why = {0}, ignored = {0};
        snprintf(data, sizeof data, "n\n%s\n", refused[i]);
        assert_true(read_sheet(data, &sheet, &arena, &ignored));
        assert_false(hz_sheet_number(&sheet, 0, 0, &number, &why));
        assert_non_null(strstr(why.text, ":2:1: n: "));
        assert_true(number == -1500);
    }
    err = (struct hz_error){0};
    assert_true(read_sheet("n\n-42\n9223372036854775808\n", &sheet, &arena, &err));
    assert_true(hz_sheet_integer(&sheet, 0, 0, &whole, &err));
    assert_int_equal(whole, -42);
    assert_false(hz_sheet_integer(&sheet, 1, 0, &whole, &err));
    hz_arena_free(&arena);
}

static void a_column_that_is_not_there_is_named_with_those_that_are(void **state)
{
    (void)state;
    struct hz_sheet sheet;
    struct hz_arena arena = {0};
    struct hz_error err = {0};
    int column;
    assert_true(read_sheet("origin,value,王一\n", &sheet, &arena, &err));
    assert_true(hz_sheet_find(&sheet, "value", &column, &err));
    assert_int_equal(column, 1);
    assert_false(hz_sheet_find(&sheet, "year", &column, &err));
    assert_non_null(strstr(err.text,
                           "there is no column \"year\"; the header has: origin,value and "
                           "1 more "));
    hz_arena_free(&arena);
}

static void a_file_that_is_not_there_is_a_system_error(void **state)
{
    (void)state;
    struct hz_sheet sheet;
    struct hz_arena arena = {0};
    struct hz_error err = {0};
    assert_false(hz_sheet_read(&sheet, "/nonexistent/x.csv", &arena, &err));
    assert_int_equal(err.kind, HZ_ERROR_SYSTEM);
    hz_arena_free(&arena);
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

static void other_names_of_columns_stand_as_they_are_compared(void **state)
{
    (void)state;
    for (const struct hz_sheet_name *name = hz_sheet_names; name->theirs; name++) {
        char folded[HZ_HEADER_NAME];
        const size_t length = hz_header_fold(hz_text_of(name->theirs), folded, sizeof folded);
        assert_int_equal(length, strlen(name->theirs));
        assert_memory_equal(folded, name->theirs, length);
        assert_non_null(hz_sheet_name(hz_text_of(name->theirs)));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_table_is_read_with_comments_quotes_spaces_and_any_line_ends),
        cmocka_unit_test(tabs_separate_where_the_header_has_no_comma),
        cmocka_unit_test(faults_are_refused_with_their_place),
        cmocka_unit_test(numbers_are_plain_and_finite_or_refused),
        cmocka_unit_test(a_column_that_is_not_there_is_named_with_those_that_are),
        cmocka_unit_test(a_file_that_is_not_there_is_a_system_error),
        cmocka_unit_test(other_names_of_columns_stand_as_they_are_compared),
    };
    return cmocka_run_group_tests(tests, make_path, remove_path);
}
