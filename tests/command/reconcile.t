The association's figures against the synthetic series: intervals as the rounding of what was printed has
them, and what the printed figures imply: a frequency of 3.341 %, a mean payout of 1,273.81 and 42.56 an
enrolment; before 2018 9,227 ten thousands of enrolments or more; 79.68 % of the contributions of all
provinces were paid, which were 92.27 an enrolment, and 26.16 % of their enrolments are the association's.

  $ cd "$ROOT"
  $ hz-audit reconcile data/association.yaml | cut -d, -f1-8 | head -n 7
  item,published,low,high,computed,computed_low,computed_high,verdict
  enrolments 2018-2022,9773万,97725000,97735000,97730000,97730000,97730000,reproduced
  payouts 2018-2022,326.50万,3264950,3265050,3265000,3265000,3265000,reproduced
  amount 2018-2022,41.59亿,4158500000,4159500000,4159000000,4159000000,4159000000,reproduced
  growth of enrolments,11.40%,0.11395,0.11405,0.114039,0.11403932715,0.11403932725,reproduced
  growth of payouts,12.10%,0.12095,0.12105,0.120989,0.12098852535,0.12098852545,reproduced
  growth of the amount,17.20%,0.17195,0.17205,0.172000,0.17200015295,0.17200015305,reproduced
  $ hz-audit reconcile data/association.yaml | grep not_derivable | wc -l
  7
  $ hz-audit reconcile data/association.yaml | grep derived, | cut -d, -f1,5
  frequency 2018-2022,0.033408
  mean payout 2018-2022,1273.813170
  cost of an enrolment 2018-2022,42.556022
  mean payout since 1993,1202.290076
  enrolments 1993-2017,92270000.000000
  payouts 1993-2017,1975000.000000
  all provinces payout ratio 2019,0.796822
  all provinces contribution of an enrolment 2019,92.266893
  share of the association 2019,0.261570
  $ cd - >/dev/null

Each verdict. 11.5096 % is the arithmetic mean of the same yearly growth, not 11.40 %; 11.4039 %, as the
table prints it, may or may not be 11.40393 %:

  $ cp -R "$ROOT/data" .
  $ cat >all.yaml <<'END'
  > tables:
  >   - {table: years, file: data/sample/years_synthetic.csv}
  >   - {table: growth, command: [hz-growth, --method=all, data/sample/years_synthetic.csv]}
  > figures:
  >   - {figure: level, published: 11.40%, is: {table: growth, column: rate_percent, in: "%", rounded: true, where: {series: enrolments, method: level}}}
  >   - {figure: mean, published: 11.40%, is: {table: growth, column: rate_percent, in: "%", rounded: true, where: {series: enrolments, method: arithmetic}}}
  >   - {figure: close, published: 11.40393%, is: {table: growth, column: rate_percent, in: "%", rounded: true, where: {series: enrolments, method: level}}}
  >   - {figure: members, published: 约1亿}
  >   - {figure: of 2030, published: 1亿, is: {table: years, column: enrolments, where: {year: 2030}}}
  >   - {figure: over, published: 超9773万, is: {table: years, column: enrolments, where: {year: 2018..2022}}}
  >   - {figure: nearly, published: 近9772.9万, is: {table: years, column: enrolments, where: {year: 2018..2022}}}
  >   - {figure: odd, published: 9700余万, is: {table: years, column: enrolments, where: {year: 2018..2022}}}
  >   - {figure: mean payout, published: "1,274", is: {table: years, column: amount_wan_yuan, in: 万, where: {year: 2018..2022}}, over: {table: years, column: payouts, where: {year: 2018..2022}}}
  > END
  $ hz-audit reconcile all.yaml | cut -d, -f1,7-9,12
  hz-audit: all.yaml:6:5: mean: contradicted by what the tables give
  hz-audit: all.yaml:11:5: nearly: contradicted by what the tables give
  item,computed_high,verdict,off
  level,0.1140395,reproduced,0
  mean,0.1150965,contradicted,0.0010455
  close,0.1140395,consistent,0
  members,,not_derivable,
  of 2030,,not_derivable,
  over,97730000,reproduced,0
  nearly,97730000,contradicted,1000
  odd,97730000,reproduced,0
  mean payout,1273.813169984686,1273.813169984687,reproduced,
  $ hz-audit reconcile all.yaml --decimals 2 2>/dev/null | grep '^mean payout'
  mean payout,"1,274",1273.5,1274.5,1273.81,1273.813169984686,1273.813169984687,reproduced,0,,
  $ hz-audit reconcile all.yaml -f json 2>/dev/null | tail -n 3
  {"item":"odd","published":"9700余万","low":97000000,"high":98000000,"computed":97730000,"computed_low":97730000,"computed_high":97730000,"verdict":"reproduced","off":0,"source":"","note":""},
  {"item":"mean payout","published":"1,274","low":1273.5,"high":1274.5,"computed":1273.813170,"computed_low":1273.813169984686,"computed_high":1273.813169984687,"verdict":"reproduced","off":0,"source":"","note":""}
  ]

