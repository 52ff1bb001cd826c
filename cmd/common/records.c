/* records.c: see records.h. */

#include "common/records.h"

#include "common/files.h"
#include "common/outputs.h"
#include "common/progress.h"
#include "common/proof.h"
#include "common/shared_options.h"
#include "file/secret.h"
#include "huzhu.h"
#include "stream/rename.h"
#include "stream/state.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static void show(void *context, const struct hz_progress *progress)
{
    (void)context;
    hz_progress_show(progress);
}

/* A table without records, made of the options alone. */
static bool takes_no_file(int operands, char *const operand[], struct hz_error *err)
{
    return operands == 0 ||
           hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                        _("\"%s\": no FILE is read with these options"), operand[0]);
}

/* The key of persons, if there is one, and what a state tells of it. */
static struct hz_mac *persons_key;
static char persons_check[17];

bool hz_records_key(struct hz_persons_key *key, struct hz_error *err)
{
    static const char told[] = "huzhu: a check of this key";
    *key = (struct hz_persons_key){.is_lacking = hz_shared.partial && !hz_shared.key};
    if (!hz_shared.key)
        return true;
    if (!hz_shared.partial)
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE, _("--key goes with --partial"));
    if (!hz_secret_read(&persons_key, hz_shared.key, err))
        return false;
    char hex[HZ_DIGEST_HEX];
    const struct hz_digest check = hz_mac_of(persons_key, hz_text_of(told));
    hz_digest_hex(&check, hex);
    memcpy(persons_check, hex, sizeof persons_check - 1);
    key->mac = persons_key;
    return true;
}

/* A state of persons without a key would tell who they are. */
static bool persons_are_safe(const struct hz_fold *fold, struct hz_error *err)
{
    if (!hz_shared.partial)
        return true;
    if (hz_shared.key && !fold->persons)
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("--key: no different persons are counted, and none are numbered"));
    return !fold->persons || hz_shared.key || !hz_persons_are_known_by(fold->persons) ||
           hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                        _("--partial: whose %s is in the state would be found in seconds: give "
                          "--key FILE, the same for all parts (head -c 32 /dev/urandom makes one)"),
                        fold->persons);
}

/* The command and its own options, as they were given. */
static struct hz_state_head state_head(const struct hz_command_line *line,
                                       const struct hz_counts *counts, struct hz_arena *arena)
{
    struct hz_state_head head = {
        .command = hz_command.name, .version = HZ_VERSION, .counts = *counts};
    if (persons_key)
        head.key = persons_check;
    for (size_t g = 0; g < line->givens; g++) {
        const struct hz_option *option = line->given[g].option;
        bool is_own = false;
        for (const struct hz_option *o = hz_command.options; o->name; o++)
            is_own |= o == option;
        if (!is_own || head.arguments == HZ_STATE_ARGUMENTS)
            continue;
        struct hz_buffer kept = {0};
        hz_buffer_format(&kept, line->given[g].value ? "--%s=%s" : "--%s", option->name,
                         line->given[g].value);
        head.argument[head.arguments++] =
            hz_arena_string(arena, (struct hz_text){kept.at, kept.length});
        hz_buffer_free(&kept);
    }
    if (line->subject && head.arguments < HZ_STATE_ARGUMENTS)
        head.argument[head.arguments++] = line->subject;
    return head;
}

static bool print_tally(const struct hz_command_line *line, const struct hz_fold *fold,
                        struct hz_tally *tally, const struct hz_counts *counts,
                        const struct hz_state_head *made_of, struct hz_output *output,
                        struct hz_arena *arena, struct hz_error *err)
{
    if (hz_shared.partial && tally) {
        if (!hz_tally_is_together(tally, err))
            return false;
        struct hz_state_head head = state_head(line, counts, arena);
        head.states = made_of->states;
        head.part = made_of->part;
        if (made_of->key)
            head.key = made_of->key;
        if (hz_shared.part && !hz_state_parts_parse(&head.part, hz_shared.part, arena, err))
            return false;
        head.is_begun = true;
        hz_tally_sort(tally);
        hz_state_write(output, &head, tally);
        return true;
    }
    struct hz_table *table = hz_outlet_table(output);
    bool done = fold->finish(tally, fold->settings, table, err);
    done = hz_outlet_table_end(table, done, err);
    return done;
}

