States that --partial has written, and what joins them:

  $ printf 'start,end,contribution\n2022-06-10,2023-06-09,99\n2022-06-31,2023-06-09,99\n' > a.csv
  $ printf 'start,end,contribution\n2024-01-01,2024-12-31,60\n' > b.csv
  $ hz-unearned --as-of 2022-12-31 --partial a.csv > a.state
  hz-unearned: a.csv:3:1: start: "2022-06-31" is not a date (expected YYYY-MM-DD)
  hz-unearned: 2 rows in = 1 used + 0 left out + 1 rejected (bad_date 1)
  [1]
  $ hz-unearned --as-of 2022-12-31 --partial --output b.state b.csv
  $ cat a.state
  huzhu-state,2
  command,hz-unearned
  version,0.1.0
  argument,--as-of=2022-12-31
  rows,2,1,0,1
  fault,bad_date,1
  key,integer,denominator
  value,sum,count
  value,sum,contribution
  value,sum,numerator
  row,365,1,9900,1584000
  end,1,0f088b88a6b4fb89

The joined result, and the rejected rows that the runs had:

  $ hz-merge a.state b.state
  hz-unearned: 3 rows in = 2 used + 0 left out + 1 rejected (bad_date 1)
  count,contribution,earned,unearned
  2,159.00,55.60,103.40
  [1]
  $ cat b.state a.state | hz-merge --format json --quiet
  hz-unearned: 3 rows in = 2 used + 0 left out + 1 rejected (bad_date 1)
  [
  {"count":2,"contribution":159.00,"earned":55.60,"unearned":103.40}
  ]
  [1]

States may come through pipes:

  $ hz-merge --quiet <(cat a.state) b.state <(hz-unearned --as-of 2022-12-31 --partial b.csv)
  hz-unearned: 4 rows in = 3 used + 0 left out + 1 rejected (bad_date 1)
  count,contribution,earned,unearned
  3,219.00,55.60,163.40
  [1]

A joined state can be joined again:

  $ hz-merge --partial a.state b.state > both.state
  hz-unearned: 3 rows in = 2 used + 0 left out + 1 rejected (bad_date 1)
  [1]
  $ hz-merge both.state --output both.csv
  hz-unearned: 3 rows in = 2 used + 0 left out + 1 rejected (bad_date 1)
  [1]
  $ hz-merge both.state | cmp - both.csv
  hz-unearned: 3 rows in = 2 used + 0 left out + 1 rejected (bad_date 1)

States that do not belong together are refused, with the reason:

  $ hz-unearned --as-of 2022-12-30 --partial b.csv > other.state
  $ hz-merge a.state other.state
  hz-unearned: other.state: this state was made by hz-unearned with other options than the ones before: they do not add up
  [1]

A state that was cut off or altered is refused:

  $ head -n 11 a.state > cut.state; hz-merge cut.state
  hz-unearned: cut.state:13: this state is cut off or altered: make it anew with --partial
  [1]
  $ sed 's/9900/9901/' a.state > altered.state; hz-merge altered.state
  hz-unearned: altered.state:13: this state is cut off or altered: make it anew with --partial
  [1]

What is no state:

  $ hz-merge a.csv
  hz-merge: a.csv:1: this is no state: hz-merge joins what --partial has written
  [1]
  $ hz-merge missing.state
  hz-merge: missing.state: cannot open: No such file or directory
  [3]
  $ printf '' | hz-merge
  hz-merge: <stdin>: this is no state: hz-merge joins what --partial has written
  [1]

A state given to its command instead of records needs that command's own options:

  $ hz-unearned --as-of 2022-12-31 a.state 2>&1 | tail -n 1
  1,99.00,55.60,43.40
  $ hz-unearned --as-of 2020-12-31 a.state
  hz-unearned: these states were made by hz-unearned with other options: hz-merge finishes them with their own
  try: hz-unearned --help
  [2]
  $ hz-merge --help | head -n 2
  usage: hz-merge [OPTION...] [STATE...]
  join the states that --partial has written and print the result of all
  $ hz-merge --version
  hz-merge (huzhu) 0.1.0
  $ hz-merge --decimals 3 b.state
  count,contribution,earned,unearned
  1,60.00,0.00,60.00

