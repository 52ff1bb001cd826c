hz-ledger: what records say of a fund, by hand.

720,000 seats of 120.00 for 2025, all of one office and plan, at the end of June: 184 of 365 days are left,
720000 x 120 x 184 / 365 = 43555068.49 in all. A rounded seat, 60.49, would make it 43552800.00:

  $ seats() { echo member,plan,office,start,end,contribution; seq $1 | awk '{ print "S" $1 ",seats,6201,2025-01-01,2025-12-31,120" }'; }
  $ seats 720000 > seats.csv
  $ hz-ledger members --grain quarter --from 2025 --to 2025 seats.csv | grep Q2,unearned
  62,6201,seats,2025Q2,unearned,43555068.49
  $ hz-unearned --as-of 2025-06-30 seats.csv
  count,contribution,earned,unearned
  720000,86400000.00,42844931.51,43555068.49

Terms of different lengths and weights of days: as hz-unearned has them, office by office, in any shards:

  $ hz-simulate members --enrolments 3000 | awk -F, 'NR == 1 || $4 <= "2022-12-31"' > members.csv
  $ unearned() { grep ",2022,unearned," | cut -d , -f 2,3,6; }
  $ for how in "" "--risk-weights 30:0.2,60:0.5"; do
  > hz-ledger members --from 2022 --to 2022 -q $how members.csv | unearned > a
  > hz-unearned -q --as-of 2022-12-31 --by office,plan ${how:+--method risk} $how members.csv | cut -d , -f 1,2,6 | sed '1d;$d' |
  > grep -v ,0.00 > b; cmp a b && wc -l < a; done
  216
  216
  $ (head -n 1 members.csv; sed 1d members.csv | head -n 1000) > m1.csv; (head -n 1 members.csv; sed 1,1001d members.csv) > m2.csv
  $ for i in 1 2; do hz-ledger members --from 2020 --to 2024 --partial m$i.csv > p$i; done
  $ hz-merge p2 p1 | cmp - <(hz-ledger members --from 2020 --to 2024 members.csv)

A cover is in force on its last day. Of four that run to the end of 2023 two are renewed; one ends the day before:

  $ cat > calendar.csv <<'.'
  > member,member_id,plan,office,start,end,contribution,enter_type
  > a1,A,hosp,2201,2023-01-01,2023-12-31,60,new
  > b1,B,hosp,2201,2023-01-01,2023-12-31,60,new
  > b2,B,plus,2201,2023-01-01,2023-12-31,60,new
  > c1,C,hosp,2202,2023-01-01,2023-12-31,60,new
  > d1,D,hosp,2202,2023-01-01,2023-12-30,60,new
  > a2,A,hosp,2201,2024-01-01,2024-12-31,60,renew
  > c2,C,hosp,2202,2024-01-01,2024-12-31,60,renew
  > .
  $ hz-ledger members --from 2023 --to 2024 --persons member_id calendar.csv > ledger.csv
  $ grep in_force ledger.csv
  22,2201,hosp,2023,in_force,2
  22,2201,hosp,2024,in_force,1
  22,2201,plus,2023,in_force,1
  22,2202,hosp,2023,in_force,1
  22,2202,hosp,2024,in_force,1
  $ terms() { sed -e 's/^population.*/population: 5/' $ROOT/data/fund_synthetic.yaml > terms.yaml; echo terms.yaml; }
  $ hz-fund --terms $(terms) --ratios ledger.csv | grep -E '^2024,(renewal|coverage)'
  2024,renewal,0.5000,2.00,4.00,covers renewed / covers in force at the year's beginning
  2024,coverage,0.4000,2.00,5.00,persons in force / population of the terms

