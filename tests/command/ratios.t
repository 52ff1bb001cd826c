hz-ratios: what enrolments, payouts and amounts say of each other.

The national figures of 2019 (amounts are income and expenditure): by hand 58.52亿 / 6342.47万 = 92.267,
46.63 / 58.52 = 79.682 %, 326.01 / 6342.47 = 5.140 %, 46.63亿 / 326.01万 = 1430.32:

  $ hz-ratios --totals --enrolments 6342.47万 --payouts 326.01万 --amount 46.63亿 --contribution 58.52亿
  ratio,low,value,high
  frequency_percent,5.140,5.140,5.140
  mean_payment,1430.15,1430.32,1430.50
  cost_per_enrolment,73.51,73.52,73.53
  contribution_per_enrolment,92.26,92.27,92.27
  payout_ratio_percent,79.67,79.68,79.70

Ends by hand: 200 is 199.5 to 200.5 and 10 is 9.5 to 10.5, so 19 to 21.1053:

  $ hz-ratios -t -a 200 -n 10 --decimals 4
  ratio,low,value,high
  mean_payment,19.0000,20.0000,21.1053

A table by year, with other names, contributions and wan:

  $ printf 'year,members,payments,paid,contribution_wan_yuan\n2020,1000,50,20000,3\n2021,1100,44,22000,4\n' > y.csv
  $ hz-ratios -e members -a paid y.csv
  year,frequency_percent,mean_payment,cost_per_enrolment,contribution_per_enrolment,payout_ratio_percent
  2020,5.000,400.00,20.00,30.00,66.67
  2021,4.000,500.00,20.00,36.36,55.00
  $ hz-ratios -c paid -e members y.csv
  hz-ratios: y.csv:1: there is no column "amount": name another with --amount COLUMN
  [1]

By hand 100 ln 1.1 = 9.53102 in all; ln 1.1 by enrolments, ln 0.8 by frequency, ln 1.25 by the mean
payment, which are opposites; the largest takes what rounding leaves:

  $ hz-ratios --decompose -e members -a paid y.csv
  year,amount_growth,by_enrolments,by_frequency,by_mean_payment
  2021,9.5310,9.5310,-22.3144,22.3144

Contributions to growth, by hand: 10 + 30 grow to 16 + 33 + 1, 25 %: 15, 7.5 and 2.5 points:

  $ printf 'year,office,amount\n2021,b,10\n2021,a,30\n2022,a,33\n2022,b,16\n2022,c,1\n' > o.csv
  $ hz-ratios --parts office --figure amount o.csv
  year,office,level,growth_percent,contribution_points
  2022,a,33,10.0000,7.5000
  2022,b,16,60.0000,15.0000
  2022,c,1,,2.5000
  2022,total,50,25.0000,25.0000

Thirds add up all the same, and a year after none has no growth:

  $ printf 'year,p,enrolments\n2020,a,1\n2020,b,1\n2020,c,1\n2021,a,2\n2021,b,2\n2021,c,2\n2022,a,0\n2023,a,5\n' | hz-ratios -p p
  year,p,level,growth_percent,contribution_points
  2021,a,2,100.0000,33.3334
  2021,b,2,100.0000,33.3333
  2021,c,2,100.0000,33.3333
  2021,total,6,100.0000,100.0000
  2022,a,0,-100.0000,-33.3334
  2022,b,0,-100.0000,-33.3333
  2022,c,0,-100.0000,-33.3333
  2022,total,0,-100.0000,-100.0000
  2023,a,5,,
  2023,b,0,,
  2023,c,0,,
  2023,total,5,,

A missing year is not one of nothing; the rows of a total are no part, so the total of 121 is 121:

  $ printf 'year,p,enrolments\n2019,a,100\n2021年,a,121\n' | hz-ratios -p p
  hz-ratios: <stdin>:3:1: year: 2021 comes after 2019: there is no row for 2020: give it rows, be they 0
  [1]
  $ printf 'year,p,enrolments\n2019,a,100\n2019,total,100\n2020,a,121\n2020,合 计,121\n2020,小计：,121\n' | hz-ratios -p p
  hz-ratios: <stdin>: rows of totals, which are added up anew, are left out: 3
  year,p,level,growth_percent,contribution_points
  2020,a,121,21.0000,21.0000
  2020,total,121,21.0000,21.0000
  $ printf 'year,p,enrolments\n2019,total,100\n2020,total,121\n' | hz-ratios -p p
  hz-ratios: <stdin>: has no rows: nothing grows
  [1]

