/* triangle_table.c: see triangle_table.h. */

#include "triangle/triangle_table.h"

#include "file/row_index.h"
#include "triangle/origin_text.h"
#include "triangle/triangle_columns_table.h"
#include "triangle/triangle_cut.h"
#include "triangle/triangle_doubts.h"

#include <math.h>
#include <stdio.h>

/* A table being read: its columns, and the group of each row. */
struct reading {
    const struct hz_sheet *sheet;
    int origin, development, value;
    const int *key; /* the group columns */
    int valued;     /* the column of valuation dates; -1: there is none */
    int age_months; /* of an age of 1; 0: the ages show it */
    double *end;    /* of each group, as that column says */
    size_t *group;
    size_t *count; /* rows of each group */
};

/* "plan 住院, office 吉林", for messages; NULL without groups. */
static const char *describe(const struct hz_triangle_table *table, const struct hz_text key[],
                            struct hz_arena *arena)
{
    struct hz_buffer text = {0};
    if (table->keys == 0)
        return NULL;
    for (size_t k = 0; k < table->keys; k++)
        hz_buffer_format(&text, "%s%.*s %.*s", k > 0 ? ", " : "", HZ_TEXT_ARGS(table->column[k]),
                         HZ_TEXT_ARGS(key[k]));
    char *kept = hz_arena_string(arena, (struct hz_text){text.at, text.length});
    hz_buffer_free(&text);
    return kept;
}

/* The columns of the one form that all others are brought into, and what was taken for what. */
static bool find_columns(struct reading *reading, struct hz_triangle_table *table,
                         const struct hz_sheet *sheet, const struct hz_triangle_form *form,
                         struct hz_arena *arena, struct hz_error *err)
{
    struct hz_triangle_plain *plain = hz_arena_allocate(arena, 1, sizeof *plain);
    if (!hz_triangle_forms_read(plain, sheet, form, arena, err))
        return false;
    reading->sheet = plain->sheet;
    reading->origin = plain->origin;
    reading->development = plain->development;
    reading->value = plain->value;
    reading->key = plain->key;
    reading->valued = plain->valued;
    reading->age_months = plain->age_months;
    table->keys = plain->keys;
    struct hz_text *name = hz_arena_allocate(arena, plain->keys, sizeof *name);
    for (size_t k = 0; k < plain->keys; k++)
        name[k] = plain->sheet->header[plain->key[k]];
    table->column = name;
    memcpy(table->note, plain->note, sizeof plain->note);
    table->notes = table->form_notes = plain->notes;
    return true;
}

/* Numbers the groups as they appear. */
static void find_groups(struct reading *reading, struct hz_triangle_table *table,
                        struct hz_arena *arena)
{
    const struct hz_sheet *sheet = reading->sheet;
    struct hz_row_index index = hz_row_index_new(sheet, reading->key, table->keys, arena);
    struct hz_text *key = hz_arena_allocate(arena, table->keys, sizeof *key);
    reading->group = hz_arena_allocate(arena, sheet->rows, sizeof *reading->group);
    reading->count = hz_arena_allocate(arena, sheet->rows, sizeof *reading->count);
    for (size_t r = 0; r < sheet->rows; r++) {
        hz_row_index_key(&index, r, key);
        size_t *slot = hz_row_index_slot(&index, key);
        if (*slot == 0) {
            *slot = r + 1;
            reading->group[r] = table->triangles++;
        } else {
            reading->group[r] = reading->group[*slot - 1];
        }
        reading->count[reading->group[r]]++;
    }
}

static void name_groups(const struct reading *reading, struct hz_triangle_table *table,
                        struct hz_arena *arena)
{
    const struct hz_sheet *sheet = reading->sheet;
    table->triangle = hz_arena_allocate(arena, table->triangles, sizeof *table->triangle);
    size_t named = 0;
    for (size_t r = 0; r < sheet->rows; r++)
        if (reading->group[r] == named) {
            struct hz_text *key = hz_arena_allocate(arena, table->keys, sizeof *key);
            for (size_t k = 0; k < table->keys; k++)
                key[k] = hz_sheet_cell(sheet, r, reading->key[k]);
            table->triangle[named].key = key;
            table->triangle[named++].triangle.place =
                (struct hz_place){.file = sheet->file, .field = describe(table, key, arena)};
        }
}

