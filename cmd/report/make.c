/* make.c: see make.h. */

#include "report/make.h"

#include "audit/programs.h"
#include "common/beside.h"
#include "common/language.h"
#include "file/file.h"
#include "gnuplot.h"
#include "huzhu.h"
#include "report/pipeline.h"
#include "report/plot.h"

#include <inttypes.h>
#include <stdio.h>
#include <unistd.h>

enum { MOST_STAGES = 400 };

/* What a pipeline is up to one of its commands: run once, however many parts begin with it. */
struct stage {
    const char *line; /* the commands up to here */
    struct hz_replay replay;
    struct hz_text text; /* its manifest */
};

struct maker {
    const struct hz_report_order *order;
    const struct hz_report_again *again;
    const struct hz_report *report;
    struct stage stage[MOST_STAGES];
    size_t stages, manifests, pictures;
    bool lacks_data;
    struct hz_arena *arena;
    struct hz_error *err;
};

/* A fault of a part, with its place in the description. */
static bool fail(struct maker *maker, size_t p, enum hz_error_kind kind, const char *what)
{
    const struct hz_report_part *part = &maker->report->part[p];
    char number[32];
    snprintf(number, sizeof number, "%zu", p + 1);
    const struct hz_text name = part->name.length > 0 ? part->name : hz_text_of(number);
    return hz_error_set(maker->err, kind, hz_tree_place(&maker->report->tree, part->run),
                        _("part %.*s: %s"), HZ_TEXT_ARGS(name), what);
}

/* What a command may read: what its old manifest lists, or the files that a person named. */
static bool list_inputs(struct maker *maker, struct hz_manifest *manifest,
                        struct hz_manifest **expected, struct hz_error *err)
{
    const struct hz_report_again *again = maker->again;
    if (!again) {
        for (size_t v = 0; v < maker->report->values; v++)
            if (maker->report->value[v].is_input && maker->report->value[v].is_given)
                hz_manifest_list_input(manifest, maker->report->value[v].value.at);
        return true;
    }
    if (maker->manifests == again->page->manifests)
        return hz_error_set(err, HZ_ERROR_DATA, HZ_NOWHERE, _("its manifest is missing"));
    if (!hz_manifest_parse(expected, again->path, again->page->manifest[maker->manifests], err))
        return false;
    hz_manifest_list_inputs(manifest, *expected);
    return true;
}

static bool run_command(struct maker *maker, const struct hz_pipeline_command *command, int input,
                        struct stage *stage, struct hz_error *err)
{
    struct hz_replay_rules rules = maker->order->rules;
    if (!hz_program_is_replayed(command->word[0]))
        return hz_error_set(err, HZ_ERROR_DATA, HZ_NOWHERE,
                            _("\"%s\" is none of the commands that a report may run"),
                            command->word[0]);
    rules.path = NULL;
    struct hz_manifest *expected = NULL,
                       *manifest = hz_manifest_new(command->word[0], HZ_VERSION,
                                                   hz_report_languages[maker->report->language]);
    for (size_t w = 1; w < command->words; w++)
        hz_manifest_argument(manifest, command->word[w]);
    hz_manifest_status(manifest, 0);
    rules.is_listed = maker->again != NULL;
    bool done = list_inputs(maker, manifest, &expected, err) &&
                hz_replay_run(&stage->replay, manifest, &rules, input, err);
    if (done && !stage->replay.account)
        done = hz_error_set(err, HZ_ERROR_DATA, HZ_NOWHERE, "%s",
                            stage->replay.complaint[0] ? stage->replay.complaint
                                                       : _("it failed and said nothing"));
    if (done && maker->again &&
        !maker->again->compare(maker->again->context, expected, stage->replay.account))
        done = hz_error_set(err, HZ_ERROR_DATA, HZ_NOWHERE, _("differs"));
    hz_manifest_free(expected);
    hz_manifest_free(manifest);
    return done;
}

/* Rows that are missing are told in the report; or there is none. */
static bool check_status(struct maker *maker, size_t p, const struct stage *stage)
{
    if (stage->replay.status == 0)
        return true;
    maker->lacks_data = true;
    if (!maker->order->is_strict)
        return true;
    char what[400];
    snprintf(what, sizeof what, _("--strict: %s"), stage->replay.complaint);
    return fail(maker, p, HZ_ERROR_DATA, what);
}

static bool keep_manifest(struct stage *stage, struct hz_arena *arena, struct hz_error *err)
{
    struct hz_buffer text = {0};
    const bool done = hz_manifest_text(stage->replay.account, &text, err);
    stage->text = hz_arena_text(arena, (struct hz_text){text.at, text.length});
    hz_buffer_free(&text);
    return done;
}

