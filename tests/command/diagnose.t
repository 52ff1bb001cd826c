The tests that Mack (1994) makes of his triangle, here in any order of rows:

  $ hz-diagnose $ROOT/data/published/raa.csv
  test,statistic,expected,lower,upper,verdict
  calendar-year,14.000000,12.875000,8.965613,16.784387,no calendar-year effect
  correlation,0.069558,0.000000,-0.127467,0.127467,no correlation of successive link ratios
  $ { echo origin,development,value; grep ^19 $ROOT/data/published/raa.csv | sort -t, -k3; } > shuffled.csv
  $ hz-diagnose shuffled.csv | cmp - <(hz-diagnose $ROOT/data/published/raa.csv)

R ChainLadder 0.2.21 has 0.543915343915344 for the other triangle, with bounds of 0.112414958366014:

  $ hz-diagnose $ROOT/data/published/abc.csv
  test,statistic,expected,lower,upper,verdict
  calendar-year,8.000000,16.300781,12.222043,20.379519,a calendar-year effect
  correlation,0.543915,0.000000,-0.112415,0.112415,link ratios may be correlated: look at the residuals

Residuals, each with its factor as hz-reserve --factors prints it. (8269 - 2.99935865 x 5012) / (166.98347 x root of 5012) = -0.572:

  $ hz-diagnose --residuals --average volume --sigma mack $ROOT/data/published/raa.csv | head -n 2
  origin,development,diagonals_ago,link_ratio,residual,remark
  1981,1,8,1.649840,-0.572151,

One that cannot be computed, or says nothing, says why:

  $ printf 'origin,development,value\n1,1,10\n1,2,20\n1,3,30\n2,1,10\n2,2,20\n3,1,10\n' | hz-diagnose --residuals
  origin,development,diagonals_ago,link_ratio,residual,remark
  1,1,1,2.000000,,all link ratios of its age agree: sigma is zero
  1,2,0,1.500000,,the only link ratio of its age
  2,1,0,2.000000,,all link ratios of its age agree: sigma is zero
  $ printf 'origin,development,value\n1,1,0\n1,2,5\n2,1,3\n2,2,5\n3,1,10\n' | hz-diagnose --residuals
  origin,development,diagonals_ago,link_ratio,residual,remark
  1,1,1,,,no sigma: an origin grows from zero or less
  2,1,0,1.666667,,no sigma: an origin grows from zero or less

Diagonal by diagonal, the oldest first: chainladder-python 0.10.0, valuation_correlation(0.1, total = False), has numbers of
0 1 0 1 1 1 2 4 4 and probabilities of 1 1 0.25 0.625 0.625 0.625 0.6875 1 1:

  $ hz-diagnose --diagonals $ROOT/data/published/raa.csv
  diagonals_ago,small,large,expected,probability,variance,verdict
  0,4,4,2.906250,1.000000,0.803711,as by chance
  1,4,4,2.906250,1.000000,0.803711,as by chance
  2,2,4,2.062500,0.687500,0.621094,as by chance
  3,1,3,1.250000,0.625000,0.437500,as by chance
  4,1,3,1.250000,0.625000,0.437500,as by chance
  5,3,1,1.250000,0.625000,0.437500,as by chance
  6,3,0,0.750000,0.250000,0.187500,as by chance
  7,1,1,0.500000,1.000000,0.250000,as by chance
  8,1,0,0.000000,1.000000,0.000000,as by chance
  $ hz-diagnose --diagonals $ROOT/data/published/abc.csv | awk -F, 'NR == 1 || $5 < 0.05'
  diagonals_ago,small,large,expected,probability,variance,verdict
  0,0,9,3.269531,0.003906,0.735947,more large link ratios

The older half of an age's link ratios beside the younger. R 4.2.2, lm(F ~ half, weights = C) and pf of the variances: at age
1 t 3.3248136922592 with 0.0104648348563, sigmas 11.5175779632 and 43.6310084108 with 0.0243568444911; at age 4
1.16772637343360 with 0.29556676237856, 0.0828615412777 and 13.2091762136151 with 7.86991969943e-05:

  $ hz-diagnose --stability $ROOT/data/published/abc.csv | sed -n '1,2p;5p;9p'
  development,earlier,recent,factor_earlier,factor_recent,t,probability,sigma_earlier,sigma_recent,sigma_probability,verdict
  1,5,5,2.226143,2.366344,3.324814,0.010465,11.517578,43.631008,0.024357,the factor has risen
  4,3,4,1.106874,1.117664,1.167726,0.295567,0.082862,13.209176,0.000079,the spread has grown
  8,1,2,1.023109,1.027194,,,,,,"too few link ratios that differ, or one from zero"
  $ printf 'origin,development,value\n1,1,10\n1,2,20\n2,1,10\n2,2,20\n3,1,0\n3,2,20\n4,1,7\n4,2,9\n5,1,10\n' | hz-diagnose --stability
  development,earlier,recent,factor_earlier,factor_recent,t,probability,sigma_earlier,sigma_recent,sigma_probability,verdict
  1,2,2,,,,,,,,"too few link ratios that differ, or one from zero"

