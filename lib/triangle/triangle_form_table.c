/* triangle_form_table.c: see triangle_form_table.h. */

#include "triangle/triangle_form_table.h"

#include "file/row_index.h"
#include "triangle/age_text.h"

#include <math.h>
#include <stdio.h>

/* Usual names, as `fold` writes them. */
static const char *const origin_names[] = {"origin",
                                           "accidentyear",
                                           "accidentperiod",
                                           "accidentquarter",
                                           "accidentmonth",
                                           "accident",
                                           "ay",
                                           "accyear",
                                           "originyear",
                                           "originperiod",
                                           "originquarter",
                                           "originmonth",
                                           "underwritingyear",
                                           "uwyear",
                                           "uy",
                                           "policyyear",
                                           "py",
                                           "lossyear",
                                           "reportyear",
                                           "occurrenceyear",
                                           "year",
                                           "出险年",
                                           "出险年度",
                                           "出险期",
                                           "出险季",
                                           "出险季度",
                                           "出险月",
                                           "出险年月",
                                           "事故年",
                                           "事故年度",
                                           "事故期",
                                           "事故季度",
                                           "事故月",
                                           "起期",
                                           "承保年",
                                           "承保年度",
                                           "保单年",
                                           "保单年度",
                                           "业务年度",
                                           NULL};
static const char *const development_names[] = {"development",
                                                "dev",
                                                "developmentlag",
                                                "devlag",
                                                "lag",
                                                "developmentyear",
                                                "devyear",
                                                "developmentperiod",
                                                "devperiod",
                                                "developmentmonth",
                                                "developmentage",
                                                "developmentquarter",
                                                "devquarter",
                                                "devmonth",
                                                "age",
                                                "maturity",
                                                "delay",
                                                "valuation",
                                                "valuationyear",
                                                "valuationdate",
                                                "valuationperiod",
                                                "evaluation",
                                                "evaluationdate",
                                                "evaldate",
                                                "calendaryear",
                                                "进展年",
                                                "进展年度",
                                                "进展期",
                                                "进展",
                                                "进展季",
                                                "进展季度",
                                                "进展月",
                                                "发展年",
                                                "发展年度",
                                                "发展期",
                                                "发展季",
                                                "发展月",
                                                "评估日",
                                                "评估年",
                                                "评估时点",
                                                "评估日期",
                                                NULL};
static const char *const value_names[] = {"value",
                                          "values",
                                          "amount",
                                          "cumpaidloss",
                                          "cumulativepaidloss",
                                          "cumulativepaid",
                                          "cumpaid",
                                          "paidloss",
                                          "paidlosses",
                                          "paid",
                                          "incurloss",
                                          "incurredloss",
                                          "incurredlosses",
                                          "incurred",
                                          "reported",
                                          "loss",
                                          "losses",
                                          "claims",
                                          "cumulative",
                                          "cumulativevalue",
                                          "累计赔款",
                                          "累计已决赔款",
                                          "累计赔付",
                                          "累计已付赔款",
                                          "累计赔付额",
                                          "赔款",
                                          "已决赔款",
                                          "已付赔款",
                                          "赔付额",
                                          "金额",
                                          NULL};

struct forms {
    struct hz_triangle_plain *plain;
    const struct hz_sheet *sheet;
    const struct hz_triangle_form *form;
    struct hz_arena *arena;
    bool *is_used; /* columns that are known */
    int *key;
};

const char *const hz_age_unit_names[] = {"month", "quarter", "year", NULL};

int hz_triangle_form_unit(const struct hz_triangle_form *form)
{
    static const int months[] = {HZ_MONTH, HZ_QUARTER, HZ_YEAR};
    for (size_t u = 0; form && form->age_unit && u < HZ_COUNT(months); u++)
        if (strcmp(form->age_unit, hz_age_unit_names[u]) == 0)
            return months[u];
    return 0;
}

/* A few digits as a number. */
static int number_of(const char *at, size_t digits)
{
    int number = 0;
    for (size_t i = 0; i < digits; i++)
        number = number * 10 + (int)hz_digit(at[i]);
    return number;
}

