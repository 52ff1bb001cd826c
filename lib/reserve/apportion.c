/* apportion.c: see apportion.h. */

#include "reserve/apportion.h"

#include "base/memory.h"

#include <stdlib.h>

static const hz_sum most = (hz_sum)1 << 126;

/* What was cut off a part, in units of 1 / the sum of the keys. */
struct remainder {
    hz_sum cut;
    hz_sum key;
    size_t index;
};

static int by_cut(const void *left, const void *right)
{
    const struct remainder *a = left;
    const struct remainder *b = right;
    int order = (a->cut < b->cut) - (a->cut > b->cut);
    if (order == 0)
        order = (a->key < b->key) - (a->key > b->key);
    return order != 0 ? order : (a->index > b->index) - (a->index < b->index);
}

static bool add_keys(const hz_sum key[], size_t n, hz_sum magnitude, hz_sum *sum,
                     struct hz_error *err)
{
    *sum = 0;
    for (size_t i = 0; i < n; i++) {
        if (key[i] < 0)
            return hz_error_set(err, HZ_ERROR_DATA, HZ_NOWHERE,
                                _("a key is below zero: it has no share in an amount"));
        if (key[i] > most - *sum)
            return hz_error_set(err, HZ_ERROR_DATA, HZ_NOWHERE, _("the keys are too large"));
        *sum += key[i];
    }
    if (*sum == 0)
        return hz_error_set(err, HZ_ERROR_DATA, HZ_NOWHERE,
                            _("the keys add up to zero: nobody has a share"));
    return magnitude <= most / *sum ||
           hz_error_set(err, HZ_ERROR_DATA, HZ_NOWHERE,
                        _("the keys have too many digits for this total: round them"));
}

bool hz_apportion(hz_fen total, const hz_sum key[], size_t n, hz_fen share[], struct hz_error *err)
{
    const hz_sum magnitude = total < 0 ? -(hz_sum)total : total;
    const hz_fen sign = total < 0 ? -1 : 1;
    hz_sum sum;
    if (!add_keys(key, n, magnitude, &sum, err))
        return false;
    struct remainder *remainder = hz_allocate(n, sizeof *remainder);
    hz_sum left = magnitude;
    for (size_t i = 0; i < n; i++) {
        const hz_sum whole = magnitude * key[i] / sum;
        share[i] = sign * (hz_fen)whole;
        remainder[i] = (struct remainder){magnitude * key[i] % sum, key[i], i};
        left -= whole;
    }
    qsort(remainder, n, sizeof *remainder, by_cut);
    for (size_t i = 0; i < n && left > 0; i++, left--)
        share[remainder[i].index] += sign;
    free(remainder);
    return true;
}
