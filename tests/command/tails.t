Figures at the edge of what the methods say.

Link ratios that are equal are equal: the rounding of their quotients is no spread that a line of
sigmas would be fitted to.  The error of the total is 108.45 with sigma 0 at the first age.

  $ cat > equal.csv <<'END'
  > origin,development,value
  > 1,1,700
  > 1,2,770
  > 1,3,1000
  > 1,4,1100
  > 1,5,1110
  > 2,1,1300
  > 2,2,1430
  > 2,3,1800
  > 2,4,2000
  > 3,1,1900
  > 3,2,2090
  > 3,3,2700
  > 4,1,2300
  > 4,2,2530
  > 5,1,2000
  > END
  $ hz-reserve -m mack -s log-linear equal.csv | tail -1
  total,10340.00,,12919.51,2579.51,108.45,0.0420
  $ hz-reserve --factors -s log-linear equal.csv
  age,factor,se,sigma,to_ultimate
  1,1.100000,0.000000,0.000000,1.575549
  2,1.282051,0.011786,0.771943,1.432318
  3,1.107143,0.005324,0.281718,1.117208
  4,1.009091,0.003100,0.102812,1.009091
  5,1.000000,0.000000,0.000000,1.000000

Ratios that differ in the tenth digit, as what programs write with six digits does in the sixth, have a sigma that is
next to nothing and tilts the line, which is told where it would lead to ten times the largest and more; the error would
be 28,850,278. Amounts in another unit are the same to the last digit.

  $ sed 's/^1,2,770$/1,2,770.0000001/; s/^2,2,1430$/2,2,1430.0000002/' equal.csv > noise.csv
  $ for command in 'hz-reserve -m mack' hz-one-year 'hz-bootstrap --model mack'; do $command -s log-linear noise.csv; done
  hz-reserve: noise.csv: no sigma from development 4 to 5: there is one link ratio, and the rule log-linear needs two sigmas that are not zero, and a line that does not lead far above all of them: give it (--last-sigma), or take the rule mack
  hz-one-year: noise.csv: no sigma from development 4 to 5: there is one link ratio, and the rule log-linear needs two sigmas that are not zero, and a line that does not lead far above all of them: give it (--last-sigma), or take the rule mack
  hz-bootstrap: noise.csv: no sigma from development 4 to 5: there is one link ratio, and the rule log-linear needs two sigmas that are not zero, and a line that does not lead far above all of them: give it (--last-sigma), or take the rule mack
  [1]
  $ hz-reserve -m mack -s log-linear --last-sigma 0.102812 noise.csv | tail -1
  total,10340.00,,12919.51,2579.51,108.45,0.0420
  $ hz-reserve -m mack noise.csv | tail -1
  total,10340.00,,12919.51,2579.51,108.45,0.0420
  $ for unit in 0.1 3 1e12; do awk -F, -v OFS=, -v unit=$unit 'NR > 1 { $3 = sprintf("%.17g", $3 * unit) } 1' equal.csv |
  >   hz-reserve -m mack -s log-linear | tail -1 | cut -d, -f 7; done
  0.0420
  0.0420
  0.0420
  $ hz-one-year -s log-linear equal.csv | tail -1
  total,2579.51,90.24,108.45

A reserve of 0 has no coefficient of variation, also where it is what rounding left of a difference:

  $ hz-reserve -m clark-ldf --until 10 $ROOT/data/published/raa.csv | head -2
  origin,latest,development_to_ultimate,ultimate,ibnr,se,cv
  1981,18834.00,1.000000,18834.00,0.00,0.00,

