/* outputs.h: what a command writes: its result, its rejected rows, its findings, its messages. */

#ifndef HZ_COMMON_OUTPUTS_H
#define HZ_COMMON_OUTPUTS_H

#include "common/options.h"
#include "file/output.h"
#include "file/table.h"
#include "stream/run.h"

enum hz_outlet {
    HZ_OUTLET_RESULT,
    HZ_OUTLET_REJECTS,
    HZ_OUTLET_FINDINGS,
    HZ_OUTLET_MANIFEST,
    HZ_OUTLETS,
};

/*
 * Refused (usage): an output that is another one too, or a file that is read, by whatever names:
 * before anything is read.
 */
HZ_MUST_USE bool hz_outlets_differ(const struct hz_command_line *line, struct hz_error *err);

/* Opens it; from here on a signal that ends the process takes it back. A path of NULL is stdout. */
HZ_MUST_USE bool hz_outlet_open(enum hz_outlet which, struct hz_output **output, const char *path,
                                struct hz_error *err);

/* Finishes it, or, if it is not wanted, takes it back, and is false. */
bool hz_outlet_close(enum hz_outlet which, struct hz_output *output, bool is_wanted,
                     struct hz_error *err);

/*
 * From now on signals that end the process, and memory that runs out, leave no unfinished file
 * behind. A signal that was ignored stays so (nohup).
 */
void hz_outlets_guard(void);

/* Reads what --labels names, if anything: before the first table. */
HZ_MUST_USE bool hz_outlet_read_labels(struct hz_error *err);

/* A table on an output as --format and --decimals have it; what it leaves out is told. */
struct hz_table *hz_outlet_table(struct hz_output *output);

/* Ends the table, or, if it was not done, drops it. */
bool hz_outlet_table_end(struct hz_table *table, bool is_done, struct hz_error *err);

/* Before operands are read: says so, if what is read is standard input and that is a terminal. */
void hz_tell_waiting(int operands, char *const operand[]);

/* Says why a command did not do its work. */
void hz_complain(const struct hz_error *err);

/* What became of the rows, if anything did: "warnings: 3 (birth_mismatch 3)", "9 rows in = ...". */
void hz_sum_up(const struct hz_counts *counts);

/* How many rows had findings of that severity, which reject no row. */
uint64_t hz_count_notes(const struct hz_counts *counts, enum hz_finding severity);

#endif
