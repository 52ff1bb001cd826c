/* hz-report: a document of tables, pictures and sentences, every figure with its proof. */

#include "bulletin.h"
#include "common/command.h"
#include "common/outputs.h"
#include "file/file.h"
#include "inputs.h"
#include "report/make.h"

static struct {
    const char *format, *inputs, *set;
    int64_t year, timeout, memory;
    bool is_bulletin, personal, strict, no_pictures, allow_outside;
} opt = {.format = "html", .timeout = 600, .memory = 4096};

static const struct hz_option options[] = {
    HZ_CHOICE('f', "format", &opt.format, hz_report_formats, "what is written (default: html)"),
    HZ_TEXT('i', "input", &opt.inputs, "NAME=FILE,...", "the files of the description's inputs"),
    HZ_TEXT(0, "set", &opt.set, "NAME=VALUE,...", "its parameters"),
    HZ_FLAG(0, "bulletin", &opt.is_bulletin, "the annual bulletin of MEMBERS and CLAIMS"),
    HZ_INTEGER(0, "year", &opt.year, "YEAR", 1, 9999, "of the bulletin"),
    HZ_FLAG(0, "personal", &opt.personal, "print also what names persons"),
    HZ_FLAG(0, "strict", &opt.strict, "no report if a record is rejected"),
    HZ_FLAG(0, "no-pictures", &opt.no_pictures, "draw none"),
    HZ_FLAG(0, "allow-outside", &opt.allow_outside,
            "read also files that do not lie under the description's folder"),
    HZ_INTEGER(0, "timeout", &opt.timeout, "SECONDS", 1, 1000000,
               "what one command may take (default: 600)"),
    HZ_INTEGER(0, "memory", &opt.memory, "MIB", 64, 1 << 24,
               "what memory one command may take (default: 4096)"),
    HZ_END,
};

/* The most that a command may print: what is between two of them is kept in a file. */
static const uint64_t output_bytes = UINT64_C(64) << 30;

static struct hz_report_order order_of(const char *name, struct hz_text bytes, const char *inputs)
{
    return (struct hz_report_order){
        .name = name,
        .bytes = bytes,
        .inputs = inputs,
        .set = opt.set,
        .has_persons = opt.personal,
        .is_strict = opt.strict,
        .has_pictures = !opt.no_pictures,
        .rules = {.path = name,
                  .folder = opt.allow_outside ? NULL : ".",
                  .has_account = true,
                  .bytes = output_bytes,
                  .seconds = opt.timeout,
                  .mebibytes = opt.memory},
    };
}

static bool make(const struct hz_call *call, const struct hz_report_order *order,
                 struct hz_output *output, struct hz_error *err)
{
    struct hz_buffer text = {0};
    const int format = hz_choice_index(hz_report_formats, opt.format);
    const bool done = hz_report_make(order, NULL, (enum hz_report_format)format, &text, output,
                                     call->lacks_data, err);
    if (done && text.length > 0)
        hz_output_write(output, text.at, text.length);
    hz_buffer_free(&text);
    return done;
}

static bool write_described(const struct hz_call *call, struct hz_output *output,
                            struct hz_error *err)
{
    struct hz_arena arena = {0};
    struct hz_buffer bytes = {0};
    const char *path = call->operands == 1 ? call->operand[0] : NULL, *inputs;
    bool done = path || hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                                     _("expected one DESCRIPTION.yaml, not %d"), call->operands);
    done =
        done && (opt.year == 0 || hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                                               _("--year goes with --bulletin; of a description, "
                                                 "--set year=%d"),
                                               (int)opt.year));
    done = done && hz_file_read(path, HZ_TREE_BYTES, &bytes, err);
    if (done) {
        const char *directory = hz_directory_of(path, &arena);
        done = hz_inputs_seen_from(&inputs, opt.inputs, directory, &arena, err);
        struct hz_report_order order =
            order_of(path, (struct hz_text){bytes.at, bytes.length}, done ? inputs : NULL);
        order.rules.directory = directory;
        done = done && make(call, &order, output, err);
    }
    hz_buffer_free(&bytes);
    hz_arena_free(&arena);
    return done;
}

static bool write_bulletin(const struct hz_call *call, struct hz_output *output,
                           struct hz_error *err)
{
    struct hz_arena arena = {0};
    struct hz_bulletin bulletin;
    bool done =
        call->operands == 2 ||
        hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                     _("--bulletin wants two files, MEMBERS and CLAIMS, not %d"), call->operands);
    done = done && (opt.year > 0 || hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                                                 _("--bulletin wants --year YEAR")));
    done =
        done && hz_bulletin(&bulletin, call->operand, opt.year, opt.inputs, opt.set, &arena, err);
    if (done) {
        struct hz_report_order order = order_of(bulletin.name, bulletin.text, bulletin.inputs);
        order.set = bulletin.set;
        done = make(call, &order, output, err);
    }
    hz_arena_free(&arena);
    return done;
}

static bool write_report(const struct hz_call *call, struct hz_output *output, struct hz_error *err)
{
    return opt.is_bulletin ? write_bulletin(call, output, err) : write_described(call, output, err);
}

const struct hz_command hz_command = {
    .name = "hz-report",
    .summary = "a document of tables, pictures and sentences, every figure with its proof",
    .operands = "DESCRIPTION.yaml|--bulletin --year YEAR MEMBERS CLAIMS",
    .options = options,
    .kind = HZ_COMMAND_DOCUMENT,
    .write = write_report,
};
