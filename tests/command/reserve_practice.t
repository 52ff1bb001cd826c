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
