/* Results in four formats: the bytes are what RFC 4180, RFC 8259 and a ruler ask for. */

#include "base/memory.h"
#include "file/file.h"
#include "file/table.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <math.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

static char path[] = "/tmp/huzhu-test-table-XXXXXX";
static struct hz_output *output;

static struct hz_table *new_table(enum hz_format format)
{
    struct hz_error err = {0};
    assert_true(hz_output_open(&output, path, &err));
    return hz_table_new(output, format);
}

/* The bytes that the table came to; the caller frees the buffer. */
static struct hz_buffer printed(void)
{
    struct hz_buffer bytes = {0};
    struct hz_error err = {0};
    assert_true(hz_output_close(output, &err));
    assert_true(hz_file_read(path, SIZE_MAX, &bytes, &err));
    hz_buffer_char(&bytes, '\0');
    return bytes;
}

static void assert_printed(const char *expected)
{
    struct hz_buffer bytes = printed();
    assert_string_equal(bytes.at, expected);
    assert_int_equal(bytes.length, strlen(expected) + 1);
    hz_buffer_free(&bytes);
}

/* Two rows with every kind of cell. */
static void fill(struct hz_table *table)
{
    static const char *const column[] = {"name", "since", "members", "paid", "factor"};
    for (size_t c = 0; c < HZ_COUNT(column); c++)
        hz_table_column(table, column[c]);
    hz_table_string(table, "Li, \"Xiao\"");
    hz_table_date(table, hz_date_of((struct hz_civil){2024, 2, 29}));
    hz_table_integer(table, 1200345);
    hz_table_money(table, 1230);
    hz_table_estimate(table, 1.2345678, 4);
    hz_table_end_row(table);
    hz_table_text(table, (struct hz_text){"总工会!", 9});
    hz_table_unknown(table);
    hz_table_integer(table, -7);
    hz_table_money(table, -5);
    hz_table_unknown(table);
    hz_table_end_row(table);
    hz_table_end(table);
}

static void people_get_columns_aligned_by_what_they_see(void **state)
{
    (void)state;
    fill(new_table(HZ_FORMAT_TABLE));
    assert_printed("name        since       members   paid  factor\n"
                   "Li, \"Xiao\"  2024-02-29  1200345  12.30  1.2346\n"
                   "总工会                       -7  -0.05\n");
}

static void csv_is_quoted_where_it_must_be(void **state)
{
    (void)state;
    fill(new_table(HZ_FORMAT_CSV));
    assert_printed("name,since,members,paid,factor\n"
                   "\"Li, \"\"Xiao\"\"\",2024-02-29,1200345,12.30,1.2346\n"
                   "总工会,,-7,-0.05,\n");
}

static void tsv_is_not_quoted(void **state)
{
    (void)state;
    fill(new_table(HZ_FORMAT_TSV));
    assert_printed("name\tsince\tmembers\tpaid\tfactor\n"
                   "Li, \"Xiao\"\t2024-02-29\t1200345\t12.30\t1.2346\n"
                   "总工会\t\t-7\t-0.05\t\n");
}

static void json_has_one_object_a_line_with_numbers_and_nulls(void **state)
{
    (void)state;
    fill(new_table(HZ_FORMAT_JSON));
    assert_printed("[\n"
                   "{\"name\":\"Li, \\\"Xiao\\\"\",\"since\":\"2024-02-29\",\"members\":1200345,"
                   "\"paid\":12.30,\"factor\":1.2346},\n"
                   "{\"name\":\"总工会\",\"since\":null,\"members\":-7,\"paid\":-0.05,"
                   "\"factor\":null}\n"
                   "]\n");
}

static void a_number_in_units_of_its_last_decimal_keeps_all_its_digits(void **state)
{
    (void)state;
    static const hz_sum units[] = {
        12345, -5, 0, 7, (hz_sum)1 << 120, -(hz_sum)12345678901234567890U};
    struct hz_table *table = new_table(HZ_FORMAT_CSV);
    hz_table_column(table, "a");
    hz_table_column(table, "b");
    hz_table_column(table, "c");
    for (size_t i = 0; i < HZ_COUNT(units); i++) {
        hz_table_units(table, units[i], 2);
        hz_table_units(table, units[i], 0);
        hz_table_units(table, units[i], 15);
        hz_table_end_row(table);
    }
    hz_table_end(table);
    assert_printed("a,b,c\n"
                   "123.45,12345,0.000000000012345\n"
                   "-0.05,-5,-0.000000000000005\n"
                   "0.00,0,0.000000000000000\n"
                   "0.07,7,0.000000000000007\n"
                   "13292279957849158729038070602803445.76,1329227995784915872903807060280344576,"
                   "1329227995784915872903.807060280344576\n"
                   "-123456789012345678.90,-12345678901234567890,-12345.678901234567890\n");
}