Shards. Three of the four have no header: they fail, and the merge says so, whatever their order:

  $ split -n l/4 $ROOT/data/sample/members.csv shard.
  $ for s in shard.ac shard.aa shard.ad shard.ab; do hz-unearned --as-of 2022-12-31 --partial $s 2>/dev/null; done | hz-merge 2>&1 | sed 's/column (.*/column/'
  hz-merge: <stdin>:5: hz-unearned could not make this part, and its rows would be missing: shard.ac:1: this is no header: none of its fields is a known column
  $ hz-unearned --as-of 2022-12-31 --partial shard.ab 2>/dev/null; echo "status $?"
  huzhu-state,2
  command,hz-unearned
  failed,"shard.ab:1: this is no header: none of its fields is a known column (wanted ""start""; --header-row N names its line, --columns MAP.yaml gives other names)"
  end,0,0000000000000000
  status 1
  $ hz-unearned --as-of 2022-12-31 --partial shard.ab -o failed.state 2>/dev/null; ls failed.state
  failed.state

Parts that say which they are: each is there once, and all of them, before a result is printed.

  $ (head -n 1 shard.aa; cat shard.ab) > b.csv; (head -n 1 shard.aa; cat shard.ac) > c.csv; (head -n 1 shard.aa; cat shard.ad) > d.csv
  $ k=0; for s in shard.aa b.csv c.csv d.csv; do hz-unearned --as-of 2022-12-31 --partial --part $((k += 1))/4 $s > $k.state; done
  $ hz-merge 4.state 1.state 3.state 2.state > merged.csv; hz-unearned --as-of 2022-12-31 $ROOT/data/sample/members.csv | cmp - merged.csv
  $ hz-merge 4.state 1.state
  hz-unearned: of 4 parts these are missing: 2, 3
  [1]
  $ hz-merge 4.state 1.state 4.state 3.state
  hz-unearned: 4.state: part 4 of 4 is there twice, and its rows would be counted twice
  [1]
  $ hz-merge --partial 4.state 1.state > two.state; hz-merge 2.state two.state; hz-merge 2.state two.state 3.state | cmp - merged.csv
  hz-unearned: of 4 parts these are missing: 3
  $ hz-merge --partial 1.state 4.state | cmp - two.state
  $ hz-unearned --as-of 2022-12-31 --partial --part 1/3 b.csv | hz-merge 1.state -
  hz-unearned: <stdin>: this state is of another number of parts than the ones before
  [1]
  $ hz-unearned --as-of 2022-12-31 --partial b.csv | hz-merge 1.state -
  hz-unearned: <stdin>: some of these states say which part they are (--part), and some do not: whether one is missing cannot be told
  [1]
  $ hz-unearned --as-of 2022-12-31 --part 1/3 b.csv
  hz-unearned: --part goes with --partial
  try: hz-unearned --help
  [2]
  $ for p in 4/3 0/3 3 a/b 1/0 1/99999; do hz-unearned --as-of 2022-12-31 --partial --part $p b.csv 2>&1 | head -n 1; done
  hz-unearned: --part: "4/3": expected which part it is of how many, 3/8, of at most 65536
  hz-unearned: --part: "0/3": expected which part it is of how many, 3/8, of at most 65536
  hz-unearned: --part: "3": expected which part it is of how many, 3/8, of at most 65536
  hz-unearned: --part: "a/b": expected which part it is of how many, 3/8, of at most 65536
  hz-unearned: --part: "1/0": expected which part it is of how many, 3/8, of at most 65536
  hz-unearned: --part: "1/99999": expected which part it is of how many, 3/8, of at most 65536

How many there must be:

  $ hz-merge --expect 4 two.state 2.state 3.state | cmp - merged.csv
  $ for s in shard.aa b.csv c.csv; do hz-unearned --as-of 2022-12-31 --partial $s; done | hz-merge --expect 4
  hz-unearned: 3 states, and 4 were expected
  [1]

Parts without a header are given it, from the whole file or by name; the first has its own:

  $ for s in shard.ad shard.aa shard.ac shard.ab; do hz-unearned --as-of 2022-12-31 --header $ROOT/data/sample/members.csv --partial $s; done | hz-merge --expect 4 | cmp - merged.csv
  $ h=$(head -n 1 shard.aa); for s in shard.a?; do hz-unearned --as-of 2022-12-31 --header "$h" --partial $s; done | hz-merge --expect 4 | cmp - merged.csv
  $ printf 'A,2024-01-01,x,10\n' | hz-unearned --as-of 2024-06-30 --header plan,start,end,contribution
  hz-unearned: <stdin>:1:14: end: "x" is not a date (expected YYYY-MM-DD)
  hz-unearned: 1 rows in = 0 used + 0 left out + 1 rejected (bad_date 1)
  count,contribution,earned,unearned
  0,0.00,0.00,0.00
  [1]
  $ printf 'A,2024-01-01,2024-12-31,10\n' | hz-unearned --as-of 2024-06-30 --header plan,start,contribution
  hz-unearned: <stdin>: there is no column "end"; the header has: plan,start,contribution (--columns MAP.yaml gives other names)
  [1]
  $ printf 'A\n' | hz-unearned --as-of 2024-06-30 --header /dev/null/x
  hz-unearned: <stdin>: this is no header: it is one field, and no known column (wanted "start"; --delimiter SIGN says what splits it, --header-row N names its line)
  [1]
  $ : > empty.csv; hz-unearned --as-of 2024-06-30 --header empty.csv b.csv
  hz-unearned: --header: "empty.csv" has no first line
  try: hz-unearned --help
  [2]

