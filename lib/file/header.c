/* header.c: where a header stands, and what stands before and below it: see header.h. */

#include "file/header.h"

#include "base/memory.h"
#include "file/header_units.h"
#include "file/scan.h"

#include <inttypes.h>
#include <stdlib.h>

static const char delimiters[] = {',', ';', '\t', '|'};

size_t hz_header_split(struct hz_text line, char delimiter, struct hz_text field[], size_t most)
{
    const char *at = line.at, *const end = line.at + line.length;
    for (size_t fields = 0;; fields++) {
        struct hz_scan_field found;
        const char *stop = hz_scan_field(at, end + 1, delimiter, &found);
        if (!stop)
            return 0;
        if (fields < most)
            field[fields] = hz_text_trim(found.text);
        if (stop >= end)
            return fields + 1;
        at = stop + 1;
    }
}

/* A line of the beginning: a record by a delimiter, if it is one. */
struct line {
    const char *at, *end; /* the end: its newline, or a return before it */
    const char *next;
};

static struct line line_at(const char *at, const char *end)
{
    const char *newline = memchr(at, '\n', (size_t)(end - at));
    const char *next = newline ? newline + 1 : end;
    const char *stop = newline ? newline : end;
    return (struct line){at, stop > at && stop[-1] == '\r' ? stop - 1 : stop, next};
}

/* The record that begins with a line, whose quoted fields may go on in the next. */
static struct line record_at(const char *at, const char *end, char delimiter)
{
    const char *next = hz_scan_record(at, end, delimiter);
    if (!next)
        return line_at(at, end);
    const char *stop = next - 1;
    return (struct line){at, stop > at && stop[-1] == '\r' ? stop - 1 : stop, next};
}

static bool is_blank(struct line line)
{
    for (const char *c = line.at; c < line.end; c++)
        if (!memchr(delimiters, *c, sizeof delimiters) &&
            !hz_text_blank((struct hz_text){c, (size_t)(line.end - c)}) &&
            ((unsigned char)*c & 0xC0) != 0x80)
            return false;
    return true;
}

/* How good a line is as a header, by one delimiter. */
struct candidate {
    struct line line;
    uint64_t number;
    char delimiter;
    size_t fields, known;
    bool is_whole;
};

static bool is_better(const struct candidate *a, const struct candidate *b)
{
    if (a->is_whole != b->is_whole)
        return a->is_whole;
    if (a->known != b->known)
        return a->known > b->known;
    return a->number == b->number && a->fields > b->fields;
}

struct search {
    const struct hz_header_order *order;
    const struct hz_header_wanted *wanted;
    const char *end;
    char delimiter; /* 0: any */
    struct hz_text *field;
};

static void try_line(const struct search *search, const char *at, uint64_t number,
                     struct candidate *best)
{
    for (size_t d = 0; d < sizeof delimiters; d++) {
        const char delimiter = search->delimiter ? search->delimiter : delimiters[d];
        struct candidate candidate = {.line = record_at(at, search->end, delimiter),
                                      .number = number,
                                      .delimiter = delimiter};
        const struct hz_text text = {at, (size_t)(candidate.line.end - at)};
        candidate.fields = hz_header_split(text, delimiter, search->field, HZ_HEADER_FIELDS);
        if (candidate.fields > 0 && candidate.fields <= HZ_HEADER_FIELDS)
            candidate.known = search->wanted->known(search->wanted->context, search->field,
                                                    candidate.fields, &candidate.is_whole);
        if (best->number == 0 || is_better(&candidate, best))
            *best = candidate;
        if (search->delimiter)
            return;
    }
}

/* "sep=;": a workbook's hint. */
static char hinted_delimiter(struct line line)
{
    struct hz_text text = hz_text_trim((struct hz_text){line.at, (size_t)(line.end - line.at)});
    if (line.end - line.at == 5 && memcmp(line.at, "sep=\t", 5) == 0)
        return '\t';
    if (text.length == 7 && text.at[0] == '"' && text.at[6] == '"')
        text = (struct hz_text){text.at + 1, 5};
    return text.length == 5 && memcmp(text.at, "sep=", 4) == 0 ? text.at[4] : 0;
}

/*
 * What a table without one known column is split by: by commas, unless only another sign is there.
 */
static char usual_delimiter(struct line line)
{
    for (size_t d = 0; d < sizeof delimiters; d++)
        if (memchr(line.at, delimiters[d], (size_t)(line.end - line.at)))
            return delimiters[d];
    return ',';
}

