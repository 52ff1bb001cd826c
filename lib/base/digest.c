/* digest.c: see digest.h. */

#include "base/digest.h"

#include "base/memory.h"

/*
 * Short messages by the million: of one of 18 bytes, EVP_MAC takes 205 ns on a processor with
 * SHA instructions, two copied EVP_MD_CTX 152, two copied SHA256_CTX 105, SHA256_Transform 92.
 */
#define OPENSSL_SUPPRESS_DEPRECATED
#include <endian.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/sha.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

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

/* The key is in the states that both of HMAC's hashes have behind it. */
struct hz_mac {
    SHA256_CTX inner, outer;
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

/* The state of SHA-256 behind the first block: the key's bytes, each with `pad` (FIPS 198-1). */
static SHA256_CTX begun(const unsigned char key[SHA256_CBLOCK], unsigned char pad)
{
    SHA256_CTX state;
    unsigned char block[SHA256_CBLOCK];
    for (size_t i = 0; i < sizeof block; i++)
        block[i] = key[i] ^ pad;
    must(SHA256_Init(&state) == 1 && SHA256_Update(&state, block, sizeof block) == 1);
    hz_forget(block, sizeof block);
    return state;
}

struct hz_mac *hz_mac_new(struct hz_text key)
{
    struct hz_mac *mac = hz_allocate(1, sizeof *mac);
    unsigned char padded[SHA256_CBLOCK] = {0};
    const struct hz_digest shorter = hz_digest_of(key);
    if (key.length > sizeof padded)
        memcpy(padded, shorter.byte, sizeof shorter.byte);
    else if (key.length > 0)
        memcpy(padded, key.at, key.length);
    mac->inner = begun(padded, 0x36);
    mac->outer = begun(padded, 0x5c);
    hz_forget(padded, sizeof padded);
    return mac;
}

struct hz_mac *hz_mac_copy(const struct hz_mac *mac)
{
    struct hz_mac *copy = hz_allocate(1, sizeof *copy);
    *copy = *mac;
    return copy;
}

enum { LENGTH_BYTES = 8, ONE_BLOCK = SHA256_CBLOCK - 1 - LENGTH_BYTES };

static void put_word(unsigned char at[], SHA_LONG word)
{
    const uint32_t big_endian = htobe32(word);
    memcpy(at, &big_endian, sizeof big_endian);
}

/* A message's end that fits a block: it is filled up (FIPS 180-4, section 5.1.1), and the last. */
static void end_at_once(const SHA256_CTX *begun, const void *bytes, size_t length,
                        struct hz_digest *digest)
{
    SHA256_CTX state;
    unsigned char block[SHA256_CBLOCK] = {0};
    memcpy(state.h, begun->h, sizeof state.h); /* all that SHA256_Transform looks at */
    if (length > 0)
        memcpy(block, bytes, length);
    block[length] = 0x80;
    put_word(block + SHA256_CBLOCK - 4, (SHA_LONG)(8 * (SHA256_CBLOCK + length)));
    SHA256_Transform(&state, block);
    for (int i = 0; i < HZ_DIGEST_BYTES / 4; i++)
        put_word(digest->byte + 4 * i, state.h[i]);
}

/* Behind the key's block; a short message, as nearly all are, with a sixth less work. */
static void end(const SHA256_CTX *begun, const void *bytes, size_t length, struct hz_digest *digest)
{
    if (length <= ONE_BLOCK) {
        end_at_once(begun, bytes, length, digest);
        return;
    }
    SHA256_CTX state = *begun;
    must(SHA256_Update(&state, bytes, length) == 1);
    must(SHA256_Final(digest->byte, &state) == 1);
}

struct hz_digest hz_mac_of(struct hz_mac *mac, struct hz_text message)
{
    struct hz_digest inner, outer;
    end(&mac->inner, message.at, message.length, &inner);
    end(&mac->outer, inner.byte, sizeof inner.byte, &outer);
    return outer;
}

void hz_mac_free(struct hz_mac *mac)
{
    if (!mac)
        return;
    hz_forget(mac, sizeof *mac);
    free(mac);
}

void hz_forget(void *bytes, size_t length)
{
    OPENSSL_cleanse(bytes, length);
}

void hz_digest_hex(const struct hz_digest *digest, char hex[HZ_DIGEST_HEX])
{
    hz_digest_hex_of(digest, HZ_DIGEST_BYTES, hex);
    hex[HZ_DIGEST_HEX - 1] = '\0';
}

/* Four bytes become eight digits side by side. */
static void put_hex(const uint8_t bytes[4], char hex[8])
{
    const uint64_t ones = UINT64_C(0x0101010101010101);
    uint32_t word;
    memcpy(&word, bytes, sizeof word);
    uint64_t spread = le32toh(word);
    spread = (spread | spread << 16) & UINT64_C(0x0000FFFF0000FFFF);
    spread = (spread | spread << 8) & UINT64_C(0x00FF00FF00FF00FF);
    const uint64_t digits = (spread >> 4 | spread << 8) & 15 * ones;
    const uint64_t letters = (digits + 6 * ones) >> 4 & ones;
    const uint64_t text = htole64(digits + '0' * ones + ('a' - '0' - 10) * letters);
    memcpy(hex, &text, sizeof text);
}

void hz_digest_hex_of(const struct hz_digest *digest, size_t bytes, char hex[])
{
    for (size_t i = 0; i < bytes; i += 4)
        put_hex(digest->byte + i, hex + 2 * i);
}

size_t hz_digest_base32(const struct hz_digest *digest, size_t bytes, char text[])
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz234567";
    unsigned held = 0, bits = 0;
    size_t length = 0;
    for (size_t i = 0; i < bytes; i++) {
        held = (held << 8 | digest->byte[i]) & 0xFFFFU;
        for (bits += 8; bits >= 5; bits -= 5)
            text[length++] = letters[held >> (bits - 5) & 31];
    }
    if (bits > 0)
        text[length++] = letters[held << (5 - bits) & 31];
    return length;
}
