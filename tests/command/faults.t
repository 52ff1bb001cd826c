What may go wrong with the input, the output and the machine. Reads of one byte at a time:

  $ hz-simulate members --rows 300 --seed 5 > m.csv
  $ hz-unearned --as-of 2022-12-31 --by plan m.csv > whole.out
  $ dd if=m.csv bs=1 2> /dev/null | hz-unearned --as-of 2022-12-31 --by plan | cmp - whole.out

No newline at the end, CRLF and LF mixed, an empty line:

  $ head -c -1 m.csv | hz-unearned --as-of 2022-12-31 --by plan | cmp - whole.out
  $ sed '2~2s/$/\r/; 5s/$/\n/' m.csv | hz-unearned --as-of 2022-12-31 --by plan | cmp - whole.out

Every field quoted gives the same as none, in blocks of any size:

  $ sed 's/,/","/g; s/^/"/; s/$/"/' m.csv > quoted.csv
  $ for b in 1 7 63 64 65 1000 100000; do
  >     hz-unearned --as-of 2022-12-31 --by plan --block $b -j 2 quoted.csv | cmp - whole.out
  >     hz-unearned --as-of 2022-12-31 --by plan --block $b -j 2 m.csv | cmp - whole.out
  > done

Text in another encoding is converted a block at a time, wherever the block ends:

  $ (echo 计划,start,end,contribution; yes 住院医疗互助,2022-01-01,2022-12-31,1 | head -n 9000) > utf8.csv
  $ hz-unearned --as-of 2022-12-31 --by 计划 utf8.csv > chinese.out
  $ iconv -f UTF-8 -t GB18030 utf8.csv > gb.csv; iconv -f UTF-8 -t UTF-16 utf8.csv > utf16.csv
  $ for b in 3 1000 262144; do
  >     hz-unearned --as-of 2022-12-31 --by 计划 --quiet --block $b gb.csv | cmp - chinese.out
  >     hz-unearned --as-of 2022-12-31 --by 计划 --quiet --block $b utf16.csv | cmp - chinese.out
  > done

A file that shrinks while it is read is a shorter file: a result or rejected rows, not a crash:

  $ hz-simulate members --rows 200000 --seed 5 > large.csv
  $ for i in 1 2 3 4 5; do
  >     cp large.csv shrinks.csv
  >     (truncate -s 1000003 shrinks.csv) &
  >     hz-unearned --as-of 2022-12-31 --quiet --block 4096 shrinks.csv > /dev/null 2>&1
  >     [ $? -le 1 ] || echo "status $?"
  >     wait
  > done

A NUL byte is no text:

  $ printf 'start,end,contribution\n2022-01-01,2022-12-31,1\0\n2022-01-01,2022-12-31,2\n' | hz-unearned --as-of 2022-06-30
  hz-unearned: <stdin>:2: the row holds a NUL byte: this is no text
  hz-unearned: 2 rows in = 1 used + 0 left out + 1 rejected (nul_byte 1)
  count,contribution,earned,unearned
  1,2.00,0.99,1.01
  [1]

A line of a gibibyte is refused in little memory, and so is a quote that is never closed:

  $ [ "$MODE" != release ] || ulimit -v 400000
  $ size=1073741824; [ "$MODE" = release ] || size=10000000
  $ (echo start,end,contribution; yes x | tr -d '\n' | head -c $size; echo; echo 2022-01-01,2022-12-31,1) |
  >     hz-unearned --as-of 2022-06-30
  hz-unearned: <stdin>:2: the record is longer than a mebibyte
  hz-unearned: 2 rows in = 1 used + 0 left out + 1 rejected (record_too_long 1)
  count,contribution,earned,unearned
  1,1.00,0.50,0.50
  [1]
  $ rows=10000000; [ "$MODE" = release ] || rows=100000
  $ (echo start,end,contribution; echo '"2022-01-01,2022-12-31,1'; yes 2022-01-01,2022-12-31,1 | head -n $rows) |
  >     hz-unearned --as-of 2022-06-30 2>&1 | sed "s/$rows/ROWS/g; s/$((rows + 1))/ROWS + 1/" | cut -d, -f 1-2
  hz-unearned: <stdin>:2: a quote is opened in this line and not closed: double a quote that is meant
  hz-unearned: ROWS + 1 rows in = ROWS used + 0 left out + 1 rejected (unclosed_quote 1)
  count,contribution
  ROWS,ROWS.00

A million rejects are told ten times, written all, and counted:

  $ (echo start,end,contribution; yes 2022-01-01,2022-13-31,1 | head -n 1000000) > bad.csv
  $ hz-unearned --as-of 2022-06-30 --reject rejects.csv bad.csv 2> told
  count,contribution,earned,unearned
  0,0.00,0.00,0.00
  [1]
  $ head -n 1 told; wc -l < told; tail -n 1 told
  hz-unearned: bad.csv:2:12: end: "2022-13-31" is not a date (expected YYYY-MM-DD)
  11
  hz-unearned: 1000000 rows in = 0 used + 0 left out + 1000000 rejected (bad_date 1000000)
  $ wc -l < rejects.csv; tail -n 1 rejects.csv
  1000001
  bad_date,bad.csv,1000001,12,end,"""2022-13-31"" is not a date (expected YYYY-MM-DD)",2022-01-01,2022-13-31,1

A group for each row is memory for each row, unless it is bounded:

  $ hz-unearned --as-of 2022-12-31 --by member --group-limit 1000 -j 1 m.csv | tail -n 1 | cut -d, -f 1-2
  total,300
  $ hz-unearned --as-of 2022-12-31 --by member --group-limit 100 m.csv
  hz-unearned: more than 100 groups: name fewer columns in --by, or raise --group-limit
  [1]
  $ hz-unearned --as-of 2022-12-31 --by member --group-limit 1000 -j 2 large.csv
  hz-unearned: more than 1000 groups: name fewer columns in --by, or raise --group-limit
  [1]

A reader that has gone ends a map without a word:

  $ (hz-check members --quiet large.csv; echo "status $?" >&2) | head -n 1
  member,plan,office,start,end,contribution,sex,birth,units,enter_type
  status 0
