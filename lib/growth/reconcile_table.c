/* reconcile_table.c: figures and checks computed from the tables: see reconcile.h. */

#include "growth/reconcile.h"

#include "base/memory.h"

#include <inttypes.h>
#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

enum { VALUE_DECIMALS = 6 };

/* A table that has been read, or has not yet been asked for. */
struct read_table {
    bool is_read;
    struct hz_sheet sheet;
};

struct audit {
    const struct hz_reconcile_file *file;
    const struct hz_reconcile_tables *tables;
    struct read_table *read;
    struct hz_arena arena;
    struct hz_text by, group; /* of a check: this column has this text; empty: none */
    struct hz_table *out;
    struct hz_error *err;
};

/* What is known of a sum, or why nothing is: a sentence for people. */
struct known {
    bool is_known;
    struct hz_range range;
    double value; /* if all is as printed */
    char why[200];
};

static bool refuse(struct audit *audit, const struct hz_node *node, const char *format, ...)
    HZ_PRINTF(3, 4);

static bool refuse(struct audit *audit, const struct hz_node *node, const char *format, ...)
{
    va_list values;
    va_start(values, format);
    hz_error_vset(audit->err, HZ_ERROR_DATA, hz_tree_place(&audit->file->tree, node), format,
                  values);
    va_end(values);
    return false;
}

static bool unknown(struct known *known, const char *format, ...) HZ_PRINTF(2, 3);

static bool unknown(struct known *known, const char *format, ...)
{
    va_list values;
    va_start(values, format);
    vsnprintf(known->why, sizeof known->why, format, values);
    va_end(values);
    known->is_known = false;
    return true;
}

static bool find_sheet(struct audit *audit, const struct hz_reconcile_term *term,
                       const struct hz_sheet **sheet)
{
    for (size_t t = 0; t < audit->file->tables; t++) {
        struct read_table *read = &audit->read[t];
        if (!hz_text_equal(audit->file->table[t].name, term->table))
            continue;
        if (!read->is_read && !audit->tables->read(audit->tables->context, &audit->file->table[t],
                                                   &read->sheet, &audit->arena, audit->err))
            return false;
        read->is_read = true;
        *sheet = &read->sheet;
        return true;
    }
    return refuse(audit, term->node, _("there is no table \"%.*s\""), HZ_TEXT_ARGS(term->table));
}

static bool find_column(struct audit *audit, const struct hz_sheet *sheet,
                        const struct hz_node *node, struct hz_text name, int *column)
{
    struct hz_error why = {0};
    const char *string = hz_arena_string(&audit->arena, name);
    return hz_sheet_find(sheet, string, column, &why) || refuse(audit, node, "%s", why.text);
}

/* A whole number, with 年 or 年度 behind it or without. */
static bool read_whole(const struct hz_sheet *sheet, struct hz_text text, int64_t *number)
{
    static const char *const tails[] = {"年度", "年"};
    struct hz_form_note ignored;
    for (size_t t = 0; t < HZ_COUNT(tails); t++) {
        const size_t tail = strlen(tails[t]);
        if (text.length > tail && memcmp(text.at + text.length - tail, tails[t], tail) == 0) {
            text.length -= tail;
            break;
        }
    }
    return hz_form_integer(text, &sheet->forms, number, &ignored) == HZ_FORM_GOOD;
}

/* True of the text FROM..TO. */
static bool read_range(const struct hz_sheet *sheet, struct hz_text wanted, int64_t *from,
                       int64_t *to)
{
    const char *dots = memmem(wanted.at, wanted.length, "..", 2);
    if (!dots)
        return false;
    const struct hz_text first = {wanted.at, (size_t)(dots - wanted.at)};
    const struct hz_text last = {dots + 2, wanted.length - first.length - 2};
    return read_whole(sheet, first, from) && read_whole(sheet, last, to);
}

