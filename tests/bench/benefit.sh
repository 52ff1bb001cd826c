#!/usr/bin/env bash
# benefit.sh: five million claims paid, alone and joined to twenty million covers, beside the same
# in DuckDB's SQL for one simple plan (40 a day from the fourth day on, 180 days and 7,200 a term).
# DuckDB: pip install duckdb, and DUCKDB_PYTHON=the python that has it. ROWS=5000000
# COVERS=20000000.
set -eu
rows=${ROWS:-5000000} covers=${COVERS:-20000000} python=${DUCKDB_PYTHON:-python3}
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
awk -v n="$covers" 'BEGIN { print "member,plan,start,end,units"; for (i = 0; i < n; i++)
    printf "M%09d,beijing-allowance,2024-01-01,2024-12-31,1\n", i }' >"$dir/covers.csv"
awk -v n="$rows" -v m="$covers" 'BEGIN { srand(8); print "claim,member,plan,benefit,event,days"; for (i = 0; i < n; i++)
    printf "C%08d,M%09d,beijing-allowance,ALLOW,2024-%02d-%02d,%d\n", i, int(rand() * m), 1 + int(rand() * 12),
        1 + int(rand() * 28), 1 + int(rand() * 40) }' >"$dir/claims.csv"
awk -F, -v OFS=, 'NR == 1 { print $0, "start,end,units"; next } { print $0, "2024-01-01,2024-12-31,1" }' \
    "$dir/claims.csv" >"$dir/alone.csv"

median() { # COMMAND: median of five runs, in seconds
    for _ in 1 2 3 4 5; do
        start=$(date +%s.%N)
        eval "$1" >/dev/null
        echo "$(date +%s.%N) $start" | awk '{ print $1 - $2 }'
    done | sort -n | sed -n 3p
}

alone="hz-benefit --plans plans -j 1 $dir/alone.csv"
joined="hz-benefit --plans plans --members $dir/covers.csv --totals $dir/claims.csv"
t=$(median "$alone")
echo "alone, one thread: $t s, $(awk -v n="$rows" -v t="$t" 'BEGIN { printf "%.2f", n / t / 1e6 }') million claims a second"
ours=$($joined | tail -n 1 | cut -d, -f 2)
echo "joined: $(median "$joined") s; payable $ours"
cat >"$dir/duck.py" <<'PY'
import sys, duckdb
d = sys.argv[1]
c = duckdb.connect(config={"threads": 2})
# Days beyond the third of each stay, as far as the 180 of the term are left, in the order of the
# file.
print(c.sql(f"""
with c as (select row_number() over () as n, * from read_csv('{d}/claims.csv')),
     j as (select c.*, greatest(c.days - 3, 0) as net from c join read_csv('{d}/covers.csv') m
           on c.member = m.member where c.event between m.start and m."end"),
     s as (select net, sum(net) over (partition by member order by n) as upto from j)
select sum((least(upto, 180) - least(upto - net, 180)) * 4000) / 100.0 from s""").fetchall()[0][0])
PY
if "$python" -c 'import duckdb' 2>/dev/null; then
    theirs=$("$python" "$dir/duck.py" "$dir")
    awk -v a="$ours" -v b="$theirs" 'BEGIN { if (a + 0 != b + 0) { print "the answers differ: " a " and " b; exit 1 } }'
    echo "DuckDB, the same join and computation: $(median "$python $dir/duck.py $dir") s; payable $theirs"
fi
