/* verify_page.c: see verify_page.h. What stands in a table is not translated. */

#include "verify_page.h"

#include "file/file.h"
#include "file/schema.h"
#include "report/make.h"

#include <stdio.h>
#include <stdlib.h>

enum { PAGE_BYTES = 1 << 30 };

struct proof {
    const char *path;
    struct hz_table *table;
    bool is_over;
};

bool hz_is_page(const char *path)
{
    char head[sizeof HZ_PAGE_BEGIN - 1];
    FILE *file = fopen(path, "rb");
    const size_t got = file ? fread(head, 1, sizeof head, file) : 0;
    if (file)
        fclose(file);
    return hz_page_is_one((struct hz_text){head, got});
}

static void add_row(struct proof *proof, const char *program, const char *item, const char *verdict,
                    const char *expected, const char *found)
{
    hz_table_string(proof->table, hz_file_name(proof->path));
    hz_table_string(proof->table, program);
    hz_table_string(proof->table, item);
    hz_table_string(proof->table, verdict);
    hz_table_string(proof->table, expected);
    hz_table_string(proof->table, found);
    hz_table_end_row(proof->table);
}

static bool differs(struct proof *proof, const char *program, const char *item,
                    const char *expected, const char *found)
{
    struct hz_error told = {0};
    add_row(proof, program, item, "differs", expected, found);
    hz_error_set(&told, HZ_ERROR_DATA, (struct hz_place){.file = proof->path},
                 _("%s: %s: expected %s, found %s"), program, item, expected, found);
    hz_table_leave_out(proof->table, &told);
    proof->is_over = true;
    return false;
}

static bool compare(void *context, const struct hz_manifest *expected,
                    const struct hz_manifest *found)
{
    struct proof *proof = context;
    const char *program = hz_manifest_program(expected);
    struct hz_difference difference;
    struct hz_manifest_file file;
    struct hz_buffer item = {0};
    if (!hz_manifest_same(expected, found, &difference))
        return differs(proof, program, difference.item, difference.expected, difference.found);
    for (size_t f = 0; hz_manifest_file_at(expected, "inputs", f, &file); f++) {
        item.length = 0;
        hz_buffer_format(&item, "input %s", file.key);
        hz_buffer_char(&item, '\0');
        add_row(proof, program, item.at, "same", file.sha256, file.sha256);
    }
    if (hz_manifest_file_of(expected, "outputs", "result", &file))
        add_row(proof, program, "output result", "same", file.sha256, file.sha256);
    hz_buffer_free(&item);
    return true;
}

/* Another gnuplot draws other bytes, so that a picture is proved or told, and the rest goes on. */
static void compare_picture(void *context, size_t number, struct hz_text kept, struct hz_text drawn,
                            const char *why_not)
{
    struct proof *proof = context;
    char item[40], hex[2][HZ_DIGEST_HEX] = {"", ""};
    struct hz_digest digest = hz_digest_of(kept);
    hz_digest_hex(&digest, hex[0]);
    digest = hz_digest_of(drawn);
    hz_digest_hex(&digest, hex[1]);
    snprintf(item, sizeof item, "picture %zu", number);
    if (hz_text_equal(kept, drawn)) {
        add_row(proof, "hz-report", item, "same", hex[1], hex[0]);
        return;
    }
    struct hz_error told = {0};
    add_row(proof, "hz-report", item, "unproved", drawn.length > 0 ? hex[1] : "", hex[0]);
    hz_error_set(&told, HZ_ERROR_DATA, (struct hz_place){.file = proof->path},
                 _("picture %zu is not proved: %s; the figures of its table are"), number,
                 why_not ? why_not : _("gnuplot draws another here, of this version at least"));
    hz_table_leave_out(proof->table, &told);
}

/* What was asked for when the page was made: see order_text() in report/make.c. */
struct asked {
    int64_t format;
    struct hz_text version, description, inputs, set;
    bool personal, pictures;
};

static const struct hz_field asked_fields[] = {
    HZ_KEY_WITHIN(INTEGER, "report", asked, format, 1, 1, .is_needed = true),
    HZ_KEY(TEXT, "version", asked, version),
    HZ_KEY(TEXT, "description", asked, description),
    HZ_KEY(TEXT, "inputs", asked, inputs),
    HZ_KEY(TEXT, "set", asked, set),
    HZ_KEY(FLAG, "personal", asked, personal),
    HZ_KEY(FLAG, "pictures", asked, pictures),
    HZ_KEY_END,
};

