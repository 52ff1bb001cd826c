/* grid_names.c: what columns are, by their names: see grid.h. */

#include "report/grid.h"

#include "base/attr.h"
#include "file/headings.h"
#include "report/codes.h"

/* A list of names, each with a blank before and behind it. */
static bool is_in(const char *list, struct hz_text name)
{
    if (name.length == 0)
        return false;
    for (const char *at = list; (at = memmem(at, strlen(at), name.at, name.length)); at++)
        if (at[-1] == ' ' && at[name.length] == ' ')
            return true;
    return false;
}

static bool ends_in(struct hz_text name, const char *end)
{
    const size_t length = strlen(end);
    return name.length > length && memcmp(name.at + name.length - length, end, length) == 0;
}

/* Yuan, wherever they stand. A column that is not here is never put into another unit. */
static const char amounts[] =
    " amount contribution contribution_self contribution_unit contribution_union "
    "contribution_government contribution_unstated service_cost ex_gratia_amount ibnr unearned "
    "earned "
    "payout case_estimate run_off ";

/* Yuan beside such a column; elsewhere they may be anything: the error of a factor. */
static const struct {
    const char *beside, *names;
} beside[] = {
    {"ibnr",
     " latest ultimate se process_se parameter_se one_year_se mean mean_error se_error q# margin# "
     "margin_cost_of_capital capital "},
    {"run_off", " reserve paid held reserve_then emerged reserve_now expected_next actual_next "},
    {"closing", " opening expected paid experience factors selections prior method new closing "},
    {"payout", " discounted se "},
    {"unearned", " written "},
};

static const char means[] =
    " mean_payment mean_claim cost_per_enrolment contribution_per_enrolment ";

/* What is written in digits and is no number. */
static const char labels[] = " year period month quarter origin development age office plan "
                             "plan_version province series method "
                             "base_year last_year years test verdict definition level_of code ";

static const char counts[] =
    " enrolments persons units seats payments claims beneficiaries ex_gratia_payments "
    "ex_gratia_claims "
    "rows records read used left_out rejected forecasts refused members covers entries count cells "
    "origins target completed gap ";

/* "q95" is "q#". */
static struct hz_text without_number(struct hz_text name, char room[32])
{
    size_t length = name.length;
    while (length > 0 && (hz_digit(name.at[length - 1]) <= 9 || name.at[length - 1] == '.'))
        length--;
    if (length == name.length || length == 0 || length + 1 >= 32)
        return name;
    memcpy(room, name.at, length);
    room[length] = '#';
    return (struct hz_text){room, length + 1};
}

static bool is_amount(const struct hz_sheet *sheet, struct hz_text column)
{
    char room[32];
    const struct hz_text name = without_number(column, room);
    if (is_in(amounts, column))
        return true;
    for (size_t b = 0; b < HZ_COUNT(beside); b++)
        if (is_in(beside[b].names, name) && hz_sheet_column(sheet, beside[b].beside) >= 0)
            return true;
    return hz_text_equal(column, hz_text_of("value")) && hz_sheet_column(sheet, "development") >= 0;
}

/*
 * Cells that are yuan have two decimals at the most; those of a triangle have two, or they are
 * numbers of claims.
 */
static bool are_yuan(const struct hz_sheet *sheet, int column)
{
    const bool is_value = hz_text_equal(sheet->header[column], hz_text_of("value"));
    for (size_t r = 0; r < sheet->rows; r++) {
        const struct hz_text cell = hz_sheet_cell(sheet, r, column);
        const char *point = memchr(cell.at ? cell.at : "", '.', cell.length);
        const size_t decimals = point ? cell.length - 1 - (size_t)(point - cell.at) : 0;
        if (cell.length > 0 && (decimals > 2 || (is_value && decimals != 2)))
            return false;
    }
    return true;
}

