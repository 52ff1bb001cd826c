/* options.c: see options.h. */

#include "common/options.h"

#include "base/nearest.h"

#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

static bool usage(struct hz_error *err, const char *format, ...) HZ_PRINTF(2, 3);

static bool usage(struct hz_error *err, const char *format, ...)
{
    va_list values;
    va_start(values, format);
    hz_error_vset(err, HZ_ERROR_USAGE, HZ_NOWHERE, format, values);
    va_end(values);
    return false;
}

int hz_choice_index(const char *const choices[], const char *text)
{
    int index = 0;
    while (strcmp(choices[index], text) != 0)
        index++;
    return index;
}

static bool parse_choice(const struct hz_option *option, const char *text, size_t length,
                         struct hz_error *err)
{
    char list[400] = "";
    for (const char *const *choice = option->choices; *choice; choice++) {
        if (strlen(*choice) == length && memcmp(*choice, text, length) == 0)
            return true;
        size_t at = strlen(list);
        snprintf(list + at, sizeof list - at, "%s%s", at > 0 ? ", " : "", *choice);
    }
    return usage(err, _("--%s: \"%.*s\" is none of: %s"), option->name, (int)length, text, list);
}

static bool parse_choices(const struct hz_option *option, const char *value, struct hz_error *err)
{
    for (const char *at = value;; at++) {
        size_t length = strcspn(at, ",");
        if (!parse_choice(option, at, length, err))
            return false;
        at += length;
        if (!*at)
            return true;
    }
}

static bool parse_integer(const struct hz_option *option, const char *value, struct hz_error *err)
{
    char *end;
    errno = 0;
    long long number = strtoll(value, &end, 10);
    if (!*value || *end || errno != 0 || strspn(value, "-0123456789") != strlen(value))
        return usage(err, _("--%s: \"%s\" is not a whole number"), option->name, value);
    if ((double)number < option->least || (double)number > option->most)
        return usage(err, _("--%s: %lld is out of range (%.0f to %.0f)"), option->name, number,
                     option->least, option->most);
    *option->integer = number;
    return true;
}

static bool parse_number(const struct hz_option *option, const char *value, struct hz_error *err)
{
    char *end = NULL;
    double number = strtod(value, &end);
    const bool is_percent = end != value && strcmp(end, "%") == 0;
    if (end == value || (*end && !is_percent) || !isfinite(number) ||
        strspn(value, "+-.0123456789eE%") != strlen(value))
        return usage(err, _("--%s: \"%s\" is not a number"), option->name, value);
    if (is_percent)
        number /= 100;
    if (number < option->least || number > option->most)
        return usage(err, _("--%s: %s is out of range (%g to %g)"), option->name, value,
                     option->least, option->most);
    *option->number = number;
    return true;
}

static bool parse_date(const struct hz_option *option, const char *value, struct hz_error *err)
{
    struct hz_option_date *target = option->date;
    if (!hz_date_parse(hz_text_of(value), &target->date))
        return usage(err, _("--%s: \"%s\" is not a date (want YYYY-MM-DD)"), option->name, value);
    target->given = true;
    return true;
}

static bool parse_format(const struct hz_option *option, const char *value, struct hz_error *err)
{
    for (int i = 0; hz_format_names[i]; i++) {
        if (strcmp(hz_format_names[i], value) != 0)
            continue;
        *option->format = (enum hz_format)i;
        return true;
    }
    struct hz_option named = *option;
    named.choices = hz_format_names;
    return parse_choice(&named, value, strlen(value), err);
}

static bool store(const struct hz_option *option, const char *value, struct hz_error *err)
{
    switch (option->kind) {
    case HZ_OPTION_FLAG:
        *option->flag = true;
        return true;
    case HZ_OPTION_CHOICE:
        if (!parse_choice(option, value, strlen(value), err))
            return false;
        *option->text = value;
        return true;
    case HZ_OPTION_CHOICES:
        if (!parse_choices(option, value, err))
            return false;
        *option->text = value;
        return true;
    case HZ_OPTION_TEXT:
        *option->text = value;
        return true;
    case HZ_OPTION_INTEGER:
        return parse_integer(option, value, err);
    case HZ_OPTION_NUMBER:
        return parse_number(option, value, err);
    case HZ_OPTION_DATE:
        return parse_date(option, value, err);
    case HZ_OPTION_FORMAT:
        return parse_format(option, value, err);
    }
    abort();
}

static bool take(struct hz_command_line *line, const struct hz_option *option, const char *value,
                 struct hz_error *err)
{
    for (size_t g = 0; g < line->givens; g++)
        if (line->given[g].option == option && option->kind != HZ_OPTION_FLAG)
            return usage(err, _("--%s is given twice"), option->name);
    if (line->givens == HZ_GIVEN_MOST)
        return usage(err, _("too many options"));
    line->given[line->givens++] = (struct hz_given){option, value};
    return store(option, value, err);
}

static bool unknown(const struct hz_command_line *line, const char *name, size_t length,
                    struct hz_error *err)
{
    const char *nearest = NULL;
    size_t least = length / 2 + 1;
    for (const struct hz_option *const *table = line->tables; *table; table++)
        for (const struct hz_option *o = *table; o->name; o++) {
            const size_t far =
                hz_nearest_distance((struct hz_text){name, length}, hz_text_of(o->name));
            nearest = far < least ? o->name : nearest;
            least = far < least ? far : least;
        }
    if (nearest)
        return usage(err, _("there is no option --%.*s; did you mean --%s?"), (int)length, name,
                     nearest);
    return usage(err, _("there is no option --%.*s"), (int)length, name);
}

