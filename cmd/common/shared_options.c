/* shared_options.c: see shared_options.h. */

#include "common/shared_options.h"

#include "common/language.h"
#include "stream/state.h"

#include <assert.h>
#include <unistd.h>

enum { NO_FORMAT = HZ_FORMATS }; /* until it is settled */

struct hz_shared_options hz_shared = {.decimals = -1, .format = (enum hz_format)NO_FORMAT};

static const struct hz_option every[] = {
    HZ_FLAG('h', "help", &hz_shared.help, "print this and end", .is_aside = true,
            .under = HZ_UNDER_SHARED),
    HZ_FLAG(0, "version", &hz_shared.version, "print the version and end", .is_aside = true,
            .under = HZ_UNDER_SHARED),
    HZ_CHOICE(0, "lang", &hz_shared.lang, hz_languages,
              "the language of sentences (default: the locale's)", .is_aside = true,
              .under = HZ_UNDER_SHARED),
    HZ_TEXT('o', "output", &hz_shared.output, "FILE",
            "write to FILE, which appears when it is whole", .is_aside = true,
            .under = HZ_UNDER_SHARED),
    HZ_TEXT(0, "manifest", &hz_shared.manifest, "FILE",
            "write there what went in and what came out, for hz-audit verify", .is_aside = true,
            .under = HZ_UNDER_SHARED),
    HZ_END,
};

/* What hz-audit and hz-merge tell the commands that they start: see kept.h. */
static const struct hz_option of_audits[] = {
    HZ_TEXT(0, "replay", &hz_shared.replay, "FILE", "", .is_aside = true, .under = HZ_UNDER_NONE),
    HZ_TEXT(0, "replay-command", &hz_shared.replay_command, "FILE", "", .is_aside = true,
            .under = HZ_UNDER_NONE),
    HZ_TEXT(0, "under", &hz_shared.under, "DIR", "", .is_aside = true, .under = HZ_UNDER_NONE),
    HZ_END,
};

static const struct hz_option of_merges[] = {
    HZ_INTEGER(0, "expect", &hz_shared.expect, "N", 1, INT64_C(1) << 40, "", .is_aside = true,
               .under = HZ_UNDER_NONE),
    HZ_FLAG(0, "merge", &hz_shared.merge, "", .is_aside = true, .under = HZ_UNDER_NONE),
    HZ_END,
};

static const struct hz_option of_tables[] = {
    HZ_FORMAT('f', "format", &hz_shared.format,
              "table, csv, tsv, json, jsonl, md, html, xlsx, wide (default: table on a terminal, "
              "else csv)",
              .under = HZ_UNDER_OUTPUT),
    HZ_INTEGER(0, "decimals", &hz_shared.decimals, "N", 0, 15,
               "decimals of estimates (default: 2 for amounts, more for factors)",
               .under = HZ_UNDER_OUTPUT),
    HZ_END,
};

static const char *const heading_languages[] = {"en", "zh", NULL};
static const char *const units[] = {"yuan", "wan", "yi", NULL};

static const struct hz_option of_looks[] = {
    HZ_CHOICE(0, "headings", &hz_shared.headings, heading_languages,
              "the language of headings and totals, which is read back (default: en)",
              .under = HZ_UNDER_OUTPUT),
    HZ_CHOICE(0, "unit", &hz_shared.unit, units,
              "amounts and people in 元, 万 or 亿, as the heading then says (default: yuan)",
              .under = HZ_UNDER_OUTPUT),
    HZ_TEXT(0, "labels", &hz_shared.labels, "FILE,...",
            "names of codes, beside them: tables of codes and names, lists of diseases",
            .under = HZ_UNDER_OUTPUT),
    HZ_FLAG(0, "add-up", &hz_shared.adds_up,
            "round parts so that they add up to the total that is printed",
            .under = HZ_UNDER_OUTPUT),
    HZ_FLAG(0, "thousands", &hz_shared.has_thousands,
            "separators of thousands, in tables for people", .under = HZ_UNDER_OUTPUT),
    HZ_END,
};

