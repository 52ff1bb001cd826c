/* The state of every fold: sums by key, joined in any order. */

#include "stream/gather.h"
#include "stream/tally.h"

#include "base/attr.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

static const struct hz_tally_layout layout = {
    .keys = 2,
    .key = {{"plan", HZ_KEY_TEXT}, {"age", HZ_KEY_INTEGER}},
    .values = 5,
    .value = {{"paid", HZ_VALUE_SUM},
              {"stamp", HZ_VALUE_MAX},
              {"estimate", HZ_VALUE_OF_MAX},
              {"first", HZ_VALUE_MIN},
              {"count", HZ_VALUE_SUM}},
};

static void add(struct hz_tally *tally, const char *plan, int64_t age, int64_t number)
{
    const struct hz_key key[] = {{.text = hz_text_of(plan)}, {.integer = age}};
    const hz_sum value[] = {number, number % 17, number, number, 1};
    hz_tally_add(tally, key, value);
}

static struct hz_tally *sample(unsigned from, unsigned to)
{
    struct hz_tally *tally = hz_tally_new(&layout);
    for (unsigned i = from; i < to; i++) {
        char plan[16];
        snprintf(plan, sizeof plan, "P%u", i * 7919 % 113);
        /* Equal stamps carry equal numbers, so which of them is taken over makes no difference. */
        add(tally, plan, (int64_t)(i % 5) - 2, (int64_t)(i * 31 % 17));
    }
    return tally;
}

static void assert_same(struct hz_tally *a, struct hz_tally *b)
{
    hz_tally_sort(a);
    hz_tally_sort(b);
    assert_int_equal(hz_tally_size(a), hz_tally_size(b));
    for (size_t i = 0; i < hz_tally_size(a); i++) {
        struct hz_tally_row x = hz_tally_row(a, i), y = hz_tally_row(b, i);
        assert_true(hz_tally_same_key(a, &x, &y, 2));
        for (size_t v = 0; v < 5; v++)
            assert_true(x.value[v] == y.value[v]);
    }
}

static void rows_of_one_key_are_joined_by_each_value_s_rule(void **state)
{
    (void)state;
    struct hz_tally *tally = hz_tally_new(&layout);
    const struct hz_key key[] = {{.text = hz_text_of("x")}, {.integer = 1}};
    hz_tally_add(tally, key, (const hz_sum[]){10, 5, 500, 7, 1});
    hz_tally_add(tally, key, (const hz_sum[]){-3, 9, 900, 8, 1});
    hz_tally_add(tally, key, (const hz_sum[]){1, 2, 200, 6, 1});
    hz_tally_sort(tally);
    struct hz_tally_row row = hz_tally_row(tally, 0);
    const hz_sum expected[] = {8, 9, 900, 6, 3};
    assert_int_equal(hz_tally_size(tally), 1);
    for (size_t v = 0; v < 5; v++)
        assert_true(row.value[v] == expected[v]);
    hz_tally_free(tally);
}

static void of_equal_maxima_the_smaller_of_what_goes_with_them_stands(void **state)
{
    (void)state;
    const struct hz_key key[] = {{.text = hz_text_of("x")}, {.integer = 1}};
    const hz_sum row[][5] = {{0, 9, 500, 0, 1}, {0, 9, 300, 0, 1}, {0, 8, 100, 0, 1}};
    for (int first = 0; first < 3; first++) {
        struct hz_tally *tally = hz_tally_new(&layout);
        for (int r = 0; r < 3; r++)
            hz_tally_add(tally, key, row[(first + r) % 3]);
        hz_tally_sort(tally);
        assert_true(hz_tally_row(tally, 0).value[2] == 300);
        hz_tally_free(tally);
    }
}

