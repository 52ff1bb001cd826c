/* gnuplot.c: see gnuplot.h. */

#include "gnuplot.h"

#include "base/attr.h"
#include "common/beside.h"

#include <errno.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

enum { SECONDS = 60 };

bool hz_program_find(const char *name, char path[], size_t size)
{
    const char *folders = getenv("PATH");
    for (const char *at = folders ? folders : ""; *at; at += strcspn(at, ":"), at += *at == ':') {
        const int length = (int)strcspn(at, ":");
        if (*at == '/' && snprintf(path, size, "%.*s/%s", length, at, name) < (int)size &&
            access(path, X_OK) == 0)
            return true;
    }
    return false;
}

bool hz_gnuplot_is_there(void)
{
    char path[PATH_MAX];
    return hz_program_find("gnuplot", path, sizeof path);
}

/* The new process, up to where it becomes the program. */
static void become(const char *path, char *const argument[], FILE *const file[3], pid_t parent)
{
#ifdef __linux__
    prctl(PR_SET_PDEATHSIG, SIGKILL);
#endif
    if (getppid() != parent)
        _exit(127);
    for (int f = 0; f < 3; f++)
        if (dup2(fileno(file[f]), f) < 0)
            _exit(127);
    setenv("LC_ALL", "C.UTF-8", 1);
    unsetenv("GNUTERM");
    unsetenv("GNUPLOT_LIB");
    signal(SIGPIPE, SIG_DFL);
    signal(SIGALRM, SIG_DFL);
    alarm(SECONDS);
    execv(path, argument);
    _exit(127);
}

/* Its standard input, output and complaints are files without names, at their beginnings. */
static bool run(const char *path, char *const argument[], FILE *const file[3], int *status,
                struct hz_error *err)
{
    const pid_t parent = getpid(), child = fork();
    if (child < 0)
        return hz_error_system(err, path, _("cannot start this command"), errno);
    if (child == 0)
        become(path, argument, file, parent);
    while (waitpid(child, status, 0) < 0 && errno == EINTR)
        ;
    return true;
}

static bool open_files(FILE *file[3], struct hz_error *err)
{
    for (int f = 0; f < 3; f++) {
        file[f] = tmpfile();
        if (!file[f])
            return hz_error_system(err, P_tmpdir, _("cannot create a file"), errno);
    }
    return true;
}

static void close_files(FILE *file[3])
{
    for (int f = 0; f < 3; f++)
        if (file[f])
            fclose(file[f]);
}

/* Its first complaint, without the lines that repeat the script. */
static bool complain(FILE *file, int status, struct hz_error *err)
{
    char line[256], said[256] = "";
    rewind(file);
    while (!said[0] && fgets(line, sizeof line, file)) {
        line[strcspn(line, "\n")] = '\0';
        const size_t blank = strspn(line, " \t^");
        if (strncmp(line, "gnuplot>", 8) != 0)
            memcpy(said, line + blank, strlen(line + blank) + 1);
    }
    if (WIFSIGNALED(status) && WTERMSIG(status) == SIGALRM)
        return hz_error_set(err, HZ_ERROR_SYSTEM, HZ_NOWHERE,
                            _("gnuplot has not ended after %d seconds"), SECONDS);
    return hz_error_set(err, HZ_ERROR_SYSTEM, HZ_NOWHERE, _("gnuplot has failed: %s"), said);
}

bool hz_gnuplot_draw(struct hz_text script, struct hz_buffer *picture, struct hz_error *err)
{
    char path[PATH_MAX], name[] = "gnuplot", plain[] = "--default-settings";
    char *const argument[] = {name, plain, NULL};
    FILE *file[3] = {NULL, NULL, NULL};
    int status = 0;
    if (!hz_program_find(name, path, sizeof path))
        return hz_error_set(err, HZ_ERROR_SYSTEM, HZ_NOWHERE,
                            _("there is no gnuplot in PATH, which draws pictures: install the "
                              "package gnuplot-nox (Debian, Ubuntu) or gnuplot (elsewhere)"));
    bool done = open_files(file, err);
    if (done && (fwrite(script.at, 1, script.length, file[0]) != script.length ||
                 fflush(file[0]) != 0 || fseek(file[0], 0, SEEK_SET) != 0))
        done = hz_error_system(err, P_tmpdir, _("cannot write"), errno);
    done = done && run(path, argument, file, &status, err);
    if (done && status != 0)
        done = complain(file[2], status, err);
    done = done && hz_read_whole(file[1], picture, err);
    close_files(file);
    return done;
}

bool hz_font_is_there(const char *name)
{
    char path[PATH_MAX], fc_list[] = "fc-list", family[] = "family", pattern[512];
    char *const argument[] = {fc_list, pattern, family, NULL};
    FILE *file[3] = {NULL, NULL, NULL};
    struct hz_buffer found = {0};
    struct hz_error ignored = {0};
    int status = 0;
    bool is_there = true;
    snprintf(pattern, sizeof pattern, "%s:lang=zh-cn", name ? name : "");
    if (hz_program_find(fc_list, path, sizeof path) && open_files(file, &ignored) &&
        run(path, argument, file, &status, &ignored) && status == 0 &&
        hz_read_whole(file[1], &found, &ignored))
        is_there = found.length > 0;
    close_files(file);
    hz_buffer_free(&found);
    return is_there;
}
