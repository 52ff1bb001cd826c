/* compare_table.c: two extracts row by row; see audit_table.h. */

#include "base/identity.h"
#include "file/forms.h"
#include "risk/audit_table.h"

#include <inttypes.h>
#include <string.h>

enum { KEYS_MOST = 16 };

static const char *const own_columns[] = {"finding", "first_line", "second_line",
                                          "column",  "first",      "second"};

/* The key's columns in both tables. */
struct keys {
    size_t count;
    const char *name[KEYS_MOST];
    int a[KEYS_MOST], b[KEYS_MOST];
};

/* A row of the second table. */
struct second {
    struct hz_identity identity; /* of struct hz_index */
    uint32_t row;
    bool is_met;
};

struct comparing {
    const struct hz_sheet *a, *b;
    struct hz_arena *arena;
    const char **name; /* of the first's columns */
    struct keys keys;
    struct hz_index rows; /* struct second */
    int *other;           /* for each column of the first its number in the second, or -1 */
    struct hz_table *out;
    size_t only_a, only_b, changed, cells;
};

static bool find_keys(struct comparing *c, const char *list, struct hz_error *err)
{
    struct keys *keys = &c->keys;
    for (const char *at = list; at; at = *at ? at + 1 : NULL) {
        char name[128];
        const size_t length = strcspn(at, ",");
        if (keys->count == KEYS_MOST || length >= sizeof name)
            return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                                _("--key: \"%s\" names too many columns"), list);
        memcpy(name, at, length);
        name[length] = '\0';
        if (!hz_sheet_find(c->a, name, &keys->a[keys->count], err) ||
            !hz_sheet_find(c->b, name, &keys->b[keys->count], err))
            return false;
        for (size_t n = 0; n < HZ_COUNT(own_columns); n++)
            if (strcmp(name, own_columns[n]) == 0)
                return hz_error_set(
                    err, HZ_ERROR_USAGE, HZ_NOWHERE,
                    _("--key: \"%s\" is a column of the result: give the files' one "
                      "another name"),
                    name);
        keys->name[keys->count] = hz_arena_string(c->arena, hz_text_of(name));
        keys->count++;
        at += length;
    }
    return true;
}

static struct hz_identity identity_of(const struct hz_sheet *in, size_t row, const int at[],
                                      size_t count)
{
    struct hz_identity identity = {0};
    for (size_t k = 0; k < count; k++)
        identity = hz_identity_with(identity, hz_sheet_cell(in, row, at[k]));
    return identity;
}

static bool refuse_twice(const struct hz_sheet *in, size_t row, int column, uint64_t line,
                         struct hz_error *err)
{
    return hz_error_set(err, HZ_ERROR_DATA, hz_sheet_place(in, row, column),
                        _("this key stands on line %" PRIu64 " already: name more columns in "
                          "--key, so that each row has its own"),
                        line);
}

static bool index_second(struct comparing *c, struct hz_error *err)
{
    c->rows = (struct hz_index){.size = sizeof(struct second)};
    for (size_t r = 0; r < c->b->rows; r++) {
        bool is_new;
        struct second *row =
            hz_index_add(&c->rows, identity_of(c->b, r, c->keys.b, c->keys.count), &is_new);
        if (!is_new)
            return refuse_twice(c->b, r, c->keys.b[0], c->b->line[row->row], err);
        row->row = (uint32_t)r;
    }
    return true;
}

/* A row of the result; a line of 0 and a text without address are empty. */
static void print(const struct comparing *c, const char *finding, const struct hz_sheet *keys_of,
                  size_t row, uint64_t line_a, uint64_t line_b, const char *column,
                  struct hz_text a, struct hz_text b)
{
    struct hz_table *out = c->out;
    hz_table_string(out, finding);
    for (size_t k = 0; k < c->keys.count; k++)
        hz_table_text(out, keys_of ? hz_sheet_cell(keys_of, row,
                                                   keys_of == c->a ? c->keys.a[k] : c->keys.b[k])
                                   : (struct hz_text){"", 0});
    if (line_a > 0)
        hz_table_integer(out, (int64_t)line_a);
    else
        hz_table_unknown(out);
    if (line_b > 0)
        hz_table_integer(out, (int64_t)line_b);
    else
        hz_table_unknown(out);
    hz_table_string(out, column);
    hz_table_text(out, a);
    hz_table_text(out, b);
    hz_table_end_row(out);
}

