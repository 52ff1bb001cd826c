/* json_text.c: see json_text.h. */

#include "file/json_text.h"

static void advance(struct hz_text *text, size_t length)
{
    text->at += length;
    text->length -= length;
}

static void skip_blanks(struct hz_text *text)
{
    while (text->length > 0 &&
           (*text->at == ' ' || *text->at == '\n' || *text->at == '\r' || *text->at == '\t'))
        advance(text, 1);
}

bool hz_json_take_sign(struct hz_text *text, char sign)
{
    skip_blanks(text);
    if (text->length == 0 || *text->at != sign)
        return false;
    advance(text, 1);
    skip_blanks(text);
    return true;
}

/* Four hexadecimal digits; -1: they are none. */
static int hexadecimal(struct hz_text text)
{
    int number = 0;
    if (text.length < 4)
        return -1;
    for (int i = 0; i < 4; i++) {
        const char c = text.at[i], lower = (char)(c | 0x20);
        if (hz_digit(c) > 9 && (lower < 'a' || lower > 'f'))
            return -1;
        number = number * 16 + (hz_digit(c) <= 9 ? (int)hz_digit(c) : lower - 'a' + 10);
    }
    return number;
}

/* The sign that stands at "uXXXX", and the bytes it takes; 0 bytes: a NUL or half a pair. */
static size_t escaped_sign(struct hz_text text, uint32_t *sign)
{
    advance(&text, 1);
    const int first = hexadecimal(text);
    if (first <= 0 || (first >= 0xDC00 && first < 0xE000))
        return 0;
    *sign = (uint32_t)first;
    if (first < 0xD800 || first >= 0xE000)
        return 5;
    if (text.length < 10 || text.at[4] != '\\' || text.at[5] != 'u')
        return 0;
    const int second = hexadecimal((struct hz_text){text.at + 6, 4});
    if (second < 0xDC00 || second >= 0xE000)
        return 0;
    *sign = 0x10000 + ((uint32_t)(first - 0xD800) << 10) + (uint32_t)(second - 0xDC00);
    return 11;
}

static const char letters[] = "\"\\/bfnrt", signs[] = "\"\\/\b\f\n\r\t";

static bool take_text(struct hz_text *text, struct hz_json_value *value)
{
    advance(text, 1);
    const char *begin = text->at;
    value->kind = HZ_JSON_TEXT;
    while (text->length > 0 && *text->at != '"') {
        uint32_t sign;
        size_t length = 1;
        if ((unsigned char)*text->at < ' ')
            return false;
        if (*text->at == '\\') {
            const struct hz_text rest = {text->at + 1, text->length - 1};
            value->has_escapes = true;
            length = rest.length > 0 && *rest.at == 'u' ? escaped_sign(rest, &sign)
                     : rest.length > 0 && *rest.at != '\0' && strchr(letters, *rest.at) ? 1
                                                                                        : 0;
            if (length == 0)
                return false;
            length++;
        }
        advance(text, length);
    }
    if (text->length == 0)
        return false;
    value->text = (struct hz_text){begin, (size_t)(text->at - begin)};
    advance(text, 1);
    return true;
}

static size_t take_digits(struct hz_text *text)
{
    size_t digits = 0;
    while (text->length > 0 && hz_digit(*text->at) <= 9) {
        advance(text, 1);
        digits++;
    }
    return digits;
}

static bool take_number(struct hz_text *text)
{
    if (*text->at == '-')
        advance(text, 1);
    const bool is_zero = text->length > 0 && *text->at == '0';
    const size_t digits = take_digits(text);
    if (digits == 0 || (is_zero && digits > 1))
        return false;
    if (text->length > 0 && *text->at == '.') {
        advance(text, 1);
        if (take_digits(text) == 0)
            return false;
    }
    if (text->length > 0 && (*text->at | 0x20) == 'e') {
        advance(text, 1);
        if (text->length > 0 && (*text->at == '+' || *text->at == '-'))
            advance(text, 1);
        return take_digits(text) > 0;
    }
    return true;
}

