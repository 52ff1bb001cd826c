/* published_table.c: see published_table.h. */

#include "variability/published_table.h"

#include "base/memory.h"
#include "reserve/diagnose.h"
#include "reserve/glm.h"
#include "reserve/glm_spread.h"
#include "reserve/method.h"
#include "triangle/companion.h"
#include "triangle/origin_exposure.h"
#include "triangle/triangle_table.h"
#include "variability/margin.h"
#include "variability/one_year.h"

#include <math.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

/* The columns of a table of figures, in their order. */
enum { DATA, METHOD, OPTIONS, QUANTITY, AT, FIGURE, UNIT, TOLERANCE, SOURCE, COLUMNS };

static const char *const names[COLUMNS] = {"data",   "method", "options",   "quantity", "at",
                                           "figure", "unit",   "tolerance", "source"};

/* A figure being found. */
struct figure {
    const struct hz_sheet *sheet;
    size_t row;
    const char *folder;   /* of the triangles */
    struct hz_error *err; /* the first fault, if there is one */
};

/* What the options of a figure say. */
struct options {
    struct hz_development_choice choice;
    struct hz_method_parameters parameters;
    struct hz_text exposure;
    struct hz_text incurred;
    struct hz_age_choice selected; /* factor=AGE:FACTOR */
};

static struct hz_text cell(const struct figure *figure, int column)
{
    return hz_sheet_cell(figure->sheet, figure->row, column);
}

/* The first fault of a row is kept; what is found behind it is nothing. */
static double fault(const struct figure *figure, const char *what, struct hz_text text)
{
    if (figure->err->kind == HZ_NO_ERROR)
        hz_error_set(figure->err, HZ_ERROR_DATA, HZ_NOWHERE, "%s: \"%.*s\"", what,
                     HZ_TEXT_ARGS(text));
    return (double)NAN;
}

static bool is_good(const struct figure *figure)
{
    return figure->err->kind == HZ_NO_ERROR;
}

static bool is(struct hz_text text, const char *word)
{
    return hz_text_equal(text, hz_text_of(word));
}

static double number_of(const struct figure *figure, struct hz_text text)
{
    char digits[64];
    char *end;
    if (text.length == 0 || text.length >= sizeof digits)
        return fault(figure, _("not a number"), text);
    memcpy(digits, text.at, text.length);
    digits[text.length] = '\0';
    const double number = strtod(digits, &end);
    return *end ? fault(figure, _("not a number"), text) : number;
}

static int place_of(const struct figure *figure, struct hz_text name, const char *const list[])
{
    int place = 0;
    while (list[place] && !is(name, list[place]))
        place++;
    if (list[place])
        return place;
    fault(figure, _("unknown name"), name);
    return 0;
}

static void read_factor(const struct figure *figure, struct options *options, struct hz_text value)
{
    const char *colon = memchr(value.at, ':', value.length);
    if (!colon) {
        fault(figure, _("expected factor=AGE:FACTOR"), value);
        return;
    }
    struct hz_text age = {value.at, (size_t)(colon - value.at)};
    struct hz_text factor = {colon + 1, value.length - age.length - 1};
    options->selected = (struct hz_age_choice){.age = number_of(figure, age),
                                               .average = options->choice.average,
                                               .factor = number_of(figure, factor)};
}

/* How an option is kept. */
enum kept { NUMBER, COUNT, WHOLE, NAME };

/* Those that are kept as they are given: at most one field each. */
static const struct known {
    const char *name;
    enum kept kept;
    size_t at;                /* in struct options */
    const char *const *names; /* of a NAME */
} known_options[] = {
#define AT(field) offsetof(struct options, field)
    {"average", NAME, AT(choice.average), hz_average_names},
    {"sigma", NAME, AT(choice.sigma_rule), hz_sigma_rule_names},
    {"last-sigma", NUMBER, AT(choice.last_sigma), NULL},
    {"mse", NAME, AT(choice.mse_rule), hz_mse_rule_names},
    {"tail", NUMBER, AT(choice.tail), NULL},
    {"tail-se", NUMBER, AT(choice.tail_se), NULL},
    {"tail-sigma", NUMBER, AT(choice.tail_sigma), NULL},
    {"tail-errors", NAME, AT(choice.tail_errors), hz_tail_error_rule_names},
    {"tail-curve", NAME, AT(choice.curve.curve), hz_tail_curve_names},
    {"tail-from", NUMBER, AT(choice.curve.from), NULL},
    {"tail-length", COUNT, AT(choice.curve.length), NULL},
    {"last", COUNT, AT(choice.use.last), NULL},
    {"drop-high", COUNT, AT(choice.use.drop_high), NULL},
    {"drop-low", COUNT, AT(choice.use.drop_low), NULL},
    {"above", NUMBER, AT(choice.use.above), NULL},
    {"below", NUMBER, AT(choice.use.below), NULL},
    {"prior", NUMBER, AT(parameters.prior), NULL},
    {"iterations", WHOLE, AT(parameters.iterations), NULL},
    {"trend", NUMBER, AT(parameters.trend), NULL},
    {"decay", NUMBER, AT(parameters.decay), NULL},
    {"negative", NAME, AT(parameters.negative), hz_negative_names},
    {"design", NAME, AT(parameters.design), hz_glm_design_names},
    {"growth", NAME, AT(parameters.growth.curve), hz_emergence_curve_names},
    {"omega", NUMBER, AT(parameters.growth.omega), NULL},
    {"theta", NUMBER, AT(parameters.growth.theta), NULL},
    {"until", NUMBER, AT(parameters.growth.until), NULL},
#undef AT
};

