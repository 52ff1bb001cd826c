/* Answers to programs in languages that do not share C's structs (reserve/answer_table.h). */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "reserve/answer_table.h"

#define TRIANGLE "origin,development,value\n1,1,100\n1,2,150\n2,1,110\n"

static struct hz_answer *ask(const char *table, const char *first, const char *second)
{
    const char *const settings[] = {first, second, NULL};
    return hz_reserve_answer(table, strlen(table), settings);
}

static void an_answer_is_rows_of_json(void **state)
{
    (void)state;
    struct hz_answer *answer = ask(TRIANGLE, NULL, NULL);
    assert_int_equal(hz_answer_status(answer), 0);
    assert_string_equal(hz_answer_told(answer), "");
    assert_non_null(strstr(hz_answer_json(answer), "\"ultimate\":165.00,\"ibnr\":55.00"));
    hz_answer_free(answer);
}

static void settings_are_followed(void **state)
{
    (void)state;
    struct hz_answer *answer = ask(TRIANGLE, "tail=2", "no-total");
    assert_non_null(strstr(hz_answer_json(answer), "\"ultimate\":330.00,\"ibnr\":220.00"));
    assert_null(strstr(hz_answer_json(answer), "total"));
    hz_answer_free(answer);
    answer = ask(TRIANGLE, "method=expected", "exposure=origin,exposure\n1,100\n2,100\n");
    assert_int_equal(hz_answer_status(answer), 2);
    assert_non_null(strstr(hz_answer_told(answer), "prior"));
    hz_answer_free(answer);
}

static void what_is_refused_has_no_rows_and_a_reason(void **state)
{
    (void)state;
    static const struct {
        const char *table, *setting;
        int status;
        const char *reason;
    } cases[] = {
        {TRIANGLE, "tail", 2, "tail"},
        {TRIANGLE, "tail=0", 2, "tail: \"0\""},
        {TRIANGLE, "tail=1x", 2, "tail: \"1x\""},
        {TRIANGLE, "last=1.5", 2, "last: \"1.5\""},
        {TRIANGLE, "average=mean", 2, "average: \"mean\""},
        {TRIANGLE, "detail=1", 2, "detail takes no value"},
        {TRIANGLE, "methods=mack", 2, "nearest: method"},
        {TRIANGLE, "method=mac", 2, "\"mac\""},
        {TRIANGLE, "", 2, "no setting"},
        {"", NULL, 1, "empty"},
        {"origin,development,value\n1,1,x\n", NULL, 1, "triangle:2:5: value: \"x\""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct hz_answer *answer = ask(cases[i].table, cases[i].setting, NULL);
        assert_int_equal(hz_answer_status(answer), cases[i].status);
        assert_null(hz_answer_json(answer));
        assert_non_null(strstr(hz_answer_told(answer), cases[i].reason));
        hz_answer_free(answer);
    }
}

static void a_group_that_is_refused_is_told_of_and_missing(void **state)
{
    (void)state;
    struct hz_answer *answer =
        ask("plan,origin,development,value\na,1,1,100\na,1,2,150\na,2,1,110\n"
            "b,1,1,1\nb,1,1,2\n",
            NULL, NULL);
    assert_int_equal(hz_answer_status(answer), 1);
    assert_non_null(strstr(hz_answer_told(answer), "plan b"));
    assert_non_null(strstr(hz_answer_json(answer), "\"ibnr\":55.00"));
    hz_answer_free(answer);
    hz_answer_free(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_answer_is_rows_of_json),
        cmocka_unit_test(settings_are_followed),
        cmocka_unit_test(what_is_refused_has_no_rows_and_a_reason),
        cmocka_unit_test(a_group_that_is_refused_is_told_of_and_missing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
