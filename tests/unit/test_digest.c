/* test_digest.c: SHA-256, HMAC-SHA-256 and base32 give the vectors of their standards. */

#include "base/digest.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

static void assert_digest(struct hz_digest digest, const char *hex)
{
    char found[HZ_DIGEST_HEX];
    hz_digest_hex(&digest, found);
    if (strlen(hex) < HZ_DIGEST_HEX - 1)
        found[strlen(hex)] = '\0';
    assert_string_equal(found, hex);
}

/* FIPS 180-4, examples of SHA-256 (NIST, "Examples with Intermediate Values"). */
static void sha_256_of_the_examples(void **state)
{
    (void)state;
    assert_digest(hz_digest_of(hz_text_of("abc")),
                  "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assert_digest(
        hz_digest_of(hz_text_of("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")),
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    assert_digest(hz_digest_of((struct hz_text){0}),
                  "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

/* The long message of the same examples: a million times "a". */
static void pieces_of_any_size_give_the_digest_of_the_whole(void **state)
{
    (void)state;
    static char bytes[1000000];
    memset(bytes, 'a', sizeof bytes);
    for (size_t size = 1; size <= sizeof bytes; size = size * 7 + 1) {
        struct hz_hash *hash = hz_hash_new();
        for (size_t at = 0; at < sizeof bytes; at += size)
            hz_hash_add(hash, bytes + at, size < sizeof bytes - at ? size : sizeof bytes - at);
        assert_digest(hz_hash_end(hash),
                      "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
    }
}

static struct hz_text filled(char room[200], char byte, size_t length)
{
    memset(room, byte, length);
    return (struct hz_text){room, length};
}

static void assert_mac(struct hz_text key, struct hz_text message, const char *hex)
{
    struct hz_mac *mac = hz_mac_new(key);
    assert_digest(hz_mac_of(mac, message), hex);
    assert_digest(hz_mac_of(mac, message), hex); /* the key stays */
    hz_mac_free(mac);
}

/* RFC 4231, section 4, test cases 1 to 7; case 5 is cut to 128 bits there. */
static void hmac_sha_256_of_rfc_4231(void **state)
{
    (void)state;
    char key[200], data[200], counting[25];
    for (size_t i = 0; i < sizeof counting; i++)
        counting[i] = (char)(i + 1);
    assert_mac(filled(key, 0x0b, 20), hz_text_of("Hi There"),
               "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
    assert_mac(hz_text_of("Jefe"), hz_text_of("what do ya want for nothing?"),
               "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    assert_mac(filled(key, (char)0xaa, 20), filled(data, (char)0xdd, 50),
               "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe");
    assert_mac((struct hz_text){counting, sizeof counting}, filled(data, (char)0xcd, 50),
               "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b");
    assert_mac(filled(key, 0x0c, 20), hz_text_of("Test With Truncation"),
               "a3b6167473100ee06e0c796c2955552b");
    assert_mac(filled(key, (char)0xaa, 131),
               hz_text_of("Test Using Larger Than Block-Size Key - Hash Key First"),
               "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
    assert_mac(filled(key, (char)0xaa, 131),
               hz_text_of("This is a test using a larger than block-size key and a larger than "
                          "block-size data. The key needs to be hashed before being used by the "
                          "HMAC algorithm."),
               "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2");
}

/* RFC 4648, section 10, in lower case and without padding. */
static void base32_of_rfc_4648(void **state)
{
    (void)state;
    static const char *const expected[] = {"",        "my",       "mzxq",      "mzxw6",
                                           "mzxw6yq", "mzxw6ytb", "mzxw6ytboi"};
    struct hz_digest digest = {{'f', 'o', 'o', 'b', 'a', 'r'}};
    for (size_t bytes = 0; bytes < HZ_COUNT(expected); bytes++) {
        char text[HZ_DIGEST_HEX] = "";
        text[hz_digest_base32(&digest, bytes, text)] = '\0';
        assert_string_equal(text, expected[bytes]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sha_256_of_the_examples),
        cmocka_unit_test(pieces_of_any_size_give_the_digest_of_the_whole),
        cmocka_unit_test(hmac_sha_256_of_rfc_4231),
        cmocka_unit_test(base32_of_rfc_4648),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
