A cover of 99 yuan from 2022-06-10 to 2023-06-09 has 160 of its 365 days left at the end of 2022:
99 x 160 / 365 = 43.397...

  $ printf 'start,end,contribution\n2022-06-10,2023-06-09,99\n' > one.csv
  $ hz-unearned --as-of 2022-12-31 one.csv
  count,contribution,earned,unearned
  1,99.00,55.60,43.40

Terms have their actual days: 731 with a leap day in two years, 366, and 365:

  $ printf 'start,end,contribution\n2023-07-01,2025-06-30,36\n' | hz-unearned -d 2023-12-31
  count,contribution,earned,unearned
  1,36.00,9.06,26.94
  $ printf 'start,end,contribution\n2024-01-01,2024-12-31,60\n' | hz-unearned -d 2024-06-30
  count,contribution,earned,unearned
  1,60.00,29.84,30.16
  $ printf 'start,end,contribution\n2024-03-01,2025-02-28,80\n' | hz-unearned -d 2024-12-31
  count,contribution,earned,unearned
  1,80.00,67.07,12.93

By months: 24ths put the start into the middle of its month (June is 23/24, so December 11/24); six of
twelve months are over for the rules of 78, 42/156 and 114/156:

  $ hz-unearned --as-of 2022-12-31 --method 24ths one.csv
  count,contribution,earned,unearned
  1,99.00,53.62,45.38
  $ hz-unearned --as-of 2022-12-09 --method 78 one.csv
  count,contribution,earned,unearned
  1,99.00,72.35,26.65
  $ hz-unearned --as-of 2022-12-09 --method reverse-78 one.csv
  count,contribution,earned,unearned
  1,99.00,26.65,72.35
  $ hz-unearned --as-of 2022-12-30 --method 24ths one.csv
  hz-unearned: the method 24ths values at the end of a month: expected 2022-12-31, or another method
  try: hz-unearned --help
  [2]

By risk: nothing in the first 30 days, a half up to the 60th; 335 - 15 = 320 days' worth in all, of
which 160 are left. The second cover goes on from an earlier one and has no waiting period:

  $ cat > waiting.csv <<'END'
  > start,end,contribution,wait_from
  > 2022-06-10,2023-06-09,99,
  > 2022-06-10,2023-06-09,99,2021-06-10
  > END
  $ hz-unearned --as-of 2022-12-31 --method risk --risk-weights 30:0,60:0.5 --by wait_from waiting.csv
  wait_from,count,contribution,earned,unearned
  ,1,99.00,49.50,49.50
  2021-06-10,1,99.00,55.60,43.40
  total,2,198.00,105.10,92.90
  $ hz-unearned --as-of 2022-12-31 --method risk waiting.csv
  hz-unearned: --method risk wants --risk-weights, as in 30:0,60:0.5
  try: hz-unearned --help
  [2]
  $ hz-unearned --as-of 2022-12-31 --risk-weights 30:0 waiting.csv
  hz-unearned: --risk-weights goes with --method risk
  try: hz-unearned --help
  [2]
  $ hz-unearned --as-of 2022-12-31 --method risk --risk-weights 30 waiting.csv
  hz-unearned: --risk-weights: "30" has no colon (expected DAY:WEIGHT,..., as in 30:0,60:0.5)
  try: hz-unearned --help
  [2]

A cover that has not begun is wholly unearned, one that has ended not at all, and both count:

  $ cat > covers.csv <<'END'
  > plan,office,start,end,contribution
  > B,6101,2023-01-01,2023-12-31,10
  > A,6101,2021-01-01,2021-12-31,10
  > A,2201,2022-01-01,2023-12-31,20
  > A,6101,2022-12-31,2023-01-01,0.01
  > END
  $ hz-unearned --as-of 2022-12-31 --by plan covers.csv
  plan,count,contribution,earned,unearned
  A,3,30.01,20.00,10.01
  B,1,10.00,0.00,10.00
  total,4,40.01,20.00,20.01
  $ hz-unearned --as-of 2022-12-31 --by 计划,office --format json covers.csv
  [
  {"plan":"A","office":"2201","count":1,"contribution":20.00,"earned":10.00,"unearned":10.00},
  {"plan":"A","office":"6101","count":2,"contribution":10.01,"earned":10.00,"unearned":0.01},
  {"plan":"B","office":"6101","count":1,"contribution":10.00,"earned":0.00,"unearned":10.00},
  {"plan":"total","office":null,"count":4,"contribution":40.01,"earned":20.00,"unearned":20.01}
  ]

Each sum is rounded once, so three groups of a third of a fen make a total of one fen:

  $ cat > thirds.csv <<'END'
  > plan,start,end,contribution
  > A,2024-01-01,2024-01-03,0.01
  > B,2024-01-01,2024-01-03,0.01
  > C,2024-01-01,2024-01-03,0.01
  > END
  $ hz-unearned --as-of 2024-01-02 --by plan thirds.csv
  plan,count,contribution,earned,unearned
  A,1,0.01,0.01,0.00
  B,1,0.01,0.01,0.00
  C,1,0.01,0.01,0.00
  total,3,0.03,0.02,0.01