static const struct hz_text nothing = {"", 0};

static bool has_point(struct hz_text text)
{
    return text.length > 0 && memchr(text.at, '.', text.length) != NULL;
}

static bool is_date(const struct comparing *c, struct hz_text text, hz_date *date)
{
    struct hz_form_note note;
    const enum hz_form form = hz_form_date(text, &c->a->forms, date, &note);
    return form == HZ_FORM_GOOD && text.length > 0 && hz_digit(text.at[0]) <= 9;
}

/* Signs that no code of digits has, and a date may: 2024-01-02, 2024/1/2, 2024年1月2日. */
static bool looks_dated(struct hz_text text)
{
    for (size_t i = 1; i < text.length; i++)
        if (text.at[i] == '-' || text.at[i] == '/' || (unsigned char)text.at[i] >= 0x80)
            return true;
    return false;
}

/*
 * Amounts and days that are written otherwise are the same: 150, 150.0 and 150.00; 2024/1/2 and
 * 2024-01-02. Codes (01, 1) are not.
 */
static bool is_same(const struct comparing *c, struct hz_text a, struct hz_text b)
{
    hz_fen x, y;
    hz_date d, e;
    return hz_text_equal(a, b) ||
           ((has_point(a) || has_point(b)) && hz_money_parse(a, &x) == HZ_MONEY_GOOD &&
            hz_money_parse(b, &y) == HZ_MONEY_GOOD && x == y) ||
           ((looks_dated(a) || looks_dated(b)) && is_date(c, a, &d) && is_date(c, b, &e) && d == e);
}

static void compare_cells(struct comparing *c, size_t a, size_t b)
{
    size_t changed = 0;
    for (size_t column = 0; column < c->a->columns; column++) {
        if (c->other[column] < 0)
            continue;
        const struct hz_text x = hz_sheet_cell(c->a, a, (int)column);
        const struct hz_text y = hz_sheet_cell(c->b, b, c->other[column]);
        if (is_same(c, x, y))
            continue;
        print(c, "changed", c->a, a, c->a->line[a], c->b->line[b], c->name[column], x, y);
        changed++;
    }
    c->changed += changed > 0;
    c->cells += changed;
}

static bool compare_rows(struct comparing *c, struct hz_error *err)
{
    struct hz_index seen = {.size = sizeof(struct second)};
    bool done = true;
    for (size_t r = 0; done && r < c->a->rows; r++) {
        bool is_new;
        const struct hz_identity identity = identity_of(c->a, r, c->keys.a, c->keys.count);
        struct second *first = hz_index_add(&seen, identity, &is_new);
        if (!is_new) {
            done = refuse_twice(c->a, r, c->keys.a[0], c->a->line[first->row], err);
            break;
        }
        first->row = (uint32_t)r;
        struct second *row = hz_index_find(&c->rows, identity);
        if (row) {
            row->is_met = true;
            compare_cells(c, r, row->row);
            continue;
        }
        c->only_a++;
        print(c, "only_first", c->a, r, c->a->line[r], 0, "", nothing, nothing);
    }
    for (uint32_t i = 0; done && i < c->rows.count; i++) {
        const struct second *row = hz_index_at(&c->rows, i);
        if (row->is_met)
            continue;
        c->only_b++;
        print(c, "only_second", c->b, row->row, 0, c->b->line[row->row], "", nothing, nothing);
    }
    hz_index_free(&seen);
    return done;
}

