hz-savings: what is owed for deposits that are given back at maturity.

Eight covers: one that runs, one whose member has died, two that have matured, one of three years, one
withdrawn with 400 of 410, one without a deposit, and one that has not begun:

  $ cat > m.csv <<'.'
  > member,plan,office,start,end,deposit,ended,status,refund,birth,sex,units
  > 1,s1,3101,2024-07-01,2025-06-30,410,,active,,1980-01-01,1,1
  > 2,s1,3101,2024-03-01,2025-02-28,820,2024-10-01,dead,,1970-05-05,2,2
  > 3,s1,3102,2023-05-01,2024-04-30,410,,expired,,1960-01-01,1,1
  > 4,s3,3102,2022-01-01,2024-12-31,410,,active,,1990-01-01,2,1
  > 5,s3,3102,2024-01-01,2026-12-31,1230,,active,,1990-01-01,2,3
  > 6,s3,3102,2023-01-01,2025-12-31,410,2024-06-30,cancelled,400,1985-01-01,1,1
  > 7,plain,3101,2024-01-01,2024-12-31,0,,active,,1990-01-01,2,1
  > 8,s1,3101,2025-01-01,2025-12-31,410,,active,,1990-01-01,2,1
  > .

At 2.5 % the refund of the first is worth 410 x 1.025^(-181/365) = 405.010, its charge for the year is
10, of which 181 / 365 are unearned, 4.959. That of the fifth is worth 1230 / 1.025^2 = 1170.732; its
charge for three years is 1230 (1 - 1.025^-3) = 87.823, 730 / 1096 of it unearned, 58.495:

  $ hz-savings --as-of 2024-12-31 --rate 2.5% --by plan,office m.csv
  plan,office,opening,new,matured,died,withdrawn,kept,closing,count,refund,deaths,lapses,present,charge,unearned,liability
  s1,3101,0.00,1230.00,0.00,820.00,0.00,0.00,410.00,1,410.00,0.00,0.00,405.01,10.00,4.96,409.97
  s1,3102,410.00,0.00,410.00,0.00,0.00,0.00,0.00,0,0.00,0.00,0.00,0.00,0.00,0.00,0.00
  s3,3102,820.00,1230.00,410.00,0.00,400.00,10.00,1230.00,1,1230.00,0.00,0.00,1170.73,87.82,58.50,1229.23
  total,,1230.00,2460.00,820.00,820.00,400.00,10.00,1640.00,2,1640.00,0.00,0.00,1575.74,97.82,63.45,1639.20

Three years from 29 February end on 27 or on 28 February, as those from 28 February end on the 27th; and two
years too. A day more, on 1 March, is 3 + 2 / 365 years:

  $ printf '%s\n' start,end,deposit 2024-02-28,2027-02-27,1000 2024-02-29,2027-02-27,1000 2024-02-29,2027-02-28,1000 \
  > 2024-02-29,2027-03-01,1000 2024-02-29,2026-02-28,1000 > leap.csv
  $ for n in 2 3 4 5 6; do sed -n "1p;${n}p" leap.csv | hz-savings -q -d 2024-12-31 -r 10% | sed -n 2p | cut -d , -f 13; done
  248.69
  248.69
  248.69
  249.08
  173.55
  $ awk 'BEGIN { printf "%.2f %.2f %.2f\n", 1000 * (1 - 1.1^-3), 1000 * (1 - 1.1^-(3 + 2 / 365)), 1000 * (1 - 1.1^-2) }'
  248.69 249.08 173.55

A year's closing is the next one's opening, and what was owed and paid in is owed or was given back:

  $ for y in 2022 2023 2024 2025 2026; do hz-savings -q -d $y-12-31 -r 2.5% m.csv | tail -n 1; done |
  > awk -F, '{ gap += ($1 + $2 - $3 - $4 - $5 - $6 - $7)^2 + ($1 - closing)^2; closing = $7 } END { print gap + 0, closing + 0 }'
  0 0
  $ hz-savings -q -d 2024-12-31 --from 2024-10-02 -r 2.5% m.csv | cut -d , -f 1-7
  opening,new,matured,died,withdrawn,kept,closing
  2050.00,0.00,410.00,0.00,0.00,0.00,1640.00

