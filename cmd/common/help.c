/* help.c: see help.h. */

#include "common/help.h"

#include <string.h>

enum { INDENT = 30, WIDTH = 80 };

/* By enum hz_option_heading. */
static const char *const headings[] = {N_("What"),    N_("Triangles"), N_("Development"),
                                       N_("Tail"),    N_("Exposure"),  N_("Files"),
                                       N_("Records"), N_("Output"),    N_("Shared")};

/* Whether a line may not begin with it: what closes a phrase of Chinese. */
static bool closes(const char *text)
{
    static const char *const signs[] = {"，", "。", "；", "：", "、", "）", "？", "”"};
    for (size_t s = 0; s < HZ_COUNT(signs); s++)
        if (strncmp(text, signs[s], strlen(signs[s])) == 0)
            return true;
    return false;
}

/*
 * What a line is not broken within: a word up to a blank or a Chinese sign, or such a sign with
 * what closes behind it. A word that begins with a dash stays with the one before it, so that a
 * line never begins as an option does.
 */
static size_t piece_of(const char *text)
{
    enum { SIGN = 3 };
    size_t length = 0;
    if ((unsigned char)text[0] >= 0xE0)
        length = SIGN;
    while (length == 0 ||
           !(text[length] == '\0' || text[length] == ' ' || (unsigned char)text[length] >= 0xE0)) {
        if (length >= SIGN && (unsigned char)text[0] >= 0xE0)
            break;
        length++;
    }
    while (closes(text + length))
        length += SIGN;
    while (strncmp(text + length, " --", 3) == 0)
        length += 1 + strcspn(text + length + 1, " ");
    return length;
}

/* Words from the indent on, wrapped to the width. */
static void put_words(const char *text, FILE *stream)
{
    size_t at = INDENT;
    bool is_apart = false;
    while (*text) {
        const size_t length = piece_of(text);
        const size_t columns = hz_text_width((struct hz_text){text, length});
        if (at > INDENT && at + is_apart + columns > WIDTH) {
            fprintf(stream, "\n%*s", INDENT, "");
            at = INDENT;
        } else if (at > INDENT && is_apart) {
            fputc(' ', stream);
            at++;
        }
        fwrite(text, 1, length, stream);
        at += columns;
        is_apart = text[length] == ' ';
        text += length + is_apart;
    }
}

/* Where "(default: x)" begins, with the blank before it, in either language; or the end. */
static size_t before_aside(const char *help)
{
    static const char opening[] = "（默认", closing[] = "）";
    const size_t length = strlen(help), tail = sizeof closing - 1;
    const char *aside = strrchr(help, '('), *chinese = strstr(help, opening);
    if (length > 0 && help[length - 1] == ')' && aside > help)
        return (size_t)(aside - 1 - help);
    if (chinese && length > tail && strcmp(help + length - tail, closing) == 0)
        return (size_t)(chinese - help);
    return length;
}

/* What an option does, with its choices in front of "(default: x)" at the end. */
static void put_text(const struct hz_option *option, FILE *stream)
{
    const char *help = _(option->help);
    char text[1200];
    const size_t kept = before_aside(help);
    size_t n = (size_t)snprintf(text, sizeof text, "%.*s", (int)kept, help);
    for (size_t c = 0; option->choices && option->choices[c] && n < sizeof text; c++)
        n += (size_t)snprintf(text + n, sizeof text - n, "%s%s", c == 0 ? ": " : ", ",
                              option->choices[c]);
    if (n < sizeof text)
        snprintf(text + n, sizeof text - n, "%s", help + kept);
    put_words(text, stream);
    fputc('\n', stream);
}

static void put_option(const struct hz_option *option, FILE *stream)
{
    char left[120];
    const char *operand = option->operand                     ? option->operand
                          : option->kind == HZ_OPTION_CHOICES ? "CHOICE,..."
                          : option->choices                   ? "CHOICE"
                                                              : "";
    const char letter[] = {'-', option->letter, ',', ' ', '\0'};
    const int n = snprintf(left, sizeof left, "  %s--%s%s%s", option->letter ? letter : "    ",
                           option->name, *operand ? " " : "", operand);
    if (n < INDENT - 1)
        fprintf(stream, "%-*s", INDENT, left);
    else
        fprintf(stream, "%s\n%*s", left, INDENT, "");
    put_text(option, stream);
}

static void put_heading(const struct hz_option *const *tables, enum hz_option_heading heading,
                        FILE *stream)
{
    bool is_first = true;
    for (; *tables; tables++)
        for (const struct hz_option *o = *tables; o->name; o++) {
            if (o->under != heading || o->kind == HZ_OPTION_FORMER)
                continue;
            if (is_first)
                fprintf(stream, "\n%s:\n", _(headings[heading]));
            is_first = false;
            put_option(o, stream);
        }
}

static bool has_rate(const struct hz_option *const *tables)
{
    bool has = false;
    for (; *tables; tables++)
        for (const struct hz_option *o = *tables; o->name; o++)
            has |= o->kind == HZ_OPTION_RATE;
    return has;
}

static void put_examples(FILE *stream)
{
    static const char *const example[][2] = {
#include "examples.inc" /* the build makes it of the manual pages */
    };
    int count = 0;
    for (size_t e = 0; e < HZ_COUNT(example); e++) {
        if (strcmp(example[e][0], hz_command.name) != 0)
            continue;
        fprintf(stream, "%s  $ %s\n", count++ == 0 ? _("\nExamples:\n") : "", example[e][1]);
    }
}

void hz_help_print(const struct hz_option *const *tables, FILE *stream)
{
    fprintf(stream, _("usage: %s [OPTION...] %s\n%s\n"), hz_command.name,
            hz_command.operands ? hz_command.operands : "", _(hz_command.summary));
    for (size_t h = 0; h < HZ_COUNT(headings); h++)
        put_heading(tables, (enum hz_option_heading)h, stream);
    if (has_rate(tables))
        fputs(_("\nA rate or share is written 75% or 0.75: 75 would be 7500 %.\n"), stream);
    put_examples(stream);
    fprintf(stream, _("\nThe manual: hz help %s\n"), hz_command.name + strlen("hz-"));
}
