By hand, with a normal quantile of 0.67448975 at 75 and 2.57582930 at 99.5 %: 100 + 10 z; 100 exp(z v - v^2 / 2) with
v^2 = log 1.01; 100 + 10 (z + 0.6 (z^2 - 1) / 6). An origin that is fully developed has nothing to add:

  $ printf 'plan,origin,latest,ibnr,se,skewness\na,1,5,0,0,0\na,2,9,100,10,0.6\n' > table.csv
  $ for d in normal log-normal skewed; do hz-margin --distribution $d --quantiles 75,99.5 table.csv; done
  plan,origin,ibnr,se,q75,margin75,q99.5,margin99.5
  a,1,0.00,0.00,0.00,0.00,0.00,0.00
  a,2,100.00,10.00,106.74,6.74,125.76,25.76
  plan,origin,ibnr,se,q75,margin75,q99.5,margin99.5
  a,1,0.00,0.00,0.00,0.00,0.00,0.00
  a,2,100.00,10.00,106.43,6.43,128.66,28.66
  plan,origin,ibnr,se,q75,margin75,q99.5,margin99.5
  a,1,0.00,0.00,0.00,0.00,0.00,0.00
  a,2,100.00,10.00,106.20,6.20,131.39,31.39

The capital for 99.5 % costs 6 % a year for two years and a half: 25.758 x 0.06 x 2.5 = 3.864:

  $ hz-margin --distribution normal --cost-of-capital 6% --capital 99.5% --term 2.5 table.csv | tail -n 1
  a,2,100.00,10.00,106.74,6.74,25.76,3.86

With payouts of 60 in the first year and 40 in the second, capital is held for 0.7 years in the middle of the first
and 0.2 years in that of the second: the mean term of 0.9, and at 10 %, 0.7 / 1.1^0.5 + 0.2 / 1.1^1.5 = 0.840783. On a
curve of 10 % at half a year and 20 % at a year and a half, 0.7 / 1.1^0.5 + 0.2 / 1.2^1.5 = 0.819575. The capital of a
normal 99.5 % is 25.758293, at 6 % a year:

  $ printf 'origin,period,value\n2021,2022,60\n2021,2023,40\n' > paid.csv
  $ printf 'origin,ibnr,se\n2021,100,10\n' > one.csv
  $ coc() { hz-margin --distribution normal --cost-of-capital 6% --capital 99.5% --decimals 6 "$@" one.csv | tail -n 1 | cut -d, -f 6,7; }
  $ coc --term 0.9
  25.758293,1.390948
  $ coc --payouts paid.csv
  25.758293,1.390948
  $ coc --payouts paid.csv --rate 10%
  25.758293,1.299424
  $ printf 'term,rate\n0.5,0.1\n1.5,0.2\n' > curve.csv
  $ coc --payouts paid.csv --curve curve.csv
  25.758293,1.266642
  $ printf 'term,rate\n0.5,0.1\n1,0.2\n' > short.csv
  $ coc --payouts paid.csv --curve short.csv
  hz-margin: short.csv:3: the curve ends at 1 years, and an amount is 1.5 years away: add a term

A reserve says when it is paid; at no interest the years are those of the mean term:

  $ hz-reserve -m mack,odp $ROOT/data/published/raa.csv | grep -e origin -e total > totals.csv
  $ hz-reserve -m mack,odp --run-off $ROOT/data/published/raa.csv > payouts.csv
  $ hz-project --mean-term payouts.csv
  method,payout,mean_term_years
  mack,52135.23,2.0684
  odp,52135.23,2.0684
  $ coc() { hz-margin --cost-of-capital 6% --capital 99.5% "$@" totals.csv; }
  $ coc --term 2.06839
  method,origin,ibnr,se,q75,margin75,capital,capital_margin
  mack,total,52135.23,26909.01,64298.83,12163.60,109858.29,13633.79
  odp,total,52135.23,17612.73,61654.03,9518.80,63055.57,7825.41
  $ coc --payouts payouts.csv
  method,origin,ibnr,se,q75,margin75,capital,capital_margin
  mack,total,52135.23,26909.01,64298.83,12163.60,109858.29,13633.79
  odp,total,52135.23,17612.73,61654.03,9518.80,63055.57,7825.41
  $ coc --payouts payouts.csv --rate 3%
  method,origin,ibnr,se,q75,margin75,capital,capital_margin
  mack,total,52135.23,26909.01,64298.83,12163.60,109858.29,12954.65
  odp,total,52135.23,17612.73,61654.03,9518.80,63055.57,7435.60
  $ grep -v ^odp payouts.csv > mack.csv
  $ coc --payouts mack.csv
  hz-margin: totals.csv:3:32: no payouts of this group and method, of which capital would be held for
  method,origin,ibnr,se,q75,margin75,capital,capital_margin
  mack,total,52135.23,26909.01,64298.83,12163.60,109858.29,13633.79
  [1]
  $ hz-reserve -m mack $ROOT/data/published/raa.csv > raa.csv
  $ hz-margin --cost-of-capital 6% --capital 99.5% --payouts raa.csv --rate 3% raa.csv | tail -n 1
  total,52135.23,26909.01,64298.83,12163.60,109858.29,12954.65

