/* fund_read.c: a ledger becomes the parts of a fund; see fund_table.h and fund_books.h. */

#include "fund/fund_books.h"
#include "fund/fund_table.h"

#include <inttypes.h>
#include <stdlib.h>

/* A row of the ledger. */
struct entry {
    struct hz_text key[3];
    hz_period period;
    int line; /* HZ_LEDGER_LINES: none, a part that only has an opening balance */
    hz_sum amount;
    size_t row;
};

struct reading {
    const struct hz_sheet *sheet;
    struct hz_fund *fund;
    int key[3], period, item, amount;
    struct entry *entry;
    size_t entries;
    struct hz_sheet provinces; /* no file: the ledger's */
    int office, province;      /* its columns */
};

static bool find_columns(struct reading *in, struct hz_error *err)
{
    const struct hz_sheet *s = in->sheet;
    return hz_sheet_find(s, "province", &in->key[0], err) &&
           hz_sheet_find(s, "office", &in->key[1], err) &&
           hz_sheet_find(s, "plan", &in->key[2], err) &&
           hz_sheet_find(s, "period", &in->period, err) &&
           hz_sheet_find(s, "item", &in->item, err) && hz_sheet_find(s, "amount", &in->amount, err);
}

static bool refuse(const struct reading *in, size_t row, int column, const char *want,
                   struct hz_error *err)
{
    return hz_error_set(err, HZ_ERROR_DATA, hz_sheet_place(in->sheet, row, column),
                        "%.*s: \"%.*s\" %s", HZ_TEXT_ARGS(in->sheet->header[column]),
                        HZ_TEXT_ARGS(hz_sheet_cell(in->sheet, row, column)), want);
}

static bool read_amount(const struct reading *in, size_t row, struct entry *e, struct hz_error *err)
{
    hz_fen fen = 0;
    int64_t count = 0;
    if (hz_ledger_items[e->line].is_money
            ? !hz_sheet_money(in->sheet, row, in->amount, &fen, err)
            : !hz_sheet_integer(in->sheet, row, in->amount, &count, err))
        return false;
    e->amount = hz_ledger_items[e->line].is_money ? fen : count;
    return true;
}

/* Each office once; few enough to look through. */
static bool read_provinces(struct reading *in, const char *path, struct hz_arena *arena,
                           struct hz_error *err)
{
    struct hz_sheet *sheet = &in->provinces;
    if (!path)
        return true;
    if (!hz_sheet_read(sheet, path, arena, err) ||
        !hz_sheet_find(sheet, "office", &in->office, err) ||
        !hz_sheet_find(sheet, "province", &in->province, err))
        return false;
    for (size_t r = 0; r < sheet->rows; r++)
        for (size_t before = 0; before < r; before++)
            if (hz_text_equal(hz_sheet_cell(sheet, r, in->office),
                              hz_sheet_cell(sheet, before, in->office)))
                return hz_error_set(err, HZ_ERROR_DATA, hz_sheet_place(sheet, r, in->office),
                                    _("office \"%.*s\" stands on line %" PRIu64 " already"),
                                    HZ_TEXT_ARGS(hz_sheet_cell(sheet, r, in->office)),
                                    sheet->line[before]);
    return true;
}

static bool take_province(const struct reading *in, struct entry *e, struct hz_error *err)
{
    const struct hz_sheet *sheet = &in->provinces;
    if (!sheet->file || e->key[1].length == 0)
        return true;
    for (size_t r = 0; r < sheet->rows; r++)
        if (hz_text_equal(hz_sheet_cell(sheet, r, in->office), e->key[1])) {
            e->key[0] = hz_sheet_cell(sheet, r, in->province);
            return true;
        }
    return hz_error_set(err, HZ_ERROR_DATA, hz_sheet_place(in->sheet, e->row, in->key[1]),
                        _("office: \"%.*s\" has no province in %s: expected a row of it"),
                        HZ_TEXT_ARGS(e->key[1]), sheet->file);
}

