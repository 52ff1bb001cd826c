One triangle is Mack's: R ChainLadder 0.2.21, MultiChainLadder(list(GenIns), fit.method = "OLS"), prints standard errors
75535.04, 121698.56, 133548.85, 261406.45, 411009.7, 558316.86, 875327.51, 971257.81, 1363154.91, and 2447094.86 in all; with
mse.method = "Independence" 75535.04, 121700.12, 133550.98, 261412.47, 411027.8, 558355.88, ..., 2447618.31:

  $ one() { echo line,origin,development,value; sed -n "/^[0-9]/s/^/$2,/p" $ROOT/data/published/$1.csv; }
  $ one taylor_ashe a | hz-multivariate | cut -d, -f2,6 | sed -n '3,12p' | xargs
  2,75535.04 3,121698.56 4,133548.85 5,261406.45 6,411009.70 7,558316.86 8,875327.51 9,971257.81 10,1363154.91 total,2447094.86
  $ one taylor_ashe a | hz-multivariate --mse independent | cut -d, -f2,6 | sed -n '3,12p' | xargs
  2,75535.04 3,121700.12 4,133550.98 5,261412.47 6,411027.80 7,558355.88 8,875429.58 9,971385.37 10,1363384.66 total,2447618.31
  $ one taylor_ashe a | hz-multivariate --average simple -d | grep ^a,total; hz-reserve -m mack -a simple -d $ROOT/data/published/taylor_ashe.csv | tail -n 1
  a,total,34358090.00,53241163.35,18883073.35,1980739.47,1601456.61,2547153.73,0.1349
  total,34358090.00,,53241163.35,18883073.35,1980739.47,1601456.61,2547153.73,0.1349
  $ one taylor_ashe a | hz-multivariate --average regression -d | grep ^a,total; hz-reserve -m mack -a regression -d $ROOT/data/published/taylor_ashe.csv | tail -n 1
  a,total,34358090.00,52837590.05,18479500.05,1812021.60,1528539.39,2370623.33,0.1283
  total,34358090.00,,52837590.05,18479500.05,1812021.60,1528539.39,2370623.33,0.1283

Two triangles, by systemfit 1.1-28 of R with method = "SUR", methodResidCov = "geomean" and maxiter = 1, age by age, and the
recursion of Zhang (2010) in R: factors 2.43193942254232 and 1.64992535574014; Sigma 181.1001609097934, 33.7912802790753,
94.6360638298332; Cov(f) 0.02142040872132471, 0.00301151757685302, 0.00644265987012684; ultimates 31449.2322781019 and
33067.6328443755; standard errors 994.342736574237, 995.547668495247, in all 1430.08168670574, of which 1231.17950450916 by chance:

  $ { one quarg_mack_paid paid; one quarg_mack_incurred incurred | tail -n +2; } >two.csv
  $ hz-multivariate --iterations 1 --parameters two.csv | grep -e age -e ,1,
  line,age,with,joint,factor,covariance,correlation,factor_covariance
  paid,1,paid,yes,2.431939,181.100161,1.000000,0.021420409
  paid,1,incurred,yes,,33.791280,0.258117,0.003011518
  incurred,1,incurred,yes,1.649925,94.636064,1.000000,0.006442660
  $ hz-multivariate --iterations 1 --detail --decimals 6 two.csv | grep ,total,
  paid,total,25525.000000,31449.232278,5924.232278,845.775759,522.858339,994.342737,0.167843
  incurred,total,29694.000000,33067.632844,3373.632844,782.695290,615.226172,995.547668,0.295097
  total,total,55219.000000,64516.865122,9297.865122,1231.179505,727.551138,1430.081687,0.153808

Until nothing changes, by the same with maxiter = 500: 31449.1485350801, 33067.5804702430; 994.357960284117, 995.569858378643,
1430.22892569138. Separately, by Braun's covariances: 31463.2105063764, 33070.8538834012; 994.580541899720, 995.278431831245,
1429.50644140376:

  $ hz-multivariate --decimals 6 two.csv | grep ,total,
  paid,total,25525.000000,31449.148535,5924.148535,994.357960,0.167848
  incurred,total,29694.000000,33067.580470,3373.580470,995.569858,0.295108
  total,total,55219.000000,64516.729005,9297.729005,1430.228926,0.153826
  $ hz-multivariate --separate --decimals 6 two.csv | grep ,total,
  paid,total,25525.000000,31463.210506,5938.210506,994.580542,0.167488
  incurred,total,29694.000000,33070.853883,3376.853883,995.278432,0.294735
  total,total,55219.000000,64534.064390,9315.064390,1429.506441,0.153462

