hz-prospect: what cover in force and cover to be written will pay.

Exposure is days times units, by month; a cover of February to April, of two units, on its own:

  $ printf '%s\n' plan,office,start,end,contribution,units,enter_type \
  > h,61,2023-02-10,2024-02-09,100,2,renew h,61,2022-03-01,2022-03-31,50,1,new \
  > h,61,2024-01-01,2024-12-31,70,1,new > m.csv
  $ hz-prospect members --as-of 2023-12-31 m.csv > e.csv 2>/dev/null; sed -n '1,4p;$p' e.csv
  plan,office,written,period,covers,renewals,contribution,exposure
  h,61,2023-12-31,2023-02,1,1,100.00,38
  h,61,2023-12-31,2023-03,0,0,0.00,62
  h,61,2023-12-31,2023-04,0,0,0.00,60
  h,61,2022-12-31,2022-03,1,0,50.00,31
  $ hz-prospect members -d 2023-12-31 --quiet m.csv | awk -F, 'NR > 1 { sum += $8 } END { print sum }'
  761

With a waiting band of 30 days, which weighs nothing, and half a weight up to day 60, in halves of days:

  $ hz-prospect members --as-of 2023-12-31 --risk-weights 30:0,60:0.5 --quiet m.csv | awk -F, 'NR > 1 { sum += $8 } END { print sum }'
  1281
  $ echo $(((30 + 2 * 305) * 2 + 1))
  1281

A past that is counted by hand: three claims of 100, 200 and 300, and one that has been paid in part but is
open, and does not count yet; under no change at all:

  $ cat > none.yaml <<END
  > scenario: none
  > growth: 0
  > renewal: 100%
  > lapse: 0
  > price: 0
  > inflation: 0
  > trend: 0
  > END
  $ printf '%s\n' claim,member,plan,office,event,report,transaction,paid,case_estimate,status \
  > 1,a,h,61,2023-02-15,2023-02-16,2023-02-20,100,0,paid 2,b,h,61,2023-03-15,2023-03-16,2023-03-20,200,0,paid \
  > 3,c,h,61,2022-03-10,2022-03-11,2022-03-20,300,0,paid 4,d,h,61,2023-06-10,2023-06-11,2023-06-20,50,70,approved > c.csv
  $ on='claims --as-of 2023-12-31 --exposure e.csv --quiet c.csv'
  $ hz-prospect $on --scenarios none.yaml | cut -d, -f 1-7
  scenario,plan,period,exposure,contribution,payouts,expected
  none,h,2024,731,100.00,3.22,644.37
  none,h,total,731,100.00,3.22,644.37
  none,total,2024,731,100.00,3.22,644.37
  none,total,total,731,100.00,3.22,644.37

Exposures of 2024 are those of the cover in force, 2 x 40 days, and of one like it from 2024-02-10 on, 2 x 325
days; the frequency is 3 claims on the 681 days of the past, and the mean 200:

  $ awk 'BEGIN { n = (2 * 40 + 2 * 325) * 3 / (2 * 325 + 31); printf "%.2f %.2f\n", n, n * 200 }'
  3.22 643.17

Each assumption has its origin:

  $ hz-prospect $on --scenarios none.yaml --assumptions | grep -E 'item|growth|frequency|severity|,known_after_0'
  scenario,plan,office,item,value,error,origin
  none,,,growth,0.000000,,given: none.yaml:2
  none,h,,frequency,0.004405,0.002747,estimated: 3 claims paid and closed
  none,h,,severity,200.000000,57.735027,empirical: 3 claims
  none,,,known_after_0,1.000000,,"estimated: chain ladder of 3 claims, 1 more are open"