/* When each triangle was valued: the date of its first row with a value. */
static void find_ends(struct reading *reading, const struct hz_triangle_table *table,
                      struct hz_arena *arena)
{
    const struct hz_sheet *sheet = reading->sheet;
    if (reading->valued < 0)
        return;
    reading->end = hz_arena_allocate(arena, table->triangles, sizeof *reading->end);
    for (size_t r = 0; r < sheet->rows; r++) {
        double *end = &reading->end[reading->group[r]];
        if (*end == 0 && !hz_triangle_is_missing(hz_sheet_cell(sheet, r, reading->value)))
            (void)hz_triangle_end_parse(hz_sheet_cell(sheet, r, reading->valued), end);
    }
}

static bool read_cell(const struct reading *reading, size_t row, struct hz_cell *cell,
                      struct hz_error *err)
{
    const struct hz_sheet *sheet = reading->sheet;
    cell->origin = hz_sheet_cell(sheet, row, reading->origin);
    if (cell->origin.length == 0)
        return hz_error_set(err, HZ_ERROR_DATA, hz_sheet_place(sheet, row, reading->origin),
                            _("the origin is empty"));
    return hz_sheet_number(sheet, row, reading->development, &cell->age, err) &&
           hz_sheet_number(sheet, row, reading->value, &cell->value, err);
}

/*
 * Rows into cells, from start[g] on those of group g; filled[g] counts them. fault[g] is the first
 * cell that is none, of one group of several.
 */
static bool read_cells(const struct reading *reading, const struct hz_triangle_table *table,
                       const size_t start[], size_t filled[], struct hz_cell cell[],
                       struct hz_error fault[], struct hz_error *err)
{
    const struct hz_sheet *sheet = reading->sheet;
    for (size_t r = 0; r < sheet->rows; r++) {
        if (hz_triangle_is_missing(hz_sheet_cell(sheet, r, reading->value)))
            continue;
        const size_t group = reading->group[r];
        struct hz_cell *here = &cell[start[group] + filled[group]++];
        if (!read_cell(reading, r, here, err)) {
            if (table->triangles < 2 || err->kind != HZ_ERROR_DATA)
                return false;
            if (fault[group].kind == HZ_NO_ERROR)
                fault[group] = *err;
            *err = (struct hz_error){0};
            continue;
        }
        here->place = hz_sheet_place(sheet, r, reading->value);
        here->place.field = table->triangle[group].triangle.place.field;
    }
    return true;
}

/* Keeps why a group was refused, by its name, which may be missing where another file is named. */
static void add_fault(struct hz_triangle_table *table, const char *group,
                      const struct hz_error *err, struct hz_arena *arena)
{
    const size_t n = table->faults;
    struct hz_error *fault = (struct hz_error *)table->fault; /* made here */
    if ((n & (n - 1)) == 0) {
        fault = hz_arena_allocate(arena, n > 0 ? 2 * n : 1, sizeof *fault);
        if (n > 0)
            memcpy(fault, table->fault, n * sizeof *fault);
        table->fault = fault;
    }
    char *text = fault[table->faults].text;
    const size_t size = sizeof fault->text, length = strlen(err->text);
    fault[table->faults++] = *err;
    if (group && !strstr(text, group) && length + strlen(group) + sizeof " ()" <= size)
        snprintf(text + length, size - length, " (%s)", group);
}

bool hz_triangle_table_filter(struct hz_triangle_table *table,
                              bool (*take)(struct hz_group_triangle *item, void *context,
                                           struct hz_arena *arena, struct hz_error *err),
                              void *context, struct hz_arena *arena, struct hz_error *err)
{
    const size_t groups = table->triangles;
    size_t kept = 0;
    for (size_t g = 0; g < groups; g++) {
        struct hz_group_triangle item = table->triangle[g];
        if (take(&item, context, arena, err)) {
            table->triangle[kept++] = item;
            continue;
        }
        if (err->kind != HZ_ERROR_DATA || groups + table->faults < 2)
            return false;
        add_fault(table, item.triangle.place.field, err, arena);
        *err = (struct hz_error){0};
    }
    table->triangles = kept;
    if (kept == 0 && table->faults > 0)
        *err = table->fault[0];
    return kept > 0;
}

static int how_of(const struct hz_triangle_form *form)
{
    return form ? (form->is_incremental ? HZ_CELLS_INCREMENTAL : 0) |
                      (form->fill_zero ? HZ_CELLS_FILL_ZERO : 0)
                : 0;
}

