/* replay.c: see replay.h. */

#include "replay.h"

#include "common/beside.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

static bool refuse(const char *path, const char *what, const char *text, struct hz_error *err)
{
    return hz_error_set(err, HZ_ERROR_DATA, (struct hz_place){.file = path}, "%s: \"%s\"", what,
                        text);
}

/* What is run may come from anywhere: it is one of these commands, and it writes no file. */
static bool is_harmless(char *const argument[], const char *path, struct hz_error *err)
{
    static const char *const writing[] = {"--output", "--manifest", "--reject", "--findings"};
    const char *program = argument[0];
    if (strncmp(program, "hz-", 3) != 0 ||
        strspn(program, "abcdefghijklmnopqrstuvwxyz-") != strlen(program))
        return refuse(path, _("this is none of the commands that are run"), program, err);
    for (size_t a = 1; argument[a]; a++) {
        const size_t length = strcspn(argument[a], "=");
        if (strcmp(argument[a], "--") == 0)
            return true;
        bool is_good = argument[a][0] != '-' || strncmp(argument[a], "--", 2) == 0;
        for (size_t w = 0; w < HZ_COUNT(writing); w++)
            is_good &= length == 0 || strncmp(writing[w], argument[a], length) != 0;
        if (!is_good)
            return refuse(path,
                          _("this is no argument of a command that is run: expected --NAME or "
                            "--NAME=VALUE, and nothing that writes a file"),
                          argument[a], err);
    }
    return true;
}

/* The files without names that a run writes. */
enum { OUTPUT, COMPLAINTS, ACCOUNT, REJECTS, FINDINGS, FILES };

static bool open_files(FILE *file[FILES], struct hz_error *err)
{
    for (int f = 0; f < FILES; f++) {
        file[f] = tmpfile();
        if (!file[f])
            return hz_error_system(err, "/tmp", _("cannot create a file"), errno);
    }
    return true;
}

static void close_files(FILE *file[FILES])
{
    for (int f = 0; f < FILES; f++)
        if (file[f])
            fclose(file[f]);
}

static char *option_of(struct hz_arena *arena, const char *name, FILE *file)
{
    char *option = hz_arena_allocate(arena, 64, 1);
    snprintf(option, 64, "%s=/dev/fd/%d", name, fileno(file));
    return option;
}

static void read_whole(FILE *file, struct hz_buffer *bytes)
{
    enum { STEP = 1 << 16 };
    size_t got;
    rewind(file);
    while ((got = fread(hz_buffer_reserve(bytes, STEP), 1, STEP, file)) > 0)
        bytes->length += got;
}

static void read_complaint(char complaint[], size_t size, FILE *file)
{
    rewind(file);
    if (!fgets(complaint, (int)size, file))
        complaint[0] = '\0';
    complaint[strcspn(complaint, "\n")] = '\0';
}

/* The command as the manifest has it, then NULL. */
static char **arguments_of(const struct hz_manifest *manifest, struct hz_arena *arena)
{
    size_t count = hz_manifest_arguments(manifest), a = 0;
    char **argument = hz_arena_allocate(arena, count + 2, sizeof *argument);
    argument[a++] = hz_arena_string(arena, hz_text_of(hz_manifest_program(manifest)));
    for (size_t i = 0; i < count; i++)
        argument[a++] = hz_arena_string(arena, hz_text_of(hz_manifest_argument_at(manifest, i)));
    return argument;
}

/* The same, writing to the files. */
static char **with_files(char *const argument[], const struct hz_manifest *manifest,
                         FILE *file[FILES], struct hz_arena *arena)
{
    struct hz_manifest_file written;
    size_t count = 0, a = 0;
    while (argument[count])
        count++;
    char **with = hz_arena_allocate(arena, count + 4, sizeof *with);
    with[a++] = argument[0];
    with[a++] = option_of(arena, "--manifest", file[ACCOUNT]);
    if (hz_manifest_file_of(manifest, "outputs", "--reject", &written))
        with[a++] = option_of(arena, "--reject", file[REJECTS]);
    if (hz_manifest_file_of(manifest, "outputs", "--findings", &written))
        with[a++] = option_of(arena, "--findings", file[FINDINGS]);
    memcpy(with + a, argument + 1, (count - 1) * sizeof *with);
    return with;
}

