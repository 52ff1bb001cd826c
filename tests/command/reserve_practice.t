# Methods of everyday practice

Three months: 250 / 100 = 2.5 from age 1 to 2, so that 0.4 of the last one has been observed. The other two come to 250
for 25 members, 10 a member: 10 + 0.6 x 20 x 10 = 130 where 0.4 is too little to speak for itself, and
10 x 2.5 = 25 where it is enough.

  $ printf 'origin,development,value\n1,1,40\n1,2,100\n2,1,60\n2,2,150\n3,1,10\n' > paid.csv
  $ printf 'origin,exposure\n1,10\n2,15\n3,20\n' > members.csv
  $ hz-reserve -m completion --completion 50% -e members.csv paid.csv
  origin,latest,development_to_ultimate,ultimate,ibnr,se,cv
  1,100.00,1.000000,100.00,0.00,,
  2,150.00,1.000000,150.00,0.00,,
  3,10.00,2.500000,130.00,120.00,,
  total,260.00,,380.00,120.00,,
  $ hz-reserve -m completion --completion 0.3 -e members.csv paid.csv | grep ^3
  3,10.00,2.500000,25.00,15.00,,

With a trend of 10%, a member costs (100 x 1.21 + 150 x 1.1) / 25 = 11.44 in the last month, and with a prior of 8, 8:
10 + 0.6 x 20 x 11.44 = 147.28, 10 + 0.6 x 20 x 8 = 106.

  $ hz-reserve -m completion --completion 0.5 --trend 10% -e members.csv paid.csv | grep ^3
  3,10.00,2.500000,147.28,137.28,,
  $ hz-reserve -m completion --completion 0.5 -p 8 -e members.csv --run-off paid.csv
  origin,development,period,value
  3,2,,96.000000
  total,,,96.000000
  $ hz-reserve -m completion -e members.csv paid.csv
  hz-reserve: completion needs the share from which on an origin speaks for itself (--completion)
  try: hz-reserve --help
  [2]
  $ hz-reserve -m completion --completion 1 -t 1.1 -e members.csv paid.csv
  hz-reserve: paid.csv: origin 1: completion finds no level, for no origin with exposure is complete to 1: give a prior or a smaller share
  [1]

Four per cent of what was paid on the last diagonal, 90 and 10, and on the last two, 60 more and 60 more:

  $ hz-reserve -m percent-of-paid --percent 4% --percent-of 1 paid.csv
  origin,latest,development_to_ultimate,ultimate,ibnr,se,cv
  1,100.00,1.000000,100.00,0.00,,
  2,150.00,1.000000,153.60,3.60,,
  3,10.00,2.500000,10.40,0.40,,
  total,260.00,,264.00,4.00,,
  $ hz-reserve -m percent-of-paid --percent 4% --percent-of 2 paid.csv | cut -d, -f 1,5
  origin,ibnr
  1,2.40
  2,6.00
  3,0.40
  total,8.80
  $ hz-reserve -m percent-of-paid --percent 4% paid.csv
  hz-reserve: percent-of-paid needs a percentage and how many diagonals it is of (--percent, --percent-of)
  try: hz-reserve --help
  [2]
  $ printf 'origin,development,value\n1,2,100\n2,1,60\n2,2,150\n3,1,10\n' | hz-reserve -m percent-of-paid --percent 4% --percent-of 2
  hz-reserve: <stdin>: origin 1, development 2: the age before is missing, so that it is not known what was paid
  [1]

