/* triangle_doubts.c: see triangle_doubts.h. */

#include "triangle/triangle_doubts.h"

#include "triangle/line.h"
#include "triangle/origin_text.h"
#include "triangle/triangle_fill.h"
#include "triangle/triangle_time.h"

#include <math.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

/*
 * Whether the values, as they were given, are a rectangle filled with zeros after the diagonal:
 * each row ends in more zeros than the row before. Only one origin of nothing but zeros may be
 * real.
 */
static bool is_filled_rectangle(const struct hz_triangle *triangle)
{
    const size_t ages = triangle->ages;
    size_t zeros_before = 0;
    size_t filled = 0;
    for (size_t o = 0; o < triangle->origins; o++) {
        if (triangle->latest[o] != ages - 1)
            return false;
        size_t zeros = 0;
        while (zeros < ages && hz_triangle_value(triangle, o, ages - 1 - zeros) == 0)
            zeros++;
        if (o > 0 && zeros > 0 && zeros <= zeros_before)
            return false;
        filled += zeros > 0;
        zeros_before = zeros;
    }
    return triangle->origins > 1 && zeros_before > 0 && (zeros_before < ages || filled > 1);
}

/* Whether all origins end at the last age and each younger one begins later. */
static bool is_upside_down(const struct hz_triangle *triangle)
{
    for (size_t o = 0; o < triangle->origins; o++)
        if (triangle->latest[o] != triangle->ages - 1 ||
            (o > 0 && triangle->first[o] <= triangle->first[o - 1]))
            return false;
    return triangle->origins > 2;
}

/*
 * Whether each younger origin begins later by as much as it is younger, as where developments are
 * calendar periods without being called so: three origins, or two that begin with the last two
 * figures of their years.
 */
static bool is_by_calendar(const struct hz_triangle *triangle)
{
    bool are_figures = true;
    for (size_t o = 0; o < triangle->origins; o++) {
        const double first = triangle->age[triangle->first[o]];
        hz_period period;
        enum hz_grain grain;
        are_figures &= hz_origin_period(triangle->origin[o], &period, &grain) && grain == HZ_YEAR &&
                       fabs(fmod(period, 100) - first) <= 0;
        if (o > 0 && fabs(first - triangle->age[triangle->first[o - 1]] -
                          hz_triangle_origins_between(triangle, o - 1, o)) > 0)
            return false;
    }
    return triangle->origins > 2 || (triangle->origins > 1 && are_figures);
}

/* Whether the cells of an origin are the sums of all others', three ages at least of several. */
static bool is_sum(const struct hz_triangle *triangle, size_t o)
{
    enum { LEAST = 3 };
    size_t same = 0;
    for (size_t k = triangle->first[o]; k <= triangle->latest[o]; k++) {
        double sum = 0;
        size_t others = 0;
        if (!hz_triangle_is_observed(triangle, o, k))
            continue;
        for (size_t other = 0; other < triangle->origins; other++)
            if (other != o && hz_triangle_is_observed(triangle, other, k)) {
                sum += hz_triangle_value(triangle, other, k);
                others++;
            }
        if (!hz_is_same_ratio(sum, hz_triangle_value(triangle, o, k)))
            return false;
        same += others > 1 && fabs(sum) > 0;
    }
    return same + 1 >= LEAST && triangle->origins >= LEAST;
}

static bool is_plain_label(struct hz_text label)
{
    hz_period period;
    enum hz_grain grain;
    bool are_digits = true;
    for (size_t i = 0; i < label.length; i++)
        are_digits &= hz_digit(label.at[i]) <= 9;
    return are_digits || hz_origin_period(label, &period, &grain);
}

/* Whether some origins are years, say, and others quarters: one of another grain than the first. */
static bool is_of_two_grains(const struct hz_triangle *triangle, size_t *other)
{
    hz_period period;
    enum hz_grain first, grain;
    if (!hz_origin_period(triangle->origin[0], &period, &first))
        return false;
    for (*other = 1; *other < triangle->origins; ++*other)
        if (hz_origin_period(triangle->origin[*other], &period, &grain) && grain != first)
            return true;
    return false;
}

/* "2018 and prior": what follows the first figures of a label is no other number. */
static bool is_with_earlier(struct hz_text label)
{
    static const char *const words[] = {"prior", "earlier", "before", "以前", "之前"};
    const size_t digits = strspn(label.at, "0123456789");
    for (size_t w = 0; w < HZ_COUNT(words) && digits == 4; w++)
        for (size_t i = digits; i + strlen(words[w]) <= label.length; i++)
            if (strncasecmp(label.at + i, words[w], strlen(words[w])) == 0)
                return true;
    return false;
}

