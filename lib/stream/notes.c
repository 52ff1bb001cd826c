/* notes.c: see notes.h. */

#include "stream/notes.h"

#include "file/scan.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

static struct hz_fault_count *count_of(struct hz_counts *counts, enum hz_finding severity,
                                       const char *code)
{
    struct hz_fault_count *list = severity == HZ_REJECTED ? counts->fault : counts->note;
    size_t *count = severity == HZ_REJECTED ? &counts->faults : &counts->notes, f = 0;
    while (f < *count && (list[f].code != code || list[f].severity != severity))
        f++;
    if (f == *count) /* a code is a constant, but files may have one of their own */
        for (f = 0;
             f < *count && (strcmp(list[f].code, code) != 0 || list[f].severity != severity);)
            f++;
    if (f == HZ_FAULT_CODES)
        return &list[f - 1];
    if (f == *count)
        list[(*count)++] = (struct hz_fault_count){code, 0, severity};
    return &list[f];
}

/* Where a rejected field lies; `from` and `line` are where the counting left off. */
static struct hz_place place_of(const struct hz_reader_part *part, const struct hz_reject *reject,
                                size_t *from, uint64_t *line)
{
    const char *record = part->data + reject->record;
    *line += hz_scan_newlines(part->data + *from, record);
    *from = reject->record;
    return hz_part_place(part, reject, *line);
}

static void put_field(struct hz_buffer *row, const char *text, char delimiter)
{
    hz_scan_quote(hz_text_of(text), delimiter, row);
    hz_buffer_char(row, delimiter);
}

static void put_number(struct hz_buffer *row, uint64_t number, char delimiter)
{
    if (number > 0)
        hz_buffer_format(row, "%" PRIu64, number);
    hz_buffer_char(row, delimiter);
}

static void write_reject(struct hz_output *out, const struct hz_reader_part *part,
                         const struct hz_reject *reject, struct hz_place place)
{
    const char delimiter = part->file->delimiter;
    struct hz_buffer row = {0};
    put_field(&row, reject->code, delimiter);
    put_field(&row, place.file, delimiter);
    put_number(&row, place.line, delimiter);
    put_number(&row, place.column, delimiter);
    put_field(&row, reject->field ? reject->field : "", delimiter);
    put_field(&row, part->text.at + reject->message, delimiter);
    hz_buffer_append(&row, part->data + reject->record, reject->length);
    hz_buffer_char(&row, '\n');
    hz_output_write(out, row.at, row.length);
    hz_buffer_free(&row);
}

void hz_notes_header(struct hz_output *out, const struct hz_reader_file *file)
{
    static const char *const names[] = {"reject_code",   "reject_file",  "reject_line",
                                        "reject_column", "reject_field", "reject_message"};
    for (size_t i = 0; i < HZ_COUNT(names); i++) {
        hz_output_text(out, hz_text_of(names[i]));
        hz_output_write(out, &file->delimiter, 1);
    }
    hz_output_text(out, file->header);
    hz_output_write(out, "\n", 1);
}

static const char *prefix_of(enum hz_finding severity)
{
    return severity == HZ_WARNED  ? _("warning: ")
           : severity == HZ_FIXED ? _("fixed: ")
           : severity == HZ_TOLD  ? _("note: ")
                                  : "";
}

static void write_finding(struct hz_output *out, enum hz_finding severity, struct hz_place place,
                          const char *code, struct hz_text value, const char *sentence)
{
    static const char *const severities[] = {"error", "warning", "fixed", "note"};
    struct hz_buffer row = {0};
    put_number(&row, place.line, ',');
    put_number(&row, place.column, ',');
    put_field(&row, place.field ? place.field : "", ',');
    put_field(&row, code, ',');
    put_field(&row, severities[severity], ',');
    if (value.length >= 3) /* without the quotes and the space after them */
        hz_scan_quote((struct hz_text){value.at + 1, value.length - 3}, ',', &row);
    hz_buffer_char(&row, ',');
    hz_scan_quote(hz_text_of(sentence), ',', &row);
    hz_buffer_char(&row, '\n');
    hz_output_write(out, row.at, row.length);
    hz_buffer_free(&row);
}

/* Whether a person or a file is told, and so has to be told where. */
static bool is_told(const struct hz_notes *notes, enum hz_finding severity,
                    const struct hz_fault_count *count)
{
    const struct hz_run *run = notes->run;
    return run->findings || run->rejects || (run->is_strict && severity == HZ_REJECTED) ||
           (run->tell && count->rows < run->messages_per_code);
}

