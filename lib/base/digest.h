/*
 * digest.h: what stands for bytes: SHA-256 (FIPS 180-4), and HMAC-SHA-256 (FIPS 198-1, RFC 2104)
 * for whom has the key.
 *
 * Manifests name files by their digests; hz-mask puts a digest under a key in the place of a
 * person. For finding records among millions it is too slow: see identity.h. libcrypto does the
 * work, and its names stay in digest.c.
 */

#ifndef HZ_BASE_DIGEST_H
#define HZ_BASE_DIGEST_H

#include "base/linkage.h"
#include "base/text.h"

HZ_BEGIN_C

enum { HZ_DIGEST_BYTES = 32 };

struct hz_digest {
    uint8_t byte[HZ_DIGEST_BYTES];
};

/* Room for a digest in hexadecimal, with its NUL. */
enum { HZ_DIGEST_HEX = 2 * HZ_DIGEST_BYTES + 1 };

/* A digest of bytes that come in pieces. */
struct hz_hash;

struct hz_hash *hz_hash_new(void);
void hz_hash_add(struct hz_hash *hash, const void *bytes, size_t length);
struct hz_digest hz_hash_end(struct hz_hash *hash); /* frees it */

/* The digest of one piece. */
struct hz_digest hz_digest_of(struct hz_text bytes);

/* A key that is ready for many short messages. Not for two threads at once. */
struct hz_mac;

struct hz_mac *hz_mac_new(struct hz_text key);
struct hz_mac *hz_mac_copy(const struct hz_mac *mac); /* for another thread */
struct hz_digest hz_mac_of(struct hz_mac *mac, struct hz_text message);
void hz_mac_free(struct hz_mac *mac); /* forgets the key; NULL is fine */

/* Overwrites what must not be found in memory afterwards. */
void hz_forget(void *bytes, size_t length);

/* The digest as 64 lower-case digits; its first 4, 8, ... `bytes` bytes, without a NUL. */
void hz_digest_hex(const struct hz_digest *digest, char hex[HZ_DIGEST_HEX]);
void hz_digest_hex_of(const struct hz_digest *digest, size_t bytes, char hex[]);

/*
 * The first `bytes` bytes in lower-case base32 without padding (RFC 4648, section 6), without a
 * NUL: 16 bytes are 26 letters and digits. Gives how many there are.
 */
size_t hz_digest_base32(const struct hz_digest *digest, size_t bytes, char text[]);

HZ_END_C

#endif