static void an_object_a_line_is_json_for_who_reads_line_by_line(void **state)
{
    (void)state;
    fill(new_table(HZ_FORMAT_JSONL));
    assert_printed("{\"name\":\"Li, \\\"Xiao\\\"\",\"since\":\"2024-02-29\",\"members\":1200345,"
                   "\"paid\":12.30,\"factor\":1.2346}\n"
                   "{\"name\":\"总工会\",\"since\":null,\"members\":-7,\"paid\":-0.05,"
                   "\"factor\":null}\n");
}

static void markdown_is_aligned_and_says_which_columns_are_numbers(void **state)
{
    (void)state;
    fill(new_table(HZ_FORMAT_MD));
    assert_printed("| name       | since      | members |  paid | factor |\n"
                   "| ---------- | ---------- | ------: | ----: | -----: |\n"
                   "| Li, \"Xiao\" | 2024-02-29 | 1200345 | 12.30 | 1.2346 |\n"
                   "| 总工会     |            |      -7 | -0.05 |        |\n");
}

static void what_markdown_and_html_would_read_as_more_is_only_a_sign(void **state)
{
    (void)state;
    static const struct {
        enum hz_format format;
        const char *expected;
    } cases[] = {
        {HZ_FORMAT_MD, "| a               |\n| --------------- |\n| \\|\\*b\\*\\<i\\>& c |\n"},
        {HZ_FORMAT_HTML,
         "<table>\n<caption>T&amp;T</caption>\n<thead>\n<tr><th scope=\"col\">a</th>"
         "</tr>\n</thead>\n<tbody>\n<tr><th scope=\"row\">|*b*&lt;i&gt;&amp; c</th></tr>\n"
         "</tbody>\n</table>\n"},
    };
    for (size_t i = 0; i < HZ_COUNT(cases); i++) {
        struct hz_table *table = new_table(cases[i].format);
        hz_table_set_title(table, "T&T");
        hz_table_column(table, "a");
        hz_table_string(table, "|*b*<i>&\nc");
        hz_table_end_row(table);
        hz_table_end(table);
        assert_printed(cases[i].expected);
    }
}

static void no_rows_are_a_header_or_an_empty_array(void **state)
{
    (void)state;
    static const char *const expected[] = {"origin  paid\n", "origin,paid\n", "origin\tpaid\n",
                                           "[]\n"};
    for (int format = HZ_FORMAT_TABLE; format <= HZ_FORMAT_JSON; format++) {
        struct hz_table *table = new_table((enum hz_format)format);
        hz_table_column(table, "origin");
        hz_table_column(table, "paid");
        assert_int_equal(hz_table_format(table), format);
        hz_table_end(table);
        assert_printed(expected[format]);
    }
}

static void no_columns_are_nothing(void **state)
{
    (void)state;
    static const char *const expected[] = {"", "", "", "[]\n"};
    for (int format = HZ_FORMAT_TABLE; format <= HZ_FORMAT_JSON; format++) {
        hz_table_end(new_table((enum hz_format)format));
        assert_printed(expected[format]);
    }
}

static void formats_are_named_in_their_order(void **state)
{
    (void)state;
    assert_string_equal(hz_format_names[HZ_FORMAT_TABLE], "table");
    assert_string_equal(hz_format_names[HZ_FORMAT_CSV], "csv");
    assert_string_equal(hz_format_names[HZ_FORMAT_TSV], "tsv");
    assert_string_equal(hz_format_names[HZ_FORMAT_JSON], "json");
    assert_string_equal(hz_format_names[HZ_FORMAT_JSONL], "jsonl");
    assert_string_equal(hz_format_names[HZ_FORMAT_MD], "md");
    assert_string_equal(hz_format_names[HZ_FORMAT_HTML], "html");
    assert_string_equal(hz_format_names[HZ_FORMAT_XLSX], "xlsx");
    assert_string_equal(hz_format_names[HZ_FORMAT_WIDE], "wide");
    assert_null(hz_format_names[HZ_FORMATS]);
}

