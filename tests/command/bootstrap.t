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
  a,total,18680856,18853507
  b,total,18680856,18879016

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
  hz-bootstrap: --residuals is of odp, bornhuetter-ferguson and cape-cod alone
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

Bornhuetter and Ferguson's future, and Cape Cod's, of a triangle that fits exactly: a third emerges each year, so
that 2/3 and 1/3 of 0.5 x 100 are to come, 50 in all. There is no residual, so what is left is the prior's own error, a
tenth: 3.33 and 1.67, and 3.73 = sqrt(3.33^2 + 1.67^2) of both. Cape Cod's level is (30 + 40 + 30) / (100 + 66.67 + 33.33):

  $ printf 'origin,development,value\n2021,1,10\n2021,2,20\n2021,3,30\n2022,1,20\n2022,2,40\n2023,1,30\n' > exact.csv
  $ printf 'origin,exposure\n2021,100\n2022,100\n2023,100\n' > hundred.csv
  $ hz-bootstrap -m bornhuetter-ferguson -p 50% -e hundred.csv --quantiles 50 exact.csv | cut -d, -f1-3,5
  origin,ibnr,mean,se
  2021,0.00,0.00,0.00
  2022,16.67,16.67,0.00
  2023,33.33,33.33,0.00
  total,50.00,50.00,0.00
  $ hz-bootstrap -m bornhuetter-ferguson -p 50% --prior-cv 10% -n 100000 -e hundred.csv --quantiles 50 exact.csv | cut -d, -f1-3,5
  origin,ibnr,mean,se
  2021,0.00,0.00,0.00
  2022,16.67,16.66,1.66
  2023,33.33,33.34,3.34
  total,50.00,50.00,3.73
  $ hz-bootstrap -m cape-cod -e hundred.csv --quantiles 50 exact.csv | cut -d, -f1-3,5
  origin,ibnr,mean,se
  2021,0.00,0.00,0.00
  2022,16.67,16.67,0.00
  2023,33.33,33.33,0.00
  total,50.00,50.00,0.00
  $ printf 'origin,exposure,prior\n2021,100,0.5\n2022,100,0.5\n2023,100,1\n' > own.csv
  $ hz-bootstrap -m bornhuetter-ferguson -e own.csv --quantiles 50 exact.csv | cut -d, -f1,2
  origin,ibnr
  2021,0.00
  2022,16.67
  2023,66.67
  total,83.33
  $ hz-bootstrap -m cape-cod exact.csv
  hz-bootstrap: cape-cod needs exposures (--exposure)
  try: hz-bootstrap --help
  [2]
  $ hz-bootstrap -m bornhuetter-ferguson -e hundred.csv exact.csv
  hz-bootstrap: bornhuetter-ferguson needs what was expected: --prior, or a column prior beside the exposures
  try: hz-bootstrap --help
  [2]
  $ hz-bootstrap -m cape-cod --prior 1 -e hundred.csv exact.csv
  hz-bootstrap: --prior and --prior-cv are of --model bornhuetter-ferguson alone
  try: hz-bootstrap --help
  [2]
  $ hz-bootstrap -m cape-cod --one-year -e hundred.csv exact.csv
  hz-bootstrap: --one-year is of the chain ladder's reserve, not of periods or of another method
  try: hz-bootstrap --help
  [2]

hz-reserve has the same reserves of Taylor and Ashe's triangle, whose simulations have a mean near them:

  $ tae="-e $ROOT/data/published/taylor_ashe_exposure.csv"
  $ hz-reserve -m cape-cod,bornhuetter-ferguson -p 0.9 $tae $ta | tail -n 2 | cut -d, -f1,6
  cape-cod,19802308.39
  bornhuetter-ferguson,38829203.88
  $ for m in cape-cod 'bornhuetter-ferguson -p 0.9 --prior-cv 20%'; do hz-bootstrap -m $m $tae -n 100000 --quantiles 50 $ta | tail -n 1 | cut -d, -f1-5; done
  total,19802308.39,19849620.37,5929.58,1875098.67
  total,38829203.88,38838946.17,12896.50,4078230.00
  $ hz-bootstrap -m cape-cod $tae -j 1 $ta > one; hz-bootstrap -m cape-cod $tae -j 3 $ta | cmp - one

