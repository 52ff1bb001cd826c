/*
 * Any lines as the arguments of a command, typed and kept: each option is taken or refused, and
 * what a manifest or a state keeps names nothing that is written, nor, a state, anything read.
 */

#include "common/options.h"
#include "common/shared_options.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char *const choices[] = {"mack", "munich-paid", "odp", NULL};
static const char *const subjects[] = {"members", "claims", NULL};
static int subject;

static struct {
    bool flag, other;
    const char *text, *file, *choice, *list, *aside;
    int64_t integer;
    double number, rate;
    struct hz_option_date date;
    enum hz_grain grain;
    struct hz_triangle_grains grains;
} opt;

static const struct hz_option options[] = {
    HZ_FLAG('p', "persons", &opt.flag, "a flag"),
    HZ_FLAG('r', "residuals", &opt.other, "another"),
    HZ_TEXT('b', "by", &opt.text, "COLUMN,...", "a text"),
    HZ_TEXT('e', "exposure", &opt.file, "FILE", "a file that is read"),
    HZ_TEXT(0, "written", &opt.aside, "FILE", "a file that is written", .is_aside = true),
    HZ_CHOICE('m', "method", &opt.choice, choices, "a choice"),
    HZ_CHOICES(0, "methods", &opt.list, choices, "choices"),
    HZ_INTEGER('n', "size", &opt.integer, "N", -5, 1000000, "an integer"),
    HZ_NUMBER('t', "tail", &opt.number, "X", -1, 1e6, "a number"),
    HZ_RATE(0, "rate", &opt.rate, "RATE", 0, 1, "a rate"),
    HZ_DATE('d', "as-of", &opt.date, "a date"),
    HZ_GRAIN('g', "grain", &opt.grain, "a grain"),
    HZ_GRAINS(0, "grains", &opt.grains, "two"),
    HZ_FORMER('x', "exposures", "--exposure"),
    HZ_END,
};

static bool fold(struct hz_fold *unused, struct hz_error *err)
{
    (void)unused;
    (void)err;
    return true;
}

const struct hz_command hz_command = {
    .name = "hz-fuzz",
    .summary = "",
    .operands = "[FILE...]",
    .options = options,
    .subjects = subjects,
    .subject = &subject,
    .kind = HZ_COMMAND_FOLD,
    .fold = fold,
};

static void check_values(void)
{
    assert(opt.integer >= -5 && opt.integer <= 1000000);
    assert(isfinite(opt.number) && opt.number >= -1 && opt.number <= 1e6);
    assert(opt.rate >= 0 && opt.rate <= 1);
}

static void forget(void)
{
    memset(&opt, 0, sizeof opt);
    memset(&hz_shared, 0, sizeof hz_shared);
    subject = 0;
}

static void type(int count, char **argument, const struct hz_option *const *tables)
{
    struct hz_command_line line = {.tables = tables};
    struct hz_error err = {0};
    forget();
    if (hz_options_parse(&line, count, argument, &err)) {
        check_values();
        assert(line.operands < count);
        if (hz_subject_take(&line, &hz_command, &err))
            assert(subject >= 0 && subject <= 1);
    }
    assert(err.kind == HZ_NO_ERROR || err.kind == HZ_ERROR_USAGE);
}

static void keep(size_t count, const char *const *argument, const struct hz_option *const *tables,
                 const struct hz_kept_rules *rules)
{
    struct hz_command_line line = {.tables = tables};
    struct hz_arena arena = {0};
    struct hz_error err = {0};
    forget();
    if (hz_options_take_kept(&line, argument, count, rules, &arena, &err)) {
        check_values();
        for (size_t g = 0; g < line.givens; g++) {
            const struct hz_option *option = line.given[g].option;
            assert(!option->is_aside && option->kind != HZ_OPTION_FORMER);
            assert(rules->names_files || !hz_option_names_files(option));
        }
        assert(!hz_shared.output && !hz_shared.manifest && !hz_shared.rejects && !opt.aside);
        assert(rules->names_files || !opt.file);
    } else {
        assert(err.kind == HZ_ERROR_DATA);
    }
    hz_arena_free(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    enum { MOST = 40 };
    const struct hz_option *tables[HZ_OPTION_TABLES];
    const struct hz_kept_rules of_state = {.only_own = true}, of_manifest = {.names_files = true};
    char *argument[MOST + 2], *text = malloc(size + 1), name[] = "hz-fuzz";
    const char *kept[MOST + 2];
    int count = 1;
    if (!text)
        return 0;
    memcpy(text, data, size);
    text[size] = '\0';
    argument[0] = name;
    for (char *rest = NULL, *at = strtok_r(text, "\n", &rest); at && count < MOST;
         at = strtok_r(NULL, "\n", &rest))
        argument[count++] = at;
    argument[count] = NULL;
    for (int a = 1; a <= count; a++)
        kept[a - 1] = argument[a];
    hz_shared_options_tables(&hz_command, tables);
    keep((size_t)count - 1, kept, tables, &of_state);
    keep((size_t)count - 1, kept, tables, &of_manifest);
    type(count, argument, tables);
    free(text);
    return 0;
}
