/*
 * make.h: a report made of its description: pipelines run through the gate of those that a
 * stranger's file names (audit/replay.h), pictures drawn, the document written. Also again, to
 * prove it.
 */

#ifndef HZ_CMD_MAKE_H
#define HZ_CMD_MAKE_H

#include "audit/replay.h"
#include "report/document.h"
#include "report/page.h"

struct hz_report_order {
    const char *name;     /* of the description, as messages call it */
    struct hz_text bytes; /* of the description */
    const char *inputs,
        *set; /* "NAME=VALUE,...", files seen from where the commands run; NULL: none */
    bool has_persons, is_strict, has_pictures;
    struct hz_replay_rules rules;
};

/* How it is made again: of a page that was kept. */
struct hz_report_again {
    const struct hz_page *page;
    const char *path; /* of the page */
    /* Each command in turn, as its manifest was and is; false ends the run. */
    bool (*compare)(void *context, const struct hz_manifest *expected,
                    const struct hz_manifest *found);
    /* Each picture in turn: as it stands in the page, and as it is drawn now, or why it is not. */
    void (*compare_picture)(void *context, size_t number, struct hz_text kept, struct hz_text drawn,
                            const char *why_not);
    void *context;
};

/*
 * Makes it: text to *text, a workbook to `workbook`. *lacks_data: records were rejected, or some
 * of a result is missing, and the report says so. `again`, or NULL: commands read only what the
 * page's manifests list; pictures are drawn and compared, and then the page's, since other gnuplots
 * draw others. Refused (data): what is wrong with the
 * description; a command that fails, with its part; (usage) inputs that are not given.
 */
HZ_MUST_USE bool hz_report_make(const struct hz_report_order *order,
                                const struct hz_report_again *again, enum hz_report_format format,
                                struct hz_buffer *text, struct hz_output *workbook,
                                bool *lacks_data, struct hz_error *err);

#endif
