/* proof.c: see proof.h. */

#include "common/proof.h"

#include "huzhu.h"

#include <inttypes.h>
#include <locale.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

static bool is_aside(const struct hz_proof_order *order, const struct hz_option *option)
{
    for (const void *const *target = order->aside; *target; target++)
        if (*target == option->target)
            return true;
    return false;
}

/* The value of an option that is in force, as text; NULL: none. */
static const char *in_force(const struct hz_option *option, const struct hz_proof_order *order,
                            char room[64])
{
    struct hz_option_date date;
    switch (option->kind) {
    case HZ_OPTION_FLAG:
        return *(const bool *)option->target ? "true" : "false";
    case HZ_OPTION_TEXT:
    case HZ_OPTION_CHOICE:
    case HZ_OPTION_CHOICES:
        return *(const char *const *)option->target;
    case HZ_OPTION_INTEGER:
        snprintf(room, 64, "%" PRId64, *(const int64_t *)option->target);
        return room;
    case HZ_OPTION_NUMBER:
        snprintf(room, 64, "%.17g", *(const double *)option->target);
        return isfinite(*(const double *)option->target) ? room : NULL;
    case HZ_OPTION_DATE:
        date = *(const struct hz_option_date *)option->target;
        hz_date_format(date.date, room);
        return date.given ? room : NULL;
    case HZ_OPTION_FORMAT:
        return hz_format_names[order->format];
    }
    return NULL;
}

static void add_options(struct hz_manifest *manifest, const struct hz_proof_order *order)
{
    for (const struct hz_option *const *table = order->line->tables; *table; table++)
        for (const struct hz_option *option = *table; option->name; option++) {
            char name[64], room[64];
            if (is_aside(order, option))
                continue;
            snprintf(name, sizeof name, "--%s", option->name);
            hz_manifest_option(manifest, name, in_force(option, order, room));
            if (option->kind != HZ_OPTION_FORMAT)
                continue;
            snprintf(name, sizeof name, "--%s=%s", option->name, hz_format_names[order->format]);
            hz_manifest_argument(manifest, name);
        }
}

static void add_arguments(struct hz_manifest *manifest, const struct hz_proof_order *order)
{
    struct hz_buffer argument = {0};
    for (size_t g = 0; g < order->line->givens; g++) {
        const struct hz_given *given = &order->line->given[g];
        if (is_aside(order, given->option) || given->option->kind == HZ_OPTION_FORMAT)
            continue;
        argument.length = 0;
        hz_buffer_format(&argument, given->value ? "--%s=%s" : "--%s", given->option->name,
                         given->value);
        hz_buffer_char(&argument, '\0');
        hz_manifest_argument(manifest, argument.at);
    }
    hz_buffer_free(&argument);
    hz_manifest_argument(manifest, "--");
    for (int i = 0; i < order->line->operands; i++)
        hz_manifest_argument(manifest, order->line->operand[i]);
}

struct hz_manifest *hz_proof_begin(const struct hz_proof_order *order)
{
    struct hz_manifest *manifest =
        hz_manifest_new(hz_command.name, HZ_VERSION, setlocale(LC_MESSAGES, NULL));
    add_options(manifest, order);
    add_arguments(manifest, order);
    hz_witness_call();
    return manifest;
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
        if (line->given[g].value && is_under(name, line->given[g].value)) {
            snprintf(room, 64, "--%s", line->given[g].option->name);
            return room;
        }
    return "found"; /* beside what was named: the lists of plans */
}

static const char *written_as(const char *const as[][2], const char *name)
{
    for (; (*as)[1]; as++)
        if ((*as)[0] && strcmp((*as)[0], name) == 0)
            return (*as)[1];
    return "result";
}

bool hz_proof_end(struct hz_manifest *manifest, const struct hz_command_line *line,
                  const char *const as[][2], int status, const char *path, struct hz_error *err)
{
    struct hz_arena arena = {0};
    struct hz_witnessed *seen;
    struct hz_output *output = NULL;
    size_t count;
    char room[64];
    bool done = true;
    hz_witness_leave(&arena, &seen, &count);
    hz_manifest_status(manifest, status);
    for (size_t s = 0; s < count && done; s++)
        done = hz_manifest_file(manifest,
                                seen[s].is_output ? written_as(as, seen[s].name)
                                                  : taken_as(line, seen[s].name, room),
                                &seen[s], err);
    done = done && hz_output_open(&output, path, err);
    if (done && hz_manifest_write(manifest, output, err))
        done = hz_output_close(output, err);
    else {
        hz_output_drop(output);
        done = false;
    }
    hz_arena_free(&arena);
    return done;
}
