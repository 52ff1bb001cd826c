/*
 * The driver: whatever the threads, the blocks and the faults of the input, every row is accounted
 * for.
 */

#include "stream/run.h"

#include <inttypes.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

/* A fold of two columns: the sum and count of amounts by plan. */
enum { PLAN, AMOUNT };
static const struct hz_column columns[] = {
    {"plan", false, false}, {"contribution", false, false}, {NULL, false, false}};

static void absorb(struct hz_tally *tally, struct hz_batch *batch, const void *settings)
{
    (void)settings;
    hz_fen amount[HZ_BATCH_ROWS];
    hz_batch_fen_positive(batch, AMOUNT, amount);
    for (size_t r = 0; r < batch->rows; r++) {
        if (batch->rejected[r])
            continue;
        if (hz_text_equal(batch->column[PLAN][r], hz_text_of("skip"))) {
            hz_batch_leave_out(batch, r);
            continue;
        }
        const struct hz_key key = {.text = batch->column[PLAN][r]};
        hz_tally_add(tally, &key, (const hz_sum[]){1, amount[r]});
    }
}

static const struct hz_fold fold = {
    .columns = columns,
    .layout = {.keys = 1,
               .key = {{"plan", HZ_KEY_TEXT}},
               .values = 2,
               .value = {{"count", HZ_VALUE_SUM}, {"contribution", HZ_VALUE_SUM}}},
    .absorb = absorb,
};

static char path[] = "/tmp/huzhu-test-run-XXXXXX";

static void write_file(const char *data, size_t length)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(data, 1, length, file), length);
    fclose(file);
}

/* Messages in the order they were told. */
static struct hz_buffer told;

static void tell(void *context, const char *message)
{
    (void)context;
    hz_buffer_string(&told, message);
    hz_buffer_char(&told, '\n');
}

/* Runs the fold and prints its tally and its counts, so that runs can be compared as text. */
static void run_fold(struct hz_buffer *result, int threads, size_t block)
{
    const char *paths[] = {path};
    struct hz_run run = {.input = {.path = paths, .paths = 1, .block = block},
                         .threads = threads,
                         .tell = tell,
                         .messages_per_code = 5};
    struct hz_tally *tally = NULL;
    struct hz_counts counts = {0};
    struct hz_error err = {0};
    told.length = result->length = 0;
    if (!hz_run_fold(&run, &fold, &tally, &counts, &err)) {
        hz_buffer_format(result, "%d %s\n", (int)err.kind, err.text);
        return;
    }
    hz_tally_sort(tally);
    for (size_t i = 0; i < hz_tally_size(tally); i++) {
        struct hz_tally_row row = hz_tally_row(tally, i);
        hz_buffer_format(result, "%.*s %d %d\n", HZ_TEXT_ARGS(row.key[0].text), (int)row.value[0],
                         (int)row.value[1]);
    }
    assert_int_equal(counts.in, counts.used + counts.left_out + counts.rejected);
    hz_buffer_format(result, "in %d left out %d rejected %d", (int)counts.in, (int)counts.left_out,
                     (int)counts.rejected);
    for (size_t f = 0; f < counts.faults; f++)
        hz_buffer_format(result, " %s %d", counts.fault[f].code, (int)counts.fault[f].rows);
    hz_buffer_char(result, '\n');
    hz_buffer_append(result, told.at, told.length);
    hz_tally_free(tally);
}

static void assert_run(const char *data, const char *expected)
{
    struct hz_buffer result = {0};
    char *at;
    write_file(data, strlen(data));
    run_fold(&result, 1, 0);
    hz_buffer_char(&result, '\0');
    /* The temporary file's name stands as F in what is expected. */
    while ((at = strstr(result.at, path)) != NULL) {
        *at = 'F';
        memmove(at + 1, at + strlen(path), strlen(at + strlen(path)) + 1);
    }
    assert_string_equal(result.at, expected);
    hz_buffer_free(&result);
}

static void columns_are_bound_by_name_in_any_order(void **state)
{
    (void)state;
    assert_run("x,contribution,y,plan\n1,2.50,2,A\n1,0.01,2,B\n1,7,,A\n",
               "A 2 950\nB 1 1\nin 3 left out 0 rejected 0\n");
}

