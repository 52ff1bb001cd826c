/* YAML as a tree in which everything knows its place, and every way it can be at fault. */

#include "base/memory.h"
#include "file/tree.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static struct hz_arena arena;
static struct hz_tree tree;

static bool parse_bytes(const char *yaml, size_t length, struct hz_error *err)
{
    /* In memory of just its size, which goes before the tree is looked at. */
    char *copy = hz_allocate(length, 1);
    memcpy(copy, yaml, length);
    bool done = hz_tree_parse(&tree, "plan.yaml", (struct hz_text){copy, length}, &arena, err);
    free(copy);
    return done;
}

static const struct hz_node *parse(const char *yaml)
{
    struct hz_error err = {0};
    if (!parse_bytes(yaml, strlen(yaml), &err))
        fail_msg("%s", err.text);
    assert_int_equal(err.kind, HZ_NO_ERROR);
    assert_string_equal(tree.file, "plan.yaml");
    return tree.root;
}

static void assert_refused_bytes(const char *yaml, size_t length, const char *said)
{
    struct hz_error err = {0};
    assert_false(parse_bytes(yaml, length, &err));
    assert_int_equal(err.kind, HZ_ERROR_DATA);
    if (strncmp(err.text, said, strlen(said)) != 0)
        fail_msg("\"%s\" does not begin \"%s\"", err.text, said);
}

static void assert_refused(const char *yaml, const char *said)
{
    assert_refused_bytes(yaml, strlen(yaml), said);
}

static void assert_at(const struct hz_node *node, uint32_t line, uint32_t column)
{
    assert_int_equal(node->line, line);
    assert_int_equal(node->column, column);
}

static void assert_text(const struct hz_node *node, const char *text)
{
    assert_int_equal(node->kind, HZ_NODE_SCALAR);
    assert_string_equal(node->text.at, text);
    assert_int_equal(node->text.length, strlen(text));
}

static void a_plan_is_read_with_the_place_of_everything(void **state)
{
    (void)state;
    const struct hz_node *plan = parse("# a plan\n"
                                       "name: 住院\n"
                                       "benefits:\n"
                                       "  - {kind: per_diem, amount: 50}\n"
                                       "  - kind: \"lump_sum\"\n"
                                       "    text: |\n"
                                       "      two\n"
                                       "      lines\n");
    assert_int_equal(plan->kind, HZ_NODE_MAP);
    assert_int_equal(plan->items, 2);
    assert_null(plan->key);
    assert_at(plan, 2, 1);
    const struct hz_node *name = hz_node_get(plan, "name");
    assert_ptr_equal(name, &plan->item[0]);
    assert_text(name, "住院");
    assert_at(name, 2, 7);
    assert_text(name->key, "name");
    assert_at(name->key, 2, 1);
    const struct hz_node *benefits = hz_node_get(plan, "benefits");
    assert_int_equal(benefits->kind, HZ_NODE_LIST);
    assert_int_equal(benefits->items, 2);
    assert_at(benefits, 4, 3);
    assert_at(&benefits->item[0], 4, 5);
    assert_null(benefits->item[0].key);
    assert_at(hz_node_get(&benefits->item[0], "amount"), 4, 30);
    assert_at(hz_node_get(&benefits->item[1], "kind"), 5, 11);
    assert_text(hz_node_get(&benefits->item[1], "text"), "two\nlines\n");
    assert_null(hz_node_get(plan, "Name"));
}

static void columns_count_bytes_and_lines_end_as_in_an_editor(void **state)
{
    (void)state;
    /* A byte order mark takes no column; U+2028 ends a line for libyaml, but in no editor. */
    const struct hz_node *map = parse("\xEF\xBB\xBF"
                                      "姓名: a\r\n"
                                      "日: 'x\xE2\x80\xA8y'\r\n"
                                      "身份证: {年: c}\r\n");
    assert_at(map, 1, 1);
    assert_at(&map->item[0], 1, 9);
    assert_at(map->item[1].key, 2, 1);
    assert_at(&map->item[1], 2, 6);
    assert_at(map->item[2].item, 3, 18);
}

