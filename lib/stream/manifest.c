/* manifest.c: see manifest.h. */

#include "stream/manifest.h"

#include "base/memory.h"
#include "file/file.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>

enum { FORMAT = 2, MANIFEST_BYTES = 64 << 20 };

/* What the seals say of themselves: the one key among them that is no section. */
static const char seals_key[] = "what";
static const char seals_text[] =
    "SHA-256 of each section, against accidents: whoever alters a section "
    "can seal it anew";

struct hz_manifest {
    json_t *root;
    bool has_bad_text; /* a text that JSON cannot hold */
};

/*
 * The sections that two runs are compared by, in this order, and what one item of each is called.
 */
static const struct {
    const char *name, *item;
} sections[] = {
    {"program", "program"}, {"version", "version"}, {"arguments", "arguments"},
    {"options", "option"},  {"inputs", "input"},    {"records", "records"},
    {"sums", "sum"},        {"outputs", "output"},  {"status", "status"},
};

static void *allocate(size_t size)
{
    return hz_reallocate(NULL, size, 1);
}

/* Before the first value is made. */
__attribute__((constructor)) static void take_over(void)
{
    json_set_alloc_funcs(allocate, free);
}

/* Jansson says nothing but that it failed: for want of memory, if not for the text. */
static void put(json_t *object, const char *key, json_t *value)
{
    if (!value || json_object_set_new(object, key, value) != 0)
        hz_memory_exhausted();
}

static json_t *text(struct hz_manifest *manifest, const char *string)
{
    json_t *value = json_string(string);
    if (value)
        return value;
    manifest->has_bad_text = true;
    return json_string("");
}

static json_t *section(const struct hz_manifest *manifest, const char *name)
{
    return json_object_get(manifest->root, name);
}

struct hz_manifest *hz_manifest_new(const char *program, const char *version, const char *language)
{
    struct hz_manifest *made = hz_allocate(1, sizeof *made);
    made->root = json_object();
    if (!made->root)
        hz_memory_exhausted();
    put(made->root, "manifest", json_integer(FORMAT));
    put(made->root, "program", text(made, program));
    put(made->root, "version", text(made, version));
    put(made->root, "language", text(made, language));
    put(made->root, "arguments", json_array());
    put(made->root, "options", json_object());
    put(made->root, "inputs", json_object());
    put(made->root, "records", json_object());
    put(made->root, "sums", json_object());
    put(made->root, "outputs", json_object());
    return made;
}

void hz_manifest_free(struct hz_manifest *manifest)
{
    if (!manifest)
        return;
    json_decref(manifest->root);
    free(manifest);
}

void hz_manifest_argument(struct hz_manifest *manifest, const char *argument)
{
    if (json_array_append_new(section(manifest, "arguments"), text(manifest, argument)) != 0)
        hz_memory_exhausted();
}

void hz_manifest_option(struct hz_manifest *manifest, const char *name, const char *value)
{
    put(section(manifest, "options"), name, value ? text(manifest, value) : json_null());
}

void hz_manifest_counts(struct hz_manifest *manifest, const struct hz_counts *counts)
{
    json_t *records = section(manifest, "records");
    put(records, "read", json_integer((json_int_t)counts->in));
    put(records, "used", json_integer((json_int_t)counts->used));
    put(records, "left_out", json_integer((json_int_t)counts->left_out));
    put(records, "rejected", json_integer((json_int_t)counts->rejected));
    for (size_t f = 0; f < counts->faults; f++)
        put(records, counts->fault[f].code, json_integer((json_int_t)counts->fault[f].rows));
    for (size_t n = 0; n < counts->notes; n++)
        put(records, counts->note[n].code, json_integer((json_int_t)counts->note[n].rows));
}

void hz_manifest_sums(struct hz_manifest *manifest, const struct hz_tally *tally)
{
    const struct hz_tally_layout *layout = hz_tally_layout(tally);
    json_t *sums = section(manifest, "sums");
    put(sums, "groups", json_sprintf("%zu", hz_tally_size(tally)));
    for (size_t v = 0; v < layout->values; v++) {
        hz_sum sum = 0;
        char digits[HZ_SUM_TEXT];
        if (layout->value[v].rule != HZ_VALUE_SUM)
            continue;
        for (size_t row = 0; row < hz_tally_size(tally); row++)
            sum += hz_tally_row(tally, row).value[v];
        hz_sum_format(sum, digits);
        put(sums, layout->value[v].name, json_string(digits));
    }
}

void hz_manifest_status(struct hz_manifest *manifest, int status)
{
    put(manifest->root, "status", json_integer(status));
}

