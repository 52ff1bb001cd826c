/* signatures.c: see signatures.h. What stands in a table is not translated. */

#include "signatures.h"

#include "base/digest.h"
#include "base/memory.h"
#include "file/file.h"
#include "report/page.h"
#include "ssh_keygen.h"
#include "stream/manifest.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { SIGNED_BYTES = 1 << 30, SIGNATURES_BYTES = 1 << 20, MOST_SIGNATURES = 64, PRINT = 100 };

const char *const hz_signature_roles[] = {"preparer", "reviewer", NULL};

static const char heading[] = "huzhu signature 1\n";
static const char armor[] = "-----BEGIN SSH SIGNATURE-----\n";
static const char armor_end[] = "-----END SSH SIGNATURE-----\n";

/* A signature as it stands in its file. */
struct signature {
    struct hz_text message; /* what is signed: all above */
    struct hz_text armored;
    char sha256[HZ_DIGEST_HEX], role[16], time[24];
    char key[PRINT], who[PRINT]; /* once they are known: its fingerprint, whose it is */
};

/* The signatures of a manifest or a report. */
struct signatures {
    const char *path; /* of what is signed */
    char hex[HZ_DIGEST_HEX];
    struct hz_buffer file; /* the name of their file, terminated */
    struct hz_buffer text; /* what stands in it */
    struct signature at[MOST_SIGNATURES];
    size_t count;
};

static bool is_review(const struct signature *signature)
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