By month of maturity:

  $ hz-savings --as-of 2024-12-31 --rate 2.5% --ladder -q m.csv
  month,count,refund,present
  2025-06,1,410.00,405.01
  2026-12,1,1230.00,1170.73
  total,2,1640.00,1575.74
  $ hz-savings -d 2024-12-31 -r 2.5% -l --by plan -q m.csv
  plan,month,count,refund,present
  s1,2025-06,1,410.00,405.01
  s3,2026-12,1,1230.00,1170.73
  total,,2,1640.00,1575.74

The same bytes for any number of threads, and out of two states:

  $ hz-savings -d 2024-12-31 -r 2.5% -b member m.csv > whole.csv 2>/dev/null
  $ hz-savings -d 2024-12-31 -r 2.5% -b member --threads 3 -q m.csv | cmp - whole.csv
  $ hz-savings -d 2024-12-31 -r 2.5% -b member --partial -q <(head -n 5 m.csv) > a.state
  $ hz-savings -d 2024-12-31 -r 2.5% -b member --partial -q <(head -n 1 m.csv; tail -n 4 m.csv) > b.state
  $ hz-merge a.state b.state 2>&1 | cmp - whole.csv

Deaths and withdrawals by tables: of the fifth, 34 years old, 0.01 + 0.89 x 0.02 die and 0.1 + 0.89 x 0.2
withdraw; with v = 1 / 1.025 it is worth 1230 (0.11 v^0.5 + 0.89 x 0.22 v^1.5 + 0.89 x 0.78 v^2) = 1178.44:

  $ printf 'table,sex,age,rate\nd,1,44,0\nd,2,34,0.01\nd,2,35,0.02\nw,,34,0.1\nw,,35,0.2\n' > t.csv
  $ grep -v ^1, m.csv | hz-savings -q -d 2024-12-31 -r 2.5% --tables t.csv --death d --lapse w |
  > cut -d , -f 9-12
  refund,deaths,lapses,present
  1230.00,34.19,341.94,1178.44

A table without an age or a sex that a record needs is named, with the record; the rest is told:

  $ hz-savings -d 2024-12-31 -r 2.5% --tables t.csv --lapse w m.csv 2>&1 >/dev/null
  hz-savings: m.csv:2:46: birth: "19********" has no rate: t.csv:5: table "w" has no rate for age 44: it has ages 34 to 35, and 44 to 44 are needed
  hz-savings: 8 rows in = 5 used + 2 left out + 1 rejected (no_rate 1)
  [1]
  $ sed 's/^d,1/d,9/' t.csv > sex.csv
  $ hz-savings -d 2024-12-31 -r 2.5% --tables sex.csv --death d m.csv 2>&1 >/dev/null | head -n 1
  hz-savings: m.csv:2:46: birth: "19********" has no rate: sex.csv: there is no table "d" of sex "1"
  $ sed 's/1990-01-01//' m.csv | hz-savings -d 2024-12-31 -r 2.5% -t t.csv --lapse w 2>&1 >/dev/null | grep no_birth
  hz-savings: 8 rows in = 4 used + 2 left out + 2 rejected (no_rate 1, no_birth 1)
  $ refuse() { sed "$1" t.csv > bad.csv; hz-savings -d 2024-12-31 -r 2.5% -t bad.csv --death d m.csv; }
  $ refuse 's/0.02/-0.02/'
  hz-savings: bad.csv:4:8: rate: "-0.02" is no yearly rate: expected one from 0 to 1
  [1]
  $ refuse 's/w,,35/w,,36/'
  hz-savings: bad.csv:6:4: age: "36" is not the next age of this table: expected ages from 0 to 150 that rise by one, none left out
  [1]
  $ hz-savings -d 2024-12-31 -r 2.5% -t t.csv --death x m.csv
  hz-savings: t.csv: there is no table "x"
  [1]

