Each diagonal of six triangles is beside R ChainLadder's CDR in tests/published. One age a diagonal, the first
one in the table of all:

  $ mw=$ROOT/data/published/merz_wuthrich.csv
  $ hz-one-year $mw | tail -n 1
  total,2237826.11,81080.55,108401.39
  $ hz-one-year --run-off $mw | grep -e ^3, -e ^total,1,
  3,1,1486.56,485.42
  3,2,485.42,0.00
  total,1,81080.55,71950.02

Over all diagonals the squares add up to Mack's, for any average, rule and tail:

  $ both() {
  >     hz-one-year --run-off --decimals 6 "$@" $mw | awk -F, '$1 == "total" { s += $3 ^ 2 } END { printf "%.2f\n", sqrt(s) }'
  >     hz-reserve -m mack "$@" $mw | tail -n 1 | cut -d, -f6
  > }
  $ both
  108401.39
  108401.39
  $ both --average simple
  106459.03
  106459.03
  $ both --average regression
  110421.33
  110421.33
  $ hz-one-year --sigma log-linear $mw | tail -n 1 && both --sigma log-linear
  total,2237826.11,81336.66,108732.16
  108732.16
  108732.16
  $ hz-one-year --tail 1.1 $mw | tail -n 1 && both --tail 1.1
  total,5560289.42,89188.60,119241.53
  119241.53
  119241.53

So they do with link ratios that are left out, and with factors by judgement:

  $ both --last 4
  105122.18
  105122.18
  $ both --drop-high 1 --drop-low 1
  74897.18
  74897.18
  $ both --average geometric
  106140.49
  106140.49
  $ printf 'exclude: [{origin: 3, age: 1}]\nages: [{age: 2, factor: 1.0722}]\n' > chosen.yaml
  $ both --selections chosen.yaml
  109679.14
  109679.14

A medial average is a simple one without the highest and the lowest:

  $ hz-one-year --average simple --last 6 --drop-high 1 --drop-low 1 $mw > simple
  $ hz-one-year --average medial --last 6 $mw | cmp - simple && wc -l < simple
  11

To leave out all that the oldest of two full origins shows is to leave out the origin:

  $ full() { awk -F, '$2 != 9' $mw; }
  $ printf 'exclude: [{origin: 1}]\n' > oldest.yaml
  $ full | hz-one-year --selections oldest.yaml | tail -n +3 > excluded
  $ full | awk -F, '$1 != 1' | hz-one-year | tail -n +2 | cmp - excluded && wc -l < excluded
  9

Several origins at one age, and incremental values of RAA's triangle:

  $ printf 'line,origin,development,value\na,1,1,5\na,1,2,11\na,1,3,12\na,2,1,6\na,2,2,11\na,2,3,13\na,3,1,7\na,3,2,13\na,4,1,8\na,5,1,9\n' > same.csv
  $ hz-one-year same.csv
  hz-one-year: same.csv: line a: age does not fall steadily from origin to origin, so that the latest diagonal cannot be told: are cells missing on it?
  line,origin,ibnr,one_year_se,se
  a,1,0.00,0.00,0.00
  a,2,0.00,0.00,0.00
  a,3,1.77,0.97,0.97
  a,4,9.68,1.89,2.14
  a,5,10.89,2.05,2.32
  a,total,22.34,3.64,4.02
  $ hz-reserve -m mack same.csv | cut -d, -f1,6,7
  hz-reserve: same.csv: line a: age does not fall steadily from origin to origin, so that the latest diagonal cannot be told: are cells missing on it?
  line,ibnr,se
  a,0.00,0.00
  a,0.00,0.00
  a,1.77,0.97
  a,9.68,2.14
  a,10.89,2.32
  a,22.34,4.02
  $ sed s/^a/b/ same.csv | tail -n +2 | cat same.csv - | hz-one-year --run-off | grep ^b,total
  hz-one-year: <stdin>: line a: age does not fall steadily from origin to origin, so that the latest diagonal cannot be told: are cells missing on it?
  hz-one-year: <stdin>: line b: age does not fall steadily from origin to origin, so that the latest diagonal cannot be told: are cells missing on it?
  b,total,1,3.64,1.71
  b,total,2,1.71,0.00
  $ awk -F, '/^[#o]/ { print; next } { print $1 "," $2 "," $3 - ($1 == o ? c : 0); o = $1; c = $3 }' $ROOT/data/published/raa.csv > steps.csv
  $ hz-one-year --incremental steps.csv | cmp - <(hz-one-year $ROOT/data/published/raa.csv)

