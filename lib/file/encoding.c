/* encoding.c: see encoding.h. */

#include "file/encoding.h"

#include <string.h>

enum { WORD = 8 };

static inline bool has_high_word(const char *at)
{
    uint64_t word;
    memcpy(&word, at, WORD);
    return (word & UINT64_C(0x8080808080808080)) != 0;
}

/* The length of the character at `at` that is not ASCII, 0 if it is none (RFC 3629, section 4). */
static size_t high_character(const unsigned char *at, size_t left)
{
    const unsigned char lead = at[0];
    size_t length = lead >= 0xC2 && lead <= 0xDF   ? 2
                    : lead >= 0xE0 && lead <= 0xEF ? 3
                    : lead >= 0xF0 && lead <= 0xF4 ? 4
                                                   : 0;
    if (length == 0 || length > left)
        return 0;
    const unsigned least = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    const unsigned most = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    if (at[1] < least || at[1] > most)
        return 0;
    for (size_t i = 2; i < length; i++)
        if ((at[i] & 0xC0) != 0x80)
            return 0;
    return length;
}

/* How much of the front is UTF-8. */
static size_t utf8_length(struct hz_text text)
{
    size_t i = 0;
    while (i < text.length) {
        if (i + WORD <= text.length && !has_high_word(text.at + i)) {
            i += WORD;
            continue;
        }
        size_t length = 1;
        if ((unsigned char)text.at[i] >= 0x80)
            length = high_character((const unsigned char *)text.at + i, text.length - i);
        if (length == 0)
            break;
        i += length;
    }
    return i;
}

bool hz_text_is_utf8(struct hz_text text)
{
    return utf8_length(text) == text.length;
}

/* Of a fixed length, and by words: gcc -O2 makes no vectors of a loop of any length. */
enum { ASCII_BLOCK = 4096 };

HZ_FOR_EACH_PROCESSOR
static bool is_ascii_block(const char *at)
{
    uint64_t any = 0;
    for (size_t i = 0; i < ASCII_BLOCK; i += sizeof any) {
        uint64_t word;
        memcpy(&word, at + i, sizeof word);
        any |= word;
    }
    return (any & UINT64_C(0x8080808080808080)) == 0;
}

size_t hz_text_ascii(struct hz_text text)
{
    size_t at = 0;
    while (text.length - at >= ASCII_BLOCK && is_ascii_block(text.at + at))
        at += ASCII_BLOCK;
    while (at + WORD <= text.length && !has_high_word(text.at + at))
        at += WORD;
    while (at < text.length && (unsigned char)text.at[at] < 0x80)
        at++;
    return at;
}

/* ---- Marks */

/*
 * The NULs of digits and commas in UTF-16 stand at every second byte, from `first` on. A few stand
 * at the others, of signs such as U+4E00 (一); two together are none of text, and one or two in all
 * are a fault of a row.
 */
static bool has_nuls(struct hz_text text, size_t first)
{
    enum { SIGNS_A_COMMA = 16, COMMAS_AN_ODD_ONE = 8, LEAST = 4 };
    size_t nuls = 0, others = 0;
    for (size_t i = 0; i + 1 < text.length; i += 2) {
        nuls += text.at[i + first] == '\0';
        others += text.at[i + 1 - first] == '\0';
        if (text.at[i] == '\0' && text.at[i + 1] == '\0')
            return false;
    }
    const bool are_many = nuls >= LEAST && nuls * 2 * SIGNS_A_COMMA >= text.length;
    return are_many && others * COMMAS_AN_ODD_ONE <= nuls;
}

/* UTF-32 of what UTF-16 has in two bytes: two NULs of each four, from `first` on. */
static bool has_wide_nuls(struct hz_text text, size_t first)
{
    size_t i = 0;
    while (i + 3 < text.length && text.at[i + first] == '\0' && text.at[i + first + 1] == '\0')
        i += 4;
    return i > 0 && i + 3 >= text.length;
}

const char *hz_encoding_mark(struct hz_text beginning)
{
    enum { LOOKED_AT = 1 << 12 };
    static const struct {
        const char *mark;
        size_t length;
        const char *encoding;
    } marks[] = {{"\xFF\xFE\0\0", 4, "UTF-32"},
                 {"\0\0\xFE\xFF", 4, "UTF-32"},
                 {"\xFF\xFE", 2, "UTF-16"},
                 {"\xFE\xFF", 2, "UTF-16"}};
    for (size_t m = 0; m < HZ_COUNT(marks); m++)
        if (beginning.length >= marks[m].length &&
            memcmp(beginning.at, marks[m].mark, marks[m].length) == 0)
            return marks[m].encoding;
    if (beginning.length > LOOKED_AT)
        beginning.length = LOOKED_AT;
    if (has_wide_nuls(beginning, 2))
        return "UTF-32LE";
    if (has_wide_nuls(beginning, 0))
        return "UTF-32BE";
    if (has_nuls(beginning, 1))
        return "UTF-16LE";
    return has_nuls(beginning, 0) ? "UTF-16BE" : NULL;
}

/* ---- A guess on evidence */

/* Characters of two bytes, told apart by how usual they are. */
struct usual {
    size_t characters, usual;
    bool is_good; /* none is at fault */
};