Scenarios side by side: growth and price act on cover to be written, lapse on that in force, factors on all;
(1 + 21 %)^-0.5 is 1 / 1.1, so 10 % growth makes up for that price, and the shock counts February's 56 days three times:

  $ sed 's/none/dear/; s/price: 0/price: 21%/; s/growth: 0/growth: 10%/; $a elasticity: -0.5' none.yaml > dear.yaml
  $ sed 's/none/twice/; $a frequency: 2\nbenefit: 0.5' none.yaml > twice.yaml
  $ sed 's/none/shock/; $a pandemic: {from: 2024-02, months: 1, factor: 3}' none.yaml > shock.yaml
  $ awk 'BEGIN { n = (2 * 40 + 2 * 325 + 2 * 56) * 3 / (2 * 325 + 31); printf "%.2f %.2f\n", n, n * 200 }'
  3.71 741.85
  $ hz-prospect $on --scenarios none.yaml,dear.yaml,twice.yaml,shock.yaml | grep total,total | cut -d, -f 1,4-7
  none,731,100.00,3.22,644.37
  dear,731,121.00,3.22,644.37
  twice,731,100.00,6.44,644.37
  shock,731,100.00,3.73,745.44

A change of benefits is priced claim by claim: here a plan that will pay half:

  $ printf '%s\n' plan,count,payable,aid,service_cost,payable_against,difference h,3,600.00,0,0,300.00,300.00 total,3,600.00,0,0,300.00,300.00 > totals.csv
  $ sed 's/none/half/; $a benefits: totals.csv' none.yaml > half.yaml
  $ hz-prospect $on --scenarios half.yaml | grep total,total | cut -d, -f 1,6,7
  half,3.22,322.18
  $ hz-prospect $on --scenarios half.yaml --assumptions | grep ,benefit
  half,h,,benefit,0.500000,,given: totals.csv:2

What an office says of frequency holds for its own rows, not for a plan's:

  $ sed 's/none/office/; $a offices: {"61": {frequency: 2}}' none.yaml > office.yaml
  $ for by in plan office; do hz-prospect $on --scenarios office.yaml --by $by --format tsv | awk -F'\t' 'END { print $(NF - 5) }'; done
  644.37
  1288.74

By month the exposures and payouts add up; by when they are paid, all of them within the month here:

  $ hz-prospect $on --scenarios none.yaml --grain month --months 6 > month.csv; cut -d, -f 2-6 month.csv | sed -n '2,9p'
  h,2024-01,62,0.00,0.27
  h,2024-02,57,100.00,0.25
  h,2024-03,62,0.00,0.27
  h,2024-04,60,0.00,0.26
  h,2024-05,62,0.00,0.27
  h,2024-06,60,0.00,0.26
  h,total,363,100.00,1.60
  total,2024-01,62,0.00,0.27
  $ hz-prospect $on --scenarios none.yaml --grain month --months 6 --basis paid | cmp - month.csv
  $ hz-prospect $on --scenarios none.yaml --by office --grain quarter --level 0.5 --paths 100 --seed 2 | cut -d, -f 1-7
  scenario,plan,office,period,exposure,contribution,payouts
  none,h,61,2024Q1,181,100.00,0.80
  none,h,61,2024Q2,182,0.00,0.80
  none,h,61,2024Q3,184,0.00,0.81
  none,h,61,2024Q4,184,0.00,0.81
  none,h,61,total,731,100.00,3.22
  none,total,,2024Q1,181,100.00,0.80
  none,total,,2024Q2,182,0.00,0.80
  none,total,,2024Q3,184,0.00,0.81
  none,total,,2024Q4,184,0.00,0.81
  none,total,,total,731,100.00,3.22
  $ hz-prospect $on --scenarios none.yaml > one; hz-prospect $on --scenarios none.yaml --threads 3 | cmp - one

Every third of those in force leaves in a year: (2 / 3)^(1 / 24) of January's 62 days, (2 / 3)^(3 / 24) of
February's 18 are left at the middle of the month; half of those who renewed renew again:

  $ sed 's/none/left/; s/lapse: 0/lapse: 0.333333333/; s/renewal: 100%/renewal: 50%/' none.yaml > left.yaml
  $ hz-prospect $on --scenarios left.yaml --decimals 3 | grep total,total | cut -d, -f 4,5
  403.750,50.000
  $ awk 'BEGIN { printf "%.3f %.3f\n", 62 * (2 / 3) ^ (1 / 24) + 18 * (2 / 3) ^ (3 / 24) + 650 / 2, 100 / 2 }'
  403.072 50.000

