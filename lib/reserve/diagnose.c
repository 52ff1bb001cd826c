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

/* Adds a diagonal with so many small and large link ratios. */
static void add_diagonal(struct hz_test *test, size_t small, size_t large)
{
    const unsigned n = (unsigned)(small + large);
    if (n < 2)
        return;
    const double total = n;
    const double middle = gsl_ran_binomial_pdf((n - 1) / 2, 0.5, n - 1) / 2;
    const double mean = total / 2 - middle * total;
    test->statistic += (double)(small < large ? small : large);
    test->expected += mean;
    test->variance += total * (total - 1) / 4 - middle * total * (total - 1) + mean - mean * mean;
}

bool hz_test_calendar_effect(const struct hz_triangle *triangle, struct hz_test *test,
                             struct hz_arena *arena, struct hz_error *err)
{
    const size_t most = triangle->origins + triangle->ages;
    double *room = hz_arena_allocate(arena, triangle->origins, sizeof *room);
    size_t *count = hz_arena_allocate(arena, 2 * most, sizeof *count);
    *test = (struct hz_test){0};
    for (size_t k = 0; k + 1 < triangle->ages; k++) {
        const double middle = median(triangle, k, room);
        for (size_t o = 0; o < triangle->origins; o++) {
            double ratio;
            size_t diagonal;
            if (!get_ratio(triangle, o, k, &ratio))
                continue;
            if (!hz_triangle_diagonal(triangle, o, k + 1, &diagonal) || diagonal >= most)
                return hz_error_set(err, HZ_ERROR_DATA, triangle->place,
                                    _("the diagonals cannot be told: origins are to follow each "
                                      "other by whole steps of age"));
            count[2 * diagonal] += ratio < middle;
            count[2 * diagonal + 1] += ratio > middle;
        }
    }
    for (size_t d = 0; d < most; d++)
        add_diagonal(test, count[2 * d], count[2 * d + 1]);
    set_bounds(test, 0.95);
    return test->variance > 0 ||
           hz_error_set(err, HZ_ERROR_DATA, triangle->place,
                        _("no diagonal has two link ratios that differ from the medians of their "
                          "ages: the calendar-year test wants a larger triangle"));
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