/* The sum of a column of amounts; false if it is none. */
static bool sum_column(const struct hz_sheet *in, int column, hz_sum *sum)
{
    bool has_any = false;
    *sum = 0;
    for (size_t r = 0; r < in->rows; r++) {
        const struct hz_text cell = hz_sheet_cell(in, r, column);
        hz_fen fen;
        if (cell.length == 0)
            continue;
        if (hz_money_parse(cell, &fen) != HZ_MONEY_GOOD)
            return false;
        *sum += fen;
        has_any = true;
    }
    return has_any;
}

static bool is_key(const struct comparing *c, int column)
{
    for (size_t k = 0; k < c->keys.count; k++)
        if (c->keys.a[k] == column)
            return true;
    return false;
}

static void print_number(const struct comparing *c, const char *finding, size_t a, size_t b)
{
    char first[HZ_SUM_TEXT], second[HZ_SUM_TEXT];
    hz_sum_format((hz_sum)a, first);
    hz_sum_format((hz_sum)b, second);
    print(c, finding, NULL, 0, 0, 0, "", hz_text_of(first), hz_text_of(second));
}

/* Rows of both, and the sums of the columns that are amounts in both. */
static void print_totals(const struct comparing *c)
{
    print_number(c, "rows", c->a->rows, c->b->rows);
    print_number(c, "rows_only_here", c->only_a, c->only_b);
    print_number(c, "rows_changed", c->changed, c->changed);
    print_number(c, "cells_changed", c->cells, c->cells);
    for (size_t column = 0; column < c->a->columns; column++) {
        hz_sum a, b;
        char first[HZ_SUM_TEXT], second[HZ_SUM_TEXT];
        if (c->other[column] < 0 || is_key(c, (int)column) || !sum_column(c->a, (int)column, &a) ||
            !sum_column(c->b, c->other[column], &b))
            continue;
        hz_money_format(a, first);
        hz_money_format(b, second);
        print(c, "sum", NULL, 0, 0, 0, c->name[column], hz_text_of(first), hz_text_of(second));
    }
}

static void print_columns_apart(const struct comparing *c)
{
    for (size_t column = 0; column < c->a->columns; column++)
        if (c->other[column] < 0)
            print(c, "column_only_first", NULL, 0, 0, 0, c->name[column], nothing, nothing);
    for (size_t column = 0; column < c->b->columns; column++) {
        const char *name = hz_arena_string(c->arena, c->b->header[column]);
        if (hz_sheet_column(c->a, name) < 0)
            print(c, "column_only_second", NULL, 0, 0, 0, name, nothing, nothing);
    }
}

bool hz_audit_compare_table(const struct hz_sheet *a, const struct hz_sheet *b,
                            const struct hz_audit_order *order, struct hz_table *out,
                            struct hz_error *err)
{
    struct comparing c = {.a = a, .b = b, .arena = order->arena, .out = out};
    if (!order->key)
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("compare wants --key COLUMN,...: what tells rows apart"));
    if (!find_keys(&c, order->key, err))
        return false;
    c.other = hz_arena_allocate(c.arena, a->columns, sizeof *c.other);
    c.name = hz_arena_allocate(c.arena, a->columns, sizeof *c.name);
    for (size_t column = 0; column < a->columns; column++) {
        c.name[column] = hz_arena_string(c.arena, a->header[column]);
        c.other[column] = hz_sheet_column(b, c.name[column]);
    }
    hz_table_column(out, own_columns[0]);
    for (size_t k = 0; k < c.keys.count; k++)
        hz_table_column(out, c.keys.name[k]);
    for (size_t n = 1; n < HZ_COUNT(own_columns); n++)
        hz_table_column(out, own_columns[n]);
    bool done = index_second(&c, err);
    if (done) {
        print_columns_apart(&c);
        done = compare_rows(&c, err);
    }
    if (done)
        print_totals(&c);
    hz_index_free(&c.rows);
    return done;
}