/* GB18030: two bytes, or four; usual are the signs and the first level of GB 2312. */
static struct usual count_gb(struct hz_text text)
{
    struct usual found = {.is_good = true};
    const unsigned char *at = (const unsigned char *)text.at, *const end = at + text.length;
    for (size_t step; at < end; at += step) {
        const unsigned lead = at[0], trail = end - at > 1 ? at[1] : 0;
        step = lead < 0x80 ? 1 : 2;
        if (lead < 0x80)
            continue;
        found.characters++;
        if (lead >= 0x81 && lead <= 0xFE && trail >= 0x30 && trail <= 0x39 && end - at > 3 &&
            at[2] >= 0x81 && at[2] <= 0xFE && at[3] >= 0x30 && at[3] <= 0x39)
            step = 4;
        else if (lead < 0x81 || lead == 0xFF || trail < 0x40 || trail == 0x7F || trail == 0xFF) {
            found.is_good = false;
            return found;
        }
        found.usual +=
            trail >= 0xA1 && ((lead >= 0xB0 && lead <= 0xD7) || (lead >= 0xA1 && lead <= 0xA3));
    }
    return found;
}

/* Big5: two bytes; usual are the signs and the first level. */
static struct usual count_big5(struct hz_text text)
{
    struct usual found = {.is_good = true};
    const unsigned char *at = (const unsigned char *)text.at, *const end = at + text.length;
    for (size_t step; at < end; at += step) {
        const unsigned lead = at[0], trail = end - at > 1 ? at[1] : 0;
        step = lead < 0x80 ? 1 : 2;
        if (lead < 0x80)
            continue;
        found.characters++;
        if (lead < 0xA1 || lead > 0xF9 || trail < 0x40 || (trail > 0x7E && trail < 0xA1) ||
            trail == 0xFF) {
            found.is_good = false;
            return found;
        }
        found.usual += lead <= 0xA2 || (lead >= 0xA4 && lead <= 0xC6);
    }
    return found;
}

static bool has_three_bytes(struct hz_text line)
{
    for (size_t i = 0; i < line.length; i++)
        if ((unsigned char)line.at[i] >= 0xE0)
            return true;
    return false;
}

bool hz_text_is_surely_utf8(struct hz_text line)
{
    if (!hz_text_is_utf8(line) || !has_three_bytes(line))
        return false;
    for (size_t i = 0; i < line.length; i++)
        if ((unsigned char)line.at[i] >= 0x80 && (unsigned char)line.at[i] <= 0xA0)
            return true;
    return false;
}

/* What the lines beyond ASCII are. */
struct evidence {
    bool is_sure;     /* one of them is UTF-8 and nothing else */
    size_t utf8;      /* UTF-8 with characters of three bytes or more, as Chinese has */
    size_t weak_utf8; /* with none but those of two: some Chinese names of GBK are that by chance */
    size_t gb, big5;  /* not UTF-8, but this */
    size_t neither;
    struct usual as_gb, as_big5;
    bool is_first_utf8; /* the first such line: the header, as a rule */
    bool is_first_weak;
};

static void weigh_line(struct evidence *evidence, struct hz_text line)
{
    const bool is_first =
        evidence->utf8 + evidence->weak_utf8 + evidence->gb + evidence->big5 + evidence->neither ==
        0;
    evidence->is_sure |= hz_text_is_surely_utf8(line);
    if (hz_text_is_utf8(line)) {
        const bool is_strong = has_three_bytes(line);
        evidence->utf8 += is_strong;
        evidence->weak_utf8 += !is_strong;
        evidence->is_first_utf8 |= is_first && is_strong;
        evidence->is_first_weak |= is_first && !is_strong;
        return;
    }
    const struct usual gb = count_gb(line), big5 = count_big5(line);
    evidence->gb += gb.is_good;
    evidence->big5 += big5.is_good;
    evidence->neither += !gb.is_good && !big5.is_good;
    evidence->as_gb.characters += gb.characters;
    evidence->as_gb.usual += gb.usual;
    evidence->as_big5.characters += big5.characters;
    evidence->as_big5.usual += big5.usual;
}

static struct evidence weigh(struct hz_text text)
{
    struct evidence evidence = {0};
    const char *at = text.at, *const end = text.at + text.length;
    while (at < end) {
        const char *newline = memchr(at, '\n', (size_t)(end - at));
        const char *stop = newline ? newline : end;
        const struct hz_text line = {at, (size_t)(stop - at)};
        /* The end of the evidence may cut a character: that line says nothing, unless it is all. */
        if (hz_text_ascii(line) < line.length && (newline || text.length < HZ_ENCODING_EVIDENCE))
            weigh_line(&evidence, line);
        at = stop + 1;
    }
    return evidence;
}

const char *hz_encoding_guess(struct hz_text text)
{
    enum { BY_CHANCE = 1000, WEAK_BY_CHANCE = 10, FAULTS = 10 };
    const struct evidence found = weigh(text);
    const size_t others = found.gb > found.big5 ? found.gb : found.big5;
    if (found.is_sure || others == 0 || others < found.neither * FAULTS)
        return NULL;
    if (found.is_first_utf8 || found.utf8 * BY_CHANCE > others)
        return NULL;
    if (found.is_first_weak && found.weak_utf8 * WEAK_BY_CHANCE > others)
        return NULL;
    if (found.big5 >= found.gb &&
        found.as_big5.usual * found.as_gb.characters > found.as_gb.usual * found.as_big5.characters)
        return "BIG5";
    return found.gb > 0 ? "GB18030" : NULL;
}
