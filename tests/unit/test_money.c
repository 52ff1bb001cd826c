/* Amounts are read and written exactly, or refused. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/money.h"
#include "random/random.h"

#include <inttypes.h>
#include <regex.h>
#include <stdio.h>
#include <stdlib.h>

enum { CASES = 20000, SEED = 20240229 };

static const hz_sum largest = (hz_sum)(~(hz_magnitude)0 >> 1);

static void assert_reads(const char *text, hz_fen wanted)
{
    hz_fen fen = 77;
    if (hz_money_parse(hz_text_of(text), &fen) != HZ_MONEY_GOOD || fen != wanted)
        fail_msg("\"%s\" gives %" PRId64 ", not %" PRId64, text, fen, wanted);
}

static void assert_refused(const char *text, enum hz_money_fault wanted)
{
    hz_fen fen = 77;
    enum hz_money_fault fault = hz_money_parse(hz_text_of(text), &fen);
    if (fault != wanted || fen != 77)
        fail_msg("\"%s\" gives fault %d, not %d", text ? text : "", (int)fault, (int)wanted);
}

static void assert_formats(hz_sum fen, const char *wanted)
{
    char text[HZ_SUM_TEXT];
    assert_int_equal(hz_money_format(fen, text), strlen(wanted));
    assert_string_equal(text, wanted);
}

static void yuan_are_read_as_fen(void **state)
{
    (void)state;
    assert_reads("0", 0);
    assert_reads("7", 700);
    assert_reads("1234", 123400);
    assert_reads("1234.5", 123450);
    assert_reads("1234.56", 123456);
    assert_reads("0.05", 5);
    assert_reads("-0.05", -5);
    assert_reads("-1234.56", -123456);
    assert_reads("00012.30", 1230);
}

static void minus_zero_is_zero(void **state)
{
    (void)state;
    assert_reads("-0", 0);
    assert_reads("-0.00", 0);
    hz_fen fen = 77;
    assert_int_equal(hz_money_parse_positive(hz_text_of("-0"), &fen), HZ_MONEY_GOOD);
    assert_int_equal(fen, 0);
}

static void zeros_behind_the_fen_are_read_and_other_digits_refused(void **state)
{
    (void)state;
    assert_reads("1.230", 123);
    assert_reads("1.2300000000000000000000000000000000", 123);
    assert_refused("1.234", HZ_MONEY_TOO_MANY_DIGITS);
    assert_refused("1.2300000000000000000000000000000001", HZ_MONEY_TOO_MANY_DIGITS);
    assert_refused("-0.001", HZ_MONEY_TOO_MANY_DIGITS);
}

static void ten_to_the_16_yuan_are_too_large_and_a_fen_less_is_not(void **state)
{
    (void)state;
    const hz_fen most = INT64_C(999999999999999999);
    assert_reads("9999999999999999.99", most);
    assert_reads("-9999999999999999.99", -most);
    assert_reads("000009999999999999999.99", most);
    assert_refused("10000000000000000", HZ_MONEY_TOO_LARGE);
    assert_refused("-10000000000000000.00", HZ_MONEY_TOO_LARGE);
    /* 2^64 and 2^64 + 1: they must not come back as 0 and 1 */
    assert_refused("18446744073709551616", HZ_MONEY_TOO_LARGE);
    assert_refused("18446744073709551617", HZ_MONEY_TOO_LARGE);
    assert_refused("99999999999999999999999999999999999999999999.99", HZ_MONEY_TOO_LARGE);
}

static void what_is_no_plain_number_is_no_amount(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "-",    "--1", ".",    "1.",   ".5",     "-.5", "+1",    "1,000",       "1 000", " 1",
        "1 ",   "\t1", "１２", "¥1",   "1元",    "1e3", "0x10",  "1.2.3",       "1..2",  "1-",
        "1.2-", "nan", "inf",  "1.2x", "1.234x", "x",   "1.00 ", "12345678x.9", "1/2",   "1:2",
    };
    for (size_t i = 0; i < HZ_COUNT(texts); i++)
        assert_refused(texts[i], HZ_MONEY_NOT_A_NUMBER);
    hz_fen fen = 77;
    assert_int_equal(hz_money_parse((struct hz_text){"1\0", 2}, &fen), HZ_MONEY_NOT_A_NUMBER);
}

