hz-reserve: outstanding claims of a triangle.

  $ cd "$ROOT"

The chain ladder, Mack (1994), table of the RAA triangle:

  $ hz-reserve data/published/raa.csv
  origin,latest,development_to_ultimate,ultimate,ibnr,se,cv
  1981,18834.00,1.000000,18834.00,0.00,,
  1982,16704.00,1.009217,16857.95,153.95,,
  1983,23466.00,1.026309,24083.37,617.37,,
  1984,27067.00,1.060448,28703.14,1636.14,,
  1985,26180.00,1.104917,28926.74,2746.74,,
  1986,15852.00,1.230198,19501.10,3649.10,,
  1987,12314.00,1.441392,17749.30,5435.30,,
  1988,13112.00,1.831848,24019.19,10907.19,,
  1989,5395.00,2.974047,16044.98,10649.98,,
  1990,2063.00,8.920234,18402.44,16339.44,,
  total,160987.00,,213122.23,52135.23,,

With Mack's standard errors, as a table for people, from standard input:

  $ hz-reserve --method mack --format table < data/published/raa.csv
  origin     latest  development_to_ultimate   ultimate      ibnr        se      cv
  1981     18834.00                 1.000000   18834.00      0.00      0.00
  1982     16704.00                 1.009217   16857.95    153.95    206.22  1.3395
  1983     23466.00                 1.026309   24083.37    617.37    623.38  1.0097
  1984     27067.00                 1.060448   28703.14   1636.14    747.18  0.4567
  1985     26180.00                 1.104917   28926.74   2746.74   1469.46  0.5350
  1986     15852.00                 1.230198   19501.10   3649.10   2001.86  0.5486
  1987     12314.00                 1.441392   17749.30   5435.30   2209.24  0.4065
  1988     13112.00                 1.831848   24019.19  10907.19   5357.87  0.4912
  1989      5395.00                 2.974047   16044.98  10649.98   6333.17  0.5947
  1990      2063.00                 8.920234   18402.44  16339.44  24566.29  1.5035
  total   160987.00                           213122.23  52135.23  26909.01  0.5161

Their process and parameter parts, and other averages:

  $ hz-reserve -m mack --detail data/published/raa.csv | grep -e origin -e total
  origin,latest,development_to_ultimate,ultimate,ibnr,process_se,parameter_se,se,cv
  total,160987.00,,213122.23,52135.23,24919.96,10153.34,26909.01,0.5161
  $ hz-reserve -m mack --average simple -d data/published/raa.csv | tail -n 1
  total,160987.00,,254630.03,93643.03,87143.15,31167.76,92549.22,0.9883
  $ hz-reserve -m mack --average regression -d data/published/raa.csv | tail -n 1
  total,160987.00,,204758.95,43771.95,14364.27,6438.42,15741.20,0.3596
  $ hz-reserve -m mack --sigma log-linear -d data/published/raa.csv | tail -n 1
  total,160987.00,,213122.23,52135.23,24917.27,10084.84,26880.74,0.5156

A tail is certain, unless it has an error of its own:

  $ hz-reserve -m mack --tail 1.05 data/published/raa.csv | tail -n 1
  total,160987.00,,223778.34,62791.34,28254.46,0.4500
  $ hz-reserve -m mack -t 1.05 --tail-se 0.02 --tail-sigma 71 data/published/raa.csv | tail -n 1
  total,160987.00,,223778.34,62791.34,43483.70,0.6925

Or one that is extrapolated from those of the factors; the total is that of a test in R's ChainLadder,
28,669.91 for MackChainLadder(RAA, est.sigma = "Mack", tail = 1.05), and the second is its tail = TRUE:

  $ hz-reserve -m mack -t 1.05 --tail-errors extrapolated data/published/raa.csv | tail -n 1
  total,160987.00,,223778.34,62791.34,28669.91,0.4566
  $ hz-reserve -m mack --tail-curve log-linear --tail-errors extrapolated data/published/raa.csv | tail -n 1
  total,160987.00,,215133.20,54146.20,27188.11,0.5021,
  $ printf 'tail: {curve: log-linear, errors: extrapolated}\n' > "$TMPDIR/tail.yaml"
  $ hz-reserve -m mack --selections "$TMPDIR/tail.yaml" data/published/raa.csv | tail -n 1
  total,160987.00,,215133.20,54146.20,27188.11,0.5021,

Where there is nothing to extrapolate from, the factors and the errors have none, and nothing is made up:

  $ hz-reserve -m mack -t 0.97 --tail-errors extrapolated data/published/raa.csv
  hz-reserve: data/published/raa.csv: the error of the tail 0.97 cannot be extrapolated: the tail is below 1, and the line is one of development above 1; give its standard error and sigma
  [1]
  $ hz-reserve -m mack -t 1.05 --tail-errors extrapolated data/published/usaa_incurred.csv
  hz-reserve: data/published/usaa_incurred.csv: the error of the tail 1.05 cannot be extrapolated: the line wants two factors above 1 at least; give its standard error and sigma
  [1]
  $ hz-reserve --factors -t 1.05 --tail-errors extrapolated data/published/usaa_incurred.csv | tail -n 1
  10,1.050000,,,1.050000
  $ hz-reserve -m mack -t 0.97 --tail-errors extrapolated --tail-se 0 --tail-sigma 0 data/published/raa.csv | tail -n 1
  total,160987.00,,206728.56,45741.56,26101.74,0.5706

