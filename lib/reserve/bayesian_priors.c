/* bayesian_priors.c: what the user says of the priors of bayesian.h, and is told of them. */

#include "reserve/bayesian.h"

#include <math.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* 3.162 = sqrt(10): the published variances are 10. */
static const struct {
    const char *name;
    size_t at;
    bool is_sd;
} known[] = {
    {"level", offsetof(struct hz_bayesian_priors, level_mean), false},
    {"level-sd", offsetof(struct hz_bayesian_priors, level_sd), true},
    {"origin-sd", offsetof(struct hz_bayesian_priors, origin_sd), true},
    {"development-sd", offsetof(struct hz_bayesian_priors, development_sd), true},
    {"rate-sd", offsetof(struct hz_bayesian_priors, rate_sd), true},
};

static bool read_one(struct hz_bayesian_priors *priors, unsigned *seen, const char *item,
                     size_t length, struct hz_error *err)
{
    for (size_t i = 0; i < HZ_COUNT(known); i++) {
        const size_t name = strlen(known[i].name);
        char number[48] = "", *end = NULL;
        if (length <= name || strncmp(item, known[i].name, name) != 0 || item[name] != '=' ||
            length - name - 1 >= sizeof number)
            continue;
        memcpy(number, item + name + 1, length - name - 1);
        const double value = strtod(number, &end);
        if (*seen >> i & 1)
            return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE, _("--priors: %s stands twice"),
                                known[i].name);
        if (end == number || *end || !isfinite(value) || (known[i].is_sd && !(value > 0)))
            return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                                known[i].is_sd ? _("--priors: %s=%s: expected a number above 0")
                                               : _("--priors: %s=%s: expected a number"),
                                known[i].name, number);
        *seen |= 1U << i;
        *(double *)(void *)((char *)priors + known[i].at) = value;
        return true;
    }
    return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                        _("--priors: \"%.*s\": expected level, level-sd, origin-sd, "
                          "development-sd or rate-sd, like level=-0.2,level-sd=0.5"),
                        (int)length, item);
}

bool hz_bayesian_priors_read(struct hz_bayesian_priors *priors, const char *list,
                             struct hz_error *err)
{
    unsigned seen = 0;
    for (const char *item = list; item && *item;) {
        const size_t length = strcspn(item, ",");
        if (!read_one(priors, &seen, item, length, err))
            return false;
        item += length + (item[length] == ',');
    }
    return true;
}

void hz_bayesian_note(const struct hz_bayesian *fit, char note[HZ_BAYESIAN_NOTE])
{
    const double strain_most = 3;
    size_t length = 0;
    note[0] = '\0';
    if (fit->floored > 0)
        length = (size_t)snprintf(note, HZ_BAYESIAN_NOTE, _("values below 1, taken as 1: %zu"),
                                  fit->floored);
    if (fit->strain > strain_most)
        snprintf(note + length, HZ_BAYESIAN_NOTE - length,
                 _("%sthe prior of %s contradicts the data: they lie %.1f standard deviations "
                   "apart"),
                 length > 0 ? "; " : "", fit->strained, fit->strain);
}
