/*
 * scan.c: see scan.h.
 *
 * The idea is that of simdjson (Langdale and Lemire, VLDB Journal 28, 2019): compare 64 bytes at
 * once with each byte that means something, and go on with the answers as masks of 64 bits. A
 * delimiter counts where it is outside quotes, and a byte is outside if the quotes up to it are
 * even in number: a prefix parity, six shifts for 64 bytes. A doubled quote closes and opens again,
 * so it needs no rule of its own. What RFC 4180 does not allow is only noticed here (is_odd); the
 * rows are then read byte by byte by hz_scan_field.
 *
 * Invariant: `before` is all that a block must know of those before it. Cost: a handful of compares
 * a block without quotes, and one store a position.
 */

#include "file/scan.h"

enum { BLOCK = 64 };

/* Where a byte stands. */
enum standing { AT_START, IN_BARE, IN_QUOTES, BEHIND_QUOTE, BEHIND_RETURN };

static enum standing plain_step(enum standing at, char byte, char delimiter,
                                struct hz_scan_found *found)
{
    found->has_nul |= byte == '\0';
    found->has_high |= (unsigned char)byte >= 0x80;
    found->has_quotes |= byte == '"';
    if (at == IN_QUOTES)
        return byte == '"' ? BEHIND_QUOTE : IN_QUOTES;
    if (byte == '"') {
        found->has_escapes |= at == BEHIND_QUOTE;
        found->is_odd |= at == IN_BARE || at == BEHIND_RETURN;
        return IN_QUOTES;
    }
    if (at == BEHIND_RETURN && byte != '\n')
        found->is_odd = true;
    if (byte == delimiter || byte == '\n')
        return AT_START;
    if (at == BEHIND_QUOTE && byte == '\r')
        return BEHIND_RETURN;
    found->is_odd |= at == BEHIND_QUOTE;
    return IN_BARE;
}

struct hz_scan_found hz_scan_index_plain(const char *data, size_t length, char delimiter,
                                         size_t newlines_wanted, uint32_t position[],
                                         size_t capacity)
{
    struct hz_scan_found found = {0};
    enum standing at = AT_START;
    size_t block = 0;
    for (; block < length; block += BLOCK) {
        if (found.newlines >= newlines_wanted || found.positions + BLOCK > capacity)
            return found;
        for (size_t i = block; i < block + BLOCK && i < length; i++) {
            at = plain_step(at, data[i], delimiter, &found);
            if (at != AT_START)
                continue;
            if (position)
                position[found.positions] = (uint32_t)i;
            found.positions++;
            if (data[i] != '\n')
                continue;
            found.newlines++;
            found.records = i + 1;
        }
    }
    found.is_open = at == IN_QUOTES;
    return found;
}

#if defined(__x86_64__)

#include <immintrin.h>

/* A block as masks, a bit a byte, the first one lowest; and what the block before it leaves. */
struct block {
    uint64_t delimiters, newlines, quotes, returns;
    uint64_t valid; /* bytes that are there */
};
struct before {
    uint64_t inside; /* all ones: within quotes */
    bool is_start;   /* a field begins */
    bool is_closed;  /* behind a closing quote */
    bool is_return;  /* behind one and a carriage return */
};

/* Bit by bit: whether an odd number of bits is set up to it. */
static inline uint64_t parity(uint64_t bits)
{
    for (int shift = 1; shift < BLOCK; shift *= 2)
        bits ^= bits << shift;
    return bits;
}

/*
 * Takes away the delimiters and newlines within quotes, and tells of quotes where none should be.
 */
