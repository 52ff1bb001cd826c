hz-ledger and hz-fund: from records to the statement of a fund.

  $ for what in members claims; do hz-simulate $what --enrolments 20000 > $what.csv; done
  $ hz-ledger members --from 2020 --to 2029 members.csv > m.csv
  $ hz-ledger claims --from 2020 --to 2029 claims.csv > c.csv
  $ terms=$ROOT/data/fund_synthetic.yaml
  $ cat m.csv c.csv > ledger.csv

Contributions, covers and payouts are those of the records:

  $ sum() { awk -F, -v item=$1 '$5 == item { sum += $6 } END { printf "%.2f\n", sum }' ledger.csv; }
  $ awk -F, 'NR > 1 { sum += $6 } END { printf "%.2f\n", sum }' members.csv; sum contribution_other
  1478207.00
  1478207.00
  $ awk -F, 'NR > 1 && $12 == 0 { sum += $9 } END { printf "%.2f\n", sum }' claims.csv; sum paid
  822050.65
  822050.65
  $ awk -F, 'NR > 1 && $12 == 1 { sum += $9 } END { printf "%.2f\n", sum }' claims.csv; sum aid
  11687.77
  11687.77

The unearned part is that of hz-unearned, give or take half a fen a cover:

  $ awk -F, '$5 == "unearned" && $4 == 2022 { sum += $6 } END { printf "%.1f\n", sum }' m.csv
  122399.6
  $ awk -F, 'NR == 1 || $4 < "2023"' members.csv | hz-unearned --quiet --as-of 2022-12-31 | tail -n 1 |
  > awk -F, '{ printf "%.1f\n", $4 }'
  122399.6

Case estimates stand until a claim's next transaction, here in 2021; closed claims have none:

  $ printf '%s\n' claim,plan,office,event,report,transaction,paid,case_estimate,status,ex_gratia \
  > 1,h,6101,2020-02-01,2020-03-01,2020-03-01,0,500,reported,0 \
  > 1,h,6101,2020-02-01,2020-03-01,2022-03-01,450,0,paid,0 \
  > 2,h,6101,2021-02-01,2021-03-01,2021-03-01,0,70,reported,0 \
  > 2,h,6101,2021-02-01,2021-03-01,2021-03-05,0,70,rejected,0 \
  > 3,h,6101,2021-02-01,2021-03-01,2021-03-01,30,5,opened,0 > small.csv
  $ hz-ledger claims --from 2020 --to 2022 small.csv
  province,office,plan,period,item,amount
  61,6101,h,2020,reported,1
  61,6101,h,2020,outstanding,500.00
  61,6101,h,2021,paid,30.00
  61,6101,h,2021,payments,1
  61,6101,h,2021,claims,1
  61,6101,h,2021,reported,2
  61,6101,h,2021,rejected,1
  61,6101,h,2021,prompt,1
  61,6101,h,2021,outstanding,505.00
  61,6101,h,2022,paid,450.00
  61,6101,h,2022,payments,1
  61,6101,h,2022,claims,1
  61,6101,h,2022,outstanding,5.00
  $ head -n 1 c.csv
  province,office,plan,period,item,amount
  $ for n in 1 3; do hz-ledger claims --from 2020 --to 2029 --threads $n claims.csv | cmp - c.csv; done
  $ hz-ledger claims --from 2020 --to 2020 small.csv --grain quarter --prompt 5
  province,office,plan,period,item,amount
  61,6101,h,2020Q1,reported,1
  61,6101,h,2020Q1,outstanding,500.00
  61,6101,h,2020Q2,outstanding,500.00
  61,6101,h,2020Q3,outstanding,500.00
  61,6101,h,2020Q4,outstanding,500.00

Every balance of every part adds up to the fen, and the year's movement is the difference of balances:

  $ hz-fund --terms $terms --by plan,office,province ledger.csv > statement.csv
  $ sed 's/\.//' statement.csv | awk -F, 'NR > 1 { key = $1 "," $2 "," $3 "," $4; v[key "," $5] = $6; keys[key] }
  > END { for (k in keys) { n++
  >   split("opening closing", when, " ")
  >   for (w in when) { p = k "," when[w] "_"
  >     if (v[p "assets"] != v[p "unearned"] + v[p "deficiency"] + v[p "outstanding"] + v[p "risk_reserve"] + v[p "aid_fund"] + v[p "development_fund"] + v[p "retained"]) bad++ }
  >   if (v[k ",opening_assets"] + v[k ",contributions"] + v[k ",yield"] + v[k ",payouts"] + v[k ",fees"] + v[k ",expenses"] + v[k ",aid"] != v[k ",closing_assets"]) bad++
  >   if (v[k ",contributions"] + v[k ",yield"] + v[k ",payouts"] + v[k ",fees"] + v[k ",expenses"] + v[k ",change_unearned"] + v[k ",change_deficiency"] + v[k ",change_outstanding"] + v[k ",to_risk_reserve"] != v[k ",surplus"]) bad++ }
  >   print (n > 1000), bad + 0 }'
  1 0