/*
 * An origin that is a number or has two figures of its year, beside one that is a year in full; or
 * 98 beside 00, where all are two figures. Both are `origins` where there are none, or where
 * numbers go on to thousands that are no years.
 */
static void find_short(const struct hz_triangle *triangle, size_t *of_short, size_t *in_full)
{
    const size_t none = triangle->origins;
    size_t two = 0, old = none, new = none;
    *of_short = *in_full = none;
    for (size_t o = 0; o < none; o++) {
        const struct hz_text label = triangle->origin[o];
        const bool is_number = strspn(label.at, "0123456789") >= label.length;
        hz_period period;
        enum hz_grain grain;
        two += is_number && label.length == 2;
        if (hz_origin_period(label, &period, &grain))
            *in_full = *in_full < none ? *in_full : o;
        else if (hz_origin_is_short(label))
            *of_short = o;
        else if (is_number) {
            *of_short = *in_full = none;
            return;
        }
        if (is_number && label.at[0] == '0')
            new = o;
        else if (is_number && label.at[0] >= '7')
            old = o;
    }
    if (two == none && old < none && new < none) {
        *of_short = old;
        *in_full = new;
    } else if (*in_full == none) {
        *of_short = none;
    }
}

bool hz_triangle_check_origins(const struct hz_triangle *triangle, struct hz_error *err)
{
    size_t periods = 0, others = 0, other = 0, of_short, in_full;
    find_short(triangle, &of_short, &in_full);
    if (of_short < triangle->origins && in_full < triangle->origins)
        return hz_error_set(err, HZ_ERROR_DATA, triangle->place,
                            _("origins %.*s and %.*s: whether the first is a year, and which one, "
                              "cannot be told beside the other: write the years of all in full "
                              "(1998, 2021, 2021Q3)"),
                            HZ_TEXT_ARGS(triangle->origin[of_short]),
                            HZ_TEXT_ARGS(triangle->origin[in_full]));
    for (size_t o = 0; o < triangle->origins; o++) {
        if (is_plain_label(triangle->origin[o])) {
            hz_period period;
            enum hz_grain grain;
            periods += hz_origin_period(triangle->origin[o], &period, &grain);
        } else if (!is_with_earlier(triangle->origin[o])) {
            others++;
            other = o;
        }
    }
    return others == 0 || periods <= others ||
           hz_error_set(err, HZ_ERROR_DATA, triangle->place,
                        _("origin %.*s is no period, as the others are: leave it out if it is an "
                          "average, a factor or a sum of them; all before the oldest may be "
                          "called by their last year (2018)"),
                        HZ_TEXT_ARGS(triangle->origin[other]));
}

bool hz_triangle_check_shape(const struct hz_triangle *triangle, bool is_cut, struct hz_error *err)
{
    const double last = triangle->age[triangle->ages - 1];
    size_t other;
    if (is_of_two_grains(triangle, &other))
        return hz_error_set(err, HZ_ERROR_DATA, triangle->place,
                            _("origins %.*s and %.*s are periods of two lengths: expected years, "
                              "quarters or months, all alike, or a column for each kind (--by)"),
                            HZ_TEXT_ARGS(triangle->origin[0]),
                            HZ_TEXT_ARGS(triangle->origin[other]));
    if (is_upside_down(triangle))
        return hz_error_set(err, HZ_ERROR_DATA, triangle->place,
                            _("every origin ends at development %.15g and each younger one begins "
                              "later, as where developments are calendar periods or cells stand to "
                              "the right: expected ages (1, 2, 3), or periods in full for origins "
                              "and developments (2021, 2021Q3)"),
                            last);
    if (is_by_calendar(triangle))
        return hz_error_set(err, HZ_ERROR_DATA, triangle->place,
                            _("origin %.*s begins at development %.15g, and each younger one later "
                              "by as much as it is younger, as where developments are calendar "
                              "periods: expected ages (1, 2, 3), or periods in full for origins "
                              "and developments (2021, 2021Q3)"),
                            HZ_TEXT_ARGS(triangle->origin[0]), triangle->age[triangle->first[0]]);
    if (!is_cut && is_filled_rectangle(triangle))
        return hz_error_set(err, HZ_ERROR_DATA, triangle->place,
                            _("every origin is observed to development %.15g, the younger the more "
                              "zeros at the end: leave out the cells that are not observed yet, or "
                              "say when the triangle ends (--as-of)"),
                            last);
    for (size_t o = 0; o < triangle->origins; o++)
        if (!is_plain_label(triangle->origin[o]) && is_sum(triangle, o))
            return hz_error_set(err, HZ_ERROR_DATA, triangle->place,
                                _("origin %.*s looks like the sum of the others: leave it out"),
                                HZ_TEXT_ARGS(triangle->origin[o]));
    return true;
}

