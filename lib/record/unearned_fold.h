/* unearned_fold.h: the unearned contribution reserve of member records, by group and in all. */

#ifndef HZ_RECORD_UNEARNED_FOLD_H
#define HZ_RECORD_UNEARNED_FOLD_H

#include "base/linkage.h"
#include "fund/unearned.h"
#include "record/groups.h"
#include "record/lives.h"
#include "stream/fold.h"

HZ_BEGIN_C

enum { HZ_UNEARNED_OWN_COLUMNS = HZ_LIFE_COLUMNS + 1 };

/*
 * The columns of the result that are no groups: count, contribution, earned, unearned; then NULL.
 */
extern const char *const hz_unearned_result[];

/*
 * The settings of the fold, which are used as long as it is. It reads the columns of lives.h, for
 * HZ_UNEARNED_RISK wait_from (absent or empty: the start), and the columns of the groups.
 */
struct hz_unearned_fold {
    struct hz_unearned how;
    struct hz_groups by;
    struct hz_column column[HZ_UNEARNED_OWN_COLUMNS + HZ_GROUPS_MOST + 1]; /* by hz_unearned_fold */
};

/*
 * Fills in the fold. Its table has a row a group, in the order of the groups' bytes, and a last one
 * in all, whose first group column says "total": the number of covers, their contributions, and
 * what of them is earned and unearned, all net of what was taken back and refunded. A group's
 * unearned part is the exact sum of its covers', rounded once to the fen, and so is the total's:
 * the groups may differ from it by a fen or so. Rejects: the faults of hz_lives_read and
 * hz_unearned_part, and those of the typed columns.
 */
void hz_unearned_fold(struct hz_unearned_fold *settings, struct hz_fold *fold);

HZ_END_C

#endif
