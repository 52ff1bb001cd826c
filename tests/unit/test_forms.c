/*
 * Cells as spreadsheets and databases write them: taken where they can mean one thing, refused
 * else.
 */

#include "file/forms.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static const struct hz_forms commas = {.is_split_by_commas = true}, others = {0};
static const struct hz_forms decimal_commas = {.is_split_by_commas = true,
                                               .has_decimal_comma = true};

static hz_date day(const char *text)
{
    hz_date date;
    assert_true(hz_date_parse(hz_text_of(text), &date));
    return date;
}

static enum hz_form date_of(const char *text, const struct hz_forms *forms, hz_date *date)
{
    struct hz_form_note note = {""};
    const enum hz_form form = hz_form_date(hz_text_of(text), forms, date, &note);
    assert_true((note.text[0] != '\0') == (form == HZ_FORM_TOLD || form == HZ_FORM_BAD));
    return form;
}

static void a_date_is_read_in_any_form_of_year_month_and_day(void **state)
{
    (void)state;
    static const char *const good[] = {"2024-01-02",
                                       "2024/1/2",
                                       "2024.1.2",
                                       "20240102",
                                       "2024年1月2日",
                                       "2024 年 1 月 2 日",
                                       "２０２４/１/２",
                                       " 2024/01/02 ",
                                       "\xC2\xA0"
                                       "2024-1-2",
                                       "'2024-01-02",
                                       "=\"2024-01-02\"",
                                       "2024/1/2 0:00:00",
                                       "2024-01-02T00:00:00",
                                       "2024-01-02 00:00",
                                       "2024-01-02T00:00:00.000",
                                       "20240102 00:00:00",
                                       "2024/1/2 12:00:00 AM",
                                       "二〇二四年一月二日"};
    for (size_t g = 0; g < HZ_COUNT(good); g++) {
        hz_date date = 0;
        assert_int_equal(date_of(good[g], &commas, &date), HZ_FORM_GOOD);
        assert_int_equal(date, day("2024-01-02"));
    }
    hz_date date = 0;
    assert_int_equal(date_of("二〇二三年十二月三十一日", &commas, &date), HZ_FORM_GOOD);
    assert_int_equal(date, day("2023-12-31"));
    assert_int_equal(date_of("2024-01-02 08:30:15", &commas, &date), HZ_FORM_TOLD);
    assert_int_equal(date, day("2024-01-02"));
}

static void what_could_be_another_day_is_refused(void **state)
{
    (void)state;
    static const char *const bad[] = {"2024/1/1 5",
                                      "2024 1 2",
                                      "2024-1 2",
                                      "24-01-02",
                                      "24/1/2",
                                      "01/02/2024",
                                      "2024/13/2",
                                      "2024/2/30",
                                      "1/2",
                                      "2024",
                                      "202401",
                                      "2024-01",
                                      "2024年1月",
                                      "0000-00-00",
                                      "2024/1-2",
                                      "x",
                                      "45292",
                                      "2024-01-02Z",
                                      "2024-01-01T16:00:00Z",
                                      "2024-01-02 25:00",
                                      "2024-01-02 1",
                                      "20241301"};
    for (size_t b = 0; b < HZ_COUNT(bad); b++) {
        hz_date date = 77;
        assert_int_equal(date_of(bad[b], &commas, &date), HZ_FORM_BAD);
        assert_int_equal(date, 77);
    }
}

/*
 * ECMA-376, part 1, 18.17.4.1: serial 1 is 1900-01-01, and 60 a day that never was; or 0 is
 * 1904-01-01.
 */
static void a_serial_is_read_by_the_date_system_that_is_said(void **state)
{
    (void)state;
    const struct hz_forms by_1900 = {.date_system = HZ_DATE_SYSTEM_1900};
    const struct hz_forms by_1904 = {.date_system = HZ_DATE_SYSTEM_1904};
    static const struct {
        const char *serial, *by_1900, *by_1904;
    } serials[] = {{"1", "1900-01-01", "1904-01-02"},       {"59", "1900-02-28", "1904-02-29"},
                   {"61", "1900-03-01", "1904-03-02"},      {"43830", "2019-12-31", "2024-01-01"},
                   {"45292.0", "2024-01-01", "2028-01-02"}, {"14611", "1940-01-01", "1944-01-02"}};
    hz_date date;
    for (size_t s = 0; s < HZ_COUNT(serials); s++) {
        assert_int_equal(date_of(serials[s].serial, &by_1900, &date), HZ_FORM_GOOD);
        assert_int_equal(date, day(serials[s].by_1900));
        assert_int_equal(date_of(serials[s].serial, &by_1904, &date), HZ_FORM_GOOD);
        assert_int_equal(date, day(serials[s].by_1904));
    }
    assert_int_equal(date_of("60", &by_1900, &date), HZ_FORM_BAD);
    assert_int_equal(date_of("0", &by_1900, &date), HZ_FORM_BAD);
    assert_int_equal(date_of("45292.5", &by_1900, &date), HZ_FORM_TOLD);
    struct hz_form_note note;
    assert_int_equal(hz_form_date(hz_text_of("43830"), &commas, &date, &note), HZ_FORM_BAD);
    assert_non_null(strstr(note.text, "2019-12-31 by the 1900"));
    assert_non_null(strstr(note.text, "2024-01-01 by the 1904"));
}

