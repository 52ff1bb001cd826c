/* hz-audit: runs of commands verified from their manifests, published figures reconciled. */

#include "common/command.h"
#include "common/verify.h"

static struct {
    const char *input, *output;
} opt;

static const struct hz_option options[] = {
    HZ_TEXT(0, "stdin", &opt.input, "FILE", "what the first command read on standard input"),
    HZ_TEXT(0, "stdout", &opt.output, "FILE", "what was kept of what the last command printed"),
    HZ_END,
};

static bool tabulate(const struct hz_call *call, struct hz_table *out, struct hz_error *err)
{
    if (call->operands == 0 || strcmp(call->operand[0], "verify") != 0)
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("what is to be audited? verify MANIFEST..."));
    if (call->operands == 1)
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("verify wants manifests, in the order in which the commands ran"));
    const struct hz_verify_order order = {
        .path = call->operand + 1,
        .paths = (size_t)call->operands - 1,
        .input = opt.input,
        .output = opt.output,
    };
    return hz_verify(&order, out, err);
}

const struct hz_command hz_command = {
    .name = "hz-audit",
    .summary = "runs of commands verified from their manifests",
    .operands = "verify MANIFEST...",
    .options = options,
    .tabulate = tabulate,
};
