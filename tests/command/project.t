hz-project: when a reserve is paid.

  $ data=$ROOT/data/published
  $ hz-reserve $data/raa.csv > raa.csv
  $ hz-reserve --run-off $data/raa.csv > raa_run_off.csv

The reserve of the RAA triangle by calendar year; payouts add up to the IBNR that was printed:

  $ hz-project raa.csv
  period,payout
  1991,17501.42
  1992,13068.61
  1993,8870.93
  1994,5724.96
  1995,3529.49
  1996,1760.17
  1997,1061.38
  1998,450.20
  1999,168.07
  total,52135.23
  $ hz-project --rate 3% --format table raa_run_off.csv
  period    payout  discounted
  1991    17501.42    17244.67
  1992    13068.62    12501.83
  1993     8870.93     8239.03
  1994     5724.95     5162.28
  1995     3529.49     3089.90
  1996     1760.18     1496.07
  1997     1061.37      875.84
  1998      450.21      360.69
  1999      168.06      130.72
  total   52135.23    49101.03

At 3 %, R's ChainLadder 0.2.21 has 49,101.03 for these payouts in the middle of years, a mean term of
2.06839 and a duration of 1.98943 years; of Taylor and Ashe's 17,381,601.89, 2.49336 and 2.38514:

  $ hz-project -r 0.03 --mean-term raa_run_off.csv
  payout,discounted,mean_term_years,duration_years
  52135.23,49101.03,2.0684,1.9894
  $ awk -F, -v OFS=, '/^[0-9]/ { $1 += 2000 } 1' $data/taylor_ashe.csv | hz-reserve --run-off |
  > hz-project -r 0.03 -m --decimals 5
  payout,discounted,mean_term_years,duration_years
  18680855.61192,17381601.89402,2.49336,2.38514

At 5 %, it has 47,280.33694 for RAA; for the ABC triangle 4,908,473.21901 at 3 % and 4,691,744.54449 at 5 %, 2.52089 and
2.38886 years, for UK Motor 27,294.24549 and 26,463.75534, 1.67169 and 1.62234 years. Duration divided by 1 + the rate is
modified duration:

  $ hz-project -r 0.05 -m --decimals 5 raa_run_off.csv | tail -n 1
  52135.22826,47280.33694,2.06839,1.94046
  $ for t in abc uk_motor; do
  >     for r in 3% 5%; do hz-reserve --run-off $data/$t.csv | hz-project -r $r -m --decimals 5 | tail -n 1; done
  > done
  5277760.35763,4908473.21901,2.52089,2.38886
  5277760.35763,4691744.54449,2.52089,2.30814
  28655.77293,27294.24549,1.67169,1.62234
  28655.77293,26463.75534,1.67169,1.59128

  $ hz-project -m raa.csv
  payout,mean_term_years
  52135.23,2.0684

The sum is the IBNR, to the last digit printed, with any number of decimals:

  $ sum() { awk -F, '/^total/ { total = $2 } /^[12]/ { sum += $2 } END { printf "%.'$1'f %s\n", sum, total }'; }
  $ ibnr() { tail -n 1 | cut -d , -f 5; }
  $ for d in 0 1 2 3 4 6 8 10 12 15; do
  >     hz-reserve --decimals $d $data/raa.csv > r.csv
  >     echo "$d: $(hz-project --decimals $d r.csv | sum $d) $(ibnr < r.csv)"
  > done
  0: 52135 52135 52135
  1: 52135.2 52135.2 52135.2
  2: 52135.23 52135.23 52135.23
  3: 52135.228 52135.228 52135.228
  4: 52135.2283 52135.2283 52135.2283
  6: 52135.228261 52135.228261 52135.228261
  8: 52135.22826121 52135.22826121 52135.22826121
  10: 52135.2282612102 52135.2282612102 52135.2282612102
  12: 52135.228261210155 52135.228261210155 52135.228261210155
  15: 52135.228261210155324 52135.228261210155324 52135.228261210155324

