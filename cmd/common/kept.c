/* kept.c: see kept.h. */

#include "common/kept.h"

#include "common/records.h"
#include "common/shared_options.h"
#include "file/gate.h"
#include "stream/manifest.h"
#include "stream/state.h"

/* What is kept lives as long as the program. */
static struct hz_arena arena;

static void set_gate(const struct hz_manifest *manifest, bool is_listed)
{
    static struct hz_gate gate;
    hz_manifest_gate(manifest, &arena, &gate);
    gate.is_listed = is_listed;
    gate.folder = hz_shared.under;
    hz_gate_set(&gate);
}

static bool take_manifest(struct hz_command_line *line, const char *path, struct hz_error *err)
{
    const struct hz_kept_rules rules = {.names_files = true};
    struct hz_manifest *manifest = NULL;
    if (!hz_manifest_read(&manifest, path, err))
        return false;
    const size_t count = hz_manifest_arguments(manifest);
    const char **argument = hz_arena_allocate(&arena, count, sizeof *argument);
    for (size_t a = 0; a < count; a++)
        argument[a] = hz_arena_string(&arena, hz_text_of(hz_manifest_argument_at(manifest, a)));
    bool done = strcmp(hz_manifest_program(manifest), hz_command.name) == 0 ||
                hz_error_set(err, HZ_ERROR_DATA, HZ_NOWHERE, _("this manifest is of %s"),
                             hz_manifest_program(manifest));
    done = done && hz_options_take_kept(line, argument, count, &rules, &arena, err);
    if (done)
        set_gate(manifest, path == hz_shared.replay);
    hz_manifest_free(manifest);
    return done;
}

static bool take_state(struct hz_command_line *line, struct hz_error *err)
{
    const struct hz_kept_rules rules = {.only_own = true};
    struct hz_state_head head = {0};
    struct hz_error why = {0};
    if (line->operands == 0)
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE, _("--merge expects states"));
    const char *path = line->operand[0];
    if (!hz_state_read_head(path, &arena, &head, err) || !hz_is_own_version(&head, err))
        return false;
    if (strcmp(head.command, hz_command.name) != 0)
        return hz_error_set(err, HZ_ERROR_DATA, (struct hz_place){.file = path},
                            _("this state is of %s"), head.command);
    return hz_options_take_kept(line, head.argument, head.arguments, &rules, &arena, &why) ||
           hz_error_set(err, HZ_ERROR_DATA, (struct hz_place){.file = path}, "%s", why.text);
}

bool hz_kept_take(struct hz_command_line *line, struct hz_error *err)
{
    const char *manifest = hz_shared.replay ? hz_shared.replay : hz_shared.replay_command;
    if (manifest)
        return take_manifest(line, manifest, err);
    return !hz_shared.merge || take_state(line, err);
}
