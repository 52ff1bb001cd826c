/* Workbooks that are written come back as they were, beside CSV and TSV. */

#include "base/memory.h"
#include "file/file.h"
#include "file/sheet.h"
#include "file/table.h"
#include "file/xlsx_read.h"
#include "file/xlsx_write.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

/* The sanitizers see the same code in a few of them. */
enum { TABLES = HZ_WATCHED ? 400 : 10000, A_BOOK = 40, COLUMNS_MOST = 5, ROWS_MOST = 6, TEXT = 48 };

/* Where it can be in memory: an output waits for the disk before it takes its name. */
static char in_memory[] = "/dev/shm/huzhu-test-xlsx-XXXXXX", on_disk[] = "/tmp/huzhu-xlsx-XXXXXX";
static char *path = in_memory;

static uint32_t chance(uint32_t below)
{
    static uint32_t state = 20240229;
    state ^= state << 13;
    state ^= state >> 17;
    state ^= state << 5;
    return state % below;
}

/* A random table: its first column is a text, the others are texts, numbers, days or nothing. */
struct sample {
    size_t columns, rows;
    char cell[ROWS_MOST][COLUMNS_MOST][TEXT];
    enum { IS_TEXT, IS_NUMBER, IS_DAY, IS_EMPTY } kind[ROWS_MOST][COLUMNS_MOST];
    hz_date day[ROWS_MOST][COLUMNS_MOST];
};

static const char *const column_names[COLUMNS_MOST] = {"origin", "value", "third", "第四列", "e_5"};

static void random_text(char out[TEXT])
{
    static const char *const piece[] = {"a",   "=1+1", "@x", "-",  "\"",   ",",
                                        ";",   "中",   "国", "|",  "0012", "_x000A_",
                                        "&<>", "'",    "é",  "𠮷", "b c",  "#N"};
    size_t at = (size_t)snprintf(out, TEXT, "t");
    for (uint32_t n = chance(5); n > 0; n--)
        at += (size_t)snprintf(out + at, TEXT - at, "%s", piece[chance(HZ_COUNT(piece))]);
    snprintf(out + at, TEXT - at, "z"); /* no blanks at an end, which are trimmed */
}

static void random_cell(struct sample *sample, size_t r, size_t c)
{
    char *cell = sample->cell[r][c];
    const uint32_t kind = c == 0 ? IS_TEXT : chance(4);
    sample->kind[r][c] = kind;
    cell[0] = '\0';
    if (kind == IS_TEXT)
        random_text(cell);
    if (kind == IS_NUMBER)
        snprintf(cell, TEXT, "%s%u%06u.%02u", chance(2) ? "-" : "", 1 + chance(99999),
                 chance(1000000), chance(100));
    if (kind == IS_DAY) {
        sample->day[r][c] = (hz_date)chance(40000) - 20000;
        hz_date_format(sample->day[r][c], cell);
    }
}

static void random_sample(struct sample *sample)
{
    sample->columns = 2 + chance(COLUMNS_MOST - 1);
    sample->rows = chance(ROWS_MOST + 1);
    for (size_t r = 0; r < sample->rows; r++)
        for (size_t c = 0; c < sample->columns; c++)
            random_cell(sample, r, c);
}

static void write_sample(const struct sample *sample, enum hz_format format)
{
    struct hz_output *output;
    struct hz_error err = {0};
    assert_true(hz_output_open(&output, path, &err));
    struct hz_table *table = hz_table_new(output, format);
    for (size_t c = 0; c < sample->columns; c++)
        hz_table_column(table, column_names[c]);
    for (size_t r = 0; r < sample->rows; r++) {
        for (size_t c = 0; c < sample->columns; c++)
            hz_table_string(table, sample->cell[r][c]);
        hz_table_end_row(table);
    }
    hz_table_end(table);
    assert_true(hz_output_close(output, &err));
}

static void add_sheet(struct hz_xlsx_writer *writer, const struct sample *sample, const char *name)
{
    hz_xlsx_writer_sheet(writer, name, column_names, sample->columns);
    for (size_t r = 0; r < sample->rows; r++) {
        for (size_t c = 0; c < sample->columns; c++) {
            const struct hz_text text = hz_text_of(sample->cell[r][c]);
            if (sample->kind[r][c] == IS_TEXT)
                hz_xlsx_writer_text(writer, text);
            else if (sample->kind[r][c] == IS_NUMBER)
                hz_xlsx_writer_number(writer, text);
            else if (sample->kind[r][c] == IS_DAY)
                hz_xlsx_writer_date(writer, sample->day[r][c]);
            else
                hz_xlsx_writer_empty(writer);
        }
        hz_xlsx_writer_end_row(writer);
    }
}