General and auto liability of Braun (2004), as in the vignette of R's ChainLadder, section Multivariate chain-ladder. With
fit.method = "OLS" the reserves are 6155261, 2063612 and 8218874, the errors 427289, 162872 and 457278:

  $ hz-multivariate --uncorrelated 13 --decimals 0 $ROOT/data/published/liability_lines.csv | grep ,total,
  general,total,11343397,17498658,6155261,427289,0.0694
  auto,total,8759806,10823418,2063612,162872,0.0789
  total,total,20103203,28322077,8218874,457278,0.0556

MultiChainLadder2 with methodResidCov = "Theil", the estimator of Merz and Wüthrich (2008), and mse.method = "Independence": after
one round 6154006, 2061228 and 8215234 with errors 427041, 162785 and 505376; the sum after rounds 2, 3, 4 is 8215357 with 505443,
8215362 with 505444, and the same; in the end 6154129, 2061233, and errors 427074 and 162790. More digits, by systemfit 1.1-28 of R
with tol = 1e-15 and the recursion in R: 28318437.498125292 with 505375.618155322 after one round, 28318565.015552055 with
505444.136090357 after all:

  $ theil() { hz-multivariate --uncorrelated 3 --unbiased --mse independent $* $ROOT/data/published/liability_lines.csv | grep ,total, | cut -d, -f1,4-6; }
  $ theil --iterations 1 --decimals 0
  general,17497403,6154006,427041
  auto,10821034,2061228,162785
  total,28318437,8215234,505376
  $ for i in 2 3 4; do theil --iterations $i --decimals 0 | tail -n 1; done
  total,28318560,8215357,505443
  total,28318565,8215362,505444
  total,28318565,8215362,505444
  $ theil --decimals 0
  general,17497526,6154129,427074
  auto,10821039,2061233,162790
  total,28318565,8215362,505444
  $ theil --iterations 1 --decimals 6 | tail -n 1; theil --decimals 6 | tail -n 1
  total,28318437.498125,8215234.498125,505375.618155
  total,28318565.015552,8215362.015552,505444.136090

Its correlations of the first eleven ages with fit.method = "SUR": 0.247 0.495 0.682 0.446 0.487 0.451 -0.172 0.805 0.337 0.688 -0.004,
and factors of ages 1, 4 and 10: 3.227 and 2.2224, 1.179 and 1.0665, 1.006 and 0.9994. At the twelfth, where two origins are left, it
goes on, comes to 1.000, and takes the thirteenth entry by entry: its sum of 8213045 with 500607 is not ours:

  $ sur() { hz-multivariate --iterations 1 --parameters $* | grep -v ^line; }
  $ sur $ROOT/data/published/liability_lines.csv | awk -F, '$1 != $3 && $4 == "yes" { printf "%.3f ", $7 } END { print "" }' | xargs
  0.247 0.495 0.682 0.446 0.487 0.451 -0.172 0.805 0.337 0.688 -0.004
  $ sur $ROOT/data/published/liability_lines.csv | awk -F, '$1 == $3 && ($2 == 1 || $2 == 4 || $2 == 10) { printf "%.4f ", $5 } END { print "" }' | xargs
  3.2270 2.2224 1.1788 1.0665 1.0064 0.9994

