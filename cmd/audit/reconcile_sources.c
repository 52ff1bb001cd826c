/* reconcile_sources.c: see reconcile.h. */

#include "reconcile_sources.h"

#include "file/file.h"
#include "file/gate.h"
#include "growth/reconcile.h"

#include <unistd.h>

/* The directory of a path; NULL: this one. */
static const char *directory_of(const char *path, struct hz_arena *arena)
{
    const char *slash = strrchr(path, '/');
    return slash ? hz_arena_string(arena, (struct hz_text){path, (size_t)(slash + 1 - path)})
                 : NULL;
}

static bool read_file(const struct hz_replay_rules *rules, struct hz_text file,
                      struct hz_sheet *sheet, struct hz_arena *arena, struct hz_error *err)
{
    const char *directory = rules->directory;
    const struct hz_gate *before = hz_gate_get();
    struct hz_gate gate = {.folder = !rules->folder ? NULL : directory ? directory : "."};
    if (before && before->is_listed)
        gate = (struct hz_gate){gate.folder, true, before->name, before->names};
    struct hz_buffer path = {0};
    if (hz_text_equal(file, hz_text_of("-")))
        directory =
            directory ? directory : "./"; /* a file of that name, not what the caller types */
    if (directory && file.at[0] != '/')
        hz_buffer_string(&path, directory);
    hz_buffer_text(&path, file);
    const char *name = hz_arena_string(arena, (struct hz_text){path.at, path.length});
    hz_buffer_free(&path);
    hz_gate_set(&gate);
    const bool done = hz_sheet_read(sheet, name, arena, err);
    hz_gate_set(before);
    return done;
}

static bool is_in_time(const void *until)
{
    return time(NULL) <= *(const time_t *)until;
}

static bool note_input(const char *path, time_t until, struct hz_error *err)
{
    struct hz_digest ignored;
    int descriptor;
    if (!hz_file_open(path, &descriptor, err))
        return false;
    const bool done = hz_file_digest(descriptor, path, is_in_time, &until, &ignored, err);
    close(descriptor);
    return done;
}

/* What a command has read is read by this one too, for its own manifest. */
static bool note_inputs(const struct hz_replay_rules *rules, const struct hz_manifest *account,
                        struct hz_error *err)
{
    struct hz_manifest_file file;
    struct hz_buffer path = {0};
    bool done = true;
    for (size_t f = 0; done && hz_manifest_file_at(account, "inputs", f, &file); f++) {
        path.length = 0;
        if (rules->directory && file.key[0] != '/')
            hz_buffer_string(&path, rules->directory);
        hz_buffer_string(&path, file.key);
        hz_buffer_char(&path, '\0');
        done = note_input(path.at, rules->until, err);
    }
    hz_buffer_free(&path);
    return done;
}

/* A file of published figures whose tables are another such file's, or its own, has no end. */
static bool is_allowed(const struct hz_replay_rules *rules,
                       const struct hz_reconcile_texts *command, struct hz_error *err)
{
    bool is_other = true;
    for (size_t c = 1; c < command->count; c++)
        is_other &= !hz_text_equal(command->at[c], hz_text_of("reconcile"));
    return is_other || !hz_text_equal(command->at[0], hz_text_of("hz-audit")) ||
           hz_error_set(err, HZ_ERROR_DATA, (struct hz_place){.file = rules->path},
                        _("reconcile is not run by reconcile"));
}

/* The command as it is written, and --format=csv, which it may not say otherwise. */
static bool run_command(const struct hz_replay_rules *rules,
                        const struct hz_reconcile_texts *command, struct hz_sheet *sheet,
                        struct hz_arena *arena, struct hz_error *err)
{
    struct hz_buffer printed = {0}, name = {0};
    const char **argument = hz_arena_allocate(arena, command->count + 2, sizeof *argument);
    size_t a = 0;
    for (size_t c = 0; c < command->count; c++) {
        argument[a++] = hz_arena_string(arena, command->at[c]);
        if (c == 0)
            argument[a++] = hz_arena_string(arena, hz_text_of("--format=csv"));
        hz_buffer_format(&name, "%s%.*s", c > 0 ? " " : "", HZ_TEXT_ARGS(command->at[c]));
    }
    const char *called = hz_arena_string(arena, (struct hz_text){name.at, name.length});
    struct hz_manifest *account = NULL;
    bool done =
        is_allowed(rules, command, err) && hz_capture(argument, rules, &printed, &account, err) &&
        note_inputs(rules, account, err) &&
        hz_sheet_parse(sheet, called, (struct hz_text){printed.at, printed.length}, arena, err);
    hz_manifest_free(account);
    hz_buffer_free(&printed);
    hz_buffer_free(&name);
    return done;
}

static bool read_table(void *context, const struct hz_reconcile_source *table,
                       struct hz_sheet *sheet, struct hz_arena *arena, struct hz_error *err)
{
    const struct hz_replay_rules *rules = context;
    return table->file.length > 0 ? read_file(rules, table->file, sheet, arena, err)
                                  : run_command(rules, &table->command, sheet, arena, err);
}

bool hz_reconcile_run(const char *path, const struct hz_replay_rules *rules, struct hz_table *table,
                      struct hz_error *err)
{
    struct hz_arena arena = {0};
    struct hz_reconcile_file file;
    struct hz_replay_rules here = *rules;
    here.path = path;
    here.directory = directory_of(path, &arena);
    here.folder = rules->folder ? "." : NULL; /* as seen from there */
    here.has_account = true;
    here.until = time(NULL) + (time_t)here.seconds;
    const struct hz_reconcile_tables tables = {read_table, &here};
    bool done = hz_reconcile_read(&file, path, &arena, err) &&
                hz_reconcile_table(&file, &tables, table, err);
    hz_arena_free(&arena);
    return done;
}