/* The header that --header says: the first line of a file of that name, or the names themselves. */
static bool read_header(struct hz_text *header, struct hz_arena *arena, struct hz_error *err)
{
    struct stat status;
    struct hz_buffer line = {0};
    const char *said = hz_shared.header;
    int file;
    if (!said)
        return true;
    if (stat(said, &status) != 0 || !S_ISREG(status.st_mode)) {
        hz_buffer_string(&line, said);
    } else if (!hz_file_open(said, &file, err)) {
        return false;
    } else {
        const ssize_t got = read(file, hz_buffer_reserve(&line, HZ_RECORD_MOST), HZ_RECORD_MOST);
        close(file);
        if (got < 0)
            return hz_error_system(err, said, _("cannot read"), errno);
        const char *at = line.at;
        size_t length = (size_t)got;
        if (length >= 3 && memcmp(at, "\xEF\xBB\xBF", 3) == 0)
            memmove(line.at, line.at + 3, length -= 3);
        const char *end = memchr(at, '\n', length);
        line.length = end ? (size_t)(end - at) : length;
        line.length -= line.length > 0 && at[line.length - 1] == '\r';
    }
    if (line.length > 0)
        hz_buffer_char(&line, '\n');
    *header = (struct hz_text){hz_arena_string(arena, (struct hz_text){line.at, line.length}),
                               line.length};
    hz_buffer_free(&line);
    return header->length > 0 || hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                                              _("--header: \"%s\" has no first line"), said);
}

/* How records are read, from the shared options. */
static bool prepare_run(struct hz_run *run, int operands, char *const operand[],
                        struct hz_output *rejects, struct hz_arena *arena, struct hz_error *err)
{
    static const char *const only_stdin[] = {"-"};
    const struct hz_rename *renames = NULL;
    const struct hz_value *values = NULL;
    struct hz_sheet_order said;
    if (!hz_files_said(&said, err) || !read_header(&said.header.given, arena, err))
        return false;
    said.header.is_in_yuan = true;
    if (hz_shared.columns && !hz_rename_read(&renames, &values, hz_shared.columns, arena, err))
        return false;
    hz_tell_waiting(operands, operand);
    *run = (struct hz_run){
        .input = {.path = operands > 0 ? (const char *const *)operand : only_stdin,
                  .paths = operands > 0 ? (size_t)operands : 1,
                  .rename = renames,
                  .value = values,
                  .encoding = said.encoding,
                  .sheet = said.sheet,
                  .header = said.header,
                  .forms = said.forms,
                  .block = (size_t)hz_shared.block},
        .threads = (int)hz_shared.threads,
        .is_strict = hz_shared.strict,
        .group_limit = (size_t)hz_shared.group_limit,
        .rejects = rejects,
        .tell = hz_shared.quiet ? NULL : hz_command_tell,
        .show = hz_shared.quiet ? NULL : show,
        .messages_per_code = 10,
        .has_safe_cells = hz_shared.has_safe_cells,
    };
    return true;
}

static bool run_records(const struct hz_command_line *line, const struct hz_fold *fold,
                        struct hz_output *rejects, struct hz_tally **tally,
                        struct hz_counts *counts, struct hz_arena *arena, struct hz_error *err)
{
    struct hz_run run;
    return persons_are_safe(fold, err) &&
           prepare_run(&run, line->operands, line->operand, rejects, arena, err) &&
           hz_run_fold(&run, fold, tally, counts, err);
}

/*
 * True if the first operand is a state: then the command finishes states, as hz-merge asks it to.
 * Only a regular file is looked into: what is read from a pipe is gone.
 */
static bool reads_states(const struct hz_command_line *line)
{
    char start[16];
    struct stat status;
    struct hz_error ignored = {0};
    int file;
    if (line->operands == 0 || stat(line->operand[0], &status) != 0 || !S_ISREG(status.st_mode) ||
        !hz_file_open(line->operand[0], &file, &ignored))
        return false;
    const ssize_t got = read(file, start, sizeof start);
    close(file);
    return hz_state_is_one((struct hz_text){start, got > 0 ? (size_t)got : 0});
}