The parts add up to the total, line by line, also by plan alone:

  $ for by in plan,office,province plan province; do
  > hz-fund --terms $terms --by $by ledger.csv | sed 's/\.//' | awk -F, -v keys=$(echo $by | tr , '\n' | wc -l) 'NR > 1 {
  > line = $(keys + 1) "," $(keys + 2); if ($1 == "total") total[line] = $(keys + 3); else part[line] += $(keys + 3) }
  > END { for (l in total) { n++; if (total[l] != part[l]) bad++ } print n, bad + 0 }'
  > done
  440 0
  440 0
  440 0

Each percentage is printed with its file and line:

  $ cp $terms fund.yaml
  $ hz-fund -t fund.yaml ledger.csv | grep -o 'fund.yaml.*' | sort -u
  fund.yaml:11 margin
  fund.yaml:3 yield
  fund.yaml:4 fees
  fund.yaml:5 expenses
  fund.yaml:6 risk_reserve
  fund.yaml:7 aid_fund
  fund.yaml:8 development_fund
  fund.yaml:9 ibnr

Ratios, with their definitions:

  $ hz-fund -t fund.yaml --ratios ledger.csv | grep ^2023
  2023,cash_claims,0.3947,130120.53,329651.00,payouts / contributions
  2023,incurred_claims,0.4332,136251.79,314497.24,payouts and change of outstanding / earned
  2023,incurred_expenses,0.0524,16482.55,314497.24,fees and expenses / earned
  2023,net_income,0.5706,179442.40,314497.24,surplus / earned
  2023,renewal,0.5426,2543.00,4687.00,covers renewed / covers in force at the year's beginning
  2023,coverage,1.3328,5331.00,4000.00,covers in force / population of the terms (persons: hz-ledger --persons)
  2023,gifts,0.0361,161.00,4457.00,covers given / covers started
  2023,growth,0.1367,536.00,3921.00,covers started less those of the year before / those of the year before
  2023,promptness,0.5976,101.00,169.00,payments made in time / payments
  2023,rejection,0.0432,6.00,139.00,claims rejected / claims rejected and claims paid
  2023,solvency,6.9210,1161155.98,167772.32,"assets / unearned, deficiency and outstanding"
  2023,liquidity,23.0549,696693.59,30218.94,liquid assets / outstanding
  2023,adequacy,2.4597,137553.38,55922.42,unearned / best estimate of future payouts with expenses and margin
  $ awk -F, '$4 == 2023 && $5 == "paid" { p += $6 } $4 == 2023 && $5 == "contribution_other" { c += $6 }
  > END { printf "%.4f\n", p / c }' ledger.csv
  0.3947
  $ awk -F, '$4 ~ /^2023/ { n++; gifts += $10 == "gift" } END { print gifts, n }' members.csv
  161 4457
  $ grep -v -e liquid -e population fund.yaml > short.yaml
  $ hz-fund -t short.yaml --ratios ledger.csv | grep -e ^2023,coverage -e ^2023,liquidity
  2023,coverage,,5331.00,,covers in force / population of the terms (persons: hz-ledger --persons)
  2023,liquidity,,,30218.94,liquid assets / outstanding

The outstanding reserve of hz-reserve, for each year, in place of case estimates and ibnr; shares add up to it:

  $ for y in 2020 2021 2022; do
  > hz-triangle -q --origin event --grain Y --measure paid --as-of $y-12-31 claims.csv | hz-reserve > r$y.csv; done
  hz-reserve: <stdin>: one cell only
  $ grep -h -v -e ,201 -e ,202[3-9], ledger.csv | awk -F, 'NR == 1 || $4 <= 2022' > three.csv
  $ years=2020:r2020.csv,2021:r2021.csv,2022:r2022.csv
  $ hz-fund -t fund.yaml --outstanding $years three.csv | grep _outstanding > o.csv; grep -v opening_ o.csv
  2020,change_outstanding,0.00,r2020.csv ibnr
  2020,closing_outstanding,0.00,opening + movement
  2021,change_outstanding,-52897.25,r2021.csv ibnr
  2021,closing_outstanding,52897.25,opening + movement
  2022,change_outstanding,-23175.08,r2022.csv ibnr
  2022,closing_outstanding,76072.33,opening + movement
  $ tail -q -n 1 r*.csv | cut -d , -f 5
  0.00
  52897.25
  76072.33
  $ hz-fund -t fund.yaml --outstanding $years --by plan,office three.csv | sed 's/[.]//' |
  > awk -F, '$4 == "closing_outstanding" { if ($1 == "total") total += $5; else part += $5 } END { print total - part }'
  0

