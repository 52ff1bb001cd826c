/* Amounts, decimals and sums: what is read reads back from what is written, or nothing is set. */

#include "base/decimal.h"
#include "base/money.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool holds)
{
    if (!holds)
        abort();
}

static void check_money(struct hz_text text)
{
    hz_fen fen = INT64_MIN;
    if (hz_money_parse(text, &fen) != HZ_MONEY_GOOD) {
        require(fen == INT64_MIN);
        require(hz_money_parse_positive(text, &fen) != HZ_MONEY_GOOD && fen == INT64_MIN);
        return;
    }
    require(fen > -1000000000000000000 && fen < 1000000000000000000);
    char written[HZ_SUM_TEXT];
    size_t length = hz_money_format(fen, written);
    require(length == strlen(written) && length < sizeof written);
    hz_fen again = INT64_MIN;
    require(hz_money_parse(hz_text_of(written), &again) == HZ_MONEY_GOOD && again == fen);
    hz_fen positive = INT64_MIN;
    enum hz_money_fault fault = hz_money_parse_positive(text, &positive);
    require(fen < 0 ? fault == HZ_MONEY_NEGATIVE && positive == INT64_MIN
                    : fault == HZ_MONEY_GOOD && positive == fen);
}

static void check_sum(struct hz_text text)
{
    hz_sum sum = 7;
    if (!hz_sum_parse(text, &sum)) {
        require(sum == 7);
        return;
    }
    char written[HZ_SUM_TEXT];
    size_t length = hz_sum_format(sum, written);
    require(length == strlen(written));
    hz_sum again = 0;
    require(hz_sum_parse((struct hz_text){written, length}, &again) && again == sum);
}

/* A decimal of two decimals at most is a hundredth of an amount: the two readers agree on it. */
static void check_decimal(struct hz_text text)
{
    struct hz_decimal decimal = {7};
    if (!hz_decimal_parse(text, &decimal)) {
        require(decimal.value == 7);
        return;
    }
    char written[HZ_DECIMAL_TEXT];
    size_t length = hz_decimal_format(decimal, written);
    require(length == strlen(written) && length < sizeof written);
    struct hz_decimal again = {7};
    require(hz_decimal_parse((struct hz_text){written, length}, &again));
    require(hz_decimal_compare(decimal, again) == 0);
    hz_fen fen;
    if (hz_money_parse(text, &fen) == HZ_MONEY_GOOD)
        require(decimal.value == fen * (HZ_DECIMAL_ONE / 100));
    hz_fen share;
    require(hz_fen_round(hz_fen_times_exact(100, decimal), &share));
    require(share == hz_fen_times(100, decimal));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct hz_text text = {(const char *)data, size};
    check_money(text);
    check_sum(text);
    check_decimal(text);
    return 0;
}
