/* reader.c: see reader.h. What happens here happens under one lock: open, read, cut. */

#include "stream/reader.h"

#include "base/memory.h"
#include "file/columns.h"
#include "file/file.h"
#include "file/scan.h"
#include "stream/bind.h"
#include "stream/bytes.h"
#include "stream/cut.h"

#include <pthread.h>
#include <stdlib.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

struct hz_reader {
    struct hz_reader_settings settings;
    size_t columns;
    struct hz_recodings recodings[HZ_BATCH_COLUMNS];
    bool is_personal[HZ_BATCH_COLUMNS];
    size_t opened;          /* files opened so far */
    struct hz_bytes *bytes; /* of the present file */
    bool is_closing_told;   /* of the present workbook */
    const char *told_guess; /* the encoding that has been told of it */
    struct hz_reader_file *file;
    struct hz_reader_file *first;
    char *carry; /* UTF-8, but not yet part of a part */
    size_t carried;
    enum hz_cut_mode mode;
    uint64_t sequence;
    uint64_t size;
    bool has_failed;
    pthread_mutex_t lock;
};

static size_t block_size(const struct hz_reader *reader)
{
    return reader->settings.block ? reader->settings.block : HZ_READER_BLOCK;
}

/* A part must hold what a decision needs, and a block after what was carried over. */
static size_t part_capacity(const struct hz_reader *reader)
{
    return HZ_CUT_WINDOW + block_size(reader);
}

/* What has been read, closed by a newline, without the byte order marks before it. */
static struct hz_text beginning(struct hz_reader *reader)
{
    struct hz_text data = {reader->carry, reader->carried};
    reader->carry[reader->carried] = '\n';
    if (data.length > 0 && data.at[data.length - 1] != '\n')
        data.length++;
    while (data.length >= 3 && memcmp(data.at, "\xEF\xBB\xBF", 3) == 0)
        data = (struct hz_text){data.at + 3, data.length - 3};
    return data;
}

/*
 * Reads on until all lines that may be the header are there, but no more than the longest record.
 */
static bool read_beginning(struct hz_reader *reader, struct hz_error *err)
{
    size_t wanted = 0;
    while (wanted < HZ_RECORD_MOST && !hz_bytes_at_end(reader->bytes) &&
           !hz_header_has_lines((struct hz_text){reader->carry, reader->carried})) {
        enum { STEP = 1 << 12 };
        wanted += STEP;
        if (!hz_bytes_fill(reader->bytes, reader->carry, &reader->carried, wanted, err))
            return false;
    }
    return true;
}

/* How the cells of a workbook are meant, which is not split by commas for who writes into it. */
static void note_book(struct hz_reader_file *file)
{
    const char *remark = hz_xlsx_remark(file->book);
    file->forms.is_split_by_commas = false;
    if (file->forms.date_system == HZ_DATE_SYSTEM_UNKNOWN)
        file->forms.date_system =
            hz_xlsx_is_1904(file->book) ? HZ_DATE_SYSTEM_1904 : HZ_DATE_SYSTEM_1900;
    if (!remark)
        return;
    struct hz_buffer both = {0};
    hz_buffer_format(&both, file->remark ? "%s; %s" : "%s", remark, file->remark);
    hz_buffer_char(&both, '\0');
    free((char *)(uintptr_t)file->remark);
    file->remark = both.at;
}

/* Binds the header, and takes it off the front of what has been read. */
static bool take_header(struct hz_reader *reader, struct hz_error *err)
{
    size_t next;
    const struct hz_text data = beginning(reader);
    struct hz_reader_settings settings = reader->settings;
    struct hz_xlsx *book = reader->file->book;
    if (book || reader->file->json)
        settings.header.delimiter = ',';
    if (!hz_bind_header(&settings, reader->file, data, &next, err))
        return false;
    if (book)
        note_book(reader->file);
    if (reader->file->json)
        reader->file->forms.is_split_by_commas = false;
    const size_t used = (size_t)(data.at + next - reader->carry);
    reader->carried = used < reader->carried ? reader->carried - used : 0;
    memmove(reader->carry, data.at + next, reader->carried);
    reader->file->guess = reader->told_guess = hz_bytes_guess(reader->bytes);
    return true;
}

/* Opens the next file and binds its header; what of it has been read so far is carried. */
static bool open_next(struct hz_reader *reader, struct hz_error *err)
{
    const char *path = reader->settings.path[reader->opened++];
    struct hz_reader_file *file = hz_allocate(1, sizeof *file);
    file->name = hz_file_name(path);
    file->older = reader->file;
    reader->file = file;
    reader->carried = 0;
    reader->mode = HZ_CUT_NORMAL;
    reader->is_closing_told = false;
    if (!reader->first)
        reader->first = file;
    if (!hz_bytes_open(&reader->bytes, path, reader->settings.encoding, reader->settings.sheet,
                       err))
        return false;
    file->book = hz_bytes_book(reader->bytes);
    file->json = hz_bytes_json(reader->bytes);
    return read_beginning(reader, err) && take_header(reader, err);
}

static void close_bytes(struct hz_reader *reader)
{
    hz_bytes_close(reader->bytes);
    reader->bytes = NULL;
}

/* A workbook's bytes are not those that will be read of it. */
static bool is_packed(const char *path)
{
    const char *end = strrchr(path, '.');
    return end && strcasecmp(end, ".xlsx") == 0;
}

