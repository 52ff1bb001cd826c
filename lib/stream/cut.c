/*
 * cut.c: see cut.h.
 *
 * A record is judged by the bytes from its start on, at most HZ_CUT_WINDOW of them: it is not
 * judged before these are there, unless it ends earlier. So it makes no difference in what blocks
 * they came.
 */

#include "stream/cut.h"

#include "base/memory.h"
#include "file/scan.h"

/* A record as far as can be seen. */
enum shape {
    WHOLE,
    HAS_TAIL, /* text behind a closing quote: somewhere a quote is too many */
    BEYOND,   /* it does not end within the window, or only behind the longest record */
};
struct record {
    enum shape shape;
    size_t next;    /* 0: its end is not in the data */
    size_t fields;  /* but for empty ones at the end */
    bool is_quoted; /* it ends within quotes, as far as can be seen */
    bool has_stray; /* a quote within a field that is not quoted */
};

struct cutter {
    struct hz_reader_part *part;
    bool at_end;
    enum hz_cut_mode *mode;
    size_t at;
};

static struct record record_at(const struct cutter *cutter, size_t from)
{
    const struct hz_reader_part *part = cutter->part;
    const size_t seen = part->length - from < HZ_CUT_WINDOW ? part->length - from : HZ_CUT_WINDOW;
    const char *at = part->data + from, *const end = at + seen;
    struct record record = {.shape = WHOLE};
    size_t fields = 0;
    while (at < end) {
        struct hz_scan_field field;
        const char *stop = hz_scan_field(at, end, part->file->delimiter, &field);
        record.is_quoted = !stop;
        if (!stop || stop == end)
            break;
        if (field.has_tail)
            record.shape = HAS_TAIL;
        record.has_stray |= !field.is_quoted && memchr(at, '"', (size_t)(stop - at)) != NULL;
        fields++;
        if (fields > part->file->fields && hz_text_trim(field.text).length > 0)
            record.fields = fields;
        at = stop + 1;
        if (*stop == '\n') {
            record.next = (size_t)(at - part->data);
            break;
        }
    }
    const size_t length = record.next - from;
    if (fields <= part->file->fields)
        record.fields = fields;
    else if (record.fields < part->file->fields)
        record.fields = part->file->fields; /* those too many are empty */
    if (record.next == 0 || (length > HZ_RECORD_MOST && record.shape == WHOLE))
        record.shape = BEYOND;
    return record;
}

/*
 * Whether what has been read from there on is all that a decision needs: the window, and the byte
 * behind it, for a quote at its end may be the first of two.
 */
static bool is_in_sight(const struct cutter *cutter, size_t from)
{
    return cutter->at_end || cutter->part->length - from > HZ_CUT_WINDOW;
}

/* Whether a record that fits the header begins there. */
static bool fits(const struct record *record, const struct hz_reader_file *file)
{
    return record->shape == WHOLE && record->fields == file->fields && !record->has_stray;
}

static void give_up(struct cutter *cutter, size_t to, bool is_row, const char *code,
                    const char *sentence)
{
    struct hz_reader_part *part = cutter->part;
    if (part->bads == part->bad_capacity) {
        part->bad_capacity = part->bad_capacity ? part->bad_capacity * 2 : 8;
        part->bad = hz_reallocate(part->bad, part->bad_capacity, sizeof *part->bad);
    }
    part->bad[part->bads++] = (struct hz_bad_range){
        .from = cutter->at,
        .to = to,
        .lines = hz_scan_newlines(part->data + cutter->at, part->data + to),
        .is_row = is_row,
        .code = code,
        .sentence = sentence,
    };
    cutter->at = to;
}

/*
 * Behind the line that begins, or goes on, there; the end of the data if it does not end in them.
 */
static size_t line_end(const struct cutter *cutter, size_t from)
{
    const struct hz_reader_part *part = cutter->part;
    const char *newline = memchr(part->data + from, '\n', part->length - from);
    return newline ? (size_t)(newline + 1 - part->data) : part->length;
}

static bool ends_line(const struct cutter *cutter)
{
    return cutter->at > 0 && cutter->part->data[cutter->at - 1] == '\n';
}

static void give_up_line(struct cutter *cutter, const char *code, const char *sentence)
{
    const size_t end = line_end(cutter, cutter->at), most = cutter->at + HZ_CUT_WINDOW;
    give_up(cutter, end < most ? end : most, true, code, sentence);
    *cutter->mode = ends_line(cutter) ? HZ_CUT_GIVING_UP : HZ_CUT_LINE;
}