Methods side by side are projections of their own:

  $ hz-reserve -m chain-ladder,bornhuetter-ferguson,expected -p 0.83 \
  > -e <(sed 's/^\([1-6]\),/202\1,/' $data/bf_textbook_3_exposure.csv) \
  > <(sed 's/^\([1-6]\),/202\1,/' $data/bf_textbook_3.csv) > methods.csv
  $ hz-project methods.csv | grep -e period -e total
  method,period,payout
  chain-ladder,total,2896.54
  bornhuetter-ferguson,total,2682.20
  expected,total,723.12
  $ tail -n 3 methods.csv | cut -d , -f 1,2,6
  chain-ladder,total,2896.54
  bornhuetter-ferguson,total,2682.20
  expected,total,723.12

So are groups; quarterly payouts of yearly origins, through --run-off:

  $ hz-triangle --grain Y:Q --as-of 2022-12-31 --by plan "$ROOT/data/sample/claims.csv" > quarters.csv
  $ grep -e plan -e hospital quarters.csv | hz-reserve --run-off | hz-project -r 2% | head -n 4
  plan,period,payout,discounted
  hospital,2023Q1,24130.56,24070.90
  hospital,2023Q2,4566.52,4532.73
  hospital,2023Q3,2050.42,2025.20

A tail is paid in the year after the last:

  $ hz-reserve --tail 1.05 $data/raa.csv | hz-project | tail -n 3
  1999,970.30
  2000,920.12
  total,62791.34
  $ hz-reserve --tail 1.05 --run-off $data/raa.csv | hz-project | tail -n 3
  1999,970.31
  2000,920.12
  total,62791.34

Longer periods are sums; shorter ones nobody knows:

  $ grep -e plan -e hospital quarters.csv | hz-reserve --run-off > hospital.csv
  $ hz-project --grain year hospital.csv | head -n 2
  plan,period,payout
  hospital,2023,33180.73
  $ hz-project hospital.csv | awk -F, '$2 ~ /^2023Q/ { sum += $3 } END { printf "%.2f\n", sum }'
  33180.73
  $ hz-project --grain quarter raa.csv
  hz-project: raa.csv: payouts by year cannot be told by quarter: expected a triangle with shorter development periods
  [1]

Straight from a triangle, with the standard errors of Mack's model; that of the total is Mack's 26,909.01:

  $ hz-project --errors $data/raa.csv > errors.csv
  $ tail -n 3 errors.csv
  1998,450.21,651.02
  1999,168.06,314.26
  total,52135.23,26909.01

The error of the next period is the root of the sum of sigma^2 C + se^2 C^2 over the latest diagonal, and
the last period has one origin alone, of which Mack's recursion gives the rest:

  $ hz-reserve --factors --decimals 12 $data/raa.csv > factors.csv
  $ tail -n +2 $data/raa.csv | sort -t, -k1,1 -k2,2n | awk -F, '
  > NR == FNR { if (FNR > 1) { se[$1] = $3; sigma[$1] = $4 } next }
  > { age[$1] = $2; value[$1] = $3 }
  > END { for (o in age) if (age[o] < 10) { c = value[o]; k = age[o]; v += sigma[k]^2 * c + se[k]^2 * c^2 }
  >       printf "%.2f\n", sqrt(v) }' factors.csv -
  9210.62
  $ sed -n 2p errors.csv
  1991,17501.42,9210.62

Errors of years are found from all of the years' payments; the total's does not depend on the periods:

  $ hz-triangle --grain Q:Q --as-of 2022-12-31 $ROOT/data/sample/claims.csv > q.csv
  $ hz-project --errors --grain year q.csv | cut -d , -f 3 | sed -n '$p' > by-year
  $ hz-project --errors q.csv | cut -d , -f 3 | sed -n '$p' | diff - by-year

