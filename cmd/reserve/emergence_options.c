/* emergence_options.c: see emergence_options.h. */

#include "emergence_options.h"

struct hz_emergence_choice hz_emergence_chosen(const struct hz_emergence_options *opt)
{
    return (struct hz_emergence_choice){
        .curve = (enum hz_emergence_curve)hz_choice_index(hz_emergence_curve_names, opt->growth),
        .omega = opt->omega,
        .theta = opt->theta,
        .until = opt->until,
        .is_from_start = opt->is_from_start,
    };
}

bool hz_emergence_options_check(const struct hz_emergence_options *opt, struct hz_error *err)
{
    if ((opt->omega > 0) == (opt->theta > 0))
        return true;
    return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                        _("--omega and --theta give one curve: name both or none"));
}