Covers that a method cannot value are rejected:

  $ cat > faults.csv <<'END'
  > start,end,contribution,wait_from
  > 2022-01-01,2022-12-31,10,
  > 2022-02-04,2022-02-20,10,
  > 2022-02-04,2022-02-03,10,
  > 2022-02-04,9999-12-31,10,
  > 2022-02-04,2023-02-03,10,2022-02-05
  > END
  $ hz-unearned --as-of 2022-06-30 --method 24ths faults.csv
  hz-unearned: faults.csv:3:12: end: "2022-02-20" does not end a term of whole months: use --method daily for such covers
  hz-unearned: faults.csv:4:12: end: "2022-02-03" is before the start: expected the last day of the cover
  hz-unearned: faults.csv:5:12: end: "9999-12-31" is more than a hundred years after the start: expected the last day of the cover
  hz-unearned: 5 rows in = 2 used + 0 left out + 3 rejected (term_not_months 1, end_before_start 1, term_too_long 1)
  count,contribution,earned,unearned
  2,20.00,8.33,11.67
  [1]
  $ hz-unearned --as-of 2022-06-30 --method risk --risk-weights 30:0 faults.csv
  hz-unearned: faults.csv:3:12: end: "2022-02-20" ends a cover of which no day has a weight: use --method daily for such covers
  hz-unearned: faults.csv:4:12: end: "2022-02-03" is before the start: expected the last day of the cover
  hz-unearned: faults.csv:5:12: end: "9999-12-31" is more than a hundred years after the start: expected the last day of the cover
  hz-unearned: faults.csv:6:26: wait_from: "2022-02-05" is after the start: expected the first day of continuous cover
  hz-unearned: 5 rows in = 1 used + 0 left out + 4 rejected (no_risk_day 1, end_before_start 1, term_too_long 1, wait_after_start 1)
  count,contribution,earned,unearned
  1,10.00,4.51,5.49
  [1]

Columns that cannot be groups:

  $ hz-unearned --as-of 2022-12-31 --by plan,office,plan covers.csv
  hz-unearned: --by: "plan" stands twice
  try: hz-unearned --help
  [2]
  $ hz-unearned --as-of 2022-12-31 --by contribution covers.csv
  hz-unearned: --by: "contribution" is a column of the result: give the records' one another name
  try: hz-unearned --help
  [2]
  $ hz-unearned --as-of 2022-12-31 --by plan, covers.csv
  hz-unearned: --by: "" names no column: expected column names, a comma between two
  try: hz-unearned --help
  [2]
  $ hz-unearned --as-of 2022-12-31 --by unit covers.csv
  hz-unearned: covers.csv:1: there is no column "unit"; the header has: plan,office,start,end,contribution (--columns MAP.yaml gives other names)
  [1]

The shipped portfolio, and its states joined:

  $ hz-unearned --as-of 2024-12-31 --by plan --format table $ROOT/data/sample/members.csv
  plan       count  contribution     earned  unearned
  accident     184       9200.00    8678.11    521.89
  allowance    366      29280.00   27113.56   2166.44
  combined     169      16900.00   15574.61   1325.39
  critical     219       8310.00    7622.84    687.16
  critical3    134      14000.00   10259.77   3740.23
  event         26          0.00       0.00      0.00
  gift          45       2250.00    2146.05    103.95
  hospital     513      50787.00   47151.28   3635.72
  savings        7        170.00     103.29     66.71
  seats         95      11400.00   10672.81    727.19
  women        242       8712.00    6934.26   1777.74
  total       2000     151009.00  136256.56  14752.44
  $ head -n 800 $ROOT/data/sample/members.csv > a.csv
  $ (head -n 1 a.csv; tail -n +801 $ROOT/data/sample/members.csv) > b.csv
  $ hz-unearned --as-of 2024-12-31 --by office --partial a.csv > a.state
  $ hz-unearned --as-of 2024-12-31 --by office --partial b.csv > b.state
  $ hz-unearned --as-of 2024-12-31 --by office $ROOT/data/sample/members.csv > whole.csv
  $ hz-merge b.state a.state | cmp - whole.csv

Contributions of each month, for the twelve months from its sixteenth day, at the end of each of 24 months:
bermuda-ledger's program_earned_premium, which takes what is written in a month as written in its middle, has 95833.33,
183333.33, 262500 and so on, 600000 after a year, 4166.67 after 23 months (and 2.3e-10 in the end). Six months for 600,000: 225000 and
300000 after a quarter and two, then 75000 and 0.

  $ covers() { echo start,end,contribution; for m in 01 02 03 04 05 06 07 08 09 10 11 12; do
  >   [ $m -le $2 ] && echo "2021-$m-16,$(date -d "2021-$m-16 + $1 months - 1 day" +%F),100000"; done; true; }
  $ begun() { awk -F, -v day=$1 'NR == 1 || $1 <= day'; }
  $ unearned() { for month; do day=$(date -d "2021-01-01 + $month months - 1 day" +%F)
  >   begun $day < covers.csv | hz-unearned --method 24ths --as-of $day | tail -1 | cut -d, -f 4; done | paste -sd ' '; }
  $ covers 12 12 > covers.csv; unearned 1 2 3 4 5 6 7 8 9 10 11 12; unearned 13 14 15 16 17 18 19 20 21 22 23 24
  95833.33 183333.33 262500.00 333333.33 395833.33 450000.00 495833.33 533333.33 562500.00 583333.33 595833.33 600000.00
  504166.67 416666.67 337500.00 266666.67 204166.67 150000.00 104166.67 66666.67 37500.00 16666.67 4166.67 0.00
  $ covers 6 6 > covers.csv; unearned 3 6 9 12
  225000.00 300000.00 75000.00 0.00
