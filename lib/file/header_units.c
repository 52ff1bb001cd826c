/* header_units.c: see header_units.h. */

#include "file/header_units.h"

#include "file/header.h"

#include <string.h>
#include <strings.h>

/*
 * Units of amounts that are not yuan, where they stand alone: in a row, in brackets, behind 单位.
 */
static const char *const others[] = {
    "万元", "千元",     "百元",      "亿元",    "百万元",   "千万元",   "十万元", "万",
    "千",   "百万",     "亿",        "分",      "角",       "美元",     "美金",   "港元",
    "港币", "欧元",     "日元",      "澳元",    "usd",      "hkd",      "eur",    "jpy",
    "mop",  "thousand", "thousands", "million", "millions", "10k_yuan", "k_yuan", "k"};

/* Words for what a column holds, of which nothing is to be converted. */
static const char *const words[] = {
    "元",   "人民币", "人民币元",   "人",         "份",       "天",   "日",   "月",
    "年",   "岁",     "个",         "件",         "次",       "户",   "%",    "yuan",
    "cny",  "rmb",    "日期",       "文本",       "数字",     "数值", "金额", "必填",
    "选填", "-",      "yyyy-mm-dd", "yyyy/mm/dd", "yyyymmdd", "date", "text", "number"};

static bool is_among(struct hz_text word, const char *const list[], size_t count)
{
    for (size_t w = 0; w < count; w++)
        if (hz_text_equal(word, hz_text_of(list[w])))
            return true;
    return false;
}

/* A cell of a row of units, folded, without the brackets around it and 单位 before it. */
static struct hz_text bare(struct hz_text cell, char folded[HZ_HEADER_NAME])
{
    static const char *const before[] = {"单位:", "单位：", "人民币"};
    static const char *const open[] = {"(", "[", "【", "（"}, *const close[] = {")", "]", "】",
                                                                                "）"};
    struct hz_text word = {folded, hz_header_fold(cell, folded, HZ_HEADER_NAME)};
    for (size_t b = 0; b < HZ_COUNT(open); b++) {
        const size_t left = strlen(open[b]), right = strlen(close[b]);
        if (word.length > left + right && memcmp(word.at, open[b], left) == 0 &&
            memcmp(word.at + word.length - right, close[b], right) == 0)
            word = (struct hz_text){word.at + left, word.length - left - right};
    }
    for (size_t b = 0; b < HZ_COUNT(before); b++) {
        const size_t length = strlen(before[b]);
        if (word.length > length && memcmp(word.at, before[b], length) == 0)
            word = (struct hz_text){word.at + length, word.length - length};
    }
    return word;
}

/* Under a header, as databases and Markdown print it: -----, ---: */
static bool is_rule(struct hz_text cell)
{
    enum { SHORTEST = 3 };
    for (size_t i = 0; i < cell.length; i++)
        if (!strchr("-=:", cell.at[i]))
            return false;
    return cell.length >= SHORTEST;
}

bool hz_unit_is_other(struct hz_text cell)
{
    char folded[HZ_HEADER_NAME];
    return is_among(bare(cell, folded), others, HZ_COUNT(others));
}

bool hz_unit_is_word(struct hz_text cell)
{
    char folded[HZ_HEADER_NAME];
    cell = hz_text_trim(cell);
    return is_rule(cell) || hz_unit_is_other(cell) ||
           is_among(bare(cell, folded), words, HZ_COUNT(words));
}

static bool take_end(struct hz_text *text, const char *end)
{
    const size_t length = strlen(end);
    if (text->length < length || memcmp(text->at + text->length - length, end, length) != 0)
        return false;
    text->length -= length;
    return true;
}

/* Whether a number stands before the unit, in digits or in Chinese. */
static bool is_of_amount(const char *from, const char *unit)
{
    static const char *const orders[] = {"十", "百", "千", " "};
    static const char *const numerals[] = {"一", "二", "三", "四", "五", "六", "七",
                                           "八", "九", "两", "几", "数", "余"};
    struct hz_text before = {from, (size_t)(unit - from)};
    for (size_t o = 0; o < HZ_COUNT(orders);)
        o = take_end(&before, orders[o]) ? 0 : o + 1;
    for (size_t n = 0; n < HZ_COUNT(numerals); n++)
        if (take_end(&before, numerals[n]))
            return true;
    if (before.length == 0)
        return false;
    const char *last = before.at + before.length - 1;
    return hz_digit(*last) <= 9 || (before.length > 2 && memcmp(last - 2, "\xEF\xBC", 2) == 0 &&
                                    (unsigned char)*last >= 0x90 && (unsigned char)*last <= 0x99);
}

/* The word in the last brackets, or behind the last colon: of "会费（分）" 分. */
static struct hz_text set_apart(struct hz_text text)
{
    static const char *const open[] = {"(", "（", "[", "【", ":", "："};
    static const char *const close[] = {")", "）", "]", "】", ",", ";"};
    const char *from = NULL;
    text = hz_text_trim(text);
    for (size_t c = 0; c < HZ_COUNT(close); c++)
        while (take_end(&text, close[c]))
            text = hz_text_trim(text);
    for (size_t o = 0; o < HZ_COUNT(open); o++)
        for (const char *at = text.at, *end = at + text.length;
             (at = memmem(at, (size_t)(end - at), open[o], strlen(open[o]))) != NULL;)
            if ((at += strlen(open[o])) > from)
                from = at;
    return from ? hz_text_trim((struct hz_text){from, (size_t)(text.at + text.length - from)})
                : (struct hz_text){text.at, 0};
}

bool hz_unit_is_said(struct hz_text text, struct hz_text *unit)
{
    static const char *const anywhere[] = {"万元",         "千元",        "百元", "亿元",
                                           "in thousands", "in millions", "'000"};
    for (size_t u = 0; u < HZ_COUNT(anywhere); u++) {
        const size_t length = strlen(anywhere[u]);
        for (size_t i = 0; i + length <= text.length; i++)
            if (strncasecmp(text.at + i, anywhere[u], length) == 0 &&
                !is_of_amount(text.at, text.at + i)) {
                const size_t in = strncmp(anywhere[u], "in ", 3) == 0 ? 3 : 0;
                *unit = (struct hz_text){text.at + i + in, length - in};
                return true;
            }
    }
    *unit = set_apart(text);
    return unit->length > 0 && hz_unit_is_other(*unit);
}