static bool is_diagonals(const struct hz_triangle_form *form)
{
    const size_t digits = form && form->as_of ? strspn(form->as_of, "0123456789") : 0;
    return digits > 0 && digits < 4 && form->as_of[digits] == '\0';
}

bool hz_triangle_form_diagonals(const struct hz_triangle_form *form, size_t *diagonals,
                                struct hz_error *err)
{
    struct hz_stamp stamp;
    *diagonals = is_diagonals(form) ? (size_t)number_of(form->as_of, strlen(form->as_of)) : 0;
    if (!form || !form->as_of || is_diagonals(form) ||
        hz_stamp_parse(hz_text_of(form->as_of), &stamp))
        return true;
    return hz_error_set(
        err, HZ_ERROR_USAGE, HZ_NOWHERE,
        _("--as-of: \"%s\" is neither a number of diagonals below 1000 nor a period "
          "or day (2021, 2021Q3, 2021-07, 2021-07-31)"),
        form->as_of);
}

double hz_triangle_form_end(const struct hz_triangle_form *form)
{
    struct hz_stamp stamp;
    if (!form || !form->as_of || is_diagonals(form) ||
        !hz_stamp_parse(hz_text_of(form->as_of), &stamp))
        return (double)INFINITY;
    if (stamp.day == 0)
        return ((double)hz_stamp_period(&stamp, stamp.grain) + 1) * (int)stamp.grain;
    return (double)hz_stamp_period(&stamp, HZ_MONTH) +
           stamp.day / (double)hz_date_month_days(stamp.year, stamp.month);
}

bool hz_triangle_is_missing(struct hz_text cell)
{
    static const char *const words[] = {"NA", "N/A", "n/a", "NaN", "nan", "null", "NULL", "-", "–"};
    bool is_missing = cell.length == 0;
    for (size_t w = 0; w < HZ_COUNT(words) && !is_missing; w++)
        is_missing = hz_text_equal(cell, hz_text_of(words[w]));
    return is_missing;
}

HZ_PRINTF(2, 3) static void note(struct forms *f, const char *format, ...)
{
    struct hz_error text = {0}; /* which knows how to say where */
    va_list values;
    if (f->plain->notes == HZ_TRIANGLE_NOTES)
        return;
    va_start(values, format);
    (void)hz_error_vset(&text, HZ_ERROR_DATA, (struct hz_place){.file = f->sheet->file}, format,
                        values);
    va_end(values);
    f->plain->note[f->plain->notes++] = hz_arena_string(f->arena, hz_text_of(text.text));
}

/* Small letters without what parts words: "Accident_Year" is "accidentyear". */
static struct hz_text fold(struct hz_text name, char folded[64])
{
    size_t n = 0;
    for (size_t i = 0; i < name.length && n < 64; i++) {
        const char c = name.at[i];
        if (!strchr(" _-.\t", c))
            folded[n++] = c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
    }
    return (struct hz_text){folded, n};
}

/* The rank of a header among usual names; -1: it is none of them. */
static int rank_of(struct hz_text header, const char *const names[])
{
    char space[64];
    const struct hz_text folded = fold(header, space);
    for (int n = 0; names[n]; n++)
        if (hz_text_equal(folded, hz_text_of(names[n])))
            return n;
    return -1;
}

/* The column with the first of the usual names; -1: none. An exact name comes before all. */
static int find_usual(const struct forms *f, const char *const names[], int *rivals)
{
    int found = hz_sheet_column(f->sheet, names[0]), best = found >= 0 ? 0 : -1;
    *rivals = 0;
    for (int c = 0; c < (int)f->sheet->columns; c++) {
        const int rank = f->is_used[c] ? -1 : rank_of(f->sheet->header[c], names);
        if (rank < 0)
            continue;
        ++*rivals;
        if (best < 0 || rank < best) {
            best = rank;
            found = c;
        }
    }
    return found;
}

/* A column by a name that was given: as it stands, or but for case and blanks. */
static int find_named(const struct forms *f, struct hz_text name)
{
    char a[64], b[64];
    for (int c = 0; c < (int)f->sheet->columns; c++)
        if (hz_text_equal(f->sheet->header[c], name))
            return c;
    for (int c = 0; c < (int)f->sheet->columns; c++)
        if (hz_text_equal(fold(f->sheet->header[c], a), fold(name, b)))
            return c;
    return -1;
}