Amounts grow from the middle of the past exposure: here a month of 31 days and each of 2023 since:

  $ sed 's/none/dearer/; s/inflation: 0/inflation: 10%/; s/trend: 0/trend: 10%/' none.yaml > dearer.yaml
  $ hz-prospect $on --scenarios dearer.yaml --months 1 | grep total,total | cut -d, -f 6,7
  0.29,60.62
  $ awk 'BEGIN { split("38 62 60 62 60 62 62 60 62 60 62", e); sum = 31; moment = 31 * 21.5
  >   for (m = 1; m <= 11; m++) { sum += e[m]; moment += e[m] * (11.5 - m) }
  >   f = 1.1 ^ ((0.5 + moment / sum) / 12); n = 62 * 3 / sum * f; printf "%.2f,%.2f\n", n, n * 200 * f }'
  0.29,60.62

Too few claims to fit are said, with what is used instead:

  $ sed 's/none/fit/; $a severity: gamma' none.yaml > fit.yaml
  $ hz-prospect $on --scenarios fit.yaml | cut -d, -f 1-3,12
  scenario,plan,period,severity
  fit,h,2024,empirical (too few to fit)
  fit,h,total,empirical (too few to fit)
  fit,total,2024,
  fit,total,total,

On a simulated portfolio: distributions where ten payouts or more can be fitted, a mean where one is given, and
what stands in for plans that have had no payout, which is never nothing:

  $ for of in members claims; do hz-simulate $of --enrolments 12000 --from 2020 --years 4 --as-of 2023-12-31 > $of.csv; done
  $ hz-prospect members --as-of 2023-12-31 --quiet members.csv > e12.csv
  $ hz-prospect members --as-of 2023-12-31 --quiet --threads 3 members.csv | cmp - e12.csv
  $ sed 's/none/fits/; $a severity: log-normal\nplans:\n  women: {mean: 10650, cv: 0.6}' none.yaml > fits.yaml
  $ on='claims --as-of 2023-12-31 --exposure e12.csv --quiet claims.csv'
  $ hz-prospect $on --scenarios fits.yaml --decimals 6 > fits.csv; grep -v ',total,' fits.csv | cut -d, -f 2,12
  plan,severity
  accident,log-normal
  allowance,log-normal
  combined,log-normal
  critical,empirical (too few to fit)
  critical3,empirical (too few to fit)
  event,all plans (no payout of its own)
  gift,empirical (too few to fit)
  hospital,log-normal
  savings,all plans (no payout of its own)
  seats,empirical (too few to fit)
  women,given
  $ awk -F, '$2 == "women" && $3 == "total" { print ($7 / $6 > 10600 && $7 / $6 < 10700) }' fits.csv
  1
  $ awk -F, 'NR > 1 && $2 != "total" && !($7 > 0 && $8 > 0) { print "nothing for " $2 }' fits.csv

A fit's mean and the mean of the amounts are both near what the plan pays, 1144.89 (hz-simulate(1)):

  $ hz-prospect $on --scenarios fits.yaml,none.yaml --assumptions | awk -F, '$2 == "hospital" && $4 == "severity" { print $1, ($5 > 900 && $5 < 1400) }'
  fits 1
  none 1

Offices add up to their plans in contributions, and each has a rate of its own, drawn towards its plan's:

  $ hz-prospect $on --scenarios none.yaml --by office --paths 100 | awk -F, '$4 == "total" { if ($2 == "total") t = $6; else s += $6 } END { print (s - t < 1 && t - s < 1) }'
  1
  $ hz-prospect $on --scenarios none.yaml --by office --assumptions | awk -F, '$4 == "relativity" { n++; bad += !($5 > 0 && $6 >= 0) } END { print (n > 100), bad + 0 }'
  1 0

