/* bytes.c: see bytes.h. */

#include "stream/bytes.h"

#include "base/memory.h"
#include "file/audit_trail.h"
#include "file/decoder.h"
#include "file/encoding.h"
#include "file/file.h"
#include "file/json_rows.h"
#include "file/xlsx_read.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

enum { STEP = 1 << 16, RAW_BYTES = HZ_ENCODING_EVIDENCE + 2 * STEP };

struct hz_bytes {
    const char *name;
    int descriptor;
    struct hz_audit_trail *trail;
    char *raw; /* as read, where it is not read straight to its place */
    struct hz_text left;
    bool at_raw_end;
    bool is_decided; /* how it is encoded: as long as all is ASCII, it need not be */
    const char *guess;
    struct hz_xlsx *book; /* NULL: the file is text */
    struct hz_json *json; /* NULL: the file is no JSON */
    struct hz_buffer csv; /* of the JSON, from `csv_at` on */
    size_t csv_at;
    struct hz_decoder *decoder; /* NULL: the file is UTF-8 */
};

static bool read_file(struct hz_bytes *bytes, char *to, size_t room, size_t *length,
                      struct hz_error *err)
{
    ssize_t got;
    do
        got = read(bytes->descriptor, to, room);
    while (got < 0 && hz_file_may_go_on(bytes->descriptor));
    if (got < 0)
        return hz_error_system(err, bytes->name, _("cannot read"), errno);
    hz_audit_trail_bytes(bytes->trail, to, (size_t)got);
    bytes->at_raw_end = got == 0;
    *length = (size_t)got;
    return true;
}

/* Of JSON, the CSV: pieces of it are read until there is some. */
static bool read_json(struct hz_bytes *bytes, char *to, size_t room, size_t *length,
                      struct hz_error *err)
{
    size_t got = 1;
    while (bytes->csv_at == bytes->csv.length && got > 0) {
        char piece[STEP];
        bytes->csv.length = bytes->csv_at = 0;
        if (!read_file(bytes, piece, sizeof piece, &got, err) ||
            !hz_json_add(bytes->json, (struct hz_text){piece, got}, got == 0, &bytes->csv, err))
            return false;
    }
    const size_t left = bytes->csv.length - bytes->csv_at;
    *length = left < room ? left : room;
    if (*length > 0)
        memcpy(to, bytes->csv.at + bytes->csv_at, *length);
    bytes->csv_at += *length;
    bytes->at_raw_end = *length == 0;
    return true;
}

static bool read_some(struct hz_bytes *bytes, char *to, size_t room, size_t *length,
                      struct hz_error *err)
{
    if (bytes->json)
        return read_json(bytes, to, room, length, err);
    if (!bytes->book)
        return read_file(bytes, to, room, length, err);
    const bool done = hz_xlsx_read(bytes->book, to, room, length, err);
    bytes->at_raw_end = *length == 0;
    return done;
}

/* Keeps what a decoder or a guess is about, and reads on until there are `wanted` bytes of it. */
static bool read_raw(struct hz_bytes *bytes, size_t wanted, struct hz_error *err)
{
    size_t kept = bytes->left.length, got = 0;
    if (kept > 0)
        memmove(bytes->raw, bytes->left.at, kept);
    bytes->left = (struct hz_text){bytes->raw, kept};
    while (bytes->left.length < wanted && !bytes->at_raw_end) {
        if (!read_some(bytes, bytes->raw + bytes->left.length, RAW_BYTES - bytes->left.length, &got,
                       err))
            return false;
        bytes->left.length += got;
    }
    return true;
}

static bool decode_as(struct hz_bytes *bytes, const char *encoding, struct hz_error *err)
{
    bytes->is_decided = true;
    if (!encoding || strcasecmp(encoding, "UTF-8") == 0 || strcasecmp(encoding, "UTF8") == 0)
        return true;
    return hz_decoder_new(&bytes->decoder, encoding, err);
}

