hz-years: records to calendar years.

  $ cat >members.csv <<'END'
  > start,contribution,units,contribution_self,contribution_union,office
  > 2022-12-31,100,2,60,40,A
  > 2023-01-01,50.05,1,50.05,,B
  > 2023-06-01,80,3,,30,A
  > END

By hand: the 80 yuan have a payer for 30 only:

  $ hz-years members members.csv
  year,enrolments,persons,units,seats,contribution,contribution_self,contribution_unit,contribution_union,contribution_government,contribution_unstated
  2022,1,,2,0,100.00,60.00,0.00,40.00,0.00,0.00
  2023,2,,4,0,130.05,50.05,0.00,30.00,0.00,50.00
  $ hz-years members --by office members.csv | cut -d , -f 1-5
  year,office,enrolments,persons,units
  2022,A,1,,2
  2023,A,1,,3
  2023,B,1,,1

One record without units, and those of its year are not known:

  $ (cat members.csv; echo 2023-07-01,1,,,,A) | hz-years members | cut -d , -f 1-4
  year,enrolments,persons,units
  2022,1,,2
  2023,3,,

Persons, by hand: A enrols twice in 2022 and once in 2023, B once, and in 2024 a record has no name:

  $ cat >persons.csv <<'END'
  > start,contribution,member_id,office,seat_id,replaces
  > 2022-03-01,10,A,0101,,
  > 2022-09-01,10,A,0102,S1,
  > 2022-09-02,10,B,0102,S1,x
  > 2023-01-01,10,A,0103,,
  > 2024-01-01,10,,0101,,
  > 2024-01-01,10,B,0101,,
  > END
  $ hz-years members --persons member_id persons.csv | cut -d , -f 1-5
  year,enrolments,persons,units,seats
  2022,3,2,,1
  2023,1,1,,0
  2024,2,,,0
  $ hz-years members --persons 会员号 --by office persons.csv | cut -d , -f 1-4
  year,office,enrolments,persons
  2022,0101,1,1
  2022,0102,2,2
  2023,0103,1,1
  2024,0101,2,

Years that begin in July, and terms: what is before the first is left out:

  $ hz-years members -y 07-01 -p member_id persons.csv | cut -d , -f 1-3
  year,enrolments,persons
  2021,1,1
  2022,3,2
  2023,2,
  $ hz-years members --years 2022-09-02,2024-01-01 -p member_id persons.csv | cut -d , -f 1-3
  year,enrolments,persons
  2022-09-02,2,2
  2024-01-01,2,
  $ for when in 02-29 7-1 2022-13-01 2022-01-01,2022-01-01 2022-01-01, ; do hz-years members --years $when persons.csv 2>&1 | head -n 1; done
  hz-years: --years: "02-29" is none of: calendar, MM-DD, or DATE,... rising
  hz-years: --years: "7-1" is none of: calendar, MM-DD, or DATE,... rising
  hz-years: --years: "2022-13-01" is none of: calendar, MM-DD, or DATE,... rising
  hz-years: --years: "2022-01-01,2022-01-01" is none of: calendar, MM-DD, or DATE,... rising
  hz-years: --years: "2022-01-01," is none of: calendar, MM-DD, or DATE,... rising

Offices into provinces; 0103 is in none, and a person of two offices of one province is one:

  $ printf 'office,province\n0101,01\n0102,01\n' > provinces.csv
  $ hz-years members --by province --rollup provinces.csv --persons member_id persons.csv 2> told | cut -d , -f 1-4; cat told
  year,province,enrolments,persons
  2022,01,3,2
  2024,01,2,
  hz-years: persons.csv:5:17: office: "0103" is not in provinces.csv, which says what is joined into what
  hz-years: 6 rows in = 5 used + 0 left out + 1 rejected (not_in_rollup 1)
  $ hz-years members --rollup provinces.csv persons.csv
  hz-years: --rollup: provinces.csv makes groups of province: name it in --by
  try: hz-years --help
  [2]
  $ printf 'office,province\n0101,01\n0101,02\n' > twice.csv; hz-years members --by province --rollup twice.csv persons.csv
  hz-years: twice.csv: "0101" stands twice: it can be joined into one thing only
  [1]
  $ printf 'office\n0101\n' > one.csv; hz-years members --by province --rollup one.csv persons.csv
  hz-years: one.csv:1: has 1 columns: expected two, as in office,province
  [1]
  $ printf 'office,province\n0101,\n' > empty.csv; hz-years members --by province --rollup empty.csv persons.csv
  hz-years: empty.csv:2:6: is empty: expected a value and what it is joined into
  [1]