/* Persons of several parts do not add up: they stand apart. */
static bool keep_count(struct reading *in, const struct entry *e)
{
    struct hz_fund_persons *count = &in->fund->count[in->fund->counts++];
    memcpy(count->key, e->key, sizeof count->key);
    count->period = e->period;
    count->persons = e->amount;
    count->row = e->row;
    return true;
}

static int by_count(const void *left, const void *right)
{
    const struct hz_fund_persons *a = left, *b = right;
    int order = a->period - b->period;
    for (int k = 0; k < 3 && order == 0; k++)
        order = hz_text_compare(a->key[k], b->key[k]);
    return order;
}

/* Those of several ledgers that were joined count some persons twice: no sum of them is right. */
static bool check_counts(const struct reading *in, struct hz_error *err)
{
    struct hz_fund_persons *count = in->fund->count;
    qsort(count, in->fund->counts, sizeof *count, by_count);
    for (size_t c = 1; c < in->fund->counts; c++) {
        const size_t a = count[c - 1].row, b = count[c].row, later = a > b ? a : b;
        if (by_count(&count[c - 1], &count[c]) == 0)
            return hz_error_set(err, HZ_ERROR_DATA, hz_sheet_place(in->sheet, later, in->item),
                                _("persons: stands on line %" PRIu64 " already, for the same part "
                                  "and period: expected one hz-ledger of all members"),
                                in->sheet->line[a + b - later]);
    }
    return true;
}

static bool read_entry(struct reading *in, size_t row, struct hz_error *err)
{
    struct entry *e = &in->entry[in->entries];
    const struct hz_text item = hz_sheet_cell(in->sheet, row, in->item);
    const struct hz_text period = hz_sheet_cell(in->sheet, row, in->period);
    struct hz_fund *fund = in->fund;
    enum hz_grain grain;
    if (hz_text_equal(item, hz_text_of("item")))
        return true; /* the header of a ledger that was joined to another */
    *e = (struct entry){.row = row};
    for (int k = 0; k < 3; k++)
        e->key[k] = hz_sheet_cell(in->sheet, row, in->key[k]);
    bool is_fiscal;
    if (!hz_fiscal_parse(period, &e->period, &grain, &is_fiscal) ||
        (fund->grain != 0 && (grain != fund->grain || is_fiscal != fund->is_fiscal)))
        return refuse(
            in, row, in->period,
            _("is no period of the length of those before: expected one hz-ledger --grain"), err);
    fund->grain = grain;
    fund->is_fiscal = is_fiscal;
    while (e->line < HZ_LEDGER_LINES &&
           !hz_text_equal(item, hz_text_of(hz_ledger_items[e->line].name)))
        e->line++;
    if (e->line == HZ_LEDGER_LINES)
        return refuse(in, row, in->item, _("is no item of a ledger"), err);
    if (e->line == HZ_LEDGER_PERSONS)
        return read_amount(in, row, e, err) && keep_count(in, e);
    in->entries++;
    return take_province(in, e, err) && read_amount(in, row, e, err);
}

static int compare_keys(const struct entry *a, const struct entry *b)
{
    int order = 0;
    for (int k = 0; k < 3 && order == 0; k++)
        order = hz_text_compare(a->key[k], b->key[k]);
    return order;
}

static int by_place(const void *left, const void *right)
{
    const struct entry *a = left, *b = right;
    const int order = compare_keys(a, b);
    if (order != 0)
        return order;
    return a->period != b->period ? a->period - b->period : a->line - b->line;
}