static inline void heed_quotes(struct block *block, struct before *before,
                               struct hz_scan_found *found)
{
    const uint64_t inside = parity(block->quotes) ^ before->inside;
    const uint64_t opening = block->quotes & inside, closing = block->quotes & ~inside;
    block->delimiters &= ~inside;
    block->newlines &= ~inside;
    const uint64_t ends = block->delimiters | block->newlines;
    const uint64_t starts = ends << 1 | before->is_start;
    const uint64_t closed = closing << 1 | before->is_closed;
    const uint64_t returned = (closed & block->returns) << 1 | before->is_return;
    const uint64_t odd = (opening & ~(starts | closed)) |
                         (closed & ~(ends | opening | block->returns)) |
                         (returned & ~block->newlines);
    found->has_quotes |= block->quotes != 0;
    found->has_escapes |= (opening & closed) != 0;
    found->is_odd |= (odd & block->valid) != 0;
    before->inside = inside >> 63 ? ~UINT64_C(0) : 0;
    before->is_start = ends >> 63;
    before->is_closed = closing >> 63;
    before->is_return = (closed & block->returns) >> 63;
}

/* The last block of data, filled up with what means nothing. */
static const char *filled_up(char filled[BLOCK], const char *at, size_t length)
{
    memset(filled, 'x', BLOCK);
    memcpy(filled, at, length);
    return filled;
}

/*
 * One loop, instantiated per instruction set: LOAD makes the vectors of 64 bytes, MATCH the mask of
 * those that equal c, HIGH of those beyond ASCII, PUT writes positions.
 */
#define INDEX_LOOP(LOAD, MATCH, HIGH, PUT)                                                         \
    struct hz_scan_found found = {0};                                                              \
    struct before before = {.is_start = true};                                                     \
    char filled[BLOCK];                                                                            \
    uint64_t nul = 0, high = 0;                                                                    \
    size_t at = 0;                                                                                 \
    for (; at < length; at += BLOCK) {                                                             \
        if (found.newlines >= newlines_wanted || found.positions + BLOCK > capacity)               \
            break;                                                                                 \
        const size_t left = length - at;                                                           \
        const char *from = left >= BLOCK ? data + at : filled_up(filled, data + at, left);         \
        LOAD(from);                                                                                \
        struct block block = {.delimiters = MATCH(delimiter),                                      \
                              .newlines = MATCH('\n'),                                             \
                              .quotes = MATCH('"'),                                                \
                              .valid = left >= BLOCK ? ~UINT64_C(0) : ~(~UINT64_C(0) << left)};    \
        nul |= MATCH('\0');                                                                        \
        high |= HIGH();                                                                            \
        if (block.quotes || before.inside || before.is_closed || before.is_return) {               \
            block.returns = MATCH('\r');                                                           \
            heed_quotes(&block, &before, &found);                                                  \
        } else {                                                                                   \
            before.is_start = (block.delimiters | block.newlines) >> 63;                           \
        }                                                                                          \
        const uint64_t all = block.delimiters | block.newlines;                                    \
        if (position)                                                                              \
            PUT(position + found.positions, (uint32_t)at, all);                                    \
        found.positions += (size_t)__builtin_popcountll(all);                                      \
        found.newlines += (size_t)__builtin_popcountll(block.newlines);                            \
        if (block.newlines)                                                                        \
            found.records = at + BLOCK - (size_t)__builtin_clzll(block.newlines);                  \
    }                                                                                              \
    found.is_open = at >= length && before.inside;                                                 \
    found.has_nul = nul != 0;                                                                      \
    found.has_high = high != 0;                                                                    \
    return found

#define TARGET_AVX512 __attribute__((target("avx512bw,avx512vbmi2,bmi,bmi2,popcnt,lzcnt")))
#define LOAD_AVX512(from) const __m512i bytes = _mm512_loadu_si512((const void *)(from))
#define MATCH_AVX512(c) (uint64_t) _mm512_cmpeq_epi8_mask(bytes, _mm512_set1_epi8(c))
#define HIGH_AVX512() (uint64_t) _mm512_movepi8_mask(bytes)