/* The same text, or in the column of years the same year: 2020 and 2020年. */
static bool is_same(const struct hz_sheet *sheet, size_t row, int column, struct hz_text wanted)
{
    int64_t year, other;
    const struct hz_text cell = hz_sheet_cell(sheet, row, column);
    return hz_text_equal(cell, wanted) ||
           (column == hz_sheet_column(sheet, "year") && read_whole(sheet, cell, &year) &&
            read_whole(sheet, wanted, &other) && year == other);
}

/* True for the text, or for a whole number from..to. */
static bool matches(const struct hz_sheet *sheet, size_t row, int column, struct hz_text wanted)
{
    int64_t number, from, to;
    if (!read_range(sheet, wanted, &from, &to))
        return is_same(sheet, row, column, wanted);
    return read_whole(sheet, hz_sheet_cell(sheet, row, column), &number) && number >= from &&
           number <= to;
}

/* Which rows are meant, by their index; a column that is not there is refused. */
static bool find_rows(struct audit *audit, const struct hz_reconcile_term *term,
                      const struct hz_sheet *sheet, bool is_meant[])
{
    int column;
    for (size_t r = 0; r < sheet->rows; r++)
        is_meant[r] = true;
    for (size_t w = 0; term->where && w < term->where->items; w++) {
        const struct hz_node *value = &term->where->item[w];
        if (!find_column(audit, sheet, value, value->key->text, &column))
            return false;
        for (size_t r = 0; r < sheet->rows; r++)
            is_meant[r] &= matches(sheet, r, column, value->text);
    }
    if (audit->by.length == 0)
        return true;
    if (!find_column(audit, sheet, term->node, audit->by, &column))
        return false;
    for (size_t r = 0; r < sheet->rows; r++)
        is_meant[r] &= is_same(sheet, r, column, audit->group);
    return true;
}

