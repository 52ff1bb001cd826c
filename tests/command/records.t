What every command that reads records does, shown with hz-unearned.

Columns are found by name, in any order, and others are ignored:

  $ printf 'note,end,contribution,plan,start\nx,2023-06-09,99,A,2022-06-10\n' > one.csv
  $ hz-unearned --as-of 2022-12-31 one.csv
  count,contribution,earned,unearned
  1,99.00,55.60,43.40
  $ hz-unearned --as-of 2022-12-31 < one.csv
  count,contribution,earned,unearned
  1,99.00,55.60,43.40
  $ cat one.csv | hz-unearned --as-of=2022-12-31 -
  count,contribution,earned,unearned
  1,99.00,55.60,43.40

A pipe may be named as a file, and a slow writer loses nothing:

  $ hz-unearned --as-of 2022-12-31 <(cat one.csv) <(cat one.csv) | tail -n 1
  2,198.00,111.21,86.79
  $ mkfifo fifo; (while IFS= read -r -n 1 -d '' c; do printf %s "$c"; sleep 0.001; done < one.csv > fifo) & hz-unearned --as-of 2022-12-31 fifo | tail -n 1
  1,99.00,55.60,43.40

Chinese headers, and a byte order mark with CRLF lines as spreadsheets write them:

  $ printf '\357\273\277保障起始日,保障终止日,会费合计\r\n2022-06-10,2023-06-09,99.00\r\n' | hz-unearned -d 2022-12-31
  count,contribution,earned,unearned
  1,99.00,55.60,43.40

The encoding of a spreadsheet's export is seen, and told; or it is named:

  $ printf '计划,保障起始日,保障终止日,会费\n住院,2022-06-10,2023-06-09,99\n' > utf8.csv
  $ iconv -f UTF-8 -t GB18030 utf8.csv > gb.csv
  $ iconv -f UTF-8 -t UTF-16 utf8.csv > utf16.csv
  $ hz-unearned --as-of 2022-12-31 --by plan gb.csv
  hz-unearned: gb.csv: not UTF-8: read as GB18030 (--encoding NAME if that is wrong)
  plan,count,contribution,earned,unearned
  住院,1,99.00,55.60,43.40
  total,1,99.00,55.60,43.40
  $ hz-unearned --as-of 2022-12-31 --by plan utf16.csv
  hz-unearned: utf16.csv: not UTF-8: read as UTF-16 (--encoding NAME if that is wrong)
  plan,count,contribution,earned,unearned
  住院,1,99.00,55.60,43.40
  total,1,99.00,55.60,43.40
  $ hz-unearned --as-of 2022-12-31 --by plan --encoding GBK gb.csv
  plan,count,contribution,earned,unearned
  住院,1,99.00,55.60,43.40
  total,1,99.00,55.60,43.40
  $ hz-unearned --as-of 2022-12-31 --encoding KLINGON gb.csv
  hz-unearned: the encoding "KLINGON" is not known here (iconv -l lists those that are)
  try: hz-unearned --help
  [2]
  $ (cat utf8.csv; printf '\265\304,2022-06-10,2023-06-09,99\n') | hz-unearned --as-of 2022-12-31 --by plan
  hz-unearned: <stdin>:3: the row is in another encoding than the file is read in: if all of the file is, name it, as in --encoding GB18030; if some rows are, convert these
  hz-unearned: 2 rows in = 1 used + 0 left out + 1 rejected (bad_encoding 1)
  plan,count,contribution,earned,unearned
  住院,1,99.00,55.60,43.40
  total,1,99.00,55.60,43.40
  [1]

Other names come with a map:

  $ printf 'von: start\nbis: end\n"how much": contribution\n' > map.yaml
  $ printf 'von,bis,how much\n2022-06-10,2023-06-09,99\n' > german.csv
  $ hz-unearned --as-of 2022-12-31 --columns map.yaml german.csv
  count,contribution,earned,unearned
  1,99.00,55.60,43.40
  $ printf 'von: start\nbis: start\n' > twice.yaml
  $ hz-unearned --as-of 2022-12-31 --columns twice.yaml german.csv
  hz-unearned: twice.yaml:2:6: bis: "start" is given to "von" already: a column has one name
  [1]
  $ hz-unearned --as-of 2022-12-31 --columns none.yaml german.csv
  hz-unearned: none.yaml: cannot open: No such file or directory
  [3]

Several files, each with its own header:

  $ hz-unearned --as-of 2022-12-31 one.csv one.csv
  count,contribution,earned,unearned
  2,198.00,111.21,86.79