Persons are counted once in each group that is asked for. B has two covers at the end of 2023:

  $ for by in plan office province office,plan; do
  > hz-fund --terms $(terms) --ratios --by $by ledger.csv | grep 2023,coverage | sed 's/,persons.*//' | grep -v common; done
  hosp,2023,coverage,0.6000,3.00,5.00
  plus,2023,coverage,0.2000,1.00,5.00
  total,2023,coverage,0.6000,3.00,5.00
  2201,2023,coverage,0.4000,2.00,5.00
  2202,2023,coverage,0.2000,1.00,5.00
  total,2023,coverage,0.6000,3.00,5.00
  22,2023,coverage,0.6000,3.00,5.00
  total,2023,coverage,0.6000,3.00,5.00
  2201,hosp,2023,coverage,0.4000,2.00,5.00
  2201,plus,2023,coverage,0.2000,1.00,5.00
  2202,hosp,2023,coverage,0.2000,1.00,5.00
  total,,2023,coverage,0.6000,3.00,5.00

A gift is what the record calls one, or without its enter_type what others have paid; a deposit is none:

  $ hz-ledger members --from 2023 --to 2023 <<'.' | grep -e gifts -e covers -e deposits
  > member,plan,office,start,end,contribution,contribution_self,contribution_union,enter_type,deposit
  > 1,a,2201,2023-01-01,2023-12-31,60,0,60,gift,
  > 2,b,2201,2023-01-01,2023-12-31,60,0,60,new,
  > 3,c,2201,2023-01-01,2023-12-31,60,0,60,,
  > 4,d,2201,2023-01-01,2023-12-31,60,10,50,,
  > 5,e,2201,2023-01-01,2023-12-31,0,,,,
  > 6,f,2201,2023-01-01,2023-12-31,0,,,new,410
  > 7,g,2201,2023-01-01,2023-12-31,0,,,,410
  > .
  22,2201,a,2023,covers,1
  22,2201,a,2023,gifts,1
  22,2201,b,2023,covers,1
  22,2201,c,2023,covers,1
  22,2201,c,2023,gifts,1
  22,2201,d,2023,covers,1
  22,2201,e,2023,covers,1
  22,2201,e,2023,gifts,1
  22,2201,f,2023,covers,1
  22,2201,f,2023,deposits_in,410.00
  22,2201,f,2023,deposits_out,410.00
  22,2201,g,2023,covers,1
  22,2201,g,2023,deposits_in,410.00
  22,2201,g,2023,deposits_out,410.00

So is what the plan calls one, screening here:

  $ printf '%s\n' member,plan,office,start,end,contribution,enter_type 1,screening,2201,2022-01-01,2022-12-31,60,new > s.csv
  $ hz-ledger members --from 2022 --to 2022 --plans $ROOT/plans s.csv | grep gifts
  22,2201,screening,2022,gifts,1

Deposits (储金) of 410.00 for two years: one runs through, of one 400.00 are given back early, one with 415.00 at the end:

  $ hz-ledger members --from 2022 --to 2024 <<'.' | grep deposits
  > member,plan,office,start,end,contribution,deposit,refund,ended
  > 1,s,2201,2023-01-01,2024-12-31,0,410,,
  > 2,s,2201,2023-01-01,2024-12-31,0,410,400,2023-06-30
  > 3,s,2201,2022-07-01,2024-06-30,0,410,415,
  > 4,s,2202,2023-01-01,2024-12-31,0,410,-1,
  > .
  hz-ledger: <stdin>:5:38: refund: "-1" is below zero: expected what was paid in, or is given back
  hz-ledger: 4 rows in = 3 used + 0 left out + 1 rejected (negative_money 1)
  22,2201,s,2022,deposits_in,410.00
  22,2201,s,2022,deposits,410.00
  22,2201,s,2023,deposits_in,820.00
  22,2201,s,2023,deposits_out,400.00
  22,2201,s,2023,deposits_kept,10.00
  22,2201,s,2023,deposits,820.00
  22,2201,s,2024,deposits_out,825.00
  22,2201,s,2024,deposits_kept,-5.00

