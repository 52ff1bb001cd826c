/* hz-merge: joins the states that --partial has written, and prints the result of all. */

#include "common/beside.h"
#include "common/command.h"
#include "common/outputs.h"
#include "common/records.h"
#include "file/file.h"
#include "programs.h"
#include "stream/state.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

static int64_t expected;

static const struct hz_option options[] = {
    HZ_INTEGER(0, "expect", &expected, "N", 1, INT64_C(1) << 40,
               "how many states there must be in all (default: any number)"),
    HZ_END,
};

/* All of it, however often the system takes a part. */
static bool write_all(int descriptor, struct hz_text bytes)
{
    while (bytes.length > 0) {
        ssize_t put = write(descriptor, bytes.at, bytes.length);
        if (put < 0 && errno != EINTR)
            return false;
        if (put > 0)
            bytes = (struct hz_text){bytes.at + put, bytes.length - (size_t)put};
    }
    return true;
}

/*
 * A name under which states can be read more than once, here and by the command that takes over: a
 * file's own, or, for what stands on stdin or comes through a pipe, that of a copy in memory.
 */
static bool name_states(const char *path, bool is_proved, char **name, struct hz_arena *arena,
                        struct hz_error *err)
{
    struct stat status;
    struct hz_buffer bytes = {0};
    *name = hz_arena_string(arena, hz_text_of(path));
    if (strcmp(path, "-") != 0 && stat(path, &status) == 0 && S_ISREG(status.st_mode))
        return true;
    if (is_proved)
        return hz_error_set(err, HZ_ERROR_USAGE, (struct hz_place){.file = hz_file_name(path)},
                            _("--manifest wants states in files: a pipe cannot be read again"));
    bool done = hz_file_read(path, SIZE_MAX / 2, &bytes, err);
    struct hz_text text = {bytes.at, bytes.length};
    if (done && !hz_state_is_one(text))
        done = hz_error_set(err, HZ_ERROR_DATA, (struct hz_place){.file = hz_file_name(path)},
                            _("this is no state: hz-merge joins what --partial has written"));
    if (done) {
        int memory = memfd_create("states", 0);
        done = (memory >= 0 && write_all(memory, text)) ||
               hz_error_system(err, hz_file_name(path), _("cannot keep in memory"), errno);
        *name = hz_arena_allocate(arena, 32, 1);
        if (done && strcmp(path, "-") == 0) /* it has been read, and its name is kept */
            memory = dup2(memory, STDIN_FILENO);
        snprintf(*name, 32, memory == STDIN_FILENO ? "/dev/stdin" : "/dev/fd/%d", memory);
    }
    hz_buffer_free(&bytes);
    return done;
}

/*
 * The command that made the states, which are to be finished with their own options: it takes these
 * from the first state by itself, so that nothing that stands there is on a command line.
 */
static char **arguments_of(const struct hz_state_head *head, const struct hz_call *call,
                           char *const state[], size_t states, struct hz_arena *arena)
{
    char **argument = hz_arena_allocate(arena, call->passes + states + 4, sizeof *argument);
    size_t a = 0;
    argument[a++] = hz_arena_string(arena, hz_text_of(head->command));
    argument[a++] = hz_arena_string(arena, hz_text_of("--merge"));
    for (size_t i = 0; i < call->passes; i++)
        argument[a++] = hz_arena_string(arena, hz_text_of(call->passed[i]));
    argument[a++] = hz_arena_string(arena, hz_text_of("--"));
    for (size_t i = 0; i < states; i++)
        argument[a++] = state[i];
    return argument;
}

static bool hand_over(const struct hz_call *call, struct hz_error *err)
{
    static char only_stdin[] = "-";
    char *const one[] = {only_stdin};
    char *const *path = call->operands > 0 ? call->operand : one;
    const size_t states = call->operands > 0 ? (size_t)call->operands : 1;
    struct hz_arena arena = {0};
    struct hz_state_head head = {0};
    hz_tell_waiting(call->operands, call->operand);
    char **state = hz_arena_allocate(&arena, states, sizeof *state);
    bool done = true, is_proved = false;
    for (size_t i = 0; i < call->passes; i++)
        is_proved |= strncmp(call->passed[i], "--manifest=", strlen("--manifest=")) == 0;
    for (size_t i = 0; i < states && done; i++)
        done = name_states(path[i], is_proved, &state[i], &arena, err);
    done =
        done && hz_state_read_head(state[0], &arena, &head, err) && hz_is_own_version(&head, err);
    if (done) {
        done = hz_program_is_fold(head.command) ||
               hz_error_set(err, HZ_ERROR_DATA, (struct hz_place){.file = hz_file_name(path[0])},
                            _("\"%s\" prints no state that could be joined"), head.command);
    }
    if (done) {
        hz_become(arguments_of(&head, call, state, states, &arena));
        done = hz_error_system(err, head.command, _("cannot start this command"), errno);
    }
    hz_arena_free(&arena);
    return done;
}

const struct hz_command hz_command = {
    .name = "hz-merge",
    .summary = "join the states that --partial has written and print the result of all",
    .operands = "[STATE...]",
    .options = options,
    .kind = HZ_COMMAND_HAND_OVER,
    .hand_over = hand_over,
};
