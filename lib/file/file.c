/* file.c: see file.h. */

#include "file/file.h"

#include "file/audit_trail.h"
#include "file/gate.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

const char *hz_file_name(const char *path)
{
    return !path || strcmp(path, "-") == 0 || strcmp(path, "/dev/stdin") == 0 ? "<stdin>" : path;
}

enum { STEP = 1 << 16 };

bool hz_file_may_go_on(int descriptor)
{
    if (errno != EAGAIN)
        return errno == EINTR;
    struct pollfd bytes = {.fd = descriptor, .events = POLLIN};
    return poll(&bytes, 1, -1) > 0 || errno == EINTR;
}

/* Reads on; nothing at the end of the file. */
static bool read_step(int descriptor, const char *name, char to[STEP], size_t *length,
                      struct hz_error *err)
{
    ssize_t got;
    *length = 0;
    do
        got = read(descriptor, to, STEP);
    while (got < 0 && hz_file_may_go_on(descriptor));
    if (got < 0)
        return hz_error_system(err, name, _("cannot read"), errno);
    *length = (size_t)got;
    return true;
}

static bool read_all(int descriptor, const char *name, size_t most, struct hz_buffer *bytes,
                     struct hz_error *err)
{
    struct hz_audit_trail *trail = hz_audit_trail_open(name, false);
    for (;;) {
        size_t got;
        if (!read_step(descriptor, name, hz_buffer_reserve(bytes, STEP), &got, err))
            return false;
        if (got == 0)
            return true;
        hz_audit_trail_bytes(trail, bytes->at + bytes->length, got);
        bytes->length += got;
        if (bytes->length > most)
            return hz_error_set(err, HZ_ERROR_SYSTEM, (struct hz_place){.file = name},
                                _("larger than %zu bytes, the most that is read whole"), most);
    }
}

static bool open_as(const char *path, bool is_listed, int *descriptor, struct hz_error *err)
{
    /* A pipe that nobody writes to does not keep a gate waiting. */
    const int flags = O_RDONLY | O_CLOEXEC | (hz_gate_is_set() ? O_NONBLOCK | O_NOCTTY : 0);
    if (!hz_gate_passes(path, is_listed, err))
        return false;
    *descriptor = open(path, flags);
    if (*descriptor < 0)
        return hz_error_system(err, path, _("cannot open"), errno);
    if (hz_gate_is_plain(path, *descriptor, err))
        return true;
    close(*descriptor);
    return false;
}

bool hz_file_open(const char *path, int *descriptor, struct hz_error *err)
{
    *descriptor = STDIN_FILENO;
    return !path || strcmp(path, "-") == 0 || open_as(path, true, descriptor, err);
}

bool hz_file_open_secret(const char *path, int *descriptor, struct hz_error *err)
{
    return open_as(path, false, descriptor, err);
}

static void close_file(int descriptor)
{
    if (descriptor != STDIN_FILENO)
        close(descriptor);
}

bool hz_file_read(const char *path, size_t most, struct hz_buffer *bytes, struct hz_error *err)
{
    int descriptor;
    if (!hz_file_open(path, &descriptor, err))
        return false;
    bool done = read_all(descriptor, hz_file_name(path), most, bytes, err);
    close_file(descriptor);
    return done;
}

bool hz_file_digest(int descriptor, const char *name, bool (*go_on)(const void *context),
                    const void *context, struct hz_digest *digest, struct hz_error *err)
{
    struct hz_audit_trail *trail = hz_audit_trail_open(name, false);
    struct hz_hash *hash = hz_hash_new();
    char bytes[STEP];
    size_t got;
    bool done;
    while ((done = read_step(descriptor, name, bytes, &got, err)) && got > 0) {
        hz_audit_trail_bytes(trail, bytes, got);
        hz_hash_add(hash, bytes, got);
        if (!go_on(context)) {
            done = hz_error_set(err, HZ_ERROR_SYSTEM, (struct hz_place){.file = name},
                                _("has not been read in time: --timeout gives it more"));
            break;
        }
    }
    *digest = hz_hash_end(hash);
    return done;
}

