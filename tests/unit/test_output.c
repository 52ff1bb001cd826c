/* Results that arrive whole, or a failure that is told. */

#include "base/memory.h"
#include "file/audit_trail.h"
#include "file/output.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

enum { NOBODY = 65534 };

/* Each test has a directory of its own, and the paths of files in it. */
struct place {
    char directory[64];
    char path[128];
    char link[128];
};

static int enter(void **state)
{
    struct place *place = hz_allocate(1, sizeof *place);
    strcpy(place->directory, "/tmp/huzhu-output-XXXXXX");
    assert_non_null(mkdtemp(place->directory));
    snprintf(place->path, sizeof place->path, "%s/years.csv", place->directory);
    snprintf(place->link, sizeof place->link, "%s/link.csv", place->directory);
    *state = place;
    return 0;
}

static int leave(void **state)
{
    struct place *place = *state;
    char file[512];
    chmod(place->directory, 0700);
    DIR *directory = opendir(place->directory);
    for (struct dirent *entry; directory && (entry = readdir(directory));) {
        snprintf(file, sizeof file, "%s/%s", place->directory, entry->d_name);
        if (unlink(file) != 0)
            rmdir(file);
    }
    if (directory)
        closedir(directory);
    rmdir(place->directory);
    free(place);
    return 0;
}

static int files_in(const char *path)
{
    int files = 0;
    DIR *directory = opendir(path);
    assert_non_null(directory);
    for (struct dirent *entry; (entry = readdir(directory));)
        files += strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0;
    closedir(directory);
    return files;
}

static void put_file(const char *path, const char *text)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
}

static void assert_file(const char *path, const char *text)
{
    char found[256] = "";
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    found[fread(found, 1, sizeof found - 1, file)] = '\0';
    fclose(file);
    assert_string_equal(found, text);
}

static struct hz_output *open_output(const char *path)
{
    struct hz_output *output = NULL;
    struct hz_error err = {0};
    if (!hz_output_open(&output, path, &err))
        fail_msg("%s", err.text);
    return output;
}

static void close_output(struct hz_output *output)
{
    struct hz_error err = {0};
    if (!hz_output_close(output, &err))
        fail_msg("%s", err.text);
    assert_int_equal(err.kind, HZ_NO_ERROR);
}

static void assert_open_fails(const char *path, const char *said)
{
    struct hz_output *output = NULL;
    struct hz_error err = {0};
    assert_false(hz_output_open(&output, path, &err));
    assert_int_equal(err.kind, HZ_ERROR_SYSTEM);
    assert_null(output);
    if (strncmp(err.text, path, strlen(path)) != 0 || !strstr(err.text, said))
        fail_msg("\"%s\" is not about %s and \"%s\"", err.text, path, said);
}

static mode_t mode_of(const char *path)
{
    struct stat file;
    assert_int_equal(stat(path, &file), 0);
    return file.st_mode & 07777;
}

/* What write_pattern writes: bytes that tell where they belong. */
static char pattern(size_t at)
{
    return (char)('a' + (at * 7 + at / 1000) % 26);
}

static void write_pattern(struct hz_output *output, size_t length, size_t piece)
{
    char *bytes = hz_allocate(length, 1);
    for (size_t i = 0; i < length; i++)
        bytes[i] = pattern(i);
    for (size_t i = 0; i < length; i += piece)
        hz_output_write(output, bytes + i, length - i < piece ? length - i : piece);
    free(bytes);
}

static bool is_pattern(int descriptor, size_t length, unsigned pause)
{
    char bytes[4096];
    size_t at = 0;
    for (ssize_t got; (got = read(descriptor, bytes, sizeof bytes)) > 0;) {
        for (ssize_t i = 0; i < got; i++)
            if (bytes[i] != pattern(at++))
                return false;
        usleep(pause);
    }
    return at == length;
}

static void a_new_file_appears_whole_when_it_is_closed(void **state)
{
    struct place *place = *state;
    struct hz_output *output = open_output(place->path);
    hz_output_text(output, hz_text_of("year,level\n"));
    hz_output_write(output, "2017,1\n", 7);
    hz_output_write(output, NULL, 0);
    assert_true(hz_output_flush(output));
    assert_int_equal(access(place->path, F_OK), -1);
    close_output(output);
    assert_file(place->path, "year,level\n2017,1\n");
    assert_int_equal(files_in(place->directory), 1);
}