Payments come later than their events, so that fewer of them fall within the year:

  $ for basis in event paid; do hz-prospect $on --scenarios none.yaml --basis $basis | grep total,total | cut -d, -f 7; done | awk '{ v[NR] = $1 } END { print (v[2] < 0.9 * v[1]) }'
  1

A plan that is new, of 5000 persons who are paid 5000 yuan each time. The similar plan has paid 40 times in 20,000
years of cover, so 10 payouts and 50,000 are expected. Were the frequency known, the number would be Poisson: at 95 %
15 payouts suffice, 75,000. It is known from 40 payouts, so the number is negative binomial of size 40, of variance
10 + 100 / 40 = 12.5: 16 payouts suffice, and are exceeded in 4.32 % of years. A person pays 10, 5 and 1 for these:

  $ printf '%s\n' plan,persons,similar,exposure,payouts,mean,cv craft,5000,accident,20000,40,5000,0 > similar.csv
  $ hz-prospect plans --similar similar.csv --price 95%
  hz-prospect: plan craft: one similar plan does not say how plans differ: its price is for a plan just like accident
  plan,persons,frequency,payouts,amount,expected,sd,level,needed,price,pure,chance,doubt,expenses,short
  craft,5000,0.002000,10.00,5000.00,50000.00,17677.67,0.9500,80000.00,16.00,10.00,5.00,1.00,0.00,0.043209
  $ awk 'BEGIN { m = 10; r = 40; c = p = exp(-m); for (k = 0; c < 0.95; c += p *= m / ++k) continue; print k, k * 5000 / 5000
  >   c = p = (r / (r + m)) ^ r; for (k = 0; c < 0.95; c += p *= (r + k++) / k * m / (r + m)) continue
  >   printf "%d %d %.6f %.2f\n", k, k * 5000 / 5000, 1 - c, 5000 * sqrt(m + m * m / r) }'
  15 15
  16 16 0.043209 17677.67

With a fifth of contributions for expenses 16 yuan are left of 20:

  $ hz-prospect plans --similar similar.csv --price 95% --expenses 20% --quiet | cut -d, -f 10-
  price,pure,chance,doubt,expenses,short
  20.00,10.00,5.00,1.00,4.00,0.043209