Persons in shards, in any order, by any number of threads, are the same; sort and uniq agree:

  $ hz-simulate members --rows 20000 --seed 9 > many.csv
  $ hz-years members --by plan --persons birth many.csv > whole.out
  $ for n in 1 7; do
  >     rm -f shard.*; tail -n +2 many.csv | split -n r/$n - shard.
  >     for s in shard.*; do (head -n 1 many.csv; cat $s) | hz-years members --by plan --persons birth --partial > $s.state; done
  >     hz-merge $(ls -r shard.*.state) | cmp - whole.out
  >     cat shard.*.state | hz-merge --partial | hz-merge | cmp - whole.out
  > done
  $ for j in 1 3; do hz-years members --by plan --persons birth -j $j --block 5000 many.csv | cmp - whole.out; done
  $ tail -n +2 many.csv | awk -F, '{ print substr($4, 1, 4) "," $2 "," $8 }' | sort -u | cut -d, -f 1-2 | uniq -c |
  >     awk '{ print $2 "," $1 }' | cmp - <(tail -n +2 whole.out | cut -d, -f 1,2,4)

Parts above the whole, and below zero, are rejected:

  $ printf 'start,contribution,contribution_self\n2023-01-01,5,6\n2023-01-01,5,-1\n' | hz-years members
  hz-years: <stdin>:2:12: contribution: "5" is less than its payers' parts together
  hz-years: <stdin>:3:14: contribution_self: "-1" is below zero: what a payer has paid is not
  hz-years: 2 rows in = 0 used + 0 left out + 2 rejected (payers_above_contribution 1, negative_money 1)
  year,enrolments,persons,units,seats,contribution,contribution_self,contribution_unit,contribution_union,contribution_government,contribution_unstated
  [1]

Claims: 300 - 50 in two payments and one return; aid of 70 is apart; an open claim is left out:

  $ cat >claims.csv <<'END'
  > event,report,transaction,paid,ex_gratia
  > 2022-12-01,2022-12-05,2023-01-10,100,0
  > 2022-12-01,2022-12-05,2023-02-10,200,0
  > 2022-12-01,2022-12-05,2023-03-10,-50,0
  > 2022-12-01,2022-12-05,2023-04-10,70,1
  > 2024-12-01,2024-12-05,2024-12-05,0,0
  > 2024-12-01,2024-12-05,2024-12-06,9,1
  > END
  $ hz-years claims claims.csv
  hz-years: claims.csv:4:34: paid: note: "-50" takes a payment back, which stays counted as one: --count claims counts what claims come to
  year,payments,beneficiaries,amount,mean_payment,service_cost,ex_gratia_payments,ex_gratia_amount
  2023,2,,250.00,125.00,0.00,1,70.00
  2024,0,,0.00,,0.00,1,9.00

In parts, and by any number of threads, the same:

  $ (head -n 1 members.csv; sed -n 2,3p members.csv) | hz-years members -b office --partial >a.state
  $ (head -n 1 members.csv; sed -n 4p members.csv) | hz-years members -b office --partial >b.state
  $ hz-merge a.state b.state | cmp - <(hz-years members -b office members.csv) && echo the same
  the same
  $ cmp <(hz-years members -b plan --threads 1 "$ROOT"/data/sample/members.csv) <(hz-years members -b plan --threads 5 "$ROOT"/data/sample/members.csv) && echo the same
  the same

A group may not be named like a result:

  $ hz-years members --by year members.csv
  hz-years: --by: "year" is a column of the result: give the records' one another name
  try: hz-years --help
  [2]

