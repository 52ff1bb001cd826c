/* What workbooks do to dates, amounts and numbers: put right where it is safe, and only there. */

#include "record/repair.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void dates_are_read_in_the_forms_of_spreadsheets(void **state)
{
    (void)state;
    static const char *const good[] = {
        "2024/1/2",       "2024.1.2",     "20240102", "2024年1月2日",
        "２０２４/１/２", " 2024/01/02 ", "45293"}; /* days from 1899-12-30 in the 1900 system */
    static const char *const bad[] = {"2024/13/2", "2024/2/30", "1/2", "2024", "", "x"};
    hz_date expected, date;
    assert_true(hz_date_parse(hz_text_of("2024-01-02"), &expected));
    for (size_t g = 0; g < HZ_COUNT(good); g++) {
        assert_true(hz_repair_date(hz_text_of(good[g]), &date));
        assert_int_equal(date, expected);
    }
    for (size_t b = 0; b < HZ_COUNT(bad); b++)
        assert_false(hz_repair_date(hz_text_of(bad[b]), &date));
}

static void amounts_lose_signs_of_money_and_separators_but_no_digit(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        hz_fen fen;
    } good[] = {{"¥99", 9900},
                {"￥1,234.50", 123450},
                {"99元", 9900},
                {"１２.３", 1230},
                {" 1,000,000 ", 100000000}};
    static const char *const bad[] = {"1.005", "(5)", "3万元", "1,23", "", "x"};
    hz_fen fen;
    for (size_t g = 0; g < HZ_COUNT(good); g++) {
        assert_true(hz_repair_money(hz_text_of(good[g].text), &fen));
        assert_int_equal(fen, good[g].fen);
    }
    for (size_t b = 0; b < HZ_COUNT(bad); b++)
        assert_false(hz_repair_money(hz_text_of(bad[b]), &fen));
}

static void codes_become_narrow_and_lose_their_blanks(void **state)
{
    (void)state;
    char out[HZ_REPAIR_TEXT];
    assert_int_equal(hz_repair_code(hz_text_of(" Ａ１ ２\xE3\x80\x80"), out), 3);
    assert_memory_equal(out, "A12", 3);
    assert_int_equal(hz_repair_code(hz_text_of("  "), out), 0);
}

/* 11010519491231002X is the example of GB 11643-1999, annex A. */
static void the_check_digit_of_the_standards_example_holds(void **state)
{
    (void)state;
    hz_date born, expected;
    int sex;
    assert_true(hz_date_parse(hz_text_of("1949-12-31"), &expected));
    assert_int_equal(hz_card_check(hz_text_of("11010519491231002X"), &born, &sex), HZ_CARD_GOOD);
    assert_int_equal(born, expected);
    assert_int_equal(sex, 2);
    assert_int_equal(hz_card_check(hz_text_of("110105194912310021"), &born, &sex),
                     HZ_CARD_CHECK_DIGIT);
    assert_int_equal(hz_card_check(hz_text_of("110105194913310021"), &born, &sex), HZ_CARD_DATE);
    assert_int_equal(hz_card_check(hz_text_of("1.10105E+17"), &born, &sex), HZ_CARD_SCIENTIFIC);
    assert_int_equal(hz_card_check(hz_text_of("110105194912310000"), &born, &sex), HZ_CARD_ROUNDED);
    assert_int_equal(hz_card_check(hz_text_of("11010519491231"), &born, &sex), HZ_CARD_LENGTH);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(dates_are_read_in_the_forms_of_spreadsheets),
        cmocka_unit_test(amounts_lose_signs_of_money_and_separators_but_no_digit),
        cmocka_unit_test(codes_become_narrow_and_lose_their_blanks),
        cmocka_unit_test(the_check_digit_of_the_standards_example_holds),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