/*
 * Whether a sum is the one of the age before, but for a millionth: sums that other programs carry
 * on have been rounded on their way, to seven digits say, and a claim that is paid for is more.
 */
static bool is_still(const struct hz_triangle *triangle, size_t o, size_t k)
{
    const double noise = 1e-6, before = hz_triangle_value(triangle, o, k - 1);
    return fabs(hz_triangle_value(triangle, o, k) - before) <= noise * fabs(before);
}

/*
 * The first origin whose values stand still where they cannot be known yet: every origin is
 * observed to the last age, and the n-th at least n cells long repeats what it had. `origins`:
 * none. Of more than two origins, two or more are to do so, those of nothing but zeros apart, which
 * may be real.
 */
static size_t find_carried(const struct hz_triangle *triangle)
{
    const size_t ages = triangle->ages;
    size_t carried = 0;
    if (triangle->origins < 2 || ages < 2)
        return triangle->origins;
    for (size_t o = 0; o < triangle->origins; o++) {
        size_t still = 0;
        if (triangle->latest[o] != ages - 1)
            return triangle->origins;
        while (still + 1 < ages && is_still(triangle, o, ages - 1 - still))
            still++;
        if (still < o && still + 1 < ages)
            return triangle->origins;
        carried += o > 0 && fabs(hz_triangle_latest(triangle, o)) > 0;
    }
    return carried >= (triangle->origins > 2 ? 2 : 1) ? 1 : triangle->origins;
}

/*
 * Of a diagonal on which the youngest origin stands at a column, and each older one a column
 * further: whether what lies beyond only repeats it, for two origins and two ages at least, which
 * had all moved until then. The youngest such origin; `origins`: none.
 */
static size_t find_staircase(const struct hz_triangle *triangle, size_t now)
{
    const size_t youngest = triangle->origins - 1;
    size_t moved = 0, deepest = 0, found = triangle->origins;
    for (size_t o = 0; o <= youngest; o++) {
        const size_t on = now + (youngest - o), latest = triangle->latest[o];
        if (on >= latest || triangle->first[o] >= on + 1)
            continue;
        for (size_t k = on + 1; k <= latest; k++)
            if (!is_still(triangle, o, k))
                return triangle->origins;
        if (on > triangle->first[o] && is_still(triangle, o, on))
            return triangle->origins;
        moved += fabs(hz_triangle_latest(triangle, o)) > 0;
        deepest = latest - on > deepest ? latest - on : deepest;
        found = o;
    }
    return moved > 1 && deepest > 1 ? found : triangle->origins;
}

bool hz_triangle_check_carried(const struct hz_triangle *triangle, struct hz_error *err)
{
    size_t o = find_carried(triangle);
    for (size_t now = 0; o == triangle->origins && now <= triangle->latest[o - 1]; now++)
        o = find_staircase(triangle, now);
    return o == triangle->origins ||
           hz_error_set(err, HZ_ERROR_DATA, triangle->place,
                        _("origin %.*s, development %.15g: the younger origins stand still there, "
                          "as sums that are carried on where nothing is known yet: leave these "
                          "cells out, or say when the triangle ends (--as-of)"),
                        HZ_TEXT_ARGS(triangle->origin[o]), triangle->age[triangle->latest[o]]);
}

/*
 * Whether no origin moves at its latest age, of those that are not at the last, two at least. With
 * `by_all`, each of which had moved until then, and three with those at the last.
 */
static bool is_last_still(const struct hz_triangle *triangle, bool by_all)
{
    size_t still = 0, others = 0;
    for (size_t o = 0; o < triangle->origins; o++) {
        const size_t k = triangle->latest[o];
        if (k + 1 == triangle->ages) {
            others += o > 0 && k > triangle->first[o] && is_still(triangle, o, k) &&
                      fabs(hz_triangle_value(triangle, o, k)) > 0;
            continue;
        }
        if (k == triangle->first[o] || !hz_triangle_is_observed(triangle, o, k - 1) ||
            !is_still(triangle, o, k))
            return false;
        if (by_all && k > triangle->first[o] + 1 && is_still(triangle, o, k - 1))
            return false;
        still += fabs(hz_triangle_value(triangle, o, k)) > 0;
    }
    return still > 1 && (!by_all || still + others > 2);
}