/* A number comes back without the zeros at its end. */
static bool same_cell(struct hz_text read, const char *written, bool is_number)
{
    char plain[TEXT];
    snprintf(plain, sizeof plain, "%s", written);
    if (is_number && !hz_text_equal(read, hz_text_of(written)))
        for (char *end = plain + strlen(plain); end[-1] == '0' || end[-1] == '.'; end--) {
            const bool is_point = end[-1] == '.';
            end[-1] = '\0';
            if (is_point)
                break;
        }
    return hz_text_equal(read, hz_text_of(plain));
}

static void assert_same(const struct sample *sample, const char *sheet_name)
{
    struct hz_sheet sheet;
    struct hz_arena arena = {0};
    struct hz_error err = {0};
    const struct hz_sheet_order order = {.sheet = sheet_name};
    if (!hz_sheet_read_as(&sheet, path, &order, &arena, &err))
        fail_msg("%s", err.text);
    assert_int_equal(sheet.columns, sample->columns);
    assert_int_equal(sheet.rows, sample->rows);
    for (size_t c = 0; c < sheet.columns; c++)
        if (!hz_text_equal(sheet.header[c], hz_text_of(column_names[c])))
            fail_msg("%s: header \"%.*s\" was \"%s\"", sheet_name ? sheet_name : "text",
                     HZ_TEXT_ARGS(sheet.header[c]), column_names[c]);
    for (size_t r = 0; r < sheet.rows; r++)
        for (size_t c = 0; c < sheet.columns; c++)
            if (!same_cell(hz_sheet_cell(&sheet, r, (int)c), sample->cell[r][c],
                           sample->kind[r][c] == IS_NUMBER))
                fail_msg("%s: \"%.*s\" was \"%s\"", sheet_name ? sheet_name : "text",
                         HZ_TEXT_ARGS(hz_sheet_cell(&sheet, r, (int)c)), sample->cell[r][c]);
    hz_arena_free(&arena);
}

static void ten_thousand_random_tables_come_back_as_they_were(void **state)
{
    (void)state;
    struct sample *samples = hz_allocate(A_BOOK, sizeof *samples);
    struct hz_error err = {0};
    for (size_t from = 0; from < TABLES; from += A_BOOK) {
        struct hz_xlsx_writer *writer = hz_xlsx_writer_new();
        struct hz_output *output;
        char name[16];
        for (size_t s = 0; s < A_BOOK; s++) {
            random_sample(&samples[s]);
            write_sample(&samples[s], HZ_FORMAT_CSV);
            assert_same(&samples[s], NULL);
            write_sample(&samples[s], HZ_FORMAT_TSV);
            assert_same(&samples[s], NULL);
            snprintf(name, sizeof name, "%zu", s);
            add_sheet(writer, &samples[s], name);
        }
        assert_true(hz_output_open(&output, path, &err));
        hz_xlsx_writer_end(writer, output);
        assert_true(hz_output_close(output, &err));
        for (size_t s = 0; s < A_BOOK; s++) {
            snprintf(name, sizeof name, "%zu", s);
            assert_same(&samples[s], name);
        }
    }
    free(samples);
}

/* The bytes of a table of every kind of cell, as a workbook. */
static struct hz_buffer written(void)
{
    struct hz_output *output;
    struct hz_error err = {0};
    struct hz_buffer bytes = {0};
    assert_true(hz_output_open(&output, path, &err));
    struct hz_table *table = hz_table_new(output, HZ_FORMAT_XLSX);
    hz_table_set_title(table, "reserve");
    static const char *const names[] = {"id", "day", "paid", "huge", "factor", "unknown", "old"};
    for (size_t c = 0; c < HZ_COUNT(names); c++)
        hz_table_column(table, names[c]);
    hz_table_string(table, "440301199001011234");
    hz_table_date(table, hz_date_of((struct hz_civil){2024, 2, 29}));
    hz_table_money(table, -1230);
    hz_table_money(table, (hz_sum)123456789012345678);
    hz_table_estimate(table, 1.2345678, 6);
    hz_table_unknown(table);
    hz_table_date(table, hz_date_of((struct hz_civil){1900, 2, 28}));
    hz_table_end_row(table);
    hz_table_text(table, (struct hz_text){"=1+1\n\a\r x", 9});
    for (size_t c = 1; c < HZ_COUNT(names); c++)
        hz_table_unknown(table);
    hz_table_end_row(table);
    hz_table_end(table);
    assert_true(hz_output_close(output, &err));
    assert_true(hz_file_read(path, SIZE_MAX, &bytes, &err));
    return bytes;
}