Claims settled: 10, 15 and 6 x 25 / 10 = 15 in the end; 0.4 of them by age 1. What is settled later costs
(60 + 90) / (6 + 9) = 10, so that the 9 that are open cost 90; at the level of the last month with a trend of 10%,
(60 x 1.21 + 90 x 1.1) / 15 = 11.44, they cost 102.96.

  $ printf 'origin,development,value\n1,1,4\n1,2,10\n2,1,6\n2,2,15\n3,1,6\n' > settled.csv
  $ hz-reserve -m disposal-rate --counts settled.csv paid.csv
  origin,latest,development_to_ultimate,ultimate,ibnr,se,cv
  1,100.00,,100.00,0.00,,
  2,150.00,,150.00,0.00,,
  3,10.00,,100.00,90.00,,
  total,260.00,,350.00,90.00,,
  $ hz-reserve -m disposal-rate --counts settled.csv --trend 0.1 --run-off paid.csv
  origin,development,period,value
  3,2,,102.960000
  total,,,102.960000

Three ages, by hand: counts 10, 16, 20; 10, 14; 12. Factors 1.5 and 1.25, so that N is 20, 17.5 and 22.5; the rates are
32 / 60, 30 / 37.5 = 0.8 and 1. Severities are (50 + 70) / (6 + 4) = 12 and 40 / 4 = 10. Of the last, 10.5 are
open: 10.5 x (0.8 - 0.53333) / 0.46667 x 12 = 72 and 10.5 x 0.2 / 0.46667 x 10 = 45. Of the second, 3.5 x 10 = 35.

  $ printf 'origin,development,value\n1,1,10\n1,2,16\n1,3,20\n2,1,10\n2,2,14\n3,1,12\n' > settled.csv
  $ printf 'origin,development,value\n1,1,90\n1,2,140\n1,3,180\n2,1,80\n2,2,150\n3,1,99\n' > paid.csv
  $ hz-reserve -m disposal-rate --counts settled.csv --run-off paid.csv
  origin,development,period,value
  2,3,,35.000000
  3,2,,72.000000
  3,3,,45.000000
  total,,,152.000000

The closed claims and payments of Berquist and Sherman (1977), automobile bodily injury. From the disposal rates of
chainladder in Python 0.10.1, 0.483828213436, 0.823975608069, 0.913265847941, 0.959077451284, 0.982307124772,
0.993105872334 and 0.998206507815, and severities by age:

  $ triangle() { awk 'NR == 1 { print "origin,development,value" } { for (k = 1; k <= NF; k++) print NR "," k "," $k }'; }
  $ triangle > closed.csv <<'EOF'
  > 4079 6616 7192 7494 7670 7749 7792 7806
  > 4429 7230 7899 8291 8494 8606 8647
  > 4914 8174 9068 9518 9761 9855
  > 4497 7842 8747 9254 9469
  > 4419 7665 8659 9093
  > 3486 6214 6916
  > 3516 6226
  > 3230
  > EOF
  $ triangle > paid.csv <<'EOF'
  > 1904 5398 7496 8882 9712 10071 10199 10256
  > 2235 6261 8691 10443 11346 11754 12031
  > 2441 7348 10662 12655 13748 14235
  > 2503 8173 11810 14176 15383
  > 2838 8712 12728 15278
  > 2405 7858 11771
  > 2759 9182
  > 2801
  > EOF
  $ hz-reserve -m disposal-rate --counts closed.csv --decimals 6 paid.csv | cut -d, -f 1,5
  origin,ibnr
  1,0.000000
  2,63.254492
  3,316.501560
  4,765.466309
  5,1814.080040
  6,3120.694608
  7,5876.275471
  8,9138.155764
  total,21094.428244

A trend brings the prior, which is of the last origin, back to the others: 10 x 8 / 1.21 = 66.12, 15 x 8 / 1.1 = 109.09.

  $ printf 'origin,development,value\n1,1,40\n1,2,100\n2,1,60\n2,2,150\n3,1,10\n' > paid.csv
  $ hz-reserve -m expected -p 8 --trend 10% -e members.csv paid.csv | cut -d, -f 1,4
  origin,ultimate
  1,66.12
  2,109.09
  3,160.00
  total,335.21
  $ hz-reserve -m bornhuetter-ferguson,benktander --iterations 1 -p 8 --trend 10% -e members.csv paid.csv | awk -F, '
  > $1 == "benktander" && $2 != origin { exit 1 } { origin = $2 } END { print "alike" }'
  alike