static bool refuse_column(const struct forms *f, struct hz_text name, const char *option,
                          struct hz_error *err)
{
    struct hz_buffer list = {0};
    hz_buffer_list(&list, f->sheet->header, f->sheet->columns, 400);
    hz_error_set(err, HZ_ERROR_DATA, (struct hz_place){.file = f->sheet->file},
                 _("there is no column \"%.*s\"%s; the header has: %.*s"), HZ_TEXT_ARGS(name),
                 option, (int)list.length, list.at);
    hz_buffer_free(&list);
    return false;
}

static void use(struct forms *f, int column, int *as)
{
    *as = column;
    if (column >= 0)
        f->is_used[column] = true;
}

static bool find_value(struct forms *f, struct hz_error *err)
{
    int rivals;
    if (f->form->value) {
        use(f, find_named(f, hz_text_of(f->form->value)), &f->plain->value);
        return f->plain->value >= 0 ||
               refuse_column(f, hz_text_of(f->form->value), _(" (--value)"), err);
    }
    const int found = find_usual(f, value_names, &rivals);
    if (found >= 0 && rivals > 1 && rank_of(f->sheet->header[found], value_names) > 0)
        return hz_error_set(err, HZ_ERROR_DATA, (struct hz_place){.file = f->sheet->file},
                            _("there are %d columns of amounts: say which one is meant, as with "
                              "--value %.*s"),
                            rivals, HZ_TEXT_ARGS(f->sheet->header[found]));
    use(f, found, &f->plain->value);
    return true;
}

/* ---- Groups */

/* Whether two rows agree in all that makes a cell, but for one column. */
static bool is_needed(const struct forms *f, int column, const int others[], size_t count)
{
    const struct hz_sheet *sheet = f->sheet;
    struct hz_arena arena = {0};
    int *key = hz_arena_allocate(&arena, count + 2, sizeof *key);
    struct hz_text *text = hz_arena_allocate(&arena, count + 2, sizeof *text);
    size_t keys = 0;
    for (size_t i = 0; i < count; i++)
        if (others[i] != column)
            key[keys++] = others[i];
    key[keys++] = f->plain->origin;
    if (f->plain->development >= 0)
        key[keys++] = f->plain->development;
    const struct hz_row_index index = hz_row_index_new(sheet, key, keys, &arena);
    bool is_twice = false;
    for (size_t r = 0; r < sheet->rows && !is_twice; r++) {
        if (f->plain->value >= 0 &&
            hz_triangle_is_missing(hz_sheet_cell(sheet, r, f->plain->value)))
            continue;
        hz_row_index_key(&index, r, text);
        size_t *slot = hz_row_index_slot(&index, text);
        is_twice = *slot != 0;
        *slot = r + 1;
    }
    hz_arena_free(&arena);
    return is_twice;
}

/* Whether each value of a column stands with several of another, or it is the only one. */
static bool spans(const struct forms *f, int column, int other)
{
    const struct hz_sheet *sheet = f->sheet;
    struct hz_arena arena = {0};
    const struct hz_row_index index = hz_row_index_new(sheet, &column, 1, &arena);
    bool *has_several = hz_arena_allocate(&arena, sheet->rows, sizeof *has_several);
    size_t values = 0, several = 0;
    for (size_t r = 0; r < sheet->rows; r++) {
        struct hz_text text;
        hz_row_index_key(&index, r, &text);
        size_t *slot = hz_row_index_slot(&index, &text);
        if (*slot == 0) {
            *slot = r + 1;
            values++;
        } else if (!has_several[*slot - 1] &&
                   !hz_text_equal(hz_sheet_cell(sheet, r, other),
                                  hz_sheet_cell(sheet, *slot - 1, other))) {
            has_several[*slot - 1] = true;
            several++;
        }
    }
    hz_arena_free(&arena);
    return values == several || values == 1;
}

