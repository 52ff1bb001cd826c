/*
 * values.c: see values.h. The table is the single source: the one in huzhu-records(5) follows it.
 */

#include "stream/values.h"

#include "base/memory.h"

const struct hz_value hz_values[] = {
    {"enter_type", "新参", "new"},
    {"enter_type", "新增", "new"},
    {"enter_type", "新保", "new"},
    {"enter_type", "首次参保", "new"},
    {"enter_type", "续保", "renew"},
    {"enter_type", "续参", "renew"},
    {"enter_type", "续期", "renew"},
    {"enter_type", "置换", "swap"},
    {"enter_type", "赠送", "gift"},
    {"enter_type", "赠予", "gift"},

    {"entry", "原始", "original"},
    {"entry", "蓝字", "original"},
    {"entry", "冲销", "reversal"},
    {"entry", "冲正", "reversal"},
    {"entry", "红冲", "reversal"},
    {"entry", "退费", "refund"},
    {"entry", "退款", "refund"},

    {"status", "有效", "active"},
    {"status", "在保", "active"},
    {"status", "到期", "expired"},
    {"status", "已到期", "expired"},
    {"status", "满期", "expired"},
    {"status", "退会", "cancelled"},
    {"status", "已退会", "cancelled"},
    {"status", "退保", "cancelled"},
    {"status", "已退保", "cancelled"},
    {"status", "注销", "cancelled"},
    {"status", "已置换", "swapped_out"},
    {"status", "给付终止", "terminated_by_payout"},
    {"status", "赔付终止", "terminated_by_payout"},
    {"status", "死亡", "dead"},
    {"status", "身故", "dead"},
    {"status", "退休", "retired"},
    {"status", "已退休", "retired"},
    {"status", "报案", "reported"},
    {"status", "已报案", "reported"},
    {"status", "立案", "opened"},
    {"status", "已立案", "opened"},
    {"status", "核定", "approved"},
    {"status", "已核定", "approved"},
    {"status", "重开", "reopened"},
    {"status", "支付", "paid"},
    {"status", "已支付", "paid"},
    {"status", "已给付", "paid"},
    {"status", "结案", "closed"},
    {"status", "已结案", "closed"},
    {"status", "拒付", "rejected"},
    {"status", "已拒付", "rejected"},
    {"status", "拒赔", "rejected"},
    {"status", "撤案", "withdrawn"},
    {"status", "已撤案", "withdrawn"},

    {"cover_status", "有效", "active"},
    {"cover_status", "在保", "active"},
    {"cover_status", "到期", "expired"},
    {"cover_status", "已到期", "expired"},
    {"cover_status", "满期", "expired"},
    {"cover_status", "退会", "cancelled"},
    {"cover_status", "已退会", "cancelled"},
    {"cover_status", "退保", "cancelled"},
    {"cover_status", "已退保", "cancelled"},
    {"cover_status", "注销", "cancelled"},
    {"cover_status", "已置换", "swapped_out"},
    {"cover_status", "给付终止", "terminated_by_payout"},
    {"cover_status", "赔付终止", "terminated_by_payout"},
    {"cover_status", "死亡", "dead"},
    {"cover_status", "身故", "dead"},
    {"cover_status", "退休", "retired"},
    {"cover_status", "已退休", "retired"},

    {"sex", "男", "1"},
    {"sex", "男性", "1"},
    {"sex", "女", "2"},
    {"sex", "女性", "2"},
    {"sex", "未知", "0"},
    {"sex", "未说明", "9"},

    {"id_type", "身份证", "01"},
    {"id_type", "居民身份证", "01"},

    {"med_ins_type", "职工", "310"},
    {"med_ins_type", "职工医保", "310"},
    {"med_ins_type", "城镇职工", "310"},
    {"med_ins_type", "职工基本医疗保险", "310"},
    {"med_ins_type", "居民", "390"},
    {"med_ins_type", "居民医保", "390"},
    {"med_ins_type", "城乡居民", "390"},
    {"med_ins_type", "城镇居民", "390"},
    {"med_ins_type", "城乡居民医保", "390"},
    {"med_ins_type", "城乡居民基本医疗保险", "390"},

    {"ex_gratia", "是", "1"},
    {"ex_gratia", "否", "0"},
    {NULL, NULL, NULL},
};

static bool has_ascii(const char *word)
{
    return (unsigned char)*word < 0x80;
}

static void add(struct hz_recodings *recodings, const char *column, const struct hz_value *values)
{
    for (; values && values->column; values++) {
        if (strcmp(values->column, column) != 0)
            continue;
        recodings->word =
            hz_reallocate(recodings->word, recodings->count + 1, sizeof *recodings->word);
        recodings->word[recodings->count++] =
            (struct hz_recoding){hz_text_of(values->theirs), hz_text_of(values->ours)};
        recodings->is_any |= has_ascii(values->theirs);
    }
}

struct hz_recodings hz_recodings_of(const char *column, const struct hz_value *own)
{
    struct hz_recodings recodings = {0};
    add(&recodings, column, own);
    add(&recodings, column, hz_values);
    return recodings;
}

void hz_recode(const struct hz_recodings *recodings, struct hz_text text[], size_t count)
{
    for (size_t r = 0; r < count; r++) {
        const struct hz_text found = hz_text_trim(text[r]);
        if (found.length == 0 || (!recodings->is_any && has_ascii(found.at)))
            continue;
        for (size_t w = 0; w < recodings->count; w++)
            if (hz_text_equal(found, recodings->word[w].theirs)) {
                text[r] = recodings->word[w].ours;
                break;
            }
    }
}