static void an_empty_result_is_an_empty_file(void **state)
{
    struct place *place = *state;
    close_output(open_output(place->path));
    assert_file(place->path, "");
}

static void pieces_of_any_size_arrive_in_order(void **state)
{
    static const size_t piece[] = {1, 1000, 65536, 131071, 131072, 131073, 500000, 1000000};
    struct place *place = *state;
    for (size_t i = 0; i < HZ_COUNT(piece); i++) {
        struct hz_output *output = open_output(place->path);
        write_pattern(output, 1000000, piece[i]);
        close_output(output);
        int descriptor = open(place->path, O_RDONLY);
        assert_true(is_pattern(descriptor, 1000000, 0));
        close(descriptor);
    }
}

static void a_dropped_output_leaves_the_old_file_and_nothing_else(void **state)
{
    struct place *place = *state;
    put_file(place->path, "old\n");
    struct hz_output *output = open_output(place->path);
    write_pattern(output, 300000, 1000);
    assert_int_equal(files_in(place->directory), 2);
    assert_file(place->path, "old\n");
    hz_output_drop(output);
    assert_file(place->path, "old\n");
    assert_int_equal(files_in(place->directory), 1);
}

static void a_new_file_has_the_mode_that_the_umask_leaves(void **state)
{
    struct place *place = *state;
    mode_t kept = umask(027);
    close_output(open_output(place->path));
    umask(kept);
    assert_int_equal(mode_of(place->path), 0640);
}

static void a_replaced_file_keeps_its_mode(void **state)
{
    struct place *place = *state;
    put_file(place->path, "old\n");
    static const mode_t mode[] = {0600, 0666, 0755};
    for (size_t i = 0; i < HZ_COUNT(mode); i++) {
        chmod(place->path, mode[i]);
        struct hz_output *output = open_output(place->path);
        hz_output_text(output, hz_text_of("new\n"));
        close_output(output);
        assert_int_equal(mode_of(place->path), mode[i]);
        assert_file(place->path, "new\n");
    }
}

static void a_replaced_file_keeps_its_owner_where_that_is_allowed(void **state)
{
    struct place *place = *state;
    if (geteuid() != 0)
        skip();
    put_file(place->path, "old\n");
    assert_int_equal(chown(place->path, NOBODY, NOBODY), 0);
    close_output(open_output(place->path));
    struct stat file;
    assert_int_equal(stat(place->path, &file), 0);
    assert_int_equal(file.st_uid, NOBODY);
    assert_int_equal(file.st_gid, NOBODY);
}

static void a_symbolic_link_survives_and_its_target_is_written(void **state)
{
    struct place *place = *state;
    char chain[128];
    snprintf(chain, sizeof chain, "%s/chain", place->directory);
    assert_int_equal(symlink("years.csv", place->link), 0);
    assert_int_equal(symlink(place->link, chain), 0);
    static const char *const text[] = {"first\n", "second\n"}; /* a new target, then an old one */
    for (size_t i = 0; i < HZ_COUNT(text); i++) {
        struct hz_output *output = open_output(chain);
        hz_output_text(output, hz_text_of(text[i]));
        close_output(output);
        struct stat file;
        assert_int_equal(lstat(place->link, &file), 0);
        assert_true(S_ISLNK(file.st_mode));
        assert_file(place->path, text[i]);
    }
    assert_int_equal(files_in(place->directory), 3);
}

static void a_circle_of_links_is_refused(void **state)
{
    struct place *place = *state;
    assert_int_equal(symlink("link.csv", place->link), 0);
    assert_open_fails(place->link, "cannot open");
}

static void a_long_name_in_chinese_letters_is_written(void **state)
{
    struct place *place = *state;
    char path[400];
    int length = snprintf(path, sizeof path, "%s/", place->directory);
    for (int letter = 0; letter < 85; letter++) /* 255 bytes, the most that a name has */
        length += snprintf(path + length, sizeof path - (size_t)length, "%s", "年");
    struct hz_output *output = open_output(path);
    hz_output_text(output, hz_text_of("1\n"));
    close_output(output);
    assert_file(path, "1\n");
    assert_int_equal(files_in(place->directory), 1);
}