/* The stage that a line of commands is, run if it has not been. */
static struct stage *stage_of(struct maker *maker, size_t p, const char *line,
                              const struct hz_pipeline_command *command, int input)
{
    struct hz_error why = {0};
    size_t s = 0;
    while (s < maker->stages && strcmp(maker->stage[s].line, line) != 0)
        s++;
    struct stage *stage = &maker->stage[s];
    if (s == MOST_STAGES) {
        fail(maker, p, HZ_ERROR_DATA, _("too many commands for one report"));
        return NULL;
    }
    if (s == maker->stages) {
        stage->line = line;
        maker->stages++;
        if (input >= 0)
            lseek(input, 0, SEEK_SET);
        if (!run_command(maker, command, input, stage, &why) ||
            !keep_manifest(stage, maker->arena, &why)) {
            fail(maker, p, why.kind, why.text);
            return NULL;
        }
    }
    maker->manifests++;
    return check_status(maker, p, stage) ? stage : NULL;
}

static bool read_output(struct maker *maker, size_t p, struct stage *stage,
                        const struct hz_sheet **sheet)
{
    struct hz_sheet *read = hz_arena_allocate(maker->arena, 1, sizeof *read);
    struct hz_buffer bytes = {0};
    struct hz_error why = {0};
    bool done = hz_read_whole(stage->replay.output, &bytes, &why);
    done = done && hz_sheet_parse(read, hz_manifest_program(stage->replay.account),
                                  (struct hz_text){bytes.at, bytes.length}, maker->arena, &why);
    hz_buffer_free(&bytes);
    *sheet = read;
    return done || fail(maker, p, why.kind, why.text);
}

static bool run_pipeline(struct maker *maker, size_t p, struct hz_report_result *result)
{
    const struct hz_report_part *part = &maker->report->part[p];
    struct hz_pipeline pipeline;
    struct hz_buffer line = {0};
    struct stage *stage = NULL;
    if (!hz_pipeline_parse(&pipeline, maker->report, part, maker->arena, maker->err))
        return false;
    struct hz_report_run *run = hz_arena_allocate(maker->arena, pipeline.commands, sizeof *run);
    for (size_t c = 0; c < pipeline.commands; c++) {
        const struct hz_pipeline_command *command = &pipeline.command[c];
        for (size_t w = 0; w < command->words; w++)
            hz_buffer_format(&line, "%c%s", w > 0 ? '\x1f' : '\x1e', command->word[w]);
        const char *name = hz_arena_string(maker->arena, (struct hz_text){line.at, line.length});
        stage = stage_of(maker, p, name, command, stage ? fileno(stage->replay.output) : -1);
        if (!stage)
            break;
        run[c] = (struct hz_report_run){stage->replay.account, stage->text};
    }
    hz_buffer_free(&line);
    result->run = run;
    result->runs = pipeline.commands;
    return stage && (part->show == HZ_SHOW_RECORDS || read_output(maker, p, stage, &result->sheet));
}

/* ---- Pictures */

static bool draw(struct maker *maker, size_t p, const struct hz_sheet *chosen,
                 struct hz_buffer *picture, struct hz_error *err)
{
    const struct hz_report_part *part = &maker->report->part[p];
    struct hz_plot_told told;
    struct hz_buffer script = {0}, svg = {0};
    char number[32];
    const struct hz_plot_order order = {
        .title = "",
        .drawing = part->picture.length > 0 ? hz_arena_string(maker->arena, part->picture) : NULL,
        .figure = part->sort.length > 1 && part->sort.at[0] == '-'
                      ? (struct hz_text){part->sort.at + 1, part->sort.length - 1}
                      : part->sort,
        .headings = part->headings,
        .is_chinese = maker->report->language == HZ_REPORT_ZH};
    const int length = snprintf(number, sizeof number, "g%zu", p + 1);
    const bool done = hz_plot_script(chosen, &order, &script, &told, err) &&
                      (!told.is_unknown ||
                       hz_error_set(err, HZ_ERROR_DATA, HZ_NOWHERE,
                                    _("picture: a table of no known kind: say what is to be drawn, "
                                      "as in \"picture: lines\""))) &&
                      hz_gnuplot_draw((struct hz_text){script.at, script.length}, &svg, err) &&
                      hz_page_picture(picture, (struct hz_text){svg.at, svg.length},
                                      (struct hz_text){number, (size_t)length}, err);
    hz_buffer_free(&script);
    hz_buffer_free(&svg);
    return done;
}

/* Why there is no picture stands in its place, as text. */
static bool is_note(struct hz_text kept)
{
    static const char open[] = "<p class=\"note\">", close[] = "</p>";
    const size_t front = strlen(open), back = strlen(close);
    return kept.length >= front + back && memcmp(kept.at, open, front) == 0 &&
           memcmp(kept.at + kept.length - back, close, back) == 0 &&
           !memchr(kept.at + front, '<', kept.length - front - back);
}

/* The picture of the page that is proved, which has been compared. */
static bool keep_picture(struct maker *maker, size_t p, struct hz_report_result *result)
{
    const struct hz_report_again *again = maker->again;
    if (maker->pictures == again->page->pictures)
        return fail(maker, p, HZ_ERROR_DATA, _("its picture is missing"));
    const struct hz_text kept = again->page->picture[maker->pictures++];
    if (!is_note(kept) && !hz_page_picture_is_plain(kept))
        return fail(maker, p, HZ_ERROR_DATA,
                    _("in the place of its picture stands something else than shapes and texts"));
    if (is_note(kept) && result->picture.length == 0) /* the page will show if it is another note */
        return true;
    again->compare_picture(again->context, maker->pictures, kept, result->picture, result->why_not);
    result->picture = kept;
    return true;
}

