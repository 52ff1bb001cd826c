/* group_totals_rows.c: see group_totals_rows.h. */

#include "triangle/group_totals_rows.h"

#include "base/memory.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const char *const hz_dependence_names[] = {"unstated", "independent", "full", NULL};

bool hz_total_check(const struct hz_total_choice *choice, const struct hz_triangle_table *triangles,
                    struct hz_error *err)
{
    if (!choice->over_groups)
        return true;
    if (triangles->keys == 0)
        return hz_error_set(err, HZ_ERROR_DATA, triangles->triangle[0].triangle.place,
                            _("there are no groups to add up: leave out --totals"));
    for (size_t t = 0; t < triangles->triangles; t++)
        for (size_t k = 0; k < triangles->keys; k++)
            if (hz_text_equal(triangles->triangle[t].key[k], hz_text_of("total")))
                return hz_error_set(err, HZ_ERROR_DATA, triangles->triangle[t].triangle.place,
                                    _("\"total\" is what totals over groups are called: rename "
                                      "that group"));
    return true;
}

static bool agrees(const struct hz_text a[], const struct hz_text b[], size_t depth)
{
    for (size_t k = 0; k < depth; k++)
        if (!hz_text_equal(a[k], b[k]))
            return false;
    return true;
}

static struct hz_group_total *find_or_add(struct hz_group_totals *totals,
                                          const struct hz_text key[], size_t depth)
{
    if (depth == 0 && totals->totals > 0)
        return &totals->total[0]; /* it was the first to be added */
    for (size_t t = totals->totals; t-- > 0;)
        if (totals->total[t].depth == depth && agrees(totals->total[t].key, key, depth))
            return &totals->total[t];
    if (totals->totals == totals->room) {
        const size_t room = 2 * totals->room + 8;
        struct hz_group_total *more = hz_allocate(room, sizeof *more);
        if (totals->totals > 0)
            memcpy(more, totals->total, totals->totals * sizeof *more);
        free(totals->total);
        totals->total = more;
        totals->room = room;
    }
    struct hz_group_total *total = &totals->total[totals->totals++];
    const size_t figures = totals->variants * (totals->points + totals->errors);
    *total = (struct hz_group_total){
        .depth = depth,
        .key = key,
        .figure = hz_arena_allocate(&totals->arena, figures, sizeof *total->figure)};
    return total;
}

static double square_if(bool is_square, double number)
{
    return is_square ? number * number : number;
}

void hz_group_totals_add(struct hz_group_totals *totals, const struct hz_text key[], size_t variant,
                         const double figure[])
{
    const bool is_square = totals->choice.dependence == HZ_DEPENDENCE_INDEPENDENT;
    const size_t width = totals->points + totals->errors;
    for (size_t depth = 0; depth < (totals->keys > 0 ? totals->keys : 1); depth++) {
        double *sum = find_or_add(totals, key, depth)->figure + variant * width;
        for (size_t f = 0; f < width; f++)
            sum[f] += f < totals->points ? figure[f] : square_if(is_square, figure[f]);
    }
}

/* The deeper first; within a depth in the order of appearance. */
static void sort(struct hz_group_totals *totals)
{
    struct hz_group_total *sorted = hz_allocate(totals->totals + 1, sizeof *sorted);
    size_t n = 0;
    for (size_t depth = totals->keys + 1; depth-- > 0;)
        for (size_t t = 0; t < totals->totals; t++)
            if (totals->total[t].depth == depth)
                sorted[n++] = totals->total[t];
    free(totals->total);
    totals->total = sorted;
}

void hz_group_totals_finish(struct hz_group_totals *totals)
{
    const size_t width = totals->points + totals->errors;
    sort(totals);
    for (size_t t = 0; t < totals->totals; t++)
        for (size_t f = 0; f < totals->variants * width; f++) {
            double *figure = &totals->total[t].figure[f];
            if (f % width < totals->points)
                continue;
            if (totals->choice.dependence == HZ_DEPENDENCE_UNSTATED)
                *figure = (double)NAN;
            else if (totals->choice.dependence == HZ_DEPENDENCE_INDEPENDENT)
                *figure = sqrt(*figure);
        }
}

void hz_group_totals_begin(const struct hz_group_totals *totals, size_t t, struct hz_table *out)
{
    for (size_t k = 0; k < totals->keys; k++)
        if (k < totals->total[t].depth)
            hz_table_text(out, totals->total[t].key[k]);
        else
            hz_table_string(out, "total");
}

const char *hz_group_totals_level(const struct hz_group_totals *totals, size_t t)
{
    return totals->total[t].depth > 0 ? "subtotal" : "all";
}

void hz_group_totals_tell(const struct hz_group_totals *totals, struct hz_table *out)
{
    char text[120];
    if (totals->totals == 0 || hz_table_left_out(out) == 0)
        return;
    snprintf(text, sizeof text, _("totals over groups are without the %zu that were refused"),
             hz_table_left_out(out));
    hz_table_tell(out, text);
}

void hz_group_totals_free(struct hz_group_totals *totals)
{
    free(totals->total);
    hz_arena_free(&totals->arena);
}
