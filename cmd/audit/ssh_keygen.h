/* ssh_keygen.h: ssh-keygen -Y, which signs and verifies with the keys that people have for SSH. */

#ifndef HZ_CMD_SSH_KEYGEN_H
#define HZ_CMD_SSH_KEYGEN_H

#include "base/error.h"
#include "base/text.h"

enum { HZ_KEYGEN_MOST = 16 }; /* arguments */

/* What it is to do, and what came of it. */
struct hz_keygen {
    const char *argument[HZ_KEYGEN_MOST]; /* behind its name, up to NULL */
    struct hz_text message;               /* its standard input */
    struct hz_text signature;             /* for -s; empty: none */
    bool is_heard;            /* its complaints go to the person: a key may ask for one */
    bool is_good;             /* it ended with status 0 */
    struct hz_buffer printed; /* the caller frees it */
    char complaint[300];      /* the first line of them, if they are not heard */
};

/* Refused (system): it is not there, or cannot be started. */
HZ_MUST_USE bool hz_keygen_run(struct hz_keygen *keygen, struct hz_error *err);

#endif