static uint64_t total_size(const struct hz_reader_settings *settings)
{
    uint64_t total = 0;
    for (size_t p = 0; p < settings->paths; p++) {
        struct stat status;
        int failed = strcmp(settings->path[p], "-") == 0 ? fstat(STDIN_FILENO, &status)
                                                         : stat(settings->path[p], &status);
        if (failed || !S_ISREG(status.st_mode) || is_packed(settings->path[p]))
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
    for (; settings->columns[made->columns].name; made->columns++) {
        const struct hz_column *column = &settings->columns[made->columns];
        made->recodings[made->columns] = hz_recodings_of(column->name, settings->value);
        made->is_personal[made->columns] =
            column->is_personal || hz_column_is_personal(column->name);
    }
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
    close_bytes(reader);
    while (reader->file) {
        struct hz_reader_file *older = reader->file->older;
        hz_xlsx_close(reader->file->book);
        hz_json_free(reader->file->json);
        free((char *)(uintptr_t)reader->file->header.at);
        free((char *)(uintptr_t)reader->file->remark);
        free(reader->file->name_of);
        free(reader->file->column_of);
        free(reader->file);
        reader->file = older;
    }
    for (size_t c = 0; c < reader->columns; c++)
        free(reader->recodings[c].word);
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

static void start_part(struct hz_reader *reader, struct hz_reader_part *part)
{
    part->file = reader->file;
    part->length = reader->carried;
    memcpy(part->data, reader->carry, reader->carried);
    part->cursor = part->rejects = part->text.length = 0;
    part->out.length = part->kept.length = part->carry.length = 0;
    part->rows = part->left_out = part->lines = 0;
    part->bad_next = part->hidden_to = 0;
    part->guess = part->remark = NULL;
    part->codes = 0;
    hz_arena_free(&part->unescaped);
}

/* Keeps what belongs to the next part, and closes this one with a newline. */
static void end_part(struct hz_reader *reader, struct hz_reader_part *part, size_t length)
{
    reader->carried = part->length - length;
    memcpy(reader->carry, part->data + length, reader->carried);
    part->sequence = reader->sequence++;
    part->length = length;
    const bool is_cut = part->bads > 0 && part->bad[part->bads - 1].to == length;
    if (length > 0 && part->data[length - 1] != '\n' && !is_cut)
        part->data[part->length++] = '\n';
}

static bool read_part(struct hz_reader *reader, struct hz_reader_part *part, struct hz_error *err)
{
    for (size_t wanted = block_size(reader);; wanted = part->length + block_size(reader)) {
        if (!hz_bytes_fill(reader->bytes, part->data, &part->length, wanted, err))
            return false;
        if (part->length == 0)
            return true;
        const bool at_end = hz_bytes_at_end(reader->bytes);
        /* The last line of a file may lack its newline; elsewhere it is a sentinel for the scan. */
        part->data[part->length] = '\n';
        if (at_end && part->data[part->length - 1] != '\n')
            part->length++;
        const size_t length = hz_part_cut(part, at_end, &reader->mode);
        if (length > 0 || at_end) {
            end_part(reader, part, length);
            return true;
        }
    }
}

/*
 * An encoding that is decided only now, and what is known at a workbook's end, is told with this
 * part.
 */
static void note_guess(struct hz_reader *reader, struct hz_reader_part *part)
{
    const char *guess = hz_bytes_guess(reader->bytes);
    struct hz_xlsx *book = reader->file->book;
    part->guess = guess != reader->told_guess ? guess : NULL;
    reader->told_guess = guess;
    if (book && !reader->is_closing_told && hz_bytes_at_end(reader->bytes)) {
        part->remark = hz_xlsx_closing_remark(book);
        reader->is_closing_told = true;
    }
}

bool hz_reader_next(struct hz_reader *reader, struct hz_reader_part *part, struct hz_error *err)
{
    bool found = false;
    pthread_mutex_lock(&reader->lock);
    while (!found && !reader->has_failed) {
        if (!reader->bytes || (hz_bytes_at_end(reader->bytes) && reader->carried == 0)) {
            close_bytes(reader);
            if (reader->opened == reader->settings.paths)
                break;
            reader->has_failed = !open_next(reader, err);
            continue;
        }
        start_part(reader, part);
        reader->carried = 0;
        reader->has_failed = !read_part(reader, part, err);
        if (!reader->has_failed)
            note_guess(reader, part);
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

bool hz_reader_knows(const struct hz_reader *reader, struct hz_text name)
{
    if (hz_bind_canonical(&reader->settings, name))
        return true;
    for (const struct hz_column *column = reader->settings.columns; column->name; column++)
        if (hz_header_same(name, hz_text_of(column->name)))
            return true;
    return hz_column_is_canonical(name);
}

bool hz_reader_same(const struct hz_reader *reader, struct hz_text a, struct hz_text b)
{
    const char *x = hz_bind_canonical(&reader->settings, a);
    const char *y = hz_bind_canonical(&reader->settings, b);
    return hz_header_same(x ? hz_text_of(x) : a, y ? hz_text_of(y) : b);
}

bool hz_reader_tells_all(const struct hz_reader *reader)
{
    return reader->settings.tells_all;
}

uint64_t hz_reader_sentences(const struct hz_reader *reader)
{
    return reader->settings.sentences;
}

bool hz_reader_is_personal(const struct hz_reader *reader, size_t column)
{
    return reader->is_personal[column];
}

size_t hz_reader_capacity(const struct hz_reader *reader)
{
    return part_capacity(reader) + HZ_SCAN_SLACK + 1;
}
