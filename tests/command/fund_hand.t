hz-fund: figures of small ledgers, each by hand.

  $ printf '%s: 0\n' opening yield fees expenses risk_reserve aid_fund development_fund ibnr claim_expenses margin > zero.yaml
  $ sed 's/^opening.*/opening: {outstanding: 1000}/' zero.yaml > owed.yaml
  $ ledger() { echo province,office,plan,period,item,amount; printf '%s\n' "$@"; }
  $ deficiency() { grep ,closing_deficiency, | sed 's/,opening + movement$//'; }

What was outstanding at first and was then paid is no cost of the year, though nothing is outstanding at its end: 1000 paid and
0 outstanding less 1000 are 0 a day:

  $ ledger P,A,X,2024,paid,1000.00 P,A,X,2024,exposure,100 P,A,X,2024,remaining,100 > paid.csv
  $ hz-fund --terms owed.yaml paid.csv | deficiency
  2024,closing_deficiency,0.00

Of two plans each has a share of the 1000, by what is outstanding and paid: 1000 of X and 600 of Y, so 625 and 375. X costs 1000 - 625 = 375 in
its 100 days, Y 600 - 375 = 225, and as many days are to come:

  $ (cat paid.csv; ledger P,A,Y,2024,paid,100.00 P,A,Y,2024,outstanding,500.00 P,A,Y,2024,exposure,100 P,A,Y,2024,remaining,100) > two.csv
  $ hz-fund --terms owed.yaml --by plan two.csv | deficiency
  common,2024,closing_deficiency,0.00
  X,2024,closing_deficiency,375.00
  Y,2024,closing_deficiency,225.00
  total,2024,closing_deficiency,600.00

A statement by office, or by any keys but the plan, says as much: 1000 paid and 500 outstanding less 1000 are 500. Another office's 700 are
not A's:

  $ ledger P,A,X,2023,outstanding,1000.00 P,B,Y,2023,outstanding,700.00 > before.csv
  $ ledger P,A,X,2024,paid,1000.00 P,A,X,2024,outstanding,500.00 P,A,X,2024,exposure,100 P,A,X,2024,remaining,100 P,B,Y,2024,paid,700 > after.csv
  $ for by in office province,office province,office,plan; do hz-fund --terms zero.yaml --by $by before.csv > opening.csv
  > hz-fund --terms zero.yaml --opening opening.csv --by office after.csv | deficiency | grep ^A; done
  A,2024,closing_deficiency,500.00
  A,2024,closing_deficiency,500.00
  A,2024,closing_deficiency,500.00
  $ hz-fund --terms zero.yaml before.csv | sed 's/1700/1000/' > opening.csv
  $ hz-fund --terms zero.yaml --opening opening.csv two.csv | deficiency
  2024,closing_deficiency,600.00

Payouts and outstanding claims are of the same twelve months, where the ledger has those before the opening: 1000 were outstanding at the end of
2022Q2 and paid in 2022Q3, so the year up to 2023Q2 costs nothing. If the ledger starts with 2022Q3, only the periods from the opening on
are counted, which have cost nothing, either:

  $ ledger P,A,X,2022Q2,outstanding,1000.00 P,A,X,2022Q3,paid,1000.00 P,A,X,2023Q{1,2},exposure,100 P,A,X,2023Q2,remaining,100 > quarters.csv
  $ sed '/Q2,outstanding/d' quarters.csv > short.csv; hz-fund --terms zero.yaml <(grep -v ,2023 quarters.csv; ledger P,A,X,2022Q4,covers,0) > 2022.csv
  $ for f in quarters.csv "--opening 2022.csv quarters.csv" "--opening 2022.csv short.csv"; do hz-fund --terms zero.yaml $f | deficiency | grep 2023Q2; done
  2023Q2,closing_deficiency,0.00
  2023Q2,closing_deficiency,0.00
  2023Q2,closing_deficiency,0.00

A surplus is shared when its year ends, 10 % of 4000. An opening within the year would lose what there was of it:

  $ sed 's/^aid_fund.*/aid_fund: 10%/' zero.yaml > aid.yaml
  $ ledger P,A,X,2024Q{1,2,3,4},contribution_self,1000.00 > year.csv; grep -v -e Q3 -e Q4 year.csv > half.csv
  $ hz-fund --terms aid.yaml year.csv | grep ,to_aid_fund | cut -d , -f 1-3
  2024Q1,to_aid_fund,0.00
  2024Q2,to_aid_fund,0.00
  2024Q3,to_aid_fund,0.00
  2024Q4,to_aid_fund,400.00
  $ hz-fund --terms aid.yaml half.csv > half_stated.csv; hz-fund --terms aid.yaml --opening half_stated.csv year.csv
  hz-fund: half_stated.csv: the statement ends within a year, whose surplus so far would not be shared: expected one up to the end of a year
  [1]

A table of reserves has one total of each province, office and plan. One by another column is refused, as it has several:

  $ printf '%s\n' origin,ibnr 2024,300 total,300 > whole.csv; printf '%s\n' sex,origin,ibnr 1,2024,100 1,total,100 2,2024,200 2,total,200 > by_sex.csv
  $ for f in whole by_sex; do hz-fund --terms zero.yaml --ibnr 2024:$f.csv <(ledger P,A,X,2024,paid,5) | grep closing_outstanding; done
  2024,closing_outstanding,300.00,opening + movement
  hz-fund: by_sex.csv:5:3: there is a total already: expected a table by province, office and plan only
  [1]

