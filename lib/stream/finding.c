/* finding.c: what is found in the rows of a batch, kept in their part until it is handed in. */

#include "base/memory.h"
#include "stream/columns.h"
#include "stream/part.h"

#include <stdarg.h>
#include <stdio.h>

void hz_batch_leave_out(struct hz_batch *batch, size_t row)
{
    batch->rejected[row] = true;
    batch->part->left_out++;
}

void hz_mask(struct hz_buffer *out, struct hz_text text)
{
    size_t head = text.length >= 15 ? 6 : text.length >= 6 ? 2 : 0;
    size_t tail = text.length >= 15 ? 4 : 0;
    for (size_t i = 0; i < text.length; i++) {
        bool is_shown = (i < head || i >= text.length - tail) && (unsigned char)text.at[i] < 0x80;
        bool is_continuation = ((unsigned char)text.at[i] & 0xC0) == 0x80;
        if (!is_continuation)
            hz_buffer_char(out, is_shown ? text.at[i] : '*');
    }
}

bool hz_batch_is_personal(const struct hz_batch *batch, int column)
{
    const struct hz_column *found = &hz_reader_columns(batch->part->reader)[column];
    return found->is_personal || hz_column_is_personal(found->name);
}

/* As a message may show it: masked if personal, cut to a length that one can take in. */
static void quote(struct hz_buffer *out, struct hz_text text, bool is_personal)
{
    enum { MOST = 60 };
    struct hz_text shown = text;
    if (shown.length > MOST)
        for (shown.length = MOST; ((unsigned char)shown.at[shown.length] & 0xC0) == 0x80;)
            shown.length--;
    hz_buffer_char(out, '"');
    if (is_personal)
        hz_mask(out, shown);
    else
        hz_buffer_text(out, shown);
    hz_buffer_string(out, shown.length < text.length ? "...\" " : "\" ");
}

static struct hz_reject *new_reject(struct hz_reader_part *part)
{
    if (part->rejects == part->reject_capacity) {
        part->reject_capacity = part->reject_capacity ? part->reject_capacity * 2 : 16;
        part->reject = hz_reallocate(part->reject, part->reject_capacity, sizeof *part->reject);
    }
    return &part->reject[part->rejects++];
}

HZ_PRINTF(7, 0)
static void find(struct hz_batch *batch, size_t row, enum hz_finding severity, int column,
                 struct hz_text text, const char *code, const char *sentence, va_list values)
{
    struct hz_reader_part *part = batch->part;
    if (severity == HZ_REJECTED) {
        if (batch->rejected[row])
            return;
        batch->rejected[row] = true;
    }
    struct hz_reject *reject = new_reject(part);
    size_t record = (size_t)(batch->record[row].at - part->data);
    *reject = (struct hz_reject){.severity = severity,
                                 .record = record,
                                 .length = batch->record[row].length,
                                 .field_at = record,
                                 .code = code,
                                 .message = part->text.length};
    if (column != HZ_WHOLE_ROW) {
        reject->field = hz_reader_columns(part->reader)[column].name;
        reject->has_column = text.at >= part->data && text.at < part->data + part->length;
        if (reject->has_column)
            reject->field_at = (size_t)(text.at - part->data);
        quote(&part->text, text, hz_batch_is_personal(batch, column));
    }
    reject->sentence = part->text.length;
    char message[512];
    vsnprintf(message, sizeof message, sentence, values);
    hz_buffer_append(&part->text, message, strlen(message) + 1);
}

void hz_batch_reject(struct hz_batch *batch, size_t row, int column, const char *code,
                     const char *sentence, ...)
{
    va_list values;
    va_start(values, sentence);
    struct hz_text text = {0};
    if (column != HZ_WHOLE_ROW && batch->column[column])
        text = batch->column[column][row];
    find(batch, row, HZ_REJECTED, column, text, code, sentence, values);
    va_end(values);
}

void hz_batch_find(struct hz_batch *batch, size_t row, enum hz_finding severity, int column,
                   struct hz_text text, const char *code, const char *sentence, ...)
{
    va_list values;
    va_start(values, sentence);
    find(batch, row, severity, column, text, code, sentence, values);
    va_end(values);
}