/* How many cells of a line are not empty. */
static size_t filled_cells(struct line line)
{
    const char delimiter = usual_delimiter(line);
    size_t filled = 0;
    for (const char *at = line.at; at < line.end;) {
        struct hz_scan_field field;
        const char *stop = hz_scan_field(at, line.next, delimiter, &field);
        if (!stop)
            return 0;
        filled += hz_text_trim(field.text).length > 0;
        at = stop + 1;
    }
    return filled;
}

static bool is_unit_row(const struct search *search, struct line line, char delimiter)
{
    size_t units = 0;
    const size_t fields = hz_header_split((struct hz_text){line.at, (size_t)(line.end - line.at)},
                                          delimiter, search->field, HZ_HEADER_FIELDS);
    if (fields > HZ_HEADER_FIELDS)
        return false;
    for (size_t f = 0; f < fields; f++) {
        if (search->field[f].length == 0)
            continue;
        if (!hz_unit_is_word(search->field[f]))
            return false;
        units++;
    }
    return units > 0;
}

static bool refuse_unit(const char *file, uint64_t line, struct hz_text unit, struct hz_error *err)
{
    return hz_error_set(
        err, HZ_ERROR_DATA, (struct hz_place){.file = file, .line = line},
        _("amounts in %.*s: they are read in yuan (元): convert them, and take this "
          "line out"),
        HZ_TEXT_ARGS(unit));
}

static uint64_t newlines(const char *from, const char *to)
{
    return hz_scan_newlines(from, to);
}

/*
 * Looks at each line of the beginning; the best candidate is left in *best, what it skips counted.
 */
static bool look(const char *file, const struct search *search, const char *at, uint64_t number,
                 struct candidate *best, struct hz_error *err)
{
    uint64_t seen = 0;
    const bool is_named = search->order->row > 0;
    bool has_columns = false; /* a line of more than a title */
    struct candidate first = {0};
    for (; at < search->end && seen < HZ_HEADER_LINES && !best->is_whole; number++) {
        const struct line line = line_at(at, search->end);
        at = line.next;
        if (is_named ? number != (uint64_t)search->order->row : line.at == line.end)
            continue;
        if (!is_named && (is_blank(line) || *line.at == '#'))
            continue;
        seen++;
        const size_t filled = filled_cells(record_at(line.at, search->end, usual_delimiter(line)));
        if (first.number == 0 || (!has_columns && filled > 1))
            first = (struct candidate){.line = line, .number = number};
        has_columns |= filled > 1;
        try_line(search, line.at, number, best);
    }
    if (first.number == 0 && is_named)
        return hz_error_set(err, HZ_ERROR_DATA, (struct hz_place){.file = file},
                            _("there is no line %" PRId64 ", which --header-row names"),
                            search->order->row);
    if (first.number == 0)
        return hz_error_set(err, HZ_ERROR_DATA, (struct hz_place){.file = file},
                            _("empty: a header line was expected"));
    if (best->known == 0) {
        *best = first;
        best->delimiter = search->delimiter ? search->delimiter : usual_delimiter(first.line);
        best->line = record_at(first.line.at, search->end, best->delimiter);
    }
    return true;
}

/* Counts and judges the lines before the header. */
static bool pass_title(const char *file, const struct search *search, const char *at,
                       const struct candidate *best, struct hz_header *found, struct hz_error *err)
{
    for (uint64_t number = found->line - newlines(at, best->line.at); at < best->line.at;
         number++) {
        const struct line line = line_at(at, search->end);
        const struct hz_text text = {line.at, (size_t)(line.end - line.at)};
        struct hz_text unit;
        at = line.next;
        if (is_blank(line) || *line.at == '#')
            continue;
        if (search->order->is_in_yuan && hz_unit_is_said(text, &unit))
            return refuse_unit(file, number, unit, err);
        found->skipped++;
    }
    return true;
}

static bool pass_units(const char *file, const struct search *search, struct hz_header *found,
                       const char *start, struct hz_error *err)
{
    if (start + found->next >= search->end)
        return true;
    const struct line line = line_at(start + found->next, search->end);
    if (!is_unit_row(search, line, found->delimiter))
        return true;
    found->units_line = found->lines + 1;
    const size_t fields = hz_header_split((struct hz_text){line.at, (size_t)(line.end - line.at)},
                                          found->delimiter, search->field, HZ_HEADER_FIELDS);
    for (size_t f = 0; f < fields && search->order->is_in_yuan; f++)
        if (hz_unit_is_other(search->field[f]))
            return refuse_unit(file, found->units_line, search->field[f], err);
    found->next = (size_t)(line.next - start);
    found->lines++;
    return true;
}

