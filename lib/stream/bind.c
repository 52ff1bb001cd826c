/* bind.c: see bind.h. */

#include "stream/bind.h"

#include "base/memory.h"
#include "file/columns.h"
#include "file/encoding.h"
#include "file/header.h"
#include "file/scan.h"

#include <stdlib.h>

const char *hz_bind_canonical(const struct hz_reader_settings *settings, struct hz_text header)
{
    for (const struct hz_rename *rename = settings->rename; rename && rename->theirs; rename++)
        if (hz_header_same(header, hz_text_of(rename->theirs)))
            return rename->ours;
    return hz_column_canonical(header);
}

/* Whether a field, whose canonical name is known, is the column. */
static bool is_column(struct hz_text field, const char *known, const char *name)
{
    return known ? strcmp(known, name) == 0 : hz_header_same(field, hz_text_of(name));
}

/* The field that is a column, from field `from` on; -1: none is. */
static int field_of(const char *name, const struct hz_text field[], const char *const known[],
                    size_t from, size_t fields)
{
    for (size_t f = from; f < fields; f++)
        if (field[f].length > 0 && is_column(field[f], known[f], name))
            return (int)f;
    return -1;
}

static const char **canonicals(const struct hz_reader_settings *settings,
                               const struct hz_text field[], size_t fields)
{
    const char **known = hz_allocate(fields, sizeof *known);
    for (size_t f = 0; f < fields; f++)
        known[f] = hz_bind_canonical(settings, field[f]);
    return known;
}

static size_t count_known(const void *context, const struct hz_text field[], size_t fields,
                          bool *is_whole)
{
    const struct hz_reader_settings *settings = context;
    const char **known = canonicals(settings, field, fields);
    size_t found = 0;
    bool lacks = false;
    for (const struct hz_column *column = settings->columns; column->name; column++) {
        const bool is_there = field_of(column->name, field, known, 0, fields) >= 0;
        found += is_there;
        lacks |= !is_there && !column->is_optional;
    }
    free(known);
    *is_whole = !lacks && found > 0;
    return found;
}

/* A field of a header is told if it is known, or nearly: else it may be somebody's name. */
static bool may_be_shown(const struct hz_reader_settings *settings, struct hz_text field,
                         const char *missing)
{
    return hz_bind_canonical(settings, field) || hz_column_may_be_shown(field, missing);
}

static bool refuse_header(const struct hz_reader_settings *settings, struct hz_place place,
                          const struct hz_text field[], size_t fields, const char *missing,
                          struct hz_error *err)
{
    bool ignored;
    struct hz_buffer found = {0};
    if (count_known(settings, field, fields, &ignored) == 0 && fields == 1)
        return hz_error_set(
            err, HZ_ERROR_DATA, place,
            _("this is no header: it is one field, and no known column (wanted \"%s\"; --delimiter "
              "SIGN says what splits it, --header-row N names its line)"),
            missing);
    if (count_known(settings, field, fields, &ignored) == 0)
        return hz_error_set(
            err, HZ_ERROR_DATA, place,
            _("this is no header: none of its fields is a known column (wanted \"%s\"; "
              "--header-row N names its line, --columns MAP.yaml gives other names)"),
            missing);
    struct hz_text *shown = hz_allocate(fields, sizeof *shown);
    size_t shows = 0;
    for (size_t f = 0; f < fields; f++)
        if (may_be_shown(settings, field[f], missing))
            shown[shows++] = field[f];
    hz_header_list(shown, shows, fields - shows, missing, &found);
    free(shown);
    hz_error_set(
        err, HZ_ERROR_DATA, place,
        _("there is no column \"%s\"; the header has: %.*s (--columns MAP.yaml gives other "
          "names)"),
        missing, (int)found.length, found.at);
    hz_buffer_free(&found);
    return false;
}

static bool bind_column(const struct hz_reader_settings *settings, struct hz_reader_file *file,
                        size_t c, const struct hz_text field[], const char *const known[],
                        struct hz_error *err)
{
    const struct hz_column *column = &settings->columns[c];
    const struct hz_place place = hz_reader_place(file, file->header_line);
    const int found = field_of(column->name, field, known, 0, file->fields);
    const int again =
        found < 0 ? -1 : field_of(column->name, field, known, (size_t)found + 1, file->fields);
    file->field_of[c] = found;
    if (again >= 0)
        return hz_error_set(err, HZ_ERROR_DATA, place,
                            _("the column \"%s\" stands twice in the header, as fields %d "
                              "(\"%.*s\") and %d (\"%.*s\"): remove or rename one"),
                            column->name, found + 1, HZ_TEXT_ARGS(field[found]), again + 1,
                            HZ_TEXT_ARGS(field[again]));
    if (found >= 0 || column->is_optional)
        return true;
    return refuse_header(settings, place, field, file->fields, column->name, err);
}