static const struct hz_option of_threads[] = {
    HZ_INTEGER('j', "threads", &hz_shared.threads, "N", 1, 1024,
               "workers (default: one a processor); the result is the same", .is_aside = true,
               .under = HZ_UNDER_SHARED),
    HZ_END,
};

static const char *const date_systems[] = {"1900", "1904", NULL};

static const struct hz_option of_files[] = {
    HZ_TEXT(0, "encoding", &hz_shared.encoding, "NAME",
            "the files' encoding, as iconv names it (default: UTF-8, or GB18030 or UTF-16 if seen)",
            .under = HZ_UNDER_FILES),
    HZ_TEXT(0, "sheet", &hz_shared.sheet, "NAME",
            "the sheet of a workbook (default: the first that is not hidden)",
            .under = HZ_UNDER_FILES),
    HZ_TEXT(0, "delimiter", &hz_shared.delimiter, "SIGN",
            "what splits the files (default: comma, semicolon, tab or pipe, as is seen)",
            .under = HZ_UNDER_FILES),
    HZ_FLAG(0, "decimal-comma", &hz_shared.has_decimal_comma, "1.234,50 is 1234.50",
            .under = HZ_UNDER_FILES),
    HZ_INTEGER(0, "header-row", &hz_shared.header_row, "N", 1, INT64_C(1) << 40,
               "the header's line (default: the first of 20 that has the columns)",
               .under = HZ_UNDER_FILES),
    HZ_TEXT(0, "null", &hz_shared.null, "TEXT", "one more text that stands for an empty cell",
            .under = HZ_UNDER_FILES),
    HZ_CHOICE(0, "date-system", &hz_shared.date_system, date_systems,
              "how workbooks' numbers of days are read; without it they are refused",
              .under = HZ_UNDER_FILES),
    HZ_END,
};

static const struct hz_option of_results[] = {
    HZ_FLAG(0, "bom", &hz_shared.has_mark, "CSV and TSV begin with a byte order mark",
            .under = HZ_UNDER_OUTPUT),
    HZ_FLAG(0, "safe-cells", &hz_shared.has_safe_cells,
            "texts that begin as a formula does get an apostrophe in front",
            .under = HZ_UNDER_OUTPUT),
    HZ_END,
};

static const struct hz_option of_inputs[] = {
    HZ_TEXT(0, "columns", &hz_shared.columns, "MAP.yaml",
            "their headers and ours: \"theirs: ours\"; words under values",
            .under = HZ_UNDER_SHARED),
    HZ_END,
};

static const struct hz_option of_records[] = {
    HZ_TEXT(0, "reject", &hz_shared.rejects, "FILE",
            "write rejected rows there, each with its reason", .is_aside = true,
            .under = HZ_UNDER_RECORDS),
    HZ_TEXT(0, "header", &hz_shared.header, "NAMES|FILE",
            "the header of files without one, or the file whose first line it is",
            .under = HZ_UNDER_RECORDS),
    HZ_FLAG(0, "strict", &hz_shared.strict, "end at the first rejected row",
            .under = HZ_UNDER_RECORDS),
    HZ_INTEGER(0, "block", &hz_shared.block, "BYTES", 1, 1 << 28,
               "how much is read at a time; the result is the same", .is_aside = true,
               .under = HZ_UNDER_RECORDS),
    HZ_END,
};

static const struct hz_option of_maps[] = {
    HZ_TEXT(0, "findings", &hz_shared.findings, "FILE",
            "write all that is found there, a CSV row a finding", .is_aside = true,
            .under = HZ_UNDER_RECORDS),
    HZ_END,
};

static const struct hz_option of_folds[] = {
    HZ_INTEGER(0, "group-limit", &hz_shared.group_limit, "N", 1, INT64_C(1) << 40,
               "end when there are more than N groups (default: no limit)",
               .under = HZ_UNDER_RECORDS),
    HZ_END,
};

static const struct hz_option of_states[] = {
    HZ_FLAG(0, "partial", &hz_shared.partial, "print the state, for hz-merge, not the result",
            .under = HZ_UNDER_RECORDS),
    HZ_END,
};

static const struct hz_option of_parts[] = {
    HZ_TEXT(0, "part", &hz_shared.part, "K/N",
            "with --partial: this is part K of N, and hz-merge wants them all",
            .under = HZ_UNDER_RECORDS),
    HZ_END,
};