A claim is one payout, whatever its records. In 2023 claim 1 is paid in two parts, 2 is taken back, 3 and 4 are paid;
in 2024 4 is taken back and 5 is paid to the person of 3; 6 is a service, 7 aid that came back. So 3 claims are paid in
2023, (100 + 50 + 70 + 40) / 3 = 86.67 on average, to A, B and C; and in 2024 5 and 6, less 4, to B and D:

  $ cat > parts.csv <<'.'
  > claim,member_id,plan,transaction,paid,service_cost,ex_gratia
  > 1,A,h,2023-02-01,100,,
  > 1,A,h,2023-03-01,50,,
  > 2,A,h,2023-02-01,100,,
  > 2,A,h,2023-04-01,-100,,
  > 3,B,h,2023-02-01,70,,
  > 4,C,h,2023-12-01,40,,
  > 4,C,h,2024-12-01,-40,,
  > 5,B,h,2024-01-01,30,,
  > 6,D,screening,2024-01-01,,180,
  > 7,E,h,2024-01-01,1000,,1
  > 7,E,h,2024-02-01,-1000,,1
  > .
  $ hz-years claims --count claims --persons member_id parts.csv
  year,claims,beneficiaries,amount,mean_claim,service_cost,ex_gratia_claims,ex_gratia_amount
  2023,3,3,260.00,86.67,0.00,0,0.00
  2024,1,2,-10.00,,180.00,0,0.00
  $ hz-years claims --count payments --persons member_id parts.csv
  year,payments,beneficiaries,amount,mean_payment,service_cost,ex_gratia_payments,ex_gratia_amount
  2023,5,3,260.00,52.00,0.00,0,0.00
  2024,2,2,-10.00,-10.00,180.00,1,0.00
  $ hz-years claims --count claims --by plan --grain month parts.csv | cut -d , -f 1-5
  period,plan,claims,beneficiaries,amount
  2023-02,h,3,,270.00
  2023-03,h,0,,50.00
  2023-04,h,-1,,-100.00
  2023-12,h,1,,40.00
  2024-01,h,1,,30.00
  2024-01,screening,1,,0.00
  2024-02,h,0,,0.00
  2024-12,h,-1,,-40.00

In any order and any shards, and with --adjacent:

  $ hz-simulate claims --enrolments 20000 > all.csv; (head -n 1 all.csv; sed 1d all.csv | sort -t , -k 8,8r) > any.csv
  $ hz-years claims --count claims --by plan --persons member all.csv > straight.csv
  $ hz-years claims --count claims --by plan --persons member --adjacent all.csv --threads 3 | cmp - straight.csv
  $ hz-years claims --count claims --by plan --persons member any.csv --threads 3 | cmp - straight.csv
  $ awk 'NR == 1 { for (i = 0; i < 3; i++) print > "s" i; next } { print > "s" NR % 3 }' any.csv
  $ for i in 0 1 2; do hz-years claims --count claims --by plan --persons member --partial s$i > p$i; done
  $ hz-merge p2 p0 p1 | cmp - straight.csv
  $ hz-years claims --count claims --adjacent any.csv
  hz-years: rows of a claim do not stand together, of 1?? in all: sort the records by claim, or leave --adjacent out (glob)
  [1]

Members' records that take back or give back: of four enrolments one is taken back, so P1, P2 and P4 are left, and of
the 240.00 paid 60.00 are taken back in 2023 and 20.00 given back in 2024:

  $ cat > back.csv <<'.'
  > member,member_id,plan,start,end,contribution,contribution_self,units,ended
  > A,P1,h,2023-07-01,2024-06-30,60,60,1,
  > B,P2,h,2023-07-01,2024-06-30,60,60,1,2024-03-01
  > B,P2,h,2023-07-01,2024-06-30,-20,-20,1,2024-03-01
  > C,P3,h,2023-07-01,2024-06-30,60,60,1,
  > C,P3,h,2023-07-01,2024-06-30,-60,-60,1,
  > D,P4,h,2023-07-01,2024-06-30,60,60,1,
  > .
  $ hz-years members --persons member_id back.csv
  year,enrolments,persons,units,seats,contribution,contribution_self,contribution_unit,contribution_union,contribution_government,contribution_unstated
  2023,3,3,3,0,180.00,180.00,0.00,0.00,0.00,0.00
  2024,0,0,0,0,-20.00,-20.00,0.00,0.00,0.00,0.00
  $ hz-years members --grain quarter back.csv | cut -d , -f 1-2,6
  period,enrolments,contribution
  2023Q3,3,180.00
  2024Q1,0,-20.00
  $ hz-years members --grain month --years 07-15 back.csv
  hz-years: --grain: quarters and months are of years that start with a month: --years 07-15 does not
  try: hz-years --help
  [2]

