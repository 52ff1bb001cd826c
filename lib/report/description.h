/*
 * description.h: what a report says, and which commands its figures come from: huzhu-report(5),
 * read from YAML.
 */

#ifndef HZ_REPORT_DESCRIPTION_H
#define HZ_REPORT_DESCRIPTION_H

#include "base/linkage.h"
#include "file/schema.h"
#include "report/words.h"

HZ_BEGIN_C

/* A list of texts. */
struct hz_report_texts {
    const struct hz_text *at;
    size_t count;
};

/* What of a pipeline a part shows. */
enum hz_report_show { HZ_SHOW_RESULT, HZ_SHOW_RECORDS, HZ_SHOW_NOTHING };

/* A part: a heading, prose, and a table and picture of what its pipeline prints; each may lack. */
struct hz_report_part {
    struct hz_text heading, text, name, caption, definition, source, otherwise, sort, across, cells;
    const struct hz_node *node, *text_node; /* for messages */
    const struct hz_node *run;              /* NULL: it has no pipeline */
    const struct hz_node *where;            /* a map; NULL: all rows */
    const struct hz_node *headings;         /* a map of columns and what they are called here */
    struct hz_report_texts columns, needs, sign;
    struct hz_text picture; /* the drawing, as hz-plot calls it; of no length: the usual one */
    bool has_picture;
    bool is_ranked;
    bool has_unit;
    enum hz_report_unit unit;
    int64_t first; /* rows; 0: all */
    enum hz_report_show show;
};

/* A name that stands for a text in {{ }}. */
struct hz_report_value {
    struct hz_text name, value;
    bool is_input;    /* a file */
    bool is_optional; /* it may be without a value */
    bool is_given;    /* on the command line */
    const struct hz_node *node;
};

/* A whole description, as it was read; owned by the arena. */
struct hz_report {
    struct hz_tree tree;
    struct hz_text title;
    enum hz_report_language language;
    enum hz_report_unit unit;
    struct hz_report_value *value;
    size_t values;
    struct hz_report_part *part;
    size_t parts;
};

/*
 * Reads a description of bytes in memory, which may go afterwards; `file`, borrowed, is what
 * messages call it. Refused (data): all faults of it together; what is not YAML.
 */
HZ_MUST_USE bool hz_report_parse(struct hz_report *report, const char *file, struct hz_text bytes,
                                 struct hz_arena *arena, struct hz_error *err);

/*
 * Gives names the values of a list "NAME=VALUE,NAME=VALUE" (NULL: none), those of inputs or of
 * parameters. Refused (usage): a name that the description does not have, or twice; a form that is
 * none.
 */
HZ_MUST_USE bool hz_report_give(struct hz_report *report, const char *list, bool are_inputs,
                                struct hz_arena *arena, struct hz_error *err);

/* Where the next "NAME=" of such a list begins: at a comma; else at its end. */
const char *hz_report_next_given(const char *list);

/* Refused (usage): an input or a parameter without a value. */
HZ_MUST_USE bool hz_report_is_complete(const struct hz_report *report, struct hz_error *err);

/* The value of that name; NULL: there is none. */
const struct hz_report_value *hz_report_value_of(const struct hz_report *report,
                                                 struct hz_text name);

/* False of a part that wants an input which was not given. */
bool hz_report_has_needs(const struct hz_report *report, const struct hz_report_part *part);

HZ_END_C

#endif