A row at fault is told with its place, counted, and kept with --reject; the rest is processed:

  $ cat > faults.csv <<'END'
  > plan,start,end,contribution
  > A,2022-06-10,2023-06-09,99
  > B,2022-02-30,2023-06-09,99
  > C,2022-06-10,2022-06-09,99
  > D,2022-06-10,2023-06-09,1元
  > E,2022-06-10,2023-06-09,1.005
  > F,2022-06-10,2023-06-09
  > G,2022-06-10,2023-06-09,1,
  > "H,2022-06-10,2023-06-09,1
  > "I"x,2022-06-10,2023-06-09,1
  > J,10/06/2022,2023-06-09,"1,000"
  > END
  $ hz-unearned --as-of 2022-12-31 --reject bad.csv faults.csv
  hz-unearned: faults.csv:3:3: start: "2022-02-30" is not a date (expected YYYY-MM-DD)
  hz-unearned: faults.csv:4:14: end: "2022-06-09" is before the start: expected the last day of the cover
  hz-unearned: faults.csv:6:25: contribution: "1.005" is not whole fen: expected at most two decimals
  hz-unearned: faults.csv:7: the row has 3 fields, the header 4
  hz-unearned: faults.csv:9: a quote is opened in this line and not closed: double a quote that is meant
  hz-unearned: faults.csv:10: given up behind the quote that is not closed: the line does not fit the header
  hz-unearned: faults.csv:11:3: start: "10/06/2022" does not begin with its year, and its day and month could be either: write YYYY-MM-DD
  hz-unearned: 10 rows in = 3 used + 0 left out + 7 rejected (bad_date 2, end_before_start 1, bad_money 1, field_count 1, unclosed_quote 2)
  count,contribution,earned,unearned
  3,101.00,56.73,44.27
  [1]
  $ cat bad.csv
  reject_code,reject_file,reject_line,reject_column,reject_field,reject_message,plan,start,end,contribution
  bad_date,faults.csv,3,3,start,"""2022-02-30"" is not a date (expected YYYY-MM-DD)",B,2022-02-30,2023-06-09,99
  end_before_start,faults.csv,4,14,end,"""2022-06-09"" is before the start: expected the last day of the cover",C,2022-06-10,2022-06-09,99
  bad_money,faults.csv,6,25,contribution,"""1.005"" is not whole fen: expected at most two decimals",E,2022-06-10,2023-06-09,1.005
  field_count,faults.csv,7,,,"the row has 3 fields, the header 4",F,2022-06-10,2023-06-09
  unclosed_quote,faults.csv,9,,,a quote is opened in this line and not closed: double a quote that is meant,"H,2022-06-10,2023-06-09,1
  unclosed_quote,faults.csv,10,,,given up behind the quote that is not closed: the line does not fit the header,"I"x,2022-06-10,2023-06-09,1
  bad_date,faults.csv,11,3,start,"""10/06/2022"" does not begin with its year, and its day and month could be either: write YYYY-MM-DD",J,10/06/2022,2023-06-09,"1,000"

Only the sum of them with --quiet, and an end at the first with --strict:

  $ hz-unearned --as-of 2022-12-31 --quiet faults.csv
  hz-unearned: 10 rows in = 3 used + 0 left out + 7 rejected (bad_date 2, end_before_start 1, bad_money 1, field_count 1, unclosed_quote 2)
  count,contribution,earned,unearned
  3,101.00,56.73,44.27
  [1]
  $ hz-unearned --as-of 2022-12-31 --strict faults.csv
  hz-unearned: faults.csv:3:3: start: "2022-02-30" is not a date (expected YYYY-MM-DD)
  [1]

Inputs that are no table of records:

  $ : > empty.csv; hz-unearned --as-of 2022-12-31 empty.csv
  hz-unearned: empty.csv: empty: a header line was expected
  [1]
  $ printf '2022-06-10,2023-06-09,99\n' | hz-unearned --as-of 2022-12-31
  hz-unearned: <stdin>:1: this is no header: none of its fields is a known column (wanted "start"; --header-row N names its line, --columns MAP.yaml gives other names)
  [1]
  $ printf 'start,end\n' | hz-unearned --as-of 2022-12-31
  hz-unearned: <stdin>:1: there is no column "contribution"; the header has: start,end (--columns MAP.yaml gives other names)
  [1]
  $ printf 'start,end,contribution,start\n' | hz-unearned --as-of 2022-12-31
  hz-unearned: <stdin>:1: the column "start" stands twice in the header, as fields 1 ("start") and 4 ("start"): remove or rename one
  [1]
  $ gzip -nc one.csv > one.csv.gz; hz-unearned --as-of 2022-12-31 one.csv.gz
  hz-unearned: one.csv.gz: this is gzip data, not CSV: use gzip -dc FILE | ...
  [1]
  $ hz-unearned --as-of 2022-12-31 missing.csv
  hz-unearned: missing.csv: cannot open: No such file or directory
  [3]
  $ hz-unearned --as-of 2022-12-31 .
  hz-unearned: .: is a directory: name a CSV file, or - for standard input
  [3]

