# Hostile triangles

A clear refusal or a right answer, never a number that is none. All zeros, one cell, negative ones:

  $ printf 'origin,development,value\n1,1,0\n1,2,0\n1,3,0\n2,1,0\n2,2,0\n3,1,0\n' > zero.csv
  $ printf 'origin,development,value\n1,1,5\n' > one.csv
  $ printf 'origin,development,value\n1,1,-10\n1,2,-20\n1,3,-15\n2,1,-5\n2,2,8\n3,1,-7\n' > negative.csv
  $ hz-reserve zero.csv
  hz-reserve: zero.csv: the factor from development 1 to 2 cannot be computed: all values at both are zero, or every link ratio is excluded
  [1]
  $ hz-reserve -m mack one.csv
  hz-reserve: one.csv: one cell only
  origin,latest,development_to_ultimate,ultimate,ibnr,se,cv
  1,5.00,1.000000,5.00,0.00,0.00,
  total,5.00,,5.00,0.00,0.00,
  $ hz-reserve -m chain-ladder negative.csv
  hz-reserve: negative.csv: the factor from development 1 to 2 cannot be computed: the values at the first add up to less than zero
  [1]
  $ hz-reserve -m mack negative.csv
  hz-reserve: negative.csv: the factor from development 1 to 2 cannot be computed: the values at the first add up to less than zero
  [1]
  $ hz-diagnose one.csv
  hz-diagnose: one.csv: one cell only
  hz-diagnose: one.csv: no diagonal has two link ratios that differ from the medians of their ages: the calendar-year test wants a larger triangle
  [1]
  $ hz-diagnose negative.csv
  hz-diagnose: negative.csv: no diagonal has two link ratios that differ from the medians of their ages: the calendar-year test wants a larger triangle
  [1]

Zero columns: nothing at age 2 that was there at age 1, and nothing ever at age 1.

  $ printf 'origin,development,value\n1,1,5\n1,2,0\n1,3,4\n2,1,6\n2,2,0\n3,1,7\n' > gap.csv
  $ hz-reserve gap.csv
  hz-reserve: gap.csv: origin 1, development 2: 0 after 5: if it is not known, leave the cell out
  hz-reserve: gap.csv: most values are below those of the age before: if they are amounts of one age each, say so (--incremental)
  hz-reserve: gap.csv: the factor from development 1 to 2 cannot be computed: it would not be positive, the values at the second add up to zero or less
  [1]
  $ printf 'origin,development,value\n1,1,0\n1,2,5\n1,3,6\n2,1,0\n2,2,5\n3,1,0\n' > late.csv
  $ hz-reserve late.csv
  hz-reserve: late.csv: the factor from development 1 to 2 cannot be computed: the values at the first add up to zero
  [1]
  $ printf 'origin,exposure\n1,10\n2,10\n3,12\n' > exposure.csv
  $ hz-reserve -m incremental-additive -e exposure.csv late.csv | grep ^3
  3,0.00,,7.20,7.20,,

Values beyond all reason, and large ones (5e198 x 10 x 1e99):

  $ printf 'origin,development,value\n1,1,1e300\n1,2,2e300\n2,1,1e300\n' | hz-reserve
  hz-reserve: <stdin>:2:5: origin 1, development 1: the value is too large: count in a larger unit
  [1]
  $ printf 'origin,development,value\n1,1,1e-100\n1,2,1e99\n1,3,1e100\n2,1,1\n2,2,1\n3,1,1e99\n' > steep.csv
  $ hz-reserve -a simple steep.csv | awk -F, '/total/ { printf "%.3g\n", $5 }'
  5e+298
  $ printf 'origin,development,value\n1,1,inf\n' | hz-reserve
  hz-reserve: <stdin>:2:5: value: "inf" is not a number (expected 1234.5, without separators)
  [1]
  $ printf 'origin,development,value\n1,1,inf\n' | hz-reserve
  hz-reserve: <stdin>:2:5: value: "inf" is not a number (expected 1234.5, without separators)
  [1]
  $ printf 'origin,development,value\n1,nan,1\n' | hz-reserve
  hz-reserve: <stdin>:2:3: development: "nan" is not a number (expected 1234.5, without separators)
  [1]
  $ printf 'origin,development,value\n1,-1,1\n' | hz-reserve
  hz-reserve: <stdin>:2:6: origin 1, development -1: an age is a number, not negative
  [1]