By calendar period: of the triangle that fits, 2022 pays 20 in 2024, 2023 pays 30 then and 30 a year later; a tail of
1.1 adds the tenth of 30, of 60 and of 90 at the age after the last:

  $ hz-bootstrap --by-period --quantiles 50 exact.csv | cut -d, -f1-3
  period,ibnr,mean
  2024,50.00,50.00
  2025,30.00,30.00
  total,80.00,80.00
  $ hz-bootstrap --by-period --tail 1.1 --quantiles 50 exact.csv | cut -d, -f1-3
  period,ibnr,mean
  2024,53.00,53.00
  2025,36.00,36.00
  2026,9.00,9.00
  total,98.00,98.00
  $ hz-bootstrap --by-period --tail 1.1 --quantiles 50 exact.csv | hz-project
  period,payout
  2024,53.00
  2025,36.00
  2026,9.00
  total,98.00
  $ hz-bootstrap -m mack --by-period -j 1 $ROOT/data/published/raa.csv > one; hz-bootstrap -m mack --by-period -j 5 $ROOT/data/published/raa.csv | cmp - one
  $ hz-bootstrap --by-period < $ta
  hz-bootstrap: <stdin>: origin 2: nothing says in which calendar period it is paid; call origins like 2021, 2021Q3 or 2021-07, one age apart
  [1]
  $ hz-bootstrap --by-period --one-year exact.csv
  hz-bootstrap: --one-year is of the chain ladder's reserve, not of periods or of another method
  try: hz-bootstrap --help
  [2]
  $ hz-bootstrap -m csr --by-period -e $ROOT/data/published/raa_exposure.csv $ROOT/data/published/raa.csv
  hz-bootstrap: csr draws what is paid in the end, not when: take odp or mack
  try: hz-bootstrap --help
  [2]

A tail that is extrapolated anew has an error; hz-reserve has the same one beside the factors of the triangle, and of the
growth curves there are none:

  $ hz-reserve --tail-curve exponential --decimals 0 $ta | tail -n 1 | cut -d, -f1,5
  total,20245461
  $ hz-bootstrap --tail-curve exponential --process none --decimals 0 --quantiles 50 $ta | tail -n 1 | cut -d, -f1-6
  total,20245461,20489024,32162,3216187,24620
  $ hz-bootstrap -m mack --tail-curve exponential --process none --decimals 0 --quantiles 50 $ta | tail -n 1 | cut -d, -f1-6
  total,20245461,20240945,19109,1910915,13201
  $ hz-bootstrap --tail-curve bondy -n 1000 $ROOT/data/published/mortgage.csv 2>&1 >/dev/null
  hz-bootstrap: in 254 of 1000 simulations the factors have no such curve: their tail is that of the triangle itself
  $ hz-bootstrap --tail-curve clark-weibull $ta
  hz-bootstrap: a simulation has factors alone to extrapolate a tail from: take a --tail-curve of factors, such as inverse-power
  try: hz-bootstrap --help
  [2]
  $ hz-bootstrap -m csr --tail-curve exponential $ROOT/data/published/raa.csv
  hz-bootstrap: csr has no factors to extrapolate a tail from
  try: hz-bootstrap --help
  [2]

What became of it: 20,739,096.20 beyond the 34,358,090 there are is the 75th percentile of the first table, and 0 for the
oldest origin, which has no more to come, is neither above nor below:

  $ echo 'outcome
  > 55097186.20' > became.csv
  $ hz-bootstrap --quantiles 75 --outcome became.csv $ta | sed -n '1p;2p;$p' | cut -d, -f1,7,9-
  origin,q75,outcome,percentile,percentile_error
  1,0.00,,,
  total,20739096.20,20739096.20,75.00,0.43
  $ printf 'origin,outcome\n2021,30\n2022,61\n2023,89\n' > by-origin.csv
  $ hz-bootstrap --quantiles 50 --outcome by-origin.csv exact.csv | cut -d, -f1-3,9-
  origin,ibnr,mean,outcome,percentile,percentile_error
  2021,0.00,0.00,0.00,50.00,0.50
  2022,20.00,20.00,21.00,100.00,0.00
  2023,60.00,60.00,59.00,0.00,0.00
  total,80.00,80.00,80.00,50.00,0.50

