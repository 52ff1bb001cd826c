/*
 * Any bytes as a table of triangles, mostly a wide one: it is refused with a sentence, or each
 * triangle, written out again in any of the three forms, is read back as the same one.
 */

#include "base/memory.h"
#include "triangle/stamp_text.h"
#include "triangle/triangle_table.h"

#include <assert.h>
#include <math.h>
#include <stdio.h>

#include "csv_mutator.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum form { LONG, WIDE, TRANSPOSED, FORMS };

static void put_label(struct hz_buffer *out, struct hz_text label)
{
    hz_buffer_char(out, '"');
    for (size_t i = 0; i < label.length; i++) {
        if (label.at[i] == '"')
            hz_buffer_char(out, '"');
        hz_buffer_char(out, label.at[i]);
    }
    hz_buffer_char(out, '"');
}

static void put_cell(struct hz_buffer *out, const struct hz_triangle *t, size_t origin, size_t age)
{
    if (hz_triangle_is_observed(t, origin, age))
        hz_buffer_format(out, "%.17g", t->value[origin * t->ages + age]);
}

static void put_long(struct hz_buffer *out, const struct hz_triangle *t)
{
    hz_buffer_string(out, "origin,development,value\n");
    for (size_t o = 0; o < t->origins; o++)
        for (size_t k = 0; k < t->ages; k++) {
            put_label(out, t->origin[o]);
            hz_buffer_format(out, ",%.17g,", t->age[k]);
            put_cell(out, t, o, k);
            hz_buffer_char(out, '\n');
        }
}

static void put_wide(struct hz_buffer *out, const struct hz_triangle *t)
{
    hz_buffer_string(out, "origin");
    for (size_t k = 0; k < t->ages; k++)
        hz_buffer_format(out, ",%.17g", t->age[k]);
    for (size_t o = 0; o < t->origins; o++) {
        hz_buffer_char(out, '\n');
        put_label(out, t->origin[o]);
        for (size_t k = 0; k < t->ages; k++) {
            hz_buffer_char(out, ',');
            put_cell(out, t, o, k);
        }
    }
    hz_buffer_char(out, '\n');
}

static void put_transposed(struct hz_buffer *out, const struct hz_triangle *t)
{
    hz_buffer_string(out, "development");
    for (size_t o = 0; o < t->origins; o++) {
        hz_buffer_char(out, ',');
        put_label(out, t->origin[o]);
    }
    for (size_t k = 0; k < t->ages; k++) {
        hz_buffer_format(out, "\n%.17g", t->age[k]);
        for (size_t o = 0; o < t->origins; o++) {
            hz_buffer_char(out, ',');
            put_cell(out, t, o, k);
        }
    }
    hz_buffer_char(out, '\n');
}

/* Whether ages are ages in any header, and origins periods that stay as they are in any place. */
static bool is_plain(const struct hz_triangle *t)
{
    hz_period period;
    enum hz_grain grain, first;
    struct hz_stamp stamp;
    bool is = hz_period_parse(t->origin[0], &period, &first);
    for (size_t o = 0; o < t->origins && is; o++)
        is = hz_period_parse(t->origin[o], &period, &grain) && grain == first &&
             hz_stamp_parse(t->origin[o], &stamp);
    for (size_t k = 0; k < t->ages && is; k++)
        is = t->age[k] < 1000 && (t->age[k] <= 0 || t->age[k] > 1e-3);
    return is;
}

static void assert_same(const struct hz_triangle *a, const struct hz_triangle *b)
{
    assert(hz_triangle_same_cells(a, b));
    for (size_t o = 0; o < a->origins; o++)
        for (size_t k = a->first[o]; k <= a->latest[o]; k++)
            assert(!hz_triangle_is_observed(a, o, k) ||
                   !(fabs(a->value[o * a->ages + k] - b->value[o * a->ages + k]) > 0));
}

static void write_and_read(const struct hz_triangle *triangle, enum form form)
{
    static void (*const put[FORMS])(struct hz_buffer *, const struct hz_triangle *) = {
        put_long, put_wide, put_transposed};
    struct hz_arena arena = {0};
    struct hz_buffer text = {0};
    struct hz_sheet sheet;
    struct hz_triangle_table table;
    struct hz_error err = {0};
    put[form](&text, triangle);
    if (!hz_sheet_parse(&sheet, "again", (struct hz_text){text.at, text.length}, &arena, &err) ||
        !hz_triangle_table_read(&table, &sheet, &(struct hz_triangle_form){.by = ""}, &arena,
                                &err)) {
        fprintf(stderr, "form %d: %s\n%.*s", (int)form, err.text, (int)text.length, text.at);
        abort();
    }
    assert(table.triangles == 1);
    assert_same(triangle, &table.triangle[0].triangle);
    hz_buffer_free(&text);
    hz_arena_free(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct hz_arena arena = {0};
    struct hz_sheet sheet;
    struct hz_triangle_table table;
    struct hz_error err = {0};
    const struct hz_triangle_form form = {.is_incremental = size % 8 == 1,
                                          .fill_zero = size % 16 == 9,
                                          .as_of = size % 8 == 4 ? "2021" : NULL,
                                          .by = size % 8 == 2 ? "" : NULL,
                                          .age_unit = size % 16 == 4 ? "month" : NULL};
    const bool is_read =
        hz_sheet_parse(&sheet, "table", (struct hz_text){(const char *)data, size}, &arena, &err) &&
        hz_triangle_table_read(&table, &sheet, &form, &arena, &err);
    assert(is_read || (err.kind == HZ_ERROR_DATA && err.text[0] != '\0'));
    for (size_t t = 0; is_read && t < table.triangles; t++) {
        const struct hz_triangle *triangle = &table.triangle[t].triangle;
        if (table.is_past || !is_plain(triangle))
            continue;
        for (int f = 0; f < FORMS; f++)
            write_and_read(triangle, (enum form)f);
    }
    hz_arena_free(&arena);
    return 0;
}
