The triangle of Barnett and Zehnwirth (2000). chainladder-python 0.10.0, BarnettZehnwirth, develops the latest values by the
pattern of the medians: with formula = 'C(origin)+C(development)' ultimates 903985.429366017, 1058631.20306412,
1067647.88525957, 1104250.47822049, 1090730.03319709, 1108858.01424713, 1411008.25559114, 1936042.53269656, 2358664.09783313,
2645225.50436462, in all 15447587.4338399, an intercept of 11.8368627648044, 0.178824453218774 for the second origin, and
0.251091381637381 and -2.427671534083 for the second and last age:

  $ abc=$ROOT/data/published/abc.csv
  $ hz-trends --forecast pattern --decimals 8 $abc | cut -d, -f3 | tail -n +3 | xargs
  903985.42936602 1058631.20306412 1067647.88525957 1104250.47822048 1090730.03319709 1108858.01424713 1411008.25559113 1936042.53269656 2358664.09783313 2645225.50436463 15447587.43383986
  $ hz-trends --parameters --decimals 12 $abc | grep -e intercept -e level,1978 -e level,2, -e level,11 | cut -d, -f1-3
  intercept,,11.836862764804
  origin_level,1978,0.178824453219
  development_level,2,0.251091381637
  development_level,11,-2.427671534083

With 'origin+development' 902545.878550847, 1056827.72455415, 1067705.86459576, ..., in all 14661458.3352768, and slopes of
0.0994123091763072 an origin and -0.0237595164336771 a month, from an intercept a year before the first age, 12.4757261299454:

  $ hz-trends --origin slope --development slope --forecast pattern --decimals 8 $abc | cut -d, -f3 | sed -n '3,5p;12,13p' | xargs
  902545.87855085 1056827.72455415 1067705.86459576 1913328.58427110 14661458.33527677
  $ hz-trends --origin slope --development slope --parameters --decimals 12 $abc | awk -F, '/^intercept/ { i = $3 } /^origin/ { print $3 } /^dev/ { printf "%.12f %.11f\n", $3 / 12, i - $3 }'
  0.099412309176
  -0.023759516434 12.47572612995

What R 4.2.2 has of lm(y ~ o + v), with the moments of log-normal sums: 12.1906119327412 (0.0692279511130), 0.0994123091763
and -0.2851141972041 (0.0111210456869); sigma 0.210273066364, R2 0.953384301185, log-likelihood 10.8022036016, AIC
-13.6044072032, BIC -4.84578823508; reserve 4434206.5868, errors 180246.094213, 311921.061208 and 360254.636201, medians
4324617.5944, standardized residuals -1.180643208866 and 1.145598920453:

  $ hz-trends --origin slope --development slope --parameters $abc
  parameter,from,value,se,t
  intercept,,12.190612,0.069228,176.0938
  origin_slope,1977,0.099412,0.011121,8.9391
  development_slope,1,-0.285114,0.011121,-25.6374
  sigma,,0.210273,,
  r2,,0.953384,,
  log_likelihood,,10.802204,,
  aic,,-13.604407,,
  bic,,-4.845788,,
  cells,,66,,
  left_out,,0,,
  parameters,,3,,
  $ hz-trends --origin slope --development slope --detail $abc | tail -n 1
  total,10221194.00,14655400.59,4434206.59,180246.09,311921.06,360254.64,0.0812
  $ hz-trends --origin slope --development slope --forecast median $abc | tail -n 1
  total,10221194.00,14545811.59,4324617.59,,
  $ hz-trends --origin slope --development slope --residuals $abc | sed -n '1,3p'
  origin,development,period,calendar,logarithm,fitted,standardized
  1977,1,,1,11.942354,12.190612,-1.180643
  1977,2,1978,2,12.146386,11.905498,1.145599

A level for each age and one slope over calendar periods, lm(y ~ factor(k) + t): 4528890.16419, 122905.557168, 199292.16886,
234143.427308; AIC -67.6111266399:

  $ hz-trends --origin none --calendar slope --detail $abc | tail -n 1
  total,10221194.00,14750084.16,4528890.16,122905.56,199292.17,234143.43,0.0517
  $ hz-trends --origin none --calendar slope --parameters $abc | grep -e calendar -e aic
  calendar_slope,1,0.099412,0.006962,14.2801
  aic,,-67.611127,,

Slopes that change, at the second age and in the fifth calendar period: lm(y ~ o + v + pmax(0, v - 1) + pmax(0, t - 4)) has
0.0355823852604, 0.1390235870759, -0.5286316838789, 0.0814971349998; 4938359.61904 and 306714.32703:

  $ hz-trends --origin slope --development 2 --calendar none,5 --parameters $abc | head -n 6 | cut -d, -f1-3
  parameter,from,value
  intercept,,12.069143
  origin_slope,1977,0.035582
  development_slope,1,0.139024
  development_change,2,-0.528632
  calendar_change,5,0.081497
  $ hz-trends --origin slope --development 2 --calendar none,5 --detail $abc | tail -n 1
  total,10221194.00,15159553.62,4938359.62,134327.91,275734.82,306714.33,0.0621
  $ hz-trends --origin 1980,1983 --development factor --parameters $abc | grep origin | cut -d, -f1,2
  origin_slope,1977
  origin_change,1980
  origin_change,1983