/* One text in a column "a" beside a column "b" with an x. */
static void print_text(enum hz_format format, const char *text, size_t length)
{
    struct hz_table *table = new_table(format);
    hz_table_column(table, "a");
    hz_table_column(table, "b");
    hz_table_text(table, (struct hz_text){text, length});
    hz_table_string(table, "x");
    hz_table_end_row(table);
    hz_table_end(table);
}

static void control_characters_break_no_line(void **state)
{
    (void)state;
    static const char text[] = "1\t2\r\n3\x1b[31m\x7f";
    print_text(HZ_FORMAT_TSV, text, sizeof text - 1);
    assert_printed("a\tb\n1 2  3 [31m \tx\n");
    print_text(HZ_FORMAT_TABLE, text, sizeof text - 1);
    assert_printed("a             b\n1 2  3 [31m   x\n");
    print_text(HZ_FORMAT_CSV, "two\nlines", 9);
    assert_printed("a,b\n\"two\nlines\",x\n");
    print_text(HZ_FORMAT_CSV, "one\rline", 8);
    assert_printed("a,b\n\"one\rline\",x\n");
}

/* RFC 8259, section 7: what must be escaped, and the short escapes. */
static void json_escapes_what_it_must(void **state)
{
    (void)state;
    print_text(HZ_FORMAT_JSON, "\"\\/\b\f\n\r\t\0\x1f\x7f", 11);
    assert_printed("[\n{\"a\":\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0000\\u001f\x7f\",\"b\":\"x\"}\n]\n");
}

/*
 * Well-formed and ill-formed UTF-8. The expected numbers of U+FFFD are those of The Unicode
 * Standard 15, tables 3-8 to 3-11.
 */
static void json_is_valid_utf_8_whatever_the_text(void **state)
{
    (void)state;
#define FFFD "\xEF\xBF\xBD"
    static const struct {
        const char *text, *json;
    } cases[] = {
        {"\xF0\x9F\x98\x80\xE4\xBA\x92\xC3\xA9", "\xF0\x9F\x98\x80\xE4\xBA\x92\xC3\xA9"},
        {"\xF4\x8F\xBF\xBF\xEE\x80\x80\xC2\x80", "\xF4\x8F\xBF\xBF\xEE\x80\x80\xC2\x80"},
        {"\xC0\xAF\xE0\x80\xBF\xF0\x81\x82\x41",
         FFFD FFFD FFFD FFFD FFFD FFFD FFFD FFFD "A"}, /* table 3-8: overlong */
        {"\xED\xA0\x80\xED\xBF\xBF\xED\xAF\x41",
         FFFD FFFD FFFD FFFD FFFD FFFD FFFD FFFD "A"}, /* table 3-9: surrogates */
        {"\xF4\x91\x92\x93\xFF\x41\x80\xBF\x42",
         FFFD FFFD FFFD FFFD FFFD "A" FFFD FFFD "B"}, /* table 3-10: others */
        {"\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41",
         FFFD FFFD FFFD FFFD "A"}, /* table 3-11: cut short */
        {"\xD6\xD0", FFFD FFFD},   /* 中 in GB18030 */
        {"x\xE4\xBA", "x" FFFD},
    };
    for (size_t i = 0; i < HZ_COUNT(cases); i++) {
        char expected[128];
        print_text(HZ_FORMAT_JSON, cases[i].text, strlen(cases[i].text));
        snprintf(expected, sizeof expected, "[\n{\"a\":\"%s\",\"b\":\"x\"}\n]\n", cases[i].json);
        assert_printed(expected);
    }
}

static void print_number(double number, int decimals)
{
    struct hz_table *table = new_table(HZ_FORMAT_JSON);
    hz_table_column(table, "n");
    hz_table_number(table, number, decimals);
    hz_table_end_row(table);
    hz_table_end(table);
}

static void numbers_have_fixed_decimals_and_no_negative_zero(void **state)
{
    (void)state;
    static const struct {
        double number;
        int decimals;
        const char *text;
    } cases[] = {
        {1.0 / 3, 6, "0.333333"},
        {-0.004, 2, "0.00"},
        {-0.0, 0, "0"},
        {-0.4, 0, "0"},
        {-0.006, 2, "-0.01"},
        {-10, 1, "-10.0"},
        {1e15, 0, "1000000000000000"},
        {(double)NAN, 2, "null"},
        {(double)INFINITY, 2, "null"},
        {-(double)INFINITY, 0, "null"},
    };
    for (size_t i = 0; i < HZ_COUNT(cases); i++) {
        char expected[64];
        print_number(cases[i].number, cases[i].decimals);
        snprintf(expected, sizeof expected, "[\n{\"n\":%s}\n]\n", cases[i].text);
        assert_printed(expected);
    }
}

