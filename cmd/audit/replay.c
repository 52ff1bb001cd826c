/* replay.c: see replay.h. */

#include "replay.h"

#include "common/beside.h"
#include "common/language.h"
#include "huzhu.h"
#include "programs.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <limits.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/wait.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

/* The files without names: what the command is to do, and what it writes. */
enum { ORDER, OUTPUT, COMPLAINTS, ACCOUNT, REJECTS, FINDINGS, FILES };

enum {
    MARGIN_BYTES = 64 << 20, /* by which a result may be larger than was said */
    MOST_ARGUMENTS = 8,
    OPTION_BYTES = 64,
};

static bool open_files(FILE *file[FILES], struct hz_error *err)
{
    for (int f = 0; f < FILES; f++) {
        file[f] = tmpfile();
        if (!file[f])
            return hz_error_system(err, P_tmpdir, _("cannot create a file"), errno);
    }
    return true;
}

static void close_files(FILE *file[FILES])
{
    for (int f = 0; f < FILES; f++)
        if (file[f])
            fclose(file[f]);
}

static void read_complaint(char complaint[], size_t size, FILE *file)
{
    rewind(file);
    if (!fgets(complaint, (int)size, file))
        complaint[0] = '\0';
    complaint[strcspn(complaint, "\n")] = '\0';
}

/* One run being prepared. */
struct run {
    const struct hz_replay_rules *rules;
    FILE *file[FILES];
    char option[MOST_ARGUMENTS][OPTION_BYTES];
    char *argument[MOST_ARGUMENTS + 1];
    size_t arguments;
    char *folder;
    uint64_t bytes;  /* the most that a file may get */
    bool lacks_room; /* more was said of a result, for which there is no room */
    int64_t seconds; /* that are left */
};

/* Half of the room that the files without names have. */
static uint64_t half_of_room(void)
{
    struct statvfs room;
    return statvfs(P_tmpdir, &room) == 0 ? (uint64_t)room.f_bavail * room.f_frsize / 2 : INT64_MAX;
}

static void bound(struct run *run, const struct hz_manifest *manifest)
{
    const uint64_t margin = run->rules->bytes > 0 ? run->rules->bytes : MARGIN_BYTES;
    const uint64_t most = half_of_room();
    struct hz_manifest_file written;
    for (size_t f = 0; hz_manifest_file_at(manifest, "outputs", f, &written); f++)
        if (written.bytes > run->bytes)
            run->bytes = written.bytes;
    run->bytes = run->bytes < INT64_MAX - margin ? run->bytes + margin : INT64_MAX;
    run->lacks_room = run->bytes > most;
    if (run->lacks_room)
        run->bytes = most;
}

static void add(struct run *run, const char *name, int file)
{
    char *option = run->option[run->arguments];
    snprintf(option, OPTION_BYTES, "%s=/dev/fd/%d", name, fileno(run->file[file]));
    run->argument[run->arguments++] = option;
}

/*
 * The command line. All that the manifest says stands in a file, which the command reads by rules
 * of its own; outputs are ours.
 */
static void prepare(struct run *run, const struct hz_manifest *manifest, const char *program,
                    struct hz_arena *arena)
{
    const struct hz_replay_rules *rules = run->rules;
    struct hz_manifest_file written;
    run->argument[run->arguments++] = hz_arena_string(arena, hz_text_of(program));
    add(run, rules->is_listed ? "--replay" : "--replay-command", ORDER);
    if (rules->folder) {
        struct hz_buffer under = {0};
        hz_buffer_format(&under, "--under=%s", rules->folder);
        run->argument[run->arguments++] =
            hz_arena_string(arena, (struct hz_text){under.at, under.length});
        hz_buffer_free(&under);
    }
    if (rules->is_listed || rules->has_account)
        add(run, "--manifest", ACCOUNT);
    if (hz_manifest_file_of(manifest, "outputs", "--reject", &written))
        add(run, "--reject", REJECTS);
    if (hz_manifest_file_of(manifest, "outputs", "--findings", &written))
        add(run, "--findings", FINDINGS);
    bound(run, manifest);
}

static bool write_order(struct run *run, struct hz_manifest *manifest, struct hz_error *err)
{
    struct hz_buffer text = {0};
    bool done = hz_manifest_text(manifest, &text, err);
    if (done && (fwrite(text.at, 1, text.length, run->file[ORDER]) != text.length ||
                 fflush(run->file[ORDER]) != 0))
        done = hz_error_system(err, P_tmpdir, _("cannot write"), errno);
    hz_buffer_free(&text);
    return done;
}