static void an_unfinished_file_of_another_is_left_alone(void **state)
{
    struct place *place = *state;
    struct hz_output *first = open_output(place->path);
    struct hz_output *second = open_output(place->path);
    hz_output_text(first, hz_text_of("first\n"));
    hz_output_text(second, hz_text_of("second\n"));
    close_output(second);
    assert_file(place->path, "second\n");
    close_output(first);
    assert_file(place->path, "first\n");
}

static void places_that_cannot_be_written_are_refused_when_opened(void **state)
{
    struct place *place = *state;
    char path[160];
    assert_open_fails("", "No such file");
    assert_open_fails(place->directory, "Is a directory");
    snprintf(path, sizeof path, "%s/nowhere/years.csv", place->directory);
    assert_open_fails(path, "cannot create: No such file");
    snprintf(path, sizeof path, "%s/nowhere/", place->directory);
    assert_open_fails(path, "cannot create: No such file");
    put_file(place->path, "old\n");
    snprintf(path, sizeof path, "%s/years.csv", place->path);
    assert_open_fails(path, "Not a directory");
}

static void a_directory_without_permission_is_refused(void **state)
{
    struct place *place = *state;
    bool is_root = geteuid() == 0;
    put_file(place->link, "old\n");
    chmod(place->link, 0666);
    chmod(place->directory, 0555);
    if (is_root && seteuid(NOBODY) != 0)
        skip();
    assert_open_fails(place->path, "cannot create: Permission denied");
    assert_open_fails(place->link, "cannot create a file beside it: Permission denied");
    if (is_root)
        assert_int_equal(seteuid(0), 0);
    assert_file(place->link, "old\n");
}

static void a_write_protected_file_is_refused(void **state)
{
    struct place *place = *state;
    bool is_root = geteuid() == 0;
    put_file(place->path, "old\n");
    chmod(place->path, 0444);
    chmod(place->directory, 0777);
    if (is_root && seteuid(NOBODY) != 0)
        skip();
    assert_open_fails(place->path, "cannot replace: Permission denied");
    if (is_root)
        assert_int_equal(seteuid(0), 0);
    assert_file(place->path, "old\n");
}

static void a_full_device_is_told_when_closed(void **state)
{
    (void)state;
    static const size_t length[] = {1, 1000000}; /* held until the end, and written early */
    for (size_t i = 0; i < HZ_COUNT(length); i++) {
        struct hz_output *output = open_output("/dev/full");
        struct hz_error err = {0};
        write_pattern(output, length[i], 1000);
        assert_false(hz_output_flush(output));
        assert_false(hz_output_is_closed(output));
        hz_output_write(output, "more", 4);
        assert_false(hz_output_close(output, &err));
        assert_int_equal(err.kind, HZ_ERROR_SYSTEM);
        assert_string_equal(err.text, "/dev/full: cannot write: No space left on device");
    }
    close_output(open_output("/dev/full")); /* nothing to write, nothing lost */
}

static void a_full_stdout_is_told_by_its_name(void **state)
{
    (void)state;
    fflush(stdout);
    int kept = dup(STDOUT_FILENO);
    int full = open("/dev/full", O_WRONLY);
    assert_true(kept >= 0 && full >= 0);
    dup2(full, STDOUT_FILENO);
    struct hz_error err = {0};
    struct hz_output *output = NULL;
    bool is_open = hz_output_open(&output, "-", &err);
    hz_output_write(output, "1\n", 2);
    bool is_closed = hz_output_close(output, &err);
    dup2(kept, STDOUT_FILENO);
    close(kept);
    close(full);
    assert_true(is_open);
    assert_false(is_closed);
    assert_string_equal(err.text, "<stdout>: cannot write: No space left on device");
}

static void stdout_stays_open_and_a_closed_one_is_refused(void **state)
{
    (void)state;
    fflush(stdout);
    int kept = dup(STDOUT_FILENO);
    struct hz_output *output = open_output(NULL);
    close_output(output);
    bool was_open = fcntl(STDOUT_FILENO, F_GETFD) >= 0;
    close(STDOUT_FILENO);
    struct hz_error err = {0};
    bool is_open = hz_output_open(&output, NULL, &err);
    dup2(kept, STDOUT_FILENO);
    close(kept);
    assert_true(was_open);
    assert_false(is_open);
    assert_int_equal(err.kind, HZ_ERROR_SYSTEM);
    assert_string_equal(err.text, "<stdout>: cannot write: Bad file descriptor");
}

