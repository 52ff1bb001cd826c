/* price_table.c: see price_table.h. */

#include "project/price_table.h"

#include "project/price.h"

#include <math.h>
#include <stdio.h>

enum { PLAN, SIMILAR, PERSONS, EXPOSURE, PAYOUTS, MEAN, CV, NEEDED, CREDIBILITY = NEEDED, COLUMNS };
enum { PERSONS_MOST = 2000000000 };

/* A row's place, and what it says. */
struct row {
    size_t at;
    struct hz_text plan, name;
    double persons;
};

struct pricing {
    const struct hz_sheet *sheet;
    const struct hz_price_table_order *order;
    struct hz_table *out;
    int column[COLUMNS];
    struct row *row; /* of one new plan: as many as similar ones */
    struct hz_similar *similar;
    size_t count;
    struct hz_arena arena;
};

static struct hz_text cell(const struct pricing *p, size_t r, int column)
{
    return hz_sheet_cell(p->sheet, r, p->column[column]);
}

static struct hz_place place(const struct pricing *p, size_t r, int column)
{
    return hz_sheet_place(p->sheet, r, p->column[column]);
}

/* ---- Reading */

/* A number between bounds; of the first it may not be the bound itself if that is 0. */
static bool read_number(const struct pricing *p, size_t r, int column, double most, bool above,
                        double *number, struct hz_error *err)
{
    if (!hz_sheet_number(p->sheet, r, p->column[column], number, err))
        return false;
    if (*number >= 0 && *number <= most && !(above && !(*number > 0)))
        return true;
    return hz_error_set(err, HZ_ERROR_DATA, place(p, r, column),
                        above ? _("%.*s: \"%.*s\" is out of bounds: expected above 0, up to %.10g")
                              : _("%.*s: \"%.*s\" is out of bounds: expected 0 to %.10g"),
                        HZ_TEXT_ARGS(p->sheet->header[p->column[column]]),
                        HZ_TEXT_ARGS(cell(p, r, column)), most);
}

static bool read_mean(const struct pricing *p, size_t r, hz_fen *mean, struct hz_error *err)
{
    const struct hz_text text = cell(p, r, MEAN);
    const enum hz_money_fault fault = hz_money_parse_positive(text, mean);
    if (fault != HZ_MONEY_GOOD)
        return hz_error_set(err, HZ_ERROR_DATA, place(p, r, MEAN), "\"%.*s\" %s",
                            HZ_TEXT_ARGS(text), hz_money_fault_text(fault));
    return *mean > 0 || hz_error_set(err, HZ_ERROR_DATA, place(p, r, MEAN),
                                     _("a mean payout of 0: expected an amount above 0"));
}

static bool read_credibility(const struct pricing *p, size_t r, double *stated,
                             struct hz_error *err)
{
    *stated = (double)NAN;
    return p->column[CREDIBILITY] < 0 || cell(p, r, CREDIBILITY).length == 0 ||
           read_number(p, r, CREDIBILITY, 1, false, stated, err);
}

/* Against the rows of the plan before it. */
static bool check_row(const struct pricing *p, const struct row *row, struct hz_error *err)
{
    if (row->plan.length == 0 || row->name.length == 0)
        return hz_error_set(err, HZ_ERROR_DATA,
                            place(p, row->at, row->plan.length == 0 ? PLAN : SIMILAR),
                            _("empty: expected the name of a plan"));
    for (const struct row *o = p->row; o < p->row + p->count; o++) {
        const unsigned long long line = (unsigned long long)p->sheet->line[o->at];
        if (o->persons < row->persons || o->persons > row->persons)
            return hz_error_set(err, HZ_ERROR_DATA, place(p, row->at, PERSONS),
                                _("%.10g persons, and %.10g in line %llu: expected the same in all "
                                  "rows of plan %.*s"),
                                row->persons, o->persons, line, HZ_TEXT_ARGS(row->plan));
        if (hz_text_compare(o->name, row->name) == 0)
            return hz_error_set(err, HZ_ERROR_DATA, place(p, row->at, SIMILAR),
                                _("%.*s is in line %llu already: expected one row for each similar "
                                  "plan"),
                                HZ_TEXT_ARGS(row->name), line);
    }
    return true;
}

