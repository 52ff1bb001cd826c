/* xlsx_book.c: see xlsx_book.h. */

#include "file/xlsx_book.h"

#include "base/memory.h"
#include "file/xlsx_part.h"
#include "file/xlsx_read.h"
#include "file/xlsx_value.h"

#include <stdio.h>
#include <stdlib.h>
#include <zip.h>

enum { SHEETS_MOST = 4096, STYLES_MOST = 1 << 20, PATH = 512 };

/* ---- Relations: which part is what to another (Open Packaging Conventions, ECMA-376 part 2) */

struct relation {
    const char *id, *type, *target;
};

struct relations {
    struct hz_arena *arena;
    struct relation *relation;
    size_t count;
};

static const char *keep(struct hz_arena *arena, const char *string)
{
    return string ? hz_arena_string(arena, hz_text_of(string)) : "";
}

static void on_relation(void *context, const char *name, const char **attribute)
{
    enum { RELATIONS_MOST = 1 << 14 };
    struct relations *all = context;
    if (strcmp(name, "Relationship") != 0 || all->count == RELATIONS_MOST)
        return;
    all->relation = hz_reallocate(all->relation, all->count + 1, sizeof *all->relation);
    all->relation[all->count++] =
        (struct relation){.id = keep(all->arena, hz_xlsx_attribute(attribute, "Id")),
                          .type = keep(all->arena, hz_xlsx_attribute(attribute, "Type")),
                          .target = keep(all->arena, hz_xlsx_attribute(attribute, "Target"))};
}

static size_t folder_length(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? (size_t)(slash - path) + 1 : 0;
}

/* The relations of a part, "" for those of the file. */
static bool read_relations(struct hz_xlsx_book *book, const char *part, struct relations *all,
                           struct hz_error *err)
{
    static const struct hz_xlsx_handlers handlers = {.start = on_relation};
    char path[PATH];
    const size_t folder = folder_length(part);
    *all = (struct relations){.arena = &book->arena};
    snprintf(path, sizeof path, "%.*s_rels/%s.rels", (int)folder, part, part + folder);
    return hz_xlsx_part_all(book->zip, book->file, path, &handlers, all, err);
}

/* A target's path in the zip file: absolute, or beside the part that names it. */
static const char *path_of(struct hz_arena *arena, const char *part, const char *target)
{
    char path[PATH];
    if (target[0] == '/')
        return keep(arena, target + 1);
    size_t folder = folder_length(part);
    while (strncmp(target, "../", 3) == 0 && folder > 0) {
        target += 3;
        for (folder--; folder > 0 && part[folder - 1] != '/'; folder--)
            ;
    }
    snprintf(path, sizeof path, "%.*s%s", (int)folder, part, target);
    return keep(arena, path);
}

/*
 * The relation of a type, which two standards begin differently, or with an id; NULL: there is
 * none.
 */
static const struct relation *find(const struct relations *all, const char *type, const char *id)
{
    for (size_t r = 0; r < all->count; r++) {
        const struct relation *relation = &all->relation[r];
        const char *end = strrchr(relation->type, '/');
        if ((!type || (end && strcmp(end + 1, type) == 0)) &&
            (!id || strcmp(relation->id, id) == 0))
            return relation;
    }
    return NULL;
}

/* ---- The list of sheets */

struct listing {
    struct hz_xlsx_book *book;
    const struct relations *relations;
    const char *part;
};

static void on_workbook(void *context, const char *name, const char **attribute)
{
    struct listing *listing = context;
    struct hz_xlsx_book *book = listing->book;
    if (strcmp(name, "workbookPr") == 0)
        book->is_1904 = hz_xlsx_is_true(hz_xlsx_attribute(attribute, "date1904"));
    const char *id = hz_xlsx_attribute(attribute, "id");
    if (strcmp(name, "sheet") != 0 || !id || book->sheets == SHEETS_MOST)
        return;
    const char *state = hz_xlsx_attribute(attribute, "state");
    const struct relation *relation = find(listing->relations, "worksheet", id);
    book->sheet = hz_reallocate(book->sheet, book->sheets + 1, sizeof *book->sheet);
    book->sheet[book->sheets++] = (struct hz_xlsx_entry){
        .name = keep(&book->arena, hz_xlsx_attribute(attribute, "name")),
        .path = relation ? path_of(&book->arena, listing->part, relation->target) : NULL,
        .is_hidden = state && strcmp(state, "visible") != 0};
}

/* ---- Styles */

struct styles {
    struct hz_xlsx_book *book;
    bool is_in_cells;
    unsigned long *date_id; /* formats of the workbook's own that show days */
    size_t date_ids;
};

static bool is_date_format(const struct styles *styles, unsigned long id)
{
    for (size_t i = 0; i < styles->date_ids; i++)
        if (styles->date_id[i] == id)
            return true;
    return hz_xlsx_is_date_id(id);
}

