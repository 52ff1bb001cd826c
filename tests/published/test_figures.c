/*
 * Figures of papers, textbooks and other programs, one row each in cases.csv and reference.csv,
 * which say what their columns are: a figure is added without writing C.
 */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

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
#include <stdio.h>
#include <stdlib.h>

/* The columns of a table of figures, in their order. */
enum { DATA, METHOD, OPTIONS, QUANTITY, AT, FIGURE, UNIT, TOLERANCE, SOURCE, COLUMNS };

static const char *const names[COLUMNS] = {"data",   "method", "options",   "quantity", "at",
                                           "figure", "unit",   "tolerance", "source"};

struct figure {
    const struct hz_sheet *sheet;
    size_t row;
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

static void must(bool done, const struct hz_error *err)
{
    if (!done)
        fail_msg("%s", err->text);
}

static bool is(struct hz_text text, const char *word)
{
    return hz_text_equal(text, hz_text_of(word));
}

static double number_of(struct hz_text text)
{
    char digits[64];
    char *end;
    assert_in_range(text.length, 1, sizeof digits - 1);
    memcpy(digits, text.at, text.length);
    digits[text.length] = '\0';
    double number = strtod(digits, &end);
    if (*end)
        fail_msg("\"%s\" is not a number", digits);
    return number;
}

static int place_of(struct hz_text name, const char *const list[])
{
    int place = 0;
    while (list[place] && !is(name, list[place]))
        place++;
    if (!list[place])
        fail_msg("unknown name %.*s", HZ_TEXT_ARGS(name));
    return place;
}

static void read_factor(struct options *options, struct hz_text value)
{
    const char *colon = memchr(value.at, ':', value.length);
    if (!colon)
        fail_msg("expected factor=AGE:FACTOR");
    struct hz_text age = {value.at, (size_t)(colon - value.at)};
    struct hz_text factor = {colon + 1, value.length - age.length - 1};
    options->selected = (struct hz_age_choice){
        .age = number_of(age), .average = options->choice.average, .factor = number_of(factor)};
}

static void read_option(struct options *options, struct hz_text word)
{
    const char *equals = memchr(word.at, '=', word.length);
    if (!equals)
        fail_msg("expected NAME=VALUE: %.*s", HZ_TEXT_ARGS(word));
    struct hz_text name = {word.at, (size_t)(equals - word.at)};
    struct hz_text value = {equals + 1, word.length - name.length - 1};
    if (is(name, "average"))
        options->choice.average = (enum hz_average)place_of(value, hz_average_names);
    else if (is(name, "sigma"))
        options->choice.sigma_rule = (enum hz_sigma_rule)place_of(value, hz_sigma_rule_names);
    else if (is(name, "last-sigma"))
        options->choice.last_sigma = number_of(value);
    else if (is(name, "mse"))
        options->choice.mse_rule = (enum hz_mse_rule)place_of(value, hz_mse_rule_names);
    else if (is(name, "tail"))
        options->choice.tail = number_of(value);
    else if (is(name, "tail-se"))
        options->choice.tail_se = number_of(value);
    else if (is(name, "tail-sigma"))
        options->choice.tail_sigma = number_of(value);
    else if (is(name, "tail-errors"))
        options->choice.tail_errors =
            (enum hz_tail_error_rule)place_of(value, hz_tail_error_rule_names);
    else if (is(name, "round"))
        options->choice.decimals = (int)number_of(value);
    else if (is(name, "prior"))
        options->parameters.prior = number_of(value);
    else if (is(name, "last"))
        options->choice.use.last = (size_t)number_of(value);
    else if (is(name, "drop-high"))
        options->choice.use.drop_high = (size_t)number_of(value);
    else if (is(name, "drop-low"))
        options->choice.use.drop_low = (size_t)number_of(value);
    else if (is(name, "above"))
        options->choice.use.above = number_of(value);
    else if (is(name, "below"))
        options->choice.use.below = number_of(value);
    else if (is(name, "tail-curve"))
        options->choice.curve.curve = (enum hz_tail_curve)place_of(value, hz_tail_curve_names);
    else if (is(name, "tail-from"))
        options->choice.curve.from = number_of(value);
    else if (is(name, "tail-length"))
        options->choice.curve.length = (size_t)number_of(value);
    else if (is(name, "iterations"))
        options->parameters.iterations = (int64_t)number_of(value);
    else if (is(name, "trend"))
        options->parameters.trend = number_of(value);
    else if (is(name, "decay"))
        options->parameters.decay = number_of(value);
    else if (is(name, "power"))
        options->parameters.power = is(value, "estimated") ? (double)NAN : number_of(value);
    else if (is(name, "negative"))
        options->parameters.negative = (enum hz_negative)place_of(value, hz_negative_names);
    else if (is(name, "design"))
        options->parameters.design = (enum hz_glm_design)place_of(value, hz_glm_design_names);
    else if (is(name, "growth"))
        options->parameters.growth.curve =
            (enum hz_emergence_curve)place_of(value, hz_emergence_curve_names);
    else if (is(name, "omega"))
        options->parameters.growth.omega = number_of(value);
    else if (is(name, "theta"))
        options->parameters.growth.theta = number_of(value);
    else if (is(name, "until"))
        options->parameters.growth.until = number_of(value);
    else if (is(name, "incurred"))
        options->incurred = value;
    else if (is(name, "factor"))
        read_factor(options, value);
    else if (is(name, "exposure"))
        options->exposure = value;
    else
        fail_msg("unknown option %.*s", HZ_TEXT_ARGS(name));
}

static struct options read_options(struct hz_text words)
{
    struct options options = {.choice = hz_development_usual,
                              .parameters = HZ_METHOD_PARAMETERS_USUAL};
    while (words.length > 0) {
        const char *space = memchr(words.at, ' ', words.length);
        struct hz_text word = {words.at, space ? (size_t)(space - words.at) : words.length};
        read_option(&options, word);
        size_t taken = word.length + (space != NULL);
        words = (struct hz_text){words.at + taken, words.length - taken};
    }
    return options;
}

static void read_data(struct hz_sheet *sheet, struct hz_text name, struct hz_arena *arena)
{
    struct hz_error err = {0};
    struct hz_buffer path = {0};
    hz_buffer_format(&path, "data/published/%.*s.csv", HZ_TEXT_ARGS(name));
    const char *kept = hz_arena_string(arena, (struct hz_text){path.at, path.length});
    hz_buffer_free(&path);
    must(hz_sheet_read(sheet, kept, arena, &err), &err);
}

static size_t origin_of(const struct hz_triangle *triangle, struct hz_text label)
{
    if (is(label, "total"))
        return triangle->origins;
    size_t o = 0;
    while (o < triangle->origins && !hz_text_equal(triangle->origin[o], label))
        o++;
    if (o == triangle->origins)
        fail_msg("no origin %.*s", HZ_TEXT_ARGS(label));
    return o;
}

static size_t column_of(const struct hz_triangle *triangle, struct hz_text age)
{
    const double number = number_of(age);
    size_t k = 0;
    while (k < triangle->ages && triangle->age[k] < number)
        k++;
    if (hz_triangle_age(triangle, k) > number || hz_triangle_age(triangle, k) < number)
        fail_msg("no age %.*s", HZ_TEXT_ARGS(age));
    return k;
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
static bool find_test(const struct hz_triangle *triangle, struct hz_text quantity, double *found)
{
    struct hz_arena arena = {0};
    struct hz_error err = {0};
    struct hz_test test;
    const char *dot = memchr(quantity.at, '.', quantity.length);
    if (!dot)
        return false;
    struct hz_text name = {quantity.at, (size_t)(dot - quantity.at)};
    struct hz_text part = {dot + 1, quantity.length - name.length - 1};
    must(is(name, "calendar") ? hz_test_calendar_effect(triangle, &test, &arena, &err)
                              : hz_test_development_correlation(triangle, &test, &arena, &err),
         &err);
    *found = is(part, "statistic")  ? test.statistic
             : is(part, "expected") ? test.expected
             : is(part, "variance") ? test.variance
             : is(part, "lower")    ? test.lower
                                    : test.upper;
    hz_arena_free(&arena);
    return true;
}

/* A parameter of the growth curve: of one level for all if there are exposures. */
static bool find_growth(const struct hz_reserve_basis *basis, struct hz_text quantity,
                        double *found)
{
    struct hz_arena arena = {0};
    struct hz_error err = {0};
    struct hz_emergence fit;
    const char *dot = memchr(quantity.at, '.', quantity.length);
    if (!dot || !is((struct hz_text){quantity.at, (size_t)(dot - quantity.at)}, "growth"))
        return false;
    const struct hz_text part = {dot + 1, quantity.length - (size_t)(dot + 1 - quantity.at)};
    must(hz_emergence_fit(&fit, basis->triangle, basis->exposure, basis->parameters.growth, &arena,
                          &err),
         &err);
    *found = is(part, "omega")            ? fit.omega
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
static size_t cell_of(const struct hz_triangle *triangle, struct hz_text at)
{
    const char *colon = memchr(at.at, ':', at.length);
    if (!colon)
        fail_msg("expected ORIGIN:AGE");
    const struct hz_text origin = {at.at, (size_t)(colon - at.at)};
    const struct hz_text age = {colon + 1, at.length - origin.length - 1};
    return origin_of(triangle, origin) * triangle->ages + column_of(triangle, age);
}

/* What is to be seen of a generalised linear model besides its reserve; false for anything else. */
static bool find_glm(const struct figure *figure, const struct hz_reserve_basis *basis,
                     double *found)
{
    static const char *const kinds[] = {"odp", "gamma", "tweedie", "negative-binomial", NULL};
    const struct hz_triangle *t = basis->triangle;
    const struct hz_text quantity = cell(figure, QUANTITY), at = cell(figure, AT);
    char note[HZ_RESERVE_NOTE];
    struct hz_error err = {0};
    struct hz_glm_model m;
    if (quantity.length < 4 || memcmp(quantity.at, "glm.", 4) != 0)
        return false;
    const struct hz_text part = {quantity.at + 4, quantity.length - 4};
    must(hz_glm_estimate(&m, basis, (enum hz_glm_kind)place_of(cell(figure, METHOD), kinds), note,
                         &err),
         &err);
    const size_t c =
        is(part, "hat") || is(part, "pearson") || is(part, "fitted") ? cell_of(t, at) : 0;
    *found = is(part, "intercept")    ? m.level[m.row[0]]
             : is(part, "origin")     ? m.level[m.row[origin_of(t, at)]] - m.level[m.row[0]]
             : is(part, "age")        ? m.level[m.column[column_of(t, at)]]
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
static double find_one_year(struct hz_text at, const struct hz_reserve_basis *basis,
                            const struct hz_reserve *mack)
{
    const size_t periods = hz_one_year_periods(basis->triangle);
    const char *colon = memchr(at.at, ':', at.length);
    if (!colon)
        fail_msg("expected ORIGIN:DIAGONAL");
    const struct hz_text origin = {at.at, (size_t)(colon - at.at)};
    const struct hz_text diagonal = {colon + 1, at.length - origin.length - 1};
    double *se = hz_allocate((mack->origins + 1) * periods, sizeof *se);
    hz_one_year_errors(basis, mack, se);
    const double found =
        se[origin_of(basis->triangle, origin) * periods + (size_t)number_of(diagonal) - 1];
    free(se);
    return found;
}

/* The quantile at ORIGIN:PER CENT, from three moments. */
static double find_quantile(struct hz_text at, const struct hz_triangle *triangle,
                            const struct hz_reserve *r)
{
    const char *colon = memchr(at.at, ':', at.length);
    if (!colon)
        fail_msg("expected ORIGIN:PER CENT");
    const struct hz_text origin = {at.at, (size_t)(colon - at.at)};
    const struct hz_text level = {colon + 1, at.length - origin.length - 1};
    const size_t o = origin_of(triangle, origin);
    return hz_margin_quantile(HZ_DISTRIBUTION_SKEWED, r->ibnr[o], r->se[o], r->skewness[o],
                              number_of(level) / 100);
}

static double find(const struct figure *figure, const struct hz_reserve_basis *basis,
                   const struct hz_reserve *r)
{
    const struct hz_triangle *triangle = basis->triangle;
    const struct hz_development *d = basis->development;
    struct hz_text quantity = cell(figure, QUANTITY);
    struct hz_text at = cell(figure, AT);
    double of_test;
    if (find_glm(figure, basis, &of_test) || find_growth(basis, quantity, &of_test) ||
        find_test(triangle, quantity, &of_test))
        return of_test;
    if (by_age(d, quantity)) {
        double found = by_age(d, quantity)[column_of(triangle, at)];
        return is(quantity, "sigma2") ? found * found : found;
    }
    if (is(quantity, "quantile"))
        return find_quantile(at, triangle, r);
    if (is(quantity, "one_year_se"))
        return find_one_year(at, basis, r);
    if (is(quantity, "payment")) {
        const char *colon = memchr(at.at, ':', at.length);
        if (!colon)
            fail_msg("expected ORIGIN:AGE");
        struct hz_text origin = {at.at, (size_t)(colon - at.at)};
        struct hz_text age = {colon + 1, at.length - origin.length - 1};
        return r->payment[origin_of(triangle, origin) * r->ages + column_of(triangle, age) - 1];
    }
    if (is(quantity, "phi") || is(quantity, "power") || is(quantity, "theta"))
        return is(quantity, "phi") ? r->phi : is(quantity, "power") ? r->power : r->theta;
    if (!by_origin(r, quantity))
        fail_msg("unknown quantity %.*s", HZ_TEXT_ARGS(quantity));
    size_t o = origin_of(triangle, at);
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

static void agrees(void **state)
{
    const struct figure *figure = *state;
    struct hz_arena arena = {0};
    struct hz_error err = {0};
    struct hz_sheet sheet;
    struct hz_triangle_table table;
    struct options options = read_options(cell(figure, OPTIONS));
    read_data(&sheet, cell(figure, DATA), &arena);
    must(hz_triangle_table_read(&table, &sheet, NULL, &arena, &err), &err);
    if (options.exposure.length > 0) {
        read_data(&sheet, options.exposure, &arena);
        must(hz_exposure_read(&table, &sheet, &arena, &err), &err);
    }

    if (options.incurred.length > 0) {
        char path[64];
        snprintf(path, sizeof path, "data/published/%.*s.csv", HZ_TEXT_ARGS(options.incurred));
        must(hz_companion_read(&table, path, false, HZ_COMPANION_INCURRED, &arena, &err), &err);
    }
    if (options.selected.factor > 0) {
        options.choice.at = &options.selected;
        options.choice.ats = 1;
    }

    const struct hz_triangle *triangle = &table.triangle[0].triangle;
    const struct hz_method *method = hz_method_find(cell(figure, METHOD));
    struct hz_development development;
    struct hz_reserve reserve;
    assert_non_null(method);
    hz_development_fit(&development, triangle, options.choice, &arena);
    const struct hz_reserve_basis basis = {.triangle = triangle,
                                           .development = &development,
                                           .exposure = table.triangle[0].exposure,
                                           .incurred =
                                               table.triangle[0].companion[HZ_COMPANION_INCURRED],
                                           .parameters = options.parameters};
    must(hz_method_estimate(method, &basis, &reserve, &arena, &err), &err);

    struct hz_text printed = cell(figure, FIGURE);
    const double unit = number_of(cell(figure, UNIT));
    const double want = number_of(printed) * unit;
    const double tolerance = cell(figure, TOLERANCE).length == 0
                                 ? half_a_digit(printed) * unit
                                 : number_of(cell(figure, TOLERANCE)) * fabs(want);
    const double found = find(figure, &basis, &reserve);
    /* Written so that NaN fails. */
    if (!(fabs(found - want) <= tolerance))
        fail_msg("%.17g is not within %g of %.17g", found, tolerance, want);
    hz_arena_free(&arena);
}

/* Adds a test for each row of a table. */
static size_t add_figures(const char *path, struct CMUnitTest **test, size_t tests,
                          struct hz_arena *arena)
{
    struct hz_error err = {0};
    struct hz_sheet *sheet = hz_arena_allocate(arena, 1, sizeof *sheet);
    if (!hz_sheet_read(sheet, path, arena, &err)) {
        fprintf(stderr, "%s\n", err.text);
        exit(1);
    }
    for (int c = 0; c < COLUMNS; c++)
        if (c >= (int)sheet->columns || !is(sheet->header[c], names[c])) {
            fprintf(stderr, "%s: column %d is to be \"%s\"\n", path, c + 1, names[c]);
            exit(1);
        }
    *test = hz_reallocate(*test, tests + sheet->rows, sizeof **test);
    struct figure *figure = hz_arena_allocate(arena, sheet->rows, sizeof *figure);
    struct hz_buffer name = {0};
    for (size_t r = 0; r < sheet->rows; r++) {
        figure[r] = (struct figure){sheet, r};
        name.length = 0;
        for (int c = DATA; c <= FIGURE; c++)
            hz_buffer_format(&name, "%.*s%s", HZ_TEXT_ARGS(cell(&figure[r], c)),
                             cell(&figure[r], c).length > 0 ? " " : "");
        hz_buffer_format(&name, "(%.*s)", HZ_TEXT_ARGS(cell(&figure[r], SOURCE)));
        (*test)[tests + r] = (struct CMUnitTest){
            .name = hz_arena_string(arena, (struct hz_text){name.at, name.length}),
            .test_func = agrees,
            .initial_state = &figure[r],
        };
    }
    hz_buffer_free(&name);
    return tests + sheet->rows;
}

int main(void)
{
    struct hz_arena arena = {0};
    struct CMUnitTest *test = NULL;
    size_t tests = add_figures("tests/published/cases.csv", &test, 0, &arena);
    tests = add_figures("tests/published/reference.csv", &test, tests, &arena);
    int failed = _cmocka_run_group_tests("published figures", test, tests, NULL, NULL);
    free(test);
    hz_arena_free(&arena);
    return failed;
}
