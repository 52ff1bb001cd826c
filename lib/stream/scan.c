/* scan.c: see scan.h. */

#include "stream/scan.h"

size_t hz_scan_index_plain(const char *data, size_t length, char delimiter, size_t newlines_wanted,
                           uint32_t position[], size_t capacity, size_t *newlines)
{
    size_t found = 0, lines = 0;
    for (size_t block = 0; block < length; block += 64) {
        if (lines >= newlines_wanted || found + 64 > capacity)
            break;
        for (size_t i = block; i < block + 64 && i < length; i++) {
            if (data[i] != delimiter && data[i] != '\n')
                continue;
            position[found++] = (uint32_t)i;
            lines += data[i] == '\n';
        }
    }
    *newlines = lines;
    return found;
}

#if defined(__x86_64__)

#include <immintrin.h>

/*
 * One loop, instantiated per instruction set. MATCH(at, c) is the mask of the 64 bytes from `at` that
 * equal c; reading behind the end is allowed (HZ_SCAN_SLACK) and masked off.
 */
#define INDEX_LOOP(MATCH)                                                                          \
    size_t found = 0, lines = 0;                                                                   \
    for (size_t block = 0; block < length; block += 64) {                                          \
        if (lines >= newlines_wanted || found + 64 > capacity)                                     \
            break;                                                                                 \
        uint64_t inside =                                                                          \
            length - block >= 64 ? ~UINT64_C(0) : ~(~UINT64_C(0) << (length - block));             \
        uint64_t ends = MATCH(data + block, '\n') & inside;                                        \
        uint64_t all = ends | (MATCH(data + block, delimiter) & inside);                           \
        uint32_t *out = position + found;                                                          \
        found += (size_t)__builtin_popcountll(all);                                                \
        lines += (size_t)__builtin_popcountll(ends);                                               \
        for (; all; all &= all - 1)                                                                \
            *out++ = (uint32_t)block + (uint32_t)__builtin_ctzll(all);                             \
    }                                                                                              \
    *newlines = lines;                                                                             \
    return found

#define MATCH_AVX512(at, c)                                                                        \
    (uint64_t) _mm512_cmpeq_epi8_mask(_mm512_loadu_si512((const void *)(at)), _mm512_set1_epi8(c))

#define HALF_AVX2(at, c)                                                                           \
    (uint64_t)(uint32_t) _mm256_movemask_epi8(_mm256_cmpeq_epi8(                                   \
        _mm256_loadu_si256((const __m256i *)(const void *)(at)), _mm256_set1_epi8(c)))
#define MATCH_AVX2(at, c) (HALF_AVX2(at, c) | HALF_AVX2((at) + 32, c) << 32)

__attribute__((target("avx512bw,bmi,bmi2,popcnt"))) static size_t
index_avx512(const char *data, size_t length, char delimiter, size_t newlines_wanted,
             uint32_t position[], size_t capacity, size_t *newlines)
{
    INDEX_LOOP(MATCH_AVX512);
}

__attribute__((target("avx2,bmi,bmi2,popcnt"))) static size_t
index_avx2(const char *data, size_t length, char delimiter, size_t newlines_wanted,
           uint32_t position[], size_t capacity, size_t *newlines)
{
    INDEX_LOOP(MATCH_AVX2);
}

static bool has_avx512(void)
{
    return __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("bmi2");
}

static bool has_avx2(void)
{
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi2");
}

size_t hz_scan_index(const char *data, size_t length, char delimiter, size_t newlines_wanted,
                     uint32_t position[], size_t capacity, size_t *newlines)
{
    if (has_avx512())
        return index_avx512(data, length, delimiter, newlines_wanted, position, capacity, newlines);
    if (has_avx2())
        return index_avx2(data, length, delimiter, newlines_wanted, position, capacity, newlines);
    return hz_scan_index_plain(data, length, delimiter, newlines_wanted, position, capacity,
                               newlines);
}

#else

size_t hz_scan_index(const char *data, size_t length, char delimiter, size_t newlines_wanted,
                     uint32_t position[], size_t capacity, size_t *newlines)
{
    return hz_scan_index_plain(data, length, delimiter, newlines_wanted, position, capacity,
                               newlines);
}

#endif

static const char *plain_end(const char *at, const char *end, char delimiter)
{
    while (at < end && *at != delimiter && *at != '\n')
        at++;
    return at;
}

/* Without the carriage return of a CRLF, which stands before the newline that ends the field. */
static const char *before_return(const char *from, const char *end)
{
    return *end == '\n' && end > from && end[-1] == '\r' ? end - 1 : end;
}

const char *hz_scan_field(const char *at, const char *end, char delimiter,
                          struct hz_scan_field *field)
{
    *field = (struct hz_scan_field){0};
    if (*at != '"') {
        const char *stop = plain_end(at, end, delimiter);
        field->text = (struct hz_text){at, (size_t)(before_return(at, stop) - at)};
        return stop;
    }
    const char *quote = at;
    for (;;) {
        quote = memchr(quote + 1, '"', (size_t)(end - quote - 1));
        if (!quote)
            return NULL;
        if (quote[1] != '"')
            break;
        field->is_escaped = true;
        quote++;
    }
    field->text = (struct hz_text){at + 1, (size_t)(quote - at - 1)};
    const char *stop = plain_end(quote + 1, end, delimiter);
    field->has_tail = before_return(quote + 1, stop) != quote + 1;
    return stop;
}

const char *hz_scan_record(const char *at, const char *end, char delimiter)
{
    struct hz_scan_field field;
    while (at < end) {
        at = hz_scan_field(at, end, delimiter, &field);
        if (!at || at == end)
            return NULL;
        if (*at++ == '\n')
            return at;
    }
    return NULL;
}

size_t hz_scan_unescape(struct hz_text text, char out[])
{
    size_t length = 0;
    for (size_t i = 0; i < text.length; i++) {
        out[length++] = text.at[i];
        if (text.at[i] == '"')
            i++;
    }
    return length;
}
