/* hz-simulate: synthetic member and claim records, as many as are wanted. */

#include "common/command.h"
#include "record/simulate.h"

static struct {
    int what;
    int64_t rows, enrolments, seed, from, years;
    struct hz_option_date as_of;
} opt = {.rows = -1, .enrolments = -1, .seed = 1, .from = 2020, .years = 5};

static const struct hz_option options[] = {
    HZ_INTEGER('n', "rows", &opt.rows, "N", 0, 1e15, "print this many rows"),
    HZ_INTEGER('e', "enrolments", &opt.enrolments, "N", 0, 9999999999.0,
               "print the rows of the first N enrolments"),
    HZ_INTEGER('s', "seed", &opt.seed, "N", 0, 1e15,
               "another seed, another portfolio (default: 1)"),
    HZ_INTEGER(0, "from", &opt.from, "YEAR", 1900, 2200,
               "the year in which the first covers start (default: 2020)"),
    HZ_INTEGER(0, "years", &opt.years, "N", 1, HZ_SIMULATED_YEARS,
               "years in which covers start (default: 5)"),
    HZ_DATE('d', "as-of", &opt.as_of,
            "leave out covers that start and transactions that happen after this day"),
    HZ_END,
};

static bool write_portfolio(const struct hz_call *call, struct hz_output *out, struct hz_error *err)
{
    if (call->operands > 0)
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("\"%s\": no FILE is read: records are made"), call->operand[0]);
    if (opt.rows < 0 && opt.enrolments < 0)
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("say how many: --rows or --enrolments"));
    struct hz_simulation simulation =
        hz_simulation_of((uint64_t)opt.seed, (int)opt.from, (int)opt.years);
    if (opt.as_of.given && opt.as_of.date < simulation.january[0])
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("--as-of: no cover has started by then: see --from"));
    if (opt.as_of.given)
        simulation.as_of = opt.as_of.date;
    hz_simulate_write(&simulation, (enum hz_simulated)opt.what,
                      opt.enrolments < 0 ? HZ_SIMULATED_MOST : (uint64_t)opt.enrolments,
                      opt.rows < 0 ? UINT64_MAX : (uint64_t)opt.rows, (int)call->threads, out);
    return true;
}

const struct hz_command hz_command = {
    .name = "hz-simulate",
    .summary = "synthetic member and claim records of any number",
    .operands = "members|claims",
    .subjects = hz_simulated_names,
    .subject = &opt.what,
    .options = options,
    .kind = HZ_COMMAND_WRITE,
    .write = write_portfolio,
};