static void the_shapes_of_csv_are_all_read(void **state)
{
    (void)state;
    const char *expected = "A 1 100\nB,\"b\"\nb 1 200\nC 1 300\nin 3 left out 0 rejected 0\n";
    assert_run("plan,contribution\nA,1\n\"B,\"\"b\"\"\nb\",2\nC,3\n", expected);
    assert_run("\xEF\xBB\xBFplan,contribution\r\nA,1\r\n\"B,\"\"b\"\"\nb\",\"2\"\r\nC,3", expected);
    assert_run("\"plan\",\"contribution\"\nA,1\n\n\"B,\"\"b\"\"\nb\",2\n\r\nC,3\n\n", expected);
    assert_run("plan\tcontribution\nA\t1\n\"B,\"\"b\"\"\nb\"\t2\nC\t3\n", expected);
}

static void a_row_left_out_is_neither_used_nor_rejected(void **state)
{
    (void)state;
    assert_run("plan,contribution\nskip,1\nA,1\n", "A 1 100\nin 2 left out 1 rejected 0\n");
}

static void faults_are_told_with_line_column_and_text_and_the_rest_goes_on(void **state)
{
    (void)state;
    assert_run("plan,contribution\n"
               "A,1.234\n"
               "A,-1\n"
               "A\n"
               "A,1,2\n"
               "\"A\"x,1\n"
               "A,1\n"
               "\"A\n\",abc\n"
               "B,\n",
               "A 1 100\nin 8 left out 0 rejected 7 bad_money 3 negative_money 1 field_count 2 "
               "unclosed_quote 1\n"
               "F:2:3: contribution: \"1.234\" is not whole fen: expected at most two decimals\n"
               "F:3:3: contribution: \"-1\" is below zero: expected an amount of 0 or more\n"
               "F:4: the row has 1 fields, the header 2\n"
               "F:5: the row has 3 fields, the header 2\n"
               "F:6: a quote is opened in this line and not closed: double a quote that is meant\n"
               "F:9:3: contribution: \"abc\" is not an amount: expected yuan in plain digits, "
               "such as 1234.50\n"
               "F:10:3: contribution: \"\" is empty: expected an amount in yuan\n");
}

static void an_unclosed_quote_costs_one_line(void **state)
{
    (void)state;
    assert_run(
        "plan,contribution\nA,1\n\"A,2\nB,3\nB,4\n",
        "A 1 100\nB 2 700\nin 4 left out 0 rejected 1 unclosed_quote 1\n"
        "F:3: a quote is opened in this line and not closed: double a quote that is meant\n");
}

static void inputs_that_are_no_table_are_refused_whole(void **state)
{
    (void)state;
    assert_run("", "1 F: empty: a header line was expected\n");
    assert_run("\n\n", "1 F: empty: a header line was expected\n");
    assert_run("1,2\n3,4\n",
               "1 F:1: this is no header: none of its fields is a known column (wanted \"plan\"; "
               "--header-row N names its line, --columns MAP.yaml gives other names)\n");
    assert_run("plan,amount\nA,1\n",
               "1 F:1: there is no column \"contribution\"; the header has: plan,amount (--columns "
               "MAP.yaml gives other names)\n");
    assert_run(
        "plan,plan,contribution\n",
        "1 F:1: the column \"plan\" stands twice in the header, as fields 1 (\"plan\") and 2 "
        "(\"plan\"): remove or rename one\n");
    assert_run("\x1f\x8b\x08", "1 F: this is gzip data, not CSV: use gzip -dc FILE | ...\n");
    assert_run("plan,contribution\rA,1\r",
               "1 F:1: lines end with a lone carriage return: use tr '\\r' '\\n' < FILE | ...\n");
}

static void a_header_alone_is_no_fault(void **state)
{
    (void)state;
    assert_run("plan,contribution\n", "in 0 left out 0 rejected 0\n");
    assert_run("plan,contribution", "in 0 left out 0 rejected 0\n");
}

static void a_nul_byte_costs_its_row(void **state)
{
    (void)state;
    static const char data[] = "plan,contribution\nA,1\nA\0,1\nB,1\n";
    struct hz_buffer result = {0};
    write_file(data, sizeof data - 1);
    run_fold(&result, 1, 0);
    hz_buffer_char(&result, '\0');
    assert_non_null(strstr(result.at, "A 1 100\nB 1 100\nin 3 left out 0 rejected 1 nul_byte 1\n"));
    hz_buffer_free(&result);
}

