/*
 * gate.h: which files may be read, where a stranger's file says which are. What is named in a
 * manifest is read only if the manifest lists it, if it lies under one folder, and if it is a plain
 * file: no pipe that never ends, no device.
 *
 * Without a gate, and that is how every program begins, any file may be read.
 */

#ifndef HZ_FILE_GATE_H
#define HZ_FILE_GATE_H

#include "base/error.h"
#include "base/linkage.h"

#include <stddef.h>

HZ_BEGIN_C

struct hz_gate {
    const char *folder; /* files lie under it, wherever links lead; NULL: anywhere */
    bool is_listed; /* only the names that follow; else these, files and folders, lie anywhere */
    const char *const *name; /* as the files are opened; borrowed, as all of the gate */
    size_t names;
};

/* From now on; NULL: any file again. Before threads start. */
void hz_gate_set(const struct hz_gate *gate);
bool hz_gate_is_set(void);

/* The one in force, or NULL. */
const struct hz_gate *hz_gate_get(void);

/*
 * True if a file may be opened; a folder, or a secret, of which no digest is kept, need not be
 * listed. Refused (data): one that is not listed, or lies elsewhere.
 */
HZ_MUST_USE bool hz_gate_passes(const char *path, bool is_listed, struct hz_error *err);

/* True if what was opened is a plain file, or there is no gate. Refused (data): what is none. */
HZ_MUST_USE bool hz_gate_is_plain(const char *path, int descriptor, struct hz_error *err);

HZ_END_C

#endif
