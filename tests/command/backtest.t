Forecasts of Meyers' 200 triangles held against what became of them. Mack's distances are printed in his
monograph: 23.1 on payments and 15.4 on incurred claims, and by line; tests/published has them all.

  $ data=$ROOT/data/published
  $ paid="--outcome $data/meyers_paid_outcome.csv $data/meyers_paid.csv"
  $ awk -F, '!/^#/ && $5 < 1' $data/meyers_paid.csv | wc -l
  9
  $ hz-backtest --floor 1 --each line $paid | cut -d, -f1-5,7
  hz-backtest: values below 1, taken as it (--floor): 9
  line,method,forecasts,refused,ks,critical
  CA,mack,50,0,24.5,19.2
  PA,mack,50,0,44.7,19.2
  WC,mack,50,0,30.4,19.2
  OL,mack,50,0,8.5,19.2
  total,mack,200,0,23.1,9.6
  $ hz-backtest --floor 1 --outcome $data/meyers_incurred_outcome.csv $data/meyers_incurred.csv | cut -d, -f1-4
  hz-backtest: values below 1, taken as it (--floor): 6
  method,forecasts,refused,ks
  mack,200,0,15.4

Generalised linear models take them all too; their bias is Mack's, for the over-dispersed Poisson model has the
chain ladder's means:

  $ hz-backtest --floor 1 -m mack,odp,gamma $paid 2>/dev/null | cut -d, -f1-3,12
  method,forecasts,refused,bias
  mack,200,0,1.61
  odp,200,0,1.61
  gamma,200,0,1.61

Models of logarithms take values below 1 as 1 by themselves, and say so:

  $ printf 'origin,development,value\n2019,1,100\n2019,2,150\n2020,1,0\n2020,2,130\n2021,1,110\n' > below.csv
  $ printf 'origin,exposure\n2019,200\n2020,210\n2021,220\n' > seats.csv
  $ printf 'outcome\n500\n' > came.csv
  $ hz-backtest -m crc -n 400 -e seats.csv --outcome came.csv below.csv 2>&1 >/dev/null
  hz-backtest: crc: values below 1, taken as 1: 1, in 1 of 1 forecasts

Values as they are, not raised to 1: three triangles are refused, and counted.

  $ hz-backtest $paid | cut -d, -f1-4
  method,forecasts,refused,ks
  mack,197,3,23.8
  $ hz-backtest --print refusals $paid
  method,refused,reason
  mack,1,the factor from development 9 to 10 cannot be computed: the values at the first add up to less than zero
  mack,2,"no sigma from development 1 to 2: an origin grows from zero or less, for which Mack's model has no variance"
  $ hz-backtest --print scores $paid 2>/dev/null | grep -c '^[^,]*,[^,]*,mack,0,,,,,,,,'
  3

A row a forecast. The first two are as printed, estimate and error to the unit:

  $ hz-backtest --print scores $paid 2>/dev/null | cut -d, -f1-10 | head -n 3
  line,group,method,cut,latest,estimate,se,outcome,percentile,error
  CA,353,mack,0,32601.00,39177.44,1442.21,40000.00,72.01,822.56
  CA,388,mack,0,556727.00,714600.24,46706.52,745997.00,75.53,31396.76
  $ hz-backtest --shape normal --print scores $paid 2>/dev/null | cut -d, -f1-2,9 | head -n 3
  line,group,percentile
  CA,353,71.58
  CA,388,74.93
  $ hz-backtest --print points $paid | sed -n '1,3p;$p'
  method,rank,expected,percentile
  mack,1,0.51,0.00
  mack,2,1.02,0.00
  mack,197,100.00,100.00