static void an_empty_text_is_empty(void **state)
{
    (void)state;
    assert_refused("", HZ_MONEY_EMPTY);
    assert_refused(NULL, HZ_MONEY_EMPTY);
}

static void the_first_of_several_faults_is_told(void **state)
{
    (void)state;
    assert_refused("99999999999999999x", HZ_MONEY_NOT_A_NUMBER);
    assert_refused("99999999999999999.", HZ_MONEY_NOT_A_NUMBER);
    assert_refused("99999999999999999.999", HZ_MONEY_TOO_LARGE);
    hz_fen fen = 77;
    assert_int_equal(hz_money_parse_positive(hz_text_of("-1.001"), &fen), HZ_MONEY_TOO_MANY_DIGITS);
    assert_int_equal(fen, 77);
}

static void amounts_below_zero_are_refused_where_they_mean_nothing(void **state)
{
    (void)state;
    hz_fen fen = 77;
    assert_int_equal(hz_money_parse_positive(hz_text_of("-0.01"), &fen), HZ_MONEY_NEGATIVE);
    assert_int_equal(fen, 77);
    assert_int_equal(hz_money_parse_positive(hz_text_of("0.01"), &fen), HZ_MONEY_GOOD);
    assert_int_equal(fen, 1);
    assert_int_equal(hz_money_parse_positive(hz_text_of(""), &fen), HZ_MONEY_EMPTY);
}

static void only_the_slice_is_read(void **state)
{
    (void)state;
    hz_fen fen;
    assert_int_equal(hz_money_parse((struct hz_text){"12.345", 5}, &fen), HZ_MONEY_GOOD);
    assert_int_equal(fen, 1234);
    assert_int_equal(hz_money_parse((struct hz_text){"12345", 2}, &fen), HZ_MONEY_GOOD);
    assert_int_equal(fen, 1200);
    assert_int_equal(hz_money_parse((struct hz_text){"-0", 1}, &fen), HZ_MONEY_NOT_A_NUMBER);
}

static void every_fault_has_its_own_words(void **state)
{
    (void)state;
    assert_string_equal(hz_money_fault_text(HZ_MONEY_GOOD), "");
    for (int a = HZ_MONEY_EMPTY; a <= HZ_MONEY_NEGATIVE; a++) {
        const char *text = hz_money_fault_text((enum hz_money_fault)a);
        assert_int_equal(strncmp(text, "is ", 3), 0);
        assert_non_null(strstr(text, "expected"));
        for (int b = HZ_MONEY_GOOD; b < a; b++)
            assert_string_not_equal(text, hz_money_fault_text((enum hz_money_fault)b));
    }
}

/* What the header says, by POSIX regular expressions and sixteen-digit arithmetic in long steps. */
static enum hz_money_fault slow_parse(const char *text, hz_fen *fen)
{
    static regex_t number, tiny, large;
    static int ready;
    if (!ready++) {
        assert_int_equal(regcomp(&number, "^-?[0-9]+(\\.[0-9]+)?$", REG_EXTENDED | REG_NOSUB), 0);
        assert_int_equal(regcomp(&tiny, "\\.[0-9]{2}0*[1-9]", REG_EXTENDED | REG_NOSUB), 0);
        assert_int_equal(regcomp(&large, "^-?0*[1-9][0-9]{16}", REG_EXTENDED | REG_NOSUB), 0);
    }
    if (!*text)
        return HZ_MONEY_EMPTY;
    if (regexec(&number, text, 0, NULL, 0) != 0)
        return HZ_MONEY_NOT_A_NUMBER;
    if (regexec(&large, text, 0, NULL, 0) == 0)
        return HZ_MONEY_TOO_LARGE;
    if (regexec(&tiny, text, 0, NULL, 0) == 0)
        return HZ_MONEY_TOO_MANY_DIGITS;
    char *rest;
    long long yuan = strtoll(text, &rest, 10);
    char decimals[3] = "00";
    for (int i = 0; i < 2 && rest[0] == '.' && rest[1 + i]; i++)
        decimals[i] = rest[1 + i];
    long long part = strtoll(decimals, NULL, 10);
    *fen = yuan * 100 + (text[0] == '-' ? -part : part);
    return HZ_MONEY_GOOD;
}

