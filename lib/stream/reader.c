/* reader.c: see reader.h. What happens here happens under one lock: open, read, cut. */

#include "stream/reader.h"

#include "base/memory.h"
#include "file/audit_trail.h"
#include "file/encoding.h"
#include "file/file.h"
#include "file/scan.h"
#include "stream/columns.h"
#include "stream/part.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdlib.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

enum { RAW_BYTES = 1 << 16 };

struct hz_reader {
    struct hz_reader_settings settings;
    size_t columns;
    struct hz_recodings recodings[HZ_BATCH_COLUMNS];
    size_t opened; /* files opened so far */
    int descriptor;
    struct hz_audit_trail *trail; /* of the present file */
    struct hz_reader_file *file;
    struct hz_reader_file *first;
    char *raw; /* as read, where it is not read straight into a part */
    struct hz_text raw_left;
    bool at_raw_end;
    struct hz_decoder *decoder; /* NULL: the file is UTF-8 */
    char *carry;                /* UTF-8, but not yet part of a part */
    size_t carried;
    bool at_end;      /* of the present file: nothing is left to be read or converted */
    bool is_skipping; /* inside a record that was too long */
    uint64_t sequence;
    uint64_t size;
    bool has_failed;
    pthread_mutex_t lock;
};

static size_t block_size(const struct hz_reader *reader)
{
    return reader->settings.block ? reader->settings.block : HZ_READER_BLOCK;
}

/* A part must hold the longest record, and a block after what was carried over. */
static size_t part_capacity(const struct hz_reader *reader)
{
    size_t block = block_size(reader);
    return HZ_RECORD_MOST + block;
}

static bool read_some(struct hz_reader *reader, char *to, size_t room, size_t *length,
                      struct hz_error *err)
{
    ssize_t got;
    do
        got = read(reader->descriptor, to, room);
    while (got < 0 && errno == EINTR);
    if (got < 0)
        return hz_error_system(err, reader->file->name, _("cannot read"), errno);
    hz_audit_trail_bytes(reader->trail, to, (size_t)got);
    reader->at_raw_end = got == 0;
    *length = (size_t)got;
    return true;
}

/* Keeps the bytes that a decoder or a guess is about, with room for more behind them. */
static bool read_raw(struct hz_reader *reader, struct hz_error *err)
{
    size_t kept = reader->raw_left.length, got = 0;
    memmove(reader->raw, reader->raw_left.at, kept);
    if (!read_some(reader, reader->raw + kept, RAW_BYTES - kept, &got, err))
        return false;
    reader->raw_left = (struct hz_text){reader->raw, kept + got};
    return true;
}

/* One step of reading: converted, or from what the guess has read, or straight from the file. */
static bool fill_some(struct hz_reader *reader, char *to, size_t room, size_t *length,
                      struct hz_error *err)
{
    if (reader->decoder) {
        if (!reader->at_raw_end && reader->raw_left.length < RAW_BYTES / 2 &&
            !read_raw(reader, err))
            return false;
        *length =
            hz_decoder_convert(reader->decoder, &reader->raw_left, reader->at_raw_end, to, room);
    } else if (reader->raw_left.length > 0) {
        *length = reader->raw_left.length < room ? reader->raw_left.length : room;
        memcpy(to, reader->raw_left.at, *length);
        reader->raw_left.at += *length;
        reader->raw_left.length -= *length;
    } else if (!read_some(reader, to, room, length, err)) {
        return false;
    }
    reader->at_end = reader->at_raw_end && reader->raw_left.length == 0;
    return true;
}

/*
 * Reads until `wanted` bytes are there or the file ends. A character that is converted is written
 * whole: there may be some bytes more, for which the slack has room.
 */
static bool fill(struct hz_reader *reader, char *data, size_t *length, size_t wanted,
                 struct hz_error *err)
{
    enum { CHARACTER_MOST = 8 };
    while (*length < wanted && !reader->at_end) {
        size_t got = 0, room = wanted - *length;
        if (reader->decoder && room < CHARACTER_MOST)
            room = CHARACTER_MOST;
        if (!fill_some(reader, data + *length, room, &got, err))
            return false;
        *length += got;
    }
    return true;
}

