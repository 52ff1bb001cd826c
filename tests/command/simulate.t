The shipped portfolio is what its README says:

  $ hz-simulate members --enrolments 2000 | cmp - $ROOT/data/sample/members.csv
  $ hz-simulate claims --enrolments 20000 --as-of 2024-12-31 | cmp - $ROOT/data/sample/claims.csv

The rows that are wanted, whatever the number of threads:

  $ hz-simulate members --rows 3
  member,plan,office,start,end,contribution,sex,birth,units,enter_type
  M0000000001,hospital,5002,2021-01-01,2021-12-31,99.00,2,1968-08-22,1,renew
  M0000000002,combined,5201,2021-01-01,2021-12-31,100.00,1,1991-10-17,1,renew
  M0000000003,critical,6103,2024-01-04,2025-01-03,30.00,2,1986-05-13,1,renew
  $ hz-simulate claims -n 3
  claim,member,plan,office,start,event,report,transaction,paid,case_estimate,status,ex_gratia
  C00000000331,M0000000033,allowance,5401,2022-06-17,2023-06-03,2023-06-15,2023-06-15,0.00,900.00,reported,0
  C00000000331,M0000000033,allowance,5401,2022-06-17,2023-06-03,2023-06-15,2023-06-21,600.00,0.00,paid,0
  C00000000381,M0000000038,hospital,3702,2021-11-18,2022-03-19,2022-05-29,2022-05-29,0.00,400.00,reported,0
  $ for what in members claims; do
  >     hz-simulate $what --rows 50000 --threads 1 > one.csv
  >     hz-simulate $what --rows 50000 --threads 3 --output three.csv
  >     cmp one.csv three.csv
  >     tail -n +2 one.csv | wc -l
  > done
  50000
  50000

Another seed, another portfolio; other years, other covers:

  $ hz-simulate members --rows 1000 --seed 2 | cmp -s - <(hz-simulate members --rows 1000); echo $?
  1
  $ hz-simulate members -n 1000 --from 1999 --years 2 | cut -d , -f 4 | cut -c 1-4 | sort -u
  1999
  2000
  star
  $ hz-simulate members -n 1000 --from 2024 --years 1 --as-of 2024-01-01 | cut -d , -f 4 | sort -u
  2024-01-01
  start

The commands that read records find nothing to reject:

  $ hz-simulate members --rows 100000 | hz-unearned --as-of 2024-12-31 | wc -l
  2
  $ for m in paid incurred reported closed; do hz-simulate claims --rows 100000 | hz-triangle -m $m | tail -n 1; done | wc -l
  4

What is not asked for in full is not begun:

  $ hz-simulate
  hz-simulate: expected members or claims first: hz-simulate members|claims
  try: hz-simulate --help
  [2]
  $ hz-simulate plans --rows 3
  hz-simulate: "plans": expected members or claims first: hz-simulate members|claims
  try: hz-simulate --help
  [2]
  $ hz-simulate claims
  hz-simulate: say how many: --rows or --enrolments
  try: hz-simulate --help
  [2]
  $ hz-simulate claims --rows 3 --as-of 2019-12-31
  hz-simulate: --as-of: no cover has started by then: see --from
  try: hz-simulate --help
  [2]
  $ hz-simulate members --rows -1
  hz-simulate: --rows: -1 is out of range (0 to 1000000000000000)
  try: hz-simulate --help
  [2]
  $ hz-simulate members --rows 0
  member,plan,office,start,end,contribution,sex,birth,units,enter_type

A reader that has gone ends it quietly, a full disk does not:

  $ (hz-simulate members --enrolments 9999999999; echo "status $?" >&2) | head -n 1
  member,plan,office,start,end,contribution,sex,birth,units,enter_type
  status 0
  $ hz-simulate members --enrolments 9999999999 > /dev/full
  hz-simulate: <stdout>: cannot write: No space left on device
  [3]

  $ hz-simulate --version
  hz-simulate (huzhu) 0.1.0
  $ hz-simulate --help | head -n 2
  usage: hz-simulate [OPTION...] members|claims
  synthetic member and claim records of any number