The log-linear rule, as in R's ChainLadder: CDR(MackChainLadder(RAA, est.sigma = "log-linear")) prints
25166.30 and 26880.74; a tail of 1.05 that is certain makes the one-year error larger by just that:

  $ hz-one-year --sigma log-linear $ROOT/data/published/raa.csv | tail -n 1
  total,52135.23,25166.30,26880.74
  $ hz-one-year --tail 1.05 $ROOT/data/published/raa.csv | tail -n 1 | cut -d, -f 3 |
  >     awk -v plain=$(hz-one-year $ROOT/data/published/raa.csv | tail -n 1 | cut -d, -f 3) '{ printf "%.6f\n", $1 / plain }'
  1.050000

What is refused:

  $ printf 'origin,development,value\n1,1,10\n1,2,11\n2,1,10\n2,2,12\n' > full.csv
  $ hz-one-year full.csv
  hz-one-year: full.csv: every origin is seen to the last age, so that only a tail leaves anything to come: if the triangle ends earlier, say when (--as-of)
  hz-one-year: full.csv: every origin is at the last age: no diagonal is to come
  [1]
  $ printf 'origin,development,value\n1,1,10\n1,2,11\n2,1,10\n' > small.csv
  $ hz-one-year small.csv
  hz-one-year: small.csv: no sigma from development 1 to 2: there is one link ratio, and the rule mack needs sigmas at both ages before it
  [1]
  $ printf 'tail: {curve: exponential}\n' > curve.yaml
  $ hz-one-year --selections curve.yaml < $mw
  hz-one-year: <stdin>: the tail is by the curve exponential, which moves with the factors in a year, and there is no formula for that: give its factor, 1.000606
  [1]
  $ printf 'tail: {factor: 1.05, errors: extrapolated}\n' > errors.yaml
  $ hz-one-year --selections errors.yaml < $mw
  hz-one-year: <stdin>: the tail has an error, and no year tells how much of it shows by its end: leave out its se, sigma and errors
  [1]

Totals over groups:

  $ { echo office,line,origin,development,value
  >   sed -n 's/^\(personal_paid\|commercial_paid\),\(.*\),\(.*\),\(.*\)/a,\1,\2,\3,\4/p; s/^personal_incurred,/b,&/p' \
  >     $ROOT/data/published/auto_lines.csv; } > two.csv
  $ hz-one-year --totals two.csv | grep -v origin$
  office,line,origin,ibnr,one_year_se,se,level
  a,personal_paid,total,624246.82,22752.33,30358.21,total
  b,personal_incurred,total,-2429.54,21601.08,28089.86,total
  a,commercial_paid,total,428780.58,22436.43,31488.35,total
  a,total,total,1053027.40,,,subtotal
  b,total,total,-2429.54,,,subtotal
  total,total,total,1050597.86,,,all
  $ hz-one-year --totals --dependence independent two.csv | tail -n 1
  total,total,total,1050597.86,38570.30,51982.47,all
  $ hz-one-year --no-total --level two.csv | sed -n '1p;11,12p'
  office,line,origin,ibnr,one_year_se,se,level
  a,personal_paid,10,287733.11,14401.97,19085.16,origin
  b,personal_incurred,1,0.00,0.00,0.00,origin
  $ hz-one-year --totals --run-off two.csv
  hz-one-year: --totals and --level are of the next diagonal: leave out --run-off
  try: hz-one-year --help
  [2]
