Headings and totals in Chinese are read back as if they were English, by every command; so are units,
which stand in the heading:

  $ cd "$ROOT"
  $ hz-reserve -m mack data/published/taylor_ashe.csv --headings zh | head -n 2
  出险期,最近累计额,至最终进展因子,最终额,未决准备金,标准误,变异系数
  1,3901463.00,1.000000,3901463.00,0.00,0.00,
  $ hz-reserve -m mack data/published/taylor_ashe.csv --headings zh | tail -n 1
  合计,34358090.00,,53038945.61,18680855.61,2447094.86,0.1310
  $ hz-reserve -m mack data/published/taylor_ashe.csv --headings zh |
  > hz-margin --cost-of-capital 6% --capital 99.5% --term 2.5 | cmp - <(hz-reserve -m mack data/published/taylor_ashe.csv | hz-margin --cost-of-capital 6% --capital 99.5% --term 2.5) && echo the same
  the same
  $ for language in zh en; do
  > hz-triangle --as-of 2024-12-31 data/sample/claims.csv --headings $language |
  > hz-reserve --headings $language | hz-project --rate 3% --headings $language | hz-plot -s | cksum
  > (hz-ledger members --from 2020 --to 2024 data/sample/members.csv --headings $language
  > hz-ledger claims --from 2020 --to 2024 data/sample/claims.csv --headings $language | tail -n +2) |
  > hz-fund --terms data/fund_synthetic.yaml | cksum
  > hz-years members data/sample/members.csv --headings $language | cut -d, -f 1,2 | hz-growth -m level | cut -d, -f 2- | cksum
  > done | sort | uniq -c | awk '{ print $1 }'
  2
  2
  2

Where a figure comes from, behind it, is no period of occurrence, in any format:

  $ hz-fund --classical data/classical_synthetic.yaml --headings zh | head -n 2
  数量,数值,来源
  assets,3000.000000,data/classical_synthetic.yaml:2
  $ hz-fund --classical data/classical_synthetic.yaml | head -n 1
  quantity,value,origin
  $ hz-ledger members --from 2020 --to 2024 data/sample/members.csv |
  > hz-fund --terms data/fund_synthetic.yaml --headings zh -f jsonl | head -n 1
  {"年份":"2020","行或科目":"opening_assets","金额":500000.00,"来源":"opening"}
  $ printf '%s\n' plan,persons,similar,exposure,payouts,mean,cv,credibility set,5000,a,9000,10,3000,0.5, |
  > hz-prospect plans --similar - --price 95% --assumptions --headings zh -q | head -n 1
  计划,类似计划,项目,数值,误差,来源

In 万元, figures are rounded, and read back at their size: 18680856 is 1868.09 万, and so 18680900:

  $ hz-reserve data/published/taylor_ashe.csv --unit wan | tail -n 2
  10,34.40,14.446577,496.98,462.58,,
  total,3435.81,,5303.89,1868.09,,
  $ hz-reserve data/published/taylor_ashe.csv --unit wan | head -n 1
  origin,latest(万元),development_to_ultimate,ultimate(万元),ibnr(万元),se(万元),cv
  $ hz-reserve data/published/taylor_ashe.csv --unit wan --decimals 4 --headings zh | hz-allocate -t 18680856 -k ibnr | cut -d, -f 1,2,5,8- | tail -n 2
  origin,latest,ibnr,share,allocated
  total,34358090,18680856,1.000000000,18680856.00
  $ hz-reserve data/published/taylor_ashe.csv --unit yi --headings zh | tail -n 1
  合计,0.3436,,0.5304,0.1868,,
  $ hz-unearned --as-of 2024-12-31 data/sample/members.csv --unit yuan
  count,contribution,earned,unearned
  2000,151009.00,136256.56,14752.44

A unit that the table has no column for is refused; so is one that is written behind a column that is
none of amounts or people:

  $ hz-triangle data/sample/claims.csv --unit wan
  hz-triangle: --unit: no column of this table is surely an amount or a number of people
  try: hz-triangle --help
  [2]
  $ hz-ledger claims --from 2020 --to 2024 data/sample/claims.csv --unit wan -q | head -n 0
  hz-ledger: --unit: no column of this table is surely an amount or a number of people
  try: hz-ledger --help
  $ printf 'office,key(万元)\nA,1\n' | hz-allocate -t 1 -k key
  hz-allocate: <stdin>: there is no column "key"; the header has: office and 1 more that are not known
  [1]
  $ printf 'start,end,contribution(万元)\n2024-01-01,2024-12-31,1\n' | hz-unearned --as-of 2024-06-30
  hz-unearned: <stdin>:1: the column "contribution(万元)" is in 万元: amounts are read in yuan (元): convert them, and take the unit out of the name
  [1]