/* Keeps an option of the list; false if it is none of them. */
static bool keep_known(const struct figure *figure, struct options *options, struct hz_text name,
                       struct hz_text value)
{
    const struct known *k = known_options;
    while (k < known_options + HZ_COUNT(known_options) && !is(name, k->name))
        k++;
    if (k == known_options + HZ_COUNT(known_options))
        return false;
    void *at = (char *)options + k->at;
    if (k->kept == NAME) {
        const int place = place_of(figure, value, k->names);
        memcpy(at, &place, sizeof place); /* an enumeration, of an int's size */
        return true;
    }
    const double number = number_of(figure, value);
    const size_t count = number >= 0 ? (size_t)number : 0;
    const int64_t whole = isfinite(number) ? (int64_t)number : 0;
    if (k->kept == COUNT)
        memcpy(at, &count, sizeof count);
    else if (k->kept == WHOLE)
        memcpy(at, &whole, sizeof whole);
    else
        memcpy(at, &number, sizeof number);
    return true;
}

static void read_option(const struct figure *figure, struct options *options, struct hz_text word)
{
    const char *equals = memchr(word.at, '=', word.length);
    if (!equals) {
        fault(figure, _("expected NAME=VALUE"), word);
        return;
    }
    const struct hz_text name = {word.at, (size_t)(equals - word.at)};
    const struct hz_text value = {equals + 1, word.length - name.length - 1};
    if (keep_known(figure, options, name, value))
        return;
    if (is(name, "round"))
        options->choice.decimals = (int)number_of(figure, value);
    else if (is(name, "power"))
        options->parameters.power = is(value, "estimated") ? (double)NAN : number_of(figure, value);
    else if (is(name, "incurred"))
        options->incurred = value;
    else if (is(name, "factor"))
        read_factor(figure, options, value);
    else if (is(name, "exposure"))
        options->exposure = value;
    else
        fault(figure, _("unknown option"), name);
}

static struct options read_options(const struct figure *figure, struct hz_text words)
{
    struct options options = {.choice = hz_development_usual,
                              .parameters = HZ_METHOD_PARAMETERS_USUAL};
    while (words.length > 0) {
        const char *space = memchr(words.at, ' ', words.length);
        struct hz_text word = {words.at, space ? (size_t)(space - words.at) : words.length};
        read_option(figure, &options, word);
        size_t taken = word.length + (space != NULL);
        words = (struct hz_text){words.at + taken, words.length - taken};
    }
    return options;
}

static const char *path_of(const struct figure *figure, struct hz_text name, struct hz_arena *arena)
{
    struct hz_buffer path = {0};
    hz_buffer_format(&path, "%s/%.*s.csv", figure->folder, HZ_TEXT_ARGS(name));
    const char *kept = hz_arena_string(arena, (struct hz_text){path.at, path.length});
    hz_buffer_free(&path);
    return kept;
}

static size_t origin_of(const struct figure *figure, const struct hz_triangle *triangle,
                        struct hz_text label)
{
    if (is(label, "total"))
        return triangle->origins;
    size_t o = 0;
    while (o < triangle->origins && !hz_text_equal(triangle->origin[o], label))
        o++;
    if (o == triangle->origins)
        fault(figure, _("there is no such origin"), label);
    return o;
}