static void another_name_of_stdout_is_written_in_place(void **state)
{
    struct place *place = *state;
    put_file(place->path, "old\n");
    int log = open(place->path, O_WRONLY | O_APPEND);
    char name[32];
    snprintf(name, sizeof name, "/dev/fd/%d", log);
    struct hz_output *output = open_output(name);
    hz_output_text(output, hz_text_of("new\n"));
    close_output(output);
    close(log);
    assert_file(place->path, "old\nnew\n");
}

static void a_reader_that_has_gone_is_no_failure(void **state)
{
    (void)state;
    int pipes[2];
    char name[32];
    assert_int_equal(pipe(pipes), 0);
    snprintf(name, sizeof name, "/dev/fd/%d", pipes[1]);
    struct hz_output *output = open_output(name);
    assert_false(hz_output_is_closed(output));
    close(pipes[1]);
    close(pipes[0]);
    hz_output_write(output, "1\n", 2);
    assert_false(hz_output_flush(output));
    assert_true(hz_output_is_closed(output));
    write_pattern(output, 300000, 1000);
    close_output(output);
}

static void a_named_pipe_is_written_and_stays_a_pipe(void **state)
{
    struct place *place = *state;
    assert_int_equal(mkfifo(place->path, 0600), 0);
    pid_t reader = fork();
    if (reader == 0) {
        int descriptor = open(place->path, O_RDONLY);
        _exit(is_pattern(descriptor, 200000, 0) ? 0 : 1);
    }
    struct hz_output *output = open_output(place->path);
    write_pattern(output, 200000, 777);
    close_output(output);
    int status;
    assert_int_equal(waitpid(reader, &status, 0), reader);
    assert_int_equal(status, 0);
    struct stat file;
    assert_int_equal(lstat(place->path, &file), 0);
    assert_true(S_ISFIFO(file.st_mode));
}

static void ignore_alarm(int number)
{
    (void)number;
}

/* Makes the descriptor stdout, writes there among signals that break off writes, and undoes it. */
static bool write_to_stdout(int descriptor, int flags, size_t length)
{
    fflush(stdout);
    int kept = dup(STDOUT_FILENO);
    dup2(descriptor, STDOUT_FILENO);
    close(descriptor);
    fcntl(STDOUT_FILENO, F_SETFL, flags);
    struct sigaction action = {.sa_handler = ignore_alarm}; /* no SA_RESTART */
    sigaction(SIGALRM, &action, NULL);
    setitimer(ITIMER_REAL, &(struct itimerval){{0, 1000}, {0, 1000}}, NULL);
    struct hz_output *output = NULL;
    struct hz_error err = {0};
    bool done = hz_output_open(&output, "-", &err);
    write_pattern(output, length, length / 3);
    done = hz_output_close(output, &err) && done;
    setitimer(ITIMER_REAL, &(struct itimerval){{0, 0}, {0, 0}}, NULL);
    dup2(kept, STDOUT_FILENO);
    close(kept);
    return done;
}

/* A descriptor that does not wait takes only a part, or nothing, of what is written. */
static void a_slow_reader_gets_everything(void **state)
{
    (void)state;
    static const int flags[] = {0, O_NONBLOCK};
    for (size_t i = 0; i < HZ_COUNT(flags); i++) {
        int pipes[2];
        assert_int_equal(pipe(pipes), 0);
        pid_t reader = fork();
        if (reader == 0) {
            close(pipes[1]);
            _exit(is_pattern(pipes[0], 600000, 500) ? 0 : 1);
        }
        close(pipes[0]);
        assert_true(write_to_stdout(pipes[1], flags[i], 600000));
        int status;
        assert_int_equal(waitpid(reader, &status, 0), reader);
        assert_int_equal(status, 0);
    }
}