bool hz_manifest_file(struct hz_manifest *manifest, const char *as, const struct hz_audited *seen,
                      struct hz_error *err)
{
    json_t *files = section(manifest, seen->is_output ? "outputs" : "inputs");
    const char *key = seen->is_output ? as : seen->name;
    char hex[HZ_DIGEST_HEX];
    if (json_object_get(files, key))
        return hz_error_set(err, HZ_ERROR_SYSTEM, (struct hz_place){.file = seen->name},
                            _("was read twice, and had changed in between: run it again"));
    json_t *file = json_object(), *name = text(manifest, seen->is_output ? seen->name : as);
    hz_digest_hex(&seen->digest, hex);
    put(file, seen->is_output ? "name" : "as", name);
    put(file, "bytes", json_integer((json_int_t)seen->bytes));
    put(file, "lines", json_integer((json_int_t)seen->lines));
    put(file, "sha256", json_string(hex));
    if (json_object_set_new(files, key, file) != 0)
        manifest->has_bad_text = true;
    return true;
}

static void seal_of(const json_t *value, char hex[HZ_DIGEST_HEX])
{
    char *dump = json_dumps(value, JSON_COMPACT | JSON_SORT_KEYS | JSON_ENCODE_ANY);
    if (!dump)
        hz_memory_exhausted();
    struct hz_digest digest = hz_digest_of(hz_text_of(dump));
    free(dump);
    hz_digest_hex(&digest, hex);
}

static int hand_on(const char *bytes, size_t length, void *text)
{
    hz_buffer_append(text, bytes, length);
    return 0;
}

bool hz_manifest_text(struct hz_manifest *manifest, struct hz_buffer *text, struct hz_error *err)
{
    json_t *seals, *value;
    const char *name;
    if (manifest->has_bad_text)
        return hz_error_set(err, HZ_ERROR_SYSTEM, HZ_NOWHERE,
                            _("a file's name or an argument is not UTF-8: a manifest cannot hold "
                              "it"));
    json_object_del(manifest->root, "seals"); /* of one that was read */
    seals = json_object();
    put(seals, seals_key, json_string(seals_text));
    json_object_foreach(manifest->root, name, value)
    {
        char hex[HZ_DIGEST_HEX];
        seal_of(value, hex);
        put(seals, name, json_string(hex));
    }
    put(manifest->root, "seals", seals);
    if (json_dump_callback(manifest->root, hand_on, text, JSON_INDENT(2)) != 0)
        hz_memory_exhausted();
    hz_buffer_char(text, '\n');
    return true;
}

bool hz_manifest_write(struct hz_manifest *manifest, struct hz_output *output, struct hz_error *err)
{
    struct hz_buffer text = {0};
    const bool done = hz_manifest_text(manifest, &text, err);
    hz_output_write(output, text.at, text.length);
    hz_buffer_free(&text);
    return done;
}

static bool refuse(const char *name, const char *what, struct hz_error *err)
{
    return hz_error_set(err, HZ_ERROR_DATA, (struct hz_place){.file = name},
                        _("this is no manifest that --manifest has written: %s"), what);
}

static bool is_file(const json_t *file)
{
    const json_t *sha256 = json_object_get(file, "sha256"), *bytes = json_object_get(file, "bytes");
    return json_is_integer(bytes) && json_integer_value(bytes) >= 0 && json_is_string(sha256) &&
           json_string_length(sha256) == HZ_DIGEST_HEX - 1;
}

static bool are_strings(const json_t *array)
{
    for (size_t i = 0; i < json_array_size(array); i++)
        if (!json_is_string(json_array_get(array, i)))
            return false;
    return true;
}

/* The shape that the rest relies on. */
static bool has_shape(const char *name, json_t *root, struct hz_error *err)
{
    json_error_t fault;
    json_t *files[2], *arguments, *options, *value;
    int format, status;
    const char *program, *version, *language, *key;
    if (json_unpack_ex(root, &fault, 0, "{s:i,s:s,s:s,s:s,s:o,s:o,s:o,s:o,s:i,s:{}}", "manifest",
                       &format, "program", &program, "version", &version, "language", &language,
                       "arguments", &arguments, "options", &options, "inputs", &files[0], "outputs",
                       &files[1], "status", &status, "seals") != 0)
        return refuse(name, fault.text, err);
    if (format != FORMAT)
        return refuse(name, _("its format is of another version"), err);
    if (!json_is_array(arguments) || !are_strings(arguments) || !json_is_object(options))
        return refuse(name, _("arguments are not as expected"), err);
    for (size_t f = 0; f < HZ_COUNT(files); f++) {
        if (!json_is_object(files[f]))
            return refuse(name, _("files are not as expected"), err);
        json_object_foreach(files[f], key, value)
        {
            if (!is_file(value))
                return refuse(name, key, err);
        }
    }
    return true;
}

