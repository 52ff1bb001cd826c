/* output.c: see output.h. */

#include "file/output.h"

#include "base/arena.h"
#include "base/memory.h"
#include "file/audit_trail.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
    BUFFER_BYTES = 1 << 17,
    LINKS_MOST = 40,    /* as Linux: a longer chain is a circle */
    NAMES_TRIED = 1000, /* for an unfinished file, when others have left theirs behind */
    NAME_KEPT = 200,    /* of a file's name in its unfinished one's: names end at 255 bytes */
    NAME_AROUND = 16,   /* what is put around it, and a NUL */
};

struct hz_output {
    const char *name; /* for messages */
    int descriptor;
    bool is_stdout;
    struct hz_buffer *bytes; /* where it goes instead of a file; NULL: it does not */
    char *place;             /* where the finished file goes; NULL if it is written directly */
    char *unfinished;        /* its name until then */
    struct hz_audit_trail *trail;
    int failure;          /* the first errno; nothing is written after it */
    const char *sentence; /* what else failed first; NULL: a system call */
    size_t held;
    char *buffer;
    struct hz_arena arena;
};

/* True if the path is another name of something that is open: it is added to, never replaced. */
static bool is_descriptor(const char *path)
{
    static const char *const start[] = {"/dev/std", "/dev/fd/", "/proc/self/fd/"};
    for (size_t i = 0; i < HZ_COUNT(start); i++)
        if (strncmp(path, start[i], strlen(start[i])) == 0)
            return true;
    return false;
}

static size_t directory_length(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? (size_t)(slash - path) + 1 : 0;
}

/* The folder of a path, as it is opened. */
static const char *directory_of(struct hz_arena *arena, const char *path)
{
    const size_t length = directory_length(path);
    return length > 0 ? hz_arena_string(arena, (struct hz_text){path, length}) : ".";
}

/* A link that somebody else may have put into a folder where others may write, such as /tmp. */
static bool is_strangers_link(struct hz_arena *arena, const char *path)
{
    struct stat link, folder;
    return lstat(path, &link) == 0 && S_ISLNK(link.st_mode) &&
           stat(directory_of(arena, path), &folder) == 0 &&
           (folder.st_mode & (S_IWGRP | S_IWOTH)) && link.st_uid != 0 && link.st_uid != geteuid() &&
           link.st_uid != folder.st_uid;
}

/*
 * The file that a chain of symbolic links ends at, be it there or not: the links stay. NULL, and
 * errno: a link of somebody else.
 */
static char *follow_links(struct hz_arena *arena, const char *path)
{
    char *place = hz_arena_string(arena, hz_text_of(path));
    for (int links = 0; links < LINKS_MOST; links++) {
        char target[PATH_MAX];
        if (is_strangers_link(arena, place)) {
            errno = EACCES;
            return NULL;
        }
        ssize_t length = readlink(place, target, sizeof target);
        if (length <= 0)
            break;
        size_t kept = target[0] == '/' ? 0 : directory_length(place);
        char *next = hz_arena_allocate(arena, kept + (size_t)length + 1, 1);
        memcpy(next, place, kept);
        memcpy(next + kept, target, (size_t)length);
        place = next;
    }
    return place;
}

/* How much of a name goes into an unfinished file's: whole letters. */
static size_t kept_length(const char *name)
{
    size_t length = strlen(name);
    if (length <= NAME_KEPT)
        return length;
    for (length = NAME_KEPT; length > 0 && (name[length] & 0xC0) == 0x80; length--)
        ;
    return length;
}