static size_t column_of(const struct figure *figure, const struct hz_triangle *triangle,
                        struct hz_text age)
{
    const double number = number_of(figure, age);
    size_t k = 0;
    while (k < triangle->ages && triangle->age[k] < number)
        k++;
    if (k < triangle->ages && hz_triangle_age(triangle, k) <= number)
        return k;
    fault(figure, _("there is no such age"), age);
    return 0;
}

/* A quantity by age, or NULL. */
static const double *by_age(const struct hz_development *d, struct hz_text quantity)
{
    return is(quantity, "factor")                            ? d->factor
           : is(quantity, "factor_se")                       ? d->se
           : is(quantity, "sigma") || is(quantity, "sigma2") ? d->sigma
           : is(quantity, "alpha")                           ? d->alpha
           : is(quantity, "to_ultimate")                     ? d->to_ultimate
                                                             : NULL;
}

static const double *by_origin(const struct hz_reserve *r, struct hz_text quantity)
{
    return is(quantity, "latest")                     ? r->latest
           : is(quantity, "ultimate")                 ? r->ultimate
           : is(quantity, "development_to_ultimate")  ? r->to_ultimate
           : is(quantity, "ibnr")                     ? r->ibnr
           : is(quantity, "process_se")               ? r->process_se
           : is(quantity, "parameter_se")             ? r->parameter_se
           : is(quantity, "skewness")                 ? r->skewness
           : is(quantity, "se") || is(quantity, "cv") ? r->se
                                                      : NULL;
}

/* A figure of a test of the triangle itself; false for any other quantity. */
static bool find_test(const struct figure *figure, const struct hz_triangle *triangle,
                      struct hz_text quantity, double *found)
{
    struct hz_arena arena = {0};
    struct hz_test test = {0};
    const char *dot = memchr(quantity.at, '.', quantity.length);
    if (!dot)
        return false;
    struct hz_text name = {quantity.at, (size_t)(dot - quantity.at)};
    struct hz_text part = {dot + 1, quantity.length - name.length - 1};
    const bool done = is(name, "calendar")
                          ? hz_test_calendar_effect(triangle, &test, &arena, figure->err)
                          : hz_test_development_correlation(triangle, &test, &arena, figure->err);
    *found = !done                   ? (double)NAN
             : is(part, "statistic") ? test.statistic
             : is(part, "expected")  ? test.expected
             : is(part, "variance")  ? test.variance
             : is(part, "lower")     ? test.lower
                                     : test.upper;
    hz_arena_free(&arena);
    return true;
}

/* A parameter of the growth curve: of one level for all if there are exposures. */
static bool find_growth(const struct figure *figure, const struct hz_reserve_basis *basis,
                        struct hz_text quantity, double *found)
{
    struct hz_arena arena = {0};
    struct hz_emergence fit;
    const char *dot = memchr(quantity.at, '.', quantity.length);
    if (!dot || !is((struct hz_text){quantity.at, (size_t)(dot - quantity.at)}, "growth"))
        return false;
    const struct hz_text part = {dot + 1, quantity.length - (size_t)(dot + 1 - quantity.at)};
    const bool done = hz_emergence_fit(&fit, basis->triangle, basis->exposure,
                                       basis->parameters.growth, &arena, figure->err);
    *found = !done                        ? (double)NAN
             : is(part, "omega")          ? fit.omega
             : is(part, "theta")          ? fit.theta
             : is(part, "ratio")          ? fit.level[0]
             : is(part, "sigma2")         ? fit.sigma2
             : is(part, "omega_variance") ? fit.omega_variance
             : is(part, "theta_variance") ? fit.theta_variance
             : is(part, "covariance")     ? fit.omega_theta_covariance
             : is(part, "log_likelihood") ? fit.log_likelihood
                                          : (double)NAN;
    hz_arena_free(&arena);
    return true;
}

/* Both parts of ORIGIN:AGE as a cell. */
static size_t cell_of(const struct figure *figure, const struct hz_triangle *triangle,
                      struct hz_text at)
{
    const char *colon = memchr(at.at, ':', at.length);
    if (!colon) {
        fault(figure, _("expected ORIGIN:AGE"), at);
        return 0;
    }
    const struct hz_text origin = {at.at, (size_t)(colon - at.at)};
    const struct hz_text age = {colon + 1, at.length - origin.length - 1};
    return origin_of(figure, triangle, origin) * triangle->ages + column_of(figure, triangle, age);
}

