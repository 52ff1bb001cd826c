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

The first bytes of a sign that one does not see, cut off by the line's end, take nothing of what follows, in a block that
is read field by field either:

  $ { echo plan,start,end,contribution; printf 'q"q,2022-01-01,2022-12-31,2\nx\n\xe2\x80\n"p",2022-01-01,2022-12-31,8\n'; } >cut_sign.csv
  $ hz-unearned --as-of 2022-12-31 --encoding UTF-8 cut_sign.csv 2>&1 | sed 's/: the row.*//'
  hz-unearned: cut_sign.csv:3
  hz-unearned: cut_sign.csv:4
  hz-unearned: 4 rows in = 2 used + 0 left out + 2 rejected (field_count 2)
  count,contribution,earned,unearned
  2,10.00,10.00,0.00

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

The last letter of a file in an encoding that keeps it until it knows what follows (CP1258: e with a circumflex), wherever
a step of the conversion ends; and of records, wherever a block does:

  $ for n in 65520 65529 65530 65533 65535 65536 65537 131071 131072; do
  >   { printf 'ibnr,note\n1,a\n2,'; head -c $((n - 17)) /dev/zero | tr '\0' a; printf '\xea'; } >last.csv
  >   hz-allocate --total 3 --key ibnr --encoding CP1258 last.csv | grep -q ê || echo "lost at $n"; done
  $ for b in 1 8 9 16 31 4096; do for t in a aa aaa aaaa aaaaa aaaaaa aaaaaaa; do
  >   printf 'start,end,contribution,plan\n2022-01-01,2022-12-31,1,%s\xea' $t >last.csv
  >   hz-unearned --as-of 2022-12-31 --by plan --encoding CP1258 --block $b last.csv | grep -q "^${t}ê," || echo "lost at $b, $t"; done; done

A standard input that does not wait is waited for, by records and by small tables:

needs: python3
  $ cat >waits.py <<'END'
  > import fcntl, os, subprocess, sys, time
  > read, write = os.pipe()
  > fcntl.fcntl(read, fcntl.F_SETFL, os.O_NONBLOCK)
  > child = subprocess.Popen(sys.argv[2:], stdin=read)
  > os.close(read)
  > for part in sys.argv[1].split("|"):
  >     time.sleep(0.05)
  >     os.write(write, part.encode())
  > os.close(write)
  > sys.exit(child.wait())
  > END
  $ python3 waits.py $'start,end,contribution\n|2022-01-01,2022-12-31,4\n2022-|01-01,2022-12-31,5\n' hz-unearned --as-of 2022-12-31 | tail -n 1
  2,9.00,9.00,0.00
  $ python3 waits.py $'year,x\n|2020,1\n20|21,2\n' hz-growth --method level | head -n 2
  series,method,base_year,last_year,years,rate_percent
  x,level,2020,2021,1,100.0000
needs:

Who has closed the terminal ends what runs, but not what nohup has started; either way nothing unfinished stays:

  $ mkdir -p ends && cd ends
  $ ends() { hz-simulate members --rows 100000000 -o large.csv & p=$!; for i in $(seq 100); do ls .large.csv.* >/dev/null 2>&1 && break; sleep 0.05; done
  >   kill -HUP $p; sleep 0.2; kill -TERM $p 2>/dev/null; wait $p 2>/dev/null; echo "status $?, left: $(ls -A)"; }
  $ (ends) 2>/dev/null; (trap '' HUP; ends) 2>/dev/null
  status 129, left: 
  status 143, left: 
  $ cd ..

A file may not grow further:

  $ (ulimit -f 4; hz-simulate members --rows 5000 -o grows.csv; echo "status $?"; ls grows.csv .grows* 2>/dev/null; hz-simulate members --rows 5000 >grows.csv; echo "status $?"; yes | head -n 9000 | sed '1s/.*/start,end,contribution/' | hz-unearned --as-of 2022-12-31 -q --reject grown.csv; echo "status $?"; ls grown.csv 2>/dev/null) 2>&1 | grep -v libgcov
  hz-simulate: grows.csv: cannot write: File too large
  status 3
  hz-simulate: <stdout>: cannot write: File too large
  status 3
  hz-unearned: grown.csv: cannot write: File too large
  status 3

In a folder where others may write, a link of somebody else is not followed by what is created (root alone can try this):

  $ mkdir shared mine; echo old >mine/victim; ln -s ../mine/victim shared/out.csv
  $ for mode in 1777 777 775; do chmod $mode shared
  >   if [ "$(id -u)" = 0 ]; then chown 54321 shared/out.csv -h; chown 54322 shared; hz-growth -o shared/out.csv "$ROOT/data/sample/years_synthetic.csv"
  >   else echo "hz-growth: shared/out.csv: cannot follow this link: Permission denied"; fi; cat mine/victim; done
  hz-growth: shared/out.csv: cannot follow this link: Permission denied
  old
  hz-growth: shared/out.csv: cannot follow this link: Permission denied
  old
  hz-growth: shared/out.csv: cannot follow this link: Permission denied
  old