static void empty_values_stand_at_their_keys(void **state)
{
    (void)state;
    const struct hz_node *map = parse("a:\n\nb: ~\nc: null\nd: ''\ne: \"null\"\nf: !!str\n");
    assert_int_equal(map->items, 6);
    assert_at(&map->item[0], 1, 3);
    for (size_t i = 0; i < map->items; i++)
        assert_int_equal(hz_node_is_null(&map->item[i]), i < 3);
    assert_false(hz_node_is_null(map));
}

static void an_alias_is_a_copy_in_its_own_place_of_the_map(void **state)
{
    (void)state;
    const struct hz_node *map = parse("bands: &b [30, 60]\n"
                                      "same: *b\n"
                                      "list: [&n 1, *n, &n 2, *n]\n"
                                      "*n : 3\n");
    const struct hz_node *same = hz_node_get(map, "same");
    assert_int_equal(same->items, 2);
    assert_text(&same->item[1], "60");
    assert_at(same, 1, 8);
    assert_string_equal(same->key->text.at, "same");
    const struct hz_node *list = hz_node_get(map, "list");
    static const char *const expected[] = {"1", "1", "2", "2"};
    for (size_t i = 0; i < HZ_COUNT(expected); i++)
        assert_text(&list->item[i], expected[i]);
    assert_text(hz_node_get(map, "2"), "3");
}

static void scalars_alone_lists_alone_and_empty_ones_are_documents(void **state)
{
    (void)state;
    assert_text(parse("x"), "x");
    assert_true(hz_node_is_null(parse("---\n")));
    assert_int_equal(parse("- 1\n- 2\n")->items, 2);
    assert_int_equal(parse("[]")->items, 0);
    const struct hz_node *map = parse("{}");
    assert_int_equal(map->kind, HZ_NODE_MAP);
    assert_null(hz_node_get(map, "a"));
    assert_text(hz_node_get(parse("%YAML 1.2\n---\na: 1\n...\n"), "a"), "1");
}

static void core_tags_are_taken_and_others_refused(void **state)
{
    (void)state;
    const struct hz_node *map = parse("a: !!str ~\nb: !!int 5\nc: !!map {}\nd: !!seq []\n");
    assert_false(hz_node_is_null(hz_node_get(map, "a")));
    assert_true(hz_node_get(map, "b")->is_plain);
    assert_refused("a: 1\nb: !rate 5\n", "plan.yaml:2:4: the tag \"!rate\"");
    assert_refused("a: !!binary eA==\n", "plan.yaml:1:4: the tag \"tag:yaml.org,2002:binary\"");
    assert_refused("a: !!seq {}\n", "plan.yaml:1:4: the tag \"tag:yaml.org,2002:seq\"");
}

static void keys_are_texts_that_stand_once(void **state)
{
    (void)state;
    assert_refused("rate: 1\nto: 3\nfrom: 2\nto: 4\nrate: 5\n",
                   "plan.yaml:4:1: to: this key stands twice in its map, first in line 2");
    assert_refused("a: {b: 1, 'b': 2}\n", "plan.yaml:1:11: b: this key stands twice");
    assert_refused("[a]: 1\n", "plan.yaml:1:1: a key must be a text");
    assert_refused("a: &x {}\n? *x\n: 1\n", "plan.yaml:2:3: a key must be a text");
    assert_refused("{'': 1}\n", "plan.yaml:1:2: an empty key");
    assert_refused("a: {? : 1}\n", "plan.yaml:1:7: an empty key");
    assert_refused("a: &x {b: 1}\nc:\n  <<: *x\n", "plan.yaml:3:3: \"<<\" (merging of maps)");
    assert_text(hz_node_get(parse("'<<': 1\n"), "<<"), "1");
}

