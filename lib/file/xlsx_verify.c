/* xlsx_verify.c: see xlsx_verify.h. */

#include "file/xlsx_verify.h"

#include <expat.h>
#include <string.h>
#include <unistd.h>
#include <zip.h>

static const char sheets[] = "xl/worksheets/", cell_end[] = "</c>";

/*
 * Unpacks a part and counts the ends of cells in it; false if it does not unpack, or is no XML as a
 * whole: a block of it has not been written.
 */
static bool count_cells(zip_t *zip, zip_uint64_t index, uint64_t *cells)
{
    enum { BLOCK = 1 << 16, CARRY = sizeof cell_end - 2 };
    char block[CARRY + BLOCK];
    size_t kept = 0;
    zip_int64_t got;
    zip_file_t *bytes = zip_fopen_index(zip, index, 0);
    if (!bytes)
        return false;
    XML_Parser xml = XML_ParserCreate("UTF-8");
    bool done = xml;
    while (done && (got = zip_fread(bytes, block + kept, BLOCK)) > 0) {
        const char *at = block, *const end = block + kept + got;
        const char *next;
        done = XML_Parse(xml, block + kept, (int)got, 0) == XML_STATUS_OK;
        for (; (next = memmem(at, (size_t)(end - at), cell_end, sizeof cell_end - 1));
             at = next + sizeof cell_end - 1)
            ++*cells;
        kept = (size_t)(end - at) < CARRY ? (size_t)(end - at) : CARRY;
        memmove(block, end - kept, kept);
    }
    done = done && got == 0 && XML_Parse(xml, "", 0, 1) == XML_STATUS_OK;
    XML_ParserFree(xml);
    return zip_fclose(bytes) == 0 && done;
}

static bool is_whole(zip_t *zip, uint64_t wanted)
{
    const zip_int64_t entries = zip_get_num_entries(zip, 0);
    uint64_t cells = 0, ignored = 0;
    for (zip_int64_t e = 0; e < entries; e++) {
        const char *name = zip_get_name(zip, (zip_uint64_t)e, 0);
        if (!name ||
            !count_cells(zip, (zip_uint64_t)e,
                         strncmp(name, sheets, sizeof sheets - 1) == 0 ? &cells : &ignored))
            return false;
    }
    return entries > 0 && cells == wanted;
}

bool hz_xlsx_is_whole(FILE *file, uint64_t cells)
{
    const int own = dup(fileno(file));
    FILE *again = own >= 0 ? fdopen(own, "rb") : NULL;
    zip_error_t ignored;
    zip_error_init(&ignored);
    zip_source_t *source = again ? zip_source_filep_create(again, 0, -1, &ignored) : NULL;
    zip_t *zip = source ? zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &ignored) : NULL;
    zip_error_fini(&ignored);
    if (!zip) {
        if (source)
            zip_source_free(source);
        else if (again)
            fclose(again);
        else if (own >= 0)
            close(own);
        return false;
    }
    const bool whole = is_whole(zip, cells);
    zip_discard(zip);
    return whole;
}
