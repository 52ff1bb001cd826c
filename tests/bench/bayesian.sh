#!/usr/bin/env bash
# Meyers' changing settlement rate on one of his triangles (commercial auto 353), four chains of
# 2,000 kept draws, beside prospicio's NUTS in one run: whole process against whole process, seconds
# and CPU seconds by turns, medians of RUNS; answers compared before times. Then all 200 triangles
# in one process of ours. The peer is optional: PYTHON=/tmp/peers/bin/python3 after pip install
# prospicio.
set -euo pipefail
runs=${RUNS:-5} python=${PYTHON:-python3} bin=${BIN:-build/bin} data=data/published
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
awk -F, '$1 == "line" || $2 == 353 && $1 == "CA"' $data/meyers_paid.csv > "$dir/one.csv"
awk -F, '$1 == "line" || $2 == 353 && $1 == "CA"' $data/meyers_exposure.csv > "$dir/exposure.csv"

cat > "$dir/peer.py" <<'END'
import csv, sys
from prospicio.reserving import Meyers, Triangle
premium = {r["origin"]: float(r["exposure"]) for r in csv.DictReader(open(sys.argv[2]))}
rows = list(csv.DictReader(open(sys.argv[1])))
triangle = Triangle.from_long(
    origin=[int(r["origin"]) for r in rows], development=[12 * int(r["development"]) for r in rows],
    values={"paid": [float(r["value"]) for r in rows], "premium": [premium[r["origin"]] for r in rows]})
fit = Meyers(model="csr", logelr_mean=-0.4, chains=4, tune=1000, draws=2000, seed=1).fit(
    triangle, "paid", "premium")
total = [sum(row) for row in fit.ultimates.draw_matrix()]
mean = sum(total) / len(total)
print("prospicio:", round(mean), round((sum((t - mean) ** 2 for t in total) / len(total)) ** 0.5))
END
ours() { "$bin/hz-reserve" -m csr --draws 8000 -e "$dir/exposure.csv" "$dir/one.csv"; }
peer() { "$python" "$dir/peer.py" "$dir/one.csv" "$dir/exposure.csv"; }

# Meyers (2019) prints 37597 and 2401: both within a tenth and a fifth of the error, or there is
# nothing to time.
ours | tail -n 1 | awk -F, '{ if ($6 < 37357 || $6 > 37837 || $8 < 1921 || $8 > 2881) { print "another answer: " $0; exit 1 } print "hz-reserve:", $6, $8 }'
with_peer=
if "$python" -c 'import prospicio' 2> /dev/null && peer > "$dir/answer" 2> "$dir/stderr"; then
    with_peer=1
    cat "$dir/answer"
else
    echo "no prospicio here"
fi

# run NAME COMMAND...: appends wall and CPU seconds to a file.
run() {
    local name=$1
    shift
    TIMEFORMAT='%R %U %S'
    { time "$@" > /dev/null 2>&1; } 2>> "$dir/$name"
}
for _ in $(seq "$runs"); do
    run ours ours
    [ -z "$with_peer" ] || run peer peer
done
middle() { awk '{ print $1, $2 + $3 }' "$dir/$1" | sort -n -k "$2" | awk -v c="$2" '{ v[NR] = $c } END { print v[int((NR + 1) / 2)] }'; }
printf '%-28s %8s %8s\n' 'csr, one triangle' seconds cpu
for name in ours ${with_peer:+peer}; do
    printf '%-28s %8s %8s\n' "$name" "$(middle $name 1)" "$(middle $name 2)"
done
[ -z "$with_peer" ] || awk -v a="$(middle ours 1)" -v b="$(middle peer 1)" 'BEGIN { printf "%.1f times\n", b / a }'
run all "$bin/hz-reserve" -m csr --draws 8000 -e $data/meyers_exposure.csv $data/meyers_paid.csv
printf '%-28s %8s %8s\n' 'all 200, one process' "$(middle all 1)" "$(middle all 2)"
