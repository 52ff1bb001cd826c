hz-illness: critical illness cover of several years.

1000 yuan at the end of the year of diagnosis, 1 % in the first and 2 % in the second, at 25 %: 0.8 (10 + 0.99 x
16) = 20.672 at the start and 0.8 x 20 = 16 after a year; a third of the risk is over then. With 10 % deaths
0.8 (10 + 0.89 x 16) = 19.392:

  $ printf 'table,sex,age,rate\nci,,30,0.01\nci,,31,0.02\nd,,30,0.1\nd,,31,0.1\n' > ci.csv
  $ hz-illness --tables ci.csv --incidence ci --rate 25% --age 30 --years 2 --benefit 1000 --decimals 6
  year,age,incidence,in_force,reserve,unearned_part
  0,30,0.010000,1.000000,20.672000,1.000000
  1,31,0.020000,0.990000,16.000000,0.666667
  2,32,,0.970200,0.000000,0.000000
  $ hz-illness -t ci.csv -i ci --death d -r 25% -a 30 -n 2 --benefit 1000 | sed -n 2p
  0,30,0.010000,1.000000,19.39,1.000000

The SOA's illustrative life table from 40 to 60 (Bowers et al., "Actuarial Mathematics", appendix 2A), digits
and the value of 1 at the end of the year of death, age 40, 20 years, 6 %, of R lifecontingencies 1.3.12
(soa08, Axn): 0.0601318427345798. A benefit of 10^8 yuan shows its digits:

  $ printf '%s\n' 93131.64123 92872.62267 92595.6956 92299.23329 91981.47141 91640.49839 91274.24549 90880.47675 \
  > 90456.77893 90000.55153 89508.99719 88979.11275 88407.68114 87791.26466 87126.20008 86408.59602 85634.33341 \
  > 84799.0698 83898.24833 82927.11257 81880.72832 | awk 'BEGIN { print "table,sex,age,rate" }
  > NR > 1 { printf "soa,1,%d,%.17g\n", NR + 38, 1 - $1 / l } { l = $1 }' > soa.csv
  $ hz-illness -t soa.csv -i soa -r 6% --age 40 --years 20 --sex 1 --benefit 100000000 | sed -n 2p | cut -d , -f 5
  6013184.27

Records: the first cover has had its first year at the end of 2024, the second 184 / 365 of it: reserves
16 and 19.392 - 3.392 x 184 / 365 = 17.682; of a contribution of 30, 20 and 30 (1 - 184 / 365 / 3) = 24.959 are
unearned. Covers that are over or have not begun are left out, and one that is over nobody knows since when is rejected:

  $ cat > i.csv <<'.'
  > plan,start,end,birth,contribution,benefit,status,ended
  > a,2024-01-01,2025-12-31,1993-05-05,30,1000,active,
  > b,2024-07-01,2026-06-30,1993-07-02,30,1000,,
  > a,2024-07-01,2026-06-30,1993-07-02,30,1000,terminated_by_payout,
  > a,2024-07-01,2026-06-30,1993-07-02,30,1000,,2024-12-30
  > a,2023-01-01,2024-12-31,1993-07-02,30,1000,,
  > a,2025-01-01,2026-12-31,1993-07-02,30,1000,,
  > .
  $ hz-illness -t ci.csv -i ci --death d --rate 25% --as-of 2024-12-31 --by plan i.csv 2>&1
  hz-illness: i.csv:4:44: status: "terminated_by_payout" says that the cover is over: expected its day, in ended
  hz-illness: 6 rows in = 2 used + 3 left out + 1 rejected (no_ended 1)
  plan,count,contribution,benefit,net_single,reserve,unearned
  a,1,30.00,1000.00,19.39,16.00,20.00
  b,1,30.00,1000.00,19.39,17.68,24.96
  total,2,60.00,2000.00,38.78,33.68,44.96
  [1]
  $ cut -d , -f 1-5 i.csv | sed 's/$/,1/; 1s/,1$/,units/' | head -n 3 > u.csv
  $ hz-illness -q -t ci.csv -i ci --death d -r 25% -d 2024-12-31 --benefit 1000 u.csv | cut -d , -f 3-
  benefit,net_single,reserve,unearned
  2000.00,38.78,33.68,44.96
  $ for n in 1 3; do hz-illness -q -t ci.csv -i ci -r 25% -d 2024-12-31 -b birth --threads $n i.csv > $n.csv 2>/dev/null; done; cmp 1.csv 3.csv

