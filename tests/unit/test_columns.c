/* Headers of rosters, claims systems and the national interface, and the names they have here. */

#include "file/columns.h"
#include "file/file.h"
#include "stream/values.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void assert_canonical(const char *header, const char *expected)
{
    const char *found = hz_column_canonical(hz_text_of(header));
    assert_non_null(found);
    assert_string_equal(found, expected);
}

static void chinese_headers_of_a_roster_have_their_names_here(void **state)
{
    (void)state;
    assert_canonical("参保编号", "member");
    assert_canonical("生效日期", "start");
    assert_canonical("保障终止日", "end");
    assert_canonical("会费合计", "contribution");
    assert_canonical("观察期起算日", "wait_from");
    assert_canonical("份数", "units");
}

static void headers_of_claims_have_their_names_here(void **state)
{
    (void)state;
    assert_canonical("赔案号", "claim");
    assert_canonical("出险日", "event");
    assert_canonical("报案日期", "report");
    assert_canonical("pay_date", "transaction");
    assert_canonical("paid_amt", "paid");
    assert_canonical("case_reserve", "case_estimate");
    assert_canonical("互助互济", "ex_gratia");
}

/* The interface's names: certno 证件号码, gend 性别, brdy 出生日期, hifp_pay 统筹基金支出. */
static void the_national_interface_names_persons_and_keeps_the_names_of_its_amounts(void **state)
{
    (void)state;
    assert_canonical("certno", "id_no");
    assert_canonical("gend", "sex");
    assert_canonical("brdy", "birth");
    assert_canonical("基本医疗保险统筹基金支出", "hifp_pay");
    assert_null(hz_column_canonical(hz_text_of("hifp_pay")));
}

static void a_header_that_is_no_alias_goes_by_itself(void **state)
{
    (void)state;
    assert_null(hz_column_canonical(hz_text_of("start")));
    assert_string_equal(hz_column_canonical(hz_text_of("Start_Date")), "start");
    assert_string_equal(hz_column_canonical(hz_text_of(" start\ndate ")), "start");
    assert_string_equal(hz_column_canonical(hz_text_of("会费（元）")), "contribution");
    assert_null(hz_column_canonical(hz_text_of("会费（万元）")));
    assert_null(hz_column_canonical(hz_text_of("something else")));
    assert_null(hz_column_canonical(hz_text_of("")));
    assert_null(hz_column_canonical(hz_text_of("保")));
}

static void what_looks_empty_around_a_header_is_ignored(void **state)
{
    (void)state;
    assert_canonical(" \tstart_date ", "start");
    assert_canonical("\xEF\xBB\xBF\xE3\x80\x80出险日期\xC2\xA0", "event");
}

static void what_names_a_person_is_personal_and_what_names_a_plan_is_not(void **state)
{
    (void)state;
    assert_true(hz_column_is_personal(hz_column_canonical(hz_text_of("身份证号"))));
    assert_true(hz_column_is_personal(hz_column_canonical(hz_text_of("手机号"))));
    assert_true(hz_column_is_personal("birth"));
    assert_false(hz_column_is_personal("plan"));
    assert_false(hz_column_is_personal("claim"));
}

/* So that a name found is final, and no header can be meant in two ways. */
static void no_alias_stands_twice_or_is_itself_a_canonical_name(void **state)
{
    (void)state;
    for (const struct hz_column_alias *a = hz_column_aliases; a->alias; a++) {
        struct hz_text alias = hz_text_of(a->alias);
        assert_int_equal(hz_text_trim(alias).length, alias.length);
        for (const struct hz_column_alias *b = hz_column_aliases; b->alias; b++) {
            assert_true(a == b || strcmp(a->alias, b->alias) != 0);
            assert_string_not_equal(a->alias, b->canonical);
        }
    }
}

/* The page is written by hand, from the same table. */
static void each_alias_stands_in_the_manual(void **state)
{
    (void)state;
    struct hz_buffer page = {0};
    struct hz_error err = {0};
    if (!hz_file_read("man/huzhu-records.5", SIZE_MAX, &page, &err))
        skip(); /* not run from the root of the project */
    hz_buffer_char(&page, '\0');
    for (const struct hz_column_alias *a = hz_column_aliases; a->alias; a++) {
        if (!strstr(page.at, a->alias) || !strstr(page.at, a->canonical))
            fail_msg("%s for %s is not in huzhu-records(5)", a->alias, a->canonical);
    }
    hz_buffer_free(&page);
}

static void each_word_has_one_code_and_stands_in_the_manual(void **state)
{
    (void)state;
    struct hz_buffer page = {0};
    struct hz_error err = {0};
    if (!hz_file_read("man/huzhu-records.5", SIZE_MAX, &page, &err))
        skip(); /* not run from the root of the project */
    hz_buffer_char(&page, '\0');
    for (const struct hz_value *a = hz_values; a->column; a++) {
        assert_true((unsigned char)*a->theirs >= 0x80); /* a fast look at ASCII passes over them */
        for (const struct hz_value *b = a + 1; b->column; b++)
            assert_true(strcmp(a->column, b->column) != 0 || strcmp(a->theirs, b->theirs) != 0);
        if (!strstr(page.at, a->theirs) || !strstr(page.at, a->ours))
            fail_msg("%s for %s is not in huzhu-records(5)", a->theirs, a->ours);
    }
    hz_buffer_free(&page);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(chinese_headers_of_a_roster_have_their_names_here),
        cmocka_unit_test(headers_of_claims_have_their_names_here),
        cmocka_unit_test(the_national_interface_names_persons_and_keeps_the_names_of_its_amounts),
        cmocka_unit_test(what_names_a_person_is_personal_and_what_names_a_plan_is_not),
        cmocka_unit_test(a_header_that_is_no_alias_goes_by_itself),
        cmocka_unit_test(what_looks_empty_around_a_header_is_ignored),
        cmocka_unit_test(no_alias_stands_twice_or_is_itself_a_canonical_name),
        cmocka_unit_test(each_alias_stands_in_the_manual),
        cmocka_unit_test(each_word_has_one_code_and_stands_in_the_manual),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