Quarters of years that begin in April, named after the calendar year in which they do:

  $ printf '%s\n' start,contribution 2021-03-31,1 2021-04-01,2 2021-06-30,3 2021-07-01,4 2022-03-31,5 >starts.csv
  $ for grain in quarter year; do cmp <(hz-years members --grain $grain --year-starts 04 starts.csv) <(hz-years members --grain $grain --years 04-01 starts.csv); done
  $ hz-years members --year-starts 2 --years 04-01 starts.csv
  hz-years: --years and --year-starts both say when years begin: choose one
  try: hz-years --help
  [2]
  $ printf '%s\n' start,contribution 2021-03-31,1 2021-04-01,2 2021-06-30,3 2021-07-01,4 2022-03-31,5 | hz-years members --grain quarter --years 04-01 | cut -d, -f1,2,6
  period,enrolments,contribution
  FY2020Q4,1,1.00
  FY2021Q1,2,5.00
  FY2021Q2,1,4.00
  FY2021Q4,1,5.00
  $ printf '%s\n' start,contribution 2021-03-31,1 2021-04-01,2 2022-03-31,5 | hz-years members --years 04-01 | cut -d, -f1,2,6
  year,enrolments,contribution
  2020,1,1.00
  2021,2,7.00

A claim whose rows name two persons counts for the one of its latest payment: B, as does the other claim:

  $ cat >two.csv <<'END'
  > claim,member,plan,office,event,transaction,paid
  > C1,A,p,o,2024-01-01,2024-03-01,10
  > C1,B,p,o,2024-01-01,2024-05-01,20
  > C2,B,p,o,2024-01-01,2024-06-01,30
  > END
  $ hz-years claims --count claims --persons member two.csv | cut -d , -f 1-4
  year,claims,beneficiaries,amount
  2024,2,1,60.00

A record that does not say, and one that takes back another, do not make up for each other: whose shares the second
row takes back, and how many the third has, nobody knows. One that is taken back whole is as if it were not there:

  $ printf '%s\n' start,end,contribution,units,member_id 2024-01-01,2024-12-31,10,2,A 2024-01-01,2024-12-31,-10,, \
  > 2024-02-01,2024-12-31,10,, > untold.csv
  $ for last in 4 3 2; do head -n $last untold.csv | hz-years members -p member_id | cut -d , -f 2-4; done
  enrolments,persons,units
  1,,
  enrolments,persons,units
  0,,
  enrolments,persons,units
  1,1,2
  $ (cat untold.csv; echo 2024-02-01,2024-12-31,-10,, ; echo 2024-01-01,2024-12-31,10,,) | hz-years members -p member_id | cut -d , -f 2-4
  enrolments,persons,units
  1,1,2

Of claims, one of nobody knows whom in 2023 has come back in 2024, in which two are paid, one of them to a person named:

  $ printf '%s\n' claim,member_id,event,transaction,paid c1,m1,2023-01-01,2023-03-01,100 c1,,2023-01-01,2024-03-01,-100 \
  > c2,,2024-01-01,2024-03-01,100 c3,m3,2024-01-01,2024-03-01,100 > nobody.csv
  $ hz-years claims -c claims -p member_id nobody.csv | cut -d , -f 1-3
  year,claims,beneficiaries
  2023,1,1
  2024,1,
