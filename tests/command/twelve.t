Twelve people over three years: every kind of joining, leaving, renewing, correcting, paying in parts and taking back,
through all commands, each total worked out from the rows.

The plan takes 365.00 a year, a yuan a day, and pays 1000.00 a unit for a severe illness after 30 days of waiting, which
begin anew after a gap of more than 30 days. Who leaves gets the days that are left.

  $ mkdir plans; cat > plans/twelve.yaml <<'.'
  > plan: twelve
  > version: "1"
  > name: 示例计划
  > status: illustrative
  > source: made up for this session
  > currency: CNY
  > effective: {from: 2021-01-01}
  > term: {years: 1}
  > contribution: {amount: 365}
  > units: {most: 2}
  > renewal: {grace_days: 30}
  > withdrawal: {refund: pro_rata}
  > benefits:
  >   - code: CI
  >     name: 重症
  >     kind: lump_sum
  >     amount: 1000
  >     diseases: critical-35
  >     waiting: [{through: 30, amount: 0}]
  > .

P1 stays three years. P2 leaves on 30 June 2021 and gets 184 of 365 days back, 184.00. P3 dies on 30 September. P4 is
booked tenfold, taken back and booked again, and renews. P5 is away in 2022. P6 has terms from July to June. P7 is a
gift of the union. P8 is booked and taken back. P9 holds two units. P10's cover ends with what it pays. P11 is new in 2023,
P12 in October 2022:

  $ cat > members.csv <<'.'
  > member,member_id,plan,office,start,end,contribution,contribution_union,units,enter_type,status,ended
  > P1-1,P1,twelve,2201,2021-01-01,2021-12-31,365,,1,new,expired,
  > P1-2,P1,twelve,2201,2022-01-01,2022-12-31,365,,1,renew,expired,
  > P1-3,P1,twelve,2201,2023-01-01,2023-12-31,365,,1,renew,expired,
  > P2-1,P2,twelve,2201,2021-01-01,2021-12-31,365,,1,new,cancelled,2021-06-30
  > P2-1,P2,twelve,2201,2021-01-01,2021-12-31,-184,,1,new,cancelled,2021-06-30
  > P3-1,P3,twelve,2201,2021-01-01,2021-12-31,365,,1,new,dead,2021-09-30
  > P4-1,P4,twelve,2201,2021-01-01,2021-12-31,3650,,1,new,expired,
  > P4-1,P4,twelve,2201,2021-01-01,2021-12-31,-3650,,1,new,expired,
  > P4-1,P4,twelve,2201,2021-01-01,2021-12-31,365,,1,new,expired,
  > P4-2,P4,twelve,2201,2022-01-01,2022-12-31,365,,1,renew,expired,
  > P5-1,P5,twelve,2201,2021-01-01,2021-12-31,365,,1,new,expired,
  > P5-2,P5,twelve,2201,2023-01-01,2023-12-31,365,,1,renew,expired,
  > P6-1,P6,twelve,2201,2021-07-01,2022-06-30,365,,1,new,expired,
  > P6-2,P6,twelve,2201,2022-07-01,2023-06-30,365,,1,renew,expired,
  > P7-1,P7,twelve,2201,2022-01-01,2022-12-31,365,365,1,gift,expired,
  > P8-1,P8,twelve,2201,2022-01-01,2022-12-31,365,,1,new,active,
  > P8-1,P8,twelve,2201,2022-01-01,2022-12-31,-365,,1,new,active,
  > P9-1,P9,twelve,2201,2022-01-01,2022-12-31,730,,2,new,expired,
  > P10-1,P10,twelve,2201,2023-01-01,2023-12-31,365,,1,new,terminated_by_payout,2023-05-01
  > P11-1,P11,twelve,2201,2023-01-01,2023-12-31,365,,1,new,expired,
  > P12-1,P12,twelve,2201,2022-10-01,2023-09-30,365,,1,new,expired,
  > .

The check finds the price that was wrong and taken back, and the renewal after a gap, and nothing else:

  $ hz-check members --plans plans --lists $ROOT/data/lists members.csv > checked.csv; cmp checked.csv members.csv
  hz-check: members.csv:8:43: contribution: warning: "3650" is not what these units cost: 365.00
  hz-check: members.csv:13:50: enter_type: warning: "renew" after a gap of 365 days, the plan allows 30: waiting begins anew
  hz-check: warnings: 2 (contribution 1, renewal_gap 1)