static void amounts_lose_signs_of_money_and_separators_but_no_digit(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        hz_fen fen;
        const struct hz_forms *forms;
    } good[] = {{"¥99", 9900, &commas},
                {"￥1,234.50", 123450, &commas},
                {"99元", 9900, &commas},
                {"１２.３", 1230, &commas},
                {" 1,000,000 ", 100000000, &commas},
                {"-123,456.00", -12345600, &commas},
                {"4 709.00", 470900, &commas},
                {"4\xC2\xA0"
                 "709.00",
                 470900, &commas},
                {"\xE2\x88\x92"
                 "60",
                 -6000, &commas},
                {"－６０", -6000, &commas},
                {"+60", 6000, &commas},
                {"-¥60", -6000, &commas},
                {"'60", 6000, &commas},
                {"=\"60\"", 6000, &commas},
                {"60,50", 6050, &others},
                {"1.234,50", 123450, &others},
                {"0,5", 50, &others},
                {"1,234.50", 123450, &others},
                {"1,234,567", 123456700, &others},
                {"60,50", 6050, &decimal_commas},
                {"1.234", 123400, &decimal_commas},
                {"1 234,50", 123450, &decimal_commas}};
    static const struct {
        const char *text;
        const struct hz_forms *forms;
    } bad[] = {{"1.005", &commas},
               {"(5)", &commas},
               {"3万元", &commas},
               {"1,23", &commas},
               {"60 60", &commas},
               {"0,500", &commas},
               {"0 500", &commas},
               {"01,234", &commas},
               {"1,2345", &commas},
               {"1234,567", &commas},
               {"1,234 567", &commas},
               {"1.2.3", &commas},
               {"--5", &commas},
               {"5-", &commas},
               {"–60", &commas},
               {"1,234", &others},
               {"60.50", &decimal_commas},
               {"x", &commas},
               {"¥", &commas},
               {"6O", &commas},
               {"1,,234", &commas}};
    struct hz_form_note note;
    hz_fen fen;
    for (size_t g = 0; g < HZ_COUNT(good); g++) {
        assert_int_equal(hz_form_money(hz_text_of(good[g].text), good[g].forms, &fen, &note),
                         HZ_FORM_GOOD);
        assert_int_equal(fen, good[g].fen);
    }
    for (size_t b = 0; b < HZ_COUNT(bad); b++) {
        fen = 77;
        assert_int_equal(hz_form_money(hz_text_of(bad[b].text), bad[b].forms, &fen, &note),
                         HZ_FORM_BAD);
        assert_int_equal(fen, 77);
    }
}

static void whole_numbers_may_have_a_point_and_zeros(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        enum hz_form form;
        int64_t number;
    } forms[] = {{"3", HZ_FORM_GOOD, 3},      {"3.0", HZ_FORM_GOOD, 3},
                 {"-3.00", HZ_FORM_GOOD, -3}, {"1,234", HZ_FORM_GOOD, 1234},
                 {"１２", HZ_FORM_GOOD, 12},  {"1 2", HZ_FORM_BAD, 77},
                 {"3.5", HZ_FORM_BAD, 77},    {"", HZ_FORM_EMPTY, 77},
                 {"NULL", HZ_FORM_EMPTY, 77}, {"1234567890123456789", HZ_FORM_BAD, 77}};
    for (size_t f = 0; f < HZ_COUNT(forms); f++) {
        struct hz_form_note note;
        int64_t number = 77;
        assert_int_equal(hz_form_integer(hz_text_of(forms[f].text), &commas, &number, &note),
                         forms[f].form);
        assert_int_equal(number, forms[f].number);
    }
}

static void flags_are_words_or_signs_for_yes_and_no(void **state)
{
    (void)state;
    static const char *const yes[] = {"1", "1.0", "TRUE", "True",    "yes",
                                      "Y", "是",  "√",    "ＴＲＵＥ"};
    static const char *const no[] = {"0", "0.0", "FALSE", "False", "No", "n", "否", "×"};
    bool is_set;
    for (size_t w = 0; w < HZ_COUNT(yes); w++)
        assert_true(hz_form_flag(hz_text_of(yes[w]), &commas, &is_set) == HZ_FORM_GOOD && is_set);
    for (size_t w = 0; w < HZ_COUNT(no); w++)
        assert_true(hz_form_flag(hz_text_of(no[w]), &commas, &is_set) == HZ_FORM_GOOD && !is_set);
    assert_int_equal(hz_form_flag(hz_text_of("2"), &commas, &is_set), HZ_FORM_BAD);
    assert_int_equal(hz_form_flag(hz_text_of("—"), &commas, &is_set), HZ_FORM_EMPTY);
}