/* No section is cut out, with its seal or without, and none is added. */
static bool is_complete(const char *name, json_t *root, struct hz_error *err)
{
    static const char *const others[] = {"manifest", "language", "seals"};
    json_t *seals = json_object_get(root, "seals"), *value;
    const char *key;
    size_t known = 0;
    for (size_t s = 0; s < HZ_COUNT(sections) + HZ_COUNT(others); s++) {
        key = s < HZ_COUNT(sections) ? sections[s].name : others[s - HZ_COUNT(sections)];
        if (!json_object_get(root, key))
            return hz_error_set(err, HZ_ERROR_DATA, (struct hz_place){.file = name},
                                _("the section \"%s\" has been cut out since the manifest was "
                                  "written"),
                                key);
        known++;
    }
    json_object_foreach(seals, key, value)
    {
        const char *text = json_string_value(value);
        if (strcmp(key, seals_key) == 0 && text && strcmp(text, seals_text) == 0)
            continue;
        if (!json_object_get(root, key))
            return hz_error_set(err, HZ_ERROR_DATA, (struct hz_place){.file = name},
                                _("the section \"%s\" has been cut out since the manifest was "
                                  "written"),
                                key);
    }
    return json_object_size(root) == known ||
           refuse(name, _("it has sections that no manifest has"), err);
}

static bool is_sealed(const char *name, json_t *root, struct hz_error *err)
{
    const json_t *seals = json_object_get(root, "seals");
    const char *key;
    json_t *value;
    if (!is_complete(name, root, err))
        return false;
    json_object_foreach(root, key, value)
    {
        char hex[HZ_DIGEST_HEX];
        const char *seal = json_string_value(json_object_get(seals, key));
        seal_of(value, hex);
        if (value == seals || (seal && strcmp(seal, hex) == 0))
            continue;
        return hz_error_set(err, HZ_ERROR_DATA, (struct hz_place){.file = name},
                            _("\"%s\" has been changed since the manifest was written: its seal "
                              "is %s, it has %s"),
                            key, seal ? seal : _("missing"), hex);
    }
    return true;
}

bool hz_manifest_parse(struct hz_manifest **manifest, const char *name, struct hz_text bytes,
                       struct hz_error *err)
{
    json_error_t fault;
    json_t *root =
        json_loadb(bytes.length > 0 ? bytes.at : "", bytes.length, JSON_REJECT_DUPLICATES, &fault);
    if (!root) {
        const struct hz_place place = {.file = name,
                                       .line = fault.line > 0 ? (uint64_t)fault.line : 0};
        return hz_error_set(err, HZ_ERROR_DATA, place, _("this is no JSON: %s"), fault.text);
    }
    if (!has_shape(name, root, err) || !is_sealed(name, root, err)) {
        json_decref(root);
        return false;
    }
    *manifest = hz_allocate(1, sizeof **manifest);
    (*manifest)->root = root;
    return true;
}

bool hz_manifest_read(struct hz_manifest **manifest, const char *path, struct hz_error *err)
{
    struct hz_buffer bytes = {0};
    bool done = hz_file_read(path, MANIFEST_BYTES, &bytes, err) &&
                hz_manifest_parse(manifest, hz_file_name(path),
                                  (struct hz_text){bytes.at, bytes.length}, err);
    hz_buffer_free(&bytes);
    return done;
}

const char *hz_manifest_program(const struct hz_manifest *manifest)
{
    return json_string_value(section(manifest, "program"));
}

const char *hz_manifest_language(const struct hz_manifest *manifest)
{
    return json_string_value(section(manifest, "language"));
}

size_t hz_manifest_arguments(const struct hz_manifest *manifest)
{
    return json_array_size(section(manifest, "arguments"));
}

const char *hz_manifest_argument_at(const struct hz_manifest *manifest, size_t index)
{
    return json_string_value(json_array_get(section(manifest, "arguments"), index));
}

static struct hz_manifest_file describe(const char *key, const json_t *file)
{
    return (struct hz_manifest_file){
        .key = key,
        .as = json_string_value(json_object_get(file, "as")),
        .name = json_string_value(json_object_get(file, "name")),
        .bytes = (uint64_t)json_integer_value(json_object_get(file, "bytes")),
        .sha256 = json_string_value(json_object_get(file, "sha256")),
    };
}

