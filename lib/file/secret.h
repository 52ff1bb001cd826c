/*
 * secret.h: a key in a file that nobody else can read, such as `openssl rand 32 >key; chmod 600
 * key` makes. It goes into a struct hz_mac at once, and its bytes are overwritten.
 */

#ifndef HZ_FILE_SECRET_H
#define HZ_FILE_SECRET_H

#include "base/digest.h"
#include "base/error.h"
#include "base/linkage.h"

HZ_BEGIN_C

/* Of a key, in bytes. */
enum { HZ_KEY_LEAST = 32, HZ_KEY_MOST = 4096 };

/*
 * A key of all bytes of a file or pipe, its last newline too. Neither a message nor a manifest says
 * anything of them. Refused (usage): a file that its group or others may read or write, one of
 * fewer than 32 bytes or more than 4096; (system) one that cannot be read.
 */
HZ_MUST_USE bool hz_secret_read(struct hz_mac **key, const char *path, struct hz_error *err);

HZ_END_C

#endif
