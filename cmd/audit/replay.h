/*
 * replay.h: a command run by another: again, as its manifest says, or for what it prints. Whoever
 * wrote the manifest may be a stranger: the command does nothing but read, and not for ever (see
 * kept.h).
 */

#ifndef HZ_CMD_REPLAY_H
#define HZ_CMD_REPLAY_H

#include "stream/manifest.h"

#include <stdio.h>
#include <time.h>

/* What the command may do. */
struct hz_replay_rules {
    const char *path;      /* what names it, for messages: a manifest, a YAML file */
    const char *directory; /* where it runs; NULL: here */
    const char *folder;    /* its files lie under it; NULL: anywhere */
    bool is_listed;        /* it reads no file but those that the manifest lists */
    bool has_account;      /* it gives its own manifest: so it does if is_listed */
    uint64_t bytes;        /* that a result may have beside what the manifest says of it */
    int64_t seconds;       /* that it may take */
    time_t until;          /* that all commands of the file together end by; 0: each for itself */
    int64_t mebibytes;     /* of memory */
};

/* What the run gave. */
struct hz_replay {
    FILE *output;                /* what it printed: a file that has no name */
    struct hz_manifest *account; /* its own manifest; NULL: it has failed */
    int status;
    char complaint[300]; /* the first line on its standard error; may be empty */
};

/*
 * Runs it in the language that it had, on `input` as its standard input (-1: none), and waits for
 * it. Results go to files without names, whatever the manifest's run did with them, and are not
 * much larger than the manifest says, nor than half of what room there is for them. Without
 * is_listed, the files that the manifest lists are read wherever they lie, since whoever listed
 * them is no stranger. The command ends if this program does. Refused (data): a program that is
 * none of those that are run again, or that writes more; (system) one that cannot be started, that
 * runs out of its time or memory, or that the machine has failed.
 */
HZ_MUST_USE bool hz_replay_run(struct hz_replay *replay, struct hz_manifest *manifest,
                               const struct hz_replay_rules *rules, int input,
                               struct hz_error *err);

/*
 * Appends what a command prints, with nothing on its standard input. `argument` ends with NULL; it
 * is taken as a manifest's are. *account is its own manifest, which the caller frees, if the rules
 * have one. Refused: as above, and (data) a command that ends with another status than 0, with the
 * first line of its complaint.
 */
HZ_MUST_USE bool hz_capture(const char *const argument[], const struct hz_replay_rules *rules,
                            struct hz_buffer *printed, struct hz_manifest **account,
                            struct hz_error *err);

#endif