/* Tells, writes and counts one finding; `value` is quoted, or empty. */
static void hand_in_finding(struct hz_notes *notes, enum hz_finding severity, struct hz_place place,
                            const char *code, struct hz_text value, const char *sentence)
{
    const struct hz_run *run = notes->run;
    struct hz_fault_count *count = count_of(notes->counts, severity, code);
    if (run->is_strict && severity == HZ_REJECTED) {
        hz_error_set(notes->err, HZ_ERROR_DATA, place, "%.*s%s", HZ_TEXT_ARGS(value), sentence);
        notes->is_over = true;
    } else if (run->tell && count->rows < run->messages_per_code) {
        struct hz_error told = {0};
        hz_error_set(&told, HZ_ERROR_DATA, place, "%s%.*s%s", prefix_of(severity),
                     HZ_TEXT_ARGS(value), sentence);
        run->tell(run->context, told.text);
    }
    count->rows++;
    if (run->findings)
        write_finding(run->findings, severity, place, code, value, sentence);
}

/* A header in the middle of a file: what is behind it cannot be read. */
static void end_at(struct hz_notes *notes, struct hz_place place, const char *sentence)
{
    hz_error_set(notes->err, HZ_ERROR_DATA, place, "%s", sentence);
    notes->is_over = true;
}

static int by_record(const void *a, const void *b)
{
    const struct hz_reject *x = a, *y = b;
    int order = (x->record > y->record) - (x->record < y->record);
    return order != 0 ? order : (x->message > y->message) - (x->message < y->message);
}

static bool are_sorted(const struct hz_reader_part *part)
{
    size_t r = 1;
    while (r < part->rejects && by_record(&part->reject[r - 1], &part->reject[r]) < 0)
        r++;
    return r >= part->rejects;
}

void hz_notes_rejects(struct hz_notes *notes, struct hz_reader_part *part)
{
    size_t from = 0;
    uint64_t line = notes->lines + 1;
    if (!are_sorted(part))
        qsort(part->reject, part->rejects, sizeof *part->reject, by_record);
    for (size_t i = 0; i < part->rejects && !notes->is_over; i++) {
        const struct hz_reject *reject = &part->reject[i];
        if (reject->severity != HZ_ENDED && !reject->is_more) {
            struct hz_fault_count *count = count_of(notes->counts, reject->severity, reject->code);
            if (!is_told(notes, reject->severity, count)) {
                count->rows++;
                notes->counts->rejected += reject->severity == HZ_REJECTED;
                continue;
            }
        }
        struct hz_place place = place_of(part, reject, &from, &line);
        const struct hz_text value = {part->text.at + reject->message,
                                      reject->sentence - reject->message};
        if (reject->severity == HZ_ENDED) {
            end_at(notes, place, part->text.at + reject->sentence);
            return;
        }
        if (reject->is_more) {
            if (notes->run->findings)
                write_finding(notes->run->findings, reject->severity, place, reject->code, value,
                              part->text.at + reject->sentence);
            continue;
        }
        hand_in_finding(notes, reject->severity, place, reject->code, value,
                        part->text.at + reject->sentence);
        if (reject->severity != HZ_REJECTED)
            continue;
        if (notes->run->rejects)
            write_reject(notes->run->rejects, part, reject, place);
        notes->counts->rejected++;
    }
}

void hz_note(struct hz_notes *notes, enum hz_finding severity, const char *code,
             const char *sentence, ...)
{
    char message[512];
    va_list values;
    va_start(values, sentence);
    vsnprintf(message, sizeof message, sentence, values);
    va_end(values);
    hand_in_finding(notes, severity, HZ_NOWHERE, code, (struct hz_text){0}, message);
}

void hz_notes_tell(const struct hz_notes *notes, const char *sentence)
{
    struct hz_error told = {0};
    if (!notes->run->tell)
        return;
    hz_error_set(&told, HZ_ERROR_DATA, hz_reader_place(notes->file, 0), "%s", sentence);
    notes->run->tell(notes->run->context, told.text);
}

void hz_notes_guess(const struct hz_notes *notes, const char *guess)
{
    char sentence[128];
    if (!guess)
        return;
    snprintf(sentence, sizeof sentence,
             _("not UTF-8: read as %s (--encoding NAME if that is wrong)"), guess);
    hz_notes_tell(notes, sentence);
}

/* What is to be told and written where a file begins. */
void hz_notes_file(struct hz_notes *notes, const struct hz_reader_file *file)
{
    const struct hz_reader_file *before = notes->file;
    notes->file = file;
    notes->lines = file->header_lines;
    hz_notes_guess(notes, file->guess);
    if (file->remark)
        hz_notes_tell(notes, file->remark);
    if (notes->run->rejects && before && !hz_text_equal(before->header, file->header))
        hz_notes_header(notes->run->rejects, file);
}
