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

Quantiles of R ChainLadder 0.2.21, quantile(MackChainLadder(RAA, est.sigma="Mack")), are 67188.519 and 153460.663 of the total:

  $ hz-reserve -m mack --skewness --decimals 9 $ROOT/data/published/raa.csv | hz-margin --distribution skewed --quantiles 75,99.5 | tail -n 1
  total,52135.23,26909.01,67188.52,15053.29,153460.66,101325.43

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
  hz-margin: a margin by cost of capital wants --cost-of-capital, --capital and --term, all three
  try: hz-margin --help
  [2]
  $ hz-margin --quantiles 75,x table.csv
  hz-margin: quantile "x": want at most 32 per cents above 0 and below 100, ascending, like 75,99.5
  try: hz-margin --help
  [2]
