/* beside.c: see beside.h. */

#include "common/beside.h"

#include <errno.h>
#include <limits.h>
#include <string.h>
#include <unistd.h>

bool hz_beside(const char *name, char path[], size_t size)
{
    ssize_t length = readlink("/proc/self/exe", path, size - 1);
    if (length <= 0)
        return false;
    path[length] = '\0';
    char *slash = strrchr(path, '/');
    if (!slash || (size_t)(slash + 1 - path) + strlen(name) + 1 > size)
        return false;
    memcpy(slash + 1, name, strlen(name) + 1);
    return true;
}

bool hz_read_whole(FILE *file, struct hz_buffer *bytes, struct hz_error *err)
{
    enum { STEP = 1 << 16 };
    size_t got;
    bool done = fseek(file, 0, SEEK_SET) == 0;
    while (done && (got = fread(hz_buffer_reserve(bytes, STEP), 1, STEP, file)) > 0)
        bytes->length += got;
    done = done && !ferror(file);
    return done || hz_error_system(err, P_tmpdir, _("cannot read"), errno);
}

void hz_become(char *const argument[])
{
    char path[PATH_MAX];
    if (hz_beside(argument[0], path, sizeof path))
        execv(path, argument);
}
