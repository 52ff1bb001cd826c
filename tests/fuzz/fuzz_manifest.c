/* Any bytes as a manifest: refused, or one that is the same as itself. */

#include "stream/manifest.h"

#include <assert.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct hz_manifest *manifest = NULL;
    struct hz_manifest_file file;
    struct hz_difference difference;
    struct hz_error err = {0};
    if (!hz_manifest_parse(&manifest, "fuzz", (struct hz_text){(const char *)data, size}, &err)) {
        assert(!manifest && err.kind == HZ_ERROR_DATA);
        return 0;
    }
    assert(hz_manifest_same(manifest, manifest, &difference));
    for (size_t f = 0; hz_manifest_file_at(manifest, "inputs", f, &file); f++)
        assert(file.key && file.sha256);
    for (size_t a = 0; a < hz_manifest_arguments(manifest); a++)
        assert(hz_manifest_argument_at(manifest, a));
    hz_manifest_free(manifest);
    return 0;
}
