/*
 * columns.c: see columns.h. The table is the single source: the one in huzhu-records(5) follows it.
 * Amounts of the national medical-insurance interface keep its names, which therefore are no
 * aliases.
 */

#include "file/columns.h"

#include "base/memory.h"
#include "base/nearest.h"
#include "file/header.h"
#include "file/headings.h"

#include <stdlib.h>

const struct hz_column_alias hz_column_aliases[] = {
    {"enroll_id", "member"},
    {"policy_no", "member"},
    {"参保编号", "member"},
    {"保单号", "member"},
    {"会员号", "member_id"},
    {"plan_code", "plan"},
    {"计划", "plan"},
    {"计划代码", "plan"},
    {"plan_ver", "plan_version"},
    {"计划版本", "plan_version"},
    {"office_code", "office"},
    {"办事处", "office"},
    {"办事处代码", "office"},
    {"省级代码", "province"},
    {"单位代码", "unit_id"},
    {"单位名称", "unit_name"},
    {"职工总数", "unit_headcount"},
    {"psn_cert_type", "id_type"},
    {"证件类型", "id_type"},
    {"certno", "id_no"},
    {"证件号码", "id_no"},
    {"身份证号", "id_no"},
    {"身份证号码", "id_no"},
    {"psn_name", "name"},
    {"姓名", "name"},
    {"tel", "phone"},
    {"mob", "phone"},
    {"手机号", "phone"},
    {"手机号码", "phone"},
    {"联系电话", "phone"},
    {"bankacct", "bank_account"},
    {"银行账号", "bank_account"},
    {"银行卡号", "bank_account"},
    {"addr", "address"},
    {"住址", "address"},
    {"联系地址", "address"},
    {"gend", "sex"},
    {"性别", "sex"},
    {"brdy", "birth"},
    {"birth_date", "birth"},
    {"出生日期", "birth"},
    {"occ_class", "occupation"},
    {"职业类别", "occupation"},
    {"职工类型", "worker_type"},
    {"insutype", "med_ins_type"},
    {"医保类型", "med_ins_type"},
    {"shares", "units"},
    {"份数", "units"},
    {"席位号", "seat_id"},
    {"置换前参保编号", "replaces"},
    {"参保类型", "enter_type"},

    {"start_date", "start"},
    {"保障起", "start"},
    {"保障起始日", "start"},
    {"保障起始日期", "start"},
    {"保障开始日期", "start"},
    {"生效日", "start"},
    {"生效日期", "start"},
    {"end_date", "end"},
    {"保障止", "end"},
    {"保障终止日", "end"},
    {"保障终止日期", "end"},
    {"保障结束日期", "end"},
    {"到期日", "end"},
    {"到期日期", "end"},
    {"观察期起算日", "wait_from"},
    {"观察期起算日期", "wait_from"},
    {"ended_date", "ended"},
    {"退会日", "ended"},
    {"退会日期", "ended"},
    {"退保日", "ended"},
    {"退保日期", "ended"},
    {"实际终止日", "ended"},
    {"实际终止日期", "ended"},
    {"entry_type", "entry"},
    {"记账类型", "entry"},
    {"contrib_total", "contribution"},
    {"会费", "contribution"},
    {"会费合计", "contribution"},
    {"缴费金额", "contribution"},
    {"contrib_self", "contribution_self"},
    {"个人缴费", "contribution_self"},
    {"contrib_unit", "contribution_unit"},
    {"单位缴费", "contribution_unit"},
    {"contrib_union", "contribution_union"},
    {"工会缴费", "contribution_union"},
    {"contrib_gov", "contribution_government"},
    {"财政缴费", "contribution_government"},
    {"缴费日", "paid_date"},
    {"缴费日期", "paid_date"},
    {"储金", "deposit"},
    {"储金金额", "deposit"},
    {"应退金额", "refund"},
    {"退还金额", "refund"},
    {"退还储金", "refund"},

    {"claim_id", "claim"},
    {"claim_no", "claim"},
    {"赔案号", "claim"},
    {"案件号", "claim"},
    {"责任代码", "benefit"},
    {"event_date", "event"},
    {"出险日", "event"},
    {"出险日期", "event"},
    {"确诊日", "event"},
    {"确诊日期", "event"},
    {"report_date", "report"},
    {"报案日", "report"},
    {"报案日期", "report"},
    {"file_date", "filed"},
    {"立案日", "filed"},
    {"立案日期", "filed"},
    {"decide_date", "decided"},
    {"结案日", "decided"},
    {"结案日期", "decided"},
    {"transaction_date", "transaction"},
    {"pay_date", "transaction"},
    {"支付日", "transaction"},
    {"支付日期", "transaction"},
    {"给付日期", "transaction"},
    {"claimed_amt", "claimed"},
    {"申请金额", "claimed"},
    {"approved_amt", "approved"},
    {"核定金额", "approved"},
    {"paid_amt", "paid"},
    {"已付金额", "paid"},
    {"支付金额", "paid"},
    {"给付金额", "paid"},
    {"case_reserve", "case_estimate"},
    {"未决估计", "case_estimate"},
    {"未决估损", "case_estimate"},
    {"状态", "status"},
    {"案件状态", "status"},
    {"参保状态", "cover_status"},
    {"保障状态", "cover_status"},
    {"拒付原因", "reject_reason"},
    {"aid_flag", "ex_gratia"},
    {"互助互济", "ex_gratia"},
    {"入院日期", "admit"},
    {"出院日期", "discharge"},
    {"住院天数", "days"},
    {"fixmedins_code", "hosp_code"},
    {"医院代码", "hosp_code"},
    {"hosp_lv", "hosp_level"},
    {"医院等级", "hosp_level"},
    {"诊断", "diag_icd"},
    {"病种代码", "ci_code"},
    {"伤残等级", "dis_grade"},
    {"服务费", "service_cost"},
    {"服务费用", "service_cost"},
    {"服务成本", "service_cost"},
    {"政策范围内个人负担", "inscope_selfpay"},
    {"政策范围内自付", "inscope_selfpay"},
    {"个人负担总额", "total_selfpay"},
    {"个人负担合计", "total_selfpay"},

    {"日期", "date"},
    {"记账日期", "date"},
    {"项目", "item"},
    {"科目", "item"},
    {"金额", "amount"},

    {"医疗费总额", "medfee_sumamt"},
    {"全自费金额", "fulamt_ownpay_amt"},
    {"超限价自费", "overlmt_selfpay"},
    {"超限价自费费用", "overlmt_selfpay"},
    {"先行自付", "preselfpay_amt"},
    {"先行自付金额", "preselfpay_amt"},
    {"符合政策范围金额", "inscp_scp_amt"},
    {"实际支付起付线", "act_pay_dedc"},
    {"统筹基金支出", "hifp_pay"},
    {"基本医疗保险统筹基金支出", "hifp_pay"},
    {"职工大额医疗费用补助基金支出", "hifob_pay"},
    {"居民大病保险资金支出", "hifmi_pay"},
    {"企业补充医疗保险基金支出", "hifes_pay"},
    {"公务员医疗补助资金支出", "cvlserv_pay"},
    {"个人账户支出", "acct_pay"},
    {"个人现金支出", "psn_cash_pay"},
    {NULL, NULL},
};

