hz-years: records to calendar years.

  $ cat >members.csv <<'END'
  > start,contribution,units,contribution_self,contribution_union,office
  > 2022-12-31,100,2,60,40,A
  > 2023-01-01,50.05,1,50.05,,B
  > 2023-06-01,80,3,,30,A
  > END

By hand: the 80 yuan have a payer for 30 only:

  $ hz-years members.csv
  year,enrolments,units,contribution,contribution_self,contribution_unit,contribution_union,contribution_government,contribution_unstated
  2022,1,2,100.00,60.00,0.00,40.00,0.00,0.00
  2023,2,4,130.05,50.05,0.00,30.00,0.00,50.00
  $ hz-years --by office members.csv | cut -d , -f 1-5
  year,office,enrolments,units,contribution
  2022,A,1,2,100.00
  2023,A,1,3,80.00
  2023,B,1,1,50.05

One record without units, and those of its year are not known:

  $ (cat members.csv; echo 2023-07-01,1,,,,A) | hz-years | cut -d , -f 1-4
  year,enrolments,units,contribution
  2022,1,2,100.00
  2023,3,,131.05

Parts above the whole, and below zero, are rejected:

  $ printf 'start,contribution,contribution_self\n2023-01-01,5,6\n2023-01-01,5,-1\n' | hz-years
  hz-years: <stdin>:2:12: contribution: "5" is less than its payers' parts together
  hz-years: <stdin>:3:14: contribution_self: "-1" is below zero: what a payer has paid is not
  hz-years: 2 rows in = 0 used + 0 left out + 2 rejected (payers_above_contribution 1, negative_money 1)
  year,enrolments,units,contribution,contribution_self,contribution_unit,contribution_union,contribution_government,contribution_unstated
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
  $ hz-years --of claims claims.csv
  year,payments,amount,mean_payment,ex_gratia_payments,ex_gratia_amount
  2023,2,250.00,125.00,1,70.00
  2024,0,0.00,,1,9.00

In parts, and by any number of threads, the same:

  $ (head -n 1 members.csv; sed -n 2,3p members.csv) | hz-years -b office --partial >a.state
  $ (head -n 1 members.csv; sed -n 4p members.csv) | hz-years -b office --partial >b.state
  $ hz-merge a.state b.state | cmp - <(hz-years -b office members.csv) && echo the same
  the same
  $ cmp <(hz-years -b plan --threads 1 "$ROOT"/data/sample/members.csv) <(hz-years -b plan --threads 5 "$ROOT"/data/sample/members.csv) && echo the same
  the same

A group may not be named like a result:

  $ hz-years --by year members.csv
  hz-years: --by: "year" is a column of the result: give the records' one another name
  try: hz-years --help
  [2]