By plan, and on top of case estimates, here of 40.00 and 5.00; h has 60.00 to share between 100 and 200 days of
cover, and two of three offices of i, which has had no payouts, have no cover either:

  $ cat > small.csv <<'.'
  > province,office,plan,period,item,amount
  > 61,6101,h,2024,exposure,100
  > 61,6101,h,2024,paid,30.00
  > 61,6101,h,2024,outstanding,40.00
  > 61,6102,h,2024,exposure,200
  > 61,6101,i,2024,covers,1
  > 61,6102,i,2024,exposure,10
  > 61,6103,i,2024,covers,1
  > 61,6102,i,2024,outstanding,5.00
  > .
  $ printf 'plan,origin,ibnr\nh,2023,20.00\nh,2024,40.00\ni,2024,7.01\n' > r.csv
  $ hz-fund -t fund.yaml --ibnr 2024:r.csv --by plan,office small.csv | grep closing_outst | cut -d , -f 1,2,5
  common,,0.00
  6101,h,60.00
  6101,i,0.00
  6102,h,40.00
  6102,i,12.01
  6103,i,0.00
  total,,112.01
  $ hz-fund -t fund.yaml -i 2024:r.csv small.csv | grep change_outst
  2024,change_outstanding,-112.01,r.csv ibnr and claims
  $ grep -v ibnr fund.yaml > no.yaml; hz-fund -t no.yaml -i 2024:r.csv small.csv | grep -c .
  56
  $ hz-fund -t no.yaml small.csv
  hz-fund: no.yaml: the key "ibnr" is missing: expected it, or tables of reserves
  [1]
  $ for o in '--ibnr 2024:r.csv --outstanding 2024:r.csv' '-i 2024' '-i 2024:r.csv,2024:r.csv' '-i 2023:r.csv'
  > do hz-fund -t fund.yaml $o small.csv 2>&1 | head -n 1; done
  hz-fund: --ibnr goes without --outstanding, which has it
  hz-fund: "2024" is not YEAR:FILE: expected the reserves at the end of each year, as in 2023:a.csv,2024:b.csv
  hz-fund: the reserves of 2024 are given twice
  hz-fund: there are no reserves for the end of 2024: expected YEAR:FILE for every year of the ledger
  $ bad() { sed "$1" r.csv > bad.csv; hz-fund -t fund.yaml -i 2024:bad.csv small.csv; }
  $ bad /^i/d
  hz-fund: bad.csv: there is no reserve of province "61", office "6102", plan "i", which has claims in 2024: expected a row, of 0 if nothing is owed
  [1]
  $ bad 's/^i/j/'
  hz-fund: bad.csv: there is no reserve of province "61", office "6102", plan "i", which has claims in 2024: expected a row, of 0 if nothing is owed
  [1]
  $ bad '$p; $s/^i/j/'
  hz-fund: bad.csv:5: a reserve of province "", office "", plan "j": the ledger has no such part
  [1]
  $ bad 's/7.01//'
  hz-fund: bad.csv:4:8: ibnr: "" is not a number (expected 1234.5, without separators)
  [1]
  $ bad 's/7.01/1e300/'
  hz-fund: bad.csv:4:8: ibnr: "1e300" is no amount of yuan that a fund could owe
  [1]
  $ sed '1s/$/,method/; 2,$s/$/,a/; $s/a$/b/' r.csv > two.csv; hz-fund -t fund.yaml -i 2024:two.csv small.csv
  hz-fund: two.csv:4:13: method: "b" is a second one: expected the reserve of one
  [1]

