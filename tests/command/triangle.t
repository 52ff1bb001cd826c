Payments by year of the event, and by age in years: age 1 is the year of the event itself:

  $ cat > claims.csv <<'END'
  > claim,plan,event,report,transaction,paid,case_estimate,status
  > C1,A,2020-03-01,2020-04-01,2020-04-01,0,100,reported
  > C1,A,2020-03-01,2020-04-01,2021-02-01,40,50,approved
  > C1,A,2020-03-01,2020-04-01,2022-01-05,45,0,paid
  > C2,B,2020-08-01,2021-08-09,2021-08-09,0,7,reported
  > C2,B,2020-08-01,2021-08-09,2021-10-01,0,0,rejected
  > C3,A,2022-06-30,2022-07-01,2022-07-01,30,0,paid
  > C3,A,2022-06-30,2022-07-01,2022-08-01,-5,0,closed
  > END
  $ hz-triangle claims.csv
  origin,development,value
  2020,1,0.00
  2020,2,40.00
  2020,3,85.00
  2021,1,0.00
  2021,2,0.00
  2022,1,25.00
  $ hz-triangle --incremental --format tsv claims.csv
  origin	development	value
  2020	1	0.00
  2020	2	40.00
  2020	3	45.00
  2021	1	0.00
  2021	2	0.00
  2022	1	25.00

People see it as a triangle:

  $ hz-triangle --format table claims.csv
  origin      1      2      3
  2020     0.00  40.00  85.00
  2021     0.00   0.00
  2022    25.00

Payments and the estimate that stands; the number of claims reported, and of those closed:

  $ hz-triangle --measure incurred -f table claims.csv
  origin       1      2      3
  2020    100.00  90.00  85.00
  2021      0.00   0.00
  2022     25.00
  $ hz-triangle --measure reported -f table claims.csv
  origin  1  2  3
  2020    1  2  2
  2021    0  0
  2022    1
  $ hz-triangle --measure closed -f table claims.csv
  origin  1  2  3
  2020    0  1  2
  2021    0  0
  2022    1

A triangle for each group, from its first origin period to the common valuation:

  $ hz-triangle --by plan -f table claims.csv
  plan  origin      1      2      3
  A     2020     0.00  40.00  85.00
  A     2021     0.00   0.00
  A     2022    25.00
  B     2020     0.00   0.00   0.00
  B     2021     0.00   0.00
  B     2022     0.00

What happened after the valuation date is left out; if it lies within a period, all ages end as it does, so
that the diagonals are of one kind:

  $ hz-triangle --as-of 2021-09-30 --measure incurred -f table claims.csv
  hz-triangle: 2021 is under way: all ages end as 2021-09-30 does, the first after 0.75 of a development period; payments by calendar period are of ages by month (--grain year:month)
  origin    0.75   1.75
  2020    100.00  97.00
  2021      0.00

Other periods: the age counts from the development period in which the origin period begins:

  $ printf 'event,transaction,paid\n2021-11-30,2021-11-30,1\n2021-01-01,2022-01-01,2\n' > two.csv
  $ hz-triangle --grain Y:Q -f table two.csv
  origin     1     2     3     4     5
  2021    0.00  0.00  0.00  1.00  3.00
  2022    0.00
  $ hz-triangle --grain Q --as-of 2021-12-31 -f table two.csv
  origin     1
  2021Q4  1.00
  $ hz-triangle --grain Q:M --as-of 2021-12-31 two.csv
  origin,development,value
  2021Q4,1,0.00
  2021Q4,2,1.00
  2021Q4,3,1.00
  $ hz-triangle --grain M:Q two.csv
  hz-triangle: --grain: "M:Q": expected year, half-year, quarter or month (Y, H, Q, M), or ORIGIN:DEVELOPMENT, development not the longer: year:quarter, year:month, quarter:month
  try: hz-triangle --help
  [2]

By the date of the report, or of the start of the cover:

  $ printf 'start,event,report,transaction,paid\n2019-07-01,2020-01-01,2021-01-01,2021-01-02,3\n' > three.csv
  $ hz-triangle --origin report three.csv
  origin,development,value
  2021,1,3.00
  $ hz-triangle --origin start -f table three.csv
  origin     1     2     3
  2019    0.00  0.00  3.00
  2020    0.00  0.00
  2021    0.00

Ex-gratia aid is left out, unless it is asked for:

  $ printf 'event,transaction,paid,ex_gratia\n2020-01-01,2020-02-01,1,0\n2020-01-01,2020-02-01,2,1\n' > aid.csv
  $ hz-triangle aid.csv
  origin,development,value
  2020,1,1.00
  $ hz-triangle --ex-gratia aid.csv
  origin,development,value
  2020,1,3.00

Chinese headers; other names with a map:

  $ printf '赔案号,出险日期,支付日期,给付金额,互助互济\nC1,2020-05-01,2020-06-01,12.30,否\n' | hz-triangle
  origin,development,value
  2020,1,12.30
  $ printf 'when: event\npaid_on: transaction\n' > map.yaml
  $ printf 'when,paid_on,paid\n2020-05-01,2020-06-01,12.30\n' | hz-triangle --columns map.yaml
  origin,development,value
  2020,1,12.30

