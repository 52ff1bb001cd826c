/* Rates are exact, and money times a rate is rounded once, a half away from zero. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/decimal.h"
#include "base/rational.h"
#include "random/random.h"

#include <inttypes.h>
#include <stdio.h>

enum { CASES = 20000, SEED = 105 };

static void assert_reads(const char *text, int64_t billionths)
{
    struct hz_decimal decimal = {77};
    if (!hz_decimal_parse(hz_text_of(text), &decimal) || decimal.value != billionths)
        fail_msg("\"%s\" gives %" PRId64 ", not %" PRId64, text, decimal.value, billionths);
}

static struct hz_decimal decimal_of(const char *text)
{
    struct hz_decimal decimal;
    assert_true(hz_decimal_parse(hz_text_of(text), &decimal));
    return decimal;
}

static void rates_are_read_as_decimals_and_per_cent(void **state)
{
    (void)state;
    assert_reads("0", 0);
    assert_reads("1", 1000000000);
    assert_reads("0.8", 800000000);
    assert_reads("80%", 800000000);
    assert_reads("0.105", 105000000);
    assert_reads("10.5%", 105000000);
    assert_reads("100%", 1000000000);
    assert_reads("250%", 2500000000);
    assert_reads("-0.5", -500000000);
    assert_reads("-50%", -500000000);
    assert_reads("-0", 0);
    assert_reads("007.50%", 75000000);
}

static void nine_decimals_are_read_and_a_tenth_is_refused(void **state)
{
    (void)state;
    struct hz_decimal decimal = {77};
    assert_reads("0.000000001", 1);
    assert_reads("0.123456789", 123456789);
    assert_reads("0.1234567890000000000000000", 123456789);
    assert_false(hz_decimal_parse(hz_text_of("0.1234567891"), &decimal));
    assert_false(hz_decimal_parse(hz_text_of("0.00000000000000000001"), &decimal));
    assert_reads("0.0000001%", 1);
    assert_reads("12.3456789%", 123456789);
    assert_reads("12.345678900%", 123456789);
    assert_false(hz_decimal_parse(hz_text_of("12.34567891%"), &decimal));
    assert_int_equal(decimal.value, 77);
}

static void a_thousand_million_is_too_large_and_a_billionth_less_is_not(void **state)
{
    (void)state;
    struct hz_decimal decimal = {77};
    assert_reads("999999999.999999999", INT64_C(999999999999999999));
    assert_reads("-999999999.999999999", -INT64_C(999999999999999999));
    assert_reads("0000000000999999999.999999999", INT64_C(999999999999999999));
    assert_reads("99999999999.9999999%", INT64_C(999999999999999999));
    static const char *const texts[] = {
        "1000000000",           "-1000000000",
        "100000000000%",        "18446744073.709551617",
        "18446744073709551617", "99999999999999999999999999999999999",
    };
    for (size_t i = 0; i < HZ_COUNT(texts); i++)
        assert_false(hz_decimal_parse(hz_text_of(texts[i]), &decimal));
    assert_int_equal(decimal.value, 77);
}

static void what_is_no_plain_decimal_is_refused(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "",     NULL,  "-",    "%",    "-%",   ".",   "1.", ".5",    "-.5",  "+1",  "1,5",  "1 %",
        " 1",   "1 ",  "1%%",  "%1",   "1%2",  "--1", "1-", "1.2.3", "1.%",  ".%",  "80％", "0.８",
        "1e-3", "nan", "八成", "0.8x", "x0.8", "1/2", "‰",  "5‰",    "1.-5", "0x1",
    };
    struct hz_decimal decimal = {77};
    for (size_t i = 0; i < HZ_COUNT(texts); i++)
        if (hz_decimal_parse(hz_text_of(texts[i]), &decimal) || decimal.value != 77)
            fail_msg("\"%s\" is taken for a decimal", texts[i] ? texts[i] : "NULL");
    assert_false(hz_decimal_parse((struct hz_text){"1\0", 2}, &decimal));
    assert_true(hz_decimal_parse((struct hz_text){"10.5%", 4}, &decimal));
    assert_int_equal(decimal.value, 10500000000);
}

static void assert_formats(int64_t billionths, const char *wanted)
{
    char text[HZ_DECIMAL_TEXT];
    assert_int_equal(hz_decimal_format((struct hz_decimal){billionths}, text), strlen(wanted));
    assert_string_equal(text, wanted);
}

static void decimals_are_written_as_short_as_they_go(void **state)
{
    (void)state;
    assert_formats(0, "0");
    assert_formats(HZ_DECIMAL_ONE, "1");
    assert_formats(-HZ_DECIMAL_ONE / 2, "-0.5");
    assert_formats(105000000, "0.105");
    assert_formats(100000001, "0.100000001");
    assert_formats(1, "0.000000001");
    assert_formats(100 * HZ_DECIMAL_ONE, "100");
    assert_formats(INT64_MAX, "9223372036.854775807");
    assert_formats(INT64_MIN, "-9223372036.854775808");
}

static void decimals_read_back_what_is_written(void **state)
{
    (void)state;
    struct hz_random random = hz_random_stream(SEED, 1);
    for (int i = 0; i < CASES; i++) {
        int64_t value = (int64_t)(hz_random_bits64(&random) % UINT64_C(1000000000000000000));
        value >>= hz_random_bits(&random) % 60;
        value = i % 2 ? -value : value;
        char text[HZ_DECIMAL_TEXT];
        size_t length = hz_decimal_format((struct hz_decimal){value}, text);
        assert_reads(text, value);
        assert_true(!strchr(text, '.') || text[length - 1] != '0');
        /* its whole part as so many per cent */
        char percent[HZ_DECIMAL_TEXT + 8];
        snprintf(percent, sizeof percent, "%" PRId64 "%%", value / HZ_DECIMAL_ONE);
        assert_reads(percent, value / HZ_DECIMAL_ONE * (HZ_DECIMAL_ONE / 100));
    }
}