/*
 * Starts it in a directory (NULL: this one) and waits; its exit status, 128 and more for a
 * signal's. Refused (system): a command that is not there or does not start.
 */
static bool run(char *argument[], const char *directory, int input, FILE *file[FILES], int *status,
                struct hz_error *err)
{
    extern char **environ;
    char program[PATH_MAX];
    posix_spawn_file_actions_t actions;
    pid_t child;
    if (!hz_beside(argument[0], program, sizeof program))
        return hz_error_system(err, argument[0], _("cannot be found"), ENOENT);
    posix_spawn_file_actions_init(&actions);
    if (directory)
        posix_spawn_file_actions_addchdir_np(&actions, directory);
    if (input >= 0)
        posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
    else
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, fileno(file[OUTPUT]), STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions, fileno(file[COMPLAINTS]), STDERR_FILENO);
    int failure = posix_spawn(&child, program, &actions, NULL, argument, environ);
    posix_spawn_file_actions_destroy(&actions);
    if (failure != 0)
        return hz_error_system(err, argument[0], _("cannot start this command"), failure);
    while (waitpid(child, status, 0) < 0 && errno == EINTR)
        ;
    *status = WIFEXITED(*status) ? WEXITSTATUS(*status) : 128 + WTERMSIG(*status);
    return true;
}

/* What it wrote of itself, if it did. */
static bool read_account(struct hz_replay *replay, const char *program, FILE *file,
                         struct hz_error *err)
{
    struct hz_buffer bytes = {0};
    read_whole(file, &bytes);
    bool done =
        bytes.length == 0 ||
        hz_manifest_parse(&replay->account, program, (struct hz_text){bytes.at, bytes.length}, err);
    hz_buffer_free(&bytes);
    return done;
}

bool hz_replay_run(struct hz_replay *replay, const struct hz_manifest *manifest, const char *path,
                   int input, struct hz_error *err)
{
    FILE *file[FILES] = {NULL};
    struct hz_arena arena = {0};
    *replay = (struct hz_replay){0};
    char **argument = arguments_of(manifest, &arena);
    bool done = is_harmless(argument, path, err) && open_files(file, err);
    if (done) {
        setenv("LC_ALL", hz_manifest_language(manifest), 1);
        unsetenv("LANGUAGE");
        done = run(with_files(argument, manifest, file, &arena), NULL, input, file, &replay->status,
                   err);
    }
    if (done) {
        read_complaint(replay->complaint, sizeof replay->complaint, file[COMPLAINTS]);
        done = read_account(replay, argument[0], file[ACCOUNT], err);
        replay->output = file[OUTPUT];
        file[OUTPUT] = NULL;
    }
    close_files(file);
    hz_arena_free(&arena);
    return done;
}

bool hz_capture(char *argument[], const char *directory, struct hz_buffer *printed,
                struct hz_error *err)
{
    FILE *file[FILES] = {NULL};
    char complaint[300];
    int status = 0;
    if (strcmp(argument[0], "hz-audit") == 0)
        return refuse(NULL, _("an audit makes no tables"), argument[0], err);
    bool done = is_harmless(argument, NULL, err) && open_files(file, err) &&
                run(argument, directory, -1, file, &status, err);
    if (done && status != 0) {
        read_complaint(complaint, sizeof complaint, file[COMPLAINTS]);
        done = hz_error_set(err, HZ_ERROR_DATA, HZ_NOWHERE, _("%s ended with status %d: %s"),
                            argument[0], status, complaint);
    }
    if (done)
        read_whole(file[OUTPUT], printed);
    close_files(file);
    return done;
}