Methods that draw, on one triangle; any number of threads gives the same:

  $ awk -F, '/^#/ || NR < 6 || $2 == 353 || $1 == "line"' $data/meyers_paid.csv > one.csv
  $ awk -F, '$2 == 353 || $1 == "line"' $data/meyers_paid_outcome.csv > outcome.csv
  $ hz-backtest -m mack,odp-bootstrap,mack-bootstrap,csr -n 1000 --seed 3 --process odp --residuals hat -e $data/meyers_exposure.csv \
  >     --outcome outcome.csv --print scores one.csv > all; cut -d, -f3,5-9 all
  method,latest,estimate,se,outcome,percentile
  mack,32601.00,39177.44,1442.21,40000.00,72.01
  odp-bootstrap,32601.00,39206.28,1401.60,40000.00,73.28
  mack-bootstrap,32601.00,39200.63,1415.87,40000.00,71.48
  csr,32601.00,37646.60,2348.13,40000.00,84.87
  mack,115223.00,129779.11,2209.86,125467.00,2.41
  odp-bootstrap,115223.00,129799.53,2092.54,125467.00,1.15
  mack-bootstrap,115223.00,129821.62,2281.52,125467.00,2.65
  csr,115223.00,126431.79,2818.31,125467.00,36.71
  mack,32835.00,35141.68,570.82,34687.00,21.37
  odp-bootstrap,32835.00,35206.29,747.39,34687.00,25.32
  mack-bootstrap,32835.00,35143.18,573.61,34687.00,21.73
  csr,32835.00,34241.11,654.53,34687.00,79.17
  $ hz-backtest -j 1 -m mack,odp-bootstrap,mack-bootstrap,csr -n 1000 --seed 3 --process odp --residuals hat -e $data/meyers_exposure.csv \
  >     --outcome outcome.csv --print scores one.csv | cmp - all

Diagonals cut off, and what came a year on. The outcome of cut 1 is the latest diagonal, 34,358,090, less the
youngest origin, 344,014, which was not there, and less what the oldest added at an age that was not known,
3,901,463 - 3,833,515: 33,946,128.

  $ cp $data/taylor_ashe.csv .; ta=taylor_ashe.csv
  $ hz-backtest --cut 2 --horizon 1 --print scores $ta | cut -d, -f1-8
  method,cut,latest,estimate,se,outcome,percentile,error
  mack,2,23143479.00,27346210.05,793635.79,27760630.00,70.29,414419.95
  mack,1,28364545.00,33205668.60,661687.65,33946128.00,86.80,740459.40
  $ hz-backtest --cut 2 --print scores -m mack,odp-bootstrap -n 2000 $ta | cut -d, -f1-7
  method,cut,latest,estimate,se,outcome,percentile
  mack,2,23143479.00,30636483.86,1329195.39,31930559.00,83.54
  odp-bootstrap,2,23143479.00,30751612.71,1419000.77,31930559.00,81.08
  mack,1,28364545.00,33205668.60,661687.65,33946128.00,86.80
  odp-bootstrap,1,28364545.00,33261679.00,762846.13,33946128.00,81.93
  $ hz-backtest --cut 2 -m odp --print refusals $ta
  method,refused,reason
  odp,2,"odp says nothing of the next diagonals alone: take mack, a bootstrap, or outcomes in the end (--outcome)"

With the origins' own outcomes, which are added up:

  $ printf 'origin,outcome\n1,3901463\n2,5434000\n3,5378826\n4,5297906\n5,4858200\n6,5111171\n7,5660771\n8,6784799\n9,5642266\n10,4969825\n' > by_origin.csv
  $ hz-backtest --outcome by_origin.csv --print scores $ta | cut -d, -f1,4-6
  method,estimate,se,outcome
  mack,53038945.61,2447094.86,53039227.00

Refused:

  $ hz-backtest $ta
  hz-backtest: expected --outcome FILE, or --cut N for the last N diagonals
  try: hz-backtest --help
  [2]
  $ hz-backtest --cut 1 -m chain-ladder $ta
  hz-backtest: --method: chain-ladder gives no distribution, so no outcome can test it
  try: hz-backtest --help
  [2]
  $ hz-backtest --cut 1 -m mak $ta
  hz-backtest: --method: there is no "mak"; the nearest is "mack"
  try: hz-backtest --help
  [2]
  $ hz-backtest --cut 1 --each office $ta
  hz-backtest: --each: "office" is no group column of the triangles
  try: hz-backtest --help
  [2]
  $ hz-backtest --cut 1 -m mack,mack $ta
  hz-backtest: the method mack is named twice
  try: hz-backtest --help
  [2]
  $ sed '$d' by_origin.csv > short.csv
  $ hz-backtest --outcome short.csv $ta
  hz-backtest: taylor_ashe.csv: origin 10: short.csv has no outcome of it
  [1]
  $ printf '11,1\n' | cat by_origin.csv - > long.csv
  $ hz-backtest --outcome long.csv $ta
  hz-backtest: long.csv:12:4: an outcome of what there is no triangle of
  [1]
  $ hz-backtest --cut 1 -m csr $ta
  hz-backtest: csr needs exposures (--exposure)
  try: hz-backtest --help
  [2]
  $ hz-backtest --outcome by_origin.csv --horizon 1 $ta
  hz-backtest: --horizon goes with --cut: outcomes are in the end
  try: hz-backtest --help
  [2]
  $ hz-backtest --cut 12 --print refusals $ta
  method,refused,reason
  mack,1,"that far back (12) there was no triangle yet, for that takes two diagonals: now it has 10"
  mack,1,"that far back (11) there was no triangle yet, for that takes two diagonals: now it has 10"
  mack,1,"that far back (10) there was no triangle yet, for that takes two diagonals: now it has 10"
  mack,1,"that far back (9) there was no triangle yet, for that takes two diagonals: now it has 10"
  mack,1,"no sigma from development 1 to 2: there is one link ratio, and the rule mack needs sigmas at both ages before it"
  mack,1,"no sigma from development 2 to 3: there is one link ratio, and the rule mack needs sigmas at both ages before it"

