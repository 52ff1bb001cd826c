/* main.c: the one main() of all commands: see command.h. */

#include "common/options.h"
#include "common/progress.h"
#include "common/proof.h"
#include "huzhu.h"
#include "stream/rename.h"
#include "stream/run.h"
#include "stream/state.h"

#include <gsl/gsl_errno.h>
#include <inttypes.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static struct {
    bool help, version, quiet, strict, partial, has_format;
    const char *output, *manifest, *rejects, *findings, *columns, *encoding;
    enum hz_format format;
    int64_t threads, decimals, block, group_limit;
} shared = {.decimals = -1};

static const struct hz_option shared_options[] = {
    HZ_FLAG('h', "help", &shared.help, "print this and end"),
    HZ_FLAG(0, "version", &shared.version, "print the version and end"),
    HZ_TEXT('o', "output", &shared.output, "FILE", "write to FILE, which appears when it is whole"),
    HZ_TEXT(0, "manifest", &shared.manifest, "FILE",
            "write there what went in and what came out, for hz-audit verify"),
    HZ_END,
};

static const struct hz_option table_options[] = {
    {'f', "format", HZ_OPTION_FORMAT, &shared.format, "FORMAT",
     "table, csv, tsv or json (default: table on a terminal, else csv)", NULL, 0, 0, false},
    HZ_INTEGER(0, "decimals", &shared.decimals, "N", 0, 15,
               "decimals of estimates (default: 2 for amounts, more for factors)"),
    HZ_END,
};

static const struct hz_option thread_options[] = {
    HZ_INTEGER('j', "threads", &shared.threads, "N", 1, 1024,
               "workers (default: one a processor); the result is the same"),
    HZ_END,
};

static const struct hz_option record_options[] = {
    HZ_TEXT(0, "columns", &shared.columns, "MAP.yaml", "their headers and ours: \"theirs: ours\""),
    HZ_TEXT(
        0, "encoding", &shared.encoding, "NAME",
        "the files' encoding, as iconv names it (default: UTF-8, or GB18030 or UTF-16 if seen)"),
    HZ_TEXT(0, "reject", &shared.rejects, "FILE",
            "write rejected rows there, each with its reason"),
    HZ_FLAG(0, "strict", &shared.strict, "end at the first rejected row"),
    HZ_INTEGER(0, "block", &shared.block, "BYTES", 1, 1 << 28,
               "how much is read at a time; the result is the same"),
    HZ_END,
};

static const struct hz_option map_options[] = {
    HZ_TEXT(0, "findings", &shared.findings, "FILE",
            "write all that is found there, a CSV row a finding"),
    HZ_END,
};

static const struct hz_option fold_options[] = {
    HZ_INTEGER(0, "group-limit", &shared.group_limit, "N", 1, INT64_C(1) << 40,
               "end when there are more than N groups (default: no limit)"),
    HZ_END,
};

static const struct hz_option partial_options[] = {
    HZ_FLAG(0, "partial", &shared.partial, "print the state, for hz-merge, not the result"),
    HZ_END,
};

static const struct hz_option quiet_options[] = {
    HZ_FLAG('q', "quiet", &shared.quiet, "no progress, no message a rejected row: only their sum"),
    HZ_END,
};

/* The option tables of a kind of command, its own first; ends with a NULL. */
static void choose_tables(const struct hz_option *table[12])
{
    const bool is_fold = hz_command.prepare != NULL, is_map = hz_command.prepare_map != NULL;
    const bool is_merge = hz_command.hand_over != NULL;
    size_t t = 0;
    table[t++] = hz_command.options;
    if (is_fold || is_map)
        table[t++] = record_options;
    if (is_fold)
        table[t++] = fold_options;
    if (is_map)
        table[t++] = map_options;
    if (is_fold || is_map || hz_command.write)
        table[t++] = thread_options;
    if (is_fold || is_merge)
        table[t++] = partial_options;
    if (is_fold || is_map || is_merge)
        table[t++] = quiet_options;
    if (is_fold || is_map || is_merge || hz_command.run || hz_command.tabulate)
        table[t++] = table_options;
    table[t++] = shared_options;
    table[t] = NULL;
}

/* The proof of this run, if it is wanted. */
static struct hz_manifest *manifest;

/* What a signal that ends the process must not leave behind. */
enum { OUTPUT, REJECTS, FINDINGS, OUTPUTS };
static struct hz_output *volatile unfinished[OUTPUTS];

