/*
 * Any bytes as a file of published figures: refused, or held against tables that are all the same.
 */

#include "growth/reconcile.h"

#include <assert.h>
#include <stdio.h>
#include <sys/mman.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static bool read_table(void *context, const struct hz_reconcile_source *table,
                       struct hz_sheet *sheet, struct hz_arena *arena, struct hz_error *err)
{
    (void)context;
    (void)table;
    return hz_sheet_parse(sheet, "table",
                          hz_text_of("year,enrolments,rate\n2021,10,0.5\n2022,,-1\n2023,7,x\n"),
                          arena, err);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char path[32];
    struct hz_reconcile_file file;
    struct hz_arena arena = {0};
    struct hz_error err = {0};
    struct hz_output *output;
    const struct hz_reconcile_tables tables = {read_table, NULL};
    int memory = memfd_create("fuzz", 0);
    if (memory < 0 || write(memory, data, size) != (ssize_t)size ||
        !hz_output_open(&output, "/dev/null", &err))
        return 0;
    snprintf(path, sizeof path, "/dev/fd/%d", memory);
    if (hz_reconcile_read(&file, path, &arena, &err)) {
        struct hz_table *table = hz_table_new(output, HZ_FORMAT_CSV);
        if (!hz_reconcile_table(&file, &tables, table, &err))
            assert(err.kind == HZ_ERROR_DATA);
        hz_table_drop(table);
    } else {
        assert(err.kind == HZ_ERROR_DATA);
    }
    hz_output_drop(output);
    hz_arena_free(&arena);
    close(memory);
    return 0;
}
