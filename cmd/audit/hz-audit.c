/* hz-audit: runs of commands verified from their manifests, published figures reconciled. */

#include "common/command.h"
#include "reconcile_sources.h"
#include "verify.h"

static const char *const audits[] = {"verify", "reconcile", NULL};
static int what;

static struct {
    const char *input, *output;
} opt;

static const struct hz_option options[] = {
    HZ_TEXT(0, "stdin", &opt.input, "FILE", "what the first command read on standard input"),
    HZ_TEXT(0, "stdout", &opt.output, "FILE", "what was kept of what the last command printed"),
    HZ_END,
};

static bool verify(const struct hz_call *call, struct hz_table *out, struct hz_error *err)
{
    const struct hz_verify_order order = {
        .path = call->operand,
        .paths = (size_t)call->operands,
        .input = opt.input,
        .output = opt.output,
    };
    if (order.paths == 0)
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("verify wants manifests, in the order in which the commands ran"));
    return hz_verify(&order, out, err);
}

static bool reconcile(const struct hz_call *call, struct hz_table *out, struct hz_error *err)
{
    if (call->operands != 1)
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("reconcile wants one file of published figures"));
    if (opt.input || opt.output)
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("--stdin and --stdout go with verify"));
    return hz_reconcile_run(call->operand[0], out, err);
}

static bool tabulate(const struct hz_call *call, struct hz_table *out, struct hz_error *err)
{
    return what == 0 ? verify(call, out, err) : reconcile(call, out, err);
}

const struct hz_command hz_command = {
    .name = "hz-audit",
    .summary = "runs of commands verified, published figures reconciled",
    .operands = "verify MANIFEST...|reconcile FILE.yaml",
    .options = options,
    .subjects = audits,
    .subject = &what,
    .kind = HZ_COMMAND_TABULATE,
    .tabulate = tabulate,
};