Two similar plans of 10,000 years each tell how much plans differ. The mean is 0.003; within is 60 payouts over 20,000,
between (2 x 10,000 x 0.002^2 - 0.003) / (20,000 - 10,000), and Z = 10,000 / (10,000 + within / between); a new plan of
that kind is expected to have 0.003 with a variance of between (1 + 1 / (Z + Z)). A stated credibility of 0.7 leaves 0.3:

  $ printf '%s\n' plan,persons,similar,exposure,payouts,mean,cv,credibility aid,5000,hardship,10000,10,5000,0, aid,5000,event,10000,50,5000,0, \
  > set,5000,hardship,10000,10,3000,0.5,0.7 set,5000,event,10000,50,4000,0.5, > two.csv
  $ hz-prospect plans --similar two.csv --price 95%
  plan,persons,frequency,payouts,amount,expected,sd,level,needed,price,pure,chance,doubt,expenses,short
  aid,5000,0.003000,15.00,5000.00,75000.00,87678.39,0.9500,250000.00,50.00,15.00,7.00,28.00,0.00,0.049255
  set,5000,0.002200,11.00,3681.82,40500.00,66170.92,0.9500,172417.59,34.49,8.10,4.85,21.54,0.00,0.049977
  $ hz-prospect plans --similar two.csv --price 95% --assumptions --decimals 9
  plan,similar,item,value,error,origin
  aid,hardship,frequency,0.001000000,0.000316228,"given: two.csv:2, 10 payouts on 10000 years of cover"
  aid,hardship,severity,5000.000000000,0.000000000,given: two.csv:2
  aid,hardship,credibility,0.962500000,,estimated: Bühlmann and Straub
  aid,hardship,share,0.500000000,,estimated: of what is not stated
  aid,event,frequency,0.005000000,0.000707107,"given: two.csv:3, 50 payouts on 10000 years of cover"
  aid,event,severity,5000.000000000,0.000000000,given: two.csv:3
  aid,event,credibility,0.962500000,,estimated: Bühlmann and Straub
  aid,event,share,0.500000000,,estimated: of what is not stated
  aid,,within,0.003000000,,estimated: payouts of all over their exposure
  aid,,between,0.000007700,,estimated: variance of true frequencies
  aid,,frequency,0.003000000,0.003420526,estimated: similar plans by their shares
  aid,,severity,5000.000000000,0.000000000,estimated: similar plans by their payouts
  set,hardship,frequency,0.001000000,0.000316228,"given: two.csv:4, 10 payouts on 10000 years of cover"
  set,hardship,severity,3000.000000000,474.341649025,given: two.csv:4
  set,hardship,share,0.700000000,,given: two.csv:4
  set,event,frequency,0.005000000,0.000707107,"given: two.csv:5, 50 payouts on 10000 years of cover"
  set,event,severity,4000.000000000,282.842712475,given: two.csv:5
  set,event,credibility,0.962500000,,estimated: Bühlmann and Straub
  set,event,share,0.300000000,,estimated: of what is not stated
  set,,within,0.003000000,,estimated: payouts of all over their exposure
  set,,between,0.000007700,,estimated: variance of true frequencies
  set,,frequency,0.002200000,0.003512834,estimated: similar plans by their shares
  set,,severity,3681.818181818,244.885704492,estimated: similar plans by their payouts
  $ awk 'BEGIN { w = 10000; u = 0.003; b = (2 * w * 0.002 ^ 2 - u) / (2 * w - w); z = w / (w + u / b)
  >   e = sqrt(b * (1 + 1 / (2 * z))); printf "%.9f %.9f %.9f\n", b, z, e
  >   printf "%.2f\n", sqrt(15 * 5000 ^ 2 + (75000 * e / 0.003) ^ 2)
  >   f = 0.7 * 0.001 + 0.3 * 0.005; e = sqrt(b * (1 + 0.58) + u * 0.58 / w); s = 0.0007 / f
  >   a = s * 3000 + (1 - s) * 4000; d = sqrt((s * 1500) ^ 2 / 10 + ((1 - s) * 2000) ^ 2 / 50)
  >   m2 = 1.25 * (s * 3000 ^ 2 + (1 - s) * 4000 ^ 2); n = 5000 * f
  >   printf "%.9f %.9f %.9f %.9f %.2f\n", f, e, a, d, sqrt(n * m2 + (n * a) ^ 2 * (e * e / f / f + d * d / a / a)) }'
  0.000007700 0.962500000 0.003420526
  87678.39
  0.002200000 0.003512834 3681.818181818 244.885704492 66170.92

Few persons with rare payouts: nothing suffices in 99 % of years, but the price is what is expected all the same:

  $ printf '%s\n' plan,persons,similar,exposure,payouts,mean,cv few,10,accident,20000,10,5000,0 > few.csv
  $ hz-prospect plans --similar few.csv --price 99% --quiet | cut -d, -f 1,2,4,6,9-
  plan,persons,payouts,expected,needed,price,pure,chance,doubt,expenses,short
  few,10,0.01,25.00,0.00,2.50,2.50,0.00,0.00,0.00,0.004986