Who leaves ends: of A2's 99.00 for 366 days 184 are not yet earned on 30 June, 99 x 184 / 366 = 49.77, which the
refund gives back. A3 was booked tenfold, taken back and booked again; A4 was booked and taken back. So 3 covers, one
lapse, and 99 + 99 - 49.77 + 99 = 247.23 of contributions. In the second quarter 2 people of 91 days each and one of
91: 273 days; in the third 92 days each of two. At the end of June 2 x 99 x 184 / 366 = 99.54 are unearned:

  $ cat > lives.csv <<'.'
  > member,member_id,plan,office,start,end,contribution,contribution_self,enter_type,status,ended
  > A1,P1,h,2201,2024-01-01,2024-12-31,99,99,new,active,
  > A2,P2,h,2201,2024-01-01,2024-12-31,99,99,new,cancelled,2024-06-30
  > A2,P2,h,2201,2024-01-01,2024-12-31,-49.77,-49.77,new,cancelled,2024-06-30
  > A3,P3,h,2201,2024-01-01,2024-12-31,990,990,new,active,
  > A3,P3,h,2201,2024-01-01,2024-12-31,-990,-990,new,active,
  > A3,P3,h,2201,2024-01-01,2024-12-31,99,99,new,active,
  > A4,P4,h,2201,2024-01-01,2024-12-31,99,99,new,active,
  > A4,P4,h,2201,2024-01-01,2024-12-31,-99,-99,new,active,
  > .
  $ hz-ledger members --from 2024 --to 2024 lives.csv
  province,office,plan,period,item,amount
  22,2201,h,2024,covers,3
  22,2201,h,2024,ends,3
  22,2201,h,2024,contribution_self,247.23
  22,2201,h,2024,exposure,914
  22,2201,h,2024,in_force,2
  22,2201,h,2024,lapses,1
  22,2201,h,2024,lapsed,49.77
  $ hz-ledger members --from 2024 --to 2024 --grain quarter lives.csv | grep -e Q2 -e Q3
  22,2201,h,2024Q2,ends,1
  22,2201,h,2024Q2,contribution_self,-49.77
  22,2201,h,2024Q2,exposure,273
  22,2201,h,2024Q2,in_force,3
  22,2201,h,2024Q2,remaining,368
  22,2201,h,2024Q2,unearned,99.54
  22,2201,h,2024Q2,lapses,1
  22,2201,h,2024Q2,lapsed,49.77
  22,2201,h,2024Q3,exposure,184
  22,2201,h,2024Q3,in_force,2
  22,2201,h,2024Q3,remaining,184
  22,2201,h,2024Q3,unearned,49.77

A claim is one payout, whatever its rows. Claim 1 is paid in two parts; 2 is paid and taken back within the year;
3 is rejected, and paid a year later; 4 is paid in 2023 and taken back in 2024. Another office has a claim 1 too, and
a screening of 180.00 (claim 5) pays no cash. So of office 2201 claims 1 and 4 are paid in 2023, and in 2024 claim 3 is
added and claim 4 taken off; the rejection of 2023 is taken off with it:

  $ cat > claims.csv <<'.'
  > claim,plan,office,event,report,transaction,paid,case_estimate,status,service_cost
  > 1,h,2201,2023-01-01,2023-01-05,2023-02-01,100,50,opened,
  > 1,h,2201,2023-01-01,2023-01-05,2023-03-01,50,0,paid,
  > 2,h,2201,2023-01-01,2023-01-05,2023-02-01,100,0,paid,
  > 2,h,2201,2023-01-01,2023-01-05,2023-04-01,-100,0,closed,
  > 3,h,2201,2023-01-01,2023-01-05,2023-02-01,0,0,rejected,
  > 3,h,2201,2023-01-01,2023-01-05,2024-02-01,70,30,reopened,
  > 4,h,2201,2023-01-01,2023-01-05,2023-12-01,40,20,opened,
  > 4,h,2201,2023-01-01,2023-01-05,2024-12-01,-40,0,closed,
  > 1,h,2202,2023-01-01,2023-01-05,2023-02-01,10,0,paid,
  > 5,h,2202,2023-01-01,2023-01-05,2023-02-01,0,0,paid,180
  > .
  $ hz-ledger claims --from 2023 --to 2024 claims.csv
  province,office,plan,period,item,amount
  22,2201,h,2023,paid,190.00
  22,2201,h,2023,payments,4
  22,2201,h,2023,claims,2
  22,2201,h,2023,rejected,1
  22,2201,h,2023,prompt,2
  22,2201,h,2023,outstanding,20.00
  22,2201,h,2024,paid,30.00
  22,2201,h,2024,payments,1
  22,2201,h,2024,rejected,-1
  22,2201,h,2024,outstanding,30.00
  22,2202,h,2023,paid,10.00
  22,2202,h,2023,payments,1
  22,2202,h,2023,claims,1
  22,2202,h,2023,prompt,1
  22,2202,h,2023,services,1
  22,2202,h,2023,service_cost,180.00

