hz-growth: average annual growth of yearly figures.

  $ cd "$ROOT"

The synthetic series agrees with the published rates by the level method: 11.40 %, 12.10 %, 17.20 %:

  $ hz-growth data/sample/years_synthetic.csv
  series,method,base_year,last_year,years,rate_percent
  enrolments,level,2017,2022,5,11.4039
  enrolments,cumulative,2017,2022,5,11.8371
  enrolments,arithmetic,2017,2022,5,11.5096
  payouts,level,2017,2022,5,12.0989
  payouts,cumulative,2017,2022,5,12.5249
  payouts,arithmetic,2017,2022,5,12.2670
  amount_wan_yuan,level,2017,2022,5,17.2000
  amount_wan_yuan,cumulative,2017,2022,5,17.8318
  amount_wan_yuan,arithmetic,2017,2022,5,17.3749
  $ hz-growth --method level --decimals 2 data/sample/years_synthetic.csv
  series,method,base_year,last_year,years,rate_percent
  enrolments,level,2017,2022,5,11.40
  payouts,level,2017,2022,5,12.10
  amount_wan_yuan,level,2017,2022,5,17.20

Every definition, with its formula; the mistake with the base that it takes:

  $ hz-growth --method all --definitions --format table data/sample/years_synthetic.csv | head -n 7
  series           method       base_year  last_year  years  rate_percent  definition
  enrolments       level             2017       2022      5       11.4039  (a[n]/a[0])^(1/n) - 1
  enrolments       cumulative        2017       2022      5       11.8371  g: sum of (1+g)^i = sum of a[i]/a[0] over 1..n
  enrolments       arithmetic        2017       2022      5       11.5096  mean of a[i]/a[i-1] - 1 over 1..n
  enrolments       simple            2017       2022      5       14.3188  (a[n]/a[0] - 1)/n
  enrolments       log-linear        2017       2022      5       12.2344  exp(slope of log a[i] over 0..n) - 1
  enrolments       base-inside       2018       2022      4       11.5379  (a[n]/a[1])^(1/(n-1)) - 1 by mistake
  $ hz-growth -m simple,base-inside -d data/sample/years_synthetic.csv | tail -n 2
  amount_wan_yuan,simple,2017,2022,5,24.2251,(a[n]/a[0] - 1)/n
  amount_wan_yuan,base-inside,2018,2022,4,17.2071,(a[n]/a[1])^(1/(n-1)) - 1 by mistake

The years between which:

  $ hz-growth -m level,simple --base-year 2019 --to 2020 data/sample/years_synthetic.csv
  series,method,base_year,last_year,years,rate_percent
  enrolments,level,2019,2020,1,17.5407
  enrolments,simple,2019,2020,1,17.5407
  payouts,level,2019,2020,1,10.2113
  payouts,simple,2019,2020,1,10.2113
  amount_wan_yuan,level,2019,2020,1,18.1278
  amount_wan_yuan,simple,2019,2020,1,18.1278
  $ hz-growth -m base-inside -b 2018 -t 2022 data/sample/years_synthetic.csv | head -n 2
  series,method,base_year,last_year,years,rate_percent
  enrolments,base-inside,2019,2022,3,12.5931

Year on year:

  $ hz-growth --year-on-year data/sample/years_synthetic.csv | grep -e series -e payouts
  series,year,level,growth_percent
  payouts,2017,452000,
  payouts,2018,501000,10.8407
  payouts,2019,568000,13.3733
  payouts,2020,626000,10.2113
  payouts,2021,769900,22.9872
  payouts,2022,800100,3.9226
  $ hz-growth -y -b 2020 -t 2021 data/sample/years_synthetic.csv
  series,year,level,growth_percent
  enrolments,2020,19500000,
  enrolments,2021,22660000,16.2051
  payouts,2020,626000,
  payouts,2021,769900,22.9872
  amount_wan_yuan,2020,79500,
  amount_wan_yuan,2021,101643,27.8528

Rows in any order, Chinese names, a byte order mark, CRLF, tabs, a figure that is not known:

  $ printf '\xef\xbb\xbf\xe5\x8f\x82\xe4\xbf\x9d\xe4\xba\xba\xe6\xac\xa1\tyear\r\n121\t2020\r\n100\t2018\r\n110\t2019\r\n' | hz-growth
  series,method,base_year,last_year,years,rate_percent
  参保人次,level,2018,2020,2,10.0000
  参保人次,cumulative,2018,2020,2,10.0000
  参保人次,arithmetic,2018,2020,2,10.0000
  $ printf 'year,x,y\n2019,1.5,\n2018,,3\n2020,3,6\n' | hz-growth --year-on-year --format json
  [
  {"series":"x","year":2018,"level":null,"growth_percent":null},
  {"series":"x","year":2019,"level":1.5,"growth_percent":null},
  {"series":"x","year":2020,"level":3.0,"growth_percent":100.0000},
  {"series":"y","year":2018,"level":3,"growth_percent":null},
  {"series":"y","year":2019,"level":null,"growth_percent":null},
  {"series":"y","year":2020,"level":6,"growth_percent":null}
  ]
  $ printf 'year,x\n2017,100\n2018,150\n2019,90\n2020,160\n2021,120\n2022,150\n' |
  > hz-growth -m all -f tsv | cut -f 2,6
  method	rate_percent
  level	8.4472
  cumulative	9.9198
  arithmetic	17.5556
  simple	10.0000
  log-linear	5.6790
  base-inside	0.0000

