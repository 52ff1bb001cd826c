/* sheet.c: where a small table's bytes come from, and what they are: see sheet.h. */

#include "file/sheet.h"

#include "file/decoder.h"
#include "file/drawn.h"
#include "file/encoding.h"
#include "file/file.h"
#include "file/json_rows.h"
#include "file/remark.h"
#include "file/scan.h"
#include "file/sheet_rows.h"

#include <strings.h>

enum { SHEET_MOST = 1 << 30 };

/* The encoding that was said, or that the bytes show, which is told; NULL: UTF-8. */
static const char *encoding_of(const struct hz_sheet_order *order, const char *name,
                               struct hz_text bytes)
{
    if (order->encoding)
        return strcasecmp(order->encoding, "UTF-8") == 0 ? NULL : order->encoding;
    const char *encoding = hz_encoding_mark(bytes);
    const size_t ascii = encoding ? 0 : hz_text_ascii(bytes);
    struct hz_text evidence = {bytes.at + ascii, bytes.length - ascii};
    if (evidence.length > HZ_ENCODING_EVIDENCE)
        evidence.length = HZ_ENCODING_EVIDENCE;
    if (!encoding && evidence.length > 0)
        encoding = hz_encoding_guess(evidence);
    if (encoding)
        hz_remark((struct hz_place){.file = name},
                  _("not UTF-8: read as %s (--encoding NAME if that is wrong)"), encoding);
    return encoding;
}

static bool parse_utf8(struct hz_sheet *sheet, struct hz_sheet_origin of, struct hz_text bytes,
                       const struct hz_sheet_order *order, struct hz_arena *arena,
                       struct hz_error *err)
{
    const char *nul = bytes.length > 0 ? memchr(bytes.at, '\0', bytes.length) : NULL;
    if (nul)
        return hz_error_set(err, HZ_ERROR_DATA,
                            (struct hz_place){.file = sheet->file, .sheet = sheet->sheet},
                            _("this is binary data, not CSV"));
    struct hz_buffer csv = {0};
    if (hz_drawn_is(bytes)) {
        hz_drawn_to_csv(bytes, &csv);
        bytes = (struct hz_text){csv.at, csv.length};
    }
    char *kept = hz_arena_allocate(arena, bytes.length + 1 + HZ_SCAN_SLACK, 1);
    if (bytes.length > 0)
        memcpy(kept, bytes.at, bytes.length);
    hz_buffer_free(&csv);
    if (bytes.length > 0 && kept[bytes.length - 1] != '\n')
        kept[bytes.length++] = '\n';
    return hz_sheet_rows(sheet, of, (struct hz_text){kept, bytes.length}, order, arena, err);
}

static bool read_csv(struct hz_xlsx *book, struct hz_buffer *csv, struct hz_error *err)
{
    enum { STEP = 1 << 16 };
    for (size_t got = 1; got > 0; csv->length += got)
        if (csv->length > SHEET_MOST ||
            !hz_xlsx_read(book, hz_buffer_reserve(csv, STEP), STEP, &got, err))
            return csv->length <= SHEET_MOST
                       ? false
                       : hz_error_set(err, HZ_ERROR_SYSTEM, HZ_NOWHERE,
                                      _("the sheet is larger than %d bytes, the most that is read "
                                        "whole"),
                                      SHEET_MOST);
    return true;
}

static void remark(const struct hz_sheet *sheet, const char *text)
{
    if (text)
        hz_remark((struct hz_place){.file = sheet->file, .sheet = sheet->sheet}, "%s", text);
}

