/*
 * Any bytes as JSON: in pieces of any length they give the same CSV or the same refusal as whole;
 * an object that Jansson takes is taken, and its texts are the ones that Jansson finds.
 */

#include "file/json_rows.h"
#include "file/scan.h"

#include <assert.h>
#include <jansson.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static bool convert(struct hz_text text, size_t step, struct hz_buffer *csv, struct hz_error *err)
{
    struct hz_json *json = hz_json_new("fuzz");
    bool done = true;
    size_t at = 0;
    for (; done && at < text.length; at += step) {
        const size_t left = text.length - at;
        const struct hz_text piece = {text.at + at, left < step ? left : step};
        done = hz_json_add(json, piece, false, csv, err);
    }
    done = done && hz_json_add(json, (struct hz_text){"", 0}, true, csv, err);
    hz_json_free(json);
    return done;
}

/* The header and the row of an object, as Jansson reads it; false if it has numbers or more. */
static bool expect(json_t *object, struct hz_buffer *csv)
{
    struct hz_buffer row = {0};
    const char *name, *between = "";
    json_t *value;
    bool done = json_object_size(object) > 0;
    json_object_foreach(object, name, value)
    {
        done = done && (json_is_string(value) || json_is_boolean(value) || json_is_null(value));
        hz_buffer_string(csv, between);
        hz_buffer_string(&row, between);
        between = ",";
        hz_scan_quote(hz_text_of(name), ',', csv);
        if (json_is_string(value))
            hz_scan_quote(hz_text_of(json_string_value(value)), ',', &row);
        else if (!json_is_null(value))
            hz_buffer_string(&row, json_is_true(value) ? "true" : "false");
    }
    hz_buffer_char(csv, '\n');
    hz_buffer_text(csv, (struct hz_text){row.at, row.length});
    hz_buffer_char(csv, '\n');
    hz_buffer_free(&row);
    return done;
}

static bool same(const struct hz_buffer *a, const struct hz_buffer *b)
{
    return hz_text_equal((struct hz_text){a->at, a->length}, (struct hz_text){b->at, b->length});
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const struct hz_text text = {(const char *)data, size};
    struct hz_buffer whole = {0}, pieces = {0}, expected = {0};
    struct hz_error err = {0}, other = {0};
    if (!hz_json_is_one(text))
        return 0;
    const bool done = convert(text, size, &whole, &err);
    assert(done == convert(text, 1 + data[size - 1] % 7u, &pieces, &other));
    assert(done ? same(&whole, &pieces) : err.kind == other.kind);
    /* A NUL behind a number, which RFC 8259 has no place for, Jansson takes. */
    json_t *object =
        memchr(data, '\0', size) ? NULL : json_loadb(text.at, size, JSON_REJECT_DUPLICATES, NULL);
    if (json_is_object(object)) {
        assert(done);
        assert(!expect(object, &expected) || same(&whole, &expected));
    }
    json_decref(object);
    hz_buffer_free(&whole);
    hz_buffer_free(&pieces);
    hz_buffer_free(&expected);
    return 0;
}
