/* beside.c: see beside.h. */

#include "common/beside.h"

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

void hz_become(char *const argument[])
{
    char path[PATH_MAX];
    if (hz_beside(argument[0], path, sizeof path))
        execv(path, argument);
}