/* A sheet of a workbook, by its CSV: only the places in messages are the workbook's. */
static bool parse_book(struct hz_sheet *sheet, struct hz_text bytes,
                       const struct hz_sheet_order *order, struct hz_arena *arena,
                       struct hz_error *err)
{
    struct hz_xlsx *book;
    struct hz_buffer csv = {0};
    struct hz_sheet_order own = *order;
    if (!hz_xlsx_open_bytes(&book, bytes, sheet->file, order->sheet, err))
        return false;
    sheet->sheet = hz_arena_string(arena, hz_text_of(hz_xlsx_sheet(book)));
    own.header.delimiter = ',';
    if (own.forms.date_system == HZ_DATE_SYSTEM_UNKNOWN)
        own.forms.date_system = hz_xlsx_is_1904(book) ? HZ_DATE_SYSTEM_1904 : HZ_DATE_SYSTEM_1900;
    remark(sheet, hz_xlsx_remark(book));
    const bool done = read_csv(book, &csv, err) &&
                      parse_utf8(sheet, (struct hz_sheet_origin){.book = book},
                                 (struct hz_text){csv.at, csv.length}, &own, arena, err);
    if (done)
        remark(sheet, hz_xlsx_closing_remark(book));
    hz_buffer_free(&csv);
    hz_xlsx_close(book);
    return done;
}

/* JSON, by its CSV: only the lines in messages are the JSON's. */
static bool parse_json(struct hz_sheet *sheet, struct hz_text bytes,
                       const struct hz_sheet_order *order, struct hz_arena *arena,
                       struct hz_error *err)
{
    struct hz_json *json = hz_json_new(sheet->file);
    struct hz_buffer csv = {0};
    struct hz_sheet_order own = *order;
    own.header.delimiter = ',';
    const bool done = hz_json_may_be_in(order->encoding, sheet->file, err) &&
                      hz_json_add(json, bytes, true, &csv, err) &&
                      parse_utf8(sheet, (struct hz_sheet_origin){.json = json},
                                 (struct hz_text){csv.at, csv.length}, &own, arena, err);
    hz_buffer_free(&csv);
    hz_json_free(json);
    return done;
}

static bool parse_as(struct hz_sheet *sheet, const char *name, struct hz_text bytes,
                     const struct hz_sheet_order *order, struct hz_arena *arena,
                     struct hz_error *err)
{
    const struct hz_sheet_origin csv = {NULL, NULL};
    *sheet = (struct hz_sheet){.file = name};
    if (hz_xlsx_is_one(bytes))
        return parse_book(sheet, bytes, order, arena, err);
    if (order->sheet)
        return hz_error_set(err, HZ_ERROR_USAGE, (struct hz_place){.file = name},
                            _("--sheet \"%s\": this is no workbook (.xlsx)"), order->sheet);
    if (hz_json_is_one(bytes))
        return parse_json(sheet, bytes, order, arena, err);
    const char *encoding = encoding_of(order, name, bytes);
    if (!encoding)
        return hz_file_is_text(name, bytes, err) &&
               parse_utf8(sheet, csv, bytes, order, arena, err);
    struct hz_buffer utf8 = {0};
    bool done = hz_encoding_convert(encoding, bytes, &utf8, err) &&
                parse_utf8(sheet, csv, (struct hz_text){utf8.at, utf8.length}, order, arena, err);
    hz_buffer_free(&utf8);
    return done;
}

bool hz_sheet_parse(struct hz_sheet *sheet, const char *name, struct hz_text bytes,
                    struct hz_arena *arena, struct hz_error *err)
{
    return parse_as(sheet, name, bytes, &(struct hz_sheet_order){0}, arena, err);
}

bool hz_sheet_read_as(struct hz_sheet *sheet, const char *path, const struct hz_sheet_order *order,
                      struct hz_arena *arena, struct hz_error *err)
{
    struct hz_buffer bytes = {0};
    bool done = hz_file_read(path, SHEET_MOST, &bytes, err) &&
                parse_as(sheet, hz_file_name(path), (struct hz_text){bytes.at, bytes.length}, order,
                         arena, err);
    hz_buffer_free(&bytes);
    return done;
}

bool hz_sheet_read(struct hz_sheet *sheet, const char *path, struct hz_arena *arena,
                   struct hz_error *err)
{
    return hz_sheet_read_as(sheet, path, &(struct hz_sheet_order){0}, arena, err);
}
