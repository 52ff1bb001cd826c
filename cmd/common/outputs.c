/* outputs.c: see outputs.h. */

#include "common/outputs.h"

#include "common/allocator.h"
#include "common/files.h"
#include "common/progress.h"
#include "common/shared_options.h"

#include "base/memory.h"

#include <inttypes.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

/* What a signal that ends the process must not leave behind. */
static struct hz_output *volatile unfinished[HZ_OUTLETS];

static const int ending[] = {SIGINT, SIGTERM, SIGHUP};

static void remove_unfinished(void)
{
    for (int i = 0; i < HZ_OUTLETS; i++)
        if (unfinished[i])
            hz_output_remove(unfinished[i]);
}

static void clean_up(int signal_number)
{
    remove_unfinished();
    signal(signal_number, SIG_DFL);
    raise(signal_number);
}

static void end_without_memory(void)
{
    static const char message[] = ": out of memory\n";
    remove_unfinished();
    if (write(STDERR_FILENO, hz_command.name, strlen(hz_command.name)) > 0 &&
        write(STDERR_FILENO, message, sizeof message - 1) > 0)
        _Exit(HZ_ERROR_SYSTEM);
    _Exit(HZ_ERROR_SYSTEM);
}

void hz_outlets_guard(void)
{
    signal(SIGPIPE, SIG_IGN);
    signal(SIGXFSZ, SIG_IGN); /* a file that may not grow is told as any other failure */
    for (size_t s = 0; s < HZ_COUNT(ending); s++)
        if (signal(ending[s], clean_up) == SIG_IGN)
            signal(ending[s], SIG_IGN);
    hz_allocator_take_over();
    hz_memory_on_exhaustion(end_without_memory);
}

/* While an output is opened or finished: what is there is known, or its name is its own. */
static void hold_signals(bool are_held)
{
    sigset_t set;
    sigemptyset(&set);
    for (size_t s = 0; s < HZ_COUNT(ending); s++)
        sigaddset(&set, ending[s]);
    pthread_sigmask(are_held ? SIG_BLOCK : SIG_UNBLOCK, &set, NULL);
}

/* A file, be it there or not: by its number, or by its folder's and its name. */
struct identity {
    const char *path, *name; /* name: "" for one that is there */
    dev_t device;
    ino_t number;
};

/* False of what is no plain file, which may well be written and read at once. */
static bool identify(struct identity *file, const char *path)
{
    char folder[PATH_MAX];
    struct stat status;
    const char *slash = strrchr(path, '/');
    *file = (struct identity){.path = path, .name = ""};
    if (stat(path, &status) == 0) {
        file->device = status.st_dev;
        file->number = status.st_ino;
        return S_ISREG(status.st_mode) && strncmp(path, "/dev/", 5) != 0;
    }
    snprintf(folder, sizeof folder, "%.*s", slash ? (int)(slash + 1 - path) : 1,
             slash ? path : ".");
    if (stat(folder, &status) != 0)
        return false;
    file->name = slash ? slash + 1 : path;
    file->device = status.st_dev;
    file->number = status.st_ino;
    return true;
}

static bool is_same(const struct identity *a, const struct identity *b)
{
    return a->device == b->device && a->number == b->number && strcmp(a->name, b->name) == 0;
}

/* Refused if one of the outputs is that path, or what stands in it behind a comma or a colon. */
static bool differs_from(const struct identity output[], size_t outputs, const char *path,
                         struct hz_error *err)
{
    for (const char *at = path, *sign; at; at = sign ? sign + 1 : NULL) {
        sign = strpbrk(at, ",:");
        char part[PATH_MAX];
        struct identity input;
        for (int whole = 0; whole < 2; whole++) {
            snprintf(part, sizeof part, "%.*s", (int)(whole ? strlen(at) : strcspn(at, ",")), at);
            for (size_t o = 0; identify(&input, part) && o < outputs; o++)
                if (is_same(&input, &output[o]))
                    return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                                        _("%s is written and read: give the output another name"),
                                        output[o].path);
        }
    }
    return true;
}

