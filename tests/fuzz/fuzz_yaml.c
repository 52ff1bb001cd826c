/*
 * Any bytes as every kind of YAML file but those that have a target of their own (plan, reconcile,
 * report): each reader refuses it as data, or what it gives keeps its promises.
 */

#include "file/labels.h"
#include "fund/fund_terms.h"
#include "fund/solvency_table.h"
#include "plan/plans.h"
#include "project/scenario.h"
#include "stream/rename.h"
#include "triangle/selections.h"

#include <assert.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static char folder[] = "/tmp/fuzz_yaml.XXXXXX";
static char path[sizeof folder + 16], list_path[sizeof folder + 24];

static void remove_files(void)
{
    char lists[sizeof folder + 16];
    snprintf(lists, sizeof lists, "%s/lists", folder);
    unlink(path);
    unlink(list_path);
    rmdir(lists);
    rmdir(folder);
}

static bool write_file(const char *name, const void *bytes, size_t size)
{
    FILE *file = fopen(name, "wb");
    const bool done = file && fwrite(bytes, 1, size, file) == size;
    return file && fclose(file) == 0 && done;
}

static bool prepare(void)
{
    static bool is_prepared;
    char lists[sizeof folder + 16];
    if (is_prepared)
        return true;
    if (!mkdtemp(folder))
        return false;
    snprintf(lists, sizeof lists, "%s/lists", folder);
    snprintf(path, sizeof path, "%s/fuzz.yaml", folder);
    snprintf(list_path, sizeof list_path, "%s/lists/fuzz.yaml", folder);
    is_prepared = mkdir(lists, 0700) == 0 && atexit(remove_files) == 0;
    return is_prepared;
}

static void tell(void *context, const char *fault)
{
    assert(strlen(fault) > 0);
    (*(size_t *)context)++;
}

/* A table that is read once: finding a header takes longer than all the rest. */
static const struct hz_sheet *table_of(const char *text, struct hz_sheet *sheet)
{
    static struct hz_arena arena;
    struct hz_error err = {0};
    if (!sheet->columns && !hz_sheet_parse(sheet, "table", hz_text_of(text), &arena, &err))
        abort();
    return sheet;
}

static void read_selections(struct hz_arena *arena)
{
    static struct hz_sheet kept;
    const struct hz_sheet *sheet =
        table_of("plan,origin,development,value\na,2020,1,10\na,2020,2,15\na,2020,3,16\n"
                 "a,2021,1,12\na,2021,2,17\na,2022,1,9\nb,2021,1,3\nb,2021,2,5\nb,2022,1,4\n",
                 &kept);
    const struct hz_triangle_form form = {0};
    struct hz_triangle_table table;
    struct hz_development_choice choice = hz_development_usual;
    struct hz_error err = {0};
    double prior = (double)NAN;
    if (!hz_triangle_table_read(&table, sheet, &form, arena, &err))
        abort();
    if (hz_selections_read(&choice, &prior, path, &table, arena, &err) &&
        hz_selections_check(&choice, &table, &err)) {
        struct hz_development development;
        hz_development_fit(&development, &table.triangle[0].triangle, choice, arena);
    }
    assert(err.kind == HZ_NO_ERROR || err.kind == HZ_ERROR_DATA);
}

static void read_scenario(struct hz_arena *arena)
{
    static const char *const names[] = {"hospital", "11", NULL};
    size_t faults = 0;
    struct hz_scenario scenario;
    struct hz_error err = {0};
    const struct hz_scenario_names known = {names, names};
    const struct hz_scenario_tell whom = {tell, &faults};
    if (!hz_scenario_read(&scenario, path, known, whom, arena, &err))
        return; /* it may name a table of benefits that is not there */
    assert(faults == 0);
    for (int k = 0; k < HZ_SCENARIO_KEYS; k++)
        assert(isfinite(hz_scenario_value(&scenario, hz_text_of("hospital"), hz_text_of("11"),
                                          (enum hz_scenario_key)k, 0)));
}

static void read_fund(struct hz_arena *arena)
{
    struct hz_fund_terms terms;
    struct hz_error err = {0};
    struct hz_output *output;
    if (hz_fund_terms_read(&terms, path, arena, &err))
        for (size_t l = 0; l < terms.laters; l++)
            assert(terms.later[l].from > (l > 0 ? terms.later[l - 1].from : terms.from));
    else
        assert(err.kind == HZ_ERROR_DATA);
    err = (struct hz_error){0};
    static struct hz_sheet claims;
    const struct hz_solvency_order order = {
        .assumptions = path, .paths = 2, .seed = 1, .threads = 1};
    if (!hz_output_open(&output, "/dev/null", &err))
        return;
    struct hz_table *table = hz_table_new(output, HZ_FORMAT_CSV);
    assert(hz_solvency_table(&order, table_of("paid\n10\n20.5\n7\n", &claims), table, &err) ||
           err.kind == HZ_ERROR_DATA);
    hz_table_drop(table);
    hz_output_drop(output);
}

static void read_names(struct hz_arena *arena)
{
    const struct hz_rename *renames;
    const struct hz_value *values;
    struct hz_labels labels;
    struct hz_error err = {0};
    if (hz_rename_read(&renames, &values, path, arena, &err)) {
        static struct hz_sheet years;
        struct hz_sheet sheet = *table_of("year,amount\n2020,1\n", &years);
        hz_rename_sheet(renames, values, &sheet, arena);
        assert(sheet.columns == 2);
    } else {
        assert(err.kind == HZ_ERROR_DATA);
    }
    err = (struct hz_error){0};
    if (hz_labels_read(&labels, path, arena, &err))
        for (size_t l = 0; l < labels.count; l++)
            assert(
                hz_text_equal(hz_labels_find(&labels, labels.label[l].code), labels.label[l].name));
    else
        assert(err.kind == HZ_ERROR_DATA);
}

/* As a plan's list of diseases and, by its own words, schedule of grades. */
static void read_lists(const uint8_t *data, size_t size)
{
    static const char plan[] = "plan: p\nname: p\nkind: fixed\nlist: fuzz\nfrom: 2020-01-01\n";
    size_t faults = 0;
    struct hz_plans plans = {0};
    struct hz_error err = {0};
    const struct hz_plans_tell whom = {tell, &faults};
    if (!write_file(list_path, data, size) || !write_file(path, plan, sizeof plan - 1))
        return;
    assert(hz_plans_read(&plans, folder, NULL, whom, &err) || (err.kind && faults > 0));
    hz_plans_free(&plans);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct hz_arena arena = {0};
    if (!prepare() || !write_file(path, data, size))
        return 0;
    read_selections(&arena);
    read_scenario(&arena);
    read_fund(&arena);
    read_names(&arena);
    read_lists(data, size);
    hz_arena_free(&arena);
    return 0;
}