bool hz_is_own_version(const struct hz_state_head *head, struct hz_error *err)
{
    const char *version = head->version ? head->version : _("unknown");
    return strcmp(version, HZ_VERSION) == 0 ||
           hz_error_set(err, HZ_ERROR_DATA, HZ_NOWHERE,
                        _("these states were made by version %s of %s, and this is %s: make them "
                          "again from their records"),
                        version, head->command, HZ_VERSION);
}

static bool same_options(const struct hz_state_head *a, const struct hz_state_head *b)
{
    bool same = strcmp(a->command, b->command) == 0 && a->arguments == b->arguments;
    for (size_t i = 0; same && i < a->arguments; i++)
        same = strcmp(a->argument[i], b->argument[i]) == 0;
    return same;
}

struct identity {
    dev_t device;
    ino_t number;
    const char *name;
};

static int order_identities(const void *a, const void *b)
{
    const struct identity *x = a, *y = b;
    if (x->device != y->device)
        return x->device < y->device ? -1 : 1;
    return (x->number > y->number) - (x->number < y->number);
}

/* Refused (usage): a file of states named twice, by whatever names. */
static bool are_different_files(const struct hz_command_line *line, struct hz_arena *arena,
                                struct hz_error *err)
{
    struct identity *file = hz_arena_allocate(arena, (size_t)line->operands, sizeof *file);
    size_t files = 0;
    for (int i = 0; i < line->operands; i++) {
        struct stat status;
        if (stat(line->operand[i], &status) == 0)
            file[files++] = (struct identity){status.st_dev, status.st_ino, line->operand[i]};
    }
    qsort(file, files, sizeof *file, order_identities);
    for (size_t i = 1; i < files; i++)
        if (order_identities(&file[i - 1], &file[i]) == 0)
            return hz_error_set(err, HZ_ERROR_USAGE, (struct hz_place){.file = file[i].name},
                                _("this file is named twice, and its rows would be counted twice"));
    return true;
}

/* Parts that say which they are have been told apart already. */
static void tell_repeats(const struct hz_state_head *head)
{
    char told[200];
    const size_t repeats = hz_state_repeats(head);
    if (repeats == 0 || hz_shared.quiet)
        return;
    snprintf(told, sizeof told,
             _("%zu of these states are the same to the byte as another: if they are of the same "
               "records, these are counted twice (--part K/N tells them apart)"),
             repeats);
    hz_command_tell(NULL, told);
}

static bool read_states(const struct hz_command_line *line, const struct hz_fold *fold,
                        struct hz_tally **tally, struct hz_counts *counts,
                        struct hz_state_head *made_of, struct hz_arena *arena, struct hz_error *err)
{
    struct hz_state_head head = {0};
    for (int i = 0; i < line->operands; i++)
        if (!hz_state_read(line->operand[i], fold, arena, &head, tally, err))
            return false;
    if (!hz_is_own_version(&head, err) || !are_different_files(line, arena, err))
        return false;
    *counts = head.counts;
    *made_of = head;
    tell_repeats(&head);
    if (!hz_state_is_expected(&head, (uint64_t)hz_shared.expect, err) ||
        (!hz_shared.partial && !hz_state_is_whole(&head, err)))
        return false;
    struct hz_state_head own = state_head(line, counts, arena);
    if (same_options(&own, &head))
        return true;
    return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                        _("these states were made by %s with other options: hz-merge finishes them "
                          "with their own"),
                        head.command);
}

/* The tally of states, of records, or, of a fold that reads nothing, none. */
static bool make_tally(const struct hz_command_line *line, const struct hz_fold *fold,
                       struct hz_output *rejects, struct hz_tally **tally, struct hz_counts *counts,
                       struct hz_state_head *made_of, struct hz_arena *arena, struct hz_error *err)
{
    if (!fold->columns)
        return takes_no_file(line->operands, line->operand, err);
    return reads_states(line) ? read_states(line, fold, tally, counts, made_of, arena, err)
                              : run_records(line, fold, rejects, tally, counts, arena, err);
}

static bool is_begun; /* the start of a state stands on the output */