bool hz_triangle_check_latest(const struct hz_triangle *triangle, struct hz_error *err)
{
    const size_t o = triangle->origins - 1;
    return !is_last_still(triangle, true) ||
           hz_error_set(err, HZ_ERROR_DATA, triangle->place,
                        _("origin %.*s, development %.15g: every origin stands still on the latest "
                          "diagonal, as sums that are carried on: leave it out (--as-of 1), or say "
                          "when the triangle ends if that is so (--as-of 2021-12)"),
                        HZ_TEXT_ARGS(triangle->origin[o]), triangle->age[triangle->latest[o]]);
}

/* ---- What is told */

static bool are_all_done(const struct hz_triangle *triangle)
{
    bool are = true;
    for (size_t o = 0; o < triangle->origins; o++)
        are &= triangle->latest[o] == triangle->ages - 1;
    return are;
}

/* The first cell that is 0 after a sum that is not; false: none. */
static bool find_zero(const struct hz_triangle *triangle, size_t *origin, size_t *column)
{
    for (size_t o = 0; o < triangle->origins; o++)
        for (size_t k = triangle->first[o] + 1; k <= triangle->latest[o]; k++)
            if (hz_triangle_is_observed(triangle, o, k) &&
                hz_triangle_is_observed(triangle, o, k - 1) &&
                fabs(hz_triangle_value(triangle, o, k)) <= 0 &&
                hz_triangle_value(triangle, o, k - 1) > 0) {
                *origin = o;
                *column = k;
                return true;
            }
    return false;
}

/* The first sum that is less than half of the one before, but not 0. */
static bool find_fall(const struct hz_triangle *triangle, size_t *origin, size_t *column)
{
    for (size_t o = 0; o < triangle->origins; o++)
        for (size_t k = triangle->first[o] + 1; k <= triangle->latest[o]; k++) {
            const double now = hz_triangle_value(triangle, o, k);
            const double before = hz_triangle_value(triangle, o, k - 1);
            if (before > 0 && now < before / 2 && fabs(now) > 0) { /* both observed: no NaN */
                *origin = o;
                *column = k;
                return true;
            }
        }
    return false;
}

enum { LEAST_STEPS = 3 }; /* by which something is told of all */

/* Whether most sums are below those before, by more than incurred claims fall, most of the time. */
static bool are_falling(const struct hz_triangle *triangle)
{
    const double usual = 0.08;
    size_t steps = 0, falls = 0;
    double depth = 0;
    for (size_t o = 0; o < triangle->origins; o++)
        for (size_t k = triangle->first[o] + 1; k <= triangle->latest[o]; k++) {
            const double now = hz_triangle_value(triangle, o, k);
            const double before = hz_triangle_value(triangle, o, k - 1);
            if (isnan(now) || isnan(before))
                continue;
            steps++;
            if (now < before) {
                falls++;
                depth += before > 0 ? 1 - now / before : 0;
            }
        }
    return steps >= LEAST_STEPS && 2 * falls > steps && depth > usual * (double)falls;
}

/* Whether the amounts of one age each grow from age to age, so that they may be sums. */
static bool are_growing(const struct hz_triangle *triangle)
{
    size_t steps = 0;
    for (size_t o = 0; o < triangle->origins; o++)
        for (size_t k = triangle->first[o] + 2; k <= triangle->latest[o]; k++) {
            const double now = hz_triangle_value(triangle, o, k);
            const double before = hz_triangle_value(triangle, o, k - 1);
            if (isnan(now) || isnan(before))
                continue;
            if (now - before < before - hz_triangle_value(triangle, o, k - 2))
                return false;
            steps++;
        }
    return steps >= LEAST_STEPS;
}

/* What is odd about where cells are. */
static void tell_cells(const struct hz_triangle *triangle, int how,
                       void (*tell)(void *context, const char *sentence), void *context)
{
    char text[256];
    size_t o;
    if (triangle->origins > 1 && are_all_done(triangle) && !(how & HZ_CELLS_CUT)) {
        tell(context, _("every origin is seen to the last age, so that only a tail leaves "
                        "anything to come: if the triangle ends earlier, say when (--as-of)"));
    } else if (hz_triangle_is_behind(triangle, &o)) {
        snprintf(text, sizeof text,
                 _("origin %.*s ends at development %.15g, before the latest diagonal, and is "
                   "developed from there"),
                 HZ_TEXT_ARGS(triangle->origin[o]), triangle->age[triangle->latest[o]]);
        tell(context, text);
    }
    if (triangle->ages_per_origin <= 0 && !are_all_done(triangle))
        tell(context, _("age does not fall steadily from origin to origin, so that the latest "
                        "diagonal cannot be told: are cells missing on it?"));
    for (o = 1; o < triangle->origins && triangle->first[o] <= triangle->first[o - 1];)
        o++;
    if (o < triangle->origins) {
        snprintf(text, sizeof text,
                 _("origin %.*s begins at development %.15g, later than older ones"),
                 HZ_TEXT_ARGS(triangle->origin[o]), triangle->age[triangle->first[o]]);
        tell(context, text);
    }
    if (!(how & HZ_CELLS_CUT) && is_last_still(triangle, false))
        tell(context,
             _("no origin moves on the latest diagonal: if sums are carried on there, leave "
               "it out (--as-of 1)"));
}

