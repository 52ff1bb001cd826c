/* xlsx_read.c: see xlsx_read.h. */

#include "file/xlsx_read.h"

#include "base/memory.h"
#include "base/nearest.h"
#include "file/xlsx_book.h"
#include "file/xlsx_sheet.h"

#include <inttypes.h>
#include <pthread.h>
#include <stdlib.h>
#include <zip.h>

struct hz_xlsx {
    struct hz_xlsx_book book;
    const struct hz_xlsx_entry *entry; /* of the sheet that is read */
    char *name;                        /* its name */
    struct hz_xlsx_sheet *sheet;
    bool is_over;
    struct hz_buffer csv; /* made, but not taken */
    size_t taken;
    struct hz_buffer fresh, jumps; /* those of the last step, and all, which others look into */
    pthread_mutex_t lock;
    struct hz_buffer remark, closing;
};

bool hz_xlsx_is_one(struct hz_text beginning)
{
    static const char zip[] = "PK\x03\x04", ods[] = "mimetypeapplication/vnd.oasis";
    enum { NAME_AT = 30 }; /* of the first part, in a zip file */
    if (beginning.length < sizeof zip - 1 || memcmp(beginning.at, zip, sizeof zip - 1) != 0)
        return false;
    return beginning.length < NAME_AT + sizeof ods ||
           memcmp(beginning.at + NAME_AT, ods, sizeof ods - 1) != 0;
}

/* ---- Which sheet */

static void list_sheets(const struct hz_xlsx_book *book, const struct hz_xlsx_entry *but,
                        struct hz_buffer *out)
{
    enum { MOST = 300 };
    struct hz_text *names = hz_allocate(book->sheets, sizeof *names);
    size_t count = 0;
    for (size_t s = 0; s < book->sheets; s++)
        if (&book->sheet[s] != but && book->sheet[s].path)
            names[count++] = hz_text_of(book->sheet[s].name);
    hz_buffer_list(out, names, count, MOST);
    free(names);
}

static bool refuse_name(const struct hz_xlsx_book *book, const char *name, struct hz_error *err)
{
    struct hz_buffer list = {0};
    list_sheets(book, NULL, &list);
    hz_error_set(err, HZ_ERROR_USAGE, (struct hz_place){.file = book->file},
                 _("there is no sheet \"%s\"; the workbook has: %.*s"), name, (int)list.length,
                 list.at);
    hz_buffer_free(&list);
    return false;
}

/* The sheet that is named, or the first that people see, or, where all are hidden, the first. */
static bool choose_sheet(struct hz_xlsx *book, const char *name, struct hz_error *err)
{
    const struct hz_xlsx_book *all = &book->book;
    const struct hz_xlsx_entry *first = NULL, *visible = NULL;
    for (size_t s = 0; s < all->sheets; s++) {
        const struct hz_xlsx_entry *entry = &all->sheet[s];
        if (name ? strcmp(entry->name, name) != 0 : !entry->path)
            continue;
        first = first ? first : entry;
        visible = visible || entry->is_hidden ? visible : entry;
    }
    book->entry = visible ? visible : first;
    if (!book->entry && name)
        return refuse_name(all, name, err);
    if (!book->entry || !book->entry->path)
        return hz_error_set(err, HZ_ERROR_DATA, (struct hz_place){.file = all->file},
                            name ? _("the sheet \"%s\" is a chart, it has no cells")
                                 : _("the workbook has no sheet of cells"),
                            name);
    return true;
}

static void tell_choice(struct hz_xlsx *book)
{
    size_t sheets = 0;
    for (size_t s = 0; s < book->book.sheets; s++)
        sheets += book->book.sheet[s].path != NULL;
    if (sheets < 2)
        return;
    hz_buffer_format(&book->remark,
                     _("the sheet \"%s\" is read, of %zu (--sheet NAME reads another: "),
                     book->name, sheets);
    list_sheets(&book->book, book->entry, &book->remark);
    hz_buffer_string(&book->remark, ")");
    hz_buffer_char(&book->remark, '\0');
}

/* ---- Opening */

/* Takes the source, also when the file is refused. */
static bool open_source(struct hz_xlsx **book, zip_source_t *source, const char *name,
                        const char *sheet, struct hz_error *err)
{
    zip_t *zip = source ? zip_open_from_source(source, ZIP_RDONLY, NULL) : NULL;
    if (!zip) { /* why is not told: libzip words it otherwise in each version */
        zip_source_free(source);
        return hz_error_set(err, HZ_ERROR_DATA, (struct hz_place){.file = name},
                            _("the workbook or zip file is damaged or cut off: save it again, or "
                              "fetch it anew"));
    }
    struct hz_xlsx *made = hz_allocate(1, sizeof *made);
    pthread_mutex_init(&made->lock, NULL);
    made->book = (struct hz_xlsx_book){.zip = zip, .file = name};
    if (!hz_xlsx_book_read(&made->book, err) || !choose_sheet(made, sheet, err)) {
        hz_xlsx_close(made);
        return false;
    }
    const size_t size = strlen(made->entry->name) + 1;
    made->name = hz_allocate(size, 1);
    memcpy(made->name, made->entry->name, size);
    if (!sheet)
        tell_choice(made);
    if (!hz_xlsx_sheet_open(&made->sheet, &made->book, made->entry, err)) {
        hz_xlsx_close(made);
        return false;
    }
    *book = made;
    return true;
}

bool hz_xlsx_open(struct hz_xlsx **book, FILE *file, const char *name, const char *sheet,
                  struct hz_error *err)
{
    zip_error_t ignored;
    zip_error_init(&ignored);
    zip_source_t *source = zip_source_filep_create(file, 0, -1, &ignored);
    zip_error_fini(&ignored);
    if (!source)
        fclose(file);
    return open_source(book, source, name, sheet, err);
}

