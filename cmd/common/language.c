/* language.c: see language.h. */

#include "common/language.h"

#include "base/sentence.h"
#include "base/text.h"
#include "file/file.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

const char *const hz_languages[] = {"en", "zh", NULL};
static const char *const folders[] = {NULL, "zh_CN"}; /* of their catalogues */

static size_t in_use;

/* True of "zh", "zh_CN.UTF-8", "zh-Hans", and of a list, "zh_CN:en", that begins with it. */
static bool is_language(const char *locale, const char *language)
{
    const size_t length = strlen(language);
    return strncmp(locale, language, length) == 0 && strchr("_.@:-", locale[length]);
}

/* The first of a list, "fr:zh_CN:en", that is here. */
static const char *first_of(const char *list)
{
    for (; *list; list += strcspn(list, ":"), list += *list == ':')
        for (size_t i = 0; hz_languages[i]; i++)
            if (is_language(list, hz_languages[i]))
                return hz_languages[i];
    return hz_languages[0];
}

const char *hz_language_of_locale(void)
{
    static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
    const char *locale = NULL, *list = getenv("LANGUAGE");
    for (size_t n = 0; n < HZ_COUNT(names) && !(locale && *locale); n++)
        locale = getenv(names[n]);
    if (!locale || !*locale || strcmp(locale, "POSIX") == 0 || is_language(locale, "C"))
        return hz_languages[0];
    return first_of(list && *list ? list : locale);
}

const char *hz_language_asked(char *const argv[])
{
    for (size_t a = 1; argv[a] && strcmp(argv[a], "--") != 0; a++) {
        const bool is_joined = strncmp(argv[a], "--lang=", 7) == 0;
        const char *value = is_joined ? argv[a] + 7 : argv[a + 1];
        if (!is_joined && strcmp(argv[a], "--lang") != 0)
            continue;
        for (size_t i = 0; value && hz_languages[i]; i++)
            if (strcmp(value, hz_languages[i]) == 0)
                return hz_languages[i];
    }
    return NULL;
}

/*
 * A catalogue as msgfmt writes it: a head of seven 32-bit numbers, of which the second is the count
 * of sentences and the next two are where the tables of theirs and of ours begin. A row is a length
 * and a place; texts end in a NUL; the first table is in the order of its bytes.
 */
static struct {
    struct hz_buffer file;
    bool is_big_endian;
    size_t count, sentences, translations;
} catalogue;

static size_t number_at(size_t place)
{
    const unsigned char *b = (const unsigned char *)catalogue.file.at + place;
    return catalogue.is_big_endian
               ? (size_t)b[0] << 24 | (size_t)b[1] << 16 | (size_t)b[2] << 8 | b[3]
               : (size_t)b[3] << 24 | (size_t)b[2] << 16 | (size_t)b[1] << 8 | b[0];
}

static const char *text_at(size_t table, size_t i)
{
    return catalogue.file.at + number_at(table + 8 * i + 4);
}

static const char *translate(const char *sentence)
{
    size_t low = 0, high = catalogue.count;
    while (low < high) {
        const size_t middle = (low + high) / 2;
        const int order = strcmp(sentence, text_at(catalogue.sentences, middle));
        if (order == 0) {
            const char *translation = text_at(catalogue.translations, middle);
            return *translation ? translation : sentence;
        }
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return sentence;
}

/* True if every text of a table lies in the file, with its NUL. */
static bool is_table(size_t table)
{
    const size_t size = catalogue.file.length;
    if (table > size || catalogue.count > (size - table) / 8)
        return false;
    for (size_t i = 0; i < catalogue.count; i++) {
        const size_t length = number_at(table + 8 * i), place = number_at(table + 8 * i + 4);
        if (place >= size || length >= size - place || catalogue.file.at[place + length] != '\0')
            return false;
    }
    return true;
}

static bool is_catalogue(void)
{
    enum { HEAD = 28 };
    const size_t magic = 0x950412de;
    if (catalogue.file.length < HEAD)
        return false;
    catalogue.is_big_endian = false;
    if (number_at(0) != magic)
        catalogue.is_big_endian = true;
    if (number_at(0) != magic)
        return false;
    catalogue.count = number_at(8);
    catalogue.sentences = number_at(12);
    catalogue.translations = number_at(16);
    return is_table(catalogue.sentences) && is_table(catalogue.translations);
}

/* ../share/locale/FOLDER/LC_MESSAGES/huzhu.mo of the folder that the program is in. */
static void find_catalogue(const char *folder, char path[], size_t size)
{
    static const char rest[] = "share/locale/%s/LC_MESSAGES/huzhu.mo";
    ssize_t length = readlink("/proc/self/exe", path, size - 1);
    for (int levels = 0; length > 0 && levels < 2; levels++)
        while (length > 0 && path[--length] != '/')
            ;
    const size_t at = length >= 0 ? (size_t)length + 1 : 0;
    snprintf(path + at, size - at, rest, folder);
}

bool hz_language_use(const char *language, struct hz_error *err)
{
    enum { MOST = 1 << 24 };
    static char path[4096];
    size_t wanted = 0;
    while (strcmp(hz_languages[wanted], language) != 0)
        wanted++;
    if (wanted == in_use)
        return true;
    in_use = 0;
    hz_sentence_translate_by(NULL);
    if (!folders[wanted])
        return true;
    find_catalogue(folders[wanted], path, sizeof path);
    catalogue.file.length = 0;
    if (!hz_file_read(path, MOST, &catalogue.file, err))
        return false;
    if (!is_catalogue())
        return hz_error_set(err, HZ_ERROR_SYSTEM, (struct hz_place){.file = path},
                            _("is no catalogue of sentences: install huzhu again"));
    in_use = wanted;
    hz_sentence_translate_by(translate);
    return true;
}

const char *hz_language(void)
{
    return hz_languages[in_use];
}