/*
 * Whether values fall towards 1 from age to age, and the last ones are near it, as link ratios are
 * and amounts hardly: none is beyond what a factor may be, and some have decimals.
 */
static bool are_factors(const struct hz_triangle *triangle)
{
    const double least = 0.5, most = 50, near = 0.15;
    size_t steps = 0, falls = 0, nearer = 0;
    bool have_decimals = false;
    for (size_t o = 0; o < triangle->origins; o++)
        for (size_t k = triangle->first[o]; k <= triangle->latest[o]; k++) {
            const double now = hz_triangle_value(triangle, o, k);
            if (!hz_triangle_is_observed(triangle, o, k))
                continue;
            if (now < least || now > most)
                return false;
            have_decimals |= fabs(now - round(now)) > 0;
            if (k == triangle->first[o] || !hz_triangle_is_observed(triangle, o, k - 1))
                continue;
            const double before = hz_triangle_value(triangle, o, k - 1);
            steps++;
            falls += now < before;
            nearer += fabs(now - 1) < fabs(before - 1);
        }
    return have_decimals && steps > 1 && 4 * falls >= 3 * steps && 4 * nearer >= 3 * steps &&
           fabs(hz_triangle_latest(triangle, 0) - 1) < near;
}

static void tell_values(const struct hz_triangle *triangle, int how,
                        void (*tell)(void *context, const char *sentence), void *context)
{
    char text[256];
    size_t o, k;
    if (!(how & HZ_CELLS_INCREMENTAL) && find_zero(triangle, &o, &k)) {
        snprintf(text, sizeof text,
                 _("origin %.*s, development %.15g: 0 after %.15g: if it is not known, leave the "
                   "cell out"),
                 HZ_TEXT_ARGS(triangle->origin[o]), triangle->age[k],
                 hz_triangle_value(triangle, o, k - 1));
        tell(context, text);
    }
    if (!(how & HZ_CELLS_INCREMENTAL) && are_factors(triangle))
        tell(context, _("values fall towards 1 from age to age, as factors between ages do: if "
                        "they are factors, give the amounts instead"));
    else if (!(how & HZ_CELLS_INCREMENTAL) && are_falling(triangle))
        tell(context, _("most values are below those of the age before: if they are amounts of one "
                        "age each, say so (--incremental)"));
    else if (!(how & HZ_CELLS_INCREMENTAL) && find_fall(triangle, &o, &k)) {
        snprintf(
            text, sizeof text,
            _("origin %.*s, development %.15g: %.15g after %.15g, less than half of it: is one "
              "of the two wrong?"),
            HZ_TEXT_ARGS(triangle->origin[o]), triangle->age[k], hz_triangle_value(triangle, o, k),
            hz_triangle_value(triangle, o, k - 1));
        tell(context, text);
    }
    if ((how & HZ_CELLS_INCREMENTAL) && are_growing(triangle))
        tell(context, _("amounts grow from age to age throughout: if they are sums already, leave "
                        "out --incremental"));
}

void hz_triangle_doubts(const struct hz_triangle *triangle, int how,
                        void (*tell)(void *context, const char *sentence), void *context)
{
    char text[256];
    if (triangle->holes > 0)
        tell(context,
             _("cells are missing between observed ones: link ratios over them are left out"));
    tell_cells(triangle, how, tell, context);
    tell_values(triangle, how, tell, context);
    for (size_t o = 0; o + 1 < triangle->origins; o++)
        if (!hz_triangle_origins_tell(triangle, o)) {
            snprintf(text, sizeof text,
                     _("how far it is from origin %.*s to %.*s cannot be told from their names: it "
                       "is taken as one period"),
                     HZ_TEXT_ARGS(triangle->origin[o]), HZ_TEXT_ARGS(triangle->origin[o + 1]));
            tell(context, text);
            return;
        }
}
