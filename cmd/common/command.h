/*
 * command.h: what a command is: a constant that names its options and its one call into lib/.
 *
 * main() lives in main.c and is the same for all: it joins a command's options with the shared
 * ones, parses, answers --help and --version, opens the input and the output, runs, reports, and
 * exits with 0 done, 1 the data, 2 the command line, 3 the system.
 */

#ifndef HZ_COMMAND_H
#define HZ_COMMAND_H

#include "base/date.h"
#include "base/error.h"
#include "file/sheet.h"
#include "file/table.h"
#include "stream/fold.h"
#include "triangle/grains.h"

enum hz_option_kind {
    HZ_OPTION_FLAG,    /* given or not */
    HZ_OPTION_TEXT,    /* any text; NULL until given */
    HZ_OPTION_CHOICE,  /* a text that is one of `choices` */
    HZ_OPTION_CHOICES, /* a comma-separated list of `choices` */
    HZ_OPTION_INTEGER, /* between `least` and `most` */
    HZ_OPTION_NUMBER,  /* finite, between `least` and `most`; "5%" is 0.05 */
    HZ_OPTION_RATE,    /* a number that a per cent sign belongs to: of interest, growth, a share */
    HZ_OPTION_DATE,    /* YYYY-MM-DD */
    HZ_OPTION_GRAIN,   /* year, half-year, quarter or month */
    HZ_OPTION_GRAINS,  /* two of these: ORIGIN[:DEVELOPMENT] */
    HZ_OPTION_FORMAT,  /* for the shared --format */
    HZ_OPTION_FORMER,  /* is no more: `help` says what it is now */
};

struct hz_option_date {
    hz_date date;
    bool given;
};

/* Under what --help shows an option. */
enum hz_option_heading {
    HZ_UNDER_WHAT,
    HZ_UNDER_TRIANGLES,
    HZ_UNDER_DEVELOPMENT,
    HZ_UNDER_TAIL,
    HZ_UNDER_EXPOSURE,
    HZ_UNDER_FILES,
    HZ_UNDER_RECORDS,
    HZ_UNDER_OUTPUT,
    HZ_UNDER_SHARED,
    HZ_UNDER_NONE, /* not shown: what one command tells another; never cut short */
};

/* A row of an option table: the parser, --help, and shell completion are made from it. */
struct hz_option {
    char letter;      /* 0: none */
    const char *name; /* long name; NULL ends the table */
    enum hz_option_kind kind;
    union { /* where the value goes; the compiler holds its type against the row's macro */
        const void *target;
        bool *flag;
        const char **text;
        int64_t *integer;
        double *number;
        struct hz_option_date *date;
        enum hz_grain *grain;
        struct hz_triangle_grains *grains;
        enum hz_format *format;
    };
    const char
        *operand;     /* what it takes, in capitals: "DATE"; FILE, DIR if it names files to read */
    const char *help; /* one line, lower case, no full stop */
    enum hz_option_heading under;
    const char *const *choices;
    double least, most;
    bool is_required;
    bool is_alone; /* once it is given, no FILE is read: a `table` is called with NULL */
    bool is_aside; /* it shapes no result: a manifest does not tell it */
};

/*
 * The rows. The last argument is the help, and what else there is to say of the option after it:
 * HZ_DATE('d', "as-of", &opt.as_of, "value at the end of this day", .is_required = true).
 */
#define HZ_FLAG(letter_, name_, target_, ...)                                                      \
    {                                                                                              \
        .letter = letter_, .name = name_, .kind = HZ_OPTION_FLAG, .flag = target_,                 \
        .help = __VA_ARGS__                                                                        \
    }
#define HZ_TEXT(letter_, name_, target_, operand_, ...)                                            \
    {                                                                                              \
        .letter = letter_, .name = name_, .kind = HZ_OPTION_TEXT, .text = target_,                 \
        .operand = operand_, .help = __VA_ARGS__                                                   \
    }
#define HZ_CHOICE(letter_, name_, target_, choices_, ...)                                          \
    {                                                                                              \
        .letter = letter_, .name = name_, .kind = HZ_OPTION_CHOICE, .text = target_,               \
        .choices = choices_, .help = __VA_ARGS__                                                   \
    }
#define HZ_CHOICES(letter_, name_, target_, choices_, ...)                                         \
    {                                                                                              \
        .letter = letter_, .name = name_, .kind = HZ_OPTION_CHOICES, .text = target_,              \
        .choices = choices_, .help = __VA_ARGS__                                                   \
    }
#define HZ_INTEGER(letter_, name_, target_, operand_, least_, most_, ...)                          \
    {                                                                                              \
        .letter = letter_, .name = name_, .kind = HZ_OPTION_INTEGER, .integer = target_,           \
        .operand = operand_, .least = least_, .most = most_, .help = __VA_ARGS__                   \
    }
#define HZ_NUMBER(letter_, name_, target_, operand_, least_, most_, ...)                           \
    {                                                                                              \
        .letter = letter_, .name = name_, .kind = HZ_OPTION_NUMBER, .number = target_,             \
        .operand = operand_, .least = least_, .most = most_, .help = __VA_ARGS__                   \
    }
