# Offices: many triangles in one run

Credibility after Bühlmann and Straub, on the data of Hachemeister (1975): numbers of claims at age 1, amounts at
age 2, so that a factor is an average amount. R's actuar prints for it (vignette "Credibility theory", model
of Bühlmann and Straub) the collective mean 1,683.713; within 139,120,026, whose root is 11,794.91525;
credibilities 0.9847404, 0.9276352, 0.8984754, 0.7279092, 0.9587911; and, blended, 2,055.165, 1,523.706,
1,793.444, 1,442.967, 1,603.285:

  $ hz-reserve --credibility --factors < $ROOT/data/published/hachemeister.csv | grep -v ,2,
  hz-reserve: <stdin>: state 1: every origin is seen to the last age, so that only a tail leaves anything to come: if the triangle ends earlier, say when (--as-of)
  hz-reserve: <stdin>: state 2: every origin is seen to the last age, so that only a tail leaves anything to come: if the triangle ends earlier, say when (--as-of)
  hz-reserve: <stdin>: state 3: every origin is seen to the last age, so that only a tail leaves anything to come: if the triangle ends earlier, say when (--as-of)
  hz-reserve: <stdin>: state 4: every origin is seen to the last age, so that only a tail leaves anything to come: if the triangle ends earlier, say when (--as-of)
  hz-reserve: <stdin>: state 5: every origin is seen to the last age, so that only a tail leaves anything to come: if the triangle ends earlier, say when (--as-of)
  state,age,own,collective,credibility,factor,se,sigma,to_ultimate
  1,1,2060.921392,1683.713437,0.984740,2055.165350,37.047157,11794.915257,2055.165350
  2,1,1511.224127,1683.713437,0.927635,1523.706278,81.185322,11794.915257,1523.706278
  3,1,1805.842738,1683.713437,0.898475,1793.443604,96.467451,11794.915257,1793.443604
  4,1,1352.975915,1683.713437,0.727909,1442.966549,160.827234,11794.915257,1442.966549
  5,1,1599.828607,1683.713437,0.958791,1603.285404,61.055338,11794.915257,1603.285404

Offices that do not differ beyond chance have no credibility: all get the mean by volume, here that of
300 / 200 and 1,450 / 1,000, which is 1,750 / 1,200. The third has one age only; all the same it is developed
by what the others show, 100 x 1.458333.

  $ cat > alike.csv <<'EOF'
  > office,origin,development,value
  > A,1,1,100
  > A,1,2,130
  > A,2,1,100
  > A,2,2,170
  > A,3,1,100
  > B,1,1,500
  > B,1,2,700
  > B,2,1,500
  > B,2,2,750
  > B,3,1,500
  > C,3,1,100
  > EOF
  $ hz-reserve --credibility --factors alike.csv | cut -d, -f 1-6
  hz-reserve: alike.csv: office C: one cell only
  office,age,own,collective,credibility,factor
  A,1,1.500000,1.458333,0.000000,1.458333
  A,2,,1.000000,,1.000000
  B,1,1.450000,1.458333,0.000000,1.458333
  B,2,,1.000000,,1.000000
  C,1,,1.458333,,1.458333
  $ hz-reserve --credibility alike.csv | grep total
  hz-reserve: alike.csv: office C: one cell only
  A,total,400.00,,445.83,45.83,,
  B,total,1950.00,,2179.17,229.17,,
  C,total,100.00,,145.83,45.83,,

A factor selected by judgement stays as it is.

  $ printf 'ages: [{age: 1, factor: 1.6}]\n' > judgement.yaml
  $ hz-reserve --credibility --selections judgement.yaml --factors alike.csv | grep A,1
  hz-reserve: alike.csv: office C: one cell only
  A,1,1.500000,,,1.600000,,,1.600000

  $ hz-reserve --credibility -a geometric alike.csv
  hz-reserve: alike.csv: office C: one cell only
  hz-reserve: credibility wants weighted averages, not geometric ones: simple, volume, regression or medial
  try: hz-reserve --help
  [2]
  $ hz-reserve --credibility $ROOT/data/published/raa.csv
  hz-reserve: credibility wants groups: there is one triangle only
  try: hz-reserve --help
  [2]