static bool read_row(struct pricing *p, size_t r, struct hz_error *err)
{
    struct row *row = &p->row[p->count];
    struct hz_similar *similar = &p->similar[p->count];
    *row = (struct row){.at = r, .plan = cell(p, r, PLAN), .name = cell(p, r, SIMILAR)};
    *similar = (struct hz_similar){0};
    if (!read_number(p, r, PERSONS, PERSONS_MOST, true, &row->persons, err) ||
        !check_row(p, row, err) ||
        !read_number(p, r, EXPOSURE, 1e12, true, &similar->exposure, err) ||
        !read_number(p, r, PAYOUTS, 1e12, false, &similar->payouts, err) ||
        !read_mean(p, r, &similar->mean, err) ||
        !read_number(p, r, CV, 10, false, &similar->cv, err) ||
        !read_credibility(p, r, &similar->stated, err))
        return false;
    p->count++;
    return true;
}

static bool find_columns(struct pricing *p, struct hz_error *err)
{
    static const char *const names[] = {"plan",    "similar", "persons", "exposure",
                                        "payouts", "mean",    "cv"};
    for (int c = 0; c < NEEDED; c++)
        if (!hz_sheet_find(p->sheet, names[c], &p->column[c], err))
            return false;
    p->column[CREDIBILITY] = hz_sheet_column(p->sheet, "credibility");
    p->row = hz_arena_allocate(&p->arena, p->sheet->rows + 1, sizeof *p->row);
    p->similar = hz_arena_allocate(&p->arena, p->sheet->rows + 1, sizeof *p->similar);
    return p->sheet->rows > 0 || hz_error_set(err, HZ_ERROR_DATA, hz_sheet_whole(p->sheet),
                                              _("no rows: expected one for each similar plan"));
}

/* ---- Printing */

static void print_price(const struct pricing *p, const struct hz_price_basis *basis,
                        const struct hz_price *price)
{
    hz_table_text(p->out, p->row[0].plan);
    hz_table_text(p->out, cell(p, p->row[0].at, PERSONS));
    hz_table_ratio(p->out, basis->frequency, 6);
    hz_table_estimate(p->out, price->payouts, 2);
    hz_table_estimate(p->out, basis->amount, 2);
    hz_table_estimate(p->out, price->expected, 2);
    hz_table_estimate(p->out, price->sd, 2);
    hz_table_ratio(p->out, p->order->level, 4);
    hz_table_estimate(p->out, price->needed, 2);
    hz_table_money(p->out, price->price);
    hz_table_money(p->out, price->pure);
    hz_table_money(p->out, price->chance);
    hz_table_money(p->out, price->doubt);
    hz_table_money(p->out, price->expenses);
    hz_table_ratio(p->out, price->falls_short, 6);
    hz_table_end_row(p->out);
}

static void print_item(const struct pricing *p, const struct row *similar, const char *item,
                       double value, double error, const char *origin)
{
    hz_table_text(p->out, p->row[0].plan);
    if (similar)
        hz_table_text(p->out, similar->name);
    else
        hz_table_unknown(p->out);
    hz_table_string(p->out, item);
    hz_table_estimate(p->out, value, 6);
    hz_table_estimate(p->out, error, 6);
    hz_table_string(p->out, origin);
    hz_table_end_row(p->out);
}

static void print_similar(const struct pricing *p, size_t j)
{
    const struct hz_similar *s = &p->similar[j];
    const char *file = p->sheet->file;
    const unsigned long long line = (unsigned long long)p->sheet->line[p->row[j].at];
    const double mean = (double)s->mean / 100;
    char origin[512];
    snprintf(origin, sizeof origin, "given: %s:%llu, %.10g payouts on %.10g years of cover", file,
             line, s->payouts, s->exposure);
    print_item(p, &p->row[j], "frequency", s->payouts / s->exposure, sqrt(s->payouts) / s->exposure,
               origin);
    snprintf(origin, sizeof origin, "given: %s:%llu", file, line);
    print_item(p, &p->row[j], "severity", mean, s->cv * mean / sqrt(s->payouts), origin);
    if (isnan(s->stated))
        print_item(p, &p->row[j], "credibility", s->credibility, (double)NAN,
                   p->count == 1           ? "none: one similar plan"
                   : isnan(s->credibility) ? "none: plans do not differ beyond chance"
                                           : "estimated: Bühlmann and Straub");
    print_item(p, &p->row[j], "share", s->share, (double)NAN,
               isnan(s->stated) ? "estimated: of what is not stated" : origin);
}

