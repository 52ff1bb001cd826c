/* development_options.c: see development_options.h. */

#include "development_options.h"

#include <math.h>

struct hz_development_choice hz_development_chosen(const struct hz_development_options *opt)
{
    return (struct hz_development_choice){
        .average = (enum hz_average)hz_choice_index(hz_average_names, opt->average),
        .use = {.last = (size_t)opt->last,
                .drop_high = (size_t)opt->drop_high,
                .drop_low = (size_t)opt->drop_low},
        .sigma_rule = (enum hz_sigma_rule)hz_choice_index(hz_sigma_rule_names, opt->sigma),
        .last_sigma = opt->last_sigma,
        .mse_rule = (enum hz_mse_rule)hz_choice_index(hz_mse_rule_names, opt->mse),
        .curve.curve = (enum hz_tail_curve)hz_choice_index(hz_tail_curve_names, opt->curve),
        .tail = opt->tail,
        .tail_decay = opt->tail_decay,
        .tail_se = opt->tail_se,
        .tail_sigma = opt->tail_sigma,
        .tail_errors =
            (enum hz_tail_error_rule)hz_choice_index(hz_tail_error_rule_names, opt->tail_errors),
        .no_negative = opt->no_negative,
        .decimals = (int)opt->decimals,
    };
}

bool hz_development_options_read(const struct hz_development_options *opt,
                                 const struct hz_sheet *in, struct hz_triangle_table *triangles,
                                 struct hz_development_choice *choice, struct hz_arena *arena,
                                 struct hz_error *err)
{
    double prior = (double)NAN;
    *choice = hz_development_chosen(opt);
    return hz_triangle_table_read(triangles, in, &opt->form, arena, err) &&
           (!opt->selections ||
            hz_selections_read(choice, &prior, opt->selections, triangles, arena, err)) &&
           hz_selections_check(choice, triangles, err) &&
           hz_selections_refuse_own(choice, triangles, err);
}
