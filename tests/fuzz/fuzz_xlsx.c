/*
 * Any bytes as a workbook, and, zipped anew, as its sheet's XML: it is read or refused, and as many
 * lines come out of it as a sheet has rows at most, each of as many fields as the first at least.
 */

#include "file/xlsx_read.h"

#include <assert.h>
#include <stdint.h>
#include <stdlib.h>

#include "../unit/xlsx_of.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void read_all(struct hz_text bytes)
{
    struct hz_xlsx *book;
    struct hz_error err = {0};
    char csv[4096];
    size_t got = 1, lines = 0;
    if (!hz_xlsx_open_bytes(&book, bytes, "fuzz", NULL, &err)) {
        assert(err.kind == HZ_ERROR_DATA);
        return;
    }
    bool done = true;
    while (done && got > 0) {
        done = hz_xlsx_read(book, csv, sizeof csv, &got, &err);
        for (size_t i = 0; done && i < got; i++)
            lines += csv[i] == '\n';
    }
    assert(done || err.kind == HZ_ERROR_DATA);
    const uint64_t row = hz_xlsx_row(book, lines + 1);
    assert(row >= 1 && row <= lines + 1 && row <= HZ_XLSX_ROWS + 1);
    hz_xlsx_close(book);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct hz_text bytes = {(const char *)data, size};
    if (hz_xlsx_is_one(bytes)) {
        read_all(bytes);
        return 0;
    }
    char *text = malloc(size + 1);
    if (!text)
        return 0;
    memcpy(text, data, size);
    text[size] = '\0';
    struct hz_buffer book =
        xlsx_of(&(struct xlsx_of){.strings = "<si><t>a</t></si>",
                                  .styles = "<cellXfs><xf/><xf numFmtId=\"14\"/></cellXfs>",
                                  .sheet = text});
    read_all((struct hz_text){book.at, book.length});
    hz_buffer_free(&book);
    free(text);
    return 0;
}
