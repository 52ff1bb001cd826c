The bootstrap of Taylor and Ashe's triangle is beside R's in tests/published. Any number of threads gives
the same bytes, whether simulations are kept or, from some hundred thousand on, drawn twice:

  $ ta=$ROOT/data/published/taylor_ashe.csv
  $ for n in 1000 12345 400000; do
  >     hz-bootstrap --simulations $n --threads 1 $ta > one; hz-bootstrap -n $n -j 5 $ta | cmp - one
  > done

The first of many origins is fully developed, and the chain ladder's reserve stands beside the mean:

  $ hz-bootstrap --quantiles 75 $ta | cut -d, -f1-3 | sed -n '1,2p;$p'
  origin,ibnr,mean
  1,0.00,0.00
  total,18680855.61,18864928.16

Without a process, what is left is the error of estimation: R ChainLadder 0.2.21 has a standard deviation of
2835231 (from 1,000,000):

  $ hz-bootstrap --process none -n 200000 --decimals 0 --quantiles 50 $ta | tail -n 1 | cut -d, -f5,6
  2834971,4996

The other choices have the same mean and another spread, and a seed its own numbers:

  $ hz-bootstrap --residuals hat --seed 2 --decimals 0 --quantiles 50 $ta | tail -n 1 | cut -d, -f3-6
  18817460,29829,2982937,23369
  $ hz-bootstrap --process odp --decimals 0 --quantiles 50 $ta | tail -n 1 | cut -d, -f3-6
  18848404,29997,2999744,22667
  $ hz-bootstrap --process negative-binomial --decimals 0 --quantiles 50 $ta | tail -n 1 | cut -d, -f3-6
  18865045,29815,2981464,22726

Amounts of one age each, and a tail of 1.1 that lets 53,038,946 grow by a tenth to 58,342,840, beyond the
34,358,090 there are:

  $ awk -F, '/^#/ || /^origin/ { print; next } { print $1 "," $2 "," $3 - ($1 == o ? c : 0); o = $1; c = $3 }' $ta > increments.csv
  $ hz-bootstrap --incremental increments.csv | cmp - <(hz-bootstrap $ta)
  $ hz-bootstrap --tail 1.1 --decimals 0 --quantiles 50 $ta | tail -n 1 | cut -d, -f1,2
  total,23984750

Groups have a triangle each:

  $ { echo line,origin,development,value; grep -h '^[0-9]' $ta | sed 's/^/a,/'; grep -h '^[0-9]' $ta | sed 's/^/b,/'; } > two.csv
  $ hz-bootstrap --quantiles 99.5 --decimals 0 two.csv | grep total | cut -d, -f1-4
  a,total,18680856,18864928
  b,total,18680856,18864928

A triangle that fits exactly has nothing to draw:

  $ printf 'origin,development,value\n1,1,10\n1,2,20\n1,3,30\n2,1,20\n2,2,40\n3,1,30\n' > exact.csv
  $ hz-bootstrap --quantiles 50 exact.csv
  origin,ibnr,mean,mean_error,se,se_error,q50,q50_error
  1,0.00,0.00,0.00,0.00,0.00,0.00,0.00
  2,20.00,20.00,0.00,0.00,0.00,20.00,0.00
  3,60.00,60.00,0.00,0.00,0.00,60.00,0.00
  total,80.00,80.00,0.00,0.00,0.00,80.00,0.00

What cannot be simulated:

  $ hz-bootstrap --quantiles 75,50 $ta
  hz-bootstrap: quantile "50": want at most 32 per cents above 0 and below 100, ascending, like 75,99.5
  try: hz-bootstrap --help
  [2]
  $ hz-bootstrap --quantiles 100 $ta
  hz-bootstrap: quantile "100": want at most 32 per cents above 0 and below 100, ascending, like 75,99.5
  try: hz-bootstrap --help
  [2]
  $ printf 'origin,development,value\n1,1,10\n1,2,11\n2,1,10\n' > small.csv
  $ hz-bootstrap small.csv
  hz-bootstrap: small.csv: 3 cells are too few to estimate the spread about 3 parameters
  [1]
  $ printf 'origin,development,value\n1,2,11\n1,3,12\n2,1,10\n2,2,12\n3,1,5\n' > ragged.csv
  $ hz-bootstrap ragged.csv
  hz-bootstrap: ragged.csv: origin 1: its first ages are missing; the bootstrap wants every origin from the first age on
  [1]
  $ printf 'origin,development,value\n1,1,10\n1,2,11\n1,3,12\n1,4,13\n2,1,10\n2,2,12\n3,1,9\n' > steps.csv
  $ hz-bootstrap --one-year steps.csv
  hz-bootstrap: steps.csv: origin 2: not one age behind the origin before it, so that the next diagonal is not one age further for each
  [1]
  $ printf 'origin,development,value\n1,1,0\n1,2,0\n1,3,0\n2,1,0\n2,2,0\n3,1,0\n' > zero.csv
  $ hz-bootstrap zero.csv
  hz-bootstrap: zero.csv: the factor from development 1 to 2 cannot be computed: all values at both are zero, or every link ratio is excluded
  [1]
