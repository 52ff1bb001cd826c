/* words.c: see words.h. */

#include "report/words.h"

#include "base/attr.h"

const char *const hz_report_languages[] = {"en", "zh", NULL};
const char *const hz_report_units[] = {"yuan", "wan", "yi", "none", NULL};

static const char *const words[HZ_WORDS][2] = {
    [HZ_WORD_CONTENTS] = {"Contents", "目录"},
    [HZ_WORD_PROOF_OF] = {"Definition, commands and inputs", "口径、计算命令与数据来源"},
    [HZ_WORD_PROOF_OF_QUOTED] = {"Definition, commands and inputs of figures that the text quotes",
                                 "正文所引数字的口径、计算命令与数据来源"},
    [HZ_WORD_DEFINITION] = {"Definition", "口径"},
    [HZ_WORD_SOURCE] = {"Source of the method", "方法依据"},
    [HZ_WORD_COMMANDS] = {"Commands", "计算命令"},
    [HZ_WORD_INPUTS] = {"Inputs and their SHA-256 digests", "输入文件及其 SHA-256 摘要"},
    [HZ_WORD_FILE] = {"File", "文件"},
    [HZ_WORD_TAKEN_AS] = {"Read as", "用途"},
    [HZ_WORD_BYTES] = {"Bytes", "字节数"},
    [HZ_WORD_RANK] = {"Rank", "位次"},
    [HZ_WORD_NO_PICTURE] = {"No picture", "无图"},
    [HZ_WORD_PROOFS] = {"How to prove this report", "本报告的验证"},
    [HZ_WORD_PROOFS_NOTE] =
        {"Below are the description of this report and the manifest of each command that was run. "
         "With the same input files in place, this command, in the folder of the description, runs "
         "all of them again and compares every figure. Pictures are drawn again, too; another "
         "version of gnuplot draws them otherwise, which is told:",
         "以下为本报告的描述文件及每条计算命令的运行凭证。输入文件齐备时，在描述文件所在目录运行下"
         "列"
         "命令，即可全部重新计算并逐一核对全部数字；图亦重新绘制，gnuplot 版本不同则图有不同，并予"
         "说明："},
    [HZ_WORD_DESCRIPTION] = {"Description of the report", "报告描述文件"},
    [HZ_WORD_SIGNATURE] = {"Signature", "签字"},
    [HZ_WORD_DATE] = {"Date", "日期"},
    [HZ_WORD_UNIT] = {"Amounts in", "金额单位："},
    [HZ_WORD_READ] = {"Records read", "读入记录"},
    [HZ_WORD_REJECTED] = {"rejected", "剔除"},
    [HZ_WORD_LEFT_OUT] = {"not concerned", "不涉及"},
    [HZ_WORD_NO_ROWS] = {"The table has no rows.", "本表无数据。"},
    [HZ_WORD_FOOTNOTE] = {"Parts may not add up to totals, since each figure is rounded by itself.",
                          "各数均单独四舍五入，分项之和与合计可能略有差异。"},
    [HZ_WORD_RECORDS] = {"Records", "记录"},
    [HZ_WORD_SHEET_PROOF] = {"commands and inputs", "计算命令与数据来源"},
    [HZ_WORD_SHEET_DEFINITIONS] = {"definitions", "口径与方法依据"},
    [HZ_WORD_TABLE] = {"Table", "表"},
    [HZ_WORD_PICTURE] = {"Figure", "图"},
    [HZ_WORD_PICTURE_OF] = {"Picture of table", "图示："},
    [HZ_WORD_ROLE] = {"Role", "职责"},
    [HZ_WORD_MANIFEST] = {"Manifest", "运行凭证"},
    [HZ_WORD_ROWS] = {"Rows", "行数"},
};

const char *hz_report_word(enum hz_report_language language, enum hz_report_word word)
{
    return words[word][language];
}

const char *hz_report_unit_name(enum hz_report_language language, enum hz_report_unit unit)
{
    static const char *const names[][2] = {
        {"yuan", "元"}, {"ten thousand yuan", "万元"}, {"hundred million yuan", "亿元"}, {"", ""}};
    return names[unit][language];
}
