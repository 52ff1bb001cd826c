/* The columns that a result is split by: read, kept in a state, printed, summed up. */

#include "fold_text.h"
#include "record/groups.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static const char *const taken[] = {"count", NULL};

static bool parse(struct hz_groups *groups, const char *list, struct hz_arena *arena,
                  struct hz_error *err)
{
    *err = (struct hz_error){0};
    return hz_groups_parse(groups, list, taken, arena, err);
}

static void names_are_trimmed_and_aliases_stand_for_what_they_mean(void **state)
{
    (void)state;
    struct hz_arena arena = {0};
    struct hz_error err;
    struct hz_groups groups;
    assert_true(parse(&groups, " plan ,区", &arena, &err));
    assert_int_equal(groups.count, 2);
    assert_string_equal(groups.name[0], "plan");
    assert_string_equal(groups.name[1], "区");
    assert_true(parse(&groups, NULL, &arena, &err));
    assert_int_equal(groups.count, 0);
    hz_arena_free(&arena);
}

static void what_cannot_split_a_result_is_refused(void **state)
{
    (void)state;
    static const char *const bad[] = {"",      "plan,",     "12",
                                      "count", "plan,plan", "a,b,c,d,e,f,g,h,i,j,k,l,m"};
    struct hz_arena arena = {0};
    struct hz_error err;
    struct hz_groups groups;
    for (size_t b = 0; b < HZ_COUNT(bad); b++) {
        assert_false(parse(&groups, bad[b], &arena, &err));
        assert_int_equal(err.kind, HZ_ERROR_USAGE);
    }
    hz_arena_free(&arena);
}

static void groups_follow_what_a_layout_and_a_list_of_columns_have(void **state)
{
    (void)state;
    const struct hz_groups groups = {2, {"plan", "office"}};
    struct hz_tally_layout layout = {.keys = 0};
    struct hz_column column[4] = {{.name = "start"}};
    hz_tally_key(&layout, "year", HZ_KEY_INTEGER);
    hz_groups_layout(&groups, &layout);
    assert_int_equal(layout.keys, 3);
    assert_string_equal(layout.key[0].name, "year");
    assert_string_equal(layout.key[2].name, "office");
    assert_int_equal(layout.key[2].kind, HZ_KEY_TEXT);
    hz_groups_columns(&groups, 1, column);
    assert_string_equal(column[0].name, "start");
    assert_string_equal(column[1].name, "plan");
    assert_string_equal(column[2].name, "office");
    assert_null(column[3].name);
}

/* A fold of nothing else: how many rows each group has, and all of them. */
static const struct hz_groups by = {2, {"plan", "office"}};

static void absorb(struct hz_tally *tally, struct hz_batch *batch, const void *settings)
{
    struct hz_key key[HZ_TALLY_KEYS];
    (void)settings;
    for (size_t r = 0; r < batch->rows; r++) {
        hz_groups_key(&by, batch, 0, r, key);
        hz_tally_add(tally, key, (const hz_sum[]){1});
    }
}

static bool finish(struct hz_tally *tally, const void *settings, struct hz_table *table,
                   struct hz_error *err)
{
    hz_sum all = 0;
    (void)settings;
    (void)err;
    hz_groups_head(&by, taken, table);
    hz_tally_sort(tally);
    for (size_t i = 0; i < hz_tally_size(tally); i++) {
        const struct hz_tally_row row = hz_tally_row(tally, i);
        hz_groups_cells(&by, row.key, table);
        hz_table_integer(table, row.value[0]);
        hz_table_end_row(table);
        all += row.value[0];
        assert_int_equal(hz_tally_group_end(tally, i, 2), i + 1);
    }
    assert_int_equal(hz_tally_group_end(tally, 0, 1), 2); /* the offices of plan A */
    assert_int_equal(hz_tally_group_end(tally, 0, 0), 3);
    hz_groups_total(by.count, table);
    hz_table_integer(table, all);
    hz_table_end_row(table);
    return true;
}

static void a_result_has_its_groups_first_and_a_row_for_all(void **state)
{
    (void)state;
    struct hz_column column[3];
    struct hz_fold fold = {.columns = column, .absorb = absorb, .finish = finish};
    hz_groups_columns(&by, 0, column);
    hz_groups_layout(&by, &fold.layout);
    hz_tally_value(&fold.layout, "count", HZ_VALUE_SUM);
    char *text = fold_text(&fold, "office,plan\n2,A\n1,B\n1,A\n2,A\n", HZ_FORMAT_CSV);
    assert_string_equal(text, "plan,office,count\nA,1,1\nA,2,2\nB,1,1\ntotal,,4\n");
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_are_trimmed_and_aliases_stand_for_what_they_mean),
        cmocka_unit_test(what_cannot_split_a_result_is_refused),
        cmocka_unit_test(groups_follow_what_a_layout_and_a_list_of_columns_have),
        cmocka_unit_test(a_result_has_its_groups_first_and_a_row_for_all),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
