/*
 * table_sums.c: parts that add up to their total as it is printed, by largest remainders: each part
 * is cut down to its last decimal, and the units that are left go to those that were cut by most
 * (M. Balinski and H. P. Young, Fair Representation, 1982: Hamilton's method).
 */

#include "base/arena.h"
#include "base/memory.h"
#include "file/table_form.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

struct kept {
    enum hz_cell_kind kind;
    struct hz_text text; /* the arena's */
    double exact;        /* of a number, in units of its last decimal */
    int decimals;
    hz_date date;
};

struct hz_sums {
    struct hz_arena arena;
    struct kept *cell;
    size_t cells, capacity, rows;
};

static int decimals_of(struct hz_text text)
{
    const char *point = text.length ? memchr(text.at, '.', text.length) : NULL;
    return point ? (int)(text.at + text.length - point) - 1 : 0;
}

void hz_sums_cell(struct hz_table *table, enum hz_cell_kind kind, struct hz_text text)
{
    if (!table->sums)
        table->sums = hz_allocate(1, sizeof *table->sums);
    struct hz_sums *sums = table->sums;
    if (sums->cells == sums->capacity) {
        sums->capacity = sums->capacity ? sums->capacity * 2 : 256;
        sums->cell = hz_reallocate(sums->cell, sums->capacity, sizeof *sums->cell);
    }
    const int decimals = decimals_of(text);
    sums->cell[sums->cells++] = (struct kept){
        .kind = kind,
        .text = hz_arena_text(&sums->arena, text),
        .exact = kind == HZ_CELL_NUMBER ? table->exact * pow(10, decimals) : (double)NAN,
        .decimals = decimals,
        .date = table->date};
    table->at++;
}

void hz_sums_end_row(struct hz_table *table)
{
    table->at = 0;
    table->sums->rows++;
}

static struct kept *at(const struct hz_table *table, size_t row, size_t column)
{
    return &table->sums->cell[row * table->columns + column];
}

static bool is_total_in(const struct hz_table *table, size_t row, size_t column)
{
    return at(table, row, column)->kind == HZ_CELL_TEXT &&
           hz_text_equal(at(table, row, column)->text, hz_text_of("total"));
}

/* The column in which a row is a total; the number of columns: it is none. */
static size_t total_column(const struct hz_table *table, size_t row)
{
    size_t c = 0;
    while (c < table->columns && !is_total_in(table, row, c))
        c++;
    return c;
}

static bool is_same_before(const struct hz_table *table, size_t a, size_t b, size_t column)
{
    for (size_t c = 0; c < column; c++)
        if (!hz_text_equal(at(table, a, c)->text, at(table, b, c)->text))
            return false;
    return true;
}

/*
 * The rows that a total is of: those before it, back to the last total of the same kind, and of
 * them the totals of groups if there are any. Gives their number.
 */
static size_t find_parts(const struct hz_table *table, size_t total, size_t part[])
{
    const size_t column = total_column(table, total);
    size_t parts = 0, nearest = table->columns + 1;
    for (size_t r = total; r-- > 0;) {
        const size_t own = total_column(table, r);
        if (!is_same_before(table, r, total, column))
            continue;
        if (own <= column)
            break;
        const size_t level = own;
        if (level < nearest) {
            nearest = level;
            parts = 0;
        }
        if (level == nearest)
            part[parts++] = r;
    }
    return parts;
}

struct remainder {
    size_t row;
    double cut;
};

static int compare(const void *a, const void *b)
{
    const struct remainder *x = a, *y = b;
    if (x->cut < y->cut || x->cut > y->cut)
        return x->cut < y->cut ? 1 : -1;
    return x->row > y->row ? -1 : 1; /* parts are listed from the last row on */
}

static void set_number(struct hz_table *table, struct kept *cell, double units)
{
    char text[64];
    snprintf(text, sizeof text, "%.*f", cell->decimals, units / pow(10, cell->decimals));
    const bool is_zero = text[0] == '-' && text[1 + strspn(text + 1, "0.")] == '\0';
    cell->text = hz_arena_text(&table->sums->arena, hz_text_of(text + is_zero));
    cell->exact = units;
}

/* Whether the cells of a column are numbers whose sum is the total's, but for rounding. */
static bool is_sum(const struct hz_table *table, size_t total, const size_t part[], size_t parts,
                   size_t column)
{
    const struct kept *whole = at(table, total, column);
    double sum = 0, size = 1;
    for (size_t p = 0; p < parts; p++) {
        const struct kept *cell = at(table, part[p], column);
        if (cell->kind != HZ_CELL_NUMBER || cell->decimals != whole->decimals)
            return false;
        sum += cell->exact;
        size += fabs(cell->exact);
    }
    return whole->kind == HZ_CELL_NUMBER && size < 1e15 &&
           fabs(sum - whole->exact) <= 1e-6 + 1e-9 * size;
}

/* Makes the parts of one column add up; gives how many are not what they would be by themselves. */
static size_t share_out(struct hz_table *table, size_t total, const size_t part[], size_t parts,
                        size_t column, struct remainder *remainder)
{
    double left = strtod(at(table, total, column)->text.at, NULL) *
                  pow(10, at(table, total, column)->decimals);
    size_t changed = 0;
    for (size_t p = 0; p < parts; p++) {
        const double exact = at(table, part[p], column)->exact, whole = floor(exact + 1e-7);
        remainder[p] = (struct remainder){part[p], fmax(0, exact - whole)};
        left -= whole;
    }
    left = round(left);
    qsort(remainder, parts, sizeof *remainder, compare);
    for (size_t p = 0; p < parts; p++) {
        struct kept *cell = at(table, remainder[p].row, column);
        const double given = (double)p < left ? 1 : 0;
        const struct hz_text before = cell->text;
        set_number(table, cell, floor(cell->exact + 1e-7) + given);
        changed += !hz_text_equal(before, cell->text);
    }
    return changed;
}

static void put_all(struct hz_table *table)
{
    const struct kept *cell = table->sums->cell;
    for (size_t r = 0; r < table->sums->rows; r++) {
        for (size_t c = 0; c < table->columns; c++, cell++) {
            table->date = cell->date;
            hz_table_put(table, cell->kind, cell->text);
        }
        hz_table_put_row(table);
    }
}

size_t hz_sums_end(struct hz_table *table)
{
    size_t changed = 0;
    if (!table->sums)
        return 0;
    size_t *part = hz_allocate(table->sums->rows + 1, sizeof *part);
    struct remainder *remainder = hz_allocate(table->sums->rows + 1, sizeof *remainder);
    /*
     * From the last total on, so that a total of totals comes before the totals that are its parts.
     */
    for (size_t r = table->sums->rows; r-- > 0;) {
        const size_t parts =
            total_column(table, r) < table->columns ? find_parts(table, r, part) : 0;
        for (size_t c = 0; c < table->columns && parts > 0; c++)
            if (is_sum(table, r, part, parts, c))
                changed += share_out(table, r, part, parts, c, remainder);
    }
    free(part);
    free(remainder);
    put_all(table);
    return changed;
}

void hz_sums_drop(struct hz_table *table)
{
    if (!table->sums)
        return;
    hz_arena_free(&table->sums->arena);
    free(table->sums->cell);
    free(table->sums);
}
