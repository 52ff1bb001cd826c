/* Numbers of identity cards as workbooks leave them, and what is wrong with them. */

#include "record/repair.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void numbers_lose_blanks_quotes_and_width_but_no_digit(void **state)
{
    (void)state;
    static const char *const forms[] = {"110101199001011237",
                                        "'110101199001011237",
                                        "110101199001011237\t",
                                        "=\"110101199001011237\"",
                                        "110101 19900101 1237",
                                        "１１０１０１１９９００１０１１２３７",
                                        "\"110101199001011237\"",
                                        "\xE2\x80\x8B"
                                        "110101199001011237'",
                                        "*110101199001011237;",
                                        "“110101199001011237”",
                                        "（110101199001011237）。"};
    char out[HZ_REPAIR_TEXT];
    for (size_t f = 0; f < HZ_COUNT(forms); f++) {
        assert_int_equal(hz_repair_card(hz_text_of(forms[f]), out), 18);
        assert_string_equal(out, "110101199001011237");
    }
    assert_int_equal(hz_repair_card(hz_text_of("  "), out), 0);
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

static void a_fault_is_told_by_its_position(void **state)
{
    (void)state;
    char text[HZ_CARD_TEXT];
    hz_card_tell(HZ_CARD_CHECK_DIGIT, hz_text_of("110105194912310021"), text);
    assert_non_null(strstr(text, "position 18 is 1, the others ask for X"));
    hz_card_tell(HZ_CARD_NOT_A_NUMBER, hz_text_of("1101O519491231002X"), text);
    assert_non_null(strstr(text, "position 5 "));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_lose_blanks_quotes_and_width_but_no_digit),
        cmocka_unit_test(the_check_digit_of_the_standards_example_holds),
        cmocka_unit_test(a_fault_is_told_by_its_position),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