A table by years that is valued in August (2019 at 44 months, 2022 at 8). By hand: the factors at 12 and 24 months are
(1500 + 1700) / (1000 + 1100) = 1.523810 and 1650 / 1500 = 1.1, so that 0.596591, 0.909091 and 1 have developed by 12, 24
and 36. By 8, on a line from 0, 0.397727; by 20, eight twelfths of the way, 0.804924, or 1 - 0.403409^(1/3)
0.090909^(2/3) = 0.850610; by 32, 0.969697 in either way, for nothing is to come at 36.

  $ printf 'origin,8,12,20,24,32,36,44\n2019,,1000,,1500,,1650,1690\n2020,,1100,,1700,1800,,\n2021,,1200,1600,,,,\n2022,700,,,,,,\n' > august.csv
  $ for way in linear exponential; do hz-reserve --between $way august.csv 2>/dev/null | cut -d, -f 1-5; done
  origin,latest,development_to_ultimate,ultimate,ibnr
  2019,1690.00,1.000000,1690.00,0.00
  2020,1800.00,1.031250,1856.25,56.25
  2021,1600.00,1.242353,1987.76,387.76
  2022,700.00,2.514286,1760.00,1060.00
  total,5790.00,,7294.01,1504.01
  origin,latest,development_to_ultimate,ultimate,ibnr
  2019,1690.00,1.000000,1690.00,0.00
  2020,1800.00,1.031250,1856.25,56.25
  2021,1600.00,1.175626,1881.00,281.00
  2022,700.00,2.514286,1760.00,1060.00
  total,5790.00,,7187.25,1397.25
  $ hz-reserve --between linear --factors august.csv 2>/dev/null
  age,factor,se,sigma,to_ultimate
  8,1.500000,,,2.514286
  12,1.349206,,,1.676190
  20,1.129412,,,1.242353
  24,1.066667,,,1.100000
  32,1.031250,,,1.031250
  36,1.000000,,,1.000000
  44,1.000000,,,1.000000
  $ hz-reserve --between linear august.csv 2>/dev/null | hz-project
  period,payout
  2022-09/2023-08,1100.44
  2023-09/2024-08,350.24
  2024-09/2025-08,53.33
  total,1504.01

At ages that nobody was seen at, with a tail of 1.05: half way to 36 is (1 - 1 / 1.155)^(1/2) (1 - 1 / 1.05)^(1/2) left,
1 / 1.086886; four months behind 36 the tail, which comes in one age, has a third, 1 - 8/12 (1 - 1 / 1.05) = 1 / 1.032787.

  $ hz-reserve --between exponential --tail 1.05 --factors --ages 30,36,40,48,60 august.csv 2>/dev/null
  age,factor,se,sigma,to_ultimate
  30,1.035129,,,1.086886
  36,1.016667,,,1.050000
  40,1.032787,,,1.032787
  48,1.000000,,,1.000000
  60,1.000000,,,1.000000

Where all ages are regular nothing is interpolated, and both ends of a step are as they were; of tails that a curve or a
decay spreads, whole steps are those of the run-off: 1.018739, 1.009436, 1.005006.

  $ hz-reserve -m mack --between exponential $ROOT/data/published/raa.csv | cmp - <(hz-reserve -m mack $ROOT/data/published/raa.csv)
  $ hz-reserve --between linear --factors --ages 1,2,3,4,5,6,7,8,9,10 $ROOT/data/published/raa.csv | cut -d, -f 1,2,5 | cmp - <(hz-reserve --factors $ROOT/data/published/raa.csv | cut -d, -f 1,2,5)
  $ hz-reserve --between linear --tail-curve exponential --factors --ages 9,10,11 $ROOT/data/published/raa.csv
  age,factor,se,sigma,to_ultimate
  9,1.009217,,,1.018739
  10,1.004408,,,1.009436
  11,1.005006,,,1.005006
  $ hz-reserve --tail-curve exponential --run-off $ROOT/data/published/raa.csv | awk -F, '$1 == 1981 { left += $4; paid[NR] = $4; n[$2] = $4 } END { printf "%.6f %.6f\n", (18834 + left) / 18834, (18834 + left) / (18834 + n[11]) }'
  1.009436 1.005006

