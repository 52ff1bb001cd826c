/*
 * replay.c: a main() for a fuzz target where there is no fuzzer: feeds it each file of its corpus
 * (tests/fuzz/corpus/NAME for fuzz_NAME, or the files named), whole, cut short at every length,
 * with bytes changed and by the target's own mutator, and writes TAP.
 */

#include <dirent.h>
#include <limits.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t most, unsigned seed)
    __attribute__((weak));

enum { MOST = 1 << 20, CHANGES = 400, PATH = 1000 };

/* In memory of just its size, so that a sanitizer sees a step over either end. */
static void feed(const uint8_t *data, size_t size)
{
    uint8_t *copy = malloc(size > 0 ? size : 1);
    if (!copy)
        abort();
    if (size > 0)
        memcpy(copy, data, size);
    LLVMFuzzerTestOneInput(copy, size);
    free(copy);
}

static void feed_changed(uint8_t *data, size_t size)
{
    static const uint8_t byte[] = {0, '\n', '"', ',', '-', '0', '9', ':', ' ', 0x80, 0xff};
    uint32_t random = (uint32_t)size;
    for (int change = 0; change < CHANGES / 4 && size > 0; change++) {
        random = random * 1664525U + 1013904223U;
        size_t at = (size_t)(random >> 8) % size;
        uint8_t kept = data[at];
        data[at] = byte[(size_t)(random >> 4) % sizeof byte];
        feed(data, size);
        data[at] = kept;
    }
}

/* By the target's own mutator, if it has one: a change upon the one before. */
static void feed_mutated(uint8_t *data, size_t size)
{
    for (unsigned change = 0; LLVMFuzzerCustomMutator && change < CHANGES / 4 && size > 0;
         change++) {
        size = LLVMFuzzerCustomMutator(data, size, MOST, change * 2654435761U);
        feed(data, size);
    }
}

static void replay(const char *path)
{
    static uint8_t data[MOST];
    FILE *file = fopen(path, "rb");
    if (!file) {
        perror(path);
        exit(3);
    }
    size_t size = fread(data, 1, sizeof data, file);
    fclose(file);
    printf("# %s\n", path); /* the last one named is the one that crashed it */
    fflush(stdout);
    feed(data, size);
    size_t step = 1 + size / CHANGES;
    for (size_t cut = 0; cut < size; cut += step)
        feed(data, cut);
    feed_changed(data, size);
    feed_mutated(data, size);
}

static int replay_corpus(const char *directory)
{
    int files = 0;
    DIR *corpus = opendir(directory);
    if (!corpus)
        return 0;
    for (struct dirent *entry = readdir(corpus); entry; entry = readdir(corpus)) {
        char path[PATH + NAME_MAX + 2];
        if (entry->d_name[0] == '.')
            continue;
        snprintf(path, sizeof path, "%s/%s", directory, entry->d_name);
        replay(path);
        files++;
    }
    closedir(corpus);
    return files;
}

int main(int argc, char **argv)
{
    const char *slash = strrchr(argv[0], '/');
    const char *name = slash ? slash + 1 : argv[0];
    char directory[PATH];
    snprintf(directory, sizeof directory, "tests/fuzz/corpus/%s", name + strcspn(name, "_") + 1);

    feed(NULL, 0);
    int files = 0;
    for (int a = 1; a < argc; a++, files++)
        replay(argv[a]);
    if (argc == 1)
        files = replay_corpus(directory);
    printf("%sok 1 - %s stands %d files of %s\n1..1\n", files > 0 ? "" : "not ", name, files,
           argc == 1 ? directory : "its arguments");
    return files > 0 ? 0 : 1;
}