/* What is to be seen of a generalised linear model besides its reserve; false for anything else. */
static bool find_glm(const struct figure *figure, const struct hz_reserve_basis *basis,
                     double *found)
{
    static const char *const kinds[] = {"odp", "gamma", "tweedie", "negative-binomial", NULL};
    const struct hz_triangle *t = basis->triangle;
    const struct hz_text quantity = cell(figure, QUANTITY), at = cell(figure, AT);
    char note[HZ_RESERVE_NOTE];
    struct hz_glm_model m;
    if (quantity.length < 4 || memcmp(quantity.at, "glm.", 4) != 0)
        return false;
    const struct hz_text part = {quantity.at + 4, quantity.length - 4};
    *found = (double)NAN;
    if (!hz_glm_estimate(&m, basis, (enum hz_glm_kind)place_of(figure, cell(figure, METHOD), kinds),
                         note, figure->err))
        return true;
    const size_t c =
        is(part, "hat") || is(part, "pearson") || is(part, "fitted") ? cell_of(figure, t, at) : 0;
    *found = is(part, "intercept")    ? m.level[m.row[0]]
             : is(part, "origin")     ? m.level[m.row[origin_of(figure, t, at)]] - m.level[m.row[0]]
             : is(part, "age")        ? m.level[m.column[column_of(figure, t, at)]]
             : is(part, "deviance")   ? hz_glm_deviance(&m)
             : is(part, "chi_square") ? m.chi_square
             : is(part, "hat")        ? hz_glm_leverage(&m, c)
             : is(part, "fitted")     ? m.mean[c]
             : is(part, "pearson")
                 ? (m.increment[c] - m.mean[c]) / sqrt(hz_glm_variance(&m, m.mean[c]))
                 : (double)NAN;
    hz_glm_close(&m);
    return true;
}

/* The claims development result at ORIGIN:DIAGONAL. */
static double find_one_year(const struct figure *figure, struct hz_text at,
                            const struct hz_reserve_basis *basis, const struct hz_reserve *mack)
{
    const size_t periods = hz_one_year_periods(basis->triangle);
    const char *colon = memchr(at.at, ':', at.length);
    if (!colon)
        return fault(figure, _("expected ORIGIN:DIAGONAL"), at);
    const struct hz_text origin = {at.at, (size_t)(colon - at.at)};
    const struct hz_text diagonal = {colon + 1, at.length - origin.length - 1};
    double *se = hz_allocate((mack->origins + 1) * periods, sizeof *se);
    hz_one_year_errors(basis, mack, se);
    const double found = se[origin_of(figure, basis->triangle, origin) * periods +
                            (size_t)number_of(figure, diagonal) - 1];
    free(se);
    return found;
}

/* The quantile at ORIGIN:PER CENT, from three moments. */
static double find_quantile(const struct figure *figure, struct hz_text at,
                            const struct hz_triangle *triangle, const struct hz_reserve *r)
{
    const char *colon = memchr(at.at, ':', at.length);
    if (!colon)
        return fault(figure, _("expected ORIGIN:PER CENT"), at);
    const struct hz_text origin = {at.at, (size_t)(colon - at.at)};
    const struct hz_text level = {colon + 1, at.length - origin.length - 1};
    const size_t o = origin_of(figure, triangle, origin);
    return hz_margin_quantile(HZ_DISTRIBUTION_SKEWED, r->ibnr[o], r->se[o], r->skewness[o],
                              number_of(figure, level) / 100);
}

static double find(const struct figure *figure, const struct hz_reserve_basis *basis,
                   const struct hz_reserve *r)
{
    const struct hz_triangle *triangle = basis->triangle;
    const struct hz_development *d = basis->development;
    struct hz_text quantity = cell(figure, QUANTITY);
    struct hz_text at = cell(figure, AT);
    double of_test;
    if (find_glm(figure, basis, &of_test) || find_growth(figure, basis, quantity, &of_test) ||
        find_test(figure, triangle, quantity, &of_test))
        return of_test;
    if (by_age(d, quantity)) {
        double found = by_age(d, quantity)[column_of(figure, triangle, at)];
        return is(quantity, "sigma2") ? found * found : found;
    }
    if (is(quantity, "quantile"))
        return find_quantile(figure, at, triangle, r);
    if (is(quantity, "one_year_se"))
        return find_one_year(figure, at, basis, r);
    if (is(quantity, "payment")) {
        const char *colon = memchr(at.at, ':', at.length);
        if (!colon)
            return fault(figure, _("expected ORIGIN:AGE"), at);
        struct hz_text origin = {at.at, (size_t)(colon - at.at)};
        struct hz_text age = {colon + 1, at.length - origin.length - 1};
        return r->payment[origin_of(figure, triangle, origin) * r->ages +
                          column_of(figure, triangle, age) - 1];
    }
    if (is(quantity, "phi") || is(quantity, "power") || is(quantity, "theta"))
        return is(quantity, "phi") ? r->phi : is(quantity, "power") ? r->power : r->theta;
    if (!by_origin(r, quantity))
        return fault(figure, _("unknown quantity"), quantity);
    size_t o = origin_of(figure, triangle, at);
    double found = by_origin(r, quantity)[o];
    return is(quantity, "cv") ? found / r->ibnr[o] : found;
}

