Every fold and every map gives the same bytes with any number of threads, in blocks of any size, and from any
shards: random files, some of whose fields are empty, quoted, wrong or too many, and rows in any order. SEEDS
names the files.

  $ messy() {
  >     awk -v seed=$1 -v lines=$2 'BEGIN { srand(seed); FS = OFS = "," }
  >         NR > 1 { r = rand(); f = 1 + int(rand() * NF) }
  >         NR > 1 && r < .01 { $f = "" }
  >         NR > 1 && r >= .01 && r < .03 { $f = "\"" $f "\"" }
  >         NR > 1 && r >= .03 && r < .04 { $f = $f "x" }
  >         NR > 1 && r >= .04 && r < .045 { $0 = $0 ",more" }
  >         NR > 1 && r >= .045 && r < .05 && lines { $f = "\"a\n\"\"b\"" }
  >         NR > 1 && r >= .05 && r < .06 { $f = "-" $f }
  >         { print }'
  > }
  $ shuffle() { awk -v seed=$1 'BEGIN { srand(seed) } NR == 1 { print; next } { printf "%.9f,%s\n", rand(), $0 | "sort | cut -d, -f2-" }'; }
  $ make_files() {
  >     hz-simulate members --rows 1500 --seed $1 > clean.csv
  >     hz-simulate claims --rows 1500 --seed $1 > claims.csv
  >     shuffle $1 < clean.csv > m0; messy $1 0 < m0 > members.lines; messy $1 1 < m0 > members.csv
  >     shuffle $1 < claims.csv > c0; messy $1 0 < c0 > claims.lines; messy $1 1 < c0 > messy.csv
  >     awk -F, -v OFS=, 'NR == 1 { print $0, "entry"; next } { print $0, "" } NR % 3 == 0 { print $0, "" }
  >         NR % 7 == 0 { $6 = "-" $6; print $0, "reversal" } NR % 35 == 0 { print $0, "reversal" }
  >         NR % 11 == 0 { $6 = -10; print $0, "" }' m0 > corrected.csv
  >     awk -F, -v OFS=, 'NR == 1 { print $0, "deposit"; next } { print $0, 10 * (NR % 5) }' m0 > savings.lines
  >     cp savings.lines savings.csv; cp messy.csv claims.any
  > }
  $ cp $ROOT/data/ci_synthetic.csv ci.csv; head -c 40 ci.csv > key; chmod 600 key

What a command prints and says of the file, whose rows are told in order:

  $ runs() { # FILE COMMAND...
  >     file=$1; shift
  >     "$@" --threads 1 $file > one 2> one.err; echo $? >> one
  >     test $(wc -l < one) -gt 2 || echo "nothing: $*"
  >     for how in '2 1048576' '3 4099' '8 1000' '1 777'; do
  >         "$@" --threads ${how% *} --block ${how#* } $file > more 2> more.err; echo $? >> more
  >         cmp -s one more && cmp -s one.err more.err || echo "differs: $* ($how)"
  >     done
  > }

And a fold of shards, dealt out row by row or cut, and merged in another order:

  $ shards() { # NAME COMMAND...
  >     name=$1; shift
  >     runs $name.csv "$@"
  >     "$@" -q $name.lines > one 2> /dev/null
  >     for cut in '-n r/2' '-l 311' '-n r/9'; do
  >         rm -f shard.*; tail -n +2 $name.lines | split $cut - shard.
  >         for s in shard.*; do { head -n 1 $name.lines; cat $s; } | "$@" -q --partial --threads 2 --block 3000 > $s.state 2> /dev/null; done
  >         case $* in *--tables*) merge="$* -q";; *) merge=hz-merge;; esac # a state opens no file by itself
  >         $merge $(ls -r shard.*.state) 2> /dev/null | cmp -s - one || echo "differs: $* ($cut)"
  >     done
  > }

And claims whose rows stand together, with --adjacent as without, whole and cut anywhere:

  $ adjacent() { # COMMAND...
  >     "$@" -q together.csv > one
  >     for how in '1 1048576' '3 4099' '8 1000' '1 777'; do
  >         "$@" -q --adjacent --threads ${how% *} --block ${how#* } together.csv | cmp -s one - || echo "differs: $* --adjacent ($how)"
  >     done
  >     rm -f shard.*; tail -n +2 together.csv | split -l 311 - shard.
  >     for s in shard.*; do { head -n 1 together.csv; cat $s; } | "$@" -q --adjacent --partial > $s.state; done
  >     hz-merge $(ls -r shard.*.state) | cmp -s - one || echo "differs: $* --adjacent (cut)"
  > }
  $ for seed in ${SEEDS:-1}; do
  >     make_files $seed; cp messy.csv claims.csv
  >     shards members hz-unearned --as-of 2022-12-31 --by plan,office
  >     shards members hz-unearned --as-of 2022-12-31 --method 78
  >     shards savings hz-savings --as-of 2022-12-31 --rate 2% --by plan
  >     shards members hz-illness --as-of 2021-12-31 --tables ci.csv --incidence synthetic_ci --rate 3% --benefit 1000 --by office
  >     shards members hz-ledger members --from 2019 --to 2025 --grain month
  >     for grain in year month; do shards members hz-ledger members --from 2019 --to 2023 --grain $grain --persons member; done
  >     shards members hz-years members --by office --persons member --grain quarter
  >     shards members hz-prospect members --as-of 2022-12-31
  >     shards members hz-prospect members --as-of 2022-12-31 --risk-weights 30:0.5
  >     for measure in paid incurred reported closed; do shards claims hz-triangle --measure $measure --grain Y:Q --by plan; done
  >     shards claims hz-ledger claims --from 2019 --to 2025
  >     for count in claims payments; do shards claims hz-years claims --count $count --persons member --by plan; done
  >     hz-simulate claims --rows 1500 --seed $seed > together.csv
  >     for measure in incurred reported closed; do adjacent hz-triangle --measure $measure --by plan; done
  >     adjacent hz-ledger claims --from 2019 --to 2025
  >     adjacent hz-years claims --count claims --persons member --by plan
  >     runs members.csv hz-check members
  >     runs corrected.csv hz-check members
  >     runs claims.csv hz-check claims
  >     runs members.csv hz-check members --fix
  >     runs members.csv hz-mask --key key
  >     runs claims.csv hz-mask --key key --as base32
  >     runs $ROOT/tests/vectors/benefit.csv hz-benefit --plans $ROOT/plans
  > done

Between its first and its last month a cover is booked but twice: the ledger is the same as that of days which all weigh
the same, which are booked month by month:

  $ hz-ledger members --from 2019 --to 2025 --grain month -q members.csv > two; echo [$?] >> two
  hz-ledger: 1500 rows in = 1479 used + 0 left out + 21 rejected (bad_date 8, bad_money 4, field_count 5, bad_units 4)
  $ hz-ledger members --from 2019 --to 2025 --grain month --risk-weights 1:1 -q members.csv > all; echo [$?] >> all
  hz-ledger: 1500 rows in = 1479 used + 0 left out + 21 rejected (bad_date 8, bad_money 4, field_count 5, bad_units 4)
  $ cmp two all && wc -l < two
  50075