static void what_is_no_yaml_is_refused_with_its_place(void **state)
{
    (void)state;
    assert_refused("a: 1\n\tb: 2\n", "plan.yaml:2:1: not YAML: a tab: indent with spaces");
    assert_refused("互: 1\n互助: a: b\n", "plan.yaml:2:10: not YAML: mapping values are not");
    assert_refused("a:\n  - 1\n b: 2\n", "plan.yaml:3:2: not YAML: did not find expected");
    assert_refused("a: [1, 2\n", "plan.yaml:2:1: not YAML: did not find expected ',' or ']', while "
                                 "parsing a flow sequence that begins in line 1");
    assert_refused("a: \"x\n", "plan.yaml:2:1: not YAML: found unexpected end of stream");
    assert_refused("a: %x\n", "plan.yaml:1:4: not YAML: found character that cannot start");
}

static void what_is_no_text_is_refused_with_its_place(void **state)
{
    (void)state;
    assert_refused("a: 1\nb: \xD6\xD0\n", "plan.yaml:2:5: not UTF-8 text: invalid trailing");
    assert_refused("a: \xC0\x80\n", "plan.yaml:1:4: not UTF-8 text: ");
    assert_refused("\xFF\xFE", "plan.yaml:1:1: not UTF-8 text: ");
    assert_refused_bytes("\xFE\xFF\0a", 4, "plan.yaml:1:1: not UTF-8 text: ");
    assert_refused("a: \x01\n", "plan.yaml:1:4: not UTF-8 text: control characters");
    assert_refused_bytes("a: \0\n", 5, "plan.yaml:1:4: not UTF-8 text: control characters");
    assert_refused("a: \"\\0\"\n", "plan.yaml:1:4: a text with a NUL");
}

static void one_document_it_must_be(void **state)
{
    (void)state;
    assert_refused("", "plan.yaml:1:1: nothing is in it");
    assert_refused("# a comment\n", "plan.yaml:2:1: nothing is in it");
    assert_refused("\xEF\xBB\xBF", "plan.yaml:1:1: nothing is in it");
    assert_refused("a: 1\n---\nb: 2\n", "plan.yaml:2:1: a second document");
}

static void an_alias_must_follow_what_it_means(void **state)
{
    (void)state;
    assert_refused("a: *x\nb: &x 1\n", "plan.yaml:1:4: no anchor \"&x\" stands before");
    assert_refused("a: &x [1, [*x]]\n", "plan.yaml:1:12: the alias \"*x\" stands inside");
    assert_refused("a: &x 1\nb: &x {c: *x}\n", "plan.yaml:2:11: the alias \"*x\" stands inside");
}

/*
 * Nine lists, each of nine aliases of the one before: 9^9 values and more. The lists in lines 2 to
 * 7 stand for 10, 91, 820, 7381, 66430 and 597871; one more alias of the last is beyond a million.
 */
static void small_files_do_not_grow_large(void **state)
{
    (void)state;
    struct hz_buffer yaml = {0};
    hz_buffer_string(&yaml, "- &a0 x\n");
    for (int level = 1; level <= 9; level++) {
        hz_buffer_format(&yaml, "- &a%d [", level);
        for (int i = 0; i < 9; i++)
            hz_buffer_format(&yaml, "*a%d,", level - 1);
        hz_buffer_string(&yaml, "]\n");
    }
    assert_refused_bytes(yaml.at, yaml.length, "plan.yaml:8:8: more than 1000000 values");
    hz_buffer_free(&yaml);
    assert_true(arena.total < (size_t)1 << 20);
}

static void repeat(struct hz_buffer *yaml, const char *text, size_t times)
{
    for (size_t i = 0; i < times; i++)
        hz_buffer_string(yaml, text);
}

