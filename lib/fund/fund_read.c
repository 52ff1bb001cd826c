/* fund_read.c: a ledger becomes the books of each part of a fund; see fund_table.h. */

#include "fund/fund_table.h"

#include <inttypes.h>
#include <math.h>
#include <stdlib.h>

/* A row of the ledger. */
struct entry {
    struct hz_text key[3];
    int year;
    int line;
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
    const struct hz_text text = hz_sheet_cell(in->sheet, row, in->amount);
    hz_fen fen = 0;
    if (hz_ledger_items[e->line].is_money
            ? hz_money_parse(text, &fen) != HZ_MONEY_GOOD
            : !hz_sum_parse(text, &e->amount) || e->amount != (int64_t)e->amount)
        return refuse(in, row, in->amount,
                      _("is no figure of a ledger: expected it as hz-ledger has it"), err);
    if (hz_ledger_items[e->line].is_money)
        e->amount = fen;
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
    if (!sheet->file)
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
    count->year = e->year;
    count->persons = e->amount;
    return true;
}

static bool read_entry(struct reading *in, size_t row, struct hz_error *err)
{
    struct entry *e = &in->entry[in->entries];
    const struct hz_text item = hz_sheet_cell(in->sheet, row, in->item);
    const struct hz_text period = hz_sheet_cell(in->sheet, row, in->period);
    enum hz_grain grain;
    hz_period year;
    if (hz_text_equal(item, hz_text_of("item")))
        return true; /* the header of a ledger that was joined to another */
    *e = (struct entry){.row = row};
    for (int k = 0; k < 3; k++)
        e->key[k] = hz_sheet_cell(in->sheet, row, in->key[k]);
    if (!hz_period_parse(period, &year, &grain) || grain != HZ_YEAR)
        return refuse(in, row, in->period, _("is no year: expected hz-ledger --grain year"), err);
    e->year = (int)year;
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
    return a->year != b->year ? a->year - b->year : a->line - b->line;
}

static bool check_entries(const struct reading *in, struct hz_fund *fund, size_t *keys,
                          struct hz_error *err)
{
    for (size_t i = 0; i < in->entries; i++) {
        const struct entry *e = &in->entry[i];
        fund->first = i == 0 || e->year < fund->first ? e->year : fund->first;
        fund->last = i == 0 || e->year > fund->last ? e->year : fund->last;
        *keys += i == 0 || compare_keys(e - 1, e) != 0;
        if (i > 0 && by_place(e - 1, e) == 0)
            return hz_error_set(err, HZ_ERROR_DATA, hz_sheet_place(in->sheet, e->row, in->item),
                                _("%s: stands on line %" PRIu64 " already, for the same part and "
                                  "year"),
                                hz_ledger_items[e->line].name, in->sheet->line[e[-1].row]);
    }
    if (in->entries == 0)
        return hz_error_set(err, HZ_ERROR_DATA, (struct hz_place){.file = in->sheet->file},
                            _("there is no row: expected the ledger of members and claims"));
    return fund->last - fund->first < 200 ||
           hz_error_set(err, HZ_ERROR_DATA, (struct hz_place){.file = in->sheet->file},
                        _("the years %d to %d are more than 200"), fund->first, fund->last);
}

/* A part for each key and year, and the common one first. */
static void lay_out(const struct reading *in, struct hz_fund *fund, size_t keys,
                    struct hz_arena *arena)
{
    const size_t years = (size_t)(fund->last - fund->first) + 1;
    fund->parts = (keys + 1) * years;
    fund->part = hz_arena_allocate(arena, fund->parts, sizeof *fund->part);
    for (size_t p = 0; p < fund->parts; p++)
        fund->part[p].year = fund->first + (int)(p % years);
    size_t base = 0;
    for (size_t i = 0; i < in->entries; i++) {
        const struct entry *e = &in->entry[i];
        if (i == 0 || compare_keys(e - 1, e) != 0) {
            base += years;
            for (size_t y = 0; y < years; y++)
                memcpy(fund->part[base + y].key, e->key, sizeof e->key);
        }
        fund->part[base + (size_t)(e->year - fund->first)].line[e->line] = e->amount;
    }
}

