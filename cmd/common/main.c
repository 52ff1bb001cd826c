/*
 * main.c: the one main() of all commands: the command line, --help, the exit status. See command.h.
 */

#include "common/completion.h"
#include "common/files.h"
#include "common/help.h"
#include "common/kept.h"
#include "common/language.h"
#include "common/options.h"
#include "common/outputs.h"
#include "common/proof.h"
#include "common/records.h"
#include "common/shared_options.h"
#include "huzhu.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

/* The option given that makes the command read nothing, if one is. */
static bool reads_nothing(const struct hz_command_line *line)
{
    bool is_alone = false;
    for (size_t g = 0; g < line->givens; g++)
        is_alone |= line->given[g].option->is_alone;
    return is_alone;
}

static bool rename_columns(struct hz_sheet *sheet, struct hz_arena *arena, struct hz_error *err)
{
    const struct hz_rename *renames;
    const struct hz_value *values;
    if (!hz_shared.columns)
        return true;
    if (!hz_rename_read(&renames, &values, hz_shared.columns, arena, err))
        return false;
    hz_rename_sheet(renames, values, sheet, arena);
    return true;
}

/* The one small table that the operands name. */
static bool read_sheet(const struct hz_command_line *line, struct hz_sheet *sheet,
                       struct hz_arena *arena, struct hz_error *err)
{
    struct hz_sheet_order said;
    if (line->operands > 1)
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE, _("one FILE at most, not %d"),
                            line->operands);
    if (!hz_files_said(&said, err))
        return false;
    hz_tell_waiting(line->operands, line->operand);
    return hz_sheet_read_as(sheet, line->operands > 0 ? line->operand[0] : NULL, &said, arena,
                            err) &&
           rename_columns(sheet, arena, err);
}

/* A table of one small table, or, in NULL, of the options alone. */
static bool make_table(const struct hz_command_line *line, struct hz_output *output,
                       bool *lacks_data, struct hz_error *err)
{
    struct hz_arena arena = {0};
    struct hz_sheet sheet;
    const bool is_alone = reads_nothing(line);
    if (is_alone && line->operands > 0)
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("\"%s\": no FILE is read with these options"), line->operand[0]);
    bool done = is_alone || read_sheet(line, &sheet, &arena, err);
    if (done) {
        struct hz_table *table = hz_outlet_table(output);
        done = hz_command.table(is_alone ? NULL : &sheet, table, err);
        *lacks_data = hz_table_left_out(table) > 0;
        done = hz_outlet_table_end(table, done, err);
    }
    hz_arena_free(&arena);
    return done;
}

static bool draw(const struct hz_command_line *line, struct hz_output *output, struct hz_error *err)
{
    struct hz_arena arena = {0};
    struct hz_sheet sheet;
    const bool done = read_sheet(line, &sheet, &arena, err) && hz_command.draw(&sheet, output, err);
    hz_arena_free(&arena);
    return done;
}

/* A table out of what the operands say. */
static bool tabulate(const struct hz_call *call, struct hz_output *output, bool *lacks_data,
                     struct hz_error *err)
{
    struct hz_table *table = hz_outlet_table(output);
    bool done = hz_command.tabulate(call, table, err);
    *lacks_data = hz_table_left_out(table) > 0;
    done = hz_outlet_table_end(table, done, err);
    return done;
}

static struct hz_call the_call(const struct hz_command_line *line)
{
    struct hz_call call = {
        .operands = line->operands, .operand = line->operand, .threads = hz_shared.threads};
    for (size_t g = 0; g < line->givens && call.passes < HZ_COUNT(call.passed); g++) {
        const struct hz_given *given = &line->given[g];
        struct hz_buffer passed = {0};
        hz_buffer_format(&passed, given->value ? "--%s=%s" : "--%s", given->option->name,
                         given->value);
        hz_buffer_char(&passed, '\0');
        call.passed[call.passes++] = passed.at; /* call_end() frees it */
    }
    return call;
}

static void call_end(struct hz_call *call)
{
    while (call->passes)
        free(call->passed[--call->passes]);
}

/* *lacks_data: done, but rows or parts of the result are missing for what the data is. */
static bool run_command(const struct hz_command_line *line, struct hz_output *output,
                        bool *lacks_data, struct hz_error *err)
{
    struct hz_call call = the_call(line);
    call.lacks_data = lacks_data;
    bool done = false;
    switch (hz_command.kind) {
    case HZ_COMMAND_FOLD:
        done = hz_records_fold(line, output, lacks_data, err);
        break;
    case HZ_COMMAND_MAP:
        done = hz_records_map(&call, output, lacks_data, err);
        break;
    case HZ_COMMAND_TABLE:
        done = make_table(line, output, lacks_data, err);
        break;
    case HZ_COMMAND_TABULATE:
        done = tabulate(&call, output, lacks_data, err);
        break;
    case HZ_COMMAND_WRITE:
        hz_files_begin(output, true);
        done = hz_command.write(&call, output, err);
        break;
    case HZ_COMMAND_DOCUMENT:
        done = hz_command.write(&call, output, err);
        break;
    case HZ_COMMAND_DRAW:
        done = draw(line, output, err);
        break;
    case HZ_COMMAND_HAND_OVER:
        done = hz_command.hand_over(&call, err);
        break;
    }
    call_end(&call);
    return done;
}

