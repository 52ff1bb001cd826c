/* triangle_wide_table.c: an origin a row, an age a column: see triangle_columns_table.h. */

#include "file/forms.h"
#include "triangle/age_text.h"
#include "triangle/origin_text.h"
#include "triangle/triangle_columns_table.h"

struct wide {
    int *age; /* columns of ages */
    size_t ages;
    bool is_transposed; /* those are origins, and the first column has the ages */
};

/* Older than any age, in days too: a number of a person or a telephone. */
static const double OLDEST = 100000;

/* The columns that are ages or calendar periods. */
static void find_ages(struct hz_triangle_forms *f, struct wide *wide)
{
    wide->age = hz_arena_allocate(f->arena, f->sheet->columns, sizeof *wide->age);
    for (int c = 0; c < (int)f->sheet->columns; c++) {
        struct hz_stamp stamp;
        double age;
        int months;
        if (!f->is_used[c] && c != f->plain->origin &&
            ((hz_age_parse(f->sheet->header[c], &age, &months) && age <= OLDEST) ||
             hz_stamp_parse(f->sheet->header[c], &stamp))) {
            wide->age[wide->ages++] = c;
            f->is_used[c] = true;
        }
    }
}

/* A row for each cell of a wide table: its groups, origin, development, value, valuation if any. */
static void melt(struct hz_triangle_forms *f, const struct wide *wide)
{
    const struct hz_sheet *from = f->sheet;
    const int valued = f->plain->valued;
    const size_t keys = f->plain->keys, columns = keys + 3 + (valued >= 0 ? 1 : 0);
    const size_t rows = from->rows * wide->ages;
    struct hz_sheet *sheet = hz_arena_allocate(f->arena, 1, sizeof *sheet);
    struct hz_text *header = hz_arena_allocate(f->arena, columns, sizeof *header);
    struct hz_text *cell = hz_arena_allocate(f->arena, rows * columns, sizeof *cell);
    uint64_t *line = hz_arena_allocate(f->arena, rows, sizeof *line);
    uint32_t *offset = hz_arena_allocate(f->arena, rows * columns, sizeof *offset);
    int *source = hz_arena_allocate(f->arena, columns, sizeof *source);
    size_t n = 0;
    memcpy(source, f->key, keys * sizeof *source);
    source[columns - 1] = valued;
    for (size_t r = 0; r < from->rows; r++)
        for (size_t a = 0; a < wide->ages; a++, n++) {
            source[keys] = wide->is_transposed ? wide->age[a] : f->plain->origin;
            source[keys + 1] = wide->is_transposed ? f->plain->origin : wide->age[a];
            source[keys + 2] = wide->age[a];
            line[n] = from->line[r];
            const size_t in_header = keys + (wide->is_transposed ? 0 : 1);
            for (size_t c = 0; c < columns; c++) {
                cell[n * columns + c] =
                    c == in_header ? from->header[source[c]] : hz_sheet_cell(from, r, source[c]);
                offset[n * columns + c] = from->offset[r * from->columns + (size_t)source[c]];
            }
        }
    for (size_t k = 0; k < keys; k++) {
        header[k] = from->header[f->key[k]];
        f->key[k] = (int)k;
    }
    header[keys] = hz_text_of("origin");
    header[keys + 1] = hz_text_of("development");
    header[keys + 2] = hz_text_of("value");
    if (valued >= 0) {
        header[keys + 3] = from->header[valued];
        f->plain->valued = (int)keys + 3;
    }
    *sheet = (struct hz_sheet){.file = from->file,
                               .sheet = from->sheet,
                               .columns = columns,
                               .header = header,
                               .rows = n,
                               .cell = cell,
                               .line = line,
                               .offset = offset,
                               .forms = from->forms};
    f->plain->origin = (int)keys;
    f->plain->development = (int)keys + 1;
    f->plain->value = (int)keys + 2;
    f->sheet = f->plain->sheet = sheet;
}

/*
 * Whether the header has the origins: years, quarters, months, and the first column numbers that
 * are none, or it is called development.
 */