bool hz_manifest_file_at(const struct hz_manifest *manifest, const char *name, size_t index,
                         struct hz_manifest_file *file)
{
    const char *key;
    json_t *value;
    json_object_foreach(section(manifest, name), key, value)
    {
        if (index-- > 0)
            continue;
        *file = describe(key, value);
        return true;
    }
    return false;
}

bool hz_manifest_file_of(const struct hz_manifest *manifest, const char *name, const char *key,
                         struct hz_manifest_file *file)
{
    const json_t *value = json_object_get(section(manifest, name), key);
    if (value)
        *file = describe(key, value);
    return value != NULL;
}

bool hz_manifest_count_at(const struct hz_manifest *manifest, size_t index, const char **name,
                          int64_t *rows)
{
    const char *key;
    json_t *value;
    json_object_foreach(section(manifest, "records"), key, value)
    {
        if (index-- > 0)
            continue;
        *name = key;
        *rows = json_integer_value(value);
        return true;
    }
    return false;
}

int hz_manifest_status_of(const struct hz_manifest *manifest)
{
    return (int)json_integer_value(section(manifest, "status"));
}

void hz_manifest_list_inputs(struct hz_manifest *manifest, const struct hz_manifest *other)
{
    put(manifest->root, "inputs", json_deep_copy(section(other, "inputs")));
}

void hz_manifest_list_input(struct hz_manifest *manifest, const char *name)
{
    char unknown[HZ_DIGEST_HEX] = {0};
    memset(unknown, '0', sizeof unknown - 1);
    json_t *file =
        json_pack("{s:s, s:i, s:i, s:s}", "as", "input", "bytes", 0, "lines", 0, "sha256", unknown);
    if (!file)
        hz_memory_exhausted();
    if (json_object_set_new(section(manifest, "inputs"), name, file) != 0)
        manifest->has_bad_text = true;
}

void hz_manifest_gate(const struct hz_manifest *manifest, struct hz_arena *arena,
                      struct hz_gate *gate)
{
    json_t *inputs = section(manifest, "inputs"), *value;
    const char *key;
    const char **name = hz_arena_allocate(arena, json_object_size(inputs), sizeof *name);
    *gate = (struct hz_gate){.is_listed = true, .name = name};
    json_object_foreach(inputs, key, value)
    {
        name[gate->names++] = hz_arena_string(arena, hz_text_of(key));
    }
}

/* ---- What differs */

/* A value as it is told: a text as it stands, anything else as JSON. */
static void show(char out[], size_t size, const json_t *value)
{
    char *dump = NULL;
    const char *shown = "nothing";
    if (json_is_string(value))
        shown = json_string_value(value);
    else if (value && !json_is_object(value) && !json_is_null(value))
        shown = dump = json_dumps(value, JSON_COMPACT | JSON_ENCODE_ANY);
    else if (json_is_object(value))
        shown = "a file";
    snprintf(out, size, "%s", shown ? shown : "");
    free(dump);
}

static bool differ(struct hz_difference *difference, const char *item, const json_t *expected,
                   const json_t *found)
{
    snprintf(difference->item, sizeof difference->item, "%s", item);
    show(difference->expected, sizeof difference->expected, expected);
    show(difference->found, sizeof difference->found, found);
    return false;
}

/* Objects key by key; `item` is how the object is told, and its keys behind it. */
static bool same(const char *item, const char *between, json_t *expected, json_t *found,
                 struct hz_difference *difference)
{
    char name[300];
    const char *key;
    json_t *value;
    if (!json_is_object(expected) || !json_is_object(found))
        return json_equal(expected, found) || differ(difference, item, expected, found);
    json_object_foreach(expected, key, value)
    {
        snprintf(name, sizeof name, "%s%s%s", item, between, key);
        if (strcmp(key, "name") != 0 &&
            !same(name, ": ", value, json_object_get(found, key), difference))
            return false;
    }
    json_object_foreach(found, key, value)
    {
        snprintf(name, sizeof name, "%s%s%s", item, between, key);
        if (!json_object_get(expected, key))
            return differ(difference, name, NULL, value);
    }
    return true;
}

bool hz_manifest_same(const struct hz_manifest *expected, const struct hz_manifest *found,
                      struct hz_difference *difference)
{
    for (size_t s = 0; s < HZ_COUNT(sections); s++)
        if (!same(sections[s].item, " ", section(expected, sections[s].name),
                  section(found, sections[s].name), difference))
            return false;
    return true;
}