enum hz_report_kind hz_report_kind_of(const struct hz_sheet *sheet, int which)
{
    const struct hz_text column = sheet->header[which];
    if (is_amount(sheet, column))
        return are_yuan(sheet, which) ? HZ_KIND_AMOUNT : HZ_KIND_OTHER;
    if (is_in(means, column))
        return HZ_KIND_MEAN;
    if (is_in(counts, column))
        return HZ_KIND_COUNT;
    if (ends_in(column, "_percent") || ends_in(column, "_growth"))
        return HZ_KIND_PERCENT;
    if (is_in(labels, column))
        return HZ_KIND_LABEL;
    return ends_in(column, "_points") ? HZ_KIND_POINTS : HZ_KIND_OTHER;
}

bool hz_report_column_is(struct hz_text listed, struct hz_text column)
{
    if (listed.length > 0 && listed.at[listed.length - 1] == '?')
        listed.length--;
    return hz_text_equal(listed, column);
}

/* What readers call it in English; without a number, "q95" is "q#". */
static const struct {
    const char *name, *english;
} english[] = {
    {"ibnr", "Reserve"},
    {"latest", "Paid to date"},
    {"ultimate", "Ultimate"},
    {"se", "Standard error"},
    {"cv", "Coefficient of variation"},
    {"one_year_se", "Standard error of one year"},
    {"q#", "# % quantile"},
    {"margin#", "Margin at # %"},
    {"to_ultimate", "Factor to ultimate"},
    {"development_to_ultimate", "Factor to ultimate"},
    {"completion_percent", "Completion (%)"},
    {"contribution_points", "Points of growth"},
    {"ago", "Valuations ago"},
    {"diagonals_ago", "Diagonals ago"},
    {"years", "Number of years"},
};

/* "Mean claim" of mean_claim, "Growth (%)" of growth_percent. */
static void append_english(struct hz_buffer *out, struct hz_text column)
{
    char room[32];
    const struct hz_text name = without_number(column, room);
    const size_t front = name.length > 0 ? name.length - 1 : 0;
    const bool is_numbered = name.at != column.at;
    const struct hz_text number = {column.at + front, column.length - front};
    for (size_t e = 0; e < HZ_COUNT(english); e++)
        if (hz_text_equal(is_numbered ? name : column, hz_text_of(english[e].name))) {
            for (const char *c = english[e].english; *c; c++)
                *c == '#' ? hz_buffer_text(out, number) : hz_buffer_char(out, *c);
            return;
        }
    const bool is_percent = ends_in(column, "_percent");
    const size_t length = column.length - (is_percent ? strlen("_percent") : 0);
    for (size_t i = 0; i < length; i++) {
        const char c = column.at[i];
        hz_buffer_char(out, c == '_' ? ' ' : i == 0 && c >= 'a' && c <= 'z' ? (char)(c - 32) : c);
    }
    hz_buffer_string(out, is_percent ? " (%)" : "");
}

struct hz_text hz_report_heading(enum hz_report_language language, struct hz_text column,
                                 struct hz_arena *arena)
{
    struct hz_buffer printed = {0};
    if (language == HZ_REPORT_ZH)
        hz_heading_print(column, true, 0, &printed);
    else
        append_english(&printed, column);
    const char *heading = hz_arena_string(arena, (struct hz_text){printed.at, printed.length});
    hz_buffer_free(&printed);
    return hz_text_of(heading);
}

struct hz_text hz_report_label(enum hz_report_language language, struct hz_text column,
                               struct hz_text text)
{
    static const char *const of_two_words[][2] = {{"left_out", "left out"},
                                                  {"not_derivable", "not derivable"}};
    if (language == HZ_REPORT_ZH)
        return hz_code_in_chinese(column, text);
    for (size_t w = 0; w < HZ_COUNT(of_two_words); w++)
        if (hz_text_equal(text, hz_text_of(of_two_words[w][0])))
            return hz_text_of(of_two_words[w][1]);
    return text;
}