static const struct hz_option *find_long(const struct hz_command_line *line, const char *name,
                                         size_t length, struct hz_error *err)
{
    const struct hz_option *found = NULL;
    for (const struct hz_option *const *table = line->tables; *table; table++)
        for (const struct hz_option *o = *table; o->name; o++) {
            if (strncmp(o->name, name, length) != 0)
                continue;
            if (strlen(o->name) == length)
                return o;
            if (found) {
                usage(err, _("--%.*s is short for both --%s and --%s"), (int)length, name,
                      found->name, o->name);
                return NULL;
            }
            found = o;
        }
    if (!found)
        unknown(line, name, length, err);
    return found;
}

static const struct hz_option *find_letter(const struct hz_command_line *line, char letter,
                                           struct hz_error *err)
{
    for (const struct hz_option *const *table = line->tables; *table; table++)
        for (const struct hz_option *o = *table; o->name; o++)
            if (o->letter == letter)
                return o;
    usage(err, _("there is no option -%c"), letter);
    return NULL;
}

/* `argument` is what follows "--"; *next is used up if the value stands there. */
static bool parse_long(struct hz_command_line *line, const char *argument, char **next, bool *used,
                       struct hz_error *err)
{
    size_t length = strcspn(argument, "=");
    const struct hz_option *option = find_long(line, argument, length, err);
    if (!option)
        return false;
    const char *value = argument[length] ? argument + length + 1 : NULL;
    if (option->kind == HZ_OPTION_FLAG)
        return value ? usage(err, _("--%s takes no value"), option->name)
                     : take(line, option, NULL, err);
    if (!value && !*next)
        return usage(err, _("--%s wants a value: %s"), option->name,
                     option->operand ? option->operand : "");
    *used = !value;
    return take(line, option, value ? value : *next, err);
}

static bool parse_letters(struct hz_command_line *line, const char *letters, char **next,
                          bool *used, struct hz_error *err)
{
    for (; *letters; letters++) {
        const struct hz_option *option = find_letter(line, *letters, err);
        if (!option)
            return false;
        if (option->kind == HZ_OPTION_FLAG) {
            if (!take(line, option, NULL, err))
                return false;
            continue;
        }
        if (!letters[1] && !*next)
            return usage(err, _("-%c wants a value"), *letters);
        *used = !letters[1];
        return take(line, option, letters[1] ? letters + 1 : *next, err);
    }
    return true;
}

static int table_rank(const struct hz_command_line *line, const struct hz_option *option)
{
    int rank = 0;
    for (const struct hz_option *const *table = line->tables; *table; table++)
        for (const struct hz_option *o = *table; o->name; o++, rank++)
            if (o == option)
                return rank;
    return rank;
}

/* Into the order of the tables: the same options give the same bytes in whatever order typed. */
static void sort_given(struct hz_command_line *line)
{
    for (size_t i = 1; i < line->givens; i++)
        for (size_t j = i; j > 0 && table_rank(line, line->given[j].option) <
                                        table_rank(line, line->given[j - 1].option);
             j--) {
            struct hz_given swapped = line->given[j];
            line->given[j] = line->given[j - 1];
            line->given[j - 1] = swapped;
        }
}

bool hz_options_parse(struct hz_command_line *line, int argc, char **argv, struct hz_error *err)
{
    int kept = 1;
    for (int a = 1; a < argc; a++) {
        char *argument = argv[a];
        bool used = false, done = true;
        if (strcmp(argument, "--") == 0) {
            while (++a < argc)
                argv[kept++] = argv[a];
            break;
        }
        if (strncmp(argument, "--", 2) == 0)
            done = parse_long(line, argument + 2, &argv[a + 1], &used, err);
        else if (argument[0] == '-' && argument[1])
            done = parse_letters(line, argument + 1, &argv[a + 1], &used, err);
        else
            argv[kept++] = argument;
        if (!done)
            return false;
        a += used;
    }
    line->operands = kept - 1;
    line->operand = argv + 1;
    sort_given(line);
    return true;
}

bool hz_options_check(const struct hz_command_line *line, struct hz_error *err)
{
    for (const struct hz_option *const *table = line->tables; *table; table++)
        for (const struct hz_option *o = *table; o->name; o++) {
            bool is_given = !o->is_required;
            for (size_t g = 0; g < line->givens; g++)
                is_given |= line->given[g].option == o;
            if (!is_given)
                return usage(err, _("--%s %s is required"), o->name, o->operand);
        }
    return true;
}

static void put(char text[], size_t size, size_t *at, const char *format, ...) HZ_PRINTF(4, 5);

static void put(char text[], size_t size, size_t *at, const char *format, ...)
{
    va_list values;
    va_start(values, format);
    int n = vsnprintf(text + *at, size - *at, format, values);
    va_end(values);
    if (n > 0)
        *at = *at + (size_t)n < size ? *at + (size_t)n : size - 1;
}

void hz_options_print(const struct hz_option *table, FILE *stream)
{
    for (const struct hz_option *o = table; o->name; o++) {
        char left[400];
        size_t n = 0;
        if (o->letter)
            put(left, sizeof left, &n, "  -%c, --%s", o->letter, o->name);
        else
            put(left, sizeof left, &n, "      --%s", o->name);
        for (const char *const *c = o->choices; c && *c; c++)
            put(left, sizeof left, &n, "%s%s", c == o->choices ? " " : "|", *c);
        if (!o->choices && o->operand)
            put(left, sizeof left, &n, " %s", o->operand);
        if (strlen(left) > 28)
            fprintf(stream, "%s\n%30s%s\n", left, "", o->help);
        else
            fprintf(stream, "%-30s%s\n", left, o->help);
    }
}
