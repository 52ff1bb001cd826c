/*
 * Any bytes as records: all ways to scan find the same, and it is what reading field by field
 * finds.
 */

#include "file/scan.h"

#include <assert.h>
#include <stdlib.h>

#include "csv_mutator.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static bool same(struct hz_scan_found a, struct hz_scan_found b)
{
    return a.is_odd == b.is_odd && a.has_nul == b.has_nul && a.has_high == b.has_high &&
           a.has_quotes == b.has_quotes &&
           (a.is_odd ||
            (a.positions == b.positions && a.newlines == b.newlines && a.records == b.records &&
             a.is_open == b.is_open && a.has_escapes == b.has_escapes));
}

static void walk(const char *text, size_t size, const struct hz_scan_found *found,
                 const uint32_t end[])
{
    const char *at = text;
    size_t fields = 0;
    while (at < text + size) {
        struct hz_scan_field field;
        at = hz_scan_field(at, text + size, ',', &field);
        if (!at)
            break;
        assert(!field.has_tail || found->is_odd);
        assert(found->is_odd || (size_t)(at - text) == end[fields]);
        fields++;
        at++;
    }
    assert(found->is_odd || (found->is_open == !at && found->positions == fields));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *text = malloc(size + 1 + HZ_SCAN_SLACK);
    uint32_t *end = malloc((size + 65) * sizeof *end),
             *plain_end = malloc((size + 65) * sizeof *end);
    memcpy(text, data, size);
    text[size] = '\n';
    const struct hz_scan_found plain =
        hz_scan_index_plain(text, size + 1, ',', SIZE_MAX, plain_end, size + 65);
    for (size_t v = 0; hz_scan_variant(v); v++) {
        const struct hz_scan_found found =
            hz_scan_variant(v)(text, size + 1, ',', SIZE_MAX, end, size + 65);
        assert(same(found, plain));
        assert(plain.is_odd || memcmp(end, plain_end, plain.positions * sizeof *end) == 0);
    }
    walk(text, size + 1, &plain, plain_end);
    free(text);
    free(end);
    free(plain_end);
    return 0;
}