Totals over groups. The same triangle twice, without a process: the same residuals make both the same, so that the total's
error is twice that of one; independent ones have sqrt(2) times it:

  $ one() { hz-bootstrap --process none -n 100000 --decimals 0 --quantiles 95 "$@" | tail -n 1 | cut -d, -f1-7; }
  $ one two.csv
  b,total,18680856,18857462,8947,2829144,7043
  $ one --totals --dependence synchronous two.csv
  total,total,37361711,37714925,17893,5658289,14085
  $ one --totals --dependence independent two.csv
  total,total,37361711,37720875,12663,4004364,9532
  $ printf 'line,a,b\na,1,0.5\nb,0.5,1\n' > half.csv
  $ one --totals --correlation half.csv two.csv
  total,total,37361711,37714008,15645,4947535,12093
  $ printf 'line,b,a\nb,1,0\na,0,1\nc,0,0\n' > none.csv
  $ one --totals --correlation none.csv two.csv
  total,total,37361711,37712052,12691,4013147,9596
  $ hz-bootstrap --totals --correlation half.csv -j 1 two.csv > one; hz-bootstrap --totals --correlation half.csv -j 3 two.csv | cmp - one

A group's own rows are the same with others beside it, and a group that is refused is not in the total, which is told:

  $ grep -v '^b' two.csv | hz-bootstrap > alone; hz-bootstrap two.csv | grep -v '^b' | cmp - alone
  $ { cat two.csv; echo c,1,1,5; } > three.csv
  $ hz-bootstrap --totals --dependence independent --decimals 0 --quantiles 50 three.csv | tail -n 1 | cut -d, -f1-3
  hz-bootstrap: three.csv: line c: one cell only
  hz-bootstrap: three.csv: line c: 1 cells are too few to estimate the spread about 1 parameters
  hz-bootstrap: the total over groups is without those that were refused
  total,total,37361711
  $ hz-bootstrap --totals two.csv
  hz-bootstrap: how far a total over groups may be off follows from how they are off together: --dependence independent or synchronous, or --correlation FILE
  try: hz-bootstrap --help
  [2]
  $ hz-bootstrap --totals --dependence independent < $ta
  hz-bootstrap: <stdin>: there are no groups to add up: leave out --totals
  [1]
  $ hz-bootstrap --dependence independent two.csv
  hz-bootstrap: --dependence and --correlation are of totals over groups: they go with --totals
  try: hz-bootstrap --help
  [2]
  $ hz-bootstrap --totals --dependence independent --correlation half.csv two.csv
  hz-bootstrap: --dependence and --correlation both say how groups are off together: choose one
  try: hz-bootstrap --help
  [2]
  $ printf 'line,a,b\na,1,0.5\nb,0.4,1\n' | hz-bootstrap --totals --correlation /dev/stdin two.csv
  hz-bootstrap: <stdin>:3:3: 0.4 here and 0.5 the other way round: a correlation is the same both ways
  [1]
  $ printf 'line,a\na,1\n' > lone.csv; hz-bootstrap --totals --correlation lone.csv two.csv
  hz-bootstrap: lone.csv: b has no row here: expected a row and a column for each group
  [1]
  $ printf 'line,a,b\na,1,1.5\nb,1.5,1\n' > beyond.csv; hz-bootstrap --totals --correlation beyond.csv two.csv
  hz-bootstrap: beyond.csv:2:5: expected a correlation from -1 to 1, found 1.5
  [1]
  $ printf 'line,a,b\na,1,1\nb,1,1\n' > all.csv; one --totals --correlation all.csv two.csv
  total,total,37361711,37720140,17989,5688778,14137
  $ { cat two.csv; sed -n 's/^b/c/p' two.csv; } > abc.csv
  $ printf 'line,a,b,c\na,1,0.9,0.9\nb,0.9,1,-0.9\nc,0.9,-0.9,1\n' > against.csv; hz-bootstrap --totals --correlation against.csv abc.csv | grep total,total
  hz-bootstrap: these correlations contradict one another: no groups can have them all (their matrix is not positive definite)
  [1]
  $ hz-bootstrap --totals --dependence independent -m csr -n 1000 --decimals 0 --quantiles 50 \
  >     -e $ROOT/data/published/raa_exposure.csv <(sed '/^#/d;/^origin/{s/^/line,/;b};h;s/^/a,/;p;g;s/^/b,/' $ROOT/data/published/raa.csv) | grep total | cut -d, -f1-4
  a,total,86897,86891
  b,total,80377,80331
  total,total,167274,167221
  $ printf 'line,origin,exposure\n' > none.exposure; seq 10 | sed 's/.*/a,&,1000000/;p;s/a/b/' >> none.exposure
  $ hz-bootstrap --totals --dependence synchronous -m csr -e none.exposure two.csv
  hz-bootstrap: csr resamples no residuals that groups could have in common: take --correlation FILE, or independent
  try: hz-bootstrap --help
  [2]

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
  hz-bootstrap: steps.csv: age does not fall steadily from origin to origin, so that the latest diagonal cannot be told: are cells missing on it?
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

