/* replay.h: a command run by another: again, as its manifest says, or for what it prints. */

#ifndef HZ_CMD_REPLAY_H
#define HZ_CMD_REPLAY_H

#include "stream/manifest.h"

#include <stdio.h>

/* What the run gave. */
struct hz_replay {
    FILE *output;                /* what it printed: a file that has no name */
    struct hz_manifest *account; /* its own manifest; NULL: it has failed */
    int status;
    char complaint[300]; /* the first line on its standard error; may be empty */
};

/*
 * Runs it in this directory, in the language that it had, on `input` as its standard input (-1:
 * none), and waits for it. Results go to files without names, whatever the manifest's run did with
 * them. Refused (data): a program that is none of these commands, arguments that would write a
 * file; (system) a program that cannot be started.
 */
HZ_MUST_USE bool hz_replay_run(struct hz_replay *replay, const struct hz_manifest *manifest,
                               const char *path, int input, struct hz_error *err);

/*
 * Appends what a command prints, with nothing on its standard input, run in a directory (NULL: this
 * one). `argument` ends with NULL. Refused: as above, and (data) a command that ends with another
 * status than 0, with the first line of its complaint.
 */
HZ_MUST_USE bool hz_capture(char *argument[], const char *directory, struct hz_buffer *printed,
                            struct hz_error *err);

#endif
