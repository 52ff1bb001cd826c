/* outputs.c: see outputs.h. */

#include "common/outputs.h"

#include "common/files.h"
#include "common/progress.h"
#include "common/shared_options.h"

#include <inttypes.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

/* What a signal that ends the process must not leave behind. */
static struct hz_output *volatile unfinished[HZ_OUTLETS];

static void clean_up(int signal_number)
{
    for (int i = 0; i < HZ_OUTLETS; i++)
        if (unfinished[i])
            hz_output_remove(unfinished[i]);
    signal(signal_number, SIG_DFL);
    raise(signal_number);
}

void hz_outlets_guard(void)
{
    signal(SIGPIPE, SIG_IGN);
    signal(SIGINT, clean_up);
    signal(SIGTERM, clean_up);
    signal(SIGHUP, clean_up);
}

bool hz_outlet_open(enum hz_outlet which, struct hz_output **output, const char *path,
                    struct hz_error *err)
{
    bool done = hz_output_open(output, path, err);
    unfinished[which] = done ? *output : NULL;
    return done;
}

bool hz_outlet_close(enum hz_outlet which, struct hz_output *output, bool is_wanted,
                     struct hz_error *err)
{
    unfinished[which] = NULL;
    if (is_wanted)
        return hz_output_close(output, err);
    hz_output_drop(output);
    return false;
}

void hz_command_tell(void *context, const char *message)
{
    (void)context;
    hz_progress_clear();
    fprintf(stderr, "%s: %s\n", hz_command.name, message);
}

struct hz_table *hz_outlet_table(struct hz_output *output)
{
    hz_files_begin(output, hz_shared.format == HZ_FORMAT_CSV || hz_shared.format == HZ_FORMAT_TSV);
    struct hz_table *table = hz_table_new(output, hz_shared.format);
    hz_table_set_safe(table, hz_shared.has_safe_cells);
    if (hz_shared.decimals >= 0)
        hz_table_set_decimals(table, (int)hz_shared.decimals);
    hz_table_set_title(table, hz_command.name + strlen("hz-"));
    hz_table_on_left_out(table, hz_command_tell, NULL);
    if (!hz_shared.quiet)
        hz_table_on_tell(table, hz_command_tell, NULL);
    return table;
}

void hz_outlet_table_end(struct hz_table *table, bool is_done)
{
    if (is_done)
        hz_table_end(table);
    else
        hz_table_drop(table);
}

void hz_tell_waiting(int operands, char *const operand[])
{
    bool is_stdin = operands == 0;
    for (int i = 0; i < operands; i++)
        is_stdin |= strcmp(operand[i], "-") == 0;
    if (is_stdin && isatty(STDIN_FILENO))
        hz_command_tell(NULL, _("reading what you type, up to Ctrl-D (name a FILE to read that)"));
}

void hz_complain(const struct hz_error *err)
{
    fflush(stdout);
    fprintf(stderr, "%s: %s\n", hz_command.name, err->text);
    if (err->kind == HZ_ERROR_USAGE)
        fprintf(stderr, _("try: %s --help\n"), hz_command.name);
}

uint64_t hz_count_notes(const struct hz_counts *counts, enum hz_finding severity)
{
    uint64_t rows = 0;
    for (size_t n = 0; n < counts->notes; n++)
        rows += counts->note[n].severity == severity ? counts->note[n].rows : 0;
    return rows;
}

/* What rejected no row. */
static void sum_up_notes(const struct hz_counts *counts, enum hz_finding severity, const char *what)
{
    const uint64_t rows = hz_count_notes(counts, severity);
    const char *between = " (";
    if (rows == 0)
        return;
    fprintf(stderr, "%s: %s: %" PRIu64, hz_command.name, what, rows);
    for (size_t n = 0; n < counts->notes; n++) {
        if (counts->note[n].severity != severity)
            continue;
        fprintf(stderr, "%s%s %" PRIu64, between, counts->note[n].code, counts->note[n].rows);
        between = ", ";
    }
    fprintf(stderr, ")\n");
}

void hz_sum_up(const struct hz_counts *counts)
{
    sum_up_notes(counts, HZ_WARNED, _("warnings"));
    sum_up_notes(counts, HZ_FIXED, _("fixed"));
    if (counts->rejected == 0)
        return;
    fprintf(stderr,
            _("%s: %" PRIu64 " rows in = %" PRIu64 " used + %" PRIu64 " left out + %" PRIu64
              " rejected"),
            hz_command.name, counts->in, counts->used, counts->left_out, counts->rejected);
    for (size_t f = 0; f < counts->faults; f++)
        fprintf(stderr, "%s%s %" PRIu64, f == 0 ? " (" : ", ", counts->fault[f].code,
                counts->fault[f].rows);
    fprintf(stderr, ")\n");
}
