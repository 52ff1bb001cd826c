/* The synthetic portfolio: the figures it is made to have, and that its parts fit together. */

#include "file/file.h"
#include "record/simulate.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

/* 3.265 million payouts of 4.159 billion yuan to 97.73 million enrolments, five years to 2022. */
enum { PAYOUTS_PER_MILLION = 33410, MEAN_PAYOUT_FEN = 127381 };

/* Shares, units, counts and amounts are drawn independently, so that means multiply. */
static void the_plans_make_the_published_frequency_and_mean_payout_exactly(void **state)
{
    (void)state;
    hz_sum shares = 0, payouts = 0, amounts = 0;
    for (size_t p = 0; p < HZ_SIMULATED_PLANS; p++) {
        const struct hz_simulated_plan *plan = &hz_simulated_plans[p];
        hz_sum of_plan = (hz_sum)plan->share * (plan->payout1 + 2 * plan->payout2);
        shares += plan->share;
        payouts += of_plan;
        amounts += of_plan * plan->mean * plan->units; /* in quarters */
    }
    assert_true(shares == 1000);
    assert_true(payouts == 1000 * PAYOUTS_PER_MILLION);
    assert_true(amounts == 4 * payouts * MEAN_PAYOUT_FEN);
}

static struct hz_simulation usual(uint64_t seed)
{
    return hz_simulation_of(seed, 2018, 5);
}

/* Splits a line in place; gives the next one. Fields are terminated. */
static char *split(char *line, char *field[], size_t fields)
{
    char *at = line, *end = strchr(line, '\n');
    assert_non_null(end);
    *end = '\0';
    for (size_t f = 0; f < fields; f++) {
        field[f] = at;
        at = strchr(at, ',');
        assert_true((at != NULL) == (f + 1 < fields));
        if (at)
            *at++ = '\0';
    }
    return end + 1;
}

static char *simulate(const struct hz_simulation *simulation, enum hz_simulated what,
                      uint64_t first, uint64_t count)
{
    struct hz_buffer rows = {0};
    hz_simulate(simulation, what, first, count, &rows);
    hz_buffer_char(&rows, '\0');
    return rows.at;
}

static hz_date date_of(const char *text)
{
    hz_date date = 0;
    assert_true(hz_date_parse(hz_text_of(text), &date));
    return date;
}

static hz_fen fen_of(const char *text)
{
    hz_fen fen = 0;
    assert_int_equal(hz_money_parse(hz_text_of(text), &fen), HZ_MONEY_GOOD);
    return fen;
}

enum {
    M_MEMBER,
    M_PLAN,
    M_OFFICE,
    M_START,
    M_END,
    M_CONTRIBUTION,
    M_SEX,
    M_BIRTH,
    M_UNITS,
    M_TYPE
};
enum { MEMBER_FIELDS = M_TYPE + 1 };
enum {
    C_CLAIM,
    C_MEMBER,
    C_PLAN,
    C_OFFICE,
    C_START,
    C_EVENT,
    C_REPORT,
    C_TRANSACTION,
    C_PAID,
    C_ESTIMATE,
    C_STATUS,
    C_EX_GRATIA,
    CLAIM_FIELDS
};

/* Within three standard errors of two million enrolments, for a seed chosen once. */
static void payouts_are_as_frequent_and_as_large_as_published(void **state)
{
    (void)state;
    enum { ENROLMENTS = 2000000, AT_ONCE = 100000 };
    const struct hz_simulation simulation = usual(20221231);
    double payouts = 0, paid = 0, squares = 0;
    for (uint64_t first = 1; first <= ENROLMENTS; first += AT_ONCE) {
        char *rows = simulate(&simulation, HZ_SIMULATED_CLAIMS, first, AT_ONCE);
        char *field[CLAIM_FIELDS];
        double of_claim = 0;
        for (char *at = rows; *at;) {
            at = split(at, field, CLAIM_FIELDS);
            if (strcmp(field[C_EX_GRATIA], "1") == 0)
                continue;
            of_claim += (double)fen_of(field[C_PAID]) / 100;
            if (strcmp(field[C_STATUS], "paid") == 0) {
                payouts++;
                paid += of_claim;
                squares += of_claim * of_claim;
                of_claim = 0;
            }
        }
        free(rows);
    }
    const double mean = paid / payouts, deviation = sqrt(squares / payouts - mean * mean);
    const double expected = ENROLMENTS * (PAYOUTS_PER_MILLION / 1e6);
    /* An enrolment's number of payouts has a variance below 1.2 times its mean. */
    assert_true(fabs(payouts - expected) < 3 * sqrt(1.2 * expected));
    assert_true(fabs(mean - MEAN_PAYOUT_FEN / 100.0) < 3 * deviation / sqrt(payouts));
}