/* Never more than it was, also for root: a command that runs others cannot give them more. */
static void limit(int what, uint64_t most)
{
    struct rlimit both;
    if (getrlimit((__rlimit_resource_t)what, &both) == 0 && both.rlim_max < most)
        most = both.rlim_max;
    both = (struct rlimit){(rlim_t)most, (rlim_t)most};
    setrlimit((__rlimit_resource_t)what, &both);
}

/* An alarm that whoever started this ignores or blocks ends nothing. */
static void set_alarm(int64_t seconds)
{
    sigset_t alarms;
    sigemptyset(&alarms);
    sigaddset(&alarms, SIGALRM);
    signal(SIGALRM, SIG_DFL);
    sigprocmask(SIG_UNBLOCK, &alarms, NULL);
    alarm((unsigned)seconds);
}

/* The new process, up to where it becomes the command. */
static void become(struct run *run, const char *program, int input, pid_t parent)
{
#ifdef __linux__
    prctl(PR_SET_PDEATHSIG, SIGKILL);
#endif
    const int from = input >= 0 ? input : open("/dev/null", O_RDONLY);
    if (getppid() != parent || from < 0 || dup2(from, STDIN_FILENO) < 0 ||
        dup2(fileno(run->file[OUTPUT]), STDOUT_FILENO) < 0 ||
        dup2(fileno(run->file[COMPLAINTS]), STDERR_FILENO) < 0 ||
        (run->rules->directory && chdir(run->rules->directory) != 0))
        _exit(HZ_ERROR_SYSTEM);
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_FSIZE, run->bytes);
    if (!HZ_WATCHED) /* a sanitizer's shadow takes more room than any limit */
        limit(RLIMIT_AS, (uint64_t)run->rules->mebibytes << 20);
    set_alarm(run->seconds);
    execv(program, run->argument);
    dprintf(STDERR_FILENO, "%s: %s\n", program, strerror(errno));
    _exit(HZ_ERROR_SYSTEM);
}

static bool is_late(const struct run *run, struct hz_error *err)
{
    return hz_error_set(err, HZ_ERROR_SYSTEM, (struct hz_place){.file = run->rules->path},
                        run->rules->until
                            ? _("%s has not ended within the %d seconds that all of this may take: "
                                "--timeout gives it more")
                            : _("%s has not ended after %d seconds: --timeout gives it more"),
                        run->argument[0], (int)run->rules->seconds);
}

/* A file as large as it may be is one that was to become larger. */
static bool is_bounded(const struct run *run, struct hz_error *err)
{
    struct stat status;
    bool is_full = false;
    for (int f = OUTPUT; f < FILES; f++)
        is_full |=
            fstat(fileno(run->file[f]), &status) == 0 && (uint64_t)status.st_size >= run->bytes;
    if (!is_full)
        return true;
    return hz_error_set(err, run->lacks_room ? HZ_ERROR_SYSTEM : HZ_ERROR_DATA,
                        (struct hz_place){.file = run->rules->path},
                        run->lacks_room ? _("%s writes more than %" PRIu64 " bytes, half of what "
                                            "room %s has")
                                        : _("%s writes more than %" PRIu64 " bytes, which is more "
                                            "than is said of its results"),
                        run->argument[0], run->bytes, P_tmpdir);
}

/* Starts it and waits; *status is what it ended with. */
static bool start(struct run *run, int input, int *status, struct hz_error *err)
{
    char program[PATH_MAX];
    const pid_t parent = getpid();
    const char *name = run->argument[0];
    if (!hz_beside(name, program, sizeof program))
        return hz_error_system(err, name, _("cannot be found"), ENOENT);
    run->seconds = run->rules->until ? run->rules->until - time(NULL) : run->rules->seconds;
    if (run->seconds <= 0)
        return is_late(run, err);
    const pid_t child = fork();
    if (child < 0)
        return hz_error_system(err, name, _("cannot start this command"), errno);
    if (child == 0)
        become(run, program, input, parent);
    while (waitpid(child, status, 0) < 0 && errno == EINTR)
        ;
    const struct hz_place place = {.file = run->rules->path};
    if (WIFSIGNALED(*status) && WTERMSIG(*status) == SIGALRM)
        return is_late(run, err);
    if (WIFSIGNALED(*status))
        return hz_error_set(err, HZ_ERROR_SYSTEM, place, _("%s was ended by signal %d"), name,
                            WTERMSIG(*status));
    *status = WEXITSTATUS(*status);
    return is_bounded(run, err);
}

