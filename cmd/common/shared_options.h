/* shared_options.h: the options that commands share, by what kind of command has them. */

#ifndef HZ_COMMON_SHARED_OPTIONS_H
#define HZ_COMMON_SHARED_OPTIONS_H

#include "common/command.h"

struct hz_shared_options {
    bool help, version, quiet, strict, partial;
    const char *part; /* K/N */
    const char *key;
    const char *header;
    int64_t expect; /* states */
    bool merge;
    const char *output, *manifest, *rejects, *findings, *columns, *encoding, *sheet, *lang;
    const char *replay, *replay_command, *under;
    enum hz_format format; /* in force, once hz_shared_options_settle has been called */
    const char *delimiter, *null, *date_system;
    const char *headings, *unit, *labels;
    bool has_decimal_comma, has_mark, has_safe_cells, adds_up, has_thousands;
    int64_t threads, decimals, block, group_limit, header_row;
};

/* What was given; it is written by the parser, and by hz_shared_options_settle after it. */
extern struct hz_shared_options hz_shared;

enum { HZ_OPTION_TABLES = 24 };

/* The option tables of a command, its own first; ends with NULL. */
void hz_shared_options_tables(const struct hz_command *command,
                              const struct hz_option *table[HZ_OPTION_TABLES]);

/*
 * What holds where nothing was given: a thread a processor; a table for people on a terminal, CSV
 * for programs elsewhere.
 */
void hz_shared_options_settle(void);

/* Refused (usage): a workbook to a terminal; a part of no state, or none that can be. */
HZ_MUST_USE bool hz_shared_options_check(struct hz_error *err);

#endif