/* What is left begins beyond ASCII: as much of it as is evidence decides. */
static bool decide(struct hz_bytes *bytes, struct hz_error *err)
{
    if (!read_raw(bytes, HZ_ENCODING_EVIDENCE, err))
        return false;
    struct hz_text evidence = bytes->left;
    if (evidence.length > HZ_ENCODING_EVIDENCE)
        evidence.length = HZ_ENCODING_EVIDENCE;
    bytes->guess = hz_encoding_guess(evidence);
    return decode_as(bytes, bytes->guess, err);
}

static size_t take_left(struct hz_bytes *bytes, char *to, size_t room)
{
    const size_t length = bytes->left.length < room ? bytes->left.length : room;
    memcpy(to, bytes->left.at, length);
    bytes->left = (struct hz_text){bytes->left.at + length, bytes->left.length - length};
    return length;
}

/* Of bytes that were read to their place, those from the first beyond ASCII on are held back. */
static bool hold_back(struct hz_bytes *bytes, char *to, size_t *length, struct hz_error *err)
{
    const size_t ascii = hz_text_ascii((struct hz_text){to, *length});
    if (ascii == *length)
        return true;
    /* What was left over comes behind what is put back. */
    const size_t back = *length - ascii;
    if (bytes->left.length > 0)
        memmove(bytes->raw + back, bytes->left.at, bytes->left.length);
    memcpy(bytes->raw, to + ascii, back);
    bytes->left = (struct hz_text){bytes->raw, back + bytes->left.length};
    *length = ascii;
    return decide(bytes, err);
}

/* One step of reading: converted, or from what was held back, or straight from the file. */
static bool fill_some(struct hz_bytes *bytes, char *to, size_t room, size_t *length,
                      struct hz_error *err)
{
    if (bytes->decoder) {
        if (!bytes->at_raw_end && bytes->left.length < STEP && !read_raw(bytes, STEP, err))
            return false;
        *length = hz_decoder_convert(bytes->decoder, &bytes->left, bytes->at_raw_end, to, room);
        return true;
    }
    if (!bytes->is_decided && room > HZ_ENCODING_EVIDENCE)
        room = HZ_ENCODING_EVIDENCE; /* no more than can be held back */
    if (bytes->left.length > 0)
        *length = take_left(bytes, to, room);
    else if (!read_some(bytes, to, room, length, err))
        return false;
    return bytes->is_decided || hold_back(bytes, to, length, err);
}

bool hz_bytes_fill(struct hz_bytes *bytes, char *data, size_t *length, size_t wanted,
                   struct hz_error *err)
{
    enum { CHARACTER_MOST = 8 };
    while (*length < wanted && !hz_bytes_at_end(bytes)) {
        size_t got = 0, room = wanted - *length;
        if (bytes->decoder && room < CHARACTER_MOST)
            room = CHARACTER_MOST;
        if (!fill_some(bytes, data + *length, room, &got, err))
            return false;
        *length += got;
    }
    return true;
}

bool hz_bytes_at_end(const struct hz_bytes *bytes)
{
    return bytes->at_raw_end && bytes->left.length == 0 &&
           (!bytes->decoder || hz_decoder_is_done(bytes->decoder));
}

const char *hz_bytes_guess(const struct hz_bytes *bytes)
{
    return bytes->guess;
}

static bool open_descriptor(struct hz_bytes *bytes, const char *path, struct hz_error *err)
{
    struct stat status;
    if (!hz_file_open(path, &bytes->descriptor, err)) {
        bytes->descriptor = -1;
        return false;
    }
    if (fstat(bytes->descriptor, &status) != 0)
        return hz_error_system(err, bytes->name, _("cannot read"), errno);
    if (S_ISDIR(status.st_mode))
        return hz_error_set(err, HZ_ERROR_SYSTEM, (struct hz_place){.file = bytes->name},
                            _("is a directory: name a CSV file, or - for standard input"));
    bytes->trail = hz_audit_trail_open(bytes->name, false);
#ifdef F_SETPIPE_SZ
    /* A bigger pipe saves most of the context switches; refusal only costs time. */
    if (S_ISFIFO(status.st_mode))
        fcntl(bytes->descriptor, F_SETPIPE_SZ, 1 << 20);
#endif
    return true;
}