static bool read_asked(struct asked *asked, const char *path, struct hz_text bytes,
                       struct hz_arena *arena, struct hz_error *err)
{
    struct hz_tree tree;
    struct hz_reading reading = {.tree = &tree, .arena = arena};
    *asked = (struct asked){0};
    if (!hz_tree_parse(&tree, path, bytes, arena, err))
        return false;
    hz_schema_read(&reading, tree.root, asked_fields, asked);
    return reading.faults == 0 ||
           hz_error_set(err, HZ_ERROR_DATA, (struct hz_place){.file = path},
                        _("this is no report that hz-report has written, or a part of one: its "
                          "description is missing"));
}

/* The line, from 1, in which two texts differ first; 0: they do not. */
static size_t first_difference(struct hz_text a, struct hz_text b)
{
    size_t line = 1, i = 0;
    while (i < a.length && i < b.length && a.at[i] == b.at[i])
        line += a.at[i++] == '\n';
    return i == a.length && i == b.length ? 0 : line;
}

static bool compare_pages(struct proof *proof, struct hz_text kept, struct hz_text made)
{
    char item[40];
    struct hz_digest digest;
    char hex[2][HZ_DIGEST_HEX];
    const size_t line = first_difference(kept, made);
    digest = hz_digest_of(kept);
    hz_digest_hex(&digest, hex[0]);
    digest = hz_digest_of(made);
    hz_digest_hex(&digest, hex[1]);
    snprintf(item, sizeof item, line > 0 ? "page, line %zu" : "page", line);
    if (line > 0)
        return differs(proof, "hz-report", item, hex[1], hex[0]);
    add_row(proof, "hz-report", "page", "same", hex[0], hex[0]);
    return true;
}

static bool make_again(struct proof *proof, const struct hz_page *page, const struct asked *asked,
                       const struct hz_replay_rules *rules, struct hz_text kept,
                       struct hz_arena *arena, struct hz_error *err)
{
    const struct hz_report_order order = {
        .name = hz_arena_string(arena, asked->description),
        .bytes = page->description,
        .inputs = asked->inputs.length > 0 ? asked->inputs.at : NULL,
        .set = asked->set.length > 0 ? asked->set.at : NULL,
        .has_persons = asked->personal,
        .has_pictures = asked->pictures,
        .rules = *rules,
    };
    const struct hz_report_again again = {page, proof->path, compare, compare_picture, proof};
    struct hz_buffer text = {0};
    bool lacks_data;
    bool done = hz_report_make(&order, &again, HZ_REPORT_HTML, &text, NULL, &lacks_data, err) &&
                compare_pages(proof, kept, (struct hz_text){text.at, text.length});
    hz_buffer_free(&text);
    if (proof->is_over) /* it has been told */
        *err = (struct hz_error){0};
    return done || proof->is_over;
}

/* The folder that the page lies in. */
static const char *folder_of(const char *path, struct hz_arena *arena)
{
    const char *slash = strrchr(path, '/');
    return slash ? hz_arena_string(arena, (struct hz_text){path, (size_t)(slash + 1 - path)}) : ".";
}

static bool tell_signature(void *context, const char *item, const char *expected, const char *found)
{
    if (strcmp(expected, found) != 0)
        return differs(context, "hz-report", item, expected, found);
    add_row(context, "hz-report", item, "same", expected, found);
    return true;
}

bool hz_verify_page(const char *path, const struct hz_signers *signers,
                    const struct hz_replay_rules *rules, struct hz_table *table,
                    struct hz_error *err)
{
    static const char *const names[] = {"manifest", "program",  "item",
                                        "verdict",  "expected", "found"};
    struct hz_arena arena = {0};
    struct proof proof = {.path = path, .table = table};
    struct hz_replay_rules own = *rules;
    struct hz_buffer bytes = {0};
    struct hz_page page;
    struct asked asked;
    own.path = path;
    own.bytes = UINT64_C(64) << 30;
    own.until = time(NULL) + (time_t)own.seconds;
    if (own.folder)
        own.folder = folder_of(path, &arena);
    for (size_t n = 0; n < HZ_COUNT(names); n++)
        hz_table_column(table, names[n]);
    bool done = hz_file_read(path, PAGE_BYTES, &bytes, err);
    const struct hz_text kept = {bytes.at, bytes.length};
    done = done && hz_page_read(&page, path, kept, &arena, err) &&
           hz_signatures_verify(path, kept, signers, tell_signature, &proof, err) &&
           read_asked(&asked, path, page.order, &arena, err) &&
           make_again(&proof, &page, &asked, &own, kept, &arena, err);
    hz_buffer_free(&bytes);
    hz_arena_free(&arena);
    return done || (proof.is_over && !err->kind);
}
