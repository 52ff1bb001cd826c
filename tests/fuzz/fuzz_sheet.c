/* Any bytes as a small table: it is read or refused, and every cell lies within the table. */

#include "file/sheet.h"

#include <assert.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/mman.h>
#include <unistd.h>

#include "csv_mutator.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char path[32];
    /* Converted to UTF-8, a byte is three at most; what a workbook unpacks to is larger. */
    const bool is_packed = size > 1 && data[0] == 'P' && data[1] == 'K';
    int memory = memfd_create("fuzz", 0);
    if (memory < 0 || write(memory, data, size) != (ssize_t)size)
        return 0;
    snprintf(path, sizeof path, "/dev/fd/%d", memory);
    struct hz_sheet sheet;
    struct hz_arena arena = {0};
    struct hz_error err = {0};
    if (hz_sheet_read(&sheet, path, &arena, &err)) {
        assert(err.kind == HZ_NO_ERROR && sheet.columns > 0);
        for (size_t r = 0; r < sheet.rows; r++)
            for (size_t c = 0; c < sheet.columns; c++) {
                struct hz_error ignored = {0};
                double number;
                assert(is_packed || hz_sheet_cell(&sheet, r, (int)c).length <= 3 * size);
                assert(hz_sheet_place(&sheet, r, (int)c).line > 0);
                assert(hz_sheet_number(&sheet, r, (int)c, &number, &ignored) || ignored.kind);
            }
    } else {
        assert(err.kind == HZ_ERROR_DATA);
    }
    hz_arena_free(&arena);
    close(memory);
    return 0;
}