static void note(struct hz_triangle_table *table, const struct hz_triangle *triangle,
                 const char *sentence, struct hz_arena *arena)
{
    struct hz_buffer text = {0};
    if (table->notes == HZ_COUNT(table->note))
        return;
    hz_buffer_format(&text, "%s: ", triangle->place.file);
    if (triangle->place.field)
        hz_buffer_format(&text, "%s: ", triangle->place.field);
    hz_buffer_string(&text, sentence);
    table->note[table->notes++] = hz_arena_string(arena, (struct hz_text){text.at, text.length});
    hz_buffer_free(&text);
}

/* Whose notes are taken. */
struct noting {
    struct hz_triangle_table *table;
    const struct hz_triangle *triangle;
    struct hz_arena *arena;
};

static void take_note(void *context, const char *sentence)
{
    const struct noting *noting = context;
    note(noting->table, noting->triangle, sentence, noting->arena);
}

/* What may well be an oversight. */
static void note_oddities(struct hz_triangle_table *table, const struct hz_triangle *triangle,
                          int how, struct hz_arena *arena)
{
    struct noting noting = {table, triangle, arena};
    if (triangle->origins == 1)
        note(table, triangle, triangle->ages == 1 ? _("one cell only") : _("one origin only"),
             arena);
    hz_triangle_doubts(triangle, how, take_note, &noting);
}

/* 12, 24, 36: months of years, whatever the youngest origin shows. */
static bool are_twelves(const struct hz_triangle *triangle)
{
    bool are = triangle->ages > 1;
    for (size_t k = 0; k < triangle->ages; k++)
        are &= fabs(fmod(triangle->age[k], HZ_YEAR)) <= 0 && triangle->age[k] > 0;
    return are;
}

/* Lets the length of an age, where it was given, say how much age falls from origin to origin. */
static bool set_unit(struct hz_triangle *triangle, int unit, bool is_given, struct hz_error *err)
{
    hz_period period;
    enum hz_grain grain;
    if (!hz_origin_period(triangle->origin[0], &period, &grain))
        return true;
    if (unit == 0 && grain == HZ_YEAR && are_twelves(triangle))
        unit = HZ_MONTH;
    if (unit == 0)
        return true;
    const double fall = (double)grain / unit, shown = triangle->ages_per_origin;
    if (is_given && shown > 0 && fabs(shown - fall) > 1e-6)
        return hz_error_set(err, HZ_ERROR_DATA, triangle->place,
                            _("age falls by %.9g from one origin period to the next, where "
                              "--age-unit makes it %.9g"),
                            shown, fall);
    triangle->ages_per_origin = fall;
    return true;
}

/* The cells of all groups, one group after the other. */
struct making {
    struct hz_triangle_table *table;
    const size_t *filled;
    const struct hz_error *fault;
    struct hz_cell *cell; /* of the group that comes next */
    const size_t *rows;
    int how;
    struct hz_triangle_end valuation; /* of all groups, */
    const double *end; /* or of each, where the table has a column of them; or NULL */
    bool has_unit;     /* the unit was given */
    size_t later;      /* cells that were left out */
};

/* Leaves out what is later than the valuation of the group that comes next, if there is one. */
static bool cut(struct making *making, struct hz_cell cell[], size_t *cells, int *unit,
                struct hz_place place, struct hz_arena *arena, struct hz_error *err)
{
    struct hz_triangle_end valuation = making->valuation;
    const size_t were = *cells;
    *unit = valuation.unit;
    if (making->end && !isfinite(valuation.end))
        valuation = (struct hz_triangle_end){*making->end, valuation.unit, .is_stated = true};
    if (making->end)
        making->end++;
    if (!isfinite(valuation.end))
        return true;
    const bool done = hz_cells_cut(cell, cells, &valuation, place, unit, arena, err);
    making->later += were - *cells;
    return done;
}

