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
  hz-years: one.csv:1: has 1 columns: want two, as in office,province
  [1]
  $ printf 'office,province\n0101,\n' > empty.csv; hz-years members --by province --rollup empty.csv persons.csv
  hz-years: empty.csv:2:6: is empty: want a value and what it is joined into
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
