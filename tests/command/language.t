The language of what is said is chosen by --lang, whatever locales the machine has; without it, by the
names in the environment, which need not be installed:

  $ hz-growth --lang zh missing.csv
  hz-growth: missing.csv: 无法打开: 没有这个文件或目录
  [3]
  $ LC_ALL=C hz-growth --lang=zh missing.csv
  hz-growth: missing.csv: 无法打开: 没有这个文件或目录
  [3]
  $ for names in LC_ALL=zh_CN.UTF-8 LC_ALL=zh LC_MESSAGES=zh_CN LANG=zh_Hans.UTF-8 'LANG=fr LANGUAGE=fr:zh_CN:en'; do
  > env -u LC_ALL $names hz-growth missing.csv; done
  hz-growth: missing.csv: 无法打开: 没有这个文件或目录
  hz-growth: missing.csv: 无法打开: 没有这个文件或目录
  hz-growth: missing.csv: 无法打开: 没有这个文件或目录
  hz-growth: missing.csv: 无法打开: 没有这个文件或目录
  hz-growth: missing.csv: 无法打开: 没有这个文件或目录
  [3]
  $ for names in LC_ALL=C 'LC_ALL=C.UTF-8 LANGUAGE=zh_CN' 'LC_ALL=en_US.UTF-8 LANG=zh_CN.UTF-8' 'LANG=zh_CN LANGUAGE=en' LANG=zhx; do
  > env -u LC_ALL $names hz-growth missing.csv; done
  hz-growth: missing.csv: cannot open: No such file or directory
  hz-growth: missing.csv: cannot open: No such file or directory
  hz-growth: missing.csv: cannot open: No such file or directory
  hz-growth: missing.csv: cannot open: No such file or directory
  hz-growth: missing.csv: cannot open: No such file or directory
  [3]
  $ LC_ALL=zh_CN.UTF-8 hz-growth --lang en missing.csv
  hz-growth: missing.csv: cannot open: No such file or directory
  [3]

What is wrong with the command line is said in it too:

  $ hz-growth --nothing --lang zh
  hz-growth: 没有选项 --nothing
  请试：hz-growth --help
  [2]
  $ hz-growth --lang fr
  hz-growth: --lang: "fr" is none of: en, zh
  try: hz-growth --help
  [2]

Numbers, columns and codes are the same:

  $ printf 'year,amount\n2017,1\n2018,1234.5\n' >years.csv
  $ hz-growth --lang zh years.csv | cmp - <(hz-growth years.csv) && echo the same
  the same

A catalogue that is missing or damaged is an error where Chinese was asked for, and told where it is the
locale's:

  $ mkdir -p there/bin there/share/locale/zh_CN/LC_MESSAGES
  $ cp "$(command -v hz-growth)" there/bin
  $ there/bin/hz-growth --lang zh years.csv 2>&1 | sed 's: /.*/: …/:'; echo ${PIPESTATUS[0]}
  hz-growth: …/huzhu.mo: cannot open: No such file or directory
  3
  $ LC_ALL=zh_CN.UTF-8 there/bin/hz-growth --method level years.csv 2>&1 | sed 's: /.*/: …/:'
  hz-growth: …/huzhu.mo: cannot open: No such file or directory; going on in English
  series,method,base_year,last_year,years,rate_percent
  amount,level,2017,2018,1,123350.0000
  $ printf 'nothing of the kind, but long enough to be one' >there/share/locale/zh_CN/LC_MESSAGES/huzhu.mo
  $ there/bin/hz-growth --lang zh years.csv 2>&1 | sed 's: /.*/: …/:'; echo ${PIPESTATUS[0]}
  hz-growth: …/huzhu.mo: is no catalogue of sentences: install huzhu again
  3

Damaged anywhere, it is refused or read, and nothing crashes:

  $ mo="$(dirname "$(command -v hz-growth)")"/../share/locale/zh_CN/LC_MESSAGES/huzhu.mo
  $ size=$(stat -c %s "$mo")
  $ for length in 4 27 28 40 300 $((size / 2)) $((size - 9)); do
  > head -c $length "$mo" >there/share/locale/zh_CN/LC_MESSAGES/huzhu.mo
  > there/bin/hz-growth --lang zh years.csv 2>&1 >/dev/null | sed 's/.*huzhu.mo: //'; done
  is no catalogue of sentences: install huzhu again
  is no catalogue of sentences: install huzhu again
  is no catalogue of sentences: install huzhu again
  is no catalogue of sentences: install huzhu again
  is no catalogue of sentences: install huzhu again
  is no catalogue of sentences: install huzhu again
  is no catalogue of sentences: install huzhu again

The language is in the manifest, and a run is repeated in it:

  $ hz-growth --lang zh --manifest run.json years.csv >/dev/null
  $ grep language run.json
    "language": "zh",
      "language": "26ab4b495289822b020a3c647c67e78b2875f715285637462e849f4f947e7f62",
  $ hz-audit verify run.json | cut -d, -f2-4
  program,item,verdict
  hz-growth,input years.csv (operand),same
  hz-growth,output result,same

Every option of every command is explained in Chinese, and what the command is for:

  $ for command in $(compgen -c hz- | sort -u); do "$command" --lang zh --help | LC_ALL=C awk -v command="$command" '
  > NR == 2 && !/[\200-\377]/ { print command ": " $0 }
  > is_next { is_next = 0; if (!/[\200-\377]/) print command ": " option }
  > /^  (-[A-Za-z], |    )--/ { option = $0; text = substr($0, 31); if (length($0) < 31 || substr($0, 30, 1) != " ") is_next = 1
  > else if (text !~ /[\200-\377]/) print command ": " $0 }'; done

So are findings, and verdicts:

  $ printf 'member,plan,start,end,contribution\nM1,a,2024-02-30,2024-12-31,3x\n' | hz-check --lang zh members 2>&1 >/dev/null | head -n 2
  hz-check: <stdin>:2:28: contribution: "3x" 不是金额：应为以元计的普通数字，如 1234.50
  hz-check：读入 1 行 = 采用 0 + 不计 0 + 拒收 1 (bad_money 1)
  $ printf 'origin,development,value\n1,1,5\n1,2,6\n1,3,7\n2,1,4\n2,2,6\n3,1,5\n' | hz-diagnose --lang zh --back-test
  diagonals_ago,reserve_then,emerged,reserve_now,run_off,expected_next,actual_next,verdict
  1,0.80,2.00,0.00,-1.20,0.80,2.00,偏低