A curve has rates by term; a flat one is a rate. Between two terms the rate is on the line through theirs:

  $ printf 'term,rate\n1,0.03\n' > flat.csv
  $ hz-project --curve flat.csv --mean-term raa_run_off.csv
  payout,discounted,mean_term_years,duration_years
  52135.23,49101.03,2.0684,1.9894
  $ printf 'term,rate\n0.5,0.02\n8.5,0.03\n' > curve.csv
  $ hz-project --curve curve.csv raa.csv | tail -n 1
  total,52135.23,49725.41
  $ hz-project raa.csv | awk -F, '$1 ~ /^1/ { t = NR - 1.5; v += $2 / (1 + 0.02 + 0.01 * (t - 0.5) / 8)^t }
  > END { printf "%.2f\n", v }'
  49725.41
  $ printf 'term,rate\n1,0.02\n5,0.03\n' > short.csv
  $ hz-project --curve short.csv raa.csv
  hz-project: short.csv:3: the curve ends at 5 years, and an amount is 8.5 years away: add a term
  [1]
  $ printf 'term,rate\n1,0.02\n2,\n3,0.03\n' | hz-project --curve - raa.csv
  hz-project: <stdin>:3:3: rate: "" is not a number (expected 1234.5, without separators)
  [1]
  $ printf 'term,rate\n2,0.02\n1,0.03\n' | hz-project --curve - raa.csv
  hz-project: <stdin>:3:1: term: "1" is no term here: expected years of 0 or more that rise
  [1]
  $ printf 'term,rate\n2,-1\n' | hz-project --curve - raa.csv
  hz-project: <stdin>:2:3: rate: "-1" is no rate: expected more than -1 (0.03 is 3%)
  [1]
  $ hz-project --curve flat.csv --rate 3% raa.csv
  hz-project: --rate and --curve both say what to discount at: choose one
  try: hz-project --help
  [2]
  $ hz-project --tail 1.05 raa.csv
  hz-project: --tail goes with --errors: without it, the tail is that of hz-reserve --tail
  try: hz-project --help
  [2]

What cannot be projected:

  $ hz-reserve $data/bf_textbook_3.csv | hz-project
  hz-project: <stdin>:2:1: origin: "1" is not a period of the calendar: name the origins of the triangle 2021, 2021Q3 or 2021-07
  [1]
  $ hz-reserve --run-off $data/bf_textbook_3.csv | hz-project
  hz-project: <stdin>:2:5: period: empty, for the origins are no calendar periods (2021, 2021Q3, 2021-07), or a step from age to age is none: then take ages by month (hz-triangle --grain year:month)
  [1]
  $ grep -v 1985 raa.csv | hz-project
  hz-project: <stdin>:5:1: origin: 1985 is missing between 1984 and 1986, and with it the factor of its age: read hz-reserve --run-off instead
  [1]
  $ sed 's/16339.44/16339.94/' raa.csv | hz-project
  hz-project: <stdin>:12:28: total: 52135.23 is not what the rows add up to, 52135.71: one is missing or has been changed
  [1]
  $ (cat raa_run_off.csv; tail -n 1 raa_run_off.csv) | hz-project
  hz-project: <stdin>:48:1: total: stands on line 47 already
  [1]
  $ hz-reserve --factors $data/raa.csv | hz-project
  hz-project: <stdin>: there is no column "origin"; the header has: age,factor,se,sigma,to_ultimate
  [1]
  $ hz-project < /dev/null
  hz-project: <stdin>: empty: a header line was expected
  [1]
  $ head -n 1 raa.csv | hz-project
  hz-project: <stdin>: there is no row: expected the reserve of an origin in each
  [1]
  $ hz-project < $data/raa.csv
  hz-project: <stdin>: there is no column "development_to_ultimate"; the header has: origin,development,value
  [1]
  $ hz-project --rate -0.6 raa.csv
  hz-project: --rate: -0.6 is out of range (-0.5 to 10, that is -50% to 1000%)
  try: hz-project --help
  [2]
  $ hz-project --rate three raa.csv
  hz-project: --rate: "three" is not a number
  try: hz-project --help
  [2]
  $ hz-project raa.csv > /dev/full
  hz-project: <stdout>: cannot write: No space left on device
  [3]

Payouts in the prices of now grow with prices: 100 in a year at 10 % are 110, 100 in two years 121.

  $ printf 'origin,development,period,value\n2021,2,2022,100\n2021,3,2023,100\n' | hz-project --inflation 10%
  period,payout
  2022,110.00
  2023,121.00
  total,231.00

