/* options.c: see options.h. */

#include "common/options.h"

#include "base/memory.h"
#include "base/nearest.h"

#include <errno.h>
#include <float.h>
#include <math.h>
#include <stdio.h>
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
    char list[1000] = "";
    for (const char *const *choice = option->choices; *choice; choice++) {
        if (strlen(*choice) == length && memcmp(*choice, text, length) == 0)
            return true;
        size_t at = strlen(list);
        snprintf(list + at, sizeof list - at, "%s%s", at > 0 ? ", " : "", *choice);
    }
    const char *nearest = hz_nearest((struct hz_text){text, length}, option->choices);
    if (nearest)
        return usage(err, _("--%s: \"%.*s\" is none of: %s; did you mean %s?"), option->name,
                     (int)length, text, list, nearest);
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

/* 75 is 7500 %: who meant 75 % is shown how it is written, and from 1 on is told what was taken. */
static bool parse_rate(const struct hz_option *option, const char *value, struct hz_error *err)
{
    struct hz_option number = *option;
    const bool is_percent = strchr(value, '%') != NULL;
    double read;
    number.number = &read;
    number.least = -DBL_MAX;
    number.most = DBL_MAX;
    if (!parse_number(&number, value, err))
        return false;
    if (read > option->most && !is_percent)
        return usage(err,
                     _("--%s: %s is %g %%, and at most %g (%g %%) is expected: %g per cent is "
                       "written %g%%"),
                     option->name, value, 100 * read, option->most, 100 * option->most, read, read);
    if (read < option->least || read > option->most)
        return usage(err, _("--%s: %s is out of range (%g to %g, that is %g%% to %g%%)"),
                     option->name, value, option->least, option->most, 100 * option->least,
                     100 * option->most);
    if (read >= 1 && option->most > 1 && !is_percent) {
        char told[200];
        snprintf(told, sizeof told, _("--%s: %s is taken as %g %%; %g per cent is written %g%%"),
                 option->name, value, 100 * read, read, read);
        hz_command_tell(NULL, told);
    }
    *option->number = read;
    return true;
}

static bool parse_date(const struct hz_option *option, const char *value, struct hz_error *err)
{
    struct hz_option_date *target = option->date;
    if (!hz_date_parse(hz_text_of(value), &target->date))
        return usage(err, _("--%s: \"%s\" is not a date (expected YYYY-MM-DD)"), option->name,
                     value);
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

static bool parse_grain(const struct hz_option *option, const char *value, struct hz_error *err)
{
    return hz_grain_parse(hz_text_of(value), option->grain) ||
           usage(err, _("--%s: \"%s\" is none of: year, half-year, quarter, month (Y, H, Q, M)"),
                 option->name, value);
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
    case HZ_OPTION_RATE:
        return parse_rate(option, value, err);
    case HZ_OPTION_GRAIN:
        return parse_grain(option, value, err);
    case HZ_OPTION_GRAINS:
        return hz_triangle_grains_parse(option->grains, value, err);
    case HZ_OPTION_FORMER:
        break;
    case HZ_OPTION_DATE:
        return parse_date(option, value, err);
    case HZ_OPTION_FORMAT:
        return parse_format(option, value, err);
    }
    abort();
}

/* The value as it is passed on: short forms are written out. */
static const char *canonical(const struct hz_option *option, const char *value)
{
    static char grains[HZ_TRIANGLE_GRAINS_TEXT];
    if (option->kind == HZ_OPTION_GRAIN)
        return hz_grain_name(*option->grain);
    if (option->kind != HZ_OPTION_GRAINS)
        return value;
    hz_triangle_grains_format(option->grains, grains);
    return grains;
}

static bool take(struct hz_command_line *line, const struct hz_option *option, const char *value,
                 struct hz_error *err)
{
    for (size_t g = 0; g < line->givens; g++)
        if (line->given[g].option == option && option->kind != HZ_OPTION_FLAG)
            return usage(err, _("--%s is given twice"), option->name);
    if (line->givens == HZ_GIVEN_MOST)
        return usage(err, _("too many options"));
    if (!store(option, value, err))
        return false;
    line->given[line->givens++] = (struct hz_given){option, canonical(option, value)};
    return true;
}

