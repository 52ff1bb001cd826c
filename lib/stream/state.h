/*
 * state.h: a fold's tally as a file: what --partial writes and hz-merge joins. It describes itself:
 * the command and its options, the columns, the counts of rows, and a checksum at its end.
 */

#ifndef HZ_STREAM_STATE_H
#define HZ_STREAM_STATE_H

#include "base/arena.h"
#include "base/linkage.h"
#include "stream/run.h"

HZ_BEGIN_C

enum { HZ_STATE_ARGUMENTS = 64, HZ_STATE_SUM_BITS = 100 };

/* Which parts of a whole are in a state: K of N, each at most once. */
enum { HZ_STATE_PARTS = 1 << 16 };
struct hz_state_parts {
    uint32_t of;      /* N; 0: not said */
    uint32_t parts;   /* how many there are */
    uint32_t *number; /* each from 1 to N */
};

/* Reads "3/8". Refused (usage): another text; K above N; N above HZ_STATE_PARTS. */
HZ_MUST_USE bool hz_state_parts_parse(struct hz_state_parts *parts, const char *text,
                                      struct hz_arena *arena, struct hz_error *err);

/* Where a tally comes from. The texts are owned by the arena it was read into. */
struct hz_state_head {
    const char *command; /* "hz-unearned" */
    const char *version; /* of the program; NULL: not said */
    const char *key;     /* a check of the key that persons' numbers are made with; NULL: none */
    const char *argument[HZ_STATE_ARGUMENTS]; /* the options that shape the result, as given */
    size_t arguments;
    struct hz_counts counts;
    uint64_t carried; /* by what is read: how much in all */
    uint64_t states;  /* how many were joined in it; 0 stands for one */
    struct hz_state_parts part;
    bool is_begun;  /* to be written: hz_state_begin has written its start */
    uint64_t *seal; /* of each state joined that has rows: its checksum */
    size_t seals;
};

/*
 * Writes and hands on the first lines of a state, before there is anything to put into it: if its
 * process is killed, what stands there is a state that refuses to be joined. False once anything
 * has failed.
 */
bool hz_state_begin(struct hz_output *output, const char *command);

/* Writes a sorted tally. Equal tallies and heads give equal bytes. */
void hz_state_write(struct hz_output *output, const struct hz_state_head *head,
                    struct hz_tally *tally);

/*
 * Writes, in place of a state that could not be made, one that refuses to be joined and says why:
 * who joins what several processes have written would not see that a part is missing.
 */
void hz_state_write_failure(struct hz_output *output, const struct hz_state_head *head,
                            const char *reason);

/* Refused (data): another number of states than expected (0: any number). */
HZ_MUST_USE bool hz_state_is_expected(const struct hz_state_head *head, uint64_t expected,
                                      struct hz_error *err);

/* Whether all parts are there. Refused (data): what is missing, by its numbers. */
HZ_MUST_USE bool hz_state_is_whole(const struct hz_state_head *head, struct hz_error *err);

/* How many of the states joined are, with all their rows, the same to the byte as another. */
size_t hz_state_repeats(const struct hz_state_head *head);

/* True if the bytes begin as a state does. */
bool hz_state_is_one(struct hz_text bytes);

/* Reads only what the first state in a file says of itself before its rows. */
HZ_MUST_USE bool hz_state_read_head(const char *path, struct hz_arena *arena,
                                    struct hz_state_head *head, struct hz_error *err);

/*
 * Joins the states in a file (one after another, if several) into *tally; a NULL one is made by the
 * first, which also sets *head. `fold` is that of the command that is to finish them; NULL: any.
 * The counts are added up, and parts are collected. A state may be a stranger's: refused (data) is
 * what is no state or of another version, one that tells of a failure, a part that is there twice
 * or of another whole, a state of another command, other options or another layout, a truncated or
 * altered one, one whose counts do not add up, records that are there twice or out of order, rows
 * that the fold does not accept, and sums that are larger than any records give
 * (HZ_STATE_SUM_BITS); (system) a file that cannot be read.
 */
HZ_MUST_USE bool hz_state_read(const char *path, const struct hz_fold *fold, struct hz_arena *arena,
                               struct hz_state_head *head, struct hz_tally **tally,
                               struct hz_error *err);

HZ_END_C

#endif