Cover that was given has no unearned contributions; all of its liability is deficiency:

  $ printf '%s\n' province,office,plan,period,item,amount 61,6101,gift,2024,covers,10 61,6101,gift,2024,gifts,10 \
  > 61,6101,gift,2024,exposure,1000 61,6101,gift,2024,remaining,2000 61,6101,gift,2024,paid,100.00 > gift.csv
  $ sed -e 's/^ibnr.*/ibnr: 0/' -e 's/^margin.*/margin: 10%/' -e 's/^claim_ex.*/claim_expenses: 0/' fund.yaml > gift.yaml
  $ hz-fund -t gift.yaml gift.csv | grep -e closing_unearned -e deficiency, -e gifts
  2024,opening_deficiency,0.00,opening
  2024,change_deficiency,-220.00,gift.yaml:11 margin
  2024,closing_unearned,0.00,opening + movement
  2024,closing_deficiency,220.00,opening + movement
  2024,deficiency_of_gifts,220.00,of closing_deficiency: cover at no price
  $ hz-fund -t gift.yaml --ratios gift.csv | grep gifts
  2024,gifts,1.0000,10.00,10.00,covers given / covers started

A map says of which province each office is; the offices of a province add up:

  $ printf 'office,province\n6101,shaanxi\n6102,sn\n6103,sn\n' > provinces.csv
  $ hz-fund -t fund.yaml --provinces provinces.csv --by province small.csv | grep -e ,payouts -e ,closing_outst | cut -d , -f 1,3,4
  common,payouts,0.00
  common,closing_outstanding,0.00
  shaanxi,payouts,-30.00
  shaanxi,closing_outstanding,42.40
  sn,payouts,0.00
  sn,closing_outstanding,5.00
  total,payouts,-30.00
  total,closing_outstanding,47.40
  $ head -n 3 provinces.csv > lacks.csv; hz-fund -t fund.yaml --provinces lacks.csv small.csv
  hz-fund: small.csv:8:4: office: "6103" has no province in lacks.csv: expected a row of it
  [1]
  $ echo 6101,sn >> provinces.csv; hz-fund -t fund.yaml --provinces provinces.csv small.csv
  hz-fund: provinces.csv:5:1: office "6101" stands on line 2 already
  [1]

Whether a fund lasts, the same for any number of threads; each assumption with its place:

  $ cp $ROOT/data/solvency_synthetic.yaml s.yaml
  $ hz-fund --solvency s.yaml --threads 2 claims.csv > two.csv
  $ hz-fund --solvency s.yaml --threads 1 --seed 1 --paths 200000 claims.csv | cmp - two.csv
  $ grep -e origin -e assets -e years two.csv
  quantity,value,origin
  assets,60000.000000,s.yaml:2
  years,5.000000,s.yaml:8
  assets_needed,8806.96,holds the level
  risk_reserve_to_add,0.00,assets_needed - assets
  margin_cost_of_capital,1514.13,"assets_needed, released evenly"
  $ grep -e severity_fitted -e _se, two.csv | cut -d , -f 1,3
  severity_fitted,"maximum likelihood
  severity_mean_log_se,observed information
  severity_sd_log_se,observed information

More assets, a smaller probability; the assets that hold 1 % hold it, within four standard errors:

  $ needed=$(awk -F, '$1 == "assets_needed" { print $2 }' two.csv)
  $ sed "s/^assets.*/assets: $needed/" s.yaml > held.yaml
  $ hz-fund -s held.yaml --seed 2 claims.csv | awk -F, '$1 == "probability_exhausted" { p = $2 }
  > $1 == "probability_error" { e = $2 } END { print ((p - 0.01)^2 < 16 * e^2) }'
  1

Too few payouts to fit are said, with what takes their place:

  $ printf 'paid\n100\n200\n' | hz-fund -s s.yaml | grep fitted
  severity_fitted,empirical,the 2 payouts as they are: 2 payouts are too few to fit a distribution: expected 10 or more
  $ (echo paid; yes 5 | head -n 12) > same.csv
  $ hz-fund -s s.yaml same.csv | grep fitted
  severity_fitted,empirical,"the 12 payouts as they are: all 12 payouts are 5: a fixed sum has no distribution to fit, use the empirical one"
  $ printf 'paid\n0\n' | hz-fund -s s.yaml
  hz-fund: <stdin>: there is no payout above 0 that a severity can be found from
  [1]
  $ refuse() { sed "$1" s.yaml > bad.yaml; hz-fund -s bad.yaml same.csv; }
  $ refuse s/payouts/payout/
  hz-fund: bad.yaml:11:9: payout: no such key here: did you mean "payouts"?; bad.yaml:2:1: the key "payouts" is missing
  [1]
  $ refuse /size/d
  hz-fund: bad.yaml:2:1: the key "size" is missing
  [1]
  $ refuse 's/level: .*/level: 0/'
  hz-fund: bad.yaml:9:8: level: "0" is out of bounds: expected above 0, up to 0.5
  [1]
  $ refuse 's/years: .*/years: 2.5/'
  hz-fund: bad.yaml:8:8: years: "2.5", where a whole number is wanted
  [1]
  $ refuse 's/fees: .*/fees: -1%/'
  hz-fund: bad.yaml:4:7: fees: "-1%" is out of bounds: expected 0% to 100%
  [1]
  $ refuse 's/best/weibull/'
  hz-fund: bad.yaml:13:11: severity: "weibull", where one of log-normal, gamma, pareto, empirical, best is wanted
  [1]
  $ hz-fund -s s.yaml m.csv
  hz-fund: m.csv: there is no column "paid"; the header has: province,office,plan,period,item,amount
  [1]

