/* fold_text.h: for tests: folds records that stand in the test, and gives the result as text. */

#ifndef HZ_TESTS_FOLD_TEXT_H
#define HZ_TESTS_FOLD_TEXT_H

#include "file/file.h"
#include "stream/run.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static void fold_text_tell(void *context, const char *message)
{
    const char *fault = strchr(message, ':'); /* behind the file's name */
    hz_buffer_string(context, fault ? fault + 1 : message);
    hz_buffer_char(context, '\n');
}

/* The result of a tally, in a format, behind what is in the buffer. */
static inline void finish_text(struct hz_buffer *result, const struct hz_fold *fold,
                               struct hz_tally *tally, enum hz_format format)
{
    char path[] = "/tmp/huzhu-test-result-XXXXXX";
    struct hz_error err = {0};
    struct hz_output *output = NULL;
    int file = mkstemp(path);
    if (file < 0 || !hz_output_open(&output, path, &err))
        abort();
    struct hz_table *table = hz_table_new(output, format);
    bool done = fold->finish(tally, fold->settings, table, &err);
    if (done)
        hz_table_end(table);
    else
        hz_table_drop(table);
    done = hz_output_close(output, &err) && done && hz_file_read(path, SIZE_MAX, result, &err);
    if (!done)
        hz_buffer_string(result, err.text);
    close(file);
    unlink(path);
}

static inline struct hz_tally *tally_text(struct hz_buffer *told, const struct hz_fold *fold,
                                          const char *records, int threads, size_t block)
{
    char path[] = "/tmp/huzhu-test-records-XXXXXX";
    const char *paths[] = {path};
    struct hz_run run = {.input = {.path = paths, .paths = 1, .block = block},
                         .threads = threads,
                         .tell = fold_text_tell,
                         .context = told,
                         .messages_per_code = 100};
    struct hz_counts counts = {0};
    struct hz_error err = {0};
    struct hz_tally *tally = NULL;
    int file = mkstemp(path);
    if (file < 0 || write(file, records, strlen(records)) != (ssize_t)strlen(records))
        abort();
    if (!hz_run_fold(&run, fold, &tally, &counts, &err))
        hz_buffer_string(told, err.text);
    close(file);
    unlink(path);
    return tally;
}

/*
 * What a run over the records tells and prints: messages "line:column: field: ...", then the table.
 */
static inline char *fold_text(const struct hz_fold *fold, const char *records,
                              enum hz_format format)
{
    struct hz_buffer result = {0};
    struct hz_tally *tally = tally_text(&result, fold, records, 2, 64);
    if (tally)
        finish_text(&result, fold, tally, format);
    hz_tally_free(tally);
    hz_buffer_char(&result, '\0');
    return result.at;
}

#endif