What is selected counts, in the forecast of each cut:

  $ hz-backtest --cut 1 --average simple --last 5 --drop-high 1 --drop-low 1 --sigma log-linear --print scores $ta | cut -d, -f1-6
  method,cut,latest,estimate,se,outcome
  mack,1,28364545.00,33325785.89,432350.25,33946128.00
  $ hz-backtest --cut 1 --tail 1.05 --print scores $ta | cut -d, -f1-6
  method,cut,latest,estimate,se,outcome
  mack,1,28364545.00,33205668.60,661687.65,33946128.00
  $ printf 'last: 5\n' > five.yaml
  $ hz-backtest --cut 1 --selections five.yaml --print scores $ta | cut -d, -f1-6
  method,cut,latest,estimate,se,outcome
  mack,1,28364545.00,33267710.00,682415.60,33946128.00
  $ hz-backtest --cut 1 --last 5 --print scores $ta | cut -d, -f1-6
  method,cut,latest,estimate,se,outcome
  mack,1,28364545.00,33267710.00,682415.60,33946128.00

Other forms of the triangle, and incurred claims beside payments:

  $ printf 'origin,development,paid\n1,1,10\n1,2,5\n1,3,2\n1,4,1\n2,1,12\n2,2,7\n2,3,3\n3,1,9\n3,2,6\n4,1,11\n' > small.csv
  $ hz-backtest --cut 1 --horizon 1 -m odp-bootstrap -n 400 --incremental --fill-zero --value paid --age-unit year --print scores small.csv | cut -d, -f1-6
  method,cut,latest,estimate,se,outcome
  odp-bootstrap,1,45.00,52.46,0.88,54.00
  $ hz-backtest -m paid-incurred --incurred $data/quarg_mack_incurred.csv --outcome <(printf 'outcome\n40000\n') --print scores $data/quarg_mack_paid.csv | cut -d, -f1-7
  method,cut,latest,estimate,se,outcome,percentile
  paid-incurred,0,25525.00,32685.71,987.18,40000.00,100.00
  $ hz-backtest --cut 1 --floor 400000 --print scores $ta | cut -d, -f1-6
  hz-backtest: values below 400000, taken as it (--floor): 8
  method,cut,latest,estimate,se,outcome
  mack,1,28387859.00,33145621.40,619465.30,33946128.00

Priors of one's own, and the bootstraps with other futures: with the level nearly fixed far below what these claims show, the
model's estimate is far below what it was:

  $ raa="-e $data/raa_exposure.csv --outcome raa-became.csv --print scores $data/raa.csv"; printf 'outcome\n213122\n' > raa-became.csv
  $ hz-backtest -m crc -n 2000 $raa | cut -d, -f1,4
  method,estimate
  crc,252443.04
  $ hz-backtest -m crc -n 2000 --priors level=-2,level-sd=0.05 $raa | cut -d, -f1,4
  method,estimate
  crc,100199.20
  $ hz-backtest -m crc --priors level $raa
  hz-backtest: --priors: "level": expected level, level-sd, origin-sd, development-sd or rate-sd, like level=-0.2,level-sd=0.5
  try: hz-backtest --help
  [2]
  $ hz-backtest -m cape-cod-bootstrap $raa | cut -d, -f1,4
  method,estimate
  cape-cod-bootstrap,220655.07
  $ hz-reserve -m cape-cod -e $data/raa_exposure.csv $data/raa.csv | tail -n 1 | cut -d, -f5
  59115.89
  $ hz-backtest -m bornhuetter-ferguson-bootstrap ${raa/scores/refusals}
  hz-backtest: bornhuetter-ferguson needs what was expected: --prior, or a column prior beside the exposures
  try: hz-backtest --help
  [2]