/* ---- Books */

static hz_fen ibnr_of(const struct hz_fund *fund, const struct hz_fund_part *part)
{
    hz_fen ibnr = 0;
    const hz_sum paid = part->line[HZ_LEDGER_PAID];
    return paid > 0 && hz_fen_round(hz_fen_times_exact((hz_fen)paid, fund->terms.ibnr), &ibnr)
               ? ibnr
               : 0;
}

/* Payouts and exposure of a plan in a year, over all offices. */
static double paid_a_day(const struct hz_fund *fund, const struct hz_fund_part *of)
{
    double paid = 0, exposure = 0;
    for (size_t p = 0; p < fund->parts; p++) {
        const struct hz_fund_part *part = &fund->part[p];
        if (part->year != of->year || !hz_text_equal(part->key[2], of->key[2]))
            continue;
        paid += (double)part->line[HZ_LEDGER_PAID];
        exposure += (double)part->line[HZ_LEDGER_EXPOSURE];
    }
    return exposure > 0 && paid > 0 ? paid / exposure : 0;
}

/* By the table of reserves of a year, shared out to all parts but the common one. */
static bool take_reserves(struct hz_fund *fund, size_t year, size_t years, struct hz_arena *arena,
                          struct hz_error *err)
{
    const struct hz_fund_reserve_year *table;
    const size_t parts = fund->parts / years - 1;
    struct hz_fund_share_of *share = hz_arena_allocate(arena, parts, sizeof *share);
    if (!hz_fund_reserves_find(fund->reserves, fund->part[year].year, &table, err))
        return false;
    for (size_t i = 0; i < parts; i++) {
        const struct hz_fund_part *part = &fund->part[(i + 1) * years + year];
        memcpy(share[i].key, part->key, sizeof part->key);
        share[i].exposure = (double)part->line[HZ_LEDGER_EXPOSURE];
        share[i].has_claims =
            part->line[HZ_LEDGER_PAID] != 0 || part->line[HZ_LEDGER_OUTSTANDING] != 0;
        share[i].weight = paid_a_day(fund, part) * share[i].exposure;
    }
    if (!hz_fund_reserves_share(table, share, parts, err))
        return false;
    for (size_t i = 0; i < parts; i++) {
        struct hz_fund_part *part = &fund->part[(i + 1) * years + year];
        part->outstanding = share[i].fen;
        if (fund->reserves->kind == HZ_RESERVE_IBNR)
            part->outstanding += (hz_fen)part->line[HZ_LEDGER_OUTSTANDING];
    }
    return true;
}

static bool find_outstanding(struct hz_fund *fund, size_t years, struct hz_arena *arena,
                             struct hz_error *err)
{
    if (!fund->reserves && fund->terms.line[HZ_FUND_IBNR] == 0)
        return hz_error_set(err, HZ_ERROR_DATA, (struct hz_place){.file = fund->terms.file},
                            _("the key \"ibnr\" is missing: expected it, or tables of reserves"));
    for (size_t p = 0; p < fund->parts && !fund->reserves; p++)
        fund->part[p].outstanding =
            (hz_fen)(fund->part[p].line[HZ_LEDGER_OUTSTANDING] + ibnr_of(fund, &fund->part[p]));
    for (size_t y = 0; y < years && fund->reserves; y++)
        if (!take_reserves(fund, y, years, arena, err))
            return false;
    return true;
}

/* What a plan's day of cover for one unit has cost in a year, in fen, over all offices. */
static double cost_of_day(const struct hz_fund *fund, const struct hz_fund_part *of)
{
    double incurred = 0, exposure = 0;
    for (size_t p = 0; p < fund->parts; p++) {
        const struct hz_fund_part *part = &fund->part[p];
        if (part->year != of->year || !hz_text_equal(part->key[2], of->key[2]))
            continue;
        const hz_fen before = part->year > fund->first ? part[-1].outstanding : 0;
        incurred += (double)(part->line[HZ_LEDGER_PAID] + part->outstanding - before);
        exposure += (double)part->line[HZ_LEDGER_EXPOSURE];
    }
    return exposure > 0 && incurred > 0 ? incurred / exposure : 0;
}

