/* quote.c: see quote.h. */

#include "report/quote.h"

#include "report/grid.h"
#include "report/personal.h"

enum { MOST_SEGMENTS = 12 };

/* A quotation taken apart. */
struct quotation {
    const struct hz_report_book *book;
    const struct hz_node *node;
    struct hz_text inside;
    struct hz_text segment[MOST_SEGMENTS];
    size_t segments;
    struct hz_text format; /* behind the bar */
    const struct hz_sheet *sheet;
    struct hz_error *err;
};

static bool refuse(struct quotation *q, const char *sentence, ...) HZ_PRINTF(2, 3);

static bool refuse(struct quotation *q, const char *sentence, ...)
{
    struct hz_error why = {0};
    va_list values;
    va_start(values, sentence);
    hz_error_vset(&why, HZ_ERROR_DATA, HZ_NOWHERE, sentence, values);
    va_end(values);
    return hz_error_set(q->err, HZ_ERROR_DATA, hz_tree_place(&q->book->report->tree, q->node),
                        "{{ %.*s }}: %s", HZ_TEXT_ARGS(q->inside), why.text);
}

/* "@year" is the value of the parameter. */
static bool put_value(struct quotation *q, struct hz_text *segment)
{
    const struct hz_text name = {segment->at + 1, segment->length - 1};
    const struct hz_report_value *value = hz_report_value_of(q->book->report, name);
    if (!value || value->is_input)
        return refuse(q, _("there is no parameter \"%.*s\""), HZ_TEXT_ARGS(name));
    *segment = value->value;
    return true;
}

/* The next segment, up to a full stop or a bar outside of quotes; *at moves to that sign. */
static bool take_segment(struct quotation *q, size_t *at, struct hz_arena *arena)
{
    struct hz_buffer text = {0};
    bool is_quoted = false, was_quoted = false;
    for (; *at < q->inside.length; (*at)++) {
        const char c = q->inside.at[*at];
        if (c == '"') {
            is_quoted = !is_quoted;
            was_quoted = true;
        } else if (!is_quoted && (c == '.' || c == '|')) {
            break;
        } else {
            hz_buffer_char(&text, c);
        }
    }
    struct hz_text segment = {text.at, text.length};
    if (!was_quoted)
        segment = hz_text_trim(segment);
    segment = q->segment[q->segments] = hz_arena_text(arena, segment);
    hz_buffer_free(&text);
    if (is_quoted)
        return refuse(q, _("a quote has no end"));
    const char *mark = memchr(segment.at, '@', segment.length);
    if (!was_quoted && mark && (mark == segment.at || mark[-1] == '=')) {
        const size_t front = (size_t)(mark - segment.at);
        struct hz_text value = {mark, segment.length - front};
        if (!put_value(q, &value))
            return false;
        struct hz_buffer whole = {0};
        hz_buffer_append(&whole, segment.at, front);
        hz_buffer_text(&whole, value);
        q->segment[q->segments] = hz_arena_text(arena, (struct hz_text){whole.at, whole.length});
        hz_buffer_free(&whole);
    }
    return q->segment[q->segments++].length > 0 || was_quoted ||
           refuse(q, _("expected PART.ROW.COLUMN or the name of a parameter"));
}

static bool take_apart(struct quotation *q, struct hz_arena *arena)
{
    size_t at = 0;
    do {
        if (q->segments == MOST_SEGMENTS)
            return refuse(q, _("has more than %d names"), MOST_SEGMENTS);
        if (!take_segment(q, &at, arena))
            return false;
    } while (at < q->inside.length && q->inside.at[at++] == '.');
    q->format = hz_text_trim((struct hz_text){q->inside.at + at, q->inside.length - at});
    return true;
}

/* The part of the name in front, which has run. */
static bool find_part(struct quotation *q, int *found)
{
    const struct hz_report *report = q->book->report;
    struct hz_text names[32];
    size_t count = 0;
    for (size_t p = 0; p < report->parts; p++) {
        const struct hz_report_part *part = &report->part[p];
        if (part->name.length == 0)
            continue;
        if (count < HZ_COUNT(names))
            names[count++] = part->name;
        if (!hz_text_equal(part->name, q->segment[0]))
            continue;
        *found = (int)p;
        q->sheet = q->book->sheet ? q->book->sheet[p] : NULL;
        return q->sheet ||
               refuse(q,
                      !q->book->sheet
                          ? _("a figure cannot stand here, only a parameter")
                          : _("the part \"%.*s\" prints nothing: it has no pipeline, or an "
                              "input that it needs was not given"),
                      HZ_TEXT_ARGS(part->name));
    }
    struct hz_buffer list = {0};
    hz_buffer_list(&list, names, count, 200);
    refuse(q, _("no part has the name \"%.*s\"; there are: %.*s"), HZ_TEXT_ARGS(q->segment[0]),
           list.length > 0 ? (int)list.length : 4, list.length > 0 ? list.at : "none");
    hz_buffer_free(&list);
    return false;
}