static void decimals_compare_as_numbers(void **state)
{
    (void)state;
    assert_int_equal(hz_decimal_compare(decimal_of("10.5%"), decimal_of("0.105")), 0);
    assert_true(hz_decimal_compare(decimal_of("0.1"), decimal_of("0.099999999")) > 0);
    assert_true(hz_decimal_compare(decimal_of("-1"), decimal_of("0")) < 0);
    struct hz_decimal least = {INT64_MIN};
    struct hz_decimal most = {INT64_MAX};
    assert_true(hz_decimal_compare(least, most) < 0);
    assert_true(hz_decimal_compare(most, least) > 0);
}

static void money_times_a_rate_rounds_half_away_from_zero(void **state)
{
    (void)state;
    assert_int_equal(hz_fen_times(10000, decimal_of("80%")), 8000);
    assert_int_equal(hz_fen_times(1, decimal_of("0.5")), 1);
    assert_int_equal(hz_fen_times(-1, decimal_of("0.5")), -1);
    assert_int_equal(hz_fen_times(1, decimal_of("-0.5")), -1);
    assert_int_equal(hz_fen_times(-1, decimal_of("-0.5")), 1);
    assert_int_equal(hz_fen_times(3, decimal_of("0.5")), 2);
    assert_int_equal(hz_fen_times(5, decimal_of("0.5")), 3);
    assert_int_equal(hz_fen_times(1, decimal_of("0.499999999")), 0);
    assert_int_equal(hz_fen_times(-1, decimal_of("0.499999999")), 0);
    /* 3.35 yuan at 70% are 2.345 yuan; in doubles 335 * 0.7 is 234.49999999999997 */
    assert_int_equal(hz_fen_times(335, decimal_of("0.7")), 235);
    assert_int_equal(hz_fen_times(0, decimal_of("0.7")), 0);
    assert_int_equal(hz_fen_times(123456, decimal_of("1")), 123456);
}

