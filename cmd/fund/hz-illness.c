/* hz-illness: the reserve of critical illness cover of several years (多年期重大疾病). */

#include "common/command.h"
#include "plan/plan.h"
#include "record/illness_fold.h"

#include <math.h>

static struct {
    struct hz_option_date as_of;
    const char *by, *tables, *incidence, *death, *benefit, *sex;
    int64_t age, years;
    double rate;
} opt = {.sex = "", .age = -1, .rate = (double)NAN};

static const struct hz_option options[] = {
    HZ_TEXT('t', "tables", &opt.tables, "FILE", "rates: columns table, sex, age and rate"),
    HZ_TEXT('i', "incidence", &opt.incidence, "TABLE", "the table of it with first diagnoses"),
    HZ_TEXT(0, "death", &opt.death, "TABLE", "the table of it with deaths"),
    HZ_RATE('r', "rate", &opt.rate, "RATE", -0.99, 10, "yearly rate of interest"),
    HZ_TEXT(0, "benefit", &opt.benefit, "YUAN", "paid for a unit, where records do not say"),
    HZ_DATE('d', "as-of", &opt.as_of, "the reserve of records at the end of this day"),
    HZ_TEXT('b', "by", &opt.by, "COLUMN,...", "a row a group of these columns, and the total"),
    HZ_INTEGER('a', "age", &opt.age, "AGE", 0, 150, "read nothing: one cover from this age on"),
    HZ_INTEGER('n', "years", &opt.years, "N", 1, 100, "of so many years"),
    HZ_TEXT('s', "sex", &opt.sex, "CODE", "and of this sex, as the tables have it"),
    HZ_END,
};

static bool usage(struct hz_error *err, const char *want)
{
    return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE, "%s", want);
}

static bool read_basis(struct hz_illness_basis *basis, struct hz_arena *arena, struct hz_error *err)
{
    static struct hz_rate_tables tables;
    if (!opt.tables || !opt.incidence || isnan(opt.rate))
        return usage(err,
                     _("expected --tables FILE, --incidence TABLE and --rate RATE: none is usual"));
    const bool is_one = opt.age >= 0;
    if (is_one ? opt.years == 0 || !opt.benefit : !opt.as_of.given)
        return usage(err, is_one ? _("--age wants --years N and --benefit YUAN")
                                 : _("expected --as-of DATE for records, or --age for a cover"));
    *basis = (struct hz_illness_basis){
        .tables = &tables, .incidence = opt.incidence, .death = opt.death, .rate = opt.rate};
    if (opt.benefit && (hz_money_parse(hz_text_of(opt.benefit), &basis->benefit) != HZ_MONEY_GOOD ||
                        basis->benefit <= 0 || basis->benefit > HZ_PLAN_AMOUNT))
        return usage(err, _("--benefit: expected an amount of yuan above 0, up to a billion"));
    return hz_rate_tables_read(&tables, opt.tables, arena, err) &&
           hz_rate_tables_need(&tables, opt.incidence, err) &&
           (!opt.death || hz_rate_tables_need(&tables, opt.death, err));
}

static bool finish_one(struct hz_tally *tally, const void *settings, struct hz_table *out,
                       struct hz_error *err)
{
    (void)tally;
    const struct hz_illness_fold *fold = settings;
    const struct hz_illness_cover cover = {(int)opt.age, (int)opt.years, opt.sex};
    return hz_illness_table(&fold->basis, &cover, out, err);
}

static bool prepare(struct hz_fold *fold, struct hz_error *err)
{
    static struct hz_illness_fold settings;
    static struct hz_arena arena;
    settings.as_of = opt.as_of.date;
    if (!read_basis(&settings.basis, &arena, err))
        return false;
    *fold = (struct hz_fold){.settings = &settings, .finish = finish_one};
    if (opt.age >= 0)
        return true;
    if (!hz_groups_parse(&settings.by, opt.by, hz_illness_result, &arena, err))
        return false;
    hz_illness_fold(&settings, fold);
    return true;
}

const struct hz_command hz_command = {
    .name = "hz-illness",
    .summary = "reserve of critical illness cover of several years",
    .operands = "[FILE...]",
    .options = options,
    .kind = HZ_COMMAND_FOLD,
    .fold = prepare,
};
