/* Workbooks as programs write them, and as none does: read as CSV, or refused in bounded memory. */

#include "file/sheet.h"
#include "file/xlsx_read.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "xlsx_of.h"

/* The CSV of a workbook's sheet; "!" and the message, if it is refused. */
static struct hz_buffer csv_of_bytes(struct hz_text bytes, const char *sheet)
{
    struct hz_xlsx *book = NULL;
    struct hz_buffer csv = {0};
    struct hz_error err = {0};
    bool done = hz_xlsx_open_bytes(&book, bytes, "r.xlsx", sheet, &err);
    for (size_t got = 1; done && got > 0; csv.length += got)
        if (!hz_xlsx_read(book, hz_buffer_reserve(&csv, 7), 7, &got, &err))
            done = false, got = 0;
    hz_xlsx_close(book);
    if (!done) {
        assert_int_not_equal(err.kind, HZ_NO_ERROR);
        csv.length = 0;
        hz_buffer_format(&csv, "!%s", err.text);
    }
    hz_buffer_char(&csv, '\0');
    return csv;
}

static void assert_csv_of_sheet(const struct xlsx_of *of, const char *sheet, const char *expected)
{
    struct hz_buffer bytes = xlsx_of(of);
    struct hz_buffer csv = csv_of_bytes((struct hz_text){bytes.at, bytes.length}, sheet);
    assert_string_equal(csv.at, expected);
    hz_buffer_free(&csv);
    hz_buffer_free(&bytes);
}

static void assert_csv(const struct xlsx_of *of, const char *expected)
{
    assert_csv_of_sheet(of, NULL, expected);
}

static void texts_are_shared_inline_or_of_formulas(void **state)
{
    (void)state;
    assert_csv(
        &(struct xlsx_of){
            .strings =
                "<si><t>one, \"two\"</t></si><si><r><t>r</t></r><r><t xml:space=\"preserve\">i"
                "ch</t></r><rPh><t>not read</t></rPh></si>",
            .sheet = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c>"
                     "<c r=\"C1\" t=\"inlineStr\"><is><t>in&lt;line</t></is></c>"
                     "<c r=\"D1\" t=\"str\"><f>\"a\"&amp;\"b\"</f><v>ab</v></c></row>"},
        "\"one, \"\"two\"\"\",rich,in<line,ab\n");
}

static void cells_and_rows_that_are_not_there_are_empty(void **state)
{
    (void)state;
    assert_csv(&(struct xlsx_of){.sheet = "<row r=\"2\"><c r=\"B2\"><v>1</v></c><c r=\"D2\"/></row>"
                                          "<row r=\"3\"/><row r=\"5\"><c r=\"A5\"><v>2</v></c>"
                                          "<c r=\"C5\"><v>3</v></c></row>"},
               "\n,1,\n\n\n2,,3\n");
    /* Some programs leave the references out. */
    assert_csv(&(struct xlsx_of){.sheet =
                                     "<row><c><v>1</v></c><c/><c><v>2</v></c></row><row><c><v>3"
                                     "</v></c></row>"},
               "1,,2\n3,,\n");
}

static void truth_and_faults_are_words(void **state)
{
    (void)state;
    assert_csv(&(struct xlsx_of){.sheet = "<row><c t=\"b\"><v>1</v></c><c t=\"b\"><v>0</v></c>"
                                          "<c t=\"e\"><v>#DIV/0!</v></c></row>"},
               "TRUE,FALSE,#DIV/0!\n");
}

static void numbers_have_the_fifteen_digits_that_a_workbook_keeps(void **state)
{
    (void)state;
    assert_csv(&(struct xlsx_of){.sheet =
                                     "<row><c><v>0.30000000000000004</v></c>"
                                     "<c><v>1234.5599999999999</v></c><c><v>99</v></c>"
                                     "<c><v>1E-3</v></c><c><v>-2.5E+2</v></c><c><v>-0.0</v></c>"
                                     "<c><v>1.0000000000000001E-9</v></c>"
                                     "<c><v>440301199001011000</v></c></row>"},
               "0.3,1234.56,99,0.001,-250,-0.0,0.000000001,4.40301199001011E+17\n");
}