static bool find_column(struct quotation *q, struct hz_text name, int *column,
                        struct hz_arena *arena)
{
    struct hz_buffer list = {0};
    *column = hz_sheet_column(q->sheet, hz_arena_string(arena, name));
    if (*column >= 0)
        return true;
    hz_buffer_list(&list, q->sheet->header, q->sheet->columns, 300);
    refuse(q, _("the table has no column \"%.*s\", only %.*s"), HZ_TEXT_ARGS(name),
           (int)list.length, list.at);
    hz_buffer_free(&list);
    return false;
}

/* The rows that the keys mean, one key after another; keys without "=" are of the first columns. */
static bool find_rows(struct quotation *q, bool meant[], struct hz_arena *arena)
{
    int next = 0;
    for (size_t s = 1; s + 1 < q->segments; s++) {
        const char *equals = memchr(q->segment[s].at, '=', q->segment[s].length);
        struct hz_text key = q->segment[s];
        int column = next;
        if (equals) {
            const struct hz_text name = {key.at, (size_t)(equals - key.at)};
            key = (struct hz_text){equals + 1, key.length - name.length - 1};
            if (!find_column(q, name, &column, arena))
                return false;
        } else if ((size_t)next++ >= q->sheet->columns) {
            return refuse(q, _("names more columns than the table has"));
        }
        for (size_t r = 0; r < q->sheet->rows; r++)
            meant[r] = meant[r] && hz_text_equal(hz_sheet_cell(q->sheet, r, column), key);
    }
    return true;
}

static bool find_row(struct quotation *q, size_t *row, struct hz_arena *arena)
{
    bool *meant = hz_arena_allocate(arena, q->sheet->rows, sizeof *meant);
    size_t count = 0;
    memset(meant, true, q->sheet->rows);
    if (q->segments == 3 && q->sheet->rows > 0 &&
        (hz_text_equal(q->segment[1], hz_text_of("first")) ||
         hz_text_equal(q->segment[1], hz_text_of("last")))) {
        *row = q->segment[1].at[0] == 'f' ? 0 : q->sheet->rows - 1;
        return true;
    }
    if (!find_rows(q, meant, arena))
        return false;
    for (size_t r = 0; r < q->sheet->rows; r++)
        if (meant[r] && count++ == 0)
            *row = r;
    if (count == 1)
        return true;
    return count == 0 ? refuse(q, _("the table has no such row"))
                      : refuse(q,
                               _("is not one cell but %zu rows: name more of the first columns, or "
                                 "COLUMN=TEXT"),
                               count);
}

/* "plain", "yuan", "wan", "yi", a digit, or two of these. */
static bool read_format(struct quotation *q, bool *is_plain, enum hz_report_unit *unit,
                        int *decimals)
{
    size_t at = 0;
    while (at < q->format.length) {
        const char *word = q->format.at + at;
        size_t length = 0;
        while (at + length < q->format.length && word[length] != ' ')
            length++;
        const struct hz_text one = {word, length};
        bool is_known = length == 0;
        if (hz_text_equal(one, hz_text_of("plain")))
            is_known = *is_plain = true;
        for (int u = 0; hz_report_units[u]; u++)
            if (hz_text_equal(one, hz_text_of(hz_report_units[u]))) {
                *unit = (enum hz_report_unit)u;
                is_known = true;
            }
        if (length == 1 && hz_digit(word[0]) <= 9) {
            *decimals = (int)hz_digit(word[0]);
            is_known = true;
        }
        if (!is_known)
            return refuse(q, _("\"%.*s\": expected plain, yuan, wan, yi or a digit"),
                          HZ_TEXT_ARGS(one));
        at += length + 1;
    }
    return true;
}

static void append_unit(struct hz_buffer *out, enum hz_report_language language,
                        enum hz_report_kind kind, enum hz_report_unit unit)
{
    if (kind == HZ_KIND_PERCENT)
        hz_buffer_char(out, '%');
    if (kind == HZ_KIND_POINTS)
        hz_buffer_string(out, language == HZ_REPORT_ZH ? "个百分点" : " percentage points");
    if (kind == HZ_KIND_MEAN)
        unit = HZ_REPORT_YUAN;
    if ((kind == HZ_KIND_AMOUNT || kind == HZ_KIND_MEAN) && unit != HZ_REPORT_NONE)
        hz_buffer_format(out, "%s%s", language == HZ_REPORT_ZH ? "" : " ",
                         hz_report_unit_name(language, unit));
}

