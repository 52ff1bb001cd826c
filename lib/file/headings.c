/* headings.c: see headings.h. */

#include "file/headings.h"

#include "file/header.h"

#include <stdio.h>

/*
 * Where records or small tables have other names for a column (file/columns.c,
 * file/sheet_names.c), the one here is among them or stands for the same.
 */
const struct hz_heading hz_headings[] = {
    /* amounts */
    {"amount", "金额", HZ_HEADING_YUAN},
    {"contribution", "会费", HZ_HEADING_YUAN},
    {"contribution_self", "个人缴费", HZ_HEADING_YUAN},
    {"contribution_unit", "单位缴费", HZ_HEADING_YUAN},
    {"contribution_union", "工会缴费", HZ_HEADING_YUAN},
    {"contribution_government", "财政缴费", HZ_HEADING_YUAN},
    {"contribution_unstated", "未注明缴费", HZ_HEADING_YUAN},
    {"contribution_other", "其他缴费", HZ_HEADING_YUAN},
    {"contribution_per_enrolment", "人次均会费", HZ_HEADING_PLAIN},
    {"earned", "已赚会费", HZ_HEADING_YUAN},
    {"unearned", "未到期会费", HZ_HEADING_YUAN},
    {"latest", "最近累计额", HZ_HEADING_YUAN},
    {"ultimate", "最终额", HZ_HEADING_YUAN},
    {"incurred", "已发生额", HZ_HEADING_YUAN},
    {"paid_ultimate", "已付最终额", HZ_HEADING_YUAN},
    {"incurred_ultimate", "已发生最终额", HZ_HEADING_YUAN},
    {"separate_paid", "单独已付最终额", HZ_HEADING_YUAN},
    {"separate_incurred", "单独已发生最终额", HZ_HEADING_YUAN},
    {"separate_ratio", "单独比率", HZ_HEADING_PLAIN},
    {"assumption", "假设", HZ_HEADING_PLAIN},
    {"ibnr", "未决准备金", HZ_HEADING_YUAN},
    {"se", "标准误", HZ_HEADING_FOLLOWS},
    {"process_se", "过程标准误", HZ_HEADING_FOLLOWS},
    {"parameter_se", "参数标准误", HZ_HEADING_FOLLOWS},
    {"one_year_se", "一年期标准误", HZ_HEADING_YUAN},
    {"remaining_se", "其后标准误", HZ_HEADING_FOLLOWS},
    {"paid", "已付金额", HZ_HEADING_YUAN},
    {"payout", "给付额", HZ_HEADING_YUAN},
    {"discounted", "折现值", HZ_HEADING_YUAN},
    {"expected", "预期值", HZ_HEADING_FOLLOWS},
    {"sd", "标准差", HZ_HEADING_FOLLOWS},
    {"low", "下限", HZ_HEADING_FOLLOWS},
    {"high", "上限", HZ_HEADING_FOLLOWS},
    {"median", "中位数", HZ_HEADING_FOLLOWS},
    {"mean", "均值", HZ_HEADING_FOLLOWS},
    {"mean_error", "均值误差", HZ_HEADING_FOLLOWS},
    {"se_error", "标准误误差", HZ_HEADING_FOLLOWS},
    {"estimate", "估计值", HZ_HEADING_YUAN},
    {"outcome", "实际结果", HZ_HEADING_FOLLOWS},
    {"error", "误差", HZ_HEADING_FOLLOWS},
    {"reserve", "准备金", HZ_HEADING_YUAN},
    {"opening", "期初", HZ_HEADING_FOLLOWS},
    {"closing", "期末", HZ_HEADING_FOLLOWS},
    {"experience", "经验差异", HZ_HEADING_FOLLOWS},
    {"factors", "因子变动", HZ_HEADING_FOLLOWS},
    {"selections", "选定变动", HZ_HEADING_FOLLOWS},
    {"prior", "先验变动", HZ_HEADING_FOLLOWS},
    {"new", "新增", HZ_HEADING_FOLLOWS},
    {"held", "持有准备金", HZ_HEADING_YUAN},
    {"run_off", "流出损益", HZ_HEADING_YUAN},
    {"allocated", "分摊额", HZ_HEADING_YUAN},
    {"mean_payment", "件均互助金", HZ_HEADING_PLAIN},
    {"cost_per_enrolment", "人次均成本", HZ_HEADING_PLAIN},
    {"service_cost", "服务费", HZ_HEADING_YUAN},
    {"ex_gratia_amount", "互济金额", HZ_HEADING_YUAN},
    {"claimed", "申请金额", HZ_HEADING_FOLLOWS},
    {"approved", "核定金额", HZ_HEADING_FOLLOWS},
    {"case_estimate", "未决估损", HZ_HEADING_YUAN},
    {"payable", "应付金额", HZ_HEADING_YUAN},
    {"payable_against", "对照应付金额", HZ_HEADING_YUAN},
    {"difference_against", "对照差额", HZ_HEADING_FOLLOWS},
    {"aid", "互济金", HZ_HEADING_YUAN},
    {"reserve_then", "当时准备金", HZ_HEADING_YUAN},
    {"reserve_now", "现时准备金", HZ_HEADING_YUAN},
    {"emerged", "已显现", HZ_HEADING_PLAIN},
    {"expected_next", "次期预期", HZ_HEADING_FOLLOWS},
    {"actual_next", "次期实际", HZ_HEADING_FOLLOWS},
    {"reserve_without", "剔除后准备金", HZ_HEADING_YUAN},
    {"capital", "资本", HZ_HEADING_YUAN},
    {"capital_margin", "资本成本边际", HZ_HEADING_YUAN},
    {"refund", "应退金额", HZ_HEADING_YUAN},
    {"present", "现值", HZ_HEADING_YUAN},
    {"deposit", "储金", HZ_HEADING_YUAN},
    {"plain", "普通会费", HZ_HEADING_YUAN},
    {"interest", "利息", HZ_HEADING_PLAIN},
    {"net_single", "趸缴净额", HZ_HEADING_YUAN},
    {"price", "价格", HZ_HEADING_PLAIN},
    {"pure", "纯成本", HZ_HEADING_PLAIN},
    {"doubt", "不确定附加", HZ_HEADING_PLAIN},
    {"expenses", "费用", HZ_HEADING_FOLLOWS},
    {"needed", "所需总额", HZ_HEADING_FOLLOWS},
    {"mean_claim", "案均金额", HZ_HEADING_PLAIN},
    {"benefits", "给付总额", HZ_HEADING_YUAN},
    {"short", "不足额", HZ_HEADING_PLAIN},
    {"liability", "负债", HZ_HEADING_YUAN},
    {"owed", "应计负债", HZ_HEADING_YUAN},
    {"lower", "区间下限", HZ_HEADING_PLAIN},
    {"upper", "区间上限", HZ_HEADING_PLAIN},
    {"power", "幂", HZ_HEADING_PLAIN},
    {"numerator", "分子", HZ_HEADING_PLAIN},
    {"denominator", "分母", HZ_HEADING_PLAIN},

    /* people */
    {"enrolments", "参保人次", HZ_HEADING_PERSONS},
    {"persons", "参保人数", HZ_HEADING_PERSONS},
    {"members", "会员数", HZ_HEADING_PERSONS},
    {"payouts", "给付人次", HZ_HEADING_PERSONS},
    {"payments", "给付件数", HZ_HEADING_PERSONS},
    {"beneficiaries", "受益人数", HZ_HEADING_PERSONS},
    {"ex_gratia_payments", "互济件数", HZ_HEADING_PERSONS},
    {"ex_gratia_claims", "互济案件数", HZ_HEADING_PERSONS},
    {"count", "件数", HZ_HEADING_PERSONS},
    {"covers", "保障份数", HZ_HEADING_PERSONS},
    {"renewals", "续保数", HZ_HEADING_PERSONS},
    {"lapses", "失效数", HZ_HEADING_PERSONS},
    {"deaths", "身故数", HZ_HEADING_PERSONS},
    {"units", "份数", HZ_HEADING_PLAIN},
    {"seats", "席位数", HZ_HEADING_PERSONS},
    {"in_force", "有效数", HZ_HEADING_PERSONS},
    {"claims", "案件数", HZ_HEADING_PERSONS},

    /* what a row is */
    {"origin", "出险期", HZ_HEADING_PLAIN},
    {"development", "进展期", HZ_HEADING_PLAIN},
    {"age", "年龄或进展期", HZ_HEADING_PLAIN},
    {"period", "期间", HZ_HEADING_PLAIN},
    {"year", "年份", HZ_HEADING_PLAIN},
    {"month", "月份", HZ_HEADING_PLAIN},
    {"date", "日期", HZ_HEADING_PLAIN},
    {"term", "期限", HZ_HEADING_PLAIN},
    {"plan", "计划", HZ_HEADING_PLAIN},
    {"plan_version", "计划版本", HZ_HEADING_PLAIN},
    {"office", "办事处", HZ_HEADING_PLAIN},
    {"province", "省级代码", HZ_HEADING_PLAIN},
    {"unit_id", "单位代码", HZ_HEADING_PLAIN},
    {"unit_name", "单位名称", HZ_HEADING_PLAIN},
    {"unit_headcount", "职工总数", HZ_HEADING_PLAIN},
    {"line", "行或科目", HZ_HEADING_PLAIN},
    {"column", "列号", HZ_HEADING_PLAIN},
    {"field", "字段", HZ_HEADING_PLAIN},
    {"code", "代码", HZ_HEADING_PLAIN},
    {"severity", "程度", HZ_HEADING_PLAIN},
    {"message", "说明", HZ_HEADING_PLAIN},
    {"item", "项目", HZ_HEADING_PLAIN},
    {"series", "指标", HZ_HEADING_PLAIN},
    {"method", "方法", HZ_HEADING_PLAIN},
    {"model", "模型", HZ_HEADING_PLAIN},
    {"scenario", "情景", HZ_HEADING_PLAIN},
    {"key", "键", HZ_HEADING_PLAIN},
    {"group", "组", HZ_HEADING_PLAIN},
    {"cut", "切去对角线数", HZ_HEADING_PLAIN},
    {"rank", "名次", HZ_HEADING_PLAIN},
    {"state", "状态类型", HZ_HEADING_PLAIN},
    {"level", "水平", HZ_HEADING_PLAIN},
    {"diagonals_ago", "距今对角线数", HZ_HEADING_PLAIN},
    {"diagonal", "对角线", HZ_HEADING_PLAIN},
    {"ago", "前几期", HZ_HEADING_PLAIN},
    {"written", "承保截止", HZ_HEADING_PLAIN},
    {"development_latest", "最近进展期", HZ_HEADING_PLAIN},
    {"base_year", "基期年", HZ_HEADING_PLAIN},
    {"last_year", "末期年", HZ_HEADING_PLAIN},
    {"years", "年数", HZ_HEADING_PLAIN},
    {"name", "姓名", HZ_HEADING_PLAIN},
    {"office_name", "办事处名称", HZ_HEADING_PLAIN},
    {"province_name", "省级名称", HZ_HEADING_PLAIN},
    {"plan_name", "计划名称", HZ_HEADING_PLAIN},
    {"benefit_name", "责任名称", HZ_HEADING_PLAIN},
    {"ci_code_name", "病种名称", HZ_HEADING_PLAIN},
    {"benefit", "责任代码", HZ_HEADING_PLAIN},
    {"tier", "档次", HZ_HEADING_PLAIN},
    {"joint", "联合", HZ_HEADING_PLAIN},
    {"tables", "表", HZ_HEADING_PLAIN},

    /* figures */
    {"value", "数值", HZ_HEADING_PLAIN},
    {"exposure", "风险暴露", HZ_HEADING_PLAIN},
    {"development_to_ultimate", "至最终进展因子", HZ_HEADING_PLAIN},
    {"to_ultimate", "累计进展因子", HZ_HEADING_PLAIN},
    {"factor", "因子", HZ_HEADING_PLAIN},
    {"sigma", "西格玛", HZ_HEADING_PLAIN},
    {"sigma2", "离差参数", HZ_HEADING_PLAIN},
    {"cv", "变异系数", HZ_HEADING_PLAIN},
    {"link_ratio", "链比", HZ_HEADING_PLAIN},
    {"to_factor", "链比与因子之比", HZ_HEADING_PLAIN},
    {"link_ratios", "链比个数", HZ_HEADING_PLAIN},
    {"average", "平均方法", HZ_HEADING_PLAIN},
    {"average_factor", "平均因子", HZ_HEADING_PLAIN},
    {"excluded", "剔除", HZ_HEADING_PLAIN},
    {"alpha", "阿尔法", HZ_HEADING_PLAIN},
    {"rate", "比率", HZ_HEADING_PLAIN},
    {"rate_percent", "年均增幅%", HZ_HEADING_PLAIN},
    {"growth_percent", "增长%", HZ_HEADING_PLAIN},
    {"claimed_rate", "公布增幅", HZ_HEADING_PLAIN},
    {"verdict", "结论", HZ_HEADING_PLAIN},
    {"off_percent", "差距%", HZ_HEADING_PLAIN},
    {"definition", "定义", HZ_HEADING_PLAIN},
    {"share", "占比", HZ_HEADING_PLAIN},
    {"ratio", "比率名", HZ_HEADING_PLAIN},
    {"ratio_residual", "比率残差", HZ_HEADING_PLAIN},
    {"link_residual", "链比残差", HZ_HEADING_PLAIN},
    {"residual", "残差", HZ_HEADING_PLAIN},
    {"standardized", "标准化残差", HZ_HEADING_PLAIN},
    {"standardised", "标准化值", HZ_HEADING_PLAIN},
    {"fitted", "拟合值", HZ_HEADING_PLAIN},
    {"remark", "备注", HZ_HEADING_PLAIN},
    {"note", "附注", HZ_HEADING_PLAIN},
    {"reason", "理由", HZ_HEADING_PLAIN},
    {"reasons", "理由代码", HZ_HEADING_PLAIN},
    {"reason_text", "理由说明", HZ_HEADING_PLAIN},
    {"test", "检验", HZ_HEADING_PLAIN},
    {"statistic", "统计量", HZ_HEADING_PLAIN},
    {"probability", "概率", HZ_HEADING_PLAIN},
    {"variance", "方差", HZ_HEADING_PLAIN},
    {"t", "T统计量", HZ_HEADING_PLAIN},
    {"z", "Z统计量", HZ_HEADING_PLAIN},
    {"small", "偏小个数", HZ_HEADING_PLAIN},
    {"large", "偏大个数", HZ_HEADING_PLAIN},
    {"earlier", "早期个数", HZ_HEADING_PLAIN},
    {"recent", "近期个数", HZ_HEADING_PLAIN},
    {"factor_earlier", "早期因子", HZ_HEADING_PLAIN},
    {"factor_recent", "近期因子", HZ_HEADING_PLAIN},
    {"factor_covariance", "因子协方差", HZ_HEADING_PLAIN},
    {"sigma_earlier", "早期西格玛", HZ_HEADING_PLAIN},
    {"sigma_recent", "近期西格玛", HZ_HEADING_PLAIN},
    {"sigma_probability", "西格玛检验概率", HZ_HEADING_PLAIN},
    {"change", "变动", HZ_HEADING_PLAIN},
    {"flag", "标记", HZ_HEADING_PLAIN},
    {"score", "评分", HZ_HEADING_PLAIN},
    {"percentile", "分位%", HZ_HEADING_PLAIN},
    {"forecasts", "预测数", HZ_HEADING_PLAIN},
    {"refused", "拒绝数或原因", HZ_HEADING_PLAIN},
    {"ks", "科氏统计量", HZ_HEADING_PLAIN},
    {"ks_both", "科氏双侧统计量", HZ_HEADING_PLAIN},
    {"critical", "临界值", HZ_HEADING_PLAIN},
    {"a2", "安德森达令统计量", HZ_HEADING_PLAIN},
    {"within_50", "落入50%区间", HZ_HEADING_PLAIN},
    {"within_80", "落入80%区间", HZ_HEADING_PLAIN},
    {"within_90", "落入90%区间", HZ_HEADING_PLAIN},
    {"within_95", "落入95%区间", HZ_HEADING_PLAIN},
    {"bias", "偏倚", HZ_HEADING_PLAIN},
    {"common", "共同预测数", HZ_HEADING_PLAIN},
    {"crps", "连续排序概率评分", HZ_HEADING_PLAIN},
    {"log_score", "对数评分", HZ_HEADING_PLAIN},
    {"parameter", "参数", HZ_HEADING_PLAIN},
    {"parameters", "参数个数", HZ_HEADING_PLAIN},
    {"from", "自", HZ_HEADING_PLAIN},
    {"origins", "出险期个数", HZ_HEADING_PLAIN},
    {"r2", "决定系数", HZ_HEADING_PLAIN},
    {"covariance", "协方差", HZ_HEADING_PLAIN},
    {"correlation", "相关系数", HZ_HEADING_PLAIN},
    {"intercept", "截距", HZ_HEADING_PLAIN},
    {"skewness", "偏度", HZ_HEADING_PLAIN},
    {"frequency", "频率", HZ_HEADING_PLAIN},
    {"frequency_percent", "给付频率%", HZ_HEADING_PLAIN},
    {"payout_ratio_percent", "赔付率%", HZ_HEADING_PLAIN},
    {"amount_growth", "金额增幅%", HZ_HEADING_PLAIN},
    {"by_enrolments", "人次贡献", HZ_HEADING_PLAIN},
    {"by_frequency", "频率贡献", HZ_HEADING_PLAIN},
    {"by_mean_payment", "件均贡献", HZ_HEADING_PLAIN},
    {"contribution_points", "拉动百分点", HZ_HEADING_PLAIN},
    {"target", "计划数", HZ_HEADING_PLAIN},
    {"completion_percent", "计划完成率%", HZ_HEADING_PLAIN},
    {"gap", "完成差额", HZ_HEADING_PLAIN},
    {"records", "记录去向", HZ_HEADING_PLAIN},
    {"rows", "记录数", HZ_HEADING_PLAIN},
    {"known", "已知值", HZ_HEADING_PLAIN},
    {"difference", "差异", HZ_HEADING_PLAIN},
    {"difference_percent", "差异%", HZ_HEADING_PLAIN},
    {"steady", "稳定增长", HZ_HEADING_PLAIN},
    {"level_method", "水平法", HZ_HEADING_PLAIN},
    {"cumulative_method", "累计法", HZ_HEADING_PLAIN},
    {"published", "公布值", HZ_HEADING_PLAIN},
    {"computed", "计算值", HZ_HEADING_PLAIN},
    {"computed_low", "计算下限", HZ_HEADING_PLAIN},
    {"computed_high", "计算上限", HZ_HEADING_PLAIN},
    {"off", "差距", HZ_HEADING_PLAIN},
    {"source", "来源", HZ_HEADING_PLAIN},
    {"quantity", "数量", HZ_HEADING_PLAIN},
    {"duration_years", "久期年数", HZ_HEADING_PLAIN},
    {"mean_term_years", "平均期限年数", HZ_HEADING_PLAIN},
    {"none", "零给付概率", HZ_HEADING_PLAIN},
    {"chance", "发生概率", HZ_HEADING_PLAIN},
    {"observed", "观测值", HZ_HEADING_PLAIN},
    {"credibility", "可信度", HZ_HEADING_PLAIN},
    {"given", "原值", HZ_HEADING_PLAIN},
    {"incidence", "发生率", HZ_HEADING_PLAIN},
    {"unearned_part", "未到期比例", HZ_HEADING_PLAIN},
    {"yield", "收益率", HZ_HEADING_PLAIN},
    {"kept", "留存", HZ_HEADING_PLAIN},
    {"matured", "到期", HZ_HEADING_PLAIN},
    {"died", "身故", HZ_HEADING_PLAIN},
    {"ended", "实际终止日", HZ_HEADING_PLAIN},
    {"withdrawal", "退会给付", HZ_HEADING_PLAIN},
    {"lambda", "拉姆达", HZ_HEADING_PLAIN},
    {"rho", "相关参数", HZ_HEADING_PLAIN},
    {"pearson", "皮尔逊残差", HZ_HEADING_PLAIN},
    {"within", "区间内", HZ_HEADING_PLAIN},
    {"sum", "合计数", HZ_HEADING_PLAIN},
    {"charge", "收费", HZ_HEADING_PLAIN},
    {"similar", "类似计划", HZ_HEADING_PLAIN},
    {"settlement_rate", "结案率", HZ_HEADING_PLAIN},
    {"adjusted_closed", "调整后结案数", HZ_HEADING_PLAIN},
    {"closed", "结案数", HZ_HEADING_PLAIN},
    {"reopened", "重开数", HZ_HEADING_PLAIN},
    {"reported", "报案数", HZ_HEADING_PLAIN},
    {"open", "未结案数", HZ_HEADING_PLAIN},

    /* records */
    {"claim", "赔案号", HZ_HEADING_PLAIN},
    {"member", "参保编号", HZ_HEADING_PLAIN},
    {"member_id", "会员号", HZ_HEADING_PLAIN},
    {"id_type", "证件类型", HZ_HEADING_PLAIN},
    {"id_no", "证件号码", HZ_HEADING_PLAIN},
    {"sex", "性别", HZ_HEADING_PLAIN},
    {"birth", "出生日期", HZ_HEADING_PLAIN},
    {"phone", "手机号", HZ_HEADING_PLAIN},
    {"bank_account", "银行账号", HZ_HEADING_PLAIN},
    {"address", "联系地址", HZ_HEADING_PLAIN},
    {"occupation", "职业类别", HZ_HEADING_PLAIN},
    {"worker_type", "职工类型", HZ_HEADING_PLAIN},
    {"med_ins_type", "医保类型", HZ_HEADING_PLAIN},
    {"seat_id", "席位号", HZ_HEADING_PLAIN},
    {"replaces", "置换前参保编号", HZ_HEADING_PLAIN},
    {"enter_type", "参保类型", HZ_HEADING_PLAIN},
    {"start", "保障起始日", HZ_HEADING_PLAIN},
    {"end", "保障终止日", HZ_HEADING_PLAIN},
    {"wait_from", "观察期起算日", HZ_HEADING_PLAIN},
    {"entry", "记账类型", HZ_HEADING_PLAIN},
    {"paid_date", "缴费日期", HZ_HEADING_PLAIN},
    {"event", "出险日期", HZ_HEADING_PLAIN},
    {"report", "报案日期", HZ_HEADING_PLAIN},
    {"filed", "立案日期", HZ_HEADING_PLAIN},
    {"decided", "结案日期", HZ_HEADING_PLAIN},
    {"transaction", "支付日期", HZ_HEADING_PLAIN},
    {"status", "案件状态", HZ_HEADING_PLAIN},
    {"cover_status", "参保状态", HZ_HEADING_PLAIN},
    {"reject_reason", "拒付原因", HZ_HEADING_PLAIN},
    {"ex_gratia", "互助互济", HZ_HEADING_PLAIN},
    {"admit", "入院日期", HZ_HEADING_PLAIN},
    {"discharge", "出院日期", HZ_HEADING_PLAIN},
    {"days", "住院天数", HZ_HEADING_PLAIN},
    {"hosp_code", "医院代码", HZ_HEADING_PLAIN},
    {"hosp_level", "医院等级", HZ_HEADING_PLAIN},
    {"diag_icd", "诊断", HZ_HEADING_PLAIN},
    {"ci_code", "病种代码", HZ_HEADING_PLAIN},
    {"dis_grade", "伤残等级", HZ_HEADING_PLAIN},
    {"medfee_sumamt", "医疗费总额", HZ_HEADING_PLAIN},
    {"fulamt_ownpay_amt", "全自费金额", HZ_HEADING_PLAIN},
    {"overlmt_selfpay", "超限价自费费用", HZ_HEADING_PLAIN},
    {"preselfpay_amt", "先行自付金额", HZ_HEADING_PLAIN},
    {"inscp_scp_amt", "符合政策范围金额", HZ_HEADING_PLAIN},
    {"act_pay_dedc", "实际支付起付线", HZ_HEADING_PLAIN},
    {"hifp_pay", "基本医疗保险统筹基金支出", HZ_HEADING_PLAIN},
    {"hifob_pay", "职工大额医疗费用补助基金支出", HZ_HEADING_PLAIN},
    {"hifmi_pay", "居民大病保险资金支出", HZ_HEADING_PLAIN},
    {"hifes_pay", "企业补充医疗保险基金支出", HZ_HEADING_PLAIN},
    {"cvlserv_pay", "公务员医疗补助资金支出", HZ_HEADING_PLAIN},
    {"acct_pay", "个人账户支出", HZ_HEADING_PLAIN},
    {"psn_cash_pay", "个人现金支出", HZ_HEADING_PLAIN},
    {"cover", "保障判定", HZ_HEADING_PLAIN},
    {"by_benefit", "各责任给付", HZ_HEADING_PLAIN},
    {"reject_file", "拒收文件", HZ_HEADING_PLAIN},
    {"reject_line", "拒收行号", HZ_HEADING_PLAIN},
    {"reject_column", "拒收列号", HZ_HEADING_PLAIN},
    {"reject_field", "拒收字段", HZ_HEADING_PLAIN},
    {"reject_code", "拒收代码", HZ_HEADING_PLAIN},
    {"reject_message", "拒收说明", HZ_HEADING_PLAIN},

    /* audits */
    {"manifest", "清单", HZ_HEADING_PLAIN},
    {"program", "程序", HZ_HEADING_PLAIN},
    {"finding", "发现", HZ_HEADING_PLAIN},
    {"first", "第一份", HZ_HEADING_PLAIN},
    {"second", "第二份", HZ_HEADING_PLAIN},
    {"first_line", "第一份行号", HZ_HEADING_PLAIN},
    {"second_line", "第二份行号", HZ_HEADING_PLAIN},
    {"sample_row", "样本行号", HZ_HEADING_PLAIN},
    {"sample_selection", "样本抽取值", HZ_HEADING_PLAIN},
    {"sample_interval", "样本间隔", HZ_HEADING_PLAIN},
    {"sample_stratum", "样本层", HZ_HEADING_PLAIN},
    {"sample_size", "样本量", HZ_HEADING_PLAIN},
    {"sample_population", "总体数", HZ_HEADING_PLAIN},
    {"review", "复核", HZ_HEADING_PLAIN},
    {"sign", "迹象", HZ_HEADING_PLAIN},
    {"digit", "首位数字", HZ_HEADING_PLAIN},
    {"apart", "相差", HZ_HEADING_PLAIN},
    {"freedom", "自由度", HZ_HEADING_PLAIN},
    {"own", "本组", HZ_HEADING_PLAIN},
    {"collective", "集体均值", HZ_HEADING_PLAIN},
    {NULL, NULL, HZ_HEADING_PLAIN},
};