static const struct hz_simulated_plan *plan_of(const char *code)
{
    for (size_t p = 0; p < HZ_SIMULATED_PLANS; p++)
        if (strcmp(hz_simulated_plans[p].code, code) == 0)
            return &hz_simulated_plans[p];
    fail_msg("no plan %s", code);
    return NULL;
}

static void check_member(char *field[], uint64_t number)
{
    char member[16];
    const struct hz_simulated_plan *plan = plan_of(field[M_PLAN]);
    const hz_date start = date_of(field[M_START]), end = date_of(field[M_END]);
    const hz_date birth = date_of(field[M_BIRTH]);
    const hz_fen units = field[M_UNITS][0] - '0';

    snprintf(member, sizeof member, "M%010u", (unsigned)number);
    assert_string_equal(field[M_MEMBER], member);
    assert_true(start >= date_of("2018-01-01") && start <= date_of("2022-12-31"));
    if (plan->months > 0)
        assert_int_equal(hz_date_add_months(start, plan->months), end + 1);
    else
        assert_in_range(end - start + 1, 3, 30);
    assert_in_range(units, 1, plan->units == 4 ? 1 : plan->units == 5 ? 2 : 3);
    assert_int_equal(fen_of(field[M_CONTRIBUTION]), plan->price * units);
    assert_true(hz_date_add_months(birth, 18 * 12) <= start + 1);
    assert_true(hz_date_add_months(birth, 60 * 12) >= start);
    assert_int_equal(strlen(field[M_OFFICE]), 4);
    assert_true(strcmp(field[M_SEX], "2") == 0 ||
                (strcmp(field[M_SEX], "1") == 0 && strcmp(field[M_PLAN], "women") != 0));
}

static void members_have_the_terms_of_their_plans(void **state)
{
    (void)state;
    enum { MEMBERS = 20000 };
    const struct hz_simulation simulation = usual(1);
    char *rows = simulate(&simulation, HZ_SIMULATED_MEMBERS, 1, MEMBERS), *at = rows;
    size_t of_hospital = 0, in_2022 = 0, in_2018 = 0;
    for (uint64_t number = 1; number <= MEMBERS; number++) {
        char *field[MEMBER_FIELDS];
        at = split(at, field, MEMBER_FIELDS);
        check_member(field, number);
        of_hospital += strcmp(field[M_PLAN], "hospital") == 0;
        in_2018 += strncmp(field[M_START], "2018", 4) == 0;
        in_2022 += strncmp(field[M_START], "2022", 4) == 0;
    }
    assert_int_equal(*at, '\0');
    /* A quarter, within four standard errors of 61; 1.114^4 = 1.54 times as many four years on. */
    assert_in_range(of_hospital, 5000 - 245, 5000 + 245);
    assert_in_range(in_2022 * 100 / in_2018, 144, 164);
    free(rows);
}

static void claims_belong_to_the_members_of_the_same_seed_and_to_their_terms(void **state)
{
    (void)state;
    const struct hz_simulation simulation = usual(7);
    char *rows = simulate(&simulation, HZ_SIMULATED_CLAIMS, 1, 50000);
    size_t claims = 0;
    for (char *at = rows; *at; claims++) {
        char *field[CLAIM_FIELDS], *member[MEMBER_FIELDS];
        at = split(at, field, CLAIM_FIELDS);
        uint64_t number = strtoull(field[C_MEMBER] + 1, NULL, 10);
        char *row = simulate(&simulation, HZ_SIMULATED_MEMBERS, number, 1);
        split(row, member, MEMBER_FIELDS);
        assert_string_equal(field[C_MEMBER], member[M_MEMBER]);
        assert_string_equal(field[C_PLAN], member[M_PLAN]);
        assert_string_equal(field[C_OFFICE], member[M_OFFICE]);
        assert_string_equal(field[C_START], member[M_START]);
        assert_memory_equal(field[C_CLAIM] + 1, field[C_MEMBER] + 1, 10);
        assert_true(date_of(field[C_START]) <= date_of(field[C_EVENT]));
        assert_true(date_of(field[C_EVENT]) <= date_of(member[M_END]));
        assert_true(date_of(field[C_EVENT]) <= date_of(field[C_REPORT]));
        assert_true(date_of(field[C_REPORT]) <= date_of(field[C_TRANSACTION]));
        free(row);
    }
    assert_true(claims > 3000);
    free(rows);
}

