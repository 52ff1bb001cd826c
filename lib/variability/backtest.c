/* backtest.c: see backtest.h. */

#include "variability/backtest.h"

#include "base/nearest.h"
#include "variability/mack_ahead.h"

#include <stdlib.h>

/* In the order of enum hz_draws_model. */
static const char *const drawn_names[] = {"odp-bootstrap",
                                          "mack-bootstrap",
                                          "bornhuetter-ferguson-bootstrap",
                                          "cape-cod-bootstrap",
                                          "crc",
                                          "csr",
                                          "ccl",
                                          "cay",
                                          NULL};

bool hz_backtest_method_find(struct hz_backtest_method *method, struct hz_text name,
                             struct hz_error *err)
{
    *method = (struct hz_backtest_method){.name = name};
    for (size_t m = 0; drawn_names[m]; m++)
        if (hz_text_equal(name, hz_text_of(drawn_names[m]))) {
            method->model = (enum hz_draws_model)m;
            return true;
        }
    method->method = hz_method_find(name);
    if (method->method && method->method->has_errors)
        return true;
    if (method->method)
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("--method: %.*s gives no distribution, so no outcome can test it"),
                            HZ_TEXT_ARGS(name));
    const char *nearest = hz_nearest(name, hz_method_names);
    if (!nearest)
        nearest = hz_nearest(name, drawn_names);
    return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                        nearest ? _("--method: there is no \"%.*s\"; the nearest is \"%s\"")
                                : _("--method: there is no \"%.*s\""),
                        HZ_TEXT_ARGS(name), nearest);
}

static int ascending(const void *a, const void *b)
{
    const double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static bool foretell_drawn(const struct hz_backtest_method *method,
                           const struct hz_backtest_choice *choice,
                           const struct hz_reserve_basis *basis, size_t ahead,
                           struct hz_backtest *test, struct hz_foretold *foretold,
                           struct hz_arena *arena, struct hz_error *err)
{
    const size_t origins = basis->triangle->origins;
    struct hz_draws_choice how = choice->draws;
    struct hz_draws draws;
    how.model = method->model;
    how.bootstrap.ahead = ahead;
    how.threads = 1;
    /* The process is the over-dispersed Poisson model's, which has more of them. */
    if (method->model == HZ_DRAWS_MACK && how.bootstrap.process != HZ_PROCESS_NONE)
        how.bootstrap.process = HZ_PROCESS_GAMMA;
    if (!hz_draws_new(&draws, basis->triangle, basis->exposure, basis->prior, &how, arena, err))
        return false;
    test->floored = draws.floored;
    double *figure = hz_arena_allocate(arena, (origins + 1) * HZ_LANES, sizeof *figure);
    double *draw = hz_arena_allocate(arena, (size_t)draws.trials, sizeof *draw);
    const double count = (double)draws.trials;
    double sum = 0, square = 0;
    for (uint64_t first = 0; first < draws.trials; first += HZ_LANES) {
        draws.draw(draws.model, first, figure);
        for (size_t l = 0; l < HZ_LANES && first + l < draws.trials; l++)
            sum += draw[first + l] = test->latest + figure[origins * HZ_LANES + l];
    }
    for (uint64_t t = 0; t < draws.trials; t++)
        square += (draw[t] - sum / count) * (draw[t] - sum / count);
    qsort(draw, (size_t)draws.trials, sizeof *draw, ascending);
    *foretold = (struct hz_foretold){.shape = HZ_FORETOLD_DRAWS,
                                     .mean = sum / count,
                                     .sd = sqrt(square / (count - 1)),
                                     .draw = draw,
                                     .draws = (size_t)draws.trials};
    return true;
}

static bool foretell_by_error(const struct hz_backtest_method *method,
                              const struct hz_backtest_choice *choice,
                              const struct hz_reserve_basis *basis, size_t ahead,
                              struct hz_foretold *foretold, struct hz_arena *arena,
                              struct hz_error *err)
{
    const size_t total = basis->triangle->origins;
    struct hz_reserve reserve;
    if (ahead > 0 && method->method->estimate != hz_mack)
        return hz_error_set(
            err, HZ_ERROR_DATA, basis->triangle->place,
            _("%s says nothing of the next diagonals alone: take mack, a bootstrap, or "
              "outcomes in the end (--outcome)"),
            method->method->name);
    if (!hz_method_estimate(method->method, basis, &reserve, arena, err))
        return false;
    foretold->shape = choice->shape;
    foretold->mean = reserve.ultimate[total];
    foretold->sd = reserve.se[total];
    if (ahead > 0)
        hz_mack_ahead(basis, ahead, &foretold->mean, &foretold->sd);
    if (!(foretold->mean > 0) && choice->shape == HZ_FORETOLD_LOG_NORMAL)
        return hz_error_set(
            err, HZ_ERROR_DATA, basis->triangle->place,
            _("%s expects %.2f in all, and nothing log-normal does: take --shape normal"),
            method->method->name, foretold->mean);
    return true;
}

bool hz_backtest_one(const struct hz_backtest_method *method,
                     const struct hz_backtest_choice *choice, const struct hz_reserve_basis *basis,
                     size_t ahead, double outcome, struct hz_backtest *test, struct hz_error *err)
{
    struct hz_arena arena = {0};
    struct hz_foretold foretold = {0};
    *test = (struct hz_backtest){.outcome = outcome};
    for (size_t o = 0; o < basis->triangle->origins; o++)
        test->latest += hz_triangle_latest(basis->triangle, o);
    const bool done =
        method->method ? foretell_by_error(method, choice, basis, ahead, &foretold, &arena, err)
                       : foretell_drawn(method, choice, basis, ahead, test, &foretold, &arena, err);
    if (done) {
        test->estimate = foretold.mean;
        test->se = foretold.sd;
        test->score = hz_foretold_score(&foretold, outcome);
    }
    hz_arena_free(&arena);
    return done;
}

bool hz_backtest_outcome(const struct hz_triangle *earlier, const struct hz_triangle *later,
                         size_t ahead, double *outcome)
{
    *outcome = 0;
    for (size_t o = 0, in_later = 0; o < earlier->origins; o++) {
        while (in_later < later->origins &&
               !hz_text_equal(later->origin[in_later], earlier->origin[o]))
            in_later++;
        size_t end = earlier->latest[o] + ahead;
        if (end >= earlier->ages)
            end = earlier->ages - 1;
        if (in_later == later->origins || !hz_triangle_is_observed(later, in_later, end))
            return false;
        *outcome += hz_triangle_value(later, in_later, end);
    }
    return true;
}