const struct hz_heading *hz_heading_of(struct hz_text name)
{
    for (const struct hz_heading *h = hz_headings; h->name; h++)
        if (hz_text_equal(name, hz_text_of(h->name)))
            return h;
    return NULL;
}

struct hz_text hz_heading_sense(struct hz_text name, struct hz_text before)
{
    static const char *const figures[] = {"amount", "value", "error"};
    for (size_t f = 0; f < HZ_COUNT(figures); f++)
        if (hz_text_equal(name, hz_text_of("origin")) &&
            hz_text_equal(before, hz_text_of(figures[f])))
            return hz_text_of("source");
    return name;
}

const struct hz_heading *hz_heading_in_chinese(struct hz_text heading)
{
    enum {
        SIGN = 3
    }; /* bytes of a Chinese one, whose first may be T or t: each cell is looked up */
    char folded[HZ_HEADER_NAME];
    const size_t length = hz_header_fold(heading, folded, sizeof folded);
    if (length < SIGN)
        return NULL;
    for (const struct hz_heading *h = hz_headings; h->name; h++)
        if (memcmp(folded + 1, h->chinese + 1, SIGN - 1) == 0 &&
            hz_header_same(heading, hz_text_of(h->chinese)))
            return h;
    return NULL;
}

/* Names of a number, "q99.5_error": what stands before and behind it, in both languages. */
static const struct {
    const char *before, *behind, *chinese;
} numbered[] = {{"q", "_error", "%分位数误差"}, {"q", "", "%分位数"}, {"margin", "", "%边际"}};

