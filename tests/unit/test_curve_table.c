/* Tables of rates by age as files: what is read, and each refusal with its place. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "life/curve_table.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char path[] = "/tmp/rates.XXXXXX"; /* made before the first test */

static bool read_text(const char *text, struct hz_rate_tables *tables, struct hz_arena *arena,
                      struct hz_error *err)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
    return hz_rate_tables_read(tables, path, arena, err);
}

static void tables_are_found_by_name_and_sex(void **state)
{
    (void)state;
    struct hz_arena arena = {0};
    struct hz_error err = {0};
    struct hz_rate_tables tables;
    const struct hz_rate_table *table;
    assert_true(
        read_text("table,sex,age,rate\nci,1,20,0.001\nci,1,21,0.002\nci,2,20,0.5\nlapse,,0,1\n",
                  &tables, &arena, &err));
    assert_int_equal(tables.count, 3);
    assert_true(hz_rate_tables_find(&tables, hz_text_of("ci"), hz_text_of("1"), &table, &err));
    assert_int_equal(table->first, 20);
    assert_int_equal(table->ages, 2);
    assert_true(table->rate[1] > 0.0019 && table->rate[1] < 0.0021);
    assert_true(hz_rate_tables_find(&tables, hz_text_of("lapse"), hz_text_of("2"), &table, &err));
    assert_false(hz_rate_tables_find(&tables, hz_text_of("ci"), hz_text_of("9"), &table, &err));
    assert_non_null(strstr(err.text, "no table \"ci\" of sex \"9\""));
    hz_arena_free(&arena);
}

static void tables_at_fault_are_refused_with_their_place(void **state)
{
    (void)state;
    static const struct {
        const char *rows, *want;
    } bad[] = {
        {"ci,1,20,0.1\nci,1,22,0.1\n", ":3:6: age: \"22\" is not the next age"},
        {"ci,1,20,0.1\nci,1,20,0.1\n", ":3:6: age: \"20\""},
        {"ci,1,x,0.1\n", ":2:6: age"},
        {"ci,1,20,-0.1\n", ":2:9: rate: \"-0.1\" is no yearly rate"},
        {"ci,1,20,1.1\n", ":2:9: rate: \"1.1\""},
        {"ci,1,20,\n", ":2:9: rate"},
        {"ci,1,20,0.1\nci,2,20,0.1\nci,1,21,0.1\n",
         ":4:1: table \"ci\" of sex \"1\" begins on line 2"},
        {"", "there is no row"},
    };
    for (size_t b = 0; b < HZ_COUNT(bad); b++) {
        struct hz_arena arena = {0};
        struct hz_error err = {0};
        struct hz_rate_tables tables;
        char text[256];
        snprintf(text, sizeof text, "table,sex,age,rate\n%s", bad[b].rows);
        assert_false(read_text(text, &tables, &arena, &err));
        assert_int_equal(err.kind, HZ_ERROR_DATA);
        if (!strstr(err.text, bad[b].want))
            fail_msg("%s: expected %s", err.text, bad[b].want);
        hz_arena_free(&arena);
    }
    unlink(path);
}

/* At 4 %, three years from 40 of the table that ships, by hand of its three rates. */
static void the_synthetic_table_gives_a_net_single_contribution(void **state)
{
    (void)state;
    struct hz_arena arena = {0};
    struct hz_error err = {0};
    struct hz_rate_tables tables;
    const struct hz_rate_table *table;
    double reserve[4];
    assert_true(hz_rate_tables_read(&tables, "data/ci_synthetic.csv", &arena, &err));
    assert_true(
        hz_rate_tables_find(&tables, hz_text_of("synthetic_ci"), hz_text_of("1"), &table, &err));
    assert_true(hz_rate_table_need(table, 16, 66, &err));
    assert_false(hz_rate_table_need(table, 64, 67, &err));
    hz_cover_reserve(table, NULL, &(struct hz_life_term){40, 3, 0, 1, 0.04}, 10000, reserve);
    const double *q = table->rate + 24, v = 1 / 1.04;
    const double hand =
        10000 * (v * q[0] + v * v * (1 - q[0]) * q[1] + v * v * v * (1 - q[0]) * (1 - q[1]) * q[2]);
    assert_true(reserve[0] > hand - 1e-9 && reserve[0] < hand + 1e-9);
    hz_arena_free(&arena);
}

int main(void)
{
    const int descriptor = mkstemp(path);
    if (descriptor < 0)
        return 1;
    close(descriptor);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tables_are_found_by_name_and_sex),
        cmocka_unit_test(tables_at_fault_are_refused_with_their_place),
        cmocka_unit_test(the_synthetic_table_gives_a_net_single_contribution),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
