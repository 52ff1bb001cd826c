/* allocate_table.c: see allocate_table.h. */

#include "reserve/allocate_table.h"

#include "reserve/apportion.h"

enum { DECIMALS = 9 };

/* The rows that take part, and their keys in units of the ninth decimal. */
struct recipients {
    const struct hz_sheet *sheet;
    size_t *row;
    size_t rows;
    hz_sum *key;
    hz_sum sum;
};

/* "12.5" in billionths. */
static bool parse_key(struct hz_text text, hz_sum *key)
{
    char digits[64];
    const char *point = memchr(text.at, '.', text.length);
    const size_t whole = point ? (size_t)(point - text.at) : text.length;
    const size_t decimals = point ? text.length - whole - 1 : 0;
    if (whole == 0 || (point && decimals == 0) || decimals > DECIMALS || whole + DECIMALS > 36)
        return false;
    memcpy(digits, text.at, whole);
    memset(digits + whole, '0', DECIMALS);
    memcpy(digits + whole, text.at + (point ? whole + 1 : 0), decimals);
    return hz_sum_parse((struct hz_text){digits, whole + DECIMALS}, key);
}

static bool read_key(struct recipients *r, size_t row, int column, struct hz_error *err)
{
    const struct hz_text text = hz_sheet_cell(r->sheet, row, column);
    hz_sum key;
    if (!parse_key(text, &key))
        return hz_error_set(err, HZ_ERROR_DATA, hz_sheet_place(r->sheet, row, column),
                            _("\"%.*s\" is no key: expected a number of nine decimals at most"),
                            HZ_TEXT_ARGS(text));
    if (key < 0)
        return hz_error_set(err, HZ_ERROR_DATA, hz_sheet_place(r->sheet, row, column),
                            _("%.*s is below zero: it has no share in an amount"),
                            HZ_TEXT_ARGS(text));
    r->row[r->rows] = row;
    r->key[r->rows++] = key;
    r->sum += key;
    return true;
}

static bool is_text(const struct hz_sheet *sheet, size_t row, int column, struct hz_text text)
{
    return column >= 0 && hz_text_equal(hz_sheet_cell(sheet, row, column), text);
}

/* Rows of several methods would share it out several times. */
static bool check_method(const struct recipients *r, size_t row, int column, struct hz_error *err)
{
    return r->rows == 0 || column < 0 ||
           is_text(r->sheet, row, column, hz_sheet_cell(r->sheet, r->row[0], column)) ||
           hz_error_set(err, HZ_ERROR_DATA, hz_sheet_place(r->sheet, row, column),
                        _("there are several methods: choose one with --method"));
}

static bool collect(struct recipients *r, const struct hz_allocate_order *order,
                    struct hz_error *err)
{
    const struct hz_sheet *sheet = r->sheet;
    const int origin = hz_sheet_column(sheet, "origin");
    const int method = hz_sheet_column(sheet, "method");
    const struct hz_text total = hz_text_of("total");
    int key;
    bool has_totals = false;
    if (!hz_sheet_find(sheet, order->key, &key, err) ||
        (order->method && !hz_sheet_find(sheet, "method", &(int){0}, err)))
        return false;
    for (size_t i = 0; i < sheet->rows; i++)
        has_totals |= is_text(sheet, i, origin, total);
    for (size_t i = 0; i < sheet->rows; i++) {
        if ((has_totals && !is_text(sheet, i, origin, total)) ||
            (order->method && !is_text(sheet, i, method, hz_text_of(order->method))))
            continue;
        if (!check_method(r, i, method, err) || !read_key(r, i, key, err))
            return false;
    }
    return r->rows > 0 ||
           hz_error_set(err, HZ_ERROR_DATA, hz_sheet_whole(sheet), _("no row to share out to"));
}

static bool declare(const struct hz_sheet *sheet, struct hz_table *out, struct hz_arena *arena,
                    struct hz_error *err)
{
    static const char *const added[] = {"share", "allocated"};
    for (size_t c = 0; c < sheet->columns; c++) {
        const char *name = hz_arena_string(arena, sheet->header[c]);
        for (size_t i = 0; i < HZ_COUNT(added); i++)
            if (strcmp(name, added[i]) == 0)
                return hz_error_set(err, HZ_ERROR_DATA, hz_sheet_whole(sheet),
                                    _("the column \"%s\" is called like one of the result: "
                                      "rename it"),
                                    name);
        hz_table_column(out, name);
    }
    hz_table_column(out, added[0]);
    hz_table_column(out, added[1]);
    return true;
}

static void write_rows(const struct recipients *r, const hz_fen share[], struct hz_table *out)
{
    for (size_t i = 0; i < r->rows; i++) {
        for (int c = 0; c < (int)r->sheet->columns; c++)
            hz_table_text(out, hz_sheet_cell(r->sheet, r->row[i], c));
        hz_table_ratio(out, (double)r->key[i] / (double)r->sum, DECIMALS);
        hz_table_money(out, share[i]);
        hz_table_end_row(out);
    }
}

bool hz_allocate_table(const struct hz_allocate_order *order, const struct hz_sheet *sheet,
                       struct hz_table *out, struct hz_error *err)
{
    struct hz_arena arena = {0};
    struct recipients r = {.sheet = sheet,
                           .row = hz_arena_allocate(&arena, sheet->rows, sizeof *r.row),
                           .key = hz_arena_allocate(&arena, sheet->rows, sizeof *r.key)};
    hz_fen *share = hz_arena_allocate(&arena, sheet->rows, sizeof *share);
    hz_fen total;
    const enum hz_money_fault fault = hz_money_parse(hz_text_of(order->total), &total);
    const bool done = (fault == HZ_MONEY_GOOD ||
                       hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE, "--total \"%s\" %s",
                                    order->total, hz_money_fault_text(fault))) &&
                      collect(&r, order, err) && hz_apportion(total, r.key, r.rows, share, err) &&
                      declare(sheet, out, &arena, err);
    if (done)
        write_rows(&r, share, out);
    hz_arena_free(&arena);
    return done;
}