The classical model: 20 exponential claims of 1000 a year, a loading of 25 %, 3000 to begin with. Ever
exhausted with 0.8 exp(-0.6) = 0.439049; 0.8 exp(-u / 5000) = 0.05 at 5000 log 16 = 13862.94. Simulated
within two years, less than four standard errors away, with the same bytes for any threads:

  $ cp $ROOT/data/classical_synthetic.yaml c.yaml
  $ hz-fund --classical c.yaml > c1.csv; hz-fund -c c.yaml --threads 3 | cmp - c1.csv
  $ grep -e ever -e years, c1.csv
  years,2.000000,c.yaml:6
  probability_ever,0.439049,exp(-loading u / ((1 + loading) mean)) / (1 + loading)
  assets_needed_ever,13862.94,holds the level for ever
  $ for seed in 1 2 3; do hz-fund -c c.yaml --seed $seed --paths 50000 | awk -F, '$1 == "errors_away" { print ($2^2 < 16) }'; done
  1
  1
  1

A course of 200,000 claims is drawn 250 times, and one of 9,000 million claims never, unless --paths says how often; the
closed form stays:

  $ sed 's/^claims.*/claims: 20000/; s/^years.*/years: 10/; s/^assets.*/assets: 0/' c.yaml > many.yaml; hz-fund -c many.yaml | grep -e simulated -e error, -e within,
  probability_within,0.800000,"Asmussen's formula, by integration"
  probability_simulated,0.808000,"250 paths of seed 1, claim by claim"
  probability_error,0.025298,standard error of the simulation
  errors_away,0.32,(probability_simulated - probability_within) / probability_error
  assets_needed_within,13862.94,holds the level within the years
  $ sed 's/^claims.*/claims: 9e6/; s/^years.*/years: 1000/' c.yaml > more.yaml; hz-fund -c more.yaml | grep -e simulated -e error, -e away
  probability_simulated,,"none, as a path has too many claims: --paths N draws them"
  probability_error,,standard error of the simulation
  errors_away,,(probability_simulated - probability_within) / probability_error

The assets that hold 5 % within two years hold it, and for a thousand years they are those for ever:

  $ needed=$(awk -F, '$1 == "assets_needed_within" { print $2 }' c1.csv)
  $ sed "s/^assets.*/assets: $needed/" c.yaml > held.yaml; hz-fund -c held.yaml | grep ^probability_within | cut -d , -f 1,2
  probability_within,0.050000
  $ sed 's/^years.*/years: 1000/' c.yaml > long.yaml; hz-fund -c long.yaml -p 100 | grep assets_needed_within | cut -d , -f 1,2
  assets_needed_within,13862.94
  $ refuse() { sed "$1" c.yaml > bad.yaml; hz-fund -c bad.yaml; }
  $ refuse 's/loading: .*/loading: -5%/'
  hz-fund: bad.yaml:5:10: loading: "-5%" is out of bounds: expected above 0%, up to 10000%
  [1]
  $ refuse /claims/d
  hz-fund: bad.yaml:2:1: the key "claims" is missing
  [1]
  $ refuse s/mean/means/
  hz-fund: bad.yaml:4:8: means: no such key here: did you mean "mean"?; bad.yaml:2:1: the key "mean" is missing
  [1]