Totals over groups, period by period, of a table that may have such totals itself:

  $ { echo office,line,origin,development,value
  >   sed -n 's/^\(personal_paid\|commercial_paid\),\(.*\),\(.*\),\(.*\)/a,\1,\2,\3,\4/p; s/^personal_incurred,/b,&/p' \
  >     $ROOT/data/published/auto_lines.csv; } |
  >     awk -F, -v OFS=, 'NR > 1 { $3 += 2000 } { print }' > two.csv
  $ hz-reserve --totals two.csv | hz-project --totals | grep -e ,2011, -e ,total, | grep -v '^b'
  a,personal_paid,2011,284945.23,period
  a,personal_paid,total,624246.82,total
  a,commercial_paid,2011,141984.35,period
  a,commercial_paid,total,428780.58,total
  a,total,2011,426929.58,subtotal
  a,total,2012,267475.98,subtotal
  a,total,2013,165112.68,subtotal
  a,total,2014,93858.75,subtotal
  a,total,2015,51327.62,subtotal
  a,total,2016,25537.98,subtotal
  a,total,2017,13826.37,subtotal
  a,total,2018,5965.69,subtotal
  a,total,2019,2992.75,subtotal
  a,total,total,1053027.40,subtotal
  total,total,2011,425300.61,all
  total,total,2012,265063.33,all
  total,total,2013,162771.46,all
  total,total,2014,93764.47,all
  total,total,2015,52788.39,all
  total,total,2016,26716.66,all
  total,total,2017,14568.98,all
  total,total,2018,6283.25,all
  total,total,2019,3340.71,all
  total,total,total,1050597.86,all
  $ hz-reserve two.csv | hz-project --no-total --level | sed -n '1,2p'
  office,line,period,payout,level
  a,personal_paid,2011,284945.23,period
  $ hz-reserve two.csv | hz-project --totals --mean-term
  office,line,payout,mean_term_years,level
  a,personal_paid,624246.82,1.5791,total
  b,personal_incurred,-2429.54,-5.1887,total
  a,commercial_paid,428780.58,2.1030,total
  a,total,1053027.40,1.7924,subtotal
  b,total,-2429.54,-5.1887,subtotal
  total,total,1050597.86,1.8085,all
  $ hz-project --errors --totals --dependence independent two.csv | grep total,2011
  a,total,2011,426929.74,17341.88,subtotal
  b,total,2011,-1628.77,19489.95,subtotal
  total,total,2011,425300.97,26088.29,all
  $ hz-project --errors two.csv | awk -F, '$3 == 2011 { sum += $5 ^ 2 } END { printf "%.2f\n", sqrt(sum) }'
  26088.29
  $ hz-project --errors --totals two.csv | grep total,total,2011
  total,total,2011,425300.97,,all
  $ hz-reserve $ROOT/data/published/uk_motor.csv | hz-project --totals
  hz-project: <stdin>: there are no groups to add up: leave out --totals
  [1]

What factors to ultimate cannot tell, payments can: of methods without such factors, of a tail that
takes several ages, and of origins with factors of their own.

  $ hz-reserve -m odp $data/raa.csv 2>&1 | hz-project
  hz-project: <stdin>:2:15: development_to_ultimate: empty, for this method has no factors that payouts could follow: read hz-reserve --run-off
  [1]
  $ hz-reserve -m odp --run-off $data/raa.csv 2>&1 | hz-project > odp
  $ hz-reserve -m chain-ladder --run-off $data/raa.csv | hz-project | diff - odp
  $ hz-reserve --tail 1.05 --tail-decay 0.5 $data/raa.csv | hz-project
  hz-project: <stdin>:2:42: the tail comes in 10 ages, which the factors do not tell: read hz-reserve --run-off
  [1]
  $ hz-reserve --tail 1.05 --tail-decay 0.5 --run-off $data/raa.csv | hz-project | wc -l
  21
  $ printf 'ages:\n  - {origin: 1989, age: 3, factor: 1.5}\n' > own.yaml
  $ hz-reserve --selections own.yaml $data/raa.csv | hz-project
  hz-project: <stdin>:10:43: this origin has factors of its own, so that its factor to ultimate does not tell how the others develop: read hz-reserve --run-off
  [1]

The same reserve comes out either way:

  $ hz-reserve --selections own.yaml --run-off $data/raa.csv | hz-project | tail -1 | cut -d, -f2 > by-age
  $ hz-reserve --selections own.yaml $data/raa.csv | tail -1 | cut -d, -f5 | diff by-age -