Parts do not add up when each is rounded by itself; with --add-up they do, by largest remainders. Of 3333,
3333 and 3334, in 万 with no decimals, that is 0.3333 each, and 1 together:

  $ printf 'start,end,contribution,plan\n2024-01-01,2024-12-31,3333,a\n2024-01-01,2024-12-31,3333,b\n2024-01-01,2024-12-31,3334,c\n' >"$TMPDIR/three.csv"
  $ hz-unearned --as-of 2024-12-31 --by plan "$TMPDIR/three.csv" --unit wan --decimals 0
  plan,count(万),contribution(万元),earned(万元),unearned(万元)
  a,0,0,0,0
  b,0,0,0,0
  c,0,0,0,0
  total,0,1,1,0
  $ hz-unearned --as-of 2024-12-31 --by plan "$TMPDIR/three.csv" --unit wan --decimals 0 --add-up
  hz-unearned: parts are rounded so that they add up to the total that is printed: 2 by one unit of their last decimal (largest remainders)
  plan,count(万),contribution(万元),earned(万元),unearned(万元)
  a,0,0,0,0
  b,0,0,0,0
  c,0,1,1,0
  total,0,1,1,0
  $ hz-reserve data/published/taylor_ashe.csv --decimals 0 --add-up 2>/dev/null | awk -F, '$1 != "origin" && $1 != "total" { latest += $2; ibnr += $5 } END { print latest, ibnr }'
  34358090 18680856
  $ hz-reserve data/published/taylor_ashe.csv --decimals 0 | tail -n 1
  total,34358090,,53038946,18680856,,

Names stand beside codes, where a file has them:

  $ printf 'office,name\n1101,北京办事处\n1201,"天津, 办事处"\n' >"$TMPDIR/offices.csv"; printf '计划,名称\nhospital,住院医疗\n' >"$TMPDIR/plans.csv"
  $ hz-years members data/sample/members.csv --by office,plan --labels "$TMPDIR/offices.csv,$TMPDIR/plans.csv" | cut -d, -f 1-7 | sed -n '1p;/2020,1101/p' | head -n 4
  year,office,office_name,plan,plan_name,enrolments,persons
  2020,1101,北京办事处,accident,,2,
  2020,1101,北京办事处,allowance,,3,
  2020,1101,北京办事处,combined,,1,
  $ hz-unearned --as-of 2024-12-31 --by office data/sample/members.csv --labels "$TMPDIR/offices.csv" --headings zh -f table | sed -n '1,2p;$p'
  办事处  办事处名称  件数       会费   已赚会费  未到期会费
  1101    北京办事处    77    5397.00    5238.22      158.78
  合计                2000  151009.00  136256.56    14752.44
  $ printf 'ci_code,payable\nS01,1\nS99,2\n' >"$TMPDIR/codes.csv"
  $ hz-allocate -t 3 -k payable "$TMPDIR/codes.csv" --labels data/lists/critical-11.yaml
  ci_code,ci_code_name,payable,share,allocated
  S01,恶性肿瘤——重度,1,0.333333333,1.00
  S99,,2,0.666666667,2.00
  $ printf 'office,name\n1,a\n1,b\n' >"$TMPDIR/twice.csv"; hz-years members data/sample/members.csv --labels "$TMPDIR/twice.csv" 2>&1 | sed "s|$TMPDIR/||"
  hz-years: twice.csv: "1" has two names: a and b
  $ hz-years members data/sample/members.csv --labels plans/changchun-hospital-2022.yaml
  hz-years: plans/changchun-hospital-2022.yaml: is no list of diseases: it has no items
  [1]

Separators of thousands are for people:

  $ hz-reserve data/published/raa.csv --thousands -f md | sed -n '1p;$p'
  | origin |     latest | development_to_ultimate |   ultimate |      ibnr | se  | cv  |
  | total  | 160,987.00 |                         | 213,122.23 | 52,135.23 |     |     |
  $ hz-reserve data/published/raa.csv --thousands -f csv
  hz-reserve: --thousands is for people: take --format table, md or html
  try: hz-reserve --help
  [2]