/* LibreOffice's command, which makes CSV in UTF-8 of the first sheet. */
#define BY_OFFICE "soffice --headless --convert-to 'csv:Text - txt - csv (StarCalc):44,34,76' FILE"

/* Text that begins, blanks and marks aside, with a word in any case. */
static bool begins_with(struct hz_text bytes, const char *word)
{
    bytes = hz_text_trim(bytes);
    return bytes.length >= strlen(word) && strncasecmp(bytes.at, word, strlen(word)) == 0;
}

static bool refuse(const char *name, const char *what, const char *command, struct hz_error *err)
{
    return hz_error_set(err, HZ_ERROR_DATA, (struct hz_place){.file = name},
                        _("this is %s, not CSV: use %s"), what, command);
}

/* Tables that are text, but not CSV, whatever the file's name ends in. */
static bool is_markup(const char *name, struct hz_text bytes, struct hz_error *err)
{
    enum { BEGINNING = 4096 };
    static const char *const html[] = {"<html", "<!doctype", "<table", "<head",
                                       "<meta", "<body",     "<!--",   "<div",
                                       "<tr",   "<style",    "<title", "<script"};
    if (bytes.length > BEGINNING)
        bytes.length = BEGINNING;
    for (size_t h = 0; h < HZ_COUNT(html); h++)
        if (begins_with(bytes, html[h]))
            return !refuse(name, _("HTML, a table of a web page"), BY_OFFICE, err);
    if (begins_with(bytes, "<?xml") || begins_with(bytes, "<workbook"))
        return !refuse(name, _("XML, such as a workbook of Excel 2003"), BY_OFFICE, err);
    if (begins_with(bytes, "MIME-Version:"))
        return !refuse(name, _("a saved web page (MHTML)"), BY_OFFICE, err);
    if (begins_with(bytes, "{\\rtf"))
        return !refuse(name, _("RTF, a text for a word processor"), BY_OFFICE, err);
    return false;
}

/*
 * A compound file is an old workbook, or one that is locked by a password, which has a stream of
 * the name EncryptedPackage in the directory whose first sector the header tells. ([MS-CFB] 2.2 and
 * 2.6, [MS-OFFCRYPTO] 2.3.4.4.)
 */
