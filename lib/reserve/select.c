/* select.c: see select.h. */

#include "reserve/select.h"

#include <math.h>
#include <stdlib.h>

static bool refuse(const char *words, const char *sentence, struct hz_error *err)
{
    return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE, _("--select %s: %s"), words, sentence);
}

static size_t find(struct hz_text name, const struct hz_method *const method[], size_t methods)
{
    size_t m = 0;
    while (m < methods && !hz_text_equal(name, hz_text_of(method[m]->name)))
        m++;
    return m;
}

/* "METHOD=SHARE,..." */
static bool parse_shares(struct hz_selection *selection, const char *words, const char *list,
                         const struct hz_method *const method[], size_t methods,
                         struct hz_error *err)
{
    double sum = 0;
    for (const char *at = list; *at;) {
        struct hz_text name = {at, strcspn(at, "=,")};
        const size_t m = find(name, method, methods);
        char *end;
        if (at[name.length] != '=')
            return refuse(words, _("expected weighted:METHOD=SHARE,..."), err);
        const double share = strtod(at + name.length + 1, &end);
        if (m == methods)
            return refuse(words, _("a method that is not among those of --method"), err);
        if (end == at + name.length + 1 || (*end && *end != ',') || !(share > 0) || share > 1)
            return refuse(words, _("a share is a number above 0, at most 1"), err);
        if (selection->share[m] > 0)
            return refuse(words, _("a method stands twice"), err);
        selection->share[m] = share;
        sum += share;
        at = *end ? end + 1 : end;
    }
    return fabs(sum - 1) < 1e-9 || refuse(words, _("shares are to add up to 1"), err);
}

bool hz_selection_parse(struct hz_selection *selection, const char *words,
                        const struct hz_method *const method[], size_t methods,
                        struct hz_arena *arena, struct hz_error *err)
{
    static const char weighted[] = "weighted:";
    *selection =
        (struct hz_selection){.rule = words ? HZ_SELECT_WEIGHTED : HZ_SELECT_NONE,
                              .share = hz_arena_allocate(arena, methods, sizeof *selection->share)};
    if (!words)
        return true;
    const bool is_max = strcmp(words, "max") == 0;
    if (is_max || strcmp(words, "mean") == 0) {
        if (methods < 2)
            return refuse(words, _("expected two methods at least (--method a,b)"), err);
        for (size_t m = 0; m < methods; m++)
            selection->share[m] = 1 / (double)methods;
        selection->rule = is_max ? HZ_SELECT_MAX : HZ_SELECT_WEIGHTED;
        return true;
    }
    if (strncmp(words, weighted, sizeof weighted - 1) == 0)
        return parse_shares(selection, words, words + sizeof weighted - 1, method, methods, err);
    const size_t m = find(hz_text_of(words), method, methods);
    if (m == methods)
        return refuse(words, _("expected max, mean, weighted:METHOD=SHARE,... or one of --method"),
                      err);
    selection->share[m] = 1;
    return true;
}

/* The whole of one method. */
static size_t largest(const struct hz_reserve reserve[], size_t reserves)
{
    size_t best = 0;
    for (size_t m = 1; m < reserves; m++)
        if (reserve[m].ibnr[reserve[m].origins] > reserve[best].ibnr[reserve[best].origins])
            best = m;
    return best;
}

enum { FIGURES = 8 };

static void list_figures(const struct hz_reserve *r, double *figure[FIGURES])
{
    double *const list[FIGURES] = {r->latest,     r->to_ultimate,  r->ultimate, r->ibnr,
                                   r->process_se, r->parameter_se, r->se,       r->skewness};
    memcpy(figure, list, sizeof list);
}

void hz_selection_apply(const struct hz_selection *selection, const struct hz_reserve reserve[],
                        size_t reserves, struct hz_reserve *selected, struct hz_arena *arena)
{
    const size_t origins = reserve[0].origins;
    const size_t payments = origins * reserve[0].ages;
    double *to[FIGURES];
    if (selection->rule == HZ_SELECT_MAX) {
        *selected = reserve[largest(reserve, reserves)];
        return;
    }
    for (size_t m = 0; m < reserves; m++)
        if (selection->share[m] >= 1) {
            *selected = reserve[m];
            return;
        }
    *selected = reserve[0];
    selected->phi = selected->power = selected->theta = (double)NAN;
    double **field[FIGURES] = {&selected->latest, &selected->to_ultimate, &selected->ultimate,
                               &selected->ibnr,   &selected->process_se,  &selected->parameter_se,
                               &selected->se,     &selected->skewness};
    for (size_t f = 0; f < FIGURES; f++)
        *field[f] = hz_arena_allocate(arena, origins + 1, sizeof **field[f]);
    selected->payment = hz_arena_allocate(arena, payments, sizeof *selected->payment);
    list_figures(selected, to);
    for (size_t m = 0; m < reserves; m++) {
        double *from[FIGURES];
        const double share = selection->share[m];
        list_figures(&reserve[m], from);
        for (size_t p = 0; p < payments && share > 0; p++)
            selected->payment[p] += share * reserve[m].payment[p];
        for (size_t f = 0; f < FIGURES && share > 0; f++)
            for (size_t o = 0; o <= origins; o++)
                to[f][o] += share * from[f][o];
    }
    memcpy(selected->latest, reserve[0].latest, (origins + 1) * sizeof *selected->latest);
    for (size_t o = 0; o <= origins; o++)
        selected->process_se[o] = selected->parameter_se[o] = selected->se[o] =
            selected->skewness[o] = (double)NAN;
}