A cell that stands twice, one missing in between, one beyond the diagonal, a future filled with zeros:

  $ printf 'origin,development,value\n1,1,5\n1,2,6\n1,1,5\n2,1,4\n' | hz-reserve
  hz-reserve: <stdin>:4:5: origin 1, development 1: this cell stands twice
  [1]
  $ printf 'origin,development,value\n1,1,5\n1,3,6\n2,1,4\n2,2,4\n' | hz-reserve
  hz-reserve: <stdin>: cells are missing between observed ones: link ratios over them are left out
  hz-reserve: <stdin>: the factor from development 2 to 3 cannot be computed: origins are seen at ages of their own, and none at both: hz-reserve --between linear develops from such ages if others are regular, and hz-emergence --interpolate gives values at the same ages for all
  [1]
  $ printf 'origin,development,value\n1,1,5\n2,1,4\n2,2,4\n' | hz-reserve
  hz-reserve: <stdin>:4:5: origin 2, development 2: beyond the diagonal, for the older origin 1 ends at development 1: complete that one (0 is a value) or leave this cell out
  [1]
  $ printf 'origin,development,value\n1,1,5\n1,2,6\n2,1,4\n2,2,0\n' | hz-reserve
  hz-reserve: <stdin>: every origin is observed to development 2, the younger the more zeros at the end: leave out the cells that are not observed yet, or say when the triangle ends (--as-of)
  [1]
  $ printf 'origin,development,value\n1,1,\n' | hz-reserve
  hz-reserve: <stdin>: no cell: a triangle needs one at least
  [1]
  $ printf 'origin,development,value\n' | hz-reserve
  hz-reserve: <stdin>: no row: a triangle needs one at least
  [1]

Shuffled rows make no difference; an origin left out (by another program after Mack: 49,345.89 and 26,572.83), and a
rectangle of old origins, are triangles as well:

  $ { echo origin,development,value; grep ^19 $ROOT/data/published/raa.csv | sort -t, -k3; } > shuffled.csv
  $ hz-reserve -m mack shuffled.csv | cmp - <(hz-reserve -m mack $ROOT/data/published/raa.csv)
  $ grep -v ^1985 $ROOT/data/published/raa.csv | hz-reserve -m mack | tail -n 1 | cut -d, -f 2,5-
  134807.00,49345.89,26572.83,0.5385
  $ grep -E '^(origin|198[1-4])' $ROOT/data/published/raa.csv | awk -F, 'NR == 1 || $2 <= 7' | hz-reserve -m mack
  hz-reserve: <stdin>: every origin is seen to the last age, so that only a tail leaves anything to come: if the triangle ends earlier, say when (--as-of)
  origin,latest,development_to_ultimate,ultimate,ibnr,se,cv
  1981,18009.00,1.000000,18009.00,0.00,0.00,
  1982,15496.00,1.000000,15496.00,0.00,0.00,
  1983,22863.00,1.000000,22863.00,0.00,0.00,
  1984,27067.00,1.000000,27067.00,0.00,0.00,
  total,83435.00,,83435.00,0.00,0.00,
  $ grep -E '^(origin|198[1-4])' $ROOT/data/published/raa.csv | awk -F, 'NR == 1 || $2 <= 7' | hz-reserve -t 1.1 | tail -n 1
  hz-reserve: <stdin>: every origin is seen to the last age, so that only a tail leaves anything to come: if the triangle ends earlier, say when (--as-of)
  total,83435.00,,91778.50,8343.50,,

Every method and diagnosis on each of them ends with an answer or a refusal, and prints no nan and no inf:

  $ methods=$(hz-reserve -m none zero.csv 2>&1 | sed -n 's/,//g; s/.*none of: //p')
  $ for t in zero one negative gap late steep; do
  >   { echo origin,exposure; tail -n +2 $t.csv | sed 's/,.*/,7/' | sort -u; } > exposure.csv
  >   for options in '' '-t 1.1' '-a geometric' '-a medial' '--tail-curve weibull' '--run-off' '-i' '--as-of 1' '--trend 0.1'; do
  >     for m in $methods; do
  >       hz-reserve -m $m -p 0.5 -e exposure.csv --counts $t.csv --incurred $t.csv --completion 0.5 --percent 4% --percent-of 1 \
  >         $options $t.csv > out 2> told
  >       case $? in 0 | 1) ;; *) echo "$t $m $options: $(cat told)" ;; esac
  >       grep -l -w -i -e nan -e inf out told
  >       [ -s out ] || [ -s told ] || echo "$t $m $options: nothing"; done; done
  >   for options in '' --residuals --influence --back-test; do
  >     hz-diagnose $options $t.csv > out 2> told
  >     case $? in 0 | 1) ;; *) echo "$t $options: $(cat told)" ;; esac
  >     grep -l -w -i -e nan -e inf out told; done; done; true

