Clark's example is in tests/published, figure by figure, with optima found apart from this program. The
parameters do not depend on the unit of ages, but for theta, which is in it:

  $ cp $ROOT/data/published/clark*.csv . && clark=clark.csv premium=clark_exposure.csv
  $ hz-emergence $clark | grep -e omega -e theta -e sigma2
  omega,1.434294,0.095673
  theta,48.624868,6.532467
  sigma2,65029.315809,
  $ awk -F, -v OFS=, '/^[12]/ { $2 /= 12 } { print }' $clark >years.csv
  $ hz-emergence years.csv | grep -e omega -e theta -e sigma2 | awk -F, -v OFS=, '/theta/ { printf "%.4f\n", 12 * $2; next } { print }'
  omega,1.434294,0.095673
  48.6249
  sigma2,65029.315809,
  $ reserve() { hz-reserve -m clark-ldf -d --decimals 0 "$@" | tail -n 1; }
  $ reserve --until 240 $clark
  total,34358090,,63345709,28987619,1372969,4688824,4885705,0.1685,
  $ reserve --until 20 years.csv
  total,34358090,,63345709,28987619,1372969,4688824,4885705,0.1685,

The fitted values of an origin add up to its claims, and of all to all; standardized residuals have about
mean 0 and variance 43/55:

  $ hz-emergence --residuals $clark | tail -n +2 | awk -F, '{ sum[$1] += $6 } END { for (o in sum) if (sum[o] ^ 2 > 0.01) print o, sum[o] }'
  $ hz-emergence --residuals $clark | awk -F, 'NR > 1 { squares += $7 ^ 2 } END { printf "%d %.3f\n", NR - 1, squares }'
  55 43.000
  $ hz-emergence --residuals $clark | sed -n '1,3p'
  origin,development,period,value,fitted,residual,standardized
  1991,12,,357848.00,239294.77,118553.23,0.950369
  1991,24,1992,766940.00,739685.97,27254.03,0.124266

The pattern of a log-logistic curve with omega 1 and theta 10, by hand: 5/15, 10/20, 20/30, and to 90,
90/100; from the middle of the period, 2.5 of 12.5, then 7.5 of 17.5:

  $ printf 'origin,development,value\n1,5,30\n1,10,50\n1,20,66\n2,5,30\n2,10,50\n3,5,33\n' >hand.csv
  $ hz-emergence --pattern --omega 1 --theta 10 --until 90 --from-start hand.csv
  hz-emergence: hand.csv: age does not fall steadily from origin to origin, so that the latest diagonal cannot be told: are cells missing on it?
  age,emerged,to_ultimate
  5,0.333333,2.700000
  10,0.500000,1.800000
  20,0.666667,1.350000
  90,0.900000,1.000000
  $ hz-emergence --pattern --omega 1 --theta 10 --growth weibull --from-start hand.csv
  hz-emergence: hand.csv: age does not fall steadily from origin to origin, so that the latest diagonal cannot be told: are cells missing on it?
  age,emerged,to_ultimate
  5,0.393469,2.541494
  10,0.632121,1.581977
  20,0.864665,1.156518
  ,1.000000,1.000000
  $ printf 'origin,development,value\n1,5,30\n1,10,50\n1,15,60\n2,5,30\n2,10,50\n3,5,33\n' >steady.csv
  $ hz-emergence --pattern --omega 1 --theta 10 steady.csv | head -n 3
  age,emerged,to_ultimate
  5,0.200000,5.000000
  10,0.428571,2.333333

