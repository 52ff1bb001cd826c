/* hz-audit: runs verified and signed, figures reconciled, samples drawn, extracts compared. */

#include "common/command.h"
#include "common/shared_options.h"
#include "reconcile_sources.h"
#include "risk/audit_table.h"
#include "signature_file.h"
#include "stream/rename.h"
#include "verify.h"
#include "verify_page.h"

static const char *const audits[] = {"verify",   "sign",    "reconcile", "sample",
                                     "evaluate", "compare", NULL};
enum { VERIFY, SIGN, RECONCILE, SAMPLE, EVALUATE, COMPARE };
static int what;

static struct {
    const char *input, *output, *amount, *by, *audited, *key, *interval, *signers, *revoked, *role;
    struct hz_option_date as_of;
    int64_t size, seed, timeout, memory;
    double confidence;
    bool allow_outside;
} opt = {.seed = 1, .confidence = 0.95, .timeout = 600, .memory = 4096};

static const struct hz_option options[] = {
    HZ_TEXT(0, "stdin", &opt.input, "FILE", "what the first command read on standard input"),
    HZ_TEXT(0, "stdout", &opt.output, "FILE", "what was kept of what the last command printed"),
    HZ_TEXT('a', "amount", &opt.amount, "COLUMN", "sample by its yuan; evaluate: as booked"),
    HZ_INTEGER('n', "size", &opt.size, "N", 1, 100000000, "how many rows, or items, are drawn"),
    HZ_TEXT('i', "interval", &opt.interval, "YUAN", "draw each so many yuan of --amount"),
    HZ_TEXT('b', "by", &opt.by, "COLUMN,...", "strata: rows are drawn of each in proportion"),
    HZ_INTEGER(0, "seed", &opt.seed, "N", 0, 1e15, "of the sample (default: 1)"),
    HZ_TEXT(0, "audited", &opt.audited, "COLUMN", "evaluate: what each item should have been"),
    HZ_RATE(0, "confidence", &opt.confidence, "RATE", 0.5, 0.9999, "of the limit (default: 95%)"),
    HZ_TEXT('k', "key", &opt.key, "COLUMN,...|FILE",
            "compare: what tells rows apart; sign: the file of the key"),
    HZ_CHOICE(0, "role", &opt.role, hz_signature_roles,
              "sign: in what role; verify: who must have signed"),
    HZ_TEXT(0, "signers", &opt.signers, "FILE", "verify: wanted are signatures of these"),
    HZ_TEXT(0, "revoked", &opt.revoked, "FILE", "keys of signers that are not to be believed"),
    HZ_DATE('d', "as-of", &opt.as_of, "when keys of signers must be valid (default: today)"),
    HZ_FLAG(0, "allow-outside", &opt.allow_outside,
            "read also files that do not lie under the folder of the file that names them"),
    HZ_INTEGER(0, "timeout", &opt.timeout, "SECONDS", 1, 1000000,
               "what a manifest may take in all (default: 600)"),
    HZ_INTEGER(0, "memory", &opt.memory, "MIB", 64, 1 << 24,
               "what memory one command may take (default: 4096)"),
    HZ_END,
};

/* What any command may do; where its files lie is said by what names it. */
static struct hz_replay_rules rules(void)
{
    return (struct hz_replay_rules){
        .folder = opt.allow_outside ? NULL : ".", .seconds = opt.timeout, .mebibytes = opt.memory};
}

static struct hz_signers signers(void)
{
    return (struct hz_signers){.allowed = opt.signers,
                               .revoked = opt.revoked,
                               .role = opt.role,
                               .as_of = opt.as_of.given ? opt.as_of.date : HZ_NO_DATE};
}

static bool verify(const struct hz_call *call, struct hz_table *out, struct hz_error *err)
{
    const struct hz_verify_order order = {
        .path = call->operand,
        .paths = (size_t)call->operands,
        .input = opt.input,
        .output = opt.output,
        .signers = signers(),
        .rules = rules(),
    };
    if (order.paths == 0)
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("verify wants manifests, in the order in which the commands ran, or "
                              "one report"));
    for (size_t p = 0; p < order.paths; p++) {
        if (!hz_is_page(order.path[p]))
            continue;
        return order.paths == 1 && !opt.input && !opt.output
                   ? hz_verify_page(order.path[p], &order.signers, &order.rules, out, err)
                   : hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                                  _("%s is a report: verify it by itself"), order.path[p]);
    }
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
    const struct hz_replay_rules all = rules();
    return hz_reconcile_run(call->operand[0], &all, out, err);
}