/* Reads the beginning of a file and decides how it is encoded. */
static bool begin_decoding(struct hz_reader *reader, struct hz_error *err)
{
    const char *encoding = reader->settings.encoding;
    hz_decoder_free(reader->decoder);
    reader->decoder = NULL;
    reader->raw_left = (struct hz_text){reader->raw, 0};
    reader->at_raw_end = false;
    while (!reader->at_raw_end && reader->raw_left.length < RAW_BYTES)
        if (!read_raw(reader, err))
            return false;
    reader->at_end = reader->at_raw_end && reader->raw_left.length == 0;
    if (!encoding)
        encoding = reader->file->guess = hz_encoding_guess(reader->raw_left);
    if (!encoding || strcasecmp(encoding, "UTF-8") == 0 || strcasecmp(encoding, "UTF8") == 0)
        return true;
    return hz_decoder_new(&reader->decoder, encoding, err);
}

/* The fields of the header, trimmed, in their own memory; at most `most` of them are kept. */
static size_t split_header(struct hz_text header, char delimiter, struct hz_text field[],
                           size_t most)
{
    const char *at = header.at, *end = header.at + header.length;
    size_t fields = 0;
    for (;;) {
        struct hz_scan_field found;
        const char *stop = hz_scan_field(at, end, delimiter, &found);
        if (!stop)
            return 0;
        if (fields < most)
            field[fields] = hz_text_trim(found.text);
        fields++;
        if (stop == end || *stop == '\n')
            return fields;
        at = stop + 1;
    }
}

static const char *canonical(const struct hz_reader *reader, struct hz_text header)
{
    for (const struct hz_rename *rename = reader->settings.rename; rename && rename->theirs;
         rename++)
        if (hz_text_equal(header, hz_text_of(rename->theirs)))
            return rename->ours;
    return hz_column_canonical(header);
}

static bool is_column(const struct hz_reader *reader, struct hz_text header, const char *name)
{
    const char *known = canonical(reader, header);
    return known ? strcmp(known, name) == 0 : hz_text_equal(header, hz_text_of(name));
}

static bool is_known(const struct hz_reader *reader, struct hz_text header)
{
    for (size_t c = 0; c < reader->columns; c++)
        if (is_column(reader, header, reader->settings.columns[c].name))
            return true;
    return false;
}

static bool refuse_header(const struct hz_reader *reader, const struct hz_text field[],
                          size_t fields, const char *missing, struct hz_error *err)
{
    struct hz_place place = {.file = reader->file->name, .line = 1};
    size_t known = 0;
    for (size_t f = 0; f < fields; f++)
        known += is_known(reader, field[f]);
    if (known == 0)
        return hz_error_set(
            err, HZ_ERROR_DATA, place,
            _("this is no header: none of its fields is a known column (wanted \"%s\")"), missing);
    struct hz_buffer found = {0};
    hz_buffer_list(&found, field, fields, 400);
    hz_error_set(
        err, HZ_ERROR_DATA, place,
        _("there is no column \"%s\"; the header has: %.*s (--columns MAP.yaml gives other "
          "names)"),
        missing, (int)found.length, found.at);
    hz_buffer_free(&found);
    return false;
}

static bool bind_column(struct hz_reader *reader, size_t c, const struct hz_text field[],
                        size_t fields, struct hz_error *err)
{
    const struct hz_column *column = &reader->settings.columns[c];
    int found = -1;
    for (size_t f = 0; f < fields; f++) {
        if (!is_column(reader, field[f], column->name))
            continue;
        if (found >= 0)
            return hz_error_set(
                err, HZ_ERROR_DATA, (struct hz_place){.file = reader->file->name, .line = 1},
                _("the column \"%s\" stands twice in the header, as fields %d "
                  "(\"%.*s\") and %zu (\"%.*s\"): remove or rename one"),
                column->name, found + 1, HZ_TEXT_ARGS(field[found]), f + 1, HZ_TEXT_ARGS(field[f]));
        found = (int)f;
    }
    reader->file->field_of[c] = found;
    if (found >= 0 || column->is_optional)
        return true;
    return refuse_header(reader, field, fields, column->name, err);
}

