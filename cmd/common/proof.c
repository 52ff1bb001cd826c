/* proof.c: see proof.h. */

#include "common/proof.h"

#include "common/language.h"
#include "common/outputs.h"
#include "common/shared_options.h"
#include "huzhu.h"
#include "stream/manifest.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

/* The proof of this run, if it is wanted. */
static struct hz_manifest *manifest;

/* The value of an option that is in force, as text; NULL: none. */
static const char *in_force(const struct hz_option *option, char room[64])
{
    struct hz_option_date date;
    switch (option->kind) {
    case HZ_OPTION_FLAG:
        return *option->flag ? "true" : "false";
    case HZ_OPTION_TEXT:
    case HZ_OPTION_CHOICE:
    case HZ_OPTION_CHOICES:
        return *option->text;
    case HZ_OPTION_INTEGER:
        snprintf(room, 64, "%" PRId64, *option->integer);
        return room;
    case HZ_OPTION_NUMBER:
    case HZ_OPTION_RATE:
        snprintf(room, 64, "%.17g", *option->number);
        return isfinite(*option->number) ? room : NULL;
    case HZ_OPTION_DATE:
        date = *option->date;
        hz_date_format(date.date, room);
        return date.given ? room : NULL;
    case HZ_OPTION_GRAIN:
        return *option->grain ? hz_grain_name(*option->grain) : NULL;
    case HZ_OPTION_GRAINS:
        hz_triangle_grains_format(option->grains, room);
        return room;
    case HZ_OPTION_FORMER:
        return NULL;
    case HZ_OPTION_FORMAT:
        return hz_format_names[hz_shared.format];
    }
    return NULL;
}

static void add_options(const struct hz_command_line *line)
{
    for (const struct hz_option *const *table = line->tables; *table; table++)
        for (const struct hz_option *option = *table; option->name; option++) {
            char name[64], room[64];
            if (option->is_aside || option->kind == HZ_OPTION_FORMER)
                continue;
            snprintf(name, sizeof name, "--%s", option->name);
            hz_manifest_option(manifest, name, in_force(option, room));
            if (option->kind != HZ_OPTION_FORMAT)
                continue;
            snprintf(name, sizeof name, "--%s=%s", option->name, hz_format_names[hz_shared.format]);
            hz_manifest_argument(manifest, name);
        }
}

static void add_arguments(const struct hz_command_line *line)
{
    struct hz_buffer argument = {0};
    for (size_t g = 0; g < line->givens; g++) {
        const struct hz_given *given = &line->given[g];
        if (given->option->is_aside || given->option->kind == HZ_OPTION_FORMAT)
            continue;
        argument.length = 0;
        hz_buffer_format(&argument, given->value ? "--%s=%s" : "--%s", given->option->name,
                         given->value);
        hz_buffer_char(&argument, '\0');
        hz_manifest_argument(manifest, argument.at);
    }
    hz_buffer_free(&argument);
    hz_manifest_argument(manifest, "--");
    if (line->subject)
        hz_manifest_argument(manifest, line->subject);
    for (int i = 0; i < line->operands; i++)
        hz_manifest_argument(manifest, line->operand[i]);
}

void hz_proof_begin(const struct hz_command_line *line)
{
    manifest = hz_manifest_new(hz_command.name, HZ_VERSION, hz_language());
    add_options(line);
    add_arguments(line);
    hz_audit_trail_begin();
}

void hz_proof_counts(const struct hz_counts *counts, const struct hz_tally *tally)
{
    if (manifest && tally)
        hz_manifest_sums(manifest, tally);
    if (manifest)
        hz_manifest_counts(manifest, counts);
}

bool hz_proof_is_whole(struct hz_output *output, struct hz_error *err)
{
    if (!manifest || hz_output_flush(output) || !hz_output_is_closed(output))
        return true;
    return hz_error_set(err, HZ_ERROR_SYSTEM, (struct hz_place){.file = hz_shared.manifest},
                        _("not written: who reads the output has gone before its end"));
}

/* True if the file is the path, or lies under it. */
static bool is_under(const char *file, const char *path)
{
    size_t length = strlen(path);
    return length > 0 && strncmp(file, path, length) == 0 &&
           (file[length] == '\0' || file[length] == '/' || path[length - 1] == '/');
}

/* What the command took an input for. */
static const char *taken_as(const struct hz_command_line *line, const char *name, char room[64])
{
    if (strcmp(name, "<stdin>") == 0)
        return "stdin";
    for (int i = 0; i < line->operands; i++)
        if (strcmp(line->operand[i], name) == 0)
            return "operand";
    for (size_t g = 0; g < line->givens; g++)
        if (strcmp(line->given[g].option->name, "under") != 0 && /* what a replay may read */
            line->given[g].value && is_under(name, line->given[g].value)) {
            snprintf(room, 64, "--%s", line->given[g].option->name);
            return room;
        }
    return "found"; /* beside what was named: the lists of plans */
}

static const char *written_as(const char *name)
{
    if (hz_shared.rejects && strcmp(hz_shared.rejects, name) == 0)
        return "--reject";
    if (hz_shared.findings && strcmp(hz_shared.findings, name) == 0)
        return "--findings";
    return "result";
}

static bool write_manifest(const struct hz_command_line *line, int status, struct hz_error *err)
{
    struct hz_arena arena = {0};
    struct hz_audited *seen;
    struct hz_output *output = NULL;
    size_t count;
    char room[64];
    bool done = hz_audit_trail_end(&arena, &seen, &count, err);
    hz_manifest_status(manifest, status);
    for (size_t s = 0; s < count && done; s++)
        done = hz_manifest_file(manifest,
                                seen[s].is_output ? written_as(seen[s].name)
                                                  : taken_as(line, seen[s].name, room),
                                &seen[s], err);
    done = done && hz_outlet_open(HZ_OUTLET_MANIFEST, &output, hz_shared.manifest, err) &&
           hz_manifest_write(manifest, output, err);
    done = hz_outlet_close(HZ_OUTLET_MANIFEST, output, done, err);
    hz_arena_free(&arena);
    return done;
}

bool hz_proof_end(const struct hz_command_line *line, bool is_done, bool lacks_data,
                  struct hz_error *err)
{
    const bool done =
        !manifest || !is_done || write_manifest(line, lacks_data ? HZ_ERROR_DATA : 0, err);
    hz_manifest_free(manifest);
    manifest = NULL;
    return done;
}
