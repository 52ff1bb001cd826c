The rate history and premiums of Friedland (2010), XYZ Insurer. On-level factors of chainladder-python 0.10.0,
ParallelogramOLF with a monthly grid, which is exact for changes on the first of a month: 1.2154538025 up to 2002, then
1.20341960643564, 1.17982314356436, 1.13976219512195, 1.07240963855422, 0.962790697674419, 0.947368421052632; with
vertical_line=True 1.191621375, 1.16825625, 1.112625, 1.035, 0.9, 1:

  $ printf 'date,change\n2003-01-01,2%%\n2004-01-01,2%%\n2005-01-01,5%%\n2006-01-01,0.075\n2008-01-01,-10%%\n2007-01-01,15%%\n' >rates.csv
  $ printf 'origin,exposure\n2002,61183\n2003,69175\n2004,99322\n2005,138151\n2006,107578\n2007,62438\n2008,47797\n' >premium.csv
  $ hz-on-level --rates rates.csv --detail premium.csv
  origin,given,factor,exposure
  2002,61183,1.215454,74365.11
  2003,69175,1.203420,83246.55
  2004,99322,1.179823,117182.39
  2005,138151,1.139762,157459.29
  2006,107578,1.072410,115367.68
  2007,62438,0.962791,60114.73
  2008,47797,0.947368,45281.37
  $ hz-on-level --rates rates.csv --term 0 --detail premium.csv | cut -d, -f1,3
  origin,factor
  2002,1.215454
  2003,1.191621
  2004,1.168256
  2005,1.112625
  2006,1.035000
  2007,0.900000
  2008,1.000000

By hand: 10 % from the middle of 2021, terms of half a year. What is earned of 2021 is new from then on for the
triangle 0.5 * 0.5 = 0.25 of the year, on average 1.025 of the old price, and all of 2022:

  $ printf 'date,change\n2021-07-01,10%%\n' >one.csv; printf 'origin,exposure\n2020,100\n2021,100\n2022,100\n' >three.csv
  $ hz-on-level --rates one.csv --term 6 -d three.csv
  origin,given,factor,exposure
  2020,100,1.100000,110.000
  2021,100,1.073171,107.317
  2022,100,1.000000,100.000
  $ awk 'BEGIN { printf "%.6f\n", 1.1 / 1.025 }'
  1.073171

Quarters and months, a day within a month (16 of 30 days are after it), and one of 24 months' terms, of which a quarter
of the first year's half-way line: 1 / 4 * 1 = 12 / 48 new, 1.1 / 1.025:

  $ printf 'date,change\n2021-01-01,10%%\n' | hz-on-level --rates /dev/stdin --term 24 -d three.csv
  origin,given,factor,exposure
  2020,100,1.100000,110.000
  2021,100,1.073171,107.317
  2022,100,1.023256,102.326
  $ printf 'origin,exposure\n2021-04,100\n2021-05,100\n' >months.csv
  $ printf 'date,change\n2021-04-15,20%%\n' | hz-on-level --rates /dev/stdin --term 0 -d months.csv
  origin,given,factor,exposure
  2021-04,100,1.084337,108.434
  2021-05,100,1.000000,100.000
  $ awk 'BEGIN { printf "%.6f\n", 1.2 / (14 / 30 + 1.2 * 16 / 30) }'
  1.084337
  $ printf 'origin,exposure\n2021Q1,100\n2021Q2,100\n' | hz-on-level --rates one.csv --trend 10% --decimals 4
  origin,exposure
  2021Q1,112.6525
  2021Q2,110.0000

A trend alone, and prices of each plan; what comes out is exposure for hz-reserve:

  $ hz-on-level --trend 10% three.csv
  origin,exposure
  2020,121.000
  2021,110.000
  2022,100.000
  $ printf 'plan,origin,exposure\nA,2021,100\nA,2022,100\nB,2021,100\nB,2022,100\n' >plans.csv
  $ printf 'plan,date,change\nA,2022-01-01,10%%\nB,2022-01-01,20%%\n' >rates.csv
  $ hz-on-level --rates rates.csv --term 0 plans.csv
  plan,origin,exposure
  A,2021,110.000
  A,2022,100.000
  B,2021,120.000
  B,2022,100.000
  $ printf 'origin,development,value\n2021,1,80\n2021,2,100\n2022,1,110\n' >triangle.csv
  $ hz-on-level --rates one.csv three.csv | grep -v 2020 | hz-reserve -m cape-cod -e /dev/stdin triangle.csv
  origin,latest,development_to_ultimate,ultimate,ibnr,se,cv
  2021,100.00,1.000000,100.00,0.00,,
  2022,110.00,1.250000,132.41,22.41,,
  total,210.00,,232.41,22.41,,

What is refused:

  $ printf 'origin,exposure\n1,5\n' | hz-on-level
  hz-on-level: <stdin>:2:1: "1" is no period, expected one like 2021, 2021Q3 or 2021-07
  [1]
  $ printf 'origin,exposure\n2021,x\n' | hz-on-level
  hz-on-level: <stdin>:2:6: exposure: "x" is not a number (expected 1234.5, without separators)
  [1]
  $ printf 'origin,premium\n2021,5\n' | hz-on-level
  hz-on-level: <stdin>: there is no column "exposure"; the header has: origin,premium
  [1]
  $ printf 'date,change\n2021-13-01,10%%\n' | hz-on-level --rates /dev/stdin three.csv
  hz-on-level: <stdin>:2:1: "2021-13-01" is no date, expected one like 2021-07-01
  [1]
  $ printf 'date,change\n2021-12-01,-100%%\n' | hz-on-level --rates /dev/stdin three.csv
  hz-on-level: <stdin>:2:12: "-100%" is no change of a price, expected one like 5% or -0.1, above -100%, and above 1 with the %
  [1]
  $ printf 'date,change\n2021-12-01,1%%\n2021-12-01,2%%\n' | hz-on-level --rates /dev/stdin three.csv
  hz-on-level: <stdin>:3:1: two changes are of the same day: make them one, or say in a column of the exposures whose they are
  [1]
  $ hz-on-level --rates rates.csv three.csv
  hz-on-level: three.csv: there is no column "plan"; the header has: origin,exposure
  [1]
  $ hz-on-level --detail three.csv | hz-on-level --detail
  hz-on-level: <stdin>: the column "given" is called like one of the result: rename it
  [1]
  $ sed 's/^B/BB/' rates.csv | hz-on-level --rates /dev/stdin plans.csv | tail -n 1
  hz-on-level: <stdin>:3:4: no exposure has the other columns of this change: correct them, or leave it out
  $ printf 'origin,exposure\n2021,-5\n' | hz-on-level
  hz-on-level: <stdin>:2:6: an exposure of -5 times 1: expected one of 0 or more, and changes and a trend that leave a price to count with
  [1]
  $ printf 'origin,exposure\n1821,1e150\n2021,1e300\n' | hz-on-level --trend 1000%
  hz-on-level: <stdin>:2:6: an exposure of 1e+150 times 1.89905276460462e+208: expected one of 0 or more, and changes and a trend that leave a price to count with
  [1]
  $ printf 'date,change\n2021-12-01,3\n' | hz-on-level --rates /dev/stdin three.csv
  hz-on-level: <stdin>:2:12: "3" is no change of a price, expected one like 5% or -0.1, above -100%, and above 1 with the %
  [1]

Small units keep their digits:

  $ printf 'origin,exposure\n2020,0.0123\n2021,0.0131\n' | hz-on-level
  origin,exposure
  2020,0.0123000
  2021,0.0131000
