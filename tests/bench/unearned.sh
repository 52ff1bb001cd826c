#!/usr/bin/env bash
# hz-unearned over member records beside mawk and miller doing only sums by plan and office, wc, and
# cat through a pipe, in one run: medians of RUNS, answers compared before times. ROWS=10000000
# RUNS=5 may be set; miller (Debian: miller) is optional and runs once.
set -euo pipefail
rows=${ROWS:-10000000} runs=${RUNS:-5}
bin=${BIN:-build/bin}
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT

"$bin/hz-simulate" members --rows "$rows" --seed 1 > "$dir/members.csv"
bytes=$(stat -c %s "$dir/members.csv" 2>/dev/null || stat -f %z "$dir/members.csv")
column() { head -n 1 "$dir/members.csv" | tr ',' '\n' | grep -nx "$1" | cut -d: -f1; }
plan=$(column plan) office=$(column office) contribution=$(column contribution)

ours() { "$bin/hz-unearned" --as-of 2022-12-31 --by plan,office --threads "$1" "$dir/members.csv"; }
# shellcheck disable=SC2002 # a pipe is what is measured
piped() { cat "$dir/members.csv" | "$@"; }
ours_piped() { piped "$bin/hz-unearned" --as-of 2022-12-31 --by plan,office --threads 2; }
mawks() {
    mawk -F, -v p="$plan" -v o="$office" -v c="$contribution" \
        'NR > 1 { k = $p "," $o; n[k]++; s[k] += $c } END { for (k in s) printf "%s,%d,%.2f\n", k, n[k], s[k] }' \
        "$dir/members.csv"
}
millers() {
    mlr --icsv --ocsv --headerless-csv-output --ofmt %.2f stats1 -a count,sum -f contribution -g plan,office \
        "$dir/members.csv"
}
agree() { # NAME, then its answer on stdin
    LC_ALL=C sort | cmp - "$dir/ours" || { echo "the answers differ: $1" >&2; exit 1; }
}
ours 1 | tail -n +2 | grep -v '^total,' | cut -d, -f1-4 | LC_ALL=C sort > "$dir/ours"
mawks | agree mawk

now() { date +%s%N; }
median() { sort -n | sed -n "$(((runs + 1) / 2))p"; }
times() { for ((i = 0; i < runs; i++)); do t=$(now); "$@" > /dev/null; echo $((($(now) - t) / 1000)); done | median; }
report() { awk -v n="$1" -v t="$2" -v b="$bytes" -v m="$3" \
    'BEGIN { printf "%-28s %8.3f s %8.0f MB/s %7.1f x\n", n, t / 1e6, b / t, m / t }'; }

mawk_time=$(times mawks)
echo "$rows rows, $((bytes / 1000000)) MB, medians of $runs"
report "mawk: sums by plan, office" "$mawk_time" "$mawk_time"
if command -v mlr > /dev/null; then
    # Its sums are doubles: a sum of many fen may end in another digit.
    millers | awk -F, '{ printf "%s,%s,%d,%.2f\n", $1, $2, $3, $4 }' | agree miller
    report "miller: the same" "$(runs=1 times millers)" "$mawk_time"
fi
for threads in 1 2; do
    report "hz-unearned --threads $threads" "$(times ours $threads)" "$mawk_time"
done
report "hz-unearned, pipe" "$(times ours_piped)" "$mawk_time"
report "cat | cat" "$(times piped cat)" "$mawk_time"
report "wc -l" "$(times wc -l "$dir/members.csv")" "$mawk_time"
if [ -x /usr/bin/time ]; then
    { /usr/bin/time -f 'memory of hz-unearned: %M KiB' "$bin/hz-unearned" --as-of 2022-12-31 \
        --by plan,office "$dir/members.csv" > /dev/null; } 2>&1
fi