One group that is refused is told and left out, from reserves and from triangles:

  $ (echo kind,origin,development,value; for kind in a b; do grep '^19' $data/raa.csv | sed "s/^/$kind,/"; done) > kinds.csv
  $ hz-reserve kinds.csv | sed '/^b,1983/s/1.026309/0/' | hz-project | cut -d, -f1 | uniq -c
  hz-project: <stdin>:15:17: development_to_ultimate: 0 is not a factor that payouts can follow: expected one above 0
        1 kind
       10 a
  $ (cat kinds.csv; echo b,1981,1,5) | hz-project --errors | cut -d, -f1 | uniq -c
  hz-project: <stdin>:112:10: kind b: origin 1981, development 1: this cell stands twice
        1 kind
       10 a

A valuation in the middle of a year, at 31 August: 121 claims, each its day, its day of payment and its amount. Summed
by origin year and by month of age, a chain ladder written in Python, the calendar month of each cell from its origin and
age) leaves 16,072.78, of which 6,861.34 is paid in what is left of 2023, then 8,166.64, 837.56 and 207.24:

  $ { echo claim,event,report,transaction,paid,case_estimate,status
  >   tr ' ' '\n' <<'END' | awk -F. 'NF { printf "C%d,20%s,20%s,20%s,%s,0,paid\n", ++n, $1, $1, $2, $3 }'; } > claims.csv
  > 18-01-20.18-03-19.467 18-01-26.18-09-17.857 18-02-21.19-07-17.129 18-02-27.18-07-02.355
  > 18-03-21.18-03-31.260 18-03-04.18-06-04.352 18-04-13.18-09-16.687 18-04-08.18-04-10.321
  > 18-05-14.18-07-18.884 18-05-13.18-06-16.173 18-06-05.18-12-14.555 18-06-05.18-07-03.105
  > 18-07-07.19-04-30.269 18-07-28.18-09-02.421 18-08-07.19-01-08.794 18-08-21.18-10-05.807
  > 18-09-07.20-07-17.492 18-09-10.18-09-14.524 18-10-06.20-04-07.370 18-10-03.18-12-22.717
  > 18-11-19.18-11-19.794 18-11-23.19-02-13.417 18-12-12.19-11-18.592 18-12-23.19-03-08.592
  > 19-01-16.19-09-16.158 19-01-09.21-01-16.123 19-02-24.19-05-23.513 19-02-01.19-07-10.528
  > 19-03-12.19-06-14.109 19-03-15.19-03-24.285 19-04-20.20-12-31.301 19-04-04.20-01-10.573
  > 19-05-12.19-10-02.637 19-05-09.20-03-02.210 19-06-19.20-03-20.476 19-06-28.19-09-06.543
  > 19-07-03.19-08-18.625 19-07-20.19-10-18.251 19-08-11.19-10-14.819 19-08-18.19-09-06.802
  > 19-09-11.19-11-23.180 19-09-21.19-10-23.805 19-10-10.22-11-27.265 19-10-24.19-11-02.715
  > 19-11-18.21-04-15.132 19-11-08.20-08-03.452 19-12-27.20-02-22.766 19-12-14.20-01-14.753
  > 20-01-02.20-11-20.442 20-01-27.20-03-13.849 20-02-19.21-10-09.745 20-02-26.20-06-11.272
  > 20-03-14.20-06-15.160 20-03-28.20-07-15.244 20-04-15.21-09-07.735 20-04-28.20-06-04.634
  > 20-05-15.22-02-18.805 20-05-24.20-08-08.380 20-06-10.20-10-15.250 20-06-04.20-09-06.644
  > 20-07-06.21-01-19.611 20-07-28.20-10-18.191 20-08-16.20-10-18.900 20-08-18.21-09-26.469
  > 20-09-03.21-07-08.893 20-09-12.21-05-07.779 20-10-02.21-07-14.472 20-10-18.21-06-18.387
  > 20-11-27.21-04-08.888 20-11-23.21-08-01.448 20-12-21.21-01-29.111 20-12-16.21-05-23.356
  > 21-01-11.21-08-21.574 21-01-10.21-12-15.762 21-02-22.22-01-07.456 21-02-09.21-09-03.855
  > 21-03-27.21-07-10.276 21-03-28.22-05-05.560 21-04-12.22-12-30.630 21-04-05.21-09-02.270
  > 21-05-07.22-05-04.588 21-05-10.21-12-31.836 21-06-22.22-03-11.275 21-06-20.22-04-19.694
  > 21-07-17.22-02-21.530 21-07-10.22-01-21.893 21-08-28.22-03-18.837 21-08-01.21-09-13.700
  > 21-09-15.22-03-29.285 21-09-08.22-06-19.284 21-10-21.22-07-01.582 21-10-08.21-11-13.236
  > 21-11-04.22-01-19.285 21-11-16.21-12-28.136 21-12-14.22-04-18.489 21-12-22.22-06-29.704
  > 22-01-07.22-03-02.482 22-01-01.22-03-28.385 22-02-28.22-06-13.217 22-02-23.23-02-14.482
  > 22-03-02.22-08-08.408 22-03-04.22-05-12.624 22-05-27.22-06-23.519 22-05-27.22-11-08.651
  > 22-06-12.22-10-16.260 22-06-20.22-09-24.588 22-07-20.22-08-08.777 22-08-01.22-11-05.433
  > 22-09-18.22-10-18.744 22-09-19.22-12-22.542 22-10-08.23-02-21.591 22-10-23.23-01-26.262
  > 22-11-20.23-05-19.858 22-11-10.23-03-27.525 22-12-01.23-02-15.414 23-01-05.23-05-14.224
  > 23-01-22.23-08-04.554 23-02-08.23-04-18.900 23-03-01.23-07-09.673 23-03-09.23-05-03.585
  > 23-04-26.23-05-03.601
  > END
  $ hz-triangle --grain year:month --as-of 2023-08-31 claims.csv | hz-reserve --run-off | hz-project -g year
  period,payout
  2023,6861.34
  2024,8166.64
  2025,837.56
  2026,207.24
  total,16072.78