static void each_claim_ends_settled_with_its_dates_in_order(void **state)
{
    (void)state;
    const struct hz_simulation simulation = usual(3);
    char *rows = simulate(&simulation, HZ_SIMULATED_CLAIMS, 1, 50000);
    char *field[CLAIM_FIELDS], *before = NULL;
    hz_date last = 0;
    bool is_settled = true;
    size_t rows_of_claim = 0, three = 0, refused = 0, aid = 0;
    for (char *at = rows; *at;) {
        at = split(at, field, CLAIM_FIELDS);
        bool is_new = !before || strcmp(before, field[C_CLAIM]) != 0;
        assert_true(is_settled == is_new);
        assert_true(is_new || date_of(field[C_TRANSACTION]) >= last);
        rows_of_claim = is_new ? 1 : rows_of_claim + 1;
        three += rows_of_claim == 3;
        assert_in_range(rows_of_claim, 1, 3);
        is_settled =
            strcmp(field[C_STATUS], "reported") != 0 && strcmp(field[C_STATUS], "approved") != 0;
        assert_true((fen_of(field[C_ESTIMATE]) == 0) == is_settled);
        refused +=
            strcmp(field[C_STATUS], "rejected") == 0 || strcmp(field[C_STATUS], "withdrawn") == 0;
        aid += strcmp(field[C_EX_GRATIA], "1") == 0;
        last = date_of(field[C_TRANSACTION]);
        before = field[C_CLAIM];
    }
    assert_true(is_settled);
    assert_true(three > 300 && refused > 40 && aid > 5);
    free(rows);
}

static void any_part_of_a_portfolio_can_be_made_by_itself(void **state)
{
    (void)state;
    const struct hz_simulation simulation = usual(5);
    for (int what = 0; hz_simulated_names[what]; what++) {
        struct hz_buffer parts = {0};
        char *whole = simulate(&simulation, (enum hz_simulated)what, 1, 3000);
        hz_simulate(&simulation, (enum hz_simulated)what, 1, 1, &parts);
        hz_simulate(&simulation, (enum hz_simulated)what, 2, 1000, &parts);
        hz_simulate(&simulation, (enum hz_simulated)what, 1002, 0, &parts);
        hz_simulate(&simulation, (enum hz_simulated)what, 1002, 1999, &parts);
        assert_int_equal(strlen(whole), parts.length);
        assert_memory_equal(whole, parts.at, parts.length);
        hz_buffer_free(&parts);
        free(whole);
    }
}

static void seeds_make_different_portfolios(void **state)
{
    (void)state;
    const struct hz_simulation one = usual(1), two = usual(2);
    char *a = simulate(&one, HZ_SIMULATED_MEMBERS, 1, 10);
    char *b = simulate(&two, HZ_SIMULATED_MEMBERS, 1, 10);
    assert_string_not_equal(a, b);
    free(a);
    free(b);
}

static void covers_start_in_the_years_asked_for(void **state)
{
    (void)state;
    const struct hz_simulation one = hz_simulation_of(1, 2024, 1);
    const struct hz_simulation most = hz_simulation_of(1, 2000, HZ_SIMULATED_YEARS);
    char *rows = simulate(&one, HZ_SIMULATED_MEMBERS, 1, 2000), *field[MEMBER_FIELDS];
    bool is_leap_day_in = false;
    for (char *at = rows; *at;) {
        at = split(at, field, MEMBER_FIELDS);
        assert_memory_equal(field[M_START], "2024-", 5);
        is_leap_day_in |= strcmp(field[M_START], "2024-02-29") == 0;
    }
    assert_true(is_leap_day_in);
    free(rows);
    rows = simulate(&most, HZ_SIMULATED_MEMBERS, 1, 20000);
    bool is_last_in = false;
    for (char *at = rows; *at;) {
        at = split(at, field, MEMBER_FIELDS);
        assert_in_range(date_of(field[M_START]), date_of("2000-01-01"), date_of("2049-12-31"));
        is_last_in |= strncmp(field[M_START], "2049", 4) == 0;
    }
    assert_true(is_last_in);
    free(rows);
}

