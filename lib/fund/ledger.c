/* ledger.c: see ledger.h. */

#include "fund/ledger.h"

const struct hz_ledger_item hz_ledger_items[HZ_LEDGER_LINES] = {
    {"covers", false, false},
    {"renewals", false, false},
    {"gifts", false, false},
    {"ends", false, false},
    {"contribution_self", true, false},
    {"contribution_unit", true, false},
    {"contribution_union", true, false},
    {"contribution_government", true, false},
    {"contribution_other", true, false},
    {"exposure", false, false},
    {"in_force", false, true},
    {"remaining", false, true},
    {"unearned", true, true},
    {"deposits_in", true, false},
    {"deposits_out", true, false},
    {"deposits_kept", true, false},
    {"deposits", true, true},
    {"lapses", false, false},
    {"lapsed", true, false},
    {"persons", false, true},
    {"paid", true, false},
    {"aid", true, false},
    {"payouts", false, false},
    {"reported", false, false},
    {"rejected", false, false},
    {"prompt", false, false},
    {"outstanding", true, true},
};