A hundred offices, one of which cannot be reserved, by any number of workers:

  $ awk 'BEGIN { print "office,origin,development,value"; for (g = 1; g <= 100; g++) for (o = 1; o <= 6; o++)
  >   for (k = 1; k <= 7 - o; k++) printf "%d,%d,%d,%d\n", g, o, k, g == 50 && k < 3 ? 0 : 1000 * g + (o * 37 + g * 11) % 50 * k + 100 * k * k }' > many.csv
  $ for n in 1 2 3 8; do hz-reserve -m mack,chain-ladder --threads $n many.csv 2>&1 | md5sum; done | uniq | wc -l
  1
  $ hz-reserve --threads 3 many.csv > many.out
  hz-reserve: many.csv: office 50: the factor from development 1 to 2 cannot be computed: all values at both are zero, or every link ratio is excluded
  [1]
  $ grep -c total many.out
  99
  $ for n in 1 4; do hz-reserve --run-off -j $n many.csv 2>&1 | md5sum; done | uniq | wc -l
  1

Selections of some offices replace those of all, item by item: B takes 1.7, as A's average is simple, (1.3 + 1.7) / 2.

  $ cat > offices.yaml <<'EOF'
  > average: volume
  > ages: [{age: 1, factor: 1.6, reason: as in the market}]
  > groups:
  >   - office: A
  >     average: simple
  >     ages: []
  >   - {office: B, ages: [{age: 1, factor: 1.7}], tail: {factor: 1.1}}
  > EOF
  $ hz-reserve --selections offices.yaml --factors alike.csv | cut -d, -f 1-3
  hz-reserve: alike.csv: office C: one cell only
  office,age,factor
  A,1,1.500000
  A,2,1.000000
  B,1,1.700000
  B,2,1.100000
  C,1,1.000000
  $ hz-reserve --selections offices.yaml --show-selections alike.csv | grep ^[AB],1,
  hz-reserve: alike.csv: office C: one cell only
  A,1,simple,2,,1.500000,1.500000,0.000000,
  B,1,volume,2,,1.450000,1.700000,,

Priors too: 10% of 100 expected of A, 30% of B.

  $ printf 'prior: 0.1\ngroups: [{office: B, prior: 0.3}]\n' > priors.yaml
  $ printf 'origin,exposure\n1,100\n2,100\n3,100\n' > hundred.csv
  $ hz-reserve -m expected --selections priors.yaml -e hundred.csv alike.csv | grep ,3, | cut -d, -f 1,5
  hz-reserve: alike.csv: office C: one cell only
  A,10.00
  B,30.00
  C,10.00

Exclusions of an office are held against its own triangle; all faults are told at once.

  $ printf 'groups: [{office: C, exclude: [{origin: 1}]}]\n' > none.yaml
  $ hz-reserve --selections none.yaml alike.csv
  hz-reserve: none.yaml:1:32: this exclusion matches no link ratio: correct it or remove it
  [1]
  $ printf 'groups: [{office: A, exclude: [{origin: 1}]}]\n' > some.yaml
  $ hz-reserve --selections some.yaml --factors alike.csv | cut -d, -f 1-3 | head -n 4
  hz-reserve: alike.csv: office C: one cell only
  office,age,factor
  A,1,1.700000
  A,2,1.000000
  B,1,1.450000
  $ cat > wrong.yaml <<'EOF'
  > groups:
  >   - {office: Z, average: simple}
  >   - {average: simple}
  >   - {office: A, average: best}
  >   - {office: A, plan: critical}
  > EOF
  $ hz-reserve --selections wrong.yaml alike.csv
  hz-reserve: wrong.yaml:4:26: average: "best", where one of simple, volume, regression, geometric, medial is wanted; wrong.yaml:5:23: plan: no such key here: expected one of average, sigma, prior, last, drop-high, drop-low, above, below, tail, ages, exclude, office; wrong.yaml:2:5: no triangle is of this group; wrong.yaml:3:5: an item of groups wants a group column and its value; wrong.yaml:5:5: an item before this one names some of these groups too
  [1]
  $ hz-diagnose --selections some.yaml --residuals alike.csv | grep -c ^A
  hz-diagnose: alike.csv: office C: one cell only
  1