static bool check_periods(const struct reading *in, struct hz_fund *fund, struct hz_error *err)
{
    const struct hz_fund_openings *openings = fund->openings;
    const int per_year = HZ_YEAR / (int)fund->grain;
    fund->begin = fund->first;
    if (openings)
        fund->begin = hz_period_of(openings->until + 1, fund->grain);
    if (openings && openings->is_fiscal != fund->is_fiscal)
        return hz_error_set(err, HZ_ERROR_DATA, (struct hz_place){.file = openings->file},
                            _("the statement's years and the ledger's do not start with the same "
                              "month: expected one hz-ledger --year-starts"));
    if (openings && hz_fund_year_of(fund, fund->begin - 1) == hz_fund_year_of(fund, fund->begin))
        return hz_error_set(err, HZ_ERROR_DATA, (struct hz_place){.file = openings->file},
                            _("the statement ends within a year, whose surplus so far would not be "
                              "shared: expected one up to the end of a year"));
    if (openings && (hz_period_first(fund->begin, fund->grain) != openings->until + 1 ||
                     fund->begin < fund->first || fund->begin > fund->last))
        return hz_error_set(err, HZ_ERROR_DATA, (struct hz_place){.file = openings->file},
                            _("the statement ends before a period that the ledger does not begin "
                              "with or have: expected a ledger from the day after it on"));
    return fund->last - fund->first < 200 * per_year ||
           hz_error_set(err, HZ_ERROR_DATA, hz_sheet_whole(in->sheet),
                        _("the years %d to %d are more than 200"), fund->first / per_year,
                        fund->last / per_year);
}

static bool check_entries(const struct reading *in, struct hz_error *err)
{
    for (size_t i = 0; i < in->entries; i++) {
        const struct entry *e = &in->entry[i];
        if (i > 0 && by_place(e - 1, e) == 0)
            return hz_error_set(err, HZ_ERROR_DATA, hz_sheet_place(in->sheet, e->row, in->item),
                                _("%s: stands on line %" PRIu64 " already, for the same part and "
                                  "period"),
                                hz_ledger_items[e->line].name, in->sheet->line[e[-1].row]);
    }
    return true;
}

/* Cover that goes on has rows of the next period: without any, a ledger is missing. */
static bool check_gaps(const struct reading *in, struct hz_arena *arena, struct hz_error *err)
{
    const struct hz_fund *fund = in->fund;
    const size_t periods = (size_t)(fund->last - fund->first) + 1;
    bool *has_rows = hz_arena_allocate(arena, periods, sizeof *has_rows);
    bool *goes_on = hz_arena_allocate(arena, periods, sizeof *goes_on);
    for (size_t i = 0; i < in->entries; i++) {
        const struct entry *e = &in->entry[i];
        const bool is_to_come = e->line == HZ_LEDGER_UNEARNED || e->line == HZ_LEDGER_REMAINING;
        has_rows[e->period - fund->first] = true;
        goes_on[e->period - fund->first] |= is_to_come && e->amount != 0;
    }
    for (size_t p = 1; p < periods; p++) {
        char label[HZ_FISCAL_TEXT];
        if (has_rows[p] || !goes_on[p - 1])
            continue;
        hz_fiscal_format(fund->first + (hz_period)p, fund->grain, fund->is_fiscal, label);
        return hz_error_set(err, HZ_ERROR_DATA, hz_sheet_whole(in->sheet),
                            _("there is no row of %s, in which cover goes on: expected the ledger "
                              "of that, too"),
                            label);
    }
    return true;
}

static bool is_common(const struct hz_text key[])
{
    return key[0].length + key[1].length + key[2].length == 0;
}

/* Parts that have an opening balance, whether the ledger has anything of them or not. */
static void add_openings(struct reading *in, const struct hz_fund *fund)
{
    for (size_t p = 0; fund->openings && p < fund->openings->parts; p++) {
        struct entry *e = &in->entry[in->entries++];
        *e = (struct entry){.period = fund->begin, .line = HZ_LEDGER_LINES};
        memcpy(e->key, fund->openings->part[p].key, sizeof e->key);
    }
}