/* Serials and days: ECMA-376 part 1, 18.17.4.1, and a calendar. */
static const char date_styles[] =
    "<numFmts><numFmt numFmtId=\"164\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;\"/>"
    "<numFmt numFmtId=\"165\" formatCode=\"[h]:mm\"/><numFmt numFmtId=\"166\" "
    "formatCode=\"[$¥-804]#,##0.00;[Red]\\d0\"/></numFmts><cellStyleXfs><xf numFmtId=\"14\"/>"
    "</cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/>"
    "<xf numFmtId=\"165\"/><xf numFmtId=\"166\"/><xf numFmtId=\"22\"/></cellXfs>";

static void days_are_told_by_the_format(void **state)
{
    (void)state;
    assert_csv(&(struct xlsx_of){.styles = date_styles,
                                 .sheet = "<row><c s=\"1\"><v>44562</v></c><c s=\"2\"><v>1</v></c>"
                                          "<c s=\"3\"><v>1.5</v></c><c s=\"4\"><v>44562</v></c>"
                                          "<c s=\"5\"><v>44562.3541666667</v></c>"
                                          "<c s=\"5\"><v>0.75</v></c><c s=\"1\"><v>60</v></c>"
                                          "<c s=\"1\"><v>61</v></c><c s=\"1\"><v>2958465</v></c>"
                                          "<c s=\"1\"><v>2958466</v></c><c s=\"1\"><v>-1</v></c>"
                                          "<c s=\"1\"><v>0</v></c></row>"},
               "2022-01-01,1900-01-01,1.5,44562,2022-01-01 08:30:00,18:00:00,1900-02-29,1900-03-01,"
               "9999-12-31,2958466,-1,1900-01-00\n");
}

static void the_workbook_says_from_which_day_it_counts(void **state)
{
    (void)state;
    assert_csv(&(struct xlsx_of){.workbook =
                                     "<workbookPr date1904=\"1\"/><sheets><sheet name=\"S\" "
                                     "sheetId=\"1\" r:id=\"r1\"/></sheets>",
                                 .styles = date_styles,
                                 .sheet = "<row><c s=\"1\"><v>0</v></c><c s=\"1\"><v>43100</v></c>"
                                          "</row>"},
               "1904-01-01,2022-01-01\n");
}

static void signs_that_xml_cannot_hold_are_decoded(void **state)
{
    (void)state;
    assert_csv(&(struct xlsx_of){.sheet = "<row><c t=\"inlineStr\"><is><t>a_x000D_b_x005F_x0041_"
                                          "_x4E2D_</t></is></c></row>"},
               "\"a\rb_x0041_中\"\n");
}

static void a_formula_without_a_value_shows_itself(void **state)
{
    (void)state;
    assert_csv(&(struct xlsx_of){.sheet = "<row><c><f>B1*2</f></c><c><f>1+1</f><v>2</v></c></row>"},
               "=B1*2,2\n");
}

static const char two_sheets[] = "<sheets><sheet name=\"Notes\" state=\"hidden\" sheetId=\"2\" "
                                 "r:id=\"r2\"/><sheet name=\"名单\" sheetId=\"1\" r:id=\"r1\"/>"
                                 "<sheet name=\"Chart\" sheetId=\"3\" r:id=\"r9\"/></sheets>";

static void the_first_sheet_that_people_see_is_read_or_the_one_named(void **state)
{
    (void)state;
    const struct xlsx_of of = {.workbook = two_sheets, .sheet = "<row><c><v>1</v></c></row>"};
    assert_csv(&of, "1\n");
    assert_csv_of_sheet(&of, "Notes", "second\n");
    assert_csv_of_sheet(&of, "X", "!r.xlsx: there is no sheet \"X\"; the workbook has: Notes,名单");
    assert_csv_of_sheet(&of, "Chart", "!r.xlsx: the sheet \"Chart\" is a chart, it has no cells");
}