/* The number in a name, if it is of this form. */
static bool find_number(struct hz_text name, const char *before, const char *behind,
                        struct hz_text *number)
{
    const size_t from = strlen(before), tail = strlen(behind);
    if (name.length <= from + tail || memcmp(name.at, before, from) != 0 ||
        memcmp(name.at + name.length - tail, behind, tail) != 0)
        return false;
    *number = (struct hz_text){name.at + from, name.length - from - tail};
    for (size_t i = 0; i < number->length; i++)
        if (hz_digit(number->at[i]) > 9 && (number->at[i] != '.' || i == 0))
            return false;
    return true;
}

enum hz_heading_unit hz_heading_unit_of(struct hz_text name)
{
    const struct hz_heading *heading = hz_heading_of(name);
    struct hz_text number;
    for (size_t n = 0; n < HZ_COUNT(numbered) && !heading; n++)
        if (find_number(name, numbered[n].before, numbered[n].behind, &number))
            return HZ_HEADING_FOLLOWS;
    return heading ? heading->unit : HZ_HEADING_PLAIN;
}

static const struct {
    int zeros;
    bool of_people;
    const char *sign;
} units[] = {{4, false, "(万元)"}, {8, false, "(亿元)"}, {4, true, "(万)"}, {8, true, "(亿)"}};