/* A part for each key and period, and the common one first. */
static void lay_out(const struct reading *in, struct hz_fund *fund, struct hz_arena *arena)
{
    const size_t periods = (size_t)(fund->last - fund->first) + 1;
    size_t keys = 0, base = 0;
    for (size_t i = 0; i < in->entries; i++)
        keys += !is_common(in->entry[i].key) &&
                (i == 0 || compare_keys(&in->entry[i - 1], &in->entry[i]) != 0);
    fund->periods = periods;
    fund->parts = (keys + 1) * periods;
    fund->part = hz_arena_allocate(arena, fund->parts, sizeof *fund->part);
    for (size_t p = 0; p < fund->parts; p++)
        fund->part[p].period = fund->first + (hz_period)(p % periods);
    for (size_t i = 0; i < in->entries; i++) {
        const struct entry *e = &in->entry[i];
        if (!is_common(e->key) && (i == 0 || compare_keys(e - 1, e) != 0)) {
            base += periods;
            for (size_t y = 0; y < periods; y++)
                memcpy(fund->part[base + y].key, e->key, sizeof e->key);
        }
        if (e->line < HZ_LEDGER_LINES)
            fund->part[base + (size_t)(e->period - fund->first)].line[e->line] = e->amount;
    }
}

/* The balance that each part begins with: of the statement before, or else of the terms. */
static void set_openings(struct hz_fund *fund)
{
    const size_t at = (size_t)(fund->begin - fund->first);
    if (!fund->openings)
        fund->part[at].opening = fund->terms.opening;
    for (size_t p = at; fund->openings && p < fund->parts; p += fund->periods)
        for (size_t o = 0; o < fund->openings->parts; o++) {
            const struct hz_fund_opening *opening = &fund->openings->part[o];
            if (hz_text_equal(opening->key[0], fund->part[p].key[0]) &&
                hz_text_equal(opening->key[1], fund->part[p].key[1]) &&
                hz_text_equal(opening->key[2], fund->part[p].key[2]))
                fund->part[p].opening = opening->balance;
        }
}

bool hz_fund_read(struct hz_fund *fund, const struct hz_fund_sources *sources,
                  struct hz_arena *arena, struct hz_error *err)
{
    const struct hz_sheet *sheet = sources->ledger;
    struct reading in = {.sheet = sheet, .fund = fund};
    const size_t openings = sources->openings ? sources->openings->parts : 0;
    *fund = (struct hz_fund){.file = sheet->file,
                             .reserves = sources->reserves,
                             .openings = sources->openings,
                             .has_provinces = sources->provinces != NULL};
    fund->count = hz_arena_allocate(arena, sheet->rows, sizeof *fund->count);
    in.entry = hz_arena_allocate(arena, sheet->rows + openings, sizeof *in.entry);
    if (!find_columns(&in, err) || !hz_fund_terms_read(&fund->terms, sources->terms, arena, err) ||
        !read_provinces(&in, sources->provinces, arena, err))
        return false;
    for (size_t r = 0; r < sheet->rows; r++)
        if (!read_entry(&in, r, err))
            return false;
    if (in.entries == 0)
        return hz_error_set(err, HZ_ERROR_DATA, hz_sheet_whole(sheet),
                            _("there is no row: expected the ledger of members and claims"));
    fund->first = fund->last = in.entry[0].period;
    for (size_t i = 0; i < in.entries; i++) {
        const hz_period period = in.entry[i].period;
        fund->first = period < fund->first ? period : fund->first;
        fund->last = period > fund->last ? period : fund->last;
    }
    if (!check_periods(&in, fund, err) || !check_gaps(&in, arena, err))
        return false;
    add_openings(&in, fund);
    qsort(in.entry, in.entries, sizeof *in.entry, by_place);
    if (!check_entries(&in, err) || !check_counts(&in, err))
        return false;
    lay_out(&in, fund, arena);
    set_openings(fund);
    return hz_fund_keep(fund, arena, err);
}