/* A line of `length` bytes in the middle costs itself and nothing else. */
static void a_line_of_any_length_costs_bounded_memory_and_one_row(void **state)
{
    (void)state;
    const size_t lengths[] = {HZ_RECORD_MOST - 1, HZ_RECORD_MOST, HZ_RECORD_MOST + 1,
                              3 * HZ_RECORD_MOST + 17};
    for (size_t i = 0; i < HZ_COUNT(lengths); i++) {
        struct hz_buffer data = {0}, result = {0};
        hz_buffer_string(&data, "plan,contribution\nA,1\n");
        memset(hz_buffer_reserve(&data, lengths[i]), 'x', lengths[i]);
        data.length += lengths[i];
        hz_buffer_string(&data, "\nB,1\nB,bad\n");
        write_file(data.at, data.length);
        run_fold(&result, 2, 4096);
        hz_buffer_char(&result, '\0');
        assert_non_null(strstr(result.at, "A 1 100\nB 1 100\nin 4 left out 0 rejected 2 "));
        assert_non_null(strstr(result.at, ":5:3: contribution: \"bad\""));
        hz_buffer_free(&data);
        hz_buffer_free(&result);
    }
}

static unsigned next_random(unsigned *seed)
{
    *seed = *seed * 1103515245U + 12345U;
    return *seed >> 16;
}

/* Some thousand rows, most of them good, some of them at fault in each way there is. */
static void dirty_rows(struct hz_buffer *data, unsigned seed, size_t rows)
{
    static const char *const odd[] = {"\"q\"\"q\",1\n",
                                      "\"two\nlines\",2.5\r\n",
                                      "A\n",
                                      "B,1,2,3\n",
                                      "\"C\"x,1\n",
                                      "D,1.005\n",
                                      "E,-1\n",
                                      "\n",
                                      "\r\n",
                                      "skip,1\n",
                                      "5\" pipe,7\n",
                                      "\"\",\"\"\n"};
    hz_buffer_string(data, "plan,contribution\n");
    for (size_t r = 0; r < rows; r++) {
        unsigned random = next_random(&seed);
        if (random % 37 == 0)
            hz_buffer_string(data, odd[random / 37 % HZ_COUNT(odd)]);
        else
            hz_buffer_format(data, "P%u,%u.%02u\n", random % 23, random % 977, random % 100);
    }
}

static void threads_and_blocks_change_nothing(void **state)
{
    (void)state;
    struct hz_buffer data = {0}, first = {0}, other = {0};
    const size_t blocks[] = {1, 3, 64, 1000, 4096, 65537, 1 << 24};
    dirty_rows(&data, 7, 20000);
    write_file(data.at, data.length);
    run_fold(&first, 1, 0);
    for (size_t b = 0; b < HZ_COUNT(blocks); b++)
        for (int threads = 1; threads <= 8; threads += threads < 3 ? 1 : 5) {
            if (blocks[b] < 64 && threads > 2)
                continue; /* a part a row: slow, and shown by two threads */
            run_fold(&other, threads, blocks[b]);
            assert_int_equal(first.length, other.length);
            assert_memory_equal(first.at, other.at, first.length);
        }
    hz_buffer_free(&data);
    hz_buffer_free(&first);
    hz_buffer_free(&other);
}

static void a_cut_at_any_byte_loses_nothing_before_it(void **state)
{
    (void)state;
    struct hz_buffer data = {0}, result = {0};
    dirty_rows(&data, 3, 60);
    for (size_t length = 18; length <= data.length; length++) {
        write_file(data.at, length);
        run_fold(&result, 1, 16); /* checks in = used + left out + rejected */
    }
    hz_buffer_free(&data);
    hz_buffer_free(&result);
}

static void strict_ends_at_the_first_rejected_row(void **state)
{
    (void)state;
    const char data[] = "plan,contribution\nA,1\nA,x\nA,y\n";
    const char *paths[] = {path};
    struct hz_run run = {.input = {.path = paths, .paths = 1}, .threads = 2, .is_strict = true};
    struct hz_tally *tally = NULL;
    struct hz_counts counts = {0};
    struct hz_error err = {0};
    write_file(data, sizeof data - 1);
    assert_false(hz_run_fold(&run, &fold, &tally, &counts, &err));
    assert_int_equal(err.kind, HZ_ERROR_DATA);
    assert_non_null(strstr(err.text, ":3:3: contribution: \"x\""));
    assert_null(tally);
}