Quantiles of R ChainLadder 0.2.21, quantile(MackChainLadder(RAA, est.sigma="Mack")), are 67188.519 and 153460.663 of the total:

  $ hz-reserve -m mack --skewness --decimals 9 $ROOT/data/published/raa.csv | hz-margin --distribution skewed --quantiles 75,99.5 | tail -n 1
  total,52135.23,26909.01,67188.52,15053.29,153460.66,101325.43

The level of a margin is the other way round, and groups are added up with a correlation. R's QuantileIFRS17 of
MackChainLadder(RAA), MackChainLadder(GenIns / 1000), both with Mack's sigma, a correlation of 0.3 and a margin of 20,000
has a reserve of 70816.0838731344, a coefficient of variation of 0.391285095685052, which is a standard error of
27709.278154, and the level 0.787124675983063:

  $ (echo plan,origin,development,value
  > grep '^1' $ROOT/data/published/raa.csv | sed s/^/RAA,/
  > grep '^[1-9]' $ROOT/data/published/taylor_ashe.csv | awk -F, '{ printf "GenIns,%s,%s,%.3f\n", $1, $2, $3 / 1000 }') > two.csv
  $ hz-reserve --by plan -m mack --skewness --decimals 12 two.csv | grep -e origin -e total > totals.csv
  $ hz-margin --distribution skewed --correlation 0.3 --margin 20000 --decimals 6 totals.csv | cut -d, -f 1-4,7
  plan,origin,ibnr,se,level
  RAA,total,52135.228261,26909.011156,0.792280
  GenIns,total,18680.855612,2447.094861,1.000000
  all,total,70816.083873,27709.278154,0.787125

By hand: normal errors of 3 and 4 make 5 if independent and 7 if they are one; 0.5 makes the root of 9 + 16 + 12:

  $ printf 'plan,origin,ibnr,se\na,total,100,3\nb,total,50,4\n' > ab.csv
  $ for r in 0 0.5 1; do hz-margin --distribution normal --correlation $r ab.csv | tail -n 1; done
  all,total,150.00,5.00,153.37,3.37
  all,total,150.00,6.08,154.10,4.10
  all,total,150.00,7.00,154.72,4.72
  $ hz-margin --correlation 0 --cost-of-capital 6% --capital 99.5% --term 2 ab.csv | tail -n 1 | cut -d, -f 1-4
  all,total,150.00,5.00
  $ printf 'plan,origin,ibnr,se\na,total,100,3\nb,total,50,\n' | hz-margin --correlation 0
  hz-margin: <stdin>:3:9: no standard error: the method has none, or cannot tell it
  hz-margin: <stdin>: a group's total has no quantiles, so that there is no sum of all
  [1]
  $ printf 'plan,origin,ibnr,se\na,total,10,3\nb,total,-50,0\n' | hz-margin --correlation 0
  hz-margin: <stdin>: the sum of all groups is not positive, so that it cannot be log-normal
  [1]
  $ hz-margin --correlation 0 one.csv
  hz-margin: one.csv: to add up groups, expected a column left of origin that names them, and a row of origin total of each
  [1]
  $ hz-margin --correlation 0 payouts.csv
  hz-margin: payouts.csv: there is no column "ibnr"; the header has: method,origin,development,period,value
  [1]
  $ printf 'method,origin,ibnr,se\nmack,total,5,2\nodp,total,5,2\n' | hz-margin --correlation 0
  hz-margin: <stdin>: several methods for one reserve do not add up: choose one
  [1]
  $ printf 'plan,origin,ibnr,se,skewness\na,total,100,3,4\nb,total,50,4,0\n' | hz-margin --distribution skewed --correlation 0
  hz-margin: <stdin>: a skewness of more than 2.83 in size is too much to add groups up with: take another distribution
  [1]