Two thousand origins and ages (fewer under sanitizers): a value that is in proportion to its age is in the end 2,000 times
what it was.

  $ n=2000; [ "$MODE" = release ] || n=200
  $ awk -v n=$n 'BEGIN { print "origin,development,value"; for (o = 1; o <= n; o++) for (k = 1; k <= n + 1 - o; k++) print o "," k "," (1 + o % 7) * k }' > large.csv
  $ hz-reserve -m mack,chain-ladder large.csv | tail -n 1 | cut -d, -f 3-6 |
  >   awk -F, -v n=$n '{ for (o = 1; o <= n; o++) { latest += (1 + o % 7) * (n + 1 - o); all += (1 + o % 7) * n }
  >   print $1 == latest, $3 == all, $4 == all - latest }'
  1 1 1

Diagonals that are fast and slow by turns are found in a triangle in which a diagonal has a thousand link ratios:

  $ n=1200; [ "$MODE" = release ] || n=200
  $ awk -v n=$n 'BEGIN { print "origin,development,value"; for (o = 1; o <= n; o++) { v = 1000; for (k = 1; k <= n + 1 - o; k++) {
  >   printf "%d,%d,%.9f\n", o, k, v; v *= (o + k) % 2 ? 1.001 : 1.003 } } }' | hz-diagnose | cut -d, -f 1,6 | head -n 2
  test,verdict
  calendar-year,a calendar-year effect

A roster without a header is no wide triangle: numbers of persons are no ages.

  $ printf '张三,110101199003071234,13800138000\n李四,110101199103071234,13800138001\n' | hz-reserve
  hz-reserve: <stdin>: there is no column "development", nor one called like an age (12, 12 months, 0-12); the header has: 3 fields that look like a record: is there a header?
  [1]

Figures that whole cents cannot hold are refused, and not what is left of them: reserves of 10^20 in a bridge, a growth
by 10^390 (the parts of one by 10^310 are logarithms, and fit: 100 ln 10^310 = 71380.14), a fund's sums near 2^63 fen,
and days of cover that would cost more:

  $ printf 'origin,development,value\n1,1,1e20\n1,2,2e20\n1,3,2.5e20\n2,1,1e20\n2,2,2e20\n3,1,1e20\n' >large.csv; sed '/,3,/d; /^[23],[23]/d; /^3/d' large.csv >before.csv
  $ hz-bridge --from before.csv large.csv; hz-bridge --look-back 1 large.csv
  hz-bridge: large.csv: the reserves are too large to be told to the cent: count in a larger unit
  hz-bridge: large.csv: the reserves are too large to be told to the cent: count in a larger unit
  [1]
  $ printf 'year,part,enrolments\n2019,a,1e-300\n2020,a,1e90\n' | hz-ratios --parts part
  hz-ratios: <stdin>: 2020: figures of one and of the year before are so far apart that no growth can be told: are their units the same?
  [1]
  $ printf 'year,enrolments,payouts,amount\n2019,1,1,1e-310\n2020,1,1,1\n' | hz-ratios --decompose
  year,amount_growth,by_enrolments,by_frequency,by_mean_payment
  2020,71380.1379,0.0000,0.0000,71380.1379
  $ printf 'province,office,plan,period,item,amount\n11,1,p,2020,covers,2\n11,1,p,2020,contribution_other,100.00\n11,1,p,2020,exposure,732\n' >ledger.csv
  $ for rest in 233720368547750.07 233720368547850.07 999999999999999; do { echo origin,ibnr; yes 2001,999999999999999 | head -n 92; echo 2002,$rest; } >ibnr.csv
  >   hz-fund --ibnr 2020:ibnr.csv --terms $ROOT/data/fund_synthetic.yaml ledger.csv; done
  hz-fund: the fund's amounts are too large for a statement to the fen
  hz-fund: ibnr.csv:2: with this the reserves of a part add up to more than a fund could owe
  hz-fund: ibnr.csv:2: with this the reserves of a part add up to more than a fund could owe
  [1]
  $ printf '11,1,p,2020,%s\n' remaining,900000000000000000 unearned,5 paid,9000000000000 | cat ledger.csv - | hz-fund --terms $ROOT/data/fund_synthetic.yaml
  hz-fund: <stdin>: the cover to come of province "11", office "1", plan "p" would cost more than a fund could owe: are its days of cover right?
  [1]