static bool is_group(const struct forms *f, int column, const int others[], size_t count)
{
    return is_needed(f, column, others, count) ||
           (spans(f, column, f->plain->origin) &&
            (f->plain->development < 0 || spans(f, column, f->plain->development)));
}

/* A first column without a name that counts the rows, as programs write them. */
static bool is_row_number(const struct hz_sheet *sheet, int column)
{
    bool is_counting = column == 0 && sheet->header[0].length == 0 && sheet->rows > 0;
    for (size_t r = 0; r < sheet->rows && is_counting; r++) {
        char number[24];
        const struct hz_text cell = hz_sheet_cell(sheet, r, column);
        const int from_0 = snprintf(number, sizeof number, "%zu", r);
        is_counting = hz_text_equal(cell, (struct hz_text){number, (size_t)from_0});
        const int from_1 = snprintf(number, sizeof number, "%zu", r + 1);
        is_counting |= hz_text_equal(cell, (struct hz_text){number, (size_t)from_1});
    }
    return is_counting;
}

static bool take_groups_named(struct forms *f, struct hz_error *err)
{
    for (const char *at = f->form->by; *at;) {
        const struct hz_text name = hz_text_trim((struct hz_text){at, strcspn(at, ",")});
        const int column = find_named(f, name);
        if (column < 0)
            return refuse_column(f, name, _(" (--by)"), err);
        if (f->is_used[column])
            return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                                _("--by: the column \"%.*s\" is the origin, the development or the "
                                  "value, or stands twice"),
                                HZ_TEXT_ARGS(name));
        f->key[f->plain->keys++] = column;
        f->is_used[column] = true;
        at += strcspn(at, ",");
        at += *at == ',';
    }
    return true;
}

static bool find_groups(struct forms *f, struct hz_error *err)
{
    const struct hz_sheet *sheet = f->sheet;
    if (f->form->by)
        return take_groups_named(f, err);
    size_t count = 0;
    int *rest = hz_arena_allocate(f->arena, sheet->columns, sizeof *rest);
    for (int c = 0; c < (int)sheet->columns; c++)
        if (!f->is_used[c] && !is_row_number(sheet, c))
            rest[count++] = c;
    for (size_t i = 0; i < count; i++) {
        const struct hz_text name = sheet->header[rest[i]];
        if (sheet->rows == 0 || is_group(f, rest[i], rest, count)) {
            f->key[f->plain->keys++] = rest[i];
        } else if (f->form->value) {
            note(f,
                 _("the column \"%.*s\" is left out: it is no group, for its values belong to "
                   "one origin or age each"),
                 HZ_TEXT_ARGS(name));
        } else {
            const struct hz_text value =
                f->plain->value >= 0 ? sheet->header[f->plain->value] : hz_text_of("NAME");
            return hz_error_set(err, HZ_ERROR_DATA, (struct hz_place){.file = sheet->file},
                                _("the column \"%.*s\" is no group, for its values belong to one "
                                  "origin or age each: name the groups (--by COLUMN,...), or leave "
                                  "it out (--value %.*s)"),
                                HZ_TEXT_ARGS(name), HZ_TEXT_ARGS(value));
        }
    }
    return true;
}

/* ---- Rows of their own, where cells change */

/* Makes a sheet of so many rows of the same columns in place of the one that was read. */
static struct hz_sheet *copy_sheet(struct forms *f)
{
    const struct hz_sheet *from = f->sheet;
    struct hz_sheet *sheet = hz_arena_allocate(f->arena, 1, sizeof *sheet);
    struct hz_text *cell = hz_arena_allocate(f->arena, from->rows * from->columns, sizeof *cell);
    if (from->rows > 0)
        memcpy(cell, from->cell, from->rows * from->columns * sizeof *cell);
    *sheet = *from;
    sheet->cell = cell;
    f->sheet = f->plain->sheet = sheet;
    return sheet;
}

static void put(struct hz_sheet *sheet, size_t row, int column, struct hz_text text)
{
    struct hz_text *cells = (struct hz_text *)sheet->cell; /* copy_sheet made them */
    cells[row * sheet->columns + (size_t)column] = text;
}

