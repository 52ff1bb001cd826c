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

/* In an installation pages lie in ../share/man/man1, in a source tree in man, above build/bin. */
static int open_page(const char *folder, const char *file)
{
    const char *const above[] = {folder, "../../man", "../../../man"};
    char path[PATH_MAX], name[160];
    for (size_t f = 0; f < HZ_COUNT(above); f++) {
        snprintf(name, sizeof name, "%s/%s", above[f], file);
        if (!hz_beside(name, path, sizeof path) || access(path, R_OK) != 0)
            continue;
        execlp("man", "man", "-l", path, (char *)NULL);
        execlp("mandoc", "mandoc", "-a", path, (char *)NULL);
        fprintf(stderr, _("hz: no program man or mandoc is here to show %s\n"), path);
        return HZ_ERROR_SYSTEM;
    }
    fprintf(stderr, _("hz: the page %s is not here\n"), file);
    return HZ_ERROR_SYSTEM;
}

int main(int argc, char **argv)
{
    struct hz_error err = {0};
    const char *what = argc > 1 ? argv[1] : "--help";
    if (!hz_language_use(hz_language_of_locale(), &err))
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
    if (strcmp(what, "help") == 0 && (argc == 2 || strcmp(argv[2], "huzhu") == 0))
        return open_page("../share/man/man7", "huzhu.7");
    const char *name = find(strcmp(what, "help") == 0 ? argv[2] : what);
    if (!name)
        return HZ_ERROR_USAGE;
    if (strcmp(what, "help") == 0) {
        char file[80];
        snprintf(file, sizeof file, "%s.1", name);
        return open_page("../share/man/man1", file);
    }
    argv[1] = (char *)(uintptr_t)name;
    hz_become(argv + 1);
    fprintf(stderr, _("hz: %s cannot be started\n"), name);
    return HZ_ERROR_SYSTEM;
}