A year from 29 February ends on 27 February, or on the 28th, the last day of a month that has no 29th. On 30
August 184 of the 365 days to 28 February are over, and 366 x 181 / 365 = 181.50 is unearned; the whole risk is over on the day before the end of the longer one:

  $ printf '%s\n' start,end,birth,contribution,benefit 2024-02-29,2025-02-27,1993-05-05,366,1000 \
  > 2024-02-29,2025-02-28,1993-05-05,366,1000 2024-02-29,2025-03-01,1993-05-05,366,1000 > leap.csv
  $ hz-illness -t ci.csv -i ci -r 25% -d 2024-08-30 -b end leap.csv | cut -d , -f 1-4,7
  hz-illness: leap.csv:4:12: end: "2025-03-01" ends no term of whole years, 1 to 100: expected the day before an anniversary of the start
  hz-illness: 3 rows in = 2 used + 0 left out + 1 rejected (term_not_years 1)
  end,count,contribution,benefit,unearned
  2025-02-27,1,366.00,1000.00,181.50
  2025-02-28,1,366.00,1000.00,181.50
  total,2,732.00,2000.00,362.99
  $ hz-illness -q -t ci.csv -i ci -r 25% -d 2025-02-27 leap.csv 2> leap.err | cut -d , -f 1-3,6
  count,contribution,benefit,unearned
  1,366.00,1000.00,0.00

Half of a pair that is taken back says by its status alone that the cover is over. With its day, or without the
status, the pair is as if neither stood there; one cover is left, half a year of two of which has passed:

  $ printf '%s\n' start,end,birth,contribution,benefit,status,ended 2024-07-01,2026-06-30,1993-07-02,30,1000,cancelled, \
  > 2024-07-01,2026-06-30,1993-07-02,-30,1000,, 2024-07-01,2026-06-30,1993-07-02,30,1000,, > half.csv
  $ at='-t ci.csv -i ci --death d -r 25% -d 2024-12-31'
  $ hz-illness $at half.csv 2>&1 | sed '/^count/,$d'
  hz-illness: half.csv:2:42: status: "cancelled" says that the cover is over: expected its day, in ended
  hz-illness: 3 rows in = 2 used + 0 left out + 1 rejected (no_ended 1)
  $ sed 's/cancelled//' half.csv | hz-illness -q $at | cut -d , -f 1,2,5,6
  count,contribution,reserve,unearned
  1,30.00,17.68,24.96
  $ sed '2s/cancelled,/cancelled,2024-08-01/; 3s/,,/,,2024-08-01/; s/$/,/; 3s/$/reversal/; 1s/$/entry/' half.csv | hz-illness -q $at | cut -d , -f 1,2,5,6
  count,contribution,reserve,unearned
  1,30.00,17.68,24.96
  $ sed '2s/cancelled//; 3s/,,/,cancelled,/; 4d' half.csv | hz-illness $at 2>&1 | sed '/^count/,$d'
  hz-illness: <stdin>:3:43: status: "cancelled" says that the cover is over: expected its day, in ended
  hz-illness: 2 rows in = 1 used + 0 left out + 1 rejected (no_ended 1)