The published priors are the same as none given; a level that is all but certain and far from the data pulls the reserve
to it, and is told:

  $ cp $ROOT/data/published/raa.csv . && own="-e $ROOT/data/published/raa_exposure.csv raa.csv"
  $ hz-bootstrap -m csr -n 2000 --priors level=-0.4,level-sd=3.162,rate-sd=0.05 $raa | cmp - one
  $ hz-bootstrap -m crc -n 2000 --decimals 0 --quantiles 50 --priors level=-2,level-sd=0.05 $own | sed -n '$p' | cut -d, -f1,2
  hz-bootstrap: raa.csv: crc: the prior of level contradicts the data: they lie 18.4 standard deviations apart
  total,-61105
  $ hz-reserve -m crc --draws 2000 --decimals 0 --priors level=-2,level-sd=0.05 $own | sed -n '$p' | cut -d, -f1,5
  hz-reserve: raa.csv: crc: the prior of level contradicts the data: they lie 18.4 standard deviations apart
  total,-61105
  $ sed 's/,1982,2,.*/,1982,2,-5/;s/^1982,2,.*/1982,2,-5/' $ROOT/data/published/raa.csv > below.csv
  $ hz-reserve -m crc --draws 2000 -e $ROOT/data/published/raa_exposure.csv below.csv 2>&1 >/dev/null
  hz-reserve: below.csv: origin 1982, development 2: -5 after 106, less than half of it: is one of the two wrong?
  hz-reserve: below.csv: crc: values below 1, taken as 1: 1
  $ hz-reserve -m csr --priors level=high $raa
  hz-reserve: --priors: level=high: expected a number
  try: hz-reserve --help
  [2]
  $ hz-reserve -m csr --priors rate-sd=0 $raa
  hz-reserve: --priors: rate-sd=0: expected a number above 0
  try: hz-reserve --help
  [2]
  $ hz-reserve -m csr --priors level=1,level=2 $raa
  hz-reserve: --priors: level stands twice
  try: hz-reserve --help
  [2]
  $ hz-bootstrap -m csr --priors a-sd=1 $raa
  hz-bootstrap: --priors: "a-sd=1": expected level, level-sd, origin-sd, development-sd or rate-sd, like level=-0.2,level-sd=0.5
  try: hz-bootstrap --help
  [2]
  $ hz-bootstrap -m csr --one-year $raa
  hz-bootstrap: csr draws what is paid in the end, not when: take odp or mack
  try: hz-bootstrap --help
  [2]
  $ hz-bootstrap -m cay $ROOT/data/published/raa.csv
  hz-bootstrap: cay needs exposures (--exposure)
  try: hz-bootstrap --help
  [2]
