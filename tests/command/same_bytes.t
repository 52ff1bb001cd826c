Every fold and every map gives the same bytes with any number of threads, in blocks of any size, from a file, a
pipe or several files, and from any shards, joined in any order: of random files, whose kind is drawn, too. How
is in `tests/same_bytes.sh`, which is run by hand for more seeds. The sanitizers take one way of a small file.

  $ few() { test $MODE = release || echo ROWS=60 WAYS=1; }
  $ env $(few) bash $ROOT/tests/same_bytes.sh 1
  $ env $(few) bash $ROOT/tests/same_bytes.sh 2

It tells what differs, here from the results of a build that miscounts:

  $ mkdir other; printf '%s\n' '#!/bin/sh' 'hz-unearned "$@" | sed s/1/2/' > other/hz-unearned; chmod +x other/hz-unearned
  $ BESIDE=$PWD/other WORD='daily' ROWS=20 WAYS=0 bash $ROOT/tests/same_bytes.sh 1
  differs: seed 1: hz-unearned * --method daily: another build (glob)
  [1]

Between its first and its last month a cover is booked but twice: the ledger is the same as that of days which all weigh
the same, which are booked month by month:

  $ awk -v kind=members -v seed=1 -v rows=1500 -v from=2019 -v years=5 -f $ROOT/tests/records.awk | tr '\036' '\n' | sed '1s/wait_from/remark/' > members.csv
  $ hz-ledger members --from 1990 --to 2065 --grain month -q members.csv > two; echo [$?] >> two
  hz-ledger: fixed: 31 (blank_row 31)
  hz-ledger: 1839 rows in = 1632 used + 31 left out + 176 rejected (bad_date 9, field_count 5, bad_entry 2, unclosed_quote 149, bad_money 9, bad_units 2)
  $ hz-ledger members --from 1990 --to 2065 --grain month --risk-weights 1:1 -q members.csv > all; echo [$?] >> all
  hz-ledger: fixed: 31 (blank_row 31)
  hz-ledger: 1839 rows in = 1632 used + 31 left out + 176 rejected (bad_date 9, field_count 5, bad_entry 2, unclosed_quote 149, bad_money 9, bad_units 2)
  $ cmp two all && wc -l < two
  7275