static void limits_are_refused_and_what_is_within_them_is_not(void **state)
{
    (void)state;
    struct hz_error err = {0};
    struct hz_buffer yaml = {0};
    repeat(&yaml, "[", HZ_TREE_DEPTH);
    repeat(&yaml, "]", HZ_TREE_DEPTH);
    assert_true(parse_bytes(yaml.at, yaml.length, &err));
    yaml.length = 0;
    repeat(&yaml, "[", HZ_TREE_DEPTH + 1);
    assert_refused_bytes(yaml.at, yaml.length, "plan.yaml:1:33: lists and maps more than 32 deep");
    yaml.length = 0;
    repeat(&yaml, "- 1\n", HZ_TREE_NODES - 1); /* and the list */
    assert_true(parse_bytes(yaml.at, yaml.length, &err));
    hz_buffer_string(&yaml, "- 1\n");
    assert_refused_bytes(yaml.at, yaml.length, "plan.yaml:1000000:3: more than 1000000 values");
    yaml.length = 0;
    for (int i = 1; i <= HZ_TREE_ANCHORS + 1; i++)
        hz_buffer_format(&yaml, "- &a%d x\n", i);
    assert_refused_bytes(yaml.at, yaml.length, "plan.yaml:1001:3: more than 1000 anchors");
    yaml.length = 0;
    repeat(&yaml, "#", HZ_TREE_BYTES + 1);
    assert_refused_bytes(yaml.at, yaml.length, "plan.yaml: larger than 16777216 bytes");
    hz_buffer_free(&yaml);
}

/* Looking for repeated keys among many is not quadratic, nor are the places on one long line. */
static void large_maps_are_read(void **state)
{
    (void)state;
    struct hz_buffer yaml = {0};
    struct hz_error err = {0};
    hz_buffer_char(&yaml, '{');
    for (int i = 0; i < 300000; i++)
        hz_buffer_format(&yaml, "年%d: %d, ", i, i);
    hz_buffer_string(&yaml, "last: 1}");
    assert_true(parse_bytes(yaml.at, yaml.length, &err));
    assert_int_equal(tree.root->items, 300001);
    assert_at(hz_node_get(tree.root, "last"), 1, (uint32_t)yaml.length - 1);
    hz_buffer_free(&yaml);
}

/* A map with one value, and the question asked of it. */
#define ASK(question, yaml, result)                                                                \
    question(&tree, hz_node_get(parse("k: " yaml "\n"), "k"), result, &err)

static void scalars_say_what_they_are_asked_for(void **state)
{
    (void)state;
    struct hz_error err = {0};
    struct hz_text text;
    assert_true(ASK(hz_tree_text, "'a b'", &text));
    assert_true(hz_text_equal(text, hz_text_of("a b")));
    assert_true(ASK(hz_tree_text, "''", &text));
    assert_int_equal(text.length, 0);
    bool flag = false;
    assert_true(ASK(hz_tree_flag, "true", &flag) && flag);
    assert_true(ASK(hz_tree_flag, "'false'", &flag) && !flag);
    int64_t integer;
    assert_true(ASK(hz_tree_integer, "-9223372036854775808", &integer) && integer == INT64_MIN);
    assert_true(ASK(hz_tree_integer, "9223372036854775807", &integer) && integer == INT64_MAX);
    double number;
    assert_true(ASK(hz_tree_number, "-1.5e3", &number));
    assert_true(number >= -1500 && number <= -1500);
    struct hz_decimal decimal;
    assert_true(ASK(hz_tree_decimal, "80%", &decimal) && decimal.value == HZ_DECIMAL_ONE / 10 * 8);
    hz_fen fen;
    assert_true(ASK(hz_tree_money, "1234.5", &fen) && fen == 123450);
    hz_date date;
    assert_true(ASK(hz_tree_date, "1970-02-01", &date) && date == 31);
    static const char *const sexes[] = {"male", "female", NULL};
    int index = -1;
    assert_true(hz_tree_choice(&tree, parse("female"), sexes, &index, &err) && index == 1);
}