The rows of a claim may stand anywhere, and in any shards of the records:

  $ hz-simulate claims --enrolments 40000 > all.csv
  $ ledger() { hz-ledger claims --from 2020 --to 2024 --grain quarter "$@"; }
  $ ledger all.csv > straight.csv; (head -n 1 all.csv; sed 1d all.csv | sort -t , -k 8,8r -k 9,9) > any.csv
  $ for n in 1 2 3 8; do ledger --threads $n any.csv | cmp - straight.csv; done
  $ awk 'NR == 1 { for (i = 0; i < 3; i++) print > "s" i; next } { print > "s" NR % 3 }' any.csv
  $ for i in 0 1 2; do ledger --partial s$i > p$i; done; hz-merge p2 p0 p1 | cmp - straight.csv

With --adjacent they stand together, and a claim is forgotten when the next one begins; one that lies across the cut
of two shards is joined. Where they do not, the run ends:

  $ for n in 1 2 3 8; do hz-ledger claims --adjacent --from 2020 --to 2024 --grain quarter --threads $n all.csv | cmp - straight.csv; done
  $ (sed 1002q all.csv) > s0; (sed 1q all.csv; sed 1,1002d all.csv) > s1
  $ tail -q -n 1 s0 | cut -d , -f 1; sed -n 2p s1 | cut -d , -f 1
  C00000134411
  C00000134411
  $ for i in 0 1; do ledger --adjacent --partial s$i > p$i; done; hz-merge p0 p1 | cmp - straight.csv
  $ (cat all.csv; sed -n 500p all.csv) | ledger --adjacent
  hz-ledger: rows of a claim do not stand together, of 1 in all: sort the records by claim, or leave --adjacent out
  [1]
  $ ledger --adjacent --partial s0 > p0; ledger --adjacent --partial <(sed -n -e 1p -e 500,600p all.csv) > p1
  $ sed -n 500,600p all.csv | awk -F, '$8 < "2025"' | cut -d , -f 1 | uniq | wc -l
  43
  $ hz-merge p0 p1
  hz-ledger: rows of a claim do not stand together, of 43 in all: sort the records by claim, or leave --adjacent out
  [1]

So is a claim that lies across the ends of blocks within a part, and one that comes back there is told at once:

  $ for i in 0 1; do ledger --adjacent --partial --block 999 s$i > p$i; done; hz-merge p0 p1 | cmp - straight.csv
  $ (cat s0; sed -n 500p s0) | ledger --adjacent --partial > p0
  hz-ledger: rows of a claim do not stand together, of 1 in all: sort the records by claim, or leave --adjacent out
  [1]