void hz_heading_print(struct hz_text name, bool is_chinese, int zeros, struct hz_buffer *out)
{
    const struct hz_heading *heading = is_chinese ? hz_heading_of(name) : NULL;
    const enum hz_heading_unit unit = hz_heading_unit_of(name);
    struct hz_text number;
    bool is_numbered = false;
    for (size_t n = 0; n < HZ_COUNT(numbered) && is_chinese && !heading && !is_numbered; n++) {
        is_numbered = find_number(name, numbered[n].before, numbered[n].behind, &number);
        if (is_numbered)
            hz_buffer_format(out, "%.*s%s", HZ_TEXT_ARGS(number), numbered[n].chinese);
    }
    if (heading)
        hz_buffer_string(out, heading->chinese);
    else if (!is_numbered)
        hz_buffer_text(out, name);
    for (size_t u = 0; u < HZ_COUNT(units); u++)
        if (units[u].zeros == zeros && units[u].of_people == (unit == HZ_HEADING_PERSONS))
            hz_buffer_string(out, units[u].sign);
}

static bool ends_in(struct hz_text text, const char *end, struct hz_text *rest)
{
    const size_t tail = strlen(end);
    if (text.length <= tail || memcmp(text.at + text.length - tail, end, tail) != 0)
        return false;
    *rest = (struct hz_text){text.at, text.length - tail};
    return true;
}

