/* completion.c: see completion.h. */

#include "common/completion.h"

#include "base/visible.h"
#include "common/options.h"
#include "file/table.h"

#include <string.h>
#include <sys/stat.h>

static const struct hz_option *find(const struct hz_option *const *tables, const char *word)
{
    const size_t length = strncmp(word, "--", 2) == 0 ? strcspn(word + 2, "=") : 0;
    for (; *tables; tables++)
        for (const struct hz_option *o = *tables; o->name; o++) {
            if (o->kind == HZ_OPTION_FORMER)
                continue;
            if (length > 0 && strlen(o->name) == length && memcmp(o->name, word + 2, length) == 0)
                return o;
            if (word[0] == '-' && word[1] && word[1] == o->letter && !word[2])
                return o;
        }
    return NULL;
}

/* What begins as `typed` does, behind what is kept of the word. False if it does not. */
static bool offer(const char *kept, size_t length, const char *candidate, const char *typed,
                  FILE *stream)
{
    if (strncmp(candidate, typed, strlen(typed)) != 0)
        return false;
    fprintf(stream, "%.*s%s\n", (int)length, kept, candidate);
    return true;
}

/* A name that a shell takes as it stands: what is offered, the shell types without quotes. */
static bool is_plain(const char *name)
{
    for (const char *at = name; *at; at++) {
        const bool is_letter =
            (*at >= '0' && *at <= '9') || ((*at | 0x20) >= 'a' && (*at | 0x20) <= 'z');
        if (!is_letter && (unsigned char)*at < 0x80 && !strchr("_-.%/", *at))
            return false;
        if (hz_text_invisible(hz_text_of(at)) > 0)
            return false;
    }
    return true;
}

/*
 * The header's fields of the first word that is a file: what splits it is seen, as far as it is
 * easy. The file may be a stranger's. False if none was offered.
 */
static bool offer_columns(char *const words[], const char *kept, size_t length, const char *typed,
                          FILE *stream)
{
    char line[1 << 14];
    struct stat status;
    for (size_t w = 0; words[w] && words[w + 1]; w++) {
        FILE *file =
            stat(words[w], &status) == 0 && S_ISREG(status.st_mode) ? fopen(words[w], "r") : NULL;
        if (!file)
            continue;
        const bool is_read = fgets(line, sizeof line, file) != NULL;
        fclose(file);
        char *start = is_read && strncmp(line, "\xEF\xBB\xBF", 3) == 0 ? line + 3 : line;
        bool is_offered = false;
        const char *split = is_read && strchr(start, ',') ? ",\r\n" : ";\t|\r\n";
        for (char *rest = NULL, *name = is_read ? strtok_r(start, split, &rest) : NULL; name;
             name = strtok_r(NULL, split, &rest))
            if (is_plain(name))
                is_offered |= offer(kept, length, name, typed, stream);
        return is_offered;
    }
    return false;
}

static void offer_value(const struct hz_option *option, char *const words[], const char *word,
                        const char *value, FILE *stream)
{
    const char *operand = option->operand ? option->operand : "";
    const char *comma = strrchr(value, ',');
    const bool is_list = option->kind == HZ_OPTION_CHOICES || strstr(operand, ",...");
    const char *typed = is_list && comma ? comma + 1 : value;
    const char *const *choices =
        option->kind == HZ_OPTION_FORMAT ? hz_format_names : option->choices;
    if (option->kind == HZ_OPTION_GRAINS)
        choices = hz_grain_names;
    for (; choices && *choices; choices++)
        offer(word, (size_t)(typed - word), *choices, typed, stream);
    /* Of columns or files: files where what was named has no such column, as a manifest. */
    const bool has_columns = strstr(operand, "COLUMN") &&
                             offer_columns(words, word, (size_t)(typed - word), typed, stream);
    if (!has_columns && hz_option_names_files(option))
        fputs(":files\n", stream);
}

static void offer_options(const struct hz_option *const *tables, const char *word, FILE *stream)
{
    for (; *tables; tables++)
        for (const struct hz_option *o = *tables; o->name; o++)
            if (o->kind != HZ_OPTION_FORMER && o->under != HZ_UNDER_NONE)
                offer("--", 2, o->name, word[1] ? word + 2 : "", stream);
}

void hz_completion_print(const struct hz_option *const *tables, char *const words[], FILE *stream)
{
    size_t count = 0;
    while (words[count])
        count++;
    const char *word = count > 0 ? words[count - 1] : "";
    const char *before = count > 1 ? words[count - 2] : "";
    const struct hz_option *option = find(tables, word), *given = find(tables, before);
    const char *equals = strchr(word, '=');
    if (option && equals)
        offer_value(option, words, word, equals + 1, stream);
    else if (given && given->kind != HZ_OPTION_FLAG && !strchr(before, '='))
        offer_value(given, words, word, word, stream);
    else if (word[0] == '-')
        offer_options(tables, word, stream);
    else {
        for (size_t s = 0; count <= 1 && hz_command.subjects && hz_command.subjects[s]; s++)
            offer("", 0, hz_command.subjects[s], word, stream);
        fputs(":files\n", stream);
    }
}
