/* gate.c: see gate.h. */

#include "file/gate.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static const struct hz_gate *gate;

void hz_gate_set(const struct hz_gate *set)
{
    gate = set;
}

const struct hz_gate *hz_gate_get(void)
{
    return gate;
}

bool hz_gate_is_set(void)
{
    return gate != NULL;
}

static bool is_listed(const char *path)
{
    for (size_t n = 0; n < gate->names; n++)
        if (strcmp(gate->name[n], path) == 0)
            return true;
    return false;
}

/* True if the file lies under the folder, both without links and dots. */
static bool lies_under(const char *real, const char *folder)
{
    const size_t length = strcmp(folder, "/") == 0 ? 0 : strlen(folder);
    return strncmp(real, folder, length) == 0 && (real[length] == '/' || !real[length]);
}

/* What is in a folder that a person has named is named with it. */
static bool is_in_listed(const char *path)
{
    char folder[PATH_MAX], file[PATH_MAX];
    if (!realpath(path, file))
        return false;
    for (size_t n = 0; n < gate->names; n++) {
        const size_t length = strlen(gate->name[n]);
        if (strncmp(path, gate->name[n], length) == 0 && path[length] == '/' &&
            realpath(gate->name[n], folder) && lies_under(file, folder))
            return true;
    }
    return false;
}

static bool is_under(const char *path, struct hz_error *err)
{
    char folder[PATH_MAX], file[PATH_MAX];
    if (!realpath(gate->folder, folder))
        return hz_error_system(err, gate->folder, _("cannot open the directory"), errno);
    if (!realpath(path, file))
        return hz_error_system(err, path, _("cannot open"), errno);
    return lies_under(file, folder) ||
           hz_error_set(err, HZ_ERROR_DATA, (struct hz_place){.file = path},
                        _("lies outside of the folder %s of the file that names it: it is read "
                          "only with --allow-outside"),
                        folder);
}

bool hz_gate_passes(const char *path, bool wants_listing, struct hz_error *err)
{
    if (!gate)
        return true;
    if (!gate->is_listed && (is_listed(path) || is_in_listed(path)))
        return true;
    if (wants_listing && gate->is_listed && !is_listed(path))
        return hz_error_set(err, HZ_ERROR_DATA, (struct hz_place){.file = path},
                            _("is not among the inputs that the manifest lists: it is not read"));
    return !gate->folder || is_under(path, err);
}

bool hz_gate_is_plain(const char *path, int descriptor, struct hz_error *err)
{
    struct stat status;
    return !gate || (fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode)) ||
           hz_error_set(err, HZ_ERROR_DATA, (struct hz_place){.file = path},
                        _("is no plain file: what a stranger's file names is read only if it is "
                          "one"));
}