static void texts_of_all_kinds_read_as_the_grammar_says(void **state)
{
    (void)state;
    static const char alphabet[] = "00112345678999.-, ";
    struct hz_random random = hz_random_stream(SEED, 1);
    int good = 0;
    for (int i = 0; i < CASES; i++) {
        char text[32] = "";
        size_t length = hz_random_bits(&random) % 24;
        size_t letters = i % 2 ? 15 : sizeof alphabet - 1; /* every other one without - , space */
        for (size_t c = 0; c < length; c++)
            text[c] = alphabet[hz_random_bits(&random) % letters];
        if (i % 4 == 1)
            text[0] = '-';
        hz_fen found = 0, wanted = 0;
        enum hz_money_fault fault = slow_parse(text, &wanted);
        if (hz_money_parse(hz_text_of(text), &found) != fault || found != wanted)
            fail_msg("case %d: \"%s\"", i, text);
        good += fault == HZ_MONEY_GOOD;
    }
    assert_in_range(good, CASES / 20, CASES); /* the cases are worth something */
}

static void amounts_read_back_what_is_written(void **state)
{
    (void)state;
    struct hz_random random = hz_random_stream(SEED, 2);
    for (int i = 0; i < CASES; i++) {
        hz_fen wanted = (hz_fen)(hz_random_bits64(&random) % UINT64_C(1000000000000000000));
        wanted >>= hz_random_bits(&random) % 60;
        wanted = i % 2 ? -wanted : wanted;
        char text[HZ_SUM_TEXT];
        char peer[HZ_SUM_TEXT];
        hz_money_format(wanted, text);
        snprintf(peer, sizeof peer, "%s%" PRId64 ".%02" PRId64, wanted < 0 ? "-" : "",
                 labs(wanted) / 100, labs(wanted) % 100);
        assert_string_equal(text, peer);
        assert_reads(text, wanted);
    }
}

static void amounts_are_written_with_two_decimals(void **state)
{
    (void)state;
    assert_formats(0, "0.00");
    assert_formats(5, "0.05");
    assert_formats(-5, "-0.05");
    assert_formats(-50, "-0.50");
    assert_formats(100, "1.00");
    assert_formats(-123456, "-1234.56");
}

static void the_ends_of_64_and_128_bits_are_written_whole(void **state)
{
    (void)state;
    /* 2^63 = 9223372036854775808, 2^64 = 18446744073709551616,
       2^127 = 170141183460469231731687303715884105728 */
    assert_formats(INT64_MIN, "-92233720368547758.08");
    assert_formats((hz_sum)UINT64_MAX, "184467440737095516.15");
    assert_formats((hz_sum)UINT64_MAX + 1, "184467440737095516.16");
    assert_formats(largest, "1701411834604692317316873037158841057.27");
    assert_formats(-largest - 1, "-1701411834604692317316873037158841057.28");
    char text[HZ_SUM_TEXT];
    assert_int_equal(hz_sum_format(0, text), 1);
    assert_string_equal(text, "0");
    assert_int_equal(hz_sum_format(largest, text), 39);
    assert_string_equal(text, "170141183460469231731687303715884105727");
    assert_int_equal(hz_sum_format(-largest - 1, text), 40);
    assert_string_equal(text, "-170141183460469231731687303715884105728");
}

static void sums_read_back_what_is_written(void **state)
{
    (void)state;
    struct hz_random random = hz_random_stream(SEED, 3);
    for (int i = 0; i < CASES; i++) {
        hz_magnitude bits = (hz_magnitude)hz_random_bits64(&random) << 64;
        hz_sum wanted = (hz_sum)(bits | hz_random_bits64(&random)) >> hz_random_bits(&random) % 128;
        hz_sum found = 0;
        char text[HZ_SUM_TEXT];
        hz_sum_format(wanted, text);
        assert_true(hz_sum_parse(hz_text_of(text), &found));
        assert_true(found == wanted);
    }
}

