/* draw_reserve.c: reserves by origin. See draw.h. */

#include "base/attr.h"
#include "report/draw.h"

#include <math.h>

bool hz_draw_reserve(struct hz_panel *panel, struct hz_error *err)
{
    struct hz_text *origin;
    double *latest, *ultimate, *se;
    if (!hz_panel_numbers(panel, "latest", &latest, err) ||
        !hz_panel_numbers(panel, "ultimate", &ultimate, err) ||
        !hz_panel_numbers(panel, "se", &se, err))
        return false;
    const size_t origins = hz_panel_distinct(panel, "origin", &origin);
    const double *const column[] = {latest, ultimate, se};
    const size_t data = hz_panel_block(panel, column, HZ_COUNT(column), panel->rows);
    hz_panel_tics(panel, 'x', origin, origins);
    hz_panel_scale(panel, _("amount"), hz_largest(ultimate, panel->rows));
    bool is_begun = false;
    hz_panel_plot(panel, &is_begun);
    hz_buffer_format(panel->script,
                     "$d%zu using 1:(0):($1-.35):($1+.35):(0):($2/unit) with boxxyerror lt 1",
                     data);
    hz_panel_key(panel, _("to date"));
    hz_panel_plot(panel, &is_begun);
    hz_buffer_format(
        panel->script,
        "$d%zu using 1:($2/unit):($1-.35):($1+.35):($2/unit):($3/unit) with boxxyerror lt 2", data);
    hz_panel_key(panel, _("to come"));
    hz_panel_plot(panel, &is_begun);
    const bool has_errors = hz_largest(se, panel->rows) > 0;
    hz_buffer_format(panel->script, "$d%zu using 1:($3/unit)%s lt 7 dt 1", data,
                     has_errors ? ":($4/unit) with yerrorbars" : " with points");
    hz_panel_key(panel, has_errors ? _("ultimate ± standard error") : _("ultimate"));
    hz_buffer_string(panel->script, "\n");
    return true;
}