What is refused:

  $ refuse() { (sed -n 1p two.csv; printf '%s\n' "$@") > bad.csv; hz-prospect plans --similar bad.csv --price 95%; }
  $ refuse a,10,b,100,1,50,0,0.7
  hz-prospect: bad.csv:2:1: plan a: the stated credibilities add up to 0.7: expected 1, or less and an empty cell that takes the rest
  [1]
  $ refuse a,10,b,100,1,50,0,0.7 a,10,c,100,1,50,0,0.5
  hz-prospect: bad.csv:2:1: plan a: the stated credibilities add up to 1.2: expected 1, or less and an empty cell that takes the rest
  [1]
  $ refuse a,10,b,100,0,50,0,
  hz-prospect: bad.csv:2:1: plan a: similar plans without a payout say nothing of a price: expected one that has had some
  [1]
  $ refuse a,10,b,100,1,50,0, a,11,c,100,1,50,0,
  hz-prospect: bad.csv:3:3: 11 persons, and 10 in line 2: expected the same in all rows of plan a
  [1]
  $ refuse a,10,b,100,1,50,0, a,10,b,100,1,50,0,
  hz-prospect: bad.csv:3:6: b is in line 2 already: expected one row for each similar plan
  [1]
  $ refuse a,0,b,100,1,50,0,
  hz-prospect: bad.csv:2:3: persons: "0" is out of bounds: expected above 0, up to 2000000000
  [1]
  $ refuse a,10,b,100,1,0,0,
  hz-prospect: bad.csv:2:14: a mean payout of 0: expected an amount above 0
  [1]
  $ refuse a,10,b,100,1,1e9,0,
  hz-prospect: bad.csv:2:14: "1e9" is not an amount: expected yuan in plain digits, such as 1234.50
  [1]
  $ refuse a,10,b,100,1,50,0,120%
  hz-prospect: bad.csv:2:19: credibility: "120%" is not a number (expected 1234.5, without separators)
  [1]
  $ refuse a,10,,100,1,50,0,
  hz-prospect: bad.csv:2:6: empty: expected the name of a plan
  [1]
  $ refuse
  hz-prospect: bad.csv: no rows: expected one for each similar plan
  [1]
  $ hz-prospect plans --similar e.csv --price 95%
  hz-prospect: e.csv: there is no column "similar"; the header has: plan,office,written,period,covers,renewals,contribution,exposure
  [1]
  $ hz-prospect plans --similar similar.csv
  hz-prospect: new plans are priced with --similar FILE and --price P: 95% is short in one year of twenty
  try: hz-prospect --help
  [2]
  $ hz-prospect plans --similar similar.csv --price 95% --as-of 2023-12-31
  hz-prospect: a price is for a year of persons, on no exposures: --as-of, --exposure, --scenarios and --risk-weights go with members and claims
  try: hz-prospect --help
  [2]
  $ hz-prospect members --price 95% m.csv
  hz-prospect: --similar, --price and --expenses go with plans: hz-prospect plans
  try: hz-prospect --help
  [2]
  $ hz-prospect members m.csv
  hz-prospect: --as-of DATE is required
  try: hz-prospect --help
  [2]

