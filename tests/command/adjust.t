Berquist and Sherman's two books of business, and trended RAA, beside R and Python: each figure to nine digits.

  $ cp $ROOT/data/published/*.csv . && grep -v ^# $ROOT/tests/published/adjusted.csv >figures.csv
  $ companions() { case $1 in raa) echo raa.csv;; auto_bi) echo --closed auto_bi_closed.csv --reported auto_bi_reported.csv auto_bi_paid.csv;;
  >   med_mal) echo --closed med_mal_closed.csv --reported med_mal_reported.csv --incurred med_mal_incurred.csv med_mal_paid.csv;; esac; }
  $ tail -n +2 figures.csv | cut -d, -f1,2 | uniq | while IFS=, read -r data method; do
  >   detail=$([ $data = raa ] || echo --detail)
  >   hz-adjust --method $method $detail --decimals 12 $(companions $data) >found.csv
  >   awk -F, -v data=$data -v method="$method" 'NR == FNR { if (FNR == 1) { for (c = 1; c <= NF; c++) name[c] = $c; next }
  >       for (c = 3; c <= NF; c++) found[$1, $2, name[c]] = $c; next }
  >     $1 == data && $2 == method { n++; want = $6; got = found[$3, $4, $5]; off = (got - want) / (want == 0 ? 1 : want)
  >       if (got == "" || off > 1e-8 || off < -1e-8) print data, method, $3, $4, $5, got, want }
  >     END { print data, method, n }' found.csv figures.csv; done
  med_mal case-adequacy --trend 15% 108
  auto_bi settlement-rate 72
  med_mal settlement-rate 72
  raa trend --trend 5% --by origin 55
  raa trend --trend 5% --by cumulative 55

How case outstanding grew, as R's checkTriangleInflation(MedMalOutstanding / MedMalOpen) prints: rates 0.156190476431484,
0.294974936105874, 0.31109021713574, 0.341739960627517, 0.32961696510089, 0.321636702798935, 0.276155049497859; R2
0.799575521329685, 0.894632129386692, 0.857873791649818, 0.940500448875085, 0.988784438746122, 0.983135130025194, 1:

  $ hz-adjust -m case-adequacy --inflation $(companions med_mal)
  development,origins,rate,r2
  1,8,0.156190,0.799576
  2,7,0.294975,0.894632
  3,6,0.311090,0.857874
  4,5,0.341740,0.940500
  5,4,0.329617,0.988784
  6,3,0.321637,0.983135
  7,2,0.276155,1.000000
  8,1,,

Open claims may be given too, and the adjusted triangle is one to develop. R: MackChainLadder of it comes to
31,530,731.42 for 1970:

  $ paste -d, med_mal_reported.csv med_mal_closed.csv | awk -F, -v OFS=, '/^origin/ { print $1, $2, $3 } /^19/ { print $1, $2, $3 - $6 }' >open.csv
  $ hz-adjust -m case-adequacy --trend 15% --open open.csv --incurred med_mal_incurred.csv med_mal_paid.csv | hz-reserve | grep ^1970
  1970,32216000.00,0.978729,31530731.42,-685268.58,,

Nothing changes where nothing has changed: averages that grow by the trend, and the same rate of settlement.

  $ { echo origin,development,value; for o in 1 2 3 4; do for k in 1 2 3 4; do if [ $((o + k)) -le 5 ]; then echo "$o,$k,$((k * 100))"; fi; done; done; } >paid.csv
  $ awk -F, -v OFS=, '/^[1-4]/ { $3 = 50 - 10 * $2 } { print }' paid.csv >open.csv
  $ awk -F, -v OFS=, 'NR == FNR { n[$1, $2] = $3; next } /^[1-4]/ { $3 = sprintf("%.9f", $3 + n[$1, $2] * 7 * 1.1 ^ ($1 + $2)) } { print }' open.csv paid.csv >incurred.csv
  $ hz-adjust -m case-adequacy --trend 10% --open open.csv --incurred incurred.csv --decimals 6 paid.csv | awk -F, 'NR == FNR { x[$1, $2] = $3; next } (x[$1, $2] - $3) ^ 2 > 1e-8' - incurred.csv
  $ awk -F, -v OFS=, '/^[1-4]/ { $3 = $1 * 30 * $2 } { print }' paid.csv >closed.csv
  $ hz-adjust -m settlement-rate --closed closed.csv --decimals 0 paid.csv | diff - paid.csv

Linear interpolation, by hand: of origin 1, 20 and then 60 of 100 claims are closed, of origin 2, 40 so far. Half
way between 100 and 500 are 300, or on an exponential curve 100 sqrt(5). Without reported claims there are to be 60
and 120, of which a third is closed at first, 20 as it was:

  $ printf 'origin,development,value\n1,1,100\n1,2,500\n2,1,80\n' >paid.csv
  $ printf 'origin,development,value\n1,1,20\n1,2,60\n2,1,40\n' >closed.csv
  $ printf 'origin,development,value\n1,1,100\n1,2,100\n2,1,100\n' >reported.csv
  $ hz-adjust -m settlement-rate --linear -d --closed closed.csv --reported reported.csv paid.csv
  origin,development,paid,settlement_rate,closed,adjusted_closed,value
  1,1,100,0.200000,20.00,40.00,300
  1,2,500,0.600000,60.00,60.00,500
  2,1,80,0.400000,40.00,40.00,80
  $ hz-adjust -m settlement-rate --closed closed.csv --reported reported.csv paid.csv | sed -n 2p
  1,1,223.6067977
  $ hz-adjust -m settlement-rate --average simple --closed closed.csv paid.csv | sed -n 2p
  1,1,100

Triangles whose old origins end at one age: what has been paid and reserved latest stays. Flat counts of claims that are
all closed, and a count beyond them, which is read on the last step that grows; a count that does not change is not read:

  $ printf 'origin,development,value\n1,1,100\n1,2,200\n2,1,110\n2,2,230\n3,1,130\n3,2,250\n4,1,100\n' >p.csv
  $ printf 'origin,development,value\n1,1,10\n1,2,20\n2,1,20\n2,2,30\n3,1,15\n3,2,34\n4,1,20\n' >c.csv
  $ printf 'origin,development,value\n1,1,40\n1,2,40\n2,1,40\n2,2,40\n3,1,40\n3,2,40\n4,1,40\n' >r.csv
  $ hz-adjust -m settlement-rate --closed c.csv --reported r.csv p.csv | hz-reserve | tail -n 1 | cut -d, -f2
  780.00
  $ awk -F, -v OFS=, '/^[1-4]/ { $3 += 50 } { print }' p.csv | hz-adjust -m case-adequacy --incurred /dev/stdin --reported r.csv --closed c.csv p.csv | grep -e ^1,2 -e ^2,2 -e ^3,2
  1,2,250
  2,2,280
  3,2,300
  $ printf 'origin,development,value\n1,1,100\n1,2,200\n1,3,210\n1,4,215\n2,1,100\n2,2,200\n2,3,210\n3,1,100\n3,2,200\n4,1,100\n' >p.csv
  $ printf 'origin,development,value\n1,1,50\n1,2,100\n1,3,100\n1,4,100\n2,1,50\n2,2,100\n2,3,100\n3,1,50\n3,2,100\n4,1,50\n' >c.csv
  $ hz-adjust -m settlement-rate --closed c.csv p.csv | diff - p.csv
  $ printf 'origin,development,value\n1,1,100\n1,2,200\n1,3,210\n2,1,100\n2,2,200\n3,1,120\n' >p.csv
  $ printf 'origin,development,value\n1,1,30\n1,2,38\n1,3,38\n2,1,30\n2,2,39\n3,1,30\n' >c.csv
  $ printf 'origin,development,value\n1,1,40\n1,2,40\n1,3,40\n2,1,40\n2,2,40\n3,1,40\n' >r.csv
  $ hz-adjust -m settlement-rate --closed c.csv --reported r.csv p.csv | sed -n 3p; awk 'BEGIN { printf "%.7f\n", 100 * 2 ^ (9 / 8) }'
  1,2,218.1015465
  218.1015465

Amounts in millions keep their digits:

  $ awk -F, -v OFS=, '/^1/ { $3 = sprintf("%.6f", $3 / 1e6) } { print }' raa.csv >millions.csv
  $ hz-adjust -m trend millions.csv | hz-reserve --decimals 6 | tail -n 1; hz-reserve --decimals 6 millions.csv | tail -n 1
  total,0.160987,,0.213122,0.052135,,
  total,0.160987,,0.213122,0.052135,,

Groups, incremental amounts, and yearly origins by quarters, whose ages are not all on the latest diagonal:

  $ awk -F, -v OFS=, 'NR == 1 { print "office", $0; next } { print "a", $0; print "b", $0 }' paid.csv | sed 's/^b,2,1,.*/b,2,1,0/' >offices.csv
  $ for f in closed reported; do awk -F, -v OFS=, 'NR == 1 { print "office", $0; next } { print "a", $0; print "b", $0 }' $f.csv | sed '/b,.*,2,/s/,[0-9]*$/,20/' >office_$f.csv; done
  $ hz-adjust -m settlement-rate --closed office_closed.csv --reported office_reported.csv offices.csv
  hz-adjust: office_reported.csv: office b: origin 1, development 2: 20 after 100, less than half of it: is one of the two wrong?
  hz-adjust: offices.csv: office b: origin 1: closed counts never grow, so that payments cannot be read for 40 of them: leave the origin out
  office,origin,development,value
  a,1,1,223.6067977
  a,1,2,500
  a,2,1,80
  [1]
  $ printf 'origin,development,value\n1,1,100\n1,2,400\n2,1,80\n' | hz-adjust -i -m trend --trend 10%
  origin,development,value
  1,1,110
  1,2,550
  2,1,80
  $ { echo origin,development,value; for o in 1 2; do for k in 3 6 9 12 15 18 21 24; do [ $((12 * o + k)) -le 36 ] && echo "$o,$k,100"; done; done; } |
  >   hz-adjust -m trend --trend 21% --by valuation | sed -n '2p;6p;10p'
  1,3,139.5964577
  1,15,139.5964577
  2,3,115.3689733

