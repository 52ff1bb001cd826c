/* progress.c: see progress.h. */

#include "common/progress.h"

#include <inttypes.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

static struct {
    double start, shown;
    bool is_shown;
} clock_face;

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

void hz_progress_show(const struct hz_progress *progress)
{
    const double every = 0.25;
    double time = now();
    if (clock_face.start <= 0)
        clock_face.start = time;
    double spent = time - clock_face.start;
    if (spent < 1 || time - clock_face.shown < every || !isatty(STDERR_FILENO))
        return;
    clock_face.shown = time;
    clock_face.is_shown = true;
    double megabytes = (double)progress->bytes / 1e6;
    fprintf(stderr, "\r\033[K%" PRIu64 " rows, %.0f MB, %.0f MB/s", progress->rows, megabytes,
            megabytes / spent);
    if (progress->size > 0 && progress->bytes > 0) {
        double share = (double)progress->bytes / (double)progress->size;
        fprintf(stderr, ", %.0f %%, %.0f s left", 100 * share, spent / share - spent);
    }
    fflush(stderr);
}

void hz_progress_clear(void)
{
    if (clock_face.is_shown)
        fputs("\r\033[K", stderr);
    clock_face.is_shown = false;
}
