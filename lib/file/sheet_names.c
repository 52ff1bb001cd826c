/* sheet_names.c: see sheet_names.h. huzhu(7) lists them. */

#include "file/sheet_names.h"

#include "file/header.h"

const struct hz_sheet_name hz_sheet_names[] = {
    {"年份", "year", false},
    {"年度", "year", false},
    {"年", "year", false},
    {"统计年", "year", false},
    {"统计年度", "year", false},
    {"统计年份", "year", false},
    {"会计年度", "year", false},
    {"财务年度", "year", false},
    {"自然年", "year", false},
    {"自然年度", "year", false},
    {"参保人次", "enrolments", true},
    {"参保人次数", "enrolments", true},
    {"参保数", "enrolments", true},
    {"给付人次", "payouts", true},
    {"给付人次数", "payouts", true},
    {"给付数", "payouts", true},
    {"赔付人次", "payouts", true},
    {"赔付件数", "payouts", true},
    {"受益人次", "payouts", true},
    {"受助人次", "payouts", true},
    {"给付金额", "amount", true},
    {"赔付金额", "amount", true},
    {"赔付总额", "amount", true},
    {"互助金", "amount", true},
    {"互助金额", "amount", true},
    {"互助金给付额", "amount", true},
    {"会费", "contribution", true},
    {"会费收入", "contribution", true},
    {"会费合计", "contribution", true},
    {"会费总额", "contribution", true},
    {"缴费金额", "contribution", true},
    {"目标", "target", false},
    {"目标数", "target", false},
    {"计划数", "target", false},

    {"事故年", "origin", false},
    {"事故年度", "origin", false},
    {"事故年份", "origin", false},
    {"出险年", "origin", false},
    {"出险年度", "origin", false},
    {"出险年份", "origin", false},
    {"起始期", "origin", false},
    {"发展年", "development", false},
    {"发展年度", "development", false},
    {"发展年份", "development", false},
    {"发展期", "development", false},
    {"进展年", "development", false},
    {"进展年份", "development", false},
    {"进展期", "development", false},
    {"累计金额", "value", false},
    {"累计赔款", "value", false},
    {"累计赔付金额", "value", false},
    {"累计给付额", "value", false},
    {"累计给付金额", "value", false},
    {"数值", "value", false},
    {"风险暴露", "exposure", false},
    {"风险暴露数", "exposure", false},
    {"期间", "period", false},
    {"计划", "plan", false},
    {"办事处", "office", false},
    {NULL, NULL, false},
};

const struct hz_sheet_name *hz_sheet_name(struct hz_text header)
{
    char folded[HZ_HEADER_NAME];
    const size_t length = hz_header_fold(header, folded, sizeof folded);
    /* They stand here as they are folded (tests/unit/test_sheet.c): each cell is looked up. */
    for (const struct hz_sheet_name *name = hz_sheet_names; name->theirs; name++)
        if (hz_text_equal((struct hz_text){folded, length}, hz_text_of(name->theirs)))
            return name;
    return NULL;
}
