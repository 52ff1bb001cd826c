/* records.h: folds and maps run over records as the shared options have it. */

#ifndef HZ_COMMON_RECORDS_H
#define HZ_COMMON_RECORDS_H

#include "common/options.h"
#include "record/persons.h"
#include "stream/run.h"
#include "stream/state.h"

/*
 * Folds the records of the operands (or of states, if the first operand is one) and prints the
 * result, or with --partial the state. *lacks_data: done, but rows were rejected.
 */
HZ_MUST_USE bool hz_records_fold(const struct hz_command_line *line, struct hz_output *output,
                                 bool *lacks_data, struct hz_error *err);

/*
 * Writes, on the output of a fold that has failed with --partial, a state that says so and refuses
 * to be joined. False if it could not be written.
 */
bool hz_records_tell_failure(struct hz_output *output, const struct hz_error *err);

/*
 * Maps the records of the call's operands. *lacks_data: done, but rows were rejected or warned of.
 */
HZ_MUST_USE bool hz_records_map(const struct hz_call *call, struct hz_output *output,
                                bool *lacks_data, struct hz_error *err);

/*
 * The key of --key, by which persons are numbered in the state of --partial; none without it.
 * Refused (usage): --key without --partial, and what hz_secret_read refuses.
 */
HZ_MUST_USE bool hz_records_key(struct hz_persons_key *key, struct hz_error *err);

/* Refuses (data) states that another version of the program has made. */
HZ_MUST_USE bool hz_is_own_version(const struct hz_state_head *head, struct hz_error *err);

#endif
