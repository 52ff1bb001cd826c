/* options.h: the command line read by option tables. */

#ifndef HZ_COMMON_OPTIONS_H
#define HZ_COMMON_OPTIONS_H

#include "common/command.h"

#include <string.h>

/* What was given, in the order of the tables: what --partial writes and hz-merge gives back. */
struct hz_given {
    const struct hz_option *option;
    const char *value; /* NULL for a flag */
};

enum { HZ_GIVEN_MOST = 64 };

struct hz_command_line {
    const struct hz_option *const *tables; /* ends with NULL */
    struct hz_given given[HZ_GIVEN_MOST];
    size_t givens;
    const char *subject; /* the first operand, where it is one of the command's subjects; or NULL */
    int operands;
    char **operand; /* moved to the end of argv */
};

/*
 * Reads the command line: `--name VALUE`, `--name=VALUE`, `-n VALUE`, `-nVALUE`, flags together
 * (`-qp`), `--` before operands that begin with a dash, options and operands in any order. Long
 * names may be cut short where that is unique. Each value is checked and stored. Refused (usage):
 * an option that does not exist (the nearest one is named), one given twice, a value missing or out
 * of range.
 */
HZ_MUST_USE bool hz_options_parse(struct hz_command_line *line, int argc, char **argv,
                                  struct hz_error *err);

/* True of an option whose value names files or folders. */
static inline bool hz_option_names_files(const struct hz_option *option)
{
    const char *operand = option->operand ? option->operand : "";
    return strstr(operand, "FILE") || strstr(operand, "DIR") || strstr(operand, ".yaml");
}

/* What may stand in arguments that are not typed but kept in a file. */
struct hz_kept_rules {
    bool only_own;    /* the command's own options: not the shared ones */
    bool names_files; /* options whose values name files to read, and operands that do */
};

/*
 * Takes arguments that a manifest or a state has kept, in the one form --name=value (--name: a
 * flag), names in full, then operands, which come before those of the line. What stands there is
 * looked at before anything is opened. Refused (data): an option that shapes no result, among them
 * all that write files; one against the rules; any other form. The new operands are the arena's.
 */
HZ_MUST_USE bool hz_options_take_kept(struct hz_command_line *line, const char *const argument[],
                                      size_t arguments, const struct hz_kept_rules *rules,
                                      struct hz_arena *arena, struct hz_error *err);

/*
 * Takes the command's subject from the front of the operands. Refused (usage): another first
 * operand, or none where the command cannot do without.
 */
HZ_MUST_USE bool hz_subject_take(struct hz_command_line *line, const struct hz_command *command,
                                 struct hz_error *err);

/* Refused (usage) if an option that is required was not given. */
HZ_MUST_USE bool hz_options_check(const struct hz_command_line *line, struct hz_error *err);

#endif
