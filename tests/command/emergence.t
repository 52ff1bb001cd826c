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
  age,emerged,to_ultimate
  5,0.333333,2.700000
  10,0.500000,1.800000
  20,0.666667,1.350000
  90,0.900000,1.000000
  $ hz-emergence --pattern --omega 1 --theta 10 --growth weibull --from-start hand.csv
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
  hz-emergence: --pattern and --residuals are tables of their own: choose one
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
