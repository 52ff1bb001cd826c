#!/usr/bin/env bash
# hz-unearned over member records beside mawk doing only a sum by plan, in one run: medians of RUNS,
# answers compared before times. Rows and runs may be set: ROWS=10000000 RUNS=5.
set -euo pipefail
rows=${ROWS:-10000000} runs=${RUNS:-5}
bin=${BIN:-build/bin}
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT

"$bin/hz-simulate" members --rows "$rows" --seed 1 > "$dir/members.csv"
bytes=$(stat -c %s "$dir/members.csv" 2>/dev/null || stat -f %z "$dir/members.csv")
column() { head -n 1 "$dir/members.csv" | tr ',' '\n' | grep -nx "$1" | cut -d: -f1; }
plan=$(column plan) contribution=$(column contribution)

ours() { "$bin/hz-unearned" --as-of 2022-12-31 --by plan --threads "$1" "$dir/members.csv"; }
mawks() {
    mawk -F, -v p="$plan" -v c="$contribution" \
        'NR > 1 { n[$p]++; s[$p] += $c } END { for (k in s) printf "%s,%d,%.2f\n", k, n[k], s[k] }' \
        "$dir/members.csv"
}
ours 1 | tail -n +2 | grep -v '^total,' | cut -d, -f1-3 | LC_ALL=C sort > "$dir/ours"
mawks | LC_ALL=C sort > "$dir/mawk"
cmp "$dir/ours" "$dir/mawk" || { echo "the answers differ" >&2; exit 1; }

now() { date +%s%N; }
median() { sort -n | sed -n "$(((runs + 1) / 2))p"; }
times() { for ((i = 0; i < runs; i++)); do t=$(now); "$@" > /dev/null; echo $((($(now) - t) / 1000)); done | median; }
report() { awk -v n="$1" -v t="$2" -v b="$bytes" -v m="$3" \
    'BEGIN { printf "%-28s %8.3f s %8.0f MB/s %7.1f x\n", n, t / 1e6, b / t, m / t }'; }

mawk_time=$(times mawks)
echo "$rows rows, $((bytes / 1000000)) MB, medians of $runs"
report "mawk: sum by plan" "$mawk_time" "$mawk_time"
for threads in 1 2; do
    report "hz-unearned --threads $threads" "$(times ours $threads)" "$mawk_time"
done
report "wc -l" "$(times wc -l "$dir/members.csv")" "$mawk_time"
if [ -x /usr/bin/time ]; then
    { /usr/bin/time -f 'memory of hz-unearned: %M KiB' "$bin/hz-unearned" --as-of 2022-12-31 \
        --by plan "$dir/members.csv" > /dev/null; } 2>&1
fi