static int by_number(const void *a, const void *b)
{
    const int64_t *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

/* The first number from..to that no meant row has in the column; false: each stands in one. */
static bool find_gap(const struct hz_sheet *sheet, int column, const bool is_meant[], int64_t from,
                     int64_t to, struct hz_arena *arena, int64_t *gap)
{
    int64_t *number = hz_arena_allocate(arena, sheet->rows, sizeof *number);
    size_t count = 0, n = 0;
    for (size_t r = 0; r < sheet->rows; r++)
        if (is_meant[r])
            count += read_whole(sheet, hz_sheet_cell(sheet, r, column), &number[count]);
    qsort(number, count, sizeof *number, by_number);
    for (*gap = from; n < count && number[n] <= *gap; n++)
        if (number[n] == to)
            return false;
        else if (number[n] == *gap)
            ++*gap;
    return true;
}

/*
 * A sum over FROM..TO is not known where one of them has no row. Of a check by the column of the
 * range, each group is one of them.
 */
static bool check_ranges(struct audit *audit, const struct hz_reconcile_term *term,
                         const struct hz_sheet *sheet, const bool is_meant[], struct known *known)
{
    int64_t from, to, gap;
    int column, by = -1;
    if (audit->by.length > 0 && !find_column(audit, sheet, term->node, audit->by, &by))
        return false;
    for (size_t w = 0; term->where && w < term->where->items && known->is_known; w++) {
        const struct hz_node *value = &term->where->item[w];
        if (!find_column(audit, sheet, value, value->key->text, &column))
            return false;
        if (column != by && read_range(sheet, value->text, &from, &to) &&
            find_gap(sheet, column, is_meant, from, to, &audit->arena, &gap))
            return unknown(
                known, _("no row of %.*s has %.*s %" PRId64 ": give it one with its figure or 0"),
                HZ_TEXT_ARGS(term->table), HZ_TEXT_ARGS(value->key->text), gap);
    }
    return true;
}

/* A sum of parts and of their total, which says so in some column, would count the parts twice. */
static bool check_totals(const struct hz_reconcile_term *term, const struct hz_sheet *sheet,
                         const bool is_meant[], struct known *known)
{
    for (int c = 0; c < (int)sheet->columns; c++) {
        size_t totals = 0, others = 0, last = 0;
        for (size_t r = 0; r < sheet->rows; r++) {
            const bool is_total = is_meant[r] && hz_form_is_total(hz_sheet_cell(sheet, r, c));
            totals += is_total;
            others += is_meant[r] && !is_total;
            last = is_total ? r : last;
        }
        if (totals > 0 && others > 0)
            return unknown(known,
                           _("line %d of %.*s is a total of others that are added: choose it alone "
                             "by where"),
                           (int)sheet->line[last], HZ_TEXT_ARGS(term->table));
    }
    return true;
}

/* A cell in its unit, as an exact number or as what rounds to it. */
static bool read_cell(struct audit *audit, const struct hz_reconcile_term *term,
                      const struct hz_sheet *sheet, size_t row, int column, struct hz_range *range,
                      hz_sum *value)
{
    struct hz_buffer text = {0};
    struct hz_published figure;
    struct hz_error ignored = {0};
    hz_buffer_text(&text, hz_sheet_cell(sheet, row, column));
    hz_buffer_char(&text, '\0');
    text.length--;
    const bool is_plain = text.length > 0 && strspn(text.at, "-.0123456789") == text.length;
    hz_buffer_text(&text, term->in);
    bool done =
        is_plain && hz_published_parse((struct hz_text){text.at, text.length}, &figure, &ignored);
    hz_buffer_free(&text);
    if (!done)
        return hz_error_set(
            audit->err, HZ_ERROR_DATA, hz_sheet_place(sheet, row, column),
            _("%.*s: \"%.*s\" is not a number of at most ten decimals (eight where in is %%)"),
            HZ_TEXT_ARGS(sheet->header[column]), HZ_TEXT_ARGS(hz_sheet_cell(sheet, row, column)));
    *value = figure.value;
    *range = term->is_rounded ? hz_range_published(&figure) : hz_range_of(figure.value);
    return true;
}

static bool add_to(struct known *known, struct hz_range range, hz_sum value, bool is_minus)
{
    known->value += (double)(is_minus ? -value : value) / (double)HZ_PUBLISHED_ONE;
    if (is_minus)
        range = hz_range_negative(range);
    return hz_range_add(known->range, range, &known->range) ||
           unknown(known, _("the sum has too many digits"));
}

static bool add_cells(struct audit *audit, const struct hz_reconcile_term *term,
                      struct known *known)
{
    const struct hz_sheet *sheet;
    struct hz_range range;
    hz_sum value;
    int column;
    size_t found = 0;
    if (!find_sheet(audit, term, &sheet) ||
        !find_column(audit, sheet, term->node, term->column, &column))
        return false;
    bool *is_meant = hz_arena_allocate(&audit->arena, sheet->rows, sizeof *is_meant);
    if (!find_rows(audit, term, sheet, is_meant))
        return false;
    for (size_t r = 0; r < sheet->rows && known->is_known; r++) {
        if (!is_meant[r])
            continue;
        found++;
        if (hz_sheet_cell(sheet, r, column).length == 0)
            return unknown(known, _("%.*s is not known in line %d of %.*s"),
                           HZ_TEXT_ARGS(term->column), (int)sheet->line[r],
                           HZ_TEXT_ARGS(term->table));
        if (!read_cell(audit, term, sheet, r, column, &range, &value) ||
            !add_to(known, range, value, term->is_minus))
            return false;
    }
    if (found == 0)
        return !known->is_known ||
               unknown(known, _("no row of %.*s is meant"), HZ_TEXT_ARGS(term->table));
    return check_totals(term, sheet, is_meant, known) &&
           check_ranges(audit, term, sheet, is_meant, known);
}

static bool add_figure(struct audit *audit, const struct hz_reconcile_term *term,
                       struct known *known)
{
    for (size_t f = 0; f < audit->file->figures; f++) {
        const struct hz_reconcile_item *other = &audit->file->figure[f];
        if (hz_text_equal(other->name, term->figure) && other->published.length == 0)
            return refuse(audit, term->node, _("the figure \"%.*s\" is derived, not published"),
                          HZ_TEXT_ARGS(term->figure));
        if (hz_text_equal(other->name, term->figure))
            return add_to(known, hz_range_published(&other->figure), other->figure.value,
                          term->is_minus);
    }
    return refuse(audit, term->node, _("there is no figure \"%.*s\""), HZ_TEXT_ARGS(term->figure));
}

static bool add_up(struct audit *audit, const struct hz_reconcile_terms *terms, struct known *known)
{
    *known = (struct known){.is_known = terms->count > 0, .range = hz_range_of(0)};
    if (terms->count == 0)
        return unknown(known, _("nothing is named that gives it"));
    for (size_t t = 0; t < terms->count && known->is_known; t++)
        if (!(terms->at[t].figure.length > 0 ? add_figure : add_cells)(audit, &terms->at[t], known))
            return false;
    return true;
}

static bool compute(struct audit *audit, const struct hz_reconcile_item *item, struct known *known)
{
    struct known divisor;
    if (!add_up(audit, &item->sum, known) || item->over.count == 0 || !known->is_known)
        return !audit->err->kind;
    if (!add_up(audit, &item->over, &divisor))
        return false;
    if (!divisor.is_known)
        *known = divisor;
    else if (!hz_range_divide(known->range, divisor.range, &known->range))
        return unknown(known, _("what it is divided by may be 0"));
    else
        known->value /= divisor.value;
    return true;
}

/* An end, with no more decimals than it has; empty if there is none. */
static void put_end(struct hz_table *out, bool is_there, hz_sum end)
{
    int decimals = 12;
    if (!is_there) {
        hz_table_unknown(out);
        return;
    }
    for (; decimals > 0 && end % 10 == 0; decimals--)
        end /= 10;
    hz_table_units(out, end, decimals);
}

/* What it is if all is as printed: as exact as it is known. */
static void put_value(struct hz_table *out, const struct known *known)
{
    const struct hz_range range = known->range;
    if (known->is_known && range.has_low && range.has_high && range.low == range.high)
        put_end(out, true, range.low);
    else
        hz_table_estimate(out, known->is_known ? known->value : (double)NAN, VALUE_DECIMALS);
}

static void put_row(struct audit *audit, const struct hz_reconcile_item *item, const char *name,
                    struct hz_range said, const struct known *known)
{
    struct hz_table *out = audit->out;
    const bool is_known = known->is_known, is_derived = !said.has_low && !said.has_high;
    const enum hz_verdict verdict = is_known ? hz_reconcile(said, known->range) : HZ_NOT_DERIVABLE;
    hz_table_string(out, name);
    hz_table_text(out, item->published);
    put_end(out, said.has_low, said.low);
    put_end(out, said.has_high, said.high);
    put_value(out, known);
    put_end(out, is_known && known->range.has_low, known->range.low);
    put_end(out, is_known && known->range.has_high, known->range.high);
    hz_table_string(out, is_known && is_derived ? "derived" : hz_verdict_names[verdict]);
    put_end(out, is_known && !is_derived, is_known ? hz_reconcile_off(said, known->range) : 0);
    hz_table_text(out, item->source);
    hz_table_string(out, known->why);
    hz_table_end_row(out);
    if (verdict != HZ_CONTRADICTED)
        return;
    struct hz_error told = {0};
    hz_error_set(&told, HZ_ERROR_DATA, hz_tree_place(&audit->file->tree, item->node),
                 _("%s: contradicted by what the tables give"), name);
    hz_table_leave_out(out, &told);
}

static bool put_figure(struct audit *audit, const struct hz_reconcile_item *item)
{
    struct known known;
    const struct hz_range said =
        item->published.length > 0 ? hz_range_published(&item->figure) : (struct hz_range){0};
    if (!compute(audit, item, &known))
        return false;
    put_row(audit, item, hz_arena_string(&audit->arena, item->name), said, &known);
    return true;
}

/* One check, or one group of it. */
static bool put_check(struct audit *audit, const struct hz_reconcile_item *item)
{
    struct known known, equals;
    struct hz_buffer name = {0};
    if (!add_up(audit, &item->sum, &known) || !add_up(audit, &item->equals, &equals))
        return false;
    hz_buffer_text(&name, item->name);
    if (audit->by.length > 0)
        hz_buffer_format(&name, ": %.*s", HZ_TEXT_ARGS(audit->group));
    hz_buffer_char(&name, '\0');
    if (!equals.is_known) {
        known = equals;
        equals.range = (struct hz_range){0};
    }
    put_row(audit, item, name.at, equals.range, &known);
    hz_buffer_free(&name);
    return true;
}

/* True if a text stands in the column above the row. */
static bool stands_in(const struct hz_sheet *sheet, size_t row, int column, struct hz_text text)
{
    for (size_t r = 0; r < row; r++)
        if (is_same(sheet, r, column, text))
            return true;
    return false;
}

/* A check for each text of the column in the table of a term, but those that stand in `before`. */
static bool put_groups(struct audit *audit, const struct hz_reconcile_item *item,
                       const struct hz_reconcile_term *term, const struct hz_reconcile_term *before)
{
    const struct hz_sheet *sheet, *other = NULL;
    int column, others = 0;
    if (!find_sheet(audit, term, &sheet) ||
        !find_column(audit, sheet, item->node, item->by, &column) ||
        (before && (!find_sheet(audit, before, &other) ||
                    !find_column(audit, other, item->node, item->by, &others))))
        return false;
    bool *is_meant = hz_arena_allocate(&audit->arena, sheet->rows, sizeof *is_meant);
    bool done = find_rows(audit, term, sheet, is_meant);
    audit->by = item->by;
    for (size_t r = 0; r < sheet->rows && done; r++) {
        audit->group = hz_sheet_cell(sheet, r, column);
        if (is_meant[r] && !stands_in(sheet, r, column, audit->group) &&
            !(other && stands_in(other, other->rows, others, audit->group)))
            done = put_check(audit, item);
    }
    audit->by = audit->group = (struct hz_text){0};
    return done;
}

/* In the order of the first table, then what only the other side has. */
static bool put_checks(struct audit *audit, const struct hz_reconcile_item *item)
{
    const struct hz_reconcile_term *one = &item->sum.at[0], *other = &item->equals.at[0];
    if (item->by.length == 0)
        return put_check(audit, item);
    if (one->table.length == 0 || other->table.length == 0)
        return refuse(audit, item->node,
                      _("\"by\" goes with sums of which the first term is of a table"));
    return put_groups(audit, item, one, NULL) && put_groups(audit, item, other, one);
}

bool hz_reconcile_table(const struct hz_reconcile_file *file,
                        const struct hz_reconcile_tables *tables, struct hz_table *out,
                        struct hz_error *err)
{
    static const char *const names[] = {"item",     "published",    "low",           "high",
                                        "computed", "computed_low", "computed_high", "verdict",
                                        "off",      "source",       "note"};
    struct audit audit = {.file = file, .tables = tables, .out = out, .err = err};
    bool done = true;
    audit.read = hz_allocate(file->tables, sizeof *audit.read);
    for (size_t n = 0; n < HZ_COUNT(names); n++)
        hz_table_column(out, names[n]);
    for (size_t f = 0; f < file->figures && done; f++)
        done = put_figure(&audit, &file->figure[f]);
    for (size_t c = 0; c < file->checks && done; c++)
        done = put_checks(&audit, &file->check[c]);
    hz_arena_free(&audit.arena);
    free(audit.read);
    return done;
}
