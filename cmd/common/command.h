/*
 * command.h: what a command is: a constant that names its options and its one call into lib/.
 *
 * main() lives in main.c and is the same for all: it joins a command's options with the shared ones,
 * parses, answers --help and --version, opens the input and the output, runs, reports, and exits with
 * 0 done, 1 the data, 2 the command line, 3 the system.
 */

#ifndef HZ_COMMAND_H
#define HZ_COMMAND_H

#include "base/date.h"
#include "base/error.h"
#include "file/sheet.h"
#include "file/table.h"
#include "stream/fold.h"

enum hz_option_kind {
    HZ_OPTION_FLAG,    /* bool *: given or not */
    HZ_OPTION_TEXT,    /* const char **: any text; NULL until given */
    HZ_OPTION_CHOICE,  /* const char **: one of `choices` */
    HZ_OPTION_CHOICES, /* const char **: a comma-separated list of `choices` */
    HZ_OPTION_INTEGER, /* int64_t *: between `least` and `most` */
    HZ_OPTION_NUMBER,  /* double *: finite, between `least` and `most`; "5%" is 0.05 */
    HZ_OPTION_DATE,    /* struct hz_option_date *: YYYY-MM-DD */
    HZ_OPTION_FORMAT,  /* enum hz_format *, for the shared --format */
};

struct hz_option_date {
    hz_date date;
    bool given;
};

/* A row of an option table: the parser, --help, and shell completion are made from it. */
struct hz_option {
    char letter;      /* 0: none */
    const char *name; /* long name; NULL ends the table */
    enum hz_option_kind kind;
    void *target;
    const char *operand; /* what it takes, in capitals: "DATE" */
    const char *help;    /* one line, lower case, no full stop */
    const char *const *choices;
    double least, most;
    bool is_required;
};

#define HZ_FLAG(letter, name, target, help)                                                        \
    {                                                                                              \
        letter, name, HZ_OPTION_FLAG, target, NULL, help, NULL, 0, 0, false                        \
    }
#define HZ_TEXT(letter, name, target, operand, help)                                               \
    {                                                                                              \
        letter, name, HZ_OPTION_TEXT, target, operand, help, NULL, 0, 0, false                     \
    }
#define HZ_CHOICE(letter, name, target, choices, help)                                             \
    {                                                                                              \
        letter, name, HZ_OPTION_CHOICE, target, NULL, help, choices, 0, 0, false                   \
    }
#define HZ_CHOICES(letter, name, target, choices, help)                                            \
    {                                                                                              \
        letter, name, HZ_OPTION_CHOICES, target, NULL, help, choices, 0, 0, false                  \
    }
#define HZ_INTEGER(letter, name, target, operand, least, most, help)                               \
    {                                                                                              \
        letter, name, HZ_OPTION_INTEGER, target, operand, help, NULL, least, most, false           \
    }
#define HZ_NUMBER(letter, name, target, operand, least, most, help)                                \
    {                                                                                              \
        letter, name, HZ_OPTION_NUMBER, target, operand, help, NULL, least, most, false            \
    }
#define HZ_DATE(letter, name, target, help)                                                        \
    {                                                                                              \
        letter, name, HZ_OPTION_DATE, target, "DATE", help, NULL, 0, 0, false                      \
    }
#define HZ_DATE_REQUIRED(letter, name, target, help)                                               \
    {                                                                                              \
        letter, name, HZ_OPTION_DATE, target, "DATE", help, NULL, 0, 0, true                       \
    }
#define HZ_END                                                                                     \
    {                                                                                              \
        0, NULL, HZ_OPTION_FLAG, NULL, NULL, NULL, NULL, 0, 0, false                               \
    }

/* The index of a text that HZ_OPTION_CHOICE has let pass: names are in the order of their enum. */
int hz_choice_index(const char *const choices[], const char *text);

/* What a command that does not read one table or records is called with. */
struct hz_call {
    int operands;
    char *const *operand;
    int64_t threads;
    const char *passed[16]; /* the shared options given, for another command: "--quiet", ... */
    size_t passes;
};

/*
 * A command does one of these things, and the others are NULL. `prepare` fills in a fold over records
 * from the options, and the driver runs it (with --threads, --columns, --reject, --strict, --partial);
 * `prepare_map` does so for a map, may take operands from the front of the call, and may leave the map
 * as it is: then `write` does the job; `run` is given one small table, read whole from FILE or stdin, and fills a table; `write` is given
 * the operands and writes bytes by itself; `tabulate` is given them and fills a table; `hand_over` becomes another command, and returns only if
 * it cannot.
 */
struct hz_command {
    const char *name;     /* "hz-growth" */
    const char *summary;  /* one line, lower case: "average annual growth of yearly figures" */
    const char *operands; /* of the usage line: "[FILE...]" */
    const struct hz_option *options;
    bool (*prepare)(struct hz_fold *fold, struct hz_error *err);
    bool (*prepare_map)(struct hz_map *map, struct hz_call *call, struct hz_error *err);
    bool (*run)(const struct hz_sheet *in, struct hz_table *out, struct hz_error *err);
    bool (*reads_nothing)(
        void); /* `run` alone, without a table, in NULL, as the options say; NULL: never */
    bool (*write)(const struct hz_call *call, struct hz_output *out, struct hz_error *err);
    bool (*tabulate)(const struct hz_call *call, struct hz_table *out, struct hz_error *err);
    bool (*hand_over)(const struct hz_call *call, struct hz_error *err);
};

/* Each cmd/hz-*.c defines it. */
extern const struct hz_command hz_command;

#endif
