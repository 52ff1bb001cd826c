/*
 * pipeline.h: the words of a pipeline as a description writes it, "hz-triangle {{ claims }} |
 * hz-reserve". There is no shell: words are parted by blanks, kept together by quotes, and nothing
 * in them is expanded, so that no name of a file can do more than be a name.
 */

#ifndef HZ_REPORT_PIPELINE_H
#define HZ_REPORT_PIPELINE_H

#include "base/linkage.h"
#include "report/description.h"

HZ_BEGIN_C

/* A command: its name and arguments, then NULL. */
struct hz_pipeline_command {
    const char **word;
    size_t words;
};

/* Commands in the order of the pipe; owned by the arena. */
struct hz_pipeline {
    struct hz_pipeline_command *command;
    size_t commands;
};

/*
 * Splits the part's `run`, and puts values for names in {{ }}; a value is one word or a part of
 * one, whatever stands in it. An option --NAME={{ input }} of an optional input that was not given
 * is left out. Refused (data), with the place: signs that only a shell knows, outside of quotes; a
 * quote without an end; a command that is missing; a name that has no value.
 */
HZ_MUST_USE bool hz_pipeline_parse(struct hz_pipeline *pipeline, const struct hz_report *report,
                                   const struct hz_report_part *part, struct hz_arena *arena,
                                   struct hz_error *err);

HZ_END_C

#endif