static void what_comes_after_a_valuation_is_not_there(void **state)
{
    (void)state;
    struct hz_simulation simulation = usual(1);
    char *all = simulate(&simulation, HZ_SIMULATED_CLAIMS, 1, 20000), *field[CLAIM_FIELDS];
    size_t expected = 0, found = 0;
    for (char *at = all; *at;) {
        at = split(at, field, CLAIM_FIELDS);
        expected += date_of(field[C_TRANSACTION]) <= date_of("2020-06-30");
    }
    simulation.as_of = date_of("2020-06-30");
    char *known = simulate(&simulation, HZ_SIMULATED_CLAIMS, 1, 20000);
    for (char *at = known; *at; found++) {
        at = split(at, field, CLAIM_FIELDS);
        assert_true(date_of(field[C_TRANSACTION]) <= simulation.as_of);
    }
    assert_int_equal(found, expected);
    char *members = simulate(&simulation, HZ_SIMULATED_MEMBERS, 1, 2000);
    for (char *at = members; *at;) {
        at = split(at, field, MEMBER_FIELDS);
        assert_true(date_of(field[M_START]) <= simulation.as_of);
    }
    free(all);
    free(known);
    free(members);
}

/* ---- Written by threads */

static void write_portfolio(struct hz_buffer *result, enum hz_simulated what, uint64_t enrolments,
                            uint64_t rows, int threads)
{
    char path[] = "/tmp/huzhu-test-simulate-XXXXXX";
    struct hz_output *output = NULL;
    struct hz_error err = {0};
    const struct hz_simulation simulation = usual(1);
    int file = mkstemp(path);
    assert_true(file >= 0);
    close(file);
    assert_true(hz_output_open(&output, path, &err));
    hz_simulate_write(&simulation, what, enrolments, rows, threads, output);
    assert_true(hz_output_close(output, &err));
    result->length = 0;
    assert_true(hz_file_read(path, SIZE_MAX, result, &err));
    unlink(path);
}

static size_t count_lines(const struct hz_buffer *text)
{
    size_t lines = 0;
    for (size_t i = 0; i < text->length; i++)
        lines += text->at[i] == '\n';
    return lines;
}

static void the_bytes_do_not_depend_on_the_number_of_threads(void **state)
{
    (void)state;
    struct hz_buffer one = {0}, many = {0};
    for (int what = 0; hz_simulated_names[what]; what++) {
        write_portfolio(&one, (enum hz_simulated)what, 20000, UINT64_MAX, 1);
        write_portfolio(&many, (enum hz_simulated)what, 20000, UINT64_MAX, 5);
        assert_int_equal(one.length, many.length);
        assert_memory_equal(one.at, many.at, one.length);
    }
    hz_buffer_free(&one);
    hz_buffer_free(&many);
}

static void no_more_rows_come_than_are_wanted(void **state)
{
    (void)state;
    static const uint64_t wanted[] = {0, 1, 4095, 4096, 4097, 10000};
    struct hz_buffer result = {0};
    for (size_t i = 0; i < HZ_COUNT(wanted); i++)
        for (int what = 0; hz_simulated_names[what]; what++) {
            write_portfolio(&result, (enum hz_simulated)what, HZ_SIMULATED_MOST, wanted[i], 3);
            assert_int_equal(count_lines(&result), wanted[i] + 1);
        }
    write_portfolio(&result, HZ_SIMULATED_MEMBERS, 5000, 9000, 2);
    assert_int_equal(count_lines(&result), 5001);
    write_portfolio(&result, HZ_SIMULATED_MEMBERS, 0, 9000, 2);
    assert_int_equal(count_lines(&result), 1);
    hz_buffer_free(&result);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_plans_make_the_published_frequency_and_mean_payout_exactly),
        cmocka_unit_test(payouts_are_as_frequent_and_as_large_as_published),
        cmocka_unit_test(members_have_the_terms_of_their_plans),
        cmocka_unit_test(claims_belong_to_the_members_of_the_same_seed_and_to_their_terms),
        cmocka_unit_test(each_claim_ends_settled_with_its_dates_in_order),
        cmocka_unit_test(any_part_of_a_portfolio_can_be_made_by_itself),
        cmocka_unit_test(seeds_make_different_portfolios),
        cmocka_unit_test(covers_start_in_the_years_asked_for),
        cmocka_unit_test(what_comes_after_a_valuation_is_not_there),
        cmocka_unit_test(the_bytes_do_not_depend_on_the_number_of_threads),
        cmocka_unit_test(no_more_rows_come_than_are_wanted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