Refusals say where, and print nothing else:

  $ printf 'year,x\n2018,5\n2019,0\n2020,6\n' | hz-growth
  hz-growth: <stdin>:3:6: x: the level of 2019 is 0: growth is defined for positive levels only (--base-year and --to leave out years at the ends)
  [1]
  $ printf 'year,x,y\n2018,5,1\n2019,6,\n' | hz-growth -f csv
  hz-growth: <stdin>:3:8: y: the level of 2019 is missing (--base-year and --to leave out years at the ends)
  [1]
  $ printf 'year,x\n2018,5\n2018,6\n' | hz-growth
  hz-growth: <stdin>:3:1: year: 2018 stands on line 2 already
  [1]
  $ printf 'year,x\n2018,5\n2020,6\n' | hz-growth
  hz-growth: <stdin>:3:1: year: 2020 comes after 2018: there is no row for 2019
  [1]
  $ printf 'year,x\n2018,5\n2019,1e999\n' | hz-growth
  hz-growth: <stdin>:3:6: x: "1e999" is not a number (expected 1234.5, without separators)
  [1]
  $ printf 'year,x\n2018,"1,00"\n' | hz-growth
  hz-growth: <stdin>:2:6: x: "1,00" could be a decimal comma or a sign between thousands: say --decimal-comma, or write it with a point or without a sign
  [1]
  $ printf 'yaer,x\n2018,1\n' | hz-growth
  hz-growth: <stdin>: there is no column "year"; the header has: yaer and 1 more that are not known; the nearest is "yaer"
  [1]
  $ printf 'year\n2018\n' | hz-growth
  hz-growth: <stdin>: there is no column of figures beside "year"
  [1]
  $ printf 'year,x\n' | hz-growth
  hz-growth: <stdin>: there is no row: expected one a year
  [1]
  $ printf 'year,x\n2018,1\n' | hz-growth
  hz-growth: <stdin>: too few years after 2018 for the method level: 0, expected 1 or more
  [1]
  $ printf 'year,x\n2018,1\n2019,2\n' | hz-growth -m all
  hz-growth: <stdin>: too few years after 2018 for the method base-inside: 1, expected 2 or more
  [1]
  $ hz-growth < /dev/null
  hz-growth: <stdin>: empty: a header line was expected
  [1]
  $ hz-growth data/published/association_totals.csv
  hz-growth: data/published/association_totals.csv: there is no column "year"; the header has: scope,measure,from,to,value,unit,published,qualifier,source
  [1]

So does what is wrong with the command line:

  $ hz-growth --base-year 2016 data/sample/years_synthetic.csv
  hz-growth: --base-year 2016: the table has the years 2017 to 2022
  try: hz-growth --help
  [2]
  $ hz-growth --to 2023 data/sample/years_synthetic.csv
  hz-growth: --to 2023: the table has the years 2017 to 2022
  try: hz-growth --help
  [2]
  $ hz-growth -b 2020 -t 2018 data/sample/years_synthetic.csv
  hz-growth: the last year, 2018, is before the base year, 2020
  try: hz-growth --help
  [2]
  $ hz-growth -m geometric data/sample/years_synthetic.csv
  hz-growth: --method: "geometric" is none of: level, cumulative, arithmetic, simple, log-linear, base-inside, all
  try: hz-growth --help
  [2]
  $ hz-growth a.csv b.csv
  hz-growth: one FILE at most, not 2
  try: hz-growth --help
  [2]
  $ hz-growth missing.csv
  hz-growth: missing.csv: cannot open: No such file or directory
  [3]
  $ hz-growth data/sample/years_synthetic.csv > /dev/full
  hz-growth: <stdout>: cannot write: No space left on device
  [3]

Some of the figures, and the last years of a table that may have fewer:

  $ hz-growth --series=payouts --method=level --last 3 data/sample/years_synthetic.csv
  series,method,base_year,last_year,years,rate_percent
  payouts,level,2019,2022,3,12.0982
  $ hz-growth -s payouts -m level -b 2019 data/sample/years_synthetic.csv
  series,method,base_year,last_year,years,rate_percent
  payouts,level,2019,2022,3,12.0982
  $ hz-growth -s payouts -m level -n 99 data/sample/years_synthetic.csv
  series,method,base_year,last_year,years,rate_percent
  payouts,level,2017,2022,5,12.0989
  $ hz-growth -s payout data/sample/years_synthetic.csv
  hz-growth: --series: the table has no column "payout" of figures
  try: hz-growth --help
  [2]
  $ hz-growth -s payouts,payouts data/sample/years_synthetic.csv
  hz-growth: --series: "payouts" stands twice
  try: hz-growth --help
  [2]
  $ hz-growth -n 3 -b 2019 data/sample/years_synthetic.csv
  hz-growth: --base-year and --last both say where growth begins: choose one
  try: hz-growth --help
  [2]
