/* bulletin.h: the description of the annual bulletin that the program brings with it. */

#ifndef HZ_CMD_BULLETIN_H
#define HZ_CMD_BULLETIN_H

#include "base/arena.h"
#include "base/error.h"

struct hz_bulletin {
    const char *name;    /* "bulletin.zh.yaml" */
    struct hz_text text; /* data/reports/bulletin.LANGUAGE.yaml */
    const char *inputs, *set;
};

/*
 * The bulletin of a year in the language in use, of members and claims in files; `inputs` and `set`
 * (NULL: none) are given beside. Refused (usage): a name of a file with a comma in it that reads as
 * the next input.
 */
HZ_MUST_USE bool hz_bulletin(struct hz_bulletin *bulletin, char *const file[2], int64_t year,
                             const char *inputs, const char *set, struct hz_arena *arena,
                             struct hz_error *err);

#endif