static void what_is_hidden_is_told(void **state)
{
    (void)state;
    struct hz_buffer bytes = xlsx_of(&(struct xlsx_of){
        .sheet = "<row><c><v>1</v></c></row><row hidden=\"1\"><c><v>2</v></c></row>"
                 "<row hidden=\"1\"><c><v>3</v></c></row><row hidden=\"1\"/>",
        .behind = "<autoFilter ref=\"A1:A3\"/><mergeCells><mergeCell ref=\"A1:F1\"/>"
                  "<mergeCell ref=\"B2:B3\"/></mergeCells>"});
    struct hz_xlsx *book;
    struct hz_error err = {0};
    char csv[64];
    size_t got;
    assert_true(
        hz_xlsx_open_bytes(&book, (struct hz_text){bytes.at, bytes.length}, "r", NULL, &err));
    assert_null(hz_xlsx_remark(book));
    assert_true(hz_xlsx_read(book, csv, sizeof csv, &got, &err));
    assert_int_equal(got, 6);
    assert_true(hz_xlsx_read(book, csv, sizeof csv, &got, &err));
    assert_int_equal(got, 0);
    assert_string_equal(hz_xlsx_closing_remark(book),
                        "rows hidden: 2 (a filter is set), the first is row 2; they are read like "
                        "the others; cells merged over several rows: 1, the first is B2:B3; only "
                        "the first row of each has the value, the others are empty");
    hz_xlsx_close(book);
    hz_buffer_free(&bytes);
}

static void a_message_names_sheet_row_and_column_whatever_lines_cells_have(void **state)
{
    (void)state;
    struct hz_buffer bytes = xlsx_of(
        &(struct xlsx_of){.sheet = "<row r=\"1\"><c t=\"inlineStr\"><is><t>Title</t></is></c></row>"
                                   "<row r=\"3\"><c t=\"inlineStr\"><is><t>origin</t></is></c>"
                                   "<c t=\"inlineStr\"><is><t>note</t></is></c><c t=\"inlineStr\">"
                                   "<is><t>value</t></is></c></row>"
                                   "<row r=\"4\"><c><v>2020</v></c><c t=\"inlineStr\"><is><t>two\n"
                                   "lines</t></is></c><c><v>1</v></c></row>"
                                   "<row r=\"7\"><c><v>2021</v></c><c t=\"inlineStr\"><is><t>x</t>"
                                   "</is></c><c t=\"e\"><v>#REF!</v></c></row>"});
    struct hz_sheet sheet;
    struct hz_arena arena = {0};
    struct hz_error err = {0};
    double number;
    assert_true(
        hz_sheet_parse(&sheet, "r.xlsx", (struct hz_text){bytes.at, bytes.length}, &arena, &err));
    assert_int_equal(sheet.rows, 2);
    assert_true(hz_sheet_number(&sheet, 0, 2, &number, &err) && number == 1);
    assert_int_equal(sheet.line[0], 4);
    assert_false(hz_sheet_number(&sheet, 1, 2, &number, &err));
    assert_ptr_equal(strstr(err.text, "r.xlsx:Roster!C7: value: \"#REF!\""), err.text);
    hz_arena_free(&arena);
    hz_buffer_free(&bytes);
}

static void damaged_workbooks_are_refused_with_the_place(void **state)
{
    (void)state;
    static const struct {
        const char *sheet, *expected;
    } cases[] = {
        {"<row r=\"2\"/><row r=\"2\"/>",
         "!r.xlsx:Roster!2: the row stands behind row 2: the workbook is damaged"},
        {"<row><c r=\"B1\"/><c r=\"A1\"/></row>",
         "!r.xlsx:Roster!A1: the cell stands behind one to its right: the workbook is damaged"},
        {"<row><c r=\"XFE1\"/></row>", "!r.xlsx:Roster!XFE1: a sheet has at most 16384 columns: "
                                       "this is no workbook of any program"},
        {"<row r=\"1048577\"/>",
         "!r.xlsx:Roster!1048577: a sheet has at most 1048576 rows: this is no workbook of any "
         "program"},
        {"<row><c t=\"s\"><v>7</v></c></row>", "!r.xlsx:Roster!A1: the cell's text is shared "
                                               "string 7, of which there are 0: the workbook "
                                               "is damaged"},
        {"<row><c><v>1,5</v></c></row>",
         "!r.xlsx:Roster!A1: \"1,5\" is no number, as the cell says: the workbook is damaged"},
        {"<row><c>",
         "!r.xlsx: xl/worksheets/sheet1.xml in the workbook is damaged: mismatched tag"},
    };
    for (size_t i = 0; i < HZ_COUNT(cases); i++)
        assert_csv(&(struct xlsx_of){.sheet = cases[i].sheet}, cases[i].expected);
}