/* All of a file, of which the beginning has been read, in one that can be sought in. */
static FILE *spool(struct hz_bytes *bytes, struct hz_error *err)
{
    FILE *file = tmpfile();
    bool done = file != NULL;
    size_t got = bytes->left.length;
    memmove(bytes->raw, bytes->left.at, got);
    while (done && got > 0) {
        done = fwrite(bytes->raw, 1, got, file) == got;
        if (done && !read_file(bytes, bytes->raw, RAW_BYTES, &got, err)) {
            fclose(file);
            return NULL;
        }
    }
    if (done && fflush(file) == 0)
        return file;
    hz_error_system(err, bytes->name, _("cannot keep the workbook in a temporary file"), errno);
    if (file)
        fclose(file);
    return NULL;
}

/*
 * What the descriptor still holds of a regular file is read when the bytes are closed, for the
 * trail.
 */
static bool open_book(struct hz_bytes *bytes, const char *path, const char *sheet,
                      struct hz_error *err)
{
    struct stat status;
    const bool is_regular = bytes->descriptor != STDIN_FILENO &&
                            fstat(bytes->descriptor, &status) == 0 && S_ISREG(status.st_mode);
    FILE *file = is_regular ? fopen(path, "rbe") : spool(bytes, err);
    if (!file)
        return !is_regular ? false : hz_error_system(err, bytes->name, _("cannot open"), errno);
    bytes->left.length = 0;
    bytes->at_raw_end = false;
    bytes->is_decided = true;
    return hz_xlsx_open(&bytes->book, file, bytes->name, sheet, err);
}

/* What has been read is the first piece of it. */
static bool open_json(struct hz_bytes *bytes, const char *encoding, struct hz_error *err)
{
    const struct hz_text piece = bytes->left;
    if (!hz_json_may_be_in(encoding, bytes->name, err))
        return false;
    bytes->json = hz_json_new(bytes->name);
    bytes->left.length = 0;
    bytes->at_raw_end = false;
    bytes->is_decided = true;
    return hz_json_add(bytes->json, piece, false, &bytes->csv, err);
}

/* Reads the beginning, which is no text or shows a mark, or leaves it open how it is encoded. */
static bool begin(struct hz_bytes *bytes, const char *path, const char *encoding, const char *sheet,
                  struct hz_error *err)
{
    if (!read_raw(bytes, STEP, err))
        return false;
    if (hz_xlsx_is_one(bytes->left))
        return open_book(bytes, path, sheet, err);
    if (sheet)
        return hz_error_set(err, HZ_ERROR_USAGE, (struct hz_place){.file = bytes->name},
                            _("--sheet \"%s\": this is no workbook (.xlsx)"), sheet);
    if (hz_json_is_one(bytes->left))
        return open_json(bytes, encoding, err);
    if (encoding)
        return decode_as(bytes, encoding, err);
    bytes->guess = hz_encoding_mark(bytes->left);
    if (bytes->guess)
        return decode_as(bytes, bytes->guess, err);
    return hz_file_is_text(bytes->name, bytes->left, err);
}

bool hz_bytes_open(struct hz_bytes **bytes, const char *path, const char *encoding,
                   const char *sheet, struct hz_error *err)
{
    struct hz_bytes *made = hz_allocate(1, sizeof *made);
    made->name = hz_file_name(path);
    made->descriptor = -1;
    made->raw = hz_allocate(RAW_BYTES, 1);
    if (open_descriptor(made, path, err) && begin(made, path, encoding, sheet, err)) {
        *bytes = made;
        return true;
    }
    hz_json_free(made->json);
    hz_bytes_close(made);
    return false;
}

void hz_bytes_close(struct hz_bytes *bytes)
{
    if (!bytes)
        return;
    if (bytes->descriptor >= 0)
        hz_audit_trail_rest(bytes->trail, bytes->descriptor);
    if (bytes->descriptor > STDIN_FILENO)
        close(bytes->descriptor);
    if (bytes->book)
        hz_xlsx_end(bytes->book);
    hz_decoder_free(bytes->decoder);
    hz_buffer_free(&bytes->csv);
    free(bytes->raw);
    free(bytes);
}

struct hz_xlsx *hz_bytes_book(const struct hz_bytes *bytes)
{
    return bytes->book;
}

struct hz_json *hz_bytes_json(const struct hz_bytes *bytes)
{
    return bytes->json;
}
