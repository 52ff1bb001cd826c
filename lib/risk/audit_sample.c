/* audit_sample.c: see audit_sample.h. */

#include "risk/audit_sample.h"

#include "base/memory.h"
#include "random/random.h"

#include <gsl/gsl_cdf.h>
#include <math.h>
#include <stdlib.h>

/* ---- Drawing */

struct numbered {
    uint64_t random;
    size_t row;
};

static int by_random(const void *left, const void *right)
{
    const struct numbered *a = left, *b = right;
    if (a->random != b->random)
        return a->random < b->random ? -1 : 1;
    return (a->row > b->row) - (a->row < b->row);
}

static int by_row(const void *left, const void *right)
{
    const size_t a = *(const size_t *)left, b = *(const size_t *)right;
    return (a > b) - (a < b);
}

void hz_audit_draw(uint64_t seed, size_t row[], size_t rows, size_t size)
{
    struct numbered *all = hz_allocate(rows, sizeof *all);
    for (size_t r = 0; r < rows; r++) {
        struct hz_random random = hz_random_stream(seed, row[r]);
        all[r] = (struct numbered){hz_random_bits64(&random), row[r]};
    }
    if (rows > 1)
        qsort(all, rows, sizeof *all, by_random);
    for (size_t r = 0; r < rows; r++)
        row[r] = all[r].row;
    if (size > 1)
        qsort(row, size, sizeof *row, by_row);
    free(all);
}

void hz_audit_units(uint64_t seed, hz_fen interval, const hz_fen amount[], size_t rows,
                    struct hz_audit_units *units, enum hz_audit_pick pick[])
{
    struct hz_random random = hz_random_stream(seed, UINT64_MAX);
    const hz_sum spread = (hz_sum)(hz_random_bits64(&random) >> 1) * interval;
    *units = (struct hz_audit_units){.interval = interval, .start = (hz_fen)(spread >> 63) + 1};
    hz_sum through = 0, next = units->start;
    for (size_t r = 0; r < rows; r++) {
        pick[r] = HZ_AUDIT_NOT;
        if (amount[r] <= 0) {
            units->left++;
            continue;
        }
        units->amount += amount[r];
        if (amount[r] >= interval) {
            pick[r] = HZ_AUDIT_CERTAIN;
            units->certain++;
            units->certain_amount += amount[r];
            continue;
        }
        through += amount[r];
        if (next > through)
            continue;
        pick[r] = HZ_AUDIT_DRAWN;
        units->drawn++;
        next += interval;
    }
}

/* ---- Evaluating */

double hz_audit_factor(size_t errors, double confidence)
{
    return gsl_cdf_chisq_Pinv(confidence, 2 * ((double)errors + 1)) / 2;
}

static int falling(const void *left, const void *right)
{
    const double a = *(const double *)left, b = *(const double *)right;
    return (a < b) - (a > b);
}

bool hz_audit_evaluate_units(const struct hz_audit_item item[], size_t items, hz_fen interval,
                             double confidence, struct hz_audit_errors *result,
                             struct hz_error *err)
{
    double *taint = hz_allocate(items + 1, sizeof *taint), certain = 0, tainted = 0;
    size_t taints = 0;
    *result = (struct hz_audit_errors){.items = items};
    for (size_t i = 0; i < items; i++) {
        const double error = (double)(item[i].book - item[i].audited);
        if (item[i].book <= 0 || !(error > 0))
            continue;
        result->errors++;
        result->found += error;
        if (item[i].is_certain)
            certain += error;
        else
            taint[taints++] = error / (double)item[i].book;
    }
    if (taints > 1)
        qsort(taint, taints, sizeof *taint, falling);
    result->basic = (double)interval * hz_audit_factor(0, confidence);
    result->upper = result->basic + certain;
    for (size_t i = 0; i < taints; i++) {
        tainted += taint[i];
        result->upper += (double)interval * taint[i] *
                         (hz_audit_factor(i + 1, confidence) - hz_audit_factor(i, confidence));
    }
    result->projected = (double)interval * tainted + certain;
    result->allowance = result->upper - result->projected;
    free(taint);
    return isfinite(result->upper) ||
           hz_error_set(err, HZ_ERROR_DATA, HZ_NOWHERE,
                        _("the errors have no upper limit: amounts are too large"));
}

/* The mean error of one stratum, and the variance of its estimated total. */
static bool add_stratum(const struct hz_audit_item item[], size_t n, struct hz_audit_errors *result,
                        double *variance, struct hz_error *err)
{
    const double all = (double)item[0].population;
    double mean = 0, squares = 0;
    for (size_t i = 0; i < n; i++) {
        const double error = (double)(item[i].book - item[i].audited);
        const double before = error - mean;
        mean += before / (double)(i + 1);
        squares += before * (error - mean);
        result->errors += error != 0;
        result->found += error;
    }
    result->projected += all * mean;
    if (n == item[0].population)
        return true;
    if (n < 2)
        return hz_error_set(err, HZ_ERROR_DATA, HZ_NOWHERE,
                            _("one row of a stratum of %zu shows no spread: draw two or more of "
                              "each"),
                            item[0].population);
    *variance += all * (all - (double)n) * squares / (double)(n - 1) / (double)n;
    return true;
}

bool hz_audit_evaluate_strata(const struct hz_audit_item item[], const size_t stratum[],
                              size_t items, double confidence, struct hz_audit_errors *result,
                              struct hz_error *err)
{
    double variance = 0;
    *result = (struct hz_audit_errors){.items = items};
    for (size_t from = 0, to; from < items; from = to) {
        for (to = from + 1; to < items && stratum[to] == stratum[from];)
            to++;
        if (!add_stratum(item + from, to - from, result, &variance, err))
            return false;
    }
    result->allowance = gsl_cdf_ugaussian_Pinv(confidence) * sqrt(variance);
    result->upper = result->projected + result->allowance;
    return true;
}
