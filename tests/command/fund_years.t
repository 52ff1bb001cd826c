hz-fund: a fund of many years, one year at a time.

What the plans, offices and provinces of a made-up association did in five years:

  $ for what in members claims; do hz-simulate $what --enrolments 20000 > $what.csv; done
  $ ledger() { hz-ledger members --from $1 --to $2 --grain $3 members.csv; hz-ledger claims --from $1 --to $2 --grain $3 claims.csv; }
  $ ledger 2020 2024 year > all.csv; ledger 2024 2024 year > 2024.csv; ledger 2023 2024 year > two.csv
  $ cp $ROOT/data/fund_synthetic.yaml terms.yaml

A year can be stated out of the last statement and its own records, and is the same, to the fen, as after all years before:

  $ by=province,office,plan
  $ hz-fund --terms terms.yaml --by $by all.csv > replay.csv
  $ grep -v ,2024, replay.csv > 2023.csv
  $ hz-fund --terms terms.yaml --by $by --opening 2023.csv 2024.csv | sed 's/,2023.csv$/,closing of the year before/' > one.csv
  $ (head -n 1 replay.csv; grep ,2024, replay.csv) > want.csv
  $ cut -d , -f 1-6 want.csv | sort | cmp - <(cut -d , -f 1-6 one.csv | sort) && wc -l < one.csv | awk '$1 > 5000'
  22001

Each of the ten balances of each part, of each year and of the total, is its opening and its movement, to the fen; the other
side of the balance is its assets; and a year opens as the year before has closed. Numbers of parts and years, and of
balances that do not:

  $ cat > prove.awk <<'.'
  > function is(sum, want, what) { checks++; if (sum != want) { bad++; print k, what, sum, want } }
  > function sum(list,  n, i, part, s, sign) { n = split(list, part, " ")
  >   for (i = 1; i <= n; i++) { sign = substr(part[i], 1, 1) == "-" ? -1 : 1; sub(/^[-+]/, "", part[i]); s += sign * v[k, part[i]] } return s }
  > function moves(item, list) { is(sum("opening_" item " " list), v[k, "closing_" item], item) }
  > NR > 1 { k = $1 "," $2 "," $3 "," $4; gsub(/\./, "", $6); v[k, $5] = $6 + 0; before[k] = $1 "," $2 "," $3 "," $4 - 1 }
  > END { for (k in before) { keys++
  >   moves("assets", "contributions yield payouts fees expenses services donations subsidies aid development_spending disaster_receipts disaster_spending deposits_in deposits_out")
  >   moves("unearned", "-change_unearned"); moves("deficiency", "-change_deficiency"); moves("outstanding", "-change_outstanding")
  >   moves("deposits", "deposits_in deposits_out -deposits_kept"); moves("risk_reserve", "-to_risk_reserve -from_risk_reserve")
  >   moves("aid_fund", "to_aid_fund from_aid_fund"); moves("development_fund", "to_development_fund from_development_fund")
  >   moves("disaster_fund", "disaster_receipts from_disaster_fund")
  >   moves("retained", "to_retained aid -from_aid_fund development_spending -from_development_fund disaster_spending -from_disaster_fund")
  >   is(sum("closing_unearned closing_deficiency closing_outstanding closing_deposits closing_risk_reserve closing_aid_fund closing_development_fund closing_disaster_fund closing_retained"), v[k, "closing_assets"], "balance")
  >   is(sum("contributions yield payouts fees expenses services donations subsidies deposits_kept change_unearned change_deficiency change_outstanding to_risk_reserve"), v[k, "surplus"], "surplus")
  >   n = split("assets unearned deficiency outstanding deposits risk_reserve aid_fund development_fund disaster_fund retained", item, " ")
  >   for (i = 1; i <= n && (before[k] in before); i++) is(v[k, "opening_" item[i]], v[before[k], "closing_" item[i]], "opening " item[i]) }
  >   print keys, (checks > 10 * keys), bad + 0 }
  > .
  $ awk -F, -f prove.awk replay.csv
  2000 1 0

