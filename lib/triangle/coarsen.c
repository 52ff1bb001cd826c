/* coarsen.c: see coarsen.h. */

#include "triangle/coarsen.h"

#include "triangle/origin_text.h"

/* What is to be added up, in months since year 0. */
struct fine {
    const struct hz_triangle *triangle;
    enum hz_grain grain; /* of the origins */
    int64_t *start;      /* of each origin */
    int64_t *months;     /* from there to each age */
    int64_t now;         /* the end of the latest diagonal */
    int shift;           /* by which all of these are earlier, so that years start in January */
};

static bool read_origins(struct fine *fine, struct hz_arena *arena, struct hz_error *err)
{
    const struct hz_triangle *t = fine->triangle;
    fine->start = hz_arena_allocate(arena, t->origins, sizeof *fine->start);
    for (size_t o = 0; o < t->origins; o++) {
        hz_period period;
        enum hz_grain grain = HZ_YEAR;
        if (!hz_origin_period(t->origin[o], &period, &grain) || (o > 0 && grain != fine->grain))
            return hz_error_set(err, HZ_ERROR_DATA, t->place,
                                _("origin %.*s: expected years (2021), quarters (2021Q3) or months "
                                  "(2021-07), all of one kind"),
                                HZ_TEXT_ARGS(t->origin[o]));
        fine->grain = grain;
        fine->start[o] = (int64_t)period * (int)grain - fine->shift;
        if (fine->start[o] % (int)grain != 0)
            return hz_error_set(err, HZ_ERROR_DATA, t->place,
                                _("origin %.*s: a year is to start where an origin period does "
                                  "(--year-starts)"),
                                HZ_TEXT_ARGS(t->origin[o]));
    }
    return true;
}

static bool read_ages(struct fine *fine, struct hz_arena *arena, struct hz_error *err)
{
    const struct hz_triangle *t = fine->triangle;
    const size_t youngest = t->origins - 1;
    fine->months = hz_arena_allocate(arena, t->ages, sizeof *fine->months);
    for (size_t k = 0; k < t->ages; k++)
        if (t->ages_per_origin <= 0 || !hz_triangle_months(t, fine->grain, k, &fine->months[k]))
            return hz_error_set(err, HZ_ERROR_DATA, t->place,
                                _("it cannot be told how many months an age lasts: age is to fall "
                                  "steadily from origin to origin"));
    fine->now = fine->start[youngest] + fine->months[t->latest[youngest]];
    return true;
}

/* The column of an age of so many months; false if there is none. */
static bool find_column(const struct fine *fine, int64_t months, size_t *column)
{
    for (*column = 0; *column < fine->triangle->ages; ++*column)
        if (fine->months[*column] == months)
            return true;
    return false;
}

/*
 * What the origins from `from` to before `to` have come to at a time; false: not all are observed.
 */
static bool add_up(const struct fine *fine, size_t from, size_t to, int64_t time, double *sum)
{
    const struct hz_triangle *t = fine->triangle;
    *sum = 0;
    for (size_t o = from; o < to; o++) {
        size_t k;
        if (time <= fine->start[o] && t->first[o] == 0)
            continue;
        if (!find_column(fine, time - fine->start[o], &k) || !hz_triangle_is_observed(t, o, k))
            return false;
        *sum += hz_triangle_value(t, o, k);
    }
    return true;
}

/* Whether every origin that has begun in a period is there. */
static bool check_period(const struct fine *fine, int64_t start, int64_t end, size_t from,
                         size_t to, struct hz_error *err)
{
    for (int64_t month = start; month < end && month < fine->now; month += (int)fine->grain) {
        if (from < to && fine->start[from] == month) {
            from++;
            continue;
        }
        char label[HZ_PERIOD_TEXT];
        hz_period_format((hz_period)((month + fine->shift) / (int)fine->grain), fine->grain, label);
        return hz_error_set(err, HZ_ERROR_DATA, fine->triangle->place,
                            _("the origin %s is not there, and its claims would be missing in the "
                              "longer period: give it cells (0 is a value), leave that period "
                              "out, or say in which month years start (--year-starts)"),
                            label);
    }
    return true;
}

/* The cells of one longer period, from its start on. */
static size_t make_cells(const struct fine *fine, int64_t start, enum hz_grain origin,
                         enum hz_grain development, size_t from, size_t to, struct hz_cell cell[],
                         struct hz_arena *arena)
{
    const int length = (int)development;
    const int64_t first = fine->now % length == 0 ? length : fine->now % length;
    char label[HZ_FISCAL_TEXT];
    size_t n = 0;
    hz_fiscal_format((hz_period)(start / (int)origin), origin, fine->shift, label);
    const struct hz_text name = hz_arena_text(arena, hz_text_of(label));
    for (int64_t months = first; start + months <= fine->now; months += length) {
        double sum;
        if (add_up(fine, from, to, start + months, &sum))
            cell[n++] = (struct hz_cell){.origin = name,
                                         .age = (double)months / length,
                                         .value = sum,
                                         .place = fine->triangle->place};
    }
    return n;
}

bool hz_triangle_coarsen(struct hz_triangle *coarse, const struct hz_triangle *fine,
                         const struct hz_triangle_grains *grains, struct hz_arena *arena,
                         struct hz_error *err)
{
    const enum hz_grain origin = grains->origin, development = grains->development;
    struct fine f = {.triangle = fine, .shift = grains->shift};
    if (!read_origins(&f, arena, err) || !read_ages(&f, arena, err))
        return false;
    if ((int)f.grain > (int)origin)
        return hz_error_set(err, HZ_ERROR_DATA, fine->place,
                            _("its origins are longer periods than those asked for"));
    const int length = (int)origin;
    const int64_t begin = f.start[0] / length * length;
    const size_t most =
        (size_t)((f.now - begin) / length + 1) * (size_t)((f.now - begin) / (int)development + 1);
    struct hz_cell *cell = hz_arena_allocate(arena, most, sizeof *cell);
    size_t n = 0;
    for (size_t from = 0, to; from < fine->origins; from = to) {
        const int64_t start = f.start[from] / length * length;
        for (to = from; to < fine->origins && f.start[to] < start + length;)
            to++;
        if (!check_period(&f, start, start + length, from, to, err))
            return false;
        n += make_cells(&f, start, origin, development, from, to, cell + n, arena);
    }
    if (n == 0)
        return hz_error_set(err, HZ_ERROR_DATA, fine->place,
                            _("no age ends where a longer development period does"));
    return hz_triangle_new(coarse, cell, n, false, fine->place, arena, err);
}