The textbook's example 4.3, several methods side by side, totals last:

  $ hz-reserve -m chain-ladder,bornhuetter-ferguson,expected --prior 83% \
  > --exposure data/published/bf_textbook_3_exposure.csv data/published/bf_textbook_3.csv | tail -n 6
  chain-ladder,6,5818.00,1.292467,7519.57,1701.57,,
  bornhuetter-ferguson,6,5818.00,1.292467,7414.82,1596.82,,
  expected,6,5818.00,1.292467,7056.66,1238.66,,
  chain-ladder,total,30621.00,,33517.54,2896.54,,
  bornhuetter-ferguson,total,30621.00,,33303.20,2682.20,,
  expected,total,30621.00,,31344.12,723.12,,

Its example 4.4 prints 413.82, for it rounds factors to four decimals:

  $ bf4() { hz-reserve -m bornhuetter-ferguson -p 0.85 \
  > -e data/published/bf_textbook_4_exposure.csv "$@" data/published/bf_textbook_4.csv; }
  $ bf4 | tail -n 1
  total,2812.00,,3225.90,413.90,,
  $ bf4 --round-factors 4
  origin,latest,development_to_ultimate,ultimate,ibnr,se,cv
  1,715.00,1.000000,715.00,0.00,,
  2,750.00,1.036200,777.91,27.91,,
  3,700.00,1.165700,818.41,118.41,,
  4,647.00,1.446200,914.50,267.50,,
  total,2812.00,,3225.82,413.82,,