static void products_are_exact_to_the_ends_of_64_bits(void **state)
{
    (void)state;
    struct hz_decimal one = {HZ_DECIMAL_ONE};
    assert_int_equal(hz_fen_times(INT64_MAX, one), INT64_MAX);
    assert_int_equal(hz_fen_times(INT64_MIN, one), INT64_MIN);
    /* (10^18 - 1) x 0.999999999 = 10^18 - 10^9 - 1 + 10^-9 */
    assert_int_equal(hz_fen_times(999999999999999999, decimal_of("0.999999999")),
                     999999998999999999);
    hz_fen fen = 77;
    struct hz_decimal most = {INT64_MAX};
    assert_true(hz_fen_times_exact(INT64_MIN, most) == -((hz_sum)INT64_MAX << 63));
    assert_false(hz_fen_round(hz_fen_times_exact(INT64_MIN, most), &fen));
    assert_false(hz_fen_round(hz_fen_times_exact(INT64_MAX, decimal_of("1.000000001")), &fen));
    assert_false(hz_fen_round((hz_sum)INT64_MAX * HZ_DECIMAL_ONE + HZ_DECIMAL_ONE / 2, &fen));
    assert_false(hz_fen_round((hz_sum)INT64_MIN * HZ_DECIMAL_ONE - HZ_DECIMAL_ONE / 2, &fen));
    assert_false(hz_fen_round((hz_sum)(~(hz_magnitude)0 >> 1), &fen));
    assert_false(hz_fen_round(-(hz_sum)(~(hz_magnitude)0 >> 1) - 1, &fen));
    assert_int_equal(fen, 77);
    assert_true(hz_fen_round((hz_sum)INT64_MAX * HZ_DECIMAL_ONE + HZ_DECIMAL_ONE / 2 - 1, &fen));
    assert_int_equal(fen, INT64_MAX);
    assert_true(hz_fen_round((hz_sum)INT64_MIN * HZ_DECIMAL_ONE - HZ_DECIMAL_ONE / 2 + 1, &fen));
    assert_int_equal(fen, INT64_MIN);
}

static void products_agree_with_exact_fractions(void **state)
{
    (void)state;
    struct hz_random random = hz_random_stream(SEED, 2);
    for (int i = 0; i < CASES; i++) {
        hz_fen amount = (hz_fen)hz_random_bits64(&random) >> hz_random_bits(&random) % 62;
        struct hz_decimal rate = {hz_random_bits(&random) % (HZ_DECIMAL_ONE + 1)};
        if (i % 2)
            rate.value = rate.value / 5000000 * 5000000; /* half per cents: halves of a fen */
        struct hz_rational *rational = hz_rational_new();
        hz_rational_add(rational, (hz_sum)amount * rate.value, HZ_DECIMAL_ONE);
        assert_int_equal(hz_fen_times(amount, rate), (hz_fen)hz_rational_round(rational));
        hz_rational_free(rational);
    }
}

static void tiers_added_before_the_rounding_are_rounded_once(void **state)
{
    (void)state;
    /* three tiers of 1 fen at 33.3%, 33.3% and 33.4%: each alone rounds to nothing */
    hz_sum exact = hz_fen_times_exact(1, decimal_of("33.3%")) * 2;
    exact += hz_fen_times_exact(1, decimal_of("33.4%"));
    hz_fen fen = 0;
    assert_true(hz_fen_round(exact, &fen));
    assert_int_equal(fen, 1);
    assert_int_equal(hz_fen_times(1, decimal_of("33.3%")), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rates_are_read_as_decimals_and_per_cent),
        cmocka_unit_test(nine_decimals_are_read_and_a_tenth_is_refused),
        cmocka_unit_test(a_thousand_million_is_too_large_and_a_billionth_less_is_not),
        cmocka_unit_test(what_is_no_plain_decimal_is_refused),
        cmocka_unit_test(decimals_are_written_as_short_as_they_go),
        cmocka_unit_test(decimals_read_back_what_is_written),
        cmocka_unit_test(decimals_compare_as_numbers),
        cmocka_unit_test(money_times_a_rate_rounds_half_away_from_zero),
        cmocka_unit_test(products_are_exact_to_the_ends_of_64_bits),
        cmocka_unit_test(products_agree_with_exact_fractions),
        cmocka_unit_test(tiers_added_before_the_rounding_are_rounded_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