Three triangles of Zhang (2010): MultiChainLadder2(auto, type = "MCL") has the correlations, by pairs, 0.327 -0.0101 0.598 0.711 0.8565
0.928, then 0.870 0.9064 0.939 0.261 -0.0607 0.911, then 0.198 -0.3217 0.558 0.380 0.3586 0.931; the other ages have none. By systemfit
and the recursion in R, ultimates are 3913515.5922011076, 3707213.7032238059, 1473938.9657245663, the errors 30319.2408642236,
28072.4816096109, 31469.7765872857, and of the sum 70301.295331649:

  $ for pair in personal_paid,personal_incurred personal_paid,commercial_paid personal_incurred,commercial_paid; do
  >   sur --uncorrelated 3 $ROOT/data/published/auto_lines.csv | awk -F, -v pair=$pair '$1 "," $3 == pair { printf "%.3f ", $7 } END { print "" }' | xargs
  > done
  0.327 -0.010 0.598 0.711 0.857 0.928 0.000 0.000 0.000
  0.870 0.906 0.939 0.261 -0.061 0.911 0.000 0.000 0.000
  0.198 -0.322 0.558 0.380 0.359 0.931 0.000 0.000 0.000
  $ hz-multivariate --iterations 1 --uncorrelated 3 --decimals 6 $ROOT/data/published/auto_lines.csv | grep ,total, | cut -d, -f1,4,6
  personal_paid,3913515.592201,30319.240864
  personal_incurred,3707213.703224,28072.481610
  commercial_paid,1473938.965725,31469.776587
  total,9094668.261149,70301.295332

Without bias a covariance may belong to no variables at all: then n - 1 it is, as of two that are the same:

  $ { one raa a; one raa b | tail -n +2; } | hz-multivariate --unbiased | grep total,total
  total,total,321974.00,426244.46,104270.46,53818.02,0.5161

The order of triangles makes no difference, and a unit scales its own row:

  $ { one quarg_mack_incurred incurred; one quarg_mack_paid paid | tail -n +2; } | hz-multivariate --decimals 6 | grep ,total, | sort >turned
  $ hz-multivariate --decimals 6 two.csv | grep ,total, | sort | diff - turned
  $ awk -F, -v OFS=, '/^paid/ { $4 *= 1000 } { print }' two.csv | hz-multivariate --decimals 3 | grep ^paid,total
  paid,total,25525000.000,31449148.535,5924148.535,994357.960,0.1678
  $ hz-multivariate --decimals 6 two.csv | grep ^paid,total
  paid,total,25525.000000,31449.148535,5924.148535,994.357960,0.167848

Twice the same is perfectly correlated: each by itself, and the error of the sum is the sum of errors:

  $ { one raa a; one raa b | tail -n +2; } | hz-multivariate | grep total,total
  total,total,321974.00,426244.46,104270.46,53818.02,0.5161
  $ { one raa a; one raa b | tail -n +2; } | hz-multivariate --parameters | sed -n '2,4p'
  a,1,a,no,2.999359,27883.479394,1.000000,1.277359448
  a,1,b,no,,27883.479394,1.000000,1.277359448
  b,1,b,no,2.999359,27883.479394,1.000000,1.277359448
  $ hz-reserve -m mack $ROOT/data/published/raa.csv | tail -n 1
  total,160987.00,,213122.23,52135.23,26909.01,0.5161

Portfolios of several offices, one of which cannot be developed, and incremental values:

  $ { sed 's/^line/office,line/;s/^[pi]/north,&/' two.csv; sed -n 's/^[pi]/south,&/p' two.csv; sed -n 's/^[pi]/west,&/p' two.csv | sed '/west,paid,7,/d'; } >offices.csv
  $ hz-multivariate --across line offices.csv | grep total,total
  hz-multivariate: offices.csv: office west, line incurred: the triangles of a portfolio must have the same origins, ages and cells, and this one has not those of the first
  north,total,total,55219.00,64516.73,9297.73,1430.23,0.1538
  south,total,total,55219.00,64516.73,9297.73,1430.23,0.1538
  $ hz-multivariate --across office offices.csv | grep total,total
  hz-multivariate: offices.csv: office west, line paid: the triangles of a portfolio must have the same origins, ages and cells, and this one has not those of the first
  [1]
  $ printf 'k,origin,development,value\na,1,1,5\na,1,2,6\na,1,3,1\na,2,1,6\na,2,2,5\na,2,3,2\na,3,1,7\na,3,2,6\na,4,1,8\n' | hz-multivariate -i | grep a,total
  a,total,46.00,57.45,11.45,2.52,0.2204

