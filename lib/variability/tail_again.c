/* tail_again.c: see tail_again.h. */

#include "variability/tail_again.h"

#include "base/memory.h"

#include <stdlib.h>

void hz_tail_again(const struct hz_tail_choice *curve, const struct hz_triangle *triangle,
                   double (*factor)[HZ_LANES], double otherwise, double kept[HZ_LANES])
{
    const size_t steps = triangle->ages - 1;
    double *own = hz_allocate(triangle->ages, sizeof *own);
    for (size_t l = 0; l < HZ_LANES; l++) {
        struct hz_tail tail = {.factor = otherwise};
        const char *why = NULL;
        for (size_t k = 0; k < steps; k++)
            own[k] = factor[k][l];
        kept[l] = !hz_tail_fit(curve, triangle->age, steps, own, &tail, &why);
        for (size_t k = 0; k < steps; k++)
            factor[k][l] = own[k];
        factor[steps][l] = kept[l] > 0 ? otherwise : tail.factor;
    }
    free(own);
}