Yearly origins by quarters: the first quarter is a quarter of the period, 1.5 months old on average,
0.25 * 1.5 / 11.5. An age 0 is the end of the first step:

  $ { echo origin,development,value; for o in 1 2 3; do for k in 3 6 9 12 15 18 21 24; do
  >   [ $((12 * (o - 1) + k)) -le 36 ] && echo "$((2020 + o)),$k,$((k * 10 + o * k * k % 7))"; done; done; } >quarters.csv
  [1]
  $ hz-emergence --pattern --omega 1 --theta 10 quarters.csv | sed -n '2,3p;5,6p'
  3,0.032609,30.666667
  6,0.115385,8.666667
  12,0.375000,2.666667
  15,0.473684,2.111111
  $ sed '2,$s/\(.*\),\(.*\),\(.*\)/echo \1,$((\2-5)),\3/e' steady.csv >from0.csv
  $ hz-emergence --pattern --omega 1 --theta 10 from0.csv | head -n 3
  age,emerged,to_ultimate
  0,0.200000,5.000000
  5,0.428571,2.333333
  $ hz-emergence --pattern --omega 1 --theta 10 --until 85 from0.csv | tail -n 1
  85,0.897436,1.000000

The curve that is given, and levels 66 / (2/3), 50 / (1/2), 33 / (1/3), of which 1/3, 1/2, 2/3 are left:

  $ hz-reserve -m clark-ldf --omega 1 --theta 10 --from-start hand.csv
  hz-reserve: hand.csv: age does not fall steadily from origin to origin, so that the latest diagonal cannot be told: are cells missing on it?
  origin,latest,development_to_ultimate,ultimate,ibnr,se,cv,tail_ages
  1,66.00,1.500000,99.00,33.00,22.43,0.6796,100
  2,50.00,2.000000,100.00,50.00,27.95,0.5590,100
  3,33.00,3.000000,99.00,66.00,32.60,0.4939,100
  total,149.00,,298.00,149.00,73.05,0.4903,

Payments follow the curve to its end. Clark (section 4.3) prints 5,448,182 for the next year without an end, and at 6 %
23,454,641 of the 29,707,484 of Cape Cod, to 240 months, from parameters with more digits than it prints:

  $ hz-reserve -m clark-ldf --omega 1.434294 --theta 48.6249 --run-off $clark | awk -F, '$3 == 2001 { sum += $4 } END { printf "%.0f\n", sum }'
  5448182
  $ hz-reserve -m clark-cape-cod -e $premium --omega 1.447634 --theta 48.0205 --until 240 --run-off $clark | hz-project --rate 6% --decimals 0 | tail -n 1
  total,29707456,23454619
  $ hz-reserve -m clark-ldf --run-off $clark | grep ^1991 | wc -l
  100

A year that still runs has the claims, and the exposure, of what has passed of it. From omega 1.5, theta 10 and 0.8 a unit,
the first half of 2024 is worth 400 in the end, of which 400 (1 - G(3)) = 343.55 are to come:

  $ awk 'function G(x) { return x ^ 1.5 / (x ^ 1.5 + 10 ^ 1.5) } BEGIN { print "origin,development,value"
  >   for (o = 0; o < 5; o++) for (t = 3; 12 * o + t <= 54; t += 3) printf "%d,%d,%.9f\n", 2020 + o, t, t < 12 ? 800 * t / 12 * G(t / 2) : 800 * G(t - 6) }' >running.csv
  $ printf 'origin,exposure\n2020,1000\n2021,1000\n2022,1000\n2023,1000\n2024,500\n' >earned.csv
  $ hz-emergence -e earned.csv running.csv | grep -e omega -e theta -e ratio
  omega,1.500000,0.000000
  theta,10.000000,0.000000
  ratio,0.800000,0.000000
  $ hz-reserve -m clark-cape-cod,clark-ldf -e earned.csv running.csv | grep ,2024, | cut -d, -f1-8
  clark-cape-cod,2024,56.45,7.085806,400.00,343.55,0.00,0.0000
  clark-ldf,2024,56.45,7.085806,400.00,343.55,0.00,0.0000

Cape Cod's level is claims per unit of exposure that has emerged; twice the exposure is half of it:

  $ hz-emergence -e $premium $clark | grep ratio
  ratio,0.597766,0.049200
  $ sed 's/,\(.*\)00000$/,\1000000/' $premium | hz-emergence -e /dev/stdin $clark | grep ratio
  ratio,0.059777,0.004920
  $ hz-reserve -m clark-cape-cod --growth weibull -e $premium --decimals 0 $clark | tail -n 1
  total,34358090,,56579891,22221801,2706819,0.1218,

