/* pipeline.c: see pipeline.h. */

#include "report/pipeline.h"

enum { MOST_WORDS = 200, MOST_COMMANDS = 16 };

struct splitter {
    const struct hz_report *report;
    const struct hz_node *node;
    const char *at, *end;
    struct hz_buffer word;
    bool has_word, is_dropped; /* dropped: an option whose optional input was not given */
    const char *words[MOST_WORDS + 1];
    size_t count;
    struct hz_arena *arena;
    struct hz_error *err;
};

static bool refuse(struct splitter *s, const char *sentence, ...) HZ_PRINTF(2, 3);

static bool refuse(struct splitter *s, const char *sentence, ...)
{
    va_list values;
    va_start(values, sentence);
    hz_error_vset(s->err, HZ_ERROR_DATA, hz_tree_place(&s->report->tree, s->node), sentence,
                  values);
    va_end(values);
    return false;
}

/* Whether what there is of the word begins an option: "--labels=". */
static bool is_option(const struct splitter *s)
{
    return s->word.length > 3 && memcmp(s->word.at, "--", 2) == 0 &&
           s->word.at[s->word.length - 1] == '=';
}

/* {{ name }} at the front: its value. */
static bool take_value(struct splitter *s)
{
    const char *close = s->at + 2;
    while (close + 1 < s->end && !(close[0] == '}' && close[1] == '}'))
        close++;
    if (close + 1 >= s->end)
        return refuse(s, _("\"%.*s\": \"{{\" has no \"}}\""), (int)(s->end - s->at), s->at);
    const struct hz_text name =
        hz_text_trim((struct hz_text){s->at + 2, (size_t)(close - s->at - 2)});
    const struct hz_report_value *value = hz_report_value_of(s->report, name);
    if (!value)
        return refuse(s, _("{{ %.*s }} is neither an input nor a parameter"), HZ_TEXT_ARGS(name));
    s->is_dropped |= value->value.length == 0 && value->is_optional && is_option(s);
    if (value->value.length == 0 && !s->is_dropped)
        return refuse(s, _("{{ %.*s }} was not given: the part wants it among \"needs\""),
                      HZ_TEXT_ARGS(name));
    hz_buffer_text(&s->word, value->value);
    s->has_word = true;
    s->at = close + 2;
    return true;
}

static bool take_quoted(struct splitter *s)
{
    const char quote = *s->at++;
    s->has_word = true;
    while (s->at < s->end && *s->at != quote) {
        if (s->at + 1 < s->end && s->at[0] == '{' && s->at[1] == '{') {
            if (!take_value(s))
                return false;
        } else {
            hz_buffer_char(&s->word, *s->at++);
        }
    }
    if (s->at == s->end)
        return refuse(s, _("a quote has no end: %c"), quote);
    s->at++;
    return true;
}

static bool end_word(struct splitter *s)
{
    if (!s->has_word)
        return true;
    if (s->is_dropped) {
        s->word.length = 0;
        s->has_word = s->is_dropped = false;
        return true;
    }
    if (s->count == MOST_WORDS)
        return refuse(s, _("more than %d words"), MOST_WORDS);
    s->words[s->count++] = hz_arena_string(s->arena, (struct hz_text){s->word.at, s->word.length});
    s->word.length = 0;
    s->has_word = false;
    return true;
}

/* The words up to the next pipe sign or the end. */
static bool take_command(struct splitter *s)
{
    static const char shell[] = "<>&;`$()*?~\\";
    s->count = 0;
    while (s->at < s->end && *s->at != '|') {
        const char c = *s->at;
        bool done = true;
        if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
            done = end_word(s);
            s->at++;
        } else if (c == '{' && s->at + 1 < s->end && s->at[1] == '{') {
            done = take_value(s);
        } else if (c == '\'' || c == '"') {
            done = take_quoted(s);
        } else if (strchr(shell, c)) {
            done = refuse(s,
                          _("there is no shell, to which \"%c\" means something: put it in "
                            "quotes if it is a sign of a name"),
                          c);
        } else {
            hz_buffer_char(&s->word, c);
            s->has_word = true;
            s->at++;
        }
        if (!done)
            return false;
    }
    return end_word(s) && (s->count > 0 || refuse(s, _("a command is missing between pipe signs")));
}

static bool split(struct splitter *s, struct hz_pipeline *pipeline)
{
    do {
        if (pipeline->commands == MOST_COMMANDS)
            return refuse(s, _("more than %d commands"), MOST_COMMANDS);
        if (!take_command(s))
            return false;
        struct hz_pipeline_command *command = &pipeline->command[pipeline->commands++];
        command->words = s->count;
        command->word = hz_arena_allocate(s->arena, s->count + 1, sizeof *command->word);
        memcpy(command->word, s->words, s->count * sizeof *command->word);
    } while (s->at < s->end && *s->at++ == '|');
    return true;
}

bool hz_pipeline_parse(struct hz_pipeline *pipeline, const struct hz_report *report,
                       const struct hz_report_part *part, struct hz_arena *arena,
                       struct hz_error *err)
{
    const struct hz_text text = part->run->text;
    struct splitter s = {.report = report,
                         .node = part->run,
                         .at = text.at,
                         .end = text.at + text.length,
                         .arena = arena,
                         .err = err};
    *pipeline = (struct hz_pipeline){
        .command = hz_arena_allocate(arena, MOST_COMMANDS, sizeof *pipeline->command)};
    const bool done = split(&s, pipeline);
    hz_buffer_free(&s.word);
    return done;
}