What each claim is due: 1 falls on day 46 and 4 on day 10 of a renewal, 5 is of two units; 2 comes after P2 has left, 3 on
day 20 of a cover that begins anew:

  $ cat > events.csv <<'.'
  > claim,member,event,ci_code
  > 1,P1-1,2021-02-15,S01
  > 2,P2-1,2021-08-01,S01
  > 3,P5-2,2023-01-20,S01
  > 4,P6-2,2022-07-10,S01
  > 5,P9-1,2022-06-01,S01
  > 6,P10-1,2023-05-01,S01
  > 7,P7-1,2022-03-01,S01
  > 8,P11-1,2023-04-01,S01
  > .
  $ hz-benefit --plans plans --lists $ROOT/data/lists --members members.csv events.csv > due.csv
  $ cut -d , -f 1,5,6 due.csv
  claim,cover,payable
  1,covered,1000.00
  2,ended,0.00
  3,covered,0.00
  4,covered,1000.00
  5,covered,2000.00
  6,covered,1000.00
  7,covered,1000.00
  8,covered,1000.00

What happened to them: 1 is paid in two parts, 4 is paid, taken back and paid again, 5 is paid in two parts of two years,
7 is rejected in 2022 and paid in 2023, 8 is paid and taken back as no claim at all:

  $ cat > claims.csv <<'.'
  > claim,member,member_id,plan,office,event,report,transaction,paid,case_estimate,status
  > 1,P1-1,P1,twelve,2201,2021-02-15,2021-03-01,2021-03-10,600,0,approved
  > 1,P1-1,P1,twelve,2201,2021-02-15,2021-03-01,2021-04-10,400,0,paid
  > 2,P2-1,P2,twelve,2201,2021-08-01,2021-08-10,2021-09-01,0,0,rejected
  > 4,P6-2,P6,twelve,2201,2022-07-10,2022-07-20,2022-08-01,1000,0,paid
  > 4,P6-2,P6,twelve,2201,2022-07-10,2022-07-20,2022-09-01,-1000,0,reopened
  > 4,P6-2,P6,twelve,2201,2022-07-10,2022-07-20,2022-10-01,1000,0,paid
  > 7,P7-1,P7,twelve,2201,2022-03-01,2022-03-10,2022-04-01,0,0,rejected
  > 5,P9-1,P9,twelve,2201,2022-06-01,2022-06-10,2022-12-20,1500,0,paid
  > 5,P9-1,P9,twelve,2201,2022-06-01,2022-06-10,2023-01-15,500,0,paid
  > 3,P5-2,P5,twelve,2201,2023-01-20,2023-02-01,2023-02-10,0,0,rejected
  > 7,P7-1,P7,twelve,2201,2022-03-01,2022-03-10,2023-02-01,1000,0,paid
  > 8,P11-1,P11,twelve,2201,2023-04-01,2023-04-10,2023-05-01,1000,0,paid
  > 6,P10-1,P10,twelve,2201,2023-05-01,2023-05-10,2023-06-01,1000,0,paid
  > 8,P11-1,P11,twelve,2201,2023-04-01,2023-04-10,2023-11-01,-1000,0,closed
  > .

Unearned. At the end of 2021 only P6 has days to come, 181 to 30 June; a year later P6 again 181, and P12 273:

  $ for y in 2021 2022 2023; do awk -F, -v y=$y 'NR == 1 || $5 <= y "-12-31"' members.csv | hz-unearned --as-of $y-12-31 | tail -n 1; done
  6,2006.00,1825.00,181.00
  12,4561.00,4107.00,454.00
  16,6021.00,6021.00,0.00

Contributions of 2021 are 5 x 365 + 365 - 184 = 2006, of 2022 5 x 365 + 730 = 2555, of 2023 4 x 365 = 1460, 6021 in all, which
is what is earned in the end. In 2021 the days covered are 365 of P1, P4 and P5, 181 of P2, 273 of P3 and 184 of P6: 1733; 2
covers lapse, with 184 + 92 = 276 days not yet earned; P1, P4, P5 and P6 are there on 31 December:

  $ hz-ledger members --from 2021 --to 2023 --persons member_id members.csv > ledger.csv; grep ,2201,twelve,2021, ledger.csv | cut -d , -f 4-
  2021,covers,6
  2021,ends,5
  2021,contribution_other,2006.00
  2021,exposure,1733
  2021,in_force,4
  2021,remaining,181
  2021,unearned,181.00
  2021,lapses,2
  2021,lapsed,276.00
  2021,persons,4

In 2022 they are 365 of P1, P4, P6 and P7, 730 of P9 and 92 of P12: 2282. P1, P4, P6, P7, P9 and P12 are there, and P8 is not.
In 2023: 365 of P1, P5 and P11, 121 of P10, 181 of P6 and 273 of P12: 1670; P10's cover lapses with 244 days:

  $ grep -e ,2022, -e ,2023, ledger.csv | grep ,2201,twelve, | cut -d , -f 4- | grep -v -e ends -e remaining
  2022,covers,6
  2022,renewals,3
  2022,gifts,1
  2022,contribution_union,365.00
  2022,contribution_other,2190.00
  2022,exposure,2282
  2022,in_force,6
  2022,unearned,454.00
  2022,persons,6
  2023,covers,4
  2023,renewals,2
  2023,contribution_other,1460.00
  2023,exposure,1670
  2023,in_force,3
  2023,lapses,1
  2023,lapsed,244.00
  2023,persons,3