A statement of the whole fund will do where that is all there is. Its outstanding claims are then shared out for the best
estimate, so that the deficiency is near, and all else the same but for the fen of parts; years of the ledger before the
opening are compared with, and not stated again:

  $ hz-fund --terms terms.yaml all.csv > all_stated.csv; grep -v ^2024 all_stated.csv > whole.csv
  $ hz-fund --terms terms.yaml --opening whole.csv two.csv > near.csv
  $ join -t , <(grep ^2024 all_stated.csv | cut -d , -f 2-3 | sort) <(sed 1d near.csv | cut -d , -f 2-3 | sort) |
  > grep -v -e deficiency -e surplus -e retained -e to_ -e _aid_fund -e _development_fund | awk -F, '{ n++; if ($2 - $3 > 1 || $3 - $2 > 1) print } END { print n }'
  38
  $ cut -d , -f 1 near.csv | sort -u
  2024
  year
  $ for f in "--opening whole.csv two.csv" all.csv; do hz-fund --terms terms.yaml --ratios $f | grep 2024,renewal | cut -d , -f 1-3; done
  2024,renewal,0.5329
  2024,renewal,0.5329

Quarters end where years do: reserves are of the last twelve months, a surplus is shared when the year ends, and the yield
is a quarter of the yearly one on what is there:

  $ ledger 2020 2024 quarter > quarters.csv
  $ sed 's/^yield.*/yield: 0/' terms.yaml > no_yield.yaml
  $ hz-fund --terms no_yield.yaml quarters.csv | grep Q4,closing_ | sed 's/Q4//' > q.csv
  $ hz-fund --terms no_yield.yaml all.csv | grep ,closing_ > y.csv
  $ paste -d , q.csv y.csv | awk -F, '{ d = $3 - $7; if (d < -0.05 || d > 0.05) print } END { print NR }'
  50
  $ hz-fund --terms terms.yaml quarters.csv > stated.csv; grep -e 2024Q[1-4],to_aid_fund stated.csv | cut -d , -f 1-3 | grep ,0.00 | wc -l
  3
  $ awk -F, '{ v[$1, $2] = $3; p[$1] } END { for (q in p) { o = v[q, "opening_assets"]; y = v[q, "yield"]
  > want = (o + (v[q, "closing_assets"] - o - y) / 2) * 0.02 / 4; if (want - y > 1 || y - want > 1) print q, want, y } print length(p) - 1 }' stated.csv
  20

