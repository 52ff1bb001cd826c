/* secret.c: see secret.h. */

#include "file/secret.h"

#include "file/file.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

static bool is_private(int descriptor, const char *path, struct hz_error *err)
{
    const struct hz_place place = {.file = path};
    struct stat status;
    if (fstat(descriptor, &status) != 0)
        return hz_error_system(err, path, _("cannot read"), errno);
    if (!S_ISREG(status.st_mode) && !S_ISFIFO(status.st_mode))
        return hz_error_set(err, HZ_ERROR_USAGE, place,
                            _("is no file: expected a file with a key"));
    if ((status.st_mode & 077) != 0)
        return hz_error_set(
            err, HZ_ERROR_USAGE, place,
            _("others than its owner have access (mode %03o): chmod 600, and think of "
              "a new key"),
            (unsigned)status.st_mode & 0777);
    return true;
}

static bool read_key(int descriptor, const char *path, char key[], size_t *length,
                     struct hz_error *err)
{
    while (*length <= HZ_KEY_MOST) {
        ssize_t got = read(descriptor, key + *length, HZ_KEY_MOST + 1 - *length);
        if (got < 0 && hz_file_may_go_on(descriptor))
            continue;
        if (got < 0)
            return hz_error_system(err, path, _("cannot read"), errno);
        if (got == 0)
            break;
        *length += (size_t)got;
    }
    if (*length >= HZ_KEY_LEAST && *length <= HZ_KEY_MOST)
        return true;
    return hz_error_set(err, HZ_ERROR_USAGE, (struct hz_place){.file = path},
                        _("a key has %d to %d bytes: head -c 32 /dev/urandom makes one"),
                        HZ_KEY_LEAST, HZ_KEY_MOST);
}

bool hz_secret_read(struct hz_mac **key, const char *path, struct hz_error *err)
{
    char bytes[HZ_KEY_MOST + 1];
    size_t length = 0;
    int descriptor;
    if (!hz_file_open_secret(path, &descriptor, err))
        return false;
    bool done =
        is_private(descriptor, path, err) && read_key(descriptor, path, bytes, &length, err);
    close(descriptor);
    if (done)
        *key = hz_mac_new((struct hz_text){bytes, length});
    hz_forget(bytes, sizeof bytes);
    return done;
}
