hz-growth on published figures.

  $ cd "$ROOT"

The payouts' and the amount's rates are reproduced by the level method alone, as 12.10 % and 17.20 %:

  $ hz-growth -m all --claimed 12.10% data/sample/years_synthetic.csv | grep '^payouts.*reproduced'
  payouts,level,2017,2022,5,12.0989,12.10%,reproduced,0.0000
  $ hz-growth -m all --claimed 17.20% data/sample/years_synthetic.csv | grep '^amount.*reproduced'
  amount_wan_yuan,level,2017,2022,5,17.2000,17.20%,reproduced,0.0000

Nearly and over have one end; with definitions, the formula stays last:

  $ hz-growth -m level -d -c 超11% data/sample/years_synthetic.csv | head -n 2
  series,method,base_year,last_year,years,rate_percent,claimed,verdict,off_percent,definition
  enrolments,level,2017,2022,5,11.4039,超11%,reproduced,0.0000,(a[n]/a[0])^(1/n) - 1
  $ hz-growth -m level -c 近11.4% data/sample/years_synthetic.csv | head -n 2
  series,method,base_year,last_year,years,rate_percent,claimed,verdict,off_percent
  enrolments,level,2017,2022,5,11.4039,近11.4%,not,0.0039

Implied bases, 45.7558 ten thousands and 5.0391 hundred millions, in 45.749 to 45.763 and 5.0378 to
5.0404:

  $ hz-growth --invert --total 326.50万 --rate 12.10% --years 5 -b 2017 | head -n 2
  year,low,level,high
  2017,457485,457558,457631
  $ hz-growth --invert --total 41.59亿 --rate 17.20% --years 5 | head -n 2
  year,low,level,high
  0,503781206,503913018,504044857

A base of 1380 ten thousands, as in the invented series, can hold by the level method; by the
cumulative it is outside the interval; and one of 6000 cannot hold by either:

  $ hz-growth -i --total 9773万 --rate 11.40% --years 5 --known 0=1380万 | cut -d , -f 1,5- | head -n 2
  year,known,difference_percent,steady,level_method,cumulative_method
  0,13800000,-1.25,no,yes,no
  $ hz-growth -i --total 9773万 --rate 11.40% --years 5 --known 0=6000万 | cut -d , -f 1,5- | head -n 2
  year,known,difference_percent,steady,level_method,cumulative_method
  0,60000000,329.34,no,no,no

What is refused:

  $ hz-growth --invert --total 977% --rate 11.40% --years 5
  hz-growth: --total "977%": expected a figure above 0, and not in per cent
  try: hz-growth --help
  [2]
  $ hz-growth --invert --total 9773万 --rate 11.40% --years 5 --known 1=8%
  hz-growth: --known "8%": expected a figure above 0, and not in per cent
  try: hz-growth --help
  [2]
  $ hz-growth --invert --total 9773万 --rate 11.40%
  hz-growth: --invert wants --total, --rate and --years
  try: hz-growth --help
  [2]
  $ hz-growth --total 9773万
  hz-growth: --total, --rate, --years, --known and --as-published go with --invert
  try: hz-growth --help
  [2]
  $ hz-growth -i --total 9773万 --rate 11.40% --years 5 -y
  hz-growth: --invert goes with --base-year and --known only
  try: hz-growth --help
  [2]
  $ hz-growth -i --total 9773万 --rate 11.40% --years 5 years.csv
  hz-growth: "years.csv": no FILE is read with these options
  try: hz-growth --help
  [2]
  $ hz-growth -i --total 超9773万 --rate 11.40% --years 5
  hz-growth: the total must be above zero, and rounded rather than only bounded (近, 超), to find levels from it
  try: hz-growth --help
  [2]
  $ hz-growth -i --total many --rate 11.40% --years 5
  hz-growth: --total: "many" is not a published figure: expected one like 9773万, 1.9亿, 11.40% or 97,730,000, with 约, 近 or 超 in front or 余 behind
  try: hz-growth --help
  [2]
  $ hz-growth -i --total 9773万 --rate 11.40% --years 5 --known 2019=1659万
  hz-growth: --known 2019=1659万: the year is not one of 0 to 5 (--base-year names the year before the first)
  try: hz-growth --help
  [2]
  $ hz-growth -i --total 9773万 --rate 11.40% --years 5 --known 2019
  hz-growth: --known "2019": expected YEAR=VALUE, as in 2019=1659万
  try: hz-growth --help
  [2]
  $ hz-growth -y -c 11% data/sample/years_synthetic.csv
  hz-growth: --claimed is an average: it does not go with --year-on-year
  try: hz-growth --help
  [2]
  $ hz-growth -c 0.11 data/sample/years_synthetic.csv
  hz-growth: --claimed "0.11" is not a rate: expected one in per cent, as in 11.40%
  try: hz-growth --help
  [2]
  $ hz-growth -c 11万% data/sample/years_synthetic.csv
  hz-growth: --claimed: "11万%" is not a published figure: expected one like 9773万, 1.9亿, 11.40% or 97,730,000, with 约, 近 or 超 in front or 余 behind
  try: hz-growth --help
  [2]

Levels written as the total is; fractions give 1397.5053, 1556.8209, 1734.2984, 1932.0085,
2152.2574 and 2397.6148 wan:

  $ hz-growth -i --total 9773.00万 --rate 11.40% --years 5 --as-published | cut -d, -f 3 | paste -sd' '
  level 1397.51万 1556.82万 1734.30万 1932.01万 2152.26万 2397.61万
  $ hz-growth -i --total 97,730,000 --rate 11.40% --years 5 --as-published | sed -n 2p
  0,"13,973,036","13,975,053","13,977,069"