By hand. Opening: 1000.00 retained, 200.00 for risks, 300.00 for aid, 400.00 for development and 500.00 for
disasters, 2400.00 in all. In 2024 a member pays 100.00 for the year. Of the fund's books come 50.00 of donations
and 30.00 of subsidies; 450.00 are spent of the development fund, which has 400.00 and gets nothing of a deficit, so that
50.00 are out of what is retained; 80.00 are received for disaster relief and 60.00 spent. A screening costs 20.00. Fees are
10 %, the yield is 10 % on 2400 + (100 + 50 + 30 + 80 - 450 - 60 - 20 - 10) / 2 = 2260, that is 226.00:

  $ cat > hand.yaml <<'.'
  > opening: {retained: 1000, risk_reserve: 200, aid_fund: 300, development_fund: 400, disaster_fund: 500}
  > yield: 10%
  > fees: 10%
  > expenses: 0
  > risk_reserve: 0
  > aid_fund: 0
  > development_fund: 0
  > ibnr: 0
  > claim_expenses: 0
  > margin: 0
  > from:
  >   2025: {yield: 0, fees: 20%}
  > .
  $ printf '%s\n' plan,office,start,end,contribution h,2201,2024-01-01,2024-12-31,100 > m.csv
  $ printf '%s\n' claim,plan,office,event,report,transaction,paid,case_estimate,status,service_cost \
  > 1,h,2201,2024-02-01,2024-02-01,2024-02-01,0,0,paid,20 > c.csv
  $ cat > entries.csv <<'.'
  > date,item,amount,office
  > 2024-03-01,捐赠,50,
  > 2024-03-01,补助,30,2201
  > 2024-04-01,事业发展支出,450,
  > 2024-07-01,专项资金收入,80,
  > 2024-08-01,disaster_spent,60,2201
  > 2025-08-01,donations,10,
  > 2025-08-01,gifts,10,
  > .
  $ hz-ledger entries --from 2024 --to 2024 entries.csv
  hz-ledger: entries.csv:8:12: item: "gifts" is no item of the books: expected donations, subsidies, development_spent, disaster_received or disaster_spent
  hz-ledger: 7 rows in = 5 used + 1 left out + 1 rejected (bad_item 1)
  province,office,plan,period,item,amount
  ,,,2024,donations,50.00
  ,,,2024,development_spent,450.00
  ,,,2024,disaster_received,80.00
  22,2201,,2024,subsidies,30.00
  22,2201,,2024,disaster_spent,60.00
  [1]
  $ (hz-ledger members --from 2024 --to 2025 m.csv; hz-ledger claims --from 2024 --to 2025 c.csv
  > hz-ledger entries -q --from 2024 --to 2025 entries.csv 2> /dev/null) > hand.csv
  [1]
  $ hz-fund --terms hand.yaml hand.csv | grep ^2024 | grep -v -e ,0.00, -e ,-0.00, -e deficiency_of
  2024,opening_assets,2400.00,opening
  2024,opening_risk_reserve,200.00,opening
  2024,opening_aid_fund,300.00,opening
  2024,opening_development_fund,400.00,opening
  2024,opening_disaster_fund,500.00,opening
  2024,opening_retained,1000.00,opening
  2024,contributions_other,100.00,members
  2024,contributions,100.00,sum of payers
  2024,earned,100.00,contributions - change_unearned
  2024,yield,226.00,hand.yaml:2 yield
  2024,fees,-10.00,hand.yaml:3 fees
  2024,services,-20.00,"claims, service_cost"
  2024,donations,50.00,entries
  2024,subsidies,30.00,entries
  2024,surplus,376.00,sum from contributions on
  2024,to_retained,376.00,the rest of the surplus
  2024,development_spending,-450.00,entries
  2024,from_development_fund,-400.00,"development_spending, as far as it reaches"
  2024,disaster_receipts,80.00,entries
  2024,disaster_spending,-60.00,entries
  2024,from_disaster_fund,-60.00,"disaster_spending, as far as it reaches"
  2024,closing_assets,2346.00,opening + movement
  2024,closing_risk_reserve,200.00,opening + movement
  2024,closing_aid_fund,300.00,opening + movement
  2024,closing_disaster_fund,520.00,opening + movement
  2024,closing_retained,1326.00,opening + movement

2025 has the terms of 2025, and each figure says their line:

  $ hz-fund --terms hand.yaml hand.csv | grep -E '^2025,(yield|fees|expenses|donations|closing_assets)'
  2025,yield,0.00,hand.yaml:12 yield
  2025,fees,0.00,hand.yaml:12 fees
  2025,expenses,0.00,hand.yaml:4 expenses
  2025,donations,10.00,entries
  2025,closing_assets,2356.00,opening + movement
  $ sed 's/2025: {yield: 0, fees: 20%}/2025: {yield: 0}\n  2024: {fees: 101%, opening: 3}/' hand.yaml > bad.yaml; hz-fund --terms bad.yaml hand.csv
  hz-fund: bad.yaml:13:3: "2024" is no year after the one before it
  [1]