By years alone the periods are years from September on; the payments are those of the months of each (the sums
of the table above by month: 13,598.18 and 2,138.95), by both tables of hz-reserve, and calendar years are refused:

  $ hz-triangle --grain year:month --as-of 2023-08-31 claims.csv | hz-reserve --run-off | hz-project -g month |
  >     awk -F, '$1 >= "2023-09" && $1 < "2024-09" { a += $2 } $1 >= "2024-09" && $1 < "2025-09" { b += $2 } END { printf "%.2f %.2f\n", a, b }'
  13598.18 2138.95

  $ hz-triangle --grain year --as-of 2023-08-31 claims.csv | hz-reserve --run-off | hz-project
  hz-triangle: 2023 is under way: all ages end as 2023-08-31 does, the first after 0.666666667 of a development period; payments by calendar period are of ages by month (--grain year:month)
  period,payout
  2023-09/2024-08,13598.18
  2024-09/2025-08,2138.95
  2025-09/2026-08,128.41
  2026-09/2027-08,207.24
  total,16072.78
  $ hz-triangle --grain year --as-of 2023-08-31 claims.csv 2> /dev/null > years.csv
  $ hz-reserve --decimals 6 years.csv | hz-project --decimals 1 | sed -n '2p;$p'
  2023-09/2024-08,13598.2
  total,16072.8
  $ hz-project -e years.csv | tail -1
  total,16072.78,12048.09
  $ hz-reserve -m mack years.csv | tail -1 | cut -d, -f6
  12048.09
  $ hz-reserve --run-off years.csv | hz-project -g year
  hz-project: <stdin>: payouts by periods that start within those of the calendar cannot be told by year: expected a triangle with shorter development periods
  [1]

So are triangles whose ages say so, 8, 20 and 32 months; 1,541.67 - 1,500 and 1,500 / 1,200 - 1 of 1,300 come in the year from September:

  $ printf 'origin,8,20,32\n2021,1200,1800,1850\n2022,1000,1500,\n2023,1300,,\n' > early.csv
  $ hz-reserve --run-off early.csv
  origin,development,period,value
  2022,32,2023-09/2024-08,41.666667
  2023,20,2023-09/2024-08,650.000000
  2023,32,2024-09/2025-08,54.166667
  total,,,745.833333
  $ printf 'origin,2,5,8\n2021Q1,1200,1800,1850\n2021Q2,1000,1500,\n2021Q3,1300,,\n' | hz-reserve --run-off | hz-project
  period,payout
  2021-09/2021-11,691.67
  2021-12/2022-02,54.16
  total,745.83