Bad input: all faults of a scenario at once, with their places.

  $ cat > bad.yaml <<END
  > growth: -200%
  > renewl: 1
  > lapse: many
  > price: 5%
  > inflation:
  > trend: 0
  > plans:
  >   hh: {growth: 1%}
  > offices:
  >   "62": {lapse: -1%}
  >   "61": {cv: 1}
  > pandemic: {from: 2024, months: 3, factor: 2}
  > END
  $ on='claims --as-of 2023-12-31 --exposure e.csv --quiet c.csv'
  $ hz-prospect $on --scenarios bad.yaml
  hz-prospect: bad.yaml:1:9: growth: "-200%" is out of bounds: expected -100% to 1000%
  hz-prospect: bad.yaml:2:9: renewl: no such key here: did you mean "renewal"?
  hz-prospect: bad.yaml:3:8: lapse: "many", where a number or a percentage like 0.8 or 80% is wanted
  hz-prospect: bad.yaml:5:11: inflation: no value, where a number or a percentage like 0.8 or 80% is wanted
  hz-prospect: bad.yaml:8:7: hh: the records have no such plan: is it h?
  hz-prospect: bad.yaml:10:9: 62: the records have no such office: is it 61?
  hz-prospect: bad.yaml:10:17: lapse: "-1%" is out of bounds: expected 0% to 100%
  hz-prospect: bad.yaml:12:11: pandemic: expected from (a month, 2024-03), months and factor
  hz-prospect: bad.yaml:1:1: there is no renewal: no rate has a usual value, expected it (0 for none)
  hz-prospect: bad.yaml:1:1: line 4 changes a price: expected elasticity too (0: as many enrol)
  hz-prospect: bad.yaml:1:1: line 11: an office has no cv of its own: expected it for a plan
  hz-prospect: bad.yaml: 11 faults: the scenario is not used
  [1]
  $ printf '%s\n' plan,payable,payable_against h,0,1 > totals.csv; hz-prospect $on --scenarios half.yaml
  hz-prospect: totals.csv:2:3: plan h: 0 against 1 says nothing of what a change costs: expected claims that are paid for
  [1]
  $ printf '%s\n' plan,payable h,0 > totals.csv; hz-prospect $on --scenarios half.yaml
  hz-prospect: totals.csv: there is no column "payable_against"; the header has: plan,payable
  [1]
  $ hz-prospect $on --scenarios gone.yaml
  hz-prospect: gone.yaml: cannot open: No such file or directory
  [3]
  $ hz-prospect $on
  hz-prospect: claims are projected with --exposure FILE and --scenarios FILE,... (--risk-weights goes with members)
  try: hz-prospect --help
  [2]
  $ hz-prospect claims --as-of 2023-12-30 -e e.csv -s none.yaml c.csv
  hz-prospect: a valuation in the middle of a month: expected its last day
  try: hz-prospect --help
  [2]
  $ hz-prospect claims --as-of 2023-11-30 -e e.csv -s none.yaml c.csv
  hz-prospect: e.csv:2:6: "2023-12-31" is no day up to the valuation: make the table with the same --as-of
  [1]
  $ hz-prospect claims --as-of 2024-11-30 -e e.csv -s none.yaml c.csv
  hz-prospect: e.csv:2:6: "2023-12-31" is not whole years before the valuation: make the table with the same --as-of
  [1]
  $ sed 's/2023-02-15/2022-02-15/' c.csv > early.csv
  $ hz-prospect claims --as-of 2023-12-31 -e e.csv -s none.yaml --quiet early.csv
  hz-prospect: e.csv: claim 1 of plan h, office 61, in 2022-02 has no cover here: expected the exposures of all members
  [1]
  $ sed 's/,h,/,x,/' c.csv > other.csv
  $ hz-prospect claims --as-of 2023-12-31 -e e.csv -s none.yaml --quiet other.csv
  hz-prospect: e.csv: claim 1 of plan x, office 61, in 2023-02 has no cover here: expected the exposures of all members
  [1]
  $ head -n 1 c.csv | hz-prospect claims --as-of 2023-12-31 -e e.csv -s none.yaml --quiet
  hz-prospect: no claim has been paid and closed by the valuation: there is nothing to estimate from
  [1]
  $ sed 's/,[0-9]*$/,-1/' e.csv > negative.csv
  $ hz-prospect claims --as-of 2023-12-31 -e negative.csv -s none.yaml --quiet c.csv
  hz-prospect: negative.csv:2:36: -1 is negative: expected 0 or more; a record takes back a cover that is not there, which hz-check members finds
  [1]
  $ (cat e.csv; echo i,61,2023-12-31,2024-01,1,0,10.00,31) > new.csv
  $ hz-prospect claims --as-of 2023-12-31 -e new.csv -s none.yaml --quiet c.csv
  hz-prospect: new.csv: plan i has no cover up to the valuation that weighs anything: nothing says what it will pay, leave it out
  [1]
  $ head -n 1 e.csv > empty.csv; hz-prospect claims --as-of 2023-12-31 -e empty.csv -s none.yaml --quiet c.csv
  hz-prospect: empty.csv: no cover up to the valuation: there is nothing to estimate from
  [1]