/* Columns of tables, and of records that have no other name. */
static const char *const tables[] = {
    "age",           "amount",       "amount_wan_yuan",
    "as_of",         "benefits",     "claims",
    "closed",        "contribution", "count",
    "cover",         "covers",       "cv",
    "date",          "deposit",      "development",
    "diagonals_ago", "end",          "enrolments",
    "estimate",      "event",        "expected",
    "exposure",      "factor",       "from",
    "high",          "ibnr",         "incurred",
    "index",         "item",         "key",
    "latest",        "level",        "line",
    "low",           "mean",         "measure",
    "method",        "month",        "name",
    "office",        "open",         "opening",
    "origin",        "outcome",      "paid",
    "payable",       "payments",     "payouts",
    "period",        "persons",      "plan",
    "premium",       "province",     "published",
    "qualifier",     "quantity",     "quarter",
    "rate",          "ratio",        "refund",
    "renewals",      "reserve",      "scenario",
    "scope",         "se",           "series",
    "sex",           "sigma",        "source",
    "start",         "status",       "table",
    "term",          "time",         "to",
    "to_ultimate",   "total",        "transaction",
    "ultimate",      "unearned",     "unit",
    "units",         "value",        "valuation",
    "weight",        "written",      "year",
    "years",         NULL,
};

static size_t distance(struct hz_text header, const char *name)
{
    return hz_nearest_distance(header, hz_text_of(name));
}

bool hz_column_may_be_shown(struct hz_text header, const char *missing)
{
    char folded[HZ_HEADER_NAME];
    /* Signs that one does not see make no distance. */
    header = (struct hz_text){folded, hz_header_fold(header, folded, sizeof folded)};
    const size_t most = header.length / 3;
    for (const struct hz_column_alias *a = hz_column_aliases; a->alias; a++)
        if (distance(header, a->alias) <= most || distance(header, a->canonical) <= most)
            return header.length > 0;
    for (const char *const *name = tables; *name; name++)
        if (distance(header, *name) <= most)
            return header.length > 0;
    return distance(header, missing) <= most && header.length > 0;
}

void hz_column_list(const struct hz_text header[], size_t fields, const char *missing,
                    struct hz_buffer *out)
{
    struct hz_text *shown = hz_allocate(fields, sizeof *shown);
    size_t shows = 0;
    for (size_t f = 0; f < fields; f++)
        if (hz_column_may_be_shown(header[f], missing) || hz_text_has_number(header[f]))
            shown[shows++] = header[f];
    hz_header_list(shown, shows, fields - shows, missing, out);
    free(shown);
}

const char *hz_column_canonical(struct hz_text header)
{
    char folded[HZ_HEADER_NAME];
    const struct hz_text wanted = {folded, hz_header_fold(header, folded, sizeof folded)};
    for (const struct hz_column_alias *a = hz_column_aliases; a->alias; a++)
        if (wanted.length > 0 && *a->alias == *folded &&
            hz_text_equal(wanted, hz_text_of(a->alias)))
            return a->canonical;
    const struct hz_heading *heading = hz_heading_in_chinese(header);
    return heading && hz_column_is_canonical(hz_text_of(heading->name)) ? heading->name : NULL;
}

bool hz_column_is_canonical(struct hz_text header)
{
    char folded[HZ_HEADER_NAME];
    const struct hz_text wanted = {folded, hz_header_fold(header, folded, sizeof folded)};
    for (const struct hz_column_alias *a = hz_column_aliases; a->alias; a++)
        if (hz_text_equal(wanted, hz_text_of(a->canonical)))
            return true;
    return false;
}

bool hz_column_is_personal(const char *name)
{
    static const char *const personal[] = {"member",  "member_id", "id_no",   "name",
                                           "sex",     "birth",     "phone",   "bank_account",
                                           "address", "seat_id",   "replaces"};
    for (size_t p = 0; p < HZ_COUNT(personal); p++)
        if (strcmp(personal[p], name) == 0)
            return true;
    return false;
}
