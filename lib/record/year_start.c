/* year_start.c: see year_start.h. */

#include "record/year_start.h"

#include "stream/batch.h"

#include <assert.h>

static bool refuse_start(const char *text, struct hz_error *err)
{
    return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                        _("--years: \"%s\" is none of: calendar, MM-DD, or DATE,... rising"), text);
}

bool hz_year_start_parse(struct hz_year_start *start, const char *text, struct hz_error *err)
{
    *start = (struct hz_year_start){.month = 1, .day = 1};
    if (!text || strcmp(text, "calendar") == 0)
        return true;
    char day[11] = "2001-";
    hz_date date;
    if (strlen(text) == 5) {
        memcpy(day + 5, text, 6);
        if (!hz_date_parse(hz_text_of(day), &date))
            return refuse_start(text, err);
        const struct hz_civil civil = hz_date_civil(date);
        start->month = civil.month;
        start->day = civil.day;
        return true;
    }
    for (const char *at = text;; at += 11) {
        const size_t length = strcspn(at, ",");
        if (start->terms == HZ_TERMS_MOST || !hz_date_parse((struct hz_text){at, length}, &date) ||
            (start->terms > 0 && date <= start->term[start->terms - 1]))
            return refuse_start(text, err);
        start->term[start->terms++] = date;
        if (at[length] == '\0')
            return true;
    }
}

void hz_year_start_find(const struct hz_year_start *start, enum hz_grain grain,
                        const hz_date date[], size_t rows, int64_t year[])
{
    hz_period calendar[HZ_BATCH_ROWS];
    assert(rows <= HZ_BATCH_ROWS);
    const bool is_fiscal = grain != HZ_YEAR && start->month > 1;
    if (start->terms == 0)
        hz_periods_of(date, rows, grain, calendar);
    for (size_t r = 0; r < rows && is_fiscal; r++)
        year[r] = hz_fiscal_of(date[r], grain, start->month - 1);
    if (is_fiscal)
        return;
    for (size_t r = 0; r < rows; r++) {
        size_t t = start->terms;
        while (t > 0 && date[r] < start->term[t - 1])
            t--;
        year[r] = start->terms == 0 ? calendar[r] : t > 0 ? start->term[t - 1] : HZ_NO_TERM;
    }
    for (size_t r = 0; r < rows && start->terms == 0 && start->month + start->day > 2; r++) {
        const struct hz_civil day = hz_date_civil(date[r]);
        year[r] -= day.month < start->month || (day.month == start->month && day.day < start->day);
    }
}
