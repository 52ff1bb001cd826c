/* curve_table.c: see curve_table.h. */

#include "life/curve_table.h"

#include <inttypes.h>

struct hz_curve hz_curve_flat(double rate, struct hz_arena *arena)
{
    double *cell = hz_arena_allocate(arena, 2, sizeof *cell);
    cell[1] = rate;
    return (struct hz_curve){.points = 1, .term = cell, .rate = cell + 1};
}

static bool refuse(const struct hz_sheet *sheet, size_t row, int column, const char *what,
                   struct hz_error *err)
{
    return hz_error_set(err, HZ_ERROR_DATA, hz_sheet_place(sheet, row, column), "%.*s: \"%.*s\" %s",
                        HZ_TEXT_ARGS(sheet->header[column]),
                        HZ_TEXT_ARGS(hz_sheet_cell(sheet, row, column)), what);
}

static bool need_rows(const struct hz_sheet *sheet, struct hz_error *err)
{
    return sheet->rows > 0 || hz_error_set(err, HZ_ERROR_DATA, hz_sheet_whole(sheet),
                                           _("there is no row: expected a rate in each"));
}

/* ---- Curves */

static bool read_point(const struct hz_sheet *sheet, size_t r, int term, int rate, double terms[],
                       double rates[], struct hz_error *err)
{
    if (!hz_sheet_number(sheet, r, term, &terms[r], err) ||
        !hz_sheet_number(sheet, r, rate, &rates[r], err))
        return false;
    if (!(terms[r] >= 0) || (r > 0 && !(terms[r] > terms[r - 1])))
        return refuse(sheet, r, term, _("is no term here: expected years of 0 or more that rise"),
                      err);
    return rates[r] > -1 ||
           refuse(sheet, r, rate, _("is no rate: expected more than -1 (0.03 is 3%)"), err);
}

bool hz_curve_read(struct hz_curve *curve, const char *path, struct hz_arena *arena,
                   struct hz_error *err)
{
    struct hz_sheet sheet;
    int term, rate;
    if (!hz_sheet_read(&sheet, path, arena, err) || !hz_sheet_find(&sheet, "term", &term, err) ||
        !hz_sheet_find(&sheet, "rate", &rate, err) || !need_rows(&sheet, err))
        return false;
    double *terms = hz_arena_allocate(arena, sheet.rows, sizeof *terms);
    double *rates = hz_arena_allocate(arena, sheet.rows, sizeof *rates);
    for (size_t r = 0; r < sheet.rows; r++)
        if (!read_point(&sheet, r, term, rate, terms, rates, err))
            return false;
    *curve = (struct hz_curve){.points = sheet.rows, .term = terms, .rate = rates};
    curve->place = (struct hz_place){.file = sheet.file, .line = sheet.line[sheet.rows - 1]};
    return true;
}

/* ---- Tables of rates by age */

/* The columns of a file of tables. */
struct columns {
    const struct hz_sheet *sheet;
    int table, sex, age, rate;
};

static bool same_table(const struct columns *c, size_t a, size_t b)
{
    return hz_text_equal(hz_sheet_cell(c->sheet, a, c->table),
                         hz_sheet_cell(c->sheet, b, c->table)) &&
           hz_text_equal(hz_sheet_cell(c->sheet, a, c->sex), hz_sheet_cell(c->sheet, b, c->sex));
}

static bool read_rate(const struct columns *c, size_t r, struct hz_rate_table *rates, double rate[],
                      struct hz_error *err)
{
    int64_t age;
    if (!hz_sheet_integer(c->sheet, r, c->age, &age, err) ||
        !hz_sheet_number(c->sheet, r, c->rate, &rate[rates->ages], err))
        return false;
    if (age < 0 || age > 150 || (rates->ages > 0 && age != hz_rate_table_end(rates)))
        return refuse(
            c->sheet, r, c->age,
            _("is not the next age of this table: expected ages from 0 to 150 that rise by "
              "one, none left out"),
            err);
    if (!(rate[rates->ages] >= 0 && rate[rates->ages] <= 1))
        return refuse(c->sheet, r, c->rate, _("is no yearly rate: expected one from 0 to 1"), err);
    if (rates->ages == 0)
        rates->first = (int)age;
    rates->ages++;
    return true;
}