static void on_style(void *context, const char *name, const char **attribute)
{
    struct styles *styles = context;
    struct hz_xlsx_book *book = styles->book;
    const char *text = hz_xlsx_attribute(attribute, "numFmtId");
    const unsigned long id = text ? strtoul(text, NULL, 10) : 0;
    const char *code = hz_xlsx_attribute(attribute, "formatCode");
    if (strcmp(name, "cellXfs") == 0)
        styles->is_in_cells = true;
    if (strcmp(name, "numFmt") == 0 && code && hz_xlsx_is_date_code(code) &&
        styles->date_ids < STYLES_MOST) {
        styles->date_id =
            hz_reallocate(styles->date_id, styles->date_ids + 1, sizeof *styles->date_id);
        styles->date_id[styles->date_ids++] = id;
    }
    if (!styles->is_in_cells || strcmp(name, "xf") != 0 || book->styles == STYLES_MOST)
        return;
    if ((book->styles & (book->styles - 1)) == 0) /* at each power of two */
        book->is_date = hz_reallocate(book->is_date, book->styles ? book->styles * 2 : 1,
                                      sizeof *book->is_date);
    book->is_date[book->styles++] = is_date_format(styles, id);
}

static void on_style_end(void *context, const char *name)
{
    struct styles *styles = context;
    if (strcmp(name, "cellXfs") == 0)
        styles->is_in_cells = false;
}

static bool read_styles(struct hz_xlsx_book *book, const char *path, struct hz_error *err)
{
    static const struct hz_xlsx_handlers handlers = {.start = on_style, .end = on_style_end};
    struct styles styles = {.book = book};
    const bool done = hz_xlsx_part_all(book->zip, book->file, path, &handlers, &styles, err);
    free(styles.date_id);
    return done;
}

/* ---- Shared strings */

struct strings {
    struct hz_xlsx_book *book;
    struct hz_xlsx_part *part;
    size_t capacity, from;
    int phonetic; /* how a text is read aloud is no part of it */
    bool is_in_text;
    struct hz_error *err;
};

static void on_string(void *context, const char *name, const char **attribute)
{
    struct strings *strings = context;
    (void)attribute;
    if (strcmp(name, "si") == 0)
        strings->from = strings->book->text.length;
    strings->phonetic += strcmp(name, "rPh") == 0;
    strings->is_in_text = strcmp(name, "t") == 0 && strings->phonetic == 0;
}

static void on_string_text(void *context, const char *at, size_t length)
{
    struct strings *strings = context;
    struct hz_xlsx_book *book = strings->book;
    if (!strings->is_in_text)
        return;
    if (book->text.length + length <= HZ_XLSX_STRING_BYTES) {
        hz_buffer_append(&book->text, at, length);
        return;
    }
    hz_error_set(strings->err, HZ_ERROR_DATA, (struct hz_place){.file = book->file},
                 _("the workbook's shared strings are more than %d MiB, which are all kept: save "
                   "the sheet as CSV UTF-8"),
                 HZ_XLSX_STRING_BYTES >> 20);
    hz_xlsx_part_stop(strings->part);
}

static void on_string_end(void *context, const char *name)
{
    struct strings *strings = context;
    struct hz_xlsx_book *book = strings->book;
    strings->is_in_text = false;
    strings->phonetic -= strcmp(name, "rPh") == 0;
    if (strcmp(name, "si") != 0)
        return;
    if (book->strings == strings->capacity) {
        strings->capacity = strings->capacity ? strings->capacity * 2 : 256;
        book->string_end =
            hz_reallocate(book->string_end, strings->capacity, sizeof *book->string_end);
    }
    hz_xlsx_unescape(&book->text, strings->from);
    book->string_end[book->strings++] = book->text.length;
}

static bool read_strings(struct hz_xlsx_book *book, const char *path, struct hz_error *err)
{
    static const struct hz_xlsx_handlers handlers = {on_string, on_string_end, on_string_text};
    struct strings strings = {.book = book, .err = err};
    bool is_over = false;
    if (zip_name_locate(book->zip, path, ZIP_FL_NOCASE) < 0)
        return true;
    if (!hz_xlsx_part_open(&strings.part, book->zip, book->file, path, &handlers, &strings, err))
        return false;
    bool done = true;
    while (done && !is_over)
        done = hz_xlsx_part_step(strings.part, &is_over, err);
    hz_xlsx_part_close(strings.part);
    return done;
}

bool hz_xlsx_string(const struct hz_xlsx_book *book, size_t number, struct hz_text *text)
{
    if (number >= book->strings)
        return false;
    const uint64_t from = number > 0 ? book->string_end[number - 1] : 0;
    *text = (struct hz_text){book->text.at + from, book->string_end[number] - from};
    return true;
}