static void clean_up(int signal_number)
{
    for (int i = 0; i < OUTPUTS; i++)
        if (unfinished[i])
            hz_output_remove(unfinished[i]);
    signal(signal_number, SIG_DFL);
    raise(signal_number);
}

static bool open_output(int which, struct hz_output **output, const char *path,
                        struct hz_error *err)
{
    bool done = hz_output_open(output, path, err);
    unfinished[which] = done ? *output : NULL;
    return done;
}

/* Finishes an output, or, if it is not wanted, takes it back. */
static bool close_output(int which, struct hz_output *output, bool is_wanted, struct hz_error *err)
{
    unfinished[which] = NULL;
    if (is_wanted)
        return hz_output_close(output, err);
    hz_output_drop(output);
    return false;
}

static void complain(const struct hz_error *err)
{
    fflush(stdout);
    fprintf(stderr, "%s: %s\n", hz_command.name, err->text);
    if (err->kind == HZ_ERROR_USAGE)
        fprintf(stderr, _("try: %s --help\n"), hz_command.name);
}

static int print_help(const struct hz_option *const *tables)
{
    printf(_("usage: %s [OPTION...] %s\n%s\n\n"), hz_command.name,
           hz_command.operands ? hz_command.operands : "", hz_command.summary);
    for (; *tables; tables++)
        hz_options_print(*tables, stdout);
    return fflush(stdout) == 0 ? 0 : 3;
}

static void tell(void *context, const char *message)
{
    (void)context;
    hz_progress_clear();
    fprintf(stderr, "%s: %s\n", hz_command.name, message);
}

static void show(void *context, const struct hz_progress *progress)
{
    (void)context;
    hz_progress_show(progress);
}

static uint64_t count_notes(const struct hz_counts *counts, enum hz_finding severity)
{
    uint64_t rows = 0;
    for (size_t n = 0; n < counts->notes; n++)
        rows += counts->note[n].severity == severity ? counts->note[n].rows : 0;
    return rows;
}

/* What rejected no row: "warnings: 3 (birth_mismatch 3)". */
static void sum_up_notes(const struct hz_counts *counts, enum hz_finding severity, const char *what)
{
    const char *between = " (";
    if (count_notes(counts, severity) == 0)
        return;
    fprintf(stderr, "%s: %s: %" PRIu64, hz_command.name, what, count_notes(counts, severity));
    for (size_t n = 0; n < counts->notes; n++) {
        if (counts->note[n].severity != severity)
            continue;
        fprintf(stderr, "%s%s %" PRIu64, between, counts->note[n].code, counts->note[n].rows);
        between = ", ";
    }
    fprintf(stderr, ")\n");
}

/* One line that accounts for every row, if any was rejected, and one for what else was found. */
static void sum_up(const struct hz_counts *counts)
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

static struct hz_state_head state_head(const struct hz_command_line *line,
                                       const struct hz_counts *counts)
{
    struct hz_state_head head = {.command = hz_command.name, .counts = *counts};
    for (size_t g = 0; g < line->givens; g++) {
        const struct hz_option *option = line->given[g].option;
        bool is_own = false;
        for (const struct hz_option *o = hz_command.options; o->name; o++)
            is_own |= o == option;
        if (!is_own || head.arguments + 2 > HZ_STATE_ARGUMENTS)
            continue;
        static char names[HZ_GIVEN_MOST][64];
        snprintf(names[g], sizeof names[g], "--%s", option->name);
        head.argument[head.arguments++] = names[g];
        if (line->given[g].value)
            head.argument[head.arguments++] = line->given[g].value;
    }
    return head;
}

/* Unless told, a terminal gets a table for people, anything else CSV for programs. */
static enum hz_format chosen_format(void)
{
    if (shared.has_format)
        return shared.format;
    bool is_terminal = !shared.output && isatty(STDOUT_FILENO);
    return is_terminal ? HZ_FORMAT_TABLE : HZ_FORMAT_CSV;
}

static struct hz_table *new_table(struct hz_output *output)
{
    struct hz_table *table = hz_table_new(output, chosen_format());
    if (shared.decimals >= 0)
        hz_table_set_decimals(table, (int)shared.decimals);
    hz_table_on_left_out(table, tell, NULL);
    return table;
}