Totals over groups: 624,246.82 + 428,780.58 = 1,053,027.40, less 2,429.54 is all; errors where a dependence is stated,
independent ones as the root of the sum of squares; what adds up once is level origin:

  $ { echo office,line,origin,development,value
  >   sed -n 's/^\(personal_paid\|commercial_paid\),\(.*\),\(.*\),\(.*\)/a,\1,\2,\3,\4/p; s/^personal_incurred,/b,&/p' \
  >     $ROOT/data/published/auto_lines.csv; } > two.csv
  $ hz-reserve --totals two.csv | grep -v origin$
  office,line,origin,latest,development_to_ultimate,ultimate,ibnr,se,cv,level
  a,personal_paid,total,3290539.00,,3914785.82,624246.82,,,total
  b,personal_incurred,total,3710614.00,,3708184.46,-2429.54,,,total
  a,commercial_paid,total,1043851.00,,1472631.58,428780.58,,,total
  a,total,total,4334390.00,,5387417.40,1053027.40,,,subtotal
  b,total,total,3710614.00,,3708184.46,-2429.54,,,subtotal
  total,total,total,8045004.00,,9095601.86,1050597.86,,,all
  $ hz-reserve -m mack --totals --dependence independent two.csv | grep -e total$ -e all$ | cut -d, -f8 | xargs
  30358.21 28089.86 31488.35 43739.42 28089.86 51982.47
  $ hz-reserve -m mack --totals --dependence full two.csv | grep all$
  total,total,total,8045004.00,,9095601.86,1050597.86,89936.42,0.0856,all
  $ hz-reserve --totals two.csv | awk -F, '$NF == "origin" { sum += $7 } END { printf "%.2f\n", sum }'
  1050597.83
  $ hz-reserve --no-total two.csv | awk -F, 'NR > 1 { sum += $7 } END { printf "%.2f\n", sum }'
  1050597.83
  $ hz-reserve --level two.csv | sed -n '1p;11,12p'
  office,line,origin,latest,development_to_ultimate,ultimate,ibnr,se,cv,level
  a,personal_paid,10,126288.00,3.278388,414021.11,287733.11,,,origin
  a,personal_paid,total,3290539.00,,3914785.82,624246.82,,,total
  $ hz-reserve --no-total --run-off two.csv | grep total
  [1]
  $ sed '/^b,personal_incurred,2,1,/p' two.csv | hz-reserve --totals 2>&1 | grep -e hz -e all$
  hz-reserve: <stdin>:68:25: office b, line personal_incurred: origin 2, development 1: this cell stands twice
  hz-reserve: totals over groups are without the 1 that were refused
  total,total,total,4334390.00,,5387417.40,1053027.40,,,all
  $ hz-reserve --dependence full two.csv
  hz-reserve: --dependence is of totals over groups: it goes with --totals
  try: hz-reserve --help
  [2]
  $ hz-reserve --totals --factors two.csv
  hz-reserve: --totals and --level are of reserves, not of another table
  try: hz-reserve --help
  [2]
  $ hz-reserve --totals < $ROOT/data/published/raa.csv
  hz-reserve: <stdin>: there are no groups to add up: leave out --totals
  [1]
  $ sed 's/^b,/total,/' two.csv | hz-reserve --totals
  hz-reserve: <stdin>: office total, line personal_incurred: "total" is what totals over groups are called: rename that group
  [1]