static bool unknown(const struct hz_command_line *line, const char *name, size_t length,
                    struct hz_error *err)
{
    const char *nearest = NULL;
    size_t least = length / 2 + 1;
    for (const struct hz_option *const *table = line->tables; *table; table++)
        for (const struct hz_option *o = *table; o->name; o++) {
            if (o->kind == HZ_OPTION_FORMER || o->under == HZ_UNDER_NONE)
                continue;
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
            if (o->kind == HZ_OPTION_FORMER || o->under == HZ_UNDER_NONE)
                continue;
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

/* The command's former option of that letter. */
static const struct hz_option *find_former(char letter)
{
    for (const struct hz_option *o = hz_command.options; o->name; o++)
        if (o->kind == HZ_OPTION_FORMER && o->letter == letter)
            return o;
    return NULL;
}

static const struct hz_option *find_letter(const struct hz_command_line *line, char letter,
                                           struct hz_error *err)
{
    for (const struct hz_option *const *table = line->tables; *table; table++)
        for (const struct hz_option *o = *table; o->name; o++)
            if (o->letter == letter && o->kind != HZ_OPTION_FORMER)
                return o;
    const struct hz_option *former = find_former(letter);
    if (former)
        return former;
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
    if (option->kind == HZ_OPTION_FORMER)
        return usage(err, _("--%s is now %s"), option->name, option->help);
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
        if (option->kind == HZ_OPTION_FORMER)
            return usage(err, _("-%c is now %s"), *letters, option->help);
        if (option->kind == HZ_OPTION_FLAG) {
            if (!take(line, option, NULL, err))
                return false;
            continue;
        }
        if (!letters[1] && !*next)
            return usage(err, _("-%c wants a value"), *letters);
        *used = !letters[1];
        if (take(line, option, letters[1] ? letters + 1 : *next, err))
            return true;
        /* The letter had another meaning once. */
        const struct hz_option *former = find_former(*letters);
        if (!former)
            return false;
        *err = (struct hz_error){0};
        return usage(err, _("-%c is --%s now; what it was is %s"), *letters, option->name,
                     former->help);
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

static const struct hz_option *find_kept(const struct hz_command_line *line, const char *name,
                                         size_t length, bool only_own)
{
    for (const struct hz_option *const *table = line->tables; *table; table++)
        for (const struct hz_option *o = *table; o->name; o++)
            if (strncmp(o->name, name, length) == 0 && strlen(o->name) == length && length > 0 &&
                o->kind != HZ_OPTION_FORMER && !o->is_aside &&
                (!only_own || *table == hz_command.options))
                return o;
    return NULL;
}

/* `kept` is what follows "--". */
static bool take_kept(struct hz_command_line *line, const char *kept,
                      const struct hz_kept_rules *rules, struct hz_error *err)
{
    const size_t length = strcspn(kept, "=");
    const struct hz_option *option = find_kept(line, kept, length, rules->only_own);
    if (!option)
        return usage(err, _("\"--%s\": no option that shapes what %s prints"), kept,
                     hz_command.name);
    if (hz_option_names_files(option) && !rules->names_files)
        return usage(err,
                     _("--%s names a file, which is not opened because a state says so: give the "
                       "states to %s itself, with the options that made them"),
                     option->name, hz_command.name);
    if ((option->kind == HZ_OPTION_FLAG) != !kept[length])
        return usage(err, _("\"--%s\": expected --NAME=VALUE, or --NAME of a flag"), kept);
    return take(line, option, kept[length] ? kept + length + 1 : NULL, err);
}

bool hz_options_take_kept(struct hz_command_line *line, const char *const argument[],
                          size_t arguments, const struct hz_kept_rules *rules,
                          struct hz_arena *arena, struct hz_error *err)
{
    const size_t most = arguments + (size_t)line->operands;
    char **operand = hz_arena_allocate(arena, most + 1, sizeof *operand);
    size_t operands = 0, a = 0;
    bool done = true;
    for (; a < arguments && strcmp(argument[a], "--") != 0 && done; a++)
        if (strncmp(argument[a], "--", 2) == 0)
            done = take_kept(line, argument[a] + 2, rules, err);
        else if (argument[a][0] == '-' && argument[a][1])
            done = usage(err, _("\"%s\": expected --NAME=VALUE, or --NAME of a flag"), argument[a]);
        else
            operand[operands++] = (char *)(uintptr_t)argument[a];
    for (a += a < arguments; a < arguments && done; a++)
        operand[operands++] = (char *)(uintptr_t)argument[a];
    const size_t subjects = hz_command.subjects ? 1 : 0;
    if (done && operands > subjects && !rules->names_files)
        done = usage(err, _("\"%s\": no option that shapes what %s prints"), operand[subjects],
                     hz_command.name);
    for (int i = 0; i < line->operands; i++)
        operand[operands++] = line->operand[i];
    line->operand = operand;
    line->operands = (int)operands;
    sort_given(line);
    if (!done)
        err->kind = HZ_ERROR_DATA;
    return done;
}

bool hz_subject_take(struct hz_command_line *line, const struct hz_command *command,
                     struct hz_error *err)
{
    char list[200] = "";
    const bool is_needed = command->subjects && *command->subject >= 0;
    if (!command->subjects || (line->operands == 0 && !is_needed))
        return true;
    for (int s = 0; command->subjects[s]; s++) {
        if (line->operands > 0 && strcmp(line->operand[0], command->subjects[s]) == 0) {
            *command->subject = s;
            line->subject = command->subjects[s];
            line->operands--;
            line->operand++;
            return true;
        }
        const size_t at = strlen(list);
        snprintf(list + at, sizeof list - at, "%s%s", s > 0 ? _(" or ") : "", command->subjects[s]);
    }
    if (!is_needed && command->kind == HZ_COMMAND_TABLE) /* it is the file's name */
        return true;
    if (line->operands == 0)
        return usage(err, _("expected %s first: %s %s"), list, command->name, command->operands);
    return usage(err, _("\"%s\": expected %s first: %s %s"), line->operand[0], list, command->name,
                 command->operands);
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
