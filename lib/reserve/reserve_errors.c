/* reserve_errors.c: the errors of a reserve: see method.h. */

#include "reserve/method.h"

void hz_reserve_set_errors(struct hz_reserve *reserve, size_t o, double process, double parameter)
{
    reserve->process_se[o] = sqrt(process);
    reserve->parameter_se[o] = sqrt(parameter);
    reserve->se[o] = sqrt(process + parameter);
}
