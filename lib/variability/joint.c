/* joint.c: see joint.h. */

#include "variability/joint.h"

#include "base/memory.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_linalg.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

const char *const hz_joint_names[] = {"unstated", "independent", "synchronous", NULL};

static bool find_root(struct hz_joint *joint, const double rank[], struct hz_arena *arena,
                      struct hz_error *err)
{
    const size_t n = joint->groups;
    joint->root = hz_arena_allocate(arena, n * n, sizeof *joint->root);
    for (size_t i = 0; i < n * n; i++)
        joint->root[i] = i % (n + 1) == 0 ? 1 : 2 * sin(M_PI / 6 * rank[i]);
    gsl_matrix_view matrix = gsl_matrix_view_array(joint->root, n, n);
    return gsl_linalg_cholesky_decomp1(&matrix.matrix) == GSL_SUCCESS ||
           hz_error_set(err, HZ_ERROR_DATA, HZ_NOWHERE,
                        _("these correlations contradict one another: no groups can have them all "
                          "(their matrix is not positive definite)"));
}

static int ascending(const void *a, const void *b)
{
    const double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* The totals of a group's simulations, in ascending order. */
static bool keep_sorted(const struct hz_joint *joint, size_t group, struct hz_error *err)
{
    const struct hz_draws *draws = joint->draws[group];
    double *figure = hz_allocate((joint->figures + 2) * HZ_LANES, sizeof *figure);
    double *kept = joint->sorted[group];
    bool done = true;
    for (uint64_t first = 0; first < joint->trials && done; first += HZ_LANES) {
        draws->draw(draws->model, first, figure);
        for (size_t l = 0; l < HZ_LANES && first + l < joint->trials; l++) {
            kept[first + l] = figure[draws->figures * HZ_LANES + l];
            done &= isfinite(kept[first + l]) != 0;
        }
    }
    free(figure);
    qsort(kept, (size_t)joint->trials, sizeof *kept, ascending);
    return done || hz_error_set(err, HZ_ERROR_DATA, HZ_NOWHERE,
                                _("a simulation gives no finite total, so that there is none over "
                                  "groups"));
}

static bool keep_all(struct hz_joint *joint, struct hz_arena *arena, struct hz_error *err)
{
    if (joint->trials > HZ_JOINT_KEPT_MOST / joint->groups)
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("with --correlation all totals are kept, 8 bytes each: take at most "
                              "%llu simulations of %zu groups"),
                            (unsigned long long)(HZ_JOINT_KEPT_MOST / joint->groups),
                            joint->groups);
    joint->sorted = hz_arena_allocate(arena, joint->groups, sizeof *joint->sorted);
    for (size_t g = 0; g < joint->groups; g++) {
        joint->sorted[g] = hz_allocate((size_t)joint->trials, sizeof(double));
        if (!keep_sorted(joint, g, err))
            return false;
    }
    return true;
}

bool hz_joint_new(struct hz_joint *joint, const struct hz_draws *const draws[], size_t groups,
                  const double rank[], struct hz_arena *arena, struct hz_error *err)
{
    joint->draws = draws;
    joint->groups = groups;
    for (size_t g = 0; g < groups; g++)
        if (draws[g]->figures > joint->figures)
            joint->figures = draws[g]->figures;
    if (joint->dependence != HZ_JOINT_CORRELATED)
        return true;
    hz_ziggurat_new(&joint->ziggurat);
    return find_root(joint, rank, arena, err) && keep_all(joint, arena, err);
}

/* Each group's own simulations; independent ones are far apart in the numbering of streams. */
static void add_simulated(const struct hz_joint *joint, uint64_t first, double sum[HZ_LANES])
{
    double *figure = hz_allocate((joint->figures + 2) * HZ_LANES, sizeof *figure);
    const bool is_apart = joint->dependence == HZ_JOINT_INDEPENDENT;
    for (size_t g = 0; g < joint->groups; g++) {
        const struct hz_draws *draws = joint->draws[g];
        draws->draw(draws->model, first + (is_apart ? (uint64_t)g << 32 : 0), figure);
        for (size_t l = 0; l < HZ_LANES; l++)
            sum[l] += figure[draws->figures * HZ_LANES + l];
    }
    free(figure);
}

/* Correlated normal numbers say which of each group's totals go together. */
static void add_correlated(const struct hz_joint *joint, uint64_t first, double sum[HZ_LANES])
{
    const size_t n = joint->groups;
    double(*normal)[HZ_LANES] = hz_allocate(n, sizeof *normal);
    for (size_t g = 0; g < n; g++)
        hz_variate_normal_lanes(&joint->ziggurat, joint->seed, first,
                                ((uint64_t)1 << 61) + ((uint64_t)g << 32), normal[g]);
    for (size_t l = 0; l < HZ_LANES; l++)
        for (size_t g = 0; g < n; g++) {
            double z = 0;
            for (size_t h = 0; h <= g; h++)
                z += joint->root[g * n + h] * normal[h][l];
            const double place = gsl_cdf_ugaussian_P(z) * (double)joint->trials;
            const uint64_t at = place < (double)joint->trials ? (uint64_t)place : joint->trials - 1;
            sum[l] += joint->sorted[g][at];
        }
    free(normal);
}

void hz_joint_draw(const void *model, uint64_t first, double figure[])
{
    const struct hz_joint *joint = model;
    memset(figure, 0, HZ_LANES * sizeof *figure);
    if (joint->dependence == HZ_JOINT_CORRELATED)
        add_correlated(joint, first, figure);
    else
        add_simulated(joint, first, figure);
}

void hz_joint_free(struct hz_joint *joint)
{
    for (size_t g = 0; g < joint->groups && joint->sorted; g++)
        free(joint->sorted[g]);
}