Claims: 1 in 2021; 4 and 5 in 2022; 6 and 7 in 2023, as 8 came back. 7 is no rejection any more in 2023, but 3 is one:

  $ hz-ledger claims --from 2021 --to 2023 claims.csv > paid.csv; cut -d , -f 4- paid.csv | grep -v -e prompt
  period,item,amount
  2021,paid,1000.00
  2021,payments,2
  2021,claims,1
  2021,rejected,1
  2022,paid,2500.00
  2022,payments,3
  2022,claims,2
  2022,rejected,1
  2023,paid,2500.00
  2023,payments,4
  2023,claims,2

The fund has 10000.00 and no terms but the records: assets 10000 + 2006 - 1000 = 11006, + 2555 - 2500 = 11061, + 1460 - 2500 =
10021. At the end of 2022 a day has cost 2500 / 2282, so that 454 days to come cost 497.37, which is 43.37 more than is
unearned. The surplus is 2006 - 181 - 1000 = 825; 2555 - 273 - 2500 - 43.37 = -261.37; 1460 + 454 - 2500 + 43.37 = -542.63:

  $ cat > terms.yaml <<'.'
  > opening: 10000
  > yield: 0
  > fees: 0
  > expenses: 0
  > risk_reserve: 0
  > aid_fund: 0
  > development_fund: 0
  > ibnr: 0
  > claim_expenses: 0
  > margin: 0
  > population: 12
  > .
  $ cat ledger.csv paid.csv > all.csv
  $ hz-fund --terms terms.yaml all.csv | grep -e ,surplus -e ,closing_assets -e ,closing_deficiency -e ,closing_retained -e ,lapsed | cut -d , -f 1-3
  2021,surplus,825.00
  2021,closing_assets,11006.00
  2021,closing_deficiency,0.00
  2021,closing_retained,10825.00
  2021,lapsed,276.00
  2022,surplus,-261.37
  2022,closing_assets,11061.00
  2022,closing_deficiency,43.37
  2022,closing_retained,10563.63
  2022,lapsed,0.00
  2023,surplus,-542.63
  2023,closing_assets,10021.00
  2023,closing_deficiency,0.00
  2023,closing_retained,10021.00
  2023,lapsed,244.00

Of 4 people at the end of 2021 3 renew; of 12 people 6 are covered a year later; of claims decided 1 of 2 is rejected in 2021,
1 of 3 in 2022 and none, net, in 2023:

  $ hz-fund --terms terms.yaml --ratios all.csv | grep -e renewal -e coverage -e rejection | cut -d , -f 1-5
  2021,renewal,,0.00,
  2021,coverage,0.3333,4.00,12.00
  2021,rejection,0.5000,1.00,2.00
  2022,renewal,0.7500,3.00,4.00
  2022,coverage,0.5000,6.00,12.00
  2022,rejection,0.3333,1.00,3.00
  2023,renewal,0.3333,2.00,6.00
  2023,coverage,0.2500,3.00,12.00
  2023,rejection,0.0000,0.00,2.00

A year out of the statement before it is the same:

  $ by=province,office,plan; hz-fund --terms terms.yaml --by $by all.csv > replay.csv
  $ grep -v ,2023, replay.csv > before.csv; (hz-ledger members --from 2023 --to 2023 members.csv; hz-ledger claims --from 2023 --to 2023 claims.csv) |
  > hz-fund --terms terms.yaml --by $by --opening before.csv | cut -d , -f 1-6 | cmp - <((head -n 1 replay.csv; grep ,2023, replay.csv) | cut -d , -f 1-6)

The table of years, and its growth: of contributions the root of 1460 / 2006, -14.69 % a year; a claim costs 1000, 1250 and 1250 on
average:

  $ hz-years members --persons member_id members.csv | cut -d , -f 1-4,6 | tee years.csv
  year,enrolments,persons,units,contribution
  2021,6,6,6,2006.00
  2022,6,6,7,2555.00
  2023,4,4,4,1460.00
  $ hz-years claims --count claims --persons member_id claims.csv | cut -d , -f 1-5 | tee counted.csv
  year,claims,beneficiaries,amount,mean_claim
  2021,1,1,1000.00,1000.00
  2022,2,2,2500.00,1250.00
  2023,2,2,2500.00,1250.00
  $ hz-growth --method level years.csv | grep contribution | cut -d , -f 1-6
  contribution,level,2021,2023,2,-14.6878
  $ join -t , years.csv <(cut -d , -f 1,2,4 counted.csv) | hz-ratios | cut -d , -f 1-3
  year,frequency_percent,mean_claim
  2021,16.667,1000.00
  2022,33.333,1250.00
  2023,50.000,1250.00