An origin at 0 says nothing of that age, as if it were not there: the factor of the others, by hand (5 + 6) / (4 + 5):

  $ printf 'k,origin,development,value\na,1,1,4\na,1,2,5\na,2,1,5\na,2,2,6\na,3,1,0\na,3,2,3\na,4,1,7\n' | sed 'p;1d;s/^a/b/' | sort -r >zero.csv
  $ hz-multivariate --separate --parameters zero.csv | sed -n 2p; awk 'BEGIN { printf "%.6f\n", 11 / 9 }'
  b,1,b,no,1.222222,0.005556,1.000000,0.000617284
  1.222222

What is refused:

  $ hz-multivariate $ROOT/data/published/raa.csv 2>&1 | sed 's|/.*/||'
  hz-multivariate: raa.csv: one triangle is no portfolio: a group column, office say, is to tell several apart
  $ hz-multivariate offices.csv
  hz-multivariate: there are several group columns: say whose triangles go together (--across COLUMN)
  try: hz-multivariate --help
  [2]
  $ hz-multivariate --across plan offices.csv
  hz-multivariate: no group column is called "plan"
  try: hz-multivariate --help
  [2]
  $ hz-multivariate --detail --parameters two.csv
  hz-multivariate: --detail and --parameters are tables of their own: choose one
  try: hz-multivariate --help
  [2]
  $ sed 's/^paid,2,2,.*/paid,2,2,-1/' two.csv | hz-multivariate
  hz-multivariate: <stdin>: line paid: origin 2, development 2: -1 after 866, less than half of it: is one of the two wrong?
  hz-multivariate: <stdin>: line paid: origin 2, development 2: values must not be negative, found -1
  [1]
  $ sed 's/^paid/total/' two.csv | hz-multivariate
  hz-multivariate: <stdin>: the group "total" looks like the sum of the others: it is taken as one more, also in totals over groups
  hz-multivariate: <stdin>: line total: "total" is what the portfolio is called: rename this one
  [1]
  $ printf 'k,origin,development,value\na,1,1,5\na,1,2,6\na,2,1,6\n' | hz-multivariate
  hz-multivariate: <stdin>: k a: one origin is above 0 in all triangles at development 1 and observed at 2, and Mack's rule needs two ages before them
  [1]

With intercepts, and each regression on the values of all triangles (Zhang 2010): totals as R's MultiChainLadder2 has
them, 564,033.37 and 45,414.14 with "MCL+int", 547,568.63 and 146,888.76 with "GMCL-int" on the personal lines:

  $ auto=$ROOT/data/published/auto_lines.csv
  $ hz-multivariate --intercept --uncorrelated 3 --iterations 1 $auto | grep ,total,
  personal_paid,total,3290539.00,3854572.37,564033.37,19089.18,0.0338
  personal_incurred,total,3710614.00,3754196.79,43582.79,18839.05,0.4323
  commercial_paid,total,1043851.00,1391063.64,347212.64,27716.14,0.0798
  total,total,8045004.00,8999832.80,954828.80,45414.14,0.0476
  $ grep -v commercial $auto | hz-multivariate --general --uncorrelated 3 --iterations 1 | grep ,total,
  personal_paid,total,3290539.00,3768345.82,477806.82,72532.13,0.1518
  personal_incurred,total,3710614.00,3780375.81,69761.81,75080.62,1.0762
  total,total,7001153.00,7548721.63,547568.63,146888.76,0.2683
  $ grep -v commercial $auto | hz-multivariate --general --intercept --uncorrelated 3 --parameters | sed -n '1,5p'
  line,age,with,joint,intercept,factor,covariance,correlation,factor_covariance
  personal_paid,1,personal_paid,yes,19203.992147,1.340489,195.893276,1.000000,0.028841587
  personal_paid,1,personal_incurred,yes,,0.153477,82.666668,0.247573,-0.003662211
  personal_incurred,1,personal_paid,yes,,-0.604306,82.666668,0.247573,-0.003662211
  personal_incurred,1,personal_incurred,yes,91137.537085,0.952238,569.160411,1.000000,0.024743721
  $ sed 's/personal_incurred/twin/; s/commercial_paid/twin2/' $auto | awk -F, '$1=="personal_paid"{print; print "twin," $2 "," $3 "," $4; next} /^line/' | hz-multivariate --general --uncorrelated 3
  hz-multivariate: <stdin>: line personal_paid: development 3: the values of the triangles follow from each other, so that their coefficients cannot be told apart
  [1]
