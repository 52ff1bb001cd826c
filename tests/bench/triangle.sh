#!/usr/bin/env bash
# A yearly triangle of payments from claim transactions, beside mawk adding up the same cells,
# DuckDB doing so in SQL, and Python's chainladder, all in one run: medians of RUNS, answers
# compared before times. DuckDB and chainladder are optional: python3 -m venv /tmp/peers &&
# /tmp/peers/bin/pip install duckdb chainladder, then PYTHON=/tmp/peers/bin/python3 make bench.
# ROWS=5000000 RUNS=5 may be set.
set -euo pipefail
rows=${ROWS:-5000000} runs=${RUNS:-5} python=${PYTHON:-python3}
bin=${BIN:-build/bin}
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
"$bin/hz-simulate" claims --rows "$rows" --seed 1 > "$dir/claims.csv"
column() { head -n 1 "$dir/claims.csv" | tr ',' '\n' | grep -nx "$1" | cut -d: -f1; }

# Ex-gratia aid is left out by all; each prints origin, development year from 1, increment.
ours() { "$bin/hz-triangle" --incremental --threads "$1" "$dir/claims.csv"; }
mawks() {
    mawk -F, -v e="$(column event)" -v t="$(column transaction)" -v p="$(column paid)" \
        -v x="$(column ex_gratia)" 'NR > 1 && $x != 1 { y = substr($e, 1, 4); s[y "," substr($t, 1, 4) - y + 1] += $p }
            END { for (k in s) printf "%s,%.2f\n", k, s[k] }' "$dir/claims.csv"
}
cat > "$dir/duck.py" <<'END'
import duckdb, sys
duckdb.execute("set threads = 2")
for origin, age, paid in duckdb.execute(f"""
select year(event) as origin, year("transaction") - year(event) + 1 as age, sum(paid)
from read_csv('{sys.argv[1]}', header = true, types = {{'event': 'DATE', 'transaction': 'DATE',
    'paid': 'DECIMAL(18, 2)', 'ex_gratia': 'INTEGER'}})
where ex_gratia = 0 group by origin, age order by origin, age""").fetchall():
    print(f"{origin},{age},{paid}")
END
cat > "$dir/chain.py" <<'END'
import chainladder, pandas, sys
rows = pandas.read_csv(sys.argv[1], usecols=["event", "transaction", "paid", "ex_gratia"])
rows = rows[rows.ex_gratia == 0]
rows["event"], rows["transaction"] = rows.event.str[:4], rows.transaction.str[:4]
triangle = chainladder.Triangle(rows, origin="event", development="transaction", columns="paid",
                                origin_format="%Y", development_format="%Y", cumulative=False)
values = triangle.set_backend("numpy").values[0, 0]
for o, origin in enumerate(triangle.origin):
    for d in range(values.shape[1]):
        if values[o, d] == values[o, d]:
            print(f"{origin},{d + 1},{values[o, d]:.2f}")
END
duck() { "$python" "$dir/duck.py" "$dir/claims.csv"; }
chain() { "$python" -W ignore "$dir/chain.py" "$dir/claims.csv"; }

# Cells of nothing may be printed or not.
cells() { grep -v -e '^origin' -e ',0\.00$' -e ',0$' | LC_ALL=C sort; }
agree() { cmp <(ours 2 | cells) <("$2" | cells) || { echo "the answers differ: $1" >&2; exit 1; }; }
now() { date +%s%N; }
median() { sort -n | sed -n "$(((runs + 1) / 2))p"; }
times() { for ((i = 0; i < runs; i++)); do t=$(now); "$@" > /dev/null; echo $((($(now) - t) / 1000)); done | median; }
report() { awk -v n="$1" -v t="$2" -v o="$3" 'BEGIN { printf "%-32s %8.3f s %7.1f x\n", n, t / 1e6, t / o }'; }

echo "$rows rows, $(($(stat -c %s "$dir/claims.csv") / 1000000)) MB, medians of $runs"
two=$(times ours 2)
report 'hz-triangle, two threads' "$two" "$two"
report 'hz-triangle, one thread' "$(times ours 1)" "$two"
agree mawk mawks
report 'mawk: the same sums' "$(times mawks)" "$two"
if "$python" -c 'import duckdb' 2> /dev/null; then
    agree DuckDB duck
    report 'DuckDB, two threads' "$(times duck)" "$two"
fi
if "$python" -c 'import chainladder' 2> /dev/null; then
    agree chainladder chain
    report "Python's chainladder" "$(times chain)" "$two"
fi
