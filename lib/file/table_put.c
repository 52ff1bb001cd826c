/* table_put.c: cells, rows and the end of a table go to its format from here: see table_form.h. */

#include "file/table_form.h"

#include "file/headings.h"
#include "file/unit.h"

static const struct hz_table_form *form_of(const struct hz_table *table)
{
    static const struct hz_table_form *const forms[HZ_FORMATS] = {
        &hz_table_people,   &hz_table_csv,  &hz_table_tsv,  &hz_table_json, &hz_table_json_lines,
        &hz_table_markdown, &hz_table_html, &hz_table_xlsx, &hz_table_wide};
    return forms[table->format];
}

/* All columns are there: from here on they go by what is printed. */
static void print_headings(struct hz_table *table)
{
    struct hz_text before = {0};
    for (size_t c = 0; c < table->columns; c++) {
        struct hz_table_head *column = &table->column[c];
        struct hz_buffer heading = {0};
        const struct hz_text name = hz_text_of(column->key);
        const bool is_chinese = table->look.is_chinese;
        hz_heading_print(is_chinese ? hz_heading_sense(name, before) : name, is_chinese,
                         column->zeros, &heading);
        before = name;
        hz_buffer_char(&heading, '\0');
        column->name = heading.at;
        column->width = hz_text_width(hz_text_of(column->name));
    }
}

static void need_begin(struct hz_table *table)
{
    if (table->is_begun)
        return;
    table->is_begun = true;
    print_headings(table);
    if (form_of(table)->begin)
        form_of(table)->begin(table);
}

void hz_table_put(struct hz_table *table, enum hz_cell_kind kind, struct hz_text text)
{
    struct hz_buffer parted = {0};
    need_begin(table);
    if (kind == HZ_CELL_TEXT && table->look.is_chinese && hz_text_equal(text, hz_text_of("total")))
        text = hz_text_of("合计");
    if (kind == HZ_CELL_NUMBER && table->look.has_thousands && table->column[table->at].is_amount) {
        hz_unit_thousands(text, &parted);
        text = (struct hz_text){parted.at, parted.length};
    }
    form_of(table)->cell(table, kind, text);
    table->at++;
    hz_buffer_free(&parted);
}

void hz_table_put_row(struct hz_table *table)
{
    form_of(table)->end_row(table);
    table->at = 0;
    table->rows++;
}

void hz_table_put_end(struct hz_table *table)
{
    need_begin(table);
    form_of(table)->end(table);
}