A curve: 2 % for a year and less, 3 % for three, on a line between; with a gap, too short, or falling:

  $ printf 'term,rate\n1,0.02\n3,0.03\n' > c.csv
  $ hz-savings -q -d 2024-12-31 --curve c.csv --ladder m.csv
  month,count,refund,present
  2025-06,1,410.00,405.99
  2026-12,1,1230.00,1170.73
  total,2,1640.00,1576.73
  $ bad() { printf "term,rate\n$1\n" > gap.csv; hz-savings -d 2024-12-31 -c gap.csv m.csv 2>&1 >/dev/null; }
  $ bad '1,0.02\n2,\n3,0.03'
  hz-savings: gap.csv:3:3: rate: "" is not a number (expected 1234.5, without separators)
  [1]
  $ bad '1,0.02\n2,0.025'
  hz-savings: m.csv:6:22: end: "2026-12-31" is too far away: gap.csv:3: the curve ends at 2 years, and an amount is 3 years away: add a term
  hz-savings: 8 rows in = 5 used + 2 left out + 1 rejected (beyond_curve 1)
  [1]
  $ bad '2,0.02\n1,0.025'
  hz-savings: gap.csv:3:1: term: "1" is no term here: expected years of 0 or more that rise
  [1]
  $ bad '1,-1'
  hz-savings: gap.csv:2:3: rate: "-1" is no rate: expected more than -1 (0.03 is 3%)
  [1]

Deposits that records do not repeat are those of the plan, 410 a unit:

  $ printf 'plan,start,end,units\nshanghai-savings,2024-07-01,2025-06-30,3\nevent,2024-01-01,2024-12-31,1\n' |
  > sed 's/^event/event-cover/' > short.csv
  $ hz-savings -q -d 2024-12-31 -r 2.5% --plans $ROOT/plans --lists $ROOT/data/lists short.csv | cut -d , -f 7-9,14
  closing,count,refund,unearned
  1230.00,1,1230.00,14.88
  $ sed s/shanghai/x/ short.csv | hz-savings -d 2024-12-31 -r 2.5% -P $ROOT/plans 2>&1 >/dev/null
  hz-savings: <stdin>:2:1: plan: "x-savings" is none of the plans on that day: expected its file in --plans, or a deposit
  hz-savings: 2 rows in = 0 used + 1 left out + 1 rejected (unknown_plan 1)
  [1]
  $ sed 's/,3$/,0/' short.csv | hz-savings -d 2024-12-31 -r 2.5% -P $ROOT/plans 2>&1 >/dev/null | head -n 1
  hz-savings: <stdin>:2:40: units: "0" is no whole number from 1 to 1000000
  $ hz-savings -d 2024-12-31 -r 2.5% short.csv
  hz-savings: short.csv:1: there is no column "deposit"; the header has: plan,start,end,units (--columns MAP.yaml gives other names)
  [1]

Rows that correct others: the first 410 were written twice and one taken back, by its entry; the second by an
amount below zero alone. A cover of 10.00 that ended gave 3.00 of them back, which is no deposit; one row books
a deposit that came back early by the refund of its contribution. What was given back on 30 June 2025 is not known
at the end of 2024, when all of the deposit is owed; a day after the end is no day of the term, and it matured:

  $ cat > corrected.csv <<'.'
  > start,end,deposit,refund,ended,status,entry,contribution
  > 2024-01-01,2025-12-31,410,,,,,0
  > 2024-01-01,2025-12-31,410,,,,,0
  > 2024-01-01,2025-12-31,-410,,,,冲销,0
  > 2024-01-01,2025-12-31,410,405,2024-06-30,退会,,0
  > 2024-01-01,2025-12-31,-410,-405,2024-06-30,退会,,0
  > 2024-01-01,2025-12-31,410,400,2025-06-30,退会,,10
  > 2024-01-01,2025-12-31,,,2025-06-30,退会,退费,-3
  > 2024-01-01,2025-12-31,-400,,2025-06-30,退会,退费,-3
  > 2024-01-01,2024-06-30,410,,2024-07-31,,,0
  > .
  $ hz-savings -d 2024-12-31 -r 2.5% corrected.csv | cut -d, -f1-9
  hz-savings: corrected.csv:9:23: deposit: "-400" is of a row that refunds a contribution: what is given back of a deposit stands in the row that paid it in, as refund, with its day as ended
  hz-savings: 9 rows in = 7 used + 1 left out + 1 rejected (deposit_of_refund 1)
  opening,new,matured,died,withdrawn,kept,closing,count,refund
  0.00,1230.00,410.00,0.00,0.00,0.00,820.00,2,820.00
  $ hz-savings -d 2025-12-31 -r 2.5% corrected.csv 2>/dev/null | cut -d, -f1-9
  opening,new,matured,died,withdrawn,kept,closing,count,refund
  820.00,0.00,410.00,0.00,400.00,10.00,0.00,0,0.00

