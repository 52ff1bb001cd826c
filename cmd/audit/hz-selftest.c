/* hz-selftest: published figures calculated again on this machine, with the digits of agreement. */

#include "common/command.h"
#include "huzhu.h"
#include "machine.h"
#include "variability/published_table.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static struct {
    const char *folder;
    bool each, reference;
} opt;

static const struct hz_option options[] = {
    HZ_FLAG(0, "each", &opt.each, "a row a figure (default: a row a source)"),
    HZ_FLAG(0, "reference", &opt.reference, "also what other programs calculated"),
    HZ_TEXT(0, "data", &opt.folder, "DIR", "where the figures are (default: beside the program)"),
    HZ_END,
};

/* What agrees of the figures of one source. */
struct summary {
    struct hz_text source;
    size_t figures, agreed;
    double digits; /* the least */
};

static void put_row(struct hz_table *out, const char *what, struct hz_text item,
                    const struct summary *of, const char *verdict)
{
    hz_table_string(out, what);
    hz_table_text(out, item);
    if (of) {
        hz_table_integer(out, (hz_sum)of->figures);
        hz_table_integer(out, (hz_sum)of->agreed);
        hz_table_number(out, of->digits, 1);
    } else {
        hz_table_unknown(out);
        hz_table_unknown(out);
        hz_table_unknown(out);
    }
    hz_table_string(out, verdict);
    hz_table_end_row(out);
}

static void name_figure(const struct hz_sheet *sheet, size_t row, char name[], size_t size)
{
    size_t n = 0;
    name[0] = '\0';
    for (int c = 0; c < 5; c++) {
        const struct hz_text cell = hz_sheet_cell(sheet, row, c);
        if (cell.length > 0 && n < size)
            n += (size_t)snprintf(name + n, size - n, "%s%.*s", n > 0 ? " " : "",
                                  HZ_TEXT_ARGS(cell));
    }
}

static void put_figure(struct hz_table *out, const char *name,
                       const struct hz_published_figure *figure, bool agrees)
{
    hz_table_string(out, name);
    hz_table_number(out, figure->want, 9);
    hz_table_number(out, figure->found, 9);
    hz_table_number(out, hz_published_digits(figure), 1);
    hz_table_string(out, agrees ? "agrees" : "differs");
    hz_table_text(out, figure->source);
    hz_table_end_row(out);
}

/* One figure; what differs is told and left out of what agrees. */
static void try_figure(const struct hz_sheet *sheet, size_t row, const char *folder,
                       struct summary *of, struct hz_table *out)
{
    char name[300];
    struct hz_error err = {0};
    struct hz_published_figure figure;
    const bool is_found = hz_published_compute(&figure, sheet, row, folder, &err);
    const bool agrees = is_found && hz_published_agrees(&figure);
    const double digits = is_found ? hz_published_digits(&figure) : 0;
    name_figure(sheet, row, name, sizeof name);
    of->figures++;
    of->agreed += agrees;
    of->digits = digits < of->digits ? digits : of->digits;
    if (opt.each)
        put_figure(out, name, &figure, agrees);
    if (agrees)
        return;
    struct hz_error told = {0};
    if (is_found)
        hz_error_set(&told, HZ_ERROR_DATA, HZ_NOWHERE, _("%s: found %.15g, published is %.15g"),
                     name, figure.found, figure.want);
    else
        hz_error_set(&told, HZ_ERROR_DATA, HZ_NOWHERE, "%s: %s", name, err.text);
    hz_table_leave_out(out, &told);
}

static bool try_figures(const char *file, const char *folder, struct hz_table *out,
                        struct hz_error *err)
{
    struct hz_arena arena = {0};
    struct hz_sheet sheet;
    char path[PATH_MAX], triangles[PATH_MAX];
    snprintf(path, sizeof path, "%s/figures/%s", folder, file);
    snprintf(triangles, sizeof triangles, "%s/published", folder);
    bool done = hz_sheet_read(&sheet, path, &arena, err) && hz_published_check(&sheet, err);
    struct summary *summary =
        done ? hz_arena_allocate(&arena, sheet.rows + 1, sizeof *summary) : NULL;
    size_t summaries = 0;
    for (size_t r = 0; done && r < sheet.rows; r++) {
        const struct hz_text source = hz_sheet_cell(&sheet, r, (int)sheet.columns - 1);
        size_t s = 0;
        while (s < summaries && !hz_text_equal(summary[s].source, source))
            s++;
        if (s == summaries)
            summary[summaries++] = (struct summary){.source = source, .digits = 15};
        try_figure(&sheet, r, triangles, &summary[s], out);
    }
    for (size_t s = 0; s < summaries && !opt.each; s++)
        put_row(out, "figures", summary[s].source, &summary[s],
                summary[s].agreed == summary[s].figures ? "agrees" : "differs");
    hz_arena_free(&arena);
    return done;
}

static void put_machine(void *context, const char *what, const char *item, const char *verdict)
{
    put_row(context, what, hz_text_of(item), NULL, verdict);
}

static void head(struct hz_table *out)
{
    static const char *const each[] = {"figure", "published", "computed",
                                       "digits", "verdict",   "source"};
    static const char *const all[] = {"what", "item", "figures", "agreed", "digits", "verdict"};
    for (size_t c = 0; c < HZ_COUNT(all); c++)
        hz_table_column(out, opt.each ? each[c] : all[c]);
}

static bool run(const struct hz_call *call, struct hz_table *out, struct hz_error *err)
{
    char folder[PATH_MAX];
    if (call->operands > 0)
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE, _("no FILE is read"));
    if (opt.folder)
        snprintf(folder, sizeof folder, "%s", opt.folder);
    else if (!hz_machine_data(folder, sizeof folder, err))
        return false;
    head(out);
    if (!opt.each && !hz_machine_tell(folder, put_machine, out, err))
        return false;
    return try_figures("published.csv", folder, out, err) &&
           (!opt.reference || try_figures("reference.csv", folder, out, err));
}

const struct hz_command hz_command = {
    .name = "hz-selftest",
    .summary = "published figures calculated again on this machine, with the digits of agreement",
    .operands = "",
    .options = options,
    .kind = HZ_COMMAND_TABULATE,
    .tabulate = run,
};
