/* development_options.c: see development_options.h. */

#include "common/development_options.h"

#include <math.h>

bool hz_development_options_read(const struct hz_development_options *opt,
                                 const struct hz_sheet *in, struct hz_triangle_table *triangles,
                                 struct hz_development_choice *choice, struct hz_arena *arena,
                                 struct hz_error *err)
{
    double prior = (double)NAN;
    *choice = hz_development_usual;
    choice->average = (enum hz_average)hz_choice_index(hz_average_names, opt->average);
    choice->sigma_rule = (enum hz_sigma_rule)hz_choice_index(hz_sigma_rule_names, opt->sigma);
    choice->tail = opt->tail;
    return (!opt->selections || hz_selections_read(choice, &prior, opt->selections, arena, err)) &&
           hz_triangle_table_read(triangles, in, opt->is_incremental, arena, err) &&
           hz_selections_check(choice, triangles, err);
}
