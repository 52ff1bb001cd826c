/* triangle_columns_table.c: see triangle_columns_table.h. */

#include "triangle/triangle_columns_table.h"

#include "file/columns.h"
#include "file/row_index.h"
#include "triangle/origin_text.h"

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

void hz_triangle_form_note(struct hz_triangle_forms *f, const char *format, ...)
{
    struct hz_error text = {0}; /* which knows how to say where */
    va_list values;
    if (f->plain->notes == HZ_TRIANGLE_NOTES)
        return;
    va_start(values, format);
    (void)hz_error_vset(&text, HZ_ERROR_DATA, hz_sheet_whole(f->sheet), format, values);
    va_end(values);
    f->plain->note[f->plain->notes++] = hz_arena_string(f->arena, hz_text_of(text.text));
}

/* Small letters without what parts words, lines too: "Accident_Year" is "accidentyear". */
static struct hz_text fold(struct hz_text name, char folded[64])
{
    size_t n = 0;
    for (size_t i = 0; i < name.length && n < 64; i++) {
        const char c = name.at[i];
        if (!strchr(" _-.\t\r\n", c))
            folded[n++] = c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
    }
    return (struct hz_text){folded, n};
}

/* The rank of a header among usual names; -1: it is none of them. */
int hz_triangle_form_rank(struct hz_text header, const char *const names[])
{
    char space[64];
    const struct hz_text folded = fold(header, space);
    for (int n = 0; names[n]; n++)
        if (hz_text_equal(folded, hz_text_of(names[n])))
            return n;
    return -1;
}

/* The column with the first of the usual names; -1: none. An exact name comes before all. */
static int find_usual(const struct hz_triangle_forms *f, const char *const names[], int *rivals)
{
    int found = hz_sheet_column(f->sheet, names[0]), best = found >= 0 ? 0 : -1;
    *rivals = 0;
    for (int c = 0; c < (int)f->sheet->columns; c++) {
        const int rank = f->is_used[c] ? -1 : hz_triangle_form_rank(f->sheet->header[c], names);
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
int hz_triangle_form_named(const struct hz_triangle_forms *f, struct hz_text name)
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

bool hz_triangle_form_refuse(const struct hz_triangle_forms *f, struct hz_text name,
                             const char *option, struct hz_error *err)
{
    struct hz_buffer list = {0}, wanted = {0};
    hz_buffer_text(&wanted, name);
    hz_buffer_char(&wanted, '\0');
    hz_column_list(f->sheet->header, f->sheet->columns, wanted.at, &list);
    hz_error_set(err, HZ_ERROR_DATA, hz_sheet_whole(f->sheet),
                 _("there is no column \"%.*s\"%s; the header has: %.*s"), HZ_TEXT_ARGS(name),
                 option, (int)list.length, list.at);
    hz_buffer_free(&wanted);
    hz_buffer_free(&list);
    return false;
}

void hz_triangle_form_use(struct hz_triangle_forms *f, int column, int *as)
{
    *as = column;
    if (column >= 0)
        f->is_used[column] = true;
}

/* Makes a sheet of so many rows of the same columns in place of the one that was read. */
struct hz_sheet *hz_triangle_form_copy(struct hz_triangle_forms *f)
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

void hz_triangle_form_put(struct hz_sheet *sheet, size_t row, int column, struct hz_text text)
{
    struct hz_text *cells = (struct hz_text *)sheet->cell; /* hz_triangle_form_copy made them */
    cells[row * sheet->columns + (size_t)column] = text;
}

bool hz_triangle_form_value(struct hz_triangle_forms *f, struct hz_error *err)
{
    int rivals;
    if (f->form->value) {
        hz_triangle_form_use(f, hz_triangle_form_named(f, hz_text_of(f->form->value)),
                             &f->plain->value);
        return f->plain->value >= 0 ||
               hz_triangle_form_refuse(f, hz_text_of(f->form->value), _(" (--value)"), err);
    }
    const int found = find_usual(f, value_names, &rivals);
    if (found >= 0 && rivals > 1 && hz_triangle_form_rank(f->sheet->header[found], value_names) > 0)
        return hz_error_set(err, HZ_ERROR_DATA, hz_sheet_whole(f->sheet),
                            _("there are %d columns of amounts: say which one is meant, as with "
                              "--value %.*s"),
                            rivals, HZ_TEXT_ARGS(f->sheet->header[found]));
    hz_triangle_form_use(f, found, &f->plain->value);
    return true;
}

void hz_triangle_form_times(struct hz_triangle_forms *f)
{
    int rivals;
    hz_triangle_form_use(f, find_usual(f, origin_names, &rivals), &f->plain->origin);
    hz_triangle_form_use(f, find_usual(f, development_names, &rivals), &f->plain->development);
}

bool hz_triangle_form_is_origin(struct hz_text header)
{
    return hz_triangle_form_rank(header, origin_names) >= 0;
}

bool hz_triangle_is_missing(struct hz_text cell)
{
    static const char *const words[] = {"NA",   "N/A",  "n/a",  "n.a.", "NaN",  "nan", "null",
                                        "NULL", "#N/A", "<NA>", "None", "none", "-",   "–",
                                        "—",    "--",   ".",    "/",    "*",    "无"};
    bool is_missing = cell.length == 0;
    for (size_t w = 0; w < HZ_COUNT(words) && !is_missing; w++)
        is_missing = hz_text_equal(cell, hz_text_of(words[w]));
    return is_missing;
}

struct hz_column_texts hz_triangle_form_texts(struct hz_triangle_forms *f, int column)
{
    const struct hz_sheet *sheet = f->sheet;
    struct hz_column_texts list = {
        .text = hz_arena_allocate(f->arena, sheet->rows, sizeof *list.text),
        .of_row = hz_arena_allocate(f->arena, sheet->rows, sizeof *list.of_row)};
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

bool hz_triangle_form_refuse_days(const struct hz_triangle_forms *f, const char *what,
                                  const struct hz_column_texts *list, struct hz_error *err)
{
    bool are_days = list->count > 1;
    for (size_t i = 0; i < list->count && are_days; i++)
        are_days = hz_is_day_number(list->text[i]);
    return !are_days ||
           hz_error_set(err, HZ_ERROR_DATA, hz_sheet_whole(f->sheet),
                        _("%s \"%.*s\" looks like the number of a day in a spreadsheet: write "
                          "dates (2021-07-31) or periods (2021, 2021Q3, 2021-07)"),
                        what, HZ_TEXT_ARGS(list->text[0]));
}
