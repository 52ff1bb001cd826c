/* draw_waterfall.c: what leads from one figure to another. See draw.h. */

#include "base/attr.h"
#include "report/draw.h"
#include "report/listed_columns.h"

#include <math.h>

enum { STEPS_MOST = 32 };

/* The first and the last step are levels, the others are changes. */
struct waterfall {
    size_t steps;
    struct hz_text label[STEPS_MOST];
    double number[STEPS_MOST];
};

static void add(struct waterfall *w, struct hz_text label, double number)
{
    if (w->steps == STEPS_MOST || !isfinite(number))
        return;
    w->label[w->steps] = label;
    w->number[w->steps++] = number;
}

/* Adds the closing level, and before it what the changes do not explain, if there is any. */
static void close_with(struct waterfall *w, struct hz_text label, double closing)
{
    const double half_fen = 0.005;
    double level = 0;
    for (size_t s = 0; s < w->steps; s++)
        level += w->number[s];
    if (fabs(closing - level) > half_fen * (double)(w->steps + 2))
        add(w, hz_text_of(_("other")), closing - level);
    add(w, label, closing);
}

static void draw(struct hz_panel *panel, const struct waterfall *w)
{
    double low[STEPS_MOST], high[STEPS_MOST], kind[STEPS_MOST], level = 0, largest = 0;
    const double *const column[] = {low, high, kind};
    for (size_t s = 0; s < w->steps; s++) {
        const bool is_level = s == 0 || s + 1 == w->steps;
        low[s] = is_level ? 0 : level;
        level = is_level ? w->number[s] : level + w->number[s];
        high[s] = level;
        kind[s] = is_level ? 0 : w->number[s] < 0 ? -1 : 1;
        largest = fmax(largest, fabs(level));
    }
    static const struct {
        int kind, colour;
        const char *name;
    } kinds[] = {{0, 1, N_("level")}, {1, 4, N_("more")}, {-1, 5, N_("less")}};
    const size_t data = hz_panel_block(panel, column, HZ_COUNT(column), w->steps);
    hz_panel_tics(panel, 'x', w->label, w->steps);
    hz_panel_scale(panel, 'y', _("amount"), largest);
    bool is_begun = false;
    for (size_t k = 0; k < HZ_COUNT(kinds); k++) {
        hz_panel_plot(panel, &is_begun);
        hz_buffer_format(panel->script,
                         "$d%zu using 1:($4 == %d ? $3/unit : NaN):($1-.38):($1+.38):($2/unit):"
                         "($3/unit) with boxxyerror lt %d",
                         data, kinds[k].kind, kinds[k].colour);
        hz_panel_key(panel, _(kinds[k].name));
    }
    hz_buffer_string(panel->script, "\n");
}

/* What moves the assets of a fund, in the order of its statement (huzhu: hz-fund(1)). */
static const char *const moves[] = {"contributions",
                                    "yield",
                                    "payouts",
                                    "fees",
                                    "expenses",
                                    "services",
                                    "donations",
                                    "subsidies",
                                    "aid",
                                    "deposits_in",
                                    "deposits_out",
                                    "development_spending",
                                    "disaster_receipts",
                                    "disaster_spending"};

/* The row of a line of the statement, or `rows`. */
static size_t row_of(const struct hz_panel *panel, const char *line)
{
    size_t r = 0;
    while (r < panel->rows && !hz_text_equal(hz_panel_label(panel, r, "line"), hz_text_of(line)))
        r++;
    return r;
}

bool hz_draw_fund(struct hz_panel *panel, struct hz_error *err)
{
    struct waterfall w = {0};
    double *amount;
    const size_t opening = row_of(panel, "opening_assets"),
                 closing = row_of(panel, "closing_assets");
    if (!hz_panel_numbers(panel, "amount", &amount, err))
        return false;
    if (opening == panel->rows || closing == panel->rows)
        return hz_error_set(err, HZ_ERROR_DATA, hz_sheet_whole(panel->sheet),
                            _("the lines opening_assets and closing_assets are wanted, as "
                              "hz-fund prints them"));
    add(&w, hz_text_of(_("opening")), amount[opening]);
    for (size_t m = 0; m < HZ_COUNT(moves); m++) {
        const size_t r = row_of(panel, moves[m]);
        if (r < panel->rows && fabs(amount[r]) > 0)
            add(&w, hz_text_of(_(moves[m])), amount[r]);
    }
    close_with(&w, hz_text_of(_("closing")), amount[closing]);
    draw(panel, &w);
    return true;
}

/* The row of totals, or the only one. */
static size_t total_row(const struct hz_panel *panel)
{
    for (size_t r = 0; r < panel->rows; r++)
        if (hz_label_is_total(hz_panel_label(panel, r, "origin")))
            return r;
    return panel->rows - 1;
}

bool hz_draw_bridge(struct hz_panel *panel, struct hz_error *err)
{
    struct waterfall w = {0};
    const size_t total = total_row(panel),
                 figures = hz_listed_figures(panel->sheet, panel->columns);
    for (size_t f = 0; f < figures; f++) {
        const int column = hz_panel_own(panel, true, f);
        double *amount;
        if (!hz_panel_numbers_at(panel, column, &amount, err))
            return false;
        if (f + 1 == figures)
            close_with(&w, hz_panel_heading(panel, column), amount[total]);
        else if (f == 0 || fabs(amount[total]) > 0)
            add(&w, hz_panel_heading(panel, column), amount[total]);
    }
    draw(panel, &w);
    return true;
}