Incremental values, groups, an origin whose first age is missing, one of zeros and a negative amount:

  $ awk -F, -v OFS=, '/^[12]/ { v = $3; $3 -= $1 == o ? last : 0; o = $1; last = v } { print }' $clark >increments.csv
  $ hz-emergence --incremental increments.csv | grep -e omega -e theta
  omega,1.434294,0.095673
  theta,48.624868,6.532467
  $ hz-emergence -i increments.csv --omega 1.4 --theta 50 | grep -e sigma2 -e parameters
  sigma2,65328.314709,
  parameters,12,
  $ { echo line,origin,development,value; grep '^[12]' $clark | sed 's/^/a,/'; grep '^[12]' $clark | sed 's/^/b,/;/b,1991,12,/d'; } >lines.csv
  $ hz-emergence lines.csv | grep -e omega -e cells
  a,omega,1.434294,0.095673
  a,cells,55,
  b,omega,1.450005,0.098852
  b,cells,54,
  $ sed '/^2000/s/,[0-9]*$/,0/;s/^1996,60.*/1996,60,2980000/' $clark | hz-reserve -m clark-ldf --until 240 --decimals 0 - | grep -e ^1996 -e ^2000
  1996,2980000,1.634905,4872017,1892017,595405,0.3147,10
  2000,0,18.025045,0,0,0,,0

What is refused:

  $ hz-emergence --omega 1 $clark
  hz-emergence: --omega and --theta give one curve: name both or none
  try: hz-emergence --help
  [2]
  $ hz-emergence --pattern --residuals $clark
  hz-emergence: --pattern, --residuals and --interpolate are tables of their own: choose one
  try: hz-emergence --help
  [2]
  $ hz-emergence --until 100 $clark
  hz-emergence: clark.csv: development goes on to 120, beyond the age 100 at which all is to have emerged (--until)
  [1]
  $ printf 'origin,development,value\n1,1,10\n1,2,10\n1,3,10\n2,1,9\n2,2,9\n2,3,9\n3,1,5\n3,2,5\n4,1,5\n' | hz-emergence
  hz-emergence: <stdin>: no loglogistic curve fits how these claims emerge: look at the first ages, leave some out, or give omega and theta (--omega, --theta)
  [1]
  $ printf 'origin,development,value\n1,1,10\n1,2,11\n1,3,12\n' | hz-emergence --from-start
  hz-emergence: <stdin>: one origin only
  hz-emergence: <stdin>: a growth curve with 3 parameters wants more increments than 3
  [1]
  $ printf 'origin,development,value\n1,1,10\n1,2,11\n1,3,12\n1,4,14\n' | hz-emergence
  hz-emergence: <stdin>: one origin only
  hz-emergence: <stdin>: the ages do not show how long an origin period is, whose middle a growth curve starts from: count from the start (--from-start)
  [1]
  $ printf 'origin,development,value\n1,1,10\n1,2,11\n2,1,12\n' | hz-emergence
  hz-emergence: <stdin>: a growth curve with 4 parameters wants more increments than 3
  [1]
  $ sed 's/^2000,12,.*/2000,12,-5/' $clark | hz-emergence
  hz-emergence: <stdin>: origin 2000: a growth curve wants claims above 0, found -5
  [1]
  $ sed 's/^1995,.*/1995,0/' $premium | hz-emergence -e /dev/stdin $clark
  hz-emergence: clark.csv: origin 1995: claims want an exposure above 0, found 0
  [1]
  $ printf 'origin,development,value\n1,1,0\n1,2,0\n1,3,0\n2,1,0\n2,2,0\n3,1,0\n' | hz-emergence
  hz-emergence: <stdin>: a growth curve wants claims above 0 in sum
  [1]
  $ hz-reserve -m clark-ldf --omega 9 --theta 1 $clark
  hz-reserve: clark.csv: the curve with omega 9 and theta 1 expects nothing where claims were: is theta in the unit of ages?
  [1]
  $ hz-reserve -m clark-ldf --omega 5 --theta 60 $clark
  hz-reserve: clark.csv: the curve with omega 5 and theta 60 is too far from these claims to tell its errors: compare hz-emergence --residuals
  [1]