static bool bind_header(struct hz_reader *reader, struct hz_text header, struct hz_error *err)
{
    enum { MOST_FIELDS = 4096 };
    struct hz_reader_file *file = reader->file;
    file->delimiter =
        memchr(header.at, '\t', header.length) && !memchr(header.at, ',', header.length) ? '\t'
                                                                                         : ',';
    struct hz_text *field = hz_allocate(MOST_FIELDS, sizeof *field);
    file->fields = split_header(header, file->delimiter, field, MOST_FIELDS);
    bool done = file->fields > 0 && file->fields <= MOST_FIELDS;
    if (!done)
        hz_error_set(err, HZ_ERROR_DATA, (struct hz_place){.file = file->name, .line = 1},
                     _("a header of %zu fields cannot be read (at most %d, quotes closed)"),
                     file->fields, MOST_FIELDS);
    for (size_t c = 0; done && c < reader->columns; c++)
        done = bind_column(reader, c, field, file->fields, err);
    free(field);
    return done;
}

/* What has been read, from the header on: without a byte order mark and empty lines before it. */
static struct hz_text from_header(const struct hz_reader *reader)
{
    struct hz_text data = {reader->carry, reader->carried};
    if (data.length >= 3 && memcmp(data.at, "\xEF\xBB\xBF", 3) == 0)
        data = (struct hz_text){data.at + 3, data.length - 3};
    while (data.length > 0 &&
           (*data.at == '\n' || (data.length > 1 && *data.at == '\r' && data.at[1] == '\n')))
        data = (struct hz_text){data.at + 1, data.length - 1};
    return data;
}

/* Behind the header's newline, or NULL if it does not end in what has been read. */
static const char *behind_header(struct hz_reader *reader)
{
    struct hz_text data = from_header(reader);
    if (data.length == 0)
        return NULL;
    reader->carry[reader->carried] = '\n';
    const char *end = data.at + data.length;
    return hz_scan_record(data.at, end + (reader->at_end && end[-1] != '\n'), ',');
}

/* Reads on until the header is there, but no more than the longest record. */
static bool read_header(struct hz_reader *reader, const char **next, struct hz_error *err)
{
    for (size_t wanted = block_size(reader);; wanted *= 2) {
        if (wanted > HZ_RECORD_MOST)
            wanted = HZ_RECORD_MOST;
        if (!fill(reader, reader->carry, &reader->carried, wanted, err))
            return false;
        *next = behind_header(reader);
        if (*next || reader->at_end || wanted == HZ_RECORD_MOST)
            return true;
    }
}

static bool check_header(const struct hz_reader *reader, const char *next, struct hz_error *err)
{
    struct hz_place place = {.file = reader->file->name};
    struct hz_text data = from_header(reader);
    if (!hz_file_is_text(place.file, (struct hz_text){reader->carry, reader->carried}, err))
        return false;
    if (hz_text_trim(data).length == 0)
        return hz_error_set(err, HZ_ERROR_DATA, place, _("empty: a header line was expected"));
    if (!next)
        return hz_error_set(err, HZ_ERROR_DATA, place,
                            _("the header does not end within %zu bytes: is this CSV?"),
                            data.length);
    size_t length = (size_t)(next - 1 - data.at);
    if (memchr(data.at, '\0', length))
        return hz_error_set(err, HZ_ERROR_DATA, place, _("this is binary data, not CSV"));
    const char *lone = memchr(data.at, '\r', length);
    if (lone && lone + 2 != next)
        return hz_error_set(
            err, HZ_ERROR_DATA, place,
            _("lines end with a lone carriage return: use tr '\\r' '\\n' < FILE | ..."));
    return true;
}

/* Takes the header off the front of what has been read. */
static bool take_header(struct hz_reader *reader, const char *next, struct hz_error *err)
{
    struct hz_reader_file *file = reader->file;
    struct hz_text data = from_header(reader);
    data.length = (size_t)(next - 1 - data.at);
    if (data.length > 0 && data.at[data.length - 1] == '\r')
        data.length--;
    char *header = hz_allocate(data.length + 1 + HZ_SCAN_SLACK, 1);
    memcpy(header, data.at, data.length);
    header[data.length] = '\n';
    file->header = (struct hz_text){header, data.length};
    for (const char *c = reader->carry; c < next; c++)
        file->header_lines += *c == '\n';
    size_t used = (size_t)(next - reader->carry);
    reader->carried = used < reader->carried ? reader->carried - used : 0;
    memmove(reader->carry, next, reader->carried);
    return bind_header(reader, file->header, err);
}

