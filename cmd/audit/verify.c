/* verify.c: see verify.h. What stands in a table is not translated. */

#include "verify.h"

#include "base/memory.h"
#include "file/file.h"
#include "file/gate.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { MANIFEST_BYTES = 1 << 30 };

/* A command that has been verified. */
struct link {
    struct hz_manifest *manifest;
    struct hz_replay replay;
};

struct chain {
    const struct hz_verify_order *order;
    struct link *link;
    size_t at;    /* the one whose turn it is */
    time_t until; /* what it may take */
    bool is_input_used;
    bool is_over; /* a difference was found */
    struct hz_table *table;
};

static const char *path_of(const struct chain *chain)
{
    return chain->order->path[chain->at];
}

static void add_row(struct chain *chain, const char *item, const char *verdict,
                    const char *expected, const char *found)
{
    hz_table_string(chain->table, hz_file_name(path_of(chain)));
    hz_table_string(chain->table, hz_manifest_program(chain->link[chain->at].manifest));
    hz_table_string(chain->table, item);
    hz_table_string(chain->table, verdict);
    hz_table_string(chain->table, expected);
    hz_table_string(chain->table, found);
    hz_table_end_row(chain->table);
}

/* The first difference ends the chain. False, so that what follows it is not done. */
static bool differs(struct chain *chain, const char *item, const char *expected, const char *found)
{
    struct hz_error told = {0};
    add_row(chain, item, "differs", expected, found);
    hz_error_set(&told, HZ_ERROR_DATA, (struct hz_place){.file = path_of(chain)},
                 _("%s: %s: expected %s, found %s"),
                 hz_manifest_program(chain->link[chain->at].manifest), item, expected, found);
    hz_table_leave_out(chain->table, &told);
    chain->is_over = true;
    return false;
}

static bool same(struct chain *chain, const char *item, const char *expected, const char *found)
{
    if (strcmp(expected, found) != 0)
        return differs(chain, item, expected, found);
    add_row(chain, item, "same", expected, found);
    return true;
}

static bool is_in_time(const void *until)
{
    return time(NULL) <= *(const time_t *)until;
}

/* Of a plain file; UINT64_MAX of what is none. */
static uint64_t size_of(int descriptor)
{
    struct stat status;
    return fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode) ? (uint64_t)status.st_size
                                                                      : UINT64_MAX;
}

/*
 * A file as it stands, against what it should be. One that is not there, or may not be read, is a
 * difference too; one of another size is not read for it.
 */
static bool same_file(struct chain *chain, const char *item, const char *path,
                      const struct hz_manifest_file *expected, struct hz_error *err)
{
    struct hz_error why = {0};
    struct hz_digest digest;
    char hex[HZ_DIGEST_HEX], size[2][48];
    int descriptor;
    if (!hz_file_open(path, &descriptor, &why)) {
        if (why.kind == HZ_ERROR_DATA || access(path, R_OK) != 0)
            return differs(chain, item, expected->sha256, why.text);
        *err = why;
        return false;
    }
    const uint64_t bytes = size_of(descriptor);
    bool done = true;
    if (bytes != UINT64_MAX && bytes != expected->bytes) {
        snprintf(size[0], sizeof size[0], "%" PRIu64 " bytes", expected->bytes);
        snprintf(size[1], sizeof size[1], "%" PRIu64 " bytes", bytes);
        done = differs(chain, item, size[0], size[1]);
    } else if (!hz_file_digest(descriptor, path, is_in_time, &chain->until, &digest, err)) {
        done = false;
    } else {
        hz_digest_hex(&digest, hex);
        done = same(chain, item, expected->sha256, hex);
    }
    if (descriptor != STDIN_FILENO)
        close(descriptor);
    return done;
}

static bool check_inputs(struct chain *chain, struct hz_error *err)
{
    struct hz_manifest_file file;
    struct hz_buffer item = {0};
    bool done = true;
    for (size_t f = 0;
         done && hz_manifest_file_at(chain->link[chain->at].manifest, "inputs", f, &file); f++) {
        if (strcmp(file.key, "<stdin>") == 0)
            continue;
        item.length = 0;
        hz_buffer_format(&item, "input %s (%s)", file.key, file.as ? file.as : "");
        hz_buffer_char(&item, '\0');
        done = same_file(chain, item.at, file.key, &file, err);
    }
    hz_buffer_free(&item);
    return done;
}

/* What was printed by a command before this one, the nearest first; -1: by none. */
static int printed_before(const struct chain *chain, const char *sha256)
{
    for (size_t l = chain->at; l-- > 0;) {
        struct hz_manifest_file printed;
        if (!hz_manifest_file_of(chain->link[l].manifest, "outputs", "result", &printed) ||
            strcmp(printed.sha256, sha256) != 0)
            continue;
        int descriptor = fileno(chain->link[l].replay.output);
        lseek(descriptor, 0, SEEK_SET);
        return descriptor;
    }
    return -1;
}

