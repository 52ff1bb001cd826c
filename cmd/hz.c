/*
 * hz: the commands under one name: lists them, starts them, opens their pages. It knows no option
 * of theirs and keeps nothing.
 */

#include "base/attr.h"
#include "base/nearest.h"
#include "common/beside.h"
#include "common/language.h"
#include "huzhu.h"

#include <limits.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const struct {
    const char *group, *name, *summary;
} commands[] = {
#include "commands.inc" /* the build makes it of cmd/GROUP/hz-x.c */
};

/* "hz-reserve" for "reserve" and "hz-reserve"; for a name that is none, the nearest is told. */
static const char *find(const char *name)
{
    static const char *names[HZ_COUNT(commands) + 1]; /* without hz- */
    const char *bare = strncmp(name, "hz-", 3) == 0 ? name + 3 : name;
    for (size_t c = 0; c < HZ_COUNT(commands); c++) {
        names[c] = commands[c].name + 3;
        if (strcmp(names[c], bare) == 0)
            return commands[c].name;
    }
    const char *nearest = hz_nearest(hz_text_of(bare), names);
    if (nearest)
        fprintf(stderr, _("hz: there is no command \"%s\": did you mean %s?\n"), name, nearest);
    else
        fprintf(stderr, _("hz: there is no command \"%s\": hz lists them\n"), name);
    return NULL;
}

static int list(void)
{
    printf(_("usage: hz COMMAND [OPTION...] [FILE...]\n"
             "       hz help COMMAND\n"));
    for (size_t c = 0; c < HZ_COUNT(commands); c++) {
        if (c == 0 || strcmp(commands[c].group, commands[c - 1].group) != 0)
            printf("\n%s\n", commands[c].group);
        printf("  %-14s%s\n", commands[c].name + 3, _(commands[c].summary));
    }
    if (fflush(stdout) == 0)
        return 0;
    fprintf(stderr, _("hz: cannot write the list\n"));
    return HZ_ERROR_SYSTEM;
}

/*
 * In an installation pages lie in ../share/man/man1, in a source tree in man, above build/bin;
 * those in Chinese in a folder zh_CN there.
 */
static bool find_page(const char *translated, const char *file, char path[PATH_MAX])
{
    char names[3][160];
    const char section = file[strlen(file) - 1];
    snprintf(names[0], sizeof names[0], "../share/man/%sman%c/%s", translated, section, file);
    snprintf(names[1], sizeof names[1], "../../man/%s%s", translated, file);
    snprintf(names[2], sizeof names[2], "../../../man/%s%s", translated, file);
    for (size_t n = 0; n < HZ_COUNT(names); n++)
        if (hz_beside(names[n], path, PATH_MAX) && access(path, R_OK) == 0)
            return true;
    return false;
}

/* A page that is not there in the language in use is opened in English. */
static int open_page(const char *file)
{
    char path[PATH_MAX];
    const bool is_chinese = strcmp(hz_language(), "zh") == 0 && find_page("zh_CN/", file, path);
    if (!is_chinese && !find_page("", file, path)) {
        fprintf(stderr, _("hz: the page %s is not here\n"), file);
        return HZ_ERROR_SYSTEM;
    }
    if (is_chinese) /* asked for in a locale of ASCII, its letters would be question marks */
        setenv("LC_ALL", "C.UTF-8", 1);
    execlp("man", "man", "-l", path, (char *)NULL);
    execlp("mandoc", "mandoc", "-a", path, (char *)NULL);
    fprintf(stderr, _("hz: no program man or mandoc is here to show %s\n"), path);
    return HZ_ERROR_SYSTEM;
}

/*
 * The page of a command, of a format or of the whole: reserve, huzhu-plan, huzhu, or NULL for
 * that.
 */
static int help(const char *of)
{
    static const char sections[] = "7531";
    char file[160], path[PATH_MAX];
    if (!of)
        of = "huzhu";
    const bool is_page = strcmp(of, "hz") == 0 || strncmp(of, "huzhu", 5) == 0;
    for (size_t s = 0; is_page && sections[s]; s++) {
        snprintf(file, sizeof file, "%.120s.%c", of, sections[s]);
        if (find_page("", file, path))
            return open_page(file);
    }
    const char *name = find(of);
    if (!name)
        return HZ_ERROR_USAGE;
    snprintf(file, sizeof file, "%s.1", name);
    return open_page(file);
}

/* What help is asked of: the first word behind it that is not of --lang. */
static const char *asked_of(char *const argv[])
{
    for (size_t a = 2; argv[a]; a++) {
        if (strncmp(argv[a], "--lang", 6) != 0)
            return argv[a];
        if (!argv[a][6] && argv[a + 1])
            a++;
    }
    return NULL;
}

int main(int argc, char **argv)
{
    struct hz_error err = {0};
    const char *what = argc > 1 ? argv[1] : "--help";
    const char *asked = argc > 1 ? hz_language_asked(argv) : NULL;
    if (!hz_language_use(asked ? asked : hz_language_of_locale(), &err))
        fprintf(stderr, "hz: %s; going on in English\n", err.text);
    if (strcmp(what, "--help") == 0 || strcmp(what, "-h") == 0)
        return list();
    if (strcmp(what, "--version") == 0) {
        printf("hz (huzhu) %s\n", HZ_VERSION);
        return fflush(stdout) == 0 ? 0 : HZ_ERROR_SYSTEM;
    }
    if (strcmp(what, "--completions") == 0) { /* of the shells: the commands' names */
        for (size_t c = 0; c < HZ_COUNT(commands); c++)
            printf("%s\n", commands[c].name + 3);
        return fflush(stdout) == 0 ? 0 : HZ_ERROR_SYSTEM;
    }
    if (strcmp(what, "help") == 0)
        return help(asked_of(argv));
    const char *name = find(what);
    if (!name)
        return HZ_ERROR_USAGE;
    argv[1] = (char *)(uintptr_t)name;
    hz_become(argv + 1);
    fprintf(stderr, _("hz: %s cannot be started\n"), name);
    return HZ_ERROR_SYSTEM;
}