static void the_same_table_is_the_same_bytes(void **state)
{
    (void)state;
    struct hz_buffer one = written();
    sleep(2); /* zip files tell time by two seconds */
    struct hz_buffer two = written();
    assert_int_equal(one.length, two.length);
    assert_memory_equal(one.at, two.at, one.length);
    hz_buffer_free(&one);
    hz_buffer_free(&two);
}

static void nothing_is_lost_that_a_workbook_would_change(void **state)
{
    (void)state;
    struct hz_buffer bytes = written();
    struct hz_xlsx *book;
    struct hz_error err = {0};
    char csv[512];
    size_t got;
    assert_true(
        hz_xlsx_open_bytes(&book, (struct hz_text){bytes.at, bytes.length}, "b", NULL, &err));
    assert_string_equal(hz_xlsx_sheet(book), "reserve");
    assert_true(hz_xlsx_read(book, csv, sizeof csv - 1, &got, &err));
    csv[got] = '\0';
    assert_string_equal(csv, "id,day,paid,huge,factor,unknown,old\n"
                             "440301199001011234,2024-02-29,-12.3,1234567890123456.78,1.234568,,"
                             "1900-02-28\n"
                             "\"=1+1\n\a\r x\",,,,,,\n");
    assert_int_equal(hz_xlsx_row(book, 4), 4); /* the line behind the cell of two lines */
    assert_int_equal(hz_xlsx_row(book, 5), 4);
    hz_xlsx_close(book);
    hz_buffer_free(&bytes);
}

/* A workbook of one table, with a chart or without; names of files stand in it as they are. */
static bool has_chart(bool is_drawn, bool are_rows_series, size_t rows)
{
    static const char *const header[] = {"year", "a", "b"};
    const size_t column[] = {1, 2};
    struct hz_error err = {0};
    struct hz_buffer bytes = {0};
    const struct hz_xlsx_chart chart = {.title = "a & b",
                                        .column = column,
                                        .columns = 2,
                                        .rows = rows,
                                        .are_lines = are_rows_series,
                                        .are_rows_series = are_rows_series};
    struct hz_output *output;
    struct hz_xlsx_writer *writer = hz_xlsx_writer_new();
    assert_true(hz_output_open(&output, path, &err));
    hz_xlsx_writer_sheet(writer, "its table", header, HZ_COUNT(header));
    for (size_t r = 0; r < 3; r++) {
        for (size_t c = 0; c < HZ_COUNT(header); c++)
            hz_xlsx_writer_number(writer, hz_text_of("1.50"));
        hz_xlsx_writer_end_row(writer);
    }
    if (is_drawn)
        hz_xlsx_writer_chart(writer, &chart);
    hz_xlsx_writer_end(writer, output);
    assert_true(hz_output_close(output, &err));
    assert_true(hz_file_read(path, 1 << 20, &bytes, &err));
    const bool has = memmem(bytes.at, bytes.length, "xl/charts/chart1.xml", 20) != NULL;
    hz_buffer_free(&bytes);
    return has;
}

static void a_chart_stands_beside_its_table(void **state)
{
    (void)state;
    assert_false(has_chart(false, false, 3));
    assert_true(has_chart(true, false, 3));
    assert_true(has_chart(true, true, 3));
    assert_false(has_chart(true, false, 0)); /* nothing to draw */
}

static int make_path(void **state)
{
    (void)state;
    if (access("/dev/shm", W_OK) != 0)
        path = on_disk;
    const int descriptor = mkstemp(path);
    return descriptor < 0 || close(descriptor);
}

static int remove_path(void **state)
{
    (void)state;
    return unlink(path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_chart_stands_beside_its_table),
        cmocka_unit_test(ten_thousand_random_tables_come_back_as_they_were),
        cmocka_unit_test(the_same_table_is_the_same_bytes),
        cmocka_unit_test(nothing_is_lost_that_a_workbook_would_change),
    };
    return cmocka_run_group_tests(tests, make_path, remove_path);
}
