needs: initdb pg_ctl psql pg_config pg_regress pkg-config

The extension huzhu, built with the library that is installed beside the server, on a server whose
programs are a copy that has it:

  $ relocated=yes; . "$ROOT/tests/engines/server.sh"
  $ engines=$ROOT/build/engines; mkdir -p "$server/huzhu/lib"
  $ cp -R "$engines/include" "$server/huzhu"; cp -R "$engines"/lib/{libhuzhu.so*,pkgconfig} "$server/huzhu/lib"
  $ export PKG_CONFIG_PATH=$server/huzhu/lib/pkgconfig PKG_CONFIG="pkg-config --define-variable=prefix=$server/huzhu"
  $ cp -R "$ROOT/data/share/postgres" extension
  $ build() { make -s -C extension PG_CONFIG="$engines/bin/pg_config" "$@" >log 2>&1 || cat log extension/regression.diffs; }
  $ build && build install DESTDIR="$server"; grep -i warning log
  [1]

Its regression files:

  $ build installcheck PGUSER=huzhu; grep -c '^ok\|\.\.\. ok' log
  1

The sample's members and claims, in a table that two workers read beside the leader: the same bytes
as the command's, whatever the plan:

  $ psql -qc 'create extension huzhu' -c 'create table members (member text, plan text, office text, starts date, ends date, contribution numeric)'
  $ cut -d, -f 1-6 "$ROOT/data/sample/members.csv" >members.csv; head -n 1 members.csv
  member,plan,office,start,end,contribution
  $ psql -qc 'copy members from stdin csv header' <members.csv
  $ psql -qc 'alter table members set (parallel_workers = 2)' -c 'analyze members'
  $ setup='set parallel_setup_cost = 0; set parallel_tuple_cost = 0; set min_parallel_table_scan_size = 0;'
  $ parallel="$setup set max_parallel_workers_per_gather = 2; set parallel_leader_participation = off;" alone='set max_parallel_workers_per_gather = 0;'
  $ query="select plan, hz_unearned(starts, ends, contribution, '2022-12-31') from members group by plan order by plan collate \"C\""
  $ psql -Atqc "$parallel explain (costs off) $query" | grep -o 'Finalize [A-Za-z]*Aggregate\|Partial [A-Za-z]*Aggregate\|Workers Planned: 2' | sed 's/Hash\|Group//'
  Finalize Aggregate
  Workers Planned: 2
  Partial Aggregate
  $ hz-unearned --as-of 2022-12-31 --by plan members.csv | sed '1d;$d' | cut -d, -f 1,5 >unearned
  $ for plan in "$parallel" "$alone" "$alone set enable_hashagg = off;" "$parallel set enable_hashagg = off;"; do psql -Atqc "$plan $query" | tr '|' , | cmp - unearned && echo same; done
  same
  same
  same
  same
  $ psql -qc "create table years as select * from members where ends = (starts + interval '1 year' - interval '1 day')::date" -c 'alter table years set (parallel_workers = 2)' -c "copy (select starts as start, ends as end, contribution from years) to stdout csv header" >years.csv
  $ wc -l <years.csv; for method in daily 24ths 78 reverse-78; do psql -Atqc "$parallel select hz_unearned(starts, ends, contribution, '2022-12-31', '$method') from years" | cmp - <(hz-unearned --as-of 2022-12-31 --method $method years.csv | tail -n 1 | cut -d, -f 4) && echo same; done
  1592
  same
  same
  same
  same
  $ psql -qc 'create table claims (claim text, event date, transaction date, paid numeric)'
  $ awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i } { print $at["claim"] "," $at["event"] "," $at["transaction"] "," $at["paid"] }' "$ROOT/data/sample/claims.csv" >claims.csv
  $ psql -qc 'copy claims from stdin csv header' -c 'alter table claims set (parallel_workers = 2)' <claims.csv
  $ for grain in year year:quarter year:month quarter:month; do for as_of in 2024-12-31 2023-06-30 2022-02-11; do for plan in "$parallel" "$alone"; do psql -Atqc "$plan select hz_triangle(event, transaction, paid, '$as_of', '$grain') from claims" 2>/dev/null | cmp - <(hz-triangle --as-of $as_of --grain $grain --measure paid claims.csv 2>/dev/null) && echo same; done; done; done | uniq -c | tr -s ' '
   24 same

Frames of a window are what the rows of each frame are by themselves; rows come and go:

  $ psql -qc 'create table numbered as select *, row_number() over (order by member, starts) as n from members limit 120'
  $ psql -Atqc "select count(*) from (select n, hz_unearned(starts, ends, contribution, '2022-12-31') over (order by n rows between 3 preceding and 2 following) as w from numbered) f where w = (select hz_unearned(starts, ends, contribution, '2022-12-31') from numbered m where m.n between f.n - 3 and f.n + 2)"
  120
  $ psql -qc 'create table paid as select *, row_number() over (order by claim, transaction) as n from claims limit 120'
  $ psql -Atqc "select count(*) from (select n, hz_triangle(event, transaction, paid, '2024-12-31') over (order by n rows between 3 preceding and 2 following) as w from paid) f where w = (select hz_triangle(event, transaction, paid, '2024-12-31') from paid m where m.n between f.n - 3 and f.n + 2)"
  120

A query that is refused leaves the session as it was:

  $ psql -Atq -c "select hz_unearned(starts, ends + 40000, contribution, '2022-12-31') from members" -c "select hz_unearned(starts, ends, contribution, '2022-12-31') from members where false" 2>&1 | sed 's/"[0-9-]*"/DAY/; s/[0-9]*-[0-9-]*/DAY/; s/ *[(].*//'
  ERROR:  end DAY is more than a hundred years after the start: expected the last day of the cover
  DETAIL:  The cover starts on DAY.
  0.00

The recipe of huzhu-engines(7), as it stands there:

  $ psql -qc 'drop extension huzhu' -c 'alter table members rename starts to start' -c 'alter table members rename ends to "end"'
  $ awk '/^\.Sy PostgreSQL/ { ours = 1 } /^DuckDB/ { ours = 0 } /^\.Ed/ { inside = 0 } inside; ours && /^\.Bd/ { inside = ++block == 5 }' "$ROOT/man/huzhu-engines.7" >recipe
  $ export PGOPTIONS='-c client_min_messages=warning'; bash recipe >printed; grep -c . recipe; grep -A4 'plan.*hz_unearned\|origin.*development .*value' printed
  7
     plan    | hz_unearned 
  -----------+-------------
   accident  |     4371.10
   allowance |    14922.08
   combined  |     9331.51
  --
   origin | development |   value   
  --------+-------------+-----------
   2020   |           1 |  44128.27
   2020   |           2 |  72290.19
   2020   |           3 |  73965.60
  $ tail -n 1 printed
  2024,137105.45,1.516281,207890.34,70784.89,,