The synthetic table that is shipped, and an age that it has not:

  $ ci=$ROOT/data/ci_synthetic.csv
  $ hz-illness -t $ci -i synthetic_ci -r 3% -a 40 -n 2 -s 2 --benefit 20000 | cut -d , -f 1-3
  year,age,incidence
  0,40,0.001083
  1,41,0.001175
  2,42,
  $ cp $ci . && hz-illness -t ci_synthetic.csv -i synthetic_ci -r 3% -a 64 -n 3 -s 2 --benefit 20000
  hz-illness: ci_synthetic.csv:54: table "synthetic_ci" has no rate for age 66: it has ages 16 to 65, and 64 to 66 are needed
  [1]

What is refused:

  $ hz-illness -t ci.csv -i ci -r 3% -d 2024-12-31 2>&1 >/dev/null <<'.'
  > start,end,birth,contribution,benefit
  > 2024-07-01,2024-06-30,1993-07-02,30,1000
  > 2024-07-01,2026-06-29,1993-07-02,30,1000
  > 2024-07-01,2026-06-30,,30,1000
  > 2024-07-01,2026-06-30,1993-07-02,30,0
  > 2024-07-01,2027-06-30,1993-07-02,30,1000
  > .
  hz-illness: <stdin>:2:12: end: "2024-06-30" is before the start: expected the last day of the cover
  hz-illness: <stdin>:3:12: end: "2026-06-29" ends no term of whole years, 1 to 100: expected the day before an anniversary of the start
  hz-illness: <stdin>:4:23: birth: "" is no day of birth: a table of incidence needs an age
  hz-illness: <stdin>:5:37: benefit: "0" is no benefit: expected the sum that is paid, here or in --benefit
  hz-illness: <stdin>:6:23: birth: "19********" has no rate: ci.csv:2: table "ci" has no rate for age 32: it has ages 30 to 31, and 30 to 32 are needed
  hz-illness: 5 rows in = 0 used + 0 left out + 5 rejected (end_before_start 1, term_not_years 1, no_birth 1, no_benefit 1, no_rate 1)
  [1]
  $ sed 's/0.0[12]$/0/' ci.csv > none.csv
  $ hz-illness -t none.csv -i ci -r 3% -d 2024-12-31 u.csv --benefit 1 2>&1 >/dev/null | head -n 1
  hz-illness: u.csv:2:25: birth: "19********" has rates of 0 alone in table "ci": nothing to earn by
  $ for o in '' '-t ci.csv -i ci -r 3%' '-t ci.csv -i ci -r 3% --age 30' '-t ci.csv -i ci -r 3% -a 30 -n 1 --benefit x' '-t ci.csv -i x -r 3% -a 30 -n 1 --benefit 1'
  > do hz-illness $o < u.csv 2>&1 | head -n 1; done
  hz-illness: expected --tables FILE, --incidence TABLE and --rate RATE: none is usual
  hz-illness: expected --as-of DATE for records, or --age for a cover
  hz-illness: --age wants --years N and --benefit YUAN
  hz-illness: --benefit: expected an amount of yuan above 0, up to a billion
  hz-illness: ci.csv: there is no table "x"

A table that has lost ages since the state was made is refused, and a benefit beyond a billion yuan, which units could
carry beyond what a sum holds:

  $ printf 'table,sex,age,rate\nci,,30,0.01\nci,,31,0.01\n' >ci.csv
  $ printf 'start,end,contribution,birth\n2021-01-01,2022-12-31,10,1990-06-01\n' >two.csv
  $ set -- --as-of 2021-12-31 --tables ci.csv --incidence ci --rate 0 --benefit 1000
  $ hz-illness "$@" --partial two.csv >two.state; hz-illness "$@" two.state
  count,contribution,benefit,net_single,reserve,unearned
  1,10.00,1000.00,19.90,10.00,5.00
  $ sed -i 3d ci.csv; hz-illness "$@" two.state
  hz-illness: ci.csv:2: table "ci" has no rate for age 31: it has ages 30 to 30, and 30 to 31 are needed
  [1]
  $ hz-illness -d 2021-12-31 -t ci.csv -i ci -r 0 --benefit 1000000000.01 two.csv 2>&1 | head -n 1
  hz-illness: --benefit: expected an amount of yuan above 0, up to a billion