static void sums_are_read_to_the_ends_of_128_bits_and_no_further(void **state)
{
    (void)state;
    hz_sum sum = 7;
    assert_true(hz_sum_parse(hz_text_of("170141183460469231731687303715884105727"), &sum));
    assert_true(sum == largest);
    assert_true(hz_sum_parse(hz_text_of("-170141183460469231731687303715884105728"), &sum));
    assert_true(sum == -largest - 1);
    sum = 7;
    static const char *const texts[] = {
        "170141183460469231731687303715884105728",
        "-170141183460469231731687303715884105729",
        "1701411834604692317316873037158841057270",
        "",
        "-",
        "+1",
        "1.0",
        " 1",
        "1 ",
        "--1",
        "１",
    };
    for (size_t i = 0; i < HZ_COUNT(texts); i++)
        assert_false(hz_sum_parse(hz_text_of(texts[i]), &sum));
    assert_true(sum == 7);
}

static void amounts_read_together_are_as_read_one_by_one(void **state)
{
    (void)state;
    enum { TOGETHER = 200 };
    static const char alphabet[] = "0123456789012345678901234567890123456789..-+ ,e\xb0";
    static char written[TOGETHER][16];
    static struct hz_text text[TOGETHER];
    static hz_fen read[TOGETHER];
    struct hz_random random = hz_random_stream(SEED, 9);
    size_t usual = 0;
    for (size_t c = 0; c < CASES / TOGETHER; c++) {
        for (size_t i = 0; i < TOGETHER; i++) {
            size_t length = hz_random_bits(&random) % 12;
            for (size_t b = 0; b < length; b++)
                written[i][b] = alphabet[hz_random_bits(&random) % (sizeof alphabet - 1)];
            if (length > 2 && i % 3 == 0)
                written[i][length - 3] = '.';
            text[i] = (struct hz_text){written[i], length};
        }
        hz_money_parse_usual(text, TOGETHER - c % 70, read);
        for (size_t i = 0; i < TOGETHER - c % 70; i++) {
            hz_fen one = HZ_MONEY_OTHER;
            enum hz_money_fault fault = hz_money_parse(text[i], &one);
            if (read[i] != HZ_MONEY_OTHER)
                assert_true(fault == HZ_MONEY_GOOD && read[i] == one);
            usual += read[i] != HZ_MONEY_OTHER;
        }
    }
    assert_true(usual > CASES / 10);
}

static void the_usual_forms_are_read_together(void **state)
{
    (void)state;
    static const char *const written[] = {"0",        "60",    "99.00",    "12345678", "0.05",
                                          "12345.67", "00.10", "99999.99", ".50",      "123456789"};
    const hz_fen fen[] = {0,       6000, 9900,    1234567800,     5,
                          1234567, 10,   9999999, HZ_MONEY_OTHER, HZ_MONEY_OTHER};
    struct hz_text text[10];
    hz_fen read[10];
    for (size_t i = 0; i < 10; i++)
        text[i] = hz_text_of(written[i]);
    hz_money_parse_usual(text, 10, read);
    assert_memory_equal(read, fen, sizeof fen);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(yuan_are_read_as_fen),
        cmocka_unit_test(minus_zero_is_zero),
        cmocka_unit_test(zeros_behind_the_fen_are_read_and_other_digits_refused),
        cmocka_unit_test(ten_to_the_16_yuan_are_too_large_and_a_fen_less_is_not),
        cmocka_unit_test(what_is_no_plain_number_is_no_amount),
        cmocka_unit_test(an_empty_text_is_empty),
        cmocka_unit_test(the_first_of_several_faults_is_told),
        cmocka_unit_test(amounts_below_zero_are_refused_where_they_mean_nothing),
        cmocka_unit_test(only_the_slice_is_read),
        cmocka_unit_test(every_fault_has_its_own_words),
        cmocka_unit_test(texts_of_all_kinds_read_as_the_grammar_says),
        cmocka_unit_test(amounts_read_back_what_is_written),
        cmocka_unit_test(amounts_are_written_with_two_decimals),
        cmocka_unit_test(the_ends_of_64_and_128_bits_are_written_whole),
        cmocka_unit_test(sums_read_back_what_is_written),
        cmocka_unit_test(sums_are_read_to_the_ends_of_128_bits_and_no_further),
        cmocka_unit_test(amounts_read_together_are_as_read_one_by_one),
        cmocka_unit_test(the_usual_forms_are_read_together),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