static double as_double(struct hz_decimal rate)
{
    return (double)rate.value / (double)HZ_DECIMAL_ONE;
}

static bool keep_books(struct hz_fund *fund, struct hz_fund_part *part, struct hz_error *err)
{
    static const int payers[HZ_FUND_PAYERS] = {HZ_LEDGER_SELF, HZ_LEDGER_UNIT, HZ_LEDGER_UNION,
                                               HZ_LEDGER_GOVERNMENT, HZ_LEDGER_OTHER};
    struct hz_fund_balance opening = {0};
    struct hz_fund_flow flow = {.paid = (hz_fen)part->line[HZ_LEDGER_PAID],
                                .aid = (hz_fen)part->line[HZ_LEDGER_AID],
                                .unearned = (hz_fen)part->line[HZ_LEDGER_UNEARNED],
                                .outstanding = part->outstanding};
    for (int p = 0; p < HZ_FUND_PAYERS; p++)
        flow.payer[p] = (hz_fen)part->line[payers[p]];
    if (part->line[HZ_LEDGER_REMAINING] > 0)
        part->best_estimate = cost_of_day(fund, part) * (double)part->line[HZ_LEDGER_REMAINING] *
                              (1 + as_double(fund->terms.claim_expenses)) *
                              (1 + as_double(fund->terms.margin));
    if (part->best_estimate > (double)flow.unearned)
        flow.deficiency = (hz_fen)llround(part->best_estimate) - flow.unearned;
    if (flow.unearned == 0)
        part->of_gifts = flow.deficiency;
    if (part->year > fund->first)
        opening = part[-1].books.closing;
    else if (part->key[2].length == 0)
        opening.assets = opening.retained = fund->terms.opening;
    return hz_fund_advance(&fund->terms.rates, &opening, &flow, &part->books, err);
}

/* All parts of a year, and then what the fund as a whole shares; the common part is the first. */
static bool keep_year(struct hz_fund *fund, size_t year, size_t years, struct hz_error *err)
{
    struct hz_fund_year whole = {0};
    for (size_t p = year; p < fund->parts; p += years) {
        if (!keep_books(fund, &fund->part[p], err))
            return false;
        hz_fund_add(&whole, &fund->part[p].books);
    }
    return hz_fund_share(&fund->terms.rates, &whole, &fund->part[year].books, err);
}

bool hz_fund_read(struct hz_fund *fund, const struct hz_fund_sources *sources,
                  struct hz_arena *arena, struct hz_error *err)
{
    const struct hz_sheet *sheet = sources->ledger;
    struct reading in = {.sheet = sheet, .fund = fund};
    size_t keys = 0;
    *fund = (struct hz_fund){.file = sheet->file,
                             .reserves = sources->reserves,
                             .has_provinces = sources->provinces != NULL};
    fund->count = hz_arena_allocate(arena, sheet->rows, sizeof *fund->count);
    in.entry = hz_arena_allocate(arena, sheet->rows, sizeof *in.entry);
    if (!find_columns(&in, err) || !hz_fund_terms_read(&fund->terms, sources->terms, arena, err) ||
        !read_provinces(&in, sources->provinces, arena, err))
        return false;
    for (size_t r = 0; r < sheet->rows; r++)
        if (!read_entry(&in, r, err))
            return false;
    qsort(in.entry, in.entries, sizeof *in.entry, by_place);
    if (!check_entries(&in, fund, &keys, err))
        return false;
    lay_out(&in, fund, keys, arena);
    const size_t years = (size_t)(fund->last - fund->first) + 1;
    if (!find_outstanding(fund, years, arena, err))
        return false;
    for (size_t y = 0; y < years; y++)
        if (!keep_year(fund, y, years, err))
            return false;
    return true;
}
