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

Mack's model, resampled: R ChainLadder 0.2.21 has a standard error of 2447094.86 without the product of two errors,
which is in the simulation. Around a selected factor of 3.6 instead of 3.490607 the last origin's ultimate
grows in proportion, and so does the mean:

  $ hz-bootstrap --model mack -n 100000 --decimals 0 --quantiles 50 $ta | tail -n 1 | cut -d, -f1-6
  total,18680856,18692935,7755,2452270,5607
  $ printf 'ages: [{age: 1, factor: 3.6, reason: a change of practice}]\n' > selected.yaml
  $ hz-reserve --selections selected.yaml $ta | tail -n 2 | cut -d, -f1,5
  10,4781561.93
  total,18836606.85
  $ hz-bootstrap --model mack --selections selected.yaml -n 100000 --quantiles 50 $ta | tail -n 2 | cut -d, -f1-6
  10,4781561.93,4779653.93,4294.07,1357903.69,3232.44
  total,18836606.85,18848890.38,7757.34,2453086.78,5607.35
  $ hz-bootstrap --model mack --average simple --sigma log-linear --decimals 0 --quantiles 50 $ta | tail -n 1 | cut -d, -f1-6
  total,18883073,18908011,25113,2511276,18605
  $ hz-reserve -m mack --average simple --sigma log-linear --decimals 0 $ta | tail -n 1
  total,34358090,,53241163,18883073,2511664,0.1330
  $ hz-bootstrap -m mack -j 1 $ta > one; hz-bootstrap -m mack -j 3 $ta | cmp - one

The year to come in Mack's model has the standard error of Merz and Wuthrich, 1778967.66 here (R's
ChainLadder: CDR); six triangles are beside theirs in tests/published. Link ratios that are left out are
left out of both:

  $ hz-bootstrap -m mack --one-year -n 100000 --decimals 0 $ta | tail -n 1 | cut -d, -f 1-6
  total,18680856,18685174,5635,1781982,4032
  $ printf 'last: 5\nexclude: [{origin: 4, age: 1}]\n' > left-out.yaml
  $ hz-one-year --selections left-out.yaml --decimals 0 $ta | tail -n 1
  total,18518168,1844230,2531577
  $ hz-bootstrap -m mack --one-year -n 100000 --selections left-out.yaml --decimals 0 $ta | tail -n 1 | cut -d, -f 1-6
  total,18518168,18516254,5830,1843724,4152
  $ printf 'tail: {factor: 1.05, se: 0.02}\n' > tail.yaml
  $ hz-bootstrap -m mack --one-year --selections tail.yaml < $ta
  hz-bootstrap: <stdin>: the tail has an error, and no year tells how much of it shows by its end: leave out its se, sigma and errors
  [1]
  $ hz-bootstrap --model mack --residuals hat $ta
  hz-bootstrap: --residuals is of --model odp alone
  try: hz-bootstrap --help
  [2]
  $ hz-bootstrap --model mack --process odp $ta
  hz-bootstrap: Mack's model has the process gamma or none
  try: hz-bootstrap --help
  [2]
  $ hz-bootstrap --average simple $ta
  hz-bootstrap: --model odp uses all link ratios as they are: for other factors take --model mack
  try: hz-bootstrap --help
  [2]
  $ hz-bootstrap --last 5 $ta
  hz-bootstrap: --model odp uses all link ratios as they are: for other factors take --model mack
  try: hz-bootstrap --help
  [2]
  $ printf 'last: 5\ndrop-high: 1\ndrop-low: 1\n' > five.yaml
  $ hz-bootstrap -m mack -n 1000 --selections five.yaml $ta > five
  $ hz-bootstrap -m mack -n 1000 --last 5 --drop-high 1 --drop-low 1 $ta | cmp - five && wc -l < five
  12
  $ printf 'origin,development,value\n1,1,10\n1,2,20\n1,3,30\n2,1,20\n2,2,40\n3,1,30\n' | hz-bootstrap --model mack
  hz-bootstrap: <stdin>: no sigma from development 2 to 3: there is one link ratio, and the rule mack needs sigmas at both ages before it
  [1]

What cannot be simulated:

  $ hz-bootstrap --quantiles 75,50 $ta
  hz-bootstrap: quantile "50": expected at most 32 per cents above 0 and below 100, ascending, like 75,99.5
  try: hz-bootstrap --help
  [2]
  $ hz-bootstrap --quantiles 100 $ta
  hz-bootstrap: quantile "100": expected at most 32 per cents above 0 and below 100, ascending, like 75,99.5
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

Meyers' changing settlement rate, whose mean and error hz-reserve gives too; any number of threads gives the same:

  $ raa="-e $ROOT/data/published/raa_exposure.csv $ROOT/data/published/raa.csv"
  $ hz-bootstrap -m csr -n 2000 --decimals 0 --quantiles 75,99.5 $raa | sed -n '1,3p;$p'
  origin,ibnr,mean,mean_error,se,se_error,q75,q75_error,q99.5,q99.5_error
  1981,0,0,0,0,0,0,0,0,0
  1982,-155,-140,46,1427,63,567,52,4586,1132
  total,81505,81397,2249,70035,6043,94468,2793,495455,89844
  $ hz-bootstrap -m csr -n 2000 -j 1 $raa > one; hz-bootstrap -m csr -n 2000 -j 4 $raa | cmp - one
  $ hz-reserve -m csr --draws 2000 --decimals 0 $raa | sed -n '1,3p;$p'
  origin,latest,development_to_ultimate,ultimate,ibnr,se,cv
  1981,18834,1.000000,18834,0,0,
  1982,16704,1.009217,16549,-155,1427,-9.2180
  total,160987,,242492,81505,70018,0.8591
  $ hz-reserve -m csr --draws 2000 --seed 5 --decimals 0 $raa | tail -n 1
  total,160987,,243375,82388,65351,0.7932
  $ hz-bootstrap -m csr --one-year $raa
  hz-bootstrap: csr has no view of one year: take odp or mack
  try: hz-bootstrap --help
  [2]
  $ hz-bootstrap -m cay $ROOT/data/published/raa.csv
  hz-bootstrap: cay needs exposures (--exposure)
  try: hz-bootstrap --help
  [2]