static bool make_triangle(struct hz_group_triangle *item, void *context, struct hz_arena *arena,
                          struct hz_error *err)
{
    struct making *making = context;
    struct hz_cell *cell = making->cell;
    size_t cells = *making->filled++;
    const struct hz_error *fault = making->fault++;
    making->cell += *making->rows++;
    int unit;
    const bool is_cut = cut(making, cell, &cells, &unit, item->triangle.place, arena, err);
    if (fault->kind != HZ_NO_ERROR) {
        *err = *fault;
        return false;
    }
    if (!is_cut ||
        !hz_triangle_new(&item->triangle, cell, cells, making->how, item->triangle.place, arena,
                         err) ||
        !set_unit(&item->triangle, unit, making->has_unit, err))
        return false;
    note_oddities(making->table, &item->triangle, making->how, arena);
    return true;
}

static void note_later(const struct reading *reading, struct hz_triangle_table *table, size_t later,
                       struct hz_arena *arena)
{
    struct hz_buffer text = {0};
    if (table->notes == HZ_COUNT(table->note))
        return;
    hz_buffer_format(&text,
                     _("%s: %zu cells are later than the column \"%.*s\" says, and left out "
                       "(--as-of says otherwise)"),
                     reading->sheet->file, later,
                     HZ_TEXT_ARGS(reading->sheet->header[reading->valued]));
    table->note[table->notes++] = hz_arena_string(arena, (struct hz_text){text.at, text.length});
    hz_buffer_free(&text);
}

/* Ages count from 0 in some groups, so that 1 may be the second in others, whose 0 is not there. */
static void note_starts(struct hz_triangle_table *table, struct hz_arena *arena)
{
    bool has_zero = false;
    for (size_t t = 0; t < table->triangles; t++)
        has_zero |= table->triangle[t].triangle.age[0] <= 0;
    for (size_t t = 0; t < table->triangles && has_zero; t++)
        if (table->triangle[t].triangle.age[0] > 0)
            note(table, &table->triangle[t].triangle,
                 _("ages begin at 0 in other groups, but not here: the calendar periods of what is "
                   "to come are those of ages that are counted from 1"),
                 arena);
}

static bool make_triangles(const struct reading *reading, struct hz_triangle_table *table,
                           const struct hz_triangle_form *form, bool is_stated,
                           struct hz_arena *arena, struct hz_error *err)
{
    const size_t groups = table->triangles;
    size_t *start = hz_arena_allocate(arena, groups, sizeof *start);
    size_t *filled = hz_arena_allocate(arena, groups, sizeof *filled);
    struct hz_cell *cell = hz_arena_allocate(arena, reading->sheet->rows, sizeof *cell);
    for (size_t g = 1; g < groups; g++)
        start[g] = start[g - 1] + reading->count[g - 1];
    struct hz_error *fault = hz_arena_allocate(arena, groups, sizeof *fault);
    if (!read_cells(reading, table, start, filled, cell, fault, err))
        return false;
    const int given = hz_triangle_form_unit(form);
    double end = hz_triangle_form_end(form);
    if (is_stated)
        (void)hz_triangle_end_parse(hz_text_of(form->as_of), &end);
    struct making making = {.table = table,
                            .filled = filled,
                            .fault = fault,
                            .cell = cell,
                            .rows = reading->count,
                            .how = how_of(form),
                            .valuation = {end, given > 0 ? given : reading->age_months, is_stated},
                            .end = reading->end,
                            .has_unit = given > 0};
    if (isfinite(making.valuation.end) || making.end)
        making.how |= HZ_CELLS_CUT;
    if (!hz_triangle_table_filter(table, make_triangle, &making, arena, err))
        return false;
    note_starts(table, arena);
    if (making.later > 0 && !isfinite(making.valuation.end)) {
        note_later(reading, table, making.later, arena);
        table->is_past = true;
    }
    return true;
}

/* Nothing later has been left out, so that what is latest may be what programs filled in. */
static bool check_latest(struct hz_group_triangle *item, void *context, struct hz_arena *arena,
                         struct hz_error *err)
{
    (void)context;
    (void)arena;
    return hz_triangle_check_latest(&item->triangle, err);
}

static void note_valued(struct hz_triangle_table *table, const struct hz_sheet *sheet,
                        const char *when, struct hz_arena *arena)
{
    struct hz_buffer text = {0};
    if (table->notes == HZ_COUNT(table->note))
        return;
    hz_buffer_format(&text,
                     _("%s: as of %s, as a line before the header says: what is later is left out "
                       "(--as-of says otherwise)"),
                     sheet->file, when);
    table->note[table->notes++] = hz_arena_string(arena, (struct hz_text){text.at, text.length});
    hz_buffer_free(&text);
}