/* DBL_MAX is an integer of 309 digits, which begins 17976931348623157. */
static void the_largest_numbers_fit(void **state)
{
    (void)state;
    print_number(-1.7976931348623157e308, 20);
    struct hz_buffer bytes = printed();
    assert_memory_equal(bytes.at, "[\n{\"n\":-17976931348623157", 25);
    assert_int_equal(bytes.length, strlen("[\n{\"n\":-") + 309 + 1 + 20 + strlen("}\n]\n") + 1);
    hz_buffer_free(&bytes);
}

static void sums_beyond_64_bits_are_exact(void **state)
{
    (void)state;
    struct hz_table *table = new_table(HZ_FORMAT_CSV);
    hz_table_column(table, "rows");
    hz_table_column(table, "paid");
    hz_sum large = (hz_sum)UINT64_MAX + 1; /* 2^64 */
    hz_table_integer(table, large);
    hz_table_money(table, -large);
    hz_table_end_row(table);
    hz_table_end(table);
    assert_printed("rows,paid\n18446744073709551616,-184467440737095516.16\n");
}

static void decimals_that_are_set_are_those_of_estimates_only(void **state)
{
    (void)state;
    struct hz_table *table = new_table(HZ_FORMAT_CSV);
    hz_table_column(table, "reserve");
    hz_table_column(table, "factor");
    hz_table_column(table, "share");
    assert_int_equal(hz_table_decimals(table, 6), 6);
    hz_table_set_decimals(table, 0);
    assert_int_equal(hz_table_decimals(table, 6), 0);
    hz_table_set_decimals(table, 3);
    hz_table_estimate(table, 1234.56789, 2);
    hz_table_estimate(table, 1.5, 6);
    hz_table_number(table, 0.5, 1);
    hz_table_end_row(table);
    hz_table_end(table);
    assert_printed("reserve,factor,share\n1234.568,1.500,0.5\n");
}

/* A reader that skips empty lines must not miss a row. */
static void a_lone_empty_field_is_a_row_of_csv(void **state)
{
    (void)state;
    struct hz_table *table = new_table(HZ_FORMAT_CSV);
    hz_table_column(table, "note, if any");
    hz_table_unknown(table);
    hz_table_end_row(table);
    hz_table_string(table, "");
    hz_table_end_row(table);
    hz_table_end(table);
    assert_printed("\"note, if any\"\n\"\"\n\"\"\n");
}

static void an_empty_text_is_not_an_unknown_one_in_json(void **state)
{
    (void)state;
    print_text(HZ_FORMAT_JSON, NULL, 0);
    assert_printed("[\n{\"a\":\"\",\"b\":\"x\"}\n]\n");
}

/* A total in a column of years: the numbers stay right, the word left, and its header with it. */
static void words_among_numbers_stay_left(void **state)
{
    (void)state;
    struct hz_table *table = new_table(HZ_FORMAT_TABLE);
    hz_table_column(table, "origin");
    hz_table_column(table, "paid_at_12");
    hz_table_integer(table, 2021);
    hz_table_money(table, 100);
    hz_table_end_row(table);
    hz_table_string(table, "total");
    hz_table_unknown(table);
    hz_table_end_row(table);
    hz_table_unknown(table);
    hz_table_unknown(table);
    hz_table_end_row(table);
    hz_table_string(table, "ends in spaces  ");
    hz_table_string(table, "  ");
    hz_table_end_row(table);
    hz_table_end(table);
    assert_printed("origin            paid_at_12\n"
                   "            2021        1.00\n"
                   "total\n"
                   "\n"
                   "ends in spaces\n");
}

static void a_dropped_table_prints_no_more(void **state)
{
    (void)state;
    struct hz_table *table = new_table(HZ_FORMAT_TABLE);
    hz_table_column(table, "a");
    hz_table_string(table, "x");
    hz_table_drop(table);
    hz_table_drop(NULL);
    assert_printed("");
}