static void a_file_that_cannot_get_its_name_is_told_and_removed(void **state)
{
    struct place *place = *state;
    struct hz_output *output = open_output(place->path);
    struct hz_error err = {0};
    hz_output_write(output, "1\n", 2);
    assert_int_equal(mkdir(place->path, 0700), 0);
    assert_false(hz_output_close(output, &err));
    assert_int_equal(err.kind, HZ_ERROR_SYSTEM);
    assert_non_null(strstr(err.text, "years.csv: cannot write: Is a directory"));
    assert_int_equal(files_in(place->directory), 1);
}

static void nothing_is_closed_and_dropped(void **state)
{
    (void)state;
    close_output(NULL);
    hz_output_drop(NULL);
}

static void a_dropped_stdout_writes_nothing_more(void **state)
{
    (void)state;
    int pipes[2];
    fflush(stdout);
    assert_int_equal(pipe(pipes), 0);
    int kept = dup(STDOUT_FILENO);
    dup2(pipes[1], STDOUT_FILENO);
    struct hz_output *output = open_output("-");
    hz_output_write(output, "1\n", 2);
    hz_output_drop(output);
    dup2(kept, STDOUT_FILENO);
    close(kept);
    close(pipes[1]);
    char byte;
    assert_int_equal(read(pipes[0], &byte, 1), 0);
    close(pipes[0]);
}

#define IN_A_DIRECTORY(test) cmocka_unit_test_setup_teardown(test, enter, leave)

/* A descriptor that cannot be read from stands for a disk that cannot. */
static void the_rest_of_a_file_that_cannot_be_read_is_told(void **state)
{
    const struct place *place = *state;
    struct hz_arena arena = {0};
    struct hz_audited *seen;
    struct hz_error err = {0};
    size_t count;
    hz_audit_trail_begin();
    struct hz_audit_trail *trail = hz_audit_trail_open(place->path, false);
    const int descriptor = open(place->path, O_WRONLY | O_CREAT, 0600);
    hz_audit_trail_rest(trail, descriptor);
    assert_false(hz_audit_trail_end(&arena, &seen, &count, &err));
    assert_int_equal(err.kind, HZ_ERROR_SYSTEM);
    close(descriptor);
    hz_arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_A_DIRECTORY(a_new_file_appears_whole_when_it_is_closed),
        IN_A_DIRECTORY(an_empty_result_is_an_empty_file),
        IN_A_DIRECTORY(the_rest_of_a_file_that_cannot_be_read_is_told),
        IN_A_DIRECTORY(pieces_of_any_size_arrive_in_order),
        IN_A_DIRECTORY(a_dropped_output_leaves_the_old_file_and_nothing_else),
        IN_A_DIRECTORY(a_new_file_has_the_mode_that_the_umask_leaves),
        IN_A_DIRECTORY(a_replaced_file_keeps_its_mode),
        IN_A_DIRECTORY(a_replaced_file_keeps_its_owner_where_that_is_allowed),
        IN_A_DIRECTORY(a_symbolic_link_survives_and_its_target_is_written),
        IN_A_DIRECTORY(a_circle_of_links_is_refused),
        IN_A_DIRECTORY(a_long_name_in_chinese_letters_is_written),
        IN_A_DIRECTORY(an_unfinished_file_of_another_is_left_alone),
        IN_A_DIRECTORY(places_that_cannot_be_written_are_refused_when_opened),
        IN_A_DIRECTORY(a_directory_without_permission_is_refused),
        IN_A_DIRECTORY(a_write_protected_file_is_refused),
        cmocka_unit_test(a_full_device_is_told_when_closed),
        cmocka_unit_test(a_full_stdout_is_told_by_its_name),
        cmocka_unit_test(stdout_stays_open_and_a_closed_one_is_refused),
        IN_A_DIRECTORY(another_name_of_stdout_is_written_in_place),
        cmocka_unit_test(a_reader_that_has_gone_is_no_failure),
        IN_A_DIRECTORY(a_named_pipe_is_written_and_stays_a_pipe),
        cmocka_unit_test(a_slow_reader_gets_everything),
        IN_A_DIRECTORY(a_file_that_cannot_get_its_name_is_told_and_removed),
        cmocka_unit_test(nothing_is_closed_and_dropped),
        cmocka_unit_test(a_dropped_stdout_writes_nothing_more),
    };
    signal(SIGPIPE, SIG_IGN); /* as main does */
    return cmocka_run_group_tests(tests, NULL, NULL);
}
