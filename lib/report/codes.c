/* codes.c: see codes.h. */

#include "report/codes.h"

#include "base/attr.h"
#include "file/headings.h"

static const struct {
    const char *column, *code, *chinese;
} codes[] = {
    /* hz-growth */
    {"method", "level", "水平法"},
    {"method", "cumulative", "累计法"},
    {"method", "arithmetic", "算术平均"},
    {"method", "simple", "单利法"},
    {"method", "log-linear", "对数线性"},
    {"method", "base-inside", "误含基期"},
    {"definition", "(a[n]/a[0])^(1/n) - 1", "末期与基期之比开 n 次方，减 1"},
    {"definition", "g: sum of (1+g)^i = sum of a[i]/a[0] over 1..n",
     "各期 (1+g)^i 之和等于各期与基期之比的和"},
    {"definition", "mean of a[i]/a[i-1] - 1 over 1..n", "逐期增速的算术平均"},
    {"definition", "(a[n]/a[0] - 1)/n", "总增幅除以 n"},
    {"definition", "exp(slope of log a[i] over 0..n) - 1", "各期对数的回归斜率取指数，减 1"},
    {"series", "amount_wan_yuan", "金额（万元）"},
    /* hz-reserve */
    {"method", "chain-ladder", "链梯法"},
    {"method", "mack", "Mack 法"},
    {"method", "odp", "过度离散泊松"},
    {"method", "gamma", "伽马"},
    {"method", "tweedie", "Tweedie"},
    {"method", "negative-binomial", "负二项"},
    {"method", "clark-ldf", "Clark 进展因子法"},
    {"method", "clark-cape-cod", "Clark Cape Cod 法"},
    {"method", "bornhuetter-ferguson", "B-F 法"},
    {"method", "benktander", "Benktander 法"},
    {"method", "cape-cod", "Cape Cod 法"},
    {"method", "incremental-additive", "增量加法"},
    {"method", "average-cost", "件均法"},
    {"method", "case-development", "估损进展法"},
    {"method", "munich-paid", "慕尼黑（已付）"},
    {"method", "munich-incurred", "慕尼黑（已发生）"},
    {"method", "paid-incurred", "已付已发生法"},
    {"method", "disposal-rate", "结案率法"},
    {"method", "completion", "完成因子法"},
    {"method", "percent-of-paid", "已付比例法"},
    {"method", "expected", "期望赔付法"},
    /* hz-diagnose */
    {"test", "calendar-year", "日历年效应"},
    {"test", "correlation", "因子相关性"},
    {"flag", "decreasing", "累计值下降"},
    {"flag", "outlier", "离群链比"},
    {"flag", "negative", "负值"},
    {"flag", "missing", "缺失"},
    {"flag", "zero", "增量为零"},
    {"flag", "missing-diagonal", "对角线缺失"},
    {"flag", "counts-decreasing", "件数下降"},
    /* what became of records, and hz-check's findings */
    {"records", "read", "读入"},
    {"records", "used", "采用"},
    {"records", "left_out", "不涉及"},
    {"records", "rejected", "剔除"},
    {"severity", "error", "错误"},
    {"severity", "warning", "警告"},
    {"severity", "note", "提示"},
    {"severity", "fixed", "已修正"},
    {"status", "reported", "已报案"},
    {"status", "approved", "已核定"},
    {"status", "paid", "已付"},
    {"status", "closed", "已结案"},
    {"status", "rejected", "拒付"},
    {"status", "reopened", "重开"},
    {"average", "volume", "交易量加权"},
    {"average", "simple", "简单平均"},
    {"average", "regression", "回归"},
    {"average", "constant", "常数"},
    /* hz-audit and hz-selftest */
    {"verdict", "agrees", "一致"},
    {"verdict", "same", "一致"},
    {"verdict", "differs", "不一致"},
    {"verdict", "verdict", "结论"},
    {"verdict", "reproduced", "可重现"},
    {"verdict", "consistent", "相容"},
    {"verdict", "contradicted", "矛盾"},
    {"verdict", "not_derivable", "无法推导"},
    {"verdict", "derived", "推导得出"},
};

struct hz_text hz_code_in_chinese(struct hz_text column, struct hz_text code)
{
    if (hz_text_equal(code, hz_text_of("total")))
        return hz_text_of("合计");
    for (size_t c = 0; c < HZ_COUNT(codes); c++)
        if (hz_text_equal(column, hz_text_of(codes[c].column)) &&
            hz_text_equal(code, hz_text_of(codes[c].code)))
            return hz_text_of(codes[c].chinese);
    const struct hz_heading *heading =
        hz_text_equal(column, hz_text_of("series")) ? hz_heading_of(code) : NULL;
    return heading ? hz_text_of(heading->chinese) : code;
}