/* Sixteen positions at a time: a block seldom has more. */
TARGET_AVX512 static inline void put_avx512(uint32_t *out, uint32_t at, uint64_t bits)
{
    static const unsigned char number[BLOCK] = {
        0,  1,  2,  3,  4,  5,  6,  7,  8,  9,  10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21,
        22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43,
        44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63};
    const __m512i base = _mm512_set1_epi32((int)at);
    unsigned char chosen[BLOCK];
    const __m512i packed =
        _mm512_maskz_compress_epi8(bits, _mm512_loadu_si512((const void *)number));
    _mm512_storeu_si512(
        (void *)out, _mm512_add_epi32(base, _mm512_cvtepu8_epi32(_mm512_castsi512_si128(packed))));
    const size_t count = (size_t)__builtin_popcountll(bits);
    if (count <= 16)
        return;
    _mm512_storeu_si512((void *)chosen, packed);
    for (size_t i = 16; i < count; i++)
        out[i] = at + chosen[i];
}

TARGET_AVX512 static struct hz_scan_found index_avx512(const char *data, size_t length,
                                                       char delimiter, size_t newlines_wanted,
                                                       uint32_t position[], size_t capacity)
{
    INDEX_LOOP(LOAD_AVX512, MATCH_AVX512, HIGH_AVX512, put_avx512);
}

#define TARGET_AVX2 __attribute__((target("avx2,bmi,bmi2,popcnt,lzcnt")))
#define LOAD_AVX2(from)                                                                            \
    const __m256i first = _mm256_loadu_si256((const __m256i *)(const void *)(from));               \
    const __m256i second = _mm256_loadu_si256((const __m256i *)(const void *)((from) + 32))
#define BITS_AVX2(a, b)                                                                            \
    ((uint64_t)(uint32_t)_mm256_movemask_epi8(a) | (uint64_t)(uint32_t)_mm256_movemask_epi8(b)     \
                                                       << 32)
#define MATCH_AVX2(c)                                                                              \
    BITS_AVX2(_mm256_cmpeq_epi8(first, _mm256_set1_epi8(c)),                                       \
              _mm256_cmpeq_epi8(second, _mm256_set1_epi8(c)))
#define HIGH_AVX2() BITS_AVX2(first, second)

TARGET_AVX2 static inline void put_avx2(uint32_t *out, uint32_t at, uint64_t bits)
{
    for (; bits; bits &= bits - 1)
        *out++ = at + (uint32_t)__builtin_ctzll(bits);
}

TARGET_AVX2 static struct hz_scan_found index_avx2(const char *data, size_t length, char delimiter,
                                                   size_t newlines_wanted, uint32_t position[],
                                                   size_t capacity)
{
    INDEX_LOOP(LOAD_AVX2, MATCH_AVX2, HIGH_AVX2, put_avx2);
}

static bool has_avx512(void)
{
    return __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vbmi2") &&
           __builtin_cpu_supports("bmi2");
}

static bool has_avx2(void)
{
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi2");
}

hz_scan *hz_scan_variant(size_t number)
{
    if (has_avx512() && number-- == 0)
        return index_avx512;
    if (has_avx2() && number-- == 0)
        return index_avx2;
    return number == 0 ? hz_scan_index_plain : NULL;
}

#else

hz_scan *hz_scan_variant(size_t number)
{
    return number == 0 ? hz_scan_index_plain : NULL;
}

#endif

const char *hz_scan_variant_name(size_t number)
{
    hz_scan *variant = hz_scan_variant(number);
#if defined(__x86_64__)
    if (variant == index_avx512)
        return "avx512";
    if (variant == index_avx2)
        return "avx2";
#endif
    return variant ? "plain" : NULL;
}

struct hz_scan_found hz_scan_index(const char *data, size_t length, char delimiter,
                                   size_t newlines_wanted, uint32_t position[], size_t capacity)
{
    return hz_scan_variant(0)(data, length, delimiter, newlines_wanted, position, capacity);
}

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

