/* An error says where and what, once, and in printable characters. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/error.h"

#include <errno.h>
#include <string.h>

static void an_error_says_file_line_column_and_field(void **state)
{
    (void)state;
    struct hz_error err = {0};
    struct hz_place place = {.file = "claims.csv", .line = 17, .column = 24, .field = "paid"};
    assert_false(hz_error_set(&err, HZ_ERROR_DATA, place, "\"%s\" is not an amount", "12,3"));
    assert_int_equal(err.kind, HZ_ERROR_DATA);
    assert_string_equal(err.text, "claims.csv:17:24: paid: \"12,3\" is not an amount");
}

static void what_is_not_known_of_the_place_is_left_out(void **state)
{
    (void)state;
    static const struct {
        struct hz_place place;
        const char *text;
    } known[] = {
        {{.file = NULL, .line = 0, .column = 0, .field = NULL}, "no good"},
        {{.file = "a.csv", .line = 0, .column = 0, .field = NULL}, "a.csv: no good"},
        {{.file = "a.csv", .line = 3, .column = 0, .field = NULL}, "a.csv:3: no good"},
        {{.file = "a.csv", .line = 3, .column = 5, .field = NULL}, "a.csv:3:5: no good"},
        {{.file = "a.csv", .line = 0, .column = 5, .field = NULL},
         "a.csv: no good"}, /* a column of no line says nothing */
        {{.file = "a.csv", .line = 0, .column = 0, .field = "paid"}, "a.csv: paid: no good"},
        {{.file = NULL, .line = 0, .column = 0, .field = "paid"}, "paid: no good"},
        {{.file = NULL, .line = 3, .column = 5, .field = NULL}, "3:5: no good"},
        {{.file = "a.csv", .line = UINT64_MAX, .column = 1, .field = NULL},
         "a.csv:18446744073709551615:1: no good"},
    };
    for (size_t i = 0; i < HZ_COUNT(known); i++) {
        struct hz_error err = {0};
        assert_false(hz_error_set(&err, HZ_ERROR_USAGE, known[i].place, "no good"));
        assert_int_equal(err.kind, HZ_ERROR_USAGE);
        assert_string_equal(err.text, known[i].text);
    }
}

static void the_first_cause_is_kept(void **state)
{
    (void)state;
    struct hz_error err = {0};
    assert_false(hz_error_set(&err, HZ_ERROR_DATA, HZ_NOWHERE, "the cause"));
    assert_false(hz_error_set(&err, HZ_ERROR_SYSTEM, HZ_NOWHERE, "what came of it"));
    assert_false(hz_error_system(&err, "out.csv", "cannot write", ENOSPC));
    assert_int_equal(err.kind, HZ_ERROR_DATA);
    assert_string_equal(err.text, "the cause");
}

static void control_characters_become_question_marks(void **state)
{
    (void)state;
    struct hz_error err = {0};
    struct hz_place place = {.file = "a\nb.csv", .line = 1, .column = 2, .field = "pa\tid"};
    hz_error_set(&err, HZ_ERROR_DATA, place, "\"%s\" %s", "\x1b[2J\r\n\x7f\x01", "金额");
    assert_string_equal(err.text, "a?b.csv:1:2: pa?id: \"?[2J????\" 金额");
}

static void a_long_message_is_cut_and_terminated(void **state)
{
    (void)state;
    char longer[3000];
    memset(longer, 'x', sizeof longer - 1);
    longer[sizeof longer - 1] = '\0';
    struct hz_error err = {0};
    struct hz_place place = {.file = "a.csv", .line = 1, .column = 0, .field = NULL};
    assert_false(hz_error_set(&err, HZ_ERROR_DATA, place, "%s", longer));
    assert_int_equal(strlen(err.text), sizeof err.text - 1);
    assert_memory_equal(err.text, "a.csv:1: xxx", 12);
    struct hz_error named = {0};
    place = (struct hz_place){.file = longer, .line = 7, .column = 8, .field = longer};
    assert_false(hz_error_set(&named, HZ_ERROR_DATA, place, "%s", longer));
    assert_int_equal(strlen(named.text), sizeof named.text - 1);
}

static void a_system_error_gives_the_reason(void **state)
{
    (void)state;
    struct hz_error err = {0};
    assert_false(hz_error_system(&err, "claims.csv", "cannot read", ENOENT));
    assert_int_equal(err.kind, HZ_ERROR_SYSTEM);
    assert_int_equal(strncmp(err.text, "claims.csv: cannot read: ", 25), 0);
    assert_string_equal(err.text + 25, strerror(ENOENT));
}

static void the_kind_is_the_exit_status(void **state)
{
    (void)state;
    assert_int_equal(HZ_NO_ERROR, 0);
    assert_int_equal(HZ_ERROR_DATA, 1);
    assert_int_equal(HZ_ERROR_USAGE, 2);
    assert_int_equal(HZ_ERROR_SYSTEM, 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_error_says_file_line_column_and_field),
        cmocka_unit_test(what_is_not_known_of_the_place_is_left_out),
        cmocka_unit_test(the_first_cause_is_kept),
        cmocka_unit_test(control_characters_become_question_marks),
        cmocka_unit_test(a_long_message_is_cut_and_terminated),
        cmocka_unit_test(a_system_error_gives_the_reason),
        cmocka_unit_test(the_kind_is_the_exit_status),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