Every heading that a command prints of itself has one in Chinese:

  $ hz-reserve -m mack data/published/raa.csv >"$TMPDIR/mack.csv"; hz-reserve data/published/raa.csv --run-off >"$TMPDIR/off.csv"
  $ hz-triangle data/sample/claims.csv --by plan >"$TMPDIR/plans.csv"; hz-ledger members --from 2020 --to 2024 data/sample/members.csv -q >"$TMPDIR/ledger.csv"
  $ printf 'origin,development,value\n2023Q1,1,1\n2023Q1,2,2\n2023Q2,1,1\n' >"$TMPDIR/q.csv"
  $ awk -F, '/^#|^o/ || $1 + $2 < 11' data/published/taylor_ashe.csv >"$TMPDIR/before.csv"
  $ printf 'amount,payouts\n5,2\n' >"$TMPDIR/lump.csv"
  $ cat >"$TMPDIR/commands" <<'END'
  > hz-adjust -m trend --trend 5% data/published/raa.csv
  > hz-allocate --total 100 --key ibnr TMP/mack.csv
  > hz-audit sample -n 3 --seed 7 data/sample/claims.csv
  > hz-audit reconcile data/association.yaml
  > hz-backtest --cut 2 data/published/raa.csv
  > hz-backtest --cut 2 --print scores data/published/raa.csv
  > hz-backtest --cut 2 --print points data/published/raa.csv
  > hz-bootstrap --simulations 200 data/published/raa.csv
  > hz-bridge --look-back 2 data/published/raa.csv
  > hz-bridge --from TMP/before.csv data/published/taylor_ashe.csv
  > hz-check --plans plans
  > hz-coarsen TMP/q.csv
  > hz-compound TMP/lump.csv
  > hz-diagnose data/published/raa.csv
  > hz-diagnose --residuals data/published/raa.csv
  > hz-diagnose --influence data/published/raa.csv
  > hz-diagnose --back-test data/published/raa.csv
  > hz-diagnose --diagonals data/published/raa.csv
  > hz-diagnose --stability data/published/raa.csv
  > hz-diagnose --link-ratios data/published/raa.csv
  > hz-diagnose --flags data/published/raa.csv
  > hz-emergence data/published/raa.csv
  > hz-emergence --pattern data/published/raa.csv
  > hz-emergence --residuals data/published/raa.csv
  > hz-fund --terms data/fund_synthetic.yaml TMP/ledger.csv
  > hz-growth --invert --total 9773万 --rate 11.40% --years 5
  > hz-growth -d -c 11% data/sample/years_synthetic.csv
  > hz-growth -y data/sample/years_synthetic.csv
  > hz-illness --tables data/ci_synthetic.csv --incidence synthetic_ci --rate 3% --age 40 --years 3 --sex 2 --benefit 20000
  > hz-ledger claims --from 2020 --to 2024 data/sample/claims.csv
  > hz-margin --cost-of-capital 6% --capital 99.5% --term 2 TMP/mack.csv
  > hz-munich --incurred data/published/quarg_mack_incurred.csv data/published/quarg_mack_paid.csv
  > hz-one-year data/published/raa.csv
  > hz-one-year --run-off data/published/raa.csv
  > hz-on-level --trend 5% --detail data/published/clark_exposure.csv
  > hz-project TMP/mack.csv --rate 3%
  > hz-project TMP/mack.csv --rate 3% --mean-term
  > hz-project -e data/published/raa.csv
  > hz-prospect members --as-of 2023-12-31 data/sample/members.csv
  > hz-ratios data/sample/years_synthetic.csv
  > hz-ratios --decompose data/sample/years_synthetic.csv
  > hz-reserve --method mack --detail data/published/raa.csv
  > hz-reserve --factors data/published/raa.csv
  > hz-reserve --show-selections data/published/raa.csv
  > hz-reserve --run-off data/published/raa.csv
  > hz-savings --equal 410:10:1,410:30:3
  > hz-trends data/published/abc.csv
  > hz-trends --parameters data/published/abc.csv
  > hz-triangle data/sample/claims.csv --by plan
  > hz-unearned data/sample/members.csv --as-of 2023-12-31 --by office
  > hz-years members data/sample/members.csv --by plan
  > hz-years claims data/sample/claims.csv
  > END
  $ while read -r command; do ${command//TMP/$TMPDIR} --headings zh 2>/dev/null | head -n 1; done <"$TMPDIR/commands" |
  > tr , '\n' | grep -E '[a-z]' | sort -u