What --partial with -o leaves where it fails is a state that says so, never an older one of that name; a
command line that fails tells it too:

  $ hz-unearned --as-of 2022-12-31 --partial shard.aa -o p1.state; cp p1.state p2.state
  $ hz-unearned --as-of 2022-12-31 --partial shard.ab -o p2.state 2>/dev/null
  [1]
  $ hz-merge p1.state p2.state 2>&1 | sed 's/ (.*//'
  hz-unearned: p2.state:5: hz-unearned could not make this part, and its rows would be missing: shard.ab:1: this is no header: none of its fields is a known column
  $ hz-unearned --as-of 2022-13-31 --partial shard.aa | hz-merge
  hz-unearned: --as-of: "2022-13-31" is not a date (expected YYYY-MM-DD)
  try: hz-unearned --help
  hz-merge: <stdin>:5: hz-unearned could not make this part, and its rows would be missing: --as-of: "2022-13-31" is not a date (expected YYYY-MM-DD)
  [1]
  $ hz-merge --partial p1.state nothing.state | hz-merge
  hz-merge: nothing.state: cannot open: No such file or directory
  hz-merge: <stdin>:5: hz-merge could not make this part, and its rows would be missing: nothing.state: cannot open: No such file or directory
  [1]
  $ hz-unearned --as-of 2022-12-31 --partial shard.aa > /dev/full
  hz-unearned: <stdout>: cannot write: No space left on device
  [3]

A process that is killed leaves the start of a state, which is written before the records are read:

  $ mkfifo slow; (sleep 20 > slow & echo $! > sleeper; hz-unearned --as-of 2022-12-31 --partial slow & sleep 0.3; kill -9 $!; kill $(cat sleeper); cat p1.state) 2>/dev/null | hz-merge
  hz-unearned: <stdin>: 1 of these states were begun and never ended: what wrote them was killed, or is still at work
  [1]
  $ (head -n 5 p1.state; cat p1.state) | hz-merge
  hz-merge: <stdin>:6: another state begins within this one: what wrote it was killed, or several wrote to one pipe at once (-o FILE gives each its own)
  [1]
  $ (head -n 2 p1.state; head -n 2 p1.state; tail -n +3 p1.state; tail -n +3 p1.state) | hz-merge --quiet | tail -n 1
  998,76292.00,33944.64,42347.36

The same rows twice, as far as it can be seen, and states of two commands:

  $ hz-merge p1.state ./p1.state
  hz-unearned: ./p1.state: this file is named twice, and its rows would be counted twice
  try: hz-unearned --help
  [2]
  $ cp p1.state again.state; hz-merge p1.state again.state
  hz-unearned: 1 of these states are the same to the byte as another: if they are of the same records, these are counted twice (--part K/N tells them apart)
  count,contribution,earned,unearned
  998,76292.00,33944.64,42347.36
  $ hz-merge --partial --expect 3 p1.state b.state > /dev/null
  hz-unearned: 2 states, and 3 were expected
  [1]
  $ hz-ledger members --from 2020 --to 2024 --partial $ROOT/data/sample/members.csv > ledger.state
  $ hz-merge p1.state ledger.state
  hz-unearned: ledger.state: this state is of hz-ledger, the ones before are of hz-unearned: they do not add up
  [1]
  $ (head -n 2 p1.state; cat ledger.state) | hz-merge
  hz-merge: <stdin>:4: this state is of hz-ledger, the ones before are of hz-unearned: they do not add up
  [1]

A part without a row is one, if its header is given:

  $ : | hz-unearned --as-of 2022-12-31 --header $ROOT/data/sample/members.csv --partial | hz-merge
  count,contribution,earned,unearned
  0,0.00,0.00,0.00
