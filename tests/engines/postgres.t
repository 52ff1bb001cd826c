needs: initdb pg_ctl psql

The recipes of huzhu-engines(7), in turn, as they stand there, but for /srv:

  $ . "$ROOT/tests/engines/server.sh"
  $ recipe() { awk -v wanted="$1" '/^\.Sy PostgreSQL/ { ours = 1 } /^DuckDB/ { ours = 0 } /^\.Ed/ { inside = 0 }
  >     inside { print } ours && /^\.Bd/ { inside = ++block == wanted }' "$ROOT/man/huzhu-engines.7" | sed "s|/srv|$server|g"; }
  $ run() { bash -c "$(recipe "$1")"; }
  $ claims=$ROOT/data/sample/claims.csv
  $ psql -qc 'create table claims (claim text, member text, plan text, office text, start date, event date, report date,
  >   transaction timestamp, paid numeric(12,2), case_estimate numeric(12,2), status text, ex_gratia boolean)'
  $ psql -qc 'copy claims from stdin csv header' <"$claims"
  $ psql -Atc 'select transaction, paid, ex_gratia from claims limit 1'
  2023-06-15 00:00:00|0.00|f

What comes from the table is what comes from the file, total and all. Of the plans, each that
hz-reserve takes; sums in SQL are the totals that hz-reserve prints, but for the rounding of five
rows:

  $ run 1
  $ psql -Atc 'select plan, sum(ibnr) from reserves group by plan order by plan'
  accident|5596.53
  allowance|4076.81
  combined|10106.45
  critical|0.00
  critical3|0.00
  hospital|36013.03
  seats|1902.81
  women|0.00
  $ hz-triangle --as-of 2024-12-31 --by plan "$claims" | hz-reserve 2>/dev/null | awk -F, '$2 == "total" { print $1 "|" $6 }' >totals
  $ psql -Atc 'select plan, sum(ibnr) from reserves group by plan order by plan' | join -t '|' totals - | awk -F '|' '{ d = $2 - $3; if (d < 0) d = -d; if (d <= 0.025) same++ } END { print same, NR }'
  8 8
  $ run 2
  $ cmp "$server/triangle.csv" <(hz-triangle --as-of 2024-12-31 "$claims")
  $ run 3
  origin|76041.36
  total|76041.36

A boolean, a midnight, a null and a code go through; a moment does not. 1235 of the 1240 rows are no
aid beyond the terms, and that aid alone is what is missing without --ex-gratia:

  $ psql -qc "copy (select claim, '0012' as office, event, transaction, paid, null as case_estimate, ex_gratia from claims) to stdout csv header" |
  >   hz-triangle --as-of 2024-12-31 --by office --measure paid | head -n 2
  office,origin,development,value
  0012,2020,1,44128.27
  $ psql -qc "copy (select *, not not ex_gratia from claims) to stdout csv header" | hz-triangle --as-of 2024-12-31 --ex-gratia | cmp - <(hz-triangle --as-of 2024-12-31 --ex-gratia "$claims") && echo same
  same
  $ psql -qc "copy (select claim, event, report, transaction, paid, case_estimate, status, not ex_gratia as ex_gratia from claims) to stdout csv header" | hz-triangle --as-of 2024-12-31 --manifest left.json -o left.csv; grep -oE '"(read|left_out|rejected)": [0-9]+' left.json
  "read": 1240
  "left_out": 1235
  "rejected": 0
  $ psql -qc "set timezone = 'Asia/Shanghai'" -c "copy (select claim, transaction, event::timestamptz as event, paid from claims) to stdout csv header" | hz-triangle --as-of 2024-12-31 2>&1 | sed -n '1p;$p'
  hz-triangle: <stdin>:2:34: event: "2023-06-03 00:00:00+08" is a moment in another time zone, where it may be another day: write the day as YYYY-MM-DD
  origin,development,value
  $ psql -qc "copy (select claim, transaction, event::timestamptz::date as event, report, paid, case_estimate, status, ex_gratia from claims) to stdout csv header" | hz-triangle --as-of 2024-12-31 | cmp - "$server/triangle.csv" && echo same
  same

Rows as JSON are read as they come:

  $ psql -Atc 'select row_to_json(claims) from claims' | hz-triangle --as-of 2024-12-31 | cmp - "$server/triangle.csv" && echo same
  same

No server, one that is stopped in the middle, a table that is not there: nothing is taken for a
whole; a command that fails leaves the table as it was:

  $ set -o pipefail
  $ PGHOST=/nowhere psql -qc 'copy claims to stdout csv header' 2>/dev/null | hz-triangle --as-of 2024-12-31
  hz-triangle: <stdin>: empty: a header line was expected
  [1]
  $ psql -qc 'copy claim to stdout csv header' | hz-triangle --as-of 2024-12-31
  ERROR:  relation "claim" does not exist
  hz-triangle: <stdin>: empty: a header line was expected
  [1]
  $ psql -qc "copy (select *, 1 / (paid - 600) from claims) to stdout csv header" | hz-triangle --as-of 2024-12-31 >/dev/null
  ERROR:  division by zero
  [1]
  $ psql -qc "copy reserve from program 'hz-reserve --level /nowhere.csv' csv header" 2>&1 | head -n 2; psql -Atc 'select count(*) from reserve'
  ERROR:  program "hz-reserve --level /nowhere.csv" failed
  DETAIL:  child process exited with exit code 3
  6