bool hz_xlsx_open_bytes(struct hz_xlsx **book, struct hz_text bytes, const char *name,
                        const char *sheet, struct hz_error *err)
{
    zip_error_t ignored;
    zip_error_init(&ignored);
    zip_source_t *source = zip_source_buffer_create(bytes.at, bytes.length, 0, &ignored);
    zip_error_fini(&ignored);
    return open_source(book, source, name, sheet, err);
}

void hz_xlsx_end(struct hz_xlsx *book)
{
    hz_xlsx_sheet_close(book->sheet);
    book->sheet = NULL;
    hz_xlsx_book_free(&book->book);
    if (book->book.zip)
        zip_discard(book->book.zip);
    book->book.zip = NULL;
    hz_buffer_free(&book->csv);
    hz_buffer_free(&book->fresh);
}

void hz_xlsx_close(struct hz_xlsx *book)
{
    if (!book)
        return;
    hz_xlsx_end(book);
    hz_buffer_free(&book->jumps);
    hz_buffer_free(&book->remark);
    hz_buffer_free(&book->closing);
    pthread_mutex_destroy(&book->lock);
    free(book->name);
    free(book);
}

/* ---- Reading */

static void tell_seen(struct hz_xlsx *book)
{
    const struct hz_xlsx_seen *seen = hz_xlsx_sheet_seen(book->sheet);
    struct hz_buffer *out = &book->closing;
    char letters[HZ_LETTERS_TEXT];
    if (seen->hidden_rows > 0)
        hz_buffer_format(out,
                         _("rows hidden: %" PRIu64 "%s, the first is row %" PRIu64
                           "; they are read like the others"),
                         seen->hidden_rows, seen->has_filter ? _(" (a filter is set)") : "",
                         seen->first_hidden);
    if (seen->hidden_columns > 0)
        hz_buffer_format(out, _("%scolumns are hidden; they are read like the others"),
                         out->length > 0 ? "; " : "");
    if (seen->rounded > 0) {
        hz_letters(seen->rounded_column, letters);
        hz_buffer_format(out,
                         _("%snumbers of more than 15 digits: %" PRIu64 ", the first is %s%" PRIu64
                           "; the workbook has damaged them: enter the column as text"),
                         out->length > 0 ? "; " : "", seen->rounded, letters, seen->rounded_row);
    }
    if (seen->merged_down > 0)
        hz_buffer_format(out,
                         _("%scells merged over several rows: %" PRIu64 ", the first is %s; only "
                           "the first row of each has the value, the others are empty"),
                         out->length > 0 ? "; " : "", seen->merged_down, seen->first_merged);
    if (seen->faults > 0) {
        hz_letters(seen->fault_column, letters);
        hz_buffer_format(out,
                         _("%sformulas at fault, such as #N/A: %" PRIu64 ", the first is %s%" PRIu64
                           "; they are read as these words"),
                         out->length > 0 ? "; " : "", seen->faults, letters, seen->fault_row);
    }
    if (seen->uncomputed > 0) {
        hz_letters(seen->uncomputed_column, letters);
        hz_buffer_format(out,
                         _("%sformulas without a value: %" PRIu64 ", the first is %s%" PRIu64
                           "; open the workbook in its program and save it"),
                         out->length > 0 ? "; " : "", seen->uncomputed, letters,
                         seen->uncomputed_row);
    }
    if (out->length > 0)
        hz_buffer_char(out, '\0');
}

static bool step(struct hz_xlsx *book, struct hz_error *err)
{
    const bool done =
        hz_xlsx_sheet_step(book->sheet, &book->csv, &book->fresh, &book->is_over, err);
    if (book->fresh.length > 0) {
        pthread_mutex_lock(&book->lock);
        hz_buffer_append(&book->jumps, book->fresh.at, book->fresh.length);
        pthread_mutex_unlock(&book->lock);
        book->fresh.length = 0;
    }
    if (done && book->is_over)
        tell_seen(book);
    return done;
}

bool hz_xlsx_read(struct hz_xlsx *book, char *to, size_t room, size_t *length, struct hz_error *err)
{
    *length = 0;
    if (book->taken == book->csv.length)
        book->taken = book->csv.length = 0;
    while (book->csv.length == 0 && !book->is_over)
        if (!step(book, err))
            return false;
    const size_t left = book->csv.length - book->taken;
    *length = left < room ? left : room;
    if (*length > 0)
        memcpy(to, book->csv.at + book->taken, *length);
    book->taken += *length;
    return true;
}

const char *hz_xlsx_sheet(const struct hz_xlsx *book)
{
    return book->name;
}

bool hz_xlsx_is_1904(const struct hz_xlsx *book)
{
    return book->book.is_1904;
}

uint64_t hz_xlsx_row(struct hz_xlsx *book, uint64_t line)
{
    struct hz_xlsx_jump jump = {1, 1}, tried;
    pthread_mutex_lock(&book->lock);
    size_t low = 0, high = book->jumps.length / sizeof jump;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        memcpy(&tried, book->jumps.at + middle * sizeof tried, sizeof tried);
        if (tried.line <= line) {
            jump = tried;
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    pthread_mutex_unlock(&book->lock);
    return jump.row + (line - jump.line);
}

const char *hz_xlsx_remark(const struct hz_xlsx *book)
{
    return book->remark.at;
}

const char *hz_xlsx_closing_remark(const struct hz_xlsx *book)
{
    return book->closing.at;
}