bool hz_outlets_differ(const struct hz_command_line *line, struct hz_error *err)
{
    const char *const path[] = {hz_shared.output, hz_shared.rejects, hz_shared.findings,
                                hz_shared.manifest};
    struct identity output[HZ_OUTLETS];
    size_t outputs = 0;
    bool done = true;
    for (size_t p = 0; p < HZ_COUNT(path) && done; p++) {
        if (!path[p] || !identify(&output[outputs], path[p]))
            continue;
        for (size_t o = 0; o < outputs && done; o++)
            if (is_same(&output[o], &output[outputs]))
                done = hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                                    _("%s is to hold two outputs: give them names of their own"),
                                    path[p]);
        outputs++;
    }
    for (int i = 0; i < line->operands && done; i++)
        done = differs_from(output, outputs, line->operand[i], err);
    for (size_t g = 0; g < line->givens && done; g++)
        if (line->given[g].value && hz_option_names_files(line->given[g].option) &&
            !line->given[g].option->is_aside)
            done = differs_from(output, outputs, line->given[g].value, err);
    return done;
}

bool hz_outlet_open(enum hz_outlet which, struct hz_output **output, const char *path,
                    struct hz_error *err)
{
    hold_signals(true);
    bool done = hz_output_open(output, path, err);
    unfinished[which] = done ? *output : NULL;
    hold_signals(false);
    return done;
}

bool hz_outlet_close(enum hz_outlet which, struct hz_output *output, bool is_wanted,
                     struct hz_error *err)
{
    bool done = false;
    hold_signals(true);
    unfinished[which] = NULL;
    if (is_wanted)
        done = hz_output_close(output, err);
    else
        hz_output_drop(output);
    hold_signals(false);
    return done;
}

void hz_command_tell(void *context, const char *message)
{
    (void)context;
    hz_progress_clear();
    fprintf(stderr, "%s: %s\n", hz_command.name, message);
}

/* What --labels has, as long as the program runs. */
static struct {
    struct hz_arena arena;
    struct hz_labels *labels;
    size_t count;
} names_of_codes;

bool hz_outlet_read_labels(struct hz_error *err)
{
    const char *list = hz_shared.labels;
    size_t most = 1;
    for (const char *at = list; at && *at; at++)
        most += *at == ',';
    names_of_codes.labels =
        hz_arena_allocate(&names_of_codes.arena, most, sizeof *names_of_codes.labels);
    while (list && *list) {
        const struct hz_text path = {list, strcspn(list, ",")};
        if (path.length > 0 && !hz_labels_read(&names_of_codes.labels[names_of_codes.count++],
                                               hz_arena_string(&names_of_codes.arena, path),
                                               &names_of_codes.arena, err))
            return false;
        list += path.length + (list[path.length] == ',');
    }
    return true;
}

static struct hz_table_look the_look(void)
{
    const char *unit = hz_shared.unit ? hz_shared.unit : "";
    return (struct hz_table_look){.is_chinese =
                                      hz_shared.headings && strcmp(hz_shared.headings, "zh") == 0,
                                  .zeros = strcmp(unit, "wan") == 0  ? 4
                                           : strcmp(unit, "yi") == 0 ? 8
                                                                     : 0,
                                  .adds_up = hz_shared.adds_up,
                                  .has_thousands = hz_shared.has_thousands,
                                  .labels = names_of_codes.labels,
                                  .labelled = names_of_codes.count};
}

struct hz_table *hz_outlet_table(struct hz_output *output)
{
    hz_files_begin(output, hz_shared.format == HZ_FORMAT_CSV || hz_shared.format == HZ_FORMAT_TSV);
    struct hz_table *table = hz_table_new(output, hz_shared.format);
    hz_table_set_look(table, the_look());
    hz_table_set_safe(table, hz_shared.has_safe_cells);
    if (hz_shared.decimals >= 0)
        hz_table_set_decimals(table, (int)hz_shared.decimals);
    hz_table_set_title(table, hz_command.name + strlen("hz-"));
    hz_table_on_left_out(table, hz_command_tell, NULL);
    if (!hz_shared.quiet)
        hz_table_on_tell(table, hz_command_tell, NULL);
    return table;
}

bool hz_outlet_table_end(struct hz_table *table, bool is_done, struct hz_error *err)
{
    is_done = is_done && hz_table_check(table, err);
    if (is_done)
        hz_table_end(table);
    else
        hz_table_drop(table);
    return is_done;
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