Prospects of a year against that year. With an sd as large as the mean, the logarithm of a log-normal amount has
variance log 2, and its median is the mean over the root of 2: 100 gives 70.7107, 1000 gives 707.107. The normal
distribution has its mean in the middle, and 1.645 sd above it 95 %:

  $ printf 'scenario,plan,period,expected,sd\nbase,a,2023,100,100\nbase,b,2023,1000,1000\nbase,total,2023,1100,1005\nlow,a,2023,50,0\nlow,b,2023,0,0\n' > said.csv
  $ printf 'plan,period,outcome\na,2023,70.7107\nb,2023,707.107\n' > came.csv
  $ hz-backtest prospect --outcome came.csv --print scores said.csv | cut -d, -f 1-8,10
  plan,period,scenario,estimate,se,outcome,percentile,error,log_score
  a,2023,base,100.00,100.00,70.71,50.00,-29.29,4.9943
  a,2023,low,50.00,0.00,70.71,100.00,20.71,
  b,2023,base,1000.00,1000.00,707.11,50.00,-292.89,7.2969
  b,2023,low,0.00,0.00,707.11,,,
  $ hz-backtest prospect --outcome came.csv said.csv | cut -d, -f 1-4,8-13
  scenario,forecasts,refused,ks,within_50,within_80,within_90,within_95,bias,common
  base,2,0,50.0,100.0,100.0,100.0,100.0,41.42,1
  low,1,1,0.0,0.0,0.0,0.0,0.0,-29.29,1
  $ hz-backtest prospect --outcome came.csv --each plan said.csv | cut -d, -f 1-4
  plan,scenario,forecasts,refused
  a,base,1,0
  a,low,1,0
  b,base,1,0
  b,low,0,1
  total,base,2,0
  total,low,1,1
  $ hz-backtest prospect --outcome came.csv --print points said.csv
  scenario,rank,expected,percentile
  base,1,50.00,50.00
  base,2,100.00,50.00
  low,1,100.00,100.00
  $ hz-backtest prospect --outcome came.csv --print refusals said.csv
  scenario,refused,reason
  low,1,nothing is expected: there is no distribution
  $ printf 'plan,outcome\ntotal,2753.225\n' | hz-backtest prospect --shape normal --outcome - --print scores said.csv | cut -d, -f 1-6
  plan,scenario,estimate,se,outcome,percentile
  total,base,1100.00,1005.00,2753.22,95.00
  total,low,,,2753.22,

What does not fit is refused, with what to give:

  $ printf 'plan,outcome\na,5\n' > a.csv; hz-backtest prospect --outcome a.csv said.csv
  hz-backtest: said.csv:3:13: a.csv has no outcome of b (0, if nothing came)
  [1]
  $ printf 'outcome\n5\n' > all.csv; hz-backtest prospect --outcome all.csv said.csv
  hz-backtest: said.csv:3:13: a second forecast of the same (the first is in line 2): give the outcomes a column more, which tells them apart
  [1]
  $ printf 'plan,outcome\na,5\nb,6\na,7\n' > twice.csv; hz-backtest prospect --outcome twice.csv said.csv
  hz-backtest: twice.csv:4:3: a second outcome of the same (the first is in line 2)
  [1]
  $ printf 'plan,outcome\na,5\nb,6\nc,7\n' > more.csv; hz-backtest prospect --outcome more.csv said.csv
  hz-backtest: more.csv:4:3: an outcome of what there is no forecast of
  [1]
  $ printf 'plan,office,outcome\na,1,5\n' > office.csv; hz-backtest prospect --outcome office.csv said.csv
  hz-backtest: said.csv: there is no column "office"; the header has: scenario,plan,period,expected and 1 more that are not known
  [1]
  $ hz-backtest prospect --outcome came.csv --each office said.csv
  hz-backtest: --each: "office" is no column that tells outcomes apart
  try: hz-backtest --help
  [2]
  $ hz-backtest prospect said.csv
  hz-backtest: --outcome FILE is required: what the year came to
  try: hz-backtest --help
  [2]
  $ hz-backtest prospect --cut 1 said.csv
  hz-backtest: --cut is for triangles: a prospect's outcome is --outcome FILE
  try: hz-backtest --help
  [2]
  $ printf 'plan,expected,sd\na,1,-1\n' | hz-backtest prospect --outcome a.csv
  hz-backtest: <stdin>:2:5: a standard deviation below 0
  [1]
