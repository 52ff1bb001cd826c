/*
 * Any bytes as a manifest, as they are and sealed anew: refused, or one that is the same as itself.
 */

#include "stream/manifest.h"

#include <assert.h>

#include "seal.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void parse(struct hz_text bytes)
{
    struct hz_manifest *manifest = NULL, *again = NULL;
    struct hz_manifest_file file;
    struct hz_difference difference;
    struct hz_buffer text = {0};
    struct hz_error err = {0};
    if (!hz_manifest_parse(&manifest, "fuzz", bytes, &err)) {
        assert(!manifest && err.kind == HZ_ERROR_DATA);
        return;
    }
    assert(hz_manifest_same(manifest, manifest, &difference));
    for (size_t f = 0; hz_manifest_file_at(manifest, "inputs", f, &file); f++)
        assert(file.key && file.sha256);
    for (size_t a = 0; a < hz_manifest_arguments(manifest); a++)
        assert(hz_manifest_argument_at(manifest, a));
    assert(hz_manifest_text(manifest, &text, &err));
    assert(hz_manifest_parse(&again, "again", (struct hz_text){text.at, text.length}, &err));
    assert(hz_manifest_same(manifest, again, &difference));
    hz_buffer_free(&text);
    hz_manifest_free(again);
    hz_manifest_free(manifest);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const struct hz_text bytes = {(const char *)data, size};
    struct hz_buffer sealed = {0};
    parse(bytes);
    seal_manifest(&sealed, bytes);
    parse((struct hz_text){sealed.at ? sealed.at : "", sealed.length});
    hz_buffer_free(&sealed);
    return 0;
}