static void a_large_table_is_laid_out(void **state)
{
    (void)state;
    enum { ROWS = 100000, COLUMNS = 10 };
    struct hz_table *table = new_table(HZ_FORMAT_TABLE);
    char name[16];
    for (int c = 0; c < COLUMNS; c++) {
        snprintf(name, sizeof name, "c%d", c);
        hz_table_column(table, name);
    }
    for (int r = 0; r < ROWS; r++) {
        for (int c = 0; c < COLUMNS; c++)
            hz_table_integer(table, r);
        hz_table_end_row(table);
    }
    hz_table_end(table);
    struct hz_buffer bytes = printed();
    /* Ten columns of five digits, nine gaps of two, a line end. */
    assert_int_equal(bytes.length, (size_t)(ROWS + 1) * (10 * 5 + 9 * 2 + 1) + 1);
    assert_non_null(strstr(bytes.at, "\n99999  99999  99999  99999  99999  99999  99999  99999  "));
    hz_buffer_free(&bytes);
}

/* What each does with a table of columns a and b must end the process. */
static void too_many_cells(struct hz_table *table)
{
    for (int c = 0; c < 3; c++)
        hz_table_integer(table, c);
}

static void too_few_cells(struct hz_table *table)
{
    hz_table_integer(table, 1);
    hz_table_end_row(table);
}

static void half_a_row_at_the_end(struct hz_table *table)
{
    hz_table_integer(table, 1);
    hz_table_end(table);
}

static void a_column_after_a_cell(struct hz_table *table)
{
    hz_table_integer(table, 1);
    hz_table_column(table, "c");
}

static void a_name_twice(struct hz_table *table)
{
    hz_table_column(table, "a");
}

static void negative_decimals(struct hz_table *table)
{
    hz_table_number(table, 1, -1);
}

static void misuse_ends_the_process(void **state)
{
    (void)state;
    static void (*const misuse[])(struct hz_table *) = {
        too_many_cells,        too_few_cells, half_a_row_at_the_end,
        a_column_after_a_cell, a_name_twice,  negative_decimals};
    for (size_t i = 0; i < HZ_COUNT(misuse); i++) {
        pid_t child = fork();
        if (child == 0) {
            close(STDERR_FILENO);     /* assert's message is not wanted */
            signal(SIGABRT, SIG_DFL); /* cmocka catches it */
            struct hz_error err = {0};
            if (!hz_output_open(&output, "/dev/null", &err))
                _exit(1);
            struct hz_table *table = hz_table_new(output, HZ_FORMAT_CSV);
            hz_table_column(table, "a");
            hz_table_column(table, "b");
            misuse[i](table);
            _exit(0);
        }
        int status;
        assert_int_equal(waitpid(child, &status, 0), child);
        assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT);
    }
}

static int make_file(void **state)
{
    (void)state;
    int descriptor = mkstemp(path);
    return descriptor < 0 ? -1 : close(descriptor);
}

static int remove_file(void **state)
{
    (void)state;
    return unlink(path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(people_get_columns_aligned_by_what_they_see),
        cmocka_unit_test(csv_is_quoted_where_it_must_be),
        cmocka_unit_test(tsv_is_not_quoted),
        cmocka_unit_test(json_has_one_object_a_line_with_numbers_and_nulls),
        cmocka_unit_test(a_number_in_units_of_its_last_decimal_keeps_all_its_digits),
        cmocka_unit_test(an_object_a_line_is_json_for_who_reads_line_by_line),
        cmocka_unit_test(markdown_is_aligned_and_says_which_columns_are_numbers),
        cmocka_unit_test(what_markdown_and_html_would_read_as_more_is_only_a_sign),
        cmocka_unit_test(no_rows_are_a_header_or_an_empty_array),
        cmocka_unit_test(no_columns_are_nothing),
        cmocka_unit_test(formats_are_named_in_their_order),
        cmocka_unit_test(control_characters_break_no_line),
        cmocka_unit_test(json_escapes_what_it_must),
        cmocka_unit_test(json_is_valid_utf_8_whatever_the_text),
        cmocka_unit_test(numbers_have_fixed_decimals_and_no_negative_zero),
        cmocka_unit_test(the_largest_numbers_fit),
        cmocka_unit_test(sums_beyond_64_bits_are_exact),
        cmocka_unit_test(decimals_that_are_set_are_those_of_estimates_only),
        cmocka_unit_test(a_lone_empty_field_is_a_row_of_csv),
        cmocka_unit_test(an_empty_text_is_not_an_unknown_one_in_json),
        cmocka_unit_test(words_among_numbers_stay_left),
        cmocka_unit_test(a_dropped_table_prints_no_more),
        cmocka_unit_test(a_large_table_is_laid_out),
        cmocka_unit_test(misuse_ends_the_process),
    };
    return cmocka_run_group_tests(tests, make_file, remove_file);
}