/* A cell as it stands in a sentence. */
static bool append_cell(struct quotation *q, const struct hz_report_part *part, int column,
                        struct hz_text cell, struct hz_buffer *out)
{
    const enum hz_report_language language = q->book->report->language;
    const enum hz_report_kind kind = hz_report_kind_of(q->sheet, column);
    enum hz_report_unit unit = part->has_unit ? part->unit : q->book->report->unit;
    bool is_plain = false;
    int decimals = -1;
    struct hz_buffer scaled = {0};
    if (!read_format(q, &is_plain, &unit, &decimals))
        return false;
    if (is_plain || !hz_report_is_number(cell)) {
        hz_buffer_text(out,
                       is_plain ? cell : hz_report_label(language, q->sheet->header[column], cell));
        return true;
    }
    if ((kind == HZ_KIND_LABEL || kind == HZ_KIND_OTHER) && decimals < 0) { /* a year, a factor */
        hz_buffer_text(out, cell);
        return true;
    }
    hz_report_scale(&scaled, cell, kind == HZ_KIND_AMOUNT ? hz_report_shift(unit) : 0, decimals);
    hz_report_group(out, (struct hz_text){scaled.at, scaled.length});
    append_unit(out, language, kind, unit);
    hz_buffer_free(&scaled);
    return true;
}

static bool quote_cell(struct quotation *q, struct hz_report_figure *figure, struct hz_arena *arena)
{
    struct hz_buffer out = {0};
    size_t row = 0;
    int column;
    if (!find_part(q, &figure->part) ||
        !find_column(q, q->segment[q->segments - 1], &column, arena) || !find_row(q, &row, arena))
        return false;
    const struct hz_text cell = hz_sheet_cell(q->sheet, row, column);
    if (!q->book->has_persons && hz_report_is_personal(q->sheet->header[column]))
        return refuse(q, _("names a person: it is printed only with --personal"));
    if (cell.length == 0)
        return refuse(q, _("is an empty cell"));
    const bool done = append_cell(q, &q->book->report->part[figure->part], column, cell, &out);
    figure->text = hz_arena_text(arena, (struct hz_text){out.at, out.length});
    hz_buffer_free(&out);
    return done;
}

bool hz_report_quote(const struct hz_report_book *book, struct hz_text inside,
                     const struct hz_node *node, struct hz_report_figure *figure,
                     struct hz_arena *arena, struct hz_error *err)
{
    struct quotation q = {.book = book, .node = node, .inside = hz_text_trim(inside), .err = err};
    *figure = (struct hz_report_figure){.part = -1};
    if (!take_apart(&q, arena))
        return false;
    if (q.segments > 1)
        return quote_cell(&q, figure, arena);
    const struct hz_report_value *value = hz_report_value_of(book->report, q.segment[0]);
    if (!value)
        return refuse(&q, _("is neither PART.ROW.COLUMN nor the name of an input or a parameter"));
    figure->text = value->value;
    return value->value.length > 0 || refuse(&q, _("was not given"));
}

bool hz_report_fill(const struct hz_report_book *book, struct hz_text text,
                    const struct hz_node *node, struct hz_buffer *out,
                    void (*mark)(struct hz_buffer *out, const struct hz_report *report,
                                 const struct hz_report_figure *figure),
                    struct hz_arena *arena, struct hz_error *err)
{
    const char *at = text.at, *end = text.length > 0 ? text.at + text.length : at, *open;
    while (at < end && (open = memmem(at, (size_t)(end - at), "{{", 2))) {
        const char *close = memmem(open, (size_t)(end - open), "}}", 2);
        struct hz_report_figure figure;
        if (!close)
            return hz_error_set(err, HZ_ERROR_DATA, hz_tree_place(&book->report->tree, node),
                                _("\"{{\" has no \"}}\""));
        if (!hz_report_quote(book, (struct hz_text){open + 2, (size_t)(close - open - 2)}, node,
                             &figure, arena, err))
            return false;
        hz_buffer_append(out, at, (size_t)(open - at));
        if (mark)
            mark(out, book->report, &figure);
        else
            hz_buffer_text(out, figure.text);
        at = close + 2;
    }
    hz_buffer_append(out, at, (size_t)(end - at));
    return true;
}
