/* fund_reserves.c: see fund_reserves.h. */

#include "fund/fund_reserves.h"

#include "base/date.h"

#include <math.h>

static const char *const key_names[3] = {"province", "office", "plan"};

/* The columns of a table of reserves; -1: not there. */
struct columns {
    struct hz_sheet *sheet;
    int key[3], origin, ibnr, method;
};

static bool same_keys(const struct hz_fund_reserve *a, const struct hz_fund_reserve *b)
{
    for (int k = 0; k < 3; k++)
        if (!hz_text_equal(a->key[k], b->key[k]))
            return false;
    return true;
}

/* The group of a row, added if it is the first of it: tables have few. */
static struct hz_fund_reserve *group_of(struct hz_fund_reserve_year *year, const struct columns *c,
                                        size_t row)
{
    struct hz_fund_reserve group = {.line = c->sheet->line[row]};
    size_t g = 0;
    for (int k = 0; k < 3; k++)
        group.key[k] =
            c->key[k] >= 0 ? hz_sheet_cell(c->sheet, row, c->key[k]) : (struct hz_text){"", 0};
    while (g < year->groups && !same_keys(&year->group[g], &group))
        g++;
    if (g == year->groups)
        year->group[year->groups++] = group;
    return &year->group[g];
}

static bool read_row(struct hz_fund_reserve_year *year, const struct columns *c, size_t row,
                     struct hz_error *err)
{
    double yuan;
    const struct hz_sheet *sheet = c->sheet;
    if (c->method >= 0 &&
        !hz_text_equal(hz_sheet_cell(sheet, row, c->method), hz_sheet_cell(sheet, 0, c->method)))
        return hz_error_set(err, HZ_ERROR_DATA, hz_sheet_place(sheet, row, c->method),
                            _("method: \"%.*s\" is a second one: expected the reserve of one"),
                            HZ_TEXT_ARGS(hz_sheet_cell(sheet, row, c->method)));
    if (!hz_sheet_number(sheet, row, c->ibnr, &yuan, err))
        return false;
    if (!(fabs(yuan) < 1e15))
        return hz_error_set(err, HZ_ERROR_DATA, hz_sheet_place(sheet, row, c->ibnr),
                            _("ibnr: \"%.*s\" is no amount of yuan that a fund could owe"),
                            HZ_TEXT_ARGS(hz_sheet_cell(sheet, row, c->ibnr)));
    struct hz_fund_reserve *group = group_of(year, c, row);
    const bool is_total = hz_text_equal(hz_sheet_cell(sheet, row, c->origin), hz_text_of("total"));
    if (is_total && group->is_total)
        return hz_error_set(err, HZ_ERROR_DATA, hz_sheet_place(sheet, row, c->origin),
                            _("there is a total already: expected a table by province, office "
                              "and plan only"));
    if (is_total)
        group->fen = 0;
    if ((is_total || !group->is_total) &&
        __builtin_add_overflow(group->fen, llround(yuan * 100), &group->fen))
        return hz_error_set(err, HZ_ERROR_DATA, hz_sheet_place(sheet, row, c->ibnr),
                            _("ibnr: up to here they add up to more than a fund could owe"));
    group->is_total |= is_total;
    return true;
}

static bool read_table(struct hz_fund_reserve_year *year, const char *path, struct hz_arena *arena,
                       struct hz_error *err)
{
    struct columns c = {.sheet = hz_arena_allocate(arena, 1, sizeof *c.sheet)};
    if (!hz_sheet_read(c.sheet, path, arena, err) ||
        !hz_sheet_find(c.sheet, "origin", &c.origin, err) ||
        !hz_sheet_find(c.sheet, "ibnr", &c.ibnr, err))
        return false;
    c.method = hz_sheet_column(c.sheet, "method");
    for (int k = 0; k < 3; k++) {
        c.key[k] = hz_sheet_column(c.sheet, key_names[k]);
        year->has[k] = c.key[k] >= 0;
    }
    year->file = c.sheet->file;
    year->group = hz_arena_allocate(arena, c.sheet->rows, sizeof *year->group);
    for (size_t r = 0; r < c.sheet->rows; r++)
        if (!read_row(year, &c, r, err))
            return false;
    return true;
}

/* One YEAR:FILE off the front of the list. */
static bool cut(struct hz_text *rest, int *year, struct hz_text *file, struct hz_error *err)
{
    const char *comma = memchr(rest->at, ',', rest->length);
    const struct hz_text piece = {rest->at, comma ? (size_t)(comma - rest->at) : rest->length};
    const char *colon = memchr(piece.at, ':', piece.length);
    const struct hz_text label = {piece.at, colon ? (size_t)(colon - piece.at) : 0};
    enum hz_grain grain;
    hz_period period;
    rest->at += piece.length + (comma != NULL);
    rest->length -= piece.length + (comma != NULL);
    *file = (struct hz_text){label.at + label.length + 1, piece.length - label.length - 1};
    if (!colon || piece.length == label.length + 1 || !hz_period_parse(label, &period, &grain) ||
        grain != HZ_YEAR)
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("\"%.*s\" is not YEAR:FILE: expected the reserves at the end of each "
                              "year, as in 2023:a.csv,2024:b.csv"),
                            HZ_TEXT_ARGS(piece));
    *year = (int)period;
    return true;
}