/* Half a unit of the last printed digit, with a crumb for halves that binary cannot hold. */
static double half_a_digit(struct hz_text printed)
{
    const char *point = memchr(printed.at, '.', printed.length);
    size_t decimals = point ? printed.length - (size_t)(point - printed.at) - 1 : 0;
    return 0.5 * pow(10, -(double)decimals) * (1 + 1e-9);
}

/* Fits what the figure is of, and finds it. */
static double compute(const struct figure *figure, struct hz_arena *arena)
{
    struct hz_error *err = figure->err;
    struct hz_sheet sheet, exposure;
    struct hz_triangle_table table;
    struct hz_development development;
    struct hz_reserve reserve;
    struct options options = read_options(figure, cell(figure, OPTIONS));
    const struct hz_method *method = hz_method_find(cell(figure, METHOD));
    if (!method)
        return fault(figure, _("unknown method"), cell(figure, METHOD));
    if (!is_good(figure) ||
        !hz_sheet_read(&sheet, path_of(figure, cell(figure, DATA), arena), arena, err) ||
        !hz_triangle_table_read(&table, &sheet, NULL, arena, err))
        return (double)NAN;
    if (options.exposure.length > 0 &&
        !(hz_sheet_read(&exposure, path_of(figure, options.exposure, arena), arena, err) &&
          hz_exposure_read(&table, &exposure, arena, err)))
        return (double)NAN;
    if (options.incurred.length > 0 &&
        !hz_companion_read(&table, path_of(figure, options.incurred, arena), false,
                           HZ_COMPANION_INCURRED, arena, err))
        return (double)NAN;
    if (options.selected.factor > 0) {
        options.choice.at = &options.selected;
        options.choice.ats = 1;
    }
    const struct hz_triangle *triangle = &table.triangle[0].triangle;
    hz_development_fit(&development, triangle, options.choice, arena);
    const struct hz_reserve_basis basis = {.triangle = triangle,
                                           .development = &development,
                                           .exposure = table.triangle[0].exposure,
                                           .incurred =
                                               table.triangle[0].companion[HZ_COMPANION_INCURRED],
                                           .parameters = options.parameters};
    return hz_method_estimate(method, &basis, &reserve, arena, err) ? find(figure, &basis, &reserve)
                                                                    : (double)NAN;
}

bool hz_published_check(const struct hz_sheet *sheet, struct hz_error *err)
{
    for (int c = 0; c < COLUMNS; c++)
        if (c >= (int)sheet->columns || !is(sheet->header[c], names[c]))
            return hz_error_set(err, HZ_ERROR_DATA, hz_sheet_whole(sheet),
                                _("column %d is to be \"%s\""), c + 1, names[c]);
    return true;
}

bool hz_published_compute(struct hz_published_figure *published, const struct hz_sheet *sheet,
                          size_t row, const char *folder, struct hz_error *err)
{
    struct hz_arena arena = {0};
    const struct figure figure = {sheet, row, folder, err};
    const struct hz_text printed = cell(&figure, FIGURE), tolerance = cell(&figure, TOLERANCE);
    const double unit = number_of(&figure, cell(&figure, UNIT));
    *published = (struct hz_published_figure){.source = cell(&figure, SOURCE),
                                              .want = number_of(&figure, printed) * unit};
    published->tolerance = tolerance.length == 0
                               ? half_a_digit(printed) * unit
                               : number_of(&figure, tolerance) * fabs(published->want);
    published->found = compute(&figure, &arena);
    hz_arena_free(&arena);
    if (is_good(&figure))
        return true;
    published->found = (double)NAN;
    return false;
}

bool hz_published_agrees(const struct hz_published_figure *published)
{
    return fabs(published->found - published->want) <= published->tolerance; /* false of NaN */
}

double hz_published_digits(const struct hz_published_figure *published)
{
    const double most = 15, want = published->want;
    const double far = fabs(published->found - want);
    const double digits = -log10(want < 0 || want > 0 ? far / fabs(want) : far);
    return isnan(published->found) || digits < 0 ? 0 : digits > most ? most : digits;
}
