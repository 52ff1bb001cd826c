/* development_options.c: see development_options.h. */

#include "common/development_options.h"

struct hz_development_choice hz_development_chosen(const struct hz_development_options *options)
{
    return (struct hz_development_choice){
        .average = (enum hz_average)hz_choice_index(hz_average_names, options->average),
        .use = {.last = (size_t)options->last,
                .drop_high = (size_t)options->drop_high,
                .drop_low = (size_t)options->drop_low},
        .sigma_rule = (enum hz_sigma_rule)hz_choice_index(hz_sigma_rule_names, options->sigma),
        .mse_rule = (enum hz_mse_rule)hz_choice_index(hz_mse_rule_names, options->mse),
        .curve.curve = (enum hz_tail_curve)hz_choice_index(hz_tail_curve_names, options->curve),
        .tail = options->tail,
        .tail_decay = options->tail_decay,
        .tail_se = options->tail_se,
        .tail_sigma = options->tail_sigma,
        .decimals = (int)options->decimals,
    };
}
