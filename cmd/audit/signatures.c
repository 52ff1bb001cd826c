/* signatures.c: see signatures.h. What stands in a table is not translated. */

#include "signatures.h"

#include "file/file.h"
#include "signature_file.h"
#include "ssh_keygen.h"

#include <stdio.h>
#include <string.h>

/* What there is to compare, and for whom. */
struct check {
    const struct hz_signatures *all;
    const struct hz_signers *signers;
    hz_signature_teller *tell;
    void *context;
    const char *at; /* the option that says when keys must be valid; NULL: now */
};

static bool tell(const struct check *check, const struct hz_signature *signature,
                 const char *expected, const char *found)
{
    char item[2 * HZ_SIGNATURE_PRINT];
    snprintf(item, sizeof item, signature->who[0] ? "signature %zu (%s %s)" : "signature %zu (%s)",
             (size_t)(signature - check->all->at) + 1, signature->role, signature->who);
    return check->tell(check->context, item, expected, found);
}

/* The first name of those whose key it is; patterns that exclude somebody apart. */
static void find_name(struct hz_signature *signature, struct hz_buffer *names)
{
    hz_buffer_char(names, '\0');
    const char *name = names->at;
    while (*name == '!')
        name += strcspn(name, "\n") + (strchr(name, '\n') ? 1 : 0);
    snprintf(signature->who, HZ_SIGNATURE_PRINT, "%.*s", (int)strcspn(name, "\n"), name);
}

/* ssh-keygen names the line of the file of signers if it is there that it says no. */
static bool tell_refused(const struct check *check, const struct hz_signature *signature,
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
static bool check_signer(const struct check *check, struct hz_signature *signature,
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

static bool check_revoked(const struct check *check, const struct hz_signature *signature,
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
    char found[2 * HZ_SIGNATURE_PRINT];
    hz_buffer_free(&keygen.printed);
    snprintf(found, sizeof found, "%s, which is revoked", signature->key);
    return keygen.is_good || tell(check, signature, "a key that stands", found);
}

/* A review is by somebody else, of what somebody has prepared. */
static bool check_review(const struct check *check, const struct hz_signature *signature)
{
    bool is_prepared = false;
    for (const struct hz_signature *before = check->all->at; before < signature; before++) {
        if (hz_signature_is_review(before))
            continue;
        is_prepared = true;
        if (strcmp(before->who, signature->who) == 0 || strcmp(before->key, signature->key) == 0)
            return tell(check, signature, "a review by somebody else", "one by the preparer");
    }
    return is_prepared || tell(check, signature, "a preparer before", "none");
}

static bool check_one(const struct check *check, struct hz_signature *signature,
                      struct hz_error *err)
{
    bool is_good;
    if (!hz_signature_find_key(signature, &is_good, err))
        return false;
    if (!is_good)
        return tell(check, signature, "what was signed", "other bytes");
    if (strcmp(signature->sha256, check->all->hex) != 0)
        return tell(check, signature, signature->sha256, check->all->hex);
    return check_signer(check, signature, err) && check_revoked(check, signature, err) &&
           (!hz_signature_is_review(signature) || check_review(check, signature)) &&
           tell(check, signature, signature->key, signature->key);
}

/* They are read here once, so that one that is not there is told, and an audit trail has them. */
static bool can_read(const char *path, struct hz_error *err)
{
    struct hz_buffer bytes = {0};
    const bool done = !path || hz_file_read(path, HZ_SIGNED_BYTES, &bytes, err);
    hz_buffer_free(&bytes);
    return done;
}

bool hz_signatures_verify(const char *path, struct hz_text bytes, const struct hz_signers *signers,
                          hz_signature_teller *teller, void *context, struct hz_error *err)
{
    struct hz_signatures all = {0};
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
                hz_signatures_read(&all, path, bytes, err);
    bool has_role = !signers->role;
    for (size_t s = 0; done && s < all.count; s++) {
        done = check_one(&check, &all.at[s], err);
        has_role = has_role || strcmp(all.at[s].role, signers->role) == 0;
    }
    if (done && all.count == 0)
        done = teller(context, "signatures", all.file.at, "none");
    else if (done && !has_role)
        done = teller(context, "signatures", signers->role, "none of this role");
    hz_signatures_free(&all);
    return done;
}