bool hz_heading_read(struct hz_text header, struct hz_arena *arena, struct hz_text *name,
                     int *zeros)
{
    char folded[HZ_HEADER_NAME], made[HZ_HEADER_NAME];
    struct hz_text text = {folded, hz_header_fold(header, folded, sizeof folded)}, number;
    bool has_unit = false;
    *zeros = 0;
    for (size_t u = 0; u < HZ_COUNT(units) && !has_unit; u++) {
        has_unit = ends_in(text, units[u].sign, &text);
        if (has_unit)
            *zeros = units[u].zeros;
    }
    const struct hz_heading *heading = hz_heading_in_chinese(text);
    if (!heading && has_unit)
        heading = hz_heading_of(text);
    for (size_t n = 0; n < HZ_COUNT(numbered) && !heading; n++)
        if (find_number(text, "", numbered[n].chinese, &number) ||
            (has_unit && find_number(text, numbered[n].before, numbered[n].behind, &number))) {
            const int length = snprintf(made, sizeof made, "%s%.*s%s", numbered[n].before,
                                        HZ_TEXT_ARGS(number), numbered[n].behind);
            *name = hz_arena_text(arena, (struct hz_text){made, (size_t)length});
            return true;
        }
    if (heading)
        *name = hz_text_of(heading->name);
    return heading && !(has_unit && heading->unit == HZ_HEADING_PLAIN);
}

