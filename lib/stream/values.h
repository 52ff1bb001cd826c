/*
 * values.h: the one code that each word of a coded column has here, whatever a roster or a claims
 * system writes: 续保 is renew. The reader gives them to every command. huzhu-records(5) lists
 * them.
 */

#ifndef HZ_STREAM_VALUES_H
#define HZ_STREAM_VALUES_H

#include "base/linkage.h"
#include "base/text.h"

HZ_BEGIN_C

/* A word in a column of that canonical name, and the code that it stands for. */
struct hz_value {
    const char *column;
    const char *theirs;
    const char *ours;
};

/*
 * All of them, the words of a column together; ends with a row of NULLs. Every word has a byte
 * above 0x7F, so that records in plain ASCII need not be looked at.
 */
extern const struct hz_value hz_values[];

/* The words of one column, ready to be looked for. */
struct hz_recoding {
    struct hz_text theirs, ours;
};

struct hz_recodings {
    struct hz_recoding *word; /* the caller frees it; NULL: none */
    size_t count;
    bool is_any; /* some are plain ASCII */
};

/*
 * Those of a column: first the user's own (a list as hz_values; NULL: none), then the known ones.
 */
struct hz_recodings hz_recodings_of(const char *column, const struct hz_value *own);

/* Puts the code in the place of each text that is such a word, blanks around it aside. */
void hz_recode(const struct hz_recodings *recodings, struct hz_text text[], size_t count);

HZ_END_C

#endif