/*
 * `most_` is at most 10 (1000 %): 75 is not taken for 75 %, and from 1 on what was taken is told.
 */
#define HZ_RATE(letter_, name_, target_, operand_, least_, most_, ...)                             \
    {                                                                                              \
        .letter = letter_, .name = name_, .kind = HZ_OPTION_RATE, .number = target_,               \
        .operand = operand_, .least = least_, .most = most_, .help = __VA_ARGS__                   \
    }
#define HZ_DATE(letter_, name_, target_, ...)                                                      \
    {                                                                                              \
        .letter = letter_, .name = name_, .kind = HZ_OPTION_DATE, .date = target_,                 \
        .operand = "DATE", .help = __VA_ARGS__                                                     \
    }
#define HZ_GRAIN(letter_, name_, target_, ...)                                                     \
    {                                                                                              \
        .letter = letter_, .name = name_, .kind = HZ_OPTION_GRAIN, .grain = target_,               \
        .choices = hz_grain_names, .help = __VA_ARGS__                                             \
    }
#define HZ_GRAINS(letter_, name_, target_, ...)                                                    \
    {                                                                                              \
        .letter = letter_, .name = name_, .kind = HZ_OPTION_GRAINS, .grains = target_,             \
        .operand = "ORIGIN[:DEVELOPMENT]", .help = __VA_ARGS__                                     \
    }
#define HZ_FORMAT(letter_, name_, target_, ...)                                                    \
    {                                                                                              \
        .letter = letter_, .name = name_, .kind = HZ_OPTION_FORMAT, .format = target_,             \
        .operand = "FORMAT", .help = __VA_ARGS__                                                   \
    }
/* An old spelling, or with a name of "" an old letter; `now_` is what is typed instead. */
#define HZ_FORMER(letter_, name_, now_)                                                            \
    {                                                                                              \
        .letter = letter_, .name = name_, .kind = HZ_OPTION_FORMER, .help = now_                   \
    }
#define HZ_END                                                                                     \
    {                                                                                              \
        .name = NULL                                                                               \
    }

/* The index of a text that HZ_OPTION_CHOICE has let pass: names are in the order of their enum. */
int hz_choice_index(const char *const choices[], const char *text);

/* What a command that does not read one table is called with. */
struct hz_call {
    int operands;
    char *const *operand;
    int64_t threads;
    bool *lacks_data; /* of a `write`: set to true if it is done, but for what the data is */
    char *passed[16]; /* the shared options given, for another command: "--quiet", ... */
    size_t passes;
};

/* What a command is, by what it reads and makes: it says which function it has. */
enum hz_command_kind {
    HZ_COMMAND_FOLD,      /* records to a table, by way of a state that --partial prints */
    HZ_COMMAND_MAP,       /* records to records, or to a table of all of them */
    HZ_COMMAND_TABLE,     /* a small table, read whole, to a table */
    HZ_COMMAND_TABULATE,  /* what the operands say to a table */
    HZ_COMMAND_WRITE,     /* what the operands say to bytes */
    HZ_COMMAND_DOCUMENT,  /* what the operands say to a document: `write` */
    HZ_COMMAND_DRAW,      /* a small table, read whole, to a picture */
    HZ_COMMAND_HAND_OVER, /* becomes another command */
};

/*
 * A command is its options and one function. `fold` and `map` fill in what the driver runs over the
 * records (with --threads, --columns, --reject, --strict, ...); where what they fill in has no
 * columns, nothing is read, and its `finish` or `tabulate` makes the table by itself. `hand_over`
 * returns only if it cannot.
 */
struct hz_command {
    const char *name;     /* "hz-growth" */
    const char *summary;  /* one line, lower case: "average annual growth of yearly figures" */
    const char *operands; /* of the usage line: "[FILE...]" */
    const struct hz_option *options;
    const char *const
        *subjects; /* what the first operand is one of: whose records they are; or NULL */
    /* its index; -1, where the first operand may be left out, stays if there is none */
    int *subject;
    enum hz_command_kind kind;
    union {
        bool (*fold)(struct hz_fold *fold, struct hz_error *err);
        bool (*map)(struct hz_map *map, struct hz_error *err);
        bool (*table)(const struct hz_sheet *in, struct hz_table *out, struct hz_error *err);
        bool (*tabulate)(const struct hz_call *call, struct hz_table *out, struct hz_error *err);
        bool (*write)(const struct hz_call *call, struct hz_output *out, struct hz_error *err);
        bool (*draw)(const struct hz_sheet *in, struct hz_output *out, struct hz_error *err);
        bool (*hand_over)(const struct hz_call *call, struct hz_error *err);
    };
};

/* Each cmd/GROUP/hz-x.c defines it. */
extern const struct hz_command hz_command;

/*
 * Says on stderr, after the command's name, what a library function has found; the context is
 * unused.
 */
void hz_command_tell(void *context, const char *message);

#endif