#define ASSERT_NOT(question, yaml, result, said)                                                   \
    do {                                                                                           \
        struct hz_error err = {0};                                                                 \
        assert_false(ASK(question, yaml, result));                                                 \
        assert_int_equal(err.kind, HZ_ERROR_DATA);                                                 \
        assert_string_equal(err.text, "plan.yaml:1:4: k: " said);                                  \
    } while (0)

static void scalars_of_another_form_are_refused_with_place_and_key(void **state)
{
    (void)state;
    struct hz_text text = {NULL, 7};
    bool flag = true;
    int64_t integer = 7;
    double number = 7;
    struct hz_decimal decimal = {7};
    hz_fen fen = 7;
    hz_date date = 7;
    ASSERT_NOT(hz_tree_text, "[a]", &text, "a list, where a text is wanted");
    ASSERT_NOT(hz_tree_text, "{a: 1}", &text, "a map, where a text is wanted");
    ASSERT_NOT(hz_tree_text, "~", &text, "no value, where a text is wanted");
    ASSERT_NOT(hz_tree_flag, "no", &flag, "\"no\", where true or false is wanted");
    ASSERT_NOT(hz_tree_flag, "[]", &flag, "a list, where true or false is wanted");
    ASSERT_NOT(hz_tree_integer, "1.0", &integer, "\"1.0\", where a whole number is wanted");
    ASSERT_NOT(hz_tree_integer, "9223372036854775808", &integer,
               "\"9223372036854775808\", where a whole number is wanted");
    ASSERT_NOT(hz_tree_integer, "-9223372036854775809", &integer,
               "\"-9223372036854775809\", where a whole number is wanted");
    ASSERT_NOT(hz_tree_number, "0x10", &number, "\"0x10\", where a number like 1234.5 is wanted");
    ASSERT_NOT(hz_tree_number, "1e999", &number, "\"1e999\", where a number like 1234.5 is wanted");
    ASSERT_NOT(hz_tree_number, ".inf", &number, "\".inf\", where a number like 1234.5 is wanted");
    ASSERT_NOT(hz_tree_number, "1-2", &number, "\"1-2\", where a number like 1234.5 is wanted");
    ASSERT_NOT(hz_tree_number, "''", &number, "\"\", where a number like 1234.5 is wanted");
    ASSERT_NOT(hz_tree_decimal, "80 %", &decimal,
               "\"80 %\", where a number or a percentage like 0.8 or 80% is wanted");
    ASSERT_NOT(hz_tree_money, "~", &fen, "no value, where an amount in yuan is wanted");
    ASSERT_NOT(hz_tree_money, "0.005", &fen,
               "\"0.005\" is not whole fen: expected at most two decimals");
    ASSERT_NOT(hz_tree_date, "2023-02-29", &date,
               "\"2023-02-29\", where a day as YYYY-MM-DD is wanted");
    assert_true(text.length == 7 && flag && integer == 7 && number > 6 && decimal.value == 7 &&
                fen == 7 && date == 7);
}

static void choices_and_keys_are_refused_with_what_there_is(void **state)
{
    (void)state;
    static const char *const names[] = {"rate", "cap", NULL};
    int index = 7;
    struct hz_error err = {0};
    const struct hz_node *map = parse("rate: 1\nmax: cup\n");
    assert_false(hz_tree_choice(&tree, hz_node_get(map, "max"), names, &index, &err));
    assert_int_equal(err.kind, HZ_ERROR_DATA);
    assert_string_equal(err.text, "plan.yaml:2:6: max: \"cup\", where one of rate, cap is wanted");
    assert_int_equal(index, 7);

    err = (struct hz_error){0};
    assert_false(hz_tree_choice(&tree, map, names, &index, &err));
    assert_string_equal(err.text, "plan.yaml:1:1: a map, where one of rate, cap is wanted");
}

