/* hz-merge: joins the states that --partial has written, and prints the result of all. */

#include "common/command.h"
#include "stream/state.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

static const struct hz_option options[] = {HZ_END};

/* The command of that name beside this one, or, if it is not there, wherever PATH finds it. */
static void execute(char *const argument[])
{
    char path[PATH_MAX];
    ssize_t length = readlink("/proc/self/exe", path, sizeof path - 1);
    char *slash = NULL;
    if (length > 0) {
        path[length] = '\0';
        slash = strrchr(path, '/');
    }
    if (slash && (size_t)(slash - path) + strlen(argument[0]) + 2 < sizeof path) {
        memcpy(slash + 1, argument[0], strlen(argument[0]) + 1);
        execv(path, argument);
    }
    execvp(argument[0], argument);
}

/* A name under which the command that takes over can read what stands on stdin, states of any size. */
static bool name_stdin(char name[32], struct hz_error *err)
{
    char block[1 << 16];
    int memory = memfd_create("states", 0);
    ssize_t got = 0;
    for (bool is_first = true; memory >= 0; is_first = false) {
        got = read(STDIN_FILENO, block, sizeof block);
        if (got < 0 && errno == EINTR)
            continue;
        if (is_first && got >= 0 && !hz_state_is_one((struct hz_text){block, (size_t)got}))
            return hz_error_set(err, HZ_ERROR_DATA, (struct hz_place){.file = "<stdin>"},
                                _("this is no state: hz-merge joins what --partial has written"));
        if (got == 0)
            break;
        if (got < 0 || write(memory, block, (size_t)got) != got)
            break;
    }
    if (memory < 0 || got != 0)
        return hz_error_system(err, "<stdin>", _("cannot read"), errno);
    snprintf(name, 32, "/dev/fd/%d", memory);
    return true;
}

static bool hand_over(const struct hz_call *call, struct hz_error *err)
{
    static char stdin_name[32];
    char *only_stdin[] = {stdin_name};
    char *const *operand = call->operands > 0 ? call->operand : only_stdin;
    int operands = call->operands > 0 ? call->operands : 1;
    if (call->operands == 0 && !name_stdin(stdin_name, err))
        return false;

    struct hz_arena arena = {0};
    struct hz_state_head head = {0};
    bool done = hz_state_read_head(operand[0], &arena, &head, err);
    if (done) {
        char **argument = hz_arena_allocate(
            &arena, 3 + head.arguments + call->passes + (size_t)operands, sizeof *argument);
        size_t a = 0;
        argument[a++] = hz_arena_string(&arena, hz_text_of(head.command));
        for (size_t i = 0; i < head.arguments; i++)
            argument[a++] = hz_arena_string(&arena, hz_text_of(head.argument[i]));
        for (size_t i = 0; i < call->passes; i++)
            argument[a++] = hz_arena_string(&arena, hz_text_of(call->passed[i]));
        argument[a++] = hz_arena_string(&arena, hz_text_of("--"));
        for (int i = 0; i < operands; i++)
            argument[a++] = operand[i];
        if (strncmp(head.command, "hz-", 3) == 0 && !strchr(head.command, '/'))
            execute(argument);
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
    .hand_over = hand_over,
};