static void end_table(struct hz_table *table, bool is_done)
{
    if (is_done)
        hz_table_end(table);
    else
        hz_table_drop(table);
}

static bool print_tally(const struct hz_command_line *line, const struct hz_fold *fold,
                        struct hz_tally *tally, const struct hz_counts *counts,
                        struct hz_output *output, struct hz_error *err)
{
    if (shared.partial) {
        struct hz_state_head head = state_head(line, counts);
        hz_tally_sort(tally);
        hz_state_write(output, &head, tally);
        return true;
    }
    struct hz_table *table = new_table(output);
    bool done = fold->finish(tally, fold->settings, table, err);
    end_table(table, done);
    return done;
}

/* How records are read, from the shared options. */
static bool prepare_run(struct hz_run *run, int operands, char *const operand[],
                        struct hz_output *rejects, struct hz_arena *arena, struct hz_error *err)
{
    static const char *const only_stdin[] = {"-"};
    const struct hz_rename *renames = NULL;
    if (shared.columns && !hz_rename_read(&renames, shared.columns, arena, err))
        return false;
    *run = (struct hz_run){
        .input = {.path = operands > 0 ? (const char *const *)operand : only_stdin,
                  .paths = operands > 0 ? (size_t)operands : 1,
                  .rename = renames,
                  .encoding = shared.encoding,
                  .block = (size_t)shared.block},
        .threads = (int)shared.threads,
        .is_strict = shared.strict,
        .group_limit = (size_t)shared.group_limit,
        .rejects = rejects,
        .tell = shared.quiet ? NULL : tell,
        .show = shared.quiet ? NULL : show,
        .messages_per_code = 10,
    };
    return true;
}

static bool run_records(const struct hz_command_line *line, const struct hz_fold *fold,
                        struct hz_output *rejects, struct hz_tally **tally,
                        struct hz_counts *counts, struct hz_arena *arena, struct hz_error *err)
{
    struct hz_run run;
    return prepare_run(&run, line->operands, line->operand, rejects, arena, err) &&
           hz_run_fold(&run, fold, tally, counts, err);
}

/*
 * True if the first operand is a state: then the command finishes states, as hz-merge asks it to. Only a
 * regular file is looked into: what is read from a pipe is gone.
 */
static bool reads_states(const struct hz_command_line *line)
{
    char start[16];
    struct stat status;
    if (line->operands == 0 || stat(line->operand[0], &status) != 0 || !S_ISREG(status.st_mode))
        return false;
    FILE *file = fopen(line->operand[0], "rb");
    size_t got = file ? fread(start, 1, sizeof start, file) : 0;
    if (file)
        fclose(file);
    return hz_state_is_one((struct hz_text){start, got});
}

static bool same_options(const struct hz_state_head *a, const struct hz_state_head *b)
{
    bool same = strcmp(a->command, b->command) == 0 && a->arguments == b->arguments;
    for (size_t i = 0; same && i < a->arguments; i++)
        same = strcmp(a->argument[i], b->argument[i]) == 0;
    return same;
}

static bool read_states(const struct hz_command_line *line, struct hz_tally **tally,
                        struct hz_counts *counts, struct hz_arena *arena, struct hz_error *err)
{
    struct hz_state_head head = {0};
    for (int i = 0; i < line->operands; i++)
        if (!hz_state_read(line->operand[i], arena, &head, tally, err))
            return false;
    *counts = head.counts;
    struct hz_state_head own = state_head(line, counts);
    if (same_options(&own, &head))
        return true;
    return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                        _("these states were made by %s with other options: hz-merge finishes them "
                          "with their own"),
                        head.command);
}

static bool fold_records(const struct hz_command_line *line, struct hz_output *output,
                         struct hz_counts *counts, struct hz_error *err)
{
    struct hz_fold fold = {0};
    struct hz_arena arena = {0};
    struct hz_output *rejects = NULL;
    struct hz_tally *tally = NULL;
    bool done = hz_command.prepare(&fold, err) &&
                (!shared.rejects || open_output(REJECTS, &rejects, shared.rejects, err));
    if (done)
        done = reads_states(line) ? read_states(line, &tally, counts, &arena, err)
                                  : run_records(line, &fold, rejects, &tally, counts, &arena, err);
    done = done && print_tally(line, &fold, tally, counts, output, err);
    done = close_output(REJECTS, rejects, done || err->kind == HZ_ERROR_DATA, err) && done;
    hz_progress_clear();
    if (done)
        sum_up(counts);
    if (done && manifest)
        hz_manifest_sums(manifest, tally);
    hz_tally_free(tally);
    hz_arena_free(&arena); /* and with it the fault codes of states */
    return done;
}