What is refused:

  $ hz-adjust paid.csv
  hz-adjust: say what to adjust (--method case-adequacy, settlement-rate or trend)
  try: hz-adjust --help
  [2]
  $ hz-adjust -m case-adequacy --detail --inflation paid.csv
  hz-adjust: --detail and --inflation are tables of their own: choose one
  try: hz-adjust --help
  [2]
  $ hz-adjust -m case-adequacy --incurred paid.csv paid.csv
  hz-adjust: case-adequacy needs incurred claims (--incurred) and how many are open (--open, or --reported and --closed)
  try: hz-adjust --help
  [2]
  $ hz-adjust -m settlement-rate paid.csv
  hz-adjust: settlement-rate needs how many claims are closed (--closed)
  try: hz-adjust --help
  [2]
  $ hz-adjust -m settlement-rate --closed raa.csv paid.csv
  hz-adjust: paid.csv: the triangle in raa.csv has not the same cells as this one: origin 1 here, 1981 there
  [1]
  $ sed 's/2,1,40/2,1,0/' closed.csv >none.csv
  $ hz-adjust -m case-adequacy --open none.csv --incurred paid.csv paid.csv
  hz-adjust: paid.csv: origin 2, development 1: no claim is open to show how such claims are reserved now, and origin 1 has some: leave that age out
  [1]
  $ sed 's/1,2,60/1,2,20/' closed.csv | hz-adjust -m settlement-rate --closed /dev/stdin --reported reported.csv paid.csv
  hz-adjust: paid.csv: origin 1: closed counts never grow, so that payments cannot be read for 40 of them: leave the origin out
  [1]
  $ sed 's/1,1,100/1,1,0/' paid.csv | hz-adjust -m settlement-rate --closed closed.csv --reported reported.csv
  hz-adjust: <stdin>: origin 1, development 1: an exponential curve wants payments above 0, found 0 (or read linearly, --linear)
  [1]
  $ printf 'origin,development,value\n1,1,0\n1,2,0\n2,1,0\n' >zero.csv; hz-adjust -m settlement-rate --closed zero.csv paid.csv
  hz-adjust: zero.csv: the factor from development 1 to 2 cannot be computed: all values at both are zero, or every link ratio is excluded
  [1]
  $ hz-adjust -m trend --inflation raa.csv
  hz-adjust: inflation is of average case outstanding: --method case-adequacy
  try: hz-adjust --help
  [2]
  $ sed 's/,[0-9]*$/,1/' reported.csv | hz-adjust -m case-adequacy --incurred paid.csv --closed closed.csv --reported /dev/stdin paid.csv
  hz-adjust: paid.csv: origin 1, development 1: -19 claims are open, expected 0 or more (are more closed than reported?)
  [1]
  $ printf 'origin,development,value\n1,1,100\n1,2,200\n2,1,120\n' >p.csv; printf 'origin,development,value\n1,1,10\n1,2,11\n2,1,2\n' >c.csv
  $ printf 'origin,development,value\n1,1,40\n1,2,40\n2,1,40\n' >r.csv; hz-adjust -m settlement-rate --linear --closed c.csv --reported r.csv p.csv
  hz-adjust: p.csv: origin 1, development 1: the line through 10 and 11 claims closed goes below 0 for 2: read exponentially, or leave the cell out
  [1]
  $ sed 's/^1981/1821/;s/^1990/2190/' raa.csv | hz-adjust -m trend --trend 1000%
  hz-adjust: <stdin>: origin 1821, development 1: the adjusted figure is too large to count with
  [1]

