/* replay.c: see replay.h. */

#include "common/replay.h"

#include "base/arena.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

bool hz_beside(const char *command, char path[], size_t size)
{
    ssize_t length = readlink("/proc/self/exe", path, size - 1);
    if (length <= 0)
        return false;
    path[length] = '\0';
    char *slash = strrchr(path, '/');
    if (!slash || (size_t)(slash + 1 - path) + strlen(command) + 1 > size)
        return false;
    memcpy(slash + 1, command, strlen(command) + 1);
    return true;
}

static bool refuse(const char *path, const char *what, const char *text, struct hz_error *err)
{
    return hz_error_set(err, HZ_ERROR_DATA, (struct hz_place){.file = path}, "%s: \"%s\"", what,
                        text);
}

/* A manifest may come from anywhere: it starts nothing but these commands, and they write nothing. */
static bool is_harmless(const struct hz_manifest *manifest, const char *path, struct hz_error *err)
{
    static const char *const writing[] = {"--output", "--manifest", "--reject", "--findings"};
    const char *program = hz_manifest_program(manifest);
    if (strncmp(program, "hz-", 3) != 0 ||
        strspn(program, "abcdefghijklmnopqrstuvwxyz-") != strlen(program))
        return refuse(path, _("this is none of the commands that can be run again"), program, err);
    for (size_t a = 0; a < hz_manifest_arguments(manifest); a++) {
        const char *argument = hz_manifest_argument_at(manifest, a);
        const size_t length = strcspn(argument, "=");
        if (strcmp(argument, "--") == 0)
            return true;
        bool is_good = strncmp(argument, "--", 2) == 0;
        for (size_t w = 0; w < HZ_COUNT(writing); w++)
            is_good &= strncmp(writing[w], argument, length) != 0;
        if (!is_good)
            return refuse(path, _("this is no argument that a manifest has"), argument, err);
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

static char **arguments_of(const struct hz_manifest *manifest, FILE *file[FILES],
                           struct hz_arena *arena)
{
    struct hz_manifest_file written;
    size_t count = hz_manifest_arguments(manifest), a = 0;
    char **argument = hz_arena_allocate(arena, count + 5, sizeof *argument);
    argument[a++] = hz_arena_string(arena, hz_text_of(hz_manifest_program(manifest)));
    argument[a++] = option_of(arena, "--manifest", file[ACCOUNT]);
    if (hz_manifest_file_of(manifest, "outputs", "--reject", &written))
        argument[a++] = option_of(arena, "--reject", file[REJECTS]);
    if (hz_manifest_file_of(manifest, "outputs", "--findings", &written))
        argument[a++] = option_of(arena, "--findings", file[FINDINGS]);
    for (size_t i = 0; i < count; i++)
        argument[a++] = hz_arena_string(arena, hz_text_of(hz_manifest_argument_at(manifest, i)));
    return argument;
}

/* Starts it and waits; gives its exit status, 128 and more for a signal's, or -1 with errno. */
static int run(const char *program, char *argument[], int input, FILE *file[FILES])
{
    extern char **environ;
    posix_spawn_file_actions_t actions;
    pid_t child;
    int status = 0;
    posix_spawn_file_actions_init(&actions);
    if (input >= 0)
        posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
    else
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, fileno(file[OUTPUT]), STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions, fileno(file[COMPLAINTS]), STDERR_FILENO);
    errno = posix_spawn(&child, program, &actions, NULL, argument, environ);
    posix_spawn_file_actions_destroy(&actions);
    if (errno != 0)
        return -1;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR)
        ;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

/* What it wrote of itself, if it did. */
static bool read_account(struct hz_replay *replay, const char *program, FILE *file,
                         struct hz_error *err)
{
    enum { STEP = 1 << 16 };
    struct hz_buffer bytes = {0};
    size_t got;
    rewind(file);
    while ((got = fread(hz_buffer_reserve(&bytes, STEP), 1, STEP, file)) > 0)
        bytes.length += got;
    bool done =
        bytes.length == 0 ||
        hz_manifest_parse(&replay->account, program, (struct hz_text){bytes.at, bytes.length}, err);
    hz_buffer_free(&bytes);
    return done;
}

static void read_complaint(struct hz_replay *replay, FILE *file)
{
    rewind(file);
    if (!fgets(replay->complaint, sizeof replay->complaint, file))
        replay->complaint[0] = '\0';
    replay->complaint[strcspn(replay->complaint, "\n")] = '\0';
}

bool hz_replay_run(struct hz_replay *replay, const struct hz_manifest *manifest, const char *path,
                   int input, struct hz_error *err)
{
    char program[PATH_MAX];
    FILE *file[FILES] = {NULL};
    struct hz_arena arena = {0};
    *replay = (struct hz_replay){0};
    if (!is_harmless(manifest, path, err))
        return false;
    bool done = hz_beside(hz_manifest_program(manifest), program, sizeof program) ||
                hz_error_system(err, hz_manifest_program(manifest), _("cannot be found"), ENOENT);
    done = done && open_files(file, err);
    if (done) {
        setenv("LC_ALL", hz_manifest_language(manifest), 1);
        unsetenv("LANGUAGE");
        replay->status = run(program, arguments_of(manifest, file, &arena), input, file);
        done = replay->status >= 0 || hz_error_system(err, hz_manifest_program(manifest),
                                                      _("cannot start this command"), errno);
    }
    if (done) {
        read_complaint(replay, file[COMPLAINTS]);
        done = read_account(replay, hz_manifest_program(manifest), file[ACCOUNT], err);
        replay->output = file[OUTPUT];
        file[OUTPUT] = NULL;
    }
    close_files(file);
    hz_arena_free(&arena);
    return done;
}
