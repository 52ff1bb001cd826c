/* answer_table.c: see answer_table.h. */

#include "reserve/answer_table.h"

#include "base/memory.h"
#include "base/nearest.h"
#include "reserve/reserve_table.h"
#include "triangle/origin_exposure.h"

#include <math.h>
#include <stdlib.h>

struct hz_answer {
    struct hz_buffer json, told;
    bool lacks_data;
    struct hz_error err;
};

/* What a question sets. */
struct question {
    struct hz_reserve_order order;
    struct hz_triangle_form form;
    const char *exposure;
};

/* A setting's value goes into one of these, by its kind. */
struct setting {
    const char *name;
    const char **text;
    bool *flag;
    double *number; /* above zero */
    size_t *count;
    const char *const *choices; /* their index goes into */
    int *index;
};

static bool set_number(const struct setting *setting, const char *value)
{
    char *end;
    const double number = strtod(value, &end);
    if (end == value || *end || !isfinite(number) || !(number > 0) ||
        (setting->count && (number < 1 || number > 1e6 || number != floor(number))))
        return false;
    if (setting->count)
        *setting->count = (size_t)number;
    else
        *setting->number = number;
    return true;
}

static bool set_choice(const struct setting *setting, const char *value)
{
    for (int c = 0; setting->choices[c]; c++)
        if (strcmp(setting->choices[c], value) == 0) {
            *setting->index = c;
            return true;
        }
    return false;
}

static bool set(const struct setting *setting, const char *value, struct hz_error *err)
{
    bool done = setting->flag ? !value : value != NULL;
    if (done && setting->flag)
        *setting->flag = true;
    else if (done && setting->text)
        *setting->text = value;
    else if (done)
        done = setting->choices ? set_choice(setting, value) : set_number(setting, value);
    return done ||
           hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                        setting->flag ? _("%s takes no value") : _("%s: \"%s\" is no value for it"),
                        setting->name, value ? value : "");
}

static bool refuse_name(const struct setting setting[], struct hz_text name, struct hz_error *err)
{
    const char *names[32] = {NULL};
    struct hz_buffer list = {0};
    for (size_t s = 0; setting[s].name; s++) {
        names[s] = setting[s].name;
        hz_buffer_format(&list, s > 0 ? ", %s" : "%s", setting[s].name);
    }
    const char *nearest = hz_nearest(name, names);
    hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                 _("no setting is called \"%.*s\"%s%s (there are %.*s; a command has all options)"),
                 HZ_TEXT_ARGS(name), nearest ? _("; nearest: ") : "", nearest ? nearest : "",
                 (int)list.length, list.at);
    hz_buffer_free(&list);
    return false;
}

static bool read_settings(struct question *question, const char *const given[],
                          struct hz_error *err)
{
    struct hz_reserve_order *order = &question->order;
    struct hz_development_choice *choice = &order->choice;
    int average = (int)choice->average, sigma = (int)choice->sigma_rule;
    int mse = (int)choice->mse_rule;
    const struct setting settings[] = {
        {"method", .text = &order->methods},
        {"select", .text = &order->select},
        {"average", .choices = hz_average_names, .index = &average},
        {"last", .count = &choice->use.last},
        {"sigma", .choices = hz_sigma_rule_names, .index = &sigma},
        {"mse", .choices = hz_mse_rule_names, .index = &mse},
        {"tail", .number = &choice->tail},
        {"prior", .number = &order->parameters.prior},
        {"exposure", .text = &question->exposure},
        {"incremental", .flag = &question->form.is_incremental},
        {"detail", .flag = &order->with_detail},
        {"skewness", .flag = &order->with_skewness},
        {"no-total", .flag = &order->totals.leaves_out},
        {.name = NULL},
    };
    for (size_t g = 0; given && given[g]; g++) {
        const struct hz_text name = {given[g], strcspn(given[g], "=")};
        const char *value = given[g][name.length] ? given[g] + name.length + 1 : NULL;
        size_t s = 0;
        while (settings[s].name && !hz_text_equal(hz_text_of(settings[s].name), name))
            s++;
        if (!settings[s].name)
            return refuse_name(settings, name, err);
        if (!set(&settings[s], value, err))
            return false;
    }
    choice->average = (enum hz_average)average;
    choice->sigma_rule = (enum hz_sigma_rule)sigma;
    choice->mse_rule = (enum hz_mse_rule)mse;
    return true;
}

static bool read_exposure(struct hz_triangle_table *triangles, const char *table,
                          struct hz_arena *arena, struct hz_error *err)
{
    struct hz_sheet sheet;
    return !table || (hz_sheet_parse(&sheet, "exposure", hz_text_of(table), arena, err) &&
                      hz_exposure_read(triangles, &sheet, arena, err));
}

static void tell(void *context, const char *text)
{
    struct hz_answer *answer = context;
    hz_buffer_format(&answer->told, answer->told.length > 0 ? "\n%s" : "%s", text);
}

static bool tabulate(struct hz_answer *answer, const struct question *question,
                     const struct hz_triangle_table *triangles)
{
    struct hz_output *output = hz_output_to(&answer->json);
    struct hz_table *table = hz_table_new(output, HZ_FORMAT_JSON);
    hz_table_on_tell(table, tell, answer);
    hz_table_on_left_out(table, tell, answer);
    const bool done = hz_reserve_table(&question->order, triangles, table, &answer->err);
    answer->lacks_data = hz_table_left_out(table) > 0;
    (done ? hz_table_end : hz_table_drop)(table);
    return hz_output_close(output, &answer->err) && done;
}

struct hz_answer *hz_reserve_answer(const char *table, size_t length, const char *const setting[])
{
    struct hz_answer *answer = hz_allocate(1, sizeof *answer);
    struct question question = {.order = {.methods = "chain-ladder",
                                          .choice = hz_development_usual,
                                          .parameters = HZ_METHOD_PARAMETERS_USUAL}};
    struct hz_arena arena = {0};
    struct hz_sheet sheet;
    struct hz_triangle_table triangles;
    const bool done =
        read_settings(&question, setting, &answer->err) &&
        hz_sheet_parse(&sheet, "triangle", (struct hz_text){table, length}, &arena, &answer->err) &&
        hz_triangle_table_read(&triangles, &sheet, &question.form, &arena, &answer->err) &&
        read_exposure(&triangles, question.exposure, &arena, &answer->err) &&
        tabulate(answer, &question, &triangles);
    hz_arena_free(&arena);
    if (!done) {
        hz_buffer_free(&answer->json);
        tell(answer, answer->err.text);
    }
    hz_buffer_char(&answer->told, '\0');
    if (done)
        hz_buffer_char(&answer->json, '\0');
    return answer;
}

int hz_answer_status(const struct hz_answer *answer)
{
    return answer->err.kind != HZ_NO_ERROR ? (int)answer->err.kind : answer->lacks_data;
}

const char *hz_answer_json(const struct hz_answer *answer)
{
    return answer->json.at;
}

const char *hz_answer_told(const struct hz_answer *answer)
{
    return answer->told.at;
}

void hz_answer_free(struct hz_answer *answer)
{
    if (!answer)
        return;
    hz_buffer_free(&answer->json);
    hz_buffer_free(&answer->told);
    free(answer);
}