A header alone is a portfolio of nobody:

  $ printf 'start,end,contribution\n' | hz-unearned --as-of 2022-12-31
  count,contribution,earned,unearned
  0,0.00,0.00,0.00

Threads and blocks change nothing:

  $ hz-simulate members --rows 5000 --seed 3 > members.csv
  $ hz-unearned --as-of 2022-12-31 --by plan,office --threads 1 members.csv > one.out
  $ for threads in 2 3 8; do hz-unearned --as-of 2022-12-31 --by plan,office -j $threads --block 4096 members.csv | cmp - one.out; done

States of any shards join to the same bytes, in any order:

  $ for n in 1 7 64; do
  >     rm -f shard.*
  >     tail -n +2 members.csv | split -n r/$n - shard.
  >     for s in shard.*; do (head -n 1 members.csv; cat $s) | hz-unearned --as-of 2022-12-31 --by plan,office --partial > $s.state; done
  >     hz-merge shard.*.state | cmp - one.out
  >     cat $(ls -r shard.*.state) | hz-merge --partial | hz-merge | cmp - one.out
  > done

The output: a table, tab-separated values, JSON; and a file that appears when it is whole:

  $ hz-unearned --as-of 2022-12-31 --format table one.csv
  count  contribution  earned  unearned
      1         99.00   55.60     43.40
  $ hz-unearned --as-of 2022-12-31 -f tsv one.csv
  count	contribution	earned	unearned
  1	99.00	55.60	43.40
  $ hz-unearned --as-of 2022-12-31 -f json one.csv
  [
  {"count":1,"contribution":99.00,"earned":55.60,"unearned":43.40}
  ]
  $ hz-unearned --as-of 2022-12-31 --output out.csv one.csv && cat out.csv
  count,contribution,earned,unearned
  1,99.00,55.60,43.40
  $ hz-unearned --as-of 2022-12-31 -o out.csv --strict faults.csv
  hz-unearned: faults.csv:3:3: start: "2022-02-30" is not a date (expected YYYY-MM-DD)
  [1]
  $ cat out.csv; ls -A | grep out
  count,contribution,earned,unearned
  1,99.00,55.60,43.40
  one.out
  out.csv

A full disk is never silent, a reader that has gone always is:

  $ hz-unearned --as-of 2022-12-31 one.csv > /dev/full
  hz-unearned: <stdout>: cannot write: No space left on device
  [3]
  $ hz-unearned --as-of 2022-12-31 -o /dev/full one.csv
  hz-unearned: /dev/full: cannot write: No space left on device
  [3]
  $ hz-unearned --as-of 2022-12-31 --quiet --reject /dev/full faults.csv
  hz-unearned: /dev/full: cannot write: No space left on device
  [3]
  $ (hz-unearned --as-of 2022-12-31 one.csv; echo "status $?" >&2) | true
  status 0

The command line:

  $ hz-unearned --version
  hz-unearned (huzhu) 0.1.0
  $ hz-unearned --help | head -n 2
  usage: hz-unearned [OPTION...] [FILE...]
  unearned contribution reserve of member records
  $ hz-unearned one.csv
  hz-unearned: --as-of DATE is required
  try: hz-unearned --help
  [2]
  $ hz-unearned --as-of yesterday one.csv
  hz-unearned: --as-of: "yesterday" is not a date (expected YYYY-MM-DD)
  try: hz-unearned --help
  [2]
  $ hz-unearned --as-of 2022-12-31 --as-of 2022-12-30 one.csv
  hz-unearned: --as-of is given twice
  try: hz-unearned --help
  [2]
  $ hz-unearned --as-of 2022-12-31 --form xml one.csv
  hz-unearned: --format: "xml" is none of: table, csv, tsv, json, jsonl, md, html, xlsx, wide
  try: hz-unearned --help
  [2]
  $ hz-unearned --as-of 2022-12-31 --threads 0 one.csv
  hz-unearned: --threads: 0 is out of range (1 to 1024)
  try: hz-unearned --help
  [2]
  $ hz-unearned --as-of 2022-12-31 --decimals two one.csv
  hz-unearned: --decimals: "two" is not a whole number
  try: hz-unearned --help
  [2]
  $ hz-unearned --as-off 2022-12-31 one.csv
  hz-unearned: there is no option --as-off; did you mean --as-of?
  try: hz-unearned --help
  [2]
  $ hz-unearned -x one.csv
  hz-unearned: there is no option -x
  try: hz-unearned --help
  [2]
  $ hz-unearned --as-of
  hz-unearned: --as-of wants a value: DATE
  try: hz-unearned --help
  [2]
  $ hz-unearned --strict=yes --as-of 2022-12-31 one.csv
  hz-unearned: --strict takes no value
  try: hz-unearned --help
  [2]