bool hz_records_tell_failure(struct hz_output *output, const struct hz_error *err)
{
    const struct hz_state_head head = {.command = hz_command.name, .is_begun = is_begun};
    hz_state_write_failure(output, &head, err->text);
    return hz_output_flush(output);
}

/* A fold that reads nothing has no state. */
static bool begin_state(const struct hz_fold *fold, struct hz_output *output)
{
    if (hz_shared.partial && fold->columns) {
        is_begun = true;
        (void)hz_state_begin(output, hz_command.name); /* hz_output_close tells a failure */
    }
    return true;
}

bool hz_records_fold(const struct hz_command_line *line, struct hz_output *output, bool *lacks_data,
                     struct hz_error *err)
{
    struct hz_fold fold = {0};
    struct hz_arena arena = {0};
    struct hz_output *rejects = NULL;
    struct hz_tally *tally = NULL;
    struct hz_counts counts = {0};
    struct hz_state_head made_of = {0};
    bool done = hz_command.fold(&fold, err) && begin_state(&fold, output) &&
                (!hz_shared.rejects ||
                 hz_outlet_open(HZ_OUTLET_REJECTS, &rejects, hz_shared.rejects, err)) &&
                make_tally(line, &fold, rejects, &tally, &counts, &made_of, &arena, err) &&
                print_tally(line, &fold, tally, &counts, &made_of, output, &arena, err);
    done = hz_outlet_close(HZ_OUTLET_REJECTS, rejects, done || err->kind == HZ_ERROR_DATA, err) &&
           done;
    hz_progress_clear();
    if (done)
        hz_sum_up(&counts);
    if (fold.columns)
        hz_proof_counts(&counts, done ? tally : NULL);
    *lacks_data = counts.rejected > 0;
    hz_tally_free(tally);
    hz_mac_free(persons_key);
    persons_key = NULL;
    hz_arena_free(&arena); /* and with it the fault codes of states */
    return done;
}

static bool tabulate(const struct hz_map *map, struct hz_output *output, struct hz_error *err)
{
    struct hz_table *table = hz_outlet_table(output);
    bool done = map->tabulate(map->state, table, err);
    done = hz_outlet_table_end(table, done, err);
    return done;
}

static bool map_records(const struct hz_map *map, const struct hz_call *call,
                        struct hz_output *output, struct hz_counts *counts, struct hz_error *err)
{
    struct hz_arena arena = {0};
    struct hz_output *rejects = NULL, *findings = NULL;
    struct hz_run run;
    bool done = (!hz_shared.rejects ||
                 hz_outlet_open(HZ_OUTLET_REJECTS, &rejects, hz_shared.rejects, err)) &&
                (!hz_shared.findings ||
                 hz_outlet_open(HZ_OUTLET_FINDINGS, &findings, hz_shared.findings, err)) &&
                prepare_run(&run, call->operands, call->operand, rejects, &arena, err);
    if (done) {
        run.findings = findings;
        run.input.tells_all = findings != NULL;
        hz_files_begin(output, !map->tabulate && !map->is_text);
        done = hz_run_map(&run, map, output, counts, err) &&
               (!map->tabulate || tabulate(map, output, err));
    }
    bool is_wanted = done || err->kind == HZ_ERROR_DATA;
    done = hz_outlet_close(HZ_OUTLET_REJECTS, rejects, is_wanted, err) && done;
    done = hz_outlet_close(HZ_OUTLET_FINDINGS, findings, is_wanted, err) && done;
    hz_progress_clear();
    if (done)
        hz_sum_up(counts);
    hz_proof_counts(counts, NULL);
    hz_arena_free(&arena);
    return done;
}

bool hz_records_map(const struct hz_call *call, struct hz_output *output, bool *lacks_data,
                    struct hz_error *err)
{
    struct hz_map map = {0};
    struct hz_counts counts = {0};
    bool done = hz_command.map(&map, err);
    if (done)
        done = map.columns ? map_records(&map, call, output, &counts, err)
                           : takes_no_file(call->operands, call->operand, err) &&
                                 tabulate(&map, output, err);
    if (map.release)
        map.release(map.state);
    *lacks_data = counts.rejected > 0 || hz_count_notes(&counts, HZ_WARNED) > 0;
    return done;
}