What has no errors, or no regular age, is refused, and so is what does not go together:

  $ hz-reserve --between linear --round-factors 2 august.csv
  hz-reserve: --between finds factors by interpolation, which --round-factors does not round: leave one of them out
  try: hz-reserve --help
  [2]
  $ printf '%s\n' origin,8,12,20,24,32 2021,,1200,,1800,1850 2022,,1100,1600,, 2023,700,,,, > grown.csv
  $ hz-reserve --between linear grown.csv 2>&1 >/dev/null | head -n 1
  hz-reserve: grown.csv: origin 2021 has grown after 24, the last age that others go on from: no factor tells what follows it (--tail does)
  $ hz-reserve --between linear --tail 1.1 grown.csv 2>&1 >/dev/null | grep -c "grown after"
  0
  [1]
  $ hz-reserve -m mack --between linear august.csv 2>&1 | tail -1
  hz-reserve: august.csv: no sigma from development 8 to 12: the factor is interpolated (--between), and has no error: leave mack out
  $ hz-reserve august.csv 2>&1 | tail -1
  hz-reserve: august.csv: the factor from development 8 to 12 cannot be computed: origins are seen at ages of their own, and none at both: hz-reserve --between linear develops from such ages if others are regular, and hz-emergence --interpolate gives values at the same ages for all
  $ printf 'origin,development,value\n1,5,10\n1,11,20\n1,30,30\n2,7,10\n2,13,20\n3,6,10\n' | hz-reserve --between linear 2>&1 | tail -1
  hz-reserve: <stdin>: the factor from development 6 to 7 cannot be computed: origins are seen at ages of their own, and none at both: hz-reserve --between linear develops from such ages if others are regular, and hz-emergence --interpolate gives values at the same ages for all
  $ hz-reserve --ages 6,12 august.csv
  hz-reserve: --ages goes with --factors and --between
  try: hz-reserve --help
  [2]
  $ hz-reserve --between linear --credibility august.csv
  hz-reserve: --between is of a triangle by itself, without --credibility
  try: hz-reserve --help
  [2]
  $ printf 'ages:\n  - {age: 20, origin: 2021, factor: 1.2, reason: two large claims open}\n' > own.yaml
  $ hz-reserve --between linear --selections own.yaml august.csv 2>&1 | tail -1
  hz-reserve: own.yaml: --between develops all origins alike: leave out factors of one origin

A selection at an age between is of no factor, and so is refused. By hand, 1.5 at 12: 1 / 1.1 / 1.5 = 0.606061 by then, and
700 / 0.606061 * 12 / 8 = 1732.50 for 2022.

  $ printf 'ages: [{age: 20, factor: 1.5}]\n' > own.yaml
  $ hz-reserve --between linear --selections own.yaml august.csv 2>&1 | tail -1
  hz-reserve: own.yaml:1:8: no triangle has a step from the age 20
  $ printf 'exclude: [{age: 20}]\n' > own.yaml
  $ hz-reserve --between linear --selections own.yaml august.csv 2>&1 | tail -1
  hz-reserve: own.yaml:1:11: this exclusion matches no link ratio: correct it or remove it
  $ printf 'ages: [{age: 12, factor: 1.5}]\n' > own.yaml
  $ hz-reserve --between linear --selections own.yaml august.csv 2>&1 | grep ^2022 | cut -d, -f 1-5
  2022,700.00,2.475000,1732.50,1032.50