static void keys_come_out_in_order_texts_by_bytes_numbers_by_size(void **state)
{
    (void)state;
    struct hz_tally *tally = hz_tally_new(&layout);
    const struct {
        const char *plan;
        int64_t age;
    } expected[] = {{"", 3}, {"A", -10}, {"A", 2}, {"A", 10}, {"AB", 1}, {"B", 0}, {"县", 0}};
    const size_t order[] = {5, 2, 6, 0, 4, 3, 1};
    for (size_t i = 0; i < 7; i++)
        add(tally, expected[order[i]].plan, expected[order[i]].age, 1);
    hz_tally_sort(tally);
    for (size_t i = 0; i < 7; i++) {
        struct hz_tally_row row = hz_tally_row(tally, i);
        assert_true(hz_text_equal(row.key[0].text, hz_text_of(expected[i].plan)));
        assert_int_equal(row.key[1].integer, expected[i].age);
    }
    hz_tally_free(tally);
}

static void merging_shards_in_any_order_gives_the_whole(void **state)
{
    (void)state;
    struct hz_tally *whole = sample(0, 5000);
    struct hz_tally *a = sample(0, 1234), *b = sample(1234, 1235), *c = sample(1235, 5000);
    struct hz_tally *forwards = hz_tally_new(&layout), *backwards = hz_tally_new(&layout);
    hz_tally_merge(forwards, a);
    hz_tally_merge(forwards, b);
    hz_tally_merge(forwards, c);
    hz_tally_merge(backwards, c);
    hz_tally_merge(backwards, a);
    hz_tally_merge(backwards, b);
    assert_same(whole, forwards);
    assert_same(whole, backwards);
    struct hz_tally *all[] = {whole, a, b, c, forwards, backwards};
    for (size_t i = 0; i < 6; i++)
        hz_tally_free(all[i]);
}

static void a_sorted_tally_takes_more_rows(void **state)
{
    (void)state;
    struct hz_tally *whole = sample(0, 3000), *grown = sample(0, 1000);
    hz_tally_sort(grown);
    struct hz_tally *rest = sample(1000, 3000);
    hz_tally_merge(grown, rest);
    assert_same(whole, grown);
    hz_tally_free(whole);
    hz_tally_free(grown);
    hz_tally_free(rest);
}

static void sums_go_beyond_64_bits(void **state)
{
    (void)state;
    struct hz_tally *tally = hz_tally_new(&layout);
    const struct hz_key key[] = {{.text = hz_text_of("x")}, {.integer = 1}};
    for (int i = 0; i < 1000; i++)
        hz_tally_add(tally, key, (const hz_sum[]){INT64_MAX, 0, 0, 0, 1});
    hz_tally_sort(tally);
    assert_true(hz_tally_row(tally, 0).value[0] == (hz_sum)INT64_MAX * 1000);
    hz_tally_free(tally);
}

/* Amounts of any size and both signs, those around the ends of 64 bits among them. */
static hz_sum amount(uint64_t *seed)
{
    static const hz_sum edge[] = {
        INT64_MAX, INT64_MIN, (hz_sum)INT64_MAX + 1, (hz_sum)INT64_MIN - 1, -1, 1};
    *seed = *seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    const uint64_t draw = *seed >> 33;
    return draw % 3 == 0   ? edge[draw / 3 % HZ_COUNT(edge)]
           : draw % 3 == 1 ? ((hz_sum)draw - (1 << 30)) * ((hz_sum)1 << 66)
                           : (hz_sum)draw - (1 << 30);
}