Each balance of each office's part and of the common one is its opening and its movement, and balances:

  $ hz-fund --terms hand.yaml --by office,plan hand.csv | awk -F, 'NR > 1 { v[$1 "," $2 "," $3, $4] = $5 * 100; keys[$1 "," $2 "," $3] }
  > function sum(k, list,  n, i, part, s) { n = split(list, part, " "); for (i = 1; i <= n; i++) s += v[k, part[i]]; return s }
  > function moves(k, item, list) { if (sprintf("%d", sum(k, "opening_" item " " list)) != sprintf("%d", v[k, "closing_" item])) { bad++; print k, item } }
  > END { for (k in keys) { n++
  >   moves(k, "assets", "contributions yield payouts fees expenses services donations subsidies aid development_spending disaster_receipts disaster_spending deposits_in deposits_out")
  >   moves(k, "aid_fund", "to_aid_fund from_aid_fund"); moves(k, "development_fund", "to_development_fund from_development_fund")
  >   moves(k, "disaster_fund", "disaster_receipts from_disaster_fund")
  >   s = sum(k, "closing_unearned closing_deficiency closing_outstanding closing_deposits closing_risk_reserve closing_aid_fund closing_development_fund closing_disaster_fund closing_retained")
  >   if (sprintf("%d", s) != sprintf("%d", v[k, "closing_assets"])) bad++ } print n, bad + 0 }'
  8 0

The same of each of the ten, by the awk above:

  $ hz-fund --terms hand.yaml --by province,office,plan hand.csv | awk -F, -f prove.awk
  8 1 0

Deposits come in and go out, and what is kept of them is a gain; they are what the records hold:

  $ printf '%s\n' plan,office,start,end,contribution,deposit,refund,ended \
  > s,2201,2023-01-01,2024-12-31,0,410,, s,2201,2023-01-01,2025-12-31,0,410,400,2024-06-30 s,2202,2024-07-01,2025-06-30,0,410,, > s.csv
  $ hz-ledger members --from 2023 --to 2025 s.csv > s_all.csv
  $ hz-fund --terms hand.yaml --by office s_all.csv > s_replay.csv; grep deposits s_replay.csv | grep -e ^2201,2024 -e ^total,2025
  2201,2024,opening_deposits,820.00,closing of the year before
  2201,2024,deposits_kept,10.00,"members, deposits not given back"
  2201,2024,deposits_in,0.00,members
  2201,2024,deposits_out,-810.00,members
  2201,2024,closing_deposits,0.00,opening + movement
  total,2025,opening_deposits,410.00,closing of the year before
  total,2025,deposits_kept,0.00,"members, deposits not given back"
  total,2025,deposits_in,0.00,members
  total,2025,deposits_out,-410.00,members
  total,2025,closing_deposits,0.00,opening + movement
  $ hz-ledger members --from 2024 --to 2024 s.csv > s_2024.csv
  $ hz-fund --terms hand.yaml s_2024.csv
  hz-fund: s_2024.csv: office "2201", plan "s", 2024: deposits are -820.00 by their opening and movement, but members hold 0.00: expected their balance before the ledger in --opening, or a ledger from the first deposit on
  [1]
  $ hz-fund --terms hand.yaml --by province,office,plan s_all.csv | grep -v -e ,2024, -e ,2025, > s_2023.csv
  $ hz-fund --terms hand.yaml --opening s_2023.csv --by office s_2024.csv | cut -d , -f 1-4 | sort | cmp - <((head -n 1 s_replay.csv; grep ,2024, s_replay.csv) | cut -d , -f 1-4 | sort)

What is refused of an opening:

  $ hz-fund --terms hand.yaml --opening s.csv s_2024.csv
  hz-fund: s.csv: there is no column "year"; the header has: plan,office,start,end,contribution,deposit,refund,ended
  [1]
  $ grep -v closing_retained s_2023.csv > cut.csv; hz-fund --terms hand.yaml --opening cut.csv s_2024.csv
  hz-fund: cut.csv: the closing balance of "", "", "" does not balance: expected all closing lines, each once
  [1]
  $ grep -v closing_ s_2023.csv > none.csv; hz-fund --terms hand.yaml --opening none.csv s_2024.csv
  hz-fund: none.csv: there is no closing balance: expected the statement of hz-fund
  [1]
  $ sed 's/,2023,/,2021,/' s_2023.csv > old.csv; hz-fund --terms hand.yaml --opening old.csv s_2024.csv
  hz-fund: old.csv: the statement ends before a period that the ledger does not begin with or have: expected a ledger from the day after it on
  [1]