What is refused:

  $ hz-ratios -t -e 9773万
  hz-ratios: no ratio can be made of these: give two of --enrolments, --payouts, --amount, --contribution, or a FILE
  try: hz-ratios --help
  [2]
  $ hz-ratios -t -e 0 -n 5
  hz-ratios: --enrolments "0": expected a figure above 0, and not in per cent
  try: hz-ratios --help
  [2]
  $ hz-ratios -t -e 9773万 -n 5%
  hz-ratios: --payouts "5%": expected a figure above 0, and not in per cent
  try: hz-ratios --help
  [2]
  $ hz-ratios -t -e many -n 5 2>&1 | head -n 1 | cut -c 1-44
  hz-ratios: --enrolments: "many" is not a pub
  $ hz-ratios -t -d
  hz-ratios: --totals, --decompose and --parts are tables of their own: choose one
  try: hz-ratios --help
  [2]
  $ printf 'year,enrolments,payouts,amount\n2020,1,0,5\n' | hz-ratios
  hz-ratios: <stdin>:2:8: no ratio can be made of it: expected a figure above 0
  [1]
  $ printf 'year,p,enrolments\n2020,a,1\n2020,a,2\n' | hz-ratios -p p
  hz-ratios: <stdin>:3:6: "a" has another row in this year: add them up first
  [1]
  $ printf 'year,p,enrolments\n2020,a,-1\n' | hz-ratios -p p
  hz-ratios: <stdin>:2:8: expected a year from 1 to 9999 and a figure of 0 or more
  [1]
  $ printf 'year,p,enrolments\n' | hz-ratios -p p
  hz-ratios: <stdin>: has no rows: nothing grows
  [1]

What was planned, and what came of it: 30 of 40 is 75 %, 5 of 4 is 125 %, and of both 35 of 44, 79.55 %:

  $ printf 'year,office,enrolments\n2023,a,1\n2024,a,30\n2024,b,5\n2024,total,35\n' >actual.csv
  $ printf 'office,target\na,40\nb,4\nc,0\n' >plan.csv
  $ hz-ratios --parts office --targets plan.csv actual.csv
  hz-ratios: actual.csv: rows of totals, which are added up anew, are left out: 1
  year,office,target,level,completion_percent,gap
  2024,a,40,30,75.00,-10
  2024,b,4,5,125.00,1
  2024,c,0,0,,0
  2024,total,44,35,79.55,-9

A year that has not come yet is not one in which nothing came; a part of which nothing came has 0 of 10:

  $ printf 'year,office,target\n2024,a,40\n2024,b,4\n2025,a,50\n' >later.csv
  $ hz-ratios --parts office --targets later.csv actual.csv
  hz-ratios: later.csv:4:6: actual.csv has no figures of 2025: give it rows of that year, or leave its targets out
  [1]
  $ printf 'year,office,target\n2022,a,40\n' | hz-ratios --parts office --targets - actual.csv
  hz-ratios: <stdin>:2:6: actual.csv has no figures of 2022: give it rows of that year, or leave its targets out
  [1]
  $ printf 'year,office,target\n2023,a,4\n2024年,a,40\n2024,b,4\n2024,c,10\n合计,合计,58\n' >two.csv
  $ hz-ratios --parts office --targets two.csv actual.csv
  hz-ratios: actual.csv: rows of totals, which are added up anew, are left out: 1
  hz-ratios: two.csv: rows of totals, which are added up anew, are left out: 1
  year,office,target,level,completion_percent,gap
  2023,a,4,1,25.00,-3
  2023,total,4,1,25.00,-3
  2024,a,40,30,75.00,-10
  2024,b,4,5,125.00,1
  2024,c,10,0,0.00,-10
  2024,total,54,35,64.81,-19

  $ sed -i '/^b/d' plan.csv; hz-ratios --parts office --targets plan.csv actual.csv
  hz-ratios: actual.csv:4:6: "b" has no target in 2024 in plan.csv: give it one, be it 0
  [1]
  $ printf 'office,target\na,1\na,2\nb,1\n' >plan.csv; hz-ratios --parts office --targets plan.csv actual.csv
  hz-ratios: plan.csv:3:1: "a" stands twice in 2024
  [1]
  $ printf 'office,target\na,-1\nb,1\n' >plan.csv; hz-ratios --parts office --targets plan.csv actual.csv
  hz-ratios: plan.csv:2:3: expected a figure of 0 or more
  [1]
  $ hz-ratios --targets plan.csv actual.csv
  hz-ratios: --targets wants --parts COLUMN: whose targets they are
  try: hz-ratios --help
  [2]

`--figure` was the format once, and is of `--parts` now:

  $ printf 'year,enrolments,payouts,amount\n2020,10,2,30\n' | hz-ratios --figure table
  hz-ratios: --figure goes with --parts; how a table is printed is --format
  try: hz-ratios --help
  [2]
