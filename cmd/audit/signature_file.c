/* signature_file.c: see signature_file.h. */

#include "signature_file.h"

#include "file/file.h"
#include "ssh_keygen.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { SIGNATURES_BYTES = 1 << 20 };

const char *const hz_signature_roles[] = {"preparer", "reviewer", NULL};

const char hz_signature_heading[] = "huzhu signature 1\n";
static const char armor[] = "-----BEGIN SSH SIGNATURE-----\n";
static const char armor_end[] = "-----END SSH SIGNATURE-----\n";

bool hz_signature_is_review(const struct hz_signature *signature)
{
    return strcmp(signature->role, hz_signature_roles[1]) == 0;
}

/* Takes these bytes off the front; false if the text has others there. */
static bool take(struct hz_text *text, const char *bytes)
{
    const size_t length = strlen(bytes);
    if (text->length < length || memcmp(text->at, bytes, length) != 0)
        return false;
    text->at += length;
    text->length -= length;
    return true;
}

/* Takes a line "NAME VALUE" off the front; false if it is none, or longer than there is room. */
static bool take_line(struct hz_text *text, const char *name, char value[], size_t size)
{
    if (!take(text, name) || !take(text, " "))
        return false;
    const char *end = memchr(text->at, '\n', text->length);
    const size_t length = end ? (size_t)(end - text->at) : size;
    if (length >= size)
        return false;
    memcpy(value, text->at, length);
    value[length] = '\0';
    return take(text, value) && take(text, "\n");
}

static bool take_signature(struct hz_text *text, const char *begin, struct hz_signature *signature)
{
    if (!take(text, hz_signature_heading) ||
        !take_line(text, "sha256", signature->sha256, sizeof signature->sha256) ||
        !take_line(text, "role", signature->role, sizeof signature->role) ||
        !take_line(text, "signed", signature->time, sizeof signature->time) ||
        (strcmp(signature->role, hz_signature_roles[0]) != 0 && !hz_signature_is_review(signature)))
        return false;
    const char *armored = text->at;
    signature->message = (struct hz_text){begin, (size_t)(armored - begin)};
    if (!take(text, armor))
        return false;
    const char *end = memmem(text->at, text->length, armor_end, strlen(armor_end));
    if (!end)
        return false;
    end += strlen(armor_end);
    signature->armored = (struct hz_text){armored, (size_t)(end - armored)};
    text->length -= (size_t)(end - text->at);
    text->at = end;
    return true;
}

static uint64_t line_of(const char *begin, const char *at)
{
    uint64_t line = 1;
    while (begin < at)
        line += *begin++ == '\n';
    return line;
}

bool hz_signatures_parse(struct hz_signatures *all, struct hz_error *err)
{
    const char *begin = all->text.at;
    struct hz_text rest = {begin, all->text.length};
    while (rest.length > 0) {
        const struct hz_place place = {.file = all->file.at, .line = line_of(begin, rest.at)};
        if (all->count == HZ_SIGNATURES_MOST)
            return hz_error_set(err, HZ_ERROR_DATA, place, _("no more than %d signatures"),
                                HZ_SIGNATURES_MOST);
        if (!take_signature(&rest, begin, &all->at[all->count++]))
            return hz_error_set(err, HZ_ERROR_DATA, place,
                                _("here begins no signature as hz-audit sign writes it"));
    }
    return true;
}

bool hz_signatures_read(struct hz_signatures *all, const char *path, struct hz_text bytes,
                        struct hz_error *err)
{
    const struct hz_digest digest = hz_digest_of(bytes);
    *all = (struct hz_signatures){.path = path};
    hz_digest_hex(&digest, all->hex);
    hz_buffer_format(&all->file, "%s.signatures", path);
    hz_buffer_char(&all->file, '\0');
    if (access(all->file.at, F_OK) != 0)
        return true;
    return hz_file_read(all->file.at, SIGNATURES_BYTES, &all->text, err) &&
           hz_signatures_parse(all, err);
}

void hz_signatures_free(struct hz_signatures *all)
{
    hz_buffer_free(&all->file);
    hz_buffer_free(&all->text);
}

bool hz_signature_find_key(struct hz_signature *signature, bool *is_good, struct hz_error *err)
{
    struct hz_keygen keygen = {.argument = {"-Y", "check-novalidate", "-n", "huzhu"},
                               .message = signature->message,
                               .signature = signature->armored};
    if (!hz_keygen_run(&keygen, err))
        return false;
    *is_good = keygen.is_good;
    hz_buffer_char(&keygen.printed, '\0'); /* Good "huzhu" signature with ED25519 key SHA256:... */
    const char *key = strstr(keygen.printed.at, "SHA256:");
    snprintf(signature->key, HZ_SIGNATURE_PRINT, "%.*s", (int)strcspn(key ? key : "", " \n"),
             key ? key : "");
    hz_buffer_free(&keygen.printed);
    return true;
}