static bool bind_columns(const struct hz_reader_settings *settings, struct hz_reader_file *file,
                         struct hz_error *err)
{
    const struct hz_place place = hz_reader_place(file, file->header_line);
    struct hz_text *field = hz_allocate(HZ_HEADER_FIELDS, sizeof *field);
    file->fields = hz_header_split(file->header, file->delimiter, field, HZ_HEADER_FIELDS);
    bool done = file->fields > 0 && file->fields <= HZ_HEADER_FIELDS;
    if (!done)
        hz_error_set(err, HZ_ERROR_DATA, place,
                     _("a header of %zu fields cannot be read (at most %d, quotes closed)"),
                     file->fields, HZ_HEADER_FIELDS);
    const char **known = done ? canonicals(settings, field, file->fields) : NULL;
    for (size_t c = 0; done && settings->columns[c].name; c++)
        done = bind_column(settings, file, c, field, known, err);
    free(known);
    file->column_of = hz_allocate(HZ_HEADER_FIELDS, sizeof *file->column_of);
    for (int f = 0; f < HZ_HEADER_FIELDS; f++)
        file->column_of[f] = -1;
    for (int c = 0; done && settings->columns[c].name; c++)
        if (file->field_of[c] >= 0)
            file->column_of[file->field_of[c]] = c;
    for (size_t f = 0; f < file->fields && f < HZ_HEADER_FIELDS; f++)
        file->has_digits |= field[f].length > 0 && hz_digit(field[f].at[0]) <= 9;
    file->name_of = field;
    return done;
}

/* What a header never holds. */
static bool check_header(const struct hz_reader_file *file, struct hz_error *err)
{
    const struct hz_place place = hz_reader_place(file, file->header_line);
    const struct hz_text header = file->header;
    if (memchr(header.at, '\0', header.length))
        return hz_error_set(err, HZ_ERROR_DATA, place, _("this is binary data, not CSV"));
    if (!hz_text_is_utf8(header))
        return hz_error_set(err, HZ_ERROR_DATA, place,
                            _("the header is in another encoding than lines behind it: convert "
                              "it, or name the encoding, as in --encoding GB18030"));
    return true;
}

/* How many bytes of a part are its own header, if it begins with the one that was given. */
static size_t own_header(struct hz_text given, struct hz_text beginning)
{
    const size_t length = given.length - 1;
    if (beginning.length <= length || memcmp(beginning.at, given.at, length) != 0)
        return 0;
    const size_t end = length + (beginning.at[length] == '\r');
    return end < beginning.length && beginning.at[end] == '\n' ? end + 1 : 0;
}

bool hz_bind_header(const struct hz_reader_settings *settings, struct hz_reader_file *file,
                    struct hz_text beginning, size_t *next, struct hz_error *err)
{
    const struct hz_header_wanted wanted = {count_known, settings};
    struct hz_header found;
    struct hz_buffer remark = {0};
    const struct hz_text given = settings->header.given;
    const struct hz_text data = given.length > 0 ? given : beginning;
    if (!hz_header_find(file->name, data, &settings->header, &wanted, &found, err))
        return false;
    if (given.length > 0) {
        found.next = own_header(given, beginning);
        found.line = found.lines = found.next > 0;
    }
    char *header = hz_allocate(found.length + 1 + HZ_SCAN_SLACK, 1);
    memcpy(header, data.at + found.from, found.length);
    header[found.length] = '\n';
    file->header = (struct hz_text){header, found.length};
    file->delimiter = found.delimiter;
    file->header_line = found.line;
    file->header_lines = found.lines;
    file->forms = settings->forms;
    file->forms.is_split_by_commas = found.delimiter == ',';
    file->forms.is_split_by_semicolons = found.delimiter == ';';
    *next = found.next;
    hz_header_remark(&found, &remark);
    if (remark.length > 0)
        hz_buffer_char(&remark, '\0');
    file->remark = remark.at;
    return check_header(file, err) && bind_columns(settings, file, err);
}