Payments in the prices of their time, an index of prices, and payouts in the prices of theirs (numpy: 2,300.87,
2,505.11, 2,277.21 and 2,478.88):

  $ printf 'origin,1,2,3,4\n2016,400,600,500,150\n2017,450,650,560,\n2018,480,720,,\n2019,500,,,\n' > paid.csv
  $ hz-adjust -m trend --by valuation --trend 6% -i paid.csv > now.csv
  $ hz-reserve now.csv | tail -1
  total,5313.99,,7614.86,2300.87,,
  $ hz-reserve now.csv | hz-project --inflation 6% | tail -1
  total,2505.10
  $ hz-reserve --run-off now.csv | hz-project --inflation 6% | tail -1
  total,2505.11
  $ printf 'period,index\n2016,150\n2017,159\n2018,170\n2019,182\n' > prices.csv
  $ hz-adjust -m trend --by valuation --index prices.csv -i paid.csv | hz-reserve | tail -1
  total,5362.28,,7639.49,2277.21,,
  $ for header in year,CPI 年份,指数 'Period,Price Index' 年度,居民消费价格指数; do
  >     sed "1s/.*/$header/" prices.csv > named.csv
  >     hz-adjust -m trend --by valuation --index named.csv -i paid.csv | hz-reserve | tail -1; done | uniq -c
        4 total,5362.28,,7639.49,2277.21,,
  $ hz-adjust -m trend --by valuation --index prices.csv -i paid.csv | hz-reserve | hz-project --inflation 6% | tail -1
  total,2478.88
  $ head -4 prices.csv > short.csv
  $ hz-adjust -m trend --by valuation --index short.csv -i paid.csv
  hz-adjust: paid.csv: origin 2016, development 1: short.csv has no level for it: expected one for the calendar period in which each amount was paid, and origins that are such periods
  [1]
  $ hz-adjust -m trend --index prices.csv -i paid.csv
  hz-adjust: an index is by calendar period: --by valuation
  try: hz-adjust --help
  [2]
  $ hz-project --errors --inflation 6% now.csv
  hz-project: --inflation goes with a reserve: standard errors are of payments in one and the same prices
  try: hz-project --help
  [2]