Solvency: one payout of 100 a year against 1100 of assets and contributions needs no more. Aid ex gratia is left out, however it is
marked, and so is a payout that was taken back; what is left of one is one payout:

  $ printf '%s\n' 'assets: 1000' 'contributions: 1000' 'fees: 0' 'expenses: 0' 'yield: 0' 'growth: 0' 'years: 1' \
  > 'level: 0.1' 'cost_of_capital: 0' 'payouts: 1' 'size: 0' 'severity: empirical' > s.yaml
  $ solvency() { (echo claim,paid,ex_gratia; printf '%s\n' "$@") | hz-fund --solvency s.yaml --paths 10000; }
  $ solvency 1,100,0 2,100, > two.csv; grep -e fitted -e ^assets_needed two.csv
  severity_fitted,empirical,the 2 payouts as they are
  assets_needed,0.00,holds the level
  $ for yes in 1 true yes 是; do solvency 1,100,0 2,100,no 3,10000,$yes | cmp - two.csv; done
  $ solvency 1,100,0 2,100,0 3,10000,0 3,-10000,0 | cmp - two.csv
  $ solvency 1,60,0 1,90,0 2,100,0 1,-50.00,0 4,7,1 4,-7,1 | cmp - <(solvency 1,60,0 1,40,0 2,100,0)
  $ solvency 1,0.10,0 1,0.20,0 1,-0.30,0 2,100,0 3,100,0 | cmp - two.csv
  $ solvency 1,100,maybe | head -n 1
  hz-fund: <stdin>:2:7: ex_gratia: "maybe" is neither yes nor no: expected 1, true, yes or 是, or 0, false, no, 否 or nothing
  $ solvency 1,100,0 2,-100,0
  hz-fund: <stdin>:3:3: paid: "-100" is more than the rows before it have paid of the claim: expected the column "claim", and payouts in the order of their dates
  [1]
  $ printf '%s\n' paid 100 -100 | hz-fund --solvency s.yaml
  hz-fund: <stdin>:3:1: paid: "-100" is more than the rows before it have paid of the claim: expected the column "claim", and payouts in the order of their dates
  [1]

Persons are counted once: those of two ledgers that were joined may be the same. A year that has covers in force, but no count of
persons, has no coverage; one that has none has 0:

  $ (cat zero.yaml; echo population: 1000) > people.yaml; coverage() { hz-fund --terms people.yaml --ratios "$@" | grep ,coverage, | cut -d , -f 1-5; }
  $ ledger P,A,X,2022,in_force,10 ,,,2022,persons,10 > a.csv; ledger P,B,X,2022,in_force,20 ,,,2022,persons,20 > b.csv
  $ coverage a.csv
  2022,coverage,0.0100,10.00,1000.00
  $ cat a.csv b.csv | coverage
  hz-fund: <stdin>:6:9: persons: stands on line 3 already, for the same part and period: expected one hz-ledger of all members
  $ (cat a.csv; ledger P,A,X,2023,in_force,10 P,A,X,2024,covers,0) | coverage
  2022,coverage,0.0100,10.00,1000.00
  2023,coverage,,,1000.00
  2024,coverage,0.0000,0.00,1000.00

Of 3 rejected and 9 paid a quarter is rejected; with claims below 0 nobody knows:

  $ for claims in 9 -2; do ledger P,A,X,2022,rejected,3 P,A,X,2022,claims,$claims | hz-fund --terms zero.yaml --ratios | grep ,rejection, | cut -d , -f 1-5; done
  2022,rejection,0.2500,3.00,12.00
  2022,rejection,,3.00,

Nine offices of 9 000 万亿 yuan each together have more than 64 bits hold, and are refused; of two the sum is right:

  $ for n in 2 9 20; do ledger $(seq -f P,A%.0f,X,2024,contribution_self,9000000000000000.00 $n) | hz-fund --terms zero.yaml | grep ,contributions, | cut -d , -f 1-3; done
  2024,contributions,18000000000000000.00
  hz-fund: <stdin>: the amounts of all parts add up to more than a fund could have: are they in yuan?
  hz-fund: <stdin>: the amounts of all parts add up to more than a fund could have: are they in yuan?

A year that is missing between two ledgers has no figures: what was unearned when it began would be earned in it. Where
nothing goes on, nothing is missing:

  $ year() { ledger P,A,X,$1,contribution_self,1000.00 P,A,X,$1,unearned,$2; }
  $ (year 2022 500.00; year 2024 500.00) | hz-fund --terms zero.yaml
  hz-fund: <stdin>: there is no row of 2023, in which cover goes on: expected the ledger of that, too
  [1]
  $ (year 2022 500.00; year 2023 0; year 2024 0) | hz-fund --terms zero.yaml | grep ,earned | cut -d , -f 1-3
  2022,earned,500.00
  2023,earned,1500.00
  2024,earned,1000.00
  $ (year 2022 0; year 2024 500.00) | hz-fund --terms zero.yaml | grep ,earned | cut -d , -f 1-3
  2022,earned,1000.00
  2023,earned,0.00
  2024,earned,500.00

Claims not yet reported are of each part by itself, 10 % of what it has paid, and none where more was taken back than paid:

  $ sed 's/^ibnr.*/ibnr: 10%/' zero.yaml > ibnr.yaml
  $ ledger P,A,X,2024,paid,1000.00 P,B,X,2024,paid,-400.00 | hz-fund --terms ibnr.yaml --by office | grep closing_outstanding | cut -d , -f 1-4
  common,2024,closing_outstanding,0.00
  A,2024,closing_outstanding,100.00
  B,2024,closing_outstanding,0.00
  total,2024,closing_outstanding,100.00