static void wrong_shapes_are_refused(void **state)
{
    (void)state;
    struct hz_error err = {0};
    const struct hz_node *plan = parse("cover:\n  rate: 1\n  days: [1]\n");
    const struct hz_node *cover = hz_node_get(plan, "cover");
    const struct hz_node *value = NULL;
    value = hz_node_get(cover, "rate");
    assert_text(value, "1");
    assert_true(hz_tree_need_map(&tree, cover, &err));
    assert_true(hz_tree_need_list(&tree, hz_node_get(cover, "days"), &err));
    assert_int_equal(err.kind, HZ_NO_ERROR);

    assert_null(hz_node_get(cover, "cap"));

    err = (struct hz_error){0};
    assert_false(hz_tree_need_map(&tree, value, &err));
    assert_string_equal(err.text,
                        "plan.yaml:2:9: rate: \"1\", where a map (\"key: value\") is wanted");
    err = (struct hz_error){0};
    assert_false(hz_tree_need_list(&tree, cover, &err));
    assert_string_equal(err.text,
                        "plan.yaml:2:3: cover: a map, where a list (\"- value\") is wanted");
}

/* A message keeps room for what is wanted, and cuts no letter. */
static void long_texts_are_not_quoted(void **state)
{
    (void)state;
    struct hz_buffer yaml = {0};
    struct hz_error err = {0};
    double number;
    repeat(&yaml, "互", 1000);
    assert_true(parse_bytes(yaml.at, yaml.length, &err));
    assert_false(hz_tree_number(&tree, tree.root, &number, &err));
    assert_string_equal(err.text, "plan.yaml:1:1: a text, where a number like 1234.5 is wanted");
    hz_buffer_free(&yaml);
}

static void files_are_read_and_missing_ones_refused(void **state)
{
    (void)state;
    char path[] = "/tmp/huzhu-test-tree-XXXXXX";
    int descriptor = mkstemp(path);
    assert_int_equal(write(descriptor, "a: 1\nb: [\n", 10), 10);
    struct hz_error err = {0};
    assert_false(hz_tree_read(&tree, path, &arena, &err));
    assert_int_equal(err.kind, HZ_ERROR_DATA);
    assert_int_equal(strncmp(err.text, path, strlen(path)), 0);
    assert_int_equal(ftruncate(descriptor, 5), 0);
    close(descriptor);
    err = (struct hz_error){0};
    assert_true(hz_tree_read(&tree, path, &arena, &err));
    assert_string_equal(tree.file, path);
    assert_text(hz_node_get(tree.root, "a"), "1");
    unlink(path);
    assert_false(hz_tree_read(&tree, path, &arena, &err));
    assert_int_equal(err.kind, HZ_ERROR_SYSTEM);
}

static int forget(void **state)
{
    (void)state;
    hz_arena_free(&arena);
    return 0;
}

#define TEST(test) cmocka_unit_test_teardown(test, forget)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_plan_is_read_with_the_place_of_everything),
        TEST(columns_count_bytes_and_lines_end_as_in_an_editor),
        TEST(empty_values_stand_at_their_keys),
        TEST(an_alias_is_a_copy_in_its_own_place_of_the_map),
        TEST(scalars_alone_lists_alone_and_empty_ones_are_documents),
        TEST(core_tags_are_taken_and_others_refused),
        TEST(keys_are_texts_that_stand_once),
        TEST(what_is_no_yaml_is_refused_with_its_place),
        TEST(what_is_no_text_is_refused_with_its_place),
        TEST(one_document_it_must_be),
        TEST(an_alias_must_follow_what_it_means),
        TEST(small_files_do_not_grow_large),
        TEST(limits_are_refused_and_what_is_within_them_is_not),
        TEST(large_maps_are_read),
        TEST(scalars_say_what_they_are_asked_for),
        TEST(scalars_of_another_form_are_refused_with_place_and_key),
        TEST(choices_and_keys_are_refused_with_what_there_is),
        TEST(wrong_shapes_are_refused),
        TEST(long_texts_are_not_quoted),
        TEST(files_are_read_and_missing_ones_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
