/*
 * manifest.h: what went into a run of a command and what came out, as JSON that can be held against
 * another run: who ran, with what options, on what bytes, with what counts and sums, to what bytes.
 *
 *     {
 *       "manifest": 1,
 *       "program": "hz-years", "version": "0.1.0",
 *       "language": "en",
 *       "arguments": ["--by=plan", "--format=csv", "--", "members.csv"],
 *       "options": {"--by": "plan", "--strict": "false", "--columns": null, ...},
 *       "inputs": {"members.csv": {"as": "operand", "bytes": ..., "lines": ..., "sha256": "..."}},
 *       "records": {"read": ..., "used": ..., "left_out": ..., "rejected": ..., "bad_date": ...},
 *       "sums": {"contribution": "123456789", ...},
 *       "outputs": {"result": {"name": "<stdout>", "bytes": ..., "lines": ..., "sha256": "..."}},
 *       "status": 0,
 *       "seals": {"program": "...", ...}
 *     }
 *
 * `arguments` run it again: they leave out what only says where results go and how many workers
 * there are. `options` are all options in force that shape the result, given or not. `sums` are
 * exact sums over all rows, of a fold only. Seals say what they are; a seal is the SHA-256 of a
 * section in compact JSON, keys sorted.
 */

#ifndef HZ_STREAM_MANIFEST_H
#define HZ_STREAM_MANIFEST_H

#include "base/linkage.h"
#include "file/audit_trail.h"
#include "file/gate.h"
#include "stream/run.h"
#include "stream/tally.h"

HZ_BEGIN_C

struct hz_manifest;

struct hz_manifest *hz_manifest_new(const char *program, const char *version, const char *language);
void hz_manifest_free(struct hz_manifest *manifest); /* NULL is fine */

void hz_manifest_argument(struct hz_manifest *manifest, const char *argument);
void hz_manifest_option(struct hz_manifest *manifest, const char *name, const char *value);
void hz_manifest_counts(struct hz_manifest *manifest, const struct hz_counts *counts);
void hz_manifest_sums(struct hz_manifest *manifest, const struct hz_tally *tally);
void hz_manifest_status(struct hz_manifest *manifest, int status);

/*
 * `as`: what the command took an input for ("operand", "stdin", "--plans"), or which of its outputs
 * it is ("result", "--reject"). Refused (system): one name with two contents.
 */
HZ_MUST_USE bool hz_manifest_file(struct hz_manifest *manifest, const char *as,
                                  const struct hz_audited *seen, struct hz_error *err);

/* Seals and writes it. Refused (system): a name or an argument that is not UTF-8. */
HZ_MUST_USE bool hz_manifest_write(struct hz_manifest *manifest, struct hz_output *output,
                                   struct hz_error *err);

/* The same into memory. */
HZ_MUST_USE bool hz_manifest_text(struct hz_manifest *manifest, struct hz_buffer *text,
                                  struct hz_error *err);

/*
 * Reads one. Refused (data): what is no manifest, one of another version of this format, and one
 * whose section is not what its seal says; (system) a file that cannot be read.
 */
HZ_MUST_USE bool hz_manifest_read(struct hz_manifest **manifest, const char *path,
                                  struct hz_error *err);

/* The same of bytes in memory; `name` is what messages call them. */
HZ_MUST_USE bool hz_manifest_parse(struct hz_manifest **manifest, const char *name,
                                   struct hz_text bytes, struct hz_error *err);

const char *hz_manifest_program(const struct hz_manifest *manifest);
const char *hz_manifest_language(const struct hz_manifest *manifest);
size_t hz_manifest_arguments(const struct hz_manifest *manifest);
const char *hz_manifest_argument_at(const struct hz_manifest *manifest, size_t index);

/* A file of a section, as the manifest has it. */
struct hz_manifest_file {
    const char *key;  /* an input's name, an output's kind */
    const char *as;   /* of an input */
    const char *name; /* where an output went */
    uint64_t bytes;
    const char *sha256;
};

/* The files of "inputs" or "outputs" in turn: false behind the last. */
HZ_MUST_USE bool hz_manifest_file_at(const struct hz_manifest *manifest, const char *section,
                                     size_t index, struct hz_manifest_file *file);

/* The file of that key; false if there is none. */
HZ_MUST_USE bool hz_manifest_file_of(const struct hz_manifest *manifest, const char *section,
                                     const char *key, struct hz_manifest_file *file);

/* The counts of records in turn, as {"read", 2001}: false behind the last, and of who read none. */
HZ_MUST_USE bool hz_manifest_count_at(const struct hz_manifest *manifest, size_t index,
                                      const char **name, int64_t *rows);

/* The exit status of the run. */
int hz_manifest_status_of(const struct hz_manifest *manifest);

/* Lists the inputs that another manifest lists, in the place of its own. */
void hz_manifest_list_inputs(struct hz_manifest *manifest, const struct hz_manifest *other);

/* Lists a file that may be read: of what a person has named, nothing but the name is known. */
void hz_manifest_list_input(struct hz_manifest *manifest, const char *name);

/* The gate that lets the manifest's inputs pass; its texts are copied to the arena. */
void hz_manifest_gate(const struct hz_manifest *manifest, struct hz_arena *arena,
                      struct hz_gate *gate);

/* What is not the same in two manifests, as a person says it. */
struct hz_difference {
    char item[300]; /* "input members.csv: sha256" */
    char expected[100];
    char found[100];
};

/* True if two runs are the same; else the first difference. Where outputs went is no difference. */
bool hz_manifest_same(const struct hz_manifest *expected, const struct hz_manifest *found,
                      struct hz_difference *difference);

HZ_END_C

#endif