Amounts of one claim add up: what no claim has is refused, so that none wraps:

  $ printf '%s\n' claim,plan,office,transaction,paid,case_estimate,status,service_cost 1,h,22,2024-01-01,92233720368547758.07,,paid, \
  > 1,h,22,2024-01-02,100000000000,,paid, 1,h,22,2024-01-03,100000000000.01,,paid, 2,h,22,2024-01-03,,,paid,-100000000000.01 > huge.csv
  $ hz-ledger claims --from 2024 --to 2024 huge.csv
  hz-ledger: huge.csv:2:19: paid: "92233720368547758.07" is too large: expected less than 10^16 yuan
  hz-ledger: huge.csv:4:19: paid: "100000000000.01" is more than 100 billion yuan: no amount of one claim
  hz-ledger: huge.csv:5:26: service_cost: "-100000000000.01" is more than 100 billion yuan: no amount of one claim
  hz-ledger: 4 rows in = 1 used + 0 left out + 3 rejected (bad_money 1, claim_too_large 2)
  province,office,plan,period,item,amount
  22,22,h,2024,paid,100000000000.00
  22,22,h,2024,payments,1
  22,22,h,2024,claims,1
  [1]
  $ hz-years claims --count claims huge.csv
  hz-years: huge.csv:2:19: paid: "92233720368547758.07" is too large: expected less than 10^16 yuan
  hz-years: huge.csv:4:19: paid: "100000000000.01" is more than 100 billion yuan: no amount of one claim
  hz-years: huge.csv:5:26: service_cost: "-100000000000.01" is more than 100 billion yuan: no amount of one claim
  hz-years: 4 rows in = 1 used + 0 left out + 3 rejected (bad_money 1, claim_too_large 2)
  year,claims,beneficiaries,amount,mean_claim,service_cost,ex_gratia_claims,ex_gratia_amount
  2024,1,,100000000000.00,100000000000.00,0.00,0,0.00
  [1]

Years that start with April: 366.00 for the 366 days of 2024 have 275 days left on 31 March 2024, the end of the year
that began in 2023, and none of 366.00 for that year; the claim of May is of the next. Quarters of such a year:

  $ printf '%s\n' plan,office,start,end,contribution h,22,2023-04-01,2024-03-31,366 h,22,2024-01-01,2024-12-31,366 h,22,2023-03-31,2023-12-31,276 > m.csv
  $ printf '%s\n' claim,plan,office,transaction,paid,case_estimate,status 1,h,22,2024-03-31,10,,paid 2,h,22,2024-05-01,20,,paid > c.csv
  $ fiscal() { hz-ledger members --from $1 --to $2 --year-starts 4 "${@:3}" m.csv; hz-ledger claims --from $1 --to $2 --year-starts 4 "${@:3}" c.csv; }
  $ fiscal 2022 2024 | grep -e contribution -e unearned -e exposure -e in_force -e paid
  22,22,h,FY2022,contribution_other,276.00
  22,22,h,FY2022,exposure,1
  22,22,h,FY2022,in_force,1
  22,22,h,FY2022,unearned,275.00
  22,22,h,FY2023,contribution_other,732.00
  22,22,h,FY2023,exposure,732
  22,22,h,FY2023,in_force,2
  22,22,h,FY2023,unearned,275.00
  22,22,h,FY2024,exposure,275
  22,22,h,FY2023,paid,10.00
  22,22,h,FY2024,paid,20.00
  $ fiscal 2023 2023 --grain quarter | grep -e exposure -e paid
  22,22,h,FY2023Q1,exposure,182
  22,22,h,FY2023Q2,exposure,184
  22,22,h,FY2023Q3,exposure,184
  22,22,h,FY2023Q4,exposure,182
  22,22,h,FY2023Q4,paid,10.00
  $ printf '%s\n' date,item,amount 2024-03-31,捐赠,5 2024-04-01,捐赠,7 | hz-ledger entries --from 2023 --to 2024 --year-starts 4
  province,office,plan,period,item,amount
  ,,,FY2023,donations,5.00
  ,,,FY2024,donations,7.00
  $ fiscal 2023 2023 --grain month
  hz-ledger: --year-starts: months are the same in any year: leave it out, or take --grain quarter, half-year or year
  try: hz-ledger --help
  hz-ledger: --year-starts: months are the same in any year: leave it out, or take --grain quarter, half-year or year
  try: hz-ledger --help
  [2]
  $ for k in opening yield fees expenses risk_reserve aid_fund development_fund ibnr claim_expenses margin; do echo "$k: 0"; done > terms.yaml; echo 'from: {2024: {fees: 10%}}' >> terms.yaml
  $ fiscal 2022 2024 > all.csv; hz-fund --terms terms.yaml all.csv > stated.csv; grep -e ,contributions, -e ,fees -e closing_assets stated.csv
  FY2022,contributions,276.00,sum of payers
  FY2022,fees,0.00,terms.yaml:3 fees
  FY2022,closing_assets,276.00,opening + movement
  FY2023,contributions,732.00,sum of payers
  FY2023,fees,0.00,terms.yaml:3 fees
  FY2023,closing_assets,998.00,opening + movement
  FY2024,contributions,0.00,sum of payers
  FY2024,fees,0.00,terms.yaml:11 fees
  FY2024,closing_assets,978.00,opening + movement
  $ grep -v FY2024 stated.csv > before.csv; fiscal 2024 2024 > last.csv; hz-fund --terms terms.yaml --opening before.csv last.csv | cut -d, -f1-3 | cmp - <(cut -d, -f1-3 stated.csv | grep -e year -e FY2024)
  $ hz-ledger members --from 2024 --to 2024 m.csv > calendar.csv; hz-fund --terms terms.yaml --opening before.csv calendar.csv
  hz-fund: before.csv: the statement's years and the ledger's do not start with the same month: expected one hz-ledger --year-starts
  [1]
  $ cat calendar.csv last.csv > mixed.csv; hz-fund --terms terms.yaml mixed.csv
  hz-fund: mixed.csv:8:9: period: "FY2024" is no period of the length of those before: expected one hz-ledger --grain
  [1]