What is to come grows as the past, or as is chosen. By hand: each calendar period adds 10 %, and ages nothing, from 100 to
121 on the latest diagonal; the next has 133.1 if that goes on, 121 if it stands, 242 if it doubles:

  $ printf 'origin,development,value\n1,1,100\n1,2,110\n1,3,121\n2,1,110\n2,2,121.0001\n3,1,121\n' >steady.csv
  $ steady='-i --origin none --development none --calendar slope --forecast median steady.csv'
  $ hz-trends --run-off $steady
  origin,development,period,value
  2,3,,133.100055
  3,2,,133.100055
  3,3,,146.410085
  total,,,412.610195
  $ hz-trends --future 0 --run-off $steady | tail -n 4 | cut -d, -f4 | xargs; hz-trends --future 100% --run-off $steady | tail -n 4 | cut -d, -f4 | xargs
  121.000030 121.000030 121.000030 363.000090
  242.000060 242.000060 484.000120 968.000240
  $ hz-trends -i --origin none --calendar factor --development none steady.csv --forecast median --run-off | tail -n 4 | cut -d, -f4 | xargs
  121.000033 121.000033 121.000033 363.000100

Per unit of exposure, groups, and increments that have no logarithm:

  $ printf 'origin,exposure\n1,1\n2,2\n3,4\n' >exposure.csv
  $ awk -F, -v OFS=, 'NR > 1 { $3 *= 2 ^ ($1 - 1) } { print }' steady.csv | hz-trends -i --origin none --development none --calendar slope --forecast median --exposure exposure.csv | cut -d, -f4
  ibnr
  0.00
  266.20
  1118.04
  1384.24
  $ hz-trends $ROOT/data/published/raa.csv 2>&1 | sed 's|/.*/||'
  hz-trends: raa.csv: origin 1982, development 7: the increment -103 has no logarithm (leave such cells out: --leave-out)
  $ hz-trends --leave-out --parameters $ROOT/data/published/raa.csv | grep -e cells -e left
  cells,,54,,
  left_out,,1,,
  $ { sed '1s/^/line,/;2,$s/^/a,/' steady.csv; echo b,1,1,5; } | hz-trends -i --origin none --development none | tail -n 2
  hz-trends: <stdin>: line b: one cell only
  hz-trends: <stdin>: line b: 1 parameters want more increments than 1: choose slopes for factors
  a,3,121.00,348.91,227.91,14.50,0.0636
  a,total,683.00,1024.86,341.86,18.84,0.0551

Several origins at one age have no diagonals, and need none without a calendar trend:

  $ printf 'origin,development,value\n1,1,5\n1,2,12\n1,3,20\n2,1,6\n2,2,13\n3,1,6\n3,2,14\n4,1,5\n' >same.csv
  $ hz-trends --development slope same.csv | tail -n 1; hz-trends --development slope --residuals same.csv | sed -n 2p
  hz-trends: same.csv: origin 2 ends at development 2, before the latest diagonal, and is developed from there
  total,52.00,85.32,33.32,2.35,0.0705
  hz-trends: same.csv: origin 2 ends at development 2, before the latest diagonal, and is developed from there
  1,1,,1,1.609438,1.647957,-0.623377
  $ echo 4,2,9 | cat same.csv - | hz-trends --origin none --calendar slope
  hz-trends: <stdin>: the diagonals, which a calendar trend runs along, cannot be told: origins are to follow each other by whole steps of age
  [1]

Its run-off is one to hz-project:

  $ hz-trends --run-off $abc | hz-project | tail -n 1
  total,5264264.84

What is refused:

  $ hz-trends --calendar slope <$abc
  hz-trends: <stdin>: the cells do not tell these trends apart: a calendar period is origin and development together, so that one of the three is to have fewer parameters (none, or a slope)
  [1]
  $ hz-trends --origin slope --development slope --calendar slope <$abc
  hz-trends: <stdin>: the cells do not tell these trends apart: a calendar period is origin and development together, so that one of the three is to have fewer parameters (none, or a slope)
  [1]
  $ hz-trends --origin 1066 <$abc
  hz-trends: <stdin>: --origin: "1066" is none of: none, slope, factor, nor a place of this triangle where a slope may change
  [1]
  $ hz-trends --development some <$abc
  hz-trends: <stdin>: --development: "some" is none of: none, slope, factor, nor a place of this triangle where a slope may change
  try: hz-trends --help
  [2]
  $ hz-trends --calendar 3,x <$abc
  hz-trends: <stdin>: --calendar: "x" is none of: none, slope, factor, nor a place of this triangle where a slope may change
  try: hz-trends --help
  [2]
  $ hz-trends --detail --parameters <$abc
  hz-trends: --detail, --parameters, --residuals and --run-off are tables of their own: choose one
  try: hz-trends --help
  [2]
  $ sed 's/^3,1,.*/3,1,0/' steady.csv | hz-trends -i --leave-out --development slope
  hz-trends: <stdin>: origin 3 has no increment above 0 to tell its level by: choose a slope of origins (--origin)
  [1]
  $ sed 's/^1,3,.*/1,3,0/' steady.csv | hz-trends -i --leave-out --origin slope
  hz-trends: <stdin>: development 3 has no increment above 0 to tell its level by: choose a slope (--development)
  [1]
  $ printf 'origin,development,value\n1,1,5\n' | hz-trends
  hz-trends: <stdin>: one cell only
  hz-trends: <stdin>: 1 parameters want more increments than 1: choose slopes for factors
  [1]
  $ sed 's/3,4/3,0/' exposure.csv | hz-trends -i --exposure /dev/stdin steady.csv
  hz-trends: steady.csv: origin 3: trends want an exposure above 0, found 0
  [1]