Cross-foots of records: offices to national and plans to total, year by year; the unearned contributions at
the end of a year from those at its beginning; payouts of the years to the triangle's diagonal.

  $ cat >feet.yaml <<'END'
  > tables:
  >   - {table: national, command: [hz-years, members, data/sample/members.csv]}
  >   - {table: offices, command: [hz-years, members, --by=office, data/sample/members.csv]}
  >   - {table: plans, command: [hz-years, members, --by=plan, data/sample/members.csv]}
  >   - {table: payouts, command: [hz-years, claims, data/sample/claims.csv]}
  >   - {table: opening, command: [hz-unearned, --as-of=2021-12-31, data/sample/members.csv]}
  >   - {table: closing, command: [hz-unearned, --as-of=2022-12-31, data/sample/members.csv]}
  >   - {table: ledger, command: [hz-ledger, members, --from=2020, --to=2024, data/sample/members.csv]}
  >   - {table: triangle, file: triangle.csv}
  >   - {table: reserve, command: [hz-reserve, triangle.csv]}
  > checks:
  >   - {check: offices to national, by: year, is: {table: offices, column: enrolments}, equals: {table: national, column: enrolments}}
  >   - {check: plans to total, by: year, is: {table: plans, column: contribution}, equals: {table: national, column: contribution}}
  >   - {check: all years, is: {table: plans, column: contribution}, equals: {table: closing, column: contribution}}
  >   - check: roll-forward
  >     is:
  >       - {table: opening, column: unearned}
  >       - {table: opening, column: earned}
  >       - {table: closing, column: earned, minus: true}
  >     equals: {table: closing, column: unearned}
  >   - {check: paid to the diagonal, is: {table: payouts, column: amount}, equals: {table: reserve, column: latest, where: {origin: total}}}
  >   - {check: contributions of the ledger, is: {table: ledger, column: amount, where: {item: contribution_other}}, equals: {table: national, column: contribution}}
  > END
  $ hz-triangle data/sample/claims.csv -o triangle.csv
  $ hz-audit reconcile feet.yaml | cut -d, -f1,3,5,8,9
  item,low,computed,verdict,off
  offices to national: 2020,319,319,reproduced,0
  offices to national: 2021,342,342,reproduced,0
  offices to national: 2022,385,385,reproduced,0
  offices to national: 2023,451,451,reproduced,0
  offices to national: 2024,503,503,reproduced,0
  plans to total: 2020,23354,23354,reproduced,0
  plans to total: 2021,26336,26336,reproduced,0
  plans to total: 2022,29900,29900,reproduced,0
  plans to total: 2023,33380,33380,reproduced,0
  plans to total: 2024,38039,38039,reproduced,0
  all years,151009,151009,reproduced,0
  roll-forward,84651.48,84651.48,reproduced,0
  paid to the diagonal,652216.8,652216.8,reproduced,0
  contributions of the ledger,151009,151009,reproduced,0

One enrolment more in one office, and a payment that only the triangle has:

  $ sed -i 's/{table: offices, command:.*/{table: offices, file: offices.csv}/' feet.yaml
  $ hz-years members --by office data/sample/members.csv | awk -F, -v OFS=, 'NR == 2 { $3++ } 1' >offices.csv
  $ sed -i '$s/[.]/1./' triangle.csv
  $ hz-audit reconcile feet.yaml | grep contradicted | cut -d, -f1,3,5,8,9
  hz-audit: feet.yaml:12:5: offices to national: 2020: contradicted by what the tables give
  hz-audit: feet.yaml:21:5: paid to the diagonal: contradicted by what the tables give
  offices to national: 2020,319,320,contradicted,1
  paid to the diagonal,1877954.8,652216.8,contradicted,-1225738