static bool is_transposed(const struct hz_triangle_forms *f, const struct wide *wide)
{
    bool are_ages = f->sheet->rows > 0;
    for (size_t a = 0; a < wide->ages; a++) {
        struct hz_stamp stamp;
        if (!hz_stamp_parse(f->sheet->header[wide->age[a]], &stamp))
            return false;
    }
    for (size_t r = 0; r < f->sheet->rows && are_ages; r++) {
        struct hz_stamp stamp;
        double age;
        int months;
        const struct hz_text text = hz_sheet_cell(f->sheet, r, f->plain->origin);
        are_ages = text.length == 0 ||
                   (hz_age_parse(text, &age, &months) && !hz_stamp_parse(text, &stamp));
    }
    return are_ages;
}

/* Whether the header is a row like the others: its corner an origin that no row has. */
static bool is_row(const struct hz_triangle_forms *f)
{
    const struct hz_text corner = f->sheet->header[f->plain->origin];
    hz_period period, of_row;
    enum hz_grain grain, of_row_grain;
    if (!hz_origin_period(corner, &period, &grain) || f->sheet->rows == 0)
        return false;
    for (size_t r = 0; r < f->sheet->rows; r++)
        if (!hz_origin_period(hz_sheet_cell(f->sheet, r, f->plain->origin), &of_row,
                              &of_row_grain) ||
            of_row_grain != grain || of_row == period)
            return false;
    return true;
}

/* Whether the first column is headed by a number, as the ages are. */
static bool is_headed_by_age(const struct hz_triangle_forms *f)
{
    const struct hz_text corner = f->sheet->header[f->plain->origin];
    for (size_t i = 0; i < corner.length; i++)
        if (hz_digit(corner.at[i]) > 9 && corner.at[i] != '.')
            return false;
    return corner.length > 0;
}

/* What stands where: in the first column the origins, in the header the ages, or the reverse. */
static bool look(struct hz_triangle_forms *f, struct wide *wide, struct hz_error *err)
{
    if (is_row(f))
        return hz_error_set(err, HZ_ERROR_DATA, hz_sheet_whole(f->sheet),
                            _("the first line looks like a row of the triangle: expected a header "
                              "with the ages (origin,12,24,36)"));
    if (is_headed_by_age(f))
        return hz_error_set(err, HZ_ERROR_DATA, hz_sheet_whole(f->sheet),
                            _("the first column is headed by a number, \"%.*s\", as ages are: "
                              "expected the origins in it, and a header such as origin,12,24,36"),
                            HZ_TEXT_ARGS(f->sheet->header[f->plain->origin]));
    wide->is_transposed = is_transposed(f, wide);
    if (wide->is_transposed)
        hz_triangle_form_note(f,
                              _("origins are taken from the header, ages from the first column"));
    return true;
}

bool hz_triangle_wide_read(struct hz_triangle_forms *f, struct hz_error *err)
{
    struct wide wide = {0};
    if (f->plain->origin < 0 && f->plain->development >= 0)
        f->plain->origin = f->plain->development; /* a column of ages, if the header has origins */
    if (f->plain->origin < 0 && f->sheet->columns > 1 && !f->is_used[0])
        f->plain->origin = 0; /* whatever the corner is called */
    if (f->plain->origin >= 0)
        f->is_used[f->plain->origin] = true;
    find_ages(f, &wide);
    if (f->plain->origin < 0 || wide.ages == 0 ||
        (f->plain->origin == f->plain->development && !is_transposed(f, &wide))) {
        f->plain->origin = f->plain->origin == f->plain->development ? -1 : f->plain->origin;
        return f->plain->origin < 0
                   ? hz_triangle_form_refuse(f, hz_text_of("origin"), "", err)
                   : hz_triangle_form_refuse(
                         f, hz_text_of("development"),
                         _(", nor one called like an age (12, 12 months, 0-12)"), err);
    }
    f->plain->value = -1;
    if (!look(f, &wide, err) || !hz_triangle_form_totals(f, err) ||
        !hz_triangle_form_groups(f, err))
        return false;
    melt(f, &wide);
    return true;
}