Link ratios by the calendar period in which they end.  By hand, from age 1 to 2: (150 + 330) / (100 + 200) = 1.6, of
which 150 / 100 of 2020 is 0.9375 and 330 / 200 of 2021 1.03125; of 2021 in all (330 + 180) / (200 x 1.6 + 150 x 1.2) = 1.02:

  $ printf 'origin,development,value\n2019,1,100\n2019,2,150\n2019,3,180\n2020,1,200\n2020,2,330\n2021,1,110\n' > three.csv
  $ hz-diagnose --link-ratios three.csv
  period,diagonals_ago,development,origin,link_ratio,factor,to_factor
  2020,1,1,2019,1.500000,1.600000,0.937500
  2020,1,total,,,,0.937500
  2021,0,1,2020,1.650000,1.600000,1.031250
  2021,0,2,2019,1.200000,1.200000,1.000000
  2021,0,total,,,,1.020000
  $ sed 's/^2019/1/; s/^2020/2/; s/^2021/3/' three.csv | hz-diagnose --link-ratios | sed -n '3p;$p'
  ,1,total,,,,0.937500
  ,0,total,,,,1.020000
  $ printf 'origin,development,value\n1,1,10\n1,2,20\n1,4,30\n2,1,10\n2,2,20\n3,1,10\n' | hz-diagnose --link-ratios
  hz-diagnose: <stdin>: age does not fall steadily from origin to origin, so that the latest diagonal cannot be told: are cells missing on it?
  hz-diagnose: <stdin>: the diagonals cannot be told: origins are to follow each other by whole steps of age
  [1]

One that is excluded is not there, and factors are those that were chosen:

  $ printf 'exclude: [{origin: 2019, age: 1}]\n' > without.yaml
  $ hz-diagnose --link-ratios --selections without.yaml three.csv | sed -n '2p;$p'
  2021,0,1,2020,1.650000,1.650000,1.000000
  2021,0,total,,,,1.000000

Without one link ratio, as if a selections file left it out:

  $ hz-diagnose --influence $ROOT/data/published/raa.csv | head -n 3
  origin,development,link_ratio,reserve_without,change
  1981,1,1.649840,54602.91,2467.68
  1981,2,1.319023,53166.41,1031.18
  $ printf 'exclude: [{origin: 1981, age: 2}]\n' > one.yaml
  $ hz-reserve --selections one.yaml $ROOT/data/published/raa.csv | tail -n 1
  total,160987.00,,214153.41,53166.41,,
  $ hz-diagnose --influence --selections one.yaml $ROOT/data/published/raa.csv | grep -c ^1981
  8

Earlier reserves are those of hz-reserve --as-of:

  $ hz-diagnose --back-test $ROOT/data/published/raa.csv
  diagonals_ago,reserve_then,emerged,reserve_now,run_off,expected_next,actual_next,verdict
  1,66210.83,15059.00,34189.52,16962.30,22360.31,15059.00,was enough
  2,49656.91,33783.00,21326.52,-5452.61,17935.44,21521.00,was too low
  3,51419.19,41334.00,8058.90,2026.29,17682.92,20588.00,was enough
  4,48062.22,49161.00,1797.38,-2896.16,17004.42,21114.00,was too low
  5,28201.84,44711.00,0.00,-16509.16,12900.13,18068.00,was too low
  6,18517.56,28030.00,0.00,-9512.44,11761.91,16051.00,was too low
  7,8989.88,11574.00,0.00,-2584.12,6321.44,6693.00,was too low
  8,68.88,4179.00,0.00,-4110.12,68.88,4179.00,was too low
  $ hz-reserve --as-of 2 $ROOT/data/published/raa.csv | tail -n 1
  total,118985.00,,168641.91,49656.91,,