A year that only one side has:

  $ sed -i '/^2020/d' offices.csv; hz-audit reconcile feet.yaml 2>/dev/null | grep '^offices' | cut -d, -f1,3,8,11 | tail -n 2
  offices to national: 2024,503,reproduced,
  offices to national: 2020,319,not_derivable,no row of offices is meant

A sum of five years of which the table has four is not known, whatever was published; one of 0 is a year, and so
is 2020年; by hand 5 x 100 and 4 x 100. Of a check by year, each year is a group:

  $ years() { printf '%s,100\n' "$@" | sed '1i year,x' >y.csv; }
  $ cat >years.yaml <<'END'
  > tables:
  >   - {table: y, file: y.csv}
  >   - {table: z, file: z.csv}
  > figures:
  >   - {figure: derived, is: {table: y, column: x, where: {year: 2018..2022}}}
  >   - {figure: said, published: 500, is: {table: y, column: x, where: {year: 2018..2022}}}
  >   - {figure: of 2020, published: 100, is: {table: y, column: x, where: {year: 2020}}}
  > checks:
  >   - {check: c, by: year, is: {table: y, column: x, where: {year: 2018..2022}}, equals: {table: z, column: x}}
  > END
  $ printf 'year,x\n2018,100\n2019,100\n2020,100\n2021,100\n2022年,100\n' >z.csv
  $ run() { hz-audit reconcile years.yaml | cut -d, -f1,5,8,11 | tail -n +2; }
  $ years 2018 2019 2021 2022; run
  derived,,not_derivable,no row of y has year 2020: give it one with its figure or 0
  said,,not_derivable,no row of y has year 2020: give it one with its figure or 0
  of 2020,,not_derivable,no row of y is meant
  c: 2018,100,reproduced,
  c: 2019,100,reproduced,
  c: 2021,100,reproduced,
  c: 2022,100,reproduced,
  c: 2020,,not_derivable,no row of y is meant
  $ years 2019 2020 2021 2022; run | head -n 1
  derived,,not_derivable,no row of y has year 2018: give it one with its figure or 0
  $ years 2021 2020 2019 2018; run | head -n 1
  derived,,not_derivable,no row of y has year 2022: give it one with its figure or 0
  $ years 2017 2018 2019年 2020年度 2021 2022 2023; run
  derived,500,derived,
  said,500,reproduced,
  of 2020,100,reproduced,
  c: 2018,100,reproduced,
  c: 2019年,100,reproduced,
  c: 2020年度,100,reproduced,
  c: 2021,100,reproduced,
  c: 2022,100,reproduced,
  $ years 2018 2019 2021 2022; echo 2020,0 >>y.csv; run 2>/dev/null | head -n 2
  derived,400,derived,
  said,400,contradicted,

Parts and their total are not added up, 315 is not 630; the total alone is, and by hand 100 + 110 of one part:

  $ printf 'year,office,x\n2018,A,100\n2018,B,50\n2018,合计,150\n2019,A,110\n2019,B,55\n2019,合计,165\n' >parts.csv
  $ cat >parts.yaml <<'END'
  > tables:
  >   - {table: t, file: parts.csv}
  > figures:
  >   - {figure: of all, published: 315, is: {table: t, column: x, where: {year: 2018..2019}}}
  >   - {figure: of totals, published: 315, is: {table: t, column: x, where: {office: 合计}}}
  >   - {figure: of A, published: 210, is: {table: t, column: x, where: {office: A}}}
  > END
  $ hz-audit reconcile parts.yaml | cut -d, -f1,5,8,11
  item,computed,verdict,note
  of all,,not_derivable,line 7 of t is a total of others that are added: choose it alone by where
  of totals,315,reproduced,
  of A,210,reproduced,

