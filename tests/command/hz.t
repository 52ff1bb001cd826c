hz: the commands under one name.

Every command is listed, once, with its summary, and starts:

  $ cp "$ROOT"/data/published/raa.csv .
  $ hz | sed -n 's/^  \([a-z]\)/\1/p' | while read -r name summary; do hz $name --help 2>&1 | grep -qxF "$summary" && echo "hz-$name"; done >listed
  $ ls "$ROOT"/cmd/*/hz-*.c | sed 's|.*/||;s/\.c$//' | sort | cmp - <(sort listed) && echo all
  all
  $ cmp <(hz reserve --method mack raa.csv) <(hz-reserve --method mack raa.csv) && echo same
  same
  $ hz hz-reserve --version; hz --version | sed 's/[0-9.]*$/VERSION/'
  hz-reserve (huzhu) 0.1.0
  hz (huzhu) VERSION
  $ hz reserve nothing.csv
  hz-reserve: nothing.csv: cannot open: No such file or directory
  [3]

A page opens without an installation:

  $ hz help reserve | sed 's/.\x08//g' | grep -q 'hz-reserve' && echo opened
  opened
  $ hz help huzhu-plan | sed 's/.\x08//g' | grep -q 'plan definitions' && echo opened
  opened
  $ hz help huzhu-plans
  hz: there is no command "huzhu-plans": hz lists them
  [2]

It is the Chinese one where that is the language, and the English one where there is none:

  $ hz help hz --lang zh | grep -o 全部命令的总入口
  全部命令的总入口
  $ LC_ALL=zh_CN.UTF-8 hz help hz | grep -o 全部命令的总入口
  全部命令的总入口
  $ hz help --lang=zh hz | grep -o 全部命令的总入口
  全部命令的总入口
  $ hz help hz | sed 's/.\x08//g' | grep -o 'the commands of huzhu under one name'
  the commands of huzhu under one name
  $ hz help munich --lang zh | sed 's/.\x08//g' | grep -q hz-munich && echo opened
  opened

The nearest name is told:

  $ hz help reserv
  hz: there is no command "reserv": did you mean reserve?
  [2]
  $ hz triangel --help
  hz: there is no command "triangel": did you mean triangle?
  [2]
  $ hz zzzzzzzzzz
  hz: there is no command "zzzzzzzzzz": hz lists them
  [2]
  $ hz --help | cmp - <(hz) && echo same
  same
  $ hz >/dev/full
  hz: cannot write the list
  [3]

--help is for reading: headings, no line beyond 80 columns but of examples, and a default said once:

  $ all() { hz | sed -n 's/^  \([a-z]\)/\1/p' | while read -r name summary; do hz $name --help; done; }
  $ all | grep -v '^  \$' | grep -v 万 | awk 'length > 80'
  usage: hz-audit [OPTION...] verify MANIFEST...|verify REPORT.html|sign MANIFEST...|reconcile FILE.yaml|sample [FILE]|evaluate [FILE]|compare A B
  usage: hz-report [OPTION...] DESCRIPTION.yaml|--bulletin --year YEAR MEMBERS CLAIMS
  $ all | grep -c -e 'default.*default'
  0
  [1]
  $ hz reserve --help | grep '^[A-Z].*:$'
  What:
  Triangles:
  Development:
  Tail:
  Exposure:
  Files:
  Output:
  Shared:
  Examples:
  $ hz reserve --help | sed -n '/--method/,/--select/p'
    -m, --method CHOICE,...     how to estimate, several at once: chain-ladder,
                                mack, odp, gamma, tweedie, negative-binomial,
                                clark-ldf, clark-cape-cod, bornhuetter-ferguson,
                                benktander, cape-cod, incremental-additive,
                                average-cost, case-development, munich-paid,
                                munich-incurred, paid-incurred, disposal-rate,
                                completion, percent-of-paid, expected, crc, csr,
                                ccl, cay (default: chain-ladder)
        --select RULE           one estimate of them: max, mean,
    $ hz-reserve --method mack --format table data/published/raa.csv
    $ hz-reserve --drop-high 1 --show-selections --format table data/published/raa.csv
  
  The manual: hz help reserve
  $ hz margin --help | grep 7500
  A rate or share is written 75% or 0.75: 75 would be 7500 %.
  $ hz reserve --method mak raa.csv 2>&1 | grep -o 'did you mean.*'
  did you mean mack?
