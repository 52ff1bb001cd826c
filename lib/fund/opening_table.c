/* opening_table.c: see opening_table.h. */

#include "fund/opening_table.h"

#include "file/sheet.h"

static const char closing[] = "closing_";

struct reading {
    struct hz_sheet sheet;
    int key[3], period, line, amount; /* columns; -1: not there */
};

static bool find_columns(struct reading *in, struct hz_error *err)
{
    static const char *const keys[] = {"province", "office", "plan"};
    for (int k = 0; k < 3; k++)
        in->key[k] = hz_sheet_column(&in->sheet, keys[k]);
    in->period = hz_sheet_column(&in->sheet, "period");
    return (in->period >= 0 || hz_sheet_find(&in->sheet, "year", &in->period, err)) &&
           hz_sheet_find(&in->sheet, "line", &in->line, err) &&
           hz_sheet_find(&in->sheet, "amount", &in->amount, err);
}

/* The amount of the balance that a line is; NULL if it is not of the closing balance. */
static hz_fen *find_line(struct hz_fund_balance *b, struct hz_text line)
{
    const struct {
        const char *name;
        hz_fen *amount;
    } lines[] = {{"assets", &b->assets},
                 {"unearned", &b->unearned},
                 {"deficiency", &b->deficiency},
                 {"outstanding", &b->outstanding},
                 {"deposits", &b->deposits},
                 {"risk_reserve", &b->risk_reserve},
                 {"aid_fund", &b->aid_fund},
                 {"development_fund", &b->development_fund},
                 {"disaster_fund", &b->disaster_fund},
                 {"retained", &b->retained}};
    const size_t length = sizeof closing - 1;
    if (line.length < length || memcmp(line.at, closing, length) != 0)
        return NULL;
    line = (struct hz_text){line.at + length, line.length - length};
    for (size_t i = 0; i < HZ_COUNT(lines); i++)
        if (hz_text_equal(line, hz_text_of(lines[i].name)))
            return lines[i].amount;
    return NULL;
}

/* The keys of a row: "common" stands for none; false for the total of all. */
static bool take_keys(const struct reading *in, size_t row, struct hz_text key[])
{
    bool is_first = true;
    for (int k = 0; k < 3; k++) {
        key[k] = (struct hz_text){"", 0};
        if (in->key[k] < 0)
            continue;
        key[k] = hz_sheet_cell(&in->sheet, row, in->key[k]);
        if (is_first && hz_text_equal(key[k], hz_text_of("total")))
            return false;
        if (is_first && hz_text_equal(key[k], hz_text_of("common")))
            key[k].length = 0;
        is_first = false;
    }
    return true;
}

static struct hz_fund_opening *part_of(struct hz_fund_openings *openings,
                                       const struct hz_text key[])
{
    size_t p = openings->parts;
    while (p > 0 && !(hz_text_equal(openings->part[p - 1].key[0], key[0]) &&
                      hz_text_equal(openings->part[p - 1].key[1], key[1]) &&
                      hz_text_equal(openings->part[p - 1].key[2], key[2])))
        p--;
    if (p > 0)
        return &openings->part[p - 1];
    struct hz_fund_opening *part = &openings->part[openings->parts++];
    memcpy(part->key, key, sizeof part->key);
    return part;
}

/*
 * Adds a row, if it is of a closing balance: of a later period than those before, it begins anew.
 */
static bool take_row(struct hz_fund_openings *openings, const struct reading *in, size_t row,
                     struct hz_error *err)
{
    const struct hz_sheet *sheet = &in->sheet;
    struct hz_fund_balance probe = {0};
    struct hz_text key[3];
    enum hz_grain grain;
    hz_period period;
    hz_fen fen;
    const struct hz_text line = hz_sheet_cell(sheet, row, in->line);
    if (!find_line(&probe, line) || !take_keys(in, row, key))
        return true;
    if (!hz_fiscal_parse(hz_sheet_cell(sheet, row, in->period), &period, &grain,
                         &openings->is_fiscal))
        return hz_error_set(err, HZ_ERROR_DATA, hz_sheet_place(sheet, row, in->period),
                            _("\"%.*s\" is no year or other period"),
                            HZ_TEXT_ARGS(hz_sheet_cell(sheet, row, in->period)));
    if (!hz_sheet_money(sheet, row, in->amount, &fen, err))
        return false;
    const hz_date until = hz_period_last(period, grain);
    if (openings->parts > 0 && until < openings->until)
        return true;
    if (openings->parts == 0 || until > openings->until) {
        memset(openings->part, 0, openings->parts * sizeof *openings->part);
        openings->parts = 0;
        openings->until = until;
    }
    *find_line(&part_of(openings, key)->balance, line) += fen;
    return true;
}

bool hz_fund_openings_read(struct hz_fund_openings *openings, const char *path,
                           struct hz_arena *arena, struct hz_error *err)
{
    struct reading in;
    *openings = (struct hz_fund_openings){0};
    if (!hz_sheet_read(&in.sheet, path, arena, err) || !find_columns(&in, err))
        return false;
    openings->file = in.sheet.file;
    openings->has_plan = in.key[2] >= 0;
    openings->part = hz_arena_allocate(arena, in.sheet.rows + 1, sizeof *openings->part);
    for (size_t r = 0; r < in.sheet.rows; r++)
        if (!take_row(openings, &in, r, err))
            return false;
    if (openings->parts == 0)
        return hz_error_set(err, HZ_ERROR_DATA, (struct hz_place){.file = in.sheet.file},
                            _("there is no closing balance: expected the statement of hz-fund"));
    for (size_t p = 0; p < openings->parts; p++)
        if (hz_fund_gap(&openings->part[p].balance) != 0)
            return hz_error_set(err, HZ_ERROR_DATA, (struct hz_place){.file = in.sheet.file},
                                _("the closing balance of \"%.*s\", \"%.*s\", \"%.*s\" does not "
                                  "balance: expected all closing lines, each once"),
                                HZ_TEXT_ARGS(openings->part[p].key[0]),
                                HZ_TEXT_ARGS(openings->part[p].key[1]),
                                HZ_TEXT_ARGS(openings->part[p].key[2]));
    return true;
}