/* 万元, 亿, 人次: the zeros that a unit takes away; -1: it is none. */
static int zeros_of(struct hz_text unit)
{
    static const char *const counted[] = {"", "元", "人次", "人", "件", "份", "例", "次"};
    static const struct {
        const char *sign;
        int zeros;
    } multiples[] = {{"", 0}, {"千", 3}, {"万", 4}, {"百万", 6}, {"亿", 8}};
    char text[HZ_HEADER_NAME];
    for (size_t m = 0; m < HZ_COUNT(multiples) && unit.length > 0; m++)
        for (size_t c = 0; c < HZ_COUNT(counted); c++) {
            snprintf(text, sizeof text, "%s%s", multiples[m].sign, counted[c]);
            if (hz_text_equal(unit, hz_text_of(text)))
                return multiples[m].zeros;
        }
    return -1;
}

bool hz_heading_split(struct hz_text header, struct hz_arena *arena, struct hz_text *name,
                      int *zeros)
{
    char folded[HZ_HEADER_NAME];
    struct hz_text text = {folded, hz_header_fold(header, folded, sizeof folded)};
    const bool is_closed = ends_in(text, ")", &text);
    for (size_t at = text.length; at-- > 1;)
        if (strchr(is_closed ? "(" : "_/:", text.at[at])) {
            *zeros = zeros_of((struct hz_text){text.at + at + 1, text.length - at - 1});
            *name = hz_arena_text(arena, (struct hz_text){text.at, at});
            return *zeros >= 0;
        }
    return false;
}

bool hz_heading_has_other_unit(struct hz_text header)
{
    char folded[HZ_HEADER_NAME];
    struct hz_text text = {folded, hz_header_fold(header, folded, sizeof folded)}, rest;
    for (size_t u = 0; u < HZ_COUNT(units); u++)
        if (ends_in(text, units[u].sign, &rest))
            return true;
    return false;
}