static struct hz_text age_text(struct forms *f, double age)
{
    char text[32];
    snprintf(text, sizeof text, "%.15g", age);
    return hz_arena_text(f->arena, hz_text_of(text));
}

/* ---- Wide tables */

struct wide {
    int *age; /* columns of ages */
    size_t ages;
};

static bool is_total(struct hz_text label)
{
    static const char *const words[] = {"total", "sum", "grandtotal", "合计", "总计", "小计", NULL};
    return rank_of(label, words) >= 0;
}

/* Older than any age, in days too: a number of a person or a telephone. */
static const double OLDEST = 100000;

/* The columns that are ages or calendar periods. */
static void find_ages(struct forms *f, struct wide *wide)
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

/* A row for each cell of a wide table: its groups, origin, development, value. */
static void melt(struct forms *f, const struct wide *wide)
{
    const struct hz_sheet *from = f->sheet;
    const size_t keys = f->plain->keys, columns = keys + 3, rows = from->rows * wide->ages;
    struct hz_sheet *sheet = hz_arena_allocate(f->arena, 1, sizeof *sheet);
    struct hz_text *header = hz_arena_allocate(f->arena, columns, sizeof *header);
    struct hz_text *cell = hz_arena_allocate(f->arena, rows * columns, sizeof *cell);
    uint64_t *line = hz_arena_allocate(f->arena, rows, sizeof *line);
    uint32_t *offset = hz_arena_allocate(f->arena, rows * columns, sizeof *offset);
    int *source = hz_arena_allocate(f->arena, columns, sizeof *source);
    size_t n = 0;
    memcpy(source, f->key, keys * sizeof *source);
    source[keys] = f->plain->origin;
    for (size_t r = 0; r < from->rows; r++)
        for (size_t a = 0; a < wide->ages; a++, n++) {
            source[keys + 1] = source[keys + 2] = wide->age[a];
            line[n] = from->line[r];
            for (size_t c = 0; c < columns; c++) {
                cell[n * columns + c] =
                    c == keys + 1 ? from->header[source[c]] : hz_sheet_cell(from, r, source[c]);
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

static bool refuse_totals(const struct forms *f, struct hz_error *err)
{
    for (size_t r = 0; r < f->sheet->rows; r++)
        if (is_total(hz_sheet_cell(f->sheet, r, f->plain->origin)))
            return hz_error_set(err, HZ_ERROR_DATA, hz_sheet_place(f->sheet, r, f->plain->origin),
                                _("this row looks like the sum of the others: leave it out"));
    return true;
}

static bool read_wide(struct forms *f, struct hz_error *err)
{
    struct wide wide = {0};
    if (f->plain->origin < 0 && f->sheet->columns > 1 && !f->is_used[0])
        f->plain->origin = 0; /* whatever the corner is called */
    if (f->plain->origin >= 0)
        f->is_used[f->plain->origin] = true;
    find_ages(f, &wide);
    if (f->plain->origin < 0 || wide.ages == 0) {
        int column;
        return hz_sheet_find(f->sheet, f->plain->origin < 0 ? "origin" : "development", &column,
                             err);
    }
    f->plain->value = -1;
    if (!refuse_totals(f, err) || !find_groups(f, err))
        return false;
    melt(f, &wide);
    return true;
}

/* ---- Origins and ages as they are written */

/* The distinct texts of a column, and which of them each row has. */
struct column_texts {
    struct hz_text *text;
    size_t count;
    size_t *of_row; /* index in text */
};

static struct column_texts list_texts(struct forms *f, int column)
{
    const struct hz_sheet *sheet = f->sheet;
    struct column_texts list = {.text = hz_arena_allocate(f->arena, sheet->rows, sizeof *list.text),
                                .of_row =
                                    hz_arena_allocate(f->arena, sheet->rows, sizeof *list.of_row)};
    int *key = hz_arena_allocate(f->arena, 1, sizeof *key);
    *key = column;
    const struct hz_row_index index = hz_row_index_new(sheet, key, 1, f->arena);
    for (size_t r = 0; r < sheet->rows; r++) {
        struct hz_text text;
        hz_row_index_key(&index, r, &text);
        size_t *slot = hz_row_index_slot(&index, &text);
        if (*slot == 0) {
            *slot = r + 1;
            list.of_row[r] = list.count;
            list.text[list.count++] = text;
        } else {
            list.of_row[r] = list.of_row[*slot - 1];
        }
    }
    return list;
}

static bool are_stamps(const struct column_texts *list, struct hz_stamp stamp[], size_t *count)
{
    *count = 0;
    for (size_t i = 0; i < list->count; i++)
        *count += hz_stamp_parse(list->text[i], &stamp[i]);
    return *count == list->count && list->count > 0;
}

static bool is_digits(struct hz_text text)
{
    bool are = text.length > 0;
    for (size_t i = 0; i < text.length; i++)
        are &= hz_digit(text.at[i]) <= 9;
    return are;
}

/* Whether all are two years in a row, 2009-10, 2010-11, of which some would do as months. */
static bool are_two_years(const struct column_texts *list)
{
    bool are = list->count > 1;
    for (size_t i = 0; i < list->count && are; i++) {
        const struct hz_text t = list->text[i];
        are = t.length == 7 && t.at[4] == '-' && is_digits((struct hz_text){t.at, 4}) &&
              is_digits((struct hz_text){t.at + 5, 2}) &&
              (number_of(t.at, 4) + 1) % 100 == number_of(t.at + 5, 2);
    }
    return are;
}

/* Three numbers with a stroke or point between: a date, of whatever order. */
static bool looks_like_date(struct hz_text text)
{
    size_t parts = 0, digits = 0;
    for (size_t i = 0; i <= text.length; i++) {
        const bool is_digit = i < text.length && hz_digit(text.at[i]) <= 9;
        if (is_digit) {
            digits++;
            continue;
        }
        if (digits == 0 || digits > 4 || (i < text.length && !strchr("/.-", text.at[i])))
            return false;
        parts++;
        digits = 0;
    }
    return parts == 3;
}

/* Dates, month names and their like become the labels of periods; years with letters stay. */
static bool name_origins(struct forms *f, struct hz_error *err)
{
    const struct column_texts list = list_texts(f, f->plain->origin);
    struct hz_stamp *stamp = hz_arena_allocate(f->arena, list.count, sizeof *stamp);
    size_t known, plain = 0;
    enum hz_grain grain;
    const struct hz_place place = {.file = f->sheet->file};
    const bool are_years = are_two_years(&list);
    for (size_t i = 0; i < list.count && are_years; i++) {
        char *label = hz_arena_string(f->arena, list.text[i]);
        label[4] = '/';
        list.text[i] = hz_text_of(label);
    }
    const bool are_all = are_stamps(&list, stamp, &known);
    for (size_t i = 0; i < list.count; i++)
        plain += stamp[i].is_plain;
    for (size_t i = 0; i < list.count; i++)
        if (stamp[i].year == 0 && looks_like_date(list.text[i]))
            return hz_error_set(err, HZ_ERROR_DATA, place,
                                _("origin \"%.*s\": which part of it is the month cannot be told: "
                                  "expected 2021-07"),
                                HZ_TEXT_ARGS(list.text[i]));
    if (known == plain && !are_years)
        return true;
    for (size_t i = 0; i < list.count && !are_all; i++)
        if (stamp[i].year == 0 && list.text[i].length > 0)
            return hz_error_set(
                err, HZ_ERROR_DATA, place,
                _("origin \"%.*s\": others are written as dates, and this is none that "
                  "can be told: expected 2021, 2021Q3 or 2021-07"),
                HZ_TEXT_ARGS(list.text[i]));
    if (!are_all || !hz_stamps_grain(stamp, list.count, &grain))
        return !are_all ||
               hz_error_set(err, HZ_ERROR_DATA, place,
                            _("origins are written as dates of more than one kind, such as "
                              "\"%.*s\": expected years, quarters or months, all alike (2021-07)"),
                            HZ_TEXT_ARGS(list.text[0]));
    struct hz_sheet *sheet = copy_sheet(f);
    for (size_t i = 0; i < list.count; i++) {
        char label[HZ_PERIOD_TEXT];
        hz_period_format(hz_stamp_period(&stamp[i], grain), grain, label);
        if (are_years)
            continue;
        if (i == 0) {
            note(f, _("origins are taken as periods: \"%.*s\" as %s"), HZ_TEXT_ARGS(list.text[i]),
                 label);
        }
        list.text[i] = hz_arena_text(f->arena, hz_text_of(label));
    }
    for (size_t r = 0; r < sheet->rows; r++)
        put(sheet, r, f->plain->origin, list.text[list.of_row[r]]);
    return true;
}

/* What a calendar development says of each row. */
struct calendar {
    struct column_texts list;
    struct hz_stamp *stamp;
    enum hz_grain grain;
    size_t at_origin; /* rows whose development is their own origin */
    size_t before;    /* rows whose development lies before it */
    bool are_years_only;
    bool has_origins; /* all origins are periods, of one grain */
    enum hz_grain origin_grain;
};

static bool period_of_origin(const struct forms *f, size_t row, hz_period *period,
                             enum hz_grain *grain)
{
    return hz_origin_period(hz_sheet_cell(f->sheet, row, f->plain->origin), period, grain);
}

static bool is_calendar_form(struct hz_text text, const struct hz_stamp *stamp)
{
    return !(is_digits(text) && text.length == 4) && stamp->year > 0;
}

/* Months from an origin's start to the end of a calendar period, or of a day. */
static double months_upto(hz_period origin, enum hz_grain grain, const struct hz_stamp *stamp,
                          enum hz_grain of_stamp)
{
    const hz_period period = hz_stamp_period(stamp, of_stamp);
    return (double)((int64_t)(period + 1) * (int)of_stamp - (int64_t)origin * (int)grain);
}

static struct calendar look_at_development(struct forms *f)
{
    struct calendar c = {.list = list_texts(f, f->plain->development), .has_origins = true};
    size_t known;
    c.stamp = hz_arena_allocate(f->arena, c.list.count, sizeof *c.stamp);
    (void)are_stamps(&c.list, c.stamp, &known);
    c.are_years_only = true;
    for (size_t i = 0; i < c.list.count; i++)
        c.are_years_only &= !is_calendar_form(c.list.text[i], &c.stamp[i]);
    for (size_t r = 0; r < f->sheet->rows; r++) {
        hz_period origin;
        enum hz_grain grain;
        const struct hz_stamp *stamp = &c.stamp[c.list.of_row[r]];
        if (hz_triangle_is_missing(hz_sheet_cell(f->sheet, r, f->plain->value)))
            continue;
        if (!period_of_origin(f, r, &origin, &grain)) {
            c.has_origins = false;
            break;
        }
        c.origin_grain = grain;
        if (stamp->year == 0)
            continue;
        const int year = (int)((int64_t)origin * (int)grain / 12);
        c.at_origin += stamp->year == year;
        c.before += stamp->year < year;
    }
    return c;
}

static bool write_calendar_ages(struct forms *f, const struct calendar *c)
{
    struct hz_sheet *sheet = copy_sheet(f);
    bool are_whole = true;
    for (size_t r = 0; r < sheet->rows; r++) {
        hz_period origin;
        enum hz_grain grain;
        if (!period_of_origin(f, r, &origin, &grain))
            return false;
        are_whole &= fmod(months_upto(origin, grain, &c->stamp[c->list.of_row[r]], c->grain),
                          (double)c->grain) == 0;
    }
    const int unit = are_whole ? (int)c->grain : 1;
    for (size_t r = 0; r < sheet->rows; r++) {
        hz_period origin;
        enum hz_grain grain;
        if (!period_of_origin(f, r, &origin, &grain))
            return false;
        const double months = months_upto(origin, grain, &c->stamp[c->list.of_row[r]], c->grain);
        put(sheet, r, f->plain->development, age_text(f, months / unit));
    }
    f->plain->age_months = unit;
    note(f, _("development is taken as calendar periods, such as \"%.*s\", and turned into ages"),
         HZ_TEXT_ARGS(c->list.text[0]));
    return true;
}

/* Development written as the calendar period of the valuation. */
static bool read_calendar(struct forms *f, const struct calendar *c, bool *is_calendar,
                          struct hz_error *err)
{
    size_t known = 0, calendar = 0;
    for (size_t i = 0; i < c->list.count; i++) {
        known += c->stamp[i].year > 0;
        calendar += is_calendar_form(c->list.text[i], &c->stamp[i]);
    }
    *is_calendar = false;
    const bool looks_so = calendar > 0 || (known > 0 && c->at_origin > 0);
    if (!looks_so || (c->are_years_only && !c->has_origins))
        return true;
    const struct hz_place place = {.file = f->sheet->file};
    if (known < c->list.count || !c->has_origins)
        return hz_error_set(
            err, HZ_ERROR_DATA, place,
            _("development: some are calendar periods and some are not, or origins "
              "are none: expected ages (1, 2, 3), or periods for all (2021, 2021Q3)"));
    enum hz_grain grain;
    if (!hz_stamps_grain(c->stamp, c->list.count, &grain) || (int)grain > (int)c->origin_grain)
        return hz_error_set(err, HZ_ERROR_DATA, place,
                            _("development: the calendar periods are not of one kind, or longer "
                              "than origins, or days within a month: expected ages, or the ends of "
                              "months, quarters or years"));
    if (c->before > 0 || c->at_origin == 0)
        return hz_error_set(err, HZ_ERROR_DATA, place,
                            _("development is written as calendar periods, but some lie before "
                              "their origin, or none is its origin's: expected ages"));
    struct calendar with_grain = *c;
    with_grain.grain = grain;
    *is_calendar = true;
    return write_calendar_ages(f, &with_grain);
}

/* Ages with words in them become numbers. */
static bool read_ages(struct forms *f, const struct calendar *c)
{
    bool are_plain = true;
    int months = 0;
    double age;
    for (size_t i = 0; i < c->list.count; i++) {
        int unit;
        if (!hz_age_parse(c->list.text[i], &age, &unit))
            return true; /* who reads the number says what is wrong with it, and where */
        months = i == 0 || months == unit ? unit : 0;
        are_plain &= strspn(c->list.text[i].at, "0123456789.") >= c->list.text[i].length;
    }
    f->plain->age_months = months;
    if (are_plain)
        return true;
    struct hz_text *number = hz_arena_allocate(f->arena, c->list.count, sizeof *number);
    for (size_t i = 0; i < c->list.count; i++) {
        int unit;
        if (hz_age_parse(c->list.text[i], &age, &unit))
            number[i] = age_text(f, age);
    }
    struct hz_sheet *sheet = copy_sheet(f);
    for (size_t r = 0; r < sheet->rows; r++)
        put(sheet, r, f->plain->development, number[c->list.of_row[r]]);
    return true;
}

bool hz_triangle_forms_read(struct hz_triangle_plain *plain, const struct hz_sheet *sheet,
                            const struct hz_triangle_form *form, struct hz_arena *arena,
                            struct hz_error *err)
{
    static const struct hz_triangle_form usual = {0};
    struct forms f = {.plain = plain,
                      .sheet = sheet,
                      .form = form ? form : &usual,
                      .arena = arena,
                      .is_used = hz_arena_allocate(arena, sheet->columns, sizeof *f.is_used),
                      .key = hz_arena_allocate(arena, sheet->columns, sizeof *f.key)};
    int rivals;
    bool is_calendar;
    *plain = (struct hz_triangle_plain){.sheet = sheet, .value = -1};
    plain->key = f.key;
    use(&f, find_usual(&f, origin_names, &rivals), &plain->origin);
    use(&f, find_usual(&f, development_names, &rivals), &plain->development);
    if (plain->origin < 0 || plain->development < 0) {
        if (!read_wide(&f, err))
            return false;
    } else {
        if (!find_value(&f, err))
            return false;
        if (plain->value < 0)
            return hz_sheet_find(sheet, "value", &plain->value, err);
        if (!find_groups(&f, err))
            return false;
    }
    if (!name_origins(&f, err))
        return false;
    const struct calendar calendar = look_at_development(&f);
    return read_calendar(&f, &calendar, &is_calendar, err) &&
           (is_calendar || read_ages(&f, &calendar));
}