static bool tabulate(const struct hz_map *map, struct hz_output *output, struct hz_error *err)
{
    struct hz_table *table = new_table(output);
    bool done = map->tabulate(map->state, table, err);
    end_table(table, done);
    return done;
}

static bool map_records(const struct hz_map *map, const struct hz_call *call,
                        struct hz_output *output, struct hz_counts *counts, struct hz_error *err)
{
    struct hz_arena arena = {0};
    struct hz_output *rejects = NULL, *findings = NULL;
    struct hz_run run;
    bool done = (!shared.rejects || open_output(REJECTS, &rejects, shared.rejects, err)) &&
                (!shared.findings || open_output(FINDINGS, &findings, shared.findings, err)) &&
                prepare_run(&run, call->operands, call->operand, rejects, &arena, err);
    if (done) {
        run.findings = findings;
        done = hz_run_map(&run, map, output, counts, err) &&
               (!map->tabulate || tabulate(map, output, err));
    }
    bool is_wanted = done || err->kind == HZ_ERROR_DATA;
    done = close_output(REJECTS, rejects, is_wanted, err) && done;
    done = close_output(FINDINGS, findings, is_wanted, err) && done;
    hz_progress_clear();
    if (done)
        sum_up(counts);
    hz_arena_free(&arena);
    return done;
}

/* A table out of the options alone. */
static bool make_from_options(const struct hz_command_line *line, struct hz_output *output,
                              struct hz_error *err)
{
    if (line->operands > 0)
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("\"%s\": no FILE is read with these options"), line->operand[0]);
    struct hz_table *table = new_table(output);
    bool done = hz_command.run(NULL, table, err);
    end_table(table, done);
    return done;
}

static bool read_table(const struct hz_command_line *line, struct hz_output *output,
                       bool *lacks_data, struct hz_error *err)
{
    struct hz_arena arena = {0};
    struct hz_sheet sheet;
    if (line->operands > 1)
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE, _("one FILE at most, not %d"),
                            line->operands);
    bool done = hz_sheet_read(&sheet, line->operands > 0 ? line->operand[0] : NULL, &arena, err);
    if (done) {
        struct hz_table *table = new_table(output);
        done = hz_command.run(&sheet, table, err);
        *lacks_data = hz_table_left_out(table) > 0;
        end_table(table, done);
    }
    hz_arena_free(&arena);
    return done;
}

/* A table out of what the operands say. */
static bool make_table(const struct hz_call *call, struct hz_output *output, bool *lacks_data,
                       struct hz_error *err)
{
    struct hz_table *table = new_table(output);
    bool done = hz_command.tabulate(call, table, err);
    *lacks_data = hz_table_left_out(table) > 0;
    end_table(table, done);
    return done;
}

static struct hz_call the_call(const struct hz_command_line *line)
{
    struct hz_call call = {
        .operands = line->operands, .operand = line->operand, .threads = shared.threads};
    static char passed[HZ_COUNT(call.passed)][512];
    for (size_t g = 0; g < line->givens && call.passes < HZ_COUNT(call.passed); g++) {
        const struct hz_given *given = &line->given[g];
        snprintf(passed[call.passes], sizeof *passed, given->value ? "--%s=%s" : "--%s",
                 given->option->name, given->value);
        call.passed[call.passes] = passed[call.passes];
        call.passes++;
    }
    return call;
}

/* *lacks_data: done, but rows or parts of the result are missing for what the data is. */
static bool run_command(const struct hz_command_line *line, struct hz_output *output,
                        bool *lacks_data, struct hz_error *err)
{
    if (hz_command.run && hz_command.reads_nothing && hz_command.reads_nothing())
        return make_from_options(line, output, err);
    if (hz_command.prepare) {
        struct hz_counts counts = {0};
        bool done = fold_records(line, output, &counts, err);
        if (manifest)
            hz_manifest_counts(manifest, &counts);
        *lacks_data = counts.rejected > 0;
        return done;
    }
    if (hz_command.run)
        return read_table(line, output, lacks_data, err);
    struct hz_call call = the_call(line);
    if (hz_command.tabulate)
        return make_table(&call, output, lacks_data, err);
    struct hz_map map = {0};
    struct hz_counts counts = {0};
    bool done = !hz_command.prepare_map || hz_command.prepare_map(&map, &call, err);
    if (done)
        done = map.columns ? map_records(&map, &call, output, &counts, err)
                           : hz_command.write(&call, output, err);
    if (map.release)
        map.release(map.state);
    if (manifest && map.columns)
        hz_manifest_counts(manifest, &counts);
    *lacks_data = counts.rejected > 0 || count_notes(&counts, HZ_WARNED) > 0;
    return done;
}