A claim that names no member is of a person of its own, whether the column or the cell is missing: 3 claims of 3
persons are dispersed by (1 + 1 + 1) / 3 = 1, and two of one person, a third of another by (4 + 1) / 3:

  $ dispersion() { hz-prospect claims -d 2023-12-31 -e e.csv -s none.yaml -a --quiet "$1" | grep ,dispersion, | cut -d, -f 5; }
  $ sed -E 's/^([0-9]),[a-d],/\1,,/' c.csv > cells.csv; cut -d, -f 1,3- c.csv > column.csv; sed 's/^2,b/2,a/' c.csv > twice.csv
  $ for file in c cells column twice; do dispersion $file.csv; done
  1.000000
  1.000000
  1.000000
  1.666667

The rows of a claim are one claim, whatever they correct: its event and its member are those of the latest row that
has one, in any order. Claim 1 is paid 100 and 50, with an event that was put right in between, and 2 is 150:
2 claims of 300 / 2 = 150; both are member a's: (2 x 2) / 2 = 2.

  $ printf '%s\n' claim,member,plan,office,event,report,transaction,paid,case_estimate,status \
  > 1,a,h,61,2023-03-05,2023-03-06,2023-03-20,100,0,paid 1,,h,61,2023-02-15,2023-02-15,2023-04-20,50,0,closed \
  > 2,a,h,61,2023-02-15,2023-02-16,2023-04-20,150,0,closed > right.csv
  $ of() { hz-prospect claims -d 2023-12-31 -e e.csv -s none.yaml -a --quiet "$@" | grep -E 'severity|dispersion' | cut -d, -f 5,7; }
  $ of right.csv
  2.000000,"estimated: claims of the same member
  150.000000,empirical: 2 claims
  $ (sed 1q right.csv; sed 1d right.csv | tac) | of | cmp - <(of right.csv)
  $ sed '/50,0,closed/s/2023-02-15/2023-04-15/g' right.csv | of
  hz-prospect: claim 1 was paid in 2023-03, before the event of its latest row, in 2023-04: expected the same event in all of its rows

A month may have more given back, or taken back, than begun: 50.00 of the 100.00 for m1 in June, whose cover has ended,
and of two covers one in March, which had begun in February and whose reversal says the wrong month. The next year is
written as the last one, 140.00 - 70.00 in all, for 182 days of m1, 366 of m2 and 29 of m3, of a leap year:

  $ printf '%s\n' plan,office,start,end,contribution,ended,entry,member h,61,2023-01-01,2023-12-31,100,2023-06-30,,m1 \
  > h,61,2023-01-01,2023-12-31,-50,2023-06-30,refund,m1 h,61,2023-01-01,2023-12-31,20,,,m2 h,61,2023-02-01,2023-12-31,20,,,m3 \
  > h,61,2023-03-01,2023-12-31,-20,,,m3 > back.csv
  $ hz-prospect members -d 2023-12-31 --quiet back.csv | tee back.table | sed -n '4p;7p'
  h,61,2023-12-31,2023-03,-1,0,-20.00,62
  h,61,2023-12-31,2023-06,0,0,-50.00,60
  $ printf '%s\n' claim,plan,office,event,report,transaction,paid,case_estimate,status 1,h,61,2023-03-05,2023-03-06,2023-03-20,100,0,closed > one.csv
  $ hz-prospect claims -d 2023-12-31 -e back.table -s none.yaml --quiet one.csv | grep total,total | cut -d, -f 4,5
  577,70.00

But not in all of the year:

  $ sed '/,m3$/!b; /,20,/d' back.csv | hz-prospect members -d 2023-12-31 --quiet | sed 's/,-1,0,/,-4,0,/' > back.table
  $ hz-prospect claims -d 2023-12-31 -e back.table -s none.yaml --quiet one.csv
  hz-prospect: back.table: -2 covers of plan h, office 61, and 0 renewals were written in the last twelve months: expected 0 or more; a record takes back a cover that is not there, which hz-check members finds
  [1]