Dates out of order and statuses that are none are rejected, the rest is used:

  $ cat > faults.csv <<'END'
  > claim,event,report,transaction,paid,case_estimate,status
  > C1,2020-03-01,2020-02-01,2020-04-01,1,0,paid
  > C2,2020-03-01,2020-05-01,2020-04-01,1,0,paid
  > C3,2020-03-01,,2020-02-01,1,0,paid
  > C4,2020-03-01,2020-03-01,2020-03-01,1,-1,settled
  > ,2020-03-01,2020-03-01,2020-03-01,1,0,paid
  > C6,2020-03-01,2020-03-01,2020-03-01,1,0,paid
  > END
  $ hz-triangle --measure incurred faults.csv
  hz-triangle: faults.csv:2:15: report: "2020-02-01" is before the event
  hz-triangle: faults.csv:3:26: transaction: "2020-04-01" is before the report
  hz-triangle: faults.csv:4:16: transaction: "2020-02-01" is before the event
  hz-triangle: faults.csv:5:39: case_estimate: "-1" is below zero: expected an amount of 0 or more
  hz-triangle: faults.csv:6:1: claim: "" is empty: expected the number of the claim
  hz-triangle: 6 rows in = 1 used + 0 left out + 5 rejected (report_before_event 1, transaction_before_report 1, transaction_before_event 1, negative_money 1, empty_claim 1)
  origin,development,value
  2020,1,1.00
  [1]
  $ hz-triangle --measure closed --quiet --reject bad.csv faults.csv
  hz-triangle: 6 rows in = 1 used + 0 left out + 5 rejected (report_before_event 1, transaction_before_report 1, transaction_before_event 1, bad_status 1, empty_claim 1)
  origin,development,value
  2020,1,1
  [1]
  $ tail -n 2 bad.csv | cut -d , -f 1,3-5
  bad_status,5,42,status
  empty_claim,6,1,claim
  $ hz-triangle --strict faults.csv
  hz-triangle: faults.csv:2:15: report: "2020-02-01" is before the event
  [1]

A wrong year does not make a triangle of millions of cells:

  $ printf 'event,transaction,paid\n2020-01-01,2020-01-01,1\n2220-01-01,2220-01-01,1\n' | hz-triangle --grain M
  hz-triangle: the claims reach from 2020-01 to 2220-01-01, 2401 development periods: correct the date that is wrong, or give --as-of or a longer --grain
  [1]

No claims, and a column that the measure needs:

  $ printf 'event,transaction,paid\n' | hz-triangle
  origin,development,value
  $ hz-triangle --measure incurred two.csv
  hz-triangle: two.csv:1: there is no column "claim"; the header has: event,transaction,paid (--columns MAP.yaml gives other names)
  [1]

The shipped claims: threads and blocks change nothing, and states join to the same bytes:

  $ sample=$ROOT/data/sample/claims.csv
  $ for m in paid incurred reported closed; do
  >     hz-triangle -m $m --grain Q --by plan --threads 1 --output one.csv $sample
  >     hz-triangle -m $m --grain Q --by plan --threads 4 --block 5000 $sample | cmp - one.csv
  >     (head -n 1 $sample; sed -n '2,$p' $sample | sort -R --random-source=$sample) > shuffled.csv
  >     head -n 500 shuffled.csv > a.csv
  >     (head -n 1 a.csv; tail -n +501 shuffled.csv) > b.csv
  >     hz-triangle -m $m --grain Q --by plan --partial a.csv > a.state
  >     hz-triangle -m $m --grain Q --by plan --partial b.csv > b.state
  >     hz-merge b.state a.state | cmp - one.csv
  > done

  $ hz-triangle --version
  hz-triangle (huzhu) 0.1.0
  $ hz-triangle --help | head -n 2
  usage: hz-triangle [OPTION...] [FILE...]
  claims triangle of claim transactions
  $ hz-triangle --decimals 3 aid.csv
  origin,development,value
  2020,1,1.00

The order of the rows makes no difference, and shards of any kind join to the same bytes:

  $ hz-simulate claims --enrolments 20000 --seed 2 > many.csv
  $ for measure in paid incurred reported closed; do
  >     hz-triangle --measure $measure --by plan many.csv > whole
  >     (head -n 1 many.csv; tail -n +2 many.csv | sort -t , -k 10) | hz-triangle --measure $measure --by plan | cmp - whole
  >     rm -f shard.*; tail -n +2 many.csv | split -n r/7 - shard.
  >     for s in shard.??; do (head -n 1 many.csv; cat $s) | hz-triangle --measure $measure --by plan --partial > $s.state; done
  >     hz-merge shard.*.state | cmp - whole
  > done

Where the rows of a claim stand together, a claim is done with when the next begins, also across the parts of
a file and its shards; where they do not, the run ends:

  $ for measure in incurred reported closed; do
  >     hz-triangle --measure $measure --by plan many.csv > whole
  >     hz-triangle --measure $measure --by plan --adjacent --threads 3 --block 5000 many.csv | cmp - whole
  >     rm -f shard.*; tail -n +2 many.csv | split -l 1234 - shard.
  >     for s in shard.??; do (head -n 1 many.csv; cat $s) | hz-triangle --measure $measure --by plan --adjacent --partial > $s.state; done
  >     hz-merge shard.*.state | cmp - whole
  > done
  $ (head -n 1 many.csv; tail -n +2 many.csv | sort -t , -k 8) | hz-triangle --measure incurred --adjacent
  hz-triangle: rows of a claim do not stand together, of ??? in all: sort the records by claim, or leave --adjacent out (glob)
  [1]