static bool refuse_twice(const struct columns *c, const struct hz_named_rates *table,
                         const struct hz_named_rates *before, size_t row, struct hz_error *err)
{
    return hz_error_set(
        err, HZ_ERROR_DATA, hz_sheet_place(c->sheet, row, c->table),
        _("table \"%.*s\" of sex \"%.*s\" begins on line %" PRIu64 " already: expected "
          "its rows together"),
        HZ_TEXT_ARGS(table->name), HZ_TEXT_ARGS(table->sex), before->rates.place.line);
}

static bool read_tables(const struct columns *c, struct hz_rate_tables *tables,
                        struct hz_arena *arena, struct hz_error *err)
{
    double *rate = hz_arena_allocate(arena, c->sheet->rows, sizeof *rate);
    struct hz_named_rates *table = NULL;
    for (size_t r = 0; r < c->sheet->rows; r++) {
        if (r == 0 || !same_table(c, r - 1, r)) {
            table = &tables->table[tables->count++];
            table->name = hz_sheet_cell(c->sheet, r, c->table);
            table->sex = hz_sheet_cell(c->sheet, r, c->sex);
            table->rates = (struct hz_rate_table){
                .name = hz_arena_string(arena, table->name),
                .rate = rate + r,
                .place = {.file = c->sheet->file, .line = c->sheet->line[r]}};
            for (size_t t = 0; t + 1 < tables->count; t++)
                if (hz_text_equal(tables->table[t].name, table->name) &&
                    hz_text_equal(tables->table[t].sex, table->sex))
                    return refuse_twice(c, table, &tables->table[t], r, err);
        }
        if (!read_rate(c, r, &table->rates, rate + (table->rates.rate - rate), err))
            return false;
    }
    return true;
}

bool hz_rate_tables_read(struct hz_rate_tables *tables, const char *path, struct hz_arena *arena,
                         struct hz_error *err)
{
    struct hz_sheet *sheet = hz_arena_allocate(arena, 1, sizeof *sheet);
    struct columns c = {.sheet = sheet};
    if (!hz_sheet_read(sheet, path, arena, err) || !hz_sheet_find(sheet, "table", &c.table, err) ||
        !hz_sheet_find(sheet, "sex", &c.sex, err) || !hz_sheet_find(sheet, "age", &c.age, err) ||
        !hz_sheet_find(sheet, "rate", &c.rate, err) || !need_rows(sheet, err))
        return false;
    *tables = (struct hz_rate_tables){.file = sheet->file};
    tables->table = hz_arena_allocate(arena, sheet->rows, sizeof *tables->table);
    return read_tables(&c, tables, arena, err);
}

bool hz_rate_tables_need(const struct hz_rate_tables *tables, const char *name,
                         struct hz_error *err)
{
    for (size_t t = 0; t < tables->count; t++)
        if (hz_text_equal(tables->table[t].name, hz_text_of(name)))
            return true;
    return hz_error_set(err, HZ_ERROR_DATA, (struct hz_place){.file = tables->file},
                        _("there is no table \"%s\""), name);
}

bool hz_rate_tables_find(const struct hz_rate_tables *tables, struct hz_text name,
                         struct hz_text sex, const struct hz_rate_table **table,
                         struct hz_error *err)
{
    for (size_t t = 0; t < tables->count; t++) {
        const struct hz_named_rates *named = &tables->table[t];
        if (hz_text_equal(named->name, name) &&
            (hz_text_equal(named->sex, sex) || named->sex.length == 0)) {
            *table = &named->rates;
            return true;
        }
    }
    return hz_error_set(err, HZ_ERROR_DATA, (struct hz_place){.file = tables->file},
                        _("there is no table \"%.*s\" of sex \"%.*s\""), HZ_TEXT_ARGS(name),
                        HZ_TEXT_ARGS(sex));
}
