/* state_form.c: see state_form.h. */

#include "stream/state_form.h"

#include <string.h>

const char *const hz_state_key_kinds[] = {"text", "integer", NULL};
const char *const hz_state_value_rules[] = {"sum", "max", "min", "of-max", "distinct", NULL};
const char *const hz_state_field_rules[] = {"sum", "max", "of-max", NULL};

uint64_t hz_state_checksum(uint64_t sum, const char *bytes, size_t length)
{
    for (size_t i = 0; i < length; i++)
        sum = (sum ^ (unsigned char)bytes[i]) * UINT64_C(0x100000001B3);
    return sum;
}

bool hz_state_is_one(struct hz_text bytes)
{
    const size_t shared = sizeof "huzhu-state," - 1; /* of any version */
    return bytes.length >= shared && memcmp(bytes.at, HZ_STATE_MAGIC, shared) == 0;
}

bool hz_state_count_parse(struct hz_text text, uint64_t *count)
{
    hz_sum number;
    if (!hz_sum_parse(text, &number) || number < 0 || number > (hz_sum)UINT64_MAX)
        return false;
    *count = (uint64_t)number;
    return true;
}
