/* project_table.c: see project_table.h. */

#include "project/project_table.h"

enum { AMOUNT_DECIMALS = 2, YEARS_DECIMALS = 4 };

/* Declares the key columns and those of the result that a rate gives or leaves. */
static bool declare(const struct hz_runoff_table *table, const char *const name[],
                    const struct hz_curve *curve, struct hz_table *out, struct hz_error *err)
{
    struct hz_arena arena = {0};
    for (size_t k = 0; k < table->keys; k++)
        hz_table_column(out, hz_arena_string(&arena, table->sheet->header[k]));
    hz_arena_free(&arena);
    for (size_t n = 0; name[n]; n++) {
        for (size_t k = 0; k < table->keys; k++)
            if (hz_text_equal(table->sheet->header[k], hz_text_of(name[n])))
                return hz_error_set(err, HZ_ERROR_DATA, hz_sheet_whole(table->sheet),
                                    _("the column \"%s\" is called like one of the result: rename "
                                      "it"),
                                    name[n]);
        const bool needs_curve =
            strcmp(name[n], "discounted") == 0 || strcmp(name[n], "duration_years") == 0;
        const bool needs_errors = strcmp(name[n], "se") == 0;
        const bool needs_level = strcmp(name[n], "level") == 0;
        if ((!needs_curve || curve) && (!needs_errors || table->has_errors) &&
            (!needs_level || table->has_level))
            hz_table_column(out, name[n]);
    }
    for (size_t n = 0; n < table->notes; n++)
        hz_table_tell(out, table->note[n]);
    for (size_t f = 0; f < table->faults; f++) {
        struct hz_error fault = table->fault[f];
        hz_table_leave_out(out, &fault);
    }
    return true;
}

static void write_keys(const struct hz_runoff_table *table, const struct hz_group_runoff *item,
                       struct hz_table *out)
{
    for (size_t k = 0; k < table->keys; k++)
        hz_table_text(out, item->key[k]);
}

/* The amounts of a projection as they are printed: of each period, then in all. */
struct printed {
    hz_sum *payout;
    hz_sum *present; /* NULL: not discounted */
    int decimals;
};

static bool round_amounts(const struct hz_runoff *runoff, const struct hz_curve *curve,
                          struct hz_place place, struct printed *printed, struct hz_arena *arena,
                          struct hz_error *err)
{
    const size_t n = runoff->periods;
    printed->payout = hz_arena_allocate(arena, n + 1, sizeof(hz_sum));
    if (!hz_round_in_sum(runoff->payout, n, runoff->total, printed->decimals, printed->payout,
                         place, err))
        return false;
    if (!curve)
        return true;
    if (!hz_runoff_check_curve(runoff, curve, err))
        return false;
    printed->present = hz_arena_allocate(arena, n + 1, sizeof(hz_sum));
    double *present = hz_arena_allocate(arena, n, sizeof *present);
    hz_runoff_discount(runoff, curve, present);
    return hz_round_in_sum(present, n, hz_runoff_terms(runoff, curve).present, printed->decimals,
                           printed->present, place, err);
}

static void write_projection(const struct hz_runoff_table *table,
                             const struct hz_group_runoff *item, const struct printed *printed,
                             struct hz_table *out)
{
    const size_t rows = item->runoff.periods + !table->leaves_out_total;
    for (size_t t = 0; t < rows; t++) {
        char label[HZ_PERIOD_TEXT] = "total";
        if (t < item->runoff.periods)
            hz_span_format(item->runoff.first + (hz_period)t, item->runoff.grain,
                           item->runoff.shift, label);
        write_keys(table, item, out);
        hz_table_string(out, label);
        hz_table_units(out, printed->payout[t], printed->decimals);
        if (item->runoff.se)
            hz_table_estimate(out,
                              t < item->runoff.periods ? item->runoff.se[t] : item->runoff.total_se,
                              AMOUNT_DECIMALS);
        if (printed->present)
            hz_table_units(out, printed->present[t], printed->decimals);
        if (table->has_level)
            hz_table_string(out, item->level                ? item->level
                                 : t < item->runoff.periods ? "period"
                                                            : "total");
        hz_table_end_row(out);
    }
}

bool hz_project_table(const struct hz_runoff_table *table, const struct hz_curve *curve,
                      struct hz_table *out, struct hz_error *err)
{
    static const char *const columns[] = {"period", "payout", "se", "discounted", "level", NULL};
    const struct hz_place place = hz_sheet_whole(table->sheet);
    bool done = declare(table, columns, curve, out, err);
    for (size_t i = 0; i < table->runoffs && done; i++) {
        struct hz_arena arena = {0};
        struct printed printed = {.decimals = hz_table_decimals(out, AMOUNT_DECIMALS)};
        done = round_amounts(&table->runoff[i].runoff, curve, place, &printed, &arena, err);
        if (done)
            write_projection(table, &table->runoff[i], &printed, out);
        hz_arena_free(&arena);
    }
    return done;
}

bool hz_project_terms_table(const struct hz_runoff_table *table, const struct hz_curve *curve,
                            struct hz_table *out, struct hz_error *err)
{
    static const char *const columns[] = {"payout",         "discounted", "mean_term_years",
                                          "duration_years", "level",      NULL};
    if (!declare(table, columns, curve, out, err))
        return false;
    for (size_t i = 0; i < table->runoffs; i++) {
        const struct hz_group_runoff *item = &table->runoff[i];
        if (curve && !hz_runoff_check_curve(&item->runoff, curve, err))
            return false;
        const struct hz_runoff_terms terms = hz_runoff_terms(&item->runoff, curve);
        write_keys(table, item, out);
        hz_table_estimate(out, terms.payout, AMOUNT_DECIMALS);
        if (curve)
            hz_table_estimate(out, terms.present, AMOUNT_DECIMALS);
        hz_table_estimate(out, terms.mean_term_years, YEARS_DECIMALS);
        if (curve)
            hz_table_estimate(out, terms.duration_years, YEARS_DECIMALS);
        if (table->has_level)
            hz_table_string(out, item->level ? item->level : "total");
        hz_table_end_row(out);
    }
    return true;
}