/* Repeats a text; the caller frees it. */
static char *repeated(const char *text, size_t times)
{
    const size_t length = strlen(text);
    char *all = malloc(length * times + 1);
    assert_non_null(all);
    for (size_t i = 0; i < times; i++)
        memcpy(all + i * length, text, length);
    all[length * times] = '\0';
    return all;
}

static void bombs_are_refused_by_what_they_are(void **state)
{
    (void)state;
    enum { MILLION = 1000000 };
    assert_csv(&(struct xlsx_of){.prolog = "<!DOCTYPE w [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">"
                                           "]>"},
               "!r.xlsx: xl/worksheets/sheet1.xml in the workbook declares a document type, and so "
               "entities: no program for workbooks writes that");
    char *blanks = repeated("          ", 3 * MILLION);
    assert_csv(
        &(struct xlsx_of){.sheet = blanks},
        "!r.xlsx: xl/worksheets/sheet1.xml in the workbook unpacks to more than 400 times its "
        "size: a zip bomb, no table");
    free(blanks);
    char *cells = repeated("<c/>", MILLION), *row = malloc(5 * MILLION);
    sprintf(row, "<row>%s</row>", cells);
    assert_csv(&(struct xlsx_of){.sheet = row},
               "!r.xlsx:Roster!XFE1: a sheet has at most 16384 columns: this is no workbook of any "
               "program");
    free(cells);
    free(row);
    char *nested = repeated("<x>", 1000);
    assert_csv(&(struct xlsx_of){.sheet = nested},
               "!r.xlsx: xl/worksheets/sheet1.xml in the workbook nests too deeply: no program for "
               "workbooks writes that");
    free(nested);
    char *text = repeated("0123456789", 200000), *cell = malloc(2100000);
    sprintf(cell, "<row><c t=\"inlineStr\"><is><t>%s</t></is></c></row>", text);
    assert_csv(
        &(struct xlsx_of){.sheet = cell},
        "!r.xlsx:Roster!A1: the cell is longer than 1048576 bytes: this is no workbook of any "
        "program");
    free(text);
    free(cell);
}

static void a_workbook_cut_off_anywhere_is_refused(void **state)
{
    (void)state;
    struct hz_buffer bytes = xlsx_of(&(struct xlsx_of){.sheet = "<row><c><v>1</v></c></row>"});
    for (size_t length = 4; length < bytes.length; length++) {
        struct hz_buffer csv = csv_of_bytes((struct hz_text){bytes.at, length}, NULL);
        assert_int_equal(csv.at[0], '!');
        hz_buffer_free(&csv);
    }
    hz_buffer_free(&bytes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts_are_shared_inline_or_of_formulas),
        cmocka_unit_test(cells_and_rows_that_are_not_there_are_empty),
        cmocka_unit_test(truth_and_faults_are_words),
        cmocka_unit_test(numbers_have_the_fifteen_digits_that_a_workbook_keeps),
        cmocka_unit_test(days_are_told_by_the_format),
        cmocka_unit_test(the_workbook_says_from_which_day_it_counts),
        cmocka_unit_test(signs_that_xml_cannot_hold_are_decoded),
        cmocka_unit_test(a_formula_without_a_value_shows_itself),
        cmocka_unit_test(the_first_sheet_that_people_see_is_read_or_the_one_named),
        cmocka_unit_test(what_is_hidden_is_told),
        cmocka_unit_test(a_message_names_sheet_row_and_column_whatever_lines_cells_have),
        cmocka_unit_test(damaged_workbooks_are_refused_with_the_place),
        cmocka_unit_test(bombs_are_refused_by_what_they_are),
        cmocka_unit_test(a_workbook_cut_off_anywhere_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