bool hz_fund_reserves_read(struct hz_fund_reserves *reserves, enum hz_fund_reserve_kind kind,
                           const char *list, struct hz_arena *arena, struct hz_error *err)
{
    struct hz_text rest = hz_text_of(list);
    *reserves = (struct hz_fund_reserves){.kind = kind};
    reserves->year = hz_arena_allocate(arena, rest.length + 1, sizeof *reserves->year);
    do {
        struct hz_fund_reserve_year *next = &reserves->year[reserves->years];
        struct hz_text file;
        if (!cut(&rest, &next->year, &file, err))
            return false;
        for (size_t y = 0; y < reserves->years; y++)
            if (reserves->year[y].year == next->year)
                return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                                    _("the reserves of %d are given twice"), next->year);
        if (!read_table(next, hz_arena_string(arena, file), arena, err))
            return false;
        reserves->years++;
    } while (rest.length > 0);
    return true;
}

bool hz_fund_reserves_find(const struct hz_fund_reserves *reserves, int year,
                           const struct hz_fund_reserve_year **table, struct hz_error *err)
{
    for (size_t y = 0; y < reserves->years; y++)
        if (reserves->year[y].year == year) {
            *table = &reserves->year[y];
            return true;
        }
    return hz_error_set(
        err, HZ_ERROR_DATA, HZ_NOWHERE,
        _("there are no reserves for the end of %d: expected YEAR:FILE for every year of "
          "the ledger"),
        year);
}

static bool agrees(const struct hz_fund_reserve_year *table, const struct hz_fund_reserve *group,
                   const struct hz_fund_share_of *part)
{
    for (int k = 0; k < 3; k++)
        if (table->has[k] && !hz_text_equal(group->key[k], part->key[k]))
            return false;
    return true;
}

/* What parts weigh: what they say, or else their exposure, or else all the same. */
enum weighing { BY_WEIGHT, BY_EXPOSURE, EVENLY };

static double weight_of(const struct hz_fund_share_of *part, enum weighing how)
{
    return how == BY_WEIGHT ? part->weight : how == BY_EXPOSURE ? part->exposure : 1;
}

static bool refuse_group(const struct hz_fund_reserve_year *table,
                         const struct hz_fund_reserve *group, struct hz_error *err)
{
    return hz_error_set(
        err, HZ_ERROR_DATA, (struct hz_place){.file = table->file, .line = group->line},
        _("a reserve of province \"%.*s\", office \"%.*s\", plan \"%.*s\": the "
          "ledger has no such part"),
        HZ_TEXT_ARGS(group->key[0]), HZ_TEXT_ARGS(group->key[1]), HZ_TEXT_ARGS(group->key[2]));
}

static bool refuse_sum(const struct hz_fund_reserve_year *table,
                       const struct hz_fund_reserve *group, struct hz_error *err)
{
    return hz_error_set(err, HZ_ERROR_DATA,
                        (struct hz_place){.file = table->file, .line = group->line},
                        _("with this the reserves of a part add up to more than a fund could owe"));
}

/* Each part has what lies between the rounded sums up to it and up to the one before. */
static bool share_group(const struct hz_fund_reserve_year *table,
                        const struct hz_fund_reserve *group, struct hz_fund_share_of part[],
                        size_t parts, struct hz_error *err)
{
    double all[] = {0, 0, 0}, sum = 0;
    for (size_t p = 0; p < parts; p++)
        for (int how = 0; how <= EVENLY && agrees(table, group, &part[p]); how++)
            all[how] += weight_of(&part[p], (enum weighing)how);
    const enum weighing how = all[BY_WEIGHT] > 0     ? BY_WEIGHT
                              : all[BY_EXPOSURE] > 0 ? BY_EXPOSURE
                                                     : EVENLY;
    if (!(all[EVENLY] > 0))
        return group->fen == 0 || refuse_group(table, group, err);
    hz_sum given = 0;
    size_t last = 0;
    for (size_t p = 0; p < parts; p++) {
        if (!agrees(table, group, &part[p]))
            continue;
        sum += weight_of(&part[p], how);
        const hz_sum until = (hz_sum)round((double)group->fen * fmin(1, sum / all[how]));
        if (__builtin_add_overflow(part[p].fen, until - given, &part[p].fen))
            return refuse_sum(table, group, err);
        given = until;
        last = p;
    }
    /* What a double cannot tell of large sums. */
    return !__builtin_add_overflow(part[last].fen, group->fen - given, &part[last].fen) ||
           refuse_sum(table, group, err);
}

static bool has_group(const struct hz_fund_reserve_year *table, const struct hz_fund_share_of *part)
{
    for (size_t g = 0; g < table->groups; g++)
        if (agrees(table, &table->group[g], part))
            return true;
    return false;
}

bool hz_fund_reserves_share(const struct hz_fund_reserve_year *table,
                            struct hz_fund_share_of part[], size_t parts, struct hz_error *err)
{
    for (size_t p = 0; p < parts; p++)
        if (part[p].has_claims && !has_group(table, &part[p]))
            return hz_error_set(
                err, HZ_ERROR_DATA, (struct hz_place){.file = table->file},
                _("there is no reserve of province \"%.*s\", office \"%.*s\", plan "
                  "\"%.*s\", which has claims in %d: expected a row, of 0 if nothing is "
                  "owed"),
                HZ_TEXT_ARGS(part[p].key[0]), HZ_TEXT_ARGS(part[p].key[1]),
                HZ_TEXT_ARGS(part[p].key[2]), table->year);
    for (size_t g = 0; g < table->groups; g++)
        if (!share_group(table, &table->group[g], part, parts, err))
            return false;
    return true;
}