/* A sample, its evaluation, or two files held side by side: see risk/audit_table.h. */
static bool audit_tables(const struct hz_call *call, struct hz_table *out, struct hz_error *err)
{
    struct hz_arena arena = {0};
    struct hz_sheet sheet[2];
    struct hz_audit_order order = {.arena = &arena,
                                   .amount = opt.amount,
                                   .by = opt.by,
                                   .audited = opt.audited,
                                   .key = opt.key,
                                   .size = opt.size,
                                   .seed = (uint64_t)opt.seed,
                                   .confidence = opt.confidence};
    const int files = what == COMPARE ? 2 : 1;
    if (call->operands > files || (what == COMPARE && call->operands < files))
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE, _("%s wants %s"), audits[what],
                            what == COMPARE ? _("two files") : _("one file, or standard input"));
    if (opt.interval &&
        (hz_money_parse(hz_text_of(opt.interval), &order.interval) != HZ_MONEY_GOOD ||
         order.interval <= 0))
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("--interval: expected an amount of yuan above 0"));
    bool done = true;
    for (int f = 0; done && f < files; f++)
        done = hz_sheet_read(&sheet[f], f < call->operands ? call->operand[f] : NULL, &arena, err);
    for (int f = 0; done && what == COMPARE && f < files; f++)
        hz_recode_sheet(&sheet[f], &arena);
    if (done && what == SAMPLE) {
        sheet[1] = sheet[0];
        hz_recode_sheet(&sheet[1], &arena);
        order.meant = &sheet[1];
        done = hz_audit_sample_table(&sheet[0], &order, out, err);
    } else if (done && what == EVALUATE)
        done = hz_audit_evaluate_table(&sheet[0], &order, out, err);
    else if (done)
        done = hz_audit_compare_table(&sheet[0], &sheet[1], &order, out, err);
    hz_arena_free(&arena);
    return done;
}

/* Options of signatures, given where there are none. */
static bool check_signing(struct hz_error *err)
{
    if (opt.signers && what != VERIFY)
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE, _("--signers goes with verify"));
    if ((opt.revoked || opt.as_of.given) && !opt.signers)
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("--revoked and --as-of go with --signers"));
    return !opt.role || what == SIGN || opt.signers ||
           hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                        _("--role goes with sign, and with verify --signers"));
}

static bool sign(const struct hz_call *call, struct hz_table *out, struct hz_error *err)
{
    if (call->operands == 0 || !opt.key || !opt.role)
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("sign wants manifests or reports, --key with the file of a key, and "
                              "--role"));
    if (hz_shared.manifest)
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("--manifest: signing is not run again"));
    return hz_signatures_sign(call->operand, (size_t)call->operands, opt.key, opt.role, out, err);
}

static bool tabulate(const struct hz_call *call, struct hz_table *out, struct hz_error *err)
{
    if (!check_signing(err))
        return false;
    if (what >= SAMPLE)
        return audit_tables(call, out, err);
    const bool is_replay = hz_shared.replay || hz_shared.replay_command;
    if (is_replay && (what <= SIGN || opt.allow_outside))
        return hz_error_set(err, HZ_ERROR_DATA, HZ_NOWHERE,
                            _("%s is not run again: it would run others"), audits[what]);
    if (what == SIGN)
        return sign(call, out, err);
    return what == VERIFY ? verify(call, out, err) : reconcile(call, out, err);
}

const struct hz_command hz_command = {
    .name = "hz-audit",
    .summary = "runs verified and signed, figures reconciled, samples drawn, extracts compared",
    .operands = "verify MANIFEST...|verify REPORT.html|sign MANIFEST...|reconcile FILE.yaml|sample "
                "[FILE]|evaluate "
                "[FILE]|compare A B",
    .options = options,
    .subjects = audits,
    .subject = &what,
    .kind = HZ_COMMAND_TABULATE,
    .tabulate = tabulate,
};