static bool open_descriptor(struct hz_reader *reader, const char *path, struct hz_error *err)
{
    struct stat status;
    if (!hz_file_open(path, &reader->descriptor, err)) {
        reader->descriptor = -1;
        return false;
    }
    if (fstat(reader->descriptor, &status) != 0)
        return hz_error_system(err, hz_file_name(path), _("cannot read"), errno);
    if (S_ISDIR(status.st_mode))
        return hz_error_set(err, HZ_ERROR_SYSTEM, (struct hz_place){.file = hz_file_name(path)},
                            _("is a directory: name a CSV file, or - for standard input"));
    reader->trail = hz_audit_trail_open(hz_file_name(path), false);
#ifdef F_SETPIPE_SZ
    /* A bigger pipe saves most of the context switches; refusal only costs time. */
    if (S_ISFIFO(status.st_mode))
        fcntl(reader->descriptor, F_SETPIPE_SZ, 1 << 20);
#endif
    return true;
}

static void close_descriptor(struct hz_reader *reader)
{
    if (reader->descriptor >= 0)
        hz_audit_trail_rest(reader->trail, reader->descriptor);
    if (reader->descriptor > STDIN_FILENO)
        close(reader->descriptor);
    reader->descriptor = -1;
}

/* Opens the next file and binds its header; what of it has been read so far is carried. */
static bool open_next(struct hz_reader *reader, struct hz_error *err)
{
    const char *path = reader->settings.path[reader->opened++];
    struct hz_reader_file *file = hz_allocate(1, sizeof *file);
    file->name = hz_file_name(path);
    file->older = reader->file;
    reader->file = file;
    reader->at_end = false;
    reader->carried = 0;
    if (!reader->first)
        reader->first = file;
    const char *next;
    return open_descriptor(reader, path, err) && begin_decoding(reader, err) &&
           read_header(reader, &next, err) && check_header(reader, next, err) &&
           take_header(reader, next, err);
}

static uint64_t total_size(const struct hz_reader_settings *settings)
{
    uint64_t total = 0;
    for (size_t p = 0; p < settings->paths; p++) {
        struct stat status;
        int failed = strcmp(settings->path[p], "-") == 0 ? fstat(STDIN_FILENO, &status)
                                                         : stat(settings->path[p], &status);
        if (failed || !S_ISREG(status.st_mode))
            return 0;
        total += (uint64_t)status.st_size;
    }
    return total;
}

bool hz_reader_open(struct hz_reader **reader, const struct hz_reader_settings *settings,
                    struct hz_error *err)
{
    struct hz_reader *made = hz_allocate(1, sizeof *made);
    made->settings = *settings;
    made->descriptor = -1;
    for (; settings->columns[made->columns].name; made->columns++)
        made->recodings[made->columns] =
            hz_recodings_of(settings->columns[made->columns].name, settings->value);
    made->raw = hz_allocate(RAW_BYTES, 1);
    made->carry = hz_allocate(part_capacity(made) + HZ_SCAN_SLACK, 1);
    made->size = total_size(settings);
    pthread_mutex_init(&made->lock, NULL);
    if (!open_next(made, err)) {
        hz_reader_close(made);
        return false;
    }
    *reader = made;
    return true;
}

void hz_reader_close(struct hz_reader *reader)
{
    if (!reader)
        return;
    close_descriptor(reader);
    while (reader->file) {
        struct hz_reader_file *older = reader->file->older;
        free((char *)(uintptr_t)reader->file->header.at);
        free(reader->file);
        reader->file = older;
    }
    for (size_t c = 0; c < reader->columns; c++)
        free(reader->recodings[c].word);
    hz_decoder_free(reader->decoder);
    free(reader->raw);
    free(reader->carry);
    pthread_mutex_destroy(&reader->lock);
    free(reader);
}

const struct hz_reader_file *hz_reader_first(const struct hz_reader *reader)
{
    return reader->first;
}

uint64_t hz_reader_size(const struct hz_reader *reader)
{
    return reader->size;
}

static size_t skip_long_record(struct hz_reader *reader, struct hz_reader_part *part)
{
    const char *newline = memchr(part->data, '\n', part->length);
    reader->is_skipping = !newline && !reader->at_end;
    return newline ? (size_t)(newline + 1 - part->data) : part->length;
}

static void mark_bad(struct hz_reader_part *part, size_t from, const char *code,
                     const char *sentence)
{
    part->bad_from = from;
    part->bad_code = code;
    part->bad_sentence = sentence;
}