hz-check takes deposits as hz-savings does:

  $ cut -d, -f1-3,5,7 corrected.csv | sed '1s/^/member,/;2,$s/^/A,/' | hz-check members 2>&1 >/dev/null
  hz-check: <stdin>:9:25: deposit: "-400" is of a row that refunds a contribution: what is given back of a deposit stands in the row that paid it in, as refund, with its day as ended
  hz-check: <stdin>:10:29: ended: warning: "2024-07-31" is after the end of the term, which counts
  hz-check: warnings: 1 (ended_after_end 1)
  hz-check: 9 rows in = 8 used + 0 left out + 1 rejected (deposit_of_refund 1)
  [1]
  $ printf '%s\n' member,start,end,deposit A,2024-01-01,2024-12-31,410 A,2024-01-01,2024-12-31,-410 A,2024-01-01,2024-12-31,-410 | hz-check members
  hz-check: <stdin>:4:25: deposit: "-410" takes back once more what was taken back already
  hz-check: 3 rows in = 2 used + 0 left out + 1 rejected (reversed_twice 1)
  member,start,end,deposit
  A,2024-01-01,2024-12-31,410
  A,2024-01-01,2024-12-31,-410
  [1]

Rows at fault:

  $ hz-savings -d 2024-12-31 -r 2.5% 2>&1 >/dev/null <<'.'
  > start,end,deposit,refund,ended
  > 2024-07-01,2024-06-30,410,,
  > 2024-07-01,9999-12-31,410,,
  > 2024-07-01,2025-06-30,-4.1.0,,
  > 2024-07-01,2025-06-30,410,-1,
  > 2024-07-01,2025-06-30,410,,2024-06-30
  > .
  hz-savings: <stdin>:2:12: end: "2024-06-30" is before the start: expected the last day of the cover
  hz-savings: <stdin>:3:12: end: "9999-12-31" is more than a hundred years after the start
  hz-savings: <stdin>:4:23: deposit: "-4.1.0" is not one number: expected plain digits, or groups of three
  hz-savings: <stdin>:5:27: refund: "-1" is below zero: expected what was paid in, or is given back
  hz-savings: <stdin>:6:28: ended: "2024-06-30" is before the start: a cover that never held is taken back by a row with its contribution below zero
  hz-savings: 5 rows in = 0 used + 0 left out + 5 rejected (end_before_start 1, term_too_long 1, bad_money 1, negative_money 1, ended_before_start 1)
  [1]

A deposit of 410 against 10 for a year and 30 for three (Shanghai, 2006): 400 grow to 410 at 2.5 %, 380 in
three years at (410 / 380)^(1/3) - 1 = 2.5652 %; 10 of 410 are 2.4390 % a year without interest on interest:

  $ hz-savings --equal 410:10:1,410:30:3 | cut -d , -f 1-5
  deposit,plain,years,interest,yield
  410.00,10.00,1,compound,0.025000
  410.00,10.00,1,yearly,0.025000
  410.00,10.00,1,simple,0.024390
  410.00,30.00,3,compound,0.025652
  410.00,30.00,3,yearly,0.025652
  410.00,30.00,3,simple,0.024390
  $ hz-savings -e 410:10
  hz-savings: --equal: "410:10" is not DEPOSIT:PLAIN:YEARS: expected two amounts and 1 to 100 years, as in 410:10:1
  try: hz-savings --help
  [2]
  $ hz-savings --equal 410:410:1
  hz-savings: a deposit of 410 against a contribution of 410 for 1 years has no yield: expected a contribution above 0 and below the deposit, and a year or more
  [1]

