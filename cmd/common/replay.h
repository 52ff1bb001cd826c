/* replay.h: a command run again as its manifest says. */

#ifndef HZ_COMMON_REPLAY_H
#define HZ_COMMON_REPLAY_H

#include "stream/manifest.h"

#include <stdio.h>

/* The path of a command beside the program that runs; false if it cannot be told. */
HZ_MUST_USE bool hz_beside(const char *command, char path[], size_t size);

/* What the run gave. */
struct hz_replay {
    FILE *output;                /* what it printed: a file that has no name */
    struct hz_manifest *account; /* its own manifest; NULL: it has failed */
    int status;
    char complaint[300]; /* the first line on its standard error; may be empty */
};

/*
 * Runs it in this directory, in the language that it had, on `input` as its standard input (-1: none),
 * and waits for it. Results go to files without names, whatever the manifest's run did with them.
 * Refused (data): a program that is none of these commands, arguments that would write a file;
 * (system) a program that cannot be started.
 */
HZ_MUST_USE bool hz_replay_run(struct hz_replay *replay, const struct hz_manifest *manifest,
                               const char *path, int input, struct hz_error *err);

#endif