/* The longest run of whole records at the front: its length, 0 if there is none. */
static size_t whole_records(const struct hz_reader_part *part)
{
    const char delimiter = part->file->delimiter, *end = part->data + part->length;
    if (!memchr(part->data, '"', part->length)) {
        const char *newline = memrchr(part->data, '\n', part->length);
        return newline ? (size_t)(newline + 1 - part->data) : 0;
    }
    const struct hz_scan_found found =
        hz_scan_index(part->data, part->length, delimiter, SIZE_MAX, NULL, SIZE_MAX);
    if (!found.is_odd)
        return found.records;
    const char *at = part->data;
    for (const char *next; (next = hz_scan_record(at, end, delimiter)) != NULL;)
        at = next;
    return (size_t)(at - part->data);
}

/*
 * Decides what of the part's data belongs to it; the rest is carried to the next. A record that
 * does not end (a quote opened and never closed, or more than the longest) is closed by force: the
 * line it begins with is refused, and reading goes on behind that line.
 */
static size_t cut(struct hz_reader *reader, struct hz_reader_part *part)
{
    size_t whole = whole_records(part);
    size_t rest = part->length - whole;
    const char *open = part->data + whole;
    if (rest == 0)
        return whole;
    if (!reader->at_end && rest < HZ_RECORD_MOST)
        return whole;
    const char *newline = memchr(open, '\n', rest);
    if (newline) {
        mark_bad(part, whole, "unclosed_quote",
                 _("a quote is opened in this line and not closed: double a quote that is meant"));
        return (size_t)(newline + 1 - part->data);
    }
    mark_bad(part, whole, "record_too_long", _("the line is longer than a mebibyte"));
    reader->is_skipping = true;
    return part->length;
}

static void start_part(struct hz_reader *reader, struct hz_reader_part *part)
{
    part->file = reader->file;
    part->length = reader->carried;
    memcpy(part->data, reader->carry, reader->carried);
    part->cursor = part->rejects = part->text.length = 0;
    part->out.length = part->kept.length = part->carry.length = 0;
    part->rows = part->left_out = part->lines = 0;
    part->bad_from = SIZE_MAX;
    hz_arena_free(&part->unescaped);
}

/* Keeps what belongs to the next part, and closes this one with a newline. */
static void end_part(struct hz_reader *reader, struct hz_reader_part *part, size_t length)
{
    reader->carried = part->length - length;
    memcpy(reader->carry, part->data + length, reader->carried);
    part->sequence = reader->sequence++;
    part->length = length;
    if (length > 0 && part->data[length - 1] != '\n')
        part->data[part->length++] = '\n';
}

static bool read_part(struct hz_reader *reader, struct hz_reader_part *part, struct hz_error *err)
{
    for (size_t wanted = block_size(reader);; wanted = part->length + block_size(reader)) {
        if (!fill(reader, part->data, &part->length, wanted, err))
            return false;
        if (reader->is_skipping) {
            size_t skipped = skip_long_record(reader, part);
            part->length -= skipped;
            memmove(part->data, part->data + skipped, part->length);
            if (reader->is_skipping)
                continue;
        }
        if (part->length == 0)
            return true;
        /* The last line of a file may lack its newline; elsewhere it is a sentinel for the scan. */
        part->data[part->length] = '\n';
        if (reader->at_end && part->data[part->length - 1] != '\n')
            part->length++;
        size_t length = cut(reader, part);
        if (length > 0 || reader->at_end) {
            end_part(reader, part, length);
            return true;
        }
    }
}

bool hz_reader_next(struct hz_reader *reader, struct hz_reader_part *part, struct hz_error *err)
{
    bool found = false;
    pthread_mutex_lock(&reader->lock);
    while (!found && !reader->has_failed) {
        if (reader->at_end && reader->carried == 0) {
            close_descriptor(reader);
            if (reader->opened == reader->settings.paths)
                break;
            reader->is_skipping = false;
            reader->has_failed = !open_next(reader, err);
            continue;
        }
        start_part(reader, part);
        reader->carried = 0;
        reader->has_failed = !read_part(reader, part, err);
        found = !reader->has_failed && part->length > 0;
    }
    pthread_mutex_unlock(&reader->lock);
    return found;
}

const struct hz_column *hz_reader_columns(const struct hz_reader *reader)
{
    return reader->settings.columns;
}

const struct hz_recodings *hz_reader_recodings(const struct hz_reader *reader, size_t column)
{
    return &reader->recodings[column];
}

size_t hz_reader_capacity(const struct hz_reader *reader)
{
    return part_capacity(reader) + HZ_SCAN_SLACK + 1;
}
