/* sign.c: signing, hz_signatures_sign of signatures.h. */

#include "base/memory.h"
#include "file/file.h"
#include "report/page.h"
#include "signature_file.h"
#include "signatures.h"
#include "ssh_keygen.h"
#include "stream/manifest.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

/* What is there has to be what was signed: nobody signs over what is not. */
static bool check_before(struct hz_signatures *all, struct hz_error *err)
{
    for (struct hz_signature *signature = all->at; signature < all->at + all->count; signature++) {
        const size_t number = (size_t)(signature - all->at) + 1;
        bool is_good;
        if (!hz_signature_find_key(signature, &is_good, err))
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
static bool may_review(const struct hz_signatures *all, const struct hz_signature *own,
                       struct hz_error *err)
{
    const struct hz_place place = {.file = all->path};
    bool is_prepared = false;
    for (const struct hz_signature *before = all->at; before < own; before++) {
        if (!hz_signature_is_review(before) && strcmp(before->key, own->key) == 0)
            return hz_error_set(err, HZ_ERROR_DATA, place,
                                _("who has prepared it does not review it: this key has signed it "
                                  "as preparer"));
        is_prepared = is_prepared || !hz_signature_is_review(before);
    }
    return is_prepared || hz_error_set(err, HZ_ERROR_DATA, place,
                                       _("nobody has signed it as preparer: there is nothing to "
                                         "review yet"));
}

/* Appends the lines of a signature that come before it. */
static void write_statement(struct hz_signatures *all, const char *role)
{
    const time_t now = time(NULL);
    const unsigned second = (unsigned)(now % 86400);
    char day[HZ_DATE_TEXT];
    hz_date_format((hz_date)(now / 86400), day);
    hz_buffer_format(&all->text, "%ssha256 %s\nrole %s\nsigned %sT%02u:%02u:%02uZ\n",
                     hz_signature_heading, all->hex, role, day, second / 3600, second / 60 % 60,
                     second % 60);
}

/* Signs what stands in the text, and adds the signature to it. */
static bool add_signature(struct hz_signatures *all, const char *key, struct hz_error *err)
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

static bool write_file(const struct hz_signatures *all, struct hz_error *err)
{
    struct hz_output *output = NULL;
    if (!hz_output_open(&output, all->file.at, err))
        return false;
    hz_output_write(output, all->text.at, all->text.length);
    return hz_output_close(output, err);
}

/* The text is parsed anew, with the new signature at its end: what is written can be read. */
static bool sign(struct hz_signatures *all, const char *key, const char *role, struct hz_error *err)
{
    bool is_good;
    write_statement(all, role);
    if (!add_signature(all, key, err))
        return false;
    const size_t last = all->count;
    struct hz_signatures now = {.path = all->path, .file = all->file, .text = all->text};
    if (!hz_signatures_parse(&now, err) || !hz_signature_find_key(&now.at[last], &is_good, err))
        return false;
    all->at[all->count++] = now.at[last];
    return !hz_signature_is_review(&now.at[last]) || may_review(all, &all->at[last], err);
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
static bool sign_one(struct hz_signatures *all, const char *path, const char *key, const char *role,
                     struct hz_error *err)
{
    struct hz_buffer bytes = {0};
    bool done = hz_file_read(path, HZ_SIGNED_BYTES, &bytes, err);
    const struct hz_text text = {bytes.at, bytes.length};
    done = done && may_be_signed(path, text, err) && hz_signatures_read(all, path, text, err) &&
           check_before(all, err) && sign(all, key, role, err);
    hz_buffer_free(&bytes);
    return done;
}

static void add_row(const struct hz_signatures *all, struct hz_table *table)
{
    const struct hz_signature *last = &all->at[all->count - 1];
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
    struct hz_signatures *all = hz_allocate(paths, sizeof *all);
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
        hz_signatures_free(&all[p]);
    free(all);
    return done;
}
