#!/usr/bin/env bash
# hz-reserve on small triangles, where starting is most of the work, on thousands of them, and on a
# large one: medians of RUNS. The answer is compared before the times: Mack (1994), 52,135.23 and
# 26,909.01.
set -euo pipefail
runs=${RUNS:-21}
bin=${BIN:-build/bin}
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT

raa=data/published/raa.csv
mack() { "$bin/hz-reserve" --method mack --threads "${2:-1}" "$1"; }
mack $raa | tail -n 1 | grep -q '^total,.*,52135.23,26909.01,' || { echo "the answer differs" >&2; exit 1; }

# GROUPS triangles of ten years.
offices() {
    awk -v groups="$1" 'BEGIN { srand(1); print "office,origin,development,value"
        for (g = 1; g <= groups; g++) for (o = 1; o <= 10; o++) for (k = v = 1; k <= 11 - o; k++) {
            v *= 1 + rand() * 2 / (k * k); printf "%d,%d,%d,%.2f\n", g, 2010 + o, k, 1000 * v } }'
}
offices 100 > "$dir/100.csv"
offices 5000 > "$dir/5000.csv"
awk 'BEGIN { print "origin,development,value"
    for (o = 1; o <= 2000; o++) for (k = 1; k <= 2001 - o; k++) print o "," k "," (1 + o % 7) * k }' > "$dir/large.csv"
loop() { for ((g = 0; g < 100; g++)); do "$bin/hz-reserve" --method mack $raa; done; }

now() { date +%s%N; }
median() { sort -n | sed -n "$((($1 + 1) / 2))p"; }
report() {
    local name=$1 n=$2 t
    shift 2
    for ((i = 0; i < n; i++)); do t=$(now); "$@" > /dev/null; echo $((($(now) - t) / 1000)); done |
        median "$n" | awk -v n="$name" '{ printf "%-44s %9.1f ms\n", n, $1 / 1000 }'
}
report "start to printed Mack table" "$runs" mack $raa
report "100 of these, one process each" 3 loop
report "100 triangles in one table" "$runs" mack "$dir/100.csv"
for threads in 1 2; do
    report "5,000 triangles, --threads $threads" 5 mack "$dir/5000.csv" $threads
done
report "2,000 x 2,000 cells" 3 mack "$dir/large.csv"
if [ -x /usr/bin/time ]; then
    { /usr/bin/time -f 'memory of 5,000 triangles: %M KiB' "$bin/hz-reserve" --method mack \
        "$dir/5000.csv" > /dev/null; } 2>&1
fi
