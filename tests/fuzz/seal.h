/* seal.h: what a stranger does to a file that he has changed: seals it anew. */

#ifndef HZ_TESTS_FUZZ_SEAL_H
#define HZ_TESTS_FUZZ_SEAL_H

#include "base/digest.h"
#include "stream/state_form.h"

#include <inttypes.h>
#include <jansson.h>
#include <stdlib.h>

/* Appends the bytes of a state with another last line: how many rows there are, the checksum. */
static inline void seal_state(struct hz_buffer *out, struct hz_text state)
{
    uint64_t rows = 0;
    size_t last = 0; /* where the line that begins with "end," does */
    for (size_t i = 0; i < state.length; i++) {
        const bool begins = i == 0 || state.at[i - 1] == '\n';
        const size_t rest = state.length - i;
        rows += begins && rest >= 4 && memcmp(state.at + i, "row,", 4) == 0;
        if (begins && rest >= 4 && memcmp(state.at + i, "end,", 4) == 0)
            last = i;
    }
    const size_t length = last > 0 ? last : state.length;
    hz_buffer_append(out, state.at, length);
    hz_buffer_format(out, "end,%" PRIu64 ",%016" PRIx64 "\n", rows,
                     hz_state_checksum(HZ_STATE_CHECKSUM, state.at, length));
}

/* Appends a manifest with seals that hold; nothing, if it is no object of JSON. */
static inline void seal_manifest(struct hz_buffer *out, struct hz_text manifest)
{
    const char *name;
    json_t *value, *root = json_loadb(manifest.at, manifest.length, JSON_REJECT_DUPLICATES, NULL);
    json_t *seals = json_object_get(root, "seals");
    json_object_foreach(root, name, value)
    {
        char hex[HZ_DIGEST_HEX];
        char *dump = json_dumps(value, JSON_COMPACT | JSON_SORT_KEYS | JSON_ENCODE_ANY);
        if (dump && value != seals) {
            const struct hz_digest digest = hz_digest_of(hz_text_of(dump));
            hz_digest_hex(&digest, hex);
            json_object_set_new(seals, name, json_string(hex));
        }
        free(dump);
    }
    char *text = json_dumps(root, JSON_INDENT(2));
    hz_buffer_string(out, text ? text : "");
    free(text);
    json_decref(root);
}

#endif
