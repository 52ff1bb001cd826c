/* inputs.c: see inputs.h. */

#include "inputs.h"

#include "report/description.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <unistd.h>

const char *hz_directory_of(const char *path, struct hz_arena *arena)
{
    const char *slash = strrchr(path, '/');
    return slash ? hz_arena_string(arena, (struct hz_text){path, (size_t)(slash + 1 - path)})
                 : NULL;
}

/* "../" for each folder of a directory that leads down only; NULL: it does not. */
static const char *way_back(const char *directory, struct hz_arena *arena)
{
    struct hz_buffer back = {0};
    const char *way = NULL;
    bool is_down = directory[0] != '/';
    for (const char *at = directory; *at && is_down;) {
        const size_t length = strcspn(at, "/");
        is_down = !(length == 2 && strncmp(at, "..", 2) == 0);
        if (length > 0 && !(length == 1 && at[0] == '.'))
            hz_buffer_string(&back, "../");
        at += length + (at[length] == '/');
    }
    char real[PATH_MAX], here[PATH_MAX];
    struct hz_buffer straight = {0};
    if (is_down && realpath(directory, real) && getcwd(here, sizeof here)) {
        /* A link on the way down has another way back. */
        for (const char *at = directory; *at;) {
            const size_t length = strcspn(at, "/");
            if (length > 0 && !(length == 1 && at[0] == '.'))
                hz_buffer_format(&straight, "/%.*s", (int)length, at);
            at += length + (at[length] == '/');
        }
        const size_t base = strcmp(here, "/") == 0 ? 0 : strlen(here);
        if (strncmp(real, here, base) == 0 && strlen(real + base) == straight.length &&
            memcmp(real + base, straight.at ? straight.at : "", straight.length) == 0)
            way = hz_arena_string(arena, (struct hz_text){back.at, back.length});
    }
    hz_buffer_free(&straight);
    hz_buffer_free(&back);
    return way;
}

/* A file's name as it is seen from the directory. */
static bool append_seen(struct hz_buffer *out, const char *file, const char *directory,
                        struct hz_arena *arena, struct hz_error *err)
{
    char here[PATH_MAX];
    const char *back = file[0] == '/' ? "" : way_back(directory, arena);
    if (back) {
        hz_buffer_format(out, "%s%s", back, file);
        return true;
    }
    if (!getcwd(here, sizeof here))
        return hz_error_system(err, ".", _("cannot be found"), errno);
    hz_buffer_format(out, "%s/%s", here, file);
    return true;
}

bool hz_inputs_seen_from(const char **seen, const char *list, const char *directory,
                         struct hz_arena *arena, struct hz_error *err)
{
    struct hz_buffer out = {0};
    bool done = true;
    *seen = list;
    if (!list || !directory)
        return true;
    while (done && *list) {
        const char *equals = strchr(list, '=');
        const char *end = hz_report_next_given(list);
        if (!equals || equals > end) /* hz_report_give says so */
            break;
        hz_buffer_append(&out, list, (size_t)(equals + 1 - list));
        const char *file =
            hz_arena_string(arena, (struct hz_text){equals + 1, (size_t)(end - equals - 1)});
        done = append_seen(&out, file, directory, arena, err);
        if (*end)
            hz_buffer_char(&out, ',');
        list = end + (*end == ',');
    }
    hz_buffer_string(&out, list);
    *seen = hz_arena_string(arena, (struct hz_text){out.at, out.length});
    hz_buffer_free(&out);
    return done;
}
