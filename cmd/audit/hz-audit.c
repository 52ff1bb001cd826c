/* hz-audit: runs of commands verified from their manifests, published figures reconciled. */

#include "common/command.h"
#include "reconcile_sources.h"
#include "verify.h"

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
        .path = call->operand + 1,
        .paths = (size_t)call->operands - 1,
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
    if (call->operands != 2)
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("reconcile wants one file of published figures"));
    if (opt.input || opt.output)
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("--stdin and --stdout go with verify"));
    return hz_reconcile_run(call->operand[1], out, err);
}

static bool tabulate(const struct hz_call *call, struct hz_table *out, struct hz_error *err)
{
    const char *what = call->operands > 0 ? call->operand[0] : "";
    if (strcmp(what, "verify") == 0)
        return verify(call, out, err);
    if (strcmp(what, "reconcile") == 0)
        return reconcile(call, out, err);
    return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                        _("what is to be audited? verify MANIFEST..., or reconcile FILE.yaml"));
}

const struct hz_command hz_command = {
    .name = "hz-audit",
    .summary = "runs of commands verified, published figures reconciled",
    .operands = "verify MANIFEST...|reconcile FILE.yaml",
    .options = options,
    .kind = HZ_COMMAND_TABULATE,
    .tabulate = tabulate,
};
