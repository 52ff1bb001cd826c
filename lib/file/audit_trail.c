/*
 * audit_trail.c: see audit_trail.h. What is global here is set once, before the first file is
 * opened.
 */

#include "file/audit_trail.h"

#include "base/memory.h"
#include "file/scan.h"

#include <errno.h>
#include <pthread.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

struct hz_audit_trail {
    struct hz_audit_trail *older;
    struct hz_audited seen;
    char *name;
    struct hz_hash *hash;
    int failure; /* an errno; 0: none */
};

static bool is_kept;
static struct hz_audit_trail *newest;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER; /* files are opened by several threads */

void hz_audit_trail_begin(void)
{
    is_kept = true;
}

struct hz_audit_trail *hz_audit_trail_open(const char *name, bool is_output)
{
    if (!is_kept)
        return NULL;
    struct hz_audit_trail *opened = hz_allocate(1, sizeof *opened);
    opened->name = hz_allocate(strlen(name) + 1, 1);
    memcpy(opened->name, name, strlen(name));
    opened->seen.is_output = is_output;
    opened->hash = hz_hash_new();
    pthread_mutex_lock(&lock);
    opened->older = newest;
    newest = opened;
    pthread_mutex_unlock(&lock);
    return opened;
}

void hz_audit_trail_bytes(struct hz_audit_trail *trail, const void *bytes, size_t length)
{
    if (!trail || length == 0)
        return;
    hz_hash_add(trail->hash, bytes, length);
    trail->seen.bytes += length;
    trail->seen.lines += hz_scan_newlines(bytes, (const char *)bytes + length);
}

void hz_audit_trail_rest(struct hz_audit_trail *trail, int descriptor)
{
    char bytes[1 << 16];
    struct stat status;
    ssize_t got;
    if (!trail || fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode))
        return;
    while ((got = read(descriptor, bytes, sizeof bytes)) > 0 || (got < 0 && errno == EINTR))
        hz_audit_trail_bytes(trail, bytes, got > 0 ? (size_t)got : 0);
    if (got < 0)
        trail->failure = errno;
}

static int by_name(const void *a, const void *b)
{
    const struct hz_audited *x = a, *y = b;
    if (x->is_output != y->is_output)
        return x->is_output - y->is_output;
    int order = strcmp(x->name, y->name);
    return order != 0 ? order : memcmp(&x->digest, &y->digest, sizeof x->digest);
}

static bool is_same(const struct hz_audited *a, const struct hz_audited *b)
{
    return by_name(a, b) == 0 && a->bytes == b->bytes;
}

bool hz_audit_trail_end(struct hz_arena *arena, struct hz_audited **seen, size_t *count,
                        struct hz_error *err)
{
    size_t files = 0, kept = 0;
    bool done = true;
    for (const struct hz_audit_trail *t = newest; t; t = t->older)
        files++;
    struct hz_audited *all = hz_arena_allocate(arena, files, sizeof *all);
    for (size_t f = 0; newest; f++) {
        struct hz_audit_trail *t = newest;
        all[f] = t->seen;
        all[f].name = hz_arena_string(arena, hz_text_of(t->name));
        all[f].digest = hz_hash_end(t->hash);
        newest = t->older;
        if (t->failure != 0)
            done = hz_error_system(err, all[f].name, _("cannot read"), t->failure);
        free(t->name);
        free(t);
    }
    qsort(all, files, sizeof *all, by_name);
    for (size_t f = 0; f < files; f++)
        if (kept == 0 || !is_same(&all[kept - 1], &all[f]))
            all[kept++] = all[f];
    is_kept = false;
    *seen = all;
    *count = kept;
    return done;
}