A seat that has gone to another on the 191st day of 365, of a yuan each: its days are those of its holder, six ends of months,
and what was paid is earned to the end of the term, 184 days after June and none after December:

  $ printf '%s\n' plan,office,start,end,contribution,status,ended h,61,2022-01-01,2022-12-31,365,swapped_out,2022-07-10 > seat.csv
  $ hz-ledger members --from 2022 --to 2022 --grain month seat.csv > months.csv; grep -e 2022-06 -e 2022-07 -e 2022-12 months.csv
  61,61,h,2022-06,exposure,30
  61,61,h,2022-06,in_force,1
  61,61,h,2022-06,remaining,184
  61,61,h,2022-06,unearned,184.00
  61,61,h,2022-07,ends,1
  61,61,h,2022-07,exposure,10
  61,61,h,2022-07,unearned,153.00
  $ awk -F, '/exposure/ { days += $6 } /in_force/ { ends += $6 } END { print days, ends }' months.csv
  191 6

Codes of entries are read as those of records: one row of 100 + 50 + 7, and a code that a workbook has cut is refused. A
name of an office tells no province; two signs of its first letter would be none:

  $ printf 'date,item,amount,plan,office\n2024-01-01,donations,100,yr,0101\n2024-01-02,donations,50, yr,0101\n2024-01-03,donations,7,ｙｒ,"0101 "\n2024-01-03,donations,7,yr,1.1E+17\n2024-01-04,donations,9,yr,长春\n' >codes.csv
  $ hz-ledger entries --from 2024 --to 2024 codes.csv
  hz-ledger: codes.csv:5:27: office: "1.1E+17" is a number in the short form of a workbook, which has lost digits: enter the column as text
  hz-ledger: 5 rows in = 4 used + 0 left out + 1 rejected (code_short 1)
  province,office,plan,period,item,amount
  ,长春,yr,2024,donations,9.00
  01,0101,yr,2024,donations,157.00
  [1]

A claim is rejected in capitals, too:

  $ printf 'claim,plan,office,event,report,transaction,paid,case_estimate,status\nC1,p,0101,2024-01-01,2024-01-02,2024-01-03,0,0,REJECTED\nC2,p,0101,2024-01-01,2024-01-02,2024-01-03,0,0,rejected\n' | hz-ledger claims --from 2024 --to 2024
  province,office,plan,period,item,amount
  01,0101,p,2024,rejected,2