static void files_that_cannot_be_read_are_system_errors(void **state)
{
    (void)state;
    const char *names[] = {"/nonexistent/file.csv", "/tmp"};
    for (size_t i = 0; i < 2; i++) {
        struct hz_run run = {.input = {.path = &names[i], .paths = 1}, .threads = 1};
        struct hz_tally *tally = NULL;
        struct hz_counts counts = {0};
        struct hz_error err = {0};
        assert_false(hz_run_fold(&run, &fold, &tally, &counts, &err));
        assert_int_equal(err.kind, HZ_ERROR_SYSTEM);
    }
}

static void several_files_are_read_in_order_each_with_its_own_header(void **state)
{
    (void)state;
    char second[] = "/tmp/huzhu-test-run-2-XXXXXX";
    int descriptor = mkstemp(second);
    static const char data[] = "contribution,plan\n5,B\nx,B\n";
    assert_int_equal(write(descriptor, data, sizeof data - 1), sizeof data - 1);
    close(descriptor);
    write_file("plan,contribution\nA,1\nA,y\n", 26);
    const char *paths[] = {path, second};
    struct hz_run run = {
        .input = {.path = paths, .paths = 2}, .threads = 2, .tell = tell, .messages_per_code = 5};
    struct hz_tally *tally = NULL;
    struct hz_counts counts = {0};
    struct hz_error err = {0};
    told.length = 0;
    assert_true(hz_run_fold(&run, &fold, &tally, &counts, &err));
    hz_tally_sort(tally);
    assert_int_equal(hz_tally_size(tally), 2);
    assert_true(hz_tally_row(tally, 1).value[1] == 500);
    hz_buffer_char(&told, '\0');
    const char *one = strstr(told.at, ":3:3: contribution: \"y\"");
    const char *two = strstr(told.at, "-2-");
    assert_non_null(one);
    assert_non_null(two);
    assert_true(one < two && strstr(two, ":3:1: contribution: \"x\""));
    hz_tally_free(tally);
    unlink(second);
}

/* A map that writes its rows back: the same bytes, in the same order, for any number of threads. */
static void copy(struct hz_batch *batch, void *carry, struct hz_buffer *out, const void *settings)
{
    (void)carry;
    (void)settings;
    for (size_t r = 0; r < batch->rows; r++)
        hz_batch_pass(batch, r, (struct hz_text){0}, out);
}

/* One that remembers: each row has the sum of the amounts up to it behind it. */
struct carry {
    hz_fen amount;
};

static void carry_amount(struct hz_batch *batch, void *carry, struct hz_buffer *out,
                         const void *settings)
{
    (void)out;
    (void)settings;
    hz_batch_fen_positive(batch, AMOUNT, carry);
}

static void add_up(struct hz_batch *batch, void *const carry[], size_t lane, struct hz_buffer *out,
                   void *state)
{
    hz_fen *sum = (hz_fen *)state + lane;
    for (size_t r = 0; r < batch->rows; r++) {
        char more[32];
        if (batch->rejected[r])
            continue;
        *sum += ((const struct carry *)carry[r])->amount;
        snprintf(more, sizeof more, ",%" PRId64, *sum);
        hz_batch_pass(batch, r, hz_text_of(more), out);
    }
}

static void a_map_keeps_the_order_of_its_input(void **state)
{
    (void)state;
    const struct hz_map map = {.columns = columns, .each = copy};
    struct hz_buffer data = {0};
    hz_buffer_string(&data, "plan,contribution\n");
    for (int i = 0; i < 50000; i++)
        hz_buffer_format(&data, "P,%d\n", i);
    write_file(data.at, data.length);
    for (int threads = 1; threads <= 3; threads++) {
        char out_path[] = "/tmp/huzhu-test-map-XXXXXX";
        close(mkstemp(out_path));
        const char *paths[] = {path};
        struct hz_run run = {.input = {.path = paths, .paths = 1, .block = 4096},
                             .threads = threads};
        struct hz_counts counts = {0};
        struct hz_error err = {0};
        struct hz_output *output = NULL;
        assert_true(hz_output_open(&output, out_path, &err));
        assert_true(hz_run_map(&run, &map, output, &counts, &err));
        assert_true(hz_output_close(output, &err));
        assert_int_equal(counts.used, 50000);
        char *back = malloc(data.length);
        FILE *file = fopen(out_path, "rb");
        assert_int_equal(fread(back, 1, data.length, file), data.length);
        assert_memory_equal(back, data.at, data.length);
        fclose(file);
        free(back);
        unlink(out_path);
    }
    hz_buffer_free(&data);
}