Values at ages of a grid, on lines in the curve, here G(x) = x / (x + 12) by hand: G(6) = 1/3, G(12) = 1/2,
G(18) = 3/5, G(24) = 2/3, G(30) = 5/7. Of 2020 at 12, 100 + 80 (1/2 - 1/3) / (3/5 - 1/3) = 150, and at 24,
180 + 30 (2/3 - 3/5) / (5/7 - 3/5) = 197.5; of 2022 at 4, before its first cell, 120 (1/4) / (1/3) = 90.

  $ printf 'origin,6,18,30\n2020,100,180,210\n2021,110,190,\n2022,120,,\n' > halves.csv
  $ by_hand="--omega 1 --theta 12 --from-start"
  $ hz-emergence $by_hand --interpolate --ages 4,12,24 halves.csv 2>/dev/null
  origin,development,value
  2020,4,75.00
  2020,12,150.00
  2020,24,197.50
  2021,4,82.50
  2021,12,160.00
  2022,4,90.00
  $ hz-emergence $by_hand --pattern --ages 6,12,24 halves.csv 2>/dev/null
  age,emerged,to_ultimate
  6,0.333333,3.000000
  12,0.500000,2.000000
  24,0.666667,1.500000
  ,1.000000,1.000000

At the ages of the cells, the values are theirs, whatever the curve:

  $ hz-emergence --interpolate --ages 6,18,30 halves.csv --omega 3 --theta 40 2>/dev/null --format wide
  origin,6,18,30
  2020,100.00,180.00,210.00
  2021,110.00,190.00,
  2022,120.00,,

Origins that are seen at ages of their own: omega and theta as they are fitted, and 2007 at 12 between 11 and 29,
months after the middle of its year, agree with a calculation apart (1962.74, 1341.50, 1320.68).

  $ cat > seen.csv <<'END'
  > origin,development,value
  > 2007,11,1757
  > 2007,29,3267
  > 2007,60,3900
  > 2008,5,700
  > 2008,17,1600
  > 2008,48,3500
  > 2009,17,1700
  > 2009,36,3000
  > 2010,24,2300
  > END
  $ hz-reserve seen.csv 2>&1 | tail -1 | cut -d: -f3-
   the factor from development 24 to 29 cannot be computed: origins are seen at ages of their own, and none at both: hz-reserve --between linear develops from such ages if others are regular, and hz-emergence --interpolate gives values at the same ages for all
  $ hz-emergence --interpolate --ages 12,24,36,48,60 seen.csv 2>/dev/null | tee grid.csv | grep ,12,
  2007,12,1962.74
  2008,12,1341.50
  2009,12,1320.68
  2010,12,1461.14
  $ hz-reserve grid.csv | cut -d, -f1,2
  origin,latest
  2007,3900.00
  2008,3500.00
  2009,3000.00
  2010,2300.00
  total,12700.00

The ages are said, rise, and go with what has them:

  $ hz-emergence --interpolate halves.csv
  hz-emergence: --interpolate expects --ages, such as 12,24,36
  try: hz-emergence --help
  [2]
  $ hz-emergence --ages 12 halves.csv
  hz-emergence: --ages goes with --pattern or --interpolate
  try: hz-emergence --help
  [2]
  $ for ages in 24,12 12,12 -1 x 12,,24 12, 0 1e99; do hz-emergence --pattern --ages=$ages halves.csv 2>&1 | head -1; done
  hz-emergence: --ages: "24,12": expected rising numbers, such as 12,24,36
  hz-emergence: --ages: "12,12": expected rising numbers, such as 12,24,36
  hz-emergence: --ages: "-1": expected rising numbers, such as 12,24,36
  hz-emergence: --ages: "x": expected rising numbers, such as 12,24,36
  hz-emergence: --ages: "12,,24": expected rising numbers, such as 12,24,36
  hz-emergence: --ages: "12,": expected rising numbers, such as 12,24,36
  hz-emergence: --ages: "0": expected rising numbers, such as 12,24,36
  hz-emergence: --ages: "1e99": expected rising numbers, such as 12,24,36