static void sums_alone_are_exact_at_any_size_and_merged(void **state)
{
    enum { SUMS = 5000, ROWS = 60000 };
    static const struct hz_tally_layout sums = {
        .keys = 1,
        .key = {{"age", HZ_KEY_INTEGER}},
        .values = 2,
        .value = {{"a", HZ_VALUE_SUM}, {"b", HZ_VALUE_SUM}}};
    static hz_sum wanted[SUMS][2];
    struct hz_tally *part[] = {hz_tally_new(&sums), hz_tally_new(&sums)};
    uint64_t seed = 1;
    (void)state;
    for (int row = 0; row < ROWS; row++) {
        const struct hz_key key = {.integer = row * 7919 % SUMS};
        const hz_sum value[] = {amount(&seed), amount(&seed)};
        for (int v = 0; v < 2; v++)
            wanted[key.integer][v] += value[v];
        hz_tally_add(part[row % 3 == 0], &key, value);
    }
    hz_tally_merge(part[0], part[1]);
    hz_tally_sort(part[0]);
    assert_int_equal(hz_tally_size(part[0]), SUMS);
    for (size_t i = 0; i < SUMS; i++) {
        const struct hz_tally_row row = hz_tally_row(part[0], i);
        assert_int_equal(row.key[0].integer, i);
        assert_true(row.value[0] == wanted[i][0] && row.value[1] == wanted[i][1]);
    }
    hz_tally_free(part[0]);
    hz_tally_free(part[1]);
}

static void an_empty_tally_can_be_sorted_and_merged(void **state)
{
    (void)state;
    struct hz_tally *a = hz_tally_new(&layout), *b = hz_tally_new(&layout);
    hz_tally_sort(a);
    hz_tally_merge(a, b);
    assert_int_equal(hz_tally_size(a), 0);
    hz_tally_free(a);
    hz_tally_free(b);
    hz_tally_free(NULL);
}

/* Texts of all lengths, as they lie in a file, and numbers; the last digits repeat. */
enum { ROWS = HZ_BATCH_ROWS, LONGEST = 60 };

static void draw_texts(struct hz_text text[], char room[ROWS][LONGEST + 1], unsigned different)
{
    static unsigned state = 1;
    for (size_t r = 0; r < ROWS; r++) {
        const unsigned which = (state = state * 1103515245 + 12345) >> 8;
        const unsigned number = which % different, length = number * 7 % LONGEST;
        for (unsigned i = 0; i < LONGEST; i++)
            room[r][i] = (char)(i < 8 ? 'a' : 'a' + (number >> (i % 4 * 4)) % 16);
        text[r] = (struct hz_text){room[r], length};
    }
}

static void rows_in_columns_are_the_same_as_one_by_one(void **state)
{
    (void)state;
    static const struct hz_tally_layout sums = {
        .keys = 3,
        .key = {{"plan", HZ_KEY_TEXT}, {"days", HZ_KEY_INTEGER}, {"office", HZ_KEY_TEXT}},
        .values = 2,
        .value = {{"paid", HZ_VALUE_SUM}, {"count", HZ_VALUE_SUM}},
    };
    static char plans[ROWS][LONGEST + 1], offices[ROWS][LONGEST + 1];
    static const unsigned different[] = {1, 9, 300, 1U << 23}; /* the last: more than have codes */
    for (size_t d = 0; d < HZ_COUNT(different); d++) {
        struct hz_tally *columns = hz_tally_new(&sums), *single = hz_tally_new(&sums);
        for (unsigned batch = 0; batch < 200; batch++) {
            struct hz_text plan[ROWS], office[ROWS];
            int64_t days[ROWS], paid[ROWS], count[ROWS];
            uint16_t row[ROWS];
            size_t rows = 0;
            draw_texts(plan, plans, different[d]);
            draw_texts(office, offices, 5);
            for (uint16_t r = 0; r < ROWS; r++) {
                days[r] = (int64_t)plan[r].length % 3 - 1;
                paid[r] = r % 2 ? INT64_MAX - r : INT64_MIN / (r + 1);
                count[r] = 1;
                if (r % 5 == 0)
                    continue;
                row[rows++] = r;
                hz_tally_add(single,
                             (const struct hz_key[]){
                                 {.text = plan[r]}, {.integer = days[r]}, {.text = office[r]}},
                             (const hz_sum[]){paid[r], 1});
            }
            const struct hz_tally_columns given = {
                .text = {plan, NULL, office}, .integer = {NULL, days}, .value = {paid, count}};
            hz_tally_add_rows(columns, &given, row, rows);
        }
        hz_tally_sort(columns);
        hz_tally_sort(single);
        assert_int_equal(hz_tally_size(columns), hz_tally_size(single));
        for (size_t i = 0; i < hz_tally_size(single); i++) {
            struct hz_tally_row x = hz_tally_row(columns, i), y = hz_tally_row(single, i);
            assert_true(hz_tally_same_key(single, &x, &y, 3));
            assert_true(x.value[0] == y.value[0] && x.value[1] == y.value[1]);
        }
        hz_tally_free(columns);
        hz_tally_free(single);
    }
}