static void print_assumptions(const struct pricing *p, const struct hz_price_basis *basis)
{
    for (size_t j = 0; j < p->count; j++)
        print_similar(p, j);
    print_item(p, NULL, "within", basis->within, (double)NAN,
               "estimated: payouts of all over their exposure");
    print_item(p, NULL, "between", basis->between, (double)NAN,
               p->count > 1 ? "estimated: variance of true frequencies" : "unknown: one plan");
    print_item(p, NULL, "frequency", basis->frequency, basis->frequency_error,
               "estimated: similar plans by their shares");
    print_item(p, NULL, "severity", basis->amount, basis->amount_error,
               "estimated: similar plans by their payouts");
}

static void tell(const struct pricing *p)
{
    char text[256];
    if (p->count > 1)
        return;
    snprintf(text, sizeof text,
             _("plan %.*s: one similar plan does not say how plans differ: its price is for a plan "
               "just like %.*s"),
             HZ_TEXT_ARGS(p->row[0].plan), HZ_TEXT_ARGS(p->row[0].name));
    hz_table_tell(p->out, text);
}

static void declare(const struct pricing *p)
{
    static const char *const prices[] = {"plan",     "persons", "frequency", "payouts",  "amount",
                                         "expected", "sd",      "level",     "needed",   "price",
                                         "pure",     "chance",  "doubt",     "expenses", "short"};
    static const char *const items[] = {"plan", "similar", "item", "value", "error", "origin"};
    const size_t count = p->order->assumptions ? HZ_COUNT(items) : HZ_COUNT(prices);
    for (size_t c = 0; c < count; c++)
        hz_table_column(p->out, p->order->assumptions ? items[c] : prices[c]);
}

/* ---- By plan */

static bool price_plan(struct pricing *p, struct hz_error *err)
{
    const struct hz_price_order order = {
        .persons = p->row[0].persons, .level = p->order->level, .expenses = p->order->expenses};
    struct hz_arena arena = {0};
    struct hz_price_basis basis;
    struct hz_price price;
    bool done = hz_price_blend(p->similar, p->count, &basis, err) &&
                (p->order->assumptions ||
                 hz_price_of(p->similar, p->count, &basis, &order, &price, &arena, err));
    hz_arena_free(&arena);
    if (!done) {
        const struct hz_error why = *err;
        *err = (struct hz_error){0};
        return hz_error_set(err, HZ_ERROR_DATA, place(p, p->row[0].at, PLAN), _("plan %.*s: %s"),
                            HZ_TEXT_ARGS(p->row[0].plan), why.text);
    }
    tell(p);
    if (p->order->assumptions)
        print_assumptions(p, &basis);
    else
        print_price(p, &basis, &price);
    return true;
}

/* Whether an earlier row is of the same plan: then it has been priced. */
static bool is_known(const struct pricing *p, size_t r)
{
    for (size_t before = 0; before < r; before++)
        if (hz_text_compare(cell(p, before, PLAN), cell(p, r, PLAN)) == 0)
            return true;
    return false;
}

static bool price_all(struct pricing *p, struct hz_error *err)
{
    for (size_t first = 0; first < p->sheet->rows; first++) {
        if (is_known(p, first))
            continue;
        p->count = 0;
        for (size_t r = first; r < p->sheet->rows; r++)
            if (hz_text_compare(cell(p, r, PLAN), cell(p, first, PLAN)) == 0 &&
                !read_row(p, r, err))
                return false;
        if (!price_plan(p, err))
            return false;
    }
    return true;
}

bool hz_price_table(const struct hz_sheet *sheet, const struct hz_price_table_order *order,
                    struct hz_table *out, struct hz_error *err)
{
    struct pricing p = {.sheet = sheet, .order = order, .out = out};
    bool done = find_columns(&p, err);
    if (done) {
        declare(&p);
        done = price_all(&p, err);
    }
    hz_arena_free(&p.arena);
    return done;
}