What cannot be tested:

  $ printf 'origin,development,value\n1,1,10\n1,2,11\n2,1,10\n' > small.csv
  $ hz-diagnose small.csv
  hz-diagnose: small.csv: no diagonal has two link ratios that differ from the medians of their ages: the calendar-year test wants a larger triangle
  [1]
  $ printf 'origin,development,value\n1,1,0\n1,2,0\n1,3,0\n2,1,0\n2,2,0\n3,1,0\n' > zero.csv
  $ hz-diagnose zero.csv
  hz-diagnose: zero.csv: no diagonal has two link ratios that differ from the medians of their ages: the calendar-year test wants a larger triangle
  [1]
  $ hz-diagnose --back-test zero.csv
  hz-diagnose: zero.csv: the factor from development 1 to 2 cannot be computed: all values at both are zero, or every link ratio is excluded
  [1]
  $ hz-diagnose --incremental --residuals --influence small.csv
  hz-diagnose: --residuals, --influence, --back-test, --diagonals, --stability, --link-ratios and --flags are tables of their own: choose one
  try: hz-diagnose --help
  [2]

What is odd about cells: in Reinsurance Association's triangle an amount that falls, and two link ratios, 40.42 and 1.98.
Of 2, 3, 1.5, 2.5 and 9 the median is 2.5, the median distance 0.5, so that 9 has 0.6745 x 6.5 / 0.5 = 8.7685:

  $ hz-diagnose --flags $ROOT/data/published/raa.csv
  origin,development,flag,value,score
  1982,7,decreasing,-103.000000,
  1982,1,outlier,40.424528,9.612088
  1982,3,outlier,1.976649,6.758802
  $ printf 'origin,development,value\n1,1,10\n1,2,20\n1,3,20\n1,4,21\n2,1,10\n2,2,30\n3,1,-10\n3,2,15\n4,1,10\n4,2,25\n5,1,10\n5,2,90\n6,1,10\n6,2,15\n7,1,4\n' > odd.csv
  $ hz-diagnose --flags odd.csv
  origin,development,flag,value,score
  1,3,zero,0.000000,
  3,1,negative,-10.000000,
  5,1,outlier,9.000000,8.768500
  $ sed 's/^1,4,21/1,4,19/; s/^3,1,-10/3,1,10/' odd.csv > counts.csv
  $ hz-diagnose --flags --counts counts.csv odd.csv | grep counts
  1,4,counts-decreasing,-1.000000,
  $ hz-diagnose --flags --residuals odd.csv
  hz-diagnose: --residuals, --influence, --back-test, --diagonals, --stability, --link-ratios and --flags are tables of their own: choose one
  try: hz-diagnose --help
  [2]

Diagonals of which nothing is there are flagged, by how many lie after them, and their cells that an origin
was seen before and after; a diagonal with one cell left is none. Of quarters in years, a year's are four.

  $ printf 'origin,1,2,3,4\n2019,1000,1500,,1700\n2020,1100,,1850,\n2021,,1750,,\n2022,1300,,,\n' | hz-diagnose --flags 2>/dev/null
  origin,development,flag,value,score
  2019,3,missing,,
  2020,2,missing,,
  ,,missing-diagonal,1.000000,
  $ printf 'origin,1,2,3,4\n2019,1000,,1650,1700\n2020,,1700,1850,\n2021,1200,1750,,\n2022,1300,,,\n' | hz-diagnose --flags 2>/dev/null
  origin,development,flag,value,score
  2019,2,missing,,
  ,,missing-diagonal,2.000000,
  $ printf 'origin,1,2,3,4,5\n2018,900,,,1500,1510\n2019,,,1650,1700,\n2020,,1700,1850,,\n2021,1200,1750,,,\n2022,1300,,,,\n' | hz-diagnose --flags 2>/dev/null | grep diagonal
  ,,missing-diagonal,3.000000,
  ,,missing-diagonal,2.000000,
  $ printf 'origin,1,2,3,4\n2019,1000,1500,,1700\n2020,1100,,1850,\n2021,1200,1750,,\n2022,1300,,,\n' | hz-diagnose --flags 2>/dev/null | grep -c diagonal
  0
  [1]
  $ printf 'origin,3,6,9,12,15,18,21,24\n2021,10,14,16,17,18,,18.5,18.6\n2022,11,,17,18,,,,\n' | hz-diagnose --flags 2>/dev/null | grep diagonal
  ,,missing-diagonal,2.000000,