All faults of a file at once, and what the tables lack:

  $ cat >bad.yaml <<'END'
  > tables:
  >   - {table: years}
  >   - {table: years, file: a, command: hz-years}
  > figures:
  >   - {figure: a, published: many}
  >   - {figure: a, published: 1, is: {table: years}}
  >   - {publish: 1}
  >   - {figure: c, published: 1, over: {figure: a}, is: {figure: a, in: 百}}
  > checks:
  >   - {check: d, is: {figure: a}}
  > sums: []
  > END
  $ hz-audit reconcile bad.yaml 2>&1 | tr ';' '\n' | sed 's/^ //'
  hz-audit: bad.yaml:11:7: sums: no such key here: expected one of tables, figures, checks
  bad.yaml:2:5: a table wants a name, and either a file or a command
  bad.yaml:3:5: a table wants a name, and either a file or a command
  bad.yaml:3:5: the table "years" stands twice
  bad.yaml:5:28: published: "many" is not a published figure: expected one like 9773万, 1.9亿, 11.40% or 97,730,000, with 约, 近 or 超 in front or 余 behind
  bad.yaml:6:35: is: expected either table and column, or the name of a figure
  bad.yaml:7:15: publish: no such key here: did you mean "published"?
  bad.yaml:8:54: is: in: expected 万, 亿 or %, the unit of the cells
  bad.yaml:8:54: is: expected either table and column, or the name of a figure
  bad.yaml:6:5: "a" stands twice
  bad.yaml:7:5: this wants a name
  bad.yaml:7:5: a figure wants the key "published" or "is"
  bad.yaml:10:5: a check wants the keys "is" and "equals"
  $ one() { printf 'tables:\n  - {table: t, %s}\nfigures:\n  - {figure: f, published: 1, is: {%s}}\n' "$1" "$2" >one.yaml; hz-audit reconcile one.yaml | tail -n +2; }
  $ printf 'a,b\n1,\n2,x\n' >t.csv
  $ one 'file: t.csv' 'table: u, column: a'
  hz-audit: one.yaml:4:35: is: there is no table "u"
  $ one 'file: t.csv' 'table: t, column: c'
  hz-audit: one.yaml:4:35: is: t.csv: there is no column "c"; the header has: none that is known, of 2: is it a header?
  $ one 'file: t.csv' 'table: t, column: a, where: {c: 1}'
  hz-audit: one.yaml:4:68: c: t.csv: there is no column "c"; the header has: none that is known, of 2: is it a header?
  $ one 'file: t.csv' 'table: t, column: b'
  f,1,0.5,1.5,,,,not_derivable,,,b is not known in line 2 of t
  $ one 'file: t.csv' 'table: t, column: b, where: {a: 2}'
  hz-audit: t.csv:3:3: b: "x" is not a number of at most ten decimals (eight where in is %)
  $ one 'file: t.csv' 'table: t, column: a, where: {a: 5..9}'
  f,1,0.5,1.5,,,,not_derivable,,,no row of t is meant
  $ one 'file: t.csv' 'figure: g'
  hz-audit: one.yaml:4:35: is: there is no figure "g"
  $ one 'file: t.csv' 'table: t, column: a}, over: {table: t, column: a, minus: true'
  f,1,0.5,1.5,,,,not_derivable,,,what it is divided by may be 0
  $ one 'file: none.csv' 'table: t, column: a'
  hz-audit: none.csv: cannot open: No such file or directory
  $ one 'command: [hz-years, members, none.csv]' 'table: t, column: a'
  hz-audit: one.yaml: hz-years has failed (status 3): hz-years: none.csv: cannot open: No such file or directory
  $ one 'command: [hz-years, members, --out=t.csv, data/sample/members.csv]' 'table: t, column: a'
  hz-audit: one.yaml: hz-years ended with status 1: hz-years: "--out=t.csv": no option that shapes what hz-years prints
  $ one 'command: [rm, t.csv]' 'table: t, column: a'
  hz-audit: one.yaml: "rm" is none of the commands that are run again
  $ one 'command: [hz-audit, reconcile, one.yaml]' 'table: t, column: a'
  hz-audit: one.yaml: reconcile is not run by reconcile
  $ hz-audit reconcile
  hz-audit: reconcile wants one file of published figures
  try: hz-audit --help
  [2]
  $ hz-audit reconcile all.yaml --stdin t.csv
  hz-audit: --stdin and --stdout go with verify
  try: hz-audit --help
  [2]

A reconciliation has a manifest too, and is run again:

  $ hz-audit reconcile all.yaml --manifest proof.json >/dev/null 2>&1
  [1]
  $ hz-audit verify proof.json | cut -d, -f3,4
  item,verdict
  input all.yaml (operand),same
  input data/sample/years_synthetic.csv (found),same
  output result,same