What level a margin reaches, back from a quantile:

  $ for d in normal log-normal skewed; do
  >     q=$(hz-margin --distribution $d --quantiles 90 --decimals 9 table.csv | tail -n 1 | cut -d, -f 6)
  >     hz-margin --distribution $d --quantiles 90 --margin $q table.csv | cut -d, -f 1-4,7
  > done
  plan,origin,ibnr,se,level
  a,1,0.00,0.00,
  a,2,100.00,10.00,0.900000
  plan,origin,ibnr,se,level
  a,1,0.00,0.00,
  a,2,100.00,10.00,0.900000
  plan,origin,ibnr,se,level
  a,1,0.00,0.00,
  a,2,100.00,10.00,0.900000

A simulation has a standard error too, and quantiles of its own beside those of the log-normal distribution:

  $ hz-bootstrap --quantiles 75 $ROOT/data/published/raa.csv | hz-margin | tail -n 1
  total,52135.23,18819.26,62094.30,9959.07

What has no standard error, or cannot be log-normal, is told; the rest is printed:

  $ hz-reserve -m mack,chain-ladder $ROOT/data/published/abc.csv | tail -n 2 | cat <(echo method,origin,latest,dtu,ultimate,ibnr,se,cv) - | hz-margin
  hz-margin: <stdin>:3:45: no standard error: the method has none, or cannot tell it
  method,origin,ibnr,se,q75,margin75
  mack,total,5277760.36,152283.14,5379219.25,101458.89
  [1]
  $ printf 'origin,ibnr,se\n1,-5,2\n2,5,2\n' | hz-margin
  hz-margin: <stdin>:2:3: not positive, so that it cannot be log-normal
  origin,ibnr,se,q75,margin75
  2,5.00,2.00,6.02,1.02
  [1]
  $ printf 'origin,ibnr,se\n1,-5,2\n' | hz-margin --distribution normal
  origin,ibnr,se,q75,margin75
  1,-5.00,2.00,-3.65,1.35

What is refused:

  $ printf 'origin,ibnr,se\n1,5,2\n' | hz-margin --distribution skewed
  hz-margin: <stdin>: no column skewness: hz-reserve --method mack --skewness prints it
  [1]
  $ printf 'origin,ibnr,se\n1,5,-2\n' | hz-margin
  hz-margin: <stdin>:2:5: a standard error is not below 0
  [1]
  $ printf 'origin,ibnr\n1,5\n' | hz-margin
  hz-margin: <stdin>: there is no column "se"; the header has: origin,ibnr
  [1]
  $ printf 'se,origin,ibnr\n1,5,2\n' | hz-margin
  hz-margin: <stdin>: the columns ibnr and se are to stand right of origin: what is left of it are keys
  [1]
  $ printf 'origin,ibnr,se\n' | hz-margin
  hz-margin: <stdin>: no row
  [1]
  $ hz-margin --cost-of-capital 6% table.csv
  hz-margin: a margin by cost of capital wants --cost-of-capital, --capital and --term or --payouts, all three
  try: hz-margin --help
  [2]
  $ hz-margin --cost-of-capital 6% --capital 99.5% --term 2 --payouts paid.csv table.csv
  hz-margin: --term and --payouts both say when payments fall: choose one
  try: hz-margin --help
  [2]
  $ hz-margin --cost-of-capital 6% --capital 99.5% --term 2 --rate 3% table.csv
  hz-margin: --rate and --curve discount the cost of capital by the years in which it is held, which --payouts tells
  try: hz-margin --help
  [2]
  $ hz-margin --cost-of-capital 6% --capital 99.5% --payouts paid.csv --rate 3% --curve curve.csv table.csv
  hz-margin: --rate and --curve both say what to discount at: choose one
  try: hz-margin --help
  [2]
  $ hz-margin --quantiles 75,x table.csv
  hz-margin: quantile "x": expected at most 32 per cents above 0 and below 100, ascending, like 75,99.5
  try: hz-margin --help
  [2]

A reserve with a skewness of 3 has no Cornish-Fisher quantile at 5 %: z + z^2 / 2 - 1 / 2 falls until z
is -1, the level 15.87 %, and what falls is no quantile.

  $ printf 'origin,ibnr,se,skewness\n2019,100,10,3\n2020,100,10,0.3\n' > skewed.csv
  $ hz-margin --distribution skewed --quantiles 5,16 skewed.csv
  hz-margin: skewed.csv:2:6: too skewed for these levels: the expansion falls there, where a quantile rises; ask for levels nearer to 50, or take log-normal
  origin,ibnr,se,q5,margin5,q16,margin16
  2020,100.00,10.00,84.40,-15.60,90.05,-9.95
  [1]
  $ hz-margin --distribution skewed --quantiles 16,17 skewed.csv
  origin,ibnr,se,q16,margin16,q17,margin17
  2019,100.00,10.00,90.00,-10.00,90.01,-9.99
  2020,100.00,10.00,90.05,-9.95,90.41,-9.59
