/* digest.c: see digest.h. */

#include "base/digest.h"

#include "base/memory.h"

#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/params.h>
#include <stdbool.h>
#include <stdlib.h>

/* libcrypto goes on with less than it needs where memory runs out. */
static void *allocate(size_t size, const char *file, int line)
{
    (void)file, (void)line;
    return size > 0 ? hz_reallocate(NULL, size, 1) : NULL;
}

static void *reallocate(void *memory, size_t size, const char *file, int line)
{
    (void)file, (void)line;
    return hz_reallocate(memory, size, 1);
}

static void release(void *memory, const char *file, int line)
{
    (void)file, (void)line;
    free(memory);
}

__attribute__((constructor)) static void take_over(void)
{
    CRYPTO_set_mem_functions(allocate, reallocate, release);
}

struct hz_hash {
    EVP_MD_CTX *context;
};

struct hz_mac {
    EVP_MAC *kind;
    EVP_MAC_CTX *context;
};

/* SHA-256 of bytes in memory fails for want of memory, or of a libcrypto that has SHA-256. */
static void must(bool is_done)
{
    if (!is_done)
        abort();
}

struct hz_hash *hz_hash_new(void)
{
    struct hz_hash *hash = hz_allocate(1, sizeof *hash);
    hash->context = EVP_MD_CTX_new();
    must(hash->context && EVP_DigestInit_ex(hash->context, EVP_sha256(), NULL) == 1);
    return hash;
}

void hz_hash_add(struct hz_hash *hash, const void *bytes, size_t length)
{
    must(EVP_DigestUpdate(hash->context, bytes, length) == 1);
}

struct hz_digest hz_hash_end(struct hz_hash *hash)
{
    struct hz_digest digest;
    must(EVP_DigestFinal_ex(hash->context, digest.byte, NULL) == 1);
    EVP_MD_CTX_free(hash->context);
    free(hash);
    return digest;
}

struct hz_digest hz_digest_of(struct hz_text bytes)
{
    struct hz_digest digest;
    must(EVP_Digest(bytes.length > 0 ? bytes.at : "", bytes.length, digest.byte, NULL, EVP_sha256(),
                    NULL) == 1);
    return digest;
}

struct hz_mac *hz_mac_new(struct hz_text key)
{
    struct hz_mac *mac = hz_allocate(1, sizeof *mac);
    char name[] = "SHA256";
    const OSSL_PARAM params[] = {
        OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, name, 0),
        OSSL_PARAM_construct_end(),
    };
    mac->kind = EVP_MAC_fetch(NULL, "HMAC", NULL);
    mac->context = mac->kind ? EVP_MAC_CTX_new(mac->kind) : NULL;
    must(mac->context &&
         EVP_MAC_init(mac->context, (const unsigned char *)key.at, key.length, params) == 1);
    return mac;
}

struct hz_mac *hz_mac_copy(const struct hz_mac *mac)
{
    struct hz_mac *copy = hz_allocate(1, sizeof *copy);
    copy->context = EVP_MAC_CTX_dup(mac->context);
    must(copy->context);
    return copy;
}

struct hz_digest hz_mac_of(struct hz_mac *mac, struct hz_text message)
{
    struct hz_digest digest = {0};
    size_t length = 0;
    must(EVP_MAC_init(mac->context, NULL, 0, NULL) == 1 &&
         EVP_MAC_update(mac->context, (const unsigned char *)message.at, message.length) == 1 &&
         EVP_MAC_final(mac->context, digest.byte, &length, sizeof digest.byte) == 1);
    return digest;
}

void hz_mac_free(struct hz_mac *mac)
{
    if (!mac)
        return;
    EVP_MAC_CTX_free(mac->context);
    EVP_MAC_free(mac->kind);
    free(mac);
}

void hz_forget(void *bytes, size_t length)
{
    OPENSSL_cleanse(bytes, length);
}

void hz_digest_hex(const struct hz_digest *digest, char hex[HZ_DIGEST_HEX])
{
    static const char digits[] = "0123456789abcdef";
    for (size_t i = 0; i < HZ_DIGEST_BYTES; i++) {
        hex[2 * i] = digits[digest->byte[i] >> 4];
        hex[2 * i + 1] = digits[digest->byte[i] & 15];
    }
    hex[HZ_DIGEST_HEX - 1] = '\0';
}

void hz_digest_base32(const struct hz_digest *digest, size_t bytes, struct hz_buffer *out)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz234567";
    unsigned held = 0, bits = 0;
    for (size_t i = 0; i < bytes; i++) {
        held = (held << 8 | digest->byte[i]) & 0xFFFFU;
        for (bits += 8; bits >= 5; bits -= 5)
            hz_buffer_char(out, letters[held >> (bits - 5) & 31]);
    }
    if (bits > 0)
        hz_buffer_char(out, letters[held << (5 - bits) & 31]);
}