Options that miss or contradict each other:

  $ for o in '' '-d 2024-12-31' '-d 2024-12-31 -r 0 -c c.csv' '-d 2024-12-31 -r 0 --tables t.csv' '-d 2024-12-31 --from 2025-01-01'
  > do hz-savings $o m.csv 2>&1 | head -n 1; done
  hz-savings: expected --as-of DATE
  hz-savings: expected --rate RATE or --curve FILE, and one of them: no rate is usual
  hz-savings: expected --rate RATE or --curve FILE, and one of them: no rate is usual
  hz-savings: --tables goes with --death or --lapse or both
  hz-savings: --from is after --as-of

A deposit taken back is a liability less, wherever the two stand. By hand, of 100 with 2 of 7 years to go: 100 / 1.02^2 =
96.12, charge 100 (1 - 1.02^-7) = 12.94, of which 730 of 2557 days are unearned, 3.70; 40 have four tenths of these:

  $ set -- --as-of 2024-12-31 --from 2024-01-01 --rate 2%
  $ printf 'office,start,end,deposit\n1,2020-01-01,2026-12-31,100.00\n2,2020-01-01,2026-12-31,-60.00\n' >back.csv
  $ hz-savings "$@" back.csv | cut -d, -f7-9,12-
  closing,count,refund,present,charge,unearned,liability
  40.00,0,40.00,38.45,5.18,1.48,39.92
  $ hz-savings "$@" --by office back.csv | cut -d, -f1,8-10,13-
  office,closing,count,refund,present,charge,unearned,liability
  1,100.00,1,100.00,96.12,12.94,3.70,99.81
  2,-60.00,-1,-60.00,-57.67,-7.77,-2.22,-59.89
  total,40.00,0,40.00,38.45,5.18,1.48,39.92

One taken back whole leaves a state that is read:

  $ printf 'start,end,deposit\n2020-01-01,2026-12-31,100\n2020-01-01,2026-12-31,-100\n2021-01-01,2026-12-31,50\n' >whole.csv
  $ hz-savings "$@" --partial whole.csv >whole.state; hz-merge whole.state | cut -d, -f7-9,12-
  closing,count,refund,present,charge,unearned,liability
  50.00,1,50.00,48.06,5.60,1.87,49.92

Who gets more than the deposit's worth is charged nothing, and takes nothing off another's charge, in groups or not:

  $ printf 'office,start,end,deposit,refund\n1,2020-01-01,2026-12-31,100,100\n2,2020-01-01,2026-12-31,100,150\n' >more.csv
  $ hz-savings "$@" more.csv | cut -d, -f7-9,12-
  closing,count,refund,present,charge,unearned,liability
  200.00,2,250.00,240.29,12.94,3.70,243.99
  $ hz-savings "$@" --by office more.csv | cut -d, -f1,8-10,13- | tail -n 2
  2,100.00,1,150.00,144.18,0.00,0.00,144.18
  total,200.00,2,250.00,240.29,12.94,3.70,243.99

A table or curve that has become another since the state was made is refused where it lacks what was there:

  $ printf 'table,sex,age,rate\nq,,30,0.01\nq,,31,0.01\n' >q.csv
  $ printf 'start,end,deposit,birth\n2024-01-01,2026-12-31,100,1994-06-01\n' >born.csv
  $ set -- "$@" --tables q.csv --death q; hz-savings "$@" --partial born.csv >born.state
  $ hz-savings "$@" born.state | cut -d, -f9-12
  refund,deaths,lapses,present
  100.00,1.99,0.00,96.16
  $ sed -i 3d q.csv; hz-savings "$@" born.state
  hz-savings: q.csv:2: table "q" has no rate for age 31: it has ages 30 to 30, and 30 to 31 are needed
  [1]
