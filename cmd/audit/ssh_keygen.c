/* ssh_keygen.c: see ssh_keygen.h. */

#include "ssh_keygen.h"

#include "common/beside.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* The files without names. */
enum { MESSAGE, SIGNATURE, PRINTED, COMPLAINTS, FILES };

static const char program[] = "ssh-keygen";

enum { NOT_THERE = 127 }; /* as a shell says it */

static bool fill(FILE *file, struct hz_text bytes, struct hz_error *err)
{
    if ((bytes.length > 0 && fwrite(bytes.at, 1, bytes.length, file) != bytes.length) ||
        fflush(file) != 0)
        return hz_error_system(err, P_tmpdir, _("cannot write"), errno);
    rewind(file);
    return true;
}

static bool open_files(FILE *file[FILES], const struct hz_keygen *keygen, struct hz_error *err)
{
    for (int f = 0; f < FILES; f++) {
        file[f] = tmpfile();
        if (!file[f])
            return hz_error_system(err, P_tmpdir, _("cannot create a file"), errno);
    }
    return fill(file[MESSAGE], keygen->message, err) &&
           fill(file[SIGNATURE], keygen->signature, err);
}

/* The new process, up to where it becomes ssh-keygen. */
static void become(const struct hz_keygen *keygen, FILE *const file[FILES])
{
    char signature[32];
    const char *argument[HZ_KEYGEN_MOST + 4] = {program};
    size_t arguments = 1;
    while (keygen->argument[arguments - 1]) {
        argument[arguments] = keygen->argument[arguments - 1];
        arguments++;
    }
    snprintf(signature, sizeof signature, "/dev/fd/%d", fileno(file[SIGNATURE]));
    if (keygen->signature.length > 0) {
        argument[arguments++] = "-s";
        argument[arguments++] = signature;
    }
    if (dup2(fileno(file[MESSAGE]), STDIN_FILENO) < 0 ||
        dup2(fileno(file[PRINTED]), STDOUT_FILENO) < 0 ||
        (!keygen->is_heard && dup2(fileno(file[COMPLAINTS]), STDERR_FILENO) < 0))
        _exit(HZ_ERROR_SYSTEM);
    execvp(program, (char *const *)argument);
    _exit(NOT_THERE);
}

static bool run(struct hz_keygen *keygen, FILE *const file[FILES], struct hz_error *err)
{
    int status;
    const pid_t child = fork();
    if (child < 0)
        return hz_error_system(err, program, _("cannot start this command"), errno);
    if (child == 0)
        become(keygen, file);
    while (waitpid(child, &status, 0) < 0 && errno == EINTR)
        ;
    if (WIFEXITED(status) && WEXITSTATUS(status) == NOT_THERE)
        return hz_error_set(err, HZ_ERROR_SYSTEM, HZ_NOWHERE,
                            _("there is no ssh-keygen here: install OpenSSH's (openssh-client)"));
    keygen->is_good = WIFEXITED(status) && WEXITSTATUS(status) == 0;
    return true;
}

/* The first line, which is empty if there is none. */
static void read_complaint(struct hz_keygen *keygen, FILE *file)
{
    rewind(file);
    if (!fgets(keygen->complaint, sizeof keygen->complaint, file))
        keygen->complaint[0] = '\0';
    keygen->complaint[strcspn(keygen->complaint, "\r\n")] = '\0';
}

bool hz_keygen_run(struct hz_keygen *keygen, struct hz_error *err)
{
    FILE *file[FILES] = {NULL};
    assert(!keygen->argument[HZ_KEYGEN_MOST - 1]);
    const bool done = open_files(file, keygen, err) && run(keygen, file, err) &&
                      hz_read_whole(file[PRINTED], &keygen->printed, err);
    if (done)
        read_complaint(keygen, file[COMPLAINTS]);
    for (int f = 0; f < FILES; f++)
        if (file[f])
            fclose(file[f]);
    return done;
}