/*
 * Blanks of any kind and signs that one does not see, such as the mark of a file put behind
 * another.
 */
static const char *pass_blanks(const char *at, const char *end, char delimiter)
{
    size_t blank = 1;
    while (blank > 0 && at < end && *at != delimiter && *at != '\n' && *at != '\r') {
        blank = hz_text_blank((struct hz_text){at, (size_t)(end - at)});
        at += blank;
    }
    return at;
}

const char *hz_scan_field(const char *at, const char *end, char delimiter,
                          struct hz_scan_field *field)
{
    *field = (struct hz_scan_field){0};
    const bool may_be_blank = (unsigned char)(*at - '!') >= 0x80 - '!';
    const char *const first = may_be_blank ? pass_blanks(at, end, delimiter) : at;
    if (first == end || *first != '"') {
        const char *stop = plain_end(at, end, delimiter);
        field->text = (struct hz_text){at, (size_t)(before_return(at, stop) - at)};
        return stop;
    }
    const char *quote = first;
    for (;;) {
        quote = memchr(quote + 1, '"', (size_t)(end - quote - 1));
        if (!quote)
            return NULL;
        if (quote[1] != '"')
            break;
        field->is_escaped = true;
        quote++;
    }
    field->is_quoted = true;
    field->text = (struct hz_text){first + 1, (size_t)(quote - first - 1)};
    const char *stop = plain_end(quote + 1, end, delimiter);
    const char *const tail = pass_blanks(quote + 1, stop, delimiter);
    field->has_tail = before_return(tail, stop) != tail;
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

/* What needs quotes: but for a delimiter, only signs up to the comma, as nearly none are. */
static inline bool is_special(char byte, char delimiter)
{
    return byte == delimiter || ((unsigned char)byte <= ',' &&
                                 (byte == ',' || byte == '"' || byte == '\n' || byte == '\r'));
}

/* Whether any of eight bytes is such a sign up to the comma, or the delimiter. */
static inline bool may_be_special(uint64_t bytes, char delimiter)
{
    const uint64_t ones = UINT64_C(0x0101010101010101), tops = ones << 7;
    const uint64_t same = bytes ^ ones * (unsigned char)delimiter;
    return (((bytes - ones * (',' + 1)) & ~bytes) | ((same - ones) & ~same)) & tops;
}

void hz_scan_quote(struct hz_text text, char delimiter, struct hz_buffer *out)
{
    size_t plain = 0;
    while (text.length - plain >= 8 && !may_be_special(hz_text_word(text.at + plain, 8), delimiter))
        plain += 8;
    while (plain < text.length && !is_special(text.at[plain], delimiter))
        plain++;
    if (plain == text.length) {
        hz_buffer_text(out, text);
        return;
    }
    hz_buffer_char(out, '"');
    for (size_t i = 0; i < text.length; i++) {
        if (text.at[i] == '"')
            hz_buffer_char(out, '"');
        hz_buffer_char(out, text.at[i]);
    }
    hz_buffer_char(out, '"');
}

uint64_t hz_scan_newlines(const char *from, const char *to)
{
    uint64_t newlines = 0;
    for (; (from = memchr(from, '\n', (size_t)(to - from))) != NULL; from++)
        newlines++;
    return newlines;
}

bool hz_scan_hides_rows(struct hz_text field, char delimiter, size_t fields, size_t before)
{
    enum { FEW = 2 };
    const char *const end = field.at + field.length;
    const char *line = memchr(field.at, '\n', field.length);
    while (line) {
        const char *next = memchr(line + 1, '\n', (size_t)(end - line - 1));
        size_t delimiters = 0;
        for (const char *c = line + 1; c < (next ? next : end); c++)
            delimiters += *c == delimiter;
        if (delimiters == (next ? fields - 1 : before) && delimiters >= FEW)
            return true;
        line = next;
    }
    return false;
}
