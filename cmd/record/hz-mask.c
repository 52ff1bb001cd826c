/* hz-mask: identifiers in records replaced by keyed numbers that still join. */

#include "common/command.h"
#include "record/mask.h"

static struct {
    const char *key, *mask, *keep, *form;
    bool birth_year;
} opt = {.form = "hex"};

static const struct hz_option options[] = {
    HZ_TEXT('k', "key", &opt.key, "FILE",
            "the key: 32 bytes or more, in a file that only its owner can read",
            .is_required = true),
    HZ_TEXT('m', "mask", &opt.mask, "COLUMN[=KIND],...",
            "mask these too; cells of one kind join whatever their columns"),
    HZ_TEXT(0, "keep", &opt.keep, "COLUMN,...", "let these stand as they are"),
    HZ_CHOICE('a', "as", &opt.form, hz_mask_form_names,
              "32 digits, or 26 letters and digits (default: hex)"),
    HZ_FLAG('b', "birth-year", &opt.birth_year,
            "of dates of birth only the year, as its first day"),
    HZ_END,
};

static struct hz_arena arena;
static struct hz_mac *key;

static void release(void *state)
{
    (void)state;
    hz_mac_free(key);
    hz_arena_free(&arena);
}

static bool prepare(struct hz_map *map, struct hz_error *err)
{
    static struct hz_mask mask;
    if (!hz_secret_read(&key, opt.key, err))
        return false;
    const struct hz_mask_order order = {
        .mask = opt.mask,
        .keep = opt.keep,
        .key = key,
        .form = (enum hz_mask_form)hz_choice_index(hz_mask_form_names, opt.form),
        .birth_to_year = opt.birth_year,
    };
    *map = hz_mask_map(&mask);
    map->release = release;
    return hz_mask_prepare(&mask, &order, &arena, err);
}

const struct hz_command hz_command = {
    .name = "hz-mask",
    .summary = "identifiers in records replaced by keyed numbers that still join",
    .operands = "[FILE...]",
    .options = options,
    .kind = HZ_COMMAND_MAP,
    .map = prepare,
};