/* A line within the longest record from the present one that fits the header; 0: there is none. */
static size_t fitting_line(const struct cutter *cutter)
{
    for (size_t at = line_end(cutter, cutter->at);
         at < cutter->part->length && at - cutter->at < HZ_RECORD_MOST; at = line_end(cutter, at)) {
        const struct record record = record_at(cutter, at);
        if (fits(&record, cutter->part->file))
            return at;
    }
    return 0;
}

static const char *const stray_code = "unclosed_quote";

static const char *stray_sentence(void)
{
    return _("a quote is opened in this line and not closed: double a quote that is meant");
}

/* A record that is too long, or a quote that is never closed: a line that fits tells them apart. */
static void give_up_beyond(struct cutter *cutter, const struct record *record)
{
    const bool is_stray = record->is_quoted || record->next > 0 ? fitting_line(cutter) > 0 : false;
    if (is_stray || (record->is_quoted && cutter->at_end &&
                     cutter->part->length - cutter->at <= HZ_RECORD_MOST)) {
        give_up_line(cutter, stray_code, stray_sentence());
        return;
    }
    const size_t most = cutter->at + HZ_CUT_WINDOW;
    size_t to = record->next;
    if (to == 0)
        to = cutter->part->length < most ? cutter->part->length : most;
    give_up(cutter, to, true, "record_too_long", _("the record is longer than a mebibyte"));
    if (record->next > 0)
        *cutter->mode = HZ_CUT_NORMAL;
    else if (record->is_quoted)
        *cutter->mode = ends_line(cutter) ? HZ_CUT_RECORD : HZ_CUT_RECORD_LINE;
    else
        *cutter->mode = ends_line(cutter) ? HZ_CUT_NORMAL : HZ_CUT_LINE;
}

/* The rest of a line. */
static void pass_line(struct cutter *cutter)
{
    const bool is_of_record = *cutter->mode == HZ_CUT_RECORD_LINE;
    give_up(cutter, line_end(cutter, cutter->at), false, NULL, NULL);
    if (ends_line(cutter))
        *cutter->mode = is_of_record ? HZ_CUT_RECORD : HZ_CUT_NORMAL;
}

/* A line that may fit the header again, or is given up; false: more must be read. */
static bool look_for_fit(struct cutter *cutter)
{
    const struct record record = record_at(cutter, cutter->at);
    if (fits(&record, cutter->part->file)) {
        *cutter->mode = HZ_CUT_NORMAL;
        return true;
    }
    if (record.next == 0 && !is_in_sight(cutter, cutter->at))
        return false;
    if (*cutter->mode == HZ_CUT_GIVING_UP) {
        give_up_line(cutter, stray_code,
                     _("given up behind the quote that is not closed: the line does not fit the "
                       "header"));
        return true;
    }
    *cutter->mode = HZ_CUT_RECORD_LINE;
    pass_line(cutter);
    return true;
}

/* Records from `at` on of which none is at fault, by the fast scan; where they end. */
static size_t pass_good(const struct hz_reader_part *part)
{
    if (part->length > HZ_RECORD_MOST)
        return 0; /* one of them may be too long */
    if (!memchr(part->data, '"', part->length)) {
        const char *newline = memrchr(part->data, '\n', part->length);
        return newline ? (size_t)(newline + 1 - part->data) : 0;
    }
    const struct hz_scan_found found =
        hz_scan_index(part->data, part->length, part->file->delimiter, SIZE_MAX, NULL, SIZE_MAX);
    return found.is_odd ? 0 : found.records;
}

size_t hz_part_cut(struct hz_reader_part *part, bool at_end, enum hz_cut_mode *mode)
{
    struct cutter cutter = {.part = part, .at_end = at_end, .mode = mode};
    part->bads = 0;
    if (*mode == HZ_CUT_NORMAL)
        cutter.at = pass_good(part);
    while (cutter.at < part->length) {
        if (*mode == HZ_CUT_LINE || *mode == HZ_CUT_RECORD_LINE) {
            pass_line(&cutter);
            continue;
        }
        if (*mode != HZ_CUT_NORMAL) {
            if (!look_for_fit(&cutter))
                break;
            continue;
        }
        const struct record record = record_at(&cutter, cutter.at);
        if (record.shape == WHOLE) {
            cutter.at = record.next;
            continue;
        }
        if (record.next == 0 && !is_in_sight(&cutter, cutter.at))
            break;
        if (record.shape == HAS_TAIL)
            give_up_line(&cutter, stray_code, stray_sentence());
        else
            give_up_beyond(&cutter, &record);
    }
    return cutter.at;
}
