/* drawn.c: see drawn.h. */

#include "file/drawn.h"

#include "file/scan.h"

enum { COLUMNS_MOST = 1024 };

/* A field, and the columns of the screen that it takes. */
struct field {
    struct hz_text text;
    size_t from, to;
};

/* The line at *at, without its end; moves on to the next. */
static struct hz_text take_line(struct hz_text bytes, size_t *at)
{
    struct hz_text line = {bytes.at + *at, 0};
    while (*at + line.length < bytes.length && line.at[line.length] != '\n')
        line.length++;
    *at += line.length + 1;
    if (line.length > 0 && line.at[line.length - 1] == '\r')
        line.length--;
    return line;
}

static bool is_blank(struct hz_text line)
{
    return hz_text_trim(line).length == 0 || line.at[0] == '#';
}

/* The fields of a line; their number, at most COLUMNS_MOST. */
static size_t split(struct hz_text line, struct field field[])
{
    size_t n = 0;
    for (size_t i = 0; i < line.length && n < COLUMNS_MOST;) {
        if (line.at[i] == ' ') {
            i++;
            continue;
        }
        size_t end = i;
        while (end < line.length &&
               !(line.at[end] == ' ' && (end + 1 == line.length || line.at[end + 1] == ' ')))
            end++;
        field[n].text = (struct hz_text){line.at + i, end - i};
        field[n].from = hz_text_width((struct hz_text){line.at, i});
        field[n].to = field[n].from + hz_text_width(field[n].text);
        n++;
        i = end;
    }
    return n;
}

bool hz_drawn_is(struct hz_text bytes)
{
    struct hz_text line = {0};
    for (size_t at = 0; at < bytes.length;) {
        line = take_line(bytes, &at);
        if (!is_blank(line))
            break;
    }
    line = hz_text_trim(line);
    bool has_gap = false, has_delimiter = false;
    for (size_t i = 0; i < line.length; i++) {
        has_delimiter |= strchr(",;\t|\"", line.at[i]) != NULL;
        has_gap |= i > 0 && line.at[i] == ' ' && line.at[i - 1] == ' ';
    }
    return has_gap && !has_delimiter;
}

/* The column that a field stands under, from `next` on; `next` if none fits. */
static size_t find_column(const struct field *field, const struct field name[], size_t names,
                          size_t next)
{
    for (size_t c = next; c < names; c++)
        if (field->from == name[c].from || field->to == name[c].to)
            return c;
    return next;
}

void hz_drawn_to_csv(struct hz_text bytes, struct hz_buffer *csv)
{
    static _Thread_local struct field name[COLUMNS_MOST], field[COLUMNS_MOST];
    size_t names = 0;
    for (size_t at = 0; at < bytes.length;) {
        const struct hz_text line = take_line(bytes, &at);
        if (is_blank(line)) {
            hz_buffer_char(csv, '\n');
            continue;
        }
        const bool is_header = names == 0;
        const size_t fields = split(line, is_header ? name : field);
        const struct field *of = is_header ? name : field;
        if (is_header)
            names = fields;
        size_t column = 0;
        for (size_t f = 0; f < fields; f++, column++) {
            const size_t left = fields - f; /* each is to find a column */
            const size_t at_most = left < names - (column < names ? column : names)
                                       ? find_column(&of[f], name, names, column)
                                       : column;
            for (; column < at_most; column++)
                hz_buffer_string(csv, column > 0 ? "," : "\"\",");
            hz_buffer_string(csv, column > 0 ? "," : "");
            hz_scan_quote(of[f].text, ',', csv);
        }
        for (; column < names; column++)
            hz_buffer_char(csv, ',');
        hz_buffer_char(csv, '\n');
    }
}
