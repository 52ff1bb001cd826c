/* diagnose.c: see diagnose.h. */

#include "reserve/diagnose.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_randist.h>
#include <gsl/gsl_sort.h>
#include <gsl/gsl_statistics_double.h>
#include <math.h>
#include <stdlib.h>

/* A link ratio that exists: both ages observed, and no growth from zero. */
static bool get_ratio(const struct hz_triangle *triangle, size_t o, size_t k, double *ratio)
{
    if (!hz_triangle_is_observed(triangle, o, k) || !hz_triangle_is_observed(triangle, o, k + 1) ||
        hz_triangle_value(triangle, o, k) == 0)
        return false;
    *ratio = hz_triangle_value(triangle, o, k + 1) / hz_triangle_value(triangle, o, k);
    return true;
}

static int compare(const void *left, const void *right)
{
    const double a = *(const double *)left;
    const double b = *(const double *)right;
    return (a > b) - (a < b);
}

/* The median of the link ratios from column k. */
static double median(const struct hz_triangle *triangle, size_t k, double room[])
{
    size_t n = 0;
    for (size_t o = 0; o < triangle->origins; o++)
        n += get_ratio(triangle, o, k, &room[n]);
    qsort(room, n, sizeof *room, compare);
    return n > 0 ? gsl_stats_median_from_sorted_data(room, 1, n) : (double)NAN;
}

static void set_bounds(struct hz_test *test, double share)
{
    const double width = gsl_cdf_ugaussian_Pinv(0.5 + share / 2) * sqrt(test->variance);
    test->lower = test->expected - width;
    test->upper = test->expected + width;
}

/* What is expected of a diagonal with so many small and large link ratios. */
static void expect(struct hz_diagonal *diagonal)
{
    const unsigned n = (unsigned)(diagonal->small + diagonal->large);
    const unsigned least =
        (unsigned)(diagonal->small < diagonal->large ? diagonal->small : diagonal->large);
    diagonal->probability = fmin(1, 2 * gsl_cdf_binomial_P(least, 0.5, n));
    if (n < 2)
        return;
    const double total = n;
    const double middle = gsl_ran_binomial_pdf((n - 1) / 2, 0.5, n - 1) / 2;
    const double mean = total / 2 - middle * total;
    diagonal->expected = mean;
    diagonal->variance =
        total * (total - 1) / 4 - middle * total * (total - 1) + mean - mean * mean;
}

bool hz_test_diagonals(const struct hz_triangle *triangle, struct hz_diagonal **diagonal,
                       size_t *diagonals, struct hz_arena *arena, struct hz_error *err)
{
    const size_t most = triangle->origins + triangle->ages;
    double *room = hz_arena_allocate(arena, triangle->origins, sizeof *room);
    struct hz_diagonal *all = hz_arena_allocate(arena, most, sizeof *all);
    bool *is_there = hz_arena_allocate(arena, most, sizeof *is_there);
    for (size_t k = 0; k + 1 < triangle->ages; k++) {
        const double middle = median(triangle, k, room);
        for (size_t o = 0; o < triangle->origins; o++) {
            double ratio;
            size_t d;
            if (!get_ratio(triangle, o, k, &ratio))
                continue;
            if (!hz_triangle_diagonal(triangle, o, k + 1, &d) || d >= most)
                return hz_error_set(err, HZ_ERROR_DATA, triangle->place,
                                    _("the diagonals cannot be told: origins are to follow each "
                                      "other by whole steps of age"));
            is_there[d] = true;
            all[d].small += ratio < middle;
            all[d].large += ratio > middle;
        }
    }
    *diagonal = all;
    *diagonals = 0;
    for (size_t d = 0; d < most; d++) {
        if (!is_there[d])
            continue;
        all[d].diagonal = d;
        expect(&all[d]);
        all[(*diagonals)++] = all[d];
    }
    return true;
}

bool hz_test_calendar_effect(const struct hz_triangle *triangle, struct hz_test *test,
                             struct hz_arena *arena, struct hz_error *err)
{
    struct hz_diagonal *diagonal;
    size_t diagonals;
    *test = (struct hz_test){0};
    if (!hz_test_diagonals(triangle, &diagonal, &diagonals, arena, err))
        return false;
    for (size_t d = 0; d < diagonals; d++) {
        const size_t small = diagonal[d].small, large = diagonal[d].large;
        test->statistic += small + large < 2 ? 0 : (double)(small < large ? small : large);
        test->expected += diagonal[d].expected;
        test->variance += diagonal[d].variance;
    }
    set_bounds(test, 0.95);
    return test->variance > 0 ||
           hz_error_set(err, HZ_ERROR_DATA, triangle->place,
                        _("no diagonal has two link ratios that differ from the medians of their "
                          "ages: the calendar-year test wants a larger triangle"));
}

/* Link ratios of some origins, as their weights have it. */
struct half {
    double n, weight, mean, squares; /* squares: sum w (F - mean)^2 */
};

static void add_ratio(struct half *half, double weight, double ratio)
{
    const double away = ratio - half->mean;
    half->n++;
    half->weight += weight;
    half->mean += away * weight / half->weight;
    half->squares += weight * away * (ratio - half->mean);
}