/* A line before the header and a column say the same. */
static bool check_stated(const struct reading *reading, const struct hz_triangle_table *table,
                         const struct hz_triangle_form *form, struct hz_error *err)
{
    double end = 0;
    (void)hz_triangle_end_parse(hz_text_of(form->as_of), &end);
    for (size_t g = 0; g < table->triangles; g++)
        if (reading->end[g] != 0 && fabs(reading->end[g] - end) > 1e-6)
            return hz_error_set(
                err, HZ_ERROR_DATA, hz_sheet_whole(reading->sheet),
                _("a line before the header says as of %s, the column \"%.*s\" another date: say "
                  "which one holds (--as-of)"),
                form->as_of, HZ_TEXT_ARGS(reading->sheet->header[reading->valued]));
    return true;
}

bool hz_triangle_table_read(struct hz_triangle_table *table, const struct hz_sheet *sheet,
                            const struct hz_triangle_form *form, struct hz_arena *arena,
                            struct hz_error *err)
{
    struct reading reading = {0};
    struct hz_triangle_form valued = form ? *form : (struct hz_triangle_form){0};
    size_t diagonals;
    *table = (struct hz_triangle_table){0};
    if (!valued.as_of && (valued.as_of = hz_triangle_form_valued(sheet, arena)))
        form = &valued;
    if (!hz_triangle_form_diagonals(form, &diagonals, err) ||
        !find_columns(&reading, table, sheet, form, arena, err))
        return false;
    if (form == &valued)
        note_valued(table, sheet, valued.as_of, arena);
    if (sheet->rows == 0)
        return hz_error_set(err, HZ_ERROR_DATA, hz_sheet_whole(sheet),
                            _("no row: a triangle needs one at least"));
    find_groups(&reading, table, arena);
    name_groups(&reading, table, arena);
    find_ends(&reading, table, arena);
    if (form && form->as_of && form != &valued)
        reading.end = NULL; /* what is asked for comes first */
    if (form == &valued && reading.end && !check_stated(&reading, table, form, err))
        return false;
    table->is_past = diagonals > 0 || isfinite(hz_triangle_form_end(form));
    return make_triangles(&reading, table, form, form == &valued, arena, err) &&
           (table->is_past || reading.end ||
            hz_triangle_table_filter(table, check_latest, NULL, arena, err)) &&
           hz_triangle_table_as_of(table, diagonals, arena, err);
}

static bool take_back(const struct hz_triangle **companion, size_t diagonals,
                      struct hz_arena *arena, struct hz_error *err)
{
    struct hz_triangle *earlier = hz_arena_allocate(arena, 1, sizeof *earlier);
    if (!*companion)
        return true;
    const struct hz_triangle *now = *companion;
    *companion = earlier;
    return hz_triangle_as_of(earlier, now, diagonals, arena, err);
}

static bool take_group_back(struct hz_group_triangle *item, void *context, struct hz_arena *arena,
                            struct hz_error *err)
{
    const size_t diagonals = *(const size_t *)context;
    const struct hz_triangle now = item->triangle;
    if (!hz_triangle_as_of(&item->triangle, &now, diagonals, arena, err))
        return false;
    for (size_t c = 0; c < HZ_COMPANIONS; c++)
        if (!take_back(&item->companion[c], diagonals, arena, err))
            return false;
    return true;
}

bool hz_triangle_table_as_of(struct hz_triangle_table *table, size_t diagonals,
                             struct hz_arena *arena, struct hz_error *err)
{
    return diagonals == 0 ||
           hz_triangle_table_filter(table, take_group_back, &diagonals, arena, err);
}

size_t hz_triangle_table_floor(struct hz_triangle_table *table, double least,
                               struct hz_arena *arena)
{
    size_t raised = 0;
    for (size_t t = 0; t < table->triangles; t++) {
        struct hz_triangle *triangle = &table->triangle[t].triangle;
        double *value = hz_arena_allocate(arena, triangle->origins * triangle->ages, sizeof *value);
        for (size_t o = 0; o < triangle->origins; o++)
            for (size_t k = triangle->first[o]; k <= triangle->latest[o]; k++) {
                const double was = hz_triangle_value(triangle, o, k);
                raised += was < least;
                value[o * triangle->ages + k] = was < least ? least : was;
            }
        triangle->value = value;
    }
    return raised;
}