/* Standard input: *descriptor stays -1 if the command read none. */
static bool find_input(struct chain *chain, int *descriptor, bool *is_own, struct hz_error *err)
{
    struct hz_manifest_file read, printed = {0};
    if (!hz_manifest_file_of(chain->link[chain->at].manifest, "inputs", "<stdin>", &read))
        return true;
    *descriptor = printed_before(chain, read.sha256);
    if (*descriptor >= 0) {
        add_row(chain, "input <stdin>", "same", read.sha256, read.sha256);
        return true;
    }
    if (chain->order->input && !chain->is_input_used) {
        chain->is_input_used = *is_own = true;
        if (!same_file(chain, "input <stdin>", chain->order->input, &read, err))
            return false;
        *descriptor = open(chain->order->input, O_RDONLY | O_CLOEXEC);
        return *descriptor >= 0 ||
               hz_error_system(err, chain->order->input, _("cannot open"), errno);
    }
    if (chain->at > 0 &&
        hz_manifest_file_of(chain->link[chain->at - 1].manifest, "outputs", "result", &printed))
        return differs(chain, "input <stdin>", read.sha256, printed.sha256);
    return hz_error_set(err, HZ_ERROR_USAGE, (struct hz_place){.file = path_of(chain)},
                        _("%s read standard input: name the same bytes with --stdin FILE"),
                        hz_manifest_program(chain->link[chain->at].manifest));
}

static bool check_run(struct chain *chain)
{
    const struct link *link = &chain->link[chain->at];
    struct hz_difference difference;
    char status[340];
    if (!link->replay.account) {
        snprintf(status, sizeof status, "status %d (%s)", link->replay.status,
                 link->replay.complaint);
        return differs(chain, "run", "a manifest", status);
    }
    if (!hz_manifest_same(link->manifest, link->replay.account, &difference))
        return differs(chain, difference.item, difference.expected, difference.found);
    return true;
}

/* What the command printed and wrote now, and what of it lies where it was written then. */
static bool check_outputs(struct chain *chain, const struct hz_gate *gate, struct hz_error *err)
{
    const struct link *link = &chain->link[chain->at];
    struct hz_manifest_file file;
    const bool is_last = chain->at + 1 == chain->order->paths;
    bool done = true;
    for (size_t f = 0; done && hz_manifest_file_at(link->manifest, "outputs", f, &file); f++) {
        const bool is_output = strcmp(file.key, "result") == 0;
        const bool is_named = file.name && file.name[0] != '<';
        const char *kept = is_named               ? file.name
                           : is_output && is_last ? chain->order->output
                                                  : NULL;
        char item[64];
        snprintf(item, sizeof item, "output %s", file.key);
        add_row(chain, item, "same", file.sha256, file.sha256);
        hz_gate_set(is_named ? gate : NULL);
        if (kept)
            done = same_file(chain, kept, kept, &file, err);
        hz_gate_set(NULL);
    }
    return done;
}

/* The folder that a manifest lies in. */
static const char *folder_of(const char *path, struct hz_arena *arena)
{
    const char *slash = strrchr(path, '/');
    return slash ? hz_arena_string(arena, (struct hz_text){path, (size_t)(slash + 1 - path)}) : ".";
}

/* Runs it again, and compares all that its manifest names, through the gate of the manifest. */
static bool run_again(struct chain *chain, int *input, bool *is_own, struct hz_error *err)
{
    struct link *link = &chain->link[chain->at];
    struct hz_replay_rules rules = chain->order->rules;
    struct hz_arena arena = {0};
    rules.path = path_of(chain);
    rules.is_listed = true;
    rules.until = chain->until = time(NULL) + (time_t)rules.seconds;
    if (rules.folder)
        rules.folder = folder_of(rules.path, &arena);
    const struct hz_gate gate = {.folder = rules.folder};
    hz_gate_set(&gate);
    bool done = check_inputs(chain, err);
    hz_gate_set(NULL);
    done = done && find_input(chain, input, is_own, err) &&
           hz_replay_run(&link->replay, link->manifest, &rules, *input, err) && check_run(chain);
    done = done && check_outputs(chain, &gate, err);
    hz_arena_free(&arena);
    return done;
}

static bool tell_signature(void *context, const char *item, const char *expected, const char *found)
{
    return same(context, item, expected, found);
}

static bool verify_one(struct chain *chain, struct hz_error *err)
{
    struct link *link = &chain->link[chain->at];
    int input = -1;
    bool is_own = false;
    struct hz_buffer bytes = {0};
    bool done = hz_file_read(path_of(chain), MANIFEST_BYTES, &bytes, err);
    const struct hz_text text = {bytes.at, bytes.length};
    done = done && hz_manifest_parse(&link->manifest, hz_file_name(path_of(chain)), text, err) &&
           hz_signatures_verify(path_of(chain), text, &chain->order->signers, tell_signature, chain,
                                err);
    hz_buffer_free(&bytes);
    done = done && run_again(chain, &input, &is_own, err);
    if (is_own && input >= 0)
        close(input);
    return done || (chain->is_over && !err->kind);
}

bool hz_verify(const struct hz_verify_order *order, struct hz_table *table, struct hz_error *err)
{
    static const char *const names[] = {"manifest", "program",  "item",
                                        "verdict",  "expected", "found"};
    struct chain chain = {.order = order, .table = table};
    bool done = true;
    for (size_t n = 0; n < HZ_COUNT(names); n++)
        hz_table_column(table, names[n]);
    chain.link = hz_allocate(order->paths, sizeof *chain.link);
    for (; chain.at < order->paths && done && !chain.is_over; chain.at++)
        done = verify_one(&chain, err);
    for (size_t l = 0; l < order->paths; l++) {
        hz_manifest_free(chain.link[l].manifest);
        hz_manifest_free(chain.link[l].replay.account);
        if (chain.link[l].replay.output)
            fclose(chain.link[l].replay.output);
    }
    free(chain.link);
    return done;
}