static bool take_word(struct hz_text *text, const char *word)
{
    const size_t length = strlen(word);
    if (text->length < length || memcmp(text->at, word, length) != 0)
        return false;
    advance(text, length);
    return true;
}

static bool take(struct hz_text *text, struct hz_json_value *value, int depth);

/* The elements of an array, the members of an object. */
static bool take_nested(struct hz_text *text, int depth)
{
    const bool is_object = *text->at == '{';
    const char end = is_object ? '}' : ']';
    advance(text, 1);
    if (hz_json_take_sign(text, end))
        return true;
    do {
        struct hz_json_value value;
        if (is_object && (text->length == 0 || *text->at != '"' || !take(text, &value, depth) ||
                          !hz_json_take_sign(text, ':')))
            return false;
        if (!take(text, &value, depth))
            return false;
    } while (hz_json_take_sign(text, ','));
    return hz_json_take_sign(text, end);
}

static bool take(struct hz_text *text, struct hz_json_value *value, int depth)
{
    skip_blanks(text);
    const char *begin = text->at;
    bool done = false;
    *value = (struct hz_json_value){.kind = HZ_JSON_PLAIN};
    if (text->length == 0 || depth == HZ_JSON_DEPTH)
        return false;
    switch (*begin) {
    case '"':
        return take_text(text, value);
    case '{':
    case '[':
        value->kind = HZ_JSON_NESTED;
        done = take_nested(text, depth + 1);
        break;
    case 't':
        done = take_word(text, "true");
        break;
    case 'f':
        done = take_word(text, "false");
        break;
    case 'n':
        value->kind = HZ_JSON_NOTHING;
        done = take_word(text, "null");
        break;
    default:
        done = take_number(text);
    }
    value->text = (struct hz_text){begin, (size_t)(text->at - begin)};
    return done;
}

bool hz_json_take(struct hz_text *text, struct hz_json_value *value)
{
    if (!take(text, value, 0))
        return false;
    skip_blanks(text);
    return true;
}

static void append_utf8(uint32_t sign, struct hz_buffer *out)
{
    if (sign < 0x80) {
        hz_buffer_char(out, (char)sign);
        return;
    }
    const int more = sign < 0x800 ? 1 : sign < 0x10000 ? 2 : 3;
    hz_buffer_char(out, (char)(0xFF00 >> (more + 1) | sign >> 6 * more));
    for (int i = more - 1; i >= 0; i--)
        hz_buffer_char(out, (char)(0x80 | (sign >> 6 * i & 0x3F)));
}

void hz_json_unescape(struct hz_text escaped, struct hz_buffer *out)
{
    while (escaped.length > 0) {
        const char *stop = memchr(escaped.at, '\\', escaped.length);
        const size_t plain = stop ? (size_t)(stop - escaped.at) : escaped.length;
        uint32_t sign;
        hz_buffer_append(out, escaped.at, plain);
        advance(&escaped, plain);
        if (escaped.length < 2)
            return;
        advance(&escaped, 1);
        if (*escaped.at == 'u') {
            advance(&escaped, escaped_sign(escaped, &sign));
            append_utf8(sign, out);
        } else {
            hz_buffer_char(out, signs[strchr(letters, *escaped.at) - letters]);
            advance(&escaped, 1);
        }
    }
}

size_t hz_json_length(struct hz_text text)
{
    size_t depth = 0;
    for (size_t i = 0; i < text.length; i++) {
        const char c = text.at[i];
        if (c == '"') {
            for (i++; i < text.length && text.at[i] != '"'; i++)
                i += text.at[i] == '\\';
        } else if (c == '{' || c == '[') {
            depth++;
        } else if ((c == '}' || c == ']') && --depth == 0) {
            return i + 1;
        }
    }
    return 0;
}