/* The name up to its unit and what opens it: of "会费（万元）", "会费_万元". */
static struct hz_text without_unit(struct hz_text name, struct hz_text unit)
{
    static const char *const before[] = {"：", ":", "单位", "_", "/", "(", "（", "[", "【"};
    name.length = (size_t)(unit.at - name.at);
    for (size_t b = 0; b < HZ_COUNT(before); b++) {
        name = hz_text_trim(name);
        const size_t length = strlen(before[b]);
        if (name.length > length && memcmp(name.at + name.length - length, before[b], length) == 0)
            name.length -= length;
    }
    return hz_text_trim(name);
}

/* A wanted column whose name says that its amounts are in another unit. */
static bool check_names(const char *file, const struct search *search, const struct candidate *best,
                        struct hz_error *err)
{
    const struct hz_text text = {best->line.at, (size_t)(best->line.end - best->line.at)};
    const size_t fields = hz_header_split(text, best->delimiter, search->field, HZ_HEADER_FIELDS);
    if (!search->order->is_in_yuan)
        return true;
    for (size_t f = 0; f < fields && f < HZ_HEADER_FIELDS; f++) {
        const struct hz_text name = search->field[f];
        struct hz_text unit;
        bool ignored;
        if (!hz_unit_is_said(name, &unit))
            continue;
        const struct hz_text both[] = {name, without_unit(name, unit)};
        if (search->wanted->known(search->wanted->context, both, 2, &ignored) > 0)
            return hz_error_set(err, HZ_ERROR_DATA,
                                (struct hz_place){.file = file, .line = best->number},
                                _("the column \"%.*s\" is in %.*s: amounts are read in yuan (元): "
                                  "convert them, and "
                                  "take the unit out of the name"),
                                HZ_TEXT_ARGS(name), HZ_TEXT_ARGS(unit));
    }
    return true;
}

/* Lines that end as they did on old machines: to all others, the file is one line. */
static bool check_returns(const char *file, const struct candidate *best, struct hz_error *err)
{
    const struct line line = best->line;
    const char *lone = memchr(line.at, '\r', (size_t)(line.end - line.at));
    if (!lone || lone + 1 >= line.end || lone[1] == '\n' ||
        memchr(line.at, '"', (size_t)(line.end - line.at)))
        return true;
    return hz_error_set(
        err, HZ_ERROR_DATA, (struct hz_place){.file = file, .line = best->number},
        _("lines end with a lone carriage return: use tr '\\r' '\\n' < FILE | ..."));
}

bool hz_header_has_lines(struct hz_text data)
{
    size_t lines = 0;
    for (const char *at = data.at, *end = at + data.length; at < end && lines < HZ_HEADER_LINES + 2;
         lines++) {
        at = memchr(at, '\n', (size_t)(end - at));
        if (!at)
            return false;
        at++;
    }
    return lines == HZ_HEADER_LINES + 2;
}

bool hz_header_find(const char *file, struct hz_text data, const struct hz_header_order *order,
                    const struct hz_header_wanted *wanted, struct hz_header *found,
                    struct hz_error *err)
{
    struct search search = {.order = order,
                            .wanted = wanted,
                            .end = data.at + data.length,
                            .delimiter = order->delimiter};
    struct candidate best = {0};
    const struct line first = line_at(data.at, search.end);
    const char hint = data.length > 0 ? hinted_delimiter(first) : 0;
    const char *from = hint ? first.next : data.at;
    if (hint && !search.delimiter)
        search.delimiter = hint;
    search.field = hz_allocate(HZ_HEADER_FIELDS, sizeof *search.field);
    bool done = look(file, &search, from, hint ? 2 : 1, &best, err);
    if (done && hint && !order->delimiter && best.known == 0) {
        search.delimiter = 0; /* the hint may be of another program's table */
        best = (struct candidate){0};
        done = look(file, &search, from, 2, &best, err);
    }
    done = done && check_returns(file, &best, err) && check_names(file, &search, &best, err);
    if (done) {
        *found = (struct hz_header){.delimiter = best.delimiter,
                                    .from = (size_t)(best.line.at - data.at),
                                    .length = (size_t)(best.line.end - best.line.at),
                                    .next = (size_t)(best.line.next - data.at),
                                    .line = best.number};
        found->lines = best.number - 1 + newlines(best.line.at, best.line.next);
        done = pass_title(file, &search, from, &best, found, err) &&
               pass_units(file, &search, found, data.at, err);
    }
    free(search.field);
    return done;
}

void hz_header_remark(const struct hz_header *header, struct hz_buffer *out)
{
    if (header->skipped > 0)
        hz_buffer_format(out,
                         _("line %" PRIu64 " is the header; what stands before it is skipped "
                           "(--header-row N says otherwise)"),
                         header->line);
    if (header->units_line > 0)
        hz_buffer_format(out, _("%sline %" PRIu64 " is skipped: units, no record"),
                         out->length > 0 ? "; " : "", header->units_line);
}