/* Status 3 is the machine's: nothing is said then of what the manifest is worth. */
static bool is_heard(const struct run *run, int status, const char *complaint, struct hz_error *err)
{
    return status < HZ_ERROR_SYSTEM ||
           hz_error_set(err, HZ_ERROR_SYSTEM, (struct hz_place){.file = run->rules->path},
                        _("%s has failed (status %d): %s"), run->argument[0], status, complaint);
}

static bool is_allowed(const struct hz_manifest *manifest, const struct hz_replay_rules *rules,
                       struct hz_error *err)
{
    const char *program = hz_manifest_program(manifest), *asked = hz_manifest_language(manifest);
    size_t language = 0;
    while (hz_languages[language] && strcmp(hz_languages[language], asked) != 0)
        language++;
    if (!hz_program_is_replayed(program))
        return hz_error_set(err, HZ_ERROR_DATA, (struct hz_place){.file = rules->path},
                            _("\"%s\" is none of the commands that are run again"), program);
    return hz_languages[language] ||
           hz_error_set(err, HZ_ERROR_DATA, (struct hz_place){.file = rules->path},
                        _("there is no language \"%s\""), asked);
}

static bool run_order(struct run *run, struct hz_manifest *manifest, int input,
                      struct hz_replay *replay, struct hz_error *err)
{
    struct hz_arena arena = {0};
    bool done = is_allowed(manifest, run->rules, err) && open_files(run->file, err) &&
                write_order(run, manifest, err);
    if (done) {
        setenv("LC_ALL", hz_manifest_language(manifest), 1);
        unsetenv("LANGUAGE");
        prepare(run, manifest, hz_manifest_program(manifest), &arena);
        done = start(run, input, &replay->status, err);
    }
    if (done) {
        read_complaint(replay->complaint, sizeof replay->complaint, run->file[COMPLAINTS]);
        done = is_heard(run, replay->status, replay->complaint, err);
    }
    hz_arena_free(&arena);
    return done;
}

/* What it wrote of itself, if it did. */
static bool read_account(struct hz_replay *replay, const char *program, FILE *file,
                         struct hz_error *err)
{
    struct hz_buffer bytes = {0};
    bool done =
        hz_read_whole(file, &bytes, err) &&
        (bytes.length == 0 || hz_manifest_parse(&replay->account, program,
                                                (struct hz_text){bytes.at, bytes.length}, err));
    hz_buffer_free(&bytes);
    return done;
}

bool hz_replay_run(struct hz_replay *replay, struct hz_manifest *manifest,
                   const struct hz_replay_rules *rules, int input, struct hz_error *err)
{
    struct run run = {.rules = rules};
    *replay = (struct hz_replay){0};
    bool done = run_order(&run, manifest, input, replay, err) &&
                read_account(replay, hz_manifest_program(manifest), run.file[ACCOUNT], err);
    if (done) {
        replay->output = run.file[OUTPUT];
        run.file[OUTPUT] = NULL;
    }
    close_files(run.file);
    return done;
}

bool hz_capture(const char *const argument[], const struct hz_replay_rules *rules,
                struct hz_buffer *printed, struct hz_manifest **account, struct hz_error *err)
{
    struct run run = {.rules = rules};
    struct hz_replay replay = {0};
    struct hz_manifest *manifest = hz_manifest_new(argument[0], HZ_VERSION, hz_language());
    for (size_t a = 1; argument[a]; a++)
        hz_manifest_argument(manifest, argument[a]);
    hz_manifest_status(manifest, 0);
    bool done = run_order(&run, manifest, -1, &replay, err);
    if (done && replay.status != 0)
        done = hz_error_set(err, HZ_ERROR_DATA, (struct hz_place){.file = rules->path},
                            _("%s ended with status %d: %s"), argument[0], replay.status,
                            replay.complaint);
    done = done && hz_read_whole(run.file[OUTPUT], printed, err) &&
           read_account(&replay, argument[0], run.file[ACCOUNT], err);
    *account = replay.account;
    close_files(run.file);
    hz_manifest_free(manifest);
    return done;
}