/* A picture that cannot be drawn for want of gnuplot is told; one of a wrong name is refused. */
static bool add_picture(struct maker *maker, size_t p, struct hz_report_result *result)
{
    struct hz_buffer picture = {0};
    struct hz_error why = {0};
    struct hz_sheet chosen;
    if (!maker->order->has_pictures)
        return true;
    if (!hz_report_chosen(&chosen, maker->report, &maker->report->part[p], result->sheet,
                          maker->arena, maker->err))
        return false;
    if (chosen.rows == 0) /* the table says so */
        return true;
    const char *users = hz_language();
    struct hz_error ignored = {0}; /* without its catalogue a picture has English words */
    (void)!hz_language_use(hz_report_languages[maker->report->language], &ignored);
    const bool is_drawn = draw(maker, p, &chosen, &picture, &why);
    (void)!hz_language_use(users, &ignored);
    if (!is_drawn) {
        if (why.kind != HZ_ERROR_SYSTEM)
            return fail(maker, p, HZ_ERROR_DATA, why.text);
        result->why_not = hz_arena_string(maker->arena, hz_text_of(why.text));
    }
    result->picture = hz_arena_text(maker->arena, (struct hz_text){picture.at, picture.length});
    hz_buffer_free(&picture);
    return !maker->again || keep_picture(maker, p, result);
}

static bool run_parts(struct maker *maker, struct hz_report_result result[])
{
    for (size_t p = 0; p < maker->report->parts; p++) {
        const struct hz_report_part *part = &maker->report->part[p];
        result[p].is_left_out = !hz_report_has_needs(maker->report, part);
        if (!part->run || result[p].is_left_out)
            continue;
        if (!run_pipeline(maker, p, &result[p]) ||
            (part->has_picture && result[p].sheet && !add_picture(maker, p, &result[p])))
            return false;
    }
    return true;
}

/* ---- The whole */

/* A YAML text between single quotes. */
static void quoted(struct hz_buffer *out, const char *key, const char *text)
{
    hz_buffer_format(out, "%s: '", key);
    for (; *text; text++) {
        hz_buffer_char(out, *text);
        if (*text == '\'')
            hz_buffer_char(out, '\'');
    }
    hz_buffer_string(out, "'\n");
}

/* What was asked for, as hz-audit verify reads it. */
static struct hz_text order_text(const struct maker *maker)
{
    const struct hz_report_order *order = maker->order;
    struct hz_buffer out = {0};
    hz_buffer_format(&out, "report: 1\nversion: '%s'\n", HZ_VERSION);
    quoted(&out, "description", hz_file_name(order->name));
    quoted(&out, "inputs", order->inputs ? order->inputs : "");
    quoted(&out, "set", order->set ? order->set : "");
    hz_buffer_format(&out, "personal: %s\npictures: %s\n", order->has_persons ? "true" : "false",
                     order->has_pictures ? "true" : "false");
    const struct hz_text text = hz_arena_text(maker->arena, (struct hz_text){out.at, out.length});
    hz_buffer_free(&out);
    return text;
}

static void close_stages(struct maker *maker)
{
    for (size_t s = 0; s < maker->stages; s++) {
        hz_manifest_free(maker->stage[s].replay.account);
        if (maker->stage[s].replay.output)
            fclose(maker->stage[s].replay.output);
    }
}

/* The language in which sentences are said is the user's; what the report says is its own. */
bool hz_report_make(const struct hz_report_order *order, const struct hz_report_again *again,
                    enum hz_report_format format, struct hz_buffer *text,
                    struct hz_output *workbook, bool *lacks_data, struct hz_error *err)
{
    struct hz_arena arena = {0};
    struct hz_report report;
    static struct maker maker;
    maker = (struct maker){
        .order = order, .again = again, .report = &report, .arena = &arena, .err = err};
    bool done = hz_report_parse(&report, order->name, order->bytes, &arena, err) &&
                hz_report_give(&report, order->inputs, true, &arena, err) &&
                hz_report_give(&report, order->set, false, &arena, err) &&
                hz_report_is_complete(&report, err);
    if (done) {
        struct hz_report_result *result = hz_arena_allocate(&arena, report.parts, sizeof *result);
        const struct hz_report_document document = {.report = &report,
                                                    .result = result,
                                                    .name = hz_file_name(order->name),
                                                    .description = order->bytes,
                                                    .order = order_text(&maker),
                                                    .has_persons = order->has_persons};
        done = run_parts(&maker, result) && hz_report_write(&document, format, text, workbook, err);
    }
    *lacks_data = maker.lacks_data;
    close_stages(&maker);
    hz_arena_free(&arena);
    return done;
}