static bool refuse_compound(const char *name, struct hz_text bytes, struct hz_error *err)
{
    enum { SHIFT_AT = 30, DIRECTORY_AT = 48, HEADER = 512 };
    static const char locked[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";
    if (memmem(bytes.at, bytes.length, locked, sizeof locked))
        return hz_error_set(err, HZ_ERROR_DATA, (struct hz_place){.file = name},
                            _("this workbook is locked by a password: open it in its program, and "
                              "save it without one"));
    uint64_t directory = UINT64_MAX;
    if (bytes.length >= HEADER) {
        const unsigned char *at = (const unsigned char *)bytes.at + DIRECTORY_AT;
        const uint64_t sector =
            (uint64_t)at[0] | (uint64_t)at[1] << 8 | (uint64_t)at[2] << 16 | (uint64_t)at[3] << 24;
        directory = (sector + 2) << (bytes.at[SHIFT_AT] & 0x0F);
    }
    return refuse(name,
                  directory <= bytes.length ? _("an old .xls workbook")
                                            : _("an old .xls workbook (or a new one that is locked "
                                                "by a password)"),
                  BY_OFFICE, err);
}

bool hz_file_is_text(const char *name, struct hz_text bytes, struct hz_error *err)
{
    static const struct {
        const char *magic;
        size_t length;
        const char *what;
        const char *command;
    } kinds[] = {
        {"\x1f\x8b", 2, N_("gzip data"), "gzip -dc FILE | ..."},
        {"\xfd"
         "7zXZ",
         5, N_("xz data"), "xz -dc FILE | ..."},
        {"\x28\xb5\x2f\xfd", 4, N_("zstd data"), "zstd -dc FILE | ..."},
        {"BZh", 3, N_("bzip2 data"), "bzip2 -dc FILE | ..."},
        {"7z\xbc\xaf", 4, N_("a 7z archive"), "7z x -so FILE | ..."},
        {"Rar!", 4, N_("a rar archive"), "unar -o - FILE | ..."},
        /* Workbooks before compound files: the first record, of BIFF 5, 4, 3 and 2. */
        {"\x09\x08", 2, N_("an old .xls workbook"), BY_OFFICE},
        {"\x09\x04\x06", 3, N_("an old .xls workbook"), BY_OFFICE},
        {"\x09\x02\x06", 3, N_("an old .xls workbook"), BY_OFFICE},
        {"\x09\x00\x04", 3, N_("an old .xls workbook"), BY_OFFICE},
        {"\x03", 1, N_("a dBASE table (.dbf)"), BY_OFFICE},
        {"PAR1", 4, N_("Parquet data"), "duckdb -csv -c \"FROM 'FILE'\" | ..."},
        {"%PDF-", 5, N_("a PDF"), N_("the workbook that it was printed from")},
    };
    for (size_t i = 0; i < HZ_COUNT(kinds); i++)
        if (bytes.length >= kinds[i].length &&
            memcmp(bytes.at, kinds[i].magic, kinds[i].length) == 0)
            return refuse(name, _(kinds[i].what), kinds[i].command, err);
    if (bytes.length >= 4 && memcmp(bytes.at, "\xd0\xcf\x11\xe0", 4) == 0)
        return refuse_compound(name, bytes, err);
    if (bytes.length >= 4 && memcmp(bytes.at, "PK\x03\x04", 4) == 0)
        return refuse(name, _("an .ods workbook"), BY_OFFICE, err); /* others: xlsx_read.h */
    return !is_markup(name, bytes, err);
}

static int by_bytes(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static bool is_wanted(const char *name, const char *ending)
{
    size_t length = strlen(name), tail = strlen(ending);
    return name[0] != '.' && length > tail && strcmp(name + length - tail, ending) == 0;
}

/* Nobody has named it: a pipe that happens to be there would be waited for. */
static bool is_plain(const char *path, struct hz_error *err)
{
    struct stat status;
    if (stat(path, &status) != 0)
        return hz_error_system(err, path, _("cannot open"), errno);
    return S_ISREG(status.st_mode) ||
           hz_error_set(err, HZ_ERROR_DATA, (struct hz_place){.file = path},
                        _("is no plain file: of a folder, only these are read"));
}

bool hz_file_list(const char *directory, const char *ending, struct hz_arena *arena,
                  const char *const **path, size_t *paths, struct hz_error *err)
{
    struct hz_buffer found = {0};
    if (!hz_gate_passes(directory, false, err))
        return false;
    DIR *stream = opendir(directory);
    if (!stream)
        return hz_error_system(err, directory, _("cannot open the directory"), errno);
    for (struct dirent *entry; (errno = 0, entry = readdir(stream)) != NULL;) {
        if (!is_wanted(entry->d_name, ending))
            continue;
        struct hz_buffer name = {0};
        hz_buffer_format(&name, "%s/%s", directory, entry->d_name);
        const char *copy = hz_arena_string(arena, (struct hz_text){name.at, name.length});
        hz_buffer_append(&found, &copy, sizeof copy);
        hz_buffer_free(&name);
    }
    const int failure = errno; /* else it was the end */
    closedir(stream);
    if (failure != 0) {
        hz_buffer_free(&found);
        return hz_error_system(err, directory, _("cannot read the directory"), failure);
    }
    *paths = found.length / sizeof(char *);
    const char **sorted = hz_arena_allocate(arena, *paths, sizeof *sorted);
    if (*paths > 0)
        memcpy(sorted, found.at, found.length);
    qsort(sorted, *paths, sizeof *sorted, by_bytes);
    hz_buffer_free(&found);
    *path = sorted;
    bool done = true;
    for (size_t p = 0; p < *paths && done; p++)
        done = is_plain(sorted[p], err);
    return done;
}
