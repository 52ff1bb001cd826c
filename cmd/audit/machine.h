/* machine.h: what figures may depend on of a machine: libraries, the processor's code paths. */

#ifndef HZ_AUDIT_MACHINE_H
#define HZ_AUDIT_MACHINE_H

#include "base/error.h"

#include <stddef.h>

/*
 * The folder of the shipped data: share/huzhu/data of an installation, data of a source tree.
 * Refused (system): there is none.
 */
HZ_MUST_USE bool hz_machine_data(char folder[], size_t size, struct hz_error *err);

/*
 * Tells the program's version, its compiler, the libraries loaded, by their files, and each way to
 * scan records that this processor has, the one in use first: whether it finds in the shipped
 * records what the plain one does.
 */
typedef void hz_machine_teller(void *context, const char *what, const char *item,
                               const char *verdict);
HZ_MUST_USE bool hz_machine_tell(const char *folder, hz_machine_teller *tell, void *context,
                                 struct hz_error *err);

#endif