/* Runs a map over the file that was written, and gives what it printed. */
static struct hz_buffer map_file(const struct hz_map *map, int threads, struct hz_counts *counts)
{
    char out_path[] = "/tmp/huzhu-test-map-XXXXXX";
    close(mkstemp(out_path));
    const char *paths[] = {path};
    struct hz_run run = {.input = {.path = paths, .paths = 1, .block = 4096}, .threads = threads};
    struct hz_error err = {0};
    struct hz_output *output = NULL;
    struct hz_buffer printed = {0};
    assert_true(hz_output_open(&output, out_path, &err));
    assert_true(hz_run_map(&run, map, output, counts, &err));
    assert_true(hz_output_close(output, &err));
    FILE *file = fopen(out_path, "rb");
    for (int c; (c = getc(file)) != EOF;)
        hz_buffer_char(&printed, (char)c);
    fclose(file);
    unlink(out_path);
    return printed;
}

static void a_map_that_settles_sees_the_rows_in_order(void **state)
{
    (void)state;
    static const char *const added[] = {"sum", NULL};
    struct hz_buffer data = {0}, expected = {0};
    hz_buffer_string(&data, "plan,contribution\n");
    hz_buffer_string(&expected, "plan,contribution,sum\n");
    int64_t sum = 0;
    for (int i = 0; i < 30000; i++) {
        const bool is_bad = i % 1000 == 999;
        hz_buffer_format(&data, is_bad ? "P,-%d\n" : "P,%d\r\n", i);
        if (!is_bad)
            hz_buffer_format(&expected, "P,%d,%" PRId64 "\n", i, sum += 100 * i);
    }
    write_file(data.at, data.length);
    for (int threads = 1; threads <= 3; threads++) {
        hz_fen total = 0;
        struct hz_counts counts = {0};
        const struct hz_map map = {.columns = columns,
                                   .added = added,
                                   .carried = sizeof(struct carry),
                                   .each = carry_amount,
                                   .settle = add_up,
                                   .state = &total};
        struct hz_buffer printed = map_file(&map, threads, &counts);
        assert_int_equal(counts.rejected, 30);
        assert_int_equal(printed.length, expected.length);
        assert_memory_equal(printed.at, expected.at, expected.length);
        hz_buffer_free(&printed);
    }
    hz_buffer_free(&data);
    hz_buffer_free(&expected);
}

/* Row i is of lane i mod 5, and has the sum of its own lane behind it; the state: a sum a lane. */
enum { SUMS = 5 };

static void carry_in_lanes(struct hz_batch *batch, void *carry, struct hz_buffer *out,
                           const void *settings)
{
    const struct carry *row = carry;
    carry_amount(batch, carry, out, settings);
    for (size_t r = 0; r < batch->rows; r++)
        batch->lane[r] = batch->rejected[r] ? 0 : (uint8_t)(row[r].amount / 100 % SUMS);
}

static void lanes_see_their_rows_in_order_and_rows_keep_theirs(void **state)
{
    (void)state;
    static const char *const added[] = {"sum", NULL};
    struct hz_buffer data = {0}, expected = {0};
    int64_t sum[SUMS] = {0};
    hz_buffer_string(&data, "plan,contribution\n");
    hz_buffer_string(&expected, "plan,contribution,sum\n");
    for (int i = 0; i < 30000; i++) {
        const bool is_bad = i % 1000 == 999;
        hz_buffer_format(&data, is_bad ? "P,-%d\n" : "P,%d\n", i);
        if (!is_bad)
            hz_buffer_format(&expected, "P,%d,%" PRId64 "\n", i, sum[i % SUMS] += 100 * i);
    }
    write_file(data.at, data.length);
    for (int threads = 1; threads <= 8; threads++) {
        hz_fen total[SUMS] = {0};
        struct hz_counts counts = {0};
        const struct hz_map map = {.columns = columns,
                                   .added = added,
                                   .carried = sizeof(struct carry),
                                   .lanes = SUMS,
                                   .each = carry_in_lanes,
                                   .settle = add_up,
                                   .state = total};
        struct hz_buffer printed = map_file(&map, threads, &counts);
        assert_int_equal(counts.rejected, 30);
        assert_int_equal(printed.length, expected.length);
        assert_memory_equal(printed.at, expected.at, expected.length);
        hz_buffer_free(&printed);
    }
    hz_buffer_free(&data);
    hz_buffer_free(&expected);
}