/* The code point of "_x000A_" at the front; 0: it is something else. */
static unsigned long escaped(const char *at, const char *end)
{
    enum { LENGTH = 7, HEX = 4 };
    unsigned long code = 0;
    if (end - at < LENGTH || at[0] != '_' || (at[1] != 'x' && at[1] != 'X') ||
        at[LENGTH - 1] != '_')
        return 0;
    for (int i = 2; i < 2 + HEX; i++) {
        static const char digits[] = "0123456789abcdef";
        const char *digit =
            at[i] ? strchr(digits, at[i] | ('A' <= at[i] && at[i] <= 'F' ? 0x20 : 0)) : NULL;
        if (!digit)
            return 0;
        code = code * 16 + (unsigned long)(digit - digits);
    }
    return code < 0xD800 || code > 0xDFFF ? code : 0;
}

static size_t encode(unsigned long code, char to[3])
{
    if (code < 0x80) {
        to[0] = (char)code;
        return 1;
    }
    if (code < 0x800) {
        to[0] = (char)(0xC0 | code >> 6);
        to[1] = (char)(0x80 | (code & 0x3F));
        return 2;
    }
    to[0] = (char)(0xE0 | code >> 12);
    to[1] = (char)(0x80 | (code >> 6 & 0x3F));
    to[2] = (char)(0x80 | (code & 0x3F));
    return 3;
}

void hz_xlsx_unescape(struct hz_buffer *text, size_t from)
{
    enum { LENGTH = 7 };
    if (text->length <= from || !memmem(text->at + from, text->length - from, "_x", 2))
        return;
    const char *end = text->at + text->length;
    char *to = text->at + from;
    for (const char *at = to; at < end;) {
        const unsigned long code = escaped(at, end);
        if (code == 0) {
            *to++ = *at++;
            continue;
        }
        to += encode(code, to);
        at += LENGTH;
    }
    text->length = (size_t)(to - text->at);
}

/* ---- All of it */

/* What a zip file is that has no workbook of this kind in it. */
static bool refuse_zip(const struct hz_xlsx_book *book, struct hz_error *err)
{
    static const struct {
        const char *part, *what;
    } kinds[] = {
        {"xl/workbook.bin", N_("an .xlsb workbook: save it as .xlsx")},
        {"content.xml",
         N_("an .ods workbook, not CSV: use soffice --headless --convert-to xlsx FILE")},
        {"word/document.xml", N_("a text for a word processor, no workbook")},
        {"ppt/presentation.xml", N_("slides, no workbook")},
        {"Index/Document.iwa", N_("a workbook of Numbers: export it as .xlsx")},
    };
    const struct hz_place place = {.file = book->file};
    for (size_t k = 0; k < HZ_COUNT(kinds); k++)
        if (zip_name_locate(book->zip, kinds[k].part, ZIP_FL_NOCASE) >= 0)
            return hz_error_set(err, HZ_ERROR_DATA, place, _("this is %s"), _(kinds[k].what));
    return hz_error_set(err, HZ_ERROR_DATA, place,
                        _("this is a zip file, not CSV: use unzip -p FILE | ..."));
}

static bool find_workbook(struct hz_xlsx_book *book, const char **part, struct hz_error *err)
{
    struct relations all;
    if (!read_relations(book, "", &all, err)) {
        free(all.relation);
        return false;
    }
    const struct relation *relation = find(&all, "officeDocument", NULL);
    *part = relation ? path_of(&book->arena, "", relation->target) : "xl/workbook.xml";
    free(all.relation);
    static const char ending[] = ".xml";
    const size_t length = strlen(*part);
    return (length > sizeof ending && strcmp(*part + length - sizeof ending + 1, ending) == 0 &&
            !strstr(*part, "word/") && !strstr(*part, "ppt/") &&
            zip_name_locate(book->zip, *part, ZIP_FL_NOCASE) >= 0) ||
           refuse_zip(book, err);
}

bool hz_xlsx_book_read(struct hz_xlsx_book *book, struct hz_error *err)
{
    static const struct hz_xlsx_handlers handlers = {.start = on_workbook};
    const char *part;
    struct relations all = {0};
    if (!find_workbook(book, &part, err))
        return false;
    bool done = read_relations(book, part, &all, err);
    struct listing listing = {book, &all, part};
    done = done && hz_xlsx_part_all(book->zip, book->file, part, &handlers, &listing, err);
    const struct relation *styles = find(&all, "styles", NULL);
    const struct relation *strings = find(&all, "sharedStrings", NULL);
    done = done &&
           read_styles(book, path_of(&book->arena, part, styles ? styles->target : "styles.xml"),
                       err) &&
           read_strings(
               book, path_of(&book->arena, part, strings ? strings->target : "sharedStrings.xml"),
               err);
    free(all.relation);
    return done;
}

void hz_xlsx_book_free(struct hz_xlsx_book *book)
{
    free(book->sheet);
    free(book->is_date);
    free(book->string_end);
    hz_buffer_free(&book->text);
    hz_arena_free(&book->arena);
    book->sheet = NULL;
    book->is_date = NULL;
    book->string_end = NULL;
    book->sheets = book->styles = book->strings = 0;
}