static bool take_signature(struct hz_text *text, const char *begin, struct signature *signature)
{
    if (!take(text, heading) ||
        !take_line(text, "sha256", signature->sha256, sizeof signature->sha256) ||
        !take_line(text, "role", signature->role, sizeof signature->role) ||
        !take_line(text, "signed", signature->time, sizeof signature->time) ||
        (strcmp(signature->role, hz_signature_roles[0]) != 0 && !is_review(signature)))
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

static bool parse(struct signatures *all, struct hz_error *err)
{
    const char *begin = all->text.at;
    struct hz_text rest = {begin, all->text.length};
    while (rest.length > 0) {
        const struct hz_place place = {.file = all->file.at, .line = line_of(begin, rest.at)};
        if (all->count == MOST_SIGNATURES)
            return hz_error_set(err, HZ_ERROR_DATA, place, _("no more than %d signatures"),
                                MOST_SIGNATURES);
        if (!take_signature(&rest, begin, &all->at[all->count++]))
            return hz_error_set(err, HZ_ERROR_DATA, place,
                                _("here begins no signature as hz-audit sign writes it"));
    }
    return true;
}

/* Those of `path`, whose bytes are given: none if their file is not there. */
static bool read_signatures(struct signatures *all, const char *path, struct hz_text bytes,
                            struct hz_error *err)
{
    const struct hz_digest digest = hz_digest_of(bytes);
    *all = (struct signatures){.path = path};
    hz_digest_hex(&digest, all->hex);
    hz_buffer_format(&all->file, "%s.signatures", path);
    hz_buffer_char(&all->file, '\0');
    if (access(all->file.at, F_OK) != 0)
        return true;
    return hz_file_read(all->file.at, SIGNATURES_BYTES, &all->text, err) && parse(all, err);
}

static void free_signatures(struct signatures *all)
{
    hz_buffer_free(&all->file);
    hz_buffer_free(&all->text);
}

/* Whether a signature is over its message, and by which key: *is_good, and its fingerprint. */
static bool find_key(struct signature *signature, bool *is_good, struct hz_error *err)
{
    struct hz_keygen keygen = {.argument = {"-Y", "check-novalidate", "-n", "huzhu"},
                               .message = signature->message,
                               .signature = signature->armored};
    if (!hz_keygen_run(&keygen, err))
        return false;
    *is_good = keygen.is_good;
    hz_buffer_char(&keygen.printed, '\0'); /* Good "huzhu" signature with ED25519 key SHA256:... */
    const char *key = strstr(keygen.printed.at, "SHA256:");
    snprintf(signature->key, PRINT, "%.*s", (int)strcspn(key ? key : "", " \n"), key ? key : "");
    hz_buffer_free(&keygen.printed);
    return true;
}

/* What there is to compare, and for whom. */
struct check {
    const struct signatures *all;
    const struct hz_signers *signers;
    hz_signature_teller *tell;
    void *context;
    const char *at; /* the option that says when keys must be valid; NULL: now */
};

static bool tell(const struct check *check, const struct signature *signature, const char *expected,
                 const char *found)
{
    char item[2 * PRINT];
    snprintf(item, sizeof item, signature->who[0] ? "signature %zu (%s %s)" : "signature %zu (%s)",
             (size_t)(signature - check->all->at) + 1, signature->role, signature->who);
    return check->tell(check->context, item, expected, found);
}

/* The first name of those whose key it is; patterns that exclude somebody apart. */
static void find_name(struct signature *signature, struct hz_buffer *names)
{
    hz_buffer_char(names, '\0');
    const char *name = names->at;
    while (*name == '!')
        name += strcspn(name, "\n") + (strchr(name, '\n') ? 1 : 0);
    snprintf(signature->who, PRINT, "%.*s", (int)strcspn(name, "\n"), name);
}

/* ssh-keygen names the line of the file of signers if it is there that it says no. */
static bool tell_refused(const struct check *check, const struct signature *signature,
                         const char *complaint)
{
    const char *allowed = check->signers->allowed;
    const bool has_reason = strncmp(complaint, allowed, strlen(allowed)) == 0;
    struct hz_buffer found = {0};
    hz_buffer_format(&found, has_reason ? "%s: %s" : "%s, which is unknown", signature->key,
                     complaint);
    hz_buffer_char(&found, '\0');
    const bool done = tell(check, signature, "a key of those who may sign", found.at);
    hz_buffer_free(&found);
    return done;
}

/* Whether its key is one of the signers', on the day, and for our signatures. */
static bool check_signer(const struct check *check, struct signature *signature,
                         struct hz_error *err)
{
    struct hz_keygen keygen = {
        .argument = {"-Y", "find-principals", "-f", check->signers->allowed, check->at},
        .signature = signature->armored};
    if (!hz_keygen_run(&keygen, err))
        return false;
    if (keygen.is_good)
        find_name(signature, &keygen.printed);
    hz_buffer_free(&keygen.printed);
    if (!keygen.is_good)
        return tell_refused(check, signature, keygen.complaint);
    keygen =
        (struct hz_keygen){.argument = {"-Y", "verify", "-n", "huzhu", "-f",
                                        check->signers->allowed, "-I", signature->who, check->at},
                           .message = signature->message,
                           .signature = signature->armored};
    if (!hz_keygen_run(&keygen, err))
        return false;
    hz_buffer_free(&keygen.printed);
    return keygen.is_good || tell_refused(check, signature, keygen.complaint);
}

static bool check_revoked(const struct check *check, const struct signature *signature,
                          struct hz_error *err)
{
    if (!check->signers->revoked)
        return true;
    struct hz_keygen keygen = {.argument = {"-Y", "verify", "-n", "huzhu", "-f",
                                            check->signers->allowed, "-I", signature->who, "-r",
                                            check->signers->revoked, check->at},
                               .message = signature->message,
                               .signature = signature->armored};
    if (!hz_keygen_run(&keygen, err))
        return false;
    char found[2 * PRINT];
    hz_buffer_free(&keygen.printed);
    snprintf(found, sizeof found, "%s, which is revoked", signature->key);
    return keygen.is_good || tell(check, signature, "a key that stands", found);
}

/* A review is by somebody else, of what somebody has prepared. */
static bool check_review(const struct check *check, const struct signature *signature)
{
    bool is_prepared = false;
    for (const struct signature *before = check->all->at; before < signature; before++) {
        if (is_review(before))
            continue;
        is_prepared = true;
        if (strcmp(before->who, signature->who) == 0 || strcmp(before->key, signature->key) == 0)
            return tell(check, signature, "a review by somebody else", "one by the preparer");
    }
    return is_prepared || tell(check, signature, "a preparer before", "none");
}

static bool check_one(const struct check *check, struct signature *signature, struct hz_error *err)
{
    bool is_good;
    if (!find_key(signature, &is_good, err))
        return false;
    if (!is_good)
        return tell(check, signature, "what was signed", "other bytes");
    if (strcmp(signature->sha256, check->all->hex) != 0)
        return tell(check, signature, signature->sha256, check->all->hex);
    return check_signer(check, signature, err) && check_revoked(check, signature, err) &&
           (!is_review(signature) || check_review(check, signature)) &&
           tell(check, signature, signature->key, signature->key);
}

/* They are read here once, so that one that is not there is told, and an audit trail has them. */
static bool can_read(const char *path, struct hz_error *err)
{
    struct hz_buffer bytes = {0};
    const bool done = !path || hz_file_read(path, SIGNED_BYTES, &bytes, err);
    hz_buffer_free(&bytes);
    return done;
}

bool hz_signatures_verify(const char *path, struct hz_text bytes, const struct hz_signers *signers,
                          hz_signature_teller *teller, void *context, struct hz_error *err)
{
    struct signatures all = {0};
    char at[40];
    const struct check check = {.all = &all,
                                .signers = signers,
                                .tell = teller,
                                .context = context,
                                .at = signers->as_of == HZ_NO_DATE ? NULL : at};
    if (!signers->allowed)
        return true;
    if (check.at) {
        const struct hz_civil day = hz_date_civil(signers->as_of);
        snprintf(at, sizeof at, "-Overify-time=%04d%02d%02d", day.year, day.month, day.day);
    }
    bool done = can_read(signers->allowed, err) && can_read(signers->revoked, err) &&
                read_signatures(&all, path, bytes, err);
    bool has_role = !signers->role;
    for (size_t s = 0; done && s < all.count; s++) {
        done = check_one(&check, &all.at[s], err);
        has_role = has_role || strcmp(all.at[s].role, signers->role) == 0;
    }
    if (done && all.count == 0)
        done = teller(context, "signatures", all.file.at, "none");
    else if (done && !has_role)
        done = teller(context, "signatures", signers->role, "none of this role");
    free_signatures(&all);
    return done;
}

/* What is there has to be what was signed: nobody signs over what is not. */
static bool check_before(struct signatures *all, struct hz_error *err)
{
    for (struct signature *signature = all->at; signature < all->at + all->count; signature++) {
        const size_t number = (size_t)(signature - all->at) + 1;
        bool is_good;
        if (!find_key(signature, &is_good, err))
            return false;
        if (!is_good || strcmp(signature->sha256, all->hex) != 0)
            return hz_error_set(err, HZ_ERROR_DATA, (struct hz_place){.file = all->path},
                                _("a %s has signed other bytes than these (signature %zu): to have "
                                  "it signed anew, move %s away"),
                                signature->role, number, all->file.at);
    }
    return true;
}

/* A reviewer's key is not the preparer's, and there has been one. */
static bool may_review(const struct signatures *all, const struct signature *own,
                       struct hz_error *err)
{
    const struct hz_place place = {.file = all->path};
    bool is_prepared = false;
    for (const struct signature *before = all->at; before < own; before++) {
        if (!is_review(before) && strcmp(before->key, own->key) == 0)
            return hz_error_set(err, HZ_ERROR_DATA, place,
                                _("who has prepared it does not review it: this key has signed it "
                                  "as preparer"));
        is_prepared = is_prepared || !is_review(before);
    }
    return is_prepared || hz_error_set(err, HZ_ERROR_DATA, place,
                                       _("nobody has signed it as preparer: there is nothing to "
                                         "review yet"));
}

/* Appends the lines of a signature that come before it. */
static void write_statement(struct signatures *all, const char *role)
{
    const time_t now = time(NULL);
    const unsigned second = (unsigned)(now % 86400);
    char day[HZ_DATE_TEXT];
    hz_date_format((hz_date)(now / 86400), day);
    hz_buffer_format(&all->text, "%ssha256 %s\nrole %s\nsigned %sT%02u:%02u:%02uZ\n", heading,
                     all->hex, role, day, second / 3600, second / 60 % 60, second % 60);
}

/* Signs what stands in the text, and adds the signature to it. */
static bool add_signature(struct signatures *all, const char *key, struct hz_error *err)
{
    struct hz_keygen keygen = {.argument = {"-Y", "sign", "-q", "-n", "huzhu", "-f", key},
                               .message = {all->text.at, all->text.length},
                               .is_heard = true};
    bool done = hz_keygen_run(&keygen, err);
    if (done && !keygen.is_good)
        done = hz_error_set(err, HZ_ERROR_SYSTEM, (struct hz_place){.file = key},
                            _("ssh-keygen does not sign with this key"));
    if (done)
        hz_buffer_append(&all->text, keygen.printed.at, keygen.printed.length);
    hz_buffer_free(&keygen.printed);
    return done;
}

static bool write_file(const struct signatures *all, struct hz_error *err)
{
    struct hz_output *output = NULL;
    if (!hz_output_open(&output, all->file.at, err))
        return false;
    hz_output_write(output, all->text.at, all->text.length);
    return hz_output_close(output, err);
}

/* The text is parsed anew, with the new signature at its end: what is written can be read. */
static bool sign(struct signatures *all, const char *key, const char *role, struct hz_error *err)
{
    bool is_good;
    write_statement(all, role);
    if (!add_signature(all, key, err))
        return false;
    const size_t last = all->count;
    struct signatures now = {.path = all->path, .file = all->file, .text = all->text};
    if (!parse(&now, err) || !find_key(&now.at[last], &is_good, err))
        return false;
    all->at[all->count++] = now.at[last];
    return !is_review(&now.at[last]) || may_review(all, &all->at[last], err);
}

/* Refused: what is neither a report nor a manifest whose seals are whole. */
static bool may_be_signed(const char *path, struct hz_text bytes, struct hz_error *err)
{
    struct hz_manifest *manifest = NULL;
    if (hz_page_is_one(bytes))
        return true;
    const bool done = hz_manifest_parse(&manifest, hz_file_name(path), bytes, err);
    hz_manifest_free(manifest);
    return done;
}

/* All but writing it. */
static bool sign_one(struct signatures *all, const char *path, const char *key, const char *role,
                     struct hz_error *err)
{
    struct hz_buffer bytes = {0};
    bool done = hz_file_read(path, SIGNED_BYTES, &bytes, err);
    const struct hz_text text = {bytes.at, bytes.length};
    done = done && may_be_signed(path, text, err) && read_signatures(all, path, text, err) &&
           check_before(all, err) && sign(all, key, role, err);
    hz_buffer_free(&bytes);
    return done;
}

static void add_row(const struct signatures *all, struct hz_table *table)
{
    const struct signature *last = &all->at[all->count - 1];
    hz_table_string(table, hz_file_name(all->path));
    hz_table_integer(table, (hz_sum)all->count);
    hz_table_string(table, last->role);
    hz_table_string(table, last->key);
    hz_table_string(table, all->file.at);
    hz_table_end_row(table);
}

bool hz_signatures_sign(char *const path[], size_t paths, const char *key, const char *role,
                        struct hz_table *table, struct hz_error *err)
{
    static const char *const names[] = {"manifest", "signature", "role", "key", "signatures"};
    struct signatures *all = hz_allocate(paths, sizeof *all);
    bool done = true;
    for (size_t n = 0; n < HZ_COUNT(names); n++)
        hz_table_column(table, names[n]);
    for (size_t p = 0; done && p < paths; p++)
        done = sign_one(&all[p], path[p], key, role, err);
    for (size_t p = 0; done && p < paths; p++) {
        done = write_file(&all[p], err);
        if (done)
            add_row(&all[p], table);
    }
    for (size_t p = 0; p < paths; p++)
        free_signatures(&all[p]);
    free(all);
    return done;
}