static bool write_output(const struct hz_command_line *line, bool *lacks_data, struct hz_error *err)
{
    struct hz_output *output = NULL;
    struct hz_error ignored = {0};
    if (hz_shared.manifest)
        hz_proof_begin(line);
    bool done = hz_outlet_read_labels(err) &&
                hz_outlet_open(HZ_OUTLET_RESULT, &output, hz_shared.output, err) &&
                run_command(line, output, lacks_data, err) && hz_proof_is_whole(output, err);
    /* Who joins states finds there why this one is missing, and no older one of its name. */
    const bool is_told =
        !done && output && hz_shared.partial && hz_records_tell_failure(output, err);
    done =
        hz_outlet_close(HZ_OUTLET_RESULT, output, done || is_told, done ? err : &ignored) && done;
    return hz_proof_end(line, done, *lacks_data, err) && done;
}

/*
 * A command line that makes no state fails as one that would: what joins states is told on stdout.
 */
static int fail(char **argv, const struct hz_error *err)
{
    struct hz_output *output;
    struct hz_error ignored = {0};
    bool is_partial = hz_shared.partial;
    hz_complain(err);
    for (char **argument = argv + 1; *argument; argument++)
        is_partial |= strcmp(*argument, "--partial") == 0;
    is_partial &= hz_command.kind == HZ_COMMAND_FOLD || hz_command.kind == HZ_COMMAND_HAND_OVER;
    if (is_partial && !isatty(STDOUT_FILENO) && hz_output_open(&output, NULL, &ignored)) {
        const bool is_told = hz_records_tell_failure(output, err);
        if (!hz_output_close(output, &ignored) || !is_told)
            hz_command_tell(NULL, _("and of that the reader could not be told"));
    }
    return (int)err->kind;
}

static int run(const struct hz_command_line *line, char **argv)
{
    struct hz_error err = {0};
    bool lacks_data = false;
    /* What takes over opens the output and writes the manifest. */
    const bool done = hz_command.kind == HZ_COMMAND_HAND_OVER
                          ? run_command(line, NULL, &lacks_data, &err)
                          : write_output(line, &lacks_data, &err);
    if (done)
        return lacks_data ? HZ_ERROR_DATA : 0;
    if (hz_command.kind == HZ_COMMAND_HAND_OVER)
        return fail(argv, &err);
    hz_complain(&err);
    return (int)err.kind;
}

/*
 * The language that was asked for, or there is no run; else the locale's, or the program says that
 * it cannot.
 */
static bool choose_language(const char *asked, struct hz_error *err)
{
    if (hz_language_use(asked ? asked : hz_language_of_locale(), err))
        return true;
    if (asked)
        return false;
    fprintf(stderr, "%s: %s; going on in English\n", hz_command.name, err->text);
    *err = (struct hz_error){0};
    return true;
}

int main(int argc, char **argv)
{
    hz_outlets_guard();
    hz_remark_to(hz_command_tell, NULL);

    const struct hz_option *tables[HZ_OPTION_TABLES];
    hz_shared_options_tables(&hz_command, tables);
    if (argc > 1 && strcmp(argv[1], "--completions") == 0) {
        hz_completion_print(tables, argv + 2, stdout);
        return fflush(stdout) == 0 ? 0 : HZ_ERROR_SYSTEM;
    }
    struct hz_command_line line = {.tables = tables};
    struct hz_error err = {0};
    bool done = choose_language(hz_language_asked(argv), &err) &&
                hz_options_parse(&line, argc, argv, &err) &&
                (!hz_shared.lang || choose_language(hz_shared.lang, &err));
    if (done && hz_shared.help) {
        hz_help_print(tables, stdout);
        return fflush(stdout) == 0 ? 0 : 3;
    }
    if (done && hz_shared.version) {
        printf("%s (huzhu) %s\n", hz_command.name, HZ_VERSION);
        return fflush(stdout) == 0 ? 0 : 3;
    }
    done = done && hz_kept_take(&line, &err);
    hz_shared_options_settle();
    if (done && hz_options_check(&line, &err) && hz_shared_options_check(&err) &&
        hz_subject_take(&line, &hz_command, &err) && hz_outlets_differ(&line, &err))
        return run(&line, argv);
    return fail(argv, &err);
}