/* Some of 64 bits and some beyond, with texts of a column that is not there. */
static void rows_that_were_gathered_are_the_same_as_one_by_one(void **state)
{
    (void)state;
    static const struct hz_tally_layout sums = {
        .keys = 3,
        .key = {{"plan", HZ_KEY_TEXT}, {"sex", HZ_KEY_TEXT}, {"days", HZ_KEY_INTEGER}},
        .values = 2,
        .value = {{"paid", HZ_VALUE_SUM}, {"count", HZ_VALUE_SUM}},
    };
    static char plans[ROWS][LONGEST + 1];
    static struct hz_gather gather;
    struct hz_tally *gathered = hz_tally_new(&sums), *single = hz_tally_new(&sums);
    for (unsigned batch = 0; batch < 20; batch++) {
        struct hz_text plan[ROWS];
        int64_t days[ROWS], paid[ROWS], count[ROWS];
        draw_texts(plan, plans, 9);
        hz_gather_begin(&gather, gathered);
        hz_gather_text(&gather, 0, plan);
        hz_gather_text(&gather, 1, NULL);
        gather.columns.integer[2] = days;
        gather.columns.value[0] = paid;
        gather.columns.value[1] = count;
        for (uint16_t r = 0; r < ROWS; r++) {
            const hz_sum value[] = {(hz_sum)(INT64_MAX - r) * (r % 4 - 1), r % 2};
            const struct hz_key key[] = {
                {.text = plan[r]}, {.text = hz_text_of("")}, {.integer = r % 4}};
            if (r % 5 == 0)
                continue;
            days[r] = r % 4;
            paid[r] = hz_gather_product(&gather, r, 0, INT64_MAX - r, r % 4 - 1);
            count[r] = r % 2;
            hz_gather_row(&gather, r);
            hz_tally_add(single, key, value);
        }
        hz_gather_join(&gather);
    }
    hz_tally_sort(gathered);
    hz_tally_sort(single);
    assert_int_equal(hz_tally_size(gathered), hz_tally_size(single));
    for (size_t i = 0; i < hz_tally_size(single); i++) {
        struct hz_tally_row x = hz_tally_row(gathered, i), y = hz_tally_row(single, i);
        assert_true(hz_tally_same_key(single, &x, &y, 3));
        assert_true(x.value[0] == y.value[0] && x.value[1] == y.value[1]);
    }
    hz_tally_free(gathered);
    hz_tally_free(single);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_of_one_key_are_joined_by_each_value_s_rule),
        cmocka_unit_test(of_equal_maxima_the_smaller_of_what_goes_with_them_stands),
        cmocka_unit_test(keys_come_out_in_order_texts_by_bytes_numbers_by_size),
        cmocka_unit_test(merging_shards_in_any_order_gives_the_whole),
        cmocka_unit_test(a_sorted_tally_takes_more_rows),
        cmocka_unit_test(sums_go_beyond_64_bits),
        cmocka_unit_test(sums_alone_are_exact_at_any_size_and_merged),
        cmocka_unit_test(rows_in_columns_are_the_same_as_one_by_one),
        cmocka_unit_test(rows_that_were_gathered_are_the_same_as_one_by_one),
        cmocka_unit_test(an_empty_tally_can_be_sorted_and_merged),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