static void rejected_rows_go_to_their_file_with_the_reason(void **state)
{
    (void)state;
    char out_path[] = "/tmp/huzhu-test-reject-XXXXXX";
    close(mkstemp(out_path));
    const char *paths[] = {path};
    struct hz_error err = {0};
    struct hz_output *output = NULL;
    struct hz_tally *tally = NULL;
    struct hz_counts counts = {0};
    write_file("plan,contribution\nA,1\nA\nB,x\n", 28);
    assert_true(hz_output_open(&output, out_path, &err));
    struct hz_run run = {.input = {.path = paths, .paths = 1}, .threads = 1, .rejects = output};
    assert_true(hz_run_fold(&run, &fold, &tally, &counts, &err));
    assert_true(hz_output_close(output, &err));
    char back[1000] = "";
    FILE *file = fopen(out_path, "rb");
    assert_true(fread(back, 1, sizeof back - 1, file) > 0);
    fclose(file);
    char expected[1000];
    snprintf(expected, sizeof expected,
             "reject_code,reject_file,reject_line,reject_column,reject_field,reject_message,plan,"
             "contribution\n"
             "field_count,%s,3,,,\"the row has 1 fields, the header 2\",A\n"
             "bad_money,%s,4,3,contribution,\"\"\"x\"\" is not an amount: expected yuan in plain "
             "digits, such as 1234.50\",B,x\n",
             path, path);
    assert_string_equal(back, expected);
    hz_tally_free(tally);
    unlink(out_path);
}

static void personal_texts_are_masked(void **state)
{
    (void)state;
    const struct {
        const char *text;
        const char *masked;
    } vectors[] = {{"11010519491231002X", "110105********002X"},
                   {"M0000001", "M0******"},
                   {"张三", "**"},
                   {"12345", "*****"},
                   {"", ""}};
    for (size_t i = 0; i < HZ_COUNT(vectors); i++) {
        struct hz_buffer out = {0};
        hz_mask(&out, hz_text_of(vectors[i].text));
        hz_buffer_char(&out, '\0');
        assert_string_equal(out.at, vectors[i].masked);
        hz_buffer_free(&out);
    }
}

static int make_path(void **state)
{
    (void)state;
    close(mkstemp(path));
    return 0;
}

static int remove_path(void **state)
{
    (void)state;
    unlink(path);
    hz_buffer_free(&told);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(columns_are_bound_by_name_in_any_order),
        cmocka_unit_test(the_shapes_of_csv_are_all_read),
        cmocka_unit_test(a_row_left_out_is_neither_used_nor_rejected),
        cmocka_unit_test(faults_are_told_with_line_column_and_text_and_the_rest_goes_on),
        cmocka_unit_test(an_unclosed_quote_costs_one_line),
        cmocka_unit_test(inputs_that_are_no_table_are_refused_whole),
        cmocka_unit_test(a_header_alone_is_no_fault),
        cmocka_unit_test(a_nul_byte_costs_its_row),
        cmocka_unit_test(a_line_of_any_length_costs_bounded_memory_and_one_row),
        cmocka_unit_test(threads_and_blocks_change_nothing),
        cmocka_unit_test(a_cut_at_any_byte_loses_nothing_before_it),
        cmocka_unit_test(strict_ends_at_the_first_rejected_row),
        cmocka_unit_test(files_that_cannot_be_read_are_system_errors),
        cmocka_unit_test(several_files_are_read_in_order_each_with_its_own_header),
        cmocka_unit_test(a_map_keeps_the_order_of_its_input),
        cmocka_unit_test(a_map_that_settles_sees_the_rows_in_order),
        cmocka_unit_test(lanes_see_their_rows_in_order_and_rows_keep_theirs),
        cmocka_unit_test(rejected_rows_go_to_their_file_with_the_reason),
        cmocka_unit_test(personal_texts_are_masked),
    };
    return cmocka_run_group_tests(tests, make_path, remove_path);
}
