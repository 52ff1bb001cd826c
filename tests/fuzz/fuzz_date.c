/* Dates and period labels: what is read is what is written, or nothing is set. */

#include "base/date.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool holds)
{
    if (!holds)
        abort();
}

static void check_date(struct hz_text text)
{
    hz_date date = INT32_MIN;
    if (!hz_date_parse(text, &date)) {
        require(date == INT32_MIN);
        return;
    }
    char written[HZ_DATE_TEXT];
    hz_date_format(date, written);
    require(hz_text_equal(hz_text_of(written), text)); /* a date has one way to be written */
    require(hz_date_of(hz_date_civil(date)) == date);
    for (int months = -25; months <= 25; months++) {
        hz_date later = hz_date_add_months(date, months);
        require(hz_period_of(later, HZ_MONTH) == hz_period_of(date, HZ_MONTH) + months);
    }
}

static void check_period(struct hz_text text)
{
    hz_period period = INT32_MIN;
    enum hz_grain grain = HZ_MONTH;
    if (!hz_period_parse(text, &period, &grain)) {
        require(period == INT32_MIN);
        return;
    }
    char written[HZ_PERIOD_TEXT];
    hz_period_format(period, grain, written);
    require(hz_text_equal(hz_text_of(written), text));
    require(hz_period_of(hz_period_first(period, grain), grain) == period);
    require(hz_period_of(hz_period_last(period, grain), grain) == period);
}

/* Every number is a day, with a text that fits. */
static void check_number(const uint8_t *data, size_t size)
{
    hz_date date;
    if (size != sizeof date)
        return;
    memcpy(&date, data, sizeof date);
    char written[HZ_DATE_TEXT];
    hz_date_format(date, written);
    require(hz_date_of(hz_date_civil(date)) == date);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct hz_text text = {(const char *)data, size};
    check_date(text);
    check_period(text);
    check_number(data, size);
    return 0;
}
