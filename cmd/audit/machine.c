/* machine.c: see machine.h. */

#include "machine.h"

#include "common/beside.h"
#include "common/command.h"
#include "file/file.h"
#include "file/scan.h"
#include "huzhu.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#if defined(__linux__)
#include <link.h>
#endif

bool hz_machine_data(char folder[], size_t size, struct hz_error *err)
{
    static const char *const places[] = {"../share/huzhu/data", "../../data", "../../../data"};
    char figures[PATH_MAX];
    for (size_t p = 0; p < HZ_COUNT(places); p++)
        if (hz_beside(places[p], folder, size) &&
            snprintf(figures, sizeof figures, "%s/figures", folder) < (int)sizeof figures &&
            access(figures, R_OK) == 0)
            return true;
    return hz_error_set(err, HZ_ERROR_SYSTEM, HZ_NOWHERE,
                        _("the shipped figures are not beside this program: --data DIR names the "
                          "folder that has figures/ and published/ in it"));
}

struct telling {
    hz_machine_teller *tell;
    void *context;
};

#if defined(__linux__)
/* A library is known by its file, behind the links: libgsl.so.27.0.0. */
static int tell_library(struct dl_phdr_info *info, size_t size, void *context)
{
    (void)size;
    const struct telling *to = context;
    char *file = info->dlpi_name[0] == '/' ? realpath(info->dlpi_name, NULL) : NULL;
    if (file)
        to->tell(to->context, "library", strrchr(file, '/') + 1, "loaded");
    free(file);
    return 0;
}
#endif

/* Whether a way to scan finds the same in these bytes as the plain one. */
static bool scans_the_same(hz_scan *scan, struct hz_text bytes)
{
    const size_t most = bytes.length + HZ_SCAN_SLACK;
    uint32_t *a = calloc(most, sizeof *a), *b = calloc(most, sizeof *b);
    bool same = a && b;
    if (same) {
        const struct hz_scan_found found = scan(bytes.at, bytes.length, ',', SIZE_MAX, a, most);
        const struct hz_scan_found plain =
            hz_scan_index_plain(bytes.at, bytes.length, ',', SIZE_MAX, b, most);
        same = found.positions == plain.positions && found.newlines == plain.newlines &&
               found.records == plain.records && memcmp(a, b, plain.positions * sizeof *a) == 0;
    }
    free(a);
    free(b);
    return same;
}

bool hz_machine_tell(const char *folder, hz_machine_teller *tell, void *context,
                     struct hz_error *err)
{
    char path[PATH_MAX];
    struct hz_buffer bytes = {0};
    struct telling to = {tell, context};
    snprintf(path, sizeof path, "%s/sample/claims.csv", folder);
    if (!hz_file_read(path, SIZE_MAX / 2, &bytes, err))
        return false;
    tell(context, "program", "huzhu " HZ_VERSION, "runs");
    tell(context, "compiler", __VERSION__, "built it");
#if defined(__linux__)
    dl_iterate_phdr(tell_library, &to);
#else
    (void)to;
#endif
    memset(hz_buffer_reserve(&bytes, HZ_SCAN_SLACK), 0, HZ_SCAN_SLACK);
    const struct hz_text text = {bytes.at, bytes.length};
    bool are_same = true;
    for (size_t v = 0; hz_scan_variant(v); v++) {
        const bool same = scans_the_same(hz_scan_variant(v), text);
        snprintf(path, sizeof path, "scan %s%s", hz_scan_variant_name(v), v == 0 ? ", in use" : "");
        tell(context, "processor", path, same ? "agrees" : "differs");
        are_same &= same;
    }
    hz_buffer_free(&bytes);
    return are_same || hz_error_set(err, HZ_ERROR_SYSTEM, HZ_NOWHERE,
                                    _("this processor scans records wrongly in one of its ways"));
}
