#!/usr/bin/env bash
# hz-unearned --by plan,office beside DuckDB doing the same in SQL, from a file and through a pipe,
# two threads each, in one run: medians of RUNS, answers compared before times. DuckDB is optional:
# python3 -m venv /tmp/peers && /tmp/peers/bin/pip install duckdb, then
# PYTHON=/tmp/peers/bin/python3 make bench. ROWS=10000000 RUNS=5 may be set.
set -euo pipefail
rows=${ROWS:-10000000} runs=${RUNS:-5} python=${PYTHON:-python3}
bin=${BIN:-build/bin}
if ! "$python" -c 'import duckdb' 2>/dev/null; then
    echo "DuckDB is not there: see the head of $0"
    exit 0
fi
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
"$bin/hz-simulate" members --rows "$rows" --seed 1 > "$dir/members.csv"

cat > "$dir/unearned.py" <<'END'
import duckdb, sys
source, threads = sys.argv[1], sys.argv[2]
duckdb.execute(f"set threads = {threads}")
query = f"""
select plan, office, count(*), sum(contribution),
       sum(contribution * greatest(0, least("end" - date '2022-12-31', "end" - start + 1))
           / ("end" - start + 1)::double)
from read_csv('{source}', header = true, columns = {{'member': 'VARCHAR', 'plan': 'VARCHAR',
    'office': 'VARCHAR', 'start': 'DATE', 'end': 'DATE', 'contribution': 'DECIMAL(18, 2)',
    'sex': 'VARCHAR', 'birth': 'VARCHAR', 'units': 'VARCHAR', 'enter_type': 'VARCHAR'}})
group by plan, office order by plan, office"""
for plan, office, count, contribution, unearned in duckdb.execute(query).fetchall():
    print(f"{plan},{office},{count},{contribution:.2f},{unearned:.0f}")
END

ours() { "$bin/hz-unearned" --as-of 2022-12-31 --by plan,office --threads 2 "$@"; }
duck() { "$python" "$dir/unearned.py" "$1" 2; }
# DuckDB adds up doubles: its fractions of a yuan are not compared, nor is a half that it rounds
# away.
yuan() { grep -v '^total,' | tail -n +"$1" | awk -F, -v OFS=, '{ print $1, $2, $3, $4, int($NF + 0.5) }'; }
ours "$dir/members.csv" | yuan 2 > "$dir/ours"
duck "$dir/members.csv" | yuan 1 > "$dir/duck"
awk -F, 'NR == FNR { a[$1 "," $2] = $0; next }
         { split(a[$1 "," $2], x, ","); d = x[5] - $5
           if (x[3] != $3 || x[4] != $4 || d > 1 || d < -1) { print "the answers differ: " $0; bad = 1 } }
         END { exit bad }' "$dir/ours" "$dir/duck" >&2

now() { date +%s%N; }
median() { sort -n | sed -n "$(((runs + 1) / 2))p"; }
times() { for ((i = 0; i < runs; i++)); do t=$(now); "$@" > /dev/null; echo $((($(now) - t) / 1000)); done | median; }
# shellcheck disable=SC2002 # a pipe is what is measured
from_pipe() { cat "$dir/members.csv" | "$@"; }
report() { awk -v n="$1" -v t="$2" -v o="$3" \
    'BEGIN { printf "%-34s %8.3f s %7.1f x\n", n, t / 1e6, t / o }'; }

echo "$rows rows, medians of $runs, two threads"
file=$(times ours "$dir/members.csv")
report 'hz-unearned, file' "$file" "$file"
report 'DuckDB, file' "$(times duck "$dir/members.csv")" "$file"
pipe=$(times from_pipe ours)
report 'hz-unearned, pipe' "$pipe" "$pipe"
report 'DuckDB, pipe' "$(times from_pipe duck /dev/stdin)" "$pipe"
report 'cat | cat, pipe' "$(times from_pipe cat)" "$pipe"