The development factors; the last row is the tail's:

  $ hz-reserve --factors --tail 1.05 data/published/bf_textbook_4.csv
  age,factor,se,sigma,to_ultimate
  1,1.240602,0.053215,2.125942,1.518557
  2,1.125000,0.011724,0.419468,1.224049
  3,1.036232,0.003151,0.082765,1.088043
  4,1.050000,0.000000,0.000000,1.050000
  $ hz-reserve --factors --round-factors 4 --decimals 4 data/published/bf_textbook_4.csv
  age,factor,se,sigma,to_ultimate
  1,1.240600,0.053215,2.1259,1.446200
  2,1.125000,0.011724,0.4195,1.165700
  3,1.036200,0.003151,0.0828,1.036200
  4,1.000000,0.000000,0.0000,1.000000
  $ hz-reserve --factors --format json data/published/bf_textbook_4.csv | head -n 3
  [
  {"age":1,"factor":1.240602,"se":0.053215,"sigma":2.125942,"to_ultimate":1.446245},
  {"age":2,"factor":1.125000,"se":0.011724,"sigma":0.419468,"to_ultimate":1.165761},

Expected payments, which add up to the reserve; a tail is in one further age:

  $ hz-reserve --run-off data/published/raa.csv | head -n 4
  origin,development,period,value
  1982,10,1991,153.953917
  1983,9,1991,397.431463
  1983,10,1992,219.939460
  $ hz-reserve --run-off --decimals 9 data/published/raa.csv | awk -F, '$1 != "total" { sum += $4 } END { printf "%.4f\n", sum }'
  52135.2283
  $ hz-reserve --run-off -t 1.05 data/published/raa.csv | head -n 3
  origin,development,period,value
  1981,11,1991,941.700000
  1982,10,1991,153.953917

Half of what is left of a tail of 941.70 each year, until it is less than a thousandth:

  $ hz-reserve --run-off -t 1.05 --tail-decay 50% data/published/raa.csv | grep ^1981
  1981,11,1991,470.850000
  1981,12,1992,235.425000
  1981,13,1993,117.712500
  1981,14,1994,58.856250
  1981,15,1995,29.428125
  1981,16,1996,14.714063
  1981,17,1997,7.357031
  1981,18,1998,3.678516
  1981,19,1999,1.839258
  1981,20,2000,1.839258
  $ printf 'tail: {factor: 1.05, decay: 0.5}\n' > "$TMPDIR/decay.yaml"
  $ hz-reserve --run-off --selections "$TMPDIR/decay.yaml" data/published/raa.csv | cmp - <(hz-reserve --run-off -t 1.05 --tail-decay 0.5 data/published/raa.csv)
  $ hz-reserve --run-off -m chain-ladder,mack -f json data/published/bf_textbook_4.csv | head -n 3
  [
  {"method":"chain-ladder","origin":"2","development":4,"period":null,"value":27.173913},
  {"method":"mack","origin":"2","development":4,"period":null,"value":27.173913},

Yearly origins, quarterly development: payments fall in quarters.

  $ cat > "$TMPDIR/quarters.csv" <<END
  > origin,development,value
  > 2021,1,10
  > 2021,2,20
  > 2021,3,26
  > 2021,4,28
  > 2021,5,30
  > 2021,6,30
  > 2022,1,12
  > 2022,2,25
  > END
  $ hz-reserve "$TMPDIR/quarters.csv"
  origin,latest,development_to_ultimate,ultimate,ibnr,se,cv,under_way
  2021,30.00,1.000000,30.00,0.00,,,2022-06
  2022,25.00,1.500000,37.50,12.50,,,2022-06
  total,55.00,,67.50,12.50,,,2022-06
  $ hz-reserve --run-off "$TMPDIR/quarters.csv"
  origin,development,period,value
  2022,3,2022Q3,7.500000
  2022,4,2022Q4,2.500000
  2022,5,2023Q1,2.500000
  2022,6,2023Q2,0.000000
  total,,,12.500000

Group columns pass through, in any order of the rows; groups keep theirs:

  $ cat > "$TMPDIR/offices.csv" <<END
  > office,origin,development,value
  > 西安,2022,1,40
  > 吉林,2021,1,10
  > 吉林,2022,1,12
  > 西安,2021,2,75
  > 吉林,2021,2,15
  > 西安,2021,1,50
  > END
  $ hz-reserve "$TMPDIR/offices.csv"
  office,origin,latest,development_to_ultimate,ultimate,ibnr,se,cv
  西安,2021,75.00,1.000000,75.00,0.00,,
  西安,2022,40.00,1.500000,60.00,20.00,,
  西安,total,115.00,,135.00,20.00,,
  吉林,2021,15.00,1.000000,15.00,0.00,,
  吉林,2022,12.00,1.500000,18.00,6.00,,
  吉林,total,27.00,,33.00,6.00,,
  $ hz-reserve --factors "$TMPDIR/offices.csv"
  office,age,factor,se,sigma,to_ultimate
  西安,1,1.500000,,,1.500000
  西安,2,1.000000,0.000000,0.000000,1.000000
  吉林,1,1.500000,,,1.500000
  吉林,2,1.000000,0.000000,0.000000,1.000000
  $ printf 'office,origin,exposure\n吉林,2021,20\n吉林,2022,30\n西安,2021,100\n西安,2022,90\n' > "$TMPDIR/exposure.csv"
  $ hz-reserve -m expected -p 0.8 -e "$TMPDIR/exposure.csv" --run-off "$TMPDIR/offices.csv"
  office,origin,development,period,value
  西安,2021,3,2023,5.000000
  西安,2022,2,2023,32.000000
  西安,total,,,37.000000
  吉林,2021,3,2023,1.000000
  吉林,2022,2,2023,12.000000
  吉林,total,,,13.000000

Incremental values, and a value that is not there yet:

  $ printf 'origin,development,value\n2021,1,10\n2021,2,5\n2022,1,12\n2022,2,\n' | hz-reserve --incremental
  origin,latest,development_to_ultimate,ultimate,ibnr,se,cv
  2021,15.00,1.000000,15.00,0.00,,
  2022,12.00,1.500000,18.00,6.00,,
  total,27.00,,33.00,6.00,,
  $ printf 'origin,development,value\n2021,1,10\n2021,2,5\n2022,1,12\n' | hz-reserve -i --decimals 0
  origin,latest,development_to_ultimate,ultimate,ibnr,se,cv
  2021,15,1.000000,15,0,,
  2022,12,1.500000,18,6,,
  total,27,,33,6,,

Triangles that are none are refused, with the cell:

  $ printf 'origin,development,value\n2021,1,10\n2021,2,5\n2021,1,12\n' | hz-reserve
  hz-reserve: <stdin>:4:8: origin 2021, development 1: this cell stands twice
  [1]
  $ printf 'origin,development,value\n2021,1,10\n2022,1,5\n2022,2,12\n' | hz-reserve
  hz-reserve: <stdin>:4:8: origin 2022, development 2: beyond the diagonal, for the older origin 2021 ends at development 1: complete that one (0 is a value) or leave this cell out
  [1]
  $ printf 'origin,development,value\n2021,1,10\n2021,2,inf\n' | hz-reserve
  hz-reserve: <stdin>:3:8: value: "inf" is not a number (expected 1234.5, without separators)
  [1]
  $ printf 'origin,development,value\n2021,1,10\n2021,2,1e300\n' | hz-reserve
  hz-reserve: <stdin>:3:8: origin 2021, development 2: the value is too large: count in a larger unit
  [1]
  $ printf 'origin,development,value\n2021,1,10\n2021,2,12\n2022,1,9\n2022,2,0\n' | hz-reserve
  hz-reserve: <stdin>: every origin is observed to development 2, the younger the more zeros at the end: leave out the cells that are not observed yet, or say when the triangle ends (--as-of)
  [1]
  $ printf 'origin,time,value\n2021,1,10\n' | hz-reserve
  hz-reserve: <stdin>: there is no column "development", nor one called like an age (12, 12 months, 0-12); the header has: origin,time,value
  [1]
  $ hz-reserve < /dev/null
  hz-reserve: <stdin>: empty: a header line was expected
  [1]
  $ cd "$TMPDIR"
  $ hz-reserve .
  hz-reserve: .: cannot read: Is a directory
  [3]
  $ hz-reserve no-such-file.csv
  hz-reserve: no-such-file.csv: cannot open: No such file or directory
  [3]

A factor that cannot be computed is refused by name, and so is a sigma:

  $ printf 'office,origin,development,value\n吉林,2021,1,0\n吉林,2021,2,10\n吉林,2022,1,0\n' | hz-reserve
  hz-reserve: <stdin>: office 吉林: the factor from development 1 to 2 cannot be computed: the values at the first add up to zero
  [1]
  $ printf 'origin,development,value\n2021,1,9\n2021,2,10\n2022,1,7\n' | hz-reserve -m mack
  hz-reserve: <stdin>: no sigma from development 1 to 2: there is one link ratio, and the rule mack needs sigmas at both ages before it
  [1]
  $ printf 'origin,development,value\n2021,1,9\n2021,2,10\n2022,1,7\n' | hz-reserve -m mack -s log-linear
  hz-reserve: <stdin>: no sigma from development 1 to 2: there is one link ratio, and the rule log-linear needs two sigmas that are not zero, and a line that does not lead far above all of them: give it (--last-sigma), or take the rule mack
  [1]

But neither stops what does without:

  $ printf 'origin,development,value\n2021,1,0\n2021,2,10\n2022,1,0\n' > zero.csv
  $ hz-reserve --factors zero.csv
  age,factor,se,sigma,to_ultimate
  1,,,,
  2,1.000000,0.000000,0.000000,1.000000
  $ printf 'origin,exposure\n2021,20\n2022,20\n' > exposure.csv
  $ hz-reserve -m expected -p 0.8 -e exposure.csv zero.csv
  origin,latest,development_to_ultimate,ultimate,ibnr,se,cv
  2021,10.00,1.000000,16.00,6.00,,
  2022,0.00,,16.00,16.00,,
  total,10.00,,32.00,22.00,,
  $ hz-reserve -m expected -p 0.8 -e exposure.csv --run-off zero.csv
  hz-reserve: zero.csv: the factor from development 1 to 2 cannot be computed: the values at the first add up to zero
  [1]

Exclusions by name, and the last so many origins, go for the additive method as well, on the data of
Schmidt (2006): (990 + 1168 + 1383 + 1536) / (4456 + 5315 + 5986 + 6939) x 8158 = 1824.910381, and of the
last origin alone, 1536 / 6939 x 8158 = 1805.834847.

  $ printf 'exclude: [{origin: 2000, age: 12}]\n' > one.yaml
  $ hz-reserve -m incremental-additive -e $ROOT/data/published/additive_exposure.csv --selections one.yaml \
  > --run-off $ROOT/data/published/additive.csv | grep ^2005,24
  2005,24,2006,1824.910381
  $ hz-reserve -m incremental-additive -e $ROOT/data/published/additive_exposure.csv --last 1 \
  > --run-off $ROOT/data/published/additive.csv | grep ^2005,24
  2005,24,2006,1805.834847

Exposures at fault:

  $ printf 'origin,exposure\n2021,20\n' > exposure.csv
  $ hz-reserve -m expected -p 0.8 -e exposure.csv zero.csv
  hz-reserve: zero.csv: origin 2022: exposure.csv has no exposure for it
  [1]
  $ printf 'origin,exposure\n2021,20\n2022,30\n2023,30\n' > exposure.csv
  $ hz-reserve -m expected -p 0.8 -e exposure.csv zero.csv
  hz-reserve: exposure.csv:4:1: origin 2023 has an exposure and no cell in the triangle, so it would get no reserve: give it a cell (0 is a value), or leave this out
  [1]

A group column may not be called like a column of the result:

  $ printf 'plan,period,origin,development,value\nA,1,2021,1,10\n' | hz-reserve --run-off
  hz-reserve: <stdin>: the group column "period" is called like one of the result: rename it
  [1]

The command line:

  $ hz-reserve -m expected zero.csv
  hz-reserve: expected needs exposures and a prior (--exposure, --prior)
  try: hz-reserve --help
  [2]
  $ hz-reserve -m mack,mack zero.csv
  hz-reserve: the method mack is named twice
  try: hz-reserve --help
  [2]
  $ hz-reserve -m clark zero.csv
  hz-reserve: --method: "clark" is none of: chain-ladder, mack, odp, gamma, tweedie, negative-binomial, clark-ldf, clark-cape-cod, bornhuetter-ferguson, benktander, cape-cod, incremental-additive, average-cost, case-development, munich-paid, munich-incurred, paid-incurred, disposal-rate, completion, percent-of-paid, expected, crc, csr, ccl, cay
  try: hz-reserve --help
  [2]
  $ hz-reserve --factors --run-off zero.csv
  hz-reserve: --factors, --run-off, --show-selections, --tail-parameters and --model are tables of their own: choose one
  try: hz-reserve --help
  [2]
  $ hz-reserve --tail 0 zero.csv
  hz-reserve: --tail: 0 is out of range (1e-06 to 1e+06)
  try: hz-reserve --help
  [2]
  $ hz-reserve zero.csv zero.csv
  hz-reserve: one FILE at most, not 2
  try: hz-reserve --help
  [2]

Selections in a file, and what was in force:

  $ cat > select.yaml <<END
  > average: volume
  > last: 5
  > ages:
  >   - {age: 1, average: simple, drop-high: 1, reason: one late report}
  >   - {age: 9, factor: 1.02, reason: as in the market}
  > exclude:
  >   - {origin: 1985, age: 2, reason: change of system}
  >   - {valuation: 1986, reason: backlog}
  > tail: {factor: 1.05}
  > END
  $ hz-reserve --selections select.yaml --show-selections $ROOT/data/published/raa.csv
  age,average,link_ratios,excluded,average_factor,factor,alpha,reason
  1,simple,3,1981 1982 1983 1984 1985 1986,4.693781,4.693781,0.000000,one late report; backlog
  2,volume,4,1981 1982 1983 1985,1.778783,1.778783,1.000000,change of system; backlog
  3,volume,4,1981 1982 1984,1.213954,1.213954,1.000000,backlog
  4,volume,4,1981 1983,1.178680,1.178680,1.000000,backlog
  5,volume,4,1982,1.110270,1.110270,1.000000,backlog
  6,volume,3,1981,1.023945,1.023945,1.000000,backlog
  7,volume,3,,1.033264,1.033264,1.000000,
  8,volume,2,,1.016936,1.016936,1.000000,
  9,volume,1,,1.009217,1.020000,1.000000,as in the market
  10,constant,,,,1.050000,,
  $ hz-reserve --selections select.yaml $ROOT/data/published/raa.csv | tail -n 1
  total,160987.00,,235803.42,74816.42,,

An exclusion that matches nothing, and all faults of a file at once:

  $ printf 'exclude:\n  - {origin: 2001, age: 1}\n' > stale.yaml
  $ hz-reserve --selections stale.yaml $ROOT/data/published/raa.csv
  hz-reserve: stale.yaml:2:5: this exclusion matches no link ratio: correct it or remove it
  [1]
  $ printf 'average: best\nlast: 0\nages:\n  - {factor: 2}\nexclude:\n  - {reason: none}\n' > bad.yaml
  $ hz-reserve --selections bad.yaml $ROOT/data/published/raa.csv
  hz-reserve: bad.yaml:1:10: average: "best", where one of simple, volume, regression, geometric, medial is wanted; bad.yaml:2:7: last: "0" is out of bounds: expected 1 to 1000000; bad.yaml:6:5: an exclusion wants an origin, an age or a valuation; bad.yaml:4:5: an item of ages wants the age at which the step starts
  [1]

Several methods, and one estimate of them:

  $ exposure=$ROOT/data/published/raa_exposure.csv
  $ hz-reserve -m chain-ladder,bornhuetter-ferguson,benktander -p 0.7 -e $exposure --iterations 1 \
  > --select weighted:chain-ladder=0.25,benktander=0.75 $ROOT/data/published/raa.csv | tail -n 4
  chain-ladder,total,160987.00,,213122.23,52135.23,,
  bornhuetter-ferguson,total,160987.00,,236190.24,75203.24,,
  benktander,total,160987.00,,236190.24,75203.24,,
  selected,total,160987.00,,230423.23,69436.23,,
  $ hz-reserve -m cape-cod,incremental-additive --trend 2% --decay 0.5 --select mean -e $exposure \
  > $ROOT/data/published/raa.csv | tail -n 3
  cape-cod,total,160987.00,,218425.09,57438.09,,
  incremental-additive,total,160987.00,,226129.69,65142.69,,
  selected,total,160987.00,,222277.39,61290.39,,
  $ hz-reserve --select max $ROOT/data/published/raa.csv
  hz-reserve: --select max: expected two methods at least (--method a,b)
  try: hz-reserve --help
  [2]
  $ hz-reserve -m mack,chain-ladder --select weighted:mack=0.5 $ROOT/data/published/raa.csv
  hz-reserve: --select weighted:mack=0.5: shares are to add up to 1
  try: hz-reserve --help
  [2]
  $ hz-reserve -m cape-cod $ROOT/data/published/raa.csv
  hz-reserve: cape-cod needs exposures (--exposure)
  try: hz-reserve --help
  [2]

The triangle as it was a year ago, which has no diagonal before its first two:

  $ hz-reserve --as-of 1 $ROOT/data/published/raa.csv | tail -n 1
  total,143693.00,,209903.83,66210.83,,
  $ grep -v -e ^1990 -e '^19[0-9]*,10,' -e 1989,2 -e 1988,3 -e 1987,4 -e 1986,5 -e 1985,6 -e 1984,7 \
  > -e 1983,8 -e 1982,9 $ROOT/data/published/raa.csv | hz-reserve | tail -n 1
  total,143693.00,,209903.83,66210.83,,
  $ hz-reserve --as-of 9 - < $ROOT/data/published/raa.csv
  hz-reserve: <stdin>: that far back (9) there was no triangle yet, for that takes two diagonals: now it has 10
  [1]

A tail by a curve, which needs factors that fall:

  $ hz-reserve --tail-curve exponential --last 3 --drop-low 1 --drop-high 0 $ROOT/data/published/raa.csv | tail -n 1
  total,160987.00,,260241.78,99254.78,,,
  $ printf 'origin,development,value\n1,1,10\n1,2,11\n1,3,13\n2,1,10\n2,2,11\n3,1,9\n' > rising.csv
  $ hz-reserve --tail-curve inverse-power rising.csv
  hz-reserve: rising.csv: no tail by the curve inverse-power: the factors do not fall with age, so that the curve has no end
  [1]

Counts and average costs. Counts develop by 1.5 (30/20), average costs by 22/20 (the sum of 11 and 11 over
that of 10 and 10): 10 x 1.5 claims of 12 x 1.1 are 198:

  $ printf 'origin,development,value\n1,1,100\n1,2,165\n2,1,100\n2,2,165\n3,1,120\n' > paid.csv
  $ printf 'origin,development,value\n1,1,10\n1,2,15\n2,1,10\n2,2,15\n3,1,10\n' > counts.csv
  $ hz-reserve -m average-cost --counts counts.csv paid.csv
  origin,latest,development_to_ultimate,ultimate,ibnr,se,cv
  1,165.00,,165.00,0.00,,
  2,165.00,,165.00,0.00,,
  3,120.00,,198.00,78.00,,
  total,450.00,,528.00,78.00,,
  $ sed 's/3,1,10/3,1,0/' counts.csv > none.csv
  $ hz-reserve -m average-cost --counts none.csv paid.csv
  hz-reserve: none.csv: origin 3, development 1: a count of 0 for a value of 120
  [1]
  $ hz-reserve -m average-cost paid.csv
  hz-reserve: average-cost needs a triangle of counts (--counts)
  try: hz-reserve --help
  [2]
  $ head -n 5 counts.csv | hz-reserve -m average-cost --counts - paid.csv
  hz-reserve: paid.csv: the triangle in <stdin> has not the same cells as this one: 3 origins and 2 ages here, 2 and 2 there
  [1]

Case outstanding is used up. Of 40 and 40, 30 and 30 are paid (0.75) and 10 and 10 left (0.25): of 60, 45
are paid and 15 left for later:

  $ printf 'origin,development,value\n1,1,140\n1,2,140\n2,1,140\n2,2,140\n3,1,180\n' > incurred.csv
  $ printf 'origin,development,value\n1,1,100\n1,2,130\n2,1,100\n2,2,130\n3,1,120\n' > paid.csv
  $ hz-reserve -m case-development --incurred incurred.csv paid.csv
  origin,latest,development_to_ultimate,ultimate,ibnr,se,cv
  1,130.00,,140.00,10.00,,
  2,130.00,,140.00,10.00,,
  3,120.00,,180.00,60.00,,
  total,380.00,,460.00,80.00,,
  $ hz-reserve -m case-development --incurred incurred.csv --run-off paid.csv
  origin,development,period,value
  1,3,,10.000000
  2,3,,10.000000
  3,2,,45.000000
  3,3,,15.000000
  total,,,80.000000

When it is paid takes no factor of payments, of which there is none here:

  $ printf 'origin,development,value\n1,1,0\n1,2,120\n2,1,0\n2,2,130\n3,1,0\n' > late.csv
  $ printf 'origin,development,value\n1,1,120\n1,2,120\n2,1,130\n2,2,130\n3,1,150\n' > reported.csv
  $ hz-reserve -m case-development --incurred reported.csv --run-off late.csv
  origin,development,period,value
  3,2,,150.000000
  total,,,150.000000
  $ hz-reserve -m case-development paid.csv
  hz-reserve: case-development needs a triangle of incurred claims (--incurred)
  try: hz-reserve --help
  [2]

Parameter errors that are independent from age to age, as R's mse.method = "Independence" has them: 26,924.01
where Mack's formula gives 26,909.01:

  $ hz-reserve -m mack --mse independent -d $ROOT/data/published/raa.csv | tail -n 1
  total,160987.00,,213122.23,52135.23,24919.96,10193.03,26924.01,0.5164

Generalised linear models: England and Verrall (1999) print prediction errors of 16 and 15 % for odp and gamma. With
power 1 and 2, tweedie is these two:

  $ hz-reserve -m odp,gamma,tweedie -d $ROOT/data/published/taylor_ashe.csv | tail -n 3
  odp,total,34358090.00,,53038945.61,18680855.61,991281.21,2773840.89,2945646.23,0.1577
  gamma,total,34358090.00,,52443862.43,18085772.43,1061690.48,2485439.11,2702701.28,0.1494
  tweedie,total,34358090.00,,52751330.48,18393240.48,1001632.76,2572308.06,2760441.44,0.1501
  $ hz-reserve -m odp -d $ROOT/data/published/taylor_ashe.csv | cmp - <(hz-reserve -m tweedie --power 1 -d $ROOT/data/published/taylor_ashe.csv)
  $ hz-reserve -m gamma $ROOT/data/published/raa.csv | cmp - <(hz-reserve -m tweedie --power 2 $ROOT/data/published/raa.csv)

The power that is the likeliest, and numbers with a variance of m + m^2 / theta: R's glmReserve has 1.106945 and
18,621.21 with var.power = NULL, 14.3939 and 18,100.47 with nb = TRUE, in thousands:

  $ hz-reserve -m tweedie --estimate-power --spread $ROOT/data/published/taylor_ashe.csv | tail -n 1 |
  >     awk -F, '{ printf "%.0f %.5f\n", $5, $9 }'
  18621209 1.10695
  $ hz-reserve -m negative-binomial --spread $ROOT/data/published/taylor_ashe_thousands.csv | tail -n 1 |
  >     awk -F, '{ printf "%.2f %.4f\n", $5, $10 }'
  18100.47 14.3939
  $ hz-reserve -m mack,odp --spread $ROOT/data/published/taylor_ashe.csv | tail -n 2
  mack,total,34358090.00,,53038945.61,18680855.61,2447094.86,0.1310,,,
  odp,total,34358090.00,,53038945.61,18680855.61,2945646.23,0.1577,52601.361511,1.000000,

Where there is no such power, no theta, or an amount below 0, which no likelihood knows, that is told:

  $ hz-reserve -m tweedie --estimate-power < $ROOT/data/published/uk_motor.csv
  hz-reserve: <stdin>: no power from 1.01 to 1.99 is likelier than those around it: choose one, or take odp or gamma
  [1]
  $ hz-reserve -m tweedie --estimate-power < $ROOT/data/published/raa.csv
  hz-reserve: <stdin>: origin 1982, development 7: the amount is negative, and the spread is estimated by likelihood, which has none for it (--negative pool or drop)
  [1]
  $ hz-reserve -m negative-binomial < $ROOT/data/published/raa.csv
  hz-reserve: <stdin>: origin 1982, development 7: the amount is negative, and the spread is estimated by likelihood, which has none for it (--negative pool or drop)
  [1]
  $ printf 'origin,development,value\n1,1,100\n1,2,150\n1,3,175\n2,1,200\n2,2,300\n3,1,150\n' > exact.csv
  $ hz-reserve -m tweedie --estimate-power exact.csv
  hz-reserve: exact.csv: the amounts fit exactly: there is no spread to find a power of
  [1]
  $ hz-reserve -m negative-binomial exact.csv
  hz-reserve: exact.csv: the amounts spread no more than Poisson numbers of their means, so that there is no theta: take odp
  [1]
  $ printf 'origin,development,value\n1,1,100\n1,2,151\n1,3,175\n2,1,199\n2,2,300\n3,1,150\n' > close.csv
  $ hz-reserve -m negative-binomial close.csv
  hz-reserve: close.csv: the amounts spread no more than Poisson numbers of their means, so that there is no theta: take odp
  [1]

The reserve of odp is the chain ladder's, increments of 0 and below included, but for sums that are not positive; a
tail lets ultimates and errors grow; an age of nothing but zeros adds nothing:

  $ hz-reserve -m odp,chain-ladder --tail 1.05 $ROOT/data/published/raa.csv | tail -n 2
  odp,total,160987.00,,223778.34,62791.34,18493.37,0.2945
  chain-ladder,total,160987.00,,223778.34,62791.34,,
  $ printf 'origin,development,value\n1,1,10\n1,2,20\n1,3,20\n1,4,21\n2,1,12\n2,2,21\n2,3,21\n3,1,9\n3,2,20\n4,1,13\n' > flat.csv
  $ hz-reserve -m odp,chain-ladder flat.csv | tail -n 2
  odp,total,75.00,,90.91,15.91,4.06,0.2553
  chain-ladder,total,75.00,,90.91,15.91,,
  $ printf 'origin,development,value\n1,1,10\n1,2,8\n1,3,9\n1,4,10\n2,1,12\n2,2,11\n2,3,12\n3,1,9\n3,2,8\n4,1,13\n' > falls.csv
  $ hz-reserve -m odp,chain-ladder falls.csv | tail -n 2
  hz-reserve: falls.csv: odp: ages whose increments add up to less than 0, so that their means are too: 1
  odp,total,43.00,,47.06,4.06,2.85,0.7008
  chain-ladder,total,43.00,,47.06,4.06,,

Negative amounts in other ways, and a model with levels of calendar periods, as R's tweedieReserve has it:

  $ for way in quasi pool drop offset; do hz-reserve -m gamma --negative $way $ROOT/data/published/raa.csv | tail -n 1; done
  total,160987.00,,214777.53,53790.53,18847.88,0.3504
  total,160987.00,,214638.03,53651.03,18378.01,0.3425
  total,160987.00,,214643.47,53656.47,16909.40,0.3151
  total,160987.00,,214649.20,53662.20,18489.91,0.3446
  $ hz-reserve -m odp --design age-calendar $ROOT/data/published/merz_wuthrich.csv | tail -n 3
  8,3158581.00,,3569846.22,411265.22,43375.63,0.1055
  9,2144738.00,,3558722.50,1413984.50,84525.70,0.0598
  total,30986807.00,,33200657.30,2213850.30,123947.61,0.0560
  $ printf 'origin,exposure\n1,0\n2,5\n3,5\n' > none.csv
  $ hz-reserve -m odp --design age-calendar -e none.csv exact.csv
  hz-reserve: exact.csv: origin 1: the exposure is 0, and amounts per unit of it need one above 0
  [1]
  $ printf 'origin,development,value\n1,1,10\n1,2,8\n1,3,9\n2,1,-12\n2,2,-11\n3,1,9\n' > below.csv
  $ hz-reserve -m odp --negative pool below.csv
  hz-reserve: below.csv: origin 2 adds up to less than 0: its negative amounts cannot be pooled with the others (--negative drop leaves them out)
  [1]

Meyers' 200 real paid triangles: none is refused, and odp's reserve is that of the chain ladder, which
refuses one, but for four of the five that are pooled:

  $ meyers=$ROOT/data/published/meyers_paid.csv
  $ for m in odp gamma; do for way in auto quasi; do hz-reserve -m $m --negative $way $meyers 2>told >/dev/null; echo $m $way $? told $(wc -l <told), pooled $(grep -c 'negative pool)' told), dropped $(grep -c 'negative drop)' told); done; done
  odp auto 0 told 53, pooled 5, dropped 0
  odp quasi 1 told 8, pooled 0, dropped 0
  gamma auto 0 told 97, pooled 58, dropped 17
  gamma quasi 1 told 78, pooled 0, dropped 0
  $ hz-reserve -m odp,chain-ladder $meyers 2>/dev/null | grep ,total, | awk -F, '{ u = $7 } NR % 2 { odp = u; next } odp - u > 0.011 || u - odp > 0.011 { n++ } END { print NR / 2, n }'
  199 4

What a model is made of, for who checks it:

  $ hz-reserve -m odp --model coefficients $ROOT/data/published/raa.csv | head -n 4
  term,level,estimate,se,t
  intercept,1981,7.655097,0.309210,24.756945
  origin,1982,-0.110841,0.334057,-0.331803
  origin,1983,0.245858,0.308377,0.797264
  $ hz-reserve -m gamma --model cells $ROOT/data/published/raa.csv | tail -n 2
  1989,2,2262.00,4480.52,-0.495148,-0.613745,0.555556,-1.091774
  1990,1,2063.00,2063.00,0.000000,0.000000,1.000000,
  $ hz-reserve -m odp,gamma,negative-binomial --model summary $ROOT/data/published/taylor_ashe_thousands.csv
  method,power,theta,phi,pearson,deviance,cells,parameters,freedom,log_likelihood,aic
  odp,1.000000,,52.596561,1893.476184,1903.198866,55,19,36,,
  gamma,2.000000,,0.105436,3.795680,4.025258,55,19,36,-350.466061,740.932123
  negative-binomial,,14.393930,1.000000,52.852602,55.824715,55,19,36,-350.374363,740.748727
  $ hz-reserve -m mack --model summary $ROOT/data/published/raa.csv
  hz-reserve: --model is of generalised linear models, and mack is none: expected --method odp, gamma, tweedie or negative-binomial
  try: hz-reserve --help
  [2]

  $ hz-reserve -m gamma zero.csv
  hz-reserve: zero.csv: 1 cells are too few to estimate the spread about 1 parameters
  [1]
  $ printf 'origin,development,value\n1,1,10\n1,2,11\n2,1,10\n' > three.csv
  $ hz-reserve -m odp three.csv
  hz-reserve: three.csv: 3 cells are too few to estimate the spread about 3 parameters
  [1]

The skewness of Mack's model, of which Dal Moro (2017) prints 0.214 for the total; other averages and methods have
none:

  $ hz-reserve -m mack,odp --skewness $ROOT/data/published/taylor_ashe.csv | tail -n 2
  mack,total,34358090.00,,53038945.61,18680855.61,2447094.86,0.1310,0.2143
  odp,total,34358090.00,,53038945.61,18680855.61,2945646.23,0.1577,
  $ hz-reserve -m mack --skewness -d --average simple $ROOT/data/published/taylor_ashe.csv | sed -n '1p;$p'
  origin,latest,development_to_ultimate,ultimate,ibnr,process_se,parameter_se,se,cv,skewness
  total,34358090.00,,53241163.35,18883073.35,1980739.47,1601456.61,2547153.73,0.1349,

Factors of one origin, and factors to ultimate. 1555 times 1.2, and then as the others: 1.034431 and
1.011173 make 1951.82; 1.066515 times 1.011173 and 1.02 are 1.1.

  $ printf 'origin,1,2,3,4,5\n2018,1010,1520,1740,1790,1810\n2019,950,1390,1600,1665,\n2020,1120,1730,1905,,\n2021,1060,1555,,,\n2022,1200,,,,\n' > five.csv
  $ printf 'ages:\n  - {origin: 2021, age: 2, factor: 1.2, reason: two are open}\n' > own.yaml
  $ hz-reserve --selections own.yaml five.csv | cut -d, -f 1,3-5,8
  origin,development_to_ultimate,ultimate,ibnr,own_factors
  2018,1.000000,1810.00,0.00,
  2019,1.011173,1683.60,18.60,
  2020,1.045989,1992.61,87.61,
  2021,1.255187,1951.82,396.82,2
  2022,1.769276,2123.13,923.13,
  total,,9561.16,1426.16,
  $ hz-reserve --selections own.yaml --show-selections five.csv | grep 2021
  2,2021,,,,,1.200000,,two are open
  $ printf 'ages:\n  - {age: 3, to-ultimate: 1.1}\n  - {age: 5, to-ultimate: 1.02}\n' > to.yaml
  $ hz-reserve --selections to.yaml --factors five.csv | cut -d, -f 1,2,5 | tail -3
  3,1.066515,1.100000
  4,1.011173,1.031397
  5,1.020000,1.020000
  $ hz-reserve -m mack --selections own.yaml five.csv
  hz-reserve: five.csv: origins have factors of their own, and mack knows none: take chain-ladder, bornhuetter-ferguson, benktander, cape-cod or expected, or select factors for all
  [1]
  $ printf 'ages:\n  - {origin: 2018, age: 2, factor: 1.2}\n' | hz-reserve --selections /dev/stdin five.csv
  hz-reserve: <stdin>:2:5: no triangle has an origin 2018 that is still to develop from the age 2
  [1]
  $ printf 'ages:\n  - {origin: 2021, age: 2}\n  - {age: 1, factor: 2, to-ultimate: 3}\n' | hz-reserve --selections /dev/stdin five.csv
  hz-reserve: <stdin>:2:5: an item for one origin wants a factor or to-ultimate; <stdin>:3:5: factor and to-ultimate say the same: choose one
  [1]
  $ hz-bootstrap --model mack --selections own.yaml five.csv
  hz-bootstrap: own.yaml:2:5: factors of one origin are for hz-reserve alone: select one for all origins here
  [1]