A growth curve smooths factors too: G(8.5) / G(7.5) of the log-logistic is 1.0208325365, the average age
of claims being half a year younger than their period.

  $ cp $ROOT/data/published/*.csv .
  $ cat > smooth.yaml <<'END'
  > tail: {curve: clark-loglogistic, smooth: 8}
  > END
  $ hz-reserve --factors --decimals 10 --selections smooth.yaml mortgage.csv | tail -2
  8,1.0208325365,0.0122287388,16.8865201452,1.0683348548
  9,1.0465329195,0.0000000000,0.0000000000,1.0465329195

Its tail is paid as the curve says, 25,409.71 of it in the tenth year:

  $ hz-reserve --run-off --tail-curve clark-loglogistic --decimals 2 mortgage.csv | grep '^1,' | head -3
  1,10,,25409.71
  1,11,,16873.35
  1,12,,11595.64

So are those of the other curves. By hand, of 1,950,105 after the ninth year, with the parameters of each: the steps of
exp(2.692084 - 0.883413 k), exp(2.811640 - 3.089159 ln k), and 1 / (exp(exp(-2.349663 + 1.872068 ln k)) - 1) from k = 9 on.

  $ for curve in exponential inverse-power weibull; do
  >   hz-reserve --tail-curve $curve --tail-parameters --decimals 12 mortgage.csv | awk -F, -v curve=$curve '
  >     { is[$1] = $2 } END { value = 1950105; for (k = 9; k < 12; k++) {
  >       x = is["level"] + is["slope"] * (curve == "exponential" ? k : log(k))
  >       f = 1 + (curve == "weibull" ? 1 / (exp(exp(x)) - 1) : exp(x)); printf "%.2f ", value * (f - 1); value *= f } }'
  >   hz-reserve --run-off --tail-curve $curve --decimals 2 mortgage.csv | grep '^1,' | head -3 | cut -d, -f4 | paste -sd ' '; done
  10145.28 4215.57 1746.34 10145.28 4215.57 1746.34
  36587.35 26918.54 20324.87 36587.35 26918.54 20324.87
  5723.84 1605.50 400.75 5723.84 1605.50 400.75

What a curve has no use for is refused:

  $ echo 'tail: {curve: clark-weibull, from: 3}' > from.yaml
  $ hz-reserve --selections from.yaml mortgage.csv
  hz-reserve: mortgage.csv: no tail by the curve clark-weibull: a growth curve is fitted to all increments: it takes no from and no to
  [1]
  $ echo 'tail: {curve: bondy, smooth: 3}' > bondy.yaml
  $ hz-reserve --selections bondy.yaml mortgage.csv
  hz-reserve: mortgage.csv: no tail by the curve bondy: bondy repeats the last factor: it takes no to, length or smooth
  [1]

Factors on an exponential curve, 1 + 2^-k, have a tail of as many of its steps as are asked for, and its
payments follow their product: after f = 1.25 and 1.125, a length of 2 is 1.0625 x 1.03125.

  $ cat > halves.csv <<'END'
  > origin,development,value
  > 1,1,800
  > 1,2,1000
  > 1,3,1125
  > 2,1,1600
  > 2,2,2000
  > 3,1,800
  > END
  $ echo 'tail: {curve: exponential, length: 2}' > two.yaml
  $ hz-reserve --factors --selections two.yaml halves.csv | tail -1
  3,1.095703,0.000000,0.000000,1.095703
  $ hz-reserve --run-off --selections two.yaml halves.csv | grep '^1,'
  1,4,,70.312500
  1,5,,37.353516

Bondy's tail is the last factor again, of which ln f halves from step to step: after the first, the
square root is behind.

  $ hz-reserve --run-off --tail-curve bondy halves.csv | grep '^1,' | head -2
  1,4,,68.242693
  1,5,,35.658354

Errors of a tail that is larger than any factor would explode:

  $ hz-reserve -m mack --tail 30 --tail-errors extrapolated raa.csv
  hz-reserve: raa.csv: the error of the tail 30 cannot be extrapolated: the tail is larger than all factors, so that its errors would be no more than a guess; give its standard error and sigma
  [1]

More decimals are there in every table:

  $ hz-reserve --show-selections --decimals 8 halves.csv | cut -d, -f1,6,7
  age,factor,alpha
  1,1.25000000,1.00000000
  2,1.12500000,1.00000000
  3,1.00000000,
  $ cd $ROOT/data/published
  $ hz-munich --decimals 8 --incurred quarg_mack_incurred.csv quarg_mack_paid.csv | sed -n 2p
  1,2131.00000000,2174.00000000,2131.00000000,2174.00000000,0.98022079,2131.00000000,2174.00000000,0.98022079

The parameters of the curves. For RAA chainladder-python 0.10.0 has, of TailCurve(curve='exponential'), slope
-0.632333807504 and intercept 0.898926148814; of 'inverse_power' -2.374004852212 and 1.114101617391; of
'weibull' 1.089101807424 and -0.846308997011.

  $ raa=$ROOT/data/published/raa.csv
  $ hz-reserve --tail-curve exponential --tail-parameters $raa
  parameter,value
  factor,1.009436
  level,0.898926
  slope,-0.632334
  first,10
  length,100
  $ hz-reserve --tail-curve inverse-power --tail-parameters $raa | grep -e level -e slope
  level,1.114102
  slope,-2.374005
  $ hz-reserve --tail-curve weibull --tail-parameters $raa | grep -e level -e slope
  level,-0.846309
  slope,1.089102
  $ hz-reserve --tail-curve bondy --tail-parameters $raa
  parameter,value
  factor,1.009217
  level,0.009174
  ratio,0.500000
  first,10
  length,
  $ hz-reserve --tail-curve clark-loglogistic --tail-parameters $raa
  parameter,value
  factor,1.216183
  omega,1.346491
  theta,3.045891
  length,
  $ hz-emergence $raa | grep -e omega -e theta | cut -d, -f1,2
  omega,1.346491
  theta,3.045891
  $ hz-reserve --tail 1.05 --tail-parameters $raa
  parameter,value
  factor,1.050000
  $ hz-reserve --tail-parameters --factors $raa
  hz-reserve: --factors, --run-off, --show-selections, --tail-parameters and --model are tables of their own: choose one
  try: hz-reserve --help
  [2]

A curve through chosen ages: 1, 3, 5 and 8 of RAA, the two lines of least squares by awk. Ages that are no steps, and
curves that are no lines, are refused.

  $ for curve in exponential inverse-power weibull log-linear; do
  >   echo "tail: {curve: $curve, ages: [1, 3, 5, 8], length: 20}" > ages.yaml
  >   hz-reserve --selections ages.yaml --factors --decimals 9 $ROOT/data/published/raa.csv | tail -1 | cut -d, -f 1,5
  >   hz-reserve --factors --decimals 15 $ROOT/data/published/raa.csv | awk -F, -v curve=$curve '
  >     function x(k) { return curve ~ /exp|log/ ? k : log(k) }
  >     $1 == 1 || $1 == 3 || $1 == 5 || $1 == 8 { y = log($2 - 1); if (curve == "weibull") y = log(log($2 / ($2 - 1)))
  >       n++; sx += x($1); sy += y; sxx += x($1) ^ 2; sxy += x($1) * y }
  >     END { b = (n * sxy - sx * sy) / (n * sxx - sx ^ 2); a = (sy - b * sx) / n; tail = 1
  >       for (k = first = curve ~ /log/ ? 9 : 10; k < first + 20; k++) { y = exp(a + b * x(k)); tail *= curve == "weibull" ? 1 / (1 - exp(-y)) : 1 + y }
  >       printf "10,%.9f\n", tail }'; done | uniq -c
        2 10,1.008618891
        2 10,1.113379992
        2 10,1.012199097
        2 10,1.016652827
  $ for tail in 'curve: weibull, ages: [1, 3, 11]' 'curve: weibull, ages: 3' 'curve: bondy, ages: [1, 3]' 'ages: [3, x]'; do
  >   echo "tail: {$tail}" > ages.yaml; hz-reserve --selections ages.yaml $ROOT/data/published/raa.csv; done
  hz-reserve: ages.yaml:1:30: ages: no triangle has a step from the age 11
  hz-reserve: ages.yaml:1:30: ages: expected a list of ages, such as [3, 5, 6]
  hz-reserve: ages.yaml:1:7: tail: ages of a tail are for a curve that is a line through them: exponential, inverse-power, weibull or log-linear
  hz-reserve: ages.yaml:1:18: "x", where a number like 1234.5 is wanted; ages.yaml:1:7: tail: ages of a tail are for a curve that is a line through them: exponential, inverse-power, weibull or log-linear
  [1]

A curve that gives no tail is refused in each table of it, of one group of several too: factors of 1 cannot be fitted. B's is
its last factor again, 170 / 165.

  $ printf 'office,origin,1,2,3,4\nA,2019,100,150,150,150\nA,2020,100,150,150,\nA,2021,110,155,,\nA,2022,120,,,\n' > flat.csv
  $ (cat flat.csv; printf 'B,2019,100,150,165,170\nB,2020,100,150,160,\nB,2021,110,155,,\nB,2022,120,,,\n') > both.csv
  $ for table in '' --factors --tail-parameters --show-selections --run-off; do hz-reserve --tail-curve weibull $table flat.csv; echo $?; done
  hz-reserve: flat.csv: office A: no tail by the curve weibull: it is fitted to two factors above 1 at least
  1
  hz-reserve: flat.csv: office A: no tail by the curve weibull: it is fitted to two factors above 1 at least
  1
  hz-reserve: flat.csv: office A: no tail by the curve weibull: it is fitted to two factors above 1 at least
  1
  hz-reserve: flat.csv: office A: no tail by the curve weibull: it is fitted to two factors above 1 at least
  1
  hz-reserve: flat.csv: office A: no tail by the curve weibull: it is fitted to two factors above 1 at least
  1
  $ for table in --factors --tail-parameters --show-selections; do hz-reserve --tail-curve bondy $table both.csv | tail -1; echo ${PIPESTATUS[0]}; done
  hz-reserve: both.csv: office A: no tail by the curve bondy: it wants factors above 1 at the last ages: one for bondy, two for modified-bondy
  B,4,1.030303,0.000000,0.000000,1.030303
  1
  hz-reserve: both.csv: office A: no tail by the curve bondy: it wants factors above 1 at the last ages: one for bondy, two for modified-bondy
  B,length,
  1
  hz-reserve: both.csv: office A: no tail by the curve bondy: it wants factors above 1 at the last ages: one for bondy, two for modified-bondy
  B,4,bondy,,,,1.030303,,
  1