/* Creates ".NAME.XXXXXX" in the directory of the place. The system applies the umask. */
static bool create_beside(struct hz_output *output, mode_t mode)
{
    size_t directory = directory_length(output->place);
    const char *name = output->place + directory;
    size_t size = directory + kept_length(name) + NAME_AROUND;
    output->unfinished = hz_arena_allocate(&output->arena, size, 1);
    for (unsigned attempt = 0; attempt < NAMES_TRIED; attempt++) {
        unsigned mark = ((unsigned)getpid() + attempt * 65537U) & 0xFFFFFFU;
        snprintf(output->unfinished, size, "%.*s.%.*s.%06x", (int)directory, output->place,
                 (int)kept_length(name), name, mark);
        output->descriptor =
            open(output->unfinished, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
        if (output->descriptor >= 0 || errno != EEXIST)
            break;
    }
    return output->descriptor >= 0;
}

/* As far as the system lets us, the new file belongs to whom the old one does, with its mode. */
static void keep_owner_and_mode(int descriptor, const struct stat *old)
{
    struct stat new;
    bool is_ours =
        fstat(descriptor, &new) == 0 && new.st_uid == old->st_uid &&new.st_gid == old->st_gid;
    if (!is_ours && fchown(descriptor, old->st_uid, old->st_gid) != 0 &&
        fchown(descriptor, (uid_t)-1, old->st_gid) != 0)
        errno = 0; /* not allowed: then it is the writer's */
    fchmod(descriptor, old->st_mode & 0777);
}

static bool open_named(struct hz_output *output, struct hz_error *err)
{
    struct stat old;
    bool is_there = stat(output->name, &old) == 0;
    if (!is_there && (errno != ENOENT || output->name[0] == '\0'))
        return hz_error_system(err, output->name, _("cannot open"), errno);
    if (is_there && (!S_ISREG(old.st_mode) || is_descriptor(output->name))) {
        output->descriptor = open(output->name, O_WRONLY | O_APPEND | O_NOCTTY | O_CLOEXEC);
        if (output->descriptor < 0)
            return hz_error_system(err, output->name, _("cannot open"), errno);
        return true;
    }
    if (is_there && faccessat(AT_FDCWD, output->name, W_OK, AT_EACCESS) != 0)
        return hz_error_system(err, output->name, _("cannot replace"), errno);
    output->place = follow_links(&output->arena, output->name);
    if (!output->place)
        return hz_error_system(err, output->name, _("cannot follow this link"), errno);
    if (!create_beside(output, is_there ? old.st_mode & 0777 : 0666))
        return hz_error_system(err, output->name,
                               is_there ? _("cannot create a file beside it") : _("cannot create"),
                               errno);
    if (is_there)
        keep_owner_and_mode(output->descriptor, &old);
    return true;
}

/* A closed stdout is refused at once: its number would go to the next file that is opened. */
static bool open_stdout(struct hz_output *output, struct hz_error *err)
{
    output->name = "<stdout>";
    output->descriptor = STDOUT_FILENO;
    output->is_stdout = true;
    if (fcntl(STDOUT_FILENO, F_GETFD) < 0)
        return hz_error_system(err, output->name, _("cannot write"), errno);
    return true;
}

static void free_output(struct hz_output *output)
{
    hz_arena_free(&output->arena);
    free(output);
}

bool hz_output_open(struct hz_output **output, const char *path, struct hz_error *err)
{
    struct hz_output *opened = hz_allocate(1, sizeof *opened);
    opened->name = path;
    const bool is_stdout = !path || strcmp(path, "-") == 0;
    /* All memory first: where it runs out, no file has been made that nobody knows of yet. */
    opened->buffer = hz_arena_allocate(&opened->arena, BUFFER_BYTES, 1);
    opened->trail = hz_audit_trail_open(is_stdout ? "<stdout>" : path, true);
    bool done = is_stdout ? open_stdout(opened, err) : open_named(opened, err);
    if (!done) {
        free_output(opened);
        return false;
    }
    *output = opened;
    return true;
}

struct hz_output *hz_output_to(struct hz_buffer *bytes)
{
    struct hz_output *output = hz_allocate(1, sizeof *output);
    output->name = "<memory>";
    output->descriptor = -1;
    output->bytes = bytes;
    output->buffer = hz_arena_allocate(&output->arena, BUFFER_BYTES, 1);
    return output;
}

/* Waits for room where somebody else has made the descriptor a non-blocking one. */
static bool may_go_on(int descriptor)
{
    if (errno == EINTR)
        return true;
    if (errno != EAGAIN)
        return false;
    struct pollfd room = {.fd = descriptor, .events = POLLOUT};
    return poll(&room, 1, -1) > 0 || errno == EINTR;
}

static void write_all(struct hz_output *output, const char *bytes, size_t length)
{
    if (output->bytes) {
        hz_buffer_append(output->bytes, bytes, length);
        return;
    }
    hz_audit_trail_bytes(output->trail, bytes, length);
    while (length > 0 && output->failure == 0) {
        ssize_t written = write(output->descriptor, bytes, length);
        if (written == 0)
            errno = ENOSPC; /* some devices say it so */
        if (written <= 0) {
            if (!may_go_on(output->descriptor))
                output->failure = errno;
            continue;
        }
        bytes += written;
        length -= (size_t)written;
    }
}

static void write_held(struct hz_output *output)
{
    write_all(output, output->buffer, output->held);
    output->held = 0;
}

void hz_output_write(struct hz_output *output, const void *bytes, size_t length)
{
    if (length == 0 || output->failure != 0)
        return;
    if (length > BUFFER_BYTES - output->held)
        write_held(output);
    if (length >= BUFFER_BYTES) {
        write_all(output, bytes, length);
        return;
    }
    memcpy(output->buffer + output->held, bytes, length);
    output->held += length;
}

void hz_output_text(struct hz_output *output, struct hz_text text)
{
    hz_output_write(output, text.at, text.length);
}

void hz_output_fail(struct hz_output *output, const char *sentence)
{
    if (output->failure != 0)
        return;
    output->failure = EIO;
    output->sentence = sentence;
}

bool hz_output_flush(struct hz_output *output)
{
    write_held(output);
    return output->failure == 0;
}

bool hz_output_is_closed(const struct hz_output *output)
{
    return output->failure == EPIPE;
}

/* Some file systems say only now that they have no room; of stdout a copy is closed to hear it. */
static void close_descriptor(struct hz_output *output)
{
    if (output->bytes)
        return;
    int closing = output->is_stdout ? dup(output->descriptor) : output->descriptor;
    if (close(closing) != 0 && errno != EINTR && output->failure == 0)
        output->failure = errno;
}

/* True also where there is nothing to be done: not all file systems can. */
static bool is_kept(int descriptor)
{
    return fsync(descriptor) == 0 || errno == EINVAL || errno == ENOTSUP || errno == EROFS;
}

/* Gives a file that is on the disk its name there. */
static void give_name(struct hz_output *output)
{
    if (rename(output->unfinished, output->place) != 0) {
        output->failure = errno;
        unlink(output->unfinished);
        return;
    }
    const int folder = open(directory_of(&output->arena, output->place), O_RDONLY | O_CLOEXEC);
    if (folder < 0)
        return; /* one that may not be read keeps names all the same */
    if (!is_kept(folder))
        output->failure = errno;
    close(folder);
}

bool hz_output_close(struct hz_output *output, struct hz_error *err)
{
    if (!output)
        return true;
    write_held(output);
    if (output->unfinished && output->failure == 0 && !is_kept(output->descriptor))
        output->failure = errno;
    close_descriptor(output);
    if (output->unfinished && output->failure == 0)
        give_name(output);
    else if (output->unfinished)
        unlink(output->unfinished);
    bool done = output->failure == 0 || output->failure == EPIPE;
    if (!done && output->sentence)
        hz_error_set(err, HZ_ERROR_SYSTEM, (struct hz_place){.file = output->name}, "%s",
                     output->sentence);
    else if (!done)
        hz_error_system(err, output->name, _("cannot write"), output->failure);
    free_output(output);
    return done;
}

void hz_output_drop(struct hz_output *output)
{
    if (!output)
        return;
    if (!output->is_stdout && !output->bytes)
        close(output->descriptor);
    if (output->unfinished)
        unlink(output->unfinished);
    free_output(output);
}

void hz_output_remove(const struct hz_output *output)
{
    if (output->unfinished)
        unlink(output->unfinished);
}