static const struct hz_option of_keys[] = {
    HZ_TEXT(0, "key", &hz_shared.key, "FILE",
            "with --partial: number persons with this key, which only its owner can read",
            .under = HZ_UNDER_RECORDS),
    HZ_END,
};

static const struct hz_option of_messages[] = {
    HZ_FLAG('q', "quiet", &hz_shared.quiet,
            "no progress, no message a rejected row: only their sum", .is_aside = true,
            .under = HZ_UNDER_RECORDS),
    HZ_END,
};

/* The kinds of commands that have a table of options, as bits. */
#define KIND(name) (1u << HZ_COMMAND_##name)

static const struct {
    const struct hz_option *table;
    unsigned kinds;
} shared[] = {
    {of_inputs, KIND(FOLD) | KIND(MAP) | KIND(TABLE) | KIND(DRAW)},
    {of_records, KIND(FOLD) | KIND(MAP)},
    {of_files, KIND(FOLD) | KIND(MAP) | KIND(TABLE) | KIND(DRAW)},
    {of_folds, KIND(FOLD)},
    {of_maps, KIND(MAP)},
    {of_threads, KIND(FOLD) | KIND(MAP) | KIND(WRITE)},
    {of_states, KIND(FOLD) | KIND(HAND_OVER)},
    {of_parts, KIND(FOLD)},
    {of_keys, KIND(FOLD)},
    {of_messages, KIND(FOLD) | KIND(MAP) | KIND(HAND_OVER)},
    {of_tables, KIND(FOLD) | KIND(MAP) | KIND(HAND_OVER) | KIND(TABLE) | KIND(TABULATE)},
    {of_looks, KIND(FOLD) | KIND(HAND_OVER) | KIND(TABLE) | KIND(TABULATE)},
    {of_merges, KIND(FOLD)},
    {of_audits, ~(KIND(HAND_OVER) | KIND(DOCUMENT))},
    {of_results, ~(KIND(DRAW) | KIND(DOCUMENT))},
    {every, ~0u},
};

static_assert(HZ_COUNT(shared) + 2 <= HZ_OPTION_TABLES, "its own, and the end");

void hz_shared_options_tables(const struct hz_command *command,
                              const struct hz_option *table[HZ_OPTION_TABLES])
{
    size_t t = 0;
    table[t++] = command->options;
    for (size_t s = 0; s < HZ_COUNT(shared); s++)
        if (shared[s].kinds & 1u << command->kind)
            table[t++] = shared[s].table;
    table[t] = NULL;
}

void hz_shared_options_settle(void)
{
    if (hz_shared.threads == 0) {
        const long processors = sysconf(_SC_NPROCESSORS_ONLN);
        hz_shared.threads = processors > 0 ? processors : 1;
    }
    if (hz_shared.format == (enum hz_format)NO_FORMAT)
        hz_shared.format =
            !hz_shared.output && isatty(STDOUT_FILENO) ? HZ_FORMAT_TABLE : HZ_FORMAT_CSV;
}

/* --part says something of states alone. */
static bool check_part(struct hz_error *err)
{
    struct hz_state_parts part;
    struct hz_arena arena = {0};
    if (!hz_shared.part)
        return true;
    if (!hz_shared.partial)
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE, _("--part goes with --partial"));
    const bool done = hz_state_parts_parse(&part, hz_shared.part, &arena, err);
    hz_arena_free(&arena);
    return done;
}

bool hz_shared_options_check(struct hz_error *err)
{
    if (!check_part(err))
        return false;
    const enum hz_format format = hz_shared.format;
    if (hz_shared.has_thousands && format != HZ_FORMAT_TABLE && format != HZ_FORMAT_MD &&
        format != HZ_FORMAT_HTML)
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("--thousands is for people: take --format table, md or html"));
    if (format != HZ_FORMAT_XLSX || hz_shared.output || !isatty(STDOUT_FILENO))
        return true;
    return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                        _("--format xlsx: a workbook is nothing for a terminal: give -o FILE, or a "
                          "pipe"));
}