What is refused:

  $ hz-fund ledger.csv
  hz-fund: expected --terms FILE: no percentage of a fund has a usual value
  try: hz-fund --help
  [2]
  $ refuse() { sed "$1" fund.yaml > bad.yaml; hz-fund -t bad.yaml ledger.csv; }
  $ refuse /fees/d
  hz-fund: bad.yaml:2:1: the key "fees" is missing
  [1]
  $ refuse 's/fees: 3%/fees: -3%/'
  hz-fund: bad.yaml:4:7: fees: "-3%" is out of bounds: expected 0% to 100%
  [1]
  $ refuse 's/fees: 3%/fees: 103%/'
  hz-fund: bad.yaml:4:7: fees: "103%" is out of bounds: expected 0% to 100%
  [1]
  $ refuse 's/fees/feees/'
  hz-fund: bad.yaml:4:8: feees: no such key here: did you mean "fees"?; bad.yaml:2:1: the key "fees" is missing
  [1]
  $ refuse 's/yield: 2%/yield: -100%/'
  hz-fund: bad.yaml:3:8: yield: "-100%" is out of bounds: expected above -100%, up to 100%
  [1]
  $ refuse 's/aid_fund: 40%/aid_fund: 90%/'
  hz-fund: bad.yaml:8:19: development_fund: with aid_fund of line 7 it is more than all of a surplus
  [1]
  $ refuse 's/population: .*/population: 0/'
  hz-fund: bad.yaml:13:13: population: "0" is out of bounds: expected 1 to 10000000000
  [1]
  $ refuse 's/opening: .*/opening: much/'
  hz-fund: bad.yaml:2:10: opening: "much" is not an amount: expected yuan in plain digits, such as 1234.50
  [1]
  $ hz-fund -t fund.yaml --by city ledger.csv
  hz-fund: --by: "city" is none of province, office and plan, or stands twice
  try: hz-fund --help
  [2]
  $ hz-fund -t fund.yaml --by plan,plan ledger.csv
  hz-fund: --by: "plan" is none of province, office and plan, or stands twice
  try: hz-fund --help
  [2]
  $ cat m.csv m.csv | hz-fund -t fund.yaml
  hz-fund: <stdin>:14601:23: covers: stands on line 2 already, for the same part and period
  [1]
  $ head -n 1 m.csv | hz-fund -t fund.yaml
  hz-fund: <stdin>: there is no row: expected the ledger of members and claims
  [1]
  $ head -n 2 m.csv | sed 's/covers/cover/' | hz-fund -t fund.yaml
  hz-fund: <stdin>:2:23: item: "cover" is no item of a ledger
  [1]
  $ (head -n 2 m.csv; sed -n 2p m.csv | sed 's/2020/2020Q1/') | hz-fund -t fund.yaml
  hz-fund: <stdin>:3:18: period: "2020Q1" is no period of the length of those before: expected one hz-ledger --grain
  [1]
  $ head -n 2 m.csv | sed 's/,[0-9]*$/,x/' | hz-fund -t fund.yaml
  hz-fund: <stdin>:2:30: amount: "x" is not a whole number
  [1]
  $ hz-fund -t fund.yaml members.csv
  hz-fund: members.csv: there is no column "province"; the header has: member,plan,office,start,end,contribution,sex,birth,units,enter_type
  [1]
  $ hz-ledger members members.csv
  hz-ledger: expected --from YEAR and --to YEAR, which is not before it
  try: hz-ledger --help
  [2]
  $ hz-ledger members --from 2024 --to 2020 members.csv
  hz-ledger: expected --from YEAR and --to YEAR, which is not before it
  try: hz-ledger --help
  [2]
  $ hz-ledger members --from 2020 --to 2020 --risk-weights 3 members.csv
  hz-ledger: --risk-weights: "3" has no colon (expected DAY:WEIGHT,..., as in 30:0,60:0.5)
  try: hz-ledger --help
  [2]
  $ hz-ledger members --from 2020 --to 2020 -q <<'.'
  > plan,office,start,end,contribution,contribution_self,units
  > h,6101,2020-01-01,2020-12-31,99,60,1
  > h,6101,2020-01-01,2020-12-31,99,100,1
  > h,6101,2020-01-01,2020-12-31,99,60,0
  > h,6101,2020-01-01,2019-12-31,99,60,1
  > .
  hz-ledger: 4 rows in = 1 used + 0 left out + 3 rejected (payers_not_total 1, bad_units 1, end_before_start 1)
  province,office,plan,period,item,amount
  61,6101,h,2020,covers,1
  61,6101,h,2020,ends,1
  61,6101,h,2020,contribution_self,60.00
  61,6101,h,2020,contribution_other,39.00
  61,6101,h,2020,exposure,366
  61,6101,h,2020,in_force,1
  [1]
