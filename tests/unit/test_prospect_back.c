/*
 * The back-test: 200 simulated portfolios, three years of each as known at the end of the third,
 * and what the fourth came to.
 */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "fold_text.h"
#include "record/exposure_fold.h"
#include "record/prospect_fold.h"
#include "record/simulate.h"

#include <fcntl.h>

enum { SEEDS = 200, ENROLMENTS = 12000, PATHS = 1000 };

static const char scenario_text[] =
    "{scenario: base, growth: 11.4%, renewal: 1, lapse: 0, price: 0, inflation: 0, trend: 0}\n";

/* Writes a text to a new file, whose name it completes. */
static void put(char path[], const char *text, size_t length)
{
    const int file = mkstemp(path);
    assert_true(file >= 0 && write(file, text, length) == (ssize_t)length);
    close(file);
}

static void records_of(uint64_t seed, enum hz_simulated what, struct hz_buffer *out)
{
    const struct hz_simulation simulation = hz_simulation_of(seed, 2020, 4);
    hz_buffer_string(out, hz_simulated_header(what));
    hz_simulate(&simulation, what, 1, ENROLMENTS, out);
    hz_buffer_char(out, '\0');
}

static void run(const struct hz_fold *fold, const char *records, struct hz_buffer *result)
{
    struct hz_buffer told = {0};
    struct hz_tally *tally = tally_text(&told, fold, records, 1, 1 << 20);
    assert_non_null(tally);
    finish_text(result, fold, tally, HZ_FORMAT_CSV);
    hz_tally_free(tally);
    hz_buffer_free(&told);
}

/* What the events of 2023 were paid in the end, aid apart. */
static double actual_of(const char *claims)
{
    double sum = 0;
    for (const char *line = strchr(claims, '\n') + 1; *line; line = strchr(line, '\n') + 1) {
        char event[16], aid[4];
        double paid;
        assert_int_equal(sscanf(line,
                                "%*[^,],%*[^,],%*[^,],%*[^,],%*[^,],%15[^,],%*[^,],%*[^,],%lf,"
                                "%*[^,],%*[^,],%3[01]",
                                event, &paid, aid),
                         3);
        if (strncmp(event, "2023", 4) == 0 && aid[0] == '0')
            sum += paid;
    }
    return sum;
}

/* low and high of the row total,total. */
static void interval_of(const char *result, double *low, double *high)
{
    const char *row = strstr(result, "base,total,total,");
    assert_non_null(row);
    assert_int_equal(sscanf(row, "base,total,total,%*f,%*f,%*f,%*f,%*f,%lf,%*f,%lf", low, high), 2);
}

/* -1 below the interval, 0 in it, 1 above it. */
static int place_of(uint64_t seed)
{
    const hz_date as_of = hz_date_of((struct hz_civil){2022, 12, 31});
    char exposures[] = "/tmp/huzhu-test-exposures-XXXXXX", scenario[] = "/tmp/huzhu-test-XXXXXX";
    struct hz_buffer members = {0}, claims = {0}, table = {0}, result = {0};
    struct hz_exposure_fold how = {.how = {.method = HZ_UNEARNED_DAILY, .as_of = as_of}};
    struct hz_prospect_fold settings = {.order = {.months = 12,
                                                  .grain = HZ_YEAR,
                                                  .level = 0.9,
                                                  .paths = PATHS,
                                                  .seed = seed,
                                                  .scenarios = 1}};
    struct hz_prospect_order *order = &settings.order;
    struct hz_arena arena = {0};
    struct hz_scenario supposed;
    struct hz_error err = {0};
    struct hz_fold fold;
    double low, high;
    records_of(seed, HZ_SIMULATED_MEMBERS, &members);
    records_of(seed, HZ_SIMULATED_CLAIMS, &claims);
    hz_exposure_fold(&how, &fold);
    run(&fold, members.at, &table);
    put(exposures, table.at, table.length);
    put(scenario, scenario_text, sizeof scenario_text - 1);
    assert_true(hz_exposures_read(&order->exposure, exposures, as_of, &arena, &err));
    const struct hz_scenario_names names = {order->exposure.plan, order->exposure.office};
    assert_true(
        hz_scenario_read(&supposed, scenario, names, (struct hz_scenario_tell){0}, &arena, &err));
    order->scenario = &supposed;
    hz_prospect_fold(&settings, &fold);
    run(&fold, claims.at, &result);
    hz_buffer_char(&result, '\0');
    interval_of(result.at, &low, &high);
    const double actual = actual_of(claims.at);
    hz_buffer_free(&members);
    hz_buffer_free(&claims);
    hz_buffer_free(&table);
    hz_buffer_free(&result);
    hz_arena_free(&arena);
    unlink(exposures);
    unlink(scenario);
    return actual < low ? -1 : actual > high;
}

/*
 * 90 % of 200 is 180, give or take 4.2, three times which is allowed. The method has not been
 * changed since it was first held against these portfolios, though an earlier one had been found
 * too narrow on 201 to 1200. With seed 1 for the courses of all of them, hz-prospect gives
 *
 *     portfolios   below   within   above
 *     1-200           13      179       8
 *     201-400         16      175       9
 *
 * Too many lie below: plans with dear and rare payouts are taken to have had half a one more.
 */
static void a_year_lies_in_its_90_percent_interval_in_90_percent_of_portfolios(void **state)
{
    (void)state;
    int count[3] = {0};
    for (uint64_t seed = 1; seed <= SEEDS; seed++)
        count[place_of(seed) + 1]++;
    print_message("below %d, within %d, above %d of %d\n", count[0], count[1], count[2], SEEDS);
    assert_in_range(count[1], 180 - 12, 180 + 12);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_year_lies_in_its_90_percent_interval_in_90_percent_of_portfolios),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