static void begin_proof(const struct hz_command_line *line)
{
    static const void *const aside[] = {
        &shared.help,     &shared.version, &shared.output, &shared.rejects, &shared.findings,
        &shared.manifest, &shared.threads, &shared.block,  &shared.quiet,   NULL};
    manifest = hz_proof_begin(&(struct hz_proof_order){line, aside, chosen_format()});
}

static bool end_proof(const struct hz_command_line *line, bool lacks_data, struct hz_error *err)
{
    const char *const as[][2] = {
        {shared.rejects, "--reject"}, {shared.findings, "--findings"}, {NULL, NULL}};
    return hz_proof_end(manifest, line, as, lacks_data ? HZ_ERROR_DATA : 0, shared.manifest, err);
}

/* A manifest of a part of the output would vouch for nothing. */
static bool is_whole(struct hz_output *output, struct hz_error *err)
{
    if (!manifest || hz_output_flush(output) || !hz_output_is_closed(output))
        return true;
    return hz_error_set(err, HZ_ERROR_SYSTEM, (struct hz_place){.file = shared.manifest},
                        _("not written: who reads the output has gone before its end"));
}

static int run(const struct hz_command_line *line)
{
    struct hz_error err = {0};
    bool done, lacks_data = false;
    struct hz_output *output = NULL;
    if (hz_command.hand_over) {
        struct hz_call call = the_call(line);
        done = hz_command.hand_over(&call, &err);
    } else {
        if (shared.manifest)
            begin_proof(line);
        done = open_output(OUTPUT, &output, shared.output, &err) &&
               run_command(line, output, &lacks_data, &err) && is_whole(output, &err);
        done = close_output(OUTPUT, output, done, &err);
        done = done && (!manifest || end_proof(line, lacks_data, &err));
        hz_manifest_free(manifest);
    }
    if (done)
        return lacks_data ? HZ_ERROR_DATA : 0;
    complain(&err);
    return (int)err.kind;
}

/* Sentences in other languages lie beside the program: ../share/locale. */
static void find_catalogue(void)
{
    static char path[4096];
    ssize_t length = readlink("/proc/self/exe", path, sizeof path - 32);
    for (int levels = 0; length > 0 && levels < 2; levels++)
        while (length > 0 && path[--length] != '/')
            ;
    if (length <= 0)
        return;
    snprintf(path + length, sizeof path - (size_t)length, "/share/locale");
    bindtextdomain("huzhu", path);
    bind_textdomain_codeset("huzhu", "UTF-8");
}

int main(int argc, char **argv)
{
    /* Only what concerns sentences and their letters: numbers are the same in every locale. */
    setlocale(LC_MESSAGES, "");
    setlocale(LC_CTYPE, "");
    find_catalogue();
    signal(SIGPIPE, SIG_IGN);
    signal(SIGINT, clean_up);
    signal(SIGTERM, clean_up);
    signal(SIGHUP, clean_up);
    gsl_set_error_handler_off();
    long processors = sysconf(_SC_NPROCESSORS_ONLN);
    shared.threads = processors > 0 ? processors : 1;

    const struct hz_option *tables[12];
    choose_tables(tables);
    struct hz_command_line line = {.tables = tables};
    struct hz_error err = {0};
    bool done = hz_options_parse(&line, argc, argv, &err);
    if (done && shared.help)
        return print_help(tables);
    if (done && shared.version) {
        printf("%s (huzhu) %s\n", hz_command.name, HZ_VERSION);
        return fflush(stdout) == 0 ? 0 : 3;
    }
    for (size_t g = 0; g < line.givens; g++)
        shared.has_format |= line.given[g].option == &table_options[0];
    if (done && hz_options_check(&line, &err))
        return run(&line);
    complain(&err);
    return (int)err.kind;
}