static void compare_halves(struct hz_stability *s, const struct half *earlier,
                           const struct half *recent)
{
    const double free_ones = earlier->n + recent->n - 2;
    const double pooled = (earlier->squares + recent->squares) / free_ones;
    const double f = s->sigma_recent * s->sigma_recent / (s->sigma_earlier * s->sigma_earlier);
    s->t =
        (recent->mean - earlier->mean) / sqrt(pooled * (1 / earlier->weight + 1 / recent->weight));
    s->factor_probability = 2 * gsl_cdf_tdist_Q(fabs(s->t), free_ones);
    s->sigma_probability = 2 * fmin(gsl_cdf_fdist_P(f, recent->n - 1, earlier->n - 1),
                                    gsl_cdf_fdist_Q(f, recent->n - 1, earlier->n - 1));
}

struct hz_stability hz_test_stability(const struct hz_development *development,
                                      const struct hz_triangle *triangle, size_t column)
{
    const struct hz_development *d = development;
    const bool *used = d->used + column * triangle->origins;
    const double alpha = isnan(d->alpha[column]) ? 1 : d->alpha[column], unknown = (double)NAN;
    struct half half[2] = {{0}};
    bool is_positive = true;
    size_t n = 0, seen = 0;
    for (size_t o = 0; o < triangle->origins; o++)
        n += used[o];
    for (size_t o = 0; o < triangle->origins; o++) {
        if (!used[o])
            continue;
        const double value = hz_triangle_value(triangle, o, column);
        is_positive = is_positive && value > 0;
        add_ratio(&half[seen++ >= n / 2], pow(value, alpha),
                  hz_triangle_value(triangle, o, column + 1) / value);
    }
    struct hz_stability s = {.earlier = n / 2,
                             .recent = n - n / 2,
                             .factor_earlier =
                                 half[0].n > 0 && is_positive ? half[0].mean : unknown,
                             .factor_recent = half[1].n > 0 && is_positive ? half[1].mean : unknown,
                             .t = unknown,
                             .factor_probability = unknown,
                             .sigma_earlier = unknown,
                             .sigma_recent = unknown,
                             .sigma_probability = unknown};
    if (half[0].n < 2 || !is_positive)
        return s;
    s.sigma_earlier = sqrt(half[0].squares / (half[0].n - 1));
    s.sigma_recent = sqrt(half[1].squares / (half[1].n - 1));
    if (half[0].squares > 0 && half[1].squares > 0)
        compare_halves(&s, &half[0], &half[1]);
    return s;
}

/* The ranks of n numbers; equal ones share their mean rank. */
static void find_ranks(const double number[], size_t n, size_t order[], double rank[])
{
    gsl_sort_index(order, number, 1, n);
    for (size_t from = 0, to; from < n; from = to) {
        for (to = from + 1; to < n && number[order[to]] <= number[order[from]];)
            to++;
        for (size_t i = from; i < to; i++)
            rank[order[i]] = (double)(from + to + 1) / 2;
    }
}

bool hz_test_development_correlation(const struct hz_triangle *triangle, struct hz_test *test,
                                     struct hz_arena *arena, struct hz_error *err)
{
    double *before = hz_arena_allocate(arena, triangle->origins, sizeof *before);
    double *after = hz_arena_allocate(arena, triangle->origins, sizeof *after);
    double *rank_before = hz_arena_allocate(arena, triangle->origins, sizeof *rank_before);
    double *rank_after = hz_arena_allocate(arena, triangle->origins, sizeof *rank_after);
    size_t *order = hz_arena_allocate(arena, triangle->origins, sizeof *order);
    double sum = 0;
    double weights = 0;
    for (size_t k = 1; k + 1 < triangle->ages; k++) {
        size_t n = 0;
        for (size_t o = 0; o < triangle->origins; o++)
            n += get_ratio(triangle, o, k - 1, &before[n]) && get_ratio(triangle, o, k, &after[n]);
        find_ranks(before, n, order, rank_before);
        find_ranks(after, n, order, rank_after);
        double squares = 0;
        for (size_t i = 0; i < n; i++) {
            const double apart = rank_after[i] - rank_before[i];
            squares += apart * apart;
        }
        const double count = (double)n;
        if (n < 2)
            continue;
        sum += (count - 1) * (1 - 6 * squares / (count * count * count - count));
        weights += count - 1;
    }
    if (weights == 0)
        return hz_error_set(err, HZ_ERROR_DATA, triangle->place,
                            _("no three ages have two origins in common: the correlation test "
                              "wants a larger triangle"));
    *test = (struct hz_test){.statistic = sum / weights, .variance = 1 / weights};
    set_bounds(test, 0.5);
    return true;
}

double hz_residual(const struct hz_development *development, const struct hz_triangle *triangle,
                   size_t origin, size_t column)
{
    const struct hz_development *d = development;
    const double base = hz_triangle_value(triangle, origin, column);
    const double next = hz_triangle_value(triangle, origin, column + 1);
    const double scale = d->sigma[column] * pow(base, 1 - d->alpha[column] / 2);
    return (next - d->factor[column] * base) / scale;
}