static void texts_are_compared_without_what_one_does_not_see(void **state)
{
    (void)state;
    const struct hz_forms missing = {.null = "missing"};
    static const char *const same[] = {"0012",
                                       " 0012 ",
                                       "\xE3\x80\x80"
                                       "0012",
                                       "'0012",
                                       "=\"0012\"",
                                       "００１２",
                                       "0012\xE2\x80\x8B"};
    struct hz_arena arena = {0};
    for (size_t s = 0; s < HZ_COUNT(same); s++)
        assert_true(
            hz_text_equal(hz_form_text(hz_text_of(same[s]), &commas, &arena), hz_text_of("0012")));
    static const char *const kept[] = {"'t Hooft", "a b", "（北京）", "张三", "N", "=x", "-1"};
    for (size_t k = 0; k < HZ_COUNT(kept); k++)
        assert_true(
            hz_text_equal(hz_form_text(hz_text_of(kept[k]), &commas, &arena), hz_text_of(kept[k])));
    static const char *const nothing[] = {"", " ", "NULL", "N/A", "—", "-", "\\N", "missing"};
    for (size_t n = 0; n < HZ_COUNT(nothing); n++)
        assert_int_equal(hz_form_text(hz_text_of(nothing[n]), &missing, &arena).length, 0);
    hz_arena_free(&arena);
}

static void a_column_is_plain_only_if_no_text_of_it_changes(void **state)
{
    (void)state;
    static const char *const texts[] = {"0012",
                                        "A-7",
                                        "new",
                                        "No 5",
                                        "education",
                                        "12.5",
                                        "1.5E+3",
                                        "5E+17",
                                        "NULL",
                                        "null",
                                        "N/A",
                                        "n/a",
                                        "(null)",
                                        "\\N",
                                        "-",
                                        "--",
                                        "—",
                                        "'0012",
                                        "=\"0012\"",
                                        " a",
                                        "a ",
                                        "a\t",
                                        "1101　",
                                        "１１０１",
                                        "教育局",
                                        "教育局\xc2\xa0",
                                        "",
                                        "\xe2\x80\x8b"
                                        "a"};
    for (size_t t = 0; t < HZ_COUNT(texts); t++) {
        struct hz_arena arena = {0};
        const struct hz_text text[] = {hz_text_of("x"), hz_text_of(texts[t])};
        const struct hz_text better = hz_form_text(text[1], &commas, &arena);
        const bool changes = !hz_text_equal(better, text[1]);
        if (hz_form_are_plain(text, 2, &commas, true))
            assert_false(changes || hz_form_is_short(text[1]));
        hz_arena_free(&arena);
    }
    const struct hz_text plain[] = {hz_text_of("0012"), hz_text_of("new"), hz_text_of("")};
    assert_true(hz_form_are_plain(plain, 3, &commas, true));
    const struct hz_forms with_null = {.null = "x"};
    assert_false(hz_form_are_plain(plain, 3, &with_null, true));
}

static void a_number_in_a_workbooks_short_form_is_known(void **state)
{
    (void)state;
    static const char *const yes[] = {"1.10101E+17", "5E+17", "1.1e+9", "1.10101199001011E+17"};
    static const char *const no[] = {"1E17",   "E+17",    "12E+3", "1.1E+", "1.1E+123",
                                     "110101", "1.1E+1x", "",      "1.E",   "A1.1E+17"};
    for (size_t t = 0; t < HZ_COUNT(yes); t++)
        assert_true(hz_form_is_short(hz_text_of(yes[t])));
    for (size_t t = 0; t < HZ_COUNT(no); t++)
        assert_false(hz_form_is_short(hz_text_of(no[t])));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_date_is_read_in_any_form_of_year_month_and_day),
        cmocka_unit_test(what_could_be_another_day_is_refused),
        cmocka_unit_test(a_serial_is_read_by_the_date_system_that_is_said),
        cmocka_unit_test(amounts_lose_signs_of_money_and_separators_but_no_digit),
        cmocka_unit_test(whole_numbers_may_have_a_point_and_zeros),
        cmocka_unit_test(flags_are_words_or_signs_for_yes_and_no),
        cmocka_unit_test(texts_are_compared_without_what_one_does_not_see),
        cmocka_unit_test(a_column_is_plain_only_if_no_text_of_it_changes),
        cmocka_unit_test(a_number_in_a_workbooks_short_form_is_known),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
